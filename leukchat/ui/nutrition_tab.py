"""The nutrition tab: a form in four steps, then guidance for this person. All of it is computed, nothing is improvised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import LeukChatError, ProfileError
from leukchat.nutrition import NutritionPlan, parse_profile
from leukchat.ui.nutrition_chart import chart_html
from leukchat.ui.nutrition_downloads import downloads_html
from leukchat.ui.nutrition_form import DEFAULTS, EXAMPLE, LABELS, STEP_OF, Form, build_form, profile_of
from leukchat.ui.nutrition_labs import connect_labs
from leukchat.ui.nutrition_meals import SWAP_JS, meals_html, swapped
from leukchat.ui.nutrition_problems import MARK_JS, field_updates, of_step, onward_js, problems_html
from leukchat.ui.nutrition_question import build_question
from leukchat.ui.nutrition_results import first_html, rest_html
from leukchat.ui.nutrition_steps import go_js

INTRO = (
    "<p>Guidance that fits your diet, medicines, symptoms and counts. Only the first step must be filled. "
    "Food supports you through treatment; it does not treat leukemia. Nothing is stored.</p>"
)
KEEP_SECONDS = 3600
GONE = "This plan is no longer in memory. Press “Show guidance” again."


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a plan fills."""

    plan: gr.State
    guidance: gr.Column
    first: gr.HTML
    meals: gr.HTML
    chart: gr.HTML
    rest: gr.HTML
    downloads: gr.HTML

    def shown(self) -> list[Any]:
        """In the order of `_show`."""
        return [self.plan, self.guidance, self.first, self.meals, self.chart, self.rest, self.downloads]


def build_nutrition(assistant: Assistant, labs: gr.State | None = None) -> None:
    """Adds form, guidance and question box; `labs` holds the LabSession of the lab tab."""
    gr.HTML(INTRO)
    with gr.Row():
        take_over = gr.Button("Take over my lab report", elem_id="n-take-labs", size="md", min_width=180)
        example = gr.Button("Example: vegan, 25 years, anemia", elem_id="n-example", size="md", min_width=180)
        start_over = gr.Button("Start over", elem_id="n-clear", size="md", min_width=120)
    taken = gr.HTML(elem_id="n-taken")
    form = build_form()
    run = gr.Button("Show guidance", variant="primary", elem_id="n-run")
    problems = gr.HTML(elem_id="n-problems")
    plan = gr.State(None, time_to_live=KEEP_SECONDS)
    with gr.Column(visible=False, elem_id="n-guidance") as guidance:
        first = gr.HTML(elem_id="n-first")
        meals = gr.HTML(elem_id="n-meals", js_on_load=SWAP_JS)
        chart = gr.HTML(elem_id="n-chart")
        rest = gr.HTML(elem_id="n-rest")
        downloads = gr.HTML(elem_id="n-downloads")
    parts = _Parts(plan, guidance, first, meals, chart, rest, downloads)
    build_question(assistant, form.inputs())
    _connect_guidance(assistant, form, parts, problems, run, example, start_over)
    _connect_swap(parts)
    _connect_steps(form, problems)
    connect_labs(assistant, form, take_over, taken, labs if labs is not None else gr.State(None))
    gr.api(_endpoint(assistant), api_name="nutrition")


def _connect_guidance(assistant: Assistant, form: Form, parts: _Parts, problems: gr.HTML, run: gr.Button, example: gr.Button, start_over: gr.Button) -> None:
    quick: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    outputs = [problems, *form.inputs(), *parts.shown()]

    def guide(*values: Any) -> tuple[Any, ...]:
        try:
            plan = assistant.plan_nutrition(profile_of(values))
        except ProfileError as error:
            return problems_html(error.problems), *field_updates(error.problems), *_hidden()
        except LeukChatError as error:
            return problems_html({"": str(error)}), *field_updates({}), *_hidden()
        return "", *field_updates({}), *_show(plan)

    def cleared() -> tuple[Any, ...]:
        return "", *(gr.update(value=DEFAULTS[name], **update) for name, update in zip(LABELS, _plain(), strict=True)), *_hidden()

    def later(plan: NutritionPlan | None) -> str:
        return downloads_html(plan) if plan else ""

    shown: dict[str, Any] = {"api_visibility": "private", "show_progress_on": [run], "scroll_to_output": False}
    filled = example.click(lambda: tuple(EXAMPLE[name] for name in LABELS), None, form.inputs(), **quick)
    for event in (run.click(guide, form.inputs(), outputs, **shown), filled.then(guide, form.inputs(), outputs, **shown)):
        event.then(None, [problems], None, js=MARK_JS, api_visibility="private").then(later, [parts.plan], [parts.downloads], **quick)
    start_over.click(cleared, None, outputs, **quick).then(None, None, None, js=go_js(1), api_visibility="private")


def _plain() -> list[dict[str, Any]]:
    return [{name: value for name, value in update.items() if name != "__type__"} for update in field_updates({})]


def _show(plan: NutritionPlan) -> tuple[Any, ...]:
    return plan, gr.Column(visible=True), first_html(plan), meals_html(plan), chart_html(plan), rest_html(plan), ""


def _hidden() -> tuple[Any, ...]:
    """Guidance for another form than the one in sight would mislead."""
    return None, gr.Column(visible=False), "", "", "", "", ""


def _connect_swap(parts: _Parts) -> None:
    quick: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

    def changed(plan: NutritionPlan | None, event: gr.EventData) -> tuple[Any, ...]:
        if plan is None:
            return None, f'<p class="problem" role="alert">{GONE}</p>', "", gr.skip()
        data = event._data or {}
        plan, dish, message = swapped(plan, str(data.get("meal", "")), str(data.get("dish", "")))
        return plan, meals_html(plan, dish, message), chart_html(plan), ""

    def later(plan: NutritionPlan | None) -> str:
        return downloads_html(plan) if plan else ""

    parts.meals.select(changed, [parts.plan], [parts.plan, parts.meals, parts.chart, parts.downloads], **quick).then(later, [parts.plan], [parts.downloads], **quick)


def _connect_steps(form: Form, problems: gr.HTML) -> None:
    """Next looks at the fields of its own step first; Back and the row of numbers always go."""
    quick: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

    def checked(step: int, values: tuple[Any, ...]) -> tuple[Any, ...]:
        found: dict[str, str] = {}
        try:
            parse_profile(profile_of(values))
        except ProfileError as error:
            found = of_step(error.problems, step)
        updates = dict(zip(LABELS, field_updates(found), strict=True))
        return problems_html(found), *(updates[name] for name in LABELS if STEP_OF[name] == step)

    for step, button in form.moves.onward.items():
        mine = [form.fields[name] for name in LABELS if STEP_OF[name] == step]
        button.click(lambda *values, step=step: checked(step, values), form.inputs(), [problems, *mine], **quick).then(
            None, [problems], None, js=onward_js(step), api_visibility="private"
        )
    for step, button in form.moves.back.items():
        button.click(None, None, None, js=go_js(step - 1), api_visibility="private")


def _endpoint(assistant: Assistant) -> Any:
    def nutrition(profile: dict[str, Any]) -> dict[str, Any]:
        """Guidance for one profile; the same JSON as `leukchat nutrition`, or {"error": …, "problems": {field: …}}."""
        try:
            return assistant.plan_nutrition(profile).model_dump(mode="json")
        except ProfileError as error:
            return {"error": str(error), "problems": error.problems}
        except LeukChatError as error:
            return {"error": str(error)}

    return nutrition
