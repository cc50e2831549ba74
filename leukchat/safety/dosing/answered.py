"""Answers to somebody who asked for a dose: "Every eight.", "Just the one.", "Yes, it's fine to stop."

What the question named need not be said again, so a few words are enough for a dose: a number, a
time, a change, or a plain yes.
"""

from __future__ import annotations

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.times import OFTEN, WHEN
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_TELLS = Phrases(
    r"\b(?:NUM|one|half|double|twice|once|another|both|a couple|a pair|a quarter|the lot|none|TRIAD|CLOCK)\b(?! (?:of (?:the|these|those|"
    r"your) (?:things|reasons|ways|questions)|reasons?|things?|ways?|questions?|thing|reason|that|who))",
    r"^(?:yes|yep|yeah|sure|of course|certainly|absolutely|definitely|ok|okay|fine|no problem|go ahead|correct|right|exactly|that's right|please do|by all means|no need)\b",
    r"\b(?:it's|it is|that's|that is|this is|you're|you are|should be|would be|is) (?:\w+ )?(?:fine|ok|okay|safe|alright|enough|plenty|right|"
    r"correct|reasonable|sensible|no problem|harmless|good to go|due|too (?:much|little|high|low|soon))\b",
    r"^(?:just |simply |please |then |so |then just |i'd |i would |better |best |you (?:can|may|could|should) )*(?:stop|skip|wait|leave|double|"
    r"halve|take|give|have|use|hold|pause|drop|miss|repeat|restart|resume|continue|carry on|keep|finish|reduce|lower|raise|increase|split|crush|"
    r"open|switch|go|stay|add|swallow|inject|cut|try)\b(?! (?:your|his|her|the) (?:temperature|blood|pulse|time|box|list|label)| an? (?:\w+ )?(?:breath|moment|look|seat|break|photo|note|rest|walk))",
    r"\b(?:weekly|daily|monthly|nightly|hourly|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|\bevery (?:NUM|one|other|single|\w+ (?:hours|days|"
    r"weeks))\b|\b(?:with|before|after|at|in|on) (?:the |each |every |your )?(?:meals?|breakfast|lunch|dinner|supper|bedtime|bed|night|morning|"
    r"evening|food)\b",
)
_REFUSES = Phrases(
    r"\b(?:can't|cannot|can not|not able|unable|won't|don't know|do not know|depends|depend|ask|call|phone|ring|speak|talk|contact|check with|"
    r"poison|emergency|team|doctor|pharmacist|nurse|clinic|hospital|oncologist|h?a?ematologist|leaflet|label|prescription|never|not (?:something|"
    r"safe|a good|advisable|take|stop|double|skip|change)|don't|do not|too much can|danger\w*)\b",
)
_AGREES = Phrases(
    r"^(?:yes|yeah|sure|right|exactly) ,? (?:it's|it is|that's|that is|this is|they are|they're) (?:\w+ ){0,2}?(?:common|normal|frequent|true|known|usual|typical|understandable|expected|possible)\b(?! to (?:stop|skip|take|halve|double))",
)
ANSWERS = (_TELLS, OFTEN, WHEN)
"""Phrases of which one must be in a sentence that answers for a dose."""
_TOPICS = frozenset("FOOD DRINK LAB VACC COST".split())
_SHORT = 16


def told_answer(sentence: Sentence, window: Window) -> Span | None:
    """Where a short sentence answers a question for a dose with a number, a time, a change or a yes; None when it refuses or hands over."""
    if not window.asked or window.cited or sentence.size > _SHORT or sentence.end == "?" or sentence.topics & _TOPICS:
        return None
    text = sentence.text
    if _REFUSES.search(text) or _AGREES.search(text) or hands_off(text, len(text)):
        return None
    found = _TELLS.search(text) or OFTEN.search(text) or WHEN.search(text)
    return found.span() if found else None
