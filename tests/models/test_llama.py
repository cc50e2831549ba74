"""The local Llama path with a small real model: load, attach, merge, generate, stream, stop, share, fail."""

from __future__ import annotations

import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import torch

from leukchat.assistant import Assistant
from leukchat.errors import ModelError
from leukchat.models.adapter import check_adapter
from leukchat.models.answerer import AnswerRequest, Notice
from leukchat.models.batching import Batcher
from leukchat.models.llama import LlamaAnswerer
from leukchat.models.loading import load
from leukchat.models.machine import Choice, Machine, choose
from leukchat.models.prompting import TEMPLATE_TOKENS, build_messages
from leukchat.models.single import Single
from leukchat.settings import ModelSettings
from leukchat.types import Level
from tests.models.conftest import QUESTION
from tests.models.tiny import adapter_settings


def request_for(assistant: Assistant, question: str = QUESTION) -> AnswerRequest:
    passages = tuple(hit.passage for hit in assistant.search(question).hits[:3])
    return AnswerRequest(question=question, parts=(), passages=passages, level=Level.standard)


def said(batcher: Batcher, loaded: object, question: str = QUESTION) -> str:
    tokenizer = loaded.tokenizer
    ids = tokenizer.apply_chat_template([{"role": "user", "content": question}], add_generation_prompt=True, return_dict=True)["input_ids"]
    return tokenizer.decode(list(batcher.stream(ids, 60)), skip_special_tokens=True).strip()


def test_a_question_is_answered_by_the_model_through_chain_and_guard(tiny_assistant: Assistant, library_sentences: list[str]) -> None:
    answer = tiny_assistant.ask(QUESTION)
    assert (answer.model, answer.notice, answer.status) == ("llama", "", "answered")
    assert library_sentences[0] in answer.answer
    assert [citation.n for citation in answer.citations] == [1]
    assert answer.citations[0].text.startswith(library_sentences[0][:40])


def test_the_prompt_is_what_llama_3_1_was_trained_on(llama: LlamaAnswerer, assistant: Assistant) -> None:
    request = request_for(assistant)
    tokenizer = llama._parts()[0].tokenizer
    ids = llama._prompt(llama._parts()[0], request)

    def count(text: str) -> int:
        return len(tokenizer(text, add_special_tokens=False)["input_ids"])

    system, user = (message["content"] for message in build_messages(request, count, 5000).messages)
    assert tokenizer.decode(ids) == (
        "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nCutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n"
        f"{system}<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n{user}<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n"
    )
    assert [ids.count(tokenizer.convert_tokens_to_ids(name)) for name in ("<|begin_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>")] == [1, 2, 3, 3]
    assert len(ids) - count(system) - count(user) <= TEMPLATE_TOKENS


def test_the_same_question_gets_the_same_words(tiny_assistant: Assistant) -> None:
    assert tiny_assistant.ask(QUESTION).answer == tiny_assistant.ask(QUESTION).answer


def test_sampling_is_a_setting_and_its_seed_repeats_it(tiny_llama: Path, tmp_path: Path) -> None:
    def first(seed: int, temperature: float = 3.0) -> str:
        settings = ModelSettings(max_new_tokens=24, at_once=1, temperature=temperature / 2, top_p=1.0, seed=seed)
        loaded = load(Choice("cpu", str(tiny_llama), "", "", "none", ""), settings, tmp_path)
        loaded.model.get_output_embeddings().weight.data *= 0.05  # so unsure that every choice is open
        batcher = Batcher(loaded, settings)
        batcher._end_tokens = lambda: {3}
        try:
            return loaded.tokenizer.decode(list(batcher.stream(loaded.tokenizer("Leukemia is")["input_ids"], 60)))
        finally:
            batcher.close()

    assert first(1) == first(1)
    assert len({first(seed) for seed in (1, 2, 3)}) == 3
    assert first(1, temperature=0.0) == first(2, temperature=0.0)


def test_four_bit_loading_is_nf4_with_double_quantization_and_bf16_compute(tiny_llama: Path, tmp_path: Path, library_sentences: list[str]) -> None:
    import bitsandbytes as bnb

    plain = load(Choice("cpu", str(tiny_llama), "", "", "none", ""), ModelSettings(), tmp_path)
    small = load(Choice("cpu", str(tiny_llama), "", "", "nf4", ""), ModelSettings(max_new_tokens=96, at_once=2), tmp_path)
    layers = [module for module in small.model.modules() if isinstance(module, bnb.nn.Linear4bit)]
    assert len(layers) == 14  # seven in each of two blocks
    for layer in layers:
        assert layer.weight.quant_state.quant_type == "nf4"
        assert layer.weight.quant_state.nested
        assert layer.compute_dtype is torch.bfloat16
        assert layer.support_avx512bf16_for_cpu is False
    blocks = [sum(p.numel() * p.element_size() for p in loaded.model.model.layers.parameters()) for loaded in (plain, small)]
    assert blocks[1] < 0.3 * blocks[0]
    batcher = Batcher(small, ModelSettings(max_new_tokens=96, at_once=2))
    try:
        assert said(batcher, small).startswith(library_sentences[0])
    finally:
        batcher.close()


@pytest.mark.parametrize(("quantization", "merge"), [("nf4", False), ("none", False), ("none", True)], ids=["4-bit", "16-bit", "merged"])
def test_an_adapter_changes_what_is_said(tiny_llama: Path, adapter: Path, tmp_path: Path, library_sentences: list[str], quantization: str, merge: bool) -> None:
    settings = ModelSettings(max_new_tokens=96, at_once=2, merge=merge)
    choice = Choice("cpu", str(tiny_llama), "", str(adapter), quantization, "")
    for _ in range(2 if merge else 1):  # the second time the merged folder is read again
        loaded = load(choice, settings, tmp_path)
        batcher = Batcher(loaded, settings)
        try:
            assert said(batcher, loaded).startswith(library_sentences[1])
        finally:
            batcher.close()
    assert len(list(tmp_path.glob("merged-*"))) == int(merge)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"base_model_name_or_path": "mistralai/Mistral-7B-v0.1"}, "was trained on 'mistralai/Mistral-7B-v0.1'"),
        ({"target_modules": ["q_proj", "embed_tokens"]}, "embed_tokens"),
        ({"r": 0}, "rank 0"),
        ({"peft_type": "PROMPT_TUNING"}, "PROMPT_TUNING"),
        ({"revision": "abc"}, "revision abc"),
    ],
    ids=["base", "modules", "rank", "type", "revision"],
)
def test_a_wrong_adapter_is_refused_with_the_reason(tiny_llama: Path, adapter: Path, tmp_path: Path, change: dict[str, object], words: str) -> None:
    folder = shutil.copytree(adapter, tmp_path / "changed")
    adapter_settings(folder, **change)
    with pytest.raises(ModelError, match=words):
        check_adapter(folder, str(tiny_llama), "main")


def test_pickled_adapter_weights_are_not_read(tiny_llama: Path, adapter: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(adapter, tmp_path / "pickled")
    (folder / "adapter_model.safetensors").rename(folder / "adapter_model.bin")
    with pytest.raises(ModelError, match="safetensors"):
        check_adapter(folder, str(tiny_llama), "")


def test_ten_at_once_get_what_each_alone_gets(llama: LlamaAnswerer, assistant: Assistant) -> None:
    questions = [QUESTION, "What is a bone marrow test?", "What is neutropenia?", "What is remission?", "What is CLL?"] * 2
    requests = [request_for(assistant, question) for question in questions]

    def whole(request: AnswerRequest) -> str:
        return "".join(piece for piece in llama.stream(request) if isinstance(piece, str))

    alone = [whole(request) for request in requests]
    with ThreadPoolExecutor(10) as pool:
        together = list(pool.map(whole, requests))
    assert together == alone
    assert all(alone)


def test_those_who_wait_are_told_their_place(settings: object, tiny_llama: Path, tmp_path: Path, assistant: Assistant) -> None:
    one = LlamaAnswerer(ModelSettings(name="llama", small=str(tiny_llama), at_once=1, max_new_tokens=96), tmp_path)
    request = request_for(assistant)
    try:
        first = one.stream(request)
        next(first)
        waiting = one.stream(request)
        assert next(waiting) == Notice("Waiting for the model: you are number 1 in line")
        first.close()
        assert next(waiting) == Notice("Your turn: the model is reading")
        assert isinstance(next(waiting), str)
        waiting.close()
    finally:
        one.close()


def test_a_full_line_sheds_load(settings: object, tiny_llama: Path, tmp_path: Path, assistant: Assistant) -> None:
    one = LlamaAnswerer(ModelSettings(name="llama", small=str(tiny_llama), at_once=1, waiting=0, max_new_tokens=96), tmp_path)
    try:
        first = one.stream(request_for(assistant))
        next(first)
        with pytest.raises(ModelError, match="busy"):
            next(one.stream(request_for(assistant)))
        first.close()
    finally:
        one.close()


def test_closing_a_stream_ends_its_generation(tiny_llama: Path, tmp_path: Path) -> None:
    settings = ModelSettings(max_new_tokens=2000, at_once=2, context_tokens=4096)
    loaded = load(Choice("cpu", str(tiny_llama), "", "", "none", ""), settings, tmp_path)
    batcher = Batcher(loaded, settings)
    batcher._end_tokens = lambda: {3}  # a token that never comes: only the cancellation can end it soon
    calls = 0
    forward = batcher._model.forward

    def counted(*inputs: object, **more: object) -> object:
        nonlocal calls
        calls += 1
        time.sleep(0.05)  # a step takes longer than to say that it is the last one
        return forward(*inputs, **more)

    batcher._model.forward = counted
    try:
        tokens = batcher.stream(loaded.tokenizer("Leukemia")["input_ids"], 60)
        for _ in range(5):
            next(tokens)
        tokens.close()
        steps = calls
        assert batcher.running() == 0
        time.sleep(1.0)
        assert calls - steps <= 1, "more than the step in hand was made after the stream was closed"
        assert not batcher._manager.batch_processor.has_pending_requests()
    finally:
        batcher.close()


def test_a_model_that_dies_is_started_again_and_the_answer_comes_from_the_library(tiny_assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_assistant.warm()
    batcher = tiny_assistant.answerer._ready[1]
    model = batcher._manager.model
    original = model.forward

    def out_of_memory(*args: object, **kwargs: object) -> object:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(model, "forward", out_of_memory)
    answer = tiny_assistant.ask(QUESTION)
    assert answer.model == "embedded"
    assert "library's own words" in answer.notice
    assert answer.citations
    monkeypatch.setattr(model, "forward", original)
    until = time.monotonic() + 20
    while batcher._manager.is_running() and time.monotonic() < until:
        time.sleep(0.02)
    assert tiny_assistant.ask(QUESTION).model == "llama"


def test_time_is_limited(tiny_llama: Path, tmp_path: Path) -> None:
    settings = ModelSettings(max_new_tokens=2000, at_once=1, context_tokens=4096)
    loaded = load(Choice("cpu", str(tiny_llama), "", "", "none", ""), settings, tmp_path)
    batcher = Batcher(loaded, settings)
    batcher._end_tokens = lambda: {3}
    try:
        with pytest.raises(ModelError, match="did not finish within 0 seconds"):
            list(batcher.stream(loaded.tokenizer("Leukemia")["input_ids"], 0.2))
    finally:
        batcher.close()


GPU = Machine(gpu="NVIDIA L4", gpu_gb=24.0, cores=8, memory_gb=32)


@pytest.mark.parametrize(
    ("machine", "settings", "device", "quantization"),
    [
        (GPU, ModelSettings(), "cuda", "nf4"),
        (GPU, ModelSettings(quantization="none"), "cuda", "none"),
        (Machine(), ModelSettings(small="some/small-instruct"), "cpu", "none"),
        (Machine(apple_gpu=True), ModelSettings(small="some/small-instruct"), "mps", "none"),
        (Machine(gpu="NVIDIA GTX", gpu_gb=4.0), ModelSettings(small="some/small-instruct"), "cpu", "none"),
        (GPU, ModelSettings(device="cpu", small="some/small-instruct"), "cpu", "none"),
    ],
    ids=["gpu", "gpu-bf16", "cpu-small", "apple-small", "gpu-too-small", "cpu-asked"],
)
def test_the_device_follows_from_machine_and_settings(machine: Machine, settings: ModelSettings, device: str, quantization: str) -> None:
    choice = choose(settings, machine)
    assert (choice.device, choice.quantization) == (device, quantization)
    assert choice.reason


@pytest.mark.parametrize(
    ("machine", "settings", "remedy"),
    [
        (Machine(), ModelSettings(), "LEUKCHAT_MODEL__SMALL"),
        (Machine(), ModelSettings(device="cuda"), "device auto"),
        (Machine(gpu="NVIDIA GTX", gpu_gb=4.0), ModelSettings(), "needs about 8 GB"),
    ],
    ids=["no-gpu", "cuda-asked", "too-little-memory"],
)
def test_what_cannot_run_is_refused_with_the_remedy(machine: Machine, settings: ModelSettings, remedy: str) -> None:
    with pytest.raises(ModelError, match=remedy):
        choose(settings, machine)


def test_a_model_that_is_not_here_names_the_remedy(tmp_path: Path, settings: object) -> None:
    with pytest.raises(ModelError, match=r"hf download|not on the hub|could not be loaded|cannot be reached"):
        load(Choice("cpu", "meta-llama/Llama-3.1-8B-Instruct", "0e9e39f249a16976918f6564b8830bc894c89659", "", "none", ""), ModelSettings(), tmp_path)


def test_without_a_gpu_the_embedded_answerer_serves_and_says_why(settings: object, assistant: Assistant) -> None:
    if choose_works():
        pytest.skip("this machine has a GPU that carries the model")
    made = Assistant(settings.model_copy(update={"model": ModelSettings(name="llama")}))
    answer = made.ask(QUESTION)
    assert answer.model == "embedded"
    assert answer.answer == assistant.ask(QUESTION).answer
    assert "No NVIDIA GPU" in answer.notice


def choose_works() -> bool:
    from leukchat.models.machine import look

    try:
        choose(ModelSettings(), look())
    except ModelError:
        return False
    return True


def test_no_thread_of_the_model_keeps_the_process_alive(tiny_llama: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    script = (
        "from pathlib import Path; from leukchat.models.llama import LlamaAnswerer; from leukchat.settings import ModelSettings\n"
        f"a = LlamaAnswerer(ModelSettings(small={str(tiny_llama)!r}, at_once=1), Path({str(tmp_path)!r})); a.warm(); print('warm', flush=True)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stderr[-500:]
    assert "warm" in done.stdout


def test_threads_share_one_load(tiny_llama: Path, tmp_path: Path) -> None:
    made = LlamaAnswerer(ModelSettings(name="llama", small=str(tiny_llama), at_once=2), tmp_path)
    seen: list[object] = []
    threads = [threading.Thread(target=lambda: seen.append(made._parts()[0])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made.close()
    assert len({id(loaded) for loaded in seen}) == 1


def test_one_at_a_time_says_what_the_batcher_says(tiny_llama: Path, tmp_path: Path) -> None:
    settings = ModelSettings(max_new_tokens=96, at_once=1)
    loaded = load(Choice("cpu", str(tiny_llama), "", "", "none", ""), settings, tmp_path)
    single = said(Single(loaded, settings), loaded)
    batcher = Batcher(loaded, settings)
    try:
        assert single == said(batcher, loaded)
        assert single
    finally:
        batcher.close()


def test_one_at_a_time_ends_when_closed(tiny_llama: Path, tmp_path: Path) -> None:
    settings = ModelSettings(max_new_tokens=4000, context_tokens=8000)
    loaded = load(Choice("cpu", str(tiny_llama), "", "", "none", ""), settings, tmp_path)
    loaded.model.generation_config.eos_token_id = None
    tokens = Single(loaded, settings).stream(loaded.tokenizer("Leukemia is")["input_ids"], 60)
    next(tokens)
    tokens.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "leukchat-generate"]
