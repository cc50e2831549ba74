"""`DosingOutput`: the rule that keeps amounts, schedules and changes of medicine out of answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from leukchat.safety.dosing.advice import told_advice, told_study
from leukchat.safety.dosing.amounts import told_mass, told_per_body, told_rate
from leukchat.safety.dosing.answered import told_answer
from leukchat.safety.dosing.change import told_change
from leukchat.safety.dosing.counts import told_count, told_when
from leukchat.safety.dosing.durations import told_duration
from leukchat.safety.dosing.figures import told_figure
from leukchat.safety.dosing.foreign import foreign_dosing
from leukchat.safety.dosing.marks import Placed, Sentence
from leukchat.safety.dosing.missed import MISSED, told_missed
from leukchat.safety.dosing.request import asks_for_dose
from leukchat.safety.dosing.schedule import told_schedule
from leukchat.safety.dosing.sums import told_sum
from leukchat.safety.dosing.tables import told_table
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.timed import told_timed
from leukchat.safety.dosing.unexplained import told_unexplained
from leukchat.safety.dosing.unnamed import told_unnamed
from leukchat.safety.dosing.urged import told_urged
from leukchat.safety.dosing.verbs import change_words
from leukchat.safety.dosing.window import Window, history, window
from leukchat.safety.foreign import looks_foreign, mostly_not_english
from leukchat.safety.normalise import Normal, normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

WITHHELD = (
    "I left out an amount or a change of medicine here: I can't tell anyone what dose to take. "
    "Your own prescription, your pharmacist or your treatment team can answer this safely."
)
Span = tuple[int, int]
# An amount that a person is told to take is an instruction.
_TOLD = re.compile(
    r"(?:please |then |just |also |and |so |next |first |always |simply |you (?:should|must|can|could|may|need to|have to|ought to|will) |i(?:'d|"
    r" would)? (?:suggest|recommend|advise)(?: you| that you)? )*(?:take|taking|start|begin|use|give|have|swallow|drink|inject|apply|try|go|add|"
    r"increase|raise|reduce|lower|cut|continue|keep|stay|get|put|split|double|halve)\b"
)
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
            if found is not None:
                rule, span = found
                return [_finding(rule, normal, placed.place(*span))]
        if not scene.topics & {"FOOD", "LAB", "DRINK", "VACC"} and not _is_english(scene.sentences) and mostly_not_english(normal.text):
            fallback = foreign_dosing(normal.text)
            return [_finding("dosing.foreign", normal, fallback)] if fallback else []
        return []


_LEAST = 3
"""Letters of a sentence that can say anything."""
_MISS_WORDS = frozenset("miss missed forgot forgotten forgets forget slept overslept vomit vomits vomited vomiting late spat threw DOSE".split())
_UNIT_MARKS = frozenset(("MASS", "GRAM", "VOL", "UNITS"))
_NUMBERS = frozenset("TRIAD NUM one half quarter third couple another double both twice some a an second too for all rest thirds quarters".split())
_COUNTABLE = frozenset("FORM DOSE SHOT VOL DRUG SUPP ones them these those it one".split())
_SUM_WORDS = frozenset(
    "multiply multiplied multiplies divide divided times square kilo kilos kilogram kilograms kg m pound pounds lb lbs x * equals makes "
    "corresponds replaces same stands part parts convert converting converts".split()
)
_RATE_WORDS = frozenset("hour hours hr hrs h minute minutes min mins seconds".split())
_TIMES = frozenset(
    (
        "once twice thrice times time x every each per alternate bid tid qid qd od bd tds qds qhs qod qam qpm prn qw qwk biw tiw hs stat q hourly "
        "daily nightly round around monthly fortnightly day days week night hours mon tue tues wed thu fri sat sun "
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends "
        "weekday weekend morning mornings evening evenings am pm noon bedtime bed wait needed whenever often hour breakfast lunch dinner supper CLOCK"
    ).split()
)


_ENGLISH = frozenset(
    "people because side effects with than from have has been were while these those their about one some many most other only also such during after before which between against".split()
)


def _is_english(sentences: Sequence[Placed]) -> bool:
    """Whether two English words stand in a text that no medical shorthand or other language has."""
    return len(_ENGLISH & frozenset().union(*(one.sentence.words for one in sentences))) >= 2


_EVEN_SO = frozenset(("dosing.rate", "dosing.study", "dosing.answer"))
"""Rules that hold though a sentence tells of the past or repeats the person's words."""


@lru_cache(maxsize=4096)
def _judged(sentence: Sentence, scene: Window, missed: bool) -> tuple[tuple[str, Span] | None, bool]:
    """What a sentence tells, and whether a missed dose is spoken of after it. A growing paragraph asks this of the same sentence again."""
    found = None if scene.reports(sentence) else _first(sentence, scene, 0, missed)
    if missed or sentence.words.isdisjoint(_MISS_WORDS):
        return found, missed
    return found, MISSED.search(sentence.text) is not None


def _first(sentence: Sentence, scene: Window, index: int, missed: bool) -> tuple[str, Span] | None:
    """The first statement that a sentence makes, with the rule's name. A rule runs only where the words that it needs stand."""
    words = sentence.words
    spoken = scene.spoken(index)
    number = not words.isdisjoint(_NUMBERS)
    checks: tuple[tuple[str, bool, Callable[[], Span | None]], ...] = (
        ("dosing.rate", number and not words.isdisjoint(_RATE_WORDS), lambda: told_rate(sentence, spoken)),
        ("dosing.amount", not words.isdisjoint(_UNIT_MARKS), lambda: told_mass(sentence, scene, index)),
        ("dosing.conversion", not words.isdisjoint(_SUM_WORDS), lambda: told_sum(sentence, spoken) or told_per_body(sentence, spoken)),
        ("dosing.missed_dose", True, lambda: told_missed(sentence, scene, index, missed)),
        ("dosing.amount", number and not words.isdisjoint(_COUNTABLE), lambda: told_count(sentence, scene, index)),
        ("dosing.amount", number, lambda: told_figure(sentence, scene, index)),
        ("dosing.amount", number and not words.isdisjoint(_TIMES), lambda: told_when(sentence, scene, index)),
        ("dosing.schedule", not words.isdisjoint(_TIMES), lambda: told_schedule(sentence, scene, index)),
        ("dosing.change", not words.isdisjoint(change_words()), lambda: told_change(sentence, scene, index)),
        ("dosing.advice", True, lambda: told_advice(sentence, scene, index, missed)),
        ("dosing.amount", number, lambda: told_unexplained(sentence, scene, index)),
        ("dosing.change", True, lambda: told_urged(sentence, scene, index)),
        ("dosing.schedule", True, lambda: told_duration(sentence, scene, index)),
        ("dosing.schedule", True, lambda: told_timed(sentence, scene, index)),
        ("dosing.answer", scene.asked, lambda: told_answer(sentence, scene)),
        ("dosing.advice", True, lambda: told_unnamed(sentence)),
        ("dosing.study", scene.asked, lambda: told_study(sentence, scene)),
    )
    for rule, wanted, check in checks:
        span = check() if wanted else None
        if (
            span is not None
            and (rule in _EVEN_SO or not history(sentence))
            and not (rule == "dosing.amount" and words.isdisjoint(_UNIT_MARKS) and "NUM" not in sentence.text[slice(*span)] and hands_off(sentence.text, span[0]))
        ):
            return ("dosing.instruction" if rule == "dosing.amount" and _TOLD.match(sentence.text) else rule), span
    return None


def _finding(rule: str, normal: Normal, span: Span) -> Finding:
    start, end = normal.span(*span)
    return Finding(rule=rule, action=Action.block, start=start, end=end, message=WITHHELD)
