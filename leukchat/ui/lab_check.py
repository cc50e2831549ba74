"""The check step: every value as it was read, beside its place in the report, ready to be corrected."""

from __future__ import annotations

from html import escape

from leukchat.labs.correct import CORRECTED, doubt_about
from leukchat.labs.model import LabResult
from leukchat.ui.lab_session import LabSession
from leukchat.ui.lab_source import sources_html
from leukchat.ui.lab_words import flag_html, name_of, number, value_words

# Formats in which nothing can be misread by sight; their rows stay folded until somebody wants them.
DATA = ("fhir", "hl7", "cda", "apple_health", "xlsx")
MAX_ROWS = 300
FOLDED_FROM = 24


def check_html(session: LabSession) -> str:
    """The source beside the read values, doubtful ones first."""
    if session.base is None or session.reading is None:
        return ""
    # By what was read, so that a row stays where it is while it is corrected.
    rows = sorted(session.rows(), key=lambda row: not doubt_about(row[1]))
    doubts = sum(_needs_look(read, now) for _, read, now in rows)
    data = not doubts and not session.corrections and all(info.format in DATA for info in session.base.reports)
    said = f"{doubts} value{'' if doubts == 1 else 's'} marked ⚠ may be misread or could not be used; they come first." if doubts else "Nothing looks misread."
    places = sources_html(session.read, session.base, {index for index, _, _ in rows[:MAX_ROWS]})
    several = len({result.collected for result in session.base.results}) > 1
    shown = [_row(session, index, read, now, f'id="lab-src-{index}"' in places, several) for index, read, now in rows[:MAX_ROWS]]
    first = sum(bool(doubt_about(read)) for _, read, _ in rows[:MAX_ROWS])
    table = "".join(shown)
    if first and len(shown) - first > FOLDED_FROM:
        touched = {correction.index for correction in session.corrections} & {index for index, _, _ in rows[first:]}
        fold = f"<summary>{len(shown) - first} more values, of which none looks misread</summary>"
        table = f'{"".join(shown[:first])}<details class="lab-more"{" open" if touched else ""}>{fold}{"".join(shown[first:])}</details>'
    if len(rows) > MAX_ROWS:
        table += f'<p class="dim">{len(rows) - MAX_ROWS} more values are not shown here; give fewer reports at once to check them.</p>'
    return (
        '<h3 id="lab-step-check">2. Check what was read</h3>'
        f"<p>{said} Compare with your report. Correct a value or its unit, or leave a row out; then press <b>Use my corrections</b>.</p>"
        f'<details class="lab-check"{"" if data else " open"}><summary>{len(rows)} value{"" if len(rows) == 1 else "s"} to check</summary><div class="lab-check-grid"><div class="lab-sources">{places}</div>'
        f'<div class="lab-rows" role="list">{table}</div></div></details>'
    )


def _needs_look(read: LabResult, now: LabResult | None) -> bool:
    return now is not None and bool(doubt_about(now)) and (now.corrected_from is None or now.value_si is None) and bool(doubt_about(read))


def _row(session: LabSession, index: int, read: LabResult, now: LabResult | None, placed: bool, several: bool) -> str:
    """One value with its fields. `data-value` and `data-unit` are what was read."""
    shown = now or read
    name = escape(name_of(read))
    printed = f' <span class="dim">“{escape(_closed(read.name_as_printed))}”</span>' if read.name_as_printed.casefold() != name_of(read).casefold() else ""
    day = f' <span class="dim">{escape(read.collected)}</span>' if several and read.collected else ""
    doubt = now is not None and _needs_look(read, now)
    touched = next((correction for correction in session.corrections if correction.index == index), None)
    classes = "lab-row" + (" doubt" if doubt else "") + (" out" if now is None else "") + (" corrected" if now is not None and now.corrected_from else "")
    confirm = (
        f'<label class="lab-tick"><input type="checkbox" class="lab-right"{" checked" if touched and not touched.remove else ""}> read right</label>' if doubt_about(read) else ""
    )
    field = '<label><span class="lab-hidden">{} of {}</span><input class="{}" value="{}" size="{}" autocomplete="off" spellcheck="false"></label>'
    place = f' <a class="lab-place" href="#lab-src-{index}">in the report</a>' if placed else ""
    return (
        f'<div class="{classes}" role="listitem" id="lab-row-{index}" data-index="{index}" data-value="{escape(_typed(read))}" data-unit="{escape(read.unit or "")}">'
        f'<div class="lab-name"><b>{name}</b>{printed}{day} {flag_html(shown) if now is not None else ""}{place}</div>'
        f'<div class="lab-fields">{field.format("Value", name, "lab-value", escape(_typed(shown)), 7)}{field.format("Unit", name, "lab-unit", escape(shown.unit or ""), max(7, len(shown.unit or "")))}'
        f'{confirm}<label class="lab-tick"><input type="checkbox" class="lab-remove"{" checked" if now is None else ""}> leave out</label></div>'
        f"{_notes(read, now, doubt, placed)}</div>"
    )


def _closed(text: str) -> str:
    """A printed name with the bracket that it leaves open closed."""
    return text + ")" * (text.count("(") > text.count(")"))


def _typed(result: LabResult) -> str:
    return f"{result.comparator or ''}{number(result.value)}" if result.value is not None else ""


def _notes(read: LabResult, now: LabResult | None, doubt: bool, placed: bool) -> str:
    notes = []
    if now is None:
        notes.append("Left out by you. Untick to bring it back.")
    elif now.corrected_from is not None:
        changed = any(note.startswith(CORRECTED) for note in now.warnings)
        notes.append(f"✎ {'Corrected' if changed else 'Confirmed'} by you; it was read as {value_words(read)}.")
    if doubt and now is not None:
        notes.append(f"⚠ {doubt_about(now)}")
    said = "".join(f'<div class="lab-note">{escape(note)}</div>' for note in notes)
    return said if placed else said + f'<details class="lab-from"><summary>read from</summary><code>{escape(read.source_text)}</code></details>'
