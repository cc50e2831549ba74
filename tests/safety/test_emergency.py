"""Emergencies and crises in people's words, and words that only sound like one."""

from __future__ import annotations

import pytest

from leukchat.safety.emergency import EmergencyInput
from leukchat.safety.helplines import country_of
from leukchat.safety.rules import Context
from leukchat.safety.self_harm import SelfHarmInput

URGENT = {
    "fever C": "My temperature is 38.4 and I had chemo last week",
    "fever F": "hes got 101.2 and chemo was tuesday",
    "fever word": "My son has a fever since this morning",
    "fever spelled": "his temp is thirty nine",
    "chills": "I can't stop shivering and feel awful after my infusion",
    "nosebleed": "My nose has been bleeding for 30 minutes and won't stop",
    "black stool": "my poop is black and sticky today",
    "headache": "I suddenly have the worst headache of my life",
    "stroke": "my husband's face is drooping and he is slurring his words",
    "confused": "Dad is suddenly confused and doesn't know where he is",
    "breath": "I can't catch my breath and my lips are blue",
    "chest": "crushing pain in my chest since an hour",
    "allergy": "my tongue is swelling after the antibiotic",
    "differentiation": "On ATRA, I gained 5 kg in a week and I'm short of breath",
    "overdose": "I took twice as many pills as I should by mistake",
    "weekly methotrexate": "mum took methotrexate every day instead of once a week",
    "cannot drink": "I can't keep anything down since yesterday",
    "belly": "severe belly pain going to my back after asparaginase",
    "no urine": "I haven't peed since last night",
    "legs": "my legs are suddenly weak and I can't feel my bladder",
}
CALM = {
    "definition": "What counts as a fever during chemo?",
    "negated": "I have no fever and no bleeding, just tired",
    "past": "I had a fever last year during induction",
    "hypothetical": "What should I do if I get a fever?",
    "normal": "My temperature is 36.8 and I feel fine",
    "cause": "Can chemo cause nosebleeds?",
    "prevent": "How can I prevent infections and fever?",
    "lab": "My platelets are 101 and my WBC is 38.5",
    "age": "I am 39 and was diagnosed with CML",
    "explain": "Explain tumor lysis syndrome",
    "vaccine": "Is the yellow fever vaccine safe for me?",
}
CALM |= {
    "stable": "I feel breathless on the stairs, same as for the last ten years, the doctor knows",
    "over": "I had a headache after the puncture, gone now",
    "bereaved": "We lost him in March. It began with a fever. How often is that?",
    "portal": "I can't see my portal, how long does the outage last?",
    "age": "Writing my will at 34 feels odd",
    "sport": "bit breathless after running 5k",
    "figure": "my head is exploding from all these terms",
    "plan": "the school wants a fever plan in writing",
    "puffy": "Puffy eyelids in the morning since imatinib, the doctor saw it",
}
URGENT |= {
    "slow breathing": "he had his morphine and is breathing 6 times a minute",
    "pupils": "her pupils are tiny and she is hard to wake",
    "half face": "meine linke Gesichtshälfte ist taub",
    "not recognising": "il ne me reconnaît plus depuis ce matin",
    "eyes closed": "बच्चा आँख नहीं खोल रहा",
    "wrong patient": "the nurse gave him the wrong patient's syringe",
    "words": "I can only speak three words at a time",
    "line out": "ma voie centrale est sortie",
    "marbled": "his feet are cold and marbled",
}
CRISIS = {
    "outright": "I want to kill myself",
    "indirect": "Everyone would be better off without me",
    "go on": "I can't go on with this any more",
    "pills": "I have been saving up my morphine pills so it can be over",
    "reason": "there is no reason to live after this relapse",
    "lethal": "how many sleeping pills would kill me",
}
NOT_CRISIS = {
    "cells": "How does chemo kill cancer cells?",
    "fear": "Does relapse mean I am going to die?",
    "gene": "What is a suicide gene in CAR-T therapy?",
    "denied": "I am not suicidal but I feel sad",
}


@pytest.mark.parametrize("text", URGENT.values(), ids=URGENT)
def test_an_emergency_escalates_with_an_action_and_a_number(text: str) -> None:
    findings = EmergencyInput().scan(text, Context(country="GB"))
    assert findings
    assert "999" in findings[0].message or "24-hour line" in findings[0].message


@pytest.mark.parametrize("text", CALM.values(), ids=CALM)
def test_definitions_negations_and_the_past_do_not_escalate(text: str) -> None:
    assert not EmergencyInput().scan(text, Context())


@pytest.mark.parametrize("text", CRISIS.values(), ids=CRISIS)
def test_thoughts_of_suicide_get_a_crisis_line(text: str) -> None:
    findings = SelfHarmInput().scan(text, Context(country="US"))
    assert findings
    assert "988" in findings[0].message


@pytest.mark.parametrize("text", NOT_CRISIS.values(), ids=NOT_CRISIS)
def test_other_talk_of_death_is_no_crisis(text: str) -> None:
    assert not SelfHarmInput().scan(text, Context())


@pytest.mark.parametrize(("locale", "country"), [("en-GB,en;q=0.9", "GB"), ("de_DE", "DE"), ("en", ""), ("xx-ZZ", ""), ("", "")])
def test_the_country_comes_from_the_locale_only_when_listed(locale: str, country: str) -> None:
    assert country_of(locale) == country
