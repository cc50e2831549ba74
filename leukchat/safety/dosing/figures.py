"""Bare figures as amounts: "Jakafi 10", "the number they will tell you is 140", "80 a day of asciminib", a day's triad."""

from __future__ import annotations

import re

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.times import OFTEN, WHEN
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
ORDERS = Phrases(rf"(?:{OFTEN.pattern})|(?:{WHEN.pattern})")
NEGATED = Phrases(r"\b(?:not|never|(?!won't go)\w+n't|don't|doesn't|shouldn't|can't|cannot|no one|nobody|avoid|even|without|rather than|resist|instead of|nor) (?:\S+ ){0,5}$")
NO_AGENT = Phrases(
    r"\b(?:temperature|fever|pulse|weight|weigh|degrees|steps?|minutes?|laps|walks?|times|people|visits?|meals?|snacks?|room|floor|page|section|bus|"
    r"appointment|clinic|born|aged?|years? old|score|pain|scale|naps?|hours? of sleep|on call|questions?|chair|breaths?|cycles?|visitors|sun|sunscreen|factor|spf|"
    r"moisturi[sz]er|lotion|balm)\b",
)
_BARE = Phrases(rf"\b(?:DRUG|SUPP) (?:(?:,|:|=|at|to|of|is|x|-|\(|->) ?){{0,2}}(?P<n>NUM)(?= ?$| ?[,|)&] | (?:then|and|or|DRUG|now|\+)\b| (?:{OFTEN.pattern})| (?:{WHEN.pattern}))")
_FIGURE = Phrases(
    r"\b(?:number|figure|answer|amount|DOSE|MED|it's|it is|that is|that's|count) (?:\S+ ){0,7}?(?:is|be|are|was|means|=|:|it's|it is) (?:about |around |"
    rf"roughly |just |simply |probably )?(?P<n>NUM|one)(?= ?$| ?[,)] | (?:{OFTEN.pattern})| (?:{WHEN.pattern}))",
)
_OTHER_THINGS = (
    r"(?! (?:of|in|out|%|percent|people|patients|adults|children|participants|men|women|years?|months?|weeks?|days?|hours?|minutes|times|cases|"
    r"trials?|studies|cycles?|courses|side|kinds|types|main|other|different|DRUG|MED|phases|clinical|large|small|more|new|similar|/|nmol|ng|mmol|"
    r"pg|pmol|μmol|log|centres|countries|genes|points|degrees|SHOT|visits|-|CLOCK|million|FORM|percent|day|week|month|year)\b)(?! ?[%/\]])"
)
"""What a number near a medicine may count instead of it: people, months, percent."""
_NEAR = Phrases(
    r"\bDRUG(?: FORM| MED| DOSE)? (?:(?:comes?|came) to |works out (?:at|to) |at |to |is |of |should be |be |= ?|around |about |roughly |would be |"
    rf"goes? (?:to|at) |down to |up to |, ?)?(?P<n>NUM){_OTHER_THINGS}",
    r"\b(?:use|take|have|swallow|buy) (?:the |your )NUM s\b",
    r"\btaper ?:? NUM\b",
    r"\b(?:people|someone|adults|patients|folks) (?:of )?(?:like you|your \w+) (?:\w+ ){0,3}?(?:take|takes|get|have|on|need|use) (?:NUM|one)\b(?! (?:years?|"
    r"weeks?|months?|days?|hours?|%|percent|visits?|tests?))",
    r"\b(?:take|suck|swallow|give|pop|chew|inject) (?:him |her )?(?:NUM|one) (?!(?:deep|steps?|breaths?|walks?|naps?|breaks?|minutes?|rests?|sips?|laps|"
    r"photos?|pictures?|readings?|bites?|showers?|baths?)\b)[a-z]+s? every NUM (?:hours?|h)\b",
)
_TRIADS = Phrases(r"\bTRIAD\b")
_OF_DRUG = Phrases(
    r"\bNUM (?:of |worth of )(?:the |your )?(?:DRUG|SUPP)\b|^NUM (?:is|should be|would be|will be|ought to be) (?:plenty|enough|right|fine|the(?! (?:\w+ )?(?:on|printed|written)\b)|too much|safe|usual|ok|okay)\b"
)
_TO_FIGURE = Phrases(
    r"\b(?:go|going|stay|move|start|begin|try|drop|increase|cut|reduce|lower|raise|up|down|back|keep|remain|stick|titrate|push|climb|settle|aim|round|land|"
    r"end up|continue|change|switch|get|creep|trimmed|lowered|raised|cut|reduced|increased|brought|set|started|capped|kept)(?: \w+){0,3}? (?:to|on|at|"
    rf"with|for|from|try) (?:about |around |just |only )?(?P<n>NUM){_OTHER_THINGS}",
)
_BARE_DAILY = Phrases(
    r"\b(?P<n>NUM) (?:a (?:day|week|night|time|go)|daily|nightly|per day|each (?:day|night|morning|evening)|every (?:day|night|morning|evening|other day)|"
    r"once|twice)\b(?! (?:of (?!DRUG|SUPP|it\b|them\b|your\b|the DRUG)|a year))",
)
CARE = Phrases(r"\b(?:in (?:the )?hospital|at the (?:clinic|hospital|day unit|ward)|day unit|ward|nurse)\b")

FIGURES = (_BARE, _OF_DRUG, _TO_FIGURE, _TRIADS, _NEAR, _BARE_DAILY, _FIGURE)
"""Phrases of which one must be in a sentence that tells a bare figure."""


def told_figure(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A bare figure as an amount: "Jakafi 10", "the number they will tell you is 140", "80 a day of asciminib"."""
    text = sentence.text
    if sentence.topics & {"LAB", "FOOD", "COST"} or NO_AGENT.search(text) or CARE.search(text):
        return None
    for match in _BARE.finditer(text):
        if _plausible(sentence.value(match.start("n"))):
            return match.span()
    of = _OF_DRUG.search(text)
    if of and "TRIAL" not in sentence.topics and _plausible(sentence.value(of.start())) and not NEGATED.search(text[: of.start()]):
        return of.span()
    known = window.known(index)
    to = _TO_FIGURE.search(text) if known else None
    if to and _plausible(sentence.value(to.start("n"))):
        return to.span()
    near = _near_figure(sentence, window, index)
    if near is not None:
        return near
    daily = _BARE_DAILY.search(text)
    if (
        daily
        and (window.spoken(index) or re.search(r"\b(?:take|swallow|give|up to|have|no more than|limit|stick|stay)(?: \w+){0,2} $", text[: daily.start()]))
        and sentence.value(daily.start("n")) <= 5000
        and not NEGATED.search(text[: daily.start()])
        and "DRINK" not in sentence.topics
    ):
        return daily.span()
    figure = _FIGURE.search(text)
    if figure and (window.known(index) or "DOSE" in text or "tell you" in text or ORDERS.search(text)) and _plausible(sentence.value(figure.start("n"))):
        return figure.span()
    return None


def _near_figure(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A figure beside a medicine that counts nothing else, a day's triad ("1-0-1"), or "the 200s"."""
    text = sentence.text
    triad = _TRIADS.search(text)
    if triad and (window.spoken(index) or re.search(r"\b(?:meals?|food|after|before|take)\b", text)):
        return triad.span()
    near = _NEAR.search(text)
    if (
        near
        and not sentence.topics & {"TRIAL", "TEAM"}
        and "CITE" not in text
        and (near["n"] is None or _plausible(sentence.value(near.start("n"))))
        and not NEGATED.search(text[: near.start()])
    ):
        return near.span()
    return None


def _plausible(value: float) -> bool:
    return 0 < value <= 5000 and not 1900 <= value <= 2100
