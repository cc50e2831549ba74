"""The fixed words around an answer, its citations, its follow-up questions and its last event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from leukchat.chat.state import ChatState
from leukchat.chat.writing import Written
from leukchat.models.answerer import Part
from leukchat.reading.readability import reading_grade
from leukchat.safety.disclaimers import disclaimer
from leukchat.safety.grounding import marks
from leukchat.types import Answer, Citation, Event, Passage, SourceRef, Status

UNKNOWN_SOURCE = SourceRef(name="The document itself", url="")
_MARK = re.compile(r"\s*\[(\d+)\]")


def passages_of(parts: tuple[Part, ...]) -> tuple[Passage, ...]:
    """The passages of all parts, each once, in the order found: the numbers of citations."""
    return tuple({hit.passage.id: hit.passage for part in parts for hit in part.found.hits}.values())


def no_evidence_text() -> str:
    """Said when the question belongs here but the library holds no answer."""
    return (
        "I don't know: my library has no passage that answers this, and I don't guess about your health. "
        "Please ask your treatment team; writing the question down for the next visit, or calling their nurse line, is a good next step.\n\n"
    )


def nothing_more_text() -> str:
    """Said after computed points when the library has no passage on the question."""
    return "My library has nothing more on this question. Please ask your treatment team or dietitian.\n\n"


def out_of_scope_text() -> str:
    """Said when the question is about something else."""
    return "I can only help with leukemia, its tests and treatment, and living with it. Is there something about that you would like to know?\n\n"


def closing(state: ChatState, written: Written, model: str) -> Iterator[Event]:
    """Numbers the citations in order of appearance and yields the last event, with the whole answer."""
    if state.status is Status.answered and not marks(written.text):
        state.status = Status.blocked if any(rail.stage == "output" and not rail.discarded for rail in state.rails) else Status.no_evidence
        if state.status is Status.no_evidence:
            text = no_evidence_text()
            written.text += text
            yield Event(kind="text", text=text)
    line = disclaimer(state.masked) if state.status is Status.answered else ""
    if line:
        written.text += f"*{line}*"
        yield Event(kind="text", text=f"*{line}*")
    text = written.text.strip()
    cited = [state.passages[place - 1] for place in written.numbers if 1 <= place <= len(state.passages)]
    used = frozenset(passage.id for passage in cited)
    answer = Answer(
        question=state.masked,
        status=state.status,
        answer=text,
        citations=citations(text, cited),
        rails=tuple(state.rails),
        follow_ups=follow_ups(state, used),
        model=state.model or model,
        notice=state.notice,
        reading_grade=reading_grade(_MARK.sub("", text)),
        timings_ms=state.times(),
    )
    yield Event(kind="done", answer=state.context.tidied(answer))


def citations(text: str, passages: Sequence[Passage]) -> tuple[Citation, ...]:
    """One citation for each number that the text uses; the quote is the first sentence that carries it."""
    quotes: dict[int, str] = {}
    for match in re.finditer(r"(?:^|(?<=[\s]))(?P<quote>[^\[\]\n]+?)\s*(?P<marks>(?:\[\d+\])+)", text):
        for n in marks(match["marks"]):
            quotes.setdefault(n, match["quote"].strip(" -*"))
    found = []
    for n in sorted(quotes):
        if 1 <= n <= len(passages):
            passage = passages[n - 1]
            sources = tuple(source.model_copy(update={"reviewed": passage.reviewed}) for source in passage.sources) or (UNKNOWN_SOURCE,)
            found.append(Citation(n=n, passage_id=passage.id, title=passage.title, section=passage.section, quote=quotes[n], text=passage.text, source=sources[0], sources=sources))
    return tuple(found)


def follow_ups(state: ChatState, used: Collection[str], most: int = 3) -> tuple[str, ...]:
    """Questions that the library can answer next: headings found but not used, then of the same article."""
    if state.status not in (Status.answered, Status.blocked):
        return ()
    asked = state.alone.lower()
    seen: dict[str, None] = {}
    for part in state.parts:
        for hit in part.found.hits:
            section = hit.passage.section
            if hit.passage.id not in used and section.endswith("?") and section.lower() not in asked and hit.similarity >= 0.35:
                seen.setdefault(section, None)
    return tuple(seen)[:most]
