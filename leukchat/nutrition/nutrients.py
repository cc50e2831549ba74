"""The nutrient table of a plan: reference intake, what the day's dishes provide, and the share in percent."""

from __future__ import annotations

from collections.abc import Mapping

from leukchat.nutrition.model import NutrientRow
from leukchat.nutrition.reference import VEGETARIAN_IRON, Intake, intakes
from leukchat.nutrition.situation import Situation
from leukchat.nutrition.tables import source

_PLANT_DIETS = ("diet_vegan", "diet_vegetarian", "diet_lacto_vegetarian", "diet_jain")
_WITHHELD = ("pregnant", "breastfeeding", "kidney_failure", "kidney_unknown", "gvhd", "tube_feeding", "eating_disorder")
_NOTES = {
    "iron_mg": (("iron_careful",), "Do not push iron: stores may be high after transfusions."),
    "potassium_mg": (("potassium_high", "kidney_reduced", "tls", "potassium_raising"), "Your team sets this while potassium may run high; not a goal to reach."),
    "phosphorus_mg": (("phosphate_high", "kidney_reduced", "tls"), "Your team sets this while phosphate may run high; not a goal to reach."),
    "vitamin_k_ug": (("takes_warfarin",), "With warfarin, steady matters more than high."),
    "sodium_mg": ((), "Stay near the target; less than the limit is better."),
    "fibre_g": (("gvhd", "intensive", "diarrhea"), "Less fibre can be right with a sore gut or loose stools; ask."),
}


def reference_rows(state: Situation) -> tuple[Intake, ...]:
    """The reference intakes that fit this person; empty where nutrition.md rule 10 gives no numbers."""
    if state.has(*_WITHHELD):
        return ()
    return intakes(state.profile.age, state.profile.sex)


def target_of(intake: Intake, state: Situation) -> tuple[float, str]:
    """The target and its basis; vegetarian iron is 1.8 times the allowance unless iron must not be pushed."""
    basis = f"{intake.kind} for healthy people of this age and sex (National Academies)"
    if intake.id == "iron_mg" and state.has(*_PLANT_DIETS) and not state.has("iron_careful"):
        return round(intake.amount * VEGETARIAN_IRON, 1), basis + "; times 1.8, because plant iron is taken up less (Institute of Medicine 2001)"
    return intake.amount, basis


def nutrient_table(state: Situation, provided: Mapping[str, float] | None) -> tuple[NutrientRow, ...]:
    """One row a nutrient, in the order of `reference.NUTRIENTS`; `provided` is None without a day plan."""
    rows = []
    for intake in reference_rows(state):
        target, basis = target_of(intake, state)
        amount = None if provided is None or intake.id not in provided else round(provided[intake.id], 2)
        flags, note = _NOTES.get(intake.id, ((), ""))
        if flags and not state.has(*flags):
            note = ""
        rows.append(
            NutrientRow(
                nutrient=intake.nutrient,
                target=target,
                unit=intake.unit,
                basis=basis,
                plan_provides=amount,
                percent=None if amount is None else round(100 * amount / target, 1),
                upper_limit=intake.upper,
                note=" ".join(part for part in (note, intake.note[:1].upper() + intake.note[1:] if intake.note else "") if part),
                source=state.wording.source(source(intake.source)),
            )
        )
    return tuple(rows)
