"""Lay words, abbreviations and brand names beside their medical terms, for search.

The groups come from `data/synonyms.yaml` and from the names in `data/drugs.csv`; each has a source.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import yaml

DATA_DIR = Path(__file__).resolve().parent.parent / "data"
_WORDS = re.compile(r"[a-z0-9]+(?:[-'+:/][a-z0-9]+)*")
_MAX_WORDS = 5


def words(text: str) -> list[str]:
    """Lower-case words of a text; hyphenated terms stay whole."""
    return _WORDS.findall(text.lower().replace("’", "'"))


@cache
def _groups() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each term, as words, with the other terms of its group (the medical names first)."""
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    rows = yaml.load((DATA_DIR / "synonyms.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)  # noqa: S506 - both are the safe loader
    groups = [[str(term) for term in row["terms"]] for row in rows]
    with (DATA_DIR / "drugs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            fields = (row["name"], row["synonyms"], row["brands"], row["abbreviations"], row["misspellings"])
            groups.append([term for field in fields for term in field.split("|") if term])
    for group in groups:
        for term in group:
            others = [other.lower() for other in group if other.lower() != term.lower()]
            table.setdefault(tuple(words(term)), tuple(others))
    table.pop((), None)
    return table


def expansions(query: str, limit: int = 4) -> list[str]:
    """Other names for the terms in a query, at most `limit` per term; longest terms first."""
    table = _groups()
    tokens = words(query)
    found: list[str] = []
    index = 0
    while index < len(tokens):
        for size in range(min(_MAX_WORDS, len(tokens) - index), 0, -1):
            others = table.get(tuple(tokens[index : index + size]))
            if others is not None:
                found += [other for other in others[:limit] if other not in found]
                index += size - 1
                break
        index += 1
    return found


def other_names(term: str) -> tuple[str, ...]:
    """The other terms of the group that holds exactly this term; none when no group does."""
    return _groups().get(tuple(words(term)), ())


@cache
def known_words() -> frozenset[str]:
    """Every single word that stands in the tables, right or (on purpose) wrong."""
    return frozenset(word for term in _groups() for word in term)
