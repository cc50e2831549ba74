"""Random values in random layouts, units and languages are read back exactly, or marked; none is made up and none leaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering_text import LAYOUTS, SECRETS, TextReport, text_report

from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.model import LabResult
from leukchat.labs.units import canonical_unit


def read(report: TextReport) -> LabReading:
    return read_labs([LabInput("pasted text", report.text)])


def marked(result: LabResult) -> bool:
    return result.flag == "indeterminate" or bool(result.warnings)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
def test_every_value_comes_back_and_nothing_else(seed: int) -> None:
    report = text_report(seed)
    reading = read(report)
    wanted = {(analyte, value) for analyte, value, _, _ in report.gold}
    units = {analyte: canonical_unit(unit) for analyte, _, unit, _ in report.gold}
    found = {(one.analyte, one.value) for one in reading.results}
    assert wanted <= found, (report.text, wanted - found)
    assert all(marked(one) for one in reading.results if (one.analyte, one.value) not in wanted), report.text
    assert all(canonical_unit(one.unit or "") == units[one.analyte] for one in reading.results if (one.analyte, one.value) in wanted)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
def test_the_printed_range_decides_the_flag(seed: int) -> None:
    report = text_report(seed)
    sides = {analyte: side for analyte, _, _, side in report.gold}
    for result in read(report).results:
        if result.reference and result.reference.source == "report" and None not in (result.reference.low, result.reference.high) and not marked(result):
            assert result.flag.removeprefix("critical_") == sides[result.analyte], result.source_text


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
def test_identifiers_are_masked_and_values_are_not(seed: int) -> None:
    report = text_report(seed)
    printed = read(report).model_dump_json()
    assert not [secret for secret in SECRETS if secret in printed]
    rows = "\n".join(report.text.splitlines()[4:])
    assert mask_identifiers(rows).text == rows


def test_all_layouts_are_drawn() -> None:
    assert {text_report(seed).layout for seed in range(300)} == set(LAYOUTS)


@pytest.mark.parametrize(
    ("line", "value", "limits", "flag"),
    [
        pytest.param("WBC: 86.4 K/uL H <11.0", 86.4, (None, 11.0), "high", id="H before a limit is high, not hombre"),
        pytest.param("Sexo: Mujer\nHemoglobina 12.6 g/dL H 13-17 M 12-15", 12.6, (12.0, 15.0), "normal", id="H and M are men and women"),
        pytest.param("Natrium: 122 mmol/l - 135 bis 145", 122.0, (135.0, 145.0), "low", id="minus as a flag before a range"),
        pytest.param("Sodium (mmol/L) 137 136..145", 137.0, (136.0, 145.0), "normal", id="dots as a dash"),
        pytest.param("Urea (Normal 2.5 - 7.5) mmol/L 12.6", 12.6, (2.5, 7.5), "high", id="range in words before the value"),
        pytest.param("Test  Reference range  Unit  Result\nUrea  <7.8  mmol/L  4.6", 4.6, (None, 7.8), "normal", id="limit in a column before the value"),
        pytest.param("Potasio\n  5,85 mmol/L *\n  Valores de referencia: 3,50 — 5,10", 5.85, (3.5, 5.1), "high", id="range on a line of its own, in Spanish"),
    ],
)
def test_a_layout_that_was_once_misread(line: str, value: float, limits: tuple[float | None, float | None], flag: str) -> None:
    result = read_labs([LabInput("pasted text", line)]).results[-1]
    assert (result.value, result.flag.removeprefix("critical_")) == (value, flag)
    assert result.reference is not None
    assert (result.reference.low, result.reference.high) == limits


def test_a_limit_before_the_value_without_a_head_is_marked() -> None:
    (result,) = read_labs([LabInput("pasted text", "Urea    <7.8    mmol/L    4.6")]).results
    assert any("More than one number" in warning for warning in result.warnings)


def test_decimal_commas_do_not_make_a_table() -> None:
    text = "Hemoglobina 15,1 g/dL (12,0-15,5)\nLeucocitos 16,39 10^3/µL (4,00-10,50)\nCalcio 8,9 mg/dL (8,6-10,2)"
    assert {one.analyte: one.value for one in read_labs([LabInput("pasted text", text)]).results} == {"hemoglobin": 15.1, "wbc": 16.39, "calcium": 8.9}


def test_a_quoted_address_does_not_break_a_table() -> None:
    text = 'Patient Name,Rosa Keller,,\nAddress,"310 Larkspur Way, Bend, OR 97701",,\nTest,Result,Units,Range\nWBC,3.9,K/uL,4.0-11.0\nPlatelets,402,K/uL,150-400\n'
    reading = read_labs([LabInput("a.csv", text)])
    assert [(one.analyte, one.value) for one in reading.results] == [("wbc", 3.9), ("platelets", 402.0)]
    assert {"name", "address"} <= set(reading.redacted)
    assert "Keller" not in reading.model_dump_json()
