"""Diagnoses, prognoses, causes and false comfort in plain words: "hence you have", "so relax", "you'll never", "it was your stress"."""

from __future__ import annotations

import re

from leukchat.safety.diagnosis_words import LEUKEMIA, NO_COMFORT, NO_DIAGNOSIS, NO_PROGNOSIS, OPEN, OTHER
from leukchat.safety.families import Family, one_of, rx

_GAP = r"[^.!?\n]"
_ILL = one_of(
    LEUKEMIA,
    OTHER,
    r"parkinson's|cystitis|aspergillus|\w+ (?:infection|syndrome)|dic\b|kidney failure|iron overload|(?:pernicious|haemolytic|hemolytic) an(?:a)?emia|fungal pneumonia|essential thrombocyth(?:a)?emia|myelofibrosis|lymphoma|relapse",
)
_YOURS = one_of(
    r"your (?:\w+ ){0,3}?\w+|(?:his|her) (?:\w+ ){0,2}?\w+",
    r"the (?:\w+ ){0,2}?(?:cough|burning|tremor|shadow|spot|lump|pains?|rash|fatigue|tingling|swelling|fever|headaches?)(?: (?:that (?:won't|wakes?|comes)|on your|in your|when you) ?(?:[\w']+ ){0,4})?",
)
_OPEN_TOO = re.compile(
    OPEN.pattern
    + r"|\?\s*$|\b(?:if|whether|may|might|could|often|usually|sometimes|most|many|some|people|patients|doctors?|team|only (?:a|the|your)|ask|isn't|not (?:mean|always|a)|doesn't|don't|can't|cannot|never (?:means|say)|when|who|study|studies|trial|rarely|seldom|for example|called|means (?:a|an|the))\b"
)
_SURE_ANYHOW = re.compile(
    r"\?\s*$|\b(?:if your|whether|may|might|often|usually|sometimes|many|some people|people with|ask|isn't|doesn't mean|can't (?:say|tell|know)|cannot (?:say|tell)|nobody can|no one can|please|study|studies|trial)\b"
)


def _told(rule: str, message: str, *patterns: str, unless: re.Pattern[str] = _OPEN_TOO) -> Family:
    return Family(f"diagnosis.{rule}", message, rx(*patterns), unless)


PLAIN: tuple[Family, ...] = (
    _told(
        "assertion",
        NO_DIAGNOSIS,
        rf"\b(?:hence|so|therefore|thus|and) (?:so )?(?:do )?you(?:'ve)? (?:now |no longer |clearly )?(?:have|got|suffer from|do)\b(?={_GAP}{{0,40}}\b{_ILL}\b)|\bshows? that (?:you|he|she) (?:now )?(?:have|has) {_GAP}{{0,20}}{_ILL}|\breads as {_ILL}|\bconfirm(?:s)? (?:an? )?{_ILL}|\bhas a name: ?{_GAP}{{0,30}}{_ILL}|\bit's {_ILL}, i'm afraid\b",
        rf"\b{_YOURS} (?:is|are|comes? from|is from|are from) (?:an? |your )?(?:\w+ ){{0,2}}?{_ILL}(?: from| in|,|\.|$)|\bbecause you have {_ILL}\b|\bthat's {_ILL} in\b|\bsettle it\b(?=\.? (?:chronic|acute|{_ILL}))|\bcrossed the line: {_GAP}{{0,20}}{_ILL}|\ball (?:five|four|three|six) signs are there\b",
        r"\b(?:i'd bet the house|you'll have (?:a )?full relapse|(?:has )?gone to (?:his|her|your) brain|this \w+ is its return|disease has become (?:aggressive|resistant)|i'd be surprised if it weren't|practically certain that you|by my count of your)\b",
        r"\b(?:inherited it from your|it was your (?:stress|diet|work|smoking)|came from the nurse's hands|in pregnancy caused your|caused your (?:girl|boy|son|daughter|child)'s)\b",
        r"\b(?:signent une|sem duvida nenhuma|lo dimostra|parlano chiaro|son una recaida|ist ein lymphom|isso e leucemia|e recidiva)\b",
    ),
    _told(
        "prognosis",
        NO_PROGNOSIS,
        r"\b(?:neither will you|won't work on you|you'll never have (?:children|kids)|never reach (?:\w+) years|figure on (?:a|one|two|six|\d+) (?:year|month)s?|a year at the most|matter of days, not|you'll reach \d+|life expectancy of his twin|it can't come back in you|plan the funeral)\b",
        r"\b(?:se va a curar seguro|te lo garantizo|se lo garantizo|ne survivra pas|noch hochstens|morre antes do|zyada nahi ji\w+)\b|\u092c\u0938 \S+ \u092e\u0939\u0940\u0928\u0947",
        unless=_SURE_ANYHOW,
    ),
    _told(
        "false_comfort",
        NO_COMFORT,
        r"\b(?:too young for (?:cancer|leuk\w*)|so relax|are always innocent|nothing's wrong with your|there's no illness|so it can't be that|every child has them|would tell you nothing new|think no more of it|so don't chase it|that spot is benign|needn't show it to|just the office air|come from tight socks|only off because you were|nothing behind it|is a gift\. enjoy|not a clot\. )",
        r"\b(?:da muss niemand draufschauen|ganz sicher harmlos|ce n'est certainement pas|blood test karwane ki koi zaroorat nahi|bas kamzori hai)\b",
        unless=_SURE_ANYHOW,
    ),
)
