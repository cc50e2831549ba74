"""Advice to change a treatment: stop, skip, halve, double, hold, restart, switch, in whatever words, told to the person."""

from __future__ import annotations

import re
from functools import cache

from leukchat.safety.dosing.alternatives import alternatives
from leukchat.safety.dosing.grammar import MODAL, OPENING, PERSON, TAKE
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.verbs import STRONG, WEAK, forms
from leukchat.safety.dosing.window import Window, history

Span = tuple[int, int]
_DETERMINERS = (
    r"(?:(?:back|off|out|on|up|down|over|in|away|it|the|your|his|her|my|their|this|that|these|those|a|an|taking|using|having|giving|one|two|NUM|half|some|more|less|fewer|all|full|evening|morning|night|lunchtime|next|daily|whole|missed|forgotten|late|tonight's|today's|"
    r"tomorrow's|yesterday's|of|with|from|to|for|and|extra|additional|second|other|current|usual|regular|old|weekly|oral|rest|remaining|last|first|few|any|odd|occasional|weekend|weekday|bedtime|lunchtime|final|single|leftover|remaining|again|pain|blood|iron|sleeping|heart|by|each|every|evening's|following|\w+'s|amount|bit|little|total|nightly|once|old|red|blue|white|small|big|MASS|GRAM) ){0,6}"
)
_OBJECT = r"(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN|amount|pack|protocol|strength|it|them|that|this|one)\b"
_STRONG_OBJECT = alternatives(r"\b(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN|amount|strength)\b")
_OFF = r"(?:(?:back|down|up|off|out|over|in)\b )?(?:on |from |of |with |to )?"
_PHRASES = alternatives(
    r"\b(?:drug|MED|treatment|chemo|pill|tablet) holidays?\b|\b(?:a |short |brief |little |the )*(?:break|holiday|rest|pause|gap|time out|time off|vacation|day off|days off|week off|night off) (?:from|without|off) (?:the |your |his |her )?(?:DRUG|SUPP|MED|FORM|DOSE|it)"
    r"|\b(?:leave|leaving|leaves) (?:it|that|them|tonight's|today's|tomorrow's|one|this one|that one)\b(?: \w+){0,3}? (?:out|off|aside)\b|\b(?:leave|leaving) (?:off|out) (?:the|your|one|tonight's|today's|it|an?|his|her|that|this|DRUG|SUPP|MED|NUM|every)\b|\b(?:leave|leaving) (?:the|your|this|his|her|that) (?:\w+ ){0,3}?(?:out|off)\b|\b(?:half|a third|a quarter|quarter|double|twice|less|more|fewer|three quarters|NUM %|NUM percent) (?:of )?(?:what|as much|the amount|the DOSE|your DOSE|your usual|the usual|your normal|the normal|of the DOSE|of it|the FORM|than the label|than what|than you|than usual|than prescribed|than your)\b"
    r"|\b(?:half|a half|quarter) (?:a |of (?:a |the |your )?)?(?:FORM|DOSE)\b|\bthe full amount\b|\ba bit (?:more|less) (?:than|of)\b|\b(?:larger|smaller|higher|lower|lowest|highest|stronger|weaker|next|old) (?:of the (?:NUM )?)?(?:strength|strengths|DOSE|NUM strengths)\b"
    r"|\b(?:takes?|taking|swallow\w*|have|having|give|giving|use|using) (?:a (?:bit|little) )?(?:fewer|less|more|extra|half|double|twice|NUM instead|another|an extra|an additional|a second|one more|NUM more)\b|\bevery (?:other|second|third) (?:day|night|week) instead\b|\b(?:take|have|use|give|swallow) (?:it|them|one|this) (?:only )?(?:on|every|at) (?:week ?days|week ?ends|weekdays|weekends|alternate|other|second)\b"
    r"|\bonly (?:on )?(?:week ?days|week ?ends|weekdays|weekends|alternate days)\b|\b(?:without|off) (?:it|the FORM|your (?:FORM|MED|DRUG)|DRUG|the MED|MED) for (?:a|NUM|one|the)\b|\b(?:go|going|goes|went|carry|get|getting|do|managing|manage) without (?:it|the|your|DRUG|them)\b|\bgo (?:back )?(?:up|down|on|off)\b(?= (?:to|by|with|a|the|on|it|your|DRUG|NUM|half|one)\b)"
    r"|\b(?:one|NUM) (?:step|level|strength|FORM|notch|size) (?:down|up|lower|higher|less|fewer|more|at a time|off)\b|\b(?:NUM|one) (?:FORM |DOSE )?(?:rather than|instead of|in place of) (?:NUM|one|the)\b|\b(?:cold turkey|phase (?:it|the|your|out)|let (?:the |your |his |her )?(?:DRUG|FORM|MED|DOSE|it)(?: FORM)? go|give (?:the |your |his |her )?(?:DRUG|FORM|MED|DOSE|it|tonight's \w+)(?: \w+)? a (?:miss|rest|break|skip))\b"
    r"|\b(?:needn't|no need to|don't have to|don't need to|doesn't need to|do not need to|doesn't have to|need not|not necessary to|no reason to|no longer need(?: to)?) (?:\w+ )?(?:finish|complete|take|continue|keep taking|use|give|carry on|bother|stay on|have)\b|\b(?:bring|bringing|take|push|move|get) (?:the |your |his |her )?(?:DRUG|FORM|DOSE|it|them) (?:down|up)\b|\b(?:NUM|one|a) (?:days?|weeks?|months?|weekend|years?) off (?:the |your |his |her )?(?:DRUG|FORM|MED|it|SUPP)\b|\b(?:NUM|one|a) (?:days?|weeks?) (?:longer|shorter|early|more|less|extra) (?:than|of)\b|\b(?:take|taking|have|use|using|give|giving) (?:it|them|the FORM|your FORM|the DRUG|DRUG|the MED) only (?:when|on|if|every|at|once|twice)\b|\bput(?:ting)? (?:the |your |his |her )?(?:DRUG|FORM|MED|it|them) (?:away|aside|by)\b|\blet (?:the |your |his |her )?(?:DRUG|MED|FORM|it) (?:run|go on|continue|ride)\b|\b(?:don't|do not) bother (?:with|taking|giving|about) (?:the |your |his |her )?(?:\w+ )?(?:FORM|DRUG|DOSE|MED|it|them)\b|\bmiss(?:ing)? out (?:on )?(?:a|the|one|your|NUM|today's|tonight's|DRUG) (?:\w+ )?(?:of |FORM|DOSE|DRUG)?\b|\bdouble (?:one|DOSE|FORM)\b|\b(?:switch|switching|change|changing|move|moving|go|going) (?:over )?to (?:every (?:other|second|third|NUM|day|night|week|morning)|once|twice|alternate|daily|weekly|a lower|a higher|half|just|only)\b|\b(?:NUM|one|an|half an) (?:hours?|minutes?|days?) (?:early|earlier|later|late)\b(?! (?:than|on)\b)|\b(?:finish|use up|get through) (?:the |your |his |her )?(?:\w+ )?(?:FORM|MED|DRUG|DOSE) (?:\w+ )?(?:over|in|within|by)\b|\bhold(?:ing)? (?:the |your |his |her )(?:\w+ )?MED\b|\bdo without\b|\b(?:double|half|extra|larger|smaller|second|bigger) (?:a )?(?:portion|helping|ration|share|round|lot) of (?:the |your )?(?:DRUG|SUPP|FORM|MED)\b|\b(?:follow|go by|use|take|go back to|stick to|return to) (?:the|your|an?) (?:old|previous|last|former|earlier) (?:\w+ )?(?:MED|DOSE|plan|label|schedule|strength|script|amount)\b|\b(?:gap|interval|rest|break|pause) of (?:NUM|one|an?) (?:days?|weeks?|hours?|nights?)\b|\b(?:a )?(?:quarter|third|half|NUM %|NUM percent|tenth|bit|little) (?:less|more|lower|higher|fewer|off)\b(?! (?:often|than (?:wo)?men|than (?:girls|boys|people|others)|likely|common))|\b(?:NUM %|NUM percent|half|two-thirds|three quarters) (?:of )?(?:the |your |his |her )(?:\w+ )?(?:DOSE|amount|strength)\b|\b(?:keep|keeping|stay|staying|get|getting|take|taking) (?:him |her |them |yourself )?off (?:the |your |his |her )?(?:DRUG|SUPP|MED|FORM|it|them)\b|\b(?:reduce|reducing|cut|cutting|lower|lowering|drop|dropping|increase|increasing|raise|raising|up|bump|adjust|go up|go down|trim|scale back|bring (?:it|the \w+) (?:down|up)) (?:it |them |the \w+ |your \w+ |this |that )?(?:down |up |back )?by (?:about |around |roughly )?(?:NUM|one|half|an?|another) ?(?:%|percent|quarter|third|half|FORM|MASS|step|each|every|tenth)?\b|\b(?:go|goes|going|move|moving|step|stepping|take it|bring it|come) (?:up|down) (?:a|one|another) (?:notch|step|level|size|strength|FORM|bit|gear)\b|\bput(?:ting)? (?:the |your |his |her )?(?:\w+ )?(?:DRUG|FORM|MED|it|them) on (?:hold|pause|ice)\b|\b(?:pick|picking|take|taking) (?:the |your |it|them|his |her )?(?:DRUG|FORM|MED)? ?up again\b|\b(?:take|have|give|use) (?:the|your|his|her|tonight's|this) (?:\w+ )?(?:one|FORM|DOSE|DRUG) (?:late|early|later|earlier|instead)\b|\b(?:stretch|widen|lengthen|shorten|increase|extend|change|move|shift) (?:the |your )?(?:interval|gap|time|times|hour|spacing|timing|day|schedule)s? (?:between|of|for|you take|i take|that|when|at which|to)\b|\bby itself instead of\b"
)
_DONT_TAKE = alternatives(
    rf"(?:{OPENING}|\byou (?:should|must|can) )(?:don't|do not|not|no|shouldn't|avoid) (?:take|taking|give|have|use|swallow|inject|start) (?:(?:him |her )?(?:your|the|his|her|this|that|tonight's|today's|tomorrow's|any more|the next) (?:\w+ ){{0,2}}?(?:DRUG|FORM|DOSE|MED|one)|it|them)\b(?=.{{0,40}}\b(?:this week|today|tonight|tomorrow|because|since|as long as|for NUM|for a|until|any more|anymore|now|while|if)\b)|\b(?:don't|do not) (?:take|give|use|swallow|inject) (?:\w+ )?(?:DRUG|FORM|DOSE|MED)\b(?=.{{0,20}}\b(?:this week|today|tonight|tomorrow|for NUM|for a|any more|anymore)\b)"
)
_FINE = alternatives(
    r"\b(?:ok|okay|fine|safe|alright|all right|harmless|reasonable|sensible|acceptable|best|better|wise|wiser|smart|simplest|easiest|no problem|no harm|harm in|won't hurt|wouldn't hurt|doesn't hurt|not hurt|doesn't matter|don't worry|worth|try|trying|consider|suggest\w*|recommend\w*|advise|advice is|feel free|go ahead|no need|don't need|"
    r"i'd|i would|let's|time to|possible to|allowed to|can be|may be|might be|could be|should be|ought to be|free to|prefer|option is|idea is|fix is|thing is|trick is|room to|answer is|what works|tip|remedy is|start by|by|okay to|instead|rather|simply|just|please|always|then|do the same|like you|plan is|enough to|ready to|welcome to|safely|tomorrow|tonight|today|plenty|settles?|helps?|usually|often|nothing wrong (?:with|in)|nothing (?:bad |terrible |much |awful )?(?:will )?happens?|big deal|no drama|matters? little|can't hurt|couldn't hurt|never hurts|perfectly|right move|makes sense|sense to|advisable|could always|might as well|i'd have|why not|how about|what about|have you (?:tried|thought|considered)|opt for|let yourself|allow yourself)\b"
)
_GOOD = alternatives(
    r"\b(?:fine|ok|okay|safe|helps?|works?|settles?|fixes|solves|harmless|won't hurt|no harm|usually|often|alright|sensible|reasonable|enough|sorts?|eases?|does the trick|good idea|the answer|best|cures?|clears?|stops the|plenty|begins?|starts?|usual|right|something you can|you can do|yourself|wise|smart|advisable|appropriate|indicated|preferable|better|makes sense|recommended|way to go|move|option|normal|reassuring|painless|sensible|sufficient|will do|should do)\b"
)
_BAD = alternatives(
    r"\b(?:danger\w*|harm(?:ful|s)?\b|risk\w*|lowers? the chance|lets? the|let (?:the )?leukemia|grow|worse\w*|fatal|relapse|serious|discussed|lose|resistan\w*|not a reason|isn't a reason|wrong|mistake|unsafe|stop\w* working|less well|less effective|work less|come back|raise\w* the)\b"
)
_NEGATION = alternatives(
    r"\b(?:not|never|n't|don't|doesn't|didn't|shouldn't|mustn't|can't|cannot|won't|wouldn't|isn't|aren't|nobody|no one|avoid|without|against|resist|nor|neither|rather than|instead of|before|whether|why|reason to|tempt\w*|wish to|urge to|if you (?:ever )?(?:want|wish|need|think|plan)|no|who|how|refus\w*|question of|decide (?:if|when|to)|afraid)(?: \S+){0,6}? ?$"
)
_NOT_NEGATION = alternatives(
    r"\b(?:(?:no|nothing) (?:wrong|problem|harm|need|longer|trouble|issue|risk)|won't (?:hurt|harm|matter)|(?:don't|do not|doesn't|does not) (?:need|have) to|no reason not|not a problem|isn't (?:dangerous|a problem|harmful)|wouldn't hurt|why not|don't worry)\b[^.]{0,40}$"
)
_CONDITION = alternatives(
    r"\b(?:unless|except when|except if|only if|only when|but|though)\b(?! (?:your|the|his|her) (?:\w+ )?(?:team|doctor|nurse|pharmacist|clinic|oncologist|h?a?ematologist|specialist|hospital|ward|consultant)| (?:you|a|an|told|they|advised|instructed|directed|asked|told)\b)"
)
_THIRD = alternatives(
    r"(?:^|, |\bthat |\bwhile |\bbefore |\bwhen |\band |\bbecause )(?:\w+ ){0,3}?(?:some|many|most|few|other|people|patients|adults|children|doctors|hospitals|trials|studies|researchers|they|those)\b(?! (?:like|of you))"
)
_LIKE_YOU = alternatives(r"\b(?:like you|do the same|you too|so (?:can|could|should|may) you|and you|your own)\b")
_OTHER_SUBJECT = alternatives(
    r"(?:^| )(?:chemo|MED|DRUG|SUPP|FORM|leukemia|cells?|counts?|it|this|that|which|symptoms?|rash|bleeding|side effects?|infections?|body|tests?|treatment|pump|the NUM|levels?|effects|antacids|food|grapefruit|smoking) (?:\w+ ){0,2}?(?:can|may|might|could|will|would|to|does|do|should)? ?$"
)
_JOURNEY = alternatives(r"\b(?:trip|travel\w*|luggage|suitcase|spare|delayed|customs)\b")
_TRAVEL = alternatives(
    r"\b(?:trip|travel\w*|suitcase|luggage|hospital bag|pharmacy|delivery|refill|fridge|store|storage|leaflet|appointment|toilet|bin|list|questions?|bracelet|card|home|sun)\b"
)


@cache
def _verb_pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted({form for verb in verbs for form in forms(verb)}, key=len, reverse=True)
    return re.compile(rf"\b(?P<verb>{'|'.join(words)}) {_OFF}{_DETERMINERS}{_OBJECT}")


def ordered_verb(text: str, verbs: str) -> re.Match[str] | None:
    """The first verb of a list that is an order or is put to a person ("take", "you can take", "have him take")."""
    return _ordered(verbs).search(text)


@cache
def _ordered(verbs: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{OPENING}(?:(?:just|please|simply|also|always|go ahead and|keep|have (?:him|her|them)|let (?:him|her|them)|you|best|try) )?|{PERSON}(?:'d|'ll)? (?:\w+ ){{0,2}}?{MODAL} (?:\w+ ){{0,2}}?)(?P<verb>{verbs})\b"
    )


_PARTICLE = alternatives(
    r"\b(?:come(?! back)|coming(?! back)|go(?! (?:out|over)\b)(?! back\b(?! (?:on|up|down)\b))|going(?! (?:out|over)\b)(?! back\b(?! (?:on|up|down)\b))|get(?! (?:up|out|back|over|down)\b)|getting(?! (?:up|out|back|over)\b)|stay(?! (?:up|back|out|over|down))|ease|easing|wean\w*|taper\w*|back|step|stepping|move|moving|cut|cutting|scale|scaling|dial|dialing|top|topping|bump|bumping|ramp|ramping|put|putting|leave|leaving|hold|holding|drop|dropping|take|taking|let|push|space|spacing|stretch|build|building|turn|turning|carry|catch|make|making|double|doubling|up|phase(?= (?:it|your|DRUG|them)\b)|slow|tail|start|starting|add|adding|knock|switch|throw|spread|try|titrate) "
    r"(?:yourself |him |her |them |it |a bit |slowly |gradually |straight |right |back |again |gently |(?:the |your |his |her )?(?:\w+ )?(?:DRUG|FORM|MED|DOSE|SUPP)(?: FORM| MED| DOSE)? ){0,2}(?:off|back|down|up|out|over|again|early|late|less|more|fewer|extra|instead|in half|apart|later)\b(?: (?:on|with|from|to|of|for|by|the|your|his|her|a|it|them|taking|using|that|this|those|these|over|after|at|while|once|when|if|until|slightly|next|in)\b| ?$| ?,| DRUG| SUPP| MED| FORM)"
)


_PROPOSES = alternatives(r"\b(?:why not|how about|what about|why don't|have you (?:tried|thought|considered)|what if you|could you (?:just|simply|try))\b")
_ALONE = alternatives(
    r"\b(?:halve|halving|taper\w*|wean\w*|drug holiday|protocol|what you (?:take|are on|have now)|than the label|than (?:you are|you're) (?:taking|on)|full amount|strengths?|usual amount|take (?:it|them|one|NUM)|(?:miss|missing|skip|skipping) (?:a )?(?:NUM|one|some|odd) (?:days?|nights?|weeks?)|by (?:NUM|half|a) (?:%|percent|quarter|third)|(?:quarter|third|half|NUM %|NUM percent) (?:less|more)|(?:switch|switching|change|go|going) to (?:every|once|twice|alternate)|(?:skip|leave|omit) (?:that|this) one|double (?:it|the (?:following|next|other))|doubling it|doubl(?:e|ing) up|half (?:of )?(?:your|the|his|her) (?:normal|usual|regular|current)|the (?:morning|afternoon|evening|night|noon|lunchtime|bedtime) (?:one|DOSE)|(?:previous|old|same|usual|former) (?:amount|strength)|half the amount)\b"
)
_NOUN_START = alternatives(
    r"(?:gap|interval|half|quarter|an?|the|short|brief|little|twice|less|more|fewer|larger|smaller|higher|lowest|highest|stronger|weaker|next|old|only|every|one|NUM|drug|MED|treatment|chemo|pill|tablet|without|off|break|holiday|rest|gap|days?|week|three|extra|bigger|second|pause from|lower (?:of|strength|DOSE)|double (?:portion|lot|share))\b"
)


def told_change(sentence: Sentence, window: Window, index: int) -> Span | None:
    """Where a sentence tells the person to change a treatment; None when it forbids it, leaves it to the team, or speaks of others."""
    text = sentence.text
    if (sentence.end == "?" and not _PROPOSES.search(text)) or history(sentence) or not (window.spoken(index) or _ALONE.search(text)):
        return None
    if _JOURNEY.search(text):
        return None
    if _TRAVEL.search(text) and not _STRONG_OBJECT.search(text):
        return None
    for match in _matches(text):
        if not _NO_CHANGE.match(text, match.start()) and _is_told(sentence, window, index, match):
            return match.span()
    return None


_NO_CHANGE = re.compile(
    r"(?:first |each |every |next |second |third )?phases? of\b|(?:switch|switches|switching|turn|turning|shut|shutting) (?:it|them|that|this) (?:off|on)\b|(?:missing|skipping|stopping|changing|halving) (?:\w+ ){0,4}(?:can|may|might|could) (?:make|let|lower|cause|raise|lead|allow|mean)\b|(?:stop|stopping|keep|keeping) (?:it|them|this) from\b|higher DOSE of \w+ for any\b"
)
_PASSIVE = alternatives(
    r"\b(?:(?:your|his|her|my|this|that|the) (?:\w+ ){0,3}?(?:DRUG|SUPP|FORM|DOSE|MED|SHOT|amount)(?: DOSE| FORM)?|DRUG|SUPP|it|they) (?:\w+ ){0,2}?(?:can|could|may|should|might|must|ought to|needs? to|has to|have to|will|would|deserves? to|is to|are to) (?:\w+ )?be (?:\w+ )?"
    r"(?:reintroduced|brought|stopp?ed|halved|doubled|tripled|skipped|split|cut|reduced|lowered|decreased|increased|raised|held|paused|suspended|interrupted|resumed|restarted|switched|swapped|replaced|changed|adjusted|tapered|weaned|dropped|omitted|left out|delayed|postponed|crushed|opened|repeated|withheld|discontinued|bumped|upped|missed|spaced|taken (?:less|more|only|every|twice|once))\b"
    r"|\b(?:your|his|her) (?:\w+ ){0,2}?(?:DRUG|FORM|DOSE|MED|SUPP)(?: DOSE)? (?:can|could|may|should|might) (?:\w+ )?(?:go (?:up|down|back)|come (?:down|off)|wait|start again|rest)\b"
    r"|\b(?:have|get|having|getting) (?:your|his|her|the|my) (?:\w+ ){0,3}?(?:DRUG|FORM|DOSE|MED)(?: DOSE)? (?:stopped|halved|doubled|cut|reduced|lowered|increased|raised|paused|switched)\b"
)
_CELL = alternatives(r"(?<=[|:] )(?:stop|hold|pause|skip|halve|double|restart|resume|half|full|miss)\b(?= ?$| ?[,|]| until| if| when| for| then| and| it| them| the)")
_HOLD = alternatives(
    rf"\b(?:hold|holding|miss|missing|leave|leaving|change|changing|forget|open|opening|repeat|repeating|push|pushing|move|moving|shift|shifting|bring forward|bringing forward|up|upping|spread|spreading|slow|save) {_OFF}{_DETERMINERS}(?:DRUG|SUPP|FORM|DOSE|SHOT)\b"
)


_PARTICLES = frozenset("off back down up out over again early late less more fewer extra instead half apart later".split())
_REFUSALS = frozenset("don't not no shouldn't avoid do".split())
_ORDER_WORDS = frozenset("stop quit halve restart resume double skip hold wean taper ease start begin continue carry".split())


@cache
def _gates() -> tuple[tuple[re.Pattern[str], frozenset[str] | None], ...]:
    """Each pattern with the words of which it needs one; a pattern runs only where such a word stands."""
    strong = frozenset(form for verb in STRONG for form in forms(verb))
    weak = frozenset(form for verb in WEAK for form in forms(verb)) | strong | {"upping"}
    return (
        (_verb_pattern(STRONG), strong),
        (_PHRASES, None),
        (_PARTICLE, _PARTICLES),
        (_DONT_TAKE, _REFUSALS),
        (_BARE_VERB, weak),
        (_HOLD, weak),
        (_PASSIVE, frozenset(("be", "have", "get", "having", "getting", "go", "come", "wait", "start", "rest"))),
        (_CELL, frozenset(("|", ":"))),
        (_ORDER, _ORDER_WORDS),
    )


def _matches(text: str) -> list[re.Match[str]]:
    words = frozenset(text.split(" "))
    found = [match for pattern, needed in _gates() if needed is None or not words.isdisjoint(needed) for match in pattern.finditer(text)]
    return sorted(found, key=lambda match: match.start())


_ORDER = alternatives(
    r"(?:^|, |; |\b(?:and|then|just|simply|please|honestly|now|so) )(?:just |simply )?(?:stop|quit|halve|restart|resume|double up|skip|hold off|wean off|taper off|ease off|start again|(?:restart|resume|start|begin|continue|carry on) (?:at|on|with) (?:the |your )?(?:previous|old|same|lower|higher|former|usual|half|full)(?: \w+)?)(?= ?$| ?,| then\b| until\b| now\b| on (?:mon|tue|wed|thu|fri|sat|sun)\w*| tomorrow| today| tonight| since you| the next| because| for (?:a|NUM|one)\b)"
)


_BARE_VERB = alternatives(
    r"\b(?:halve|halving|double|doubling|taper|restart|resume|repeat|miss|missing|skip|skipping) (?:it|them|tonight's|today's|tomorrow's|(?:a )?NUM (?:days?|nights?|weeks?)|(?:one|NUM)(?= ?$| ?,| if| when| now| of))\b|\b(?:repeat|repeating|miss|missing|change|changing|open|opening|crush|forget) (?:\w+ ){0,3}?(?:DRUG|FORM|DOSE)\b|\b(?:finish|finishing|end|ending) (?:\w+ ){0,3}?(?:DRUG|FORM|MED|DOSE|pack|it|them) (?:\w+ )?early\b|\badd (?:an? |another |one |NUM )(?:\w+ ){0,2}?(?:FORM|DRUG|DOSE|SUPP)\b|\b(?:start|begin|starting) (?:\w+ ){0,2}?(?:DRUG|FORM|MED|DOSE|it) (?:again|anew|back)\b"
)


def _is_told(sentence: Sentence, window: Window, index: int, match: re.Match[str]) -> bool:
    text = sentence.text
    before, after = text[: match.start()], text[match.end() :]
    if not _STRONG_OBJECT.search(match[0]) and not window.spoken(index) and not _ALONE.search(text):
        return False
    if match.re is not _CELL and sentence.topics & {"FOOD", "DRINK"} and not re.search(r"\b(?:DRUG|FORM|DOSE|SHOT|MED|it|them)\b", match[0]):
        return False
    negated = _NEGATION.search(before[-60:]) is not None and not _NOT_NEGATION.search(before)
    if re.search(r"\b(?:took|taken|swallowed|had|given|gave) (?:\w+ )?$", before):
        return False
    if negated and match.re is not _DONT_TAKE:
        condition = _CONDITION.search(after)
        if condition is None or hands_off(text, match.start()):
            return False
        return condition[0] not in ("but", "though") or (_FINE.search(after, condition.end()) is not None and re.search(r"\b(?:not|never|don't)\b", before) is not None)
    if hands_off(text, match.start()):
        return False
    gerund = re.match(r"(?!bring\b)\w+ing\b", match[0]) is not None
    if (gerund and _BAD.search(after) and not _GOOD.search(after)) or (_BAD.search(before) and not _NOT_NEGATION.search(before)):
        return False
    if _THIRD.search(before) and not _LIKE_YOU.search(text) and not re.search(r"\byou\b", before):
        return False
    if match.re is _CELL:
        return True
    if match.re is _PASSIVE:
        return re.search(r"\b(?:your|his|her|my|should|can|could|ought)\b|\bbe (?:cut|crushed|opened|split|halved)", match[0]) is not None and not re.search(
            r"\b(?:by|if) (?:your|the|a|his|her) \w+|\b(?:doctors?|team|sometimes|people|patients|some|many)\b", text
        )
    if match.re is _DONT_TAKE or (match.re is _PHRASES and match[0].startswith(("don't", "do not", "needn't", "no "))):
        return not _BAD.search(text)
    return _directed(before, after, gerund, _NOUN_START.match(match[0]) is not None)


_TAKES = alternatives(rf"(?:{OPENING}|{PERSON}(?: \S+){{0,5}} )(?:{TAKE}|go with|get by on) (?:\w+ ){{0,4}}$")


def _directed(before: str, after: str, gerund: bool, noun: bool) -> bool:
    """Whether the words around a change put it to the person: an order, "you can", "it is fine to", "… usually helps"."""
    tail = before[-70:]
    if (
        re.search(rf"(?:{OPENING})(?:\w+ly |just |please |also |then |you |go ahead and |have (?:him|her|them) |let (?:him|her|them) |simply |try to |best )?$", tail)
        and not gerund
        and not noun
    ):
        return (
            not tail.endswith(" to ")
            or _FINE.search(tail[-40:]) is not None
            or (
                _OTHER_SUBJECT.search(tail.removesuffix("to ")) is None
                and not re.search(r"\b(?:used|had|has|have|have|started|began|allow\w*|lets?|help\w*|mean\w*|doctor\w*|team\w*) to $", tail)
            )
        )
    if re.search(rf"{PERSON}(?:'d|'ll)? (?:\S+ ){{0,6}}$", tail) and not re.search(
        r"\b(?:if|when|since|because|after|before|that|which|as|why|once) (?:you|he|she|they|we|i)(?:'ve|'re| have| are)? ?(?:\w+ )?$", tail
    ):
        return True
    if re.search(
        r"\b(?:will|would|should|may|might|could) (?:go|stop|settle|improve|ease|get better|help|calm|fade|pass|vanish|be better|work|disappear)\b.{0,20} (?:if|once|when) you (?:just |simply )?$",
        tail,
    ):
        return True
    if noun and _TAKES.search(tail):
        return True
    if _OTHER_SUBJECT.search(tail):
        return False
    if _FINE.search(tail):
        return True
    if noun and re.search(r"\b(?:isn't|not|never|aren't|no)\b", after[:40]):
        return False
    return _GOOD.search(after) is not None and (gerund or len(before.split()) <= 2 or bool(re.search(r"(?:^|[,:] |\b(?:a|an|the|of|,|short|and|then) )(?:\w+ ){0,3}$", tail)))


def change_spans(text: str) -> list[re.Match[str]]:
    """Every mention of changing a treatment in a marked text, told or asked."""
    return _matches(text)
