"""How many threads NumPy's and FAISS's linear algebra may use while questions are answered: one."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def one_thread_for_search() -> Any:
    """Keeps OpenBLAS to one thread in this process, from the first index that is opened on.

    A question is compared with some thousand vectors, which takes a fraction of a millisecond. From about ten thousand on OpenBLAS
    splits that among all cores, and its threads then wait by spinning: 8 to 14 ms of processor time for a step instead of 0.3 to 1.5, for
    search and for the guard's sums that follow it (measured on two cores that others used as well). PyTorch has threads of its own.
    """
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

    return ThreadpoolController().limit(limits=1, user_api="blas")
