"""Turns a request into chat messages that fit a token budget; passages go in as fenced, numbered data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leukchat.errors import ModelError
from leukchat.models.answerer import AnswerRequest
from leukchat.prompts import level_words, load_prompt
from leukchat.safety.injection_outside import fence, inert
from leukchat.types import Passage, Turn

Count = Callable[[str], int]
NO_ANSWER = "NO_ANSWER"
HISTORY_TURNS = 4
# Room for the chat template's own tokens around two messages (Llama 3.1 adds 36 with its date header).
TEMPLATE_TOKENS = 64


@dataclass(frozen=True, slots=True)
class Prompted:
    """Messages for a chat template, and how many of the request's passages they hold (always the first ones)."""

    messages: tuple[dict[str, str], ...]
    passages: int


def build_messages(request: AnswerRequest, count: Count, budget: int) -> Prompted:
    """System and user message within `budget` tokens, as `count` counts them.

    What does not fit goes whole: first the oldest turns of the history, then passages from the
    end. Raises ModelError when not even the first passage fits.
    """
    system = load_prompt("answer_system").render(level=level_words()[request.level])
    blocks = [fenced(number, passage) for number, passage in enumerate(request.passages, start=1)]
    turns = list(request.history[-HISTORY_TURNS:])
    while True:
        user = load_prompt("answer_user").render(passages="\n\n".join(blocks), history=_history(turns), question=inert(request.question, "question"))
        if count(system) + count(user) + TEMPLATE_TOKENS <= budget:
            return Prompted(({"role": "system", "content": system}, {"role": "user", "content": user}), len(blocks))
        if turns:
            turns.pop(0)
        elif len(blocks) > 1:
            blocks.pop()
        else:
            raise ModelError(f"The question and one passage do not fit into {budget} tokens. Ask a shorter question, or raise the setting model.context_tokens.")


def fenced(number: int, passage: Passage) -> str:
    """A passage as a model is given it: heading and text between marks, with the number to cite."""
    heading = f"{passage.title}: {passage.section}" if passage.section else passage.title
    return fence(f"{heading}\n{passage.text}", number=number)


def _history(turns: Sequence[Turn]) -> str:
    if not turns:
        return ""
    lines = "\n".join(f"{'Person' if turn.role == 'user' else 'LeukChat'}: {inert(turn.content, 'history')}" for turn in turns)
    return f"\nThe conversation so far, only to understand the question:\n{lines}\n"
