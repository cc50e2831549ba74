"""The one object behind the page, the command line and the evaluation: what is measured is what people get."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leukchat.settings import Settings
from leukchat.types import Answer, Event, Level, Stage, Turn, Verdict

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from leukchat.chat.state import ChatState
    from leukchat.guardrails.guard import GuardrailsGuard
    from leukchat.models.answerer import Answerer
    from leukchat.retrieval.embedder import MiniLmEmbedder
    from leukchat.retrieval.retriever import Retrieved, Retriever


class Assistant:
    """Answers questions, explains lab reports and plans nutrition. Its parts load when first needed.

    Safe to share between threads; `warm` loads everything ahead of the first question.
    """

    def __init__(self, settings: Settings, index_dir: Path | None = None) -> None:
        """Opens nothing yet. `index_dir` is another index than that of the built-in library."""
        self.settings = settings
        self._index_dir = index_dir
        self._lock = threading.RLock()
        self._ready = threading.Event()

    @property
    def is_warm(self) -> bool:
        """Whether the first question will be answered without loading."""
        return self._ready.is_set()

    def warm(self) -> None:
        """Loads embedder, index, guard and answerer, and answers a question to nobody."""
        self.guard.warm()
        self.answerer.warm()
        self.ask("What is leukemia?")
        self._ready.set()

    @cached_property
    def guard(self) -> GuardrailsGuard:
        """The safety layer."""
        from leukchat.guardrails.guard import GuardrailsGuard

        return GuardrailsGuard(rule_seconds=self.settings.limits.rule_seconds)

    @cached_property
    def embedder(self) -> MiniLmEmbedder:
        """The sentence embedder, exported on first use."""
        from leukchat.retrieval.embedder import MiniLmEmbedder
        from leukchat.retrieval.export import ensure_exported

        return MiniLmEmbedder(ensure_exported(self.settings.embedder_dir))

    @cached_property
    def retriever(self) -> Retriever:
        """Search over the library's index, which is built when it is missing, stale or damaged."""
        from leukchat.retrieval.retriever import Retriever
        from leukchat.retrieval.store import SearchIndex

        with self._lock:
            folder = self._index_dir
            if folder is None:
                from leukchat.knowledge.builtin import ensure_library_index

                folder = ensure_library_index(self.settings.index_dir, self.embedder)
            return Retriever(SearchIndex(folder), self.embedder, self.settings.retrieval)

    @cached_property
    def answerer(self) -> Answerer:
        """What phrases the answers."""
        from leukchat.models.factory import make_answerer

        return make_answerer(self.settings, self.retriever.index)

    @cached_property
    def _chain(self) -> Runnable[ChatState, Event]:
        from leukchat.chat.chain import make_chain

        return make_chain(self.settings, self.guard, self.retriever, self.answerer)

    def stream(self, question: str, history: Sequence[Turn] = (), level: Level | None = None, country: str = "", k: int | None = None) -> Iterator[Event]:
        """Events of an answer as they happen; the last one holds the Answer.

        Raises QuestionError, before any event, for what is not a question.
        """
        from leukchat.chat.question import check_question
        from leukchat.chat.state import ChatState

        checked = check_question(question, self.settings.limits.question_chars)
        state = ChatState(question=checked, history=tuple(history), level=level or self.settings.level, country=country or self.settings.country, k=k)
        return self._chain.stream(state)

    def ask(self, question: str, history: Sequence[Turn] = (), level: Level | None = None, country: str = "", k: int | None = None) -> Answer:
        """The whole answer to a question; raises QuestionError for what is not a question."""
        for event in self.stream(question, history, level, country, k):
            if event.answer is not None:
                return event.answer
        raise RuntimeError("the chain ended without an answer")

    def check(self, stage: Stage, text: str) -> Verdict:
        """The guard's verdict over a text that a person wrote (input) or would be shown (output)."""
        from leukchat.safety.rules import Context

        return self.guard.check(stage, text, Context(country=self.settings.country))

    def search(self, query: str, k: int = 10) -> Retrieved:
        """The k best passages for a query; raises QuestionError for an empty or unreadable one."""
        from leukchat.chat.question import check_question

        return self.retriever.search(check_question(query, self.settings.limits.question_chars), k)
