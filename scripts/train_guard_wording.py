"""Trains the guard's second opinion on wording and writes `leukchat/data/guard_wording.npz`.

Rows: `tests/data/safety/{outputs,inputs,validation_*,training_*}.jsonl`, all written for this project; never
`final_*.jsonl`, which only measures. One logistic regression a family over hashed words and MiniLM vectors.
The threshold of a family is the score that, in five-fold cross-validation, stops at most its share in STOPPED of the safe rows.
Prints the cross-validated recall of the rules, of the model and of both, and what both stop by mistake.

    python scripts/train_guard_wording.py [--stopped 1.0] [--dry-run]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from leukchat.assistant import Assistant
from leukchat.guardrails.running import run_rules
from leukchat.safety.rules import Context
from leukchat.safety.stages import rules_of
from leukchat.safety.wording import BUCKETS, SCALE, WEIGHTS, Model, hashed, pieces, save
from leukchat.settings import load_settings
from leukchat.types import Stage

DATA = ROOT / "tests" / "data" / "safety"
FAMILIES: dict[Stage, tuple[str, ...]] = {"input": ("self_harm", "emergency", "harm", "injection", "dosing"), "output": ("dosing", "diagnosis", "harm")}
# Share of the safe rows that the model of a family may stop in cross-validation: more where missing is worst.
STOPPED: dict[Stage, dict[str, float]] = {
    "input": {"self_harm": 0.02, "emergency": 0.012, "harm": 0.01, "injection": 0.005, "dosing": 0.005},
    "output": {"dosing": 0.005, "diagnosis": 0.01, "harm": 0.01},
}
FOLDS = 5
BY_QUESTION = ("trial_leak", "trial_citation")  # rows whose label hangs on the question, not on their wording


def rows_of(stage: Stage) -> list[dict[str, Any]]:
    """All labelled rows of a stage that may be learned from, in a fixed order."""
    files = [DATA / f"{kind}{stage}s.jsonl" for kind in ("", "validation_", "training_")]
    rows = [json.loads(line) for file in files if file.is_file() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if not row["kind"].endswith(BY_QUESTION)]


def dense(piece: str, vector: Any) -> Any:
    """Hashed features and meaning in one row."""
    places, values = hashed(piece)
    out = np.zeros(BUCKETS + vector.shape[0], dtype=np.float32)
    out[places] = values
    out[BUCKETS:] = SCALE * vector
    return out


def fit(features: Any, wanted: Any, weights: Any, strength: float) -> tuple[Any, float]:
    """Weights and bias of a logistic regression (L-BFGS, L2 of `strength`)."""
    import torch

    x, y, w = torch.tensor(features), torch.tensor(wanted, dtype=torch.float32), torch.tensor(weights, dtype=torch.float32)
    beta, bias = torch.zeros(x.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.LBFGS([beta, bias], max_iter=60)

    def closure() -> Any:
        optimizer.zero_grad()
        loss = (torch.nn.functional.binary_cross_entropy_with_logits(x @ beta + bias, y, reduction="none") * w).mean() + strength * (beta * beta).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return beta.detach().numpy(), float(bias.detach()[0])


def train(stage: Stage, assistant: Assistant, stopped: float, strength: float) -> tuple[Model, list[tuple[Any, ...]], int]:
    """The model of a stage, its cross-validation table and how many rows it saw."""
    rows = rows_of(stage)
    split = [pieces(row["text"]) for row in rows]
    flat = [piece for group in split for piece in group]
    vectors = assistant.embedder.encode(flat)
    features = np.stack([dense(piece, vector) for piece, vector in zip(flat, vectors, strict=True)])
    owner = np.repeat(np.arange(len(rows)), [len(group) for group in split])
    first = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    folds = np.array([zlib.crc32(row["id"].encode()) % FOLDS for row in rows])
    safe = np.array([not row["unsafe"] for row in rows])
    # Every piece of a safe text is a safe example; of an unsafe one only the whole text is known to be unsafe.
    known = np.isin(np.arange(len(flat)), first) | safe[owner]
    rules = [rule for rule in rules_of(stage) if rule.name != "wording"]
    ruled = [{f.rule.split(".")[0] for f in run_rules(rules, row["text"], Context(question=row.get("question", ""))).findings} for row in rows]
    table, out = [], []
    for family in FAMILIES[stage]:
        mine = np.array([bool(row["unsafe"] and family in (row["family"], row.get("also"))) for row in rows])
        weight = np.where(mine, np.sqrt(safe.sum() / mine.sum()), np.where(safe, 1.0, 0.3))[owner]
        weight[safe[owner] & ~np.isin(np.arange(len(flat)), first)] = 0.4
        held = np.zeros(len(rows))
        for fold in range(FOLDS):
            use = known & (folds[owner] != fold)
            beta, bias = fit(features[use], mine[owner][use], weight[use], strength)
            scores = features @ beta + bias
            best = np.maximum.reduceat(scores, first)
            held[folds == fold] = best[folds == fold]
        least = float(np.quantile(held[safe], 1 - stopped * STOPPED[stage][family]))
        by_rule = np.array([family in found for found in ruled])
        both = by_rule | (held > least)
        table.append((stage, family, int(mine.sum()), by_rule[mine].mean(), (held > least)[mine].mean(), both[mine].mean(), by_rule[safe].mean(), both[safe].mean()))
        beta, bias = fit(features[known], mine[owner][known], weight[known], strength)
        out.append((beta, bias, least))
    return (
        Model(
            FAMILIES[stage],
            np.stack([beta[:BUCKETS] for beta, _, _ in out]),
            np.stack([beta[BUCKETS:] for beta, _, _ in out]),
            np.array([bias for _, bias, _ in out], dtype=np.float32),
            np.array([least for _, _, least in out], dtype=np.float32),
        ),
        table,
        len(rows),
    )


def main() -> None:
    """Trains both stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stopped", type=float, default=1.0, help="multiplies STOPPED")
    parser.add_argument("--strength", type=float, default=1e-4, help="L2 penalty")
    parser.add_argument("--dry-run", action="store_true", help="print the table, write nothing")
    options = parser.parse_args()
    assistant = Assistant(load_settings())
    models, told = {}, {}
    print("cross-validated, five folds; the rules were tuned on many of these rows, the model saw none of its fold")
    print(f"{'stage':<7} {'family':<10} {'rows':>5} {'rules':>7} {'model':>7} {'both':>7}   {'safe, stopped by rules':>22} {'by both':>8}")
    for stage in FAMILIES:
        models[stage], table, count = train(stage, assistant, options.stopped, options.strength)
        for row in table:
            print(f"{row[0]:<7} {row[1]:<10} {row[2]:>5} {row[3]:>7.3f} {row[4]:>7.3f} {row[5]:>7.3f}   {row[6]:>22.4f} {row[7]:>8.4f}")
        digest = hashlib.sha256("\n".join(f"{row['id']} {row['text']}" for row in rows_of(stage)).encode()).hexdigest()
        told[stage] = {"rows": count, "sha256": digest, "recall": {row[1]: round(float(row[4]), 3) for row in table}}
    if not options.dry_run:
        save(WEIGHTS, models, told)
        print(f"written: {WEIGHTS.relative_to(ROOT)}, {WEIGHTS.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
