"""What further passages may add to the best one: the same subject, and sentences that stand alone."""

from __future__ import annotations

import pytest

from leukchat.assistant import Assistant
from leukchat.models.selection import Chosen, _without_orphans
from leukchat.retrieval.subtypes import named_subtypes
from leukchat.safety.drugs import find_drugs
from leukchat.safety.normalise import normalise
from leukchat.types import Level, Passage


def _medicines(text: str) -> set[str]:
    return {mention.drug.id for mention in find_drugs(normalise(text).text)}


def _further(assistant: Assistant, question: str) -> list[tuple[Passage, str]]:
    """Sentences after the first paragraph, with the passage of each."""
    answer = assistant.ask(question)
    assert answer.status == "answered"
    lead = answer.citations[0].n
    passages = {one.n: one.passage_id for one in answer.citations}
    index = assistant.retriever.index
    by_id = {index.passage(row).id: index.passage(row) for row in range(len(index))}
    further = [number for number in passages if number != lead]
    return [(by_id[passages[number]], text) for text in answer.answer.split("\n\n") for number in further if f"[{number}]" in text and not text.startswith(("- ", "*"))]


MEDICINES = (
    "what are the side effects of blinatumomab",
    "what does gilteritinib do",
    "is nelarabine hard on the nerves",
    "how does midostaurin work",
    "can dasatinib cause fluid round the lungs",
)
GENERAL = ("is CAR-T a transplant", "what happens during a stem cell transplant", "why am I so tired", "What does a low platelet count mean?")


def test_further_sentences_name_the_medicine_that_was_asked_about(assistant: Assistant) -> None:
    seen = [(_medicines(question), paragraph) for question in MEDICINES for _, paragraph in _further(assistant, question)]
    assert seen
    assert [paragraph for asked, paragraph in seen if not asked & _medicines(paragraph)] == []


def test_a_general_question_gets_no_paragraph_on_one_kind_of_leukemia_only(assistant: Assistant) -> None:
    seen = []
    for question in GENERAL:
        assert not named_subtypes(question)
        lead = assistant.retriever.search(question).hits[0].passage
        known = named_subtypes(f"{lead.title} {lead.section} {lead.text}")
        seen += [(known, passage, paragraph) for passage, paragraph in _further(assistant, question)]
    assert seen
    assert [paragraph for known, passage, paragraph in seen if "any" not in passage.subtypes and not known & set(passage.subtypes)] == []


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        pytest.param({0: "A trial ran in 2025.", 1: "In the 2025 study, fewer relapsed."}, [0, 1], id="study with its sentence"),
        pytest.param({0: "ALL is treated.", 2: "In the 2025 study, fewer relapsed."}, [0], id="study without it"),
        pytest.param({0: "There are three FLT3 pills:", 3: "Tell your team."}, [3], id="list announced, not chosen"),
        pytest.param({0: "There are three FLT3 pills:", 1: "- Midostaurin is one."}, [0, 1], id="list announced and chosen"),
        pytest.param({0: "Ferritin is high.", 2: "They also help."}, [0], id="they without whom"),
    ],
)
def test_a_sentence_that_leans_on_another_is_not_shown_without_it(texts: dict[int, str], kept: list[int], assistant: Assistant) -> None:
    vector = assistant.embedder.encode(["x"])[0]
    chosen = [Chosen(0, place, text, 1.0, vector) for place, text in texts.items()]
    assert [one.position for one in _without_orphans(chosen)] == kept


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What is a lumbar puncture?", "A lumbar puncture (spinal tap) takes a small sample"),
        ("did living near power lines cause my leukemia", "Power lines have not been shown"),
        ("partial response in CLL", "In CLL, partial remission"),
        ("how is leukemia treated", "Leukemia is treated"),
    ],
)
def test_the_first_sentence_speaks_of_what_was_asked(assistant: Assistant, question: str, begins: str) -> None:
    first = assistant.ask(question).answer
    assert begins in first.split(". ")[0]


def test_a_second_part_gets_what_is_left_of_the_same_section(assistant: Assistant) -> None:
    answer = assistant.ask("What is LDH and why is mine 900?").answer
    assert "High LDH can come from" in answer
    assert "neutrophil" not in answer


def test_a_passage_keeps_its_good_news_beside_its_bad_news(assistant: Assistant) -> None:
    answer = assistant.ask("What does a TP53 change mean in AML?", level=Level.detailed).answer
    assert "comes back more often" in answer
    assert "can still go into remission" in answer


def test_an_answer_that_begins_later_is_not_cut_to_a_sentence(assistant: Assistant) -> None:
    answer = assistant.ask("low potassium on chemo", level=Level.plain).answer
    assert answer.count("[1]") >= 3
