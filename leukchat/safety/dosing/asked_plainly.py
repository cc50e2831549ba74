"""Requests by elimination: a medicine, a figure or a change, and a question that is about nothing else.

"my cousin's on 600 glivec. should mine match?" has no word for an amount; but there is a medicine, a
figure that counts nothing else, and a question of a few words that can only be about the two.
"""

from __future__ import annotations

import re

from leukchat.safety.dosing.curious import only_curious
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Asked
from leukchat.safety.dosing.request_context import told_only
from leukchat.safety.dosing.times import OFTEN
from leukchat.safety.dosing.unexplained import bare_figure

Span = tuple[int, int]
_NAMED = Asked(
    r"\b(?:DRUG|SUPP|REGIMEN)\b|(?<!in the )(?<!during the )(?<!since the )\bNUM s\b|\btake as directed\b|\b(?:gets?|got|on|has|have) NUM(?: of it)? [.,] (?:ours|mine|his|hers|she|he|i|we) (?:gets?|got|on|am on|has|have) NUM\b|\bNUM is (?:\w+ )?too (?:much|little|"
    r"high|low|strong|weak) for (?:him|her|me|my)\b|\b(?:gets?|got|on|takes?) NUM and (?:i|he|she) (?:\w+ )?(?:gets?|got|on|takes?) NUM\b|"
    r"\b(?:magnesium|zinc|iron|calcium|potassium) NUM\b"
)
_MEDICINE = Asked(
    r"\b(?:DRUG|SUPP|REGIMEN|FORM|DOSE|SHOT|MED|syrup|pump|infusion|tpn|saline|drip|iv)\b|(?<!in the )(?<!during the )(?<!since the )\bNUM s\b|"
    r"\b(?:gets?|got|on|has|have) NUM(?: of it)? [.,] (?:ours|mine|his|hers|she|he|i|we) (?:gets?|got|on|am on|has|have) NUM\b|\btake as directed\b|\bNUM is (?:\w+ )?too (?:much|little|high|low|strong|weak) for (?:him|her|me|my)\b|\b(?:gets?|got|on|"
    r"takes?) NUM and (?:i|he|she) (?:\w+ )?(?:gets?|got|on|takes?) NUM\b|\b(?:magnesium|zinc|iron|calcium|potassium|vitamin|b|d|k|c|omega) NUM\b"
)
_COUNT = Asked(
    r"\b(?:NUM|one|half|half an?|another|an? extra|both|a couple of|a pair of) (?:(?:of )?(?:\w+ ){0,2}?)(?:MASS|FORM|UNITS|VOL|DOSE|GRAM)\b",
    r"\bNUM (?:of|or) NUM\b|\b(?:NUM|one|half) or (?:NUM|one|half|a half|both|two)\b|\bone and a half\b|\bNUM (?:bid|tid|qid|qd|od|bd|tds|qhs|qw|daily|a day|per day|/ ?m)\b",
    r"\bNUM (?:DRUG|SUPP)\b(?! (?:trials?|studies|patients|people|users|courses?|cycles?))|\b(?:one|half) (?:a|per) day\b|\b(?:one|NUM) or (?:NUM|two|one)\b",
    r"(?<!in )(?<!during )\bthe NUM s\b|\bhalf (?:of )?(?:of it|the|my|his|her|a|an)\b|\bq ?NUM\b|\b(?:an?|one) (?:whole |half )?(?:DRUG|"
    r"SUPP)\b(?= (?:a day|daily|now|tonight|tablet|or two|too|for)\b| ?,? ?(?:or|and)? ?(?:half|two)| ?\?| ?$)",
)
_CHANGING = Asked(
    r"\b(?:skip|skipp?ed|stop|stopped|pause|hold|halve|double|split|cut|reduce|lower|raise|increase|up|down|off|restart|resume|repeat(?:ed)?|redo|"
    r"swap|switch|drop|leave|left out|miss|missed|without|again|early|late|instead|rather than|finish|wean|taper|half|fewer|less|more|extra|"
    r"last till|slow|quicker|faster|carry on|threw up|vomited)\b",
)
_MAY = Asked(
    r"\b(?:can|could|may|might|should|shall|must|do|does|would|dare) (?:i|we|he|she|you|u|one|my \w+|our \w+|his \w+|her \w+|it|them|halving|"
    r"stopping|skipping|two|NUM|both|half)\b",
    r"\b(?:should|must|shall|can|could|may) (?:(?:the|my|his|her) (?:\w+ )?)?(?:DRUG|FORM|MED|DOSE|SHOT)\b|(?:^|, |\band |\bbut )(?:can|could|may|"
    r"should|shall|do|must) (?:i|we|he|she)\b",
    r"\b(?:is it|would it be|is that|are we|am i) (?:\w+ )?(?:ok|okay|fine|safe|alright|allowed|possible|bad|wrong|dangerous|wise|too (?:soon|"
    r"late|early)|time|sensible|harmful|terrible)\b|\bwhat if i\b|\bany harm\b|\bhow about\b|\bwhy not\b|\bpossible$|\bok$|\bi'd rather\b|"
    r"\b(?:wants?|wish|like|love|tempted|thinking of|going|planning) to\b|\bis there a way to\b|\byes or no$|\bor not$|\bwhen (?:tonight|today|"
    r"tomorrow|next|then)\b|\bwhen's (?:my|the|his|her) next\b",
)
_OTHERWISE = Asked(
    r"\b(?:skip|stop|pause|hold|halve|halving|double|doubling|split|cut|reduce|lower|raise|increase|drop|omit|quit|taper|wean|restart|resume|"
    r"repeat|redo|crush|open|break|chew|dissolve|mix|divide|swap|switch|replace|change|move|shift|delay|postpone|stretch|spread|share|finish|"
    r"continue|go on|carry on|keep (?:on )?(?:taking|using|giving|swallowing)|keep on|go without|leave (?:out|off)|give up|ditch|bin|up|"
    r"bump) (?:up |down |off |on |with |from |taking |the |my |his |her |our |this |that |these |those |evening |morning |\w+ ){0,3}?(?:DRUG|SUPP|"
    r"FORM|DOSE|SHOT|MED|REGIMEN|(?:the )?(?:evening|morning|night|other|last|next|second) one|one|it|them|NUM)\b",
    r"\b(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|it|them) (?:\w+ ){0,3}?(?:on hold|go on|go up|go down|be (?:stopped|skipped|halved|paused|held|continued|"
    r"crushed|opened|repeated|lowered|raised|doubled|split)|off|again|early|late|twice|every other|every second|every NUM|every hour|NUM x|"
    r"once more|at the same time|at once|in one go|instead)\b",
    r"\b(?:a )?(?:pause|break|rest|holiday|day off|week off|weekend off|time off|gap) (?:from|off|without|of) (?:\w+ )?(?:DRUG|SUPP|MED|FORM|"
    r"it)\b|\b(?:not|don't|dont|without) (?:take|taking|have|having|give|giving|use|using) (?:the |my |his |her |any )?(?:\w+ )?(?:DRUG|SUPP|FORM|"
    r"MED|DOSE|it|them)\b|\bnext (?:DRUG|DOSE|FORM|one)\b",
    r"\b(?:take|taking|have|give|use|need|swallow) (?:\w+ ){0,3}?(?:DRUG|SUPP|FORM|DOSE|it|them|NUM)\b.{0,30}\b(?:every (?:other |second |"
    r"NUM )?(?:day|night|hour|hours|meal|week|morning|evening)|NUM x|twice|once|daily|each (?:day|meal|night|morning)|with every|weekly|NUM times|"
    r"two nights)\b",
    r"\b(?:NUM s?|one NUM|two NUM s|the NUM s?) (?:replace|equal|make|instead|do for|count as|stand in)\b|\breplace (?:my|the|his|her) (?:one |"
    r"single )?NUM\b|\b(?:adjust|work out|calculate|set|pick|choose|name|write|prescribe|recommend|suggest) (?:me |us |him |her )?(?:my|his|her|"
    r"the|a|an) (?:\w+ )?(?:DRUG|DOSE|FORM|MED|amount)\b",
    r"\b(?:why would i need|should i (?:ask|want|have|get|need)|shouldn't i (?:have|get|be on)) .{0,40}\bNUM\b",
)
_VERDICT = Asked(
    r"^(?:so |and |or |but |is it |is this |is that |was that |would that be |that's |sounds? |seems? |are we |am i |any )?(?:right|correct|"
    r"sensible|ok|okay|alright|fine|safe|enough|normal|true|wrong|good|bad|agree|thoughts|advice|yes|no|yes or no|reasonable|too much|too many|"
    r"too little|too low|too high|overkill|madness|daft|silly|wise)(?: (?:or (?:not|no|wrong|too \w+)|for me|for him|for her|yes|no|then|please|"
    r"with you|by you))?$",
    r"^(?:you agree|do you agree|don't you think|what do you (?:reckon|think|say|suggest)|what would you (?:say|do|suggest)|who is right|"
    r"who's right|which (?:is it|one|is right|of them|do i|NUM|FORM|SHOT)|what (?:then|now|gives)|ok (?:with|by) you|is (?:she|he) right|"
    r"are they right|or (?:not|what|both|no|two|one|NUM|half)|carry on|another(?: one)?|yes or no|yeah|right yeah|innit|no|yes|deal|makes sense|does that make sense|"
    r"sound right|sound ok|shall (?:we|i)|should (?:i|we|he|she)(?: (?!(?:worry|call|go|tell|see|ask|be|ring|phone|get)\b).{0,24})?|"
    r"should mine .{0,12}|can (?:i|we|he|she)(?: (?:do|have) (?:that|this|it|so))?|may i|do i|do we (?:redo|repeat|give).{0,12}|must i|could i|"
    r"how many|how much|how often|when|NUM|one|two|half|both|which .{0,12})$",
)
_PUT_TO = Asked(
    r"\b(?:what|how much|how many) (?:do|does|did|would|will|should|might|could|is it) (?:people|ppl|folks?|they|you|one|a \w+|an \w+|the \w+|"
    r"doctors|adults|kids|children|most \w+|others|everyone|u) (?:\w+ )?(?:take|give|write|prescribe|start|be on|(?:get|use|have|put|go for|set|pick|"
    r"choose)(?=.*\b(?:DRUG|SUPP|FORM|DOSE|NUM)\b))\b",
    r"\b(?:DRUG|SUPP)\b.{0,40}\bwhat (?:do|would|does|did|should) (?:people|they|you|one|adults|kids|he|she|i|we) (?:\w+ )?(?:get|take|give|have|need|use)\b",
    r"\b(?:ramp up|taper|wean|weaning|tapering|titration|titrate|step up|step down|sched|schedule|dose adj|adj|protocol|ladder|"
    r"run down)\b.{0,30}\b(?:week by week|please|pls|plz|day by day|in detail|numbers|exactly|table|chart|plan|from NUM|for me|w|with|sched|"
    r"schedule|DOSE)\b",
    r"^(?:\w+ )?(?:DRUG|SUPP) (?:\w+ ){0,2}?(?:ramp up|taper|wean|titration|sched|schedule|protocol|ladder|DOSE|adj)\b|\b(?:ramp up|taper|wean|"
    r"titration|dose|DOSE) (?:sched|schedule|chart|table|plan|adj)\b|\bwrite (?:me |us |it )?out\b.{0,40}\b(?:DRUG|ramp up|taper|schedule|plan)\b",
    r"\b(?:typical|usual|standard|normal|customary|common|going|average|recommended|ballpark|rough|upper|top|lower|highest|lowest|maximum|"
    r"most) (?:amount|end|limit|figure|number|one|quantity|range|rate|strength|of) (?:for|of|with|on) (?:\w+ ){0,2}?(?:DRUG|SUPP|MED)\b",
    r"\bwhat(?:'s| is) (?:the )?(?:typical|usual|standard|normal|customary|going|average|recommended|most|right|correct) (?:for|of|with|on) (?:\w+ ){0,2}?(?:DRUG|SUPP)\b",
    r"\b(?:at )?(?:which|what) point does (?:DRUG|SUPP)|\bbecomes? (?:too much|dangerous|toxic|unsafe)\b.{0,20}\b(?:a day|in a day|daily|per day|hours)?",
    r"\b(?:pushing it|going over|go over|over the limit|go above|exceed|beyond|more than) (?:NUM|one|the)?\b.{0,30}\b(?:DRUG|SUPP|FORM)\b|"
    r"\b(?:DRUG|SUPP|FORM)\b.{0,30}\b(?:pushing it|over the limit|overdoing it)\b",
    r"\bwork out\b.{0,40}\b(?:for|by|from)\b.{0,15}\b(?:NUM|one) (?:kg|kilos?|lbs?|pounds?|stone)\b|\bdivided (?:how|into how|in how)\b|"
    r"\b(?:flush|push) volume\b|\bvolume (?:for|of)\b.{0,20}\b(?:flush|SHOT|DRUG)\b|(?<!NUM )\b(?:GRAM|MASS|UNITS|VOL|FORM|drops) (?:per|a|each|"
    r"/) (?:day|night|dose|go|kg|week)\b",
    r"\b(?:same|match|mine|identical|equal)\b.{0,20}\b(?:number|amount|strength|NUM|as (?:his|hers|him|her|theirs))\b|\bsame number\b|"
    r"\bshould mine (?:match|be|equal)\b|\b(?:IV|iv|drip) to (?:po|FORM|oral|mouth|DRUG|FORM)\b|\bturn (?:iv|FORM|the|a)?.{0,30}\binto (?:FORM|"
    r"MASS|VOL|MED)\b|\bwhich (?:FORM|patch|strength|NUM)\b(?= ?$| ?\?| would| do| should| is right| equals)",
    r"\b(?:till|until) when (?:do|should|must|does|will) (?:i|he|she|we|you|my \w+)\b|\bhow many (?:days|weeks|nights|months|hours) (?:in a row|"
    r"running|on|off|apart|must|should|do|does|is|are|until|till|between|later|of)\b.{0,40}\b(?:DRUG|SUPP|FORM|DOSE|MED|it|them)\b|\b(?:NUM|one|"
    r"two) (?:nights|days|times|weeks) (?:running|in a row)\b|\bor any day\b|\bany day of\b",
    r"\bcan (?:DRUG|SUPP|it|the FORM|this|the DRUG) be (?:repeated|given again|taken again|taken twice|doubled|redosed|skipped|missed|moved|"
    r"delayed|postponed|opened|crushed|split|cut)\b|\b(?:hold|stop|skip|give|take|continue|keep|restart|pause) (?:the |my |his |"
    r"her )?(?:\w+ )?(?:DRUG|SUPP|MED|FORM|DOSE|it|them)(?: \w+){0,2} or (?:not|no|hold|stop|skip|give|take|leave|wait|continue|carry on|keep)\b",
    r"\b(?:do|does|should|can|must|shall|will) (?:i|we|he|she|they|you|my \w+) (?:still |just |also |now |already |even |really |have to |"
    r"need to )+(?:\w+ )?(?:take|give|have|use|swallow|inject|start|stop|skip|continue|keep|need)\b.{0,40}\b(?:DRUG|SUPP|FORM|DOSE|MED|it|them)\b|"
    r"\b(?:do|should|can|must|shall) (?:i|we) (?:carry on|keep going|go on|continue|stay) (?:with|on)\b",
    r"\b(?:ok|okay|alright|fine|safe|bad|terrible|wrong|dangerous) (?:if i |to )?not (?:to )?(?:take|have|give|use|taking)\b|\bhow (?:do|did|can|"
    r"does) (?:people|one|you|others|patients|folks|i) (?:get|come|wean|go|taper) (?:\w+ )?off\b|\bget (?:me|him|her|myself) off\b|"
    r"\bwhat (?:number|figure|amount) would you\b|\bfill in\b|\b(?:rank|order|pick|choose|blink|nod)\b.{0,60}\b(?:NUM|take|MASS)\b",
    r"\b(?:DRUG|SUPP|MED|FORM) DOSE\b(?! (?:-|limiting|escalation|reduction))|\bhow (?:many|much) (?:\w+ )?MED (?:a|per|each) (?:day|night|"
    r"week)\b|^(?:\w+ )?(?:DRUG|SUPP) (?:volume|strength|amount|quantity|rate)\b",
    r"\b(?:is it |would it be )?(?:alright|all right|ok|okay|fine|safe) to (?:cut|split|halve|break|crush|open|chew|double|skip|stop|share|"
    r"mix) (?:the NUM s|it|them|(?:the |my |his |her )?(?:\w+ )?(?:FORM|DRUG|DOSE))\b",
    r"\b(?:buy|get|choose|pick)\b.{0,30}\bwhich (?:strength|DOSE|amount|size)\b|\bwhich (?:strength|DOSE|amount|size)\b.{0,40}\b(?:buy|get|choose|"
    r"pick|take)\b|\bdo (?:they|people|you|we) (?:taper|wean|halve|ramp)\b|\b(?:slow|speed|turn) it (?:down|up)\b.{0,20}\bhow much\b",
    r"\bgets? NUM\b.{0,60}\bneed NUM\b|\bhow (?:many|much) (?:minutes|mins|hours|days|weeks|time)\b.{0,40}\b(?:bag|drip|SHOT|VOL|infusion|push|"
    r"pump)\b|\bhow to take\b|\bwhat the (?:label|leaflet|box|insert) (?:would |might |will )?says?\b|\bdirected how\b|\bcan't be right\b|"
    r"\bok for my (?:\w+ )?DRUG\b|\bhave the same$|\bhow many (?:SUPP|DRUG) FORM\b",
    r"\bact as\b.{0,40}\b(?:adjust|set|dose|DOSE|prescribe|change)\b|\bimagine\b.{0,60}\b(?:kg|kilos?|NUM)\b|^(?:his|her|my|their) (?:DRUG|DOSE)$|"
    r"\bdirected by you\b|, (?:yes|right|ok|correct|no|true)$|\bwhen's (?:my|the|his|her) next\b|\bwhen (?:is|was) (?:my|the|his|"
    r"her) next (?:DRUG|DOSE|FORM)\b",
    r"\b(?:yes or no|true or false|right or wrong|thumbs up|confirm|just say)\b|\bwith mg\b|\bwith MASS\b|\bexactly\b.{0,20}\bMASS\b|\b(?:FORM|"
    r"DOSE|MED|DRUG) schedule (?:look|be)\b",
    r"\b(?:run|hang|give|push|drip|finish|infuse) (?:the |my |his |her |a )?(?:\w+ )?(?:saline|bag|drip|infusion|SHOT|fluids|DRUG|tpn|pump|"
    r"bottle) (?:\w+ )?(?:quicker|faster|slower|over|in(?= (?:NUM|half|one|an?)\b)|early|too)\b|\b(?:set|program|slow|speed) (?:the |my |his |her |it )?(?:pump|drip|"
    r"infusion|rate|tpn|feed)?\b.{0,25}\b(?:pump|down|up|to how|rate)\b|\bpump\b.{0,30}\b(?:reads|says|shows|set|at|rate)\b",
)
_MISSED = Asked(
    r"\b(?:didn't|did not|didnt|haven't|have not|couldn't|forgot to|never) (?:take|taken|have|had|get|give|given|swallow) (?:the |my |his |her |"
    r"our |that |this |any |yesterday's |today's |tonight's |last night's |morning |evening |night |\w+pm |NUM pm |NUM am |CLOCK ){0,3}(?:DRUG|"
    r"FORM|DOSE|MED|SUPP|it|them|mine)\b|\bleft (?:my|his|her|the|our) (?:\w+ )?(?:FORM|DRUG|MED|DOSE) (?:at|in|behind|on)\b|\b(?:hours|hrs|days|"
    r"h) late (?:with|for|on)\b|\b(?:it's|it has|its|it is) been NUM (?:hours?|hrs?|days?)\b",
    r"\b(?:spat|spit|threw|brought|vomited|puked|coughed) (?:\w+ )?(?:half|some|most|part|it|everything|all|the)\b(?=.*\b(?:redo|again|repeat|"
    r"another|re-?dose|more|now|what)\b)|\b(?:NUM|three|four|one|several|too many) times (?:today|yesterday|this morning|"
    r"in one day)\b.{0,30}\b(?:mistake|accident|wrong|instead|now)\b|\b(?:every day|daily)\b.{0,40}\b(?:instead of|and not|not) (?:once a week|"
    r"weekly|once)\b",
    r"\b(?:they|clinic|nurse|hospital) (?:skipped|missed|forgot) (?:my|his|her|the|our)\b",
)
_NO = Asked(
    r"\b(?:neuts?|in general|generally speaking|side effects?|refill|insurance|cost|price|afford|airport|customs|store|fridge|interact\w*|study|studies|trial|research|(?<!i )mean|"
    r"means|stand for|used for|how does|how do (?:they|doctors)|what is|what are|who decides|why|names?|drive|fly|swim|sun|work again|normal life|"
    r"vaccine|flu|shingles|pregnan\w*|temperature|thermometer|wash|mask|exercise|gym|sleep(?! on)|alcohol|wine|beer|hair)\b",
)
_EATEN = Asked(r"\b(?:eat|eating|food|drink|coffee|tea|water|milk|juice|cheese|egg|eggs|meat|fish|grapefruit)\b")
_OWN = Asked(r"\b(?:i(?:'m| am)?|he(?:'s| is)?|she(?:'s| is)?|hospital|they|ward|doctor|team) (?:\w+ ){0,2}?(?:take|takes|taking|on|gave|gives|put|get|gets|started|have)\b")
_EXPLAINS = Asked(
    r"\b(?:swollen|swell|swells|swelling|sore|ache|aches|hurts?|weak|fever|appetite|hungry|rash|itch\w*|tired\w*|nausea|cramps?|headaches?|pain|"
    r"tingl\w*|bruis\w*|dizzy|diarrh\w*|constipat\w*|insomnia|mood|common|side effect|expected|normal to (?:feel|have|be)|what helps|"
    r"what can help|cause[sd]?)\b"
)
_NOT_TOPIC = frozenset("LAB FOOD DRINK VACC COST".split())
_SHORT = 9
_MOST_TABLETS = 60
_STARTS = re.compile(
    r"(?<!what )(?<!how )(?<!where )(?<!who )\b(?:can|could|may|should|shall) (?:i|we) (?!do\b)|(?:^|, )(?:can|could|may|should|shall|do|does|is it|what if|how|when|which|would|act as|imagine|may i|i'd rather|any harm) "
)
_VAGUE = re.compile(r"(?:yes or no|true or false|right or wrong|thumbs up|confirm|just say)$")
_WHY = re.compile(r"\b(?:why|what does|what do|what is|what are|who|mean|difference|known to|does DRUG|do DRUG)\b")
_EITHER = re.compile(r"(?:q ?NUM|NUM|one|half|once|twice|daily) (?:\w+ )?or (?:q ?NUM|NUM|one|half|once|twice|weekly)\b")


def asked_plainly(sentences: list[Sentence]) -> tuple[int, str, Span] | None:
    """The sentence, rule and place of a request that is left when all other readings are ruled out; None when there is none."""
    whole = " . ".join(one.text for one in sentences)[:3000]
    if not _MEDICINE.search(whole):
        return None
    named = _NAMED.search(whole) is not None
    figures = any(_figure(one) is not None for one in sentences)
    changing = _CHANGING.search(whole) is not None or OFTEN.search(whole) is not None
    terse = len(sentences) == 1 and sentences[0].size <= _SHORT and not re.search(r"\b(?:i|my|we|she|he|what|why|who|is|are|does)\b", whole)
    for place, one in enumerate(sentences):
        text = one.text
        if _NO.search(text) or (_EATEN.search(text) and (_OWN.search(text) or _figure(one) is None)):
            continue
        asked = one.end == "?" or terse or _EITHER.match(text) is not None or _STARTS.search(text) is not None
        elsewhere = bool(one.topics & _NOT_TOPIC) and "DRUG" not in text and "FORM" not in text
        may = _MAY.search(text) and _OTHERWISE.search(text)
        asks_it = _MAY.search(text)
        told = asks_it is not None and asks_it[0].startswith(("does it", "do they")) and told_only(text, whole)
        if may and asked and not elsewhere and not told and not _WHY.search(text):
            return place, "dosing.change", may.span()
        if only_curious(text):
            continue
        missed = _MISSED.search(text)
        if missed and (named or re.search(r"\b(?:FORM|DOSE|MED)\b", whole)):
            return place, "dosing.missed_dose", missed.span()
        put = _PUT_TO.search(text)
        if put and _VAGUE.match(put[0]) and not (named or figures or re.search(r"\b(?:FORM|DOSE)\b", whole)):
            put = None
        if put and (named or figures or re.search(r"\b(?:FORM|MED|pump|saline|drip|infusion|tpn)\b", whole)) and not (one.topics & _NOT_TOPIC and "DRUG" not in text):
            return place, "dosing.indirect", put.span()
        if not asked or _EXPLAINS.search(text):
            continue
        figure = _figure(one)
        if figure and named and not one.topics & _NOT_TOPIC and not told_only(text, whole):
            return place, "dosing.amount", figure
        verdict = _VERDICT.match(text)
        if verdict and (figures or changing) and (named or not one.topics & _NOT_TOPIC) and not (_OWN.search(whole) and _EXPLAINS.search(whole)):
            return place, "dosing.indirect", verdict.span()
    return None


def _figure(sentence: Sentence) -> Span | None:
    """A figure that may be an amount: a count of tablets or units, or a number that counts nothing named."""
    if sentence.topics & {"LAB", "COST", "VACC"} and "DRUG" not in sentence.words:
        return None
    found = _COUNT.search(sentence.text)
    if found and "FORM" in found[0] and sentence.value(found.start()) > _MOST_TABLETS:
        return None
    return found.span() if found else bare_figure(sentence)
