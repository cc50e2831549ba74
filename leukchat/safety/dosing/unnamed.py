"""Advice that is a dose though no medicine is named: the shape alone says it ("1-0-1 with meals", "run them over thirty minutes")."""

from __future__ import annotations

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off

Span = tuple[int, int]
_COUNT = r"(?:NUM|one|half|a half|a whole one|a pair|a single|a couple|a quarter|double|another|both)"
_PART = r"(?:the )?(?:morning|evening|night|noon|midday|bedtime|breakfast|lunch|dinner|supper|dusk|dawn|sunrise|sunset|CLOCK)"
_COUNTS = (
    rf"\b{_COUNT} (?:of them |of the \w+ \w+ )?(?:in|at|with|before|after|for) {_PART} ?,? (?:and |then )?{_COUNT} (?:in|at|with|before|after|for) {_PART}\b",
    r"\bhalf (?:of )?the (?:DOSE|amount|strength) is (?:enough|plenty|fine|sufficient)\b|\b(?:take|swallow|give) (?:NUM|half|both) (?:with|before|"
    r"after|at) (?:\w+ ){0,2}?(?:meals?|breakfast|lunch|dinner|supper|bed|bedtime|night|noon|food)\b|\bsay (?:about |around )?NUM (?:MASS|GRAM|"
    r"UNITS|VOL|FORM)\b",
    r"^NUM point NUM ,? (?:once|twice|daily|nightly|a day|NUM times)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:morning|evening|night|"
    r"noon) (?:is|would be|works|suits) (?:\w+ )?(?:good|best|fine|ideal|perfect|choice|well)\b",
    r"\b(?:have|take|swallow) the (?:full|whole) (?:NUM|lot|amount)\b|\bFORM at (?:NUM|CLOCK|noon|night|bedtime)(?= ,| and| ?$)|\blet (?:\w+ ){1,3}?run (?:in |through )?(?:over|in) (?:NUM|one|half|an)\b",
    r"\bswap (?:one for one|NUM for NUM|like for like)\b|\btimes NUM\b.{0,30}\bNUM\b|\btook NUM and later NUM\b",
    rf"^(?:take |have |give |then |so |just )*{_COUNT} (?:on|at|in|with|before|after) (?:\w+ ){{0,2}}?(?:waking|rising|tea time|tea|lights out|"
    rf"getting up|bedtime|breakfast|lunch|dinner|night|morning|noon|supper) ?(?:,|and) (?:then )?{_COUNT}\b",
    rf"^{_COUNT} ,? (?:once|twice|then (?:another|one|half|NUM)|daily|nightly|three times|NUM times)\b|^(?:a |the )?half ,? (?:then|and then|"
    rf"and) (?:another|the other|a second|one)\b|\bhalf of (?:the|your|his|her) (?:\w+ )?(?:pen|syringe|bottle|sachet|FORM|"
    rf"SHOT)\b.{{0,30}}\b(?:other half|rest|remainder|on|tonight|now|tomorrow)\b",
    r"\b(?:fill|draw|pull)\b.{0,25}\b(?:to|up to|at) the (?:NUM|one|half)(?: \w+)? (?:line|mark|VOL)\b|\b(?:draw|pull|measure|suck) up (?:NUM|one|"
    r"half)\b|\b(?:makes?|make it|makes it|comes? to|gives?|hence|so) (?:your |his |her |it )?(?:\w+ )?(?:FORM is )?NUM (?:a night|a day|nightly|"
    r"daily|a week|at night)\b|\bmake up your NUM\b|\bNUM of (?:those|these|them) (?:make|makes|equal|replace|give|are)\b",
    r"\bthe (?:FORM )?(?:strength|DOSE|size|amount|number) you (?:want|need|are after|should have|take|should take|'re after) is (?:the )?(?:NUM|"
    r"one|half)\b|\bstay at (?:half|NUM|one)(?: of (?:that|it))?\b|\bNUM a day of\b|\b(?:can|could|may|should) have (?:about |up to |"
    r"around )?(?:NUM|one|half)(?: \w+)? VOL\b|\b(?:surface|area|weight|size|kilos|kg)\b.{0,30}\bmakes (?:it|that|his|her) (?:\w+ )?NUM\b",
    rf"^{_COUNT} ,? {_PART} ,? (?:and |{_PART})",
    r"^TRIAD\b|\bgo TRIAD\b",
    r"\bon (?:\w+ )?(?:rough|bad|good|easy|hard|sick|steroid|chemo|even|odd) days? ,? ?(?:take |have |you take )?(?:NUM|one|half)\b(?! (?:minutes?|hours?|steps?|walks?|naps?|rests?|people|meals?))|\b(?:NUM|one|"
    r"half|a FORM and a half) on (?:even|odd|good|bad|rough|alternate) days\b",
    r"\b(?:NUM|one|half) (?:a|per) day (?:has never|never|won't|wouldn't|doesn't|will not) (?:\w+ )?(?:hurt|harm)\w*",
    r"\b(?:try|have|take) (?:NUM|half) (?:with|before|after|at) (?:\w+ ){1,3}?(?:rather than|instead of) (?:NUM|one|half)\b|\bNUM (?:VOL|FORM|"
    r"MASS|UNITS) (?:instead of|rather than|not) (?:NUM|one)\b",
    r"\b(?:whole|full|entire) one (?:may|might|could|would|can|will|is) (?:\w+ )?(?:be )?(?:too (?:strong|much)|a lot)|\b(?:try|take|do|"
    r"copy) what (?:the|your|my|his|her|a) (?:neighbou?r|friend|cousin|sister|brother|uncle|aunt|colleague)s? (?:takes?|took|does|has|had)\b|"
    r"\bwhat (?:the|your|a) (?:neighbou?r|friend|cousin) takes ?:",
    r"\bthough (?:one|NUM) is (?:fine|ok|okay|safe|alright|no problem)\b|\b(?:one|NUM) per (?:sunrise|sunset|breakfast|morning|night|evening|"
    r"bedtime)\b|\bhalf (?:tends|seems|is likely|is said) to be\b",
    r"\b(?:m+|[cdlxv]{1,5}) MASS\b(?=.{0,40}\b(?:roman|daily|once|twice|a day|every))",
    r"\bNUM as the (?:\w+ )?(?:daily|usual|standard|normal|typical|weekly|starting|right) (?:figure|amount|number|one|DOSE|quantity)\b|"
    r"\bcomfortable with (?:one|NUM|half|another|an) (?:extra|more|less)\b",
    r"\bMASS for MASS\b|\bNUM (?:in|to|per) (?:each|every|the|one|a) VOL\b(?=.{0,60}\bNUM VOL\b)|\b(?:dissolve|mix|stir|dilute|crush) (?:NUM|one|"
    r"half|it|the \w+)\b.{0,50}\bVOL\b.{0,40}\b(?:drink|give|take|swallow|draw|use|throw|discard)\b",
)
_INFUSIONS = (
    r"\b(?:run|push|hang|infuse|drip) (?:it|them|the \w+|his|her|your|this|that|each|the next)(?: \w+)? (?:in |through )?(?:over|in|at) (?:about |"
    r"roughly |the next )?(?:NUM|one|half an?|an) ?(?:minutes?|mins?|hours?|VOL|each|an hour)\b",
    r"\b(?:can|could|may|should|will) (?:\w+ )?(?:run|go|drip|be run|be pushed|be hung) (?:in |through )+(?:in|over|within) (?:about |"
    r"just )?(?:NUM|one|half an?|an) ?(?:minutes?|mins?|hours?)\b",
    r"\bas an? (?:NUM|one|half) ?(?:minute|hour)(?: \w+)? (?:minibag|push|infusion|bolus|drip|SHOT|bag)\b|\bas an? (?:slow |quick |rapid )?(?:NUM|one) (?:minute|hour) SHOT\b",
    r"\b(?:set|put|leave|run|keep|turn) (?:the |your |his |her )?(?:pump|drip|driver|syringe driver|rate|flow)(?: \w+)? (?:at|to|on) (?:about )?(?:NUM|half|double|twice)\b",
    r"\b(?:speed|turn|slow|dial|ease) (?:the |your |his |her )?(?:pump|drip|rate|flow|infusion|SHOT|MED)(?: rate)? (?:up|down)\b|\b(?:speed|slow|"
    r"turn) (?:up|down) (?:the|your|his|her) (?:pump|drip|rate|flow|infusion|SHOT|MED)\b",
    r"\bno (?:faster|slower|quicker) than (?:NUM|one)\b|\bNUM (?:mmol|VOL|MASS|UNITS|drops) (?:hourly|an hour|per hour|/ h|a minute|per minute)\b(?=.*)",
    r"\b(?:start|begin|open) (?:at|with) (?:NUM|one|fifty|a hundred) (?:an|per|each|a) hour\b|\bgo up (?:by )?(?:NUM|one) (?:each|every) (?:half|NUM|quarter)",
)
_CHANGES = (
    r"\b(?:under|below|above|over|less than|more than) NUM ?[:,|] ?(?:then )?(?:pause|hold|stop|resume|restart|halve|half|full|none|skip|"
    r"go again)\b|\bhold (?:>=?|≥|if|for|at)? ?(?:grade |gr ?)\w*(?: NUM)?\b.{0,20}\b(?:resume|restart|then)\b",
    r"^(?:then |so |just )?(?:stop|pause|hold|halve|double|skip) (?:both|all three|the lot|everything)\b|\brestart one at a time\b|\b(?:leave|"
    r"leaving) out (?:tomorrow's|tonight's|today's|the next one)\b",
    r"\b(?:better|best|fine|ok|okay|safe|safer|wiser) to skip (?:a|one|the|NUM) (?:day|night|week|dose|round|DOSE)\b|\b(?:would|might|may|could|"
    r"will) (?:most likely |probably |usually |well )?(?:tell|advise|have|let|ask) you (?:to )?(?:just |simply |safely )?(?:skip|stop|halve|"
    r"double|miss|leave|pause|cut|take|drop|NUM|half|eight|six|twice|once|hourly|every)\b",
    r"\b(?:leave|keep) the (?:last|next|remaining|other|rest of the) (?:one|ones|SHOT|FORM|DOSE|NUM) (?:in|for|out|aside|unused)\b|\bcall for NUM ?(?:%|percent) of\b",
    r"\b(?:half|quarter|third|NUM) (?:a |of a )?(?:FORM) ?(?:,)? ?(?:eod|od|bd|bid|tid|qd|qod|qhs|nocte|mane|daily|nightly)\b|\bNUM (?:eod|nocte|mane|qhs|tds|bds?|qds)\b",
)
_MISSED = (
    r"\b(?:yesterday's|last night's|this morning's|the missed one|the forgotten one|the late one|friday's|monday's|sunday's) (?:can|may|could|"
    r"should) (?:\w+ )?be (?:taken|swallowed|had|given|added|left|skipped)\b",
    r"\b(?:slipped|escaped|gone out of|went out of) (?:your|his|her) (?:mind|memory)\b.{0,60}\b(?:wait|take|skip|leave|have|move|carry|go)\b|"
    r"\brealise (?:that )?you (?:never|haven't|forgot|didn't|missed)\b.{0,60}\b(?:take|have|skip|leave|swallow|carry)\b",
    r"\bbr(?:ing|ought|ings) (?:it|them|the \w+) (?:back )?up\b.{0,50}\b(?:swallow|take|repeat|again|another|give)\b|"
    r"\bgo on as if nothing (?:had )?happened\b|\b(?:NUM hours?|beyond|after) (?:late |that )?(?:is fine|let it be|leave it|skip it|forget it)\b|"
    r"\b(?:give|take|have) the (?:forgotten|missed|late|skipped)\b|\bis an? (?:FORM|DOSE|one) lost\b|\bmove on to the next (?:one|FORM|DOSE)\b|"
    r"\bonly half went in\b|\btop (?:it )?up with the other half\b|\bwithin NUM hours can (?:still )?be taken\b|\bafter that (?:just )?(?:leave|"
    r"skip|forget) it\b",
    r"\b(?:chuck|throw|bring|puke|cough|sick)(?:s|ed)? (?:it|them|the \w+) (?:back )?up\b.{0,50}\b(?:take|repeat|again|another|leave|skip|wait)\b|"
    r"\bif it (?:comes|came) (?:back )?up\b.{0,50}\b(?:again|repeat|another|leave|skip|wait|take)\b",
)
_HERBS = (
    r"\b(?:leaf|leaves|root|roots|bark|seed|stem|peel|flower)s? (?:juice|tea|extract|powder|oil|decoction|water|paste|broth|"
    r"ras)\b.{0,50}\b(?:NUM (?:VOL|GRAM|cups?|spoons?|drops)|once|twice|times|daily|each|every|morning)\b",
    r"^(?:do|have|give|use) (?:the |your |his |her )?(?:\w+ )?(?:SHOT|FORM)s? (?:daily|nightly|weekly|every|each|twice|once|from day)\b|"
    r"^FORM the (?:\w+ )?MED\b.{0,40}\b(?:daily|twice|once|times|every|each)\b",
)
_SHAPES = Phrases(_HERBS, _COUNTS, _INFUSIONS, _CHANGES, _MISSED)
_OTHER = Phrases(
    r"\b(?:meals?(?! ?$)|snacks?|walks?|steps?|minutes? of|laps|naps?|breaths?|rins\w+|glass\w*|cups?|water|salt|exercis\w*|stretch\w*|"
    r"rounds? of|people|patients|children|study|trial|visits?|appointments?|school|pages?|questions?|thermometer|temperature twice|photos?|cells|"
    r"cycle (?:length|lasts)|egfr|creatinine|clearance|kidney function|"
    r"stairs|shower|bath|cream|sunscreen|socks|pillows?|masks?|gloves)\b"
)
_WITH_WATER = Phrases(r"\bwith (?:a |some |plenty of |lots of )?(?:\w+ ){0,2}?(?:glass|cup|sip|mouthful)(?: of \w+)?|\bwith (?:some |plenty of )?water\b")
_NEGATED = Phrases(r"\b(?:not|never|\w+n't|don't|cannot|can't|nobody|no one|avoid|whether|why|how|if you)(?: \S+){0,5} ?$")
_SURE = Phrases(r"\b(?:waking|tea time|lights out)\b|\b(?:leaf|leaves|root|bark) |\bTRIAD\b|\bVOL\b.{0,40}\b(?:drink|take|swallow|give|use) NUM VOL\b")
_TOOK = Phrases(r"\b(?:took|had|swallowed|given|gave|taken) (?:\w+ )?$")
SHAPES = (_SHAPES,)
"""Phrases of which one must be in a sentence that has the shape of a dose."""
_TOPICS = frozenset("FOOD DRINK COST VACC TRIAL PAST".split())


def told_unnamed(sentence: Sentence) -> Span | None:
    """Where a sentence has the shape of a dose, a rate, a change or a catch-up, whatever medicine it is for; None when it counts other things."""
    text = sentence.text
    if sentence.end == "?" and sentence.size > 7:
        return None
    found = _SHAPES.search(text)
    if (
        found is None
        or (sentence.topics & _TOPICS and not _SURE.search(found[0]) and not (sentence.topics <= {"DRINK", "FOOD"} and _WITH_WATER.search(text)))
        or _TOOK.search(text[: found.start()])
        or _OTHER.search(_WITH_WATER.blanked(text))
        or _NEGATED.search(text[: found.start()])
    ):
        return None
    return None if hands_off(text, found.start()) and "tell you" not in found[0] else found.span()
