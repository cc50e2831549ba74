"""The day as a small integer programme, solved by HiGHS (`scipy.optimize.milp`).

Variables: for each candidate dish whether it is chosen (0/1) and its half portions above the least amount (integer); for each
soft goal a shortfall and an excess. Structure (one breakfast, one main dish a meal …) is hard; energy and protein bands are held by a
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
    """Half portions a candidate (0: not chosen), and the value of the objective.

    `regret`, from the relaxation only: by how much the objective would grow with each candidate that was not chosen.
    """

    halves: Floats
    objective: float
    regret: Floats | None = None


def solve(problem: Problem, time_limit: float = TIME_LIMIT_S, gap: float = GAP) -> Solution | None:
    """The best plan found within the limits, or None when the structure cannot be met."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
    from scipy.sparse import csr_array  # type: ignore[import-untyped]

    n = len(problem.least)
    matrix, low, high = _constraints(problem)
    cost, top = _columns(problem)
    result = milp(
        cost,
        constraints=LinearConstraint(csr_array(matrix), low, high),
        bounds=Bounds(np.zeros(len(cost)), top),
        integrality=np.concatenate([np.ones(2 * n), np.zeros(len(cost) - 2 * n)]),
        options={"time_limit": time_limit, "mip_rel_gap": gap, "node_limit": NODE_LIMIT},
    )
    if result.x is None:
        return None
    chosen, above = np.round(result.x[:n]), np.round(result.x[n : 2 * n])
    return Solution(halves=problem.least * chosen + above, objective=float(result.fun))


def relax(problem: Problem) -> Solution | None:
    """The same problem with parts of dishes allowed: a floor for the objective, and what each other dish would cost."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_array

    n = len(problem.least)
    matrix, low, high = _constraints(problem)
    cost, top = _columns(problem)
    equal, below, over = low == high, np.isfinite(high) & (low != high), np.isfinite(low) & (low != high)
    result = linprog(
        cost,
        A_ub=csr_array(np.vstack([matrix[below], -matrix[over]])),
        b_ub=np.concatenate([high[below], -low[over]]),
        A_eq=csr_array(matrix[equal]),
        b_eq=high[equal],
        bounds=np.column_stack([np.zeros(len(cost)), top]),
        method="highs",
    )
    if result.x is None:
        return None
    return Solution(halves=problem.least * result.x[:n] + result.x[n : 2 * n], objective=float(result.fun), regret=result.lower.marginals[:n])


def _columns(problem: Problem) -> tuple[Floats, Floats]:
    """Cost and upper bound of each variable."""
    n, goals = len(problem.least), problem.goals
    cost = np.concatenate([problem.cost, np.zeros(n), np.repeat([goal.price for goal in goals], 2)])
    return cost, np.concatenate([np.ones(n), problem.most - problem.least, np.full(2 * len(goals), np.inf)])


def _constraints(problem: Problem) -> tuple[Floats, Floats, Floats]:
    """Rows over chosen, half portions above the least, and a shortfall and an excess for each goal: structure, link, goals."""
    n, goals = len(problem.least), problem.goals
    width, span = 2 * n + 2 * len(goals), problem.most - problem.least
    structure = np.zeros((len(problem.rows), width))
    structure[:, :n] = problem.rows
    link = np.zeros((n, width))
    index = np.arange(n)
    link[index, index], link[index, n + index] = -span, 1.0  # more than the least amount only of what is chosen
    link = link[span > 0]
    rows = np.zeros((len(goals), width))
    low, high = np.full(len(goals), -np.inf), np.full(len(goals), np.inf)
    for number, goal in enumerate(goals):
        scale = goal.low or goal.high or 1.0
        rows[number, :n] = goal.amounts * problem.least / scale
        rows[number, n : 2 * n] = goal.amounts / scale
        rows[number, 2 * n + 2 * number], rows[number, 2 * n + 2 * number + 1] = 1.0, -1.0
        low[number] = -np.inf if goal.low is None else goal.low / scale
        high[number] = np.inf if goal.high is None else goal.high / scale
    lows = np.concatenate([problem.row_low, np.full(len(link), -np.inf), low])
    highs = np.concatenate([problem.row_high, np.zeros(len(link)), high])
    return np.vstack([structure, link, rows]), lows, highs
