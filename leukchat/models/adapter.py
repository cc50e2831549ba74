"""Checks a LoRA adapter against the base model before its weights are read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from leukchat.errors import ModelError

# What the seed research trained: every linear layer of a block, rank 16 (DESIGN: LoRA r=16 on seven modules).
TARGETS = frozenset(("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"))
MAX_RANK = 256


@dataclass(frozen=True, slots=True)
class Adapter:
    """A LoRA adapter on disk, checked."""

    folder: Path
    base: str
    rank: int
    alpha: int
    targets: frozenset[str]


def check_adapter(folder: Path, base: str, revision: str) -> Adapter:
    """The adapter in `folder`, if it belongs to `base`.

    Raises ModelError for a missing file, weights that are not safetensors, another base or revision,
    target modules that Llama does not have, or a rank outside 1 to 256.
    """
    config_file = folder / "adapter_config.json"
    if not config_file.is_file():
        raise ModelError(f"The adapter folder {folder.name!r} holds no adapter_config.json. Give the folder that peft saved.")
    if not (folder / "adapter_model.safetensors").is_file():
        raise ModelError(f"The adapter {folder.name!r} has no adapter_model.safetensors; other weight files can run code and are not read. Save it again with safetensors.")
    config = json.loads(config_file.read_text(encoding="utf-8"))
    if config.get("peft_type") != "LORA":
        raise ModelError(f"The adapter {folder.name!r} is of type {config.get('peft_type')!r}; only LORA adapters are served.")
    made_for, made_at = str(config.get("base_model_name_or_path", "")), str(config.get("revision") or "")
    if _bare(made_for) != _bare(base):
        raise ModelError(f"The adapter {folder.name!r} was trained on {made_for!r}, not on {base!r}. Set model.base to that model, or use another adapter.")
    if made_at and revision and made_at != revision:
        raise ModelError(f"The adapter {folder.name!r} was trained on revision {made_at} of its base; {revision} is set. Set model.revision to the former.")
    targets = config.get("target_modules") or ()
    targets = frozenset((targets,) if isinstance(targets, str) else targets)
    if not targets or targets - TARGETS:
        raise ModelError(f"The adapter {folder.name!r} changes {', '.join(sorted(targets)) or 'no module'}; accepted are {', '.join(sorted(TARGETS))}.")
    rank = int(config.get("r", 0))
    if not 1 <= rank <= MAX_RANK:
        raise ModelError(f"The adapter {folder.name!r} has rank {rank}; accepted are 1 to {MAX_RANK}.")
    return Adapter(folder=folder, base=made_for, rank=rank, alpha=int(config.get("lora_alpha", rank)), targets=targets)


def _bare(name: str) -> str:
    """A model's name without case, trailing slash or the older prefix `Meta-` of the same weights."""
    name = str(Path(name).resolve()) if Path(name).is_dir() else name
    return name.rstrip("/").lower().replace("/meta-llama-3.1", "/llama-3.1")
