"""`evaluate retrieval`: where the right passage stands, in the library and among thousands of MedQuAD answers."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from leukchat.assistant import Assistant
from leukchat.evaluation.data import OWN, data_folder, read_rows
from leukchat.evaluation.metrics import first_rank
from leukchat.evaluation.report import Report
from leukchat.knowledge.chunking import chunks
from leukchat.retrieval.build import build_index, is_fresh
from leukchat.retrieval.retriever import RETRIEVERS, Retriever
from leukchat.retrieval.store import SearchIndex
from leukchat.types import Passage

DEPTH = 10
OTHERS = 1500
SEED = 20261121
Case = tuple[str, frozenset[str]]


def evaluate_retrieval(assistant: Assistant, folder: Path | None = None) -> Report:
    """The table of what is found at rank 1, 3 and 10, for each retriever on each collection."""
    rows = [*_library(assistant), *_medquad(assistant, folder or data_folder())]
    columns = ("collection", "retriever", "questions", "rank 1", "rank 3", "rank 10", "MRR")
    notes = (
        "library: our own questions, in patients' words, the section that answers them being right (tests/data/questions).",
        f"MedQuAD: leukemia questions among the answers on blood diseases and {OTHERS} others of the development half; an answer to the same question is right.",
    )
    figures = {f"{row[0]}/{row[1]}": dict(zip(columns[2:], row[2:], strict=True)) for row in rows}
    return Report(suite="retrieval", columns=columns, rows=tuple(rows), notes=notes, figures=figures)


def library_cases() -> list[Case]:
    """Our own labelled questions: text and the ids of the sections that answer it."""
    paths = sorted((OWN / "questions").glob("library_*.jsonl"))
    return [(row["question"], frozenset(row["sections"])) for path in paths for row in read_rows(path)]


def _library(assistant: Assistant) -> Iterable[tuple[str | int | float, ...]]:
    cases = library_cases()
    for name in RETRIEVERS if cases else ():
        retriever = _variant(assistant, assistant.retriever.index, name)
        yield ("library", name, *_score(retriever, cases, by_passage=True))


def _medquad(assistant: Assistant, folder: Path) -> Iterable[tuple[str | int | float, ...]]:
    documents = _documents(folder)
    asked = [row for row in read_rows(folder / "medquad" / "leukemia_qa.jsonl") if row["answer"]]
    same: dict[str, set[str]] = {}
    for row in documents:
        same.setdefault(_plain(row["question"]), set()).add(row["id"])
    cases = [(row["question"], frozenset(same.get(_plain(row["question"]), ()))) for row in asked]
    digest = hashlib.sha256(json.dumps([[row["id"], row["answer"]] for row in documents]).encode()).hexdigest()
    target = assistant.settings.data_dir / "evaluation" / "medquad"
    if not is_fresh(target, digest, assistant.embedder.id):
        build_index(_passages(documents), target, assistant.embedder, digest)
    index = SearchIndex(target)
    for name in RETRIEVERS:
        yield ("MedQuAD", name, *_score(_variant(assistant, index, name), [case for case in cases if case[1]], by_passage=False))


def _documents(folder: Path) -> list[dict[str, str]]:
    """All answers on leukemia and other blood diseases, and a fixed sample of the others: indexing all takes half an hour."""
    everything = read_rows(folder / "medquad" / "medquad_answered_full.jsonl.gz")
    near = {row["id"] for name in ("leukemia_qa.jsonl", "nearmiss_heme_qa.jsonl") for row in read_rows(folder / "medquad" / name)}
    others = [row for row in everything if row["id"] not in near]
    return [row for row in everything if row["id"] in near] + random.Random(SEED).sample(others, min(OTHERS, len(others)))  # noqa: S311 - a repeatable sample


def _passages(documents: Sequence[dict[str, str]]) -> Iterable[Passage]:
    for row in documents:
        for number, piece in enumerate(chunks(row["answer"]), start=1):
            yield Passage(id=f"{row['id']}/{number}", doc_id=row["id"], title=row["focus"], section="", text=piece)


def _variant(assistant: Assistant, index: SearchIndex, name: str) -> Retriever:
    return Retriever(index, assistant.embedder, assistant.settings.retrieval.model_copy(update={"retriever": name}))


def _score(retriever: Retriever, cases: Sequence[Case], *, by_passage: bool) -> tuple[int | float, ...]:
    ranks = []
    for question, relevant in cases:
        hits = retriever.search(question, DEPTH if by_passage else 5 * DEPTH).hits
        found = list(dict.fromkeys(hit.passage.id if by_passage else hit.passage.doc_id for hit in hits))[:DEPTH]
        ranks.append(first_rank(found, relevant))
    total = len(ranks)
    at = [sum(1 for rank in ranks if rank is not None and rank <= depth) / total for depth in (1, 3, DEPTH)]
    mrr = sum(1 / rank for rank in ranks if rank is not None) / total
    return (total, *(round(value, 4) for value in at), round(mrr, 4))


def _plain(question: str) -> str:
    return "".join(char for char in question.lower() if char.isalnum())
