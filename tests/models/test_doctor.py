"""What `leukchat doctor` and the page say of the language model: which one, on what, why, and what is in its way."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from leukchat.assistant import Assistant
from leukchat.models import llama as llama_module
from leukchat.models.doctor import diagnose
from leukchat.models.llama import LlamaAnswerer
from leukchat.models.machine import Machine
from leukchat.settings import Settings
from leukchat.ui.page import status_html
from tests.models.conftest import QUESTION, with_model
from tests.models.tiny import adapter_settings

GPU = Machine(gpu="NVIDIA L4", gpu_gb=24.0, cores=8, memory_gb=32)


@pytest.mark.parametrize(
    ("machine", "model", "used", "because"),
    [
        (GPU, {}, "meta-llama/Llama-3.1-8B-Instruct, 4 bits (NF4), on cuda", "NVIDIA L4 with 24 GB carries it"),
        (GPU, {"quantization": "none"}, "meta-llama/Llama-3.1-8B-Instruct, 16 bits, on cuda", "carries it in none"),
        (Machine(), {}, "embedded", "No NVIDIA GPU was found"),
        (Machine(gpu="NVIDIA GTX", gpu_gb=4.0), {}, "embedded", "needs about 8 GB of GPU memory in nf4; NVIDIA GTX has 4.0 GB"),
        (Machine(), {"small": "some/small-instruct"}, "some/small-instruct, 16 bits, on cpu", "the small model you named"),
    ],
    ids=["gpu", "gpu-16-bit", "no-gpu", "too-little-memory", "small"],
)
def test_the_model_used_is_named_with_the_reason(settings: Settings, machine: Machine, model: dict[str, str], used: str, because: str) -> None:
    found = diagnose(with_model(settings, name="llama", **model), machine)
    assert found.model_used == used
    assert because in found.reason
    assert found.model_used in found.lines()
    assert "\n" not in found.reason


@pytest.mark.parametrize(("token", "says"), [("", "there is no token here: accept its licence"), ("hf_x", "fetched from the hub when it is first used")], ids=["no token", "token"])
def test_a_gated_model_that_is_not_here_says_what_it_needs(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, token: str, says: str) -> None:
    monkeypatch.setenv("HF_TOKEN", token)
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "none"))
    reason = diagnose(with_model(settings, name="llama"), GPU).reason
    assert says in reason
    assert ("gated" in reason) == (not token)


@pytest.mark.parametrize(
    ("change", "words"),
    [({"base_model_name_or_path": "mistralai/Mistral-7B-v0.1"}, "was trained on 'mistralai/Mistral-7B-v0.1'"), ({"r": 0}, "rank 0")],
    ids=["base", "rank"],
)
def test_a_wrong_adapter_is_seen_before_anything_is_loaded(
    settings: Settings, tiny_llama: Path, adapter: Path, tmp_path: Path, assistant: Assistant, change: dict[str, object], words: str
) -> None:
    folder = shutil.copytree(adapter, tmp_path / "changed")
    adapter_settings(folder, **change)
    wrong = with_model(settings, name="llama", small=str(tiny_llama), device="cpu", adapter=str(folder))
    found = diagnose(wrong, Machine())
    assert found.model_used == "embedded"
    assert words in found.reason
    made = Assistant(wrong)
    made.warm()
    assert words in status_html(made).replace("&#x27;", "'")
    assert made.ask(QUESTION).answer == assistant.ask(QUESTION).answer


def test_the_page_names_the_model_its_adapter_and_where_it_runs(settings: Settings, tiny_llama: Path, adapter: Path) -> None:
    made = Assistant(with_model(settings, name="llama", small=str(tiny_llama), device="cpu", adapter=str(adapter), max_new_tokens=96))
    made.warm()
    try:
        assert f"Answers are phrased by {tiny_llama} with the adapter adapter in 16 bits on cpu" in status_html(made)
    finally:
        assert isinstance(made.answerer, LlamaAnswerer)
        made.answerer.close()


def test_who_asks_while_the_model_is_loaded_gets_the_librarys_answer(settings: Settings, tiny_llama: Path, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    may_load, load = threading.Event(), llama_module.load

    def late(*arguments: object) -> object:
        may_load.wait(60)
        return load(*arguments)

    monkeypatch.setattr(llama_module, "load", late)
    monkeypatch.setattr(llama_module, "PATIENCE", 0.2)
    made = Assistant(with_model(settings, name="llama", small=str(tiny_llama), device="cpu", max_new_tokens=96))
    answerer = made.answerer
    assert isinstance(answerer, LlamaAnswerer)
    loading = threading.Thread(target=answerer.warm)
    loading.start()
    meanwhile = made.ask(QUESTION)
    may_load.set()
    loading.join()
    assert meanwhile.answer == assistant.ask(QUESTION).answer
    assert "still being loaded" in meanwhile.notice
    assert made.ask(QUESTION).model == "llama"
    answerer.close()
