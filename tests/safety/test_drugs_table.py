"""The drug table: its shape, its sources, and that one name never means two drugs."""

from __future__ import annotations

import csv
import re
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "leukchat" / "data"
HEADER = [
    "id",
    "name",
    "synonyms",
    "kind",
    "class",
    "brands",
    "abbreviations",
    "misspellings",
    "leukemia",
    "route",
    "source",
]
KINDS = {"leukemia", "supportive", "otc", "supplement", "other"}
LEUKEMIAS = {
    "ALL",
    "AML",
    "APL",
    "CML",
    "CLL",
    "HCL",
    "CMML",
    "JMML",
    "MDS",
    "LGL",
    "PLL",
    "ATLL",
}
ROUTES = {"oral", "iv", "sc", "it", "im", "topical", "inhaled"}
NAME_COLUMNS = ("name", "synonyms", "brands", "abbreviations", "misspellings")
# Everyday words that must never be read as a drug name.
FORBIDDEN = {
    "in",
    "go",
    "us",
    "as",
    "all",
    "at",
    "is",
    "it",
    "do",
    "no",
    "am",
    "pm",
    "iv",
    "chop",
    "flag",
    "epoch",
    "ice",
    "same",
    "prep",
    "versed",
    "ensure",
    "boost",
    "align",
    "halls",
    "pill",
    "pills",
    "one a day",
    "gilt",
    "beam",
    "mine",
    "ida",
    "len",
    "mel",
    "ivo",
    "potassium",
    "calcium",
    "magnesium",
    "sodium",
    "garlic",
    "ginger",
    "cinnamon",
    "cranberry",
    "green tea",
    "grapefruit",
}
MUST_HAVE = [
    "imatinib",
    "dasatinib",
    "nilotinib",
    "bosutinib",
    "ponatinib",
    "asciminib",
    "ibrutinib",
    "acalabrutinib",
    "zanubrutinib",
    "pirtobrutinib",
    "venetoclax",
    "idelalisib",
    "rituximab",
    "obinutuzumab",
    "cytarabine",
    "daunorubicin",
    "idarubicin",
    "mitoxantrone",
    "azacitidine",
    "oral azacitidine",
    "decitabine",
    "decitabine and cedazuridine",
    "midostaurin",
    "gilteritinib",
    "quizartinib",
    "ivosidenib",
    "olutasidenib",
    "enasidenib",
    "glasdegib",
    "revumenib",
    "ziftomenib",
    "tretinoin",
    "arsenic trioxide",
    "hydroxyurea",
    "mercaptopurine",
    "thioguanine",
    "methotrexate",
    "vincristine",
    "pegaspargase",
    "calaspargase pegol",
    "blinatumomab",
    "inotuzumab ozogamicin",
    "gemtuzumab ozogamicin",
    "tisagenlecleucel",
    "obecabtagene autoleucel",
    "tagraxofusp",
    "imetelstat",
    "luspatercept",
    "prednisone",
    "dexamethasone",
    "tacrolimus",
    "cyclosporine",
    "ruxolitinib",
    "belumosudil",
    "axatilimab",
    "letermovir",
    "maribavir",
    "posaconazole",
    "rezafungin",
    "allopurinol",
    "rasburicase",
    "filgrastim",
    "ondansetron",
    "defibrotide",
    "treosulfan",
    "acetaminophen",
    "ibuprofen",
    "warfarin",
    "st john's wort",
    "turmeric",
    "iron",
]


def rows() -> list[dict[str, str]]:
    with (DATA / "drugs.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def terms(row: dict[str, str]) -> list[str]:
    return [term for column in NAME_COLUMNS for term in parts(row[column])]


def resolve(text: str) -> str:
    wanted = text.casefold()
    found = {r["id"] for r in rows() if wanted in {t.casefold() for t in terms(r)}}
    assert len(found) == 1, f"{text!r} resolves to {sorted(found)}"
    return found.pop()


def test_header_and_size():
    with (DATA / "drugs.csv").open(encoding="utf-8", newline="") as handle:
        assert next(csv.reader(handle)) == HEADER
    assert len(rows()) >= 400


def test_every_row_is_complete():
    for row in rows():
        assert None not in (*row, *row.values()), row
        for column in ("id", "name", "kind", "class", "route", "source"):
            assert row[column].strip(), (row["id"], column)
        for value in row.values():
            assert value == value.strip(), row["id"]
            assert "\n" not in value, row["id"]
            assert "||" not in value, row["id"]


def test_ids_are_unique_snake_case():
    ids = [row["id"] for row in rows()]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if not re.fullmatch(r"[a-z][a-z0-9_]*", i)] == []


def test_no_name_stands_twice():
    seen: dict[str, str] = {}
    twice = []
    for row in rows():
        for term in terms(row):
            assert term == " ".join(term.split()), (row["id"], term)
            key = term.casefold()
            if key in seen:
                twice.append((term, seen[key], row["id"]))
            seen[key] = row["id"]
    assert twice == []


def test_kinds_leukemias_and_routes():
    for row in rows():
        assert row["kind"] in KINDS, row["id"]
        assert set(parts(row["leukemia"])) <= LEUKEMIAS, row["id"]
        assert set(parts(row["route"])) <= ROUTES, row["id"]
    assert {row["kind"] for row in rows()} == KINDS


def test_sources_are_https():
    for row in rows():
        assert re.fullmatch(r"https://[a-z0-9.-]+\.(gov|uk|eu)/\S*", row["source"]), row["id"]


def test_everyday_words_are_not_drug_names():
    names = {term.casefold() for row in rows() for term in terms(row)}
    assert names & FORBIDDEN == set()
    assert {name for name in names if len(name) < 2} == set()


def test_table_holds_no_doses():
    dose = re.compile(r"\d\s*(mg|mcg|µg|g/|ml|units?|iu)\b|\b(once|twice) (a day|daily)\b|per day", re.IGNORECASE)
    for row in rows():
        for column in HEADER[:-1]:
            assert not dose.search(row[column]), (row["id"], row[column])


def test_must_have_generics_are_present():
    names = {row["name"] for row in rows()}
    assert len(MUST_HAVE) >= 60
    assert [name for name in MUST_HAVE if name not in names] == []


def test_other_names_resolve():
    for text, expected in {
        "Gleevec": "imatinib",
        "imatanib": "imatinib",
        "6-MP": "mercaptopurine",
        "Ara-C": "cytarabine",
        "ATRA": "tretinoin",
        "paracetamol": "acetaminophen",
        "ciclosporin": "cyclosporine",
        "aciclovir": "acyclovir",
        "FK506": "tacrolimus",
        "co-trimoxazole": "trimethoprim_and_sulfamethoxazole",
        "G-CSF": "filgrastim",
        "CPX-351": "daunorubicin_and_cytarabine_liposome",
        "venetoclacks": "venetoclax",
        "St. John's wort": "st_johns_wort",
        "aza-ven": "ven_aza",
        "tylenal": "acetaminophen",
    }.items():
        assert resolve(text) == expected


def test_the_drugs_of_leukemia_carry_a_leukemia():
    without = [row["id"] for row in rows() if row["name"] in MUST_HAVE[:47] and not row["leukemia"] and row["id"] != "tagraxofusp"]
    assert without == []
