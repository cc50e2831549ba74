"""The conversation as the page holds it, and an answer growing in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from leukchat.assistant import Assistant
from leukchat.errors import LeukChatError
from leukchat.types import Action, Level, Turn
from leukchat.ui.render import answer_markdown, draft_markdown, is_draft, problem_markdown, settled_markdown, state_markdown

if TYPE_CHECKING:
    from leukchat.chat.background import Background

Messages = list[dict[str, Any]]
_keys = count(1)


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


def with_question(messages: Messages, question: str) -> Messages:
    """The conversation with a further question; an answer that was still being written ends there."""
    return [*settled(messages), {"role": "user", "content": question}]


def is_writing(messages: Messages) -> bool:
    """Whether the last answer is still growing."""
    return bool(messages) and messages[-1]["role"] == "assistant" and is_draft(plain_text(messages[-1]["content"]))


def settled(messages: Messages) -> Messages:
    """The conversation with its last answer closed where it was stopped; what was shown stays."""
    if not is_writing(messages):
        return messages
    return [*messages[:-1], {"role": "assistant", "content": settled_markdown(plain_text(messages[-1]["content"]))}]


def stream_answer(assistant: Assistant, messages: Messages, level: str, country: str, context: Background | None = None) -> Iterator[Messages]:
    """The conversation with the answer to its last message growing sentence by sentence; `context` is what is known of the person."""
    if not messages or messages[-1]["role"] != "user":
        return
    question = plain_text(messages[-1]["content"])
    key = f"a{next(_keys)}"
    where = country or assistant.settings.country
    text, urgent, escalated = "", "", False
    yield _with_answer(messages, state_markdown("Warming up" if not assistant.is_warm else "Checking the question"))
    try:
        events = assistant.stream(question, turns(messages[:-1]), Level(level), country, context=context)
        for event in events:
            if event.rail is not None:
                escalated = escalated or (event.rail.stage == "input" and event.rail.action is Action.escalate)
            elif event.kind == "state":  # shown until the first sentence; then only a sign of life, by which a closed browser is noticed
                yield _with_answer(messages, draft_markdown(text, key, urgent, where) if text else state_markdown(event.text))
            elif event.kind == "text":
                urgent = event.text if escalated and not text else urgent
                text += event.text
                yield _with_answer(messages, draft_markdown(text, key, urgent, where))
            elif event.answer is not None:
                yield _with_answer(messages, answer_markdown(event.answer, key, urgent, where), event.answer.follow_ups)
    except LeukChatError as error:
        yield _with_answer(messages, problem_markdown(str(error)))


def _with_answer(messages: Messages, content: str, follow_ups: Sequence[str] = ()) -> Messages:
    options = [{"label": follow, "value": follow} for follow in follow_ups]
    return [*messages, {"role": "assistant", "content": content, "options": options}]
