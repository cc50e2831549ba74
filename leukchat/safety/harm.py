"""Diagnoses and harmful advice: kept out of answers, refused in questions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

NO_DIAGNOSIS = "I left out a sentence that sounded like a diagnosis. Only your doctors can say what you have, from your own tests."
NO_COMFORT = "I left out a sentence that played something down. Please let your team judge what is harmless: call them about new or worse symptoms."
NO_HARM = "I can't help with that, because someone could be hurt. If you are worried about leukemia or its treatment, please ask me about that, or talk to your treatment team."
NO_DISMISS = "I left out a sentence that could delay help. A fever of 38.0 °C (100.4 °F) or more, bleeding, trouble breathing or confusion needs a call to your team now."
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
_ILLNESS = r"(?:leuk(?:a)?emia|aml|cml|cll|apl|mds|lymphoma|cancer|relaps\w*|polycyth\w*|tumou?r lysis|tls|gvhd|graft|sepsis|infection|myelodysplas\w*|transform\w*|richter\w*|blast (?:phase|crisis)|differentiation syndrome|hairy cell)"
_CLAIM = re.compile(
    rf"\b(?:this|that|it|which|these (?:results|counts|numbers)|the (?:results?|film|report|marrow|smear|scan|test))\s(?:\w+\s)?(?:confirms?|proves?|shows?|means?)(?: that)? (?:you|your|he|she|his|her|it|the)\b[^.!?\n]{{0,30}}\b(?:relapsed|come back|failed|progressed|transformed|{_ILLNESS})"
    rf"|\b(?:clearly|definitely|certainly|obviously|undoubtedly|no doubt(?: about it)?|without (?:a )?doubt|i can tell|i am sure|i'm sure|diagnostic of|what you (?:describe|have) is|has to be|must be)\b[^.!?\n]{{0,60}}\b{_ILLNESS}"
    r"|\bmeans? (?:that )?the treatment has failed\b|\b(?:you|he|she) (?:have|has|'ve got|only has?|only have) (?:about |only |less than )?\w+ (?:days|weeks|months|years) (?:left|to live)|\byou've got (?:\w+ ){0,3}?(?:leuk(?:a)?emia|aml|cml|cll|apl|cancer)"
    r"|\b(?:usted tiene|tienes|tiene usted|vous avez|sie haben|du hast|lei ha|hai la|voce tem|aapko|votre (?:fils|fille|mari|femme) a|su (?:hijo|hija) tiene|ihr (?:sohn|kind) hat)\s(?:\w+\s){0,3}?(?:leucemia|leucemie|leukamie|leukemia)\b"
)
_COMFORT = re.compile(
    r"\b(?:no need|need not|needn't|don't need|do not need|no reason|not necessary|unnecessary|don't bother|do not bother|pointless)\b[^.!?\n]{0,20}\b(?:to )?(?:see|tell|call|ring|phone|visit|contact|bother|alert|worry)\b[^.!?\n]{0,30}\b(?:doctor|team|ward|nurse|clinic|hospital|h(?:a)?ematologist|oncologist|anyone|about (?:it|this|the|a)|them|specialist|follow)"
    r"|\b(?:your team|the (?:team|ward|clinic|doctor|nurses?)) (?:needn't|need not|doesn't need to|don't need to|does not need to) know|\bgone for good\b|\bi(?:'ve| have) ruled out\b|\b(?:can't|cannot|can not) be (?:a )?(?:relapse|leuk(?:a)?emia|cancer|infection|serious)|\b(?:these|your|the) (?:counts|results|numbers|values|blasts|symptoms) are (?:completely |perfectly |quite )?(?:harmless|fine|normal for you)\b[^.!?\n]{0,40}\b(?:need|no|don't)"
    r"|\b(?:it's|it is|that's|that is|this is) (?:only|just|always just|merely) (?:stress|anxiety|nerves|a cramp|a cold|your age|in your head|nothing)|\bdon't get it checked\b|\bskip the (?:follow-?up|check-?up|appointment|scan)|\bmean only that\b[^.!?\n]{0,60}\bdon't\b"
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
_WARNS = re.compile(
    r"\b(?:never|don't (?:wait|hide|ignore|stay)|do not (?:wait|hide|ignore|stay|share)|should not|must not|dangerous|avoid|call (?:your|the|now|us)|not safe|unsafe)\b"
)
_OPEN = re.compile(r"\b(?:if|whether|can|cannot|can't|may|might|could|only (?:a|your)|does not|doesn't|not|never|until|unless|before|when|or not|tell your|ask)\b")
_ALTERNATIVE = r"(?:cannabis|cbd|thc|soursop|graviola|apricot|laetrile|turmeric|curcumin|ivermectin|fenbendazole|alkaline|baking soda|juice|juicing|fasting|ketogenic|keto|homeopath\w*|ayurved\w*|naturopath\w*|detox|herb\w*|mistletoe|misteltee|essiac|black salve|magnets?|chlorine dioxide|mms|vitamin c|vitamins?|crystals?|prayer|healer|sugar|diet|black seed|papaya|wheatgrass|mushrooms?|ozone|enema|ayuno|jeune)"
_CLAIMS = re.compile(
    rf"\b{_ALTERNATIVE}\b[^.!?\n]{{0,60}}\b(?:replaces?|can replace|instead of|works? (?:as well as|better|just as)|better than|(?:kills?|destroys?) (?:the |all |your )?(?:leuk\w*|cancer\w*|blasts?|bad cells)|cures?|cura|clears?|removes?|shrinks?|vanish\w*|melts?|pulls?|starves?|in(?:to)? (?:\w+ )?remission|you don't need|and you'll be well|do better)\b"
    rf"|\b(?:trade|swap|leave|quit|skip|drop|replace|exchange|refuse)\b[^.!?\n]{{0,40}}\b(?:tablets?|chemo\w*|protocol|clinic|hospital|treatment|imatinib|gleevec|tki|transplant)\b[^.!?\n]{{0,30}}\b{_ALTERNATIVE}\b|\bsugar is the only thing feeding\b|\b(?:deje|quittez|verlassen sie|lasci) (?:el|l'|das|lo)? ?(?:hospital|hopital|krankenhaus|ospedale)\b"
)
_URGENT_SIGN = r"(?:fever|temperature|3[89](?:[.,]\d)?\s?°?|chills|shaking|cough\w* (?:up )?blood|bleeding|breathless\w*|chest pain|confus\w*|swollen calf|hotline|24-hour line)"
_DISMISS = re.compile(
    rf"\b{_URGENT_SIGN}\b[^.!?\n]{{0,60}}\b(?:good sign|sleep it off|sleep through|stay (?:in bed|at home)|at home with|nothing special|nothing to worry|put on|ignore|wait (?:until|till|for) (?:the )?(?:morning|monday|appointment)|needn't know|don't like it|is common[^.!?\n]{{0,40}}\bstay|will pass|no need)\b"
    rf"|(?:(?:^|[.;!?\n]\s*|\band\s|\bjust\s)(?:hide|mask|conceal|ignore|keep quiet about)|\bdon't (?:ring|call|mention|report|tell)|\bdo not (?:ring|call|mention|report))\b[^.!?\n]{{0,40}}\b{_URGENT_SIGN}|\b(?:share|give|sell|lend)\b[^.!?\n]{{0,30}}\b(?:leftover|left-over|your|spare) (?:\w+ )?(?:gleevec|imatinib|tablets?|pills?|medicines?|chemo)\b[^.!?\n]{{0,30}}\b(?:cousin|friend|someone|brother|sister|neighbou?r|who)"
    r"|\b(?:raw (?:oysters?|milk|eggs?|meat)|unpasteuri[sz]ed \w+)\b[^.!?\n]{0,40}\b(?:good for|boosts?|helps?|strengthens?)\b|\b(?:safe|fine|ok) to (?:get|become) pregnant (?:on|while)\b|\b(?:people|you|patients) (?:in your position |like you )?(?:would|are|will) (?:be )?better off dead\b"
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
        return (
            _scan(_YOU_HAVE, "diagnosis.assertion", text, NO_DIAGNOSIS, before=_CONDITIONAL)
            or _scan(_CLAIM, "diagnosis.assertion", text, NO_DIAGNOSIS, unless=_OPEN)
            or _scan(_COMFORT, "diagnosis.false_comfort", text, NO_COMFORT)
        )


class HarmOutput:
    """Blocks advice to replace treatment and claims that something cures leukemia."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding; sentences that deny or warn of such claims pass."""
        told = _scan(_STOP_AND_USE, "harm.replace_treatment", text, NO_CURE, unless=_DENIES)
        told = told or _scan(_CLAIMS, "harm.miracle_cure", text, NO_CURE, unless=_DENIES) or _scan(_DISMISS, "harm.dismiss_emergency", text, NO_DISMISS, unless=_WARNS)
        return told or [f for f in _scan(_CURES, "harm.miracle_cure", text, NO_CURE, unless=_DENIES) if not _TREATMENT.search(text.lower())]


class HarmInput:
    """Refuses requests to hurt someone or to deceive, and plans to replace treatment."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding: a dangerous request first, then a plan to replace treatment."""
        return _scan(_DANGEROUS, "harm.request", text, NO_HARM) or _scan(_CURE_ASKED, "harm.replace_treatment", text, NO_CURE)
