"""Whether a mention is denied: "no fever", "neither chills nor a temperature", "the bleeding has stopped".

A denial reaches only over words that carry it ("no signs of a fever"), so that "I don't feel well,
fever 39" and "not sure why I'm bleeding" count as said.
"""

from __future__ import annotations

import re

from leukchat.safety.emergency.phrases import Mention
from leukchat.safety.emergency.words import BREAKS, Words

_DENIALS = frozenset(
    "no not never without denies denied denying dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt aint none nor neither zero sans pas aucun aucune jamais kein keine keinen keinerlei nicht ohne "
    "sin ningun ninguna nunca senza non nessun nessuna sem nenhum nenhuma nai na nont nao nahi nahin नहीं free".split()
)
# "no peito", "na perna": Portuguese "in the", before a part of the body.
_PORTUGUESE_IN = re.compile(
    r"(?:peit|brac|corp|estomag|rost|pescoc|nariz|olh|ouvid|pe|pes|cateter|local|hospital|bumbum|abdom|figad|coraca|dedo|tornozel|cabec|barrig|pern|gargant|boc|pel|ma|mao|lingu|urin|cost|colun|coxa|fez|fezes|nuc|cam|axil|virilh|gengiv)[a-z]{0,3}\Z"
)
_CARRIERS = frozenset(
    "a an the any estou esta con com scare my his her their our have has had having got getting get feel feels feeling felt see seeing seen run running notice noticed noticing show shows showing experience experienced experiencing been be being is are was were "
    "sign signs symptom symptoms of hint trace evidence kind sort single more longer real actual severe bad high major serious significant other new unusual obvious visible currently yet even much and or nor either ever really actual "
    "tengo tiene tenemos ho ha hai habe hat haben tenho tem jai ai il elle on je y en de du la le les di da do uma um una un el em e o ou y oder und also usually normally at all such anything like suffering suffer mild slight little "
    "short shortness trouble difficulty problems chest back belly stomach head skin throat joint bone muscle nose from to be he she it i they we you do did find found going gonna planning thinking about wanting trying intending plus thoughts thought intention intentions urge urges desire ideas idea".split()
)
_STOPS = frozenset("why sure know only just think understand believe want mind care reach able".split())
_RESOLVED = re.compile(
    r"^(?:was|were|has been|have been) (?:checked|examined|looked at|investigated|explained)\b|^(?:(?:is|are|was|were|has|have|had|been|its|all|scare|finally|already|now|then|since|completely|mild|and|it|from \w+|on \w+|quickly|soon|that|which|by itself|on its own|, ?|\w+ing) ){0,6}(?:gone(?= ?(?:$|,|now|away|since|already|by|after|for|thank|and|completely|today|this))|resolved|went away|gone away|go away|cleared|settled|subsided|disappeared|vanished|(?:has |have |had )?stopped(?! breath| work| eat| drink| pee| resp| wee| urin| answer)|(?:is|are) over|passed|ended|under control|back to normal|was nothing|turned out|healed)\b"
)
_OVER = re.compile(
    r"^[^,]{0,70} and (?:then )?(?:it|they) (?:goes|passes|settles|eases)(?: away| off)?$|^[^,]{0,70}, (?:it |its |is |all |but |now ){0,3}(?:gone|fine|ok|okay|better|over|resolved|settled|back to normal)(?: (?:now|again|since|already|today|completely))?(?: ,| thank|$)"
)
_AGAIN = re.compile(r"\b(?:again|back|returned|but|still|now (?:i|he|she|it|my|his|her)|restarted|worse|then)\b")
_LINKS = frozenset("hai bhi ab to is was are were has abhi है भी अब".split())
_AFTER = frozenset("nahi nahin नहीं theek thik ठीक utar उतर negative none keine nein absent denied".split())


def is_denied(words: Words, mention: Mention) -> bool:
    """Whether the mention is denied before or after it in its sentence."""
    return _before(words, mention.first) or _after(words, mention.last)


def _before(words: Words, place: int) -> bool:
    first, _ = words.sentence(place)
    listed, part = False, words.words[place].part
    for carried, index in enumerate(range(place - 1, max(first, place - 12) - 1, -1)):
        text = words.words[index].text
        if words.words[index].part != part:
            if words.words[index + 1].text in BREAKS:
                return False
            listed = listed or _lists(words, place)
            if not listed or text in ("well", "good", "right"):
                return False
            part = words.words[index].part
        if text in _DENIALS:
            return carried <= 7 and not _doubled(words, index)
        if text in ("or", "nor"):
            listed = True
        if text in ("i", "he", "she", "it", "they", "we") and index > first and words.words[index - 1].text not in _DENIALS | {"and", "or", "nor", "that"}:
            return False
        if text not in _CARRIERS and not (listed and text not in _STOPS):
            return False
    return False


def _doubled(words: Words, index: int) -> bool:
    """ "not only", "no doubt", "not without": a denial that does not deny."""
    after = words.words[index + 1].text if index + 1 < len(words.words) else ""
    before = words.words[index - 1].text if index else ""
    if words.words[index].text in ("no", "na", "nos", "nas") and _PORTUGUESE_IN.match(after):
        return True
    return (
        after
        in (
            "only",
            "just",
            "doubt",
            "sure",
            "idea",
            "clue",
            "one",
            "matter",
            "wonder",
            "helmet",
            "thermometer",
            "answer",
            "his",
            "her",
            "my",
            "he",
            "she",
            "hes",
            "shes",
            "im",
            "its",
            "we",
            "they",
        )
        or (after == "more" and words.words[index].text == "no" and [word.text for word in words.words[index + 2 : index + 3]] == ["than"])
        or before in ("if", "or", "oh", "omg", "ohh")
    )


def _lists(words: Words, place: int) -> bool:
    """Whether the mention stands in a list that "or" or "nor" closes ("no fever, chills or cough")."""
    _, last = words.sentence(place)
    return any(word.text in ("or", "nor") for word in words.words[place + 1 : min(last, place + 5)])


def _after(words: Words, place: int) -> bool:
    _, last = words.sentence(place)
    rest = words.joined(place + 1, min(last, place + 12))
    following = [word.text for word in words.words[place + 1 : min(last, place + 3)]]
    if following[:1] and (following[0] in _AFTER or (following[0] in _LINKS and following[1:] and following[1] in _AFTER)):
        return True
    found = _RESOLVED.search(rest) or _OVER.search(rest)
    return found is not None and not _AGAIN.search(rest[found.end() :]) and " not " not in rest[: found.end()]
