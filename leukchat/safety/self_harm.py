"""Thoughts of suicide or self-harm, said outright or not: answered warmly, with a crisis line.

A "what if" or a question does not soften them ("if it comes back I will end it", "how many would it
take"). Denials, times long past, cells that die, everyday idioms and questions about the end of life
are no crisis; in doubt it counts as one. Fear for another person, and the question how to support someone who is suicidal, is
answered too (`self_harm.other`): with the crisis line and with what a helper can do, never with a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from leukchat.safety.emergency.combinations import REACH
from leukchat.safety.emergency.lexicon import read_data, sign, words_of
from leukchat.safety.emergency.negation import is_denied
from leukchat.safety.emergency.phrases import Mention, Phrases, compile_phrases
from leukchat.safety.emergency.tense import is_past
from leukchat.safety.emergency.tongue import in_tongue, tongue
from leukchat.safety.emergency.words import Words
from leukchat.safety.helplines import helpline
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

_SIGNS = tuple(
    sign(line)
    for line in (
        "kill_self", "die_wish", "strong_pointless", "burden", "farewell_strong", "lethal_ask", "hurt_self", "hurt_more", "ask_die", "goodbye", "gone_soon", "means_had",
        "stockpile stockpile_end", "put_by put_by_end", "threat_take threat_end", "stop_care die_goal purpose", "stop_care on_purpose", "no_me eased", "burden_alone gone",
        "wrote final", "settled final_settled", "high_place high_pull", "cut_signs cut_hide", "follow_dead dies", "exhaust exhaust_pull", "how_many fatal_end",
        "farewell pointless", "farewell ready", "pointless gone", "pointless stockpile",
        "took_load on_purpose", "took_load sorry_end", "where_meds had_enough", "care_for gone_word", "gone_word make_sure", "sorry_words no_answer", "sorry_all had_enough", "burden_alone make_sure", "high_place bridge_easy", "gun gun_pull", "gave_away final_settled", "gave_away farewell", "hold_meds hold_end", "help_meds let_go",
    )
)  # fmt: skip
MOST = 40  # mentions of one meaning looked at
_KNOWLEDGE = re.compile(
    r"^(?:\w+ ){0,3}?(?:is|are|does|do|did|can|could|what|whats|why|how (?:common|often|do (?:doctors|cells|hospitals|you|natural)|does|is|are|many (?:people|patients))|which (?:countries|states|proteins|cells|genes))\b"
)
_TEAM = "Tell the treatment team today too: despair is common with leukemia, some treatments such as steroids can cause it, and it can be treated."
_SELF = frozenset("i im ive id ill me my myself mine yo me mi je moi ich mich mir io eu main mujhe mera meri मैं मुझे मेरी मेरा".split())
_OTHERS = re.compile(
    r"(?:he|hes|hed|hell|him|himself|she|shes|shed|shell|her|herself|they|husband|wife|son|daughter|mum|mom|dad|mother|father|brother|sister|friend|patient|partner|grand\w+|teen\w*|child|boy|girl|kid|uncle|aunt|cousin|neighbou?r|roommate|flatmate|boyfriend|girlfriend|student|"
    r"hijo|hija|marido|esposa|madre|padre|hermano|hermana|mari|femme|fils|fille|pere|mere|frere|soeur|mann|frau|sohn|tochter|mutter|vater|bruder|schwester|marito|moglie|figlio|figlia|sorella|fratello|filho|filha|pai|mae|irmao|irma|beta|beti|bhai|behen|papa|बेटा|बेटी|पति|पत्नी|भाई|बहन|पापा|माँ|वह)\Z"
)
# A question that the care team asks everyone: "the nurse asked whether I had thoughts of self-harm".
_SCREENED = re.compile(
    r"\b(?:nurse|doctor|psycholog\w+|counsell?or|therapist|team|social worker|questionnaire|form|survey|leaflet|they) (?:\w+ ){0,2}?(?:asks?|asked|asking|mentions?|mentioned|says|screens?|screened)\b.*\b(?:whether|if|about|for)\b"
)
# When the writer was small; a relative's death years ago.
_LONG_AGO = re.compile(
    r"^when i was (?:\w+|\w+ years old)(?: ,)? i (?:hid|threw|spat|used to)\b|\b(?:grand\w+|uncle|aunt|cousin|father|mother|brother|sister|dad|mum|mom|friend|neighbou?r) (?:killed|hanged|shot|drowned) (?:himself|herself) (?:\w+ )?(?:years|decades|ages|long) ago\b"
)
# The question how one supports such people, asked by somebody who looks after many.
_IN_GENERAL = re.compile(r"^how (?:do|can|should|would) (?:you|one|we|people) (?:support|help|talk to|care for)\b.*\bin general\b")
_PERSON = re.compile(
    r"\b(?:i|im|ive|ill|id|me|my|myself|he|hes|his|himself|him|she|shes|her|herself|husband|wife|son|daughter|mum|mom|dad|mother|father|brother|sister|friend|patient|partner|grand\w+|we|teen\w*|someone|somebody|person|yr old|year old|kid|child|boy|girl|yo|je|ich|io|eu|main|mai|मैं|mi|mich|me)\b"
)


def crisis_message(country: str, language: str = "") -> str:
    """Warm words, a crisis line, what to do next; for a `language` of `tongue`, the line stands first in that language."""
    numbers = helpline(country)
    return in_tongue(language, "crisis", numbers) + (
        "I'm really glad you wrote this down. What you feel, or what you fear for someone you love, matters, and nobody has to carry it alone. "
        f"**Please talk to someone now: {numbers.crisis}. If you or someone else is in danger right now, call {numbers.emergency} and stay with another person.**\n\n"
        f"Put medicines and other things that could hurt out of reach, or ask someone to keep them. {_TEAM}"
    )


def helper_message(country: str, language: str = "") -> str:
    """The same for someone who fears for another person: how to help, and whom to call.

    That talking about it does no harm, and the steps: https://www.rethink.org/advice-and-information/carers-hub/suicidal-thoughts-how-to-support-someone/
    """
    numbers = helpline(country)
    return in_tongue(language, "crisis", numbers) + (
        "I'm really glad you wrote this down. Fearing for someone is heavy, and neither of you has to carry it alone. "
        f"**If they may be in danger now, or have already done something, call {numbers.emergency} and stay with them. You can both talk to someone at any time: {numbers.crisis}.**\n\n"
        "You may ask them openly whether they think of suicide: asking does not put the idea into their head. Listen without judging, "
        f"put medicines and other things that could hurt out of reach, and keep in touch afterwards. {_TEAM}"
    )


class SelfHarmInput:
    """Escalates on thoughts of suicide or self-harm in the person's words, about themselves or someone else."""

    name = "self_harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """At most one finding; its message is what the person sees first."""
        normal = normalise(text)
        words = words_of(normal.text)
        place = _find(words)
        if place is None:
            return ()
        start, end = normal.span(words.words[place[0]].start, words.words[place[1]].end)
        if _of_another(words, *place):
            return (Finding(rule="self_harm.other", action=Action.escalate, start=start, end=end, message=helper_message(context.country, tongue(normal.text))),)
        return (Finding(rule="self_harm.crisis", action=Action.escalate, start=start, end=end, message=crisis_message(context.country, tongue(normal.text))),)


def _of_another(words: Words, first: int, last: int) -> bool:
    """Whether the words are said of somebody else: by whom they speak of, or by who stands nearest before them. In doubt, of the writer."""
    spoken = [word.text for word in words.words[first : last + 1]]
    if _SELF.intersection(spoken):
        return False
    beside = words.words[last + 1 : last + 2]  # "a suicidal friend"
    if any(_OTHERS.match(text) for text in spoken) or (beside and beside[0].part == words.words[last].part and _OTHERS.match(beside[0].text)):
        return True
    start, _ = words.sentence(first)
    for word in reversed(words.words[start:first]):
        if word.text in ("i", "im", "ive", "id", "ill", "me", "myself"):
            return False
        if _OTHERS.match(word.text):
            return True
    return False


@cache
def _phrases() -> Phrases:
    data = read_data("self_harm_words.yaml")
    return compile_phrases(data["concepts"], data["lists"])


def _find(words: Words) -> tuple[int, int] | None:
    by: dict[str, list[Mention]] = {}
    for mention in _phrases().find(words.words):
        by.setdefault(mention.concept, []).append(mention)
    for wanted in _SIGNS:
        if not (wanted.needs <= by.keys()):
            continue
        for head in by[wanted.said[0]][:MOST]:
            if not _counts(words, head, by):
                continue
            others = [next((m for m in by[name][:MOST] if _near(m, head) and not is_denied(words, m)), None) for name in wanted.said[1:]]
            if None not in others:
                group = [head, *(m for m in others if m is not None)]
                return min(m.first for m in group), max(m.last for m in group)
    return None


def _near(one: Mention, two: Mention) -> bool:
    return max(one.first - two.last, two.first - one.last, 0) <= REACH and (one.first, one.last) != (two.first, two.last)


def _counts(words: Words, head: Mention, by: dict[str, list[Mention]]) -> bool:
    """Whether the words are meant: not denied, not long past, no idiom, not asked as knowledge."""
    if is_denied(words, head):
        return False
    first, last = words.sentence(head.first)
    sentence = words.joined(first, last)
    if is_past(words, head, sentence):
        return False
    if any(_overlap(m, head) for m in by.get("idiom", ())) or _SCREENED.search(words.joined(first, head.first)):
        return False
    if _LONG_AGO.search(sentence) or (_IN_GENERAL.search(sentence) and head.concept == "kill_self"):
        return False
    about = [m for name in ("no_crisis", "dark_ask") for m in by.get(name, ()) if first <= m.first < last]
    personal = _PERSON.search(sentence) is not None
    if about and (not personal or _closer(about, head)):
        return False
    return personal or not (_KNOWLEDGE.match(sentence) and head.concept in ("kill_self", "hurt_self"))


def _closer(about: Sequence[Mention], head: Mention) -> bool:
    """Whether cells, genes, films or end-of-life care stand right beside the words."""
    return any(_overlap(m, head) or max(m.first - head.last, head.first - m.last) <= 4 for m in about)


def _overlap(one: Mention, two: Mention) -> bool:
    return one.first <= two.last and two.first <= one.last
