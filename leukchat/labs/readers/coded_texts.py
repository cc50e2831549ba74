"""Texts inside structured reports: lines of results that a message carries as words, and documents attached to it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from leukchat.errors import ReportError
from leukchat.labs.header import Header, read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.readers import RawReport, RawRow
from leukchat.labs.readers.coded_report import Subject
from leukchat.labs.readers.text import read_text

MAX_ATTACHED = 20_000_000
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_RTF = b"{\\rtf"


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one order, with the day of its sample."""

    lines: tuple[str, ...]
    day: str | None


def with_texts(reports: Sequence[RawReport], texts: Iterable[Words], subject: Subject) -> tuple[RawReport, ...]:
    """The reports with the results that stand in texts. A result that is coded for the same day wins over its words."""
    found = list(reports)
    for told in texts:
        text, kinds = _without_person("\n".join(told.lines), subject)
        order = read_header(text).order
        read = read_text(text, Header(told.day, subject.sex, subject.age(told.day), order))
        found = _added(found, replace(read, redacted=kinds), told.day, subject)
    return tuple(found)


def with_attached(reports: Sequence[RawReport], attached: Iterable[tuple[str, bytes]], subject: Subject) -> tuple[RawReport, ...]:
    """The same for documents: pairs of the day of their order (empty if unknown) and their bytes."""
    from leukchat.labs.readers.pdf import PdfReader

    found = list(reports)
    for day, data in attached:
        if data.startswith(b"%PDF"):
            try:
                for read in PdfReader().read(data, "pdf"):
                    found = _added(found, read, read.collected or day or None, subject)
            except ReportError as error:
                found[0] = replace(found[0], notes=(*found[0].notes, f"The attached document was not read: {error}"))
        elif (text := _plain(data)) is not None:
            found = list(with_texts(found, [Words(tuple(text.splitlines()), day or None)], subject))
    return tuple(found)


def decoded(text: str, encoding: str) -> bytes:
    """The bytes of an attachment in Base64 or hexadecimal figures; empty for a broken or too large one."""
    if len(text) > MAX_ATTACHED:
        return b""
    try:
        bare = re.sub(r"\s+|\\\.br\\", "", text)
        return bytes.fromhex(bare) if encoding.lower().startswith("hex") else base64.b64decode(bare, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _plain(data: bytes) -> str | None:
    """The text of an attachment without markup; None for what is no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if data.startswith(_RTF) or any(char < " " and char not in "\t\r\n\f" for char in text):
        return None
    return re.sub(r"(?i)<br\s*/?>|</(?:p|tr|div|li)>", "\n", text) if "</" not in text else _MARKUP.sub("  ", re.sub(r"(?i)<br\s*/?>|</(?:p|tr|div|li)>", "\n", text))


def _without_person(text: str, subject: Subject) -> tuple[str, tuple[str, ...]]:
    masked = mask_identifiers(text)
    clean = masked.text
    for name in subject.names:
        if len(name) > 2:
            clean = re.sub(rf"\b{re.escape(name)}\b", "[name]", clean, flags=re.IGNORECASE)
    return clean, masked.kinds


def _added(reports: list[RawReport], read: RawReport, day: str | None, subject: Subject) -> list[RawReport]:
    """The reports with the rows of a text on the report of their day."""
    days = {row.collected or day for row in read.rows}
    for own in sorted(days, key=str):
        rows = [row for row in read.rows if (row.collected or day) == own]
        at = next((index for index, one in enumerate(reports) if one.collected == own), None)
        known = {key for one in reports[at : at + 1] for row in one.rows for key in row.ids} if at is not None else set()
        fresh = [replace(row, collected=own) for row in rows if not known & set(row.ids)]
        if at is None and len(reports) == 1 and not reports[0].rows:
            reports = [replace(reports[0], collected=own, sex=subject.sex or read.sex, age_years=subject.age(own) or read.age_years)]
            at = 0
        if at is None:
            reports = [*reports, RawReport((), (), own, subject.sex or read.sex, subject.age(own) or read.age_years)]
            at = len(reports) - 1
        reports[at] = _joined(reports[at], fresh, read.source)
    first = reports[0]
    unknown = tuple(dict.fromkeys((*(line for line in first.unrecognised if line not in read.source), *read.unrecognised)))
    reports[0] = replace(first, unrecognised=unknown, redacted=tuple(dict.fromkeys((*first.redacted, *read.redacted))), notes=tuple(dict.fromkeys((*first.notes, *read.notes))))
    return reports


def _joined(report: RawReport, rows: Sequence[RawRow], source: str) -> RawReport:
    """A report with further rows, whose lines follow those it has."""
    if not rows:
        return report
    before = len(report.source.split("\n")) if report.source else 0
    moved = tuple(replace(row, lines=None if row.lines is None else (row.lines[0] + before, row.lines[1] + before), page=None, box=None) for row in rows)
    return replace(report, rows=(*report.rows, *moved), source=f"{report.source}\n{source}" if report.source else source)
