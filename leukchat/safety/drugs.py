"""The curated list of drugs (`data/drugs.csv`): recognises names, brands, abbreviations and misspellings."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from leukchat.types import Value

DATA_DIR = Path(__file__).resolve().parent.parent / "data"
_WORD = re.compile(r"[a-z0-9\u0900-\u097f]+(?:[-'+/&.][a-z0-9]+)*\+?")
_MAX_WORDS = 4
_AMBIGUOUS = frozenset(("iron zinc calcium magnesium potassium sodium vitamin vitamins fiber salt sugar caffeine alcohol pred dex ven go pen act mac ace arb map").split())


class Drug(Value):
    """One row of the drug table."""

    id: str
    name: str
    kind: str
    drug_class: str
    names: tuple[str, ...]
    leukemia: tuple[str, ...]
    route: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class DrugMention:
    """A drug named in a text, with its place there."""

    drug: Drug
    start: int
    end: int


def _split(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split("|") if part.strip())


@cache
def drug_table() -> tuple[Drug, ...]:
    """All rows of the drug table."""
    with (DATA_DIR / "drugs.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Drug(
                id=row["id"],
                name=row["name"],
                kind=row["kind"],
                drug_class=row["class"],
                names=(row["name"], *_split(row["synonyms"]), *_split(row["brands"]), *_split(row["abbreviations"]), *_split(row["misspellings"])),
                leukemia=_split(row["leukemia"]),
                route=_split(row["route"]),
                source=row["source"],
            )
            for row in csv.DictReader(file)
        )


@cache
def _by_words() -> dict[tuple[str, ...], Drug]:
    table: dict[tuple[str, ...], Drug] = {}
    for drug in drug_table():
        for name in drug.names:
            table.setdefault(tuple(_WORD.findall(name.lower())), drug)
    table.pop((), None)
    return table


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _by_words())


def find_drugs(text: str) -> list[DrugMention]:
    """Drugs named in a lower-case text (see `normalise`), longest names first, without overlap."""
    table, first = _by_words(), _first_words()
    matches = list(_WORD.finditer(text))
    found: list[DrugMention] = []
    index = 0
    while index < len(matches):
        step = 1
        if matches[index][0] in first or matches[index][0].rstrip("s") in first:
            for size in range(min(_MAX_WORDS, len(matches) - index), 0, -1):
                words = tuple(match[0] for match in matches[index : index + size])
                drug = table.get(words) or (table.get((*words[:-1], words[-1].removesuffix("s"))) if words[-1].endswith("s") else None)
                if drug is not None:
                    found.append(DrugMention(drug, matches[index].start(), matches[index + size - 1].end()))
                    step = size
                    break
        index += step
    return found


def is_medicine(mention: DrugMention, text: str) -> bool:
    """Whether a mention is a medicine rather than a nutrient in food or a lab value."""
    return mention.drug.kind != "supplement" or text[mention.start : mention.end] not in _AMBIGUOUS
