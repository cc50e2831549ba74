"""Flags: the report's own range first, then the table by age, sex and pregnancy; unknown is never normal."""

from __future__ import annotations

import pytest

from leukchat.labs import LabInput, read_labs
from leukchat.labs.model import LabResult


def one(text: str, **options: object) -> LabResult:
    (result,) = read_labs([LabInput("pasted text", text)], **options).results  # type: ignore[arg-type]
    return result


@pytest.mark.parametrize(
    ("line", "options", "flag"),
    [
        ("Hb 13.2 g/dL", {"sex": "female", "age_years": 40}, "normal"),
        ("Hb 13.2 g/dL", {"sex": "male", "age_years": 40}, "low"),
        ("Hb 13.2 g/dL", {"age_years": 40}, "indeterminate"),
        ("Hb 9.0 g/dL", {"age_years": 40}, "low"),
        ("Hb 11.3 g/dL", {"sex": "female", "age_years": 30, "pregnant": True}, "normal"),
        ("Hb 11.3 g/dL", {"sex": "female", "age_years": 30}, "low"),
        ("Hb 10.8 g/dL", {"age_years": 1.5}, "normal"),
        ("Hb 13.0 g/dL", {"age_years": 0.02}, "low"),
        ("WBC 14 10^9/L", {"age_years": 3}, "normal"),
        ("WBC 14 10^9/L", {"age_years": 30}, "high"),
        ("WBC 14 10^9/L (4-16)", {"age_years": 30}, "normal"),
        ("Lymphocytes 6.5 10^9/L", {"age_years": 3}, "normal"),
        ("Lymphocytes 6.5 10^9/L", {"age_years": 30}, "high"),
        ("Creatinine 0.9 mg/dL", {"age_years": 4, "sex": "male"}, "indeterminate"),
        ("Platelets 8 10^9/L", {}, "critical_low"),
        ("Platelets 15 10^9/L 150-400", {}, "critical_low"),
        ("Potassium 6.1 mmol/L 3.5-5.1", {"age_years": 40}, "critical_high"),
        ("Potassium 6.1 mmol/L 3.5-5.1", {"age_years": 8}, "high"),
        ("Potassium 4.2 mmol/L 3.5-5.1 HH", {}, "indeterminate"),
        ("WBC 40 10^9/L 4-11 HH", {}, "critical_high"),
        ("TSH 2.2 mIU/L", {}, "indeterminate"),
        ("TSH 9.9 mIU/L H", {}, "high"),
        ("Blasts 0 %", {}, "normal"),
        ("Blasts 1 %", {}, "critical_high"),
        ("Triglycerides 150 mg/dL <150", {}, "high"),
        ("Triglycerides 149 mg/dL <150", {}, "normal"),
        ("eGFR 60 mL/min/1.73m2 >60", {}, "low"),
        ("CRP <5 mg/L <5", {}, "normal"),
        ("CRP <10 mg/L <5", {}, "indeterminate"),
        ("Ferritin >2000 ng/mL 24-336", {}, "high"),
        ("Vitamin D 25 ng/mL Deficient <20 Insufficient 20-29 Sufficient 30-100", {}, "low"),
        ("HbA1c 5.2 % Normal <5.7 Diabetes >6.5", {}, "normal"),
    ],
)
def test_a_value_gets_this_flag(line: str, options: dict[str, object], flag: str) -> None:
    assert one(line, **options).flag == flag


def test_the_reports_own_range_wins_over_the_table() -> None:
    result = one("Hemoglobin 12.2 g/dL 11.0-15.0", sex="male", age_years=50)
    assert result.reference is not None
    assert (result.reference.source, result.reference.low, result.reference.high, result.flag) == (
        "report",
        11.0,
        15.0,
        "normal",
    )


def test_a_range_by_sex_is_chosen_or_said_to_matter() -> None:
    line = "Haemoglobin 12.4 g/dL M: 13-17 F: 12-15"
    assert one(line, sex="female").flag == "normal"
    assert one(line, sex="male").flag == "low"
    unknown = one(line)
    assert unknown.flag == "indeterminate"
    assert "sex" in " ".join(unknown.warnings)


def test_an_unknown_age_is_said_to_matter() -> None:
    assert "children" in " ".join(one("WBC 5 10^9/L").warnings)


def test_a_mark_that_contradicts_the_range_is_pointed_out() -> None:
    assert "marked" in " ".join(one("Sodium 140 mmol/L 136-145 H").warnings)


def test_the_reference_is_in_the_unit_of_the_value() -> None:
    result = one("Hemoglobin 130 g/L", sex="female", age_years=40)
    assert result.reference is not None
    assert (result.reference.low, result.reference.high) == (120.0, 160.0)
