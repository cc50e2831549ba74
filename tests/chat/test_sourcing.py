"""What a language model writes is shown only where a passage says nearly the same: marks set, mended or the sentence left out."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np
import pytest

from leukchat.assistant import Assistant
from leukchat.chat.definitions import defines_another
from leukchat.chat.outside import clear_ahead
from leukchat.chat.sourcing import OnlyNew, Sources, new_term, restates, sentences_of, tidied
from leukchat.chat.writing import BESIDE_IT, HOPELESS, IN_ADDITION, IN_ITS_PLACE
from leukchat.models.answerer import AnswerRequest
from leukchat.retrieval.embedder import Vectors
from leukchat.types import Answer, Passage
from leukchat.ui.verdicts import rails_html

REMISSION = Passage(
    id="p1",
    doc_id="d",
    title="How treatment goes",
    section="What does remission mean?",
    text="Remission means that the signs of leukemia are fewer or can no longer be found. Complete remission is not the same as cure.",
)
RELAPSE = Passage(
    id="p2",
    doc_id="d",
    title="How treatment goes",
    section="What does relapse mean?",
    text="Relapse means that leukemia has come back after a remission. Doctors look at the marrow again.",
)
QUESTION = "What does remission mean?"


def finished(assistant: Assistant, *units: str) -> list[str]:
    """What is left of units that a model wrote, in order."""
    sources = Sources(QUESTION, (REMISSION, RELAPSE), assistant.guard.similar)
    shown = []
    for unit in units:
        shown.append(sources(unit))
        sources.alone = not shown[-1] and not sources.held
    return shown


@pytest.mark.parametrize(
    ("written", "one_way"),
    [
        ("Blood is red [1, 2].", "Blood is red [1][2]."),
        ("Blood is red (passage 3).", "Blood is red [3]."),
        ("Blood is red [Passage 2 and 3].", "Blood is red [2][3]."),
        ('<passage number="1">Blood is red.</passage>', "Blood is red."),
        ("A count of 20 (2021) [4].", "A count of 20 (2021) [4]."),
    ],
    ids=["list", "round", "words", "fence", "a year stays"],
)
def test_ways_to_cite_become_one(written: str, one_way: str) -> None:
    assert tidied(written) == one_way


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("Complete remission is not the same as cure. ", "Complete remission is not the same as cure. [1] "),
        ("Complete remission is not the same as cure. [2] ", "Complete remission is not the same as cure. [1] "),
        ("Relapse means that the leukemia came back after a remission. [2] ", "Relapse means that the leukemia came back after a remission. [2] "),
        ("Remission means that leukemia has come back after a remission. [2] ", ""),
        ("Remission means that leukemia has come back after a remission. [1] ", ""),
        ("Remission means that signs of leukemia can no longer be found. [1] ", "Remission means that signs of leukemia can no longer be found. [1] "),
        ("Remission means that the leukemia is gone for ever. [1] ", ""),
        ("Remission was first seen in birds. [1] ", ""),
        ("It is not the same as cure. [1] ", ""),
        ("Yes, complete remission is not the same as cure. [1] ", "Complete remission is not the same as cure. [1] "),
        ("What does remission mean?\n", ""),
        ("- Complete remission is not the same as cure\n- It is caught from birds\n\n", "- Complete remission is not the same as cure [1]\n\n"),
        ("- Yes: yes, yes, yes, yes\n\n", ""),
        ("These are caught:\n- It is caught from birds\n\n", ""),
        ("Please tell your team about a fever. ", "Please tell your team about a fever. "),
    ],
    ids=[
        "mark set",
        "mark mended",
        "kept",
        "term swapped",
        "term swapped beside its own",
        "own term",
        "never said",
        "invented",
        "leans on nothing",
        "yes of another heading",
        "heading",
        "list",
        "loop",
        "lead-in alone",
        "care",
    ],
)
def test_a_sentence_is_shown_with_what_carries_it_or_not_at_all(assistant: Assistant, unit: str, shown: str) -> None:
    assert finished(assistant, unit) == [shown]


def test_a_lead_in_waits_for_what_it_leads_to(assistant: Assistant) -> None:
    kept = finished(assistant, "In short: ", "Complete remission is not the same as cure. [1] ")
    assert kept == ["", "In short: Complete remission is not the same as cure. [1] "]


@pytest.mark.parametrize("lead", ["The answer to the question is: ", "The passage that answers the question is: [1] "], ids=["without a mark", "with one"])
def test_a_lead_in_about_the_answer_itself_is_left_out(assistant: Assistant, lead: str) -> None:
    kept = finished(assistant, lead, "Complete remission is not the same as cure. [1] ")
    assert kept == ["", "Complete remission is not the same as cure. [1] "]


@pytest.mark.parametrize(
    ("claim", "swapped"),
    [
        ("Relapse means that leukemia has come back.", False),
        ("Remission means that leukemia has come back after a remission.", True),
        ("Doctors look at the marrow again.", False),
        ("Leukemia that has come back after a remission is called relapse.", False),
    ],
    ids=["same", "swapped", "no definition", "turned round"],
)
def test_a_definition_is_of_its_own_term(claim: str, swapped: bool) -> None:
    assert defines_another(claim, ["Relapse means that leukemia has come back after a remission.", "Doctors look at the marrow again."]) is swapped


def test_a_kind_of_leukemia_is_not_another_one() -> None:
    said = ["Acute myeloid leukemia (AML) is a cancer in which the marrow fills with young white cells called myeloblasts."]
    assert defines_another("Acute promyelocytic leukemia (APL) is a cancer in which the marrow fills with young white cells called myeloblasts.", said)
    assert not defines_another("AML is a cancer in which the marrow fills with young cells called myeloblasts.", said)


def test_a_term_that_the_passage_does_not_have_is_not_carried() -> None:
    passage = REMISSION.model_copy(update={"text": "In APL, young white cells called promyelocytes fill the bone marrow."})
    assert new_term("In APL, young white cells called myeloblasts fill the bone marrow.", passage)
    assert not new_term("In APL, promyelocytes fill the bone marrow.", passage)


def test_the_librarys_own_answer_is_left_as_it_is(assistant: Assistant) -> None:
    answer = assistant.ask("What is leukemia?")
    assert "**You could ask your team:**" in answer.answer
    assert (answer.model, answer.notice) == ("embedded", "")


def test_shared_words_without_the_meaning_carry_nothing(assistant: Assistant) -> None:
    sentences = ["CML treatment often lasts for many years.", "Some people stop their tablets under close watch."]
    assert restates("Treatment of CML often goes on for many years.", sentences, assistant.guard.similar)
    assert not restates("CML can be cured, but it can take years.", sentences, assistant.guard.similar)


def test_what_was_said_is_not_said_again(assistant: Assistant) -> None:
    new = OnlyNew(("Complete remission is not a cure. [1]",), assistant.guard.similar)
    assert new("Complete remission is not the same as a cure. [1] ") == ""
    assert new("Doctors look at the marrow again. [2] ") == "Doctors look at the marrow again. [2] "


def ask(scripted, question: str, *pieces: str) -> Answer:
    assistant, model = scripted
    model.pieces = pieces
    return assistant.ask(question)


def test_an_answer_that_lost_more_than_it_kept_is_completed_by_the_library(scripted, assistant: Assistant) -> None:
    true = assistant.search("What is CML?").hits[0].passage.text.split(". ")[0] + "."
    answer = ask(scripted, "What is CML?", f"{true} [1] ", "It was found on the moon. [1] ", "Birds carry it home. [1] ")
    assert answer.model == "scripted"
    assert answer.notice.endswith(IN_ADDITION)
    assert answer.answer.count(true) == 1
    assert len(answer.answer) >= len(assistant.ask("What is CML?").answer) * 0.9
    assert "moon" not in answer.answer


def test_a_sentence_of_the_library_that_was_said_already_is_not_judged_again(scripted, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = scripted
    judged: list[str] = []
    check = made.guard.check
    monkeypatch.setattr(made.guard, "check", lambda stage, text, context: (judged.append(text), check(stage, text, context))[1])
    own = assistant.ask("What is CML?").answer.split(" [")[0]
    answer = ask(scripted, "What is CML?", f"{own} [1] ", "It was found on the moon. [1] ", "Birds carry it home. [1] ")
    assert answer.notice.endswith(IN_ADDITION)
    assert answer.answer.count(own) == 1
    assert sum(text.startswith(own) for text in judged) == 1


def test_the_meanings_of_passages_are_ready_before_anybody_asks(assistant: Assistant) -> None:
    class Noted:
        id = "noted"

        def __init__(self) -> None:
            self.texts: list[str] = []

        def encode(self, texts: Sequence[str]) -> Vectors:
            self.texts += texts
            return np.zeros((len(texts), 384), dtype=np.float32)

    index, noted = assistant.retriever.index, Noted()
    clear_ahead(index, noted, rest_s=0)
    assert set(noted.texts) >= {sentence for row in range(0, len(index), 40) for sentence in sentences_of(index.passage(row))}


def test_an_answer_beside_the_question_is_completed_by_the_library(scripted, assistant: Assistant) -> None:
    other = assistant.retriever.index.passage(assistant.search("What is CML?").rows[0]).ask
    answer = ask(scripted, "What is CML?", f"{other} ", "Please tell your team about a fever. ")
    assert answer.notice
    assert answer.citations


def test_a_model_that_states_nothing_true_is_not_waited_for(scripted) -> None:
    answer = ask(scripted, "What is CML?", *(f"Penguin number {n} brings it home from the sea. [1] " for n in range(HOPELESS)), "CML is a blood cancer. [1] ")
    assert answer.model == "embedded"
    assert answer.notice.endswith(IN_ITS_PLACE)
    assert sum(rail.rule.startswith("grounding") for rail in answer.rails) == HOPELESS


@pytest.mark.parametrize("question", ["How much imatinib should I take?", "My husband has a fever of 38.5 after chemo. What is a neutrophil count?"], ids=["refusal", "emergency"])
def test_beside_a_refusal_or_an_emergency_only_the_library_speaks(scripted, question: str) -> None:
    _, model = scripted
    answer = ask(scripted, question, "Leukemia is a cancer of the blood. [1] ")
    assert answer.model == "embedded"
    assert not model.requests


DOSE = "Take 400 mg of imatinib every morning. [1] "


def test_what_was_held_back_of_an_answer_that_nobody_sees_is_not_told(scripted, assistant: Assistant) -> None:
    made, model = scripted
    model.pieces = ("Good question! ", DOSE, "It was found on the moon. [1] ")
    events = list(made.stream("What is CML?"))
    answer = events[-1].answer
    assert (answer.model, answer.answer) == ("embedded", assistant.ask("What is CML?").answer)
    assert "".join(event.text for event in events if event.kind == "text").strip() == answer.answer
    held_back = [rail for rail in answer.rails if rail.rule.startswith(("dosing", "grounding"))]
    assert held_back
    assert all(rail.discarded for rail in held_back)
    assert "Withheld" not in rails_html(answer.rails)


def test_what_was_held_back_of_an_answer_that_is_shown_is_told(scripted, assistant: Assistant) -> None:
    true = assistant.search("What is CML?").hits[0].passage.text.split(". ")[0] + "."
    answer = ask(scripted, "What is CML?", DOSE, f"{true} [1] ")
    assert answer.model == "scripted"
    assert answer.answer.startswith("*")
    assert answer.answer.index("*") < answer.answer.index(true)
    assert "Withheld" in rails_html(answer.rails)


def test_the_library_tells_of_its_own_withheld_sentence_though_the_model_had_one_too(scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = scripted

    def unwise(request: AnswerRequest) -> Generator[str, None, None]:
        yield from (DOSE, f"{request.passages[0].text.split('. ')[0]}. [1] ")

    monkeypatch.setattr(made.embedded, "stream", unwise)
    answer = ask(scripted, "What is CML?", DOSE)
    assert answer.answer.startswith("*")
    assert [rail.discarded for rail in answer.rails if rail.rule.startswith("dosing")] == [True, False]


def test_a_true_answer_beside_the_question_is_not_called_held_back(scripted, assistant: Assistant) -> None:
    sentences = [f"{one.rstrip('.')}." for one in assistant.search("What is CML?").hits[0].passage.text.split(". ")]
    farthest = min(sentences, key=lambda one: assistant.guard.similar("What is CML?", [one])[0])
    assert ask(scripted, "What is CML?", f"{farthest} [1] ").notice == f"{BESIDE_IT} {IN_ADDITION}"
