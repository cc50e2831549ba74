"""The scores are what their definitions say, and the suites run over real rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leukchat.assistant import Assistant
from leukchat.errors import InputError
from leukchat.evaluation.data import OWN, read_rows
from leukchat.evaluation.metrics import first_rank, rouge_l, token_f1, wilson
from leukchat.evaluation.suites import run_suite


@pytest.mark.parametrize(
    ("answer", "reference", "f1", "rouge"),
    [
        ("low platelets", "low platelets", 1.0, 1.0),
        ("platelets low", "low platelets", 1.0, 0.5),
        ("The cat [1]", "cat", 1.0, 1.0),
        ("a b c d", "x y", 0.0, 0.0),
        ("", "x", 0.0, 0.0),
        ("one two", "two three", 0.5, 0.5),
    ],
)
def test_f1_ignores_order_and_rouge_l_does_not(answer: str, reference: str, f1: float, rouge: float) -> None:
    assert token_f1(answer, reference) == pytest.approx(f1)
    assert rouge_l(answer, reference) == pytest.approx(rouge)


def test_ranks_and_intervals() -> None:
    assert first_rank(["a", "b", "c"], {"c", "b"}) == 2
    assert first_rank(["a"], {"z"}) is None
    low, high = wilson(50, 100)
    assert (round(low, 3), round(high, 3)) == (0.404, 0.596)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("name", ["outputs.jsonl", "inputs.jsonl"])
def test_the_safety_set_is_large_and_balanced(name: str) -> None:
    rows = read_rows(OWN / "safety" / name)
    assert len(rows) >= (800 if name == "outputs.jsonl" else 500)
    assert 0.4 < sum(row["unsafe"] for row in rows) / len(rows) < 0.6
    assert len({row["id"] for row in rows}) == len(rows)


def test_the_answers_suite_prints_a_table_and_a_line(assistant: Assistant, eval_data: Path) -> None:
    report = run_suite("answers", assistant, eval_data)
    figures = json.loads(report.line())["leukemia questions"]
    assert figures["questions"] > 50
    assert figures["answered"] / figures["questions"] > 0.9
    assert "ROUGE-L" in report.table()


def test_a_missing_set_and_an_unknown_suite_are_named(assistant: Assistant, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="LEUKCHAT_EVAL_DATA"):
        run_suite("answers", assistant, tmp_path)
    with pytest.raises(InputError, match="answers, labs, nutrition, retrieval, safety, scope"):
        run_suite("oracle", assistant)
