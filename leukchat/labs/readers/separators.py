"""Which sign parts the cells of a table, if a text is one."""

from __future__ import annotations

import csv
import re

_LOOK = 60
_QUOTED = re.compile(r'"[^"]*"')
# `Hemoglobina 15,1` or `VCM (fL): 90,3`: the comma belongs to the number.
_DECIMAL = re.compile(r"[^\W\d_][^,\d]*[ \t:=(|.]\s*\d{1,3},\d{1,3}(?!\d)")


def separator(text: str) -> str | None:
    """Tab, `;` or `,` where most lines have the same number of cells; None for a text that is no table."""
    lines = [line for line in text.splitlines() if line.strip()][:_LOOK]
    return next((sign for sign in "\t;," if _tabular(lines, sign)), None)


def _tabular(lines: list[str], sign: str) -> bool:
    if len(lines) < 2:
        return False
    if sign == "," and sum(bool(_DECIMAL.search(_QUOTED.sub("", line))) for line in lines) > 0.3 * len(lines):
        return False
    counts = [len(row) for row in csv.reader(lines, delimiter=sign)]
    widths = [count for count in counts if count > 1]
    if len(widths) < max(2, 0.7 * len(lines)):
        return False
    common = max(set(widths), key=widths.count)
    prose = sum(bool(re.search(rf"{re.escape(sign)} \w", _QUOTED.sub("", line))) for line in lines) if sign == "," else 0
    return (common >= 3 and widths.count(common) >= 0.7 * len(widths) and prose <= 0.3 * len(lines)) or (common == 2 and sign != "," and widths.count(2) == len(lines))
