"""Questions about other diseases of the blood: answered where a section is about them and about what is asked, else not."""

from __future__ import annotations

import pytest

from leukchat.assistant import Assistant
from leukchat.chat.neighbours import is_about, other_disease
from leukchat.types import Status


@pytest.mark.parametrize(
    ("question", "disease"),
    [
        ("What are the treatments for Hodgkin lymphoma?", "Hodgkin lymphoma"),
        ("what is sickle cell", "sickle cell"),
        ("Is hemophilia inherited?", "hemophilia"),
        ("How is polycythemia vera diagnosed?", "polycythemia"),
        ("Are leukemia and lymphoma the same thing?", ""),
        ("Did my myelofibrosis turn into AML?", ""),
        ("What is CLL?", ""),
        ("Why do my gums bleed?", ""),
    ],
)
def test_another_disease_counts_only_where_leukemia_is_not_named(question: str, disease: str) -> None:
    assert other_disease(question) == disease


@pytest.mark.parametrize(
    ("heading", "disease", "question", "wanted"),
    [
        ("What is the difference between leukemia, lymphoma and myeloma?", "myeloma", "What is myeloma?", True),
        ("What is the difference between leukemia, lymphoma and myeloma?", "myeloma", "What are the treatments for myeloma?", False),
        ("How is anemia treated in leukemia?", "aplastic anemia", "What are the treatments for aplastic anemia?", False),
    ],
)
def test_a_heading_answers_for_a_disease_when_it_names_it_and_asks_the_same(heading: str, disease: str, question: str, wanted: bool) -> None:
    assert is_about(heading, disease, question) is wanted


@pytest.mark.parametrize(
    "question", ["What are the treatments for Hodgkin lymphoma?", "What is the outlook for multiple myeloma?", "Is hemophilia inherited?", "How do you treat sickle cell disease?"]
)
def test_the_library_does_not_answer_for_another_disease(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status in (Status.no_evidence, Status.out_of_scope)


def test_a_question_that_compares_with_leukemia_is_answered(assistant: Assistant) -> None:
    assert assistant.ask("Are leukemia and lymphoma the same thing?").status is Status.answered
