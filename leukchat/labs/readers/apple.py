"""Apple Health exports: the FHIR records of clinics, and blood sugar that the person measured.

The export is a ZIP with `export.xml` and a folder `clinical-records` of FHIR JSON; its XML alone is read too.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from leukchat.errors import ReportError
from leukchat.labs.readers import RawReport
from leukchat.labs.readers.coded import Coded
from leukchat.labs.readers.coded_report import Subject, gather, iso_day, sex_of
from leukchat.labs.readers.xml_tree import get, tag

MAX_XML = 1_500_000_000
MAX_RECORD = 2_000_000
MAX_RECORDS = 20_000
MAX_SUGARS = 60
_SUGAR = "HKQuantityTypeIdentifierBloodGlucose"
_LAB_RECORD = "HKClinicalTypeIdentifierLabResultRecord"
_FOLDERS = ("clinical-records", "clinical_records")


@dataclass(slots=True)
class _Export:
    """What an `export.xml` says: the person, blood sugar by day (the last of each), and how many records of clinics."""

    subject: Subject = field(default_factory=Subject)
    sugars: dict[str, Coded] = field(default_factory=dict)
    measured: int = 0
    clinical: int = 0


class AppleHealthReader:
    """Reads an Apple Health export. Steps, pulses and other measurements are no laboratory values and stay unread."""

    formats: tuple[str, ...] = ("apple_health",)

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """One report for each day. Raises ReportError for a damaged or too big export."""
        raw = content.encode() if isinstance(content, str) else content
        if not raw.startswith(b"PK\x03\x04"):
            export = _read_xml(io.BytesIO(raw))
            notes = [f"The export mentions {export.clinical} laboratory records of clinics, which lie in other files. Give the whole ZIP file."] if export.clinical else []
            return _sugars(export, notes)
        try:
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                return _read_archive(archive)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise ReportError("This Apple Health export is damaged or locked. Export it again from the Health app.") from error


def _read_archive(archive: zipfile.ZipFile) -> tuple[RawReport, ...]:
    """The records of clinics, then the person's own measurements."""
    from leukchat.labs.readers.fhir import read_library
    from leukchat.labs.readers.fhir_resources import Library, load

    main = next((part for part in archive.infolist() if part.filename.rpartition("/")[2] == "export.xml"), None)
    if main is not None and main.file_size > MAX_XML:
        raise ReportError(f"The Apple Health export unpacks to more than {MAX_XML // 1_000_000} MB. Share only the clinical records.")
    export = _Export()
    if main is not None:
        with archive.open(main) as stream:
            export = _read_xml(stream)
    library, skipped = Library(), 0
    for part in _records(archive):
        if part.file_size > MAX_RECORD:
            skipped += 1
            continue
        one = load(archive.read(part))
        library.resources += one.resources
        library.by_reference |= one.by_reference
        library.local |= one.local
    found = read_library(library, export.subject) if library.resources else ()
    sugars = _sugars(export, [f"Records that are too big were left out: {skipped}."] if skipped else [])
    useful = tuple(report for report in (*found, *sugars) if report.rows or report.unrecognised or report.notes)
    return useful or (RawReport((), redacted=export.subject.kinds),)


def _records(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The FHIR files of the export. Raises ReportError for more than are read."""
    found = [part for part in archive.infolist() if part.filename.endswith(".json") and any(f"{folder}/" in part.filename for folder in _FOLDERS)]
    if len(found) > MAX_RECORDS:
        raise ReportError(f"The Apple Health export holds more than {MAX_RECORDS:,} records of clinics. Share a shorter time.")
    return found


def _read_xml(stream: IO[bytes]) -> _Export:
    """Walks through an `export.xml` of any size, keeping only what matters."""
    export = _Export()
    try:
        for element in _elements(stream):
            name = tag(element)
            if name == "Me":
                day = iso_day(get(element, "HKCharacteristicTypeIdentifierDateOfBirth"))
                sex = sex_of(get(element, "HKCharacteristicTypeIdentifierBiologicalSex"))
                export.subject = Subject(sex, date.fromisoformat(day) if day else None, (), ("date_of_birth",) if day else ())
            elif name == "ClinicalRecord":
                export.clinical += get(element, "type") == _LAB_RECORD
            elif name == "Record" and get(element, "type") == _SUGAR:
                export.measured += 1
                _take_sugar(export, element)
            element.clear()
    except (ParseError, LookupError, ValueError) as error:
        raise ReportError("The Apple Health export is damaged or cut off. Export it again from the Health app.") from error
    return export


def _elements(stream: IO[bytes]) -> Iterator[Element]:
    from defusedxml.ElementTree import iterparse

    root: Element | None = None
    for event, element in iterparse(stream, events=("start", "end"), forbid_entities=True):
        if root is None:
            root = element
        if event == "end":
            yield element
            if len(root) > 1000:
                root.clear()  # a finished part is not needed any more


def _take_sugar(export: _Export, record: Element) -> None:
    day, unit = iso_day(get(record, "startDate")), get(record, "unit")
    try:
        number = Decimal(get(record, "value"))
    except InvalidOperation:
        return
    if day is None or not number.is_finite():
        return
    unit = "mmol/L" if unit.startswith("mmol<") else unit
    warning = "Measured by the person, not by a laboratory."
    export.sugars.pop(day, None)
    export.sugars[day] = Coded(("Blood glucose",), number=number, unit=unit, collected=day, warnings=(warning,))


def _sugars(export: _Export, notes: list[str]) -> tuple[RawReport, ...]:
    """A report for each of the latest days with blood sugar; how many values that leaves out is said."""
    days = sorted(export.sugars, reverse=True)[:MAX_SUGARS]
    if len(days) < export.measured:
        notes.append(f"Of {export.measured} blood sugars that the person measured, the last of each of the latest {len(days)} days are shown.")
    return gather([export.sugars[day] for day in sorted(days)], export.subject, notes)
