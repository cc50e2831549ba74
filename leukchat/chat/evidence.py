"""Decides whether a question belongs here, and whether what was found can answer it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

import numpy as np
import Stemmer
from numpy.typing import NDArray

from leukchat.chat.neighbours import is_about, other_disease
from leukchat.retrieval.bm25 import tokenize
from leukchat.retrieval.embedder import Embedder
from leukchat.retrieval.retriever import Retrieved
from leukchat.retrieval.store import SearchIndex
from leukchat.retrieval.synonyms import other_names
from leukchat.retrieval.terms import weighty
from leukchat.safety.scope import other_topics, speaks_of_leukemia, speaks_personally
from leukchat.types import Hit

# Least weight to answer, fitted on the development questions and 800 unrelated ones (`leukchat evaluate
# scope` measures on others): low when the question tells of the person, high for a bare question about anything.
OWN_LEUKEMIA, LEUKEMIA, OWN, OTHER = 0.51, 0.65, 0.48, 1.02
NEIGHBOUR = 0.45
UNSURE = 0.15  # below it a question asks for none of our sections, whatever it sounds like
# What the weight is made of, besides the meaning: see `Evidence.weight`.
COVERED, MARGIN, UNKNOWN_WORD, NOT_NAMED = 0.15, 1.5, 0.1, 0.2
_DISEASE = frozenset(("leukemia", "leukaemia", "cancer", "aml", "cml", "cll", "apl", "mds", "blood", "bone", "marrow", "acut", "chronic", "myeloid", "lymphoblast", "lymphocyt"))


class Scope(StrEnum):
    """Where a question belongs."""

    enough = "enough"
    no_evidence = "no_evidence"
    out_of_scope = "out_of_scope"


@dataclass(frozen=True)
class Evidence:
    """How well a passage carries the question: cosine of the passage and of its nearest sentence, share of weighty words.

    `named` is false when the passage holds none of the words that say what is asked about the disease;
    `unknown` is true when the question has a word, a new drug's name say, that no indexed text holds;
    `elsewhere` is the cosine of the question and the nearest topic that is not for us.
    """

    similarity: float
    sentence: float
    coverage: float
    named: bool = True
    unknown: bool = False
    elsewhere: float = 0.0

    @property
    def meaning(self) -> float:
        """The two cosines in one figure."""
        return 0.6 * self.similarity + 0.4 * self.sentence

    @property
    def score(self) -> float:
        """One figure from 0 to 1: half for meaning, half for the words covered."""
        return 0.5 * self.meaning + 0.5 * self.coverage

    @property
    def weight(self) -> float:
        """What decides: meaning, words covered, and how much nearer the passage is than another topic."""
        doubts = UNKNOWN_WORD * self.unknown + NOT_NAMED * (not self.named)
        return self.meaning + COVERED * self.coverage + MARGIN * (self.meaning - self.elsewhere) - doubts


class EvidenceJudge:
    """Weighs what was found; knows how rare each word is in the indexed texts."""

    def __init__(self, index: SearchIndex, embedder: Embedder) -> None:
        self._embedder = embedder
        self._index = index
        self._stem = Stemmer.Stemmer("english")
        self._known = frozenset(self._stem.stemWords(sorted(index.vocabulary)))
        self._terms = lru_cache(maxsize=64)(self._find_terms)

    def weigh(self, question: str, found: Retrieved) -> Evidence:
        """Evidence from the best of the first three passages; slips of spelling that the search mended don't count."""
        terms = self._terms(question)
        unknown = any(len(stem) >= 6 and stem not in self._known for stem in self._terms(found.query))
        elsewhere = float(np.max(self._topics @ found.vector))
        best = Evidence(0.0, 0.0, 0.0, named=False, unknown=unknown, elsewhere=elsewhere)
        for hit, row in zip(found.hits[:3], found.rows, strict=False):
            coverage, named = self._coverage(terms, hit, row)
            evidence = Evidence(hit.similarity, hit.sentence, coverage, named, unknown, elsewhere)
            if evidence.score > best.score:
                best = evidence
        return best

    def decide(self, question: str, found: Retrieved, about: bool = False) -> Scope:
        """Whether the passages found are enough; if not, whether the question belongs here at all. `about`: the person is known to have leukemia."""
        evidence = self.weigh(question, found)
        named = speaks_of_leukemia(question)
        other = other_disease(question)
        if other and not any(is_about(hit.passage.section, other, found.query) for hit in found.hits[:3]):
            return Scope.no_evidence
        about = about or named
        own = speaks_personally(question, unknown=evidence.unknown)
        least = (OWN_LEUKEMIA if own else LEUKEMIA) if about else (OWN if own else OTHER)
        if evidence.weight >= least and (evidence.named or not evidence.unknown):
            return Scope.enough
        near = evidence.similarity >= max(NEIGHBOUR, evidence.elsewhere) and (found.sure is None or found.sure >= UNSURE)
        return Scope.no_evidence if named or near else Scope.out_of_scope

    @cached_property
    def _topics(self) -> NDArray[np.float32]:
        """Vectors of the topics that are not for us, one a row."""
        return self._embedder.encode(list(other_topics()))

    def _find_terms(self, question: str) -> dict[str, frozenset[str]]:
        """Weighty words of the question, each with the stems that count as the same."""
        terms: dict[str, frozenset[str]] = {}
        for stem in weighty(question):
            terms[stem] = frozenset((stem,))
        for name in _phrases(question):
            others = frozenset(token for phrase in other_names(name) for token in tokenize(phrase, self._stem))
            for stem in tokenize(name, self._stem) if others else ():
                if stem in terms:
                    terms[stem] |= others
        return terms

    def _coverage(self, terms: dict[str, frozenset[str]], hit: Hit, row: int) -> tuple[float, bool]:
        """Share of the weighty words that the passage holds, and whether one besides the disease is among them."""
        if not terms:
            return hit.similarity, True
        words = self._index.words(row)
        weights = {stem: 1.0 if stem in self._known else 1.6 for stem in terms}
        held = [stem for stem, same in terms.items() if same & words]
        others = [stem for stem in terms if stem not in _DISEASE]
        return math.fsum(weights[stem] for stem in held) / math.fsum(weights.values()), not others or any(stem in held for stem in others)


def _phrases(question: str) -> Iterable[str]:
    tokens = re.findall(r"[A-Za-z0-9'+-]+", question)
    for size in (3, 2, 1):
        for start in range(len(tokens) - size + 1):
            yield " ".join(tokens[start : start + size])
