"""What can be set, in one place: defaults, then `spaces_config.yaml`, then the environment.

Environment names are `LEUKCHAT_` plus the path in capitals with two underscores between levels,
for instance `LEUKCHAT_MODEL__NAME=endpoint`. Unknown names and values are refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from platformdirs import user_cache_path
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from leukchat.errors import SettingsError
from leukchat.types import Level

CONFIG_FILE = Path(__file__).resolve().parent.parent / "spaces_config.yaml"
ModelName = Literal["embedded", "llama", "endpoint"]
LLAMA_REVISION = "0e9e39f249a16976918f6564b8830bc894c89659"


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ModelSettings(_Group):
    """Which model phrases the answers, and where it is."""

    name: str = Field("embedded", description="embedded, llama, endpoint, or a name registered with the factory")
    base: str = Field("meta-llama/Llama-3.1-8B-Instruct", description="Hugging Face id or folder of the base model")
    revision: str = Field(LLAMA_REVISION, description="commit of the base model; empty for a folder")
    adapter: str = Field("", description="folder or Hugging Face id of a LoRA adapter; empty for none")
    adapter_revision: str = Field("", description="commit of the adapter; needed for one from a hub")
    merge: bool = Field(False, description="merge the adapter into the bf16 base once, and quantize the result")
    quantization: Literal["nf4", "int8", "torchao-int4", "torchao-int8", "none"] = Field(
        "nf4",
        description="how the base is held; nf4 (4 bits with double quantization) and int8 by bitsandbytes on a GPU, torchao-int4 and torchao-int8 by torchao, there and on a CPU",
    )
    small: str = Field("", description="a small instruct model for machines without an NVIDIA GPU; none is chosen for you")
    device: Literal["auto", "cuda", "mps", "cpu"] = "auto"
    context_tokens: int = Field(6144, ge=512, le=131_072, description="prompt and answer together")
    max_new_tokens: int = Field(512, ge=16, le=4096)
    temperature: float = Field(0.0, ge=0, le=2, description="0 picks the likeliest token every time")
    top_p: float = Field(0.9, gt=0, le=1, description="used when temperature is above 0")
    seed: int = Field(0, ge=0)
    at_once: int = Field(16, ge=1, le=1024, description="answers that are written at the same time; others wait")
    waiting: int = Field(64, ge=0, le=10_000, description="people who may wait; further ones get the embedded answer")
    seconds: float = Field(120.0, gt=0, description="time for one answer, waiting included")
    endpoint_url: str = Field("", description="address of an OpenAI-compatible server, ending in /v1")
    endpoint_model: str = Field("", description="the model's name on that server")
    endpoint_key: SecretStr = Field(SecretStr(""), description="its key; give it by the environment only")
    endpoint_retries: int = Field(2, ge=0, le=10)


class RetrievalSettings(_Group):
    """How passages are found."""

    retriever: Literal["hybrid", "dense", "bm25"] = "hybrid"
    k: int = Field(6, ge=1, le=100, description="passages given to the answerer")
    candidates: int = Field(40, ge=5, le=1000, description="passages each retriever hands to fusion")
    rrf_k: int = Field(10, ge=1, description="constant of reciprocal rank fusion (Cormack et al. 2009)")


class LimitSettings(_Group):
    """What is accepted."""

    question_chars: int = Field(4000, ge=100, description="longest question")
    history_turns: int = Field(20, ge=0, description="messages of the conversation that are read")
    report_chars: int = Field(200_000, ge=1000, description="longest pasted lab report")
    rule_seconds: float = Field(2.0, gt=0, description="time a rule of the guard may take before it refuses")


class GuardSettings(_Group):
    """The optional model that gives a second opinion after the rules; it may add blocks, never lift one."""

    judge: Literal["off", "llama-guard", "endpoint"] = Field(
        "off", description="off; llama-guard: a Llama Guard model; endpoint: any chat model, asked with prompts/guard_judge.md"
    )
    judge_url: str = Field("", description="address of the judge's OpenAI-compatible server, ending in /v1")
    judge_model: str = Field("", description="the judge's name on that server")
    judge_key: SecretStr = Field(SecretStr(""), description="key for that server, if it asks for one; set it in the environment, not in a file")
    judge_seconds: float = Field(5.0, gt=0, description="time the judge may take for one text")
    judge_ignore: tuple[str, ...] = Field(("S6",), description="Llama Guard categories that do not block; S6, specialised advice, fires on ordinary medical answers")
    judge_failure: Literal["refuse", "rules"] = Field("refuse", description="what holds when the judge fails: refuse the text, or let the verdict of the rules stand")

    @model_validator(mode="after")
    def _has_an_endpoint(self) -> GuardSettings:
        if self.judge != "off" and not (self.judge_url and self.judge_model):
            raise ValueError("guard.judge needs guard.judge_url and guard.judge_model")
        return self


class HardwareTier(_Group):
    """A kind of machine that the app can run on, and the model it carries."""

    name: str
    gpu: str
    model: ModelName
    note: str


class SpaceSettings(_Group):
    """What a Hugging Face Space needs to know."""

    title: str = "LeukChat"
    sdk: Literal["gradio"] = "gradio"
    sdk_version: str = ""
    python_version: str = "3.11"
    app_file: str = "app.py"
    hardware: str = "cpu-basic"
    tiers: tuple[HardwareTier, ...] = ()


class Settings(BaseSettings):
    """All settings; frozen once loaded."""

    model_config = SettingsConfigDict(env_prefix="LEUKCHAT_", env_nested_delimiter="__", extra="forbid", frozen=True)

    data_dir: Path = Field(default_factory=lambda: user_cache_path("leukchat"), description="exported embedder and search indexes")
    level: Level = Level.standard
    country: str = Field("", description="ISO country code for emergency numbers, for instance US; empty: from the page's locale")
    model: ModelSettings = ModelSettings()
    retrieval: RetrievalSettings = RetrievalSettings()
    limits: LimitSettings = LimitSettings()
    guard: GuardSettings = GuardSettings()
    space: SpaceSettings = SpaceSettings()

    @property
    def embedder_dir(self) -> Path:
        """Where the exported embedder lies."""
        return self.data_dir / "embedder"

    @property
    def index_dir(self) -> Path:
        """Where the index of the built-in library lies."""
        return self.data_dir / "library-index"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment; `.env` and secret files are not read."""
        return env_settings, init_settings


def load_settings(config: Path = CONFIG_FILE) -> Settings:
    """Settings from `config` (if it exists) and the environment.

    Raises SettingsError with one line that names the setting, the value and what is accepted.
    """
    values: dict[str, object] = {}
    if config.is_file():
        try:
            loaded = yaml.safe_load(config.read_text(encoding="utf-8")) or {}
        except yaml.YAMLError as error:
            raise SettingsError(f"{config}: not valid YAML ({error}).") from error
        if not isinstance(loaded, dict):
            raise SettingsError(f"{config}: must hold a mapping of settings.")
        values = loaded
    try:
        return Settings(**values)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"Setting {name!r} has the value {first['input']!r}: {first['msg']}. Correct it in {config.name} or the environment.") from error
