"""Report text is data: lines that give the assistant orders are left out of a reading, and that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leukchat.labs.model import LabReading
from leukchat.labs.read import LabInput
from leukchat.safety.injection_outside import TOLD, clear

# More than any report of text holds; the rest is not looked at for orders, and is not quoted either.
LONGEST = 40_000


def without_orders(reading: LabReading, inputs: Sequence[LabInput] = ()) -> LabReading:
    """The reading with orders to the assistant replaced in every line quoted from the report.

    Values, flags and patterns stay as they are. `redacted` names `instructions` and the summary says so where
    a quoted line, or the text of `inputs`, held an order.
    """
    lines = [clear(line, "report") for line in reading.unrecognised]
    rows = [clear(result.source_text, "report") for result in reading.results]
    if not any(one.removed for one in (*lines, *rows)) and not any(clear(text, "report").removed for text in _texts(inputs)):
        return reading
    results = tuple(result.model_copy(update={"source_text": row.text}) for result, row in zip(reading.results, rows, strict=True))
    return reading.model_copy(
        update={
            "results": results,
            "unrecognised": tuple(one.text for one in lines),
            "redacted": (*reading.redacted, "instructions"),
            "summary": f"{reading.summary.rstrip()}\n\n*{TOLD['report']}*\n",
        }
    )


def _texts(inputs: Sequence[LabInput]) -> Iterator[str]:
    """The inputs that are text; files of other kinds are judged by the lines that a reading quotes."""
    for one in inputs:
        if isinstance(one.content, str):
            yield one.content[:LONGEST]
        elif b"\0" not in one.content[:LONGEST] and not one.content.startswith(b"%PDF"):
            yield one.content[:LONGEST].decode("utf-8", errors="replace")
