"""One page for the visit: what is urgent, the values with flags and ranges, small plots and questions; no identifiers unless asked for.

Font: Bitstream Vera, which reportlab carries and which is embedded; raised digits are written with `^`, because it lacks most of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

from leukchat.labs.catalogue import catalogue
from leukchat.labs.correct import as_read
from leukchat.labs.model import DerivedResult, LabReading, LabResult, Pattern, Trend
from leukchat.labs.plots import HEIGHT, WIDTH, plot_of
from leukchat.labs.summary import URGENCY_HEADS
from leukchat.labs.trends import latest_results
from leukchat.reading.pdf_fonts import BOLD, REGULAR, printable, register_fonts
from leukchat.types import today

_MARGIN = 36.0
_ORDER = ("critical_low", "critical_high", "abnormal", "low", "high", "indeterminate", "normal")
_MARKS = {
    "critical_low": "LL very low",
    "low": "L low",
    "normal": "in range",
    "high": "H high",
    "critical_high": "HH very high",
    "abnormal": "! not as usual",
    "indeterminate": "? not judged",
}
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NAME_LIMIT = 80


@dataclass(frozen=True, slots=True)
class _Cut:
    """How much is put on the page; the first that fits is used."""

    size: float
    rows: int
    plots: int
    explain: bool = True


_CUTS = (_Cut(8.5, 40, 6), _Cut(7.5, 60, 6), _Cut(7, 60, 3), _Cut(6.5, 60, 3, False), _Cut(6.5, 40, 3, False), _Cut(6, 24, 0, False))


def visit_pdf(reading: LabReading, *, name: str = "") -> bytes:
    """The page as PDF bytes (A4). `name` is printed only if given. What does not fit is left out from the end, and that is said."""
    for cut in _CUTS:
        pdf, pages = _build(reading, cut, _printable(name.strip())[:NAME_LIMIT])
        if pages == 1:
            break
    return pdf


def _build(reading: LabReading, cut: _Cut, name: str) -> tuple[bytes, int]:
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    register_fonts()
    body, head, title = _styles(cut.size)

    def text(words: str, style: Any = body, bullet: str | None = None) -> Any:
        return Paragraph(_printable(words), style, bulletText=bullet)

    days = sorted({day for result in reading.results if (day := result.collected)})
    taken = f"Samples of {', '.join(days[-6:])}. " if days else "The reports name no day of collection. "
    story = [text("My lab results, to talk over with my team", title), text(f"{f'<b>{escape(name)}</b>. ' if name else ''}{taken}Made on {today().isoformat()} with LeukChat.")]
    story += _points(reading.patterns, cut.explain, text, head)
    story += [text("Values, the latest of each test", head), *_table(reading, cut, text)]
    story += _plots(reading, cut.plots, text, head)
    if reading.questions_for_doctor:
        story += [text("My questions", head), *(text(escape(question), bullet="•") for question in reading.questions_for_doctor)]
    story.append(text("Computed from the reports, not checked by a doctor. It is no diagnosis and gives no doses. Ranges marked * are general ones, not of the lab."))
    out = BytesIO()
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), _MARGIN)
    document = SimpleDocTemplate(out, pagesize=A4, title="Lab results for the visit", author="LeukChat", invariant=1, **margins)
    document.build(story)
    return out.getvalue(), int(document.page)


def _styles(size: float) -> tuple[Any, Any, Any]:
    from reportlab.lib.styles import ParagraphStyle

    body = ParagraphStyle("body", fontName=REGULAR, fontSize=size, leading=1.25 * size, spaceAfter=0.2 * size, bulletIndent=0, leftIndent=0)
    head = ParagraphStyle("head", parent=body, fontName=BOLD, fontSize=1.2 * size, leading=1.6 * size, spaceBefore=0.6 * size)
    return body, head, ParagraphStyle("title", parent=head, fontSize=1.7 * size, leading=2.2 * size, spaceBefore=0)


def _points(patterns: Sequence[Pattern], explain: bool, text: Callable[..., Any], head: Any) -> list[Any]:
    """What the values say together, most urgent first; what is only good to know gets one line."""
    story: list[Any] = []
    for urgency, words in URGENCY_HEADS.items():
        found = [pattern for pattern in patterns if pattern.urgency == urgency]
        if not found:
            continue
        story.append(text(words, head))
        if urgency == "routine" or not explain:
            story.append(text(escape("; ".join(f"{one.title} ({', '.join(_name(key) for key in one.based_on)})" for one in found)) + "."))
        else:
            story += [text(f"<b>{escape(one.title)}.</b> {escape(one.explanation)}", bullet=None) for one in found]
    return story


def _name(key: str) -> str:
    return catalogue().analytes[key].name


def _sorted(reading: LabReading) -> list[LabResult]:
    """The latest results, most striking flags first."""
    table = list(catalogue().analytes)
    return sorted(latest_results(reading), key=lambda result: (_ORDER.index(result.flag), table.index(result.analyte)))


def _table(reading: LabReading, cut: _Cut, text: Callable[..., Any]) -> list[Any]:
    from reportlab.lib import colors
    from reportlab.platypus import Table, TableStyle

    results = _sorted(reading)
    shown = results[: cut.rows]
    several = len({result.collected for result in shown}) > 1
    head = [text(f"<b>{words}</b>") for words in ("Test", "Value", "Flag", "Range", *(("Day",) if several else ()))]
    rows = [[text(cell) for cell in _cells(result, several)] for result in shown]
    shares = (0.27, 0.2, 0.16, 0.23, 0.14) if several else (0.31, 0.23, 0.18, 0.28)
    style = TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.grey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 0.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    wide = 595.0 - 2 * _MARGIN - 12  # A4 without margins and the frame's own padding
    story: list[Any] = [Table([head, *rows], colWidths=[share * wide for share in shares], repeatRows=1, hAlign="LEFT", style=style)]
    left_out = len(results) - len(shown)
    if left_out:
        story.append(text(f"{left_out} more value{'' if left_out == 1 else 's'} did not fit on this page."))
    return story


def _cells(result: LabResult, several: bool) -> tuple[str, ...]:
    value = escape(as_read(result))
    flag = escape(_MARKS[result.flag])
    own = result.reference
    note = (" (calculated)" if isinstance(result, DerivedResult) else "") + (" (corrected by hand)" if result.corrected_from else "")
    span = "" if own is None else _span(result) if own.source == "table" else own.text
    strong = result.flag not in ("normal", "indeterminate")
    cells = (escape(_name(result.analyte) + note), f"<b>{value}</b>" if strong else value, f"<b>{flag}</b>" if strong else flag, escape(span))
    return (*cells, result.collected or "") if several else cells


def _span(result: LabResult) -> str:
    """A general range without its source, marked with a star."""
    return re.sub(r" ?\([^()]*\)", "", result.reference.text) + " *" if result.reference else ""


def _plots(reading: LabReading, limit: int, text: Callable[..., Any], head: Any) -> list[Any]:
    from reportlab.platypus import Table

    flagged = {result.analyte for result in latest_results(reading) if result.flag not in ("normal", "indeterminate")}
    chosen = sorted(reading.trends, key=lambda trend: (trend.analyte not in flagged, trend.direction == "steady"))[:limit]
    if not chosen:
        return []
    cells = [[text(f"<b>{escape(_name(trend.analyte))}</b> ({escape(trend.unit_si)})"), _drawing(trend, reading)] for trend in chosen]
    rows = [cells[start : start + 3] for start in range(0, len(cells), 3)]
    return [text("Over time", head), Table([[*row, *([""] * (3 - len(row)))] for row in rows], colWidths=[170.0] * 3, hAlign="LEFT", style=[("LEFTPADDING", (0, 0), (-1, -1), 0)])]


def _drawing(trend: Trend, reading: LabReading) -> Any:
    """The plot of a trend, half the size of the page's SVG."""
    from reportlab.graphics.shapes import Circle, Drawing, PolyLine, Rect, String
    from reportlab.lib import colors

    plot, half = plot_of(trend, reading), 0.5
    drawing = Drawing(WIDTH * half, HEIGHT * half)

    def up(y: float) -> float:
        return (HEIGHT - y) * half

    if plot.band:
        drawing.add(Rect(44 * half, up(plot.band[1]), (WIDTH - 58) * half, (plot.band[1] - plot.band[0]) * half, fillColor=colors.HexColor("#dcefe4"), strokeColor=None))
    drawing.add(PolyLine([number for x, y in plot.points for number in (x * half, up(y))], strokeWidth=1, strokeColor=colors.HexColor("#0f5c56")))
    for x, y in plot.points:
        drawing.add(Circle(x * half, up(y), 1.8, fillColor=colors.HexColor("#0f5c56"), strokeColor=None))
    for y, words in plot.ticks:
        drawing.add(String(20, up(y) - 2, words, fontName=REGULAR, fontSize=5.5, textAnchor="end"))
    for place, anchor in ((0, "start"), (-1, "end")):
        drawing.add(String(plot.points[place][0] * half, 3, plot.days[place], fontName=REGULAR, fontSize=5.5, textAnchor=anchor))
    return drawing


def _printable(text: str) -> str:
    """The text with what the font lacks in a form that it has: 10⁹ is 10^9, never 109."""
    return printable(re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda match: "^" + match[0].translate(_SUPER), text.replace("μ", "µ")))
