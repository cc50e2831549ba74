"""Patterns tried only where they can begin find what a search for each of them would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.safety.diagnosis import VERDICTS
from leukchat.safety.harm_cures import CURES
from leukchat.safety.harm_dangers import DANGERS
from leukchat.safety.injection import FAMILIES as ATTEMPTS
from leukchat.safety.needed_words import alternatives, read
from leukchat.safety.word_index import Register, WordIndex
from leukchat.safety.word_keys import BEGINNING, BEYOND_ASCII, DIGIT

PATTERNS = [part for row in (*VERDICTS, *CURES, *DANGERS, *ATTEMPTS) for part in alternatives(row.pattern)]
INDEX = WordIndex(PATTERNS)
WORDS = sorted({word for pattern in PATTERNS for word in re.findall(r"(?<![\\\w])[a-z]{2,12}(?![\w*+?])", pattern)})


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        (r"\bstop(?:ping)? it\b", {"stop"}),
        (r"(?:^|, |\bthen )go\b", {BEGINNING, ",", "then"}),
        (r"\b(?:so )?wait\b", {"so$", "wait"}),
        (r"\b\d+ tablets", {DIGIT}),
        (r"\b[ivx]{2,4} tablets", set()),
        (r"\w+ly gone", set()),
        (r"(?<=a )\bcure", {"cure"}),
        (r"stop", set()),
    ],
    ids=["ending", "places", "optional", "digit", "letters-of-a-class", "any-word", "look-behind", "inside-a-word"],
)
def test_how_a_pattern_begins_is_read_off_it(pattern: str, begins: set[str]) -> None:
    assert read(pattern)[1] == begins


def test_a_pattern_of_another_script_is_not_tried_on_ascii() -> None:
    assert frozenset((BEYOND_ASCII,)) in read("\u0915\u0948\u0902\u0938\u0930 \u0928\u0939\u0940\u0902")[0]
    index = WordIndex(["\u0915\u0948\u0902\u0938\u0930 \u0928\u0939\u0940\u0902"])
    assert not index.words("this is not cancer").possible
    assert index.hits("\u092f\u0939 \u0915\u0948\u0902\u0938\u0930 \u0928\u0939\u0940\u0902 \u0939\u0948")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, ",", ":", "\n", "2", "'", "-", "."]), min_size=3, max_size=16), st.sampled_from(("", "your ", "you have ", "stop the ", "ignore all ")))
def test_the_first_matches_are_those_of_a_search(words: list[str], start: str) -> None:
    text = start + " ".join(words) + "."
    found = {number: match.span() for number, match in INDEX.hits(text).items()}
    assert found == {number: match.span() for number, pattern in enumerate(PATTERNS) if (match := re.search(pattern, text))}


def test_spanning_patterns_look_at_two_texts_together() -> None:
    register = Register()
    register.add([r"\bstop\b"])
    first = register.add([r"\bfever\b.{0,20}\bwait\b", r"\bwait\b"], spanning=0b01)
    index = register.index()
    assert index.hits("a fever.") == {}
    assert set(index.hits_of_two(1 << first, "a fever.", " just wait.")) == {first}
    assert index.hits_of_two(1 << first, "a fever.", " call us.") == {}


def test_patterns_added_later_are_found_too() -> None:
    register = Register()
    register.add([r"\bstop\b"])
    assert set(register.index().hits("stop and wait")) == {0}
    assert register.add([r"\bwait\b"]) == 1
    assert set(register.index().hits("stop and wait")) == {0, 1}
