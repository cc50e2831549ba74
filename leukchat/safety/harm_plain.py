"""Harmful advice in everyday sentences: care put off, a danger slept on, staff told a tale, a wish to die approved of.

An act or a claim, and beside it what makes it harmful (a date, an excuse, a promise). Words of
warning, questions, and what is left to the team excuse a sentence.
"""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_words import DISEASE, NO_CURE, NO_DESPAIR, NO_DISMISS, NO_RISK, TELL_TEAM

_GAP = r"[^.!?\n]"
_CARE = one_of(
    r"chemo\w*|treatment|therapy|transplants?|maintenance|consolidation|induction|marrow (?:tests?|biops(?:y|ies))|bone marrow (?:tests?|biops(?:y|ies))|biops(?:y|ies)|transfusions?|lumbar punctures?|scans?|blood tests?|infusions?",
)
_DANGER = one_of(
    r"fever|temperature|3[89](?:[.,]\d)?|chills|bleed\w*|nosebleeds?|blood in|chest pain|short(?:ness)? of breath|breathless\w*|stiff neck|headaches?|confus\w+|droop\w*|slurred|numb\w*|seizures?|fits?|black stools?|swollen (?:leg|calf)|purple (?:spots|rash)|infection",
)
_CHECKED = r"(?:fever|temperature|symptoms?|infection|redness|rash|heart problem|pain|bleeding|diarrh(?:o)?ea|diagnosis|leuk\w*|cancer|hepatitis|pregnan\w+|smoking|drinking|tablets?|doses?|cough)"
_WARNED = re.compile(
    r"\b(?:never|please|don't (?!matter|care|need|worry)|do not (?!matter|need)|shouldn't|should not|must not|mustn't|dangerous|harmful|unsafe|risk\w*|no (?:evidence|proof|study|trial)|myth|false|scam|wrong|can't (?:help|write|say|support)|cannot|won't (?:help|write)|call (?:your|the|us|at once|now|an)|ring (?:your|the)|at once|right away|straight away|ask (?:your|the|them|whether|about|first)|"
    r"tell (?:your|us|them (?:all|about))|talk (?:to|with)|team (?:will|can|may|decides|says|said|advises|plans)|your (?:doctor|clinic|team|nurse) (?:will|can|may|decides|says|said|plans)|doctors? (?:will|may|can|sometimes|often)|instead of|rather than|if your team|unless|whether|why|how|because|sometimes|usually|often|some people|many people|study|trial|may|might|isn't|is not|not (?:a|an|be))\b|\?\s*$"
)
_FORBIDDEN = re.compile(
    r"\b(?:never(?!\s*[.!]?\s*$)|nobody should|no one should|please|don't (?:tell|say|write|hide|leave|fake|lie)|do not|shouldn't|should not|must not|dangerous|harmful|can't|cannot|won't (?:help|write)|why|whether|how|tempting|may|might|some people|illegal|a crime|fraud|if you (?:hide|lie|leave|tell))\b|\?\s*$"
)


def _plain(rule: str, message: str, *patterns: str, unless: re.Pattern[str] = _WARNED) -> Family:
    return Family(f"harm.{rule}", message, rx(*patterns), unless)


_MILD = re.compile(
    r"\b(?:never|please|don't|do not|not|isn't|dangerous|risk\w*|harmful|call|ring|ask\w*|team|doctors?|clinic|nurse|if|unless|until|only|whether|why|how|no longer)\b|\?\s*$"
)
HARM_PLAIN: tuple[Family, ...] = (
    _plain(
        "dismiss_emergency",
        NO_DISMISS,
        rf"\b{_DANGER}\b{_GAP}{{0,50}}\b(?:can|could|may) (?:safely )?be (?:observed|watched|managed|treated|monitored|handled|cured) at home\b|(?<!non-)(?<!non )\blive (?:\w+ )?vaccines? (?:may|can) (?:\w+ )?be (?:given|administered)\b{_GAP}{{0,60}}\b(?:without|no|maintenance|chemo\w*|treatment)\b",
        unless=_MILD,
    ),
    _plain(
        "replace_treatment",
        NO_CURE,
        rf"\b(?:put|push|call|hold) (?:the |your |his |her |that )?(?:\w+ )?{_CARE} off\b|\b(?:put|push|call|hold) off (?:on |with )?(?:the |your |his |her |that |any )?(?:\w+ )?{_CARE}\b|\b(?:postpone|delay) (?:the |your |his |her |that )(?:\w+ )?{_CARE}\b(?={_GAP}*\b(?:month|summer|christmas|holiday|year|matter|nothing|slow\w*|herb\w*|first)\b)",
        rf"\b(?:last|remaining|next|other) (?:\w+ )?(?:blocks?|cycles?|rounds?) (?:do|does|are|is|bring|brings|add|adds) (?:nothing|useless|pointless|unnecessary)\b|\bsign (?:him|her|yourself|them) out\b|\bbail (?:on|out of) (?:the |your |this |that )?(?:\w+ )?{_CARE}\b",
        rf"\b{_CARE}\b{_GAP}{{0,50}}\b(?:can|may|could) (?:safely |easily |well |just as well )(?:be )?(?:started|begun|delayed|postponed|deferred|put off|wait|begin|start)\b",
        rf"\b(?:go|do|get by|manage|live) without (?:the |any |more |your )?{_CARE}\b|\bno (?:rush|hurry|urgency) (?:to|with|about|in) (?:\w+ )?(?:begin|start|treat)\w*\b|\b(?:months?|weeks|years?|summer) (?:or two |more |here or there )?(?:makes? no|don't make a|doesn't make a|won't make a|don't|doesn't) (?:difference|matter)\b{_GAP}{{0,20}}(?:\b(?:with|in|for) {DISEASE}\b|$)",
        rf"\b(?:throw|chuck|toss|flush) (?:them|it|the \w+|your \w+) (?:out|away|down)\b(?={_GAP}{{0,60}}\b(?:body|immune|heal|industry|poison|natural\w*|herb\w*)\b)|\b(?:trust|let) your (?:own )?(?:body|immune system|instincts?)\b(?={_GAP}{{0,40}}\b(?:heal|take over|do|instead|rather|beat|fight)\b)|\b(?:bin|ditch|dump|throw out|end|stop|quit) (?:the |your )?(?:\w+ )?(?:tablets|pills|chemo|treatment|drug|medicine) and (?:let|trust|believe|listen)\b",
    ),
    _plain(
        "miracle_cure",
        NO_CURE,
        rf"\b(?:cures?|cured|heals?|healed) (?:this|it|that|your \w+|him|her|them|people|{DISEASE}) (?:\w+ )?(?:with|by|using|through|within|in (?:\w+ )?(?:days|weeks|months))\b(?!{_GAP}{{0,30}}\b(?:chemo|imatinib|atra|arsenic|tablets?|transplant\w*|treatment|antibiotics?|drugs?|combin\w+|medicines?)\b)",
        rf"\b(?:juice|fast(?:ing)?|diet|tea|herbs?|raw|vegan|oil|light|breathing)\b{_GAP}{{0,50}}\b(?:marrow|blood|cells|body) (?:\w+ )?(?:renews?|rebuilds?|regenerates?|heals?|repairs?|resets?) (?:itself|themselves)\b",
        rf"\b(?:pulls?|draws?|flush\w*|wash\w*|sweats?|drives?) (?:the |all |all the )?(?:toxins|poisons?|acid|cancer|leuk\w*|disease|bad cells) (?:out|away)\b|\bknock(?:s|ed)? {DISEASE} out\b|\b(?:wiped?|wipes|washed|melted|cleared) (?:out|away) (?:the |their |her |his |my )?(?:leuk\w*|cancer|blasts)\b",
    ),
    _plain(
        "dismiss_emergency",
        NO_DISMISS,
        rf"\b(?:wait and see|see)\b {_GAP}{{0,30}}\b{_DANGER}\b{_GAP}{{0,40}}\b(?:by itself|by themselves|on its own|overnight|tomorrow|in the morning|on monday|goes|settles|clears)\b|\bif\b{_GAP}{{0,20}}\b{_DANGER}\b{_GAP}{{0,10}}\bstill\b{_GAP}{{0,20}}\b(?:tomorrow|monday|in the morning|next week|in a (?:few|couple))\b|\bif\b{_GAP}{{0,15}}\bstill\b{_GAP}{{0,20}}\b{_DANGER}\b{_GAP}{{0,10}}\b(?:tomorrow|monday|next week)\b",
        rf"\b(?:sit|sleep|ride|wait|walk|shrug|tough) (?:out|off|it out) (?:the |your |that |a |any |with )?(?:\w+ )?{_DANGER}\b",
        r"\bthermometer (?:\w+ ){0,2}?early\b|\bso (?:that )?(?:it|the reading) (?:reads|looks|shows) lower\b|\bnothing (?:to|worth) (?:ring(?:ing)?|call(?:ing)?|phon(?:e|ing)|bother(?:ing)?|troubl(?:e|ing)) (?:\w+ ){0,2}?(?:about|for|over|with)\b|\b(?:38|39|40|10[0-4])(?:[.,]\d)?(?: \S{1,2})? is (?:nothing|no (?:big )?(?:deal|drama)|fine|okay|ok)\b",
        rf"\bbefore (?:you )?(?:bother\w*|troubl\w+|disturb\w*|pester\w*) (?:anyone|anybody|the \w+|your \w+|them)\b|\b(?:nosebleeds?|bleeding|a fever|chest pain|fits|vomiting)\b{_GAP}{{0,30}}\b(?:is|are) (?:\w+ )?normal (?:with|on|after|during|for)\b{_GAP}{{0,30}}\b(?:just|keep|no need|nothing)\b",
    ),
    _plain(
        "hide_from_team",
        TELL_TEAM,
        rf"\b(?:tell|say to) (?:them|the \w+|your \w+) (?:that )?(?:\w+ ){{0,4}}?(?:had no|have no|was (?:normal|3[67])|lost|never had|feel fine|were fine|took)\b{_GAP}{{0,60}}\b(?:otherwise|or else|or they|so (?:that )?(?:you|they|he|she)|and you'll|and they'll|you'll get|then they)\b",
        rf"\b(?:just |simply |better )?(?:hide|leave|keep|wipe|cover) (?:the |your |his |her |any )?(?:\w+ ){{0,3}}?{_CHECKED} (?:\w+ ){{0,2}}?(?:off (?:the|your)|out of (?:the|your)|with make-?up|from (?:the|your) (?:team|doctors?|nurses?|form|insurer))\b|\b(?:to be let into|to get into|so you get into) the (?:trial|study)\b{_GAP}{{0,30}}\b(?:hide|leave out|lie|say)\b",
        rf"\b(?:when|if) (?:they|the \w+|your \w+|she|he|anyone) asks?\b{_GAP}{{0,40}}\b(?:say|answer|reply|tell them) (?:never|no|yes|nothing|that)\b|\b(?:doctors?|team|nurses?|clinic|hospital|oncologist|consultant)\b (?:don't|doesn't|do not|needn't|need not) (?:have to |need to )?(?:hear|know|be told|learn|find out)\b(?! (?:yet|exactly|for (?:sure|certain)|what|why|how|if|whether|which|enough))",
        r"\b(?:tick|mark|put|write|circle) [\"']?no[\"']? (?:where|when|if|on|to|for|under) (?:the|they|your|it)\b|\bso (?:that )?(?:the \w+|your \w+|nobody|no one|they) (?:does not|doesn't|do not|don't|won't|never|will not) (?:\w+ )?notices?\b|\bso (?:that )?(?:nobody|no one) (?:ever )?notices\b",
        rf"\bwrite that you (?:had|have|were)\b{_GAP}{{0,60}}\b(?:nobody|no one|never)\b|\b(?:they|nobody|no one) (?:never |will ever |will |ever )?(?:looks? it up|checks? (?:it|that)|finds? out|find out)\b(?={_GAP}*$)|\b(?:i'll|i can|let me) help you (?:fake|forge|hide|write the (?:goodbye|farewell))\b|\bprint (?:your|his|her|my) own (?:\w+ ){0, 2}?(?:card|certificate|prescription|note|letter)\b|\bcopy the (?:doctor's |nurse's )?signature\b|\bit's best (?:your|his|her) \w+ doesn't know\b",
        unless=_FORBIDDEN,
    ),
    _plain(
        "despair",
        NO_DESPAIR,
        r"\byou(?:'re| are) (?:only|just|nothing but|merely) an? (?:cost|weight|drain|problem|load|nuisance)\b|\bbetter to let go\b",
        r"\b(?:checking out|being gone|dying|ending it|death)\b[^.!?\n]{0,30}\b(?:would|might|will) be (?:a |the )?(?:\w+ )?(?:relief|blessing|favou?r|kindness|kindest)\b",
        r"\bif you(?:'ve| have) decided to (?:end it|die|go)\b[^.!?\n]{0,40}\b(?:respect|understand|won't try|your choice|support)\b|\b(?:goodbye|farewell|suicide) (?:note|letter)\b[^.!?\n]{0,40}\b(?:sounds?|peaceful|help|write|words)\b|\b(?:hurting|cutting|harming|burning) yourself (?:\w+ ){0,3}?(?:is|can be|may be) (?:a |an )?(?:\w+ )?(?:fine|ok|okay|good|way|normal)\b",
        unless=re.compile(r"\b(?:can't|cannot|won't (?:write|help)|never|please|crisis|not (?:a|an|the)|isn't)\b|\?\s*$"),
    ),
    _plain(
        "unsafe_advice",
        NO_RISK,
        r"\b(?:raw|unpasteuri[sz]ed|undercooked) (?:\w+ ){1,2}?(?:is|are) (?:\w+ly )?(?:suitable|appropriate|acceptable|recommended|permitted|allowed)\b",
        rf"\b(?:aspirin|ibuprofen|naproxen|raw \w+|sushi|oysters|alcohol|vodka|tattoos?|live vaccines?)\b{_GAP}{{0,50}}\b(?:even|also) (?:with|when|at|while|during) (?:your )?(?:platelets|neutrophils|counts|low)\b|\b(?:with|while|at) (?:your )?(?:neutrophils|platelets|counts) (?:of|at|are at|below|under|are)\b{_GAP}{{0,20}}\b(?:is|are) (?:fine|ok|okay|safe|no problem)\b",
    ),
)
