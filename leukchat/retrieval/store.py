"""The search index on disk: written whole or not at all, checked when read, nothing unpickled.

    DIR/manifest.json          format version, embedder, hash of the sources, files with their SHA-256
    DIR/<generation>/          passages.jsonl, vectors.faiss, rows.npy, sentences.npy, spans.npy, bm25/, ways.npz (where people's ways to ask are known)
    DIR/.build-<key>/          shards of an unfinished build, taken up again by the next one

The manifest is replaced last, in one step, so readers see the old index or the new one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leukchat.errors import IndexStoreError
from leukchat.retrieval.bm25 import LexicalIndex, tokenize
from leukchat.retrieval.embedder import Vectors
from leukchat.retrieval.products import with_all, with_some
from leukchat.retrieval.terms import stemmer
from leukchat.retrieval.threads import one_thread_for_search
from leukchat.retrieval.ways import Ways
from leukchat.types import Passage

FORMAT = 5
_HASH_LIMIT = 64 * 2**20
# Sentences that are held in memory in full precision; the vectors of a larger index stay on disk in half of it, and are converted as they are compared.
_IN_MEMORY = 40_000


@dataclass(frozen=True)
class Manifest:
    """What an index says of itself."""

    format: int
    embedder: str
    source_hash: str
    generation: str
    passages: int
    sentences: int
    built: str
    files: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Reads a manifest; raises IndexStoreError when missing, damaged or of another version."""
        try:
            raw = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
            manifest = cls(**raw)
        except FileNotFoundError as error:
            raise IndexStoreError(f"No search index in {folder}; run: leukchat index build") from error
        except (OSError, ValueError, TypeError) as error:
            raise IndexStoreError(f"The search index in {folder} has a damaged manifest; run: leukchat index build") from error
        if manifest.format != FORMAT:
            raise IndexStoreError(f"The search index in {folder} has format {manifest.format}, not {FORMAT}; run: leukchat index build")
        return manifest


def fingerprint(path: Path) -> str:
    """SHA-256 of a file; of its size and first part when it is larger than 64 MiB."""
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        digest.update(file.read(_HASH_LIMIT))
    return digest.hexdigest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Makes `manifest` the one that readers see, then removes older generations."""
    temporary = folder / ".manifest.json"
    temporary.write_text(json.dumps(manifest.__dict__, indent=1), encoding="utf-8")
    os.replace(temporary, folder / "manifest.json")
    for other in folder.glob("g-*"):
        if other.name != manifest.generation:
            shutil.rmtree(other, ignore_errors=True)


class SearchIndex:
    """An index opened for reading.

    `rows[i]` is the passage of vector i (a passage has one vector for its text and one each for its
    heading and the other ways to ask for it). `sentences` holds one float16 vector a sentence; sentences of passage p stand at
    `offsets[p]:offsets[p + 1]`, and `spans` are their character ranges in the passage's text.
    """

    def __init__(self, folder: Path) -> None:
        """Opens and checks an index; raises IndexStoreError naming what is wrong and the remedy."""
        import faiss

        one_thread_for_search()
        self.manifest = Manifest.read(folder)
        part = folder / self.manifest.generation
        for name, expected in self.manifest.files.items():
            if not (part / name).is_file() or fingerprint(part / name) != expected:
                raise IndexStoreError(f"The search index in {folder} is damaged ({name}); run: leukchat index build")
        try:
            self._lines = (part / "passages.jsonl").read_bytes().splitlines()
            self.vectors: Any = faiss.read_index(str(part / "vectors.faiss"))
            self.rows: NDArray[np.int32] = np.load(part / "rows.npy")
            self.offsets: NDArray[np.int64] = np.load(part / "offsets.npy")
            self.spans: NDArray[np.int32] = np.load(part / "spans.npy")
            self._sentences = _sentences(part / "sentences.npy")
            self.lexical = LexicalIndex.load(part / "bm25")
            self.vocabulary = frozenset((part / "words.txt").read_text(encoding="utf-8").split())
            self._flat = not hasattr(self.vectors, "storage")
            self._matrix = _matrix(self.vectors)
            self.ways = Ways(part / "ways.npz", self._matrix, self.rows) if (part / "ways.npz").is_file() else None
        except (OSError, ValueError, RuntimeError) as error:
            raise IndexStoreError(f"The search index in {folder} cannot be read ({error}); run: leukchat index build") from error
        self._order = np.argsort(self.rows, kind="stable")
        self._starts = np.searchsorted(self.rows[self._order], np.arange(len(self._lines) + 1))
        self.passage = lru_cache(maxsize=4096)(self._passage)
        self.words = lru_cache(maxsize=4096)(self._words)

    def __len__(self) -> int:
        return len(self._lines)

    def _passage(self, row: int) -> Passage:
        return Passage.model_validate_json(self._lines[row])

    def _words(self, row: int) -> frozenset[str]:
        """Stems of everything that a passage says, and of the other ways to ask for it."""
        passage = self.passage(row)
        return frozenset(tokenize(f"{passage.title} {passage.section} {passage.text} {passage.ask} {' '.join(passage.asked)}", stemmer()))

    def products(self, query: Vectors) -> Vectors | None:
        """Cosines of a query with every vector, once for all that need them; None for a large index, whose search visits only some."""
        return with_all(self._matrix, query) if self._flat else None

    def nearest(self, query: Vectors, count: int, products: Vectors | None = None) -> tuple[NDArray[np.int64], Vectors]:
        """Places and cosines of the nearest vectors, nearest first; `products` as that method gives them, where they are known already."""
        count = min(count, len(self._matrix))
        if products is None:
            scores, found = self.vectors.search(query[None, :], count)
            return found[0][found[0] >= 0], scores[0][found[0] >= 0]
        best = np.sort(np.argpartition(products, len(products) - count)[len(products) - count :])[::-1]
        places = best[np.argsort(-products[best], kind="stable")]  # the later of two alike first, as FAISS has them
        return places, products[places]

    def cosines(self, rows: Sequence[int], query: Vectors, products: Vectors | None = None) -> Vectors:
        """Cosines of a query with passages, shape (rows, 3): text, best of heading and other ways to ask (0 without one), nearest sentence."""
        out = np.zeros((len(rows), 3), dtype=np.float32)
        if not len(rows):
            return out
        chosen = np.asarray(rows)
        places, firsts = _runs(self._starts[chosen], self._starts[chosen + 1])
        own = self._order[places]
        scores = with_some(self._matrix, own, query) if products is None else products[own]
        out[:, 0] = scores[firsts]
        scores[firsts] = 0.0
        out[:, 1] = np.maximum.reduceat(scores, firsts)
        some = self.offsets[chosen + 1] > self.offsets[chosen]
        if some.any():
            places, firsts = _runs(self.offsets[chosen[some]], self.offsets[chosen[some] + 1])
            said = with_some(self._sentences, places, query) if self._sentences.dtype == np.float32 else self._sentences[places].astype(np.float32) @ query
            out[some, 2] = np.maximum.reduceat(said, firsts)
        return out

    def sentences(self, row: int) -> tuple[list[str], Vectors]:
        """Sentences of a passage and their vectors, shape (sentences, dimensions)."""
        start, end = int(self.offsets[row]), int(self.offsets[row + 1])
        text = self.passage(row).text
        return [text[a:b] for a, b in self.spans[start:end]], self._sentences[start:end].astype(np.float32)


def _matrix(vectors: Any) -> NDArray[np.float32]:
    """The vectors of an index as one array, not copied: shape (vectors, dimensions)."""
    import faiss

    flat: Any = faiss.downcast_index(vectors.storage) if hasattr(vectors, "storage") else vectors
    matrix: NDArray[np.float32] = faiss.rev_swig_ptr(flat.get_xb(), flat.ntotal * flat.d).reshape(flat.ntotal, flat.d)
    return matrix


def _sentences(path: Path) -> NDArray[np.floating[Any]]:
    """The sentence vectors of an index: in memory where they are few, else mapped from disk."""
    stored: NDArray[np.float16] = np.load(path, mmap_mode="r")
    return stored.astype(np.float32) if len(stored) <= _IN_MEMORY else stored


def _runs(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers of all ranges start:end behind each other, and where each range begins among them. No range may be empty."""
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    return np.arange(int(lengths.sum())) + np.repeat(starts - firsts, lengths), firsts
