"""What a language model writes must restate its sources: each sentence is held against single sentences of the passages.

The guard's grounding rule asks less, because it also judges people's reports and the library's own words; small models pass
it with sentences whose words all stand in a passage and whose meaning does not. Here a sentence needs a sentence of a cited
passage that says nearly the same; a missing or wrong mark is set where another passage has one; else it is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from leukchat.chat.definitions import defines_another
from leukchat.reading.sentences import split_sentences
from leukchat.safety.grounding import GroundingOutput, marks, marks_removed
from leukchat.safety.grounding_support import Similar, stems
from leukchat.safety.rules import Context
from leukchat.types import Passage

# What may be done to a unit that has passed the guard before it is shown; an empty text shows nothing.
Finish = Callable[[str], str]
CARRIERS = 3  # passages tried as the source of a sentence without one
# Share of a sentence's words, and cosine, that a sentence of the passage (or its two nearest together) has to reach. Of the rows of
# tests/data/safety/grounding.jsonl 69 of 74 true paraphrases and all 68 quotes reach them, and none of 13 inventions.
WORDS, MEANING = 0.62, 0.82
ABOUT = 0.5  # cosine with the question that one sentence of an answer that stands alone reaches
SAME = 0.86  # cosine from which on two sentences say the same, as the embedded answerer counts it
_BLANK = Passage(id="", doc_id="", title="", section="", text="")
_NUMBERS = r"(\d+(?:\s*(?:,|;|and|&)\s*\d+)*)"
_STYLES = re.compile(rf"\[\s*(?:(?:passages?|sources?|citations?|refs?\.?|see)\s*)*#?{_NUMBERS}\s*\]|\(\s*(?:(?:passages?|sources?)\s*)+#?{_NUMBERS}\s*\)", re.IGNORECASE)
_FENCE = re.compile(r"</?\s*passages?\b[^>\n]{0,40}>\s*", re.IGNORECASE)
_LEAD = re.compile(r":[*_\s]*$|^\s*(?:#{1,6}\s.*|\*\*[^*]{1,120}\*\*:?)\s*$")
_OF_ITSELF = re.compile(r"\b(?:answers?|questions?|passages?)\b", re.IGNORECASE)  # "The answer to the question is:" leads to nothing
_QUESTION = re.compile(r"\?[*_\s]*$")
_ITEM = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s")
_VERDICT = re.compile(r"^(?P<mark>\s*(?:[-*•]\s)?)(?:yes|no)\b[,.!:;\s]*(?P<rest>.?)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_TERM = re.compile(r"[A-Za-z]{10,}")  # no true paraphrase of tests/data/safety/grounding.jsonl has a new word of that length
_LEANS = re.compile(r"^\W*(?:it|its|they|their|this|these|those|that|such|both|he|she)\b", re.IGNORECASE)


def tidied(text: str) -> str:
    """A model's own ways to cite as the one way of answers, "[1, 2]" and "(passage 1)" as "[1][2]" and "[1]"; the fences of passages go."""
    return _STYLES.sub(lambda match: "".join(f"[{number}]" for number in re.findall(r"\d+", match[0])), _FENCE.sub("", text))


@dataclass
class Sources:
    """Finishes the units of a language model's answer. A heading or lead-in waits in `held` for what it leads to.

    `alone` says that the sentence before is missing, so that one that leans on it ("It means …") goes too; `about` is how near
    in meaning to the question the nearest sentence came.
    """

    question: str
    passages: Sequence[Passage]
    similar: Similar | None = None
    held: str = ""
    alone: bool = True
    about: float = 0.0

    def __call__(self, unit: str) -> str:
        """The unit with its marks, and what waited for it; empty where nothing carries it."""
        body = unit.strip()
        if not body or (self.alone and _LEANS.match(body)) or (_QUESTION.search(body) and not marks(body)):  # the last: a heading said after the passage
            return ""
        lead = marks_removed(body)
        if _LEAD.search(lead) and (not marks(body) or (_OF_ITSELF.search(lead) and "\n" not in lead)):
            self.held += "" if _OF_ITSELF.search(lead) else unit
            return ""
        shared = marks(body)
        listed = bool(_ITEM.search(body.split("\n")[-1]))
        lines = [self._line(line, shared) for line in body.split("\n")] if listed else [self._line(body, ())]
        if listed and not any(marks(line) for line in lines):  # a lead-in without what it leads to
            return ""
        text = "\n".join(line for line in lines if line)
        held, self.held = self.held, ""
        return f"{held}{text}{unit[len(unit.rstrip()) :] or ' '}" if text else ""

    def _line(self, line: str, shared: Sequence[int]) -> str:
        """A sentence or an item of a list with the marks of what carries it; empty where nothing does."""
        line = _VERDICT.sub(lambda match: f"{match['mark']}{match['rest'].upper()}", line, count=1)  # a passage's "yes" answers its own heading
        body = marks_removed(line)
        if not re.search(r"\w", body) or _LEAD.search(body):
            return line
        if not self._states_something(body):
            return line if not _ITEM.match(line) else ""
        numbers = [n for n in marks(line) or shared if self._carries(n, body)] or self._carriers(body)
        if not numbers:
            return ""
        if self.similar is not None and self.question and self.about < ABOUT:
            self.about = max(self.about, *self.similar(self.question, [body]))
        return f"{body} {''.join(f'[{n}]' for n in numbers)}"

    def _states_something(self, body: str) -> bool:
        """Whether a source has to carry it: an empty one does not. ("Please tell your team" needs none.) No meaning is like that of nothing, so none is asked for."""
        return bool(GroundingOutput().scan(body, Context(question=self.question, passages=(_BLANK,))))

    def _carriers(self, body: str) -> list[int]:
        """The number of the first passage that carries a sentence, those with most of its words first."""
        mine = stems(body)
        order = sorted(range(len(self.passages)), key=lambda i: -len(mine & stems(self.passages[i].text)))
        return next(([place + 1] for place in order[:CARRIERS] if self._carries(place + 1, body)), [])

    def _carries(self, number: int, body: str) -> bool:
        """Whether that passage restates a sentence: by the guard's rule, by a near sentence, and of the same term."""
        if not 1 <= number <= len(self.passages):
            return False
        passage = self.passages[number - 1]
        if GroundingOutput().scan(body, Context(question=self.question, passages=(passage,), similar=self.similar)):
            return False
        if new_term(body, passage):
            return False
        return restates(body, sentences_of(passage), self.similar) and not defines_another(body, self._said)

    @cached_property
    def _said(self) -> tuple[str, ...]:
        """The sentences of all passages: a definition may be another term's in a passage that is not the one cited."""
        return tuple(sentence for passage in self.passages for sentence in sentences_of(passage))


@lru_cache(maxsize=1024)
def sentences_of(passage: Passage) -> tuple[str, ...]:
    """What a passage says: its sentences, and its heading."""
    return (*split_sentences(passage.text), f"{passage.title} {passage.section}")


def new_term(claim: str, passage: Passage) -> bool:
    """Whether a long word of a claim, which in medicine is a term, stands nowhere in the passage ("myeloblasts" for "promyelocytes")."""
    known = stems(f"{passage.title} {passage.section} {passage.text} {passage.ask}")
    return any(not stems(word) <= known for word in _TERM.findall(claim))


def restates(claim: str, sentences: Sequence[str], similar: Similar | None) -> bool:
    """Whether one of the sentences, or the two that share most words together, says nearly what a claim says."""
    mine = stems(claim)
    if not mine or _plain(claim) in map(_plain, sentences):
        return True
    shares = [len(mine & stems(sentence)) / len(mine) for sentence in sentences]
    order = sorted(range(len(sentences)), key=lambda i: -shares[i])[:3]
    texts = [sentences[i] for i in order] + [" ".join(sentences[i] for i in sorted(order[:2]))]
    near = list(dict.fromkeys(text for text in texts if len(mine & stems(text)) / len(mine) >= WORDS))  # words cost less than meanings
    if not near or similar is None:
        return bool(near)
    return max(similar(claim, near)) >= MEANING


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


@dataclass
class OnlyNew:
    """Finishes the units of an answer that is added to another: what has been said already is left out."""

    said: Sequence[str]
    similar: Similar | None = None

    def __call__(self, unit: str) -> str:
        """The unit, or nothing when one of the sentences said means the same."""
        body = marks_removed(unit)
        sentences = [one for one in map(marks_removed, self.said) if one]
        if not sentences or not body or _ITEM.search(body.split("\n")[-1]) or _LEAD.search(body):
            return unit
        near = max(self.similar(body, sentences)) if self.similar is not None else float(body in sentences)
        return "" if near >= SAME else unit
