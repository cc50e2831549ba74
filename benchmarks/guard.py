"""What does the guard cost, what do others cost, and does its time stay linear in the length of a text?

One run over answers of about 200 words: a bare pass over the text, our output rules alone, the same under the deadline, the
whole stage through guardrails-ai, `Guard.validate` with trivial validators, and, in the interpreter named by --peers, the
rule-based scanners of presidio and llm-guard. The rules remember sentences, so the ways of ours take turns: no text has been
seen before by any of them, but for the one row that says so. Then the delay of an answer's first sentence through the whole
chain, and hostile and random texts of 2,000 and 20,000 characters: ten times the text should take about ten times as long.

Parts one and three count processor time, part two the clock on the wall.

    python benchmarks/guard.py [--peers PYTHON]
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import finish, spread, table
from leukchat.assistant import Assistant
from leukchat.guardrails.guard import GuardrailsGuard
from leukchat.guardrails.quiet import quiet_guardrails
from leukchat.guardrails.running import run_rules
from leukchat.knowledge.library import load_library
from leukchat.models.answerer import AnswerRequest
from leukchat.models.embedded import EmbeddedAnswerer
from leukchat.models.factory import register_answerer
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.safety.stages import INPUT_RULES, OUTPUT_RULES
from leukchat.settings import ModelSettings, load_settings

HOSTILE = (
    "1,000,000,", "1 2 3 4 ", "take two ", "| imatinib | 400 | ", "4 0 0 m g ", "how much how many ", "....!!!???", "x", "fever 38.5 ", "prenez deux comprimes de ",
    "Maria Gonzalez ", "a@b.", "+1 (555) ", "patient: ", "12 Long ", "born on 1/1/", "not not ", "one hundred and ", "[1] [2] ", "do not take ", "- a\n", "\n\n", "my name is ", "A1-", "don't ",
)  # fmt: skip
ALPHABETS = ("ab ", "01 .,-/", "a1 -", "Aa. ", "mg 4,0-", "take not two ", "()[]{}|*_` ", "\n-1.a ", "éü ß’", "@.+a1")
QUESTIONS = ("What is CML?", "Why do people with AML bruise easily?", "Does a lumbar puncture hurt?", "What is a stem cell transplant?", "How is APL treated?")


def milliseconds(act: Callable[[], object]) -> float:
    """Processor time of one call, all threads: other work on the machine does not count."""
    started = time.process_time()
    act()
    return (time.process_time() - started) * 1000


def answers() -> list[str]:
    """Texts of about 200 words from the library."""
    sections = [section.text for article in load_library() for section in article.sections]
    return [" ".join(" ".join(sections[i : i + 3]).split()[:200]) for i in range(0, len(sections) - 2, 3)]


def trivial() -> Callable[[str], object]:
    """guardrails-ai with three validators that do nothing."""
    guardrails = quiet_guardrails()
    from guardrails.validators import PassResult, Validator, register_validator

    def make(number: int) -> Any:
        @register_validator(name=f"bench/trivial-{number}", data_type="string")
        class Trivial(Validator):  # type: ignore[misc]
            def _validate(self, value: str, metadata: dict[str, Any]) -> Any:
                return PassResult()

        return Trivial(on_fail="fix")

    guard = guardrails.Guard(name="trivial", history_max_length=1).use(make(1), make(2), make(3))
    return lambda text: guard.validate(text, metadata={})


def two_hundred_words(peers: str) -> tuple[dict[str, dict[str, float]], dict[str, Any]]:
    """Part one: the spread of each way over the same texts."""
    guard, context, texts = GuardrailsGuard(), Context(), answers()
    guard.warm()
    ways: dict[str, Callable[[str], object]] = {
        "bare pass (split, lower)": lambda text: text.lower().split(),
        "our output rules": lambda text: [rule.scan(text, context) for rule in OUTPUT_RULES],
        "our output rules, with deadline": lambda text: run_rules(OUTPUT_RULES, text, context),
        "whole output stage": lambda text: guard.check("output", text, context),
        "Guard.validate, 3 trivial validators": trivial(),
        "our input rules": lambda text: [rule.scan(text, context) for rule in INPUT_RULES],
        "whole input stage": lambda text: guard.check("input", text, context),
    }
    again = "our output rules, the same text again"
    times: dict[str, list[float]] = {name: [] for name in (*ways, again)}
    for number, text in enumerate(texts):
        name = list(ways)[number % len(ways)]
        times[name].append(milliseconds(lambda name=name, text=text: ways[name](text)))  # type: ignore[misc]
        if name == "our output rules":
            times[again].append(milliseconds(lambda name=name, text=text: ways[name](text)))  # type: ignore[misc]
    times = {name: values[5:] for name, values in times.items()}  # the first ones pay for words met for the first time
    told: dict[str, Any] = {}
    if peers:
        folder = Path(__file__).resolve().parent
        run = subprocess.run([peers, str(folder / "guard_peers.py")], input=json.dumps(texts), capture_output=True, text=True, check=True)
        told = json.loads(run.stdout.splitlines()[-1])
        times |= told.pop("times")
    return {name: spread(values) for name, values in times.items()}, told


def first_sentence() -> dict[str, dict[str, float]]:
    """Part two: how long the output guard holds back the first sentence, and how long the input guard takes, through the chain."""
    made: list[float] = []

    class Timed(EmbeddedAnswerer):
        def stream(self, request: AnswerRequest) -> Iterator[str]:
            for place, piece in enumerate(super().stream(request)):
                if place == 0:
                    made.append(time.perf_counter())
                yield piece

    register_answerer("timed", lambda _settings, index: Timed(index))
    assistant = Assistant(load_settings().model_copy(update={"model": ModelSettings(name="timed")}))
    assistant.warm()
    held, before = [], []
    for question in QUESTIONS * 6:
        made.clear()
        for event in assistant.stream(question):
            if event.kind == "text" and made and len(made) == 1:
                held.append((time.perf_counter() - made[0]) * 1000)
                made.append(0.0)
            if event.answer is not None:
                before.append(event.answer.timings_ms.guard_input)
    return {"first sentence held by the output guard": spread(held[5:]), "input guard of the question": spread(before[5:])}


def growth() -> list[tuple[str, float, float, float]]:
    """Part three: slowest stage of each hostile or random text at 2,000 and 20,000 characters, and the ratio."""
    dice, context, rows = random.Random(11), Context(), []
    pieces = [*HOSTILE, *("".join(dice.choice(alphabet) for _ in range(dice.randint(2, 12))) for alphabet in ALPHABETS for _ in range(4))]
    for piece in pieces:
        for stage, rules in (("input", INPUT_RULES), ("output", OUTPUT_RULES)):
            spent = []
            for size in (2000, 20000):
                text = (piece * (size // len(piece) + 1))[:size]
                spent.append(min(milliseconds(lambda text=text, rules=rules: (normalise.cache_clear(), [rule.scan(text, context) for rule in rules])) for _ in range(2)))  # type: ignore[misc]
            rows.append((f"{piece!r}, {stage}", round(spent[0], 1), round(spent[1], 1), round(spent[1] / max(spent[0], 0.5), 1)))
    return sorted(rows, key=lambda row: -row[2])


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", default="", help="interpreter that has llm-guard and presidio-analyzer")
    spreads, told = two_hundred_words(parser.parse_args().peers)
    table(("200 words, processor ms", "median", "p95"), [(name, one["median"], one["p95"]) for name, one in spreads.items()])
    for name, why in told.get("skipped", {}).items():
        print(f"{name}: could not run ({why})")
    delays = first_sentence()
    print()
    table(("through the chain, ms on the clock", "median", "p95"), [(name, one["median"], one["p95"]) for name, one in delays.items()])
    rows = growth()
    print(f"\n{len(rows)} hostile and random texts; the slowest twelve:")
    table(("text, processor ms", "2,000 chars", "20,000 chars", "ratio"), rows[:12])
    worst = max(row[3] for row in rows)
    print(f"largest ratio {worst} (10 is linear), slowest {rows[0][2]} ms")
    finish("guard", {"spreads": spreads, **told, "delays": delays, "slowest_20000_ms": rows[0][2], "largest_ratio": worst})


if __name__ == "__main__":
    main()
