"""Synthetic reports written for this project, in several languages and layouts, against their gold values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leukchat.labs import LabInput, LabReading, read_labs

DATA = Path(__file__).resolve().parent.parent / "data" / "labs"
GOLD = sorted(DATA.glob("*.json"))


def read(path: Path) -> tuple[dict[str, Any], LabReading]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    source = (DATA / gold["file"]).read_bytes()
    return gold, read_labs([LabInput(gold["file"], source)], **gold["options"])


def test_there_are_at_least_twenty_reports() -> None:
    assert len(GOLD) >= 20


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_gold_value_is_read(path: Path) -> None:
    gold, reading = read(path)
    found = [*reading.results]
    for row in gold["results"]:
        same = [one for one in found if one.analyte == row["analyte"] and one.value == row["value"] and ("collected" not in row or one.collected == row["collected"])]
        assert same, (row, [(one.analyte, one.value, one.collected) for one in found])
        result = same[0]
        assert result.unit == row["unit"], row
        assert result.flag == row["flag"], (row, result)
        assert result.comparator == row.get("comparator")
        if row["value_si"] is None:
            assert result.value_si is None
        else:
            assert result.value_si == pytest.approx(row["value_si"], rel=1e-3)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_nothing_is_read_that_is_not_in_the_gold(path: Path) -> None:
    gold, reading = read(path)
    named = {row["analyte"] for row in gold["results"]}
    assert {one.analyte for one in reading.results} == named
    assert not named & set(gold["absent"])
    assert not {one.analyte for one in (*reading.results, *reading.derived)} & set(gold["absent"])
    for part in gold.get("unrecognised", []):
        assert any(part in line for line in reading.unrecognised)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_patterns_header_and_derived_values_agree_with_the_gold(path: Path) -> None:
    gold, reading = read(path)
    ids = [pattern.id for pattern in reading.patterns]
    assert set(gold["patterns"]) <= set(ids), ids
    info = reading.reports[0].model_dump()
    assert {key: info[key] for key in gold["header"]} == gold["header"]
    derived = {one.analyte: one.value for one in reading.derived}
    for analyte, value in gold.get("derived", {}).items():
        assert derived[analyte] == pytest.approx(value, rel=5e-3)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_identifier_leaves_the_room(path: Path) -> None:
    gold, reading = read(path)
    printed = reading.model_dump_json()
    for part in gold["leaks"]:
        assert part not in printed
    if "redacted" in gold:
        assert set(reading.redacted) == set(gold["redacted"])
