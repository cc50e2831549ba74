"""Targets against the plan as bars: drawn to scale, and said in words, so that colour carries nothing alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from leukchat.nutrition import NutritionPlan, chart
from leukchat.nutrition.chart import CAP_PERCENT
from leukchat.nutrition.model import ChartBar

_WORDS = {"low": "▽ short of it", "near": "◒ nearly there", "met": "✓ reached", "over": "▲ above the range", "team": "◇ your team sets this"}
_ALWAYS = 3  # energy, protein and fluid
_LEGEND = (
    '<p class="n-small">Each bar is what this day provides. The solid line in the middle is the target, a dashed line an upper limit; a bar that ends in an arrow is longer than '
    "twice the target. One day need not reach everything.</p>"
)


def chart_html(plan: NutritionPlan) -> str:
    """Energy, protein, fluid and whatever is not reached; all others behind a fold. Empty without a plan of meals."""
    bars = chart(plan)
    if not bars:
        return ""
    main = [bar for place, bar in enumerate(bars) if place < _ALWAYS or bar.mark not in ("met", "team")]
    others = [bar for bar in bars if bar not in main]
    fold = f'<details class="n-fold"><summary>{len(others)} more nutrients of this day</summary>{_list(others)}</details>' if others else ""
    return f"<h3>Targets and this day</h3>{_LEGEND}{_list(main)}{fold}"


def _list(bars: Sequence[ChartBar]) -> str:
    return f'<ul class="n-chart">{"".join(_row(bar) for bar in bars)}</ul>'


def _row(bar: ChartBar) -> str:
    words = "✓ under the limit" if bar.kind == "limit" and bar.mark == "met" else _WORDS[bar.mark]
    target = f"at most {bar.target}" if bar.kind == "limit" else bar.target
    said = f"{_number(bar.provides)} of {target} {bar.unit}"
    return (
        f'<li class="{bar.mark}"><span class="n-label">{escape(bar.label)}</span><span class="n-figure">{escape(said)}</span>{_svg(bar, said, words)}'
        f'<span class="n-mark">{words}</span></li>'
    )


def _svg(bar: ChartBar, said: str, words: str) -> str:
    """One bar; its width is percent of the target, so that the target stands in the middle."""
    limit = bar.limit_percent
    dashed = f'<line class="n-limit" x1="{limit:g}" x2="{limit:g}" y1="0" y2="16"/>' if limit is not None and limit < CAP_PERCENT else ""
    end = '<path class="n-more" d="M190 2 L199 8 L190 14 Z"/>' if bar.capped else ""
    label = escape(f"{bar.label}: {said}, {bar.percent:.0f} percent of the target, {words[2:]}")
    return (
        f'<svg role="img" aria-label="{label}" viewBox="0 0 {CAP_PERCENT:g} 16" preserveAspectRatio="none"><rect class="n-track" width="{CAP_PERCENT:g}" height="16" rx="2"/>'
        f'<rect class="n-bar" y="3" width="{min(bar.shown, 189.0) if bar.capped else bar.shown:g}" height="10"/>{end}<line class="n-target" x1="100" x2="100" y1="0" y2="16"/>{dashed}</svg>'
    )


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}".removesuffix(".0")
