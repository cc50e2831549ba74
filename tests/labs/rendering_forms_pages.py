"""Reports with what stands around the values: repeated heads, further days, notes, stamps, colours, two units, pictures of pages."""

from __future__ import annotations

import io

from rendering import ReportSpec, degrade, page_image
from rendering_sheet import Column, Sheet
from reportlab.lib.utils import ImageReader

WIDE: tuple[Column, ...] = (("name", 45, "l"), ("value", 270, "r"), ("flag", 276, "l"), ("unit", 315, "l"), ("range", 420, "l"))


def plain(spec: ReportSpec) -> bytes:
    """The usual table, to be changed afterwards."""
    sheet = Sheet(spec)
    sheet.head()
    sheet.titles(WIDE)
    sheet.table(WIDE, spec.rows)
    return sheet.done()


def repeated_heads(spec: ReportSpec) -> bytes:
    """Few rows a page; every page has the whole head and a page number."""
    sheet = Sheet(spec)
    pages = -(-len(spec.rows) // 6)
    for start in range(0, len(spec.rows), 6):
        if start:
            sheet.next()
        sheet.head(pages=pages)
        sheet.titles(WIDE)
        sheet.table(WIDE, spec.rows[start : start + 6], 18)
        sheet.text(45, "Quillfeather, Imogen  ZX4471902", size=7, y=sheet.height - 30)
    return sheet.done()


def a_day_a_page(spec: ReportSpec) -> bytes:
    """Two reports in one file: the older on the second page."""
    sheet = Sheet(spec)
    for number, day in enumerate(spec.days):
        if number:
            sheet.next()
        sheet.head(day, pages=len(spec.days))
        columns = [(f"day{number}" if cell == "value" else cell, x, align) for cell, x, align in WIDE if cell != "flag"]
        sheet.titles(WIDE)
        sheet.table(columns, spec.rows)
    return sheet.done()


def footnotes(spec: ReportSpec) -> bytes:
    """Small raised numbers behind some values, explained below; the notes hold numbers themselves."""
    sheet = Sheet(spec)
    sheet.head()
    sheet.titles(WIDE)
    for number, line in enumerate(spec.rows):
        if number % 4 == 1:
            sheet.text(271, str(number % 9 + 1), size=5.5, y=sheet.y - 3.5)
        sheet.table([column for column in WIDE if column[0] != "flag"], [line])
    sheet.down(14)
    for note in ("1  Verified by a second measurement; 2 samples were used.", "6  Values from 2019 on are measured on another analyser (factor 1.07).", "* outside the range"):
        sheet.text(45, note, size=7)
        sheet.down(10)
    return sheet.done()


def stamped(spec: ReportSpec) -> bytes:
    """COPY across the page, once behind the rows and once over them."""
    sheet = Sheet(spec)
    for grey in (0.85, 0.9):
        sheet.canvas.saveState()
        sheet.canvas.translate(170, 300)
        sheet.canvas.rotate(45)
        sheet.canvas.setFillGray(grey, alpha=1 if grey < 0.9 else 0.4)
        sheet.canvas.setFont("Helvetica-Bold", 84)
        sheet.canvas.drawString(0, 0, "COPY 2 OF 3")
        sheet.canvas.restoreState()
        if grey < 0.9:
            sheet.head()
            sheet.titles(WIDE)
            sheet.table(WIDE, spec.rows)
    return sheet.done()


def coloured(spec: ReportSpec) -> bytes:
    """What is out of range is red or blue with an arrow, and bold."""
    sheet = Sheet(spec, font="DejaVu")
    sheet.head()
    sheet.titles(WIDE)
    for line in spec.rows:
        high = bool(line.flag) and line.flag == spec.style.flags[1]
        if line.flag:
            sheet.canvas.setFillColorRGB(1, 0.93, 0.93)
            sheet.canvas.rect(205, sheet.height - sheet.y - 4, 100, 14, stroke=0, fill=1)
        sheet.text(270, line.values[0], "r", colour=("red" if high else "blue") if line.flag else "black")
        sheet.text(276, ("▲" if high else "▼") if line.flag else "", colour="red")
        sheet.table([column for column in WIDE if column[0] not in ("value", "flag")], [line])
    return sheet.done()


def tiny(spec: ReportSpec) -> bytes:
    """Print of 5 points in narrow columns."""
    sheet = Sheet(spec, size=5)
    sheet.head()
    columns: list[Column] = [("name", 45, "l"), ("value", 142, "r"), ("flag", 145, "l"), ("unit", 160, "l"), ("range", 205, "l")]
    sheet.titles(columns)
    sheet.table(columns, spec.rows, 6.5)
    return sheet.done()


def sections(spec: ReportSpec) -> bytes:
    """Groups with headings, comments between rows and a table of explanations at the end that holds no results."""
    sheet = Sheet(spec)
    sheet.head()
    sheet.titles(WIDE)
    for number, line in enumerate(spec.rows):
        if number % 5 == 0:
            sheet.down(4)
            sheet.text(45, ("HEMATOLOGY", "BIOCHEMISTRY", "IMMUNOLOGY", "OTHERS")[number // 5 % 4], font="Helvetica-Bold")
            sheet.down(14)
        sheet.table(WIDE, [line], 14)
        if number % 6 == 3:
            sheet.text(60, "Comment: sample analysed 35 minutes after collection, repeated 2 times.", size=7)
            sheet.down(12)
    sheet.down(16)
    sheet.text(45, "Interpretation of fasting glucose (mg/dL)", size=7.5)
    for text in ("Normal: 70 to 99", "Prediabetes: 100 to 125", "Diabetes: 126 or more on two days"):
        sheet.down(10)
        sheet.text(60, text, size=7.5)
    return sheet.done()


def two_units(spec: ReportSpec) -> bytes:
    """The result in the usual unit, and again as SI beside it in smaller print for blood sugar and creatinine."""
    sheet = Sheet(spec)
    sheet.head()
    sheet.titles(WIDE)
    factors = {
        ("glucose", "g/L"): (5.551, "mmol/L", 2),
        ("creatinine", "mg/L"): (8.84, "µmol/L", 1),
        ("urea", "g/L"): (16.65, "mmol/L", 2),
        ("glucose", "mg/dL"): (0.05551, "mmol/L", 2),
    }
    numbers = {one.analyte: one.value for one in spec.gold}
    for line in spec.rows:
        sheet.table(WIDE, [line], 12)
        if factor := factors.get((line.row.analyte, line.row.unit)):
            number = sheet.style.number(numbers[line.row.analyte] * factor[0], factor[2])
            sheet.text(270, number, "r", 8)
            sheet.text(315, factor[1], size=8)
            sheet.text(420, " - ".join(sheet.style.number(end * factor[0], factor[2]) for end in (line.row.ref_low, line.row.ref_high)), size=8)
            sheet.down(12)
    return sheet.done()


def with_dated_previous(spec: ReportSpec) -> bytes:
    """The earlier result in brackets with its day, at the end of the row."""
    sheet = Sheet(spec, size=8.5)
    sheet.head()
    sheet.titles(WIDE)
    for line in spec.rows:
        sheet.text(508, f"{line.values[1]} ({sheet.style.date(spec.days[1])})", size=7.5)
        sheet.table(WIDE, [line], 14)
    return sheet.done()


def by_sex(spec: ReportSpec) -> bytes:
    """Ranges for men and women in two lines; the person is a woman, whose range comes second."""
    sheet = Sheet(spec)
    sheet.head()
    sheet.titles(WIDE)
    men, women = {"pt": ("Homens", "Mulheres"), "es": ("Hombres", "Mujeres")}.get(spec.style.language, ("Men", "Women"))
    for line in spec.rows:
        other = spec.style.join.join(spec.style.number(end * 1.2, line.row.digits) for end in (line.row.ref_low, line.row.ref_high)) if hasattr(spec.style, "join") else ""
        sheet.text(420, f"{men}: {other}", size=8)
        sheet.table([column for column in WIDE if column[0] != "range"], [line], 10)
        sheet.text(420, f"{women}: {line.range}", size=8)
        sheet.down(14)
    return sheet.done()


def picture_and_text(spec: ReportSpec) -> bytes:
    """The first half as a scanned page, the second as text."""
    half = len(spec.rows) // 2
    first = degrade(page_image(plain(ReportSpec(spec.style, spec.rows[:half], spec.days, (), ()))), angle=0.6, blur=0.4, noise=3)
    sheet = Sheet(spec)
    sheet.canvas.drawImage(ImageReader(io.BytesIO(first)), 0, 0, sheet.width, sheet.height)
    sheet.next()
    sheet.head(pages=2)
    sheet.titles(WIDE)
    sheet.table(WIDE, spec.rows[half:])
    return sheet.done()
