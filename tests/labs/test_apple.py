"""Apple Health exports: clinical records beside `export.xml` in a ZIP, the XML alone, limits and damage."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from leukchat.errors import ReportError
from leukchat.labs import LabInput, read_labs
from leukchat.labs.readers import apple
from leukchat.labs.readers.apple import AppleHealthReader

ME = '<Me HKCharacteristicTypeIdentifierDateOfBirth="1990-06-01" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexMale"/>'


def xml(*records: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData ANY>]><HealthData locale="en_GB">{ME}{"".join(records)}</HealthData>'


def sugar(day: str, value: str, unit: str = "mg/dL") -> str:
    return f'<Record type="HKQuantityTypeIdentifierBloodGlucose" sourceName="Meter of Kit Arden" unit="{unit}" startDate="{day} 07:00:00 +0000" value="{value}"/>'


def lab(number: int, loinc: str, name: str, value: float, unit: str, day: str = "2026-02-03") -> dict[str, Any]:
    quantity = {"value": value, "unit": unit}
    return {
        "resourceType": "Observation",
        "id": f"o{number}",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": loinc}], "text": name},
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": day,
        "valueQuantity": quantity,
    }


def export(main: str | None, *records: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if main is not None:
            archive.writestr("apple_health_export/export.xml", main)
        for number, record in enumerate(records):
            archive.writestr(f"apple_health_export/clinical-records/LabResult-{number}.json", record if isinstance(record, str) else json.dumps(record))
    return out.getvalue()


def test_records_of_clinics_and_own_measurements_are_read_with_sex_and_age() -> None:
    reading = read_labs([LabInput("export.zip", export(xml(sugar("2026-02-04", "131")), lab(1, "718-7", "Hemoglobin", 10.5, "g/dL"), lab(2, "777-3", "Platelets", 88, "10*9/L")))])
    assert {(one.analyte, one.value, one.collected) for one in reading.results} == {
        ("hemoglobin", 10.5, "2026-02-03"),
        ("platelets", 88, "2026-02-03"),
        ("glucose", 131, "2026-02-04"),
    }
    assert {(info.format, info.sex, info.age_years) for info in reading.reports} == {("apple_health", "male", 35.68)}
    assert "Arden" not in reading.model_dump_json()


def test_records_of_two_clinics_are_those_of_one_person() -> None:
    other = {**lab(2, "777-3", "Platelets", 88, "10*9/L"), "subject": {"reference": "Patient/other-clinic"}}
    patient = {"resourceType": "Patient", "id": "p", "gender": "male", "name": [{"family": "Quillfeather"}]}
    reading = read_labs([LabInput("export.zip", export(xml(), patient, lab(1, "718-7", "Hemoglobin", 10.5, "g/dL"), other))])
    assert {one.analyte for one in reading.results} == {"hemoglobin", "platelets"}
    assert "name" in reading.redacted


def test_sugar_in_both_units_says_who_measured_it() -> None:
    reading = read_labs([LabInput("export.xml", xml(sugar("2026-02-04", "131"), sugar("2026-02-05", "5.4", "mmol&lt;180.1558800000541&gt;/L")))])
    assert [(one.value, one.unit) for one in reading.results] == [(131, "mg/dL"), (5.4, "mmol/L")]
    assert all("not by a laboratory" in one.warnings[0] for one in reading.results)


def test_only_the_last_sugar_of_a_day_is_shown_and_the_rest_is_counted() -> None:
    found = AppleHealthReader().read(xml(sugar("2026-02-04", "131"), sugar("2026-02-04", "99")), "apple_health")
    assert [row.number for row in found[0].rows] == ["99"]
    assert "Of 2 blood sugars" in found[0].notes[0]


def test_other_measurements_are_no_laboratory_values() -> None:
    steps = '<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" startDate="2026-02-04 07:00:00 +0000" value="72"/>'
    assert [report.rows for report in AppleHealthReader().read(xml(steps), "apple_health")] == [()]


def test_records_that_are_only_mentioned_are_said_to_be_missing() -> None:
    found = AppleHealthReader().read(xml('<ClinicalRecord type="HKClinicalTypeIdentifierLabResultRecord"/>'), "apple_health")
    assert "whole ZIP" in found[0].notes[0]


BROKEN = [
    pytest.param(lambda: export(xml(), lab(1, "718-7", "Hb", 1, "g/dL"))[:300], "damaged", id="cut off ZIP"),
    pytest.param(lambda: xml(sugar("2026-02-04", "131"))[:-20], "damaged", id="cut off XML"),
    pytest.param(lambda: export(xml(), "{not json"), "broken", id="broken record"),
    pytest.param(lambda: '<!DOCTYPE HealthData [<!ENTITY a "aaa">]><HealthData>&a;</HealthData>', "damaged|entities", id="entities"),
]


@pytest.mark.parametrize(("make", "said"), BROKEN)
def test_damage_is_said_in_one_line(make: Any, said: str) -> None:
    with pytest.raises(ReportError, match=said) as caught:
        AppleHealthReader().read(make(), "apple_health")
    assert "\n" not in str(caught.value)


def test_an_export_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple, "MAX_XML", 10)
    with pytest.raises(ReportError, match="unpacks to more"):
        AppleHealthReader().read(export(xml()), "apple_health")
