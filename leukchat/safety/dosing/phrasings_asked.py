"""Patterns of further ways to ask for a dose: a figure put up for agreement, a time, a change, a sum."""

from __future__ import annotations

from leukchat.safety.dosing.phrases import Asked

_I = r"(?:i|we|he|she|they|you|my \w+|our \w+|mum|mom|dad|grandma|grandpa|baby)"
_CAN = r"(?:can|could|may|might|should|shall|must|would|do|does|dare)"
_AGENT = r"(?:DRUG|SUPP|MED|FORM|DOSE|SHOT)"
_PARTS = r"(?:morning|evening|night|noon|bedtime|afternoon|breakfast|lunch|dinner|supper|midday|mornings|evenings|nights)"
_BODY = r"(?:kg|kilos?|kilograms?|lbs?|pounds?|stone|square (?:met(?:er|re)s?)|sq|m NUM|bsa)"
_WANTED = (
    r"(?:(?<!remission )(?<!survival )(?<!response )(?<!cure )(?<!success )(?<!relapse )rates?|speed|schedule|timing|timetable|times|intervals?|"
    r"frequency|spacing|taper|tapering|titration|plan|calendar|amounts?|strength|quantity|figure|number|limit|maximum|max|DOSE|ratio|equivalent|"
    r"conversion)"
)

_USUAL = (
    rf"\b(?:standard|usual|normal|typical|right|correct|common|average|recommended|ordinary|regular) (?:one|{_AGENT}|amount|strength|"
    r"number)\b(?! (?:for (?:stopping|measuring)|is made|works?|side|effects?|MED))",
    r"\b(?:normal|usual|standard|typical|right) for (?:someone|a person|people|somebody|an? (?:adult|child|man|woman|grown)|me|him|her|a grown)\b",
    r"\b(?:ballpark|rough (?:figure|number|idea|guess|estimate)|just a number|MASS wise|in MASS)\b",
    r"\b(?:which|what) (?:strength|size|amount|number|figure|DOSE)\b",
    r"\byou'd say how (?:many|much)\b",
    r"\b(?:two|one|half|NUM) \? NUM\b",
    r"\b(?:get|gets|got|on|takes?) NUM\b.{0,40}\b(?:what's correct|same|which is right|who is right)\b",
)
_CEILING = (
    r"\b(?:ceiling|cap|upper limit|top end|highest) (?:\w+ )?(?:for|on|of|with) (?:\w+ )?(?:DRUG|SUPP|MED)\b",
    r"\btoo (?:much|little|many|few|low|high) (?:of )?(?:DRUG|SUPP|FORM)\b|\b(?:DRUG|SUPP)\b.{0,20}\bstarts? being too (?:much|many)\b",
)
_BY_WEIGHT = (
    rf"\b(?:compute|calculate|work out|figure out|do the (?:math|maths|sum))\b.{{0,40}}\b(?:DRUG|SUPP|DOSE|{_BODY})\b",
    rf"\b(?:DRUG|SUPP|MED|SHOT)\b.{{0,40}}\bfor (?:an? |my |the )?(?:\w+ )?(?:NUM|one) ?{_BODY}\b",
    rf"\b(?:NUM|one) ?{_BODY}\b.{{0,60}}\b(?:how much|how many|which amount|what (?:amount|DOSE|strength)|quick|please|plz|pls)\b",
    r"\bDRUG (?:per|a|for each|for every) (?:square|kg|kilo\w*|sq)\b",
)
_FIGURE_PUT = (
    r"\b(?:is|was|are) NUM (?:\w+ )?(?:a lot|too (?:much|little|low|high|many|few)|high|low|enough|right)\b",
    r"\b(?:should|could|can|may) (?:it|i|he|she|we) (?:be|take|have|get|be on) NUM\b",
    r"\b(?:i'd|i would|i'll|we'd|thinking of|thought of) (?:give|take|use|giving|taking|try|trying) (?:him |her |it |about |just )?NUM\b",
    r"\bNUM of (?:DRUG|SUPP)\b",
    r"\bi only (?:get|take|have|got) NUM\b",
    r"\b(?:FORM|DRUG|SUPP) ?[:,] ?(?:NUM|one) ?\?",
    r"\bFORM ?: ?NUM\b",
    r"\bone (?:for|a) (?:NUM days|day)\? ",
)
_CHART = (
    r"\b(?:table|timetable|chart|list|calendar|plan|plans?) (?:\w+ ){0,4}?(?:with|of|:) .{0,40}\b(?:amounts?|strengths?|DOSE|MASS|times a day)\b",
    rf"\b(?:amounts?|strengths?|DOSE|times a day)\b.{{0,40}}\bfor (?:all|each|every|my|the) (?:\w+ )?{_AGENT}\b",
)
_HOW_MANY = (
    r"\bhow (?:many|much) ?$",
    r"\bhow (?:many|much) (?:a|per|each) (?:day|night|week|go|time)\b",
    rf"\bwhat (?:should|can|do|could) {_I} (?:take|give|use) (?:then|now|instead|for)\b(?=.*)",
    rf"\bhow (?:would|should|do|can) (?:one|{_I}) (?:use|take|give|dose) (?:this|it|them|DRUG|SUPP)\b",
)
AMOUNT = Asked(_USUAL, _CEILING, _BY_WEIGHT, _FIGURE_PUT, _CHART, _HOW_MANY)

TOLD_TO_TELL = Asked(
    rf"\b(?:DRUG|SUPP|SHOT) (?:\w+ ){{0,2}}?{_WANTED}(?= ?$| ?[,:?]| for\b| please| pls| plz| in\b| per\b| with\b| when\b| if\b)",
    rf"\b{_WANTED} (?:of|for) (?:the |my |his |her |a |oral |iv |daily |weekly )?(?:DRUG|SUPP|MED|SHOT|FORM)\b",
    r"\b(?:need|want|give|tell|send|show|list|write|confirm|looking for|find|get|help|explain|remind|please|pls|plz|"
    rf"just)\b.{{0,40}}\b{_WANTED}\b(?! (?:of (?:people|patients|cycles|tests)|is decided))",
    r"\b(?:not sure|unsure|don't know|dont know|no idea|wondering|wonder|forgot|forget|remind me|can't decide|confused about|tell me|"
    r"know) (?:about )?(?:when|how (?:often|many|much|long|soon|late|far)|what time|which (?:day|time|dose))\b",
    r"\b(?:whether|if) (?:i|he|she|we|my \w+) (?:should|can|may|could|must|need to|have to|ought to) (?:\w+ )?(?:take|stop|skip|start|have|give|use|halve|"
    r"double|reduce|increase|split|hold|wait|switch|continue)\b",
    r"\b(?:when|how often|what time) to (?:take|give|have|use|start|stop|inject|space|taper|restart|switch|get off)\b",
    rf"\b(?:DRUG|SUPP)\b.{{0,30}}\b(?:NUM|one) ?{_BODY}\b",
    rf"\b(?:NUM|one) ?{_BODY}\b.{{0,40}}\b(?:DRUG|SUPP|FORM)\b",
)

_GIVEN_UP = (
    r"\b(?:thinking|thought|think) (?:of|about) (?:\w+ )?(?:going|taking|dropping|stopping|skipping|cutting|switching|having|halving|doubling)\b",
    r"\b(?:like|want|wants|need|wish|love|hoping) to (?:come|get|go|be|wean|taper) (?:\w+ )?off\b",
    r"\bwants? off\b",
    r"\bany harm in\b",
    rf"\b{_CAN} {_I} (?:just |also |maybe |safely |simply )?(?:drop|go|cut|come|jump|move|step|increase|double|start|stop|pause|skip|quit|restart|resume|"
    r"halve|split|lower|raise|up|continue|hold|wait|taper)(?: up| down| back| straight| right| off| again)*(?: (?:to|by|from|at|on|it|them|up|with|tonight|"
    r"tonite|today|tomorrow|now|again|or|this|the|my|for|early|until|if|since|as|when)\b| ?$| ?,)",
    rf"\b(?:wean|taper|get|take|bring|come|ease) (?:\w+ ){{1,2}}off (?:of )?(?:\w+ )?{_AGENT}\b",
)
_MOVED = (
    rf"\b(?:move|shift|switch|change|bring forward|push|put) (?:\w+ ){{0,3}}?(?:{_AGENT}|it|them) (?:to|back|forward|by) (?:the |an? |about )?(?:{_PARTS}|"
    r"NUM|CLOCK|one|later|earlier)",
)
_DIVIDED = (
    r"\b(?:FORM|DRUG|MED|it|they)\b.{0,15}\bbe (?:opened|crushed|split|halved|dissolved|mixed|cut|chewed)\b",
    r"\bis (?:NUM|half|one|double) (?:\w+ )?(?:fine|ok|okay|alright|enough|safe) (?:instead|rather)\b",
    r"\b(?:one|NUM) (?:big|large|small) DOSE\b",
    r"\b(?:he|she|mate|friend|neighbour|neighbor|others?) (?:\w+ ){0,3}?(?:splits?|halves|skips|doubles) (?:his|hers|theirs|it|them)\b",
)
CHANGE = Asked(_GIVEN_UP, _MOVED, _DIVIDED)

_MEALS = (
    rf"\bhow (?:far|long|soon) (?:from|before|after|away from) (?:food|breakfast|lunch|dinner|meals?|eating|bed)\b.{{0,30}}\b(?:should|must|can|do) {_AGENT}",
    r"\b(?:before|after) or (?:before|after)\b",
    rf"\b(?:better|best|supposed to be|meant to be|should be) (?:\w+ )?(?:taken|given|swallowed|taking|to take)\b.{{0,40}}\b(?:{_PARTS}|once|twice|daily|weekly|NUM|day|food)\b",
)
_DUE = (
    r"\bnext (?:week|month|time) or\b",
    r"\b(?:take|have|give|use) (?:tomorrow's|tonight's|today's|yesterday's|next week's)\b",
    r"\bwhen (?:am|is|are|will|would|should) .{0,30}\bdue\b",
    r"\b(?:DOSE|FORM|one|it) (?:is )?due\b",
    r"\btoo (?:soon|early) (?:for|to take|to have|to give) (?:another|the next|it|more|one)\b",
)
_EVERY = (
    rf"\b(?:have|need|supposed) to (?:take|use|give|have) (?:it|them|DRUG|{_AGENT}) (?:every|each|daily|all)\b",
    r"\b(?:one|NUM|once|twice|every \w+|daily) (?:(?:a|per|every|each|other|second) )*(?:\w+ )?or (?:one|NUM|once|twice|every|half) (?:a|every|per|each|other|second|third)\b",
    r"\b(?:once|twice|one|NUM) (?:\w+ )?(?:a|per) (?:day|week) (?:right|correct|or|enough|ok)\b",
)
_MAY_NOW = (
    rf"\b(?:may|can|should|could|shall) {_I} (?:\w+ )?(?:give|take|have|use) (?:it|them|both|this|that|DRUG|SUPP|(?:the|my|his|"
    rf"her) (?:\w+ )?{_AGENT})(?: \w+){{0,3}}? (?:at (?:NUM|CLOCK|night|noon|one|lunch|bedtime)|instead|together|earlier|later|in the {_PARTS}|now|already)\b",
    rf"\bwhen (?:do|should|can|must|may) {_I} (?:start|begin|resume|restart|take|have|give) (?:\w+ ){{0,4}}?(?:cycle|round|course|next|{_AGENT})\b",
)
_HOW_LONG = (
    rf"\bhow long (?:do|should|must|does) {_I} (?:have to |need to |still )*(?:keep |stay |be |go on |carry on )?(?:taking|take|on|use|using|swallow)\b",
    r"\bfor how long\b",
)
_WHAT_TIME = (
    r"\b(?:DRUG|SUPP|MED|FORM|it|them|both)\b.{0,40}\b(?:what time|which days?|what days?|what hours?|how far apart|how many hours|how many times|how often|"
    r"how long (?:between|apart))\b",
    r"\b(?:what time|which days?|what days?|how far apart|how many hours|how many times|how long (?:between|apart)|how big a gap|"
    r"what gap)\b.{0,60}\b(?:DRUG|SUPP|MED|FORM|DOSE|it|them)\b",
    r"\bdoes it matter (?:what time|when|which day)\b",
    rf"\b(?:{_PARTS})(?: ,)? or (?:should it be |is it |rather |better |in |at )?(?:the )?{_PARTS}\b",
)
_TOGETHER = (r"\b(?:at the same time|together|spaced|apart|staggered|hours apart|same time)\b ?(?:\?|$|or\b)(?=.*)",)
TIME = Asked(_MEALS, _DUE, _EVERY, _MAY_NOW, _HOW_LONG, _WHAT_TIME, _TOGETHER)

MISSED = Asked(
    r"\b(?:was|were|been|got|is|being|felt) sick\b.{0,60}\b(?:another|again|repeat|redo|replace)\b",
    r"\bshould(?:'ve| have|ve) (?:had|taken|swallowed|given) (?:it|them|one|mine|this)\b",
    r"\bcan'?t remember (?:if|whether)\b",
    r"\bcan't (?:say|tell) (?:if|whether) (?:i|he|she) (?:took|had)\b",
    r"\btake (?:it|another|one) or (?:leave|wait|skip|not)\b",
    r"\btake another to be\b",
    r"\b(?:took|had|given) (?:it|one|mine) (?:at|around) (?:NUM|CLOCK)\b(?=.*)",
)

CONVERSION = Asked(
    r"\bratio\b",
    r"\bfrom (?:iv|the drip|drip|infusion|oral|FORM|SHOT|syrup|MED) to (?:iv|oral|FORM|SHOT|syrup|MED|by mouth)\b",
    r"\b(?:VOL|FORM|MASS|SHOT|DOSE)\b.{0,70}\b(?:same as|equal|equals|equivalent|equivalence)\b",
    r"\bswap(?:ping)? DRUG for DRUG\b",
    rf"\b{_AGENT}\b.{{0,60}}\binto (?:MASS|VOL|FORM|drops)\b",
)

_PER_TIME = (
    r"\b(?:VOL|drops|MASS|UNITS) (?:/|per|an?|each|every) (?:hour|hr|h|minute|min)\b",
    r"\bmls? (?:per|an) hour\b",
    r"\bVOL (?:/|per|an?) (?:hour|hr|h|minute|min)\b",
)
_HOW_FAST = (
    r"\bover (?:what|how (?:long|many))\b",
    r"\bhow long (?:should|must) (?:\w+ ){0,3}?(?:drip|MED|bag|bolus|pump|SHOT|push)\b.{0,30}\b(?:take|run|last|go|be|over)\b",
    r"\bhow (?:fast|quickly|slowly)\b(?=.*\b(?:drip|infusion|pump|run|runs|running|inject\w*|push\w*|infus\w+|iv|port|bag|line|go in|given|give)\b)",
    r"\b(?:what|which) (?:\w+ )?(?:rate|speed|setting|flow)\b",
)
_SET = (
    r"\b(?:set|setting|program\w*|dial) (?:\w+ ){0,3}?(?:pump|drip|infusion|syringe driver|driver)\b",
    r"\b(?:run|be run|go|given|infused|pushed|dripped|hung) (?:in )?(?:faster|slower|quicker|over (?:NUM|one|half|an?)|in (?:NUM|one|half))\b",
    r"\b(?:speed|turn|set|slow) (?:up |down )?(?:\w+ )?(?:drip|pump|infusion|rate|it) (?:up|down|to|at|faster|slower)\b",
    r"\b(?:dilute|diluted|reconstitute)\b.{0,40}\b(?:DRUG|SHOT|FORM|MED)\b",
)
RATE = Asked(_PER_TIME, _HOW_FAST, _SET)

INDIRECT = Asked(
    r"\b(?:smudged|rubbed off|worn off|unreadable|illegible|faded|torn off|can'?t read|cannot read|lost the (?:leaflet|label|box|insert))\b",
    r"\bwhat (?:you|would you|you'd|u) (?:would |'d )?(?:take|do|give|use)\b(?! if (?:someone|somebody|a person|people))",
    r"\bin my (?:place|shoes|position)\b",
    r"\bsee?ms? (?:high|low|a lot|too much|too little|little)\b",
    r"\byou agree\b",
    r"\b(?:that's|that is|is that|is this) (?:right|correct|enough|standard|sensible|reasonable)\b",
    r"\b(?:right|correct|ok) ?, ?(?:isn't|is it|innit|yeah)\b",
)

FLOWS = Asked(
    r"\b(?:drip|pump|infus\w+|tpn|iv|bag|port|line|picc|transfusions?|platelets|plasma|immunoglobulin|saline|SHOT)\b",
)

_CHANGE_UNNAMED = (
    r"\bdouble up\b",
    r"\bcan i (?:skip|pause|miss|leave out) (?:just )?(?:this|the|a|one|my) (?:weekend|week|day|evening|few days|night|morning|round)\b",
    r"\bcan i (?:just |already |finally )?stop ?$",
    r"\btake it or (?:leave|skip)\b",
    r"\btake another to be safe\b",
)
_FIGURE_UNNAMED = (
    r"\bjust (?:a|the|give me a|tell me the) (?:number|amount)\b",
    r"\bis (?:NUM|half|one) (?:fine|ok|okay|alright|enough|too much) (?:instead of|rather than)\b",
    r"\bshould it be NUM\b",
    r"\bhow (?:many|much) (?:a|per) (?:day|night) ?$",
    r"\b(?:my|his|her) DOSE\b.{0,60}\bthe (?:standard|usual|normal) one\b",
    r"\bonly have (?:the )?NUM(?: s)?\b.{0,40}\b(?:need|how many)\b",
    r"\bhow many VOL\b",
)
_MISSED_UNNAMED = (r"\b(?:skipped|missed|forgot) (?:NUM|one|a|an entire|a whole) (?:days?|nights?|weeks?|evenings?|mornings?)\b(?! (?:of )?(?:school|work|sleep))",)
ALONE = Asked(_CHANGE_UNNAMED, _FIGURE_UNNAMED, _MISSED_UNNAMED)

SAFE = Asked(
    r"\banswer the (?:phone|line|call)",
    r"\b\w+ hour line\b",
    r"\b(?:insurance|refill|covers|copay)\b",
    r"\b(?:side|known|common|normal) effects?\b",
    r"\bwhat causes\b",
    r"\bbeen fine\b(?=.*\bwhy\b)",
    r"\bwhy (?:do|does|am|is|are) (?:i|my|he|she|they)\b",
    r"\bbuild ?up\b",
    r"\bVACCINE\b",
)
