"""When a medicine is taken, by elimination: a medicine, a time or an interval, and a sentence that puts it to the person."""

from __future__ import annotations

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.times import OFTEN, WHEN
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_AGENT = r"(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN)"
_INTERVAL = Phrases(
    r"\b(?:NUM|one|two|a|an|half an|a couple of|a few|several) (?:full |whole |more )?(?:hours?|hrs?|minutes?|days?|nights?|weeks?|months?|fortnight)\b",
    r"\b(?:morning|evening|night|noon|midday|bedtime|breakfast|lunch|dinner|supper|lunchtime|mid afternoon|waking|tea ?time|lights out|(?:mon|"
    r"tues|wednes|thurs|fri|satur|sun)days?|weekends?|weekdays?|the day (?:after|before)|the next day|straight after|right after|just before)\b",
)
_PUT = Phrases(
    r"^(?:(?:ok|okay|so|then|well|yes|sure|and|or|now|first|please|just|simply|always|only|better|best|maybe|perhaps|instead|tonight|today|"
    r"tomorrow|if [^,]{3,60},|when [^,]{3,60},|once [^,]{3,60},|with [^,]{3,60},|for [^,]{3,60},|at [^,]{3,40},|after [^,]{3,40},) ?,? ?)*"
    r"(?:don't |do not |never )?(?:take|have|give|use|swallow|inject|leave|let|keep|allow|wait|put|apply|suck|chew|drink|pop|spread|space|split|"
    r"start|begin|stop|continue|go on|carry on|hold|push|hang|run|fill|place|dissolve|rub|dab|spray|stick|wear|change|swap|repeat|add|mix|stir|"
    r"crush|try|aim for|finish|move|shift|bring|get|do|set)\b",
    r"\b(?:you|he|she|your \w+|the child|adults|children|kids|one|people like you)(?: \w+)? (?:should|must|ought to|need to|needs to|have to|"
    r"has to|can|may|could|might|want to|will need|take|takes|keep|keeps|use|uses|swallow|give|have|has|had better|would|are to|is to)\b",
    rf"\b{_AGENT} (?:\w+ ){{0,2}}?(?:should|must|ought to|needs? to|has to|have to|is to|are to|is best|are best|is better|works best|belongs?|"
    rf"goes|go|is split|are split|is taken|are taken|is swallowed|is given|are given|is due|falls|comes|is repeated|stays on|comes off|is changed|are changed|"
    rf"is put on|wants|can be (?:taken|given|repeated|swallowed|used)|may be (?:taken|given|repeated|swallowed|used))\b",
    r"\bi(?:'d| would| suggest| recommend| advise|'ll)\b|\b(?:best|better|usually|normally|ideally|preferably) (?:taken|swallowed|given|spread|"
    r"split|used|had)\b|\b(?:not sooner than|no sooner than|no earlier than|not before|not earlier than|at the earliest)\b",
)
_NOT_A_TIME = Phrases(
    r"\b(?:may|might|can|could|will) (?:\w+ )?(?:lose|feel|notice|find|see|get|be (?:tired|sick|sore|asked|given|told))\b|\bappetite\b|\btaste\b",
    r"\b(?:have|has|\w+'ve|had) (?:\w+ )?(?:been|had|taken|swallowed|used) (?:it|them|on|taking|these|those|this|the)\b.{0,30}\bfor\b",
    r"\bis an? (?:\w+ )?(?:DOSE|MED|SHOT|FORM|DRUG) (?:that|which|given|taken)\b",
    r"\b(?:blood|samples?|levels?) (?:is|are) (?:taken|drawn|measured|checked)\b|\bone (?:DRUG|MED) (?:runs|is given)\b.{0,40}\banother\b",
    r"\b(?:show you|walk you through|explain\w*|out of reach|sit with you|same time|tests?|tested|checked|visits?|clinic|hospital|cycles?|rounds?|scans?|sunscreen|clean\w*|dentures?|lips?|walk\w*|exercis\w*|"
    r"stretch\w*|yoga|mouth|rins\w*|temperature|protein|people|patients|most|many|some|remission|response|effects?|works? (?:for|in|within)|"
    r"stays in|in the (?:body|blood)|counts?|fridge|notes?|diary|alarm|questions?|"
    r"side effects?|symptoms?|sleep|tired\w*|awake|nausea (?:can|may|is|often)|recover\w*|approved|transfusions?|transplant|nurse|team|doctor|"
    r"pharmacist|delivery|refill|box|boxes|label|leaflet|store|kept|drive|alcohol|fever|call|phone|ask|tell|bring|shower|swim|sun|hair|half life|"
    r"emergency|ring|help|mrd|how strong|appointment|travel|trip|flight|studies|trial|wait for your|"
    r"weeks? (?:later|until|before|to (?:work|show|see))|takes (?:effect|time|weeks|days|months|NUM)|can (?:cause|make|keep|lead|raise|lower|"
    r"affect|irritate)|may (?:cause|make|keep|lead|raise|lower|affect|feel|need|have|notice|get)|might (?:cause|feel|notice|have)|feel|last|lasts|"
    r"lasted|lasting|start(?:s|ed)? (?:in|with|within)|day unit|ward|stay (?:in|at)|years?)\b",
)
_MEAL = Phrases(
    r"\b(?:with|without|before|after|between|alongside) (?:or (?:without|after) )?(?:food|foods|a (?:\w+ )?meal|meals|the meal|your meal|eating|"
    r"a snack|any food|milk|a glass of \w+|water)\b|\bempty stomach\b.*|\bnothing to eat\b.*|"
    r"\b(?:have|having|eat|eating) (?:a |your |some )?(?:\w+ )?(?:breakfast|lunch|dinner|supper|meal|snack)\b(?! (?:FORM|DOSE|DRUG|one)\b)",
)
_TIME_OF = Phrases(r"\b(?:after|during|since|through|between) (?:the |your |his |her )?(?:\w+ )?MED\b")
"""A treatment that only says when something else is done: "six months after chemo"."""
_OWN = frozenset("DRUG SUPP FORM DOSE SHOT it them".split())
_UNTIL = Phrases(r"\b(?:before|until|within|sooner|more|unless|earlier|in the|at night|after)\b")
_NEGATED = Phrases(r"\b(?:stop|change|skip|halve|double|miss)\b")
TIMES = (_INTERVAL, OFTEN, WHEN)
"""Phrases of which one must be in a sentence that tells a time."""
_TOPICS = frozenset("TRIAL PAST COST VACC TEAM".split())


def told_timed(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A time or an interval for a medicine named here, or for "it" after one; None about tests, effects, food, and what the team does."""
    text = sentence.text
    if sentence.end == "?" or sentence.topics & _TOPICS or not window.spoken(index):
        return None
    named = not sentence.words.isdisjoint(_AGENTS) or (window.known(index) and not sentence.words.isdisjoint(_IT))
    if not named or (sentence.topics & {"FOOD", "DRINK", "LAB"} and "DRUG" not in sentence.words and "FORM" not in sentence.words):
        return None
    if sentence.words.isdisjoint(_OWN) and "MED" in sentence.words and text.count("MED") == 1 and _TIME_OF.search(text):
        return None
    text = _MEAL.blanked(text)
    found = _INTERVAL.search(text) or OFTEN.search(text) or WHEN.search(text)
    if found is None or not _PUT.search(text) or _NOT_A_TIME.search(text) or hands_off(text, found.start()):
        return None
    if text.startswith(("don't", "do not", "never")) and (_NEGATED.search(text) or not _UNTIL.search(text)):
        return None
    return found.span()


_AGENTS = frozenset("DRUG SUPP FORM DOSE SHOT MED".split())
_IT = frozenset("it them these both one".split())
