"""One analyte over several days: direction, doubling or halving, and the time between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from leukchat.labs.catalogue import catalogue
from leukchat.labs.model import Direction, LabReading, LabResult, Trend

_STEADY = 0.05


def find_trends(results: Sequence[LabResult], derived: Sequence[LabResult]) -> tuple[Trend, ...]:
    """A trend for each analyte with dated values of two days or more; values with `<` or `>` are left out."""
    points: dict[tuple[str, str], dict[str, float]] = {}
    for result in (*results, *derived):
        if result.value_si is not None and result.collected and result.comparator is None:
            points.setdefault((result.analyte, result.unit_si), {}).setdefault(result.collected, result.value_si)
    order = {key: index for index, key in enumerate(catalogue().analytes)}
    found = [_trend(key, unit, sorted(days.items())) for (key, unit), days in points.items() if len(days) > 1]
    return tuple(sorted(found, key=lambda trend: order[trend.analyte]))


def _trend(analyte: str, unit: str, points: list[tuple[str, float]]) -> Trend:
    direction = _direction([value for _, value in points])
    return Trend(
        analyte=analyte,
        points=tuple(points),
        unit_si=unit,
        direction=direction,
        change=_change(points, unit, direction),
    )


def _direction(values: list[float]) -> Direction:
    """Rising or falling if no step goes the other way by more than 5 % of the span of values."""
    first, last = values[0], values[-1]
    size = max(abs(value) for value in values) or 1.0
    if max(values) - min(values) <= _STEADY * size:
        return "steady"
    steps = [after - before for before, after in pairwise(values)]
    slack = _STEADY * size
    if last > first and all(step >= -slack for step in steps):
        return "rising"
    if last < first and all(step <= slack for step in steps):
        return "falling"
    return "up_and_down"


def _change(points: list[tuple[str, float]], unit: str, direction: Direction) -> str:
    """First and last value with the days between; says if it doubled or halved, or passed its lowest point."""
    (first_day, first), (last_day, last) = points[0], points[-1]
    days = (date.fromisoformat(last_day) - date.fromisoformat(first_day)).days
    text = f"from {first:g} to {last:g} {unit} in {days} day{'' if days == 1 else 's'}".replace("  ", " ")
    if first > 0 and last >= 2 * first:
        text += "; it has at least doubled"
    elif first > 0 and last <= first / 2:
        text += "; it has at least halved"
    lowest_day, lowest = min(points, key=lambda point: point[1])
    if direction == "up_and_down" and lowest_day not in (first_day, last_day) and lowest < min(first, last):
        text += f"; lowest on {lowest_day} with {lowest:g}"
        if all(after >= before for before, after in pairwise([value for day, value in points if day >= lowest_day])):
            text += ", rising since then"
    if len(points) > 2:
        between = (date.fromisoformat(last_day) - date.fromisoformat(points[-2][0])).days
        text += f"; the last value came {between} day{'' if between == 1 else 's'} after the one before"
    return text


def latest_results(reading: LabReading) -> tuple[LabResult, ...]:
    """All results of the last day of each analyte, computed ones only where none was printed on that day."""
    everything = (*reading.results, *reading.derived)
    last: dict[str, str] = {}
    for result in everything:
        last[result.analyte] = max(last.get(result.analyte, ""), result.collected or "")
    return tuple(result for result in everything if (result.collected or "") == last[result.analyte])
