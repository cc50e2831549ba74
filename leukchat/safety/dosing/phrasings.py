"""Further ways in which people ask for a dose: with a figure put up for agreement, a label that can't be read, a weight, a time."""

from __future__ import annotations

import re

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrasings_asked import ALONE, AMOUNT, CHANGE, CONVERSION, FLOWS, INDIRECT, MISSED, RATE, SAFE, TIME, TOLD_TO_TELL

Span = tuple[int, int]
_NO_MEDICINE = frozenset(("FOOD", "DRINK", "VACC", "COST"))


def asked_otherwise(sentence: Sentence, whole: str, agent: bool) -> tuple[str, Span] | None:
    """The rule and place of a request in one of these ways; `agent` when the text speaks of a medicine, `whole` is all of it."""
    text = sentence.text
    if SAFE.search(whole):
        return None
    about_other = bool(sentence.topics & _NO_MEDICINE) and re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MED|SHOT)\b", text) is None
    if about_other and not FLOWS.search(text):
        return None
    if not agent:
        flow = RATE.search(text) if FLOWS.search(text) else None
        if flow:
            return "dosing.rate", flow.span()
        alone = None if "LAB" in sentence.topics else ALONE.search(text)
        return ("dosing.indirect", alone.span()) if alone else None
    for rule, pattern in _RULES:
        found = pattern.search(text)
        if found and not (pattern is INDIRECT and not re.search(r"\b(?:NUM|one|DOSE|FORM|label|list|box)\b", whole)) and not (rule == "dosing.missed_dose" and "?" not in whole):
            return rule, found.span()
    return None


_RULES = (
    ("dosing.rate", RATE),
    ("dosing.conversion", CONVERSION),
    ("dosing.missed_dose", MISSED),
    ("dosing.amount", AMOUNT),
    ("dosing.schedule", TIME),
    ("dosing.change", CHANGE),
    ("dosing.amount", TOLD_TO_TELL),
    ("dosing.indirect", INDIRECT),
)
