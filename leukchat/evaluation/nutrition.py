"""`evaluate nutrition`: profiles with expectations written for this project, and what must never be seen.

For each profile the plan, a swap of each large meal, two further days, the shopping list and, where the case asks for it, the
answer to the question are looked at. Bands are computed here again from the sources' own figures (ESPEN 2021, NICE CG32).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leukchat.assistant import Assistant
from leukchat.errors import ProfileError
from leukchat.evaluation.data import OWN
from leukchat.evaluation.metrics import wilson
from leukchat.evaluation.nutrition_cases import FAMILIES, Check, bad_input_checks, plan_checks, read_cases, spoken
from leukchat.evaluation.nutrition_never import chosen, claims_seen, doses_seen, left_out_seen, pairs_seen
from leukchat.evaluation.report import Report
from leukchat.nutrition import NutritionPlan, NutritionProfile, parse_profile, shopping, swap, week

DAYS = 3
PER_KG = {"energy_kcal": (25.0, 30.0, 10.0), "protein_g": (1.0, 1.5, 1.0), "fluid_ml": (30.0, 35.0, 50.0)}
Row = tuple[str | int | float, ...]


@dataclass
class Found:
    """What all profiles together showed."""

    checks: list[tuple[str, Check]] = field(default_factory=list)
    sets: dict[str, list[bool]] = field(default_factory=dict)
    looked_at: int = 0
    never: dict[str, list[str]] = field(default_factory=lambda: {"left-out food": [], "clashing or risky food": [], "dose": [], "claim that food treats": []})
    in_band: list[bool] = field(default_factory=list)
    feasible: list[bool] = field(default_factory=list)
    met: list[bool] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)


def evaluate_nutrition(assistant: Assistant, folder: Path | None = None) -> Report:
    """Expectations met by family, forbidden things seen, targets in their bands, plans feasible, solver time beside its floor."""
    cases = read_cases((folder / "nutrition" if folder else None) or OWN / "nutrition")
    found = Found()
    for name, case in cases.items():
        if "error" in case:
            found.checks += [(name, check) for check in bad_input_checks(case)]
        else:
            _look_at(name, case, assistant, found)
        if "set" in case:
            found.sets.setdefault(case["set"], []).append(all(check.met for of, check in found.checks if of == name))
    return _report(len(cases), found)


def _look_at(name: str, case: dict[str, Any], assistant: Assistant, found: Found) -> None:
    expect = case["expect"]
    profile = parse_profile(case["profile"])
    plan = assistant.plan_nutrition(case["profile"], answer=any(key.startswith("answer") for key in expect))
    found.checks += [(name, check) for check in plan_checks(expect, plan)]
    menus = week(plan, DAYS) if plan.meal_plan else ()
    items = shopping(menus)
    for shown in (plan, *_swapped(plan)):
        found.looked_at += 1
        texts = [spoken(shown), *(row.dish for menu in menus for row in menu.meals), *(item.item for item in items)]
        found.never["left-out food"] += [f"{name}: {word}" for word in left_out_seen(profile, texts)]
        found.never["clashing or risky food"] += [f"{name}: {word}" for word in pairs_seen(profile, chosen(shown, menus, items))]
        found.never["dose"] += [f"{name}: {text}" for text in doses_seen(shown)]
        found.never["claim that food treats"] += [f"{name}: {text}" for text in claims_seen(shown)]
    found.in_band += _bands(profile, plan)
    if plan.targets.energy_kcal:
        found.feasible.append(bool(plan.meal_plan) or bool(plan.plan_limits))
        found.met += [not menu.limits for menu in menus]
    if plan.meal_plan:
        found.ratios.append(_ratio(profile))


def _swapped(plan: NutritionPlan) -> list[NutritionPlan]:
    """The plan after a swap of each large meal; a meal for which nothing else fits stays as it is."""
    found = []
    for meal in ("Breakfast", "Lunch", "Dinner") if plan.meal_plan else ():
        try:
            plan = swap(plan, meal)
        except ProfileError:
            continue
        found.append(plan)
    return found


def _bands(profile: NutritionProfile, plan: NutritionPlan) -> list[bool]:
    """Whether each target that is given lies in the band of its source, for the real or the adjusted weight."""
    weight, metres = profile.weight_kg, profile.height_cm / 100
    if weight / metres**2 > 30:
        weight = 25 * metres**2 + 0.25 * (weight - 25 * metres**2)
    found = []
    for name, (low, high, step) in PER_KG.items():
        band: tuple[int, ...] = getattr(plan.targets, name)
        if band:
            found.append(abs(band[0] - low * weight) <= step and abs(band[1] - high * weight) <= step and profile.age >= 18 and not profile.pregnant)
    return found


def _ratio(profile: NutritionProfile) -> float:
    """Time of the integer programme over that of its linear relaxation, the same candidates for both."""
    from leukchat.nutrition.programme import first_problem
    from leukchat.nutrition.situation import situation
    from leukchat.nutrition.solver import relax, solve
    from leukchat.nutrition.targets import needs

    state = situation(profile)
    model = first_problem(state, needs(state))
    times = []
    for solved in (relax, solve):
        since = time.perf_counter()
        solved(model)
        times.append(time.perf_counter() - since)
    return times[1] / times[0]


def _report(cases: int, found: Found) -> Report:
    rows: list[Row] = [_row(f"expectations: {family}", [check.met for _, check in found.checks if check.family == family], "all") for family in FAMILIES]
    rows += [_row(f"profiles written {day}, all expectations met", met, "all") for day, met in found.sets.items()]
    rows += [(f"never: {name}", found.looked_at, len(seen), "", "0 seen") for name, seen in found.never.items()]
    rows.append(_row("targets inside their sourced band", found.in_band, "all"))
    rows.append(_row("plan feasible, or the limit is named", found.feasible, "all"))
    rows.append(_row("days inside the energy and protein bands", found.met, "most"))
    ratios = sorted(found.ratios)
    rows.append(("solver time over LP relaxation (median)", len(ratios), round(ratios[len(ratios) // 2], 2) if ratios else 0.0, "", "small"))
    misses = [f"  {name}: {check.family}: {check.wanted}" for name, check in found.checks if not check.met] + [f"  seen: {text}" for seen in found.never.values() for text in seen]
    columns = ("what", "of", "met", "95% interval", "wanted")
    notes = (f"{cases} profiles. Rows 'never' count what was seen in plans, swaps, further days, shopping lists and answers.", *(("Misses:", *misses[:40]) if misses else ()))
    return Report(suite="nutrition", columns=columns, rows=tuple(rows), notes=notes, figures={"profiles": cases, **{str(row[0]): {"of": row[1], "met": row[2]} for row in rows}})


def _row(name: str, met: Sequence[bool], wanted: str) -> Row:
    low, high = wilson(sum(met), len(met))
    return name, len(met), sum(met), f"{low:.3f}-{high:.3f}", wanted
