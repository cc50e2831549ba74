"""One stream of a model with a static cache and a compiled forward pass: what `benchmarks/llm.py` sets beside the eager one."""

from __future__ import annotations

import argparse
import statistics
import time
from typing import Any


def compiled(model: Any, options: argparse.Namespace, device: str) -> float:
    """Time per token in ms with a static cache and a compiled forward pass, on a GPU as CUDA graphs. Under bitsandbytes the cache does not compile by itself.

    Taken from the moments at which tokens come: a run of another length has another cache, for which all would be compiled anew.
    """
    import torch
    from transformers.generation.streamers import BaseStreamer

    class Moments(BaseStreamer):  # type: ignore[misc]
        def __init__(self) -> None:
            self.at: list[float] = []

        def put(self, value: Any) -> None:
            self.at.append(time.perf_counter())

        def end(self) -> None:
            """Nothing is left to do."""

    model = model.get_base_model() if hasattr(model, "get_base_model") else model
    short = torch.randint(5, model.config.vocab_size, (1, 32), device=device)
    plain = model.forward
    model.forward = torch.compile(model.forward, mode="reduce-overhead" if device == "cuda" else "default", fullgraph=True)
    try:

        def run() -> float:
            moments = Moments()
            with torch.inference_mode():
                model.generate(
                    short,
                    attention_mask=torch.ones_like(short),
                    min_new_tokens=options.new,
                    max_new_tokens=options.new,
                    do_sample=False,
                    pad_token_id=0,
                    cache_implementation="static",
                    streamer=moments,
                )
            return (moments.at[-1] - moments.at[1]) / (options.new - 1) * 1000  # the first moment is the prompt's

        run()
        run()
        return statistics.median(run() for _ in range(options.repeats))
    finally:
        model.forward = plain
