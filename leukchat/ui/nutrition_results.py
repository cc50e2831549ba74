"""The guidance around the day plan: what matters first, what to leave out and why, food safety, tips, what to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from leukchat.nutrition import NutritionPlan
from leukchat.nutrition.model import SEVERITIES, NamedSource, Severity

_HEADS: dict[Severity, tuple[str, str]] = {"never": ("✕", "Leave out"), "limit": ("◐", "Limit"), "ask_first": ("?", "Ask first")}
_FIRST = 7  # warnings in sight; the others follow in a fold


def first_html(plan: NutritionPlan) -> str:
    """Red flags, then warnings, then the targets; nothing stands above them."""
    urgent = ""
    if plan.red_flags:
        urgent = f'<div class="banner emergency" role="alert"><h3>Do this first</h3>{_list(plan.red_flags)}</div>'
    warnings = [warning for warning in plan.warnings if warning not in plan.red_flags]
    more = f'<details class="n-fold"><summary>{len(warnings) - _FIRST} more points</summary>{_list(warnings[_FIRST:])}</details>' if len(warnings) > _FIRST else ""
    # What was not understood or was read as something else concerns safety: it is always in sight.
    named = [warning for warning in warnings[_FIRST:] if warning.startswith(("We read", "We have no information"))]
    told = f'<div class="n-warn">{_list([*warnings[:_FIRST], *named])}{more}</div>' if warnings else ""
    return f"{urgent}<h3>What matters first</h3>{told}{_targets(plan)}"


def rest_html(plan: NutritionPlan) -> str:
    """Everything below the chart, the strictest first."""
    return "".join((_avoid(plan), _safety(plan), _tips(plan), _ask(plan), _foods(plan), _text(plan), _sources(plan)))


def _list(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{_marked(text)}</li>' for text in texts)}</ul>"


def _marked(text: str) -> str:
    """Escaped text in which **bold** stays bold."""
    return re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", escape(text, quote=False))


def _link(source: NamedSource) -> str:
    if not source.url.startswith("https://"):
        return escape(source.name)
    return f'<a href="{escape(source.url)}" target="_blank" rel="noopener noreferrer">{escape(source.name)}</a>'


def _targets(plan: NutritionPlan) -> str:
    targets = plan.targets
    rows = (("Energy", targets.energy_kcal, "kcal", "energy_kcal"), ("Protein", targets.protein_g, "g", "protein_g"), ("Fluid", targets.fluid_ml, "mL", "fluid_ml"))
    cards = "".join(
        f'<div class="card"><h4>{label}</h4><p><b>{f"{band[0]} to {band[1]} {unit} a day" if band else "set by your team"}</b></p><p class="n-small">{escape(targets.basis.get(name, ""))}</p></div>'
        for label, band, unit, name in rows
        if band or name in targets.basis
    )
    sources = ", ".join(_link(source) for source in targets.sources)
    return f'<h3>About how much</h3><div class="cards">{cards}</div><p class="n-small">Ranges to talk over with a dietitian, not goals to force. {sources}</p>' if cards else ""


@dataclass(frozen=True, slots=True)
class _Row:
    severity: Severity
    item: str
    why: str
    source: NamedSource


def _avoid(plan: NutritionPlan) -> str:
    rows = [_Row(row.severity, f"{row.medicine} with {row.with_}", f"{row.effect} {row.advice}", row.source) for row in plan.interactions]
    paired = {row.item.lower() for row in rows}
    rows += [_Row(row.severity, row.item, row.because, row.source) for row in plan.avoid if row.item.lower() not in paired]
    groups = "".join(_group(severity, [row for row in rows if row.severity == severity]) for severity in SEVERITIES)
    return f'<h3>Leave out, limit, or ask first</h3><div id="nutrition-avoid">{groups}</div>' if rows else ""


def _group(severity: Severity, rows: list[_Row]) -> str:
    if not rows:
        return ""
    sign, words = _HEADS[severity]
    reasons: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        reasons.setdefault((row.why, row.source.url), []).append(row)
    items = "".join(_reason(same) for same in reasons.values())
    return f'<section class="n-sev {severity}"><h4><span aria-hidden="true">{sign}</span> {words}</h4><ul>{items}</ul></section>'


def _reason(rows: list[_Row]) -> str:
    """What shares a reason and a source stands together."""
    names = [f"<b>{escape(row.item[:1].upper() + row.item[1:])}</b>" for row in rows]
    head = names[0] if len(names) == 1 else f"<ul>{''.join(f'<li>{name}</li>' for name in names)}</ul>"
    return f'<li>{head}<p>{_marked(rows[0].why)}</p><p class="n-small">Source: {_link(rows[0].source)}</p></li>'


def _safety(plan: NutritionPlan) -> str:
    return f'<details class="n-fold" open><summary>Keeping food safe</summary>{_list(plan.food_safety)}</details>' if plan.food_safety else ""


def _tips(plan: NutritionPlan) -> str:
    out = ""
    for row in plan.symptom_tips:
        call = f"<p><b>When to call:</b> {_marked(row.call)}</p>" if row.call else ""
        out += f'<details class="n-fold" open><summary>Tips: {escape(row.symptom)}</summary>{_list(row.tips)}{call}<p class="n-small">Source: {_link(row.source)}</p></details>'
    return out


def _ask(plan: NutritionPlan) -> str:
    return f'<h3 id="n-ask">What to ask the dietitian and your team</h3>{_list(plan.ask_your_team)}' if plan.ask_your_team else ""


def _foods(plan: NutritionPlan) -> str:
    cards = "".join(
        f'<div class="card"><h4>{escape(row.group)}</h4><p>{escape("; ".join(row.items))}</p><p class="n-small">{_marked(row.why)} {_link(row.source)}</p></div>'
        for row in plan.foods
    )
    return f'<details class="n-fold"><summary>Foods that fit you</summary><div class="cards">{cards}</div></details>' if cards else ""


def _text(plan: NutritionPlan) -> str:
    return f'<details class="n-fold"><summary>All of it as text, to copy</summary><pre class="n-text" tabindex="0">{escape(plan.summary)}</pre></details>'


def _sources(plan: NutritionPlan) -> str:
    rows = "".join(f'<li value="{citation.n}">{_link(NamedSource(name=citation.source.name, url=citation.source.url))}</li>' for citation in plan.citations)
    return f'<details class="n-fold"><summary>All sources</summary><ol>{rows}</ol></details>' if rows else ""
