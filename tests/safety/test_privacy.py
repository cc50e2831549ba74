"""Identifiers of people: found in messages and report headers in seven languages, masked, and nothing else with them."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.evaluation.data import OWN, read_rows
from leukchat.evaluation.privacy_grounding import privacy_table
from leukchat.safety import privacy_checks as check
from leukchat.safety.privacy import PrivacyInput, find_identifiers, mask, masked
from leukchat.safety.rules import Context
from leukchat.types import Action

ROWS = read_rows(OWN / "safety" / "privacy.jsonl")


def test_the_labelled_set_is_met() -> None:
    misses: list[str] = []
    rates = {row[1]: row[4] for row in privacy_table(ROWS, misses)}
    assert len(ROWS) >= 250
    assert rates["any identifier recall"] >= 0.97, misses
    assert rates["look-alikes masked by mistake"] <= 0.03, misses
    for kind in ("national_id", "insurance_number", "date_of_birth", "email", "phone", "record_number"):
        assert rates[f"{kind} recall"] >= 0.98, misses


@pytest.mark.parametrize(
    ("fits", "good"),
    [
        (check.nhs, "943 476 5919"),
        (check.aadhaar, "2345 6789 0124"),
        (check.nir, "1 84 12 76 451 089 46"),
        (check.dni, "12345678Z"),
        (check.dni, "X1234567L"),
        (check.cpf, "529.982.247-25"),
        (check.cns, "898001160660761"),
        (check.kvnr, "A123456780"),
        (check.iban, "DE89 3704 0044 0532 0130 00"),
        (check.luhn, "4111 1111 1111 1111"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_check_digit_tells_a_number_from_its_neighbour(fits, good: str) -> None:
    assert fits(good)
    last = next(i for i in range(len(good) - 1, -1, -1) if good[i].isdigit())
    wrong = f"{good[:last]}{(int(good[last]) + 1) % 10}{good[last + 1 :]}"
    assert not fits(wrong)


def test_numbers_that_were_never_issued_are_no_social_security_numbers() -> None:
    assert check.ssn("219-09-9999")
    assert not any(check.ssn(number) for number in ("000-12-3456", "666-12-3456", "912-12-3456", "219-00-9999", "219-09-0000"))


def test_a_redaction_says_where_what_and_why() -> None:
    text = "I'm Maria Lopez, MRN: 00123456"
    findings = PrivacyInput().scan(text, Context())
    assert [(f.rule, text[f.start : f.end], f.replacement, f.action) for f in findings] == [
        ("privacy.name", "Maria Lopez", "[name]", Action.redact),
        ("privacy.record_number", "00123456", "[record number]", Action.redact),
    ]
    assert all("isn't needed" in f.message for f in findings)


def test_a_name_is_masked_wherever_it_stands_again() -> None:
    assert "thornton" not in mask("My name is Rebecca Thornton.\nRe: THORNTON, see Thornton family").lower()
    assert mask("My name is Rebecca Thornton. The letter says Thornton.") == "My name is [name]. The letter says [name]."


@pytest.mark.parametrize(
    "text",
    [
        "Is the Philadelphia chromosome inherited?",
        "St John's wort lowers imatinib levels.",
        "Agent Orange and CLL",
        "Dr. Google says Hodgkin lymphoma",
        "del(5q), t(9;22)(q34;q11), 46,XX",
        "Platelets 150000-400000, result 98000",
        "BCR-ABL 0.1 % on 12/03/2026 and 0.09 % on 2026-04-12",
        "My son was born with leukemia.",
        "Call 1-800-955-4572 for help.",
        "A clotting test named INR is 1.1",
        "WBC 1,66 H 1,08 2,36",
        "WBC 6451 H 5170 14160",
        "Hb 813/743-1222",
        "Na 4519 3608-5409",
        "Sodium (mmol/L)   137 136..145",
        "Haematocrit (L/L) 0.453 0.360-0.460",
        "White cells 2.1 * (4.0 - 10.0)",
        "Ann Arbor stage II",
        "Patient: Blood count",
    ],
)
def test_words_and_values_of_the_field_stay(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Name: Ann Smith", "Ann Smith"),
        ("Patient: James Green   MRN: 12345678", "James Green"),
        ("Name: April Jones", "April Jones"),
        ("Patient: Li Wei\nWBC 3.1", "Li Wei"),
        ("Patient Name \t Rosa Keller \t \t", "Rosa Keller"),
        ("Address \t 310 Larkspur Way, Bend, OR 97701 \t ", "Larkspur"),
        ("H.No. 12/3 Gandhi Nagar", "Gandhi"),
        ("Gesine Thormählen *30.08.1959", "30.08.1959"),
    ],
    ids=lambda value: value[:20],
)
def test_names_that_are_also_words_of_the_field_and_cells_are_masked(text: str, secret: str) -> None:
    assert secret not in mask(text)


def test_masking_twice_changes_nothing_more() -> None:
    for row in ROWS:
        once = masked(row["text"]).text
        assert not [span for span in find_identifiers(once) if "[" not in once[span[0] : span[1]] and span[2] != "name"], once


NAMES = ("Maria Lopez", "Peter Schmidt", "Rajesh Kumar", "Hélène Marchand", "Giulia Rossi", "João Silva", "Karen O'Neil", "Jean-Luc Petit")
FRAMES = (
    "My name is {}.",
    "Patient: {}   DOB: 01/02/1960",
    "Ich heiße {} und habe CML.",
    "Je m'appelle {}.",
    "Me llamo {}.",
    "Mi chiamo {}.",
    "Meu nome é {}.",
    "Dr. {} said so.",
    "{}, 54, CLL",
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(FRAMES), st.integers(0, 9_999_999))
def test_any_name_in_any_frame_beside_any_number_is_masked(name: str, frame: str, number: int) -> None:
    text = f"{frame.format(name)} WBC {number % 90}.{number % 10}"
    assert name.split()[-1] not in mask(text)
    assert f"WBC {number % 90}.{number % 10}" in mask(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_masked_without_an_error_and_spans_are_in_order(text: str) -> None:
    spans = find_identifiers(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


def test_lab_values_of_any_size_are_no_identifiers() -> None:
    dice = random.Random(7)
    for _ in range(300):
        low, high = dice.randint(1, 9) * 1000, dice.randint(10, 90) * 1000
        line = f"{dice.choice(('WBC', 'Platelets', 'Ferritin', 'LDH'))} {dice.randint(1, 999999)} {dice.choice(('/uL', 'ng/mL', 'U/L', '/cumm'))} ({low}-{high})"
        assert mask(line) == line
