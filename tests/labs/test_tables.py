"""Heads of tables as clinics and apps export them: which column names the test, which holds the value, which says who it is."""

from __future__ import annotations

import pytest

from leukchat.labs import LabInput, LabReading, read_labs


def read(text: str) -> LabReading:
    return read_labs([LabInput("table.csv", text)])


def found(reading: LabReading) -> list[tuple[object, ...]]:
    return [(one.analyte, one.comparator or "", one.value, one.unit, one.collected) for one in reading.results]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Order Name,Component Name,Obs Dt/Tm,Obs Val,UOM,Norm Low,Norm High,Abn\nCBC,HGB,2026-02-14 06:11,9.7,g/dL,12.0,16.0,L\nCBC,PLT,2026-02-14 06:11,101,K/uL,150,400,L",
            [("hemoglobin", "", 9.7, "g/dL", "2026-02-14"), ("platelets", "", 101.0, "K/uL", "2026-02-14")],
        ),
        (
            "effectiveDateTime,code,display,value,comparator,unit,refLow,refHigh\n2026-03-07T06:20:00Z,718-7,Hemoglobin [Mass/volume] in Blood,8.8,,g/dL,12.0,16.0\n2026-03-07T06:20:00Z,1988-5,C reactive protein,5,<,mg/L,,5",
            [("hemoglobin", "", 8.8, "g/dL", "2026-03-07"), ("crp", "<", 5.0, "mg/L", "2026-03-07")],
        ),
        (
            "Laborbericht;;;;\nPatient;Hartwig Pröpstle;;geb.;14.06.1951\nParameter;Wert;Einheit;Normbereich;Datum\nKalium;4,02;mmol/l;3,5 - 5,1;23.02.2026\nNatrium;139;mmol/l;135 - 145;23.02.2026",
            [("potassium", "", 4.02, "mmol/l", "2026-02-23"), ("sodium", "", 139.0, "mmol/l", "2026-02-23")],
        ),
        (
            "Wert,Einheit,Norm,2026-01-07,2026-01-21\nLeukozyten,/nl,4-10,3.1,2.2\nThrombozyten,/nl,150-400,120,99",
            [
                ("wbc", "", 3.1, "/nl", "2026-01-07"),
                ("wbc", "", 2.2, "/nl", "2026-01-21"),
                ("platelets", "", 120.0, "/nl", "2026-01-07"),
                ("platelets", "", 99.0, "/nl", "2026-01-21"),
            ],
        ),
        (
            ",Hb (g/L),Platelets (10^9/L),How I felt\n2026-01-04,88,14,awful\n2026-01-11,95,61,better",
            [
                ("hemoglobin", "", 88.0, "g/L", "2026-01-04"),
                ("platelets", "", 14.0, "10^9/L", "2026-01-04"),
                ("hemoglobin", "", 95.0, "g/L", "2026-01-11"),
                ("platelets", "", 61.0, "10^9/L", "2026-01-11"),
            ],
        ),
    ],
    ids=["odd titles", "LOINC and comparator", "lines above the head", "names under Wert", "days without a title"],
)
def test_a_head_is_understood(table: str, expected: list[tuple[object, ...]]) -> None:
    assert found(read(table)) == expected


def test_a_code_that_means_another_test_than_the_name_is_shown_and_not_compared() -> None:
    (result,) = read("code,name,value,unit\n777-3,Hemoglobin,9.1,10*9/L\n1,other,x,y").results
    assert result.value_si is None
    assert "its name says" in result.warnings[0]


@pytest.mark.parametrize("title", ["Patient", "Pt", "patientName", "Member name"])
def test_a_column_of_people_is_emptied(title: str) -> None:
    reading = read(f'"{title}",Test,Result,Unit\n"OSTRANDER, BERTHOLD",Sodium,140,mmol/L\n"OSTRANDER, BERTHOLD",Urea,5.1,mmol/L\n')
    assert [one.analyte for one in reading.results] == ["sodium", "urea"]
    assert "ostrander" not in reading.model_dump_json().lower()


def test_pt_over_numbers_is_the_prothrombin_time() -> None:
    reading = read("Date,PT (s),INR\n2026-01-04,12.1,1.0\n2026-01-11,13.3,1.1")
    assert {one.analyte for one in reading.results} == {"pt", "inr"}
