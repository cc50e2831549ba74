"""Doses in loose words: a ceiling said of a count, a repeat after vomiting, a step, a share of what one takes, a staircase, a colour for a tablet.

What such a sentence counts has no name here; the frame around the number (a limit, a step, a day's part)
says that it is a medicine. Sentences about food, drink, exercise, results or people are passed over.
"""

from __future__ import annotations

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_N = r"(?:NUM|one|half|a half|half an?|a quarter|a third|another|a couple)"
_PART = r"(?:morning|evening|night|noon|midday|midnight|bedtime|bed|breakfast|lunch|dinner|supper|tea ?time|lunchtime)"
_MEAN = r"(?:FORM|DOSE|SHOT|DRUG|MED|SUPP|amount|strength)"
_OF = r"(?: (?:of (?:those|these|them|it|the \w+(?: \w+)?)|FORM|MASS|GRAM|DOSE|DRUG|UNITS))?"
_SPAN = r"(?:(?:in|within|per|each|every|over|a|an|for) (?:any |one |a |the |single )*(?:NUM hours|NUM h|day|night|24|week|sitting|go))"
_HUE = r"(?:white|blue|pink|yellow|red|green|orange|brown|purple|round|oval)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
_CEILINGS = (
    rf"\b(?:NUM|one){_OF}(?: {_SPAN})? (?:is|are|would be|makes) (?:about |roughly |really )?(?:the|your|an?|his|her|my) (?:\w+ ){{0,2}}?(?:limit|cap|ceiling|maximum|max|most(?= (?:you|anyone|an? |he|she)| ?$| ?[,;])|roof|line)\b",
    r"\bthe most (?:\w+ ){1,6}?(?:is|are|would be) (?:about |roughly |around )?(?:NUM|one|half)\b(?!,? (?:days?|weeks?|hours?|minutes?|people|%|percent|visitors?))",
    rf"\bmore than (?:NUM|one){_OF} {_SPAN}(?: \w+)? (?:would|will|could|is|are|may) (?:be )?(?:too (?:much|many)|over|unwise|risky|pushing|excess\w*)\b",
    rf"\b(?:upper|absolute|hard|daily|safe) (?:limit|ceiling|maximum|cap) (?:is|of|sits at|lies at|would be|comes to) (?:about |around |roughly )?(?:NUM|one|half)(?: (?:FORM|MASS|GRAM|DOSE|DRUG|UNITS)| {_SPAN})",
    rf"\b(?:no more|not more|anything more|anything above|never more|stop) (?:than |at |above )?(?:NUM|one)(?: FORM| of (?:those|these|them))? {_SPAN}",
)
_STEPS = (
    r"\b(?:go|going|switch|change|move) (?:to |onto )?(?:every (?:other|second|third) (?:day|night|evening|morning)|alternate days)\b|\b(?:bump|push|raise|take|bring|drop|lower|cut|up|turn) (?:it|them|that) (?:up |down |back )?to NUM(?= ?$| ?[,;]| MASS| a day| then| and| if| until| for)",
    r"\b(?:slow|speed|cut|drop|turn) (?:the |your |his |her )?(?:\w+ )?(?:drip|rate|pump|infusion|MED|SHOT) (?:down |up )?to (?:about )?(?:half|NUM|an?|double)\b|\bat (?:half|quarter|double|full|a lower|a higher|reduced) (?:the )?(?:strength|DOSE)\b|\bNUM , NUM , NUM\b.{0,30}\b(?:then|and) (?:off|stop|nothing|none|done|out)\b",
    r"\b(?:knock|knocking) (?:it|them|the \w+|your \w+) on the head\b|\b(?:have|has|had|put|start|keep|get) (?:you|him|her|them) on (?:\w+ ){0,3}?NUM(?= ?$| ?[,;]| a day| MASS| daily| at| in the)",
    r"\b(?:go|going|move|moving|come|coming|step|stepping|nudge it|take it|bring it|put it|push it|turn it|drop|dropping|cut|cutting) (?:back |straight |right )?(?:up|down|back) (?:by )?(?:an?|one|another|to one|to NUM) (?:whole |full |half )?(?:step|notch|level|rung|strength|size)\b",
    r"\b(?:cut|cutting|drop|dropping|go|going|come|coming|scale|scaling|dial|dialling|step|stepping) (?:it )?(?:back|down) to (?:just )?(?:one|NUM|half)(?: FORM| of them)? (?:a|per|each|every|in the|at) (?:day|night|morning|evening|week|bedtime)\b",
    rf"\b(?:the|those|these|your|his|her) (?:\w+ )?{_MEAN} (?:ought to|should|must|needs? to|has to|have to|can|could|may) (?:\w+ )?(?:go|come|be (?:brought|taken|put|turned|moved|stepped|eased|nudged|bumped)) (?:back )?(?:up|down)\b",
    r"\bDRUG (?:ought to|should|must|needs? to|has to|can|could) (?:\w+ )?(?:go|come|be (?:brought|taken|put|turned|moved|stepped|nudged|bumped)) (?:back )?(?:up|down)\b",
    r"\b(?:the |a )?(?:usual |normal |standard |typical )?(?:wean|taper|step down|step up|reduction|escalation|ramp up|titration) (?:is|goes|runs) (?:by |about |roughly |at )?(?:NUM|half|an?|one)\b.{0,30}\b(?:every|each|per|a (?:week|day))\b",
    r"\b(?:come|go|bring it|take it|step|work your way) (?:down|up|off) (?:by )?(?:an?|one|NUM|half) (?:\w+ )?(?:quarter|third|half|tenth|FORM|MASS|%|percent|step) ?(?:each|every|a|per) (?:week|day|NUM|few|month|morning|night)\b",
    r"\bNUM ,? (?:then )?NUM ,? (?:then )?(?:NUM ,? )*(?:then |and |and then )+(?:stop|off|nothing|none|zero|done|finish\w*|out)\b",
    rf"\bNUM (?:%|percent) of (?:the |your |his |her )?(?:usual|full|standard|previous|starting|adult|planned|normal(?= (?:DOSE|amount)))\b(?= ?$| ?[,;|)]| {_MEAN}| (?:if|when|for|until|once))",
)
_SHARES = (
    r"\b(?:half|a third|a quarter|double|twice|two thirds|three quarters|NUM %) (?:of )?(?:the |an? )(?:adult|usual|normal|full|previous|original|standard|grown up)(?:'s)? (?:quantity|amount|DOSE|portion|FORM|strength)\b|\b(?:DOSE|amount|strength|quantity) (?:is|are|gets|has to be|should be|must be) (?:\w+ )?(?:increased|raised|reduced|lowered|cut|withdrawn|stepped) (?:up |down )?(?:by|to) (?:about )?(?:NUM|half|an?|one)\b",
    r"\b(?:interval|gap|time|spacing|hours) between (?:the |two |your )?(?:DOSE|FORM|SHOT) (?:may|can|should|could|might) be (?:\w+ )?(?:shortened|lengthened|reduced|stretched|extended|cut|widened)\b|\b(?:DOSE|FORM|SHOT|DRUG|MED) (?:may|can) (?:also |simply |safely )?be (?:opened|crushed|chewed|split|skipped|omitted|doubled|halved|left out|combined|taken together|repeated|discontinued|stopped|resumed|restarted)(?= (?:and|as soon as|once|tonight|during|over|into|when|if|in|with|for|at|after)\b| ?$| ?[,;])",
    r"\b(?:pause|break|gap|rest|interruption|interval|holiday) of (?:NUM|an?|one|a few) (?:days?|weeks?|months?|nights?|hours?) (?:does|do|is|would be|won't|will|can't|makes) (?:\w+ )?(?:no harm|fine|harmless|safe|hurt|acceptable|ok|okay|harm|difference)\b|\b(?:permissible|fine|ok|okay|safe|allowed|possible|alright|acceptable) to (?:combine|mix|alternate|add|stack|take) (?:both|the two|all) (?:of )?(?:the |your )?(?:\w+ )?(?:MED|FORM|DRUG)\b",
    rf"\b(?:split|splits|divide|divided|share|spread|broken|break|parted) (?:up )?(?:it |them |this |the {_MEAN} )?(?:up )?(?:into|over|between|across) (?:an? |the |your )?(?:{_PART} and|equal|NUM (?:equal )?(?:{_MEAN}|parts?|halves|goes|lots|takings|portions?)(?! (?:of|a meal)))",
    rf"\bone (?:part|half|share|lot) (?:when|at|in the|with|before|after|on) (?:you|{_PART}|breakfast|waking|rising)\b.{{0,40}}\b(?:the )?(?:other|rest|second|remainder)\b",
    r"\b(?:NUM thirds|two thirds|half|a third|a quarter|three quarters|NUM %|NUM percent|NUM times|twice|double) (?:of |as much as )?what (?:you|he|she)(?:'d| would|'re| are| is| usually| normally)? (?:swallow|take|takes|get|gets|had|have|been (?:on|taking)|on\b|taking)\b",
    r"\b(?:get by|manage|make do|do|cope|be fine|be ok|be okay|survive|start|begin) (?:just |perfectly |well )?(?:with|on) (?:only |just )?(?:half|a half|a third|a quarter|two thirds|NUM thirds|NUM quarters|one|NUM) (?:of (?:that|it|this|what (?:you|he|she)|the (?:DOSE|amount|FORM))|a day|daily|a night)\b",
    r"\bNUM (?:MASS )?(?:per|a|for each|for every|/) (?:kilo|kg|pound|stone|kilogram)\b.{0,40}\b(?:so|makes|gives|hence|means|which is|that is|that's|=|comes to|you'd (?:arrive|land|end up|get)|works out)\b (?:\w+ ){0,3}?(?:NUM|one|half|GRAM|MASS)",
    r"\b(?:longer|more|less|shorter|fewer|oftener|more often|less often) than (?:the|your|what the|what your|it says on the) (?:box|label|leaflet|pack|packet|prescription|bottle|instructions|doctor)\b",
    r"\b(?:leave|leaving|have|having|allow|allowing|take|taking|put|putting) (?:an?|one|NUM|some|the odd) (?:\w+ )?(?:days?|weeks?|gap|break|pause|rest|holiday) between (?:the |your )?(?:packs?|boxes|courses|FORM|DOSE|SHOT)\b(?! and)",
)
_TAKEN = (
    r"\bon (?:about |around |roughly )?NUM of (?:the |your )?(?:MED|DRUG|SUPP|it)\b|\b(?:FORM|MED|DRUG) (?:go|goes) (?:down|in) (?:best |well )?(?:at|with|before|after)\b|\b(?:FORM|DOSE|VOL|drop) (?:for|per) (?:every|each) (?:NUM )?(?:kilos?|kg|pounds?)\b|\bNUM a day (?:this|the first) week\b",
    r"\b(?:wouldn't|won't|would not) mind if (?:you|he|she) (?:left|skipped|missed|dropped|halved|stopped|took|doubled|paused)\b|\b(?:use|take) (?:it|them) (?:again )?(?:next time|another time|when it comes back)\b|\b(?:take|have|use) (?:it|them) (?:whenever|at any time|any time|when) (?:it |you )?(?:suits|like|want|remember|fancy|feel like)\b",
    r"\b(?:he|she|you) gets? (?:NUM|one|half)(?: of (?:those|these|them))(?= ?$| ?[,;]| at| with| before| after)|\balarm for every NUM hours\b|\b(?:take|have|swallow) (?:that|this) one (?:right |just |straight )?(?:after|before|with|at) (?:the |your )?(?:food|meals?|breakfast|lunch|dinner|supper|bed|bedtime|noon)\b",
    r"\bno (?:more )?(?:DRUG|FORM) (?:till|until|after (?:today|tonight|tomorrow|this)|for (?:NUM|a|the|now)|today|tonight|this week)\b|\b(?:room|leeway|scope|headroom) (?:to go )?up to NUM\b|\bNUM (?:VOL|FORM) (?:bracket|group|band|category)\b|\bpick up with (?:tomorrow's|tonight's|today's|the next (?:one|FORM|DOSE))\b",
    r"^(?:half|a half|a quarter|quarter|one|NUM) for (?:NUM|one|a few) (?:days|nights|weeks) ?,|\b(?:bump|turn|crank|push|put) (?:the )?(?:pump|rate|drip|MED) (?:up|down) to NUM\b|\bNUM does (?:nothing|little|the job|the trick)\b|\b(?:NUM|one|half) (?:FORM )?(?:instead of|rather than) (?:NUM|one|half)(?= ?$| ?[,;]| (?:just|for|this|tonight|today|until|when|if)\b)",
    r"\b(?:use|take|have|give (?:him|her)) (?:it|them) (?:more|less) often\b|\bthe whole day's (?:worth|lot|amount|DOSE)\b|\bskip(?:ping)? (?:the )?(?:weekends?|sundays?|saturdays?|every (?:other|second|third))\b|\bdon't need both (?:\w+ ){0,2}?(?:MED|FORM|DRUG)\b",
    rf"\b(?:an?|one|another) (?:\w+ )?DOSE of (?:\w+ )?(?:DRUG|SUPP|MED) (?:before|at|with|in the|each|every|tonight|now)\b|\balternate day (?:DOSE|MED)\b|\b(?:shift|move) (?:it|them) to (?:NUM|CLOCK|{_PART}|the {_PART})\b",
    r"\b(?:skipped|missed|forgotten|omitted) (?:DOSE|FORM) (?:are|is|can be|should be|may be|get) (?:\w+ )?(?:added|made up|taken|caught up|left out|omitted|dropped)\b|\bNUM - NUM - NUM - NUM\b(?= ?,? (?:with|before|after|at))",
    r"\bi(?:'d| would) (?:\w+ )?(?:take|have|swallow|pop|use|give (?:him|her|them)) (?:NUM|one|half|another|a couple)(?= and| ?$| ?[,;]| with| at| before| then| of (?:those|these|them)| now| tonight)",
    r"\bNUM of (?:\w+ ){0,2}?DRUG (?:is|are|equals?|does|makes|=|gives|would be|works out)\b|\b(?:you|he|she) (?:come|comes|work|works|end|ends) (?:out|up) (?:at|with|on) (?:about |around )?(?:NUM|half|a GRAM)",
    r"\b(?:have|take|give (?:him|her)) (?:the |your |his |her )(?:\w+ )?(?:FORM|DOSE|DRUG|one) (?:a (?:bit|little|while) |an hour |NUM hours |half an hour )?(?:later|earlier|late|early)\b",
    r"\b(?:give|take|use|have|try|borrow) (?:(?:him|her|them) )?(?:your|his|her|my|the|a) (?:sister|brother|husband|wife|mother|father|mum|mom|dad|friend|neighbour|neighbor|partner|son|daughter|flatmate|colleague)'?s? (?:'s )?(?:\w+ )?(?:MED|FORM|DRUG|DOSE)\b|\buse up (?:the|your) (?:old|leftover|last|rest of the) (?:\w+ )?(?:box|pack|FORM|MED|DRUG)\b",
    rf"\b(?:NUM|one|half) (?:at|before|with|after|in the|around) {_PART} (?:does the trick|is (?:enough|fine|plenty|ok|okay|right|all)|will do|should do|works|should help|will help|would do|sorts?)\b",
    rf"\b(?:NUM|one|half a|half) (?:of the )?{_HUE}(?: {_HUE})?(?: ones?| FORM)?(?= ?$| ?[;)]| (?:at|with|before|after|when|tonight|now|each|every|a day|daily|and|in the))",
    r"^(?:NUM|one|half an?|an?) (?:GRAM|MASS|FORM|VOL|UNITS) ,? (?:once|twice|thrice|NUM times)\b|\bNUM (?:MASS )?(?:less|more) (?:makes|helps|does|would|will|is enough|a day|each (?:day|night))\b",
    rf"^(?:(?:in the )?{_PART}|{_WEEKDAY}|am|pm) ?[,:|] ?(?:NUM|one|half an?|half) {_HUE}\b",
    r"\bsay (?:, )?(?:about |around |roughly )?(?:NUM|one|half an?) (?:\w+ )?(?:FORM|MASS|UNITS|DOSE)\b",
    r"\balternat(?:e|ing) (?:between )?(?:the |your |his |her )?(?:\w+ ){0,2}?(?:DRUG|MED) (?:and|with) (?:the )?(?:DRUG|MED)\b",
    r"\b(?:try|take|have|use|give|swallow) (?:it|them|this one|that one|one) (?:only |just |maybe )?(?:every (?:other|second|third|NUM) (?:day|night|hour|morning|evening|week)s?|on alternate|NUM times (?:a|per) (?:day|week)|(?:once|twice) (?:a|per) (?:day|night|week)|daily|nightly)\b",
    rf"\b(?:single|same|one|only one|a) day of (?:the|each|every|a) week\b(?=.*\b(?:pick|choose|so|stick|stay|say|like)\b)|\bpick {_WEEKDAY} and\b",
    r"\bDOSE of (?:about |around |roughly |just )?NUM(?= ?$| ?[,;]| (?:should|will|would|is|once|twice|daily|for|if|at|in the|and|or|a day|usually|often|works|suits|held|holds|does)\b)",
    r"\b(?:DRUG|SUPP)(?: \w+){0,3} ,? (?:about |around |roughly )?NUM (?:or so|ish|or thereabouts|tops|max|at most)\b",
    r"\b(?:ii|iii|iv|vi|[ivx]{2,4}) (?:FORM|times? (?:a|per|each) day)\b|\b(?:i|ii|iii|iv) FORM (?:po|qhs|qd|bid|tid|qid|prn|daily|q|per|now|stat|nightly|nocte|mane|bd|tds)\b",
    r"\bat (?:about )?NUM (?:an|per|/) (?:hour|hr|h)\b(?=.*)|\b(?:hours?|overnight) at NUM an hour\b",
    r"\b(?:come|came|comes|threw|throws?|thrown|vomit\w*|spat|brought)\b.{0,60}\b(?:a repeat|repeat (?:it|the|that|this)|once more|another one|give (?:it|him|her|them) (?:it )?(?:again|once more))\b|\banother one if (?:the|it|that) (?:first |one )?(?:came|comes|was thrown|went)\b",
    r"\bmak(?:e|ing) up (?:for )?(?:the|your|yesterday's|last night's|this morning's|his|her|that|a) (?:\w+ )?(?:FORM|DOSE|one|DRUG|MED)\b",
)
_LEFT_OUT = (
    r"\b(?:needs? no|without|no need (?:to|for)|doesn't need) (?:any )?taper\w*|\b(?:end|stop|finish|quit) (?:it|them) (?:on|by|from|after) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|day NUM)\b|\bold (?:MED|FORM|DOSE|label|script)\b.{0,30}\b(?:still (?:works|holds|counts|applies)|keep to|stick (?:to|with)|go by)\b",
    rf"\b(?:trade|swap|exchange|switch|change) (?:the |your |his |her )?(?:{_PART} )?(?:DOSE|FORM|one) (?:for|to|with|into) (?:an? |the )?(?:{_PART})\b|\bthen (?:today|tonight|tomorrow) (?:NUM|half)\b|\b(?:NUM|one) ,? NUM hours apart\b|\b(?:halving|skipping|pausing|doubling|stopping|dropping|leaving out) (?:it|them|one|that)\b.{0, 30}\b(?:is|would be|does|will be) (?:quite |perfectly )?(?:harmless|fine|ok|okay|safe|no harm|alright)\b",
    r"\bNUM (?:would|will|should|might) be (?:about |just )?(?:right|enough|fine|plenty|ok|okay|good|safe|ideal)\b|\b(?:smaller|bigger|larger) (?:piece|bit) (?:will|would|should|is|does)\b",
    r"\b(?:don't|do not|doesn't|does not|no longer|won't) (?:really |actually |even )?(?:need|require|want) (?:to (?:take|have|swallow|keep) )?(?:the|your|that|this|his|her|those|these) (?:\w+ ){0,3}?(?:FORM|DOSE|DRUG|SUPP) ?(?:any ?more|now|any longer|tonight|today|tomorrow|for now|this (?:week|month)|while|once|if|since|as)\b",
    r"\b(?:i'd|i would|just|you (?:can|could|may)|i'd probably|simply) let (?:him|her|them) (?:skip|miss|leave|leave out|drop|have|take|go without) (?:one|it|half|another|NUM|this one|that one|tonight's|today's)\b",
)
_SHAPES = Phrases(_CEILINGS, _STEPS, _SHARES, _TAKEN, _LEFT_OUT)
LOOSELY = (_SHAPES,)
"""What a sentence must hold to tell a dose loosely."""
_OTHER = Phrases(
    r"\b(?:minutes?|walk\w*|laps?|stairs|naps?|breaths?|pages?|visits?|visitors?|appointments?|snacks?|meals?|exercis\w*|stretch\w*|questions?|photos?|school|books?|films?|people|patients|children are|trial|study|temperature|"
    r"thermometer|pulse|weigh|showers?|rins\w+|brush\w*|calories|kcal|litres?|liters?|cups?|drinks?|glasses|coffee|wine|beer|cells|donors?|km|kilometres?|miles|speed|screen|mask|gloves|clinic|hospital|nurse|ward)\b"
)
_HEAT = frozenset("fever fevers feverish temp".split())
_SELDOM = Phrases(r"\b(?:never|don't|do not|\w+n't|please|nobody|why|whether|unless|who|how|no one|not|avoid|instead of|rather than|without)(?: \S+){0,5} ?$")
_TOOK = Phrases(r"\b(?:took|swallowed|had|gave|given|was on|were on|were taking|was taking) (?:\w+ )?$")
_LIMITED = Phrases(
    r"\b(?:more than(?! (?:the|your|what|it)\b)|limit|cap|ceiling|maximum|max|most|no more|not more|don't (?:really |actually |even )?(?:need|require|want)|doesn't (?:really )?need|longer need)\b"
)
_TOPICS = frozenset("COST VACC TRIAL PAST".split())


def told_loosely(sentence: Sentence, window: Window) -> Span | None:
    """Where a sentence counts, limits, steps or shares out something that only a medicine is; None about food, results, people, or where the team decides."""
    text = sentence.text
    if sentence.end == "?" or sentence.topics & _TOPICS or ("LAB" in sentence.topics and sentence.words.isdisjoint(("DRUG", "FORM", "DOSE"))):
        return None
    found = _SHAPES.search(text)
    if found is None or _OTHER.search(text) or not ("DRUG" in sentence.words or sentence.words.isdisjoint(_HEAT)):
        return None
    if _TOOK.search(text[: found.start()]):
        return None
    named = not sentence.words.isdisjoint(("DRUG", "SUPP", "FORM", "DOSE", "MASS"))
    if not named and (sentence.topics & {"FOOD", "DRINK"} or window.topics & {"FOOD", "DRINK"}) and not window.spoken(0):
        return None
    if _SELDOM.search(text[: found.start()]) and not _LIMITED.match(found[0]):
        return None
    return None if hands_off(text, found.start()) else found.span()
