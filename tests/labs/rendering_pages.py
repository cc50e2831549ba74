"""Single pages for tests: words put at places, so that a test shows exactly the layout it is about."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Placed = tuple[float, float, str]


def words_pdf(*pages: Iterable[Placed], size: float = 10, rotate: int = 0) -> bytes:
    """A PDF with each text at (x, y) points from the upper left corner."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    height = A4[0] if rotate % 180 else A4[1]  # reportlab swaps the sides of a turned sheet
    for page in pages:
        canvas.setFont("Helvetica", size)
        if rotate:
            canvas.setPageRotation(rotate)
        for x, y, text in page:
            canvas.drawString(x, height - y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def table(rows: Iterable[Iterable[str]], columns: Iterable[float] = (50, 230, 290, 350, 430), top: float = 120, step: float = 18) -> list[Placed]:
    """Rows of cells as a table with these column starts."""
    places = list(columns)
    return [(x, top + step * number, cell) for number, row in enumerate(rows) for x, cell in zip(places, row, strict=False) if cell]
