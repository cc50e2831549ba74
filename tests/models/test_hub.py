"""What a hub says, or that it says nothing, becomes one clear line, and the library answers meanwhile. The hub is a server on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.models.conftest import QUESTION
from tests.models.test_endpoint import free_port

# Name of a model, and what the hub answers when it is asked for: status and error code, as the real one sends them.
ANSWERS = {
    "gated/llama": (403, "GatedRepo"),
    "missing/llama": (404, "RepoNotFound"),
    "moved/llama": (404, "RevisionNotFound"),
    "refused/llama": (401, ""),
    "broken/llama": (501, ""),
}
ASK = """
import json, sys, tempfile
from pathlib import Path
from leukchat.assistant import Assistant
from leukchat.settings import ModelSettings, load_settings
told = {}
for name in sys.argv[2:]:
    made = Assistant(load_settings().model_copy(update={"model": ModelSettings(name="llama", small=name, device="cpu")}))
    made._warm_model()
    answer = made.ask(sys.argv[1])
    told[name] = [made.model_trouble, answer.model, answer.notice, len(answer.citations)]
print(json.dumps(told))
"""


class Hub(BaseHTTPRequestHandler):
    """Refuses every model in its own way."""

    def do_GET(self) -> None:
        parts = self.path.replace("/api/models", "").split("/")
        status, code = ANSWERS.get("/".join(parts[1:3]), (404, "EntryNotFound"))
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *args: object) -> None:
        """Silent."""


@pytest.fixture(scope="module")
def hub() -> Iterator[str]:
    """Address of a hub that gives nothing."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def told(hub: str, home: Path, *models: str) -> dict[str, tuple[str, str, str, int]]:
    """For each model: the trouble that the page shows, who answered, the notice beside the answer, its citations."""
    environment = {**os.environ, "HF_ENDPOINT": hub, "HF_HUB_OFFLINE": "0", "HF_HOME": str(home), "HF_TOKEN": ""}
    done = subprocess.run([sys.executable, "-c", ASK, QUESTION, *models], capture_output=True, text=True, timeout=300, env=environment)
    assert done.returncode == 0, done.stderr[-800:]
    return {name: tuple(row) for name, row in json.loads(done.stdout.splitlines()[-1]).items()}


def test_each_refusal_has_its_remedy_and_the_library_answers(hub: str, tmp_path: Path) -> None:
    heard = told(hub, tmp_path, *ANSWERS)
    remedies = {
        "gated/llama": "accept its licence",
        "missing/llama": "is not on the hub under that name",
        "moved/llama": "set model.revision",
        "refused/llama": "the token in HF_TOKEN is not valid",
        "broken/llama": "the hub cannot be reached",
    }
    for name, remedy in remedies.items():
        trouble, model, notice, citations = heard[name]
        assert remedy in trouble, name
        assert trouble.startswith(name)
        assert "\n" not in trouble
        assert (model, citations > 0) == ("embedded", True)
        assert remedy in notice


def test_a_hub_that_is_not_reached_is_named(tmp_path: Path) -> None:
    trouble, model, notice, _ = told(f"http://127.0.0.1:{free_port()}", tmp_path, "some/llama")["some/llama"]
    assert "the hub cannot be reached" in trouble
    assert "hf download" in trouble
    assert (model, "the hub cannot be reached" in notice) == ("embedded", True)
