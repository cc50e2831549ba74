"""The words of a question that carry its meaning."""

from __future__ import annotations

from functools import cache
from typing import Any

from leukchat.retrieval.bm25 import tokenize

# Stems that nearly every patient's question holds, so that they tell nothing about what it is about.
_GENERIC = frozenset(
    (
        "symptom sign treat treatment caus diagnos test risk outlook prognosi diseas disord syndrom condit patient peopl person doctor help affect inherit "
        "genet chang relat prevent complic stage research clinic trial inform mani much long get take make feel thing way day year week month time good bad "
        "best better new old high low normal common kind type differ first work use need want ask question care health medic medicin life live dad mom mum "
        "mother father son daughter husband wife brother sister friend child kid famili babi year-old still also even realli say said tell told hear heard read "
        "know think worri scare like someth anyth safe okay actual whole"
    ).split()
)


@cache
def stemmer() -> Any:
    """The English Snowball stemmer."""
    import Stemmer

    return Stemmer.Stemmer("english")


def weighty(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, each once, in order."""
    stems = tokenize(text, stemmer())
    return tuple(dict.fromkeys(stem for stem in stems if stem not in _GENERIC and len(stem) > 2 and not stem.isdigit()))
