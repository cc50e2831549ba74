"""The nutrition tab: a short form, then targets, foods, a day plan, what to avoid and why. All computed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import LeukChatError, ProfileError
from leukchat.safety.drugs import drug_table
from leukchat.ui.render import problem_markdown

if TYPE_CHECKING:
    from leukchat.nutrition import NutritionPlan

DIETS = ("omnivore", "vegetarian", "vegan", "pescatarian", "halal", "kosher", "jain", "gluten-free", "lactose-free")
LEUKEMIAS = ("ALL", "AML", "APL", "CML", "CLL", "HCL", "CMML", "JMML", "LGL", "PLL", "MDS", "other")
PHASES = ("not started", "watch and wait", "induction", "consolidation", "maintenance", "daily tablets", "transplant", "after transplant", "finished")
SYMPTOMS = (
    "nausea",
    "vomiting",
    "mouth sores",
    "dry mouth",
    "taste changes",
    "diarrhea",
    "constipation",
    "poor appetite",
    "weight loss",
    "weight gain on steroids",
    "high blood sugar",
    "fatigue",
    "swallowing trouble",
)
CONDITIONS = ("diabetes", "kidney disease", "liver disease", "heart disease", "iron overload", "graft-versus-host disease")
SEVERITY = {"never": "Avoid", "limit": "Limit", "ask_first": "Ask first"}


def medicine_names() -> list[str]:
    """Names to choose medicines from; anything else can be typed."""
    return sorted({drug.name for drug in drug_table() if drug.kind != "supplement" and drug.drug_class != "regimen"})


def plan_html(plan: NutritionPlan) -> str:
    """The guidance below the summary: avoid list, interactions, nutrients, the day's plan and tips."""
    data = plan.model_dump(mode="json")
    parts = [
        _avoid(data["avoid"], data["interactions"]),
        _meals(data["meal_plan"]),
        _nutrients(data["nutrients"]),
        _foods(data["foods"]),
        _tips(data),
        _summary_fold(plan),
        _citations(data["citations"]),
    ]
    return "".join(parts)


def head_markdown(plan: NutritionPlan) -> str:
    """Targets and the points that matter first."""
    targets = plan.targets.model_dump(mode="json")
    names = (("energy_kcal", "Energy", "kcal"), ("protein_g", "Protein", "g"), ("fluid_ml", "Fluid", "mL"))
    lines = [f"- **{label}:** {targets[name][0]} to {targets[name][1]} {unit} a day" for name, label, unit in names if targets.get(name)]
    about = "\n\n### About how much\n" + "\n".join(lines) + "\n\nRanges to talk over with a dietitian, not goals to force." if lines else ""
    return "### What matters first\n" + "\n".join(f"- {warning}" for warning in plan.warnings) + about


def _summary_fold(plan: NutritionPlan) -> str:
    return f"<details><summary><b>All of it as text, to copy or print</b></summary><pre style='white-space:pre-wrap'>{escape(plan.summary)}</pre></details>"


def _citations(citations: Sequence[dict[str, Any]]) -> str:
    rows = "".join(f"<li value='{row['n']}'>{_link(row['source'])}</li>" for row in citations if row.get("source"))
    return f"<details><summary><b>Sources</b></summary><ol>{rows}</ol></details>" if rows else ""


def _link(source: dict[str, Any] | None) -> str:
    if not source or not str(source.get("url", "")).startswith("https://"):
        return ""
    return f' <a href="{escape(source["url"])}" target="_blank" rel="noopener noreferrer">{escape(source["name"])}</a>'


def _avoid(avoid: Sequence[dict[str, Any]], interactions: Sequence[dict[str, Any]]) -> str:
    order = list(SEVERITY)
    rows = [(row["severity"], row["item"], row["because"], row.get("source")) for row in avoid]
    rows += [(row["severity"], f"{row['medicine']} with {row['with']}", f"{row['effect']} {row['advice']}", row.get("source")) for row in interactions]
    if not rows:
        return ""
    body = "".join(
        f"<tr><td><span class='sev'>{SEVERITY[severity]}</span></td><td><b>{escape(item)}</b><br>{escape(why)}<br><small>{_link(source)}</small></td></tr>"
        for severity, item, why, source in sorted(rows, key=lambda row: order.index(row[0]))
    )
    return f"<h3>Avoid, limit, or ask first</h3><div class='wide'><table class='leuk' id='nutrition-avoid'>{body}</table></div>"


def _meals(meals: Sequence[dict[str, Any]]) -> str:
    if not meals:
        return ""
    cards = "".join(
        f"<div class='card'><h4>{escape(str(meal['meal']).capitalize())}</h4><p>{escape(str(meal['dish']))}</p><p class='dim'>{escape(_plain(meal['portions']))}</p></div>"
        for meal in meals
    )
    return f"<h3>One day, as an example</h3><div class='cards'>{cards}</div>"


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(item)}" for name, item in value.items())
    return str(value)


def _nutrients(nutrients: Sequence[dict[str, Any]]) -> str:
    if not nutrients:
        return ""
    rows = "".join(
        f"<tr><td>{escape(str(row['nutrient']).replace('_', ' '))}</td><td class='num'>{_number(row['plan_provides'])} of {_plain(row['target'])} {escape(row['unit'])}</td>"
        f"<td><div class='range-bar' aria-hidden='true'><span class='ok' style='left:0;width:{min(100.0, row['percent'] or 0.0):.0f}%'></span></div></td><td class='num'>{_number(row['percent'])} %</td></tr>"
        for row in nutrients
    )
    return f"<details><summary><b>How much of each nutrient the day gives</b></summary><div class='wide'><table class='leuk'>{rows}</table></div></details>"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}" if abs(value) >= 10 else f"{value:.1f}"


def _foods(foods: Sequence[dict[str, Any]]) -> str:
    cards = "".join(f"<div class='card'><h4>{escape(row['group'])}</h4><p>{escape(', '.join(row['items']))}</p><p class='dim'>{escape(row['why'])}</p></div>" for row in foods)
    return f"<h3>Foods that fit</h3><div class='cards'>{cards}</div>" if foods else ""


def _tips(data: dict[str, Any]) -> str:
    out = ""
    for row in data["symptom_tips"]:
        out += f"<details><summary><b>{escape(str(row['symptom']).capitalize())}</b></summary><ul>{''.join(f'<li>{escape(tip)}</li>' for tip in row['tips'])}</ul></details>"
    if data["food_safety"]:
        out += f"<details open><summary><b>Keeping food safe</b></summary><ul>{''.join(f'<li>{escape(tip)}</li>' for tip in data['food_safety'])}</ul></details>"
    if data["ask_your_team"]:
        out += f"<h3>Ask your team or dietitian</h3><ul>{''.join(f'<li>{escape(tip)}</li>' for tip in data['ask_your_team'])}</ul>"
    return out


def build_nutrition(assistant: Assistant) -> None:
    """Adds the form and its result to the tab being built."""
    gr.Markdown("Guidance for your diet, medicines and symptoms. Numbers are for talking with a dietitian; food supports treatment, it does not treat leukemia.")
    with gr.Row():
        age = gr.Textbox(label="Age in years", max_lines=1, elem_id="n-age")
        sex = gr.Dropdown([("female", "female"), ("male", "male")], value="female", label="Sex", elem_id="n-sex")
        weight = gr.Textbox(label="Weight in kg", max_lines=1, elem_id="n-weight")
        height = gr.Textbox(label="Height in cm", max_lines=1, elem_id="n-height")
    with gr.Row():
        diet = gr.Dropdown(list(DIETS), value="omnivore", label="Diet", elem_id="n-diet")
        leukemia = gr.Dropdown(list(LEUKEMIAS), value="ALL", label="Leukemia", elem_id="n-leukemia")
        phase = gr.Dropdown(list(PHASES), value="maintenance", label="Treatment phase", elem_id="n-phase")
    medicines = gr.Dropdown(medicine_names(), value=[], multiselect=True, allow_custom_value=True, label="Medicines (type to search)", elem_id="n-medicines")
    with gr.Row():
        symptoms = gr.Dropdown(list(SYMPTOMS), value=[], multiselect=True, label="Symptoms", elem_id="n-symptoms")
        conditions = gr.Dropdown(list(CONDITIONS), value=[], multiselect=True, allow_custom_value=True, label="Other conditions", elem_id="n-conditions")
    with gr.Accordion("More: allergies, dislikes, supplements, hemoglobin, pregnancy", open=False):
        allergies = gr.Textbox(label="Allergies, separated by commas", elem_id="n-allergies")
        dislikes = gr.Textbox(label="Foods you don't eat, separated by commas")
        supplements = gr.Textbox(label="Supplements and herbs, separated by commas")
        hemoglobin = gr.Textbox(label="Hemoglobin with its unit, for example 88 g/L")
        pregnant = gr.Checkbox(label="Pregnant", value=False)
    run = gr.Button("Show guidance", variant="primary", elem_id="n-run")
    words = gr.Markdown(elem_id="n-summary")
    result = gr.HTML(elem_id="n-result")

    def guide(*values: Any) -> tuple[str, str]:
        try:
            plan = assistant.plan_nutrition(profile_of(*values))
        except ProfileError as error:
            return "\n".join(problem_markdown(f"{field.replace('_', ' ')}: {problem}") for field, problem in error.problems.items()), ""
        except LeukChatError as error:
            return problem_markdown(str(error)), ""
        return head_markdown(plan), plan_html(plan)

    fields = [age, sex, weight, height, diet, leukemia, phase, medicines, symptoms, conditions, allergies, dislikes, supplements, hemoglobin, pregnant]
    run.click(guide, fields, [words, result], api_name="nutrition")


def profile_of(*values: Any) -> dict[str, Any]:
    """The form's values as a profile; empty fields are left out."""
    names = (
        "age",
        "sex",
        "weight_kg",
        "height_cm",
        "diet",
        "leukemia",
        "treatment_phase",
        "medicines",
        "symptoms",
        "conditions",
        "allergies",
        "dislikes",
        "supplements",
        "hemoglobin",
        "pregnant",
    )
    profile = {name: value for name, value in zip(names, values, strict=True) if value not in (None, "", [])}
    for name in ("age", "weight_kg", "height_cm"):
        if name in profile:
            profile[name] = _typed_number(str(profile[name]))
    for name in ("allergies", "dislikes", "supplements"):
        if name in profile:
            profile[name] = [part.strip() for part in str(profile[name]).split(",") if part.strip()]
    if "hemoglobin" in profile:
        profile["labs"] = {"hemoglobin": profile.pop("hemoglobin")}
    if profile.get("sex") == "male":
        profile.pop("pregnant", None)
    return profile


def _typed_number(text: str) -> float | str:
    """A number as typed, with a decimal point or comma; other text stays, so that its error names it."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return text
