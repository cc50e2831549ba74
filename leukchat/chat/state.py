"""What a question gathers on its way to an answer."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from leukchat.chat.background import Background
from leukchat.models.answerer import Part
from leukchat.types import Level, Passage, Rail, Status, Timings, Turn


@dataclass
class ChatState:
    """One question in progress. Each step fills in its own fields; the next step reads them."""

    question: str
    history: tuple[Turn, ...] = ()
    level: Level = Level.standard
    country: str = ""
    k: int | None = None
    context: Background = field(default_factory=Background)
    masked: str = ""
    status: Status = Status.answered
    opening: str = ""
    rails: list[Rail] = field(default_factory=list)
    parts: tuple[Part, ...] = ()
    passages: tuple[Passage, ...] = ()
    alone: str = ""
    model: str = ""
    notice: str = ""
    timings: dict[str, float] = field(default_factory=dict)
    started: float = field(default_factory=time.perf_counter)

    def took(self, step: str, since: float) -> None:
        """Adds the milliseconds since `since` to a step."""
        self.timings[step] = self.timings.get(step, 0.0) + (time.perf_counter() - since) * 1000

    def first_shown(self) -> None:
        """Notes when the first text left."""
        self.timings.setdefault("first_token", (time.perf_counter() - self.started) * 1000)

    def times(self) -> Timings:
        """The timings so far, rounded to 0.01 ms."""
        total = (time.perf_counter() - self.started) * 1000
        return Timings(**{name: round(value, 2) for name, value in {**self.timings, "total": total}.items()})
