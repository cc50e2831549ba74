"""A number beside a medicine that nothing explains: what it counts is not said, so it is taken for an amount.

Told apart by elimination: "imatinib, at 400, remains" has nothing that 400 could count but the
medicine, "imatinib in three trials" and "in 2001" have.
"""

from __future__ import annotations

import re

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_NUMBER = re.compile(r"\bNUM\b")
_OPEN = re.compile(
    r" ?(?:$|[,?!)&|(]|-> | (?:(?:or so|tops|max|maximum|instead|again|now|only|today|tonight|tomorrow|daily|nightly|once|twice|then|and|"
    r"or(?! (?:more|fewer|less|later)\b)|but|not|with|w|without|from|for|as|is|are|was|would|should|will|"
    r"might|may|can|could|must|remains?|to start|at|on|in (?:the|a|any|one|each|every)\b|over (?:the|a|NUM)\b|before|after|until|till|till|if|"
    r"when|while|since|because|rather|usually|depending|alone|together|bid|tid|qid|qd|od|bd|tds|qhs|prn|qw|po|iv|at first|a day|per day|each|"
    r"every|am|pm|seems?|sounds?|looks?|keeps?|beats?|works?|brings?|does|helps?|suits?|lowers?|controls?|right|correct|ok|okay|ones?|s)\b"
    r"|of (?:(?:the |your |his |her |that )?(?:DRUG|SUPP|MED)\b|it\b)))"
)
"""What follows a number that counts no named thing: the end, a preposition, a conjunction, a time."""
_EXPLAINED = Phrases(
    r"\b(?:stages?|phases?|grades?|days?|cycles?|types?|chromosomes?|exons?|codons?|groups?|class|factor|arms?|age|aged|ages|number|lines?|steps?|"
    r"weeks?|months?|years?|version|figure|table|"
    r"chapter|page|room|ward|floor|level|score|section|question|part|point|spf|vitamin|omega|count|counting|cell|cells|gene|genes|proteins?|b|d|k|c|t|m|n|g|p|s|l|covid|"
    r"interleukin|il|cd|hla|bcl|flt|npm|idh|il|mll|kmt|dnmt|turned|turns?|turning|about age|"
    r"below|under|above|over|than|reaches|reach|born|since|ended|until|by|around|from|late|early|mid|bus|schedule|at risk|scored?|degrees|"
    r"temperature|platelets|fever|weigh|weighs|weighing|weight|kidneys|between|within|fell|rose|dropped|clock|of|in) ?(?:is |of |are |was |at |"
    r"to |[(:] ?)?(?:about |around )?$",
    r"\b(?:in|into|during|of) (?:their|his|her|your|my|the) $",
    r"\b(?:the|these|those|all|both|only|between|first|last|other) $",
    r"(?:^|[.+–:×*^<>=≥≤~#'-] ?|\bt \( ?|\b(?:inv|del|e|p|q) \( ?)$",
)
_AGED = re.compile(r" (?:and|or) (?:older|over|above|up|younger|under)\b| per NUM\b")
_CLOCK = re.compile(r" (?:am|pm|o'clock|in the (?:morning|evening|afternoon)|at night)\b")
_AT = re.compile(r"\b(?:at|until|till|by|before|after|from|past|around|about|to) $")
_DOSED = re.compile(r"\b(?:DRUG|SUPP|DOSE|(?:with|to|on|from) the|take the|take|over) (?:is |of |at |to |: )?$")
_NEGATED = re.compile(r"\b(?:not|never|don't|doesn't|cannot|can't|no) (?:(?!more|over|above|exceed|past|beyond|climb|go\b|let)\w+ ){0,3}$")
_NOT_ABOUT = frozenset("TRIAL PAST COST VACC".split())
_NOT_HERE = frozenset("FOOD DRINK LAB".split())
_EXTRA = frozenset(
    ("percent", "%", "cell", "cells", "chromosome", "chromosomes", "gene", "mutation", "survival", "fever", "temperature", "weigh", "weighs", "CITE", "aged", "born", "+")
)
_MOST = 5000
PHONES = frozenset((911, 112, 999, 988, 111, 116123))


def bare_figure(sentence: Sentence) -> Span | None:
    """The first number of a sentence that counts nothing named; one of years, ages and stages is passed over."""
    text = sentence.text
    for match in _NUMBER.finditer(text):
        if not _OPEN.match(text, match.end()):
            continue
        if _AGED.match(text, match.end()):
            continue
        value = sentence.value(match.start())
        if value <= 12 and _CLOCK.match(text, match.end()) and _AT.search(text[: match.start()]):
            continue
        if not 0 < value <= _MOST or 1900 <= value <= 2100 or value in PHONES:
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if not _EXPLAINED.search(before) or _DOSED.search(before):
            return match.span()
    return None


def told_unexplained(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A bare figure in a sentence after or with a medicine's name, unless the sentence is about results, food, cost, a study or the team's part."""
    if sentence.topics & _NOT_ABOUT or not sentence.words.isdisjoint(_EXTRA) or sentence.end == "?" or not window.known(index):
        return None
    found = bare_figure(sentence)
    if found is None or _NEGATED.search(sentence.text[: found[0]]) or ("DRUG" not in sentence.words and window.topics & {"FOOD", "DRINK"}):
        return None
    return None if sentence.topics_near(*found) & _NOT_HERE or hands_off(sentence.text, found[0]) else found
