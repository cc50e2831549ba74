"""A text as marks: numbers, units, forms and medicines become classes, so that a rule is a short pattern over them.

"Take 400 mg of imatinib twice a day." reads "take NUM MASS of DRUG twice a day ." Rules search the
marked sentences, which are short and bounded, so the time stays linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from leukchat.safety.dosing.words import NUMBER_WORDS, topic_words, word_classes
from leukchat.safety.drugs import DrugMention, find_drugs, single_names

_TOKEN = re.compile(
    r"(?<! ) {3,40}(?=\S)|(?!(?:mg|mcg|ml|every|take|at|of|to|day|days|x|each|week)\d)[a-z]{2,}\d+[a-z0-9]*(?:\.\d+)?|\d+[pq]\d+(?:\.\d+)?|[^\W\d_]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|\n|\t|[^\s\w]|_"
)
_AFTER_NUMBER = frozenset("drop cap film strip pen pump wafer".split())
"""Words that are a form only after a number: "drop the tablets" is none."""
_WITH = frozenset("with after before without".split())
_MEALS = frozenset("food foods meal meals snack water glass juice milk breakfast".split())
_END = frozenset(".!?;\n")
_CUT = re.compile(r"(?:[!?;]|(?<=[a-z]{3})\.) (?=[a-z0-9\"'(])|\n(?=[^\n])")
_LONGEST = 70
"""Tokens of a sentence at most; a longer one is cut, so that no rule sees unbounded text."""
_FRACTIONS = frozenset("half quarter third halves quarters thirds".split())
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_CURRENCY = frozenset("$€£")
_JOINS = frozenset(("-", "/", "to", "or", "and", "–", "x"))


class Mark(NamedTuple):
    """One token: its class or word, and its place in the normalised text."""

    mark: str
    start: int
    end: int
    value: float = 0.0


@dataclass(eq=False)
class Sentence:
    """A sentence or a line as marks; `topics` is what it speaks of, `words` its marks as a set.

    Sentences are shared between checks and compared by identity.
    """

    marks: list[Mark]
    end: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    topics: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A span of `text` as a span of the normalised text."""
        first = self.marks[max(0, bisect_right(self.starts, start) - 1)]
        last = self.marks[max(0, bisect_right(self.starts, max(start, end - 1)) - 1)]
        return first.start, last.end

    def value(self, start: int) -> float:
        """The number that stands at an offset of `text`."""
        return self.marks[max(0, bisect_right(self.starts, start) - 1)].value


class Placed(NamedTuple):
    """A sentence with the offset in the text from which its marks count."""

    sentence: Sentence
    offset: int

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A span of the sentence's `text` as a span of the normalised text."""
        first, last = self.sentence.place(start, end)
        return first + self.offset, last + self.offset


def marked(text: str) -> tuple[Placed, ...]:
    """The sentences and lines of a normalised text, as marks. What was marked before, in any text, is not marked again."""
    placed: list[Placed] = []
    start = 0
    for match in _CUT.finditer(text):
        placed += (Placed(one, start) for one in _piece(text[start : match.end()]))
        start = match.end()
    placed += (Placed(one, start) for one in _piece(text[start:]))
    return tuple(placed)


@lru_cache(maxsize=2048)
def _piece(text: str) -> tuple[Sentence, ...]:
    """The sentences of a piece of text that ends where a sentence or line does."""
    mentions = find_drugs(text)
    sentences: list[Sentence] = []
    current: list[Mark] = []
    for token in _merge(_tokens(text, mentions)):
        at_end = token.mark in _END
        if at_end or len(current) >= _LONGEST:
            _close(sentences, current, token.mark if at_end else "")
            current = []
        if not at_end:
            current.append(token)
    _close(sentences, current, "")
    return tuple(sentences)


def _close(sentences: list[Sentence], marks: list[Mark], end: str) -> None:
    if not marks:
        if sentences and end in ("?", "!"):
            sentences[-1].end = end
        return
    sentence = Sentence(marks, end)
    place = 0
    pieces = []
    for one in marks:
        sentence.starts.append(place)
        pieces.append(one.mark)
        place += len(one.mark) + 1
    sentence.text = " ".join(pieces)
    topics = topic_words()
    sentence.topics = frozenset(
        topic for at, one in enumerate(pieces) if one in topics and not (one in _MEALS and _WITH.intersection(pieces[max(0, at - 5) : at])) for topic in topics[one]
    )
    sentence.words = frozenset(pieces)
    if "VACCINE" in sentence.words:
        sentence.topics |= {"VACC"}
    sentences.append(sentence)


def _drug_mark(mention: DrugMention) -> str:
    drug = mention.drug
    if drug.drug_class == "regimen":
        return "REGIMEN"
    if "vaccine" in drug.name or "vaccine" in drug.drug_class:
        return "VACCINE"
    if drug.kind == "supplement":
        return "SUPP"
    return "DRUG"


def _tokens(text: str, mentions: list[DrugMention]) -> list[Mark]:
    """Tokens of a text; a medicine's name is one token."""
    classes = word_classes()
    out: list[Mark] = []
    ahead = iter(mentions)
    mention = next(ahead, None)
    here = mention.start if mention is not None else len(text)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start >= here or end > here:
            while mention is not None and start >= mention.end:
                mention = next(ahead, None)
            here = mention.start if mention is not None else len(text)
            if mention is not None and start >= here:
                if start == here or (out and out[-1].start < here):
                    out.append(Mark(_drug_mark(mention), here, mention.end))
                continue
        word = match[0]
        known = classes.get(word)
        if known is not None:
            out.append(Mark(known, start, end))
        elif word.isalpha() and word not in _AFTER_NUMBER:
            out.append(Mark(word, start, end))
        else:
            _other(out, text, word, start, end)
    return out


def _other(out: list[Mark], text: str, word: str, start: int, end: int) -> None:
    """Appends what is no plain word: numbers, forms that need a number before them, columns, dashes, bullets."""
    if word[0].isdecimal() and word.replace(".", "").replace(",", "").isdecimal():
        out.append(Mark("NUM", start, end, _value(word)))
    elif word in _AFTER_NUMBER and out and (out[-1].mark == "NUM" or out[-1].mark in NUMBER_WORDS or out[-1].mark in ("half", "another")):
        out.append(Mark("FORM", start, end))
    elif word[0] == " ":
        if out and out[-1].mark not in ("\n", "|"):
            out.append(Mark("|", start, end))
    elif word == "-":
        _dash(out, text, start, end)
    elif word in "*•|\t—–" and word not in ("|", "\t"):
        out.append(Mark(",", start, end))
    else:
        out.append(Mark("|" if word == "\t" else word, start, end))


def _dash(out: list[Mark], text: str, start: int, end: int) -> None:
    """A hyphen within a word vanishes, one between digits is a range, one set apart is a comma, one at a line's start a bullet."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdigit() and after.isdigit():
        out.append(Mark("-", start, end))
    elif not (before.isalnum() and after.isalnum()) and out and out[-1].mark != "\n":
        out.append(Mark(",", start, end))


def _value(digits: str) -> float:
    plain = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits) else digits.replace(",", ".")
    head, _, tail = plain.partition(".")
    return float(f"{head}.{tail.replace('.', '')}") if len(head) < 12 else 1e12


@cache
def _name_heads() -> frozenset[str]:
    """The first two letters of all names: a word with others can't begin a name split in two."""
    return frozenset(name[:2] for name in single_names())


def _merge(tokens: list[Mark]) -> list[Mark]:
    """Joins the parts of a number ("two and a half", "1/2", "50 to 75"), names split in two, and clock times."""
    out: list[Mark] = []
    names, heads = single_names(), _name_heads()
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        if token.mark == "NUM" or token.mark in NUMBER_WORDS:
            index = _number(tokens, index, out)
            continue
        if token.mark[:2] in heads and index + 1 < count and tokens[index + 1].start - token.end == 1 and token.mark + tokens[index + 1].mark in names:
            out.append(Mark("DRUG", token.start, tokens[index + 1].end))
            index += 2
            continue
        if token.mark in _CURRENCY and index + 1 < len(tokens) and tokens[index + 1].mark == "NUM" and not (index + 2 < len(tokens) and tokens[index + 2].mark in ("MASS", "GRAM")):
            out.append(Mark("PRICE", token.start, tokens[index + 1].end))
            index += 2
            continue
        if token.mark == "[" and index + 2 < len(tokens) and tokens[index + 1].mark == "NUM" and tokens[index + 2].mark == "]":
            out.append(Mark("CITE", token.start, tokens[index + 2].end))
            index += 3
            continue
        out.append(token)
        index += 1
    return out


def _is_number(token: Mark) -> bool:
    return token.mark == "NUM" or (token.mark in NUMBER_WORDS and token.mark not in ("few", "couple"))


def _number(tokens: list[Mark], index: int, out: list[Mark]) -> int:
    """Appends the number that begins at `index`; returns where the text goes on."""
    first = tokens[index]
    value = first.value if first.mark == "NUM" else float(NUMBER_WORDS[first.mark])
    count = len(tokens)
    after = index + 1
    if first.mark == "NUM" and after + 1 < count and tokens[after].mark == ":" and tokens[after + 1].mark == "NUM" and tokens[after + 1].start == tokens[after].end:
        out.append(Mark("CLOCK", first.start, tokens[after + 1].end))
        return after + 2
    if first.mark == "NUM" and after < count and tokens[after].mark in _ORDINAL:
        out.append(Mark("ORD", first.start, tokens[after].end))
        return after + 1
    while after < count:
        mark = tokens[after].mark
        if _is_number(tokens[after]) and (mark != "NUM" or first.mark != "NUM"):
            after += 1
        elif mark in _JOINS and after + 1 < count and (_is_number(tokens[after + 1]) or tokens[after + 1].mark in _FRACTIONS) and _joins(tokens, after):
            after += 2
        elif mark == "and" and after + 2 < count and tokens[after + 1].mark == "a" and tokens[after + 2].mark in _FRACTIONS:
            after += 3
        else:
            break
    if after - index >= 5 and first.mark == "NUM" and tokens[after - 1].end - first.start >= 12 and all(token.mark in ("-", "NUM") for token in tokens[index:after]):
        out.append(Mark("PHONE", first.start, tokens[after - 1].end))
        return after
    parts = [token.value for token in tokens[index:after:2]]
    if after - index in (5, 7) and all(token.mark in ("-", "NUM") for token in tokens[index:after]) and max(parts) < 1000 and (0 in parts or max(parts) < 10):
        out.append(Mark("TRIAD", first.start, tokens[after - 1].end))
        return after
    mark = "one" if first.mark == "one" and after == index + 1 else "NUM"
    out.append(Mark(mark, first.start, tokens[after - 1].end, value))
    return after


def _joins(tokens: list[Mark], at: int) -> bool:
    """Whether "-", "/", "to", "or", "and" at a place join two numbers into one amount."""
    mark = tokens[at].mark
    if mark in ("-", "–"):
        return True
    if mark == "/":
        return tokens[at + 1].mark == "NUM" and tokens[at - 1].value < 100
    if mark == "and":
        return tokens[at + 1].mark in _FRACTIONS or tokens[at - 1].mark in ("hundred", "thousand")
    return mark in ("to", "or")
