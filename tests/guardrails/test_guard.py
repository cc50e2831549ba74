"""The guard through the real guardrails-ai: it fails closed, keeps texts apart and stays off the network."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Sequence

import pytest

from leukchat.chat.units import UnitBuffer
from leukchat.guardrails.guard import GuardrailsGuard, run_rules
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding


class Broken:
    """A rule that raises."""

    name = "broken"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        raise ZeroDivisionError


class Slow:
    """A rule that takes too long."""

    name = "slow"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        time.sleep(0.05)
        return ()


class Marked:
    """A rule that rewrites each text by its own mark."""

    name = "marked"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        return (Finding(rule="marked", action=Action.rewrite, start=0, end=len(text), replacement=f"seen {text}"),)


@pytest.mark.parametrize(("rule", "named"), [(Broken(), "broken.error"), (Slow(), "slow.timeout")])
def test_a_rule_that_breaks_or_overruns_refuses(rule: object, named: str) -> None:
    verdict = run_rules([rule], "fine", Context(), seconds=0.02)
    assert verdict.action is Action.block
    assert verdict.findings[0].rule == named
    assert "fine" not in verdict.text


def test_a_guard_that_breaks_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    guard = GuardrailsGuard()
    monkeypatch.setattr(guard, "_guard", lambda stage: (_ for _ in ()).throw(RuntimeError("gone")))
    assert guard.check("output", "fine", Context()).action is Action.block


def test_the_verdict_passes_through_guardrails_unchanged() -> None:
    guard = GuardrailsGuard()
    verdict = guard.check("output", "Take 400 mg of imatinib daily.", Context())
    assert verdict.action is Action.block
    assert verdict.findings[0].rule.startswith("dosing.")
    assert guard.check("output", "Imatinib is a tablet.", Context()).text == "Imatinib is a tablet."
    assert guard.check("input", "", Context()).action is Action.allow


def test_64_threads_with_their_own_text_never_mix() -> None:
    guard = GuardrailsGuard(rules={"output": [Marked()]})
    wrong: list[str] = []

    def run(number: int) -> None:
        for turn in range(5):
            text = f"thread {number} turn {turn}"
            if guard.check("output", text, Context()).text != f"seen {text}":
                wrong.append(text)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_no_network_from_import_to_exit_and_no_delay() -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k):\n"
        "    sys.stdout.write('NETWORK'); raise OSError('no network')\n"
        "socket.getaddrinfo = refuse; socket.socket.connect = refuse\n"
        "from leukchat.guardrails.guard import GuardrailsGuard\n"
        "from leukchat.safety.rules import Context\n"
        "print(GuardrailsGuard().check('output', 'Take 400 mg of imatinib daily.', Context()).action.value)\n"
        "import time; print(time.time())\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    ended = time.time()
    action, stamp = result.stdout.split()
    assert action == "block"
    assert ended - float(stamp) < 3.0


@pytest.mark.parametrize(
    ("pieces", "units"),
    [
        (["One. Two", ". Three"], ["One. ", "Two. ", "Three"]),
        (["A list:\n\n- one\n- two\n\nEnd."], ["A list:\n\n", "- one\n- two\n\n", "End."]),
        (["At 38.0 °C call. Dr. Lee knows, e.g. today. Done."], ["At 38.0 °C call. ", "Dr. Lee knows, e.g. today. ", "Done."]),
        (["| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter."], ["| a | b |\n|---|---|\n| 1 | 2 |\n\n", "After."]),
        (["Cited. [1] Next. [2]"], ["Cited. [1] ", "Next. [2]"]),
    ],
    ids=["split", "list", "abbreviations", "table", "citations"],
)
def test_streams_are_cut_into_whole_units(pieces: list[str], units: list[str]) -> None:
    for cut in (pieces, list("".join(pieces))):
        buffer = UnitBuffer()
        out = [unit for piece in cut for unit in buffer.feed(piece)] + list(buffer.flush())
        assert "".join(out) == "".join(pieces)
        if cut is pieces:
            assert out == units
