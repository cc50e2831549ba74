"""The one object behind the page, the command line and the evaluation: what is measured is what people get."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from leukchat.errors import LeukChatError, ModelError, QuestionError
from leukchat.settings import Settings
from leukchat.types import Answer, Event, Level, Stage, Turn, Verdict

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from leukchat.chat.background import Background
    from leukchat.chat.state import ChatState
    from leukchat.guardrails.guard import GuardrailsGuard
    from leukchat.labs import LabInput, LabReading
    from leukchat.labs.model import Sex
    from leukchat.models.answerer import Answerer
    from leukchat.nutrition import NutritionPlan
    from leukchat.retrieval.embedder import MiniLmEmbedder
    from leukchat.retrieval.retriever import Retrieved, Retriever
    from leukchat.safety.wording import Vector


T = TypeVar("T")


class _once(Generic[T]):  # noqa: N801 - reads as a decorator
    """A property computed once, by one thread; others wait. (functools.cached_property has no lock.)"""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> _once[T]: ...

    @overload
    def __get__(self, instance: Assistant, owner: type) -> T: ...

    def __get__(self, instance: Assistant | None, owner: type) -> T | _once[T]:
        if instance is None:
            return self
        values = instance.__dict__
        if self._name not in values:
            with instance._lock:
                if self._name not in values:
                    values[self._name] = self._make(instance)
        value: T = values[self._name]
        return value


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
        self.trouble = ""
        self.model_trouble = ""

    @property
    def is_warm(self) -> bool:
        """Whether the first question will be answered without loading."""
        return self._ready.is_set()

    def warm_safely(self) -> None:
        """`warm`, for a thread of its own: a problem is kept in `trouble`, in words for the page."""
        from leukchat.chat.outside import clear_ahead

        try:
            self.warm()
            clear_ahead(self.retriever.index, self.embedder if self.answerer.name != self.embedded.name else None)
            gc.collect()
            gc.freeze()  # half a million objects that stay: to look through them again would hold up everybody for 0.3 s, every fifty answers or so
        except LeukChatError as error:
            self.trouble = f"⚠ Answers are not available: {error}"
            _log.error("warming up failed: %s", error)

    def warm(self) -> None:
        """Loads embedder, index, guard and answerer, and answers a question to nobody."""
        self.guard.warm()
        self._warm_model()
        self.ask("What is leukemia?")
        self._ready.set()

    def _warm_model(self) -> None:
        """Loads the model; one that cannot be loaded is said in `model_trouble`, and the embedded answerer serves."""
        try:
            self.answerer.warm()
        except ModelError as error:
            self.model_trouble = str(error)
            _log.warning("%s", error)

    @_once
    def guard(self) -> GuardrailsGuard:
        """The safety layer."""
        from leukchat.guardrails.guard import GuardrailsGuard, make_judge

        return GuardrailsGuard(rule_seconds=self.settings.limits.rule_seconds, similar=self._similar, embed=self._worded, judge=make_judge(self.settings.guard))

    def _worded(self, text: str) -> Vector:
        """How a text is worded, as a vector: what the learned rule judges."""
        vector: Vector = self.embedder.worded([text])[0]
        return vector

    def _similar(self, sentence: str, others: Sequence[str]) -> Sequence[float]:
        """Cosines of a sentence with others: what the grounding rule asks of sentences that no passage holds word for word."""
        vectors = self.embedder.encode([sentence, *others])
        cosines: list[float] = (vectors[1:] @ vectors[0]).tolist()
        return cosines

    @_once
    def embedder(self) -> MiniLmEmbedder:
        """The sentence embedder, exported on first use."""
        from leukchat.retrieval.embedder import MiniLmEmbedder
        from leukchat.retrieval.export import ensure_exported

        return MiniLmEmbedder(ensure_exported(self.settings.embedder_dir))

    @_once
    def retriever(self) -> Retriever:
        """Search over the library's index, which is built when it is missing, stale or damaged."""
        from leukchat.retrieval.retriever import Retriever
        from leukchat.retrieval.store import SearchIndex

        folder = self._index_dir
        if folder is None:
            from leukchat.knowledge.builtin import ensure_library_index

            folder = ensure_library_index(self.settings.index_dir, self.embedder)
        return Retriever(SearchIndex(folder), self.embedder, self.settings.retrieval)

    @_once
    def answerer(self) -> Answerer:
        """What phrases the answers: the model of the settings, or the embedded one where that cannot run here."""
        from leukchat.models.factory import make_answerer

        try:
            return make_answerer(self.settings, self.retriever.index)
        except ModelError as error:
            self.model_trouble = str(error)
            _log.warning("%s", error)
            return self.embedded

    @_once
    def embedded(self) -> Answerer:
        """The answerer that always works; it also steps in where another model fails."""
        from leukchat.models.embedded import EmbeddedAnswerer

        return EmbeddedAnswerer(self.retriever.index)

    @_once
    def _chain(self) -> Runnable[ChatState, Event]:
        from leukchat.chat.chain import make_chain

        return make_chain(self.settings, self.guard, self.retriever, self.answerer, self.embedded)

    def stream(
        self, question: str, history: Sequence[Turn] = (), level: Level | None = None, country: str = "", k: int | None = None, context: Background | None = None
    ) -> Iterator[Event]:
        """Events of an answer as they happen; the last one holds the Answer. `context` is what is known of the person, as `food_context` makes it.

        Raises QuestionError, before any event, for what is not a question.
        """
        from leukchat.chat.question import check_question
        from leukchat.chat.state import ChatState

        checked = check_question(question, self.settings.limits.question_chars)
        chain = self._chain
        state = ChatState(question=checked, history=tuple(history), level=level or self.settings.level, country=country or self.settings.country, k=k, notice=self.model_trouble)
        state.context = context or state.context
        return chain.stream(state)

    def ask(self, question: str, history: Sequence[Turn] = (), level: Level | None = None, country: str = "", k: int | None = None, context: Background | None = None) -> Answer:
        """The whole answer to a question; raises QuestionError for what is not a question."""
        for event in self.stream(question, history, level, country, k, context):
            if event.answer is not None:
                return event.answer
        raise RuntimeError("the chain ended without an answer")

    def check(self, stage: Stage, text: str, question: str = "") -> Verdict:
        """The guard's verdict over a text that a person wrote (input) or would be shown in answer to `question` (output)."""
        from leukchat.safety.rules import Context

        return self.guard.check(stage, text, Context(question=question, country=self.settings.country))

    def search(self, query: str, k: int = 10) -> Retrieved:
        """The k best passages for a query; raises QuestionError for an empty or unreadable one."""
        from leukchat.chat.question import check_question

        return self.retriever.search(check_question(query, self.settings.limits.question_chars), k)

    def explain_labs(
        self,
        inputs: Sequence[LabInput],
        *,
        sex: Sex | None = None,
        age_years: float | None = None,
        pregnant: bool = False,
        temperature_c: float | None = None,
        treatment_months: float | None = None,
        on_page: Callable[[str, int, int], None] | None = None,
    ) -> LabReading:
        """What lab reports say, computed; raises ReportError for what cannot be read. The options are those of `read_labs`."""
        from leukchat.labs import read_labs
        from leukchat.labs.outside import without_orders

        return without_orders(
            read_labs(inputs, sex=sex, age_years=age_years, pregnant=pregnant, temperature_c=temperature_c, treatment_months=treatment_months, on_page=on_page),
            inputs,
        )

    def plan_nutrition(self, profile: Mapping[str, Any], *, answer: bool = False) -> NutritionPlan:
        """Nutrition guidance for a profile, computed; raises ProfileError with a sentence per bad field.

        With `answer` the profile's question, if it has one, goes through the chain with the profile as context.
        """
        from leukchat.nutrition import parse_profile, plan_nutrition

        known = parse_profile(profile)
        plan = plan_nutrition(known)
        if not answer or not known.question:
            return plan
        try:
            said = self.ask(known.question, context=self.food_context(profile, known.question))
        except QuestionError as error:  # the plan stands; what is wrong with the question is said in the answer's place
            return plan.model_copy(update={"answer": str(error), "answer_status": "not_read"})
        return plan.model_copy(update={"answer": said.answer, "answer_status": said.status.value, "answer_citations": said.citations})

    def food_context(self, profile: Mapping[str, Any], question: str) -> Background:
        """A profile as context of a free question: steers the search, adds computed points, keeps left-out foods out."""
        from leukchat.chat.background import Background
        from leukchat.nutrition import parse_profile
        from leukchat.nutrition.asking import asking

        known = asking(parse_profile(profile), question)
        return Background(subject=known.subject, terms=known.terms, points=known.points, allows=known.wording.allows)

    def labs_for_profile(self, reading: LabReading) -> dict[str, str]:
        """The `labs` of a nutrition profile from lab reports: the latest value of each analyte that matters for food."""
        from leukchat.nutrition.labs_in import labs_from

        latest: dict[str, tuple[str, float, str]] = {}
        for result in (*reading.results, *reading.derived):
            if result.value_si is None or result.flag == "indeterminate":
                continue
            collected = result.collected or reading.reports[result.report].collected or ""
            if result.analyte not in latest or collected > latest[result.analyte][0]:
                latest[result.analyte] = (collected, result.value_si, result.unit_si)
        return labs_from({analyte: (value, unit) for analyte, (_, value, unit) in latest.items()})
