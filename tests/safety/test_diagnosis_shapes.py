"""Verdicts known by their shape: the note, the bet, the denial, the course, the sign waved away, and other languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.safety.diagnosis import DiagnosisOutput
from leukchat.safety.rules import Context

BETS = ("I'd bet on", "My best guess is", "In all likelihood it's", "Odds are that it is", "There's little doubt about")
ILLS = ("AML", "CLL", "chronic myeloid leukemia", "a relapse", "lymphoma", "sepsis")


def rules(text: str) -> list[str]:
    return [finding.rule for finding in DiagnosisOutput().scan(text, Context())]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Interpretation: chronic lymphocytic leukemia.", "diagnosis.assertion"),
        ("Basophils 9 % and a big spleen -> CML.", "diagnosis.assertion"),
        ("Your sweats and that lump are caused by lymphoma.", "diagnosis.assertion"),
        ("It looks as if your sister has APL.", "diagnosis.assertion"),
        ("The ache in your legs is a bug and not leukemia.", "diagnosis.assertion"),
        ("Your counts rule out any leukemia.", "diagnosis.assertion"),
        ("The second PCR says that you are in deep remission.", "diagnosis.assertion"),
        ("Your graft has failed.", "diagnosis.assertion"),
        ("You are now officially cured.", "diagnosis.assertion"),
        ("The disease has come back.", "diagnosis.assertion"),
        ("The chemo is going to work for you.", "diagnosis.prognosis"),
        ("He won't see another Christmas.", "diagnosis.prognosis"),
        ("I'd say three years.", "diagnosis.prognosis"),
        ("That bruise comes from the gym.", "diagnosis.false_comfort"),
        ("Those nosebleeds can be ignored.", "diagnosis.false_comfort"),
        ("Cancel tomorrow's blood test.", "diagnosis.false_comfort"),
    ],
)
def test_a_verdict_in_any_words_is_blocked(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(BETS), st.sampled_from(ILLS))
def test_a_bet_on_an_illness_is_a_verdict_and_the_refusal_to_bet_is_not(bet: str, ill: str) -> None:
    assert rules(f"{bet} {ill}.") == ["diagnosis.assertion"]
    assert rules(f"I can't say whether it is {ill}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sus resultados indican que usted tiene leucemia.",
        "Votre fille est guérie.",
        "Bei Ihrem Vater ist die Leukämie wieder da.",
        "Le restano poche settimane.",
        "Você está com câncer? Não: o senhor está curado.",
        "Aapke pati ko blood cancer hai.",
        "Die Knoten sind harmlos.",
    ],
)
def test_verdicts_in_other_languages_are_blocked(text: str) -> None:
    assert rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Relapse means that leukemia is found again.",
        "A blast count of 20 percent or more means acute leukemia.",
        "Your team says that you are in remission.",
        "You may be afraid that it has come back.",
        "You'll have a blood test every month.",
        "Keine Pflanze heilt Leukämie.",
        "Nur eine Biopsie kann zeigen, ob es ein Rückfall ist.",
        "Sólo su médico puede decir si está curado.",
        "A nosebleed that doesn't stop should be reported.",
        "Don't wait for the next appointment with a new lump.",
    ],
)
def test_definitions_conditions_and_calls_to_report_pass(text: str) -> None:
    assert rules(text) == []
