"""What a person corrects is interpreted as if it had been read so; what was read stays known; nothing else changes."""

from __future__ import annotations

import pytest

from leukchat.errors import ReportError
from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.correct import Correction, apply_corrections, doubt_about
from leukchat.labs.export_csv import to_csv
from leukchat.labs.ranges import Person

REPORT = "Hemoglobin 8.1 g/dL 12.0 - 16.0\nPotassium 71 mmol/L 3.5 - 5.1\nNeutrophils 40\nWBC 5 10^9/L\nMRD 0.02 %\nMRD 0.1 %\nFLT3-ITD: positive"


def read(text: str = REPORT) -> LabReading:
    return read_labs([LabInput("pasted text", text)])


@pytest.mark.parametrize(
    ("index", "typed", "value", "unit", "flag"),
    [
        (0, {"value": "13.1"}, 13.1, "g/dL", "normal"),
        (0, {"value": "13,1"}, 13.1, "g/dL", "normal"),
        (0, {"value": "> 17"}, 17.0, "g/dL", "high"),
        (0, {"value": "81 g/L"}, 81.0, "g/L", "low"),
        (0, {"value": "131", "unit": "g/L"}, 131.0, "g/L", "indeterminate"),
        (1, {"value": "4.1"}, 4.1, "mmol/L", "normal"),
        (1, {"value": "7.1"}, 7.1, "mmol/L", "critical_high"),
        (1, {"value": "710"}, 710.0, "mmol/L", "indeterminate"),
        (2, {"unit": "%"}, 40.0, "%", "low"),
        (6, {"value": "negative"}, "negative", None, "normal"),
    ],
    ids=["number", "comma", "comparator", "unit in the value", "unit that changes the range", "slip undone", "dangerous", "still impossible", "unit added", "word"],
)
def test_a_corrected_value_is_judged_anew(index: int, typed: dict[str, str], value: object, unit: str | None, flag: str) -> None:
    result = apply_corrections(read(), [Correction(index=index, **typed)]).results[index]
    assert (result.value, result.unit, result.flag) == (value, unit, flag)
    assert result.corrected_from
    assert result.warnings[0].startswith("Corrected by you; it was read as ")


def test_the_range_of_the_report_stays_with_its_unit() -> None:
    changed = apply_corrections(read(), [Correction(index=0, value="131", unit="g/L")], Person(sex="female", age=40)).results[0]
    assert changed.flag == "normal"
    assert changed.reference is not None
    assert changed.reference.source == "table"
    misread = read("Hemoglobin 81 g/dL 120 - 160")
    fixed = apply_corrections(misread, [Correction(index=0, unit="g/L")]).results[0]
    assert (fixed.flag, fixed.reference.source if fixed.reference else "") == ("low", "report")


def test_everything_that_follows_is_computed_anew() -> None:
    before = read()
    assert not any(pattern.id == "potassium.high" for pattern in before.patterns)
    after = apply_corrections(before, [Correction(index=1, value="7.1"), Correction(index=2, unit="%")])
    assert after.patterns[0].id == "potassium.high"
    assert after.summary.startswith("## Get help now")
    assert {one.analyte: one.value for one in after.derived}["anc"] == pytest.approx(2.0)


def test_a_value_left_out_is_set_aside_and_its_twin_is_no_longer_doubted() -> None:
    before = read()
    assert doubt_about(before.results[4])
    after = apply_corrections(before, [Correction(index=5, remove=True)])
    assert [one.value for one in after.set_aside] == [0.1]
    assert len(after.results) == len(before.results) - 1
    assert doubt_about(after.results[4]) == ""


def test_what_was_not_corrected_stays_exactly_as_it_was() -> None:
    before = read()
    after = apply_corrections(before, [Correction(index=0, value="13.1")])
    assert after.results[1:] == before.results[1:]
    assert apply_corrections(before, []) == before


def test_confirming_a_doubtful_value_makes_it_count() -> None:
    reading = read("Potassium 6.4 mmol/L 3.5 - 5.1")
    doubted = reading.results[0].model_copy(update={"value_si": None, "flag": "indeterminate", "confidence": 0.4, "warnings": ("please check",)})
    reading = reading.model_copy(update={"results": (doubted,)})
    assert doubt_about(doubted)
    after = apply_corrections(reading, [Correction(index=0)])
    assert after.results[0].flag == "critical_high"
    assert after.results[0].warnings[0] == "Confirmed by you; it was read as 6.4 mmol/L."
    assert doubt_about(after.results[0]) == ""


@pytest.mark.parametrize(
    ("index", "value", "said"), [(0, "abc", "abc"), (0, "", "“”"), (6, "7", "positive"), (99, "1", "99")], ids=["word", "nothing", "number for a gene", "no such row"]
)
def test_what_cannot_be_a_value_is_refused_by_name(index: int, value: str, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        apply_corrections(read(), [Correction(index=index, value=value)])


def test_the_exports_say_what_was_corrected() -> None:
    assert "it was read as 8.1 g/dL" in to_csv(apply_corrections(read(), [Correction(index=0, value="13.1")]))
