"""Medicines with foods, meals and supplements, from `data/interactions.yaml`; never a dose or a clock time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from leukchat.nutrition.model import SEVERITIES, Avoid, Interaction
from leukchat.nutrition.situation import Situation
from leukchat.nutrition.tables import source, table
from leukchat.safety.drugs import Drug

_FALLBACK = "Ask your pharmacist what this means for you."


@dataclass(frozen=True)
class Rule:
    """One row of the interaction table."""

    id: str
    drugs: frozenset[str]
    items: tuple[str, ...]
    effect: str
    advice: str
    severity: Any
    source: str
    sources: tuple[tuple[str, str], ...]
    check: str
    supplement: frozenset[str]
    needs: frozenset[str]
    blocks: str
    meal: str
    only_taken: bool

    def source_of(self, drug_id: str) -> str:
        """The id of the source that speaks of this medicine: its own where the row names one."""
        return dict(self.sources).get(drug_id, self.source)


@cache
def rules() -> tuple[Rule, ...]:
    """All rows of the interaction table, in file order."""
    return tuple(
        Rule(
            id=row["id"],
            drugs=frozenset(row["drugs"]),
            items=tuple(row["with"]),
            effect=row["effect"],
            advice=row["advice"],
            severity=row["severity"],
            source=row["source"],
            sources=tuple(row.get("sources", {}).items()),
            check=row["check"],
            supplement=frozenset(row.get("supplement", ())),
            needs=frozenset(row.get("needs", ())),
            blocks=row.get("blocks", ""),
            meal=row.get("meal", ""),
            only_taken=bool(row.get("only_taken")),
        )
        for row in table("interactions")["rules"]
    )


def _applies(rule: Rule, ids: frozenset[str]) -> bool:
    if not rule.drugs & ids or (rule.needs and not rule.needs & ids):
        return False
    return not rule.only_taken or bool(rule.supplement & ids)


def active_rules(state: Situation) -> tuple[Rule, ...]:
    """The rules that touch a medicine of this person, strictest first."""
    ids = state.drug_ids()
    found = [rule for rule in rules() if _applies(rule, ids)]
    return tuple(sorted(found, key=lambda rule: SEVERITIES.index(rule.severity)))


def blocked_traits(state: Situation) -> frozenset[str]:
    """Traits of foods that a meal plan leaves out because of a medicine."""
    return frozenset(rule.blocks for rule in active_rules(state) if rule.blocks)


def interactions(state: Situation) -> tuple[Interaction, ...]:
    """One row a medicine and rule, strictest first; items that the person leaves out are not named."""
    found = []
    for rule in active_rules(state):
        items = [item for item in rule.items if state.wording.allows(item)]
        if not items:
            continue
        taken = [drug.name for drug in state.supplements.drugs if drug.id in rule.supplement and state.wording.allows(drug.name)]
        effect = state.wording.clean(rule.effect) or _FALLBACK
        advice = state.wording.clean(rule.advice) or _FALLBACK
        if taken:
            advice = f"You listed {', '.join(taken)}: tell your team or pharmacist today. {advice}"
        found += [
            Interaction(
                medicine=drug.name,
                with_="; ".join(items),
                effect=effect,
                advice=advice,
                severity=rule.severity,
                source=state.wording.source(source(rule.source_of(drug.id))),
                rule=rule.id,
            )
            for drug in state.medicines.drugs
            if drug.id in rule.drugs and state.wording.allows(drug.name)
        ]
    return tuple(found)


def avoided(state: Situation) -> tuple[Avoid, ...]:
    """The food and supplement rows as an avoid list: one row a set of items, naming the medicines it concerns.

    Where rules give different reasons for the same items, the strictest stands; a medicine is named only with its own reason.
    """
    rows: dict[tuple[str, ...], tuple[Rule, list[Drug]]] = {}
    for rule in active_rules(state):
        if rule.meal or rule.id.startswith(("meal.", "acid.", "azole.", "cotrimoxazole.", "allopurinol.", "calcium.")):
            continue
        items = tuple(item for item in rule.items if state.wording.allows(item))
        drugs = [drug for drug in state.medicines.drugs if drug.id in rule.drugs and state.wording.allows(drug.name)]
        if items and drugs:
            first, named = rows.setdefault(items, (rule, []))
            named += drugs if first.effect == rule.effect else []
    return tuple(
        Avoid(
            item="; ".join(items),
            because=f"With {_joined([drug.name for drug in drugs])}: {state.wording.clean(rule.effect) or _FALLBACK}",
            rule=rule.id,
            severity=rule.severity,
            source=state.wording.source(source(rule.source_of(drugs[0].id))),
        )
        for items, (rule, drugs) in rows.items()
    )


def _joined(names: list[str]) -> str:
    unique = list(dict.fromkeys(names))
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"


def meal_clash(state: Situation) -> str:
    """One sentence when medicines have opposite meal rules; empty otherwise."""
    kinds: dict[str, list[str]] = {"with": [], "without": []}
    for rule in active_rules(state):
        if rule.meal:
            kinds[rule.meal] += [drug.name for drug in state.medicines.drugs if drug.id in rule.drugs]
    if not kinds["with"] or not kinds["without"]:
        return ""
    return f"{_joined(kinds['with'])} and {_joined(kinds['without'])} have opposite meal rules. Ask your pharmacist for one written timetable; do not work it out alone."
