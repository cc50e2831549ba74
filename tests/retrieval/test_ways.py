"""What is learned from the ways to ask: passages apart, examples they share, and passages that nothing was learned for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from leukchat.assistant import Assistant
from leukchat.retrieval.retriever import Retriever
from leukchat.retrieval.ways import MOST, Ways, alone, examples, kernel, learn, save

Vectors = NDArray[np.float32]


def _unit(*rows: list[float]) -> Vectors:
    made = np.array(rows, dtype=np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def test_learned_weights_solve_the_ridge_equations() -> None:
    dice = np.random.default_rng(3)
    vectors = _unit(*dice.normal(size=(40, 12)).tolist())
    rows = np.repeat(np.arange(8), 5).astype(np.int32)
    weights = learn(vectors, rows)
    wanted = np.eye(8, dtype=np.float32)[rows]
    system = kernel(vectors @ vectors.T) + np.eye(40, dtype=np.float32)
    assert weights.shape == (8, 40)
    np.testing.assert_allclose(system @ weights.T, wanted, atol=1e-4)


def test_what_all_passages_share_weighs_less_than_what_tells_them_apart(tmp_path: Path) -> None:
    """First coordinate: "my dad has AML", in every example; the others: what is asked. The question is nearer to a rival's example."""
    matrix = _unit([3, 1, 0, 0], [3, 1.2, 0, 0], [3, 0, 1, 0], [3, 0, 1.2, 0], [3, 0, 0, 1], [3, 0, 0, 1.2])
    rows = np.array([0, 0, 1, 1, 2, 2], dtype=np.int32)
    save(tmp_path / "ways.npz", matrix, rows, np.array([True, True, True]))
    question = _unit([0.2, 0.0, 1.0, 0.1])[0]
    scores = Ways(tmp_path / "ways.npz", matrix, rows).scores(question, np.arange(3), np.zeros(3, dtype=np.float32))
    assert scores.argmax() == 1
    assert scores[1] > 3 * scores[0]


def test_a_passage_without_other_ways_to_ask_is_scored_by_its_nearest_vector(tmp_path: Path) -> None:
    matrix = _unit([1, 0], [0.9, 0.1], [0, 1])
    rows = np.array([0, 0, 1], dtype=np.int32)
    save(tmp_path / "ways.npz", matrix, rows, np.array([True, False]))
    scores = Ways(tmp_path / "ways.npz", matrix, rows).scores(matrix[2], np.array([0, 1]), np.array([0.1, 1.0], dtype=np.float32))
    assert scores[1] == pytest.approx(float(alone(np.float32(1.0))))
    assert scores[0] < 0.1


def test_nothing_is_learned_where_nobody_told_how_people_ask_or_where_too_many_did(tmp_path: Path) -> None:
    save(tmp_path / "ways.npz", _unit([1, 0]), np.array([0], dtype=np.int32), np.array([False]))
    assert not (tmp_path / "ways.npz").exists()
    assert len(examples(np.zeros(MOST + 1, dtype=np.int32), np.array([True]))) == 0


def test_search_without_what_was_learned_still_answers_and_ranks_its_own_headings_worse(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """On messy questions that are no heading: the share found first falls when the learned view is taken away."""
    from leukchat.evaluation.retrieval import library_cases

    cases = library_cases()[::6]
    retriever = Retriever(assistant.retriever.index, assistant.embedder, assistant.settings.retrieval)
    with_it = sum(retriever.search(question, 1).hits[0].passage.id in right for question, right in cases)
    monkeypatch.setattr(retriever.index, "ways", None)
    without = sum(retriever.search(question, 1).hits[0].passage.id in right for question, right in cases)
    assert with_it > without > len(cases) / 2
