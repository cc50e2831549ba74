"""How large and how fast is Llama 3.1 8B in each precision, and how well does one machine share it?

On a GPU: the published shape with random weights. On a CPU: a small model of the same make, so that
the benchmark always runs; its figures compare with each other, not with a GPU. With --model: real weights from a
folder (scripts/small_model.py makes one). torchao's precisions run where torchao is installed. For each precision it
prints weights, load time, peak memory, time to the first token after a long prompt, time per token,
tokens per second for 1 to 64 answers at once (the app's own batcher), and which share of the memory
bandwidth one stream uses (bytes read per token over the bandwidth measured in the same run).

    python benchmarks/llm.py [--device auto|cpu|cuda] [--requests 1,4,16,64] [--prompt 2000] [--new 128] [--kinds bf16,int8,nf4,nf4+dq,torchao-int8,torchao-int4] [--model FOLDER] [--compile bf16,nf4+dq]

Targets on one H200: NF4 against bf16 at least 60 % smaller and 30 % less time per token, one NF4 stream at
half of its bandwidth limit, 16 streams at 8 times the tokens per second of one, first token under 150 ms.
Random weights: valid for size, memory and time, never for quality.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import resource
import statistics
import sys
import threading
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.llm_compiled import compiled
from benchmarks.llm_models import KINDS, LLAMA_8B, SMALL, random_llama, real_llama, weight_bytes
from benchmarks.report import finish, table
from leukchat.models.quantizing import TORCHAO


class NoTokenizer:
    """The batcher asks a tokenizer which tokens end a turn; random weights know none."""

    eos_token_id = None

    @staticmethod
    def get_added_vocab() -> dict[str, int]:
        """No special tokens."""
        return {}


def bandwidth(device: str) -> float:
    """Bytes a second that this memory moves: a copy of 512 MiB, read and written, the best of five."""
    import torch

    source = torch.empty(2**28, dtype=torch.bfloat16, device=device).fill_(1.0)
    target = torch.empty_like(source)
    best = 0.0
    for _ in range(6):
        wait(device)
        started = time.perf_counter()
        target.copy_(source)
        wait(device)
        best = max(best, 2 * source.numel() * 2 / (time.perf_counter() - started))
    return best


def wait(device: str) -> None:
    """Until the GPU has done what it was given."""
    if device == "cuda":
        import torch

        torch.cuda.synchronize()


def peak_gb(device: str) -> float:
    """Peak memory in GB: of the GPU, or of this process so far."""
    if device == "cuda":
        import torch

        return torch.cuda.max_memory_allocated() / 1e9
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


def generate(model: Any, prompt: Any, new: int, device: str) -> float:
    """Seconds for `new` tokens after a prompt, greedily, with the end token forbidden."""
    import torch

    wait(device)
    started = time.perf_counter()
    with torch.inference_mode():
        model.generate(prompt, attention_mask=torch.ones_like(prompt), min_new_tokens=new, max_new_tokens=new, do_sample=False, pad_token_id=0)
    wait(device)
    return time.perf_counter() - started


def alone(model: Any, options: argparse.Namespace, device: str) -> dict[str, float]:
    """First token after the long prompt and time per token of one eager stream, in ms: medians of `repeats`."""
    import torch

    model = model.get_base_model() if hasattr(model, "get_base_model") else model  # as the app's batcher does
    torch.manual_seed(0)
    long = torch.randint(5, model.config.vocab_size, (1, options.prompt), device=device)
    short = torch.randint(5, model.config.vocab_size, (1, 32), device=device)
    generate(model, short, 4, device)
    first = statistics.median(generate(model, long, 1, device) for _ in range(options.repeats))
    per_token = statistics.median((generate(model, short, options.new, device) - generate(model, short, 1, device)) / (options.new - 1) for _ in range(options.repeats))
    return {"first_ms": first * 1000, "token_ms": per_token * 1000}


def together(model: Any, options: argparse.Namespace) -> dict[int, tuple[float, float]]:
    """For each number of requests: tokens per second of all, and median ms to the first token, through the app's batcher."""
    from leukchat.models.batching import Batcher
    from leukchat.models.loading import Loaded
    from leukchat.settings import ModelSettings

    most = max(options.requests)
    settings = ModelSettings(max_new_tokens=options.new, at_once=most, context_tokens=max(512, options.batch_prompt + options.new))
    batcher = Batcher(Loaded(model, NoTokenizer(), ""), settings)
    figures: dict[int, tuple[float, float]] = {}
    try:
        _serve(batcher, 1, options)
        for many in options.requests:
            figures[many] = _serve(batcher, many, options)
    finally:
        batcher.close()
    return figures


def _serve(batcher: Any, many: int, options: argparse.Namespace) -> tuple[float, float]:
    import random

    firsts: list[float] = []
    counts: list[int] = []

    def one(seed: int) -> None:
        prompt = [random.Random(seed).randrange(5, 4000) for _ in range(options.batch_prompt)]
        started, first, count = time.perf_counter(), 0.0, 0
        for _ in batcher.stream(prompt, 600):
            first = first or time.perf_counter() - started
            count += 1
        firsts.append(first)
        counts.append(count)

    threads = [threading.Thread(target=one, args=(seed,)) for seed in range(many)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - started), statistics.median(firsts) * 1000


def measure(kind: str, adapter: bool, options: argparse.Namespace, device: str, speed: float) -> dict[str, Any]:
    """All figures of one precision."""
    import torch

    if device == "cuda":
        torch.cuda.reset_peak_memory_stats()
    started = time.perf_counter()
    model = real_llama(options.model, kind, device, adapter) if options.model else random_llama(LLAMA_8B if device == "cuda" else SMALL, kind, device, adapter)
    wait(device)
    figures: dict[str, Any] = {"kind": kind, "adapter": "apart" if adapter else "none or merged", "load_s": time.perf_counter() - started}
    total, read = weight_bytes(model)
    figures |= {"weights_gb": total / 1e9, **alone(model, options, device)}
    figures["bandwidth_share"] = read / speed / (figures["token_ms"] / 1000)
    if kind in options.compile and not adapter:
        figures["compiled_token_ms"] = compiled(model, options, device)
        figures["compiled_bandwidth_share"] = read / speed / (figures["compiled_token_ms"] / 1000)
    served = together(model, options)
    figures |= {f"tokens_s_{many}": value[0] for many, value in served.items()} | {f"first_ms_{many}": value[1] for many, value in served.items()}
    figures["peak_gb"] = peak_gb(device)
    del model
    gc.collect()
    if device == "cuda":
        torch.cuda.empty_cache()
    return figures


def targets(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """NF4 with double quantization against bf16, without an adapter: ratios of this run."""
    found = {row["kind"]: row for row in rows if row["adapter"] != "apart"}
    if "bf16" not in found or "nf4+dq" not in found:
        return {}
    base, four = found["bf16"], found["nf4+dq"]
    best = four.get("compiled_token_ms", four["token_ms"])
    ratios = {"size_change": four["weights_gb"] / base["weights_gb"] - 1, "token_time_change": best / base.get("compiled_token_ms", base["token_ms"]) - 1}
    ratios["bandwidth_share"] = four.get("compiled_bandwidth_share", four["bandwidth_share"])
    ratios["first_token_ms"] = four["first_ms"]
    if "tokens_s_16" in four and "tokens_s_1" in four:
        ratios["sixteen_against_one"] = four["tokens_s_16"] / four["tokens_s_1"]
    return {name: round(value, 3) for name, value in ratios.items()}


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--kinds", type=lambda text: text.split(","), default=list(KINDS))
    parser.add_argument("--requests", type=lambda text: [int(one) for one in text.split(",")], default=None)
    parser.add_argument("--prompt", type=int, default=None, help="tokens before the first-token measure")
    parser.add_argument("--batch-prompt", type=int, default=256, help="tokens of each prompt served together")
    parser.add_argument("--new", type=int, default=None, help="tokens written by each")
    parser.add_argument("--adapters", type=lambda text: text.split(","), default=["none", "apart"], help="none (or merged, which is the same), apart")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument(
        "--compile", type=lambda text: [one for one in text.split(",") if one], default=["bf16", "nf4+dq", "torchao-int4"], help="kinds that are compiled as well; empty for none"
    )
    parser.add_argument("--model", type=Path, default=None, help="folder of a Llama with real weights, instead of random ones")
    options = parser.parse_args()
    import torch

    device = options.device if options.device != "auto" else "cuda" if torch.cuda.is_available() else "cpu"
    if importlib.util.find_spec("torchao") is None and any(kind.startswith("torchao") for kind in options.kinds):
        print(f"torchao is not installed (pip install {TORCHAO}): its rows are left out.")
        options.kinds = [kind for kind in options.kinds if not kind.startswith("torchao")]
    options.requests = options.requests or ([1, 4, 16, 64] if device == "cuda" else [1, 4, 16])
    options.prompt = options.prompt or (2000 if device == "cuda" else 500)
    options.new = options.new or (128 if device == "cuda" else 32)
    if options.new < 16:
        parser.error(f"--new is {options.new}; the app's model writes at least 16 tokens")
    speed = bandwidth(device)
    name = torch.cuda.get_device_name() if device == "cuda" else "CPU"
    what = f"{options.model.name}, real weights" if options.model else f"{'Llama-3.1-8B' if device == 'cuda' else 'a small Llama'} with random weights (size and time only)"
    print(f"{name}: memory moves {speed / 1e9:.1f} GB/s; {what}\n")
    rows = []
    for kind in options.kinds:
        for adapter in options.adapters:
            rows.append(measure(kind, adapter == "apart", options, device, speed))
            print(json.dumps(rows[-1]), file=sys.stderr, flush=True)  # so that a run that is broken off has not been for nothing
    columns = list(dict.fromkeys(column for row in rows for column in row))
    table(columns, [[f"{row[c]:.3g}" if isinstance(row.get(c), float) else row.get(c, "") for c in columns] for row in rows])
    finish(
        "llm",
        {
            "device": name,
            "model": what,
            "bandwidth_gb_s": round(speed / 1e9, 1),
            "ratios": targets(rows),
            "rows": rows,
            "gpu_rows": "measured" if device == "cuda" else "not run: no GPU here",
        },
    )


if __name__ == "__main__":
    main()
