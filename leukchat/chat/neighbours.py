"""Other diseases of the blood: a question about one is answered only where a section is about it and about what is asked."""

from __future__ import annotations

import re

from leukchat.retrieval.bm25 import tokenize
from leukchat.retrieval.subtypes import named_subtypes
from leukchat.retrieval.terms import stemmer

_OTHER = re.compile(
    r"\b(?:(?:non-hodgkin|hodgkin|burkitt|mantle cell|follicular|plasmablastic|marginal zone|cns|primary)?[ -]?lymphomas?|(?:non-)?hodgkin\w*|myelomas?|waldenstr\w+|amyloidosis|castleman\w*|polycyth\w+|"
    r"thrombocyth\w+|myelofibrosis|mastocytosis|\w*histiocytosis|h[ae]+mophilia|von willebrand\w*|thalass\w+|sickle[ -]cell|aplastic an[ae]+mia|fanconi\w*|diamond[ -]blackfan|"
    r"pernicious an[ae]+mia|\w*erythropoietic an[ae]+mia|h[ae]+molytic an[ae]+mia|sideroblastic|itp|(?:immune|idiopathic|x-linked|inherited|congenital|amegakaryocytic) thrombocytop\w+|"
    r"thrombocytop\w+ (?:with|purpura)|thrombocytopenic purpura|(?:congenital|cyclic) neutropenia|g6pd|paroxysmal nocturnal|pnh|ttp|h[ae]+mochromatosis|porphyria|"
    r"eosinophilic \w+itis|eosinophilic enteropathy|\w+ deficiency|agammaglobulin\w+|wiskott\w*|chediak\w*)\b",
    re.IGNORECASE,
)
_LEUKEMIA = re.compile(r"\bleuk(?:a)?emi", re.IGNORECASE)
# What is asked about a disease, by the stem in the question, and the stems of headings that answer it.
_KINDS = {
    "symptom": frozenset(("symptom", "sign", "notic")),
    "sign": frozenset(("symptom", "sign", "notic")),
    "treat": frozenset(("treat", "treatment")),
    "treatment": frozenset(("treat", "treatment")),
    "diagnos": frozenset(("diagnos", "found")),
    "caus": frozenset(("caus", "risk")),
    "risk": frozenset(("risk", "caus")),
    "inherit": frozenset(("inherit", "famili")),
    "genet": frozenset(("gene", "genet", "inherit")),
    "affect": frozenset(("common", "mani")),
    "outlook": frozenset(("outlook", "surviv", "cure", "prognosi")),
    "prognosi": frozenset(("outlook", "surviv", "cure", "prognosi")),
    "stage": frozenset(("stage", "phase")),
    "research": frozenset(("research", "trial")),
    "complic": frozenset(("problem", "complic")),
    "prevent": frozenset(("prevent",)),
}


def other_disease(question: str) -> str:
    """The disease of the blood that a question names instead of leukemia; empty when it names none, or both."""
    found = _OTHER.search(question)
    return found[0] if found and not _LEUKEMIA.search(question) and not named_subtypes(question) else ""


def is_about(heading: str, disease: str, question: str) -> bool:
    """Whether a section's heading names a disease and asks what the question asks about it (its symptoms, its treatment …)."""
    stems = frozenset(tokenize(heading, stemmer()))
    kinds = [answering for word, answering in _KINDS.items() if word in tokenize(question, stemmer())]
    return frozenset(tokenize(disease, stemmer())) <= stems and all(stems & answering for answering in kinds)
