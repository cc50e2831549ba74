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

from leukchat.safety.dosing.numbers import Mark, join_number, value_of
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
_CURRENCY = frozenset("$€£")


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
        out.append(Mark("NUM", start, end, value_of(word)))
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
            index = join_number(tokens, index, out)
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
