"""What a question speaks of."""

from __future__ import annotations

import pytest

from leukchat.safety.scope import other_topics, speaks_of_leukemia, speaks_personally


@pytest.mark.parametrize("text", ["what is CML", "my platelets are low", "is dasatinib a chemo", "my son has ALL"])
def test_leukemia_its_tests_and_medicines_are_recognised(text: str) -> None:
    assert speaks_of_leukemia(text)


@pytest.mark.parametrize("text", ["how do I bake bread", "are all cars safe", "who won the match"])
def test_other_things_are_not(text: str) -> None:
    assert not speaks_of_leukemia(text)


def test_a_bare_i_is_personal_only_where_every_word_is_known() -> None:
    assert speaks_personally("what can i eat")
    assert not speaks_personally("What should I know about Zorbinal?", unknown=True)
    assert speaks_personally("my wife takes Zorbinal", unknown=True)


def test_other_topics_are_many_and_none_is_leukemia() -> None:
    assert len(other_topics()) >= 60
    assert not any("leukemia" in topic for topic in other_topics())
