"""Readers: one file a format, one Protocol. A reader finds rows; it does not judge them.

A further format is one more file with a class that has `formats` and `read`, named in the table of `detect.py`.
Readers mask identifiers themselves: what they return holds none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from leukchat.labs.model import Box, Sex


@dataclass(frozen=True, slots=True)
class RawRange:
    """A reference range as printed. `sex` or `child` say whom it is for; `good` that its label calls it normal."""

    text: str
    low: str | None
    high: str | None
    exclusive: bool = False
    sex: Sex | None = None
    child: bool = False
    good: bool = False
    labelled: bool = False
    unit: str | None = None


@dataclass(slots=True)
class RawRow:
    """One result as printed, not yet interpreted. `ids` are the analytes its name can mean.

    `number` is the digits as printed; `quality` a word such as `negative`; one of them is present. `confidence`
    (0 to 1) is how sure the recognition of a picture was; `box` is where the row stands (`LabResult.box`);
    `doubt` is why a number must not be used although it was found; `lines` are its first and last line in the text.
    """

    name: str
    ids: tuple[str, ...]
    source_text: str
    number: str | None = None
    comparator: str | None = None
    quality: str | None = None
    unit: str | None = None
    ranges: tuple[RawRange, ...] = ()
    flag: str | None = None
    collected: str | None = None
    page: int | None = None
    warnings: tuple[str, ...] = ()
    confidence: float | None = None
    box: Box | None = None
    doubt: str | None = None
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class RawReport:
    """One report in an input: rows, lines it could not use, what the header says, which identifiers were masked.

    `source` is the masked text; `page_sources` the same for each page. `notes` say what was left out, and why;
    `named` are analytes that the text names, with a value or without.
    """

    rows: tuple[RawRow, ...]
    unrecognised: tuple[str, ...] = ()
    collected: str | None = None
    sex: Sex | None = None
    age_years: float | None = None
    redacted: tuple[str, ...] = ()
    source: str = field(default="", repr=False)
    page_sources: tuple[str, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Reader(Protocol):
    """Turns the content of one file into reports. Raises ReportError with one line if it cannot be read."""

    formats: tuple[str, ...]

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """The reports in `content`, which `detect.py` found to be of `format`, without identifiers."""
        ...


@runtime_checkable
class PagedReader(Reader, Protocol):
    """A reader that can take long and says before each page which one it is, of how many."""

    on_page: Callable[[int, int], None] | None
