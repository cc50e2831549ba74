"""`DosingInput`: recognises questions for an amount, a schedule, a change, a missed dose, a rate or a conversion."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from leukchat.safety.dosing.asked_briefly import asked_briefly
from leukchat.safety.dosing.asked_elsewhere import set_aside
from leukchat.safety.dosing.asked_plainly import asked_plainly
from leukchat.safety.dosing.change import change_spans
from leukchat.safety.dosing.curious import only_curious, surely_curious
from leukchat.safety.dosing.foreign import foreign_dosing
from leukchat.safety.dosing.marks import Placed, Sentence, marked
from leukchat.safety.dosing.phrases import Asked
from leukchat.safety.dosing.phrasings import asked_otherwise
from leukchat.safety.dosing.request_context import ASKING, ASKS_LEAVE, ASKS_OWN, COST, DEFINES, ELSE, NOT_CHANGE, NOT_MISSED, OFFERED, OWN, WHAT_NOW, told_only
from leukchat.safety.dosing.request_phrases import ALONE, AMOUNT, CONVERT, DOSE_AMOUNT, FORGOT, INDIRECT, RATE, SCHEDULE, SUBJECT_SHARED
from leukchat.safety.foreign import looks_foreign
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

REFUSAL = (
    "I can't tell you how much of a medicine to take, how often, or whether to change, skip or stop it. That depends on your blood counts, your kidneys and liver, "
    "your weight and your other medicines. Please ask your treatment team or pharmacist, and follow the label of your own prescription until you have reached them. "
    "If you may have taken too much, call your local poison line or emergency number now."
)

Span = tuple[int, int]
_OTHERS_TOO = re.compile(r"\b(?:do|does|did) (?:others|anyone|anybody|other people|many people)(?: else)? (?:have|get|feel|notice) (?:that|this|it)\b")
_NAMED = Asked(r"\b(?:DRUG|SUPP|REGIMEN)\b")
_AGENT = Asked(r"\b(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN|MASS|iv|infusion)\b")
_TAKE = (
    r"(?:take|taking|taken|takes|give|giving|given|use|using|have|had|swallow|inject|chew|drink|apply|dose|get|gets|need|pop|draw|put|start|begin|"
    r"suck|administer|prescribe\w*|replace|spray|set|repeat)"
)


def asks_for_dose(question: str) -> bool:
    """Whether a question asks for an amount, a schedule or a change of medicine."""
    return bool(question) and bool(DosingInput().scan(question, Context()))


class DosingInput:
    """Recognises questions for a dose, a schedule, a change, a missed dose or a conversion."""

    name = "dosing"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """At most one finding, with the span that asks."""
        normal = normalise(text)
        if looks_foreign(normal.text, generous=True):
            span = foreign_dosing(normal.text, asked=True)
            if span or looks_foreign(normal.text):
                return [_finding("dosing.foreign", normal.span(*span))] if span else []
        placed = tuple(Placed(set_aside(one.sentence), one.offset) for one in marked(normal.text))
        sentences = [one.sentence for one in placed]
        named = any(_NAMED.search(one.text) for one in sentences)
        agent = named or any(_AGENT.search(one.text) for one in sentences)
        whole = " ".join(one.text + (" ?" if one.end == "?" else "") for one in sentences)[:4000]
        for one in placed:
            if _told_of_oneself(one.sentence, whole):
                continue
            found = _request(one.sentence, whole, named, agent)
            if found is not None:
                rule, span = found
                return [_finding(rule, normal.span(*one.place(*span)))]
        placed = tuple(one for one in placed if not surely_curious(one.sentence.text) and not _told_of_oneself(one.sentence, whole))
        remaining = [one.sentence for one in placed]
        left = asked_plainly(remaining) or asked_briefly(remaining)
        if left is not None:
            index, rule, span = left
            return [_finding(rule, normal.span(*placed[index].place(*span)))]
        return []


def _told_of_oneself(sentence: Sentence, whole: str) -> bool:
    """Whether a sentence only tells what the writer takes, and no question is asked about that."""
    return sentence.end != "?" and "?" in whole and OWN.search(sentence.text) is not None and _OTHERS_TOO.search(whole) is not None


def _request(sentence: Sentence, whole: str, named: bool, agent: bool) -> tuple[str, Span] | None:
    text = sentence.text
    if only_curious(text):
        return None
    if not agent:
        alone = ALONE.search(text)
        return ("dosing.indirect", alone.span()) if alone else asked_otherwise(sentence, whole, agent)
    checks: tuple[tuple[str, Callable[[], Span | None]], ...] = (
        ("dosing.missed_dose", lambda: _missed(text, whole)),
        ("dosing.amount", lambda: _amount(sentence)),
        ("dosing.rate", lambda: _simple(RATE, text)),
        ("dosing.conversion", lambda: _simple(CONVERT, text)),
        ("dosing.schedule", lambda: _schedule(text)),
        ("dosing.change", lambda: _change(sentence)),
        ("dosing.amount", lambda: _offered(sentence, named)),
        ("dosing.indirect", lambda: _indirect(text, whole)),
    )
    for rule, check in checks:
        span = check()
        if span is not None:
            return rule, span
    if DEFINES.search(text) or NOT_CHANGE.search(text):
        return None
    found = asked_otherwise(sentence, whole, agent)
    return None if found is not None and found[0] == "dosing.amount" and told_only(text, whole) else found


def _simple(pattern: Asked, text: str) -> Span | None:
    match = None if DEFINES.search(text) else pattern.search(text)
    return match.span() if match else None


def _missed(text: str, whole: str) -> Span | None:
    match = FORGOT.search(text)
    if match is None or NOT_MISSED.search(text) or not (WHAT_NOW.search(whole) or len(text.split()) <= 12):
        return None
    near = text[max(0, match.start() - 60) : match.end() + 60]
    return match.span() if re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MED|REGIMEN|it|syrup|both)\b", near) else None


def _amount(sentence: Sentence) -> Span | None:
    text = sentence.text
    if DEFINES.search(text) or COST.search(text):
        return None
    for match in AMOUNT.finditer(text):
        asked = match[0]
        if (ELSE.search(asked) and not re.search(r"\b(?:FORM|SUPP)\b.{0,40}\b(?:sleep|pain)\b", asked)) or (
            "how m" in asked and ELSE.search(text, match.start(), match.start() + 40) and "MASS" not in text and "FORM" not in asked and "DRUG" not in asked and "SUPP" not in asked
        ):
            continue
        if sentence.topics & {"FOOD", "DRINK", "LAB", "VACC"} and not re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MASS)\b", text):
            continue
        if re.search(r"\bhow (?:much|many) SUPP (?:is|are|does|do|in)\b", text) and "FOOD" in sentence.topics:
            continue
        if re.match(r"which MED|what MED|what (?:\w+ )?MED$", asked) or re.search(r"\b(?:types?|kinds?) of\b", asked):
            continue
        if re.search(r"\b(?:how (?:much|many)) (?:people|patients|children|MED|DRUG (?:trials|studies)|REGIMEN|cycles|infusions|of these)\b", asked) and (
            re.search(r"how many (?:people|patients|children)", asked) or not re.search(rf"\b{_TAKE}\b", text)
        ):
            continue
        return match.span()
    return None


def _schedule(text: str) -> Span | None:
    if "VACCINE" in text or re.search(r"\b(?:mmr|vaccin\w*|flu (?:jab|shot)|booster|shingles)\b", text):
        return None
    match = SCHEDULE.search(text)
    if (
        match is None
        or DEFINES.search(text)
        or re.search(
            r"\b(?:tests?|checked|monitored|visits?|infusion take|induction|transplant|refill|hospital|until \w+ works?|works?\b|blood (?:test|draw)|pcr|"
            r"scans?|drive|fly|grow|work again|empty stomach)\b",
            text,
        )
    ):
        return None
    return match.span() if re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MED)\b", text) else None


def _change(sentence: Sentence) -> Span | None:
    text = sentence.text
    if NOT_CHANGE.search(text) or DEFINES.search(text) or (not ASKING.search(text) and sentence.end != "?"):
        return None
    for match in change_spans(text):
        if not re.search(r"\b(?:never|my doctor|doctor (?:has )?)\b", text[: match.start()][-25:]):
            return match.span()
    return None


def _offered(sentence: Sentence, named: bool) -> Span | None:
    """ "Is 600 mg of ibuprofen ok?": an amount put as a question. One's own regimen told as a fact passes, unless the question is about it."""
    text = sentence.text
    amount = DOSE_AMOUNT.search(text)
    own = OWN.search(text) if not ASKS_LEAVE.search(text) else None
    if "TRIAL" in sentence.topics and not re.search(r"\b(?:i|my|me|should)\b", text):
        return None
    if amount is None or COST.search(text) or (sentence.topics & {"LAB", "VACC"} and not named) or re.search(r"NUM MASS (?:/|per) (?:dl|d|l|VOL|ml)\b", text):
        return None
    asking = sentence.end == "?" or OFFERED.search(text) is not None
    if not asking or ("FOOD" in sentence.topics and "DRUG" not in text and "FORM" not in text and "SUPP" not in text):
        return None
    weak = re.match(r"an? |one DRUG (?:and|with)", amount[0]) is not None and not re.search(r"\b(?:a day|daily|extra|tonight|now|enough)\b", text)
    if weak or (own and not ASKS_OWN.search(text)):
        return None
    return amount.span() if re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MASS)\b", text) else None


def _indirect(text: str, whole: str) -> Span | None:
    match = INDIRECT.search(text) or SUBJECT_SHARED.search(text)
    return match.span() if match and _AGENT.search(whole) else None


def _finding(rule: str, span: Span) -> Finding:
    return Finding(rule=rule, action=Action.block, start=span[0], end=span[1], message=REFUSAL)
