"""Harmful intents by who is harmed and how: a threat, a poison, a forged paper, a false claim, a medicine passed on, a child kept from care.

`harm_requests` needs a request in so many words; here the intent itself is enough, because people also announce, joke or ask sideways.
"""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_requests import NO_HARM, NO_SWAP
from leukchat.safety.harm_words import ALTERNATIVE, MEDICINE, OTHERS, QUACKERY, TREATMENT

GAP = r"[^.!?\n]"
I_WANT = one_of(
    r"how (?:do|can|could|would|should|might|to)|what (?:do|can|could|should|would|shall)|which",
    r"(?:i|we)(?:'d| would)? (?:want|like|need|plan|wish|intend|am going|are going|have decided|swear)|i(?:'m|'ll| will| am| want to)|help me",
    r"tell me|teach me|show me|give me|where (?:can|do|could)|any (?:way|tips|site|idea)|best way|is there (?:something|anything|a way)|tips",
    r"walk me through|can i|could i|may i|make me|write|draft|create|set up|find me|wo |wie ",
)
SOMEONE = one_of(
    OTHERS,
    r"(?:my|his|her|our|the|that) (?:\w+[- ]){0,2}?(?:stepdad|stepfather|stepmother|in-laws?|roommate|flatmate|oncologist|nurse|doctor|grandfather|grandma|grandpa|grandmother|boss|ex|wife|husband|son|daughter|donor|cousin|brother|sister|neighbou?r|landlord|old (?:man|woman)|dad|mum|mom|father|mother|aunt|uncle|patient|surgeon|therapist|receptionist|consultant|dentist|carer|visitor|cat next door)",
    r"the old (?:man|woman)|another patient|patient in bed|that (?:nurse|doctor|oncologist|surgeon)",
)
FOOD = one_of(
    r"porridge|food|drinks?|tea|coffee|soup|juice|pudding|meals?|dinner|milk|yogh?urt|beer|wine|applesauce|chai|dal",
)
PAPER = one_of(
    r"(?:pathology |lab |blood |marrow |medical |biopsy |test |covid )*(?:reports?|results?|values?|records?|tests?)|letters?|certificates?",
    r"prescriptions?(?: pad)?|sick notes?|sick leave|consent(?: forms?)?|trial papers?|(?:platelet|hemoglobin|haemoglobin) (?:number|value|count)",
    r"papers?|signatures?|renewal form|attest|diagnosis codes?|pdf|chart|my file",
)
CARES = re.compile(
    r"\b(?:accident\w*|by mistake|is it (?:legal|illegal|allowed|safe|dangerous|ok|okay)|afraid|scared|worried|report (?:a|the|it|him|her|them|someone)|spot|recogni[sz]e|avoid (?:poison|harm|hurt|infect|overdos)\w*|prevent\w*|protect\w*|how (?:do|can) i (?:tell (?:if|whether)|know|spot|report|stop (?:him|her|them|being))|fake (?:cures?|clinics?|news)|scams?|stole|someone (?:sold|offered|forged|gave)|return|dispos\w+|donat\w+ unopened|charity|dementia|hide the taste|taste of|whom can we ask|"
    r"pretend(?:ing)? that i'?m (?:fine|ok)|in remission and|customs with|my (?:doctor|team|nurse|oncologist) (?:can|may|should|give|gives|write)|tell my (?:mother|father|kids|children|family|boss|employer)|jok(?:e|es|ing)|in (?:an? |the |my |our |this )?(?:\w+ )?(?:games?|films?|movies?|play|novels?|book|scene|level|chess|checkers|cards|poker|monopoly|"
    r"minecraft|fortnite|gta|call of duty|tennis|golf|ping pong|race)|at (?:chess|checkers|cards|poker|tennis|golf|ping pong)|metaphor\w*|(?:does|do|did|can|could|will|would) (?:the |my )?(?:chemo\w*|leuk\w*|steroids?|methotrexate|it|doctors|they|a doctor|cells)\b|cells?|blasts|germs|keep (?:\w+ ){1,3}away from|safe(?:ly)? (?:stor|handl)\w+|stay safe)\b"
)


def _request(*patterns: str, unless: re.Pattern[str] | None = CARES, pair: bool = False) -> Family:
    return Family("harm.request", NO_HARM, rx(*patterns), unless, None, pair)


_HURT = one_of(
    r"(?:poison|kill|stab|shoot|hurt|harm|scare|attack|threaten|punish|drug(?= (?:him|her|my|them|someone))|sedate|infect|strangle|smother|beat|burn|blackmail)(?:ing)?",
    r"get (?:\w+ ){1,3}infected|ma(?:k|d)e \w+ (?:\w+ )?(?:ill|sick|weaker|pay|suffer|disappear)|infection|contaminat\w+|tamper\w*|weaker bit by bit",
    r"speed (?:things|it) up|shut(?:ting)? \w+ \w*oxygen|break a finger|a lesson|suffer",
)
VIOLENCE: tuple[Family, ...] = (
    _request(
        rf"\b(?:i'?m going to|i'?ll|i will|im going to|i'?m gonna|going to|gonna|i swear i'?ll|want to|plan to|thinking of|ready to|voy a|ich bringe|voglio|vou|je vais)\b{GAP}{{0,15}}?\b(?:stab|kill|shoot|burn|hurt|strangle|smother|poison|shutting|shut|break|matar|um\b|far male|fare male|tuer)\b{GAP}{{0,50}}?\b(?:{SOMEONE}|clinic|hospital|ward|oxygen|finger|medico|arzt|infermiera|doctor)\b|\bcoming back with a (?:gun|knife)\b|\b(?:he|she|they) will pay for\b|\bwant (?:that|the|my) \w+ to (?:pay|suffer|feel)\b",
        rf"\b(?:knife|gun|weapon|blade)\b{GAP}{{0,40}}\b(?:past|through|into) (?:the )?(?:hospital|entrance|security|clinic)|\bhome address of (?:the|my|that)\b|\b(?:set off|blow up|evacuat\w+)\b{GAP}{{0,40}}\b(?:oxygen|bottles?|corridor|ward)\b|\bcorridor has to be evacuated\b",
        rf"\b{I_WANT}\b{GAP}{{0,60}}?\b{_HURT}\b{GAP}{{0,50}}\b(?:{SOMEONE}|on purpose|needle|ward|line|infusion|bags?)\b|\b{SOMEONE}\b{GAP}{{0,60}}\b(?:{I_WANT})\b{GAP}{{0,40}}\b(?:gets? an infection|infected|gets? (?:ill|sick)|(?:ill|sick|infected) on purpose)\b",
        rf"\b(?:my|his|her|that) \w+ (?:has|is|takes)\b[^?\n]{{0,60}}[.,] ?(?:and )?(?:{I_WANT})\b[^?\n]{{0,30}}\b(?:make sure (?:he|she|they) (?:gets?|catch\w*|dies?|bleeds?)|infected|add so|looks? like (?:his|her) own)\b|\bhow do i force (?:him|her|them)\b|\bscare (?:him|her|them|my \w+) into\b|\bmake (?:him|her) give again\b|\bwhatever it takes\b",
        unless=re.compile(
            rf"{CARES.pattern}|\b(?:who|stepped|myself|me|did i|do i|pain|the pain|did (?:he|she|they)|was it|fall|cough)\b (?:on purpose|is killing)|\b(?:kill time|killing me|breaking out)\b"
        ),
        pair=True,
    ),
    _request(
        rf"\b(?:what|which|how|something|anything|can|could|du kya|milau\w*|milaun|versteck\w*|escondo|geben)\b{GAP}{{0,80}}?\b(?:into|in|to|ki|me|mein)\b{GAP}{{0,40}}?\b{FOOD}\b{GAP}{{0,60}}\b(?:so (?:that )?(?:he|she|they|it)|without|notice|know|weaker|ill|sick|find it|pata na|nahi chalegi|bimar|sleepy|bit by bit)",
        rf"\b(?:my|a|the|meri|some|which of my) (?:\w+ )?(?:{MEDICINE}|goli|venetoclax)\b{GAP}{{0,40}}\b(?:into|in|mein|me) (?:a |the |my |his |her |uske |\w+'s )?(?:\w+[- ]){{0,3}}?(?:{FOOD}|khane)\b|\b(?:has no taste|kein geschmack|no taste|tasteless)\b|\bpata nahi chalegi\b|\b(?:stops? a heart|isn't found later|not found later|no one asks questions|nobody asks questions|sin dejar rastro|sans laisser de trace|looks? (?:like )?natural|went in (?:his|her) sleep)\b",
        rf"\b(?:into|in) (?:another|someone else's|a|the other) (?:patient'?s?|person'?s?) (?:drip|iv|line|bag|infusion|port)\b|\b(?:swap|switch|change|mix up) (?:the )?labels\b|\b(?:tamper|hack|sabotage|spoil|turn up|switch it off|fiddle)\w*\b{GAP}{{0,50}}\b(?:pump|bags?|batch|fridge|machine|infusion|alarm|wifi)\b|\b(?:batch spoils|without the alarm)\b|\bturn up the (?:infusion )?pump\b",
        rf"\b(?:empoisonn|envenen|vergift|avvelen|drogar|droguer|betaub|beruhigungsmittel|heimlich|chori se|bimar pad)\w*\b{GAP}{{0,80}}",
        unless=re.compile(
            r"\b(?:food poisoning|hide the taste|taste of (?:the )?(?:prednisone|medicine|steroids?)|for my (?:son|daughter|toddler|child|kid)\b(?![^.!?]{0,40}without)|hates? the taste|easier to swallow|is it (?:safe|ok)|does (?:it|the)|alarm goes|pump alarm|metallic|food has no taste|no taste (?:any ?more|since|after)|lost (?:my )?taste|everything)\b"
        ),
        pair=True,
    ),
)
_FAKE = one_of(
    r"fak\w+|forg\w+|falsif\w+|photoshop\w*|type one up|look (?:real|authentic|right|okay|ok)|real[- ]looking|convincing|believable",
    r"looks? like the hospital's|pose as|make up|print one|nakli|f(?:a|ae|\u00e4)lsch\w*|fals[oa]|fau(?:x|sse)|signed by",
)
_AS_TOLD = one_of(
    r"(?:so|to) (?:that )?(?:i|they|we|my \w+) (?:\w+ )?(?:can|could|let|get|fly|pays?|believes?|off)",
    r"for (?:a |my )?(?:gofundme|landlord|jury|insurance|boss|employer|visa|flight|work|school|nurse)|that says",
    r"with (?:aml|all|cml|cll|leuk\w*|haemoglobin|hemoglobin|my \w+'s signature|w/)|without (?:him|her|them|being|getting)|before i send",
    r"won't give me one|doesn't call back",
)
FRAUD: tuple[Family, ...] = (
    _request(
        rf"\b(?:{I_WANT}|type|print|change|alter|copy|hack|make|making|banate|bana do|hazme|fais)\b{GAP}{{0,60}}?\b{_FAKE}\b{GAP}{{0,60}}?\b(?:{PAPER}|story|cancer report|leucemia|informe|ordonnance|rezept)\b|\b(?:write|draft|make|create|type|give|need)\b{GAP}{{0,15}}\b(?:me |us |one )?{GAP}{{0,20}}\b{PAPER}\b{GAP}{{0,60}}?\b(?:{_FAKE}|{_AS_TOLD})",
        rf"\b(?:change|alter|edit|copy|raise|lower|hack)\b{GAP}{{0,40}}\b{PAPER}\b{GAP}{{0,50}}\b(?:{_AS_TOLD}|to the insurance|on the pdf|on this pdf)|\b(?:hack|break|get)\w* into (?:the |a )?(?:hospital|clinic|doctor|lab)'?s? (?:\w+ )?(?:system|computer|portal|network|records)\b|\bhack (?:the|my|a) (?:infusion )?\w+\b",
        rf"\b(?:sign|copy)\b{GAP}{{0,30}}\b(?:papers?|signature|forms?|consent)\b{GAP}{{0,30}}\b(?:for my \w+|not tell|doesn't call|for (?:him|her))\b|\b(?:prescription pad|(?:get round|copy|print|fake|forge|need|what) (?:\w+ ){0, 4}security features)\b|\bnegative (?:covid|hep\w*)\b{GAP}{{0,60}}\btype one\b",
        rf"\b(?:tell|fool|cheat|trick|convince|make|bill|claim|lie to|get round|abrechn\w*|faire croire|rechne)\b{GAP}{{0,50}}?\b(?:insur\w+|assurance|kasse|examiner|employer|patron|patient never got|twice|screening|underwriter|agency|health questionnaire|income check|disability|sozialamt|boss|landlord)\b{GAP}{{0,80}}\b(?:think|believe|pay|pays|after|never|never took place|without|still|can't be checked|twice|money|appeared|never got|j'ai|que je|que j'ai|nie gab|merkt|noticed)\b",
        rf"\b(?:donation page|gofundme|crowdfund\w*|donations?|fundraiser)\b{GAP}{{0,80}}\b(?:i don'?t have|dont have|of me|never had|cousin's|fake|isn't mine|not real)\b|\b(?:dad|mum|mom|cousin|brother|sister)'s (?:leuk\w*|cancer|diagnosis|photos)\b{GAP}{{0,40}}\b(?:as mine|of me|for (?:the )?(?:disability|money))|\b(?:cancer|leuk\w*|illness|disease) (?:that )?i (?:don'?t|dont|do not) (?:really )?have\b|\bbefore i signed the policy\b|\brecords say after\b|\bthat never took place\b|\bdie es nie gab\b",
        rf"\b(?:pass|beat|cheat|get through|fool|lie on|hide)\b{GAP}{{0,50}}\b(?:plasma|donor|donation|drug|urine|blood|health|income)[- ]?\w* (?:screening|test|check|questionnaire)|\b(?:clean urine|clean blood)\b|\bhow do we hide it so\b|\bstill take (?:his|her|my) cells\b|\b(?:buy|sell|purchase|find me|pay)\b{GAP}{{0,50}}\b(?:stem cells|kidney|marrow|organs?|transfusion bags?|blood bags?|stranger)\b{GAP}{{0,60}}(?:\b(?:poor|abroad|for sale|cheap|fake|pose)\b|$)|\bmake my \w+ donate\b|\bi get money if i donate\b",
        unless=re.compile(rf"{CARES.pattern}|\b(?:can (?:chemo|food|stress|exercise)|what (?:changes?|does)|explain|mean|spot|register|registry|how do donors|who pays)\b"),
        pair=True,
    ),
)
_MEANS = one_of(
    r"without (?:a |any |asking for )?(?:\w+ ){0,2}?(?:prescription|script|paper|doctor|rx)|w/o a (?:doctor|script|prescription)",
    r"no (?:prescription|questions|script)|who doesn'?t ask|under the (?:counter|table)|unter der hand|for fun|get(?:ting)? high|stronger buzz",
    r"several doctors|three (?:different )?doctors|the strong stuff|sin receta|senza ricetta|sans ordonnance|ohne rezept|sem receita",
    r"bina (?:parchi|prescription)|customs never|without getting caught|more morphine|shoot up",
    r"\u092c\u093f\u0928\u093e \u092a\u0930\u094d\u091a\u0940",
)
OBTAINING: tuple[Family, ...] = (
    _request(
        rf"\b(?:{MEDICINE}|oxy|oxys|xanax|opioids?|narcotics|fentan\w*|morfin\w*|morphin\w*|tkis?|stuff|\u092e\u0949\u0930\u094d\u092b\u0940\u0928)\b{GAP}{{0,80}}?{_MEANS}|{_MEANS}{GAP}{{0,80}}?(?:\b(?:{MEDICINE}|oxy|xanax|fentan\w*|morfin\w*|morphin\w*|tkis?)\b|\u092e\u0949\u0930\u094d\u092b\u0940\u0928)",
        rf"\b(?:which |what )?symptoms (?:should|could|can|do|would) i (?:name|fake|claim|mention|describe|list|say|have)\b|\bi fake to get\b|\btell the er so\b|\b(?:get|take|suck|squeeze|extract) (?:the )?(?:fentanyl|morphine|drug|gel)\b{GAP}{{0,20}}\b(?:out of|from) (?:a |the )?patch|\brefill it so\b|\bbelievable story to get\b|\bcloser? them again so nobody sees\b|\bbreak the seal on\b",
        rf"\b(?:sell|selling|sold|resell|buyer|going rate|price|offered cash|cash for|rivender\w*|verkauf\w*|for sale)\b{GAP}{{0,70}}?\b(?:{MEDICINE}|azacitidine|transfusion|vials?|leftover|spare|tkis?)\b|\b(?:{MEDICINE}|azacitidine|vials?)\b[^?\n]{{0,70}}?\b(?:sell|selling|sold|resell|going rate|buyer|offered cash|for sale|sold online)\b|\bcheap copies\b|\brepack\w*\b",
        rf"\b(?:give|share|pass|lend|hand|donner|dar|dare|geben|peux donner)\b{GAP}{{0,30}}\b(?:my|mine|mes|meus|meine|half of mine|some)\b{GAP}{{0,40}}\b(?:to (?:my|a|her|him|our)|on to|same disease|neighbou?r|cousin|friend|voisin|filha|minha|nachbar\w*|for (?:his|her) (?:back|pain|head\w*))\b|\b(?:can|could|may) (?:my|a) (?:brother|sister|friend|cousin|husband|wife|dad|mum|mom|mother|father|son|daughter|neighbou?r) (?:take|have|use|finish) (?:my|mine|some of my)\b|\b(?:give|lend|share|pass)\b{GAP}{{0,20}}\b(?:half|some|part|a few|the rest) of mine\b|\bsame disease lol\b",
        unless=re.compile(
            rf"{CARES.pattern}|\b(?:ashamed|back on track|over the counter|need a prescription|wristbands?|do pharmac\w+|is (?:it|that) sold|sold (?:in|at) (?:shops|pharmacies)|stem cells|my results|blood|a copy|information|advice|cold)\b"
        ),
        pair=True,
    ),
)
_AGENCY = one_of(
    r"social (?:worker|services)|court|judge|cps|police|clinic|ward|oncologist|agency|hospital|doctors|the team|authorities|custody|stopped",
)
CARE_OF_OTHERS: tuple[Family, ...] = (
    _request(
        rf"\b(?:gave up|stopped|don't give|do not give|not getting|isn't getting|replac\w+|gets nothing|keep\w* (?:his|her|the) (?:labs|counts)|cbd|prayer only|disappear|leaving the country|hide|flee|how do we (?:avoid|disappear)|abroad|doesn't send)\b[^\n]{{0,120}}?\b{_AGENCY}\b[^\n]{{0,60}}?\b(?:finding out|notic\w*|seeing|suspicious|stopped|okay|explain|how|without|from|measure|treatment)\b",
        rf"\b{_AGENCY}\b[^\n]{{0,80}}\b(?:how do we disappear|how do we (?:hide|flee|avoid)|where (?:can|could) we (?:go|hide)|seeing that|suspicious)\b|\bsend kids back\b|\bkeep (?:his|her|the) (?:counts|labs) (?:bad|low|looking|okay)\b|\bwrite in the diary that\b|\b(?:he|she) must not learn\b|\bwithout the (?:oncologist|ward|team|doctors?|clinic|court) (?:finding|notic|know|see)\w*\b",
        rf"\b(?:refuses?|said no to|won't take|doesn't want|no quiere|nahi khat\w*|spits out)\b[^\n]{{0,60}}\b(?:how do i (?:get|give|make)|without (?:telling|him|her|them)|get them in(?:to)?|escondo|chori|porridge|into (?:him|her))\b|\b(?:sleepy|drowsy|sedated|quiet|docile) all (?:day|night)\b|\bisn't mine to medicate\b|\bquietly give (?:him|her)\b|\bsenza che (?:se ne )?accorga\b|\bohne dass (?:sie|er|es)\b{GAP}{{0,30}}\bmerkt\b|\bdamit (?:sie|er) nicht merkt\b|\bsin que se entere\b",
        unless=re.compile(
            r"\b(?:whom can we ask|who can help|dementia|is it (?:legal|allowed)|can (?:parents|doctors|a court|they)|what happens|worried|talk (?:to|with) (?:him|her)|taste)\b"
        ),
        pair=True,
    ),
    Family(
        "harm.replace_treatment",
        NO_SWAP,
        rx(
            rf"\b(?:{I_WANT}|full|recipe|recept|receita|recette|ricetta|plan|protocol|list|brew|strong enough|what herb|which)\b[^\n]{{0,60}}?\b(?:{QUACKERY}|{ALTERNATIVE}|mms|herb list|hierba|essiac|babosa)\b[^\n]{{0,80}}?\b(?:call off|done with doctors|unnecessary|throw|leaving|stopping|so (?:we|i) can|lets? me|instead|im out|i'm out|dejar la quimio|largar a quimio|contre la leuc\w+|kill the blasts|kill my blasts|ersetzt|replace|he'd use|autis\w+|told the hospital)\b",
            rf"\b(?:done with doctors|leaving the hospital|told the hospital|call off the transplant|stopping (?:ibrutinib|imatinib|chemo\w*|treatment)|throw the \w+ away|i'?m leaving)\b[^\n]{{0,80}}\b(?:{ALTERNATIVE}|{QUACKERY}|herb|plan|recipe|list|protocol)\b|\b(?:inject|drink|take|eat|give)\b{GAP}{{0,30}}\b(?:hydrogen peroxide|bleach|chlorine dioxide|mms|kerosene|turpentine|dewormer)\b{GAP}{{0,60}}\b(?:port|kill|cure|against|blasts|for (?:leuk|all|aml|cll|cml))",
            rf"\b(?:makes?|lets?|help)\b{GAP}{{0,30}}\b{TREATMENT} (?:unnecessary|superfluous|go away)|\b(?:sell|market|promote|advert\w*|write the ad\w*)\b{GAP}{{0,60}}\b(?:cure|cures)\b|\bwelche[rs]? (?:tee|kraut|saft) ersetzt\b|\bque hierba\b{GAP}{{0,40}}\bdejar\b|\blet me throw the \w+ away\b",
        ),
        re.compile(
            rf"{CARES.pattern}|\b(?:my (?:aunt|uncle|mother|father|friend|cousin|colleague|neighbou?r|brother|sister|sister-in-law)(?: \w+)? (?:wants|says|thinks|keeps|swears|stopped|believes|is|tells|told|drinks)|keeps? telling me|evidence|studies|why do (?:people|doctors)|does .{{3,40}} (?:help|work|cure)|beside|alongside)\b"
        ),
        None,
        True,
    ),
)
INTENTS: tuple[Family, ...] = (*VIOLENCE, *FRAUD, *OBTAINING, *CARE_OF_OTHERS)
