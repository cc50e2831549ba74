"""Single traits of pasted text: what is a value, what is not, and where the reader says that it does not know."""

from __future__ import annotations

import pytest

from leukchat.labs import LabInput, LabReading, read_labs


def read(text: str, **options: object) -> LabReading:
    return read_labs([LabInput("pasted text", text)], **options)  # type: ignore[arg-type]


def values(reading: LabReading) -> dict[str, float | str | None]:
    return {result.analyte: result.value for result in reading.results}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("WBC 0.9, Hb 7.8, plt 12", {"wbc": 0.9, "hemoglobin": 7.8, "platelets": 12.0}),
        ("Hb 78 g/L; WCC 1.2 x10^9/L; Plt 9 x10^9/L", {"hemoglobin": 78.0, "wbc": 1.2, "platelets": 9.0}),
        ("platelets 12k", {"platelets": 12.0}),
        ("Your hemoglobin is 9.8 g/dL (normal range 12-16).", {"hemoglobin": 9.8}),
        ("Platelets 1.2 lakhs", {"platelets": 1.2}),
        ("Hemoglobin 8.1 (was 9.4 last week) g/dL", {"hemoglobin": 8.1}),
        ("Platelets 34 10^9/L previous 80", {"platelets": 34.0}),
        ("PT 12.5 sec Control 12.0 sec", {"pt": 12.5}),
        ("WBC 12 500 /mm3 4 000 - 10 000", {"wbc": 12500.0}),
        ("Total protein 6.2 g/dL 6.0-8.3", {"total_protein": 6.2}),
        ("TP 13.1 s 11-13", {"pt": 13.1}),
        ("Basophils 00 % 00 - 02", {"basophils_percent": 0.0}),
        ("White Blood Cells (WBC) 6.9 K/mcL 4.8-10.8", {"wbc": 6.9}),
        ("Vitamin B12 310 pg/mL 200-900", {"vitamin_b12": 310.0}),
        ("CO2 24 mmol/L 22-29", {"bicarbonate": 24.0}),
        ("D-dimer 350 ng/mL FEU <500", {"d_dimer": 350.0}),
        ("Hb: 9,4 g/dl (13,5-17,5)", {"hemoglobin": 9.4}),
        ("Urea 40 mg/dL 15-45", {"urea": 40.0}),
        ("BUN 18 mg/dL 8-20", {"bun": 18.0}),
        ("Calcium, corrected 2.31 mmol/L 2.20-2.60", {"corrected_calcium": 2.31}),
        ("NRBC 4 /100 WBC 0", {"nrbc": 4.0}),
    ],
)
def test_a_line_is_read_so(line: str, expected: dict[str, float]) -> None:
    assert values(read(line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Urine glucose 15 mg/dL 0-15",
        "LDL cholesterol 130 mg/dL <100",
        "Platelets below 20 need a transfusion",
        "If WBC is above 100 call 112",
        "Target INR 2.0-3.0",
        "Previous hemoglobin 9.1 g/dL",
        "CSF protein 40 mg/dL 15-45",
        "RDW-SD 48 fL 39-46",
        "Hemoglobin A2 2.5 % 1.5-3.5",
        "CD8 lymphocytes 1024 /uL 109-897",
        "Free T4 1.1 ng/dL",
        "Weight 70 kg",
        "The hemoglobin was checked on 12/03/2026",
        "Page 3 of 5",
    ],
)
def test_what_is_not_this_persons_present_blood_value_is_left_out(line: str) -> None:
    assert values(read(f"{line}\nSodium 140 mmol/L 136-145")) == {"sodium": 140.0}


def test_a_comment_is_not_a_result() -> None:
    reading = read("Hemoglobin 9.1 g/dL 12-16\nComment: hemoglobin of 6.5 g/dL was phoned last week\n")
    assert values(reading) == {"hemoglobin": 9.1}


def test_two_different_values_on_one_day_are_both_shown_and_marked() -> None:
    reading = read("Potassium 4.1 mmol/L\nPotassium 5.9 mmol/L")
    assert [result.value for result in reading.results] == [4.1, 5.9]
    assert all("more than one value" in " ".join(result.warnings) for result in reading.results)


def test_a_unit_that_does_not_fit_makes_the_value_indeterminate_with_the_reason() -> None:
    (result,) = read("Platelets 220 g/dL 150-400").results
    assert (result.flag, result.value_si) == ("indeterminate", None)
    assert "g/dL" in result.warnings[0]


def test_an_impossible_value_is_never_interpreted() -> None:
    (result,) = read("Hemoglobin 912 g/dL 13-17").results
    assert (result.flag, result.value_si) == ("indeterminate", None)
    assert "possible" in result.warnings[0]


def test_a_number_that_can_be_read_two_ways_is_offered_for_correction() -> None:
    (result,) = read("Ferritin 1,234 ng/mL").results
    assert result.flag == "indeterminate"
    assert "1.234 or 1234" in result.warnings[0] or "1234 or 1.234" in result.warnings[0]


def test_an_untyped_d_dimer_is_not_compared() -> None:
    (result,) = read("D-dimer 450 ng/mL").results
    assert result.value_si is None
    assert "FEU" in result.warnings[0]


def test_page_breaks_give_page_numbers() -> None:
    reading = read("Hemoglobin 9.1 g/dL 12-16\f\nPlatelets 80 10^9/L 150-400")
    assert [result.page for result in reading.results] == [1, 2]


def test_lines_that_look_like_results_are_listed_when_not_understood() -> None:
    assert read("Sodium 140 mmol/L\nRhubarb 4.2 mg/dL 1-5").unrecognised == ("Rhubarb 4.2 mg/dL 1-5",)
