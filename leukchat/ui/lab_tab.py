"""The lab tab in three steps: add reports, check what was read, understand it. All values are computed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import InputError, LeukChatError
from leukchat.labs.summary import summarise
from leukchat.types import Level
from leukchat.ui.lab_api import labs_endpoint
from leukchat.ui.lab_check import check_html
from leukchat.ui.lab_downloads import downloads_html
from leukchat.ui.lab_examples import TEXT, example
from leukchat.ui.lab_form import read_form, what_is_missing
from leukchat.ui.lab_library import library_html
from leukchat.ui.lab_results import understand_html, urgent_html
from leukchat.ui.lab_scripts import COLLECT_JS, JUMP_JS, TO_RESULT_JS
from leukchat.ui.lab_session import MAX_FILES, LabSession, add, add_files, correct, parse_edits, read
from leukchat.ui.render import problem_markdown

INTRO = (
    '<h3 id="lab-step-add">1. Add your reports</h3><p>Drop files, take a photo, or paste the text. The values are read and compared on this computer; '
    "nothing is stored, and names and numbers that identify you are masked.</p>"
)
LIMITS = (
    f'<p class="dim">PDF (first 40 pages, 15 of them scanned), photos and scans (PNG, JPEG, TIFF, WEBP, up to 80 million dots), Excel, CSV, text, FHIR, HL7, C-CDA and Apple Health; up to {MAX_FILES} '
    "files of 20 MB each. A photo takes some seconds a page. No passwords, no macros.</p>"
)
KEEP_SECONDS = 3600
PROGRESS = gr.Progress()  # Gradio finds the bar by this default
STEPS = (
    '<nav class="lab-steps" aria-label="Steps"><a href="#lab-step-add">1. Add</a><a href="#lab-step-check">2. Check</a><a href="#lab-step-understand">3. Understand</a>'
    '<a href="#lab-step-take">Take along</a></nav>'
)


@dataclass(frozen=True, slots=True)
class _Parts:
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
        """What a reading fills, in the order of `_show`."""
        return [self.session, self.result, self.steps, self.check, self.understand, self.words, self.library, self.downloads]


def build_labs(assistant: Assistant) -> None:
    """Adds the three steps to the tab being built."""
    gr.HTML(INTRO, elem_id="lab-intro")
    files = gr.File(label="Drop reports here, or choose them", file_count="multiple", height=150, elem_id="lab-files")
    chosen = gr.CheckboxGroup([], label="Reports to read", visible=False, elem_id="lab-chosen")
    with gr.Accordion("Take a photo", open=False, elem_id="lab-photo"):
        photo = gr.Image(
            sources=["webcam"], type="filepath", image_mode=None, format="jpeg", label="Photo of one page, straight from above, in good light", show_label=True, height=320
        )
    text = gr.Textbox(label="Or paste the report", lines=6, max_lines=24, elem_id="lab-text", placeholder=TEXT, max_length=assistant.settings.limits.report_chars)
    form = _form()
    with gr.Row():
        run = gr.Button("Read my report", variant="primary", elem_id="lab-run", scale=2)
        start_over = gr.Button("Start over", elem_id="lab-clear", scale=1)
    with gr.Row(elem_id="lab-examples"):
        examples = {kind: gr.Button(f"Example: {words}", size="sm", elem_id=f"lab-example-{kind}") for kind, words in (("text", "text"), ("fhir", "FHIR"), ("pdf", "PDF"))}
    gr.HTML(LIMITS)
    parts, apply, undo, edits, name = _results(chosen)
    _connect_adding(parts, files, photo, text, examples, start_over)
    _connect_reading(assistant, parts, run, text, form)
    _connect_checking(assistant, parts, apply, undo, edits, name)
    gr.api(labs_endpoint(assistant), api_name="labs")


def _form() -> list[Any]:
    """The person beside the report; all optional."""
    with gr.Row(elem_id="lab-form"):
        sex = gr.Dropdown([("not given", ""), ("female", "female"), ("male", "male")], value="", label="Sex", elem_id="lab-sex", min_width=140)
        age = gr.Textbox(label="Age in years", max_lines=1, elem_id="lab-age", min_width=140)
        temperature = gr.Textbox(label="Temperature now in °C", max_lines=1, elem_id="lab-temperature", min_width=160)
        months = gr.Textbox(label="CML treatment: months, or first day", placeholder="14 or 2025-09-30", max_lines=1, elem_id="lab-months", min_width=220)
        pregnant = gr.Checkbox(label="Pregnant", value=False, elem_id="lab-pregnant", min_width=120)
    return [sex, age, temperature, pregnant, months]


def _results(chosen: gr.CheckboxGroup) -> tuple[_Parts, gr.Button, gr.Button, gr.Textbox, gr.Textbox]:
    session = gr.State(None, time_to_live=KEEP_SECONDS)
    result = gr.HTML(elem_id="lab-result", js_on_load=JUMP_JS)
    with gr.Column(visible=False, elem_id="lab-steps") as steps:
        check = gr.HTML(elem_id="lab-check", js_on_load=JUMP_JS)
        edits = gr.Textbox(visible=False)
        with gr.Row():
            apply = gr.Button("Use my corrections", variant="primary", elem_id="lab-apply")
            undo = gr.Button("Undo all corrections", elem_id="lab-undo")
        understand = gr.HTML(elem_id="lab-understand")
        level = gr.Radio([(one.value.capitalize(), one.value) for one in Level], value=Level.plain.value, label="In words", elem_id="lab-level")
        words = gr.Markdown(elem_id="lab-summary")
        library = gr.HTML(elem_id="lab-library")
        gr.HTML('<h3 id="lab-step-take">Take along</h3>')
        name = gr.Textbox(label="A name to print on the PDF (optional; it stays on this page)", max_lines=1, max_length=80, elem_id="lab-name")
        downloads = gr.HTML(elem_id="lab-downloads")
    return _Parts(session, chosen, result, steps, check, understand, level, words, library, downloads), apply, undo, edits, name


def _connect_adding(parts: _Parts, files: gr.File, photo: gr.Image, text: gr.Textbox, examples: dict[str, gr.Button], start_over: gr.Button) -> None:
    quick: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    added = [parts.session, parts.chosen, parts.result]

    def took(session: LabSession | None, paths: list[str] | str | None) -> tuple[Any, ...]:
        session = session or LabSession()
        try:
            session = add_files(session, [paths] if isinstance(paths, str) else paths or [])
        except InputError as error:
            return session, gr.skip(), problem_markdown(str(error)), None
        return session, _choices(session), gr.skip(), None

    def offered(session: LabSession | None, kind: str) -> tuple[Any, ...]:
        session = add(replace(session or LabSession(), sources=()), [example(kind)])
        return session, _choices(session), ""

    def pasted(session: LabSession | None) -> tuple[Any, ...]:
        session = replace(session or LabSession(), sources=())
        return session, _choices(session), "", TEXT

    def cleared() -> tuple[Any, ...]:
        return None, gr.CheckboxGroup(choices=[], value=[], visible=False), "", None, None, "", gr.Column(visible=False)

    files.upload(took, [parts.session, files], [*added, files], **quick)
    photo.input(took, [parts.session, photo], [*added, photo], **quick)
    examples["text"].click(pasted, [parts.session], [*added, text], **quick)
    for kind in ("fhir", "pdf"):
        examples[kind].click(lambda session, kind=kind: (*offered(session, kind), ""), [parts.session], [*added, text], **quick)
    start_over.click(cleared, None, [*added, files, photo, text, parts.steps], **quick)


def _choices(session: LabSession) -> gr.CheckboxGroup:
    return gr.CheckboxGroup(choices=session.names(), value=session.names(), visible=bool(session.sources))


def _connect_reading(assistant: Assistant, parts: _Parts, run: gr.Button, text: gr.Textbox, form: list[Any]) -> None:
    def explain(
        session: LabSession | None,
        chosen: list[str],
        pasted: str,
        sex: str,
        age: str,
        temperature: str,
        pregnant: bool,
        months: str,
        level: str,
        progress: gr.Progress = PROGRESS,
    ) -> tuple[Any, ...]:
        session = session or LabSession()
        progress(0, desc="Reading")

        def on_page(name: str, page: int, pages: int) -> None:
            progress((page - 1) / max(1, pages), desc=f"Reading page {page} of {pages} of {name}")

        try:
            person = read_form(sex, age, temperature, pregnant, months)
            session = read(assistant, session, chosen or [], pasted, person, on_page)
        except LeukChatError as error:
            return _refused(session, str(error))
        return _show(session, level)

    reading = run.click(
        explain, [parts.session, parts.chosen, text, *form, parts.level], parts.shown(), api_visibility="private", show_progress_on=[parts.result], scroll_to_output=False
    )
    reading.then(None, None, None, js=TO_RESULT_JS, api_visibility="private").then(
        _library(assistant), [parts.session], [parts.library], api_visibility="private", show_progress="hidden"
    )


def _connect_checking(assistant: Assistant, parts: _Parts, apply: gr.Button, undo: gr.Button, edits: gr.Textbox, name: gr.Textbox) -> None:
    quick: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

    def corrected(sent: str, session: LabSession | None, level: str) -> tuple[Any, ...]:
        session = session or LabSession()
        try:
            return _show(correct(session, parse_edits(sent)), level)
        except LeukChatError as error:
            # The fields keep what was typed: nothing but the message changes.
            gr.Warning(str(error), duration=12)
            return _refused(session, str(error))

    def undone(session: LabSession | None, level: str) -> tuple[Any, ...]:
        return corrected("[]", session, level)

    def worded(session: LabSession | None, level: str) -> str:
        return _words(session, level)

    def named(session: LabSession | None, who: str) -> str:
        return downloads_html(session.reading, who) if session and session.reading else ""

    apply.click(corrected, [edits, parts.session, parts.level], parts.shown(), js=COLLECT_JS, **quick).then(_library(assistant), [parts.session], [parts.library], **quick)
    undo.click(undone, [parts.session, parts.level], parts.shown(), **quick).then(_library(assistant), [parts.session], [parts.library], **quick)
    parts.level.change(worded, [parts.session, parts.level], [parts.words], **quick)
    name.change(named, [parts.session, name], [parts.downloads], **quick)


def _library(assistant: Assistant) -> Any:
    def look_up(session: LabSession | None) -> str:
        return library_html(assistant, session.reading) if session and session.reading else ""

    return look_up


def _refused(session: LabSession, message: str) -> tuple[Any, ...]:
    """The message alone; what was read before stays as it is."""
    urgent = urgent_html(session.reading) if session.reading else ""
    note = '<p class="dim">Below is what was read before.</p>' if session.reading else ""
    return session, problem_markdown(message) + note + urgent, *([gr.skip()] * 6)


def _show(session: LabSession, level: str) -> tuple[Any, ...]:
    """Everything that a reading fills, in the order of `_Parts.shown`."""
    assert session.reading is not None
    reading, missing = session.reading, what_is_missing(session.form, session.reading)
    return (
        session,
        STEPS + urgent_html(reading),
        gr.Column(visible=True),
        check_html(session),
        understand_html(reading, missing),
        _words(session, level),
        "",
        downloads_html(reading),
    )


def _words(session: LabSession | None, level: str) -> str:
    if session is None or session.reading is None:
        return ""
    questions = "".join(f"\n- {question}" for question in session.reading.questions_for_doctor)
    return summarise(session.reading, Level(level)) + (f"\n\n## Questions for your doctor\n{questions}" if questions else "")
