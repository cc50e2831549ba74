"""The embedded answerer: the default. It composes answers from the library's own sentences.

It invents nothing: every sentence it yields stands in a passage and carries that passage's number.
It needs no language model, no GPU and no network.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from leukchat.models.answerer import AnswerRequest, Part
from leukchat.models.selection import BUDGETS, Block, Budget, Chosen, select
from leukchat.retrieval.store import SearchIndex
from leukchat.settings import Settings
from leukchat.types import Level, Passage

ASK_LEAD = "**You could ask your team:**"


def make(_settings: Settings, index: SearchIndex) -> EmbeddedAnswerer:
    """What the factory calls."""
    return EmbeddedAnswerer(index)


class EmbeddedAnswerer:
    """Answers by quoting; deterministic."""

    name = "embedded"

    def __init__(self, index: SearchIndex) -> None:
        self._index = index

    def warm(self) -> None:
        """Nothing to load: the index is open already."""

    def stream(self, request: AnswerRequest) -> Generator[str, None, None]:
        """Sentences with their citation, each ending in white space, then questions for the team."""
        numbers = {passage.id: n for n, passage in enumerate(request.passages, start=1)}
        budget = _budget(request)
        used: list[Chosen] = []
        shown: list[Passage] = []
        for part in request.parts:
            blocks = select(part, self._index, budget, used)
            if len(request.parts) > 1 and blocks:
                yield f"**{_heading(part)}**\n\n"
            for position, block in enumerate(blocks):
                passage = self._index.passage(block.row)
                if passage.id not in numbers:
                    continue
                shown.append(passage)
                if request.level is Level.detailed and position > 0 and passage.section:
                    yield f"**{passage.section}**\n\n"
                yield from _sentences(block, numbers[passage.id])
        if not request.brief:
            yield from _asks(shown, numbers, budget)


def _budget(request: AnswerRequest) -> Budget:
    budget = BUDGETS[request.level]
    if request.brief:
        return Budget(lead=3, others=0, each=0, asks=0, max_grade=budget.max_grade)
    if len(request.parts) > 1:
        return Budget(lead=max(2, budget.lead // 2), others=min(1, budget.others), each=1, asks=1, max_grade=budget.max_grade)
    return budget


def _heading(part: Part) -> str:
    text = (part.asked or part.question).strip().rstrip("?.!, ")
    return f"{text[:1].upper()}{text[1:]}?"


def _sentences(block: Block, number: int) -> Iterator[str]:
    """A paragraph; sentences that were list items in the passage stay a list."""
    for position, one in enumerate(block.sentences):
        end = "\n\n" if position == len(block.sentences) - 1 else " "
        text = one.text.strip()
        if text.startswith(("- ", "* ", "• ")):
            following = block.sentences[position + 1].text if position + 1 < len(block.sentences) else ""
            end = "\n" if following.startswith(("- ", "* ", "• ")) else "\n\n"
            yield f"- {text[2:].strip()} [{number}]{end}"
            continue
        if position + 1 < len(block.sentences) and block.sentences[position + 1].text.startswith(("- ", "* ", "• ")):
            end = "\n\n"
        yield f"{text} [{number}]{end}"


def _asks(shown: list[Passage], numbers: dict[str, int], budget: Budget) -> Iterator[str]:
    asks = list(dict.fromkeys((passage.ask, numbers[passage.id]) for passage in shown if passage.ask))[: budget.asks]
    if asks:
        items = "\n".join(f"- {ask} [{number}]" for ask, number in asks)
        yield f"{ASK_LEAD}\n\n{items}\n\n"
