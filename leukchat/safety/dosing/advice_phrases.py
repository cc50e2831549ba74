"""Short, soft and roundabout ways of advising an amount or a change."""

from __future__ import annotations

from leukchat.safety.dosing.phrases import Phrases

_START = r"(?:^|^(?:yes|sure|ok|okay|well|then|so|just|simply|no problem|maybe|perhaps|fine) ,? ?)(?:just |simply |you (?:can|could|may|might) |please )?"
_IT = r"(?:it|them|that|this|one|that one|this one)"
_AMOUNT = r"(?:NUM|one|half|a half|double|twice|a quarter|a third|both|another|a couple)"
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|tonight|today|tomorrow|bad days|good days|\w+ days|days? off)"
_LEVEL = r"(?:half|higher|lower|smaller|stronger|weaker|larger|bigger|full|old|whole|quarter|double|previous|next|adult|adult's|children's|child's|kids'?|maximum|minimum)"

_SHORT_CHANGE = (
    rf"{_START}(?:leave|skip|drop|miss|hold|pause|split|halve|double|stretch|ditch|park) {_IT}\b(?! (?:on the|in (?:the|a)|to your|with your|at the|here|"
    r"alone|there|at room|upright|still|against|down))",
    rf"{_START}(?:up|raise|lower|drop|cut|reduce|increase|bump|push|trim) {_IT} (?:up |down )?by\b",
    r"^back to (?:the |your )?(?:full|old|normal|half|usual|whole|previous|regular) (?:strength|amount|DOSE|level|one|FORM)?",
    rf"{_START}stay off {_IT}\b",
    rf"{_START}let it rest (?:till|until|for)\b",
    rf"^only (?:on )?{_DAYS}$",
)
_SHORT_AMOUNT = (
    rf"{_START}(?:have|take) (?:another|two|NUM more|one more)\b(?! (?:look|breath|breaths|rest|walk|nap|photo|test|copy|sample|bite|sip|cushion|day|chair|"
    r"seat|minutes?|hours?|days?|weeks?|deep|steps?|person|people|\w+s\b))",
    rf"{_START}{_AMOUNT} (?:will|should|would|'ll) (?:do|be enough|suffice|cover)\b",
    rf"{_START}make (?:it|that) (?:NUM|half|double)\b",
    r"^every (?:second|other|third|NUM) (?:days?|nights?|weeks?) (?:is|will|would|should) (?:be )?(?:enough|fine|do|ok|plenty)\b",
    r"^NUM ,? (?:with|before|after|at) (?:dinner|lunch|breakfast|supper|food|a meal|bed|night)\b",
    r"^(?:NUM|one|half) (?:instead of|rather than|not) (?:NUM|one|half)\b",
    rf"^{_AMOUNT} (?:is|are) (?:fine|enough|okay|ok|plenty|right|safe)(?: (?:tonight|for now|on {_DAYS}|today|instead))?$",
    r"^NUM (?:tds|bd|qds|bid|tid|qid|qhs|qd|eod|od)\b",
)
SHORT = Phrases(_SHORT_CHANGE, _SHORT_AMOUNT)

_NEW_RHYTHM = (
    r"\b(?:go|move|switch|change|cut back|drop) from (?:daily|once|twice|every \w+|NUM|full|nightly|weekly) (?:\w+ ){0,2}?to (?:every|once|twice|daily|"
    r"weekly|NUM|half|alternate|nightly)\b",
    r"\b(?:take|give|use|have|swallow) (?:it|them|this|one) (?:only )?every (?:second|other|third|NUM)\b",
    r"\b(?:NUM|one|a) weeks? on ,? ?(?:and )?(?:then )?(?:NUM|one|a) weeks? off\b",
    r"\b(?:drop|skip|leave out|omit) the (?:noon|morning|evening|night|lunchtime|midday|bedtime) (?:one|FORM|DOSE)\b",
    r"\b(?:shift|move|bring|push|put) (?:it|DOSE|them|the (?:DOSE|FORM|DRUG|MED)|your (?:DOSE|FORM|DRUG|MED)) (?:forward |back )?to (?:the )?(?:morning|"
    r"evening|night|bedtime|noon|breakfast|lunch|dinner|NUM|CLOCK)\b",
)
_CLINIC_SHORTHAND = (
    r"\b(?:half|a half|quarter) (?:a |of a )?FORM (?:eod|od|bd|qd|qod|daily|nightly)\b",
    r"\bNUM (?:tds|bds?|qds|eod|qid)\b",
    r"\bhold (?:>=?|≥|if|for) ?(?:gr\w*|NUM)",
    r"\bresume (?:at )?,? ?(?:NUM|one|-) ?(?:level|lvl|step)",
    r"\bMASS ?[:=] ?NUM\b",
    r"\bNUM \) MASS\b",
    r"\b(?:wk|week|day|w) ?NUM ?[,:] NUM\b(?! (?:people|patients|%|percent|hours?|days?|weeks?|tests?|visits?|samples?|adults))",
)
_STEPS = (
    r"\b(?:go|step|come) (?:back )?(?:up|down) (?:to NUM|once|when|after|as soon as|by NUM)\b",
    r"\bdouble (?:tomorrow|tonight|today)(?:'s)?\b",
    r"\b(?:miss|skip|omit) (?:tonight's|today's|tomorrow's|this evening's|the evening's)(?= ?$| ?[,]| and| if| dose| one| FORM)",
    r"\bstart (?:low )?(?:, )?(?:say |at |with |on )(?:about )?NUM\b(?! (?:steps?|minutes?|walks?|laps?|%))",
    r"\b(?:climb|go up|step up|build up|increase|creep up|come down|step down|drop) by (?:NUM|one) (?:each|every|a|per)\b",
    r"\b(?:fall|falls|drop|drops|go|goes|rise|rises|are|is) (?:below|under|above|over) NUM ,? ?(?:pause|hold|stop|halve|skip|restart|resume|go again|wait)\b",
)
_SAME_AS = (
    r"\bNUM for NUM\b",
    r"\b(?:oral|iv|FORM) and (?:oral|iv|FORM) are the same\b",
    r"\b(?:NUM|one)(?: FORM)? is what (?:an?|you|he|she|most)\b",
)
_RUN_IN = (
    r"\b(?:run|hang|infuse|push) (?:the |it |that |his |her |your )?(?:\w+ )?(?:bag|drip|MED|SHOT|it|VOL)? ?(?:in )?(?:over|at|in) (?:NUM|one|half|"
    r"an?) (?:hours?|minutes?|VOL|mins?)\b",
)
OWN_WORDS = Phrases(_NEW_RHYTHM, _CLINIC_SHORTHAND, _STEPS, _SAME_AS, _RUN_IN)

_LEVELS = (
    r"\b(?:stick|keep|go|goes|back|stay|return|drop|down|up|move|switch|settle|begin|start|restart|resume|again|remain|continue|step|"
    rf"carry on) (?:back )?(?:on|to|with|at|from|by) (?:the |your |a |his |her )?(?:{_LEVEL} (?:amount|DOSE|strength|FORM|one|level)|half\b|(?:same |"
    r"the )?amount (?:you|he|she|that)|what you (?:took|had))",
    r"\b(?:amount|DOSE|number|rate|strength|interval|gap) (?:should|can|could|may|must|needs to|has to|ought to|might) (?:\w+ )?(?:go|come|be) (?:up|down|"
    r"raised|dropped|halved|doubled|lowered|cut|increased|reduced)\b",
    r"\b(?:turn|dial|take|bring|ease) (?:the |your |it )?(?:rate|drip|pump|flow|DOSE|amount|FORM)? ?(?:up|down) (?:to|by|a bit|slightly|if|when|until)\b",
    rf"\b{_LEVEL} (?:FORM|DOSE|one|strength|amount) is (?:the|your|what|enough|fine|better|right)\b",
    r"\bright DOSE (?:for \w+ )?(?:is|would be)\b",
    r"\bdropped to (?:one|NUM|once|half)\b",
    r"\bDOSE is (?!one of)(?:double|half|twice|NUM|one|the (?:smaller|larger|same|lower|higher))\b",
)
_SHARES = (
    r"\b(?:half|a quarter|a third|two-thirds|double|twice|most) of (?:what|the amount|whatever) (?:is|it|you|he|she|the|your|they)\b",
    r"\b(?:nibble|shave|slice|chip|knock|take|cut|trim) (?:off )?(?:an? )?(?:bit|half|quarter|third|corner|piece|little|sliver)\b",
    r"\b(?:most people|people|folks|patients|many|some|others|you) (?:(?!not\b|never\b|have it\b)\w+ ){0,3}?(?:nibble|break|snap|chop|bite|cut|split|space|stretch|"
    r"ration|go easy|back off|ease off|cut back|cut down|step down|double up|top up)\b",
    r"\b(?:NUM|one) FORM (?:less|more|fewer|extra)\b",
    r"\b(?:cut|take|drop|shave|knock) (?:a |one )?(?:quarter|third|half|NUM) (?:off|from)\b",
    r"\b(?:pinch|bit|little|touch|dash|smidgen) (?:more|less|extra) (?:DRUG|MED|of)\b",
    r"\bDOSE in (?:NUM|one|half)\b",
    r"\bin (?:NUM|one) (?:parts|portions|goes|halves|sittings)\b",
    r"\bdouble DOSE\b.{0,40}\b(?:not a problem|no problem|fine|harmless|go ahead|okay|ok)\b",
    r"\bDRUG can be (?:doubled|halved|tripled|skipped|stretched)\b(?! (?:by|only))",
    r"\b(?:more generous|a bit more|a little more|a touch more|a bit less|a little less|a touch less) (?:at|in|on|of|with|before|after|until|than)\b",
)
_MORE_OF_IT = (
    r"\bif (?:you|he|she) (?:took|had|used|swallowed|tried|skipped|missed|gave) (?:NUM|one|half|an?) (?:rather than|instead|less|more|fewer|or)\b",
    r"\bNUM of (?:the|those|these|your) (?:NUM s|NUM|small|big|old|red|blue|white|pink|yellow|green|little)\b",
    r"\b(?:one more|another(?: one)?(?! is (?!fine|ok|okay|safe|allowed|enough))|an extra(?: one)?|one extra|NUM more) (?:tonight|now|today|"
    r"tomorrow|keeps|in NUM|in an|later|at|if|when|won't|is|would|should|will|can)\b",
    r"\bas many as you (?:need|like|want)\b",
    r"\b(?:don't|not|never) (?:pass|exceed|go over|go above|go past) (?:NUM|one)\b",
    r"\b(?:one|NUM|an) extra (?:DRUG|FORM|DOSE)\b",
    r"\b(?:pick|choose) NUM\b",
    r"\b(?:try|have) (?:NUM|one|half) (?:with|before|after|at|rather)\b",
)
_LEFT_OR_REPEATED = (
    r"\b(?:take|have|go on|follow) (?:the )?(?:missed|forgotten|skipped) (?:one|half|DOSE|FORM|\w+)\b",
    r"\bleave out (?:tomorrow's|tonight's|today's|the next|the following|one|every)\b",
    r"\b(?:repeat|redo|take) the (?:whole|full) (?:amount|DOSE|lot)\b",
    r"\bcatch up (?:by|with|on|over)\b(?! (?:sleep|rest|school|friends))",
    r"\b(?:FORM|DOSE|one) is optional\b",
    r"\b(?:begin|start) again (?:with|a day|when|at|on|from|as soon)\b",
    r"\b(?:stop|pause|hold) both\b",
    r"\bhold back (?:a |on )",
    r"\bmove the (?:whole |full |entire )?(?:amount|DOSE|lot|FORM)\b",
)
_DAYS_CHOSEN = (
    r"\b(?:on|for) (?:rough|bad|good|easy|hard|chemo|work|gym|rest|quiet|travel|weekend) days? (?:take|one|NUM|half|have|you|skip)\b",
    r"\bonly (?:on )?(?:odd|even|alternate|work|chemo) (?:dates|days|weeks)\b",
    r"\btaking (?:it|them|these) (?:on|only|every|once|twice)\b",
    r"\b(?:sooner|later|earlier) than usual\b",
)
_ENOUGH = (
    r"\bbump (?:\w+ ){0,4}?up\b",
    r"\b(?:NUM|one|half) (?:is|are) (?:enough|plenty|the limit|the most)\b",
    r"\bone to one\b",
    r"\b(?<!n't the )(?<!not the )(?:same thing|twice as strong|half as strong)\b",
    r"\bone at a time\b",
    r"\bloading DOSE is (?!an?\b|the first|usually|often|meant|used|given)",
)
SPOKEN = Phrases(_LEVELS, _SHARES, _MORE_OF_IT, _LEFT_OR_REPEATED, _DAYS_CHOSEN, _ENOUGH)

HEADED = Phrases(
    r"\b(?:week|day|month|step|phase|w|wk|morning|evening|noon|night|usual|normal|if \w+(?: \w+)?|then|start|after|below|under|above|over)\b(?: (?:NUM|"
    r"one) ?[,:|]?| ?[,:|]) (?:about )?(?:NUM(?= ?$)|none\b|pause\b|hold\b|resume\b|half\b|NUM less\b|stop(?= ?$))",
    r"\b(?:under|below|above|over|less than|more than) NUM ?: ?(?:pause|hold|stop|resume|halve|half|full|skip|restart|none)\b",
    r"^(?:\[ ?\] )?(?:NUM|one|third one|second one) (?:\w+ )?(?:at|in|with|before) (?:NUM|CLOCK|midnight|bedtime|breakfast|lunch|dinner|night|noon)\b",
)

HINT = Phrases(
    r"\b(?:amount|label|limit|strength|nobody|pain|fever|swelling|pharmacy|swallow\w*|missed|forgot|threw up|vomited|by accident|kilos?|kg|clinic|NUM s|"
    r"ones|too strong|between us|the brand|infus\w+|arm stings|as long as|comfortable with you|rash|itch\w*|counts|side effects|nausea|sickness)\b",
    r"\bNUM of the\b",
)

STUDY = Phrases(
    r"\b(?:halved|stopped|skipped|withheld|reduced|lowered|tapered|doubled|paused|used|took|received|gave|off|without)\b.{0,60}\b(?:NUM (?:MASS|GRAM|UNITS|"
    r"FORM)|DOSE|DRUG|weekly|daily|monthly|NUM (?:days?|weeks?|months?)|half|MED)\b",
)

OTHER = Phrases(
    r"\b(?:stairs?|floor|hill|walk\w*|exercis\w*|nap|naps|sleep|steps?|laps?|visits?|visitors?|appointments?|tests?|scans?|meals?|snacks?|shower|bath|swim|"
    r"sun|hat|mask|masks|gloves?|questions?|photos?|copies|pages?|chair|school|trip|seat|bandage|dressing|plaster|pad|cap|soap|toothbrush|gym(?! days)|yoga|"
    r"screen|phone|towel|sheet|page|hair|half an? (?:year|hour|century)|cells?|marrow|protein|gene|genes|chromosomes?|people|participants)\b",
)
