"""The deployment files name settings, images and models that exist and agree with each other."""

from __future__ import annotations

import re
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
