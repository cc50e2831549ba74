"""A sheet of paper to print on: text at places in points from the upper left corner, heads, and tables of named cells."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from rendering import Printed, ReportSpec, _font
from rendering_regions import Region
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Column = tuple[str, float, str]  # cell, place, alignment: l, r or c


class Sheet:
    """A canvas with a pen. `y` counts down from the top."""

    def __init__(self, spec: ReportSpec, *, landscape: bool = False, size: float = 9.5, font: str = "") -> None:
        self.spec, self.style = spec, spec.style
        paper = LETTER if spec.style.letter else A4
        self.width, self.height = paper[::-1] if landscape else paper
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(self.width, self.height), invariant=1)
        self.font, self.size, self.y, self.page = _font(font or spec.style.font), size, 48.0, 1

    def word(self, key: str) -> str:
        assert isinstance(self.style, Region)
        return self.style.word(key)

    def text(self, x: float, text: str, align: str = "l", size: float = 0.0, font: str = "", colour: object = "black", y: float | None = None) -> float:
        """Draws and gives the place where the text ends."""
        font, size = _font(font) if font else self.font, size or self.size
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(colour)
        width = stringWidth(text, font, size)
        start = x - {"l": 0, "r": 1, "c": 0.5}[align] * width
        self.canvas.drawString(start, self.height - (self.y if y is None else y), text)
        return start + width

    def down(self, points: float) -> None:
        self.y += points

    def line(self, x0: float, x1: float, y: float) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y, x1, self.height - y)

    def upright(self, x: float, y0: float, y1: float) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x, self.height - y0, x, self.height - y1)

    def next(self) -> None:
        self.canvas.showPage()
        self.y, self.page = 48.0, self.page + 1

    def done(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()

    def head(self, day: str = "", pages: int = 0, right: float = 330.0) -> None:
        """Laboratory, person and dates, as most reports begin; the report's own date is two days later."""
        day = day or self.spec.days[0]
        self.text(45, self.word("laboratory"), size=self.size + 4.5)
        if pages:
            self.text(self.width - 45, f"{self.word('page')} {self.page}/{pages}", "r", self.size - 2)
        later = f"{day[:8]}{int(day[8:]) + 2}"
        rows = (
            (f"{self.word('patient')}: Quillfeather, Imogen", f"{self.word('id')}: ZX4471902"),
            (f"{self.word('birth')}: {self.style.date('1979-03-14')}", f"{self.word('sex')}: {self.word('female')}"),
            (f"{self.word('taken')}: {self.style.date(day)} 07:42", f"{self.word('printed')}: {self.style.date(later)}"),
            (f"{self.word('doctor')}: Dr. Larkmeadow", self.word("final")),
        )
        self.down(22)
        for one, other in rows:
            self.text(45, one)
            self.text(right, other)
            self.down(self.size + 4)
        self.down(14)

    def titles(self, columns: Iterable[Column], titles: dict[str, str] | None = None, bold: str = "") -> None:
        """The head of a table."""
        known = {"name": "test", "value": "result", "flagged": "result", "value flag": "result", "unit": "unit", "range": "range", "previous": "previous"}
        for cell, x, align in columns:
            text = (titles or {}).get(cell) or (self.word(known[cell]) if cell in known else "")
            if cell[3:].isdigit():
                text = self.style.date(self.spec.days[int(cell[3:])])
            self.text(x, text, align, self.size - 0.5, bold)
        self.down(self.size + 7)

    def table(self, columns: Sequence[Column], rows: Iterable[Printed], step: float = 16.0, ruled: bool = False) -> None:
        """Rows of named cells, see `cells`."""
        for line in rows:
            texts = cells(line)
            if ruled:
                self.line(42, self.width - 42, self.y - step * 0.68)
            for cell, x, align in columns:
                self.text(x, texts.get(cell, ""), align)
            self.down(step)


def cells(line: Printed) -> dict[str, str]:
    """What a row can print. `value flag` puts the mark behind, `flagged` before the value."""
    days = {f"day{number}": value for number, value in enumerate(line.values)}
    previous = line.values[1] if len(line.values) > 1 else ""
    value, flag = line.values[0], line.flag
    both = {"flagged": f"{flag} {value}".strip(), "value flag": f"{value} {flag}".strip(), "in brackets": f"[{line.range}]", "value unit": f"{value} {line.row.unit}"}
    return {"name": line.row.name, "value": value, "flag": flag, "unit": line.row.unit, "range": line.range, "previous": previous, **both, **days}
