"""The values of a lab reading: exactly the JSON document that `leukchat labs` prints.

Numbers in `value` are as printed, in `unit` as printed; `value_si` is the same in `unit_si`.
Dates are ISO (`2026-01-03`), ages years. `CONTRACT.md` fixes the field names.
"""

from __future__ import annotations

from typing import Literal

from leukchat.types import Value

Sex = Literal["female", "male"]
Comparator = Literal["<", ">"]
Flag = Literal["critical_low", "low", "normal", "high", "critical_high", "abnormal", "indeterminate"]
Urgency = Literal["emergency", "urgent", "soon", "routine"]
Direction = Literal["rising", "falling", "steady", "up_and_down"]

# x0, y0, x1, y1 as fractions of the page, from its upper left corner.
Box = tuple[float, float, float, float]

URGENCIES: tuple[Urgency, ...] = ("emergency", "urgent", "soon", "routine")


class LabReportInfo(Value):
    """One report: the input it came from and what its header says (unknown is null). `notes`: what was not read."""

    file: str
    format: str
    collected: str | None = None
    sex: Sex | None = None
    age_years: float | None = None
    notes: tuple[str, ...] = ()


class Reference(Value):
    """A reference range; a missing side is open. `text` is the range as printed, or the table's in words."""

    low: float | None = None
    high: float | None = None
    source: Literal["report", "table"]
    text: str


class LabResult(Value):
    """One result as read; `reference` is in the unit of `value`. `indeterminate` says why in `warnings`.

    `confidence` (0 to 1) is set for what was recognised in a picture; `box` shows the place on page `page`.
    `corrected_from` is what was read before a person corrected it.
    """

    analyte: str
    loinc: str | None = None
    name_as_printed: str
    value: float | str | None
    comparator: Comparator | None = None
    unit: str | None = None
    value_si: float | None = None
    unit_si: str = ""
    reference: Reference | None = None
    flag: Flag = "indeterminate"
    collected: str | None = None
    source_text: str = ""
    page: int | None = None
    warnings: tuple[str, ...] = ()
    report: int = 0
    confidence: float | None = None
    box: Box | None = None
    corrected_from: str | None = None


class DerivedResult(LabResult):
    """A result computed from others on the same report; `formula` shows how."""

    formula: str


class NamedSource(Value):
    """A primary source by name and address."""

    name: str
    url: str


class Pattern(Value):
    """What several values say together; never a diagnosis. `must_not_conclude` guards the wording."""

    id: str
    urgency: Urgency
    title: str
    explanation: str
    based_on: tuple[str, ...]
    sources: tuple[NamedSource, ...]
    must_not_conclude: str = ""
    ask: str = ""


class Trend(Value):
    """One analyte over time, oldest first, in one unit. `change` is a sentence with first and last value."""

    analyte: str
    points: tuple[tuple[str, float], ...]
    unit_si: str
    direction: Direction
    change: str = ""


class LabReading(Value):
    """Everything that was read and computed from the reports given together. `set_aside`: results that a person left out."""

    reports: tuple[LabReportInfo, ...]
    results: tuple[LabResult, ...]
    derived: tuple[DerivedResult, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    trends: tuple[Trend, ...] = ()
    unrecognised: tuple[str, ...] = ()
    summary: str = ""
    questions_for_doctor: tuple[str, ...] = ()
    redacted: tuple[str, ...] = ()
    set_aside: tuple[LabResult, ...] = ()
