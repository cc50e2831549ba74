"""The nutrition form in four steps, and what was typed in it as a profile. Nothing typed is changed by an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from leukchat.errors import ProfileError
from leukchat.nutrition.labs_in import analyte_of
from leukchat.nutrition.medicines import brands_of
from leukchat.safety.drugs import drug_table
from leukchat.ui.nutrition_steps import Moves, build_row, step

DIETS = ("omnivore", "vegetarian", "vegan", "pescatarian", "halal", "kosher", "jain", "gluten-free", "lactose-free", "dairy-free", "no beef", "no pork")
LEUKEMIAS = ("ALL", "AML", "APL", "CML", "CLL", "HCL", "CMML", "JMML", "LGL", "PLL", "MDS", "not known yet")
PHASES = ("not sure", "not started", "watch and wait", "induction", "consolidation", "maintenance", "daily tablets", "transplant", "after transplant", "finished", "comfort care")
SYMPTOMS = (
    "nausea", "vomiting", "mouth sores", "dry mouth", "taste changes", "diarrhea", "constipation", "poor appetite", "weight loss", "weight gain on steroids",
    "high blood sugar", "fatigue", "feeling full early", "swallowing trouble", "heartburn",
)  # fmt: skip
CONDITIONS = ("anemia", "diabetes", "kidney disease", "liver disease", "heart failure", "high blood pressure", "iron overload", "graft-versus-host disease", "breastfeeding")
ALLERGENS = ("peanut", "tree nuts", "milk", "egg", "fish", "shellfish", "soy", "wheat", "sesame")
LABELS = {
    "age": "Age", "sex": "Sex", "weight_kg": "Weight", "height_cm": "Height", "pregnant": "Pregnant", "leukemia": "Leukemia", "treatment_phase": "Treatment now",
    "medicines": "Medicines", "supplements": "Supplements and herbs", "conditions": "Other conditions", "diet": "Diet", "allergies": "Allergies",
    "dislikes": "Foods you don't eat", "symptoms": "Symptoms", "labs": "Lab values",
}  # fmt: skip
HINTS = {
    "age": "in years; 1.5 for a child of 18 months",
    "weight_kg": "in kg",
    "height_cm": "in cm",
    "medicines": "Type a few letters to search; press Enter for a name that is not in the list.",
    "supplements": "Vitamins, minerals, herbs, teas, powders; never a dose.",
    "diet": "One or several, for instance halal and gluten-free.",
    "allergies": "These appear nowhere in the guidance.",
    "labs": "One a line, with its unit, for example: hemoglobin 88 g/L",
}
STEP_OF = {name: number for number, names in enumerate((tuple(LABELS)[:5], tuple(LABELS)[5:10], tuple(LABELS)[10:13], tuple(LABELS)[13:]), start=1) for name in names}
DEFAULTS: dict[str, Any] = {name: "" for name in LABELS} | {
    "sex": None, "pregnant": False, "leukemia": "not known yet", "treatment_phase": "not sure", "diet": ["omnivore"], "medicines": [], "supplements": [], "conditions": [],
    "allergies": [], "dislikes": [], "symptoms": [],
}  # fmt: skip
# The seed example of the project: a vegan of 25 years with anaemia.
EXAMPLE: dict[str, Any] = DEFAULTS | {
    "age": "25", "sex": "female", "weight_kg": "58", "height_cm": "165", "diet": ["vegan"], "conditions": ["anemia"], "symptoms": ["fatigue"], "labs": "hemoglobin 88 g/L",
}  # fmt: skip
_BY_BRAND = ("leukemia", "supportive")
_LISTS = ("medicines", "supplements", "conditions", "allergies", "dislikes", "symptoms")
_LAB_LINE = re.compile(r"^\s*(?P<name>\w[^:=]*?)\s*[:=\s]\s*(?P<value>[<>≤≥]?=?\s*-?[\d.].*)$")


@dataclass(frozen=True, slots=True)
class Form:
    """The fields by name, in the order of LABELS, and the buttons that leave a step."""

    fields: dict[str, Any]
    moves: Moves

    def inputs(self) -> list[Any]:
        """All fields, for an event."""
        return list(self.fields.values())


def medicine_names(*, supplements: bool = False) -> list[str]:
    """Names to choose from, for medicines also brands; anything else can be typed."""
    rows = [drug for drug in drug_table() if (drug.kind == "supplement") is supplements and drug.drug_class != "regimen"]
    names = {drug.name for drug in rows}
    if not supplements:
        lower = {name.lower() for name in names}
        names |= {brand for drug in rows if drug.kind in _BY_BRAND for brand in brands_of(drug.id) if brand.lower() not in lower}
    return sorted(names, key=str.lower)


def build_form() -> Form:
    """Adds the four steps, one in sight at a time; only the first must be filled."""
    fields: dict[str, Any] = {}
    moves = Moves({}, {})
    with gr.Column(elem_id="n-form"):
        build_row()
        for number, build in enumerate((_who, _illness, _food, _symptoms), start=1):
            with step(number, moves):
                fields |= build()
    return Form({name: fields[name] for name in LABELS}, moves)


def _who() -> dict[str, Any]:
    with gr.Row(elem_classes="n-grid"):
        made = {name: gr.Textbox(label=LABELS[name], info=HINTS[name], max_lines=1, elem_id=f"n-{name}", min_width=120) for name in ("age", "weight_kg", "height_cm")}
        made["sex"] = gr.Radio(["female", "male"], label=LABELS["sex"], elem_id="n-sex", min_width=120)
    made["pregnant"] = gr.Checkbox(label="Pregnant", value=False, elem_id="n-pregnant")
    return made


def _illness() -> dict[str, Any]:
    with gr.Row(elem_classes="n-grid"):
        leukemia = gr.Dropdown(list(LEUKEMIAS), value=DEFAULTS["leukemia"], label=LABELS["leukemia"], allow_custom_value=True, elem_id="n-leukemia", min_width=140)
        phase = gr.Dropdown(list(PHASES), value=DEFAULTS["treatment_phase"], label=LABELS["treatment_phase"], allow_custom_value=True, elem_id="n-treatment_phase", min_width=140)
    return {
        "leukemia": leukemia,
        "treatment_phase": phase,
        "medicines": _several("medicines", medicine_names()),
        "supplements": _several("supplements", medicine_names(supplements=True)),
        "conditions": _several("conditions", CONDITIONS),
    }


def _food() -> dict[str, Any]:
    return {"diet": _several("diet", DIETS), "allergies": _several("allergies", ALLERGENS), "dislikes": _several("dislikes", ())}


def _symptoms() -> dict[str, Any]:
    symptoms = _several("symptoms", SYMPTOMS)
    labs = gr.Textbox(label=LABELS["labs"], info=HINTS["labs"], lines=2, max_lines=8, elem_id="n-labs")
    return {"symptoms": symptoms, "labs": labs}


def _several(name: str, choices: Sequence[str]) -> gr.Dropdown:
    return gr.Dropdown(
        list(choices), value=DEFAULTS[name], label=LABELS[name], info=HINTS.get(name), multiselect=True, allow_custom_value=True, filterable=True, elem_id=f"n-{name}"
    )


def profile_of(values: Sequence[Any]) -> dict[str, Any]:
    """The form's values, in the order of LABELS, as a profile; empty fields are left out.

    Raises ProfileError for lab lines that hold no value. All else is judged by `parse_profile`.
    """
    typed = dict(zip(LABELS, values, strict=True))
    profile = {name: value for name, value in typed.items() if value not in (None, "", [], False)}
    for name in ("age", "weight_kg", "height_cm"):
        if name in profile:
            profile[name] = _number(str(profile[name]))
    for name in _LISTS:
        if name in profile:
            profile[name] = [part.strip() for item in profile[name] for part in str(item).split(",") if part.strip()]
    if "labs" in profile:
        profile["labs"] = lab_values(str(profile["labs"]))
    return profile


def is_untouched(values: Sequence[Any]) -> bool:
    """Whether nothing was typed or chosen yet."""
    return all((value or None) == (DEFAULTS[name] or None) for name, value in zip(LABELS, values, strict=True))


def lab_values(text: str) -> dict[str, list[str]]:
    """Lab lines as names with all values given for them, so that contradictions show."""
    found: dict[str, list[str]] = {}
    for name, value in _lines(text):
        found.setdefault(name, []).append(value)
    return found


def lab_text(text: str, taken: dict[str, str]) -> str:
    """Lab lines with taken-over values first; typed lines of other labs stay as they were."""
    kept = [f"{name} {value}" for name, value in _lines(text) if analyte_of(name) not in taken]
    return "\n".join([*(f"{name} {value}" for name, value in taken.items()), *kept])


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"[\n;]", text):
        if not line.strip():
            continue
        found = _LAB_LINE.match(line)
        if found is None:
            raise ProfileError({"labs": f"labs: '{line.strip()[:40]}' holds no value; write a name, a number and its unit, such as hemoglobin 88 g/L."})
        yield found["name"].strip(), found["value"].strip()


def _number(text: str) -> float | str:
    """A number as typed, with a decimal point or comma; other text stays, so that its error names it."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return text
