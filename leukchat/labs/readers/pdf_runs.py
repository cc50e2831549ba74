"""Characters of a PDF become words: what stands close together on one level, footnotes aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from leukchat.labs.readers.layout import Word

_OVER = 0.3  # of the height
_LONG = 3


@dataclass(frozen=True, slots=True)
class Char:
    """A character: its box and where it starts on its baseline, in points from the upper left corner of the page."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    x: float
    base: float
    piece: int = 0  # which text of the file it belongs to

    @property
    def size(self) -> float:
        """The height of its font."""
        return max(self.y1 - self.y0, 1.0)

    def turned(self, turn: Callable[[float, float], tuple[float, float]]) -> Char:
        """The character on a page that has been turned."""
        (xa, ya), (xb, yb), (x, base) = turn(self.x0, self.y0), turn(self.x1, self.y1), turn(self.x, self.base)
        return Char(self.text, min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb), x, base, self.piece)


@dataclass(slots=True)
class Run:
    """Characters that make a word so far."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    piece: int
    raised: bool = False
    length: int = 1
    last: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def takes(self, char: Char) -> bool:
        """Whether a character stands close enough behind to belong to the word."""
        if self.raises(char) and not self.powered(char):
            return False  # the sign of a footnote
        if char.piece == self.piece and (char.x0, char.x1, char.base) == self.last:
            return True  # another letter of a joined one such as `fi`
        size = max(self.size, char.size)
        if char.piece != self.piece and (char.x0 - self.x1 < -_OVER * size or self.ended(char)):
            return False  # two texts printed over each other, or side by side without a space
        level = abs(char.base - self.base) <= 0.55 * size
        return level and -0.5 * size <= char.x0 - self.x1 <= 0.22 * size

    def add(self, char: Char) -> None:
        """Adds a character; a small raised digit behind `10` is a power."""
        self.text += f"^{char.text}" if self.raises(char) and self.text.endswith("10") else char.text
        self.x1 = max(self.x1, char.x1)
        self.length = self.length + 1 if char.piece == self.piece else 1
        self.piece, self.last = char.piece, (char.x0, char.x1, char.base)

    def ended(self, char: Char) -> bool:
        """Whether a longer text that ends in a letter stands before another text that begins with a digit."""
        return self.length >= _LONG and self.text[-1].isalpha() and char.text.isdigit()

    def raises(self, char: Char) -> bool:
        """Whether a digit stands raised and smaller behind the word."""
        return char.text.isdigit() and self.base - char.base > 0.15 * self.size and char.size < 0.9 * self.size

    def powered(self, char: Char) -> bool:
        """Whether a raised digit is a power: of ten, of an area or volume, or its second digit."""
        return re.search(r"10(?:\^\d)?$|(?:^|[\d/.])m+$", self.text) is not None

    @property
    def is_footnote(self) -> bool:
        """Whether these are the one or two raised figures behind a word that refer to a footnote."""
        return self.raised and self.text.isdigit() and len(self.text) <= 2

    def word(self) -> Word:
        """The finished word."""
        return Word(self.text, self.x0, self.base - 0.8 * self.size, self.x1, self.base + 0.2 * self.size)


def runs_of(characters: Iterable[Char | None]) -> Iterator[Run]:
    """Runs of characters in the order of the file; None is where a word ends."""
    run: Run | None = None
    for char in characters:
        if run is not None and char is not None and run.takes(char):
            run.add(char)
            continue
        if run is not None:
            yield run
        raised = run is not None and char is not None and run.raises(char) and abs(char.x0 - run.x1) <= 0.5 * run.size
        run = Run(char.text, char.x0, char.x1, char.base, char.size, char.piece, raised, 1, (char.x0, char.x1, char.base)) if char is not None else None
    if run is not None:
        yield run
