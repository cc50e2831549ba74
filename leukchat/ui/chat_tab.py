"""The chat: streamed sentences, citations that open, stop, retry, edit, follow-ups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import LeukChatError
from leukchat.types import Level, Turn
from leukchat.ui.render import answer_markdown, marks_as_links, problem_markdown

EXAMPLES = (
    "Why do people with AML bruise easily?",
    "What does a low neutrophil count mean?",
    "What happens during a bone marrow test?",
    "How does imatinib work for CML?",
    "What foods should I avoid when my counts are low?",
    "How do I tell my children about leukemia?",
)
PLACEHOLDER = "**Ask in your own words.** Answers are short, come from the built-in library, and show their sources. They never give doses."
_keys = count(1)
Messages = list[dict[str, Any]]


def plain_text(content: Any) -> str:
    """The text of a chat message, whatever form the chatbot gives it."""
    if isinstance(content, str):
        return content
    if isinstance(content, dict):
        return str(content.get("text", ""))
    if isinstance(content, Sequence):
        return "\n".join(plain_text(item) for item in content)
    return str(getattr(content, "text", "") or "")


def turns(messages: Messages) -> tuple[Turn, ...]:
    """The person's messages so far; follow-up questions are understood from them."""
    return tuple(Turn(role="user", content=plain_text(m["content"])) for m in messages if m["role"] == "user")


def stream_answer(assistant: Assistant, messages: Messages, level: str, country: str) -> Iterator[Messages]:
    """The conversation with the answer to its last message growing sentence by sentence."""
    question = plain_text(messages[-1]["content"])
    history = turns(messages[:-1])
    key = f"a{next(_keys)}"
    shown: dict[str, Any] = {"role": "assistant", "content": "*Warming up…*" if not assistant.is_warm else "*Checking the question…*"}
    text = ""
    yield [*messages, shown]
    try:
        for event in assistant.stream(question, history, Level(level), country):
            if event.kind == "state" and not text:
                yield [*messages, {**shown, "content": f"*{event.text}…*"}]
            elif event.kind == "text":
                text += event.text
                yield [*messages, {**shown, "content": marks_as_links(text, key)}]
            elif event.answer is not None:
                options = [{"label": follow, "value": follow} for follow in event.answer.follow_ups]
                yield [*messages, {**shown, "content": answer_markdown(event.answer, key), "options": options}]
    except LeukChatError as error:
        yield [*messages, {**shown, "content": problem_markdown(str(error))}]


def build_chat(assistant: Assistant, country: gr.Dropdown) -> gr.Chatbot:
    """Adds the chat to the tab being built."""
    chat = gr.Chatbot(
        elem_id="chat",
        label="Conversation",
        height="62vh",
        placeholder=PLACEHOLDER,
        examples=[{"text": example} for example in EXAMPLES],
        editable="user",
        buttons=["copy", "copy_all"],
        feedback_options=None,
        layout="bubble",
        sanitize_html=True,
    )
    with gr.Row():
        box = gr.Textbox(elem_id="question", show_label=False, placeholder="Ask about leukemia…", lines=1, max_lines=6, submit_btn="Ask", stop_btn="Stop", scale=5, autofocus=True)
    with gr.Row():
        level = gr.Radio([(name.value.capitalize(), name.value) for name in Level], value=assistant.settings.level.value, label="Reading level", elem_id="level", scale=3)
        clear = gr.Button("Clear", elem_id="clear", scale=1, min_width=90)
    _connect(assistant, chat, box, level, country, clear)
    return chat


def _connect(assistant: Assistant, chat: gr.Chatbot, box: gr.Textbox, level: gr.Radio, country: gr.Dropdown, clear: gr.Button) -> None:
    def add(message: str, messages: Messages) -> tuple[str, Messages]:
        return "", [*messages, {"role": "user", "content": message}]

    def answer(messages: Messages, chosen: str, where: str) -> Iterator[Messages]:
        yield from stream_answer(assistant, messages, chosen, where)

    def again(messages: Messages, data: gr.RetryData) -> Messages:
        return messages[: _index(data.index) + 1]

    def edited(messages: Messages, data: gr.EditData) -> Messages:
        return [*messages[: _index(data.index)], {"role": "user", "content": str(data.value)}]

    def undone(messages: Messages, data: gr.UndoData) -> tuple[Messages, str]:
        place = _index(data.index)
        return messages[:place], plain_text(messages[place]["content"])

    def picked(messages: Messages, data: gr.SelectData) -> Messages:
        value = data.value["text"] if isinstance(data.value, dict) else str(data.value)
        return [*messages, {"role": "user", "content": value}]

    run: dict[str, Any] = {"fn": answer, "inputs": [chat, level, country], "outputs": [chat], "show_progress": "hidden", "concurrency_limit": 16}
    quick: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    starts = [
        box.submit(add, [box, chat], [box, chat], **quick).then(**run, api_visibility="private"),
        chat.retry(again, [chat], [chat], **quick).then(**run, api_visibility="private"),
        chat.edit(edited, [chat], [chat], **quick).then(**run, api_visibility="private"),
        chat.option_select(picked, [chat], [chat], **quick).then(**run, api_visibility="private"),
        chat.example_select(picked, [chat], [chat], **quick).then(**run, api_visibility="private"),
    ]

    def ask(question: str, level: str = "standard", country: str = "") -> dict[str, Any]:
        """Answers one question; the same JSON as `leukchat ask --json`, or {"error": …}."""
        try:
            return assistant.ask(question, (), Level(level), country).model_dump(mode="json")
        except (LeukChatError, ValueError) as error:
            return {"error": str(error)}

    gr.api(ask, api_name="ask", concurrency_limit=16)
    chat.undo(undone, [chat], [chat, box], **quick)
    box.stop(None, None, None, cancels=starts, queue=False, api_visibility="private")
    # First stop what is running, then clear: the other way round a last sentence could land on the cleared page.
    clear.click(None, None, None, cancels=starts, queue=False, api_visibility="private").then(lambda: ([], ""), None, [chat, box], api_visibility="private")


def _index(index: Any) -> int:
    return int(index[0] if isinstance(index, (list, tuple)) else index)
