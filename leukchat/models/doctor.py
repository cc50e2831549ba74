"""What this machine can run and which model will be used, with the reason: the answer to `leukchat doctor`."""

from __future__ import annotations

import importlib.util
import platform
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from leukchat.errors import ModelError
from leukchat.models.adapter import check_adapter
from leukchat.models.machine import Choice, Machine, choose, look, missing_parts
from leukchat.models.quantizing import HELD
from leukchat.settings import Settings
from leukchat.types import Value

# Whose models ask for an accepted licence before they can be fetched.
GATED = "meta-llama/"


class Diagnosis(Value):
    """A machine and the model it will use. Memory in GB of 10^9 bytes; `missing` maps a package to the command that gets it."""

    python: str
    cores: int
    memory_gb: float
    gpu: str
    gpu_gb: float
    model_wanted: str
    model_used: str
    reason: str
    missing: dict[str, str]
    chromium: str

    def lines(self) -> str:
        """The same as text for a person."""
        gpu = f"{self.gpu}, {self.gpu_gb:.0f} GB" if self.gpu else "none found"
        rows = [
            ("Python", self.python),
            ("processor", f"{self.cores} cores, {self.memory_gb:.0f} GB of memory"),
            ("NVIDIA GPU", gpu),
            ("model set", self.model_wanted),
            ("model used", self.model_used),
            ("because", self.reason),
            ("browser tests", self.chromium or "need Chromium: sudo apt-get install chromium chromium-driver"),
            *((f"missing {package}", command) for package, command in self.missing.items()),
        ]
        return "\n".join(f"{name:<16} {value}" for name, value in rows)


def diagnose(settings: Settings, machine: Machine | None = None) -> Diagnosis:
    """Looks at this machine (or at the one given) and says what the settings lead to. Loads and contacts nothing."""
    machine = machine or look()
    used, reason = _model(settings, machine)
    return Diagnosis(
        python=platform.python_version(),
        cores=machine.cores,
        memory_gb=round(machine.memory_gb, 1),
        gpu=machine.gpu,
        gpu_gb=round(machine.gpu_gb, 1),
        model_wanted=settings.model.name,
        model_used=used,
        reason=reason,
        missing=missing_parts(),
        chromium=shutil.which("chromium") or "",
    )


def _model(settings: Settings, machine: Machine) -> tuple[str, str]:
    model = settings.model
    if model.name == "llama":
        try:
            choice = choose(model, machine)
            if choice.adapter and Path(choice.adapter).is_dir():
                check_adapter(Path(choice.adapter), choice.base, choice.revision)
            return _named(choice)
        except ModelError as error:
            return "embedded", str(error)
    if model.name == "endpoint":
        return (
            f"{model.endpoint_model} on {urlsplit(model.endpoint_url).hostname or 'no server'}",
            "It is set; what people write is sent there, without names and other identifiers.",
        )
    return model.name, "It is the default: it quotes the library, and needs no GPU, no weights and no network." if model.name == "embedded" else "It is set."


def _named(choice: Choice) -> tuple[str, str]:
    with_adapter = f" with the adapter {choice.adapter}" if choice.adapter else ""
    return f"{choice.base}{with_adapter}, {HELD[choice.quantization]}, on {choice.device}", f"{choice.reason}{_to_fetch(choice)}"


def _to_fetch(choice: Choice) -> str:
    """What has to happen before a model's first answer where its weights are not here; nothing is asked of the hub."""
    if Path(choice.base).is_dir() or importlib.util.find_spec("huggingface_hub") is None:
        return ""
    from huggingface_hub import get_token, try_to_load_from_cache

    if isinstance(try_to_load_from_cache(choice.base, "config.json", revision=choice.revision or "main"), str):
        return ""
    gated = choice.base.startswith(GATED) and not get_token()
    licence = f" {choice.base} is gated, and there is no token here: accept its licence on its Hugging Face page and set HF_TOKEN." if gated else ""
    return f" Its weights are not on this machine yet: they are fetched from the hub when it is first used; until then the embedded answerer serves.{licence}"
