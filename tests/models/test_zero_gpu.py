"""A Space that lends its GPU: the package's own rules, held by a stand-in for it, because the real one works only there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leukchat.assistant import Assistant
from leukchat.models.factory import make_answerer
from leukchat.models.llama import LlamaAnswerer
from leukchat.models.machine import choose, look
from leukchat.models.single import Single
from leukchat.settings import ModelSettings, Settings
from leukchat.ui.app import launch
from tests.models.conftest import QUESTION, with_model

# What the real decorator does where no GPU is asked for: it notes the function, and raises gradio's error without quota.
SPACES = """
import gradio as gr
decorated, closed, quota = [], [], True
def GPU(duration):
    def wrap(function):
        decorated.append(duration)
        def inner(*args):
            if not quota:
                raise gr.Error("You have exceeded your GPU quota (60s requested vs. 12s left).")
            try:
                yield from function(*args)
            except GeneratorExit:
                closed.append(True)
                raise
            except Exception as error:
                raise gr.Error(type(error).__name__)
        return inner
    return wrap
"""


@pytest.fixture
def spaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The package as an importable one, and the variable that a ZeroGPU Space sets."""
    (tmp_path / "spaces.py").write_text(SPACES)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("SPACES_ZERO_GPU", "true")
    import spaces as package

    yield package
    sys.modules.pop("spaces")


def on_the_space(settings: Settings, tiny_llama: Path) -> Settings:
    return with_model(settings, name="llama", small=str(tiny_llama), device="cpu", seconds=90, max_new_tokens=96)


def test_the_function_is_there_before_the_model_is_loaded(spaces: object, settings: Settings, tiny_llama: Path, assistant: Assistant) -> None:
    made = make_answerer(on_the_space(settings, tiny_llama), assistant.retriever.index)
    assert spaces.decorated == [60]  # seconds; more would be served later
    assert isinstance(made, LlamaAnswerer)
    assert made.about == ""


def test_answers_come_through_the_lent_gpu(spaces: object, settings: Settings, tiny_llama: Path, library_sentences: list[str]) -> None:
    made = Assistant(on_the_space(settings, tiny_llama))
    answer = made.ask(QUESTION)
    assert (answer.model, answer.notice) == ("llama", "")
    assert library_sentences[0] in answer.answer
    assert isinstance(made.answerer, LlamaAnswerer)
    assert isinstance(made.answerer._parts()[1], Single)


def test_stopping_gives_the_gpu_back(spaces: object, settings: Settings, tiny_llama: Path, assistant: Assistant) -> None:
    made = make_answerer(on_the_space(settings, tiny_llama), assistant.retriever.index)
    assert isinstance(made, LlamaAnswerer)
    loaded, single = made._parts()
    tokens = single.stream(loaded.tokenizer("Leukemia is")["input_ids"], 60)
    next(tokens)
    assert not spaces.closed
    tokens.close()
    assert spaces.closed == [True]


def test_the_page_opens_with_the_function_in_place(spaces: object, settings: Settings, tiny_llama: Path) -> None:
    page = launch(Assistant(on_the_space(settings, tiny_llama)), "127.0.0.1", block=False)
    try:
        assert spaces.decorated == [60]
    finally:
        page.close()


def test_without_quota_the_library_answers_and_says_why(spaces: object, settings: Settings, tiny_llama: Path, assistant: Assistant) -> None:
    made = Assistant(on_the_space(settings, tiny_llama))
    spaces.quota = False
    answer = made.ask(QUESTION)
    assert answer.answer == assistant.ask(QUESTION).answer
    assert "exceeded your GPU quota" in answer.notice


def test_the_lent_gpu_counts_though_none_is_there(spaces: object) -> None:
    choice = choose(ModelSettings(), look())
    assert (choice.device, choice.quantization) == ("cuda", "nf4")
    assert "ZeroGPU lends" in choice.reason
