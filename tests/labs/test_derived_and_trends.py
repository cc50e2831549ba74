"""Computed values with their formulas, and what several days say."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.plots import plot_of, trend_svg
from leukchat.labs.trends import latest_results


def read(text: str, **options: object) -> LabReading:
    return read_labs([LabInput("pasted text", text)], **options)  # type: ignore[arg-type]


def derived(text: str, **options: object) -> dict[str, float | str | None]:
    return {result.analyte: result.value for result in read(text, **options).derived}


def test_the_anc_counts_segments_and_bands() -> None:
    assert derived("WBC 2.0 10^9/L\nSegs 40 %\nBands 5 %")["anc"] == pytest.approx(0.9)


def test_a_printed_anc_is_not_computed_again() -> None:
    assert "anc" not in derived("WBC 2.0 10^9/L\nNeutrophils 40 %\nANC 0.8 10^9/L")


def test_nothing_is_computed_from_a_bound() -> None:
    assert derived("WBC <0.1 10^9/L\nNeutrophils 40 %") == {}


def test_shares_become_counts() -> None:
    found = derived("WBC 50 10^9/L\nLymphocytes 90 %\nBlasts 4 %")
    assert (found["alc"], found["blasts"]) == (45.0, 2.0)


def test_calcium_is_corrected_for_albumin_in_either_unit() -> None:
    assert derived("Calcium 2.00 mmol/L\nAlbumin 25 g/L")["corrected_calcium"] == pytest.approx(2.3)
    assert derived("Calcium 8.0 mg/dL\nAlbumin 2.5 g/dL")["corrected_calcium"] == pytest.approx(2.296, rel=2e-3)


def test_transferrin_saturation() -> None:
    assert derived("Iron 60 ug/dL\nTIBC 300 ug/dL")["transferrin_saturation"] == pytest.approx(20.0)


@pytest.mark.parametrize(
    ("creatinine", "sex", "age", "expected"),
    [(0.9, "female", 55, 75.5), (1.0, "male", 50, 91.7), (0.6, "female", 30, 123.8), (2.5, "male", 70, 26.9)],
)
def test_egfr_follows_ckd_epi_2021(creatinine: float, sex: str, age: float, expected: float) -> None:
    assert derived(f"Creatinine {creatinine} mg/dL", sex=sex, age_years=age)["egfr"] == pytest.approx(expected, rel=0.01)


@pytest.mark.parametrize("options", [{"age_years": 12, "sex": "male"}, {"age_years": 40}, {"sex": "male"}])
def test_egfr_is_only_for_adults_of_known_sex(options: dict[str, object]) -> None:
    assert "egfr" not in derived("Creatinine 1.0 mg/dL", **options)


def test_every_computed_value_shows_its_formula() -> None:
    for result in read("WBC 2.0 10^9/L\nSegs 40 %\nCalcium 2.0 mmol/L\nAlbumin 25 g/L").derived:
        assert result.formula
        assert result.source_text


def test_values_of_different_reports_are_not_mixed() -> None:
    reading = read_labs(
        [
            LabInput("a", "Collected: 2026-01-01\nWBC 2.0 10^9/L"),
            LabInput("b", "Collected: 2026-02-01\nNeutrophils 40 %"),
        ]
    )
    assert reading.derived == ()


def test_a_trend_goes_over_several_reports_in_one_unit() -> None:
    reports = [
        LabInput("one", "Collected: 2026-01-03\nHb 7.0 g/dL\nPlatelets 200 10^9/L"),
        LabInput("two", "Collected: 2026-01-10\nHb 88 g/L\nPlatelets 20 10^9/L"),
        LabInput("three", "Collected: 2026-01-31\nHb 101 g/L\nPlatelets 90 10^9/L"),
    ]
    trends = {trend.analyte: trend for trend in read_labs(reports).trends}
    assert trends["hemoglobin"].points == (("2026-01-03", 70.0), ("2026-01-10", 88.0), ("2026-01-31", 101.0))
    assert trends["hemoglobin"].direction == "rising"
    assert trends["platelets"].direction == "up_and_down"
    assert "halved" in trends["platelets"].change
    assert "lowest on 2026-01-10" in trends["platelets"].change


def test_patterns_look_at_the_latest_day() -> None:
    reports = [
        LabInput("old", "Collected: 2026-01-03\nANC 0.1 10^9/L"),
        LabInput("new", "Collected: 2026-02-03\nANC 2.4 10^9/L"),
    ]
    assert not [pattern for pattern in read_labs(reports).patterns if pattern.id.startswith("neutropenia")]


def test_a_trend_tells_the_lowest_point_the_recovery_and_the_time_since() -> None:
    days = (("2026-01-03", 200), ("2026-01-10", 20), ("2026-01-17", 60), ("2026-01-31", 150))
    (trend,) = read_labs([LabInput(day, f"Collected: {day}\nPlatelets {value} 10^9/L") for day, value in days]).trends
    assert "lowest on 2026-01-10 with 20, rising since then" in trend.change
    assert "the last value came 14 days after the one before" in trend.change


def test_a_plot_holds_the_points_to_scale_the_range_and_its_words() -> None:
    reading = read_labs([LabInput(day, f"Collected: {day}\nHb {value} g/dL 12.0 - 16.0") for day, value in (("2026-01-01", 8), ("2026-01-11", 10), ("2026-01-31", 14))])
    (trend,) = reading.trends
    plot = plot_of(trend, reading)
    (x0, _), (x1, _), (x2, _) = plot.points
    assert (x1 - x0) / (x2 - x0) == pytest.approx(1 / 3, abs=0.01)
    assert [y for _, y in plot.points] == sorted((y for _, y in plot.points), reverse=True)
    assert plot.band is not None
    assert plot.points[2][1] < plot.band[1] < plot.points[1][1]
    svg = trend_svg(trend, reading, "k")
    assert ElementTree.fromstring(svg).attrib["role"] == "img"
    for part in ("<title", "<desc", "2026-01-31: 140", "trend-band"):
        assert part in svg


def test_the_latest_results_are_those_of_the_last_day_of_each_test() -> None:
    reading = read_labs([LabInput("a", "Collected: 2026-01-01\nHb 8 g/dL\nPlatelets 20 10^9/L"), LabInput("b", "Collected: 2026-02-01\nHb 9 g/dL")])
    assert {(one.analyte, one.value) for one in latest_results(reading)} == {("hemoglobin", 9.0), ("platelets", 20.0)}
