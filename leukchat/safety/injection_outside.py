"""Text from outside (passages, reports, earlier turns) is data: fenced, and cleared of orders to the assistant.

What is taken out is reported as findings. Nothing else of the text changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from leukchat.safety.injection import find_injection
from leukchat.types import Action, Finding, Passage

STRIPPED = "[instruction removed]"
TOLD = {
    "passage": "A passage held an order to me instead of information, so I left that sentence out.",
    "report": "The report held an order to me instead of a result, so I left that line out.",
    "history": "An earlier message held an order to me, so I left it out.",
}
_HIDDEN = re.compile(
    r"<!--.{0,4000}?-->|<(?P<tag>span|div|p|font|td)\b[^>]{0,200}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|color\s*[:=]\s*[\"']?(?:white|#fff(?:fff)?)\b|opacity\s*:\s*0(?![.\d]))[^>]{0,200}>.{0,4000}?</(?P=tag)>",
    re.DOTALL | re.IGNORECASE,
)
_INVISIBLE = re.compile("[\U000e0000-\U000e007f]+")
_PIECE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]+)*[.!?\n]*")
_OPENER = re.compile(r"<\s*/?\s*(?:passages?|report|history|document|data)\b[^>]{0,80}>|<\|[^|>\n]{1,40}\|>", re.IGNORECASE)
# Marks may stand in marks; deeper than this no mark is left standing.
_LAYERS = 3


@dataclass(frozen=True)
class Cleared:
    """A text from outside without orders; `removed` are the orders, `findings` where they stood."""

    text: str
    removed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def clear(text: str, place: str = "passage") -> Cleared:
    """A text from `place` (passage, report, history, question) with hidden text and orders to the assistant replaced."""
    return _clear(text, place)


@lru_cache(maxsize=4096)
def _clear(text: str, place: str) -> Cleared:
    if not _suspicious(text):
        return Cleared(text)
    spans = [match.span() for pattern in (_HIDDEN, _INVISIBLE) for match in pattern.finditer(text)]
    for match in _PIECE.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in spans) and find_injection(match[0]):
            spans.append((match.start() + len(match[0]) - len(match[0].lstrip()), match.start() + len(match[0].rstrip())))
    if not spans and find_injection(text):
        first = find_injection(text)[0]
        spans.append((first.start, first.end))
    out, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            out += [text[last:start], STRIPPED]
            last = end
    findings = tuple(
        Finding(rule=f"injection.{place}", action=Action.rewrite, start=a, end=b, message=TOLD.get(place, TOLD["passage"]), replacement=STRIPPED) for a, b in sorted(spans)
    )
    return Cleared("".join([*out, text[last:]]), tuple(text[a:b].strip() for a, b in sorted(spans)), findings)


def _suspicious(text: str) -> bool:
    return bool(_HIDDEN.search(text) or _INVISIBLE.search(text) or find_injection(text)) or any(find_injection(match[0]) for match in _PIECE.finditer(text))


def strip_instructions(text: str) -> tuple[str, tuple[str, ...]]:
    """Text from outside with what gives the assistant orders replaced, and what that was."""
    cleared = clear(text)
    return cleared.text, cleared.removed


def without_orders(text: str) -> tuple[str, tuple[str, ...]]:
    """A document to be indexed without what gives the assistant orders, and what that was; nothing marks the gap."""
    cleared = clear(text)
    return (re.sub(r"[ \t]{2,}", " ", cleared.text.replace(STRIPPED, "")).strip() if cleared.removed else text), cleared.removed


def clear_passage(passage: Passage) -> tuple[Passage, tuple[Finding, ...]]:
    """A passage whose title, heading and text hold no orders, and what was found."""
    parts = {name: clear(getattr(passage, name)) for name in ("title", "section", "text", "ask")}
    findings = tuple(finding for part in parts.values() for finding in part.findings)
    return (passage.model_copy(update={name: part.text for name, part in parts.items()}) if findings else passage), findings


def inert(text: str, place: str = "passage") -> str:
    """A text from `place` without orders to the assistant, and without anything that could close a fence or open a chat turn."""
    body = clear(text, place).text
    for _ in range(_LAYERS):
        if not _OPENER.search(body):
            return body.strip()
        # A space, so that what stands around a mark can't close up to another.
        body = _OPENER.sub(" ", body)
    return body.replace("<", " ").strip()


def fence(text: str, label: str = "passage", number: int | None = None) -> str:
    """A text between marks that say it is data."""
    opening = label if number is None else f'{label} number="{number}"'
    return f"<{opening}>\n{inert(text, label)}\n</{label}>"
