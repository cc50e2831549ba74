"""Several days in one text or table: every value comes back on its own day, in any way of writing the days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.labs import LabInput, LabReading, read_labs

TESTS = {
    "wbc": ("WBC", "10^9/L", 5, 3000, 1),
    "hemoglobin": ("Haemoglobin", "g/L", 40, 200, 0),
    "platelets": ("Platelets", "10^9/L", 3, 900, 0),
    "potassium": ("Potassium", "mmol/L", 20, 80, 1),
}
WRITTEN = {
    "ISO": lambda day: day.isoformat(),
    "day first": lambda day: day.strftime("%d/%m/%Y"),
    "points": lambda day: day.strftime("%d.%m.%Y"),
    "month name": lambda day: day.strftime("%d-%b-%Y"),
}
Table = tuple[list[date], dict[str, list[float]]]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Two to four days in order, one of them past the 12th of its month so that day and month can be told apart; values of some tests."""
    found = draw(st.lists(st.dates(date(2015, 1, 1), date(2026, 12, 31)), min_size=1, max_size=3, unique=True))
    late = draw(st.dates(date(2015, 1, 1), date(2026, 12, 31)).filter(lambda day: day.day > 12 and day not in found))
    days = sorted([*found, late])
    names = draw(st.lists(st.sampled_from(sorted(TESTS)), min_size=2, max_size=4, unique=True))
    return days, {name: [draw(st.integers(TESTS[name][2], TESTS[name][3])) / 10 ** TESTS[name][4] for _ in days] for name in names}


def wanted(table: Table) -> set[tuple[str, float, str]]:
    days, values = table
    return {(name, value, day.isoformat()) for name, row in values.items() for day, value in zip(days, row, strict=True)}


def found(reading: LabReading) -> set[tuple[str, float | str | None, str | None]]:
    return {(one.analyte, one.value, one.collected) for one in reading.results}


@pytest.mark.parametrize("form", WRITTEN)
@settings(max_examples=40, deadline=None)
@given(table=tables())
def test_columns_of_days_in_a_text(form: str, table: Table) -> None:
    days, values = table
    lines = ["Test".ljust(16) + "".join(WRITTEN[form](day).ljust(14) for day in days) + "Units"]
    for name, row in values.items():
        printed, unit, _, _, places = TESTS[name]
        lines.append(printed.ljust(16) + "".join(f"{value:.{places}f}".ljust(14) for value in row) + unit)
    assert found(read_labs([LabInput("a.txt", "\n".join(lines))])) == wanted(table)


@pytest.mark.parametrize("comma", [False, True], ids=["points", "commas"])
@pytest.mark.parametrize("form", WRITTEN)
@settings(max_examples=25, deadline=None)
@given(table=tables())
def test_rows_of_days_in_a_table(form: str, comma: bool, table: Table) -> None:
    days, values = table
    lines = [";".join(["Date", *(f"{TESTS[name][0]} ({TESTS[name][1]})" for name in values)])]
    for place, day in enumerate(days):
        cells = [f"{row[place]:.{TESTS[name][4]}f}" for name, row in values.items()]
        lines.append(";".join([WRITTEN[form](day), *(cell.replace(".", ",") if comma else cell for cell in cells)]))
    assert found(read_labs([LabInput("a.csv", "\n".join(lines) + "\n")])) == wanted(table)


@pytest.mark.parametrize("form", WRITTEN)
@settings(max_examples=25, deadline=None)
@given(table=tables())
def test_reports_of_single_days_given_together(form: str, table: Table) -> None:
    days, values = table
    texts = []
    for place, day in enumerate(days):
        lines = [f"Collected: {WRITTEN[form](day)}   Reported: {WRITTEN[form](day.replace(day=13))}"]
        lines += [f"{TESTS[name][0]}   {row[place]:.{TESTS[name][4]}f} {TESTS[name][1]}" for name, row in values.items()]
        texts.append(LabInput(f"{place}.txt", "\n".join(lines)))
    assert found(read_labs(texts)) == wanted(table)
