"""The curated list of drugs (`data/drugs.csv`): recognises names, brands, abbreviations and misspellings."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
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
    synonyms: tuple[str, ...]
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
                synonyms=_split(row["synonyms"]),
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


_TYPO_LETTERS = 7
_LONGEST_NAME = 40
_DOUBLED = re.compile(r"(.)\1")
_VOWELS = re.compile(r"[aeiouy]+")
# English words that are one slip away from a medicine's name.
_ENGLISH = frozenset(
    (
        "hearing hearings pancreatic interferon interferons lactate lactates lactose pathology pathologies cytopenia retrovirus perinatal heparan teasing methylene amidine program programs imitation heaping heparins"
    ).split()
)


@cache
def single_names() -> dict[str, Drug]:
    """Names of one long word: substances, and brands of the leukemia drugs (other brands are too near to English words)."""
    names: dict[str, Drug] = {}
    for drug in drug_table():
        if drug.kind == "supplement":
            continue
        for name in drug.names if drug.kind == "leukemia" else (drug.name, *drug.synonyms):
            word = name.lower()
            if len(word) >= _TYPO_LETTERS and word.isalpha() and word.isascii():
                names.setdefault(word, drug)
    return names


@cache
def _typos() -> dict[str, Drug]:
    """Names with one letter left out, and names by sound, each with its drug; ambiguous ones are left out."""
    table: dict[str, Drug] = {}
    doubtful: set[str] = set()
    for name, drug in single_names().items():
        keys = {name[:i] + name[i + 1 :] for i in range(1, len(name))} | {"#" + _sound(name)}
        for key in keys:
            if table.setdefault(key, drug).id != drug.id:
                doubtful.add(key)
    return {key: drug for key, drug in table.items() if key not in doubtful}


def _sound(word: str) -> str:
    """A word as it sounds: one vowel for all, ph as f, y as a vowel, no doubled letters."""
    plain = word.replace("ph", "f").replace("th", "t").replace("ck", "k").replace("qu", "k").replace("c", "k").replace("z", "s").replace("x", "ks")
    return _DOUBLED.sub(r"\1", _VOWELS.sub("a", plain))


@lru_cache(maxsize=20_000)
def misspelt_drug(word: str) -> Drug | None:
    """The drug whose name a long word misses by one letter (left out, added, changed, swapped) or only by its vowels; None when it is no such word."""
    if not _TYPO_LETTERS <= len(word) <= _LONGEST_NAME or not word.isalpha() or not word.isascii() or word in _ENGLISH:
        return None
    names, typos = single_names(), _typos()
    for form in (word, word.removesuffix("s")):
        if len(form) < _TYPO_LETTERS or form in _ENGLISH:
            continue
        if form in typos:
            return typos[form]
        for i in range(1, len(form)):
            shorter = form[:i] + form[i + 1 :]
            drug = names.get(shorter) or typos.get(shorter)
            if drug is not None:
                return drug
        if len(form) >= 9 and (found := typos.get("#" + _sound(form))) is not None:
            return found
    return None


@cache
def _longest_names() -> dict[str, int]:
    """For each word that names begin with, how many words the longest of them has."""
    sizes: dict[str, int] = {}
    for words in _by_words():
        sizes[words[0]] = max(sizes.get(words[0], 1), min(len(words), _MAX_WORDS))
    return sizes


def find_drugs(text: str) -> list[DrugMention]:
    """Drugs named in a lower-case text (see `normalise`), also misspelt, longest names first, without overlap."""
    return list(_found(text))


@lru_cache(maxsize=20_000)
def may_begin_name(word: str) -> bool:
    """Whether a medicine's name may begin with a word, or be the word misspelt."""
    names = _longest_names()
    return word in names or (word[-1] == "s" and word.rstrip("s") in names) or misspelt_drug(word) is not None


@lru_cache(maxsize=128)
def _found(text: str) -> tuple[DrugMention, ...]:
    words = _WORD.findall(text)
    places = [place for place, word in enumerate(words) if may_begin_name(word)]
    if not places:
        return ()
    table, sizes = _by_words(), _longest_names()
    found: list[tuple[Drug, int, int]] = []
    after = 0
    for index in places:
        if index < after:
            continue
        word = words[index]
        if word in sizes or (word[-1] == "s" and word.rstrip("s") in sizes):
            drug, size = _longest(table, words[index : index + sizes.get(word, 1)])
            if drug is not None:
                found.append((drug, index, index + size - 1))
                after = index + size
                continue
        if _TYPO_LETTERS <= len(word) <= _LONGEST_NAME:
            drug = misspelt_drug(word)
            if drug is not None:
                found.append((drug, index, index))
    matches = list(_WORD.finditer(text)) if found else []
    return tuple(DrugMention(drug, matches[start].start(), matches[end].end()) for drug, start, end in found)


def _longest(table: dict[tuple[str, ...], Drug], words: list[str]) -> tuple[Drug | None, int]:
    """The drug that the first words name, with how many words its name takes."""
    for size in range(len(words), 0, -1):
        name = tuple(words[:size])
        drug = table.get(name) or (table.get((*name[:-1], name[-1].removesuffix("s"))) if name[-1].endswith("s") else None)
        if drug is not None:
            return drug, size
    return None, 0
