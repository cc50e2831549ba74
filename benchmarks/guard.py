"""What does the guard cost, and does its time stay linear in the length of a text?

Part one judges answers of about 200 words: a bare pass over the text, the output rules alone, and the
whole stage through guardrails-ai. Part two gives each rule hostile texts of 2,000 and 20,000
characters; ten times the text should take about ten times as long.

    python benchmarks/guard.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import finish, spread, table
from leukchat.guardrails.guard import GuardrailsGuard, run_rules
from leukchat.knowledge.library import load_library
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.safety.stages import INPUT_RULES, OUTPUT_RULES

HOSTILE = {
    "digits": "1,000,000,",
    "numbers": "1 2 3 4 ",
    "counts": "take two ",
    "table": "| imatinib | 400 | ",
    "spaced letters": "4 0 0 m g ",
    "questions": "how much how many ",
    "marks": "....!!!???",
    "one word": "x",
    "fever": "fever 38.5 ",
    "foreign": "prenez deux comprimes de ",
}


def milliseconds(act: Callable[[], object]) -> float:
    """Time of one call."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def answers() -> list[str]:
    """Texts of about 200 words from the library."""
    sections = [section.text for article in load_library() for section in article.sections]
    return [" ".join(" ".join(sections[i : i + 3]).split()[:200]) for i in range(0, 300, 3)]


def main() -> None:
    """Runs the benchmark."""
    guard = GuardrailsGuard()
    guard.warm()
    context = Context()
    texts = answers()
    ways: dict[str, Callable[[str], object]] = {
        "bare pass (split, lower)": lambda text: text.lower().split(),
        "output rules": lambda text: run_rules(OUTPUT_RULES, text, context),
        "whole output stage": lambda text: guard.check("output", text, context),
        "input rules": lambda text: run_rules(INPUT_RULES, text, context),
    }
    for way in ways.values():
        way(texts[0])
    times: dict[str, list[float]] = {name: [] for name in ways}
    for text in texts[1:]:
        for name, way in ways.items():
            normalise.cache_clear()
            times[name].append(milliseconds(lambda way=way, text=text: way(text)))  # type: ignore[misc]
    spreads = {name: spread(values) for name, values in times.items()}
    table(("200 words, ms", "median", "p95"), [(name, one["median"], one["p95"]) for name, one in spreads.items()])
    rows = []
    for name, piece in HOSTILE.items():
        short, long = ((piece * (size // len(piece) + 1))[:size] for size in (2000, 20000))
        for stage, rules in (("input", INPUT_RULES), ("output", OUTPUT_RULES)):
            small, large = (min(milliseconds(lambda text=text, rules=rules: [rule.scan(text, context) for rule in rules]) for _ in range(2)) for text in (short, long))  # type: ignore[misc]
            rows.append((f"{name}, {stage}", round(small, 1), round(large, 1), f"{large / max(small, 0.01):.0f}x"))
    print()
    table(("hostile text, ms", "2,000 chars", "20,000 chars", "ratio"), rows)
    finish("guard", {"spreads": spreads, "slowest_20000_ms": max(row[2] for row in rows)})


if __name__ == "__main__":
    main()
