"""What a profile means for food: labs, medicines and flags computed once, for every rule to read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leukchat.nutrition.diets import excluded_kinds, read_diet
from leukchat.nutrition.flags import body_flags, drug_flags, joined, lab_flags, text_flags
from leukchat.nutrition.labs_in import LabValue, read_labs
from leukchat.nutrition.medicines import Resolved, resolve
from leukchat.nutrition.model import NutritionProfile
from leukchat.nutrition.red_flags import red_flags
from leukchat.nutrition.screening import refeeding_risk
from leukchat.nutrition.wording import LeftOut, Wording, left_out
from leukchat.safety.normalise import normalise


@dataclass(frozen=True)
class Situation:
    """A profile with everything that follows from it."""

    profile: NutritionProfile
    diets: tuple[str, ...]
    medicines: Resolved
    supplements: Resolved
    labs: dict[str, LabValue]
    flags: frozenset[str]
    red_flags: tuple[str, ...]
    left_out: LeftOut
    wording: Wording
    bmi: float
    egfr: float | None

    def has(self, *flags: str) -> bool:
        """Whether any of the flags holds."""
        return not self.flags.isdisjoint(flags)

    def lab(self, analyte: str) -> float | None:
        """A lab in its SI unit, or None when it was not given."""
        value = self.labs.get(analyte)
        return None if value is None else value.value

    def drug_ids(self) -> frozenset[str]:
        """Ids of all medicines and supplements that are known."""
        return frozenset(drug.id for drug in (*self.medicines.drugs, *self.supplements.drugs))


def egfr_2021(creatinine_umol: float, age: float, sex: str) -> float:
    """eGFR in mL/min/1.73m2 by CKD-EPI 2021 (adults; doi 10.1056/NEJMoa2102953)."""
    kappa, alpha, factor = (0.7, -0.241, 1.012) if sex == "female" else (0.9, -0.302, 1.0)
    ratio = creatinine_umol / 88.42 / kappa
    return float(142 * min(ratio, 1.0) ** alpha * max(ratio, 1.0) ** -1.2 * 0.9938**age * factor)


def situation(profile: NutritionProfile) -> Situation:
    """Reads labs, medicines and texts of a profile into flags; pure."""
    labs, _ = read_labs(dict(profile.labs))
    medicines, supplements = resolve(profile.medicines), resolve(profile.supplements)
    diets = read_diet(profile.diet) or ("omnivore",)
    outs = left_out(profile.allergies, profile.dislikes, excluded_kinds(diets))
    texts = [normalise(text).text for text in (*profile.symptoms, *profile.conditions, profile.treatment_phase, profile.question)]
    egfr = labs["egfr"].value if "egfr" in labs else None
    if egfr is None and "creatinine" in labs and profile.age >= 18:
        egfr = egfr_2021(labs["creatinine"].value, profile.age, profile.sex)
    bmi = profile.weight_kg / (profile.height_cm / 100) ** 2
    flags = text_flags(texts) | body_flags(profile, bmi) | lab_flags(labs, egfr, profile) | drug_flags(medicines, supplements)
    flags |= {f"diet_{diet}" for diet in diets} | {f"leukemia_{word}" for word in re.findall(r"[a-z]+", normalise(profile.leukemia).text)}
    flags = joined(flags, normalise(profile.treatment_phase).text, normalise(profile.question).text)
    if refeeding_risk(profile, frozenset(flags), texts):
        flags.add("refeeding")
    signs = red_flags((*profile.symptoms, *profile.conditions, profile.question))
    return Situation(profile, diets, medicines, supplements, labs, frozenset(flags), signs, outs, Wording(outs.regex()), bmi, egfr)
