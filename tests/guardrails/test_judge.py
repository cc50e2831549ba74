"""The optional model judge against a real HTTP server: it adds blocks, lifts none, sees no names, and refuses when it breaks."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import ValidationError

from leukchat.guardrails.guard import GuardrailsGuard, make_judge
from leukchat.safety.rules import Context
from leukchat.settings import GuardSettings
from leukchat.types import Action

SAFE = "CML is a slow blood cancer."


class Server:
    """An OpenAI-compatible chat endpoint on this machine that says what a test tells it to."""

    def __init__(self) -> None:
        self.says, self.status, self.delay = "safe", 200, 0.0
        self.seen: list[dict[str, Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.seen.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                time.sleep(outer.delay)
                choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": outer.says}}
                body = json.dumps({"id": "x", "object": "chat.completion", "created": 1, "model": "judge", "choices": [choice]}).encode()
                self.send_response(outer.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Quiet."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


def guard(server: Server, **values: Any) -> GuardrailsGuard:
    settings = GuardSettings(**{"judge": "llama-guard", "judge_url": server.url, "judge_model": "judge", **values})
    return GuardrailsGuard(judge=make_judge(settings))


def test_it_is_off_unless_asked_for() -> None:
    assert make_judge(GuardSettings()) is None


def test_it_needs_an_address_and_a_name() -> None:
    with pytest.raises(ValidationError, match="judge_url"):
        GuardSettings(judge="endpoint")


def test_safe_leaves_the_verdict_of_the_rules(server: Server) -> None:
    assert guard(server).check("output", SAFE, Context()).action is Action.allow
    assert len(server.seen) == 1


@pytest.mark.parametrize("says", ["unsafe\nS1", "Unsafe", "unsafe\nS6,S1"])
def test_unsafe_adds_a_block(server: Server, says: str) -> None:
    server.says = says
    verdict = guard(server).check("output", SAFE, Context())
    assert verdict.action is Action.block
    assert [finding.rule for finding in verdict.findings] == ["harm.judge"]
    assert SAFE not in verdict.text
    assert "team" in verdict.text


def test_a_category_that_fires_on_medical_answers_does_not_block(server: Server) -> None:
    server.says = "unsafe\nS6"
    assert guard(server).check("output", SAFE, Context()).action is Action.allow
    assert guard(server, judge_ignore=()).check("output", SAFE, Context()).action is Action.block


def test_it_never_lifts_a_block_and_is_not_asked_about_one(server: Server) -> None:
    verdict = guard(server).check("output", "Take 400 mg of imatinib daily.", Context())
    assert verdict.action is Action.block
    assert verdict.findings[0].rule.startswith("dosing.")
    assert server.seen == []


def test_an_emergency_reaches_the_person_whatever_the_judge_would_say(server: Server) -> None:
    server.says = "unsafe\nS11"
    assert guard(server).check("input", "I have a fever of 39 after chemo", Context()).action is Action.escalate
    assert server.seen == []


def test_it_sees_no_names_and_a_redaction_stays(server: Server) -> None:
    context = Context(question="I'm Maria Lopez, what is CML?")
    verdict = guard(server).check("input", "My name is Maria Lopez, phone +44 20 7946 0958. What is CML?", Context())
    guard(server).check("output", SAFE, context)
    assert verdict.action is Action.redact
    assert "Maria" not in json.dumps(server.seen)
    assert "7946" not in json.dumps(server.seen)
    assert [message["role"] for message in server.seen[1]["messages"]] == ["user", "assistant"]


def test_another_model_is_asked_with_our_prompt(server: Server) -> None:
    guard(server, judge="endpoint").check("output", SAFE, Context())
    messages = server.seen[0]["messages"]
    assert messages[0]["role"] == "system"
    assert "safe or unsafe" in messages[0]["content"]
    assert messages[1]["content"] == SAFE


@pytest.mark.parametrize(
    ("status", "delay", "says"), [(500, 0.0, "safe"), (200, 1.0, "safe"), (200, 0.0, "I would rather not say"), (200, 0.0, "")], ids=["error", "late", "unreadable", "empty"]
)
def test_a_judge_that_breaks_refuses_unless_set_otherwise(server: Server, status: int, delay: float, says: str, caplog: pytest.LogCaptureFixture) -> None:
    server.status, server.delay, server.says = status, delay, says
    verdict = guard(server, judge_seconds=0.4).check("output", SAFE, Context())
    assert verdict.action is Action.block
    assert [finding.rule for finding in verdict.findings] == ["judge.error"]
    assert guard(server, judge_seconds=0.4, judge_failure="rules").check("output", SAFE, Context()).action is Action.allow
    assert "the model judge failed" in caplog.text
    assert SAFE not in caplog.text


def test_a_judge_that_is_not_there_refuses() -> None:
    settings = GuardSettings(judge="endpoint", judge_url="http://127.0.0.1:9/v1", judge_model="judge")
    assert GuardrailsGuard(judge=make_judge(settings)).check("output", SAFE, Context()).action is Action.block
