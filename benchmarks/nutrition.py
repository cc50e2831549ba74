"""How long does a day's plan take to solve, and how far is that from the linear relaxation?

For every profile in tests/data/nutrition that gets a plan, three things are timed in the same run, after warm-up: the linear
relaxation of the first integer programme (the floor: the same candidates without whole portions), the integer programme itself,
and the whole of `plan_nutrition`. Also a swap and a week for some. Target: a plan solved in under 200 ms on two cores. The
processor time of a day plan is shown beside, because it hardly depends on what else the machine does.

    python benchmarks/nutrition.py [--repeats 3]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import finish, spread, table
from leukchat.evaluation.nutrition_cases import read_cases
from leukchat.nutrition import NutritionProfile, parse_profile, plan_nutrition, swap, week
from leukchat.nutrition.planning import day_plan
from leukchat.nutrition.programme import first_problem
from leukchat.nutrition.situation import situation
from leukchat.nutrition.solver import relax, solve
from leukchat.nutrition.targets import needs

CASES = Path(__file__).resolve().parent.parent / "tests" / "data" / "nutrition"
TARGET_MS = 200.0
WEEKS = 10


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    profiles = planned()
    day_plan(situation(profiles[0]), needs(situation(profiles[0])))
    times: dict[str, list[float]] = {
        "linear relaxation": [],
        "integer programme": [],
        "day plan": [],
        "day plan, processor time": [],
        "whole guidance": [],
        "swap of a dish": [],
        "week of days": [],
    }
    for number, profile in enumerate(profiles):
        state = situation(profile)
        need = needs(state)
        model = first_problem(state, need)
        times["linear relaxation"].append(best(lambda model=model: relax(model), options.repeats))  # type: ignore[misc]
        times["integer programme"].append(best(lambda model=model: solve(model), options.repeats))  # type: ignore[misc]
        times["day plan"].append(best(lambda state=state, need=need: day_plan(state, need), options.repeats))  # type: ignore[misc]
        times["day plan, processor time"].append(best(lambda state=state, need=need: day_plan(state, need), options.repeats, time.process_time))  # type: ignore[misc]
        times["whole guidance"].append(best(lambda profile=profile: plan_nutrition(profile), options.repeats))  # type: ignore[misc]
        plan = plan_nutrition(profile)
        times["swap of a dish"].append(best(lambda plan=plan: swap(plan, "Dinner"), options.repeats))  # type: ignore[misc]
        if number < WEEKS:
            times["week of days"].append(best(lambda plan=plan: week(plan), 1))  # type: ignore[misc]
    spreads = {name: spread(values) for name, values in times.items()}
    floor = spreads["linear relaxation"]["median"]
    table(("ms", "median", "p95", "of the relaxation"), [(name, s["median"], s["p95"], f"{s['median'] / floor:.1f}x") for name, s in spreads.items()])
    under = sum(1 for value in times["day plan"] if value < TARGET_MS)
    finish("nutrition", {"profiles": len(profiles), "under_200_ms": under, "target_met": spreads["day plan"]["p95"] < TARGET_MS, **spreads})


def planned() -> list[NutritionProfile]:
    """The profiles of the evaluation that get a day plan in which dinner can be swapped."""
    found = [parse_profile(case["profile"]) for case in read_cases(CASES).values() if "expect" in case]
    return [profile for profile in found if any(row.meal == "Dinner" for row in plan_nutrition(profile).meal_plan)]


def best(work: Callable[[], object], repeats: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """Milliseconds of the quickest of some runs: what the machine can do, not what it was busy with."""
    times = []
    for _ in range(repeats):
        since = clock()
        work()
        times.append((clock() - since) * 1000)
    return min(times)


if __name__ == "__main__":
    main()
