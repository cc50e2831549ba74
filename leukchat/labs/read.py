"""The door of the room: files and pasted texts in, one reading out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from leukchat.errors import ReportError
from leukchat.labs.catalogue import catalogue
from leukchat.labs.derive import derive
from leukchat.labs.detect import reader_for, recognise
from leukchat.labs.interpret import interpret
from leukchat.labs.model import LabReading, LabReportInfo, LabResult, Sex
from leukchat.labs.numbers import decimal_habit
from leukchat.labs.patterns import find_patterns
from leukchat.labs.ranges import Person
from leukchat.labs.readers import PagedReader, RawReport
from leukchat.labs.summary import questions, summarise
from leukchat.labs.trends import find_trends

MAX_AGE = 120.0
MIN_TEMPERATURE, MAX_TEMPERATURE = 30.0, 45.0
MAX_MONTHS = 600.0
_LISTED = 4


@dataclass(frozen=True, slots=True)
class LabInput:
    """One report: a name to call it by (a file name, or `pasted text`) and its content."""

    name: str
    content: str | bytes


def read_labs(
    texts: Sequence[LabInput],
    *,
    sex: Sex | None = None,
    age_years: float | None = None,
    pregnant: bool = False,
    temperature_c: float | None = None,
    treatment_months: float | None = None,
    on_page: Callable[[str, int, int], None] | None = None,
) -> LabReading:
    """Everything that the reports say and that follows from it, most urgent first.

    `sex`, `age_years` (fractions for babies) and `pregnant` win over the reports' headers; `temperature_c` is the body
    temperature now, in °C; `treatment_months` is how long CML treatment had lasted when the latest BCR::ABL1 was taken. `on_page` is told the input, page and pages of PDFs and pictures as they are read. Raises ReportError with one line if an input cannot be read or holds no result.
    """
    _check(texts, age_years, temperature_c, treatment_months)
    infos: list[LabReportInfo] = []
    results: list[LabResult] = []
    unrecognised: list[str] = []
    redacted: dict[str, None] = {}
    named: dict[str, None] = {}
    for source in texts:
        form, found = _read_one(source, on_page)
        for raw in found:
            redacted |= dict.fromkeys(raw.redacted)
            named |= dict.fromkeys(raw.named)
            age = raw.age_years if age_years is None else age_years
            info = LabReportInfo(file=source.name, format=form, collected=raw.collected, sex=sex or raw.sex, age_years=age, notes=raw.notes)
            person = Person(info.sex, info.age_years, pregnant and info.sex != "male")
            results += interpret(raw.rows, person, decimal_habit(raw.source), len(infos), raw.collected)
            infos.append(info)
            unrecognised += raw.unrecognised
    if not results and not _is_report(infos, unrecognised):
        raise ReportError(_nothing_found(texts, infos, tuple(named)))
    found_all = LabReading(reports=tuple(infos), results=tuple(results), unrecognised=tuple(dict.fromkeys(unrecognised)), redacted=tuple(redacted))
    return conclude(found_all, pregnant=pregnant, temperature_c=temperature_c, treatment_months=treatment_months)


def _is_report(infos: Sequence[LabReportInfo], unrecognised: Sequence[str]) -> bool:
    """Whether an input without results is a report of other tests; a text without any sign of a report is refused."""
    return bool(unrecognised) and any(info.collected or info.sex or info.age_years for info in infos)


def _nothing_found(texts: Sequence[LabInput], infos: Sequence[LabReportInfo], named: tuple[str, ...]) -> str:
    """One line on an input without a result: what was looked for, and what stands there instead."""
    names = ", ".join(source.name for source in texts)
    left_out = "".join(f" {note}" for note in dict.fromkeys(note for info in infos for note in info.notes))
    wanted = "Give a report with test names, numbers and units, for instance “Hemoglobin 9.1 g/dL”."
    if not named:
        return f"No lab result was found in {names}.{left_out} {wanted}"
    tests = [catalogue().analytes[key].name for key in named]
    listed = ", ".join(tests[:_LISTED]) + (f" and {len(tests) - _LISTED} more" if len(tests) > _LISTED else "")
    return (
        f"No lab result was found in {names}.{left_out} It names tests ({listed}), but no number beside them that is a present value: "
        f"planned tests, targets, limits, normal ranges and earlier results are not taken for results. {wanted}"
    )


def _read_one(source: LabInput, on_page: Callable[[str, int, int], None] | None) -> tuple[str, tuple[RawReport, ...]]:
    """Format and reports of one input."""
    form, content = recognise(source.name, source.content)
    try:
        reader = reader_for(form)
        if on_page is not None and isinstance(reader, PagedReader):
            reader.on_page = partial(on_page, source.name)
        return form, reader.read(content, form)
    except ModuleNotFoundError as error:
        package = (error.name or "a package").partition(".")[0]
        raise ReportError(f"{source.name} cannot be read because {package} is not installed. Install it with: pip install -r requirements.txt") from error
    except ReportError as error:
        raise ReportError(f"{source.name}: {error}") from error


def conclude(reading: LabReading, *, pregnant: bool = False, temperature_c: float | None = None, treatment_months: float | None = None) -> LabReading:
    """The reading with everything that follows from its results: derived values, patterns, trends and words."""
    people = [Person(info.sex, info.age_years, pregnant and info.sex != "male") for info in reading.reports]
    derived = derive(reading.results, people)
    found = reading.model_copy(
        update={
            "derived": derived,
            "patterns": find_patterns(reading.results, derived, people, temperature_c, treatment_months),
            "trends": find_trends(reading.results, derived),
        }
    )
    return found.model_copy(update={"summary": summarise(found), "questions_for_doctor": questions(found)})


def _check(texts: Sequence[LabInput], age_years: float | None, temperature_c: float | None, treatment_months: float | None) -> None:
    if not texts:
        raise ReportError("No report was given. Name a file, or paste the lines of the report.")
    if age_years is not None and not 0 <= age_years <= MAX_AGE:
        raise ReportError(f"The age {age_years:g} is not possible. Give years from 0 to {MAX_AGE:g}; 0.5 is six months.")
    if temperature_c is not None and not MIN_TEMPERATURE <= temperature_c <= MAX_TEMPERATURE:
        raise ReportError(f"The temperature {temperature_c:g} is not possible in °C. Give a number from {MIN_TEMPERATURE:g} to {MAX_TEMPERATURE:g}; 100.4 °F is 38.0 °C.")
    if treatment_months is not None and not 0 <= treatment_months <= MAX_MONTHS:
        raise ReportError(f"{treatment_months:g} months of treatment are not possible. Give months from 0 to {MAX_MONTHS:g}.")
