"""The parts that make a dosing statement: amounts, frequencies, agents, directives, changes.

Patterns run over normalised text (lower case, see `normalise`). Gaps are bounded, so that the
time stays linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leukchat.safety.drugs import DrugMention, find_drugs, is_medicine

_WORD_NUMBER = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundred|thousand|half|quarter|a couple(?: of)?|a few|several|an? (?:half|hundred|thousand|extra|additional|single|second|third)|another|double|an?"
)
_DIGITS = r"\d{1,9}(?:[.,]\d{1,9}){0,3}(?:\s?/\s?\d{1,4})?"
NUMBER = rf"(?:{_DIGITS}|\b(?:{_WORD_NUMBER})\b)" + r"(?:[\s-]{1,3}(?:and a half|hundred|thousand|and)\b){0,3}"
_RANGE = rf"{NUMBER}(?:\s?(?:-|to|or|and)\s?{NUMBER})?"
_MASS = r"mg|mgs|milligrams?|milligrammes?|mcgs?|[uµμ]gs?|micrograms?|microgrammes?|gm|grams?|grammes?|g|i\.?u\.?|international units|units|meq|mega units|million units"
_VOLUME = r"ml|mls|millilit(?:er|re)s?|cc|tsps?|teaspoons?|teaspoonfuls?|tbsps?|tablespoons?|tablespoonfuls?|syringes?|syringefuls?"
_COUNT = (
    r"tablets?|tabs?|pills?|capsules?|caps|caplets?|softgels?|gummies|lozenges?|sachets?|drops?|puffs?|sprays?|patch(?:es)?|"
    r"injections?|shots|vials?|ampoules?|suppositor(?:y|ies)|doses?|scoops?|gelcaps?|chewables?"
)
_FOREIGN_COUNT = (
    r"comprimidos?|pastillas?|capsulas?|gotas|cucharadas?|comprimes?|cachets?|gelules?|gouttes|cuilleres?|tabletten?|tropfen|kapseln?|pillen?|"
    r"compress[ae]|capsul[ae]|gocce|goli|goliyan|goliyaan|gooli|mililitros?|milligramm|miligramos?|milligrammi|"
    "\u0917\u094b\u0932\u0940|\u0917\u094b\u0932\u093f\u092f\u093e\u0902|\u092e\u093f\u0932\u0940\u0917\u094d\u0930\u093e\u092e|\u092e\u093f\u0932\u093f\u0917\u094d\u0930\u093e\u092e"
)
_PER_BODY = r"(?:\s?(?:/|per|a)\s?(?:kg|kilo(?:gram)?s?|m2|m\^?2|square met(?:er|re)|bsa)(?:\s+of body weight)?)?"
_NOT_LAB = r"(?!\s?(?:/|per)\s?(?:d?l|ml|ul|[µμ]l|decilit|lit|mm3|cumm|24)\w*)(?!\s?/\s?(?:mol|mmol))"
AMOUNT = re.compile(
    rf"(?<![\w.])(?P<number>{_RANGE})[\s-]?(?P<unit>{_MASS}|{_VOLUME}){_PER_BODY}{_NOT_LAB}(?![a-z])"
    rf"|(?<![\w.])(?P<count>{_RANGE})[\s-]+(?:(?:more|extra|small|full|whole|strong|extra-strength|regular|baby|adult|blue|white|\d+[\s-]?mg)\s+)*(?P<form>{_COUNT})\b"
    rf"|(?<![\w.])(?P<foreign>{_DIGITS}|un[ao]?|dos|tres|deux|trois|zwei|drei|eine?|due|tre|duas|dois|ek|do|teen)\s+(?P<foreignform>{_FOREIGN_COUNT})"
)
RATE = re.compile(rf"(?:{_DIGITS})\s?(?:ml|mg|mcg|units?|drops?)\s?(?:/|per|an?)\s?(?:hr|hour|h|min|minute)\b")
FREQUENCY = re.compile(
    r"\b(?:once|twice|thrice|(?:\d+|two|three|four|five|six)\s?(?:times|x))\s?(?:-|a|an|per|each|every|in a|in one)?\s?(?:day|daily|week|weekly|month|night|24 hours?)\b"
    r"|\b(?:bid|tid|qid|qd|qod|qhs|qam|qpm|b\.i\.d|t\.i\.d|q\.d|q\s?\d+\s?h(?:rs?|ours?)?|prn|od|bd|tds|qds)\b"
    r"|\bevery\s(?:other\s|second\s|third\s|single\s)?(?:\d+|one|two|three|four|five|six|eight|twelve|few)?(?:\s?(?:-|to)\s?\d+)?\s?(?:hours?|hrs?|h|days?|weeks?|mornings?|evenings?|nights?|meals?)\b"
    r"|\b(?:daily|nightly|each day|each morning|each night|per day|a day|per week|a week|per dose|at bedtime|before bed|in the morning|at night|in the evening|with (?:each|every) meal|morning and (?:night|evening)|on days? \d+)\b"
)
_REGULAR = re.compile(
    r"(?:at )?(?:about |around )?the same times? (?:each|every|of (?:the )?)\s?day|every day as (?:prescribed|directed)|one day at a time|a day or two|per day of (?:fever|symptoms)"
)
DIRECTIVE = re.compile(
    r"(?:^|[.;:!?\n]\s*|[-*•]\s+|\d[.)]\s+|,\s*(?:then|and|so|but)?\s*|\b(?:then|and|please|just|simply|or|to|so|first|next|instead|always|only)\s+)"
    r"(?:take|use|give|inject|swallow|apply|start|begin|try|continue|dissolve|infuse|administer|chew|sip|drink|mix|repeat|add|aim for|go with|stick (?:to|with)|keep (?:taking|to|at)|bump|have|get|pop)\b"
    r"|\b(?:you|he|she|they|we|one|people|patients?|adults?|children|kids|your (?:child|son|daughter|husband|wife|mother|father|mom|mum|dad))\b[^.?!\n]{0,25}?"
    r"\b(?:can|should|may|could|must|might|need(?:s)? to|ought to|have to|has to|will|would)\b(?! not\b)[^.?!\n]{0,25}?\b(?:take|takes|use|give|have|inject|swallow|start|go|get|try|need|be on|receive)\b"
    r"|\b(?:i(?:'d| would)?|we) (?:suggest|recommend|advise|go with|take|use|give|start)\b"
    r"|\b(?:is|are|be|being|usually|typically|generally|normally|often|commonly)\s(?:usually |typically |generally |normally |often |commonly |then |first )?(?:taken|given|dosed|prescribed|started|administered|used|recommended|infused|injected|safe|fine|ok|okay|enough|appropriate|about|around|at)\b"
    r"|\b(?:usual|standard|typical|recommended|normal|common|starting|initial|maximum|max|minimum|safe|daily|total|correct|right|appropriate|suggested|adult|child|pediatric|loading|maintenance|target|full|regular|usual adult|most)\s(?:\w+\s){0,3}?(?:dose|doses|dosage|dosing|amount|limit|rate|strength|schedule)\b"
    r"|\b(?:dose|dosage|dosing|amount|regimen|schedule|protocol)\s(?:\w+\s){0,4}?(?:is|are|was|of|would be|will be|should be|for|at|goes|=)|\bdosed at\b|\b(?:up to|no more than|not more than|at most|as much as|not exceed|exceed|maximum of|max of|limit of|limited to|titrate|increase[sd]? to|reduce[sd]? to|raise[sd]? to|lower(?:ed)? to|cut to|cap(?:ped)? at)\b"
    r"|\b(?:is|are) (?:equal|equivalent) to\b|\bequals?\b|\bconverts? to\b|\bworks out (?:to|at|as)\b|\bcomes to\b|\bthat(?:'s| is) (?:about|roughly)?\b|\bfor (?:someone|a person|a patient|an adult|a child) (?:of|who|your|weigh|at)\b"
)
AGENT_WORD = re.compile(
    r"\b(?:pills?|tablets?|capsules?|caplets?|dos(?:e|es|age|ing)|medicines?|medications?|meds?|drugs?|chemo(?:therapy)?(?: (?:pills?|tablets?|drugs?))?|supplements?|injections?|painkillers?|pain relievers?|"
    r"antibiotics?|steroids?|blood thinners?|infusions?|drip|prescriptions?|inhalers?|antihistamines?|laxatives?|antacids?|tkis?|immunosuppressants?|vitamins?)\b"
)
_FOOD = re.compile(
    r"\b(?:protein|fat|fats|fib(?:er|re)|salt|sodium|sugars?|carbohydrates?|carbs|calories|kcal|water|fluids?|juice|milk|food|foods|meal|snack|serving|per 100|cooked|beans?|lentils?|spinach|meat|fish|eggs?|"
    r"tofu|cheese|yogh?urt|cereals?|bread|rice|nuts|broth|from food|in food|diet|soda|bicarbonate|rinse|oil|butter|honey|soup|toast|salmon|tuna|oats|tofu|seeds?|oranges?|bananas?|lentejas|lentilles)\b"
)
_LAB = re.compile(
    r"\b(?:level|levels|count|counts|result|results|hemoglobin|haemoglobin|hgb|hb|blood sugar|reading|range|normal|ferritin|crp|creatinine|bilirubin|your (?:potassium|calcium|albumin|urea))\b"
)
TRIAL = re.compile(
    r"\b(?:patients (?:took|got|had|were)|investigators|regimen used|(?:control|other|one|each) (?:arm|group)|studie|etude|estudio|estudo|studio|trial|study|studies|participants?|researchers|randomi[sz]ed|were given|received|was tested|arm of|cohort)\b"
)
_MODEL_NOUN = re.compile(r"\b(?:bag|unit)s? of (?:blood|red|platelets|plasma)|units of (?:blood|red|platelets|alcohol)|weeks?|months?")


def amounts(text: str) -> Iterator[re.Match[str]]:
    """Amounts that could be doses: not lab values, not nutrients in food, not units of blood."""
    for match in AMOUNT.finditer(text):
        around = text[max(0, match.start() - 60) : match.end() + 60]
        unit = match["unit"]
        if match["count"] in ("a", "an", "another", "one") and not re.search(r"\b(?:take|takes|taking|give|swallow|have|extra)\s(?:\w+\s){0,2}?$", text[: match.start()]):
            continue
        if unit and (_nutrient(match, around, text) or (unit == "units" and _MODEL_NOUN.search(text[match.start() : match.end() + 25]))):
            continue
        if unit == "g" and re.search(r"hemoglobin|haemoglobin|\bhb\b|\bhgb\b|albumin|per lit", around):
            continue
        if unit is None and match["form"] in ("doses", "dose", "drops", "shots", "injections", "injection", "patches", "patch") and not _counted_dose(match, text):
            continue
        yield match


def _nutrient(match: re.Match[str], around: str, text: str) -> bool:
    """An amount of a nutrient in food or of food itself: 20 g of protein, 2 teaspoons of salt, 6 mg of iron in lentils."""
    if match["unit"] in ("mg", "mcg", "µg", "ug", "iu", "units") and not re.search(r"\b(?:sodium|salt|per 100|serving|cooked|in food|from food|caffeine)\b", around):
        return False
    tail = text[match.end() : match.end() + 40]
    return bool(_FOOD.search(tail) or _FOOD.search(around)) and not re.search(r"\b(?:tablets?|pills?|capsules?|supplements?|medicines?)\b", around)


def _counted_dose(match: re.Match[str], text: str) -> bool:
    """Whether 'two doses', 'a dose', 'three shots' is an instruction; vaccines and bare mentions are not."""
    if re.search(r"vaccin|booster|immuni[sz]", text):
        return False
    return bool(re.match(r"\d|two|three|four|five|six|double|another|an? extra|half", match["count"] or ""))


def frequencies(text: str) -> list[re.Match[str]]:
    """How-often phrases, without 'at the same time every day'."""
    regular = [match.span() for match in _REGULAR.finditer(text)]
    return [m for m in FREQUENCY.finditer(text) if not any(a <= m.start() < b for a, b in regular)]


def agents(text: str) -> list[DrugMention]:
    """Medicines and supplements named in the text; plain nutrients only where called a supplement."""
    supplements = re.search(r"\b(?:supplements?|tablets?|pills?|capsules?|injections?|drops|mg|mcg|iu)\b", text) is not None
    return [mention for mention in find_drugs(text) if is_medicine(mention, text) or supplements]


def lab_context(text: str) -> bool:
    """Whether the text speaks of measured values."""
    return _LAB.search(text) is not None
