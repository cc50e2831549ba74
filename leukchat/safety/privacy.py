"""Identifiers in a text: recognised and masked before a log or a remote model sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

_NAME = r"[A-Z][a-zA-Z'’-]+(?:\s+(?:[A-Z]\.\s*)?[A-Z][a-zA-Z'’-]+){0,2}"
_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("privacy.email", "[email]", re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b")),
    (
        "privacy.phone",
        "[phone]",
        re.compile(
            r"(?<![\w.])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)[\s.-]?|\d{3}[\s.-])\d{3}[\s.-]?\d{4}(?![\w.])|(?<![\w.])(?:\+\d{1,3}|0)\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?![\w.])"
        ),
    ),
    (
        "privacy.national_id",
        "[id number]",
        re.compile(r"\b\d{3}-\d{2}-\d{4}\b|\b(?:SSN|NHS(?: (?:no|number))?|Aadhaar|national insurance(?: number)?)\b[\s.:#]*[A-Z0-9][A-Z0-9 -]{6,14}\d", re.IGNORECASE),
    ),
    (
        "privacy.record_number",
        "[record number]",
        re.compile(
            r"\b(?:MRN|medical record(?: (?:no|number))?|patient (?:id|no|number)|hospital (?:no|number)|accession(?: (?:no|number))?|policy(?: (?:no|number))?|member id|insurance (?:id|no|number)|UHID|lab (?:no|id))\b[\s.:#]*(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{3,19}",
            re.IGNORECASE,
        ),
    ),
    (
        "privacy.date_of_birth",
        "[date of birth]",
        re.compile(
            r"\b(?:DOB|D\.O\.B\.?|date of birth|birth ?date|born(?: on)?)\b[\s:]*(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:st|nd|rd|th)? \w{3,9},? \d{4}|\w{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})",
            re.IGNORECASE,
        ),
    ),
    (
        "privacy.address",
        "[address]",
        re.compile(
            r"\b\d{1,5}[A-Za-z]?\s+(?:[A-Z][\w'-]+\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Close|Terrace)\b\.?(?:,? [A-Z][\w ]{2,30})?"
        ),
    ),
    (
        "privacy.name",
        "[name]",
        re.compile(
            rf"\b(?:[Mm]y name is|[Ii] am called|[Pp]atient(?: name)?\s*:|[Nn]ame\s*:|(?:[Mm]y (?:son|daughter|husband|wife|mother|father|mom|mum|dad|brother|sister|friend|child|partner)(?: is (?:called|named)|'s name is)))\s+(?P<who>{_NAME})"
        ),
    ),
    ("privacy.name", "[name]", re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+(?P<who>{_NAME})")),
)


class PrivacyInput:
    """Marks identifiers for masking; it never blocks."""

    name = "privacy"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One redaction for each identifier, in the order of the text."""
        found: list[Finding] = []
        for rule, mask, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                start, end = match.span("who") if "who" in match.groupdict() else match.span()
                if not any(other.start < end and start < other.end for other in found):
                    message = f"I left out what looks like a {rule.split('.')[1].replace('_', ' ')}; it isn't needed for the answer."
                    found.append(Finding(rule=rule, action=Action.redact, start=start, end=end, message=message, replacement=mask))
        return tuple(sorted(found, key=lambda finding: finding.start))


def mask(text: str) -> str:
    """The text with every recognised identifier replaced by what kind it was."""
    out, last = [], 0
    for finding in PrivacyInput().scan(text, Context()):
        out += [text[last : finding.start], finding.replacement]
        last = finding.end
    return "".join([*out, text[last:]])
