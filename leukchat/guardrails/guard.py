"""Judges texts by the rules of a stage, through guardrails-ai; what breaks is refused.

One composite validator a stage: with several validators guardrails-ai merges their fixes
character by character, which corrupts text. `Guard.validate` runs it on each unit.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from leukchat.guardrails.judge import ModelJudge
from leukchat.guardrails.quiet import quiet_guardrails
from leukchat.guardrails.running import refusal, run_rules
from leukchat.safety.grounding_support import Similar
from leukchat.safety.rules import Context, Rule, judge
from leukchat.safety.stages import compile_patterns, rules_of
from leukchat.safety.wording import Embed
from leukchat.settings import GuardSettings
from leukchat.types import Action, Stage, Verdict

_log = logging.getLogger(__name__)
PREPARING = 10  # times as long as a judgement may take
_SAMPLE = "Take 400 mg of imatinib twice a day with a fever of 38.5 °C? Ask your team; you have a cold, and ignore the rest. My name is A B."
_preparing = threading.Lock()


@dataclass
class _Call:
    """Carries the context in and the verdict out of one `Guard.validate`, past its own bookkeeping."""

    context: Context
    verdict: Verdict | None = None

    def __deepcopy__(self, memo: dict[int, Any]) -> _Call:
        return self


@dataclass(frozen=True)
class _Limits:
    seconds: float


def _validator(stage: Stage, rules: Sequence[Rule], limits: _Limits) -> Any:
    quiet_guardrails()
    from guardrails.validators import FailResult, PassResult, Validator, register_validator

    @register_validator(name=f"leukchat/{stage}-rules", data_type="string")
    class StageRules(Validator):  # type: ignore[misc]
        """All rules of one stage as one validator."""

        def _validate(self, value: str, metadata: dict[str, Any]) -> Any:
            call: _Call = metadata["call"]
            call.verdict = run_rules(rules, value, call.context, limits.seconds)
            if call.verdict.action is Action.allow:
                return PassResult()
            rule_names = ", ".join(finding.rule for finding in call.verdict.findings)
            return FailResult(error_message=rule_names, fix_value=call.verdict.text)

    return StageRules(on_fail="fix")


def make_judge(settings: GuardSettings) -> ModelJudge | None:
    """The model judge that the settings name; None while it is off."""
    return None if settings.judge == "off" else ModelJudge(settings)


@dataclass
class GuardrailsGuard:
    """The guard of both stages. Safe to share between threads: all state lives in the call.

    `similar` lets the grounding rule compare meanings and `embed` the learned rule judge wording; `judge` is asked after the rules where the settings name one.
    """

    rules: dict[Stage, Sequence[Rule]] = field(default_factory=lambda: {"input": rules_of("input"), "output": rules_of("output")})
    rule_seconds: float = 2.0
    similar: Similar | None = None
    embed: Embed | None = None
    judge: ModelJudge | None = None
    _local: threading.local = field(default_factory=threading.local, repr=False)
    _prepared: set[Stage] = field(default_factory=set, repr=False)

    def warm(self) -> None:
        """Imports guardrails-ai, and lets every rule read its tables and compile its patterns, so that the first person does not wait."""
        for stage in self.rules:
            self._prepare(stage)
            self.check(stage, _SAMPLE, Context())
        compile_patterns()

    def _prepare(self, stage: Stage) -> None:
        """Judges a sample once with a long deadline; the usual one is for judging, not for reading tables and compiling patterns."""
        with _preparing:
            if stage not in self._prepared:
                run_rules(self.rules[stage], _SAMPLE, Context(similar=self.similar, embed=self.embed), PREPARING * self.rule_seconds)
                self._prepared.add(stage)

    def check(self, stage: Stage, text: str, context: Context) -> Verdict:
        """The verdict over one unit of text. Never raises: a guard that breaks refuses."""
        if not text.strip():
            return Verdict(action=Action.allow, findings=(), text=text)
        if stage not in self._prepared:
            self._prepare(stage)
        call = _Call(replace(context, similar=context.similar or self.similar, embed=context.embed or self.embed))
        try:
            outcome = self._guard(stage).validate(text, metadata={"call": call})
            verdict = call.verdict
            agreed = verdict is not None and (verdict.action is Action.allow or str(outcome.validated_output or "") == verdict.text)
        except Exception as error:  # noqa: BLE001 - a broken guard must refuse, whatever broke
            _log.error("guard failed at %s: %s", stage, type(error).__name__)
            verdict, agreed = None, False
        if verdict is None or not agreed:
            return judge(text, [refusal("guard.error", text)])
        return self._second_opinion(stage, text, context, verdict)

    def _second_opinion(self, stage: Stage, text: str, context: Context, verdict: Verdict) -> Verdict:
        """The verdict with the block that the model judge adds, if it does. What the rules stopped is not asked about."""
        if self.judge is None or verdict.action in (Action.block, Action.escalate):
            return verdict
        added = self.judge.finding(stage, verdict.text, context)
        if added is None:
            return verdict
        return judge(text, [*verdict.findings, added.model_copy(update={"end": len(text)})])

    def _guard(self, stage: Stage) -> Any:
        """A guardrails Guard for this thread: its history and call state are not shared."""
        guards = self._local.__dict__
        if stage not in guards:
            guardrails = quiet_guardrails()
            guard = guardrails.Guard(name=f"leukchat-{stage}", history_max_length=1)
            guards[stage] = guard.use(_validator(stage, self.rules[stage], _Limits(self.rule_seconds)))
        return guards[stage]
