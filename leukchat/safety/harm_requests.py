"""Harmful requests: an act, a person or thing it is done to, and a wish to be helped with it.

Two kinds. `harm.request` hurts, deceives or drugs someone, forges, or trades medicines: it is
refused. `harm.replace_treatment` asks how to treat leukemia without treatment: it is refused with
facts. A question whether a cure works, or whether stopping is dangerous, is neither.
"""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_words import ALTERNATIVE, DISEASE, MEDICINE, OTHERS, QUACKERY, TREATMENT, UNSEEN

NO_HARM = "I can't help with that, because someone could be hurt. If you are worried about leukemia or its treatment, please ask me about that, or talk to your treatment team."
NO_SWAP = (
    "I can't help to replace leukemia treatment with something else: no food, herb, supplement or alternative method has been shown to cure leukemia, "
    "and delaying treatment can cost lives. Please talk to your team about anything you would like to try beside it, and about what makes treatment hard."
)
_GAP = r"[^.!?\n]"
_HOW = (
    r"(?:how (?:to|do|does|can|could|would|might|should|much|many|long)|(?:what|which) (?:is|are|would|could|can|do|should|household|plants?|drugs?|medicines?|poisons?|pills?|amount|dose)|ways? (?:to|of)|help (?:me|us)|best way|easiest way|teach|show me|steps|instructions?|tell me (?:how|what|which|a)|give me|where (?:to|can|do|could)|i (?:want|need|plan|intend|would like|'d like|am going|wish|have decided)|i'm (?:going|planning|trying)|i'd like|we (?:want|plan|need|intend)|we're (?:going|planning)|can (?:you|i|we)|could (?:you|i|we)|write|draft|make|create|"
    r"explain how|plan|recipe|guide|is there (?:a|any) way|any (?:way|tips|idea)|tips|is it possible|walk me through|get away with|looking for|advise|describe how|list|provide|develop|design|generate|compose|prepare|suggest|outline|convince|persuade)"
)
_ASK_ONLY = re.compile(
    r"^\s*(?:\w+[,:] )?(?:does|do|did|is|are|has|have|was|were|why|what (?:happens?|does|do|is the (?:evidence|risk|danger|truth)|are the (?:risks|dangers))|is it (?:true|safe|dangerous|bad)|can (?!i |you |we )|could (?!i |you |we )|will|would it|is there (?:evidence|proof|any (?:evidence|proof|truth))|how (?:dangerous|risky|bad|likely|effective|safe|can i (?:spot|tell|stop|talk|convince (?:her|him|my \w+) (?:not|to (?:keep|stay|go|continue|accept|start)))|do i (?:talk|stop|tell|convince (?:her|him|my \w+) (?:not|to (?:keep|stay|go|continue|accept|start)))))\b"
)
_CARES = re.compile(
    r"\b(?:final boss|in this level|boss fight|is that (?:safe|dangerous|ok|true)|is it (?:safe|dangerous|true)|how (?:do|can) i (?:stop|talk|change|help (?:him|her|them) (?:see|understand))|worried|scared|dangerous|talk (?:him|her|them) out|what (?:should|can) i (?:say|do)|not to|any (?:truth|evidence|proof)|prevent|warn|protect|avoid (?:poisoning|harming|hurting)|accident\w*)\b"
)
_KILL = one_of(
    r"poison(?:ing)?|kill(?:ing)?|murder(?:ing)?|drug(?:ging)?|sedat(?:e|ing)|overdos(?:e|ing)|harm(?:ing)?|hurt(?:ing)?|injur(?:e|ing)|suffocat(?:e|ing)",
    r"infect(?:ing)?|assault|strangle|smother|get rid of(?! (?:them|(?:the|my|our|his|her|a) (?:\w+'s |neighbou?r's )?(?:ivy|weeds?|smell|taste|nausea|pain|hiccups|rash|cough|rats|mice|moss|hedge|tree|sofa|bed)|my neighbou?r's))|finish off|do away with|knock out|incapacitat\w*|abus(?:e|ing)|attack|stab|shoot",
    r"blackmail(?:ing)?|stalk|threaten|intimidate|beat up|put down|euthani[sz]e|end the life of",
)


_BY_ACCIDENT = one_of(
    r"accident\w*|could i (?:infect|harm|hurt)|can i (?:infect|harm|hurt)|do i (?:infect|harm|hurt)|avoid|prevent|protect|without (?:hurting|harming)",
    r"not (?:to )?(?:hurt|harm|infect)|does (?:chemo|it|leukemia)|is it (?:killing|hurting)|will (?:it|chemo|this|the)|character|jok(?:e|es|ing)|dead skin|definition",
    r"history of|call of duty|in (?:an? |the )?(?:\w+ )?(?:games?|movie|film|novel|book|chess|minecraft|fortnite|gta\w*|dream)",
)
_MAKING = one_of(
    r"mak(?:e|ing)|synthesi[sz](?:e|ing)|extract(?:ing)?|produc(?:e|ing)|brew(?:ing)?|cook(?:ing)?|prepar(?:e|ing)|build(?:ing)?|creat(?:e|ing)",
    r"manufactur\w*|recipe for|get hold of|obtain(?:ing)?|isolat(?:e|ing)|grow(?:ing)?|buy(?:ing)?|distil\w*|purif\w*|concoct",
)
_WEAPON = one_of(
    r"ricin|cyanide|arsenic (?:poison|powder)|poison(?:ous)?|meth|methamphetamine|fentanyl|heroin|crack|bombs?|explosives?|nerve (?:agent|gas)|sarin|toxins?",
    r"anthrax|botulin\w*|mustard gas|chlorine gas|date rape|ghb|lethal|undetectable|mushroom poison|bioweapon\w*|biological weapon|pathogens?|dirty bomb",
    r"weapons?|nitrogen mustard|radioactive (?:material|source|poison)",
)
_SPOTTING = one_of(
    r"spot|report|recogni[sz]e|tell if|avoid|detect|(?:was|were|are|is|be) (?:\w+ ){0,3}?(?:faked|forged|falsified)",
    r"can (?:chemo|medicines?|food|steroids?|it|diet|infection|exercise|a|an|the) (?:\w+ )?(?:change|alter|affect)",
    r"do(?:es)? (?!i\b|we\b|you\b)(?:\w+ ){1,4}(?:change|alter|affect)|why (?:do|did|does|are)|will (?:\w+ ){1,4}change",
    r"what (?:does|do|can|could) (?:change|alter)|false (?:positive|negative)|does (?:\w+ )?letter|do i have to|must i|should i tell",
    r"is it (?:illegal|legal|fraud)|scam\w*|mutations?|genes?|diagnosis change|change (?:your|my) mind|edit genes?|gene editing",
)
_HIDING = one_of(
    r"hid(?:e|ing)|conceal\w*|mask\w*|lie|lying|fake|keep\w*|disguis\w*|cover(?:ing)? up|trick\w*|fool\w*|beat(?:ing)?|cheat\w*|pass|bring(?:ing)? down",
    r"suppress\w*|lower\w*",
)
_HIDDEN = one_of(
    r"fever|temperature|symptoms?|weight|drinking|smoking|alcohol|drugs?|bleeding|infection|cough|missed|skipp\w+|not giving|not taking|counts?|diarrh\w+",
    r"pain|thermometer|pregnan\w+|test|screening|diagnosis|relapse",
)
_FROM_STAFF = one_of(
    r"from (?:the|my|his|her|our) (?:\w+ )?(?:doctors?|team|nurses?|hospital|clinic|oncologist|trial|staff|parents?|wife|husband)",
    r"so (?:that )?(?:they|the \w+|my \w+|i) (?:won't|don't|can't|let|will|wouldn't|still|do not|am not|doesn't)",
    r"to (?:get|stay|avoid being|be|keep) (?:\w+ ){0,2}?(?:home|discharged|admitted|trial|in hospital|on the)|at the (?:clinic|hospital|appointment|door)",
    r"without the (?:doctors?|team|nurses?)",
)
_CRIMES = one_of(
    r"kickbacks?|bribe\w*|overcharg\w*|upcod\w*|double[- ]bill\w*|insurance fraud|discriminat\w+|coerc\w+|pressur\w+ (?:\w+ ){0,3}?into",
    r"manipulat\w+ (?:a |the |my )?(?:patients?|famil\w+|parents?|elderly|wife|husband|mother|father)|deceiv\w+|mislead\w*",
    r"withhold\w* (?:\w+ ){0,4}?(?:from (?:the |my |a )?(?:patients?|famil\w+))|cover(?:ing)? up",
    r"conceal\w* (?:\w+ ){0,4}?(?:error|mistake|side effects?|deaths?|risks?)|unnecessary (?:tests?|procedures?|surger\w+)|unapproved|unlicensed|harass\w*",
    r"exploit\w*|breach\w*|violat\w*|bypass\w*|circumvent\w*|evad\w*|sabotag\w*|human trafficking|organ trafficking",
)
_ASKED_FOR = one_of(
    r"give me|tell me|help (?:me|us)|plan|protocol|recipe|schedule|how (?:do|can|to|should|much|many)|which",
    r"what (?:diet|herbs?|juice|supplements?|oil|should)|where (?:can|do)|make (?:me|us)|list|guide|best",
    r"(?:herbs?|juice|supplements?|oils?|diet|teas?) (?:should|can|do|could|will|to|for)",
)
_HOW_BEST = one_of(
    r"how (?:to|do|can|could|would|should|much|many|long|often)|which|what|give me|tell me|help (?:me|us)|make|write|plan|create|prepare|design|show me",
    r"where (?:can|do|to)|i want|i need|i'd like|best|recipe|protocol|schedule|instructions?|steps|guide|recommend|suggest|list",
)
_QUACK = one_of(
    r"apricot kernels?|laetrile|b17|amygdalin|chlorine dioxide|mms|miracle mineral|black salve|soursop|graviola|gerson|budwig|hoxsey|fenbendazole|ivermectin",
    r"baking soda|bicarbonate|hydrogen peroxide|colloidal silver|coffee enemas?|rick simpson|cannabis oil|water fast|juice cleanse|juice fast|alkaline",
    r"essiac|dmso|bleach|turpentine|kerosene|bloodroot|ozone|methylene blue",
)
_INSTEAD_ABROAD = one_of(
    r"en vez de|en lugar de|sin (?:la )?(?:quimio|tratamiento|hospital)|au lieu de|sans (?:la )?(?:chimio|traitement)|statt",
    r"ohne (?:die )?(?:chemo|behandlung)|anstatt|invece|senza (?:la )?(?:chemio|terapia|cura)|em vez de|sem (?:a )?(?:quimio|tratamento)",
    r"bina (?:chemo|dawai?|ilaj)|ki jagah|con (?:bicarbonato|hierbas|jugos?|dieta|ayuno)|avec (?:des |du |le |la )?(?:jus|plantes|jeune|bicarbonate)",
    r"mit (?:\w+ )?(?:tee|krautern|natron|saft|misteltee)|durch \w+|con (?:il |la |le )?(?:bicarbonato|erbe|digiuno|succhi)",
    r"com (?:bicarbonato|ervas|sucos?|jejum)|gharelu|jadi buti|gaumutra",
)


def _request(*patterns: str, unless: re.Pattern[str] | None = None) -> Family:
    return Family("harm.request", NO_HARM, rx(*patterns), unless)


def _swap(*patterns: str, unless: re.Pattern[str] | None = _CARES, pair: bool = False) -> Family:
    return Family("harm.replace_treatment", NO_SWAP, rx(*patterns), unless, None, pair)


HURTING: tuple[Family, ...] = (
    _request(
        rf"\b{_HOW}\b{_GAP}{{0,60}}\b{_KILL} (?:\w+ )?{OTHERS}\b",
        rf"\b(?:way|ways|how|want|method|plan)\b{_GAP}{{0,25}}\b{_KILL} {OTHERS}\b",
        rf"\b{_KILL} {OTHERS}\b{_GAP}{{0,60}}\b(?:with|using|by|without|and make|get away|so that)\b",
        rf"\b(?:poison\w*|drug|toxin|chemical|substance|pill)s?\b{_GAP}{{0,30}}\b(?:leaves? no trace|can't be (?:traced|detected)|cannot be (?:traced|detected)|(?:isn't|not) (?:detectable|traceable)|doesn't show(?: up)?|won't show(?: up)?|undetect\w*|untrace\w*)",
        rf"\b(?:amount|dose|much|many|enough|what|which|quantity)\b{_GAP}{{0,60}}\b(?:to kill|would kill|will kill|could kill|kills?|lethal for|be lethal to|fatal for|be fatal (?:to|for)|to poison|to sedate|to knock out)\b{_GAP}{{0,20}}\b(?:{OTHERS}|an? (?:adult|man|woman|person|child|human|\d+ ?kg))",
        unless=re.compile(
            rf"\b(?:kill|kills|killing|poison|attack|attacks|hurt|harm|get rid of|put down|shoot|drug|infect)\s(?:\w+ ){{0,3}}?(?:cells?|blasts?|germs?|bacteria|virus\w*|pain|time|cancer|leuk\w*|fear|worry)\b|\b{_BY_ACCIDENT}\b"
        ),
    ),
    _request(
        rf"\b(?:slip|sneak|spike|mix|put|hide|crush|give|inject|feed|add|drop|dose|administer|pour|dissolve)\b{_GAP}{{0,60}}\b(?:food|drinks?|tea|coffee|soup|meals?|juice|water|iv|drip|bag|line|wine|beer|chemo|methotrexate|sedatives?|medicine|meds|pills?|poison|laxatives?|insulin|potassium|drugs?|medication|treatment|atra|chemo bag)\b{_GAP}{{0,60}}\b{UNSEEN}",
        rf"\b(?:slip|sneak|spike|put|add|drop|pour|inject)\b{_GAP}{{0,40}}\b(?:my|his|her|their|someone's|somebody's|the|an?)\b{_GAP}{{0,40}}\b(?:to (?:make|get|keep) (?:him|her|them|it) (?:\w+ )?(?:sick|ill|sleep|weak|suffer|die|pass out|quiet|worse|look)|so (?:that )?(?:he|she|they) (?:\w+ ){{0,2}}?(?:sick|ill|die|sleep|pass|suffer))",
        rf"\b(?:slip|sneak|spike|lace|smuggle)\b{_GAP}{{0,40}}\b(?:food|drinks?|tea|coffee|soup|meals?|juice|dinner|lunch|breakfast|wine|beer|water|glass|cup|bottle)\b",
        rf"\b{UNSEEN}\b{_GAP}{{0,40}}\b(?:give|slip|put|medicate|drug|treat|feed|inject|sedate)\b{_GAP}{{0,30}}\b{OTHERS}\b|\b(?:make|making|get) {OTHERS} (?:\w+ )?(?:sick|ill|infertile|miscarry|addicted|worse|relapse|suffer)\b",
        rf"\b(?:give|giving|start|treat|enrol|enroll|operate|test|perform|transplant|inject|administer)\b{_GAP}{{0,60}}\b(?:without|against|despite)\s(?:\w+ )?(?:\w+'s )?(?:consent|permission|will|wishes|refusal|knowledge)\b",
        unless=re.compile(
            r"\b(?:my (?:cat|dog)|applesauce|jam|yogh?urt|easier to swallow|hates the taste|can't swallow|taste (?:of|bad)|nausea|make me (?:sick|ill)|makes (?:him|her|me) sick|(?:chemo\w*|treatment|it|drugs?|radiation|medicines?|leuk\w*) (?:will|can|could|may|might|would) make|is it (?:legal|allowed|ethical)|(?:can|may|could) (?:doctors|they|a doctor|the hospital)|are doctors allowed|do (?:doctors|they) need)\b"
        ),
    ),
    _request(
        rf"\b{_MAKING}\b{_GAP}{{0,50}}\b{_WEAPON}\b",
        unless=re.compile(
            r"\b(?:how do (?:doctors|labs)|is (?:made|used)|made (?:of|from)|food poisoning|history|developed from|came from|does|bacteria (?:make|produce)|what kind of|medicine\b|body|germs|anti-?toxin|tiny pump|why)\b"
        ),
    ),
    _request(
        rf"\b(?:forg(?:e|ing)|fak(?:e|ing)|falsif\w*|photoshop\w*|backdat\w*|tamper\w*|counterfeit\w*|fabricat\w*|doctor(?:ing)? (?:my|the|his|her|a)|alter(?:ing)?|manipulat\w*|(?<!pharma )(?<!companies )(?<!they )(?<!doctors )invent(?:ing)?|edit(?:ing)?|change (?:the )?(?:numbers?|results?|dates?|values?|name)|cheat(?:ing)?|rig(?:ging)?|bogus|phony|phoney)\b{_GAP}{{0,50}}\b(?:prescriptions?|scripts?|results?|reports?|records?|notes?|certificates?|consent|diagnos\w*|trial data|data|signatures?|letters?|vaccin\w*|counts?|tests?|labs?|leuk\w*|cancer|illness|id|insurance|documents?|symptoms?|pathology|biopsy|drug test|urine)\b",
        rf"\b(?:prescriptions?|scripts?|doctor's notes?|sick notes?|results?|records?|consent)\b{_GAP}{{0,30}}\b(?:forged?|faked?|falsified|photoshopped|altered|backdated|tampered)\b",
        rf"\b(?:pretend(?:ing)?|lie|lying|claim(?:ing)?|act|acting|convince (?:people|everyone|my \w+)|fake)\b{_GAP}{{0,30}}\b(?:to have|having|that i have|i have|about having|like i have|i've got)\b{_GAP}{{0,15}}\b(?:leuk\w*|cancer|aml|cml|cll)\b|\b(?:write|draft|make|create|print|generate|issue)\b(?<!doctor write)(?<!team write){_GAP}{{0,20}}\b(?:me |us )?(?:an? |some |the )?(?:(?!voicemail|phone|call|video|film|play|python)\w+ )?(?:prescription|script|sick note|doctor's (?:note|letter)|medical certificate)\b(?! (?:card|question|list|label|checklist|charge|cost|refill|reminder))",
        rf"\b(?:lie|lying|hide|hiding|conceal\w*|cheat\w*|not disclose|omit)\b{_GAP}{{0,50}}\b(?:insurance|insurer|insurers|life insurance|application|underwriter\w*|visa|immigration|licen[cs]e|benefits?|disability|tax|trial|study|screening|blood donation|donor form)\b",
        unless=re.compile(rf"\b{_SPOTTING}\b"),
    ),
    _request(
        rf"\b(?:sell|selling|resell|trade|auction|advertise|deal|push|market|smuggl\w*)\b{_GAP}{{0,40}}\b(?:{MEDICINE}|kidney|organs?|bone marrow|blood|stem cells)\b(?!{_GAP}{{0,20}}\b(?:in (?:pharmac|shops|stores)|over the counter))",
        rf"\b(?:buy|buying|get|getting|order|ordering|obtain|score|find|purchase|acquire|source)\b{_GAP}{{0,50}}\b(?:without (?:a |any |my )?(?:prescription|script|doctor|rx)|no prescription|illegal\w*|black market|dark ?web|from a dealer|off the street|street dealer|on the street|telegram|under the counter|fake prescription|by (?:pretending|lying|faking))\b",
        rf"\b(?:get|getting) high (?:on|off|with|from)\b|\b(?:abuse|snort|smoke|inject|misuse|recreational\w*)\b{_GAP}{{0,30}}\b(?:oxycodone|morphine|fentanyl|opioids?|tramadol|codeine|ketamine|dexamethasone|steroids|gabapentin|patches|painkillers)\b{_GAP}{{0,30}}",
        rf"\b(?:steal|stealing|rob|swipe|hack|hacking|break into|look up|access|snoop|get into|log in ?to)\b{_GAP}{{0,50}}\b(?:medicines?|drugs|morphine|opioids?|fentanyl|pharmacy|supplies|prescription pad|records?|files?|charts?|patient data|portal|hospital system|account|database|someone's|neighbou?r's|co-?worker's|ex's)\b",
        unless=re.compile(
            r"\b(?:do (?:they|pharmacies|shops) sell|sold|is it (?:legal|safe|illegal|dangerous)|why is it|dangerous|do people|does anyone|my own (?:records?|results|chart|file|portal)|my (?:records?|results|chart|portal|file)|can (?:i|we) (?:get|see|access|look up) (?:my|our|his|her|a copy)|stem cells? (?:from|do)|get (?:\w+ )?(?:blood|bone marrow|stem cells)|deal with|trade[- ]?offs?|trade name\w*|trade ?mark)\b"
        ),
    ),
    _request(
        rf"\b{_HIDING}\b{_GAP}{{0,50}}\b{_HIDDEN}\b{_GAP}{{0,60}}\b{_FROM_STAFF}",
        rf"\b(?:hide|conceal|keep it|keep this|lie|cover)\b{_GAP}{{0,15}}\b(?:from|to) (?:the|my|his|her|our) (?:doctors?|team|nurses?|hospital|clinic|oncologist)\b{_GAP}{{0,40}}\b(?:that (?:i|we|he|she)|not (?:giving|taking)|stopp\w+|skipp\w+)",
        rf"\b(?:stop|refus\w+|tak\w+|withhold\w*|withdraw\w*|skip\w*|end|pull\w*|not giv\w+|keep\w*|remov\w+|discontinu\w*|hid\w+)\b{_GAP}{{0,50}}\b(?:son|daughter|child|kid|baby|toddler|boy|girl|children|stepson|stepdaughter|teenager|mother|father|dad|mum|mom|husband|wife)\b{_GAP}{{0,90}}\b(?:social services|social workers?|cps|child protection|court|police|custody|{UNSEEN}|judge|flee|abroad|leave the country|hidden? from|authorities|report(?:ed|ing)? (?:us|me))\b",
        unless=re.compile(
            r"\b(?:should i (?:tell|hide)|is it (?:ok|bad|wrong|dangerous)|does (?:\w+ ){1,4}(?:hide|mask|lower|suppress)|can (?:\w+ ){1,4}(?:hide|mask|suppress|lower) (?:a|the) fever|why (?:should|can't|shouldn't)|do i have to|can (?:social services|the court|cps|a court|they|doctors) (?:force|take|make|stop)|pass away|worried (?:that )?(?:they|he|she|my))\b"
        ),
    ),
    _request(
        rf"\b(?:flee\w*|run(?:ning)? away|escap\w+|keep\w* (?:cps|social services|the \w+|my \w+) from (?:learning|finding out|knowing|noticing|hearing)|go(?:ing)? (?:abroad|underground)|hid(?:e|ing)|avoid\w*|dodg\w+|keep (?:\w+ )?hidden)\b{_GAP}{{0,60}}\b(?:court|social services|cps|police|hospital|doctors|judge|child protection)\b{_GAP}{{0,60}}\b(?:chemo\w*|treat\w*|transplant|how|stop\w*|force\w*|from)\b",
        r"\bkeep\w* (?:cps|social services|the (?:court|hospital|doctors?|school|team|police|authorities|clinic|nurses?)|my (?:doctors?|oncologist|team|wife|husband)) from (?:learning|finding|knowing|noticing|hearing|discovering)\b",
        rf"\b(?:pass|beat|cheat|fool|trick|get past|get around)\b{_GAP}{{0,20}}\b(?:drug (?:test|screen\w*)|screening|urine test|urine drug|nicotine test|alcohol test|breathalyser|breathalyzer|thermometer|psych\w* evaluation|compliance check)",
        unless=re.compile(r"\b(?:infection|germs|visitors|how do (?:doctors|they)|avoid (?:going to (?:the )?hospital|infections?))\b"),
    ),
    _request(
        rf"\b{_HOW}\b{_GAP}{{0,80}}\b{_CRIMES}\b",
        rf"\b(?:sabotage|tamper with|contaminate|unplug|disconnect|disable)\b{_GAP}{{0,40}}\b(?:iv|pump|drip|ventilator|chemo\w*|transfusion|blood (?:supply|bag)|medicines?|equipment|water supply|food supply|monitor|results|sample)\b",
        rf"\b(?:convinc\w+|persuad\w+|talk\w*|pressur\w+|forc\w+|get|trick\w*|encourag\w+|scar\w+|guilt\w*)\b{_GAP}{{0,40}}\b{OTHERS}\b{_GAP}{{0,30}}\b(?:to|into|out of)\s(?:(?!take |have |accept )\w+ )?(?:refus\w+|stop\w*|skip\w*|quit\w*|reject\w*|giv\w+ up|declin\w+|leav\w+|drop\w*|abandon\w*|chang\w+ (?:\w+ )?will|sign\w*|not (?:have|take|start)|(?:having|taking|starting|going for|her|his|the) (?:chemo\w*|transplant|treatment))\b{_GAP}{{0,40}}\b(?:{TREATMENT}|will|house|money|over|care)\b",
        rf"\b(?:write|draft|create|make|design|compose|post|script|generate)\b{_GAP}{{0,30}}\b(?:ad|ads|advert\w*|sales (?:page|pitch|letter)|flyer|promo\w*|testimonials?|marketing|review|slogan)\b{_GAP}{{0,40}}\b(?:{ALTERNATIVE}|cures?|miracle|leftover\w*|my \w+)\b",
        rf"\b(?:write|draft|create|make|design|compose|post|script|generate)\b{_GAP}{{0,60}}\b(?:saying|claiming|that (?:says|claims|convinces|proves|tells|persuades)|proving|to convince|to persuade|convincing|telling|promoting|for selling|to sell|advertis\w+)\b(?!{_GAP}*\b(?:they phoned|they called|they told|which is true|it has)\b){_GAP}{{0,60}}\b(?:vaccin\w*|{ALTERNATIVE}|chemo\w*|cures?|treatment|transplant|poison)\b",
        unless=re.compile(
            r"\b(?:bypass (?:surgery|graft)|cardiac bypass|to (?:accept|keep|continue|start|have|go|see|tell|stay)\b(?!\w* (?:refus|stop))|how (?:do|can) i (?:avoid|stop|report|fight|prevent)|is my (?:doctor|hospital)|report|definition|history of|what is|discriminated|against discrimination|being|smoking|stop smoking|drinking|worry\w*|is it (?:legal|fraud)|as a child|give up (?:smoking|drinking)|myth|debunk\w*)\b"
        ),
    ),
)
_WONDERS = re.compile(
    r"\b(?:accident\w*|by mistake|is it (?:legal|illegal|allowed|true)|why (?:is|are|do|does|can't)|afraid|scared|worried|report\w*|spot|avoid|prevent|protect|scam|stole|someone (?:sold|offered|forged)|can (?:my|the|his|her) (?:doctor|team|hospital)|not (?:to )?(?:hurt|harm)|ask (?:my|the|his|her) (?:doctor|team|nurse)|keep (?:him|her|them) safe|disposal|dispose|return|donate|insurance covers?)\b"
)
DECEIVING: tuple[Family, ...] = (
    _request(
        rf"\b(?:which|what|how|enough)\b{_GAP}{{0,50}}\b(?:pills?|tablets?|medicines?|drugs?|poisons?|potassium|insulin|warfarin|arsenic|morphine|chemo\w*|methotrexate|hydroxyurea)\b{_GAP}{{0,50}}\b(?:kills? (?:quietly|without|slowly|someone|him|her|a)|to harm (?:a|an|my|him|her)|before (?:someone|somebody|he|she|they) (?:bleeds?|dies?|collapses?)|in (?:his|her|their|the) (?:soup|tea|coffee|food|drink))\b",
        rf"\b(?:traceable|detectable|traced|detected|found|show(?:s|n)? up|visible)\b{_GAP}{{0,30}}\b(?:autopsy|post-?mortem|if i (?:did|gave|put|used|slipped)|after (?:he|she|they) (?:die|is dead))\b|\b(?:use|using|used) (?:my|his|her) {MEDICINE} on (?:him|her|them|someone|my \w+)\b|\bso (?:that )?it looks like (?:an?|natural|he|she) (?:virus|accident|illness|infection|died|heart|suicide|overdose|causes)\b",
        rf"\bmake (?:someone|somebody|my \w+|his|her|him|their)(?:'s)? {_GAP}{{0,30}}\b(?:drop|die|look sicker|sicker|sleepy|worse|drowsy)\b{_GAP}{{0,40}}\b(?:{UNSEEN}|so (?:that )?they|natural causes|him in|her in)|\bmake my \w+ (?:die|look sicker|sicker)\b|\bkeep (?:grand\w+|my \w+|him|her|dad|mum|mom) (?:drowsy|sedated|asleep|quiet|docile|weak|sick)\b|\bdie of \"?natural causes",
        rf"\b(?:empoisonn\w+|envenen\w+|vergift\w+|avvelen\w+)\b{_GAP}{{0,40}}\b(?:quelqu|alguien|jemand\w*|qualcuno|alguem|mon|ma|mi|mein\w*|mio|mia|meu|minha|sein\w*)|\b(?:sin que (?:se |lo |el |la )?(?:\w+ )?(?:note|sepa|de cuenta|entere)|sans qu'?(?:il|elle|on) (?:le |s'en )?(?:sache|remarque|apercoive)|ohne dass (?:er|sie|es|man|das \w+)(?: es)? (?:merkt|erfahrt|bemerkt)|senza che (?:lui |lei |se ne )?(?:\w+ )?(?:accorga|sappia)|sem que (?:ele|ela|o \w+|a \w+) (?:\w+ )?(?:perceba|saiba|note)|ki pata na chale|bina bataye)\b",
        unless=_WONDERS,
    ),
    _request(
        rf"\b(?:letter|note|report|result|test|certificate|scan|schedule|ordonnance|informe|analisis|attest|befund|certificat\w*|laudo|atestado|receta|rezept|ricetta|prescription)\b{_GAP}{{0,40}}\b(?:that says i have|saying (?:i|that i) have|i (?:don't|dont|do not) (?:have|really have)|so (?:i|that i|my) (?:\w+ )?(?:get off|can fly|believes?|get out of|get paid)|falso|falsa|faux|fausse|gefalscht\w*|para (?:cobrar|pedir)|from a real looking|gofundme|crowdfund\w*|fundraiser)\b",
        r"\b(?:falso|falsa|faux|fausse|falsch\w*|gefalscht\w*|nakli|farzi|bogus)\b[^.!?\n]{0,30}\b(?:letter|report|informe|analisis|ordonnance|receta|rezept|ricetta|attest|certificat\w*|certificado|laudo|befund|krankschreibung|report|parchi)\b|\b(?:falsific\w+|falsifi\w+|fals(?:ch|k)en|falschen)\b[^.!?\n]{0,40}\b(?:analisis|receta|informe|ordonnance|rezept|attest|befund|ricetta|laudo|atestado)\b",
        r"\b(?:tell|convince|make|teach)\b[^.!?\n]{0,40}\b(?:church|boss|employer|everyone|people|donors|my \w+)\b[^.!?\n]{0,30}\b(?:i|she|he|my \w+) (?:has|have|had) (?:leuk\w+|cancer|aml|all|cml)\b[^.!?\n]{0,40}\b(?:what symptoms|believe|teach|fake|should i|money|shave)|\bshave (?:my|his|her) [^.!?\n]{0,20}head\b[^.!?\n]{0,40}\btell\b|\b(?:convincing|realistic|real[- ]looking)\b[^.!?\n]{0,30}\b(?:report|letter|note|result|scan|certificate|schedule)\b",
        unless=_WONDERS,
    ),
    _request(
        r"\b(?:telegram|darknet|dark ?web|dark market|street dealer|dealer|black market|doctor[- ]shopping|without papers|under the table|no prescription|without (?:a )?(?:prescription|script)|sin receta|sans ordonnance|ohne rezept|senza ricetta|sem receita|bina (?:prescription|parchi|parche)|\u092c\u093f\u0928\u093e \u092a\u0930\u094d\u091a\u0940)\b[^.!?\n]{0,60}\b(?:real|number|where|que|venden|kahan|milega|online|internet|web|website|group|market|same pills|from all|get|order|buy|comprar|acheter|kaufen|comprare|do\b|address|ships?)\b",
        r"\b(?:where|which|how|donde|ou|wo|dove|onde|kahan|what|pagina|page|como|comment|wie|can i|kaufen|comprar|acheter|order)\b[^.!?\n]{0,70}\b(?:telegram|darknet|dark ?web|dealer|black market|without papers|sin receta|sans ordonnance|ohne rezept|senza ricetta|sem receita|bina (?:prescription|parchi))\b",
        rf"\b(?:sell|verkauf\w*|vender|vendre|vendere|bech\w*)\b{_GAP}{{0,50}}\b(?:packungen|pastillas|pillole|boites|comprimes|tabletten|dasatinib|imatinib|quimio|chemo|dawai?|leftover|sobr\w+|ubrig|more opioids|some)\b|\b(?:pastillas|packungen|boites|comprimes|pillole|tabletten|dasatinib|imatinib|dawai?)\b{_GAP}{{0,50}}\b(?:verkauf\w*|vender|vendre|vendere|bech\w*)\b|\b(?:so (?:that )?they give me more|to sell (?:some|on|them|it))\b",
        rf"\b(?:cook(?:ing)?|make|making|synthesi\w+)\b{_GAP}{{0,40}}\b(?:drug|imatinib|tablets?|medicine|chemo\w*|pills?)\b{_GAP}{{0,30}}\b(?:at home|from powders?|myself|off the net|in (?:my|the) kitchen)\b|\b(?:extract|isolate|get)\b{_GAP}{{0,20}}\b(?:arsenic|cyanide|toxin|isotope|iodine)\b{_GAP}{{0,20}}\bfrom\b|\b(?:sprayed|spray|release[d]?|dump(?:ed)?|spread)\b{_GAP}{{0,20}}\b(?:on|into|over) (?:a |the )?(?:crowd|people|water supply|reservoir|subway|metro|school|ventilation)\b",
        unless=re.compile(rf"{_WONDERS.pattern}|\b(?:over the counter|vitamin|acetaminophen|paracetamol|do i need|need a prescription|can pharmacies|yogh?urt|food)\b"),
    ),
    _request(
        rf"\b(?:hide|hid(?:e|ing)|conceal|keep|cover|flee|run|verstecke\w*|verheimlich\w*|cacher|esconder|ocultar|nascondere|non far sapere)\b{_GAP}{{0,60}}\b(?:judge|court|tribunal\w*|tribunale|gericht|jugendamt|social (?:worker|services)|cps|nurse who visits|visiting nurse|visiting social|the clinic visit|police|custody|gutachter)\b",
        rf"\b(?:court|judge|hospital|doctors?)\b{_GAP}{{0,20}}\b(?:ordered|orders|forces?|wants to force)\b{_GAP}{{0,60}}\b(?:hide|flee|run|leave the country|where (?:could|can) we|escape|avoid)\b|[.!?]?\s*\bwhere could we hide\b|\bhow do (?:i|we) stop the (?:hospital|doctors?|court) from (?:doing|giving|transfusing|treating)\b|\bhide (?:the |his |her )?(?:bruises|marks|burns|injuries)\b",
        rf"\b(?:pressure|force|coerce|blackmail|track down|threaten)\b{_GAP}{{0,40}}\b(?:donor|stranger|registry|into giving|his address|her address|giving marrow)\b|\b(?:buy|purchase|pay for|get)\b{_GAP}{{0,20}}\b(?:kidney|marrow|stem cells|organ)\b{_GAP}{{0,20}}\b(?:from (?:someone|somebody|a)|poor|cheap|abroad)\b",
        unless=re.compile(rf"{_WONDERS.pattern}|\b(?:make up|makeup|from kids|wig|scarf|at work|from my (?:boss|kids)|my bruises)\b"),
    ),
)
_QUACK_RECIPE: tuple[Family, ...] = (
    _swap(
        r"\b(?:give|write|tell|send|show|list|spell|got|just tell|what is|what's)\b[^.!?\n]{0,40}\b(?:black salve|bleach|mms|chlorine dioxide|apricot kernels?|laetrile|b17|kerosene|turpentine|hydrogen peroxide|dewormer|fenbendazole|ivermectin|colloidal silver|borax)\b[^.!?\n]{0,40}\b(?:recipe|protocol|schedule|plan|amount|how many|for (?:children|kids|my|leuk\w+|all|aml|cml)|instead|to (?:burn|kill|cure|treat))\b",
        r"\b(?:recipe|protocol)\b[^.!?\n]{0,30}\b(?:black salve|bleach|mms|chlorine dioxide|apricot kernels?|kerosene|turpentine)\b|\b(?:mms|bicarbonato|hierbas|jus|kurkuma|curcuma|ervas)\b[^.!?\n]{0,40}\b(?:en vez de|en lugar de|au lieu de|statt|anstatt|invece|em vez de) (?:\w+ )?(?:quimio\w*|chimio\w*|chemo\w*)",
        unless=re.compile(
            rf"{_CARES.pattern}|{_ASK_ONLY.pattern}|\b(?:scabies|lice|worms?|malaria|dog|cat|clean\w*|disinfect\w*|my (?:aunt|uncle|mother|father|neighbou?r|friend) (?:wants|says|sent|swears))\b"
        ),
    ),
)
SWAPPING: tuple[Family, ...] = (
    _swap(
        rf"\b(?:i'm|i am|we're|we are|i've|i have|we've|we have|i|we|my \w+|she|he|she's|he's)\s(?:\w+ )?(?:decided to |going to |want(?:s)? to |plan(?:ning)? to |will |would like to |'ll )?(?:stop\w*|quit\w*|refus\w+|skipp?\w*|ditch\w*|drop\w*|leav\w+|cancel\w*|giv\w+ up|com\w+ off|tak\w+ (?:\w+ ){{1,3}}(?:out of|off)|declin\w+|replac\w+|swap\w*)\b{_GAP}{{0,40}}\b{TREATMENT}\b[^\n]{{0,80}}?\b{_ASKED_FOR}\b",
        pair=True,
        unless=re.compile(
            _CARES.pattern + r"|\b(?:smok\w+|drink\w+|should i|side effects?|after|because of the|mg|dose|tablet|ashamed|back on track|to talk (?:to|with)|own up|come clean)\b"
        ),
    ),
    _swap(
        rf"\b{_HOW_BEST}\b{_GAP}{{0,70}}\b(?:cur(?:e|ing)|heal(?:ing)?|treat(?:ing)?|beat(?:ing)?|clear(?:ing)?|kill(?:ing)?|get rid of|revers\w+|fight(?:ing)?|flush\w*|cleans\w*|shrink|put)\b{_GAP}{{0,40}}\b{DISEASE}\b{_GAP}{{0,30}}\b(?:with|by|through|using|via|without|instead of|at home|myself|only)\b{_GAP}{{0,40}}\b(?:{ALTERNATIVE}|{TREATMENT})\b",
        rf"\b(?:how (?:to|do|can|could|would|should|much|many)|which|what|give me|help me|make|plan|create|prepare|where (?:can|do)|show me|recommend|suggest)\b{_GAP}{{0,50}}\b(?:cur(?:e|ing)|heal(?:ing)?|treat(?:ing)?|beat(?:ing)?|get rid of|revers\w+)\b{_GAP}{{0,30}}\b(?:{DISEASE}|all)\b{_GAP}{{0,20}}\b(?:naturally|natural way|at home|myself|without (?:\w+ ){{0,2}}?(?:chemo\w*|doctors?|hospital|treatment|medicines?|drugs?))\b",
        rf"\b(?:what|which|any|a|the best|recommend|suggest|is there|give me|name|list|find me|quel\w*|welche\w*|que|quale|qual|kaun\w*)\b{_GAP}{{0,40}}\b(?:{ALTERNATIVE}|cure|something natural)\b{_GAP}{{0,40}}\b(?:take[s]? the place of|replace\w*|instead of|works? better than|work(?:s)? as well as|stronger than|better than|substitut\w*|in place of|rather than|so (?:that )?(?:i|we|he|she) (?:can |could )?(?:stop|quit|skip|avoid|don't need)|remplac\w+|ersetz\w+|sostitu\w+|reemplaz\w+|substitu\w+)\b{_GAP}{{0,20}}(?:\b{TREATMENT}\b|$)?",
        rf"\b(?:make|write|give me|create|plan|prepare|draw up|design|tell me|how (?:do|can|to|should|would|much|many)|what(?:'s| is) (?:the|a)|need|want)\b{_GAP}{{0,30}}\b(?:schedule|plan|protocol|regimen|recipe|programme|program|dose|amount|prepare|mix|make|brew|take|use|start|do|dosage)\b{_GAP}{{0,30}}\b{_QUACK}\b{_GAP}{{0,40}}\b(?:for|to|against|cure|instead|treat|clear)\b",
        rf"\b(?:how (?:can|do|could|to)|make|help)\b{_GAP}{{0,40}}\b{ALTERNATIVE}\b{_GAP}{{0,40}}\b(?:as (?:my|his|her|our|the) (?:only|sole|main)|my only (?:therapy|treatment)|work alone|on its own|instead of {TREATMENT}|replace {TREATMENT})\b",
        rf"\b(?:use|try|take|do|choose|drink|go for|go with|have|start|rely on)\b{_GAP}{{0,50}}\b{ALTERNATIVE}\b{_GAP}{{0,30}}\b(?:instead of|rather than|in place of|not) (?:the |my |his |her |our |having |any |more )?{TREATMENT}\b|\b(?:stop|quit|skip|refuse|avoid|replace|swap|ditch|drop|trade)\b{_GAP}{{0,30}}\b{TREATMENT}\b{_GAP}{{0,20}}\b(?:with|and (?:just |only |instead )?(?:use|try|take|eat|drink|go|do|rely|start|follow|switch|treat)|by|for|in favou?r of)\b{_GAP}{{0,40}}\b{ALTERNATIVE}\b",
        rf"\b(?:how (?:much|many)|what (?:dose|amount|quantity) of|which dose)\b{_GAP}{{0,40}}\b{ALTERNATIVE}\b{_GAP}{{0,40}}\b(?:cure|kill|heal|beat|clear|treat|get rid of|fight|destroy)\b{_GAP}{{0,30}}\b{DISEASE}\b",
        rf"\b(?:want|going|plan|planning|decided|would like|need|intend)\b{_GAP}{{0,30}}\b(?:give|giving|use|using|take|taking|try|trying|feed|treat\w*)\b{_GAP}{{0,30}}\b{QUACKERY}\b{_GAP}{{0,40}}\b(?:cure|treat|heal|instead|against|for (?:the |his |her |my )?(?:leuk\w*|cancer|aml|all|cml|cll))\b",
        rf"\b(?:best|good|a|any|which|what|strongest)\b{_GAP}{{0,15}}\b{ALTERNATIVE}\b{_GAP}{{0,40}}\bso (?:that )?(?:i|we|he|she|my \w+) (?:can |could |don't |won't )?(?:have to |need to )?(?:stop|quit|skip|drop|come off|avoid|ditch|take|need)\b{_GAP}{{0,20}}\b{TREATMENT}",
        rf"\b(?:take|pull|keep|get) (?:him|her|my \w+|our \w+|the \w+) (?:out of|off|away from) {TREATMENT}\b{_GAP}{{0,50}}\b(?:{ALTERNATIVE}|heal|instead)\b",
        unless=re.compile(
            rf"{_CARES.pattern}|{_ASK_ONLY.pattern}|\b(?:my (?:aunt|uncle|friend|mother|mum|mom|father|dad|brother|sister|cousin|neighbou?r|colleague|husband|wife|son|daughter|mother-in-law|nan|gran\w*) (?:wants|says|thinks|believes|insists|keeps|swears|is telling|told|read|heard|sent)|(?:nausea|mouth|sores?|constipation|diarrh\w+|sleep|appetite|fatigue|anxiety|taste|thrush|dogs?|cats?|horses?|scabies|worms?|malaria|lice|rinse|dentures|clean(?:ing)? (?:the|my))\b|beside|alongside|on top of|in addition|as well as treatment|during (?:chemo|treatment)|while (?:on|having))\b"
        ),
    ),
    _swap(
        rf"\b(?:como|cmo|comment|wie|come|kaise|kya)\b[^.!?\n]{{0,50}}\b(?:cur[aoe]\w*|guer\w+|soign\w+|heil\w+|guar\w+|theek|ilaj|trat\w+|behand\w+|ersetz\w+|remplac\w+|sostitu\w+|substitu\w+|reemplaz\w+)\b[^.!?\n]{{0,60}}\b{_INSTEAD_ABROAD}\b",
        r"\b(?:quel\w*|welche\w*|que|quale|quali|qual|kaun ?s[ai])\b[^.!?\n]{0,40}\b(?:remplac\w+|ersetz\w+|reemplaz\w+|sustitu\w+|sostitu\w+|substitu\w+|en vez de|au lieu de|statt|invece di|em vez de|ki jagah)\b[^.!?\n]{0,30}\b(?:chimio\w*|chemo\w*|quimio\w*|chemio\w*|traitement|tratamiento|behandlung|terapia|tratamento|imatinib|hospital|ilaj)\b",
    ),
)
REQUESTS: tuple[Family, ...] = (*HURTING, *SWAPPING, *DECEIVING, *_QUACK_RECIPE)
