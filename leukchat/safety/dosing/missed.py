"""What to do about a missed, late or vomited dose, told as an order rather than "call your team"."""

from __future__ import annotations

import re

from leukchat.safety.dosing.alternatives import alternatives
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window, history

Span = tuple[int, int]
MISSED = alternatives(
    r"\b(?:miss(?:ed|ing)?|forg[eo]t(?:ten|ting)?|forgets?|slept in|late|overslept|slept through|skipped|vomit\w*|threw up|throws? up|thrown up|sick|spit\w*|spat|brought (?:it|the \w+) up|lost (?:a|the) DOSE|overdue|since you should|remember(?:ed|s)? (?:it|that|the|within|before|after|later|too)|as soon as (?:you|he|she) remember\w*|(?:just|only) remembered|missed time|(?:has|have|it's) been NUM (?:hours|days)|"
    r"(?:NUM|one|half a|more|fewer|less) (?:\w+ ){0,3}?(?:hours?|hrs?|days?|day|h) (?:have |has )?(?:passed|gone|went|late|left|away|overdue)|(?:hours?|day|days) (?:have|has) (?:passed|gone)|to catch up|make up for|too late|(?:less|more|fewer) than (?:NUM|one|an|half) (?:\w+ )?(?:hours?|h|hrs|days?)(?= ?:| ?,| since| late| ago| before| until| after| have| has))\b"
)
_ACT = alternatives(
    r"\b(?:takes?|have|give|inject|swallow) (?:(?:him|her|them) )?(?:it|that|the|this|another|one|NUM|your|both|today's|tonight's|a|an|as soon|straight|right|yesterday's|as)\b|\b(?:leave|skip|forget|drop|omit|ignore) (?:it|that|the|this|them|your|DRUG|about)\b|\bwait (?:for|until|till)\b|\b(?:carry|go) on (?:with|as)\b|\b(?:continue|resume|return|restart|start again|go back)\b(?= (?:to|with|as|at|today|tomorrow|from|the|your|DRUG|normal))|"
    r"\b(?:repeat|replace|redo) (?:it|the|that|this|him|her|DOSE)\b|\b(?:do not|don't|no need to|never) (?:take any more|give any more|repeat|re-?dose|replace|double|take (?:it|NUM|another|the))\b|\b(?:fine|ok|okay|safe|alright|allowed|possible) to (?:take|have|give|use|swallow|inject)\b|\bmake (?:it|that|this) up\b|\bmake up for\b|\b(?:next|following|usual|normal|regular|scheduled) (?:one|DOSE|FORM|hour|time|schedule|day's|day)\b|\bsame (?:amount|DOSE) again\b|\ba replacement\b|\bgive (?:him|her|it) (?:the same|another|again)\b|\bspace out\b|\badding it\b|\bcatch up\b|\bhave it on\b|\btake a\b|\bno (?:repeat|replacement|extra)\b|\bcarry on\b|\b(?:chase|compensate|replace) (?:for )?(?:the|it|that)\b|\b(?:can|may|should|could) (?:still )?be (?:given|taken|had|injected|swallowed|repeated|left)\b|\b(?:hours?|h|hrs) (?:late )?[:,]? ?(?:take|skip|leave|wait|have)\b|\bas planned\b"
)
_ITSELF = alternatives(
    r"\b(?:the|a|your|that|this) (?:missed|forgotten|late|skipped|overdue) (?:\w+ )?(?:one|DOSE|FORM|DRUG|MED|SUPP|SHOT)\b|\b(?:take|have) (?:the one|what) you (?:missed|forgot|skipped)\b|\bfor(?:get|got) that DRUG\b|\bskip(?:ped)? (?:DOSE|FORM)\b"
)


_OF_IT = alternatives(
    r"\bbeen NUM hours\b.{0,30}\b(?:skip|take|leave)\b|\b(?:miss(?:ed)?|forgot(?:ten)?|forget|remember(?:ed)?|vomit\w*|threw|spat|late)\b.{0,80}\b(?:take|have|give|inject|swallow|repeat|skip|leave|carry) (?:on|it|them|the next|another|one|any more)\b|\bmissed time\b"
)
_HINTS = frozenset(
    "been in miss missed missing forgot forget forgets forgotten forgetting late later overslept slept skipped vomit vomits vomited vomiting threw throw throws thrown sick spit spits spat brought lost passed gone went left ago overdue since remember remembers remembered within than catch up still next due skip make".split()
)


def told_missed(sentence: Sentence, window: Window, index: int, missed_before: bool) -> Span | None:
    """An order about a dose that was missed; `missed_before` when the sentences or the question before it speak of one."""
    text = sentence.text
    if not missed_before and sentence.words.isdisjoint(_HINTS):
        return None
    if sentence.end == "?" or not (window.spoken(index) or missed_before or _ITSELF.search(text) or _OF_IT.search(text)) or history(sentence):
        return None
    here = MISSED.search(text) or _ITSELF.search(text)
    if not here and not missed_before:
        return None
    act = _ACT.search(text)
    if act is not None and re.search(r"\b(?:not|n't|don't|never) (?:\w+ )?$", text[: act.start()]):
        act = _ACT.search(text, act.end())
    if act is not None and act[0] == "catch up" and "you" not in text:
        return None
    if act is not None and act[0] in ("make up for", "catch up") and re.search(r"\b(?:not|never|n't|don't)\b", text[: act.start()]):
        return None
    if act is None or hands_off(text, act.start()) or re.search(r"\b(?:appointments?|visit|meal|meals|school|period|test)\b", text):
        return None
    if re.search(r"\b(?:vomit\w*|sick|late)\b", text) and not re.search(r"\b(?:DRUG|FORM|DOSE|SHOT|MED|SUPP|it|swallow\w*)\b", text):
        return None
    if re.match(r"(?:never|do not|don't|please do not|please don't) (?:take (?!any more)|double)", act[0] + " ") and not re.search(r"\b(?:leave|skip|wait|carry on|next)\b", text):
        return None
    if text.startswith(("never", "do not take", "don't take", "please don't take")) and "double" in text:
        return None
    return act.span()
