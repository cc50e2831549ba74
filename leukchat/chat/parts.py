"""The separate questions in one message, and what each is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leukchat.chat.question import about, leans_back, subjects
from leukchat.reading.sentences import split_sentences
from leukchat.retrieval.terms import weighty

_ASKS = r"(?:what|why|how|when|where|who|which|whose)"
_VERB = r"(?:is|are|was|were|can|could|do|does|did|will|would|should|may|might|must|has|have)"
# After a verb that opens a question stands whom it is about; "and is on ibrutinib" goes on telling.
_NOT_A_SUBJECT = r"(?!(?:on|in|at|from|with|for|to|of|not|now|still|very|so|also|just|been|a|an|had|got|no|too|under|about|only|really|always|never|\w+ing)\b)"
_OPENING = rf"(?:{_ASKS}\b|{_VERB}\s+{_NOT_A_SUBJECT}\w)"
_OPENS = re.compile(rf"^(?:(?:and|but|so|also|or|then|please|ok|okay|well|hi|hello)[,\s]+)*{_OPENING}", re.IGNORECASE)
_RUNS_ON = re.compile(rf",\s+{_OPENING}", re.IGNORECASE)
_AND = re.compile(rf",?\s+(?:and|also|or)\s+(?:also\s+)?(?={_OPENING})|\s*;\s+", re.IGNORECASE)
_TOO_SHORT = 3  # words: "and why?" is no question of its own
_LONGEST_TOLD = 20  # words: a longer tale would drown the question in the search
_GIST = 4  # words taken over from the question before


@dataclass(frozen=True)
class Asked:
    """One question as the person put it (`text`), and as it is searched for, with what it leans on (`search`)."""

    text: str
    search: str


def split_parts(message: str, most: int = 3) -> tuple[Asked, ...]:
    """The separate questions in a message, at most `most`; a message with one or none stays whole.

    What is told between questions ("She bruises a lot.") is no question of its own, but goes with the one that leans on it.
    """
    told: list[str] = []
    asked: list[tuple[str, str]] = []
    for sentence in (piece for line in message.splitlines() for piece in split_sentences(line)):
        for piece in _clauses(sentence):
            if _is_question(piece) and len(piece.split()) >= _TOO_SHORT:
                asked.append((piece, told[-1] if told else ""))
            else:
                told.append(piece)
    if len(asked) <= 1:
        return (Asked(message, message),)
    names = subjects(asked[0][0]) or subjects(message)
    earlier = ("", *(text for text, _ in asked))
    return tuple(Asked(text, _search(text, before, last, names)) for (text, before), last in zip(asked[:most], earlier, strict=False))


def _clauses(sentence: str) -> list[str]:
    """A sentence cut where another question begins, if the sentence asks at all."""
    if not _is_question(sentence):
        return [sentence]
    return [piece.strip() for piece in _AND.split(sentence) if piece.strip()]


def _is_question(text: str) -> bool:
    return text.rstrip("\"') ").endswith("?") or bool(_OPENS.search(text) or _RUNS_ON.search(text))


def _search(text: str, before: str, last: str, names: tuple[str, ...]) -> str:
    """A question with the statement `before` it, with what the question before it (`last`) was about, or with `names`."""
    if not before and leans_back(text) and not subjects(text) and (gist := _gist(last)):
        return about(text, (gist,))
    leans = before and len(before.split()) <= _LONGEST_TOLD and (leans_back(text) or not subjects(text))
    whole = f"{before} {text}" if leans else text
    return whole if subjects(whole) else about(whole, names)


def _gist(text: str) -> str:
    """The words of a question that carry its meaning."""
    return " ".join([word for word in re.findall(r"[\w'-]+", text) if weighty(word)][:_GIST])
