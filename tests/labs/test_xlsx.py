"""Excel workbooks: written by openpyxl from a plain description, read back, and refused where they must not be opened."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering_gold import workbook

from leukchat.errors import ReportError
from leukchat.labs import LabInput, read_labs
from leukchat.labs.readers.xlsx import XlsxReader

GOLD = sorted((Path(__file__).resolve().parent.parent / "data" / "labs" / "workbooks").glob("*.json"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_value_of_a_workbook_is_read_and_nothing_else(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    reading = read_labs([LabInput("results.xlsx", workbook(gold["sheets"], gold["formats"]))], **gold["options"])
    keys = ("analyte", "value", "unit", "flag", "comparator", "collected")
    found = {tuple(getattr(result, key) for key in keys) for result in reading.results}
    assert found == {tuple(row.get(key) for key in keys) for row in gold["results"]}
    for row in gold["results"]:
        assert any(result.analyte == row["analyte"] and result.value_si == pytest.approx(row["value_si"], rel=1e-3) for result in reading.results)
    info = reading.reports[0].model_dump()
    assert {key: info[key] for key in gold["header"]} == gold["header"]
    assert not any(part in reading.model_dump_json() for part in gold["leaks"])


def test_there_are_at_least_three_workbooks() -> None:
    assert len(GOLD) >= 3


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.dates(date(2001, 1, 1), date(2026, 12, 31)), st.integers(1, 599_999)), min_size=3, max_size=6, unique_by=lambda pair: pair[0]))
def test_counts_of_dated_rows_come_back_exactly(days: list[tuple[date, int]]) -> None:
    rows = [[{"day": day.isoformat()}, number / 1000, 110] for day, number in days]
    report = XlsxReader().read(workbook({"S": [["Date", "WBC (10^9/L)", "Hemoglobin (g/L)"], *rows]}), "xlsx")
    reading = read_labs([LabInput("a.xlsx", workbook({"S": [["Date", "WBC (10^9/L)", "Hemoglobin (g/L)"], *rows]}))])
    assert len(report) == 1
    assert [(one.collected, one.value) for one in reading.results if one.analyte == "wbc"] == [(day.isoformat(), number / 1000) for day, number in days]


def test_a_hidden_sheet_is_not_read() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook({"A": [["Test", "Result", "Unit"], ["WBC", 5, "10^9/L"], ["Hemoglobin", 120, "g/L"]], "B": [["Test", "Result", "Unit"], ["Ferritin", 9, "ng/mL"]]}))
    )
    book["B"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert {one.analyte for one in read_labs([LabInput("a.xlsx", out.getvalue())]).results} == {"wbc", "hemoglobin"}


def test_a_range_in_fractions_beside_a_percentage_is_not_used() -> None:
    content = workbook({"A": [["Test", "Result", "Unit", "Low", "High"], ["Hematocrit", 0.41, None, 0.36, 0.46], ["WBC", 5, "10^9/L", 4, 11]]}, {"A": {"B2": "0%"}})
    row = XlsxReader().read(content, "xlsx")[0].rows[0]
    assert (row.number, row.unit, row.ranges) == ("41", "%", ())
    assert any("not in percent" in warning for warning in row.warnings)


def _repacked(content: bytes, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, parts.pop(part.filename, None) or old.read(part))
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


SIMPLE = {"A": [["Test", "Result", "Unit"], ["WBC", 5, "10^9/L"], ["Hemoglobin", 120, "g/L"]]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda raw: _repacked(raw, **{"xl/vbaProject.bin": b"\x00"}), "macros", id="macros"),
        pytest.param(lambda raw: raw[: len(raw) // 2], "damaged", id="cut off"),
        pytest.param(lambda raw: _repacked(raw, **{"xl/worksheets/sheet1.xml": b"<worksheet><broken"}), "damaged", id="broken sheet"),
        pytest.param(lambda raw: _repacked(raw, **{"xl/media/bomb.bin": b"\x00" * 210_000_000}), "unpacks to more", id="bomb"),
        pytest.param(lambda raw: workbook({"A": [["Test", "Result"], *[["x", number] for number in range(6_000)]]}), "more than 5,000 rows", id="too many rows"),
        pytest.param(lambda raw: raw.decode("latin-1"), "text", id="text instead of bytes"),
    ],
)
def test_what_must_not_be_opened_is_refused_in_one_line(change: Any, said: str) -> None:
    with pytest.raises(ReportError, match=said) as caught:
        XlsxReader().read(change(workbook(SIMPLE)), "xlsx")
    assert "\n" not in str(caught.value)


def test_a_workbook_without_results_says_so() -> None:
    with pytest.raises(ReportError, match="No lab result"):
        read_labs([LabInput("plan.xlsx", workbook({"A": [["Monday", "soup"], ["Tuesday", "rice"]]}))])
