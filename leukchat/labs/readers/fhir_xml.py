"""FHIR R4 as XML, turned into the same structure that its JSON has (https://hl7.org/fhir/R4/xml.html, json.html).

The package's own XML reader refuses a whole bundle for one element that breaks the standard; here each resource is checked
later, by itself, as with JSON. Entities and external files are never opened (`xml_tree`).
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any
from xml.etree.ElementTree import Element

from leukchat.errors import ReportError
from leukchat.labs.readers.xml_tree import parse, tag

NAMESPACE = "http://hl7.org/fhir"
_DEPTH = 60
_RESOURCES = ("resource", "contained")
# Elements that may repeat in the resources that are read, so that JSON has a list.
_LISTS = frozenset(
    "entry link contained parameter category coding interpretation referenceRange component hasMember derivedFrom note result specimen identifier name given prefix suffix telecom address line "
    "performer appliesTo basedOn partOf focus resultsInterpreter presentedForm media extension contact communication profile security".split()
)
_ONE_SPECIMEN = "Observation"
_NUMBERS = frozenset("valueInteger total rank position count repeat".split())
_BOOLEANS = frozenset("valueBoolean active deceasedBoolean userSelected experimental preferred inactive".split())
_QUANTITIES = frozenset("valueQuantity low high numerator denominator quantity ageQuantity value".split())


def from_xml(content: str | bytes) -> dict[str, Any]:
    """The resource of a document as JSON would hold it. Raises ReportError for broken XML and for what is no FHIR resource."""
    root = parse(content)
    if not isinstance(root.tag, str) or not root.tag.startswith(f"{{{NAMESPACE}}}"):
        raise ReportError("This XML holds no FHIR resource. Export the results as a FHIR Bundle, DiagnosticReport or Observation.")
    return _resource(root, 0)


def _resource(element: Element, depth: int) -> dict[str, Any]:
    return {"resourceType": tag(element)} | _inside(element, tag(element), depth)


def _inside(element: Element, kind: str, depth: int) -> dict[str, Any]:
    """The children of an element by name; `kind` is the resource or element that they belong to."""
    if depth > _DEPTH:
        raise ReportError("The FHIR XML is nested too deep. Export it again.")
    found: dict[str, Any] = {key: value for key in ("id", "url") if (value := element.get(key))}
    for inner in element:
        name = tag(inner)
        if not name or (name == "text" and inner.get("value") is None):
            continue  # the narrative, for people
        value = _value(inner, name, kind, depth)
        if value is None:
            continue
        many = name in _LISTS and not (name == "specimen" and kind == _ONE_SPECIMEN)
        if many:
            found.setdefault(name, []).append(value)
        else:
            found[name] = value
    return found


def _value(element: Element, name: str, kind: str, depth: int) -> Any:
    """A primitive, a resource, or an element with children; None for an empty one."""
    if name in _RESOURCES:
        resource = next(iter(element), None)
        return None if resource is None else _resource(resource, depth + 1)
    plain = element.get("value")
    if plain is not None:
        return _primitive(plain, name, kind)
    return _inside(element, name, depth + 1) or None


def _primitive(text: str, name: str, kind: str) -> Any:
    """A number where FHIR has one, true or false, else the text; a number that is none stays text and fails its check later."""
    if name in _BOOLEANS:
        return text == "true" if text in ("true", "false") else text
    if name in _NUMBERS or (name == "value" and kind in _QUANTITIES):
        try:
            number = Decimal(text.strip())
        except InvalidOperation:
            return text
        whole = name in _NUMBERS and number == number.to_integral_value()
        return (int(number) if whole else number) if number.is_finite() else text
    return text
