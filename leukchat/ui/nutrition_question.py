"""A free question about food: the same chain as in the chat, with the profile as context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import LeukChatError, ProfileError
from leukchat.ui.nutrition_form import LABELS, is_untouched, profile_of
from leukchat.ui.nutrition_problems import problems_html
from leukchat.ui.render import STOPPED
from leukchat.ui.streaming import Messages, plain_text, settled, stream_answer, with_question

if TYPE_CHECKING:
    from leukchat.chat.background import Background

WITHOUT = '<p class="dim">The form is empty, so this answer does not know your medicines, diet or counts.</p>'
AGAIN = "Stopped. Ask again for the whole answer with its sources."
KEEP_SECONDS = 3600


def build_question(assistant: Assistant, fields: list[Any]) -> None:
    """Adds the question box and its answer."""
    gr.HTML("<h3>Ask about food</h3><p>The answer knows what the form above says, and names its sources.</p>")
    box = gr.Textbox(label="Your question about food", placeholder="Can I drink grapefruit juice?", lines=1, max_lines=6, submit_btn="Ask", elem_id="n-question")
    answer = gr.Markdown(elem_id="n-answer", sanitize_html=True)
    said = gr.State([], time_to_live=KEEP_SECONDS)
    quick: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}

    def asked(question: str) -> Any:
        return gr.update(submit_btn=False, stop_btn="Stop") if question.strip() else gr.skip()

    def answered(question: str, before: Messages, *values: Any) -> Iterator[tuple[str, Messages]]:
        yield from _answers(assistant, question, before, values)

    def stopped(messages: Messages) -> tuple[str, Messages, Any]:
        closed = settled(messages)
        return _shown(closed).replace(STOPPED, AGAIN), closed, _ready()

    run = box.submit(asked, [box], [box], **quick).then(answered, [box, said, *fields], [answer, said], show_progress="hidden", concurrency_limit=16, api_visibility="private")
    run.then(_ready, None, [box], **quick)
    box.stop(None, None, None, cancels=[run], **quick).then(stopped, [said], [answer, said, box], **quick)


def _ready() -> Any:
    return gr.update(submit_btn="Ask", stop_btn=False)


def _answers(assistant: Assistant, question: str, before: Messages, values: tuple[Any, ...]) -> Iterator[tuple[str, Messages]]:
    """The question with its answer growing; a form that cannot be read is said instead of being left out."""
    if not question.strip():
        return
    context, note = None, ""
    try:
        if is_untouched(values):
            note = WITHOUT
        else:
            context = _context(assistant, values, question)
    except ProfileError as error:
        yield problems_html({LABELS.get(name, name): problem for name, problem in error.problems.items()}), before
        return
    except LeukChatError as error:
        yield problems_html({"question": str(error)}), before
        return
    for messages in stream_answer(assistant, with_question(before, question), assistant.settings.level.value, "", context):
        yield _shown(messages, note), messages


def _context(assistant: Assistant, values: tuple[Any, ...], question: str) -> Background:
    return assistant.food_context(profile_of(values), question)


def _shown(messages: Messages, note: str = "") -> str:
    """The last answer; earlier questions only help to understand the next."""
    if not messages or messages[-1]["role"] != "assistant":
        return ""
    text = plain_text(messages[-1]["content"])
    return f"{note}\n\n{text}" if note else text
