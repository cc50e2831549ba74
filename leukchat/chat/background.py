"""What is known about the person who asks: it steers the search, adds computed points and keeps out what they leave out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from leukchat.retrieval.retriever import Retrieved, Retriever
from leukchat.types import Answer

_WIDER = 3  # passages of the second search


@dataclass(frozen=True)
class Background:
    """Facts beside a question, without identifiers.

    `subject` is the person's leukemia, `terms` are words for a second search, `points` are computed Markdown sentences
    shown before the answer, `allows` says whether a text may be shown to this person (allergies, diet).
    """

    subject: str = ""
    terms: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    allows: Callable[[str], bool] = lambda text: True

    def search(self, retriever: Retriever, question: str, k: int | None) -> Retrieved:
        """What a search finds for the question and this person's leukemia, then what the other facts add."""
        found = retriever.search(f"{question} ({self.subject})" if self.subject else question, k)
        if not self.terms:
            return found
        more = retriever.search(f"{question} ({', '.join(self.terms)})", _WIDER)
        new = [(row, hit) for row, hit in zip(more.rows, more.hits, strict=True) if row not in found.rows]
        hits = (*found.hits, *(hit.model_copy(update={"rank": len(found.hits) + place}) for place, (_, hit) in enumerate(new, start=1)))
        return replace(found, hits=hits, rows=(*found.rows, *(row for row, _ in new)))

    def kept(self, text: str) -> str:
        """The text without the lines that name something left out."""
        if self.allows(text):
            return text
        tail = text[len(text.rstrip()) :]
        lines = [line for line in text.rstrip().split("\n") if self.allows(line)]
        return "\n".join(lines) + tail if any(line.strip() for line in lines) else ""

    def tidied(self, answer: Answer) -> Answer:
        """The answer without follow-up questions, quotes and passages that name something left out."""
        citations = tuple(
            citation.model_copy(update={name: "" for name in ("section", "quote", "text") if not self.allows(getattr(citation, name))}) for citation in answer.citations
        )
        return answer.model_copy(update={"citations": citations, "follow_ups": tuple(text for text in answer.follow_ups if self.allows(text))})
