"""`evaluate answers`: asks the Assistant MedQuAD's leukemia questions and compares with the reference answers.

MedQuAD: Ben Abacha and Demner-Fushman, BMC Bioinformatics 2019 (CC BY 4.0). The reference answers
are whole pages, often thousands of words long, and the Assistant answers in about a hundred, so F1
and ROUGE-L are low by construction; they serve to compare versions, not to grade an answer.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from leukchat.assistant import Assistant
from leukchat.evaluation.data import data_folder, read_rows
from leukchat.evaluation.metrics import rouge_l, token_f1
from leukchat.evaluation.report import Report
from leukchat.types import Status


def evaluate_answers(assistant: Assistant, folder: Path | None = None) -> Report:
    """The table of answered, declined, F1, ROUGE-L, grade and time over the development half."""
    rows = read_rows((folder or data_folder()) / "medquad" / "leukemia_qa.jsonl")
    assistant.warm()
    groups: dict[str, list[dict[str, Any]]] = {"leukemia questions": [], "other diseases (near misses)": []}
    for row in rows:
        answer = assistant.ask(row["question"])
        result = {"status": answer.status, "grade": answer.reading_grade, "ms": answer.timings_ms.total, "words": len(answer.answer.split()), "reference": row["answer"]}
        if row["answer"] and answer.status is Status.answered:
            result |= {"f1": token_f1(answer.answer, row["answer"]), "rouge_l": rouge_l(answer.answer, row["answer"])}
        groups["leukemia questions" if row["relevance"] == "leukemia" else "other diseases (near misses)"].append(result)
    table = tuple((name, *_summary(results)) for name, results in groups.items())
    columns = ("set", "questions", "answered", "no_evidence", "out_of_scope", "blocked", "F1", "ROUGE-L", "grade", "words", "ms (median)")
    notes = ("F1 and ROUGE-L: mean over answered questions that have a reference answer. Near misses share a word with leukemia; declining is right for most.",)
    figures = {name: dict(zip(columns[1:], row[1:], strict=True)) for name, row in zip(groups, table, strict=True)}
    return Report(suite="answers", columns=columns, rows=table, notes=notes, figures=figures)


def _summary(results: Sequence[dict[str, Any]]) -> tuple[int | float, ...]:
    def count(status: Status) -> int:
        return sum(1 for result in results if result["status"] is status)

    def mean(field: str) -> float:
        values = [result[field] for result in results if field in result]
        return round(statistics.fmean(values), 4) if values else 0.0

    answered = [result for result in results if result["status"] is Status.answered]
    grade = round(statistics.median(result["grade"] for result in answered), 1) if answered else 0.0
    words = int(statistics.median(result["words"] for result in answered)) if answered else 0
    ms = round(statistics.median(result["ms"] for result in results), 1) if results else 0.0
    return len(results), count(Status.answered), count(Status.no_evidence), count(Status.out_of_scope), count(Status.blocked), mean("f1"), mean("rouge_l"), grade, words, ms
