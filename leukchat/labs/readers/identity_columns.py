"""Columns of a table that say who somebody is: emptied before anything else is read."""

from __future__ import annotations

import re
from itertools import pairwise

from leukchat.labs.analytes import exact_name
from leukchat.labs.folding import fold

_TABLE = 3
_HEAD_ROWS = 30
# Heads of columns that say who somebody is, by what they hold.
_COLUMNS = dict.fromkeys(("patient", "patient name", "patientname", "full name", "first name", "last name", "surname", "given name", "family name", "vorname", "nachname"), "name")
_COLUMNS |= dict.fromkeys(("physician", "doctor", "ordering provider", "provider", "ordered by", "requested by", "arzt", "medico", "medecin"), "name")
_COLUMNS |= dict.fromkeys(("mrn", "patient id", "patientid", "id", "nhs number", "nhs no", "ssn", "accession", "accession number", "order id", "sample id"), "record_number")
_COLUMNS |= dict.fromkeys(("dob", "date of birth", "birth date", "birthdate", "geburtsdatum"), "date_of_birth")
_COLUMNS |= {"address": "address", "phone": "phone", "email": "email", "e-mail": "email"}
_COLUMNS |= dict.fromkeys(
    (
        "patient id number",
        "subject",
        "subject id",
        "subjectid",
        "person id",
        "member id",
        "member name",
        "client",
        "client name",
        "paciente",
        "patientin",
        "patienten id",
        "pat id",
        "pid",
    ),
    "record_number",
)
# Of these, the ones that tell one patient from another; an order or a sample has a new number each time.
_PERSONS = frozenset(
    key for key, kind in _COLUMNS.items() if key.startswith(("patient", "subject", "person", "member", "client", "paciente", "pat ", "mrn", "nhs", "full name")) and kind
)
# Short heads that also name a test (`PT`): only over cells without a digit.
_DOUBTFUL = {"pt": "name", "pat": "name", "name": "name", "nom": "name", "nombre": "name", "nome": "name", "cognome": "name", "nachname": "name"}
_MEASURED = re.compile(r"[<>]?\s?\d{1,3}[.,]\d{1,2}")
_NAME_CELL = re.compile(r"[^\W\d_][^\d]*,\s?[^\W\d_][^\d]*")
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_NUMBERED = re.compile(r"[A-Za-z]{0,3}[ -]?\d{4,}[\d -]*")  # no day: `2026-01-05` heads a column
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def blank_identity_columns(rows: list[list[str]]) -> list[str]:
    """Empties the columns of a table whose head says that they identify someone; the kinds that were there."""
    kinds: dict[str, None] = {}
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        if sum(bool(cell) for cell in row) < _TABLE or _pairs(row):
            continue
        for column, cell in enumerate(row):
            below = [one[column] for one in rows[number + 1 :] if column < len(one) and one[column]]
            kind = _kind(cell, below)
            if kind:
                kinds[kind] = None
                for one in rows[number:]:  # its title too: `Patient` would take the title beside it along as a name
                    if column < len(one):
                        one[column] = ""
    return list(kinds)


def _pairs(row: list[str]) -> bool:
    """Whether a row gives identifiers beside their labels and heads no columns: `Patient,"DOE, A",MRN,E55501234`."""
    beside = [(_COLUMNS.get(_title(cell)), value) for cell, value in pairwise(row)]
    return any(
        (kind == "name" and _NAME_CELL.fullmatch(value)) or (kind == "date_of_birth" and _DAY.fullmatch(value)) or (kind == "record_number" and _NUMBERED.fullmatch(value))
        for kind, value in beside
    )


def _title(cell: str) -> str:
    return " ".join(fold(_CAMEL.sub(" ", cell)).replace("_", " ").rstrip(":").split())


def _kind(cell: str, below: list[str]) -> str | None:
    """What a column with this head identifies; a doubtful head only where every cell looks like `Surname, Given`."""
    title = _title(cell)
    kind = _COLUMNS.get(title)
    if kind and any(exact_name(one) for one in below):
        return None  # `Patient: …` over a column of tests
    if title in ("patient", "paciente", "patientin", "pt") and any(_MEASURED.fullmatch(one) for one in below):
        return None  # `Patient` beside `Control`, over values
    if kind is None and title in _DOUBTFUL and below and all(_NAME_CELL.fullmatch(one.strip()) for one in below):
        return _DOUBTFUL[title]
    return kind


def people(rows: list[list[str]]) -> int:
    """How many persons a table holds, as its columns of patients' names or numbers say; 0 without such a column."""
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        if sum(bool(cell) for cell in row) < _TABLE or _pairs(row):
            continue
        for column, cell in enumerate(row):
            title = _title(cell)
            below = [one[column] for one in rows[number + 1 :] if column < len(one) and one[column]]
            if title in _PERSONS and below and not any(exact_name(one) for one in below):
                return len(set(map(fold, below)))
    return 0
