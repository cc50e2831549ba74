"""Scores for answers and rankings, each defined where it is computed."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence

from rapidfuzz.distance import LCSseq

_TOKEN = re.compile(r"[a-z0-9]+")
_ARTICLE = frozenset(("a", "an", "the"))
_MARKUP = re.compile(r"\[\d+\]|[*_#`]")


def tokens(text: str) -> list[str]:
    """Lower-case words without articles, citation marks and Markdown, as in SQuAD's evaluation."""
    return [word for word in _TOKEN.findall(_MARKUP.sub("", text).lower()) if word not in _ARTICLE]


def token_f1(answer: str, reference: str) -> float:
    """Harmonic mean of token precision and recall (Rajpurkar et al. 2016); 0 to 1."""
    a, b = tokens(answer), tokens(reference)
    common = sum((Counter(a) & Counter(b)).values())
    return 2 * common / (len(a) + len(b)) if common else 0.0


def rouge_l(answer: str, reference: str) -> float:
    """F-measure over the longest common subsequence of tokens (Lin 2004, beta 1); 0 to 1."""
    a, b = tokens(answer), tokens(reference)
    common = LCSseq.similarity(a, b) if a and b else 0
    return 2 * common / (len(a) + len(b)) if common else 0.0


def first_rank(found: Sequence[str], relevant: Collection[str]) -> int | None:
    """Rank, from 1, of the first relevant id; None when none was found."""
    return next((rank for rank, one in enumerate(found, start=1) if one in relevant), None)


def wilson(successes: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """95% interval of a proportion (Wilson 1927); (0, 1) for no trials."""
    if not total:
        return 0.0, 1.0
    p = successes / total
    middle = p + z * z / (2 * total)
    spread = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
