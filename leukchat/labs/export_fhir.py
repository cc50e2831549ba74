"""A reading as a FHIR R4 Bundle of Observations with LOINC and UCUM. Nothing in it says who the person is."""

from __future__ import annotations

import json
import uuid
from typing import Any

from leukchat.labs.catalogue import Analyte, catalogue
from leukchat.labs.coding import LOINC, OWN, UCUM, ucum_of
from leukchat.labs.model import DerivedResult, LabReading, LabResult

_INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_FLAGS = {
    "critical_low": ("LL", "Critical low"),
    "low": ("L", "Low"),
    "normal": ("N", "Normal"),
    "high": ("H", "High"),
    "critical_high": ("HH", "Critical high"),
    "abnormal": ("A", "Abnormal"),
}


def fhir_bundle(reading: LabReading, *, derived: bool = False) -> dict[str, Any]:
    """A Bundle of type `collection`, one Observation for each result in the order of the reading.

    Values and units are those of the report; a number that is not sure stands only in a note. `derived` adds what was computed, each with its formula in `note`.
    The status is `unknown`, because a report that a person brings does not prove that its results are final.
    """
    results: list[LabResult] = [*reading.results, *(reading.derived if derived else ())]
    entries = []
    for number, result in enumerate(results, 1):
        resource = _observation(result, number)
        name = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(resource, sort_keys=True))
        entries.append({"fullUrl": f"urn:uuid:{name}", "resource": resource})
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def to_fhir(reading: LabReading, *, derived: bool = False) -> str:
    """`fhir_bundle` as JSON text."""
    return json.dumps(fhir_bundle(reading, derived=derived), ensure_ascii=False, indent=1) + "\n"


def _observation(result: LabResult, number: int) -> dict[str, Any]:
    analyte = catalogue().analytes[result.analyte]
    codings = [{"system": LOINC, "code": analyte.loinc, "display": analyte.name}] if analyte.loinc else []
    codings.append({"system": OWN, "code": analyte.id, "display": analyte.name})
    notes = [
        *([f"Not sure, so not given as a value: {printed(result)}"] if unsure(result) else []),
        *result.warnings,
        *([f"Computed: {result.formula}"] if isinstance(result, DerivedResult) else []),
    ]
    made: dict[str, Any] = {
        "resourceType": "Observation",
        "id": f"result-{number}",
        "status": "unknown",
        "category": [{"coding": [{"system": _CATEGORY, "code": "laboratory"}]}],
        "code": {"coding": codings, "text": analyte.name},
    }
    if result.collected:
        made["effectiveDateTime"] = result.collected
    made |= _value(result, analyte)
    if result.flag in _FLAGS:
        code, display = _FLAGS[result.flag]
        made["interpretation"] = [{"coding": [{"system": _INTERPRETATION, "code": code, "display": display}]}]
    if notes:
        made["note"] = [{"text": note} for note in notes]
    if reference := _range(result, analyte):
        made["referenceRange"] = [reference]
    return made


def unsure(result: LabResult) -> bool:
    """Whether a result has a number that must not be compared, and so must not reach another program as a value."""
    return isinstance(result.value, float) and result.value_si is None


def printed(result: LabResult) -> str:
    """A result's value with its sign and unit."""
    value = f"{result.value:.12g}" if isinstance(result.value, float) else result.value or ""
    return f"{result.comparator or ''}{value} {result.unit or ''}".strip()


def _value(result: LabResult, analyte: Analyte) -> dict[str, Any]:
    """The value as a quantity or as words; a result without one, or with one that is not sure, says so."""
    if result.value is None or unsure(result):
        return {"dataAbsentReason": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "unknown"}]}}
    if not isinstance(result.value, float):
        return {"valueString": result.value}
    sign = {"comparator": result.comparator} if result.comparator else {}
    return {"valueQuantity": {"value": _plain(result.value), **sign, **_unit(result.unit, analyte)}}


def _range(result: LabResult, analyte: Analyte) -> dict[str, Any]:
    """The laboratory's own range; those of LeukChat's table are not the laboratory's and stay out."""
    own = result.reference
    if own is None or own.source != "report":
        return {}
    unit = _unit(result.unit, analyte)
    ends = {side: {"value": _plain(end), **unit} for side, end in (("low", own.low), ("high", own.high)) if end is not None}
    return {**ends, "text": own.text}


def _unit(printed: str | None, analyte: Analyte) -> dict[str, str]:
    """Printed unit and UCUM code; the unit alone where UCUM has none for it."""
    code = ucum_of(printed, analyte) if printed is not None or "" in analyte.units else None
    return ({"unit": printed} if printed else {}) | ({"system": UCUM, "code": code} if code else {})


def _plain(value: float) -> float | int:
    """A whole number without a decimal point, as JSON readers expect it."""
    return int(value) if value == int(value) else value
