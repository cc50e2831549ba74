"""Sentence vectors from all-MiniLM-L6-v2 in int8 ONNX: onnxruntime and tokenizers, no torch."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from leukchat.errors import EmbedderError
from leukchat.retrieval.export import EMBEDDER_ID, MAX_TOKENS, is_exported

Vectors = NDArray[np.float32]
DIMENSIONS = 384
FEW = 16
REMEMBERED = 256


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
        """Loads an export made by `leukchat.retrieval.export`; raises EmbedderError when it is not whole."""
        if not is_exported(folder):
            raise EmbedderError(f"No exported embedder in {folder}; run: leukchat index build")
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        # Threads that wait for the next text by spinning take 40 to 100 % more processor time for a question, from guard and page (measured).
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session: Any = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()
        self._recent: dict[str, Vectors] = {}
        self._lock = threading.Lock()

    def encode(self, texts: Sequence[str], batch: int = 32) -> Vectors:
        """Vectors of shape (len(texts), 384), float32, each of length 1, in the order of `texts`."""
        if len(texts) <= FEW:
            return self._few(texts)
        return self._encode(texts, batch)

    def _few(self, texts: Sequence[str]) -> Vectors:
        """Vectors of a few texts; the last REMEMBERED are kept, because guard, search and grounding ask for the same ones."""
        with self._lock:
            known = {text: self._recent[text] for text in texts if text in self._recent}
        unknown = [text for text in dict.fromkeys(texts) if text not in known]
        if unknown:
            made = dict(zip(unknown, self._encode(unknown, FEW), strict=True))
            known |= made
            with self._lock:
                self._recent |= made
                while len(self._recent) > REMEMBERED:
                    self._recent.pop(next(iter(self._recent)))
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, DIMENSIONS), dtype=np.float32)

    def _encode(self, texts: Sequence[str], batch: int) -> Vectors:
        out = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            encoded = self._tokenizer.encode_batch([texts[i] for i in rows])
            feed = {
                "input_ids": np.array([e.ids for e in encoded], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encoded], dtype=np.int64),
            }
            out[rows] = self._session.run(None, feed)[0]
        return out
