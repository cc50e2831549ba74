"""A sentence as marks: the quick way and the careful way agree, places come back, candidates never hide a match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukchat.knowledge.library import load_library
from leukchat.safety.dosing.marks import marked
from leukchat.safety.dosing.phrases import Phrases, each
from leukchat.safety.dosing.tokens import END, plain_words, tokenised
from leukchat.safety.normalise import normalise

WORDS = st.sampled_from(
    "take the imatinib tablets with food low-dose (and) follow-up, ma tinib 400 mg one two. stop? re-start d3 pen ima ti nib it's 'now' 1-0-1 a b: c/d 5% & half ; no".split(" ")
)


def _both_ways(text: str) -> tuple[tuple[list[str], str], tuple[list[str], str]] | None:
    """Marks and end of a text by the quick way and by the careful one; None where only the careful one is taken."""
    quick = plain_words(text)
    if quick is None:
        return None
    careful = [mark.mark for mark in tokenised(text)]
    return (list(quick[0]), quick[1]), ([mark for mark in careful if mark not in END], next((mark for mark in careful if mark in END), ""))


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_the_quick_way_gives_the_marks_of_the_careful_way(words: list[str]) -> None:
    ways = _both_ways(" ".join(words))
    assert ways is None or ways[0] == ways[1]


def test_the_two_ways_agree_on_the_library() -> None:
    sentences = [sentence for article in load_library() for section in article.sections for sentence in re.split(r"(?<=\.) ", normalise(section.text).text)]
    compared = [ways for ways in map(_both_ways, sentences) if ways is not None]
    assert len(compared) > len(sentences) / 4
    assert all(quick == careful for quick, careful in compared)


def test_a_span_of_marks_is_found_again_in_the_text() -> None:
    text = "please do not wait. take imatinib with food, then two tablets at night."
    last = marked(text)[-1]
    start = last.sentence.text.index("NUM FORM")
    first, end = last.place(start, start + len("NUM FORM"))
    assert text[first:end] == "two tablets"


@pytest.mark.parametrize("text", ["take one", "you take two now", "nothing here", "stop, halve and stop"])
def test_candidates_hide_no_match(text: str) -> None:
    pattern = r"\btake (?:one|two)\b|\b(?:stop|halve)\b|^nothing|here$"
    phrases = Phrases(pattern)
    assert [match.span() for match in phrases.finditer(text)] == [match.span() for match in re.finditer(pattern, text)]
    assert phrases.may_match(text)


def test_each_word_of_a_list_is_an_alternative() -> None:
    phrases = Phrases(each("stop, leave off, halve", r" it\b"))
    assert phrases.branches == (r"\bstop it\b", r"\bleave off it\b", r"\bhalve it\b")
    assert phrases.search("now leave off it") is not None
    assert phrases.search("now leave it") is None
