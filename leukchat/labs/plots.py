"""A trend as a small line plot: one geometry, drawn as SVG for the page and by the PDF for the visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from leukchat.labs.catalogue import catalogue
from leukchat.labs.convert import to_si
from leukchat.labs.model import LabReading, LabResult, Trend
from leukchat.labs.units import canonical_unit

WIDTH, HEIGHT = 320.0, 130.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 14.0, 14.0, 26.0


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot in a box of WIDTH by HEIGHT, y counted from the top. `band` is top and bottom of the expected range."""

    name: str
    unit: str
    points: tuple[tuple[float, float], ...]
    values: tuple[float, ...]
    days: tuple[str, ...]
    band: tuple[float, float] | None
    ticks: tuple[tuple[float, str], ...]


def plot_of(trend: Trend, reading: LabReading) -> Plot:
    """The geometry of a trend; days are to scale, the range is that of the latest value, converted to the trend's unit."""
    values = [value for _, value in trend.points]
    low, high = _range(trend, reading)
    bottom, top = _ends([*values, *_near(values, low, high)])
    first = date.fromisoformat(trend.points[0][0]).toordinal()
    span = max(1, date.fromisoformat(trend.points[-1][0]).toordinal() - first)

    def x(day: str) -> float:
        return _LEFT + (date.fromisoformat(day).toordinal() - first) / span * (WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _TOP + (top - min(max(value, bottom), top)) / (top - bottom) * (HEIGHT - _TOP - _BOTTOM)

    band = None if low is None and high is None else (y(top if high is None else high), y(bottom if low is None else low))
    marks = sorted({min(values), max(values)}) if max(values) - min(values) > 0.12 * (top - bottom) else [values[-1]]
    return Plot(
        catalogue().analytes[trend.analyte].name,
        trend.unit_si,
        tuple((round(x(day), 1), round(y(value), 1)) for day, value in trend.points),
        tuple(values),
        tuple(day for day, _ in trend.points),
        None if band is None else (round(band[0], 1), round(band[1], 1)),
        tuple((round(y(value), 1), f"{value:.3g}") for value in marks),
    )


def _near(values: Sequence[float], low: float | None, high: float | None) -> list[float]:
    """The ends of the range that the axis must hold: the crossed ones, or both where all values are inside."""
    crossed = [limit for limit, beyond in ((low, low is not None and min(values) < low), (high, high is not None and max(values) > high)) if beyond and limit is not None]
    return crossed or [limit for limit in (low, high) if limit is not None]


def _ends(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = 0.15 * (high - low) or abs(high) * 0.1 or 1.0
    return (max(0.0, low - room) if low >= 0 else low - room), high + room


def _range(trend: Trend, reading: LabReading) -> tuple[float | None, float | None]:
    """The expected range in the trend's unit, from the latest result that has one."""
    results: list[LabResult] = [result for result in (*reading.results, *reading.derived) if result.analyte == trend.analyte and result.unit_si == trend.unit_si]
    for result in sorted(results, key=lambda one: one.collected or "", reverse=True):
        rule = catalogue().analytes[result.analyte].units.get(canonical_unit(result.unit or ""))
        own = result.reference
        if own is not None and rule is not None and (own.low is not None or own.high is not None):
            return tuple(None if limit is None else to_si(limit, rule) for limit in (own.low, own.high))  # type: ignore[return-value]
    return None, None


def described(plot: Plot, change: str) -> str:
    """The plot in words, for those who don't see it."""
    said = ", ".join(f"{day}: {value:.4g}" for day, value in zip(plot.days, plot.values, strict=True))
    return f"{plot.name} {change}. Values in {plot.unit or 'no unit'}: {said}."


def trend_svg(trend: Trend, reading: LabReading, key: str) -> str:
    """The plot as an SVG element with title and description. Its colors come from the page (`currentColor`, classes)."""
    plot = plot_of(trend, reading)
    parts = [
        f'<svg class="trend" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-labelledby="{key}-t {key}-d" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{key}-t">{escape(plot.name)} over time</title><desc id="{key}-d">{escape(described(plot, trend.change))}</desc>',
    ]
    if plot.band:
        parts.append(f'<rect class="trend-band" x="{_LEFT:g}" y="{plot.band[0]:g}" width="{WIDTH - _LEFT - _RIGHT:g}" height="{plot.band[1] - plot.band[0]:.1f}"/>')
    parts += [f'<text class="trend-tick" x="{_LEFT - 5:g}" y="{y + 3.5:.1f}" text-anchor="end">{text}</text>' for y, text in plot.ticks]
    parts.append(f'<polyline class="trend-line" points="{" ".join(f"{x:g},{y:g}" for x, y in plot.points)}"/>')
    parts += [
        f'<circle class="trend-dot" cx="{x:g}" cy="{y:g}" r="3.5"><title>{day}: {value:.4g} {escape(plot.unit)}</title></circle>'
        for (x, y), day, value in zip(plot.points, plot.days, plot.values, strict=True)
    ]
    for place, anchor in ((0, "start"), (-1, "end")):
        parts.append(f'<text class="trend-tick" x="{plot.points[place][0]:g}" y="{HEIGHT - 8:g}" text-anchor="{anchor}">{plot.days[place]}</text>')
    return "".join([*parts, "</svg>"])
