"""The lines of a text with their pages; a sentence that was broken over several lines is one of them again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_WORDS = re.compile(r"(?<!\w)[a-zà-ÿ]{2,}(?!\w)")
_COLUMNS = re.compile(r"\S {2,}\S|[\t|]|\.{3,}\s*\w")
_ENDS = re.compile(r"[.!?:;]\W*$")
_GOES_ON = re.compile(r"[a-zà-ÿ(]|\d")
_OWN_LINE = re.compile(
    r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|\d{1,2}(?:/\d{1,2}|\.\d{1,2}\.)\s?[:)]|\d{1,2}[.)]\s|[^\W\d][\w.-]*(?: [\w.-]+){0,2}:\s)"
)  # a day, a number of a list, a label
_LEAST_WORDS = 5
_LEAST_LENGTH = 50
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report: its page (None where the text has no page breaks) and the numbers of its first and last line.

    `day` is that of a part of a line that gives several days one after the other.
    """

    text: str
    page: int | None
    first: int
    last: int
    day: str | None = None


def read_lines(text: str) -> list[Line]:
    """The lines of a text, sentences joined. Lines are counted from 0 over all pages."""
    return list(_joined(_numbered(text)))


def _numbered(text: str) -> Iterator[Line]:
    pages = text.split("\f")
    number = 0
    for index, page in enumerate(pages, 1):
        for line in page.splitlines():
            yield Line(line.rstrip(), index if len(pages) > 1 else None, number, number)
            number += 1


def _joined(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines of which a broken sentence is one: a long line of words, going on in small letters on the next."""
    held: Line | None = None
    for line in lines:
        if held and held.page == line.page and line.last - held.first < _MOST_LINES and _breaks_off(held.text) and _continues(line.text):
            held = replace(held, text=f"{held.text} {line.text.lstrip()}", last=line.last)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _breaks_off(text: str) -> bool:
    last = text[-160:]
    return len(last) >= _LEAST_LENGTH and not _ENDS.search(last) and not _COLUMNS.search(last.strip()) and len(_WORDS.findall(last)) >= _LEAST_WORDS


def _continues(text: str) -> bool:
    text = text.lstrip()
    return bool(_GOES_ON.match(text)) and not _OWN_LINE.match(text) and not _COLUMNS.search(text) and len(_WORDS.findall(text)) >= 2
