"""One answer at a time with `model.generate`: for ZeroGPU Spaces, which lend a GPU only while a function runs."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Generator
from typing import Any

from leukchat.errors import ModelError
from leukchat.models.loading import Loaded
from leukchat.models.tokens import end_tokens
from leukchat.models.zero_gpu import Generate
from leukchat.settings import ModelSettings


class Single:
    """Streams token ids of one prompt; has the same door as the batcher. `generate` stands around its own `tokens` where a GPU is lent."""

    def __init__(self, loaded: Loaded, settings: ModelSettings, generate: Generate | None = None) -> None:
        self._loaded = loaded
        self._settings = settings
        self._generate: Generate = generate or self.tokens

    def stream(self, prompt: list[int], seconds: float) -> Generator[int, None, None]:
        """Token ids as they are generated, the end token left out. Raises ModelError when the model fails or time is up."""
        yield from self._generate(prompt, seconds)

    def close(self) -> None:
        """Nothing goes on between answers."""

    def tokens(self, prompt: list[int], seconds: float) -> Generator[int, None, None]:
        """What `stream` gives, in this process."""
        tokens: queue.SimpleQueue[Any] = queue.SimpleQueue()
        stop = threading.Event()
        worker = threading.Thread(target=self._run, args=(prompt, tokens, stop), name="leukchat-generate")
        worker.start()
        ends, until = end_tokens(self._loaded), time.monotonic() + seconds
        try:
            while True:
                try:
                    token = tokens.get(timeout=max(0.0, until - time.monotonic()))
                except queue.Empty:
                    raise ModelError(f"The model did not finish within {seconds:.0f} seconds.") from None
                if isinstance(token, ModelError):
                    raise token
                if token is None or token in ends:
                    return
                yield token
        finally:
            stop.set()
            worker.join()

    def _run(self, prompt: list[int], tokens: queue.SimpleQueue[Any], stop: threading.Event) -> None:
        """Generates in a thread; `stop` ends it after the step in hand."""
        import torch
        from transformers import StoppingCriteria, StoppingCriteriaList
        from transformers.generation.streamers import BaseStreamer

        class Put(BaseStreamer):  # type: ignore[misc]
            def __init__(self) -> None:
                self._prompt = True

            def put(self, value: Any) -> None:
                if self._prompt:
                    self._prompt = False
                    return
                for token in value.flatten().tolist():
                    tokens.put(token)

            def end(self) -> None:
                tokens.put(None)

        class Stopped(StoppingCriteria):  # type: ignore[misc]
            def __call__(self, input_ids: Any, scores: Any, **more: Any) -> Any:
                return torch.full((input_ids.shape[0],), stop.is_set(), device=input_ids.device, dtype=torch.bool)

        settings, model = self._settings, self._loaded.model
        sampling = {"do_sample": True, "temperature": settings.temperature, "top_p": settings.top_p} if settings.temperature > 0 else {"do_sample": False}
        try:
            ids = torch.tensor([prompt], device=model.device)
            torch.manual_seed(settings.seed)
            with torch.inference_mode():
                model.generate(
                    input_ids=ids,
                    attention_mask=torch.ones_like(ids),
                    max_new_tokens=settings.max_new_tokens,
                    eos_token_id=sorted(end_tokens(self._loaded)),
                    pad_token_id=min(end_tokens(self._loaded), default=0),
                    streamer=Put(),
                    stopping_criteria=StoppingCriteriaList([Stopped()]),
                    **sampling,
                )
        except RuntimeError as error:
            tokens.put(ModelError(f"The model failed while writing ({type(error).__name__})."))
