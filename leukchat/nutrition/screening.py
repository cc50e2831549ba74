"""Malnutrition screening (ESPEN, GLIM) and refeeding risk (NICE CG32) from a person's own words, weight and labs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from leukchat.nutrition.model import NutritionProfile
from leukchat.safety.normalise import normalise

SMALL_LOSS = 5.0  # percent, ESPEN / nutrition.md rule 10
_LOSS = re.compile(r"\blos(?:t|ing|s)\b(?:\W+[a-z]+){0,3}\W+(?:of\W+)?(\d+(?:[.,]\d+)?)\s*(kg|kilos?|kilograms?|lbs?|pounds?|%|percent)")
_LITTLE = (
    r"\b(?:eating|eaten|eat|ate) (?:almost |nearly |next to |practically )?nothing\b|\b(?:hardly|barely|scarcely)(?: \w+)? (?:eating|eaten|eat|ate)\b"
    r"|\b(?:can'?t|cannot|could not|couldn'?t) eat\b|\bno food\b|\bnot (?:eating|eaten)\b|\b(?:eating|eaten|eat|ate) (?:very )?little\b|\bno intake\b"
)
LITTLE_INTAKE = re.compile(_LITTLE)
_SPAN = re.compile(r"\b(\d+|a|one|two|three|four|five|six|seven|eight|nine|ten)\s+(day|week)s?\b")
_NUMBERS = {word: number for number, word in enumerate(("a one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1) for word in word.split()}
# NICE CG32, recommendation 1.4: one of the first, or two of the second
_LOSS_ALONE, _DAYS_ALONE = 15.0, 10.0
_LOSS_ONE_OF_TWO, _DAYS_ONE_OF_TWO = 10.0, 5.0


def weight_loss_percent(profile: NutritionProfile) -> float | None:
    """The loss named in the person's own words as percent of the weight before, or None."""
    for text in (*profile.symptoms, *profile.conditions, profile.question):
        match = _LOSS.search(normalise(text).text)
        if match:
            amount = float(match[1].replace(",", "."))
            if match[2] in ("%", "percent"):
                return amount
            kg = amount * (0.4536 if match[2].startswith(("lb", "pound")) else 1.0)
            return 100.0 * kg / (profile.weight_kg + kg)
    return None


def days_of_little_intake(texts: Iterable[str]) -> float:
    """How many days with hardly any food the texts (normalised) name beside it; 0 when none is named."""
    days = [0.0]
    for text in texts:
        if LITTLE_INTAKE.search(text):
            days += [float(_NUMBERS.get(count) or count) * (7.0 if unit == "week" else 1.0) for count, unit in _SPAN.findall(text)]
    return max(days)


def refeeding_risk(profile: NutritionProfile, flags: frozenset[str], texts: Iterable[str]) -> bool:
    """Whether eating a lot at once could be dangerous after hunger, by the criteria of NICE CG32 for adults."""
    if "child" in flags:
        return False
    loss, days = weight_loss_percent(profile) or 0.0, days_of_little_intake(texts)
    hungry = bool(flags & {"little_intake", "weight_loss", "underweight"}) or days > 0
    if "very_underweight" in flags or loss > _LOSS_ALONE or days > _DAYS_ALONE or (hungry and flags & {"potassium_low", "phosphate_low", "magnesium_low"}):
        return True
    return sum((("underweight" in flags), loss > _LOSS_ONE_OF_TWO, days > _DAYS_ONE_OF_TWO, hungry and bool(flags & {"intensive", "antidiabetic", "alcohol_misuse"}))) >= 2
