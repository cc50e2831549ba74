"""Instructions to the assistant hidden in questions or in text from outside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

REFUSAL = "I can only answer questions about leukemia and its care, and I keep to my safety rules whatever the text asks. What would you like to know about leukemia?"
STRIPPED = "[instruction removed]"
_PATTERN = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|skip|neglect|drop|do not follow|don'?t follow)\b[^.!?\n]{0,40}\b(?:instructions?|rules|guidelines?|guardrails?|restrictions?|prompts?|safety|polic(?:y|ies)|filters?|directions|everything (?:above|before)|all (?:previous|prior|above)|what (?:i|you) (?:said|were told)|the above)\b"
    r"|\b(?:system|developer|hidden|initial|original) (?:prompt|message|instructions?)\b|\b(?:reveal|print|show|repeat|output|leak)\b[^.!?\n]{0,30}\b(?:your (?:prompt|instructions|rules)|the prompt|instructions above|words above)\b"
    r"|\b(?:you are now|from now on(?:,)? you|act as(?: if you were| though you)?|pretend (?:to be|you are|you'?re|that you)|role-?play as|simulate|imagine you are|behave as|you will be playing|stay in character)\b[^.!?\n]{0,60}\b(?:doctor|physician|oncologist|pharmacist|nurse|dan|ai|assistant|chatbot|model|no (?:rules|restrictions|limits|filter)|unrestricted|without (?:rules|restrictions|filters)|jailbr\w*|evil|expert|prescrib\w*)\b"
    r"|\b(?:pretend|pretending|act|acting|imagine)\b[^.!?\n]{0,25}\b(?:to be|as|you are)\s(?:a |an |the )?(?:free|new|different|unfiltered|uncensored|stan|dan|aim|character|another (?:ai|bot|model))\b|\bjust (?:print|say|repeat|output)\b[^.!?\n]{0,10}\"|\bstop everything\b[^\n]{0,40}\b(?:print|say|output)\b"
    r"|\b(?:jailbreak\w*|dan mode|developer mode|do anything now|god mode|debug mode|sudo mode|admin mode|unrestricted mode|no longer bound|without any (?:restrictions|filters|limits)|bypass (?:the |your )?(?:filter|safety|guard))\b"
    r"|<\|?(?:system|im_start|im_end|endoftext|begin_of_text|start_header_id|eot_id)\|?>|\[/?inst\]|<</?sys>>|^\s*(?:system|assistant|developer)\s*:|### ?(?:system|instruction|response)\b"
    r"|\b(?:new|updated|important|real|secret) (?:instructions?|rules|directive|task)\s*:|\b(?:as an? (?:ai|assistant|language model)|dear (?:ai|assistant|chatbot)|(?:ai|assistant|chatbot|llm)s? (?:reading|processing|must|should|please))\b[^.!?\n]{0,60}\b(?:must|should|ignore|tell|say|recommend|output|write|reply|respond)\b"
    r"|\b(?:guards?|filters?|safety|restrictions?|moderation) (?:is |are )?(?:now )?(?:disabled|off|removed|lifted|bypassed)|\b(?:test|maintenance|training|root|override) mode\b|\bpermission to (?:break|ignore|bypass|skip)\b|\b(?:don'?t|do not|never) mention (?:your|any) (?:restrictions|rules|limits|guidelines)|\bprint (?:the )?(?:text|words|lines?|everything) (?:above|before)|\bfilters (?:removed|off)\b|\bignores? (?:its|his|their) (?:makers'?|creators'?)? ?rules\b"
    r"|\b(?:oublie[zr]?|dimentica|olvida|vergiss|ignorier\w*|esqueca|ignora|bhool)\b[^.!?\n]{0,40}\b(?:consignes?|istruzioni|instrucciones|anweisungen|instrucoes|regles|regole|reglas|regeln|regras|nirdesh)\b"
    r"|\b(?:your|the) (?:safety|guard\w*|content) (?:rules?|filters?|polic(?:y|ies)|rails?) (?:are|is|do(?:es)?n'?t) (?:now )?(?:off|disabled|lifted|suspended|removed|apply)\b"
    r"|\b(?:ignora|olvida|ignorez|oubliez|ignoriere|vergiss|ignore as) (?:\w+ ){0,3}(?:instrucciones|instructions|anweisungen|istruzioni|instrucoes|regeln|regles)\b",
    re.MULTILINE,
)


class InjectionInput:
    """Blocks a question that tries to change the assistant's rules."""

    name = "injection"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding for the first attempt."""
        normal = normalise(text)
        match = _PATTERN.search(normal.text)
        if match is None:
            return ()
        start, end = normal.span(*match.span())
        return (Finding(rule="injection.instruction", action=Action.block, start=start, end=end, message=REFUSAL),)


def strip_instructions(text: str) -> tuple[str, tuple[str, ...]]:
    """Text from outside with sentences that give the assistant orders replaced, and those sentences."""
    removed: list[str] = []

    def replace(match: re.Match[str]) -> str:
        if _PATTERN.search(normalise(match[0]).text):
            removed.append(match[0].strip())
            return STRIPPED + ("\n" if match[0].endswith("\n") else "")
        return match[0]

    return re.sub(r"[^.!?\n]+[.!?\n]*", replace, text), tuple(removed)
