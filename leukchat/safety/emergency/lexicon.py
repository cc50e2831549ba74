"""The words and the signs of emergencies, from their data files, ready for matching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from leukchat.safety.emergency.phrases import Phrases, compile_phrases
from leukchat.safety.emergency.words import Words, split

DATA = Path(__file__).resolve().parents[2] / "data"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Words whose slips are read; a slip is one letter dropped, doubled, changed or swapped with the next.
CHIEF = (
    "temperature headache breathing breathe bleeding swelling swollen vomiting vomited diarrhea diarrhoea confused confusion shivering shaking seizure unconscious "
    "suicidal suicide stomach weakness dizziness collapsed fainted slurred slurring overdose transfusion infusion chickenpox shingles measles methotrexate accidentally "
    "thermometer drooping nosebleed breathless drowsy platelets tightness morphine tablets tongue throat bladder venetoclax tretinoin arsenic azacitidine mistake twice"
).split()
_SLIPS = {
    "fevr": "fever", "feaver": "fever", "fevar": "fever", "fver": "fever", "feever": "fever", "feverr": "fever", "temprature": "temperature", "tempreture": "temperature", "tempriture": "temperature", "temparature": "temperature", "tempature": "temperature",
    "temperture": "temperature", "diarea": "diarrhea", "diarreah": "diarrhea", "diarhea": "diarrhea", "diahrea": "diarrhea", "diorrhea": "diarrhea", "diarhoea": "diarrhea",
    "ceizure": "seizure", "siezure": "seizure", "seisure": "seizure", "hemorage": "hemorrhage", "chils": "chills", "breth": "breath", "brething": "breathing",
    "hart": "heart", "faintd": "fainted", "dizy": "dizzy", "stomache": "stomach", "suside": "suicide", "sucide": "suicide", "suecide": "suicide",
    "sucidal": "suicidal", "suisidal": "suicidal", "shakeing": "shaking", "puring": "pouring", "tounge": "tongue", "throte": "throat", "vommit": "vomit", "vommiting": "vomiting", "vomitting": "vomiting",
    "hedache": "headache", "headake": "headache", "slured": "slurred", "clamy": "clammy", "urin": "urine", "bleding": "bleeding", "blead": "bleed", "bleading": "bleeding", "cnt": "cant", "blud": "blood", "chemoo": "chemo",
}  # fmt: skip
# Names of the drug table that are everyday words or nutrients too.
_NOT_MEDICINES = frozenset(("water", "iron", "salt", "alcohol", "oxygen", "blood", "platelets", "milk", "honey"))
_REAL = frozenset(
    "temperatura breath collapse shingle breather breathes tables tablet bleedings server sever swelled thought thoughts through throats confuse tongues platelet treatment headaches seizures mistakes mistaken".split()
)


@dataclass(frozen=True, slots=True)
class Sign:
    """Meanings that together are a sign: `said` here and now, `near` anywhere, `absent` from the sentence; `needs` are those of `said`."""

    said: tuple[str, ...]
    near: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of emergency: its signs, what to do, what to tell the staff, and the source."""

    rule: str
    act: str
    more: str
    tell: str
    source: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Lexicon:
    """Phrases and families of one concern."""

    phrases: Phrases
    families: tuple[Family, ...]


@cache
def lexicon() -> Lexicon:
    """Words and signs of emergencies (read once)."""
    words = read_data("emergency_words.yaml")
    concepts = {**words["concepts"], "med": f"{words['concepts']['med']}, {_drug_names()}"}
    return Lexicon(compile_phrases(concepts, words["lists"]), tuple(_family(row) for row in read_data("emergency_signs.yaml")))


def _drug_names() -> str:
    """Every name of the drug table as one choice, so that each of them counts as a medicine."""
    from leukchat.safety.drugs import drug_table

    names = {re.sub(r"[^a-z0-9 ]", "", name.lower()) for drug in drug_table() for name in drug.names}
    return ", ".join(sorted(name for name in names if len(name) > 2 and name not in _NOT_MEDICINES))


def sign(line: str) -> Sign:
    """A sign from its line: names apart by spaces, `@` for near, `!` for absent."""
    parts = line.split()
    said = tuple(part for part in parts if part[0] not in "@!")
    return Sign(said, tuple(part[1:] for part in parts if part[0] == "@"), tuple(part[1:] for part in parts if part[0] == "!"), frozenset(said))


@cache
def typos() -> dict[str, str]:
    """Typing slips of the chief words, to the word that is meant."""
    found = dict(_SLIPS)
    for word in CHIEF:
        for place in range(1, len(word)):
            slips = {word[:place] + word[place + 1 :], word[:place] + word[place] + word[place:]}
            if place + 1 < len(word):
                slips.add(word[:place] + word[place + 1] + word[place] + word[place + 2 :])
            slips |= {word[:place] + vowel + word[place + 1 :] for vowel in "aeiou" if word[place] in "aeiou"}
            for slip in slips:
                if len(slip) >= 5 and slip not in CHIEF and slip not in _REAL:
                    found.setdefault(slip, word)
    return found


@lru_cache(maxsize=64)
def words_of(text: str) -> Words:
    """The words of a normalised text, typing slips read as meant; several rules ask for the same text."""
    return split(text, typos())


def _family(row: dict[str, Any]) -> Family:
    return Family(row["rule"], row["act"], row["more"], row["tell"], row["source"], tuple(sign(line) for line in row["when"]))


def read_data(name: str) -> Any:
    """A data file of the rules, parsed."""
    return yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - safe loaders only
