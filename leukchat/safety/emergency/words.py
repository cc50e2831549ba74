"""Words of a normalised text, with their sentence and their part of the sentence.

Apostrophes go ("can't" and "cant" are one word), "can not" becomes "cant", and the chief words of
an emergency are read through common typing slips. Offsets stay those of the normalised text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)?)|(?P<word>(?:[^\W\d_]|[\u0900-\u0963\u0971-\u097f])(?:[^\W\d_]|'(?=[^\W\d_])|[\u0900-\u0963\u0971-\u097f])*)|(?P<stop>[.!?;\n\u0964]+)|(?P<pause>[,:()/\u2014-])|(?P<other>\S)"
)
_MERGED = {
    "can": "cant", "could": "couldnt", "does": "doesnt", "do": "dont", "did": "didnt", "will": "wont", "would": "wouldnt",
    "has": "hasnt", "have": "havent", "had": "hadnt", "is": "isnt", "are": "arent", "was": "wasnt", "were": "werent",
}  # fmt: skip
_NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
BREAKS = frozenset("but although though however because except yet pero mais aber sondern lekin magar mas ma so".split())
_PRONOUNS = frozenset("he she it that what who there here how where let".split())
MOST = 6000  # words looked at; about 30,000 characters
LONGEST = 90  # words of one sentence: people write without full stops, and time stays linear


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its matching text, its place, its sentence and part of sentence; `number` when it is one."""

    text: str
    start: int
    end: int
    sentence: int
    part: int
    number: float | None = None


@dataclass(frozen=True)
class Words:
    """The words of a text; `questions` are the sentences that end with a question mark."""

    words: Sequence[Word]
    questions: frozenset[int]
    bounds: dict[int, tuple[int, int]] = field(default_factory=dict)
    _joined: dict[tuple[int, int], str] = field(default_factory=dict, repr=False, compare=False)

    def joined(self, first: int, last: int) -> str:
        """The words first..last as one string, a comma wherever a part of the sentence ends."""
        key = (first, last)
        if key not in self._joined:
            out: list[str] = []
            for index in range(first, last):
                if index > first and self.words[index].part != self.words[index - 1].part:
                    out.append(",")
                out.append(self.words[index].text)
            self._joined[key] = " ".join(out)
        return self._joined[key]

    def sentence(self, index: int) -> tuple[int, int]:
        """First word and end of the sentence in which the word stands."""
        return self.bounds[self.words[index].sentence]


def split(text: str, typos: dict[str, str]) -> Words:
    """The words of a normalised text; linear in its length."""
    words: list[Word] = []
    questions: set[int] = set()
    sentence = part = begun = 0
    for token in _TOKEN.finditer(text):
        raw = token[0]
        if token["stop"]:
            if "?" in raw:
                questions.add(sentence)
            sentence, part, begun = sentence + 1, part + 1, len(words)
        elif token["pause"]:
            part += raw in ",:(\u2014" or (raw == "-" and text[token.start() - 1 : token.start()].isspace())
        elif token["number"]:
            words.append(Word(raw, token.start(), token.end(), sentence, part, _value(raw)))
        elif token["word"]:
            part = _word(words, token, sentence, part, typos)
        if len(words) - begun >= LONGEST:
            sentence, part, begun = sentence + 1, part + 1, len(words)
        if len(words) >= MOST:
            break
    bounds: dict[int, tuple[int, int]] = {}
    for index, word in enumerate(words):
        bounds[word.sentence] = (bounds.get(word.sentence, (index, 0))[0], index + 1)
    return Words(tuple(words), frozenset(questions), bounds)


def _word(words: list[Word], token: re.Match[str], sentence: int, part: int, typos: dict[str, str]) -> int:
    raw = token[0]
    if raw.endswith("'s") and raw[:-2] not in _PRONOUNS:
        raw = raw[:-2]  # "chest's tight", "dad's pills"
    plain = raw.replace("'", "")
    plain = typos.get(plain, plain)
    before = words[-1] if words else None
    if plain == "not" and before is not None and before.sentence == sentence and before.text in _MERGED:
        words[-1] = Word(_MERGED[before.text], before.start, token.end(), sentence, before.part)
        return part
    if plain in BREAKS:
        part += 1
    words.append(Word("cant" if plain == "cannot" else plain, token.start(), token.end(), sentence, part, _NUMBERS.get(plain)))
    return part


def _value(raw: str) -> float | None:
    return None if ":" in raw else float(raw.replace(",", "."))
