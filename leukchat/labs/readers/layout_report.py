"""Pages of words become reports: lines for the text reader, without identifiers, and a place for every value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leukchat.labs.header import Header, read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.numbers import decimal_habit
from leukchat.labs.readers import RawReport, RawRow
from leukchat.labs.readers.layout import Line, PageWords, Word, box_of, char_width, grid_line, rows_of, without_doubles
from leukchat.labs.readers.layout_above import with_names_first
from leukchat.labs.readers.layout_blocks import in_reading_order
from leukchat.labs.readers.layout_cells import joined, mask_below_labels, with_flags
from leukchat.labs.readers.layout_doubts import doubtful, value_words
from leukchat.labs.readers.layout_marks import with_dated_previous, with_whole_thousands, without_footnotes
from leukchat.labs.readers.layout_prose import with_whole_sentences
from leukchat.labs.readers.layout_titles import with_ranges
from leukchat.labs.readers.layout_wide import turned
from leukchat.labs.readers.text import read_text

_MASK = re.compile(r"\[(?:phone|[a-z]+ number|national id|date of birth)\]")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as lines. `head` is for reading the header only: it still holds identifiers."""

    page: PageWords
    lines: tuple[Line, ...]
    head: str
    kinds: tuple[str, ...]


def read_pages(pages: Sequence[PageWords], notes: tuple[str, ...] = ()) -> tuple[RawReport, ...]:
    """One report, or several where pages name different days of collection."""
    sheets = [_sheet(page) for page in pages if page.words]
    if not sheets:
        return ()
    whole = read_header("\n".join(sheet.head for sheet in sheets))
    masked = mask_identifiers("\n\f\n".join("\n".join(line.text for line in sheet.lines) for sheet in sheets))
    kinds = tuple(dict.fromkeys((*masked.kinds, *(kind for sheet in sheets for kind in sheet.kinds))))
    texts = masked.text.split("\n\f\n")
    reports = [_report(group, [texts[index] for index in places], header, whole) for places, group, header in _groups(sheets)]
    return tuple(replace(report, redacted=kinds, notes=notes) for report in reports)


def _sheet(page: PageWords) -> _Sheet:
    rows = in_reading_order(rows_of(without_doubles(tuple(without_footnotes(page.words)))))
    rows, kinds, labelled = mask_below_labels(rows)
    head = "\n".join(["   ".join(cell.text for cell in row) for row in rows] + labelled)
    rows = with_dated_previous(with_ranges(joined(with_whole_sentences(turned(with_names_first(with_flags([tuple(with_whole_thousands(row)) for row in rows])))))))
    words = [word for row in rows for cell in row for word in cell.words]
    left, width = min(word.x0 for word in words), char_width(words)
    return _Sheet(page, tuple(grid_line(row, left, width) for row in rows), head, kinds)


def _groups(sheets: list[_Sheet]) -> list[tuple[list[int], list[_Sheet], Header]]:
    """Sheets that follow each other and share a day of collection; a page without one belongs to those before."""
    groups: list[tuple[list[int], list[_Sheet], str | None]] = []
    for index, sheet in enumerate(sheets):
        day = read_header(sheet.head).sampled
        if groups and (day is None or groups[-1][2] is None or day == groups[-1][2]):
            places, members, known = groups[-1]
            groups[-1] = ([*places, index], [*members, sheet], known or day)
        else:
            groups.append(([index], [sheet], day))
    return [(places, members, read_header("\n".join(sheet.head for sheet in members))) for places, members, _ in groups]


def _report(sheets: list[_Sheet], texts: list[str], header: Header, whole: Header) -> RawReport:
    header = replace(header, sex=header.sex or whole.sex, age_years=whole.age_years if header.age_years is None else header.age_years, order=header.order or whole.order)
    text = "\n\f\n".join(texts)
    raw = read_text(text, header)
    habit = decimal_habit(text)
    # A page break adds one empty line before the lines of its page.
    places = [(sheet, line) for number, sheet in enumerate(sheets) for line in ((None,) if number else ()) + sheet.lines]
    rows = [_placed(_masked(row), raw.rows, places) for row in raw.rows]
    return replace(raw, rows=tuple(doubtful(row, words, habit) for row, words in rows), page_sources=tuple(texts))


def _masked(row: RawRow) -> RawRow:
    """The row with a warning where a part of its line was taken for personal and is gone: it may have been a number."""
    if not _MASK.search(row.source_text):
        return row
    return replace(row, warnings=(*row.warnings, "A part of this row was hidden because it looked personal; please check the value against the report."))


def _placed(row: RawRow, rows: Sequence[RawRow], places: list[tuple[_Sheet, Line | None]]) -> tuple[RawRow, list[Word]]:
    """The row with its page and box, and the words it was read from."""
    if row.lines is None:
        return row, []
    first, last = row.lines
    sheet = places[first][0]
    words: list[Word] = []
    for number in range(first, last + 1):
        line = places[number][1]
        if line is None or places[number][0] is not sheet:
            continue
        start, end = _extent(row, rows, line) if number == first else (0, len(line.text))
        words += [word for begin, stop, word in line.spans if begin < end and stop > start]
    return replace(row, page=sheet.page.number, box=box_of(_own(row, rows, words), sheet.page)), words


def _own(row: RawRow, rows: Sequence[RawRow], words: list[Word]) -> list[Word]:
    """The words to frame: all of the row, or the number alone where the row has one for each of several days."""
    days = [other for other in rows if other.lines == row.lines and other.name == row.name and other.collected is not None]
    if len(days) < 2:
        return words
    before = days[: next((place for place, other in enumerate(days) if other is row), 0)]
    return value_words(row, words, sum(other.number == row.number for other in before)) or words


def _extent(row: RawRow, rows: Sequence[RawRow], line: Line) -> tuple[int, int]:
    """From where to where a row reaches in its first line, which may hold several rows."""
    start = max(0, line.text.find(row.name))
    others = [line.text.find(other.name, start + len(row.name)) for other in rows if other.lines == row.lines and other.name != row.name]
    return start, min([place for place in others if place > start] or [len(line.text)])
