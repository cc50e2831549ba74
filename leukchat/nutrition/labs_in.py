"""Lab values typed into the profile: "88 g/L", "8.8 g/dL", 88; turned into SI units and compared."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from leukchat.nutrition.tables import table

_VALUE = re.compile(r"^\s*(?P<sign>[<>≤≥]=?)?\s*(?P<number>-?\d[\d,]*(?:\.\d+)?|-?\.\d+)\s*(?:[x×*]\s*(?=10))?\s*(?P<unit>.*?)\s*$", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_AGREE = 0.02
_SAME_SUBSTANCE = 0.1  # urea and urea nitrogen, both in mmol/L, differ only by rounding
CARRIED = frozenset(
    """neutrophils_percent bands_percent alc lymphocytes_percent monocytes monocytes_percent eosinophils eosinophils_percent basophils basophils_percent
    blasts_percent marrow_blasts_percent promyelocytes_percent myelocytes_percent metamyelocytes_percent atypical_lymphocytes_percent rbc hematocrit mcv mch
    mchc rdw reticulocytes_percent reticulocytes mpv nrbc chloride bicarbonate corrected_calcium ldh alt ast alp ggt bilirubin_total bilirubin_direct
    total_protein amylase cholesterol_total crp esr procalcitonin iron tibc pt aptt fibrinogen d_dimer antithrombin troponin bnp tsh igg iga igm
    beta2_microglobulin bcr_abl1_is_percent mrd_percent methotrexate_level flt3_itd npm1 tp53 idh1 idh2 del17p ighv philadelphia_chromosome""".split()
)


@dataclass(frozen=True)
class LabValue:
    """One value in the unit of CONTRACT.md."""

    analyte: str
    value: float
    unit: str
    as_given: str


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for analyte, row in table("nutrition_labs").items():
        for name in (analyte, *row["names"]):
            names[name.replace("_", " ")] = analyte
    return names


def analyte_of(name: str) -> str | None:
    """The id of a lab by any accepted name; "" for one that is accepted but not used here; None when unknown."""
    key = " ".join(name.lower().replace("_", " ").split())
    found = _names().get(key)
    if found is not None:
        return found
    return "" if key.replace(" ", "_") in CARRIED else None


def _unit_key(unit: str) -> str:
    text = unit.lower().translate(_SUPERSCRIPTS).replace("µ", "u").replace("μ", "u").replace("²", "2").replace("×", "x").replace(" ", "")
    text = text.removeprefix("x").replace("10*", "10^").replace("e9/l", "10^9/l").replace("fl", "fl").replace("litre", "l").replace("liter", "l")
    return re.sub(r"^10(\d)/", r"10^\1/", text)


def read_lab(analyte: str, given: Any) -> LabValue | str:
    """A lab value in SI units, or one sentence that says what is wrong with it."""
    row = table("nutrition_labs")[analyte]
    text = str(given).strip()
    match = _VALUE.match(text)
    accepted = " or ".join(sorted(dict.fromkeys(row["units"]), key=len)) or "no unit"
    if isinstance(given, bool) or match is None:
        return f"labs: {analyte} '{text[:40]}' is not a number with a unit; write it like '{row['range'][0]} {row['si']}'."
    number = float(match["number"].replace(",", ""))
    unit = _unit_key(match["unit"])
    factor = row["units"].get(unit, 1.0 if not unit else None)
    if factor is None:
        return f"labs: {analyte} '{text[:40]}' has a unit that does not belong to it; accepted are {accepted}."
    value = number * factor
    low, high = row["range"]
    if not math.isfinite(value) or not low <= value <= high:
        return f"labs: {analyte} '{text[:40]}' cannot be right; accepted is {low} to {high} {row['si']}."
    return LabValue(analyte, value, row["si"], text)


def read_labs(labs: dict[str, Any]) -> tuple[dict[str, LabValue], list[str]]:
    """All values that could be read, and one sentence a problem: unknown lab, wrong unit, two values that contradict."""
    values: dict[str, LabValue] = {}
    problems: list[str] = []
    for name, given in labs.items():
        analyte = analyte_of(str(name))
        if analyte is None:
            problems.append(f"labs: '{str(name)[:40]}' is not a lab known here; use names such as {', '.join(list(table('nutrition_labs'))[:6])}.")
        if not analyte:
            continue
        for one in given if isinstance(given, list | tuple) else [given]:
            read = read_lab(analyte, one)
            if isinstance(read, str):
                problems.append(read)
                continue
            before = values.setdefault(analyte, read)
            if abs(before.value - read.value) > _AGREE * max(abs(before.value), abs(read.value)):
                problems.append(f"labs: {analyte} is given twice with values that contradict, '{before.as_given}' and '{read.as_given}'; keep the one on your report.")
    return values, problems + _at_odds(values)


def _at_odds(values: Mapping[str, LabValue]) -> list[str]:
    """One sentence for each pair of different labs that cannot both be right: a part above its whole, one substance with two values."""
    problems = []
    if {"anc", "wbc"} <= values.keys() and values["anc"].value > values["wbc"].value * (1 + _AGREE):
        problems.append(f"labs: anc '{values['anc'].as_given}' is above wbc '{values['wbc'].as_given}', but neutrophils are a part of the white cells; check both, units too.")
    if {"urea", "bun"} <= values.keys() and abs(values["urea"].value - values["bun"].value) > _SAME_SUBSTANCE * values["urea"].value:
        problems.append(f"labs: urea '{values['urea'].as_given}' and bun '{values['bun'].as_given}' name the same substance and contradict; keep the one on your report.")
    return problems


def labs_from(values: Mapping[str, tuple[float, str]]) -> dict[str, str]:
    """Values read elsewhere (analyte id -> value and unit of CONTRACT.md) as the `labs` of a profile.

    Analytes this room has no use for, and values that cannot be right, are left out.
    """
    found = {}
    for analyte, (value, unit) in values.items():
        if analyte in table("nutrition_labs"):
            read = read_lab(analyte, f"{value:.6g} {unit}")
            if not isinstance(read, str):
                found[analyte] = f"{read.value:.6g} {read.unit}".strip()
    # The latest value of each lab may come from different days: what then contradicts a newer report is left out.
    for part, other in (("anc", "wbc"), ("urea", "bun")):
        if read_labs({name: found[name] for name in (part, other) if name in found})[1]:
            del found[other]
    return found
