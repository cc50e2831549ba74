"""Names, samples and printed values of structured results without a known code: read as what they say, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from leukchat.labs.readers.coded import Coded, place

NAMED = [
    ("Glucose", "mmol/L", ("Chemistry panel",), (), "glucose"),
    ("Glucose", "mmol/L", ("Laboratory report",), (), "glucose"),
    ("Glucose", "mmol/L", (), ("Serum",), "glucose"),
    ("RBC", "/uL", ("Blood and urine tests",), (), "rbc"),
    ("Blasts", "%", ("Bone marrow aspirate",), (), "marrow_blasts_percent"),
    ("Protein, total", "g/dL", (), (), "total_protein"),
    ("Neutrophils, Absolute", "10*3/uL", (), (), "anc"),
    ("Ferritin in Serum or Plasma", "ng/mL", (), (), "ferritin"),
    ("Leukocytes [#/volume] in Blood by Automated count", "10*3/uL", (), (), "wbc"),
    ("Neutrophils/100 leukocytes in Blood by Manual count", "%", (), (), "neutrophils_percent"),
    ("Haemoglobine", "g/dL", (), (), "hemoglobin"),
    ("RBC, urine", "/uL", (), (), None),
    ("RBC", "/uL", ("Urinalysis",), (), None),
    ("Glucose, CSF", "mg/dL", (), (), None),
    ("Leukocytes", "/uL", ("Liquor",), (), None),
    ("Hemoglobin", "g/dL", (), ("bone marrow",), None),
    ("Hemoglobin, plasma free", "mg/dL", (), (), None),
    ("Calcium, ionized", "mmol/L", (), (), None),
    ("Cholesterol, LDL", "mg/dL", (), (), None),
    ("IgG, subclass 4", "mg/dL", (), (), None),
    ("Lymphocytes - CD4", "/uL", (), (), None),
    ("Platelet, mean volume", "fL", (), (), None),
    ("Vitamin D, 1,25-dihydroxy", "pg/mL", (), (), None),
    ("Albumin/Creatinine", "mg/g", (), (), None),
    ("Erythrocyte distribution width [Entitic volume] by Automated count", "fL", (), (), None),
]


@pytest.mark.parametrize(("name", "unit", "where", "sample", "analyte"), NAMED, ids=[" ".join((name, *where, *sample)) for name, _, where, sample, _ in NAMED])
def test_a_result_without_a_code_is_read_by_its_whole_name(name: str, unit: str, where: tuple[str, ...], sample: tuple[str, ...], analyte: str | None) -> None:
    placed = place(Coded((name,), number=Decimal("5.1"), unit=unit, where=where, sample=sample))
    if analyte is None:
        assert placed.row is None
    else:
        assert placed.row is not None
        assert placed.row.ids[0] == analyte
        assert placed.row.doubt is None


VALUES = [
    ("5.1*", "5.1", None),
    ("5.1 H", "5.1", None),
    ("<0.1 10*9/L", "0.1", "<"),
    ("≥ 5", "5", ">"),
    ("5.1 x10^9/L", "5.1", None),
    ("5,1", "5,1", None),
    ("7.125", "7.1250", None),
    ("1,234", "1,234", None),
]
NOT_ONE = "-4|1.5e3|12/15|10^3|5 (3-7)|1+|4.5.6|0x10|approx 5|5?|~5|5 +/- 1|<5 >3|5;6|5,6,7|1 234|3 x 10|2026-03-01|12:30|5 to 7|5-7|5.1 previous 6.2|clotted 5|٤|²|".split("|")


@pytest.mark.parametrize(("words", "number", "sign"), VALUES, ids=[words for words, *_ in VALUES])
def test_a_printed_number_with_its_unit_and_flag(words: str, number: str, sign: str | None) -> None:
    row = place(Coded(("WBC",), ("6690-2",), words=words, unit="10*9/L")).row
    assert row is not None
    assert (row.number, row.comparator, row.doubt) == (number, sign, None)


@pytest.mark.parametrize("words", NOT_ONE, ids=[words or "nothing" for words in NOT_ONE])
def test_anything_but_one_number_gives_no_value(words: str) -> None:
    placed = place(Coded(("WBC",), ("6690-2",), words=words, unit="10*9/L"))
    assert placed.row is None
    if any(char.isdigit() for char in words):
        assert words in (placed.unknown or "")


def test_a_unit_in_the_text_that_contradicts_the_given_one_is_in_doubt() -> None:
    row = place(Coded(("WBC",), ("6690-2",), words="12%", unit="10*9/L")).row
    assert row is not None
    assert "two units" in (row.doubt or "")
