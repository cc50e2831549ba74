"""The lab tab: paste a report, check what was read, understand it. All values are computed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import InputError, LeukChatError
from leukchat.ui.render import problem_markdown

if TYPE_CHECKING:
    from leukchat.labs.model import LabReading, LabResult, Pattern

EXAMPLE = """Complete blood count   Collected 03 Nov 2026
WBC          1.2   L   x10^3/uL    4.0 - 11.0
Hemoglobin   8.1   L   g/dL        12.0 - 16.0
Platelets    18    L   x10^3/uL    150 - 450
Neutrophils  0.3   L   x10^3/uL    1.8 - 7.7
Lymphocytes  0.8   L   x10^3/uL    1.0 - 4.0
Potassium    3.9       mmol/L      3.5 - 5.1
Creatinine   0.8       mg/dL       0.6 - 1.1"""
FLAG_WORDS = {
    "critical_low": "▼▼ very low",
    "low": "▼ low",
    "normal": "✓ in range",
    "high": "▲ high",
    "critical_high": "▲▲ very high",
    "abnormal": "◆ abnormal",
    "indeterminate": "? not judged",
}
URGENCY_WORDS = {"emergency": "Emergency", "urgent": "Today", "soon": "Soon", "routine": "Good to know"}


def number(value: float | str | None) -> str:
    """A value as people write it."""
    if value is None:
        return "–"
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e15 else str(value)


def banners_html(patterns: Sequence[Pattern]) -> str:
    """What the values say together, most urgent first; the first one speaks up to screen readers."""
    out = []
    for place, pattern in enumerate(patterns):
        links = ", ".join(f'<a href="{escape(s.url)}" target="_blank" rel="noopener noreferrer">{escape(s.name)}</a>' for s in pattern.sources)
        role = ' role="alert"' if place == 0 and pattern.urgency in ("emergency", "urgent") else ""
        caution = f"<p><i>{escape(pattern.must_not_conclude)}</i></p>" if pattern.must_not_conclude else ""
        out.append(
            f'<section class="banner {pattern.urgency}"{role}><h3>{URGENCY_WORDS[pattern.urgency]}: {escape(pattern.title)}</h3>'
            f"<p>{escape(pattern.explanation)}</p>{caution}<p><small>Sources: {links}</small></p></section>"
        )
    return "".join(out)


def range_bar(result: LabResult) -> str:
    """Where the value lies against its range; decoration, the words say the same."""
    reference = result.reference
    if reference is None or not isinstance(result.value, (int, float)) or reference.low is None or reference.high is None or reference.high <= reference.low:
        return ""
    width = reference.high - reference.low
    position = (float(result.value) - (reference.low - width)) / (3 * width) * 100
    return f'<div class="range-bar" aria-hidden="true"><span class="ok" style="left:33.3%;width:33.3%"></span><span class="dot" style="left:{min(98.0, max(0.0, position)):.1f}%"></span></div>'


def results_html(reading: LabReading) -> str:
    """The table of results, with flags as words and signs, ranges and the text each value was read from."""
    head = '<tr><th scope="col">Test</th><th scope="col">Value</th><th scope="col">Flag</th><th scope="col">Range</th><th scope="col" class="hide-narrow">Position</th></tr>'
    rows = "".join(_row(result) for result in (*reading.results, *reading.derived))
    return f'<div class="wide"><table class="leuk" id="lab-results">{head}{rows}</table></div>'


def _row(result: LabResult) -> str:
    unit = f" {result.unit}" if result.unit else ""
    value = f"{result.comparator or ''}{number(result.value)}{unit}"
    reference = "none on the report" if result.reference is None else f"{result.reference.text}" + (" (general)" if result.reference.source == "table" else "")
    formula = getattr(result, "formula", "")
    notes = "".join(f"<br><small>{escape(note)}</small>" for note in (f"Calculated: {formula}" if formula else "", *result.warnings) if note)
    source = f"<details><summary class='dim'>read from</summary><code>{escape(result.source_text)}</code></details>" if result.source_text and not formula else ""
    name = escape(result.name_as_printed or result.analyte)
    return (
        f"<tr><td><b>{name}</b>{notes}{source}</td><td class='num'>{escape(value)}</td><td><span class='flag {result.flag}'>{FLAG_WORDS[result.flag]}</span></td>"
        f"<td>{escape(reference)}</td><td class='hide-narrow'>{range_bar(result)}</td></tr>"
    )


def reading_html(reading: LabReading) -> str:
    """The whole reading: urgent things, table, what was not understood, what was masked."""
    parts = [banners_html(reading.patterns), results_html(reading)]
    if reading.unrecognised:
        lines = "".join(f"<li><code>{escape(line)}</code></li>" for line in reading.unrecognised)
        parts.append(f"<details><summary>{len(reading.unrecognised)} lines looked like results but were not understood</summary><ul>{lines}</ul></details>")
    if reading.redacted:
        parts.append(f"<p class='dim'>Left out as personal: {escape(', '.join(reading.redacted).replace('_', ' '))}.</p>")
    return "".join(parts)


def optional_number(text: str, name: str, low: float, high: float, unit: str) -> float | None:
    """The number typed into an optional field; None when empty, InputError when it cannot be."""
    if not text.strip():
        return None
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise InputError(f"{name} {text.strip()!r} is not possible; give {low:g} to {high:g} {unit}, or leave it empty.")
    return value


def build_labs(assistant: Assistant) -> None:
    """Adds the form and its result to the tab being built."""
    gr.Markdown("Paste a lab report. Check that each value was read right: the page shows the line it came from. Nothing is stored.")
    text = gr.Textbox(label="Lab report", lines=10, max_lines=30, elem_id="lab-text", placeholder=EXAMPLE, max_length=assistant.settings.limits.report_chars)
    with gr.Row():
        sex = gr.Dropdown([("not given", ""), ("female", "female"), ("male", "male")], value="", label="Sex", elem_id="lab-sex")
        age = gr.Textbox(label="Age in years", max_lines=1, elem_id="lab-age")
        temperature = gr.Textbox(label="Temperature in °C", max_lines=1, elem_id="lab-temperature")
        pregnant = gr.Checkbox(label="Pregnant", value=False)
    with gr.Row():
        run = gr.Button("Explain", variant="primary", elem_id="lab-run")
        example = gr.Button("Try an example (made up)", elem_id="lab-example")
    result = gr.HTML(elem_id="lab-result")
    words = gr.Markdown(elem_id="lab-summary")

    def explain(report: str, who: str, years: str, degrees: str, expecting: bool) -> tuple[str, str]:
        from leukchat.labs import LabInput

        try:
            reading = assistant.explain_labs(
                [LabInput(name="pasted text", content=report)],
                sex=who or None,  # type: ignore[arg-type]
                age_years=optional_number(years, "Age", 0, 120, "years"),
                pregnant=expecting,
                temperature_c=optional_number(degrees, "Temperature", 30, 45, "°C"),
            )
        except LeukChatError as error:
            return problem_markdown(str(error)), ""
        questions = "".join(f"\n- {question}" for question in reading.questions_for_doctor)
        return reading_html(reading), reading.summary + (f"\n\n### Questions for your doctor\n{questions}" if questions else "")

    run.click(explain, [text, sex, age, temperature, pregnant], [result, words], api_name="labs")
    example.click(lambda: EXAMPLE, None, [text], queue=False, api_visibility="private")
