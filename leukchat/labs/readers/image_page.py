"""A picture of a page becomes words: light evened out, turned upright and straight, recognised, small slips mended."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from leukchat.labs.readers.image_level import levelled_pieces
from leukchat.labs.readers.image_ocr import SeenText, find_text, read_text_pieces, upside_down
from leukchat.labs.readers.image_words import mended
from leukchat.labs.readers.layout import PageWords, Turn, Word

MAX_SIDE = 2400
MIN_SIDE = 1100
_TURNED = 0.6
_SLANT = 0.35  # degrees that rows can bear
_MAX_SLANT = 9
_SLANT_SIDE = 800
_ENGINE_SIDE = 736
_FAINT = 7  # levels of grey below the paper around
_ROW_INK = 4
_MARGIN = 0.025


def recognise_page(picture: Any, number: int) -> PageWords:
    """The words in an RGB picture (height by width by 3, 8 bits). Places are pixels of the level page."""
    picture = evened(sized(picture))
    height, width = (float(side) for side in picture.shape[:2])
    picture, slant = levelled(picture)
    boxes, pieces = _found(picture)
    quarters = _quarters(boxes, pieces)
    if quarters:
        picture = _turned(picture, quarters)
        boxes, pieces = _found(picture)
    size = (height, width) if quarters % 2 else (width, height)
    seen = read_text_pieces(boxes, pieces)
    level = levelled_pieces(seen, picture.shape[1], picture.shape[0])
    words = tuple(mended(word for piece, printed in zip(level, seen, strict=True) for word in _words(piece, printed)))
    return PageWords(number, float(picture.shape[1]), float(picture.shape[0]), words, Turn(quarters, slant, *size))


def _found(picture: Any) -> tuple[Any, list[Any]]:
    """The pieces of text of a page, looked for only from its first line to its last: an empty half costs as much as a full one."""
    import numpy as np

    top, bottom = inked(picture)
    boxes, pieces = find_text(picture[top:bottom])
    if boxes is not None and top:
        boxes = boxes + np.asarray((0, top), dtype=boxes.dtype)
    return boxes, pieces


def inked(picture: Any) -> tuple[int, int]:
    """The first row of a page with ink and the row after its last, with a margin; all rows where nothing is saved."""
    import cv2
    import numpy as np

    height = int(picture.shape[0])
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    scale = min(1.0, _SLANT_SIDE / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(small, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 15, _FAINT)
    rows = np.flatnonzero(ink.sum(axis=1, dtype=np.int64) >= _ROW_INK)
    if not len(rows):
        return 0, height
    margin = _MARGIN * height
    top, bottom = max(0, int(rows[0] / scale - margin)), min(height, int((rows[-1] + 1) / scale + margin))
    spare = _ENGINE_SIDE - (bottom - top)  # the engine enlarges what is smaller
    if spare > 0:
        bottom = min(height, bottom + spare)
        top = max(0, min(top, bottom - _ENGINE_SIDE))
    return (top, bottom) if bottom - top < 0.95 * height else (0, height)


def levelled(picture: Any) -> tuple[Any, float]:
    """The picture turned so that its lines run level, on a larger sheet, and by how much (radians, clockwise)."""
    import cv2

    slant = _page_slant(picture)
    if abs(slant) < math.radians(_SLANT):
        return picture, 0.0
    height, width = picture.shape[:2]
    cos, sin = abs(math.cos(slant)), abs(math.sin(slant))
    wide, high = math.ceil(width * cos + height * sin), math.ceil(height * cos + width * sin)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(slant), 1.0)
    matrix[0, 2] += (wide - width) / 2
    matrix[1, 2] += (high - height) / 2
    return cv2.warpAffine(picture, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), slant


def _page_slant(picture: Any) -> float:
    """By how much the lines of a page sink to the right: the turn under which ink gathers most in rows."""
    import cv2
    import numpy as np

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    scale = _SLANT_SIDE / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 15, 12)
    middle = (ink.shape[1] / 2, ink.shape[0] / 2)

    def gathered(degrees: float) -> float:
        turned = cv2.warpAffine(ink, cv2.getRotationMatrix2D(middle, degrees, 1.0), (ink.shape[1], ink.shape[0]))
        return float(np.square(np.diff(turned.sum(axis=1, dtype=np.float64))).sum())

    coarse = max(range(-_MAX_SLANT, _MAX_SLANT + 1), key=gathered)
    fine = max((coarse + step / 5 for step in range(-4, 5)), key=gathered)
    return math.radians(fine) if gathered(fine) > 1.1 * gathered(0.0) else 0.0


def sized(picture: Any) -> Any:
    """The picture in a size at which letters can be told apart without waste."""
    import cv2

    height, width = picture.shape[:2]
    longest = max(height, width)
    if longest > MAX_SIDE:
        scale = MAX_SIDE / longest
        return cv2.resize(picture, (max(1, round(width * scale)), max(1, round(height * scale))), interpolation=cv2.INTER_AREA)
    if longest < MIN_SIDE:
        scale = min(3.0, MIN_SIDE / longest)
        return cv2.resize(picture, (max(1, round(width * scale)), max(1, round(height * scale))), interpolation=cv2.INTER_CUBIC)
    return picture


def evened(picture: Any) -> Any:
    """The picture without shadows: its brightness over that of the paper around."""
    import cv2
    import numpy as np

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), 31)
    if float(np.percentile(paper, 5)) > 0.9 * float(np.percentile(paper, 95)) > 200:
        return picture
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(grey, paper, scale=250)
    return cv2.cvtColor(even, cv2.COLOR_GRAY2RGB)


def _quarters(boxes: Any, pieces: list[Any]) -> int:
    """How many quarter turns, counter-clockwise, bring most of the text upright."""
    if not pieces:
        return 0
    lying = sum(_length(box[0], box[3]) > 1.5 * _length(box[0], box[1]) for box in boxes)
    if lying > _TURNED * len(pieces):
        # The engine gives lying pieces a quarter turn counter-clockwise before it looks which end is up.
        return 3 if upside_down(pieces) else 1
    return 2 if upside_down(pieces) else 0


def _turned(picture: Any, quarters: int) -> Any:
    import numpy as np

    return np.ascontiguousarray(np.rot90(picture, quarters))


def _length(one: Any, other: Any) -> float:
    return math.hypot(float(one[0]) - float(other[0]), float(one[1]) - float(other[1]))


def _words(piece: SeenText, printed: SeenText) -> Iterable[Word]:
    """The words of a level piece with their certainty, and where they stand in the picture."""
    xs, ys = [x for x, _ in piece.corners], [y for _, y in piece.corners]
    left, right = min(xs), max(xs)
    middle = sum(ys) / 4
    half = (abs(ys[3] - ys[0]) + abs(ys[2] - ys[1])) / 4 * 0.8
    start = 0
    for index in range(len(piece.text) + 1):
        if index < len(piece.text) and not piece.text[index].isspace():
            continue
        if index > start:
            x0 = left + piece.places[start][0] * (right - left)
            x1 = left + piece.places[index - 1][1] * (right - left)
            sure = _certainty(piece.text[start:index], piece.confidences[start:index])
            place = _place(printed, piece.places[start][0], piece.places[index - 1][1], half)
            yield Word(piece.text[start:index], x0, middle - half, max(x1, x0 + 1), middle + half, sure, place=place)
        start = index + 1


def _place(piece: SeenText, start: float, end: float, half: float) -> tuple[float, float, float, float]:
    """The frame of a part of a piece, given by its ends as shares of the length."""
    (left, high), (right, sunk), (_, under), (_, low) = piece.corners
    xs = [left + share * (right - left) for share in (start, end)]
    ys = [(high + low) / 2 + share * ((sunk + under) - (high + low)) / 2 for share in (start, end)]
    return min(xs), min(ys) - half, max(xs), max(ys) + half


def _certainty(text: str, confidences: tuple[float, ...]) -> float:
    """That of the least sure character where digits stand, as one of them changes everything; the mean of a word."""
    return min(confidences) if any(char.isdigit() for char in text) else sum(confidences) / len(confidences)
