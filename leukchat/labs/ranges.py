"""Reference ranges and flags. The report's own range wins where it can be used; what is unknown is never normal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leukchat.labs.catalogue import ADULT, Analyte, Band, UnitRule, catalogue
from leukchat.labs.convert import Quantity, from_si, to_si
from leukchat.labs.model import Comparator, Flag, Reference, Sex
from leukchat.labs.numbers import Decimal, readings
from leukchat.labs.readers import RawRange
from leukchat.labs.units import canonical_unit

_CRITICAL_CHILD = 16.0
_CLEARLY = 10
_PER_MICROLITRE = 0.001  # of a litre's unit: here ranges have thousands


@dataclass(frozen=True, slots=True)
class Person:
    """What decides which range holds. `age` in years; None where it is not known."""

    sex: Sex | None = None
    age: float | None = None
    pregnant: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A flag with the range it rests on and what the reader should know."""

    flag: Flag
    reference: Reference | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """A range in the unit of the value. `exclusive`: the ends themselves are outside."""

    low: float | None
    high: float | None
    text: str
    exclusive: bool = False


def judge(
    quantity: Quantity,
    comparator: Comparator | None,
    printed: Sequence[RawRange],
    mark: str | None,
    person: Person,
    habit: Decimal | None,
) -> Judged:
    """The flag of a value: from the report's range, else from the table, else from the laboratory's own mark."""
    if quantity.si is None and not (printed and quantity.unit and quantity.rule is None and quantity.analyte.id == "d_dimer"):
        return Judged("indeterminate", _printed_reference(printed, person, habit, quantity)[0])
    own, notes = _printed_reference(printed, person, habit, quantity)
    limits = Limits(own.low, own.high, own.text, _is_exclusive(printed)) if own else None
    reference = own
    if limits is None and quantity.rule is not None:
        reference, flags, notes = _from_table(quantity, comparator, person)
    else:
        flags = {_compare(quantity.value, comparator, limits)} if limits else set()
    if not flags and mark in ("high", "low", "critical_high", "critical_low"):
        flags, notes = (
            {"low" if "low" in mark else "high"},
            (*notes, "No range was printed; the mark is the laboratory's."),
        )
    flag: Flag = flags.pop() if len(flags) == 1 else "indeterminate"
    by_range, flag = flag, _critical(quantity, comparator, person, flag, mark)
    if by_range == "normal" and flag == "indeterminate":
        notes = (
            *notes,
            "The laboratory marked this value as critical, but the range beside it says normal. Ask which is right.",
        )
    if mark and flag in ("low", "normal", "high") and mark in ("low", "high") and mark != flag:
        notes = (
            *notes,
            f"The laboratory marked this value as {mark}; the range beside it says {flag}. Ask which is right.",
        )
    return Judged(flag, reference, notes)


def _is_exclusive(printed: Sequence[RawRange]) -> bool:
    return any(part.exclusive and (part.low is None or part.high is None) for part in printed)


def _printed_reference(printed: Sequence[RawRange], person: Person, habit: Decimal | None, quantity: Quantity) -> tuple[Reference | None, tuple[str, ...]]:
    """The printed range that holds for this person; none if it depends on a sex or an age that is not known."""
    if not printed:
        return None, ()
    fits = [part for part in printed if not part.child or (person.age is not None and person.age < ADULT)]
    sexed = [part for part in fits if part.sex]
    if sexed:
        fits = [part for part in sexed if part.sex == person.sex]
        if not fits:
            text = "; ".join(part.text for part in sexed)
            return Reference(source="report", text=text), ("The range depends on sex, which is not known here.",)
    good = [part for part in fits if part.good]
    chosen = (good or [part for part in fits if not part.labelled] or fits)[:1]
    if not chosen:
        return None, ()
    part = chosen[0]
    low, high = _ends(part, habit, quantity)
    if low is not None and high is not None and low > high:
        return None, ()
    return Reference(low=low, high=high, source="report", text=part.text), ()


def _ends(part: RawRange, habit: Decimal | None, quantity: Quantity) -> tuple[float | None, float | None]:
    """The ends of a printed range; of counts per µL, one that can be read two ways (`4.000`) as it lies near the rest."""
    lows, highs = (readings(text, habit) if text else () for text in (part.low, part.high))
    counted = quantity.rule is not None and quantity.rule.factor <= _PER_MICROLITRE
    if (len(lows) < 2 and len(highs) < 2) or not counted:
        return (lows[0] if lows else None), (highs[0] if highs else None)
    pairs = [(low, high) for low in lows or (None,) for high in highs or (None,) if low is None or high is None or low <= high]
    if not pairs:
        return None, None
    nearest = min(pairs, key=lambda pair: _spread((*pair, quantity.value)))
    return nearest if _CLEARLY * _spread((*nearest, quantity.value)) < _spread((*pairs[0], quantity.value)) else pairs[0]


def _spread(numbers: tuple[float | None, ...]) -> float:
    """How far numbers lie apart, as the ratio of the largest to the smallest above zero."""
    sizes = [number for number in numbers if number]
    return max(sizes) / min(sizes) if sizes else 1.0


def _compare(value: float, comparator: Comparator | None, limits: Limits) -> Flag:
    """Where a value lies; `<5` or `>60` only counts where every value it can stand for lies on one side."""
    low, high = limits.low, limits.high
    if low is None and high is None:
        return "indeterminate"
    if comparator == "<":
        if low is not None and value <= low:
            return "low"
        return "normal" if not low and high is not None and value <= high else "indeterminate"
    if comparator == ">":
        if high is not None and value >= high:
            return "high"
        return "normal" if high is None and low is not None and value >= low else "indeterminate"
    if low is not None and (value <= low if limits.exclusive and high is None else value < low):
        return "low"
    if high is not None and (value >= high if limits.exclusive and low is None else value > high):
        return "high"
    return "normal"


def _from_table(quantity: Quantity, comparator: Comparator | None, person: Person) -> tuple[Reference | None, set[Flag], tuple[str, ...]]:
    """Reference, possible flags and notes from the table of analytes."""
    analyte, rule = quantity.analyte, quantity.rule
    if analyte.zero_is_normal and quantity.unit_si == analyte.si:
        above: Flag = "high" if quantity.value > 0 and comparator != "<" else "normal"
        return Reference(low=0, high=0, source="table", text="none expected in blood"), {above}, ()
    bands = _bands(analyte, person)
    if not bands or rule is None or (rule.si and rule.si != analyte.si):
        note = "No range for this age is in the table." if analyte.bands and person.age is not None else "No range was printed."
        return None, set(), (note,)
    notes: list[str] = []
    if person.age is None:
        notes.append("The range is for adults, because no age is known; children have other ranges.")
    ranges = [_in_unit(band, analyte, rule) for band in bands]
    flags = {_compare(quantity.value, comparator, limits) for limits in ranges}
    if len(flags) > 1:
        notes.append("Whether this is normal depends on sex, which is not known here.")
    notes += [f"The range is for a {band.note} sample." for band in bands[:1] if band.note]
    text = "; ".join(_band_text(band, analyte, len(bands) > 1) for band in bands)
    one = ranges[0] if len(ranges) == 1 else Limits(None, None, "")
    return Reference(low=one.low, high=one.high, source="table", text=text), flags, tuple(notes)


def _bands(analyte: Analyte, person: Person) -> list[Band]:
    age = ADULT if person.age is None else person.age
    fits = [band for band in analyte.bands if band.start <= age < band.end and (not band.sex or not person.sex or band.sex == person.sex)]
    pregnant = [band for band in fits if band.pregnant]
    if person.pregnant and pregnant:
        return pregnant
    return [band for band in fits if not band.pregnant]


def _in_unit(band: Band, analyte: Analyte, rule: UnitRule) -> Limits:
    """A band of the table in the unit of the value."""
    scale = analyte.units[canonical_unit(analyte.range_unit)]
    low, high = (None if limit is None else from_si(to_si(limit, scale), rule) for limit in (band.low, band.high))
    return Limits(low, high, "", band.exclusive)


def _band_text(band: Band, analyte: Analyte, several: bool) -> str:
    if band.low is None:
        span = f"{'below' if band.exclusive else 'up to'} {band.high:g}"
    else:
        span = f"{band.low:g} or more" if band.high is None else f"{band.low:g} to {band.high:g}"
    who = f"{band.sex}: " if band.sex and several else ""
    return f"{who}{span} {analyte.range_unit} ({catalogue().sources[band.source].name})".replace("  ", " ")


def _critical(quantity: Quantity, comparator: Comparator | None, person: Person, flag: Flag, mark: str | None) -> Flag:
    """Raises a flag to critical at the limits that laboratories phone, or where the report itself says so."""
    value, limits = quantity.si, quantity.analyte.critical
    if value is not None and quantity.unit_si == quantity.analyte.si:
        child = person.age is not None and person.age < _CRITICAL_CHILD
        low = limits.child_low if child and limits.child_low is not None else limits.low
        high = limits.child_high if child and limits.child_high is not None else limits.high
        if limits.above is not None and value > limits.above and comparator != "<":
            return "critical_high"
        if low is not None and value <= low and comparator != ">" and flag != "normal":
            return "critical_low"
        if high is not None and value >= high and comparator != "<" and flag != "normal":
            return "critical_high"
    if mark and mark.startswith("critical"):
        if flag == "normal":
            return "indeterminate"
        if flag == "low" or mark == "critical_low":
            return "critical_low"
        if flag == "high" or mark == "critical_high":
            return "critical_high"
    return flag
