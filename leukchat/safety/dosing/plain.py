"""Doses put plainly, by everyday events and with hardly a medicine's word: "one with each meal", "stay on 45", "let tonight's go".

A small grammar: a count (`_N`) beside an event (`_EVENT`), a level one is on or goes to, a limit, a
rest or a move of what is taken, and ways of applying it. What else is counted (steps, minutes,
pages, visits) and whoever decides instead excuse a sentence.
"""

from __future__ import annotations

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off

Span = tuple[int, int]
_N = r"(?:NUM|one|half|a half|a pair|a couple|a quarter)"
_PART = r"(?:morning|evening|night|noon|midday|midnight|bedtime|bed|breakfast|lunch|dinner|supper|tea ?time|dawn|dusk|sunrise|sunset|CLOCK|waking|dessert|payday)"
_EVENT = rf"(?:(?:with|before|after|at|ahead of|following|around) (?:each |every |your |the |his |her |their )?(?:(?:main|next|big|largest) )?(?:meals?|mouthful|{_PART}|food|school|chemo|stool|feed))"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|the weekend|weekends?|next week)"
_SPAN = r"(?:NUM|an?|one|the next|another|a few|half an?) (?:more |whole |full |few )?(?:days?|weeks?|months?|fortnight|years?|nights?|hours?)"
_MEAN = r"(?:(?:an? )?(?:FORM|DOSE|SHOT|DRUG|MED|SUPP))"
_LEVEL = r"(?:old|previous|former|lower|higher|full|half|usual|same|present|normal|adult)"
_COUNTED = (
    rf"^(?:just |then |always |usually )?{_N} (?:of (?:them|those|these) )?{_EVENT}(?: ?$| ?[,;])",
    rf"\b{_N} {_EVENT} ,? ?(?:and |then )?(?:{_N}|another) {_EVENT}",
    rf"\b(?:{_N}|another) (?:now|at (?:dawn|dusk|noon|sunrise|sunset|midnight)) ,? ?(?:and |then )?(?:{_N}|another) (?:now|at|before|tonight|with)\b",
    rf"\b(?:eat|take|have|swallow|pop|fold|chew|suck) (?:{_N}|once|twice) (?:\w+ )?(?:at|in|into) (?:the )?{_PART}\b.{{0,20}}\b(?:{_N}|once|twice) (?:\w+ )?(?:at|in|into) (?:the )?{_PART}\b",
    rf"\bonce at {_PART} and twice at {_PART}\b|\btake NUM in (?:the )?\S+ and NUM at \S+",
    rf"\bNUM of (?:the|those|these) (?:NUM )?(?:{_MEAN}|ones|small ones|big ones)(?: {_MEAN})? ,? ?(?:then again|and again|again|before|after|with|at)\b",
    r"\b(?:NUM|half an?) (?:GRAM|MASS) (?:dissolved|stirred|mixed) in\b|\b(?:NUM|one) (?:of those|of these|of them) ,? (?:chewed|crushed|dissolved|sucked)\b",
    r"\bwant NUM of them\b|\bNUM each time ,? NUM times\b|\b(?:that's|it's|it is|so) (?:NUM|one) (?:a day|every NUM hours?|each (?:night|day|morning))\b",
    rf"\byou have it (?:at|with|before|after) (?:NUM|CLOCK|{_PART})|\bmake (?:that|it) a {_MEAN} and a half\b|\bhave your second one\b",
    r"\b(?:give|have|let) (?:her|him) (?:the )?(?:\w+ ){0,2}?one whole\b|\bone cut in (?:NUM|half)\b|\bcrush a (?:quarter|half|whole)\b|\bgive (?:her|him|them) half\b(?! (?:an hour|the|of the (?:cake|soup|portion)))",
    r"\badd a second (?:one)?\b(?= (?:if|when|after|on|once))|\bthe second on the way\b|\b(?:one|NUM) FORM lost\b|\bNUM missed \w+ are nothing\b",
    r"\b(?:a|one) (?:thumb sized piece|dessertspoon|small glass|pinch|pea|fingertip|knob)\b(?=.{0,60}\b(?:again|each|every|NUM times|daily|night|twice|thrice|whenever|when)\b)",
)
_LEVELS = (
    r"\b(?:meant|supposed|ought) to be (?:on|having|taking) (?:about )?NUM\b(?! (?:DRUG|MED|different|kinds?|drugs?|list|%|percent))",
    r"\b(?:step|come|go|drop|move) (?:back )?(?:down|up) (?:to NUM|a (?:notch|step|level|rung))\b|\b(?:push|bring|take|nudge) it (?:up|down) a (?:step|notch|bit|little|level)\b|\bbefore stepping (?:up|down)\b",
    rf"\b(?:go|going|switch|return|stay|keep|carry on) (?:back )?(?:to|at|on|with) (?:the|your|his|her) {_LEVEL} (?:strength|amount|level|NUM|one)\b",
    r"\bup it to NUM\b|\bgo straight to the (?:full )?NUM\b|\b(?:restart|begin|start|resume) (?:afresh |again |over )?(?:at|with|@|on) (?:the )?NUM(?: s)?\b(?! ?(?:-|(?:weeks?|months?|years?|days?|hours?|people|questions?|things?|minutes?|CLOCK)\b))|\bresume @ ?NUM\b",
    r"\b(?:lean|leaning) towards? NUM\b|\b(?:think|say|aim for|reckon on) NUM(?= ?$| ?,| twice| once| daily| a day)|\b(?:leaflets?|labels?|guidelines?|people|others|doctors) say NUM\b",
    r"\bthe usual is NUM\b|\btake (?:about )?NUM of it\b|\btaking NUM rather than NUM\b|\bDRUG (?:is|goes) on pause\b|\bDRUG on (?:pause|hold)\b|\bused NUM ,? so (?:don't worry|you can)\b",
    r"\bfor someone of your (?:weight|size|age) ?:? NUM\b|\b(?:that|it) works out (?:to|at) NUM\b(?= ?$)|\bmultiply NUM by NUM\b|\bNUM (?:once|twice) daily becomes NUM\b|\bNUM by mouth is like NUM\b",
    r"\bswap NUM of the\b.{0,40}\bfor NUM\b|\buse NUM MASS for (?:each|every) NUM MASS\b|\bmeaning that (?:she|he|you) gets? (?:a|NUM|half)\b|\bsame number of VOL as\b|\bhalf of what a grown up\b",
    r"\bNUM is your number\b|\b\" NUM \" is your number\b|\bloading (?:amount|DOSE) is (?:double|half|twice|NUM)\b|\bNUM ,? then NUM ,? then an? NUM ,? then NUM\b",
    r"\b(?:one|NUM) less than yesterday\b|^(?:reduce|cut|increase|lower|raise)(?: it)? by NUM %(?= and| ,| ?$| until| for)",
)
_LIMITS = (
    r"\b(?:never|don't|do not|not) (?:go|let|have|exceed|pass).{0,30}\b(?:over|above|beyond|past|more than) NUM (?:of (?:those|these|them)|in (?:a|one|NUM) (?:day|night|h|hours?))\b",
    r"\bas many as NUM a day\b|\bkeep it to NUM in\b|\bkeep (?:below|under) NUM per (?:kilo|kg)\b|\b(?:roof|ceiling|cap|top) for (?:that|this|it)(?: one)? is NUM\b|\bokay to go (?:up )?to NUM\b",
    r"\bnot more than (?:thrice|twice|NUM times)\b(?= (?:before|a|in|per))|\bshould (?:not )?have over NUM\b|\bnot NUM (?:hours )?faster\b|\bat NUM an hour ,? not faster\b|\btotal of NUM over a lifetime\b",
    r"\badd up to more than NUM\b|\bthrice daily at most\b|\bNUM per kilo\b(?= ?$| and\b)|\ba (?:drop|VOL) per kilo\b|\bfor each NUM (?:years?|kilos?|kg)\b",
)
_RESTS = (
    r"\b(?:let|leave) (?:the |your |tonight's |today's |this )?(?:morning|evening|night|noon|late|early)?(?: )?(?:one|it|that one) go\b(?! (?:of|with|to))|\blet it go and\b|\btonight skip\b|\b(?:leave|hold|keep) (?:it|them|that|this) (?:out|back|in the box|in the pack|in the bottle|in the drawer) (?:until|till|for)\b",
    rf"\bsit out (?:the )?(?:next )?{_SPAN}\b|\bsit out (?:the )?next NUM days\b|\btake a break of {_SPAN}\b|\b(?:tomorrow|today|{_DAY}) is (?:a day off|your new \w+)\b|\b(?:day|week|night)s? or (?:NUM|so) without (?:it|them)\b",
    rf"\bNUM (?:days|nights|weeks) on ,? (?:and )?(?:then )?(?:NUM|one)(?: (?:days|nights|weeks))? off\b|\b(?:NUM|one) (?:days|weeks?|nights) of {_MEAN} and (?:a|NUM) \w+(?:'s)? rest\b|\b(?:a|NUM) fortnight's rest\b",
    rf"\b(?:carry|go|keep) on for {_SPAN} (?:past|after|beyond)\b.{{0,40}}\b(?:ease|stop|lay|end|then)\b|\bstay on (?:the )?{_MEAN} for (?:{_SPAN}|half a year) after\b|\bof MED is what you need\b|\blay (?:it|them) aside\b",
    rf"\b(?:bring|move|push|shift) (?:the |your |his |her )?(?:next |evening |morning )?{_MEAN} (?:forward|back) (?:to|by)\b|\bforward by NUM hours\b|\bmine would be to (?:skip|stop|halve|double|leave|take)\b|\bget the interval (?:up|down) to\b",
    r"\balternating days until\b|\b(?:every other day|alternate days|alternate evenings|alternate nights) (?:is|are) (?:enough|fine|plenty|ok|okay)\b|\btry it on alternate (?:evenings|days|nights|mornings)\b|\bstretch what's left\b|\bbridge the gap with\b|\buse up the (?:old )?NUM s\b",
    r"\bno need for the \w+ (?:FORM|MED)\b.{0,30}\b(?:leave|skip|this time)\b|\b(?:statin|azole|MED|DRUG) has to go while\b|\bwean (?:him|her|it|them) off\b|\bso go again\b|\bbegin afresh\b|\bnothing by (?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    r"\bmake up for it (?:tonight|tomorrow|today|with)\b|\btag the (?:forgotten|missed) one\b|\bskip what you missed\b|\bif the sun's still up ,? take\b|\bmissed \w+ DRUG ,? then\b|\bfollow the same path\b|\b(?:do|did) as the \w+ (?:volunteers|patients|participants) did\b|\byou may do so too\b",
    r"\btold to (?:leave it|skip|stop|halve|wait|take|double)(?: it)?(?: out)? until\b|\bNUM hours apart works\b|\ba new step each\b|\bNUM nights on and NUM off\b|\bhold (?:\w+ )?if (?:plt|plts|platelets|anc|wbc|hb) ?[<>]",
)
_APPLIED = (
    r"\b(?:slide|pop|tuck|slip|melt|place|put) (?:one|it|the FORM|a FORM) (?:in |on |under )?(?:beneath|under|on) your (?:lip|tongue|cheek)\b|\binject the whole (?:pen|syringe|SHOT)\b|\bpress the pump (?:once|twice|NUM times)\b|\brub (?:a|an|some) \w+ of it\b",
    r"\bmix both (?:powders|sachets|FORM)\b|\bmix NUM (?:and|with) NUM\b.{0,40}\bdrink\b|\ban? (?:DRUG|FORM) on a full stomach\b|\b(?:FORM|patch) gets changed on\b|\b(?:next (?:one|eye FORM|FORM|DOSE|SHOT)s? (?:is|are) due (?:in|NUM) )(?:NUM )?",
    r"\b(?:an?|NUM) (?:SHOT|DRUG|FORM) each (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bput (?:her|him|them) on DRUG\b|\ba half DRUG\b|\bNUM DRUG will make you\b|\bwake up ,? one DRUG\b|\b(?:another|a further|a second) DRUG after NUM\b",
    rf"\bNUM litres? of (?:saline|fluid) a day ,? plus NUM\b|\bthe big ones for {_SPAN}\b|\bFORM ,? NUM of the\b|\bMED ?: an? (?:VOL|dessertspoon|spoon)|^(?:DRUG|SUPP) ,? NUM of the (?:\w+ )?(?:sort|kind|ones)\b|\bsuck an? \w+ every NUM\b",
    r"\bNUM (?:od|nocte|mane|bd|tds|qds|qhs) (?:until|till|,|for|c )|\bNUM (?:sc|po|iv|im|pr|sl) (?:od|nocte|mane|bd|bid|tds|tid|qds|qid|qd|qhs|daily|weekly)\b|\bNUM MASS (?:po|sc|iv|im) \w+",
)
_NOUN = r"(?! ?(?:%|/|percent|of (?:every|all|the patients|people)|people|patients|degrees?|years?|months?|weeks?|days?|hours?|minutes?|points?|times|cycles?|visits?|kcal|kg|g|cm|m|litres?|VOL of (?:water|blood))\b)"
_LOOSE = (
    rf"\b(?:be|stay|stick|remain|go|get|settle|keep) (?:on|at|to|with|down to|up to|back to) (?:about |just |only )?NUM\b{_NOUN}(?= ?$| ?[,;]| (?:a day|daily|once|twice|not|rather|until|for now|for the|from|if|while|then|and)\b)",
    rf"(?<!'ll )(?<!will )(?<!to )\b(?:leave|skip|hold|pause|stop|drop|miss|omit|park|rest) (?:it|them|that one|this one|both|{_MEAN}) (?:\w+ )?(?:until|till|for {_SPAN}|over the weekend|{_DAY})\b",
    r"\b(?:no more than|not more than|up to|at most|maximum of|limit of|max|as many as|keep it to|stop at) NUM (?:of (?:them|these|those) )?(?:in|within|per|every|over|a) (?:any |one |a |the )?(?:NUM hours|NUM h|day|night|24|whole day)\b",
    rf"\b(?:bring|move|push|shift|take|have) (?:it|them|the (?:next|evening|morning|night) one|{_MEAN}) (?:forward|back|earlier|later|sooner) (?:by|to|than)?\b(?=.{{0,20}}\b(?:NUM|one|an|half|{_DAY[3:-1]}|{_PART[3:-1]})\b)",
    rf"\b(?:repeat|again|another|second one|same again) (?:after|in|every) (?:NUM|an?|half an?|one|a quarter of an) (?:hours?|minutes?|days?|h)\b{_NOUN}",
    r"\b(?:have|take|swallow|give (?:him|her|them)) (?:the |your |his |her )?(?:evening|morning|night|noon|bedtime|next|missed|late|forgotten|last|other) one (?:\w+ )?(?:at|with|before|after|now|later|earlier|tonight|tomorrow|instead|early|late|as soon)\b",
    rf"\b(?:NUM|one|half) (?:with|before|after|at) {_PART} ,? (?:and |plus |then )?(?:NUM|one|half|another|none)\b|\b{_N} (?:on|every) (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b(?! (?:at|in) (?:the )?(?:clinic|hospital|park))",
    r"\b(?:for (?:a|someone|somebody|her|him|your) (?:\w+ ){0,2}?(?:of )?(?:your|her|his|that|NUM) (?:weight|size|kilos?|kg|age)) ?[,:]? (?:it's|that's|it is|it would be|say|take|about|use)? ?NUM\b",
    r"\b(?:double|twice|half|a third|a quarter) (?:of )?(?:what|the amount) (?:you|he|she|they|it|an adult|a grown up)\b|\b(?:one|NUM) (?:more|less|fewer|extra) (?:than (?:yesterday|usual|now|before|last time)|tonight|tomorrow|for now|each|every)\b",
)
_SHAPES = Phrases(_COUNTED, _LEVELS, _LIMITS, _RESTS, _APPLIED, _LOOSE)
_ELSE = Phrases(
    r"\b(?:minutes?(?! (?:of|after))|(?<!up a )(?<!down a )(?<!back a )steps?(?! (?:up|down|each))|walk\w*|laps?|stairs|naps?|breaths?|pages?|visits?|visitors?|appointments?|tests?|scans?|snacks?|glass(?:es)? of water(?! is)|cups?|exercis\w*|stretch\w*|lengths?|"
    r"questions?|photos?|school(?! at)|books?|films?|children (?:die|relapse|are)|of (?:NUM|every|a hundred) people|percent of|trial|study showed|researchers|temperature|thermometer|measure\w*|look again|pulse|weight|weigh|showers?|rins\w+|brush\w*|floss\w*|chapters?|episodes?|parking|bus|train|sunscreen|factor)\b"
)
_SELDOM = Phrases(r"\b(?:don't|do not|never|not|\w+n't|please|nobody|why|whether|if you|unless|ask|who|how)(?: \S+){0,4} ?$")
_LIMIT = Phrases(r"(?:never|don't|do not|not) |.*\bnot more than\b|.*\bnot faster\b|.*more than NUM")
_HAZARD = Phrases(r"\b(?:dangerous|harmful|poison\w*|please don't|can't say|cannot say|can't tell|isn't safe|ask your|tell your team (?:if|when|before))\b")
PLAINLY = (_SHAPES,)
"""Phrases of which one must be in a sentence that puts a dose plainly."""
_TOPICS = frozenset("COST VACC".split())


def told_plainly(sentence: Sentence) -> Span | None:
    """Where a sentence gives a count, a level, a limit, a rest or a use that only a medicine has; None when it counts other things, forbids, asks, or leaves it to the team."""
    text = sentence.text
    if sentence.end == "?" or sentence.topics & _TOPICS:
        return None
    found = _SHAPES.search(text)
    if found is None or _ELSE.search(text) or _HAZARD.search(text):
        return None
    if _SELDOM.search(text[: found.start()]) and not _LIMIT.match(found[0]):
        return None
    return None if hands_off(text, found.start()) else found.span()
