"""What several values say together: the right pattern, the right urgency, the most urgent first, never a diagnosis."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leukchat.labs import LabInput, LabReading, patterns, read_labs
from leukchat.labs.model import URGENCIES
from leukchat.labs.patterns import _texts


def read(text: str, **options: object) -> LabReading:
    return read_labs([LabInput("pasted text", text)], **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "options", "pattern", "urgency"),
    [
        ("ANC 0.4 10^9/L", {"temperature_c": 38.0}, "neutropenia.fever", "emergency"),
        ("ANC 0.4 10^9/L", {"temperature_c": 37.9}, "neutropenia.severe", "urgent"),
        ("ANC 0.05 10^9/L", {}, "neutropenia.profound", "urgent"),
        ("ANC 0.5 10^9/L", {}, "neutropenia.moderate", "soon"),
        ("ANC 1.2 10^9/L", {}, "neutropenia.mild", "routine"),
        ("WBC 0.3 10^9/L", {}, "neutropenia.severe", "urgent"),
        ("ANC <0.1 10^9/L", {}, "neutropenia.profound", "urgent"),
        ("Hb 9 g/dL", {"temperature_c": 38.2}, "fever.anc_unknown", "emergency"),
        ("ANC 3.0 10^9/L", {"temperature_c": 38.5}, "fever.any", "urgent"),
        ("Platelets 9 10^9/L", {}, "thrombocytopenia.critical", "urgent"),
        ("Platelets 24 10^9/L", {}, "thrombocytopenia.severe", "urgent"),
        ("Platelets 49 10^9/L", {}, "thrombocytopenia.moderate", "soon"),
        ("Platelets 1200 10^9/L", {}, "thrombocytosis", "soon"),
        ("Hb 6.9 g/dL", {}, "anemia.severe", "urgent"),
        ("Hb 7.9 g/dL", {}, "anemia.marked", "soon"),
        ("Hb 11.4 g/dL", {"age_years": 4}, "none", ""),
        ("Hb 10.9 g/dL", {"age_years": 4}, "anemia.mild", "routine"),
        ("Hb 9.5 g/dL\nMCV 70 fL", {}, "anemia.small_cells", "routine"),
        ("Hb 9.5 g/dL\nMCV 112 fL", {}, "anemia.large_cells", "routine"),
        ("WBC 140 10^9/L\nBlasts 60 %", {}, "hyperleukocytosis.blasts", "emergency"),
        ("WBC 140 10^9/L", {}, "hyperleukocytosis", "urgent"),
        ("WBC 140 10^9/L\nLymphocytes 95 %", {}, "hyperleukocytosis.lymphocytes", "soon"),
        ("Blasts 3 %", {}, "blasts.present", "urgent"),
        ("Blasts 40 %", {}, "blasts.high", "urgent"),
        ("Blasts 40 %", {"temperature_c": 38.4}, "blasts.fever", "emergency"),
        ("Bone marrow blasts 30 %", {}, "marrow_blasts.high", "urgent"),
        ("Promyelocytes 20 %\nFibrinogen 1.1 g/L", {}, "promyelocytes.clotting", "emergency"),
        ("Promyelocytes 20 %\nPlatelets 30 10^9/L", {}, "promyelocytes.clotting", "emergency"),
        ("Promyelocytes 1 %\nPlatelets 600 10^9/L", {}, "promyelocytes.present", "urgent"),
        ("Uric acid 9.5 mg/dL\nPhosphate 6.0 mg/dL", {"age_years": 40}, "tls.laboratory", "emergency"),
        ("Uric acid 9.5 mg/dL\nPhosphate 3.5 mg/dL", {"age_years": 40}, "tls.one_sign", "soon"),
        ("Potassium 6.2 mmol/L\nCalcium 1.7 mmol/L", {}, "tls.laboratory", "emergency"),
        ("Potassium 6.2 mmol/L", {}, "potassium.high", "emergency"),
        ("Potassium 6.2 mmol/L\nWBC 300 10^9/L", {}, "potassium.high_counts", "emergency"),
        ("Potassium 2.5 mmol/L", {}, "potassium.low", "urgent"),
        ("Lymphocytes 18 10^9/L", {"age_years": 66}, "lymphocytes.high", "soon"),
        ("BCR::ABL1 (IS) 23 % IS", {}, "bcr_abl1.above_10", "soon"),
        ("BCR::ABL1 (IS) 0.05 % IS", {}, "bcr_abl1.low", "routine"),
        ("BCR-ABL1 5 %", {}, "bcr_abl1.no_is", "routine"),
        ("BCR::ABL1 (IS) 23 % IS", {"treatment_months": 1}, "bcr_abl1.early", "routine"),
        ("BCR::ABL1 (IS) 10 % IS", {"treatment_months": 3}, "bcr_abl1.at_goal", "routine"),
        ("BCR::ABL1 (IS) 10.1 % IS", {"treatment_months": 3}, "bcr_abl1.above_limit", "soon"),
        ("BCR::ABL1 (IS) 1 % IS", {"treatment_months": 6}, "bcr_abl1.at_goal", "routine"),
        ("BCR::ABL1 (IS) 4.2 % IS", {"treatment_months": 6}, "bcr_abl1.above_goal", "routine"),
        ("BCR::ABL1 (IS) 11 % IS", {"treatment_months": 11.9}, "bcr_abl1.above_limit", "soon"),
        ("BCR::ABL1 (IS) 0.1 % IS", {"treatment_months": 12}, "bcr_abl1.at_goal", "routine"),
        ("BCR::ABL1 (IS) 0.4 % IS", {"treatment_months": 48}, "bcr_abl1.above_goal", "routine"),
        ("BCR::ABL1 (IS) 1.5 % IS", {"treatment_months": 14}, "bcr_abl1.above_limit", "soon"),
        ("BCR::ABL1 transcript (IS)   4.2 %", {"treatment_months": 6}, "bcr_abl1.above_goal", "routine"),
        ("BCR-ABL1 5 %", {"treatment_months": 6}, "bcr_abl1.no_is", "routine"),
        ("BCR::ABL1 (IS): not detected", {"treatment_months": 30}, "bcr_abl1.at_goal", "routine"),
        ("Uric acid 9.5 mg/dL\nPhosphate 6.0 mg/dL\nCreatinine 2.4 mg/dL 0.7-1.3", {"age_years": 40}, "tls.clinical", "emergency"),
        ("ALT 150 U/L 10-40\nBilirubin 2.9 mg/dL 0.2-1.2", {}, "liver.both", "urgent"),
        ("MRD 0.3 %", {}, "mrd.detected", "soon"),
        ("MRD: negative", {}, "mrd.not_detected", "routine"),
        ("Ferritin 2400 ng/mL", {}, "iron.overload_question", "routine"),
        ("Ferritin 15000 ng/mL", {}, "iron.ferritin_extreme", "urgent"),
        ("ALT 300 U/L 10-40", {}, "liver.severe", "urgent"),
        ("ALT 150 U/L 10-40", {}, "liver.raised", "soon"),
        ("Creatinine 2.4 mg/dL 0.7-1.3", {}, "kidney.raised", "soon"),
        ("Creatinine 5.0 mg/dL 0.7-1.3", {}, "kidney.severe", "urgent"),
        ("Glucose 300 mg/dL", {}, "glucose.high", "urgent"),
        ("Glucose 480 mg/dL", {}, "glucose.very_high", "emergency"),
        ("Glucose 40 mg/dL", {}, "glucose.low", "emergency"),
        ("WBC 2.0 10^9/L\nHb 9.0 g/dL\nPlatelets 90 10^9/L", {}, "pancytopenia", "soon"),
        ("IgG 350 mg/dL", {}, "igg.low", "routine"),
        ("Fibrinogen 80 mg/dL", {}, "clotting.low_fibrinogen", "urgent"),
        ("Magnesium 0.3 mmol/L", {}, "critical.value", "urgent"),
    ],
)
def test_values_give_this_pattern(text: str, options: dict[str, object], pattern: str, urgency: str) -> None:
    found = {one.id: one.urgency for one in read(text, **options).patterns}
    if pattern == "none":
        assert found == {}
    else:
        assert found.get(pattern) == urgency, found


def test_the_most_urgent_comes_first_in_patterns_summary_and_questions() -> None:
    reading = read("ANC 0.2 10^9/L\nPlatelets 60 10^9/L\nFerritin 2000 ng/mL\nPotassium 6.8 mmol/L", temperature_c=38.6)
    ranks = [URGENCIES.index(pattern.urgency) for pattern in reading.patterns]
    assert ranks == sorted(ranks)
    assert reading.summary.startswith("## Get help now")
    assert "antibiotics" in reading.questions_for_doctor[0]


def test_every_pattern_has_sources_a_question_and_a_limit() -> None:
    for pattern in read("WBC 140 10^9/L\nBlasts 60 %\nPlatelets 8 10^9/L\nHb 6 g/dL\nUric acid 12 mg/dL\nPotassium 7 mmol/L").patterns:
        assert pattern.sources
        assert pattern.must_not_conclude
        assert pattern.ask.endswith("?")
        assert pattern.based_on


def test_no_word_names_a_diagnosis() -> None:
    reading = read("WBC 140 10^9/L\nBlasts 60 %\nPlatelets 8 10^9/L\nLymphocytes 20 %\nPromyelocytes 10 %\nFibrinogen 0.9 g/L\nGlucose 500 mg/dL")
    said = reading.summary + " ".join(reading.questions_for_doctor)
    assert not re.search(
        (
            r"you (?:probably |may |might |likely )?have (?:acute|chronic|leuk|an? )|suspect|this is leukemia|"
            r"diagnosed with"
        ),
        said,
        re.IGNORECASE,
    )


def test_marrow_and_blood_blasts_are_never_mixed() -> None:
    reading = read("Bone marrow blasts 60 %\nWBC 6 10^9/L")
    assert not [pattern for pattern in reading.patterns if pattern.id.startswith("blasts.")]
    assert not reading.derived


def test_an_unsure_value_gives_no_pattern() -> None:
    assert read("Potassium 71 mmol/L\nSodium 140 mmol/L").patterns == ()


@pytest.mark.parametrize("months", [3, 6, 12, 40])
def test_a_milestone_that_was_missed_is_never_called_a_failure(months: float) -> None:
    (pattern,) = read("BCR::ABL1 (IS) 23 % IS", treatment_months=months).patterns
    assert "aim for" in pattern.explanation
    assert f"after {months} months" in pattern.explanation
    assert "{" not in pattern.explanation
    assert not re.search(r"has failed(?!; do not)|resistan|you failed", pattern.explanation)
    assert "do not stop or change tablets" in pattern.must_not_conclude


def test_normal_creatinine_leaves_tumor_lysis_to_the_laboratory_kind() -> None:
    found = {pattern.id for pattern in read("Uric acid 9.5 mg/dL\nPhosphate 6.0 mg/dL\nCreatinine 0.9 mg/dL 0.7-1.3", age_years=40).patterns}
    assert "tls.laboratory" in found
    assert "tls.clinical" not in found


def test_cell_breakdown_names_the_values_that_are_beyond_their_limits() -> None:
    pattern = next(one for one in read("Uric acid 9.5 mg/dL\nPhosphate 6.0 mg/dL", age_years=40).patterns if one.id == "tls.laboratory")
    assert "uric acid 9.5 mg/dL, phosphate 6 mg/dL" in pattern.explanation


def test_the_code_and_the_table_name_the_same_patterns() -> None:
    rows, _ = _texts()
    code = "".join(path.read_text(encoding="utf-8") for path in Path(patterns.__file__).parent.glob("patterns*.py"))
    named = set(re.findall(r'"((?:[a-z][a-z0-9_]*)\.[a-z0-9_]+)"', code)) - {"patterns.yaml"}
    named |= {f"thrombocytopenia.{name}" for name in ("critical", "severe", "moderate", "mild")}
    named |= {key for key in ("hyperleukocytosis", "thrombocytosis", "pancytopenia") if f'"{key}"' in code}
    assert named == set(rows)


def test_every_source_is_an_address_that_is_used() -> None:
    rows, sources = _texts()
    assert all(source.url.startswith("https://") for source in sources.values())
    assert set(sources) == {name for row in rows.values() for name in row["sources"]}
