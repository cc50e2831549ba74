"""Claims about one person by their shape, whatever the words: illness named or denied, cure or failure declared.

`diagnosis` and `diagnosis_verdicts` hold the plain ways of saying it; here stand the clinical note ("Impression: AML"),
the bet ("I'd put money on CLL"), the denial ("a virus and not cancer") and the course told as done ("the graft is failing").
"""

from __future__ import annotations

import re

from leukchat.safety.diagnosis_words import KIN, LEUKEMIA, NO_DIAGNOSIS, NO_PROGNOSIS, OPEN, OTHER, SIGN, TIME
from leukchat.safety.families import Family, one_of, rx

GAP = r"[^.!?\n]"
HER = one_of(
    r"your|his|her|their|your \w+'s|the (?:baby|child|patient)'s|(?:mum|mom|dad)'s",
)
SHE = one_of(
    r"you|he|she|they|dad|mum|mom",
    rf"(?:your|the|my) (?:\w+ )?(?:{KIN}|patient|one|guy|girl|princess|lady)",
    r"the baby",
)
IS = one_of(
    r"is|are|'s|'re|was|were|has been|have been|'ve been",
)
HAS = one_of(
    r"has|have|'s|'ve|had",
)
# Words that may stand before the name of an illness without making it general.
_SMALL = one_of(
    r"of|and|or|to|that|for|about|than|from|no|not|with|without|in|on|who|which|if|when|how|why|is|are|was|has|have|what|where|as",
)
_SMALL_TOO = one_of(
    r"risks?|history|any|many|some|most|other|more|less|called|people|suspected|possible|chance|like",
)
NAMED = rf"(?:(?!(?:{_SMALL}|{_SMALL_TOO})\b)[\w'-]+ ){{0,4}}"
BLOOD = one_of(
    LEUKEMIA,
    r"blood cancer|richter(?:'?s)?(?: transformation)?|the \w+ (?:kind|type|subtype|form)\b|polycyth\w*|philadelphia[- ]positive|gvhd",
    r"graft[- ]versus[- ]host\w*",
)
ILLNESS = one_of(
    BLOOD,
    OTHER,
    r"disease progression|(?:line|port|fungal|lung|chest|blood|bloodstream|urinary|skin) infection|(?:acute|chronic)\b[\w ]{0,20}type",
)
DISEASE = one_of(
    r"(?:the|your|his|her) (?:\w+ )?(?:leuk\w+|cancer|disease|illness|cml|cll|aml|all|apl|mds|lymphoma|blasts)|it",
)
TREATMENT = one_of(
    r"(?:the|your|his|her|this) (?:\w+ )?(?:treatment|transplant|graft|chemo\w*|therapy|donor cells|car-?t\w*|imatinib|tablets?|medicine|drugs?)",
    r"(?:imatinib|dasatinib|nilotinib|ponatinib|venetoclax|ibrutinib|atra)",
)
EVIDENCE = one_of(
    rf"(?:your|his|her|their|these|those|this|that(?! (?:the|an?|your|his|her)\b)|such) (?:\w+ ){{0,3}}?{SIGN}",
    r"what (?:you|he|she|your \w+) (?:\w+ ){1,4}?|(?:such|those|these|this|that(?! (?:the|an?)\b)) \w+",
    rf"{SIGN} (?:like|as) (?:yours|that|those|these|this)",
)
BET = one_of(
    r"i(?:'d| would)? (?:\w+ )?(?:put (?:my )?money|bet|wager|stake|lean|call it|name it|say it's|go with)\b",
    r"(?:my|the) (?:best|honest|own|personal|first) (?:guess|hunch|reading|opinion|bet)\b|(?:chances|odds) are\b",
    r"in all (?:probability|likelihood)\b|(?:ninety|\d\d)[- ]?\w* ?(?:%|percent|per cent) (?:sure|certain|chance|likely)\b|it would surprise me\b",
    r"there(?:'s| is) (?:little|no|hardly any) (?:doubt|question|room)\b",
    r"(?:very|quite|highly|most|extremely|almost certainly|overwhelmingly|very much) (?:un)?likely\b|(?:highly|strongly|very) suggestive of\b",
    r"(?:everything|it all|all (?:the )?signs?|the whole picture) (?:\w+ )?(?:fits?|points?|speaks?|adds? up|agrees?)\b",
)
_THIRD = one_of(
    r"people|persons|patients|someone|anyone|doctors?|nurses?|usually|often|sometimes|many|most|some|in general|stud(?:y|ies)|trials?",
    r"registr(?:y|ies)",
)
_OPENS = one_of(
    r"ask|asks|asked|question|wonder\w*|fear\w*|afraid|scared|(?<!don't )(?<!do not )worr\w+|term|called|named|name for|defin\w+|criteria|stands for|nobody|no one",
    r"neither|cannot|can't|can not|won't",
)
_SAID = one_of(
    r"(?:team|doctors?|clinic|report|hospital|hematologist|oncologist|letter|you) (?:\w+ )?(?:says?|said|told|wrote|writes|confirmed|called)",
    r"(?:does|do|did|is|are|was) ?n[o']t (?:\w+ )?(?:mean|prove|show|tell|say|exclude|rule|confirm)",
)
GENERAL = re.compile(rf"{OPEN.pattern}|\b(?:relapsed?|phase|remission) means that\b|\bpercent or more\b|\b(?:{_THIRD}|{_OPENS})\b|\b{_SAID}\b|\?\s*$")
# A denial or a forecast has its own "not", "can" and "doesn't"; only what makes it conditional or somebody else's excuses it.
CONDITIONAL = re.compile(
    rf"^\s*(?:should|if|when|once|until|whether)\b|\b(?:(?<!as )if|whether|unless|until|when|once|before|may|might|could|perhaps|sometimes|only (?:a|your|the|doctors?|tests?)|mean(?:s|t)? that|does(?:n't| not) (?:mean|prove))\b|\b(?:{_THIRD}|{_OPENS})\b|\b{_SAID}\b|\?\s*$"
)


def _claim(*patterns: str, unless: re.Pattern[str] = GENERAL) -> Family:
    return Family("diagnosis.assertion", NO_DIAGNOSIS, rx(*patterns), unless)


def _course(*patterns: str, unless: re.Pattern[str] = CONDITIONAL) -> Family:
    return Family("diagnosis.prognosis", NO_PROGNOSIS, rx(*patterns), unless)


_COMES_FROM = one_of(
    r"comes?|is coming|are coming",
    rf"{IS} (?:caused by|due to|from|because of|the result of|down to|a sign of|proof of)",
    r"stems?|results?",
)
_EQUALS = one_of(
    r"is|are|means?|equals?|spells?|=|makes?|only ever comes? from|is molecular|(?:tells?|says?) (?:me|us|a single story)|mean one thing",
    r"closes the case|(?:can|could) be nothing but|(?:can|could) only be|screams?",
)
_DECLARED = one_of(
    r"summary|bottom line|label|impression|assessment|conclusion|diagnosis|verdict|result|interpretation|opinion|findings|reading",
)
_FELT = one_of(
    r"sweats|gums?|nodes?|glands?|fever|bruis\w+|limp|bleed\w*|itch\w*|pale\w*|lumps?|rash|pain|aches?|tummy|tired\w*|weight|throat|vision|cough",
    r"kilos",
)
_POINTS = rf"(?:{EVIDENCE}|{_FELT}(?: \w+){{0,5}})"
NAMING: tuple[Family, ...] = (
    _claim(
        rf"\b{_POINTS}{GAP}{{0,40}}?\b{_COMES_FROM} (?:from |of )?(?:the |your |his |her )?{NAMED}{ILLNESS}\b",
        rf"\b{_POINTS}{GAP}{{0,50}}?(?:\b|(?<= )){_EQUALS}[ :,](?:that )?(?:it's |it is |this is |{SHE} (?:has|have|'ve) )?{NAMED}{ILLNESS}\b(?! (?:cells?|risk|or\b|can\b|may\b|treatment))",
        rf"\b(?:looks?|sounds?|seems?)(?: to me)? (?:as though|as if|like) {SHE} ?(?:{HAS}|{IS}) {NAMED}{ILLNESS}\b",
        rf"\b(?:looks?|sounds?|seems?)(?: to me)? (?:as though|as if|like) {HER} (?:\w+ )?(?:{SIGN}|liver|skin|lungs|gut|brain) (?:has|have|is|are) {NAMED}{ILLNESS}\b",
        rf"\b{_DECLARED}\b{GAP}{{0,30}}?(?::|\bare those of\b|^of\b|\bis\b)\s{NAMED}{ILLNESS}\b",
        rf"(?:\u2192|->|=>|=)\s?(?:so )?{NAMED}{ILLNESS}\b|\b(?:call|name) (?:it|this|that) {NAMED}{ILLNESS}\b|\|\s?{NAMED}{LEUKEMIA}\s?\|",
        rf"\b(?:meets?|fulfils?) (?:them|the criteria|all criteria) for {NAMED}{ILLNESS}\b|\b(?:a |the )?(?:textbook|classic|clear|obvious) (?:case|picture|presentation) of {NAMED}{ILLNESS}\b",
        rf"\b(?:so |yes,? |then )(?:yes,? )?(?:it's|it is|this is|that's|{SHE} (?:do |does |clearly )?(?:have|has)) {NAMED}{ILLNESS}\b",
        rf"\b{SHE} (?:is|are|'re|'s) (?:looking at|describing|facing|dealing with|heading for|suffering from|past \w+[.,] ?) ?{NAMED}{ILLNESS}\b|\b{SHE} (?:carry|carries|do have|does have) {NAMED}(?:{ILLNESS}|{NAMED}form)\b",
        rf"\b{HER} (?:[\w'-]+ ){{0,3}}?(?:is|are|has|have) (?:your |his |her |the )?{NAMED}(?:{ILLNESS}|packed with (?:leukemia cells|blasts))\b(?! (?:cells? can|risk|or))",
        rf"\b(?:that|which) is {NAMED}{ILLNESS} (?:in (?:the|your|his|her)|that you have)|\b(?:what (?:you|he|she|your \w+) (?:have|has|'ve got|is going through)|what (?:you|he|she)'(?:ve|s) got){GAP}{{0,40}}?\bis {NAMED}(?:{ILLNESS}|\w+)\b",
    ),
    _claim(
        rf"\b{BET}{GAP}{{0,70}}?\b(?:{ILLNESS}|(?:{SHE}(?:'re| are|'s| is) )?(?:in (?:\w+ )?remission|cured|benign|healthy|free of))\b",
        unless=re.compile(rf"^\s*(?:if|when|should)\b|\b(?:if|whether|caused?|to have|{_THIRD}|ask|asked|may|might|can't|cannot|nobody|no one)\b(?! diagnose)|\b{_SAID}\b|\?\s*$"),
    ),
    _claim(
        rf"\b(?:there is|there's|i see|i find|therefore|so|hence|thus)(?: therefore)? no (?:\w+ )?(?:{BLOOD}|relapse|active disease|cancer)\b|^\s*no (?:\w+ )?(?:{BLOOD}|relapse|cancer) (?:here|in (?:you|him|her)|at all|anywhere)",
        rf"\b(?:this|that|it|these|those)(?: is|'s| are| was)? ?(?:is|isn't|is not|are not|aren't|\w+n't|not) {NAMED}{ILLNESS}(?=\s*(?:[,.;:!]|$|and\b|because|in (?:you|him|her)))",
        rf"(?:\band|\bbut|,) not (?:from |a |an |the |your )*{NAMED}{ILLNESS}(?=\s*(?:[.,;:!]|$))",
        rf"\b(?:can't|cannot|couldn't|can not) (?:\w+ )?be (?:from |a |an |the )*{NAMED}{ILLNESS}\b|\b(?:rules?|ruled) out (?:any |all |every |a )?{NAMED}(?:{ILLNESS}|spread)\b|\b(?:we|you|i) can (?:\w+ )?(?:exclude|rule out) (?:a |any |the )?{NAMED}(?:{ILLNESS}|spread)\b",
        rf"\b{ILLNESS} is (?:\w+ )?(?:off the (?:menu|table)|out of the question|excluded|impossible)\b|\bno (?:connection|link|relation) (?:to|with) {NAMED}{ILLNESS}\b|\bit can't be anything (?:inherited|serious|bad|worse)\b",
        rf"\b{SHE}(?: have| has|'ve|'s)? (?:have |has )?(?:not relapsed|not (?:ill|sick)|no longer ha(?:ve|s) (?:the|any) (?:disease|leuk\w+|cancer))\b|\bno (?:\w+ )?(?:cancer|leuk\w+|blasts) (?:anywhere|left) in (?:you|him|her)\b|\bis not ill\b",
        unless=re.compile(
            rf"{CONDITIONAL.pattern}|\b(?:is|was) not (?:a|an|the|one|always|only|the same|contagious|caused)\b(?!{GAP}{{0,30}}(?:[.,;!]|$))|\b(?:not|nor) (?:by|alone|always|only|every|all|the same|contagious)\b|\bcaused? by\b|\bcontagious\b|\b(?:to|never prove or|help\w*|helps to) (?:rule|exclude)\b|^\s*(?:\w+ ){{0,4}}(?:in|of) (?:cml|cll|aml|all|apl|mds),"
        ),
    ),
)
_CURED = one_of(
    r"cured|healed|healthy again|a former patient|done with (?:it|leuk\w+|cancer)|free of (?:it|leuk\w+|cancer|the disease)|clean now|a survivor",
    r"rid of (?:it|leuk\w+)|in (?:\w+ |\w+ \w+ )?remission|clear|out of the woods",
)
_LOST = one_of(
    r"failed|failing|is over|has ended|did not take|didn't take|hasn't taken|has not taken|stopped working|lost (?:its|their) grip",
    r"no longer (?:holds?|works?|controls?)|is losing|not working|isn't working|is going to fail|will fail|won't work|is not going to work",
)
_BACK = one_of(
    r"come back|back|returned|returning|active again|on the march|growing(?: again)?|reached|entered|spread|defeated|destroyed|beaten|gone",
    r"progressed|resistant",
    r"on (?:its|the) way back|here again|dead and buried|in (?:his|her|your) (?:brain|spine|skin|liver|lungs)",
)
COURSE: tuple[Family, ...] = (
    _claim(
        rf"\b(?:{EVIDENCE}|the (?:\w+ ){{0,2}}?(?:pcr|mrd|flow|scan|marrow|biopsy|smear|chimerism)\b|{GAP}{{0,30}}\b(?:negative|clean|clear|zero|0(?:\.0+)?|normal)\b){GAP}{{0,40}}?\b(?:means?|tells? me|says?|shows?|and so|so|makes?|made)\b{GAP}{{0,20}}?\b{SHE} ?(?:{IS}|has been|have been|have|has)? ?(?:\w+ )?{_CURED}\b",
        rf"\b{SHE} ?(?:{IS}|have been|has been) (?:\w+ly |now |officially |all )?{_CURED}(?=\s*(?:[.,;!:]|$|and|for|forever|so\b|now|again))",
        r"\b(?:beaten it|beat it|call yourself a survivor|closed for good|you a former patient|a full cure|full(?:y)? cured|no (?:leuk\w+|cancer) (?:cells )?(?:left|any ?more)|none left in (?:you|him|her)|(?:will|can|does|is)(?: not|\w+n't|not) (?:\w+ )?(?:return|come back|coming back|be back)(?: in you)?)\b",
        rf"\b{DISEASE} ?(?:{IS}|{HAS}|must have|is being) (?:\w+ly |now |already |long )?{_BACK}(?: again)?\b(?! (?:in (?:some|many|about|people|a)|of|or))",
        rf"\b{TREATMENT} (?:has |have |is |'s )?(?:\w+ly |now |already )?{_LOST}\b|\b(?:remission|response) (?:is over|has ended|is lost)\b|\b(?:become|now|are|is) resistant to (?:imatinib|dasatinib|nilotinib|treatment|the \w+)\b",
        unless=re.compile(
            rf"{CONDITIONAL.pattern}|\b(?:hope|hoping|learn|feel|while|as long as|tests? (?:to|that)|to see|show(?:s)? (?:if|how)|how|why|where|what|(?:hope|glad|know|afraid|wrote|hear) (?:\w+ )?that you|relapse means|remission means|means that)\b"
        ),
    ),
    _course(
        rf"\b{SHE}(?:'ll| will| won't| will not|'re going to| are going to| is going to|'s going to|'re not going to| are not going to| is not going to)(?: \w+ly| still| never| not)? (?:pull through|make it|see (?:another|next|his|her|your|the)|dance|look back|be (?:well|gone|dead|cured|fine|around)|last|walk|live|survive|die|beat|grow old)\b",
        rf"\b{TREATMENT} (?:will|'ll|won't|is going to|is not going to|isn't going to) (?:\w+ )?(?:work|fail|hold|save|cure|do (?:its|the) job)\b|\b{DISEASE} (?:will|'ll|won't|is going to) (?:\w+ )?(?:stay quiet|stay away|come back|return|kill|win|take|sleep|vanish|disappear)\b",
        r"\b(?:months|weeks|days) rather than (?:years|months|weeks)\b|\b(?:much|little|no) time (?:is )?left\b|\bisn't much time left\b|\b(?:affairs|papers|will) in order\b|\bpast saving\b|\bnobody with your\b|\b(?:beyond|until|see) (?:the |next )?(?:spring|summer|christmas|birthday)\b",
        rf"\b(?:coin toss|fifty-fifty|(?:one|two|three|\d) in (?:two|three|four|five|ten|\d+)|(?:\d+|(?:twen|thir|for|four|fif|six|seven|eigh|nine)ty) ?(?:%|percent|per cent))\b{GAP}{{0,40}}\b(?:of making it|for you\b|in your case|your (?:chance|odds|survival)|that (?:you|he|she))|\b(?:your|his|her) (?:\w+ ){{0,3}}?(?:chance|odds|probability|survival)\b{GAP}{{0,40}}\b(?:\d+|one|two|three|half|slim|zero|nil)\b",
        rf"\b(?:life expectancy of|i(?:'d| would) say|i (?:calculate|estimate|reckon)|expect(?: at least| about| another)?|give (?:you|him|her)) (?:\w+ )?(?:\d[\d.]*|one|two|three|four|five|six|ten|fifteen|twenty|a few) (?:\w+ )?(?:years?|months?|weeks?)\b|\bexpect it back\b|\b{HER} (?:\w+ )?(?:days|time|years) (?:are|is) (?:numbered|up|counted|running out)\b",
        rf"\b{SHE} (?:has|have|'ve|'s) (?:only |just |about |maybe |perhaps |still )?{TIME} (?:left|to live|to go|more)\b|\bwhat'?s coming is (?:death|the end)\b|\b(?:whatever it shows|yours),? (?:\w+ ){{0,3}}?(?:is going to be|will be) (?:benign|fine|normal|nothing|clear)\b",
    ),
)
CLAIMS: tuple[Family, ...] = (*NAMING, *COURSE)
