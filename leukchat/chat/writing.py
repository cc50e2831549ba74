"""Streams an answer through the output guard: a unit leaves only with a verdict."""

from __future__ import annotations

import re
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field

from leukchat.chat.sourcing import ABOUT, Finish, OnlyNew, Sources, tidied
from leukchat.chat.state import ChatState
from leukchat.chat.units import UnitBuffer
from leukchat.errors import ModelError
from leukchat.guardrails.guard import GuardrailsGuard
from leukchat.models.answerer import Answerer, AnswerRequest, Notice
from leukchat.safety.grounding import marks
from leukchat.safety.learned import AGAIN
from leukchat.safety.rules import Context
from leukchat.types import Action, Event, Rail, Verdict

_MARK = re.compile(r"\[(\d+)\]")
WINDOW = 400
HOPELESS = 5  # statements held back, and none shown: a model that begins so is not waited for any longer
IN_ITS_PLACE = "Here are the library's own words instead."
IN_ADDITION = "The library's own words follow."
NOTHING_CARRIED = "The language model gave no answer that its sources carry."
MUCH_HELD_BACK = "My checks held back much of what the language model wrote."
BESIDE_IT = "What the language model wrote may not answer your question."


@dataclass
class Written:
    """What has been shown so far; `numbers` maps a passage's place in the request to its citation number.

    `kept` and `dropped` count the statements of a language model that were shown and held back. `waiting` is what stands before its first
    sentence with a source (a greeting, a note on what was held back): shown with that sentence, or never.
    """

    text: str = ""
    waiting: str = ""
    units: list[str] = field(default_factory=list)
    withheld: set[str] = field(default_factory=set)
    numbers: dict[int, int] = field(default_factory=dict)
    kept: int = 0
    dropped: int = 0

    def renumber(self, unit: str) -> str:
        """The unit with its citations numbered in the order in which they first appear."""
        return _MARK.sub(lambda match: f"[{self.numbers.setdefault(int(match[1]), len(self.numbers) + 1)}]", unit)

    def forget(self) -> None:
        """Drops what waited, and the notes in it: they speak of sentences that nobody will see."""
        self.waiting = ""
        self.units.clear()
        self.withheld.clear()

    @property
    def enough(self) -> bool:
        """Whether a model's answer stands by itself: most of what it stated was shown, with sources."""
        return bool(self.numbers) and self.kept > self.dropped


def write_answer(state: ChatState, written: Written, answerer: Answerer, fallback: Answerer, request: AnswerRequest, guard: GuardrailsGuard) -> Iterator[Event]:
    """Events of the model's answer; where it fails, declines, misses the question or loses as much as it keeps, those of the fallback: nobody gets less than that.

    Beside an emergency or a refusal (`request.brief`) the fallback alone speaks: at once, and in words that were read before.
    """
    if answerer.name == fallback.name or request.brief:  # the library's own words need no sources set
        writer = answerer if answerer.name == fallback.name else fallback
        state.model = writer.name
        yield from write_guarded(state, written, writer, request, guard)
        return
    state.model, trouble, rails = answerer.name, "", len(state.rails)
    sources = Sources(request.question, request.passages, guard.similar)
    try:
        yield from write_guarded(state, written, answerer, request, guard, sources)
    except ModelError as error:
        trouble = str(error)
    near = guard.similar is None or sources.about >= ABOUT
    if written.enough and near and not trouble:
        return
    if written.numbers:
        state.notice = f"{trouble or (BESIDE_IT if written.enough else MUCH_HELD_BACK)} {IN_ADDITION}"
    else:
        state.model = fallback.name
        state.notice = f"{trouble or NOTHING_CARRIED} {IN_ITS_PLACE}"
        written.forget()
        state.rails[rails:] = [rail if rail.action is Action.escalate else rail.model_copy(update={"discarded": True}) for rail in state.rails[rails:]]
    yield Event(kind="state", text=state.notice)
    if written.text and not written.text.endswith("\n\n"):
        written.text += "\n\n"
        yield Event(kind="text", text="\n\n")
    yield from write_guarded(state, written, fallback, request, guard, OnlyNew(tuple(written.units), guard.similar))


def write_guarded(state: ChatState, written: Written, answerer: Answerer, request: AnswerRequest, guard: GuardrailsGuard, finish: Finish = str) -> Iterator[Event]:
    """Events for the guarded text of an answer, unit by unit; `finish` has the last word on each that passed."""
    with closing(_units(state, answerer, request)) as units:
        for unit in units:
            if isinstance(unit, Notice):
                yield Event(kind="state", text=unit.text)
                continue
            yield from _write_unit(state, written, unit, request, guard, finish)
            if isinstance(finish, Sources) and not written.kept and written.dropped >= HOPELESS:
                return


def _write_unit(state: ChatState, written: Written, unit: str, request: AnswerRequest, guard: GuardrailsGuard, finish: Finish) -> Iterator[Event]:
    """Events for one unit: verdicts, then what may be shown of it."""
    since = time.perf_counter()
    if isinstance(finish, OnlyNew) and not finish(state.context.kept(unit)):  # said already: what nobody will see needs no verdict
        state.took("guard_output", since)
        return
    held = finish.held if isinstance(finish, Sources) else ""
    before = f"{written.waiting}{held}"
    unit = tidied(unit) if isinstance(finish, Sources) else unit
    verdict = _judge(written, before, unit.strip(), state, request, guard)
    space = unit[len(unit.rstrip()) :]
    if verdict.action is Action.allow:
        shown = written.renumber(finish(state.context.kept(unit)))
    elif verdict.action in (Action.rewrite, Action.redact):
        shown = written.renumber(finish(state.context.kept(f"{verdict.text}{space}")))
    else:
        shown = _instead(written, verdict, space)
    state.took("guard_output", since)
    for finding in verdict.findings:
        rail = Rail(rule=finding.rule, stage="output", action=finding.action, span=(len(written.text), len(written.text)), message=finding.message)
        state.rails.append(rail)
        yield Event(kind="verdict", rail=rail)
    if isinstance(finish, Sources):
        lost = bool(unit.strip()) and (verdict.action is Action.block or (not shown and finish.held == held))  # what is held leads to something else
        written.kept += not lost and bool(marks(shown))
        written.dropped += lost
        finish.alone = lost or (finish.alone and not shown)
        if lost:
            finish.held = ""
    if shown:
        written.units.append(unit.strip() if verdict.action is Action.allow else "")
        if isinstance(finish, Sources) and not written.numbers and verdict.action is not Action.escalate:
            written.waiting += shown
            return
        shown, written.waiting = written.waiting + shown, ""
        written.text += shown
        state.first_shown()
        yield Event(kind="text", text=shown)


def _units(state: ChatState, answerer: Answerer, request: AnswerRequest) -> Generator[str | Notice, None, None]:
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


def _judge(written: Written, held: str, body: str, state: ChatState, request: AnswerRequest, guard: GuardrailsGuard) -> Verdict:
    """The verdict over a unit, and over the paragraph that it would complete: what is split over sentences is seen whole. `held` would be shown with it."""
    context = Context(question=request.question, previous=tuple(written.units[-2:]), passages=request.passages, country=state.country)
    verdict = guard.check("output", body, context)
    paragraph = _tail(f"{written.text}{held}".rsplit("\n\n", 1)[-1])
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
    """What stands in place of a withheld unit: emergency cards, or its message, once for each kind; nothing for unsupported sentences."""
    if verdict.action is not Action.block:
        return verdict.text + space
    first = verdict.findings[0]
    if first.rule.startswith("grounding") or first.message in written.withheld:
        return ""
    written.withheld.add(first.message)
    return f"*{first.message}*{space}"
