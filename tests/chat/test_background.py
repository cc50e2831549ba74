"""A question with a person's background: it steers the search, adds checked points, and keeps left-out foods out."""

from __future__ import annotations

from typing import Any

import pytest

from leukchat.assistant import Assistant
from leukchat.chat.background import Background
from leukchat.labs import LabInput
from leukchat.types import Answer, Citation, SourceRef, Status

GOOD: dict[str, Any] = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165, "leukemia": "CML"}
REPORTS = (
    "Collected: 2026-01-03\nHemoglobin 9.1 g/dL\nPotassium 4.1 mmol/L\nPlatelets 40 10^9/L\n",
    "Collected: 2026-02-10\nHemoglobin 8.8 g/dL\nPotassium 5.8 mmol/L\nMCV 90 fL\n",
)


def asked(assistant: Assistant, question: str, **change: Any) -> Answer:
    return assistant.ask(question, context=assistant.food_context({**GOOD, **change}, question))


def test_computed_points_come_before_the_answer(assistant: Assistant) -> None:
    answer = asked(assistant, "Can I drink grapefruit juice?", medicines=["imatinib"])
    assert answer.status is Status.answered
    assert answer.answer.startswith("**For what you told us:**\n\n- **imatinib with grapefruit")
    assert "European Medicines Agency" in answer.answer.split("\n\n")[1]
    assert answer.citations


def test_a_background_steers_the_search(assistant: Assistant) -> None:
    question = "Where does the protein in my meals come from?"
    context = assistant.food_context({**GOOD, "diet": "vegan"}, question)
    plain, steered = (context_.search(assistant.retriever, question, 3) for context_ in (Background(), context))
    assert len(steered.hits) > len(plain.hits)
    assert any("vegan" in hit.passage.doc_id for hit in steered.hits)
    assert [hit.rank for hit in steered.hits] == list(range(1, len(steered.hits) + 1))
    assert len(set(steered.rows)) == len(steered.rows) == len(steered.hits)


def test_an_empty_background_changes_nothing(assistant: Assistant) -> None:
    plain, same = assistant.ask("What can I eat when I feel sick?"), assistant.ask("What can I eat when I feel sick?", context=Background())
    assert plain.answer == same.answer


@pytest.mark.parametrize(("allergies", "words"), [(["milk"], ["milk", "yogurt", "cheese", "custard"]), (["eggs"], ["egg", "eggs"])], ids=str)
def test_an_allergen_appears_neither_in_the_answer_nor_in_its_citations(assistant: Assistant, allergies: list[str], words: list[str]) -> None:
    answer = asked(assistant, "What can I eat when my mouth is sore?", allergies=allergies, symptoms=["mouth sores"])
    assert answer.status is Status.answered
    shown = " ".join([answer.answer, *answer.follow_ups, *(f"{citation.section} {citation.quote} {citation.text}" for citation in answer.citations)]).lower()
    for word in words:
        assert f" {word}" not in shown, word


def test_where_the_library_has_nothing_more_the_points_stand(assistant: Assistant) -> None:
    answer = asked(assistant, "Are bananas ok?", labs={"potassium": "5.9"})
    assert "Your potassium is high" in answer.answer
    assert "nothing more on this question" in answer.answer


def test_a_dose_stays_blocked_and_an_emergency_first_whatever_is_known(assistant: Assistant) -> None:
    assert asked(assistant, "How many iron tablets should I take?", diet="vegan").status is Status.blocked
    urgent = asked(assistant, "I have a fever of 39, what should I eat?", medicines=["imatinib"])
    assert urgent.status is Status.emergency
    assert urgent.answer.startswith("**Call")


def test_a_point_that_the_guard_refuses_is_not_shown(assistant: Assistant) -> None:
    context = Background(subject="CML", points=("Take 400 mg of imatinib twice a day.", "Grapefruit and imatinib do not go together."))
    answer = assistant.ask("What is CML?", context=context)
    assert "400 mg" not in answer.answer
    assert "Grapefruit and imatinib" in answer.answer


def test_another_subject_stays_out_of_scope(assistant: Assistant) -> None:
    assert asked(assistant, "Who won the world cup?").status is Status.out_of_scope


def test_lines_with_something_left_out_are_dropped_and_the_others_kept() -> None:
    background = Background(allows=lambda text: "milk" not in text)
    assert background.kept("- rice\n- milk\n- soup\n\n") == "- rice\n- soup\n\n"
    assert background.kept("Drink milk. ") == ""
    assert background.kept("Drink water. ") == "Drink water. "
    source = SourceRef(name="A source", url="https://example.org")
    answer = Answer(question="?", status=Status.answered, answer="Rest.", follow_ups=("Is milk safe?", "Is tea safe?"), citations=(Citation(n=1, passage_id="a/1", title="t", section="s", quote="milk", text="milk", source=source),))  # fmt: skip
    tidied = background.tidied(answer)
    assert tidied.follow_ups == ("Is tea safe?",)
    assert (tidied.citations[0].section, tidied.citations[0].quote, tidied.citations[0].text) == ("s", "", "")


def test_the_latest_value_of_each_lab_goes_into_the_profile(assistant: Assistant) -> None:
    reading = assistant.explain_labs([LabInput(name=f"{number}.txt", content=text.encode()) for number, text in enumerate(REPORTS)], sex="female", age_years=40)
    labs = assistant.labs_for_profile(reading)
    assert labs["hemoglobin"] == "88 g/L"
    assert labs["potassium"] == "5.8 mmol/L"
    assert labs["platelets"] == "40 10^9/L"
    assert "mcv" not in labs
    plan = assistant.plan_nutrition({**GOOD, "labs": labs})
    assert any("Your potassium is high" in text for text in plan.warnings)


def test_a_plan_answers_its_question_only_when_asked_to(assistant: Assistant) -> None:
    profile = {**GOOD, "medicines": ["imatinib"], "question": "Can I drink grapefruit juice?"}
    assert assistant.plan_nutrition(profile).answer == ""
    plan = assistant.plan_nutrition(profile, answer=True)
    assert (plan.answer_status, bool(plan.answer_citations)) == ("answered", True)


def test_a_question_that_cannot_be_read_leaves_the_plan_standing(assistant: Assistant) -> None:
    plan = assistant.plan_nutrition({**GOOD, "question": "Что мне можно есть во время химиотерапии?"}, answer=True)
    assert plan.meal_plan
    assert plan.answer_status == "not_read"
    assert "English" in plan.answer
