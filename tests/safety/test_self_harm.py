"""Thoughts of suicide in anyone's words, and words that only sound like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.safety.helplines import helplines
from leukchat.safety.rules import Context
from leukchat.safety.self_harm import SelfHarmInput, crisis_message

RULE = SelfHarmInput()
WISHES = (
    "I want to die",
    "I don't want to live",
    "I can't go on like this",
    "I'm going to kill myself",
    "everyone would be better off without me",
    "I want to sleep and not wake up",
    "there's no point in living",
)
AROUND = ("{}", "Since the relapse {}.", "{}, please don't tell my team", "If the scan is bad {}", "I know it's silly but {}", "Sometimes {}", "{}. What foods help with nausea?")
CRISIS = {
    "means": "I've been saving up my sleeping pills for when it gets too much",
    "amount": "how many morphine tablets would it take to die",
    "stopping treatment to die": "I want to stop chemo so that I can die",
    "letter": "I wrote a goodbye letter last night",
    "husband": "my husband says he wants to die",
    "teen": "our teenager told me she has a plan to kill herself",
    "cutting": "my daughter keeps cutting herself",
    "wish": "I hope the infection kills me",
    "tired of life": "I'm tired of living",
    "denied and said": "I'm not depressed, I just don't want to live",
    "es": "ya no quiero vivir",
    "fr": "je veux en finir avec la vie",
    "de": "ich will nicht mehr leben",
    "pt": "quero morrer",
    "it": "voglio farla finita",
    "hi-Latn": "ab jeena nahi chahta",
    "hi": "मैं मर जाना चाहता हूँ",
}
CALM = {
    "denied": "I'm not suicidal, just tired",
    "denied act": "I'm not going to hurt myself",
    "idiom": "I'm dying to know my PCR",
    "chemo": "this chemo is killing me",
    "cells": "how does the drug kill cancer cells",
    "gene": "what is a suicide gene",
    "fear": "I'm afraid of dying",
    "prognosis": "Am I going to die from AML?",
    "home": "I want to die at home when the time comes, how does hospice work?",
    "law": "is assisted dying legal in Oregon",
    "planning": "how do I write a living will",
    "will to live": "I don't want to die, I want to live",
    "stopping": "I'm thinking about stopping treatment for quality of life",
    "past of another": "My brother died by suicide years ago",
    "shaving": "I cut myself shaving",
    "fighter": "I won't let the cancer win",
}


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(WISHES), st.sampled_from(AROUND), st.booleans())
def test_a_wish_to_die_is_met_in_any_setting(wish: str, frame: str, plain: bool) -> None:
    text = frame.format(wish)
    assert RULE.scan(text.replace("'", "").lower() if plain else text, Context()), text


@pytest.mark.parametrize("text", CRISIS.values(), ids=CRISIS)
def test_direct_and_indirect_words_of_despair_are_met(text: str) -> None:
    (finding,) = RULE.scan(text, Context(country="GB"))
    assert "116 123" in finding.message


@pytest.mark.parametrize("text", CALM.values(), ids=CALM)
def test_idioms_fears_and_end_of_life_questions_are_no_crisis(text: str) -> None:
    assert not RULE.scan(text, Context())


@pytest.mark.parametrize("country", helplines())
def test_the_answer_is_warm_and_names_the_countrys_line_and_number(country: str) -> None:
    message, numbers = crisis_message(country), helplines()[country]
    assert message.startswith("I'm really glad you wrote")
    assert numbers.crisis in message
    assert numbers.emergency in message
    assert numbers.source.startswith("https://")
