"""Resolves medicines and supplements typed by a person through the curated drug list, misspellings too."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from leukchat.nutrition.tables import DATA_DIR, table
from leukchat.safety.drugs import Drug, drug_table, find_drugs
from leukchat.safety.normalise import normalise

_CLOSE = 0.86
_MIN_LETTERS = 6
_AMOUNT = re.compile(r"\b\d[\d.,]*\s*(?:mg|mcg|ug|µg|g|ml|iu|units?|tablets?|pills?|capsules?|drops?|x|times?|/)*[a-z/²]*\b", re.IGNORECASE)


@dataclass(frozen=True)
class Resolved:
    """Known drugs in the order given, names that were read as another, what nobody knows, and a drug's own name beside what the person wrote."""

    drugs: tuple[Drug, ...]
    read_as: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    written: tuple[tuple[str, str], ...] = ()

    def words_for(self, drug: Drug) -> str:
        """What the person wrote for this drug where it is another name of it; empty otherwise."""
        return next((words for name, words in self.written if name == drug.id), "")


@cache
def _by_id() -> dict[str, Drug]:
    return {drug.id: drug for drug in drug_table()}


@cache
def _single_names() -> dict[str, Drug]:
    names: dict[str, Drug] = {}
    for drug in drug_table():
        for name in drug.names:
            if len(name) >= _MIN_LETTERS and " " not in name:
                names.setdefault(name.lower(), drug)
    return names


@cache
def _right_names() -> frozenset[str]:
    """All names of one word that are spelled right: substances, synonyms, brands and abbreviations."""
    with (DATA_DIR / "drugs.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(name.lower() for row in csv.DictReader(file) for column in ("name", "synonyms", "brands", "abbreviations") for name in row[column].split("|"))


@cache
def _brands() -> dict[str, tuple[str, ...]]:
    with (DATA_DIR / "drugs.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: tuple(name for name in row["brands"].split("|") if name) for row in csv.DictReader(file)}


def brands_of(drug_id: str) -> tuple[str, ...]:
    """The brand names of a medicine, as the drug list spells them."""
    return _brands().get(drug_id, ())


def _is_slip(word: str) -> bool:
    """Whether a drug was recognised by a misspelling, so that the person should check it."""
    return len(word) >= _MIN_LETTERS and word.isalpha() and word not in _right_names()


def harmless_echo(text: str) -> str:
    """A person's own words fit to repeat: letters only, no amounts, no markup, at most 40 characters."""
    plain = _AMOUNT.sub(" ", normalise(text).text)
    return " ".join(re.sub(r"[^a-z' -]", " ", plain).split())[:40].strip()


def _says(plain: str, drug: Drug) -> bool:
    """Whether the text already holds the name that we use for the drug."""
    letters = re.compile(r"[^a-z0-9]")
    return letters.sub("", normalise(drug.name).text) in letters.sub("", plain)


def _close(text: str) -> tuple[Drug, str] | None:
    for word in re.findall(r"[a-z]{6,}", text):
        near = difflib.get_close_matches(word, _single_names(), n=1, cutoff=_CLOSE)
        if near and near[0][0] == word[0]:
            return _single_names()[near[0]], word
    return None


def resolve(given: Iterable[str]) -> Resolved:
    """Every drug named in the texts; a combined treatment also counts as each medicine it holds."""
    drugs: dict[str, Drug] = {}
    read_as: list[tuple[str, str]] = []
    unknown: list[str] = []
    written: dict[str, str] = {}
    for text in given:
        plain = normalise(text).text
        mentions = find_drugs(plain)
        found = [mention.drug for mention in mentions]
        read_as += [(harmless_echo(word), mention.drug.name) for mention in mentions if (word := plain[mention.start : mention.end]) and _is_slip(word)]
        if not found and (near := _close(plain)) is not None:
            found = [near[0]]
            read_as.append((harmless_echo(near[1]), near[0].name))
        if not found:
            unknown.append(harmless_echo(text) or "one entry")
        for drug in found:
            drugs.setdefault(drug.id, drug)
            if len(found) == 1 and not _says(plain, drug) and (words := harmless_echo(text)):
                written.setdefault(drug.id, words)
            for part in table("interactions")["regimens"].get(drug.id, ()):
                drugs.setdefault(part, _by_id()[part])
    return Resolved(tuple(drugs.values()), tuple(read_as), tuple(unknown), tuple(written.items()))
