"""From a model's tokens or chunks to pieces of an answer: nothing half decoded, no preamble, no NO_ANSWER shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from leukchat.models.prompting import NO_ANSWER


def decoded(tokens: Iterable[int], decode: Callable[[list[int]], str]) -> Iterator[str]:
    """Text pieces of a token stream; a piece leaves only when its characters are whole."""
    ids: list[int] = []
    shown = 0
    for token in tokens:
        ids.append(token)
        text = decode(ids)
        if len(text) > shown and not text.endswith("�"):
            yield text[shown:]
            shown = len(text)
    rest = decode(ids)[shown:] if ids else ""
    if rest:
        yield rest


def unless_declined(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, unless the text begins with NO_ANSWER: then nothing. Leading white space is dropped."""
    head = ""
    pieces = iter(pieces)
    for piece in pieces:
        head = (head + piece).lstrip()
        if head.startswith(NO_ANSWER):
            return
        if head and not NO_ANSWER.startswith(head[: len(NO_ANSWER)]):
            yield head
            yield from pieces
            return
    if head and not NO_ANSWER.startswith(head):
        yield head
