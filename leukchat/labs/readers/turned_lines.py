"""Lines that give the number before the name: `11,2 g/dL hemoglobina [12,0 - 16,0]`, `5.100 leucocitos /mm3`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from leukchat.labs.readers import RawRow
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.paragraphs import Line
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment
from leukchat.labs.readers.vocabulary import COLUMN_WORDS

_LEAST = 3
_LEAD = frozenset(("number", "bound"))
_OF = frozenset("de of di d' von do da du des del".split())


def read_turned_lines(lines: Sequence[Line], at: int, tokens: Callable[[int], list[Token]]) -> tuple[int, tuple[RawRow, ...]] | None:
    """The line after such a list that begins with line `at`, and its rows; None where none begins.

    Three lines in a row, blank ones aside, must be of this form.
    """
    if _turned(tokens(at)) is None:
        return None
    found: list[tuple[int, Segment]] = []
    place = at
    while place < len(lines):
        if lines[place].text.strip():
            segment = _turned(tokens(place))
            if segment is None:
                break
            found.append((place, segment))
        place += 1
    sized = sum(any(part.kind == "unit" or part.range for part in segment.tokens) for _, segment in found)
    if len(found) < _LEAST or 2 * sized < len(found):
        return None  # the numbers may only count the lines
    rows: list[RawRow] = []
    for index, segment in found:
        line = lines[index]
        rows += [replace(row, page=line.page, lines=(line.first, line.last)) for row in read_segment(segment, line.text.strip())[:1]]
    return found[-1][0] + 1, tuple(rows)


def _turned(parts: list[Token]) -> Segment | None:
    """The name of a line with the one number in front of it; None for any other line."""
    kept = [part for part in parts if part.kind != "gap" and not (part.kind == "sign" and part.word in "-•*·>")]
    while kept and (kept[0].word in COLUMN_WORDS["value"] or kept[0].word in (":", "=")):
        kept = kept[1:]  # `Resultado: 10,2 g/dL - HEMOGLOBINA`
    if not kept or kept[0].kind not in _LEAD or kept[0].bracketed:
        return None
    at = next((index for index, part in enumerate(kept) if part.kind == "name"), 0)
    name = kept[at]
    if not at or name.hit is None or not name.hit.ids or any(part.kind == "name" and part.hit and part.hit.ids != name.hit.ids for part in kept):
        return None
    between = [part for part in kept[1:at] if not (part.kind == "word" and part.word in _OF) and part.text not in ("-", "–", ":", "=")]
    behind = kept[at + 1 :]
    if any(part.kind not in ("unit", "flag") for part in between) or any(part.kind in _LEAD and not part.bracketed for part in behind):
        return None
    if sum(part.kind == "word" for part in behind) > len(_OF):
        return None
    return Segment(name.text, name.hit.ids, [kept[0], *between, *(part for part in behind if part.kind != "name")], start=name.start)
