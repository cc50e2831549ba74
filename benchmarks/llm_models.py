"""Llamas held as the app holds them: bf16, int8 or NF4 by bitsandbytes, int8 or int4 by torchao, with or without an adapter.

Either real ones from a folder, or of any size with random weights. Random weights are valid for size, memory and time. They
are not for quality: nothing they write means anything.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

# The published configuration of Llama-3.1-8B (config.json of meta-llama/Llama-3.1-8B).
LLAMA_8B: dict[str, Any] = {
    "vocab_size": 128256,
    "hidden_size": 4096,
    "intermediate_size": 14336,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
    "num_key_value_heads": 8,
    "max_position_embeddings": 131072,
    "rms_norm_eps": 1e-5,
    "rope_parameters": {
        "rope_type": "llama3",
        "rope_theta": 500000.0,
        "factor": 8.0,
        "low_freq_factor": 1.0,
        "high_freq_factor": 4.0,
        "original_max_position_embeddings": 8192,
    },
    "tie_word_embeddings": False,
}
# The same shape, small enough for two cores: 4 layers of an eighth of the width.
SMALL: dict[str, Any] = {**LLAMA_8B, "vocab_size": 8192, "hidden_size": 512, "intermediate_size": 1792, "num_hidden_layers": 4, "num_attention_heads": 8, "num_key_value_heads": 2}
KINDS = ("bf16", "int8", "nf4", "nf4+dq", "torchao-int8", "torchao-int4")
SPREAD = 0.02


def real_llama(folder: Path, kind: str, device: str, adapter: bool) -> Any:
    """The model in a folder, loaded as `leukchat.models.loading` loads it, in evaluation mode."""
    import torch
    from transformers import AutoModelForCausalLM

    from leukchat.models.loading import leave_a_core
    from leukchat.models.quantizing import protect_weights, quantization_config

    if device == "cpu":
        leave_a_core()
    config = quantization_config({"bf16": "none", "nf4+dq": "nf4"}.get(kind, kind), device)  # type: ignore[arg-type]
    if kind == "nf4":
        config.bnb_4bit_use_double_quant = False
    model = AutoModelForCausalLM.from_pretrained(
        str(folder), dtype=torch.bfloat16, quantization_config=config, device_map={"": 0 if device == "cuda" else device}, attn_implementation="sdpa", use_safetensors=True
    )
    protect_weights(model)
    return (_with_adapter(model, kind) if adapter else model).eval()


def random_llama(shape: dict[str, Any], kind: str, device: str, adapter: bool) -> Any:
    """A Llama of that shape in evaluation mode. Layers are quantized one by one, so that the whole never stands there in bf16."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    from leukchat.models.loading import leave_a_core

    if device == "cpu":
        leave_a_core()
    config = LlamaConfig(**json.loads(json.dumps(shape)), attn_implementation="sdpa", bos_token_id=None, eos_token_id=None)
    with torch.device("meta"):
        model = LlamaForCausalLM(config).to(torch.bfloat16)
    for name, module in list(model.named_modules()):
        if isinstance(module, torch.nn.Linear):
            parent = model.get_submodule(name.rpartition(".")[0])
            kept = kind if name != "lm_head" else "bf16"
            setattr(parent, name.rpartition(".")[2], _linear(module.in_features, module.out_features, kept, device))
    model.model.embed_tokens.weight = torch.nn.Parameter(torch.empty(config.vocab_size, config.hidden_size, dtype=torch.bfloat16, device=device).normal_(0, SPREAD))
    for module in model.modules():
        if type(module).__name__ == "LlamaRMSNorm":
            module.weight = torch.nn.Parameter(torch.ones(config.hidden_size, dtype=torch.bfloat16, device=device))
    rotary = type(model.model.rotary_emb)
    model.model.rotary_emb = rotary(config).to(device)
    model.generation_config.eos_token_id = None
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    if kind.startswith("torchao"):
        _torchao(model, kind, device)
    if adapter:
        model = _with_adapter(model, kind)
    return model.eval()


def _torchao(model: Any, kind: str, device: str) -> None:
    from torchao.quantization import quantize_

    from leukchat.models.quantizing import torchao_config

    quantize_(model.model, torchao_config(kind, device))  # the blocks; the head stays in bf16, as the app leaves it


def _linear(width: int, height: int, kind: str, device: str) -> Any:
    import bitsandbytes as bnb
    import torch

    weight = torch.empty(height, width, dtype=torch.bfloat16, device=device).normal_(0, SPREAD)
    if kind == "bf16" or kind.startswith("torchao"):
        plain = torch.nn.Linear(width, height, bias=False, dtype=torch.bfloat16, device="meta")
        plain.weight = torch.nn.Parameter(weight, requires_grad=False)
        return plain
    if kind == "int8":
        eight = bnb.nn.Linear8bitLt(width, height, bias=False, has_fp16_weights=False, device="meta")
        eight.weight = bnb.nn.Int8Params(weight.to(torch.float16).cpu(), requires_grad=False, has_fp16_weights=False)
        return eight.to(device)
    four = bnb.nn.Linear4bit(width, height, bias=False, compute_dtype=torch.bfloat16, compress_statistics=kind == "nf4+dq", quant_type="nf4", device="meta")
    four.weight = bnb.nn.Params4bit(weight.cpu() if device == "cpu" else weight, requires_grad=False, compress_statistics=kind == "nf4+dq", quant_type="nf4")
    four.support_avx512bf16_for_cpu = False
    return four.to(device)


def _with_adapter(model: Any, kind: str) -> Any:
    from peft import LoraConfig, get_peft_model

    from leukchat.models.adapter import TARGETS

    if kind.startswith("nf4"):
        model.is_loaded_in_4bit = True
    elif kind == "int8":
        model.is_loaded_in_8bit = True
    return get_peft_model(model, LoraConfig(r=16, lora_alpha=16, lora_dropout=0.0, target_modules=sorted(TARGETS), task_type="CAUSAL_LM"))


def weight_bytes(model: Any) -> tuple[int, int]:
    """Bytes of all weights, and of those that one new token reads: all but the embedding table, unless that is the head as well."""
    total = 0
    seen: set[int] = set()
    for parameter in model.parameters():
        total += _bytes(parameter)
        state = getattr(parameter, "quant_state", None)
        if state is not None and id(state) not in seen:
            seen.add(id(state))
            total += sum(_bytes(tensor) for tensor in _tensors(state))
        scales = getattr(parameter, "SCB", None)
        total += _bytes(scales) if scales is not None else 0
    table, head = model.get_input_embeddings().weight, model.get_output_embeddings().weight
    return total, total - (0 if table is head else _bytes(table))


def _bytes(tensor: Any) -> int:
    """Bytes that a tensor takes; torchao's hold others inside."""
    if hasattr(tensor, "__tensor_flatten__"):
        return sum(_bytes(getattr(tensor, name)) for name in tensor.__tensor_flatten__()[0])
    return int(tensor.numel() * tensor.element_size())


def _tensors(state: Any) -> list[Any]:
    """Scales of a 4-bit weight, those of the second quantization included."""
    nested = getattr(state, "state2", None)
    return [state.absmax, *([nested.absmax, nested.code] if nested is not None else []), state.code]
