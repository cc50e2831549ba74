"""What a question speaks of: leukemia, the person's own life with it, or one of the topics that are not for us."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from leukchat.safety.drugs import find_drugs

TOPICS = Path(__file__).resolve().parents[1] / "data" / "other_topics.txt"
_LEUKEMIA = re.compile(
    r"\b(?:leuk(?:a)?emi\w*|lukemi\w*|luekemi\w*|leukimi\w*|aml|cml|cll|sll|apl|cmml|jmml|mds|myelodysplas\w*|blood cancer|hematolog\w*|haematolog\w*|chemo\w*|bone marrow|stem cell|blasts?|neutro\w*|platelets?|white (?:blood )?(?:cells?|count)|wbc|anc|cbc|"
    r"hemoglobin|haemoglobin|transfusion\w*|remission|relapse\w*|oncolog\w*|car[- ]?t|gvhd|mrd|philadelphia|bcr|tki|imatinib|gleevec|venetoclax|ibrutinib|dasatinib|lumbar puncture|spinal tap|cancer|tumou?r|blood (?:test|count)s?|transplant\w*|immunocompromised|low counts|nadir|infusion\w*|plt|hgb|hb|diagnos\w*|my counts)\b"
)
_OWN = re.compile(
    r"\b(?:i'?m|i'?ve|i'?d|i (?:have|had|feel|felt|was|am|get|got|keep|cant|can't|live|want|work|take|took|read|heard|still|just|never|always|don'?t|ended|lost|wake|woke|hate|used|started|finished|go|went|bruise|look|eat|cry)|"
    r"my|me|mine|we|our|us|he|she|his|her|hers|him|husband|wife|son|daughter|mom|mum|dad|kid|kids|hubby|partner|toddler|grand\w+|sister|brother|friend|aunt|uncle|teenager|u|ur)\b"
)
_ASKER = re.compile(r"\bi\b")


def speaks_of_leukemia(question: str) -> bool:
    """Whether a question names leukemia, its tests or treatment, or a medicine used in it."""
    plain = question.lower()
    return bool(_LEUKEMIA.search(plain) or re.search(r"\bALL\b", question)) or any(m.drug.kind == "leukemia" or m.drug.leukemia for m in find_drugs(plain))


def speaks_personally(question: str, *, unknown: bool = False) -> bool:
    """Whether a question tells of the person's own life.

    A bare "I" ("what should I know about ...") counts only where no word is `unknown` to the library.
    """
    plain = question.lower()
    return bool(_OWN.search(plain)) or (not unknown and bool(_ASKER.search(plain)))


@cache
def other_topics() -> tuple[str, ...]:
    """Short names of topics that people ask health services and assistants about and that are not for us."""
    lines = TOPICS.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
