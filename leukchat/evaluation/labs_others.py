"""Reports by others for `evaluate labs`: FHIR, HL7 and PDF samples of laboratories and projects, with what gold they carry.

They are not part of the project and only measured, never tuned to. What is absent is named and left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from leukchat.errors import ReportError
from leukchat.evaluation.data import read_rows
from leukchat.evaluation.metrics import wilson
from leukchat.labs import LabInput, read_labs
from leukchat.labs.coding import analyte_of, is_another
from leukchat.labs.readers.coded_names import name_ids

Row = tuple[str | int | float, ...]
SAMPLE = 120
_KINDS = (("fhir_*.json", "FHIR files, others"), ("hl7v2_*.hl7", "HL7 files, others"), ("pdf_*.pdf", "PDF files, others"))


def others(folder: Path, notes: list[str], misses: list[str]) -> Iterator[Row]:
    """Rows of (set, what, of, met, share, interval, wanted)."""
    files = folder / "files"
    for pattern, name in _KINDS:
        found = sorted(files.glob(pattern))
        if not found:
            notes.append(f"{name}: none in {files}; left out.")
            continue
        yield _row(name, "read without an error", [_opens(path, misses) for path in found])
    for path in sorted(folder.glob("labels_*.pdf.json")):
        source = files / f"pdf_{path.stem.removeprefix('labels_pdf_')}"
        if source.is_file():
            yield from _labelled(path, source, misses)
    for name, title in (("smart_sample_patient_labs.jsonl", "panels with LOINC, others (as FHIR)"), ("synthea_cbc_panels.jsonl", "CBC panels with LOINC, others (as FHIR)")):
        if (folder / name).is_file():
            yield from _panels(title, read_rows(folder / name)[:SAMPLE], misses)
        else:
            notes.append(f"{title}: {folder / name} is not there; left out.")


def _opens(path: Path, misses: list[str]) -> bool:
    """Whether a file is read, or refused in one line because it holds no value of the catalogue."""
    try:
        read_labs([LabInput(path.name, path.read_bytes())])
    except ReportError as error:
        if "No lab result" in str(error):
            return True
        misses.append(f"{path.name}: {error}")
        return False
    return True


def _labelled(path: Path, source: Path, misses: list[str]) -> Iterator[Row]:
    """How many labelled markers that the catalogue knows are read with their number, and how many numbers carry a wrong one."""
    reading = read_labs([LabInput(source.name, source.read_bytes())])
    hits, shown = [], []
    for test in json.loads(path.read_text(encoding="utf-8"))["tests"]:
        ids, number = name_ids(test["marker"]), _number(test["value"])
        if not ids or number is None:
            continue
        same = [one for one in reading.results if one.analyte in ids]
        hits.append(any(one.value == number for one in same))
        shown += [one.value == number for one in same if one.flag != "indeterminate" and not one.warnings and len(same) == 1]
        if not hits[-1]:
            misses.append(f"{source.name}: {test['marker']} {test['value']} {test['unit']} -> {[(one.analyte, one.value) for one in same]}")
    yield _row(source.name, "labelled values read", hits)
    yield _row(source.name, "unmarked values right", shown)


def _panels(title: str, panels: Sequence[dict[str, Any]], misses: list[str]) -> Iterator[Row]:
    """Values of known LOINC codes, wrapped as FHIR Observations, against what is read back."""
    hits, flags = [], []
    for panel in panels:
        wanted = [test for test in panel["tests"] if analyte_of(test["loinc"]) and not is_another(test["loinc"]) and _number(test["value"]) is not None]
        if not wanted:
            continue
        bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": _observation(test)} for test in wanted]}
        results = read_labs([LabInput(f"{panel['id']}.json", json.dumps(bundle).encode())]).results
        for test in wanted:
            found = [one for one in results if one.analyte == analyte_of(test["loinc"]) and one.value == _number(test["value"])]
            hits.append(bool(found))
            if not found:
                misses.append(f"{panel['id']}: {test['name']} {test['value']} {test['unit']}")
            elif test.get("expected_flag") and found[0].flag != "indeterminate":
                flags.append({"L": "low", "H": "high", "N": "normal"}[test["expected_flag"]] == found[0].flag.removeprefix("critical_"))
    yield _row(title, "values read", hits)
    if flags:
        yield _row(title, "flags as its range says", flags)


def _observation(test: dict[str, Any]) -> dict[str, Any]:
    found = {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": test["loinc"], "display": test["name"]}]},
        "valueQuantity": {"value": _number(test["value"]), "unit": test["unit"]},
    }
    ends = {side: {"value": number, "unit": test["unit"]} for side in ("low", "high") if (number := _number(test.get(side))) is not None}
    return found | ({"referenceRange": [ends]} if ends else {})


def _number(text: Any) -> float | None:
    try:
        return float(str(text).replace(",", ""))
    except ValueError:
        return None


def _row(name: str, what: str, hits: Sequence[bool]) -> Row:
    low, high = wilson(sum(hits), len(hits))
    return name, what, len(hits), sum(hits), round(sum(hits) / max(1, len(hits)), 4), f"{low:.3f}-{high:.3f}", "high"
