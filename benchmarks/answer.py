"""How long does an embedded answer take, and how much of it is search?

Asks the labelled library questions one after another, after warm-up, and times three things in
the same run: the bare retrieval, the first sentence shown, the whole answer. Targets: median of
the whole answer under 60 ms, of the first sentence under 25 ms, on two cores.

    python benchmarks/answer.py [--questions 200]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import finish, spread, table
from leukchat.assistant import Assistant
from leukchat.evaluation.retrieval import library_cases
from leukchat.settings import load_settings
from leukchat.types import Status


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=200)
    options = parser.parse_args()
    assistant = Assistant(load_settings())
    assistant.warm()
    questions = [question for question, _ in library_cases()]
    random.Random(7).shuffle(questions)
    times: dict[str, list[float]] = {"bare retrieval": [], "first sentence": [], "whole answer": [], "guard, input": [], "guard, output": []}
    for question in questions[: options.questions]:
        started = time.perf_counter()
        assistant.retriever.search(question)
        searched = time.perf_counter()
        answer = assistant.ask(question)
        whole = time.perf_counter()
        if answer.status is not Status.answered:
            continue
        times["bare retrieval"].append((searched - started) * 1000)
        times["first sentence"].append(answer.timings_ms.first_token)
        times["whole answer"].append((whole - searched) * 1000)
        times["guard, input"].append(answer.timings_ms.guard_input)
        times["guard, output"].append(answer.timings_ms.guard_output)
    spreads = {name: spread(values) for name, values in times.items()}
    base = spreads["bare retrieval"]["median"]
    table(("ms", "median", "p95", "of bare retrieval"), [(name, s["median"], s["p95"], f"{s['median'] / base:.2f}x") for name, s in spreads.items()])
    met = spreads["whole answer"]["median"] < 60 and spreads["first sentence"]["median"] < 25
    finish("answer", {"questions": len(times["whole answer"]), "targets_met": met, **spreads})


if __name__ == "__main__":
    main()
