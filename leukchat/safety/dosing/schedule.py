"""How often and when a named medicine is taken, without an amount."""

from __future__ import annotations

import re

from leukchat.safety.dosing.grammar import DIRECTIVE, TAKE
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.times import OFTEN
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_ELSE = Phrases(
    r"\b(?:there (?:are|is) (?:\w+ )?MED|out of reach|sit with you|lock(?:ed)? (?:away|up)|wakes?|hungry|awake|stretch\w*|clean\w*|dentures?|floss\w*|yoga|tests?|tested|checked|checks|check|visits?|clinic|scans?|counts?|measured?|monitor\w*|"
    r"appointments?|draws?|walk\w*|exercis\w*|naps?|weigh\w*|"
    r"wash\w*|rins\w*|swish|fever|nurse|nurses|team|ward|hospital|unit|sunscreen|brush\w*|cycles?|meals|snacks?|deliver\w*|refill\w*|pharmacy|diary|photo|"
    r"questions?|call|ask|bag|temperature|pcr|ecg|visitors|shower\w*|moistur\w*|lip|spf|gargle|mouth care|works? for|stays? in|half life|box|boxes|"
    r"organi[sz]er|slot|remind\w*|alarm|missed|written|label|plan|drawn|typical of|common (?:with|on)|swelling|swollen|puff(?:y|iness)|blood is|is due so)\b|\bblood is taken\b",
)
_TIED = Phrases(
    r"\b(?:take|taken|takes|taking|swallow\w*|give|given|goes?|go in|use|used|have|had|is|are|keep|stay|on|best|every|inject\w*|apply|appl(?:ied)|"
    r"recommended|dosed|schedule|repeat\w*|swap|change|put|need|needs|gets?|start\w*|run|runs|dripped|dab|rub|follow|as|works best)\b",
)
_STRONG = Phrases(rf"\b{TAKE}\b|\b(?:taken|given|swallowed|used|dosed|injected|applied|taking|goes|go)\b")
_SAME = Phrases(
    r"\b(?:at )?(?:about |around )?(?:the )?same (?:time|hour)s?(?: (?:each|every|of the|of) (?:DAY|day|morning|evening|night))?",
    r"\b(?:every|each) day as (?:prescribed|directed)",
    r"\bone day at a time",
    r"\ba (?:day|week) or two\b",
    r"\bonce a week MED for many\b",
    r"\bas (?:often|directed|prescribed)\b",
    r"\b(?:every|each) (?:NUM )?(?:time|few minutes|few weeks|case)\b",
    r"\bdaily use\b",
)
_SHORTHAND = Phrases(r"\b(?:DRUG|SUPP) (?:[,:=] )?(?:\w+ )?(?:bid|tid|qid|qd|od|bd|tds|qds|qhs|qod|prn|q NUM h|NUM x|daily|nightly|once|twice)\b")
_DATED = Phrases(
    r"\bat (?:CLOCK|NUM (?:am|pm|o'clock))|\bat hours? NUM|\bfor NUM (?:days|weeks)\b(?= and then|, then| then|, and)|\bNUM days on\b|"
    r"\b(?:half an|an|one|NUM) hours? (?:before|after) (?:chemo|MED|the|your|bed|each|every|food|DRUG)\b|\bat (?:bedtime|night|noon|breakfast|"
    r"lunch|dinner|supper)\b|\bbefore bed\b|\bwait (?:at least |about )?(?:NUM|one|an) (?:hours?|days?|minutes?)\b|\b(?:again )?at NUM(?= ?$| ?,|"
    r" and\b| then\b)|\b(?:DRUG|FORM|DOSE|it|them) (?:now|straight away|right away|immediately|at once|tonight|right now)\b|\bin the (?:morning|"
    r"evening)\b"
)
SCHEDULES = (OFTEN, _DATED)
"""Phrases of which one must be in a sentence that tells a schedule."""
_FEW_WORDS = 9


def told_schedule(sentence: Sentence, window: Window, index: int) -> Span | None:
    """A named medicine (or "it", after one) with a how-often, unless it is about tests, care of the mouth, or the clinic's own work."""
    text = _SAME.blanked(sentence.text)
    often = OFTEN.search(text) or _DATED.search(text)
    if often is None or sentence.topics & {"VACC", "COST"} or "VACCINE" in text:
        return None
    named = re.search(r"\b(?:DRUG|SUPP)\b", text) is not None
    form = re.search(r"\b(?:FORM|DOSE|SHOT|MED)\b", text) is not None
    alone = re.search(r"\b(?:it|them|these|both)\b", text) is not None and ordered_now(text) and not sentence.topics & {"FOOD", "DRINK", "LAB"}
    pronoun = re.search(r"\b(?:it|them|this|these|one)\b", text) is not None and window.known(index)
    ordered = _imperative(text)
    if not (
        named
        or (form and (ordered or ordered_now(text) or re.search(r"\b(?:should|must|best|need|needs|keep|goes on|go on|goes in|comes off) (?:\w+ ){0,3}", text)))
        or (pronoun and (ordered or _STRONG.search(text)))
        or alone
        or _listed(sentence)
    ):
        return None
    if not named and re.search(r"\b(?:get|given|receive|gives)\b.{0,40}\bbefore (?:the|each|every|an?) (?:SHOT|MED|transfusion|scan)\b", text):
        return None
    if re.match(r"(?:daily|weekly|nightly|monthly) (?:\w+ ){0,2}(?:FORM|MED|DRUG|DOSE) (?:are|is|can|may)\b", text):
        return None
    if re.search(r"\b(?:by mistake|deadly|fatal|danger\w*|harmful|by accident)\b", text):
        return None
    if (_ELSE.search(text) and not (ordered and named and not re.search(r"\b(?:call|ask|tests?|nurse|team|clinic)\b", text))) or hands_off(text, often.start()):
        return None
    if sentence.topics & {"FOOD", "DRINK", "LAB"} and not ordered and not named:
        return None
    if "FOOD" in sentence.topics and "DRUG" not in text and not re.search(r"\b(?:FORM|DOSE|MED|take|taken|swallow|supplements?|drink|add|brew)\b", text):
        return None
    if re.search(r"\b(?:not|never|\w+n't|isn't|don't|unsafe|avoid) (?:\S+ ){0,7}$", text[: often.start()]) and not re.search(r"\b(?:more|over|unless|only) ", text):
        return None
    if sentence.size <= _FEW_WORDS or _listed(sentence) or _SHORTHAND.search(text) or _TIED.search(text) or DIRECTIVE.search(text):
        return often.span()
    return None


def ordered_now(text: str) -> bool:
    """Whether a text opens with an order to take something, or lets someone take it."""
    return (
        re.search(
            r"^(?:just |please |simply |then |so |always )?(?:take|use|give|swallow|inject|apply|repeat|have) (?:him |her )?(?:it|them|these|both|this)\b|"
            r"\b(?:have|let|make|get) (?:him|her|them) (?:to )?(?:take|use|swallow)\b",
            text,
        )
        is not None
    )


def _listed(sentence: Sentence) -> bool:
    """A short line that opens with a form: "the sachets: one, dissolved, three times a day"."""
    return sentence.size <= 14 and re.match(r"(?:the |your |his |her )?(?:\w+ )?(?:FORM|DOSE|SHOT|MED) ?[:,]", sentence.text) is not None


def _imperative(text: str) -> bool:
    from leukchat.safety.dosing.change import ordered_verb

    return ordered_verb(text, TAKE) is not None
