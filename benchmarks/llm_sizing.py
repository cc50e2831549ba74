"""How many people does one GPU serve, and how many GPUs do so many people need? Computed from measured tokens per second.

Reads what `benchmarks/llm.py` printed on the GPU in question (its JSON line, or a file that holds it), or tokens per second
measured otherwise (--measured 1=40,16=390). For each number of answers written at once:

    tokens a second for each   = tokens per second / answers at once             (faster than people read, or it does not count)
    answers a minute           = 60 x tokens per second x load / tokens of an answer
    people                     = answers a minute x seconds between a person's questions / 60

`load` is the share of the time in which the GPU may be busy: people come when they like, and at 100 % the line never ends.
GPUs = people wanted / people on one, rounded up. Nothing is assumed of a GPU; without a measurement there is no number.

    python benchmarks/llm_sizing.py RESULTS.json [--kind nf4+dq] [--people 500]
    python benchmarks/llm_sizing.py --measured 1=40,16=390 [--answer-tokens 243] [--every 60] [--load 0.7]
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import finish, table

# Adults read 238 words of English non-fiction a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). Our answers have 1.7 tokens a word, their
# citation marks included, and 243 in all (medians of 35 of the library's own answers at the standard level, with SmolLM2's tokenizer).
READING = 238 / 60 * 1.7
ANSWER_TOKENS = 243.0


@dataclass(frozen=True)
class Use:
    """How people use the app: tokens of an answer, seconds between a person's questions, share of the time the GPU may be busy."""

    answer_tokens: float
    every_s: float
    load: float


@dataclass(frozen=True)
class Served:
    """What one GPU does with so many answers at once."""

    at_once: int
    tokens_s: float
    use: Use

    @property
    def each(self) -> float:
        """Tokens a second that a person sees."""
        return self.tokens_s / self.at_once

    @property
    def people(self) -> int:
        """People who can use it at the same time."""
        return int(self.tokens_s * self.use.load / self.use.answer_tokens * self.use.every_s)

    @property
    def readable(self) -> bool:
        """Whether text comes at least as fast as people read."""
        return self.each >= READING


def best(rows: list[Served]) -> Served | None:
    """The number of answers at once that serves most people, among those that keep up with reading."""
    return max((row for row in rows if row.readable), key=lambda row: row.people, default=None)


def measured(text: str) -> dict[int, float]:
    """Tokens per second by answers at once, from "1=40,16=390"."""
    try:
        found = {int(many): float(speed) for many, speed in (pair.split("=") for pair in text.split(","))}
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a list like 1=40,16=390 (answers at once = tokens per second)") from None
    if not all(many > 0 and speed > 0 for many, speed in found.items()):
        raise argparse.ArgumentTypeError(f"{text!r} holds a number that is not above 0")
    return found


def from_results(path: Path, kind: str) -> tuple[str, dict[int, float]]:
    """The GPU, and tokens per second by answers at once, from what `benchmarks/llm.py` printed. Raises SystemExit with one line when they are not there."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith('{"benchmark": "llm"')]
    if not lines:
        raise SystemExit(f"{path} holds no JSON line of benchmarks/llm.py.")
    figures: dict[str, Any] = json.loads(lines[-1])
    rows = [row for row in figures["rows"] if row["kind"] == kind and row["adapter"] == "none or merged"]
    if not rows:
        raise SystemExit(f"{path} has no row for {kind!r}; it has {', '.join(sorted({row['kind'] for row in figures['rows']}))}.")
    return figures["device"], {int(name.removeprefix("tokens_s_")): value for name, value in rows[0].items() if name.startswith("tokens_s_")}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", type=Path, nargs="?")
    parser.add_argument("--measured", type=measured)
    parser.add_argument("--kind", default="nf4+dq")
    parser.add_argument("--answer-tokens", type=float, default=ANSWER_TOKENS, help="tokens of an answer at your reading level")
    parser.add_argument("--every", type=float, default=60.0, help="seconds between one person's questions")
    parser.add_argument("--load", type=float, default=0.7, help="share of the time in which the GPU may be busy")
    parser.add_argument("--people", type=int, help="people at the same time, to count GPUs for")
    options = parser.parse_args()
    if (options.results is None) == (options.measured is None):
        parser.error("give either the results of benchmarks/llm.py on your GPU, or --measured; there is no number without a measurement")
    device, speeds = from_results(options.results, options.kind) if options.results else ("as measured", options.measured)
    use = Use(options.answer_tokens, options.every, options.load)
    rows = [Served(many, speed, use) for many, speed in sorted(speeds.items())]
    print(f"{device}: an answer of {use.answer_tokens:.0f} tokens, a question every {use.every_s:.0f} s, busy {use.load:.0%} of the time\n")
    columns = ("at once", "tokens/s", "each sees", "keeps up with reading", "people")
    table(columns, [(row.at_once, f"{row.tokens_s:.1f}", f"{row.each:.1f}", "yes" if row.readable else "no", row.people) for row in rows])
    chosen = best(rows)
    people = chosen.people if chosen else 0
    print(
        f"\nmodel.at_once: {chosen.at_once}, for {people} people on one GPU"
        if chosen
        else f"\nToo slow for readers at every load: less than {READING:.1f} tokens a second for each."
    )
    gpus = math.ceil(options.people / people) if options.people and people else None
    if gpus is not None:
        print(f"{options.people} people: {gpus} GPU{'s' if gpus > 1 else ''}")
    finish("llm_sizing", {"device": device, "at_once": chosen.at_once if chosen else None, "people": people, "gpus": gpus})


if __name__ == "__main__":
    main()
