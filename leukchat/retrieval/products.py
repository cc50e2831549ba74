"""Products of one vector with many, by FAISS's own loops: in place and a third to a fifth of NumPy's time.

Measured on 12,252 vectors of 384 numbers: all of them 0.5 ms (NumPy 1.1), a thousand of them 0.04 ms (0.3, because NumPy copies the rows first).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leukchat.retrieval.embedder import Vectors


def with_all(matrix: Vectors, vector: Vectors) -> Vectors:
    """Products of a vector with every row of a matrix, shape (rows,)."""
    faiss = _faiss()
    matrix, vector = _plain(matrix, vector)
    out = np.empty(len(matrix), dtype=np.float32)
    faiss.fvec_inner_products_ny(faiss.swig_ptr(out), faiss.swig_ptr(vector), faiss.swig_ptr(matrix), len(vector), len(matrix))
    return out


def with_some(matrix: Vectors, rows: NDArray[np.int64], vector: Vectors) -> Vectors:
    """Products of a vector with the rows of a matrix that `rows` names (each from 0 to its length), shape (len(rows),)."""
    faiss = _faiss()
    matrix, vector = _plain(matrix, vector)
    places = np.ascontiguousarray(rows, dtype=np.int64)
    if len(places) and not 0 <= int(places.min()) <= int(places.max()) < len(matrix):
        raise IndexError(f"rows {int(places.min())} to {int(places.max())} asked for of a matrix of {len(matrix)}")
    out = np.empty(len(places), dtype=np.float32)
    faiss.fvec_inner_products_by_idx(faiss.swig_ptr(out), faiss.swig_ptr(vector), faiss.swig_ptr(matrix), faiss.swig_ptr(places), len(vector), 1, len(places))
    return out


@cache
def _faiss() -> Any:
    """Imported late; its type stubs lack these two loops."""
    return import_module("faiss")


def _plain(matrix: Vectors, vector: Vectors) -> tuple[Vectors, Vectors]:
    """Both as FAISS reads them: float32, row by row, and of one length; raises ValueError where they are not. Copies only what is laid out otherwise."""
    if matrix.ndim != 2 or vector.shape != (matrix.shape[1],):
        raise ValueError(f"a vector of shape {vector.shape} has no product with the rows of a matrix of shape {matrix.shape}")
    return np.ascontiguousarray(matrix, dtype=np.float32), np.ascontiguousarray(vector, dtype=np.float32)
