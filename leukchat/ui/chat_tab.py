"""The chat: streamed sentences, citations that open, stop, retry, edit, undo, copy, follow-ups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import LeukChatError
from leukchat.types import Level
from leukchat.ui.streaming import Messages, is_writing, plain_text, settled, stream_answer, with_question

EXAMPLES = (
    "Why do people with AML bruise easily?",
    "What does a low neutrophil count mean?",
    "What happens during a bone marrow test?",
    "How does imatinib work for CML?",
    "What foods should I avoid when my counts are low?",
    "How do I tell my children about leukemia?",
)
PLACEHOLDER = "## What would you like to know?\nAsk in your own words. Every sentence of an answer names its source, and you can open it. Answers never give doses."
QUICK: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}


def build_chat(assistant: Assistant, country: gr.Dropdown) -> gr.Chatbot:
    """Adds the chat to the tab being built."""
    chat = gr.Chatbot(
        elem_id="chat",
        label="Conversation",
        show_label=False,
        height="min(62vh, 760px)",
        placeholder=PLACEHOLDER,
        examples=[{"text": example} for example in EXAMPLES],
        editable="user",
        buttons=["copy"],
        autoscroll=False,
        feedback_options=None,
        layout="bubble",
        sanitize_html=True,
    )
    box = gr.Textbox(elem_id="question", label="Your question", show_label=False, placeholder="Ask about leukemia…", lines=1, max_lines=6, submit_btn="Ask")
    with gr.Row(elem_classes="leuk-controls", equal_height=True):
        level = gr.Radio(
            [(name.value.capitalize(), name.value) for name in Level], value=assistant.settings.level.value, label="Reading level", elem_id="level", scale=3, min_width=310
        )
        clear = gr.Button("Clear conversation", elem_id="clear", scale=0, min_width=150, size="md", variant="secondary")
    _connect(assistant, chat, box, level, country, clear)
    _offer_api(assistant)
    return chat


def _connect(assistant: Assistant, chat: gr.Chatbot, box: gr.Textbox, level: gr.Radio, country: gr.Dropdown, clear: gr.Button) -> None:
    def answer(messages: Messages, chosen: str, where: str) -> Iterator[Messages]:
        yield from stream_answer(assistant, messages, chosen, where)

    run: dict[str, Any] = {"fn": answer, "inputs": [chat, level, country], "outputs": [chat], "show_progress": "hidden", "concurrency_limit": 16, "api_visibility": "private"}
    asked = [
        box.submit(_added, [chat, box], [chat, box], **QUICK),
        chat.retry(_again, [chat], [chat, box], **QUICK),
        chat.edit(_edited, [chat], [chat, box], **QUICK),
        chat.option_select(_picked, [chat], [chat, box], **QUICK),
        chat.example_select(_picked, [chat], [chat, box], **QUICK),
    ]
    running = [start.then(**run) for start in asked]
    for finished in running:
        finished.then(_finished, [chat], [box], **QUICK)
    chat.undo(_undone, [chat], [chat, box], **QUICK)
    box.stop(None, None, None, cancels=running, **QUICK).then(_stopped, [chat], [chat, box], **QUICK)
    # First stop what is running, then clear: the other way round a last sentence could land on the cleared page.
    clear.click(None, None, None, cancels=running, **QUICK).then(_cleared, None, [chat, box], **QUICK)


def _offer_api(assistant: Assistant) -> None:
    def ask(question: str, level: str = "standard", country: str = "") -> dict[str, Any]:
        """Answers one question; the same JSON as `leukchat ask --json`, or {"error": …}."""
        try:
            return assistant.ask(question, (), Level(level), country).model_dump(mode="json")
        except (LeukChatError, ValueError) as error:
            return {"error": str(error)}

    gr.api(ask, api_name="ask", concurrency_limit=16)


def _busy(**changes: Any) -> Any:
    return gr.update(submit_btn=False, stop_btn="Stop", **changes)


def _ready(**changes: Any) -> Any:
    return gr.update(submit_btn="Ask", stop_btn=False, **changes)


def _added(messages: Messages, message: str) -> tuple[Any, Any]:
    """A question typed while an answer is being written stays in the box: two answers would write to the same conversation."""
    if is_writing(messages):
        return gr.skip(), gr.skip()
    return with_question(messages, message), _busy(value="")


def _again(messages: Messages, data: gr.RetryData) -> tuple[Messages, Any]:
    return messages[: _index(data.index) + 1], _busy()


def _edited(messages: Messages, data: gr.EditData) -> tuple[Messages, Any]:
    return with_question(messages[: _index(data.index)], plain_text(data.value)), _busy()


def _picked(messages: Messages, data: gr.SelectData) -> tuple[Messages, Any]:
    return with_question(messages, plain_text(data.value)), _busy()


def _finished(messages: Messages) -> Any:
    return gr.skip() if is_writing(messages) else _ready()


def _undone(messages: Messages, data: gr.UndoData) -> tuple[Messages, str]:
    place = _index(data.index)
    return messages[:place], plain_text(messages[place]["content"])


def _stopped(messages: Messages) -> tuple[Messages, Any]:
    return settled(messages), _ready()


def _cleared() -> tuple[Messages, Any]:
    return [], _ready(value="")


def _index(index: Any) -> int:
    return int(index[0] if isinstance(index, (list, tuple)) else index)
