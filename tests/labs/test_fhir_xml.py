"""FHIR as XML: the same results as from the JSON of the same report, and nothing opened that an XML file may point to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

from leukchat.errors import ReportError
from leukchat.labs import LabInput, LabReading, read_labs

DATA = Path(__file__).resolve().parent.parent / "data" / "labs"
REPORTS = [path for path in sorted(DATA.glob("*.fhir")) if path.read_text(encoding="utf-8").lstrip().startswith("{") and "\n{" not in path.read_text(encoding="utf-8")]


def as_xml(value: Any, name: str) -> str:
    """A JSON value as FHIR writes it in XML."""
    if isinstance(value, list):
        return "".join(as_xml(one, name) for one in value)
    if isinstance(value, dict):
        inner = "".join(
            as_xml(part, key) for key, part in value.items() if key not in ("resourceType", "text" if isinstance(value.get("text"), dict) and "div" in value["text"] else "")
        )
        kind = value.get("resourceType")
        inside = f"<{kind}>{inner}</{kind}>" if kind else inner
        return f"<{name}>{inside}</{name}>" if name else inside
    said = {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return f"<{name} value={quoteattr(said)}/>"


def document(resource: dict[str, Any]) -> bytes:
    kind = resource["resourceType"]
    return ('<?xml version="1.0" encoding="UTF-8"?>' + as_xml(resource, "").replace(f"<{kind}>", f'<{kind} xmlns="http://hl7.org/fhir">', 1)).encode()


def told(reading: LabReading) -> list[tuple[object, ...]]:
    return [(one.analyte, one.value, one.comparator, one.unit, one.flag, one.collected, one.reference, one.source_text) for one in reading.results]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_xml_gives_what_the_json_of_the_same_report_gives(path: Path) -> None:
    resource = json.loads(path.read_text(encoding="utf-8"), parse_float=str)
    expected = read_labs([LabInput("a.json", path.read_bytes())])
    reading = read_labs([LabInput("a.xml", document(resource))])
    assert told(reading) == told(expected)
    assert [info.format for info in reading.reports] == ["fhir"] * len(reading.reports)
    assert [(info.sex, info.age_years) for info in reading.reports] == [(info.sex, info.age_years) for info in expected.reports]


OBSERVATION = (
    '<Observation xmlns="http://hl7.org/fhir"><text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">WBC 99</div></text><status value="final"/>'
    '<code><text value="Hemoglobin"/></code><effectiveDateTime value="2026-02-20"/><valueQuantity><value value="83"/><unit value="g/L"/></valueQuantity></Observation>'
)


def test_the_narrative_is_no_result() -> None:
    (result,) = read_labs([LabInput("a.xml", OBSERVATION)]).results
    assert (result.analyte, result.value, result.unit, result.collected) == ("hemoglobin", 83.0, "g/L", "2026-02-20")


def test_a_prefix_for_the_namespace_is_read() -> None:
    text = OBSERVATION.replace(' xmlns="http://hl7.org/fhir"', ' xmlns:f="http://hl7.org/fhir"', 1).split("<text>")[0] + OBSERVATION.split("</text>")[1]
    prefixed = text.replace("</", "</f:").replace("<", "<f:").replace("<f:/f:", "</f:")
    (result,) = read_labs([LabInput("a.xml", prefixed)]).results
    assert result.value == 83.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + OBSERVATION.replace("Hemoglobin", "&x;"), "entities"),
        ('<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>' + OBSERVATION.replace("Hemoglobin", "&y;"), "entities"),
        (OBSERVATION[:-30], "broken or cut off"),
        (OBSERVATION.replace('value="83"', 'value="many"'), "No lab result"),
    ],
    ids=["external entity", "expanding entity", "cut off", "no number"],
)
def test_bad_xml_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(ReportError) as refused:
        read_labs([LabInput("a.xml", text)])
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "root:" not in str(refused.value)
