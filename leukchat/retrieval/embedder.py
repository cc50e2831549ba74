"""Sentence vectors from all-MiniLM-L6-v2 in int8 ONNX: onnxruntime and tokenizers, no torch."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from leukchat.errors import EmbedderError
from leukchat.retrieval.export import EMBEDDER_ID, LAYERS, MAX_TOKENS, is_exported

Vectors = NDArray[np.float32]
DIMENSIONS = 384
FEW = 16
WORDED = DIMENSIONS * (1 + len(LAYERS))
REMEMBERED = 16_384  # texts: what a library of eight hundred passages says, and some thousand sentences of people and models; 30 MB


class Embedder(Protocol):
    """Anything that turns texts into vectors of length 1."""

    id: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimensions), each of length 1."""
        ...


class MiniLmEmbedder:
    """all-MiniLM-L6-v2 (384 dimensions, 256 tokens; longer texts are cut there)."""

    id = EMBEDDER_ID

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """Loads an export made by `leukchat.retrieval.export`; raises EmbedderError when it is not whole. `threads` work on many texts at once."""
        if not is_exported(folder):
            raise EmbedderError(f"No exported embedder in {folder}; run: leukchat index build")
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        # One thread a text: a question is so short that two take half as much processor time again and, on a machine with other work, more of the clock (measured).
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()
        self._threads = threads
        self._recent: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def encode(self, texts: Sequence[str], batch: int = 32) -> Vectors:
        """Vectors of shape (len(texts), 384), float32, each of length 1, in the order of `texts`."""
        if len(texts) <= FEW:
            return self._few(texts)
        return self._encode(texts, batch)

    def worded(self, texts: Sequence[str]) -> Vectors:
        """How texts are worded, shape (len(texts), 1920): the vector of `encode`, then the mean of each of LAYERS. Not kept, but the vector is."""
        out = np.zeros((len(texts), WORDED), dtype=np.float32)
        for row, text in enumerate(texts):
            vector, layers = self._outputs([text])
            out[row] = np.concatenate((vector[0], layers[0]))
            self._remember({text: vector[0]})
        return out

    def _few(self, texts: Sequence[str]) -> Vectors:
        """Vectors of a few texts; those asked for last (REMEMBERED) are kept, because guard, search and grounding ask for the same ones.

        Each is embedded alone, which takes no longer: 8-bit activations share one scale in a batch, so that a vector would depend on its neighbours
        (cosines down to 0.98 with itself), and an answer on what was asked before it.
        """
        with self._lock:
            known = {text: self._recent[text] for text in texts if text in self._recent}
            for text in known:
                self._recent.move_to_end(text)
        unknown = [text for text in dict.fromkeys(texts) if text not in known]
        if unknown:
            made = {text: self._run([text])[0] for text in unknown}
            known |= made
            self._remember(made)
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, DIMENSIONS), dtype=np.float32)

    def _remember(self, made: Mapping[str, Vectors]) -> None:
        with self._lock:
            self._recent |= made
            while len(self._recent) > REMEMBERED:
                self._recent.popitem(last=False)

    def _encode(self, texts: Sequence[str], batch: int) -> Vectors:
        out = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        batches = [order[start : start + batch] for start in range(0, len(order), batch)]
        with ThreadPoolExecutor(self._threads) as pool:
            for rows, vectors in zip(batches, pool.map(lambda rows: self._run([texts[i] for i in rows]), batches), strict=True):
                out[rows] = vectors
        return out

    def _run(self, texts: Sequence[str]) -> Vectors:
        return self._outputs(texts)[0]

    def _outputs(self, texts: Sequence[str]) -> tuple[Vectors, Vectors]:
        encoded = self._tokenizer.encode_batch(texts)
        feed = {
            "input_ids": np.array([e.ids for e in encoded], dtype=np.int64),
            "attention_mask": np.array([e.attention_mask for e in encoded], dtype=np.int64),
        }
        vectors, layers = self._session.run(None, feed)
        return vectors, layers
