"""How texts are worded, as numbers: hashed words, word pairs and letter groups, and the families a linear model finds in them."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leukchat.safety.normalise import normalise

Vector = NDArray[np.float32]
# The meaning of a text as a vector of length 1 (all-MiniLM-L6-v2, 384 numbers).
Embed = Callable[[str], Vector]
WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "guard_wording.npz"
BUCKETS = 1 << 14
SCALE = 3.0  # both kinds of features have length 1; this is their common size
_WORD = re.compile(r"[a-z']+|\d+|[^\x00-\x7f]+|[?%]")
_SENTENCE = re.compile(r"(?<=[.!?।])\s+|\n+")
MOST_SENTENCES = 8


def hashed(text: str) -> tuple[NDArray[np.int64], Vector]:
    """Places and values of a text's features: words, pairs and triples of words, groups of four letters; length SCALE."""
    words = ["#" if word.isdigit() else word for word in _WORD.findall(normalise(text).text.lower().replace("’", "'"))]
    line = " ".join(words)
    grams = [*words, *map("_".join, pairwise(words)), *map("_".join, zip(words, words[1:], words[2:], strict=False))]
    grams += ["c" + line[i : i + 4] for i in range(len(line) - 3)]
    if not grams:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    places, counts = np.unique(np.fromiter((zlib.crc32(gram.encode()) % BUCKETS for gram in grams), dtype=np.int64), return_counts=True)
    values = np.log1p(counts.astype(np.float32))
    return places, (SCALE * values / np.linalg.norm(values)).astype(np.float32)


def pieces(text: str) -> tuple[str, ...]:
    """A text and, where it has several, its first sentences: a long safe text must not hide an unsafe sentence."""
    sentences = [one.strip() for one in _SENTENCE.split(text) if len(one.strip()) > 8][:MOST_SENTENCES]
    return (text, *sentences) if len(sentences) > 1 else (text,)


@dataclass(frozen=True)
class Model:
    """Weights of one stage: for each family a row over hashed features and meaning, and the score from which it counts."""

    families: tuple[str, ...]
    hashed: Vector
    meaning: Vector
    bias: Vector
    least: Vector

    def scores(self, text: str, embed: Embed) -> Vector:
        """The highest score over the text and its sentences, one a family."""
        highest: Vector = np.max([self.score(piece, embed(piece)) for piece in pieces(text)], axis=0)
        return highest

    def score(self, piece: str, vector: Vector) -> Vector:
        """Scores of one piece; 0 is even odds."""
        places, values = hashed(piece)
        out: Vector = self.hashed[:, places] @ values + SCALE * (self.meaning @ vector) + self.bias
        return out

    def found(self, text: str, embed: Embed) -> tuple[str, ...]:
        """Families whose score is high enough, highest first."""
        above = self.scores(text, embed) - self.least
        return tuple(self.families[i] for i in np.argsort(-above) if above[i] > 0)


@cache
def model(stage: str, path: Path = WEIGHTS) -> Model:
    """The weights of a stage (`input` or `output`), read once; `scripts/train_guard_wording.py` makes them."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = [stored[f"{stage}_{name}"].astype(np.float32) for name in ("hashed", "meaning", "bias", "least")]
        about = json.loads(str(stored["about"]))
    return Model(tuple(about["families"][stage]), *arrays)


def about(path: Path = WEIGHTS) -> dict[str, object]:
    """What the weights were trained on and how well they did in cross-validation."""
    with np.load(path, allow_pickle=False) as stored:
        found: dict[str, object] = json.loads(str(stored["about"]))
    return found


def save(path: Path, models: dict[str, Model], told: dict[str, object]) -> None:
    """Writes the weights of all stages, in half precision, with what is told of them."""
    arrays = {
        f"{stage}_{name}": getattr(one, name).astype(np.float16 if name in ("hashed", "meaning") else np.float32)
        for stage, one in models.items()
        for name in ("hashed", "meaning", "bias", "least")
    }
    families: dict[str, Sequence[str]] = {stage: one.families for stage, one in models.items()}
    np.savez_compressed(path, about=json.dumps({**told, "families": families}), **arrays)
