"""Trains the guard's second opinion on wording and writes `leukchat/data/guard_wording.npz`.

Rows: `tests/data/safety/{outputs,inputs,validation_*,training_*,earlier_*}.jsonl`, all written for this project; never
`final_*.jsonl`, which only measures; and as safe rows every ORDINARY-th other way to ask for a section of the library (for the input
stage) or sentence and section of it (for the output stage), but for what is about emergencies, crises and doses. The model is a ridge regression over words, classes of words, meaning (MiniLM) and pairs
of meanings, solved in its dual form: one system of equations a fold, the same result on every run.
Each author's rows are scored by a model that saw none of them; the threshold of a family is the score that then stops at most
its share in STOPPED of the safe rows. Prints the recall of the rules, of the model and of both on authors left out.

    python scripts/train_guard_wording.py [--stopped 1.0] [--dry-run]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from leukchat.assistant import Assistant
from leukchat.guardrails.running import run_rules
from leukchat.knowledge.library import load_library, load_phrasings
from leukchat.reading.sentences import sentence_spans
from leukchat.safety.rules import Context
from leukchat.safety.stages import rules_of
from leukchat.safety.wording import BUCKETS, WEIGHTS, Model, by_classes, by_words, pieces, save, words_of
from leukchat.settings import load_settings
from leukchat.types import Stage

DATA = ROOT / "tests" / "data" / "safety"
FAMILIES: dict[Stage, tuple[str, ...]] = {"input": ("self_harm", "emergency", "harm", "injection", "dosing"), "output": ("dosing", "diagnosis", "harm")}
# Share of the safe rows of authors left out that the model of a family may stop: more where missing is worst and rules know least.
STOPPED: dict[Stage, dict[str, float]] = {
    "input": {"self_harm": 0.005, "emergency": 0.005, "harm": 0.007, "injection": 0.006, "dosing": 0.003},
    "output": {"dosing": 0.003, "diagnosis": 0.008, "harm": 0.009},
}
STRENGTH = 0.5
RANK = 48  # directions of meaning kept of the pairs
OF_A_SENTENCE = 0.4  # weight of a sentence of a safe text beside that of the text
ORDINARY = 3
# Sections whose ways to ask may be emergencies, crises or requests for a dose: no examples of a safe message.
_URGENT = re.compile(
    r"emergenc|urgent|call|report|warning|danger|fever|temperature|bleed|bruis|breath|chest|sepsis|infection|clot|stroke|seizure|confus|headache|allerg|reaction|swell|jaundice|liver|pancrea|rash|spine|leg weak|"
    r"vomit|diarrhea|constipat|pain|leukostasis|lysis|differentiation|syndrome|chickenpox|shingles|measles|die|dying|death|suicid|crisis|hopeless|depress|dose|missed|miss |skip|stop",
    re.IGNORECASE,
)
_ALARM = re.compile(
    r"fever|\btemp\b|\bhot\b|shiver|shak|bleed|blood in|breath|chest|heart|faint|dizz|confus|seiz|stroke|numb|weak|swollen|swelling|puffy|yellow|rash|purple|chicken|shingles|lump|vomit|throwing up|runs\b|"
    r"\bdie\b|dying|dead|death|kill|suicid|end it|overdos|double|forgot|missed|stop|skip|\bmg\b|how much|how many",
    re.IGNORECASE,
)
BY_QUESTION = ("trial_leak", "trial_citation")  # rows whose label hangs on the question, not on their wording


def rows_of(stage: Stage) -> list[dict[str, Any]]:
    """All labelled rows of a stage that may be learned from, in a fixed order, with the author (the kind of file) that wrote them."""
    rows = []
    for file in sorted(DATA.glob("*.jsonl")):
        kind = re.fullmatch(rf"(|validation_|training_(?:\w+_)?|earlier_(?:\w+_)?){stage}s\.jsonl", file.name)
        if kind is not None:
            rows += [json.loads(line) | {"author": kind[1].strip("_") or "first"} for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if not row["kind"].endswith(BY_QUESTION)] + ordinary(stage)


def ordinary(stage: Stage) -> list[dict[str, Any]]:
    """Safe rows from the library: how people ask for its sections, or what these say, one author for the model."""
    sections = [section for article in load_library() for section in article.sections]
    if stage == "input":
        asked = load_phrasings()
        texts = [line for section in sections if not _URGENT.search(section.question) for line in asked.get(section.id, ()) if not _ALARM.search(line)]
    else:
        texts = [one for section in sections for one in (section.text, *(section.text[a:b] for a, b in sentence_spans(section.text)))]
    return [
        {"id": f"library-{number:05d}", "text": text, "family": "none", "kind": "ordinary", "unsafe": False, "author": "library"} for number, text in enumerate(texts[::ORDINARY])
    ]


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
    def meaning(self) -> Any:
        """MiniLM vectors of all pieces."""
        return self.assistant.embedder.encode(self.flat)

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


def sparse(features: list[tuple[Any, Any]]) -> Any:
    """Places and values of many pieces as one sparse matrix."""
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *(len(places) for places, _ in features)])
    return csr_matrix((np.concatenate([values for _, values in features]), np.concatenate([places for places, _ in features]), ends), shape=(len(features), BUCKETS))


def solve(rows: Rows, use: Any) -> Any:
    """What each piece of `use` adds to the score of a piece like it, one column a family."""
    from scipy.linalg import solve as solved

    system = rows.alike[np.ix_(use, use)]
    system[np.arange(len(use)), np.arange(len(use))] += STRENGTH / rows.weight[use]
    return solved(system, rows.wanted[use], assume_a="pos", overwrite_a=True, check_finite=False)


def held_out(rows: Rows) -> Any:
    """Scores of all rows, each by a model that saw no row of its author."""
    scores = np.zeros_like(rows.wanted)
    for author in dict.fromkeys(rows.author):
        mine = rows.author[rows.owner] == author
        use = np.flatnonzero(rows.known & ~mine)
        scores[mine] = rows.alike[np.ix_(np.flatnonzero(mine), use)] @ solve(rows, use)
    return rows.best(scores)


def whole_model(rows: Rows, least: Any) -> Model:
    """The model that learned from all rows, its parts summed up so that no row is needed any more."""
    use = np.flatnonzero(rows.known)
    parts = solve(rows, use)
    meaning = rows.meaning[use]
    pairs, signs = zip(*(directions((meaning * column[:, None]).T @ meaning) for column in parts.T), strict=True)
    return Model(
        FAMILIES[rows.stage],
        np.asarray(rows.words[use].T @ parts, dtype=np.float32).T,
        np.asarray(rows.classes[use].T @ parts, dtype=np.float32).T,
        (meaning.T @ parts).T,
        np.stack(pairs),
        np.stack(signs),
        parts.sum(axis=0),
        np.asarray(least, dtype=np.float32),
    )


def directions(form: Any) -> tuple[Any, Any]:
    """The strongest directions of a quadratic form, scaled, and whether each adds or takes away."""
    values, vectors = np.linalg.eigh(form.astype(np.float64))
    kept = np.argsort(-np.abs(values))[:RANK]
    return (vectors[:, kept] * np.sqrt(np.abs(values[kept]))).T.astype(np.float32), np.sign(values[kept]).astype(np.float32)


def train(stage: Stage, assistant: Assistant, stopped: float) -> tuple[Model, dict[str, float], int]:
    """The model of a stage, its recall on authors left out and how many rows it saw; prints the table."""
    rows = Rows(stage, assistant)
    held = held_out(rows)
    rules = [rule for rule in rules_of(stage) if rule.name != "wording"]
    ruled = [{f.rule.split(".")[0] for f in run_rules(rules, row["text"], Context(question=row.get("question", ""))).findings} for row in rows.rows]
    least, recall = [], {}
    stops = np.zeros(len(rows.rows), dtype=bool)
    for number, family in enumerate(FAMILIES[stage]):
        mine, by_rule = rows.is_of[:, number], np.array([family in found for found in ruled])
        least.append(float(np.quantile(held[rows.safe, number], 1 - stopped * STOPPED[stage][family])))
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
    return whole_model(rows, least), recall, len(rows.rows)


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
