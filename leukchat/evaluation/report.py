"""A finished evaluation: a table for people, one JSON line for machines."""

from __future__ import annotations

import json
from typing import Any

from leukchat.types import Value


class Report(Value):
    """`rows` all have the cells that `columns` names; `notes` say what the figures do not."""

    suite: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]
    notes: tuple[str, ...] = ()
    figures: dict[str, Any]

    def table(self) -> str:
        """Aligned text."""
        cells = [self.columns, *(tuple(_show(cell) for cell in row) for row in self.rows)]
        widths = [max(len(row[i]) for row in cells) for i in range(len(self.columns))]
        lines = ["  ".join(cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths, strict=True))) for row in cells]
        lines.insert(1, "  ".join("-" * width for width in widths))
        return "\n".join([*lines, *self.notes])

    def line(self) -> str:
        """One JSON line."""
        return json.dumps({"suite": self.suite, **self.figures}, ensure_ascii=False)


def _show(cell: str | int | float) -> str:
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)
