"""Questions about medicines that ask for no dose: what it is for, how it works, how long it stays, what a word means."""

from __future__ import annotations

from leukchat.safety.dosing.alternatives import alternatives

_AGENT = r"(?:DRUG|SUPP|MED|FORM|SHOT|DOSE)"
_CURIOUS = alternatives(
    r"\bhow (?:fast|quickly|soon|long|much time|many hours|many days|many years|many months)\b.{0,60}\b(?:works?|working|effect|effects|effective|kick in|act|acts|affects?|aff+ects?|leaves? (?:the|my|your|his|her)|stays? (?:in|active|good)|lasts?|potent|expires?|good for|show up|detected|detectable|in (?:my|your|the|his|her) (?:system|body|blood|urine)|half-life|wear off|absorbed|delivery)\b"
    r"|\bhow (?:quickly|soon|fast) (?:do|does|must|should) (?:the )?(?:MED|DRUG)\b.{0,20}\b(?:start|begin|help)\b"
    rf"|\bwhat (?:is|are|does|do|can|was|were|will)\b.{{0,60}}\b(?:used for|for \?|do for|treats?|cures?|made of|contain|look like|good for|stand for|prescribed for|help with|called)\b|\bwhat (?:is|are) (?:it|this|they|these|{_AGENT})(?: {_AGENT})* (?:for|used)\b|\bwhat (?:does|do) (?:\w+ )?(?:NUM MASS )?{_AGENT}(?: NUM (?:MASS|GRAM))? (?:do|treat|cure|contain)\b|\bwhat (?:is|'s) it for\b"
    r"|\b(?:what|which) (?:is|are|'s) (?:the |some |my )?(?:\w+ )?(?:MED|options) (?:for|of|options|available)\b|\bwhat schedule (?:DRUG|MED)\b|\bschedule (?:DRUG|MED)\b|\bis what schedule\b"
    r"|\bhow (?:much|many) (?:alcohol|sugar|sodium|salt|lactose|gluten|caffeine|\w+ alcohol) (?:is|are) in\b|\bhow (?:much|many) (?:DRUG|SUPP) (?:the body|does the body|do cells|is in|are in|(?:is )?absorbed|gets? into)\b"
    r"|\b(?:are there|is there|any|read|found|saw) (?:\w+ )?(?:studies|study|research|trials?|evidence|data|papers?|articles?) (?:about|on|of|for|into|that|showing)\b|\b(?:only|just) want to (?:read|understand|know why)\b|\bjust (?:like|want) to understand\b|\b(?:is there|any) research\b"
    r"|\bnot (?:for me to|looking for|asking (?:for|about|whether)|planning)\b|\b(?:do not|don't|dont|never) (?:want|plan|intend|mean|wish) to (?:stop|change|skip|quit|reduce|halve|leave)\b|\bsame prescribed\b"
    r"|\bwhat (?:does|do|is|are|'s)\b.{0,70}\b(?:mean|stand for|meant)\b|\bwhat an? [^?]{0,40} (?:is|means)\b|\bDOSE (?:-|,)? ?(?:limiting|escalation|dense|finding|intensity|density|escalating|related)\b|\bphase (?:NUM|one|i+)\b.{0,30}\b(?:trial|DOSE)\b"
    r"|\bwhy (?:should|shouldn't|must|mustn't|do|does|is|are|was|were|can|can't|did|would|not|don't|won't)\b|\bdo (?:they|doctors|people|hospitals) (?:ever|usually|often|sometimes)\b|\b(?:if|when) (?:one|someone|people|a person|somebody|patients?) (?:chooses?|decides?|wants?|stops?) to\b|\bafter (?:someone|people|one) stops?\b"
    r"|\bhow long (?:after|before) (?:eating|food|a meal|meals|breakfast|lunch|dinner)\b|\bhow long before (?:a|the|each|my) (?:meal|food)\b|\bon an empty stomach\b|\bbest time of (?:the )?day\b|\bover the counter (?:\w+ ){0,3}(?:with|and)\b"
    r"|\b(?:bring|dispose|disposal|throw|dustbin|bin|trash|flush|destroy|hand in|take back|give back)\b.{0,40}\b(?:leftover|left over|unused|old|expired|FORM|MED|DRUG)\b|\b(?:leftover|unused|expired)\b.{0,40}\b(?:bring|dispose|throw|dustbin|bin|flush|go)\b"
    r"|\bwho (?:\w+ )?(?:works out|decides?|sets|calculates|determines|checks|prescribes|chooses|picks|pays|gives|is allowed)\b|\b(?:difference|differences) between\b|\b(?:what|which)(?:'s| is| are)? (?:the )?(?:difference|risks?|dangers?|benefits?|downsides?|point|purpose|reason|success|chances?)\b"
    r"|\b(?:do|does|did|can|could|will|would|may|might) (?:an? |the |one |some )?(?:missed|late|skipped|missing|skipping|stopping|forgetting|lower|reduced|half) ?(?:DOSE|FORM|DRUG|MED)? ?(?:\w+ )?(?:show|matter|affect|cause|lead|make|hurt|harm|mean|change|ruin|raise|worsen)\b|\bsame (?:FORM|MED|substance|ingredient) as\b|\bhow many (?:FORM|DRUG) (?:\w+ )?(?:come|comes|are|is) (?:\w+ )?in (?:an?|the|one|each|my)\b"
    r"|\b(?:people|patients|those|others|anyone|someone|adults|children|kids|men|women|half of|many|most|brother|sister|friend|uncle|aunt|neighbou?r|cousin) (?:who |that |have |has |had |with \w+ )*(?:\w+ )?(?:stop|stops|stopped|quit|skip|skips|skipped|reduced|lowered|switched|halved|stay|stayed)\b(?!.*\b(?:can i|should i|could i|may i|do i|me too|same)\b)|\b(?:other|most) (?:parents|families|people|patients) (?:\w+ )?(?:cope|manage|deal|do)\b|\b(?:cope|refuses|tricks?|tips|apps?|alarm|reminders?|diary)\b"
    r"|\b(?:ct|x-ray|xray|radiation|scan|scans|radiotherapy)\b|\bhow much (?:alcohol|wine|beer|water|salt|sugar|sleep|exercise|fluid)\b|\b(?:they|doctors?|team|hospital|clinic|oncologist|nurse|specialist) (?:\w+ )?(?:halved|lowered|stopped|switched|changed|raised|reduced|paused|delayed|doubled|cut|moved|held) (?:my|his|her|the|our|me|him)\b(?!.*\b(?:can i|should i|could i|may i|do i|what DOSE)\b)|\b(?:bad|good) (?:sign|news)\b|\bhurt (?:my|his|her|our) (?:chances?|odds|prognosis)\b"
    r"|\bdo(?:es)? (?:an? )?(?:lower|higher|smaller|bigger|low|high) DOSE\b.{0,40}\bwork|\b(?:mmr|flu jab|booster|vaccin\w+)\b|\bdouble (?:cream|brie|espresso|room|bed|check)\b|\bhas how much\b|\b(?:lost|missing|misplaced|refill|reprint|print|signature|sending|courier|delivery|insurance|covers?)\b.{0,60}\b(?:prescription|paper|script|sheet|new ones|refill|signature|in time)\b"
    r"|\bwhen (?:can|should|may|will)\b.{0,40}\bVACCINE\b|\bVACCINE\b|\bshould (?:have|keep) (?:it |them )?(?:when|if|at home)\b|\bhow is\b.{0,40}\b(?:different|made|given)\b|\bsomething families should\b|\b(?:are|is) .{0,40}\b(?:a|an) (?:known|common|normal|typical|rare) (?:side effect|effect|reaction)\b"
)
_ASKS_TOO = alternatives(
    r"\bhow (?:much|many|often) (?:\w+ )?(?:should|can|do|must|may|could|to|MASS|DOSE|FORM(?! (?:\w+ )?(?:come|comes|are in|is in)))\b|\b(?:can|could|should|may|shall) (?:i|he|she|we|they|my \w+) (?:\w+ )?(?:have|take|get|give|use) (?:NUM|one|half|another|both|it|them|extra|more|less)\b|\b(?:should|can|may|could|shall|must) i (?:take|stop|skip|halve|double|reduce|lower|cut|increase|use|have|give|start|switch|change)\b|\bwhat (?:DOSE|amount|strength)\b(?! (?:-|limiting|escalation|dense|finding|intensity))|\b(?:my|his|her|the right|usual|normal|recommended) (?:DOSE|amount|strength)\b|\bmaximum\b|\bequivalent\b|\bhow (?:do|can|should) i (?:stop|taper|wean|switch|lower|halve|split|cut)\b"
)


def only_curious(text: str) -> bool:
    """Whether a marked sentence asks about a medicine without asking for an amount, a schedule or a change."""
    return _CURIOUS.search(text) is not None and _ASKS_TOO.search(text) is None
