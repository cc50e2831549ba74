"""False comfort by its shape: a sign, a trifle it is put down to, and the advice to do nothing about it.

Whoever plays a sign down keeps somebody from calling. Sentences that say when to call, or that speak of most people, pass.
"""

from __future__ import annotations

import re

from leukchat.safety.diagnosis_words import NO_COMFORT, SIGN
from leukchat.safety.families import Family, one_of, rx

GAP = r"[^.!?\n]"
ALARM = one_of(
    SIGN,
    r"38(?:[.,]\d)?|39(?:[.,]\d)?|10[0-4](?:\.\d)?|nodes?|glands?|shortness of breath|(?:blurr\w+|double|blurry) (?:vision|sight)|hot flushes",
    r"blast\w*|lymphocytes|dots|stools?|tingling",
)
OURS = one_of(
    r"the|your|his|her|these|those|that|this|such|a|an|some|little",
)
TRIFLE = one_of(
    r"(?:dry|winter|cold) air|the (?:duvet|weather|heat|vaccine|jab|gym|season|steroids|food|iron in your food|flu|stress|heating)|hormones|stress",
    r"nerves|anxiety|growing(?: pains)?|out of shape|a lab (?:hiccup|error|quirk)|a (?:cold|bug|virus|cramp|quirk|hiccup|phase)|old age",
    r"(?:your|his|her) (?:age|nerves|imagination|tooth|posture|mattress)|tiredness|overtired|unfit|worn out",
    r"what (?:everyone|everybody|stress|age)\b|wind|teething|the gym|dehydration|your body healing|the chemo talking|piles|a trapped nerve",
)
DISMISSED = one_of(
    r"(?:don't|do not) give it (?:another|a second) thought|go back to bed|needs? no doctor|no (?:call|cause|need) (?:to show|for a fuss|to make a fuss)|par for the course|(?:don't|do not) run to (?:the|your) \w+",
    r"(?:can|may|might|should|could) (?:\w+ )?(?:be )?ignored?\b|ignore (?:it|them|that|this)|forget (?:all )?about (?:it|them|that|this)",
    r"carry on(?: as usual| as normal)?|no (?:phone )?call (?:is )?(?:required|needed|necessary)",
    r"no (?:real |big |great )?(?:deal|drama|biggie|worry|worries|fuss|harm|concern)",
    r"(?:nobody|no one|no doctor|no nurse) (?:has|needs|need|is needed) to (?:look|see|check|know|hear|examine|treat|be told)",
    r"not (?:something|anything|a thing|one) (?:to|for|that|worth)",
    r"(?:isn't|is not|aren't|are not|hardly|never) (?:a reason|reason enough|cause|something|anything|one) (?:to|for) (?:\w+ )?(?:call\w*|phon\w*|ring\w*|see\w*|worry\w*|troubl\w*|bother\w*|contact\w*|tell\w*|look\w*|concern|alarm|panic|visit|go)",
    r"nothing[- ]burger",
    r"(?:will|it'll|'ll) (?:pass|fade|go|wash|clear|settle)\b[^.!?\n]{0,30}?(?:on (?:its|their) own|by (?:itself|themselves)|without|no one|nobody|anyway|soon enough)",
    r"wash(?:es)? away by (?:itself|themselves)|never means? (?:a thing|anything)|don't mean (?:a thing|anything)|means? nothing",
    r"(?:enjoy|have) (?:the|your|a nice) (?:weekend|day|evening|party|holiday)|sleep (?:soundly|easy|well|tight)",
    r"(?:pop|take) (?:\w+ ){1,6}and (?:carry on|forget|relax)|end of story|put the idea out of your mind|(?:put|set) your mind at (?:rest|ease)",
    r"wait for (?:your|the) next (?:visit|appointment|check)",
)
_EXCUSES = (
    r"\bharmless(?:,| and)? (?:but|though|yet|it's (?:just )?not)\b|\b(?:if|unless|until|usually|often|sometimes|most|many|some|may be|might be|could be|can be (?:a|due|caused|an|serious|hidden)|can (?:come|have|follow|cause)|one of|ask|call (?:your|us|the|at)|ring your|tell (?:your|us)|mention (?:it|them)|report (?:it|them|this)|should be (?:checked|looked|reported|told|seen)|not (?:be )?ignored?|never ignore|don't ignore|do not ignore|"
    r"can't (?:say|tell|know|judge)|cannot (?:say|tell|know|judge)|nobody can|whether|doesn't mean|does not mean|not always|don't wait|do not wait|never wait|normal to (?:feel|be)|feel\w* (?:scared|afraid|guilty)|appetite|hair|taste|your team (?:says|said|tells|decides)|doctor (?:says|said|told)|how (?:do|can|to)|what (?:is|are|if)|why)\b"
)
_OPEN = re.compile(_EXCUSES)
EXCUSE = re.compile(rf"{_EXCUSES}|\?\s*$")


def _calm(*patterns: str, pair: bool = False, unless: re.Pattern[str] = EXCUSE) -> Family:
    return Family("diagnosis.false_comfort", NO_COMFORT, rx(*patterns), unless, None, pair)


_PUT_DOWN = one_of(
    r"(?:is|are|'s|was) (?:really |probably |surely |always |very )?(?:only|just|simply|merely|purely|nothing (?:but|more than)|no more than|all)",
    r"(?:is|are) what|comes? from|(?:is|are) from|(?:is|are) (?:caused by|due to|down to)",
)
CALM: tuple[Family, ...] = (
    _calm(
        rf"\b{OURS}\b{GAP}{{0,30}}?\b{ALARM}\b{GAP}{{0,30}}?\b{_PUT_DOWN} (?:\w+ ){{0,2}}?{TRIFLE}\b",
        rf"\b{ALARM}\b{GAP}{{0,70}}?\b{DISMISSED}\b",
        rf"\b(?:all|everything|it all|things) (?:is|are|'s|looks?) (?:well|fine|good|normal|under control|as it should be|perfectly \w+)\b{GAP}{{0,60}}?\b(?:cancel|skip|enjoy|relax|forget|no need|exactly|so\b|in there)",
        r"\b(?:cancel|skip|call off|drop|leave out) (?:the|your|that|this|monday's|tomorrow's|today's|next week's|his|her|\w+day's) (?:\w+ ){0,2}?(?:blood (?:draw|test)|test|check-?up|visit|scan|biopsy|appointment|follow-?up)\b",
        r"\b(?:zero|absolutely no|not the slightest|no earthly|little) (?:reason|need|cause|point) (?:to|for|in)\b|\bput your mind at (?:rest|ease)\b|\b(?:can|let me) (?:fully |completely |entirely )?(?:reassure|put) you\b(?: completely| fully| entirely|: )|\breassure you completely\b|\b(?:first|one) (?:test|result|one) said all\b",
        rf"\b(?:don't|do not|never|no one should|nobody should) (?:trouble|bother|disturb|pester|alarm) (?:anyone|anybody|them|the \w+|your \w+|a doctor)\b|\bbother (?:anyone|anybody|them)\b{GAP}{{0,30}}\b(?:about|with|over) (?:a|the|this|that|your)\b|\b(?:trouble|bother) the (?:clinic|ward|team|hospital|doctors?|nurses?) (?:with|about)\b",
        rf"\b(?:at your age|you(?:'re| are) (?:young|fit|healthy|strong)|kids|children|boys|girls)\b{GAP}{{0,70}}\b(?:never mean|don't mean|end of story|do not run around like that|nothing to fear|do not get|don't get)\b|\b(?:he|she|your \w+) (?:only|just|merely|simply) has (?:\w+ )?(?:growing pains|a (?:cold|bug|virus)|teething)\b",
        r"\b(?:that|this|it)(?:'s| is| was) (?:\w+ly |totally |quite |really )*(?:harmless|no big deal|nothing (?:serious|bad|to fear|special))\b(?! (?:to|if|for most))|\b(?:no|without any) need to fear\b|\bexactly what it should\b",
    ),
    _calm(
        rf"\b{ALARM}\b[^\n]{{0,40}}[.!?;:]\s*(?:\w+[,!]? ){{0,3}}?(?:relax|calm down|it's nothing|nothing to it|(?:hormones|stress)(?=\s*[.,!;]|\s*$)|that's nothing|no worries|don't fret|never mind|carry on|just \w+ it)\b",
        rf"\b(?:relax|calm down|trust me|don't fret|breathe|easy now|no panic|cheer up)[,.!:;]{{1,3}}\s?(?:\w+[,!:]? ){{0,4}}?{GAP}{{0,40}}\b{ALARM}\b{GAP}{{0,40}}\b(?:just|only|simply|merely|nothing|everyone|everybody|normal|fine|harmless)\b",
        pair=True,
        unless=_OPEN,
    ),
)
