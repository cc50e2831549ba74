"""Sections of the library that belong to a reading, found by the same search that answers questions."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from leukchat.assistant import Assistant
from leukchat.errors import LeukChatError
from leukchat.labs.catalogue import catalogue
from leukchat.labs.model import LabReading
from leukchat.types import Passage
from leukchat.ui.lab_words import link

MAX_SECTIONS = 6
_LIKE = 0.4
# Where the title of a pattern is not what the library calls it.
_QUERIES = {
    "tls": "What is tumor lysis syndrome on blood tests?",
    "potassium": "potassium in tumor lysis syndrome on blood tests",
    "promyelocytes": "Why is APL an emergency with bleeding?",
    "clotting": "clotting tests and bleeding in acute leukemia",
    "hyperleukocytosis": "very high white cell count leukostasis",
    "bcr_abl1": "What BCR::ABL1 level should I have at 3, 6 and 12 months?",
    "mrd": "What is measurable residual disease?",
    "fever": "fever with low neutrophils is an emergency",
    "neutropenia.fever": "fever with low neutrophils is an emergency",
    "critical": "What is a critical lab value?",
    "liver": "Can leukemia treatment harm the liver?",
    "kidney": "Can leukemia treatment harm the kidneys?",
    "glucose": "steroids and high blood sugar in leukemia treatment",
    "lymphocytes": "high lymphocyte count in CLL",
    "pancytopenia": "all blood counts are low",
}


def library_html(assistant: Assistant, reading: LabReading) -> str:
    """Sections to read on, each opening its text and sources; one sentence where the library cannot be searched."""
    try:
        found = list(sections(assistant, reading))
    except LeukChatError as error:
        return f'<p class="dim">The library cannot be searched just now: {escape(str(error))}</p>'
    if not found:
        return ""
    return '<h4>Read on in the library</h4><div class="lab-library">' + "".join(_section(passage) for passage in found) + "</div>"


def sections(assistant: Assistant, reading: LabReading) -> Iterator[Passage]:
    """At most MAX_SECTIONS passages, those of the most urgent patterns first."""
    seen: set[str] = set()
    for query in _queries(reading):
        for hit in assistant.search(query, 2).hits[:2]:
            if hit.similarity >= _LIKE and hit.passage.id not in seen:
                seen.add(hit.passage.id)
                yield hit.passage
            if len(seen) == MAX_SECTIONS:
                return


def _queries(reading: LabReading) -> list[str]:
    found = [_QUERIES.get(pattern.id) or _QUERIES.get(pattern.id.partition(".")[0]) or pattern.title for pattern in reading.patterns]
    if not found:
        names = catalogue().analytes
        found = [f"What does {names[result.analyte].name} mean on a blood test?" for result in reading.results]
    return list(dict.fromkeys(found))[:MAX_SECTIONS]


def _section(passage: Passage) -> str:
    links = "".join(f"<li>{link(source.name, source.url)}</li>" for source in passage.sources)
    text = "".join(f"<p>{escape(part)}</p>" for part in passage.text.split("\n") if part.strip())
    reviewed = f'<p class="dim">Last reviewed {escape(passage.reviewed)}.</p>' if passage.reviewed else ""
    return (
        f'<details class="source"><summary>{escape(passage.section)} <span class="dim">{escape(passage.title)}</span></summary>'
        f"<blockquote>{text}</blockquote><ul>{links}</ul>{reviewed}</details>"
    )
