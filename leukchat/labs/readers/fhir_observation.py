"""A FHIR Observation and its components as coded observations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from fhir.resources.R4B.codeableconcept import CodeableConcept
from fhir.resources.R4B.observation import Observation

from leukchat.labs.catalogue import catalogue
from leukchat.labs.coding import LOINC, OWN
from leukchat.labs.readers.coded import Coded
from leukchat.labs.readers.coded_report import iso_day
from leukchat.labs.readers.fhir_ranges import ranges_of
from leukchat.labs.readers.fhir_resources import Raw, valid

Fate = Literal["read", "withdrawn", "empty", "not_lab", "broken"]

KEYS = frozenset(
    "status category code subject effectiveDateTime effectivePeriod effectiveInstant effectiveTiming issued valueQuantity valueCodeableConcept valueString valueBoolean "
    "valueInteger valueRange valueRatio valueSampledData valueTime valueDateTime valuePeriod dataAbsentReason interpretation specimen referenceRange component hasMember note".split()
)
_WITHDRAWN = frozenset(("entered-in-error", "cancelled"))
_EARLY = frozenset(("preliminary", "registered"))
_STATUS = frozenset("registered preliminary final amended corrected cancelled entered-in-error unknown".split())
_LAB = frozenset(("laboratory", "lab"))
# SNOMED CT and LOINC answer codes, for concepts that come without words.
_ANSWERS = {
    "260373001": "detected",
    "260415000": "not detected",
    "10828004": "positive",
    "260385009": "negative",
    "52101004": "present",
    "2667000": "absent",
    "la6576-8": "positive",
    "la6577-6": "negative",
    "la11882-0": "detected",
    "la11883-8": "not detected",
    "la9633-4": "present",
    "la9634-2": "absent",
    "pos": "positive",
    "neg": "negative",
    "det": "detected",
    "nd": "not detected",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an observation: headings, words on the sample, a day, the person's sex and age."""

    where: tuple[str, ...] = ()
    sample: tuple[str, ...] = ()
    day: str | None = None
    sex: str | None = None
    born: date | None = None


def read_observation(resource: Raw, context: Context) -> tuple[Fate, list[Coded]]:
    """What an Observation says and what became of it. An element that breaks the standard is left out and named."""
    raw_status = resource.get("status")
    status = raw_status.lower() if isinstance(raw_status, str) else "unknown"
    fixed = {**resource, "status": status if status in _STATUS else "unknown"}
    found, dropped = valid(Observation, fixed, KEYS)
    if found is None or any(name.startswith("value") for name in dropped):
        return "broken", []
    if status in _WITHDRAWN:
        return "withdrawn", []
    day = _day(found) or context.day
    if not _is_lab(found):
        return "not_lab", []
    warnings: tuple[str, ...] = (f"Parts of this entry were not valid FHIR and were left out: {', '.join(dropped)}.",) if dropped else ()
    warnings += ("This result is preliminary and may change.",) if status in _EARLY else ()
    base = Coded((), collected=day, warnings=warnings, comments=tuple(note.text for note in found.note or () if note.text))
    items = [_item(found, base, context, day)]
    for part in found.component or ():
        inner = replace(context, where=(*context.where, *_texts(found.code)))
        items.append(_item(part, base, inner, day))
    told = [item for item in items if item.number is not None or item.words]
    return ("read", told) if told else ("empty", [])


def concept_words(concept: CodeableConcept | None) -> tuple[str, ...]:
    """The text and the displays of a concept."""
    return _texts(concept)


def _texts(concept: Any) -> tuple[str, ...]:
    if concept is None:
        return ()
    texts = (concept.text, *(coding.display for coding in concept.coding or ()))
    return tuple(dict.fromkeys(text.strip() for text in texts if text and text.strip()))


def _item(part: Any, base: Coded, context: Context, day: str | None) -> Coded:
    """An Observation or a component of one; both have the same fields for code, value and range."""
    codings = part.code.coding or () if part.code else ()
    loincs = tuple(coding.code for coding in codings if coding.code and (coding.system or "").rstrip("/") in (LOINC, "https://loinc.org", "urn:oid:2.16.840.1.113883.6.1"))
    own = tuple(catalogue().analytes[coding.code].name for coding in codings if coding.system == OWN and coding.code in catalogue().analytes)
    marks = [coding.code.upper() for concept in part.interpretation or () for coding in concept.coding or () if coding.code]
    marks += [concept.text.strip().upper() for concept in part.interpretation or () if not concept.coding and concept.text]
    item = replace(
        base,
        names=(*own, *_texts(part.code)) if own else _texts(part.code),
        loincs=tuple(dict.fromkeys(loincs)),
        mark=marks[0] if marks else None,
        where=context.where,
        sample=context.sample,
    )
    item = _valued(part, item)
    unit = item.unit_code or item.unit
    ranges, warnings = ranges_of(part.referenceRange or (), unit, context.sex, _age(context.born, day))
    return replace(item, ranges=ranges, warnings=(*item.warnings, *warnings))


def _valued(part: Any, item: Coded) -> Coded:
    """The item with its value: a number with unit, or words."""
    if part.valueQuantity is not None:
        return _quantity(part.valueQuantity, item)
    if part.valueInteger is not None:
        return replace(item, number=Decimal(part.valueInteger))
    if part.valueString:
        return replace(item, words=part.valueString)
    if part.valueBoolean is not None:
        return replace(item, words="positive" if part.valueBoolean else "negative")
    if part.valueCodeableConcept is not None:
        concept = part.valueCodeableConcept
        codes = [_ANSWERS.get((coding.code or "").lower()) for coding in concept.coding or ()]
        return replace(item, words=next(iter((*_texts(concept), *(code for code in codes if code))), None))
    if part.valueRatio is not None:
        return _ratio(part.valueRatio, item)
    if part.valueRange is not None:
        low, high = (None if side is None else side.value for side in (part.valueRange.low, part.valueRange.high))
        return replace(item, words=f"{low} - {high}")  # a span is not one value: it ends among the lines not understood
    mark = {"POS": "positive", "NEG": "negative", "DET": "detected", "ND": "not detected"}.get(item.mark or "")
    return replace(item, words=mark) if mark else item


def _quantity(quantity: Any, item: Coded) -> Coded:
    sign = {"<": "<", "<=": "<", ">": ">", ">=": ">"}.get(quantity.comparator or "")
    code = quantity.code if (quantity.system or "http://unitsofmeasure.org").rstrip("/") == "http://unitsofmeasure.org" else None
    return replace(item, number=quantity.value, comparator=sign, unit=quantity.unit or code, unit_code=code)


def _ratio(ratio: Any, item: Coded) -> Coded:
    """A ratio per one of a unit (5 g / 1 L) is a quantity; any other is no number here."""
    top, below = ratio.numerator, ratio.denominator
    if top is None or below is None or top.value is None or below.value is None:
        return item
    if below.value != 1:
        return replace(item, words=f"{top.value}:{below.value}")
    upper, lower = (side.code or side.unit or "" for side in (top, below))
    unit = f"{upper}/{lower}" if lower not in ("", "1") else upper
    return replace(_quantity(top, item), unit=unit or None, unit_code=unit or None)


def _is_lab(found: Observation) -> bool:
    """Whether an observation is of a laboratory, or does not say what it is of."""
    codes = [(coding.code or "").lower() for concept in found.category or () for coding in concept.coding or ()]
    return not codes or any(code in _LAB or code.startswith("laboratory") for code in codes) or not any(code in _OTHER_CATEGORIES for code in codes)


_OTHER_CATEGORIES = frozenset("vital-signs social-history survey exam activity therapy procedure imaging".split())


def _day(found: Observation) -> str | None:
    period = found.effectivePeriod
    return next((day for value in (found.effectiveDateTime, period.start if period else None, found.effectiveInstant) if (day := day_of(value))), None)


def day_of(value: Any) -> str | None:
    """The ISO day of a FHIR date or time as checked; None for one that names no day."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return iso_day(value) if isinstance(value, str) else None


def _age(born: date | None, day: str | None) -> float | None:
    return (date.fromisoformat(day) - born).days / 365.25 if born and day else None


def first_day(values: Sequence[Any]) -> str | None:
    """The first of several times that names a day."""
    return next((day for value in values if (day := day_of(value))), None)
