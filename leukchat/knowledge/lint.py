"""The rules that every library article keeps; a test runs them over the whole library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from leukchat.knowledge.library import Article, Section
from leukchat.reading.readability import reading_grade
from leukchat.types import Source

WORDS = (60, 160)
MAX_GRADE = 10.0
_AMOUNT = re.compile(
    r"\b\d[\d,.]*\s*(?:mg|mcg|µg|ug|micrograms?|milligrams?|grams?|g|IU|units?|tablets?|pills?|capsules?|mL|drops?)\b"
    r"(?!\s*/\s*(?:d?L|mL))(?!\s+(?:of\s+(?:blood|platelets|red))\b)",
    re.IGNORECASE,
)
_FOOD_OR_LAB = re.compile(r"\b(?:protein|salt|sodium|fat|fibre|fiber|sugar|carbohydrates?|haemoglobin|hemoglobin|per litre|per liter)\b", re.IGNORECASE)


def lint_article(article: Article, sources: Mapping[str, Source]) -> Iterator[str]:
    """One line per broken rule; nothing for a sound article."""
    for source_id in article.sources:
        if source_id not in sources:
            yield f"{article.id}: unknown source id {source_id!r} in the front matter"
    if len({section.id for section in article.sections}) != len(article.sections):
        yield f"{article.id}: two sections have the same heading"
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", article.last_reviewed):
        yield f"{article.id}: last_reviewed {article.last_reviewed!r} is not a date like 2026-11-21"
    for section in article.sections:
        yield from _lint_section(section, article, sources)


def _lint_section(section: Section, article: Article, sources: Mapping[str, Source]) -> Iterator[str]:
    if not section.sources:
        yield f"{section.id}: names no source"
    for source_id in section.sources:
        if source_id not in sources:
            yield f"{section.id}: unknown source id {source_id!r}"
        elif source_id not in article.sources:
            yield f"{section.id}: source {source_id!r} is missing from the article's front matter"
    if not section.question.endswith("?"):
        yield f"{section.id}: the heading is not a question"
    words = len(section.text.split())
    if not WORDS[0] <= words <= WORDS[1]:
        yield f"{section.id}: {words} words; a section has {WORDS[0]} to {WORDS[1]}"
    grade = reading_grade(section.text)
    if grade > MAX_GRADE:
        yield f"{section.id}: reading grade {grade}; at most {MAX_GRADE}"
    for match in _AMOUNT.finditer(section.text):
        around = section.text[max(0, match.start() - 40) : match.end() + 40]
        if not _FOOD_OR_LAB.search(around):
            yield f"{section.id}: looks like a dose: {match[0]!r}"
