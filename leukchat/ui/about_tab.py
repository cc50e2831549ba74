"""What LeukChat is, what it is not, and where its knowledge comes from."""

from __future__ import annotations

import gradio as gr

ABOUT = """
### What this is
LeukChat answers questions about leukemia in plain words, from a library written for this project. Every sentence names its source.
It explains blood reports and gives nutrition guidance; both are computed from tables with sources, not made up by a model.

### What this is not
- It is not a doctor and does not diagnose.
- It never tells anyone what dose to take, or to start, stop or change a medicine.
- No clinician has reviewed the library yet. If it and your team disagree, your team is right.

### Your privacy
Questions and reports stay on the machine that runs this page. Nothing is sent to anyone unless the person who set it up chose a remote model;
names, dates of birth, numbers and addresses are masked before a model or a log could see them. There is no tracking.

### If it is urgent
With a temperature of 38.0 °C (100.4 °F) or more on or after treatment, bleeding that does not stop, trouble breathing, chest pain or confusion:
call your treatment team's 24-hour line or your local emergency number now. Do not wait for an answer here.
"""


def build_about() -> None:
    """Adds the text to the tab being built."""
    gr.Markdown(ABOUT)
