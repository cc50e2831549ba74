"""What of a PDF page can be seen: text that is printed white on white, covered or clipped away is not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_SIDE = 700  # pixels of the longer side of the page that is looked at
_CHANGE = 6  # levels of grey between neighbours that an eye can tell
_LIGHT = 210  # levels of grey from which a colour is light
_BEHIND = 0.4  # of the dots behind a light letter that must be darker
_SHARE = 0.5  # of the letters of a piece that must be seen

Frame = tuple[float, float, float, float]


def seen_pieces(page: Any, frames: Sequence[Frame], pieces: Sequence[int], lightness: Mapping[int, float]) -> list[bool]:
    """For each letter, with its frame in points and the piece of text it belongs to, whether the piece can be seen on the page.

    A letter is seen where neighbouring dots of the drawn page differ; a piece where half of its letters are. A light piece
    (`lightness` from 0 to 255) must have something darker behind it.
    """
    import numpy as np

    if not frames:
        return []
    width, height = page.get_size()
    scale = _SIDE / max(width, height, 1.0)
    grey = _grey(page, scale)
    change = np.zeros(grey.shape, dtype=bool)
    change[:, 1:] |= np.abs(np.diff(grey, axis=1)) > _CHANGE
    change[1:] |= np.abs(np.diff(grey, axis=0)) > _CHANGE
    edges, dark = _sums(change), _sums(grey < _LIGHT)
    x0, y0, x1, y1 = (np.asarray(frames) * scale).T
    left, right = np.clip(np.floor(x0).astype(int), 0, grey.shape[1]), np.clip(np.ceil(x1).astype(int) + 1, 0, grey.shape[1])
    top, bottom = np.clip(np.floor(y0).astype(int), 0, grey.shape[0]), np.clip(np.ceil(y1).astype(int) + 1, 0, grey.shape[0])
    seen = _within(edges, left, top, right, bottom) > 0
    pale = np.asarray([lightness[piece] >= _LIGHT for piece in pieces])
    seen &= ~pale | (_within(dark, left, top, right, bottom) > _BEHIND * np.maximum(1, (right - left) * (bottom - top)))
    names, inverse = np.unique(np.asarray(pieces), return_inverse=True)
    share = np.bincount(inverse, weights=seen, minlength=len(names)) / np.bincount(inverse, minlength=len(names))
    return [bool(one) for one in (share >= _SHARE)[inverse]]


def _sums(values: Any) -> Any:
    """For every place the sum of what lies above and left of it."""
    import numpy as np

    sums = np.zeros((values.shape[0] + 1, values.shape[1] + 1), dtype=np.int32)
    np.cumsum(values, axis=1, out=sums[1:, 1:])
    np.cumsum(sums, axis=0, out=sums)
    return sums


def _within(sums: Any, left: Any, top: Any, right: Any, bottom: Any) -> Any:
    return sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]


def _grey(page: Any, scale: float) -> Any:
    """The page as levels of grey, drawn small."""
    import numpy as np

    return np.asarray(page.render(scale=scale, grayscale=True).to_pil().convert("L"), dtype=np.int16)
