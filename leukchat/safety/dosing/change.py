"""Advice to change a treatment: stop, skip, halve, double, hold, restart, switch, in whatever words, told to the person."""

from __future__ import annotations

import re
from functools import cache

from leukchat.safety.dosing.amounts import RECIPE
from leukchat.safety.dosing.change_context import (
    ALONE,
    BAD,
    CONDITION,
    DECIDES,
    FINE,
    GOOD,
    JOURNEY,
    LIKE_YOU,
    NEGATION,
    NOT_NEGATION,
    NOUN_START,
    OTHER_SUBJECT,
    PROPOSES,
    TAKES,
    THIRD,
    TRAVEL,
)
from leukchat.safety.dosing.change_phrases import (
    BARE_VERB,
    CELL,
    DONT_OPENS,
    DONT_TAKE,
    DONT_TAKE_NOW,
    HOLD,
    NO_CHANGE,
    ORDER,
    PARTICLE,
    PASSIVE,
    PHRASES,
    STRONG_OBJECT,
    STRONG_VERBS,
)
from leukchat.safety.dosing.grammar import MODAL, OPENING, PERSON
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases, any_matches, bits_of
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]


def ordered_verb(text: str, verbs: str) -> re.Match[str] | None:
    """The first verb of a list that is an order or is put to a person ("take", "you can take", "have him take")."""
    return _ordered(verbs).search(text)


@cache
def _ordered(verbs: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{OPENING}(?:(?:just|please|simply|also|always|go ahead and|keep|have (?:him|her|them)|let (?:him|her|them)|you|you'd|you'll|best|try) )?|"
        rf"{PERSON}(?:'d|'ll)? (?:\w+ ){{0,2}}?{MODAL} (?:\w+ ){{0,2}}?)(?P<verb>{verbs})\b"
    )


def told_change(sentence: Sentence, window: Window, index: int) -> Span | None:
    """Where a sentence tells the person to change a treatment; None when it forbids it, leaves it to the team, or speaks of others."""
    text = sentence.text
    found = _matches(text)
    if not found:
        return None
    if (sentence.end == "?" and not PROPOSES.search(text)) or not (window.spoken(index) or ALONE.search(text)):
        return None
    if JOURNEY.search(text) or DECIDES.search(text) or (not sentence.words.isdisjoint(RECIPE) and sentence.words.isdisjoint(("DRUG", "FORM"))):
        return None
    if TRAVEL.search(text) and not STRONG_OBJECT.search(text):
        return None
    for kind, match in found:
        if not NO_CHANGE.match(text, match.start()) and _is_told(sentence, window, index, kind, match):
            return match.span()
    return None


CHANGES = (STRONG_VERBS, PHRASES, PARTICLE, DONT_TAKE, DONT_TAKE_NOW, BARE_VERB, HOLD, PASSIVE, CELL, ORDER)
"""Phrases of which one must be in a sentence that tells a change."""


_FORBIDDING = (DONT_TAKE, DONT_TAKE_NOW)


@cache
def _bits() -> int:
    return bits_of(CHANGES)


def _matches(text: str) -> list[tuple[Phrases, re.Match[str]]]:
    """Every mention of a change, from left to right, with the kind that it is of."""
    if not any_matches(_bits(), text):
        return []
    found = [(kind, match) for kind in CHANGES if kind.may_match(text) for match in kind.finditer(text)]
    return sorted((one for one in found if one[0] is not DONT_TAKE or DONT_OPENS.search(text, 0, one[1].start())), key=lambda one: one[1].start())


_GIVEN_LATER = re.compile(r"(?:^|[,:] )(?:the )?SHOT (?:are|is|were) (?:\w+ )?$")
_PRONOUN = re.compile(r"\b(?:it|them|this|that|these|those)\b")
_QUOTED = re.compile(
    r"\bright to (?:\w+ )?$|\b(?:when|whether|how|what|which) to (?:\w+ )?$|\b(?:the|your|his|her) (?:body|gut|bowel|cells?)(?: to)? $|"
    r"\b(?:may|might) (?:need|have) to (?:\w+ )?$|\b(?:enough|able|known|likely|said|shown|found|thought) to (?:\w+ )?$|\b(?:website|site|page|"
    r"advert|post|video|book|somebody|someone|anyone|seller|he|she|they|it) (?:tells?|told|asks?|wants?|urges?|invites?) (?:you|people|him|her|"
    r"us) to (?:\w+ )?$|\b(?:know|wonder|ask|asks|asked|asking|see|check|hear|find out) (?:if|whether) (?:you|he|she|they)(?: \w+){0,3} ?$"
)


_TOOK = re.compile(r"\b(?:took|taken|swallowed|had|given|gave) (?:\w+ )?$")
_GERUND = re.compile(r"(?!bring\b)\w+ing\b")
_FOR_SOME = re.compile(r"\b(?:for|in|by) (?:some|many|most|certain|selected) (?:people|patients|adults|children)\b")


def _about_others(text: str, before: str, after: str, gerund: bool) -> bool:
    """Whether a change is warned of, or told of other people."""
    if gerund and _FOR_SOME.search(after):
        return True
    if (gerund and BAD.search(after) and not GOOD.search(after)) or (BAD.search(before) and not NOT_NEGATION.search(before)):
        return True
    return THIRD.search(before) is not None and not LIKE_YOU.search(text) and not re.search(r"\byou\b", before)


def _of_food(sentence: Sentence, found: str, before: str) -> bool:
    """Whether it is food or drink that a sentence changes: no medicine is named there, or "them" follows food alone."""
    if not re.search(r"\b(?:DRUG|FORM|DOSE|SHOT|MED|it|them)\b", found):
        return True
    return _PRONOUN.search(found) is not None and not STRONG_OBJECT.search(before) and "DRUG" not in sentence.words


def _is_told(sentence: Sentence, window: Window, index: int, kind: Phrases, match: re.Match[str]) -> bool:
    text = sentence.text
    before, after = text[: match.start()], text[match.end() :]
    if not STRONG_OBJECT.search(match[0]) and not window.spoken(index) and not ALONE.search(text):
        return False
    if kind is not CELL and sentence.topics & {"FOOD", "DRINK"} and _of_food(sentence, match[0], before):
        return False
    negated = NEGATION.search(before[-60:]) is not None and not NOT_NEGATION.search(before)
    if _QUOTED.search(before) or _TOOK.search(before) or _GIVEN_LATER.search(before):
        return False
    if negated and kind not in _FORBIDDING:
        condition = CONDITION.search(after)
        if condition is None or hands_off(text, match.start()):
            return False
        return condition[0] not in ("but", "though") or (FINE.search(after, condition.end()) is not None and re.search(r"\b(?:not|never|don't)\b", before) is not None)
    if hands_off(text, match.start()):
        return False
    gerund = _GERUND.match(match[0]) is not None
    if _about_others(text, before, after, gerund):
        return False
    if kind is CELL:
        return True
    if kind is PASSIVE and re.search(r"\b(?:never|not)\b", match[0]):
        return False
    if kind is PASSIVE:
        return re.search(r"\b(?:your|his|her|my|should|can|could|ought)\b|\bbe (?:cut|crushed|opened|split|halved)", match[0]) is not None and not re.search(
            r"\b(?:by|if) (?:your|the|a|his|her) \w+|\b(?:doctors?|team|sometimes|often|people|patients|some|many)\b", text
        )
    if kind in _FORBIDDING or (kind is PHRASES and match[0].startswith(("don't", "do not", "needn't", "no "))):
        return not BAD.search(text)
    return _directed(before, after, gerund, NOUN_START.match(match[0]) is not None)


def _directed(before: str, after: str, gerund: bool, noun: bool) -> bool:
    """Whether the words around a change put it to the person: an order, "you can", "it is fine to", "… usually helps"."""
    tail = before[-70:]
    if (
        re.search(rf"(?:{OPENING})(?:\w+ly |just |please |also |then |you |go ahead and |have (?:him|her|them) |let (?:him|her|them) |simply |try to |best )?$", tail)
        and not gerund
        and not noun
    ):
        return (
            not tail.endswith(" to ")
            or FINE.search(tail[-40:]) is not None
            or (
                OTHER_SUBJECT.search(tail.removesuffix("to ")) is None
                and not re.search(r"\b(?:used|had|has|have|have|started|began|allow\w*|lets?|help\w*|mean\w*|doctor\w*|team\w*) to $", tail)
            )
        )
    if re.search(rf"{PERSON}(?:'d|'ll)? (?:\S+ ){{0,6}}$", tail) and not re.search(
        r"\b(?:if|when|since|because|after|before|that|which|as|why|once) (?:you|he|she|they|we|i)(?:'ve|'re| have| are)? ?(?:\w+ )?$", tail
    ):
        return True
    if re.search(
        r"\b(?:will|would|should|may|might|could) (?:go|stop|settle|improve|ease|get better|help|calm|fade|pass|vanish|be better|work|"
        r"disappear)\b.{0,20} (?:if|once|when) you (?:just |simply )?$",
        tail,
    ):
        return True
    if noun and TAKES.search(tail):
        return True
    if OTHER_SUBJECT.search(tail):
        return False
    if FINE.search(tail):
        return True
    if noun and re.search(r"\b(?:isn't|not|never|aren't|no)\b", after[:40]):
        return False
    return GOOD.search(after) is not None and (gerund or len(before.split()) <= 2 or bool(re.search(r"(?:^|[,:] |\b(?:a|an|the|of|,|short|and|then) )(?:\w+ ){0,3}$", tail)))


def change_spans(text: str) -> list[re.Match[str]]:
    """Every mention of changing a treatment in a marked text, told or asked."""
    return [match for _, match in _matches(text)]
