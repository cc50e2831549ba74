"""All that a sentence may tell, in order: each check with the words without which it need not run."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from leukchat.safety.dosing.advice import told_advice, told_study
from leukchat.safety.dosing.amounts import on_sale, told_mass, told_per_body, told_rate
from leukchat.safety.dosing.answered import told_answer
from leukchat.safety.dosing.change import told_change
from leukchat.safety.dosing.counts import told_count, told_when
from leukchat.safety.dosing.durations import told_duration
from leukchat.safety.dosing.figures import told_figure
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.missed import told_missed
from leukchat.safety.dosing.plain import told_plainly
from leukchat.safety.dosing.schedule import told_schedule
from leukchat.safety.dosing.sums import told_sum
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.timed import told_timed
from leukchat.safety.dosing.unexplained import told_unexplained
from leukchat.safety.dosing.unnamed import told_unnamed
from leukchat.safety.dosing.urged import told_urged
from leukchat.safety.dosing.verbs import change_words
from leukchat.safety.dosing.window import Window, history

Span = tuple[int, int]
Check = Callable[[Sentence, Window, int, bool], Span | None]
Words = frozenset[str]
# An amount that a person is told to take is an instruction.
_TOLD = re.compile(
    r"(?:please |then |just |also |and |so |next |first |always |simply |you (?:should|must|can|could|may|need to|have to|ought to|will) |i(?:'d|"
    r" would)? (?:suggest|recommend|advise)(?: you| that you)? )*(?:take|taking|start|begin|use|give|have|swallow|drink|inject|apply|try|go|add|"
    r"increase|raise|reduce|lower|cut|continue|keep|stay|get|put|split|double|halve)\b"
)
_ON_OLD_BOX = re.compile(r"\bon an? old (?:box|label|pack|leaflet|prescription)\b|\bhappens to (?:everyone|everybody)\b")
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
_EVEN_SO = frozenset(("dosing.rate", "dosing.study", "dosing.answer"))
"""Rules that hold though a sentence tells of the past or repeats the person's words."""


@cache
def _checks() -> tuple[tuple[str, tuple[Words, ...], Check], ...]:
    """The rule's name, the sets of words of each of which one must stand in the sentence, and the check."""
    return (
        ("dosing.rate", (_NUMBERS, _RATE_WORDS), lambda s, w, i, _: told_rate(s, w.spoken(i))),
        ("dosing.amount", (_UNIT_MARKS,), lambda s, w, i, _: told_mass(s, w, i)),
        ("dosing.conversion", (_SUM_WORDS,), lambda s, w, i, _: told_sum(s, w.spoken(i)) or told_per_body(s, w.spoken(i))),
        ("dosing.missed_dose", (), told_missed),
        ("dosing.amount", (_NUMBERS, _COUNTABLE), lambda s, w, i, _: told_count(s, w, i)),
        ("dosing.amount", (_NUMBERS,), lambda s, w, i, _: told_figure(s, w, i)),
        ("dosing.amount", (_NUMBERS, _TIMES), lambda s, w, i, _: told_when(s, w, i)),
        ("dosing.schedule", (_TIMES,), lambda s, w, i, _: told_schedule(s, w, i)),
        ("dosing.change", (change_words(),), lambda s, w, i, _: told_change(s, w, i)),
        ("dosing.advice", (), told_advice),
        ("dosing.amount", (_NUMBERS,), lambda s, w, i, _: told_unexplained(s, w, i)),
        ("dosing.change", (), lambda s, w, i, _: told_urged(s, w, i)),
        ("dosing.schedule", (), lambda s, w, i, _: told_duration(s, w, i)),
        ("dosing.schedule", (), lambda s, w, i, _: told_timed(s, w, i)),
        ("dosing.answer", (), lambda s, w, _i, _m: told_answer(s, w)),
        ("dosing.advice", (), lambda s, _w, _i, _m: told_unnamed(s)),
        ("dosing.advice", (), lambda s, _w, _i, _m: told_plainly(s)),
        ("dosing.study", (), lambda s, w, _i, _m: told_study(s, w)),
    )


def first_statement(sentence: Sentence, scene: Window, index: int, missed: bool) -> tuple[str, Span] | None:
    """The first statement that a sentence makes, with the rule's name; None where it makes none, or only repeats and remembers."""
    words = sentence.words
    if _ON_OLD_BOX.search(sentence.text):
        return None
    for rule, needed, check in _checks():
        if any(words.isdisjoint(group) for group in needed) or (rule == "dosing.amount" and on_sale(sentence.text)):
            continue
        span = check(sentence, scene, index, missed)
        if span is None or (rule not in _EVEN_SO and history(sentence)):
            continue
        if rule == "dosing.amount" and words.isdisjoint(_UNIT_MARKS) and "NUM" not in sentence.text[slice(*span)] and hands_off(sentence.text, span[0]):
            continue
        return ("dosing.instruction" if rule == "dosing.amount" and _TOLD.match(sentence.text) else rule), span
    return None
