"""Short, soft and roundabout advice about an amount or a change: "half will do tonight", "nobody would notice three rather than four"."""

from __future__ import annotations

import re

from leukchat.safety.dosing.advice_phrases import HEADED, HINT, OTHER, OWN_WORDS, SHORT, SPOKEN, STUDY
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
"""Words that make it likely that a text speaks of a medicine though it names none."""
_LIKE_STUDY = Phrases(r"\b(?:do|take|dose|use)(?: \w+){0,2} (?:like|as) (?:in )?the (?:trial|study|participants)\b")
_NEGATED = re.compile(
    r"\b(?:not|never|\w+n't|don't|doesn't|shouldn't|can't|cannot|won't|avoid|nobody should|without|instead of|whether|if your|before|unless your|"
    r"rather than|no one|why|how|who)(?: \S+){0,5} ?$"
)
_NOT_NEGATED = re.compile(
    r"\b(?:nobody|no one) (?:would|will|gets?|got|has|ever)\b|\b(?:don't|doesn't|won't) (?:pass|exceed|go over|wait|worry|matter|mind|count|hurt|"
    r"harm)|\bnever (?:pass|exceed)|\bnot (?:pass|exceed)"
)
_TEAM = re.compile(r"\b(?:decides?|sets?|may|might|can|could|will|would|sometimes|often) (?:\w+ )?(?:lower|reduce|raise|change|adjust|pause|stop|hold|cut|start|plan)\b")
_HARMFUL = re.compile(r"^.{0,40}\b(?:harmful|dangerous|toxic|too much|poison\w*|fatal|deadly|overdose|can hurt|risky|unsafe)\b")
ADVICE, STUDIES = (_LIKE_STUDY, SHORT, OWN_WORDS, SPOKEN, HEADED), (STUDY,)
"""Phrases of which one must be in a sentence that gives advice, or tells what a study's people took."""
_SHORT_MARKS = 9


def told_advice(sentence: Sentence, window: Window, index: int, missed: bool = False) -> Span | None:
    """Where a sentence advises an amount or a change in few or soft words; None when it is about something else, forbids it or leaves it to the team.

    `missed` when a missed dose was spoken of before.
    """
    text = sentence.text
    copied = _LIKE_STUDY.search(text)
    if copied:
        return copied.span()
    if sentence.topics & {"FOOD", "DRINK", "COST", "VACC", "TRIAL"} or "VACCINE" in text:
        return None
    spoken = window.spoken(index)
    if sentence.end == "?" and not text.startswith(("perhaps", "maybe", "why not", "how about")):
        return None
    lab = "LAB" in sentence.topics or "LAB" in window.topics
    for pattern, wanted in (
        (SHORT, sentence.size <= _SHORT_MARKS and not sentence.topics and not window.topics & {"FOOD", "DRINK", "LAB"}),
        (OWN_WORDS, not lab or spoken),
        (SPOKEN, spoken or missed or (not lab and HINT.search(text) is not None)),
        (HEADED, spoken and sentence.size <= 2 * _SHORT_MARKS),
    ):
        found = pattern.search(text) if wanted else None
        if found and not OTHER.search(text) and not _forbidden(text, found):
            return found.span()
    return None


def told_study(sentence: Sentence, window: Window) -> Span | None:
    """What a study's people took or left out, told to somebody who asked for a dose."""
    found = STUDY.search(sentence.text) if window.asked and "TRIAL" in sentence.topics else None
    return found.span() if found else None


def _forbidden(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    return (
        (_NEGATED.search(before) is not None and _NOT_NEGATED.search(text) is None)
        or hands_off(text, found.start())
        or _TEAM.search(text) is not None
        or (_HARMFUL.search(text[found.end() :]) is not None and _NOT_NEGATED.search(text) is None and "not " not in text)
    )
