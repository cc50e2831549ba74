"""Sentence vectors from all-MiniLM-L6-v2 in int8 ONNX: onnxruntime and tokenizers, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from leukchat.errors import EmbedderError
from leukchat.retrieval.export import EMBEDDER_ID, MAX_TOKENS, is_exported

Vectors = NDArray[np.float32]
DIMENSIONS = 384


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
        self._session: Any = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()

    def encode(self, texts: Sequence[str], batch: int = 32) -> Vectors:
        """Vectors of shape (len(texts), 384), float32, each of length 1, in the order of `texts`."""
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
