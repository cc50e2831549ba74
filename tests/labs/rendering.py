"""Reports for tests: values drawn at random, printed as PDF in the manner of six regions, and pictures of them.

`report_spec(style, seed)` draws a report with its gold values; `render_pdf(spec, layout)` prints it with reportlab;
`page_image` and `degrade` make the picture that a scanner or a telephone would take.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter
from rendering_rows import HEADS, ROWS, STYLES, Row, Style
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

LAYOUTS = ("table", "ruled", "two_columns", "cumulative", "previous", "dots", "methods", "many_pages")
_FONTS = {"DejaVu": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "Liberation": "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"}


@dataclass(frozen=True, slots=True)
class Gold:
    """What must be read: analyte, number, printed unit and the day it was taken."""

    analyte: str
    value: float
    unit: str
    collected: str | None


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed row: for each day the text of its value, with flag, unit and range."""

    row: Row
    values: tuple[str, ...]
    flag: str
    range: str


@dataclass(frozen=True, slots=True)
class ReportSpec:
    """A report to print. `days` are ISO, newest first; `secrets` must never be read out."""

    style: Style
    rows: tuple[Printed, ...]
    days: tuple[str, ...]
    gold: tuple[Gold, ...]
    secrets: tuple[str, ...]


def report_spec(style: str, seed: int, rows: int = 18, days: int = 1) -> ReportSpec:
    """A report in one style with `rows` tests; every number follows from `seed`."""
    dice = random.Random(f"{style}-{seed}")
    form = STYLES[style]
    chosen = sorted(dice.sample(range(len(ROWS[form.language])), min(rows, len(ROWS[form.language]))))
    dates = tuple(f"2026-{10 - 2 * number:02d}-{dice.randint(13, 28)}" for number in range(days))
    printed: list[Printed] = []
    gold: list[Gold] = []
    for index in chosen:
        row = ROWS[form.language][index]
        numbers = [round(dice.uniform(row.low, row.high), row.digits) for _ in dates]
        gold += [Gold(row.analyte, number, row.unit, day) for number, day in zip(numbers, dates, strict=True)]
        flag = form.flags[1] if numbers[0] > row.ref_high else form.flags[0] if numbers[0] < row.ref_low else ""
        ends = f"{form.number(row.ref_low, row.digits)} - {form.number(row.ref_high, row.digits)}"
        printed.append(Printed(row, tuple(form.number(number, row.digits) for number in numbers), flag, ends))
    return ReportSpec(form, tuple(printed), dates, tuple(gold), ("Quillfeather", "ZX4471902"))


class _Page:
    """A canvas with a pen that knows where it is; y counts down from the top, in points."""

    def __init__(self, spec: ReportSpec) -> None:
        self.spec = spec
        self.size = LETTER if spec.style.letter else A4
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=self.size, invariant=1)
        self.y = 50.0
        self.font = _font(spec.style.font)

    def text(self, x: float, text: str, size: float = 9.5, right: bool = False) -> None:
        self.canvas.setFont(self.font, size)
        draw = self.canvas.drawRightString if right else self.canvas.drawString
        draw(x, self.size[1] - self.y, text)

    def down(self, points: float = 16) -> None:
        self.y += points

    def rule(self) -> None:
        self.canvas.setLineWidth(0.4)
        self.canvas.line(45, self.size[1] - self.y + 11, self.size[0] - 45, self.size[1] - self.y + 11)

    def next(self) -> None:
        self.canvas.showPage()
        self.y = 50.0

    def done(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()


def _font(name: str) -> str:
    if name in _FONTS and name not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(TTFont(name, _FONTS[name]))
        except OSError:
            return "Helvetica"
    return name


def render_pdf(spec: ReportSpec, layout: str = "table") -> bytes:
    """The report as PDF. `cumulative` and `previous` need a spec with several days."""
    page = _Page(spec)
    _head(page)
    if layout == "two_columns":
        _two_columns(page)
    elif layout == "many_pages":
        size = 7
        for start in range(0, len(spec.rows), size):
            if start:
                page.next()
                _head(page)
            _table(page, spec.rows[start : start + size], "table")
    else:
        _table(page, spec.rows, layout)
    _foot(page)
    return page.done()


def _head(page: _Page) -> None:
    style, spec = page.spec.style, page.spec
    words = HEADS[style.language]
    page.text(45, words["laboratory"], 14)
    page.down(24)
    page.text(45, f"{words['patient']}: Quillfeather, Imogen")
    page.text(310, f"{words['id']}: ZX4471902")
    page.down(14)
    page.text(45, f"{words['sex']}: {words['female']}")
    page.text(310, f"{words['taken']}: {style.date(spec.days[0])}")
    page.down(14)
    page.text(45, f"{words['age']}: 47 {words['years']}")
    page.down(28)


def _foot(page: _Page) -> None:
    page.down(20)
    page.text(45, HEADS[page.spec.style.language]["end"], 8)


def _columns(layout: str, width: float) -> tuple[float, ...]:
    """Where name, value, flag, unit and range begin; older values follow the flag."""
    if layout in ("cumulative", "previous"):
        return (45, 215, 260, 385, 470)
    return (45, width * 0.42, width * 0.50, width * 0.55, width * 0.74)


def _table(page: _Page, rows: tuple[Printed, ...], layout: str) -> None:
    spec, words = page.spec, HEADS[page.spec.style.language]
    x = _columns(layout, page.size[0])
    page.text(x[0], words["test"])
    if layout == "cumulative":
        for number, day in enumerate(spec.days):
            page.text(x[1] + 58 * number, spec.style.date(day), 8.5)
    else:
        page.text(x[1], words["result"])
        if layout == "previous":
            page.text(x[2] + 8, f"{words['previous']} {spec.style.date(spec.days[1])}", 8.5)
    if layout != "dots":
        page.text(x[3], words["unit"])
        page.text(x[4], words["range"])
    page.down(18)
    for line in rows:
        if layout == "ruled":
            page.rule()
        _row(page, line, layout, x)


def _row(page: _Page, line: Printed, layout: str, x: tuple[float, ...]) -> None:
    if layout == "dots":
        count = max(3, int((x[1] - 15 - x[0] - pdfmetrics.stringWidth(line.row.name, page.font, 9.5)) / pdfmetrics.stringWidth(".", page.font, 9.5)))
        page.text(x[0], f"{line.row.name} {'.' * count} {line.values[0]} {line.flag} {line.row.unit} ({line.range})".replace("  ", " "))
        page.down()
        return
    page.text(x[0], line.row.name)
    if layout == "cumulative":
        for number, value in enumerate(line.values):
            page.text(x[1] + 58 * number + 30, value, right=True)
    else:
        page.text(x[1] + 28, line.values[0], right=True)
        page.text(x[2], line.flag)
        if layout == "previous":
            page.text(x[2] + 60, line.values[1], right=True)
    page.text(x[3], line.row.unit)
    page.text(x[4], line.range)
    if layout == "methods":
        page.down(11)
        page.text(x[0] + 6, HEADS[page.spec.style.language]["method"], 7)
    page.down()


def _two_columns(page: _Page) -> None:
    """The first half of the rows on the left, the second on the right."""
    rows = page.spec.rows
    half = (len(rows) + 1) // 2
    middle = page.size[0] / 2
    for left, right in zip(rows[:half], (*rows[half:], *(None,) * (2 * half - len(rows))), strict=True):
        for line, start in ((left, 40.0), (right, middle + 12)):
            if line is None:
                continue
            page.text(start, line.row.short or line.row.name, 7.5)
            page.text(start + 128, line.values[0], 7.5, right=True)
            page.text(start + 131, line.flag, 7.5)
            page.text(start + 145, line.row.unit, 7.5)
            page.text(start + 195, line.range, 7.5)
        page.down(15)


def page_image(pdf: bytes, page: int = 0, dpi: int = 150) -> Image.Image:
    """A page of a PDF as a picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


def degrade(image: Image.Image, *, angle: float = 0.0, blur: float = 0.0, noise: float = 0.0, shadow: float = 0.0, quality: int = 90, seed: int = 0) -> bytes:
    """A JPEG of the page: turned by `angle` degrees, blurred, with grain, and darker towards one corner."""
    picture = image.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=(225, 222, 215)) if angle else image
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    pixels = np.asarray(picture, dtype=np.float32)
    if shadow:
        height, width = pixels.shape[:2]
        slope = np.add.outer(np.linspace(0, 0.5, height), np.linspace(0, 0.5, width))[..., None]
        pixels = pixels * (1 - shadow * slope)
    if noise:
        pixels = pixels + np.random.default_rng(seed).normal(0, noise, pixels.shape)
    buffer = io.BytesIO()
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def scanned_pdf(images: list[Image.Image]) -> bytes:
    """A PDF of pictures only, as a scanner makes it."""
    buffer = io.BytesIO()
    images[0].save(buffer, "PDF", resolution=150, save_all=True, append_images=images[1:])
    return buffer.getvalue()
