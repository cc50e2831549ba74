"""A bare follow-up asks again what was asked before, about the case that it names."""

from __future__ import annotations

import pytest

from leukchat.chat.question import about, condense
from leukchat.types import Turn


@pytest.mark.parametrize(
    ("before", "question", "alone"),
    [
        ("What is the survival rate for acute lymphoblastic leukemia in adults?", "And for kids?", "And for kids (survival rate acute lymphoblastic leukemia)?"),
        ("What are the symptoms of AML?", "what about CML?", "what about CML (symptoms)?"),
        ("can I drink coffee on imatinib", "and what about alcohol", "and what about alcohol (drink coffee imatinib)?"),
        ("I have AML. Can I keep my dog during chemo?", "and with cats?", "and with cats (keep dog chemo)?"),
        ("What is venetoclax?", "and the side effects?", "and the side effects (venetoclax)?"),
        ("What is a bone marrow biopsy?", "how long does it take?", "how long does it take (bone marrow biopsy)?"),
        ("I had flow cytometry and FISH. What do they show?", "what about the second one", "what about the second one (flow cytometry)?"),
        ("What is AML?", "Can children with CML be cured by pills alone?", "Can children with CML be cured by pills alone?"),
    ],
)
def test_a_follow_up_stands_alone(before: str, question: str, alone: str) -> None:
    turns = (Turn(role="user", content=before), Turn(role="assistant", content="An answer."))
    assert condense(question, turns) == alone


def test_mine_gives_way_to_what_it_stands_for() -> None:
    assert about("why is mine 900?", ("LDH",)) == "why is my LDH 900?"
