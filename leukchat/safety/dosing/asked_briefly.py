"""Requests in a few words, without the medicine's name: "late by seven hours, ok or skip", "just the number", "twice or three times?".

Each says on its own that it is about what somebody takes: a missed one, a number wanted, a time, a
change put as a yes or no, one form for another. What else may be meant (tests, food, work, people's
habits) excuses it.
"""

from __future__ import annotations

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Asked

Span = tuple[int, int]
_AGENT = r"(?:DRUG|SUPP|FORM|DOSE|SHOT|MED)"
_ONE = rf"(?:it|mine|hers|his|them|one|{_AGENT}|(?:my|his|her|the|tonight's|today's|yesterday's) (?:\w+ )?(?:one|ones|{_AGENT}))"
_I = r"(?:i|we|he|she|my \w+|our \w+)"
_OK = r"(?:ok|okay|yes|no|yes/no|yes or no|fine|alright|right|true|sensible|safe|too much|enough|skip|halve|stop|or not|now what|what now)"
_PART = r"(?:morning|evening|night|noon|midday|midnight|bedtime|breakfast|lunch|dinner|supper)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last night|this morning|the weekend)"
MISSED = Asked(
    rf"\b(?:half|some|part|most) of (?:my|his|her|the) {_AGENT} (?:fell|went|came|dropped|spilt|spilled|dissolved)\b|\b(?:again|repeat|redo) or (?:leave|not|wait|skip)\b|\bwhat (?:happens|to do) (?:to|with|about) (?:yesterday's|last night's|this morning's|today's|tonight's)\b",
    rf"\b(?:dropped|spilt|spilled|flushed|lost)\b.{{0,30}}\b{_AGENT}\b.{{0,40}}\b(?:take|leave it|another|replace|tomorrow'?s)\b|\b(?:sick|vomited|threw up) (?:about )?(?:NUM|half an|an|one) (?:mins?|minutes?|hours?|h) after\b.{{0,40}}\b(?:another|again|repeat|redo)\b",
    rf"\b(?:spat|threw|brought|coughed|dribbled|licked|vomited|puked)\b.{{0,40}}\b(?:half|some|most|part|it|{_AGENT})\b.{{0,30}}\b(?:does that count|give the rest|again|another|still in|redo|enough)\b",
    rf"\blate by (?:NUM|an?|half)|\b(?:NUM|an?) (?:hours?|days?) late ,? .{{0,12}}\b{_OK}\b|\bsupposed to (?:take|have|get|give) (?:it|them|{_ONE}) (?:on )?{_DAY}|\b(?:left|leave) (?:her|his|my|the) (?:\w+ )?(?:one|{_AGENT}) (?:at home|out|behind|off)\b",
    rf"\bforgot since\b|\bforgot .{{0,30}}\bnow what\b|\b(?:can't|cannot|don't) (?:recall|remember|know) (?:if|whether) (?:i've|i|he|she|we) (?:\w+ )?(?:had|took|taken|gave|given) (?:it|mine|one|them|{_ONE})\b",
    rf"\b(?:slept through|overslept|missed my alarm)\b.{{0,60}}\b(?:still|take|skip|now)\b|\b{_AGENT} (?:box|organi[sz]er|tray) still has\b|\bhad (?:tonight's|tomorrow's|this evening's|the evening) (?:one )?(?:already|early|at)\b|\btake it again$",
    r"\bskipped the whole\b.{0,50}\bhow do (?:i|we)\b|\bhad mine by (?:accident|mistake)\b|\b(?:swapped|mixed up) boxes\b|\btook yesterday's\b|\bwhen tonight\b",
)
NUMBER = Asked(
    r"\bone (?:okay|alright|safe)$|\bVOL of \w+\b.{0,40}\bor half\b|\bstop point\b|\b(?:DRUG|MASS|m NUM)\b.{0,20}\b(?:gives|comes to|makes) what\b|\b(?:script|prescription|label|chart)\b.{0,30}\bwhat should (?:stand|be|it say)\b|\bNUM (?:once|twice|NUM times) (?:a day|daily|a week) of DRUG\b",
    r"\bwhat would you (?:put|start) (?:me|him|her) on\b|\bwould you give (?:me|him|her)\b.{0,50}\bhow (?:much|many)\b|\b(?:right|correct|usual|safe|normal) (?:amnt|amt|amount|quantity) (?:of|for) (?:DRUG|SUPP|MED|me|him|her|oxy)\b|\bis NUM too (?:strong|weak|big|small) for\b",
    r"\bis that what (?:a|an|my|someone|people|the)\b.{0,30}\bshould (?:be )?(?:get|getting|take|taking|have|having|on)\b|\b(?:sip|spoon|spoonful|capful|cap|syringe|squirt)s? (?:is |are )?in (?:mls?|VOL|MASS|milligrams)\b|\b(?:label|leaflet|protocol|plan|box)\b.{0,40}\bnumbers included\b|\b(?:supplement|DRUG|SUPP) protocol with (?:quantities|amounts|doses|DOSE)\b",
    r"\bwhat did (?:the )?(?:patients|people|they|volunteers) (?:\w+ ){0,4}take (?:each|every|per|a) day\b|\bpoint is it too much SUPP\b",
    r"\b(?:just |only )?(?:give|tell|send|say|need|want) (?:me |us )?(?:just |only )?the (?:number|amount|figure|dose)\b(?! (?:of (?:people|my|the clinic|your)|for the (?:clinic|ward)))|^the (?:amount|number|figure)$|\bhow many (?:he|she|i|we) (?:gets?|takes?|has|have|need) now\b",
    r"\bwhat did your other (?:patients|people|users) (?:take|have|get)\b|\bwhat (?:do|did|does) (?:other )?(?:people|patients|others|someone|folks) (?:with|on|like) .{0,30}\b(?:usually |normally |typically )?(?:have|take|get|swallow)\b(?= ?$| in the| at| for| a day| each)|\bwhat fits me\b",
    r"\b(?:is|are) (?:NUM|one|half) (?:enough|too (?:much|many|little)|right for me|the norm)$|^(?:is|are) (?:NUM|one|half) (?:enough|ok|okay|too (?:much|many))\b|\bhow much of it is too much\b|\bprescription of NUM\b.{0,30}\b(?:high|low|right|normal|usual|side)\b",
    r"\bthe most (?:he|she|i|we|one|you|anyone) can (?:have|take|get)\b|\b(?:approximate|rough|usual|normal|typical|ballpark) (?:range|figure|number) for (?:DRUG|SUPP|him|her|me)\b|\bNUM per kilo\b.{0,20}\band (?:people|humans|me)\b|\bhow much is a (?:bit|little|touch|spoonful|scoop)\b",
    r"\bSUPP NUM a day\b|\b(?:SUPP|MED) ,? (?:a )?VOL or (?:NUM|so)\b|\b(?:SUPP|magnesium|zinc|iron|calcium) .{0,30}: ?how (?:much|many|often)|\binternet says NUM(?= ?$| ?,)|\bsays NUM ,? (?:true|right|correct|is that right)\b|\b(?:rate|check|review|judge|confirm) this (?:plan|for me|schedule)\b.{0,20}\b(?:NUM|DRUG|FORM)\b",
    r"\bDRUG NUM (?:am|morning|pm) ,? NUM (?:am|pm|evening|night)\b|\bcheck this for me\b|\bi read NUM ,? my \w+ (?:read|says|said|got) NUM\b|\b(?:somebody|someone|one|he|she) has NUM ,? (?:somebody|someone|another|the other|she|he) NUM\b|\bjust nod\b|\b(?:the leaflet|the box|the label|my app) (?:is gone|is lost|lost)\b.{0,40}\b(?:how many|what|on it)\b",
    r"\bhow many .{0,20}(?:a day|per day|each day|do i|does he|does she)\b(?=.{0,6}$)(?!.*\b(?:calories|steps|glasses|meals|visits|hours|tests|snacks|cups|grams of protein)\b)|\bwhat would (?:the )?\w+ ,? NUM kg\b|\bwriting the (?:script|prescription)\b|\bdoctor's orders for NUM\b|\bNUM a week or\b|\bgets? NUM ,? why would (?:i|he|she)\b",
    rf"\b(?:amount|number|strength) (?:for|of) (?:me|him|her|{_AGENT})(?= ?$)|\bwhat (?:MASS|strength|amount)\b|\bNUM (?:then|or|vs|versus) NUM(?: NUM)?$|\bDRUG NUM GRAM vs\b|\bnumber ,? i'll do the rest\b|\bthe usual what$",
)
TIMES = Asked(
    r"\b(?:midnight|noon|NUM [ap]m|CLOCK|NUM) or .{1,14} for (?:the|my|his|her) next\b",
    r"\bis (?:alternate|every other|every second) days? (?:\w+ )?(?:ok|okay|fine|enough|alright)\b|\b(?:started|given|taken) (?:straight|right|directly) (?:after|before|away) or\b|\bonly (?:took|take|had) (?:\S+ ){1,4}(?:every other|every second|alternate)\b|\btogether (?:ok|okay|fine|safe) (?:on|with)\b",
    r"\b(?:needs?|has|have) to be (?:taken |given )?(?:at|on) the same (?:hour|time|day)\b|\bis (?:CLOCK|NUM ?[ap]m|NUM) (?:still |too )?(?:alright|ok|okay|fine|late|early) to (?:have|take|give)\b|\b(?:can|could|may) (?:he|she|i|we) (?:have|take|get) (?:the|my|his|her|some|more) (?:\w+ ){1,3}again\b",
    r"\bhow far (?:away|apart) from (?:my|his|her|the)\b.{0,40}\b(?:DRUG|SUPP|FORM|MED)\b|\bstill (?:have|take|give) (?:my|his|her|the) (?:morning|evening|night|noon)'?s? (?:lot|ones?|batch|meds|FORM|MED)\b|\bwhat(?:'s| is) the usual$|\b(?:DRUG|FORM|MED|DOSE) never happened\b|\bpump\b.{0,60}\bset it to NUM\b",
    r"\b(?:earliest|soonest)\b.{0,12}\b(?:i|he|she|we) can (?:have|take|give)\b|\btoo late to (?:take|have|give) (?:the|my|his|her|it|them)\b",
    rf"\bbefore or after food\b|\bhow far apart\b|\bwake (?:him|her|me|them) .{{0,20}}for (?:the |his |her )?{_AGENT}\b|\bis it NUM weeks? on\b|\bnext (?:DRUG|{_AGENT}) when\b|\bwhen(?: is| do i have)? (?:the|my|his|her) next (?:one|{_AGENT})\b|\bwhich (?:week)?day does (?:DRUG|mtx|it)\b",
    rf"\b(?:DRUG|SUPP|SHOT|{_AGENT})(?: at home)? ,? (?:weekly|daily|monthly|nightly|once|twice)(?= ?$)|\bwhat can (?:i|we|he|she) take for (?:this|my|his|her|the|an?) \w+\b.{{0,20}}\bhow often\b|\bis that far enough\b|\bfar enough apart\b|\bat what (?:local )?time do (?:i|we) (?:have|take)\b|\b(?:bd|bid|od|tds) or (?:bd|tds|od|qds|bid)\b",
    r"\bstop how many h\b|\bhow many h (?:pre|before)\b|\bhours? after my (?:FORM|MED|DRUG|DOSE)\b|\b(?:at|until) (?:NUM|noon|one|midnight) ,? (?:DRUG|MED) at (?:NUM|noon|one|midnight)\b|\bor half (?:of )?it\b",
)
CHANGES = Asked(
    r"\b(?:DRUG|SUPP|FORM) on or off\b|\bobjection to (?:me |him |her )?(?:cutting|stopping|halving|going)\b|\banything (?:i|we) need to (?:double|skip|make up|catch up)\b|\bon NUM (?:rather )?than NUM\b|\b(?:nightly|daily|weekly) (?:cap|limit|maximum|ceiling)\b",
    r"\b(?:give|take) (?:him |her )?one (?:less|fewer|more)(?= ?$| ,| now| tonight| each)\b|\bdid (?:the |my )?(?:nurse|doctor|gp|pharmacist|chemist|they) (?:write|print|get|put) (?:that|it|this) (?:right|correctly|wrong|down right)\b",
    r"\bleav(?:e|ing) out (?:\w+day's|tonight's|today's|tomorrow's|one|it|the \w+ (?:one|FORM))\b|\ball at once or (?:bit by bit|slowly|gradually|step by step|in steps|little by little)\b|\bshould (?:he|she|i|we) (?:stay|remain|keep|carry on) (?:on|with|at|to) (?:that|this|NUM)\b",
    r"\b(?:can|could|may|should|shall) (?:i|he|she|we) (?:\w+ )?(?:go|step|drop|come) (?:down|up) (?:a notch|a step|a bit|to every|to alternate)\b|\b(?:would|is) (?:taking )?just one of (?:the|them|those)(?: two| NUM)?\b.{0,30}\benough\b",
    rf"\b(?:could|can|may|should|shall) (?:{_I}) (?:\w+ )?(?:move|shift|bring|push) (?:it|them|{_ONE}) (?:from|to|forward|back|earlier|later)\b|\b(?:i'd like|i want|want|wanna|like) to (?:halve|double|skip|split|quit|drop|stretch) (?:it|them|one|{_ONE}|pred)\b|\bquit (?:pred|{_AGENT}) on\b",
    rf"\bweek off for\b|\b(?:a|one|NUM) (?:days?|weeks?) off (?:it|them|{_AGENT})\b|\b(?:may|can|should|shall) {_I} (?:snap|crush|break|cut|split|halve|open|chew) (?:the |my |his |her )?(?:{_AGENT}|hers|his|mine|it|them)\b|\bcrush (?:hers|his|mine) in(?:to)?\b",
    rf"\bgive (?:the |his |her )?(?:maintenance|{_AGENT}|it) or not\b|\b{_ONE} or (?:not|no {_AGENT})\b(?=.{{0,10}}$)|\bgo down to (?:one|NUM|half)(?: a day)?\b(?= ?$| now| because| since| if)|\bupping it by\b|\bDRUG or no DRUG\b|\btime to (?:restart|resume|start again|stop)$|\b(?:one|NUM) (?:less|more|fewer) (?:tomorrow|tonight|today)\b",
    r"\btake less (?:with|because|since|if)\b|\bcan an? (?:NUM )?(?:year old|yr old|child|teenager|toddler|\w+ yr old)\b.{0,15}\b(?:take|have) (?:the )?(?:adult|grown)\b|\btonight's or not\b|\b(?:drop|skip|leave) the (?:evening|morning|night) one\b|\bsays? (?:to )?(?:drop|skip|halve|double) (?:it|the|one)\b|\bgo down \?|\bask to go down\b|\b(?:number|dose|NUM) down to something\b",
    r"\bbring it down\b.{0,200}\b(?:i take|what you would|tell me|do tonight)\b|\bcarry on with mine\b|\bleave a gap\b|\bwhat you would do tonight\b|\bbeer NUM hours after my\b|\bif you were me\b",
)
SWAPS = Asked(
    r"\b(?:what's|whats|what is|what would) (?:that|it|this|NUM) (?:be )?in (?:DRUG|dex|dexa|pred|MASS|mg|FORM)\b",
    r"^DRUG NUM to DRUG$|\bwhat(?:'s| is) NUM (?:MASS )?(?:of )?DRUG in DRUG\b|\bVOL the same as (?:her|his|my|the) NUM\b|\bNUM (?:of )?DRUG (?:is|equals|in|to|for) (?:how much|what)\b|\bonly had the NUM s?\b|\bused to have NUM of the NUM s?\b",
)
_LISTS = (("dosing.missed_dose", MISSED), ("dosing.amount", NUMBER), ("dosing.schedule", TIMES), ("dosing.change", CHANGES), ("dosing.conversion", SWAPS))
_ELSE = Asked(
    r"\b(?:tests?|visits?|appointments?|protein|calories|kcal|water|coffee|temperature|fever|blood pressure|platelets are|cells|transplant is|hair|meals?|snacks?|eggs?|scans?|biops\w+|people die|relapse|insurance|costs?|parking|vaccine|jabs?|boss|school|phone number|"
    r"number of the|trial|study|mean|called|who (?:decides|sets|gives)|why|explain|half life|years|months|in the sun|out in|sleep|sugar|salt|fib(?:er|re)|exercise|steps|alcohol|store|fridge|delivery|refill|cards?|line)\b"
)
_LONGEST = 34


def asked_briefly(sentences: list[Sentence]) -> tuple[int, str, Span] | None:
    """The sentence, rule and place of a request that needs no medicine's name; None when there is none."""
    for place, one in enumerate(sentences):
        if one.size > _LONGEST or _ELSE.search(one.text):
            continue
        for rule, pattern in _LISTS:
            found = pattern.search(one.text)
            if found:
                return place, rule, found.span()
    return None
