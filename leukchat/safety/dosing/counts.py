"""Amounts without a unit of mass: tablets and drops, "two of these", "one in the morning", "Jakafi 10", table cells."""

from __future__ import annotations

import re

from leukchat.safety.dosing.alternatives import alternatives
from leukchat.safety.dosing.grammar import ADJECTIVES, COUNTED, DIRECTIVE, OFTEN, PART, WHEN, N
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window, history

Span = tuple[int, int]
_FORM = alternatives(
    rf"\b(?P<count>{COUNTED}|an?|too|for|the whole|whole) {ADJECTIVES}(?P<form>FORM|VOL|DOSE|SHOT|DRUG|SUPP|of (?:them|these|those|it|the \w+(?: \w+)? ones?)|ones\b)(?:(?: of)?(?: the| your)? (?:DRUG|SUPP))?"
)
_WEAK = frozenset(("a", "an", "both", "too", "for", "the whole", "whole"))
_TAKES = alternatives(
    r"\b(?:take|takes|taking|give|giving|swallow|swallowing|chew|inject|use|apply|have|add|adding|try|pop|put|insert|dissolve|drink|suck|spray|rub|stick|get)\b(?: \S+){0,3} $"
)
_NOT_COUNT = alternatives(
    r" (?:(?:have|has) (?:fallen|gone|dropped)|fell|(?:is|are) (?:left|missing)|most\b|who|that|(?:are|is|were|was) (?:used|available|approved|known|made|sold|on|in|given)|for (?:cll|cml|all|aml|leukemia)|exists?|in trials|often (?:regains?|helps?)|called|named|used|known|that (?:is|are|works?|blocks?)|which|box|boxes|organi[sz]ers?|bottles?|containers?|cutters?|splitters?|calendars?|counters?|burden|holders?|reminders?|counts?|makers?|compan\w+|can|could|may|drugs?|inhibitors?|MED (?:are|is|were)|studies|trials|types?|kinds|companies|makers|names|brands|options|groups|users|%|percent)\b"
)
_NEGATED = alternatives(r"\b(?:not|never|n't|don't|doesn't|shouldn't|can't|cannot|no one|nobody|avoid|even|without|rather than|resist|instead of|nor) (?:\S+ ){0,5}$")
_CEILING_BEFORE = alternatives(r"\b(?:more|over|above|beyond|exceed|exceeding|past|higher) (?:than )?(?:\w+ )?$")
_UNLESS = alternatives(r"\b(?:unless|only when|only if|except|though|until|but|if the first|without at least|sooner than|closer than)\b")
_HARM = alternatives(r"\b(?:can|could|may|might|is|are|be) (?:be )?(?:\w+ )?(?:harm\w*|danger\w*|toxic|fatal|serious|deadly|too much)\b")
_OUT = alternatives(
    r"\b(?:insurance|plan|pharmacy|insurer) (?:may |might |will |can |only |often )*(?:covers?|pays?|gives?|supply|supplies|hands?)\b|\b(?:pack|box|bottle|blister|bag|supply|strip|stock|packs|boxes|bottles) of (?:NUM|one)\b|\blook alike\b|\breplaced\b|\bcarr(?:y|ied)\b|\bplacebo\b|\bidentical\b"
)
_EVAL = alternatives(
    r"\b(?:enough|plenty|fine|ok|okay|safe|right|sensible|usual|normal|typical|sufficient|do|help|settle|works?|hurt|the dose|too strong|correct|best|harmless|good)\b"
)
_ALLOWED = alternatives(r"\b(?:allow\w*|up to|no more than|at most|yourself|maximum of|limit of|need|needs|want|get|gets)(?: \S+){0,3} ?$")
_WHEN_COUNT = alternatives(
    rf"\b(?P<n>{N}|{PART}|couple|both|another|the rest|the other|double|all) (?:(?:more|extra|small|big|whole|white|FORM|DOSE|of them|again|each) )?(?P<when>(?:in the|at|before|after|with|each|every|per|tonight|tomorrow|this|on week|twice|on|a day|a week|daily|nightly|now\b|BID|bid|tid|an hour)\b)"
)
_ORDERS = alternatives(rf"(?:{OFTEN.pattern})|(?:{WHEN.pattern})")
_NO_AGENT = alternatives(
    r"\b(?:temperature|fever|pulse|weight|weigh|degrees|steps?|minutes?|laps|walks?|times|people|visits?|meals?|snacks?|room|floor|page|section|bus|appointment|clinic|born|aged?|years? old|score|pain|scale|naps?|hours? of sleep|questions?|chair|breaths?|cycles?|visitors|sun|sunscreen|factor|spf|moisturi[sz]er|lotion|balm)\b"
)
_BARE = alternatives(
    rf"\b(?:DRUG|SUPP) (?:(?:,|:|=|at|to|of|is|x|-|\(|->) ?){{0,2}}(?P<n>NUM)(?= ?$| ?[,|)&] | (?:then|and|or|DRUG|now|\+)\b| (?:{OFTEN.pattern})| (?:{WHEN.pattern}))"
)
_FIGURE = alternatives(
    rf"\b(?:number|figure|answer|amount|DOSE|MED|it's|it is|that is|that's|count) (?:\S+ ){{0,7}}?(?:is|be|are|was|means|=|:|it's|it is) (?:about |around |roughly |just |simply |probably )?(?P<n>NUM|one)(?= ?$| ?[,)] | (?:{OFTEN.pattern})| (?:{WHEN.pattern}))"
)
_OTHER_THINGS = r"(?! (?:of|in|out|%|percent|people|patients|adults|children|participants|men|women|years?|months?|weeks?|days?|hours?|minutes|times|cases|trials?|studies|cycles?|courses|side|kinds|types|main|other|different|DRUG|MED|phases|clinical|large|small|more|new|similar|/|nmol|ng|mmol|pg|pmol|μmol|log|centres|countries|genes|points|degrees|SHOT|visits|-|CLOCK|million|FORM|percent|day|week|month|year)\b)(?! ?[%/\]])"
"""What a number near a medicine may count instead of it: people, months, percent."""
_NEAR = alternatives(
    rf"\bDRUG(?: FORM| MED| DOSE)? (?:(?:comes?|came) to |works out (?:at|to) |at |to |is |of |should be |be |= ?|around |about |roughly |would be |goes? (?:to|at) |down to |up to |, ?)?(?P<n>NUM){_OTHER_THINGS}|\b(?:use|take|have|swallow|buy) (?:the |your )NUM s\b|\btaper ?:? NUM\b|\b(?:people|someone|adults|patients|folks) (?:of )?(?:like you|your \w+) (?:\w+ ){{0,3}}?(?:take|takes|get|have|on|need|use) (?:NUM|one)\b(?! (?:years?|weeks?|months?|days?|hours?|%|percent|visits?|tests?))|\b(?:take|suck|swallow|give|pop|chew|inject) (?:him |her )?(?:NUM|one) (?!(?:deep|steps?|breaths?|walks?|naps?|breaks?|minutes?|rests?|sips?|laps|photos?|pictures?|readings?|bites?|showers?|baths?)\b)[a-z]+s? every NUM (?:hours?|h)\b"
)
_TRIADS = alternatives(r"\bTRIAD\b")
_OF_DRUG = alternatives(
    r"\bNUM (?:of |worth of )(?:the |your )?(?:DRUG|SUPP)\b|^NUM (?:is|should be|would be|will be|ought to be) (?:plenty|enough|right|fine|the|too much|safe|usual|ok|okay)\b"
)
_TO_FIGURE = alternatives(
    rf"\b(?:go|going|stay|move|start|begin|try|drop|increase|cut|reduce|lower|raise|up|down|back|keep|remain|stick|titrate|push|climb|settle|aim|round|land|end up|continue|change|switch|get|creep|trimmed|lowered|raised|cut|reduced|increased|brought|set|started|capped|kept)(?: \w+){{0,3}}? (?:to|on|at|with|for|from|try) (?:about |around |just |only )?(?P<n>NUM){_OTHER_THINGS}"
)
_BARE_DAILY = alternatives(
    r"\b(?P<n>NUM) (?:a (?:day|week|night|time|go)|daily|nightly|per day|each (?:day|night|morning|evening)|every (?:day|night|morning|evening|other day)|once|twice)\b(?! (?:of (?!DRUG|SUPP|it\b|them\b|your\b|the DRUG)|a year))"
)
_FEW_WORDS = 9


def told_count(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A number of tablets, drops, doses, or of the medicine itself, with anything that makes it an order."""
    text = sentence.text
    if history(sentence) or _OUT.search(text) or ("COST" in sentence.topics and "FORM" in text and not DIRECTIVE.search(text)):
        return None
    for match in _FORM.finditer(text):
        if _counts(sentence, window, index, match):
            return match.span()
    return None


def _counts(sentence: Sentence, window: Window, index: int, match: re.Match[str]) -> bool:
    text, form, before = sentence.text, match["form"], sentence.text[: match.start()]
    count = match["count"].strip()
    weak = count in _WEAK or count == "another"
    if (count in ("too", "for") and text[match.end("count") + 1 :][:4] not in ("FORM", "VOL ")) or (
        weak and re.search(r"\b(?:if|when|after|before|once|while|since|also|targeted)\b[^,]*$|\b(?:had|took|taken) (?:\w+ )?$", before)
    ):
        return False
    taken = _TAKES.search(before + " " if not before.endswith(" ") else before) is not None
    if _NOT_COUNT.match(text, match.end()) or (weak and form in ("DRUG", "SUPP", "VOL", "ones") and not (form != "ones" and taken and _ORDERS.search(text, match.end()))):
        return False
    if form in ("DOSE", "SHOT") and ("VACC" in sentence.topics or "VACCINE" in text or "VACC" in window.topics or (weak and not (taken and _ORDERS.search(text)))):
        return False
    if form == "VOL" and {"rinse", "swish", "gargle", "rinsing"} & sentence.words:
        return False
    if form == "VOL" and ((sentence.topics & {"FOOD", "DRINK"} and not re.search(r"\b(?:DRUG|SUPP|FORM|MED)\b", text)) or not window.spoken(index)):
        return False
    if form.startswith("of") and not (
        _ORDERS.search(text)
        if form.endswith(("ones", "one", "them")) and not sentence.topics & {"FOOD", "LAB", "TRIAL"}
        else window.spoken(index) and (_ORDERS.search(text) or DIRECTIVE.search(text))
    ):
        return False
    if _NEGATED.search(before) and not _CEILING_BEFORE.search(before) and (not _UNLESS.search(text, match.end()) or hands_off(text, match.start())):
        return False
    if _HARM.search(text) and "no harm" not in text and not _CEILING_BEFORE.search(before):
        return False
    if form in ("DRUG", "SUPP") and not (_ORDERS.search(text) or taken or _EVAL.search(text, match.end()) or _ALLOWED.search(before)):
        return False
    if weak and not taken and not _ORDERS.search(text, match.end()) and not (before == "" and _EVAL.search(text)):
        return False
    if not weak and form == "FORM" and not sentence.topics & {"TEAM", "ASK", "TRIAL", "COST", "PAST", "LAB"}:
        return True
    return bool("DRUG" in text or _ORDERS.search(text) or DIRECTIVE.search(text) or _EVAL.search(text) or len(sentence.marks) <= _FEW_WORDS)


def told_when(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A bare number with a time: "two in the morning and one at night", "four hundred a day"."""
    text = sentence.text
    if (
        _NO_AGENT.search(text)
        or sentence.topics & {"LAB", "COST", "VACC", "TRIAL"}
        or _CARE.search(text)
        or (sentence.topics & {"FOOD", "DRINK"} and not re.search(r"\btake (?:it|them|this|one|NUM)\b|\bDRUG\b", text))
        or history(sentence)
    ):
        return None
    found = [m for m in _WHEN_COUNT.finditer(text) if not _CLOCK_TIME.search(text[max(0, m.start() - 4) : m.end() + 10]) and not _NEGATED.search(text[: m.start()])]
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


_CARE = alternatives(r"\b(?:in (?:the )?hospital|at the (?:clinic|hospital|day unit|ward)|day unit|ward|nurse)\b")
_CLOCK_TIME = alternatives(r"\b(?:NUM|one) (?:on|in the morning on|at) (?:NUM|the|your|a) ")


def told_figure(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A bare figure as an amount: "Jakafi 10", "the number they will tell you is 140", "80 a day of asciminib"."""
    text = sentence.text
    if sentence.topics & {"LAB", "FOOD", "COST"} or history(sentence) or _NO_AGENT.search(text) or _CARE.search(text):
        return None
    for match in _BARE.finditer(text):
        if _plausible(sentence.value(match.start("n"))):
            return match.span()
    of = _OF_DRUG.search(text)
    if of and "TRIAL" not in sentence.topics and _plausible(sentence.value(of.start())) and not _NEGATED.search(text[: of.start()]):
        return of.span()
    known = window.known(index)
    to = _TO_FIGURE.search(text) if known else None
    if to and _plausible(sentence.value(to.start("n"))):
        return to.span()
    near = _near_figure(sentence, window, index)
    if near is not None:
        return near
    daily = _BARE_DAILY.search(text)
    if (
        daily
        and (window.spoken(index) or re.search(r"\b(?:take|swallow|give|up to|have|no more than|limit|stick|stay)(?: \w+){0,2} $", text[: daily.start()]))
        and sentence.value(daily.start("n")) <= 5000
        and not _NEGATED.search(text[: daily.start()])
        and "DRINK" not in sentence.topics
    ):
        return daily.span()
    figure = _FIGURE.search(text)
    if figure and (window.known(index) or "DOSE" in text or "tell you" in text or _ORDERS.search(text)) and _plausible(sentence.value(figure.start("n"))):
        return figure.span()
    return None


def _near_figure(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A figure beside a medicine that counts nothing else, a day's triad ("1-0-1"), or "the 200s"."""
    text = sentence.text
    triad = _TRIADS.search(text)
    if triad and (window.spoken(index) or re.search(r"\b(?:meals?|food|after|before|take)\b", text)):
        return triad.span()
    near = _NEAR.search(text)
    if (
        near
        and not sentence.topics & {"TRIAL", "TEAM"}
        and "CITE" not in text
        and (near["n"] is None or _plausible(sentence.value(near.start("n"))))
        and not _NEGATED.search(text[: near.start()])
    ):
        return near.span()
    return None


def _plausible(value: float) -> bool:
    return 0 < value <= 5000 and not 1900 <= value <= 2100


_ROW = alternatives(r"\|")
_HEADS = alternatives(
    r"\b(?:day|days|week|weeks|morning|evening|noon|night|weight|age|DOSE|MED|amount|syringe|how|take|month|time|when|daily|step|date|mon|tue|kg|to do|anc|platelets|creatinine|level|effect|kidney|count|counts)\b"
)
_NOT_HEADS = alternatives(r"\b(?:response|survival|people|patients|remission|percent|%|study|result|range|kcal|relapse|ecg|visit|visits|ask)\b")
_CELL = alternatives(r"[^|\s] \| (?:about |to )?(NUM|one|half|stop|hold|full|none|pause|keep\b[^|]*|nothing)(?= ?\||$)")


def told_table(window: Window) -> tuple[int, Span] | None:
    """A table of bare figures or changes by day, weight or count, with a medicine in it: the row's number and the span."""
    sentences = [one.sentence for one in window.sentences]
    rows = [(index, one) for index, one in enumerate(sentences) if _ROW.search(one.text)]
    if len(rows) < 2:
        return None
    text = " ".join(one.text for one in sentences)
    head = " ".join(one.text for one in sentences[: rows[0][0] + 1])
    if (
        not re.search(r"\b(?:DRUG|SUPP|DOSE|FORM|MED)\b", text)
        or not _HEADS.search(text)
        or _NOT_HEADS.search(head)
        or (window.topics & {"FOOD"} and "DRUG" not in text)
        or (window.cited and not window.asked and "TRIAL" in window.topics)
    ):
        return None
    for index, row in rows:
        cell = _CELL.search(row.text)
        if cell and not ("LAB" in row.topics and not re.search(r"\b(?:DRUG|stop|hold|half|full)\b", row.text)):
            return index, cell.span()
    return None
