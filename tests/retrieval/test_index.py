"""Building, resuming, checking and searching an index, with the real embedder and real FAISS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from leukchat.assistant import Assistant
from leukchat.errors import EmbedderError, IndexStoreError, SourceError
from leukchat.knowledge.ingest import read_passages, sources_hash
from leukchat.retrieval import export
from leukchat.retrieval.build import SHARD, build_index, is_fresh
from leukchat.retrieval.embedder import MiniLmEmbedder
from leukchat.retrieval.retriever import Retriever, fuse
from leukchat.retrieval.spelling import Speller
from leukchat.retrieval.store import SearchIndex
from leukchat.settings import RetrievalSettings
from leukchat.types import Passage


def passages(count: int) -> Iterator[Passage]:
    words = ("platelets", "neutrophils", "marrow", "chemotherapy", "transplant", "imatinib", "fever", "fatigue")
    for number in range(count):
        yield Passage(id=f"d{number}", doc_id=f"d{number}", title=f"Note {number}", section="", text=f"Note {number} speaks of {words[number % 8]}. It has two sentences.")


class PowerError(Exception):
    """Stands for the power going off."""


def test_vectors_have_length_one_and_meaning(assistant: Assistant) -> None:
    vectors = assistant.embedder.encode(["Why do I bruise?", "Low platelets cause bruises.", "The capital of France is Paris."])
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_order_and_batching_do_not_change_vectors(assistant: Assistant) -> None:
    texts = [f"text number {n} " + "word " * (n % 7) for n in range(50)]
    together = assistant.embedder.encode(texts)
    alone = np.stack([assistant.embedder.encode([text])[0] for text in texts])
    assert (together * alone).sum(axis=1).min() > 0.97  # int8 scales are set per batch


def test_an_interrupted_build_keeps_the_old_index_and_goes_on(assistant: Assistant, tmp_path: Path) -> None:
    build_index(passages(20), tmp_path, assistant.embedder, "old")
    old = SearchIndex(tmp_path).manifest

    def broken() -> Iterator[Passage]:
        for number, passage in enumerate(passages(SHARD * 2 + 10)):
            if number == SHARD + 5:
                raise PowerError
            yield passage

    with pytest.raises(PowerError):
        build_index(broken(), tmp_path, assistant.embedder, "new")
    assert SearchIndex(tmp_path).manifest == old
    report = build_index(passages(SHARD * 2 + 10), tmp_path, assistant.embedder, "new")
    assert report.reused == SHARD
    assert len(SearchIndex(tmp_path)) == SHARD * 2 + 10
    assert not list(tmp_path.glob(".build-*"))


@pytest.mark.parametrize("name", ["passages.jsonl", "vectors.faiss", "sentences.npy", "words.txt"])
def test_damage_is_seen_and_named(assistant: Assistant, tmp_path: Path, name: str) -> None:
    build_index(passages(10), tmp_path, assistant.embedder, "h")
    file = next(tmp_path.glob(f"g-*/{name}"))
    file.write_bytes(file.read_bytes()[:-3] + b"xyz")
    assert not is_fresh(tmp_path, "h", assistant.embedder.id)
    with pytest.raises(IndexStoreError, match=f"damaged.*{name}.*index build"):
        SearchIndex(tmp_path)


def test_a_stale_index_is_not_fresh(assistant: Assistant, tmp_path: Path) -> None:
    build_index(passages(10), tmp_path, assistant.embedder, "h")
    assert is_fresh(tmp_path, "h", assistant.embedder.id)
    assert not is_fresh(tmp_path, "other", assistant.embedder.id)
    assert not is_fresh(tmp_path, "h", "another embedder")
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    (tmp_path / "manifest.json").write_text(json.dumps({**manifest, "format": 99}))
    with pytest.raises(IndexStoreError, match="format 99"):
        SearchIndex(tmp_path)


def test_two_builds_at_once_make_one_index(assistant: Assistant, tmp_path: Path) -> None:
    assistant.embedder.encode(["warm"])
    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(lambda _: build_index(passages(SHARD + 5), tmp_path, assistant.embedder, "same"), range(2)))
    assert sorted(report.rebuilt for report in reports) == [False, True]
    assert all(report.passages == SHARD + 5 for report in reports)
    assert len(SearchIndex(tmp_path)) == SHARD + 5


def test_other_ways_to_ask_find_the_passage(assistant: Assistant, tmp_path: Path) -> None:
    plain = list(passages(40))
    asked = plain[7].model_copy(update={"asked": ("does the insurance pay for my wig",)})
    build_index([*plain[:7], asked, *plain[8:]], tmp_path, assistant.embedder, "asked")
    found = Retriever(SearchIndex(tmp_path), assistant.embedder, RetrievalSettings()).search("will insurance cover a wig")
    assert found.hits[0].passage.id == asked.id
    assert found.hits[0].similarity > 0.7


def test_no_index_and_no_passages_are_errors(assistant: Assistant, tmp_path: Path) -> None:
    with pytest.raises(IndexStoreError, match="No search index"):
        SearchIndex(tmp_path / "none")
    with pytest.raises(SourceError, match="no text"):
        build_index([], tmp_path, assistant.embedder, "h")


@pytest.mark.parametrize("retriever", ["hybrid", "dense", "bm25"])
def test_each_retriever_finds_the_passage(assistant: Assistant, tmp_path: Path, retriever: str) -> None:
    build_index(passages(16), tmp_path, assistant.embedder, "h")
    search = Retriever(SearchIndex(tmp_path), assistant.embedder, RetrievalSettings(retriever=retriever))
    hits = search.search("imatinib", 5).hits
    assert "imatinib" in hits[0].passage.text
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_fusion_prefers_what_stands_high_in_both() -> None:
    assert next(row for row, _ in fuse(([1, 2, 3], [2, 3, 1]), 10)) == 2


@pytest.mark.parametrize(
    ("query", "section"), [("keemo making me throw up", "nausea"), ("spinal tap hurt?", "lumbar-puncture"), ("Gleevec for lukemia", "c"), ("low whites and germs", "neutropenia")]
)
def test_lay_words_brands_and_typos_find_medical_passages(assistant: Assistant, query: str, section: str) -> None:
    found = [hit.passage.id for hit in assistant.search(query, 5).hits]
    assert any(section in passage for passage in found)


@pytest.mark.parametrize(("wrong", "right"), [("lukemia", "leukemia"), ("platlets", "platelets"), ("chemotherpy", "chemotherapy"), ("leukemia", "leukemia"), ("xyzzy", "xyzzy")])
def test_typos_are_mended_and_the_rest_left(wrong: str, right: str) -> None:
    assert Speller({"leukemia", "platelets", "chemotherapy"}).correct(f"my {wrong}") == f"my {right}"


def test_altered_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(EmbedderError, match="not the published"):
        export.packaged_model()


def test_a_half_export_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"x")
    assert not export.is_exported(tmp_path)
    with pytest.raises(EmbedderError, match="index build"):
        MiniLmEmbedder(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "ids"),
    [
        ("a.jsonl", '{"id":"x","title":"T","text":"Some words here.","url":"https://example.org"}\n', ["x"]),
        ("a.csv", "pubmed_id,title,abstract\n123,T,Some words here.\n124,T2,\n", ["123"]),
        ("a.tsv", "pubmed_id\ttitle\tabstract\n123\tT\tSome words here.\n", ["123"]),
        ("a.md", "# Title\n\nIntro words.\n\n## Part one\n\nMore words.\n", ["a", "a#part-one"]),
        ("a.txt", "Just some words.", ["a"]),
    ],
)
def test_every_kind_of_source_is_read(tmp_path: Path, name: str, content: str, ids: list[str]) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert [passage.id for passage in read_passages([path])] == ids


def test_a_parquet_table_is_read_and_a_broken_one_named(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"pubmed_id": [123, 124], "title": ["T", "U"], "abstract": ["Some words here.", None]}), path)
    assert [passage.id for passage in read_passages([path])] == ["123"]
    path.write_bytes(b"not parquet")
    with pytest.raises(SourceError, match="not a readable Parquet"):
        list(read_passages([path]))


def test_a_pubmed_row_cites_its_page(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("pubmed_id,title,abstract\n123,T,Some words.\n", encoding="utf-8")
    assert next(read_passages([path])).sources[0].url == "https://pubmed.ncbi.nlm.nih.gov/123/"


def test_long_documents_are_cut_at_sentences_and_nothing_is_lost(tmp_path: Path) -> None:
    text = " ".join(f"Sentence number {n} has some words in it." for n in range(120))
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    pieces = [passage.text for passage in read_passages([path])]
    assert len(pieces) > 3
    assert " ".join(pieces) == text
    assert all(piece.endswith(".") for piece in pieces)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.docx", b"x", "cannot be read; accepted are"),
        ("a.jsonl", b"not json\n", "line 1: not valid JSON"),
        ("a.csv", b"a,b\n1,2\n", "row 1: has the columns a, b"),
        ("a.txt", b"\xff\xfe\x00bad", "UTF-8"),
    ],
)
def test_unreadable_sources_are_named(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError, match=complaint):
        list(read_passages([path]))


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.jsonl.*existing file"):
        sources_hash([tmp_path / "none.jsonl"])
