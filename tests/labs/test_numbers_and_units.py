"""Printed numbers and units: decimal signs, thousands, spellings, exact factors."""

from __future__ import annotations

import pytest

from leukchat.labs.catalogue import catalogue
from leukchat.labs.convert import from_si, to_si
from leukchat.labs.numbers import decimal_habit, readings
from leukchat.labs.units import canonical_unit

# g/mol, from standard atomic weights; triglycerides as triolein, the AMA convention.
MOLAR_MASSES = {
    "glucose": 180.156,
    "urea": 60.056,
    "bun": 28.0134,
    "creatinine": 113.12,
    "uric_acid": 168.11,
    "bilirubin_total": 584.66,
    "bilirubin_direct": 584.66,
    "calcium": 40.078,
    "phosphate": 30.9738,
    "magnesium": 24.305,
    "iron": 55.845,
    "tibc": 55.845,
    "cholesterol_total": 386.65,
    "triglycerides": 885.4,
    "vitamin_b12": 1355.37,
    "folate": 441.40,
    "vitamin_d": 400.64,
}
MASS_IN_GRAMS_PER_LITRE = {"mg/dl": 1e-2, "ug/dl": 1e-5, "pg/ml": 1e-9, "ng/ml": 1e-6}
MOLES = {"mmol/L": 1e3, "µmol/L": 1e6, "nmol/L": 1e9, "pmol/L": 1e12}


@pytest.mark.parametrize(
    ("printed", "habit", "expected"),
    [
        ("7.5", None, (7.5,)),
        ("7,5", None, (7.5,)),
        ("7,500", ".", (7500.0,)),
        ("7,500", ",", (7.5,)),
        ("7,500", None, (7500.0, 7.5)),
        ("1,50,000", None, (150000.0,)),
        ("150.000", ",", (150000.0,)),
        ("0,850", None, (0.85,)),
        ("1.234,5", None, (1234.5,)),
        ("12'500", None, (12500.0,)),
        ("12\x1f500", None, (12500.0,)),
        (".5", None, (0.5,)),
        ("abc", None, ()),
        ("1.2.3", None, ()),
    ],
)
def test_a_printed_number_has_these_readings(printed: str, habit: str | None, expected: tuple[float, ...]) -> None:
    assert readings(printed, habit) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("WBC 7.5, Hb 12.1", "."),
        ("Leukozyten 7,5 Hb 12,1", ","),
        ("Platelets 150,000 WBC 4,000", None),
        ("am 12.05.2026", None),
    ],
)
def test_a_report_shows_its_decimal_sign(text: str, habit: str | None) -> None:
    assert decimal_habit(text) == habit


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("10^3/µL", "10^3/ul"),
        ("x10^3/uL", "10^3/ul"),
        ("K/uL", "10^3/ul"),
        ("10*9/L", "10^9/l"),
        ("x10E9/L", "10^9/l"),
        ("/cumm", "/ul"),
        ("10⁹/L", "10^9/l"),
        ("lakh/cumm", "lakh/ul"),
        ("G/L", "g/l"),
        ("thou/mm3", "10^3/ul"),
        ("mill/cumm", "10^6/ul"),
        ("/nl", "10^3/ul"),
        ("/pl", "10^6/ul"),
        ("103/µL", "10^3/ul"),
        ("cells/cu.mm", "/ul"),
        ("Tsd./µl", "10^3/ul"),
        ("mm/1st hr", "mm/h"),
        ("mL/min/1,73m²", "ml/min/1.73m2"),
        ("µg/mL (FEU)", "ug/ml feu"),
        ("% IS", "%is"),
        ("gm%", "g/dl"),
        ("mcg/dL", "ug/dl"),
        ("UI/L", "iu/l"),
        ("Sek.", "s"),
        ("/100 WBC", "/100wbc"),
        ("milhões/mm3", "10^6/ul"),
        ("L/L", "l/l"),
    ],
)
def test_spellings_of_a_unit_become_one(printed: str, canonical: str) -> None:
    assert canonical_unit(printed) == canonical


@pytest.mark.parametrize("analyte_id", sorted(MOLAR_MASSES))
def test_factors_from_mass_to_moles_follow_from_the_molar_mass(analyte_id: str) -> None:
    analyte = catalogue().analytes[analyte_id]
    checked = 0
    for unit, grams in MASS_IN_GRAMS_PER_LITRE.items():
        rule = analyte.units.get(unit)
        if rule is not None:
            assert rule.factor == pytest.approx(grams * MOLES[analyte.si] / MOLAR_MASSES[analyte_id], rel=2e-3)
            checked += 1
    assert checked


@pytest.mark.parametrize("analyte", catalogue().analytes.values(), ids=lambda analyte: analyte.id)
def test_every_unit_converts_there_and_back(analyte) -> None:  # type: ignore[no-untyped-def]
    for rule in analyte.units.values():
        assert from_si(to_si(3.7, rule), rule) == pytest.approx(3.7)


def test_hba1c_converts_by_the_master_equation() -> None:
    rule = catalogue().analytes["hba1c"].units["mmol/mol"]
    assert to_si(48, rule) == pytest.approx(6.54, abs=0.02)
