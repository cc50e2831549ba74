"""Gold reports for `evaluate labs`: files with what must be read from them, and reports drawn and printed on the spot.

The generators for PDF, scans, photos and workbooks live with the tests (`tests/labs/rendering*.py`) and need reportlab; without
a checkout, or without that package, the formats that need them are named as left out.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from leukchat.errors import InputError
from leukchat.evaluation.data import OWN
from leukchat.labs import LabInput

GENERATORS = OWN.parent / "labs"
# Printed in seven manners and eight layouts, and photographed at 150 dpi under these conditions.
STYLES = ("us", "uk", "de", "fr", "es", "pt", "in")
DAYS = {"cumulative": 3, "previous": 2}
# The scenes that ask most of the reader, one of each class; all of them are in `tests/labs/rendering_scenes.py`.
PICTURED = (
    "scan 100 dpi",
    "fax in black and white",
    "phone, strongly from aside",
    "phone, shadow with an edge",
    "JPEG quality 40",
    "turned by 270",
    "skewed by 8 degrees",
    "crumpled",
    "cut at the right",
    "on a dark desk",
)
TEXTS, DRAWN_ROWS, PHOTO_ROWS, SEED = 200, 20, 10, 4
CONDITIONS: tuple[dict[str, float], ...] = (
    {"angle": 2, "blur": 0.5, "noise": 5, "shadow": 0.4, "quality": 75},
    {"angle": -1, "blur": 0.4, "noise": 4, "quality": 70},
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value that must be read; `day` and `flag` are None where the gold does not say one."""

    analyte: str
    value: float | str
    unit: str | None
    value_si: float | None
    flag: str | None
    day: str | None = None
    comparator: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One report with its gold. `urgency` is that of its most urgent pattern; `complete` says that `patterns` names them all.

    `flags_open`: a range may be printed with one end or not at all, so that the gold does not know the flag; `also` may be read
    and need not be; `is_unseen`: its gold holds what is printed, and no limits of this project.
    """

    name: str
    format: str
    source: LabInput
    options: dict[str, Any]
    wanted: tuple[Wanted, ...]
    patterns: tuple[str, ...] = ()
    complete: bool = False
    urgency: str | None = None
    secrets: tuple[str, ...] = ()
    header: dict[str, Any] = field(default_factory=dict)
    is_planted: bool = False
    is_drawn: bool = False
    flags_open: bool = False
    also: tuple[Wanted, ...] = ()
    is_unseen: bool = False


def read_cases(folder: Path, notes: list[str]) -> list[Case]:
    """The gold reports in a folder of the shape of tests/data/labs; says in `notes` what could not be made."""
    paths = sorted(folder.rglob("*.json"))
    if not paths:
        raise InputError(f"{folder}: no gold reports found; give a folder of JSON files like those in tests/data/labs.")
    maker = generator("rendering_gold", notes)
    cases, left_out = [], 0
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "file" in gold:
            name, content = gold["file"], (path.parent / gold["file"]).read_bytes()
        elif maker is None:
            left_out += 1
            continue
        else:
            name, content = maker.report_file(gold, path.parent)
        cases.append(gold_case(path.stem, gold, LabInput(name, content)))
    if left_out:
        notes.append(f"{left_out} gold reports that are printed on the spot were left out.")
    return cases


def drawn_cases(notes: list[str], photos: bool = True) -> Iterator[Case]:
    """Reports of values drawn at random, printed in every style and layout; some of them photographed."""
    rendering, texts = generator("rendering", notes), generator("rendering_text", [])
    if rendering is None or texts is None:
        return
    for number in range(TEXTS):
        report = texts.text_report(SEED + number)
        wanted = tuple(Wanted(analyte, value, unit, None, side) for analyte, value, unit, side in report.gold)
        yield Case(f"{report.layout}, {number}", "text, drawn", LabInput("pasted text", report.text), {}, wanted, secrets=texts.SECRETS, is_drawn=True, flags_open=True)
    for style in STYLES:
        for layout in rendering.LAYOUTS:
            spec = rendering.report_spec(style, SEED, DRAWN_ROWS, DAYS.get(layout, 1))
            yield _drawn(f"{style}, {layout}", "PDF, drawn", "report.pdf", rendering.render_pdf(spec, layout), spec)
        for number, how in enumerate(CONDITIONS if photos else ()):
            spec = rendering.report_spec(style, SEED + 1 + number, PHOTO_ROWS)
            page = rendering.page_image(rendering.render_pdf(spec, ("table", "ruled")[number]))
            picture = rendering.degrade(page.crop((0, 0, page.width, 260 + 40 * PHOTO_ROWS)), **how)
            yield _drawn(f"{style}, photo {number + 1}", "photo, drawn", "photo.jpg", picture, spec)


def form_cases(notes: list[str]) -> Iterator[Case]:
    """Reports printed in the further forms of laboratories, and a part of the scenes in which such a page is pictured."""
    forms, scenes = generator("rendering_forms", notes), generator("rendering_scenes", [])
    if forms is None or scenes is None:
        return
    for name in forms.FORMS:
        spec, pdf = forms.printed_form(name, SEED)
        yield _drawn(name, "PDF, forms", "report.pdf", pdf, spec)
    for name in PICTURED:
        spec, picture, file = scenes.pictured(name, SEED)
        yield replace(_drawn(name, "photo, scenes", file, picture, spec), flags_open=name == "cut at the right")


def generator(module: str, notes: list[str]) -> Any:
    """A generator of the tests; None, said in the notes, where it or what it needs is not there."""
    if not (GENERATORS / f"{module}.py").is_file():
        notes.append("The generators of printed reports are part of the source checkout (tests/labs), which is not here.")
        return None
    if str(GENERATORS) not in sys.path:
        sys.path.append(str(GENERATORS))
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        notes.append(f"Printed reports need {error.name}: pip install -r requirements-dev.txt")
        return None


def planted(case: Case) -> Case | None:
    """A text report under a further head that holds a name, a birth date, a number, a telephone and an address; None for other formats."""
    if case.format != "text" or not isinstance(case.source.content, bytes):
        return None
    head = "\n".join(f"{label}: {secret}" for label, secret in PLANTED)
    content = head.encode() + b"\n\n" + case.source.content
    return Case(case.name, "text", LabInput(case.source.name, content), case.options, case.wanted, secrets=tuple(secret for _, secret in PLANTED), is_planted=True)


PLANTED = (
    ("Patient Name", "Persimmon Quillfeather-Oduya"),
    ("Date of birth", "28 Nov 1938"),  # with slashes it would tell the order of day and month to reports that do not
    ("MRN", "QX-5520931"),
    ("Phone", "+44 20 7946 0958"),
    ("Address", "91 Larkmeadow Gardens, Tewkesbury"),
)


def wanted_rows(rows: Iterable[dict[str, Any]]) -> tuple[Wanted, ...]:
    """The values of a gold, as its JSON holds them."""
    return tuple(Wanted(row["analyte"], row["value"], row["unit"], row["value_si"], row["flag"], row.get("collected"), row.get("comparator")) for row in rows)


def gold_case(name: str, gold: dict[str, Any], source: LabInput) -> Case:
    """The case of one gold and its report."""
    wanted = wanted_rows(gold["results"])
    patterns = tuple(gold.get("patterns", ()))
    return Case(name, _format(gold, source.name), source, gold["options"], wanted, patterns, "urgency" in gold, gold.get("urgency"), tuple(gold["leaks"]), gold["header"])


def _format(gold: dict[str, Any], name: str) -> str:
    if "as" in gold:
        return str({"pdf": "PDF", "scan": "scan", "photo": "photo"}[gold["as"]])
    ending = name.rsplit(".", 1)[-1]
    return {"txt": "text", "csv": "CSV, TSV", "tsv": "CSV, TSV", "xlsx": "XLSX", "fhir": "FHIR", "hl7": "HL7 v2", "xml": "C-CDA, Apple"}.get(ending, ending)


def _drawn(name: str, form: str, file: str, content: bytes, spec: Any) -> Case:
    ranges = {line.row.analyte: (line.row.ref_low, line.row.ref_high) for line in spec.rows}
    wanted = tuple(Wanted(one.analyte, one.value, one.unit, None, _side(one.value, *ranges[one.analyte]), one.collected) for one in spec.gold)
    return Case(name, form, LabInput(file, content), {}, wanted, secrets=tuple(spec.secrets), is_drawn=True)


def _side(value: float, low: float, high: float) -> str:
    return "low" if value < low else "high" if value > high else "normal"
