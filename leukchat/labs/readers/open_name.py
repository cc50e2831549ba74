"""A name whose value stands on the lines below it: what those lines add to it, and when it is closed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from leukchat.labs.numbers import readings
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.paragraphs import Line
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.sections import placed
from leukchat.labs.readers.segments import Segment
from leukchat.labs.readers.vocabulary import ELSEWHERE, NEUTRAL

_DETAIL = re.compile(r"^\W*(?:method|sample|specimen|technique|technology|methode|metodo|muestra|amostra|material|principle)\b\s*[:(-]")
_RANGE_LABELS = frozenset(
    "normal range ranges reference ref interval intervals standard value values limit limits expected bio biological referenzbereich referenz normbereich normwert normwerte valeurs valeur normales "
    "intervalle limites valores valor referencia referencias rango intervalo normais valori riferimento intervallo limiti usuelles de di des the usual for this test is result lab typical should be between "
    "der normale bereich liegt bei fur diesen ist fourchette habituelle pour cette analyse est".split()
)
_ON_PORTALS = frozenset("view trend trends details chart graph show hide more info learn history verlauf anzeigen voir evolution ver evolucao tendencia".split())
_MAX_BELOW = 7


@dataclass(slots=True)
class OpenName:
    """A segment that waits for its value; `lines` as they were read, `first` the line it began on."""

    segment: Segment
    lines: list[str]
    first: Line
    where: str

    @property
    def source(self) -> str:
        """Everything that was read for it."""
        return " | ".join(self.lines)

    def add(self, text: str, parts: list[Token]) -> str | None:
        """Takes over a line of bare values; a text if none of them can be told to be the value."""
        numbers = [word for part in parts if part.kind == "number" for word in _apart(part.word)]
        if (self.segment.has_value and numbers) or len(self.lines) > _MAX_BELOW:
            return None
        ends = {end for low, high in self._ranges() for end in (low, high)}
        if len(numbers) > 1 and set(numbers) <= ends:
            return None  # the scale of a drawn range
        if len(numbers) > 1:
            return " | ".join((*self.lines, text.strip()))
        limits = is_range_line(parts)  # then `>= 3.5` is no value
        kept = [replace(part, bracketed=True) if limits and part.kind == "bound" else part for part in parts if part.kind != "word"]
        self.segment.tokens += [Token("gap", 0, 0, ""), *kept]
        self.lines.append(text.strip())
        return None

    def scale(self, cut: Callable[[int], list[Token]], index: int, count: int) -> int:
        """How many lines from `index` on are the ends of a drawn range, printed before the value: 2, 1 or 0."""
        if self.segment.has_value or not self._ranges():
            return 0
        low, high = self._ranges()[-1]
        ends = [end for end in (low, high) if end is not None]
        bare = [_bare(cut(place)) for place in range(index, min(index + len(ends) + 1, count))]
        following = bare[len(ends)] if len(bare) > len(ends) else None
        same = len(bare) >= len(ends) and all(one is not None and readings(one) == readings(end) for one, end in zip(bare, ends, strict=False))
        return len(ends) if same and following is not None else 0

    def belongs(self, folded: str, parts: list[Token]) -> Literal["belongs", "closes"] | None:
        """Whether a line under the name is about method or sample, or repeats it; a sample that is not blood closes it."""
        if _DETAIL.match(folded):
            return "closes" if ELSEWHERE.search(folded) else "belongs"
        if any(part.kind not in ("word", "sign", "gap", "name") for part in parts):
            return None
        names = [part.hit.ids for part in parts if part.kind == "name" and part.hit]
        words = [part.word for part in parts if part.kind == "word"]
        if names and all(ids == self.segment.ids for ids in names):
            return None if words else "belongs"
        return "belongs" if words and not names and all(word in NEUTRAL or word in _ON_PORTALS for word in words) else None

    def rows(self) -> list[RawRow]:
        """The rows of what was found."""
        found = placed(read_segment(self.segment, self.source), self.where)
        for row in found:
            row.collected = row.collected or self.first.day or None
            row.page, row.lines = self.first.page, (self.first.first, self.first.last + len(self.lines) - 1)
        return found

    def _ranges(self) -> list[tuple[str | None, str | None]]:
        return [(part.range.low, part.range.high) for part in self.segment.tokens if part.range and part.kind in ("range", "bound")]


def _apart(word: str) -> list[str]:
    """`35 140 210` as three numbers: more than two groups of digits are one number only in round thousands (`4 500 000`)."""
    groups = word.split("_")
    return groups if len(groups) > 2 and groups[-1] != "000" else [word]


def _bare(parts: list[Token]) -> str | None:
    """The number that is all a line holds; None for any other line."""
    kept = [part for part in parts if part.kind != "gap"]
    return kept[0].word if len(kept) == 1 and kept[0].kind == "number" else None


def is_range_line(parts: list[Token]) -> bool:
    """Whether a line only says the range, as portals print it under a name: `Normal range: 4.0 - 11.0 K/uL`."""
    words = {part.word for part in parts if part.kind == "word"}
    kinds = {part.kind for part in parts}
    return bool(words & _RANGE_LABELS) and words <= _RANGE_LABELS and bool(kinds & {"range", "bound"}) and kinds <= {"word", "range", "bound", "unit", "gap", "sign", "flag"}
