"""How texts are worded, as numbers: their words, the classes of their words and their meaning, and the families a small model finds in them."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leukchat.safety.normalise import normalise
from leukchat.safety.wording_classes import class_of

Vector = NDArray[np.float32]
Places = NDArray[np.int64]
# The meaning of a text as a vector of length 1 (all-MiniLM-L6-v2, 384 numbers), then what its layers say of the wording (MEANING numbers in all).
Embed = Callable[[str], Vector]
WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "guard_wording.npz"
MEANING = 1920
BUCKETS = 1 << 15
_WORD = re.compile(r"[a-z']+|\d+|[^\x00-\x7f]+|[?%]")
_SENTENCE = re.compile(r"(?<=[.!?।])\s+|\n+")
MOST_SENTENCES = 8


def words_of(text: str) -> list[str]:
    """The words of a text as matched: folded, numbers as "#"."""
    return ["#" if word.isdigit() else word for word in _WORD.findall(normalise(text).text.lower().replace("’", "'"))]


def by_words(words: Sequence[str]) -> tuple[Places, Vector]:
    """Places and values of words, their pairs and triples, and groups of four letters; length 1."""
    line = " ".join(words)
    letters = ("c" + line[i : i + 4] for i in range(len(line) - 3))
    return _hashed([*words, *map("_".join, pairwise(words)), *map("_".join, zip(words, words[1:], words[2:], strict=False)), *letters])


def by_classes(words: Sequence[str]) -> tuple[Places, Vector]:
    """The same with classes for words ("tell YOU TEAM"); then the classes alone, in order and together; length 1."""
    line = [class_of(word) for word in words]
    named = [one for one in line if one.isupper()]
    in_order = ["K" + "_".join(some) for some in (*pairwise(named), *zip(named, named[1:], named[2:], strict=False))]
    together = [f"S{one}_{other}" for one, other in combinations(sorted(set(named)), 2)]
    return _hashed([*line, *map("_".join, pairwise(line)), *map("_".join, zip(line, line[1:], line[2:], strict=False)), *in_order, *together])


def _hashed(grams: Iterable[str]) -> tuple[Places, Vector]:
    places, counts = np.unique(np.fromiter((zlib.crc32(gram.encode()) % BUCKETS for gram in grams), dtype=np.int64), return_counts=True)
    values = np.log1p(counts.astype(np.float32))
    length = float(np.linalg.norm(values)) or 1.0
    return places, (values / length).astype(np.float32)


def pieces(text: str) -> tuple[str, ...]:
    """A text and, where it has several, its first sentences: a long safe text must not hide an unsafe sentence."""
    sentences = [one.strip() for one in _SENTENCE.split(text) if len(one.strip()) > 8][:MOST_SENTENCES]
    return (text, *sentences) if len(sentences) > 1 else (text,)


@dataclass(frozen=True)
class Model:
    """Weights of one stage, a row a family: over words, classes and meaning, and over pairs of meanings.

    A meaning is first moved by `shift` and stretched by `scale` (MEANING numbers each). `pairs` are directions of it (family, rank, MEANING) whose squared
    share counts with `signs` (family, rank); `bias` is the score of nothing, `least` the score from which a family counts, `doubt` the one below
    which a rule's finding of the family is taken for a mistake (far below any score where rules are never overruled).
    """

    families: tuple[str, ...]
    shift: Vector
    scale: Vector
    words: Vector
    classes: Vector
    meaning: Vector
    pairs: Vector
    signs: Vector
    bias: Vector
    least: Vector
    doubt: Vector

    def scores(self, text: str, embed: Embed) -> Vector:
        """The highest score over the text and its sentences, one a family."""
        highest: Vector = np.max([self.score(piece, embed(piece)) for piece in pieces(text)], axis=0)
        return highest

    def score(self, piece: str, vector: Vector) -> Vector:
        """Scores of one piece; 0 is even odds, 1 and -1 are what unsafe and safe rows were trained to."""
        words = words_of(piece)
        places, values = by_words(words)
        class_places, class_values = by_classes(words)
        vector = (vector - self.shift) * self.scale
        out: Vector = (
            self.words[:, places] @ values
            + self.classes[:, class_places] @ class_values
            + self.meaning @ vector
            + ((self.pairs @ vector) ** 2 * self.signs).sum(axis=1)
            + self.bias
        )
        return out

    def found(self, text: str, embed: Embed) -> tuple[str, ...]:
        """Families whose score is high enough, highest first."""
        above = self.scores(text, embed) - self.least
        return tuple(self.families[i] for i in np.argsort(-above) if above[i] > 0)

    def doubted(self, text: str, embed: Embed) -> frozenset[str]:
        """Families that the text is surely not of, by its highest score."""
        below = self.scores(text, embed) < self.doubt
        return frozenset(family for family, is_below in zip(self.families, below, strict=True) if is_below)


_ARRAYS = tuple(one.name for one in fields(Model) if one.name != "families")


@cache
def model(stage: str, path: Path = WEIGHTS) -> Model:
    """The weights of a stage (`input` or `output`), read once; `scripts/train_guard_wording.py` makes them."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = [stored[f"{stage}_{name}"].astype(np.float32) for name in _ARRAYS]
        about = json.loads(str(stored["about"]))
    return Model(tuple(about["families"][stage]), *arrays)


def about(path: Path = WEIGHTS) -> dict[str, object]:
    """What the weights were trained on and how well they did on authors left out."""
    with np.load(path, allow_pickle=False) as stored:
        found: dict[str, object] = json.loads(str(stored["about"]))
    return found


def save(path: Path, models: dict[str, Model], told: dict[str, object]) -> None:
    """Writes the weights of all stages with what is told of them, biases and thresholds in full and the rest in half precision."""
    arrays = {
        f"{stage}_{name}": getattr(one, name).astype(np.float32 if name in ("shift", "scale", "bias", "least", "doubt") else np.float16)
        for stage, one in models.items()
        for name in _ARRAYS
    }
    families: dict[str, Sequence[str]] = {stage: one.families for stage, one in models.items()}
    np.savez_compressed(path, about=json.dumps({**told, "families": families}), **arrays)
