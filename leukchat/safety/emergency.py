"""Emergencies in the person's own words: found before anything else, answered with the action first.

Families and actions follow the red flags that the sources beside them name; see also the library
article `when-to-call`. The rule never says what the cause is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from leukchat.safety.clauses import clauses, is_current
from leukchat.safety.helplines import helpline
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding


@dataclass(frozen=True)
class Family:
    """One kind of emergency: what people say, what to do, what to tell the staff, and the source."""

    rule: str
    words: re.Pattern[str]
    action: str
    tell: str
    source: str


_NCI = "https://www.cancer.gov/about-cancer/treatment/side-effects/infection"
_ACS = "https://www.cancer.org/cancer/managing-cancer/side-effects/low-blood-counts/bleeding.html"
_DS = "https://www.fda.gov/drugs/drug-safety-and-availability/fda-warns-symptoms-serious-condition-affecting-blood-cells-are-not-being-recognized-leukemia"
_TEAM = "Call your treatment team's 24-hour line now. If nobody answers within minutes, go to the emergency department or call {emergency}."
_AMBULANCE = "Call {emergency} now. Do not drive yourself."

FAMILIES: tuple[Family, ...] = (
    Family(
        "emergency.fever",
        re.compile(
            r"(?:\b(?:tengo|tiene|con) (?:\w+ ){0,2}(?:fiebre|escalofrios)|\b(?:j'ai|il a|elle a|avec) (?:\w+ ){0,3}(?:fievre|frissons)|\bschuttelfrost|\b(?:hohes )?fieber\b|\bho (?:la )?febbre|\bbrividi|\bcalafrios|\bthand lag|\b(?:hot|sweaty|sweating|clammy) (?:and (?:hot|sweaty|cold) )?all (?:day|night)|\bcold sweats?\b)|"
            r"(?<!yellow )(?<!hay )(?<!dengue )(?<!scarlet )(?<!glandular )(?<!rheumatic )\b(?:fever(?!few)\w*|febrile|pyrexia|feaver|running a temp\w*|burning up|(?:has|have|got|with|running|spiked|spiking|high|raised) (?:a |an )?(?:\w+ )?temp(?:erature)?\b|chills|rigors?|shivering|shaking chills|teeth (?:are )?chattering|shaking (?:and|with) cold|shak(?:es|ing) (?:all over|uncontrollably)|fiebre|fievre|fieber|febbre|febre|bukhar|sepsis|septic)"
        ),
        _TEAM + " A fever can be the only sign of a serious infection when white cells are low, so please do not wait.",
        "Say that you have leukemia, when the last treatment was, and the temperature you measured. Bring all your medicines. Do not take a rectal temperature.",
        _NCI,
    ),
    Family(
        "emergency.bleeding",
        re.compile(
            r"(?:\b(?:hit|bumped|banged|knocked) (?:my|his|her) head\b|\b(?:fell|fallen|fall)\b[^.!?]{0,50}\b(?:platelets|count|belly|head|stairs)|\bsangr(?:a|ando|e)\b|\bsaign(?:e|ement)\b|\bblutet\b|\bblutung|\bsanguina\b|\bsangra(?:mento)?\b|\bkhoon\b|\bpad (?:an|every) hour|\bgums? (?:bleed|bleeding) (?:all|since|for))|"
            r"\b(?:(?:bleed\w*|nose ?bleed\w*|blood)\b[^.;!?\n]{0,40}\b(?:won'?t stop|not stop\w*|doesn'?t stop|does not stop|will not stop|can'?t stop|keeps? (?:on )?(?:coming|going|bleeding)|non-?stop|pouring|gushing|heavy|heavily|for (?:\d+|an|half an?|two|several|twenty|thirty|over) ?(?:min\w*|hours?|hour)?)|"
            r"(?:won'?t|can'?t|doesn'?t|does not|not|will not|cannot) stop (?:the )?(?:bleed\w*|nose ?bleed\w*)|(?:vomit\w*|throw\w* up|threw up|cough\w*|spit\w*|puk\w*)(?: up)?(?: bright| fresh| some| red| a lot of| dark)* blood\w*|blood (?:in|when) (?:my |his |her |the )?(?:vomit|i cough|cough\w*)|coffee[- ]grounds?|(?:black|tarry|bloody)(?:,? (?:and )?(?:tarry|sticky))? (?:stools?|poop?|poo|bowel movements?|diarrhea|diarrhoea)|"
            r"(?:stools?|poop?|poo) (?:is|are|was|looks?|turned|went) (?:\w+ )?(?:black|tarry|bloody)|blood in (?:my |his |her |the )?(?:stools?|poop?|poo|urine|pee|toilet)|(?:peeing|pissing|passing|urinating) blood|bleeding (?:a lot|badly|heavily|everywhere|from (?:his|her|my|the) (?:mouth|gums|nose|eyes|rectum|bottom|ears?))|soak\w* (?:through )?(?:a |one |two )?(?:pads?|tampons?|towels?)|(?:purple|red) (?:spots|dots) (?:all over|spreading|everywhere)|hemorrhag\w*|haemorrhag\w*)"
        ),
        "Press firmly on the place that bleeds, sit up, and "
        + "call {emergency} now if it is heavy or does not stop. Otherwise call your treatment team's 24-hour line right now.",
        "Say that you have leukemia and may have low platelets, when the bleeding began, and whether you take a blood thinner. Do not take aspirin or ibuprofen.",
        _ACS,
    ),
    Family(
        "emergency.brain",
        re.compile(
            r"(?:\b(?:can'?t|cannot) (?:write|read|count|say|remember my)\b|\b(?:stiff neck|light hurts|hurts to look at light)|\b(?:bouche|visage) (?:de travers|tombante?)|\bparle mal\b|\b(?:boca|cara) (?:torcida|caida)|\bmund hangt|\bgesicht hangt|\bverwirrt\b|\bdesmay\w*|\bevanoui\w*|\bohnmacht\w*|\bsvenut\w*|\bbehosh\b|\bhands? (?:shak\w+|trembl\w+) (?:so|and))|"
            r"\b(?:worst (?:ever )?head ?ache|worst head ?ache|thunderclap|sudden(?:ly)? (?:\w+ ){0,3}head ?ache|(?:severe|terrible|splitting|unbearable|awful|crushing) head ?ache|head ?ache\b[^.;!?\n]{0,40}\b(?:blurr\w*|vision|confus\w*|vomit\w*|stiff neck|worst|sudden\w*)|face (?:is )?(?:droop\w*|numb|fallen)|facial droop\w*|droop\w* (?:face|mouth|eyelid)|slurr\w*(?: (?:his|her|my|the))?(?: (?:speech|words))?|speech (?:is |has |was )?(?:become |gone )?(?:slurred|funny|strange|unclear)|(?:can'?t|cannot|unable to|trouble|difficulty) (?:speak\w*|talk\w*|find\w* words)|"
            r"sudden(?:ly)? (?:\w+ ){0,3}(?:loss of (?:sight|vision)|blind\w*|weak\w*|numb\w*|confus\w*)|lost (?:my|his|her) (?:sight|vision|speech)|(?:can'?t|cannot) (?:see|move (?:my|his|her))\b|(?:half|one side) of (?:my|his|her|the) (?:face|body)\b[^.;!?\n]{0,30}|(?:left|right|one) (?:arm|leg|side) (?:is |has |feels |went |gone )(?:weak|numb|limp)|(?:is|am|seems?|getting|been|became|very|suddenly|so|acting|really) (?:\w+ )?(?:confused|disoriented|delirious|incoherent|unresponsive)|doesn'?t (?:recogni[sz]e|know (?:where|who))|not making (?:any )?sense|"
            r"seizure\w*|convuls\w*|(?:had|having|has) a fit\b|passed out|pass(?:ing)? out|black(?:ed|ing) out|faint(?:ed|ing)|collaps\w*|unconscious|(?:hard|difficult|impossible|can'?t|cannot|won'?t) (?:to )?wake(?: up)?|(?:very|extremely|unusually|so) (?:drowsy|sleepy and)|stroke)\b"
        ),
        _AMBULANCE,
        "Say that there is leukemia, what changed and at what time it began, and whether platelets are low or a blood thinner is taken.",
        "https://www.cdc.gov/stroke/signs-symptoms/index.html",
    ),
    Family(
        "emergency.breathing",
        re.compile(
            r"(?:\bno puede? respirar|\bno puedo respirar|\bme ahogo|\bn'arrive (?:pas|plus) a respirer|\bdu mal a respirer|\bessouffle\w*|\b(?:keine|kaum) luft|\batemnot|\bnon (?:riesco|riesce) a respirare|\bfiato corto|\bfalta de ar|\bnao consigo respirar|\bsaans (?:nahi|lene)|\b(?:only )?sleep (?:sitting|upright)|\bcan'?t finish a sentence|\u0938\u093e\u0901\u0938|\u0938\u093e\u0902\u0938)|"
            r"\b(?:(?:can'?t|cannot|can not|hard to|struggling to|unable to|trouble|difficulty|hardly|barely|problems?|fighting to) (?:catch (?:my|his|her) breath|breathe?\w*|breathing)|(?:short|shortness|out) of breath|breathless\w*|gasping|(?:lips|face|fingers|skin) (?:are |is |look\w* |turn\w* |went |gone )?(?:blue|bluish|grey|gray)|blue lips|chok(?:ing|es)|suffocat\w*|wheez\w*|breathing (?:is )?(?:fast|hard|heavy|badly|getting worse|very fast)|stopped breathing|not breathing|can'?t breath)\b"
        ),
        _AMBULANCE,
        "Say that there is leukemia, which treatment was given and when, and when the breathing trouble began.",
        "https://www.nhs.uk/conditions/shortness-of-breath/",
    ),
    Family(
        "emergency.chest_pain",
        re.compile(
            r"(?:\bdolor (?:en el|de) pecho|\bdouleur (?:a la|dans la) poitrine|\bbrustschmerz\w*|\bdolore al petto|\bdor no peito|\bseene mein dard)|"
            r"\b(?:chest (?:pain\w*|tightness|pressure|is (?:tight|hurting|killing))|(?:pain|tightness|pressure|crushing\w*) (?:in|across|on) (?:my|his|her|the) chest|heart attack|(?:heart|pulse) (?:is )?(?:racing|pounding|skipping|fluttering|beating (?:very |really |so )?(?:fast|irregular\w*))[^.;!?\n]{0,30}(?:dizz\w*|faint\w*|light-?headed|pain)?)"
        ),
        _AMBULANCE,
        "Say that there is leukemia, which medicines are taken, and when the pain or the fast heartbeat began.",
        "https://www.nhs.uk/conditions/chest-pain/",
    ),
    Family(
        "emergency.allergy",
        re.compile(
            r"(?:\b(?:itchy|itching) (?:lumps|bumps|welts|rash)\b[^.!?]{0,40}\b(?:throat|breath|tight|faint)|\btight throat|\bskin (?:is )?peeling|\bblisters? (?:all over|everywhere|in (?:my|his|her) mouth))|"
            r"\b(?:anaphyla\w*|(?:throat|tongue|lips?|face|mouth) (?:is |are |has |have |feels? |started |keeps? )?(?:swell\w*|swollen|closing(?: up)?|tight\w*)|(?:swell\w*|swollen) (?:of (?:the |my |his |her )?)?(?:throat|tongue|lips?|face)|hives? (?:all over|everywhere|and)|(?:severe|bad|serious) allergic reaction|allergic reaction (?:to|after) (?:my|his|her|the) (?:transfusion|infusion|chemo|medicine|drug))"
        ),
        _AMBULANCE + " If an adrenaline auto-injector was prescribed for this, use it as you were shown.",
        "Say which medicine, food or transfusion came before it and when.",
        "https://www.nhs.uk/conditions/anaphylaxis/",
    ),
    Family(
        "emergency.tumor_lysis",
        re.compile(
            r"(?:\b(?:twitch\w*|cramps?)\b[^.!?\n]{0,40}\b(?:dark|little|no) (?:\w+ )?(?:wee|pee|urine)|\bdark little wee)|"
            r"\b(?:tumou?r lysis\b[^.;!?\n]{0,30}|(?:no|hardly any|barely any|very little|almost no) (?:urine|pee)|(?:haven'?t|hasn'?t|have not|has not|can'?t|cannot|not|unable to|stopped) (?:been able to )?(?:pee\w*|urinat\w*|passed? (?:any )?urine|pass(?:ing)? water))\b"
        ),
        _TEAM,
        "Say that there is leukemia, when treatment began, when you last passed urine, and whether there are cramps, tingling or a fast heartbeat.",
        "https://www.cancer.gov/publications/dictionaries/cancer-terms/def/tumor-lysis-syndrome",
    ),
    Family(
        "emergency.abdomen",
        re.compile(
            r"(?:\bbelly'?s? (?:is )?(?:getting|going|gone) hard)|"
            r"\b(?:(?:severe|terrible|unbearable|excruciating|awful|worst|sudden|agoni[sz]ing|very bad|really bad|intense) (?:\w+ )?(?:belly|stomach|abdominal|tummy|abdomen) (?:pain|ache|cramps?)|(?:belly|stomach|abdomen|tummy) (?:is |feels |has gone )?(?:rock )?(?:hard|rigid|board)|(?:belly|stomach|abdominal|tummy) pain\b[^.;!?\n]{0,40}\b(?:to (?:my|the|his|her) back|unbearable|severe|vomit\w*|fever))\b"
        ),
        _TEAM + " Do not eat until someone has examined you.",
        "Say that there is leukemia, which treatment was given and when, and where the pain is.",
        "https://www.nhs.uk/conditions/stomach-ache/",
    ),
    Family(
        "emergency.dehydration",
        re.compile(
            r"\b(?:(?:can'?t|cannot|unable to|not|couldn'?t|won'?t) keep (?:anything|any ?thing|fluids?|water|food|liquids?|it|medicines?)(?: \w+){0,3}? down|(?:vomit\w*|throwing up|puking|diarrhea|diarrhoea) (?:all (?:day|night)|non-?stop|constantly|every (?:hour|few minutes)|for (?:more than |over )?(?:24|two|2|three|3|several|a) (?:hours|days|day)|(?:10|ten|eight|8|nine|9|twelve|12|\d\d) times))\b"
        ),
        _TEAM,
        "Say how long it has lasted, how often, what you could drink, and whether there is blood or a fever.",
        "https://www.cancer.gov/about-cancer/treatment/side-effects/nausea-vomiting",
    ),
    Family(
        "emergency.spine",
        re.compile(
            r"\b(?:(?:can'?t|cannot|lost) (?:feel|control (?:of )?)(?:my|his|her) (?:legs?|bladder|bowels?)|legs? (?:are |have |is |feel |went |gone |suddenly )+(?:weak|numb|heavy|paralys\w*|given way|not working)|numb(?:ness)? (?:around|between|in) (?:my|his|her|the) (?:legs|bottom|buttocks|groin|saddle)|(?:lost|losing|no) (?:bladder|bowel) control|paraly[sz]\w*)\b"
        ),
        _AMBULANCE,
        "Say that there is leukemia, and when the back pain, weakness or numbness began.",
        "https://www.nhs.uk/conditions/metastatic-spinal-cord-compression/",
    ),
    Family(
        "emergency.overdose",
        re.compile(
            r"(?:\b(?:took|taken|had|given|gave|swallowed)\b[^.!?\n]{0,30}\b(?:twice|two days'? worth|double|four times|three times|about (?:ten|fifteen|twenty|thirty))\b[^.!?\n]{0,30}\b(?:today|since|yesterday|plus|by mistake|pills|tablets|tylenol|paracetamol)|\b(?:toddler|child|baby|son|daughter|kid|dog)\b[^.!?\n]{0,25}\b(?:swallowed|ate|eaten|got into|chewed)\b[^.!?\n]{0,30}\b(?:pill|tablet|gleevec|medicine|chemo|my|his|her|some of)|\btook my \w+ twice)|"
            r"\b(?:overdos(?:ed|ing)|(?:took|taken|taking|swallowed|gave|given|had|ate|drank) (?:\w+ ){0,4}?(?:too (?:much|many)|twice (?:as (?:much|many)|the|my|his|her)|double (?:the|my|his|her)?|the whole (?:bottle|pack|box|strip)|all (?:of )?(?:my|his|her|the|these|those) (?:pills|tablets|meds|medicine)|(?:a )?(?:whole|entire) (?:bottle|pack|box)|(?:\d\d+|twenty|thirty|forty|fifty|a (?:handful|bunch|lot) of) (?:\w+ )?(?:pills|tablets|capsules))|(?:took|taken|gave|given|swallowed) (?:\w+ ){0,5}?(?:by mistake|by accident|accidentally|wrong (?:medicine|dose|pills?|tablets?))|accidental(?:ly)? (?:took|swallowed|gave|double\w*|overdos\w*)|(?:every ?day|daily) instead of (?:once a week|weekly|every week))\b"
        ),
        "Call {emergency} or your local poison line now (in the US 1-800-222-1222), even if you feel well. Do not wait for symptoms.",
        "Say what was taken, how much, and when. Keep the package at hand.",
        "https://poisonhelp.hrsa.gov/",
    ),
    Family(
        "emergency.car_t",
        re.compile(
            r"\b(?:cytokine release|crs|icans|neurotoxicity)\b|\b(?:car[- ]?t|blinatumomab|blincyto)\b[^.!?\n]{0,80}\b(?:confus\w*|shak\w*|trembl\w*|tremor|sleepy|can'?t (?:write|speak)|dizzy|trouble (?:speaking|writing))"
        ),
        _TEAM,
        "Say which cell or antibody therapy was given and on what day, and show the wallet card.",
        "https://www.cancer.gov/about-cancer/treatment/types/immunotherapy/t-cell-transfer-therapy",
    ),
    Family(
        "emergency.transfusion",
        re.compile(
            r"\b(?:transfusion|bag of (?:blood|platelets)|units? of (?:blood|platelets))\b[^.!?\n]{0,80}\b(?:back pain|itch\w*|hives|rash|red urine|dark urine|dizz\w*|flushed|shiver\w*|unwell)\b"
        ),
        "Tell the nurse at once if you are in the hospital. At home, call {emergency} if there is trouble breathing or chest pain, and your treatment team's 24-hour line for anything else.",
        "Say that you had a transfusion and when.",
        "https://www.nhs.uk/conditions/blood-transfusion/",
    ),
    Family(
        "emergency.differentiation",
        re.compile(
            r"\b(?:atra|tretinoin|vesanoid|arsenic|trisenox|enasidenib|idhifa|ivosidenib|tibsovo|olutasidenib|rezlidhia|gilteritinib|xospata|revumenib|revuforj|ziftomenib|komzifti)\b[^!?]{0,120}\b(?:breath\w*|cough\w*|swell\w*|swollen|puffy|gain\w* (?:\w+ ){0,3}?(?:weight|pounds|lbs?|kg|kilos)|rash|dizz\w*|fever\w*)\b"
            r"|\b(?:breath\w*|cough\w*|swell\w*|swollen|puffy|gain\w* (?:\w+ ){0,3}?(?:weight|pounds|lbs?|kg|kilos))\b[^!?]{0,120}\b(?:atra|tretinoin|arsenic|enasidenib|idhifa|ivosidenib|tibsovo|olutasidenib|gilteritinib|xospata|revumenib|ziftomenib)\b|\bdifferentiation syndrome\b"
        ),
        _TEAM + " These signs on this medicine need to be checked at once.",
        "Say the medicine's name, the day it was started, and every sign you have. Show your alert card.",
        _DS,
    ),
    Family(
        "emergency.airway_mass",
        re.compile(
            r"(?:\bchemo (?:has )?leaked\b|\b(?:drip|line|port|cannula)\b[^.!?\n]{0,40}\b(?:burning|swollen|red and|pus|shiver\w*))|"
            r"\b(?:(?:neck|face) (?:veins? )?(?:is |are |has |have )?(?:suddenly )?(?:swollen|swelling|bulging|puffy)|(?:can'?t|cannot) (?:lie|lay) (?:flat|down)|erection\b[^.;!?\n]{0,30}\b(?:hours|won'?t))\b"
        ),
        _AMBULANCE,
        "Say that there is leukemia and when it began.",
        "https://www.nhs.uk/nhs-services/urgent-and-emergency-care-services/when-to-call-999/",
    ),
)

_TEMPERATURE = re.compile(r"(?<![\d.])(?P<value>\d{2,3}(?:[.,]\d{1,2})?)\s?(?:°\s?|º\s?|degrees?\s?|deg\s?)?(?P<unit>c(?:elsius|entigrade)?|f(?:ahrenheit)?)?(?![\w/%])")
_FEVER_WORDS = (
    "thirty-eight point",
    "thirty eight point",
    "thirty-nine point",
    "thirty eight",
    "thirty-eight",
    "thirty nine",
    "thirty-nine",
    "hundred and one",
    "hundred and two",
    "hundred and three",
    "one oh one",
    "one oh two",
    "one hundred one",
    "one hundred two",
    "one hundred three",
)
FEVER_C = 38.0
MOST = 20  # matches looked at in one clause: enough for any person's words, and time stays linear


def temperature_c(value: float, unit: str) -> float | None:
    """A body temperature in °C; the unit may be missing when only one is plausible. None when not one."""
    if unit.startswith("f") or (not unit and 95.0 <= value <= 110.0):
        celsius = (value - 32.0) / 1.8
    else:
        celsius = value
    return celsius if 34.0 <= celsius <= 43.5 else None


class EmergencyInput:
    """Escalates when the person's words say that an emergency is happening."""

    name = "emergency"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding per family, in the order of the text; each message is the whole card."""
        normal = normalise(text)
        found: dict[str, Finding] = {}
        for family in FAMILIES:
            place = _find(family, normal.text)
            if place is not None:
                a, b = normal.span(*place)
                found[family.rule] = Finding(rule=family.rule, action=Action.escalate, start=a, end=b, message=card(family, context.country))
        fever = FAMILIES[0]
        measured = None if fever.rule in found else _measured_fever(normal.text)
        if measured is not None:
            a, b = normal.span(*measured)
            found[fever.rule] = Finding(rule=fever.rule, action=Action.escalate, start=a, end=b, message=card(fever, context.country))
        return tuple(sorted(found.values(), key=lambda finding: finding.start))


def card(family: Family, country: str) -> str:
    """What is shown: the action, what to tell the staff, two short paragraphs of Markdown."""
    numbers = helpline(country)
    return f"**{family.action.format(emergency=numbers.emergency)}**\n\n{family.tell}"


def _find(family: Family, text: str) -> tuple[int, int] | None:
    """Where a family's words stand as current; families that join two signs look at whole sentences."""
    if family.words.search(text) is None:
        return None
    for clause in clauses(text):
        for match in islice(family.words.finditer(clause.text), MOST):
            if is_current(clause, match.start(), match.end()) and not _measured_normal(clause.text, family):
                return clause.start + match.start(), clause.start + match.end()
    for sentence in re.finditer(r"[^!?\n]+[!?\n]*", text):
        joined = family.words.search(sentence[0])
        if joined and family.rule in ("emergency.differentiation", "emergency.car_t", "emergency.transfusion"):
            whole = next(iter(clauses(sentence[0].replace(",", " ").replace(".", " "))), None)
            if whole is not None and is_current(whole, joined.start(), joined.end()):
                return sentence.start() + joined.start(), sentence.start() + joined.end()
    return None


def _measured_normal(clause: str, family: Family) -> bool:
    """A measured temperature below the limit answers the word "temperature"."""
    if family.rule != "emergency.fever" or "chill" in clause or "shiver" in clause or "fever" in clause:
        return False
    values = [c for m in islice(_TEMPERATURE.finditer(clause), MOST) if (c := temperature_c(float(m["value"].replace(",", ".")), m["unit"] or "")) is not None]
    return bool(values) and max(values) < FEVER_C - 0.05


def _measured_fever(text: str) -> tuple[int, int] | None:
    for clause in clauses(text):
        speaks = re.search(
            r"\b(?:point|then 38|grad|grados|degres|gradi|graus|temp\w*|thermometer|feverish|hot|°|degrees|reading|measur\w*|celsius|fahrenheit|oral|ear|forehead)", clause.sentence
        )
        for match in islice(_TEMPERATURE.finditer(clause.text), MOST):
            celsius = temperature_c(float(match["value"].replace(",", ".")), match["unit"] or "")
            clear_unit = match["unit"] is not None and celsius is not None
            told = speaks or clear_unit or _like_fahrenheit(clause.text, match)
            if celsius is not None and celsius >= FEVER_C - 0.05 and told and is_current(clause, match.start(), match.end()):
                return clause.start + match.start(), clause.start + match.end()
        if speaks:
            for words in _FEVER_WORDS:
                place = clause.text.find(words)
                if place >= 0 and is_current(clause, place, place + len(words)):
                    return clause.start + place, clause.start + place + len(words)
    return None


def _like_fahrenheit(clause: str, match: re.Match[str]) -> bool:
    """Whether a bare number is put the way people tell a temperature: "he's got 101.2", not "platelets 101.2"."""
    told = re.search(r"\b(?:got|running|spiked|hit|reached|at|of|is|was|reads?|now)\s(?:a\s|to\s|about\s|at\s)?$", clause[: match.start()])
    lab = re.search(r"\b(?:platelets?|plt|wbc|anc|hb|hgb|counts?|glucose|sugar|weigh\w*|lbs?|pounds|kg|sodium|creatinine|heart|pulse|pressure|years?)\b", clause)
    return told is not None and lab is None and "." in match["value"]
