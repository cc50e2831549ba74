"""Patterns of clotting, young cells, gene markers and residual disease. Sources by rule in `data/patterns.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leukchat.labs.facts import Facts
from leukchat.labs.model import LabResult

Found = tuple[str, tuple[str, ...], str]

_OVERT_DIC = 5
_PT_UPPER = 13.0
_SCALE = re.compile(r"\(IS\)|% ?IS\b|\bIS ?%|\b[Ii]nternational [Ss]cale\b|\bINTERNATIONAL SCALE\b")


@dataclass(frozen=True, slots=True)
class Milestone:
    """From `months` of treatment on: BCR::ABL1 (% IS) up to `goal` is what doctors aim for, above `limit` too much."""

    months: int
    goal: float
    limit: float


# European LeukemiaNet 2020, first-line treatment of CML in chronic phase (https://doi.org/10.1038/s41375-020-0776-2). At three
# months a value above 10 % counts as too much only once a repeat within one to three months confirms it.
_MILESTONES = (Milestone(3, 10.0, 10.0), Milestone(6, 1.0, 10.0), Milestone(12, 0.1, 1.0))


def marker_patterns(facts: Facts) -> Iterator[Found]:
    """Everything that clotting, promyelocytes, BCR::ABL1 and MRD say."""
    yield from _clotting(facts)
    yield from _bcr_abl1(facts)
    yield from _mrd(facts)


def _weak_clotting(facts: Facts) -> list[str]:
    """Weak clotting: fibrinogen below 2 g/L, INR above 1.3, D-dimer over four times its limit, platelets below 50."""
    signs = [
        key
        for key, weak in (
            ("fibrinogen", facts.below("fibrinogen", 2.0)),
            ("inr", facts.above("inr", 1.3)),
            ("pt", facts.times_upper("pt") > 1.2),
            ("d_dimer", facts.times_upper("d_dimer") > 4),
            ("platelets", facts.below("platelets", 50)),
        )
        if weak
    ]
    return signs


def _clotting(facts: Facts) -> Iterator[Found]:
    signs = _weak_clotting(facts)
    beyond_platelets = [key for key in signs if key != "platelets"]
    promyelocytes = facts.above("promyelocytes_percent", 0)
    blasts = next((key for key in ("blasts_percent", "blasts") if facts.above(key, 0)), None)
    if (promyelocytes and signs) or (blasts and beyond_platelets):
        young = "promyelocytes_percent" if promyelocytes else blasts or ""
        yield "promyelocytes.clotting", (young, *signs), facts.text(young)
    if promyelocytes:
        yield "promyelocytes.present", ("promyelocytes_percent",), facts.text("promyelocytes_percent")
    score, used = dic_score(facts)
    if score >= _OVERT_DIC:
        yield "clotting.dic_score", used, str(score)
    if facts.at_most("fibrinogen", 1.0):
        yield "clotting.low_fibrinogen", ("fibrinogen",), facts.text("fibrinogen")
    if facts.at_least("inr", 5.0):
        yield "clotting.inr_high", ("inr",), facts.text("inr")


def dic_score(facts: Facts) -> tuple[int, tuple[str, ...]]:
    """ISTH score for overt DIC (Taylor 2001) and the values used; 0 where platelets, D-dimer or PT is missing.

    Moderate and strong rise of D-dimer are taken as two and four times its limit; PT counts in seconds above its
    limit.
    """
    if not facts.has("platelets", "d_dimer") or not facts.has("pt") or not facts.together("platelets", "d_dimer", "pt"):
        return 0, ()
    score = 2 if facts.below("platelets", 50) else 1 if facts.below("platelets", 100) else 0
    times = facts.times_upper("d_dimer")
    score += 3 if times > 4 else 2 if times >= 2 else 0
    reference = facts.values["pt"].reference
    longer = facts.si("pt") - (reference.high if reference and reference.high else _PT_UPPER)
    score += 2 if longer >= 6 else 1 if longer >= 3 else 0
    score += facts.below("fibrinogen", 1.0)
    used = ("platelets", "d_dimer", "pt", *(("fibrinogen",) if facts.has("fibrinogen") else ()))
    return score, used


def _bcr_abl1(facts: Facts) -> Iterator[Found]:
    """Steps of the European LeukemiaNet 2020, only for values on the International Scale."""
    key = "bcr_abl1_is_percent"
    result = facts.values.get(key)
    if result is None:
        return
    value = facts.text(key)
    if result.value == "negative":
        yield "bcr_abl1.low" if facts.treatment_months is None else "bcr_abl1.at_goal", (key,), "not found"
        return
    if not facts.has(key):
        return
    if not _on_scale(result):
        yield "bcr_abl1.no_is", (key,), value
    elif facts.treatment_months is not None:
        yield _at_months(facts, facts.treatment_months), (key,), value
    elif facts.above(key, 10):
        yield "bcr_abl1.above_10", (key,), value
    elif facts.above(key, 1):
        yield "bcr_abl1.1_to_10", (key,), value
    elif facts.above(key, 0.1):
        yield "bcr_abl1.01_to_1", (key,), value
    else:
        yield "bcr_abl1.low", (key,), value


def _on_scale(result: LabResult) -> bool:
    """Whether the report says that the value is on the International Scale: in unit, name or the rest of the line."""
    name = result.name_as_printed.lower()
    return "is" in (result.unit or "").lower() or "(is" in name or name.endswith((" is", "scale")) or bool(_SCALE.search(result.source_text))


def milestone(months: float) -> Milestone:
    """The latest milestone that `months` of treatment have reached; before the first one, the first."""
    reached = [step for step in _MILESTONES if months >= step.months]
    return reached[-1] if reached else _MILESTONES[0]


def _at_months(facts: Facts, months: float) -> str:
    """Where BCR::ABL1 stands against the milestone of its time; a value above it is never called a failure."""
    key = "bcr_abl1_is_percent"
    step = milestone(months)
    if months < step.months:
        return "bcr_abl1.early"
    if facts.at_most(key, step.goal):
        return "bcr_abl1.at_goal"
    return "bcr_abl1.above_limit" if facts.above(key, step.limit) else "bcr_abl1.above_goal"


def _mrd(facts: Facts) -> Iterator[Found]:
    key = "mrd_percent"
    result = facts.values.get(key)
    if result is None:
        return
    if result.value == "positive" or facts.above(key, 0):
        yield "mrd.detected", (key,), facts.text(key)
    elif result.value == "negative" or facts.at_most(key, 0) or result.comparator == "<":
        yield "mrd.not_detected", (key,), facts.text(key)
