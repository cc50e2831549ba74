"""Exports: what is written as FHIR or CSV reads back as the same values, and names nobody."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.errors import ReportError
from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.catalogue import catalogue, load_yaml
from leukchat.labs.coding import OWN, analyte_of, is_another, readable_unit, ucum_of
from leukchat.labs.convert import from_si
from leukchat.labs.export_csv import to_csv
from leukchat.labs.export_fhir import fhir_bundle, to_fhir, unsure
from leukchat.labs.units import canonical_unit

DATA = Path(__file__).resolve().parent.parent / "data" / "labs"
GOLD = sorted(DATA.glob("*.json"))


def gold_reading(path: Path) -> LabReading:
    gold = json.loads(path.read_text(encoding="utf-8"))
    return read_labs([LabInput(gold["file"], (DATA / gold["file"]).read_bytes())], **gold["options"])


def facts(reading: LabReading) -> set[tuple[Any, ...]]:
    """What an export must keep of each result that is sure; a unit in its one spelling."""
    sure = [one for one in reading.results if not unsure(one)]
    return {(one.analyte, one.value, one.comparator, canonical_unit(readable_unit(one.unit or "")), one.value_si, one.collected) for one in sure}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_report_survives_fhir(path: Path) -> None:
    reading = gold_reading(path)
    Bundle.model_validate(fhir_bundle(reading, derived=True))
    again = read_labs([LabInput("export", to_fhir(reading).encode())])
    assert facts(again) == facts(reading)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_report_survives_csv(path: Path) -> None:
    reading = gold_reading(path)
    if len(reading.results) > 1:  # one line under a head is too little to be known for a table
        again = read_labs([LabInput("export", to_csv(reading).encode())])
        assert again.reports[0].format == "csv"
        assert facts(again) == facts(reading)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_export_names_the_person(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    reading = gold_reading(path)
    for part in gold["leaks"]:
        assert part not in to_fhir(reading, derived=True)
        assert part not in to_csv(reading, derived=True)
    assert not {"subject", "performer", "Patient"} & set(re.findall(r'"(\w+)":', to_fhir(reading)))


UNITS = [(analyte, rule) for analyte in catalogue().analytes.values() for rule in analyte.units.values() if rule.name]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(UNITS), st.integers(1, 10**6), st.integers(0, 4), st.dates(date(1950, 1, 1), date(2035, 12, 31)), st.sampled_from(["", "<", ">"])),
        min_size=2,
        max_size=8,
    )
)
def test_dated_values_in_any_unit_survive_both_exports(made: list[tuple[Any, int, int, date, str]]) -> None:
    lines = ["test\tresult\tunit\tdate"]
    for (analyte, rule), whole, places, day, sign in made:
        low, high = sorted(from_si(limit, rule) for limit in analyte.physical)
        value = min(max(whole / 10**places, low), high)
        name = next(alias for alias in analyte.aliases if "\t" not in alias)
        lines.append(f"{name}\t{sign}{value:.{places}f}\t{rule.name}\t{day.isoformat()}")
    try:
        reading = read_labs([LabInput("a.tsv", "\n".join(lines) + "\n")])
    except ReportError:  # every value was outside what is possible
        return
    for written in (to_fhir(reading), to_csv(reading)):
        if len([one for one in reading.results if not unsure(one)]) > 1:
            assert facts(read_labs([LabInput("export", written.encode())])) == facts(reading)


def test_an_unsure_number_leaves_only_in_words() -> None:
    reading = read_labs([LabInput("a", "Hemoglobin 912 g/dL\nWBC 5.2 10^9/L\nPlatelets 150 10^9/L")])
    resources = [entry["resource"] for entry in fhir_bundle(reading)["entry"]]
    assert "valueQuantity" not in resources[0]
    assert "912 g/dL" in resources[0]["note"][0]["text"]
    table = list(csv.DictReader(io.StringIO(to_csv(reading))))
    assert (table[0]["result"], table[1]["result"]) == ("", "5.2")
    assert "912 g/dL" in table[0]["remarks"]


def test_computed_values_come_only_when_asked_for() -> None:
    reading = read_labs([LabInput("a", "WBC 10 10^9/L\nNeutrophils 40 %\nHemoglobin 120 g/L")])
    assert len(fhir_bundle(reading)["entry"]) == 3
    computed = fhir_bundle(reading, derived=True)["entry"][3]["resource"]
    assert computed["note"][-1]["text"].startswith("Computed: ")
    assert len(to_csv(reading, derived=True).splitlines()) == 5


def test_a_count_in_giga_per_litre_is_not_written_as_grams() -> None:
    quantity = fhir_bundle(read_labs([LabInput("a", "Leucocytes 5,2 G/L\nHémoglobine 120 g/L")]))["entry"]
    assert [entry["resource"]["valueQuantity"]["code"] for entry in quantity] == ["10*9/L", "g/L"]


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    reading = read_labs([LabInput("a", "WBC 5.2 10^9/L\nPlatelets 150 10^9/L")])
    changed = reading.model_copy(update={"results": tuple(one.model_copy(update={"warnings": ("=1+1",)}) for one in reading.results)})
    assert all(row["remarks"] == "'=1+1" for row in csv.DictReader(io.StringIO(to_csv(changed))))


def _check_digit(code: str) -> str:
    """The check digit of a LOINC code (modulus 10)."""
    digits = [int(char) * (2 if place % 2 == 0 else 1) for place, char in enumerate(reversed(code.partition("-")[0]))]
    return str(-sum(digit // 10 + digit % 10 for digit in digits) % 10)


def test_every_loinc_code_is_one_and_means_one_test() -> None:
    raw = load_yaml("analytes.yaml")
    codes = [analyte.loinc for analyte in catalogue().analytes.values() if analyte.loinc]
    codes += [code for more in raw["loinc_variants"].values() for code in more] + raw["loinc_others"]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"\d{3,6}-\d", code) and code[-1] == _check_digit(code) for code in codes)
    assert set(raw["loinc_variants"]) <= set(catalogue().analytes)
    assert not any(analyte_of(code) for code in raw["loinc_others"])
    assert all(is_another(code) for code in raw["loinc_others"])
    assert all(analyte_of(code) == "d_dimer" for kind in raw["loinc_dimer"].values() for code in kind)


def test_every_ucum_code_written_is_read_as_the_same_unit() -> None:
    for analyte, rule in UNITS:
        code = ucum_of(rule.name, analyte)
        if code and analyte.units.get(canonical_unit(readable_unit(code))) is not None:
            assert analyte.units[canonical_unit(readable_unit(code))].factor == rule.factor
        else:
            assert code is None


def test_the_own_code_of_an_analyte_is_read() -> None:
    content = {"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": OWN, "code": "mrd_percent"}]}, "valueQuantity": {"value": 0.02, "unit": "%"}}
    assert read_labs([LabInput("a", json.dumps(content))]).results[0].analyte == "mrd_percent"
