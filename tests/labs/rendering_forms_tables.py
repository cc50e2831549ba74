"""Reports printed as laboratories lay out their tables: which columns there are, in what order, and over how many lines."""

from __future__ import annotations

from rendering import Printed, ReportSpec
from rendering_sheet import Sheet, cells


def in_and_out_of_range(spec: ReportSpec) -> bytes:
    """The result stands in one of two columns, by whether it is within its range."""
    sheet = Sheet(spec)
    sheet.head()
    columns = [("name", 45, "l"), ("in", 250, "l"), ("out", 320, "l"), ("range", 410, "l"), ("unit", 485, "l")]
    sheet.titles(columns, {"in": "In Range", "out": "Out Of Range"})
    for line in spec.rows:
        texts = cells(line)
        sheet.text(45, texts["name"])
        sheet.text(320 if line.flag else 250, texts["value flag"])
        sheet.text(410, texts["range"])
        sheet.text(485, texts["unit"])
        sheet.down(15)
    return sheet.done()


def current_and_previous(spec: ReportSpec) -> bytes:
    """Current result with flag, then the earlier result with its date, then unit and range."""
    sheet = Sheet(spec, size=8.5)
    sheet.head()
    columns = [("name", 45, "l"), ("value", 250, "r"), ("flag", 262, "l"), ("previous", 345, "r"), ("day", 352, "l"), ("unit", 420, "l"), ("range", 505, "l")]
    sheet.titles(columns, {"previous": sheet.word("previous")})
    for line in spec.rows:
        for cell, x, align in columns:
            sheet.text(x, sheet.style.date(spec.days[1]) if cell == "day" else cells(line)[cell], align)
        sheet.down(15)
    return sheet.done()


def days_oldest_first(spec: ReportSpec) -> bytes:
    """Columns of days, the current one last; unit and range before them."""
    sheet = Sheet(spec, size=8.5)
    sheet.head()
    days = [(f"day{number}", 562.0 - 58 * number, "r") for number in range(len(spec.days))]
    columns = [("name", 36, "l"), ("unit", 190, "l"), ("range", 254, "l"), *days]
    sheet.titles(columns, {"range": "Ref."})
    sheet.table(columns, spec.rows, ruled=True)
    return sheet.done()


def days_landscape(spec: ReportSpec) -> bytes:
    """A wide sheet with a column a day, newest first, range last."""
    sheet = Sheet(spec, landscape=True)
    sheet.head(right=480)
    days = [(f"day{number}", 320.0 + 95 * number, "r") for number in range(len(spec.days))]
    columns = [("name", 45, "l"), *days, ("unit", 620, "l"), ("range", 700, "l")]
    sheet.titles(columns)
    sheet.table(columns, spec.rows, 15, ruled=True)
    return sheet.done()


def unit_before_value(spec: ReportSpec) -> bytes:
    """Test, unit, range, result: the value comes last."""
    sheet = Sheet(spec)
    sheet.head()
    columns = [("name", 45, "l"), ("unit", 235, "l"), ("range", 330, "l"), ("flagged", 530, "r")]
    sheet.titles(columns)
    sheet.table(columns, spec.rows)
    return sheet.done()


def range_before_value(spec: ReportSpec) -> bytes:
    """Test, range, result with mark, unit."""
    sheet = Sheet(spec)
    sheet.head()
    columns = [("name", 45, "l"), ("range", 235, "l"), ("value flag", 340, "l"), ("unit", 420, "l")]
    sheet.titles(columns)
    sheet.table(columns, spec.rows)
    return sheet.done()


def boxed(spec: ReportSpec) -> bytes:
    """A table with all its lines; cells centred."""
    sheet = Sheet(spec)
    sheet.head()
    columns = [("name", 50, "l"), ("value flag", 270, "c"), ("unit", 370, "c"), ("range", 480, "c")]
    top = sheet.y - 12
    sheet.titles(columns)
    sheet.table(columns, spec.rows, 17, ruled=True)
    sheet.line(42, sheet.width - 42, sheet.y - 12)
    for x in (42, 220, 320, 420, sheet.width - 42):
        sheet.upright(x, top, sheet.y - 12)
    return sheet.done()


def typewriter(spec: ReportSpec) -> bytes:
    """A line printer's page: one string a row, columns by blanks."""
    sheet = Sheet(spec, font="Courier", size=9)
    sheet.head()
    for line in spec.rows:
        sheet.text(45, f"{line.row.name:<30}{line.flag:>2}{line.values[0]:>9} {line.row.unit:<14}({line.range})")
        sheet.down(12)
    return sheet.done()


def two_blocks(spec: ReportSpec) -> bytes:
    """Two tables side by side, each with its own head."""
    sheet = Sheet(spec, size=7.5)
    sheet.head()
    half, top = (len(spec.rows) + 1) // 2, sheet.y
    for start, rows in ((36.0, spec.rows[:half]), (sheet.width / 2 + 10, spec.rows[half:])):
        columns = [("name", start, "l"), ("value", start + 130, "r"), ("flag", start + 133, "l"), ("unit", start + 148, "l"), ("range", start + 205, "l")]
        sheet.y = top
        sheet.titles(columns)
        sheet.table(columns, rows, 14)
    return sheet.done()


def cards(spec: ReportSpec) -> bytes:
    """One card a test, as patient portals print them: name, then the normal range, then the value."""
    sheet = Sheet(spec, size=10)
    sheet.head()
    for line in spec.rows:
        if sheet.y > sheet.height - 90:
            sheet.next()
        sheet.text(45, line.row.name, size=11, font="Liberation")
        sheet.down(14)
        sheet.text(45, f"Normal range: {line.range} {line.row.unit}", size=8.5, colour="grey")
        sheet.down(15)
        sheet.text(45, f"{line.values[0]} {line.row.unit}  {line.flag}", size=12)
        sheet.down(20)
    return sheet.done()


def unit_and_range_below(spec: ReportSpec) -> bytes:
    """Name with method below it; the range on the second line under the value."""
    sheet = Sheet(spec)
    sheet.head()
    sheet.titles([("name", 45, "l"), ("value", 300, "l"), ("unit", 420, "l")])
    for line in spec.rows:
        sheet.text(45, line.row.name)
        sheet.text(300, cells(line)["value flag"])
        sheet.text(420, line.row.unit)
        sheet.down(11)
        sheet.text(52, sheet.word("method"), size=7)
        sheet.text(300, f"{sheet.word('range')}: {line.range}", size=7)
        sheet.down(14)
        if sheet.y > sheet.height - 60:
            sheet.next()
    return sheet.done()


def dotted_caps(spec: ReportSpec) -> bytes:
    """`HEMOGLOBINA......: 13,5 g/dL     12,0 a 15,5 g/dL`."""
    sheet = Sheet(spec)
    sheet.head()
    for line in spec.rows:
        sheet.text(45, f"{line.row.name}{'.' * (34 - len(line.row.name))}:", font="Courier", size=8.5)
        sheet.text(245, cells(line)["value unit"])
        sheet.text(390, f"{line.range} {line.row.unit}")
        sheet.down(15)
    return sheet.done()


def wrapped_names(spec: ReportSpec) -> bytes:
    """A narrow first column: long names go on in a second line."""
    sheet = Sheet(spec)
    sheet.head()
    columns = [("value flag", 200, "l"), ("unit", 300, "l"), ("range", 400, "l")]
    sheet.titles([("name", 45, "l"), *columns])
    for line in spec.rows:
        first, second = _split(line)
        top = sheet.y
        sheet.text(45, first)
        sheet.table(columns, [line], 12)
        if second:
            sheet.text(45, second)
        sheet.y = top + (27 if second else 16)
    return sheet.done()


def _split(line: Printed) -> tuple[str, str]:
    words = line.row.name.split()
    half = len(words) if len(line.row.name) < 16 else (len(words) + 1) // 2
    return " ".join(words[:half]), " ".join(words[half:])


def bars(spec: ReportSpec) -> bytes:
    """A little drawing of where the value lies, between result and range."""
    sheet = Sheet(spec)
    sheet.head()
    columns = [("name", 45, "l"), ("value", 230, "r"), ("unit", 238, "l"), ("bar", 320, "l"), ("range", 420, "l")]
    sheet.titles(columns)
    for line in spec.rows:
        sheet.text(320, "*[-------]" if line.flag == "-" else "[-------]*" if line.flag else "[---*---]", font="Courier")
        sheet.table(columns, [line])
    return sheet.done()
