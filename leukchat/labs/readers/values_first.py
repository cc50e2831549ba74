"""Lists in which each value stands on the line above its name: `8.8 g/dL` over `Hemoglobin`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from leukchat.labs.readers import RawRow
from leukchat.labs.readers.blocks import lone_name
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.line_numbers import value_tokens
from leukchat.labs.readers.paragraphs import Line
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import only_values

_LEAST = 2
SAID = "The value stands on the line above its name; please check that they belong together."


def read_values_first(lines: Sequence[Line], at: int, tokens: Callable[[int], list[Token]]) -> tuple[int, tuple[RawRow, ...]] | None:
    """The line after such a list that begins with line `at`, and its rows; None where none begins.

    It must take turns from its first line, a value, to its last, a name: else the names may stand above.
    """
    if not _is_value(tokens(at)):
        return None
    filled = [index for index in range(at, len(lines)) if lines[index].text.strip()]
    pairs: list[tuple[int, int]] = []
    place = 0
    while place + 1 < len(filled) and _is_value(tokens(filled[place])) and lone_name(tokens(filled[place + 1])):
        pairs.append((filled[place], filled[place + 1]))
        place += 2
    if len(pairs) < _LEAST or (place < len(filled) and _is_value(tokens(filled[place]))):
        return None
    rows: list[RawRow] = []
    for value, name in pairs:
        if segment := lone_name(tokens(name)):
            source = f"{lines[value].text.strip()} | {lines[name].text.strip()}"
            found = read_segment(replace(segment, tokens=list(tokens(value)), warnings=(SAID,)), source)
            rows += [replace(row, page=lines[value].page, lines=(lines[value].first, lines[name].last)) for row in found]
    return pairs[-1][1] + 1, tuple(rows)


def _is_value(parts: list[Token]) -> bool:
    return only_values(parts) and len(value_tokens(parts)) == 1 and not any(part.kind == "date" for part in parts)
