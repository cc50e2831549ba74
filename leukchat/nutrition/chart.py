"""Targets against the plan, ready to draw: one bar for energy, protein and fluid, then one for each nutrient."""

from __future__ import annotations

from typing import Literal

from leukchat.nutrition.model import ChartBar, NutrientRow, NutritionPlan

CAP_PERCENT = 200.0  # longer bars are cut here and marked as capped
NEAR_PERCENT = 80.0
_LITTLE = 2.0  # percent, as in the plan's own bands
_TEAM_NOTES = ("Your team sets this", "Do not push iron")

Kind = Literal["goal", "limit", "team"]
Mark = Literal["low", "near", "met", "over", "team"]


def chart(plan: NutritionPlan) -> tuple[ChartBar, ...]:
    """The bars in the order of the plan's tables; empty where the plan holds no meals."""
    if not plan.plan_totals:
        return ()
    bands = (
        ("Energy", "kcal", plan.targets.energy_kcal, "energy_kcal"),
        ("Protein", "g", plan.targets.protein_g, "protein_g"),
        ("Fluid", "mL", plan.targets.fluid_ml, "water_g"),
    )
    found = [_band(label, unit, band, plan.plan_totals[figure]) for label, unit, band, figure in bands if band]
    return (*found, *(_nutrient(row, row.plan_provides) for row in plan.nutrients if row.plan_provides is not None))


def _band(label: str, unit: str, band: tuple[int, ...], provides: float) -> ChartBar:
    """A range: its lower end is 100 percent, its upper end the limit (for fluid there is none)."""
    limit = None if label == "Fluid" else 100.0 * band[1] / band[0]
    return _bar(label, unit, f"{band[0]} to {band[1]}", provides, 100.0 * provides / band[0], limit, "goal", _LITTLE)


def _nutrient(row: NutrientRow, provides: float) -> ChartBar:
    limit = None if row.upper_limit is None else 100.0 * row.upper_limit / row.target
    kind: Kind = "team" if row.note.startswith(_TEAM_NOTES) else "limit" if row.nutrient == "Sodium" else "goal"
    return _bar(row.nutrient, row.unit, f"{row.target:g}", provides, 100.0 * provides / row.target, limit, kind, 0.0)


def _bar(label: str, unit: str, target: str, provides: float, percent: float, limit: float | None, kind: Kind, slack: float) -> ChartBar:
    mark: Mark
    if kind == "team":
        mark = "team"
    elif limit is not None and percent > limit + slack:
        mark = "over"
    elif kind == "limit" or percent >= 100.0 - slack:
        mark = "met"
    else:
        mark = "near" if percent >= NEAR_PERCENT else "low"
    return ChartBar(
        label=label, unit=unit, target=target, provides=round(provides, 2), percent=round(percent, 1), shown=round(min(percent, CAP_PERCENT), 1),
        capped=percent > CAP_PERCENT, limit_percent=None if limit is None else round(limit, 1), kind=kind, mark=mark,
    )  # fmt: skip
