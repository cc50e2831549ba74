"""Texts in days: notes of which each line begins with its day, or days as headings over their results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leukchat.labs.dates import DATE, SHORT_DAY, TIME, Order, cell_day, read_date, short_day
from leukchat.labs.folding import fold
from leukchat.labs.readers.paragraphs import Line

_DIGIT = re.compile(r"\d")
_BULLET = re.compile(r"^[\s>*•·-]*(?:(?:day|tag|jour|dia|giorno|date|datum|data|fecha)\s*(?:\d{1,3}\b)?\s*[:,(-]?\s*)?")
_BEHIND = re.compile(r"\s*(?:,?\s*(?:at|um|a las|alle|as|h)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr|h)?)?\s*[)\]]?\s*(?P<sign>[:|=–—-]+|$)?\s*")
_WEEKDAY = re.compile(r"^[a-z]{2,10}\.?,?\s+(?=\d|[a-z]{3})")
_NUMBER = re.compile(r"[a-z]\w*\.?[\s:=|.]+[<>]?\s?\d")
_NOT_TAKEN = re.compile(r"\b(?:dob|birth|born|geb\w*|print\w*|report\w*|receiv\w*|page|seite|next|appointment|termin|nasc\w*|nac\w*|nato|nata|ne[e]? le|admi\w*|discharge\w*)\b")
_TWO_DAYS = re.compile(r"\d[./-]\d{1,2}[./-]\d{2,4}\s?\)?\s?[:–-].*\d[./-]\d{1,2}[./-]\d{2,4}\s?\)?\s?[:–-]")
_LEAST_DAYS_LINE = 30
_DASH = re.compile(r"\s?\)?\s?[-–]\s")
_LABEL_ENDS = re.compile(r"\s*\)?\s*:")
_COUNTED_DAY = re.compile(r"\b(?:day|week|month|cycle|course|tag|woche|monat|zyklus|jour|semaine|mois|dia|semana|mes|giorno|settimana|mese|d|c\d?d?)\s?\+?-?\d{1,3}\b")
_TOLD = re.compile(r"\b(?:undetect\w*|negativ\w*|not detected|positiv\w*|indetect\w*|nicht nachweisbar|no detect\w*|non rilev\w*|nao detect\w*)")
_LABEL = 60
_TITLE_WORDS = 7
_FRONT = 40  # characters in which the day of an entry begins
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line that begins with a day (None: it can be read two ways); `alone` with nothing behind it."""

    number: int
    day: str | None
    alone: bool
    labelled: bool = False


def line_days(lines: Sequence[Line], order: Order | None, collected: str | None = None) -> dict[int, str]:
    """The day of each line, by its number, in a text that is written in days; empty for any other. An unclear day is ``""``.
    `collected` is the day of the report, whose year days without one share.

    A day with its results behind it dates its own line; a day alone on its line dates the lines under it.
    """
    entries = [entry for index, line in enumerate(lines) if (entry := _entry(lines, index, order, collected))]
    within, over = [one for one in entries if not one.alone], [one for one in entries if one.alone]
    found: dict[int, str] = {}
    if len({one.day for one in over}) >= _LEAST or (len(over) >= _LEAST and any(one.day is None for one in over)):
        for index, entry in enumerate(over):
            end = over[index + 1].number if index + 1 < len(over) else lines[-1].last + 1
            found |= dict.fromkeys(range(entry.number, end), entry.day or "")
    found |= {one.number: one.day for one in within if one.labelled and one.day}
    if len({one.day for one in within}) >= _LEAST or (len(within) >= _LEAST and any(one.day is None for one in within)):
        found |= {one.number: one.day or "" for one in within}
    return found


def parted_by_days(line: Line, order: Order | None) -> list[Line]:
    """The parts of a line that gives several days one after the other (`12/01/2026 - Hb 92, WBC 88 // 13/01/2026 - Hb 90`); else the line."""
    if len(line.text) < _LEAST_DAYS_LINE or not _TWO_DAYS.search(line.text):
        return [line]
    folded = fold(line.text)
    starts = [match for match in DATE.finditer(folded) if _LABEL_ENDS.match(folded, match.end()) or _DASH.match(folded, match.end())]
    if len(starts) < _LEAST:
        return [line]
    days = [read_date(match, order) for match in starts]
    pieces = [line.text[one.start() : two.start() if two else len(line.text)] for one, two in zip(starts, (*starts[1:], None), strict=True)]
    if len(set(days)) < len(days) or any(not _NUMBER.search(fold(piece)) for piece in pieces) or _NUMBER.search(folded, 0, starts[0].start()):
        return [line]
    return [replace(line, text=piece[len(match[0]) :].strip(" -:/|)"), day=day.isoformat() if day else "") for piece, match, day in zip(pieces, starts, days, strict=True)]


def _entry(lines: Sequence[Line], index: int, order: Order | None, collected: str | None) -> _Entry | None:
    """What a line is as an entry of a diary: its day, with a name and a number behind it or on the next line."""
    if not _DIGIT.search(lines[index].text, 0, _FRONT):
        return None
    folded = fold(lines[index].text)
    text = folded[_match_end(_BULLET, folded) :]
    match = DATE.match(text) or DATE.match(_WEEKDAY.sub("", text, count=1)) or _titled(text) or SHORT_DAY.match(text)
    labelled = _labelled(text) if match is None else None
    match = match or labelled
    if match is None:
        return None
    rest = match.string[match.end() :]
    behind = _BEHIND.match(rest)
    left = rest[behind.end() :] if behind else rest
    day = cell_day(match[0], order) or short_day(match[0], collected, order)
    said = day.isoformat() if day else None
    if not left.strip(" |;,"):
        following = next((fold(line.text) for line in lines[index + 1 :] if line.text.strip()), "")
        return _Entry(lines[index].first, said, True) if _NUMBER.search(following) else None
    return _Entry(lines[index].first, said, False, labelled is not None) if _NUMBER.search(left) or (labelled and _TOLD.search(left)) else None


def _titled(text: str) -> re.Match[str] | None:
    """The date that ends a short heading: `Visit 2 - 19/01/2026`."""
    match = DATE.search(text) if len(text.split()) <= _TITLE_WORDS else None
    if match is None or _NOT_TAKEN.search(text) or TIME.sub("", text[match.end() :]).strip(" :|;,)"):
        return None
    return match


def _labelled(text: str) -> re.Match[str] | None:
    """The date in the label of a line with results: `3 months (1 Sept 2025): BCR-ABL 0.31 %`."""
    match = DATE.search(text, 0, _LABEL)
    if match is None or _NOT_TAKEN.search(text, 0, match.start()) or _NUMBER.search(_COUNTED_DAY.sub("", text[: match.start()])):
        return None
    return match if _LABEL_ENDS.match(text, match.end()) else None


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0
