"""Keeps out of answers what only a doctor can say: what a person has or has not, how long they live, that all is well.

A sentence is about this person when it speaks to them ("you", "your son"), of him or her, or
points at their findings ("this rash", "these counts"). It is a verdict when it then names an illness
or a course without a word that leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.diagnosis_calm import CALM
from leukchat.safety.diagnosis_claims import CLAIMS
from leukchat.safety.diagnosis_foreign import FOREIGN_VERDICTS
from leukchat.safety.diagnosis_plain import PLAIN
from leukchat.safety.diagnosis_verdicts import VERDICTS
from leukchat.safety.diagnosis_words import (
    ABOUT,
    ALL_WELL,
    AMOUNTS_TO,
    ASKED,
    CONDITION,
    DEICTIC,
    EXCUSE,
    FATE,
    FOREIGN,
    FOREIGN_CALM,
    GRADE,
    HEDGED,
    ILL,
    IN_GENERAL,
    KIN,
    LEUKEMIA,
    NEEDLESS,
    NO_COMFORT,
    NO_DIAGNOSIS,
    NO_PROGNOSIS,
    NOTHING,
    OF_TREATMENT,
    OPEN,
    OTHER,
    OUTLOOK,
    PHASE,
    POINTED,
    RESULT_OF,
    SIGN,
    STATE,
    SURE,
    TIME,
    TO_ASK,
    TRIFLE,
    WHO,
    WILL,
)
from leukchat.safety.families import ANSWERS, Families, Family, rx
from leukchat.safety.rules import Context
from leukchat.types import Finding

__all__ = ["NO_DIAGNOSIS", "DiagnosisOutput"]


def _diagnosis(*patterns: str, unless: re.Pattern[str] | None = None, before: re.Pattern[str] | None = None) -> Family:
    return Family("diagnosis.assertion", NO_DIAGNOSIS, rx(*patterns), unless, before)


def _comfort(*patterns: str, unless: re.Pattern[str] | None = EXCUSE, before: re.Pattern[str] | None = None, pair: bool = False) -> Family:
    return Family("diagnosis.false_comfort", NO_COMFORT, rx(*patterns), unless, before, pair)


FAMILIES: tuple[Family, ...] = (
    _diagnosis(
        rf"\b{WHO}(?:'ve| have|'s| has)? {SURE}(?:have|has|had|got|getting|suffers? from|(?:are|is|were) suffering from|develop(?:ed|ing)?|(?:are|is|'re) (?:dealing|living) with|caught|contracted)\s{SURE}{ILL}(?! (?:or not|risk|patients?|clinic|history|cells? can|in (?:your|the) family))",
        rf"\b(?:you've|he's got|she's got|you're|he's|she's) (?:got |having |in |suffering from |developing )?{SURE}(?:got )?{ILL}",
        before=CONDITION,
        unless=re.compile(r"\bif you have\b.{0,3}$|\bif\b[^.!?;]{0,60}\b(?:and|or) (?:you|he|she) (?:have|has)\b|\bdo you have\b|\?\s*$|\bwere told\b|\bwhat if\b|\bthe risk of\b"),
    ),
    _diagnosis(
        rf"\b{DEICTIC}(?: here| there| together| combined| clearly)? {SURE}{AMOUNTS_TO} {SURE}(?:that )?(?:{WHO} (?:have|has|are|is|'ve|got) )?{RESULT_OF}?{ILL}(?! {IN_GENERAL})",
        unless=re.compile(rf"{OPEN.pattern}|\?\s*$|\b(?:\w+ that looks like|leukemia that|a fast)\b|\b(?:it|this|that) (?:is|was) (?:a|an|the|one|called|not)\b"),
    ),
    _diagnosis(
        rf"\b{POINTED}(?: (?:in|on|of|under|around) (?:the |your |his |her )?[\w.,%]+(?: \w+)?| that size| that (?:low|high))?(?: here| there| together)? {SURE}(?:is|are|was|isn't|is not|are not|aren't|comes? from|means?|proves?|confirms?|shows?|establish\w*|seals?) {SURE}(?:that )?(?:not |due to |caused by |from |because of |a |an |the )*{ILL}",
        rf"\b{POINTED} {SURE}(?:comes?|is coming|are|is) (?:from|down to|due to) (?:your|the|his|her) {ILL}",
        rf"\b(?:your|his|her|the|these|those) (?:\w+ )?(?:{SIGN}|blasts|cells) (?:\w+ly )?(?:confirms?|proves?|means?|shows?|says?|tells?(?: me| us)?|settles?) (?:that )?(?:(?:{WHO}|your \w+) (?:have|has|are|is|'ve|'re|got|is in|has come) )?(?:\w+ ){{0,2}}?{ILL}",
        unless=OPEN,
    ),
    _diagnosis(
        rf"\b(?:rules?|ruled|ruling|you can rule|exclud\w+|i can exclude) (?:\w+ )?(?:out )?{ILL}|\b{ILL} (?:is|has been|can be|are) (?:\w+ly )?(?:ruled out|excluded|off the table|out of the question)",
        unless=re.compile(
            r"\b(?:to (?:rule|exclude)|(?:can't|cannot|not|nor|neither|\w+n't|never|nobody|no one|no (?:photo|picture|app|chatbot|website|one test|single test)|doesn't|helps?|may|might|could|must|tests? that|used to|until|before|once|if|when|has to be|doctors?|team|only|whether|want|first|should) (?:\w+ ){0,4}?(?:rule[sd]?|exclud\w+|ruling))\b|\b(?:if|once|when|until|after|before)\b.{0,60}(?:ruled out|excluded)"
        ),
    ),
    _diagnosis(
        rf"\b{WHO} (?:\w+ly )?(?:don't|do not|doesn't|does not|haven't got|hasn't got|have not got|have no|has no|cannot have|can't have|can't possibly have|couldn't have)\b (?:\w+ly )?(?:have )?{ILL}",
        rf"\b(?:this|that|it|these|your {SIGN}|that {SIGN}) (?:cannot|can't|can not|couldn't) (?:\w+ )?be {ILL}",
        rf"\b(?:it|this|that)(?:'s|'re| is| are) (?:definitely|certainly|clearly|surely|absolutely|obviously|not|100 ?%) (?:not )?{ILL}|\b(?:it|this|that) (?:definitely|certainly|clearly|surely) (?:isn't|is not|is) {ILL}|\bit isn't {ILL}",
        unless=re.compile(
            r"\b(?:if|whether|people who|mean(?:s)? that|who)\b|\?\s*$|\b(?:it|this|that) (?:is|'s) not (?:a |an )?(?:cancer|leuk\w+|infect\w+|virus|tumou?r)(?: (?:that|and|but|in|of)\b|,)"
        ),
        before=CONDITION,
    ),
    _diagnosis(
        rf"\b(?:{WHO}(?: (?:are|is)|'re|'s)) {SURE}(?:in (?:the )?{PHASE}+\s?(?:remission|phase|crisis|stages?|response|relapse)?|{STATE})\b",
        before=CONDITION,
        unless=re.compile(r"\?\s*$|\b(?:if|when|while|once|even|until|unless|whether|people|why|after|during|because|nobody|who|how long|as long as|in chronic phase means)\b"),
    ),
    _diagnosis(
        r"\b(?:your|his|her|your \w+'s) (?:leuk\w+|cancer|disease|cml|cll|aml|apl|mds|lymphoma)(?:'s)?(?: is| has| has been| was)? (?:\w+ly |now |already )?(?:back|gone|cured|returned|relapsed|progressed|progressing|transformed|turned|spread|come back|coming back|resistant|refractory|in (?:\w+ )?(?:remission|relapse|blast \w+|accelerated \w+)|terminal|aggressive|advanced|incurable|curable|out of control|under control|high[- ]risk|low[- ]risk|stable|failing|beaten|growing|worse|getting worse|not coming back|mutated|untreatable|the (?:\w+ )?(?:kind|type|good|bad)\b)",
        r"\b(?:means?|shows?|proves?|confirms?|clear|tells? (?:us|me|you)) (?:that )?(?:the|your|his|her) (?:treatment|chemo\w*|drug|tablets?|imatinib|transplant|graft|leuk\w+|cancer|disease) (?:has|have|is|isn't|has not|hasn't) (?:\w+ly )?(?:failed|failing|not working|stopped working|working|relapsed|back|gone|transformed|spread|progressed|rejected)",
        r"\b(?:the|your) (?:leuk\w+|cancer|disease|treatment) (?:has|is|must have) (?:\w+ly )?(?:failed|come back|returned|gone for good|gone|relapsed|spread to (?:your|his|her)|transformed|back)\b|\bdisease is gone for good\b|\bgone for good\b",
        r"\b(?:comes?|from|because of|is) your (?:leuk\w+|cancer) (?:coming back|returning|relapsing|progressing)",
        unless=re.compile(
            r"\b(?:\w+n't (?:show|prove|mean|tell)|if|when|whether|may|might|could|can|ask|until|unless|once|after|before|how|why|nobody|means that (?:no|the number)|^\s*(?:\w+ ){0,3}?(?:relapsed?|remission|refractory|progression|recurrence|response|resistance|transformation) means|while|said|say|as long as|should|does not mean|doesn't mean|not mean|signs? that|show (?:how|if|whether)|test(?:s|ed)? to|to see|tells? (?:you|doctors)|people)\b|\?\s*$"
        ),
    ),
    _diagnosis(
        rf"\b(?:i|we)(?:'m| am|'d| would| have|'ve| can)?\s(?:\w+ly |pretty |quite |almost |really |very |already |now )?(?:suspect|diagnos\w+|conclud\w+|sure|certain|confident|convinced|believe|think|say|call|bet|guess|tell|confirm|see|afraid|assume|recogni[sz]e|sorry to say|told|reckon|ruled out|rule out)\b(?! is that the number)[^.!?\n]{{0,60}}?\b(?:{LEUKEMIA}|{OTHER})\b(?! (?:moms?|mums?|dads?|parents|families|patients?|people|charit\w+|centres?|centers?|wards?|world|society|research\w*|drugs?|treatments?|nurses?|clinics?|community))",
        rf"\b(?:my|the|your|his|her) (?:\w+ )?(?:diagnosis|assessment|verdict|conclusion|impression|finding|answer)(?: here| in your case)?(?: is|:| would be|'s| must be)\s?(?:that )?(?:\w+ ){{0,3}}?{ILL}",
        rf"\b(?:looks?|sounds?|seems?|reads?|feels?) (?:\w+ly |a lot |very much |exactly |just )?(?:like|to be) {SURE}{ILL} (?:to me|in your case|here)|\b(?:this|that|it|these|your \w+|what you describe) (?:\w+ )?(?:looks?|sounds?|seems?|smells?) (?:\w+ly |very much |a lot |exactly |to me )?(?:like|to be) {SURE}{ILL}",
        rf"\b(?:clearly|definitely|certainly|obviously|undoubtedly|no doubt(?: about it)?|without (?:a )?doubt|diagnostic of|what you (?:describe|have) (?:is|must be|has to be)|what (?:you|he|she|your \w+)(?:'ve got| has| have|'s got) is|(?:has to be|must be|can only be)(?= (?:\w+ ){{0,3}}?(?:{LEUKEMIA}|{OTHER})\b)|classic (?:signs?|picture|case) of|textbook)\b[^.!?\n]{{0,50}}?\b(?:{LEUKEMIA}|{OTHER})\b",
        rf"\b(?:with|given|based on|judging (?:by|from)|going by|from|looking at|according to|considering) (?:what (?:you|he|she)|your|these|those|this|that|a (?:white )?count of|blasts of|his|her|the (?:photo|numbers|counts|results))\b[^.!?\n]{{0,80}}?\b(?:it's|it is|this is|that is|that's|you have|you've got|he has|she has|you're|you are|he's|she's|(?:i|we) (?:would|can) say|the diagnosis is|has)\s{SURE}{ILL}",
        unless=re.compile(
            r"\b(?:(?:leukemia|disease|cancer|illness|rash|cells?) that looks?|not been|if|whether|may|might|could|can't (?:say|tell)|cannot (?:say|tell)|can not|isn't|not (?:a |something i )|nobody|only (?:a|your|the)|\w+n't|not enough|until|unless|must be (?:ruled|checked|told|given|treated|reported|repeated)|has to be (?:ruled|checked|told|given|treated|reported|repeated|confirmed))\b|\?\s*$"
        ),
    ),
    _diagnosis(
        rf"\b(?:so |then |yes,? |well,? )?(?:this|that|it)(?: is|'s) (?:clearly |simply |plainly |indeed |really )?(?:a |an )?{OTHER}\b(?=\s*(?:[,.;!]|$))",
        rf"\b(?:reassure|assure|promise|tell|guarantee) (?:you|him|her) (?:that )?(?:it|this|that|you|he|she|the \w+)(?:'s| is| are|'re| has| have)? (?:not |no |\w+n't )?(?:\w+ly )?(?:have |got |free of )?{ILL}",
        rf"\b(?:has|have|will have|had) (?:\w+ly )?cured (?:you|him|her|your {KIN})\b|\b{WHO}(?: are| is|'re|'s) (?:not|no longer) (?:\w+ )?in (?:\w+ )?remission|\b(?:your|his|her) {KIN}'s (?:leuk\w+|cancer|disease) (?:is|has|was)\b",
        rf"\b{SIGN} (?:\w+ly )?(?:comes? from|is due to|are due to|is caused by|are caused by|is because of|are because of|stems? from|is explained by|says?|spells?|is a sign of|are signs of) {SURE}{ILL}[^.!?\n]{{0,30}}\b(?:your|his|her)\b|\b(?:your|his|her|those|these) {SIGN} (?:\w+ly )?(?:says?|spells?|screams?|fits?|points? to|speaks? for|goes? with) {ILL}",
        unless=re.compile(OPEN.pattern + r"|\?\s*$|\b(?:why|how|when|while|people)\b"),
        before=CONDITION,
    ),
    Family(
        "diagnosis.assertion",
        NO_DIAGNOSIS,
        rx(FOREIGN),
        re.compile(
            r"\b(?:si|wenn|falls|se|agar|personas|personnes|menschen|persone|pessoas|ob|quand|cuando|quando|solo|seul\w*|nur|ningun\w*|nessun\w*|aucun\w*|kein\w*|nenhum\w*|demostr\w*|dimostr\w*|demontr\w*)\b|\?"
        ),
    ),
    Family(
        "diagnosis.prognosis",
        NO_PROGNOSIS,
        rx(
            rf"\b(?:you|he|she|your {KIN})(?:'ll| will|'ve| have| has|'s| can expect| should expect|'re going| are going| is going|'re| are| is)?\s(?:\w+ly |still |only |not |never |to |just |probably |got )*(?:live|survive|die|last|have|has|got|make it|be (?:dead|gone|around|here)|left|expect)\s{ABOUT}*{TIME}(?: left| to live| or so| more| tops| at (?:most|best)|\b)(?! {OF_TREATMENT})",
            rf"\b(?:you|he|she|your {KIN}) ?{WILL} (?:\w+ly )?{FATE}",
            rf"\b(?:your|his|her|your {KIN}'s) (?:\w+ )?{OUTLOOK}(?: is| are|:| stands? at| comes? to|'s)\s(?:\w+ly |about |around |only |now |very |quite |roughly |less than |more than |under |over |over to )*{GRADE}",
            r"\b(?:your|his|her) (?:odds|chances?|likelihood|probability|prospects?)\b[^.!?\n]{0,60}\b(?:is|are|stand|stands|of)\s(?:\w+ )?(?:\d+|zero|nil|slim|fifty|one in|two in|good|poor|high|low)\b|\b(?:expect|count on|look forward) to (?:live|have|get) (?:\w+ ){0,3}?(?:years?|months?|weeks?|days?|decades?)\b",
            rf"\b(?:give|giving|gives) (?:you|him|her) (?:\w+ ){{0,3}}?{TIME}|\bthere(?:'s| is) no hope\b|\byou(?:'re| are) (?:not )?going to (?:be fine|die|make it|survive|live)\b|\bnothing (?:more )?can be done for (?:you|him|her)\b|\bi(?:'d| would)? (?:expect|predict|estimate|guess|give)\b[^.!?\n]{{0,40}}\b(?:months|years|weeks|%|percent|survive|live|die)\b",
        ),
        re.compile(
            ASKED.pattern
            + r"|\b(?:hospital|stay|appointments?|wait|test|chemo(?:therapy)? (?:for|course|cycle)|treatment for|side effects?|feel|when you|until you|hair (?:will|grows?)|visit|recovery|rest|every|once a|twice a|(?:doctor|team|they) said)\b"
        ),
    ),
    _comfort(
        r"\bnothing to (?:worry(?! (?:the|your|a|us|them) )|be (?:worried|concerned|afraid|scared)|fear)\b(?!(?: about)?[\"'] (?:is|are) a phrase)|\b(?:no|not any|isn't any|zero|without) (?:need|reason|cause|point|grounds) (?:to|for|in) (?:\w+ )?(?:worry\w*|concern|alarm|panic|see(?:ing)?|call(?:ing)?|ring(?:ing)?|tell(?:ing)?|phon\w+|go(?:ing)?|bother\w*|get (?:it|that|this|them|checked)|visit\w*|contact\w*|mention\w*|report\w*|check\w*|follow|test\w*|repeat\w*|another|a (?:doctor|blood|test|biopsy|scan|second))\b",
        rf"\b{NEEDLESS}\b[^.!?\n]{{0,15}}?\b(?:to |about |with |the |your |any |it |that |a )*{TO_ASK}\b",
        r"\b(?:no|without) (?:\w+ )?(?:blood tests?|tests?|biopsy|check-?ups?|follow-?ups?|doctor|doctor's visit|appointments?|scan)(?: is| are)? (?:needed|necessary|required)\b|\b(?:skip|cancel|miss|ignore|forget|drop) (?:the|your|that|any|all) (?:\w+ )?(?:follow-?ups?|check-?ups?|appointments?|scan|biopsy|blood tests?|marrow test|referral|specialist)\b|\bdon't (?:get (?:it|that|this|them) checked|go (?:in|to (?:the )?(?:doctor|hospital|clinic|er)))\b",
        r"\b(?:your team|the (?:team|ward|clinic|doctors?|nurses?|hospital)) (?:needn't|need not|doesn't need to|don't need to|does not need to|do not need to|wouldn't|doesn't want to) (?:know|hear|see|be (?:told|called|bothered))\b",
        unless=re.compile(
            EXCUSE.pattern
            + r"|\b(?:fast(?:ing)?|eat|insurance|referral to|pay|if you would|right away|in most places|special diet|don't skip|do not skip|never skip|don't (?:cancel|miss|ignore|drop|forget)|do not (?:cancel|miss|ignore|drop|forget)|never (?:cancel|miss|ignore|drop|forget)|should not|try not to|without asking|to (?:skip|miss|cancel)|(?:some|many|most) people|shouldn't|(?:there is|there's) no need to (?:be|feel|apologi|explain|choose|decide)|how|what (?:if|happens)|instead|afterwards|(?<!stay at )(?<!stay )home)\b"
        ),
    ),
    _comfort(
        rf"\b(?:{POINTED}|(?:this|that|it|they|these|those|everything|all))(?:'s| is| are|'re| was| were| will be)?\s(?:\w+ly |all |really |quite |very |almost )*(?:is |are )?{NOTHING}\b[^.!?\n]{{0,60}}[.!?;\n]*\s*[^.!?\n]{{0,30}}?\b(?:leave it|ignore it|forget (?:about )?it|don't (?:call|worry|tell|bother)|no need|sleep it off|wait (?:until|till|for|it out)|relax|just rest|stop worrying|need not|needn't|it will (?:fade|pass|go|clear)|it'll (?:fade|pass|go|clear)|carry on|you can (?:wait|relax|ignore)|stay home)\b",
        rf"\b(?:{POINTED})(?:'s| is| are|'re)?\s(?:\w+ly |all |really |quite |just |only )*{NOTHING}\b",
        rf"\b(?:{POINTED}|(?:this|that|it)(?= ?'s| is))(?:'s| is| are|'re| must be| comes? from)?\s(?:\w+ly )*(?:only|just|merely|simply|nothing (?:but|more than)|always just|probably just|surely just|no more than)\s(?:\w+ )?{TRIFLE}",
        rf"\b{POINTED} (?:is|are) (?:\w+ly )?(?:{TRIFLE})\b(?! (?:or|and|can|may|that|which))",
        rf"\b(?:your {KIN}|you|he|she)(?:'s| is| are|'re)\s(?:\w+ly )?(?:only|just|merely|simply|perfectly)\s(?:\w+ )?(?:{TRIFLE}|stressed|anxious|tired|pale|run[- ]down|overtired|imagining|growing|teething|fine|healthy|worrying|being|overreacting|normal|getting older|unfit|dehydrated|sensitive)",
        rf"\b(?:{POINTED}|this|that|it)(?: will|'ll) (?:\w+ )?(?:fade|pass|go away|settle|clear(?: up)?|disappear|sort itself|heal|resolve|vanish)\b[^.!?\n]{{0,30}}\b(?:on its own|by itself|without|no need|don't|leave|so)\b",
        rf"\b(?:{POINTED}|it|that|this) (?:have|has|had)? ?(?:got )?nothing (?:whatsoever )?to do with (?:\w+ )?{ILL}",
        unless=re.compile(rf"{EXCUSE.pattern}|{HEDGED.pattern}"),
    ),
    _comfort(
        rf"\b(?:you|she|he) can (?:\w+ )?(?:relax|rest easy|stop worrying|be (?:certain|sure|confident|assured) (?:that )?(?:it|this|that|there)|safely (?:ignore|wait)|sleep easy|breathe easy|forget about it|put your mind)\b|\b{ALL_WELL}",
        r"\b(?:is|are) (?:completely |perfectly |quite |totally )?(?:normal|fine|harmless|nothing|okay)\b[^.!?\n]{0,12}[;,.] (?:so )?(?:just )?(?:wait|don't|leave|sleep|ignore|rest|carry on|no need|it will fade|stay)\b",
        r"\bmeans? only that\b[^.!?\n]{0,60}\bdon't\b|\bwait until your (?:next )?appointment\b|\b(?:isn't|is not|aren't) (?:dangerous|serious|anything|pneumonia|infection)\b[^.!?\n]{0,20}[,;.] ?(?:just |so )?(?:sleep|rest|wait|ignore|leave)",
        unless=re.compile(
            EXCUSE.pattern
            + r"|\b(?:don't wait|do not wait|never wait|try to relax|can (?:help|relax your|not)|once|after (?:the|a) (?:few|exam)|until your team|should not|never leave)\b"
        ),
        pair=True,
    ),
    Family("diagnosis.false_comfort", NO_COMFORT, rx(FOREIGN_CALM)),
)
# What is said not to be said: "I'm not going to say it's leukemia".
_NOT_SAYING = re.compile(
    r"\b(?:not (?:going to |here to |able to )?(?:say|saying|claim\w*|suggest\w*|tell|telling|promis\w+)|(?:can't|cannot|won't|couldn't) (?:say|tell you|promise|claim)|(?:nobody|no one) (?:here )?can (?:say|tell|promise))\b[^.,;:!?]{0,30}$"
)
_ALL_FAMILIES = Families((*FAMILIES, *VERDICTS, *CLAIMS, *CALM, *FOREIGN_VERDICTS, *PLAIN), ANSWERS, after=_NOT_SAYING)


class DiagnosisOutput:
    """Blocks sentences that tell a person what they have, what will become of them, or that all is well."""

    name = "diagnosis"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding for the first such sentence; conditional and general statements pass."""
        return _ALL_FAMILIES.first(text)
