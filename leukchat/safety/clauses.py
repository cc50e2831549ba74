"""Clauses of a person's text, and whether a clause speaks of here and now.

Emergencies are decided on the person's own words: "no fever", "what counts as a fever" and "I had
a fever last year" are not emergencies, "he has been shaking all night" is. In doubt it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPLIT = re.compile(r"[;!?\n]+|\.(?!\d)|,(?!\d)|\b(?:but|although|though|however|because|except|yet)\b|\s-+\s|\bpero\b|\bmais\b|\baber\b")
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d))+[.!?\n]*")
_NEGATION = re.compile(
    r"\b(?:kein\w*|pas de|plus de|ninguna?|sin|senza|nicht|nahi|no|not|never|without|denies|denied|hasn'?t|haven'?t|isn'?t|aren'?t|don'?t|doesn'?t|didn'?t|wasn'?t|ain'?t|none|nor|neither|free of|no longer|stopped having|went away|is gone|has gone|resolved|instead of)\b"
)
_DOUBLE = re.compile(
    r"\b(?:won'?t|will not|doesn'?t|does not|didn'?t|not|isn'?t|can'?t|cannot|hasn'?t|never)\s(?:\w+\s){0,2}?(?:stop\w*|go\w*|coming? down|ease|breathe?|breathing|pass|pee\w*|urinat\w*|swallow|speak|talk|see|move|wake|stand|keep|feel|control|drink|respond\w*|better|clot\w*|eat\w*)\b"
)
_PAST = re.compile(
    r"\b(?:le mois dernier|letzten monat|el mes pasado|mese scorso|mes passado|c'est fini|is over|are over|discharged|been well|after my first|years ago|last (?:year|month|summer|winter|spring|fall|autumn|time)|(?:\d+|two|three|four|five|six|several|many|a few|some) (?:years?|months?) ago|years ago|months ago|in (?:19|20)\d\d|back in|when i was (?:a child|young|little|diagnosed)|"
    r"before (?:my |his |her )?(?:diagnosis|i was diagnosed|he was diagnosed|she was diagnosed)|at diagnosis|used to|previously|once had|in the past|history of|years? earlier|during (?:my|his|her) (?:first|last|induction))\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:que se considera|ab welcher|ab wann|a partir de (?:que|quelle|quando)|quale temperatura|kitne par|kya maana|would (?:a|an|it|my|the)|might (?:a|an|it|my|the)|should i (?:be )?worr|what (?:counts|is considered|is classed|qualifies|does|do|is|are|causes?|temperature|should i (?:watch|look)|would|happens|to do|if)|when (?:should|do|does|is|to|would)|why (?:do|does|is|are|can|would|did|might)|how (?:do|does|can|common|likely|often|high|dangerous|serious|is|are|to|long|will|would|many)|"
    r"can (?:\w+\s){1,4}?(?:cause|lead|give|make|mean|be)|could (?:\w+\s){1,4}?(?:cause|lead)|do (?:people|patients|all|most)|does (?:\w+\s){1,5}?(?:cause|lead|give|make|mean)|is it (?:common|normal|true|possible|usual)|tell me about|explain|define|definition|meaning of|difference between|"
    r"signs? of|symptoms? of|risk of|chance of|chances of|prevent\w*|avoid\w*|treat(?:ment|ments|ing)? (?:for|of)|in case|if (?:i|he|she|my|we|they|someone|there|you)|worried about getting|afraid of|fear of|might get|could get|read (?:about|that)|heard (?:about|that)|information (?:on|about)|learn about|prepare for|watch (?:out )?for|look out for|which side effects?)\b"
)
_NOW = re.compile(
    r"\b(?:now|right now|just|today|tonight|this (?:morning|evening|afternoon|hour)|since|suddenly|all of a sudden|started|for (?:the (?:last|past)|\d+|an|two|three|a few|several|some) ?\w*|currently|at the moment|keeps?|still|won'?t|getting worse|already|yesterday|hours? ago|minutes? ago|last night|has been|have been|'?s been|i'?m having|is having|i have a|he has a|she has a|i feel|help)\b"
)
_OWNER = re.compile(
    r"\b(?:i|i'?m|im|i'?ve|my|me|he|he'?s|she|she'?s|we|our|his|her|husband|wife|son|daughter|mother|father|mom|mum|dad|child|baby|kid|grand\w+|partner|brother|sister|friend|patient)\b"
)


@dataclass(frozen=True)
class Clause:
    """Part of a sentence, with its place in the normalised text."""

    text: str
    start: int
    sentence: str


def clauses(text: str) -> Iterator[Clause]:
    """Clauses of a normalised text, in order."""
    for sentence in _SENTENCE.finditer(text):
        last = 0
        for cut in [*_SPLIT.finditer(sentence[0]), None]:
            end = cut.start() if cut else len(sentence[0])
            piece = sentence[0][last:end]
            if piece.strip():
                yield Clause(piece, sentence.start() + last, sentence[0])
            last = cut.end() if cut else end


def is_current(clause: Clause, start: int, end: int) -> bool:
    """Whether what stands at start:end of the clause is said to be so, here and now.

    False for negated, past or hypothetical mentions, unless the words also say that it is happening.
    """
    before = clause.text[:start]
    negation = _last(_NEGATION, before)
    if negation is not None and len(before[negation:].split()) <= 6 and not _DOUBLE.search(clause.text[negation:end]):
        return False
    sentence = clause.sentence
    if _PAST.search(sentence) and not re.search(r"\b(?:now|today|tonight|again|since|still|currently)\b", sentence):
        return False
    asked = _HYPOTHETICAL.search(sentence)
    if asked is None:
        return True
    return bool(_NOW.search(sentence) and _OWNER.search(sentence)) and not re.match(r"\s*(?:what (?:counts|is considered|qualifies|temperature)|how common|define)", sentence)


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = None
    for match in pattern.finditer(text):
        found = match.start()
    return found
