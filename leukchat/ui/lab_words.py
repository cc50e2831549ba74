"""How the lab tab writes values, flags, ranges and urgency: always words beside any sign or color."""

from __future__ import annotations

from html import escape

from leukchat.labs.catalogue import catalogue
from leukchat.labs.model import LabResult

FLAGS = {
    "critical_low": ("▼▼", "very low"),
    "low": ("▼", "low"),
    "normal": ("✓", "in range"),
    "high": ("▲", "high"),
    "critical_high": ("▲▲", "very high"),
    "abnormal": ("◆", "not as usual"),
    "indeterminate": ("?", "not judged"),
}
URGENCY = {"emergency": ("⚠", "Get help now"), "urgent": ("☎", "Call today"), "soon": ("◷", "Within one to three days"), "routine": ("○", "For your next visit")}


def number(value: float | str | None) -> str:
    """A value as people write it."""
    if value is None:
        return "–"
    return f"{value:.6g}" if isinstance(value, float) and abs(value) < 1e15 else str(value)


def value_words(result: LabResult) -> str:
    """Sign, number and unit."""
    return f"{result.comparator or ''}{number(result.value)}{f' {result.unit}' if result.unit else ''}"


def name_of(result: LabResult) -> str:
    """The test's name in plain words."""
    return catalogue().analytes[result.analyte].name


def flag_html(result: LabResult) -> str:
    """The flag as sign and words."""
    sign, words = FLAGS[result.flag]
    return f'<span class="flag {result.flag}"><span aria-hidden="true">{sign}</span> {words}</span>'


def range_words(result: LabResult) -> str:
    """The range, and whose it is."""
    reference = result.reference
    if reference is None or not reference.text:
        return "no range"
    return reference.text if reference.source == "report" else f"{reference.text}; general range"


def range_bar(result: LabResult) -> str:
    """Where the value lies against its range; decoration, the words say the same."""
    reference = result.reference
    if reference is None or not isinstance(result.value, float) or result.flag == "indeterminate":
        return ""
    low, high = reference.low, reference.high
    if low is not None and high is not None and high > low:
        start, end = low - (high - low), high + (high - low)
    elif low is None and high:
        low, start, end = 0.0, 0.0, 2 * high
    elif high is None and low:
        start, end, high = 0.0, 2 * low, 2 * low
    else:
        return ""
    scale = 100 / (end - start)
    place = min(98.5, max(0.0, (result.value - start) * scale))
    inside = f"left:{(max(low or 0.0, start) - start) * scale:.1f}%;width:{((high or 0.0) - (low or 0.0)) * scale:.1f}%"
    return f'<div class="range-bar" aria-hidden="true"><span class="ok" style="{inside}"></span><span class="dot" style="left:{place:.1f}%"></span></div>'


def link(name: str, url: str) -> str:
    """A link to a source outside; only https."""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(name)}</a>' if url.startswith("https://") else escape(name)
