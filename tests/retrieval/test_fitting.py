"""What a question says outright moves passages: its leukemia, its medicine, whom it asks for, and that it asks what a thing is."""

from __future__ import annotations

import pytest

from leukchat.retrieval.fitting import DEFINES, ELSE, OTHER, Fit
from leukchat.types import Passage


def passage(section: str, text: str = "Some words.", subtypes: tuple[str, ...] = ("any",)) -> Passage:
    return Passage(id=section, doc_id="a", title="A", section=section, text=text, subtypes=subtypes)


@pytest.mark.parametrize(
    ("question", "section", "text", "subtypes", "factor"),
    [
        ("is CLL curable", "What is the outlook for people with CML?", "Good for most.", ("CML",), OTHER),
        ("is CLL curable", "What is the outlook for people with CLL?", "Good for most.", ("CLL",), 1.0),
        ("itchy rash after ibrutinib", "What helps with a rash from a TKI?", "A rash from imatinib or bosutinib often fades.", ("any",), OTHER),
        ("itchy rash after ibrutinib", "What are side effects of BTK pills?", "Ibrutinib can cause a rash.", ("any",), 1.0),
        ("shingles shot on ibrutinib", "Can I have vaccines while on venetoclax or a BTK pill?", "Shots work less well on venetoclax.", ("any",), 1.0),
        ("nursing on dasatinib", "Can I breastfeed during leukemia treatment?", "TKIs such as imatinib pass into milk.", ("any",), 1.0),
        ("can i eat sushi", "Which foods are unsafe for a child with low white cells?", "Raw fish.", ("any",), ELSE),
        ("can my daughter eat sushi", "Which foods are unsafe for a child with low white cells?", "Raw fish.", ("any",), 1.0),
        ("can she eat sushi", "Which foods are unsafe for a child with low white cells?", "Raw fish.", ("any",), 1.0),
        ("4 yr old and sushi", "Which foods are unsafe for a child with low white cells?", "Raw fish.", ("any",), 1.0),
        ("sushi 5 years after treatment", "Which foods are unsafe for a child with low white cells?", "Raw fish.", ("any",), ELSE),
        ("signs of AML in my son", "What are the symptoms of AML in adults?", "Fever.", ("AML",), ELSE),
        ("can I have children on a TKI", "Can I have a baby or father a child with CML?", "Plan it.", ("CML",), 1.0),
        ("What is a lumbar puncture?", "What is a lumbar puncture and why is it done in leukemia?", "A small sample.", ("any",), DEFINES),
        ("what is a lumbar puncture", "What happens during a lumbar puncture, step by step?", "A needle.", ("any",), 1.0),
        ("what is the risk of a lumbar puncture", "What is a lumbar puncture and why is it done in leukemia?", "A sample.", ("any",), 1.0),
    ],
)
def test_a_passage_is_weighed_by_what_the_question_says(question: str, section: str, text: str, subtypes: tuple[str, ...], factor: float) -> None:
    assert Fit(question).factor(passage(section, text, subtypes)) == factor
