"""The figures of a printed line: numbers, ranges and bounds, each as a token. The rest of a line is cut by `tokens`."""

from __future__ import annotations

import re

from leukchat.labs.analytes import NameHit
from leukchat.labs.folding import fold, word_spans
from leukchat.labs.model import Sex
from leukchat.labs.numbers import LOOSE_SPACE
from leukchat.labs.readers import RawRange
from leukchat.labs.readers.grammar import (
    ATTACHED_K,
    BOUND,
    GROUPED_NUMBER,
    NUMBER,
    RANGE,
    SPACED_NUMBER,
    UPPER,
    WORD_FLAG,
    Kind,
    Token,
    rising,
)
from leukchat.labs.units import SECONDS, find_unit

_TO_UNIT = re.compile(r"[ \x1f]*(?:(?:[+*-]{1,2}|[hl]{1,2})[ \x1f]+)?")  # to the unit behind a value, over a flag in a column of its own
_LIMIT_APART = re.compile(r"\s{3,}(?:to|bis|al?|ate)\s")  # `28 U/l      bis 50`: a value, and in the next column its limit
_WORD_FROM_DIGIT = re.compile(r"[\w.]+")


class Figures:
    """A line with the tokens found so far, and how a number, a range or a bound becomes one."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.folded = fold(line)
        self.spans = word_spans(self.folded)
        self.starts = {start: index for index, (_, start, _) in enumerate(self.spans)}
        self.found: list[Token] = []
        self.last: Kind | None = None  # of the last token that is not a gap
        self.child = False
        self.good = False
        self.labelled = False

    def _add(self, kind: Kind, start: int, end: int, word: str = "", *, hit: NameHit | None = None, range: RawRange | None = None, bracketed: bool = False) -> int:
        self.found.append(Token(kind, start, end, self.line[start:end].strip(), hit, range, word, bracketed))
        if kind != "gap":
            self.last = kind
        return end

    def _range(self, at: int, start: int, closing: str = "", sex: Sex | None = None) -> int:
        match = RANGE.match(self.folded, at)
        if not match or not rising(match["low"], match["high"]) or (match["unit"].strip() and _LIMIT_APART.search(match[0])):
            return 0
        end = match.end()
        end = self._close(end, closing)
        text = self.line[start:end].strip()
        raw = RawRange(text, match["low"], match["high"], sex=sex, child=self.child, good=self.good, labelled=self.labelled)
        self.labelled = self.good = False
        return self._add("range", start, end, range=raw, bracketed=bool(closing))

    def _bound(self, at: int, start: int, closing: str = "", sex: Sex | None = None) -> int:
        match = BOUND.match(self.folded, at)
        if not match:
            return 0
        sign = match["sign"].replace("< =", "<=").replace("> =", ">=")
        upper = sign in UPPER or sign.startswith(("inferi", "menor", "kleiner", "abaixo"))
        end = self._close(match.end(), closing)
        number = match["number"]
        raw = RawRange(
            self.line[start:end].strip(),
            None if upper else number,
            number if upper else None,
            exclusive=sign in ("<", ">"),
            sex=sex,
            child=self.child,
            good=self.good,
            labelled=self.labelled,
        )
        self.labelled = self.good = False
        return self._add("bound", start, end, range=raw, word=sign, bracketed=bool(closing) or sex is not None)

    def _close(self, end: int, closing: str) -> int:
        """Past a closing bracket, with a unit that may stand before it."""
        if not closing:
            return end
        rest = re.compile(rf"\s*(?P<unit>[^()\[\]|;]{{0,18}}?)\s*\{closing}").match(self.folded, end)
        return rest.end() if rest else end

    def _number(self, at: int) -> int:
        if grouped := self._grouped(at):
            return grouped
        match = SPACED_NUMBER.match(self.folded, at) or NUMBER.match(self.folded, at)
        if match is None:
            return at + 1
        end = match.end()
        text = match[0]
        if ATTACHED_K.match(self.folded, end):
            self._add("number", at, end, word=text)
            return self._add("unit", end, end + 1)
        follows = self.folded[end : end + 1]
        if follows.isalpha() and find_unit(self.folded, end) < 0 and not WORD_FLAG.match(self.folded, end) and not SECONDS.match(self.folded, end):
            word = _WORD_FROM_DIGIT.match(self.folded, at)
            return self._add("word", at, word.end() if word else end, word=text)
        if len(text) > 1 and text[0] == "0" and text.isdigit() and not self._padded_value(at, end):
            return self._add("sign", at, end, word=text)
        return self._add("number", at, end, word=text)

    def _grouped(self, at: int) -> int:
        """A number in groups of three: sure where a group begins with 0, else one or two numbers, if a unit follows."""
        match = GROUPED_NUMBER.match(self.folded, at)
        if match is None or SPACED_NUMBER.match(self.folded, at):
            return 0
        if " 0" in match[0]:
            return self._add("number", at, match.end(), word=match[0])
        behind = _TO_UNIT.match(self.folded, match.end())
        rest = behind.end() if behind else match.end()
        closed = self.folded[match.end() :].lstrip()[:1] in (";", ")") or self.folded[match.end() : match.end() + 2] in (", ", ". ")
        return self._add("number", at, match.end(), word=match[0].replace(" ", LOOSE_SPACE)) if closed or find_unit(self.folded, rest) > 0 else 0

    def _padded_value(self, at: int, end: int) -> bool:
        """Whether a number such as `05` is a value, not a footnote: it fills its line, or a unit or range follows."""
        rest = self.folded[end:].lstrip(" \x1f\t|")
        if not rest:
            return not self.folded[:at].strip(" \x1f\t|")
        return find_unit(rest, 0) > 0 or bool(RANGE.match(rest))

    def _last_is(self, *kinds: Kind) -> bool:
        """Whether the last token that is not a gap is of one of these kinds."""
        return self.last in kinds
