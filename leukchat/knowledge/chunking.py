"""Cuts long documents into passages at sentence ends; a library section is never cut."""

from __future__ import annotations

from collections.abc import Iterator

from leukchat.reading.sentences import sentence_spans

MAX_WORDS = 180


def chunks(text: str, max_words: int = MAX_WORDS) -> Iterator[str]:
    """Consecutive pieces of at most `max_words` words, each of whole sentences.

    A single sentence that is longer is cut between words, so that nothing is lost.
    """
    start: int | None = None
    end, count = 0, 0
    for a, b in sentence_spans(text):
        size = len(text[a:b].split())
        if start is not None and count + size > max_words:
            yield text[start:end].strip()
            start, count = None, 0
        if size > max_words:
            words = text[a:b].split()
            yield from (" ".join(words[i : i + max_words]) for i in range(0, size, max_words))
            continue
        start = a if start is None else start
        end, count = b, count + size
    if start is not None:
        yield text[start:end].strip()
