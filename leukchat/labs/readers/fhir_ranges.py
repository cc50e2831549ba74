"""FHIR reference ranges: those that hold for this person, in the unit of the value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leukchat.labs.coding import readable_unit
from leukchat.labs.model import Sex
from leukchat.labs.readers import RawRange
from leukchat.labs.readers.coded import exact_number
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.units import canonical_unit

_USUAL = frozenset(("normal", ""))
_FEMALE = frozenset(("f", "female", "248152002", "women", "woman"))
_MALE = frozenset(("m", "male", "248153007", "men", "man"))
_YEARS = {
    "a": 1.0,
    "mo": 1 / 12,
    "wk": 1 / 52.1775,
    "d": 1 / 365.25,
    "year": 1.0,
    "years": 1.0,
    "yr": 1.0,
    "months": 1 / 12,
    "month": 1 / 12,
    "weeks": 1 / 52.1775,
    "days": 1 / 365.25,
}


def ranges_of(found: Sequence[Any], unit: str | None, sex: str | None, age: float | None) -> tuple[tuple[RawRange, ...], tuple[str, ...]]:
    """The usable ranges of an observation, and what must be said about those that are not."""
    notes: list[str] = []
    kept: list[tuple[RawRange, bool]] = []
    for one in found:
        kind = one.type.coding[0].code if one.type and one.type.coding else ""
        if (kind or "") not in _USUAL:
            continue
        whom = _whom(one)
        if whom == "other" or (sex and whom in ("female", "male") and whom != sex):
            continue
        covers = _covers(one.age, age)
        if covers is False:
            continue
        if not _same_unit(one, unit):
            notes.append("The report's range is in another unit than its value, so it was not used.")
            continue
        raw = _raw(one, whom if whom in ("female", "male") else None)  # type: ignore[arg-type]
        kept += [(part, covers is None and one.age is not None) for part in raw]
    unsure = [part for part, by_age in kept if by_age]
    if len(unsure) > 1:
        notes.append("The report's range depends on age, which is not known here.")
        return tuple(part for part, by_age in kept if not by_age), tuple(dict.fromkeys(notes))
    return tuple(part for part, _ in kept), tuple(dict.fromkeys(notes))


def text_ranges(text: str) -> tuple[RawRange, ...]:
    """Ranges printed as text: `4.0-11.0`, `<5`, `M: 13-17 F: 12-15`. Of several for one person none is chosen."""
    parts = [token.range for token in tokens(text) if token.range]
    whole = [part for part in parts if not part.sex and not part.child]
    sure = len(whole) < 2 or any(part.good for part in whole)
    return tuple(part for part in parts if sure or part not in whole)


def _raw(one: Any, sex: Sex | None) -> list[RawRange]:
    low, high = (side.value if side is not None else None for side in (one.low, one.high))
    if low is None and high is None:
        return list(text_ranges(one.text)) if one.text else []
    ends = [None if value is None or value < 0 else exact_number(value) for value in (low, high)]
    said = one.text if one.text and len(one.text) <= 60 else f"{low} - {high}" if low is not None and high is not None else f">= {low}" if high is None else f"<= {high}"
    return [RawRange(said, ends[0], ends[1], sex=sex)]


def _whom(one: Any) -> str | None:
    """`female` or `male` for a range of one sex, `other` for one of another group (pregnancy, an illness), else None."""
    groups = [concept for concept in one.appliesTo or ()]
    words = {text.strip().lower() for concept in groups for text in (concept.text, *(part for coding in concept.coding or () for part in (coding.code, coding.display))) if text}
    if not words:
        return None
    if words & _FEMALE and not words & _MALE:
        return "female" if words <= _FEMALE else "other"
    if words & _MALE and not words & _FEMALE:
        return "male" if words <= _MALE else "other"
    return None if words <= _FEMALE | _MALE else "other"


def _covers(span: Any, age: float | None) -> bool | None:
    """Whether an age lies in the span; None where there is no span or no age."""
    if span is None or age is None:
        return None
    low, high = (_years(side) for side in (span.low, span.high))
    return (low is None or age >= low) and (high is None or age < high + (1 if span.high is not None and _is_years(span.high) else 0))


def _is_years(side: Any) -> bool:
    return _YEARS.get((side.code or side.unit or "a").lower()) == 1.0


def _years(side: Any) -> float | None:
    if side is None or side.value is None:
        return None
    scale = _YEARS.get((side.code or side.unit or "a").lower())
    return float(side.value) * scale if scale else None


def _same_unit(one: Any, unit: str | None) -> bool:
    """Whether the ends of a range are in the unit of the value; an end without a unit is."""
    for side in (one.low, one.high):
        own = side.code or side.unit if side is not None else None
        if own and unit and canonical_unit(readable_unit(own)) != canonical_unit(readable_unit(unit)):
            return False
    return True
