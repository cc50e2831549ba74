"""A line of a report as typed pieces: names, numbers, ranges, units, flags, words, separators."""

from __future__ import annotations

import re

from leukchat.labs.analytes import NameHit, match_name
from leukchat.labs.dates import DATE, MONTH_LETTERS, TIME
from leukchat.labs.folding import SUPERSCRIPTS
from leukchat.labs.model import Sex
from leukchat.labs.readers.figures import Figures
from leukchat.labs.readers.grammar import BOUND, BRACKET_CODE, BRACKET_FLAG, CODED_WORD, ELISION, FLAG, GAP, HOURS, PLAIN_POWER, RANGE, RANGE_FLAG, UNREAD, WORD, WORD_FLAG, Token
from leukchat.labs.readers.vocabulary import CHILD_WORDS, FLAGS, GOOD_LABELS, SEX_WORDS
from leukchat.labs.units import SECONDS, find_unit

# A range for women or men further on the line, which makes an `H` before one that of men (`hombre`).
_OTHER_SEX = re.compile(r"\b[mf](?:ujer(?:es)?)?\s*[:.=]?\s*[(\[]?\s*[<>≤≥\d]")

_H_AND_M = re.compile(r"\bh\s*[:.=]?\s*[(\[]?\s*[<>≤≥\d].*\bm\s*[:.=]?\s*[(\[]?\s*[<>≤≥\d]|\bm\s*[:.=]?\s*[(\[]?\s*[<>≤≥\d].*\bh\s*[:.=]?\s*[(\[]?\s*[<>≤≥\d]")


_PAGE = re.compile(r"\.\s?\d")
_CHARGE = re.compile(r"(?:\+{1,2}|-)(?=[\s:=]|$)")
_IONS = frozenset(("sodium", "potassium", "calcium", "magnesium", "chloride", "bicarbonate"))
_ION = 4  # letters and figures of `K`, `Ca2`, `HCO3`


class Lexer(Figures):
    """Cuts one line into tokens. Use `tokens(line)`."""

    def run(self) -> list[Token]:
        """All tokens in order."""
        position, length = 0, len(self.folded)
        while position < length:
            end = self._step(position)
            position = end if end > position else position + 1
        return self.found

    def _step(self, at: int) -> int:
        folded = self.folded
        char = folded[at]
        if char == " " and folded[at + 1 : at + 2].isalnum():
            return at + 1
        if not char.isalnum() and (gap := GAP.match(folded, at)):
            return self._add("gap", at, gap.end())
        if char in " \x1f":
            return at + 1
        if char.isdigit() or (char in ".," and folded[at + 1 : at + 2].isdigit() and not folded[max(0, at - 1) : at].isalnum()):
            return self._numeric(at)
        if char in "([":
            return self._bracket(at)
        if char.isalpha() or char in "%#":
            return self._lettered(at)
        return self._sign(at)

    def _numeric(self, at: int) -> int:
        folded = self.folded
        if day := DATE.match(folded, at) or TIME.match(folded, at):
            return self._add("date", at, day.end())
        if (hours := HOURS.match(folded, at)) and self.line[hours.end() - 1] != "H":
            return self._add("date", at, hours.end())
        unit = find_unit(folded, at) if folded.startswith("10", at) else -1
        if unit > 0 and (self.found or "/" in folded[at:unit]) and not self._looks_like_power(at, unit):
            return self._add("unit", at, unit)
        if at in self.starts and not self._last_is("number") and (hit := self._name(at)):
            return hit
        return self._range(at, at) or self._number(at)

    def _looks_like_power(self, at: int, end: int) -> bool:
        """Whether `103 /nl` is the number 103, not 10³: no sign of a power, no value before it and none behind it."""
        power = PLAIN_POWER.match(self.folded, at)
        if power is None or any(char in SUPERSCRIPTS for char in self.line[at : power.end()]) or any(token.kind in ("number", "bound") for token in self.found):
            return False
        return not any(char.isdigit() for char in BOUND.sub("", RANGE.sub("", self.folded[end:])))

    def _bracket(self, at: int) -> int:
        folded = self.folded
        flag = BRACKET_FLAG.match(folded, at)
        if flag and self._last_is("number", "unit", "bound"):
            return self._add("flag", at, flag.end(), word=flag[1])
        inner = at + 1
        while folded[inner : inner + 1] in (" ", "\x1f"):
            inner += 1
        closing = ")" if folded[at] == "(" else "]"
        sex = SEX_WORDS.match(folded, inner)
        if sex is None and (end := self._range(inner, at, closing) or self._bound(inner, at, closing)):
            return end
        unit = find_unit(folded, inner)
        if unit > 0 and folded[unit:].lstrip(" \x1f")[:1] == closing:
            end = folded.index(closing, unit) + 1
            return self._add("unit", inner, unit) and end
        if unit > 0 and folded[unit - 1] == closing and folded[at] not in folded[inner:unit]:
            return self._add("unit", inner, unit - 1) and unit  # `(mL/min/1.73m2)`
        if (code := BRACKET_CODE.match(folded, at)) and not self._name_at(inner):
            return self._add("sign", at, code.end(), word=code[0])
        return self._add("sign", at, at + 1, word=folded[at])

    def _lettered(self, at: int) -> int:
        folded = self.folded
        alone = at == 0 or not folded[at - 1].isalnum()
        if not alone and not (folded[at - 1].isdigit() and self._last_is("number", "bound", "range")):
            return at + 1
        if alone and folded[at] in MONTH_LETTERS and (day := DATE.match(folded, at)):
            return self._add("date", at, day.end())  # `Mar 18, 2026`
        unit = find_unit(folded, at)
        if unit > 0 and self._unit_here(at, unit):
            return self._add("unit", at, unit)
        sex = SEX_WORDS.match(folded, at) if alone else None
        if sex and (end := self._sexed(at, sex)):
            return end
        if self._last_is("number", "bound", "range") and (seconds := SECONDS.match(folded, at)):
            return self._add("unit", at, seconds.end())
        if alone and (end := self._name(at)):
            return end
        bound = self._bound(at, at) if alone else 0
        return bound or self._word_or_flag(at)

    def _unit_here(self, at: int, end: int) -> bool:
        """Whether letters that spell a unit are one here: `%` and `mm` also begin names and sentences."""
        text = self.folded[at:end]
        if "/" in text or self._last_is("number", "bound", "range", "flag"):
            return True
        if text.startswith("%"):
            return not self._name_at(at)
        if text in ("fl", "pg", "g%", "gm%", "mg%", "sec", "secs", "seconds", "lakhs", "lakh"):
            return bool(self.found) or self.folded.strip() == text
        return False

    def _sexed(self, at: int, sex: re.Match[str]) -> int:
        whom: Sex = "male" if sex["male"] else "female"
        if sex["male"] == "m" and _H_AND_M.search(self.folded):
            whom = "female"  # `H` and `M` are hombre and mujer, homem and mulher
        if len(sex[0].strip()) <= 1 and not self._last_is("number", "unit", "range", "flag", "gap", "sign", "bound"):
            return 0
        if len(sex[0].strip()) <= 1 and re.search(r"[ \x1f\t]{2}", sex[0]):
            return 0  # a mark such as `H` in a column of its own, not `M` or `F` in front of a range
        if self.folded[at] == "h" and ":" not in sex[0] and len(sex[0].strip()) <= 1 and not _OTHER_SEX.search(self.folded, at + 1):
            return 0  # high, as `hombre` without `mujer` beside it says nothing
        inner = sex.end()
        closing = {"(": ")", "[": "]"}.get(self.folded[inner : inner + 1], "")
        inner += bool(closing)
        return self._range(inner, at, closing, whom) or self._bound(inner, at, closing, whom)

    def _name_at(self, at: int) -> NameHit | None:
        index = self.starts.get(at)
        return None if index is None else match_name(self.line, self.folded, self.spans, index)

    def _name(self, at: int) -> int:
        hit = self._name_at(at)
        if hit and hit.end - at == 1 and _PAGE.match(self.folded, hit.end):
            return 0  # `P.1` is a page
        if hit is None:
            return 0
        end = hit.end
        if self.folded[end : end + 1] in ("+", "-") and end - at <= _ION and hit.ids and _IONS.issuperset(hit.ids) and (charge := _CHARGE.match(self.folded, end)):
            end = charge.end()  # `K+`, `HCO3-`
        return self._add("name", at, end, hit=hit)

    def _word_or_flag(self, at: int) -> int:
        if (said := RANGE_FLAG.match(self.folded, at)) and self._last_is("number", "unit", "bound"):
            return self._add("flag", at, said.end(), word={"below": "low", "above": "high"}.get(said[1], "normal"))
        flag = WORD_FLAG.match(self.folded, at)
        if (flag and flag[0].rstrip("*") in FLAGS) or (flag and " " in flag[0]):
            return self._add("flag", at, flag.end(), word=flag[0])
        if self.line[at] == "l" and self.folded[at + 1 : at + 2].isdigit() and (unread := UNREAD.match(self.folded, at)):
            return self._add("word", at, unread.end(), word=unread[0])  # a 1 that was taken for a letter, or a letter before a figure
        if coded := CODED_WORD.match(self.folded, at):
            return self._add("word", at, coded.end(), word=coded[0].rstrip("."))
        word = WORD.match(self.folded, at)
        if word is None:
            return self._add("sign", at, at + 1, word=self.folded[at])
        if CHILD_WORDS.match(self.folded, at):
            self.child = True
        text = word[0].rstrip(".'&")
        if elided := ELISION.match(text):
            text = elided[0]  # `l'emoglobina`
        self.labelled = True
        if text in GOOD_LABELS:
            self.good, self.child = True, self.child and not text.startswith(("adult", "erwachs"))
        return self._add("word", at, at + max(len(text), 1), word=text)

    def _sign(self, at: int) -> int:
        if self.folded[at] == "/" and (unit := find_unit(self.folded, at)) > 0:
            last = self.found[-1] if self.found else None
            if last and last.end == at and last.kind in ("word", "sign", "name") and self.folded[at - 1].isalnum():
                self.found.pop()  # the end of a unit that is not known: it is shown, and asked for
                at = last.start
            return self._add("unit", at, unit)
        if bound := self._bound(at, at):
            return bound
        flag = FLAG.match(self.folded, at)
        if flag and not (flag[0].startswith(("+", "-")) and not self._last_is("number", "unit", "bound")):
            return self._add("flag", at, flag.end(), word=flag[0])
        return self._add("sign", at, at + 1, word=self.folded[at])


def tokens(line: str) -> list[Token]:
    """The tokens of a line of a report."""
    return Lexer(line).run()
