"""The steps of the nutrition form: one in sight at a time, a row of numbers to go to any of them, Back and Next below.

All four stay on the page and keep what was typed; which one is in sight is the page's own business, no round trip.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape

import gradio as gr

STEPS = ("Who you are", "Illness and treatment", "Food", "Symptoms and labs")
# The row of numbers hears `n-go` (a step, and whether the view should follow) from every button below.
_ROW_JS = """
const form = () => document.getElementById('n-form');
const go = (step, follow) => {
  const box = form();
  if (!box) return;
  box.dataset.step = step;
  element.querySelectorAll('button').forEach((one) => {
    if (one.dataset.go === String(step)) one.setAttribute('aria-current', 'step'); else one.removeAttribute('aria-current');
  });
  if (follow) { element.scrollIntoView({ block: 'start', behavior: 'instant' }); element.querySelector('[aria-current]').focus({ preventScroll: true }); }
};
element.addEventListener('click', (event) => {
  const button = event.target.closest && event.target.closest('button[data-go]');
  if (button) go(button.dataset.go, false);
});
document.addEventListener('n-go', (event) => go(event.detail.step, event.detail.follow));
"""


@dataclass(frozen=True, slots=True)
class Moves:
    """The buttons that leave a step, by the number of the step (1 is the first)."""

    back: dict[int, gr.Button]
    onward: dict[int, gr.Button]


def build_row() -> None:
    """Adds the row of numbers."""
    rows = "".join(
        f'<li><button type="button" data-go="{number}"{" aria-current=step" if number == 1 else ""}><b>{number}</b> <span>{escape(name)}</span></button></li>'
        for number, name in enumerate(STEPS, start=1)
    )
    gr.HTML(f'<nav aria-label="Steps of the form"><ol class="n-row">{rows}</ol></nav>', elem_id="n-row", js_on_load=_ROW_JS)


@contextmanager
def step(number: int, moves: Moves) -> Iterator[None]:
    """One step: what is built inside, and its way back and onward below."""
    with gr.Column(elem_id=f"n-step-{number}", elem_classes="n-step"):
        gr.HTML(f"<h3>{number}. {escape(STEPS[number - 1])}</h3>", elem_classes="n-head")
        yield
        with gr.Row(elem_classes="n-moves"):
            if number > 1:
                moves.back[number] = gr.Button("Back", elem_id=f"n-back-{number}", size="md", min_width=120)
            if number < len(STEPS):
                moves.onward[number] = gr.Button(f"Next: {STEPS[number][0].lower()}{STEPS[number][1:]}", elem_id=f"n-next-{number}", size="md", min_width=180)


def go_js(number: int) -> str:
    """Shows a step."""
    return f"() => document.dispatchEvent(new CustomEvent('n-go', {{ detail: {{ step: {number}, follow: true }} }}))"
