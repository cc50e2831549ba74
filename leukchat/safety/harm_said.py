"""Harmful advice in plain statements: care that "isn't needed", dangers called harmless, cures by anything, secrets kept, hope taken.

Two halves make a statement: a thing of care, danger or disease, and what is said of it. Words of
warning, questions and what is left to the team excuse it.
"""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_words import DISEASE, NO_CURE, NO_DESPAIR, NO_DISMISS, NO_RISK, TEAM, TELL_TEAM

_GAP = r"[^.!?\n]"
_START = r"(?:^\s*[\"'*\-\d.)•]*\s*|[,;:] (?:so |then |just |and |but |please )?|\b(?:and|so|then|just|please|better|you can|you could|you should|you may|you might|i'd|we'd|feel free to|it's fine to|safe to) )"
_CARE = one_of(
    r"chemo\w*|treatment|therapy|transplants?|maintenance|consolidation|induction|tablets?|pills|capsules?|imatinib|ibrutinib|venetoclax|dasatinib|ruxolitinib|azacitidine|mercaptopurine|tki|the drug|medicines?|methotrexate|lumbar punctures?|intrathecal therapy|cns prophylaxis|biops(?:y|ies)|bone marrow biopsy|blood tests?|blood draws?|pcr|mrd|eye check|heart scan",
    r"transfusions?|platelets|blood bags?|follow-?up|check-?ups?|appointments?|isolation|infusions?|growth factors?|car-?t|remaining rounds|rounds|hospital|ward|dentist|donor marrow|vaccines?|jabs|antibiotics",
)
_DANGER = one_of(
    r"fever|temperature|3[89](?:[.,]\d)?|10[0-5]|chills|bleeding|blood in|nosebleeds?|gums|chest pain|short(?:ness)? of breath|breathless\w*|stiff|stiff neck|headaches?|confusion|rash|diarrh(?:o)?ea|vomiting|swollen|swelling|burning|pneumonia|fits?|seizures?|chickenpox|shingles|measles|flu|cough|infection|thermometer|ambulance|emergency rooms?|tumou?r lysis|reduced urine|thirst|leg|dizzy|mouth sores",
)
_WEAK_STATE = one_of(
    r"neutropeni\w*|neutrophils?|zero neutrophils|low (?:counts|platelets|white)|counts (?:at|of) zero|platelets (?:of|at) \d+|aplasia|after (?:the |a )?transplant|day \d+|during (?:chemo|low counts|treatment)|chemo patients?|immune-suppressed|transplant ward|marrow|no white cells|leukemia|counts",
)
_RISKY = one_of(
    r"raw|undercooked|pink|rare steak|oysters|sushi|unpasteuri[sz]ed|sprouts|buffet|kombucha|tiramisu|soft cheese|runny|hot tubs?|concerts?|crowds?|hen house|mucking out|compost|garden|swim|pond|dog lick|boxing|climbing|deep tissue|cupping|roof|blade|tattoo|piercing|yellow fever|live vaccine|suppositor\w+|rectal|temperature in the bottom|squeeze|dig|tweezers|thread|cut along|tooth can come out|vodka|brandy|gin|alcohol|drunk|cigarettes?|vaping|smoking|hookah|aspirin|ibuprofen|expired|expiry|out of date",
    r"grapefruit|antacids|folic acid|iron pills|st john's wort|bread board|crush|leftover|bare hands|fentanyl patch|measles|chickenpox|the flu|handwashing|litter|donat\w+ blood|giving a pint|get pregnant|condoms",
)
_FINE = one_of(
    r"(?:is|are|'s|be|was) (?:perfectly |quite |just |exactly |completely |totally |pretty )?(?:fine|safe|harmless|ok|okay|no problem|good (?:with|in|for low)|the best place|the safest|the gentlest|the most exact|overrated|a question of taste|an old wives' tale|theoretical|nothing(?! (?:you|to|that|we|left|about|but))|all good)|can safely|you can safely|safely look after|it's safe|feel free|treat yourself|no need to (?:ask|worry)|isn't needed|needn't|doesn't matter|makes no difference|don't care|no matter|nobody has to check|disinfects better|keeps you young|toughen|like bread and butter|getting more for your money|neutrophils or not|salmonella or not|platelets or not|never minds",
    r"combine it|take it freely|go together|worth (?:trying|a try)|works wonders|good against|hurts? (?:no one|nobody)|did no harm|won't (?:hurt|harm)",
)
_NOTHING_WORDS = one_of(
    r"no need to|you needn't (?!be )|you don't (?:need|have) to|don't (?:bother|call|phone|ring|tell|report|mention|show|chase|ask)|do not (?:bother|call|tell|report|mention)|not worth (?:a call|a visit|mentioning|telling)|aren't worth|isn't worth|isn't urgent|ignore|inutile d|leave (?:it|that|this) (?:till|until|be|at that)|let it be|see where (?:it|they) leads?|sleep it off|wait (?:and see|it out|until)|disregard|stay away from (?:them|hospitals?|the (?:er|hospital|ward))|grit your teeth|cancel the|enjoy it and go to bed|hardly worth|ask no one",
)
_WARNS = re.compile(
    r"\b(?:never|(?:please |so )?don't (?:stop|skip|wait|ignore|take|share|eat|use|hide|leave|cut|pull|squeeze|drive|drink|smoke|delay|double|let|give|try|go|put)|do not (?:stop|skip|wait|ignore|take|share|eat|use|hide|leave|delay|let|give)|shouldn't|should not|must not|mustn't|avoid(?! transfus)|dangerous|harmful|unsafe|risk(?:s|y)?(?! is theoretical| of tumou?r)|bad idea|not safe|isn't safe|aren't safe|isn't harmless|no (?:evidence|proof|study|trial|herb|diet|supplement)|"
    r"myth|false|untrue|wrong to|scam|cost lives|instead of waiting|rather than wait|call (?:your|the|us|at once|right|now|an|911|112|straight)|ring (?:your|the|at|us)|at once|right away|straight away|ask (?:your|the|them|whether|about|first|a)|tell (?:your|the|us|them (?:all|about|everything))|talk (?:to|with|it)|team (?:will|can|may|decides|says|knows|advises|plans|checks)|your (?:doctor|clinic|team|nurse|centre|pharmacist) (?:will|can|may|decides|says|knows|would|plans)|doctors? (?:will|may|can|might|often|usually|decide|check)|"
    r"if (?:your|the) (?:team|doctor|clinic)|unless|until (?:your|the team|counts recover|they)|may (?:be|not|cause|carry|harm|raise|need)|might|could (?:be|cause|harm)|can (?:be|cause|carry|harm|raise|make|lower|bring|become|lead)|cannot|can't (?:help|replace|cure|tell|say|support|write|recommend|advise|be)|usually|often|sometimes|some people|most people|many (?:people|patients|teams|hospitals|centres|families)|studies|study|trial|researchers|whether|why|how|who|needs? (?:checking|a call|help)|sooner|important|watch out|careful|i'm sorry|thoughts|crisis|please (?:call|ask|talk|tell|keep|let)|not a (?:cure|sign)|isn't a (?:cure|sign))\b|\?\s*$"
)
_MILDER = re.compile(
    r"\b(?:never|please (?:don't|ask|talk|call|tell)|do not|shouldn't|should not|dangerous|harmful|unsafe|risk(?:s|y)?|no (?:evidence|proof|study|trial|herb|diet|food|supplement|one)|not (?:cure|replace|proven|shown|been|true)|isn't (?:true|proven|a cure)|doesn't|does not|cannot|can't|won't (?!ask|check|notice)|hasn't|haven't|myth|false|untrue|wrong|scam|claims?|warn\w*|ask your|team|trial|study|studies|researchers|lab\b|mice|may|might|could|some|often|usually|if you|"
    r"if (?:a|an|some)|whether|why|how|who|beware|careful|fraud|illegal|crime|report|not (?:a|the)|transplants?|chemo(?:therapy)? (?:can|may|kills|destroys|wipes)|car-?t|atra|arsenic|imatinib (?:can|may|blocks)|doctors?|antibod\w*|drugs? (?:that|which|can)|immune|graft|donor|t cells|consolidation|conditioning|tbi|radiation|asparaginase|venetoclax|phase|aim of|kidneys|means|inhibitors?|call the|nurse|medicines?|trapianto|midollo|trasplante|greffe|goal|given to|used to|treatments?|aims?|someone else's)\b|\?\s*$"
)


def _said(rule: str, message: str, *patterns: str, unless: re.Pattern[str] = _WARNS, pair: bool = False) -> Family:
    return Family(f"harm.{rule}", message, rx(*patterns), unless, None, pair)


SAID: tuple[Family, ...] = (
    _said(
        "dismiss_emergency",
        NO_DISMISS,
        rf"\b{_NOTHING_WORDS}\b{_GAP}{{0,60}}\b{_DANGER}\b|\b{_DANGER}\b[^!?\n]{{0,60}}?\b{_NOTHING_WORDS}\b",
        rf"\b(?:fever|temperature|39|chest pain|headache|rash|diarrh(?:o)?ea|bleeding|pneumonia|fits?|vomiting)\b{_GAP}{{0,50}}\b(?:means? (?:that )?(?:it has worked|the new marrow|your immune|you are healing)|is (?:your immune system|always muscles|anxiety|the body's own|detox|cleaning up)|stop by themselves|is always|do its work|the body's own detox)\b",
        rf"\bonly phone if it (?:stayed|lasts)\b|\bthink about the hospital\b|\bbring the fever down at home\b|\bwait (?:two|three|a few) (?:days|nights)\b{_GAP}{{0,30}}\b(?:fever|bleeding|breath)\b|\b(?:inutile d'appeler|abwarten|teen din dekh lo|non serve chiamare|no hace falta llamar|nao precisa ir)\b",
    ),
    _said(
        "replace_treatment",
        NO_CURE,
        rf"{_START}(?:skip|refuse|decline|turn down|reject|say no to|stop|quit|drop|cancel|ditch|bin|forget|leave out|give up|end|let go of|walk out of|hand back|throw (?:away|out)|be done with|pack up and leave)\b (?:(?!while|because|if|until|when|the gym|the floss)[\w'-]+ ){{0,4}}?{_CARE}\b",
        rf"\b{_CARE}\b{_GAP}{{0,40}}\b(?:can (?:simply |safely |quietly )?be (?:declined|skipped|refused|dropped|stopped|left out|cancelled|ended)|is for worriers|can retire|has served you|isn't needed|is no longer recommended|are (?:mostly )?for the statistics|is a (?:scam|hoax|racket|habit)|is (?:pure )?poison|does more harm|spreads? the cells|shortens? (?:your|life)|let it (?:lapse|run out|go)|has no drawbacks|was only|is only there to)\b",
        rf"\b(?:you don't need to finish|(?:you|he|she|they|we|your \w+|kids?|children)(?: \w+)? (?:no longer needs?|doesn't need|don't need)|needn't (?:finish|start|take)|why keep poisoning|whatever the parents think|finish whenever|parents think it's enough|keep the money|no sense in calling|be done with it|never felt better\. you could|won't need|you'll soon laugh about|buys? months, whereas|before you (?:let|consider)|going on, quitting)\b(?! to (?:change|switch|adjust|alter))(?! (?:a |an |the )?(?:different|new|other)){_GAP}{{0,60}}\b(?:{_CARE}|doctors?|it|them|tube)\b",
        rf"\b(?:a few months|half a year|a year|next month|no hurry)\b{_GAP}{{0,50}}\b(?:gentler things|before you consider|try gentler|acute leukemia|treat apl)\b|\bthose who (?:refuse|stop|skip)\w* chemo live\b|\bnone of them would take chemo\b|\bdoctors treat numbers\b|\btrust herbs\b|\bnot h(?:a)?ematologists\b",
        unless=re.compile(
            _WARNS.pattern
            + r"|\b(?:not|doesn't|isn't|you (?:write|say|feel|ask)|smok\w+|drinking|alcohol|stop (?:the pump|bleeding|the drip)|if|when|after|before (?:the|your|each)|because|nausea|side effects?|visitors?|work|school|as told|agreed|plan|your right)\b"
        ),
    ),
    _said(
        "miracle_cure",
        NO_CURE,
        rf"\b(?:replac\w+|stands? in for|takes? over the work of|outperforms?|substitut\w+ for|beats?|better than|instead of|does the job of|makes? .{{0,20}}(?:unnecessary|superfluous)|takes? the place of|is a gentle replacement for|supersedes|over another year of)\b{_GAP}{{0,30}}\b(?:my |your |the |any )?(?:chemo\w*|imatinib|ibrutinib|venetoclax|maintenance|induction|the drug|tablets|transplant|haematologists|growth factor|transfusions?)\b",
        rf"\b{DISEASE}\b{_GAP}{{0,30}}\b(?:(?<!to )dies?(?! (?:within|from|of|in|before|each|every|without|early|young)\b)|disappears?|vanishes|melts?|starves?|is gone|retreats|leaves the body|is (?:really |only |just )?(?:scurvy|a fungus|a lack|a deficiency|hunger)|goes away|sucked out|washed out|come(?:s)? down by itself|were zero|khatam)\b|\b(?:draws?|pushes|sweeps|flushes|clears?|cleared|kills?|cleans(?:es)?|reprograms?|activates?|starves|burns?)\b{_GAP}{{0,20}}\b(?:leukemia(?: cells)?|blasts|the marrow|her marrow|his marrow|the philadelphia chromosome|circulating blasts|stem cells|blood of)\b",
        r"\b(?:did more for them than|dances? every|plays cricket|happiest endings|come back to life|threw (?:her|his) (?:glivec|gleevec|tablets|imatinib)|proved it: oxygen\w*|guarantee(?:d|s)? (?:you )?remission|(?:guaranteed?|or your|full) (?:\w+ )?money back|money back guarantee|the real cure|hide the (?:cure|real)|cure is (?:hidden|suppressed)|pharma invented|invented leukemia|leukemia rates exploded|phone masts)\b",
        r"\b(?:acaba com|(?:elimin\w+|cura|guerit|heilt) (?:la |el |le |die |das |a |o )?(?:leuc\w*|leuk\w*|cancer|krebs|cancro|blast\w*)|ersetzt|remplace|sostituisce|sustituye|sustituir|fa regredire|scompare|muere de hambre|hace desaparecer|verschwinden lassen|losgeworden|khatam ho|jad se|sacan? la leucemia|tue les cellules|hebt den wert|e la chemio|sono la chemio|zaroorat (?:hi )?nahi)\b[^.!?\n]{0,60}",
        unless=re.compile(
            _MILDER.pattern
            + r"|\b(?:kein\w*|nicht|aucun\w*|ne |n'|nessun\w*|ningun\w*|nenhum\w*|nao|non |no (?:cura|elimina|sustituye|es)|nahi karta|nahi hota|blocks?|cells dies?|when|after treatment|in remission|measured|deep)\b"
        ),
    ),
    _said(
        "unsafe_advice",
        NO_RISK,
        rf"\b{_RISKY}\b{_GAP}{{0,60}}\b{_FINE}\b|\b{_FINE}\b{_GAP}{{0,40}}\b{_RISKY}\b|{_START}(?:let the|use|take|give|share|split|buy|order|eat|drink|run|go|dig|freeze|squeeze|shave|peel|put|crush|pour|copy|swap|mix)\b{_GAP}{{0,50}}\b(?:{_RISKY})\b{_GAP}{{0,50}}\b(?:{_WEAK_STATE}|tonight|no need|enzymes|past having)\b",
        unless=re.compile(
            _WARNS.pattern + r"|\b(?:not|no longer|isn't|aren't|cooked|pasteuri[sz]ed|over the counter|wash|if|when|after your|once|only|without asking (?:your|the)|sold)\b"
        ),
    ),
    _said(
        "unsafe_advice",
        NO_RISK,
        r"\b(?:speed up|close|open|turn up|turn off) the (?:drip|clamp|roller|pump|infusion)\b|\bslip out, many do\b|\btie (?:her|his) wrists\b|\b(?:port|line|picc|hickman)\b[^.!?\n]{0,40}\b(?:for your own|can be peeled off|vitamin drip|it's your port)\b|\bsleeping tablets work for you as well\b|\bsplit (?:his|her) box\b|\b(?:he|she) takes the same tablets\b|\bkeeps a chemo baby quiet\b|\bgrind it into\b|\bfor your own capsules\b",
        r"\b(?:without a prescription|no (?:prescription|receta|ricetta)|sem receita|no piden receta|nao pedem receita)\b|\b(?:under the table|brokers find you|if the envelope is thick|chemical supplier|whichever leukemia tablet they happen)\b|\bgives? (?:a|you) (?:bigger|better|faster|stronger) (?:hit|buzz|high)\b|\bhit faster\b|\bsay your pain is a ten\b|\bexperiment a little\b|\bquicker ways to use\b",
        unless=re.compile(_WARNS.pattern + r"|\bover[- ]the[- ]counter\b"),
    ),
    _said(
        "hide_from_team",
        TELL_TEAM,
        rf"{_START}(?:tell|say)\b{_GAP}{{0,20}}\bnothing\b|\bkeep quiet about\b|\bmention none of\b|\bdon't mention (?:it|the|that|any)\b|\b(?:leave|wipe|keep) (?:\w+ ){{1,4}}(?:out of the (?:conversation|diary|report)|off your list)\b|\bjust say no\b(?={_GAP}{{0,40}}$)|\b(?:is|are) (?:nobody's|no one's) business\b|\b(?:our|a) little secret\b|\bthey never check\b|\bneedn't know\b|\bhide it from them\b",
        rf"\b(?:your|the|his|her) {TEAM}\b{_GAP}{{0,20}}\b(?:needn't|doesn't need to|don't need to|need not) (?:know|hear|see|be told)\b|\b(?:play down|hide|conceal) (?:your|their|his|her|the) (?:\w+ )?(?:symptoms?|diarrh(?:o)?ea|falls|rash|shingles|fever|chart|drops|infection)\b|\bfrom memory and leave out\b|\bwhenever your (?:daughter|son|wife|husband) isn't looking\b|\b(?:he|she)'ll never consent\b|\bteach her to lie\b|\blie about your\b|\bquietly (?:let|stop|leave|give|drop)\b",
        r"\b(?:inutile de dire|no le (?:digas|cuentes)|non (?:faccia|dica) parola|sagen sie (?:es )?(?:ihm|ihr|dem|der)?[^.!?\n]{0,20}nicht|verschweigen|mat batao|ne dites rien)\b",
        unless=re.compile(
            r"\b(?:never|please|don't (?:hide|keep|lie|play|leave|wipe)|do not (?:hide|keep)|dangerous|risk\w*|employer|boss|colleagues|neighbours?|safer|why|whether|can|may|some people|many people|tempting|if (?:you|someone|a)|nichts, auch|can't help|won't help|shouldn't)\b|\?\s*$"
        ),
    ),
    _said(
        "forgery",
        NO_RISK,
        r"\b(?:i can word|i've written the|i've changed|i've added the|here's how i'd|here is how i'd|script for your|done, i've|prescription wording ready|a believable \w+ history|shall i do twenty)\b[^\n]{0,140}\b(?:as if|squiggle|logo|letter|report|review|prank|register|signature|airline|form|doctor|zero|platelets|twenty more)\b|\b(?:change the date on|copy the clinic's letterhead|imitate the signature|write your own prescription|you'd just have to add|ponga un sello|change the number of packs|filter doesn't notice|a white coat does it)\b",
        r"\b(?:say that you have leukemia as well|people give for the photo|sells well, nobody|nobody will miss a|pays out without asking|doesn't matter if the diagnosis is real|lie about your infection to get|tell him that mum will never|threaten to cut (?:him|her) off|post the doctor's home|healthy student abroad)\b",
        unless=re.compile(r"\b(?:i can't|i cannot|i won't|never|please don't|illegal|a crime|is fraud)\b"),
    ),
    _said(
        "despair",
        NO_DESPAIR,
        r"\b(?:nothing left to hope|better not to wake|fighting (?:at this stage )?is selfish|have their lives back|all was for nothing|don't see what you'd still be living|gave up now|plan the funeral|stop taking up a bed|will forget you|so let go\b|isn't worth it for you any ?more|stop bothering people|burden (?:the nurses|on everyone|for everyone)|stop whining|isn't worth the cost|trabalho para a sua familia|e un peso per tutti|si lasci andare|doing nothing gives the same|men don't cry|it's a punishment|releases you from any duty|find someone new)\b",
        r"\b(?:contagious|catching|infectious|chhu?aachhut|se contagia)\b[^.!?\n]{0,50}\b(?:so |keep|separate|apart|aisle\w*|dishes|away)\b|\bchhuachhut\b|\bhide it till after the wedding\b|\bshouldn't hope to find a husband\b",
        unless=re.compile(
            r"\b(?:not|n't feel|thoughts|feel(?:s|ing)? (?:that|as if|like)|please|crisis|isn't (?:contagious|catching|a punishment)|never|nobody should|wrong)\b|\?\s*$"
        ),
    ),
)
