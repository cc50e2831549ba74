"""What is wrong with the form, said at each field and once above the guidance."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import gradio as gr

from leukchat.ui.nutrition_form import HINTS, LABELS, STEP_OF, STEPS

# Readers hear which fields are wrong, and the first of them gets the focus.
MARK_JS = """() => setTimeout(() => {
  document.querySelectorAll('[id^="n-step-"] [aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
  const wrong = [...document.querySelectorAll('.n-wrong input, .n-wrong textarea')];
  wrong.forEach((one) => one.setAttribute('aria-invalid', 'true'));
  if (wrong.length) { wrong[0].focus({ preventScroll: true }); wrong[0].scrollIntoView({ block: 'center' }); return; }
  const first = document.getElementById('n-first');
  if (first && first.offsetParent) first.scrollIntoView({ block: 'start' });
}, 150)"""


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


def step_updates(problems: Mapping[str, str]) -> list[Any]:
    """Steps that hold a problem open; the others stay as they are."""
    steps = {STEP_OF[name] for name in problems if name in STEP_OF}
    return [gr.Accordion(open=True) if step in steps else gr.skip() for step in range(len(STEPS))]


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
