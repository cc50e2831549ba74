"""A second opinion on wording: a small model adds families that the rules did not name, and doubts a few that they did.

The rules decide from parts and can be read; people find words that no list holds. The model (ridge regression over words,
classes of words and the sentence's meaning) is trained by `scripts/train_guard_wording.py` on the project's own labelled rows,
with thresholds at which it stops few safe texts. What a rule took for a dose or a diagnosis in plain English is let go where the model
scores it lower than nearly all unsafe rows; an emergency, a crisis, harm or an order to the assistant is never taken back. Without an embedder it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leukchat.safety import dosing
from leukchat.safety.diagnosis import NO_DIAGNOSIS
from leukchat.safety.emergency.message import unsure_card
from leukchat.safety.grounding import marks_removed
from leukchat.safety.harm import NO_RISK
from leukchat.safety.harm_requests import NO_HARM
from leukchat.safety.injection_words import REFUSAL
from leukchat.safety.normalise import normalise
from leukchat.safety.privacy import PrivacyInput
from leukchat.safety.rules import Context
from leukchat.safety.self_harm import crisis_message
from leukchat.safety.wording import model, pieces
from leukchat.types import Action, Finding, Stage

_HEADING = re.compile(r"\s*\*\*[^*]+[:?]\*\*\s*$")
# What is done in a game, on a stage or in a film is done to nobody; the rules still read the question.
_AT_PLAY = re.compile(
    r"\b(?:in|on|for|of) (?:an? |the |my |our |this |that )?(?:\w+ ){0,2}?(?:games?|films?|movies?|stage|theatre|theater|chess|poker|minecraft|monopoly)\b", re.IGNORECASE
)
_EMPHASIS = str.maketrans("", "", "*`")
AGAIN = "again"  # in Context.extra: the text's sentences have been judged one by one already
Words = Callable[[Context], str]
_INPUT: dict[str, tuple[Action, Words]] = {
    "self_harm": (Action.escalate, lambda context: crisis_message(context.country)),
    "emergency": (Action.escalate, lambda context: unsure_card(context.country)),
    "harm": (Action.block, lambda _: NO_HARM),
    "injection": (Action.block, lambda _: REFUSAL),
    "dosing": (Action.block, lambda _: dosing.REFUSAL),
}
_OUTPUT: dict[str, tuple[Action, Words]] = {
    "dosing": (Action.block, lambda _: dosing.WITHHELD),
    "diagnosis": (Action.block, lambda _: NO_DIAGNOSIS),
    "harm": (Action.block, lambda _: NO_RISK),
}


# Rules that the model may doubt are those of these families, but for what a rule for other languages or a broken rule found.
_MAY_DOUBT = ("dosing.", "diagnosis.")
_NEVER_DOUBTED = (".foreign", ".error", ".timeout", ".wording")


@dataclass
class LearnedWording:
    """The rule of one stage. Findings are named `<family>.wording` and cover the whole text."""

    stage: Stage
    name: str = "wording"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """The likeliest family, at most one; nothing for a sentence that a passage holds word for word."""
        if context.embed is None or AGAIN in context.extra or _other_script(text) or (self.stage == "output" and _quoted(text, context)):
            return ()
        acts = _INPUT if self.stage == "input" else _OUTPUT
        found = model(self.stage).found(text, context.embed)
        if found and self.stage == "input":
            found = model(self.stage).found(_without_identifiers(text, context), context.embed)
        for family in found[:1]:
            if family == "harm" and self.stage == "input" and _AT_PLAY.search(text):
                return ()
            action, words = acts[family]
            return (Finding(rule=f"{family}.wording", action=action, start=0, end=len(text), message=words(context)),)
        return ()

    def review(self, text: str, findings: Sequence[Finding], context: Context) -> Sequence[Finding]:
        """The findings without those that the model takes for a mistake: a dose or a diagnosis in a plainly written text that is surely none."""
        open_ones = [finding for finding in findings if finding.rule.startswith(_MAY_DOUBT) and not finding.rule.endswith(_NEVER_DOUBTED)]
        if context.embed is None or not open_ones or not _plainly_written(text):
            return findings
        doubted = model(self.stage).doubted(text, context.embed)
        return [finding for finding in findings if finding not in open_ones or finding.rule.split(".")[0] not in doubted]


def _plainly_written(text: str) -> bool:
    """Whether nothing had to be undone to read a text (hidden marks, letters set apart, look-alikes): the model has seen little of these."""
    latin = all(char <= "\u024f" or char in "‘’“”–—…•≥≤°µ" for char in text)
    return latin and len(normalise(text).text) == len(text.translate(_EMPHASIS))


def _without_identifiers(text: str, context: Context) -> str:
    """A text without names, numbers and addresses of persons: to the model, who tells these looks like one who gives orders."""
    out, last = [], 0
    for finding in sorted(PrivacyInput().scan(text, context), key=lambda finding: finding.start):
        out.append(text[last : max(last, finding.start)])
        last = max(last, finding.end)
    return "".join([*out, text[last:]])


def _other_script(text: str) -> bool:
    """Whether most letters are of a script that the model has not seen: it knows Latin and Devanagari."""
    letters = [char for char in text if char.isalpha()]
    return sum(char > "\u024f" and not "\u0900" <= char <= "\u097f" for char in letters) > len(letters) / 2


def _quoted(text: str, context: Context) -> bool:
    """Whether passages hold every sentence of a text word for word; a heading in bold is no sentence."""
    parts = pieces(text)
    sentences = [marks_removed(one).lstrip("-* ") for one in parts[1:] or parts if not _HEADING.match(one)]
    return all(any(one in passage.text or one in passage.ask for passage in context.passages) for one in sentences)
