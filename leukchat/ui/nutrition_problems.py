"""What is wrong with the form, said at each field and once above the guidance."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import gradio as gr

from leukchat.ui.nutrition_form import HINTS, LABELS, STEP_OF

NEEDED = ("age", "sex", "weight_kg", "height_cm")
# Readers hear which fields are wrong; the step of the first comes in sight and the field gets the focus. `problems` is the list
# above the guidance: while it holds something, the marks are waited for, because the page draws them when it finds the time.
_MARK_JS = """(problems) => {
  const mark = (tries) => {
    document.querySelectorAll('.n-step [aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
    const wrong = [...document.querySelectorAll('SCOPE .n-wrong input, SCOPE .n-wrong textarea')];
    const marked = document.querySelectorAll('SCOPE .n-wrong').length, wanted = ((problems || '').match(/<li>/g) || []).length;
    if (marked !== wanted && tries) { setTimeout(() => mark(tries - 1), 100); return; }
    const bad = [...document.querySelectorAll('.n-wrong')].map((one) => one.closest('.n-step').id.slice(-1));
    document.querySelectorAll('#n-row button').forEach((one) => one.classList.toggle('n-bad', bad.includes(one.dataset.go)));
    wrong.forEach((one) => one.setAttribute('aria-invalid', 'true'));
    if (wrong.length) {
      document.dispatchEvent(new CustomEvent('n-go', { detail: { step: wrong[0].closest('.n-step').id.slice(-1), follow: false } }));
      wrong[0].focus({ preventScroll: true });
      wrong[0].scrollIntoView({ block: 'center' });
    } else if (!problems) { DONE }
  };
  setTimeout(() => mark(20), 100);
}"""
MARK_JS = _MARK_JS.replace("SCOPE", "#n-form").replace(
    "DONE", "const first = document.getElementById('n-first'); if (first && first.offsetParent) first.scrollIntoView({ block: 'start' });"
)


def onward_js(step: int) -> str:
    """Shows the step after this one, unless a field of this one is marked; then the first of those gets the focus."""
    return _MARK_JS.replace("SCOPE", f"#n-step-{step}").replace("DONE", f"document.dispatchEvent(new CustomEvent('n-go', {{ detail: {{ step: {step + 1}, follow: true }} }}));")


def field_updates(problems: Mapping[str, str]) -> list[Any]:
    """One update a field, in the order of LABELS: its problem or its usual hint; values stay as typed."""
    updates = []
    for name in LABELS:
        problem = problems.get(name)
        hint = HINTS.get(name, "")  # None would leave an old problem standing
        updates.append(gr.update(info=f"⚠ {_hint(readable(problem))}" if problem else hint, elem_classes=["n-wrong"] if problem else []))
    return updates


def _hint(text: str) -> str:
    """A text as the hint of a field: Gradio reads a little Markdown there without any way to escape it, so look-alikes stand in."""
    return text.translate(str.maketrans("<>*[]`", "‹›∗()'"))


def of_step(problems: Mapping[str, str], step: int) -> dict[str, str]:
    """The problems of the fields of one step; an empty form lacks what the first step asks for."""
    if "profile" in problems and step == 1:
        return {name: f"{name} is missing; this step needs it." for name in NEEDED}
    return {name: problem for name, problem in problems.items() if STEP_OF.get(name) == step}


def problems_html(problems: Mapping[str, str]) -> str:
    """All problems in one list; empty when there is none."""
    if not problems:
        return ""
    rows = "".join(f"<li>{escape(readable(problem), quote=False)}</li>" for problem in problems.values())
    return f'<div class="problem" role="alert"><b>Please look at this again; what you typed is kept.</b><ul>{rows}</ul></div>'


def readable(problem: str) -> str:
    """A problem in the words of the form: its labels instead of the names of the fields."""
    for name in sorted(LABELS, key=len, reverse=True):
        if problem.startswith((f"{name} ", f"{name}:")):
            return LABELS[name] + problem[len(name) :].replace("weight_kg", "weight").replace("height_cm", "height")
    return problem.replace("weight_kg", "weight").replace("height_cm", "height")
