"""Patterns of the blood count. Limits are in SI units: 10^9/L for cells, g/L for hemoglobin.

Sources by rule in `data/patterns.yaml`: CTCAE v5 steps for neutrophils and platelets, WHO 2024 for anemia.
"""

from __future__ import annotations

from collections.abc import Iterator

from leukchat.labs.facts import Facts

Found = tuple[str, tuple[str, ...], str]

_WHO_ANEMIA = ((0.5, 2, 105.0), (2, 5, 110.0), (5, 12, 115.0), (12, 15, 120.0))
_INFANT = 1.0


def blood_patterns(facts: Facts) -> Iterator[Found]:
    """Everything the counts say, in the order neutrophils, platelets, red cells, white cells, blasts."""
    yield from _neutrophils(facts)
    yield from _platelets(facts)
    yield from _red_cells(facts)
    yield from _white_cells(facts)
    yield from _blasts(facts)
    yield from _all_lines(facts)


def _neutrophils(facts: Facts) -> Iterator[Found]:
    """The neutrophils, or the white cells where these alone are below the limit (neutrophils are part of them)."""
    key = "anc" if facts.has("anc") else "wbc"
    known = facts.has("anc") or facts.below("wbc", 1.0)
    value = facts.text(key) if facts.has(key) else "not known"
    step = None
    if known:
        if facts.below(key, 0.1):
            step = "neutropenia.profound"
        elif facts.below(key, 0.5):
            step = "neutropenia.severe"
        elif facts.below(key, 1.0):
            step = "neutropenia.moderate"
        elif facts.below(key, 1.5) and (facts.person.age is None or facts.person.age >= _INFANT):
            step = "neutropenia.mild"
    if facts.fever:
        if known and facts.below(key, 1.0):
            yield "neutropenia.fever", (key,), value
        elif not known:
            yield "fever.anc_unknown", tuple(name for name in ("wbc",) if facts.has(name)), value
        else:
            yield "fever.any", (key,), value
    if step:
        yield step, (key,), value


def _platelets(facts: Facts) -> Iterator[Found]:
    if not facts.has("platelets"):
        return
    value = facts.text("platelets")
    for limit, name in ((10, "critical"), (25, "severe"), (50, "moderate"), (100, "mild")):
        if facts.below("platelets", limit):
            yield f"thrombocytopenia.{name}", ("platelets",), value
            return
    if facts.above("platelets", 1000):
        yield "thrombocytosis", ("platelets",), value


def _anemic(facts: Facts) -> bool:
    """Below the WHO 2024 limit for age, sex and pregnancy; the lower limit where these are not known."""
    age, sex = facts.person.age, facts.person.sex
    if facts.person.pregnant:
        return facts.below("hemoglobin", 110)
    if age is not None and age < 15:
        limit = next((limit for start, end, limit in _WHO_ANEMIA if start <= age < end), None)
        return limit is not None and facts.below("hemoglobin", limit)
    return facts.below("hemoglobin", 130 if sex == "male" else 120)


def _red_cells(facts: Facts) -> Iterator[Found]:
    if not facts.has("hemoglobin"):
        return
    value = facts.text("hemoglobin")
    if facts.at_most("hemoglobin", 70):
        yield "anemia.severe", ("hemoglobin",), value
    elif facts.below("hemoglobin", 80):
        yield "anemia.marked", ("hemoglobin",), value
    elif facts.below("hemoglobin", 100):
        yield "anemia.moderate", ("hemoglobin",), value
    elif _anemic(facts):
        yield "anemia.mild", ("hemoglobin",), value
    if not (_anemic(facts) or facts.below("hemoglobin", 100)):
        return
    if facts.adult and facts.below("mcv", 80):
        yield "anemia.small_cells", ("hemoglobin", "mcv"), facts.text("mcv")
    elif facts.adult and facts.above("mcv", 100):
        yield "anemia.large_cells", ("hemoglobin", "mcv"), facts.text("mcv")
    signs = [key for key in ("reticulocytes_percent", "reticulocytes", "ldh", "bilirubin_total") if key in facts.values and facts.values[key].flag in ("high", "critical_high")]
    if any(key.startswith("retic") for key in signs) and "ldh" in signs and "bilirubin_total" in signs:
        yield "anemia.breakdown", ("hemoglobin", *signs), value


def _white_cells(facts: Facts) -> Iterator[Found]:
    blasts = facts.above("blasts_percent", 0) or facts.above("blasts", 0)
    if facts.at_least("wbc", 100):
        used = ("wbc", "blasts_percent") if facts.has("blasts_percent") else ("wbc",)
        if blasts:
            yield "hyperleukocytosis.blasts", used, facts.text("wbc")
        elif _mostly_lymphocytes(facts):
            yield "hyperleukocytosis.lymphocytes", ("wbc",), facts.text("wbc")
        else:
            yield "hyperleukocytosis", ("wbc",), facts.text("wbc")
    if facts.adult and facts.at_least("alc", 5.0) and not blasts:
        yield "lymphocytes.high", ("alc",), facts.text("alc")


def _mostly_lymphocytes(facts: Facts) -> bool:
    """At least 80 % lymphocytes, and a report that has looked for blasts or prints none."""
    if facts.has("lymphocytes_percent"):
        return facts.at_least("lymphocytes_percent", 80)
    return facts.has("alc", "wbc") and facts.si("alc") >= 0.8 * facts.si("wbc")


def _blasts(facts: Facts) -> Iterator[Found]:
    key = "blasts_percent" if facts.has("blasts_percent") else "blasts"
    told = any(facts.values[name].value == "positive" for name in ("blasts_percent", "blasts") if name in facts.values)
    if facts.above(key, 0) or told:
        key = key if key in facts.values else "blasts_percent"
        value = facts.text(key)
        if facts.fever:
            yield "blasts.fever", (key,), value
        many = key == "blasts_percent" and facts.at_least(key, 20)
        yield "blasts.high" if many else "blasts.present", (key,), value
    if facts.at_least("marrow_blasts_percent", 20):
        yield "marrow_blasts.high", ("marrow_blasts_percent",), facts.text("marrow_blasts_percent")
    elif facts.at_least("marrow_blasts_percent", 5):
        yield "marrow_blasts.raised", ("marrow_blasts_percent",), facts.text("marrow_blasts_percent")


def _all_lines(facts: Facts) -> Iterator[Found]:
    """White cells or neutrophils, hemoglobin and platelets low on one day."""
    white = next((key for key, limit in (("anc", 1.5), ("wbc", 4.0)) if facts.below(key, limit)), None)
    if white is None or not facts.below("platelets", 150) or not (_anemic(facts) or facts.below("hemoglobin", 100)):
        return
    used = (white, "hemoglobin", "platelets")
    if facts.together(*used):
        worst = facts.below("anc", 0.5) or facts.below("platelets", 20)
        yield "pancytopenia.severe" if worst else "pancytopenia", used, ", ".join(facts.text(key) for key in used)
