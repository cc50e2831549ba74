"""Rows that slant, fan out or bend in a photo are made level: the places of the pieces are moved, not the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from leukchat.labs.readers.image_ocr import SeenText

_TERMS = ((30, 9), (8, 5), (0, 1))  # from how many pieces on, how many terms; a few allow a turn alone
_ROUNDS = 4
_RIDGE = 1e-6
_STEADY = 0.004  # of the page: a piece that is farther off says little


def levelled_pieces(seen: Sequence[SeenText], width: float, height: float) -> list[SeenText]:
    """The pieces with corners moved up or down so that every piece, and with it its row, runs level.

    How far a place sinks is taken as a smooth function of where it lies: a turn, lines that fan out as in a picture taken from
    aside, and lines that bend as on a page that is not flat. It is fitted to the two ends of every piece, long ones first.
    """
    import numpy as np

    if not seen:
        return []
    corners = np.asarray([piece.corners for piece in seen], dtype=np.float64)
    ends = np.stack([(corners[:, 0] + corners[:, 3]) / 2, (corners[:, 1] + corners[:, 2]) / 2], axis=1)
    lengths = np.abs(ends[:, 1, 0] - ends[:, 0, 0])
    tall = np.abs(corners[:, 3, 1] - corners[:, 0, 1]).clip(1)
    usable = lengths > 2 * tall
    if not usable.any():
        return list(seen)
    count = next(terms for least, terms in _TERMS if int(usable.sum()) >= least)
    middle, side = np.asarray([width / 2, height / 2]), max(width, height)
    steps = (_terms((ends[usable, 1] - middle) / side) - _terms((ends[usable, 0] - middle) / side))[:, :count]
    sinks = (ends[usable, 1, 1] - ends[usable, 0, 1]) / side
    fit = _fitted(steps, sinks, lengths[usable] / side)
    moved = corners[:, :, 1] - side * (_terms((corners - middle) / side)[:, :, :count] @ fit)
    return [replace(piece, corners=tuple((float(x), float(y)) for (x, _), y in zip(piece.corners, row, strict=True))) for piece, row in zip(seen, moved, strict=True)]


def _terms(points: Any) -> Any:
    """What the sinking is made of at places counted from the middle: turn, fan, bend, fan of the bend, bend to one side, and finer."""
    import numpy as np

    u, v = points[..., 0], points[..., 1]
    return np.stack([u, u * v, u * u, u * u * v, u**3, u * v * v, u * u * v * v, u**3 * v, u**4], axis=-1)


def _fitted(steps: Any, sinks: Any, weights: Any) -> Any:
    """Least squares in which pieces that disagree with the others count less from round to round."""
    import numpy as np

    ridge = _RIDGE * np.diag([0.0, 1.0, 1.0, 1.0, 1.0, 4.0, 4.0, 4.0, 4.0][: steps.shape[1]])
    trust = weights
    fit = np.zeros(steps.shape[1])
    for _ in range(_ROUNDS):
        scaled = steps * trust[:, None]
        fit = np.linalg.lstsq(scaled.T @ steps + ridge, scaled.T @ sinks, rcond=None)[0]
        trust = weights / (1 + (np.abs(sinks - steps @ fit) / _STEADY) ** 2)
    return fit
