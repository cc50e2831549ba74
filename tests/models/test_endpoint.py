"""The endpoint answerer against a real OpenAI-compatible server, and against one that misbehaves on purpose."""

from __future__ import annotations

import itertools
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import httpx
import pytest

from leukchat.assistant import Assistant
from leukchat.errors import ModelError, SettingsError
from leukchat.models.endpoint import FAILURES_TO_OPEN, EndpointAnswerer
from leukchat.settings import ModelSettings, Settings
from leukchat.types import Turn
from tests.models.conftest import QUESTION, with_model


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def model_server(tiny_llama: Path) -> Iterator[str]:
    """`transformers serve` with the small model, as its own process on loopback; yields its address."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("transformers")), "serve", str(tiny_llama), "--device", "cpu", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, "HF_HUB_OFFLINE": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 240
    try:
        while True:
            assert process.poll() is None, "the model server ended before it was ready"
            assert time.monotonic() < until, "the model server was not ready within 240 seconds"
            try:
                if httpx.get(f"http://127.0.0.1:{port}/health", timeout=2).status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_a_real_server_answers_through_chain_and_guard(settings: Settings, model_server: str, tiny_llama: Path, library_sentences: list[str]) -> None:
    made = Assistant(with_model(settings, name="endpoint", endpoint_url=model_server, endpoint_model=str(tiny_llama), max_new_tokens=96))
    made.warm()
    answer = made.ask(QUESTION)
    assert made.model_trouble == ""
    assert (answer.model, answer.notice) == ("endpoint", "")
    assert library_sentences[0] in answer.answer
    assert [citation.n for citation in answer.citations] == [1]


class ScriptedServer(BaseHTTPRequestHandler):
    """Answers every request with `status`, and with `words` as server-sent events where that is 200."""

    status: ClassVar[int] = 200
    failures: ClassVar[int] = 0  # requests that get 503 before the others get `status`
    came: ClassVar[list[float]] = []
    words: ClassVar[tuple[str, ...]] = ()
    pause: ClassVar[float] = 0.0
    bodies: ClassVar[list[dict[str, Any]]] = []
    broken_off: ClassVar[threading.Event] = threading.Event()

    def do_POST(self) -> None:
        type(self).bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        type(self).came.append(time.monotonic())
        status = 503 if len(self.came) <= self.failures else self.status
        if status != 200:
            self.send_response(status)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for word in self.words:
                chunk = {
                    "id": "1",
                    "object": "chat.completion.chunk",
                    "created": 0,
                    "model": "m",
                    "choices": [{"index": 0, "delta": {"role": "assistant", "content": word}, "finish_reason": None}],
                }
                self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
                self.wfile.flush()
                time.sleep(self.pause)
            self.wfile.write(b"data: [DONE]\n\n")
        except OSError:
            type(self).broken_off.set()

    def log_message(self, *args: object) -> None:
        """Silent."""


@pytest.fixture
def scripted_server() -> Iterator[tuple[str, type[ScriptedServer]]]:
    """A server on loopback whose behaviour the test sets."""
    script = type("Script", (ScriptedServer,), {"bodies": [], "came": [], "broken_off": threading.Event()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), script)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1", script
    server.shutdown()
    server.server_close()


def assistant_at(settings: Settings, address: str, **more: object) -> Assistant:
    return Assistant(with_model(settings, name="endpoint", endpoint_url=address, endpoint_model="m", endpoint_retries=0, **more))


def test_identifiers_never_leave_the_machine(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]]) -> None:
    address, script = scripted_server
    script.words = ("NO_ANSWER",)
    history = (Turn(role="user", content="My name is Maria Gonzalez, call me on 212-555-0187."), Turn(role="assistant", content="Hello."))
    assistant_at(settings, address).ask("My MRN is 4471-9920 and my e-mail is maria.g@example.org. What is leukemia?", history)
    sent = json.dumps(script.bodies)
    assert len(script.bodies) == 1
    assert "What is leukemia" in sent
    for secret in ("Gonzalez", "0187", "4471", "maria.g", "example.org"):
        assert secret not in sent


def test_a_declined_answer_is_replaced_by_the_library(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]], assistant: Assistant) -> None:
    address, script = scripted_server
    script.words = ("NO_", "ANS", "WER")
    answer = assistant_at(settings, address).ask(QUESTION)
    assert answer.model == "embedded"
    assert answer.answer == assistant.ask(QUESTION).answer
    assert "library's own words" in answer.notice


def test_an_answer_that_cites_nothing_valid_is_replaced(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]]) -> None:
    address, script = scripted_server
    script.words = ("It was found on the moon by ", "chance [41]. ", "It began in 1782 [7].")
    answer = assistant_at(settings, address).ask(QUESTION)
    assert answer.model == "embedded"
    assert "1782" not in answer.answer
    assert answer.citations


def test_a_supported_sentence_with_a_wrong_number_gets_the_right_one(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]]) -> None:
    address, script = scripted_server
    script.words = ("Leukemia is a cancer of ", "the blood [41]. ", "It began in 1782 [7].")
    answer = assistant_at(settings, address).ask(QUESTION)
    assert answer.model == "endpoint"
    assert answer.answer.startswith("Leukemia is a cancer of the blood. [1] ")
    assert "1782" not in answer.answer


def test_a_dose_in_a_model_s_answer_is_withheld(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]]) -> None:
    address, script = scripted_server
    script.words = ("Leukemia is a cancer of the blood cells [1]. Take 400 mg of ", "imatinib once a day [1].")
    answer = assistant_at(settings, address).ask(QUESTION)
    assert "400" not in answer.answer
    assert any(rail.rule.startswith("dosing") and rail.stage == "output" for rail in answer.rails)


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "refused the key"), (404, "no model 'm'"), (500, "answered with an error"), (429, "answered with an error")],
    ids=["key", "model", "server-error", "too-many"],
)
def test_a_server_that_refuses_is_named_and_the_library_answers(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]], status: int, words: str) -> None:
    address, script = scripted_server
    script.status = status
    answer = assistant_at(settings, address).ask(QUESTION)
    assert (answer.model, answer.status) == ("embedded", "answered")
    assert words in answer.notice


def test_a_server_with_a_hiccup_is_asked_again_after_a_while(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]]) -> None:
    address, script = scripted_server
    script.failures, script.words = 2, ("Leukemia is a cancer of the blood cells [1].",)
    made = Assistant(with_model(settings, name="endpoint", endpoint_url=address, endpoint_model="m", endpoint_retries=2))
    answer = made.ask(QUESTION)
    assert (answer.model, answer.notice) == ("endpoint", "")
    waits = [later - earlier for earlier, later in itertools.pairwise(script.came)]
    assert len(waits) == 2
    assert waits[0] > 0.3
    assert waits[1] > 0.6, "the second wait should be the longer one"


def test_a_server_that_recovers_is_used_again(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leukchat.models.endpoint.SECONDS_OPEN", 0.5)
    address, script = scripted_server
    script.failures, script.words = FAILURES_TO_OPEN, ("Leukemia is a cancer of the blood cells [1].",)
    made = assistant_at(settings, address)
    notices = [made.ask(QUESTION).notice for _ in range(FAILURES_TO_OPEN + 1)]
    assert "failed several times" in notices[-1]
    assert len(script.came) == FAILURES_TO_OPEN, "nobody waits for a server that is left alone"
    time.sleep(0.6)
    assert made.ask(QUESTION).model == "endpoint"


def test_a_server_that_is_down_is_left_alone_after_three_failures(settings: Settings) -> None:
    made = assistant_at(settings, f"http://127.0.0.1:{free_port()}/v1")
    notices = [made.ask(QUESTION).notice for _ in range(FAILURES_TO_OPEN + 1)]
    assert all("cannot be reached" in notice for notice in notices[:-1])
    assert "failed several times" in notices[-1]


def test_a_server_that_is_too_slow_is_named(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]]) -> None:
    address, script = scripted_server
    script.words, script.pause = ("Leukemia", " is"), 3.0
    answer = assistant_at(settings, address, seconds=0.5).ask(QUESTION)
    assert answer.model == "embedded"
    assert "did not answer within" in answer.notice


def test_stopping_closes_the_connection(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]]) -> None:
    address, script = scripted_server
    script.words, script.pause = ("Leukemia is a cancer of the blood cells [1]. ",) * 200, 0.02
    events = assistant_at(settings, address).stream(QUESTION)
    assert next(event for event in events if event.kind == "text")
    events.close()
    assert script.broken_off.wait(10), "the server went on writing after the person stopped"


@pytest.mark.parametrize(
    ("settings_of_model", "words"),
    [({"endpoint_url": ""}, "give the address"), ({"endpoint_url": "localhost:8000"}, "give the address"), ({"endpoint_url": "http://x/v1"}, "endpoint_model is empty")],
    ids=["no-address", "no-scheme", "no-model"],
)
def test_an_incomplete_setting_is_named(settings_of_model: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        EndpointAnswerer(ModelSettings(name="endpoint", **settings_of_model))


def test_the_key_is_in_no_message(settings: Settings, scripted_server: tuple[str, type[ScriptedServer]]) -> None:
    address, script = scripted_server
    script.status = 401
    model = ModelSettings(name="endpoint", endpoint_url=address, endpoint_model="m", endpoint_key="sk-very-secret", endpoint_retries=0)
    with pytest.raises(ModelError) as caught:
        EndpointAnswerer(model).warm()
    assert "sk-very-secret" not in f"{caught.value!r} {model!r}"
