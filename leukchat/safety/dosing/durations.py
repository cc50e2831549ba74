"""How long a medicine is taken, and in what rhythm: "carry on with it until Friday", "seven nights on and seven off"."""

from __future__ import annotations

from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_AGENT = r"(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN|it|them|these|both)"
_TIME = (
    r"(?:NUM|one|a|an|two|the (?:first|next|last|whole|rest)|another|several|at least|about|some|a further|the (?:first|next|"
    r"last) NUM) (?:of the )?(?:full |more |whole |further )?(?:days?|nights?|weeks?|months?|fortnight|years?|mornings?|evenings?|hours?|cycle|"
    r"course)"
)
_HOLD_ON = r"(?:keep|carry|go|stay|continue|remain|persist|press|stick|take|use|give|have|swallow|inject|do|apply|finish|keep going|keep on|keep up)"
_LASTS = Phrases(
    rf"\b{_HOLD_ON}\b (?:on |up |to |with |taking |using |giving |going |him |her )*(?:the |your |his |her |this |that |these |those |a |an |"
    rf"oral )?(?:\w+ ){{0,3}}?{_AGENT}(?: FORM| DOSE| MED| SHOT)? (?:\w+ ){{0,3}}?(?:(?:for|over|during) {_TIME}|until\b|till\b|"
    rf"through (?:to )?(?:day|week|the|next)|up to (?:and|the)|as long as|all (?:week|month|year|winter|summer|through))",
    rf"\b(?:{_AGENT}) (?:stays?|goes|continues?|runs?|lasts?|is continued|is kept|is taken|are taken|is swallowed|are swallowed|is used|is given|"
    rf"are given|carr(?:y|ies) on|keeps? going|keeps on|is needed) (?:\w+ ){{0,3}}?(?:(?:for|over) {_TIME}|until\b|till\b|up to)",
    rf"\b(?:start|begin|stop|end|finish) (?:the|your|his|her) (?:\w+ ){{0,2}}?{_AGENT} (?:on (?:the|day)|when|once|as soon as|as the|after|before|"
    rf"if|the (?:day|night|week|morning))\b",
    rf"\bfor {_TIME},? (?:and |and then |then |take |you )?(?:\w+ )?(?:\w+ )?(?:rest|break|pause|stop|off|breather|nothing|free)\b",
)
_RHYTHM = Phrases(
    r"\b(?:NUM|one|a|two) (?:days?|nights?|weeks?|evenings?|mornings?|fortnight) (?:on|of it|of them|running|straight|in a row)\b.{0,24}\b(?:off|"
    r"rest|break|pause|without|nothing|free|breather)\b",
    r"\b(?:NUM|one) (?:on|in) ,? ?(?:and |then )?(?:NUM|one) (?:off|out)\b(?! of)",
    r"\b(?:days?|nights?|weeks?|evenings?|fortnight) (?:running|in a row|straight|each month|each cycle|of each|of every|"
    r"out of NUM)\b.{0,40}\b(?:then|nothing|until day|rest|off|pause|break)\b",
    r"\b(?:then|and then|followed by|after that)(?: ,)? (?:you )?(?:have |take |with |by )?(?:an? )?(?:NUM |one |two )?(?:days?|weeks?|nights?|"
    r"fortnight|month)?(?:'s)? ?(?:rest|break|breather|pause|off|nothing|gap|rest for a fortnight)\b",
    r"\b(?:every|each) (?:\w+ )?(?:fourth|fifth|third|second|other|sixth|seventh|NUM|ORD) (?:day|night|week|evening|morning|dose|DOSE|month)\b",
    r"\b(?:on|at) (?:odd|even|alternate|alternating|work|chemo|non-chemo|steroid|clinic|dialysis) (?:dates?|days?|nights?|weeks?|mornings?)\b",
    r"\b(?:mornings?|evenings?|nights?|weekends?|weekdays?|sundays?|saturdays?|mondays?) only\b|\bonly (?:in the |on |at )?(?:mornings?|evenings?|"
    r"nights?|weekends?|weekdays?|sundays?|saturdays?|mondays?)\b",
)
_NOT_A_DOSE = Phrases(
    r"\b(?:tests?|visits?|clinic|hospital|cycles? (?:are|is)|rounds?|scans?|sunscreen|walks?|exercise|mouth|rinse|temperature|protein|plan for|"
    r"people|patients|most|many|some|remission|response|effect|levels?|works?|stays in the|in the (?:body|blood)|counts?|fridge|notes?|diary|alarm|"
    r"questions?|trial|study|"
    r"side effects?|symptoms?|can last|may last|lasts? for|infusion (?:takes|lasts|runs)|approved|children|transfusions?|transplant|nurse|team|doctor)\b",
)
DURATIONS = (_LASTS, _RHYTHM)
"""Phrases of which one must be in a sentence that tells how long or in what rhythm."""
_TOPICS = frozenset("TRIAL PAST COST VACC".split())


def told_duration(sentence: Sentence, window: Window, index: int) -> Span | None:
    """Where a sentence tells how long, until when or in what rhythm a medicine is taken; None where the team decides, or it is told of others."""
    text = sentence.text
    if sentence.end == "?" or sentence.topics & _TOPICS or not window.spoken(index):
        return None
    found = _LASTS.search(text) or _RHYTHM.search(text)
    if sentence.topics & {"FOOD", "DRINK"} and sentence.words.isdisjoint(("DRUG", "FORM", "DOSE", "take", "swallow")):
        return None
    if found is None or _NOT_A_DOSE.search(text) or hands_off(text, found.start()):
        return None
    return None if _denied(text, found.start()) else found.span()


_DENIES = Phrases(r"\b(?:not|never|\w+n't|don't|cannot|can't|no one|nobody|why|whether|how|if you)(?: \S+){0,4} ?$")


def _denied(text: str, place: int) -> bool:
    return _DENIES.search(text[:place]) is not None
