"""What comes in: encodings, pieces of web pages, figures of other scripts; and what a report's own numbers and dates decide."""

from __future__ import annotations

import pytest

from leukchat.labs import LabInput, LabReading, read_labs

TEXT = "Hämoglobin   8,1 g/dl\nKreatinin 91 µmol/l\nThrombozyten  12 G/l\n"
TABLE = "Test;Result;Unit\nHämoglobin;8,1;g/dl\nKreatinin;91;µmol/l\nThrombozyten;12;G/l\n"


def read(content: str | bytes) -> LabReading:
    return read_labs([LabInput("report", content)])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\r\n"], ids=["unix", "windows", "old mac", "mixed"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("report", [TEXT, TABLE], ids=["text", "table"])
def test_every_usual_encoding_is_read(report: str, encoding: str, newline: str) -> None:
    results = read(report.replace("\n", newline).encode(encoding)).results
    assert [(one.analyte, one.value, one.value_si) for one in results] == [("hemoglobin", 8.1, 81.0), ("creatinine", 91.0, 91.0), ("platelets", 12.0, 12.0)]


@pytest.mark.parametrize(
    ("unit", "value_si"),
    [("bin/µL", 4.4), ("10x3/uL", 4.4), ("x1000/µL", 4.4), ("Mrd/l", 4.4), ("mila/mmc", 4.4), ("10.e3/uL", 4.4), ("foo/µL", None)],
)
def test_the_end_of_a_longer_unit_is_never_taken_for_the_whole(unit: str, value_si: float | None) -> None:
    for report in (f"Leukocytes   4.4 {unit}\n", f"Test;Result;Unit\nLeukocytes;4.4;{unit}\nSodium;139;mmol/L\n"):
        result = next(one for one in read(report).results if one.analyte == "wbc")
        assert (result.value, result.value_si) == (4.4, value_si)


def test_a_number_in_the_name_is_no_value() -> None:
    (result,) = read("eGFR (CKD-EPI 2021)   77 mL/min/1.73m2\n").results
    assert result.value == 77


DIFFERENTIAL = "WBC 4.2 K/uL\nNeutrophils {}\nLymphocytes {}\nMonocytes 7\nEosinophils 2\n"


def test_bare_cells_that_add_to_a_hundred_are_percentages() -> None:
    results = {one.analyte: one for one in read(DIFFERENTIAL.format(55, "36 %")).results}
    assert results["neutrophils_percent"].value_si == 55
    assert "anc" not in results


def test_bare_cells_that_add_to_nothing_are_asked_about() -> None:
    results = {one.analyte: one for one in read("WBC 4.2 K/uL\nNeutrophils 55\n").results}
    assert results["neutrophils_percent"].value_si is None


def test_bare_cells_that_add_to_one_are_fractions() -> None:
    results = {one.analyte: one for one in read("WBC 4.1 x10^9/L\nNeutrophils 0.55\nLymphocytes 0.36\nMonocytes 0.07\nEosinophils 0.02\n").results}
    assert (results["neutrophils_percent"].value, results["neutrophils_percent"].value_si) == (0.55, 55.0)


@pytest.mark.parametrize(
    ("other", "day"),
    [("Reported: 25/04/2026", "2026-04-03"), ("Reported: 04/25/2026", "2026-03-04"), ("Reported: 03/04/2026", None)],
    ids=["day first", "month first", "open"],
)
def test_a_date_that_can_be_read_two_ways_follows_the_others_of_its_report(other: str, day: str | None) -> None:
    (result,) = read(f"Collected: 03/04/2026\n{other}\nSodium 139 mmol/L\n").results
    assert result.collected == day


def test_a_column_without_a_unit_takes_the_one_that_fits_all_its_values() -> None:
    results = read("Date;Hb;CRP\n05.01.2026;8,1;143\n12.01.2026;9,0;12\n").results
    assert {(one.value, one.value_si) for one in results if one.analyte == "crp"} == {(143.0, 143.0), (12.0, 12.0)}


def test_several_people_in_one_table_are_asked_about() -> None:
    results = read("Patient,Test,Result,Unit\nA. Berg,Hemoglobin,9.1,g/dL\nC. Dahl,Platelets,250,K/uL\n").results
    assert [one.value_si for one in results] == [None, None]


def test_columns_of_which_no_title_tells_are_refused_with_what_to_do() -> None:
    from leukchat.errors import ReportError

    with pytest.raises(ReportError, match="Name that column"):
        read(b"Test,Me,My sister,Unit\nHemoglobin,8.1,13.1,g/dL\nPlatelets,12,210,K/uL\n")


@pytest.mark.parametrize("report", [TEXT, TABLE], ids=["text", "table"])
def test_letters_that_were_decoded_wrongly_are_put_right(report: str) -> None:
    results = read(report.encode().decode("cp1252")).results
    assert [(one.analyte, one.value_si) for one in results] == [("hemoglobin", 81.0), ("creatinine", 91.0), ("platelets", 12.0)]


@pytest.mark.parametrize("lost", ["?", "\ufffd"], ids=["question mark", "replacement"])
def test_a_micro_sign_that_was_lost_in_a_unit_is_known(lost: str) -> None:
    results = read(f"Test;Result;Unit\nCreatinine;91;{lost}mol/L\nWBC;4.4;10^3/{lost}L\nSodium;139;mmol/L\n").results
    assert [one.value_si for one in results] == [91.0, 4.4, 139.0]
