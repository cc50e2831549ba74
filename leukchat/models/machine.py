"""What this machine can run, and which model it therefore uses, with the reason."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Literal

from leukchat.errors import ModelError
from leukchat.models.quantizing import Kind, check_kind
from leukchat.models.zero_gpu import LENT_GB, on_zero_gpu
from leukchat.settings import ModelSettings

Device = Literal["cuda", "mps", "cpu"]
# Llama 3.1 8B in NF4 with double quantization: 5.7 GB of weights, 128 KiB of cache a token, and what
# the kernels need while loading; in 8 bits 9.1 GB, in bf16 16.1 GB (computed from the published configuration).
NEEDED_GB: dict[Kind, float] = {"nf4": 8.0, "int8": 12.0, "torchao-int4": 8.0, "torchao-int8": 12.0, "none": 19.0}


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine as found; memory in 10^9 bytes, 0 where unknown."""

    gpu: str = ""
    gpu_gb: float = 0.0
    apple_gpu: bool = False
    cores: int = 1
    memory_gb: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a language model runs and what is loaded; `reason` is one sentence for a person."""

    device: Device
    base: str
    revision: str
    adapter: str
    quantization: Kind
    reason: str


def look() -> Machine:
    """This machine, without importing PyTorch: `nvidia-smi` is asked for the GPU, unless one is lent only while an answer is written."""
    gpu, gpu_gb = ("a GPU that ZeroGPU lends", LENT_GB) if on_zero_gpu() else _nvidia()
    uname = os.uname()
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    return Machine(gpu=gpu, gpu_gb=gpu_gb, apple_gpu=uname.sysname == "Darwin" and uname.machine == "arm64", cores=os.cpu_count() or 1, memory_gb=pages / 1e9)


def _nvidia() -> tuple[str, float]:
    program = shutil.which("nvidia-smi")
    if program is None:
        return "", 0.0
    asked = subprocess.run([program, "--query-gpu=name,memory.total", "--format=csv,noheader,nounits"], capture_output=True, text=True, check=False, timeout=20)
    first = asked.stdout.strip().splitlines()[:1]
    if asked.returncode != 0 or not first or "," not in first[0]:
        return "", 0.0
    name, memory = first[0].rsplit(",", 1)
    return name.strip(), float(memory) * 2**20 / 1e9


def missing_parts() -> dict[str, str]:
    """Packages of the language-model path that are not installed, with the command that gets each."""
    wanted = {"torch": "torch", "transformers": "transformers", "peft": "peft", "bitsandbytes": "bitsandbytes", "accelerate": "accelerate", "langchain_openai": "langchain-openai"}
    return {package: f"pip install {package} (the version is in requirements.txt)" for module, package in wanted.items() if importlib.util.find_spec(module) is None}


def choose(settings: ModelSettings, machine: Machine) -> Choice:
    """Where and how the language model of the settings runs here.

    Raises ModelError, with the remedy, when it cannot: no GPU and no small model named, too little memory, or a package missing.
    bitsandbytes is kept to GPUs: elsewhere a small model stays in 16 bits, unless torchao is asked for.
    """
    check_kind(settings.quantization)
    wants_gpu = settings.device in ("auto", "cuda")
    if wants_gpu and machine.gpu:
        needed = NEEDED_GB[settings.quantization]
        if machine.gpu_gb < needed and not settings.small:
            raise ModelError(
                f"{settings.base} needs about {needed:.0f} GB of GPU memory in {settings.quantization}; {machine.gpu} has {machine.gpu_gb:.1f} GB. Use a larger GPU, quantization nf4, or name a small model (LEUKCHAT_MODEL__SMALL)."
            )
        if machine.gpu_gb >= needed:
            return Choice(
                "cuda",
                settings.base,
                settings.revision,
                settings.adapter,
                settings.quantization,
                f"{machine.gpu} with {machine.gpu_gb:.0f} GB carries it in {settings.quantization}.",
            )
    if settings.device == "cuda" and not machine.gpu:
        raise ModelError("The setting model.device is cuda, but no NVIDIA GPU with a driver was found here. Use device auto, or the embedded answerer (--model embedded).")
    if not settings.small:
        raise ModelError(
            f"No NVIDIA GPU was found, and {settings.base} is too large for a CPU. Name a small instruct model (LEUKCHAT_MODEL__SMALL), use an endpoint (--model endpoint), or the embedded answerer (--model embedded)."
        )
    device: Device = "mps" if settings.device == "mps" or (settings.device == "auto" and machine.apple_gpu) else "cpu"
    kind: Kind = settings.quantization if settings.quantization.startswith("torchao") and device == "cpu" else "none"
    return Choice(device, settings.small, "", settings.adapter, kind, f"No NVIDIA GPU with enough memory: the small model you named runs on the {device.upper()}.")
