"""Rules that keep doses out: of answers (`DosingOutput`) and in questions (`DosingInput`).

A dosing statement is decided from parts: an amount with an agent and a directive or a frequency,
over the text and the two units before it; or a change of treatment ("skip", "double", "stop")
that is told to the person. What the team decides, lab values and food pass.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.dosing_foreign import foreign_dosing
from leukchat.safety.dosing_parts import AGENT_WORD, DIRECTIVE, RATE, TRIAL, agents, amounts, frequencies, lab_context
from leukchat.safety.dosing_patterns import bare_figures, count_of_drug, counted_forms, told_change, told_missed, told_often
from leukchat.safety.drugs import is_medicine
from leukchat.safety.foreign import looks_foreign
from leukchat.safety.normalise import Normal, normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

WITHHELD = (
    "I left out an amount or a change of medicine here: I can't tell anyone what dose to take. "
    "Your own prescription, your pharmacist or your treatment team can answer this safely."
)
REFUSAL = (
    "I can't tell you how much of a medicine to take, how often, or whether to change, skip or stop it. That depends on your blood counts, your kidneys and liver, "
    "your weight and your other medicines. Please ask your treatment team or pharmacist, and follow the label of your own prescription until you have reached them. "
    "If you may have taken too much, call your local poison line or emergency number now."
)
_CHANGE_VERB = (
    r"(?:double|triple|skip|stop|halve|split|hold|pause|resume|restart|increase|decrease|reduce|raise|lower|cut(?: back| down)?(?: on)?|miss|omit|discontinue|quit|adjust|switch|change|"
    r"come off|go off|wean|taper|crush|double[- ]up|catch up|make up|space out|stretch|drop)"
)
_MEDICINE = r"(?:dos(?:e|es|age|ing)|pills?|tablets?|capsules?|medicines?|medications?|meds?|chemo(?:therapy)?|treatment|steroids?|prescriptions?|tki|drugs?|injections?|antibiotics?|blood thinners?|supplements?|it|them|{drug})"
_OBJECT = r"(?:\s+(?:up|on|off|to|with|from|taking|using|having|your|my|his|her|the|this|that|these|a|an|one|some|next|first|last|morning|evening|today's|tonight's|daily|other|missed|every|each|of|amount|any|down|all|back)){0,5}\s+"
_PERSON = r"(?:you|he|she|we|i|your (?:\w+ )?(?:child|son|daughter|husband|wife|mother|father|mom|mum|dad|partner))"
_TOLD = re.compile(
    r"(?:^|[.;:!?\n]\s*|[-*•]\s+|\d[.)]\s+|,\s*(?:then|and|so|just|simply|please)?\s*|\b(?:then|please|just|simply|instead|okay to|fine to|safe to|ok to|better to|best to|need to|want to|you to|ought to|i'd|would)\s+"
    rf"|\b{_PERSON}\s(?:\w+\s){{0,2}}?(?:can|should|may|could|might|must|will|would|need to|have to|want to|are able to)\s(?:\w+ly\s|just\s|also\s|even\s)?)" + _CHANGE_VERB
)
_SAFE_BEFORE = re.compile(
    r"\b(?:not|never|n't|don't|cannot|avoid|without|before|nobody|no one|rather than|instead of|whether(?: or not)? (?:to|you)|if (?:you|they|it)|decide[sd]?|deciding|decision|ask|asks|asking|call|talk|check|tells?|told|advise[sd]?|who|why|when to|"
    r"your (?:team|doctor|doctors|nurse|oncologist|hematologist|haematologist|pharmacist|care team|treatment team|specialist|clinic)|the (?:team|doctor|doctors|hospital|nurse|pharmacist)|doctors?|teams?|clinicians?|specialists?|pharmacists?|researchers?|trials?)\b"
)
_ASK_AMOUNT = re.compile(
    r"\bhow (?:much|many)\b(?P<what>[^.?!\n]{0,60})"
    r"|\b(?:what(?:'s| is| are| was| would be| should be)?|whats|which|tell me|give me|need|know|confirm)\b[^.?!\n]{0,50}?\b(?:dose|doses|dosage|dosages|dosing|mg|milligrams?|strength|posology|titration)\b"
    r"|\b(?:dose|dosage|dosing|posology)\s+(?:of|for|guidelines?|instructions?|information|chart|schedule|range|recommendations?|calculator|per kg|limits?)\b|\b\w+ (?:dosage|dosing)\b\s*\??$"
    r"|\bhow (?:often|frequently|soon|late|long (?:between|apart|after))\b[^.?!\n]{0,60}?\b(?:tak\w+|use|give|dose|doses|pills?|tablets?|inject\w*|apply)\b|\bhow (?:do|should|can|must|would) (?:i|we|you|he|she|my \w+) (?:take|use|dose|inject|administer|give|taper)\b"
    r"|\b(?:maximum|max|minimum|safe|recommended|usual|normal|correct|right|standard|starting|lethal|highest|daily)\s(?:\w+\s){0,2}?(?:dose|doses|dosage|amount|mg)\b|\bconvert\b[^.?!\n]{0,40}\b(?:mg|ml|mcg|units|iu)\b|\b(?:mg|ml|mcg)\b[^.?!\n]{0,20}\bto\b[^.?!\n]{0,20}\b(?:mg|ml|mcg)\b"
    r"|\bover ?dos(?:e|age)\b[^.?!\n]{0,30}\bhow (?:much|many)\b|\bhow (?:much|many)\b[^.?!\n]{0,30}\btoo (?:much|many)\b|\bwhen (?:should|do|can) (?:i|we|he|she) (?:take|have|give)\b[^.?!\n]{0,30}\b(?:next|dose|pill|tablet)\b"
)
_NOT_A_DOSE = re.compile(
    r"\b(?:cost|costs|pay|price|money|water|fluids?|drink|protein|calories|fiber|fibre|salt|sugar|weight|sleep|exercise|time|long|pain|blood (?:is|do|will|was|in|tests?|draws?|transfusions?)|risk|people|cells|platelets|cycles|rounds|"
    r"weeks|months|years|days|kinds|types|children|cases|stages|tests|visits|infusions? of blood|longer|do you know|transfusions|donors?|drugs are|medicines are|different|does it help|radiation|vitamin c is in|iron is in|food)\b"
)
_ASK_OTHERWISE = re.compile(
    r"\b(?:how (?:strong|high|fast|low|big)|(?:what|which) (?:speed|rate|time|hour|hours|days? of the week|amount|number|strength)|at what (?:time|hours?))\b[^?!\n]{0,60}\b(?:should|can|do|is right|go|run|take|give)\b"
    r"|\b(?:morning,? (?:evening )?(?:or|and) (?:evening|night|both))\s*\?|\bmorning, evening,? or both|\bevery day or (?:once|every)|\b(?:every day|daily) or (?:weekly|once a w)|\b(?:do|should|can|may|shall|could) (?:we|i|he|she) (?:leave out|take (?:it|one|two|them) now|give (?:it|him|her|two)? ?again|stay (?:there|on half)|catch up|have two|take one extra|open it|do it on)\b"
    r"|\bhow do i catch up\b|\b(?:take|taking|have) (?:one|an) extra\b|\bonly on week ?(?:days|ends)\b|\bgive (?:him|her|it) (?:half|again|two|double)\b|\bhalf the dose\b|\bthinking of (?:dropping|stopping|halving|skipping|cutting)\b|\b(?:shouldn't|should not) it be \d|\b(?:is|are) (?:one|two|three|\d+) [\w ]{0,30}?(?:a day|enough|ok|okay|safe|too (?:much|many))\b|\btake the same\b|\bmay i leave\b|\b(?:table|list|chart|plan) of (?:my|his|her|the) [\w ]{0,20}\b(?:with mg|and times|with doses)\b"
)
_COST = re.compile(r"\b(?:costs?|pay|price|money|insurance|expensive|cheap\w*|is \w+ without)\b")
_FORGOT = re.compile(
    r"\b(?:i|we|he|she|they|dad|mum|mom|my \w+) (?:\w+ )?(?:forgot|missed|skipped|ran out of|threw up|spat|vomited)\b|^(?:forgot|missed|skipped|ran out of)\b|\bran out of\b"
)
_MAY_I = re.compile(
    r"\b(?:can|could|may|should|shall|must|do|would it be (?:ok|okay|safe|fine)|is it (?:ok|okay|safe|fine|alright|all right|dangerous|bad)|am i allowed|what (?:if|happens if)|ok(?:ay)?|safe|want|going|thinking (?:of|about)|need|how (?:do|can|should)|when (?:can|do|should)|how (?:to|best to|do people|long (?:does it take )?to)|if|best way to)\b[^.?!\n]{0,40}?\b"
    + _CHANGE_VERB
    + r"\b"
)
_STOPPED = re.compile(
    r"\b(?:stop(?:ping)?|quit(?:ting)?|skip(?:ping)?|doubl(?:e|ing)|halv(?:e|ing)|split(?:ting)?|cut(?:ting)?|crush(?:ing)?|come off|coming off|go off|wean(?:ing)?|taper(?:ing)?|restart(?:ing)?|resum(?:e|ing)|paus(?:e|ing)|increas(?:e|ing)|decreas(?:e|ing)|reduc(?:e|ing)|lower(?:ing)?|discontinu(?:e|ing)|switch(?:ing)?|chang(?:e|ing)|adjust(?:ing)?|hold(?:ing)?|drop(?:ping)?)\b"
)
_MISSED = re.compile(
    r"\b(?:miss(?:ed|ing)?|forg[eo]t(?:ten|ting)?|skipped|late (?:with|for|taking)|threw up|vomited|spat out|took (?:it )?late)\b[^.?!\n]{0,50}?\b(?:dos(?:e|es)|pills?|tablets?|capsules?|meds?|medicines?|medications?|chemo(?! (?:appointments?|visits?|sessions?|days?))|injections?)\b"
)
_SAFE_AMOUNT = re.compile(r"\b(?:can|could|should|may|is|are|would|ok|okay|safe|enough|too much|too little|too many|what if|right)\b")
_OWN = re.compile(
    r"^on \d|\bsince (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\bmore expensive\b|\bunits of blood\b|\b(?:i've|he's|she's) been on\b|"
    r"\b(?:i(?:'m| am)?|he|she|we|my \w+)\s(?:\w+\s){0,3}?(?:take|takes|taking|took|on|was given|were given|am prescribed|was prescribed|been on|been taking|get|gets|got|started|have been)\b|\b(?:put|prescribed|gave|started|has) (?:me|him|her|us)\b"
)


def _finding(rule: str, normal: Normal, start: int, end: int, message: str) -> Finding:
    a, b = normal.span(start, end)
    return Finding(rule=rule, action=Action.block, start=a, end=b, message=message)


class DosingOutput:
    """Blocks a sentence, list or table that tells an amount, a schedule or a change of medicine."""

    name = "dosing"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """Findings over one unit; `context.previous` supplies the agent of "take two of these"."""
        normal = normalise(text)
        before = " ".join(normalise(unit).text for unit in context.previous[-2:])
        if looks_foreign(normal.text, generous=True):
            if TRIAL.search(normal.text) and re.search(r"\[\d+\]", normal.text):
                return []
            span = foreign_dosing(normal.text)
            return [_finding("dosing.foreign", normal, *span, WITHHELD)] if span else []
        found = _told_amount(normal, before, context)
        return found or _told_change(normal) or _told_schedule(normal, before) or _told_otherwise(normal, before)


def _told_amount(normal: Normal, before: str, context: Context) -> list[Finding]:
    plain = normal.text
    rate = RATE.search(plain)
    if rate and (agents(plain) or AGENT_WORD.search(plain) or agents(before)):
        return [_finding("dosing.rate", normal, *rate.span(), WITHHELD)]
    found = [match for match in amounts(plain) if not (match["count"] and _NOT_THEN.search(plain, 0, match.start()))]
    if not found:
        return _bare_count(normal, before)
    if TRIAL.search(plain) and re.search(r"\[\d+\]", plain) and not asks_for_dose(context.question):
        return []
    named = bool(agents(plain)) or bool(AGENT_WORD.search(plain))
    known = named or bool(agents(before)) or bool(AGENT_WORD.search(before))
    if looks_foreign(plain) and (known or any(match["unit"] or match["foreign"] for match in found)):
        return [_finding("dosing.amount", normal, *found[0].span(), WITHHELD)]
    directive = DIRECTIVE.search(plain)
    often = frequencies(plain)
    mass = [match for match in found if match["unit"]]
    medicine = any(is_medicine(mention, plain) and mention.drug.kind != "supplement" for mention in agents(plain)) and bool(mass) and not _ABOUT_STRENGTH.search(plain)
    told = medicine or (known and (directive or often or _MORE_VERBS.search(plain))) or (mass and ((directive and often) or _imperative(plain)))
    fragment = known and _is_fragment(plain, found[0])
    asked = known and asks_for_dose(context.question)
    if not (told or fragment or asked) or (lab_context(plain) and not (named and (often or _imperative(plain)))):
        return []
    ceiling = re.search(r"more than|exceed|maximum|max\b|limit|at most|up to", plain)
    rule = "dosing.ceiling" if ceiling else "dosing.instruction" if directive else "dosing.amount"
    return [_finding(rule, normal, *found[0].span(), WITHHELD)]


_ABOUT_STRENGTH = re.compile(r"\b(?:cost|costs|price|dollars|euros?|sold|bottle|strengths?|comes? (?:as|in)|available|in the past|years ago|trial|study|studies)\b")
_MORE_VERBS = re.compile(r"(?:^|[.;:!?\n]\s*|[-*•]\s+)(?:dissolve|mix|drink|have|spray|insert|chew|apply|add|sip)\b")
_NOT_THEN = re.compile(r"\b(?:not|never|n't|avoid)\s+(?:take|taking|have|give|use|swallow)?\s*(?:an?|any|the)?\s*$")


def _told_otherwise(normal: Normal, before: str) -> list[Finding]:
    """Statements without an amount and a unit: counts, bare figures, schedules, changes in other words, missed doses."""
    plain = normal.text
    if TRIAL.search(plain) and re.search(r"\[\d+\]", plain):
        return []
    named = [mention for mention in agents(plain) if is_medicine(mention, plain)]
    known = bool(named or AGENT_WORD.search(plain) or agents(before))
    statements: tuple[tuple[str, tuple[int, int] | None], ...] = (
        ("dosing.missed_dose", told_missed(plain, known)),
        ("dosing.amount", count_of_drug(plain, named)),
        ("dosing.amount", counted_forms(plain, known)),
        ("dosing.amount", None if lab_context(plain) else bare_figures(plain, named)),
        ("dosing.schedule", told_often(plain, named)),
        ("dosing.change", told_change(plain, known, named)),
    )
    for rule, span in statements:
        if span is not None:
            return [_finding(rule, normal, *span, WITHHELD)]
    return []


def _imperative(plain: str) -> bool:
    return (
        re.search(
            r"(?:^|[.;:!?\n]\s*|[-*•]\s+|\b(?:then|and|please|just)\s+)(?:take|give|inject|swallow|use|start|begin|infuse|administer)\b",
            plain,
        )
        is not None
    )


def _is_fragment(plain: str, amount: re.Match[str]) -> bool:
    """A label-like fragment, "imatinib 400 mg" or "| imatinib | 400 mg |": an amount without a verb."""
    line_start = plain.rfind("\n", 0, amount.start()) + 1
    line_end = plain.find("\n", amount.end())
    line = plain[line_start : line_end if line_end >= 0 else len(plain)]
    return len(line.split()) <= 12 and not re.search(r"\b(?:is|are|was|were|comes?|has|have|had|contains?|received|costs?|made|sold|can|may|means?|shows?|helps?)\b", line)


def _bare_count(normal: Normal, before: str) -> list[Finding]:
    """ "Take two in the morning and one at night", when a medicine was just named."""
    plain = normal.text
    match = re.search(
        r"\b(?:take|swallow|give|inject)\s(?:(?:him|her|them|it|only|just|up to|about|at most)\s)?(?:\d+(?:\.\d+)?|one|two|three|four|five|six|half|another|a second|a third)\b"
        r"(?!\s*(?:(?:to|or|-)\s*\w+\s*)?(?:days?|weeks?|months?|years?|hours?|minutes?|deep|breaths?|steps?|cups?|glass|glasses|walks?|naps?|or two days|at a time|things?|day|person|people|hand|sips?|bites?|meals?|small|short|questions?|rest|break|breaks|moment|%|percent|to \d|of 10|in 10|more days?|look|test|blood|samples?|or more))",
        plain,
    )
    if match and not _NOT_THEN.search(plain, 0, match.start()) and (agents(plain) or agents(before) or AGENT_WORD.search(plain) or AGENT_WORD.search(before)):
        return [_finding("dosing.amount", normal, *match.span(), WITHHELD)]
    return []


def _told_change(normal: Normal) -> list[Finding]:
    plain = normal.text
    for match in _TOLD.finditer(plain):
        rest = plain[match.end() : match.end() + 70]
        clause_end = re.search(r"[.;!?\n]", rest)
        rest = rest[: clause_end.start()] if clause_end else rest
        names = "|".join(re.escape(rest[mention.start : mention.end]) for mention in agents(rest))
        if not re.match(_OBJECT + _MEDICINE.replace("{drug}", names or "dose") + r"\b", rest):
            continue
        clause_start = max(plain.rfind(mark, 0, match.start() + 1) for mark in ".;!?\n")
        before = plain[clause_start + 1 : match.end() - len(match[0].split()[-1])]
        if _SAFE_BEFORE.search(before) or re.match(r"[^.!?\n]{0,60}\?", plain[match.end() :]):
            continue
        if re.search(
            r"\b(?:only )?(?:if|when|unless|until|after) (?:your|the) (?:\w+ )?(?:team|doctor|nurse|pharmacist|oncologist|hematologist)|\bon your own\b|\bwithout (?:asking|talking|checking|calling)|\bas (?:your|the) (?:team|doctor)",
            rest,
        ):
            continue
        return [_finding("dosing.change", normal, match.start(), match.end() + len(rest), WITHHELD)]
    return []


def _told_schedule(normal: Normal, before: str) -> list[Finding]:
    """A directive with a medicine and a frequency but no amount: "take imatinib twice a day"."""
    plain = normal.text
    often = frequencies(plain)
    if not often:
        return []
    told = re.search(
        r"(?:^|[.;:!?\n]\s*|[-*•]\s+|\b(?:then|and|please|just|should|can|may|must|could|to|you)\s+)(?:take|use|give|inject|swallow|start|apply|repeat)\b(?P<gap>[^.;!?\n]{0,80})",
        plain,
    )
    if told is None or not any(told.start() <= match.start() <= told.end() + 5 for match in often):
        return []
    clause = plain[told.start() : told.end()]
    pronoun = re.search(r"\b(?:it|them|this|these|one|two)\b", clause) is not None and bool(agents(before))
    if agents(clause) or pronoun or re.search(r"\b(?:pills?|tablets?|capsules?|doses?)\b", clause):
        if re.search(r"\b(?:exactly as|as prescribed|as your|temperature|naps?|walks?|rest|breaks?)\b", clause):
            return []
        return [_finding("dosing.schedule", normal, *often[0].span(), WITHHELD)]
    return []


def asks_for_dose(question: str) -> bool:
    """Whether a question asks for an amount, a schedule or a change of medicine."""
    return bool(question) and bool(DosingInput().scan(question, Context()))


class DosingInput:
    """Recognises questions for a dose, a schedule, a change, a missed dose or a conversion."""

    name = "dosing"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """At most one finding, with the span that asks."""
        normal = normalise(text)
        plain = normal.text
        if looks_foreign(plain, generous=True):
            span = foreign_dosing(plain, asked=True)
            return [_finding("dosing.foreign", normal, *span, REFUSAL)] if span else []
        drug = bool(agents(plain))
        named = drug or bool(AGENT_WORD.search(plain))
        missed = _MISSED.search(plain)
        if missed and not re.search(r"\bwhy (?:is|does|do|are)\b|\bnever\b", plain):
            return [_finding("dosing.missed_dose", normal, *missed.span(), REFUSAL)]
        forgot = _FORGOT.search(plain)
        if forgot and agents(plain) and re.search(r"\?|what now|what do i do|again|catch up|do i|should", plain) and "never" not in plain:
            return [_finding("dosing.missed_dose", normal, *forgot.span(), REFUSAL)]
        asked = _asked_amount(plain, drug, named)
        if asked:
            return [_finding("dosing.amount", normal, *asked, REFUSAL)]
        other = _ASK_OTHERWISE.search(plain)
        if other and (named or agents(plain[max(0, other.start() - 60) : other.end() + 60])):
            return [_finding("dosing.schedule", normal, *other.span(), REFUSAL)]
        change = _asked_change(plain)
        if change:
            return [_finding("dosing.change", normal, *change, REFUSAL)]
        return _offered_amount(normal, named)


def _asked_amount(plain: str, drug: bool, named: bool) -> tuple[int, int] | None:
    for match in _ASK_AMOUNT.finditer(plain):
        what = match["what"]
        if what is not None:
            beside = [m for m in agents(what[:25]) if m.start <= 3 and m.drug.drug_class != "regimen"] if not _COST.search(plain) else []
            if not beside and _NOT_A_DOSE.search(what) and not re.search(r"\b(?:mg|ml|milligrams?|pills?|tablets?|capsules?|doses?)\b", what):
                continue
            counted = re.match(r"\s*(?:of )?(?:the |my |his |her )?(?:mg|mgs|mcg|ml|milligrams?|pills?|tablets?|capsules?|drops|units|puffs|sprays|doses?|times)\b", what)
            taken = re.search(r"\b(?:should|can|could|do|does|must|may|to)\s(?:(?:i|we|you|one|he|she|they|my \w+|an? \w+)\s)?(?:take|inject|swallow)\b", what)
            if not counted and not taken and not beside and not (drug or (re.search(r"\b(?:take|give|use|dose|inject|prescri\w+)\b", what) and named)):
                continue
        elif (not named and "dos" not in match[0]) or re.search(
            r"\b(?:why|lower|reduce|change|adjust|raise|who (?:decides|sets|can)|how do (?:the )?doctors|does \"?dose|meant by|how is the)\b", plain[: match.start() + 12]
        ):
            continue
        return match.span()
    return None


def _asked_change(plain: str) -> tuple[int, int] | None:
    for match in _MAY_I.finditer(plain):
        rest = plain[match.start() : match.end() + 60]
        medicine = re.search(
            r"\b(?:dos(?:e|es|age|ing)|pills?|tablets?|capsules?|medicines?|medications?|meds?|chemo(?:therapy)?|treatment|steroids?|tkis?|inhibitors?|(?:taking|using) (?:it|this|that|them))\b",
            rest,
        ) or agents(rest)
        if medicine and re.search(r"\b(?:i|we|he|she|my|his|her|our|you|it|one|to|stopping|stop)\b", rest):
            subject = re.search(
                r"\bwhy (?:do|does) (?:the )?(?:steroids?|tkis?|inhibitors?)\b|\bwho (?:can|may|should|decides|sets)\b|"
                r"\b(?:why|how) (?:do|does|did|would|will|might) (?:the |my |our )?(?:doctors?|teams?|hospital|people|patients|they|oncologists?)\b|\bcan (?:chemo|treatment|leukemia|drugs?|steroids?|medicines?)\b",
                rest,
            )
            if subject is None:
                return match.span()
    return None


def _offered_amount(normal: Normal, named: bool) -> list[Finding]:
    """The question "Is 600 mg of ibuprofen ok?": an amount with a medicine put as a question. Own regimens told as facts pass."""
    plain = normal.text
    for sentence in re.finditer(r"[^.?!\n]+[.?!\n]?", plain):
        piece = sentence[0]
        amount = next(amounts(piece), None)
        if amount is None:
            continue
        asking = piece.rstrip().endswith("?") or _SAFE_AMOUNT.search(piece)
        if looks_foreign(piece) or (
            named and asking and not (_OWN.search(piece) and not re.search(r"\b(?:can|should|may|could) (?:i|we|he|she)\b|\b(?:ok|okay|safe|enough|too much)\b", piece))
        ):
            if lab_context(piece) and not agents(piece):
                continue
            start = sentence.start() + amount.start()
            return [_finding("dosing.amount", normal, start, start + len(amount[0]), REFUSAL)]
    return []
