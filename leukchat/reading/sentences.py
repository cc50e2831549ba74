"""Splits prose into sentences without a model: fast enough to run on every streamed word."""

from __future__ import annotations

import re

_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|vs|cf|approx|etc|al|Dr|Mr|Mrs|Ms|Prof|St|No|Fig|Figs|Inc|Ltd|Ph\.D|M\.D|U\.S|U\.K)|\b[A-Z])\.$")
_BOUNDARY = re.compile(r"(?:[.!?]|。|।)[\"'”’)\]]*(?:\s*\[\d+(?:,\s*\d+)*\])*(?=\s)|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence, in order, without surrounding white space.

    A list item is a sentence of its own. Abbreviations, initials and decimals do not end one.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        piece = text[start : match.end()]
        if match[0].lstrip("\"'”’)]").startswith(".") and _ABBREVIATION.search(text[max(start, match.start() - 12) : match.start() + 1]):
            after = text[match.end() :].lstrip()
            if not _ends_here(piece, after):
                continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _ends_here(piece: str, after: str) -> bool:
    """An abbreviation ends a sentence only when a capital follows a whole clause."""
    return bool(re.search(r"\b(?:etc|U\.S|U\.K)\.$", piece)) and after[:1].isupper()


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        left = start + len(piece) - len(piece.lstrip())
        spans.append((left, left + len(stripped)))


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, without list markers."""
    return [_BULLET.sub("", text[start:end]) for start, end in sentence_spans(text)]
