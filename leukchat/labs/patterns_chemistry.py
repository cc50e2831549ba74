"""Patterns of blood chemistry. Limits are in SI units (mmol/L, µmol/L, µg/L); sources in `data/patterns.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from leukchat.labs.catalogue import catalogue
from leukchat.labs.facts import Facts

Found = tuple[str, tuple[str, ...], str]

_URIC_ADULT = 476.0
_PHOSPHATE_ADULT, _PHOSPHATE_CHILD = 1.45, 2.1
_CALCIUM = 1.75
_CREATININE_TIMES = 1.5


def chemistry_patterns(facts: Facts) -> Iterator[Found]:
    """Everything that salts, kidney, liver, sugar, iron, fat, pancreas and antibodies say."""
    yield from _breakdown(facts)
    yield from _salts(facts)
    yield from _liver(facts)
    yield from _kidney(facts)
    yield from _sugar(facts)
    yield from _iron(facts)
    if facts.times_upper("lipase") > 3:
        yield "pancreas.lipase", ("lipase",), facts.text("lipase")
    if facts.above("triglycerides", 11.29):
        yield "triglycerides.very_high", ("triglycerides",), facts.text("triglycerides")
    if facts.below("igg", 5.0) and facts.adult:
        yield "igg.low", ("igg",), facts.text("igg")


def breakdown_signs(facts: Facts) -> tuple[str, ...]:
    """Which of the four values of laboratory tumor lysis (Cairo-Bishop; Howard 2011) are beyond their limit.

    Uric acid ≥ 476 µmol/L (children: above the range), potassium ≥ 6.0, phosphate ≥ 1.45 (children 2.1),
    calcium ≤ 1.75 mmol/L, corrected for albumin where that is known.
    """
    uric = facts.at_least("uric_acid", _URIC_ADULT) if facts.adult else _flagged_high(facts, "uric_acid")
    calcium = "corrected_calcium" if facts.has("corrected_calcium") else "calcium"
    signs = (
        ("uric_acid", uric),
        ("potassium", facts.at_least("potassium", 6.0)),
        ("phosphate", facts.at_least("phosphate", _PHOSPHATE_ADULT if facts.adult else _PHOSPHATE_CHILD)),
        (calcium, facts.at_most(calcium, _CALCIUM)),
    )
    return tuple(key for key, beyond in signs if beyond)


def _flagged_high(facts: Facts, key: str) -> bool:
    result = facts.values.get(key)
    return result is not None and result.flag in ("high", "critical_high")


def _breakdown(facts: Facts) -> Iterator[Found]:
    signs = breakdown_signs(facts)
    value = ", ".join(_named(facts, key) for key in signs)
    if len(signs) >= 2 and facts.together(*signs):
        # Clinical: laboratory tumor lysis with creatinine above 1.5 times its limit (Howard 2011; heart rhythm and seizures are not on paper).
        if facts.times_upper("creatinine") > _CREATININE_TIMES and facts.together(*signs, "creatinine"):
            yield "tls.clinical", (*signs, "creatinine"), f"{value}, {_named(facts, 'creatinine')}"
        yield "tls.laboratory", signs, value
    elif signs and signs[0] != "potassium":
        yield "tls.one_sign", signs[:1], _named(facts, signs[0])


def _named(facts: Facts, key: str) -> str:
    return f"{catalogue().analytes[key].name.partition(' (')[0].lower()} {facts.text(key)}"


def _salts(facts: Facts) -> Iterator[Found]:
    child = facts.person.age is not None and facts.person.age < 16
    if facts.at_least("potassium", 6.5 if child else 6.0):
        crowded = [key for key, limit in (("wbc", 100), ("platelets", 1000)) if facts.above(key, limit)]
        yield "potassium.high_counts" if crowded else "potassium.high", ("potassium", *crowded), facts.text("potassium")
    elif facts.at_most("potassium", 3.0 if child else 2.9):
        yield "potassium.low", ("potassium",), facts.text("potassium")
    if facts.at_most("sodium", 125):
        yield "sodium.low", ("sodium",), facts.text("sodium")


def _liver(facts: Facts) -> Iterator[Found]:
    enzymes = {key: facts.times_upper(key) for key in ("alt", "ast")}
    bilirubin = facts.times_upper("bilirubin_total")
    worst = max(enzymes, key=lambda key: enzymes[key])
    # Both together say more than either alone (FDA guidance on drug-induced liver injury, 2009).
    if enzymes[worst] > 3 and bilirubin > 2 and facts.together(worst, "bilirubin_total"):
        yield "liver.both", (worst, "bilirubin_total"), f"{facts.text(worst)}, bilirubin {facts.text('bilirubin_total')}"
    if enzymes[worst] > 5:
        yield "liver.severe", (worst,), facts.text(worst)
    elif bilirubin > 3:
        yield "liver.severe", ("bilirubin_total",), facts.text("bilirubin_total")
    elif enzymes[worst] > 3:
        yield "liver.raised", (worst,), facts.text(worst)
    elif bilirubin > 1.5:
        yield "liver.raised", ("bilirubin_total",), facts.text("bilirubin_total")


def _kidney(facts: Facts) -> Iterator[Found]:
    times = facts.times_upper("creatinine")
    if times > 3:
        yield "kidney.severe", ("creatinine",), facts.text("creatinine")
    elif facts.below("egfr", 15):
        yield "kidney.severe", ("egfr",), facts.text("egfr")
    elif times > 1.5:
        yield "kidney.raised", ("creatinine",), facts.text("creatinine")
    elif facts.below("egfr", 30):
        yield "kidney.raised", ("egfr",), facts.text("egfr")


def _sugar(facts: Facts) -> Iterator[Found]:
    if facts.at_least("glucose", 22.2):
        yield "glucose.very_high", ("glucose",), facts.text("glucose")
    elif facts.at_least("glucose", 13.87):
        yield "glucose.high", ("glucose",), facts.text("glucose")
    elif facts.at_most("glucose", 2.78):
        yield "glucose.low", ("glucose",), facts.text("glucose")


def _iron(facts: Facts) -> Iterator[Found]:
    if facts.above("ferritin", 10_000):
        yield "iron.ferritin_extreme", ("ferritin",), facts.text("ferritin")
    elif facts.above("ferritin", 1000):
        yield "iron.overload_question", ("ferritin",), facts.text("ferritin")
    elif facts.below("ferritin", 15):
        yield "iron.low", ("ferritin",), facts.text("ferritin")
