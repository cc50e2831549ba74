"""The summary at three reading levels: plain is plain by measure, and none of them loses what is urgent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.patterns import _texts
from leukchat.labs.summary import PLAIN_GRADE, summarise
from leukchat.reading.readability import reading_grade
from leukchat.types import Level

FOLDER = Path(__file__).resolve().parents[1] / "data" / "labs"
REPORTS = sorted(path for path in FOLDER.glob("*.json"))


def read(path: Path) -> LabReading:
    gold = json.loads(path.read_text(encoding="utf-8"))
    return read_labs([LabInput(gold["file"], (FOLDER / gold["file"]).read_bytes())], **gold["options"])


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_plain_summary_reads_at_grade_seven_or_below(path: Path) -> None:
    reading = read(path)
    assert reading_grade(summarise(reading, Level.plain)) <= PLAIN_GRADE
    for pattern in reading.patterns:
        for level in Level:
            assert pattern.explanation in summarise(reading, level)


def test_every_pattern_in_the_table_is_plain() -> None:
    rows, _ = _texts()
    hard = {key: grade for key, row in rows.items() if (grade := reading_grade(f"{row['title']}. {row['explanation'].replace('{value}', '4.2')} {row['must_not']}")) > PLAIN_GRADE}
    assert hard == {}


def test_detailed_says_more_than_standard_and_standard_more_than_plain() -> None:
    reading = read(FOLDER / "us_cbc_new_leukemia.json")
    plain, standard, detailed = (summarise(reading, level) for level in (Level.plain, Level.standard, Level.detailed))
    assert len(plain) < len(standard) < len(detailed)
    assert reading.summary == standard
    assert "https://" in detailed
    assert "Calculated:" in detailed


def test_only_the_latest_values_are_summed_up() -> None:
    days = [LabInput("old", "Collected: 2026-01-03\nPlatelets 12 10^9/L"), LabInput("new", "Collected: 2026-02-03\nPlatelets 210 10^9/L")]
    said = summarise(read_labs(days), Level.plain)
    assert "Out of range" not in said
    assert "1 value is in range" in said
