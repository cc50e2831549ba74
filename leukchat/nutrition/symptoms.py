"""Tips for the symptoms a person names; each with when to call and its source."""

from __future__ import annotations

from leukchat.nutrition.model import SymptomTips
from leukchat.nutrition.situation import Situation
from leukchat.nutrition.tables import source, table
from leukchat.safety.normalise import normalise

_BLOCKED = {
    # rule 4 and rule 8: no tip may push what a situation asks to limit
    "minerals_careful": ("protein part", "banana", "tomato", "potato", "avocado"),
    "kidney_reduced": ("protein part",),
    "triglycerides_high": ("add energy", "stir oil", "add sauces", "gravy"),
    "pancreatitis": ("add energy", "stir oil", "gravy"),
    "refeeding": ("add energy", "stir oil", "protein part"),
    "gvhd": ("fibre slowly", "add energy", "nut spread", "yogurt", "herbs"),
    "mouth_sores": ("crackers", "toast", "tart flavours"),
    "diarrhea": ("add fibre",),
    "eating_disorder": ("half the plate",),
    "fluid_limit": ("drink through the day", "sip often", "keep water"),
    "heart_failure": ("drink through the day", "sip often", "keep water", "salty broth"),
    "kidney_failure": ("drink through the day", "sip often", "keep water", "salty broth", "oral rehydration"),
}


def symptom_tips(state: Situation) -> tuple[SymptomTips, ...]:
    """One row a recognised symptom, in table order; tips with a left-out food or against a rule are dropped."""
    named = [normalise(text).text for text in (*state.profile.symptoms, *state.profile.conditions, state.profile.question)]
    blocked = tuple(part for flag, parts in _BLOCKED.items() if state.has(flag) for part in parts)
    found = []
    for row in table("food_rules")["symptoms"]:
        if not any(word in text for word in row["words"] for text in named):
            continue
        tips = tuple(tip for tip in row["tips"] if state.wording.allows(tip) and not any(part in tip.lower() for part in blocked))
        found.append(SymptomTips(symptom=row["symptom"], tips=tips, call=state.wording.clean(row["call"]), source=state.wording.source(source(row["source"]))))
    return tuple(found)


def unknown_symptoms(state: Situation) -> int:
    """How many symptoms no tip was found for."""
    words = [word for row in table("food_rules")["symptoms"] for word in row["words"]]
    return sum(1 for text in state.profile.symptoms if not any(word in normalise(text).text for word in words))
