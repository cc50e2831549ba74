"""`DosingOutput`: the rule that keeps amounts, schedules and changes of medicine out of answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from leukchat.safety.dosing.checks import first_statement
from leukchat.safety.dosing.foreign import foreign_dosing
from leukchat.safety.dosing.marks import Placed, Sentence
from leukchat.safety.dosing.missed import MISSED
from leukchat.safety.dosing.request import asks_for_dose
from leukchat.safety.dosing.tables import told_table
from leukchat.safety.dosing.window import Window, window
from leukchat.safety.foreign import looks_foreign, mostly_not_english
from leukchat.safety.normalise import Normal, normalise
from leukchat.safety.refuted import refuted
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

WITHHELD = (
    "I left out an amount or a change of medicine here: I can't tell anyone what dose to take. "
    "Your own prescription, your pharmacist or your treatment team can answer this safely."
)
Span = tuple[int, int]
_MISSED_ASKED = re.compile(r"\b(?:miss(?:ed)?|forg[eo]t(?:ten)?|late|skipped|slept in|overslept|vomit\w*|threw up|spat)\b", re.IGNORECASE)


class DosingOutput:
    """Blocks a sentence, list or table that tells an amount, a schedule or a change of medicine."""

    name = "dosing"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """At most one finding over one unit; `context.previous` supplies the agent of "take two of these"."""
        normal = normalise(text)
        if looks_foreign(normal.text, generous=True):
            span = foreign_dosing(normal.text)
            if span or looks_foreign(normal.text):
                return [_finding("dosing.foreign", normal, span)] if span else []
        scene = window(normal.text, context.previous, asks_for_dose(context.question))
        missed = scene.missed or _MISSED_ASKED.search(context.question) is not None
        table = told_table(scene)
        if table is not None:
            index, span = table
            return [_finding("dosing.amount", normal, scene.sentences[index].place(*span))]
        seen: dict[tuple[str, str, Window, bool], tuple[tuple[str, Span] | None, bool]] = {}
        for index, placed in enumerate(scene.sentences):
            sentence = placed.sentence
            if len(sentence.text) < _LEAST:
                continue
            key = (sentence.text, sentence.end, scene.around(index), missed)
            if key not in seen:
                seen[key] = _judged(sentence, key[2], missed)
            found, missed = seen[key]
            if found is not None and not refuted(normal.text, *placed.place(*found[1])):
                rule, span = found
                return [_finding(rule, normal, placed.place(*span))]
        if not scene.topics & {"FOOD", "LAB", "DRINK", "VACC"} and not _is_english(scene.sentences) and mostly_not_english(normal.text):
            fallback = foreign_dosing(normal.text)
            return [_finding("dosing.foreign", normal, fallback)] if fallback else []
        return []


_LEAST = 3
"""Letters of a sentence that can say anything."""
_MISS_WORDS = frozenset("miss missed misses forgot forgotten forgets forget slept overslept vomit vomits vomited vomiting puked late spat threw DOSE".split())


_ENGLISH = frozenset(
    "people because side effects with than from have has been were while these those their about one some many most other only also such during after before which between against".split()
)


def _is_english(sentences: Sequence[Placed]) -> bool:
    """Whether two English words stand in a text that no medical shorthand or other language has."""
    found: frozenset[str] = frozenset()
    for one in sentences:
        found |= one.sentence.words & _ENGLISH
        if len(found) >= 2:
            return True
    return False


@lru_cache(maxsize=4096)
def _judged(sentence: Sentence, scene: Window, missed: bool) -> tuple[tuple[str, Span] | None, bool]:
    """What a sentence tells, and whether a missed dose is spoken of after it. A growing paragraph asks this of the same sentence again."""
    found = None if scene.reports(sentence) else first_statement(sentence, scene, 0, missed)
    if missed or sentence.words.isdisjoint(_MISS_WORDS):
        return found, missed
    return found, MISSED.search(sentence.text) is not None


def _finding(rule: str, normal: Normal, span: Span) -> Finding:
    start, end = normal.span(*span)
    return Finding(rule=rule, action=Action.block, start=start, end=end, message=WITHHELD)
