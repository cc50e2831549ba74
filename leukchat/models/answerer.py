"""What phrases an answer: one Protocol for the embedded answerer and for language models."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol

from leukchat.retrieval.retriever import Retrieved
from leukchat.types import Level, Passage, Turn


@dataclass(frozen=True)
class Part:
    """One of the things asked, what was found for it, and how the person put it (`question` may say what it leans on)."""

    question: str
    found: Retrieved
    asked: str = ""


@dataclass(frozen=True)
class AnswerRequest:
    """Everything an answerer may use. `passages` are numbered from 1 in citations like [1]."""

    question: str
    parts: tuple[Part, ...]
    passages: tuple[Passage, ...]
    level: Level
    history: tuple[Turn, ...] = ()
    brief: bool = False


@dataclass(frozen=True)
class Notice:
    """A word about how things stand ("you are number 3 in line"); not part of the answer."""

    text: str


class Answerer(Protocol):
    """Turns a request into Markdown, piece by piece, with citation marks like [1]."""

    name: str

    def stream(self, request: AnswerRequest) -> Generator[str | Notice, None, None]:
        """Pieces of the answer in order; an embedded answerer yields whole sentences.

        Closing the iterator ends the work at once. Raises ModelError when the model cannot go on.
        """
        ...

    def warm(self) -> None:
        """Loads what the first answer needs."""
        ...
