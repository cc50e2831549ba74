"""How a model's weights are held: 4-bit NF4 or 8 bits by bitsandbytes, 4 or 8 bits by torchao, or as they are."""

from __future__ import annotations

import importlib.util
from typing import Any, Literal

from leukchat.errors import ModelError

Kind = Literal["nf4", "int8", "torchao-int4", "torchao-int8", "none"]
HELD = {"nf4": "4 bits (NF4)", "int8": "8 bits", "torchao-int4": "4 bits (torchao)", "torchao-int8": "8 bits (torchao)", "none": "16 bits"}
# Weights that share a scale in torchao's 4 bits; one that its kernels take (32 to 256) and that divides the widths of small Llamas too.
GROUP = 64
TORCHAO = "torchao==0.18.0"


def check_kind(kind: Kind) -> None:
    """Raises ModelError, with the command, where the package that a kind needs is missing."""
    if kind.startswith("torchao") and importlib.util.find_spec("torchao") is None:
        raise ModelError(f"model.quantization is {kind}, which needs torchao: pip install {TORCHAO} (3 MB). Or set nf4, which needs nothing more.")


def quantization_config(kind: Kind, device: str) -> Any:
    """What `from_pretrained` takes for a kind on a device; None for 16 bits.

    bitsandbytes computes in bf16 here: its default, fp32, is slow. Raises ModelError where a package is missing.
    """
    import torch
    from transformers import BitsAndBytesConfig

    check_kind(kind)
    match kind:
        case "nf4":
            return BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype=torch.bfloat16)
        case "int8":
            return BitsAndBytesConfig(load_in_8bit=True)
        case "torchao-int4" | "torchao-int8":
            from transformers import TorchAoConfig

            return TorchAoConfig(torchao_config(kind, device))
        case "none":
            return None


def torchao_config(kind: Kind, device: str) -> Any:
    """torchao's own configuration: weights only, so that activations keep their 16 bits.

    On a GPU 4 bits use PyTorch's tinygemm kernel, on a CPU its packed one, which torchao still calls a prototype.
    """
    from torchao.quantization import Int4WeightOnlyConfig, Int8WeightOnlyConfig

    if kind == "torchao-int8":
        return Int8WeightOnlyConfig()
    if device == "cuda":
        return Int4WeightOnlyConfig(group_size=GROUP, int4_packing_format="tile_packed_to_4d", int4_choose_qparams_algorithm="hqq")
    from torchao.prototype.quantization.int4 import PrototypeInt4WeightOnlyConfig

    return PrototypeInt4WeightOnlyConfig(group_size=GROUP)


def protect_weights(model: Any) -> Any:
    """Keeps bitsandbytes from repacking 4-bit weights on CPUs with AVX512-BF16, which damages later training and merging."""
    for module in model.modules():
        if hasattr(module, "support_avx512bf16_for_cpu"):
            module.support_avx512bf16_for_cpu = False
    return model
