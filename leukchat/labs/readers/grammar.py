"""The grammar of a printed line: numbers, ranges, bounds, gaps, flags. All for folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from leukchat.labs.analytes import NameHit
from leukchat.labs.folding import THOUSANDS_SPACE
from leukchat.labs.numbers import readings
from leukchat.labs.readers import RawRange

Kind = Literal["name", "number", "bound", "range", "unit", "flag", "date", "word", "gap", "sign"]

_SPACE_GROUPS = rf"\d{{1,3}}(?:[{THOUSANDS_SPACE}']\d{{3}})+(?:[.,]\d+)?"
_NUM = rf"(?>{_SPACE_GROUPS}|\d+(?:[.,]\d+)*|[.,]\d+)"
NUMBER = re.compile(_NUM)
SPACED_NUMBER = re.compile(
    r"\d{1,3}(?: (?!10[3569]\s*/)\d{3})+(?=(?:\s*-\s*\d{1,3}(?: "
    r"\d{3})+)?\s*[)\]]?\s*(?:[hl*+-]{1,2}\s*)?(?:cells|cel\w*|elements|elem|zellen)?\s*/\s*(?:mm|u|cu|"
    r"c\.?mm|mcl))"
)
# `20 000` and `1 870 U/L`: a blank between groups of three, which may also part two numbers.
GROUPED_NUMBER = re.compile(r"\d{1,3}(?: (?!10[3569]\s*/)\d{3})+(?!\d|[.,]\d|\s?-\s?\d|:)")
# `103` and `1012`, which are powers of ten where a superscript was lost.
PLAIN_POWER = re.compile(r"10(?:12|[3569])(?!\d)")
_DASH = r"(?:-{1,2}|~|÷|\.\.\.?|…)"
# About as much room on both sides: `22,0 -      36,8` is a low value and the one in the next column.
_TO = rf"[ \x1f]{{0,2}}{_DASH}[ \x1f]{{0,2}}|\s{{3,}}{_DASH}\s{{3,}}| ?\t ?{_DASH} ?\t ?|\s+(?:to|bis|a|al|ate)\s+"
# What must follow the low end at least; checked first, as most numbers begin no range.
_JOINED = r"(?=\s*+(?:(?:to|bis|al?|ate)\s|[a-z%]{0,5}+(?:/[a-z0-9]{0,3}+)?+\s*+(?:[-~÷.…]|(?:to|bis|al?|ate)\s)))"
# `2.272       ate 100` is a value and, in the next column, its upper limit.
_APART = r"(?!\s{3,}(?:ate|bis)\s\S)"
_UNITISH = r"\s*(?:[a-z%]{1,5}(?:/[a-z0-9]{1,3})?)?"
RANGE = re.compile(
    rf"(?P<low>{_NUM}|\d{{1,3}}(?: \d{{3}})+){_JOINED}{_APART}(?P<unit>{_UNITISH})(?:{_TO})(?P<high>\d{{1,3}}(?: "
    rf"\d{{3}})+(?!\d)|{_NUM})(?!\s*(?:-|~|÷|\.\.|…)\s*\d|\s(?:to|bis|a|al|ate)\s\d|\d|:\d|\^|\*+\d)"
)
BOUND = re.compile(
    rf"(?:(?:above|below|over|under)\s+(?=[<>≤≥]))?(?P<sign><\s?=|>\s?=|=\s?<|=\s?>|<|(?<![a-z\"'/])>|≤|≥|up\s?to|upto|below|less than|under|bis(?: zu)?|hasta|ate|"
    rf"jusqu'?a|inferieur a|inferior a|inferiore a|menor (?:que|de|a)|abaixo d[eo]|kleiner(?: als)?|"
    rf"greater than|more than|above|over|acima d[eo]|mayor (?:que|de)|superior a|superieur a|superiore a|maior que|"
    rf"grosser(?: als)?|fino a)\s*(?P<number>\d{{1,3}}(?: \d{{3}})+(?=\s*(?:[a-z%/()\[\]|]|\s\s|\t|$))|{_NUM})"
)
# Blanks before anything that is no sign of a gap come first: most gaps are such, and the rest of the pattern tries each of its blanks.
GAP = re.compile(r" {2,}+(?![\s|;.…_=-])|[ \t]*(?:\||\t|;|\.{3,}|…+|_{3,}|={3,}|-{3,}|(?:\s\.){3,})[ \t|]*|[ \x1f]{2,}")
ATTACHED_K = re.compile(r"k(?![a-z0-9/.])")
WORD = re.compile(r"[a-z][a-z.'&]*")
# `p210`, `e14a2`, `MR4.5`: a letter that belongs to its figures, which are no value.
CODED_WORD = re.compile(r"(?:[a-gi-km-z]|mr|rm)\d[a-z0-9.]*")
UNREAD = re.compile(r"l\d[\d.,]*")
HOURS = re.compile(r"\d{1,3}(?:\s?(?:hrs?|hours?|std|stunden|heures|horas)\b|h\b)")
ELISION = re.compile(r"(?:l|d|un|dell|nell|all|sull|qu)'(?=[a-z])")
FLAG = re.compile(r"\*{1,3}|↑{1,2}|↓{1,2}|!{1,2}|▲|▼|\+{1,2}(?=\s|$|\|)|-{1,2}(?=\s*(?:$|\||/|[a-z%]|\[[%1])|\s+10[\^*e]|\s{2,})")
BRACKET_FLAG = re.compile(r"[(\[]\s*(hh?|ll?|high|low|crit(?:ical)?|\*{1,2}|[↑↓+-]{1,2}|abn(?:ormal)?|a|n)\s*[)\]]")
# A laboratory's own code in brackets, such as `(XE2m6)` or `(42P..)`: letters and digits, no range and no unit.
BRACKET_CODE = re.compile(r"[(\[](?:(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{3,8}|[a-z0-9]{2,4}\.{1,3})[)\]]")
WORD_FLAG = re.compile(
    r"(?:hh|ll|hi|lo|[hlacn]|high|low|crit(?:ical)?(?:\s(?:high|low))?|panic|abn(?:ormal)?|hoch|niedrig|"
    r"erhoht|erniedrigt|eleve|bas|alto|bajo|elevado|baixo|basso|kritisch|critico)\*{0,2}(?![a-z0-9.:])"
)
# `1.9 10*9/L   Below range`: the flag in words, which fill the rest of the line.
RANGE_FLAG = re.compile(r"(below|above|in|within) (?:the )?(?:normal |reference )?range\s*$")
UPPER = frozenset(("<", "≤", "<=", "=<", "up to", "upto", "below", "less than", "under", "bis", "bis zu", "hasta", "ate"))
UPPER |= frozenset(("jusqua", "jusqu'a", "fino a"))


@dataclass(slots=True, eq=False)  # not frozen: a report has hundreds, and a frozen one takes four times as long to make
class Token:
    """A piece of a line. `text` is as printed; the other fields hold what the kind needs. Each is equal to itself alone."""

    kind: Kind
    start: int
    end: int
    text: str
    hit: NameHit | None = None
    range: RawRange | None = None
    word: str = ""
    bracketed: bool = False


def rising(low: str, high: str) -> bool:
    """Whether `low` and `high` can be the ends of a range (0-0 and rising pairs are)."""
    lows, highs = readings(low), readings(high)
    return any(one <= two for one in lows for two in highs)
