"""Patterns of clotting, young cells and residual disease; those of BCR::ABL1 stand in `patterns_cml`. Sources by rule in `data/patterns.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from leukchat.labs.facts import Facts
from leukchat.labs.patterns_cml import cml_patterns

Found = tuple[str, tuple[str, ...], str]

_OVERT_DIC = 5
_PT_UPPER = 13.0


def marker_patterns(facts: Facts) -> Iterator[Found]:
    """Everything that clotting, promyelocytes, BCR::ABL1 and MRD say."""
    yield from _clotting(facts)
    yield from cml_patterns(facts)
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


def _mrd(facts: Facts) -> Iterator[Found]:
    key = "mrd_percent"
    result = facts.values.get(key)
    if result is None:
        return
    if result.value == "positive" or facts.above(key, 0):
        yield "mrd.detected", (key,), facts.text(key)
    elif result.value == "negative" or facts.at_most(key, 0) or result.comparator == "<":
        yield "mrd.not_detected", (key,), facts.text(key)
