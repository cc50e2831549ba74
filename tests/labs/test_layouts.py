"""Random values in random layouts, units and number styles are read back exactly; nothing is ever invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leukchat.errors import ReportError
from leukchat.labs import LabInput, read_labs
from leukchat.labs.catalogue import catalogue
from leukchat.labs.convert import from_si, to_si
from leukchat.labs.units import canonical_unit

# Printed name, analyte, printed units. Every unit is one that the analyte accepts.
ROWS = [
    ("WBC", "wbc", ["10^9/L", "x10^3/uL", "K/uL", "10*9/L", "x10E9/L", "/cumm", "thou/mm3", "G/L", "10³/µL"]),
    ("Leukozyten", "wbc", ["/nl", "G/l", "Tsd./µl", "/µl"]),
    ("Haemoglobin", "hemoglobin", ["g/L", "g/dL", "gm/dl", "mmol/L"]),
    ("Plaquettes", "platelets", ["G/L", "/mm3", "10^9/L"]),
    ("Platelet Count", "platelets", ["lakh/cumm", "10^3/µL", "/cumm", "K/mcL"]),
    ("Neutrophils", "anc", ["10^9/L", "K/uL", "/uL"]),
    ("Neutrophils", "neutrophils_percent", ["%"]),
    ("Absolute Lymphocyte Count", "alc", ["10^9/L", "x10(9)/L"]),
    ("Red Cell Count", "rbc", ["10^12/L", "mill/cumm", "M/uL", "T/L", "x10^6/uL"]),
    ("Hematocrit", "hematocrit", ["%", "L/L"]),
    ("MCV", "mcv", ["fL"]),
    ("Potassium", "potassium", ["mmol/L", "mEq/L"]),
    ("Creatinine", "creatinine", ["mg/dL", "µmol/L", "umol/L"]),
    ("Uric Acid", "uric_acid", ["mg/dL", "µmol/L", "mmol/L"]),
    ("LDH", "ldh", ["U/L", "IU/L", "UI/L"]),
    ("ALT (SGPT)", "alt", ["U/L", "IU/L"]),
    ("Bilirubin, total", "bilirubin_total", ["mg/dL", "µmol/L"]),
    ("CRP", "crp", ["mg/L", "mg/dL"]),
    ("Ferritin", "ferritin", ["ng/mL", "µg/L"]),
    ("Fibrinogen", "fibrinogen", ["g/L", "mg/dL"]),
    ("D-Dimer", "d_dimer", ["mg/L FEU", "ng/mL FEU", "µg/mL FEU"]),
    ("IgG", "igg", ["mg/dL", "g/L"]),
    ("BCR::ABL1 (IS)", "bcr_abl1_is_percent", ["% IS"]),
    ("eGFR", "egfr", ["mL/min/1.73 m²", "mL/min/1.73m2"]),
    ("TSH", "tsh", ["mIU/L", "µIU/mL"]),
    ("ESR", "esr", ["mm/hr", "mm/1st hr"]),
]
LAYOUTS = [
    "{name} {value} {unit} {low} - {high}",
    "{name}: {value} {unit} ({low}–{high})",
    "{name} ........ {value} {unit} [{low}-{high}]",
    "{name} | {value} | {unit} | {low} - {high}",
    "{name}\t{value}\t{unit}\t{low}-{high}",
    "{name}    {value}  H  {unit}    {low} to {high}",
    "{name}    {low} - {high}    {unit}    {value}",
    "{name} {value}* {unit}",
    "{name} = {value} {unit}",
    "{name}\n{value}\n{unit}\n{low} - {high}",
    "{name} {value}\n{unit} ({low}-{high})",
    "1. {name} {value} {unit} (ref {low}-{high})",
    "- {name} was {value} {unit}",
]
STYLES = ["plain", "point", "comma", "indian", "english", "german", "swiss"]
SETTINGS = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def styled(number: float, style: str) -> str:
    """`number` as a laboratory of that style prints it."""
    whole, _, part = f"{number:.6f}".rstrip("0").rstrip(".").partition(".")
    sign = "," if style in ("comma", "german") else "."
    if style == "indian" and len(whole) > 3:
        head, tail = whole[:-3], whole[-3:]
        whole = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", head) + "," + tail
    elif style in ("english", "german", "swiss") and len(whole) > 3:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", {"english": ",", "german": ".", "swiss": "'"}[style], whole)
    return whole + (sign + part if part else "")


@st.composite
def printed_results(draw: st.DrawFn) -> tuple[str, str, float, str, str]:
    """Analyte, printed unit, number, style and a line."""
    name, analyte_id, units = draw(st.sampled_from(ROWS))
    unit = draw(st.sampled_from(units))
    analyte = catalogue().analytes[analyte_id]
    rule = analyte.units[canonical_unit(unit)]
    low, high = (from_si(limit, rule) for limit in analyte.usual)
    digits = draw(st.integers(0 if high > 2 else 2, 2)) if high < 1500 else 0
    number = round(draw(st.floats(max(low, 10**-digits), high * 0.9)), digits)
    style = draw(st.sampled_from(STYLES))
    layout = draw(st.sampled_from(LAYOUTS))
    ends = sorted({round(number * 0.6, digits), round(number * 1.4 + 1, digits)})
    line = layout.format(name=name, value=styled(number, style), unit=unit, low=styled(ends[0], style), high=styled(ends[-1], style))
    return analyte_id, unit, number, style, line


@SETTINGS
@given(printed_results())
def test_a_value_is_read_back_as_printed(row: tuple[str, str, float, str, str]) -> None:
    analyte_id, unit, number, style, line = row
    if not to_si_possible(analyte_id, unit, number):
        return
    habit = "Calcium 2,31 mmol/L" if style in ("comma", "german") else "Calcium 2.31 mmol/L"
    reading = read_labs([LabInput("pasted", f"{line}\n\n{habit}\n")])
    found = [result for result in reading.results if result.analyte == analyte_id]
    assert len(found) == 1, (line, reading.results, reading.unrecognised)
    result = found[0]
    rule = catalogue().analytes[analyte_id].units[canonical_unit(unit)]
    assert result.value == pytest.approx(number, rel=1e-9), line
    assert result.unit is not None, line
    assert canonical_unit(result.unit) == canonical_unit(unit), line
    assert result.value_si == pytest.approx(to_si(number, rule), rel=1e-6), line
    assert {one.analyte for one in reading.results} == {analyte_id, "calcium"}, line


def to_si_possible(analyte_id: str, unit: str, number: float) -> bool:
    """Whether the rounded number is still inside the limits that hold for a person."""
    analyte = catalogue().analytes[analyte_id]
    value = to_si(number, analyte.units[canonical_unit(unit)])
    return analyte.usual[0] <= value <= analyte.usual[1]


def refusal(content: str | bytes) -> str:
    """What the reader says when it refuses an input; empty if it reads it."""
    try:
        read_labs([LabInput("any", content)])
    except ReportError as error:
        return str(error)
    return ""


NOISE = st.text(alphabet="WBCHbplt hemoglobin neutrophils%KkNa 0123456789.,:;-<>()[]/|\n\tµx^gdLmol", min_size=0, max_size=240)


@settings(max_examples=300, deadline=None)
@given(NOISE)
def test_no_number_is_ever_invented(noise: str) -> None:
    text = noise + "\nPotassium 4.1 mmol/L"
    if refusal(text):
        return  # `urin` above it makes the potassium one of urine
    reading = read_labs([LabInput("noise", text)])
    plain = re.sub(r"[\s'’]", "", text)
    for result in reading.results:
        if isinstance(result.value, float):
            digits = f"{result.value:.10f}".rstrip("0").rstrip(".").replace(".", "")
            assert digits.lstrip("0") in re.sub(r"[.,]", "", plain), (result, text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    assert "\n" not in refusal(text)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_one_line(content: bytes) -> None:
    assert "\n" not in refusal(content)
