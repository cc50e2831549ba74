"""What happens to a page on its way into a picture: light, lens, paper, desk and screen. Each gives a function of picture and dice."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image, ImageFilter

Picture = Image.Image
Dice = np.random.Generator
Step = Callable[[Picture, Dice], Picture]


def _pixels(picture: Picture) -> np.ndarray:
    return np.asarray(picture.convert("RGB"), dtype=np.float32)


def _picture(pixels: np.ndarray) -> Picture:
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def to_the_print(page: Picture, margin: int = 60) -> Picture:
    """The page from its upper edge down to a little below the last print."""
    rows = np.flatnonzero(np.asarray(page.convert("L")).min(axis=1) < 160)
    return page.crop((0, 0, page.width, min(page.height, int(rows[-1]) + margin)))


def grain(strength: float) -> Step:
    """Noise of the sensor."""
    return lambda picture, dice: _picture(_pixels(picture) + dice.normal(0, strength, (picture.height, picture.width, 3)))


def soft(radius: float) -> Step:
    """Out of focus."""
    return lambda picture, _: picture.filter(ImageFilter.GaussianBlur(radius))


def moved(length: int) -> Step:
    """The hand moved while the picture was taken."""
    kernel = np.eye(length, dtype=np.float32) / length
    return lambda picture, _: _picture(cv2.filter2D(_pixels(picture), -1, kernel))


def tint(red: float, green: float, blue: float) -> Step:
    """Coloured light."""
    return lambda picture, _: _picture(_pixels(picture) * np.array([red, green, blue], dtype=np.float32))


def dim(level: float) -> Step:
    """Little light: everything is dark."""
    return lambda picture, _: _picture(_pixels(picture) * level)


def _grid(picture: Picture) -> tuple[np.ndarray, np.ndarray]:
    y, x = np.mgrid[0 : picture.height, 0 : picture.width].astype(np.float32)
    return x, y


def vignette(strength: float) -> Step:
    """Darker towards the corners."""

    def run(picture: Picture, _: Dice) -> Picture:
        x, y = _grid(picture)
        away = (x / picture.width - 0.5) ** 2 + (y / picture.height - 0.5) ** 2
        return _picture(_pixels(picture) * (1 - 2 * strength * away)[..., None])

    return run


def shade(strength: float) -> Step:
    """Darker from left to right."""
    return lambda picture, _: _picture(_pixels(picture) * np.linspace(1, 1 - strength, picture.width, dtype=np.float32)[None, :, None])


def shadow_edge(level: float) -> Step:
    """The shadow of the telephone, with an edge across the page."""

    def run(picture: Picture, _: Dice) -> Picture:
        x, y = _grid(picture)
        side = 1 / (1 + np.exp(-(x * 0.8 + y * 0.5 - 0.55 * picture.width) / 12))
        return _picture(_pixels(picture) * (1 - (1 - level) * side)[..., None])

    return run


def glare(picture: Picture, _: Dice) -> Picture:
    """A lamp mirrored on glossy paper, over the range column."""
    x, y = _grid(picture)
    spot = np.exp(-(((x - 0.72 * picture.width) / 170) ** 2) - ((y - 0.6 * picture.height) / 120) ** 2)
    pixels = _pixels(picture) * 0.8
    return _picture(pixels + (255 - pixels) * (0.85 * spot)[..., None])


def quarter(degrees: int) -> Step:
    """Turned by a right angle."""
    return lambda picture, _: picture.rotate(degrees, expand=True)


def skew(degrees: float, around: int = 226) -> Step:
    """Turned a little."""
    return lambda picture, _: picture.rotate(degrees, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=(around, around, around))


def aside(share: float) -> Step:
    """Seen from one side: the right edge is farther away, the top too."""

    def run(picture: Picture, _: Dice) -> Picture:
        width, height = picture.size
        start = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
        end = np.array([[width * share / 2, 0], [width * (1 - share / 3), height * share * 0.6], [width, height * (1 - share * 0.5)], [0, height]], dtype=np.float32)
        edge = _pixels(picture)[0, 0].tolist()
        turned = cv2.warpPerspective(_pixels(picture), cv2.getPerspectiveTransform(start, end), (width, height), flags=cv2.INTER_CUBIC, borderValue=edge)
        return _picture(turned)

    return run


def desk(level: int) -> Step:
    """The page lies on a desk with a grain of wood."""

    def run(picture: Picture, dice: Dice) -> Picture:
        wide, high = picture.width + 240, picture.height + 240
        wood = level + 12 * np.sin(np.arange(high, dtype=np.float32) / 9)[:, None] + dice.normal(0, 4, (high, wide)).astype(np.float32)
        under = np.repeat(wood[..., None], 3, axis=2) * np.array([1, 0.85, 0.7], dtype=np.float32)
        under[120 : 120 + picture.height, 120 : 120 + picture.width] = _pixels(picture)
        return _picture(under)

    return run


def _warped(picture: Picture, over: np.ndarray, down: np.ndarray) -> Picture:
    x, y = _grid(picture)
    return _picture(cv2.remap(_pixels(picture), (x + over).astype(np.float32), (y + down).astype(np.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE))


def crumpled(strength: float) -> Step:
    """Paper that was folded small: uneven everywhere, with soft light and dark spots."""

    def run(picture: Picture, dice: Dice) -> Picture:
        fields = [cv2.resize(dice.normal(0, 1, (9, 7)).astype(np.float32), picture.size, interpolation=cv2.INTER_CUBIC) for _ in range(3)]
        warped = _warped(picture, strength * fields[0], strength * fields[1])
        return _picture(_pixels(warped) * (1 - 0.08 * np.abs(fields[2]))[..., None])

    return run


def bent(depth: float) -> Step:
    """The page bends like that of an open book: lines curve."""

    def run(picture: Picture, _: Dice) -> Picture:
        x, _y = _grid(picture)
        return _warped(picture, np.zeros_like(x), depth * np.sin(np.pi * x / picture.width) - depth / 2)

    return run


def cut(right: float = 0.0) -> Step:
    """Something of the page is outside the picture."""
    return lambda picture, _: picture.crop((0, 0, round(picture.width * (1 - right)), picture.height))


def moire(picture: Picture, _: Dice) -> Picture:
    """Stripes from two grids that meet."""
    x, y = _grid(picture)
    waves = 14 * np.sin(x / 2.1 + y / 31) + 10 * np.sin(y / 1.9 + x / 47)
    return _picture(_pixels(picture) * 0.9 + waves[..., None])


def screen(picture: Picture, dice: Dice) -> Picture:
    """A photograph of a monitor: rows of coloured dots, bluish light, a dark frame."""
    pixels = _pixels(picture) * np.array([0.86, 0.92, 1.0], dtype=np.float32)
    for colour in range(3):
        pixels[:, colour::3, colour] *= 0.82
    pixels[::3] *= 0.9
    framed = np.full((picture.height + 90, picture.width + 90, 3), 18, dtype=np.float32)
    framed[45:-45, 45:-45] = pixels
    return grain(3)(_picture(framed), dice)


def shine_through(picture: Picture, _: Dice) -> Picture:
    """The print of the other side can be seen faintly, mirrored."""
    back = _pixels(picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT).transpose(Image.Transpose.ROTATE_180)).mean(axis=2, keepdims=True)
    return _picture(_pixels(picture) - (255 - cv2.GaussianBlur(back, (0, 0), 1.2)[..., None]) * 0.16)


def black_and_white(picture: Picture, dice: Dice) -> Picture:
    """As a fax machine sends it."""
    noisy = _pixels(picture).mean(axis=2) + dice.normal(0, 12, (picture.height, picture.width))
    return Image.fromarray((noisy > 150).astype(np.uint8) * 255)


def shrunk(longest: int) -> Step:
    """Made smaller for sending."""

    def run(picture: Picture, _: Dice) -> Picture:
        small = picture.copy()
        small.thumbnail((longest, longest))
        return small

    return run
