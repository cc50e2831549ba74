"""What a rule is, and how the findings of several rules become one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from leukchat.safety.grounding_support import Similar
from leukchat.safety.wording import Embed
from leukchat.types import Action, Finding, Passage, Verdict

_STRENGTH = {Action.allow: 0, Action.redact: 1, Action.rewrite: 2, Action.escalate: 3, Action.block: 4}


@dataclass(frozen=True)
class Context:
    """What a rule may know besides the text.

    `previous` are the units shown just before; `question` is the person's own; `passages` are
    what the answer may rest on; `country` is an ISO code or empty; `similar` scores how near in
    meaning a sentence is to others, `embed` gives its meaning as a vector; both are absent where
    nothing is loaded that could say.
    """

    question: str = ""
    previous: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    country: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    similar: Similar | None = None
    embed: Embed | None = None


class Rule(Protocol):
    """One concern: looks at a text and says what it found. Rules keep no state."""

    name: str

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """Findings with offsets into `text`; empty when there is nothing to say."""
        ...


@runtime_checkable
class Reviewer(Protocol):
    """A rule that, when all have spoken, may also drop findings of others."""

    name: str

    def review(self, text: str, findings: Sequence[Finding], context: Context) -> Sequence[Finding]:
        """The findings that stay."""
        ...


def _without_echo(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings without the second opinion's (`<family>.wording`) where a rule of that family has spoken already."""
    spoken = {finding.rule.split(".")[0] for finding in findings if not finding.rule.endswith(".wording")}
    return [finding for finding in findings if not (finding.rule.endswith(".wording") and finding.rule.split(".")[0] in spoken)]


def judge(text: str, findings: Sequence[Finding]) -> Verdict:
    """One verdict from all findings.

    A block replaces the whole text by the first blocking message; redactions and rewrites
    replace their spans. An emergency (escalate) is only outranked by a block on `self_harm.*`
    or `harm.*`; next to any other block it still reaches the person.
    """
    findings = _without_echo(findings)
    if not findings:
        return Verdict(action=Action.allow, findings=(), text=text)
    strongest = max((finding.action for finding in findings), key=_STRENGTH.__getitem__)
    urgent = [finding for finding in findings if finding.action is Action.escalate]
    if strongest is Action.block:
        unsafe_to_show = any(finding.action is Action.block and finding.rule.startswith("harm.") for finding in findings)
        if urgent and not unsafe_to_show:
            strongest = Action.escalate
    if strongest is Action.escalate:
        from leukchat.safety.emergency.order import cards  # its rules know this module

        shown = "\n\n".join(cards(text, findings))
    elif strongest is Action.block:
        shown = next(finding.message for finding in findings if finding.action is Action.block)
    else:
        shown = _replace(text, findings)
    return Verdict(action=strongest, findings=tuple(findings), text=shown)


def _replace(text: str, findings: Sequence[Finding]) -> str:
    out, last = [], 0
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        if finding.action in (Action.redact, Action.rewrite) and finding.start >= last:
            out += [text[last : finding.start], finding.replacement]
            last = finding.end
    return "".join([*out, text[last:]])
