"""Settings come from the file, then the environment; what is unknown is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from leukchat.errors import SettingsError
from leukchat.models.factory import make_answerer, model_names
from leukchat.settings import CONFIG_FILE, ModelSettings, load_settings


def test_the_committed_config_is_accepted_and_says_what_a_space_needs() -> None:
    settings = load_settings(CONFIG_FILE)
    assert settings.model.name == "embedded"
    assert settings.space.app_file == "app.py"
    pins = (CONFIG_FILE.parent / "requirements.txt").read_text(encoding="utf-8")
    assert f"gradio=={settings.space.sdk_version}" in pins
    assert {tier.model for tier in settings.space.tiers} == {"embedded", "llama", "endpoint"}
    assert settings.space.hardware in {tier.name for tier in settings.space.tiers}


def test_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LEUKCHAT_MODEL__NAME", "endpoint")
    monkeypatch.setenv("LEUKCHAT_DATA_DIR", str(tmp_path))
    settings = load_settings(CONFIG_FILE)
    assert settings.model.name == "endpoint"
    assert settings.index_dir.parent == tmp_path


@pytest.mark.parametrize(
    ("text", "words"),
    [("levle: plain\n", "levle"), ("level: poetic\n", "poetic"), ("retrieval: {k: 0}\n", "retrieval.k"), ("[1, 2]\n", "mapping"), ("a: [\n", "YAML")],
    ids=["name", "value", "range", "shape", "syntax"],
)
def test_a_bad_setting_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=words):
        load_settings(path)


def test_an_unknown_model_lists_the_known_ones(settings, assistant) -> None:
    wrong = settings.model_copy(update={"model": ModelSettings(name="oracle")})
    with pytest.raises(SettingsError, match="embedded, llama, endpoint"):
        make_answerer(wrong, assistant.retriever.index)
    assert set(model_names()) >= {"embedded", "llama", "endpoint"}


def test_an_endpoint_without_an_address_says_so(settings, assistant) -> None:
    with pytest.raises(SettingsError, match="endpoint_url"):
        make_answerer(settings.model_copy(update={"model": ModelSettings(name="endpoint")}), assistant.retriever.index)
