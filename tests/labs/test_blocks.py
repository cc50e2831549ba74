"""Tables that lie on their side, came apart, or have a row for each day."""

from __future__ import annotations

import pytest

from leukchat.labs import LabInput, LabReading, read_labs


def read(text: str) -> LabReading:
    return read_labs([LabInput("pasted text", text)])


def found(reading: LabReading) -> dict[str, tuple[float | str | None, str | None, float | None]]:
    return {one.analyte: (one.value, one.unit, one.reference.low if one.reference and one.reference.source == "report" else None) for one in reading.results}


NAMES = ("Haemoglobin", "White cell count", "Platelets", "Neutrophils")
EXPECTED = {"hemoglobin": (96.0, "g/L", 130.0), "wbc": (4.8, "10^9/L", 4.0), "platelets": (140.0, "10^9/L", 150.0), "anc": (3.1, "10^9/L", 2.0)}
VALUES, UNITS, RANGES = ("96", "4.8", "140", "3.1"), ("g/L", *["10^9/L"] * 3), ("130 - 170", "4.0 - 11.0", "150 - 400", "2.0 - 7.5")


@pytest.mark.parametrize("titles", [False, True], ids=["bare", "titled"])
def test_lists_of_names_values_units_and_ranges_are_put_together(titles: bool) -> None:
    lists = [NAMES, VALUES, UNITS, RANGES]
    heads = ["Test", "Result", "Units", "Reference range"]
    lines = [line for head, column in zip(heads, lists, strict=True) for line in ([head] if titles else []) + list(column)]
    assert found(read("\n".join(lines))) == EXPECTED


def test_lists_of_unequal_length_give_no_value_at_all() -> None:
    reading = read("\n".join(["Sodium 140 mmol/L 136-145", *NAMES, "96", "4.8", "140"]))
    assert set(found(reading)) == {"sodium"}
    assert any("Haemoglobin" in line for line in reading.unrecognised)


def test_a_table_on_its_side_is_read_by_columns() -> None:
    rows = [("", *NAMES), ("Result", *VALUES), ("Units", *UNITS), ("Range", *RANGES)]
    assert found(read("\n".join("".join(cell.ljust(20) for cell in row) for row in rows))) == EXPECTED


def test_two_unnamed_rows_of_values_under_names_are_not_chosen_from() -> None:
    reading = read("Sodium 140 mmol/L 136-145\n\nHaemoglobin    White cells    Platelets\n96             4.8            140\n101            3.9            120")
    assert set(found(reading)) == {"sodium"}


def test_a_row_for_each_day_is_read_on_its_day() -> None:
    text = "Date         Hb     WCC    Neut   Plt    Comment\n09/01/2026   92     0.2    0.0    9      platelets given\n16/01/2026   95     1.1    0.6    21     engrafting\n23/01/2026   99     3.0    1.8    52"
    results = read(text).results
    assert {(one.analyte, one.value, one.collected) for one in results} >= {
        ("platelets", 9.0, "2026-01-09"),
        ("anc", 0.0, "2026-01-09"),
        ("anc", 1.8, "2026-01-23"),
        ("hemoglobin", 99.0, "2026-01-23"),
    }
    assert len(results) == 12


def test_days_without_a_year_take_that_of_the_last_column() -> None:
    text = "Labor         30.12.    02.01.    03.01.2026    Einheit   Referenz\nLeukozyten    0,8       0,7       1,4           G/l       4,0-10,0"
    assert [(one.value, one.collected) for one in read(text).results] == [(0.8, "2025-12-30"), (0.7, "2026-01-02"), (1.4, "2026-01-03")]


def test_a_column_for_each_unit_gives_shares_and_counts() -> None:
    text = "LEUCOGRAMA               %        /mm³\nLeucócitos....:        100      2.900      4.000 a 11.000\nLinfócitos....:         58      1.682      900 a 4.000\nMonócitos.....:          8        232      100 a 1.000"
    assert found(read(text)) == {
        "wbc": (2900.0, "/mm³", 4000.0),
        "lymphocytes_percent": (58.0, "%", None),
        "alc": (1682.0, "/mm³", 900.0),
        "monocytes_percent": (8.0, "%", None),
        "monocytes": (232.0, "/mm³", 100.0),
    }


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (("Normal range: 136 - 145 mmol/L", "136", "145", "139"), 139.0),
        (("Normal range: 136 - 145 mmol/L", "136", "145", "136"), 136.0),
        (("Normal range: above >=136 mmol/L", "133", "Low"), 133.0),
        (("136 - 145 mmol/L", "Mar 18, 2026", "139"), 139.0),
        (("139 mmol/L", "The usual range for this test is 136 to 145 mmol/L"), 139.0),
    ],
    ids=["scale", "value at its end", "one end", "dated", "in a sentence"],
)
def test_the_drawn_scale_of_a_portal_is_not_the_value(lines: tuple[str, ...], value: float) -> None:
    (result,) = read("\n".join(("Sodium", *lines))).results
    assert (result.value, result.reference.low if result.reference else None) == (value, 136.0)


def test_the_older_value_beside_a_one_sided_range_is_not_the_range() -> None:
    text = "Entnahme: 05.03.2026\nUntersuchung   Ergebnis   Einheit   Referenzbereich   Vorwert 12.02.26\nGFR            86         ml/min    > 60              91"
    assert [(one.value, one.collected) for one in read(text).results] == [(86.0, "2026-03-05"), (91.0, "2026-02-12")]


def test_a_share_and_a_count_beside_an_older_count() -> None:
    text = "Prélevé le : 21/02/2026\n                 Résultats                     Intervalles de réf.     Antér. du 12/01/2026\nNeutrophiles     2,1 %    3,94 10^9/L          1,69 - 7,50             3,70"
    got = {(one.analyte, one.value, one.collected) for one in read(text).results}
    assert got == {("neutrophils_percent", 2.1, "2026-02-21"), ("anc", 3.94, "2026-02-21"), ("anc", 3.70, "2026-01-12")}


def test_marrow_counts_are_not_blood_counts_and_blood_below_them_is() -> None:
    text = "BONE MARROW ASPIRATE, DIFFERENTIAL (500 cells)     Date: 11 Feb 2026\nBlasts          71 %   (0-3)\nLymphocytes      6 %   (5-15)\nNPM1: positive\nPERIPHERAL BLOOD: WBC 18.3 x10^9/L, blasts 22 %"
    assert {one.analyte: one.value for one in read(text).results} == {"marrow_blasts_percent": 71.0, "npm1": "positive", "wbc": 18.3, "blasts_percent": 22.0}
