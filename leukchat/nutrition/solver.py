"""The day as a small integer programme, solved by HiGHS (`scipy.optimize.milp`).

Variables: for each candidate dish whether it is chosen (0/1) and its half portions (integer); for each soft goal a
shortfall and an excess. Structure (one breakfast, one main dish a meal …) is hard; energy and protein bands are held by a
price so high that they break only when the dishes left cannot meet them, which is then reported.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BAND_PRICE = 60.0
TIME_LIMIT_S = 5.0  # a guard for a busy machine; gap and node limit stop the search before, so a plan does not depend on the clock
NODE_LIMIT = 60
GAP = 0.25


@dataclass(frozen=True)
class Goal:
    """A row to keep between `low` and `high` (None: open) in its own unit, at a price for each relative step outside."""

    amounts: Floats
    low: float | None
    high: float | None
    price: float


@dataclass(frozen=True)
class Problem:
    """Candidates as columns: half-portion limits, cost of choosing, structure rows on the choice, and goals on amounts of a half portion."""

    least: Floats
    most: Floats
    cost: Floats
    rows: Floats
    row_low: Floats
    row_high: Floats
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class Solution:
    """Half portions a candidate (0: not chosen), and the value of the objective."""

    halves: Floats
    objective: float


def solve(problem: Problem, relaxed: bool = False, time_limit: float = TIME_LIMIT_S, gap: float = GAP) -> Solution | None:
    """The best plan found within the time limit, or None when the structure cannot be met. `relaxed` drops integrality."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
    from scipy.sparse import csr_array  # type: ignore[import-untyped]

    n, goals = len(problem.least), problem.goals
    matrix, low, high = _constraints(problem)
    width = matrix.shape[1]
    prices = np.repeat([goal.price for goal in goals], 2)
    cost = np.concatenate([problem.cost, np.zeros(n), prices])
    whole = np.concatenate([np.zeros(2 * n) if relaxed else np.ones(2 * n), np.zeros(2 * len(goals))])
    top = np.concatenate([np.ones(n), problem.most, np.full(2 * len(goals), np.inf)])
    result = milp(
        cost,
        constraints=LinearConstraint(csr_array(matrix), low, high),
        bounds=Bounds(np.zeros(width), top),
        integrality=whole,
        options={"time_limit": time_limit, "mip_rel_gap": gap, "node_limit": NODE_LIMIT},
    )
    if result.x is None:
        return None
    halves = result.x[n : 2 * n] if relaxed else np.round(result.x[n : 2 * n])
    return Solution(halves=halves, objective=float(result.fun))


def _constraints(problem: Problem) -> tuple[Floats, Floats, Floats]:
    """Rows over chosen, half portions, and a shortfall and an excess for each goal: structure, link, goals."""
    n, goals = len(problem.least), problem.goals
    width = 2 * n + 2 * len(goals)
    structure = np.zeros((len(problem.rows), width))
    structure[:, :n] = problem.rows
    link = np.zeros((2 * n, width))
    index = np.arange(n)
    link[index, index], link[index, n + index] = -problem.least, 1.0  # halves >= least * chosen
    link[n + index, index], link[n + index, n + index] = -problem.most, 1.0  # halves <= most * chosen
    rows = np.zeros((len(goals), width))
    low, high = np.full(len(goals), -np.inf), np.full(len(goals), np.inf)
    for number, goal in enumerate(goals):
        scale = goal.low or goal.high or 1.0
        rows[number, n : 2 * n] = goal.amounts / scale
        rows[number, 2 * n + 2 * number], rows[number, 2 * n + 2 * number + 1] = 1.0, -1.0
        low[number] = -np.inf if goal.low is None else goal.low / scale
        high[number] = np.inf if goal.high is None else goal.high / scale
    lows = np.concatenate([problem.row_low, np.zeros(n), np.full(n, -np.inf), low])
    highs = np.concatenate([problem.row_high, np.full(n, np.inf), np.zeros(n), high])
    return np.vstack([structure, link, rows]), lows, highs
