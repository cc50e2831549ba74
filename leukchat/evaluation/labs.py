"""`evaluate labs`: reports read, by format, against values, units, flags, patterns and urgency decided before they were read.

The gold (tests/data/labs) was written for this project; further reports are drawn at random and printed on the spot. Reports by
others, where they are there, are measured too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from leukchat.assistant import Assistant
from leukchat.errors import ReportError
from leukchat.evaluation.data import OWN, data_folder
from leukchat.evaluation.labs_cases import Case, drawn_cases, form_cases, planted, read_cases
from leukchat.evaluation.labs_others import others
from leukchat.evaluation.labs_scores import Score, interval, share, total
from leukchat.evaluation.labs_unseen import KEPT_BACK, unseen_cases
from leukchat.evaluation.report import Report

Row = tuple[str | int | float, ...]
ORDER = (
    "text",
    "text, planted head",
    "text, drawn",
    "CSV, TSV",
    "XLSX",
    "FHIR",
    "HL7 v2",
    "C-CDA, Apple",
    "PDF",
    "PDF, drawn",
    "PDF, forms",
    "scan",
    "photo",
    "photo, drawn",
    "photo, scenes",
)
# Recall and precision that are aimed for; the other targets are the same for all.
TARGETS = {name: (0.98, 0.98) for name in ("PDF", "PDF, drawn", "PDF, forms")} | {name: (0.93, 0.93) for name in ("scan", "photo", "photo, drawn", "photo, scenes")}
USUAL = (0.99, 0.995)
COLUMNS = (
    "what",
    "reports",
    "values",
    "recall",
    "95% interval",
    "precision",
    "value 1%",
    "unit",
    "flag",
    "pattern",
    "urgency",
    "invented",
    "wrong, unmarked",
    "leaked",
    "of planted",
)


def evaluate_labs(assistant: Assistant, folder: Path | None = None) -> Report:
    """Recall, precision, values within 1 %, units, flags, patterns and urgency by format, and what must never be seen.

    `folder` may hold a gold set of the same shape in `labs` and the samples by others in `lab_reports`.
    """
    notes: list[str] = []
    own = folder / "labs" if folder and (folder / "labs").is_dir() else OWN / "labs"
    cases = read_cases(own, notes)
    scores = _scores(assistant, [*cases, *filter(None, map(planted, cases))], {})
    if own == OWN / "labs":
        _scores(assistant, drawn_cases(notes), scores)
        _scores(assistant, form_cases(notes), scores)
    unseen = _scores(assistant, unseen_cases(notes), {}) if own == OWN / "labs" else {}
    misses = [miss for name in scores for miss in scores[name].misses]
    of_another = [miss for name in unseen if not name.startswith(KEPT_BACK) for miss in unseen[name].misses]
    theirs: list[str] = []
    samples = tuple(others((folder or data_folder()) / "lab_reports", notes, theirs))
    rows = tuple(_row(name, scores[name]) for name in (*ORDER, *sorted(set(scores) - set(ORDER))) if name in scores)
    whole = total(scores.values())
    further = tuple(_row(name, unseen[name]) for name in unseen)
    figures: dict[str, Any] = {
        "reports": whole.reports,
        "targets_met": all(map(_met, scores, scores.values())),
        "formats": {str(row[0]): dict(zip(COLUMNS[1:], row[1:], strict=True)) for row in (*rows, *further)},
    }
    figures |= {"pattern_precision": share(whole.pattern_precision), "others": [dict(zip(("set", "what", "of", "met", "share", "interval"), row, strict=False)) for row in samples]}
    said = [
        f"Targets: recall {USUAL[0]}, precision {USUAL[1]}; PDF 0.98; pictures at 150 dpi 0.93; invented, wrong without a mark and leaked 0. {'All met' if figures['targets_met'] else 'NOT all met'} on the reports written for this project and those drawn here{_unseen_said(unseen)}.",
        f"Patterns named that the gold does not name: {sum(not hit for hit in whole.pattern_precision)} of {len(whole.pattern_precision)} (reports whose gold names all of them).",
        *notes,
        *("  ".join(str(cell) for cell in row[:-1]) for row in samples),
        *_listed("Misses:", misses),
        *_listed("Misses, other authors:", of_another),
        *_listed("Misses, others:", theirs),
    ]
    return Report(suite="labs", columns=COLUMNS, rows=(*rows, _row("all", whole), *further), notes=tuple(said), figures=figures)


def _scores(assistant: Assistant, cases: Iterable[Case], scores: dict[str, Score]) -> dict[str, Score]:
    """Each case read through the Assistant; a further head is a row of its own."""
    for case in cases:
        score = scores.setdefault("text, planted head" if case.is_planted else case.format, Score())
        try:
            reading = assistant.explain_labs([case.source], **case.options)
        except ReportError as error:
            score.failed(case, error)
            continue
        score.take(case, reading)
    return scores


def _row(name: str, score: Score) -> Row:
    return (
        name,
        score.reports,
        len(score.recall),
        share(score.recall),
        interval(score.recall),
        share(score.precision),
        share(score.values),
        share(score.units),
        share(score.flags),
        share(score.patterns),
        share(score.urgency),
        score.invented,
        score.unmarked,
        score.leaked,
        score.planted,
    )


def _met(name: str, score: Score) -> bool:
    recall, precision = TARGETS.get(name, USUAL)
    found, right = share(score.recall), share(score.precision)
    enough = (found == "" or float(found) >= recall) and (right == "" or float(right) >= precision)
    return enough and not (score.invented or score.unmarked or score.leaked)


def _unseen_said(unseen: dict[str, Score]) -> str:
    """Which rows of the other authors meet the targets, and which miss them."""
    return "".join(f"; {name}: {'met' if _met(name, score) else 'missed'}" for name, score in unseen.items())


def _listed(title: str, lines: list[str]) -> tuple[str, ...]:
    return (title, *(f"  {line}" for line in lines[:40])) if lines else ()
