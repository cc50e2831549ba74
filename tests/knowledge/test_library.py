"""The library keeps its rules: sources, length, grade, no doses, and its own guard lets every sentence pass."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

import pytest

from leukchat.errors import LibraryError
from leukchat.evaluation.retrieval import library_cases
from leukchat.knowledge.library import LIBRARY_DIR, Article, load_article, load_library, load_sources
from leukchat.knowledge.lint import lint_article
from leukchat.reading.readability import reading_grade
from leukchat.reading.sentences import split_sentences
from leukchat.safety.injection_outside import clear
from leukchat.safety.rules import Context
from leukchat.safety.stages import OUTPUT_RULES

ARTICLES = load_library()
MIRRORS = ("drugs.com", "webmd", "medscape", "wikipedia", "scribd", "healthline", "medicinenet", "verywell", "mayoclinic.elsevier", "oncolink", "chemocare")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_an_article_keeps_the_rules(article: Article) -> None:
    assert list(lint_article(article, load_sources())) == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_the_guard_lets_every_sentence_of_the_library_pass(article: Article) -> None:
    for section in article.sections:
        sentences = [*split_sentences(section.text), section.ask]
        blocked = [(sentence, finding.rule) for sentence in sentences for rule in OUTPUT_RULES for finding in rule.scan(sentence, Context())]
        assert blocked == []


def test_no_section_reads_like_an_order_to_the_assistant() -> None:
    """The search drops a passage that does, so that nobody would ever see it."""
    taken = [
        (section.id, clear(text).removed) for article in ARTICLES for section in article.sections for text in (section.question, section.text, section.ask) if clear(text).findings
    ]
    assert taken == []


def test_the_library_is_large_and_plain_enough() -> None:
    sections = [section for article in ARTICLES for section in article.sections]
    assert len(ARTICLES) >= 60
    assert len(sections) >= 300
    assert statistics.median(reading_grade(section.text) for section in sections) <= 8.0


def test_every_source_is_primary_dated_and_used() -> None:
    sources = load_sources()
    used = {source for article in ARTICLES for section in article.sections for source in section.sources}
    assert set(sources) == used
    for source in sources.values():
        assert source.url.startswith("https://"), source.id
        assert source.publisher, source.id
        assert source.title, source.id
        assert source.licence, source.id
        assert source.checked, source.id
        assert not any(mirror in source.url for mirror in MIRRORS), source.url


def test_section_ids_are_unique_and_the_labelled_questions_point_at_them() -> None:
    ids = [section.id for article in ARTICLES for section in article.sections]
    assert len(ids) == len(set(ids))
    cases = library_cases()
    assert len(cases) >= 300
    assert {section for _, sections in cases for section in sections} <= set(ids)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("no front matter", "front matter"),
        ("---\nid: other\ntitle: T\nsubtypes: []\ntopics: []\naudience: []\nsources: []\nlast_reviewed: 2026-01-01\n---\n", "must equal"),
        ("---\nid: a\n---\n", "lacks"),
        ("---\nid: a\ntitle: T\nsubtypes: []\ntopics: []\naudience: []\nsources: []\nlast_reviewed: 2026-01-01\n---\n## No sources here?\nText", "must read"),
    ],
)
def test_a_broken_article_is_named_with_its_fault(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError, match=re.escape(complaint)):
        load_article(path)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("Too short.", "words"),
        ("Take 400 mg of imatinib. " + "Plain words are good for you here. " * 12, "looks like a dose"),
        (
            "Notwithstanding multifactorial pathophysiological considerations, pharmacotherapeutic individualization necessitates interdisciplinary deliberation regarding immunophenotypic characteristics. "
            * 6,
            "grade",
        ),
    ],
    ids=["short", "dose", "hard"],
)
def test_the_lint_sees_what_it_should(tmp_path: Path, body: str, complaint: str) -> None:
    source = next(iter(load_sources()))
    path = tmp_path / "a.md"
    path.write_text(
        f"---\nid: a\ntitle: T\nsubtypes: [any]\ntopics: []\naudience: []\nsources: [{source}]\nlast_reviewed: 2026-01-01\n---\n## Is it so? [{source}]\n{body}\n", encoding="utf-8"
    )
    assert any(complaint in line for line in lint_article(load_article(path), load_sources()))


def test_no_article_stands_outside_the_list() -> None:
    assert {path.stem for path in LIBRARY_DIR.glob("*.md")} == {article.id for article in ARTICLES}
