"""How weights are held: torchao behind the same setting as bitsandbytes, with the remedy where it is missing."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from leukchat.errors import ModelError
from leukchat.models import quantizing
from leukchat.models.batching import Batcher
from leukchat.models.doctor import diagnose
from leukchat.models.loading import load
from leukchat.models.machine import Choice, Machine, choose
from leukchat.models.quantizing import GROUP, quantization_config
from leukchat.settings import ModelSettings, Settings
from tests.models.conftest import with_model
from tests.models.test_llama import said

needs_torchao = pytest.mark.skipif(importlib.util.find_spec("torchao") is None, reason=f"torchao is not installed: pip install {quantizing.TORCHAO}")


@pytest.fixture
def without_torchao(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which torchao is not installed."""
    find = importlib.util.find_spec
    monkeypatch.setattr(quantizing.importlib.util, "find_spec", lambda name, package=None: None if name.split(".")[0] == "torchao" else find(name, package))


def test_without_torchao_the_command_is_named(without_torchao: None, settings: Settings) -> None:
    wanted = ModelSettings(name="llama", small="some/small-instruct", quantization="torchao-int4")
    with pytest.raises(ModelError, match=r"pip install torchao==") as caught:
        choose(wanted, Machine())
    assert "\n" not in str(caught.value)
    diagnosis = diagnose(with_model(settings, **wanted.model_dump()), Machine())
    assert (diagnosis.model_used, diagnosis.reason) == ("embedded", str(caught.value))


def test_a_kind_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="torchao-int4"):
        ModelSettings(quantization="int3")  # type: ignore[arg-type]


@needs_torchao
@pytest.mark.parametrize(("settings_kind", "kind"), [("torchao-int4", "torchao-int4"), ("torchao-int8", "torchao-int8"), ("nf4", "none"), ("int8", "none")])
def test_on_a_cpu_only_torchao_quantizes_a_small_model(settings_kind: str, kind: str) -> None:
    assert choose(ModelSettings(small="some/small-instruct", quantization=settings_kind), Machine()).quantization == kind


@needs_torchao
def test_on_a_gpu_four_bits_take_the_packed_kernel() -> None:
    config = quantization_config("torchao-int4", "cuda").quant_type
    assert (config.group_size, config.int4_packing_format) == (GROUP, "tile_packed_to_4d")


@needs_torchao
@pytest.mark.parametrize(("kind", "tensor"), [("torchao-int4", "Int4OpaqueTensor"), ("torchao-int8", "Int8Tensor")])
def test_a_small_model_says_the_same_in_fewer_bits(tiny_llama: Path, tmp_path: Path, library_sentences: list[str], kind: str, tensor: str) -> None:
    settings = ModelSettings(max_new_tokens=96, at_once=2)
    made = load(Choice("cpu", str(tiny_llama), "", "", kind, ""), settings, tmp_path)
    assert type(made.model.model.layers[0].mlp.up_proj.weight).__name__ == tensor
    assert "torchao" in made.about
    batcher = Batcher(made, settings)
    try:
        assert said(batcher, made).startswith(library_sentences[0])
    finally:
        batcher.close()


@needs_torchao
def test_an_adapter_is_merged_before_torchao_quantizes(tiny_llama: Path, adapter: Path, tmp_path: Path, library_sentences: list[str]) -> None:
    settings = ModelSettings(max_new_tokens=96, at_once=2)
    made = load(Choice("cpu", str(tiny_llama), "", str(adapter), "torchao-int8", ""), settings, tmp_path)
    assert "merged" in made.about
    assert len(list(tmp_path.glob("merged-*"))) == 1
    batcher = Batcher(made, settings)
    try:
        assert said(batcher, made).startswith(library_sentences[1])
    finally:
        batcher.close()
