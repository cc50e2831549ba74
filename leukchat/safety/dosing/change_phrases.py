"""How a change of treatment is put: breaks, parts of a dose, other days, up or down, let go."""

from __future__ import annotations

import re

from leukchat.safety.dosing.grammar import OPENING
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.verbs import STRONG, forms

_OFF = r"(?:(?:back|down|up|off|out|over|in)\b )?(?:on |from |of |with |to )?"
_BETWEEN = (
    "back off out on up down over in away it the your his her my their this that these those a an taking using having giving one two NUM half "
    "some more less fewer all full evening morning night lunchtime next daily whole missed forgotten late tonight's today's tomorrow's "
    "yesterday's of with from to for and extra additional second other current usual regular old weekly oral rest remaining last first few any "
    "odd occasional weekend weekday bedtime lunchtime final single leftover remaining again pain blood iron sleeping heart by each every "
    "evening's following amount bit little total nightly once old red blue white small big MASS GRAM "
).split()
_DETERMINERS = rf"(?:(?:{'|'.join(_BETWEEN)}|\w+'s) ){{0,6}}"
"""Words between a verb of change and what is changed: "stop your evening tablet"."""
_OBJECT = r"(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN|amount|pack|protocol|strength|it|them|that|this|one)\b"
_VERBS = sorted({form for verb in STRONG for form in forms(verb)}, key=len, reverse=True)
STRONG_VERBS = Phrases(rf"\b(?:{'|'.join(_VERBS)}) {_OFF}{_DETERMINERS}{_OBJECT}")

STRONG_OBJECT = Phrases(
    r"\b(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN|amount|strength)\b",
)

_BREAKS = (
    r"\b(?:drug|MED|treatment|chemo|pill|tablet) holidays?\b",
    r"\b(?:a |short |brief |little |the )*(?:break|holiday|rest|pause|gap|time out|time off|vacation|day off|days off|week off|night off) (?:from|without|"
    r"off) (?:the |your |his |her )?(?:DRUG|SUPP|MED|FORM|DOSE|it)",
    r"\b(?:without|off) (?:it|the FORM|your (?:FORM|MED|DRUG)|DRUG|the MED|MED) for (?:a|NUM|one|the)\b",
    r"\b(?:go|going|goes|went|carry|get|getting|do|managing|manage) without (?:it|the|your|DRUG|them)\b",
    r"\b(?:NUM|one|a) (?:days?|weeks?|months?|weekend|years?) off (?:the |your |his |her )?(?:DRUG|FORM|MED|it|SUPP)\b",
    r"\bdo without\b",
    r"\b(?:gap|interval|rest|break|pause) of (?:NUM|one|an?) (?:days?|weeks?|hours?|nights?)\b",
    r"\b(?:keep|keeping|stay|staying|get|getting|take|taking) (?:him |her |them |yourself )?off (?:the |your |his |her )?(?:DRUG|SUPP|MED|FORM|it|them)\b",
)
_LEFT_OUT = (
    r"\b(?:leave|leaving|leaves) (?:it|that|them|tonight's|today's|tomorrow's|one|this one|that one)\b(?: \w+){0,3}? (?:out|off|aside)\b",
    r"\b(?:leave|leaving) (?:off|out) (?:the|your|one|tonight's|today's|it|an?|his|her|that|this|DRUG|SUPP|MED|NUM|every)\b",
    r"\b(?:leave|leaving) (?:the|your|this|his|her|that) (?:\w+ ){0,3}?(?:out|off)\b",
    r"\bput(?:ting)? (?:the |your |his |her )?(?:DRUG|FORM|MED|it|them) (?:away|aside|by)\b",
    r"\b(?:don't|do not) bother (?:with|taking|giving|about) (?:the |your |his |her )?(?:\w+ )?(?:FORM|DRUG|DOSE|MED|it|them)\b",
    r"\bmiss(?:ing)? out (?:on )?(?:a|the|one|your|NUM|today's|tonight's|DRUG) (?:\w+ )?(?:of |FORM|DOSE|DRUG)?\b",
    r"\b(?:finish|use up|get through) (?:the |your |his |her )?(?:\w+ )?(?:FORM|MED|DRUG|DOSE) (?:\w+ )?(?:over|in|within|by)\b",
    r"\bhold(?:ing)? (?:the |your |his |her )(?:\w+ )?MED\b",
    r"\bput(?:ting)? (?:the |your |his |her )?(?:\w+ )?(?:DRUG|FORM|MED|it|them) on (?:hold|pause|ice)\b",
)
_PART_OF_IT = (
    r"\b(?:half|a third|a quarter|quarter|double|twice|less|more|fewer|three quarters|NUM %|NUM percent) (?:of )?(?:what|as much|the amount|the DOSE|"
    r"your DOSE|your usual|the usual|your normal|the normal(?! (?:size|weight|height|length|number|level|range|amount of))|of the DOSE|of it|the FORM|than the label|than what|than you|than usual|than prescribed|"
    r"than your)\b",
    r"\b(?:half|a half|quarter) (?:a |of (?:a |the |your )?)?(?:FORM|DOSE)\b",
    r"\bthe full amount\b",
    r"\ba bit (?:more|less) (?:than|of)\b",
    r"\b(?:larger|smaller|higher|lower|lowest|highest|stronger|weaker|next|old) (?:of the (?:NUM )?)?(?:strength|strengths|DOSE|NUM strengths)\b",
    r"\b(?:bit|little) (?:less|more|lower|higher|fewer)\b(?= (?:of|than|DRUG|FORM|MED|DOSE|each|every|at|for)\b| ?$| ?[,;])",
    r"\bdouble (?:one|DOSE|FORM)\b",
    r"\b(?:double|half|extra|larger|smaller|second|bigger) (?:a )?(?:portion|helping|ration|share|round|lot) of (?:the |your )?(?:DRUG|SUPP|FORM|MED)\b",
    r"\b(?:a )?(?:quarter|third|half|NUM %|NUM percent|tenth) (?:less|more|lower|higher|fewer|off)\b(?! (?:often|than (?:wo)?men|than (?:girls|"
    r"boys|people|others)|likely|common))",
    r"\b(?:NUM %|NUM percent|half|two-thirds|three quarters) (?:of )?(?:the |your |his |her )(?:\w+ )?(?:DOSE|amount|strength)\b",
)
_OTHER_NUMBER = (
    r"\b(?:have|having) (?:a (?:bit|little) )?(?:fewer|less|more|extra|half|double|twice)(?= (?:of (?:it|them|the|your)|FORM|DOSE|DRUG|SUPP|MED|than (?:you|usual|the|your|prescribed)|tonight|today|now|at|with|each|every)\b| ?$| ?[,;])",
    r"\b(?:takes?|taking|swallow\w*|give|giving|use|using) (?:a (?:bit|little) )?(?:fewer|less|more|extra|half|double|twice|NUM instead|another|"
    r"an extra|an additional|a second|one more|NUM more)\b(?! (?:(?:NUM|one|few|couple of) )?(?:an? )?(?:days?|weeks?|months?|years?|hours?|while|time|century|look|breath|steps?|care|notice|breaks?|rest|naps?|effort|interest|photos?|notes?|fruit|fluids?|sips?|walks?))",
    r"\b(?:one|NUM) (?:step|level|strength|FORM|notch|size) (?:down|up|lower|higher|less|fewer|more|at a time|off)\b",
    r"\b(?:NUM|one) (?:FORM |DOSE )?(?:rather than|instead of|in place of) (?:NUM|one|the)\b",
    r"\b(?:NUM|one|a) (?:days?|weeks?) (?:longer|shorter|early|more|less|extra) (?:than|of)\b",
    r"\b(?:take|taking|have|use|using|give|giving) (?:it|them|the FORM|your FORM|the DRUG|DRUG|the MED) only (?:when|on|if|every|at|once|twice)\b",
    r"\b(?:NUM|one|an|half an) (?:hours?|minutes?|days?) (?:early|earlier|later|late)\b(?! (?:than|on)\b)",
    r"\b(?:take|have|give|use) (?:the|your|his|her|tonight's|this) (?:\w+ )?(?:one|FORM|DOSE|DRUG) (?:late|early|later|earlier|instead)\b",
    r"\bby itself instead of\b",
)
_OTHER_DAYS = (
    r"\bevery (?:other|second|third) (?:day|night|week) instead\b",
    r"\b(?:take|have|use|give|swallow) (?:it|them|one|this) (?:only )?(?:on|every|at) (?:week ?days|week ?ends|weekdays|weekends|alternate|other|second)\b",
    r"\bonly (?:on )?(?:week ?days|week ?ends|weekdays|weekends|alternate days)\b",
    r"\b(?:switch|switching|change|changing|move|moving|go|going) (?:over )?to (?:every (?:other|second|third|NUM|day|night|week|morning)|once|twice|"
    r"alternate|daily|weekly|a lower|a higher|half|just|only)\b",
    r"\b(?:stretch|widen|lengthen|shorten|increase|extend|change|move|shift) (?:the |your )?(?:interval|gap|time|times|hour|spacing|timing|day|"
    r"schedule)s? (?:between|of|for|you take|i take|that|when|at which|to)\b",
)
_UP_OR_DOWN = (
    r"\bgo (?:back )?(?:up|down|on|off)\b(?= (?:to|by|with|a|the|on|it|your|DRUG|NUM|half|one)\b)",
    r"\b(?:bring|bringing|take|push|move|get) (?:the |your |his |her )?(?:DRUG|FORM|DOSE|it|them) (?:down|up)\b",
    r"\b(?:reduce|reducing|cut|cutting|lower|lowering|drop|dropping|increase|increasing|raise|raising|up|bump|adjust|go up|go down|trim|scale back|"
    r"bring (?:it|the \w+) (?:down|up)) (?:it |them |the \w+ |your \w+ |this |that )?(?:down |up |back )?by (?:about |around |roughly )?(?:NUM|one|half|an?|"
    r"another) ?(?:%|percent|quarter|third|half|FORM|MASS|step|each|every|tenth)?\b",
    r"\b(?:go|goes|going|move|moving|step|stepping|take it|bring it|come) (?:up|down) (?:a|one|another) (?:notch|step|level|size|strength|FORM|bit|gear)\b",
    r"\b(?:pick|picking|take|taking) (?:the |your |it|them|his |her )?(?:DRUG|FORM|MED)? ?up again\b",
)
_LET_GO = (
    r"\b(?:cold turkey|phase (?:it|the|your|out)|let (?:the |your |his |her )?(?:DRUG|FORM|MED|DOSE|it)(?: FORM)? go|give (?:the |your |his |her )?(?:DRUG|"
    r"FORM|MED|DOSE|it|tonight's \w+)(?: \w+)? a (?:miss|rest|break|skip))\b",
    r"\b(?:needn't|no need to|don't have to|don't need to|doesn't need to|do not need to|doesn't have to|need not|not necessary to|no reason to|"
    r"no longer need(?: to)?) (?:\w+ )?(?:finish|complete|take|continue|keep taking|use|give|carry on|bother|stay on|have)\b",
    r"\blet (?:the |your |his |her )?(?:DRUG|MED|FORM|it) (?:run|go on|continue|ride)\b",
    r"\b(?:follow|go by|use|take|go back to|stick to|return to) (?:the|your|an?) (?:old|previous|last|former|earlier) (?:\w+ )?(?:MED|DOSE|plan|label|"
    r"schedule|strength|script|amount)\b",
)
PHRASES = Phrases(_BREAKS, _LEFT_OUT, _PART_OF_IT, _OTHER_NUMBER, _OTHER_DAYS, _UP_OR_DOWN, _LET_GO)

DONT_OPENS = re.compile(rf"(?:{OPENING}|\byou (?:should|must|can) )$")
DONT_TAKE = Phrases(
    r"\b(?:don't|do not|not|no|shouldn't|avoid) (?:take|taking|give|have|use|swallow|inject|start) (?:(?:him |"
    r"her )?(?:your|the|his|her|this|that|tonight's|today's|tomorrow's|any more|the next) (?:\w+ ){0,2}?(?:DRUG|FORM|DOSE|MED|one)|it|"
    r"them)\b(?=.{0,40}\b(?:this week|today|tonight|tomorrow|because|since|as long as|for NUM|for a|until|any more|anymore|now|while|if)\b)",
)
DONT_TAKE_NOW = Phrases(
    r"\b(?:don't|do not) (?:take|give|use|swallow|inject) (?:\w+ )?(?:DRUG|FORM|DOSE|MED)\b(?=.{0,20}\b(?:this week|today|tonight|tomorrow|for NUM|for a|any more|anymore)\b)",
)

PARTICLE = Phrases(
    r"\b(?:come(?! back)|coming(?! back)|go(?! (?:out|over)\b)(?! back\b(?! (?:on|up|down)\b))|going(?! (?:out|over)\b)(?! back\b(?! (?:on|up|down)\b))|"
    r"get(?! (?:up|out|back|over|down)\b)|getting(?! (?:up|out|back|over)\b)|stay(?! (?:up|back|out|over|down))|ease|easing|wean\w*|taper\w*|back|(?<!by )step|"
    r"stepping|move|moving|cut|cutting|scale|scaling|dial|dialing|top|topping|bump|bumping|ramp|ramping|put|putting|leave|leaving|hold|holding|drop|"
    r"dropping|take|taking|let|push|space|spacing|stretch|build|building|turn|turning|carry|catch|make|making|double|doubling|up|phase(?= (?:it|your|DRUG|"
    r"them)\b)|slow|tail|start|starting|add|adding|knock|switch|throw|spread|try|titrate) (?:yourself |him |her |them |it |a bit |slowly |gradually |"
    r"straight |right |back |again |gently |(?:the |your |his |her )?(?:\w+ )?(?:DRUG|FORM|MED|DOSE|SUPP)(?: FORM| MED| DOSE)? ){0,2}(?:off|back|down|up|"
    r"out|over|again|early|late|less|more|fewer|extra|instead|in half|apart|later)\b(?: (?:on|with|from|to|of|for|by|the|your|his|her|a|it|them|taking|"
    r"using|that|this|those|these|over|after|at|while|once|when|if|until|slightly|next|in)\b| ?$| ?,| DRUG| SUPP| MED| FORM)",
)

NO_CHANGE = Phrases(
    r"phases? that\b|stretch(?:es)? of\b|(?:first |each |every |next |second |third )?phases? of\b",
    r"(?:switch|switches|switching|turn|turning|shut|shutting) (?:it|them|that|this) (?:off|on)\b",
    r"(?:take|taking|takes) (?:it|them|this|that) up\b(?! (?:to|by|a|again)\b)",
    r"(?:missing|skipping|stopping|changing|halving) (?:\w+ ){0,4}(?:can|may|might|could) (?:make|let|lower|cause|raise|lead|allow|mean)\b",
    r"(?:stop|stopping|keep|keeping) (?:it|them|this) from\b",
    r"(?:put|putting|keep|keeping|move|moving) .{1,30} out of (?:reach|sight|the way)\b",
    r"(?:take|taking|takes) over\b|build(?:s|ing)? up (?:to (?:\w+ )?(?:levels?|amounts)|in|of|over)\b|(?:cover|covering|end|ending) up\b",
    r"\w+ (?:the |your |an? )?amount of (?!DRUG|SUPP|MED|FORM|it\b|your (?:MED|DRUG)|the (?:MED|DRUG))\w+|(?:reduce|lower|cut|increase|raise) your (?:weight|risk|salt|intake|chances?|stress)\b",
    r"higher DOSE of \w+ for any\b",
    r"(?:lower|higher|smaller|larger) DOSE of \w+ (?:made|make|makes|were|are|have|had|let|allow\w*)\b",
    r"(?:put|putting|leave|set|take|keep) (?:it|them|the FORM) (?:aside|away|apart)\b(?=.*\b(?:pharmac\w+|team|nurse|clinic))",
    r"(?:raise|bring|take) it (?:up )?(?:with|before|at|early|now|on|today|tomorrow|during|when)\b(?! (?:a|an|the (?:evening|morning|night)) )",
)

PASSIVE = Phrases(
    r"\b(?:(?:your|his|her|my|this|that|the) (?:\w+ ){0,3}?(?:DRUG|SUPP|FORM|DOSE|MED|SHOT|amount)(?: DOSE| FORM)?|DRUG|SUPP|MED|FORM|DOSE|it|they) (?:\w+ ){0,2}?(?:can|"
    r"could|may|should|might|must|ought to|needs? to|has to|have to|will|would|deserves? to|is to|are to) (?:\w+ )?be (?:\w+ )?(?:reintroduced|brought|"
    r"stopp?ed|halved|doubled|tripled|skipped|split|cut|reduced|lowered|decreased|increased|raised|held|paused|suspended|interrupted|resumed|restarted|"
    r"switched|swapped|replaced|changed|adjusted|tapered|weaned|dropped|omitted|left out|delayed|postponed|crushed|opened|repeated|withheld|discontinued|"
    r"bumped|upped|missed|spaced|taken (?:less|more|only|every|twice|once))\b",
    r"\b(?:your|his|her) (?:\w+ ){0,2}?(?:DRUG|FORM|DOSE|MED|SUPP)(?: DOSE)? (?:can|could|may|should|might) (?:\w+ )?(?:go (?:up|down|back)|come (?:down|"
    r"off)|wait|start again|rest)\b",
    r"\b(?:have|get|having|getting) (?:your|his|her|the|my) (?:\w+ ){0,3}?(?:DRUG|FORM|DOSE|MED)(?: DOSE)? (?:stopped|halved|doubled|cut|reduced|lowered|"
    r"increased|raised|paused|switched)\b",
)

CELL = Phrases(
    r"(?<=[|:] )(?:stop|hold|pause|skip|halve|double|restart|resume|half|full|miss)\b(?= ?$| ?[,|]| until| if| when| for| then| and| it| them| the)",
)

HOLD = Phrases(
    r"\b(?:hold|holding|miss|missing|leave|leaving|change|changing|forget|open|opening|repeat|repeating|push|pushing|move|moving|shift|shifting|"
    rf"bring forward|bringing forward|(?<!cover )(?<!pick )(?<!use )(?<!end )(?<!set )(?<!ring )up|upping|spread|spreading|slow|save) {_OFF}{_DETERMINERS}(?:DRUG|SUPP|FORM|DOSE|SHOT)\b",
)

ORDER = Phrases(
    r"(?:^|, |; |\b(?:and|then|just|simply|please|honestly|now|so) )(?:just |simply )?(?:stop|quit|halve|restart|resume|double up|skip|hold off|wean off|"
    r"taper off|ease off|start again|(?:restart|resume|start|begin|continue|carry on) (?:at|on|with) (?:the |your )?(?:previous|old|same|lower|higher|"
    r"former|usual|half|full)(?: \w+)?)(?= ?$| ?,| then\b| until\b| now\b| on (?:mon|tue|wed|thu|fri|sat|sun)\w*| tomorrow| today| tonight| since you|"
    r" the next| because| for (?:a|NUM|one)\b)",
)

BARE_VERB = Phrases(
    r"\b(?:halve|halving|double|doubling|taper|restart|resume|repeat|miss|missing|skip|skipping) (?:it|them|tonight's|today's|tomorrow's|"
    r"(?:a )?NUM (?:days?|nights?|weeks?)|(?:one|NUM)(?= ?$| ?,| if| when| now| of))\b",
    r"\b(?:repeat|repeating|miss|missing|change|changing|open|opening|crush|forget) (?:\w+ ){0,3}?(?:DRUG|FORM|DOSE)\b",
    r"\b(?:finish|finishing|end|ending) (?:\w+ ){0,3}?(?:DRUG|FORM|MED|DOSE|pack|it|them) (?:\w+ )?early\b",
    r"\badd (?:an? |another |one |NUM )(?:\w+ ){0,2}?(?:FORM|DRUG|DOSE|SUPP)\b",
    r"\b(?:start|begin|starting) (?:\w+ ){0,2}?(?:DRUG|FORM|MED|DOSE|it) (?:again|anew|back)\b",
)
