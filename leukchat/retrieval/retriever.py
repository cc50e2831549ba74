"""Finds passages: dense (FAISS), lexical (BM25), or both fused by reciprocal rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leukchat.errors import SettingsError
from leukchat.retrieval.embedder import Embedder
from leukchat.retrieval.fitting import Fit
from leukchat.retrieval.spelling import Speller
from leukchat.retrieval.store import SearchIndex
from leukchat.settings import RetrievalSettings
from leukchat.types import Hit

RETRIEVERS = ("hybrid", "dense", "bm25")
FITTED = 24  # best passages that are weighed by what the question says outright
# What each ranking counts: text, ways to ask, nearest sentence, words; chosen on half of the development questions, the other half gained as much.
VIEWS = (1.0, 1.5, 1.0, 1.5)
LEARNED = 2.0  # what was learned decides; the rankings decide between passages that it finds alike


@dataclass(frozen=True)
class Retrieved:
    """What a search found, with the query as searched and its vector (length 1).

    `sure`: how surely the question asks for the best of the passages, 1 surely and 0 not; None where nothing was learned.
    """

    hits: tuple[Hit, ...]
    rows: tuple[int, ...]
    query: str
    vector: NDArray[np.float32]
    sure: float | None = None


def fuse(rankings: Sequence[Sequence[int]], rrf_k: int, weights: Sequence[float] | None = None) -> list[tuple[int, float]]:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): sum of weight / (k + rank), best first; every weight 1 by default."""
    scores: dict[int, float] = {}
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, row in enumerate(ranking, start=1):
            scores[row] = scores.get(row, 0.0) + weight / (rrf_k + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


class Retriever:
    """Search over one index."""

    def __init__(self, index: SearchIndex, embedder: Embedder, settings: RetrievalSettings) -> None:
        if settings.retriever not in RETRIEVERS:
            raise SettingsError(f"Retriever {settings.retriever!r} is not known; use one of {', '.join(RETRIEVERS)}.")
        self.index = index
        self.embedder = embedder
        self._settings = settings
        self._speller = Speller(index.vocabulary)

    def search(self, query: str, k: int | None = None) -> Retrieved:
        """The k best passages for a query (k from the settings by default), best first."""
        wanted = k or self._settings.k
        mended = self._speller.correct(query)
        vector = self.embedder.encode([mended])[0]
        products = self.index.products(vector)
        depth = max(self._settings.candidates, wanted)
        nearest = self._dense(vector, depth, products)
        if self._settings.retriever == "dense":
            candidates = list(nearest)
            ranked = sorted(nearest.items(), key=lambda item: -item[1])[:wanted]
        else:
            lexical, scores = self._lexical(mended, depth)
            candidates = list(dict.fromkeys([*nearest, *lexical]))
            if self._settings.retriever == "bm25":
                ranked = [(row, float(scores[row])) for row in lexical[:wanted]]
        cosines = self.index.cosines(candidates, vector, products)
        learned = self.index.ways.scores(vector, np.asarray(candidates), cosines[:, :2].max(axis=1), products) if self.index.ways is not None and candidates else None
        if self._settings.retriever == "hybrid":
            ranked = self._fused(query, candidates, cosines, lexical, learned)[:wanted]
        place = {row: place for place, row in enumerate(candidates)}
        hits = tuple(self._hit(rank, row, score, cosines[place[row]]) for rank, (row, score) in enumerate(ranked, start=1))
        sure = float(learned[place[ranked[0][0]]]) if learned is not None and ranked else None
        return Retrieved(hits=hits, rows=tuple(row for row, _ in ranked), query=mended, vector=vector, sure=sure)

    def _fused(self, query: str, candidates: list[int], cosines: NDArray[np.float32], lexical: list[int], learned: NDArray[np.float32] | None) -> list[tuple[int, float]]:
        """Four rankings of the candidates, fused: by text, ways to ask and nearest sentence (their `cosines`), and by BM25; and what was `learned` from the ways to ask."""
        rankings = [[candidates[place] for place in np.argsort(-view, kind="stable")] for view in cosines.T]
        fused = fuse([*rankings, lexical], self._settings.rrf_k, VIEWS)
        if learned is not None:
            surely = dict(zip(candidates, (LEARNED * learned).tolist(), strict=True))
            fused = sorted(((row, score + surely[row]) for row, score in fused), key=lambda item: (-item[1], item[0]))
        return self._by_subject(query, fused)

    def _by_subject(self, query: str, ranked: list[tuple[int, float]]) -> list[tuple[int, float]]:
        """The best passages weighed by how they fit what the query says outright."""
        fit = Fit(query)
        weighed = [(row, score * fit.factor(self.index.passage(row))) for row, score in ranked[:FITTED]]
        return sorted([*weighed, *ranked[FITTED:]], key=lambda item: (-item[1], item[0]))

    def _hit(self, rank: int, row: int, score: float, cosines: NDArray[np.float32]) -> Hit:
        text, heading, sentence = (float(cosine) for cosine in cosines)
        return Hit(rank=rank, passage=self.index.passage(row), score=round(score, 6), similarity=round(max(text, heading), 4), sentence=round(sentence, 4))

    def _dense(self, vector: NDArray[np.float32], depth: int, products: NDArray[np.float32] | None) -> dict[int, float]:
        """Best cosine of each passage among the nearest vectors (of texts and ways to ask)."""
        places, scores = self.index.nearest(vector, 4 * depth, products)
        best: dict[int, float] = {}
        for row, score in zip(self.index.rows[places].tolist(), scores.tolist(), strict=True):  # nearest first, so a row's first score is its best
            best.setdefault(row, score)
        return best

    def _lexical(self, query: str, depth: int) -> tuple[list[int], NDArray[np.float32]]:
        scores = self.index.lexical.scores(query)
        count = min(depth, len(scores))
        top = np.argpartition(-scores, count - 1)[:count]
        return [int(row) for row in top[np.argsort(-scores[top], kind="stable")] if scores[row] > 0], scores
