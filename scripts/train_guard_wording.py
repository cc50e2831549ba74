"""Trains the guard's second opinion on wording and writes `leukchat/data/guard_wording.npz`.

Rows: `tests/data/safety/{outputs,inputs,validation_*,training_*,earlier_*}.jsonl`, all written for this project; never
`final_*.jsonl`, which only measures; and as safe rows every ORDINARY-th other way to ask for a section of the library (for the input
stage) or sentence and section of it (for the output stage), but for what is about emergencies, crises and doses. The model is a ridge
regression over words, classes of words, meaning (MiniLM's vector and layers) and pairs of meanings, solved in its dual form: one system of equations a stage, the same result on every run.
Each author's rows are scored by a model that saw none of them; the threshold of a family is the score that then stops at most
its share in STOPPED of the safe rows. Prints the recall of the rules, of the model and of both on authors left out.

    python scripts/train_guard_wording.py [--stopped 1.0] [--dry-run]
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from guard_rows import rows_of, sparse

from leukchat.assistant import Assistant
from leukchat.guardrails.running import run_rules
from leukchat.retrieval.embedder import DIMENSIONS
from leukchat.safety.rules import Context
from leukchat.safety.stages import rules_of
from leukchat.safety.wording import WEIGHTS, Model, by_classes, by_words, pieces, save, words_of
from leukchat.settings import load_settings
from leukchat.types import Stage

FAMILIES: dict[Stage, tuple[str, ...]] = {"input": ("self_harm", "emergency", "harm", "injection", "dosing"), "output": ("dosing", "diagnosis", "harm")}
# Share of the safe rows of authors left out that the model of a family may stop: more where missing is worst and rules know least.
STOPPED: dict[Stage, dict[str, float]] = {
    "input": {"self_harm": 0.005, "emergency": 0.005, "harm": 0.005, "injection": 0.003, "dosing": 0.005},
    "output": {"dosing": 0.008, "diagnosis": 0.008, "harm": 0.009},
}
# Share of the unsafe rows of authors left out that the rules found and the model may let go; families that are not named are never let go.
LET_GO = {"dosing": 0.007, "diagnosis": 0.007}
NEVER = -100.0
STRENGTH = 0.5
RANK = 64  # directions of meaning kept of the pairs
LAYERS_WEIGH = 1.5
OF_A_SENTENCE = 0.4  # weight of a sentence of a safe text beside that of the text


@dataclass
class Rows:
    """The rows of a stage cut into pieces, with their features."""

    stage: Stage
    assistant: Assistant

    def __post_init__(self) -> None:
        self.rows = rows_of(self.stage)
        split = [pieces(row["text"]) for row in self.rows]
        self.flat = [piece for group in split for piece in group]
        self.owner = np.repeat(np.arange(len(split)), [len(group) for group in split])
        whole = np.r_[True, self.owner[1:] != self.owner[:-1]]
        self.first = np.flatnonzero(whole)
        self.author = np.array([row["author"] for row in self.rows])
        self.safe = np.array([not row["unsafe"] for row in self.rows])
        # Every piece of a safe text is a safe example; of an unsafe one only the whole text is known to be unsafe.
        self.known = whole | self.safe[self.owner]
        self.weight = np.where(whole, 1.0, OF_A_SENTENCE)
        self.is_of = np.array([[bool(row["unsafe"] and family in (row["family"], row.get("also"))) for family in FAMILIES[self.stage]] for row in self.rows])
        self.wanted = np.where(self.is_of[self.owner], 1.0, -1.0).astype(np.float32)

    @cached_property
    def worded(self) -> Any:
        """What MiniLM makes of all pieces: the sentence vector and the means of its layers."""
        found: dict[str, Any] = {piece: None for piece in self.flat}
        for piece in found:
            found[piece] = self.assistant.embedder.worded([piece])[0]
        return np.stack([found[piece] for piece in self.flat])

    @cached_property
    def shift(self) -> Any:
        """What is taken off each number: the mean of the layers' ones; the sentence vector stays."""
        mean = self.worded.mean(axis=0)
        mean[:DIMENSIONS] = 0
        return mean

    @cached_property
    def scale(self) -> Any:
        """What each number is multiplied by: the layers' ones spread alike, so that they weigh LAYERS_WEIGH times the sentence vector."""
        spread = self.worded[:, DIMENSIONS:].std(axis=0) + 1e-3
        return np.concatenate((np.ones(DIMENSIONS), np.sqrt(LAYERS_WEIGH / len(spread)) / spread)).astype(np.float32)

    @cached_property
    def meaning(self) -> Any:
        """`worded`, moved and stretched."""
        return ((self.worded - self.shift) * self.scale).astype(np.float32)

    @cached_property
    def words(self) -> Any:
        """Sparse features of the words of all pieces."""
        return sparse([by_words(words_of(piece)) for piece in self.flat])

    @cached_property
    def classes(self) -> Any:
        """Sparse features of the classes of all pieces."""
        return sparse([by_classes(words_of(piece)) for piece in self.flat])

    @cached_property
    def alike(self) -> Any:
        """How alike any two pieces are: in words, in classes, in meaning and in its square; 1 more for the bias."""
        meaning = self.meaning @ self.meaning.T
        return np.asarray((self.words @ self.words.T + self.classes @ self.classes.T).todense(), dtype=np.float32) + meaning + meaning * meaning + 1.0

    def best(self, scores: Any) -> Any:
        """The highest score of the pieces of each row."""
        return np.maximum.reduceat(scores, self.first, axis=0)


@dataclass
class Solved:
    """The system of all known pieces of a stage, solved once: what leaves one author out follows from its inverse."""

    rows: Rows

    def __post_init__(self) -> None:
        from scipy.linalg.lapack import spotrf, spotri

        rows = self.rows
        self.use = np.flatnonzero(rows.known)
        system = np.asfortranarray(rows.alike[np.ix_(self.use, self.use)])
        system[np.arange(len(self.use)), np.arange(len(self.use))] += STRENGTH / rows.weight[self.use]
        system, failed = spotrf(system, lower=1, overwrite_a=1)
        if failed:
            sys.exit(f"the system of {rows.stage} has no solution (spotrf: {failed})")
        system, failed = spotri(system, lower=1, overwrite_c=1)
        if failed:
            sys.exit(f"the system of {rows.stage} has no inverse (spotri: {failed})")
        # Only the lower half was made; the upper one is its mirror.
        for start in range(0, len(system), 1024):
            stop = start + 1024
            corner = np.tril(system[start:stop, start:stop])
            system[start:stop, start:stop] = corner + np.tril(corner, -1).T
            system[start:stop, stop:] = system[stop:, start:stop].T
        self.inverse = system
        self.parts = system @ rows.wanted[self.use]

    def without(self, author: str) -> Any:
        """What each piece of the others adds to the score of a piece like it, one column a family; 0 for the author's own."""
        mine = self.rows.author[self.rows.owner[self.use]] == author
        own, parts = np.flatnonzero(mine), self.parts.copy()
        parts -= self.inverse[:, own] @ np.linalg.solve(self.inverse[np.ix_(own, own)], parts[own])
        parts[own] = 0
        return parts


def held_out(solved: Solved) -> Any:
    """Scores of all rows, each by a model that saw no row of its author."""
    rows = solved.rows
    scores = np.zeros_like(rows.wanted)
    for author in dict.fromkeys(rows.author):
        mine = np.flatnonzero(rows.author[rows.owner] == author)
        scores[mine] = rows.alike[np.ix_(mine, solved.use)] @ solved.without(author)
    return rows.best(scores)


def whole_model(solved: Solved, least: Any, doubt: Any) -> Model:
    """The model that learned from all rows, its parts summed up so that no row is needed any more."""
    rows, use, parts = solved.rows, solved.use, solved.parts
    meaning = rows.meaning[use]
    pairs, signs = zip(*(directions((meaning * column[:, None]).T @ meaning) for column in parts.T), strict=True)
    return Model(
        FAMILIES[rows.stage],
        rows.shift,
        rows.scale,
        np.asarray(rows.words[use].T @ parts, dtype=np.float32).T,
        np.asarray(rows.classes[use].T @ parts, dtype=np.float32).T,
        (meaning.T @ parts).T,
        np.stack(pairs),
        np.stack(signs),
        parts.sum(axis=0),
        np.asarray(least, dtype=np.float32),
        np.asarray(doubt, dtype=np.float32),
    )


def directions(form: Any) -> tuple[Any, Any]:
    """The strongest directions of a quadratic form, scaled, and whether each adds or takes away."""
    values, vectors = np.linalg.eigh(form.astype(np.float64))
    kept = np.argsort(-np.abs(values))[:RANK]
    return (vectors[:, kept] * np.sqrt(np.abs(values[kept]))).T.astype(np.float32), np.sign(values[kept]).astype(np.float32)


def train(stage: Stage, assistant: Assistant, stopped: float) -> tuple[Model, dict[str, float], int]:
    """The model of a stage, its recall on authors left out and how many rows it saw; prints the table."""
    rows = Rows(stage, assistant)
    solved = Solved(rows)
    held = held_out(solved)
    rules = [rule for rule in rules_of(stage) if rule.name != "wording"]
    ruled = [{f.rule.split(".")[0] for f in run_rules(rules, row["text"], Context(question=row.get("question", ""))).findings} for row in rows.rows]
    least, doubt, recall = [], [], {}
    stops = np.zeros(len(rows.rows), dtype=bool)
    for number, family in enumerate(FAMILIES[stage]):
        mine, by_rule = rows.is_of[:, number], np.array([family in found for found in ruled])
        least.append(float(np.quantile(held[rows.safe, number], 1 - stopped * STOPPED[stage][family])))
        doubt.append(float(np.quantile(held[mine & by_rule, number], LET_GO[family])) if family in LET_GO else NEVER)
        by_rule &= held[:, number] >= doubt[-1]
        by_model = held[:, number] > least[-1]
        both = by_rule | by_model
        stops |= both
        recall[family] = round(float(by_model[mine].mean()), 3)
        print(
            f"{stage:<7} {family:<10} {mine.sum():>5} {by_rule[mine].mean():>7.3f} {by_model[mine].mean():>7.3f} {both[mine].mean():>7.3f}   {by_rule[rows.safe].mean():>22.4f} {both[rows.safe].mean():>8.4f}"
        )
        for author in dict.fromkeys(rows.author[mine]):
            here = rows.author == author
            print(
                f"{'':<10}{author:<22} {by_rule[mine & here].mean():>7.3f} {both[mine & here].mean():>7.3f}  of {(mine & here).sum()}; safe, stopped {both[rows.safe & here].mean():.4f}"
            )
    print(f"{stage:<7} any family, safe rows stopped: {stops[rows.safe].mean():.4f} of {rows.safe.sum()}")
    return whole_model(solved, least, doubt), recall, len(rows.rows)


def main() -> None:
    """Trains both stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stopped", type=float, default=1.0, help="multiplies STOPPED")
    parser.add_argument("--dry-run", action="store_true", help="print the table, write nothing")
    options = parser.parse_args()
    assistant = Assistant(load_settings())
    models, told = {}, {}
    print("each author's rows by a model that saw none of them; the rules were tuned on many of these rows")
    print(f"{'stage':<7} {'family':<10} {'rows':>5} {'rules':>7} {'model':>7} {'both':>7}   {'safe, stopped by rules':>22} {'by both':>8}")
    for stage in FAMILIES:
        models[stage], recall, count = train(stage, assistant, options.stopped)
        digest = hashlib.sha256("\n".join(f"{row['id']} {row['text']}" for row in rows_of(stage)).encode()).hexdigest()
        told[stage] = {"rows": count, "sha256": digest, "recall": recall}
    if not options.dry_run:
        save(WEIGHTS, models, told)
        print(f"written: {WEIGHTS.relative_to(ROOT)}, {WEIGHTS.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
