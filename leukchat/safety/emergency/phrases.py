"""Phrases written in a small notation, found in a text's words.

`word` stands for itself, `word*` for its beginning, `a/b` for either, `[a]` may be missing, `~` is
up to three words of any kind, `#` is a number, `#>=10` and `#<50` a number of that size, `{name}`
a list of words. A phrase stays within a sentence. Whatever stands first must be a word or number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from leukchat.safety.emergency.words import Word

GAP = 3
MOST_PAIRS = 20_000  # pairs of words whose phrases are kept


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a phrase."""

    exact: frozenset[str]
    starts: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False
    low: float | None = None
    high: float | None = None

    def fits(self, word: Word) -> bool:
        """Whether the word may stand here."""
        if word.text in self.exact or (self.starts and word.text.startswith(self.starts)):
            return True
        if self.low is None or self.high is None or word.number is None:
            return False
        return self.low <= word.number < self.high


@dataclass(frozen=True, slots=True)
class Next:
    """The words that may follow the first word of a phrase; `number` where a number may."""

    exact: frozenset[str]
    starts: tuple[str, ...]
    number: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and what it says; `following` is what may come after its first word, None where any may."""

    concept: str
    items: tuple[Item, ...]
    following: Next | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept said by words first..last (both included)."""

    concept: str
    first: int
    last: int


@dataclass
class Phrases:
    """All phrases of a lexicon, indexed by how they begin."""

    exact: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    starts: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    numbers: list[Phrase] = field(default_factory=list)
    lengths: set[int] = field(default_factory=set)
    _by_word: dict[str, tuple[Phrase, ...]] = field(default_factory=dict, repr=False)
    _pairs: dict[tuple[str, str], tuple[Phrase, ...]] = field(default_factory=dict, repr=False)

    def add(self, phrase: Phrase) -> None:
        """Takes a phrase into the index."""
        first = phrase.items[0]
        if first.gap:
            raise ValueError(f"a phrase of {phrase.concept!r} begins with a gap; begin it with a word")
        if first.optional:
            self.add(Phrase(phrase.concept, phrase.items[1:]))
        filed = Phrase(phrase.concept, phrase.items, _following(phrase))
        for word in first.exact:
            self.exact[word].append(filed)
        for start in first.starts:
            self.starts[start].append(filed)
            self.lengths.add(len(start))
        if first.low is not None:
            self.numbers.append(filed)

    def find(self, words: Sequence[Word]) -> Iterator[Mention]:
        """Every mention, in the order of the text."""
        for index, word in enumerate(words):
            after = words[index + 1] if index + 1 < len(words) else None
            for phrase in self._likely(word, after):
                last = _match(phrase.items, 1, words, index + 1, word.sentence, index)
                if last is not None:
                    yield Mention(phrase.concept, index, last)

    def _likely(self, word: Word, after: Word | None) -> tuple[Phrase, ...]:
        """The phrases that the two words may begin; a pair of words is looked up once."""
        pair = (word.text, "" if after is None else after.text)
        found = self._pairs.get(pair)
        if found is None:
            text = pair[1]
            found = tuple(
                phrase
                for phrase in self._first(word)
                if (following := phrase.following) is None
                or text in following.exact
                or (following.starts and text.startswith(following.starts))
                or (following.number and _may_go_on(phrase, after))
            )
            if len(self._pairs) >= MOST_PAIRS:
                self._pairs.clear()
            self._pairs[pair] = found
        return found

    def _first(self, word: Word) -> tuple[Phrase, ...]:
        """The phrases that begin with a word, each with what may follow; looked up once a word."""
        known = self._by_word.get(word.text)
        if known is None:
            known = tuple(self._candidates(word))
            if len(self._by_word) >= MOST_PAIRS:
                self._by_word.clear()
            self._by_word[word.text] = known
        return known

    def _candidates(self, word: Word) -> Iterator[Phrase]:
        text = word.text
        yield from self.exact.get(text, ())
        for length in self.lengths:
            if length <= len(text):
                yield from self.starts.get(text[:length], ())
        if word.number is not None:
            yield from (phrase for phrase in self.numbers if phrase.items[0].fits(word))


def _following(phrase: Phrase) -> Next | None:
    """What the word after a phrase's first one may be; None where it may be any, or none."""
    exact: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    number = False
    for item in phrase.items[1:]:
        if item.gap:
            return None
        exact, starts, number = exact | item.exact, starts + item.starts, number or item.low is not None
        if not item.optional:
            return Next(exact, starts, number)
    return None


def _may_go_on(phrase: Phrase, after: Word | None) -> bool:
    """Whether the phrase may go on with the word after its first one; keeps texts that repeat themselves linear and fast."""
    for item in phrase.items[1:]:
        if item.gap or (after is not None and item.fits(after)):
            return True
        if not item.optional:
            return False
    return True


def compile_phrases(concepts: Mapping[str, str], lists: Mapping[str, str]) -> Phrases:
    """The phrases of a lexicon: concept to phrases, one a comma."""
    found = Phrases()
    named = {name: tuple(words.split()) for name, words in lists.items()}
    for concept, text in concepts.items():
        for phrase in text.replace("\n", " ").replace("'", "").split(","):
            if phrase.strip():
                found.add(Phrase(concept, tuple(_items(phrase.split(), named))))
    return found


def _items(parts: Iterable[str], named: Mapping[str, tuple[str, ...]]) -> Iterator[Item]:
    for part in parts:
        if part == "~":
            yield Item(frozenset(), gap=True)
            continue
        optional = part.startswith("[") and part.endswith("]")
        choices: list[str] = []
        for choice in (part[1:-1] if optional else part).split("/"):
            choices += named[choice[1:-1]] if choice.startswith("{") else (choice,)
        low, high = _range(choices)
        yield Item(
            frozenset(c for c in choices if not c.endswith("*") and not c.startswith("#")),
            tuple(c[:-1] for c in choices if c.endswith("*")),
            optional=optional,
            low=low,
            high=high,
        )


def _range(choices: Sequence[str]) -> tuple[float | None, float | None]:
    for choice in choices:
        if choice.startswith("#"):
            if choice.startswith("#>="):
                return float(choice[3:]), float("inf")
            if choice.startswith("#<"):
                return 0.0, float(choice[2:])
            return 0.0, float("inf")
    return None, None


def _match(items: Sequence[Item], item: int, words: Sequence[Word], place: int, sentence: int, last: int) -> int | None:
    """The last word of the phrase when its items from `item` on fit at `place`; else None."""
    while item < len(items):
        wanted = items[item]
        if wanted.gap:
            for skip in range(GAP + 1):
                found = _match(items, item + 1, words, place + skip, sentence, last)
                if found is not None:
                    return found
            return None
        here = place < len(words) and words[place].sentence == sentence and wanted.fits(words[place])
        if wanted.optional:
            if here:
                found = _match(items, item + 1, words, place + 1, sentence, place)
                if found is not None:
                    return found
            item += 1
            continue
        if not here:
            return None
        last, place, item = place, place + 1, item + 1
    return last
