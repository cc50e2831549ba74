"""From a printed number and unit to the analyte and its SI value; a missing unit is inferred only if one fits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from leukchat.labs.catalogue import Analyte, UnitRule, catalogue
from leukchat.labs.numbers import LOOSE_SPACE, Decimal, readings
from leukchat.labs.readers import RawRange, RawRow
from leukchat.labs.units import canonical_unit

_PER_MICROLITRE = 0.001
_NEAR = 2.6
_COUNT_LIKE = 10  # a number below it with a decimal sign is likelier a count of cells than a share
_SIZE = 100
THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]000")
_COUNTS = frozenset(("wbc", "platelets", "anc", "alc"))
_THREE_PLACES = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that has been understood. `si` is None if it must not be compared."""

    analyte: Analyte
    value: float
    unit: str | None
    rule: UnitRule | None
    si: float | None
    warnings: tuple[str, ...] = ()

    @property
    def unit_si(self) -> str:
        """The unit of `si`."""
        return self.rule.si if self.rule and self.rule.si else self.analyte.si


def to_si(value: float, rule: UnitRule) -> float:
    """A value in the analyte's SI unit, free of binary noise (12 significant digits)."""
    return float(f"{value * rule.factor + rule.offset:.12g}")


def from_si(value: float, rule: UnitRule) -> float:
    """The reverse of `to_si`."""
    return float(f"{(value - rule.offset) / rule.factor:.12g}")


def understand(row: RawRow, habit: Decimal | None, lean: str | None = None) -> Quantity:
    """What a row with a number says. `lean` is the analyte its neighbours suggest (shares that add to 100 %)."""
    assert row.number is not None
    numbers = readings(row.number, habit)
    if THOUSANDS.fullmatch(row.number) and _COUNTS.issuperset(row.ids):
        numbers = (max(readings(row.number)),)  # no laboratory prints `14.000` for 14
    found = _understood(row, numbers, habit, lean)
    if LOOSE_SPACE in row.number and found.si is not None and found.value != readings(row.number)[0]:
        return replace(found, warnings=(*found.warnings, "A second number stands beside this one; the first was taken. Please check."))
    return found


def _understood(row: RawRow, numbers: tuple[float, ...], habit: Decimal | None, lean: str | None) -> Quantity:
    table = catalogue().analytes
    candidates = [table[key] for key in row.ids]
    if not numbers:
        return Quantity(candidates[0], 0.0, row.unit, None, None, (f"The number “{row.number}” could not be read.",))
    printed = _unit_of(row, candidates)
    if printed is None:
        return _infer(row, candidates, numbers, habit, lean)
    unit = canonical_unit(printed)
    fitting = [analyte for analyte in candidates if unit in analyte.units]
    if not fitting:
        return _untyped_dimer(row, candidates, unit, numbers, habit) or Quantity(
            candidates[0],
            numbers[0],
            printed,
            None,
            None,
            (f"The unit {printed} is not one that {candidates[0].name} is measured in.",),
        )
    analyte = fitting[0]
    rule = analyte.units[unit]
    if rule.factor == _PER_MICROLITRE and analyte.si.startswith("10^9") and _THREE_PLACES.fullmatch(row.number or ""):
        return _checked(analyte, rule, printed, (max(readings(row.number or "")),))  # cells per µL are counted in whole numbers
    if analyte.whole and rule.factor >= 1 and _THREE_PLACES.fullmatch(row.number or "") and not numbers[0].is_integer():
        return _checked(analyte, rule, printed, readings(row.number or ""))  # no laboratory prints thousandths here, whatever its habit
    return _checked(analyte, rule, printed, numbers, row.ranges)


def _unit_of(row: RawRow, candidates: list[Analyte]) -> str | None:
    """The unit of a row: beside the value, or inside its range, or `%` in its name."""
    if row.unit:
        return row.unit
    inside = next((part.unit for part in row.ranges if part.unit), None)
    if inside and any(canonical_unit(inside) in analyte.units for analyte in candidates):
        return inside
    if "%" in row.name and any("%" in analyte.units for analyte in candidates):
        return "%"
    return None


def _checked(analyte: Analyte, rule: UnitRule, printed: str, numbers: tuple[float, ...], ranges: tuple[RawRange, ...] = ()) -> Quantity:
    """The one reading inside the physical limits; without one, or with two, the value must not be compared.

    Of two, the one counts that is of the size of the printed range, where that can be read one way only.
    """
    possible = [number for number in numbers if _within(to_si(number, rule), analyte.physical)]
    if len(possible) > 1:
        possible = [number for number in possible if _within(to_si(number, rule), analyte.usual)]
    if len(possible) > 1:
        possible = [number for number in possible if _of_its_size(number, ranges, analyte, rule)] or possible
    if len(possible) == 1:
        return Quantity(analyte, possible[0], printed, rule, to_si(possible[0], rule))
    if len(numbers) > 1 and possible != []:
        said = " or ".join(f"{number:g}" for number in possible)
        return Quantity(analyte, numbers[0], printed, rule, None, (f"This number can mean {said}; please correct it by hand.",))
    low, high = (from_si(limit, rule) for limit in analyte.physical)
    return Quantity(
        analyte,
        numbers[0],
        printed,
        rule,
        None,
        ((f"{numbers[0]:g} {printed} is outside what is possible for {analyte.name} ({low:g} to {high:g}); please check the report."),),
    )


def _of_its_size(number: float, ranges: tuple[RawRange, ...], analyte: Analyte, rule: UnitRule) -> bool:
    """Whether a number lies within a hundredfold of a printed range; without a usable range any does."""
    ends = [end for part in ranges for text in (part.low, part.high) if text and (end := _agreeing_end(text, analyte, rule))]
    return not ends or min(ends) / _SIZE <= number <= max(ends) * _SIZE


def _agreeing_end(text: str, analyte: Analyte, rule: UnitRule) -> float | None:
    """The end of a range: its one reading, or of two the one that lies near a range of the table; None if neither tells."""
    found = readings(text)
    near = [value for value in found if value and _near_table(value, analyte, rule)] if len(found) > 1 else list(found)
    return near[0] if len(near) == 1 else None


def _near_table(value: float, analyte: Analyte, rule: UnitRule) -> bool:
    scale = analyte.units.get(canonical_unit(analyte.range_unit))
    limits = [limit for band in analyte.bands for limit in (band.low, band.high) if limit]
    return scale is not None and any(1 / _NEAR <= to_si(value, rule) / to_si(limit, scale) <= _NEAR for limit in limits)


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]


def _infer(row: RawRow, candidates: list[Analyte], numbers: tuple[float, ...], habit: Decimal | None, lean: str | None) -> Quantity:
    """A missing unit: taken if only one makes the value possible and usual; the printed range may decide."""
    first = candidates[0]
    if bare := next((analyte for analyte in candidates if "" in analyte.units), None):
        return _checked(bare, bare.units[""], "", numbers)
    if lean and any(analyte.id == lean for analyte in candidates):
        candidates = [analyte for analyte in candidates if analyte.id == lean]
    options = list(_options(row, candidates, numbers))
    near = [option for option in options if _range_agrees(row.ranges, option.analyte, option.rule, habit)]
    options = near or options
    if len({(option.analyte.id, option.si) for option in options}) == 1:
        chosen = options[0]
        assert chosen.rule is not None
        warning = f"No unit was printed; {chosen.rule.name} is the only one that fits."
        return Quantity(chosen.analyte, chosen.value, chosen.rule.name, chosen.rule, chosen.si, (warning,))
    if options and all(option.si == 0 for option in options) and first.physical[0] <= 0 and options[0].rule is not None:
        return replace(options[0], unit=options[0].rule.name, warnings=("No unit was printed; zero is zero in any.",))
    said = " or ".join(dict.fromkeys(option.rule.name for option in options if option.rule)) or "none of the usual units"
    shares = next((analyte for analyte in candidates if analyte.id.endswith("_percent")), first)
    shown = first if any(sign in (row.number or "") for sign in ".,") and numbers[0] < _COUNT_LIKE else shares
    return Quantity(
        shown,
        numbers[0],
        None,
        None,
        None,
        (f"No unit was printed and the value does not tell which it is ({said} would fit). Please add it.",),
    )


def possible_ids(row: RawRow, habit: Decimal | None) -> frozenset[str]:
    """The analytes that the number of a row without a unit can be, by what is possible and usual."""
    table = catalogue().analytes
    return frozenset(option.analyte.id for option in _options(row, [table[key] for key in row.ids], readings(row.number or "", habit)))


def possible_units(row: RawRow, habit: Decimal | None) -> frozenset[tuple[str, str]]:
    """The analytes and units that the number of a row without a unit can be, by what is possible and usual; 0 fits all."""
    table = catalogue().analytes
    found = _options(row, [table[key] for key in row.ids], readings(row.number or "", habit))
    return frozenset((option.analyte.id, option.rule.name) for option in found if option.rule)


def _options(row: RawRow, candidates: list[Analyte], numbers: tuple[float, ...]) -> Iterable[Quantity]:
    """Every analyte and unit under which the number is possible and usual; units of equal size count once."""
    decimal = any(sign in (row.number or "") for sign in ".,")
    for analyte in candidates:
        seen: set[float] = set()
        for rule in analyte.units.values():
            if rule.only == "printed" or (rule.only == "decimal" and not decimal) or rule.factor in seen:
                continue
            seen.add(rule.factor)
            in_cells = rule.factor == _PER_MICROLITRE and analyte.si.startswith("10^9")
            for number in numbers:
                value = to_si(number, rule)
                if in_cells and not number.is_integer():
                    continue  # cells per µL are counted in whole numbers
                if number == 0 or (_within(value, analyte.physical) and _within(value, analyte.usual)):
                    yield Quantity(analyte, number, None, rule, value)


def _range_agrees(ranges: tuple[RawRange, ...], analyte: Analyte, rule: UnitRule | None, habit: Decimal | None) -> bool:
    """Whether a printed range, read in this unit, lies near a range of the table."""
    bands = [band for band in analyte.bands if band.high is not None] or list(analyte.bands)
    if not ranges or not bands or rule is None or not analyte.range_unit:
        return False
    scale = analyte.units[canonical_unit(analyte.range_unit)]
    for part in ranges:
        for printed, side in ((part.high, "high"), (part.low, "low")):
            value = readings(printed, habit) if printed else ()
            if not value or not value[0]:
                continue
            limits = [getattr(band, side) for band in bands if getattr(band, side)]
            if limits and any(1 / _NEAR <= to_si(one, rule) / to_si(limit, scale) <= _NEAR for one in value for limit in limits):
                return True
            break
    return False


def _untyped_dimer(row: RawRow, candidates: list[Analyte], unit: str, numbers: tuple[float, ...], habit: Decimal | None) -> Quantity | None:
    """A D-dimer that does not say FEU or DDU: FEU if the printed limit is that of FEU, else not comparable."""
    analyte = candidates[0]
    rule = analyte.units.get(f"{unit} feu")
    if analyte.id != "d_dimer" or rule is None:
        return None
    limits = [to_si(value, rule) for part in row.ranges if part.high for value in readings(part.high, habit)[:1]]
    if any(0.4 <= limit <= 0.6 for limit in limits):
        plain = _checked(analyte, rule, row.unit or unit, numbers)
        return Quantity(
            analyte,
            plain.value,
            plain.unit,
            rule,
            plain.si,
            (*plain.warnings, "The report does not say FEU; its limit shows that it is."),
        )
    warning = "The report does not say whether this is FEU or DDU, which differ by a factor of two."
    return Quantity(analyte, numbers[0], row.unit, None, None, (warning,))
