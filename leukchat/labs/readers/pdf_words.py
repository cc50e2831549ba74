"""The words of a PDF page with their places, from the characters that PDFium reports."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from leukchat.labs.readers.layout import PageWords, Turn, Word

_SPACES = " \t\r\n\xa0\u2007\u202f\u3000\x00"
_INVISIBLE = 3  # text render mode of a scanner's own recognition, laid under the picture
_STRAIGHT = 0.1  # radians


@dataclass(frozen=True, slots=True)
class _Char:
    """A character: its box and where it starts on its baseline, in points from the upper left corner of the page."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    x: float
    base: float

    @property
    def size(self) -> float:
        """The height of its font."""
        return max(self.y1 - self.y0, 1.0)

    def turned(self, turn: Callable[[float, float], tuple[float, float]]) -> _Char:
        """The character on a page that has been turned."""
        (xa, ya), (xb, yb), (x, base) = turn(self.x0, self.y0), turn(self.x1, self.y1), turn(self.x, self.base)
        return _Char(self.text, min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb), x, base)


@dataclass(slots=True)
class _Run:
    """Characters that make a word so far."""

    text: str
    x0: float
    x1: float
    base: float
    size: float

    def takes(self, char: _Char) -> bool:
        """Whether a character stands close enough behind to belong to the word."""
        if self.raises(char) and not self.powered(char):
            return False  # the sign of a footnote
        size = max(self.size, char.size)
        level = abs(char.base - self.base) <= 0.55 * size
        return level and -0.5 * size <= char.x0 - self.x1 <= 0.22 * size

    def add(self, char: _Char) -> None:
        """Adds a character; a small raised digit behind `10` is a power."""
        self.text += f"^{char.text}" if self.raises(char) and self.text.endswith("10") else char.text
        self.x1 = max(self.x1, char.x1)

    def raises(self, char: _Char) -> bool:
        """Whether a digit stands raised and smaller behind the word."""
        return char.text.isdigit() and self.base - char.base > 0.15 * self.size and char.size < 0.9 * self.size

    def powered(self, char: _Char) -> bool:
        """Whether a raised digit is a power: of ten, of an area or volume, or its second digit."""
        return re.search(r"10(?:\^\d)?$|(?:^|[\d/.])m+$", self.text) is not None

    def word(self) -> Word:
        """The finished word."""
        return Word(self.text, self.x0, self.base - 0.8 * self.size, self.x1, self.base + 0.2 * self.size)


def page_words(page: Any, number: int) -> PageWords:
    """The visible words of a pypdfium2 page that run in the main direction of its text.

    Places are points from the upper left corner of the page, turned so that the text runs to the right.
    """
    textpage = page.get_textpage()
    try:
        characters = _characters(page, textpage)
        width, height = page.get_size()
        quarters = _running(characters)
    finally:
        textpage.close()
    words: list[Word] = []
    run: _Run | None = None
    for char in _level(characters, quarters, width, height):
        if run is not None and char is not None and run.takes(char):
            run.add(char)
            continue
        if run is not None:
            words.append(run.word())
        run = _Run(char.text, char.x0, char.x1, char.base, char.size) if char is not None else None
    if run is not None:
        words.append(run.word())
    if quarters % 2:
        width, height = height, width
    shown = tuple(word for word in words if word.x1 > 0 and word.y1 > 0 and word.x0 < width and word.y0 < height)
    return PageWords(number, width, height, shown, Turn(quarters, 0.0, width, height) if quarters else None)


def _characters(page: Any, textpage: Any) -> list[_Char | None]:
    """The characters in the order of the file, None where a word ends."""
    import pypdfium2.raw as pdfium

    handle = textpage.raw
    place = _placer(page)
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    found: list[_Char | None] = []
    angles: list[float] = []
    for index in range(textpage.count_chars()):
        text = _letter(pdfium.FPDFText_GetUnicode(handle, index))
        if text in _SPACES or _hidden(pdfium, handle, index):
            found.append(None)
            angles.append(math.nan)
            continue
        pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(handle, index, box)
        origin = place(x.value, y.value)
        corners = place(box.left, box.bottom), place(box.right, box.top)
        x0, x1 = sorted(corner[0] for corner in corners)
        y0, y1 = sorted(corner[1] for corner in corners)
        found.append(_Char(text, x0, x1, y0, y1, origin[0], origin[1]))
        angles.append(round(pdfium.FPDFText_GetCharAngle(handle, index), 1))
    main = Counter(angle for angle in angles if not math.isnan(angle)).most_common(1)
    return [char for char, angle in zip(found, angles, strict=True) if char is None or abs(angle - main[0][0]) <= _STRAIGHT]


def _running(characters: list[_Char | None]) -> int:
    """Where most text runs: 0 right, 1 down, 2 left, 3 up; so many quarter turns counter-clockwise set it right."""
    steps: Counter[int] = Counter()
    for one, two in pairwise(characters):
        if one is not None and two is not None:
            dx, dy = two.x - one.x, two.base - one.base
            if 0 < math.hypot(dx, dy) < 30:
                steps[round(math.atan2(dy, dx) / (math.pi / 2)) % 4] += 1
    return steps.most_common(1)[0][0] if steps else 0


def _level(characters: list[_Char | None], quarters: int, width: float, height: float) -> list[_Char | None]:
    """The characters of a page after these quarter turns."""
    if quarters == 0:
        return characters
    turn = {
        1: lambda x, y: (y, width - x),
        2: lambda x, y: (width - x, height - y),
        3: lambda x, y: (height - y, x),
    }[quarters]
    return [None if char is None else char.turned(turn) for char in characters]


def _letter(code: int) -> str:
    """A character; one that the file does not explain becomes a replacement sign, a line-end hyphen a hyphen."""
    if code in (0xFFFE, 0x02):
        return "-"
    if code in (0xFFFF, 0) or 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd" if code else " "
    return chr(code)


def _hidden(pdfium: Any, handle: Any, index: int) -> bool:
    item = pdfium.FPDFText_GetTextObject(handle, index)
    return bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE


def _placer(page: Any) -> Callable[[float, float], tuple[float, float]]:
    """Turns the file's coordinates into points from the upper left corner of the page as it is shown."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    fine = 64  # PDFium maps to whole numbers, so the map is made on a finer grid
    across, down = ctypes.c_int(), ctypes.c_int()

    def device(x: float, y: float) -> tuple[float, float]:
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, int(width * fine), int(height * fine), 0, x, y, across, down)
        return across.value / fine, down.value / fine

    zero, right, up = device(0, 0), device(1000, 0), device(0, 1000)
    ax, ay = (right[0] - zero[0]) / 1000, (right[1] - zero[1]) / 1000
    bx, by = (up[0] - zero[0]) / 1000, (up[1] - zero[1]) / 1000
    return lambda x, y: (zero[0] + ax * x + bx * y, zero[1] + ay * x + by * y)
