"""Reports in many further layouts and messages: every value of the gold, nothing invented, no wrong value without a mark, no identifier."""

from __future__ import annotations

from pathlib import Path

import pytest
from rendering_batches import made, source_paths

from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.model import LabResult

# What is left out so far: a sentence with `bei einem Hämoglobin von`, a figure that the picture lost.
OPEN = {"de_befundbrief": 2, "photo_ph_slip": 1}
SOURCES = source_paths()


def read(path: Path) -> tuple[dict[str, list[dict[str, object]]], LabReading]:
    name, content, gold = made(path)
    return gold, read_labs([LabInput(name, content)])


def is_same(row: dict[str, object], result: LabResult) -> bool:
    if row["analyte"] != result.analyte or row.get("collected", result.collected) != result.collected or row["comparator"] != result.comparator:
        return False
    return result.value == row["value"] if isinstance(row["value"], str) else result.value == pytest.approx(row["value"], rel=0.01)


def test_sheets_and_messages_are_there() -> None:
    assert len(SOURCES) >= 40


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_report_is_read_as_its_gold_says(path: Path) -> None:
    gold, reading = read(path)
    missing = [row for row in gold["results"] if not any(is_same(row, one) for one in reading.results)]
    assert len(missing) <= OPEN.get(path.stem, 0), missing
    for row in gold["results"]:
        found = [one for one in reading.results if is_same(row, one)]
        if row["flag"] and found and not found[0].warnings:
            assert found[0].flag.removeprefix("critical_") == row["flag"], row
    known = [*gold["results"], *gold["also"]]
    strange = [one for one in reading.results if one.flag != "indeterminate" and not one.warnings and not any(is_same(row, one) for row in known)]
    assert not strange, [(one.analyte, one.value, one.unit, one.collected) for one in strange]
    assert not {one.analyte for one in reading.results} & set(gold["absent"])  # type: ignore[arg-type]
    printed = reading.model_dump_json()
    assert not [secret for secret in gold["leaks"] if str(secret) in printed]
