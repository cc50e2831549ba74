"""Patterns of many alternatives that each begin at a word's edge, compiled so that the edge is looked for once."""

from __future__ import annotations

import re
from itertools import groupby

from leukchat.safety.needed_words import alternatives as branches_of

_EDGE = r"\b"


def alternatives(pattern: str) -> re.Pattern[str]:
    r"""A pattern that matches the same texts: `\ba|\bb` becomes `\b(?:a|b)`, which can turn most places down by their first letter."""
    parts = []
    for at_edge, branches in groupby(branches_of(pattern), key=lambda branch: branch.startswith(_EDGE)):
        joined = list(branches)
        parts += [rf"\b(?:{'|'.join(branch.removeprefix(_EDGE) for branch in joined)})"] if at_edge else joined
    return re.compile("|".join(parts))
