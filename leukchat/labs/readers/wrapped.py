"""Names of tests that were broken over two lines: `Lactate` over `dehydrogenase   411  U/L`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leukchat.labs.analytes import exact_name
from leukchat.labs.readers.paragraphs import Line

_LEAD = re.compile(r"\s*(?P<name>[^\W\d_][^\d|\t:]{2,50}?)(?=\s{2,}|\t|\.{3,}|\s*$)")
_MOST_WORDS = 4


def unwrapped(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; two of which only together begin with the name of a test are one, if the second has a number."""
    held: Line | None = None
    for line in lines:
        if held is None:
            held = line
            continue
        if _wraps(held, line):
            held = replace(line, text=f"{held.text.strip()} {line.text.lstrip()}", first=held.first)
            continue
        yield held
        held = line
    if held is not None:
        yield held


def _wraps(first: Line, second: Line) -> bool:
    above = first.text.strip()
    if first.page != second.page or not above or len(above.split()) > _MOST_WORDS or any(not (char.isalpha() or char in " -.,'") for char in above):
        return False
    lead = _LEAD.match(second.text)
    if lead is None or not any(char.isdigit() for char in second.text) or exact_name(lead["name"]):
        return False
    return bool(exact_name(f"{above} {lead['name']}"))
