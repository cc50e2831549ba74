"""Food safety at home: the everyday rules, and the stricter list when infection risk is up or unknown, and in pregnancy."""

from __future__ import annotations

from leukchat.nutrition.situation import Situation
from leukchat.nutrition.tables import table


def food_safety(state: Situation) -> tuple[tuple[str, str], ...]:
    """(line, source id) in the order to show; lines that name a left-out food are dropped (rule 2)."""
    lists = table("food_rules")["safety"]
    rows = [*lists["always"], *(lists["risk"] if state.has("infection_risk", "pregnant") else lists["ok"])]
    return tuple((row["text"], row["source"]) for row in rows if state.wording.allows(row["text"]))
