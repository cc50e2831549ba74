"""Harmful advice, kept out of answers, and the rule that refuses harmful requests in questions.

Advice is harmful when it replaces or delays treatment, promises a cure, plays down an emergency,
keeps things from the team, or makes a risk sound safe. Sentences that warn of the same pass.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.families import ANSWERS, QUESTIONS, Families
from leukchat.safety.harm_advice import SHAPES
from leukchat.safety.harm_asked import ASKED
from leukchat.safety.harm_cures import CURES
from leukchat.safety.harm_dangers import DANGERS
from leukchat.safety.harm_foreign import FOREIGN_ADVICE
from leukchat.safety.harm_intents import INTENTS
from leukchat.safety.harm_plain import HARM_PLAIN
from leukchat.safety.harm_requests import REQUESTS
from leukchat.safety.harm_said import SAID
from leukchat.safety.harm_words import NO_RISK
from leukchat.safety.rules import Context
from leukchat.types import Finding

__all__ = ["NO_RISK", "HarmInput", "HarmOutput"]
# A refusal to help with something, or what somebody else says.
_NOT_MINE = re.compile(
    r"\bi(?:'m| am|'d)? (?:can't|cannot|can not|won't|will not|not going to|never|wouldn't|refuse to|don't|not able to)\b[^,;:.!?]{0,70}$|\b(?:says?|said|claims?|keeps? (?:saying|telling)) [^,;:.!?]{0,30}$"
)
_REQUESTS = Families((*REQUESTS, *INTENTS, *ASKED), QUESTIONS)
_ADVICE = Families((*CURES, *DANGERS, *SHAPES, *FOREIGN_ADVICE, *SAID, *HARM_PLAIN), ANSWERS, after=_NOT_MINE, told=True)


class HarmOutput:
    """Blocks advice that replaces or delays treatment, promises cures, or makes a danger sound safe."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding; sentences that deny or warn of such things pass."""
        return _ADVICE.first(text)


class HarmInput:
    """Refuses requests to hurt or deceive someone, and requests for a way to replace treatment."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding. Questions whether a cure works pass: the library answers them."""
        return _REQUESTS.first(text)
