"""Searching only sentences that have a pattern's words finds what searching all of them would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.safety.diagnosis import VERDICTS
from leukchat.safety.families import Family
from leukchat.safety.harm_cures import CURES
from leukchat.safety.harm_dangers import DANGERS
from leukchat.safety.injection import FAMILIES as ATTEMPTS
from leukchat.safety.needed_words import alternatives, read
from leukchat.safety.word_keys import word_keys

ROWS = [*VERDICTS, *CURES, *DANGERS, *ATTEMPTS]


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [("a|b", ["a", "b"]), ("(?:a|b)c|d", ["(?:a|b)c", "d"]), (r"[|(]|\|x", ["[|(]", r"\|x"]), ("a", ["a"])],
    ids=["plain", "group", "class-and-escape", "one"],
)
def test_a_pattern_is_cut_at_its_outer_bars(pattern: str, parts: list[str]) -> None:
    assert list(alternatives(pattern)) == parts


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bstop(?:ping)? (?:it|them)\b", [{"stop"}, {"it$", "them"}]),
        (r"\b(?:just )?wait\b", [{"wait"}]),
        (r"ab\w+", []),
        (r"\b(?:is|isn't)\b", [{"is$", "isn$"}]),
        (r"\w*cure", []),
        (r"(?:^|, )go\b", [{"go$"}]),
    ],
    ids=["endings", "optional", "inside-a-word", "short", "after-letters", "start"],
)
def test_what_a_pattern_needs_is_read_off_it(pattern: str, needs: list[set[str]]) -> None:
    found, _ = read(pattern)
    assert bool(found) == bool(needs)
    assert {frozenset(group) for group in needs} <= set(found)


def words_of(rows: list[Family]) -> list[str]:
    """Words that the patterns are made of, so that random sentences of them come near a match."""
    return sorted({word for row in rows for word in re.findall(r"(?<![\\\w])[a-z]{2,12}(?![\w*+?])", row.pattern)})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(words_of(ROWS)), min_size=3, max_size=14), st.sampled_from(("", "your ", "you have ", "stop the ", "ignore all ")))
def test_no_match_is_lost(words: list[str], start: str) -> None:
    text = start + " ".join(words) + "."
    keys = frozenset(key for word in re.findall(r"\w+", text) for key in word_keys(word))
    for row in ROWS:
        for part in alternatives(row.pattern):
            if re.search(part, text):
                assert not any(group.isdisjoint(keys) for group in read(part)[0]), (part, text)
