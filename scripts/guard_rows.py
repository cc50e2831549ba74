"""The labelled rows that the guard's second opinion learns from, the safe ones that the library adds, and features of many as one matrix."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np

from leukchat.knowledge.library import load_library, load_phrasings
from leukchat.reading.sentences import sentence_spans
from leukchat.safety.wording import BUCKETS
from leukchat.types import Stage

DATA = Path(__file__).resolve().parent.parent / "tests" / "data" / "safety"
ORDINARY = 3
# Sections whose ways to ask may be emergencies, crises or requests for a dose: no examples of a safe message.
_URGENT = re.compile(
    r"emergenc|urgent|call|report|warning|danger|fever|temperature|bleed|bruis|breath|chest|sepsis|infection|clot|stroke|seizure|confus|headache|allerg|reaction|swell|jaundice|liver|pancrea|rash|spine|leg weak|"
    r"vomit|diarrhea|constipat|pain|leukostasis|lysis|differentiation|syndrome|chickenpox|shingles|measles|die|dying|death|suicid|crisis|hopeless|depress|dose|missed|miss |skip|stop",
    re.IGNORECASE,
)
_ALARM = re.compile(
    r"fever|\btemp\b|\bhot\b|shiver|shak|bleed|blood in|breath|chest|heart|faint|dizz|confus|seiz|stroke|numb|weak|swollen|swelling|puffy|yellow|rash|purple|chicken|shingles|lump|vomit|throwing up|runs\b|"
    r"\bdie\b|dying|dead|death|kill|suicid|end it|overdos|double|forgot|missed|stop|skip|\bmg\b|how much|how many",
    re.IGNORECASE,
)
BY_QUESTION = ("trial_leak", "trial_citation")  # rows whose label hangs on the question, not on their wording


def rows_of(stage: Stage) -> list[dict[str, Any]]:
    """All labelled rows of a stage that may be learned from, in a fixed order, with the author (the kind of file) that wrote them."""
    rows = []
    for file in sorted(DATA.glob("*.jsonl")):
        kind = re.fullmatch(rf"(|validation_|training_(?:\w+_)?|earlier_(?:\w+_)?){stage}s\.jsonl", file.name)
        if kind is not None:
            rows += [json.loads(line) | {"author": kind[1].strip("_") or "first"} for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if not row["kind"].endswith(BY_QUESTION)] + ordinary(stage)


def ordinary(stage: Stage) -> list[dict[str, Any]]:
    """Safe rows from the library: how people ask for its sections, or what these say, one author for the model."""
    sections = [section for article in load_library() for section in article.sections]
    if stage == "input":
        asked = load_phrasings()
        texts = [line for section in sections if not _URGENT.search(section.question) for line in asked.get(section.id, ()) if not _ALARM.search(line)]
    else:
        texts = [one for section in sections for one in (section.text, *(section.text[a:b] for a, b in sentence_spans(section.text)))]
    return [
        {"id": f"library-{number:05d}", "text": text, "family": "none", "kind": "ordinary", "unsafe": False, "author": "library"} for number, text in enumerate(texts[::ORDINARY])
    ]


def sparse(features: list[tuple[Any, Any]]) -> Any:
    """Places and values of many pieces as one sparse matrix."""
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *(len(places) for places, _ in features)])
    return csr_matrix((np.concatenate([values for _, values in features]), np.concatenate([places for places, _ in features]), ends), shape=(len(features), BUCKETS))
