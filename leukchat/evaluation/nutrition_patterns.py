"""Expectations written as patterns: what must or must never be found in a plan, whatever words it uses.

Patterns are regular expressions over lower-case text, so that one expectation holds every right way to say something.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from leukchat.nutrition import NutritionPlan

Found = Iterator[tuple[str, bool, str]]


def shown(plan: NutritionPlan) -> str:
    """All texts of a plan a line each, in lower case, without its citations."""
    return "\n".join(_strings({name: value for name, value in plan.model_dump(mode="json", by_alias=True).items() if "citations" not in name})).lower()


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _has(text: str, patterns: list[str], family: str, name: str) -> Found:
    for pattern in patterns:
        yield family, (re.search(pattern, text) is None) is name.endswith(("never", "lacks")), f"{name} {pattern}"


def _text(plan: NutritionPlan, name: str, wanted: list[str]) -> Found:
    yield from _has(shown(plan), wanted, "must say" if name == "text_has" else "must not say", name)


def _foods(plan: NutritionPlan, name: str, wanted: list[str]) -> Found:
    text = json.dumps([[row.model_dump(mode="json") for row in rows] for rows in (plan.meal_plan, plan.foods)], ensure_ascii=False).lower()
    yield from _has(text, wanted, "must not say", name)


def _answer(plan: NutritionPlan, name: str, wanted: list[str]) -> Found:
    yield from _has(plan.answer.lower(), wanted, "question", name)


def _pairs(plan: NutritionPlan, name: str, wanted: list[list[str]]) -> Found:
    for medicine, pattern in wanted:
        met = any(re.search(medicine, row.medicine.lower()) and re.search(pattern, f"{row.with_} {row.effect} {row.advice}".lower()) for row in plan.interactions)
        yield "interactions", met, f"{name} {medicine}: {pattern}"


def _avoids(plan: NutritionPlan, name: str, wanted: list[str]) -> Found:
    for pattern in wanted:
        yield "avoid list", any(re.search(pattern, row.item.lower()) for row in plan.avoid), f"{name} {pattern}"


def _within(plan: NutritionPlan, name: str, wanted: list[float]) -> Found:
    band = plan.targets.energy_kcal if name == "energy_within" else plan.targets.protein_g
    yield "targets", bool(band) and wanted[0] <= band[0] and band[1] <= wanted[1], f"{name} {wanted}, found {list(band)}"


def _no_targets(plan: NutritionPlan, name: str, _wanted: bool) -> Found:
    yield "targets", not (plan.targets.energy_kcal or plan.targets.protein_g), name


def _fluid_most(plan: NutritionPlan, name: str, wanted: float) -> Found:
    yield "targets", not plan.targets.fluid_ml or plan.targets.fluid_ml[1] <= wanted, f"{name} {wanted}, found {list(plan.targets.fluid_ml)}"


def _target_within(plan: NutritionPlan, name: str, wanted: dict[str, list[float]]) -> Found:
    for nutrient, (low, high) in wanted.items():
        yield "reference intakes", any(nutrient in row.nutrient.lower() and low <= row.target <= high for row in plan.nutrients), f"{name} {nutrient}"


def _state(plan: NutritionPlan, name: str, wanted: bool) -> Found:
    family, met = {
        "refers": ("referral", bool(plan.referral)),
        "warns_now": ("red flag", bool(plan.red_flags) and plan.summary.startswith("## Call now")),
        "plans": ("day plan", bool(plan.meal_plan)),
        "plans_or_says_why": ("day plan", bool(plan.meal_plan or plan.plan_limits)),
    }[name]
    yield family, met is wanted, f"{name} {wanted}"


PATTERNS: dict[str, Any] = {
    **dict.fromkeys(("text_has", "text_never"), _text),
    "foods_never": _foods,
    **dict.fromkeys(("answer_has", "answer_lacks"), _answer),
    "pairs": _pairs,
    "avoids": _avoids,
    **dict.fromkeys(("energy_within", "protein_within"), _within),
    "no_targets": _no_targets,
    "fluid_most": _fluid_most,
    "target_within": _target_within,
    **dict.fromkeys(("refers", "warns_now", "plans", "plans_or_says_why"), _state),
}
