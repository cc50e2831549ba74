"""Chooses the rows of `data/nutrition_rules.yaml` that a situation asks for, cleaned of left-out foods."""

from __future__ import annotations

from typing import Any

from leukchat.nutrition.interactions import active_rules, blocked_traits
from leukchat.nutrition.model import SEVERITIES, Avoid, FoodGroup
from leukchat.nutrition.rich_in import FAST_STARCH, HIGH_FIBRE, POTASSIUM_RICH, SHARP, SUGARY, VITAMIN_K_RICH
from leukchat.nutrition.situation import Situation
from leukchat.nutrition.tables import source, table
from leukchat.safety.drugs import Drug

NAMED = " (you named it"


def holds(row: dict[str, Any], state: Situation) -> bool:
    """Whether a row's `when` (any), `all` and `unless` (none) fit the flags."""
    when, every, unless = row.get("when", ()), row.get("all", ()), row.get("unless", ())
    return (not when or state.has(*when)) and state.flags.issuperset(every or ()) and not state.has(*unless)


def texts(section: str, state: Situation) -> tuple[tuple[str, str], ...]:
    """(text, source id) of each row of a text section (`warnings`, `ask`, `call`) that holds; rows marked `lead` come first."""
    held = sorted((row for row in table("nutrition_rules")[section] if holds(row, state)), key=lambda row: not row.get("lead"))
    rows = ((state.wording.clean(row["text"]), str(row["source"])) for row in held)
    return tuple((text, source_id) for text, source_id in rows if text)


def leading(state: Situation) -> int:
    """How many of the warnings are marked `lead`: what cannot wait, and the two sentences every plan begins with."""
    return sum(bool(row.get("lead") and holds(row, state) and state.wording.clean(row["text"])) for row in table("nutrition_rules")["warnings"])


def avoid_rows(state: Situation) -> tuple[Avoid, ...]:
    """The situational avoid list and the supplements the person named, strictest first."""
    rows = []
    for row in table("nutrition_rules")["avoid"]:
        if not holds(row, state):
            continue
        because = state.wording.clean(row["because"]) or "Ask your team why."
        items = [item for item in row["items"] if state.wording.allows(item)]
        rows += [Avoid(item=item, because=because, rule=row["id"], severity=row["severity"], source=state.wording.source(source(row["source"]))) for item in items]
    rows += _taken(state)
    return tuple(sorted(rows, key=lambda row: SEVERITIES.index(row.severity)))


def _named(state: Situation, drug: Drug) -> str:
    """A supplement as we call it, with the person's own word for it."""
    words = state.supplements.words_for(drug) or state.medicines.words_for(drug)
    return f"{drug.name}{NAMED}: {words})" if words and state.wording.allows(words) else f"{drug.name}{NAMED})"


def _taken(state: Situation) -> list[Avoid]:
    found: dict[str, Avoid] = {}
    mentioned = (*state.supplements.drugs, *(drug for drug in state.medicines.drugs if drug.kind == "supplement"))
    for row in table("nutrition_rules")["supplements"]:
        for drug in mentioned:
            if drug.id in row["drugs"] and holds(row, state) and state.wording.allows(drug.name):
                because = state.wording.clean(row["because"]) or "Ask your team today."
                new = Avoid(
                    item=_named(state, drug),
                    because=because,
                    rule=f"supplement.{row['id']}",
                    severity=row["severity"],
                    source=state.wording.source(source(row["source"])),
                )
                old = found.get(drug.id)
                if old is None or SEVERITIES.index(new.severity) < SEVERITIES.index(old.severity):
                    found[drug.id] = new
    covered = {one for rule in active_rules(state) for one in rule.supplement}
    for drug in mentioned:
        if drug.id not in found and drug.id not in covered and state.wording.allows(drug.name):
            found[drug.id] = Avoid(
                item=_named(state, drug),
                because="We have no rule for it beside leukemia treatment; show it to your team or pharmacist.",
                rule="supplement.other",
                severity="ask_first",
                source=state.wording.source(source("nccih_cancer")),
            )
    return list(found.values())


# what the good choices leave out while a flag holds (rules 4 and 8, and the symptom tips)
_NOT_PUSHED = (
    ("minerals_careful", POTASSIUM_RICH),
    ("kidney_reduced", POTASSIUM_RICH),
    ("sugar_careful", SUGARY),
    ("sugar_careful", FAST_STARCH),
    ("diarrhea", HIGH_FIBRE),
    ("mouth_sores", SHARP),
)


def food_groups(state: Situation) -> tuple[FoodGroup, ...]:
    """Groups of foods worth choosing; groups with fewer than two foods left are dropped."""
    if state.has("infant"):  # feeding in the first year is set by the children's team
        return ()
    found = []
    blocked = [words for flag, words in _NOT_PUSHED if state.has(flag)]
    if "high_vitamin_k" in blocked_traits(state):
        blocked.append(VITAMIN_K_RICH)
    for row in table("nutrition_rules")["groups"]:
        if not holds(row, state):
            continue
        items = tuple(item for item in row["items"] if state.wording.allows(item) and not any(words.search(item.lower()) for words in blocked))
        why = state.wording.clean(row["why"])
        if len(items) >= 2 and why and state.wording.allows(row["group"]):
            found.append(FoodGroup(group=row["group"], items=items, why=why, nutrients=tuple(row["nutrients"]), source=state.wording.source(source(row["source"]))))
    return tuple(found)
