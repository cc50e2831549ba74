"""Harmful advice, kept out of answers, and the rule that refuses harmful requests in questions.

Advice is harmful when it replaces or delays treatment, promises a cure, plays down an emergency,
keeps things from the team, or makes a risk sound safe. Sentences that warn of the same pass.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.families import Family, first_finding, rx, stems
from leukchat.safety.harm_requests import FAMILIES as REQUESTS
from leukchat.safety.harm_words import ALTERNATIVE, CURING, DISEASE, MEDICINE, QUACKERY, TEAM, TREATMENT, URGENT
from leukchat.safety.rules import Context
from leukchat.types import Finding

NO_DISMISS = "I left out a sentence that could delay help. A fever of 38.0 °C (100.4 °F) or more, bleeding, trouble breathing or confusion needs a call to your team now."
NO_CURE = (
    "I can't support replacing leukemia treatment with something else: no food, herb, supplement or alternative method has been shown to cure leukemia, "
    "and delaying treatment can cost lives. Please talk to your team about anything you would like to try beside it."
)
NO_RISK = "I left out a sentence that could put someone at risk. Please ask your treatment team before you do anything that they have not planned with you."
TELL_TEAM = "I left out advice to keep something from your treatment team. They need to know what you take and how you feel, so that treatment stays safe."

_GAP = r"[^.!?\n]"
_DENIES = re.compile(
    r"\b(?:no (?:\w+ ){0,6}?(?:cures?|heals?|treats?|replaces?|has been|evidence|proof|trials?|stud\w+|alternative|herb|food|diet|vitamin|supplement|complementary|one)|not|never|none|cannot (?!live|survive|grow)|can't (?!live|survive|grow)|don't (?!need|bother|go|let|trust|listen|want you)|doesn't (?!need)|isn't|aren't|won't (?!need)|hasn't|haven't|wasn't|didn't|do not (?!need|bother)|does not (?!need)|myth|claim(?:s|ed|ing)?|false|"
    r"unproven|no proof|evidence|without proof|dangerous|harmful|delay\w* (?:treatment|care|chemo)|scam|untrue|fake|wary|beware|warn\w*|risk(?:s|y)?|poison (?:that|which)|died|deaths? (?:from|of|rates?)|die earlier|sold as|so-called|supposed\w*|sounds? too good|lab(?:oratory)?|in (?:the )?dish(?:es)?|mice|would let|may harm|can harm|unsafe|ask your|talk to your|tell your|whether|fraud\w*|illegal|"
    r"nor|nothing (?:you eat )?(?:has|cures)|rather than relying|instead of evidence|researchers|study|studies|trials?|unlikely|prescribed|your team (?:may|will|might)|doctors (?:may|might|can|will|use|give|stop)|said to|if you (?:want|wish|are|feel|think|would)|thinking about|some people|supportive)\b|\?\s*$"
)
_FORBIDS = re.compile(
    r"\b(?:never|don't|do not|dont|shouldn't|should not|must not|mustn't|please don't|nobody should|no one should)\s(?:\w+ ){0,2}?(?:wait\w*|hide|hiding|ignore|stay\w*|share|sharing|sleep|put off|delay\w*|mask|sell|lend|give|pass|buy|order|take|keep|stop|skip|refuse|swap|trade|replace|quit|abandon|drop|eat|drink|pull|remove|touch|crush|chew|open|flush|borrow|get|go|use|rely|assume|try|treat|dismiss|leave|play|drive|tough|cancel|miss|conceal|lie|withhold|throw|handle|start|feel|hesitate|let (?:it|a|your))\b"
    r"|\b(?:dangerous|not safe|unsafe|isn't safe|risky|illegal|avoid\w*|warn\w*|beware|harmful|can harm|could harm|may harm|against the law|is not recommended|isn't recommended|emergency that|at once|right away|straight away|immediately|urgent(?:ly)?|not recommended|only if your|ask your|with your team|team (?:says|agrees|tells|decides|allows|has said)|doctor (?:says|agrees|tells|allows))\b"
    r"|(?<!n't )(?<!not )(?<!to )(?<!before you )(?<!without )\b(?:call|ring|phone|(?<!before you )go to|tell|contact|seek) (?:\w+ )?(?:your\b|the\b|us\b|an ambulance|911|112|999|them|a doctor|poison|emergency|for help|help|medical|someone)\b(?! \w+ (?:that )?(?:you|he|she) (?:have|has|feel|feels|are|is) (?:no|fine|well|okay))"
)
_ADVICE = r"(?:^\s*[\"'*\-\d.) ]*|[,;:] |\band |\bso |\bthen |\bjust |\bplease |\binstead,? |\bbetter (?:to )?|\b(?:you|he|she|they) (?:can|could|should|may|might want to|must|need to|ought to|'d better|had better|will|are free to|are allowed to|have every right to)(?: \w+ly)?(?: just)? |\b(?:i'd|i would|we) (?:\w+ly )?(?:suggest|advise|recommend|say|urge you to)(?: that you| you)?(?: to)? |\b(?:try|consider|start|recommend|suggest) )"
_QUIT = r"(?:stop(?:ping)?|quit(?:ting)?|refus(?:e|ing)|reject(?:ing)?|avoid(?:ing)?|abandon(?:ing)?|skip(?:ping)?|giv(?:e|ing) up|com(?:e|ing) off|say(?:ing)? no to|leav(?:e|ing)|drop(?:ping)?|cancel(?:l?ing)?|declin(?:e|ing)|ditch(?:ing)?|dump|throw(?:ing)? (?:away|out)|throw|bin|flush|toss|stop seeing|turn(?:ing)? down|walk away from|forget|delay|postpon(?:e|ing)|put(?:ting)? off|hold(?:ing)? off|swap|trade|exchange|replac(?:e|ing)|substitut(?:e|ing)|paus(?:e|ing)|interrupt(?:ing)?|get off|stay away from|discontinu(?:e|ing))"
_THE = r"(?:(?:with |on |for |from )?(?:the|your|his|her|any|all|all the|that|this|more|further|having|getting|taking|doing|those|these|toxic|conventional|hospital|cancer|your child's|\w+'s|next|second|first) ){0,3}"
_EASY = r"(?:(?:totally |perfectly |completely |absolutely |quite |really |entirely |also )?(?:safe|harmless|fine|okay|ok|no problem|no risk|not a problem|good for|great for|healthy|a good idea|allowed|all right|alright|nothing to worry)|(?:boost|strengthen|help|raise|build|train)s? (?:up )?(?:\w+ )?(?:your |the )?(?:immun\w*|neutrophils|counts?|blood|white cells|marrow)|poses? no (?:risk|danger)|won't (?:hurt|harm|do any harm|matter)|can't (?:hurt|harm)|never hurt|does no harm|is no problem|go ahead|feel free|enjoy|as (?:much|many) as you (?:like|want)|don't worry about)"
_RISKY = (
    r"(?:raw (?:\w+ )?(?:oysters?|milk|eggs?|meat|fish|shellfish|sprouts?|seafood|chicken|beef)|oysters|sushi|sashimi|steak tartare|unpasteuri[sz]ed|undercooked|runny eggs?|rare (?:steak|meat|burgers?)|(?:mou?ld|blue|soft)[- ](?:ripened )?cheeses?|well water|tattoos?|piercings?|contact sports?|rugby|boxing|football tackles|body ?surfing|"
    r"litter (?:box|tray)|cat litter|bird droppings|compost|rectal (?:thermometers?|temperatures?|suppositor\w+)|suppositor\w+|enemas?|aspirin|ibuprofen|naproxen|nsaids?|grapefruit\w*|st\.? john'?s wort|smoking|vap(?:e|ing)|binge drinking|heavy drinking|get(?:ting)? pregnant|becom(?:e|ing) pregnant|father(?:ing)? a child|conceiv\w+|breast-?feed\w*|unprotected sex|drink(?:ing)? (?:\w+ ){0,3}?(?:alcohol|wine|beer|vodka|spirits)|alcohol (?:\w+ )?(?:on|with|during)|without (?:contraception|protection|condoms?|gloves)|"
    r"bare hands|kissing people with|crowds|crowded|sharing (?:needles|toothbrush\w*|razors)|hot tubs?|lake|driv(?:e|ing)|skipping (?:hand|the)|live (?:\w+ ){0,3}?vaccin\w*|live (?:nasal|flu|virus|mmr)|nasal (?:spray )?(?:flu )?vaccin\w*|yellow fever|mmr|chickenpox (?:vaccine|party|parties)|chicken ?pox part\w+|visitors? with (?:a )?(?:cold|flu|cough)|sick (?:visitors|friends|kids)|kratom|cocaine|ecstasy)"
)

_STOP_WORDS = "stop quit refuse refusing reject avoid abandon abandoning skip skipping give giving come coming say saying leave leaving drop cancel decline declining ditch dump throw bin flush turn walk forget delay postpone put putting hold swap trade exchange replace replacing substitute pause interrupt get stay discontinue"


def _cure(rule: str, *patterns: str, needs: tuple[str, ...] = (), unless: re.Pattern[str] | None = _DENIES, pair: bool = False) -> Family:
    return Family(f"harm.{rule}", NO_CURE, rx(*patterns), tuple(stems(group) for group in needs), unless, None, pair)


REPLACING: tuple[Family, ...] = (
    _cure(
        "replace_treatment",
        rf"(?:{_ADVICE}|\b(?:it's|it is|you're|you are) (?:\w+ )?(?:okay|ok|fine|safe|wise|best|better|right|smart|free|allowed) to |\b(?:best|wisest|smartest|kindest|only) (?:\w+ ){{0,5}}?is to ){_QUIT} {_THE}{TREATMENT}\b[^?\n]{{0,90}}?\b(?:{ALTERNATIVE}|cures?|heal\w*|switch to|instead|poison\w*|toxic|body knows|well again|own defen[cs]es|immune system will|better without)\b",
        rf"\b(?:trade|swap|leave|quit|skip|drop|replace|exchange|refuse|substitute|choose|pick|prefer|switch)\b{_GAP}{{0,40}}\b{TREATMENT}\b{_GAP}{{0,30}}\b(?:for|with|by|and|in favou?r of|to)\b{_GAP}{{0,30}}\b{ALTERNATIVE}\b",
        needs=(f"{_STOP_WORDS} choose pick prefer switch",),
        pair=True,
    ),
    _cure(
        "replace_treatment",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,50}}\b(?:instead of|rather than|in place of|over|not) {_THE}{TREATMENT}\b|\b(?:instead of|rather than|in place of|forget) {_THE}{TREATMENT}\b{_GAP}{{0,40}}\b(?:try|use|take|drink|eat|go for|choose|do|rely on|have|start|turn to)\b{_GAP}{{0,40}}",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,60}}\b(?:(?:replaces?|can replace|could replace|will replace|takes? the place of|ersetzt|ersetzen|remplac(?:e|ent)|remplacer|reemplaza\w*|sustituye\w*|sostituisce|substitui)\b{_GAP}{{0,25}}\b{TREATMENT}|makes? {_THE}{TREATMENT} (?:unnecessary|superfluous|obsolete|redundant)|is an alternative to|(?:works?|does|do|is|are|performs?|beats?) (?:just |exactly |every bit )?(?:as (?:well|good|effective\w*|powerful) as|better than|more effective than|stronger than|superior to)|is (?:all|everything) (?:you|he|she|your \w+) needs?|(?:is|are) enough|alone (?:will|can|is|keeps?|cures?)|you (?:won't|will not|don't|do not|no longer) need|outperforms?|better than {_THE}{TREATMENT})\b",
        needs=(
            "instead rather place over not replace replaces remplace takes make alternative work does is are perform all enough alone won will don no outperforms ersetzt ersetzen remplace remplacent reemplaza sustituye sostituisce substitui better forget keeps cures",
        ),
    ),
    _cure(
        "replace_treatment",
        rf"\b(?:you|he|she|your \w+|patients|nobody|no one) (?:don't|do not|doesn't|does not|won't|will not|no longer|never|really) (?:really |actually |even |truly )?needs? {_THE}(?:chemo\w*|transplant\w*|treatment|induction|consolidation|imatinib|gleevec|hospital|tablets|medicines?|drugs|doctors?|radiation|maintenance|tki)\b(?! (?:right away|yet|now|straight|for|if|today))",
        rf"\b(?:better off|live longer|happier|healthier|do better|safer|fare better|better) (?:without|if (?:you|he|she) (?:refuse|skip|stop)\w*|saying no to) {_THE}{TREATMENT}\b|\b(?!inhibitors\b|venetoclax\b|antibod|\w+nib\b|\w+mab\b|car|trea|combination|drugs?\b|medicines?\b|tablets?\b|tkis?\b|atra\b|transplant)[\w-]+ (?:is|are|works?|does) (?:far |much |even |way )?(?:more effective|better|stronger|safer|more powerful) than (?:the |any )?(?:chemo\w*|imatinib|gleevec|dasatinib|a transplant|transplants?|radiation|tkis?|venetoclax)\b|\b(?:nobody|no one|you|he|she) (?:\w+ )?needs? {_THE}{TREATMENT}\b{_GAP}{{0,20}}\b(?:if|when|who|as long as) (?:they|you|he|she|one) (?:eat|drink|fast|pray|take|use|live|keep|follow)\w*\b|\b(?:take|get|pull|bring) (?:your \w+|him|her|yourself) (?:out of|off|away from) {_THE}{TREATMENT}\b|\b[\w-]+ is (?:just |only )?(?:a scam|a hoax|poison|a lie|a fraud) (?:by|of|from|invented|made up)\b|\b(?:put off|delay|postpone|hold off|wait with|pause) {_THE}{TREATMENT}\b{_GAP}{{0,40}}\b(?:and see|half a year|a year|to see|until you feel|for as long)\b|\b(?:don't|do not|never) let {_GAP}{{0,25}}\b(?:talk|push|pressure|bully|scare|force) (?:you|him|her) into\b|\b(?:patients|people|those|children) who (?:refuse|decline|skip|stop|avoid|reject|say no to) (?:\w+ )?{TREATMENT} (?:\w+ )?(?:live|do|survive|fare|feel|recover|heal|are)\b|\b(?:don't|do not|no need to) (?:bother with|go (?:through|near|to|for|back)|start|accept|agree to|listen to|trust|let them (?:give|do|start)|need|consent to|have) {_THE}(?:chemo\w*|transplant\w*|induction|maintenance|oncolog\w+|tki|imatinib|radiation|poison)\b",
        rf"\b(?:chemo\w*|treatment|radiation|transplants?|imatinib|the (?:medicine|drugs|tablets)) (?:is|are|does|do|just|only) (?:\w+ ){{0,2}}?(?:pure poison|poison\b|a scam|a hoax|big business|money-?making|kills? (?:more|people|you)|more harm than (?:good|the)|useless|worthless|pointless|a waste|what kills|killing you|not worth it|unnecessary)\b|\b(?:big pharma|doctors|the industry|oncologists|they|hospitals) (?:\w+ )?(?:hide|hides|hiding|suppress\w*|don't want you to|won't tell|keep secret|profit|lie|cover(?:s|ed)? up|conceal)\b{_GAP}{{0,60}}\b(?:cure|natural|heal|truth|it,? but|kernels?|vitamin|poison)\b",
        r"\b(?:your|the|his|her) (?:own )?body (?:will |can |knows how to |is able to )?(?:heal|cure)s? itself\b|\b(?:pray\w*|faith|god|positive thinking|meditation|healers?|fasting|juice|nature) (?:alone )?(?:will|is going to|can) (?:\w+ )?(?:keep|cure|heal|save|put|clear)\b",
        rf"\b(?:wait|delay|postpone|put off|hold off|take a break|pause)\b{_GAP}{{0,40}}\b{TREATMENT}\b{_GAP}{{0,50}}\b(?:until|till|while|so that|to try|and (?:try|see|let|give)|first|a few months|for (?:a )?(?:few |some )?(?:weeks|months))\b{_GAP}{{0,40}}\b(?:{ALTERNATIVE}|feel like|body|yourself|holiday|vacation|itself)\b",
        rf"\b(?:no|nothing) (?:chemo\w*|treatment|transplant|drug) (?:is |was |will be )?(?:needed|necessary|required)\b{_GAP}{{0,40}}\b{ALTERNATIVE}\b",
        needs=(
            "need needs better longer happier healthier safer chemo treatment radiation transplant imatinib medicine drugs tablets pharma doctors industry oncologists hospitals body pray prayer faith god positive meditation healer fasting juice nature wait delay postpone put hold pause take don they bother fare nobody no take get pull bring scam hoax lie fraud delay nothing more stronger safer let refuse decline skip reject patients people",
        ),
        unless=re.compile(
            _DENIES.pattern.replace(r"not|", r"not (?!worth|need)|", 1).replace("no proof|", "")
            + r"|\b(?:right away|yet|watch|early|may|some|many|usually|often|for (?:some|certain)|in (?:ph|cml|apl|cll|aml)|for (?:cll|cml|aml|apl)|venetoclax|btk|tp53|such as|sooner|at first|study|trial)\b"
        ),
    ),
    _cure(
        "replace_treatment",
        r"\b(?:deje|deja|abandone|quittez|abandonnez|arretez|verlassen sie|lasci|smetta|pare|abandone|setzen sie|hore auf|horen sie)\b[^.!?\n]{0,30}\b(?:hospital|hopital|krankenhaus|ospedale|quimio\w*|chimio\w*|chemo\w*|chemioterapia|tratamiento|traitement|behandlung|terapia|tratamento)\b|\b(?:en vez de|en lugar de|au lieu de|statt|anstatt|invece del\w*|em vez de|ki jagah|ke bajaye)\b[^.!?\n]{0,30}\b(?:quimio\w*|chimio\w*|chemo\w*|chemioterapia|tratamiento|traitement|behandlung|terapia|tratamento|ilaj|dawai?)\b|\b(?:chemo|keemo|ilaj|dawa(?:i)?) (?:ki jagah|ke bajaye|chhod\w*|band)\b",
        unless=re.compile(r"\b(?:mat|na|no|nicht|ne|pas|non|nao|nunca|niemals|jamais|mai)\b"),
    ),
)

CURING_CLAIMS: tuple[Family, ...] = (
    _cure(
        "miracle_cure",
        rf"\b{QUACKERY}\b{_GAP}{{0,60}}\b(?:safe|works?|helps?|clears?|cleans?|cleanses?|heals?|effective|powerful|boosts?|good|better|best|strong\w*|gentle|proven|saved?|success\w*|does the job|for (?:your|his|her|the) (?:leuk\w*|cancer|blood|marrow|counts?|blasts))\b",
        rf"(?:{_ADVICE}|\bto )(?:try|use|take|drink|start|see|visit|choose|go (?:to|for|with)|switch to|consider|get|buy|rely on|trust|apply|follow|do)\b{_GAP}{{0,30}}\b{QUACKERY}\b",
        r"\b(?:wip(?:e|es) out|eliminat\w+|eradicat\w+|gets? rid of|flush(?:es)? (?:out |away )?|dissolv\w+|starv\w+|melts?|banish\w*|drives? out|sweeps? (?:out|away)|purg\w+|reverses?)\s(?:\w+ ){0,3}?(?:leuk\w*|cancers?|blasts|cancer cells|leukemia cells)\b",
        needs=(
            "soursop graviola laetrile amygdalin b17 chlorine mms miracle black bloodroot frankincense ozone gerson budwig hoxsey fenbendazole ivermectin baking colloidal silver alkaline essiac apricot kernels hydrogen peroxide detox cleanse homeopathy homoeopathy reiki magnet coffee enemas bleach dmso urine gaumutra healer naturopath rick simpson wheatgrass turpentine kerosene shaman faith rife frequency energy juice fast shark venom natural wipe eliminate eradicate gets rid flush dissolve starve melt banish drive sweep purge reverse",
        ),
        unless=re.compile(
            _DENIES.pattern
            + r"|\b(?:immune|t[- ]cells?|donor|graft|natural killer|antibod\w*|transplant|chemo\w* (?:kills|wipes|can|may)|treatments? (?:can|to|that|aims?)|medicines?|drugs?|harm|cyanide|bicarbonate with|urine test|may|might|can (?!also )|could|if|ask|hospital|called|mouth|rinse|dishes|surfaces)\b"
        ),
    ),
    _cure(
        "miracle_cure",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,70}}?\b{CURING}\b{_GAP}{{0,40}}\b{DISEASE}\b",
        rf"\b{DISEASE}\b (?:is|are) (?:really |only |just )?(?:a fungus|a parasite|parasites|a vitamin deficiency|caused by (?:sugar|acid\w*|a fungus|parasites|toxins|emotions|trauma|stress))\b|\b{ALTERNATIVE}\b{_GAP}{{0,40}}\b(?:will|can|to|does|do)?\s?(?:bring|restore|raise|fix|correct|repair|normali[sz]e|balance)s?\b{_GAP}{{0,30}}\b(?:counts|blood|marrow|bone marrow)\b{_GAP}{{0,40}}\b(?:without|instead|naturally|normal|alone)\b",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,60}}\b(?:{DISEASE})\b{_GAP}{{0,30}}\b(?:cannot|can't|can not|will not|won't|never|no longer|dies?|die off|vanish\w*|disappear\w*|shrinks?|melts?|gone|goes away|in(?:to)? (?:\w+ ){{0,2}}?remission|at bay|healed|cured|reversed|beaten)\b",
        rf"\b{CURING}\b{_GAP}{{0,40}}\b{DISEASE}\b{_GAP}{{0,30}}\b(?:with|by|through|using|via|thanks to|durch|avec|con|com)\b{_GAP}{{0,25}}\b{ALTERNATIVE}\b",
        rf"\b{ALTERNATIVE}\b{_GAP}{{0,60}}\b(?:remission|cancer[- ]free|leuk\w+[- ]free|never (?:relapse|come back)|drug[- ]free cure|success rate|normal counts|be (?:well|cured|healed|free)|(?:cure|heal|save)s? (?:you|him|her|your \w+)|proven cure|the cure|real cure|only cure|miracle)\b",
        rf"\bsugar is (?:the only thing|what is) feeding\b|\b(?:black salve|magnets?|poultices?|patches|creams?)\b{_GAP}{{0,60}}\b(?:pulls?|draws?|shrinks?|sucks?)\b{_GAP}{{0,30}}\b(?:leuk\w*|cancer|spleen|nodes|blasts)\b|\b(?:cut(?:ting)? (?:out )?|stop(?:ping)? |no |without )(?:all )?(?:sugar|carbs|meat|dairy|gluten)\b{_GAP}{{0,50}}\b(?:starv\w*|they die|dies?|kills?|cures?|shrink\w*|gone|disappear\w*)\b",
        needs=(
            "leukemia leukaemia leukemic leucemia leucemie leukamie cancer cancerous blood tumor tumour aml cml cll apl lymphoma myeloma malignant mds blasts cells marrow disease remission krebs blutkrebs relapse counts spleen nodes sugar carbs meat dairy gluten",
            "cure cures cured curing cura heal heals heilt guerit kill kills destroy wipe wipes gets rid clear clean flush purge remove reverse eliminate eradicate dissolve melt starve shrink vanish disappear beat defeat fights burn burns eats neutralise neutralize knock pull draw drive sweep detox restore normal stop prevent puts put kick banish conquer suffocate cannot can't can die dies gone goes remission cancer leukemia success never free save miracle wiping won will no bay healed rate soigne feeding pull pulls sucks fungus parasite parasites vitamin caused bring restore raise fix correct repair balance",
        ),
    ),
    _cure(
        "miracle_cure",
        rf"\b(?:cures?|heals?|will cure|can cure|cured (?:my|his|her)|wip(?:es?|ed) out|gets? rid of|eliminat\w+|eradicat\w+|melts? away|reverses?|makes?)\s(?:\w+ ){{0,3}}?{DISEASE}\b{_GAP}{{0,40}}\b(?:naturally|for good|forever|permanently|without (?:any )?(?:chemo\w*|drugs|side effects|doctors|treatment|hospital)|in (?:\w+ )?(?:days|weeks|months)|within (?:\w+ )?(?:days|weeks)|guaranteed|100 ?%|every time|completely|once and for all|vanish|disappear|overnight|at home)\b",
        rf"\b(?:100 ?%|hundred per ?cent|99 ?%|guaranteed|sure|certain|secret|hidden|suppressed|miracle|natural|proven) (?:\w+ )?(?:success|cure|remedy|recovery|healing|effective)\b{_GAP}{{0,50}}\b{DISEASE}\b|\b{DISEASE}\b{_GAP}{{0,40}}\b(?:guaranteed|100 ?%|miracle|secret) (?:\w+ )?(?:cure|success|remedy|recovery)\b",
        needs=(
            "cure cures heal heals wipes wiped gets get rid eliminate eradicate melt reverse make makes 100 99 hundred guaranteed sure certain secret hidden suppressed miracle natural proven cured will can",
        ),
    ),
    _cure(
        "miracle_cure",
        r"\b(?:[\w-]+ )?(?:cures|heals|will cure|eradicates|wipes out)\s(?:\w+ ){0,2}?(?:leuk(?:a)?emia|cancer|blood cancers?)\b",
        needs=("cures heals cure eradicates wipes",),
        unless=re.compile(
            _DENIES.pattern + r"|\b(?:transplants?|chemo\w*|treatments?|therap(?:y|ies)|car-?t|atra|arsenic|antibod(?:y|ies)|medicines?|tkis?|drugs?|doctors?|tablets?)\b"
        ),
    ),
)

_RISK_WORDS = "safe harmless fine okay ok problem risk good great healthy allowed alright right nothing boost boosts strengthen strengthens help helps raise raises build builds train trains pose poses won can never does no go feel enjoy as don"
_SIGN_STEMS = stems(
    "fever feverish temperature temperatures temp temps thermometer 38 39 100 101 102 103 104 105 chills rigor shaking shakes shiver bleed bleeding nosebleed blood cough vomit black tarry stools breathless shortness short trouble breath breathe struggle chest confused confusion droop slurred face numb weakness seizure faint collapse stiff headache pounding worst vision blurred swollen calf purple petechiae rash low racing heart palpitations urine peeing dehydrated sepsis infection line site pus overdose yellow jaundice stroke clot platelets hotline emergency ambulance 911 112 999 symptoms pain"
)
DELAYING: tuple[Family, ...] = (
    Family(
        "harm.dismiss_emergency",
        NO_DISMISS,
        rx(
            rf"\b{URGENT}\b[^\n]{{0,80}}\b(?:good sign|sleep (?:it|this|that) off|sleep through|sleep on it|stay (?:in bed|at home|home|put)|at home with|nothing special|nothing to worry|put on|ignore (?:it|them|this|that)|(?<!they )(?<!you )(?<!people )(?<!may )wait (?:until|till|for|it out|a (?:day|few|couple|while|week)|and see|to see|one|two|another)|needn't know|no (?:big )?deal|don't like it|will (?:pass|go away|settle|stop|clear)|no need|(?:usually |always |mostly )settles?|rest at home|nothing to do but|ride it out|tough it out|push through|walk it off|see if it (?:passes|goes|settles)|(?:just|and|then|so|or|;|,|:|\.) ?lie down|don't (?:call|go|ring|tell|bother|worry|mention|panic|phone)|do not (?:call|go|ring|tell|bother|phone)|not (?:an emergency|urgent|serious|dangerous)|until (?:monday|tomorrow|morning|the morning|your (?:next )?appointment|the weekend|after)|till (?:monday|tomorrow|morning)|tomorrow is (?:soon|early) enough|(?:is|are) (?:only|just|simply|merely) \w+|nothing (?:unusual|bad|serious|much|to fear)|see how (?:it|he|she|you) (?:goes?|is|are|feels?|looks?)|let (?:him|her|it) (?:sleep|be|rest|pass)|can wait|take (?:\w+ ){{0,2}}?(?:and go to bed|and wait)|is normal)\b",
            rf"(?:{_ADVICE}|\bthere(?:'s| is) )(?:no (?:hurry|rush|urgency) (?:with|for|about)|wait|stay (?:home|at home|in bed)|sleep (?:it|this|that)|lie down|hold on|hold out|hang on|ride out|tough out|put off|delay|ignore|give it|see how|just rest|rest up|carry on|avoid (?:the )?(?:er|emergency|hospital|a&e)|don't (?:go to|rush to|bother|call)|do not (?:go to|rush to|call))\b{_GAP}{{0,60}}\b{URGENT}\b",
            rf"(?:(?:^|[.;!?\n,]\s*|\band\s|\bjust\s|\bbetter\s|\byou (?:can|could|should|may)\s)(?:hide|mask|conceal|ignore|keep quiet about|cover up|play down|suppress|disguise)|\b(?:don't|do not|never|needn't|no need to|don't need to|need not) (?:ring|call|mention|report|tell\b|phone|measure|check|take|bother))\b{_GAP}{{0,60}}\b{URGENT}\b",
            rf"\b(?:take|check|measure) (?:your|his|her|the) temperature (?:less|rarely|only|just|once a week)\b|\bstop (?:taking|checking|measuring) (?:your|his|her|the) temperature\b|\b(?:bring|get|take) (?:the|your|his|her) (?:fever|temperature) down (?:first|before (?:you )?(?:call|go|tell|anyone|they))|\bthrow (?:away|out) the thermometer\b|(?:^\s*|[,;:.] |\band |\bjust )(?:sleep|wait|ride|tough|sit|walk) (?:off|out) (?:the|your|that|this|his|her)\b{_GAP}{{0,30}}\b{URGENT}|(?:^\s*|[,;:.] |\band |\bjust )(?:lie|fib) (?:to {_GAP}{{0,20}})?about (?:your|the|his|her) (?:temperature|fever|symptoms?|bleeding|pain)\b|(?:^\s*|[,;:.] |\band |\bjust )tell (?:the |your )?(?:nurses?|doctors?|team|them|ward) (?:that )?(?:you|he|she) (?:have|has|had|feel|feels|are|is) (?:no (?:fever|pain|symptoms?|bleeding)|fine|well|okay)|(?:^\s*|[,;:.] |\band |\bjust )(?:hide|mask|conceal) (?:your|the|any) symptoms?\b",
        ),
        (
            _SIGN_STEMS,
            stems(
                "lie lying tell fib sit unusual good there hurry rush urgency let sleep stay home nothing put ignore wait needn no don like will ride tough push walk see lie do not until till tomorrow is are can take hold hang delay give rest rush hide mask conceal keep cover play suppress disguise never check measure stop bring get throw avoid carry just"
            ),
        ),
        re.compile(
            _FORBIDS.pattern.replace(r"|play\b", "|play down\\b")
            + r"|\b(?:if you (?:can't|cannot)|may|sometimes|whether|(?:can|could) be (?:a sign|caused|the first|hidden|masked)|often (?:the|comes)|until (?:the )?(?:fever|it|they|the infection) (?:is|has|goes)|ice|frequent|does not mean|no (?:fever|bleeding|infection)|infections? (?:is|are) common|prevent\w*|fever (?:is|means)|hospital (?:stay|for)|means)\b|\?\s*$"
        ),
        None,
        True,
    ),
    Family(
        "harm.hide_from_team",
        TELL_TEAM,
        rx(
            rf"(?:^|[,;:.] ?|\band |\bbut |\bso |\bplease |\bbetter |\bjust )(?:don't|do not|never|no need to|you needn't|needn't|you don't (?:need|have) to|avoid|you (?:shouldn't|should not|mustn't)|there's no need to|there is no need to)\s?(?:\w+ )?(?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|admit(?:ting)?(?: it)?|disclos(?:e|ing)|report(?:ing)?|let(?= [^.!?]{0, 30}know)|discuss(?:ing)?|confess|show)\b{_GAP}{{0,40}}\b{TEAM}\b{_GAP}{{0,60}}",
            rf"\b(?:hide|conceal|keep|lie|lying|hiding|pretend|withhold)\b{_GAP}{{0,30}}\b(?:from|to|secret from|hidden from|away from) (?:your|the|his|her) (?:\w+ )?{TEAM}\b|\b(?:keep (?:it|this|that|the \w+) (?:quiet|secret|to yourself|between us|a secret)|what (?:they|your (?:team|doctor)\w*|the \w+) (?:don't|doesn't) know|(?:they|your (?:doctor|team|oncologist)\w*) (?:don't|doesn't|do not|does not) (?:need|have|want) to know)\b",
        ),
        (stems("tell telling mention inform admit disclose report let discuss confess show hide conceal keep lie lying hiding pretend withhold know"),),
        re.compile(
            r"\b(?:never|don't|do not|shouldn't|should not|please don't) (?:hide|conceal|keep|lie|pretend|withhold)|\b(?:many|some|most) people\b|\bif (?:you|patients)\b|\bfeel (?:able|they|ashamed|guilty)|\bdon't tell (?:us|you|me)\b|\bwhen (?:you|people) (?:don't|do not)|\?\s*$|\bdon't (?:tell|know) (?:their|how)|\bdangerous|\brisk\w*|\b(?:employer|boss|colleagues|school|insurer)\b|\bkeep (?:\w+ ){0,3}?away from (?:anyone|them|parents)|\bkeep (?:\w+ ){0,5}(?:sick|ill)\b|\bto (?:make|stop|prevent)|\bif (?:they|someone|anyone)"
        ),
    ),
)
RISKS: tuple[Family, ...] = (
    Family(
        "harm.unsafe_advice",
        NO_RISK,
        rx(
            rf"\b{_RISKY}\b{_GAP}{{0,60}}\b{_EASY}|\b{_EASY}\b{_GAP}{{0,50}}\b{_RISKY}\b",
        ),
        (
            stems(
                "raw oysters sushi sashimi steak unpasteurised unpasteurized undercooked runny rare mold mould blue soft well tattoo tattoos piercing piercings contact rugby boxing football body litter cat bird compost rectal suppository suppositories enema enemas aspirin ibuprofen naproxen nsaid nsaids grapefruit john smoking vape vaping binge heavy pregnant father fathering conceive conceiving breast breastfeed unprotected without bare kissing crowds crowded sharing hot lake drive driving skipping live nasal yellow mmr chickenpox chicken visitors visitor sick alcohol wine beer drink drinking kratom cocaine ecstasy"
            ),
            stems(_RISK_WORDS + " get have take ask give"),
        ),
        re.compile(
            _FORBIDS.pattern
            + r"|\b(?:not|never|until|unless|once|after your|when your counts|isn't|aren't|instead|no longer|cooked|pasteuri[sz]ed|check with|may (?:be|not|cause|harm|carry|raise|bring|lead|make)|might|your team|only|doctor|must|usually|ask|whether|if|other than|people who|family members?|household|inactivated|skip)\b|\?\s*$"
        ),
        None,
        True,
    ),
    Family(
        "harm.unsafe_advice",
        NO_RISK,
        rx(
            r"(?:^\s*|[,;] |\bcan |\bshould |\bcould )(?:get|have|take|ask for|give)\b[^.!?\n]{0,25}\b(?:live|nasal|mmr|yellow fever|chickenpox)\b[^.!?\n]{0,25}\bvaccin\w*[^.!?\n]{0,50}\b(?:right after|during|soon after|straight after|while|harmless|safe|today|now|any time)\b"
        ),
        (stems("vaccine vaccines vaccination"),),
        re.compile(r"\b(?:not|never|don't|avoid|until|unless|if|only|ask|can't|cannot|shouldn't)\b|\?\s*$"),
    ),
    Family(
        "harm.unsafe_advice",
        NO_RISK,
        rx(
            rf"{_ADVICE}(?:pull|take|cut|remove|yank|slide|snip)\b{_GAP}{{0,20}}\b(?:line|catheter|port|picc|hickman|cannula|stitches|drip|tube)\b{_GAP}{{0,20}}\b(?:yourself|out|at home)|\bpull out (?:the|your) (?:\w+ )?(?:line|catheter|picc)\b|{_ADVICE}(?:inject|flush|put)\b{_GAP}{{0,40}}\b(?:into|down|through|in) (?:the|your) (?:line|port|picc|catheter)\b{_GAP}{{0,30}}",
            rf"\b(?:crush|open|chew|handle|touch|split|dissolve|cut|break)\b{_GAP}{{0,30}}\b(?:chemo\w*|capsules?|tablets?|pills?|mercaptopurine|methotrexate|hydroxyurea)\b{_GAP}{{0,40}}\b(?:bare hands|without gloves|no gloves|kitchen|on the (?:table|counter)|blender|with your (?:teeth|fingers)|gloves (?:are|aren't|is|not)|pregnant)\b|\b(?:flush|throw|tip|pour|put)\b{_GAP}{{0,30}}\b(?:{MEDICINE})\b{_GAP}{{0,20}}\b(?:down the (?:toilet|sink|drain)|in the (?:bin|trash|garbage|rubbish|toilet)|into the (?:toilet|bin|trash|sink))\b|\b(?:no gloves (?:are )?needed|you don't need gloves|gloves (?:are unnecessary|aren't needed|are not needed))\b",
            rf"\b(?:share|give|sell|lend|pass|offer|donate|swap|borrow|finish|use up|try|take)\b{_GAP}{{0,30}}\b(?:leftover|left-over|left over|your|spare|unused|his|her|someone else's|a friend's|\w+'s|extra|remaining|old|expired|the rest of)\s(?:\w+ ){{0,2}}?{MEDICINE}\b{_GAP}{{0,40}}(?:\bcousin|\bfriend|\bsomeone|\bbrother|\bsister|\bneighbou?r|\bwho |\bother patients?|\bonline|\bhusband|\bwife|\banother|\bto (?:him|her|them|your)\b|\bsupport group|\bmother|\bfather|\bson\b|\bdaughter|\bpatients)",
            rf"\b(?:borrow|take|use|try|finish)\b{_GAP}{{0,20}}\b(?:someone else's|a friend's|your (?:\w+'s)|another patient's|expired|leftover|left-over|old)\s(?:\w+ )?{MEDICINE}",
            rf"\b(?:buy|order|get|purchase|import|obtain)\b{_GAP}{{0,50}}\b(?:without (?:a |any )?(?:prescription|script|doctor)|no prescription|(?:off|on|from) (?:the )?(?:dark ?web|black market|facebook|telegram|instagram|street|dealer|internet forum|craigslist|ebay)|from (?:a |an |the )?(?:unlicensed|foreign website|website without|guy|dealer|vet))\b|\bprescription (?:isn't|is not|'s not) (?:needed|necessary)|\bdon't need a prescription\b",
        ),
        (
            stems(
                "pull take cut remove yank slide snip inject flush put crush open chew handle touch split dissolve break throw tip pour gloves share give sell lend pass offer donate swap borrow finish use try buy order get purchase import obtain prescription"
            ),
        ),
        re.compile(
            _FORBIDS.pattern.replace(r"|take|", r"|take |", 1)
            + r"|\b(?:nurses?|doctors? (?:will|may|can)|team (?:will|may|can)|wear gloves|pharmacy|take-?back|legal|without a prescription (?:can|may)|not\b|return|whose|their own|donor|may|might|removed by|will be)\b|\?\s*$"
        ),
    ),
    Family(
        "harm.vaccines",
        NO_RISK,
        rx(
            r"\b(?:vaccin\w*|immuni[sz]ation\w*|flu shots?|jabs?|boosters?|shots)\b[^.!?\n]{0,50}\b(?:cause[sd]?|gave|give[sn]?|trigger\w*|bring[s]? back|lead to|create|feed|fuel|wake[s]? up|contain\w*)\b[^.!?\n]{0,30}\b(?:leuk\w*|cancer|autism|relapse|poison|microchips?|infertility|toxins?|mercury|heavy metals)\b|\b(?:vaccin\w*|jabs?|flu shots?|boosters?|immuni[sz]ations?) (?:is|are|do|does|only|just)\s(?:\w+ ){0,2}?(?:poison\w*|toxic|useless|worthless|a scam|a hoax|unnecessary|more harm|deadly|kill\w*|pointless|dangerous for everyone|money)\b",
            r"(?:^|[,;:] |\band |\bso |\bbut |\bjust |\bbetter |\byou (?:can|should|could|must|'d better) |\byou don't need )(?:skip|refuse|avoid|reject|say no to|don't (?:get|take|let|bother with|have|allow)|do not (?:get|take|let|have|allow)|never (?:get|take|have|accept)|decline|stay away from|cancel|forget)\b[^.!?\n]{0,40}\b(?:vaccin\w*|flu shots?|flu jabs?|jabs?|boosters?|immuni[sz]ations?|shots)\b",
            r"\b(?:vaccin\w*|jabs?|flu shots?|immuni[sz]ations?) (?:\w+ )?(?:weaken\w*|destroy\w*|harm\w*|ruin\w*|damage\w*|overload\w*|wreck\w*|bring\w* back|do nothing|don't work|never work\w*)\b|\b(?:family|siblings|relatives|everyone|household|kids|visitors|children|you)\b[^.!?\n]{0,30}\b(?:should not|shouldn't|must not|needn't|don't need to|stay away from|should stay|should refuse|should skip)\b[^.!?\n]{0,30}\b(?:vaccin\w*|flu shots?|immuni[sz]\w*)\b",
        ),
        (stems("vaccine vaccines vaccinated immunisation immunization immunized flu jab jabs booster boosters shots"),),
        re.compile(
            r"\b(?:live|nasal|attenuated|yellow fever|mmr|chickenpox|varicella|shingles vaccine called|until|unless|not (?:cause|contain|give)|don't cause|do not cause|cannot|can't|doesn't|does not|never cause|myth|no (?:evidence|proof|link)|false|don't skip|do not skip|not been shown|ask|right after|team|should not (?:skip|refuse|miss)|oral polio|if|without asking)\b|\?\s*$"
        ),
    ),
    Family(
        "harm.cruelty",
        NO_RISK,
        rx(
            r"\b(?:you're|you are) (?:just |only |nothing but )?a burden\b|\bbetter off (?:if you (?:died|were dead|were gone)|without you|dead)\b|\b(?:people|you|patients|someone|he|she|your \w+) (?:in your (?:position|situation|state) |like you |with \w+ )?(?:would|are|will|is|should|might|may|'d) (?:all |just |honestly |really )?(?:be )?(?:better off dead|a burden|not worth (?:saving|treating|the)|just die|better dead|deserve\w* (?:it|this|to))\b|\bthe world (?:would be|is) better without you\b|\b(?:end|ending) (?:your|it) (?:own )?(?:life|all) (?:is|would|may|might)\b|\byou deserve (?:this|to die|your (?:leuk\w*|cancer))\b|\b(?:your|his|her) (?:leuk\w*|cancer|illness) is (?:a punishment|god's punishment|your (?:own )?fault|his own fault|karma)\b",
            r"\b(?:you can|you could|just|here is how to|simply|easily) (?:\w+ )?(?:forge|fake|falsify|photoshop|alter)\b[^.!?\n]{0,40}\b(?:prescription|results?|note|letter|report|certificate|consent|record)|\b(?:slip|mix|crush|sneak|hide|put)\b[^.!?\n]{0,40}\b(?:food|drink|tea|coffee|soup|meal)\b[^.!?\n]{0,30}\bwithout (?:telling|(?:him|her|them) (?:knowing|noticing))\b",
        ),
        (stems("better burden not just die deserve punishment fault karma end ending forge fake falsify photoshop alter slip mix crush sneak hide put worth dead world"),),
        re.compile(r"\b(?:never|isn't|is not|not your fault|nobody|no one|don't|do not|feel like|you are not)\b|\?\s*$"),
    ),
)
OUTPUT: tuple[Family, ...] = (*REPLACING, *CURING_CLAIMS, *DELAYING, *RISKS)


class HarmOutput:
    """Blocks advice that replaces or delays treatment, promises cures, or makes a danger sound safe."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding; sentences that deny or warn of such things pass."""
        return first_finding(OUTPUT, text)


class HarmInput:
    """Refuses requests to hurt or deceive someone, and requests for a way to replace treatment."""

    name = "harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding. Questions whether a cure works pass: the library answers them."""
        return first_finding(REQUESTS, text)
