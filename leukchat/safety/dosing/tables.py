"""Tables of bare figures or changes by day, weight or count."""

from __future__ import annotations

import re

from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_HEADS = Phrases(
    r"\b(?:day|days|week|weeks|morning|evening|noon|night|weight|age|DOSE|MED|amount|syringe|how|take|month|time|when|daily|step|date|mon|tue|kg|to do|anc|"
    r"platelets|creatinine|level|effect|kidney|count|counts)\b",
)
_NOT_HEADS = Phrases(r"\b(?:response|survival|people|patients|remission|percent|%|study|result|range|kcal|relapse|ecg|visit|visits|ask)\b")
_CELL = Phrases(r"[^|\s] \| (?:about |to )?(NUM|one|half|stop|hold|full|none|pause|keep\b[^|]*|nothing)(?= ?\||$)")


def told_table(window: Window) -> tuple[int, Span] | None:
    """A table of bare figures or changes by day, weight or count, with a medicine in it: the row's number and the span."""
    sentences = [one.sentence for one in window.sentences]
    rows = [(index, one) for index, one in enumerate(sentences) if "|" in one.words]
    if len(rows) < 2:
        return None
    text = " ".join(one.text for one in sentences)
    head = " ".join(one.text for one in sentences[: rows[0][0] + 1])
    if (
        not re.search(r"\b(?:DRUG|SUPP|DOSE|FORM|MED)\b", text)
        or not _HEADS.search(text)
        or _NOT_HEADS.search(head)
        or (window.topics & {"FOOD"} and "DRUG" not in text)
        or (window.cited and not window.asked and "TRIAL" in window.topics)
    ):
        return None
    for index, row in rows:
        cell = _CELL.search(row.text)
        if cell and not ("LAB" in row.topics and not re.search(r"\b(?:DRUG|stop|hold|half|full)\b", row.text)):
            return index, cell.span()
    return None
