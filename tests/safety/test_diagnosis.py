"""What only a doctor can say is kept out of answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.safety.diagnosis import DiagnosisOutput
from leukchat.safety.rules import Context

ILLS = ("leukemia", "AML", "CLL", "chronic myeloid leukemia", "a relapse", "pneumonia", "sepsis", "graft-versus-host disease")
WHO = ("You have", "He has", "Your son has", "She definitely has", "You most likely have")


def rules(text: str) -> list[str]:
    return [finding.rule for finding in DiagnosisOutput().scan(text, Context())]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("These results mean you have AML.", "diagnosis.assertion"),
        ("I strongly suspect acute leukemia.", "diagnosis.assertion"),
        ("Your leukemia has come back.", "diagnosis.assertion"),
        ("Your blasts confirm relapse.", "diagnosis.assertion"),
        ("That rules out cancer.", "diagnosis.assertion"),
        ("You are in remission.", "diagnosis.assertion"),
        ("Vous avez une rechute.", "diagnosis.assertion"),
        ("You have about six months.", "diagnosis.prognosis"),
        ("You will be cured.", "diagnosis.prognosis"),
        ("There is nothing to worry about.", "diagnosis.false_comfort"),
        ("No need to call the doctor.", "diagnosis.false_comfort"),
        ("Your headaches are just stress.", "diagnosis.false_comfort"),
    ],
)
def test_verdicts_on_a_person_are_blocked(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "If you have leukemia, call for any fever.",
        "People who have CML take tablets.",
        "Only a marrow test can show whether you have leukemia.",
        "When you are in remission, tests find few leukemia cells.",
        "Leukemia can cause tiredness and bruises.",
        "These results need a specialist, because several causes are possible.",
        "In one study, 88 of 100 people were alive after five years.",
        "Relapse means that the leukemia has come back.",
        "This is a cancer of the white blood cells.",
        "It's normal to be afraid before a test.",
    ],
)
def test_general_and_conditional_statements_pass(text: str) -> None:
    assert rules(text) == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WHO), st.sampled_from(ILLS))
def test_an_illness_said_of_a_person_is_blocked_and_under_a_condition_passes(who: str, ill: str) -> None:
    assert rules(f"{who} {ill}.") == ["diagnosis.assertion"]
    assert rules(f"Only tests can show whether {who.lower()} {ill}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Your baby has juvenile myelomonocytic leukemia because of the monocytes.",
        "Your ALL is returning.",
        "You've relapsed.",
        "There's no blood cancer in your body.",
        "That nosebleed isn't serious.",
        "For you the risk of relapse is one in three.",
        "Você está em remissão.",
    ],
)
def test_verdicts_are_known_by_what_they_do(text: str) -> None:
    assert DiagnosisOutput().scan(text, Context())


@pytest.mark.parametrize(
    "text",
    ["HTLV-2 has not been clearly shown to cause leukemia.", "Your numbers alone neither prove nor exclude a relapse.", "Live vaccines are not safe while you have active GVHD."],
)
def test_facts_and_open_sentences_are_no_verdict(text: str) -> None:
    assert not DiagnosisOutput().scan(text, Context())
