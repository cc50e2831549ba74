"""Prints a sheet of `tests/data/labs/sheets`: texts, tables, columns of blocks and words at chosen places, with reportlab."""

from __future__ import annotations

import io
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, A5, landscape, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageBreak, PageTemplate, Paragraph, Preformatted, Spacer, Table, TableStyle

SIZES = {"A4": A4, "letter": letter, "A5": A5, "A4 landscape": landscape(A4), "letter landscape": landscape(letter)}


class Bar(Flowable):  # type: ignore[misc]
    """A range drawn as a bar with a dot for the value."""

    def __init__(self, share: float, width: float) -> None:
        super().__init__()
        self.share, self.width, self.height = share, width, 9

    def draw(self) -> None:
        self.canv.setFillColor(colors.lightgrey)
        self.canv.rect(0, 2, self.width, 4, stroke=0, fill=1)
        self.canv.setFillColor(colors.darkred)
        self.canv.circle(self.share * self.width, 4, 3, stroke=0, fill=1)
        self.canv.setFillColor(colors.black)


class Upright(Flowable):  # type: ignore[misc]
    """Words written upwards."""

    def __init__(self, text: str, size: float, height: float) -> None:
        super().__init__()
        self.text, self.size, self.width, self.height = text, size, size * 1.3, height

    def draw(self) -> None:
        self.canv.rotate(90)
        self.canv.setFont("Helvetica-Bold", self.size)
        self.canv.drawString(2, -self.size, self.text)


class Placed(Flowable):  # type: ignore[misc]
    """Words at chosen places: `x, y from above, text[, size[, right]]`."""

    def __init__(self, words: list[list[Any]], height: float) -> None:
        super().__init__()
        self.words, self.width, self.height = words, 1, height

    def draw(self) -> None:
        for x, y, text, *more in self.words:
            self.canv.setFont("Helvetica", more[0] if more else 9)
            (self.canv.drawRightString if len(more) > 1 and more[1] else self.canv.drawString)(x, self.height - y, str(text))


def _style(block: dict[str, Any]) -> ParagraphStyle:
    size = block.get("size", 9)
    font = block.get("font", "Helvetica")
    bold = {"Times-Roman": "Times-Bold"}.get(font, f"{font}-Bold")
    return ParagraphStyle(
        "text", fontName=bold if block.get("bold") else font, fontSize=size, leading=size * 1.25, alignment=block.get("align", 0), textColor=block.get("ink", "#000000")
    )


def _text(block: dict[str, Any]) -> list[Any]:
    return [Paragraph(line, _style(block)) for line in block["text"].rstrip("\n").split("\n")]


def _mono(block: dict[str, Any]) -> list[Any]:
    return [Preformatted(block["mono"].rstrip("\n"), ParagraphStyle("mono", fontName="Courier", fontSize=block.get("size", 8.5), leading=block.get("size", 8.5) * 1.2))]


def _table(block: dict[str, Any]) -> list[Any]:
    size, heads, widths = block.get("size", 8.5), block.get("heads", 1), block["widths"]
    rows: list[list[Any]] = []
    for number, line in enumerate(block["table"].rstrip("\n").split("\n")):
        row: list[Any] = [cell.strip() for cell in line.split("|")]
        row += [""] * (len(widths) - len(row))
        for column, cell in enumerate(row):
            if number < heads and column and block.get("upright"):
                row[column] = Upright(cell, size, block["upright"])
            elif cell.startswith("bar "):
                row[column] = Bar(float(cell[4:]), widths[column] - 14)
            elif cell and (column in block.get("wrap", []) or ("<" in cell and ">" in cell)):
                row[column] = Paragraph(cell, _style({**block, "size": size, "bold": number < heads}))
        rows.append(row)
    pad = block.get("pad", 1.5)
    style: list[Any] = [("FONT", (0, 0), (-1, -1), block.get("font", "Helvetica"), size), ("VALIGN", (0, 0), (-1, -1), block.get("valign", "TOP"))]
    style += [("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad)]
    style += [("ALIGN", (column, 0), (column, -1), "RIGHT") for column in block.get("right", [])]
    style += [("ALIGN", (column, 0), (column, -1), "CENTER") for column in block.get("centre", [])]
    style += [("GRID", (0, 0), (-1, -1), 0.4, colors.grey)] if block.get("grid") else []
    style += [("SPAN", (0, row), (-1, row)) for row in block.get("across", [])]
    if heads:
        style += [("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.7, colors.black), ("BACKGROUND", (0, 0), (-1, heads - 1), colors.HexColor(block.get("fill", "#ffffff")))]
        style += [("TEXTCOLOR", (0, 0), (-1, heads - 1), colors.HexColor(block["ink"]))] if block.get("ink") else []
    return [Table(rows, colWidths=widths, repeatRows=heads, hAlign="LEFT", style=TableStyle(style))]


def _columns(block: dict[str, Any]) -> list[Any]:
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), block.get("pad", 0))]
    style += [("BOX", (column, 0), (column, 0), 0.8, colors.grey) for column in range(len(block["widths"])) if block.get("boxed")]
    return [Table([[blocks(one) for one in block["columns"]]], colWidths=block["widths"], hAlign="LEFT", style=TableStyle(style))]


def blocks(listed: list[dict[str, Any]]) -> list[Any]:
    """The blocks of a sheet as reportlab draws them; each is named by its first key."""
    makers: dict[str, Any] = {
        "text": _text,
        "mono": _mono,
        "table": _table,
        "columns": _columns,
        "gap": lambda block: [Spacer(1, block["gap"])],
        "placed": lambda block: [Placed(block["placed"], block["height"])],
        "frame": lambda block: [FrameBreak()],
        "page": lambda block: [PageBreak()],
    }
    return [one for block in listed for one in makers[next(iter(block))](block)]


def sheet_pdf(sheet: dict[str, Any]) -> bytes:
    """The PDF of a sheet: `size`, `margin`, `frames` beside each other, `head` and `foot` on every page, `blocks`."""
    width, height = SIZES[sheet.get("size", "A4")]
    margin, count = sheet.get("margin", 40), sheet.get("frames", 1)
    share = (width - 2 * margin) / count
    head = sheet.get("head", "").rstrip("\n").split("\n")
    top = 30 + 10 * len(head)
    frames = [Frame(margin + share * number, 36, share, height - top - 36, 0, 0, 8, 0) for number in range(count)]

    def furniture(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Helvetica", 7.5)
        for number, line in enumerate(head):
            canvas.drawString(margin, height - 24 - 10 * number, line)
        canvas.drawString(margin, 20, sheet.get("foot", "").format(document.page))

    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=(width, height), invariant=1)
    document.addPageTemplates([PageTemplate("page", frames, onPage=furniture)])
    document.build(blocks(sheet["blocks"]))
    return out.getvalue()
