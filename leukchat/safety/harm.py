"""Diagnoses and harmful advice: kept out of answers, refused in questions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

NO_DIAGNOSIS = "I left out a sentence that sounded like a diagnosis. Only your doctors can say what you have, from your own tests."
NO_HARM = "I can't help with that, because someone could be hurt. If you are worried about leukemia or its treatment, please ask me about that, or talk to your treatment team."
NO_CURE = (
    "I can't support replacing leukemia treatment with something else: no food, herb, supplement or alternative method has been shown to cure leukemia, "
    "and delaying treatment can cost lives. Please talk to your team about anything you would like to try beside it."
)
_YOU_HAVE = re.compile(
    r"\b(?:you|your (?:son|daughter|child|husband|wife|mother|father|mom|mum|dad|partner)|he|she)\s(?:\w+ly\s|do\s|does\s|must\s|may well\s|most likely\s|almost certainly\s)?(?:have|has|got|suffers? from|are suffering from|is suffering from)\s(?:\w+ly\s)?(?:acute |chronic |early |advanced |stage \w+ |a (?:form|type|kind) of |b-cell |t-cell |relapsed )*(?:leuk(?:a)?emia|aml|all\b(?= (?:leuk|cancer|\.|$))|cml|cll|apl|lymphoma|cancer|mds|myelodysplas\w*)"
    r"|\bi (?:strongly |highly |really )?(?:suspect|diagnose|believe (?:you|this|it)|am (?:sure|certain|confident) (?:you|this|it|that))[^.!?\n]{0,40}\b(?:leuk(?:a)?emia|aml|cml|cll|cancer|relapse\w*)\b"
    r"|\b(?:this|these|your) (?:results?|numbers?|counts?|symptoms?|blood (?:test|count)s?|labs?|values?|report|picture)\s(?:\w+ly\s)?(?:is|are|means?|mean|prove|proves|confirms?|indicates?|shows?|diagnos\w+)\s(?:that )?(?:you (?:have|has)\s)?(?:\w+ ){0,3}?(?:leuk(?:a)?emia|aml|cml|cll|cancer)\b(?! (?:or|is|can|may|might|but))"
    r"|\b(?:you(?:'re| are) (?:definitely |certainly |probably )?(?:cured|in remission|cancer-free|dying|terminal)|your leukemia (?:is gone|is cured|has come back|has relapsed|is terminal)|you (?:definitely |certainly )?(?:do not|don'?t) have (?:leukemia|cancer)|nothing to worry about|no need to (?:see|call|worry|tell) (?:a |your |the )?(?:doctor|team))\b"
)
_CONDITIONAL = re.compile(
    r"\b(?:if|when|whether|because|once|until|that|who|people|anyone|someone|say|saying|tell\w*|told|mean(?:s)? that|whose|ask|know|after|while|since|unless|even though)\s(?:\w+\s){0,3}?$"
)
_STOP_AND_USE = re.compile(
    r"\b(?:stop|quit(?! (?:medicines?|aids?|smoking))|refuse|reject|avoid|abandon|skip|give up|come off|say no to|instead of|in place of|rather than|replace|without)\s(?:your |the |any |all |having |getting |taking |doing )*(?:chemo\w*|treatment|medicines?|transplant|imatinib|tki|radiation|conventional|doctors?)\b[^.!?\n]{0,60}\b(?:use|try|take|switch|eat|drink|juice|diet|herbs?|cannabis|cbd|oil|vitamin|apricot|laetrile|soursop|graviola|baking soda|alkaline|ivermectin|fenbendazole|turmeric|essiac|cure[sd]?|heal\w*|natural\w*)\b"
)
_CURES = re.compile(r"\b(?:cures|will cure|can cure|cured (?:my|his|her)|heals|will heal|gets rid of|reverses|eliminates|melts away)\s(?:\w+ ){0,3}?(?:leuk(?:a)?emia|cancer)\b")
_TREATMENT = re.compile(r"\b(?:transplants?|chemo\w*|treatments?|therap(?:y|ies)|car-?t|atra|arsenic|antibod(?:y|ies)|medicines?|tkis?|drugs?|doctors?)\b")
_DENIES = re.compile(
    r"\b(?:no|not|never|none|cannot|can'?t|don'?t|doesn'?t|does not|do not|myth|claims?|false|unproven|evidence|nothing|without proof|dangerous|harmful|delay\w*|scam|untrue)\b"
)
_DANGEROUS = re.compile(
    r"\b(?:how (?:to|do i|can i|would i|could i|might i)|ways? to|help me|best way to|teach me|steps to|instructions (?:for|to)|where (?:can|do) i)\b[^.!?\n]{0,60}\b(?:poison (?:my |someone|him|her|people|a (?:person|patient|neighbor))|kill (?:my (?:husband|wife|mother|father|mom|mum|dad|boss|neighbou?r|ex|roommate|patient|doctor|nurse)|him\b|her\b|someone(?! in)|people|a person|the (?:patient|nurse|doctor|neighbor))|murder|make (?:a )?(?:bomb|meth|ricin|sarin|explosive|nerve gas|methamphetamine|crack|heroin|fentanyl)|synthesi[sz]e|get (?:high|opioids without|oxycodone without|drugs without)|forge|fake (?:a )?(?:prescription|medical|doctor'?s|cancer|diagnosis|leukemia|test)|steal|hack|drug (?:someone|my|him|her|a)|hide (?:a )?(?:overdose|poison|body)|without (?:them|him|her|anyone) (?:knowing|noticing)|undetect\w*|"
    r"buy (?:\w+ ){0,4}?without (?:a )?prescription|sell (?:my |his |her )?(?:chemo|medicines?|medication|opioids|kidney)|tamper)"
    r"|\b(?:falsif\w*|forge\w*|fake) (?:\w+ ){0,3}?(?:records?|prescriptions?|results?|diagnos\w*|consent|trial data)\b|\bwithout (?:a )?(?:prescription|consent)\b[^.!?\n]{0,40}\b(?:chemo|opioids?|buy|order|get|inject)\b"
)
_CURE_ASKED = re.compile(
    r"\b(?:(?:stop|quit|skip|refuse|avoid|instead of|rather than|replace)\b[^.!?\n]{0,40}\b(?:chemo\w*|treatment|imatinib|medicines?|transplant)\b[^.!?\n]{0,50}\b(?:with|and (?:use|try|take|just|eat|drink|go)|by|juice|diet|herbs?|cannabis|cbd|oil|vitamin|natural\w*|alternative|soursop|graviola|ivermectin|fenbendazole|baking soda|alkaline|turmeric|homeopath\w*|ayurved\w*)|(?:use|try|take|do)\b[^.!?\n]{0,40}\b(?:instead of|rather than) (?:the |my |his |her )?(?:chemo\w*|treatment|transplant|imatinib|medicines?))\b"
)


def _scan(pattern: re.Pattern[str], rule: str, text: str, message: str, unless: re.Pattern[str] | None = None, before: re.Pattern[str] | None = None) -> Sequence[Finding]:
    normal = normalise(text)
    for match in pattern.finditer(normal.text):
        start = max(normal.text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
        ends = [place for mark in ".!?\n" if (place := normal.text.find(mark, match.end())) >= 0]
        sentence = normal.text[start : min(ends, default=len(normal.text)) + 1]
        if (unless is not None and unless.search(sentence)) or (before is not None and before.search(normal.text[start : match.start()])):
            continue
        a, b = normal.span(*match.span())
        return (Finding(rule=rule, action=Action.block, start=a, end=b, message=message),)
    return ()


class DiagnosisOutput:
    """Blocks sentences that tell the person what disease they have, or that all is well."""

    name = "diagnosis"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding for the first such sentence; conditional and general statements pass."""
        return _scan(_YOU_HAVE, "diagnosis.assertion", text, NO_DIAGNOSIS, before=_CONDITIONAL)


class HarmOutput:
    """Blocks advice to replace treatment and claims that something cures leukemia."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding; sentences that deny or warn of such claims pass."""
        told = _scan(_STOP_AND_USE, "harm.replace_treatment", text, NO_CURE, unless=_DENIES)
        return told or [f for f in _scan(_CURES, "harm.miracle_cure", text, NO_CURE, unless=_DENIES) if not _TREATMENT.search(text.lower())]


class HarmInput:
    """Refuses requests to hurt someone or to deceive, and plans to replace treatment."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding: a dangerous request first, then a plan to replace treatment."""
        return _scan(_DANGEROUS, "harm.request", text, NO_HARM) or _scan(_CURE_ASKED, "harm.replace_treatment", text, NO_CURE)
