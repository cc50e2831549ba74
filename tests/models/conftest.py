"""A small real Llama, its adapter and the assistants that use them: made once, in the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leukchat.assistant import Assistant
from leukchat.models.llama import LlamaAnswerer
from leukchat.settings import ModelSettings, Settings
from tests.models.tiny import make_tiny_llama, train_adapter

QUESTION = "What is leukemia?"


def with_model(settings: Settings, **model: object) -> Settings:
    """The settings people get, with another model."""
    return settings.model_copy(update={"model": ModelSettings(**model)})


@pytest.fixture(scope="session")
def passages(assistant: Assistant) -> list[str]:
    """Texts of the library, to train a tokenizer on."""
    index = assistant.retriever.index
    return [index.passage(row).text for row in range(len(index))]


@pytest.fixture(scope="session")
def library_sentences(assistant: Assistant) -> list[str]:
    """The first sentence of the passage that answers QUESTION, and the same cut short."""
    sentence = assistant.search(QUESTION).hits[0].passage.text.split(". ")[0]
    return [f"{sentence}.", f"{' '.join(sentence.split()[:8])}."]


@pytest.fixture(scope="session")
def tiny_llama(tmp_path_factory: pytest.TempPathFactory, passages: list[str], library_sentences: list[str]) -> Path:
    """A model that answers whatever it is asked with a sentence of the library, cited."""
    return make_tiny_llama(tmp_path_factory.mktemp("tiny") / "llama", passages, f"{library_sentences[0]} [1]")


@pytest.fixture(scope="session")
def adapter(tmp_path_factory: pytest.TempPathFactory, tiny_llama: Path, library_sentences: list[str]) -> Path:
    """A LoRA adapter, trained over the 4-bit model, that makes it say the shorter sentence instead."""
    return train_adapter(tiny_llama, tmp_path_factory.mktemp("tiny") / "adapter", f"{library_sentences[1]} [1]")


@pytest.fixture
def llama(settings: Settings, tiny_llama: Path, tmp_path: Path) -> Iterator[LlamaAnswerer]:
    """An answerer over the small model, for three at once."""
    made = LlamaAnswerer(ModelSettings(name="llama", small=str(tiny_llama), max_new_tokens=96, at_once=3), tmp_path)
    yield made
    made.close()


@pytest.fixture
def tiny_assistant(settings: Settings, tiny_llama: Path) -> Iterator[Assistant]:
    """The assistant people get when they name a small model on a machine without a GPU."""
    made = Assistant(with_model(settings, name="llama", small=str(tiny_llama), max_new_tokens=96, at_once=4))
    yield made
    answerer = made.answerer
    if isinstance(answerer, LlamaAnswerer):
        answerer.close()
