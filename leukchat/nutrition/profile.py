"""Reads a profile typed by a person: every impossible or unknown value is named, field by field."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from leukchat.errors import ProfileError
from leukchat.nutrition.diets import DIETS, read_diet
from leukchat.nutrition.labs_in import read_labs
from leukchat.nutrition.model import NutritionProfile, Sex

# Accepted ranges: beyond them a number is a slip of the pen, not a person.
AGE_YEARS = (0.5, 120.0)
WEIGHT_KG = (2.0, 400.0)
HEIGHT_CM = (45.0, 250.0)
ADULT_YEARS = 18
ADULT_WEIGHT_KG = (20.0, 400.0)
ADULT_BMI = (8.0, 100.0)
_TEXTS = ("leukemia", "treatment_phase", "question")
_LISTS = ("allergies", "dislikes", "medicines", "supplements", "symptoms", "conditions")
_MAX_ITEMS = 60
_MAX_TEXT = 2000
_SEXES: dict[str, Sex] = {"female": "female", "f": "female", "woman": "female", "male": "male", "m": "male", "man": "male"}


def parse_profile(mapping: Mapping[str, Any]) -> NutritionProfile:
    """A checked profile from the contract's JSON object.

    Raises ProfileError with one sentence a field that names the value and what is accepted.
    """
    if not isinstance(mapping, Mapping):
        raise ProfileError({"profile": f"The profile is a {type(mapping).__name__}; it must be a JSON object with age, sex, weight_kg and height_cm."})
    if not mapping:
        raise ProfileError({"profile": "The profile is empty; give at least age (years), sex (female or male), weight_kg and height_cm."})
    problems: dict[str, str] = {}
    known = set(NutritionProfile.model_fields)
    for key in mapping:
        if key not in known:
            problems[str(key)] = f"'{str(key)[:40]}' is not a field of the profile; accepted are {', '.join(NutritionProfile.model_fields)}."
    values: dict[str, Any] = {
        "age": _number(mapping, "age", AGE_YEARS, "years", problems),
        "weight_kg": _number(mapping, "weight_kg", WEIGHT_KG, "kg", problems),
        "height_cm": _number(mapping, "height_cm", HEIGHT_CM, "cm", problems),
        "sex": _sex(mapping, problems),
        "pregnant": _flag(mapping, "pregnant", problems),
        "diet": _diet(mapping, problems),
        "labs": _labs(mapping, problems),
    }
    values |= {name: _text(mapping, name, problems) for name in _TEXTS}
    values |= {name: _list(mapping, name, problems) for name in _LISTS}
    _together(values, problems)
    if problems:
        raise ProfileError(problems)
    return NutritionProfile(**values)


def _number(mapping: Mapping[str, Any], name: str, accepted: tuple[float, float], unit: str, problems: dict[str, str]) -> float:
    given = mapping.get(name)
    low, high = accepted
    wanted = f"accepted is {low:g} to {high:g} {unit}"
    if given is None or given == "":
        problems[name] = f"{name} is missing; {wanted}."
        return 0.0
    try:
        if isinstance(given, bool):
            raise ValueError
        value = float(given)
    except (TypeError, ValueError):
        problems[name] = f"{name} '{str(given)[:40]}' is not a number; {wanted}."
        return 0.0
    if not math.isfinite(value) or not low <= value <= high:
        problems[name] = f"{name} {value:g} is not possible; {wanted}."
    return value


def _sex(mapping: Mapping[str, Any], problems: dict[str, str]) -> str:
    given = str(mapping.get("sex") or "").strip().lower()
    if given not in _SEXES:
        problems["sex"] = f"sex '{given[:40]}' is not accepted; choose female or male (needed for the reference intakes)." if given else "sex is missing; choose female or male."
    return _SEXES.get(given, "female")


def _flag(mapping: Mapping[str, Any], name: str, problems: dict[str, str]) -> bool:
    given = mapping.get(name)
    if given is None or isinstance(given, bool):
        return bool(given)
    problems[name] = f"{name} '{str(given)[:40]}' is not accepted; choose true or false."
    return False


def _diet(mapping: Mapping[str, Any], problems: dict[str, str]) -> str:
    given = mapping.get("diet")
    if isinstance(given, list | tuple):
        given = ", ".join(str(part) for part in given)
    diets = read_diet(str(given or "omnivore"))
    if diets is None:
        problems["diet"] = f"diet '{str(given)[:40]}' is not known; accepted are {', '.join(DIETS)}, also joined by commas."
        return "omnivore"
    return ", ".join(diets)


def _labs(mapping: Mapping[str, Any], problems: dict[str, str]) -> dict[str, str]:
    given = mapping.get("labs")
    if given in (None, "", [], ()):
        return {}
    if not isinstance(given, Mapping):
        problems["labs"] = 'labs must be an object of names and values, such as {"hemoglobin": "88 g/L"}.'
        return {}
    values, wrong = read_labs(dict(given))
    if wrong:
        problems["labs"] = " ".join(wrong)
    return {name: f"{lab.value:g} {lab.unit}".strip() for name, lab in values.items()}


def _text(mapping: Mapping[str, Any], name: str, problems: dict[str, str]) -> str:
    given = mapping.get(name)
    if given is None:
        return ""
    if not isinstance(given, str):
        problems[name] = f"{name} '{str(given)[:40]}' is not text; write it in words."
        return ""
    if len(given) > _MAX_TEXT:
        problems[name] = f"{name} has {len(given)} characters; accepted are up to {_MAX_TEXT}."
    return given.strip()


def _list(mapping: Mapping[str, Any], name: str, problems: dict[str, str]) -> tuple[str, ...]:
    given = mapping.get(name)
    if given is None:
        return ()
    if isinstance(given, str):
        given = [part for part in given.replace(";", ",").split(",") if part.strip()]
    if not isinstance(given, list | tuple) or any(not isinstance(item, str) for item in given):
        problems[name] = f'{name} \'{str(given)[:40]}\' is not a list of words; write it like ["first", "second"].'
        return ()
    if len(given) > _MAX_ITEMS or any(len(item) > 200 for item in given):
        problems[name] = f"{name} has {len(given)} entries; accepted are up to {_MAX_ITEMS} entries of 200 characters."
        return ()
    return tuple(item.strip() for item in given if item.strip())


def _together(values: dict[str, Any], problems: dict[str, str]) -> None:
    """Checks that only make sense between fields."""
    if problems.keys() & {"age", "weight_kg", "height_cm"}:
        return
    adult = values["age"] >= ADULT_YEARS
    if adult and values["weight_kg"] < ADULT_WEIGHT_KG[0]:
        problems["weight_kg"] = (
            f"weight_kg {values['weight_kg']:g} does not fit an age of {values['age']:g} years; accepted is {ADULT_WEIGHT_KG[0]:g} to {ADULT_WEIGHT_KG[1]:g} kg."
        )
    bmi = values["weight_kg"] / (values["height_cm"] / 100) ** 2
    if adult and "weight_kg" not in problems and not ADULT_BMI[0] <= bmi <= ADULT_BMI[1]:
        problems["height_cm"] = (
            f"height_cm {values['height_cm']:g} does not fit a weight of {values['weight_kg']:g} kg (body mass index {bmi:.0f}); "
            f"accepted is a height that gives {ADULT_BMI[0]:g} to {ADULT_BMI[1]:g}; check both."
        )
    if values["pregnant"] and values["sex"] == "male":
        problems["pregnant"] = "pregnant true does not fit sex male; check both."
