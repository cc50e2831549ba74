"""Patterns of many alternatives that each begin at a word's edge, compiled so that the edge is looked for once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_EDGE = r"\b"


def alternatives(pattern: str) -> re.Pattern[str]:
    r"""A pattern that matches the same texts: `\ba|\bb` becomes `\b(?:a|b)`, which can turn most places down by their first letter."""
    parts = []
    for at_edge, branches in groupby(_branches(pattern), key=lambda branch: branch.startswith(_EDGE)):
        joined = list(branches)
        parts += [rf"\b(?:{'|'.join(branch.removeprefix(_EDGE) for branch in joined)})"] if at_edge else joined
    return re.compile("|".join(parts))


def _branches(pattern: str) -> Iterator[str]:
    """The alternatives at a pattern's top level."""
    depth, in_class, start, place = 0, False, 0, 0
    while place < len(pattern):
        char = pattern[place]
        if char == "\\":
            place += 1
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            yield pattern[start:place]
            start = place + 1
        place += 1
    yield pattern[start:]
