"""Values without a unit beside others with one: a laboratory that gives calcium in mmol/L gives phosphate in mmol/L, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from leukchat.labs.convert import THOUSANDS, possible_units
from leukchat.labs.numbers import Decimal, readings
from leukchat.labs.readers import RawRow
from leukchat.labs.units import canonical_unit


def _is_molar(unit: str) -> bool:
    return "mol" in unit.lower() or "meq" in unit.lower()


def _is_single(unit: str) -> bool:
    """Whether a unit counts single cells, not thousands of them."""
    return canonical_unit(unit) in ("/ul", "/mm3", "cells/ul")


# Tests that a laboratory gives either all by mass or all by amount, or all in single cells or all in thousands.
_GROUPS: tuple[tuple[frozenset[str], Callable[[str], bool]], ...] = (
    (frozenset(("calcium", "corrected_calcium", "magnesium", "phosphate")), _is_molar),
    (frozenset(("creatinine", "urea", "bilirubin_total", "bilirubin_direct", "uric_acid")), _is_molar),
    (frozenset(("wbc", "anc", "alc", "platelets")), _is_single),
)


_MOST_THOUSANDS = 100


def with_habit(rows: Sequence[RawRow], habit: Decimal | None) -> Sequence[RawRow]:
    """The rows; of two units that fit a bare number, the one counts that agrees with all other tests of its kind in the report."""
    found = list(rows)
    for group, kind in _GROUPS:
        own = [index for index, row in enumerate(rows) if row.number and group.issuperset(row.ids)]
        if len(own) < 2 or all(rows[index].unit for index in own):
            continue
        units = {index: _units(rows[index], habit) for index in own}
        kinds = {index: {kind(unit) for _, unit in units[index]} for index in own}
        said = {one for found_kinds in kinds.values() if len(found_kinds) == 1 for one in found_kinds}
        if len(said) != 1:
            continue
        chosen = said.pop()
        for index in own:
            if kind is _is_single and not chosen and max(readings(rows[index].number or "") or (0,)) >= _MOST_THOUSANDS:
                continue  # 300 cells beside platelets in thousands are met as well as 300 thousand
            left = [(key, unit) for key, unit in units[index] if kind(unit) == chosen]
            if len(kinds[index]) == 2 and len(left) == 1:
                key, unit = left[0]
                note = f"No unit was printed; {unit} agrees with the other values of this report."
                found[index] = replace(rows[index], ids=(key,), unit=unit, warnings=(*rows[index].warnings, note))
    return found


def _units(row: RawRow, habit: Decimal | None) -> list[tuple[str, str]]:
    """The tests and units that a row can mean: the printed unit, or all that fit its bare number, of which there is one reading."""
    if row.unit:  # `8 mil` says nothing of how the others are written
        return [(row.ids[0], row.unit)] if "/" in row.unit else []
    number = row.number or ""
    if THOUSANDS.fullmatch(number):
        row = replace(row, number=number.replace(",", "").replace(".", ""))
    elif len(readings(number)) != 1:
        return []
    if any(part.unit for part in row.ranges):
        return []
    return sorted(possible_units(row, habit))
