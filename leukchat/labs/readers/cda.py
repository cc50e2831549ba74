"""C-CDA documents (HL7 Clinical Document Architecture R2): the coded results, else the tables of result sections.

Results sections, organizers and observations by https://www.hl7.org/ccdasearch/ (template 2.16.840.1.113883.10.20.22.2.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

from leukchat.errors import ReportError
from leukchat.labs.dates import DATE, Order, read_date
from leukchat.labs.folding import fold
from leukchat.labs.header import Header, read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.readers import RawReport, RawRow
from leukchat.labs.readers.cda_values import read_item
from leukchat.labs.readers.coded import Coded
from leukchat.labs.readers.coded_report import Subject, gather, iso_day, sex_of
from leukchat.labs.readers.table import read_table
from leukchat.labs.readers.text import read_text
from leukchat.labs.readers.xml_tree import child, children, get, parse, tag, text

_RESULTS = ("2.16.840.1.113883.10.20.22.2.3", "2.16.840.1.113883.10.20.22.2.3.1", "2.16.840.1.113883.10.20.1.14")
_RESULT_CODES = ("30954-2", "18725-2", "18719-5", "18723-7", "18720-3", "26436-6", "18717-9", "18718-7", "18727-8", "18767-4")
_TITLE = re.compile(r"\b(?:results?|laborator\w*|labor(?:befund\w*|werte?|daten)?|labs?|befunde?|analyses|resultats?|resultados?|risultati|esami)\b")
_NOT_YET = re.compile(r"\b(?:plan\w*|pending|orders?|ordered|goals?|imaging|radiolog\w*|study|studies|procedures?)\b")
_LEFT = frozenset(("aborted", "cancelled", "nullified", "held", "obsolete"))


class CdaReader:
    """Reads the results of a clinical document; all other sections stay unread."""

    formats: tuple[str, ...] = ("cda",)

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """One report for each day. Raises ReportError for broken XML or a document without a section of results."""
        root = parse(content)
        if tag(root) != "ClinicalDocument":
            raise ReportError("This XML is no clinical document (C-CDA). Export the results as C-CDA, PDF or FHIR.")
        person = _person(root)
        sections = [section for section in root.iter() if tag(section) == "section" and _holds_results(section)]
        if not sections:
            raise ReportError("This clinical document has no section with laboratory results. Export the results, or copy their lines and paste them.")
        left = 0
        items: list[Coded] = []
        for section in sections:
            names = {get(part, "ID"): text(part) for part in section.iter() if get(part, "ID")}
            for observation, above in _observations(section):
                if get(child(observation, "statusCode"), "code") in _LEFT or observation.get("negationInd") == "true":
                    left += 1
                    continue
                items.append(read_item(observation, above, names, person))
        notes = (f"Results left out because they were cancelled or not done: {left}.",) if left else ()
        if items:
            return gather(items, person, notes)
        return tuple(_narrative(section, root, person) for section in sections)


def _holds_results(section: Element) -> bool:
    templates = {get(part, "root") for part in children(section, "templateId")}
    code = get(child(section, "code"), "code")
    title = fold(text(child(section, "title")))
    return bool(templates & set(_RESULTS)) or code in _RESULT_CODES or (_TITLE.search(title) is not None and not _NOT_YET.search(title))


def _observations(section: Element) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Each observation with the organizers over it, outermost first."""

    def walk(element: Element, above: tuple[Element, ...]) -> Iterator[tuple[Element, tuple[Element, ...]]]:
        for inner in element:
            name = tag(inner)
            if name == "section":
                continue
            if name == "organizer":
                if get(child(inner, "statusCode"), "code") not in _LEFT:
                    yield from walk(inner, (*above, inner))
            elif name == "observation":
                yield inner, above
                yield from walk(inner, above)
            elif name not in ("text", "title"):
                yield from walk(inner, above)

    yield from walk(section, ())


def _person(root: Element) -> Subject:
    """Sex and date of birth of the record's person, and what must not leave the reader."""
    role = child(root, "recordTarget", "patientRole")
    patient = child(role, "patient")
    names = tuple(part for name in children(patient, "name") for part in text(name).split() if part)
    day = iso_day(get(child(patient, "birthTime"), "value"))
    telecoms = [get(part, "value") for part in children(role, "telecom")]
    kinds = ["name"] * bool(names) + ["date_of_birth"] * bool(day) + ["record_number"] * bool(children(role, "id")) + ["address"] * bool(text(child(role, "addr")))
    kinds += ["phone"] * any(not value.startswith("mailto:") for value in telecoms if value) + ["email"] * any(value.startswith("mailto:") for value in telecoms)
    return Subject(sex_of(get(child(patient, "administrativeGenderCode"), "code")), date.fromisoformat(day) if day else None, names, tuple(kinds))


def _narrative(section: Element, root: Element, person: Subject) -> RawReport:
    """The results of a section that has only text: its tables by their titles, the rest line by line."""
    said = child(section, "text")
    day = iso_day(get(child(root, "effectiveTime"), "value"))
    blocks: list[tuple[bool, list[str]]] = []
    for is_row, line in _lines(said) if said is not None else ():
        if not blocks or blocks[-1][0] != is_row:
            blocks.append((is_row, []))
        blocks[-1][1].append(line)
    whole = "\n\n".join("\n".join(lines) for _, lines in blocks)
    order, masked = read_header(whole.replace("\t", "  ")).order, mask_identifiers(whole)
    header = Header(day, person.sex, person.age(day), _order(root) or order)
    parts = [(read_table if is_row else read_text)(text, header) for (is_row, _), text in zip(blocks, masked.text.split("\n\n"), strict=False)]
    rows = [_later(_on_its_day(row, part.source, header), masked.text.split("\n\n")[:number]) for number, part in enumerate(parts) for row in part.rows]
    unknown = tuple(dict.fromkeys(line for part in parts for line in part.unrecognised))
    return RawReport(tuple(rows), unknown, day, person.sex, person.age(day), tuple(dict.fromkeys((*person.kinds, *masked.kinds))), masked.text)


def _on_its_day(row: RawRow, source: str, header: Header) -> RawRow:
    """A row without a day, or with that of the document, with the one day that its own line holds."""
    lines = source.split("\n")
    if row.collected not in (None, header.collected) or row.lines is None or row.lines[0] >= len(lines):
        return row
    days = [day for match in DATE.finditer(fold(lines[row.lines[0]])) if (day := read_date(match, header.order))]
    return replace(row, collected=days[0].isoformat()) if len(days) == 1 else row


def _later(row: RawRow, before: list[str]) -> RawRow:
    """A row with its lines counted from the beginning of the text; `before` are the blocks over its own."""
    moved = sum(text.count("\n") + 2 for text in before)
    return row if row.lines is None else replace(row, lines=(row.lines[0] + moved, row.lines[1] + moved))


def _order(root: Element) -> Order | None:
    """Month first where the document says that it comes from the United States."""
    realm = get(child(root, "realmCode"), "code")
    return "mdy" if realm == "US" else None


def _lines(said: Element) -> Iterator[tuple[bool, str]]:
    """The rows of tables, their cells parted by tabs, and the other lines."""
    for part in said.iter():
        if tag(part) == "tr":
            yield True, "\t".join(" ".join(text(cell).split()) for cell in part if tag(cell) in ("td", "th"))
        elif tag(part) in ("paragraph", "item", "caption"):
            yield False, " ".join(text(part).split())
