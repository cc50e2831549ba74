"""Builds a search index from passages, shard by shard, so that an interrupted build goes on."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from leukchat.errors import IndexStoreError, SourceError
from leukchat.reading.sentences import sentence_spans
from leukchat.retrieval.bm25 import LexicalIndex
from leukchat.retrieval.embedder import Embedder
from leukchat.retrieval.store import FORMAT, Manifest, fingerprint, write_manifest
from leukchat.retrieval.ways import save as save_ways
from leukchat.types import Passage

SHARD = 256
FLAT_LIMIT = 50_000
Progress = Callable[[int], None]


@dataclass(frozen=True)
class BuildReport:
    """What a build did: `reused` counts passages taken from an interrupted build; `rebuilt` is false when another process had just made it."""

    passages: int
    sentences: int
    reused: int
    rebuilt: bool


def is_fresh(folder: Path, source_hash: str, embedder_id: str) -> bool:
    """Whether `folder` holds an undamaged index of these sources made with this embedder."""
    try:
        manifest = Manifest.read(folder)
        part = folder / manifest.generation
        whole = all(fingerprint(part / name) == expected for name, expected in manifest.files.items())
    except (IndexStoreError, OSError):
        return False
    return whole and manifest.source_hash == source_hash and manifest.embedder == embedder_id


def build_index(passages: Iterable[Passage], folder: Path, embedder: Embedder, source_hash: str, progress: Progress = lambda done: None) -> BuildReport:
    """Indexes passages into `folder`; the old index there stays valid until the new one is whole.

    One process builds at a time; one that waited for a build of the same sources takes that one. Shards left by an interrupted build of the same sources and embedder are used again.
    Raises SourceError when there is no passage.
    """
    from filelock import FileLock

    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / ".lock"):
        if is_fresh(folder, source_hash, embedder.id):
            made = Manifest.read(folder)
            return BuildReport(passages=made.passages, sentences=made.sentences, reused=made.passages, rebuilt=False)
        return _build(passages, folder, embedder, source_hash, progress)


def _build(passages: Iterable[Passage], folder: Path, embedder: Embedder, source_hash: str, progress: Progress) -> BuildReport:
    key = hashlib.sha256(f"{FORMAT}|{SHARD}|{embedder.id}|{source_hash}".encode()).hexdigest()[:16]
    work = folder / f".build-{key}"
    work.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob(".build-*"):
        if stale != work:
            shutil.rmtree(stale, ignore_errors=True)
    shards, reused, done = [], 0, 0
    for number, batch in enumerate(_batches(passages)):
        shard = work / f"{number:06d}.npz"
        if shard.is_file():
            reused += len(batch)
        else:
            _write_shard(shard, batch, embedder)
        shards.append(shard)
        done += len(batch)
        progress(done)
    if not shards:
        raise SourceError("The sources hold no text to index; give at least one document with some words.")
    sentences = _assemble(shards, folder, key, embedder.id, source_hash)
    shutil.rmtree(work, ignore_errors=True)
    return BuildReport(passages=done, sentences=sentences, reused=reused, rebuilt=True)


def _batches(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    iterator = iter(passages)
    while batch := list(islice(iterator, SHARD)):
        yield batch


def _write_shard(target: Path, batch: list[Passage], embedder: Embedder) -> None:
    spans = [sentence_spans(passage.text) or [(0, len(passage.text))] for passage in batch]
    texts = [f"{p.title}. {p.section}\n{p.text}" if p.section else f"{p.title}\n{p.text}" for p in batch]
    headed = [i for i, p in enumerate(batch) if p.section or p.title]
    heads = [f"{batch[i].title}: {batch[i].section}" if batch[i].section else batch[i].title for i in headed]
    others = [(i, text) for i, passage in enumerate(batch) for text in passage.asked]
    flat = [p.text[a:b] for p, own in zip(batch, spans, strict=True) for a, b in own]
    temporary = target.with_suffix(".tmp.npz")
    np.savez(
        temporary,
        json=np.array([p.model_dump_json() for p in batch]),
        texts=embedder.encode(texts),
        heads=embedder.encode([*heads, *(text for _, text in others)]),
        headed=np.array([*headed, *(i for i, _ in others)], dtype=np.int32),
        counts=np.array([len(own) for own in spans], dtype=np.int64),
        spans=np.array([span for own in spans for span in own], dtype=np.int32),
        sentences=embedder.encode(flat).astype(np.float16),
    )
    os.replace(temporary, target)


def _assemble(shards: list[Path], folder: Path, key: str, embedder_id: str, source_hash: str) -> int:
    import faiss

    stamp = datetime.now(UTC)
    generation = f"g-{key}-{stamp:%Y%m%d%H%M%S%f}"
    part = folder / generation
    part.mkdir()
    loaded = [dict(np.load(shard)) for shard in shards]
    sizes = np.cumsum([0, *(len(one["json"]) for one in loaded)])
    rows = np.concatenate([np.concatenate([np.arange(len(one["json"])), one["headed"]]) + base for one, base in zip(loaded, sizes[:-1], strict=True)])
    vectors = np.concatenate([np.concatenate([one["texts"], one["heads"]]) for one in loaded])
    index: Any = faiss.IndexFlatIP(vectors.shape[1]) if len(vectors) <= FLAT_LIMIT else faiss.IndexHNSWFlat(vectors.shape[1], 32, faiss.METRIC_INNER_PRODUCT)
    index.add(vectors)
    faiss.write_index(index, str(part / "vectors.faiss"))
    np.save(part / "rows.npy", rows.astype(np.int32))
    np.save(part / "offsets.npy", np.concatenate([[0], np.cumsum(np.concatenate([one["counts"] for one in loaded]))]))
    np.save(part / "spans.npy", np.concatenate([one["spans"] for one in loaded]))
    sentences = np.concatenate([one["sentences"] for one in loaded])
    np.save(part / "sentences.npy", sentences)
    lines = [str(line) for one in loaded for line in one["json"]]
    (part / "passages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    records = [json.loads(line) for line in lines]
    save_ways(part / "ways.npz", vectors, rows.astype(np.int32), np.array([bool(record["asked"]) for record in records]))
    LexicalIndex.build([_lexical_text(record) for record in records]).save(part / "bm25")
    (part / "words.txt").write_text(" ".join(_vocabulary(records)), encoding="utf-8")
    files = {str(path.relative_to(part)): fingerprint(path) for path in sorted(part.rglob("*")) if path.is_file()}
    write_manifest(
        folder,
        Manifest(FORMAT, embedder_id, source_hash, generation, len(lines), len(sentences), stamp.isoformat(timespec="seconds"), files),
    )
    return len(sentences)


def _lexical_text(record: dict[str, Any]) -> str:
    """A passage's words for BM25: the heading counts twice, since it is the question answered; of other ways to ask each word once."""
    asked = " ".join(dict.fromkeys(word for text in record["asked"] for word in re.findall(r"[\w'-]+", text.lower())))
    return f"{record['title']} {record['title']} {record['section']} {record['section']} {record['text']} {record['ask']} {asked}"


def _vocabulary(records: list[dict[str, Any]]) -> list[str]:
    counts = Counter(word for record in records for word in set(re.findall(r"[a-z]{4,}", _lexical_text(record).lower())))
    least = 1 if len(records) < 5000 else 3
    return sorted(word for word, count in counts.items() if count >= least)
