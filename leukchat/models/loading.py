"""Loads a language model for generation: 4-bit NF4 on a GPU, with its LoRA adapter, from safetensors only."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leukchat.errors import ModelError
from leukchat.models.adapter import Adapter, check_adapter
from leukchat.models.machine import Choice
from leukchat.models.quantizing import HELD, protect_weights, quantization_config
from leukchat.settings import ModelSettings

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Loaded:
    """A model ready to generate, with its tokenizer; `about` says in one sentence what is loaded where."""

    model: Any
    tokenizer: Any
    about: str


def load(choice: Choice, settings: ModelSettings, cache: Path) -> Loaded:
    """The chosen model with its adapter. `cache` keeps a merged model for the next start.

    Raises ModelError, in one line with the remedy, for whatever keeps it from loading.
    """
    with hub_errors(choice.base):
        adapter = _adapter(choice, settings)
        merge = settings.merge or choice.quantization.startswith("torchao")  # its fast kernels take no adapter beside them
        if adapter is not None and merge:
            folder = _merged(choice, adapter, cache)
            model, tokenizer = _base(choice, str(folder), ""), _tokenizer(str(folder), "")
        else:
            model, tokenizer = _base(choice, choice.base, choice.revision), _tokenizer(choice.base, choice.revision)
            if adapter is not None:
                model = _attach(model, adapter)
    with_adapter = "" if adapter is None else f" with the adapter {adapter.folder.name}{' merged' if merge else ''}"
    return Loaded(model.eval(), tokenizer, f"{choice.base}{with_adapter} in {HELD[choice.quantization]} on {choice.device}")


def leave_a_core() -> None:
    """Keeps one core of a machine without a GPU for page, guard and search.

    PyTorch's threads wait for each other at every layer: where another program takes a core from them, the last one is waited
    for, and a step of a 135M model took 0.3 to 0.5 s on two busy cores with two threads, 0.06 to 0.09 s with one (measured).
    """
    import torch

    torch.set_num_threads(min(torch.get_num_threads(), max(1, (os.cpu_count() or 2) - 1)))


def _base(choice: Choice, name: str, revision: str) -> Any:
    import torch
    from transformers import AutoModelForCausalLM

    if choice.device == "cpu":
        leave_a_core()
    model = AutoModelForCausalLM.from_pretrained(
        name,
        revision=revision or "main",
        dtype=torch.bfloat16,
        quantization_config=quantization_config(choice.quantization, choice.device),
        device_map={"": 0 if choice.device == "cuda" else choice.device},
        attn_implementation="sdpa",
        use_safetensors=True,
        trust_remote_code=False,
    )
    return protect_weights(model)


def _tokenizer(name: str, revision: str) -> Any:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(name, revision=revision or "main", trust_remote_code=False)
    if not tokenizer.chat_template:
        raise ModelError(f"{name} has no chat template, so it is not an instruct model. Name an instruct model.")
    return tokenizer


def _adapter(choice: Choice, settings: ModelSettings) -> Adapter | None:
    if not choice.adapter:
        return None
    folder = Path(choice.adapter)
    if not folder.is_dir():
        if not settings.adapter_revision:
            raise ModelError(f"The adapter {choice.adapter!r} is not a folder here. For one from a hub, pin its commit in model.adapter_revision.")
        from huggingface_hub import snapshot_download

        folder = Path(snapshot_download(choice.adapter, revision=settings.adapter_revision, allow_patterns=["adapter_config.json", "adapter_model.safetensors"]))
    return check_adapter(folder, choice.base, choice.revision)


def _attach(model: Any, adapter: Adapter) -> Any:
    from peft import PeftModel

    return PeftModel.from_pretrained(model, str(adapter.folder), is_trainable=False)


def _merged(choice: Choice, adapter: Adapter, cache: Path) -> Path:
    """A folder with base and adapter merged in bf16, made once: merging into 4-bit weights would cost accuracy."""
    weights = hashlib.sha256((adapter.folder / "adapter_model.safetensors").read_bytes()).hexdigest()
    folder = cache / f"merged-{hashlib.sha256(f'{choice.base}@{choice.revision}+{weights}'.encode()).hexdigest()[:16]}"
    if (folder / "config.json").is_file():
        return folder
    unquantized = Choice("cpu" if choice.device != "cuda" else "cuda", choice.base, choice.revision, "", "none", "")
    merged = _attach(_base(unquantized, choice.base, choice.revision), adapter).merge_and_unload(safe_merge=True)
    partial = folder.with_name(folder.name + ".part")
    merged.save_pretrained(partial, safe_serialization=True)
    _tokenizer(choice.base, choice.revision).save_pretrained(partial)
    partial.rename(folder)
    _log.info("merged the adapter into its base at %s", folder)
    return folder


@contextmanager
def hub_errors(base: str) -> Iterator[None]:
    """Turns what the hub, the disk and the GPU raise while loading into a ModelError with the remedy."""
    import torch
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, LocalEntryNotFoundError, RepositoryNotFoundError, RevisionNotFoundError

    try:
        yield
    except torch.cuda.OutOfMemoryError as error:
        raise ModelError(f"The GPU's memory is too small for {base}, or other programs use it. Free it, or set model.quantization to nf4.") from error
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        chain = [error, error.__cause__, error.__context__]
        answered = next((one.response.status_code for one in chain if isinstance(one, HfHubHTTPError)), 0)
        if any(isinstance(one, GatedRepoError) for one in chain):
            remedy = "is gated: accept its licence on its Hugging Face page and set HF_TOKEN to a token of that account"
        elif any(isinstance(one, RevisionNotFoundError) for one in chain):
            remedy = "has no such revision on the hub: set model.revision to a commit of it"
        elif any(isinstance(one, RepositoryNotFoundError) for one in chain):
            remedy = "is not on the hub under that name, or needs a token (HF_TOKEN)"
        elif answered in (401, 403):
            remedy = "was refused by the hub: the token in HF_TOKEN is not valid there, or may not read it"
        elif answered >= 500 or any(isinstance(one, (LocalEntryNotFoundError, ConnectionError, TimeoutError)) for one in chain):
            remedy = "is not on this machine and the hub cannot be reached: download it once with `hf download`, or give its folder in model.base"
        elif isinstance(error, ImportError):
            remedy = f"needs a package that is missing here ({error})"
        else:
            remedy = f"could not be loaded ({type(error).__name__}: {str(error).splitlines()[0] if str(error) else 'no details'})"
        raise ModelError(f"{base} {remedy}. Until then the embedded answerer serves.") from error
