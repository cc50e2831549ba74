"""From a model's tokens or chunks to pieces of an answer: nothing half decoded, no NO_ANSWER shown, nothing said twice."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator

from leukchat.models.answerer import Notice
from leukchat.models.prompting import NO_ANSWER

# What ends an answer: the model declines, or begins to repeat what it was given.
STOPS = (NO_ANSWER, "<passage", "</passage", "Question:", "Person:", "LeukChat:", "The conversation so far")
LOOKED_BACK = 240  # characters in which a loop is looked for
_LOOP = re.compile(r"((?=.{0,39}\w).{2,40}?)\1{5}$", re.DOTALL)
_TWICE = re.compile(r"\b((?:\w+\W+){4,16})\1")  # four words or more, and the same again at once
PULSE = 1.0  # seconds without a sentence after which a sign of life is given
SHORT = 4  # words below which saying the same again means nothing
_END = re.compile(r"\n+|[.!?](?:\s*\[[\d, ]+\])*\s+(?=[^\s\[])")
_MARK = re.compile(r"\[[\d, ]+\]")
_WORD = re.compile(r"\w+")


def decoded(tokens: Iterable[int], decode: Callable[[list[int]], str]) -> Iterator[str]:
    """Text pieces of a token stream; a piece leaves only when its characters are whole.

    Each token is decoded behind the piece before it, which gives it its space, and not behind the whole text:
    the cost of a token stays the same however long the answer grows.
    """
    ids: list[int] = []
    before = start = 0  # ids[before:start] is the last piece that left, ids[start:] what has not
    for token in tokens:
        ids.append(token)
        shown, text = decode(ids[before:start]), decode(ids[before:])
        if len(text) > len(shown) and not text.endswith("�"):
            yield text[len(shown) :]
            before, start = start, len(ids)
    rest = decode(ids[before:])[len(decode(ids[before:start])) :] if start < len(ids) else ""
    if rest:
        yield rest


def unless_declined(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces up to the first of STOPS: nothing at all where the text begins with it. Leading white space is dropped."""
    held, begun = "", False
    for piece in pieces:
        held = held + piece if begun else (held + piece).lstrip()
        if (place := min((held.find(stop) for stop in STOPS if stop in held), default=-1)) >= 0:
            held = held[:place]
            break
        kept = max(_begun(held, stop) for stop in STOPS)
        ready, held = held[: len(held) - kept], held[len(held) - kept :]
        if ready:
            begun = True
            yield ready
    if held.strip():
        yield held


def _begun(text: str, stop: str) -> int:
    """How many characters at the end of a text may be the beginning of a stop."""
    return next((size for size in range(min(len(text), len(stop) - 1), 0, -1) if stop.startswith(text[-size:])), 0)


def until_repeating(pieces: Iterable[str]) -> Iterator[str | Notice]:
    """The text by sentences and lines, up to the first one that stands there already, or that goes round in itself: small models, and greedy ones, can go on for ever.

    Within a long sentence there is a notice every PULSE seconds, so that whoever waits for it can leave: a closed browser shows only when something is sent to it.
    """
    text, said, last = "", set[str](), time.monotonic()
    for piece in pieces:
        text += piece
        if _LOOP.search(text[-LOOKED_BACK:]):
            return
        while (end := _END.search(text)) is not None:
            sentence, text = text[: end.end()], text[end.end() :]
            words = _WORD.findall(_MARK.sub("", sentence).lower())
            if (len(words) >= SHORT and " ".join(words) in said) or _TWICE.search(sentence):
                return
            said.add(" ".join(words))
            yield sentence
            last = time.monotonic()
        if time.monotonic() - last >= PULSE:
            yield Notice("Writing the answer")
            last = time.monotonic()
    if text and not _TWICE.search(text) and (" ".join(_WORD.findall(_MARK.sub("", text).lower())) not in said or len(text.split()) < SHORT):
        yield text
