"""What counts as a question, and what a follow-up question is about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from leukchat.errors import QuestionError
from leukchat.reading.sentences import split_sentences
from leukchat.retrieval.bm25 import tokenize
from leukchat.retrieval.terms import stemmer
from leukchat.safety.drugs import find_drugs
from leukchat.safety.foreign import looks_foreign
from leukchat.safety.normalise import normalise
from leukchat.types import Turn

_ALLOWED_CONTROL = frozenset("\n\r\t")
_SUBJECT = re.compile(
    r"\b(?:(?:acute|chronic|hairy[- ]cell|large granular|juvenile|adult|childhood|b-cell|t-cell)\s(?:\w+\s){0,2}?leuk(?:a)?emias?|leuk(?:a)?emias?|aml|all|cml|cll|sll|apl|cmml|jmml|mds|t-?pll|hairy cell|lymphoma|"
    r"stem cell transplant|bone marrow (?:transplant|biopsy|test)|transplant|car[- ]?t(?:[- ]cell)?(?: therapy)?|chemo(?:therapy)?|lumbar puncture|spinal tap|mrd|flow cytometry|fish test|pcr|karyotype|gvhd|neutropenia|thrombocytopenia|anemia|"
    r"platelets?|neutrophils?|white (?:blood )?cells?|hemoglobin|steroids?|radiation|clinical trials?|watch and wait|maintenance|induction|consolidation|remission|relapse|mouth sores?|nausea|fatigue|hair loss|neuropathy|fertility|pregnancy|vaccines?|infections?|fever|bleeding|bruis\w+|blasts?)\b"
)
_SHORT = frozenset(("aml", "all", "cml", "cll", "sll", "apl", "cmml", "jmml", "mds", "mrd", "gvhd"))  # "all" is a leukemia only in capitals
_MINE = re.compile(r"\bmine\b", re.IGNORECASE)
# A follow-up that only names another case: "and for kids?", "what about CML?".
_BARE = re.compile(r"^(?:(?:and|or|but|ok|okay|so)\b[,\s]*)*(?:what about|how about|for|in|with|after|during|as for|same for|if)\b|^(?:and|or|but)\b")
_VERBS = re.compile(r"(?i)\b(?:is|are|was|were|can|could|do|does|did|will|would|should|may|might|must|has|have|why|when|where|who|which|how (?!about)\w+|what (?!about)\w+)\b")
_AGES = re.compile(r"(?i)\b(?:for|in|of|with)?\s*(?:older |young(?:er)? )?(?:adults?|grown[- ]ups?|child(?:ren)?|kids?|teen\w*|bab(?:y|ies)|infants?|men|women|elderly|seniors?)\b")
_NOTHING = re.compile(r"(?!)")
_POINTS = re.compile(r"\b(?:it|its|this|that|these|those|them|they|one|ones|he|she|him|her)\b")
_LONGEST_BARE, _LONGEST_GIST, _SHORTEST_ASKED = 7, 8, 4  # words
_LEANS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|this|that|these|those|one|mine|he|she|him|her|there|then|same|more|else|another)\b|^(?:and|but|or|so|also|what about|how about|why|why not|how|how long|how often|when|really|is that|for (?:children|kids|adults|men|women|older))\b"
)


def check_question(text: str, longest: int) -> str:
    """The question without surrounding space; raises QuestionError with one clear line when it is none."""
    stripped = text.strip()
    if not stripped:
        raise QuestionError("The question is empty. Type a question about leukemia, for example: Why do I bruise so easily?")
    if len(stripped) > longest:
        raise QuestionError(f"The question has {len(stripped):,} characters; at most {longest:,} are accepted. Please shorten it to what you most want to know.")
    bad = sum(1 for char in stripped if (unicodedata.category(char) in ("Cc", "Co", "Cn", "Cs") and char not in _ALLOWED_CONTROL) or char == "\ufffd")
    if bad:
        raise QuestionError(f"The question holds {bad} control or unreadable character{'s' if bad > 1 else ''}; only plain text is accepted. Please type it again.")
    letters = sum(1 for char in stripped if char.isalpha())
    if letters < 2:
        raise QuestionError("The question has no words. Please write it in words, for example: What does a low platelet count mean?")
    return stripped


def check_language(text: str) -> None:
    """Raises QuestionError for a question that is not in English."""
    letters = [char for char in text if char.isalpha()]
    other = sum(1 for char in letters if not unicodedata.name(char, "").startswith(("LATIN", "GREEK SMALL LETTER")))
    if other * 2 > len(letters) or looks_foreign(normalise(text).text):
        raise QuestionError("The question does not seem to be in English, and the library is in English only so far. Please ask in English, or ask your team for an interpreter.")


def subjects(text: str) -> tuple[str, ...]:
    """What a text is about: diseases, treatments, tests and drugs it names, in order."""
    plain = normalise(text).text
    named = [(match.start(), match[0]) for match in _SUBJECT.finditer(plain) if not (match[0] == "all" and not re.search(r"\bALL\b", text))]
    named += [(mention.start, plain[mention.start : mention.end]) for mention in find_drugs(plain) if mention.drug.kind in ("leukemia", "supportive")]
    return tuple(dict.fromkeys(name.upper() if name in _SHORT else name for _, name in sorted(named)))


def leans_back(text: str) -> bool:
    """Whether a question points to what was said before it ("is that dangerous?")."""
    return bool(_LEANS_BACK.search(normalise(text).text))


def condense(question: str, history: Sequence[Turn]) -> str:
    """The question as it stands alone: a follow-up takes over what the person spoke of before."""
    own = subjects(question)
    plain = normalise(question).text
    if not history or (own and not re.match(r"^(?:and|what about|how about|but)\b", plain)) or not (_LEANS_BACK.search(plain) or len(plain.split()) <= 6):
        return question
    for turn in reversed(history):
        if turn.role == "user":
            if again := _asked_again(question, turn.content):
                return again
            before = tuple(name for name in subjects(turn.content) if name not in own)
            if before:
                return about(question, before)
    return question


def about(question: str, names: Sequence[str]) -> str:
    """The question with the first two of `names` behind it, for the search; "mine" gives way to the first."""
    if not names:
        return question
    if _MINE.search(question):
        return _MINE.sub(f"my {names[0]}", question, count=1)
    return f"{question.rstrip('?.! ')} ({', '.join(names[:2])})?"


def _asked_again(question: str, before: str) -> str:
    """The question before, put about what a bare follow-up names ("And for kids?" after a survival rate in adults); empty where it has none of its own."""
    bare = normalise(question).text
    if not _BARE.match(bare) or _VERBS.search(bare) or _POINTS.search(bare) or len(bare.split()) > _LONGEST_BARE or len(before.split()) < _SHORTEST_ASKED:
        return ""
    last = [sentence for sentence in split_sentences(before) if sentence.rstrip().endswith("?")][-1:] or [before]
    gone = _AGES if _AGES.search(question) else _NOTHING
    kept = gone.sub(" ", last[0])
    for name in subjects(kept) if subjects(question) else ():
        kept = re.sub(rf"(?i)\b{re.escape(name)}\b", " ", kept)
    words = [word for word in re.findall(r"[\w'+-]+", kept) if tokenize(word, stemmer())][:_LONGEST_GIST]
    return about(question, (" ".join(words),)) if len(words) > 1 or (words and subjects(question)) else ""
