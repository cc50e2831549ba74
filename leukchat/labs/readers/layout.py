"""Words with places become lines of text in which columns keep their places, as the text reader wants them.

A page counts from its upper left corner; units are the page's own (points or pixels).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from leukchat.labs.model import Box

_CELL_GAP = 0.75  # of the height: a wider space parts two cells
_NAME_GAP = 1.25  # the same between two words in letters that were recognised, as their places are less exact
_TOUCH = 0.05  # nearer than a space, or printed over each other, two words are two cells


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page. `confidence` (0 to 1) and `printed`, what was there before a repair, come from pictures.

    `place` is its frame on the page where rows had to be straightened: then the other numbers are those of the straight row.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float | None = None
    printed: str | None = None
    place: Box | None = None

    @property
    def height(self) -> float:
        """Height, never zero."""
        return max(self.y1 - self.y0, 0.1)

    @property
    def middle(self) -> float:
        """The vertical centre."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page; `number` counts from 1. `turn` is how the page was turned so that its text runs level."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Quarter turns (counter-clockwise), then a turn by `slant` radians that made a page of `width` by `height` level.

    A slanted page grows when it is turned; its middle stays the middle.
    """

    quarters: int
    slant: float
    width: float
    height: float

    def back(self, x: float, y: float, page: PageWords) -> tuple[float, float]:
        """A place on the level page as fractions of the page as it was given."""
        dx, dy = x - page.width / 2, y - page.height / 2
        cos, sin = math.cos(self.slant), math.sin(self.slant)
        across = (dx * cos - dy * sin) / self.width + 0.5
        down = (dx * sin + dy * cos) / self.height + 0.5
        return ((across, down), (1 - down, across), (1 - across, 1 - down), (down, 1 - across))[self.quarters % 4]


@dataclass(frozen=True, slots=True)
class Cell:
    """Neighbouring words of a row without a wide space between them; `at` is where it is put instead of its own place."""

    words: tuple[Word, ...]
    at: float | None = None

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.words[-1].x1

    @property
    def y0(self) -> float:
        """The upper edge."""
        return min(word.y0 for word in self.words)

    @property
    def y1(self) -> float:
        """The lower edge."""
        return max(word.y1 for word in self.words)

    @property
    def height(self) -> float:
        """The usual height of its words."""
        return median(word.height for word in self.words)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with the words it was made of: start and end in `text`, and the word."""

    text: str
    spans: tuple[tuple[int, int, Word], ...] = ()


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words grouped into rows from top to bottom, each row in cells from left to right."""
    open_rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.x0, one.y0)):
        best = min(open_rows, key=lambda row: abs(_level(row, word) - word.middle), default=None)
        if best is not None and abs(_level(best, word) - word.middle) <= 0.5 * min(best[-1].height, word.height):
            best.append(word)
        else:
            open_rows.append([word])
    open_rows.sort(key=lambda row: median(word.middle for word in row))
    return [tuple(cells_of(row)) for row in open_rows]


def _level(row: Sequence[Word], word: Word) -> float:
    """Where a row runs: the height of its words that stand nearest on the left."""
    near = [one for one in row[-3:] if word.x0 - one.x1 < 12 * word.height] or row[-3:]
    return sum(one.middle for one in near) / len(near)


def cells_of(words: Sequence[Word]) -> list[Cell]:
    """A row's words parted where the space is wide."""
    groups: list[list[Word]] = []
    for word in words:
        last = groups[-1][-1] if groups else None
        if last is not None and _together(last, word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Cell(tuple(group)) for group in groups]


def _together(last: Word, word: Word) -> bool:
    """Whether a word stands close enough behind another to be in one cell with it."""
    height, gap = min(last.height, word.height), word.x0 - last.x1
    if last.confidence is None:
        return _TOUCH * height <= gap <= _CELL_GAP * height
    return gap <= (_NAME_GAP if last.text[0].isalpha() and word.text[0].isalpha() else _CELL_GAP) * height


def char_width(words: Sequence[Word]) -> float:
    """The usual width of a character on a page."""
    return median([(word.x1 - word.x0) / len(word.text) for word in words if word.text] or [1.0]) or 1.0


def grid_line(row: Row, left: float, width: float) -> Line:
    """A row as text: each cell begins where it stands on the page, in characters of `width` from `left`."""
    text, spans = "", []
    for cell in row:
        column = round(((cell.x0 if cell.at is None else cell.at) - left) / width)
        text += " " * max(2 if text else 0, column - len(text))
        for index, word in enumerate(cell.words):
            text += " " if index else ""
            spans.append((len(text), len(text) + len(word.text), word))
            text += word.text
    return Line(text, tuple(spans))


def box_of(words: Iterable[Word], page: PageWords) -> Box | None:
    """The frame around words as fractions of the page; None without words."""
    words = list(words)
    if not words or page.width <= 0 or page.height <= 0:
        return None
    places = [word.place or (word.x0, word.y0, word.x1, word.y1) for word in words]
    x0, y0 = min(place[0] for place in places), min(place[1] for place in places)
    x1, y1 = max(place[2] for place in places), max(place[3] for place in places)
    if page.turn is None:
        corners = [(x0 / page.width, y0 / page.height), (x1 / page.width, y1 / page.height)]
    else:
        corners = [page.turn.back(x, y, page) for x in (x0, x1) for y in (y0, y1)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return _share(min(across)), _share(min(down)), _share(max(across)), _share(max(down))


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)


def without_doubles(words: Sequence[Word]) -> list[Word]:
    """Words without those printed again at the same place, as some programs do for bold type."""
    kept: list[Word] = []
    seen: dict[tuple[str, int, int], None] = {}
    for word in words:
        step = max(word.height / 4, 0.5)
        x, y = int(word.x0 / step), int(word.y0 / step)
        if any((word.text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            continue
        seen[(word.text, x, y)] = None
        kept.append(word)
    return kept


def rewritten(cell: Cell, text: str) -> Cell:
    """The cell with other words in its place."""
    first = cell.words[0]
    return Cell((replace(first, text=text, x1=cell.x1, y0=cell.y0, y1=cell.y1, place=None),))
