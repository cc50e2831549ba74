"""How much time does everything around a language model take: guard, retrieval, prompt, events?

A stand-in model repeats sentences of the passages it is given, cited, one token after another at the pace of an 8B model
(default 8 ms a token, about what one stream of Llama 3.1 8B in 4 bits gets on a data-centre GPU), and speaks on while the
guard judges, as a GPU does. The time that it would take alone is known (tokens times pace), so what an answer takes beyond
it is the chain's own. Printed: what passes before generation begins (target: under 15 ms), what is added in all, and the
chain's share of the whole answer (target: under 3 %), after warm-up.

"processor" is the time that this process used until generation began, in all its threads: on a machine that does other
things as well it says more than the clock. Warm-up is what the page does before anybody asks: everything loaded, the
library's passages looked at for orders to the assistant, and their sentences embedded.

A model that runs in this process drives its GPU from Python, and the guard then takes the interpreter from it. --python-ms
is how much of each token's time is spent so (0: a GPU elsewhere, or CUDA graphs); waiting for the interpreter delays every
later token here, as it would there, and counts as the chain's. What the machine's other work delays is measured first, without a chain.

    python benchmarks/chain.py [--questions 40] [--token-ms 8] [--python-ms 0]
"""

from __future__ import annotations

import argparse
import queue
import random
import re
import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import finish, spread, table
from leukchat.assistant import Assistant
from leukchat.evaluation.retrieval import library_cases
from leukchat.models.answerer import AnswerRequest
from leukchat.models.factory import register_answerer
from leukchat.models.prompting import build_messages
from leukchat.retrieval.store import SearchIndex
from leukchat.settings import ModelSettings, Settings, load_settings

SENTENCES = 9


class Paced:
    """Speaks in tokens of four characters at a fixed pace, from a thread of its own as the app's models do: it goes on while the guard judges."""

    name = "paced"

    def __init__(self, token_s: float, python_s: float = 0.0) -> None:
        self._token_s = token_s
        self._python_s = python_s
        self.began = self.began_cpu = 0.0
        self.alone = 0.0
        self._noise_s = sum(self._drive() for _ in range(100)) / 100 if python_s else 0.0

    def warm(self) -> None:
        """Nothing to load."""

    def stream(self, request: AnswerRequest) -> Generator[str, None, None]:
        """Sentences of the passages, cited, as a model would write them."""
        build_messages(request, lambda text: len(text) // 3, 5632)
        sentences = [(n, one) for n, passage in enumerate(request.passages, start=1) for one in re.split(r"(?<=[.!?])\s+", passage.text)[:2]]
        text = "".join(f"{sentence.strip()} [{n}] " for n, sentence in sentences[:SENTENCES])
        self.alone = len(range(0, len(text), 4)) * (self._token_s + self._noise_s)
        tokens: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.began, self.began_cpu = time.perf_counter(), time.process_time()
        threading.Thread(target=self._speak, args=(text, tokens), daemon=True).start()
        while token := tokens.get():
            yield token

    def _speak(self, text: str, tokens: queue.SimpleQueue[str]) -> None:
        late = 0.0
        for place, start in enumerate(range(0, len(text), 4), start=1):
            late += self._drive()
            time.sleep(max(0.0, self.began + place * self._token_s + late - time.perf_counter()))
            tokens.put(text[start : start + 4])
        tokens.put("")

    def _drive(self) -> float:
        """Works in Python as a model's step does; returns the seconds for which others kept the interpreter or the core."""
        started, until = time.perf_counter(), time.thread_time() + self._python_s
        while time.thread_time() < until:
            pass
        return max(0.0, time.perf_counter() - started - self._python_s) if self._python_s else 0.0


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=40)
    parser.add_argument("--token-ms", type=float, default=8.0)
    parser.add_argument("--python-ms", type=float, default=0.0)
    options = parser.parse_args()
    model = Paced(options.token_ms / 1000, options.python_ms / 1000)

    def make(_settings: Settings, _index: SearchIndex) -> Paced:
        return model

    register_answerer("paced", make)
    assistant = Assistant(load_settings().model_copy(update={"model": ModelSettings(name="paced")}))
    assistant.warm_safely()
    questions = [question for question, _ in library_cases()]
    random.Random(7).shuffle(questions)
    before, before_cpu, shares, around, steps = [], [], [], [], []
    for question in questions[: options.questions]:
        model.alone = 0.0
        started, started_cpu = time.perf_counter(), time.process_time()
        answer = assistant.ask(question)
        whole = time.perf_counter() - started
        if answer.model != "paced" or not model.alone:
            continue
        steps.append((answer.timings_ms.guard_input, answer.timings_ms.retrieve, answer.timings_ms.guard_output))
        before.append((model.began - started) * 1000)
        before_cpu.append((model.began_cpu - started_cpu) * 1000)
        around.append((whole - model.alone) * 1000)
        shares.append((whole - model.alone) / whole * 100)
    rows = {
        "before generation, ms": spread(before),
        "before generation, processor ms": spread(before_cpu),
        "beyond the model's own time, ms": spread(around),
        "share of the answer, %": spread(shares),
    }
    rows |= {f"{name}, ms": spread(column) for name, column in zip(("guard, input", "retrieve", "guard, output"), zip(*steps, strict=True), strict=True)}
    table(("", "median", "p95"), [(name, value["median"], value["p95"]) for name, value in rows.items()])
    met = rows["before generation, ms"]["median"] < 15 and rows["share of the answer, %"]["median"] < 3
    finish("chain", {"answers": len(shares), "token_ms": options.token_ms, "python_ms": options.python_ms, "targets_met": met, **rows})


if __name__ == "__main__":
    main()
