"""Tables of `evaluate safety` for privacy (spans found and masked) and grounding (sentences kept and dropped), on our labelled sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from leukchat.evaluation.metrics import wilson
from leukchat.safety.grounding import GroundingOutput
from leukchat.safety.grounding_support import Similar
from leukchat.safety.privacy import find_identifiers
from leukchat.safety.rules import Context
from leukchat.types import Passage

Row = tuple[str | int | float, ...]
# A labelled span counts as found when at least this share of its characters is masked, whatever kind it was taken for.
COVERED = 0.9


def privacy_table(labelled: Sequence[dict[str, Any]], misses: list[str]) -> Iterable[Row]:
    """Recall and precision for each kind of identifier, recall of names by round, and look-alike texts that lost something."""
    found = [(row, find_identifiers(row["text"])) for row in labelled]
    wanted: list[tuple[str, int, bool]] = []
    taken: list[tuple[str, bool]] = []
    for row, spans in found:
        for start, end, kind in row["spans"]:
            masked = sum(max(0, min(end, b) - max(start, a)) for a, b, _ in spans)
            wanted.append((kind, row["round"], masked >= COVERED * (end - start)))
            if not wanted[-1][2]:
                misses.append(f"{row['id']} privacy.{kind} -> left in: {row['text'][start:end]!r} in {row['text'][:80]!r}")
        for start, end, kind in spans:
            right = any(a < end and start < b for a, b, _ in row["spans"])
            taken.append((kind, right))
            if not right:
                misses.append(f"{row['id']} privacy.{kind} -> masked by mistake: {row['text'][start:end]!r}")
    for kind in sorted({kind for kind, _, _ in wanted}):
        yield _row(f"{kind} recall", [hit for one, _, hit in wanted if one == kind], "high")
        yield _row(f"{kind} precision", [right for one, right in taken if one == kind], "high")
    yield _row("any identifier recall", [hit for _, _, hit in wanted], ">= 0.95")
    yield _row("look-alikes masked by mistake", [bool(spans) for row, spans in found if row["kind"] == "lookalike"], "<= 0.03")


def grounding_table(labelled: Sequence[dict[str, Any]], similar: Similar | None, misses: list[str]) -> Iterable[Row]:
    """How many sentences that the passage carries are dropped, and how many of each kind that it does not carry."""
    results = [(row, bool(GroundingOutput().scan(f"{row['text']} [1]", Context(passages=(_passage(row["passage"]),), similar=similar)))) for row in labelled]
    for row, dropped in results:
        if dropped is row["supported"]:
            misses.append(f"{row['id']} grounding, {row['kind']} -> {'dropped' if dropped else 'kept'}: {row['text']!r}")
    for kind in sorted({row["kind"] for row in labelled if not row["supported"]}):
        yield _row(f"{kind}: dropped", [dropped for row, dropped in results if row["kind"] == kind], "high", "ours, grounding")
    yield _row("unsupported recall", [dropped for row, dropped in results if not row["supported"]], ">= 0.95", "ours, grounding")
    yield _row("supported, dropped by mistake", [dropped for row, dropped in results if row["supported"]], "<= 0.03", "ours, grounding")


def _passage(row: dict[str, str]) -> Passage:
    return Passage(id=row["id"], doc_id=row["id"].partition("#")[0], title=row["title"], section=row["section"], text=row["text"], ask=row["ask"])


def _row(what: str, flags: Sequence[bool], wanted: str, name: str = "ours, privacy") -> Row:
    low, high = wilson(sum(flags), len(flags))
    return name, what, len(flags), sum(flags), round(sum(flags) / max(1, len(flags)), 4), f"{low:.3f}-{high:.3f}", wanted
