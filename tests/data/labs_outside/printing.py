"""Prints a source of this folder as a PDF: the block kinds of ../labs_unseen/make_pdfs.py and those that the layouts here need."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import reportlab
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, A5, landscape, legal, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph, Table, TableStyle

HERE = Path(__file__).resolve().parent
SIZES = {
    "A4": A4,
    "A5": A5,
    "letter": letter,
    "legal": legal,
    "A4 landscape": landscape(A4),
    "A5 landscape": landscape(A5),
    "letter landscape": landscape(letter),
    "slip": (230, 560),
}


def module(path: Path) -> Any:
    """The Python file at `path` as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path}: not a Python file")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


SHARED = module(HERE.parent / "labs_unseen" / "make_pdfs.py")


class Turned(Flowable):  # type: ignore[misc]
    """A column's head written upwards."""

    def __init__(self, text: str, size: float, height: float) -> None:
        super().__init__()
        self.text, self.size, self.width, self.height = text, size, size * 1.2, height

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.rotate(90)
        self.canv.setFont("Helvetica-Bold", self.size)
        self.canv.drawString(2, -self.size, self.text)
        self.canv.restoreState()


class Meter(Flowable):  # type: ignore[misc]
    """A bar of three fields, low, within and high, with a triangle at the value; no number is printed."""

    def __init__(self, share: float, width: float) -> None:
        super().__init__()
        self.share, self.width, self.height = share, width, 10

    def draw(self) -> None:
        for field, fill in enumerate(("#e8b4a0", "#bcd9b4", "#e8b4a0")):
            self.canv.setFillColor(colors.HexColor(fill))
            self.canv.rect(field * self.width / 3, 1, self.width / 3, 4, stroke=0, fill=1)
        self.canv.setFillColor(colors.black)
        path, at = self.canv.beginPath(), self.share * self.width
        path.moveTo(at, 4)
        path.lineTo(at - 3, 10)
        path.lineTo(at + 3, 10)
        path.close()
        self.canv.drawPath(path, stroke=0, fill=1)


def cells(block: dict[str, Any]) -> list[list[Any]]:
    """The rows of a block; a string has one row a line, its cells divided by bars; `(share)` in a meter column is drawn."""
    size, rows = block.get("size", 8), block["rows"]
    if isinstance(rows, str):
        rows = [[cell.strip() for cell in line.split("|")] for line in rows.rstrip("\n").split("\n")]
    width = len(block["widths"])
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    style = ParagraphStyle("cell", fontName=block.get("font", "Helvetica"), fontSize=size, leading=size * 1.15)
    for number, row in enumerate(rows):
        for column in range(width):
            if number == 0 and block.get("turned") and column:
                row[column] = Turned(row[column], size, block["turned"])
            elif column in block.get("wrap", []) and row[column]:
                row[column] = Paragraph(row[column], style)
            elif column == block.get("meter") and number >= block.get("heads", 1) and row[column]:
                row[column] = Meter(float(row[column]), block["widths"][column] - 14)
    return rows


def _rows(block: dict[str, Any]) -> list[Any]:
    size, font, pad = block.get("size", 8), block.get("font", "Helvetica"), block.get("pad", 1.5)
    bold = {"Times-Roman": "Times-Bold", "Vera": "VeraBd"}.get(font, f"{font}-Bold")
    style: list[Any] = [("FONT", (0, 0), (-1, -1), font, size), ("VALIGN", (0, 0), (-1, -1), block.get("valign", "TOP"))]
    style += [("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad)]
    heads, rows = block.get("heads", 1), cells(block)
    if heads:
        style += [("FONTNAME", (0, 0), (-1, heads - 1), bold), ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.8, colors.black)]
        style += [("BACKGROUND", (0, 0), (-1, heads - 1), colors.HexColor(block["fill"]))] if block.get("fill") else []
        style += [("TEXTCOLOR", (0, 0), (-1, heads - 1), colors.HexColor(block["ink"]))] if block.get("ink") else []
    style += [("GRID", (0, 0), (-1, -1), 0.4, colors.HexColor(block.get("line", "#808080")))] if block.get("grid") else []
    style += [("BOX", (0, 0), (-1, -1), 1, colors.black)] if block.get("box") else []
    style += [("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.lightgrey)] if block.get("ruled") else []
    style += [("ALIGN", (column, 0), (column, -1), "RIGHT") for column in block.get("right", [])]
    style += [("ALIGN", (column, 0), (column, -1), "CENTER") for column in block.get("centre", [])]
    style += [("FONTNAME", (0, row), (-1, row), bold) for row in block.get("bold_rows", [])]
    style += [("FONTNAME", (column, 0), (column, -1), bold) for column in block.get("bold_columns", [])]
    style += [("BACKGROUND", (0, row), (-1, row), colors.whitesmoke) for row in range(2, len(rows), 2) if block.get("stripes")]
    style += [("BACKGROUND", (column, row), (column, row), colors.HexColor(fill)) for row, column, fill in block.get("cells", [])]
    style += [("TEXTCOLOR", (column, row), (column, row), colors.HexColor(ink)) for row, column, ink in block.get("inks", [])]
    style += [("SPAN", (0, row), (-1, row)) for row in block.get("across", [])]
    table = Table(rows, colWidths=block["widths"], repeatRows=heads, hAlign=block.get("place", "LEFT"))
    table.setStyle(TableStyle(style))
    return [table]


def _boxed(block: dict[str, Any]) -> list[Any]:
    table = Table([[blocks(block["blocks"])]], colWidths=[block["width"]], hAlign="LEFT")
    style: list[Any] = [("BOX", (0, 0), (-1, -1), block.get("line", 1), colors.HexColor(block.get("colour", "#000000")))]
    style += [("BACKGROUND", (0, 0), (-1, -1), colors.HexColor(block["fill"]))] if block.get("fill") else []
    table.setStyle(TableStyle(style))
    return [table]


def _columns(block: dict[str, Any]) -> list[Any]:
    table = Table([[blocks(one) for one in block["columns"]]], colWidths=block["widths"], hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), *([("LINEAFTER", (0, 0), (-2, -1), 0.5, colors.grey)] if block.get("divided") else [])]
        )
    )
    return [table]


KINDS: dict[str, Any] = {
    **SHARED.KINDS,
    "rows": _rows,
    "boxed": _boxed,
    "columns": _columns,
    "frame": lambda block: [FrameBreak()],
    "barcode": lambda block: [Code128(block["text"], barHeight=18, barWidth=0.8)],
}


def blocks(listed: list[dict[str, Any]]) -> list[Any]:
    """The blocks of a source as reportlab draws them."""
    return [one for block in listed for one in KINDS[block["kind"]](block)]


def _furniture(page: dict[str, Any], width: float, height: float) -> Any:
    def draw(canvas: Canvas, document: Any) -> None:
        if page.get("watermark"):
            canvas.saveState()
            canvas.setFillColor(colors.HexColor("#e4e4e4"))
            canvas.setFont("Helvetica-Bold", 60)
            canvas.translate(width / 2, height / 2)
            canvas.rotate(45)
            canvas.drawCentredString(0, 0, page["watermark"])
            canvas.restoreState()
        if page.get("band"):
            canvas.setFillColor(colors.HexColor(page["band"]))
            canvas.rect(0, height - 34, width, 34, stroke=0, fill=1)
            canvas.setFillColor(colors.white)
        canvas.setFont("Helvetica", 7 if not page.get("band") else 12)
        canvas.drawString(page.get("margin", 40), height - 24, page.get("head", ""))
        canvas.setFillColor(colors.black)
        canvas.setFont("Helvetica", 7)
        for number, line in enumerate(page.get("running", [])):  # printed again on every page
            canvas.drawString(page.get("margin", 40), height - 42 - 9 * number, line)
        canvas.drawString(page.get("margin", 40), 20, page.get("foot", ""))
        if page.get("count"):
            canvas.drawRightString(width - page.get("margin", 40), 20, page["count"].format(document.page))
        if page.get("side"):
            canvas.saveState()
            canvas.rotate(90)
            canvas.drawString(60, -14, page["side"])
            canvas.restoreState()

    return draw


def print_pdf(source: dict[str, Any], path: Path) -> None:
    """Prints one source; `page.columns` frames stand side by side."""
    fonts = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, fonts / f"{name}.ttf"))
    page = source["page"]
    width, height = SIZES[page["size"]]
    margin, count = page.get("margin", 40), page.get("columns", 1)
    top = page.get("top", 40 + 9 * len(page.get("running", [])))
    share = (width - 2 * margin) / count
    frames = [Frame(margin + share * number, 34, share, height - top - 34, 0, 0, 0 if number + 1 == count else 10, 0) for number in range(count)]
    document = BaseDocTemplate(str(path), pagesize=(width, height), invariant=1)
    document.addPageTemplates([PageTemplate("page", frames, onPage=_furniture(page, width, height))])
    document.build(blocks(source["blocks"]))
