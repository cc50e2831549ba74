"""Llama 3.1 on this machine: 4-bit NF4 with a LoRA adapter, one model shared by everyone who asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from leukchat.errors import ModelError
from leukchat.models.answerer import AnswerRequest, Notice
from leukchat.models.batching import Batcher
from leukchat.models.loading import Loaded, load
from leukchat.models.machine import choose, look
from leukchat.models.prompting import build_messages
from leukchat.models.single import Single, on_zero_gpu
from leukchat.models.slots import Slots
from leukchat.models.tokens import longest_context
from leukchat.models.written import decoded, unless_declined, until_repeating
from leukchat.retrieval.store import SearchIndex
from leukchat.settings import ModelSettings, Settings

# The template would print today's date into every prompt; its own default keeps answers the same from day to day.
TEMPLATE_DATE = "26 Jul 2024"
RETRY_SECONDS = 300.0


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

    @property
    def about(self) -> str:
        """Which model is in use and on what; empty until it is loaded."""
        return self._ready[0].about if self._ready else ""

    def warm(self) -> None:
        """Loads the model and generates one token. Raises ModelError with the remedy if that cannot be done."""
        loaded, batcher = self._parts()
        tokens = batcher.stream(loaded.tokenizer("Leukemia")["input_ids"], self._settings.seconds)
        next(tokens, None)
        tokens.close()

    def stream(self, request: AnswerRequest) -> Generator[str | Notice, None, None]:
        """Text as it is written; notices while others are served first. Raises ModelError when it cannot go on."""
        until = time.monotonic() + self._settings.seconds
        loaded, batcher = self._parts()
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

    def _parts(self) -> tuple[Loaded, Batcher | Single]:
        """The model and its batcher, loaded once, by one thread; others wait. A failure is tried again after RETRY_SECONDS."""
        if self._ready is None:
            with self._lock:
                if self._failed is not None and time.monotonic() < self._failed[0] + RETRY_SECONDS:
                    raise self._failed[1]
                if self._ready is None:
                    try:
                        loaded = load(choose(self._settings, look()), self._settings, self._cache)
                    except ModelError as error:
                        self._failed = (time.monotonic(), error)
                        raise
                    self._ready = (loaded, (Single if on_zero_gpu() else Batcher)(loaded, self._settings))
        return self._ready
