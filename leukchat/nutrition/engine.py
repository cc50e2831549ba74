"""`plan_nutrition`: a profile in, everything the page and the command line show out."""

from __future__ import annotations

from leukchat.nutrition.citing import Citer
from leukchat.nutrition.food_safety import food_safety
from leukchat.nutrition.interactions import avoided, interactions, meal_clash
from leukchat.nutrition.model import SEVERITIES, Avoid, NutritionPlan, NutritionProfile
from leukchat.nutrition.nutrients import nutrient_table
from leukchat.nutrition.planning import DayPlan, day_plan
from leukchat.nutrition.rules import NAMED, avoid_rows, food_groups, leading, texts
from leukchat.nutrition.situation import Situation, situation
from leukchat.nutrition.summary import Parts, summary
from leukchat.nutrition.symptoms import symptom_tips, unknown_symptoms
from leukchat.nutrition.tables import source
from leukchat.nutrition.targets import Needs, needs

_FIRST_CARE = "No meals are planned while a warning sign needs care first."


def plan_nutrition(profile: NutritionProfile) -> NutritionPlan:
    """Targets, foods, avoid list, interactions, safety, tips and one day's plan for a checked profile.

    Pure and repeatable. With a red flag (fever, bleeding, nothing stays down …) the plan holds no meals and
    the summary begins with what to do now. Raises LibraryError only when a data table is broken.
    """
    state = situation(profile)
    need = needs(state)
    day = DayPlan(limits=(_FIRST_CARE,)) if state.red_flags else day_plan(state, need)
    return assemble(state, need, day)


def assemble(state: Situation, need: Needs, day: DayPlan) -> NutritionPlan:
    """Everything a person sees around this day: lists, texts, citations and the summary."""
    avoid = _merge(avoided(state), avoid_rows(state))
    pairs, groups, tips, safety = interactions(state), food_groups(state), symptom_tips(state), food_safety(state)
    notes, asks, calls = (texts(section, state) for section in ("warnings", "ask", "call"))
    lead = leading(state)
    first, later = [text for text, _ in notes[:lead]], [text for text, _ in notes[lead:]]
    warnings = state.wording.keep((*state.red_flags, *first, *need.withheld, *need.warnings, *_name_warnings(state), *later, *day.limits))
    nutrients = nutrient_table(state, day.totals or None)
    citer = Citer()
    citer.cite_ids(source_id for _, source_id in (*notes, *safety, *asks, *calls))
    for rows in (avoid, pairs, groups, tips, nutrients):
        citer.cite(row.source for row in rows)
    citer.cite((*need.targets.sources, *([source("usda_sr")] if day.rows else [])))
    referral = state.wording.keep(need.referral)
    parts = Parts(
        state=state, targets=need.targets, withheld=need.withheld, notes=notes, warnings=warnings, groups=groups, avoid=avoid, interactions=pairs,
        safety=safety, tips=tips, asks=(*((text, "") for text in referral), *asks), calls=calls, meals=day.rows, totals=day.totals, nutrients=nutrients, number=citer.number,
    )  # fmt: skip
    plan = NutritionPlan(
        targets=need.targets,
        nutrients=nutrients,
        foods=groups,
        avoid=avoid,
        interactions=pairs,
        food_safety=tuple(text for text, _ in safety),
        symptom_tips=tips,
        meal_plan=day.rows,
        warnings=warnings,
        ask_your_team=tuple(dict.fromkeys((*referral, *(text for text, _ in asks)))),
        citations=citer.citations(),
        summary=summary(parts),
        red_flags=state.red_flags,
        referral=referral,
        plan_totals=day.totals,
        plan_limits=day.limits,
        shopping_list=day.shopping,
    )
    plan._profile = state.profile
    return plan


def _merge(first: tuple[Avoid, ...], second: tuple[Avoid, ...]) -> tuple[Avoid, ...]:
    """One avoid list, strictest first, then what the person takes; an item named twice keeps its first row."""
    rows: dict[str, Avoid] = {}
    for row in sorted((*first, *second), key=lambda row: (SEVERITIES.index(row.severity), NAMED not in row.item)):
        rows.setdefault(row.item.lower().split(NAMED)[0], row)
    return tuple(rows.values())


def _name_warnings(state: Situation) -> tuple[str, ...]:
    """What was not understood, or understood as something else; left-out foods are not repeated."""
    found = [f"We read '{word}' as {name}; check that this is right." for resolved in (state.medicines, state.supplements) for word, name in resolved.read_as]
    found += [f"We have no information about '{word}'; ask your pharmacist about food and other medicines with it." for word in state.medicines.unknown]
    found += [f"We have no information about '{word}'; show it to your team before you go on with it." for word in state.supplements.unknown]
    if clash := meal_clash(state):
        found.append(clash)
    if state.left_out.unknown:
        found.append("One of your allergies is not in our table. Its name is kept out of this plan, but check every label and ask a dietitian.")
    if any(not state.wording.allows(drug.name) for drug in (*state.supplements.drugs, *state.medicines.drugs)):
        found.append("Something you listed as a medicine or supplement belongs to what you leave out; show your list to your pharmacist.")
    if unknown_symptoms(state):
        found.append("For some of your symptoms we have no tips; tell your team about all of them.")
    return tuple(found)
