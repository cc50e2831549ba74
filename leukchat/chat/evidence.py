"""Decides whether a question belongs here, and whether what was found can answer it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import Stemmer

from leukchat.retrieval.bm25 import tokenize
from leukchat.retrieval.retriever import Retrieved
from leukchat.retrieval.store import SearchIndex
from leukchat.retrieval.synonyms import expansions
from leukchat.types import Hit

ENOUGH = 0.62
IN_SCOPE = 0.40
_GENERIC = frozenset(
    (
        "symptom sign treat treatment caus diagnos test risk outlook prognosi diseas disord syndrom condit patient peopl person doctor help affect inherit "
        "genet chang relat prevent complic stage research clinic trial inform mani much long get take make feel thing way day year week month time good bad "
        "best better new old high low normal common kind type differ first work use need want ask question care health medic medicin life live dad mom mum "
        "mother father son daughter husband wife brother sister friend child kid famili babi year-old still also even realli say said tell told hear heard read "
        "know think worri scare like someth anyth"
    ).split()
)
_LEUKEMIA = re.compile(
    r"\b(?:leuk(?:a)?emi\w*|lukemi\w*|luekemi\w*|leukimi\w*|aml|cml|cll|sll|apl|cmml|jmml|mds|myelodysplas\w*|blood cancer|hematolog\w*|haematolog\w*|chemo\w*|bone marrow|stem cell|blasts?|neutro\w*|platelets?|white (?:blood )?(?:cells?|count)|wbc|anc|cbc|"
    r"hemoglobin|haemoglobin|transfusion\w*|remission|relapse\w*|oncolog\w*|car-?t|gvhd|mrd|philadelphia|bcr|tki|imatinib|gleevec|venetoclax|ibrutinib|dasatinib|lumbar puncture|spinal tap|cancer|tumou?r|blood (?:test|count)s?)\b"
)


class Scope(StrEnum):
    """Where a question belongs."""

    enough = "enough"
    no_evidence = "no_evidence"
    out_of_scope = "out_of_scope"


@dataclass(frozen=True)
class Evidence:
    """How well the best passage carries the question: cosine and share of its weighty words."""

    similarity: float
    coverage: float

    @property
    def score(self) -> float:
        """One figure between 0 and 1: weights fitted on the development questions (see `evaluate scope`)."""
        return 0.6 * self.similarity + 0.4 * self.coverage


class EvidenceJudge:
    """Weighs what was found; knows how rare each word is in the indexed texts."""

    def __init__(self, index: SearchIndex) -> None:
        self._stem = Stemmer.Stemmer("english")
        self._known = frozenset(self._stem.stemWords(sorted(index.vocabulary)))
        self._rows = max(1, len(index))

    def weigh(self, question: str, found: Retrieved) -> Evidence:
        """Evidence from the best of the first three passages."""
        best = Evidence(0.0, 0.0)
        terms = self._terms(question)
        for hit in found.hits[:3]:
            evidence = Evidence(hit.similarity, self._coverage(terms, hit))
            if evidence.score > best.score:
                best = evidence
        return best

    def decide(self, question: str, found: Retrieved) -> Scope:
        """Whether the passages found are enough; if not, whether the question belongs here at all."""
        evidence = self.weigh(question, found)
        if evidence.score >= ENOUGH:
            return Scope.enough
        if _LEUKEMIA.search(question.lower()) or (evidence.score >= IN_SCOPE and evidence.similarity >= 0.45):
            return Scope.no_evidence
        return Scope.out_of_scope

    def _terms(self, question: str) -> dict[str, frozenset[str]]:
        """Weighty words of the question, each with the stems that count as the same."""
        terms: dict[str, frozenset[str]] = {}
        for stem in tokenize(question, self._stem):
            if stem not in _GENERIC and len(stem) > 2 and not stem.isdigit():
                terms[stem] = frozenset((stem,))
        for name in _phrases(question):
            others = frozenset(token for phrase in expansions(name) for token in tokenize(phrase, self._stem))
            for stem in tokenize(name, self._stem):
                if stem in terms:
                    terms[stem] |= others
        return terms

    def _coverage(self, terms: dict[str, frozenset[str]], hit: Hit) -> float:
        if not terms:
            return hit.similarity
        passage = hit.passage
        words = frozenset(tokenize(f"{passage.title} {passage.section} {passage.text} {passage.ask}", self._stem))
        weights = {stem: 1.0 if stem in self._known else 1.6 for stem in terms}
        covered = sum(weights[stem] for stem, same in terms.items() if same & words)
        return covered / math.fsum(weights.values())


def _phrases(question: str) -> Iterable[str]:
    tokens = re.findall(r"[A-Za-z0-9'+-]+", question)
    for size in (3, 2, 1):
        for start in range(len(tokens) - size + 1):
            yield " ".join(tokens[start : start + size])
