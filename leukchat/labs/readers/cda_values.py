"""One C-CDA result observation as a coded observation: code, value by its type, range, mark, day."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from leukchat.labs.coding import readable_unit
from leukchat.labs.readers import RawRange
from leukchat.labs.readers.coded import MARKS, Coded, exact_number
from leukchat.labs.readers.coded_report import Subject, iso_day
from leukchat.labs.readers.fhir_ranges import text_ranges
from leukchat.labs.readers.xml_tree import XSI_TYPE, child, children, get, text
from leukchat.labs.units import canonical_unit

_LOINC_OID = "2.16.840.1.113883.6.1"
_EARLY = frozenset(("active", "new"))


def read_item(observation: Element, above: tuple[Element, ...], names: dict[str, str], person: Subject) -> Coded:
    """What an observation says; `names` are the texts of the narrative by their ids."""
    code = child(observation, "code")
    codes = [part for part in (code, *children(code, "translation")) if part is not None]
    loincs = tuple(dict.fromkeys(get(part, "code") for part in codes if get(part, "codeSystem") == _LOINC_OID and get(part, "code")))
    printed = [_original(part, names) for part in codes] + [get(part, "displayName") for part in codes]
    marks = [get(part, "code").upper() for part in children(observation, "interpretationCode")]
    mark = next((one for one in marks if one in MARKS or one in ("<", ">")), None)
    early = get(child(observation, "statusCode"), "code") in _EARLY
    item = Coded(
        tuple(dict.fromkeys(name for name in printed if name)),
        loincs,
        mark=mark,
        collected=_day(observation) or next((day for one in reversed(above) if (day := _day(one))), None),
        where=tuple(dict.fromkeys(word for part in above for word in _heading(part, names))),
        sample=tuple(dict.fromkeys(word for part in (*above, observation) for word in _sample(part))),
        warnings=("This result is preliminary and may change.",) if early else (),
    )
    item = _valued(child(observation, "value"), item, names)
    ranges, notes = _ranges(observation, item.unit, person)
    return replace(item, ranges=ranges, warnings=(*item.warnings, *notes))


def _original(element: Element, names: dict[str, str]) -> str:
    """The words a code stands for: in the code itself, or where it points to in the narrative."""
    original = child(element, "originalText")
    said = text(original)
    return said or names.get(get(child(original, "reference"), "value").removeprefix("#"), "")


def _heading(organizer: Element, names: dict[str, str]) -> list[str]:
    """The words of a panel."""
    code = child(organizer, "code")
    found = [_original(code, names), get(code, "displayName")] if code is not None else []
    return [word for word in found if word]


def _sample(element: Element) -> list[str]:
    """Words on the sample of a panel or observation."""
    found: list[str] = []
    for playing in children(element, "specimen", "specimenRole", "specimenPlayingEntity"):
        found += [get(child(playing, "code"), "displayName"), text(child(playing, "name"))]
    found += [get(part, "displayName") for part in children(element, "targetSiteCode")]
    return [word for word in found if word]


def _day(element: Element) -> str | None:
    time = child(element, "effectiveTime")
    return iso_day(get(time, "value")) or iso_day(get(child(time, "low"), "value"))


def _valued(value: Element | None, item: Coded, names: dict[str, str]) -> Coded:
    """The item with its value: a quantity, an open interval, a code or words."""
    if value is None or value.get("nullFlavor"):
        return item
    kind = (value.get(XSI_TYPE) or "").rpartition(":")[2]
    if kind in ("PQ", "INT", "REAL", "MO"):
        unit = get(value, "unit")
        number = _number(get(value, "value"))
        printed = readable_unit(unit) if unit else _translated(value)
        return replace(item, number=number, unit=printed or None, unit_code=unit or None) if number is not None else item
    if kind.startswith("IVL"):
        return _interval(value, item)
    if kind in ("CD", "CE", "CO", "CS", "CV"):
        return replace(item, words=get(value, "displayName") or _original(value, names) or None)
    said = text(value) or names.get(get(child(value, "reference"), "value").removeprefix("#"), "") or get(value, "value")
    return replace(item, words=said or None)


def _translated(value: Element) -> str:
    """A unit given only as words beside the quantity."""
    return next((said for part in children(value, "translation") if (said := text(child(part, "originalText")))), "")


def _interval(value: Element, item: Coded) -> Coded:
    """An interval with one end is a value with `<` or `>`; one with two ends is no single value."""
    low, high = child(value, "low"), child(value, "high")
    ends = [(side, number) for side in (low, high) if (number := _number(get(side, "value"))) is not None]
    if len(ends) != 1:
        return replace(item, words=" - ".join(str(number) for _, number in ends) or None)
    side, number = ends[0]
    unit = get(side, "unit") or None
    return replace(item, number=number, comparator=">" if side is low else "<", unit=readable_unit(unit) if unit else None, unit_code=unit)


def _ranges(observation: Element, unit: str | None, person: Subject) -> tuple[tuple[RawRange, ...], tuple[str, ...]]:
    """The printed ranges in the unit of the value, and what must be said about those that are not used."""
    found: list[RawRange] = []
    notes: list[str] = []
    for part in children(observation, "referenceRange", "observationRange"):
        if get(child(part, "interpretationCode"), "code") not in ("", "N"):
            continue
        value, said = child(part, "value"), text(child(part, "text"))
        ends = [child(value, side) for side in ("low", "high")]
        numbers = [_number(get(side, "value")) for side in ends]
        if all(number is None for number in numbers):
            found += text_ranges(said or text(value))
            continue
        units = {canonical_unit(readable_unit(own)) for side in ends if (own := get(side, "unit"))}
        if unit and units and units != {canonical_unit(unit)}:
            notes.append("The report's range is in another unit than its value, so it was not used.")
            continue
        shown = said if 0 < len(said) <= 60 else " - ".join(str(number) for number in numbers if number is not None)
        low, high = (None if number is None or number < 0 else exact_number(number) for number in numbers)
        found.append(RawRange(shown, low, high))
    kept = tuple(part for part in found if part.sex is None or person.sex is None or part.sex == person.sex)
    return kept if len(kept) < 2 or any(part.sex for part in kept) else (), tuple(notes)


def _number(printed: str) -> Decimal | None:
    try:
        number = Decimal(printed.replace(" ", "")) if printed else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None
