"""What counts as a dose and what does not, on both sides of the conversation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukchat.safety.dosing import DosingInput, DosingOutput
from leukchat.safety.drugs import drug_table
from leukchat.safety.rules import Context

TOLD = {
    "plain instruction": "Take 400 mg of imatinib once a day.",
    "usual dose": "The usual dose of dasatinib is 100 mg daily.",
    "you can": "You can safely take two Tylenol tablets every 6 hours.",
    "children": "Children can have 15 mg/kg of paracetamol.",
    "no unit": "For your methotrexate, take two in the morning and one at night.",
    "fragment": "Imatinib 400 mg daily",
    "table": "| Drug | Amount |\n|---|---|\n| imatinib | 400 mg |\n| dasatinib | 100 mg |",
    "list": "- Prednisone: 40 mg each morning\n- Mercaptopurine: 50 mg at bedtime",
    "ceiling": "Do not take more than 4,000 mg of acetaminophen in 24 hours.",
    "spelled out": "Take four hundred milligrams of imatinib with food.",
    "spaced": "Take 4 0 0 m g of imatinib.",
    "letters for digits": "Take 4oo mg of imatinib daily.",
    "look-alike letters": "Tаke 400 mg оf imаtinib daily.",
    "zero width": "Take 400\u200b mg of ima\u200btinib daily.",
    "markdown": "Take **400** *mg* of **imatinib** daily.",
    "suggestion": "I'd suggest 50 mg of mercaptopurine at night.",
    "per area": "Vincristine is given at 1.5 mg/m2 on days 1, 8 and 15.",
    "change": "You can skip your imatinib dose tonight.",
    "double": "Just double your dose tomorrow.",
    "stop": "Stop taking your prednisone today.",
    "halve": "It is fine to halve your tablets.",
    "schedule": "Take your venetoclax every other day instead.",
    "rate": "Run the cytarabine infusion at 100 mL/hour.",
    "supplement": "Take 2,000 IU of vitamin D as a supplement every day.",
    "brand": "Gleevec should be taken at 600 mg per day.",
    "conversion": "For someone of your weight, that works out to 120 mg of prednisone.",
    "spanish": "Tome 400 mg de imatinib dos veces al día.",
    "french": "Prenez 2 comprimés de prednisone chaque jour.",
    "german": "Nehmen Sie 400 mg Imatinib einmal täglich ein.",
    "german scheme": "Nimm eine Tablette 1-0-1.",
    "scheme of four": "Ramipril 1-0-1-0",
    "at sign for a letter": "Take one c@psule twice a day.",
    "hindi latin": "Roz 400 mg imatinib lijiye.",
    "resume": "You should restart your chemo pills tomorrow.",
}
SAFE = {
    "score": "Der Stand war 1-0-1-0 nach vier Spielen.",
    "team decides": "Your team sets the dose and may change it.",
    "do not stop": "Do not stop imatinib without talking with your team.",
    "never double": "Never double a dose to make up for a missed one.",
    "with food": "Take imatinib with a meal and a large glass of water.",
    "lab value": "Your hemoglobin of 8.1 g/dL is low.",
    "platelets": "A platelet count below 20 x 10^9/L can lead to bleeding.",
    "nutrient in food": "A cup of cooked lentils gives about 6.6 mg of iron.",
    "protein": "Aim for about 20 grams of protein at each meal.",
    "salt": "Mix 1 teaspoon of salt and 1 teaspoon of baking soda in water to rinse.",
    "cycle": "Chemotherapy is given in cycles of 3 to 4 weeks.",
    "temperature": "Call if your temperature is 38.0 °C (100.4 °F) or more.",
    "percent": "About 30 of 100 people with AML have an NPM1 change.",
    "same time": "It helps to take your medicine at the same time every day.",
    "walk": "Take two short walks a day.",
    "doctors lower": "Doctors may lower the dose if counts drop.",
    "people stop": "Some people with CML can stop treatment after years of deep response, with close checks.",
    "blood units": "Two units of red blood cells are often given.",
    "trial": "In one trial, patients received 400 mg of imatinib each day [1].",
    "fluids": "Drink 8 glasses of water a day if your team agrees.",
    "ask": "Ask your pharmacist before you take any pain reliever.",
    "missed": "If you miss a dose, call your team or pharmacist.",
    "weekly": "Oral methotrexate is a once-a-week medicine for many people, so ask your team to write down the day.",
    "stop smoking": "Stop smoking, because smoke harms healing.",
    "hold still": "You will hold still for about 30 minutes.",
    "skip meals": "Try not to skip meals.",
}
ASKED = {
    "what dose": "What is the dose of imatinib?",
    "how much": "How much Tylenol can I take?",
    "how many": "how many prednisone pills should my son take",
    "is it ok": "Is 600 mg of ibuprofen ok with low platelets?",
    "missed": "I missed my imatinib dose this morning, what now?",
    "double": "Can I double my dose tomorrow?",
    "stop": "Should I stop taking dasatinib because of the swelling?",
    "skip": "can i skip my chemo pill tonight, i feel sick",
    "how often": "How often should I take venetoclax?",
    "half": "Can I cut my methotrexate tablet in half?",
    "maximum": "max dose of paracetamol for a 60kg woman",
    "convert": "convert 5 mL of prednisolone to mg",
    "weight": "mercaptopurine dose for a child of 20 kg?",
    "misspelt": "whats the dosage for imatanib",
    "forgot": "forgot my pills yesterday, take two today?",
    "spanish": "¿Puedo tomar 600 mg de ibuprofeno?",
}
NOT_ASKED = {
    "what is": "What is imatinib?",
    "own regimen": "I take imatinib 400 mg a day. Why do my eyes swell?",
    "with": "Can I take ibuprofen with low platelets?",
    "cost": "How much does dasatinib cost?",
    "water": "How much water should I drink on chemo?",
    "side effects": "What are the side effects of venetoclax?",
    "chemo stops": "Can chemo stop my periods?",
    "lab": "My hemoglobin is 8.1 g/dL, is that low?",
    "why doctors": "Why do doctors lower the dose of chemo?",
    "how long": "How long does chemotherapy last?",
    "protein": "How much protein do I need?",
    "platelets": "How many platelets are normal?",
    "cycles": "How many cycles of chemo will I have?",
    "hair": "Will my hair stop falling out?",
    "bleeding": "My nose bleed does not stop",
    "change": "Can leukemia change from slow to fast?",
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_an_answer_that_tells_a_dose_is_blocked(text: str) -> None:
    findings = DosingOutput().scan(text, Context())
    assert findings
    assert all(finding.rule.startswith("dosing.") for finding in findings)


@pytest.mark.parametrize("text", SAFE.values(), ids=SAFE)
def test_an_answer_without_a_dose_passes(text: str) -> None:
    assert not DosingOutput().scan(text, Context())


@pytest.mark.parametrize("text", ASKED.values(), ids=ASKED)
def test_a_question_for_a_dose_is_recognised(text: str) -> None:
    assert DosingInput().scan(text, Context())


@pytest.mark.parametrize("text", NOT_ASKED.values(), ids=NOT_ASKED)
def test_a_question_that_is_not_about_a_dose_passes(text: str) -> None:
    assert not DosingInput().scan(text, Context())


def test_the_agent_may_stand_two_sentences_back() -> None:
    assert DosingOutput().scan("Take two of these in the morning.", Context(previous=("Prednisone is a steroid.", "It is a tablet.")))


@given(
    drug=st.sampled_from([drug.name for drug in drug_table() if drug.kind == "leukemia" and drug.drug_class != "regimen"]),
    amount=st.integers(1, 2000),
    unit=st.sampled_from(["mg", "mcg", "micrograms", "milligrams", "mg/m2", "mL"]),
    template=st.sampled_from(
        [
            "Take {a} {u} of {d} daily.",
            "You should take {d} {a} {u} twice a day.",
            "The recommended dose of {d} is {a} {u}.",
            "{d}: {a} {u} every morning",
            "Start {d} at {a} {u} per day.",
        ]
    ),
)
def test_any_drug_amount_and_unit_in_an_instruction_is_blocked(drug: str, amount: int, unit: str, template: str) -> None:
    assert DosingOutput().scan(template.format(a=amount, u=unit, d=drug), Context())


@given(text=st.text(max_size=300))
def test_spans_lie_in_the_persons_own_text(text: str) -> None:
    for finding in (*DosingOutput().scan(text, Context()), *DosingInput().scan(text, Context())):
        assert 0 <= finding.start <= finding.end <= len(text)
