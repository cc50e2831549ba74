"""Identifiers in a text: recognised and masked before a log or a remote model sees them.

Patterns, check digits (`privacy_checks`), cue words in seven languages, `phonenumbers`, and a list of given names; no model.
presidio-analyzer 2.2.366 was tried first, with its 91 rule-based recognisers over a blank language engine (its usual engine downloads
a model): import 1.0 to 1.3 s and 115 MB against 0.02 s for `phonenumbers`, 390 MB of packages with spaCy, and it looks up a list of
domains on the network for e-mails. On the 401 texts of tests/data/safety/privacy.jsonl it masked 131 of 339 identifiers with 41 of its
288 hits wrong (no name, 4 of 24 addresses, 19 of 25 national numbers); this module masks 335 with one wrong, but was developed on them.
Of names in texts that it had not seen before (rounds 2 and 3 there, with rare names and few cues) it found 31 of 57 at first sight,
of all other identifiers 32 of 35: a name that no cue word, title, header or list gives away stays in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from leukchat.safety.privacy_names import Keep, find_names, is_term, label_alone
from leukchat.safety.privacy_numbers import Span, find_numbers
from leukchat.safety.privacy_places import announced, below, find_places, find_records
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

KINDS = ("name", "date_of_birth", "record_number", "phone", "email", "address", "insurance_number", "national_id", "bank_account")
_DIGIT = re.compile(r"\d\D{0,3}\d\D{0,3}\d\D{0,3}\d")
_SPECIAL = {ord(a): b for a, b in zip("’‘´`–—−‐‑\u00a0\u202f\u2009ºß", "''''-----   os", strict=True)}


class _Fold(dict[int, str]):
    """Maps a code point to one folded character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        base = _SPECIAL.get(code) or unicodedata.normalize("NFKD", chr(code))[:1] or chr(code)
        lower = base.lower()
        self[code] = lower if len(lower) == 1 else base
        return self[code]


_TABLE = _Fold()


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without identifiers; `kinds` says what was taken out, each once."""

    text: str
    kinds: tuple[str, ...]


def fold(text: str) -> str:
    """Lower case without accents, character by character, so that positions still fit."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


def find_identifiers(text: str, keep: Keep = is_term) -> tuple[Span, ...]:
    """Spans (start, end, kind) in order, without overlap. `keep` says of words that look like a name whether they are something else."""
    folded = fold(text)
    has_digits = _DIGIT.search(folded) is not None
    spans: list[Span] = [*_below_labels(text, folded, keep), *find_places(text, folded)]
    if has_digits:
        spans += find_numbers(folded)
        spans += find_records(folded)
    spans += [(start, end, "name") for start, end in find_names(text, folded, keep)]
    spans = [(start, text.find("\n", start, end) if "\n" in text[start:end] else end, kind) for start, end, kind in spans]
    chosen = _without_overlap(spans)
    others = [span for span in chosen if span[2] != "name"]
    return tuple(sorted(_without_overlap([*others, *_repeated(text, chosen), *chosen])))


def _below_labels(text: str, folded: str, keep: Keep) -> list[Span]:
    """Values on the line under a label that stands alone."""
    if ":" not in folded and "#" not in folded:
        return []
    spans: list[Span] = []
    kind: str | None = None
    place = 0
    for line in folded.split("\n"):
        stripped = line.strip()
        if kind and stripped:
            start = place + line.find(stripped)
            if kind == "name":
                who = text[start : start + len(stripped)]
                if len(who) <= 50 and who[0].isupper() and not any(char.isdigit() for char in who) and not keep(who):
                    spans.append((start, start + len(who), kind))
            elif found := below(line, kind):
                spans.append((place + found[0], place + found[1], kind))
        if stripped:
            kind = "name" if label_alone(line) else announced(line)
        place += len(line) + 1
    return spans


def _without_overlap(spans: Sequence[Span]) -> list[Span]:
    """Earlier found wins; a name only gives way."""
    chosen: list[Span] = []
    taken = bytearray(max((end for _, end, _ in spans), default=0))
    for start, end, kind in spans:
        if end > start and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            chosen.append((start, end, kind))
    return chosen


def _repeated(text: str, chosen: Sequence[Span]) -> list[Span]:
    """Further places of the names found, whole or (from five letters on) one capitalised word of them."""
    names = {text[start:end] for start, end, kind in chosen if kind == "name"}
    words = {word.strip(".,") for name in names for word in name.split()} | names
    wanted = sorted((word for word in words if (len(word) >= 5 or word in names) and word[0].isupper() and not is_term(word)), key=len, reverse=True)
    if not wanted:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in wanted)})(?!\w)", re.IGNORECASE)
    return [(*match.span(), "name") for match in pattern.finditer(text) if not match[0].islower() or " " in match[0]]


class PrivacyInput:
    """Marks identifiers for masking; it never blocks."""

    name = "privacy"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One redaction for each identifier, in the order of the text."""
        return tuple(
            Finding(
                rule=f"privacy.{kind}",
                action=Action.redact,
                start=start,
                end=end,
                message=f"I left out what looks like {_article(kind)} {kind.replace('_', ' ')}; it isn't needed for the answer.",
                replacement=f"[{kind.replace('_', ' ')}]",
            )
            for start, end, kind in find_identifiers(text)
        )


def _article(kind: str) -> str:
    return "an" if kind[0] in "aei" else "a"


def masked(text: str, keep: Keep = is_term) -> Masked:
    """The text with every recognised identifier replaced by `[kind]`, and the kinds."""
    out, last, kinds = [], 0, dict[str, None]()
    for start, end, kind in find_identifiers(text, keep):
        out += [text[last:start], f"[{kind.replace('_', ' ')}]"]
        last = end
        kinds.setdefault(kind)
    return Masked("".join([*out, text[last:]]), tuple(kinds))


def mask(text: str) -> str:
    """The text with every recognised identifier replaced by what kind it was."""
    return masked(text).text
