"""The first line of an urgent answer in the person's own language."""

from __future__ import annotations

import pytest

from leukchat.safety.emergency import EmergencyInput
from leukchat.safety.emergency.lexicon import lexicon, read_data
from leukchat.safety.emergency.tongue import in_tongue, tongue
from leukchat.safety.helplines import ANYWHERE, helpline, helplines
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.safety.self_harm import SelfHarmInput

URGENT = {
    "es": ("mi hijo de 5 años tiene fiebre de 39 y está en quimio", "Llame"),
    "fr": ("mon mari n'arrive plus à respirer depuis ce matin", "Appelez"),
    "de": ("mein Sohn hat Nasenbluten, das nicht aufhört", "Drücken"),
    "pt": ("meu pai está confuso e não fala direito", "Ligue"),
    "it": ("mia figlia ha la febbre a 39 e sta male", "Chiami"),
    "hi": ("मेरे पति के सीने में दर्द है", "अभी"),
    "hi-Latn": ("mujhe 102 bukhar hai aur chemo chal rahi hai", "Abhi"),
}
ACTS = ("team", "ambulance", "bleeding", "poison", "today", "crisis")


@pytest.mark.parametrize(("language", "text", "first"), [(name, *row) for name, row in URGENT.items()], ids=list(URGENT))
def test_an_emergency_is_answered_in_the_persons_language_first(language: str, text: str, first: str) -> None:
    assert tongue(normalise(text).text) == language
    message = EmergencyInput().scan(text, Context(country="CH"))[0].message
    assert message.startswith(f"**{first}")
    assert "Call" in message


@pytest.mark.parametrize("text", ["my son has 38.9 since lunch", "i'd rather die than do another round", "Glivec", ""])
def test_english_and_doubt_have_no_line_of_their_own(text: str) -> None:
    assert tongue(text) == ""
    assert in_tongue("", "team", ANYWHERE) == ""


@pytest.mark.parametrize("language", list(URGENT))
@pytest.mark.parametrize("act", ACTS)
def test_every_language_has_a_line_for_every_act_with_the_local_number(language: str, act: str) -> None:
    numbers = helpline("BE")
    line = in_tongue(language, act, numbers)
    assert line.startswith("**")
    assert act == "today" or any(number in line for number in (numbers.emergency, numbers.crisis, numbers.poison))


def test_the_languages_know_every_act_of_the_families() -> None:
    assert {family.act for family in lexicon().families} <= set(ACTS)
    assert set(read_data("emergency_tongues.yaml")) == set(URGENT)


def test_a_crisis_line_comes_first_in_the_persons_language() -> None:
    (finding,) = SelfHarmInput().scan("je veux mourir, je n'en peux plus", Context(country="FR"))
    assert finding.message.startswith("**Vous")
    assert "3114" in finding.message.split("\n\n")[0]


@pytest.mark.parametrize("country", [code for code, numbers in helplines().items() if numbers.poison])
def test_a_swallowed_medicine_is_answered_with_the_poison_line(country: str) -> None:
    (finding,) = EmergencyInput().scan("our toddler swallowed two of my imatinib tablets", Context(country=country))
    assert helpline(country).poison in finding.message


BLEEDS = {
    "head": ("she fell and hit her head, platelets 15", "Call 999 now."),
    "inside": ("I vomited blood twice", "Call 999 now."),
    "outside": ("my nose has been bleeding for 30 minutes", "Press firmly"),
}


@pytest.mark.parametrize(("text", "first"), BLEEDS.values(), ids=BLEEDS)
def test_what_to_do_for_bleeding_depends_on_where_it_bleeds(text: str, first: str) -> None:
    found = [finding for finding in EmergencyInput().scan(text, Context(country="GB")) if finding.rule == "emergency.bleeding"]
    assert len(found) == 1
    assert found[0].message.startswith(f"**{first}")
