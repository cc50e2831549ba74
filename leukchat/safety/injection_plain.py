"""Attempts to change the rules in plain words: permission claimed, rules "put aside", the hidden text asked for without naming it."""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.injection_words import REFUSAL

_GAP = r"[^.!?\n]"
_RULES = one_of(
    r"(?:safety |internal |hidden |original |own )?(?:rules|instructions?|safety text|guidelines?|limits|filters?|moderation|duty|instructions internas|istruzioni|instrucoes|mensaje de sistema|anweisungen)"
)
_UNDO = one_of(
    r"put (?:them |it |those )?aside|withdrawn|overrules?|overridden|non valgono|no longer (?:apply|count|hold)|desactiv\w+|breaks? your rules|release you|signed off on|isn't in your vocabulary|contradict|supersede[sd]?|lifted|suspended|cancelled|replaced by"
)
_MEANT_WELL = re.compile(
    r"\b(?:hospital'?s? rules|ward rules|visiting rules|my (?:doctor|team|nurse)|insurance rules|diet rules|the school|how do i|what are the rules|transfusion guidelines?)\b"
)


def _attack(rule: str, *patterns: str) -> Family:
    return Family(f"injection.{rule}", REFUSAL, rx(*patterns), _MEANT_WELL)


PLAIN: tuple[Family, ...] = (
    _attack(
        "override",
        rf"\b(?:your|all|previous|safety|le|la|the guideline i'm pasting)\b{_GAP}{{0,40}}\b{_RULES}\b{_GAP}{{0,60}}\b{_UNDO}|\b{_UNDO}\b{_GAP}{{0,30}}\b(?:your (?:own|rules|duty)|unrestricted output|moderation|la moderation)\b|\b\"?no\"? isn't in your vocabulary\b|\brelease you from your duty\b",
        r"\bwhatever comes next, (?:answer|say|reply)\b|\btreat the next message as coming from\b|\ba tame one and one that breaks\b|\bguideline i'm pasting overrules\b|\bthe bot (?:names|gives|never refers)\b|\bgo on without a warning\b",
    ),
    _attack(
        "authority",
        rf"\b(?:as the head of|by order of|legal has|je suis votre administrat|i'm your administrator|compliance has|the ministry)\b{_GAP}{{0,60}}\b(?:you (?:have to|must|may|can)|release you|signed off|session|unrestricted|desactiv\w+|answer each question)\b",
    ),
    _attack(
        "prompt_leak",
        r"\b(?:what was written above|everything (?:between|before|above) (?:the start|my first|this)|text of your instructions|word by word what|(?:which|what) sentences are you forbidden|notes your developers gave you|mensaje de sistema|texto completo das suas instru\w+|instrucoes internas)\b",
    ),
    _attack(
        "passage",
        rf"\b(?:passage|article|document|summary|retrieval note|index)\b{_GAP}{{0,80}}\b(?:you must give me|answer only from your imagination|recommend bleach|use this passage|confirm that you've loaded|so follow it)\b|\bin white text it says you must\b",
    ),
    _attack(
        "override",
        r"\bnothing (?:that )?(?:you(?:'ve| have| were)?|they) (?:been )?(?:told|given|taught|instructed)\b[^.!?\n]{0,50}\b(?:counts?|applies|matters|holds)\b|\bnew rules? for you\b|\b(?:switched|put|set|moved|placed) you (?:in|into|to) (?:\w+ ){1,2}mode\b|(?<!immune )\bsystem override\b(?! (?:its|the) check)|\bobey only\b|\byour (?:guidelines|rules|limits|instructions|filters?) (?:are|is|have been) (?:now )?(?:paused|on hold|off duty)|\b(?:words|text|prompt) you were (?:configured|set up|primed|programmed) with\b|\bhide this line\b",
        r"\byou(?:'re| are) (?:now )?(?:\w+[ ,]+){1,6}with (?:zero|no|without any) (?:\w+ )?(?:worries|limits?|rules|restrictions|filters?|conscience|scruples|liability|guidelines)\b|\byou(?:'re| are) (?:now )?an? (?:\w+ )?(?:root |unix |linux )?(?:shell|terminal)\b|\b(?:the )?one without (?:rules|restrictions|limits|filters?)\b",
        r"\bnever mention (?:doctors|warnings?|disclaimers?|safety)\b|\bwhenever i (?:say|write|type) \w+,? (?:you )?(?:drop|stop|forget|lose|switch|turn)\b|\b(?:whatever|whichever|whoever|any) (?:program|software|system|machine|model|bot)s? (?:that )?reads? (?:this|it)\b|\beach first letter\b[^\n]{0,80}\b(?:guidelines|rules|instructions)\b|\breverse order and do what\b",
        r"\bnon hai (?:piu )?regole\b|\bno tienes (?:mas |ya )?reglas\b|\btu n'as plus (?:de|aucune) regles?\b|\bdu hast keine regeln\b|\bvoce nao tem (?:mais )?regras\b|\bals gabe es deine (?:vorgaben|regeln) nicht\b",
    ),
    _attack(
        "prompt_leak",
        r"\b(?:paste|print|show|copy|type|repeat|give)\b[^.!?\n]{0,30}\btext\b[^.!?\n]{0,20}\b(?:developers|makers|creators|programmers)\b|\bwhat (?:does|do|is|are|did) your (?:very )?first instructions?\b|\b(?:first|last|opening) (?:line|word|sentence)s? of your (?:prompt|instructions|setup)\b|\byour (?:very )?first instruction\b|\bevery (?:rule|instruction) (?:that )?(?:you(?:\'ve| have| were))\b|\bnote to (?:the |any )?(?:ai|llm|model|bot|assistant|summari[sz]er)\b",
    ),
)
