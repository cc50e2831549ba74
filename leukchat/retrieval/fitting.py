"""How well a passage fits what a question says outright: the leukemia and the medicine it names, whom it asks for, and that it asks what something is.

Nearness of words and meaning knows none of it: a section on another leukemia, another medicine, or a child's meals is as near to
"can I eat sushi" as the section for everybody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from leukchat.retrieval.bm25 import tokenize
from leukchat.retrieval.subtypes import named_subtypes
from leukchat.retrieval.terms import stemmer
from leukchat.safety.drugs import find_drugs
from leukchat.safety.normalise import normalise
from leukchat.types import Passage

OTHER = 0.7  # of the score of a passage that is all about another leukemia than the one named, or about another medicine
ELSE = 0.7  # of that of a passage for a child's family where nothing speaks of a child, or for adults where a child is asked for
DEFINES = 1.5  # of that of a passage whose heading asks what the thing is, where the question asks just that

_CHILD = re.compile(
    r"\b(?:child(?:ren|hood|'s|s)?|kids?|sons?|daughters?|bab(?:y|ies)|infants?|newborns?|toddlers?|boys?|girls?|teen\w*|adolescents?|juvenile|jmml|down syndrome|grand(?:son|daughter|child\w*)|"
    r"schools?|nursery|kindergarten|little (?:one|brother|sister)|p[a]?ediatric\w*)\b",
    re.IGNORECASE,
)
# Somebody else, of whom the question may not say how old they are; or an age below 18.
_SOMEBODY = re.compile(
    r"\b(?:he|she|him|his|her|hers)\b|\b(?:[1-9]|1[0-7])[ -]?(?:yo\b|y/o\b|(?:yrs?|years?|months?|mths?|weeks?)[ -]old\b)|\b(?:aged?|is|was|turned) (?:[1-9]|1[0-7])\b",
    re.IGNORECASE,
)
# Headings of sections for the family of a child who is ill, and for grown people.
_FOR_CHILD = re.compile(r"\bchildhood\b|\binfant\b|(?<!father )\ba child\b|\bmy child\b(?!['’])|\bchildren with\b|\bin children\b", re.IGNORECASE)
_GROWN = re.compile(r"\bin adults\b|(?<!young )\badults with\b|\bdo adults\b", re.IGNORECASE)
_WHAT = re.compile(
    r"^(?:(?:so|ok|okay|hi|hello|please|sorry|and|but|um)[,\s]+)*(?:(?:can|could) (?:you|someone|somebody) )?(?:what(?:'s|’s|s| is| are| exactly is)|define|explain|meaning of)\s+(?:(?:a|an|the)\s+)?(?P<thing>[^?.!,;]+?)\s*(?:exactly|even|please)?[?.!]*$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^What (?:is|are) (?:an? |the )?(?P<thing>[^?,]+?)(?:,? and (?:why|what|how|who)\b.*|, .*)?\?$")
# "What is the risk of …", "what are the side effects of …" ask for more than what a thing is.
_ASPECT = re.compile(r"\b(?:of|for|when|if|with|on|in|my|your|his|her|mean|means|like|between|best|normal|good|after|during|to|do|does)\b", re.IGNORECASE)
_LONGEST_THING = 4  # words


class Fit:
    """What a question says outright; `factor` weighs a passage by it."""

    def __init__(self, question: str) -> None:
        """Reads the question once; passages are weighed against it one by one."""
        self.subtypes = named_subtypes(question)
        self._medicines = _medicines(question)
        self._kinds = re.compile("|".join(rf"\b{re.escape(_short(kind))}" for _, kind in self._medicines) or r"(?!)", re.IGNORECASE)
        self._child = bool(_CHILD.search(question))
        self._self = not self._child and not _SOMEBODY.search(question)
        self._thing = _thing(question)

    def factor(self, passage: Passage) -> float:
        """What to multiply the score of a passage with: 1 for most."""
        return self._about(passage) * self._for_whom(passage.section) * (DEFINES if self._thing and self._thing <= _defined(passage.section) else 1.0)

    def _about(self, passage: Passage) -> float:
        own = frozenset(passage.subtypes)
        other = bool(self.subtypes and own) and not own & (self.subtypes | {"any"})
        if not other and self._medicines:
            text = f"{passage.section} {passage.text}"
            named = _medicines(text)
            other = bool(named) and not {kind for _, kind in named} & {kind for _, kind in self._medicines} and not self._kinds.search(text)
        return OTHER if other else 1.0

    def _for_whom(self, heading: str) -> float:
        if self._child:
            return ELSE if _GROWN.search(heading) else 1.0
        return ELSE if self._self and _FOR_CHILD.search(heading) else 1.0


def _short(kind: str) -> str:
    """How texts call a class of medicines: "BTK" for BTK inhibitors, "TKI" for those of BCR::ABL1."""
    return "TKI" if kind.startswith("BCR::ABL1") else kind.split()[0]


@lru_cache(maxsize=4096)
def _medicines(text: str) -> frozenset[tuple[str, str]]:
    """Leukemia medicines that a text names, each with its class; a regimen has none of its own."""
    return frozenset((one.drug.id, one.drug.drug_class) for one in find_drugs(normalise(text).text) if one.drug.kind == "leukemia" and one.drug.drug_class != "regimen")


def _thing(question: str) -> frozenset[str]:
    """Stems of the thing that a question asks the meaning of, and of nothing more; empty for other questions."""
    found = _WHAT.match(question.strip())
    if found is None or len(found["thing"].split()) > _LONGEST_THING or _ASPECT.search(found["thing"]):
        return frozenset()
    return frozenset(tokenize(found["thing"], stemmer()))


@lru_cache(maxsize=4096)
def _defined(heading: str) -> frozenset[str]:
    """Stems of the thing that a heading asks the meaning of."""
    found = _HEAD.match(heading)
    return frozenset(tokenize(found["thing"], stemmer())) if found else frozenset()
