"""A section's "Yes" or "No" is shown only where the question asks what the section's heading asks."""

from __future__ import annotations

import pytest

from leukchat.models.opening import opened

PETS = ("Yes, most people can keep a cat or dog during leukemia treatment.", "Can I keep my cat or dog during leukemia treatment?")
CHILDREN = ("Yes, some leukemia treatments can lower fertility.", "Can leukemia treatment affect my fertility?")
SHOTS = ("Yes, flu shots are possible during chemotherapy.", "Can adults have vaccines during chemotherapy?")


@pytest.mark.parametrize(
    ("section", "question", "kept"),
    [
        (PETS, "can I keep my cat", True),
        (PETS, "can my dog sleep in my bed while I am neutropenic", False),
        (PETS, "should I get rid of my cat", False),
        (PETS, "cats and chemo", False),
        (CHILDREN, "Will I be able to have kids after treatment?", False),
        (CHILDREN, "can chemo affect my fertility?", True),
        (SHOTS, "flu shot during chemo yes or no", True),
        (SHOTS, "is it dangerous to get a flu shot during chemo", False),
        (SHOTS, "why can adults have vaccines during chemotherapy", False),
    ],
)
def test_yes_answers_only_the_question_it_was_written_for(section: tuple[str, str], question: str, kept: bool) -> None:
    text, heading = section
    bare = text.removeprefix("Yes, ")
    assert opened(text, heading, question) == (text if kept else bare[:1].upper() + bare[1:])


@pytest.mark.parametrize("text", ["No one can catch leukemia.", "No vitamin pill cures leukemia.", "Yesterday's counts are old."])
def test_a_sentence_that_only_begins_alike_stays_whole(text: str) -> None:
    assert opened(text, "Is leukemia contagious?", "how do people get leukemia") == text
