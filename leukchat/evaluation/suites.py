"""The suites that `leukchat evaluate` knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from leukchat.assistant import Assistant
from leukchat.errors import InputError
from leukchat.evaluation.answers import evaluate_answers
from leukchat.evaluation.labs import evaluate_labs
from leukchat.evaluation.nutrition import evaluate_nutrition
from leukchat.evaluation.report import Report
from leukchat.evaluation.retrieval import evaluate_retrieval
from leukchat.evaluation.safety import evaluate_safety
from leukchat.evaluation.scope import evaluate_scope

SUITES: dict[str, Callable[[Assistant, Path | None], Report]] = {
    "answers": evaluate_answers,
    "labs": evaluate_labs,
    "nutrition": evaluate_nutrition,
    "retrieval": evaluate_retrieval,
    "safety": evaluate_safety,
    "scope": evaluate_scope,
}


def run_suite(name: str, assistant: Assistant, folder: Path | None = None) -> Report:
    """Runs a suite by name; raises InputError for an unknown one."""
    if name not in SUITES:
        raise InputError(f"Suite {name!r} is not known; use one of {', '.join(SUITES)}.")
    return SUITES[name](assistant, folder)
