"""Names that fill a field: known but for qualifying words, and those that these words make another test."""

from __future__ import annotations

import pytest

from leukchat.labs.readers.coded_names import name_ids
from leukchat.labs.readers.loose_names import is_of_other_sample, loose_ids

KNOWN = [
    ("Sodium sérique", ("sodium",)),
    ("P-Creatinine", ("creatinine",)),
    ("Band cells, % of leucocytes, manual differential", ("bands_percent",)),
    ("Lymphozyten relativ", ("lymphocytes_percent",)),
    ("Neutrophils, absolute count", ("anc",)),
    ("Tot. bilirubin", ("bilirubin_total",)),
    ("Bilirubine D", ("bilirubin_direct",)),
    ("LDH (37°C)", ("ldh",)),
    ("NE#", ("anc",)),
    ("Tempo de protrombina - INR", ("pt", "inr")),
]
OTHERS = ["BCR::ABL1 / ABL1 ratio (raw)", "Promyelocytes (bone marrow)", "AST/ALT", "Albumin/Creatinine", "Glucose, 2h PP", "Calcium (free)", "Blood group", "Serum"]


@pytest.mark.parametrize(("name", "ids"), KNOWN, ids=[name for name, _ in KNOWN])
def test_a_qualified_name_is_known(name: str, ids: tuple[str, ...]) -> None:
    assert name_ids(name) == ids


@pytest.mark.parametrize("name", OTHERS)
def test_words_that_make_another_test_are_not_dropped(name: str) -> None:
    assert not loose_ids(name)


@pytest.mark.parametrize(("name", "other"), [("U-Protein", True), ("CSF-Glucose", True), ("S-Protein", False), ("Urate", False), ("Ferritin", False)])
def test_the_prefix_tells_another_sample(name: str, other: bool) -> None:
    assert is_of_other_sample(name) is other
