"""LOINC and UCUM: from the codes of a structured report to analytes and units, and back for export.

Codes: LOINC (https://loinc.org), UCUM (https://ucum.org/ucum). A LOINC code that is not in the table means nothing here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from leukchat.labs.catalogue import Analyte, catalogue, load_yaml
from leukchat.labs.units import canonical_unit

LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
OWN = "urn:leukchat:analyte"

_INVERSE = re.compile(r"^(?P<top>[^/]+)\.(?P<below>[A-Za-z]+)-1$")
_HUNDRED = re.compile(r"/\s?100\s?(?:\{[^}]*\}|wbcs?\b|leuk\w*)", re.IGNORECASE)
_AREA = re.compile(r"^ml/min\b.*1[.,]73", re.IGNORECASE)
_DIMENSIONLESS = frozenset(("{inr}", "{ratio}", "inr", "ratio", ""))
_LITRE_COUNTS = {"g/l": "10*9/L", "t/l": "10*12/L"}
# UCUM code of each unit of the table whose spelling there is another one.
_TO_UCUM = {
    "10^9/l": "10*9/L",
    "10^3/ul": "10*3/uL",
    "10^6/ul": "10*6/uL",
    "10^6/ml": "10*6/mL",
    "10^6/l": "10*6/L",
    "10^12/l": "10*12/L",
    "10^5/ul": "10*5/uL",
    "/ul": "/uL",
    "g/l": "g/L",
    "g/dl": "g/dL",
    "%": "%",
    "l/l": "L/L",
    "ml/dl": "mL/dL",
    "fl": "fL",
    "pg": "pg",
    "fmol": "fmol",
    "/100wbc": "/100{WBCs}",
    "mmol/l": "mmol/L",
    "umol/l": "umol/L",
    "nmol/l": "nmol/L",
    "pmol/l": "pmol/L",
    "meq/l": "meq/L",
    "mg/dl": "mg/dL",
    "mg/l": "mg/L",
    "ug/l": "ug/L",
    "ug/dl": "ug/dL",
    "ug/ml": "ug/mL",
    "ng/ml": "ng/mL",
    "ng/dl": "ng/dL",
    "ng/l": "ng/L",
    "pg/ml": "pg/mL",
    "u/l": "U/L",
    "u/ml": "U/mL",
    "iu/l": "[IU]/L",
    "iu/dl": "[IU]/dL",
    "iu/ml": "[IU]/mL",
    "miu/l": "m[IU]/L",
    "mu/l": "mU/L",
    "mu/ml": "mU/mL",
    "uiu/ml": "u[IU]/mL",
    "uu/ml": "uU/mL",
    "ukat/l": "ukat/L",
    "nkat/l": "nkat/L",
    "ml/min/1.73m2": "mL/min/{1.73_m2}",
    "ml/min": "mL/min",
    "ml/s": "mL/s",
    "mmol/mol": "mmol/mol",
    "mm/h": "mm/h",
    "mm": "mm",
    "s": "s",
    "mg/l feu": "mg/L{FEU}",
    "ug/ml feu": "ug/mL{FEU}",
    "ng/ml feu": "ng/mL{FEU}",
    "ug/l feu": "ug/L{FEU}",
    "mg/l ddu": "mg/L{DDU}",
    "ug/ml ddu": "ug/mL{DDU}",
    "ng/ml ddu": "ng/mL{DDU}",
    "ug/l ddu": "ug/L{DDU}",
    "%is": "%{IS}",
    "": "1",
}


@cache
def _codes() -> dict[str, str]:
    """Analyte by LOINC code; the code of the row itself wins."""
    raw: dict[str, Any] = load_yaml("analytes.yaml")
    codes = {str(code): key for key, more in raw["loinc_variants"].items() for code in more}
    return codes | {analyte.loinc: key for key, analyte in catalogue().analytes.items() if analyte.loinc}


@cache
def _others() -> frozenset[str]:
    return frozenset(str(code) for code in load_yaml("analytes.yaml")["loinc_others"])


@cache
def _dimers() -> dict[str, str]:
    return {str(code): kind for kind, codes in load_yaml("analytes.yaml")["loinc_dimer"].items() for code in codes}


def analyte_of(loinc: str) -> str | None:
    """The analyte that a LOINC code means; None for a code that the table does not have."""
    return _codes().get(loinc)


def is_another(loinc: str) -> bool:
    """Whether a LOINC code is known to be of a test that is not read, such as glucose in urine."""
    return loinc in _others()


def dimer_kind(loinc: str) -> str | None:
    """`FEU` or `DDU` where the code of a D-dimer says it."""
    return _dimers().get(loinc)


@lru_cache(maxsize=1024)
def readable_unit(code: str) -> str:
    """A UCUM code (or the older `giga.l-1`) as laboratories print it: `[IU]/L` is `IU/L`, `ng/mL{FEU}` `ng/mL FEU`.

    A unit without dimension (`{INR}`) comes back empty, UCUM's plain `1` as it is.
    """
    text = code.strip()
    if text.lower() in _DIMENSIONLESS:
        return ""
    if _AREA.match(text):
        return "mL/min/1.73m2"
    if _HUNDRED.search(text):
        return "/100 WBC"
    kind = next((word for word in ("FEU", "DDU") if word in text.upper().replace("D-DU", "DDU")), "")
    text = text.replace("%{IS}", "% IS").replace("[IU]", "IU").replace("[iU]", "IU")
    text = re.sub(r"\{[^}]*\}", "", text)
    text = re.sub(r"\bmc(?=(?:U|IU|mol|g|L)\b)", "u", text)
    if inverse := _INVERSE.match(text):
        text = f"{inverse['top']}/{inverse['below']}"
    return f"{text} {kind}" if kind and kind not in text.upper() else text


def fitting_unit(printed: str | None, code: str | None, analytes: list[Analyte]) -> tuple[str | None, bool]:
    """The unit to read a value in, and whether printed unit and code contradict each other.

    The printed unit is taken as it stands if an analyte is measured in it, else its readable form, else that of the code.
    """
    forms = [form for text in (printed, code) if text for form in dict.fromkeys((text.strip(), readable_unit(text)))]
    known = [form for form in forms if _factors(form, analytes)]
    if "1" in (printed, code) and not known:
        share = any("l/l" in analyte.units for analyte in analytes) and not any("" in analyte.units for analyte in analytes)
        return ("L/L" if share else None), False
    if not known:
        return next((form for form in forms if form), None), False
    clash = len({_factors(form, analytes) for form in known}) > 1 or any(_is_unit(form) for form in forms if form and form not in known and readable_unit(form) not in known)
    return known[0] or None, clash


def _factors(form: str, analytes: list[Analyte]) -> tuple[tuple[str, float, float], ...]:
    """How a unit converts for each analyte that has it; empty if none has."""
    unit = canonical_unit(form)
    rules = [(analyte.id, analyte.units[unit]) for analyte in analytes if unit in analyte.units]
    return tuple((key, rule.factor, rule.offset) for key, rule in rules)


def _is_unit(form: str) -> bool:
    unit = canonical_unit(readable_unit(form))
    return any(unit in analyte.units for analyte in catalogue().analytes.values())


def ucum_of(printed: str | None, analyte: Analyte) -> str | None:
    """The UCUM code of a unit printed for an analyte; None if it has none here. No unit is UCUM's `1`.

    `G/L` beside a count of cells is giga per litre, which UCUM writes 10*9/L; its g/L are grams.
    """
    unit = canonical_unit(printed or "")
    if unit in _LITRE_COUNTS and analyte.si in ("10^9/L", "10^12/L"):
        return _LITRE_COUNTS[unit]
    return _TO_UCUM.get(unit)
