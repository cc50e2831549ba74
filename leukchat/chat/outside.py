"""Text from outside on its way into an answer: earlier turns and passages, without orders to the assistant."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from leukchat.chat.sourcing import sentences_of
from leukchat.models.prompting import fenced
from leukchat.retrieval.embedder import Embedder
from leukchat.retrieval.retriever import Retrieved
from leukchat.retrieval.store import SearchIndex
from leukchat.safety.injection_outside import clear, clear_passage
from leukchat.safety.privacy import mask
from leukchat.types import Finding, Turn

# What is remembered of cleared texts holds about eight hundred passages; a larger index is looked at as its passages are found.
AHEAD = 1000


def clear_ahead(index: SearchIndex, embedder: Embedder | None = None, rest_s: float = 0.005) -> None:
    """Looks for orders in every passage of a small index, and at its words, before anybody asks: two thirds of the time before an answer, for passages not seen yet.

    With an `embedder` it also readies what a language model's answers are held against: each passage as a prompt has it, and the meanings of its
    sentences, half of the guard's time over such an answer. It rests after every step, so that who asks meanwhile does not wait.
    """
    if len(index) > AHEAD:
        return
    for row in range(len(index)):
        passage = index.passage(row)
        clear_passage(passage)
        index.words(row)
        if embedder is not None:
            fenced(1, passage)
            for sentence in sentences_of(passage):
                embedder.encode([sentence])
                time.sleep(rest_s)
        time.sleep(rest_s)


def cleared_turns(turns: Sequence[Turn]) -> tuple[tuple[Turn, ...], tuple[Finding, ...]]:
    """The conversation without identifiers and without orders to the assistant, and what was found."""
    cleared = [(turn.role, clear(mask(turn.content), "history")) for turn in turns]
    findings = tuple(finding for _, one in cleared for finding in one.findings)
    return tuple(Turn(role=role, content=one.text) for role, one in cleared), findings


def trusted(found: Retrieved) -> tuple[Retrieved, tuple[Finding, ...]]:
    """What was found without passages that give orders: a text that someone has tampered with is no source.

    Indexes built by `leukchat index build` lose such sentences before they are indexed, and keep the passage.
    """
    judged = [(hit, row, clear_passage(hit.passage)[1]) for hit, row in zip(found.hits, found.rows, strict=True)]
    findings = tuple(finding for _, _, one in judged for finding in one)
    if not findings:
        return found, ()
    kept = [(hit, row) for hit, row, one in judged if not one]
    return replace(found, hits=tuple(hit for hit, _ in kept), rows=tuple(row for _, row in kept)), findings
