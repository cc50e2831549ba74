"""The components that a reading fills, and what goes into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from leukchat.labs.summary import summarise
from leukchat.types import Level
from leukchat.ui.lab_check import check_html
from leukchat.ui.lab_downloads import downloads_html
from leukchat.ui.lab_form import what_is_missing
from leukchat.ui.lab_results import understand_html, urgent_html
from leukchat.ui.lab_session import LabSession
from leukchat.ui.render import problem_markdown

STEPS = (
    '<nav class="lab-steps" aria-label="Steps"><a href="#lab-step-add">1. Add</a><a href="#lab-step-check">2. Check</a><a href="#lab-step-understand">3. Understand</a>'
    '<a href="#lab-step-take">Take along</a></nav>'
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The components of the tab that events fill."""

    session: gr.State
    chosen: gr.CheckboxGroup
    result: gr.HTML
    steps: gr.Column
    check: gr.HTML
    understand: gr.HTML
    level: gr.Radio
    words: gr.Markdown
    library: gr.HTML
    downloads: gr.HTML

    def shown(self) -> list[Any]:
        """What a reading fills, in the order of `show`."""
        return [self.session, self.result, self.steps, self.check, self.understand, self.words, self.library, self.downloads]


def choices_of(session: LabSession, chosen: list[str] | None = None) -> gr.CheckboxGroup:
    """The added reports, all of them chosen, or those in `chosen`."""
    return gr.CheckboxGroup(choices=session.names(), value=session.names() if chosen is None else chosen, visible=bool(session.sources))


def refused(session: LabSession, message: str) -> tuple[Any, ...]:
    """The message alone; what was read before stays as it is."""
    urgent = urgent_html(session.reading, session.country) if session.reading else ""
    note = '<p class="dim">Below is what was read before.</p>' if session.reading else ""
    return session, problem_markdown(message) + note + urgent, *([gr.skip()] * 6)


def show(session: LabSession, level: str) -> tuple[Any, ...]:
    """Everything that a reading fills, in the order of `Parts.shown`."""
    assert session.reading is not None
    reading, missing = session.reading, what_is_missing(session.form, session.reading)
    return (
        session,
        STEPS + urgent_html(reading, session.country),
        gr.Column(visible=True),
        check_html(session),
        understand_html(reading, missing),
        words_of(session, level),
        "",
        downloads_html(reading),
    )


def words_of(session: LabSession | None, level: str) -> str:
    if session is None or session.reading is None:
        return ""
    questions = "".join(f"\n- {question}" for question in session.reading.questions_for_doctor)
    return summarise(session.reading, Level(level)) + (f"\n\n## Questions for your doctor\n{questions}" if questions else "")
