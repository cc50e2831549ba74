"""What is typed beside a report: age, temperature and time on treatment, checked before they are used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from leukchat.errors import InputError
from leukchat.labs.model import LabReading
from leukchat.types import today

_DAYS_A_MONTH = 365.25 / 12
CML_TEST = "bcr_abl1_is_percent"


@dataclass(frozen=True, slots=True)
class LabForm:
    """The person beside the report; what was not given is None. `months` or `started` say how long CML treatment has lasted."""

    sex: Literal["female", "male"] | None = None
    age: float | None = None
    temperature: float | None = None
    pregnant: bool = False
    months: float | None = None
    started: date | None = None

    def months_at(self, reading: LabReading) -> float | None:
        """Months of treatment when the latest BCR::ABL1 was taken; with a start day and no day of collection, until today."""
        if self.started is None:
            return self.months
        days = [result.collected for result in reading.results if result.analyte == CML_TEST and result.collected]
        taken = date.fromisoformat(max(days)) if days else today()
        return max(0.0, round((taken - self.started).days / _DAYS_A_MONTH, 1))


def read_form(sex: str, age: str, temperature: str, pregnant: bool, treatment: str) -> LabForm:
    """The form as values. Raises InputError with one line that names the value and what is accepted."""
    months, started = treatment_time(treatment)
    who: Literal["female", "male"] | None = "female" if sex == "female" else "male" if sex == "male" else None
    return LabForm(who, optional_number(age, "Age", 0, 120, "years"), temperature_celsius(temperature), bool(pregnant), months, started)


def optional_number(text: str, name: str, low: float, high: float, unit: str) -> float | None:
    """The number typed into an optional field; None when empty, InputError when it cannot be."""
    if not (text or "").strip():
        return None
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise InputError(f"{name} {text.strip()!r} is not possible; give {low:g} to {high:g} {unit}, or leave it empty.")
    return value


def temperature_celsius(text: str) -> float | None:
    """A temperature in °C; what can only be Fahrenheit is refused with its value in °C, never converted in silence."""
    match = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*°?\s*[CcFf]?", (text or "").strip())
    bare = match[1] if match else text or ""
    value = float(match[1].replace(",", ".")) if match else 0.0
    if 86 <= value <= 113:
        raise InputError(f"Temperature {text.strip()!r} looks like Fahrenheit; that is {(value - 32) / 1.8:.1f} °C. Give it in °C.")
    return optional_number(bare, "Temperature", 30, 45, "°C")


def treatment_time(text: str) -> tuple[float | None, date | None]:
    """Months on treatment, or the day it began, as typed; (None, None) when empty. Raises InputError for anything else."""
    typed = (text or "").strip()
    if not typed:
        return None, None
    try:
        started = date.fromisoformat(typed)
    except ValueError:
        return optional_number(typed.removesuffix("months").removesuffix("month"), "Months of treatment", 0, 600, "months, or the first day as 2026-01-31"), None
    if started > today():
        raise InputError(f"The first day of treatment {typed} is in the future; give a day such as 2026-01-31, or the months.")
    return None, started


def what_is_missing(form: LabForm, reading: LabReading) -> tuple[str, ...]:
    """What the reading could say if more were known, in sentences; empty where nothing is missing."""
    return tuple(note for note in _missing(form, reading) if note)


def _missing(form: LabForm, reading: LabReading) -> Sequence[str]:
    results = (*reading.results, *reading.derived)
    adult = sum(any("no age is known" in note for note in result.warnings) for result in results)
    sexed = sum(any("depends on sex" in note for note in result.warnings) for result in results)
    infection = any(pattern.id.startswith(("neutropenia", "blasts")) for pattern in reading.patterns)
    milestones = any(result.analyte == CML_TEST for result in reading.results) and form.months is None and form.started is None
    return (
        f"The age is not known: {_count(adult, 'value was', 'values were')} compared with ranges for adults. Children have other ranges." if adult else "",
        f"The sex is not known: {_count(sexed, 'value depends', 'values depend')} on it and could not be judged." if sexed else "",
        "No temperature was given. Take it now, and call at once if it is 38.0 °C (100.4 °F) or more." if infection and form.temperature is None else "",
        "BCR::ABL1 is compared with the goals of 3, 6 and 12 months once you say how long CML treatment has lasted." if milestones else "",
        "Only some tests have ranges of their own for pregnancy; ask about the others." if form.pregnant and form.sex != "male" else "",
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
