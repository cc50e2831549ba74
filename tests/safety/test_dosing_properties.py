"""Dosing rules under any drug, amount, unit, layout and disguise: what tells a dose is blocked, what only looks like one passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukchat.safety.dosing import DosingInput, DosingOutput
from leukchat.safety.drugs import Drug, drug_table
from leukchat.safety.rules import Context

MEDICINES = [drug for drug in drug_table() if drug.drug_class != "regimen" and drug.kind != "supplement" and "vaccine" not in drug.name and "vaccine" not in drug.drug_class]
NAMES = sorted({name for drug in MEDICINES for name in (drug.name, *drug.names) if len(name) >= 5 and name.replace(" ", "").isalpha()})
MASSES = ["mg", "mcg", "µg", "micrograms", "milligrams", "IU", "mg/m2", "mg/m²", "mg/kg", "mg per square metre", "mL"]
FORMS = ["tablets", "capsules", "pills", "drops", "puffs", "sachets", "caplets"]
WORDS = ["two", "three", "four", "half a dozen", "one and a half", "two to three"]

SENTENCES = [
    "Take {a} {u} of {d} every morning.",
    "You could have {d} {a} {u} before bed.",
    "Most adults are given {a} {u} of {d}.",
    "{d} works best at {a} {u}.",
    "I would go with {a} {u} of {d} for now.",
    "Never more than {a} {u} of {d} in one day.",
    "For her weight it is {a} {u} of {d}.",
    "If the nausea is bad, {d} {a} {u} will settle it.",
    "Let your son swallow {a} {u} {d} with jam.",
    "{d}, {a} {u}, twice a week, is plenty.",
    "Start {d} at {a} {u} and go up slowly.",
    "Your {d} can be {a} {u} tonight.",
]
LAYOUTS = [
    "- {d}: {a} {u}",
    "1. {d} {a} {u} at night\n2. rest",
    "| Medicine | Amount |\n|---|---|\n| {d} | {a} {u} |",
    "| {d} | {a} {u} |",
    "Morning:\n- {d}\n- {a} {u} with food",
    "{d}\n{a} {u} daily",
    "**{d}**: *{a}* {u}",
    "{d} -> {a} {u} / day",
    "<li>{d} {a} {u}</li>",
]
CHANGES = [
    "You can stop {d} tomorrow.",
    "Just skip {d} tonight.",
    "It is safe to halve the {d}.",
    "Double your {d} until Friday.",
    "I'd pause {d} for a week.",
    "Feel free to leave out the {d}.",
    "Come off {d} slowly.",
    "Cut back on {d} while you feel sick.",
    "Restart {d} on Monday.",
    "You may switch from {d} to paracetamol.",
]
SAFE_CHANGES = [
    "Do not stop {d} without asking your team.",
    "Never double {d} on your own.",
    "Ask your doctor before you skip {d}.",
    "Your team may pause {d} when counts are low.",
    "Whether to change {d} is a question for your clinic.",
    "{d} can cause nausea in some people.",
    "If you forgot {d}, call your pharmacist.",
]
RESULTS = [
    "Your {t} of {n} {u} is below the range.",
    "{t} was {n} {u} last week.",
    "A {t} of {n} {u} can have many causes.",
    "| Test | Result |\n|---|---|\n| {t} | {n} {u} |",
    "On Monday the {t} was {n} {u}, and on Friday it was higher.",
]
TESTS = [
    ("haemoglobin", "g/L"),
    ("hemoglobin", "g/dL"),
    ("platelet count", "× 10⁹/L"),
    ("creatinine", "mg/dL"),
    ("ferritin", "ng/mL"),
    ("potassium", "mmol/L"),
    ("bilirubin", "µmol/L"),
    ("CRP", "mg/L"),
    ("LDH", "U/L"),
    ("uric acid", "mg/dL"),
]
FOODS = ["lentils", "spinach", "yoghurt", "salmon", "milk", "eggs", "tofu", "oats", "almonds", "chicken"]
MEALS = [
    "A portion of {f} has {n} g of protein.",
    "{n} g of {f} gives you some protein.",
    "Have {f} with breakfast, about {n} g.",
    "Snacks:\n- {f} ({n} g of protein)\n- a pear",
    "A cup of {f} brings {n} mg of iron.",
]

drugs = st.sampled_from(NAMES)
numbers = (
    st.integers(1, 2000).map(str)
    | st.integers(1, 990).map(lambda n: n / 10).map(str)
    | st.sampled_from(["1,000", "2 500".replace(" ", ","), "four hundred", "fifty", "1/2", "50-75", "100 to 140"])
)


def blocked(text: str, previous: tuple[str, ...] = ()) -> bool:
    """Whether the rule stops a text."""
    return bool(DosingOutput().scan(text, Context(previous=previous)))


@given(drug=drugs, amount=numbers, unit=st.sampled_from(MASSES), template=st.sampled_from(SENTENCES + LAYOUTS))
def test_any_drug_with_an_amount_is_blocked_in_any_layout(drug: str, amount: str, unit: str, template: str) -> None:
    assert blocked(template.format(d=drug, a=amount, u=unit))


@given(drug=drugs, count=st.sampled_from(WORDS) | st.integers(1, 12).map(str), form=st.sampled_from(FORMS))
def test_any_count_of_a_form_is_blocked(drug: str, count: str, form: str) -> None:
    assert blocked(f"Take {count} {form} of {drug} at night.")
    assert blocked(f"{drug}: {count} {form} daily")
    assert blocked(f"{count} {form} in the morning will do.", (f"{drug} is a medicine.", "It is swallowed whole."))


@given(drug=drugs, amount=st.integers(1, 2000), unit=st.sampled_from(["mg", "mcg", "mL"]))
def test_an_amount_is_blocked_when_the_drug_stands_two_units_before(drug: str, amount: int, unit: str) -> None:
    assert blocked(f"Take {amount} {unit} twice a day.", (f"{drug} is often used.", "It can make you tired."))


@given(drug=drugs, template=st.sampled_from(CHANGES))
def test_any_change_told_to_the_person_is_blocked(drug: str, template: str) -> None:
    assert blocked(template.format(d=drug))


@given(drug=drugs, template=st.sampled_from(SAFE_CHANGES))
def test_warnings_and_what_the_team_decides_pass(drug: str, template: str) -> None:
    assert not blocked(template.format(d=drug))


@given(test=st.sampled_from(TESTS), number=st.integers(1, 9990).map(lambda n: n / 10), template=st.sampled_from(RESULTS))
def test_any_result_of_a_test_passes(test: tuple[str, str], number: object, template: str) -> None:
    assert not blocked(template.format(t=test[0], n=number, u=test[1]))


@given(food=st.sampled_from(FOODS), number=st.integers(1, 300), template=st.sampled_from(MEALS))
def test_any_food_passes(food: str, number: int, template: str) -> None:
    assert not blocked(template.format(f=food, n=number))


def zero_width(text: str) -> str:
    return "\u200b".join(text)


def look_alike(text: str) -> str:
    return text.translate(str.maketrans("aeocp", "аеоср"))


def full_width(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def markdown(text: str) -> str:
    return " ".join(f"**{word}**" for word in text.split())


def html(text: str) -> str:
    return " ".join(f"<b>{word}</b>" for word in text.split())


def spaced(text: str) -> str:
    return "   ".join(" ".join(word) for word in text.split())


def dotted_circle_digits(text: str) -> str:
    return text.translate({ord(str(digit)): chr(0x0966 + digit) for digit in range(10)})


def arabic_digits(text: str) -> str:
    return text.translate({ord(str(digit)): chr(0x0660 + digit) for digit in range(10)})


def letters_for_digits(text: str) -> str:
    return text.replace("00 mg", "oo mg")


def shouting(text: str) -> str:
    return text.upper()


def accents(text: str) -> str:
    return text.replace("a", "á").replace("i", "ì").replace("o", "ö")


DISGUISES = [zero_width, look_alike, full_width, markdown, html, spaced, dotted_circle_digits, arabic_digits, letters_for_digits, shouting, accents]
PLAIN = [drug for drug in MEDICINES if drug.kind == "leukemia" and drug.name.isalpha()]


@given(drug=st.sampled_from(PLAIN), amount=st.sampled_from([100, 200, 400, 25, 75]), disguise=st.sampled_from(DISGUISES))
def test_a_disguised_dose_is_blocked_and_the_span_lies_in_the_text(drug: Drug, amount: int, disguise: object) -> None:
    assert callable(disguise)
    text = disguise(f"Take {amount} mg of {drug.name} every day.")
    found = DosingOutput().scan(text, Context())
    assert found, text
    assert 0 <= found[0].start < found[0].end <= len(text)


@given(text=st.text(max_size=400), question=st.text(max_size=40))
def test_spans_lie_in_any_text(text: str, question: str) -> None:
    for finding in (*DosingOutput().scan(text, Context(question=question)), *DosingInput().scan(text, Context())):
        assert 0 <= finding.start <= finding.end <= len(text)


@given(
    drug=drugs,
    template=st.sampled_from(
        [
            "How much {d} should I take?",
            "what is the usual dose of {d}",
            "Can I stop {d} for a week?",
            "I forgot my {d}, what now?",
            "is 50 mg of {d} too much",
            "how often do I take {d}?",
            "Should I halve my {d}?",
            "max {d} per day?",
        ]
    ),
)
def test_any_request_for_a_dose_is_recognised(drug: str, template: str) -> None:
    assert DosingInput().scan(template.format(d=drug), Context())


@given(
    drug=drugs,
    template=st.sampled_from(
        [
            "What is {d}?",
            "What are the side effects of {d}?",
            "Can {d} cause a rash?",
            "How much does {d} cost?",
            "How does {d} work?",
            "Why do I need {d}?",
            "Can I eat grapefruit with {d}?",
            "Who discovered {d}?",
        ]
    ),
)
def test_other_questions_about_a_drug_pass(drug: str, template: str) -> None:
    assert not DosingInput().scan(template.format(d=drug), Context())


@pytest.mark.parametrize("text", ["Take 400 mg of imatinib.", "Prenez 2 comprimés de prednisone.", "Nehmen Sie 400 mg Imatinib."])
def test_the_span_covers_the_amount_in_the_persons_own_text(text: str) -> None:
    finding = DosingOutput().scan(text, Context())[0]
    assert any(char.isdigit() for char in text[finding.start : finding.end]) or "comprim" in text[finding.start : finding.end] or "mg" in text[finding.start : finding.end]
