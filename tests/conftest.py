"""Shared by all tests: no network but this machine, one warm assistant, a scripted model through the factory."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_OFFLINE"] = "1"

from leukchat.assistant import Assistant
from leukchat.evaluation.data import data_folder
from leukchat.models.answerer import AnswerRequest
from leukchat.models.factory import register_answerer
from leukchat.retrieval.store import SearchIndex
from leukchat.settings import ModelSettings, Settings, load_settings

LOCAL = ("127.", "::1", "localhost", "0.0.0.0")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for another machine fails, whatever it would have got."""
    connect, lookup = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> Any:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOCAL):
            raise AssertionError(f"the test reached for the network: {address}")
        return connect(self, address)

    def guarded_lookup(host: Any, *rest: Any, **more: Any) -> Any:
        if host is not None and not str(host).startswith(LOCAL):
            raise AssertionError(f"the test looked up a name on the network: {host}")
        return lookup(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_lookup)


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The settings people get."""
    return load_settings()


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Assistant:
    """The assistant people get, warm."""
    made = Assistant(settings)
    made.warm()
    return made


class ScriptedAnswerer:
    """A model that says what a test tells it to, in the pieces it tells it to."""

    name = "scripted"
    pieces: tuple[str, ...] = ()
    requests: tuple[AnswerRequest, ...] = ()

    def stream(self, request: AnswerRequest) -> Iterator[str]:
        type(self).requests = (*self.requests, request)
        yield from type(self).pieces

    def warm(self) -> None:
        """Nothing to load."""


def _make(_settings: Settings, _index: SearchIndex) -> ScriptedAnswerer:
    return ScriptedAnswerer()


@pytest.fixture
def scripted(settings: Settings) -> Iterator[tuple[Assistant, type[ScriptedAnswerer]]]:
    """An assistant whose model is scripted, made by the factory that people use."""
    register_answerer("scripted", _make)
    yield Assistant(settings.model_copy(update={"model": ModelSettings(name="scripted")})), ScriptedAnswerer
    ScriptedAnswerer.pieces, ScriptedAnswerer.requests = (), ()


@pytest.fixture(scope="session")
def eval_data() -> Path:
    """The evaluation sets by others; tests that read them are skipped where they are absent."""
    folder = data_folder()
    if not folder.is_dir():
        pytest.skip(f"the evaluation sets are not at {folder}; name their folder in LEUKCHAT_EVAL_DATA")
    return folder
