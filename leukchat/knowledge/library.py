"""Loads the built-in library: Markdown articles with front matter, and `sources.yaml`.

An article is front matter (`id`, `title`, `subtypes`, `topics`, `audience`, `sources`,
`last_reviewed`) and sections. A section's heading is the question a patient would ask, followed
by the ids of its sources: `## Why do I bruise? [nci-low-platelets, acs-bleeding]`. A last line
`Ask your team: …?` is what a person may take to the next visit. `phrasings.yaml` holds, by section id, other
ways in which people ask for a section; they are searched, never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from leukchat.errors import LibraryError
from leukchat.types import Passage, Source, SourceRef, Value

LIBRARY_DIR = Path(__file__).resolve().parent.parent / "library"
_HEADING = re.compile(r"^## (?P<question>.+?)\s*\[(?P<sources>[^\]]*)\]\s*$")
_ASK = re.compile(r"^Ask your team:\s*(.+)$", re.MULTILINE)


class Section(Value):
    """One question and its answer; `text` excludes the ask line."""

    id: str
    question: str
    text: str
    ask: str
    sources: tuple[str, ...]


class Article(Value):
    """One library article."""

    id: str
    title: str
    subtypes: tuple[str, ...]
    topics: tuple[str, ...]
    audience: tuple[str, ...]
    sources: tuple[str, ...]
    last_reviewed: str
    sections: tuple[Section, ...]


def slug(text: str) -> str:
    """A heading as a stable id: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", "")))


def _front_matter(path: Path, raw: str) -> tuple[dict[str, Any], str]:
    parts = raw.split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise LibraryError(f"{path.name}: no front matter; the file must begin with a line of three dashes.")
    try:
        meta = yaml.safe_load(parts[1])
    except yaml.YAMLError as error:
        raise LibraryError(f"{path.name}: front matter is not valid YAML: {error}") from error
    if not isinstance(meta, dict):
        raise LibraryError(f"{path.name}: front matter must be a mapping of fields.")
    return meta, parts[2]


def _sections(path: Path, article_id: str, body: str) -> Iterator[Section]:
    for block in re.split(r"(?m)^(?=## )", body):
        if not block.strip():
            continue
        head, _, rest = block.partition("\n")
        match = _HEADING.match(head)
        if match is None:
            raise LibraryError(f"{path.name}: heading {head!r} must read '## Question? [source-id, …]'.")
        ask = _ASK.search(rest)
        text = _ASK.sub("", rest).strip()
        ids = tuple(part.strip() for part in match["sources"].split(",") if part.strip())
        yield Section(
            id=f"{article_id}#{slug(match['question'])}",
            question=match["question"],
            text=text,
            ask=ask[1].strip() if ask else "",
            sources=ids,
        )


def load_article(path: Path) -> Article:
    """Reads one article file; raises LibraryError naming the file and the fault."""
    meta, body = _front_matter(path, path.read_text(encoding="utf-8"))
    missing = {"id", "title", "subtypes", "topics", "audience", "sources", "last_reviewed"} - meta.keys()
    if missing:
        raise LibraryError(f"{path.name}: front matter lacks {', '.join(sorted(missing))}.")
    if meta["id"] != path.stem:
        raise LibraryError(f"{path.name}: id {meta['id']!r} must equal the file's name {path.stem!r}.")
    return Article(
        id=meta["id"],
        title=meta["title"],
        subtypes=tuple(meta["subtypes"]),
        topics=tuple(meta["topics"]),
        audience=tuple(meta["audience"]),
        sources=tuple(meta["sources"]),
        last_reviewed=str(meta["last_reviewed"]),
        sections=tuple(_sections(path, meta["id"], body)),
    )


def load_sources(path: Path = LIBRARY_DIR / "sources.yaml") -> dict[str, Source]:
    """Reads the list of sources, by id; raises LibraryError on a repeated id or address."""
    sources: dict[str, Source] = {}
    addresses: dict[str, str] = {}
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        source = Source(**{key: str(value) for key, value in row.items()})
        if source.id in sources:
            raise LibraryError(f"{path.name}: source id {source.id!r} stands twice.")
        if source.url in addresses:
            raise LibraryError(f"{path.name}: {source.id!r} and {addresses[source.url]!r} share the address {source.url}.")
        sources[source.id] = source
        addresses[source.url] = source.id
    return sources


def load_phrasings(path: Path = LIBRARY_DIR / "phrasings.yaml") -> dict[str, tuple[str, ...]]:
    """Other ways to ask, by section id; none when the file is absent."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {section: tuple(str(line) for line in lines) for section, lines in (rows or {}).items()}


def load_library(folder: Path = LIBRARY_DIR) -> tuple[Article, ...]:
    """All articles of a folder, ordered by id."""
    return tuple(load_article(path) for path in sorted(folder.glob("*.md")))


def library_passages(folder: Path = LIBRARY_DIR) -> Iterator[Passage]:
    """The library as passages: one per section, whole, with its sources and date."""
    sources, phrasings = load_sources(folder / "sources.yaml"), load_phrasings(folder / "phrasings.yaml")
    for article in load_library(folder):
        for section in article.sections:
            yield Passage(
                id=section.id,
                doc_id=article.id,
                title=article.title,
                section=section.question,
                text=section.text,
                ask=section.ask,
                asked=phrasings.get(section.id, ()),
                sources=tuple(_reference(sources, section, source_id) for source_id in section.sources),
                reviewed=article.last_reviewed,
                subtypes=article.subtypes,
                topics=article.topics,
                audience=article.audience,
            )


def _reference(sources: dict[str, Source], section: Section, source_id: str) -> SourceRef:
    source = sources.get(source_id)
    if source is None:
        raise LibraryError(f"{section.id}: unknown source id {source_id!r}; add it to sources.yaml or correct it.")
    return SourceRef(name=f"{source.publisher}: {source.title}", url=source.url, reviewed=source.date)
