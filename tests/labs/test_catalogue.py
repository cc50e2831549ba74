"""The tables of analytes and patterns keep their own rules."""

from __future__ import annotations

import re

import pytest

from leukchat.labs.analytes import exact_name, fuzzy_name
from leukchat.labs.catalogue import catalogue, load_yaml
from leukchat.labs.units import canonical_unit
from leukchat.reading.readability import reading_grade as grade

CONTRACT = """wbc anc neutrophils_percent bands_percent alc lymphocytes_percent monocytes monocytes_percent eosinophils eosinophils_percent basophils
basophils_percent blasts_percent marrow_blasts_percent promyelocytes_percent myelocytes_percent metamyelocytes_percent atypical_lymphocytes_percent rbc
hemoglobin hematocrit mcv mch mchc rdw reticulocytes_percent reticulocytes platelets mpv nrbc sodium potassium chloride bicarbonate urea bun creatinine egfr
glucose calcium corrected_calcium phosphate magnesium uric_acid ldh alt ast alp ggt bilirubin_total bilirubin_direct albumin total_protein lipase amylase
triglycerides cholesterol_total crp esr procalcitonin ferritin iron tibc transferrin_saturation vitamin_b12 folate vitamin_d pt inr aptt fibrinogen d_dimer
antithrombin troponin bnp tsh hba1c igg iga igm beta2_microglobulin bcr_abl1_is_percent mrd_percent methotrexate_level flt3_itd npm1 tp53 idh1 idh2 del17p
ighv philadelphia_chromosome""".split()
ANALYTES = list(catalogue().analytes.values())
MIRRORS = re.compile(r"scribd|studylib|pdfcoffee|melakarnets|slideshare|medilib|pubmed-d|ashpublications\.net|epdf|vdoc|researchgate")
NAMES = [
    ("Haemoglobin", "hemoglobin"),
    ("HGB", "hemoglobin"),
    ("Leukozyten", "wbc"),
    ("Globules blancs", "wbc"),
    ("Leucocitos", "wbc"),
    ("Globuli bianchi", "wbc"),
    ("TLC", "wbc"),
    ("Plaquetas", "platelets"),
    ("Piastrine", "platelets"),
    ("Thrombozyten", "platelets"),
    ("Plaquettes", "platelets"),
    ("SGPT", "alt"),
    ("GOT (ASAT)", "ast"),
    ("Harnsäure", "uric_acid"),
    ("Acide urique", "uric_acid"),
    ("DHL", "ldh"),
    ("γ-GT", "ggt"),
    ("β2-microglobulin", "beta2_microglobulin"),
    ("VGM", "mcv"),
    ("TCMH", "mch"),
    ("VCM", "mcv"),
    ("HbA1c", "hba1c"),
    ("25-OH Vitamin D", "vitamin_d"),
    ("BCR::ABL1", "bcr_abl1_is_percent"),
    ("D-Dimere", "d_dimer"),
    ("TCA", "aptt"),
    ("Absolute Neutrophil Count", "anc"),
    ("K+", "potassium"),
]
NOT_OURS = [
    "LDL Cholesterol",
    "Hemoglobin A2",
    "Bilirubin indirect",
    "RDW-SD",
    "NT-proBNP",
    "IgG4",
    "Urine protein",
    "FLT3-TKD",
    "Immature granulocytes",
    "Quick-Wert",
    "Free T4",
    "Transferrin",
]


def test_every_analyte_of_the_contract_is_in_the_table() -> None:
    assert set(CONTRACT) <= set(catalogue().analytes)


@pytest.mark.parametrize("analyte", ANALYTES, ids=lambda analyte: analyte.id)
def test_a_row_is_complete_and_sound(analyte) -> None:  # type: ignore[no-untyped-def]
    assert analyte.sources
    assert len(analyte.aliases) >= 6
    assert 2 <= len(analyte.about) <= 3
    assert analyte.loinc is None or re.fullmatch(r"\d{1,5}-\d", analyte.loinc)
    if not analyte.qualitative:
        assert analyte.physical[0] <= analyte.usual[0] < analyte.usual[1] <= analyte.physical[1]
        assert any(rule.factor == 1 for rule in analyte.units.values())
    for band in analyte.bands:
        assert band.start < band.end
        assert band.low is None or band.high is None or band.low < band.high
        assert canonical_unit(analyte.range_unit) in analyte.units


@pytest.mark.parametrize("analyte", [analyte for analyte in ANALYTES if analyte.loinc is not None], ids=lambda analyte: analyte.id)
def test_a_loinc_code_has_its_check_digit(analyte) -> None:  # type: ignore[no-untyped-def]
    number, check = analyte.loinc.split("-")
    digits = [int(digit) * (2 if index % 2 == 0 else 1) for index, digit in enumerate(reversed(number))]
    assert (10 - sum(digit // 10 + digit % 10 for digit in digits) % 10) % 10 == int(check)


def test_plain_sentences_are_easy_to_read_and_name_no_diagnosis() -> None:
    for analyte in ANALYTES:
        text = " ".join(analyte.about)
        assert grade(text) <= 8.0, (analyte.id, grade(text), text)
        assert not re.search(r"\byou have\b|\byou are suffering\b", text, re.IGNORECASE)


def test_patterns_are_easy_to_read_and_never_say_you_have_it() -> None:
    for key, row in load_yaml("patterns.yaml")["patterns"].items():
        text = f"{row['title']}. {row['explanation']}".replace("{value}", "5").replace("{temperature}", "38.5")
        assert grade(text) <= 8.5, (key, grade(text))
        assert not re.search(
            r"you have (?:leuk|AML|ALL|CML|CLL|APL|an infection|diabetes)|you relapsed|cured\b(?!.)",
            text,
            re.IGNORECASE,
        )


def test_no_source_is_a_mirror() -> None:
    for name in ("analytes.yaml", "patterns.yaml"):
        for source in load_yaml(name)["sources"].values():
            assert source["url"].startswith("https://")
            assert not MIRRORS.search(source["url"]), source


@pytest.mark.parametrize(("printed", "analyte_id"), NAMES)
def test_names_in_six_languages_are_known(printed: str, analyte_id: str) -> None:
    assert analyte_id in (exact_name(printed) or ())


@pytest.mark.parametrize("printed", NOT_OURS)
def test_other_tests_are_not_taken_for_ours(printed: str) -> None:
    assert not exact_name(printed)
    assert not fuzzy_name(printed)


@pytest.mark.parametrize("printed", ["Prealbumin", "Myoglobin", "Calcitonin", "Methemoglobin", "Globulin", "Oxalate", "Lithium", "Cortisol"])
def test_a_misspelling_is_only_taken_where_one_reading_is_left(printed: str) -> None:
    assert fuzzy_name(printed) == ()
