"""Verdicts by what they do: name the illness as a conclusion, deny it, foretell its course, wave a sign away.

Each row joins a pointer at this person with an act; the roles are wide, and the words that leave
a sentence open (`diagnosis_words.OPEN`) or make it general excuse it.
"""

from __future__ import annotations

import re

from leukchat.safety.diagnosis_words import CONDITION, EXCUSE, KIN, LEUKEMIA, NO_COMFORT, NO_DIAGNOSIS, NO_PROGNOSIS, OPEN, OTHER
from leukchat.safety.families import Family, one_of, rx

_GAP = r"[^.!?;\n]"
_HER = r"(?:your|his|her|their|mom's|mum's|dad's|your \w+'s|the baby's|the child's)"
_SHE = rf"(?:you|he|she|dad|mum|mom|(?:your|the) (?:\w+ )?(?:{KIN}|patient)|the baby)"
_BLOOD = rf"(?:{LEUKEMIA}|blood cancer|relapse|a clone)"
# Words before the name of an illness that still leave it a name: "chronic phase", "juvenile", "a molecular".
_NAMED = r"(?:(?!(?:of|and|or|to|that|for|about|than|from|no|not|risk|risks|history|in|on|who|which|as|more|most|other|any|many|called|with|without|some|several|against|before|after|when|if|how|why|where|is|are|was|has|have|possible|suspected|questions?|chance|names?|types?)\b)[\w'-]+ ){0,4}"
_SETTLES = one_of(
    r"confirms?|proves?|establish\w*|tells? (?:me|us)|says?|means?|shows?|settles?|seals?|gives? (?:it|this) away|points? (?:to|one way|only one way|at)",
    r"leaves? no doubt|adds? up to|spells?|speaks? for|indicates?|reveals?|fits?(?: with)?|is (?:consistent|in keeping) with",
    r"are (?:consistent|in keeping) with|is (?:typical|diagnostic|proof|evidence) (?:of|for)|are (?:typical|diagnostic|proof|evidence) (?:of|for)",
)
_GENERAL = (
    r"\b(?:people|persons|patients|someone|anyone|somebody|everyone|children (?:with|who)|adults|doctors?|team|nurses?|usually|often|sometimes|in general|most|many|some|study|studies|trial|term|word|words|called|named|stands for|abbreviation|by definition|typical(?:ly)? (?:in|of)|a year|each year|worldwide|"
    r"question|ask|asks|asked|report says|told|explain\w*|learn\w*|feel\w*|fear\w*|worr\w+|wonder\w*|hear\w*|heard|nobody|no one|support|coping|family history|tested for|to find|to see|to look|to check|to tell|help(?:s|ed)?|treat\w*|depends?|hospital|clinic|can't|cannot|i can not|i won't|i don't|not something|does not|doesn't|do not|don't|isn't|aren't|is not|are not|neither|nor|alone|\w+ says|said)\b|\?"
)
_NOT_SAID = re.compile(rf"{OPEN.pattern}|{_GENERAL}")
_LEFT_OPEN = re.compile(
    rf"{OPEN.pattern}|\b(?:people|persons|patients|someone|anyone|everyone|children (?:with|who)|doctors?|team|nurses?|usually|often|sometimes|most|many|some|ask|asks|asked|tell|tells|told|(?:who|he|she|they|if it) says?|said|read|heard|hear|not (?:know|sure|certain)|(?:don't|doesn't|not|never) (?:mean|say|know)|you're asking|when|while|after|once)\b|\?"
)
_FUTURE = re.compile(
    r"\b(?:if|whether|may|might|could|can't|cannot|nobody|no one|people|patients|average|study|studies|trial|ask|asks|of (?:100|every)|some|most|many|depends?|hospital stay|appointment|visit|hair|taste|appetite|wounds?|fatigue|tiredness|nausea|side effects?|said|told|hope|hoping|wish|counts? (?:will|usually)|taxi|scan|machine|needle|room|in general|usually|often|statistic\w*|a drug|drugs?|when)\b|\?"
)
_SOOTHED = r"(?:harmless|normal|fine|nothing|not serious|not dangerous|no danger|okay|ok|benign|innocent|piles|stress|growing pains|a (?:\w+ )?(?:virus|cold|bug)|the (?:weather|heat|vaccine|flu))"
_SIGNS = one_of(
    r"fevers?|temperature|bleed\w*|nosebleeds?|bruis\w*|blood in \w+ \w+|dots|spots|rash|petechiae|lumps?|glands?|nodes?|pain|pains|aches?|headaches?",
    r"breathless\w*|shortness of breath|cough\w*|swelling|tiredness|fatigue|pal(?:e|lor)|sweats|chills|shivers?|confusion|numbness|vomiting|diarrh\w+",
    r"blurred vision|blood in the stool|blasts?|counts?|result|results|value|values|drop|rise|legs?|spleen",
)


_SHARE = one_of(
    r"\d+ ?(?:%|percent|per cent|in \d+|out of)|one in \w+|(?:forty|fifty|sixty|seventy|eighty|ninety|thirty|twenty|ten|five)[- ]?(?:\w+ )?percent",
    r"fifty-fifty|half|roughly (?:one|two|three|a) (?:years?|months?)|about (?:one|two|three|a) (?:years?|months?)",
)


def _claim(*patterns: str, unless: re.Pattern[str] = _NOT_SAID, before: re.Pattern[str] | None = None) -> Family:
    return Family("diagnosis.assertion", NO_DIAGNOSIS, rx(*patterns), unless, before)


def _course(*patterns: str, unless: re.Pattern[str] = _FUTURE) -> Family:
    return Family("diagnosis.prognosis", NO_PROGNOSIS, rx(*patterns), unless)


def _calm(*patterns: str, unless: re.Pattern[str] = EXCUSE) -> Family:
    return Family("diagnosis.false_comfort", NO_COMFORT, rx(*patterns), unless)


VERDICTS: tuple[Family, ...] = (
    _claim(
        rf"\b{_SHE}(?:'ve| have|'s| has| is| are|'re)? (?:\w+ly |now |got |had |just |already |having |a |an |the )*(?:have|has|having|got|developed|is having|are having|caught|gone into|entered|reached|progressed (?:in)?to|transformed (?:in)?to|heading for|headed for|dealing with) {_NAMED}(?:{LEUKEMIA}|{OTHER}|diabetes|remission|blast \w+)\b(?! (?:nurse|team|ward|clinic|centre|center|drugs?|medicines?|specialist|charity|doctor|treatment|cells?|risk|gene|stem))",
        rf"\b{_SHE}(?:'ve| have|'s| has| 's) (?:\w+ly |now |just |already )?(?:relapsed|progressed|transformed|gone into (?:\w+ )?(?:remission|relapse)|beaten (?:it|the leuk\w+)|been cured)\b",
        rf"\b{_HER} (?:\w+ )?(?:diagnosis|illness|disease|condition|leuk\w+ type|problem|symptoms?|tiredness|bruises|lungs) (?:is|are|:|must be|has a name:?)\s?(?:those of |that of |a case of )?{_NAMED}(?:{_BLOOD}|{OTHER})\b",
        rf"\b{_HER} (?:leuk\w+|aml|cml|cll|all|apl|mds|cancer|disease|blood cancer) (?:is|has|'s|has been|is being|was) (?:\w+ly |now |already |in fact )?(?:returning|coming back|back|defeated|beaten|gone|cured|relapsed|progressed|turned \w+|transformed|reached|spread|refractory|resistant|growing|winning)\b",
        rf"\b{_HER} (?:t-cells|treatment|transplant|graft|tablets?|chemo\w*|immune system|donor cells) (?:has|have|is|are|did) (?:\w+ly )?(?:wiped out|cured|defeated|killed off|stopped working|failed|not take|rejected|cleared)\b|\bin your case,? (?:\w+,? )?(?:the |they |it )(?:\w+ ){{0,2}}?(?:have|has|come|comes|is|are) (?:stopped|from|{_NAMED}{_BLOOD})",
        unless=_LEFT_OPEN,
        before=CONDITION,
    ),
    _claim(
        rf"\b(?:it's|it is|this is|that's|that is|hence|therefore|it must be|it has to be|there's|yes,? it's) (?:clearly |plainly |now |simply |therefore |a (?:clear |textbook )?case of |a |an )?{_NAMED}(?:{_BLOOD})\b(?: of the blood)?(?=\s*(?:[.!;:]|$|that you have|, (?:rai|binet|stage|chronic|and you|so you|no doubt|in)|and (?:you|not)|in (?:your|his|her) ))",
        rf"\b(?:points? one way|only one (?:answer|name|explanation)|what (?:is|'s) going on|nothing mysterious|the (?:right )?name for|the answer|verdict)\b{_GAP}{{0,40}}(?::|is|that)\s{_NAMED}(?:{_BLOOD}|{OTHER})\b",
        rf"\b(?:looks?|sounds?|seems?) (?:very much |a lot )?like (?:a )?(?:textbook |clear |classic )?(?:case of )?{_NAMED}(?:{_BLOOD}|transformation)(?: transformation)?(?: to me|,|\.|$)",
        unless=re.compile(
            rf"{_NOT_SAID.pattern}|\b(?:common|rare|kind of|type of|form of|group of|one of|also|slow|fast|acts|fungus|cancer of the (?:blood|bone marrow|white)|(?:this|that) is (?:a|an|the|what)|that's what|it is (?:a|an|the)|it's (?:a|an|the) (?:fast|slow|rare|common|type|kind|form|cancer|blood)|about|in which|that (?:starts|begins|grows|affects))\b"
        ),
    ),
    _claim(
        rf"\b(?:{_HER}|those|these|this|that|an?|the|cd\d+|with|taken together)\b{_GAP}{{0,70}}\b{_SETTLES}\b(?: that| it's| it is| you| your| he| she| they| his| her|,| the| a| an| all)*\s?(?:have |has |'ve |are |is |in |from )?{_NAMED}(?:{_BLOOD}|{OTHER}|remission|kind)\b(?:{_GAP}{{0,40}}\b(?:your|you|his|her|he|she)\b)?",
        unless=re.compile(
            rf"{_NOT_SAID.pattern}|^(?!.*\b(?:your|you|you've|his|her|he|she|me|us|those|these|dad|mum|mom|son|daughter)\b)|\b(?:this|that|it|which|name|term|letters?) (?:means?|stands)|\bmeans? (?:no|that (?:the|there|no))\b"
        ),
    ),
    _claim(
        rf"\b(?:there is|there's|there are) no (?:\w+ ){{0,2}}?{_BLOOD}\b{_GAP}{{0,30}}\b(?:your|you|his|her|left|here)\b|\bcross (?:\w+ ){{0,3}}?{_BLOOD} off\b|\b(?:no way|impossible|out of the question)\b{_GAP}{{0,40}}\b{_BLOOD}\b",
        rf"\b{_HER} {_GAP}{{0,40}}\b(?:has|have|had) nothing (?:at all )?to do with (?:your |his |her |the )?(?:\w+ )?(?:blood|{_BLOOD}|marrow|disease)\b|\b(?:excludes?|rules out|ruled out) (?:it|that|{_BLOOD}) (?:once and for all|for good|completely|with certainty|in (?:your|his|her))|\b(?:settles it|that settles|case closed)\b{_GAP}{{0,40}}\b(?:clear|free|not|no)\b",
        rf"\b{_SHE}(?:'ve| have| has|'s)? (?:haven't|hasn't|have not|has not|not|definitely not|certainly not) got (?:it|{_BLOOD})\b",
        unless=re.compile(r"\b(?:if|whether|may|might|could|cannot|can't (?!be)|until|unless|before|ask|people|patients|nobody|when|remission|mean|means|to (?:say|rule))\b|\?"),
    ),
    _course(
        rf"\b(?:for you\b|for (?:him|her)\b|someone like you|in your case|{_HER} (?:personal |own )?(?:risk|chance|chances|odds|shot)|you (?:have|face|run|stand|get))\b{_GAP}{{0,60}}\b(?:risk|chance|chances|odds|shot|probability|likelihood|outlook)?\b{_GAP}{{0,30}}\b{_SHARE}\b(?={_GAP}{{0,40}}(?:relapse|cure|surviv|live|die|remission|come back|[.,;]|$))",
        rf"\b{_SHE}(?:'ll| will| won't| will not| are going to|'re going to| is going to|'s going to) (?:\w+ly |never |not |soon )?(?:respond to|see (?:next |another |christmas|your|his|her|the)|reach (?:\w+[- ]){{0,3}}?remission|outlive|be (?:free of|rid of|cured|around|here)|come through|win|lose the|go into remission|stay in remission|relapse|need (?:no )?more)\b",
        r"\b(?:everything|it|all|things|this) (?:will|is going to|'ll) (?:\w+ )?(?:turn out|be|work out|end) (?:well|fine|all right|alright|okay|ok|good)\b|\b(?:expect|count on|prepare for) (?:the |your |his |her )?(?:disease|leuk\w+|cancer|it|relapse|end|worst)\b[^.!?\n]{0,30}\b(?:to (?:come|return|be)|within|in (?:\d+|a few|six|twelve)|back)\b|\bwill (?:cure|save|heal) (?:you|him|her|your \w+)\b|\b(?:only|just) (?:months|weeks|days|a matter of)\b[^.!?\n]{0,20}\b(?:left|now|for you|away)\b",
    ),
    _calm(
        rf"\b{_SIGNS}\b{_GAP}{{0,70}}\b(?:is|are|isn't|aren't|was|can|just|only|simply|that's)\s(?:\w+ )?{_SOOTHED}?{_GAP}{{0,30}}\b(?:ignore (?:it|them|that)|(?:can|may|should) (?:safely )?be ignored|leave it|leave them|fade by themselves|go away by (?:itself|themselves)|(?:don't|doesn't|needn't|need not|do not|does not) need (?:to be )?(?:report\w*|check\w*|see\w*|looked|test\w*|a (?:doctor|call|check))|don't (?:bother|trouble|call|ring|phone|mention)|no need|needn't|would only (?:upset|scare|worry)|enjoy|forget (?:it|about))\b",
        rf"\b(?:don't|do not|needn't|need not|no need to|why|never) (?:bother|trouble|disturb|worry|pester) (?:the|your) (?:\w+ )?(?:hospital|team|doctors?|ward|clinic|nurses?|gp|oncologist|hotline)\b|\b(?:needn't|need not|don't need to|no need to|doesn't need to|shouldn't) (?:have|get|let) {_GAP}{{0,20}}\b(?:checked|tested|looked at|examined|seen|repeated)\b|\b(?:doesn't|does not|don't|do not|needn't|need not) (?:need to be |need |be )(?:reported|checked|looked at|mentioned|tested|told|examined|repeated)\b",
        rf"\b{_SIGNS}\b{_GAP}{{0,25}}\b(?:isn't|aren't|is not|are not|is nothing|are nothing|is no) (?:anything )?(?:serious|dangerous|worrying|worrisome|urgent|cause|sign of (?:anything|leuk\w+|cancer))\b",
        rf"\b(?:nothing (?:bad|serious|dangerous|wrong|sinister) (?:is|'s)? ?(?:going on|happening|in|inside|there|with (?:you|him|her))|{_HER} (?:\w+ )?(?:results?|counts?|tests?|bloods?|blood test) (?:couldn't|could not) be better|{_SHE}(?:'s| is|'re| are) (?:perfectly|completely|absolutely|totally|entirely) (?:healthy|fine|well|okay|normal|all right))\b|\b(?:and nothing (?:more|else)|nothing but)\b{_GAP}{{0,40}}\b(?:blood test|test|doctor|check)\b{_GAP}{{0,20}}\b(?:only|upset|needless|pointless|unnecessary)",
        unless=re.compile(
            rf"{EXCUSE.pattern}|\b(?:if|unless|until|your (?:doctor|team) (?:says|has|agrees)|once|never (?:bother|trouble)|never ignore|don't ignore|shouldn't be ignored|not be ignored|should not|may not|after|usually|often|some|most|many|people|can be (?:a sign|serious)|ask|before|insurance|fast|hair|taste|mild|call|during|how|what|when)\b|\?"
        ),
    ),
)
