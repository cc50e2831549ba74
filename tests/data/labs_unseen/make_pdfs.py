"""Prints the PDF reports of this folder: `python make_pdfs.py OUT` writes OUT/dev and OUT/final, each PDF with its gold beside it.

A source is a file `dev/NAME.pdf.yaml` or `final/NAME.pdf.yaml`: `page` (size, margin, head, foot), `blocks` in reading order, and
`gold` in the format of tests/data/labs. Needs reportlab and PyYAML; only the fonts that every PDF reader has are used.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Paragraph, Preformatted, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).resolve().parent
SIZES = {"A4": A4, "letter": letter, "A4 landscape": landscape(A4)}


class Scale(Flowable):  # type: ignore[misc]
    """A range drawn as a bar with both ends printed and a mark at the value, as portals draw it; the value is not repeated."""

    def __init__(self, low: str, high: str, share: float, width: float = 180) -> None:
        super().__init__()
        self.low, self.high, self.share, self.width, self.height = low, high, share, width, 22

    def draw(self) -> None:
        canvas: Canvas = self.canv
        canvas.setFillColor(colors.HexColor("#cfe8cf"))
        canvas.rect(40, 12, self.width - 80, 6, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
        canvas.circle(self.width * self.share, 15, 3, fill=1)
        canvas.setFont("Helvetica", 7)
        canvas.drawCentredString(40, 3, self.low)
        canvas.drawCentredString(self.width - 40, 3, self.high)


def flowables(blocks: list[dict[str, Any]]) -> list[Any]:
    """The blocks of a source as reportlab draws them."""
    return [one for block in blocks for one in KINDS[block["kind"]](block)]


def _text(block: dict[str, Any]) -> list[Any]:
    size = block.get("size", 9)
    font = block.get("font", "Helvetica") + ("-Bold" if block.get("bold") else "")
    style = ParagraphStyle("text", fontName=font, fontSize=size, leading=size * 1.3, alignment=block.get("align", 0), textColor=block.get("color", "black"))
    return [Paragraph(line, style) if line else Spacer(1, size) for line in block["lines"]]


def _mono(block: dict[str, Any]) -> list[Any]:
    size = block.get("size", 8)
    return [Preformatted(block["text"], ParagraphStyle("mono", fontName="Courier", fontSize=size, leading=size * 1.2))]


def _table(block: dict[str, Any]) -> list[Any]:
    size = block.get("size", 8)
    style: list[Any] = [("FONT", (0, 0), (-1, -1), block.get("font", "Helvetica"), size), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    style += [("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]
    if block.get("grid"):
        style.append(("GRID", (0, 0), (-1, -1), 0.4, colors.grey))
    if block.get("head", True):
        style += [("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"), ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black)]
    if block.get("fill"):
        style.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor(block["fill"])))
    style += [("ALIGN", (column, 0), (column, -1), "RIGHT") for column in block.get("right", [])]
    style += [("FONTNAME", (0, row), (-1, row), "Helvetica-Bold") for row in block.get("bold_rows", [])]
    style += [("BACKGROUND", (0, row), (-1, row), colors.whitesmoke) for row in range(2, len(block["rows"]), 2) if block.get("stripes")]
    table = Table(block["rows"], colWidths=block["widths"], repeatRows=1 if block.get("head", True) else 0, hAlign="LEFT")
    table.setStyle(TableStyle(style))
    return [table]


def _beside(block: dict[str, Any]) -> list[Any]:
    table = Table([[flowables(block["left"]), flowables(block["right"])]], colWidths=block["widths"], hAlign="LEFT")
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    return [table]


KINDS: dict[str, Any] = {
    "text": _text,
    "mono": _mono,
    "table": _table,
    "beside": _beside,
    "scale": lambda block: [Scale(block["low"], block["high"], block["share"])],
    "gap": lambda block: [Spacer(1, block.get("height", 8))],
    "rule": lambda block: [HRFlowable(width="100%", thickness=0.7, color=colors.black, spaceBefore=3, spaceAfter=3)],
    "break": lambda block: [PageBreak()],
}


def print_pdf(source: dict[str, Any], path: Path) -> None:
    """Prints one source."""
    page = source["page"]

    def furniture(canvas: Canvas, document: Any) -> None:
        width, height = SIZES[page["size"]]
        canvas.setFont("Helvetica", 7)
        canvas.drawString(40, height - 26, page.get("head", ""))
        canvas.drawString(40, 22, page.get("foot", ""))
        canvas.drawRightString(width - 40, 22, page.get("count", "Page {}").format(document.page))

    margin = page.get("margin", 40)
    document = SimpleDocTemplate(str(path), pagesize=SIZES[page["size"]], leftMargin=margin, rightMargin=margin, topMargin=40, bottomMargin=40, invariant=1)
    document.build(flowables(source["blocks"]), onFirstPage=furniture, onLaterPages=furniture)


def main(out: Path) -> None:
    """Prints every source of dev/ and final/ and writes its gold beside it."""
    for half in ("dev", "final"):
        (out / half).mkdir(parents=True, exist_ok=True)
        for path in sorted((HERE / half).glob("*.pdf.yaml")):
            source = yaml.safe_load(path.read_text(encoding="utf-8"))
            name = path.name.removesuffix(".pdf.yaml")
            print_pdf(source, out / half / f"{name}.pdf")
            gold = {"file": f"{name}.pdf", **source["gold"]}
            (out / half / f"{name}.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python make_pdfs.py OUT   (OUT: the folder to write the PDFs and their gold to)")
    main(Path(sys.argv[1]))
