"""Whom a sentence is about: someone who is said to be ill, or people and medicines in general."""

from __future__ import annotations

import re

from leukchat.safety.emergency.phrases import Mention
from leukchat.safety.emergency.subject_words import (
    ABOUT_ABROAD,
    ABOUT_FEAR,
    ABOUT_TOPIC,
    ABOUT_WHICH,
    ASKS_ABROAD,
    ASKS_WHAT,
    ASKS_WHETHER,
    HAS_IT_ABROAD,
    HAS_IT_MYSELF,
    HAS_IT_OTHER,
    HEARD,
    KIN,
    OPENERS,
)
from leukchat.safety.emergency.tense_words import any_of
from leukchat.safety.emergency.words import Words

_ASSERTS = any_of(HAS_IT_MYSELF, HAS_IT_OTHER, HAS_IT_ABROAD)
_LOOSE = re.compile(r", (?:i|im|ive|my|his|her|he|hes|she|shes|we|our|since|because|as)\b")
_BLOCK = re.compile(
    r"(?:\b(?:do|does|did|will|would|can|could|should|might|may|if|when|whether|once|case|until|unless|suppose|imagine|say|whenever|or|falls|wenn|si|se|agar)|(?:si|se|falls|wenn) (?:un dia|un giorno|um dia|un jour|ich (?:ein)?mal|alguna vez|mi|me|mio|mia|mon|ma|meu|minha)) $"
)
_GENERAL_START = re.compile(rf"^(?:(?:{OPENERS}) ?,? ?)*(?:{ASKS_WHAT}|{ASKS_WHETHER}|{HEARD}|{ASKS_ABROAD})\b")
_HINDI_ASKS = re.compile(r"(?:^|\s)(?:kyon|kyun|kab|kaise|kitna|kitne|kya|क्यों|कब|कैसे|कितना|कितने|क्या)(?:\s|$)")
_HINDI_OWN = re.compile(
    r"(?:^|\s)(?:mujhe|mujhko|mera|meri|mere|beta|bacha|bachcha|bhai|behen|ko \d+|papa|mummy|maa|unhe|unko|usko|use|bete|beti|pati|patni|bacche|bachche|ho raha|ho rahi|rahi hai|raha hai|मुझे|मेरा|मेरी|मेरे|उन्हें|उनको|उसे|रहा|रही|पापा|माँ)(?:\s|$)"
)
_READ_OF = re.compile(
    r"\b(?:horror |scary |sad )?stories (?:about|of) (?:(?!but\b|now\b|and (?:i|he|she|we|now)\b)\w+ ){0,8}$|\b(?:read|reading|heard|hear|hearing|stories|films?) about (?:\w+ ){1,5}(?:of|from|with)(?: \w+)? ?$"
)
# Words on a poster or a card, and a unit that is only converted.
_PRINTED = re.compile(
    r"^(?:a |an |my |our )?(?:poster|slogan|sign|flyer|t shirt|sticker|banner)\b(?: \w+){0,4} ,|^is \d+[.,]?\d* (?:f|c|degrees|fahrenheit|celsius)(?: \w+)? the same as\b"
)
_STRICT = re.compile(r"^(?:\w+ ){0,3}(?:what (?:counts|is considered|qualifies|temperature)|how common|define|definition of|difference between)\b")
_ABOUT = re.compile(rf"\b(?:{ABOUT_FEAR}|{ABOUT_TOPIC}|{ABOUT_ABROAD})" + rf"(?: (?:{ABOUT_WHICH}))" + r"{0,3}$")
# An illness that someone may catch: a case of it is no topic but a danger.
_AVOIDED = re.compile(r"\b(?:prevent\w*|avoid\w*|risk of|afraid of|vaccin\w+ (?:for|against)|immune to|signs? of|symptoms? of|tested for|protect\w* against)(?: \w+){0,3}$")
_GENERIC = re.compile(
    r"\b(?:patients|people|some|many|most|those|others|everyone|anyone|someone|doctors|women|men|children|kids|leuk\w+|chemo\w*|survivors|carers|you|symptoms|side effects|it|they|drugs?|treatments?|this (?:drug|medicine)|which|that) (?:\w+ ){0,4}?(?:often|usually|commonly|sometimes|generally|can|may|might|could|would|typically|include|includes|tend|rarely|should|always)\b"
)
_TOPIC = re.compile(
    r"\b(?:causes|definition|meaning|guidelines?|management|prophylaxis|incidence|mechanism|pathophysiology|rates|trial|trials|study|studies|prevention|versus|vs|education|leaflet|lecture|exam|essay|translate|glossary|overview|statistics|research|poem|story|novel|film|movie|book|quiz|game|song|character|series|episode|documentary|presentation|slides|homework|faq|poster|checklist|plan|card|course on|webinar|support group|chapter|crossword|article)\b"
)
_EFFECT = re.compile(
    r"\b(?:known|common|usual|typical|rare|possible|frequent|listed|expected|late|long term) (?:side effects?|signs?|symptoms?|reactions?|complications?|risks?)\b|\b(?:side effect|complication) of\b|\b(?:expected|common|usual|typical) (?:on|with|after|in|during)\b|\b(?:provoque|provoca|verursacht|causa|auslost|causar|provocar|verursachen|auslosen|peligros\w|pericolos\w|dangereu\w+|gefahrlich|perigos\w|khatarnak)\b"
)
_OPEN = re.compile(
    r"^(?:is|are|do|does|can|could|was|will|would) (?!(?:only|hardly|barely|scarcely|no longer)\b)(?!.*\b(?:bad|serious|dangerous|emergency|ok|okay|normal|alright|this|these)\b)"
)
_ASKS_LIMIT = re.compile(r"\b(?:counts?|considered|a fever|means?|definition|normal|too (?:high|warm|hot)|limit|cut ?off)\b")
_OWN = re.compile(r"\b(?:i|my|he|she|his|her|we|our) .*\b(?:with|have|has|is|of|at)\b")
_THERE = re.compile(rf"\b(?:i|im|ive|my|me|mine|he|hes|she|shes|his|her|we|our|us|{KIN})\b")


def asserts(text: str, start: int = 0, *, loosely: bool = False) -> bool:
    """Whether someone is said, from `start` on, to have or do something now ("he has", "my nose is"), outside of an "if" or a question."""
    for found in _ASSERTS.finditer(text, start):
        if not _BLOCK.search(text[: found.start()]):
            return True
    return loosely and _LOOSE.search(text, start) is not None


def is_general(words: Words, mention: Mention, sentence: str, before: str, *, now: bool) -> bool:
    """Whether the sentence speaks of the sign in general: asked as knowledge, said of people, named as a topic."""
    if _PRINTED.match(sentence) or (_READ_OF.search(before) and not asserts(before)):
        return True
    if _STRICT.match(sentence) and not asserts(before):
        return True
    about = _ABOUT.search(before) if mention.concept not in ("pox", "exposure") else _AVOIDED.search(before)
    if about is not None and not (now and _THERE.search(sentence)) and not asserts(before[: about.start()] + " "):
        return True
    if _HINDI_ASKS.search(sentence) and not _HINDI_OWN.search(sentence):
        return True
    if mention.concept.startswith("temperature") and (_OWN.search(sentence) or not _ASKS_LIMIT.search(sentence)):
        return False
    start = _GENERAL_START.match(sentence)
    if start is not None and mention.first > words.sentence(mention.first)[0]:
        rest = before[start.end() :]
        if not asserts(rest + " " + words.joined(mention.first, mention.last + 1)) and not (now and _THERE.search(sentence)) and not _LOOSE.search(rest):
            return True
    if _GENERIC.search(before) and not (now and _THERE.search(sentence)) and not asserts(before):
        return True
    if _OPEN.match(sentence) and not _THERE.search(sentence) and not now:
        return True
    if _EFFECT.search(sentence) and not now and not asserts(before):
        return True
    return bool(_TOPIC.search(sentence) and not _THERE.search(sentence) and not now)
