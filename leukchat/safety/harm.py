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


_THING = r"(?:chemo\w*|drugs?|medicines?|tablets?|pills?|steroids?|dexamethasone|prednisone|asparaginase|treatments?|juice|tea|foods?|hospice|infections?|germs?|viruses|supplements?|iron|transfusions?|cells|leuka?emia|sugar|radiation|antibiotics)"
# What only sounds like a deed: a thing does it, somebody else says it, it is prevented, or the word has another sense.
HARMLESS = re.compile(
    r"\bout of (?:quitting|stopping|refusing|leaving|skipping|giving up|dropping|cancelling|ditching)\b(?: \w+){0,3}"
    r"|\b(?:number|ring|call|phone|line|whom?)(?: \w+){0,3} (?:for|about) poison\w*|\bpoison(?:s|ing)? (?:questions|lines?|control|cent(?:er|re)s?|helpline|information|service|hotline)\b"
    r"|\b(?:says?|saying|said|claims?|claiming|writes|believes?|flyer|post|video) (?:that )?[^.!?\n]{0,80}\bkill (?:them|it|the (?:parasites?|worms?|fungus|cancer|virus)) with\b"
    rf"|\b(?:why|does|do|did|will|would|can|could|may|might) (?:\w+ ){{0,3}}{_THING} (?:\w+ ){{0,2}}?(?:make|push|hurt|kill|harm|threaten|raise|help or hurt)\b(?: (?:my|the|a|his|her|your|some|up|people|patients|\w+) ){{0,1}}(?:\w+ )?(?:die|sick|ill|weak|sicker)?"
    r"|\b(?:which|what) (?:infections?|germs?|viruses|foods?|cells) (?:could |can |might |may )?(?:threaten|hurt|harm|kill)s?\b"
    r"|\bfake (?:lashes|eyelashes|nails|tan|hair|news(?! (?:article|story|report|site|page))|brows|eyebrows|cancer cures?|cures?)\b|\bget a fake (?:drug|pill|medicine|treatment)\b|\b(?:before|when|once) (?:they|these|it) (?:are|is) sold\b|\b(?:report|result|pcr|letter) says undetect\w+"
    r"|\b(?:protocol|guidelines?|rules?|leaflet|plan|machine|nurse|doctor|consultant) (?:was|were|got|has been|have been) replaced\b"
    r"|^do (?:patients|people|others|some) (?:ever|sometimes|often|really) (?:lie|hide|cheat|fake)[^.!?\n]{0,60}"
    r"|\bwhat (?:can|do|should) i (?:tell|say to) (?:the |his |her |my |our )?(?:school|teachers?|kindergarten|boss|neighbours?|neighbors?)\b(?! so)",
    re.IGNORECASE,
)


class HarmInput:
    """Refuses requests to hurt or deceive someone, and requests for a way to replace treatment."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding. Questions whether a cure works pass: the library answers them."""
        return _REQUESTS.first(HARMLESS.sub(lambda match: "x" * len(match[0]), text))
