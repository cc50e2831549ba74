"""Public FHIR and HL7 v2 samples, where they lie beside this repository: read without error, and exactly.

They are not part of the project; without them these tests are skipped, saying so. `LEUKCHAT_EVAL_DATA` names another folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leukchat.errors import ReportError
from leukchat.evaluation.data import data_folder
from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.coding import analyte_of
from leukchat.labs.readers.fhir import FhirReader
from leukchat.labs.readers.hl7 import Hl7Reader

SAMPLES = data_folder() / "lab_reports"
FILES = sorted((SAMPLES / "files").glob("*")) if SAMPLES.is_dir() else []
FHIR = [path for path in FILES if path.name.startswith("fhir_")]
HL7 = [path for path in FILES if path.suffix == ".hl7"]
needed = pytest.mark.skipif(not FHIR, reason=f"no public samples in {SAMPLES.name}; name the folder of the evaluation sets in LEUKCHAT_EVAL_DATA")
FLAGS = {"L": {"low", "critical_low"}, "H": {"high", "critical_high"}, "N": {"normal"}}


def observations(resource: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every final Observation in a document that has a quantity and one of our LOINC codes."""
    if resource.get("resourceType") == "Observation" and "valueQuantity" in resource and resource["status"] not in ("cancelled", "entered-in-error"):
        yield resource
    for inner in (*resource.get("contained", ()), *(entry["resource"] for entry in resource.get("entry", ()))):
        yield from observations(inner)


@needed
@pytest.mark.parametrize("path", FHIR, ids=lambda path: path.stem)
def test_every_coded_observation_of_a_sample_yields_exactly_its_value(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8-sig"))
    found = [(row.ids, float(row.number)) for report in FhirReader().read(path.read_bytes(), "fhir") for row in report.rows if row.number]
    wanted = []
    for one in observations(document):
        key = next((key for coding in one["code"].get("coding", ()) if (key := analyte_of(coding["code"]))), None)
        wanted += [((key,), float(one["valueQuantity"]["value"]))] if key else []
    assert sorted(found) == sorted(wanted)


@needed
@pytest.mark.parametrize("path", HL7, ids=lambda path: path.stem)
def test_every_message_of_the_samples_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig").replace("\r", "\n")
    fields = [line.split("|") for line in text.split("\n") if line.startswith("OBX|")]
    wanted = sorted(float(one[5]) for one in fields if one[2] == "NM" and len(one) > 11 and one[11] in ("F", "P", "C") and one[5])
    found = [row for report in Hl7Reader().read(path.read_bytes(), "hl7") for row in report.rows]
    assert sorted(float(row.number) for row in found if row.number) == wanted


def as_fhir(panel: dict[str, Any]) -> bytes:
    entries = []
    for test in panel["tests"]:
        made: dict[str, Any] = {"resourceType": "Observation", "status": "final", "effectiveDateTime": panel["date"]}
        made["code"] = {"coding": [{"system": "http://loinc.org", "code": test["loinc"], "display": test["name"]}]}
        value = number(test["value"])
        made |= {"valueString": str(test["value"])} if value is None else {"valueQuantity": {"value": value, "unit": test["unit"]}}
        ends = {side: {"value": end} for side in ("low", "high") if (end := number(test.get(side))) is not None}
        made |= {"referenceRange": [ends]} if ends else {}
        entries.append({"resource": made})
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def as_hl7(panel: dict[str, Any]) -> bytes:
    day = panel["date"][:10].replace("-", "")
    lines = [f"MSH|^~\\&|L||X||{day}||ORU^R01|1|P|2.5.1", f"OBR|1|||^Panel|||{day}"]
    for place, test in enumerate(panel["tests"]):
        ends = [number(test.get(side)) for side in ("low", "high")]
        span = f"{test['low']}-{test['high']}" if None not in ends else ""
        lines.append(f"OBX|{place}|NM|{test['loinc']}^{test['name'].replace('&', ' ')}^LN|{place}|{test['value']}|{(test['unit'] or '').replace('^', '')}|{span}||||F")
    return "\r".join(lines).encode()


def number(printed: Any) -> float | None:
    try:
        return float(printed)
    except (TypeError, ValueError):
        return None


def read(content: bytes) -> LabReading | None:
    try:
        return read_labs([LabInput("panel", content)])
    except ReportError:  # a panel of urine alone
        return None


@needed
@pytest.mark.parametrize("write", [as_fhir, as_hl7], ids=["fhir", "hl7"])
@pytest.mark.parametrize("name", ["smart_sample_patient_labs.jsonl", "synthea_cbc_panels.jsonl"])
def test_public_panels_come_back_with_their_values_and_flags_and_nothing_else(name: str, write: Any) -> None:
    wanted = flags = 0
    for line in (SAMPLES / name).read_text(encoding="utf-8").splitlines()[:150]:
        panel = json.loads(line)
        ours = [(key, test) for test in panel["tests"] if (key := analyte_of(test["loinc"])) and number(test["value"]) is not None]
        reading = read(write(panel))
        results = reading.results if reading else ()
        assert {one.analyte for one in results} <= {analyte_of(test["loinc"]) for test in panel["tests"]}
        for key, test in ours:
            same = [one for one in results if (one.analyte, one.value) == (key, number(test["value"]))]
            assert same, (panel["id"], test)
            wanted += 1
            if test.get("expected_flag"):
                flags += 1
                assert same[0].flag in FLAGS[test["expected_flag"]], (panel["id"], test, same[0])
    assert wanted > 900
    assert flags or name.startswith("synthea")
