"""Values computed from others of the same report and day, each with its formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leukchat.labs.catalogue import ADULT, UnitRule, catalogue
from leukchat.labs.convert import Quantity
from leukchat.labs.model import DerivedResult, LabResult
from leukchat.labs.ranges import Person, judge

Values = dict[str, LabResult]
Made = tuple[str, float, str, tuple[str, ...], tuple[str, ...]]
_SHARES = (
    ("alc", "lymphocytes_percent"),
    ("monocytes", "monocytes_percent"),
    ("eosinophils", "eosinophils_percent"),
    ("basophils", "basophils_percent"),
    ("blasts", "blasts_percent"),
)
_UMOL_PER_MG_DL = 88.42


def derive(results: Sequence[LabResult], people: Sequence[Person]) -> tuple[DerivedResult, ...]:
    """What can be computed and was not printed. Nothing is computed from a value that is unsure or has a `<` or `>`."""
    found: list[DerivedResult] = []
    groups: dict[tuple[int, str | None], Values] = {}
    for result in results:
        if result.value_si is not None and result.comparator is None:
            groups.setdefault((result.report, result.collected), {}).setdefault(result.analyte, result)
    printed = {(result.report, result.collected, result.analyte) for result in results}
    for (report, day), values in groups.items():
        for made in _all(values, people[report]):
            key = (report, day, made[0])
            found += [_result(made, values, people[report], report, day)] if key not in printed else []
    return tuple(found)


def _all(values: Values, person: Person) -> Iterable[Made]:
    made = (_anc(values), _calcium(values), _saturation(values), _egfr(values, person))
    yield from (one for one in made if one is not None)
    for count, share in _SHARES:
        if "wbc" in values and share in values:
            value = _si(values, "wbc") * _si(values, share) / 100
            yield (
                count,
                value,
                f"white cells {_si(values, 'wbc'):g} × {_si(values, share):g} % ÷ 100",
                ("wbc", share),
                (),
            )


def _si(values: Values, key: str) -> float:
    value = values[key].value_si
    assert value is not None
    return value


def _anc(values: Values) -> Made | None:
    """ANC = WBC × (segmented % + band %) ÷ 100 (Severe Chronic Neutropenia Registry, https://scnir-neutropenia.uw.edu/?p=220)."""
    if "wbc" not in values or "neutrophils_percent" not in values:
        return None
    share = _si(values, "neutrophils_percent")
    used: tuple[str, ...] = ("wbc", "neutrophils_percent")
    words = f"{share:g} %"
    if "bands_percent" in values:
        share += _si(values, "bands_percent")
        used, words = (*used, "bands_percent"), f"({words} + bands {_si(values, 'bands_percent'):g} %)"
    if share > 100:
        return None
    return "anc", _si(values, "wbc") * share / 100, f"white cells {_si(values, 'wbc'):g} × {words} ÷ 100", used, ()


def _calcium(values: Values) -> Made | None:
    """Calcium + 0.02 × (40 − albumin), mmol/L and g/L (Payne 1973, https://doi.org/10.1136/bmj.4.5893.643)."""
    if "calcium" not in values or "albumin" not in values:
        return None
    calcium, albumin = _si(values, "calcium"), _si(values, "albumin")
    note = "This is an estimate and unreliable in kidney failure or serious illness; free calcium is better."
    return (
        "corrected_calcium",
        calcium + 0.02 * (40 - albumin),
        f"calcium {calcium:g} + 0.02 × (40 − albumin {albumin:g})",
        ("calcium", "albumin"),
        (note,),
    )


def _saturation(values: Values) -> Made | None:
    """Iron ÷ iron-binding capacity × 100."""
    if "iron" not in values or "tibc" not in values or not values["tibc"].value_si:
        return None
    iron, tibc = _si(values, "iron"), _si(values, "tibc")
    return (
        "transferrin_saturation",
        100 * iron / tibc,
        f"iron {iron:g} ÷ binding capacity {tibc:g} × 100",
        ("iron", "tibc"),
        (),
    )


def _egfr(values: Values, person: Person) -> Made | None:
    """CKD-EPI 2021 from creatinine, adults of known sex only (Inker 2021, https://doi.org/10.1056/NEJMoa2102953)."""
    if "creatinine" not in values or person.sex is None or person.age is None or person.age < ADULT:
        return None
    creatinine = _si(values, "creatinine") / _UMOL_PER_MG_DL
    female = person.sex == "female"
    kappa, alpha = (0.7, -0.241) if female else (0.9, -0.302)
    ratio = creatinine / kappa
    value = 142 * min(ratio, 1) ** alpha * max(ratio, 1) ** -1.200 * 0.9938**person.age * (1.012 if female else 1)
    formula = f"CKD-EPI 2021: creatinine {creatinine:.2f} mg/dL, age {person.age:g}, {person.sex}"
    notes = ("The formula is not made for pregnancy.",) if person.pregnant else ()
    return "egfr", value, formula, ("creatinine",), notes


def _result(made: Made, values: Values, person: Person, report: int, day: str | None) -> DerivedResult:
    key, number, formula, used, notes = made
    analyte = catalogue().analytes[key]
    value = float(f"{number:.4g}")
    low, high = analyte.physical
    rule = next(
        (rule for rule in analyte.units.values() if rule.factor == 1 and not rule.offset and not rule.si),
        UnitRule(analyte.si, 1.0),
    )
    possible = low <= value <= high
    judged = judge(Quantity(analyte, value, analyte.si, rule, value if possible else None), None, (), None, person, None)
    warnings = (*notes, *judged.warnings) if possible else ("The computed value is not possible; check the values it comes from.",)
    return DerivedResult(
        analyte=key,
        loinc=analyte.loinc,
        name_as_printed=analyte.name,
        value=value,
        unit=analyte.si,
        value_si=value if possible else None,
        unit_si=analyte.si,
        reference=judged.reference,
        flag=judged.flag,
        collected=day,
        report=report,
        formula=formula,
        source_text=" | ".join(dict.fromkeys(values[name].source_text for name in used)),
        warnings=warnings,
    )
