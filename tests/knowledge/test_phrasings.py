"""The other ways to ask name real sections, differ from each other and from the headings, and hold no amount of a medicine."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml

from leukchat.knowledge.library import LIBRARY_DIR, Article, load_library, load_phrasings

ARTICLES = load_library()
PHRASINGS = load_phrasings()
HEADINGS = {section.id: section.question for article in ARTICLES for section in article.sections}
LEAST, SHORTEST, LONGEST = 3, 2, 26


def words(text: str) -> str:
    """A phrase without case, marks and spaces that say nothing."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_every_section_of_an_article_can_be_asked_for_in_other_ways(article: Article) -> None:
    short = {section.id: len(PHRASINGS.get(section.id, ())) for section in article.sections if len(PHRASINGS.get(section.id, ())) < LEAST}
    assert short == {}


def test_every_id_names_a_section() -> None:
    assert sorted(PHRASINGS.keys() - HEADINGS.keys()) == []


def test_a_section_stands_once_and_articles_in_order() -> None:
    text = (LIBRARY_DIR / "phrasings.yaml").read_text(encoding="utf-8")
    keys = [key.value for key, _ in yaml.compose(text).value]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert keys == list(HEADINGS)


def test_no_phrasing_stands_twice_or_repeats_a_heading() -> None:
    counts = Counter(words(line) for lines in PHRASINGS.values() for line in lines)
    headings = {words(heading) for heading in HEADINGS.values()}
    assert [line for line, count in counts.items() if count > 1] == []
    assert sorted(counts.keys() & headings) == []


def test_a_phrasing_is_neither_one_word_nor_a_paragraph() -> None:
    lengths = {line: len(line.split()) for lines in PHRASINGS.values() for line in lines}
    assert {line: length for line, length in lengths.items() if not SHORTEST <= length <= LONGEST} == {}


def test_no_phrasing_holds_the_amount_of_a_medicine() -> None:
    """They are questions, also about changes of medicine, and never shown; but no amount may enter the search."""
    amount = re.compile(r"\b\d[\d.,/½]* ?(?:mg|mcg|µg|ug|ml|iu|units?|tablets?|pills?|capsules?|drops?)\b(?! ?/ ?d?l| of blood)", re.IGNORECASE)
    assert [line for lines in PHRASINGS.values() for line in lines if amount.search(line)] == []
