"""Diagnoses, prognoses, causes and false comfort in plain words: "hence you have", "so relax", "you'll never", "it was your stress"."""

from __future__ import annotations

import re

from leukchat.safety.diagnosis_words import LEUKEMIA, NO_COMFORT, NO_DIAGNOSIS, NO_PROGNOSIS, OPEN, OTHER
from leukchat.safety.families import Family, one_of, rx

_GAP = r"[^.!?\n]"
_ILL = one_of(
    LEUKEMIA,
    OTHER,
    r"parkinson's|cystitis|aspergillus|\w+ (?:infection|syndrome)|dic\b|kidney failure|iron overload|(?:pernicious|haemolytic|hemolytic) an(?:a)?emia|fungal pneumonia|essential thrombocyth(?:a)?emia|myelofibrosis|lymphoma|relapse",
)
_YOURS = one_of(
    r"your (?:\w+ ){0,3}?\w+|(?:his|her) (?:\w+ ){0,2}?\w+",
    r"the (?:\w+ ){0,2}?(?:cough|burning|tremor|shadow|spot|lump|pains?|rash|fatigue|tingling|swelling|fever|headaches?)(?: (?:that (?:won't|wakes?|comes)|on your|in your|when you) ?(?:[\w']+ ){0,4})?",
)
_OPEN_TOO = re.compile(
    OPEN.pattern
    + r"|\?\s*$|\b(?:if|whether|may|might|could|often|usually|sometimes|most|many|some|people|patients|doctors?|team|only (?:a|the|your)|ask|isn't|not (?:mean|always|a)|doesn't|don't|can't|cannot|never (?:means|say)|when|who|study|studies|trial|rarely|seldom|for example|called|means (?:a|an|the))\b"
)
_SURE_ANYHOW = re.compile(
    r"\?\s*$|\b(?:if your|whether|may|might|often|usually|sometimes|many|some people|people with|ask|isn't|doesn't mean|can't (?:say|tell|know)|cannot (?:say|tell)|nobody can|no one can|please|study|studies|trial)\b"
)


def _told(rule: str, message: str, *patterns: str, unless: re.Pattern[str] = _OPEN_TOO) -> Family:
    return Family(f"diagnosis.{rule}", message, rx(*patterns), unless)


_NOT_SAID = re.compile(
    r"\?\s*$|\b(?:if|whether|glad|hope|happy|good that|doesn't mean|can't (?:say|tell|know)|cannot (?:say|tell)|nobody can|no one can|please|study|studies|trial|people|patients|may|might|could|usually|often|sometimes|most(?! (?:likely|probably|certainly|surely))|many|some|ask|when|until|only (?:a|your|the)|not (?:a|mean|always)|never|told|said|means?|called)\b"
)
_SEEN = r"(?:swelling|lumps?|nodes?|glands?|bruis\w+|spots?|dots|rash|bleed\w*|nosebleeds?|fevers?|temperature|sweats|breathless\w*|cough|headaches?|pains?|tired\w*|dizz\w+|numb\w+|blasts|a white count|white cells|low platelets|petechiae)"
_IS_WELL = r"(?:is|are)(?: (?:complete|perfect|total|entire|absolute|real|certain|probab)ly| always| all)? (?:harmless|innocent|benign|nothing|no problem|fine)"
PLAIN: tuple[Family, ...] = (
    _told(
        "assertion",
        NO_DIAGNOSIS,
        rf"\b(?:the|this|that|those|these) (?:\w+ ){{1,3}}?(?:you|he|she) (?:describe[sd]?|mention\w*|report\w*|sent|feels?|sees?|found|has|have)(?: \w+){{0,3}}? (?:is|are) (?:\w+ly )?(?:an? )?{_ILL}|\bmakes? (?:you|him|her|your \w+) an? {_GAP}{{0,30}}\b{_ILL}{_GAP}{{0,15}}\b(?:patient|case)\b",
        rf"\b(?:your|his|her) {_ILL}(?: disease)? (?:has (?:come|flared)|is|have come) (?:back|up again|again)\b|\b(?:points?|leads?|adds? up) to (?:you|him|her|your \w+) having {_GAP}{{0,20}}\b{_ILL}",
        rf"\b(?:it's|it is|this is|that's|that is|you're|you are|he's|she's|i'd say|i would say|i'd call it) (?:most |very |quite |almost |all but |more than )?(?:likely|probably|certainly|surely) (?:looking at |dealing with |facing |that )?(?:an? )?(?:\w+ ){{0,2}}?{_ILL}(?: (?:in your|in (?:his|her)|here|you|that you)|[.,;!]|\s*$)|\b(?:looking at|dealing with) (?:an? )?(?:\w+ )?{_ILL} (?:here|in your|now)\b",
        rf"\b{_ILL}(?:'s)?(?: \w+)? is what(?:'s| is| you| he| she|'s going)\b|\bassume that's what (?:you|he|she)|\b(?:you've|you have|he's|he has|she's|she has|your \w+ has) (?:\w+ )?(?:slipped|fallen|dropped|come|gone) out of remission\b|\b(?:settles? it|case closed|no question|no two ways)[,:;] ?(?:\w+ )?{_ILL}|\b(?:{LEUKEMIA}) it is\b|\bthat's (?:an? )?{_ILL} (?:all right|alright|for sure|no doubt|right there)\b|\bwhat(?:'s| is) (?:causing|behind|making) (?:the|your|his|her|you|him) {_GAP}{{0,40}}\bis (?:an? )?(?:\w+ )?{_ILL}",
        rf"\b(?:your|his|her) (?:platelets|counts?|marrow|white cells|h(?:a)?emoglobin|bruises) (?:have|has|are|is) (?:\w+ ){{0,2}}?(?:because of|due to|from) {_ILL}|\b(?:those|these|your|his|her) (?:\w+ ){{0,2}}?(?:nodes?|glands?|lumps?|cells|spots?|swellings?) (?:is|are) (?:\w+ly )?(?:cancerous|malignant|leuk(?:a)?emic)\b",
        rf"\b(?:establish\w*|make|makes|clinch\w*|prov\w+) the diagnosis of {_GAP}{{0,40}}(?:{LEUKEMIA}|{OTHER})\b{_GAP}{{0,20}}\b(?:in|for) (?:you|him|her|your)\b|\b(?:transformation|progression|relapse|recurrence) {_GAP}{{0,25}}\bhas (?:taken place|occurred|begun)\b(?: in (?:you|your|his|her)|[.,;]|\s*$)|\b(?:consistent|compatible) with only one thing\b",
        rf"\b(?:your|his|her) (?:\w+ )?(?:fatigue|tiredness|rash|fever|pains?|bruis\w+|swelling|cough|anemia|anaemia|weight loss|breathlessness|sweats|counts?|headaches?) (?:is|are) (?:\w+ly )?(?:attributable|due|owed|down) to {_GAP}{{0,12}}{_ILL}|\b(?:beweisen|beweist|belegen|belegt|bedeuten|bedeutet|zeigen|zeigt) (?:\w+ ){{0,2}}?(?:leukamie|ruckfall|krebs|rezidiv|lymphom)\w*(?: bei (?:ihnen|ihrem|ihrer))?",
        unless=_NOT_SAID,
    ),
    _told(
        "false_comfort",
        NO_COMFORT,
        rf"\b{_SEEN}\b{_GAP}{{0,45}}?\b{_IS_WELL}\b(?=[.,;!]|\s*$)|\b(?:your|his|her) (?:child|son|daughter|baby|boy|girl|husband|wife|mother|father|dad|mum|mom) is (?:absolutely |perfectly |completely |quite )?(?:fine|healthy|all right)(?=[.,;!]|\s*$)",
        rf"\bblasts (?:are|is) (?:\w+ )?in everyone\b|\b(?:sweats|lumps?|glands?|nodes?|spots?|bruises|headaches?|pains?|fevers?) like (?:yours|that|his|hers|these) (?:is|are) (?:just|only|simply|nothing)\b|\b(?:count|h(?:a)?emoglobin|platelets|temperature|blasts?|crp|fever) of [\d.,]+ ?\S{{0,6}} (?:is|are) (?:nothing|no problem|no big deal|no reason)\b|\b(?:nodes?|lumps?|spots?|rash|swelling|count|finding|bruises?) (?:is|are) {_GAP}{{0,25}}\brequires? no (?:examination|further|investigation|check\w*|follow-?up|biopsy|treatment)\b|\b(?:blood in|blood|bleeding|fever|lumps?|rash|nodes?|bruis\w+|blasts|sweats){_GAP}{{0,40}}\b(?:is|are) of no (?:significance|importance|concern|consequence)\b|\blike (?:that|yours|these|those)\? (?:totally |perfectly |completely |quite )?(?:normal|fine|harmless|nothing)\b|\bno (?:reason|need|point|cause) (?:to|in) (?:have|get|having|getting) (?:it|that|this|them|(?:the|your|his|her|that|this) \w+(?: \w+)?) (?:looked at|checked|examined|seen|tested|scanned)\b|\b(?:quite|perfectly|entirely|totally) (?:alright|all right|fine|okay|ok)[,;] (?:so )?(?:just )?(?:wait|leave|carry on|no need)\b|\beveryone has (?:some|a few) (?:blasts|bruises|swollen)|\bist bei ihnen ausgeschlossen\b|\b(?:sono|e) solo (?:sfregamento|stanchezza|stress)\b|\bsta benissimo\b",
        unless=_NOT_SAID,
    ),
    _told(
        "assertion",
        NO_DIAGNOSIS,
        rf"\b(?:hence|so|therefore|thus|and) (?:so )?(?:do )?you(?:'ve)? (?:now |no longer |clearly )?(?:have|got|suffer from|do)\b(?={_GAP}{{0,40}}\b{_ILL}\b)|\bshows? that (?:you|he|she) (?:now )?(?:have|has) {_GAP}{{0,20}}{_ILL}|\breads as {_ILL}|\bconfirm(?:s)? (?:an? )?{_ILL}|\bhas a name: ?{_GAP}{{0,30}}{_ILL}|\bit's {_ILL}, i'm afraid\b",
        rf"\b{_YOURS} (?:is|are|comes? from|is from|are from) (?:an? |your )?(?:\w+ ){{0,2}}?{_ILL}(?: from| in|,|\.|$)|\bbecause you have {_ILL}\b|\bthat's {_ILL} in\b|\bsettle it\b(?=\.? (?:chronic|acute|{_ILL}))|\bcrossed the line: {_GAP}{{0,20}}{_ILL}|\ball (?:five|four|three|six) signs are there\b",
        r"\b(?:i'd bet the house|you'll have (?:a )?full relapse|(?:has )?gone to (?:his|her|your) brain|this \w+ is its return|disease has become (?:aggressive|resistant)|i'd be surprised if it weren't|practically certain that you|by my count of your)\b",
        r"\b(?:inherited it from your|it was your (?:stress|diet|work|smoking)|came from the nurse's hands|in pregnancy caused your|caused your (?:girl|boy|son|daughter|child)'s)\b",
        r"\b(?:signent une|sem duvida nenhuma|lo dimostra|parlano chiaro|son una recaida|ist ein lymphom|isso e leucemia|e recidiva)\b",
    ),
    _told(
        "assertion",
        NO_DIAGNOSIS,
        rf"\b(?:nothing else|what else|anything else)\b{_GAP}{{0,25}}\b(?:than|but|except) {_GAP}{{0,8}}\b(?:{LEUKEMIA}|{OTHER})\b|\bcan(?:no|')t be anything (?:else )?(?:but|than|except) {_GAP}{{0,8}}\b(?:{LEUKEMIA}|{OTHER})\b",
        unless=_SURE_ANYHOW,
    ),
    _told(
        "prognosis",
        NO_PROGNOSIS,
        r"\b(?:people|patients|those|someone|anyone) like (?:you|him|her|your \w+) (?:get|have|live|last|see|make)s? (?:\w+ ){0,3}?(?:days|weeks|months|years)\b|\b(?:you|he|she|your \w+)(?:'ll| will) [^.!?\n]{0,80}\bi (?:promise|guarantee|swear)\b|\b(?:in|with|for) your (?:\w+ )?(?:situation|case|position)\b[^.!?\n]{0,40}\b(?:months|weeks|years|days) remain\b|\blooking at (?:\w+ ){1,3}?(?:months|weeks|years),? (?:tops|at (?:most|best)|left|to live)\b|\bthe end (?:comes|will come|is (?:near|close)|won't be (?:long|far))\b",
        unless=_SURE_ANYHOW,
    ),
    _told(
        "prognosis",
        NO_PROGNOSIS,
        r"\b(?:neither will you|won't work on you|you'll never have (?:children|kids)|never reach (?:\w+) years|figure on (?:a|one|two|six|\d+) (?:year|month)s?|a year at the most|matter of days, not|you'll reach \d+|life expectancy of his twin|it can't come back in you|plan the funeral)\b",
        r"\b(?:se va a curar seguro|te lo garantizo|se lo garantizo|ne survivra pas|noch hochstens|morre antes do|zyada nahi ji\w+)\b|\u092c\u0938 \S+ \u092e\u0939\u0940\u0928\u0947",
        unless=_SURE_ANYHOW,
    ),
    _told(
        "false_comfort",
        NO_COMFORT,
        r"\b(?:too young for (?:cancer|leuk\w*)|so relax|are always innocent|nothing's wrong with your|there's no illness|so it can't be that|every child has them|would tell you nothing new|think no more of it|so don't chase it|that spot is benign|needn't show it to|just the office air|come from tight socks|only off because you were|nothing behind it|is a gift\. enjoy|not a clot\. )",
        r"\b(?:da muss niemand draufschauen|ganz sicher harmlos|ce n'est certainement pas|blood test karwane ki koi zaroorat nahi|bas kamzori hai)\b",
        unless=_SURE_ANYHOW,
    ),
)
