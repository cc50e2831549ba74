"""Privacy, grounding, the joint verdict and spans."""

from __future__ import annotations

import pytest

from leukchat.safety.grounding import GroundingOutput
from leukchat.safety.normalise import normalise
from leukchat.safety.privacy import mask
from leukchat.safety.rules import Context, judge
from leukchat.types import Action, Finding, Passage

PASSAGE = Passage(
    id="a#b", doc_id="a", title="CML", section="What helps?", text="Imatinib is a tablet. About 88 of 100 people with CML live five years. The BCR::ABL1 gene drives CML."
)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("My name is Maria Lopez and I have CML", "Maria Lopez"),
        ("Mail me at a.b@example.org", "a.b@example.org"),
        ("call (555) 123-4567", "123-4567"),
        ("MRN: 00123456 platelets 20", "00123456"),
        ("DOB 03/04/1970, WBC 5", "03/04/1970"),
        ("I live at 12 Green Park Road", "12 Green Park Road"),
        ("SSN 123-45-6789", "123-45-6789"),
    ],
)
def test_identifiers_are_masked(text: str, gone: str) -> None:
    assert gone not in mask(text)


@pytest.mark.parametrize("text", ["Chronic myeloid leukemia is called CML", "My platelets are 150 000 and WBC 4.5", "BCR-ABL 0.1 % on 12 March 2026", "Imatinib and dasatinib"])
def test_medical_words_are_not_masked(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("About 95 of 100 people live five years. [1]", "grounding.number"),
        ("Dasatinib is a tablet. [1]", "grounding.drug"),
        ("The FLT3 gene drives CML. [1]", "grounding.gene"),
        ("Imatinib is a tablet. [4]", "grounding.citation"),
        ("About 88 of 100 people with CML live five years. [1]", ""),
        ("Imatinib is a tablet. [1]", ""),
    ],
)
def test_numbers_drugs_and_genes_must_stand_in_the_cited_passage(text: str, rule: str) -> None:
    findings = GroundingOutput().scan(text, Context(passages=(PASSAGE,)))
    assert [finding.rule for finding in findings] == ([rule] if rule else [])


def test_an_emergency_outranks_a_dosing_block_but_not_a_harmful_request() -> None:
    fever = Finding(rule="emergency.fever", action=Action.escalate, start=0, end=1, message="call now")
    dose = Finding(rule="dosing.amount", action=Action.block, start=0, end=1, message="no dose")
    harm = Finding(rule="harm.request", action=Action.block, start=0, end=1, message="no")
    assert judge("x", [dose, fever]).action is Action.escalate
    assert judge("x", [dose, fever]).text == "call now"
    assert judge("x", [harm, fever]).action is Action.block


def test_spans_of_obfuscated_text_point_into_the_original() -> None:
    text = "Tаke 4\u200b00 mg"
    normal = normalise(text)
    start = normal.text.index("400")
    assert text[slice(*normal.span(start, start + 3))] == "4\u200b00"
