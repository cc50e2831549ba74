"""Sums by which a person could work out a dose, and steps from one form or strength to another."""

from __future__ import annotations

import re

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases

Span = tuple[int, int]
_SUM = Phrases(
    r"\bmultipl(?:y|ied|ies) (?:\S+ ){0,5}?(?:by |NUM|one|the|your)",
    r"\bdivide[ds]? (?:\S+ ){0,5}?by |\bdivided in (?:NUM|half)\b|\bdivide (?:the|your|it|that|this|his|her) ",
    r"\b(?:weight|amount|DOSE|MED|figure|body surface|height|bsa)\b(?: \S+){0,4} (?:times|multiplied by|divided by|x|\*) (?:NUM|one)\b",
    r"\b(?:NUM|one) parts?\b.{0,40}\bDRUG\b",
    r"\bDRUG\b.{0,20}\b(?:NUM|one) parts?\b",
    r"\bconvert\w* .{0,60}\bDRUG\b.{0,60}\b(?:NUM|one)\b",
    r"\bfor (?:NUM|one) (?:square met(?:er|re)s?|kg|kilos?|pounds|lbs?)\b.{0,40}\bFORM\b",
    r"\b(?:NUM|one) FORM (?:equals?|is the same as|makes|corresponds|stands? (?:in )?for|replaces?) ",
)

SUMS = (_SUM,)
"""Phrases of which one must be in a sentence that tells a sum."""


def told_sum(sentence: Sentence, spoken: bool) -> Span | None:
    """ "Multiply the amount by two", "weight times 0.2 gives the milligrams"."""
    match = _SUM.search(sentence.text)
    if match is None or sentence.topics & {"LAB", "FOOD"}:
        return None
    return match.span() if spoken or re.search(r"\b(?:MASS|amount)\b", sentence.text) else None
