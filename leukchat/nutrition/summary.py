"""The plan as Markdown for a person: red flags first, then the few things that matter most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from leukchat.nutrition.model import Avoid, FoodGroup, Interaction, MealRow, NamedSource, NutrientRow, SymptomTips, Targets
from leukchat.nutrition.situation import Situation

_DAY = "## One day as an example"
_TOLD = ("Iron", "Vitamin B12", "Vitamin C", "Calcium", "Fibre")
_HEADS = {"never": "Do not have", "limit": "Limit", "ask_first": "Ask first"}


@dataclass(frozen=True)
class Parts:
    """Everything the summary is made of; texts are already clean. `number` gives a source's marker."""

    state: Situation
    targets: Targets
    withheld: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    groups: tuple[FoodGroup, ...]
    avoid: tuple[Avoid, ...]
    interactions: tuple[Interaction, ...]
    safety: tuple[tuple[str, str], ...]
    tips: tuple[SymptomTips, ...]
    asks: tuple[tuple[str, str], ...]
    calls: tuple[tuple[str, str], ...]
    meals: tuple[MealRow, ...]
    totals: dict[str, float]
    nutrients: tuple[NutrientRow, ...]
    number: Callable[[NamedSource | str], str]


def summary(parts: Parts) -> str:
    """Markdown in short lines; every left-out food is filtered once more, line by line."""
    sections = [_red(parts), _first(parts), _needs(parts), _foods(parts), _meals(parts), _avoid(parts), _interactions(parts), _safety(parts), _tips(parts), _lists(parts)]
    if parts.state.red_flags:
        sections = [_red(parts), _first(parts), _interactions(parts), _lists(parts)]
    lines = [line for section in sections for line in section]
    return "\n".join(line for line in lines if parts.state.wording.allows(line)).strip() + "\n"


def _red(parts: Parts) -> list[str]:
    if not parts.state.red_flags:
        return []
    return ["## Call now", *(f"- **{flag}**" for flag in parts.state.red_flags), "", "Food advice can wait until you have been seen.", ""]


def _first(parts: Parts) -> list[str]:
    sourced = dict(parts.notes)
    lines = [f"- {text} {parts.number(sourced.get(text, ''))}".rstrip() for text in parts.warnings if text not in parts.state.red_flags]
    return ["## What matters first", *lines, ""]


def _needs(parts: Parts) -> list[str]:
    targets = parts.targets
    if parts.withheld:
        return []
    rows = []
    for label, band, unit, key in (
        ("Energy", targets.energy_kcal, "kcal", "energy_kcal"),
        ("Protein", targets.protein_g, "g", "protein_g"),
        ("Fluid", targets.fluid_ml, "mL", "fluid_ml"),
    ):
        amount = f"{band[0]} to {band[1]} {unit} a day. " if band else ""
        rows.append(f"- **{label}:** {amount}{targets.basis.get(key, '')}")
    marks = " ".join(parts.number(one) for one in targets.sources)
    return ["## About how much", *rows, f"- These are ranges to talk over with a dietitian, not goals to force. {marks}", ""]


def _foods(parts: Parts) -> list[str]:
    if not parts.groups:
        return []
    return ["## Good choices", *(f"- **{row.group}:** {'; '.join(row.items)}. {row.why} {parts.number(row.source)}".rstrip() for row in parts.groups), ""]


def _meals(parts: Parts) -> list[str]:
    if not parts.meals:
        return []
    lines = meal_lines(parts.meals, parts.totals, parts.number("usda_sr"))
    rows = {row.nutrient: row for row in parts.nutrients if row.percent is not None and _is_goal(row, parts.state)}
    held = ", ".join(f"{name[0].lower()}{name[1:]} {rows[name].percent:.0f} %" for name in _TOLD if name in rows)
    return [*lines, *([f"- Of the reference intakes for your age and sex it holds: {held}."] if held else []), ""]


def _is_goal(row: NutrientRow, state: Situation) -> bool:
    """Whether more of this nutrient is better for the person; not iron after many transfusions, not what the team sets."""
    return not (row.nutrient == "Iron" and state.has("iron_careful", "iron_overload")) and not state.has("minerals_careful", "kidney_reduced")


def meal_lines(meals: Sequence[MealRow], totals: dict[str, float], mark: str = "") -> list[str]:
    """The day as Markdown: one line a meal, then what it adds up to."""
    lines = [f"- **{meal}:** " + "; ".join(f"{row.dish}, {row.portions}" for row in rows) for meal, rows in groupby(meals, key=lambda row: row.meal)]
    total = f"- Together about {totals.get('energy_kcal', 0):.0f} kcal and {totals.get('protein_g', 0):.0f} g protein. {mark}".rstrip()
    return [_DAY, *lines, total]


def _avoid(parts: Parts) -> list[str]:
    lines = []
    for severity, head in _HEADS.items():
        rows = [row for row in parts.avoid if row.severity == severity]
        for _, same in groupby(rows, key=lambda row: row.because):
            group = list(same)
            lines.append(f"- **{head}:** {'; '.join(row.item for row in group)}. {group[0].because} {parts.number(group[0].source)}".rstrip())
    return ["## Leave out, limit, or ask", *lines, ""] if lines else []


def _interactions(parts: Parts) -> list[str]:
    lines = [f"- **{row.medicine} with {row.with_}:** {row.effect} {row.advice} {parts.number(row.source)}".rstrip() for row in parts.interactions]
    names = [f'"{words}" is {drug.name}' for drug in parts.state.medicines.drugs if (words := parts.state.medicines.words_for(drug))]
    if lines and names:
        lines.insert(0, f"- As we read your list: {'; '.join(names)}.")
    return ["## Your medicines and food", *lines, ""] if lines else []


def _safety(parts: Parts) -> list[str]:
    return ["## Food safety", *(f"- {text} {parts.number(source_id)}".rstrip() for text, source_id in parts.safety), ""]


def _tips(parts: Parts) -> list[str]:
    lines = [f"- **{row.symptom.capitalize()}:** {' '.join(row.tips)} {row.call} {parts.number(row.source)}".rstrip() for row in parts.tips]
    return ["## For what you feel", *lines, ""] if lines else []


def _lists(parts: Parts) -> list[str]:
    calls = [f"- {text} {parts.number(source_id)}".rstrip() for text, source_id in parts.calls]
    asks = [f"- {text}" for text, _ in parts.asks]
    return ["## When to call", *calls, "", "## Ask your team", *asks, ""]
