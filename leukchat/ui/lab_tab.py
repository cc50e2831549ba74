"""The lab tab in three steps: add reports, check what was read, understand it. All values are computed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.errors import InputError, LeukChatError
from leukchat.safety.helplines import country_of
from leukchat.types import Level
from leukchat.ui.lab_api import labs_endpoint
from leukchat.ui.lab_downloads import downloads_html
from leukchat.ui.lab_examples import TEXT, example
from leukchat.ui.lab_form import read_form
from leukchat.ui.lab_library import library_html
from leukchat.ui.lab_parts import Parts, choices_of, refused, show, words_of
from leukchat.ui.lab_scripts import COLLECT_JS, JUMP_JS, TO_RESULT_JS
from leukchat.ui.lab_session import MAX_FILES, LabSession, add, add_files, correct, parse_edits, read
from leukchat.ui.render import problem_markdown

INTRO = (
    '<h3 id="lab-step-add">1. Add your reports</h3><p>Drop files, take a photo, or paste the text. The values are read and compared on this computer; '
    "nothing is stored, and names and numbers that identify you are masked.</p>"
)
LIMITS = (
    f'<p class="dim">PDF (first 40 pages, 15 of them scanned), photos and scans (JPEG, HEIC of an iPhone, PNG, WEBP, AVIF, TIFF; up to 80 million dots), Excel, CSV, text, FHIR, HL7, C-CDA and Apple Health; up to {MAX_FILES} '
    "files of 20 MB each. A photo takes some seconds a page; where it was taken is not kept. No passwords, no macros.</p>"
)
KEEP_SECONDS = 3600
PROGRESS = gr.Progress()  # Gradio finds the bar by this default


def build_labs(assistant: Assistant) -> gr.State:
    """Adds the three steps to the tab being built; the state it gives holds the LabSession."""
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
    _connect_adding(parts, files, photo, text, start_over)
    _connect_reading(assistant, parts, run, examples, text, form)
    _connect_checking(assistant, parts, apply, undo, edits, name)
    gr.api(labs_endpoint(assistant), api_name="labs")
    return parts.session


def _form() -> list[Any]:
    """The person beside the report; all optional."""
    with gr.Row(elem_id="lab-form"):
        sex = gr.Dropdown([("not given", ""), ("female", "female"), ("male", "male")], value="", label="Sex", elem_id="lab-sex", min_width=140)
        age = gr.Textbox(label="Age in years", max_lines=1, elem_id="lab-age", min_width=140)
        temperature = gr.Textbox(label="Temperature now in °C", max_lines=1, elem_id="lab-temperature", min_width=160)
        months = gr.Textbox(label="CML treatment: months, or first day", placeholder="14 or 2025-09-30", max_lines=1, elem_id="lab-months", min_width=220)
        pregnant = gr.Checkbox(label="Pregnant", value=False, elem_id="lab-pregnant", min_width=120)
    return [sex, age, temperature, pregnant, months]


def _results(chosen: gr.CheckboxGroup) -> tuple[Parts, gr.Button, gr.Button, gr.Textbox, gr.Textbox]:
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
    return Parts(session, chosen, result, steps, check, understand, level, words, library, downloads), apply, undo, edits, name


def _connect_adding(parts: Parts, files: gr.File, photo: gr.Image, text: gr.Textbox, start_over: gr.Button) -> None:
    quick: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    added = [parts.session, parts.chosen, parts.result]

    def took(session: LabSession | None, paths: list[str] | str | None) -> tuple[Any, ...]:
        session = session or LabSession()
        try:
            session = add_files(session, [paths] if isinstance(paths, str) else paths or [])
        except InputError as error:
            return session, gr.skip(), problem_markdown(str(error)), None
        return session, choices_of(session), gr.skip(), None

    def cleared() -> tuple[Any, ...]:
        return None, gr.CheckboxGroup(choices=[], value=[], visible=False), "", None, None, "", gr.Column(visible=False)

    files.upload(took, [parts.session, files], [*added, files], **quick)
    photo.input(took, [parts.session, photo], [*added, photo], **quick)
    start_over.click(cleared, None, [*added, files, photo, text, parts.steps], **quick)


def _connect_reading(assistant: Assistant, parts: Parts, run: gr.Button, examples: dict[str, gr.Button], text: gr.Textbox, form: list[Any]) -> None:
    # Gradio fills the arguments by their place and by their type, so they are written out.
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
        request: gr.Request,
        progress: gr.Progress = PROGRESS,
    ) -> tuple[Any, ...]:
        return _read(assistant, session or LabSession(), chosen or [], pasted, (sex, age, temperature, pregnant, months), level, request, progress)

    def offered(kind: str) -> Any:
        def one(
            session: LabSession | None, sex: str, age: str, temperature: str, pregnant: bool, months: str, level: str, request: gr.Request, progress: gr.Progress = PROGRESS
        ) -> tuple[Any, ...]:
            """Reads the example alone; what was added or pasted before stays where it is."""
            source = example(kind)
            try:
                session = add(session or LabSession(), [source])
            except InputError as error:
                return gr.skip(), *refused(session or LabSession(), str(error))
            return choices_of(session, [source.name]), *_read(assistant, session, [source.name], "", (sex, age, temperature, pregnant, months), level, request, progress)

        return one

    heard: dict[str, Any] = {"api_visibility": "private", "show_progress_on": [parts.result]}
    started = [run.click(explain, [parts.session, parts.chosen, text, *form, parts.level], parts.shown(), **heard)]
    for kind, button in examples.items():
        started.append(button.click(offered(kind), [parts.session, *form, parts.level], [parts.chosen, *parts.shown()], **heard))
    for reading in started:
        reading.then(None, None, None, js=TO_RESULT_JS, api_visibility="private").then(
            _library(assistant), [parts.session], [parts.library], api_visibility="private", show_progress="hidden"
        )


def _read(
    assistant: Assistant, session: LabSession, chosen: list[str], pasted: str, fields: tuple[str, str, str, bool, str], level: str, request: gr.Request, progress: gr.Progress
) -> tuple[Any, ...]:
    """What a reading fills, or the message that says why there is none."""
    where = (country_of(request.headers.get("accept-language", "")) if request else "") or assistant.settings.country
    progress(0, desc="Reading")

    def on_page(name: str, page: int, pages: int) -> None:
        progress((page - 1, pages), desc=f"Reading {name}", unit="pages")

    try:
        session = replace(read(assistant, session, chosen, pasted, read_form(*fields), on_page), country=where)
    except LeukChatError as error:
        return refused(session, str(error))
    return show(session, level)


def _connect_checking(assistant: Assistant, parts: Parts, apply: gr.Button, undo: gr.Button, edits: gr.Textbox, name: gr.Textbox) -> None:
    quick: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

    def corrected(sent: str, session: LabSession | None, level: str) -> tuple[Any, ...]:
        session = session or LabSession()
        try:
            return show(correct(session, parse_edits(sent)), level)
        except LeukChatError as error:
            # The fields keep what was typed: nothing but the message changes.
            gr.Warning(str(error), duration=12)
            return refused(session, str(error))

    def undone(session: LabSession | None, level: str) -> tuple[Any, ...]:
        return corrected("[]", session, level)

    def worded(session: LabSession | None, level: str) -> str:
        return words_of(session, level)

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
