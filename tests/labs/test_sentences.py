"""Values told in sentences, as letters and notes tell them; and the sentences that tell none."""

from __future__ import annotations

import pytest

from leukchat.errors import ReportError
from leukchat.labs import LabInput, LabReading, read_labs


def read(text: str, **options: object) -> LabReading:
    return read_labs([LabInput("letter", text)], **options)  # type: ignore[arg-type]


def values(reading: LabReading) -> dict[str, float | str | None]:
    return {result.analyte: result.value for result in reading.results}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Das Hb ist auf 8,9 g/dl gefallen.", {"hemoglobin": 8.9}),
        ("Die Thrombozyten liegen bei 27 /nl, die Leukozyten betrugen 1,1 /nl.", {"platelets": 27.0, "wbc": 1.1}),
        ("Das Fibrinogen stieg von 1,4 auf 3,1 g/l an.", {"fibrinogen": 3.1}),
        ("We are pleased that your haemoglobin has come up to 118 g/L since autumn.", {"hemoglobin": 118.0}),
        ("The platelets have risen to 164 x10^9/L.", {"platelets": 164.0}),
        ("The lymphocyte count has fallen from 45.1 to 1.9 x10^9/L.", {"alc": 1.9}),
        ("Les plaquettes sont à 51 G/L et la LDH est normale à 198 UI/L.", {"platelets": 51.0, "ldh": 198.0}),
        ("La hemoglobina es de 10,2 g/dL y las plaquetas bajaron a 78.000/mm3.", {"hemoglobin": 10.2, "platelets": 78000.0}),
        ("L'emoglobina è salita a 9,4 g/dL.", {"hemoglobin": 9.4}),
        ("A hemoglobina subiu para 9,8 g/dL.", {"hemoglobin": 9.8}),
        ("The LFTs are normal apart from an ALT of 71 U/L.", {"alt": 71.0}),
        ("Im Knochenmark fanden sich 42 % Blasten.", {"marrow_blasts_percent": 42.0}),
        ("Repeat bone marrow was in remission with 2% blasts.", {"marrow_blasts_percent": 2.0}),
        ("The film shows 12 % blasts in the peripheral blood.", {"blasts_percent": 12.0}),
        ("MRD by NPM1 RT-qPCR was negative in the marrow of 3 March.", {"mrd_percent": "negative"}),
    ],
)
def test_a_sentence_tells_a_value(sentence: str, expected: dict[str, float | str]) -> None:
    assert values(read(f"{sentence}\n\nSodium 140 mmol/L")) == {**expected, "sodium": 140.0}


@pytest.mark.parametrize(
    "sentence",
    [
        "The haemoglobin dropped by 2 g/dL.",
        "Your platelets were 35 last week.",
        "Platelets 2 units given today.",
        "We transfuse when platelets fall below 10.",
        "More than 20% blasts are needed for that name.",
        "At diagnosis he had 64% blasts and a white cell count of 88 x10^9/L.",
        "In the trial the median platelet count was 54 x10^9/L.",
        "Complete remission needs platelets of 100 x10^9/L or more.",
        "We checked your platelets. 12 weeks from now we meet again.",
        "300 g lentils hold sodium 390 mg per portion.",
        "Bed: Hb 12   Ward: PLT 3   Ref: NA 141",
    ],
)
def test_a_sentence_that_tells_no_present_value_gives_none(sentence: str) -> None:
    assert values(read(f"{sentence}\n\nSodium 140 mmol/L")) == {"sodium": 140.0}


def test_a_sentence_broken_over_lines_is_read_as_one() -> None:
    text = "In today's blood count of the outpatient clinic we found that the white\ncells are at 1.1 x10^9/L and the absolute neutrophil count was\n0.4 x10^9/L, so please come at once with any fever."
    reading = read(text)
    assert values(reading) == {"wbc": 1.1, "anc": 0.4}


def test_a_value_from_a_sentence_says_so() -> None:
    (result,) = read("The platelets have risen to 164 x10^9/L.").results
    assert any("sentence" in warning for warning in result.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Plan: please repeat FBC and check ferritin and B12 at the next visit. Transfuse if Hb below 70 g/L.",
        "Haemoglobin: 130-170 g/L (men), 115-155 g/L (women)\nPlatelets: 150-400 x10^9/L",
    ],
    ids=["orders", "ranges only"],
)
def test_a_text_that_names_tests_without_values_is_refused_with_what_was_looked_for(text: str) -> None:
    with pytest.raises(ReportError) as refused:
        read(text)
    said = str(refused.value)
    assert "It names tests (" in said
    assert "planned tests, targets, limits" in said
    assert "\n" not in said
