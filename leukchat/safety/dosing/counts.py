"""Amounts without a unit of mass: tablets and drops, "two of these", "one in the morning and two at night"."""

from __future__ import annotations

import re

from leukchat.safety.dosing.amounts import HOLDS, PER_HUNDRED, RECIPE
from leukchat.safety.dosing.figures import CARE, NEGATED, NO_AGENT, ORDERS
from leukchat.safety.dosing.grammar import ADJECTIVES, COUNTED, DIRECTIVE, PART
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.times import OFTEN, N
from leukchat.safety.dosing.unexplained import PHONES
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_FORM = Phrases(
    rf"\b(?P<count>{COUNTED}|an?|too|for|the whole|whole) {ADJECTIVES}(?P<form>FORM|VOL|DOSE|SHOT|DRUG|SUPP|of (?:them|these|those|it|"
    r"the \w+(?: \w+)? ones?)|ones\b)(?:(?: of)?(?: the| your)? (?:DRUG|SUPP))?",
)
_WEAK = frozenset(("a", "an", "both", "too", "for", "the whole", "whole"))
_TAKES = Phrases(
    r"\b(?:take|takes|taking|give|giving|swallow|swallowing|chew|inject|use|apply|have|add|adding|try|pop|put|insert|dissolve|drink|suck|spray|rub|stick|get)\b(?: \S+){0,3} $"
)
_NOT_COUNT = Phrases(
    r" (?:(?:holds?|contains?) NUM (?:MASS|VOL|GRAM)|is (?:slow|quick|fast|long|short)(?:er)?\b(?! enough)|(?:have|has) (?:fallen|gone|dropped)|fell|(?:is|are) (?:left|missing)|most\b|who|that|(?:are|is|were|was) (?:used|available|approved|known|attached|placed|made|"
    r"sold|on|in|given)|for (?:cll|cml|all|aml|leukemia)|exists?|in trials|often (?:regains?|helps?)|looks? (?:like|different|the same)|called|"
    r"named|used|known|that (?:is|are|works?|blocks?)|"
    r"which|box|boxes|organi[sz]ers?|bottles?|containers?|cutters?|splitters?|calendars?|counters?|burden|holders?|reminders?|counts?|makers?|compan\w+|can|"
    r"could|may|drugs?|inhibitors?|MED (?:are|is|were)|studies|trials|types?|kinds|companies|makers|names|brands|options|groups|users|%|percent)\b",
)
_CEILING_BEFORE = Phrases(r"\b(?:more|over|above|beyond|exceed|exceeding|past|higher) (?:than )?(?:\w+ )?$")
_UNLESS = Phrases(r"\b(?:unless|only when|only if|except|though|until|but|if the first|without at least|sooner than|closer than)\b")
_HARM = Phrases(r"\b(?:can|could|may|might|is|are|be) (?:be )?(?:\w+ )?(?:harm\w*|danger\w*|toxic|fatal|serious|deadly|too much)\b")
_OUT = Phrases(
    r"\b(?:insurance|plan|pharmacy|insurer) (?:may |might |will |can |only |often )*(?:covers?|pays?|gives?|supply|supplies|hands?)\b",
    r"\b(?:pack|box|bottle|blister|bag|supply|strip|stock|packs|boxes|bottles) (?:of|contains?|holds?|has|have) (?:NUM|one)\b",
    r"\blook alike\b",
    r"\breplaced\b",
    r"\bcarr(?:y|ied)\b",
    r"\bplacebo\b",
    r"\bidentical\b",
)
_EVAL = Phrases(
    r"\b(?:sorts?|see off|what i'd|my (?:pick|choice|favourite|suggestion)|what i would|enough|plenty|fine|ok|okay|safe|right|sensible|usual|normal|typical|sufficient|do|help|settle|works?|hurt|the dose|too strong|correct|"
    r"best|harmless|good|appropriate|acceptable|reasonable|suffice|suffices|suits?|allowed|recommended|advisable|adequate)\b"
)
_ALLOWED = Phrases(r"\b(?:allow\w*|up to|no more than|at most|yourself|maximum of|limit of|need|needs|want|get|gets)(?: \S+){0,3} ?$")
_WHEN_COUNT = Phrases(
    rf"\b(?P<n>{N}|{PART}|couple|both|another|the rest|the other|double|all) (?:(?:more|extra|small|big|whole|white|FORM|DOSE|of them|again|"
    r"each) )?(?P<when>(?:in the|at|before|after|with|each|every|per|tonight|tomorrow|this|on week|twice|on|a day|a week|daily|nightly|now\b|BID|bid|tid|"
    r"an hour)\b)",
)
COUNTS, BARE_COUNTS = (_FORM,), (_WHEN_COUNT,)
"""Phrases of which one must be in a sentence that tells a count of something, or a bare count with a time."""
_FEW_WORDS = 9
_TOOK = re.compile(
    r"\b(?:he|she|they|someone|somebody|father|mother|son|daughter|husband|wife|child|you|patient) (?:have |has |had |accidentally )?(?:took|"
    r"swallowed|taken) (?:only |about )?$|\bcompared $|\bMASS (?:in|per|/) $"
)
_PART_OF = re.compile(r"\b(?:in|of|out of|among|between|(?:given|runs?|takes place|falls?|happens?) (?:\w+ )?on) $")


_COOKED = re.compile(r"\b(?:add|stir|whisk|drizzle|blend|spread|melt|fold|mix|pour) (?:in )?(?:\w+ ){0,2}?VOL\b.{0,40}\b(?:to|into|in|on|over|through|with|for) ")


def taken_here(text: str) -> bool:
    """Whether a text speaks of taking something, not only of what food holds."""
    return re.search(r"\b(?:FORM|DOSE|DRUG|take|taken|taking|swallow|supplements?)\b", text) is not None


def told_count(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A number of tablets, drops, doses, or of the medicine itself, with anything that makes it an order."""
    text = sentence.text
    if _OUT.search(text) or ("COST" in sentence.topics and "FORM" in text and not DIRECTIVE.search(text)):
        return None
    for match in _FORM.finditer(text):
        if _counts(sentence, window, index, match):
            return match.span()
    return None


def _something_else(sentence: Sentence, window: Window, index: int, form: str, weak: bool) -> bool:
    """A vaccine's doses, a mouth rinse, spoons in the kitchen."""
    text = sentence.text
    if form in ("DOSE", "SHOT"):
        return "VACC" in sentence.topics or "VACCINE" in text or "VACC" in window.topics or weak
    if form != "VOL":
        return False
    if PER_HUNDRED.search(text) and "FOOD" in sentence.topics:
        return True
    if {"rinse", "swish", "gargle", "rinsing"} & sentence.words or not window.spoken(index) or ("DRUG" not in text and not sentence.words.isdisjoint(RECIPE)):
        return True
    if "FOOD" in sentence.topics and sentence.words.isdisjoint(("DRUG", "SUPP", "FORM", "DOSE")) and _COOKED.search(text):
        return True
    return bool(sentence.topics & {"FOOD", "DRINK"}) and not re.search(r"\b(?:DRUG|SUPP|FORM|MED)\b", text)


def _counts(sentence: Sentence, window: Window, index: int, match: re.Match[str]) -> bool:
    text, form, before = sentence.text, match["form"], sentence.text[: match.start()]
    if (
        form == "SUPP"
        and "FOOD" in sentence.topics
        and ((HOLDS.search(text) and not ORDERS.search(text)) or not (taken_here(text) or OFTEN.search(text)) or not sentence.words.isdisjoint(RECIPE))
    ):
        return False
    if _TOOK.search(before) or (form.startswith(("of", "ones")) and (_PART_OF.search(before) or window.topics & {"FOOD", "DRINK"} or _NOUN_NEXT.match(text, match.end()))):
        return False
    count = match["count"].strip()
    weak = count in _WEAK or count == "another"
    if (count in ("too", "for") and text[match.end("count") + 1 :][:4] not in ("FORM", "VOL ")) or (
        weak and re.search(r"\b(?:if|when|after|before|once|while|since|also|targeted)\b[^,]*$|\b(?:had|took|taken) (?:\w+ )?$", before)
    ):
        return False
    taken = _TAKES.search(before + " " if not before.endswith(" ") else before) is not None
    if _NOT_COUNT.match(text, match.end()) or (
        weak and form in ("DRUG", "SUPP", "VOL", "ones") and not (form != "ones" and ((taken and ORDERS.search(text, match.end())) or _EACH.match(text, match.end())))
    ):
        return False
    if _something_else(sentence, window, index, form, weak and not (taken and ORDERS.search(text))):
        return False
    if form.startswith("of") and not (
        ORDERS.search(text)
        if form.endswith(("ones", "one", "them")) and not sentence.topics & {"FOOD", "LAB", "TRIAL"}
        else window.spoken(index) and (ORDERS.search(text) or DIRECTIVE.search(text))
    ):
        return False
    if NEGATED.search(before) and not _CEILING_BEFORE.search(before) and (not _UNLESS.search(text, match.end()) or hands_off(text, match.start())):
        return False
    if _HARM.search(text) and "no harm" not in text and not _CEILING_BEFORE.search(before):
        return False
    if form in ("DRUG", "SUPP") and not (ORDERS.search(text) or taken or _EVAL.search(text, match.end()) or _ALLOWED.search(before)):
        return False
    if weak and not taken and not ORDERS.search(text, match.end()) and not (before == "" and _EVAL.search(text)):
        return False
    if not weak and form == "FORM" and not sentence.topics & {"TEAM", "ASK", "TRIAL", "COST", "PAST", "LAB"}:
        return True
    return bool("DRUG" in text or ORDERS.search(text) or DIRECTIVE.search(text) or _EVAL.search(text) or sentence.size <= _FEW_WORDS)


def told_when(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A bare number with a time: "two in the morning and one at night", "four hundred a day"."""
    text = sentence.text
    if (
        NO_AGENT.search(text)
        or sentence.topics & {"LAB", "COST", "VACC", "TRIAL"}
        or CARE.search(text)
        or (sentence.topics & {"FOOD", "DRINK"} and not re.search(r"\btake (?:it|them|this|one|NUM)\b|\bDRUG\b", text))
    ):
        return None
    found = [
        m
        for m in _WHEN_COUNT.finditer(text)
        if sentence.value(m.start()) not in PHONES
        and not 1900 <= sentence.value(m.start()) <= 2100
        and not _AT_CLOCK.search(text[max(0, m.start() - 8) : m.start()])
        and not _CLOCK_TIME.search(text[max(0, m.start() - 4) : m.end() + 10])
        and not text.startswith(" NUM", m.end())
        and not NEGATED.search(text[: m.start()])
    ]
    if not found:
        return None
    known = window.spoken(index)
    if (
        len(found) >= 2
        or known
        or re.search(
            r"\b(?:take|swallow|give|inject|chew|pop|keep to|stick to|wrong with|go with|people (?:like you|your age)|your (?:wife|husband|son|daughter|dad|mum|mom))\b", text
        )
    ):
        if "TEAM" in sentence.topics and not re.search(r"\b(?:take|swallow)\b", text) and not known:
            return None
        first = found[0]
        number = first["n"].strip()
        if (
            number in ("one", "the other", "all", "both", "the rest", "another")
            and len(found) == 1
            and not re.search(rf"\b(?:take|takes|have|give|swallow|inject|add|use|chew|and|or|then|just|only|,) {number} ", text)
        ):
            return None
        return first.span()
    return None


_EACH = re.compile(r" (?:after|before|with|at) (?:each|every|the) (?:meal|main meal|loose stool|stool|feed)\b")
_NOUN_NEXT = re.compile(r" (?!(?:always|sometimes|perhaps|days|hours|times|weeks|minutes|nights|mornings|evenings|makes|does|helps|tablets)\b)(?:MED|REGIMEN|[a-z]{4,}s)\b")
_AT_CLOCK = re.compile(r"\b(?:at|by|until|till|past|from|since) $")
_CLOCK_TIME = Phrases(r"\b(?:NUM|one) (?:on|in the morning on|at) (?:NUM|the|your|a) ")
