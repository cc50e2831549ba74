"""The chain: guard in | condense | retrieve | decide | answer | guard out, as a stream of events.

Each step is an LCEL runnable over a stream that holds one ChatState and, ever after, events and
pieces of text. A step acts on what is meant for it and lets the rest pass, so events of the
first step reach the page before the last step has begun.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import cast

os.environ.setdefault("LANGSMITH_TRACING", "false")
os.environ.setdefault("LANGCHAIN_TRACING_V2", "false")

from langchain_core.runnables import Runnable, RunnableGenerator

from leukchat.chat.answering import closing, no_evidence_text, nothing_more_text, out_of_scope_text, passages_of
from leukchat.chat.evidence import EvidenceJudge, Scope
from leukchat.chat.outside import cleared_turns, trusted
from leukchat.chat.parts import split_parts
from leukchat.chat.question import about, check_language, condense, subjects
from leukchat.chat.state import ChatState
from leukchat.chat.writing import Written, write_answer
from leukchat.guardrails.guard import GuardrailsGuard
from leukchat.models.answerer import Answerer, AnswerRequest, Part
from leukchat.retrieval.retriever import Retriever
from leukchat.safety.emergency import cards
from leukchat.safety.privacy import mask
from leukchat.safety.rules import Context
from leukchat.settings import Settings
from leukchat.types import Action, Event, Finding, Rail, Status, Verdict

Item = ChatState | Event
Step = Callable[[ChatState], Iterator[Item]]

_LINKS = re.compile(r" ?\(\[[^\]]*\]\([^)\s]*\)\)")


def _runnable(step: Step) -> RunnableGenerator[Item, Item]:
    def transform(items: Iterator[Item]) -> Iterator[Item]:
        for item in items:
            if isinstance(item, ChatState):
                yield from step(item)
            else:
                yield item

    return RunnableGenerator(transform, name=step.__name__.strip("_"))


def make_chain(settings: Settings, guard: GuardrailsGuard, retriever: Retriever, answerer: Answerer, fallback: Answerer) -> Runnable[ChatState, Event]:
    """The whole way from a question to events; `chain.stream(state)` yields them as they happen.

    `fallback` writes what `answerer` cannot; both may be the same.
    """
    judge = EvidenceJudge(retriever.index, retriever.embedder)

    def guard_in(state: ChatState) -> Iterator[Item]:
        yield Event(kind="state", text="Checking the question")
        since = time.perf_counter()
        verdict = guard.check("input", state.question, Context(country=state.country, previous=_said_before(state)))
        _take_over(state, verdict)
        state.took("guard_input", since)
        yield from (Event(kind="verdict", rail=rail) for rail in state.rails)
        if state.status is Status.answered:
            check_language(state.question)
        yield state

    def condense_question(state: ChatState) -> Iterator[Item]:
        turns, found = cleared_turns(state.history[-settings.limits.history_turns :])
        yield from _report(state, found)
        state.history = turns
        state.alone = _with_emergency(condense(state.masked, turns), state.rails)
        yield state

    def retrieve(state: ChatState) -> Iterator[Item]:
        if _needs_search(state):
            yield Event(kind="state", text="Looking in the library")
            since = time.perf_counter()
            asked = split_parts(state.alone)
            searched = [(one, *trusted(state.context.search(retriever, one.search, state.k))) for one in asked]
            state.parts = tuple(Part(one.search, found, one.text) for one, found, _ in searched)
            yield from _report(state, [finding for _, _, findings in searched for finding in findings])
            state.passages = passages_of(state.parts)
            state.took("retrieve", since)
        yield state

    def decide(state: ChatState) -> Iterator[Item]:
        verdicts = [judge.decide(part.question, part.found, about=bool(state.context.subject)) for part in state.parts]
        kept = tuple(part for part, scope in zip(state.parts, verdicts, strict=True) if scope is Scope.enough)
        if state.parts and not kept and state.status is Status.answered:
            state.status = Status.no_evidence if Scope.no_evidence in verdicts or state.context.points else Status.out_of_scope
        state.parts, state.passages = kept, passages_of(kept)
        yield state

    def answer(state: ChatState) -> Iterator[Item]:
        written = Written()
        yield from _say(state, written, state.opening)
        points = _points(state, guard)
        yield from _say(state, written, points)
        if state.status is Status.no_evidence:
            yield from _say(state, written, nothing_more_text() if points else no_evidence_text())
        elif state.status is Status.out_of_scope:
            yield from _say(state, written, out_of_scope_text())
        elif state.parts:
            yield Event(kind="state", text="Writing the answer")
            request = AnswerRequest(
                question=state.alone, parts=state.parts, passages=state.passages, level=state.level, history=state.history, brief=state.status is not Status.answered
            )
            yield from write_answer(state, written, answerer, fallback, request, guard)
        yield from closing(state, written, answerer.name)

    chain = _runnable(guard_in) | _runnable(condense_question) | _runnable(retrieve) | _runnable(decide) | _runnable(answer)
    return cast("Runnable[ChatState, Event]", chain)


def _report(state: ChatState, findings: Sequence[Finding]) -> Iterator[Event]:
    """What was left out of text from outside, once for each kind."""
    for finding in {finding.rule: finding for finding in findings}.values():
        rail = Rail(rule=finding.rule, stage="input", action=finding.action, message=finding.message)
        state.rails.append(rail)
        yield Event(kind="verdict", rail=rail)


def _say(state: ChatState, written: Written, text: str) -> Iterator[Event]:
    if text:
        state.first_shown()
        written.text += text
        yield Event(kind="text", text=text)


def _points(state: ChatState, guard: GuardrailsGuard) -> str:
    """What is computed for this person and bears on the question; each point has passed the guard, its links left out: an address has numbers. Nothing beside an emergency or a block, but for a dose withheld."""
    if state.status is Status.emergency or any(rail.action is Action.block and not rail.rule.startswith("dosing.") for rail in state.rails):
        return ""
    context = Context(question=state.masked, country=state.country)
    shown = [point for point in state.context.points if guard.check("output", _LINKS.sub("", point), context).action is Action.allow]
    return "**For what you told us:**\n\n" + "\n".join(f"- {point}" for point in shown) + "\n\n" if shown else ""


def _needs_search(state: ChatState) -> bool:
    stopped = {rail.rule.split(".")[0] for rail in state.rails if rail.action is Action.block and rail.rule != "harm.replace_treatment"}
    return not any(rail.rule.startswith("self_harm") for rail in state.rails) and not stopped & {"harm", "injection", "guard"}


def _said_before(state: ChatState) -> tuple[str, ...]:
    """The person's own last turns, masked: a medicine named a turn ago counts for a sign that is named now."""
    return tuple(mask(turn.content) for turn in state.history[-8:] if turn.role == "user")[-4:]


def _with_emergency(question: str, rails: Sequence[Rail]) -> str:
    """A message that names nothing the library knows ("he has 38.6 since an hour") is searched for with its emergency."""
    topics = [rail.rule.removeprefix("emergency.").replace("_", " ") for rail in rails if rail.rule.startswith("emergency.")]
    return about(question, topics) if topics and not subjects(question) else question


def _take_over(state: ChatState, verdict: Verdict) -> None:
    """What the input verdict means for the rest of the way."""
    state.masked = mask(state.question)
    state.rails += [
        Rail(rule=f.rule, stage="input", action=f.action, span=(f.start, f.end), message=f.message if f.action is not Action.escalate else "Shown first, because it may be urgent.")
        for f in verdict.findings
    ]
    if verdict.action is Action.escalate:
        state.status = Status.emergency
        blocked = [f.message for f in verdict.findings if f.action is Action.block][:1]
        state.opening = "\n\n".join([*cards(state.question, verdict.findings), *blocked]) + "\n\n"
    elif verdict.action is Action.block:
        state.status = Status.blocked
        state.opening = verdict.text + "\n\n"
