"""Rows of structured reports gathered by day, with the person's sex and age and without anything that names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.model import Sex
from leukchat.labs.numbers import readings
from leukchat.labs.readers import RawReport, RawRow
from leukchat.labs.readers.coded import MARKS, Coded, place
from leukchat.labs.readers.coded_names import name_ids

# Signs that points part thousands: a decimal comma, or a range from `4.000` to `11.000`.
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,])|(?<![\d.,])[1-9]\d{0,2}\.\d{3}\s*(?:-|–|a|à|bis|até)\s*[1-9]\d{0,2}\.\d{3}(?!\d)")
_LEAST_ARROWS = 2
_DAYS_A_YEAR = 365.25
_OLDEST = 120.0


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a report is about: what decides a range, and the identifiers, which are only used to take them out of texts."""

    sex: Sex | None = None
    born: date | None = None
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def age(self, day: str | None) -> float | None:
        """Age in years on an ISO day; None if either is not known."""
        if self.born is None or day is None:
            return None
        years = (date.fromisoformat(day) - self.born).days / _DAYS_A_YEAR
        return round(years, 2) if 0 <= years <= _OLDEST else None


def sex_of(text: str | None) -> Sex | None:
    """Sex from an administrative code or word of FHIR, HL7 v2, C-CDA or Apple Health; None for any other."""
    word = (text or "").strip().lower().removeprefix("hkbiologicalsex")
    return "female" if word in ("female", "f") else "male" if word in ("male", "m") else None


def iso_day(text: str | None) -> str | None:
    """The day of `2026-01-03…` or `20260103…` as ISO; None for a partial, impossible or missing one."""
    match = re.match(r"(\d{4})-?(\d{2})-?(\d{2})", (text or "").strip())
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat() if match else None
    except ValueError:
        return None


def gather(items: Iterable[Coded], subject: Subject, notes: Sequence[str] = (), unknown: Sequence[str] = ()) -> tuple[RawReport, ...]:
    """One report a day, in the order in which the days first appear. `unknown` are further lines that were not understood."""
    clean, strange, kinds = _masked(list(items), list(unknown), subject)
    commas = any(_COMMAS.search(text) for item in clean for text in (item.words or "", *(part.text for part in item.ranges)))
    clean = _with_arrows([replace(item, commas=commas) for item in clean])
    rows: list[RawRow] = []
    elsewhere = 0
    for item in clean:
        placed = place(item)
        if placed.row:
            rows.append(placed.row)
        elif placed.unknown:
            strange.append(placed.unknown)
        elsewhere += placed.elsewhere
    said = (*notes, f"Results of urine or of other samples that are not blood were not read: {elsewhere}.") if elsewhere else tuple(notes)
    days: dict[str | None, list[RawRow]] = {}
    for row in rows:
        days.setdefault(row.collected, []).append(row)
    reports = [_report(own, day, subject) for day, own in (days or {None: []}).items()]
    reports[0] = replace(reports[0], unrecognised=tuple(dict.fromkeys(strange)), redacted=kinds, notes=tuple(dict.fromkeys(said)))
    return tuple(reports)


def _with_arrows(items: list[Coded]) -> list[Coded]:
    """The items of a report that marks values below and above their range with `<` and `>`, which stand for a scale that was left.

    That is so where no other marks for low and high are used, and each such mark agrees with the range.
    """
    marked = [item for item in items if item.mark in ("<", ">")]
    if len(marked) < _LEAST_ARROWS or any(item.mark in MARKS and item.mark != "N" for item in items) or not all(_beyond(item) for item in marked):
        return items
    return [replace(item, mark={"<": "L", ">": "H"}.get(item.mark or "", item.mark)) for item in items]


def _beyond(item: Coded) -> bool:
    """Whether a value lies beyond the end of its range that its mark points to."""
    number = item.number if item.number is not None else next(iter(readings((item.words or "").partition(" ")[0], "," if item.commas else None)), None)
    ends = [end for part in item.ranges if (end := part.low if item.mark == "<" else part.high)]
    if number is None or not ends:
        return False
    limits = [found[0] for end in ends if (found := readings(end, "," if item.commas else None))]
    return bool(limits) and (float(number) < limits[0] if item.mark == "<" else float(number) > limits[0])


def _report(rows: list[RawRow], day: str | None, subject: Subject) -> RawReport:
    """The report of one day, its rows on a line each."""
    numbered = tuple(replace(row, lines=(number, number)) for number, row in enumerate(rows))
    return RawReport(numbered, (), day, subject.sex, subject.age(day), source="\n".join(row.source_text for row in rows))


def _masked(items: list[Coded], unknown: list[str], subject: Subject) -> tuple[list[Coded], list[str], tuple[str, ...]]:
    """Observations and lines without identifiers: those of the person by their own names, others by how they look.

    Numbers and units are left alone; a range or a value in words is text like any other.
    """
    fields = [(*item.names, *item.where, *item.sample, *item.comments, item.words or "", *(part.text for part in item.ranges)) for item in items]
    lines = [" ".join(text.split()) for texts in (*fields, unknown) for text in texts]
    found = mask_identifiers("\n".join(lines))
    clean = found.text.split("\n")
    if len(clean) != len(lines):  # a mask over several lines would misplace the rest
        clean = [mask_identifiers(line).text for line in lines]
    known = [re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE) for name in subject.names if len(name) > 2]
    taken = iter(clean)
    kept = [_rebuilt(item, taken, known) for item in items]
    return kept, [_unnamed(line, known) for line in taken], tuple(dict.fromkeys((*subject.kinds, *found.kinds)))


def _rebuilt(item: Coded, texts: Iterator[str], known: list[re.Pattern[str]]) -> Coded:
    """An observation with its texts as masked. A test's own name stays whole: a Mrs White also has white cells."""
    names = tuple(name if name_ids(name) else _unnamed(name, known) for name in islice(texts, len(item.names)))
    where = tuple(_unnamed(text, known) for text in islice(texts, len(item.where)))
    sample = tuple(_unnamed(text, known) for text in islice(texts, len(item.sample)))
    comments = tuple(_unnamed(text, known) for text in islice(texts, len(item.comments)))
    words = _unnamed(next(texts), known)
    ranges = tuple(replace(part, text=_unnamed(text, known)) for part, text in zip(item.ranges, islice(texts, len(item.ranges)), strict=True))
    return replace(item, names=names, where=where, sample=sample, comments=comments, words=words or None, ranges=ranges)


def _unnamed(text: str, known: list[re.Pattern[str]]) -> str:
    for pattern in known:
        text = pattern.sub("[name]", text)
    return text
