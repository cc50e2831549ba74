"""Rows become results: each gets its analyte, its unit, its range and its flag, or the reason why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leukchat.labs.catalogue import catalogue
from leukchat.labs.convert import possible_ids, possible_units, understand
from leukchat.labs.folding import fold
from leukchat.labs.model import Comparator, Flag, LabResult
from leukchat.labs.numbers import Decimal, readings
from leukchat.labs.ranges import Person, judge
from leukchat.labs.readers import RawRow
from leukchat.labs.unit_habit import with_habit
from leukchat.labs.units import canonical_unit

TWICE = "The report holds more than one value for this test; check which one is the present one."
_SHARES = {
    "anc": "neutrophils_percent",
    "alc": "lymphocytes_percent",
    "monocytes": "monocytes_percent",
    "eosinophils": "eosinophils_percent",
    "basophils": "basophils_percent",
    "blasts": "blasts_percent",
}
_OF_WHITE_CELLS = frozenset((*_SHARES.values(), "bands_percent", "promyelocytes_percent", "myelocytes_percent", "metamyelocytes_percent", "atypical_lymphocytes_percent"))
_LEAST_CELLS = 3
_SAME, _SAME_ROUNDED = 1e-3, 1.5e-2  # a value repeated in another unit is rounded anew


def interpret(rows: Sequence[RawRow], person: Person, habit: Decimal | None, report: int, collected: str | None) -> list[LabResult]:
    """Results in the order of the rows; the same value printed twice counts once."""
    rows = _fractions(rows, habit)
    rows = with_habit(_one_unit(rows, habit), habit)
    lean = _adds_to_hundred(rows, habit)
    columns = _one_meaning(rows, habit)
    results: list[LabResult] = []
    seen: dict[tuple[str, str | None], list[int]] = {}
    for row in rows:
        if canonical_unit(row.unit or "") in catalogue().homonyms.get(fold(row.name), ()):
            continue
        result = _result(row, person, habit, lean, columns.get((row.name, row.ids)), report, row.collected or collected)
        key = (result.analyte, result.collected)
        earlier = [results[index] for index in seen.get(key, ())]
        if any(_same(one, result) for one in earlier):
            continue
        if earlier and result.value_si is None and any(one.value_si is not None for one in earlier):
            continue
        seen.setdefault(key, []).append(len(results))
        results.append(result)
        if len(seen[key]) > 1:
            _warn_twice(results, seen[key])
    return results


def _adds_to_hundred(rows: Sequence[RawRow], habit: Decimal | None) -> bool:
    """Whether the cells printed without a unit add to 100: then they are shares, not counts."""
    bare = _bare_shares(rows, habit)
    named = {share: found[0] for row in rows if (share := _share_of(row)) and (found := readings(row.number or "", habit))}
    return bool(bare) and any(len(cells) >= _LEAST_CELLS and 97 <= sum(cells.values()) <= 103 for cells in (bare, named | {_percent_id(key): value for key, value in bare.items()}))


def _bare_shares(rows: Sequence[RawRow], habit: Decimal | None) -> dict[str, float]:
    return {row.ids[0]: found[0] for row in rows if _is_bare(row) and (found := readings(row.number or "", habit))}


def _percent_id(key: str) -> str:
    return _SHARES.get(key, key)


def _share_of(row: RawRow) -> str | None:
    """The share of the white cells that a row gives in percent; None for any other row."""
    if canonical_unit(row.unit or "") != "%" and not (row.unit is None and "%" in row.name):
        return None
    return next((key for key in row.ids if key in _OF_WHITE_CELLS), None)


def _fractions(rows: Sequence[RawRow], habit: Decimal | None) -> Sequence[RawRow]:
    """The rows; cells printed without a unit that add to 1 are fractions, each of the white cells."""
    bare = _bare_shares(rows, habit)
    if len(bare) < _LEAST_CELLS or not 0.98 <= sum(bare.values()) <= 1.02 or max(bare.values()) > 1:
        return rows
    said = "No unit was printed; the cells beside it add up to 1, so it is their share."
    return [replace(row, unit="L/L", ids=tuple(key for key in row.ids if key.endswith("_percent")), warnings=(*row.warnings, said)) if _is_bare(row) else row for row in rows]


def _is_bare(row: RawRow) -> bool:
    return bool(row.number) and not row.unit and any(key in _SHARES.values() or key.endswith("_percent") for key in row.ids) and "%" not in row.name


def _one_unit(rows: Sequence[RawRow], habit: Decimal | None) -> Sequence[RawRow]:
    """The rows; where a report gives a test several times without a unit, all take the only unit that fits every number."""
    fits: dict[tuple[str, tuple[str, ...]], list[frozenset[tuple[str, str]]]] = {}
    for row in rows:
        if row.number and not row.unit and "%" not in row.name and not any(part.unit for part in row.ranges):
            fits.setdefault((row.name, row.ids), []).append(possible_units(row, habit))
    shared = {key: frozenset.intersection(*found) for key, found in fits.items() if len(found) > 1 and len(set(found)) > 1}
    chosen = {key: next(iter(left)) for key, left in shared.items() if len(left) == 1}

    def united(row: RawRow) -> RawRow:
        if row.unit or not row.number or (row.name, row.ids) not in chosen:
            return row
        analyte, unit = chosen[row.name, row.ids]
        return replace(row, ids=(analyte,), unit=unit, warnings=(*row.warnings, f"No unit was printed; {unit} is the only one that fits all its values in this report."))

    return [united(row) for row in rows] if chosen else rows


def _one_meaning(rows: Sequence[RawRow], habit: Decimal | None) -> dict[tuple[str, tuple[str, ...]], str]:
    """What a name without a unit means in a report that prints it several times: the only analyte that fits all its values."""
    fits: dict[tuple[str, tuple[str, ...]], list[frozenset[str]]] = {}
    for row in rows:
        if row.number and not row.unit and len(row.ids) > 1:
            fits.setdefault((row.name, row.ids), []).append(possible_ids(row, habit))
    shared = {key: frozenset.intersection(*found) for key, found in fits.items() if len(found) > 1}
    return {key: next(iter(left)) for key, left in shared.items() if len(left) == 1}


def _result(row: RawRow, person: Person, habit: Decimal | None, lean: bool, column: str | None, report: int, collected: str | None) -> LabResult:
    if row.number is None:
        return _told(row, report, collected)
    share = next((key for key in row.ids if key.endswith("_percent")), None) if lean else column
    quantity = understand(row, habit, share)
    if row.doubt:
        quantity = replace(quantity, si=None, warnings=(row.doubt, *quantity.warnings))
    comparator: Comparator | None = "<" if row.comparator == "<" else ">" if row.comparator == ">" else None
    judged = judge(quantity, comparator, row.ranges, row.flag, person, habit)
    analyte = quantity.analyte
    return LabResult(
        analyte=analyte.id,
        loinc=analyte.loinc,
        name_as_printed=row.name,
        value=quantity.value,
        comparator=comparator,
        unit=quantity.unit if quantity.unit != "" else None,
        value_si=quantity.si,
        unit_si=quantity.unit_si,
        reference=judged.reference,
        flag=judged.flag,
        source_text=row.source_text,
        page=row.page,
        confidence=row.confidence,
        box=row.box,
        warnings=(*row.warnings, *quantity.warnings, *judged.warnings),
        collected=collected,
        report=report,
    )


def _told(row: RawRow, report: int, collected: str | None) -> LabResult:
    """A result told in words, such as `negative`."""
    analyte = catalogue().analytes[row.ids[0]]
    word = row.quality or ""
    flag: Flag = "indeterminate"
    if analyte.qualitative:
        flag = "abnormal" if word in analyte.abnormal else "normal" if word in analyte.normal else "indeterminate"
    elif word in ("negative", "positive"):
        flag = "normal" if word == "negative" else "abnormal"
    return LabResult(
        analyte=analyte.id,
        loinc=analyte.loinc,
        name_as_printed=row.name,
        value=word,
        unit_si=analyte.si,
        flag=flag,
        source_text=row.source_text,
        page=row.page,
        confidence=row.confidence,
        box=row.box,
        warnings=row.warnings,
        collected=collected,
        report=report,
    )


def _same(one: LabResult, other: LabResult) -> bool:
    if one.value_si is None or other.value_si is None:
        return one.value == other.value
    tolerance = _SAME if canonical_unit(one.unit or "") == canonical_unit(other.unit or "") else _SAME_ROUNDED
    return abs(one.value_si - other.value_si) <= tolerance * max(abs(one.value_si), abs(other.value_si))


def _warn_twice(results: list[LabResult], indices: Sequence[int]) -> None:
    """Marks values of one analyte and day that differ: neither is chosen for the person."""
    for index in indices:
        if TWICE not in results[index].warnings:
            results[index] = results[index].model_copy(update={"warnings": (*results[index].warnings, TWICE)})
