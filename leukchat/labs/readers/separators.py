"""Which sign parts the cells of a table, if a text is one."""

from __future__ import annotations

import csv
import re

from leukchat.labs.readers.table_titles import day_in, kind_of, named_test

_LOOK = 60
_DECLARED = re.compile(r"\s*sep=(.)\s*\n", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
# `Hemoglobina 15,1` or `VCM (fL): 90,3`: the comma belongs to the number.
_DECIMAL = re.compile(r"[^\W\d_][^,\d]*[ \t:=(|.]\s*\d{1,3},\d{1,3}(?!\d)")
_CLOSE = re.compile(r",[^\s,]|,,| ,")  # between cells, not as in a sentence
_NUMBERED = re.compile(r"\s*[<>]?\s*\d[\d.,]*(?:\s\S.*)?")


def separator(text: str) -> str | None:
    """Tab, `;` or `,` where most lines have the same number of cells, or some are a head with rows; None for no table."""
    if declared := _DECLARED.match(text):
        return declared[1]
    lines = [line for line in text.splitlines() if line.strip()][:_LOOK]
    return next((sign for sign in "\t;," if _tabular(lines, sign)), None) or next((sign for sign in "\t;,|" if _headed(lines, sign)), None)


def _tabular(lines: list[str], sign: str) -> bool:
    if sum(sign in line for line in lines) < 2:
        return False
    counts = [len(row) for row in csv.reader(lines, delimiter=sign)]
    widths = [count for count in counts if count > 1]
    if len(widths) < max(2, 0.7 * len(counts)):
        return False
    if sign == "," and sum(bool(_DECIMAL.search(_QUOTED.sub("", line))) for line in lines) > 0.3 * len(lines):
        return False
    common = max(set(widths), key=widths.count)
    prose = sum(bool(re.search(rf"{re.escape(sign)} \w", _QUOTED.sub("", line))) for line in lines) if sign == "," else 0
    return (common >= 3 and widths.count(common) >= 0.7 * len(widths) and prose <= 0.3 * len(lines)) or (common == 2 and sign != "," and widths.count(2) == len(counts))


def _headed(lines: list[str], sign: str) -> bool:
    """Whether titles of columns stand in cells of their own over rows, or names of tests beside numbers in theirs."""
    if sum(sign in line for line in lines) < 2 or (sign == "," and sum(bool(_CLOSE.search(line)) for line in lines) < 2):
        return False
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=sign) if len(row) > 1]
    named = [row for row in rows if _names_beside_number(row)]
    if sign == "|" and any(_of_tests(row) for row in rows[:3]) and sum(sum(bool(_NUMBERED.fullmatch(cell)) for cell in row) >= 2 for row in rows) >= len(rows) / 2:
        return True  # a head of tests over days
    if sign == "|" and len(named) < max(2, 0.6 * len(rows)):
        return False  # titles of lists and sentences are parted so, too
    if sign != "|" and len(named) >= 3 and len(named) >= len(rows) / 2:
        return True
    return bool(named) and any(_is_head(row) for row in rows[:-1])


def _names_beside_number(row: list[str]) -> bool:
    """Whether one cell is a name and nothing else, and another begins with a number."""
    return any(_NUMBERED.fullmatch(cell) for cell in row[1:]) and any(named_test(cell) for cell in row[:6] if cell)


def _of_tests(row: list[str]) -> bool:
    """Whether two cells or more of a row name a test each, and none holds a number."""
    return sum(bool(cell) and named_test(cell) is not None for cell in row) >= 2 and not any(_NUMBERED.fullmatch(cell) for cell in row)


def _is_head(row: list[str]) -> bool:
    """Whether the cells of a row are titles: of names and values, or names of tests alone."""
    filled = [cell for cell in row if cell]
    if sum(day_in(cell, None)[0] for cell in filled) >= 2:
        return True
    kinds = {kind for cell in filled if (kind := kind_of(cell))}
    return {"name", "value"} <= kinds or (len(filled) >= 3 and sum(named_test(cell) is not None for cell in filled) >= 2 and not any(_NUMBERED.fullmatch(cell) for cell in filled))
