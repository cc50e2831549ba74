"""The first line of an answer in the person's own language: who is frightened should not have to translate.

The languages and their lines are data (`data/emergency_tongues.yaml`); English needs no line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from leukchat.safety.emergency.lexicon import read_data
from leukchat.safety.helplines import Helpline

_ENGLISH = frozenset(
    "the my i im a is are was and to of in he she it for on at what how do does have has had been with his her you this that no not any after since can cant "
    "will me we our they who when there their be an or but so rather than go again through would could should if think want out up down now".split()
)
_WORD = re.compile(r"[a-z]+")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
LOOKED_AT = 400  # characters read to tell the language


@cache
def _tongues() -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, frozenset[str]]]:
    lines: Mapping[str, Mapping[str, str]] = read_data("emergency_tongues.yaml")
    return lines, {name: frozenset(row["words"].split()) for name, row in lines.items()}


def tongue(text: str) -> str:
    """The language of a normalised text, as in the data file; empty for English, and in doubt."""
    beginning = text[:LOOKED_AT].replace("'", "")
    if len(_DEVANAGARI.findall(beginning)) > 3:
        return "hi"
    words = _WORD.findall(beginning)
    counted = sorted(((sum(word in known for word in words), name) for name, known in _tongues()[1].items()), reverse=True)
    (most, name), (next_most, _) = counted[:2]
    return name if most > next_most and most > sum(word in _ENGLISH for word in words) and (most > 1 or len(words) < 5) else ""


def in_tongue(name: str, act: str, numbers: Helpline) -> str:
    """The bold line for an act (team, ambulance, bleeding, poison, today, crisis), with the blank line after it; empty for English."""
    if not name:
        return ""
    poison = numbers.poison or numbers.emergency
    return f"**{_tongues()[0][name][act].format(emergency=numbers.emergency, poison=poison, crisis=numbers.crisis)}**\n\n"
