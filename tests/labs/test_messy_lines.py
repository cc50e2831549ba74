"""Lines of notes, chats and letters: numbers in words, small powers, pairs, shares before names, several days in one line."""

from __future__ import annotations

import pytest

from leukchat.labs import LabInput, read_labs
from leukchat.labs.dates import DATE, short_day
from leukchat.labs.readers.spelt import figured


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("haemoglobin one hundred and one (101).", "haemoglobin 101."),
        ("platelets twenty two thousand, creatinine one point four", "platelets 22000, creatinine 1.4"),
        ("leucocitos dos mil trescientos", "leucocitos 2300"),
        ("MRD < 1 x 10^-4", "MRD < 0.01%"),
        ("EMR <10-4", "EMR <.01%"),
        ("one of the tests", "one of the tests"),
        ("sensitivity given at 10-4", "sensitivity given at 10-4"),
    ],
    ids=["bracket", "english", "spanish", "power", "power without sign", "article", "no residual disease"],
)
def test_words_and_powers_become_figures_in_their_place(line: str, wanted: str) -> None:
    made = figured(line)
    assert len(made) == len(line)
    assert made.replace("\x1f", "") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("AST/ALT 34/41", {("ast", 34.0, None), ("alt", 41.0, None)}),
        ("WBC 143,000/mm3 with 54% neutrophils, 11% myelocytes", {("wbc", 143000.0, None), ("neutrophils_percent", 54.0, None), ("myelocytes_percent", 11.0, None)}),
        (
            "DLC: N 22 L 70 M 6 E 2",
            {("neutrophils_percent", 22.0, None), ("lymphocytes_percent", 70.0, None), ("monocytes_percent", 6.0, None), ("eosinophils_percent", 2.0, None)},
        ),
        (
            "01/20/2026 - Hb 9.2 g/dL, plt 121 K/uL // 01/21/2026 - Hb 9.0 g/dL, plt 118 K/uL",
            {("hemoglobin", 9.2, "2026-01-20"), ("platelets", 121.0, "2026-01-20"), ("hemoglobin", 9.0, "2026-01-21"), ("platelets", 118.0, "2026-01-21")},
        ),
        ("Vorbefund (August: Hb 11,4 g/dl), heute: Thrombozyten 119 G/l", {("platelets", 119.0, None)}),
        ("Hb 8,1 g/dl - Quux 31 - K 3,3 mmol/l", {("hemoglobin", 8.1, None), ("potassium", 3.3, None)}),
    ],
    ids=["pair", "shares first", "letters", "days in one line", "older in brackets", "unknown test between"],
)
def test_each_number_goes_to_its_test_and_day(text: str, wanted: set[tuple[str, float, str | None]]) -> None:
    found = read_labs([LabInput("pasted text", text)]).results
    assert {(one.analyte, one.value, one.collected) for one in found} == wanted


def test_a_bare_count_is_not_told_by_a_neighbour_of_another_size() -> None:
    found = read_labs([LabInput("pasted text", "Leuco: 300\nPlaq: 8 mil\nHb: 6,9")]).results
    assert next(one for one in found if one.analyte == "wbc").value_si is None


def test_a_letter_in_the_place_of_a_figure_gives_no_value() -> None:
    found = read_labs([LabInput("pasted text", "Plaquetas . . . l97 x10^3/ul (150 - 400)\nHb 12,1 g/dl")]).results
    assert [one.analyte for one in found] == ["hemoglobin"]


def test_the_sum_with_another_test_is_no_value_of_the_first() -> None:
    found = read_labs([LabInput("pasted text", "BLASTS+PROS        0 %\nHb 12,1 g/dl")]).results
    assert [one.analyte for one in found] == ["hemoglobin"]


@pytest.mark.parametrize(
    ("short", "last", "day"),
    [
        ("03/04", "2026-03-03", "2026-03-04"),
        ("12/30", "2026-01-05", "2025-12-30"),
        ("11-feb", "2026-02-12", "2026-02-11"),
        ("20-may", "2026-02-12", "2025-05-20"),
    ],
    ids=["soon-after", "turn-of-the-year", "before", "long-after"],
)
def test_a_day_without_a_year_lies_near_the_day_of_the_report(short: str, last: str, day: str) -> None:
    assert str(short_day(short, last, "mdy")) == day


def test_a_clock_time_behind_a_day_is_no_year() -> None:
    assert DATE.search("12-feb 10:00 mtx 61.4") is None
    assert DATE.search("12-feb 10 mtx 61.4") is not None
