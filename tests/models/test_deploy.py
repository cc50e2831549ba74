"""The deployment files name settings, images and models that exist and agree with each other."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from leukchat.models.endpoint import EndpointAnswerer
from leukchat.settings import LLAMA_REVISION, ModelSettings, load_settings

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
VALUES = yaml.safe_load((DEPLOY / "kubernetes" / "vllm-values.yaml").read_text())
DEPLOYMENT, SERVICE = yaml.safe_load_all((DEPLOY / "kubernetes" / "leukchat.yaml").read_text())
CONTAINER = DEPLOYMENT["spec"]["template"]["spec"]["containers"][0]


@pytest.mark.parametrize(
    "environment",
    [COMPOSE["services"]["leukchat"]["environment"], {item["name"]: item["value"] for item in CONTAINER["env"] if "value" in item}],
    ids=["compose", "kubernetes"],
)
def test_the_environment_makes_an_endpoint_answerer(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.model.name == "endpoint"
    assert settings.model.at_once == 64
    assert EndpointAnswerer(settings.model).about.startswith("leukchat on the server ")


@pytest.mark.parametrize(
    "arguments", [COMPOSE["services"]["model"]["command"], VALUES["servingEngineSpec"]["modelSpec"][0]["vllmConfig"]["extraArgs"]], ids=["compose", "kubernetes"]
)
def test_the_server_loads_the_pinned_revision_and_offers_the_adapter_by_the_name_that_is_asked_for(arguments: list[str]) -> None:
    assert f"--revision={LLAMA_REVISION}" in arguments
    assert any(re.match(r"--lora-modules=leukchat=/adapter", argument) for argument in arguments)
    assert "--enable-lora" in arguments


def test_base_model_and_context_agree_with_the_settings() -> None:
    model = VALUES["servingEngineSpec"]["modelSpec"][0]
    assert model["modelURL"] == ModelSettings().base
    assert COMPOSE["services"]["model"]["entrypoint"] == ["vllm", "serve"]
    assert COMPOSE["services"]["model"]["command"][0] == ModelSettings().base  # by place: `vllm serve` takes no --model
    assert model["vllmConfig"]["maxModelLen"] >= ModelSettings().context_tokens


def test_the_quantized_model_goes_by_the_name_that_is_asked_for() -> None:
    model, page = (yaml.safe_load((DEPLOY / "compose.marlin.yaml").read_text())["services"][name] for name in ("model", "leukchat"))
    assert page == COMPOSE["services"]["leukchat"]
    assert model["image"] == COMPOSE["services"]["model"]["image"]
    assert f"--served-model-name={page['environment']['LEUKCHAT_MODEL__ENDPOINT_MODEL']}" in model["command"]
    assert not any("lora" in argument or "quantization" in argument for argument in model["command"])
    assert model["volumes"][0].endswith(f":{model['command'][0]}:ro")
    assert model["environment"]["VLLM_NO_USAGE_STATS"] == "1"


def test_visitors_stay_with_one_copy_of_the_page() -> None:
    assert SERVICE["spec"]["sessionAffinity"] == "ClientIP"
    assert SERVICE["spec"]["ports"][0]["targetPort"] == CONTAINER["ports"][0]["containerPort"]


def test_no_server_reports_its_use() -> None:
    assert COMPOSE["services"]["model"]["environment"]["VLLM_NO_USAGE_STATS"] == "1"
    assert {"name": "VLLM_NO_USAGE_STATS", "value": "1"} in VALUES["servingEngineSpec"]["modelSpec"][0]["env"]


def sizing(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(DEPLOY.parent / "benchmarks" / "llm_sizing.py"), *arguments], capture_output=True, text=True, timeout=60)


def test_people_and_gpus_follow_from_measured_tokens_per_second() -> None:
    done = sizing("--measured", "1=40,16=320,64=384", "--answer-tokens", "200", "--every", "50", "--load", "0.5", "--people", "100")
    figures = json.loads(done.stdout.splitlines()[-1])
    assert (figures["at_once"], figures["people"], figures["gpus"]) == (16, 40, 3)  # 64 at once would be slower than people read


def test_the_results_of_the_benchmark_can_be_read(tmp_path: Path) -> None:
    row = {"kind": "nf4+dq", "adapter": "none or merged", "tokens_s_1": 30.0, "tokens_s_16": 240.0}
    (tmp_path / "gpu.txt").write_text("a table\n" + json.dumps({"benchmark": "llm", "device": "a GPU", "rows": [row, {**row, "adapter": "apart", "tokens_s_16": 1.0}]}) + "\n")
    assert json.loads(sizing(str(tmp_path / "gpu.txt")).stdout.splitlines()[-1])["at_once"] == 16
    assert "has no row for 'bf16'; it has nf4+dq" in sizing(str(tmp_path / "gpu.txt"), "--kind", "bf16").stderr


@pytest.mark.parametrize(("arguments", "words"), [((), "there is no number without a measurement"), (("--measured", "1=fast"), "is not a list like")], ids=["nothing", "words"])
def test_nothing_measured_gives_no_number(arguments: tuple[str, ...], words: str) -> None:
    done = sizing(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
