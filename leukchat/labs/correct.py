"""What a person corrects on the check step: the value is interpreted again as if it had been read so; nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from leukchat.errors import ReportError
from leukchat.labs.analytes import exact_name
from leukchat.labs.catalogue import Analyte, UnitRule, catalogue
from leukchat.labs.convert import to_si
from leukchat.labs.interpret import TWICE, interpret
from leukchat.labs.model import LabReading, LabResult, Reference
from leukchat.labs.ranges import Person
from leukchat.labs.read import conclude
from leukchat.labs.readers import RawRange, RawRow
from leukchat.labs.units import canonical_unit
from leukchat.types import Value

CORRECTED, CONFIRMED = "Corrected by you; it was read as", "Confirmed by you; it was read as"
_WORDS = {
    "negative": "negative",
    "not detected": "negative",
    "undetectable": "negative",
    "positive": "positive",
    "detected": "positive",
}
_TYPED = re.compile(r"(?P<sign>[<>≤≥]=?)?\s*(?P<number>\d(?:[\d.,'’ ]*\d)?)\s*(?P<unit>[^\d\s].*)?")
UNSURE = 0.90  # as in the reader of pictures
_NEAR = 2.6  # a printed range lies within this factor of the table's


class Correction(Value):
    """What a person says of result number `index`: another value or unit as typed, or that it must be left out.

    A correction that changes nothing confirms the value: what made it doubtful no longer counts.
    """

    index: int
    value: str | None = None
    unit: str | None = None
    remove: bool = False


def apply_corrections(
    reading: LabReading, corrections: Sequence[Correction], person: Person | None = None, *, temperature_c: float | None = None, treatment_months: float | None = None
) -> LabReading:
    """`reading` with corrected values, and with everything that follows from them computed anew.

    `person` wins over the header of the report where it says something. What was read stays in `corrected_from`, what was left
    out in `set_aside`. Raises ReportError, with nothing changed, for a value that cannot be one or a result that is not there.
    """
    told = person or Person()
    changed: dict[int, LabResult | None] = {}
    for correction in corrections:
        if not 0 <= correction.index < len(reading.results):
            raise ReportError(f"There is no result number {correction.index}; this reading has {len(reading.results)}, counted from 0.")
        result = reading.results[correction.index]
        info = reading.reports[result.report]
        who = Person(told.sex or info.sex, info.age_years if told.age is None else told.age, told.pregnant)
        changed[correction.index] = None if correction.remove else _again(result, correction, who)
    kept = [changed.get(index, result) for index, result in enumerate(reading.results)]
    results = _without_stale_doubts([result for result in kept if result is not None])
    aside = tuple(result for result, now in zip(reading.results, kept, strict=True) if now is None)
    update = {"results": tuple(results), "set_aside": (*reading.set_aside, *aside)}
    return conclude(reading.model_copy(update=update), pregnant=told.pregnant, temperature_c=temperature_c, treatment_months=treatment_months)


def _again(result: LabResult, correction: Correction, person: Person) -> LabResult:
    """The result as the typed value and unit give it, through the same interpretation as at the first reading."""
    analyte = catalogue().analytes[result.analyte]
    row = _row(result, analyte, correction)
    made = interpret([row], person, None, result.report, row.collected)[0]
    before = as_read(result)
    same = (made.value, made.unit, made.comparator) == (result.value, result.unit, result.comparator)
    note = f"{CONFIRMED if same else CORRECTED} {before}."
    return made.model_copy(update={"warnings": (note, *made.warnings), "corrected_from": result.corrected_from or before, "loinc": made.loinc or result.loinc})


def as_read(result: LabResult) -> str:
    """Value and unit in one string."""
    number = f"{result.value:.15g}" if isinstance(result.value, float) else str(result.value)
    return " ".join(part for part in (f"{result.comparator or ''}{number}", result.unit) if part)


def _row(result: LabResult, analyte: Analyte, correction: Correction) -> RawRow:
    """The row as it would have been read with the typed value."""
    named = exact_name(result.name_as_printed) or ()
    row = RawRow(
        name=result.name_as_printed,
        ids=named if result.analyte in named else (result.analyte,),
        source_text=result.source_text,
        collected=result.collected,
        page=result.page,
        box=result.box,
    )
    typed = (correction.value if correction.value is not None else f"{result.comparator or ''}{_digits(result.value)}").strip()
    word = typed.casefold()
    if word in _WORDS or (analyte.qualitative and word in (*analyte.abnormal, *analyte.normal)):
        return replace(row, quality=word if analyte.qualitative and word in (*analyte.abnormal, *analyte.normal) else _WORDS[word])
    match = None if analyte.qualitative else _TYPED.fullmatch(typed)
    if match is None:
        wanted = f"one of {', '.join((*analyte.abnormal, *analyte.normal))}" if analyte.qualitative else "a number such as 8.1, with < or > before it if the report prints one"
        raise ReportError(f"“{typed}” cannot be the value of {analyte.name}. Give {wanted}, or leave the row out.")
    unit = (match["unit"] or (correction.unit if correction.unit is not None else result.unit) or "").strip() or None
    sign = (match["sign"] or "")[:1].translate({ord("≤"): "<", ord("≥"): ">"}) or None
    number = re.sub(r"[\s'’]", "", match["number"])
    return replace(row, number=number, comparator=sign, unit=unit, ranges=_ranges(result, analyte, unit))


def _digits(value: float | str | None) -> str:
    """A number in a spelling with one reading only (7.125 is 7.1250); words as they are."""
    if not isinstance(value, float):
        return str(value or "")
    text = f"{value:.15f}".rstrip("0").rstrip(".")
    return text + "0" if "." in text and len(text.partition(".")[2]) == 3 else text


def _ranges(result: LabResult, analyte: Analyte, unit: str | None) -> tuple[RawRange, ...]:
    """The report's own range, in the unit that it must be in: the new one if it fits there, else it is not used."""
    own = result.reference
    if own is None or own.source != "report" or (own.low is None and own.high is None):
        return ()
    old, new = (analyte.units.get(canonical_unit(name or "")) for name in (result.unit, unit))
    moved = old is not None and new is not None and old.factor != new.factor
    if moved and new is not None and not _fits(own, analyte, new):
        return ()
    exclusive = bool(re.search(r"[<>](?!=)", own.text)) and (own.low is None or own.high is None)
    low, high = (None if limit is None else _digits(float(limit)) for limit in (own.low, own.high))
    return (RawRange(own.text, low, high, exclusive=exclusive),)


def _fits(own: Reference, analyte: Analyte, rule: UnitRule) -> bool:
    """Whether the ends of a printed range, read in this unit, lie near those of the table."""
    scale = analyte.units.get(canonical_unit(analyte.range_unit))
    side = "high" if own.high is not None else "low"
    limits = [limit for band in analyte.bands if (limit := getattr(band, side))]
    value = to_si(getattr(own, side), rule)
    return scale is not None and any(1 / _NEAR <= value / to_si(limit, scale) <= _NEAR for limit in limits)


def _without_stale_doubts(results: list[LabResult]) -> list[LabResult]:
    """Results without the warning of a second value, where that one was left out."""
    count = Counter((result.analyte, result.collected) for result in results)
    return [
        result.model_copy(update={"warnings": tuple(note for note in result.warnings if note != TWICE)})
        if TWICE in result.warnings and count[result.analyte, result.collected] == 1
        else result
        for result in results
    ]


def doubt_about(result: LabResult) -> str:
    """Why a person should look at this result first; empty where nothing speaks against what was read."""
    if result.corrected_from is not None and result.value_si is not None:
        return ""
    if isinstance(result.value, float) and result.value_si is None:
        return result.warnings[0] if result.warnings else "This number could not be used; please check it."
    asking = [note for note in result.warnings if "please" in note.casefold() or note == TWICE or note.startswith("No unit was printed")]
    if asking:
        return asking[0]
    return f"Read with low certainty ({result.confidence:.0%}); please check it." if result.confidence is not None and result.confidence < UNSURE else ""
