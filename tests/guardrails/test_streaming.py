"""The guard through the whole chain with a scripted model: units, lists, tables, last words, 64 streams at once, grounding."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from leukchat.assistant import Assistant
from leukchat.models.answerer import AnswerRequest
from leukchat.models.factory import register_answerer
from leukchat.reading.sentences import sentence_spans
from leukchat.settings import ModelSettings, Settings

QUESTION = "How does imatinib work in CML?"


def shown(assistant: Assistant, question: str = QUESTION) -> tuple[str, tuple[str, ...]]:
    """All text that left, and the rules that acted on the answer."""
    events = list(assistant.stream(question))
    answer = events[-1].answer
    assert answer is not None
    text = "".join(event.text for event in events if event.kind == "text")
    assert text.strip() == answer.answer
    return text, tuple(rail.rule for rail in answer.rails)


@pytest.mark.parametrize(
    ("script", "leak"),
    [
        ("Imatinib treats CML. [1] Take 400 mg of imatinib daily. [1] ", "400"),
        ("Imatinib treats CML. [1] Take 400 mg of imatinib daily", "400"),
        ("| Drug | Amount |\n|---|---|\n| Imatinib | 400 mg daily |\n| Dasatinib | 100 mg daily |\n\nAsk your team. ", "00 mg"),
        ("Imatinib:\n\n- 400 mg in the morning\n- 200 mg at night\n\nAsk your team. ", "00 mg"),
        ("Here is the usual dose of imatinib:\n- 400 mg\n- once a day\n\nAsk your team. ", "400"),
        ("1. Imatinib\n2. 400 mg\n3. every day", "400"),
    ],
    ids=["sentence", "last words without a full stop", "table", "heading names the drug", "lead-in names the drug", "list at the end"],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_dose_never_leaves_whatever_the_pieces(scripted, script: str, leak: str, size: int) -> None:
    assistant, model = scripted
    model.pieces = tuple(script[i : i + size] for i in range(0, len(script), size))
    text, rules = shown(assistant)
    assert leak not in text
    assert any(rule.startswith("dosing.") for rule in rules)


def test_safe_text_around_a_withheld_unit_stays_and_nothing_is_doubled(scripted) -> None:
    assistant, model = scripted
    model.pieces = tuple("CML is a slow cancer. [1] Take 400 mg of imatinib daily. [1] CML is a slow cancer. [1]")
    text, _ = shown(assistant, "What is CML?")
    assert "400" not in text
    assert text.count("team or pharmacist") <= 1


def quoted(assistant: Assistant, question: str) -> str:
    """A sentence of the passage that the answer would rest on first."""
    hit = assistant.retriever.search(question, None).hits[0]
    return hit.passage.text.split(". ")[0].strip() + "."


def test_a_generating_models_sentences_are_held_against_their_sources(scripted) -> None:
    assistant, model = scripted
    true = quoted(assistant, "What is CML?")
    model.pieces = (
        f"{true} [1] ",
        "CML is caught from pet birds and clears up after a holiday by the sea. [1] ",
        "Exactly 98.76 of 100 people are cured. [1] ",
        "Nilotinib was discovered in Norway. [1] ",
        f"{true} [44]",
    )
    text, rules = shown(assistant, "What is CML?")
    assert true in text
    assert "birds" not in text
    assert "98.76" not in text
    assert "Norway" not in text
    assert "[44]" not in text
    assert "grounding.support" in rules
    assert "grounding.number" in rules
    assert "grounding.citation" in rules


class Echo:
    """A model that quotes its passages and marks what it says with the question's own number."""

    name = "echo"

    def stream(self, request: AnswerRequest) -> Iterator[str]:
        mark = request.question.rpartition("#")[2].strip("?) ")
        start, end = sentence_spans(request.passages[0].text)[0]
        yield f"{request.passages[0].text[start:end].strip()} [1] "
        for _ in range(3):
            yield f"Tell your team that this is stream number{mark}"
            yield "x. "

    def warm(self) -> None:
        """Nothing to load."""


def test_64_streams_at_once_through_the_whole_chain_never_mix(settings: Settings) -> None:
    register_answerer("echo", lambda _settings, _index: Echo())
    assistant = Assistant(settings.model_copy(update={"model": ModelSettings(name="echo")}))
    assistant.ask("What is CML? #0")
    texts: dict[int, str] = {}
    start = threading.Barrier(64)

    def run(number: int) -> None:
        start.wait()
        events = list(assistant.stream(f"What is chronic myeloid leukemia? #{number}"))
        texts[number] = "".join(event.text for event in events if event.kind == "text")

    threads = [threading.Thread(target=run, args=(number,)) for number in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 64
    for number, text in texts.items():
        assert text.count(f"stream number{number}x.") == 3, (number, text)
        assert text.count("stream number") == 3
