"""`evaluate scope`: what is answered and what is declined, over questions that belong here and that do not."""

from __future__ import annotations

import random
from pathlib import Path

from leukchat.assistant import Assistant
from leukchat.errors import QuestionError
from leukchat.evaluation.data import data_folder, read_rows
from leukchat.evaluation.metrics import wilson
from leukchat.evaluation.report import Report
from leukchat.evaluation.retrieval import library_cases
from leukchat.types import Status

SAMPLE = 400
SEED = 20261121


def evaluate_scope(assistant: Assistant, folder: Path | None = None) -> Report:
    """How many are answered: our own and MedQuAD's leukemia questions should be, the others should mostly not.

    Questions that the guard blocks or takes for an emergency are counted apart; the share of the others says what the scope decides.
    """
    medquad = (folder or data_folder()) / "medquad"
    sample = random.Random(SEED)  # noqa: S311 - a repeatable sample, not a secret
    sets = {
        "library questions": [question for question, _ in library_cases()],
        "MedQuAD leukemia": [row["question"] for row in read_rows(medquad / "leukemia_qa.jsonl") if row["relevance"] == "leukemia"],
        "MedQuAD other blood diseases": [row["question"] for row in read_rows(medquad / "nearmiss_heme_qa.jsonl")],
        "MedQuAD anything else": sample.sample([row["question"] for row in read_rows(medquad / "distractor_questions.jsonl.gz")], SAMPLE),
    }
    assistant.warm()
    rows = []
    for name, questions in sets.items():
        statuses = [_status(assistant, question) for question in questions]
        answered = sum(1 for status in statuses if status is Status.answered)
        low, high = wilson(answered, len(statuses))
        others = tuple(sum(1 for status in statuses if status is wanted) for wanted in (Status.no_evidence, Status.out_of_scope, Status.blocked, Status.emergency, None))
        stopped = sum(1 for status in statuses if status in (Status.blocked, Status.emergency))
        rows.append((name, len(statuses), round(answered / max(1, len(statuses)), 4), f"{low:.3f}-{high:.3f}", round(answered / max(1, len(statuses) - stopped), 4), *others))
    columns = ("set", "questions", "answered", "95% interval", "answered of those not stopped", "no_evidence", "out_of_scope", "blocked", "emergency", "refused as input")
    return Report(suite="scope", columns=columns, rows=tuple(rows), figures={str(row[0]): dict(zip(columns[1:], row[1:], strict=True)) for row in rows})


def _status(assistant: Assistant, question: str) -> Status | None:
    """How a question ends; None when it is refused as input (not English, say)."""
    try:
        return assistant.ask(question).status
    except QuestionError:
        return None
