"""Streams an answer through the output guard: a unit leaves only with a verdict."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from leukchat.chat.state import ChatState
from leukchat.chat.units import UnitBuffer
from leukchat.errors import ModelError
from leukchat.guardrails.guard import GuardrailsGuard
from leukchat.models.answerer import Answerer, AnswerRequest, Notice
from leukchat.safety.learned import AGAIN
from leukchat.safety.rules import Context
from leukchat.types import Action, Event, Rail, Verdict

_MARK = re.compile(r"\[(\d+)\]")
WINDOW = 400
IN_ITS_PLACE = "Here are the library's own words instead."


@dataclass
class Written:
    """What has been shown so far; `numbers` maps a passage's place in the request to its citation number."""

    text: str = ""
    units: list[str] = field(default_factory=list)
    withheld: set[str] = field(default_factory=set)
    numbers: dict[int, int] = field(default_factory=dict)

    def renumber(self, unit: str) -> str:
        """The unit with its citations numbered in the order in which they first appear."""
        return _MARK.sub(lambda match: f"[{self.numbers.setdefault(int(match[1]), len(self.numbers) + 1)}]", unit)


def write_answer(state: ChatState, written: Written, answerer: Answerer, fallback: Answerer, request: AnswerRequest, guard: GuardrailsGuard) -> Iterator[Event]:
    """Events of the model's answer; where it fails, declines or cites nothing, those of the fallback: nobody gets less than that."""
    state.model = answerer.name
    try:
        yield from write_guarded(state, written, answerer, request, guard)
    except ModelError as error:
        if answerer is fallback:
            raise
        state.notice = f"{error} " + ("The answer may be incomplete." if written.numbers else IN_ITS_PLACE)
    if not written.numbers and answerer is not fallback:
        state.model = fallback.name
        state.notice = state.notice or f"The language model gave no answer that its sources carry. {IN_ITS_PLACE}"
        yield Event(kind="state", text=state.notice)
        yield from write_guarded(state, written, fallback, request, guard)


def write_guarded(state: ChatState, written: Written, answerer: Answerer, request: AnswerRequest, guard: GuardrailsGuard) -> Iterator[Event]:
    """Events for the guarded text of an answer, unit by unit."""
    for unit in _units(state, answerer, request):
        if isinstance(unit, Notice):
            yield Event(kind="state", text=unit.text)
            continue
        since = time.perf_counter()
        verdict = _judge(written, unit.strip(), state, request, guard)
        state.took("guard_output", since)
        if verdict.action is Action.allow:
            shown = written.renumber(state.context.kept(unit))
        else:
            for finding in verdict.findings:
                rail = Rail(rule=finding.rule, stage="output", action=finding.action, span=(len(written.text), len(written.text)), message=finding.message)
                state.rails.append(rail)
                yield Event(kind="verdict", rail=rail)
            shown = _instead(written, verdict, unit[len(unit.rstrip()) :])
        if shown:
            written.units.append(unit.strip() if verdict.action is Action.allow else "")
            written.text += shown
            state.first_shown()
            yield Event(kind="text", text=shown)


def _units(state: ChatState, answerer: Answerer, request: AnswerRequest) -> Iterator[str | Notice]:
    buffer = UnitBuffer()
    since = time.perf_counter()
    with closing(answerer.stream(request)) as pieces:
        for piece in pieces:
            state.took("generate", since)
            if isinstance(piece, Notice):
                yield piece
            else:
                yield from buffer.feed(piece)
            since = time.perf_counter()
    yield from buffer.flush()


def _judge(written: Written, body: str, state: ChatState, request: AnswerRequest, guard: GuardrailsGuard) -> Verdict:
    """The verdict over a unit, and over the paragraph that it would complete: what is split over sentences is seen whole."""
    context = Context(question=request.question, previous=tuple(written.units[-2:]), passages=request.passages, country=state.country)
    verdict = guard.check("output", body, context)
    paragraph = _tail(written.text.rsplit("\n\n", 1)[-1])
    if verdict.action is Action.allow and paragraph.strip():
        whole = guard.check("output", f"{paragraph}{body}", Context(question=request.question, country=state.country, extra={AGAIN: "paragraph"}))
        return whole if whole.action is Action.block else verdict
    return verdict


def _tail(paragraph: str) -> str:
    """The last sentences of a paragraph, up to WINDOW characters: an instruction is not spread over more."""
    if len(paragraph) <= WINDOW:
        return paragraph
    start = re.search(r"(?<=[.!?\]])\s+", paragraph[-WINDOW:])
    return paragraph[-WINDOW:][start.end() :] if start else paragraph[-WINDOW:]


def _instead(written: Written, verdict: Verdict, space: str) -> str:
    """What stands in place of a withheld unit: its message, once for each kind; nothing for unsupported sentences."""
    if verdict.action is not Action.block:
        return written.renumber(verdict.text) + space
    first = verdict.findings[0]
    if first.rule.startswith("grounding") or first.message in written.withheld:
        return ""
    written.withheld.add(first.message)
    return f"*{first.message}*{space}"
