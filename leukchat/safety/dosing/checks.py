"""All that a sentence may tell, in order: each check with the words without which it need not run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from leukchat.safety.dosing.advice import ADVICE, STUDIES, told_advice, told_study
from leukchat.safety.dosing.amounts import MASSES, PER_BODY, RATES, on_sale, told_mass, told_per_body, told_rate
from leukchat.safety.dosing.answered import ANSWERS, told_answer
from leukchat.safety.dosing.change import CHANGES, told_change
from leukchat.safety.dosing.counts import BARE_COUNTS, COUNTS, told_count, told_when
from leukchat.safety.dosing.durations import DURATIONS, told_duration
from leukchat.safety.dosing.figures import FIGURES, told_figure
from leukchat.safety.dosing.loose import LOOSELY, told_loosely
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.missed import ACTS, told_missed
from leukchat.safety.dosing.phrases import Phrases, bits_of, possible_in
from leukchat.safety.dosing.plain import PLAINLY, told_plainly
from leukchat.safety.dosing.schedule import SCHEDULES, told_schedule
from leukchat.safety.dosing.sums import SUMS, told_sum
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.timed import TIMES, told_timed
from leukchat.safety.dosing.unexplained import told_unexplained
from leukchat.safety.dosing.unnamed import SHAPES, told_unnamed
from leukchat.safety.dosing.urged import URGES, told_urged
from leukchat.safety.dosing.verbs import change_words
from leukchat.safety.dosing.window import Window, history

Span = tuple[int, int]
Told = Callable[[Sentence, Window, int, bool], Span | None]
Words = frozenset[str]
# An amount that a person is told to take is an instruction.
_TOLD = re.compile(
    r"(?:please |then |just |also |and |so |next |first |always |simply |you (?:should|must|can|could|may|need to|have to|ought to|will) |i(?:'d|"
    r" would)? (?:suggest|recommend|advise)(?: you| that you)? )*(?:take|taking|start|begin|use|give|have|swallow|drink|inject|apply|try|go|add|"
    r"increase|raise|reduce|lower|cut|continue|keep|stay|get|put|split|double|halve)\b"
)
_ON_OLD_BOX = Phrases(
    r"\bget (?:the |your |an? )?SHOT (?:for|on) .{0,60}\b(?:off|rest|break|pause)\b|\bon an? old (?:box|label|pack|leaflet|prescription)\b|\bhappens to (?:everyone|everybody)\b"
)
_UNIT_MARKS = frozenset(("MASS", "GRAM", "VOL", "UNITS"))
_NUM = frozenset(("NUM",))
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


class _Check(NamedTuple):
    """A check with what it cannot do without: a word of each of these sets, and one of these phrases where there are any."""

    rule: str
    words: tuple[Words, ...]
    phrases: tuple[Phrases, ...]
    told: Told


def _listed() -> Iterator[_Check]:
    yield _Check("dosing.rate", (_NUMBERS, _RATE_WORDS), RATES, lambda s, w, i, _: told_rate(s, w.spoken(i)))
    yield _Check("dosing.amount", (_UNIT_MARKS,), MASSES, lambda s, w, i, _: told_mass(s, w, i))
    yield _Check("dosing.conversion", (_SUM_WORDS,), (*SUMS, *PER_BODY), lambda s, w, i, _: told_sum(s, w.spoken(i)) or told_per_body(s, w.spoken(i)))
    yield _Check("dosing.missed_dose", (), ACTS, told_missed)
    yield _Check("dosing.amount", (_NUMBERS, _COUNTABLE), COUNTS, lambda s, w, i, _: told_count(s, w, i))
    yield _Check("dosing.amount", (_NUMBERS,), FIGURES, lambda s, w, i, _: told_figure(s, w, i))
    yield _Check("dosing.amount", (_NUMBERS, _TIMES), BARE_COUNTS, lambda s, w, i, _: told_when(s, w, i))
    yield _Check("dosing.schedule", (_TIMES,), SCHEDULES, lambda s, w, i, _: told_schedule(s, w, i))
    yield _Check("dosing.change", (change_words(),), CHANGES, lambda s, w, i, _: told_change(s, w, i))
    yield _Check("dosing.advice", (), ADVICE, told_advice)
    yield _Check("dosing.amount", (_NUM,), (), lambda s, w, i, _: told_unexplained(s, w, i))
    yield _Check("dosing.change", (), URGES, lambda s, w, i, _: told_urged(s, w, i))
    yield _Check("dosing.schedule", (), DURATIONS, lambda s, w, i, _: told_duration(s, w, i))
    yield _Check("dosing.schedule", (), TIMES, lambda s, w, i, _: told_timed(s, w, i))
    yield _Check("dosing.answer", (), ANSWERS, lambda s, w, _i, _m: told_answer(s, w))
    yield _Check("dosing.advice", (), SHAPES, lambda s, _w, _i, _m: told_unnamed(s))
    yield _Check("dosing.advice", (), PLAINLY, lambda s, _w, _i, _m: told_plainly(s))
    yield _Check("dosing.advice", (), LOOSELY, lambda s, w, _i, _m: told_loosely(s, w))
    yield _Check("dosing.study", (), STUDIES, lambda s, w, _i, _m: told_study(s, w))


@cache
def _checks() -> tuple[tuple[tuple[int, int, _Check], ...], dict[str, int]]:
    """All checks in order, each with its sets of words and its phrases as bits; and for each word the sets that hold it, as bits."""
    listed = list(_listed())
    sets = list(dict.fromkeys(group for check in listed for group in check.words))
    kinds: dict[str, int] = {}
    for place, group in enumerate(sets):
        for word in group:
            kinds[word] = kinds.get(word, 0) | 1 << place
    return tuple((sum(1 << sets.index(group) for group in one.words), bits_of(one.phrases), one) for one in listed), kinds


def _wanted(sentence: Sentence) -> list[_Check]:
    """The checks whose words and phrases may stand in a sentence."""
    checks, table = _checks()
    kinds, possible = 0, possible_in(sentence.text)
    for word in sentence.words & table.keys():
        kinds |= table[word]
    return [check for needed, bits, check in checks if needed & kinds == needed and (bits & possible or not check.phrases)]


def first_statement(sentence: Sentence, scene: Window, index: int, missed: bool) -> tuple[str, Span] | None:
    """The first statement that a sentence makes, with the rule's name; None where it makes none, or only repeats and remembers."""
    for check in _wanted(sentence):
        rule = check.rule
        if rule == "dosing.amount" and on_sale(sentence.text):
            continue
        span = check.told(sentence, scene, index, missed)
        if span is None or (rule not in _EVEN_SO and history(sentence)):
            continue
        if rule == "dosing.amount" and sentence.words.isdisjoint(_UNIT_MARKS) and "NUM" not in sentence.text[slice(*span)] and hands_off(sentence.text, span[0]):
            continue
        if _ON_OLD_BOX.search(sentence.text):
            return None
        return ("dosing.instruction" if rule == "dosing.amount" and _TOLD.match(sentence.text) else rule), span
    return None
