"""Raised figures behind numbers, as footnotes have them, are told from the figures of the number by where their ink stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leukchat.labs.folding import SUPERSCRIPTS

_LIFTED = 0.22  # of a figure's height that the foot of a raised one stands higher
_SMALLER = 0.85
_HALF = 0.38  # of the step from figure to figure


def with_raised(text: str, piece: Any, places: Sequence[tuple[float, float]]) -> str:
    """`text` with a raised figure at the end of a number written as such (`483¹`). `piece` is its picture, `places` are shares of its length."""
    found = list(text)
    for end in range(2, len(text)):
        last = end == len(text) - 1 or (not text[end + 1].isalnum() and text[end + 1] not in ".,-/^")
        if last and text[end].isdecimal() and text[end - 1].isdecimal() and text[end - 2] in "0123456789.," and _is_raised(piece, places, text, end):
            found[end] = SUPERSCRIPTS[int(text[end])]
    return "".join(found)


def _is_raised(piece: Any, places: Sequence[tuple[float, float]], text: str, end: int) -> bool:
    """Whether the figure stands higher and is smaller than the one or two before it."""
    middles = [(start + stop) / 2 * piece.shape[1] for start, stop in places]
    step = middles[end] - middles[end - 1]
    if step < 2:
        return False
    ink = _ink(piece)
    before = [rows for place in (end - 1, end - 2) if text[place].isdecimal() and (rows := _rows(ink, middles[place], step))]
    rows = _rows(ink, middles[end], step)
    if rows is None or not before:
        return False
    top, bottom = min(one[0] for one in before), max(one[1] for one in before)
    tall = bottom - top
    return tall > 6 and bottom - rows[1] > _LIFTED * tall and rows[1] - rows[0] < _SMALLER * tall


def _ink(piece: Any) -> Any:
    grey = piece.mean(axis=2)
    return grey < (float(grey.min()) + float(grey.max())) / 2


def _rows(ink: Any, middle: float, step: float) -> tuple[int, int] | None:
    """The first and last row with ink around a place."""
    import numpy as np

    rows = np.flatnonzero(ink[:, max(0, round(middle - _HALF * step)) : round(middle + _HALF * step) + 1].any(axis=1))
    return (int(rows[0]), int(rows[-1])) if len(rows) else None
