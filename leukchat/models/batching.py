"""Shares one model between many answers: transformers' continuous batching, one token stream a request.

A step of the model serves every running request; a request that is cancelled is gone at the next step.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
import time
from collections.abc import Generator
from typing import Any

from leukchat.errors import ModelError
from leukchat.models.loading import Loaded
from leukchat.models.machine import look
from leukchat.models.tokens import end_tokens, longest_context
from leukchat.settings import ModelSettings

_log = logging.getLogger(__name__)
PAGE = 64  # tokens of cache that are given out together on a CPU
NO_END = -1  # how the library is told that no token ends a turn
MEMORY_STEPS = (None, 0.6, 0.35)  # share of the free GPU memory for the cache: the library's choice, then less after each time it ran out


class Batcher:
    """Streams token ids for many prompts at once. Safe to share between threads.

    When the GPU runs out of memory the running requests fail, and the next one starts a new batch
    with a smaller cache: load is shed, the process lives.
    """

    def __init__(self, loaded: Loaded, settings: ModelSettings) -> None:
        self._model = loaded.model.get_base_model() if hasattr(loaded.model, "get_base_model") else loaded.model
        self._loaded = loaded
        self._settings = settings
        self._names = itertools.count()
        self._streams: dict[str, queue.SimpleQueue[Any]] = {}
        self._lock = threading.Lock()
        self._manager: Any = None
        self._failures = 0
        self._attention = self._model.config._attn_implementation

    def stream(self, prompt: list[int], seconds: float) -> Generator[int, None, None]:
        """Token ids as they are generated, the end token left out. Closing it ends the work at the next step.

        Raises ModelError when the model fails or `seconds` are over.
        """
        name, results = f"answer-{next(self._names)}", queue.SimpleQueue[Any]()
        with self._lock:
            manager = self._running_manager()
            self._streams[name] = results
        until, shown, done = time.monotonic() + seconds, 0, False
        try:
            ends = self._end_tokens()
            if manager.add_request(prompt, request_id=name, max_new_tokens=self._settings.max_new_tokens, streaming=True, eos_token_id=sorted(ends) or NO_END) is None:
                raise ModelError("The model is being stopped and takes no more questions.")
            while not done:
                result = self._next(results, until, seconds)
                done = result.is_finished()
                for token in result.generated_tokens[shown:]:
                    if token in ends:
                        break
                    yield token
                shown = max(shown, len(result.generated_tokens))
        finally:
            with self._lock:
                self._streams.pop(name, None)
            if not done:
                manager.cancel_request(name)

    def running(self) -> int:
        """How many requests the model is working on."""
        with self._lock:
            return len(self._streams)

    def close(self) -> None:
        """Ends all work and the threads behind it."""
        with self._lock:
            manager, self._manager = self._manager, None
        if manager is not None and manager.is_running():
            manager.stop(block=True, timeout=30, hard_stop=True)
            self._model.set_attn_implementation(self._attention)

    def _next(self, results: queue.SimpleQueue[Any], until: float, seconds: float) -> Any:
        try:
            result = results.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            raise ModelError(f"The model did not finish within {seconds:.0f} seconds.") from None
        if isinstance(result, ModelError):
            raise result
        if result.error is not None:
            raise ModelError(f"The model failed while writing ({result.error.splitlines()[0][:120]}).")
        return result

    def _end_tokens(self) -> set[int]:
        return end_tokens(self._loaded)

    def _running_manager(self) -> Any:
        if self._manager is None or not self._manager.is_running():
            self._manager = self._start()
        return self._manager

    def _start(self) -> Any:
        from transformers import ContinuousBatchingConfig, GenerationConfig

        settings = self._settings
        sampling = {"do_sample": True, "temperature": settings.temperature, "top_p": settings.top_p} if settings.temperature > 0 else {"do_sample": False}
        manager = self._model.init_continuous_batching(
            generation_config=GenerationConfig(
                max_new_tokens=settings.max_new_tokens, eos_token_id=sorted(self._end_tokens()) or NO_END, pad_token_id=min(self._end_tokens(), default=0), **sampling
            ),
            continuous_batching_config=ContinuousBatchingConfig(
                max_memory_percent=MEMORY_STEPS[min(self._failures, len(MEMORY_STEPS) - 1)],
                max_requests_per_batch=settings.at_once,
                seed=settings.seed,
                **self._cpu_sizes(),
            ),
        )
        manager.start()
        threading.Thread(target=self._deliver, args=(manager,), name="leukchat-tokens").start()
        threading.Thread(target=self._stop_at_exit, args=(manager,), name="leukchat-stop").start()
        return manager

    def _cpu_sizes(self) -> dict[str, int]:
        """On a CPU the cache cannot be sized from GPU memory: it holds `at_once` whole conversations, in at most a quarter of the machine's memory."""
        if self._model.device.type == "cuda":
            return {}
        context = longest_context(self._loaded, self._settings.context_tokens)
        each = context // PAGE + 1
        config = self._model.config
        width = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
        page_bytes = PAGE * 2 * config.num_hidden_layers * config.num_key_value_heads * width * self._model.dtype.itemsize
        affordable = int(look().memory_gb * 1e9 / 4 / page_bytes) or each
        return {"page_size": PAGE, "num_blocks": max(each, min(self._settings.at_once * each, affordable)), "max_batch_tokens": context}

    def _deliver(self, manager: Any) -> None:
        """Hands each result to its stream; when the model's thread has died, tells all that wait."""
        for result in manager:
            with self._lock:
                stream = self._streams.get(result.request_id)
            if stream is not None:
                stream.put(result)
        fatal = manager.background_thread_status.fatal_error
        if fatal is not None:
            self._failures += 1
            _log.error("generation stopped: %s", type(fatal).__name__)
        with self._lock:
            for stream in self._streams.values():
                stream.put(ModelError("The model stopped and is being started again with less memory." if fatal is not None else "The model was stopped."))

    @staticmethod
    def _stop_at_exit(manager: Any) -> None:
        """Stops the library's thread when the main thread ends: else the process would never exit.

        None of the three threads is a daemon, so that none is torn out of the model's code at exit.
        """
        while manager.is_running() and threading.main_thread().is_alive():
            threading.main_thread().join(timeout=0.5)
        if manager.is_running():
            manager.stop(block=False, hard_stop=True)
