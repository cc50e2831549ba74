"""The values that travel between rooms: passages, citations, verdicts, answers, events.

All are frozen pydantic models, so that each prints as the JSON the command line promises.
Times are milliseconds; offsets count characters of the text they belong to, end exclusive.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """Base of all values: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Level(StrEnum):
    """How an answer reads: `plain` is short and simple, `detailed` says more."""

    plain = "plain"
    standard = "standard"
    detailed = "detailed"


class Status(StrEnum):
    """How a question ended."""

    answered = "answered"
    no_evidence = "no_evidence"
    out_of_scope = "out_of_scope"
    blocked = "blocked"
    emergency = "emergency"


class Action(StrEnum):
    """What a rule asks for, from harmless to strict."""

    allow = "allow"
    redact = "redact"
    rewrite = "rewrite"
    escalate = "escalate"
    block = "block"


Stage = Literal["input", "output"]


class Source(Value):
    """Where a statement comes from."""

    id: str
    publisher: str
    title: str
    url: str
    date: str = ""
    licence: str = ""
    checked: str = ""


class SourceRef(Value):
    """A source as a citation shows it."""

    name: str
    url: str
    reviewed: str = ""


class Passage(Value):
    """One section of a document: the unit that is indexed, found and cited.

    `sources` are shown with the citation; `reviewed` is the date the text was last reviewed; `asked` are other ways
    to put its question, which the search knows and nobody is shown.
    """

    id: str
    doc_id: str
    title: str
    section: str
    text: str
    sources: tuple[SourceRef, ...] = ()
    reviewed: str = ""
    subtypes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    ask: str = ""
    asked: tuple[str, ...] = ()


class Hit(Value):
    """A passage found for a query, best first; `score` compares hits of one query only.

    `similarity` is the cosine with the passage (text or heading), `sentence` that with its nearest sentence.
    """

    rank: int
    passage: Passage
    score: float
    similarity: float = 0.0
    sentence: float = 0.0


class Citation(Value):
    """A numbered pointer from an answer to the passage that carries the statement."""

    n: int
    passage_id: str
    title: str
    section: str
    quote: str
    text: str = ""
    source: SourceRef
    sources: tuple[SourceRef, ...] = ()


class Turn(Value):
    """One message of the conversation so far."""

    role: Literal["user", "assistant"]
    content: str


class Finding(Value):
    """What one rule found in a text: where, what to do, and the words for the person."""

    rule: str
    action: Action
    start: int
    end: int
    message: str = ""
    replacement: str = ""


class Verdict(Value):
    """The joint judgement of all rules over one text; `text` is what may be shown."""

    action: Action
    findings: tuple[Finding, ...]
    text: str


class Rail(Value):
    """A verdict as an answer reports it; `discarded` says that it was over a model's text of which nothing is shown."""

    rule: str
    stage: Stage
    action: Action
    span: tuple[int, int] | None = None
    message: str = ""
    discarded: bool = False


class Timings(Value):
    """Milliseconds spent in each step of an answer."""

    guard_input: float = 0.0
    retrieve: float = 0.0
    generate: float = 0.0
    guard_output: float = 0.0
    first_token: float = 0.0
    total: float = 0.0


class Answer(Value):
    """A finished answer: the same value for the page, the command line and the evaluation.

    `model` wrote it; `notice` says, for a person, why another than the one that was set, if so.
    """

    question: str
    status: Status
    answer: str
    citations: tuple[Citation, ...] = ()
    rails: tuple[Rail, ...] = ()
    follow_ups: tuple[str, ...] = ()
    model: str = ""
    notice: str = ""
    reading_grade: float = 0.0
    timings_ms: Timings = Field(default_factory=Timings)


class Event(Value):
    """One step of a streamed answer.

    `state`: a phase began (`text` names it). `text`: Markdown that has passed the guard, to be
    appended. `verdict`: a rule acted. `done`: `answer` is the whole. Nothing shown is taken back.
    """

    kind: Literal["state", "text", "verdict", "done"]
    text: str = ""
    rail: Rail | None = None
    answer: Answer | None = None


def today() -> date:
    """The current date, in one place so that tests can fix it."""
    return date.today()
