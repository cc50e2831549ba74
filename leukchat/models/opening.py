"""Whether the "Yes" or "No" that a section begins with answers the question asked, or only its own heading.

"Can leukemia treatment affect my fertility? Yes, some treatments can …" must not say yes to "Will I be able to have children?".
"""

from __future__ import annotations

import re

from leukchat.retrieval.terms import weighty

COVERED = 0.5  # least share of the question's weighty words in heading and sentence
_YES_NO = re.compile(r"^(?:Yes|No|Often yes|Mostly no), +(?=\S)")
# What a yes-or-no question asks for, by the words that open it; the first group that fits counts.
_KINDS = (
    ("should", re.compile(r"\b(?:should|must|ought|(?:have|has|need|needs) to|do i need|does (?:he|she|my \w+) need)\b", re.IGNORECASE)),
    ("can", re.compile(r"\b(?:can|could|may|might|allowed|possible|safe|ok|okay|alright|fine)\b", re.IGNORECASE)),
    ("does", re.compile(r"\b(?:do|does|did|will|would)\b", re.IGNORECASE)),
    ("is", re.compile(r"\b(?:is|are|was|were|am|has|have|had)\b", re.IGNORECASE)),
)
# Words that turn a question round ("should I avoid …", "is it dangerous to …").
_TURNED = re.compile(r"\b(?:avoid|danger\w*|harm\w*|risk\w*|bad|unsafe|worr\w+|stop|without|not|n['’]t|never|unable|lose|refuse)\b|n['’]t\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:what|why|how|when|where|who|which|whose)\b", re.IGNORECASE)
_EITHER = re.compile(r"\byes or no\b|\by/n\b", re.IGNORECASE)


def opened(text: str, heading: str, question: str) -> str:
    """The first sentence of a section without its "Yes" or "No", unless the question asks just as the section's heading does."""
    found = _YES_NO.match(text)
    if found is None or _EITHER.search(question) or (_asks_alike(question, heading) and _covers(f"{heading} {text}", question)):
        return text
    rest = text[found.end() :]
    return rest[:1].upper() + rest[1:]


def _asks_alike(question: str, heading: str) -> bool:
    return not _OPEN.search(question) and _kind(question) == _kind(heading) != "" and bool(_TURNED.search(question)) == bool(_TURNED.search(heading))


def _covers(text: str, question: str) -> bool:
    asked = frozenset(weighty(question))
    return len(asked & frozenset(weighty(text))) >= COVERED * len(asked)


def _kind(text: str) -> str:
    """What a text asks for: that of the first of its words that belongs to a group."""
    places = [(found.start(), kind) for kind, pattern in _KINDS if (found := pattern.search(text)) is not None]
    return min(places)[1] if places else ""
