"""What to do about a missed, late or vomited dose, told as an order rather than "call your team"."""

from __future__ import annotations

import re

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
MISSED = Phrases(
    r"\b(?:miss(?:ed|es|ing)?|forg[eo]t(?:ten|ting)?|forgets?|slept in|late|overslept|slept through|skipped|vomit\w*|thr(?:ew|ows?|own) (?:(?:it|them|the \w+) )?up|puke[sd]? (?:it|them)? ?(?:up)?|c[ao]me (?:straight |right )?(?:back )?up|sick|"
    r"spit\w*|spat|brought (?:it|the \w+) up|lost (?:a|the) DOSE|overdue|since you should|remember(?:ed|s)? (?:it|that|the|within|before|after|later|too)|"
    r"as soon as (?:you|he|she) remember\w*|(?:just|only) remembered|missed time|(?:has|have|it's) been NUM (?:hours|days)|(?:NUM|one|half a|more|fewer|"
    r"less) (?:\w+ ){0,3}?(?:hours?|hrs?|days?|day|h) (?:have |has )?(?:passed|gone|went|late|left|away|overdue)|(?:hours?|day|days) (?:have|has) (?:passed|"
    r"gone)|to catch up|make up for|too late|(?:less|more|fewer) than (?:NUM|one|an|half) (?:\w+ )?(?:hours?|h|hrs|days?)(?= ?:| ?,| since| late| ago|"
    r" before| until| after| have| has))\b",
)
_TAKEN = (
    r"\bhave (?:it (?:now|then|as|straight|right|when|with|at|and|later|on|if|instead|tonight|today|tomorrow|before|after)|it(?= ?$| ?[,;])|(?:the|your|that|this|an?) (?:\w+ )?(?:FORM|DOSE|DRUG|one)|another|one(?! of)|both|NUM (?=at|with|now|today|tonight|then|instead)|today's|tonight's|yesterday's)\b",
    r"\b(?:takes?|give|inject|swallow) (?:(?:him|her|them) )?(?:it|that|the|this|another|one|NUM(?! (?:minutes?|hours?|days?|weeks?|seconds))|your|both|today's|tonight's|an?(?! (?:\w+ )?(?:breath|moment|look|seat|break|photo|note|rest|walk|nap|minute|day|week|while|bit|few|long|month|year|lot|copy|shower|taxi)\b)|as soon|straight|right|yesterday's|as)\b",
    r"\b(?:fine|ok|okay|safe|alright|allowed|possible) to (?:take|have|give|use|swallow|inject)\b",
    r"\bsame (?:amount|DOSE) again\b|\bgive (?:it|them|the (?:FORM|DOSE)) (?:to (?:him|her) )?again\b",
    r"\b(?:once more|a repeat)\b",
    r"\bgive (?:him|her|it) (?:the same|another|again)\b",
    r"\bhave it on\b",
    r"\btake an?\b(?! (?:\w+ )?(?:breath|moment|look|seat|break|photo|note|rest|walk|nap|minute|day|week|while|bit|few|long|month|year|lot|copy|shower|taxi)\b)",
    r"\b(?:can|may|should|could) (?:still )?be (?:given|taken|had|injected|swallowed|repeated|left)\b(?! (?:as|by|into|through|in)\b)",
)
_LEFT = (
    r"\b(?:leave|skip|forget|drop|omit|ignore) (?:it|that|the|this|them|your|DRUG|about)\b",
    r"\bwait (?:for|until|till)\b",
    r"\bno (?:repeat|replacement|extra)\b",
    r"\b(?:hours?|h|hrs) (?:late )?[:,]? ?(?:take|skip|leave|wait|have)\b",
)
_GONE_ON = (
    r"\b(?:carry|go) on (?:with|as)\b",
    r"\b(?:continue|resume|return|restart|start again|go back)\b(?= (?:to|with|as|at|today|tomorrow|from|the|your|DRUG|normal))",
    r"\b(?:next|following|usual|normal|regular|scheduled) (?:one|DOSE|FORM|hour|time|schedule|day's|day)\b",
    r"\bcarry on\b",
    r"\bas planned\b",
)
_REPEATED = (
    r"\b(?:repeat|redo) (?:it|the|that|this|him|her|DOSE)\b|\breplace (?:it|that|this|DOSE|the (?:missed|lost|forgotten|DOSE|FORM|one))\b",
    r"\b(?:do not|don't|no need to|never) (?:take any more|give any more|repeat|re-?dose|replace|double|take (?:it|NUM|another|the))\b",
    r"\ba replacement\b",
    r"\b(?:chase|compensate|replace) (?:for )?(?:the|it|that)\b",
)
_CAUGHT_UP = (
    r"\bmake (?:it|that|this) up\b",
    r"\bmake up for (?:it\b|(?:the|that|a|your|any) (?:\w+ )?(?:missed|forgotten|late|lost|skipped|one|DOSE|FORM|DRUG|MED)\b)",
    r"\bspace out\b",
    r"\badding it\b",
    r"\bcatch up\b",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:will do|is fine|works|would do|is ok|is soon enough)\b",
    r"\b(?:jump|get|hop|slot) back in\b|\bneed (?:no )?catching up\b",
)
_ACT = Phrases(_TAKEN, _LEFT, _GONE_ON, _REPEATED, _CAUGHT_UP)
_ITSELF = Phrases(
    r"\b(?:the|a|your|that|this) (?:missed|forgotten|late|skipped|overdue) (?:\w+ )?(?:one|DOSE|FORM|DRUG|MED|SUPP|SHOT)\b",
    r"\b(?:take|have) (?:the one|what) you (?:missed|forgot|skipped)\b",
    r"\bfor(?:get|got) that DRUG\b",
    r"\bskip(?:ped)? (?:DOSE|FORM)\b",
)


_OF_IT = Phrases(
    r"\bbeen NUM hours\b.{0,30}\b(?:skip|take|leave)\b",
    r"\b(?:miss(?:ed)?|forgot(?:ten)?|forget|remember(?:ed)?|vomit\w*|threw|spat|late)\b.{0,80}\b(?:take|have|give|inject|swallow|repeat|skip|leave|"
    r"carry) (?:on|it|them|the next|another|one|any more)\b",
    r"\bmissed time\b",
    r"\bmiss(?:es|ed)\b.{0,60}\b(?:next one|catching up|back in)\b",
)
_NOT_THEIRS = re.compile(r"\b(?:wards?|clinics?|hospitals?|pharmacy|pharmacies|people|teams?|cent(?:re|er)s?|recovery|freezing \w+) (?:\w+ )?$")
"""Who takes or has something that is no dose: "many wards have one on call"."""
ACTS = (_ACT,)
"""Phrases of which one must be in a sentence that says what to do about a missed dose."""
_HINTS = frozenset(
    "been in miss missed missing forgot forget forgets forgotten forgetting late later overslept slept skipped vomit vomits vomited vomiting "
    "threw throw throws thrown sick spit spits spat brought lost passed gone went left ago overdue since remember remembers remembered within "
    "than catch up still next due skip make".split()
)


def told_missed(sentence: Sentence, window: Window, index: int, missed_before: bool) -> Span | None:
    """An order about a dose that was missed; `missed_before` when the sentences or the question before it speak of one."""
    text = sentence.text
    if not missed_before and sentence.words.isdisjoint(_HINTS):
        return None
    if sentence.end == "?" or not (window.spoken(index) or missed_before or _ITSELF.search(text) or _OF_IT.search(text)):
        return None
    here = MISSED.search(text) or _ITSELF.search(text)
    if not here and not missed_before:
        return None
    act = _ACT.search(text)
    if act is not None and re.search(r"\b(?:not|\w+n't|don't|never) (?:\w+ )?$", text[: act.start()]):
        act = _ACT.search(text, act.end())
    if act is not None and ((act[0] == "catch up" and "you" not in text) or _NOT_THEIRS.search(text[: act.start()]) or "happens to every" in text):
        return None
    if act is not None and act[0].startswith(("make up for", "catch up")) and re.search(r"\b(?:not|never|\w+n't|don't)\b", text[: act.start()]):
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
