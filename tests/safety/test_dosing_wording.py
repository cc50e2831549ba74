"""Doses told or asked for in few, soft or roundabout words, and what only sounds like it."""

from __future__ import annotations

import re

import pytest

from leukchat.safety.dosing import DosingInput, DosingOutput
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.rules import Context

TOLD = (
    "A pinch more prednisone on bad days won't hurt.",
    "Double tomorrow to make up for it.",
    "One and a half is what a man of your build needs.",
    "Three weeks on, one week off is best for you.",
    "The evening capsule is optional on weekends.",
    "Just shift it to bedtime and drop the noon one.",
    "Start low, say 50, and climb by 50 each week.",
    "Stay on the lower dose from here on.",
    "You may open the capsule and give him half of the powder.",
    "Take yours like the trial did: 7 days in a row.",
    "If the taste bothers you, give it every second evening.",
    "Lassen Sie die Tablette heute weg.",
    "Nehmen Sie Xospata nur noch jeden zweiten Tag.",
)
SAFE = (
    "A loading dose is a first, larger dose that gets a drug to its level faster.",
    "Missing doses can make treatment work less well.",
    "You may get a premedication half an hour before the infusion.",
    "Your insurance may cover 30 tablets at a time.",
    "Induction therapy: this is the first phase of treatment.",
    "Check your temperature every four hours if you feel unwell.",
    "Hold the railing on the stairs if you feel dizzy.",
    "BID on a label means twice a day.",
    "Tablets known as TKIs sit in that protein and switch it off.",
    "Die Leukozyten lagen bei 12 G/l.",
)
ASKED = (
    "Over what time is daunorubicin pushed?",
    "What drip speed for amphotericin?",
    "How fast do I run the IV magnesium?",
    "She only weighs 38 kg, is the adult amount of posaconazole right?",
    "Which days of the week do I take methotrexate?",
    "Is it once or twice a day with ruxolitinib?",
    "cytarabine per square meter?",
    "I feel great, can I stop?",
    "I skipped three days. Just carry on?",
    "Thinking of going every second day with Sprycel. Thoughts?",
    "Could I go down to one Jakafi a day?",
    "The label is smudged, is it 1 or 7 tablets of mercaptopurine?",
    "Max. Dosis Ibuprofen bei Leuk\u00e4mie?",
)
OTHER = (
    "What are the treatments for Hairy cell leukemia ?",
    "Who works out the dose of my chemo?",
    "What is the difference between a dose and a strength?",
    "How long does rituximab stay in the body?",
    "How fast does losartan work?",
    "Does a missed dose show up in the blood test?",
    "My doctor halved my dasatinib last week. Is that a bad sign?",
    "My weight dropped by 5 kg during chemo. Should I worry?",
    "Are there people who stopped imatinib and stayed in remission?",
    "How many tablets come in a box of Sprycel?",
    "I take 100 mg dasatinib and my eyes are puffy. Is that from the drug?",
    "Ich nehme seit M\u00e4rz 100 mg Dasatinib. Sind geschwollene Beine eine bekannte Nebenwirkung?",
)


@pytest.mark.parametrize("text", TOLD)
def test_soft_advice_is_held_back(text: str) -> None:
    assert DosingOutput().scan(text, Context())


@pytest.mark.parametrize("text", SAFE)
def test_what_explains_or_reports_passes(text: str) -> None:
    assert not DosingOutput().scan(text, Context())


@pytest.mark.parametrize("text", ASKED)
def test_a_request_without_the_word_dose_is_recognised(text: str) -> None:
    assert DosingInput().scan(text, Context())


@pytest.mark.parametrize("text", OTHER)
def test_a_question_about_a_medicine_that_wants_no_dose_passes(text: str) -> None:
    assert not DosingInput().scan(text, Context())


def test_a_growing_paragraph_gives_the_verdict_of_its_sentence_alone() -> None:
    safe = "Dasatinib is a tablet for CML. It blocks a protein. "
    for text in (safe, safe + "Take two of these at night.", safe + "Ask your team about it."):
        first = DosingOutput().scan(text, Context())
        assert first == DosingOutput().scan(text, Context())
        assert bool(first) is ("two" in text)
    span = DosingOutput().scan(safe + "Take 100 mg at night.", Context())[0]
    assert (safe + "Take 100 mg at night.")[span.start : span.end] == "100 mg"


@pytest.mark.parametrize("pattern", [r"\bone|\btwo (?:a|b)", r"\ba|b[|(]|\bc\|d", r"x|\b(?:y|\bz)|\bw$"])
@pytest.mark.parametrize("text", ["one two a", "a b| c|d", "xyz w", "y z x w", "bone", ""])
def test_alternatives_match_what_the_plain_pattern_matches(pattern: str, text: str) -> None:
    assert [match.span() for match in Phrases(pattern).finditer(text)] == [match.span() for match in re.finditer(pattern, text)]
