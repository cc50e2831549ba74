"""Whether a sentence leaves a matter to the care team: "ask your doctor first", "your team may lower it"."""

from __future__ import annotations

import re

from leukchat.safety.dosing.phrases import Phrases

_TEAM = (
    r"(?:team|teams|doctors?|nurses?|oncologists?|ha?ematologists?|pharmacists?|specialists?|clinicians?|clinic|hospital|consultants?|"
    r"prescribers?|physicians?|ward|unit|gp|(?:health ?care )?providers?|professionals?|dietiti?cians?|dietitians?|dentist|surgeon|dr|centre|center|staff|pharmacy|helpline|line)"
)
_ASKED_FIRST = (
    rf"\b(?:ask|asking|call|phone|ring|contact|talk|talking|speak|speaking|spoken|check|checking|discuss|discussed|tell|consult|consulting)\b(?: \S+){{0,4}}? {_TEAM}\b",
    r"\b(?:ask|call|check|discuss|talk|phone|ring)\b(?: \S+){0,3}? (?:before|first|about|if|whether|how|why|what|when|which)\b|\bsay so\b|"
    r"\bonly with an? (?:plan|check|agreement)\b",
    r"\buntil (?:you|they|he|she) (?:have |has |'ve )?(?:asked|spoken|called|checked|heard)\b",
)
_TEAM_DECIDES = (
    r"\b(?:if|when|once|until|unless|after|as|because|whatever|what|how|only|whether|that|what|exactly as|the way|said|reason|"
    rf"when and how)(?: \S+){{0,2}}? (?:your|the|his|her|their|our|a|my)(?: \w+)? {_TEAM}(?:'s)?\b(?! (?:delivers?|opens?|reopens?|restocks?|answers?|sends|has more|has stock))",
    rf"\b(?:your|the|his|her|their|only|our|a|my|some|many|most)(?: \w+){{0,2}} {_TEAM} (?:\w+ ){{0,3}}?(?:may|might|will|can|could|would|decides?|sets?|"
    r"says?|tells?|told|adjusts?|changes?|lowers?|plans?|should|must|often|usually|sometimes|has to|have to|needs? to|weighs?|is the|are the|know|knows|"
    r"want|wants|ask|asks)\b",
    rf"(?:^|[,:] |\b(?:and|so|but|then|that|why|how|when) ){_TEAM} (?:\w+ ){{0,2}}?(?:may|might|will|can|could|would|decide|set|tell|adjust|change|lower|"
    r"often|usually|sometimes|reduce|stop|pause|hold|look|want|have)\b",
    r"\b(?:is|are) (?:up to|for|a matter for|a question for|a decision for) (?:your|the|a)\b",
    rf"\b(?:your|the|a) (?:\w+ )?{_TEAM} (?:comes?|visits?|calls?|looks?|checks?|sees?)(?: \S+){{0,6}}? (?:can|may|will|could) ",
    rf"\bto (?:the|your) {_TEAM}\b(?= ?$| ?,)",
    r"\b(?:nurse|doctor|team|clinic|pharmacist|hospital)(?:'s)? (?:\w+ )?(?:plan|letter|chart|sheet|instructions?|note) (?:says?|tells?|asks?)\b",
)
_BY_THE_TEAM = (rf"\bby (?:your|the|an?|his|her) (?:\w+ )?{_TEAM}\b",)
_NOT_WITHOUT = (
    r"\bwithout (?:\w+ )?(?:asking|talking|checking|calling|speaking|advice|agreement|telling|supervision|approval|consent|permission|being told|medical)\b",
    r"\bwithout (?:their|the|your|a|his|her) (?:\w+ )?(?:team|doctor|nurse|ok|okay|advice|agreement|approval|consent|permission|go-ahead|knowledge|say)\b",
    r"\bonly (?:on|with|under|after) (?:\w+ ){0,2}?(?:advice|instruction|guidance|supervision)\b",
)
_TOGETHER = (
    rf"\bwith (?:your|the|his|her) (?:\w+ )?{_TEAM}\b",
    r"\b(?:agreed|arranged|planned) with (?:the|your|his|her|a)\b",
    r"\b(?:as|exactly as|until) (?:prescribed|directed|instructed|told|advised)\b",
    r"\b(?:under|with) (?:close |medical |monthly |careful |regular |frequent )*(?:\w+ ){0,2}(?:checks|supervision|monitoring|tests(?! (?:like|"
    r"that|as|so|this))|pcr tests|guidance)\b",
)
_HANDS_OFF = Phrases(_BY_THE_TEAM, _ASKED_FIRST, _TEAM_DECIDES, _NOT_WITHOUT, _TOGETHER)
_RESET = Phrases(r"\b(?:but|meanwhile|until then|for now|in the meantime|however|yet|still|anyway|between us|though)\b")


_NO_MATTER = re.compile(
    r"\b(?:don't|do not|no need to|needn't|rather than|instead of|no point in|don't need to|don't have to|not worth) (?:wait(?:ing)?|"
    r"bother(?:ing)?|call(?:ing)?|ask(?:ing)?|trouble|troubling|disturb(?:ing)?)? ?(?:to |for |about |with )?$"
)


def hands_off(text: str, place: int) -> bool:
    """Whether the words before a place (since the last "but", "meanwhile") leave the matter to the care team, or those after it do so as a condition."""
    start = 0
    for reset in _RESET.finditer(text, 0, place):
        start = reset.end()
    found = next((one for one in _HANDS_OFF.finditer(text, start) if not _NO_MATTER.search(text[max(0, one.start() - 40) : one.start()])), None)
    if found is None:
        return False
    if found.start() < place:
        return True
    between = text[place : found.start()]
    return _RESET.search(between) is None and not re.search(r"\b(?:and|,) (?:then )?$", between)
