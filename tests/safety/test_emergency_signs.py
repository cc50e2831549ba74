"""Every family of signs in every person's voice: said as so it escalates; denied, past or asked it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.safety.emergency import EmergencyInput
from leukchat.safety.emergency.lexicon import lexicon, typos
from leukchat.safety.emergency.words import split
from leukchat.safety.rules import Context

RULE = EmergencyInput()
NOUNS = ("a fever", "chills", "chest pain", "blood in the urine", "a seizure", "tarry stools", "shortness of breath", "slurred speech", "palpitations", "double vision")
SUBJECTS = ("I have", "My husband has", "my son has", "Mum has", "The baby has", "our neighbour has", "My patient has", "he has", "she has", "dad's got", "we have a child who has")
PRESENT = ("", "since this morning ", "right now ", "for two hours ", "again ", "tonight ")
TAILS = (
    "",
    "and the ward does not answer",
    "on day 10 after chemo",
    "but I don't want to bother anyone",
    "what should I do",
    "it's probably nothing",
    "platelets were 60 on Monday",
)
QUESTIONS = (
    "What is {}?",
    "What causes {} in leukemia?",
    "How do doctors treat {}?",
    "Is {} a common side effect of imatinib?",
    "What should I do if I get {}?",
    "When should I call about {} in general?",
    "Tell me about {}.",
)
PAST = ("I had {} last year, all fine now.", "When I was diagnosed in 2019 I had {}.", "He had {} three years ago.", "She had {} as a child.")
DENIED = ("{} I don't have {}.", "{} He has no sign of {}.", "{} She never had {}.", "{} no {}.")


def flagged(text: str) -> set[str]:
    return {finding.rule for finding in RULE.scan(text, Context())}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SUBJECTS), st.sampled_from(NOUNS), st.sampled_from(PRESENT), st.sampled_from(TAILS), st.booleans())
def test_a_sign_said_of_anyone_here_and_now_escalates(subject: str, sign: str, when: str, tail: str, shout: bool) -> None:
    text = f"{subject} {sign} {when}{tail}"
    assert flagged(text.upper() if shout else text), text


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(NOUNS), st.sampled_from(QUESTIONS + PAST))
def test_the_asked_and_the_past_twin_of_a_sign_does_not(sign: str, frame: str) -> None:
    assert not flagged(frame.format(sign)), frame.format(sign)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(NOUNS), st.sampled_from(DENIED), st.sampled_from(("", "Good news.", "Just tired today.", "Hi,")))
def test_the_denied_twin_of_a_sign_does_not(sign: str, frame: str, opening: str) -> None:
    text = frame.format(opening, sign.removeprefix("a "))
    assert not flagged(text), text


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(NOUNS), st.integers(0, 12))
def test_a_sign_buried_in_a_long_message_is_found(sign: str, place: int) -> None:
    chatter = ["We ate soup and watched a film.", "The garden is lovely this year.", "My sister sent flowers.", "The nurse was kind on Monday."] * 3
    chatter.insert(place, f"Since this morning I have {sign}.")
    assert flagged(" ".join(chatter))


COMBINED = {
    "ATRA in the turn before": ("now I gained 4 kilos and my ankles are swollen", ("I started ATRA five days ago",), "emergency.differentiation"),
    "ATRA and breath": ("I take ATRA. Getting more breathless every hour.", (), "emergency.differentiation"),
    "CAR-T": ("My wife can't write her name, CAR-T was last week", (), "emergency.car_t"),
    "transfusion": ("shivering and back pain, they are giving me a bag of blood right now", (), "emergency.transfusion"),
    "tumour lysis": ("started venetoclax yesterday, muscles cramp and my fingers tingle", (), "emergency.tumor_lysis"),
    "daily methotrexate": ("he has been taking methotrexate every day this week", (), "emergency.overdose"),
    "child": ("my toddler swallowed two of my tablets", (), "emergency.overdose"),
    "pet": ("the dog ate my chemo pills", (), "emergency.overdose"),
    "line": ("there is pus around my Hickman", (), "emergency.line"),
    "leukostasis": ("white count 300 and he is dizzy and drowsy", (), "emergency.leukostasis"),
    "priapism": ("a painful erection for five hours", (), "emergency.priapism"),
    "chickenpox": ("my nephew has chickenpox and we hugged yesterday", (), "emergency.exposure"),
    "graft-versus-host": ("rash on my palms and all over, day 30 after transplant", (), "emergency.gvhd"),
    "pressure": ("his blood pressure is 78 over 40", (), "emergency.sepsis"),
    "oxygen": ("her sats are 85", (), "emergency.sepsis"),
    "head": ("dad hit his head, platelets 12", (), "emergency.bleeding"),
    "spine": ("I can't feel my legs and lost control of my bladder", (), "emergency.spine"),
}


@pytest.mark.parametrize(("text", "previous", "rule"), COMBINED.values(), ids=COMBINED)
def test_signs_that_belong_together_name_their_family(text: str, previous: tuple[str, ...], rule: str) -> None:
    assert rule in {finding.rule for finding in RULE.scan(text, Context(previous=previous))}


FOREIGN = {
    "es": ("tengo 38,7 de fiebre después de la quimio", "no tengo fiebre"),
    "fr": ("mon mari n'arrive plus à respirer", "je n'ai pas de fièvre"),
    "de": ("meine Nase blutet und hört nicht auf", "ich habe kein Fieber"),
    "pt": ("dor no peito desde ontem", "não tenho febre"),
    "it": ("ho la febbre a 39 e i brividi", "non ho febbre"),
    "hi-Latn": ("papa ko 102 bukhar hai", "bukhar nahi hai"),
    "hi": ("मुझे 101 बुखार है", "मुझे बुखार नहीं है"),
}


@pytest.mark.parametrize(("said", "denied"), FOREIGN.values(), ids=FOREIGN)
def test_the_chief_signs_are_known_in_other_languages(said: str, denied: str) -> None:
    assert flagged(said)
    assert not flagged(denied)


FIGURES = (
    "I'm confused about MRD",
    "this bill gave me a heart attack lol",
    "I can't see my results in the portal",
    "it took my breath away",
    "protein shakes after chemo",
    "my blood test is tomorrow",
)


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_speech_are_no_signs(text: str) -> None:
    assert not flagged(text)


def test_a_denial_does_not_reach_over_another_clause() -> None:
    assert flagged("I don't feel well, fever 39")
    assert flagged("no chest pain but I can't get enough air")
    assert flagged("not sure why I'm bleeding so heavily from the gums")


def test_the_span_is_of_the_persons_own_text() -> None:
    text = "Hi! My  *temperature* is 38.6\u200b now"
    (finding,) = RULE.scan(text, Context())
    assert text[finding.start : finding.end] == "38.6"


def test_every_sign_names_known_meanings_and_a_source() -> None:
    said = {phrase.concept for group in (*lexicon().phrases.exact.values(), *lexicon().phrases.starts.values(), lexicon().phrases.numbers) for phrase in group}
    said |= {"temperature_high", "temperature_low", "temperature_very_low"}
    for family in lexicon().families:
        assert family.source.startswith("https://"), family.rule
        for sign in family.signs:
            assert set((*sign.said, *sign.near, *sign.absent)) <= said, (family.rule, sign)


@pytest.mark.parametrize("slip", ["tempreture", "bleedng", "confussed", "siezure", "headahce"])
def test_typing_slips_of_chief_words_are_read(slip: str) -> None:
    assert split(slip, typos()).words[0].text in {"temperature", "bleeding", "confused", "seizure", "headache"}


@pytest.mark.parametrize(("country", "number"), [("GB", "999"), ("US", "911"), ("DE", "112"), ("AU", "000"), ("", "112 or 911")])
def test_the_message_puts_the_action_and_the_local_number_first(country: str, number: str) -> None:
    (finding, *_) = RULE.scan("crushing pain in my chest", Context(country=country))
    first, _, rest = finding.message.partition("\n\n")
    assert first.startswith("**Call")
    assert number in first
    assert all(word in rest for word in ("leukemia", "last dose", "line"))
