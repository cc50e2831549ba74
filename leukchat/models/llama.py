"""Llama 3.1 on this machine: 4-bit NF4 with a LoRA adapter, one model shared by everyone who asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

from leukchat.errors import ModelError
from leukchat.models.answerer import AnswerRequest, Notice
from leukchat.models.batching import Batcher
from leukchat.models.loading import Loaded, load
from leukchat.models.machine import choose, look
from leukchat.models.prompting import build_messages
from leukchat.models.single import Single
from leukchat.models.slots import Slots
from leukchat.models.tokens import longest_context
from leukchat.models.written import decoded, unless_declined, until_repeating
from leukchat.models.zero_gpu import lent, on_zero_gpu
from leukchat.retrieval.store import SearchIndex
from leukchat.settings import ModelSettings, Settings

# The day that Llama 3.1's template itself prints where none is given. Later Llamas' templates would print today's, and answers would change with it.
TEMPLATE_DATE = "26 Jul 2024"
RETRY_SECONDS = 300.0
# Who asks while another thread loads the model (minutes, where its weights have to be fetched) waits no longer than this.
PATIENCE = 2.0


def make(settings: Settings, _index: SearchIndex) -> LlamaAnswerer:
    """What the factory calls. Raises ModelError when no language model can run here; loads nothing yet."""
    choose(settings.model, look())
    return LlamaAnswerer(settings.model, settings.data_dir / "models")


class LlamaAnswerer:
    """Writes answers from numbered passages with a local model. Safe to share between threads."""

    name = "llama"

    def __init__(self, settings: ModelSettings, cache: Path) -> None:
        self._settings = settings
        self._cache = cache
        self._lock = threading.Lock()
        self._ready: tuple[Loaded, Batcher | Single] | None = None
        self._failed: tuple[float, ModelError] | None = None
        self._slots = Slots(settings.at_once, settings.waiting, settings.seconds)
        self._borrowed = lent(self._where_lent, settings.seconds) if on_zero_gpu() else None

    @property
    def about(self) -> str:
        """Which model is in use and on what; empty until it is loaded."""
        return self._ready[0].about if self._ready else ""

    def warm(self) -> None:
        """Loads the model and, unless its GPU has to be borrowed, generates one token. Raises ModelError with the remedy if that cannot be done."""
        loaded, batcher = self._parts()
        if self._borrowed is not None:
            return
        tokens = batcher.stream(loaded.tokenizer("Leukemia")["input_ids"], self._settings.seconds)
        next(tokens, None)
        tokens.close()

    def stream(self, request: AnswerRequest) -> Generator[str | Notice, None, None]:
        """Text as it is written; notices while others are served first. Raises ModelError when it cannot go on."""
        until = time.monotonic() + self._settings.seconds
        loaded, batcher = self._parts(PATIENCE)
        prompt = self._prompt(loaded, request)
        yield from self._slots.queue()
        with self._slots.taken(), closing(batcher.stream(prompt, max(1.0, until - time.monotonic()))) as tokens:
            yield from until_repeating(unless_declined(decoded(tokens, lambda ids: str(loaded.tokenizer.decode(ids, skip_special_tokens=True)))))

    def close(self) -> None:
        """Ends all generation."""
        if self._ready is not None:
            self._ready[1].close()

    def _prompt(self, loaded: Loaded, request: AnswerRequest) -> list[int]:
        def count(text: str) -> int:
            return len(loaded.tokenizer(text, add_special_tokens=False)["input_ids"])

        prompted = build_messages(request, count, longest_context(loaded, self._settings.context_tokens) - self._settings.max_new_tokens)
        encoded = loaded.tokenizer.apply_chat_template(list(prompted.messages), add_generation_prompt=True, tokenize=True, return_dict=True, date_string=TEMPLATE_DATE)
        ids: list[int] = list(encoded["input_ids"])
        return ids

    def _parts(self, patience: float = -1) -> tuple[Loaded, Batcher | Single]:
        """The model and its batcher, loaded once, by one thread; others wait, at most `patience` seconds where that is not negative.

        Raises ModelError when it cannot be loaded, which is tried again after RETRY_SECONDS, or is still being loaded.
        """
        if self._ready is not None:
            return self._ready
        if not self._lock.acquire(timeout=patience):
            raise ModelError("The language model is still being loaded.")
        try:
            if self._failed is not None and time.monotonic() < self._failed[0] + RETRY_SECONDS:
                raise self._failed[1]
            if self._ready is None:
                self._ready = self._load()
            return self._ready
        finally:
            self._lock.release()

    def _load(self) -> tuple[Loaded, Batcher | Single]:
        try:
            loaded = load(choose(self._settings, look()), self._settings, self._cache)
        except ModelError as error:
            self._failed = (time.monotonic(), error)
            raise
        return loaded, Single(loaded, self._settings, self._borrowed) if self._borrowed is not None else Batcher(loaded, self._settings)

    def _where_lent(self, prompt: list[int], seconds: float) -> Iterator[int]:
        """Tokens in the process that has the GPU: a copy of this one, made after the model was loaded."""
        single = self._parts()[1]
        assert isinstance(single, Single)
        yield from single.tokens(prompt, seconds)
