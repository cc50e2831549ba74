"""Advice to replace treatment, and promises of a cure. Sentences that deny or warn of such things pass."""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_words import ADVICE, ALTERNATIVE, CURING, DISEASE, NO_CURE, QUACKERY, TREATMENT

_GAP = r"[^.!?\n]"
_DENIES = re.compile(
    r"\b(?:no (?:\w+ ){0,6}?(?:cures?|heals?|treats?|replaces?|has been|evidence|proof|trials?|stud\w+|alternative|herb|food|diet|vitamin|supplement|complementary|one)|not (?!worth|need)|never|none|cannot (?!live|survive|grow)|can't (?!live|survive|grow)|don't (?!need|bother|go|let|trust|listen|want you)|doesn't (?!need)|isn't|aren't|won't (?!need)|hasn't|haven't|wasn't|didn't|do not (?!need|bother)|does not (?!need)|myth|claim(?:s|ed|ing)?|false|"
    r"unproven|no proof|evidence|without proof|dangerous|harmful|delay\w* (?:treatment|care|chemo)|scam|untrue|fake|wary|beware|warn\w*|risk(?:s|y)?|poison (?:that|which)|kein\w*|nicht|nao|non (?:cura|guarisce)|no (?:cura|curan|sana)|ne (?:guerit|soigne)|nahi|died|deaths? (?:from|of|rates?)|die earlier|sold as|so-called|supposed\w*|sounds? too good|lab(?:oratory)?|in (?:the )?dish(?:es)?|mice|would let|may harm|can harm|unsafe|ask your|talk to your|tell your|whether|fraud\w*|illegal|"
    r"nor|nothing (?:you eat )?(?:has|cures)|aucun\w*|nessun\w*|ningun\w*|nenhum\w*|be careful|careful with|watch out for|normal diet|balanced diet|as the clinic|as told|natural killer|pehle doctor|doctor se|rather than relying|instead of evidence|researchers|study|studies|trials?|unlikely|prescribed|your team (?:may|will|might)|doctors (?:may|might|can|will|use|give|stop)|said to|if you (?:want|wish|are|feel|think|would)|thinking about|some people|supportive|breakfast|cost lives|has cost)\b|\?\s*$"
)
_QUIT = one_of(
    r"stop(?:ping)?|quit(?:ting)?|refus(?:e|ing)|reject(?:ing)?|avoid(?:ing)?|abandon(?:ing)?|skip(?:ping)?|giv(?:e|ing) up|com(?:e|ing) off",
    r"say(?:ing)? no to|leav(?:e|ing)|drop(?:ping)?|cancel(?:l?ing)?|declin(?:e|ing)|ditch(?:ing)?|dump|throw(?:ing)? (?:away|out)|throw|bin|flush|toss",
    r"stop seeing|turn(?:ing)? down|walk away from|forget|delay|postpon(?:e|ing)|put(?:ting)? off|hold(?:ing)? off|swap|trade|exchange|replac(?:e|ing)",
    r"substitut(?:e|ing)|paus(?:e|ing)|interrupt(?:ing)?|get off|stay away from|discontinu(?:e|ing)",
)
_THE = r"(?:(?:with |on |for |from )?(?:the|your|his|her|any|all|all the|that|this|more|further|having|getting|taking|doing|those|these|toxic|conventional|hospital|cancer|your child's|\w+'s|next|second|first) ){0,3}"
_LEAD_TO = re.compile(
    "(?:"
    + ADVICE
    + r"|\b(?:it's|it is|you're|you are) (?:\w+ )?(?:okay|ok|fine|safe|wise|best|better|right|smart|free|allowed) to |\b(?:best|wisest|smartest|kindest|only) (?:\w+ ){0,5}?is to )$"
)
_NOT_CLAIMED = re.compile(
    _DENIES.pattern
    + r"|\b(?:asparaginase|pegaspargase|immune|t[- ]cells?|donor|graft|natural killer|antibod\w*|transplant|chemo\w* (?:kills|wipes|can|may)|treatments? (?:can|to|that|aims?)|medicines?|drugs?|harm|cyanide|bicarbonate with|urine test|tiles|bathroom|floors?|laundry|kitchen|air the room|may|might|can (?!also )|could|if|ask|hospital|called|mouth|rinse|dishes|surfaces)\b"
)


_REPLACES = one_of(
    r"replaces?|can replace|could replace|will replace|takes? the place of|ersetzt|ersetzen|remplac(?:e|ent)|remplacer|reemplaza\w*|sustituye\w*|sostituisce",
    r"substitui",
)
_POISON = one_of(
    r"pure poison|poison\b|a scam|a hoax|big business|money-?making|kills? (?:more|people|you)|more harm than (?:good|the)|useless|worthless|pointless",
    r"a waste|what kills|killing you|not worth it|unnecessary",
)


def _cure(rule: str, *patterns: str, unless: re.Pattern[str] | None = _DENIES, pair: bool = False, lead: re.Pattern[str] | None = None) -> Family:
    return Family(f"harm.{rule}", NO_CURE, rx(*patterns), unless, None, pair, lead)


_REPLACING: tuple[Family, ...] = (
    _cure(
        "replace_treatment",
        rf"\b{_QUIT} {_THE}{TREATMENT}\b[^?\n]{{0,90}}?\b(?:{ALTERNATIVE}|cures?|heal\w*|switch to|instead|poison\w*|toxic|body knows|well again|own defen[cs]es|immune system will|better without)\b",
        pair=True,
        lead=_LEAD_TO,
    ),
    _cure(
        "replace_treatment",
        rf"\b(?:trade|swap|leave|quit|skip|drop|replace|exchange|refuse|substitute|choose|pick|prefer|switch)\b{_GAP}{{0,40}}\b{TREATMENT}\b{_GAP}{{0,30}}\b(?:for|with|by|and|in favou?r of|to)\b{_GAP}{{0,30}}\b{ALTERNATIVE}\b",
        pair=True,
    ),
    _cure(
        "replace_treatment",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,50}}\b(?:instead of|rather than|in place of|over|not) {_THE}{TREATMENT}\b|\b(?:instead of|rather than|in place of|forget) {_THE}{TREATMENT}\b{_GAP}{{0,40}}\b(?:try|use|take|drink|eat|go for|choose|do|rely on|have|start|turn to)\b{_GAP}{{0,40}}",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,60}}\b(?:{_REPLACES}\b{_GAP}{{0,25}}\b{TREATMENT}|makes? {_THE}{TREATMENT} (?:unnecessary|superfluous|obsolete|redundant)|is an alternative to|(?:works?|does|do|is|are|performs?|beats?) (?:just |exactly |every bit )?(?:as (?:well|good|effective\w*|powerful) as|better than|more effective than|stronger than|superior to)|is (?:all|everything) (?:you|he|she|your \w+) needs?|(?:is|are) enough|alone (?:will|can|is|keeps?|cures?)|you (?:won't|will not|don't|do not|no longer) need|outperforms?|better than {_THE}{TREATMENT})\b",
    ),
    _cure(
        "replace_treatment",
        rf"\b(?:you|he|she|your \w+|patients|nobody|no one) (?:don't|do not|doesn't|does not|won't|will not|no longer|never|really) (?:really |actually |even |truly )?needs? {_THE}(?:chemo\w*|transplant\w*|treatment|induction|consolidation|imatinib|gleevec|hospital|tablets|medicines?|drugs|doctors?|radiation|maintenance|tki)\b(?! (?:right away|yet|now|straight|for|if|today))",
        rf"\b(?:better off|live longer|happier|healthier|do better|safer|fare better|better) (?:without|if (?:you|he|she) (?:refuse|skip|stop)\w*|saying no to) {_THE}{TREATMENT}\b",
        r"\b(?!inhibitors\b|venetoclax\b|antibod|\w+nib\b|\w+mab\b|car|trea|combination|drugs?\b|medicines?\b|tablets?\b|tkis?\b|atra\b|transplant)[\w-]+ (?:is|are|works?|does) (?:far |much |even |way )?(?:more effective|better|stronger|safer|more powerful) than (?:the |any )?(?:chemo\w*|imatinib|gleevec|dasatinib|a transplant|transplants?|radiation|tkis?|venetoclax)\b",
        rf"\b(?:nobody|no one|you|he|she) (?:\w+ )?needs? {_THE}{TREATMENT}\b{_GAP}{{0,20}}\b(?:if|when|who|as long as) (?:they|you|he|she|one) (?:eat|drink|fast|pray|take|use|live|keep|follow)\w*\b|\b(?:take|get|pull|bring) (?:your \w+|him|her|yourself) (?:out of|off|away from) {_THE}{TREATMENT}\b",
        rf"\b[\w-]+ is (?:just |only )?(?:a scam|a hoax|poison|a lie|a fraud) (?:by|of|from|invented|made up)\b|\b(?:put off|delay|postpone|hold off|wait with|pause) {_THE}{TREATMENT}\b{_GAP}{{0,40}}\b(?:and see|half a year|a year|to see|until you feel|for as long)\b",
        rf"\b(?:don't|do not|never) let {_GAP}{{0,25}}\b(?:talk|push|pressure|bully|scare|force) (?:you|him|her) into\b|\b(?:patients|people|those|children) who (?:refuse|decline|skip|stop|avoid|reject|say no to) (?:\w+ )?{TREATMENT} (?:\w+ )?(?:live|do|survive|fare|feel|recover|heal|are)\b",
        rf"\b(?:don't|do not|no need to) (?:bother with|go (?:through|near|to|for|back)|start|accept|agree to|listen to|trust|let them (?:give|do|start)|need|consent to|have) {_THE}(?:chemo\w*|transplant\w*|induction|maintenance|oncolog\w+|tki|imatinib|radiation|poison)\b",
        rf"\b(?:chemo\w*|treatment|radiation|transplants?|imatinib|the (?:medicine|drugs|tablets)) (?:is|are|does|do|just|only) (?:\w+ ){{0,2}}?{_POISON}\b|\b(?:big pharma|doctors|the industry|oncologists|they|hospitals) (?:\w+ )?(?:hide|hides|hiding|suppress\w*|don't want you to|won't tell|keep secret|profit|lie|cover(?:s|ed)? up|conceal)\b{_GAP}{{0,60}}\b(?:cure|natural|heal|truth|it,? but|kernels?|vitamin|poison)\b",
        r"\b(?:your|the|his|her) (?:own )?body (?:will |can |knows how to |is able to )?(?:heal|cure)s? itself\b|\b(?:pray\w*|faith|god|positive thinking|meditation|healers?|fasting|juice|nature) (?:alone )?(?:will|is going to|can) (?:\w+ )?(?:keep|cure|heal|save|put|clear)\b",
        rf"\b(?:wait|delay|postpone|put off|hold off|take a break|pause)\b{_GAP}{{0,40}}\b{TREATMENT}\b{_GAP}{{0,50}}\b(?:until|till|while|so that|to try|and (?:try|see|let|give)|first|a few months|for (?:a )?(?:few |some )?(?:weeks|months))\b{_GAP}{{0,40}}\b(?:{ALTERNATIVE}|feel like|body|yourself|holiday|vacation|itself)\b",
        rf"\b(?:no|nothing) (?:chemo\w*|treatment|transplant|drug) (?:is |was |will be )?(?:needed|necessary|required)\b{_GAP}{{0,40}}\b{ALTERNATIVE}\b",
        unless=re.compile(
            _DENIES.pattern
            + r"|\b(?:right away|yet|watch|early|may|some|many|usually|often|for (?:some|certain)|in (?:ph|cml|apl|cll|aml)|for (?:cll|cml|aml|apl)|venetoclax|btk|tp53|such as|sooner|at first|study|trial|breakfast|cost lives|has cost)\b"
        ),
    ),
    _cure(
        "replace_treatment",
        r"\b(?:deje|deja|abandone|quittez|abandonnez|arretez|verlassen sie|lasci|smetta|pare|abandone|setzen sie|hore auf|horen sie)\b[^.!?\n]{0,30}\b(?:hospital|hopital|krankenhaus|ospedale|quimio\w*|chimio\w*|chemo\w*|chemioterapia|tratamiento|traitement|behandlung|terapia|tratamento)\b|\b(?:en vez de|en lugar de|au lieu de|statt|anstatt|invece del\w*|em vez de|ki jagah|ke bajaye)\b[^.!?\n]{0,30}\b(?:quimio\w*|chimio\w*|chemo\w*|chemioterapia|tratamiento|traitement|behandlung|terapia|tratamento|ilaj|dawai?)\b|\b(?:chemo|keemo|ilaj|dawa(?:i)?) (?:ki jagah|ke bajaye|chhod\w*|band)\b",
        unless=re.compile(r"\b(?:mat|na|no|nicht|ne|pas|non|nao|nunca|niemals|jamais|mai|pehle|doctor se)\b"),
    ),
)

_CURING: tuple[Family, ...] = (
    _cure(
        "miracle_cure",
        rf"\b(?:try|use|take|drink|start|see|visit|choose|go (?:to|for|with)|switch to|consider|get|buy|rely on|trust|apply|follow|do)\b{_GAP}{{0,30}}\b{QUACKERY}\b",
        unless=_NOT_CLAIMED,
        lead=re.compile(rf"(?:{ADVICE}|\bto )$"),
    ),
    _cure(
        "miracle_cure",
        rf"\b{QUACKERY}\b{_GAP}{{0,60}}\b(?:safe|works?|helps?|clears?|cleans?|cleanses?|heals?|effective|powerful|boosts?|good|better|best|strong\w*|gentle|proven|saved?|success\w*|does the job|for (?:your|his|her|the) (?:leuk\w*|cancer|blood|marrow|counts?|blasts))\b",
        r"\b(?:wip(?:e|es) out|eliminat\w+|eradicat\w+|gets? rid of|flush(?:es)? (?:out |away )?|dissolv\w+|starv\w+(?! leukemia cells of)|melts?|banish\w*|drives? out|sweeps? (?:out|away)|purg\w+|reverses?)\s(?:\w+ ){0,3}?(?:leuk\w*|cancers?|blasts|cancer cells|leukemia cells)\b",
        unless=_NOT_CLAIMED,
    ),
    _cure(
        "miracle_cure",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,70}}?\b{CURING}\b{_GAP}{{0,40}}\b{DISEASE}\b",
        rf"\b{DISEASE}\b (?:is|are) (?:really |only |just )?(?:a fungus|a parasite|parasites|a vitamin deficiency|caused by (?:sugar|acid\w*|a fungus|parasites|toxins|emotions|trauma|stress))\b|\b{ALTERNATIVE}\b{_GAP}{{0,40}}\b(?:will|can|to|does|do)?\s?(?:bring|restore|raise|fix|correct|repair|normali[sz]e|balance)s?\b{_GAP}{{0,30}}\b(?:counts|blood|marrow|bone marrow)\b{_GAP}{{0,40}}\b(?:without|instead|naturally|normal|alone)\b",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,60}}\b(?:{DISEASE})\b{_GAP}{{0,30}}\b(?:cannot|can't|can not|will not|won't|never|no longer|dies?|die off|vanish\w*|disappear\w*|shrinks?|melts?|gone|goes away|in(?:to)? (?:\w+ ){{0,2}}?remission|at bay|healed|cured|reversed|beaten)\b",
        rf"\b{CURING}\b{_GAP}{{0,40}}\b{DISEASE}\b{_GAP}{{0,30}}\b(?:with|by|through|using|via|thanks to|durch|avec|con|com)\b{_GAP}{{0,25}}\b{ALTERNATIVE}\b",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,60}}\b(?:remission|cancer[- ]free|leuk\w+[- ]free|never (?:relapse|come back)|drug[- ]free cure|success rate|normal counts|be (?:well|cured|healed|free)|(?:cure|heal|save)s? (?:you|him|her|your \w+)|proven cure|the cure|real cure|only cure|miracle)\b",
        rf"\bsugar is (?:the only thing|what is) feeding\b|\b(?:black salve|magnets?|poultices?|patches|creams?)\b{_GAP}{{0,60}}\b(?:pulls?|draws?|shrinks?|sucks?)\b{_GAP}{{0,30}}\b(?:leuk\w*|cancer|spleen|nodes|blasts)\b|\b(?:cut(?:ting)? (?:out )?|stop(?:ping)? |no |without )(?:all )?(?:sugar|carbs|meat|dairy|gluten)\b{_GAP}{{0,50}}\b(?:starv\w*|they die|dies?|kills?|cures?|shrink\w*|gone|disappear\w*)\b",
    ),
    _cure(
        "miracle_cure",
        rf"\b(?:cures?|heals?|will cure|can cure|cured (?:my|his|her)|wip(?:es?|ed) out|gets? rid of|eliminat\w+|eradicat\w+|melts? away|reverses?|makes?)\s(?:\w+ ){{0,3}}?{DISEASE}\b{_GAP}{{0,40}}\b(?:naturally|for good|forever|permanently|without (?:any )?(?:chemo\w*|drugs|side effects|doctors|treatment|hospital)|in (?:\w+ )?(?:days|weeks|months)|within (?:\w+ )?(?:days|weeks)|guaranteed|100 ?%|every time|completely|once and for all|vanish|disappear|overnight|at home)\b",
        rf"\b(?:100 ?%|hundred per ?cent|99 ?%|guaranteed|sure|certain|secret|hidden|suppressed|miracle|natural|(?<!has )(?<!have )(?<!been )(?<!is )(?<!are )proven) (?:\w+ )?(?:success|cure|remedy|recovery|healing|effective)\b{_GAP}{{0,50}}\b{DISEASE}\b|\b{DISEASE}\b{_GAP}{{0,40}}\b(?:guaranteed|100 ?%|miracle|secret) (?:\w+ )?(?:cure|success|remedy|recovery)\b",
    ),
    _cure(
        "miracle_cure",
        r"\b(?:[\w-]+ )?(?:cures|heals|will cure|eradicates|wipes out)\s(?:\w+ ){0,2}?(?:leuk(?:a)?emia|cancer|blood cancers?)\b",
        unless=re.compile(
            _DENIES.pattern + r"|\b(?:transplants?|chemo\w*|treatments?|therap(?:y|ies)|car-?t|atra|arsenic|antibod(?:y|ies)|medicines?|tkis?|drugs?|doctors?|tablets?)\b"
        ),
    ),
)
_STOPPED = one_of(
    r"chemo\w*|imatinib|gleevec|dasatinib|nilotinib|ponatinib|venetoclax|ibrutinib|tkis?|atra|arsenic|methotrexate|mercaptopurine|steroids?|antibiotics?",
    r"antifungals?|transfusions?|platelets|transplants?|lumbar punctures?|radiation|induction|consolidation|maintenance|infusions?|treatments?|therapy",
    r"tablets?|capsules?|pills?|medicines?|check-?ups?|hospital|ward",
)
_ALLOWED = re.compile(
    rf"{_DENIES.pattern}|\b(?:if|unless|until|when|once|only|before|after|during|because|doctors?|team|nurse|ask|call|calls|tell|call your|surgery|side effects?|pharmacist|may|might|sometimes|people|how|why|whether|trial|study|smok\w*|alcohol|in time|on time|return|at home|room|breakfast|told you|as (?:told|prescribed|agreed|planned)|bitte nicht|nicht selbst)\b"
)
_BARE: tuple[Family, ...] = (
    _cure(
        "replace_treatment",
        rf"\b(?:stop|quit|refuse|reject|abandon|skip|cancel|decline|ditch|drop|bin|dump|turn down|throw away|come off|get off|leave(?! for\b)|forget|say no to|tell the doctors no to|walk away from|don't (?:go along with|agree to|accept|take|have|start|sign up for)|do not (?:accept|agree to|have)|let) (?:\w+ )?(?:your|the|his|her|those|these|that|any|all|that|more|further) (?:\w+ )?{_STOPPED}\b(?! (?:room|nurse|appointment|number|line|list|box|bottle|plan|visit|day|site|packet))",
        lead=re.compile(r"(?:^\s*[\"'*\-) ]*|[;:.,] (?:so |then |and |just )?|\b(?:you|he|she) (?:can|should|could|may)(?: \w+ly| just)? |\bso |\bhonestly,? |\band )$"),
        unless=_ALLOWED,
    ),
    _cure(
        "miracle_cure",
        rf"\b(?:{ALTERNATIVE}|prayers?|arsenic pills|bhasma|kadha|giloy|gomutra)\b{_GAP}{{0,50}}\b(?:works? against|handles?|rebuilds?|purif(?:y|ies)|ends|takes care of|sorts? out|deals? with|is (?:a |the )?(?:\w+ ){{0,3}}?(?:treatment|cure|medicine|chemo\w*|imatinib|gleevec)(?: for| of|,|\.|$)|(?:has|have) the same (?:cure|success|survival) rates?|does (?:\w+ ){{0,4}}?what|does the rest|will do the rest|do the rest|is enough|contains? b17|the natural cure)\b{_GAP}{{0,40}}(?:\b(?:{DISEASE}|blood|sepsis|infections?|fever|rest|enough|chemo\w*|imatinib|hospital'?s?)\b|$)",
        r"\b(?:natural cure|cure (?:that )?they|cure has been (?:hidden|suppressed)|studies were (?:buried|suppressed|hidden)|(?:pharma\w*|doctors|industry) (?:\w+ ){0,3}?(?:hides?|buried|verschweigt|suppress\w*|silenc\w*))\b|\b(?:leuk\w*|cancer) (?:comes|came|arises|stems) from (?:\w+ )?(?:unresolved|grief|anger|stress|trauma|emotions?|a conflict|sin|bad karma|sugar|acid\w*|parasites?)",
        unless=re.compile(
            rf"{_DENIES.pattern}|\b(?:may|might|ask|rinse|mouth|urine|germs?|sodium bicarbonate with|doctors?|team|nurse|kein\w*|keine\w*|nao|non|no|ne|pas|nicht|nahi)\b"
        ),
    ),
)
CURES: tuple[Family, ...] = (*_REPLACING, *_CURING, *_BARE)
