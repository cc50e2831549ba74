"""Places in a model: so many answers at once, so many people waiting in line, everyone told their number."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager

from leukchat.errors import ModelError
from leukchat.models.answerer import Notice

# Somebody in line is told again after so many seconds, though nothing has changed: that is when it shows that their browser has gone.
REMINDER = 2.0


class Slots:
    """A fair queue in front of a model; safe to share between threads."""

    def __init__(self, at_once: int, waiting: int, seconds: float) -> None:
        self._free = at_once
        self._most_waiting = waiting
        self._seconds = seconds
        self._line: list[object] = []
        self._turn = threading.Condition()

    def queue(self) -> Iterator[Notice]:
        """Yields a notice whenever the place in line changes, and every REMINDER seconds; ends when a place in the model is taken.

        Raises ModelError when the line is full or the time is up. Whoever got through must call `leave`;
        whoever gives up (closes this iterator) leaves the line, and the model if it was their turn just then.
        """
        ticket = object()
        with self._turn:
            if self._free == 0 and len(self._line) >= self._most_waiting:
                raise ModelError(f"The model is busy: {len(self._line)} people are waiting already.")
            self._line.append(ticket)
        try:
            waited = yield from self._wait(ticket, time.monotonic() + self._seconds)
        finally:
            with self._turn:
                self._line.remove(ticket)
                self._turn.notify_all()
        if waited:
            try:
                yield Notice("Your turn: the model is reading")
            except GeneratorExit:
                self.leave()
                raise

    def _wait(self, ticket: object, until: float) -> Generator[Notice, None, bool]:
        """Takes a place in the model when its turn comes; returns whether there was a wait."""
        told, told_at = 0, 0.0
        while True:
            if time.monotonic() > until:
                raise ModelError(f"The model stayed busy for {self._seconds:.0f} seconds.")
            with self._turn:
                place = self._line.index(ticket) + 1
                if place == 1 and self._free > 0:
                    self._free -= 1
                    return told > 0
                due = told_at + REMINDER - time.monotonic()
                if place == told and due > 0:
                    self._turn.wait(timeout=min(0.25, due))
                    continue
            told, told_at = place, time.monotonic()
            yield Notice(f"Waiting for the model: you are number {place} in line")

    def leave(self) -> None:
        """Gives the place in the model to the next in line."""
        with self._turn:
            self._free += 1
            self._turn.notify_all()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """For whoever came through `queue`: the place is given back at the end, however it ends."""
        try:
            yield
        finally:
            self.leave()

    def busy(self) -> tuple[int, int]:
        """How many places are free, and how many people wait."""
        with self._turn:
            return self._free, len(self._line)
