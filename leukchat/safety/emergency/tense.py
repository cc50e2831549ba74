"""Whether a mention is said of here and now: not of the past, not as a question about what may come, not in general.

In doubt it counts as here and now.
"""

from __future__ import annotations

import re

from leukchat.safety.emergency.phrases import Mention
from leukchat.safety.emergency.subject import asserts, is_general
from leukchat.safety.emergency.tense_words import (
    FINE,
    FINE_ABROAD,
    NOW,
    NOW_ABROAD,
    NOW_SINCE,
    PAST_ABROAD,
    PAST_EVENT,
    PAST_HABIT,
    PAST_SPAN,
    RECENT,
    RECENT_ABROAD,
    SUPPOSED,
    SUPPOSED_ABROAD,
    any_of,
)
from leukchat.safety.emergency.words import Words

_PAST_MARK = any_of(PAST_SPAN, PAST_EVENT, PAST_HABIT, PAST_ABROAD)
_PAST_VERB = frozenset(
    "tried attempted had was were got felt experienced developed suffered spent took died gave landed ended went came bled hospitalized hospitalised admitted treated once used passed happened started threw vomited fainted collapsed coughed spiked ran caught "
    "tuve tuvo estuve estuvo tomo jai avait eu etait hatte hatten war ebbi avuto aveva ha tive teve estava tha thi hua हुआ था थी थे broke hit fell swallowed survived recovered overdosed stopped been gone bekam bekommen".split()
)
_PRESENT_VERB = frozenset("have has am is are im hes shes theyre ive got feel feels keeps keep cant wont having running getting tengo tiene ai habe hat ho tenho tem hai है".split())
_PERFECT = frozenset("has have hes shes ive theyre weve youve".split())
_RECENT = any_of(RECENT, RECENT_ABROAD)
_FINE = any_of(FINE, FINE_ABROAD)
_NOW = any_of(NOW_SINCE, NOW, NOW_ABROAD)
_SUPPOSED = any_of(SUPPOSED, SUPPOSED_ABROAD)
_ASKED = re.compile(
    r"\b(?:mean|means|normal|bad|ok|okay|serious|dangerous|emergency|worried|worry|matter|concerning|alarming) (?:if|when|that) (?:my|his|her|i am|im|i keep|i cant|he is|hes|she is|shes|he keeps|she keeps|i have been|this|the)\b(?! \w+ (?:gets?|drops?|ever|goes (?:above|over|up|down|below)|rises|falls|should|count|counts)\b)"
)


# Whoever asks whether it can wait has it now.
_WAIT = re.compile(
    r"\b(?:ok|okay|safe|fine|alright|all right|can|should|shall|could|do) (?:i |we |he |she |it )?(?:to )?(?:just )?(?:wait|stay (?:at )?home|sleep it off|sleep on it|ignore|leave it|hold off|sit it out)\b"
)
_IF = re.compile(r"\b(?:if|when|whenever|in case|once)\b")

# What has long been so and is known to the team: "same as for years", "the doctor knows".
_STABLE = re.compile(
    r"\b(?:same as (?:for|always|before|usual|ever|it was|last (?:year|month|week|time|visit|cycle))|unchanged|(?:for|in) (?:\w+ ){0,3}(?:years|yrs)|(?:is|are|was|were) always|for ages and|years and years|(?:doc|doctor|team|consultant|nurse|oncologist) (?:knows|is aware|has seen|saw it|checked|said its fine)|as (?:usual|always|ever)|my baseline|nothing new|not new)\b"
)
_FRESH = re.compile(
    r"\b(?:worse|worsening|sudden\w*|today|tonight|this (?:morning|evening|afternoon)|right now|since (?:yesterday|last night|this)|new(?! year)|more than|again)\b"
)
# What is done stays done, however well the person feels.
_DONE = frozenset(("fall", "head_knock", "took_much", "took_word", "took_other", "twice_now", "swallowed", "overdose_word", "mistake", "exposure", "pox"))
_BACK = re.compile(r"\b(?:again|back|still|worse|keeps|since|too|also)\b")
_GOES_ON = re.compile(r" (?:and|can|could|should|does|will|is) ")
_AFTERWARDS = re.compile(r"^after (?:the|that)$")
_ANYONE = re.compile(r"\b(?:i|im|ive|my|me|he|hes|his|him|she|shes|her|we|our)\b")
NEARBY = 25  # words before a mention in which a death is told
_DIED = re.compile(
    r"\b(?:(?:we|i|they|she|he) lost (?:him|her|them|my \w+|our \w+)|(?:he|she|husband|wife|son|daughter|mother|father|mom|mum|mam|dad|brother|sister|friend|uncle|aunt|gran\w*) (?:has |had |sadly )?(?:died|passed away|passed)(?! out)|(?:his|her) death|my late (?:\w+)|funeral|murio|falleci\w+|est mort\w?|est deced\w+|ist gestorben|starb|e mort[oa]|morreu|faleceu)\b"
)
# "All that is behind us": what stands before it is over.
_BEHIND = re.compile(
    r"\b(?:all (?:of )?(?:that|this) (?:is|was)|that (?:is|was)|thats|its all|it is all)(?: all)?(?: now)? (?:(?:a|two|three|four|five|ten|\d+) (?:year|month)s? ago|behind (?:us|me|him|her|them)|over(?: now)?$|history)\b|\bnow (?:im|were|we are|hes|shes|i am) (?:back )?(?:at )?home and\b"
)
_SUBJECT = re.compile(r"\b(?:i|im|ive|my|me|we|our|now|today|hes|shes|is|are)\b")
_THIS = re.compile(r"\bif (?:this|it|the|my|his|her)(?: \w+)? (?:doesnt|wont|isnt|keeps|is still|hasnt|wouldnt)\b|\bstop (?:this|my|the|his|her) (?:nose|bleed)")


def is_current(words: Words, mention: Mention) -> bool:
    """Whether the mention is of here and now."""
    first, last = words.sentence(mention.first)
    sentence, before = words.joined(first, last), words.joined(first, mention.first)
    if is_past(words, mention, sentence) or (_STABLE.search(sentence) and not _FRESH.search(sentence.replace("nothing new", "").replace("not new", ""))):
        return False
    if _ASKED.search(sentence) or _THIS.search(sentence) or (_WAIT.search(sentence) and not _IF.search(sentence)):
        return True
    if is_general(words, mention, sentence, before, now=_NOW.search(sentence) is not None):
        return False
    return not _is_supposed(sentence, before)


def is_past(words: Words, mention: Mention, sentence: str) -> bool:
    """Whether the mention is told of a time that is over, or of someone who has died of it."""
    if _AFTERWARDS.search(words.joined(words.sentence(mention.first)[0], mention.first)) and not _ANYONE.search(sentence):
        return True  # "after the reaction they wash them"
    verb = _verb(words, mention)
    recent = _RECENT.search(sentence)
    if verb != "present" and not recent and _DIED.search(words.joined(max(0, mention.first - NEARBY), mention.first)):
        return True
    if verb != "present" and not recent and (_BEHIND.search(sentence) or (_BEHIND.search(_next(words, mention)) and re.search(r"\b(?:had|was|were)\b", sentence))):
        return True
    if not recent and not _SUBJECT.search(_part(words, mention)) and _DIED.search(words.joined(max(0, mention.first - NEARBY), mention.first)):
        return True  # what a diary of the dead says
    fine = _FINE.search(sentence) or _FINE.search(_next(words, mention))
    if _PAST_MARK.search(sentence) and (not recent or fine) and verb != "present":
        mark_here = _PAST_MARK.search(_part(words, mention))
        return verb == "past" or mark_here is not None
    told = _told(words, mention)
    if verb == "past" and _PAST_MARK.search(told) and not _RECENT.search(told) and not _BACK.search(told):
        return True  # "I was breathless at diagnosis, now I walk"
    return bool(verb == "past" and fine and mention.concept not in _DONE and not _RECENT.search(sentence[: fine.start()] if fine.string == sentence else sentence))


def _verb(words: Words, mention: Mention) -> str:
    """The tense of the verb nearest before the mention, or in it."""
    first, _ = words.sentence(mention.first)
    for index in range(mention.last, max(first, mention.first - 9) - 1, -1):
        text = words.words[index].text
        if text in _PAST_VERB:
            perfect = index > first and words.words[index - 1].text in _PERFECT
            return "present" if perfect else "past"
        if text in _PRESENT_VERB and index <= mention.first + 1:
            return "present"
    return ""


def _part(words: Words, mention: Mention) -> str:
    first, last = words.sentence(mention.first)
    part = words.words[mention.first].part
    start = mention.first
    while start > first and words.words[start - 1].part == part:
        start -= 1
    end = mention.last + 1
    while end < last and words.words[end].part == part:
        end += 1
    return words.joined(start, end)


def _told(words: Words, mention: Mention) -> str:
    """The part of the sentence that a mention stands in, up to an "and" or a question after it: "I nearly died of it last year" of "… and still have nightmares"."""
    part = _part(words, mention)
    place = part.find(words.words[mention.last].text)
    cut = _GOES_ON.search(part, max(place, 0))
    return part[: cut.start()] if cut else part


def _next(words: Words, mention: Mention) -> str:
    """The sentence after the mention's."""
    _, last = words.sentence(mention.first)
    if last >= len(words.words):
        return ""
    first, end = words.sentence(last)
    return words.joined(first, end)


def _is_supposed(sentence: str, before: str) -> bool:
    """Whether the mention hangs on an "if", a "when should" or a "might", with nobody said to have it."""
    cue = None
    for found in _SUPPOSED.finditer(before):
        cue = found
    if cue is None:
        return False
    between = before[cue.end() :]
    if asserts(before, cue.end(), loosely=True) or (_NOW.search(sentence[cue.start() :]) and not re.match(r"when|how|ab wann|at wh|will|would|might|could", cue[0])):
        return False
    return len(between.split()) <= 18
