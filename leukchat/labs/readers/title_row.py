"""One row of a table read as titles: the kind of each cell, its day, its test, its unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leukchat.labs.dates import DATE, read_date
from leukchat.labs.folding import fold, words
from leukchat.labs.header import Header
from leukchat.labs.readers.table_titles import date_rank, day_in, is_another_sample, kind_of, named_test, unit_title

_PRESENT = frozenset("current today actual aktuell latest newest present heute hoy oggi hoje aujourd'hui actuel attuale atual final".split())


@dataclass(slots=True)
class TitleRow:
    """The titles of a row by place; `dated` are days inside titles of values, `present` those that say they are the newest.

    `labels` counts cells with a letter, `numbers` those that begin with a figure and are no title.
    """

    row: int
    kinds: dict[int, str] = field(default_factory=dict)
    days: dict[int, str | None] = field(default_factory=dict)
    tests: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    dated: dict[int, str | None] = field(default_factory=dict)
    present: set[int] = field(default_factory=set)
    labels: int = 0
    numbers: int = 0

    def places(self, kind: str) -> list[int]:
        """Where titles of this kind stand, from the left."""
        return [place for place, one in self.kinds.items() if one == kind]

    def columns(self) -> dict[str, int]:
        """The first column of each kind."""
        columns: dict[str, int] = {}
        for place, kind in self.kinds.items():
            columns.setdefault(kind, place)
        return columns

    def of_tests(self) -> bool:
        """Whether the columns are tests: two or more, or one beside a column of days."""
        enough = len(self.tests) >= 2 or bool(self.tests and self.places("date") and not self.places("name"))
        return enough and not self.places("value") and not self.numbers

    def part(self, start: int, end: int | None) -> TitleRow:
        """The titles of the columns from `start` up to `end`."""

        def inside(place: int) -> bool:
            return start <= place and (end is None or place < end)

        return replace(
            self,
            kinds={place: kind for place, kind in self.kinds.items() if inside(place)},
            days={place: day for place, day in self.days.items() if inside(place)},
            tests={place: test for place, test in self.tests.items() if inside(place)},
            units={place: unit for place, unit in self.units.items() if inside(place)},
        )


def read_titles(index: int, row: Sequence[str], header: Header) -> TitleRow:
    """The row `index` read as titles. Of several columns of dates the one counts on which the sample was taken."""
    found = TitleRow(index)
    ranks: dict[int, int] = {}
    loose: dict[int, str | None] = {}
    for place, cell in enumerate(row):
        is_day, day = day_in(cell, header.order) if cell else (False, None)
        if is_day:
            found.days[place] = day
        elif cell:
            found.labels += any(char.isalpha() for char in cell)
            _take(found, place, cell, header, ranks, loose)
    if len(loose) > 1:
        found.days |= loose  # `Day +7 (05/01/2026)`
    best = max(ranks.values(), default=0)
    found.kinds |= {place: "date" if rank == best else "other" for place, rank in ranks.items()}
    found.kinds = dict(sorted(found.kinds.items()))
    return found


def _take(found: TitleRow, place: int, cell: str, header: Header, ranks: dict[int, int], loose: dict[int, str | None]) -> None:
    """Adds what one title says; dates that compete and days inside other titles are kept apart."""
    kind, unit, test = kind_of(cell), unit_title(cell), named_test(cell)
    inner = _inner_days(cell, header)
    if is_another_sample(cell):
        found.kinds[place] = "other"
    elif inner and kind in (None, "date") and not test:
        loose[place] = inner[0]
    elif kind == "date":
        ranks[place] = date_rank(cell)
    elif kind and not (kind == "other" and unit):
        found.kinds[place] = kind
        if kind == "value":
            _take_value(found, place, cell, unit, inner)
    elif unit:
        found.units[place] = unit
    elif test:
        found.tests[place] = test
    elif cell[0].isdigit():
        found.numbers += 1


def _take_value(found: TitleRow, place: int, cell: str, unit: str, inner: list[str | None]) -> None:
    if unit:
        found.units[place] = unit
    if inner:
        found.dated[place] = inner[0]
    if _PRESENT & set(words(fold(cell))):
        found.present.add(place)


def _inner_days(cell: str, header: Header) -> list[str | None]:
    """The day that stands inside a title: `Result 05.01.2026`."""
    return [day.isoformat() if (day := read_date(match, header.order)) else None for match in DATE.finditer(fold(cell))][:1]
