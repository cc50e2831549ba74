"""Amounts with a unit: masses, volumes, rates and figures per body size, as told in an answer."""

from __future__ import annotations

import re

from leukchat.safety.dosing.grammar import COUNTED, PART
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.times import OFTEN, WHEN
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_MASS = Phrases(
    rf"\b(?:{COUNTED}|{PART}|an?|some|a few|tens of|hundreds of) (?:(?!(?:means?|is|are|for|per|and|or|to|in|equals|of)\b)\w+ )?(?P<unit>MASS|GRAM|"
    rf"VOL|UNITS)\b(?! (?:/|per) (?:d?l|dl|GRAM|ul|NUM l|liter|litre|decilit\w+|lit\w+|mmol|mol|mm|cumm|field)\b)"
)
_PER_VOLUME = Phrases(r" (?:/|per|in) (?:(?:NUM|one|a|each|every) )?VOL\b")
_OF_BLOOD = Phrases(r" (?:of )?(?:\w+ )?(?:blood|red|platelets?|plasma|packed|cells|alcohol|fresh|cryo\w*|granulocytes|bone|marrow|urine)\b")
_TAKEN = Phrases(r"\b(?:take|taking|swallow|use|dose|doses|DOSE|supplements?|try|start|inject|add|capsules?|FORM|high|pure|extract|begin|give|get|recommend\w*|suggest\w*)\b")
HOLDS = Phrases(
    r"\b(?:has|have|contains?|provides?|gives?(?: you)?|supplies|supply|brings?|packs|offers?|holds?|with|delivers|"
    r"yields) (?:\w+ ){0,3}?NUM (?:MASS|GRAM) of (?!DRUG)(?:SUPP|\w+)\b"
)
_TAKEN_THERE = re.compile(r"\b(?:FORM|DOSE|MED|DRUG|should|take|recommend\w*)\b")
_FROM_FOOD = Phrases(r"\b(?:from|in) (?:your |the |all )?(?:food|foods|diet|meals?|the plan)\b|\bfrom all foods\b")
_STRENGTH = Phrases(
    r"\b(?:comes? (?:as|in|with)|available|sold|supplied|made|marketed|packaged|stocked|produced|exists?|look|looks|marked|printed|stamped|imprint|imprinted|embossed|engraved|coloured|colored|expensive|cheaper|withdrawn|discontinued|recalled|reordered|in stock|out of stock|(?:to be|must be|being) ordered|imported|relaunched)\b",
    r"\bthe (?:\w+ )?NUM MASS(?: \w+)? (?:is|are|was|were) (?:\w+ (?:and )?){0,2}?(?:white|green|blue|pink|yellow|red|orange|brown|purple|grey|beige|round|oval|oblong|larger|smaller|bigger|scored|coated|shiny)\b",
    r"\b(?:existe[mn]?|esistono|enthalt|contiene|contient|contem|erhaltlich)\b",
    r"\bon (?:the market|sale)\b|\b(?:FORM|vials?|ampoules?|bottles?) (?:were|was|used to be) NUM (?:MASS|GRAM|VOL)\b|\b(?:bottle|label|box|pack|vial|leaflet|syrup) says NUM MASS (?:per|in) (?:NUM )?VOL\b|\bscore line\b|\bFORM (?:are|were|is) (?:only |just )?NUM MASS each\b|\bdiffers?\b|\b(?:FORM|vials?|ampoules?|syringes?|pens?|bottles?|packs?|box(?:es)?|SHOT) (?:holds?|contains?|has|have) NUM (?:MASS|VOL|GRAM)\b|"
    r"\b(?:FORM|vials?) of NUM(?: (?:MASS|,))?(?: (?:and|or|,)? ?NUM(?: MASS)?)* (?:are|is|have|has)\b|\bthere(?:'s| is| are) (?:also )?an? (?:\w+ )?(?:FORM|liquid|syrup|solution|suspension|VOL)\b",
)
_STRENGTH_USED = Phrases(r"\b(?:take|use|(?<!can't )(?<!cannot )swallow|start|dose|DOSE|should|usual\w*|recommended|is right|enough|give|you)\b")
_RATE = Phrases(
    r"\bNUM (?:VOL|MASS|UNITS|GRAM|FORM|drops) (?:/|per|an?|each|every|in an?|for every) (?:NUM )?(?:hr|hour|hours|h|min|minute|minutes)\b",
    r"\bNUM (?:VOL|MASS|UNITS|GRAM) / ?(?:hr|h|min|hour)\b",
    r"\braised? by NUM every\b",
)
_OVER = Phrases(
    r"\b(?:over|in|across|within) (?:about |roughly |at least )?(?:NUM|one|an?|half an?) (?:hours?|minutes?|mins?|hrs?|seconds)\b|\b(?:NUM|"
    r"one) (?:hour|minute|hours|minutes) (?:push|drip|infusion)\b"
)
_GIVEN = Phrases(r"\b(?:push\w*|infus\w*|run|runs|give|given|drip\w*|go in|goes in|going in|inject\w*|administer\w*|bolus|DOSE)\b")
_PER_BODY = Phrases(
    r"\b(?:NUM|one)(?: \w+)? (?:/|per|a|for (?:each|every)|times (?:your|the|his|her)) (?:(?:square|sq) met(?:er|re)s?|kilo(?:gram)?s?|kg|m NUM|pound|lb|stone|body weight|bsa)\b"
)
_CEILING = Phrases(r"\b(?:more than|exceed\w*|maximum|max|limit\w*|at most|up to|above|under|below|beyond|pass|over)\b")
_PER_KILO = Phrases(r" (?:of \S+ )?(?:/|per|a|for each|for every) (?:kg|kilo\w*|square|m NUM)\b")
_ENOUGH = Phrases(r" (?:is|are|should be|would be|will be) (?:fine|ok|okay|safe|enough|plenty|right|alright|too much|the limit|the most)\b")
_FOR_WEIGHT = Phrases(r"\bfor (?:a|an|someone|somebody|her|him|the) (?:\w+ ){0,3}?(?:of|at|who weighs|weighing) (?:\w+ )?NUM (?:kg|kilos?|pounds?|lbs?|stone)\b")
_TO_A_PERSON = Phrases(
    r"\b(?:give|dose) (?:him|her|them|the (?:\w+ )?(?:one|child|baby|toddler|boy|girl|kid)|your (?:\w+ )?(?:child|son|daughter|baby)) (?:\w+ )?(?:NUM|one|"
    r"half an?) VOL\b(?! of (?:water|milk|juice|broth|tea|oil|honey|soup))",
)
_BARE_UNITS = re.compile(r"(?:usually |often |most \w+ )?(?:NUM|one|a few|some) UNITS (?:on|in|per|at|is|are|was|were|of (?:red|blood))\b")
"""A count of units of which nothing says that they are a medicine's: most often bags of blood."""
PER_HUNDRED = re.compile(r"\bNUM MASS of \w+ (?:per|in) (?:every )?NUM VOL\b")
_MIXED = re.compile(r"\b(?:dilut\w+|mix\w*|dissolv\w+|add|stir\w*|infus\w+|inject\w*|administer\w*|needs?|requires?|run)\b")
_PER_GRAMS = Phrases(r" (?:of \w+ )?(?:per|in|/|in each|in every|for every) (?:NUM|one|a) GRAM\b")
"""How much is in food: no dose is counted so."""
_DRINK_UNITS = frozenset(("VOL", "GRAM"))


_UNIT_ITSELF = re.compile(r"(?:an?|some|a few|the) (?:\w+ )?(?:MASS|GRAM|VOL|UNITS)$")
_EXPLAINED = re.compile(r" (?:\( ?\w+ ?\) )?(?:is|are|means?|measures?|equals?|uses?|stands?|holds?|differs?|was|were)\b")
_STEPS = re.compile(r"\b(?:week|day|step|month) (?:NUM|one)\b|\bat (?:breakfast|lunch|dinner|bedtime|night)\b")
_PROPOSED = re.compile(r"\bi(?:'d| would) (?:go for|take|suggest|give|try|start)\b")
RATES, MASSES, PER_BODY = (_RATE, _OVER), (_MASS,), (_PER_BODY,)
"""Phrases of which one must be in a sentence that tells a rate, a mass, or a figure per size of body."""
RECIPE = frozenset("fry simmer bake oven onion onions garlic boil roast recipe whisk chop saucepan dough pan grill simmering stew curry".split())


def told_rate(sentence: Sentence, spoken: bool) -> Span | None:
    """An infusion's speed: "100 mL an hour", "over four hours" with a medicine."""
    text = sentence.text
    rate = _RATE.search(text)
    if (
        rate
        and (spoken or "infus" in text or "drip" in text or "pump" in text or re.search(r"\b(?:run|set|start at)\b", text))
        and not (sentence.topics & {"DRINK"} and "MED" not in text and "DRUG" not in text)
        and "measured" not in text
    ):
        return rate.span()
    over = _OVER.search(text)
    if (
        over
        and re.search(r"\b(?:DRUG|SUPP)\b", text)
        and _GIVEN.search(text)
        and not ("LAB" in sentence.topics and "NUM MASS" not in text)
        and not re.search(r"\b(?:at the|in (?:the )?(?:hospital|clinic|day)|nurse\w*|doctors?|team)\b", text)
    ):
        return over.span()
    return None


def told_mass(sentence: Sentence, window: Window, index: int) -> Span | None:
    """An amount with a unit of mass or volume that is a medicine's: everything but results, food, drink, cost, the past and cited studies."""
    text = sentence.text
    seen: set[tuple[str, str]] = set()
    for match in _MASS.finditer(text):
        key = (match["unit"], text[match.end() : match.end() + 30])
        if key in seen:
            continue
        seen.add(key)
        if _is_dose(sentence, window, index, match):
            return match.span()
    return None


def _is_dose(sentence: Sentence, window: Window, index: int, match: re.Match[str]) -> bool:
    text, unit = sentence.text, match["unit"]
    here = re.search(r"\b(?:DRUG|SUPP)\b", text) is not None
    drug = "DRUG" in text
    if unit == "UNITS" and (
        _OF_BLOOD.match(text, match.end()) or (not (here or window.spoken(index)) and (sentence.topics or window.topics or match[0].startswith(("a ", "another "))))
    ):
        return False
    if _UNIT_ITSELF.match(match[0]) and (_EXPLAINED.match(text, match.end()) or text[: match.start()].endswith("th of ")) and not here:
        return False
    if unit != "VOL" and _PER_KILO.match(text, match.end()) and not sentence.topics & {"FOOD", "DRINK"} and "TRIAL" not in sentence.topics:
        return True
    if (
        (_PER_VOLUME.match(text, match.end()) or text[: match.start()].endswith(("MASS in ", "MASS per ", "MASS / ")))
        and not _STRENGTH_USED.search(text)
        and not OFTEN.search(text)
        and not _MIXED.search(text)
        and "FORM" not in sentence.words
    ):
        return False
    if unit == "GRAM" and not here and re.search(r"\bweigh\w*\b", text):
        return False
    if unit == "MASS" and _PER_GRAMS.match(text, match.end()):
        return False
    if not sentence.words.isdisjoint(RECIPE) and not drug and "FORM" not in text:
        return False
    if _PER_VOLUME.match(text, match.end()) and ("LAB" in sentence.topics or not (here or "FORM" in text or window.known(index))):
        return False
    if (
        _foodlike(
            sentence,
            window,
            unit,
            drug,
            here
            or ((window.known(index) and (_TAKEN.search(text) or OFTEN.search(text) or _STEPS.search(text)) is not None) and not (window.spoken(index) and _PROPOSED.search(text))),
        )
        or _resultlike(sentence, unit, here or (window.known(index) and (OFTEN.search(text) or WHEN.search(text)) is not None))
        or _told_elsewhere(sentence)
    ):
        return False
    if unit == "UNITS":
        return here or window.known(index) or not _BARE_UNITS.match(text)
    if unit in _DRINK_UNITS:
        agent = here or _TO_A_PERSON.search(text) is not None or (window.spoken(index) and "DRINK" not in sentence.topics)
        return agent or (
            bool(_CEILING.search(text) or _PER_KILO.match(text, match.end()) or _FOR_WEIGHT.search(text) or _ENOUGH.match(text, match.end()) or OFTEN.search(text))
            and not sentence.topics & {"DRINK", "FOOD", "LAB"}
            and not window.topics & {"FOOD", "DRINK", "LAB"}
        )
    return True


def _foodlike(sentence: Sentence, window: Window, unit: str, drug: bool, here: bool) -> bool:
    """Nutrients in food, food and drink themselves, salt rinses."""
    text, topics = sentence.text, sentence.topics
    if "salt" in sentence.words and re.search(r"\b(?:rins\w+|swish|gargle|mouth|bath|soak)\b", text):
        return True
    holds = HOLDS.search(text)
    if holds and not _TAKEN_THERE.search(text.split(" , ")[text[: holds.start()].count(" , ")]):
        return True
    if re.search(r"\bSUPP (?:, )?NUM (?:MASS|GRAM)\b", text) and OFTEN.search(text) and not holds:
        return False
    if _FROM_FOOD.search(text) and not re.search(r"\bFORM\b", text):
        return True
    if "FOOD" in topics and unit == "VOL" and PER_HUNDRED.search(text) and not sentence.words & {"FORM", "DOSE", "take"}:
        return True
    if drug and not (
        "FOOD" in topics and unit in _DRINK_UNITS and not re.search(r"\b(?:NUM|one) (?:GRAM|VOL) (?:of )?(?:the )?DRUG|DRUG (?:\w+ ){0,2}?NUM (?:GRAM|VOL)|DRUG , NUM", text)
    ):
        return False
    if unit in _DRINK_UNITS and topics & {"FOOD", "DRINK"} and not re.search(r"\b(?:SUPP|MED|DOSE|FORM)\b", text):
        return True
    if "FOOD" in topics and not (_TAKEN.search(text) and (here or "FORM" in text)):
        return True
    if (
        re.search(r"\b(?:has|have|contains?|gives?|provides?|supplies|supply|bring|brings|holds?|offers?|packs|around|about|with)\b", text)
        and "FOOD" in topics
        and not re.search(r"\b(?:FORM|DOSE|MED)\b", text)
    ):
        return True
    return not topics & {"LAB"} and bool(window.topics & {"FOOD", "DRINK"}) and not here and not re.search(r"\b(?:FORM|DOSE|MED|take|swallow|inject)\b", text)


def _resultlike(sentence: Sentence, unit: str, here: bool) -> bool:
    """Results and samples: a count, a level, tubes and bags of blood."""
    if "LAB" not in sentence.topics or re.search(
        r"\b(?:FORM|DOSE|MED)\b|\b(?:drop|go|down|up|back|reduce|reduced|lower|cut|increase|raise|switch|move|start|change) (?:\w+ ){0,2}?(?:to|at|by|with) (?:\w+ )?NUM MASS",
        sentence.text,
    ):
        return False
    return (not here or (unit in ("VOL", "UNITS") and _OF_BLOOD.search(sentence.text) is not None)) and not re.search(
        r"\b(?:take|swallow|inject)\b", sentence.text.replace("take NUM VOL of blood", "")
    )


def _told_elsewhere(sentence: Sentence) -> bool:
    """The person's own words repeated, prices, and strengths as facts of a pack."""
    text = sentence.text
    if re.search(r"\b(?:a|another|your) (?:\w+ )?(?:friend|neighbour|neighbor|person|cousin)(?:'s)? .{0,60}\b(?:no|not|isn't) ", text):
        return True
    if re.search(r"\bsays NUM MASS on the\b|\bNUM MASS on the (?:box|label|pack|bottle)\b", text) and not OFTEN.search(text):
        return True
    if "COST" in sentence.topics and not re.search(r"\b(?:take|swallow|dose|should)\b", text):
        return True
    return on_sale(text)


def on_sale(text: str) -> bool:
    """Whether a sentence says in what strengths or packs a medicine is made, and no more."""
    return _STRENGTH.search(text) is not None and not _STRENGTH_USED.search(text) and not OFTEN.search(text)


def told_per_body(sentence: Sentence, known: bool) -> Span | None:
    """A figure per square metre or per kilo of body: "45 per square metre"."""
    match = _PER_BODY.search(sentence.text)
    if match is None or sentence.topics & {"FOOD", "LAB"} or "cells" in sentence.text:
        return None
    if "square" in match[0]:
        return match.span()
    return match.span() if known or WHEN.search(sentence.text) or OFTEN.search(sentence.text) or "figure" in sentence.text or "rule" in sentence.text else None
