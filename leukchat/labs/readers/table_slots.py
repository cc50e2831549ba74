"""The columns of values of a table: of several days, in units of their own, in pairs with their dates, or the present one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leukchat.labs.dates import DATE
from leukchat.labs.folding import fold
from leukchat.labs.readers.grammar import RANGE
from leukchat.labs.readers.table_titles import SHARE
from leukchat.labs.readers.title_row import TitleRow
from leukchat.labs.readers.vocabulary import FLAGS
from leukchat.labs.units import UNIT

_LEAST_CELLS = 2
_VALUE = re.compile(r"\d[\d.,' \x1f]*(?=$|[a-z%(*↑↓+!/]|-+$)")
_SEVERAL = "Several columns are titled as results, and nothing says which is the present one. Please check."
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of values. `day` is in its title (empty: it can be read two ways), `dated_by` the column that dates it.

    `unit` is its title's (`%`, `abs`, or a unit); `warning` and `doubt` say that its title leaves open what it holds.
    """

    place: int
    day: str | None = None
    dated_by: int | None = None
    unit: str = ""
    warning: str = ""
    doubt: str = ""


def find_slots(titles: TitleRow, columns: dict[str, int], named: Rows, above: Sequence[TitleRow]) -> tuple[Slot, ...]:
    """The columns of values: of several days, of several units, in pairs with their dates, or the one."""
    names = columns["name"]
    values = [place for place in titles.places("value") if place != names]
    days = {place: day for place, day in titles.days.items() if place != names}
    if days and not values and _hold_numbers(named, days):
        return tuple(Slot(place, day or "", unit=titles.units.get(place, "")) for place, day in days.items())
    dates = titles.places("date")
    if len(values) > 1 and len(dates) == len(values) and _alternate(dates, values):
        return tuple(Slot(value, dated_by=date) for date, value in zip(dates, values, strict=True))
    units = {place: unit for place, unit in titles.units.items() if place not in values and place not in days}
    if values:
        found = _of_values(titles, values, named, above)
        return (*found, *(Slot(place, unit=unit) for place, unit in units.items() if unit == SHARE))
    return tuple(Slot(place, unit=unit) for place, unit in units.items()) if units and _hold_numbers(named, units) else ()


def _of_values(titles: TitleRow, values: list[int], named: Rows, above: Sequence[TitleRow]) -> tuple[Slot, ...]:
    """The columns titled as results: all where each has its day, in its own title or the one above; else the present one."""
    over = {place: found for place in values if len(values) > 1 and (found := _over(place, above))}
    left = [place for place in values if over.get(place, ("", None))[0] != "previous"]
    days = {place: over[place][1] if place in over else titles.dated.get(place) for place in left}
    if len(left) > 1 and all(place in titles.dated or over.get(place, ("",))[0] == "day" for place in left):
        return tuple(Slot(place, days[place] or "", unit=titles.units.get(place, "")) for place in left)
    left = [place for place in left if _hold_numbers(named, (place,))] or left[:1]
    left = [place for place in left if place in titles.present] or left
    doubt = _SEVERAL if len(left) > 1 else ""
    return tuple(Slot(place, days.get(place), unit=titles.units.get(place, ""), doubt=doubt) for place in left[:1])


def _over(place: int, above: Sequence[TitleRow]) -> tuple[str, str | None] | None:
    """What a title in the rows above says of a column, the last one left of it or over it: a day, or that it is of before."""
    for titles in above:
        spots = [spot for spot in (*titles.days, *titles.places("previous"), *titles.places("value")) if spot <= place]
        if len(titles.days) + len(titles.places("previous")) and spots:
            spot = max(spots)
            return ("day", titles.days[spot]) if spot in titles.days else (titles.kinds[spot], None)
    return None


def columns_by_content(titles: TitleRow, columns: dict[str, int], named: Rows) -> dict[str, int]:
    """Columns whose titles say nothing, by what stands in them: units, ranges or flags."""
    found: dict[str, int] = {}
    taken = set(titles.kinds) | set(titles.days) | set(titles.units) | set(columns.values())
    for place in range(max(map(len, named), default=0)):
        cells = [fold(row[place]) for row in named if place < len(row) and row[place]]
        if place in taken or len(cells) < _LEAST_CELLS:
            continue
        for kind, test in (("unit", UNIT.fullmatch), ("range", RANGE.fullmatch), ("flag", FLAGS.get)):
            if sum(bool(test(cell)) for cell in cells) > 0.6 * len(cells):
                found.setdefault(kind, place)
                break
    return found


def _alternate(dates: list[int], values: list[int]) -> bool:
    """Whether dates and values take turns: `Date 1, Result 1, Date 2, Result 2`."""
    order = [kind for _, kind in sorted([(place, "d") for place in dates] + [(place, "v") for place in values])]
    return len(set(order[::2])) == 1 == len(set(order[1::2]))


def untitled_values(named: Rows, titles: TitleRow) -> list[int]:
    """Columns with a title in which a number begins the cells of most tests."""
    width = max(map(len, named), default=0)
    return [
        place
        for place in range(width)
        if place not in titles.days and titles.kinds.get(place, "name") == "name" and _hold_numbers(named, (place,)) and not _counts_up(named, place)
    ]


def _counts_up(named: Rows, place: int) -> bool:
    """Whether a column only numbers its rows."""
    cells = [row[place].strip(" .)") for row in named if place < len(row)]
    return len(cells) > 1 and all(cell.isdigit() for cell in cells) and all(int(two) == int(one) + 1 for one, two in pairwise(cells))


def _hold_numbers(named: Rows, places: Collection[int]) -> bool:
    """Whether numbers stand in these columns beside most names of tests."""
    valued = [row for row in named if any(place < len(row) and is_value(row[place]) for place in places)]
    return bool(named) and 2 * len(valued) >= len(named)


def is_value(cell: str) -> bool:
    """Whether a cell begins with a number that is no date, range or unit."""
    folded = fold(cell).lstrip(" <>≤≥=*~'")
    return bool(_VALUE.match(folded)) and not (DATE.match(folded) or RANGE.fullmatch(folded) or UNIT.fullmatch(folded))
