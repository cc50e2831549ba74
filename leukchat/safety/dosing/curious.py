"""Questions about medicines that ask for no dose: what it is for, how it works, how long it stays, what a word means."""

from __future__ import annotations

from leukchat.safety.dosing.phrases import Asked

_AGENT = r"(?:DRUG|SUPP|MED|FORM|SHOT|DOSE)"
_HOW_IT_WORKS = (
    r"\bhow (?:fast|quickly|soon|long|much time|many hours|many days|many years|many months)\b.{0,60}\b(?:works?|working|effect|effects|effective|kick in|"
    r"act|acts|affects?|aff+ects?|leaves? (?:the|my|your|his|her)|stays? (?:in|active|good)|lasts?|potent|expires?|good for|show up|detected|detectable|"
    r"in (?:my|your|the|his|her) (?:system|body|blood|urine)|half-life|wear off|absorbed|delivery)\b",
    r"\bhow (?:quickly|soon|fast) (?:do|does|must|should) (?:the )?(?:MED|DRUG)\b.{0,20}\b(?:start|begin|help)\b",
    r"\bhow (?:much|many) (?:DRUG|SUPP) (?:the body|does the body|do cells|is in|are in|(?:is )?absorbed|gets? into)\b",
    r"\bhow long (?:after|before) (?:eating|food|a meal|meals|breakfast|lunch|dinner)\b",
    r"\bhow long before (?:a|the|each|my) (?:meal|food)\b",
    r"\bon an empty stomach\b",
    r"\bbest time of (?:the )?day\b",
)
_WHAT_FOR = (
    r"\bwhat (?:is|are|does|do|can|was|were|will)\b.{0,60}\b(?:used for|for \?|do for|treats?|cures?|made of|contain|look like|good for|stand for|"
    r"prescribed for|help with|called)\b",
    rf"\bwhat (?:is|are) (?:it|this|they|these|{_AGENT})(?: {_AGENT})* (?:for|used)\b",
    rf"\bwhat (?:does|do) (?:\w+ )?(?:NUM MASS )?{_AGENT}(?: NUM (?:MASS|GRAM))? (?:do|treat|cure|contain)\b",
    r"\bwhat (?:is|'s) it for\b",
    r"\b(?:what|which) (?:is|are|'s) (?:the |some |my )?(?:\w+ )?(?:MED|options) (?:for|of|options|available)\b",
    r"\bsame (?:FORM|MED|substance|ingredient) as\b",
    r"\bhow many (?:FORM|DRUG) (?:\w+ )?(?:come|comes|are|is) (?:\w+ )?in (?:an?|the|one|each|my)\b",
)
_MEANING = (
    r"\bwhat schedule (?:DRUG|MED)\b",
    r"\bschedule (?:DRUG|MED)\b",
    r"\bis what schedule\b",
    r"\bsame prescribed\b",
    r"\bwhat (?:does|do|is|are|'s)\b.{0,70}\b(?:mean|stand for|meant)\b",
    r"\bwhat an? [^?]{0,40} (?:is|means)\b",
    r"\bDOSE (?:-|,)? ?(?:limiting|escalation|dense|finding|intensity|density|escalating|related)\b",
    r"\bphase (?:NUM|one|i+)\b.{0,30}\b(?:trial|DOSE)\b",
)
_OTHER_SUBSTANCES = (
    r"\bhow (?:much|many) (?:alcohol|sugar|sodium|salt|lactose|gluten|caffeine|\w+ alcohol) (?:is|are) in\b",
    r"\bhow much (?:alcohol|wine|beer|water|salt|sugar|sleep|exercise|fluid)\b",
    r"\b(?:mmr|flu jab|booster|vaccin\w+)\b",
    r"\bdouble (?:cream|brie|espresso|room|bed|check)\b",
    r"\bhas how much\b",
    r"\bwhen (?:can|should|may|will)\b.{0,40}\bVACCINE\b",
    r"\bVACCINE\b",
)
_RESEARCH = (
    r"\b(?:are there|is there|any|read|found|saw) (?:\w+ )?(?:studies|study|research|trials?|evidence|data|papers?|articles?) (?:about|on|of|for|into|that|showing)\b",
    r"\b(?:only|just) want to (?:read|understand|know why)\b",
    r"\bjust (?:like|want) to understand\b",
    r"\b(?:is there|any) research\b",
)
_NO_WISH = (
    r"\bnot (?:for me to|looking for|asking (?:for|about|whether)|planning)\b",
    r"\b(?:do not|don't|dont|never) (?:want|plan|intend|mean|wish) to (?:stop|change|skip|quit|reduce|halve|leave)\b",
)
_REASONS = (
    r"\bwhy (?:should|shouldn't|must|mustn't|do|does|is|are|was|were|can|can't|did|would|not|don't|won't)\b",
    r"(?<!what )(?<!much )(?<!many )\bdo (?:they|doctors|people|hospitals) (?:ever|usually|often|sometimes)\b",
    r"\b(?:if|when) (?:one|someone|people|a person|somebody|patients?) (?:chooses?|decides?|wants?|stops?) to\b",
    r"\bafter (?:someone|people|one) stops?\b",
    r"\bwho (?:\w+ )?(?:works out|decides?|sets|calculates|determines|checks|prescribes|chooses|picks|pays|gives|is allowed)\b",
    r"\b(?:difference|differences) between\b",
    r"\b(?:what|which)(?:'s| is| are)? (?:the )?(?:difference|risks?|dangers?|benefits?|downsides?|point|purpose|reason|success|chances?)\b",
    r"\b(?:do|does|did|can|could|will|would|may|might) (?:an? |the |one |some )?(?:missed|late|skipped|missing|skipping|stopping|forgetting|lower|reduced|"
    r"half) ?(?:DOSE|FORM|DRUG|MED)? ?(?:\w+ )?(?:show|matter|affect|cause|lead|make|hurt|harm|mean|change|ruin|raise|worsen)\b",
    r"\b(?:bad|good) (?:sign|news)\b",
    r"\bhurt (?:my|his|her|our) (?:chances?|odds|prognosis)\b",
    r"\bhow (?:many|much) (?:\w+ ){0,2}?(?:MED|DRUG|inhibitors?) (?:are|is) (?:there|approved|known|left|available)\b|\bhow soon do (?:people|"
    r"patients)\b|\bis it (?:common|normal|usual|rare) (?:to|that|for)\b",
    r"\bhow do (?:they|doctors|you|nurses) (?:know|decide|choose|pick|find)\b",
    r"\bhow (?:much|many) (?:MASS|GRAM|\w+)(?: of)? (?:\w+ )?(?:is|are) (?:there )?in (?:an?|one|the) (?!(?:FORM|DOSE|DRUG))",
    r"\bwith (?:tea|coffee|milk|juice|water)\b.{0,20}\b(?:instead|rather)|\binstead of water\b",
    r"\bdo(?:es)? (?:an? )?(?:lower|higher|smaller|bigger|low|high) DOSE\b.{0,40}\bwork",
    r"\bhow is\b.{0,40}\b(?:different|made|given)\b",
    r"\b(?:are|is) .{0,40}\b(?:a|an) (?:known|common|normal|typical|rare) (?:side effect|effect|reaction)\b",
)
_LEFTOVERS = (
    r"\bover the counter (?:\w+ ){0,3}(?:with|and)\b",
    r"\b(?:bring|dispose|disposal|throw|dustbin|bin|trash|flush|destroy|hand in|take back|give back)\b.{0,40}\b(?:leftover|left over|unused|old|expired|FORM|MED|DRUG)\b",
    r"\b(?:leftover|unused|expired)\b.{0,40}\b(?:bring|dispose|throw|dustbin|bin|flush|go)\b",
)
_OTHER_PEOPLE = (
    r"\b(?:people|patients|those|others|anyone|someone|adults|children|kids|men|women|half of|many|most|brother|sister|friend|uncle|aunt|neighbou?r|"
    r"cousin) (?:who |that |have |has |had |with \w+ )*(?:\w+ )?(?:stop|stops|stopped|quit|skip|skips|skipped|reduced|lowered|switched|halved|stay|"
    r"stayed)\b(?!.*\b(?:can i|should i|could i|may i|do i|me too|same)\b)",
    r"\b(?:other|most) (?:parents|families|people|patients) (?:\w+ )?(?:cope|manage|deal|do)\b",
    r"\b(?:cope|refuses|tricks?|tips|apps?|alarm|reminders?|diary)\b",
    r"\b(?:they|doctors?|team|hospital|clinic|oncologist|nurse|specialist) (?:\w+ )?(?:halved|lowered|stopped|switched|changed|raised|reduced|paused|"
    r"delayed|doubled|cut|moved|held) (?:my|his|her|the|our|me|him)\b(?!.*\b(?:can i|should i|could i|may i|do i|what DOSE)\b)",
    r"\bsomething families should\b",
)
_ERRANDS = (
    r"\b(?:ct|x-ray|xray|radiation|scan|scans|radiotherapy)\b",
    r"\b(?:lost|missing|misplaced|refill|reprint|print|signature|sending|courier|delivery|insurance|covers?)\b.{0,60}\b(?:prescription|paper|script|sheet|"
    r"new ones|refill|signature|in time)\b",
    r"\bshould (?:have|keep) (?:it |them )?(?:when|if|at home)\b",
)
_CURIOUS = Asked(_HOW_IT_WORKS, _WHAT_FOR, _MEANING, _OTHER_SUBSTANCES, _RESEARCH, _NO_WISH, _REASONS, _LEFTOVERS, _OTHER_PEOPLE, _ERRANDS)
_ASKS_TOO = Asked(
    r"\bhow (?:much|many|often) (?:\w+ )?(?:should|can|do|must|may|could|to|MASS|DOSE|FORM(?! (?:\w+ )?(?:come|comes|are in|is in)))\b",
    r"\b(?:can|could|should|may|shall) (?:i|he|she|we|they|my \w+) (?:\w+ )?(?:have|take|get|give|use) (?:NUM|one|half|another|both|it|them|extra|more|less)\b",
    r"\b(?:should|can|may|could|shall|must) i (?:take|stop|skip|halve|double|reduce|lower|cut|increase|use|have|give|start|switch|change)\b",
    r"\bwhat (?:DOSE|amount|strength)\b(?! (?:-|limiting|escalation|dense|finding|intensity))",
    r"\b(?:my|his|her|the right|usual|normal|recommended) (?:DOSE|amount|strength)\b",
    r"\bmaximum\b|\b(?:which|what) point does (?:DRUG|SUPP|it)\b|\btoo much in (?:a|one|NUM)\b",
    r"\bequivalent\b",
    r"\bhow (?:do|can|should) i (?:stop|taper|wean|switch|lower|halve|split|cut)\b",
)


_SURELY = Asked(
    r"\bhow (?:quickly|fast|soon|early) do (?:the )?(?:hospitals?|doctors|nurses|wards?|clinics?|teams?) (?:\w+ )?(?:give|start|use|take)\b|\bhow did (?:they|doctors|people|scientists|researchers) (?:pick|choose|arrive at|come up with|find|decide|get to)\b|\b(?:is everyone|are all (?:patients|people|of them)|is everybody) on the same\b",
    r"\b(?:missed|catch[ -]?up|baby|school|childhood|flu|travel) (?:jabs?|SHOT|vaccin\w+)\b|\bwait with (?:my |the |his |her )?SHOT\b|\bstudent visa\b",
    r"\bwhat (?:happens|would happen|will happen|might happen|happened) (?:\w+ )?(?:if|when|once) (?:somebody|someone|a (?:\w+ )?(?:person|patient|child|kid)|people|patients|one|anyone|anybody|others)\b|\bwhat do they (?:use|give|do) instead\b|\bwith or without (?:food|a meal|meals|milk|water)\b",
    r"\bis it (?:dangerous|risky|harmful|a risk) (?:to|when you|if you) (?:stop|quit|skip|miss|interrupt)\b(?!.{0,60}\b(?:can|should|could|may) i\b|.{0,40}\b(?:DRUG|for|NUM|my|his|her|now|today|tonight)\b)",
    r"\bwhat happens (?:\w+ )?(?:if|when) you (?:stop|quit) (?:DRUG|MED|REGIMEN|taking|treatment)(?: (?:DRUG|MED|treatment))?(?= ?$)",
    r"\b(?:take|bring|hand|give|return)\b.{0,40}\bback to (?:the |my |a )?(?:chemist|pharmacy|pharmacist|hospital|clinic|ward)\b",
    r"\bwhat (?:do|does|would|will|can|did) (?:hospitals?|doctors?|they|nurses?|teams?|wards?|people|the \w+) (?:\w+ )?do (?:if|when|for|with) (?:somebody|someone|a person|a patient|people|patients|a child|a kid|one)\b",
    r"\b(?:pharmacy|they|clinic) take (?:it|them) back\b|\bleft in the (?:box|bottle|pack|strip)\b|\b(?:keep|store) the (?:boxes|bottles|FORM) apart\b|\banswer the\b|\b(?:they|doctors?|clinic|team) (?:stopped|halved|lowered|paused|changed) (?:it|them)\b",
    r"\b(?:are|is|were) (?:there )?(?:any )?(?:trials?|studies|study|research)\b",
    r"\b(?:flu|covid|shingles|pneumonia|mmr|tetanus|pneumococcal) (?:SHOT|vaccine|booster|VACCINE)\b",
    r"\bhow (?:do|does) (?:they|doctors|the team|the doctors|nurses|hospitals) (?:\w+ )?(?:know|decide|choose|pick|find|work out)\b|\bhow (?:many|"
    r"much) (?:MASS|GRAM) (?:of )?\w+ (?:is|are) (?:there )?in (?:an?|one|the) (?!(?:FORM|DOSE|DRUG))",
    r"\bwho(?:m)? (?:do|should|can|must|could) (?:i|we) (?:call|phone|ring|ask|tell|contact|speak)\b|\bnot asking (?:you )?how (?:much|many|often)\b|\bwhat should (?:i|we) (?:say|ask|tell)\b|"
    r"\bhow (?:do|can|should|could) (?:i|we) (?:ask|bring up|raise (?:it|this|that)|say|explain|tell)\b|\bwho c[ao]me up with\b|\bMED brie\b|\bpest control\b|^(?:the|my|his|her) pump beeps\b(?!.*\b(?:rate|set|NUM)\b)|\btell my boss\b|\bkeep (?:her|him|me|them) comfortable\b|"
    r"^do you (?:\w+ )?(?:give|tell|name) (?:out )?DOSE$|\bi keep my (?:DOSE|FORM|MED) in an?\b|\bexplained why\b|\bhow much blood\b|\btoo much SUPP in (?:the|my) (?:blood|body)\b|\bscandals?\b|"
    r"\bturned out to be\b|\bleaflet for (?:volunteers|teachers|school|families|parents)\b|\bi(?:'ve| have) NUM FORM left\b(?!.*\b(?:can|should|stretch|skip|enough)\b)|\bhundreds of FORM\b|\bcan it be given again\b.*|^(?:is|are) (?:tfr|treatment free remission) (?:possible|an option)\b|\bi'll ask (?:the )?pharmac",
    r"\bdoes (?:DRUG|SUPP) (?:\w+ )?(?:raise|lower|increase|change|affect|reduce) (?:the |my )?(?:\w+ )?(?:levels?|effect|amount)\b",
)


def surely_curious(text: str) -> bool:
    """Whether a marked sentence surely asks for something else, whatever else it says."""
    return _SURELY.search(text) is not None


def only_curious(text: str) -> bool:
    """Whether a marked sentence asks about a medicine without asking for an amount, a schedule or a change."""
    return _SURELY.search(text) is not None or (_CURIOUS.search(text) is not None and _ASKS_TOO.search(text) is None)
