"""Printed numbers: decimal commas, thousands separators of four continents, and what cannot be decided.

A number such as `7,500` has two readings. The report's own habit decides; without one both are returned
and the limits of the analyte decide; if these cannot, nothing is chosen.
"""

from __future__ import annotations

import re
from typing import Literal

from leukchat.labs.folding import THOUSANDS_SPACE, fold

Decimal = Literal[",", "."]

# Stands for a blank between groups of three digits that may part thousands or two numbers.
LOOSE_SPACE = "_"
_PLAIN = re.compile(r"\d+")
# With a decimal sign for sure, as its digits do not fit thousands. A search for a digit first is faster than one that looks behind.
_SURE = re.compile(r"\d(?<![\d.,]\d)(?:\d*[.,](?:\d{1,2}|\d{4,})|(?<=0)[.,]\d{3})(?![\d.,]*\d)")
_DATES = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}")
_GROUPED = {
    ",": re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?"),
    ".": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
}


def decimal_habit(text: str) -> Decimal | None:
    """Whether a report writes decimals with `,` or `.`; None if it shows no sure sign or both."""
    plain = _DATES.sub(" ", fold(text))
    sure = _SURE.findall(plain)
    point = sum("." in number for number in sure)
    comma = len(sure) - point
    if point and point >= 4 * comma:
        return "."
    if comma and comma >= 4 * point:
        return ","
    return None


def readings(printed: str, habit: Decimal | None = None) -> tuple[float, ...]:
    """Every value that `printed` can stand for, the likelier first; empty if it is not a number."""
    if LOOSE_SPACE in printed:
        return (float(printed.replace(LOOSE_SPACE, "")), float(printed.partition(LOOSE_SPACE)[0]))
    text = printed.replace(THOUSANDS_SPACE, "").replace("'", "").replace(" ", "")
    if _PLAIN.fullmatch(text):
        return (float(text),)
    found: list[float] = []
    for decimal in (",", ".") if habit == "," else (".", ","):
        value = _read(text, decimal)
        if value is not None and value not in found:
            found.append(value)
    if len(found) > 1 and habit:
        return tuple(found[:1])
    return tuple(found)


def _read(text: str, decimal: str) -> float | None:
    """`text` read with this decimal sign, the other one parting thousands; None if that is not possible."""
    group = "," if decimal == "." else "."
    if group in text:
        if text.startswith("0") or not _GROUPED[group].fullmatch(text):
            return None
        text = text.replace(group, "")
    if text.count(decimal) > 1:
        return None
    text = text.replace(decimal, ".")
    try:
        return float("0" + text if text.startswith(".") else text)
    except ValueError:
        return None
