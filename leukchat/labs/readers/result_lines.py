"""Results on a labelled line under the name of their test: `SÓDIO` over `RESULTADO: 139 mmol/L`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from leukchat.labs.folding import fold
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.paragraphs import Line
from leukchat.labs.readers.segments import Segment, split_segments
from leukchat.labs.readers.vocabulary import COLUMN_WORDS, ELSEWHERE, MARROW

# What a label of the result is made of; one of the first kind must be there.
_RESULTS = COLUMN_WORDS["value"] | frozenset("patient patients patiente paciente patientin patientenwert paziente hasta".split())
_WITH = frozenset(
    "your ihr ihre votre su seu sua tempo time temps tiempo zeit test of do del da de du der des della current measured obtido obtenido gemessen gemessener value result in on is".split()
)
_LABELS = _RESULTS | _WITH
_PREVIOUS = COLUMN_WORDS["previous"] - {"before", "baseline", "last"}
_DETAIL = re.compile(
    r"^\W*(?:material|specimen|sample|muestra|amostra|campione|probe|method|methode|metodo|technique|tecnica|metodologia|status|collected|data da coleta|coletado|nota|note|obs)\b|^\W*\([^)]*\)\W*$"
)
_LOOK = 4
_MOST_WORDS = 9


def is_result_line(parts: Sequence[Token]) -> bool:
    """Whether a line only gives the result of the test above: a label of results, then its number, unit, range and flag."""
    first = next((index for index, part in enumerate(parts) if part.kind in ("number", "bound")), None)
    if first is None:
        return False
    lead = [part for part in parts[:first] if part.kind != "gap" and not (part.kind == "sign" and part.word in ":=-")]
    words = {part.word for part in lead}
    labelled = bool(lead) and all(part.kind in ("word", "flag") for part in lead) and words <= _LABELS and bool(words & _RESULTS)
    return labelled and not any(part.kind == "name" for part in parts)


def is_previous_line(parts: Sequence[Token]) -> bool:
    """Whether a line gives an older result: `Previous result: 61 K/uL`."""
    return any(part.kind == "word" and part.word in _PREVIOUS for part in parts[:3]) and not any(part.kind == "name" for part in parts)


def title_of_result(lines: Sequence[Line], at: int, tokens: Callable[[int], list[Token]]) -> Segment | None:
    """The name that line `at` holds, if it is the title of a result that a labelled line below gives; else None."""
    parts = tokens(at)
    if any(part.kind in ("number", "bound", "range") for part in parts) or not any(part.hit and part.hit.ids for part in parts):
        return None
    if sum(part.kind == "word" for part in parts) > _MOST_WORDS:
        return None
    segments = [segment for segment in split_segments(lines[at].text, parts) if segment.ids]
    folded = fold(lines[at].text)
    if not segments or len({segment.ids for segment in segments}) > 1 or ELSEWHERE.search(folded) or MARROW.search(folded):
        return None
    for index in range(at + 1, min(at + 1 + _LOOK, len(lines))):
        if not lines[index].text.strip() or _DETAIL.match(fold(lines[index].text)) or is_previous_line(tokens(index)):
            if ELSEWHERE.search(fold(lines[index].text)):
                return None
            continue
        return Segment(segments[0].name, segments[0].ids, [], start=segments[0].start) if is_result_line(tokens(index)) else None
    return None
