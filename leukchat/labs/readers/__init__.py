"""Readers: one file a format, one Protocol. A reader finds rows; it does not judge them.

A further format is one more file with a class that has `formats` and `read`, named in `detect.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from leukchat.labs.model import Sex


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


@dataclass(frozen=True, slots=True)
class RawRow:
    """One result as printed, not yet interpreted. `ids` are the analytes its name can mean.

    `number` is the digits as printed; `quality` a word such as `negative`; one of them is present.
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


@dataclass(frozen=True, slots=True)
class RawReport:
    """What a reader found in one input: rows, lines it could not use, and what the header says."""

    rows: tuple[RawRow, ...]
    unrecognised: tuple[str, ...] = ()
    collected: str | None = None
    sex: Sex | None = None
    age_years: float | None = None
    redacted: tuple[str, ...] = ()
    source: str = field(default="", repr=False)


class Reader(Protocol):
    """Turns the content of one file into rows. Raises ReportError with one line if it cannot be read."""

    formats: tuple[str, ...]

    def read(self, content: str | bytes, format: str) -> RawReport:
        """All rows of `content`, which `detect.py` found to be of `format`."""
        ...
