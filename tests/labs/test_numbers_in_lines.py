"""Numbers as lines print them: groups of three, ranges that tell the unit or the size, and names that mean another test."""

from __future__ import annotations

import pytest

from leukchat.labs import LabInput, read_labs


def one(line: str) -> tuple[float | str | None, str | None, str, float | None]:
    (result,) = read_labs([LabInput("line", line)]).results
    return result.value, result.comparator, result.flag.removeprefix("critical_"), result.value_si


@pytest.mark.parametrize(
    ("line", "value", "comparator", "flag", "si"),
    [
        ("WBC count   22,424 /cumm   4000 - 11,000", 22424, None, "high", 22.424),
        ("WBC count   2,424 /cumm   4,000 - 11,000", 2424, None, "low", 2.424),
        ("Platelets   1.120 Tsd/µl   150 - 370   MPV 9,8 fl", None, None, None, None),
        ("D-Dimere   > 20 000 ng/mL FEU   < 500", 20000, ">", "high", 20),
        ("Plaquettes   20 000 /mm3   150 000 - 400 000", 20000, None, "low", 20),
        ("LDH   1 870 U/L   135-214", 1870, None, "high", 1870),
        ("Sodium   142 138 mmol/L   136-145", 142, None, "normal", 142),
        ("Urea 4·4 mmol/L (2·5–7·8)", 4.4, None, "normal", 4.4),
        ("WBC   4.2·10^9/L   4.0-11.0", 4.2, None, "normal", 4.2),
        ("Thrombozyten ........ 103 /nl - 150 — 370", 103, None, "low", 103),
        ("Platelets 103/uL  45  150-400", 45, None, "low", 45),
        ("WBC   3.3   4.0-10.0 x E9/L", 3.3, None, "low", 3.3),
        ("ESR :  110 mm at end of 1 hr   0 - 20", 110, None, "high", 110),
        ("Hémoglobine 9,4 g/dL\u00a0(11,5\u00a0–\u00a015,5)", 9.4, None, "low", 94),
        ("White\u00a0cells……… 1.9\u00a0×\u00a010⁹/L\u2003(4.0–10.0)", 1.9, None, "low", 1.9),
        ("V.G.M. .................  92,0  fL  (80,0 à 100,0)", 92.0, None, "normal", 92.0),
        ("Platelet count (42P..) 22 10*9/L [150.0 - 450.0] Below low reference limit", 22, None, "low", 22),
        ("aPTT 41 s  témoin 32 s  ratio 1,28 (< 1,20)", 41, None, "high", 41),
    ],
)
def test_a_number_is_read_so(line: str, value: float | None, comparator: str | None, flag: str | None, si: float | None) -> None:
    if value is None:  # platelets are not printed in thousandths, so it may be 1120
        result = next(found for found in read_labs([LabInput("line", line)]).results if found.analyte == "platelets")
        assert result.flag == "indeterminate" or result.value == 1120
        return
    assert one(line) == (value, comparator, flag, pytest.approx(si))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Glucose 98 mmol/L 70-99 mg/dL", "its range in mg/dL"),
        ("Platelets 1.234 10^9/L (150-400)\nSodium 139.0 mmol/L\nUrea 4.4 mmol/L\nCalcium 2.31 mmol/L", "1.234 or 1234"),
    ],
    ids=["two units", "thousandths of platelets"],
)
def test_a_number_that_contradicts_itself_is_offered_for_correction(line: str, why: str) -> None:
    result = read_labs([LabInput("line", line)]).results[0]
    assert (result.flag, result.value_si) == ("indeterminate", None)
    assert why in " ".join(result.warnings)


def test_a_plateletcrit_is_no_procalcitonin() -> None:
    reading = read_labs([LabInput("line", "PLT 11 10^3/uL 163 - 337\nPCT 0.01 % 0.17 - 0.32\nPCT 3.1 ng/mL <0.5")])
    assert [(found.analyte, found.value) for found in reading.results] == [("platelets", 11.0), ("procalcitonin", 3.1)]


def test_a_name_without_unit_means_the_same_on_every_day() -> None:
    reading = read_labs([LabInput("diary", "Date        Neut   Hb\n2026-01-09  0.6    92\n2026-01-16  1.8    95")])
    assert [(found.analyte, found.value) for found in reading.results if found.analyte != "hemoglobin"] == [("anc", 0.6), ("anc", 1.8)]


def test_vitamin_b12_near_the_top_is_no_person_of_412_years() -> None:
    reading = read_labs([LabInput("line", "Ferritin 30 ug/L 15-300\nVitamin B12               412 ng/L         (180-914)\n25-OH Vitamin D   38 nmol/L (50-150)")])
    assert [found.analyte for found in reading.results] == ["ferritin", "vitamin_b12", "vitamin_d"]
    assert reading.redacted == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Specimen 03/14/2026\nSodium 140 mmol/L", "2026-03-14"),
        ("İstek Tarihi: 06.02.2026\nSodium 140 mmol/L", "2026-02-06"),
        ("FULL BLOOD COUNT 21/02/2026\nSodium 140 mmol/L", "2026-02-21"),
        ("COLLECTED: 01/19/2026 08:14            REPORTED: 01/20/2026 02:51\nSodium   140 H   mmol/L", "2026-01-19"),
        ("Printed: 27 Jan 2026\nTaken: 26 Jan 2026\nSodium 140 mmol/L", "2026-01-26"),
        ("Next appointment 21/02/2026\nSodium 140 mmol/L", None),
        ("Sodium 140 mmol/L\nPrevious sample 21/02/2026", None),
        ("Collected 03/09/2026\nSodium 140 mmol/L", None),
    ],
    ids=["unlabelled", "points", "heading", "two on a line", "taken", "appointment", "previous", "two readings"],
)
def test_the_day_of_a_report(text: str, day: str | None) -> None:
    assert read_labs([LabInput("line", text)]).results[0].collected == day
