"""Layouts by class: tables and texts as systems export them and people hand them on, each read exactly or asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from leukchat.errors import ReportError
from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.model import LabResult

DATA = Path(__file__).resolve().parent.parent / "data" / "labs"
# Notes on the range that hold for every value of a person whose age or sex is not known.
OF_THE_RANGE = ("for adults", "depends on sex", "No range")


def cases() -> list[Any]:
    return [
        pytest.param(name, case, id=f"{kind}: {case['name']}")
        for kind, name in (("table", "table.csv"), ("text", "pasted text"))
        for case in yaml.safe_load((DATA / f"shapes_{kind}s.yaml").read_text(encoding="utf-8"))
    ]


def said(result: LabResult) -> str:
    value = f"{result.value:g}" if isinstance(result.value, float) else str(result.value)
    return f"{result.analyte} {result.comparator or ''}{value}" + (f" on {result.collected}" if result.collected else "")


def marked(result: LabResult) -> bool:
    return result.value_si is None or any(not any(part in note for part in OF_THE_RANGE) for note in result.warnings)


def read(name: str, text: str) -> LabReading:
    return read_labs([LabInput(name, text.encode() if name.endswith(".csv") else text)])


@pytest.mark.parametrize(("name", "case"), cases())
def test_a_layout_is_read_exactly_or_asked_about(name: str, case: dict[str, Any]) -> None:
    if case.get("refused"):
        with pytest.raises(ReportError, match="No lab result was found"):
            read(name, case["text"])
        return
    results = read(name, case["text"]).results
    if "read" in case:
        assert sorted(map(said, results)) == sorted(case["read"])
    else:
        assert [said(result) for result in results if not marked(result)] == []
