"""Dosing statements that need no amount with a unit, or no directive: counts beside a drug, bare figures, schedules, missed doses.

Patterns run over normalised text. Each returns the span of what makes the statement, or None.
"""

from __future__ import annotations

import re

from leukchat.safety.dosing_parts import NUMBER
from leukchat.safety.drugs import DrugMention

Span = tuple[int, int]
_TIME = (
    r"(?:in the (?:morning|evening|afternoon)|at (?:night|bedtime|noon|breakfast|lunch|dinner|supper)|tonight|tomorrow|before bed|before (?:each|every|a) (?:meal|dose)|after (?:supper|dinner|lunch|breakfast|each|every)\b|"
    r"(?:with|at|between) (?:breakfast|lunch|dinner|supper|bed)|straight away|right away|now and|again|each (?:morning|evening|night|day)|every (?:morning|evening|night|day|other day)|mornings?|evenings?|nightly|daily|a day|per day|"
    r"twice|on (?:week ?days|week ?ends|mon|tues?|wed|thurs?|fri|sat|sun)\w*|by morning|within an hour|for (?:a )?(?:\w+ )?(?:days?|weeks?|nights?|fortnight))"
)
_ADJECTIVE = r"(?:(?:small|little|big|large|white|blue|yellow|pink|red|orange|green|round|long|oval|strong|same|usual|normal)\s+)*"
_OF_THEM = re.compile(
    rf"\b(?:{NUMBER})\s+(?:of\s+(?:them|these|those|the\s+{_ADJECTIVE}(?:ones?|pills?|tablets?|capsules?))|{_ADJECTIVE}(?:ones|of the \w+ ones))\b[^.!?\n]{{0,30}}?\b{_TIME}\b"
)
_COUNT_TIME = re.compile(
    rf"\b(?:{NUMBER})\s+(?:\w+\s+){{0,2}}?(?:tablets?|tabs?|pills?|capsules?|caps|sachets?|suppositor(?:y|ies)|drops?|puffs?|lozenges?|gummies)\b[^.!?\n]{{0,60}}?\b{_TIME}\b"
)
_MORE_OF_FORM = re.compile(
    r"\b(?:take|have|add|give|inject|swallow|chew|with)\s(?:\w+\s){0,2}?(?:a second|a third|another|one more|an extra|two more|fewer|half (?:a|of (?:a|the|what you take))|a quarter of an?)\s+(?:\w+\s+)?(?:tablet|tab|pill|capsule|cap|dose|sachet|patch)e?s?\b|\bhalf of what you take\b"
)
_BARE_AFTER = re.compile(
    r"^[\s:]{1,3}(?P<n>\d{1,4}(?:\.\d+)?)(?!\s*(?:%|percent|days?|weeks?|months?|years?|hours?|people|patients|times|of \d|out of|[-–/]\s*\d|\.\d|st\b|nd\b|rd\b|th\b|mmol|ng|µ|x\s?10|cells|trials?|studies|dollars|euros?|\)|\]))(?=[\s,;.|]|$)"
)
_BARE_DAILY = re.compile(
    r"(?<![\w.])(?:\d{1,4}|hundred|fifty|eighty|twenty|forty)\s+(?:a day|daily|twice(?: a day)?|per day|in the morning|at night|once a day|each (?:morning|night))\b"
)
_NOT_SCHEDULE = re.compile(
    r"\b(?:tests?|checks?|checked|visits?|clinic|scans?|counts?|measured|monitor\w*|appointments?|blood draws?|trial|study|participants|level|levels|call|temperature|walk\w*|exercise|naps?|weigh\w*|wash\w*|rinse\w*|fever|nurse|team|ward|hospital|temperature|sunscreen|brush\w*|vaccin\w*)\b"
)
_TAKEN = re.compile(r"\b(?:taken|given|swallowed|take|takes|go(?:es)? in|gone in|had|have|used|use|keep|stay on|on|is|are|best|recommended|dose|dosed|schedule)\b")
_STRICT_OFTEN = re.compile(
    r"\b(?:bid|tid|qid|qd|qod|b\.i\.d|t\.i\.d|q\d+h|prn)\b|\bthrice a (?:day|week)|\bonly on week ?(?:days|ends)|\b(?:once|twice|(?:\d|two|three|four|five|six) times)\s(?:a|per|each|every)\s(?:day|week)|\bonce (?:daily|weekly|nightly)|\btwice (?:daily|weekly)|\bevery (?:other day|second day|third day|\d+ (?:hours|days)|(?:two|three|four|six|eight|twelve) (?:hours|days)|night|evening|morning)|\bnightly\b|"
    r"\bat \d{1,2}(?::\d\d)? ?(?:am|pm|a\.m|p\.m|o'clock)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:s)?\b(?:,| and)[^.!?\n]{0,20}day|\bon days \d+|\bdays? \d+ (?:to|-|through|and) \d+|\bat hours? \d+|\bfor (?:fourteen|seven|ten|twenty-one|21|14|7|10|28) days and then"
)
_DETERMINERS = (
    r"(?:(?:off|out|on|up|down|the|your|his|her|my|this|that|these|a|an|taking|using|one|two|some|more|all|full|evening|morning|next|daily|whole|missed|tonight's|today's)\s+){0,5}"
)
_OBJECT = r"(?:tablets?|capsules?|pills?|dos(?:e|es|age)|medicines?|meds|medication|chemo(?:therapy)?|steroids?|amount|pack|prescription|patch|drops|injections?|it|them|{drugs})\b"
_VERBS = (
    r"(?:leav(?:e|ing)|swap(?:ping)?|replac(?:e|ing)|stretch(?:ing)?|bump(?:ing)?|tak(?:e|ing) (?:fewer|less|more|extra|half|double|twice)|split(?:ting)?|halv(?:e|ing)|doubl(?:e|ing)|skip(?:ping)?|stop(?:ping)?|drop(?:ping)?|paus(?:e|ing)|"
    r"hold(?:ing)?|restart(?:ing)?|resum(?:e|ing)|discontinu(?:e|ing)|cut(?:ting)?(?: back| down| out)?|crush(?:ing)?|open(?:ing)?|don'?t take|do not take|put(?:ting)? off|delay(?:ing)?|spac(?:e|ing) out|switch(?:ing)?|chang(?:e|ing)|adjust(?:ing)?|"
    r"increas(?:e|ing)|decreas(?:e|ing)|reduc(?:e|ing)|lower(?:ing)?|rais(?:e|ing)|taper(?:ing)?|omit(?:ting)?|repeat(?:ing)?|tweak(?:ing)?|wean(?:ing)?(?: yourself)?|eas(?:e|ing)|come|coming|go|step(?:ping)?)"
)
_PHRASES = (
    r"drug holiday|holiday from (?:the |your )?\w+|(?:a )?(?:break|rest|pause) from (?:the |your )?(?:medicines?|tablets?|chemo|drugs?|pills?)|leav\w+ (?:it|that|the \w+) out|missing (?:a few|one|some|two) (?:days|doses|tablets|pills)|go (?:back )?(?:up|down) (?:to|by|with)|"
    r"half (?:a |of (?:a |the |your )?)(?:tablet|dose|pill|capsule)|the full amount|carry on\b[^.!?\n]{0,30}\b(?:dose|tablets?|pills?)"
)


def _change_pattern(found: list[DrugMention], text: str) -> re.Pattern[str]:
    names = "|".join(sorted({re.escape(text[m.start : m.end]) for m in found})) or "dose"
    return re.compile(rf"\b(?:{_PHRASES})|(?<!-)\b{_VERBS}\s+{_DETERMINERS}{_OBJECT.replace('{drugs}', names)}")


_LEAD = re.compile(r"(?:^|[.;:!?\n]\s*|[-*•|]\s+|,\s*(?:then|so|but|just)?\s*|\b(?:then|just|simply)\s+)$")
_PERSON = re.compile(
    r"\b(?:you|he|she|him|let|try|fine|safe|ok|okay|harm in|hurt|instead|please|i'?d|go ahead and|no problem|consider|suggest\w*|recommend\w*|should be plenty|often helps?|won'?t hurt)\b"
)
_GERUND_SUBJECT = re.compile(r"^\W*\w+ing\b[^.!?]*\b(?:is|are|can|could|may|might|would|will|lowers?|raises?|makes?|means?|lets?|helps?|leads?)\b")
_HANDS_OFF = re.compile(
    r"\b(?:ask\w*|call\w*|talk\w*|check with|speak|tell|without (?:your|asking|talking|checking|calling|advice|their|the|a)|your (?:own )?(?:team|doctor|nurse|pharmacist|oncologist|hematologist|haematologist|specialist|clinic|hospital|consultant|unit|ward)(?:'s)?|(?:the|their|his|her|my|our) (?:team|doctors?|nurses?|pharmacists?|oncologists?|specialists?|clinic|hospital|consultant)|"
    r"doctors?|pharmacists?|prescrib\w*|only (?:your|the)|never|not (?:stop|skip|double|change|halve|split|crush|take (?:a )?double|take more|take extra|repeat)|n'?t (?:stop|skip|double|change|halve|split|crush|ever)|do not|don'?t (?:stop|skip|double|change|halve|split|crush)|whether|why|people|patients|some|many|most|trials?|researchers|studies|study|researchers|used to|in the past|years ago|was|were|had)\b"
)
_MISSED = re.compile(
    r"\b(?:miss(?:ed)?|forg[eo]t(?:ten)?|late|overslept|vomit\w*|threw up|sick (?:straight|right|soon|just)|were sick|was sick|spit\w*|spat|brought (?:it|the \w+) up)\b"
)
_MISSED_ACT = re.compile(
    r"\b(?:take (?:it|the|that|another|one|two|your)|have (?:it|the next|another)|give (?:him|her|it|the|another)|inject|leave (?:it|the|that|out)|skip (?:it|that|the)|wait for the next|carry on|go on with|return to|repeat it|do not repeat|don'?t repeat|fine to take|swallow|make (?:it|that) up|next (?:dose|one|tablet)|usual (?:hour|time)|same amount)\b"
)
_PER_AREA = re.compile(rf"\b(?:{NUMBER})\s(?:per|a|for (?:each|every))\s(?:square met(?:er|re)|kilo(?:gram)?)\b")


def count_of_drug(text: str, found: list[DrugMention]) -> Span | None:
    """ "Two Imodium straight away": a number right before a medicine's name, with a time or as an order."""
    for mention in found:
        before = re.search(rf"(?:^|\W)(?P<n>{NUMBER})\s+(?:of\s+|baby\s+|extra\s+|more\s+)*$", text[: mention.start])
        if before is None or before["n"] in ("a", "an") or mention.drug.drug_class == "regimen":
            continue
        after = text[mention.end : mention.end + 60]
        told = re.search(rf"\b{_TIME}\b", after) or re.search(r"\b(?:take|have|give|try|use|swallow|will (?:help|settle|do))\b", text)
        if told and not re.match(r"\s*(?:drugs?|inhibitors?|pills are|studies|trials|medicines|types?)\b", after):
            return before.start("n"), mention.end
    return None


def counted_forms(text: str, known: bool) -> Span | None:
    """Counts of tablets with a time of day, "two of the small white ones in the evening", "a second capsule"."""
    for pattern in (_OF_THEM, _COUNT_TIME):
        match = pattern.search(text)
        if match and not _negated(text, match.start()):
            return match.span()
    more = _MORE_OF_FORM.search(text)
    if more and not _negated(text, more.start()) and (known or "tablet" in text or "capsule" in text) and not _HANDS_OFF.search(text):
        return more.span()
    return None


def _negated(text: str, start: int) -> bool:
    return (
        re.search(r"\b(?:not|never|n'?t|avoid|no one should|without)\s+(?:\w+\s){0,3}$", text[:start]) is not None
        or re.search(r"\b(?:used to|in the past|years ago|carried|study|trial)\b", text) is not None
    )


def bare_figures(text: str, found: list[DrugMention]) -> Span | None:
    """A drug with a bare figure ("Noxafil 300", "80 a day of asciminib"), also through a table's rows."""
    if not found:
        return None
    for mention in found:
        match = _BARE_AFTER.match(text[mention.end : mention.end + 30])
        if match and mention.drug.drug_class != "regimen" and 1.0 <= float(match["n"]) <= 3000 and not 1900 <= float(match["n"]) <= 2100:
            return mention.start, mention.end + match.end()
    daily = _BARE_DAILY.search(text)
    if daily and not re.search(r"\b(?:steps|minutes|people|calories|kcal|grams|glasses|cups|cigarettes)\b", text):
        return daily.span()
    if "|" in text and re.search(r"\bday\b|\bweek\b|\bmorning\b|\bnight\b", text):
        cells = re.findall(r"\|\s*(\d{1,4})\s*(?=\|)", text)
        if len(cells) >= 2 and not re.search(r"count|wbc|platelet|hemoglobin|level|%", text):
            place = text.index(cells[0])
            return place, place + len(cells[0])
    area = _PER_AREA.search(text)
    return area.span() if area else None


def told_often(text: str, found: list[DrugMention]) -> Span | None:
    """A named medicine with how often or when it is taken: "imatinib is taken once a day"."""
    medicines = [m for m in found if m.drug.kind in ("leukemia", "supportive", "otc", "other") and m.drug.drug_class != "regimen"]
    often = _STRICT_OFTEN.search(text)
    if not medicines or often is None or _NOT_SCHEDULE.search(text) or not _TAKEN.search(text):
        return None
    return often.span()


def told_change(text: str, known: bool, found: list[DrugMention]) -> Span | None:
    """Advice to change a medicine in other words than the plain verbs: leave out, ease off, go back up, a drug holiday."""
    if not (found or known or re.search(r"\b(?:full amount|drug holiday|protocol|pack|tablets?|capsules?|dose)\b", text)):
        return None
    pattern = _change_pattern(found, text)
    for sentence in re.finditer(r"(?:[^.!?;\n]|\.(?=\d))+[.!?;\n]?", text):
        piece = sentence[0]
        match = pattern.search(piece)
        if match is None or piece.rstrip().endswith("?") or re.search(r"\b(?:trip|travel\w*|suitcase|luggage|with you)\b", piece) or _HANDS_OFF.search(piece):
            continue
        before, after = piece[: match.start()], piece[match.end() :]
        if _GERUND_SUBJECT.match(piece) and not before.strip():
            continue
        if _LEAD.search(before) or _PERSON.search(before) or _PERSON.search(after) or not before.strip(" -*•|"):
            return sentence.start() + match.start(), sentence.start() + match.end()
    return None


def told_missed(text: str, known: bool) -> Span | None:
    """What to do about a missed or vomited dose, told as an instruction rather than "call your team"."""
    if _MISSED.search(text) is None or re.search(r"\b(?:call|ask\w*|phone|ring|contact|tell)\b", text):
        return None
    match = _MISSED_ACT.search(text)
    return match.span() if match and (known or "dose" in text) else None
