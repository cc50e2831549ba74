"""Lexical search: BM25 through bm25s, stemmed, with synonyms added to the query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leukchat.retrieval.synonyms import expansions

_TOKEN = re.compile(r"[a-z0-9]+")
_STOP = frozenset(
    (
        "a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its me my of on or our she should so "
        "than that the their them then there these they this to was we were what when where which who whom why will with would you your am about any because "
        "being just some such too very during please tell explain know mean means"
    ).split()
)


def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


class LexicalIndex:
    """BM25 (Lucene variant, k1 1.2, b 0.75) over stemmed words."""

    def __init__(self, retriever: Any) -> None:
        self._retriever = retriever
        self._stem = _stemmer()
        self._vocabulary: dict[str, int] = dict(retriever.vocab_dict)

    @classmethod
    def build(cls, texts: Sequence[str]) -> LexicalIndex:
        """Indexes texts; their order gives the rows."""
        import bm25s

        stem = _stemmer()
        tokens = [tokenize(text, stem) or ["∅"] for text in texts]
        retriever = bm25s.BM25(k1=1.2, b=0.75, method="lucene")
        retriever.index(tokens, show_progress=False)
        return cls(retriever)

    def save(self, folder: Path) -> None:
        """Writes the index into `folder`."""
        self._retriever.save(str(folder))

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Reads an index that `save` wrote."""
        import bm25s

        loaded = bm25s.BM25.load(str(folder), mmap=True)
        loaded.scores |= {name: np.asarray(one) for name, one in loaded.scores.items() if isinstance(one, np.memmap)}  # still on disk, but cut at half the cost
        return cls(loaded)

    def scores(self, query: str) -> NDArray[np.float32]:
        """One score per row, 0 where nothing matches. The person's own words count twice, synonyms once."""
        own = tokenize(query, self._stem)
        other = [token for phrase in expansions(query) for token in tokenize(phrase, self._stem) if token not in own]
        ids = [self._vocabulary[token] for token in (*own, *own, *other) if token in self._vocabulary]
        rows = int(self._retriever.scores["num_docs"])
        if not ids:
            return np.zeros(rows, dtype=np.float32)
        scores: NDArray[np.float32] = self._retriever.get_scores_from_ids(ids)
        return scores


def tokenize(text: str, stemmer: Any) -> list[str]:
    """Stemmed words without stop words."""
    stems: list[str] = stemmer.stemWords([word for word in _TOKEN.findall(text.lower()) if word not in _STOP])
    return stems
