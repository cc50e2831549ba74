"""What every benchmark prints: what it measured, where, and one JSON line at the end."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any


def machine() -> dict[str, Any]:
    """The machine in words that identify nobody."""
    return {"cpu": platform.machine(), "cores": os.cpu_count(), "python": platform.python_version(), "date": f"{datetime.now(UTC):%Y-%m-%d}"}


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile, rounded to 0.01."""
    ordered = sorted(values)
    return {"median": round(statistics.median(ordered), 2), "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 2)}


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Prints aligned columns."""
    cells = [[str(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    for number, row in enumerate(cells):
        print("  ".join(cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths, strict=True))))
        if number == 0:
            print("  ".join("-" * width for width in widths))


def finish(name: str, figures: dict[str, Any]) -> None:
    """Prints the JSON line."""
    print(json.dumps({"benchmark": name, **figures, "machine": machine()}))
