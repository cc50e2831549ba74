"""Report text is data: lines that give the assistant orders are left out of a reading, and that is said."""

from __future__ import annotations

from leukchat.labs.model import LabReading
from leukchat.safety.injection_outside import TOLD, clear


def without_orders(reading: LabReading) -> LabReading:
    """The reading with orders to the assistant replaced in every line quoted from the report.

    Values, flags and patterns stay as they are; `redacted` then names `instructions`, and the summary says so.
    """
    lines = [clear(line, "report") for line in reading.unrecognised]
    rows = [clear(result.source_text, "report") for result in reading.results]
    if not any(one.removed for one in (*lines, *rows)):
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
