"""Chooses, from the passages found, the sentences that answer a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leukchat.models.answerer import Part
from leukchat.reading.readability import reading_grade
from leukchat.retrieval.store import SearchIndex
from leukchat.types import Level

_BACKWARD = re.compile(r"^(?:This|These|Those|They|It|That|Such|He|She|Its|Their|But|So|Also|However|Then|Both|Instead|Another|Other|For example|Otherwise)\b")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Budget:
    """How much an answer of one reading level says."""

    lead: int  # sentences from the best passage
    others: int  # further passages
    each: int  # sentences from each further passage
    asks: int  # questions for the team
    max_grade: float  # sentences harder than this give way to easier ones


BUDGETS = {
    Level.plain: Budget(lead=4, others=1, each=1, asks=1, max_grade=9.0),
    Level.standard: Budget(lead=6, others=2, each=2, asks=2, max_grade=14.0),
    Level.detailed: Budget(lead=12, others=4, each=4, asks=3, max_grade=99.0),
}
MIN_SIMILARITY = 0.38
NEAR_SENTENCE = 0.45
DUPLICATE = 0.86


@dataclass(frozen=True)
class Chosen:
    """A sentence that will be shown, with where it comes from."""

    row: int
    position: int
    text: str
    score: float
    vector: NDArray[np.float32]


@dataclass(frozen=True)
class Block:
    """Sentences of one passage, in their order there."""

    row: int
    sentences: tuple[Chosen, ...]


def select(part: Part, index: SearchIndex, budget: Budget, used: list[Chosen]) -> list[Block]:
    """Blocks for one part of a question, best passage first; sentences like those in `used` are dropped.

    The best passage gives its sentences nearest to the question; further passages add only
    sentences that are near the question and say something new. `used` grows by what is chosen.
    """
    blocks: list[Block] = []
    for order, (hit, row) in enumerate(zip(part.found.hits, part.found.rows, strict=True)):
        if order > 0 and (len(blocks) > budget.others or hit.similarity < MIN_SIMILARITY):
            break
        texts, vectors = index.sentences(row)
        limit = budget.lead if not blocks else budget.each
        floor = -1.0 if not blocks else NEAR_SENTENCE
        chosen = _best(row, texts, vectors, part.found.vector, limit, floor, budget.max_grade, used)
        if chosen:
            used += chosen
            blocks.append(Block(row, tuple(sorted(chosen, key=lambda one: one.position))))
    return blocks


def _best(row: int, texts: list[str], vectors: NDArray[np.float32], query: NDArray[np.float32], limit: int, floor: float, max_grade: float, used: list[Chosen]) -> list[Chosen]:
    similarities = vectors @ query
    ranked = sorted(range(len(texts)), key=lambda i: -float(similarities[i]) - (0.15 if i == 0 else 0.0))
    easy = [i for i in ranked if reading_grade(texts[i]) <= max_grade]
    if floor < 0 and len(easy) >= min(2, len(ranked)):
        ranked = easy
    chosen: list[Chosen] = []
    for i in ranked:
        if len(chosen) >= limit or float(similarities[i]) < floor:
            break
        if floor >= 0 and _BACKWARD.match(texts[i]):
            continue
        if all(_new(vectors[i], texts[i], other) for other in (*used, *chosen)):
            chosen.append(Chosen(row, i, texts[i], float(similarities[i]), vectors[i]))
    return _without_orphans(chosen)


def _new(vector: NDArray[np.float32], text: str, other: Chosen) -> bool:
    return float(vector @ other.vector) < DUPLICATE and _WORD.findall(text.lower()) != _WORD.findall(other.text.lower())


def _without_orphans(chosen: list[Chosen]) -> list[Chosen]:
    """Drops sentences that lean on a neighbour which was not chosen ("They also …")."""
    positions = {one.position for one in chosen}
    return [one for one in chosen if not (_BACKWARD.match(one.text) and one.position - 1 not in positions)]
