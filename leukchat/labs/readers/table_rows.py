"""The rows of a table of cells under their head: one test a row, or one day a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from leukchat.labs.analytes import exact_name, fuzzy_name
from leukchat.labs.catalogue import catalogue
from leukchat.labs.dates import DATE, cell_day, read_date, short_day
from leukchat.labs.folding import fold, words
from leukchat.labs.header import Header
from leukchat.labs.readers import RawRange, RawRow
from leukchat.labs.readers.coded import Coded, place
from leukchat.labs.readers.sections import Where, heading, placed
from leukchat.labs.readers.table_cells import cell_at, cell_row, ranges_in, row_ranges, unit_behind_range
from leukchat.labs.readers.table_head import LOINC, Head, named_by
from leukchat.labs.readers.table_slots import Slot
from leukchat.labs.readers.table_titles import ABSOLUTE, SHARE, bare_name, date_rank, is_another_sample, kind_of, named_test
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.vocabulary import COLUMN_WORDS, ELSEWHERE, FLAGS, MARROW
from leukchat.labs.units import UNIT

_WITHDRAWN = re.compile(r"cancel(?:led|ed)|entered in error|rejected|storniert|annule|anulado|annullato|cancelado|duplicate")
_SHORT_CELL = 5  # words
# Rows of a table of days that are no day.
_SUMMARIES = frozenset(
    "average avg mean median min max minimum maximum sum total sd range target goal mittelwert mittel schnitt durchschnitt moyenne media promedio mediana change trend ziel".split()
)


@dataclass(slots=True)
class Place:
    """Where the reading of a table stands: its part of the report, the day of its section, what its unit and range rows said.

    `carried`: an empty cell in the column of dates means the day above it, which is `last`; `unclear`: a day could not be read;
    `labelled`: rows of this table that hold results say so in their first cell.
    """

    header: Header
    where: Where = "blood"
    day: str | None = None
    units: dict[int, str] = field(default_factory=dict)
    ranges: dict[int, tuple[RawRange, ...]] = field(default_factory=dict)
    carried: bool = False
    labelled: bool = False
    last: str | None = None
    unclear: bool = False


def read_row(row: list[str], head: Head, at: Place) -> list[RawRow]:
    """The results of one row; a row that only heads others changes `at`."""
    filled = [cell for cell in row if cell]
    if (len(filled) == 1 and _titled(filled[0], head, at)) or any(_WITHDRAWN.fullmatch(fold(cell)) for cell in filled):
        return []
    if head.tests:
        return _wide(row, head, at)
    if len(filled) == 2 and kind_of(filled[0]) == "date" and (day := cell_day(fold(filled[1]), at.header.order)):
        at.day = day.isoformat() if date_rank(filled[0]) > 1 else at.day
        return []
    where = _sample(row, head, at.where)
    return [] if where == "elsewhere" else placed(_long(row, head, at), where)


def _titled(cell: str, head: Head, at: Place) -> bool:
    """Whether a row's only cell is the day or the heading of the rows below."""
    day = cell_day(fold(cell), at.header.order) or _day_inside(cell, at.header)
    if day:
        if not head.tests:
            at.day = day.isoformat()
        return not head.tests
    if where := heading(fold(cell), tokens(cell)):
        at.where = where
    return where is not None


def _day_inside(cell: str, header: Header) -> date | None:
    """The one day that a heading names: `Visit 2 - 19/01/2026`."""
    found = [read_date(match, header.order) for match in DATE.finditer(fold(cell))]
    return found[0] if len(found) == 1 and len(cell.split()) <= _SHORT_CELL + 1 else None


def _sample(row: list[str], head: Head, where: Where) -> Where:
    """Which sample a row was measured in, as one of its cells may say in a few words."""
    named = {head.columns.get(kind) for kind in ("unit", "range", "date", "flag")} | {slot.place for slot in head.slots}
    for place_, cell in enumerate(row):
        if cell and place_ not in named and len(cell.split()) <= _SHORT_CELL:
            folded = fold(cell)
            if ELSEWHERE.search(folded):
                return "elsewhere"
            if MARROW.search(folded) or is_another_sample(cell):
                return "marrow"
            if place_ == head.columns.get("sample") and re.search(r"\b(?:blood|blut|sang|sangre|sangue|serum|plasma)\b", folded):
                where = "blood"
    return where


def _long(row: list[str], head: Head, at: Place) -> list[RawRow]:
    """One test a row: one result, or one for each column of values."""
    name = cell_at(row, head.columns.get("name"))
    code = cell_at(row, head.columns.get("code")) or name
    if LOINC.fullmatch(code):
        return _by_code(row, head, at, "" if name == code else name, code)
    ids = named_by(name)
    warnings: tuple[str, ...] = ()
    if ids is None and (ids := fuzzy_name(name)):
        warnings = (f"The name “{name}” was misspelt; please check that it is the right test.",)
    if not ids:
        return []
    source = " | ".join(cell for cell in row if cell)
    own = named_test(bare_name(name))
    base = RawRow(name, ids, source, warnings=warnings, collected=_row_day(row, head, at))
    unit = cell_at(row, head.columns.get("unit")) or (own[1] if own else None) or unit_behind_range(cell_at(row, head.columns.get("range")))
    base = replace(base, unit=unit, flag=FLAGS.get(fold(cell_at(row, head.columns.get("flag")))))
    ranges = row_ranges(row, head)
    sign = cell_at(row, head.columns.get("sign"))
    found = []
    for slot in head.slots:
        cell = cell_at(row, slot.place)
        marked = base if len(head.slots) == 1 else replace(base, flag=None)
        marked = replace(marked, doubt=slot.doubt or None, warnings=(*base.warnings, slot.warning) if slot.warning else base.warnings)
        if sloted := _in_slot(marked, slot):
            value = f"{sign}{cell}" if sign in ("<", ">", "<=", ">=") and cell else cell
            found.append(cell_row(sloted, value, ranges, _slot_day(row, slot, at)))
    return [result for result in found if result is not None]


def _in_slot(base: RawRow, slot: Slot) -> RawRow | None:
    """The row with the unit that the title of a column gives; None for an analyte that is not measured in it."""
    if not slot.unit:
        return base
    table = catalogue().analytes
    if slot.unit == SHARE:
        ids = tuple(key for key in base.ids if "%" in table[key].units)
        return replace(base, ids=ids, unit="%") if ids else None
    if slot.unit == ABSOLUTE:
        ids = tuple(key for key in base.ids if not key.endswith("_percent"))
        return replace(base, ids=ids, unit=None if base.unit == "%" else base.unit) if ids else None
    return replace(base, unit=slot.unit)


def _by_code(row: list[str], head: Head, at: Place, name: str, code: str) -> list[RawRow]:
    """A row that names its test by a LOINC code: read as structured reports are, so that code, name and unit must agree."""
    sign = cell_at(row, head.columns.get("sign"))
    mark = cell_at(row, head.columns.get("flag")).strip().upper()
    day = _row_day(row, head, at)
    unit = cell_at(row, head.columns.get("unit")) or None
    found = []
    for slot in head.slots:
        if cell := cell_at(row, slot.place):
            of = _slot_day(row, slot, at) or day
            item = Coded((name,) if name else (), (code,), words=f"{sign}{cell}", unit=unit, ranges=row_ranges(row, head), mark=mark or None, collected=of or None)
            found.append(place(item).row)
    return [one for one in found if one is not None]


def _wide(row: list[str], head: Head, at: Place) -> list[RawRow]:
    """One day a row: a result for each column named after a test."""
    label = next((cell for cell in row if cell), "")
    if at.labelled and not (COLUMN_WORDS["value"] & set(words(fold(label))) or cell_day(fold(label), at.header.order)) and not _labels(row, head, at):
        return []
    if _labels(row, head, at) or (_SUMMARIES | COLUMN_WORDS["previous"]) & set(words(fold(label))):
        return []
    untitled = [found.isoformat() for spot, cell in enumerate(row) if spot not in head.tests and cell and (found := cell_day(fold(cell), at.header.order))]
    day = _row_day(row, head, at) or next(iter(untitled), None)
    results: list[RawRow] = []
    for position, (name, unit) in head.tests.items():
        value = cell_at(row, position)
        unit = unit or at.units.get(position)
        base = RawRow(name, exact_name(name) or (), f"{day or ''} {name} {value} {unit or ''}".strip(), unit=unit, collected=day)
        result = cell_row(base, value, at.ranges.get(position, ()), day)
        if result is not None:
            results.append(result)
    return results


def _labels(row: list[str], head: Head, at: Place) -> bool:
    """Whether a row gives the units or ranges of the columns; they are noted."""
    cells = {spot: cell for spot in head.tests if (cell := cell_at(row, spot))}
    label = set(words(fold(next((cell for cell in row if cell), ""))))
    if cells and all(UNIT.fullmatch(fold(cell).strip(" ()[]")) for cell in cells.values()):
        at.units |= {spot: cell.strip(" ()[]") for spot, cell in cells.items()}
        return True
    ranges = {spot: found for spot, cell in cells.items() if (found := ranges_in(cell))}
    if cells and (len(ranges) == len(cells) or label & COLUMN_WORDS["range"]) and not any(cell_day(fold(cell), at.header.order) for cell in row if cell):
        at.ranges |= ranges
        return True
    return False


def _row_day(row: list[str], head: Head, at: Place) -> str | None:
    """The day of a row: in its column of dates, else of the section it stands in."""
    cell = cell_at(row, head.columns.get("date"))
    if not cell:
        return (at.last if at.carried else None) or at.day
    day = cell_day(fold(cell), at.header.order, counted=True) or short_day(fold(cell), at.header.collected, at.header.order)
    at.last = day.isoformat() if day else None
    at.unclear = at.unclear or (day is None and any(char.isdigit() for char in cell))
    return at.last or at.day


def _slot_day(row: list[str], slot: Slot, at: Place) -> str | None:
    if slot.dated_by is None:
        return slot.day or None
    day = cell_day(fold(cell_at(row, slot.dated_by)), at.header.order, counted=True)
    return day.isoformat() if day else None


def result_labels(rows: list[list[str]], head: Head) -> bool:
    """Whether a row of a table with tests as columns is labelled as the results: `Ergebnis;2,2;9,1`."""
    return bool(head.tests) and any(COLUMN_WORDS["value"] & set(words(fold(row[0]))) for row in rows if row and row[0] and 0 not in head.tests)


def looks_like_result(row: list[str], head: Head) -> bool:
    """Whether a row that gave no result has a name and a number in a column of values."""
    values = [cell_at(row, slot.place) for slot in head.slots]
    return bool(cell_at(row, head.columns.get("name"))) and any(any(char.isdigit() for char in value) for value in values)
