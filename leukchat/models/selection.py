"""Chooses, from the passages found, the sentences that answer a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from leukchat.models.answerer import Part
from leukchat.models.opening import opened
from leukchat.reading.readability import reading_grade
from leukchat.retrieval.store import SearchIndex
from leukchat.retrieval.subtypes import named_subtypes
from leukchat.retrieval.terms import weighty
from leukchat.safety.drugs import find_drugs
from leukchat.safety.normalise import normalise
from leukchat.types import Level, Passage

_BACKWARD = re.compile(r"^(?:This|These|Those|They|It|That|Such|He|She|Its|Their|But|So|Also|However|Then|Both|Instead|Another|Other|For example|Otherwise)\b")
# "In the 2025 study, …" says too little away from the sentence before it.
_STUDY = re.compile(r"^In (?:the|that|this)\b[^,.]{0,20}\b(?:study|trial|review|group)\b|^The (?:same |other )?(?:study|trial|review|figure)\b")
# "Classmates want to know three things." says nothing without what follows it.
_LEANS_ON = re.compile(r":$|\?$|\b(?:two|three|four|five|six|several|these) (?:\w+ )?(?:things|points|messages|questions|groups|steps|kinds|reasons)\b")
_ITEM = re.compile(r"[-*•] ")
_SEVERAL = re.compile(r",|\b(?:and|or)\b")
_CALL = re.compile(r"\b(?:call|emergency|get help|right away|do not|never|avoid)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Budget:
    """How much an answer of one reading level says."""

    lead: int  # sentences from the best passage
    others: int  # further passages
    each: int  # sentences from each further passage
    asks: int  # questions for the team
    max_grade: float  # sentences harder than this give way to easier ones
    beside: float = 0.45  # least score of a further passage, as a share of the best one's


BUDGETS = {
    Level.plain: Budget(lead=4, others=1, each=1, asks=1, max_grade=9.0),
    Level.standard: Budget(lead=9, others=2, each=2, asks=2, max_grade=14.0),
    Level.detailed: Budget(lead=12, others=4, each=4, asks=3, max_grade=99.0, beside=0.35),
}
_ANY_SUBJECT = frozenset(("leukemia", "leukaemia", "cancer"))
MIN_SIMILARITY = 0.38
NEAR_SENTENCE = 0.50
BRIEF = 3  # sentences from the best passage beside an emergency or a refusal
LEAST = 3  # sentences that an answer begun later has to keep
ELSEWHERE = 0.18  # how much nearer a later sentence has to be for the first one to speak of other things
ABOUT_SENTENCE = 0.575  # where the question has no words besides its subject
SURE_SENTENCE = 0.70
DUPLICATE = 0.86
_NAMED = 0.5  # a sentence on the person's own medicine counts as that much nearer


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


@dataclass(frozen=True)
class _Subject:
    """What a question is about, as far as its words tell: medicines, by id, and kinds of leukemia, by code."""

    medicines: frozenset[str]
    subtypes: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Subject:
        """The subject of a question."""
        return cls(_medicines(text), named_subtypes(text))

    def within(self, lead: Passage) -> _Subject:
        """The subject once the best passage is known: the kinds of leukemia that it speaks of belong to it."""
        return _Subject(self.medicines, self.subtypes | named_subtypes(f"{lead.title} {lead.section} {lead.text}"))

    def names_medicine(self, texts: list[str]) -> NDArray[np.float32]:
        """1 for each sentence that names a medicine of the question, else 0."""
        return np.array([1.0 if self.medicines & _medicines(text) else 0.0 for text in texts], dtype=np.float32)

    def allows(self, passage: Passage) -> bool:
        """Whether a further passage is not all about another kind of leukemia."""
        return "any" in passage.subtypes or not passage.subtypes or bool(self.subtypes & frozenset(passage.subtypes))

    def fits(self, text: str) -> bool:
        """Whether a sentence from elsewhere is on the same subject: it names the medicine asked about, and no other kind of leukemia only."""
        if self.medicines and not self.medicines & _medicines(text):
            return False
        named = named_subtypes(text)
        return not named or bool(named & self.subtypes)


def _medicines(text: str) -> frozenset[str]:
    return frozenset(mention.drug.id for mention in find_drugs(normalise(text).text))


def select(part: Part, index: SearchIndex, budget: Budget, used: list[Chosen]) -> list[Block]:
    """Blocks for one part of a question, best passage first; sentences like those in `used` are dropped.

    The best passage gives its sentences nearest to the question; further passages add only
    sentences that speak of what was asked and say something new. `used` grows by what is chosen.
    """
    blocks: list[Block] = []
    focus = _focus(part)
    subject = _Subject.of(part.found.query)
    for hit, row in zip(part.found.hits, part.found.rows, strict=True):
        if blocks and (len(blocks) > budget.others or hit.similarity < MIN_SIMILARITY or hit.score < budget.beside * part.found.hits[0].score):
            break
        texts, vectors = index.sentences(row)
        similarities = vectors @ part.found.vector
        if blocks:
            order = (
                [i for i in np.argsort(-similarities, kind="stable") if _adds(texts[i], float(similarities[i]), focus) and subject.fits(texts[i])]
                if subject.allows(index.passage(row))
                else []
            )
            limit = budget.each
        else:
            said = frozenset(one.position for one in used if one.row == row)
            order = _lead_order(index.passage(row).section, texts, similarities, focus, subject, budget, said)
            subject = subject.within(index.passage(row))
            limit = budget.lead
        chosen = _take(row, texts, vectors, similarities, [int(i) for i in order], limit, used)
        if chosen:
            used += chosen
            heading = index.passage(row).section
            blocks.append(Block(row, tuple(replace(one, text=opened(one.text, heading, part.question)) for one in sorted(chosen, key=lambda one: one.position))))
    return blocks


def _focus(part: Part) -> frozenset[str]:
    """The weighty words of the question besides its subject, which every passage about it shares."""
    if not part.found.hits:
        return frozenset()
    return frozenset(weighty(part.found.query)) - frozenset(weighty(part.found.hits[0].passage.title)) - _ANY_SUBJECT


def _lead_order(heading: str, texts: list[str], similarities: NDArray[np.float32], focus: frozenset[str], subject: _Subject, budget: Budget, said: frozenset[int]) -> list[int]:
    """Sentences of the best passage, in the order in which they are taken; `said` were taken for an earlier part of the question."""
    if said:  # what is left of the passage may answer this part
        return [int(i) for i in np.argsort(-similarities, kind="stable") if int(i) not in said]
    start = _start(heading, texts, similarities, focus, budget)
    return list(range(start, len(texts))) if start else _nearest_run(texts, similarities, subject.names_medicine(texts), budget)


def _nearest_run(texts: list[str], similarities: NDArray[np.float32], named: NDArray[np.float32], budget: Budget) -> list[int]:
    """All sentences if they fit, else the first one and the run of neighbours nearest to the question.

    A sentence on a medicine that the person names counts as nearer. Neighbours stay together because sentences lean on each other; hard ones give way at the plain level.
    """
    if len(texts) <= budget.lead:
        return list(range(len(texts)))
    size = budget.lead - 1
    starts = range(1, len(texts) - size + 1)
    start = max(starts, key=lambda place: float((similarities + _NAMED * named)[place : place + size].sum()))
    chosen = [0, *range(start, start + size)]
    easy = [i for i in chosen if i == 0 or named[i] or reading_grade(texts[i]) <= budget.max_grade]
    return easy if len(easy) >= 3 else chosen


def _start(heading: str, texts: list[str], similarities: NDArray[np.float32], focus: frozenset[str], budget: Budget) -> int:
    """Where the best passage begins to speak of what was asked: 0, or past a first sentence on other things ("Phones, sugar and stress …" for power lines).

    A first sentence stays that answers a heading with what was asked in it, that says whom to call, or that leads to a list.
    """
    best = int(np.argmax(similarities))
    if budget.lead <= BRIEF or similarities[best] < max(NEAR_SENTENCE, similarities[0] + ELSEWHERE) or _ITEM.match(texts[best]) or _CALL.search(texts[0]):
        return 0
    said = focus & frozenset(weighty(texts[best]))
    known = frozenset(weighty(texts[0])) | (frozenset() if _SEVERAL.search(heading) else frozenset(weighty(heading)))
    if not said or focus & known:
        return 0
    start = next(i for i in range(max(1, best - budget.lead // 3), best + 1) if said & frozenset(weighty(texts[i])) and not _ITEM.match(texts[i]))
    while start > 0 and _leans_back(texts[start]):
        start -= 1
    return start if len(texts) - start >= LEAST else 0


def _adds(text: str, similarity: float, focus: frozenset[str]) -> bool:
    """Whether a sentence of a further passage speaks of what was asked, not only of the same disease, and stands alone; a question for the team says nothing."""
    if similarity < NEAR_SENTENCE or _leans_back(text) or _LEANS_ON.search(text):
        return False
    if similarity >= SURE_SENTENCE or not focus:
        return similarity >= ABOUT_SENTENCE
    return bool(focus & frozenset(weighty(text)))


def _take(row: int, texts: list[str], vectors: NDArray[np.float32], similarities: NDArray[np.float32], order: list[int], limit: int, used: list[Chosen]) -> list[Chosen]:
    chosen: list[Chosen] = []
    for i in order:
        if len(chosen) >= limit:
            break
        if all(_new(row, vectors[i], texts[i], other) for other in (*used, *chosen)):
            chosen.append(Chosen(row, i, texts[i], float(similarities[i]), vectors[i]))
    return _without_orphans(chosen)


def _new(row: int, vector: NDArray[np.float32], text: str, other: Chosen) -> bool:
    """Whether a sentence says something else than another one. Within a passage only the same words do not: "… comes back more often" is near to "… can still go into remission"."""
    return (row == other.row or float(vector @ other.vector) < DUPLICATE) and _WORD.findall(text.lower()) != _WORD.findall(other.text.lower())


def _leans_back(text: str) -> bool:
    return bool(_BACKWARD.match(text) or _STUDY.match(text))


def _without_orphans(chosen: list[Chosen]) -> list[Chosen]:
    """Drops sentences that lean on a neighbour which was not chosen ("They also …", "There are three:")."""
    positions = {one.position for one in chosen}
    return [one for one in chosen if not (_leans_back(one.text) and one.position - 1 not in positions) and not (one.text.endswith(":") and one.position + 1 not in positions)]
