"""Energy, protein and fluid for adults as ranges with their basis, or the reason why none is given.

Sources: ESPEN 2021 (energy 25-30 kcal/kg, protein above 1 and up to 1.5 g/kg), NICE CG32 (fluid
30-35 mL/kg). These are ranges to talk over with a dietitian, never a prescription.
"""

from __future__ import annotations

from dataclasses import dataclass

from leukchat.nutrition.model import Targets
from leukchat.nutrition.screening import SMALL_LOSS, weight_loss_percent
from leukchat.nutrition.situation import Situation
from leukchat.nutrition.tables import source

ENERGY_KCAL_KG = (25.0, 30.0)  # ESPEN 2021
PROTEIN_G_KG = (1.0, 1.5)  # ESPEN 2021; above 65 years not under 1.0 (nutrition.md rule 12)
FLUID_ML_KG = (30.0, 35.0)  # NICE CG32
HEALTHY_BMI_TOP = 25.0  # ideal weight for the adjustment: the upper end of the healthy range
EXCESS_SHARE = 0.25  # adjusted weight = ideal + 25 % of the excess

_WHY: tuple[tuple[str, str], ...] = (
    ("child", "For people under 18 energy and protein are set by age and growth; a children's dietitian does that, so no adult numbers are shown."),
    ("pregnant", "In pregnancy needs change with each month and with treatment; a dietitian and the maternity team set them, so no numbers are shown."),
    ("breastfeeding", "While breastfeeding needs differ, and many leukemia medicines reach the baby; a dietitian and your team set them, so no numbers are shown."),
    ("kidney_failure", "With kidneys that work poorly, protein, fluid and minerals must be set by the kidney team and a dietitian, so no numbers are shown."),
    ("kidney_unknown", "With kidney disease the right protein and fluid depend on your kidney values, which are not given here; a dietitian sets them, so no numbers are shown."),
    ("gvhd", "With graft-versus-host disease (GVHD) the transplant team sets the diet phase by phase, so no numbers are shown."),
    ("tube_feeding", "With tube or vein feeding the feeding plan already holds your numbers; the nutrition team sets them, so none are shown here."),
    (
        "eating_disorder",
        "With an eating disorder, now or in the past, numbers for food and weight can be hard to live with; your team and a dietitian set them with you, so none are shown.",
    ),
    ("weight_loss", "Unplanned weight loss needs a dietitian's plan now; a number from a formula would be too low or too fast, so none is shown."),
    ("little_intake", "After eating very little, food has to come back step by step under a dietitian or in hospital, so no numbers are shown."),
    ("very_underweight", "With a very low body weight, eating more too fast can be dangerous (refeeding); a hospital dietitian sets the pace, so no numbers are shown."),
    ("refeeding", "After long hunger, eating a lot at once can be dangerous (refeeding); a hospital dietitian sets the pace, so no numbers are shown."),
    ("hospice", "When care is all about comfort, how much you eat matters less than that you enjoy it, so no numbers are shown."),
)


@dataclass(frozen=True)
class Needs:
    """The targets, the weight they are computed with (kg), and the reasons for a referral or a missing number."""

    targets: Targets
    weight_kg: float
    withheld: tuple[str, ...]
    warnings: tuple[str, ...]
    referral: tuple[str, ...]


def arithmetic_weight(state: Situation) -> float:
    """The weight for the arithmetic, kg: the real one, or in obesity ideal + 25 % of the excess."""
    weight = state.profile.weight_kg
    if not state.has("obese"):
        return weight
    ideal = HEALTHY_BMI_TOP * (state.profile.height_cm / 100) ** 2
    return ideal + EXCESS_SHARE * (weight - ideal)


def needs(state: Situation) -> Needs:
    """Targets for this person; no numbers where nutrition.md rules 10 and 11 ask for a referral instead."""
    loss = weight_loss_percent(state.profile)
    small_loss = loss is not None and loss < SMALL_LOSS
    withheld = tuple(why for flag, why in _WHY if state.has(flag) and not (flag == "weight_loss" and small_loss) and not (flag == "very_underweight" and state.has("refeeding")))
    warnings, referral = _screening(state, loss)
    if withheld:
        return Needs(Targets(), state.profile.weight_kg, withheld, warnings, tuple(dict.fromkeys((*_refer(state), *referral))))
    return Needs(_ranges(state), arithmetic_weight(state), (), warnings, referral)


def _ranges(state: Situation) -> Targets:
    weight = arithmetic_weight(state)
    per = f"{weight:.0f} kg" + (" (adjusted weight: your healthy weight plus a quarter of what is above it)" if state.has("obese") else "")
    basis = {"energy_kcal": f"ESPEN 2021: 25 to 30 kcal for each kg a day, with {per}. Ask your dietitian."}
    energy, protein, fluid = (tuple(round(weight * factor / step) * step for factor in band) for band, step in ((ENERGY_KCAL_KG, 10), (PROTEIN_G_KG, 1), (FLUID_ML_KG, 50)))
    if state.has("kidney_reduced"):
        protein = ()
        basis["protein_g"] = "Not given: with reduced kidney function your team sets the protein."
    else:
        older = " Above 65 years not less than 1 g for each kg." if state.has("older") else ""
        basis["protein_g"] = f"ESPEN 2021: 1.0 to 1.5 g for each kg a day, with {per}.{older} Ask your dietitian."
    if state.has("kidney_reduced", "heart_failure", "fluid_limit", "tls"):
        fluid = ()
        basis["fluid_ml"] = "Not given: with your kidneys, heart, blood salts or tumor-lysis watch, your team sets how much you drink."
    else:
        basis["fluid_ml"] = f"NICE CG32: 30 to 35 mL for each kg a day from all drinks and food, with {per}. Follow your team where it says otherwise."
    return Targets(energy_kcal=energy, protein_g=protein, fluid_ml=fluid, basis=basis, sources=(source("espen"), source("nice_cg32")))


def _refer(state: Situation) -> tuple[str, ...]:
    if state.has("child"):
        return ("Ask for a children's (paediatric) dietitian: growth is followed on a chart, and needs are set by age.",)
    return ("Ask for a referral to the cancer dietitian; this situation needs a plan made for you.",)


def _screening(state: Situation, loss: float | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Malnutrition screening (ESPEN, GLIM) and refeeding risk (NICE CG32)."""
    warnings: list[str] = []
    referral: list[str] = []
    if loss is not None and loss >= SMALL_LOSS:
        warnings.append(f"You describe a loss of about {loss:.0f} % of your weight. That counts as a risk of malnutrition: tell your team this week and ask for a dietitian.")
    elif loss is not None:
        warnings.append(f"You describe a loss of about {loss:.0f} % of your weight. Weigh yourself weekly and tell your team if it goes on.")
    elif state.has("weight_loss"):
        warnings.append("Unplanned weight loss: tell your team how much and since when. A loss above 5 % in 3 months calls for a dietitian.")
    if state.has("underweight") and not state.has("child"):
        warnings.append(f"Your body mass index is {state.bmi:.1f}, below 18.5. Ask for a dietitian before the next cycle.")
        referral.append("Ask for a referral to the cancer dietitian because of low body weight.")
    if loss is not None and loss >= SMALL_LOSS:
        referral.append("Ask for a referral to the cancer dietitian because of weight loss.")
    if state.has("refeeding"):
        referral.append("Ask today how to start eating again: after long hunger a hospital dietitian sets the pace.")
    if state.has("kidney_reduced", "heart_failure", "liver", "diabetes", "pancreatitis", "triglycerides_high"):
        referral.append("Ask for a referral to a dietitian who knows both your leukemia treatment and your other condition.")
    return tuple(warnings), tuple(referral)
