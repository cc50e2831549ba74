"""Takes over what the Lab report tab has read: lab values, and age, sex and pregnancy where the form does not say them yet."""

from __future__ import annotations

from html import escape
from typing import Any

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import ProfileError
from leukchat.ui.lab_session import LabSession
from leukchat.ui.nutrition_form import Form, lab_text

NO_LABS = "No lab report has been read yet. Open the Lab report tab, read one there, and come back."
NO_USE = "The lab report that was read holds no value that matters for food."
_FIELDS = ("labs", "age", "sex", "pregnant")


def connect_labs(assistant: Assistant, form: Form, button: gr.Button, said: gr.HTML, labs: gr.State) -> None:
    """One click fills the form from the LabSession in `labs`; what was typed before stays."""
    fields = [form.fields[name] for name in _FIELDS]

    def taken(session: LabSession | None, typed: str, age: str, sex: str | None, pregnant: bool) -> tuple[Any, ...]:
        nothing = [gr.skip()] * len(_FIELDS)
        if session is None or session.reading is None:
            return _said(NO_LABS, wrong=True), *nothing
        values = assistant.labs_for_profile(session.reading)
        person = person_of(session)
        found = [f"{len(values)} lab value{'s' if len(values) != 1 else ''}"] if values else []
        found += [name for name, new, old in (("age", person["age"], age), ("sex", person["sex"], sex), ("pregnancy", person["pregnant"], pregnant)) if new and not old]
        if not found:
            return _said(NO_USE, wrong=True), *nothing
        filled = (age or person["age"], sex or person["sex"], pregnant or person["pregnant"])
        return _said(f"Taken over from your report: {', '.join(found)}. Check them in the steps below."), _labs(typed, values), *filled

    button.click(taken, [labs, *fields], [said, *fields], show_progress="hidden", api_visibility="private")


def person_of(session: LabSession) -> dict[str, Any]:
    """Age as text, sex and pregnancy as typed in the lab tab or, where nothing was, as the reports say."""
    reports = session.reading.reports if session.reading else ()
    ages = [report.age_years for report in reports if report.age_years is not None]
    sexes = {report.sex for report in reports if report.sex}
    age = session.form.age if session.form.age is not None else max(ages, default=None)
    sex = session.form.sex or (sexes.pop() if len(sexes) == 1 else None)
    return {"age": f"{age:g}" if age is not None else "", "sex": sex, "pregnant": session.form.pregnant}


def _labs(typed: str, values: dict[str, str]) -> Any:
    if not values:
        return gr.skip()
    try:
        return lab_text(typed, values)
    except ProfileError:  # a line that cannot be read stays below, where its own error will name it
        return lab_text("", values) + "\n" + typed


def _said(text: str, *, wrong: bool = False) -> str:
    return f'<p class="{"problem" if wrong else "n-said"}" role="{"alert" if wrong else "status"}">{escape(text)}</p>'
