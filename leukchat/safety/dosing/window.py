"""What surrounds a sentence: the medicines named before it, the topics of its list or table, and the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from leukchat.safety.dosing.grammar import SAFE_PAST, TOLD_YOU
from leukchat.safety.dosing.marks import Placed, Sentence, marked
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.normalise import normalise

_AGENT = Phrases(r"\b(?:DRUG|SUPP|MED|FORM|DOSE|SHOT|REGIMEN)\b")
_NAMED = Phrases(r"\b(?:DRUG|SUPP)\b")
_CARRIES = Phrases(r"\b(?:patients?|participants?|people|adults|children|those|volunteers?|mice|rats|investigators|researchers|group|arm|cohort|TRIAL)\b")
_PAST_VERB = Phrases(
    r"\b(?:received|took|got|had|were|was|used|halved|stopped|compared|infused|swallowed|tested|led|gave|enrolled|treated|underwent|reported|showed|found|"
    r"withheld|reduced|assigned|treated|started|lowered|responded)\b",
)


_MISSED = re.compile(r"\b(?:miss(?:ed)?|forg[eo]t(?:ten)?|vomit\w*|late)\b")
_AUTHORS = re.compile(r"\bet al\b[^()]{0,60}\b(?:19|20)\d\d\b")
_NAMED_MARKS = frozenset(("DRUG", "SUPP"))
_AGENT_MARKS = frozenset(("DRUG", "SUPP", "MED", "FORM", "DOSE", "SHOT", "REGIMEN"))


_NOWHERE = 1 << 30


@dataclass(frozen=True)
class Window:
    """What is known around a text's sentences.

    `named`, `agent`: a medicine by name, or any word for one, in the two units before. `topics` are those of the whole text.
    """

    sentences: tuple[Placed, ...]
    named: bool
    agent: bool
    topics: frozenset[str]
    cited: bool
    asked: bool
    missed: bool
    named_from: int
    agent_from: int

    def known(self, index: int) -> bool:
        """Whether a medicine was named by name in a sentence or before it."""
        return self.named or self.asked or index >= self.named_from

    def spoken(self, index: int) -> bool:
        """Whether any word for a medicine stands in a sentence or before it."""
        return self.agent or self.named or index >= self.agent_from

    def around(self, index: int) -> Window:
        """The same knowledge as seen from one sentence, without the text: equal for equal surroundings."""
        return self._views[(self.known(index), self.spoken(index))]

    @cached_property
    def _views(self) -> dict[tuple[bool, bool], Window]:
        return {
            (known, spoken): Window((), known, spoken, self.topics, self.cited, self.asked, self.missed, _NOWHERE, _NOWHERE) for known in (True, False) for spoken in (True, False)
        }

    def reports(self, sentence: Sentence) -> bool:
        """Whether a sentence reports a cited study rather than tells the person, who did not ask for a dose."""
        if self.asked or not self.cited or TOLD_YOU.search(sentence.text):
            return False
        if "TRIAL" in self.topics and _PAST_VERB.search(sentence.text):
            return True
        return ("TRIAL" in sentence.topics or _CARRIES.search(sentence.text) is not None) and ("CITE" in sentence.text or _PAST_VERB.search(sentence.text) is not None)


def window(plain: str, previous: Sequence[str], asked: bool) -> Window:
    """The window of a normalised text; `previous` are the units shown before, of which two count."""
    sentences = marked(plain)
    before = " ".join(one.sentence.text for unit in previous[-2:] for one in marked(normalise(unit).text)) if previous else ""
    whole = frozenset(topic for one in sentences for topic in one.sentence.topics)
    listed = plain.count("\n") >= 3
    return Window(
        sentences=sentences,
        named=before != "" and _NAMED.search(before) is not None,
        agent=before != "" and _AGENT.search(before) is not None,
        topics=whole,
        cited=any("CITE" in one.sentence.words for one in sentences) or ("et al" in plain and _AUTHORS.search(plain) is not None),
        asked=asked,
        named_from=_from(sentences, _NAMED_MARKS, listed),
        agent_from=_from(sentences, _AGENT_MARKS, listed),
        missed=before != "" and _MISSED.search(before) is not None,
    )


def _from(sentences: tuple[Placed, ...], marks: frozenset[str], listed: bool) -> int:
    """The first sentence with one of these marks; all of a list speak of what any of its lines names."""
    first = next((index for index, one in enumerate(sentences) if not one.sentence.words.isdisjoint(marks)), len(sentences))
    return 0 if listed and first < len(sentences) else first


_THEIR_WORDS = ("you said", "you wrote", "you told me", "you mentioned", "you asked", "you typed", "you listed")


@lru_cache(maxsize=4096)
def history(sentence: Sentence) -> bool:
    """Whether a sentence tells of the past or repeats the person's own words."""
    if sentence.text.startswith(_THEIR_WORDS):
        return True
    return SAFE_PAST.search(sentence.text) is not None and TOLD_YOU.search(sentence.text) is None
