"""Short, soft and roundabout advice about an amount or a change: "half will do tonight", "nobody would notice three rather than four"."""

from __future__ import annotations

import re

from leukchat.safety.dosing.alternatives import alternatives
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window, history

Span = tuple[int, int]
_START = r"(?:^|^(?:yes|sure|ok|okay|well|then|so|just|simply|no problem|maybe|perhaps|fine) ,? ?)(?:just |simply |you (?:can|could|may|might) |please )?"
_IT = r"(?:it|them|that|this|one|that one|this one)"
_AMOUNT = r"(?:NUM|one|half|a half|double|twice|a quarter|a third|both|another|a couple)"
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|tonight|today|tomorrow|bad days|good days|\w+ days|days? off)"
_SHORT = re.compile(
    rf"{_START}(?:leave|skip|drop|miss|hold|pause|split|halve|double|stretch|ditch|park) {_IT}\b(?! (?:on the|in (?:the|a)|to your|with your|at the|here|alone|there|at room|upright|still|against|down))|{_START}(?:up|raise|lower|drop|cut|reduce|increase|bump|push|trim) {_IT} (?:up |down )?by\b"
    rf"|^back to (?:the |your )?(?:full|old|normal|half|usual|whole|previous|regular) (?:strength|amount|DOSE|level|one|FORM)?|{_START}(?:have|take) (?:another|two|NUM more|one more)\b(?! (?:look|breath|breaths|rest|walk|nap|photo|test|copy|sample|bite|sip|cushion|day|chair|seat|minutes?|hours?|days?|weeks?|deep|steps?|person|people|\w+s\b))|{_START}{_AMOUNT} (?:will|should|would|'ll) (?:do|be enough|suffice|cover)\b"
    rf"|{_START}make (?:it|that) (?:NUM|half|double)\b|{_START}stay off {_IT}\b|{_START}let it rest (?:till|until|for)\b|^every (?:second|other|third|NUM) (?:days?|nights?|weeks?) (?:is|will|would|should) (?:be )?(?:enough|fine|do|ok|plenty)\b|^NUM ,? (?:with|before|after|at) (?:dinner|lunch|breakfast|supper|food|a meal|bed|night)\b|^(?:NUM|one|half) (?:instead of|rather than|not) (?:NUM|one|half)\b"
    rf"|^{_AMOUNT} (?:is|are) (?:fine|enough|okay|ok|plenty|right|safe)(?: (?:tonight|for now|on {_DAYS}|today|instead))?$|^only (?:on )?{_DAYS}$|^NUM (?:tds|bd|qds|bid|tid|qid|qhs|qd|eod|od)\b"
)
_OWN_WORDS = alternatives(
    r"\b(?:go|move|switch|change|cut back|drop) from (?:daily|once|twice|every \w+|NUM|full|nightly|weekly) (?:\w+ ){0,2}?to (?:every|once|twice|daily|weekly|NUM|half|alternate|nightly)\b|\b(?:half|a half|quarter) (?:a |of a )?FORM (?:eod|od|bd|qd|qod|daily|nightly)\b|\bNUM (?:tds|bds?|qds|eod|qid)\b|\bhold (?:>=?|≥|if|for) ?(?:gr\w*|NUM)|\bresume (?:at )?,? ?(?:NUM|one|-) ?(?:level|lvl|step)"
    r"|\b(?:go|step|come) (?:back )?(?:up|down) (?:to NUM|once|when|after|as soon as|by NUM)\b|\bdouble (?:tomorrow|tonight|today)(?:'s)?\b|\bNUM for NUM\b|\b(?:oral|iv|FORM) and (?:oral|iv|FORM) are the same\b|\b(?:miss|skip|omit) (?:tonight's|today's|tomorrow's|this evening's|the evening's)(?= ?$| ?[,]| and| if| dose| one| FORM)|\b(?:NUM|one)(?: FORM)? is what (?:an?|you|he|she|most)\b"
    r"|\bstart (?:low )?(?:, )?(?:say |at |with |on )(?:about )?NUM\b(?! (?:steps?|minutes?|walks?|laps?|%))|\b(?:climb|go up|step up|build up|increase|creep up|come down|step down|drop) by (?:NUM|one) (?:each|every|a|per)\b|\b(?:take|give|use|have|swallow) (?:it|them|this|one) (?:only )?every (?:second|other|third|NUM)\b|\b(?:NUM|one|a) weeks? on ,? ?(?:and )?(?:then )?(?:NUM|one|a) weeks? off\b|\b(?:fall|falls|drop|drops|go|goes|rise|rises|are|is) (?:below|under|above|over) NUM ,? ?(?:pause|hold|stop|halve|skip|restart|resume|go again|wait)\b"
    r"|\b(?:run|hang|infuse|push) (?:the |it |that |his |her |your )?(?:\w+ )?(?:bag|drip|MED|SHOT|it|VOL)? ?(?:in )?(?:over|at|in) (?:NUM|one|half|an?) (?:hours?|minutes?|VOL|mins?)\b|\b(?:drop|skip|leave out|omit) the (?:noon|morning|evening|night|lunchtime|midday|bedtime) (?:one|FORM|DOSE)\b|\b(?:shift|move|bring|push|put) (?:it|DOSE|them|the (?:DOSE|FORM|DRUG|MED)|your (?:DOSE|FORM|DRUG|MED)) (?:forward |back )?to (?:the )?(?:morning|evening|night|bedtime|noon|breakfast|lunch|dinner|NUM|CLOCK)\b"
    r"|\bMASS ?[:=] ?NUM\b|\bNUM \) MASS\b|\b(?:wk|week|day|w) ?NUM ?[,:] NUM\b(?! (?:people|patients|%|percent|hours?|days?|weeks?|tests?|visits?|samples?|adults))"
)
_LEVEL = r"(?:half|higher|lower|smaller|stronger|weaker|larger|bigger|full|old|whole|quarter|double|previous|next|adult|adult's|children's|child's|kids'?|maximum|minimum)"
_SPOKEN = alternatives(
    rf"\b(?:stick|keep|go|goes|back|stay|return|drop|down|up|move|switch|settle|begin|start|restart|resume|again|remain|continue|step|carry on) (?:back )?(?:on|to|with|at|from|by) (?:the |your |a |his |her )?(?:{_LEVEL} (?:amount|DOSE|strength|FORM|one|level)|half\b|(?:same |the )?amount (?:you|he|she|that)|what you (?:took|had))"
    rf"|\b(?:half|a quarter|a third|two-thirds|double|twice|most) of (?:what|the amount|whatever) (?:is|it|you|he|she|the|your|they)\b|\b(?:amount|DOSE|number|rate|strength|interval|gap) (?:should|can|could|may|must|needs to|has to|ought to|might) (?:\w+ )?(?:go|come|be) (?:up|down|raised|dropped|halved|doubled|lowered|cut|increased|reduced)\b|\b(?:turn|dial|take|bring|ease) (?:the |your |it )?(?:rate|drip|pump|flow|DOSE|amount|FORM)? ?(?:up|down) (?:to|by|a bit|slightly|if|when|until)\b"
    rf"|\b{_LEVEL} (?:FORM|DOSE|one|strength|amount) is (?:the|your|what|enough|fine|better|right)\b|\bright DOSE (?:for \w+ )?(?:is|would be)\b|\bbump (?:\w+ ){{0,4}}?up\b|\b(?:nibble|shave|slice|chip|knock|take|cut|trim) (?:off )?(?:an? )?(?:bit|half|quarter|third|corner|piece|little|sliver)\b"
    r"|\b(?:most people|people|folks|patients|many|some|others|you) (?:(?!not\b|never\b)\w+ ){0,3}?(?:nibble|break|snap|chop|bite|cut|split|space|stretch|ration|go easy|back off|ease off|cut back|cut down|step down|double up|top up)\b|\b(?:take|have|go on|follow) (?:the )?(?:missed|forgotten|skipped) (?:one|half|DOSE|FORM|\w+)\b|\bleave out (?:tomorrow's|tonight's|today's|the next|the following|one|every)\b|\b(?:repeat|redo|take) the (?:whole|full) (?:amount|DOSE|lot)\b|\bcatch up (?:by|with|on|over)\b(?! (?:sleep|rest|school|friends))"
    r"|\bif (?:you|he|she) (?:took|had|used|swallowed|tried|skipped|missed|gave) (?:NUM|one|half|an?) (?:rather than|instead|less|more|fewer|or)\b|\bNUM of (?:the|those|these|your) (?:NUM s|NUM|small|big|old|red|blue|white|pink|yellow|green|little)\b|\b(?:one more|another(?: one)?|an extra(?: one)?|one extra|NUM more) (?:tonight|now|today|tomorrow|keeps|in NUM|in an|later|at|if|when|won't|is|would|should|will|can)\b|\bas many as you (?:need|like|want)\b|\b(?:don't|not|never) (?:pass|exceed|go over|go above|go past) (?:NUM|one)\b"
    r"|\b(?:on|for) (?:rough|bad|good|easy|hard|chemo|work|gym|rest|quiet|travel|weekend) days? (?:take|one|NUM|half|have|you|skip)\b|\b(?:NUM|one|half) (?:is|are) (?:enough|plenty|the limit|the most)\b|\bonly (?:on )?(?:odd|even|alternate|work|chemo) (?:dates|days|weeks)\b|\btaking (?:it|them|these) (?:on|only|every|once|twice)\b|\bone to one\b|\b(?:same thing|twice as strong|half as strong)\b|\b(?:NUM|one) FORM (?:less|more|fewer|extra)\b|\b(?:cut|take|drop|shave|knock) (?:a |one )?(?:quarter|third|half|NUM) (?:off|from)\b"
    r"|\b(?:pinch|bit|little|touch|dash|smidgen) (?:more|less|extra) (?:DRUG|MED|of)\b|\bDOSE in (?:NUM|one|half)\b|\bin (?:NUM|one) (?:parts|portions|goes|halves|sittings)\b|\b(?:one|NUM|an) extra (?:DRUG|FORM|DOSE)\b|\bdouble DOSE\b.{0,40}\b(?:not a problem|no problem|fine|harmless|go ahead|okay|ok)\b|\b(?:pick|choose) NUM\b|\b(?:FORM|DOSE|one) is optional\b|\bDRUG can be (?:doubled|halved|tripled|skipped|stretched)\b(?! (?:by|only))"
    r"|\b(?:sooner|later|earlier) than usual\b|\b(?:begin|start) again (?:with|a day|when|at|on|from|as soon)\b|\b(?:stop|pause|hold) both\b|\bone at a time\b|\bhold back (?:a |on )|\b(?:more generous|a bit more|a little more|a touch more|a bit less|a little less|a touch less) (?:at|in|on|of|with|before|after|until|than)\b|\bmove the (?:whole |full |entire )?(?:amount|DOSE|lot|FORM)\b|\bdropped to (?:one|NUM|once|half)\b|\b(?:try|have) (?:NUM|one|half) (?:with|before|after|at|rather)\b|\bloading DOSE is (?!an?\b|the first|usually|often|meant|used|given)|\bDOSE is (?:double|half|twice|NUM|one|the (?:smaller|larger|same|lower|higher))\b"
)
_HEADED = alternatives(
    r"\b(?:week|day|month|step|phase|w|wk|morning|evening|noon|night|usual|normal|if \w+(?: \w+)?|then|start|after|below|under|above|over)\b(?: (?:NUM|one))? ?[,:|]? (?:about )?(?:NUM(?= ?$)|none\b|pause\b|hold\b|resume\b|half\b|NUM less\b|stop(?= ?$))|\b(?:under|below|above|over|less than|more than) NUM ?: ?(?:pause|hold|stop|resume|halve|half|full|skip|restart|none)\b|^(?:\[ ?\] )?(?:NUM|one|third one|second one) (?:\w+ )?(?:at|in|with|before) (?:NUM|CLOCK|midnight|bedtime|breakfast|lunch|dinner|night|noon)\b"
)
_HINT = re.compile(
    r"\b(?:amount|label|limit|strength|nobody|pain|fever|swelling|pharmacy|swallow\w*|missed|forgot|threw up|vomited|by accident|kilos?|kg|clinic|NUM s|ones|too strong|between us|the brand|infus\w+|arm stings|as long as|comfortable with you|rash|itch\w*|counts|side effects|nausea|sickness)\b|\bNUM of the\b"
)
"""Words that make it likely that a text speaks of a medicine though it names none."""
_STUDY = alternatives(
    r"\b(?:halved|stopped|skipped|withheld|reduced|lowered|tapered|doubled|paused|used|took|received|gave|off|without)\b.{0,60}\b(?:NUM (?:MASS|GRAM|UNITS|FORM)|DOSE|DRUG|weekly|daily|monthly|NUM (?:days?|weeks?|months?)|half)\b"
)
_LIKE_STUDY = re.compile(r"\b(?:do|take|dose|use)(?: \w+){0,2} (?:like|as) (?:in )?the (?:trial|study|participants)\b")
_OTHER = re.compile(
    r"\b(?:stairs?|floor|hill|walk\w*|exercis\w*|nap|naps|sleep|steps?|laps?|visits?|visitors?|appointments?|tests?|scans?|meals?|snacks?|shower|bath|swim|sun|hat|mask|masks|gloves?|questions?|photos?|copies|pages?|chair|school|trip|seat|bandage|dressing|plaster|pad|cap|soap|toothbrush|gym(?! days)|yoga|screen|phone|towel|sheet|page|cells?|marrow|protein|gene|genes|chromosomes?|people|participants)\b"
)
_NEGATED = re.compile(
    r"\b(?:not|never|n't|don't|doesn't|shouldn't|can't|cannot|won't|avoid|nobody should|without|instead of|whether|if your|before|unless your|rather than|no one|why|how|who)(?: \S+){0,5} ?$"
)
_NOT_NEGATED = re.compile(r"\b(?:nobody|no one) (?:would|will|gets?|got|has|ever)\b|\bdon't (?:pass|exceed|go over|wait|worry)|\bnever (?:pass|exceed)|\bnot (?:pass|exceed)")
_TEAM = re.compile(r"\b(?:decides?|sets?|may|might|can|could|will|would|sometimes|often) (?:\w+ )?(?:lower|reduce|raise|change|adjust|pause|stop|hold|cut|start|plan)\b")
_HARMFUL = re.compile(r"^.{0,40}\b(?:harmful|dangerous|toxic|too much|poison\w*|fatal|deadly|overdose|can hurt|risky|unsafe)\b")
_SHORT_MARKS = 9


def told_advice(sentence: Sentence, window: Window, index: int, missed: bool = False) -> Span | None:
    """Where a sentence advises an amount or a change in few or soft words; None when it is about something else, forbids it or leaves it to the team.

    `missed` when a missed dose was spoken of before.
    """
    text = sentence.text
    copied = _LIKE_STUDY.search(text)
    if copied:
        return copied.span()
    if history(sentence) or sentence.topics & {"FOOD", "DRINK", "COST", "VACC", "TRIAL"} or "VACCINE" in text:
        return None
    spoken = window.spoken(index)
    if sentence.end == "?" and not text.startswith(("perhaps", "maybe", "why not", "how about")):
        return None
    lab = "LAB" in sentence.topics or "LAB" in window.topics
    for pattern, wanted in (
        (_SHORT, len(sentence.marks) <= _SHORT_MARKS and not sentence.topics and not window.topics & {"FOOD", "DRINK", "LAB"}),
        (_OWN_WORDS, not lab or spoken),
        (_SPOKEN, spoken or missed or (not lab and _HINT.search(text) is not None)),
        (_HEADED, spoken and len(sentence.marks) <= 2 * _SHORT_MARKS),
    ):
        found = pattern.search(text) if wanted else None
        if found and not _OTHER.search(text) and not _forbidden(text, found):
            return found.span()
    return None


def told_study(sentence: Sentence, window: Window) -> Span | None:
    """What a study's people took or left out, told to somebody who asked for a dose."""
    found = _STUDY.search(sentence.text) if window.asked and "TRIAL" in sentence.topics else None
    return found.span() if found else None


def _forbidden(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    return (
        (_NEGATED.search(before) is not None and _NOT_NEGATED.search(text) is None)
        or hands_off(text, found.start())
        or _TEAM.search(text) is not None
        or (_HARMFUL.search(text[found.end() :]) is not None and _NOT_NEGATED.search(text) is None and "not " not in text)
    )
