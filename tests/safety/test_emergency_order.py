"""Which card comes first when a text sounds like an emergency and like despair."""

from __future__ import annotations

import pytest

from leukchat.guardrails.guard import run_rules
from leukchat.safety.emergency import EmergencyInput, cards
from leukchat.safety.rules import Context
from leukchat.safety.self_harm import SelfHarmInput

RULES = (SelfHarmInput(), EmergencyInput())
ORDERS = {
    "only medical": ("Dad keeps falling asleep, I can't wake him", ["emergency.brain"]),
    "wished for": ("Maybe I should just let the fever take me", ["self_harm.crisis", "emergency.fever"]),
    "planned": ("I'm going to overdose tonight", ["self_harm.crisis", "emergency.overdose"]),
    "done": ("I took all my sleeping pills because I want to die", ["emergency.overdose", "self_harm.crisis"]),
    "of another, done": ("my teen took a whole box of her pills and wants to die", ["emergency.overdose", "self_harm.other"]),
    "both, one urgent": ("I want to die, and my lips are blue and I can't breathe", ["emergency.breathing", "self_harm.crisis"]),
    "fever beside despair": ("I have a fever of 39 and I want to die", ["self_harm.crisis", "emergency.fever"]),
}


@pytest.mark.parametrize(("text", "order"), ORDERS.values(), ids=ORDERS)
def test_what_helps_first_is_shown_first(text: str, order: list[str]) -> None:
    findings = run_rules(RULES, text, Context(country="IE")).findings
    by_message = {finding.message: finding.rule for finding in findings}
    assert [by_message[card] for card in cards(text, findings)] == order


def test_a_second_emergency_adds_what_to_tell_and_calls_nobody_else() -> None:
    text = "On ATRA, I gained 5 kg in a week and I'm short of breath"
    first, second = cards(text, run_rules(RULES, text, Context(country="DE")).findings)
    assert first.startswith("**Call 112 now")
    assert second.startswith("Tell them this as well.")
    assert "alert card" in second
    assert "Call" not in second


def test_no_urgent_finding_gives_no_card() -> None:
    assert cards("When is my visit?", ()) == []
