"""A text's vector is its own, and passages are compared all at once as they would be one by one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from leukchat.assistant import Assistant
from leukchat.retrieval import embedder, store
from leukchat.retrieval.embedder import FEW, MiniLmEmbedder
from leukchat.retrieval.store import SearchIndex
from leukchat.safety.wording import MEANING

QUESTION = "Why do people with AML bruise easily?"
OTHERS = ("Blood.", "What is a bone marrow test and does it hurt, and for how long do people stay in hospital afterwards?", "Leukemia crowds out the cells that make platelets.")


def fresh(assistant: Assistant) -> MiniLmEmbedder:
    return MiniLmEmbedder(assistant.settings.embedder_dir)


def test_a_vector_does_not_depend_on_what_it_is_made_beside(assistant: Assistant) -> None:
    alone = fresh(assistant).encode([QUESTION])[0]
    beside = fresh(assistant).encode([*OTHERS, QUESTION])[-1]
    assert np.array_equal(alone, beside)


def test_many_texts_keep_their_order_whatever_the_threads(assistant: Assistant) -> None:
    texts = [f"{QUESTION} {'again ' * (n % 7)}{n}" for n in range(FEW * 6)]
    one, four = (MiniLmEmbedder(assistant.settings.embedder_dir, threads=threads).encode(texts) for threads in (1, 4))
    assert np.array_equal(one, four)
    single = fresh(assistant)
    assert all(float(vector @ single.encode([text])[0]) > 0.97 for text, vector in zip(texts[::17], one[::17], strict=True))


def test_people_at_once_get_what_each_gets_alone(assistant: Assistant) -> None:
    texts = [f"{one} {n}" for n in range(8) for one in OTHERS]
    alone = [fresh(assistant).encode([text])[0] for text in texts[:6]]
    shared = fresh(assistant)
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda text: shared.encode([text])[0], texts))
    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=False))


def one_by_one(index: SearchIndex, row: int, query: np.ndarray) -> tuple[float, float, float]:
    vectors = np.stack([index.vectors.reconstruct(int(place)) for place in np.flatnonzero(index.rows == row)]) @ query
    _, sentences = index.sentences(row)
    return float(vectors[0]), float(vectors[1:].max(initial=0.0)), float((sentences @ query).max()) if len(sentences) else 0.0


@pytest.mark.parametrize("most", [10**9, 0], ids=["sentences in memory", "sentences on disk"])
def test_passages_are_compared_as_one_by_one(assistant: Assistant, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(store, "_IN_MEMORY", most)
    index = SearchIndex(assistant.settings.index_dir)
    query = fresh(assistant).encode([QUESTION])[0]
    rows = list(range(0, len(index), 9))[::-1]
    assert index.cosines(rows, query) == pytest.approx(np.array([one_by_one(index, row, query) for row in rows]), abs=1e-5)
    assert index.cosines([], query).shape == (0, 3)


def test_the_words_of_a_passage_include_its_heading_and_the_ways_to_ask(assistant: Assistant) -> None:
    index = assistant.retriever.index
    row = next(row for row in range(len(index)) if index.passage(row).asked)
    assert {"leukemia", "bruis"} & set().union(*(index.words(other) for other in range(len(index))))
    asked = index.passage(row).asked[0].lower()
    assert any(stem in asked for stem in index.words(row))


def test_small_sums_are_not_split_among_cores(assistant: Assistant) -> None:
    assert len(assistant.retriever.index)
    threads = {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas" and ("numpy.libs" in pool["filepath"] or "faiss" in pool["filepath"])}
    assert threads == {1}


def test_texts_asked_for_again_are_the_last_to_be_forgotten(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder, "REMEMBERED", 2)
    kept = fresh(assistant)
    made: list[str] = []
    run = kept._run
    monkeypatch.setattr(kept, "_run", lambda texts: (made.extend(texts), run(texts))[1])
    for text in (OTHERS[0], OTHERS[1], OTHERS[0], OTHERS[2], OTHERS[0], OTHERS[1]):
        kept.encode([text])
    assert made == [OTHERS[0], OTHERS[1], OTHERS[2], OTHERS[1]]


def test_how_a_text_is_worded_begins_with_its_vector(assistant: Assistant) -> None:
    one = fresh(assistant)
    texts = ["Take two tablets.", "Never take two tablets without asking."]
    worded = one.worded(texts)
    assert worded.shape == (2, MEANING)
    assert np.allclose(worded[:, :384], one.encode(texts), atol=1e-6)
    assert not np.allclose(worded[0], worded[1], atol=0.1)
