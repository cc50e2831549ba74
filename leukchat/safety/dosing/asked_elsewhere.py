"""Words that sound like a request for a dose and are none: ages, weights, the names of treatments, places, blood counts, what the team does.

They are set aside before a question is read, so that what is left of it can still ask: "high dose
methotrexate" names a treatment, "how much high dose methotrexate" asks for an amount all the same.
"""

from __future__ import annotations

from dataclasses import replace

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Asked

_AGENT = r"(?:DRUG|SUPP|MED|FORM|DOSE|SHOT|REGIMEN)"
_KIN = r"(?:dad|mum|mom|father|mother|aunt|uncle|husband|hubby|wife|son|daughter|brother|sister|grandma|grandpa|granny|nan|he|she|i'm|im|he's|she's|dad's|mum's|mom's)"
_LAB = r"(?:counts?|percentages?|blasts?|levels?|pcr|numbers?|whites?|white cells?|neutrophils?|platelets?|hemoglobin|haemoglobin|bilirubin|creatinine|liver (?:tests?|values?|enzymes)|ferritin|blood sugars?|sugars?|blood pressure|bloods|energy|spirits|appetite|weight|strength)"
_IN_BODY = r"(?:blood|clots?|clotting|bleeding|periods?|milk|vomiting|hiccups|itch\w*|cough\w*|diarrh\w+|hair|nose ?bleeds?|cells?|leuka?emia|tears)(?! (?:FORM|SUPP|thistle)\b)"
AGE = Asked(
    rf"\b{_KIN} (?:(?:is|was|just turned) )?(?P<n>NUM)(?= ?$| ,| and\b| with\b| has\b| lies\b| gets?\b| on\b| wants?\b| feels?\b)",
    r"\b(?:had|finished|started|since) MED at (?P<n>NUM)(?= ,| ?$)",
)
_OLDEST = 110
_DECADE = Asked(r"\bthe NUM s\b")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_BARE = 4  # marks of a sentence that is hardly more than "too much iron?"

_NAMES = (
    r"(?<!\bas )(?<!\bas a )(?<!\bis a )(?<!'s a )\b(?:high|low|intermediate|reduced) DOSE(?= (?:DRUG|SUPP|REGIMEN|MED)\b)",
    r"\b(?:normal|standard|usual|ordinary|regular) MED\b(?! (?:for|of|DOSE|amount)\b)",
    r"\b(?:DRUG|SUPP|REGIMEN|honey|style|with) MED for(?= (?:\w+ )?(?:\w+ )?(?:cll|cml|aml|all|mds|atll|lgl|jmml|apl|t pll|leuka?emia|immune|uncle|aunt|dad|mum|mom)\b| MED\b| (?:my|his|her|our) (?:\S+ )?(?:immune|uncle|aunt|father|mother|husband|wife)\b)",
    r"\b(?:go in )?(?:one |an? |the )?FORM organi[sz]er\b",
    r"\bthe (?:chronic|acute) one\b",
    r"\bidh1 or NUM\b",
    r"\b(?:instead|in place) of (?:a month of )?(?:strong|intensive|hard|heavy|tough) (?:\w+ )?MED\b",
    r"\bwhich MED is right for (?:me|him|her|us)\b",
    r"\bhospital for the DRUG ramp up\b",
    r"\bpump (?:in an? \w+ )?at home\b(?!.*\b(?:rate|set|speed|how)\b)",
)
_COUNTED = (
    r"\b(?:is|isn't|are) (?:DRUG|SUPP|it|that|this) one of the\b(?! (?:\w+ )?FORM\b)",
    r"\bone of the (?:ones|\w+ (?:combos?|combinations?|kinds?|types?|groups?)|combos?)\b",
    r"\bhalf an? (?:year|hour|day|century|mile)\b",
    r"\bone (?:small |single |little )?(?:beer|glass of|drink|coffee|cup of)\b",
    r"\bhow (?:can|could|does|do) (?:just )?(?:one|a|NUM)(?= (?:\w+ )?FORM (?:\w+ )?(?:keep|control|hold|stop|beat|cure|tame)s?\b)",
    r"^NUM FORM can be\b",
    r"\bhow many \w+ FORM are(?= (?:there|in common|on the market|known|approved)\b)",
    r"\bhow (?:much|many) (?:diarrh\w+|weight|hair|bleeding|time)\b",
    r"\bmore than one (?:type|kind|sort)\b",
    r"\bneed less MED these days\b|\bstill need more MED\b|\balways need MED at once\b",
    r"\bhow long after MED must (?:i|we) use (?:contraception|condoms)\b",
)
_LEVELS = (
    r"\b(?:need|needs|needing) (?:less|more|fewer) (?:blood|platelets|transfusions?|care|support|sleep|rest|tests?|help)\b",
    r"\b(?:get|gets|give|gives|gave|build|regain) (?:back )?(?:my |her |his |our |your |you |him )?strength(?= (?:up|back)\b)",
    r"\b(?:what|which) (?:is this |is that )?(?:number|limit|figure)(?= (?:counts as|means|is right on|before MED|on the echo)\b)",
    rf"\b{_LAB} (?:\w+ )?(?:going|goes|go|went|gone|coming|come|creeping|back) (?:back )?(?:up|down)\b",
    rf"\b(?:bring|brings|bringing|get|gets|push|pushes|pull) (?:my|his|her|the|your|a child's) {_LAB} (?:back )?(?:up|down)\b",
    rf"\bpush(?:es)? (?:up|down) (?:my |his |her |a |the )?(?:\w+'s )?{_LAB}\b",
    r"\b(?:slow|speed)s? (?:down|up)(?= (?:the |my |his |her )?(?:red |white |blood )?(?:cell|cells|production|death|dying|healing|recovery|leuka?emia|counts)\b)",
)
_PLACES = (
    rf"\b(?:go|come|get|move|fly|travel) (?:straight |right |back |over )?(?:to|from)(?= (?!(?:NUM|one|half|every|once|twice|daily|weekly|alternate|just|only|that|it|them|taking|lower|higher|before|after|until|when|if|and|or|{_AGENT})\b|(?:a|an|the|my|his|her|our) (?:\w+ )?(?:NUM|lower|higher|smaller|bigger|next|old|{_AGENT})\b)\w)",
    r"\bhow long (?:does|do|will|can) (?:it|this|they|that) go on\b",
    r"\b(?:go on|goes on|going on)(?= holiday\b| vacation\b| trips?\b| a (?:trip|cruise|holiday)\b)",
    r"\bdo we go on when\b",
    r"^where (?:does|do) (?:\w+ ){1,4}?come from\b",
    r"\bmov(?:e|ing) out\b",
    r"\bwhere do they go\b|\bgo to every (?:\w+ ){0,3}?(?:tests?|visits?|appointments?|check-?ups?)\b",
    r"\bdo MED and MED go on it\b|\bleave hospice and start MED again\b",
    r"\bget (?:up )?off the (?:toilet|sofa|couch|chair|floor|bed|bus|train)\b",
    r"\bdown the feeding tube\b",
)
_HANDLED = (
    r"\b(?:change|changing|wash|washing) (?:\w+ )?(?:diapers?|nappy|nappies|sheets?|bandages?|dressings?|my mind|litter|bedding|clothes)\b",
    r"\bchange my mind about MED\b",
    r"\bclean(?:ing)? up\b|\bwears? off\b|\bFORM is due(?= , do i (?:say|tell)\b)(?!.*\btake\b)",
    r"\bwhen (?:can|may|could|should) (?:i|we|she) (?:re)?start (?:breastfe\w+|work|school|sports?|driving|sex|swimming)\b",
    r"\bwhen to drink (?:coffee|tea|milk|juice)\b|\basked how much\b",
    r"\bchange which MED\b",
    r"\bcut or file\b|\bfile or cut\b",
    r"\bdo (?:my|his|her|the) (?:buttons?|zip|laces) up\b",
    r"\bchew (?:DRUG|SUPP|\w+) gum\b",
    r"\b(?:tell|told|telling) (?:him|her|them|me) off\b(?! the record)",
    r"\bor let (?:it|him|her|them) go(?= ?$)",
    r"\bthey choose the MED\b",
    r"\b(?:stop|stopping|quit|give up|pause) (?:my |his |her )?(?:work|working|school|studies|breastfe\w+|smoking|driving|swimming|sports?|my job|dating)\b",
    r"\b(?:switch|change|swap|switching|changing) (?:my |our |his |her )?(?:doctors?|hospitals?|clinics?|consultants?|h(?:a|ae)matologists?|oncologists?|wards?|insur\w+|schools?|jobs?|seats?)\b",
)
_NOT_BY_PEOPLE = (
    rf"\b(?:stop|stops|stopped|stopping) (?:my |his |her |the )?{_IN_BODY}\b(?! FORM)",
    rf"\b(?:my |her |the )?(?:periods?|pump|bleeding|hair|bag) (?:has |have |had )?stopped(?: {_AGENT})?(?: (?:on|from|after|since|with) {_AGENT})?",
    r"\bcan't stop (?:vomiting|crying|shaking|eating|coughing|itching|thinking|scratching|bleeding|being)\b",
    r"\bstop (?:the |a )?(?:DRUG|MED|FORM) from\b|\bor just stop them(?= ?$)|\bdoes it stop the SUPP\b",
    r"\b(?:does|do|did|can|could|will|would) (?:DRUG|SUPP|tea|coffee|milk|food|juice|calcium|arsenic|\w+ juice|\w+ or \w+|new FORM|\w+ fortified juice) (?:\w+ )?(?:stop|block|replace|change|weaken|push up|set off|knock out)\b(?! (?:be|taking|it)\b)(?! (?:\w+ )?(?:FORM|DOSE)\b)",
    r"\b(?:FORM|MED|DRUG) (?:can |could )?(?:replace|replaces) MED\b",
    r"\bknock(?:s|ed|ing)? out (?:the|my|his|her) (?:immune|marrow|defen[cs]es|counts)\b",
    r"\b(?:can|could|do|does|will) (?:\w+ )?(?:FORM|MED|DRUG|SUPP) set off\b",
    r"\bturns? a switch off\b|\bswitch(?:es)? off\b(?= (?:the|a) (?:gene|signal|protein|cells?)\b)",
    r"\b(?:does|did|do) (?:switching|changing|stopping|skipping|missing) (?:\w+ )?(?:MED|DRUG|FORM) (?:mean|bring|cause|make|show|prove)\b",
    r"\bcould it be missing SUPP\b",
    r"\b(?:came|come|comes|coming) back off MED\b|\b(?:NUM|one) (?:years?|months?) off MED\b",
    r"\bmultiply\b(?= (?:in|inside) the)",
)
_OTHERS_WISH = (
    r"\b(?:after|since|because|now that|once) (?:they|the (?:team|doctors?|clinic|hospital)|my (?:doctor|team|consultant|oncologist|specialist)) (?:have |has |had )?(?:cut|lowered|reduced|raised|halved|doubled|upped|increased|stopped|paused|changed|switched|dropped) (?:my |his |her |the |our )?(?:DOSE|DRUG|FORM|MED|it)\b",
    r"\bwants? to (?:stop|quit|refuse|give up) MED(?= and (?:go|be|come|die|try|stay|spend|fly|see)\b)",
    r"\b(?:still|also) (?:get|have) .{0,50}\bif (?:i|we|he|she) stop MED\b",
    r"\bthey (?:want|wants|plan|need|have) to (?:repeat|redo|change|switch|stop) (?:it|the MED|MED)\b",
    r"\bnow they (?:stop|stopped|changed) it\b",
    r"\b(?:will|would|can|could|may) they (?:stop|pause|change|delay)\b",
    r"\bdo they still use\b|\bwhen do they use\b|\bdo they (?:start|begin) with\b|\bwhen do they start\b",
    r"\bwhat do they use(?= in\b)",
    r"\bhow often (?:do|does|will|would|should|must|can) (?:they|the (?:clinic|team|hospital|doctors?|nurses?)|doctors|nurses) (?:\w+ )?(?:check|test|look|scan|measure|monitor|see|draw blood)\b",
    r"\bhow often (?:am i|is he|is she|are we|will i be|will he be|will she be) (?:\w+ )?(?:tested|checked|seen|scanned|monitored)\b",
    r"\bhow often will (?:i|he|she|we) need (?:blood|platelets|scans?|tests?|biops\w+|transfusions?)\b",
    r"\b(?:echocardiogram|echo|blood pressure|ecg|scans?|biops\w+|tests?)\b.{0,40}\bhow often(?= ?$)",
    r"\bwhich FORM (?:do|does|did) (?:they|you|people|doctors|patients|most people)(?= .{0,40}\b(?:first|start with|use|for (?:ph|cml|cll|aml|all|apl|mds))\b)",
    r"\b(?:still )?need to (?:call|phone|ring|come|see)\b",
    r"\bwhat happens if (?:i|we|he|she) (?:don't|doesn't) have the MED\b|\bstill (?:have|get|start) leuka?emia MED\b",
    r"\bhave to have (?:\w+ )?tests?\b",
    r"\bmissed my (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:goal|target|milestone)\b",
    r"\bask (?:me )?(?:about|if i|whether i) missed\b",
    r"\b(?:missed|forgotten|skipped|late) (?:FORM|DOSE|MED) (?:or \w+ )?(?:look like|explain|cause|bring|raise|lead)\b",
    r"\bFORM lost its grip\b|\bno spit\b|\bforget everything\b|\bsay about missed DOSE\b|\bnever had it\b|\bnotebook for missed\b",
)
_FAR_FROM_DOSE = (
    r"\b(?:what|which) days? (?:after|should we avoid|do the counts|are the counts|am i most)\b",
    r"\bbefore or after(?= (?:\w+ )?MED(?= ?$))",
    r"\btoo late to (?:save|freeze|bank|have (?:children|kids)|see|get pregnant)\b",
    r"\bhow (?:late|soon|long|quickly)\b.{0,50}\b(?:syndrome|reactions?|side effects?|sickness|contraception|pregnant|recover|condoms?|fertil\w+|breastfe\w+)\b",
    r"\bhow (?:long|many days|many hours)(?= in (?:the )?hospital\b)",
    r"\bhow (?:many|much) (?:days|weeks|months|years|time|hours)(?= (?:do i have|does MED give|do antibod\w+|after the MED must i expect|does her|does his|are leftovers|after (?:my sct|(?:\w+ )?MED (?:is|can|may|could|might|does))\b))",
    r"\bwithin how many hours\b",
    r"\bwhen (?:do|does|will) (?:the |my |his |her )?(?:fatigue|tiredness|nausea|sickness|hair loss|hair|rash|fever|mouth sores|side effects?|pain|symptoms?) (?:start|begin|come|stop|end|go)\b",
    r"\bhow long (?:do|does|can|could|will|would) (?:people|patients|one|someone|i|he|she|my \w+) live\b(?! with (?:half|NUM|one)\b)",
    r"\bhow (?:strong|hard|tough|harsh) is (?:the |this )?MED(?= for (?:aml|all|apl|cll|cml|mds)\b)",
    r"\bhow many MED courses\b|\bhow many bags until\b",
    r"\bhow long do people have\b|\bhow long do (?:you|they) give DRUG before (?:you|they) know\b|\bhow long do (?:adrenals|counts|nerves)\b|\bhow long must i wait till\b",
    r"\bwhen do (?:the )?(?:baby|childhood|catch[ -]?up|school) SHOT start\b",
    r"\b(?:baby|childhood|catch[ -]?up|school) SHOT\b",
    r"\bwhen (?:can|may|should|could|do) (?:i|we|he|she|my \w+) (?:have|get) (?:\w+ )?(?:vaccines?|vaccinations?)\b",
    r"\bwhen do you need transfusions\b",
    r"\b(?:deficiency|anemia|anaemia) and leuka?emia together\b",
)
_EXERCISE = r"(?:exercise\w*|walk\w*|swim\w*|yoga|gym|sports?|train\w*|run|running|jog\w*|cycle|cycling|shower\w*|bath\w*|eat|meals?|snacks?|vegetables|fruit|fish|meat|eggs?|coffee|tea|wash\w*|brush\w*|rinse|visit\w*|nap|rest|sex|dance|dancing|school|work)"
_OTHER_HABITS = (
    rf"\bhow (?:often|many times|many days|many hours|long)\b(?=(?: (?!DRUG|SUPP|FORM|DOSE|SHOT|take|taken|give)\S+){{0,8}} {_EXERCISE}\b)",
    r"\b(?:during|from|after|since|before|because of|due to) (?:the |my |his |her |our )?MED\b(?=.{0,12}\bhow often ?$)",
    r"(?<=[^ ] )(?:on|during|while on|while having|after) (?:the |my |his |her )?MED(?= ?$)",
)
_ASKS_ALSO = Asked(
    r"\b(?:can|could|should|may|must|shall|do) (?:i|we) (?:just |also |still )?(?:take|stop|skip|halve|double|give|do it|lower|pause|reduce|use|inject)\b",
    r"\bhow (?:much|many)\b",
)
_GIVEN_THEN = Asked(
    r"\b(?:do|should|must|can|may|could) (?:i|we|he|she|you) (?:\w+ )?(?:take|give|use|inject|swallow|start)\b",
    r"\bgive the SHOT\b",
)
_MORE_OF_IT = Asked(r"\b(?:more|less|extra|double|halve|increase|raise|lower|reduce|fewer|stop|skip|adjust) (?:\w+ )?(?:DRUG|FORM|DOSE|SUPP|SHOT|MED|insulin|it)\b")
_VERDICT = Asked(r"\b(?:enough|too (?:much|little|high|low|many)|right|correct|same|how much|how many|should (?:it|that|mine))\b")
SET_ASIDE: tuple[tuple[Asked, Asked | None], ...] = (
    (Asked(_LEVELS), _MORE_OF_IT),
    (Asked(_OTHERS_WISH), _ASKS_ALSO),
    (Asked(_FAR_FROM_DOSE, _OTHER_HABITS), _GIVEN_THEN),
    (Asked(_NAMES, _COUNTED, _PLACES, _HANDLED, _NOT_BY_PEOPLE), None),
)
"""Each list with what, said in the same sentence, shows that a dose is asked for all the same."""


WEIGHED = Asked(
    r"\b(?:gain|gained|gaining|lost|losing|put on|dropped) (?:about |almost |nearly |over )?(?:NUM|one) ?(?:kg|kilos?|pounds?|lbs?|stone)\b",
    r"\b(?:NUM|one) ?(?:kg|kilos?|pounds?|lbs?|stone) (?:heavier|lighter|up|down|more|gained|lost|in an? (?:week|month|fortnight))\b",
)
_TO_ADJUST = Asked(
    rf"\b(?:should|shouldn't|does|do|can|must|need|needs|will)\b.{{0,20}}\b{_AGENT}\b.{{0,30}}\b(?:smaller|bigger|lower|higher|less|more|same|adjust\w*|change\w*|too|still|right|NUM)\b",
    r"\bhow (?:much|many)\b",
)
INTERACTION = Asked(r"^(?:DRUG|SUPP|MED|\w+) (?:and|with|plus|\+|&) (?:DRUG|SUPP|MED|\w+) together$")
TOO_MUCH = Asked(r"\btoo (?:much|little|much or too little) SUPP\b(?! (?:FORM|DOSE|MASS))(?!.*\bNUM\b)")
_SWALLOWED = Asked(
    r"\b(?:MASS|FORM|UNITS|GRAM|how (?:much|many)|tak\w+|took|swallow\w*|giv\w+|gave|get|getting|prescribed|a day|daily|supplements?|is NUM|what is|what's|counts as|for (?:me|him|her|my))\b",
    r"\b(?:on|of) too\b",
)
FOR_HOW_LONG = Asked(r"\bfor how long\b")
_NOT_TAKEN = Asked(
    r"\b(?:condoms?|blood tests?|special blood|irradiated|lie flat|defen[cs]es?|immun\w+|baby|pregnan\w*|fluids|isolation|masks?|visitors|tired\w*|school|work|tests?)\b",
)
_TAKEN = Asked(r"\b(?:do|does|should|must|can|may) (?:i|we|he|she|my \w+) (?:\w+ )?(?:take|give|use|swallow|inject|stay on)\b", r"\bhow much\b")
VOMIT = Asked(r"\b(?:vomit(?:s|ed|ing)?|throws? up|threw up|thrown up|throwing up|puk(?:e|es|ed|ing))\b")
_DOSE_BROUGHT_UP = Asked(
    r"\b(?:vomit\w*|throws? up|threw up|thrown up|throwing up|puk\w+) (?:\w+ ){0,3}?(?:DRUG|FORM|DOSE|SUPP|it|them|half|some|most|part|syrup|everything)\b",
    r"\b(?:vomit\w*|throws? up|threw up|puk\w+) (?:(?:up|out|all|his|her|my|the|their) )+MED\b",
    r"\b(?:vomit\w*|throws? up|threw up|puk\w+) (?:mine|hers|one|his)\b",
    r"\b(?:DRUG|FORM|DOSE|SUPP|syrup|MASS)\b",
    r"\b(?:another|again|repeat|redo|re-?take|re-?dose|count|counts|skip|next|extra|late|give|take|took|taken|taking|swallow\w*|minutes?|mins?|hours?|right after|straight after|just after|soon after|should (?:i|we|he|she)(?! (?:wear|wash|clean|call|ring|phone|go|come|worry|isolate|use gloves))|what now)\b",
)
_NOT_EATEN = Asked(r"\b(?:bin|throw) (?:it|them)\b")


def set_aside(sentence: Sentence) -> Sentence:
    """The sentence without such words: in their place stands a word of the same length that means nothing, so offsets hold."""
    text = sentence.text
    for pattern, unless in SET_ASIDE:
        text = text if unless is not None and unless.search(text) else _blanked(text, pattern)
    text = _blanked(text, INTERACTION)
    for match in () if _VERDICT.search(text) else AGE.finditer(text):
        if 0 < sentence.value(match.start("n")) <= _OLDEST:
            text = _covered(text, *match.span("n"))
    for match in _DECADE.finditer(text):
        if _FIRST_YEAR <= sentence.value(match.start() + len("the ")) <= _LAST_YEAR:
            text = _covered(text, *match.span())
    if not _TO_ADJUST.search(text):
        text = _blanked(text, WEIGHED)
    if sentence.size > _BARE and not _SWALLOWED.search(text):
        text = _blanked(text, TOO_MUCH)
    if _NOT_TAKEN.search(text) and not _TAKEN.search(text):
        text = _blanked(text, FOR_HOW_LONG)
    if VOMIT.may_match(text) and not _DOSE_BROUGHT_UP.search(text):
        text = _blanked(text, VOMIT)
    if "FOOD" in sentence.topics and not sentence.words & {"DRUG", "FORM"}:
        text = _blanked(text, _NOT_EATEN)
    return sentence if text == sentence.text else replace(sentence, text=text)


def _blanked(text: str, pattern: Asked) -> str:
    for match in pattern.finditer(text):
        text = _covered(text, *match.span())
    return text


def _covered(text: str, start: int, end: int) -> str:
    return text[:start] + "z" * (end - start) + text[end:]
