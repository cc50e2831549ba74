"""Runs the rules of a stage under a deadline: a rule that raises, or never returns, refuses.

The rules run in a thread of their own, which costs about 0.1 ms a text (`benchmarks/guard.py`). The deadline counts the
processor time of that thread, so that a busy machine refuses nobody; the clock on the wall ends it too, at ten times as much.
A rule stuck inside one regular-expression match holds the interpreter's lock, so it is refused when that match ends; that no
pattern of ours can get there is what the benchmark's hostile texts check.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence

from leukchat.safety.rules import Context, Reviewer, Rule, judge
from leukchat.types import Action, Finding, Verdict

BROKEN = "I held this back, because one of my safety checks could not finish. Please ask again, or ask your treatment team."
WALL = 10
_log = logging.getLogger(__name__)


class _Run:
    """One pass of the rules over one text; `findings` and `current` are read by the caller when time is up."""

    def __init__(self, rules: Sequence[Rule], text: str, context: Context) -> None:
        self.rules, self.text, self.context = rules, text, context
        self.findings: list[Finding] = []
        self.current = "guard"
        self.used = 0.0
        self.clock: int | None = None

    def work(self) -> None:
        """Runs rule after rule."""
        if hasattr(time, "pthread_getcpuclockid"):
            self.clock = time.pthread_getcpuclockid(threading.get_ident())
        for rule in self.rules:
            self.current = rule.name
            try:
                self.findings += rule.scan(self.text, self.context)
            except Exception as error:  # noqa: BLE001 - whatever a rule raises, its text is refused
                _log.error("rule %s failed: %s", rule.name, type(error).__name__)
                self.findings.append(refusal(f"{rule.name}.error", self.text))
            self.used = time.thread_time()
        self._review()

    def _review(self) -> None:
        """Lets a rule that reviews the others' findings drop some; one that breaks drops nothing and refuses the text."""
        for rule in self.rules:
            if isinstance(rule, Reviewer):
                self.current = rule.name
                try:
                    self.findings = list(rule.review(self.text, self.findings, self.context))
                except Exception as error:  # noqa: BLE001 - whatever a review raises, its text is refused
                    _log.error("rule %s failed to review: %s", rule.name, type(error).__name__)
                    self.findings.append(refusal(f"{rule.name}.error", self.text))
                self.used = time.thread_time()


def run_rules(rules: Sequence[Rule], text: str, context: Context, seconds: float = 2.0) -> Verdict:
    """The joint verdict of rules over a text; a block where one raises, or where they need more than `seconds` of processor time."""
    run = _Run(rules, text, context)
    thread = threading.Thread(target=run.work, name="leukchat-rules", daemon=True)
    last = time.monotonic() + WALL * seconds
    thread.start()
    thread.join(seconds)
    while thread.is_alive() and time.monotonic() < last and (used := _used(run, seconds)) < seconds:
        thread.join(max(0.005, seconds - used))
    if thread.is_alive() or run.used > seconds:
        _log.error("rule %s ran longer than %.1f s", run.current, seconds)
        return judge(text, [*run.findings, refusal(f"{run.current}.timeout", text)])
    return judge(text, run.findings)


def _used(run: _Run, otherwise: float) -> float:
    """Processor seconds that a run has used so far; `otherwise` where the system does not tell, or the thread has just ended."""
    try:
        return otherwise if run.clock is None else time.clock_gettime(run.clock)
    except OSError:
        return otherwise


def refusal(rule: str, text: str) -> Finding:
    """The finding that holds a whole text back because a check broke."""
    return Finding(rule=rule, action=Action.block, start=0, end=len(text), message=BROKEN)
