"""Words around a change that tell whether it is put to the person, forbidden, or about others."""

from __future__ import annotations

from leukchat.safety.dosing.grammar import OPENING, PERSON, TAKE
from leukchat.safety.dosing.phrases import Phrases

FINE = Phrases(
    r"\b(?:ok|okay|fine|safe|alright|all right|harmless|reasonable|sensible|acceptable|best|better|wise|wiser|smart|simplest|easiest|no problem|no harm|"
    r"harm in|won't hurt|wouldn't hurt|doesn't hurt|not hurt|doesn't matter|don't worry|worth|try|trying|consider|suggest\w*|recommend\w*|advise|advice is|"
    r"feel free|go ahead|no need|don't need|i'd|i would|let's|time to|possible to|allowed to|can be|may be|might be|could be|should be|ought to be|free to|"
    r"prefer|option is|idea is|fix is|thing is|trick is|room to|answer is|what works|tip|remedy is|start by|by|okay to|instead|rather|simply|just|please|"
    r"always|then|do the same|like you|plan is|enough to|ready to|welcome to|safely|tomorrow|tonight|today|plenty|settles?|helps?|usually|often|"
    r"nothing wrong (?:with|in)|nothing (?:bad |terrible |much |awful )?(?:will )?happens?|big deal|no drama|matters? little|can't hurt|couldn't hurt|"
    r"never hurts|perfectly|right move|makes sense|sense to|advisable|could always|might as well|i'd have|why not|how about|what about|have you (?:tried|"
    r"thought|considered)|opt for|let yourself|allow yourself)\b",
)

GOOD = Phrases(
    r"\b(?:fine|ok|okay|safe|helps?|works?|settles?|fixes|solves|harmless|won't hurt|no harm|usually|often|alright|sensible|reasonable|enough|sorts?|eases?|"
    r"does the trick|good idea|the answer|best|cures?|clears?|stops the|plenty|begins?|starts?|usual|right|something you can|you can do|yourself|wise|smart|"
    r"advisable|appropriate|indicated|preferable|better|makes sense|recommended|way to go|move|option|normal|reassuring|painless|sensible|sufficient|"
    r"will do|should do)\b",
)

BAD = Phrases(
    r"\b(?:is|are) (?:a |an )?(?:\w+ )?(?:decision|choice|question|matter)\b|"
    r"\b(?:danger\w*|harm(?:ful|s)?\b|risk\w*|lowers? the chance|lets? the|let (?:the )?leukemia|grow|worse\w*|fatal|relapse|serious|discussed|lose|"
    r"resistan\w*|not a reason|isn't a reason|wrong|mistake|unsafe|stop\w* working|less well|less effective|work less|come back|raise\w* the)\b",
)

NEGATION = Phrases(
    r"\b(?:not|never|\w+n't|don't|doesn't|didn't|shouldn't|mustn't|can't|cannot|won't|wouldn't|isn't|aren't|nobody|no one|avoid|without|against|resist|nor|"
    r"neither|rather than|instead of|before|whether|why|reason to|tempt\w*|wish to|urge to|if you (?:ever )?(?:want|wish|need|think|plan)|no|who|how|"
    r"refus\w*|question of|decide (?:if|when|to)|afraid)(?: \S+){0,6}? ?$",
)

NOT_NEGATION = Phrases(
    r"\b(?:(?:no|nothing) (?:wrong|problem|harm|need|longer|trouble|issue|risk)|won't (?:hurt|harm|matter)|(?:don't|do not|doesn't|does not) (?:need|"
    r"have) to|no reason not|not a problem|isn't (?:dangerous|a problem|harmful)|wouldn't hurt|why not|don't worry)\b[^.]{0,40}$",
)

CONDITION = Phrases(
    r"\b(?:unless|except when|except if|only if|only when|but|though)\b(?! (?:your|the|his|her) (?:\w+ )?(?:team|doctor|nurse|pharmacist|clinic|oncologist|"
    r"h?a?ematologist|specialist|hospital|ward|consultant)| (?:you|a|an|told|they|advised|instructed|directed|asked|told)\b)",
)

THIRD = Phrases(
    r"(?:^|, |\bthat |\bwhile |\bbefore |\bwhen |\band |\bbecause )(?:\w+ ){0,5}?(?:some|many|most|few|other|people|patients|adults|children|doctors|"
    r"hospitals|trials|studies|researchers|they|those)\b(?! (?:like|of you))",
)

LIKE_YOU = Phrases(
    r"\b(?:like you|do the same|you too|so (?:can|could|should|may) you|and you|your own)\b",
)

OTHER_SUBJECT = Phrases(
    r"(?:^| )(?:chemo|MED|DRUG|SUPP|FORM|leukemia|cells?|counts?|it|this|that|which|symptoms?|rash|bleeding|side effects?|infections?|body|tests?|treatment|"
    r"pump|the NUM|levels?|effects|antacids|food|grapefruit|smoking) (?:\w+ ){0,2}?(?:can|may|might|could|will|would|to|does|do|should)? ?$",
)

JOURNEY = Phrases(
    r"\b(?:trip|travel\w*|luggage|suitcase|spare|delayed|customs)\b",
)

TRAVEL = Phrases(
    r"\b(?:trip|travel\w*|suitcase|luggage|hospital bag|pharmacy|delivery|refill|fridge|store|storage|leaflet|appointment|toilet|bin|list|questions?|bracelet|card|home|sun)\b",
)

PROPOSES = Phrases(
    r"\b(?:why not|how about|what about|why don't|have you (?:tried|thought|considered)|what if you|could you (?:just|simply|try))\b",
)

DECIDES = Phrases(
    r"\b(?:your|his|her|their) right to (?:stop|end|refuse|decline) (?:MED|DRUG)\b|\b(?:decision|choice) (?:that )?(?:people|they|you|patients|families) (?:\w+ )?make\b|\bmade together\b|\bdeciding to (?:stop|end|pause)\b|\bpalliative\b|\bhospice\b|\bhasten\b|\b(?:decision|choice) people\b|"
    r"\b(?:lower|higher) DOSE of \w+ (?:made|make|allow\w*|let)\b|\bcaring choice\b|\bno longer helps?\b|\blets? (?:the )?(?:leukemia|disease|cells|it) (?:\w+ )?(?:come back|return|grow)\b|\bcomes? back more often\b|\bgiving up hope\b",
)
"""Ending treatment as a person's right, or what follows from it: told of, not advised."""

ALONE = Phrases(
    r"\b(?:halve|halving|taper\w*|wean\w*|drug holiday|protocol|what you (?:take|are on|have now)|than the label|than (?:you are|you're) (?:taking|on)|"
    r"full amount|strengths?|usual amount|take (?:it|them|one|NUM)|(?:miss|missing|skip|skipping) (?:a )?(?:NUM|one|some|odd) (?:days?|nights?|weeks?)|"
    r"by (?:NUM|half|a) (?:%|percent|quarter|third)|(?:quarter|third|half|NUM %|NUM percent) (?:less|more)|(?:switch|switching|change|go|going) to (?:every|"
    r"once|twice|alternate)|(?:skip|leave|omit) (?:that|this) one|double (?:it|the (?:following|next|other))|doubling it|doubl(?:e|ing) up|"
    r"half (?:of )?(?:your|the|his|her) (?:normal|usual|regular|current)|the (?:morning|afternoon|evening|night|noon|lunchtime|bedtime) (?:one|DOSE)|"
    r"(?:previous|old|same|usual|former) (?:amount|strength)|half the amount)\b",
)

NOUN_START = Phrases(
    r"(?:gap|interval|half|quarter|an?|the|short|brief|little|twice|less|more|fewer|larger|smaller|higher|lowest|highest|stronger|weaker|next|old|only|"
    r"every|one|NUM|drug|MED|treatment|chemo|pill|tablet|without|off|break|holiday|rest|gap|days?|week|three|extra|bigger|second|pause from|lower (?:of|"
    r"strength|DOSE)|double (?:portion|lot|share))\b",
)

TAKES = Phrases(
    rf"(?:{OPENING}|{PERSON}(?: \S+){{0,5}} )(?:{TAKE}|go with|get by on) (?:\w+ ){{0,4}}$",
)
