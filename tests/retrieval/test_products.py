"""Products by FAISS's loops are NumPy's, however the arrays are laid out, and a search is FAISS's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from leukchat.assistant import Assistant
from leukchat.retrieval.products import with_all, with_some
from leukchat.retrieval.store import SearchIndex
from leukchat.retrieval.ways import Ways, save

DICE = np.random.default_rng(5)
MATRIX = DICE.normal(size=(300, 48)).astype(np.float32)
VECTOR = DICE.normal(size=48).astype(np.float32)
QUESTIONS = ("Why do people with AML bruise easily?", "can i eat sushi", "What does it cost?", "my dad was told he has hairy cell leukemia, what now")


@pytest.mark.parametrize(
    "matrix",
    [MATRIX, np.asfortranarray(MATRIX), MATRIX.astype(np.float64), np.repeat(MATRIX, 2, axis=0)[::2]],
    ids=["row by row", "column by column", "double precision", "every second row"],
)
def test_products_are_numpys(matrix: np.ndarray) -> None:
    rows = np.array([299, 0, 7, 7, 150])
    assert with_all(matrix, VECTOR) == pytest.approx(MATRIX @ VECTOR, abs=1e-4)
    assert with_some(matrix, rows, VECTOR) == pytest.approx(MATRIX[rows] @ VECTOR, abs=1e-4)
    assert with_some(matrix, rows[::2], VECTOR) == pytest.approx(MATRIX[rows[::2]] @ VECTOR, abs=1e-4)


def test_no_rows_give_no_products() -> None:
    assert with_some(MATRIX, np.array([], dtype=np.int64), VECTOR).shape == (0,)
    assert with_all(MATRIX[:0], VECTOR).shape == (0,)


@pytest.mark.parametrize("rows", [[300], [-1], [0, 5, 10**9]], ids=["behind the end", "before the beginning", "far away"])
def test_rows_that_are_not_there_are_refused(rows: list[int]) -> None:
    with pytest.raises(IndexError, match="matrix of 300"):
        with_some(MATRIX, np.array(rows), VECTOR)


def test_a_vector_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\(47,\).*\(300, 48\)"):
        with_all(MATRIX, VECTOR[:47])


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_nearest_vectors_are_those_that_faiss_finds(assistant: Assistant, question: str) -> None:
    index = SearchIndex(assistant.settings.index_dir)
    query = assistant.embedder.encode([question])[0]
    places, scores = index.nearest(query, 160, index.products(query))
    found, by_faiss = index.nearest(query, 160)
    assert scores == pytest.approx(by_faiss, abs=1e-6)
    assert set(places.tolist()) == set(found.tolist())


@pytest.mark.parametrize("question", QUESTIONS)
def test_passages_compare_alike_with_and_without_the_products_of_all(assistant: Assistant, question: str) -> None:
    index = SearchIndex(assistant.settings.index_dir)
    query = assistant.embedder.encode([question])[0]
    rows = list(range(0, len(index), 7))
    cosines = index.cosines(rows, query)
    assert index.cosines(rows, query, index.products(query)) == pytest.approx(cosines, abs=1e-6)
    assert index.ways is not None
    alone, shared = (index.ways.scores(query, np.array(rows), cosines[:, 0], products) for products in (None, index.products(query)))
    assert shared == pytest.approx(alone, abs=1e-5)


def test_where_only_some_passages_were_learned_the_products_of_theirs_are_picked(tmp_path: Path) -> None:
    matrix = MATRIX[:6] / np.linalg.norm(MATRIX[:6], axis=1, keepdims=True)
    rows = np.array([0, 0, 1, 1, 2, 2], dtype=np.int32)
    save(tmp_path / "ways.npz", matrix, rows, np.array([True, False, True]))
    ways = Ways(tmp_path / "ways.npz", matrix, rows)
    near = np.full(3, 0.4, dtype=np.float32)
    assert ways.scores(matrix[4], np.arange(3), near, with_all(matrix, matrix[4])) == pytest.approx(ways.scores(matrix[4], np.arange(3), near), abs=1e-6)
