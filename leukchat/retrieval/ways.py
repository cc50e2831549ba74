"""Which passage a question asks for, learned from the ways in which people ask for each.

Kernel ridge regression (Saunders, Gammerman and Vovk 1998), one class a passage: the vectors of its text, its heading and the other
ways to ask for it are its examples, and those of all other passages count against it. Words that many passages share ("my dad has
AML") so weigh less than those that tell passages apart, which the nearest vector alone can't do.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leukchat.retrieval.embedder import Vectors
from leukchat.retrieval.products import with_all, with_some

RIDGE = 1.0
MOST = 16_000  # examples: the system of equations needs 4 bytes for each pair of them
_BLOCK = 1024


def kernel(cosines: Vectors) -> Vectors:
    """c + c² + c³ of cosines c: how alike two meanings are, with near ones counting more."""
    return np.asarray(cosines * (1.0 + cosines * (1.0 + cosines)), dtype=np.float32)


def alone(cosines: Vectors) -> Vectors:
    """The score of a passage that nothing was learned for, by its nearest vector: what one example without rivals would get."""
    return kernel(np.maximum(cosines, 0.0)) / (3.0 + RIDGE)


def learn(vectors: Vectors, rows: NDArray[np.int32]) -> Vectors:
    """Weights of the examples for each passage, shape (passages in the order of their rows, examples); `rows` names the passage of each example."""
    from scipy.linalg import cho_factor, cho_solve  # type: ignore[import-untyped]

    system = np.empty((len(vectors), len(vectors)), dtype=np.float32)
    for start in range(0, len(vectors), _BLOCK):
        system[start : start + _BLOCK] = kernel(vectors[start : start + _BLOCK] @ vectors.T)
    system.flat[:: len(vectors) + 1] += RIDGE
    wanted = (rows[:, None] == np.unique(rows)[None, :]).astype(np.float32)
    factor = cho_factor(system.T, lower=True, overwrite_a=True, check_finite=False)
    weights: Vectors = np.ascontiguousarray(cho_solve(factor, wanted, overwrite_b=True, check_finite=False).T, dtype=np.float32)
    return weights


def examples(rows: NDArray[np.int32], taught: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Places of the vectors whose passage has other ways to ask for it; none where they are too many to learn from."""
    places = np.flatnonzero(taught[rows])
    return places if len(places) <= MOST else places[:0]


class Ways:
    """What was learned, opened for reading."""

    def __init__(self, file: Path, matrix: Vectors, rows: NDArray[np.int32]) -> None:
        """Reads weights made by `save`; `matrix` and `rows` are the index's vectors and their passages."""
        with np.load(file, allow_pickle=False) as stored:
            places = stored["places"]
            self._weights: Vectors = stored["weights"].astype(np.float32)
        self._places: NDArray[np.int64] | None = None if len(places) == len(matrix) else places
        self._vectors: Vectors = matrix if self._places is None else matrix[places]
        self._passages = np.unique(rows[places])

    def scores(self, query: Vectors, rows: NDArray[np.int64], cosines: Vectors, products: Vectors | None = None) -> Vectors:
        """How surely a question (vector of length 1) asks for each passage of `rows`: near 1 surely, 0 not.

        `cosines` are those of the passages' nearest vectors, for passages that nothing was learned for; `products` are those of the
        question with all vectors of the index, where they are known already.
        """
        out = alone(cosines)
        column = np.searchsorted(self._passages, rows)
        known = column < len(self._passages)
        known[known] = self._passages[column[known]] == rows[known]
        out[known] = np.maximum(with_some(self._weights, column[known], kernel(self._compared(query, products))), 0.0)
        return out

    def _compared(self, query: Vectors, products: Vectors | None) -> Vectors:
        """Cosines of a question with the examples."""
        if products is None:
            return with_all(self._vectors, query)
        return products if self._places is None else products[self._places]


def save(file: Path, vectors: Vectors, rows: NDArray[np.int32], taught: NDArray[np.bool_]) -> None:
    """Learns and writes the weights, in half precision; writes nothing where there is nothing to learn from."""
    places = examples(rows, taught)
    if len(places):
        np.savez(file, places=places, weights=learn(vectors[places], rows[places]).astype(np.float16))
