"""Which questions stand in a message, as the person put them and as they are searched for."""

from __future__ import annotations

import pytest

from leukchat.chat.parts import split_parts

WHOLE = {
    "no question at all": "My son has ALL and he has mouth sores and can't eat",
    "a clause before it": "When counts are low, can I eat salad?",
    "a tale before it": "She is 5, and has ALL, and is having vincristine. why are her feet tingling?",
    "two verbs, one question": "Is it ok to swim or to have a dog?",
    "an indirect question": "My dad has AML and I want to know what his chances are",
    "a word that joins nouns": "What is the difference between CLL and SLL?",
}
SEVERAL = {
    "joined by and": ("what is cll and how is it treated", ("what is cll", "how is it treated")),
    "sentence by sentence": ("What is AML? How is it treated? Will I lose my hair?", ("What is AML?", "How is it treated?", "Will I lose my hair?")),
    "told between": ("I have CML. I feel tired all the time. Is that normal? Should I see a doctor?", ("Is that normal?", "Should I see a doctor?")),
    "told within": (
        "My mum has CLL and is on ibrutinib. She bruises a lot, is that dangerous and can she eat plums?",
        ("She bruises a lot, is that dangerous", "can she eat plums?"),
    ),
    "a semicolon": ("what is the survival of CLL; is it curable", ("what is the survival of CLL", "is it curable")),
    "joined by or": ("Does CLL run in families or is it caused by something I did?", ("Does CLL run in families", "is it caused by something I did?")),
}


@pytest.mark.parametrize("message", WHOLE.values(), ids=WHOLE)
def test_a_message_with_one_question_stays_whole(message: str) -> None:
    (only,) = split_parts(message)
    assert (only.text, only.search) == (message, message)


@pytest.mark.parametrize(("message", "asked"), SEVERAL.values(), ids=SEVERAL)
def test_each_question_is_found_as_the_person_put_it(message: str, asked: tuple[str, ...]) -> None:
    assert tuple(one.text for one in split_parts(message)) == asked


def test_a_question_is_searched_with_what_it_leans_on() -> None:
    tired, doctor = split_parts("I have CML. I feel tired all the time. Is that normal? Should I see a doctor?")
    assert tired.search == "I feel tired all the time. Is that normal (CML)?"
    assert "tired" in doctor.search
    assert split_parts("What is AML? How is it treated?")[1].search == "How is it treated (AML)?"


def test_no_more_than_three_questions_are_answered() -> None:
    assert len(split_parts("What is AML? What is ALL? What is CML? What is CLL?")) == 3


def test_a_question_that_says_it_takes_over_what_the_one_before_was_about() -> None:
    _, duration = split_parts("should i freeze my eggs before chemo and how long does it take")
    assert duration.search == "how long does it take (freeze eggs before chemo)?"
