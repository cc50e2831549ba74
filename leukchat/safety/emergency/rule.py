"""The rule of the input stage: escalates when the person's words say that an emergency is happening."""

from __future__ import annotations

from collections.abc import Sequence

from leukchat.safety.emergency.combinations import Said
from leukchat.safety.emergency.lexicon import Family, lexicon, words_of
from leukchat.safety.emergency.message import card
from leukchat.safety.emergency.phrases import Mention
from leukchat.safety.emergency.temperature import answered_sentences, is_limit, temperature_mentions
from leukchat.safety.emergency.tongue import tongue
from leukchat.safety.emergency.words import Words
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding


class EmergencyInput:
    """Escalates when the person's words say that an emergency is happening."""

    name = "emergency"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding per rule, in the order of the text; each message is the whole card of the first family that holds."""
        normal = normalise(text)
        words = words_of(normal.text)
        if not words.words:
            return ()
        said = Said(words, _mentions(words), near=_earlier(context))
        found: list[Finding] = []
        for family in lexicon().families:
            place = None if any(finding.rule == family.rule for finding in found) else _find(said, family)
            if place is not None:
                start, end = normal.span(words.words[place[0]].start, words.words[place[1]].end)
                found.append(Finding(rule=family.rule, action=Action.escalate, start=start, end=end, message=card(family, context.country, tongue(normal.text))))
        return tuple(sorted(found, key=lambda finding: finding.start))


def _mentions(words: Words) -> list[Mention]:
    """Phrases and temperatures; a fever beside a measured normal temperature is answered by it."""
    answered = answered_sentences(words)
    mentions = [m for m in lexicon().phrases.find(words.words) if m.concept != "fever" or words.words[m.first].sentence not in answered]
    measured = [m for m in temperature_mentions(words) if not is_limit(words, m.first)]
    return mentions + measured


def _earlier(context: Context) -> frozenset[str]:
    """Meanings said in the turns before, for signs that need a medicine or a treatment beside them."""
    earlier = " ".join(context.previous[-4:])
    if not earlier:
        return frozenset()
    words = words_of(normalise(earlier[-4000:]).text)
    return frozenset(mention.concept for mention in lexicon().phrases.find(words.words))


def _find(said: Said, family: Family) -> tuple[int, int] | None:
    places = [place for sign in family.signs if (place := said.find(sign)) is not None]
    return min(places) if places else None
