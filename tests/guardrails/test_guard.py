"""The guard through the real guardrails-ai: it fails closed, keeps texts apart and stays off the network."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import pytest

from leukchat.chat.units import UnitBuffer
from leukchat.guardrails.guard import GuardrailsGuard
from leukchat.guardrails.running import run_rules
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
        until = time.thread_time() + 0.05
        while time.thread_time() < until:
            pass
        return ()


class Marked:
    """A rule that rewrites each text by its own mark."""

    name = "marked"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        return (Finding(rule="marked", action=Action.rewrite, start=0, end=len(text), replacement=f"seen {text}"),)


class Endless:
    """A rule that never returns by itself."""

    name = "endless"

    def __init__(self) -> None:
        self.stop = threading.Event()

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        while not self.stop.wait(0.01):
            pass
        return ()


def test_a_rule_that_never_returns_is_refused_in_time() -> None:
    rule = Endless()
    guard = GuardrailsGuard(rules={"output": [rule]}, rule_seconds=0.1)
    started = time.perf_counter()
    verdict = guard.check("output", "fine", Context())
    took = time.perf_counter() - started
    rule.stop.set()
    assert verdict.action is Action.block
    assert [finding.rule for finding in verdict.findings] == ["endless.timeout"]
    assert "fine" not in verdict.text
    assert took < 30


def test_a_rule_that_only_waits_for_its_turn_is_not_refused() -> None:
    class Waiting:
        name = "waiting"

        def scan(self, text: str, context: Context) -> Sequence[Finding]:
            time.sleep(0.1)
            return ()

    assert run_rules([Waiting()], "fine", Context(), seconds=0.05).action is Action.allow


def test_what_was_found_before_a_rule_hung_is_still_reported() -> None:
    rule = Endless()
    verdict = run_rules([Marked(), rule], "fine", Context(), seconds=0.05)
    rule.stop.set()
    assert [finding.rule for finding in verdict.findings] == ["marked", "endless.timeout"]
    assert verdict.action is Action.block


def test_a_verdict_names_rule_span_action_and_words() -> None:
    text = "Imatinib treats CML. Take 400 mg of imatinib daily."
    finding = GuardrailsGuard().check("output", text, Context()).findings[0]
    assert finding.rule.startswith("dosing.")
    assert finding.action is Action.block
    assert 0 <= finding.start < finding.end <= len(text)
    assert "team" in finding.message


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
