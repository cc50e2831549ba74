"""Which card a person sees first when a text sounds like more than one emergency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.emergency.lexicon import lexicon
from leukchat.safety.emergency.message import beside
from leukchat.types import Action, Finding

MOST = 2  # cards of emergencies shown at once
_AT_ONCE = frozenset({"ambulance", "bleeding", "poison"})
_DONE = re.compile(
    r"\b(?:took|taken|swallowed|drank|ate|injected|overdosed|gave|given|had|bled|bleed\w*|blood|cut|tom[ée]|tomado|pris|aval[ée]|genommen|geschluckt|preso|tomei|engoli|kha (?:li|liya|liye|gay\w)|wake him|wake her|unconscious)\b|खा ली|ले ली",
    re.IGNORECASE,
)


def cards(text: str, findings: Sequence[Finding]) -> list[str]:
    """The messages of what escalates in `text`, in the order in which they help.

    What may kill within minutes comes first, then the words of a crisis, then what the team must hear today. An emergency
    that is only wished for or planned ("let the fever take me", "I'm going to overdose") follows the crisis. A doubtful
    wording is shown alone. A second emergency adds only what else to tell the staff.
    """
    urgent = [finding for finding in findings if finding.action is Action.escalate]
    crisis = [finding for finding in urgent if finding.rule.startswith("self_harm.")]
    named = [finding for finding in urgent if finding.rule.startswith("emergency.") and finding.rule != "emergency.wording"]
    doubtful = [finding for finding in urgent if finding not in crisis and finding not in named]
    acts = {family.rule: family.act for family in lexicon().families}
    now = [finding for finding in named if acts.get(finding.rule) in _AT_ONCE and not _wished(text, finding, crisis)]
    later = [finding for finding in named if finding not in now]
    ordered = [*now[:MOST], *crisis[:1], *later[: max(0, MOST - len(now))]] or doubtful[:1]
    shown: list[str] = []
    medical = False
    for finding in ordered:
        shown.append(beside(finding.message) if medical else finding.message)
        medical = medical or finding in named
    return list(dict.fromkeys(shown))


def _wished(text: str, finding: Finding, crisis: Sequence[Finding]) -> bool:
    """Whether the emergency stands inside the words of despair, and nothing says that it has happened."""
    inside = any(finding.start < other.end and other.start < finding.end for other in crisis if other.rule != "self_harm.wording")
    return inside and _DONE.search(text[finding.start : finding.end]) is None
