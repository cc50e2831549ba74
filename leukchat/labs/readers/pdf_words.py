"""The words of a PDF page with their places, from the characters that PDFium reports."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from leukchat.labs.readers.layout import PageWords, Turn
from leukchat.labs.readers.pdf_fields import field_words
from leukchat.labs.readers.pdf_runs import Char, runs_of
from leukchat.labs.readers.pdf_seen import seen_pieces
from leukchat.labs.readers.pdf_upright import upright_words

_SPACES = " \t\r\n\xa0\u2007\u202f\u3000\x00"
_INVISIBLE = 3  # text render mode of a scanner's own recognition, laid under the picture
_STRAIGHT = 0.1  # radians
_LEAST_ASIDE = 6
_UPWARDS = 3  # as `_running` counts
_NO_SIZE = 1.0  # points; smaller letters cannot be seen


def page_words(page: Any, number: int, forms: Any = None) -> PageWords:
    """The visible words of a pypdfium2 page that run in the main direction of its text, and those typed into its `forms`.

    Places are points from the upper left corner of the page, turned so that the text runs to the right.
    """
    textpage = page.get_textpage()
    try:
        characters, aside = _characters(page, textpage)
        width, height = page.get_size()
        quarters = _running(characters)
    finally:
        textpage.close()
    words = [run.word() for run in runs_of(_level(characters, quarters, width, height)) if not run.is_footnote]
    if not quarters:
        words += field_words(forms, page, _placer(page))
        words += [word for up, found in aside for word in upright_words(found, up, width, height)]
    if quarters % 2:
        width, height = height, width
    shown = tuple(word for word in words if word.x1 > 0 and word.y1 > 0 and word.x0 < width and word.y0 < height)
    return PageWords(number, width, height, shown, Turn(quarters, 0.0, width, height) if quarters else None)


def _characters(page: Any, textpage: Any) -> tuple[list[Char | None], list[tuple[bool, list[Char | None]]]]:
    """The characters in the order of the file, None where a word ends; and those that run upwards (true) or downwards."""
    import pypdfium2.raw as pdfium

    handle = textpage.raw
    place = _placer(page)
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    found: list[Char | None] = []
    angles: list[float] = []
    for index in range(textpage.count_chars()):
        text = _letter(pdfium, handle, index)
        item = pdfium.FPDFText_GetTextObject(handle, index)
        if text in _SPACES or (item and pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE):
            found.append(None)
            angles.append(math.nan)
            continue
        pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(handle, index, box)
        origin = place(x.value, y.value)
        corners = place(box.left, box.bottom), place(box.right, box.top)
        x0, x1 = sorted(corner[0] for corner in corners)
        y0, y1 = sorted(corner[1] for corner in corners)
        piece = (ctypes.cast(item, ctypes.c_void_p).value if item else None) or -index - 1
        found.append(Char(text, x0, x1, y0, y1, origin[0], origin[1], piece))
        angles.append(round(pdfium.FPDFText_GetCharAngle(handle, index), 1))
    main = Counter(angle for angle in angles if not math.isnan(angle)).most_common(1)
    running = [char for char, angle in zip(found, angles, strict=True) if char is None or abs(angle - main[0][0]) <= _STRAIGHT]
    aside: list[tuple[bool, list[Char | None]]] = []
    for wanted in (math.pi / 2, 1.5 * math.pi):
        own = [char if char is not None and abs(angle - main[0][0] - wanted) <= _STRAIGHT else None for char, angle in zip(found, angles, strict=True)]
        if main and sum(char is not None for char in own) >= _LEAST_ASIDE:
            aside.append((_running(own) == _UPWARDS, _seen(page, own)))
    return _seen(page, running), aside


def _seen(page: Any, characters: list[Char | None]) -> list[Char | None]:
    """The characters, None in the place of those that cannot be seen on the page."""
    drawn = [char for char in characters if char is not None]
    light = {piece: _lightness(piece) for piece in {char.piece for char in drawn}}
    shown = iter(seen_pieces(page, [(char.x0, char.y0, char.x1, char.y1) for char in drawn], [char.piece for char in drawn], light))
    return [char if char is not None and next(shown) and char.y1 - char.y0 >= _NO_SIZE else None for char in characters]


def _lightness(piece: int) -> float:
    """How light the colour of a text is, from 0 (black) to 255; that of an unknown one is black."""
    import pypdfium2.raw as pdfium

    if piece < 0:
        return 0.0
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    item = ctypes.cast(ctypes.c_void_p(piece), pdfium.FPDF_PAGEOBJECT)
    if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return 0.0
    return 255 - (255 - 0.3 * red.value - 0.59 * green.value - 0.11 * blue.value) * alpha.value / 255


def _running(characters: list[Char | None]) -> int:
    """Where most text runs: 0 right, 1 down, 2 left, 3 up; so many quarter turns counter-clockwise set it right."""
    steps: Counter[int] = Counter()
    for one, two in pairwise(characters):
        if one is not None and two is not None:
            dx, dy = two.x - one.x, two.base - one.base
            if 0 < math.hypot(dx, dy) < 30:
                steps[round(math.atan2(dy, dx) / (math.pi / 2)) % 4] += 1
    return steps.most_common(1)[0][0] if steps else 0


def _level(characters: list[Char | None], quarters: int, width: float, height: float) -> list[Char | None]:
    """The characters of a page after these quarter turns."""
    if quarters == 0:
        return characters
    turn = {
        1: lambda x, y: (y, width - x),
        2: lambda x, y: (width - x, height - y),
        3: lambda x, y: (height - y, x),
    }[quarters]
    return [None if char is None else char.turned(turn) for char in characters]


def _letter(pdfium: Any, handle: Any, index: int) -> str:
    """A character; one that the file does not explain becomes a replacement sign, a line-end hyphen a hyphen."""
    code = pdfium.FPDFText_GetUnicode(handle, index)
    if code == 0xFFFE or (code == 0x02 and pdfium.FPDFText_IsHyphen(handle, index) == 1):
        return "-"
    if code == 0xFFFF or 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF or (code < 0x20 and chr(code) not in _SPACES):
        return "\ufffd"
    return chr(code) if code else " "


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
