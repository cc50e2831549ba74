"""Makes a picture of a printed page as a scanner or a telephone would: every step is drawn from the source's own seed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.pdfgen.canvas import Canvas


def picture(pdf: Path, how: dict[str, Any], path: Path) -> None:
    """Writes the first page of `pdf` as the picture that `how` describes, in the form that the name of `path` says."""
    draw = np.random.default_rng(how["seed"])
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].render(scale=how["dpi"] / 72).to_pil().convert("RGB")
    document.close()
    if how.get("crop"):
        left, top, right, bottom = how["crop"]
        page = page.crop((int(left * page.width), int(top * page.height), int(right * page.width), int(bottom * page.height)))
    for mark in how.get("marks", []):
        page = _mark(page, mark, how["dpi"])
    for share in how.get("folds", []):
        page = _fold(page, share)
    page = _paper(page, how, draw)
    if how.get("perspective"):
        page = _aside(page, how["perspective"], tuple(how.get("desk", (70, 62, 54))))
    if how.get("angle"):
        ground = tuple(how["desk"]) if how.get("desk") else tuple(how.get("paper", (255, 255, 255)))
        page = page.rotate(how["angle"], Image.Resampling.BICUBIC, expand=True, fillcolor=ground)
    page = _light(page, how)
    if how.get("blur"):
        page = page.filter(ImageFilter.GaussianBlur(how["blur"]))
    if how.get("noise"):
        grain = draw.normal(0, how["noise"], (page.height, page.width, 1))
        page = Image.fromarray(np.clip(np.asarray(page, dtype=np.float32) + grain, 0, 255).astype(np.uint8))
    if how.get("grey"):
        page = page.convert("L")
    if how.get("black_and_white"):
        page = page.convert("L").point(lambda tone: 255 if tone > how["black_and_white"] else 0).convert("1")
    if how.get("turn"):
        page = page.rotate(how["turn"], expand=True)
    _save(page, how, path)


def _mark(page: Image.Image, mark: dict[str, Any], dpi: int) -> Image.Image:
    """A stamp or a stroke of a pen; places are shares of the page, sizes points."""
    layer = Image.new("RGBA", page.size, (0, 0, 0, 0))
    pen, unit = ImageDraw.Draw(layer), dpi / 72
    x, y = mark["x"] * page.width, mark["y"] * page.height
    ink = (*mark.get("colour", (30, 40, 140)), mark.get("depth", 150))
    if mark["kind"] == "stamp":
        font = ImageFont.load_default(mark.get("size", 14) * unit)
        lines = mark["text"].split("\n")
        pen.multiline_text((x, y), mark["text"], ink, font, spacing=4)
        width = max(pen.textlength(line, font) for line in lines)
        pen.rectangle((x - 6 * unit, y - 4 * unit, x + width + 6 * unit, y + len(lines) * 1.35 * mark.get("size", 14) * unit), outline=ink, width=int(2 * unit))
        layer = layer.rotate(mark.get("angle", 0), Image.Resampling.BICUBIC, center=(x, y))
    elif mark["kind"] == "ring":
        pen.ellipse((x, y, x + mark["width"] * unit, y + mark["height"] * unit), outline=ink, width=int(mark.get("line", 2) * unit))
    else:
        pen.line((x, y, x + mark["width"] * unit, y + mark["height"] * unit), ink, int(mark.get("line", 2) * unit))
    return Image.alpha_composite(page.convert("RGBA"), layer).convert("RGB")


def _fold(page: Image.Image, share: float) -> Image.Image:
    """A crease across the page: a narrow shade beside a narrow gleam."""
    grid, at = np.asarray(page, dtype=np.float32).copy(), int(share * page.height)
    away = (np.arange(page.height) - at) / (0.006 * page.height)
    shade = 1 - 0.22 * np.exp(-((away - 0.7) ** 2)) + 0.1 * np.exp(-((away + 0.7) ** 2))
    return Image.fromarray(np.clip(grid * shade[:, None, None], 0, 255).astype(np.uint8))


def _paper(page: Image.Image, how: dict[str, Any], draw: np.random.Generator) -> Image.Image:
    """Paper of another white, with ink that is not quite black, and specks."""
    paper, ink = np.array(how.get("paper", (255, 255, 255)), dtype=np.float32), float(how.get("ink", 0))
    grid = np.asarray(page, dtype=np.float32) / 255
    page = Image.fromarray(np.clip(ink + grid * (paper - ink), 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(page)
    for _ in range(how.get("specks", 0)):
        x, y, size = draw.uniform(0, page.width), draw.uniform(0, page.height), draw.uniform(0.5, 1.6)
        pen.ellipse((x, y, x + size, y + size), fill=(90, 90, 90))
    return page


def _aside(page: Image.Image, corners: list[list[float]], desk: tuple[int, ...]) -> Image.Image:
    """The page seen from aside: `corners` are the shares of the sides by which each corner (clockwise from the left above) moves in."""
    width, height = page.size
    aims = [(dx * width, dy * height) for dx, dy in corners]
    places = [(0, 0), (width, 0), (width, height), (0, height)]
    seen = [(x + (dx if x == 0 else -dx), y + (dy if y == 0 else -dy)) for (x, y), (dx, dy) in zip(places, aims, strict=True)]
    lines, right = [], []
    for (x, y), (u, v) in zip(seen, places, strict=True):
        lines += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    factors = np.linalg.solve(np.array(lines, dtype=np.float64), np.array(right, dtype=np.float64))
    return page.transform(page.size, Image.Transform.PERSPECTIVE, list(factors), Image.Resampling.BICUBIC, fillcolor=desk)


def _light(page: Image.Image, how: dict[str, Any]) -> Image.Image:
    """Light that falls off towards one side (`light`: right, down; negative: the other way) and a shadow with a soft edge."""
    across = np.linspace(0, 1, page.width)[None, :]
    down = np.linspace(0, 1, page.height)[:, None]
    right, below = how.get("light", (0, 0))
    shade = 1 - abs(right) * (across if right > 0 else 1 - across) - abs(below) * (down if below > 0 else 1 - down)
    if how.get("shadow"):
        at, slope, depth, soft = how["shadow"]
        shade = shade * (1 - depth / (1 + np.exp(-(across + slope * down - at) / soft)))
    if how.get("glare"):
        x, y, size, gain = how["glare"]
        shade = shade + gain * np.exp(-(((across - x) / size) ** 2 + ((down - y) / size) ** 2))
    return Image.fromarray(np.clip(np.asarray(page, dtype=np.float32) * shade[:, :, None], 0, 255).astype(np.uint8))


def _save(page: Image.Image, how: dict[str, Any], path: Path) -> None:
    """Writes JPEG or PNG, or a PDF that holds the picture alone."""
    if path.suffix == ".png":
        page.save(path, dpi=(how["dpi"], how["dpi"]))
        return
    kept = BytesIO()
    page.convert("L" if page.mode == "1" else page.mode).save(kept, "JPEG", quality=how["quality"], dpi=(how["dpi"], how["dpi"]))
    if path.suffix != ".pdf":
        path.write_bytes(kept.getvalue())
        return
    from reportlab.lib.utils import ImageReader

    width, height = page.width * 72 / how["dpi"], page.height * 72 / how["dpi"]
    canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
    canvas.drawImage(ImageReader(BytesIO(kept.getvalue())), 0, 0, width, height)
    canvas.save()
