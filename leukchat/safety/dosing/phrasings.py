"""Further ways in which people ask for a dose: with a figure put up for agreement, a label that can't be read, a weight, a time."""

from __future__ import annotations

import re

from leukchat.safety.dosing.alternatives import alternatives
from leukchat.safety.dosing.marks import Sentence

Span = tuple[int, int]
_I = r"(?:i|we|he|she|they|you|my \w+|our \w+|mum|mom|dad|grandma|grandpa|baby)"
_CAN = r"(?:can|could|may|might|should|shall|must|would|do|does|dare)"
_AGENT = r"(?:DRUG|SUPP|MED|FORM|DOSE|SHOT)"
_PARTS = r"(?:morning|evening|night|noon|bedtime|afternoon|breakfast|lunch|dinner|supper|midday|mornings|evenings|nights)"
_BODY = r"(?:kg|kilos?|kilograms?|lbs?|pounds?|stone|square (?:met(?:er|re)s?)|sq|m NUM|bsa)"
_AMOUNT = alternatives(
    rf"\b(?:standard|usual|normal|typical|right|correct|common|average|recommended|ordinary|regular) (?:one|{_AGENT}|amount|strength|number)\b(?! (?:for (?:stopping|measuring)|is made|works?|side|effects?|MED))|\b(?:ceiling|cap|upper limit|top end|highest) (?:\w+ )?(?:for|on|of|with) (?:\w+ )?(?:DRUG|SUPP|MED)\b"
    rf"|\b(?:compute|calculate|work out|figure out|do the (?:math|maths|sum))\b.{{0,40}}\b(?:DRUG|SUPP|DOSE|{_BODY})\b|\b(?:DRUG|SUPP|MED|SHOT)\b.{{0,40}}\bfor (?:an? |my |the )?(?:\w+ )?(?:NUM|one) ?{_BODY}\b|\b(?:NUM|one) ?{_BODY}\b.{{0,60}}\b(?:how much|how many|which amount|what (?:amount|DOSE|strength)|quick|please|plz|pls)\b"
    r"|\b(?:normal|usual|standard|typical|right) for (?:someone|a person|people|somebody|an? (?:adult|child|man|woman|grown)|me|him|her|a grown)\b|\bDRUG (?:per|a|for each|for every) (?:square|kg|kilo\w*|sq)\b|\btoo (?:much|little|many|few|low|high) (?:of )?(?:DRUG|SUPP|FORM)\b|\b(?:is|was|are) NUM (?:\w+ )?(?:a lot|too (?:much|little|low|high|many|few)|high|low|enough|right)\b|\bshould (?:it|i|he|she|we) (?:be|take|have|get|be on) NUM\b"
    r"|\b(?:i'd|i would|i'll|we'd|thinking of|thought of) (?:give|take|use|giving|taking|try|trying) (?:him |her |it |about |just )?NUM\b|\bNUM of (?:DRUG|SUPP)\b|\bi only (?:get|take|have|got) NUM\b|\b(?:FORM|DRUG|SUPP) ?[:,] ?(?:NUM|one) ?\?|\bFORM ?: ?NUM\b"
    rf"|\b(?:table|timetable|chart|list|calendar|plan|plans?) (?:\w+ ){{0,4}}?(?:with|of|:) .{{0,40}}\b(?:amounts?|strengths?|DOSE|MASS|times a day)\b|\b(?:amounts?|strengths?|DOSE|times a day)\b.{{0,40}}\bfor (?:all|each|every|my|the) (?:\w+ )?{_AGENT}\b|\b(?:ballpark|rough (?:figure|number|idea|guess|estimate)|just a number|MASS wise|in MASS)\b"
    rf"|\b(?:which|what) (?:strength|size|amount|number|figure|DOSE)\b|\bhow (?:many|much) ?$|\bhow (?:many|much) (?:a|per|each) (?:day|night|week|go|time)\b|\byou'd say how (?:many|much)\b|\bwhat (?:should|can|do|could) {_I} (?:take|give|use) (?:then|now|instead|for)\b(?=.*)|\bhow (?:would|should|do|can) (?:one|{_I}) (?:use|take|give|dose) (?:this|it|them|DRUG|SUPP)\b"
    r"|\bone (?:for|a) (?:NUM days|day)\? |\b(?:two|one|half|NUM) \? NUM\b|\b(?:get|gets|got|on|takes?) NUM\b.{0,40}\b(?:what's correct|same|which is right|who is right)\b"
)
_WANTED = r"(?:(?<!remission )(?<!survival )(?<!response )(?<!cure )(?<!success )(?<!relapse )rates?|speed|schedule|timing|timetable|times|intervals?|frequency|spacing|taper|tapering|titration|plan|calendar|amounts?|strength|quantity|figure|number|limit|maximum|max|DOSE|ratio|equivalent|conversion)"
_TOLD_TO_TELL = alternatives(
    rf"\b(?:DRUG|SUPP|SHOT) (?:\w+ ){{0,2}}?{_WANTED}(?= ?$| ?[,:?]| for\b| please| pls| plz| in\b| per\b| with\b| when\b| if\b)|\b{_WANTED} (?:of|for) (?:the |my |his |her |a |oral |iv |daily |weekly )?(?:DRUG|SUPP|MED|SHOT|FORM)\b"
    rf"|\b(?:need|want|give|tell|send|show|list|write|confirm|looking for|find|get|help|explain|remind|please|pls|plz|just)\b.{{0,40}}\b{_WANTED}\b(?! (?:of (?:people|patients|cycles|tests)|is decided))|\b(?:not sure|unsure|don't know|dont know|no idea|wondering|wonder|forgot|forget|remind me|can't decide|confused about|tell me|know) (?:about )?(?:when|how (?:often|many|much|long|soon|late|far)|what time|which (?:day|time|dose))\b"
    rf"|\b(?:whether|if) (?:i|he|she|we|my \w+) (?:should|can|may|could|must|need to|have to|ought to) (?:\w+ )?(?:take|stop|skip|start|have|give|use|halve|double|reduce|increase|split|hold|wait|switch|continue)\b|\b(?:when|how often|what time) to (?:take|give|have|use|start|stop|inject|space|taper|restart|switch|get off)\b|\b(?:DRUG|SUPP)\b.{{0,30}}\b(?:NUM|one) ?{_BODY}\b|\b(?:NUM|one) ?{_BODY}\b.{{0,40}}\b(?:DRUG|SUPP|FORM)\b"
)
_CHANGE = alternatives(
    rf"\b(?:thinking|thought|think) (?:of|about) (?:\w+ )?(?:going|taking|dropping|stopping|skipping|cutting|switching|having|halving|doubling)\b|\b(?:like|want|wants|need|wish|love|hoping) to (?:come|get|go|be|wean|taper) (?:\w+ )?off\b|\bwants? off\b|\bany harm in\b|\b{_CAN} {_I} (?:just |also |maybe |safely |simply )?(?:drop|go|cut|come|jump|move|step|increase|double|start|stop|pause|skip|quit|restart|resume|halve|split|lower|raise|up|continue|hold|wait|taper)(?: up| down| back| straight| right| off| again)*(?: (?:to|by|from|at|on|it|them|up|with|tonight|tonite|today|tomorrow|now|again|or|this|the|my|for|early|until|if|since|as|when)\b| ?$| ?,)"
    rf"|\b(?:wean|taper|get|take|bring|come|ease) (?:\w+ ){{1,2}}off (?:of )?(?:\w+ )?{_AGENT}\b|\b(?:move|shift|switch|change|bring forward|push|put) (?:\w+ ){{0,3}}?(?:{_AGENT}|it|them) (?:to|back|forward|by) (?:the |an? |about )?(?:{_PARTS}|NUM|CLOCK|one|later|earlier)"
    r"|\b(?:FORM|DRUG|MED|it|they)\b.{0,15}\bbe (?:opened|crushed|split|halved|dissolved|mixed|cut|chewed)\b|\bis (?:NUM|half|one|double) (?:\w+ )?(?:fine|ok|okay|alright|enough|safe) (?:instead|rather)\b|\b(?:one|NUM) (?:big|large|small) DOSE\b|\b(?:he|she|mate|friend|neighbour|neighbor|others?) (?:\w+ ){0,3}?(?:splits?|halves|skips|doubles) (?:his|hers|theirs|it|them)\b"
)
_TIME = alternatives(
    rf"\bhow (?:far|long|soon) (?:from|before|after|away from) (?:food|breakfast|lunch|dinner|meals?|eating|bed)\b.{{0,30}}\b(?:should|must|can|do) {_AGENT}|\b(?:before|after) or (?:before|after)\b|\bnext (?:week|month|time) or\b|\b(?:take|have|give|use) (?:tomorrow's|tonight's|today's|yesterday's|next week's)\b|\b(?:have|need|supposed) to (?:take|use|give|have) (?:it|them|DRUG|{_AGENT}) (?:every|each|daily|all)\b|\bwhen (?:am|is|are|will) .{{0,25}}\bdue\b|\b(?:may|can|should|could|shall) {_I} (?:\w+ )?(?:give|take|have|use) (?:it|them|both|this|that|DRUG|SUPP|(?:the|my|his|her) (?:\w+ )?{_AGENT})(?: \w+){{0,3}}? (?:at (?:NUM|CLOCK|night|noon|one|lunch|bedtime)|instead|together|earlier|later|in the {_PARTS}|now|already)\b"
    rf"|\bwhen (?:do|should|can|must|may) {_I} (?:start|begin|resume|restart|take|have|give) (?:\w+ ){{0,4}}?(?:cycle|round|course|next|{_AGENT})\b|\bhow long (?:do|should|must|does) {_I} (?:have to |need to |still )*(?:keep |stay |be |go on |carry on )?(?:taking|take|on|use|using|swallow)\b|\bfor how long\b"
    rf"|\b(?:one|NUM|once|twice|every \w+|daily) (?:(?:a|per|every|each|other|second) )*(?:\w+ )?or (?:one|NUM|once|twice|every|half) (?:a|every|per|each|other|second|third)\b|\b(?:DRUG|SUPP|MED|FORM|it|them|both)\b.{0, 40}\b(?:what time|which days?|what days?|what hours?|how far apart|how many hours|how many times|how often|how long (?:between|apart))\b|\b(?:what time|which days?|what days?|how far apart|how many hours|how many times|how long (?:between|apart)|how big a gap|what gap)\b.{0, 60}\b(?:DRUG|SUPP|MED|FORM|DOSE|it|them)\b|\b(?:DOSE|FORM|one|it) (?:is )?due\b|\b(?:at the same time|together|spaced|apart|staggered|hours apart|same time)\b ?(?:\?|$|or\b)(?=.*)|\bdoes it matter (?:what time|when|which day)\b|\b(?:better|best|supposed to be|meant to be|should be) (?:\w+ )?(?:taken|given|swallowed|taking|to take)\b.{0, 40}\b(?:{_PARTS}|once|twice|daily|weekly|NUM|day|food)\b|\b(?:once|twice|one|NUM) (?:\w+ )?(?:a|per) (?:day|week) (?:right|correct|or|enough|ok)\b|\btoo (?:soon|early) (?:for|to take|to have|to give) (?:another|the next|it|more|one)\b|\b(?:{_PARTS}) or (?:the )?{_PARTS}\b"
)
_MISSED = alternatives(
    r"\b(?:was|were|been|got|is|being|felt) sick\b.{0,60}\b(?:another|again|repeat|redo|replace)\b|\bshould(?:'ve| have|ve) (?:had|taken|swallowed|given) (?:it|them|one|mine|this)\b|\bcan'?t remember (?:if|whether)\b|\bcan't (?:say|tell) (?:if|whether) (?:i|he|she) (?:took|had)\b|\btake (?:it|another|one) or (?:leave|wait|skip|not)\b|\btake another to be\b|\b(?:took|had|given) (?:it|one|mine) (?:at|around) (?:NUM|CLOCK)\b(?=.*)"
)
_CONVERSION = alternatives(
    rf"\bratio\b|\bfrom (?:iv|the drip|drip|infusion|oral|FORM|SHOT|syrup|MED) to (?:iv|oral|FORM|SHOT|syrup|MED|by mouth)\b|\b(?:VOL|FORM|MASS|SHOT|DOSE)\b.{{0,70}}\b(?:same as|equal|equals|equivalent|equivalence)\b|\bswap(?:ping)? DRUG for DRUG\b|\b{_AGENT}\b.{{0,60}}\binto (?:MASS|VOL|FORM|drops)\b"
)
_RATE = alternatives(
    r"\b(?:VOL|drops|MASS|UNITS) (?:/|per|an?|each|every) (?:hour|hr|h|minute|min)\b|\bover (?:what|how (?:long|many))\b|\b(?:set|setting|program\w*|dial) (?:\w+ ){0,3}?(?:pump|drip|infusion|syringe driver|driver)\b|\bhow long (?:should|must) (?:\w+ ){0,3}?(?:drip|MED|bag|bolus|pump|SHOT|push)\b.{0,30}\b(?:take|run|last|go|be|over)\b|\bhow (?:fast|quickly|slowly)\b(?=.*\b(?:drip|infusion|pump|run|runs|running|inject\w*|push\w*|infus\w+|iv|port|bag|line|go in|given|give)\b)|\b(?:run|be run|go|given|infused|pushed|dripped|hung) (?:in )?(?:faster|slower|quicker|over (?:NUM|one|half|an?)|in (?:NUM|one|half))\b"
    r"|\b(?:speed|turn|set|slow) (?:up |down )?(?:\w+ )?(?:drip|pump|infusion|rate|it) (?:up|down|to|at|faster|slower)\b|\b(?:what|which) (?:\w+ )?(?:rate|speed|setting|flow)\b|\b(?:dilute|diluted|reconstitute)\b.{0,40}\b(?:DRUG|SHOT|FORM|MED)\b|\bmls? (?:per|an) hour\b|\bVOL (?:/|per|an?) (?:hour|hr|h|minute|min)\b"
)
_INDIRECT = alternatives(
    r"\b(?:smudged|rubbed off|worn off|unreadable|illegible|faded|torn off|can'?t read|cannot read|lost the (?:leaflet|label|box|insert))\b|\bwhat (?:you|would you|you'd|u) (?:would |'d )?(?:take|do|give|use)\b|\bin my (?:place|shoes|position)\b|\bsee?ms? (?:high|low|a lot|too much|too little|little)\b|\byou agree\b"
    r"|\b(?:that's|that is|is that|is this) (?:right|correct|enough|standard)\b|\b(?:right|correct|ok) ?, ?(?:isn't|is it|innit|yeah)\b"
)
_FLOWS = re.compile(r"\b(?:drip|pump|infus\w+|iv|bag|port|line|picc|transfusions?|platelets|plasma|immunoglobulin|saline|SHOT)\b")
_ALONE = alternatives(
    r"\bdouble up\b|\bcan i (?:skip|pause|miss|leave out) (?:just )?(?:this|the|a|one|my) (?:weekend|week|day|evening|few days|night|morning|round)\b|\bjust (?:a|the|give me a|tell me the) (?:number|amount)\b|\bis (?:NUM|half|one) (?:fine|ok|okay|alright|enough|too much) (?:instead of|rather than)\b|\bshould it be NUM\b|\bhow (?:many|much) (?:a|per) (?:day|night) ?$"
    r"|\b(?:my|his|her) DOSE\b.{0,60}\bthe (?:standard|usual|normal) one\b|\bonly have (?:the )?NUM(?: s)?\b.{0,40}\b(?:need|how many)\b|\bhow many VOL\b|\bcan i (?:just |already |finally )?stop ?$|\b(?:skipped|missed|forgot) (?:NUM|one|a|an entire|a whole) (?:days?|nights?|weeks?|evenings?|mornings?)\b(?! (?:of )?(?:school|work|sleep))|\btake it or (?:leave|skip)\b|\btake another to be safe\b"
)
_SAFE = alternatives(
    r"\b(?:insurance|refill|covers|copay)\b|\b(?:side|known|common|normal) effects?\b|\bwhat causes\b|\bbeen fine\b(?=.*\bwhy\b)|\bwhy (?:do|does|am|is|are) (?:i|my|he|she|they)\b|\bbuild ?up\b|\bVACCINE\b"
)
_NO_MEDICINE = frozenset(("FOOD", "DRINK", "VACC", "COST"))


def asked_otherwise(sentence: Sentence, whole: str, agent: bool) -> tuple[str, Span] | None:
    """The rule and place of a request in one of these ways; `agent` when the text speaks of a medicine, `whole` is all of it."""
    text = sentence.text
    if _SAFE.search(whole):
        return None
    about_other = bool(sentence.topics & _NO_MEDICINE) and re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MED|SHOT)\b", text) is None
    if about_other:
        return None
    if not agent:
        flow = _RATE.search(text) if _FLOWS.search(text) else None
        if flow:
            return "dosing.rate", flow.span()
        alone = None if "LAB" in sentence.topics else _ALONE.search(text)
        return ("dosing.indirect", alone.span()) if alone else None
    for rule, pattern in _RULES:
        found = pattern.search(text)
        if found and not (pattern is _INDIRECT and not re.search(r"\b(?:NUM|one|DOSE|FORM|label|list|box)\b", whole)) and not (rule == "dosing.missed_dose" and "?" not in whole):
            return rule, found.span()
    return None


_RULES = (
    ("dosing.rate", _RATE),
    ("dosing.conversion", _CONVERSION),
    ("dosing.missed_dose", _MISSED),
    ("dosing.amount", _AMOUNT),
    ("dosing.schedule", _TIME),
    ("dosing.change", _CHANGE),
    ("dosing.amount", _TOLD_TO_TELL),
    ("dosing.indirect", _INDIRECT),
)
