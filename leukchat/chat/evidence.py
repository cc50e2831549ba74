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
from leukchat.retrieval.synonyms import other_names
from leukchat.retrieval.terms import weighty
from leukchat.safety.drugs import find_drugs
from leukchat.types import Hit

# Least score and least meaning (both 0 to 1) to answer, fitted on the development questions
# (`leukchat evaluate scope`): low when the question speaks of leukemia or of the person, high for
# a bare question about anything.
LEUKEMIA = (0.33, 0.30)
PERSONAL = (0.36, 0.36)
OTHER = (0.60, 0.50)
PLAIN_ENOUGH = 0.60
NEIGHBOUR = 0.45
_LEUKEMIA = re.compile(
    r"\b(?:leuk(?:a)?emi\w*|lukemi\w*|luekemi\w*|leukimi\w*|aml|cml|cll|sll|apl|cmml|jmml|mds|myelodysplas\w*|blood cancer|hematolog\w*|haematolog\w*|chemo\w*|bone marrow|stem cell|blasts?|neutro\w*|platelets?|white (?:blood )?(?:cells?|count)|wbc|anc|cbc|"
    r"hemoglobin|haemoglobin|transfusion\w*|remission|relapse\w*|oncolog\w*|car-?t|gvhd|mrd|philadelphia|bcr|tki|imatinib|gleevec|venetoclax|ibrutinib|dasatinib|lumbar puncture|spinal tap|cancer|tumou?r|blood (?:test|count)s?|transplant\w*|immunocompromised|low counts|nadir|infusion\w*|plt|hgb|hb|diagnos\w*|my counts)\b"
)
_DISEASE = frozenset(("leukemia", "leukaemia", "cancer", "aml", "cml", "cll", "apl", "mds", "blood", "bone", "marrow", "acut", "chronic", "myeloid", "lymphoblast", "lymphocyt"))
_PERSONAL = re.compile(
    r"\b(?:i|i'?m|i'?ve|my|me|mine|we|our|us|he|she|his|her|husband|wife|son|daughter|mom|mum|dad|kid|kids|hubby|partner|toddler|child|grand\w+|sister|brother|friend|aunt|uncle|teenager)\b"
)


class Scope(StrEnum):
    """Where a question belongs."""

    enough = "enough"
    no_evidence = "no_evidence"
    out_of_scope = "out_of_scope"


@dataclass(frozen=True)
class Evidence:
    """How well a passage carries the question: cosine of the passage and of its nearest sentence, share of weighty words.

    `named` is false when the passage holds none of the words that say what is asked about the disease;
    `unknown` is true when the question has a word, a new drug's name say, that no indexed text holds.
    """

    similarity: float
    sentence: float
    coverage: float
    named: bool = True
    unknown: bool = False

    @property
    def meaning(self) -> float:
        """The two cosines in one figure."""
        return 0.6 * self.similarity + 0.4 * self.sentence

    @property
    def score(self) -> float:
        """One figure from 0 to 1: half for meaning, half for the words covered."""
        return 0.5 * self.meaning + 0.5 * self.coverage


class EvidenceJudge:
    """Weighs what was found; knows how rare each word is in the indexed texts."""

    def __init__(self, index: SearchIndex) -> None:
        self._stem = Stemmer.Stemmer("english")
        self._known = frozenset(self._stem.stemWords(sorted(index.vocabulary)))
        self._rows = max(1, len(index))

    def weigh(self, question: str, found: Retrieved) -> Evidence:
        """Evidence from the best of the first three passages."""
        terms = self._terms(question)
        unknown = any(len(stem) >= 6 and stem not in self._known for stem in terms)
        best = Evidence(0.0, 0.0, 0.0, named=False, unknown=unknown)
        for hit in found.hits[:3]:
            coverage, named = self._coverage(terms, hit)
            evidence = Evidence(hit.similarity, hit.sentence, coverage, named, unknown)
            if evidence.score > best.score:
                best = evidence
        return best

    def decide(self, question: str, found: Retrieved) -> Scope:
        """Whether the passages found are enough; if not, whether the question belongs here at all."""
        evidence = self.weigh(question, found)
        about = speaks_of_leukemia(question)
        score, meaning = LEUKEMIA if about else PERSONAL if _PERSONAL.search(question.lower()) else OTHER
        if evidence.score >= score and evidence.meaning >= meaning and (evidence.named or (evidence.meaning >= PLAIN_ENOUGH and not evidence.unknown)):
            return Scope.enough
        return Scope.no_evidence if about or evidence.similarity >= NEIGHBOUR else Scope.out_of_scope

    def _terms(self, question: str) -> dict[str, frozenset[str]]:
        """Weighty words of the question, each with the stems that count as the same."""
        terms: dict[str, frozenset[str]] = {}
        for stem in weighty(question):
            terms[stem] = frozenset((stem,))
        for name in _phrases(question):
            others = frozenset(token for phrase in other_names(name) for token in tokenize(phrase, self._stem))
            for stem in tokenize(name, self._stem):
                if stem in terms:
                    terms[stem] |= others
        return terms

    def _coverage(self, terms: dict[str, frozenset[str]], hit: Hit) -> tuple[float, bool]:
        """Share of the weighty words that the passage holds, and whether one besides the disease is among them."""
        if not terms:
            return hit.similarity, True
        passage = hit.passage
        words = frozenset(tokenize(f"{passage.title} {passage.section} {passage.text} {passage.ask}", self._stem))
        weights = {stem: 1.0 if stem in self._known else 1.6 for stem in terms}
        held = [stem for stem, same in terms.items() if same & words]
        others = [stem for stem in terms if stem not in _DISEASE]
        return math.fsum(weights[stem] for stem in held) / math.fsum(weights.values()), not others or any(stem in held for stem in others)


def speaks_of_leukemia(question: str) -> bool:
    """Whether a question names leukemia, its tests or treatment, or a medicine used in it."""
    plain = question.lower()
    return bool(_LEUKEMIA.search(plain) or re.search(r"\bALL\b", question)) or any(m.drug.kind == "leukemia" or m.drug.leukemia for m in find_drugs(plain))


def _phrases(question: str) -> Iterable[str]:
    tokens = re.findall(r"[A-Za-z0-9'+-]+", question)
    for size in (3, 2, 1):
        for start in range(len(tokens) - size + 1):
            yield " ".join(tokens[start : start + size])
