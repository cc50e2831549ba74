"""Harmful requests by deed: a wish to be helped (`_ASK`), a deed and what it is done to.

Deeds are word classes: forging, selling, hurting, tampering, getting round a check, fleeing with a
child, taking a sick person's money, surgery at home, spreading falsehoods, posing as somebody. Who
asks how to spot, prevent or report a deed, or tells that it was done to them, is not meant.
"""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_intents import CARES
from leukchat.safety.harm_requests import NO_HARM

_GAP = r"[^.!?\n]"
_ASK = one_of(
    r"how (?:to|do|does|can|could|would|might|should|2|did) ?|what (?:can|could|do|should|would|might|is the|are the|excuses?|symptoms?|answers?) |what's (?:the|a) |which |where (?:can|could|do|should|would|is) |ways? (?:to|of) |best way|easiest way|neatest way|discreet way",
    r"give (?:me|us) |tell (?:me|us) |help (?:me|us) |show me |teach me |find me |build me |make me |set out |list |i (?:want|need|plan|wish|intend|hope|have decided) |i'd (?:like|love) |i'm (?:going|planning|switching|giving) |i'll |we (?:want|plan|need)|can i |could i |could you |can you |would you ",
    r"write |draft |compose |script |design |create |make |produce |generate |invent |put together |word |turn |rewrite |translate |fill in |come up with |any ideas|ideas (?:to|for)|plan to |is there (?:a|any) (?:way|plant)|need (?:the|a|an) |get |fake |forge |prank|please\b|seo text|tweets?|jokes? (?:to|about)|a (?:persuasive|threatening|fake)|tell how|copy of|hwo to|wher do",
)
_PAPERS = one_of(
    r"prescriptions?|presription|scripts?|(?:medical |sick |death |university )?certificates?|sick notes?|doctor'?s? (?:stamp|signature|letter|note|title|licen[cs]e)|consultant'?s stamp|stamps?|signatures?|letterheads?|security paper|lab (?:reports?|printouts?|results?)|(?:blood|biopsy|pathology|pcr) (?:reports?|results?|tests?)|biopsy",
    r"charts?|records|diagnos[ei]s|disability form|vaccination (?:cards?|booklets?|pass)|reference|adverse events|data|trial data|stud(?:y|ies)|pdf|reviews?|testimonials?|quotes|cbc|counts|donor test|pcr|consent forms?|liver test|blood passport|drug test|batch numbers|dates|labels?|warning label|licen[cs]e",
)
_FORGE = one_of(
    r"fak(?:e|ing)|forg(?:e|ing)|forgge|falsif\w+|copy(?:ing)?(?! of (?:my|the|his|her|your))|alter(?:ing)?|relabel\w*|photoshop\w*|mak(?:e|ing) up|made[- ]up|invent(?:ed|ing)?|imitat\w+|doctoring|tweak(?:ing)?|change|chang(?:e|ing)|turn|fabricat\w+|pass for|fill in|get past|fail|hide|mask|cheat",
)
_NOT_TRUE = one_of(
    r"i(?:'m| am) (?:healthy|not (?:ill|sick|a doctor))|i (?:don't|do not|dont) (?:really )?have|(?:she|he|my \w+) (?:is|'s) (?:alive|fine|healthy)|it (?:wasn't|isn't|was not|is not|doesn't)(?: say so)?|we have no data|no,? we have no|without (?:studying|their parents)|look(?:s)? (?:real|official|sick|professional|natural|like (?:a slip|it'?s from|an accident))",
    r"from the \"?hospital\"?|needn't stay away|so (?:that )?(?:it gets through|the site (?:doesn't|won't)|(?:people|they|nobody|no one|no lab|the moderators|mods|patients) (?:don't|won't|can't|doesn't|dont|ban|believe|send|think|pays?|gives?|learn|let|trusts?|sees?|notices?|finds?))|symptoms i don't have|i know it doesn't say|i merely need|we merely need|get out of my exams|sound(?:s)? (?:real|approved|like)|make it sound|look sick|if (?:they|neighbours) think",
)
_DRUGS = one_of(
    r"morphine|morfine|mo juice|oxys?|oxycodone|fentanyl|tramad?ol|opioids?|benzos|painkillers|patches|tablets|pills|capsules|chemo(?: (?:drugs?|vials?|durg|tablets))?|vials?|ampoules?|filgrastim|venetoclax|dasatinib|imatinib|busulfan|hydroxyurea|vincristine|arsenic|epo|ritalin|steroids|meds|medicines?|injections?|morphine pump|stem cells|marrow|blood|drugs",
)
_SICK = one_of(
    r"my (?:\w+[- ]){0,2}?(?:wife|husband|mother|mother-in-law|mum|mom|dad|father|stepfather|stepdad|nan|gran\w*|grandpa|aunt|uncle|brother|sister|son|daughter|kid|boy|girl|child|toddler|friend|girlfriend|boyfriend|boss|flatmate|neighbour|rival|cousin|ex)|the (?:other )?(?:kid|child|girl|boy|guy|man|woman|nurse|doctor|registrar|receptionist|old man|patient|mayor|surgeon)(?:s)?|a (?:little girl|patient|dying woman|toddler|kid|child|employee)|an employee|old lady|him|her|them|he|she|someone|somebody|patients|people|adult|kids|nurse|eight-year-old|sick daughter|leukemia community",
)
_DEVICES = one_of(
    r"pumps?|syringe driver|drip|infusions?|monitors?|call bells?|fridge|drug safe|trolley|samples?|bags?|labels|wifi|entrance|donor bus|alarm|randomi[sz]ation|study data|machine|batch|biscuits",
)
_CHECKS = one_of(
    r"doctors?|clinic|ward|court|judge|guardian|social services|school|ethics committee|psychologist|oncologist|team|insurance|insurer|donor centre|nurse|staff|security|test|screening|moderators|law|regulator|hospital|agency|check|father|dad|parents|family|he|she|him|her|anyone|they",
)
_LIES = one_of(
    r"chemo (?:is|kills)|chemo\b.{0,20}kills|vaccin\w+ (?:gave|cause\w*|led)|leukemia is (?:made up|catching|contagious)|made up by pharma|(?:cures?|heals?|treats?) (?:leuk\w*|cll|cml|aml|all|90|cancer)|refuse|sugar causes|nobody should take|throw away your chemo|distrust|leave(?:s)? (?:the|their) (?:hospital|chemo)|into my detox|to my retreat|healed by|contagious|cancer oil|stem cell drops|my (?:oil|tonic|mat|drops|powder|remedy|supplements?|alkaline|elixir)",
)


def _deed(*patterns: str, pair: bool = False) -> Family:
    return Family("harm.request", NO_HARM, rx(*patterns), _MEANT_WELL, None, pair)


_MEANT_WELL = re.compile(
    CARES.pattern.replace("cells?|blasts|germs|", "")
    + r"|\b(?:vermin|rats?|mice|weeds?|wasps?|ants?|slugs?|insects?|pests?|cockroach\w*|moles|poison control|any truth|can i believe|promises to|sent me an?|avoid|what should (?:i|we) do|what (?:do|does|did) (?:hospitals|doctors|wards|poisoners)|how (?:do|does|did) (?:hospitals|doctors|wards|poisoners|police)|(?:what|how) (?:do|can) (?:people|patients) (?:do|cope)|keep it private|on stage|surprise|in plain words|was (?:faked|forged|stolen|sold)|were (?:faked|sold|stolen)|been (?:sold|offered|forged|faked)|how (?:do|can|could) (?:i|we|one|patients) (?:tell|spot|recogni[sz]e|avoid|report|prevent|check|know|stop (?:someone|people|him|her|them) from|help)|why (?:do|does|is|are|did|must|would)|real (?:one|cures?)|what happens|protect|is it (?:true|legal|illegal|normal)|talk (?:to|with) (?:him|her|them|the team)|"
    r"safely|team says|my (?:doctor|team|nurse|clinic) (?:said|says|wants|can|may)|with (?:their|his|her) consent|so (?:that )?(?:she|he) (?:isn't|is not) (?:scared|afraid)|taste|out loud|for my (?:school|hospital) bag|scandal\w*|history|museum|opera|film|refus(?:es|ed) (?:his|her|the) (?:tablets|pills|medicine))\b"
)
ASKED: tuple[Family, ...] = (
    _deed(
        rf"\b{_ASK}{_GAP}{{0,50}}?\b{_FORGE}\b{_GAP}{{0,25}}?\b(?:a |an |my |the |this |some |another |hospital |doctor's ){{0,3}}{_PAPERS}\b",
        rf"\b{_ASK}{_GAP}{{0,70}}?\b(?:{_PAPERS}|donation page|fundraiser|charity video|survivor bio|leukemia|update|article|headline|warning label|story|story of|form)\b[^\n]{{0,90}}?\b{_NOT_TRUE}",
        rf"^(?:fake|forge|copy of|false) {_GAP}{{0,20}}\b(?:{_PAPERS}|graft rejection|chemo|leukemia|cancer)\b|\b(?:invented|fake|made-up) (?:survivor|leukemia|cancer|hospital|chemo|study|doctor|patients?)\b|\bi need (?:a|an) (?:\w+ )?{_PAPERS}\b{_GAP}{{0,40}}\bwants one\b|\b(?:keep|kept) (?:up|going) the (?:story|lie) that i\b|\bi told everyone i have (?:aml|cml|all|cll|leuk\w*|cancer)\b",
        rf"\b(?:pos(?:e|es|ing) as|as if i were|as if you were|pretending to be|in the style of the|believable number for)\b{_GAP}{{0,30}}\b(?:a |an |the |my |her )?(?:nurse|doctor|consultant|h(?:a)?ematologist|patient|her|him|health ministry|doctor's licen[cs]e|hospital)\b|\b(?:cancel|call in|ring)\b{_GAP}{{0,40}}\bas if i were\b|\bwhite coat\b",
        pair=True,
    ),
    _deed(
        rf"\b(?:{_ASK}|who's |whos |wher |what's it |which neighbourhoods ){_GAP}{{0,60}}?\b(?:sell|selling|flog|shift|resell|for resale|buying|buy(?:s)?|worth on the street|going rate|pay(?:s)? (?:crazy )?money|get (?:it|them) to a pharmacy|export|shipped|score)\b{_GAP}{{0,50}}?\b(?:{_DRUGS}|them|it)\b",
        rf"\b(?:{_DRUGS}|crate of expired|cupboard of her stuff|drawer full)\b[^?\n]{{0,80}}?\b(?:how do i reach (?:them|buyers)|would pay|worth on the street|street value|how do i move|what (?:each|it|they)(?:'s| is| are)? worth|so mods dont|pay crazy money|stretch it so)\b|\bdoctor shop\b|\b(?:get|score)\b{_GAP}{{0,20}}\bmore opioids than\b|\bopioids in my late\b",
        rf"\b{_ASK}{_GAP}{{0,50}}?\b(?:snort|extract|get round the coating|buzz|get high|crush and sniff|good stuff from)\b|\b{_ASK}{_GAP}{{0,30}}?\b(?:steal|nick|swipe|lift|pinch|pocket|take something|divert\w*|get into|talk{_GAP}{{0,40}}out of her)\b{_GAP}{{0,50}}\b(?:{_DRUGS}|hospice|safe|trolley|ward|disability card|bags?|painkillers)\b|\bleaves? the trolley unlocked\b|\bleave their bags\b|\bgets written off\b",
        rf"\b{_ASK}{_GAP}{{0,40}}?\b(?:cook up|synthesi[sz]e|make)\b{_GAP}{{0,20}}\b(?:imatinib|methotrexate|dasatinib|venetoclax|chemo\w*)\b{_GAP}{{0,40}}\b(?:garage|kitchen|chemicals|home|powder)\b|\b(?:poisonous|toxic) plants\b{_GAP}{{0,60}}\binto a medicine\b|\bfrom a vet\b",
        pair=True,
    ),
    _deed(
        rf"\b{_ASK}{_GAP}{{0,60}}?\b(?:poison(?! control| line| cent| ivy)|poison (?:a|my|him|her|the)|sicken|puke|too drowsy|weaker by|so he stays weak|ill slowly|get sick|get really ill|counts crash|make {_SICK} (?:ill|sick|bleed|weak|miss|doubt)|keep someone neutropenic|finish (?:it|him|her)|overdose of iron|the murderer|untraceable|no lab sees|quick for her|goes faster|speed it up|smelt in|unnoticed in)\b",
        rf"\b{_ASK}{_GAP}{{0,60}}?\b(?:scare|frighten|terrify|threat(?:ening|s)?\b|threaten (?:him|her|them|my|the)|haze|bully|push (?:him|her|the|my)|hit (?:him|her|the|them)|hurt(?:s)? (?:him|her|them|my|the)|blackmail|extort|squeeze money|smash|spit in|cough on|force (?:him|her|my|them|the)|fire (?:an?|my|her|him|the)|evict|make {_SICK}(?:'s)? life hell|torture|wants? the old man out)\b{_GAP}{{0,40}}\b(?:{_SICK}|leukemia|cll|brother|donor|staff|doctor's family|pumps?)\b",
        rf"\b(?:into|in|put in|slip in(?:to)?) (?:his |her |the |a |my \w+'s |my \w+-in-law's )?(?:supper|soup|smoothie|coffee|water|tea|salad|yoghurt|drink)\b[^?\n]{{0,60}}\b(?:unnoticed|crash|ill|sick|weak|smelt|which|what)\b|\bwhich{_GAP}{{0,30}}\bchemo drug\b{_GAP}{{0,30}}\b(?:unnoticed|kills|ill)\b|\bshe thinks it's vitamins\b|\bi hate him\b|\bmy husband is insured\b|\bstrongest for someone\b",
        rf"\b(?:which (?:time|of (?:these|my|his)|spot)|where should i stand|what would frighten|what should i expect her to feel|how would i|who would take it)\b{_GAP}{{0,60}}\b(?:least staff|hurt(?:s)? most|kills|push|frighten|first|jam|give it up)\b|\b(?:on the day|i'll be at) the? ?doctor's house\b|\bhe'?s going to pay\b|\bmake (?:it|him|her|that \w+) (?:bleed|pay)\b|\blearn where\b|\bfind out where\b{_GAP}{{0,30}}\b(?:lives|parks)\b|\bbomb scare\b|\bgerms would be fun\b",
        r"\b(?:beat up|alone with one of them|without her waking|fewest visitors)\b|\bturn (?:the )?(?:\w+ )?(?:driver|pump|morphine)(?: \w+)? up\b|\bslips? away tonight\b|\blived long enough[.,] (?:tell|what|how|help)|\bit's enough\. how\b|\bdoesn't want to die, but\b|\bso she'?s? (?:nobody|no one) notic|\bpoison a village\b|\bblock the (?:entrance|donor bus)\b|\bout of our school\b|\bdeserved her cancer\b|\bapply for the flat\b",
        pair=True,
    ),
    _deed(
        rf"\b{_ASK}{_GAP}{{0,60}}?\b(?:break|jam|hack(?:ing)?(?! together)|tamper\w*|sabotag\w*|unlock|silence|ruin|spoil|thin out|dilut\w*|mix up|switch(?:ing)?|swap(?:ping)?|cut|set|block|destroy)\b{_GAP}{{0,30}}\b(?:the |my |his |her |ward's |code on the |somebod\w+ ){{0,3}}(?:{_DEVICES}|transplant|records|cable)\b",
        r"\b(?:switching|swapping|mixing up|mix up) the (?:samples|labels|bags)\b|\bset the (?:infusion )?pump so it gives the lot\b|\brecords would i have to destroy\b|\bshift the blame for a\b|\bchange on the drip\b|\bso our drug wins\b|\bfor the competitor's trial\b|\bif i'm on placebo by\b",
        rf"\b{_ASK}{_GAP}{{0,60}}?\b(?:hide|conceal|(?<!a )mask|cover|get past|get round|fool|trick|lie to|beat|slip past|avoid|coach)\b{_GAP}{{0,60}}\b(?:{_CHECKS})\b{_GAP}{{0,40}}(?:\b(?:so|without|when|isn't|how|from|that|if|before|on|for|find|notice)\b|[?.]|$)",
        rf"\b(?:don't want|so) (?:them|they|her|him|the clinic|no one|nobody)\b{_GAP}{{0,40}}\b(?:to find out|find(?:s)? out|see i|notice|can't track|can't find|flagging me|look good|suspects?|asking questions)\b|\bwithout (?:the |his |her |their |my )?(?:father|dad|court|clinic|ward|doctor|parents|database)\b{_GAP}{{0,25}}\b(?:knowing|finding out|signing|flagging|noticing|traced)\b|\bnobody (?:sees|finds out|would test|asks)\b",
        rf"\bcover the spots\b|\bget my temperature down for the check\b|\bwant to (?:visit|go in)\b{_GAP}{{0,60}}\b(?:how do i get (?:past|in)|want to go in)\b|\bnegative pcr\b|\bi've (?:got )?(?:covid|shingles|chickenpox)\b{_GAP}{{0,60}}\b(?:get (?:in|past))\b|\bwhich answers get me past\b|\btests?\? what (?:makes|can)\b|\bmakes a pcr look good\b|\bmask alcohol\b",
        pair=True,
    ),
    _deed(
        r"\b(?:skipping town|disappear|go underground|over the border|across the border|won't send us back|close my son's file|stay hidden|moved abroad|report us|state is after|get (?:her|him|them|my \w+|the kid|a child) out of (?:isolation|hospital|the ward)|out of isolation unseen)\b[^\n]{0,120}(?:\?|\bhelp\b|\bhow\b|\bplan\b)",
        rf"\b(?:what excuse(?:s)?|which excuses?|excuse buys|give me lines|what do i say|what can i tell|how long can a kid|get a toddler off|teach me to coach|coach my|what else can i do so|help me plan)\b{_GAP}{{0,90}}\b(?:chemo|tablets|mercaptopurine|clinic|school|weeks?|transplant|treated|refuses?|port|guardian|checks|social services)\b",
        r"\b(?:power over|draw money|leaves? all to me|sign(?:s)? anything|put(?:s)? me in her will|leaving everything to my|changes her will|(?:and|so|that|until) i inherit|keep it going|declared mad|sent to a psychiatric|pension for|uninsured brother|under my name|two refunds|refunds for the same|get custody by|skip the queue)\b[^\n]{0,60}",
        rf"\b{_ASK}{_GAP}{{0,50}}?\b(?:talk|convince|persuade|make|frighten|get|turn|bring)\b{_GAP}{{0,30}}\b(?:out of chemo|against her doctors|so she (?:won't|stops|comes to my)|refuse(?:s)? blood|won't go for|hand over|from the hospital to|to quit their therapy|who quit their therapy|my guru|my healer)\b|\bhid my (?:son|daughter)'s appointment\b|\bmake (?:him|her|my \w+|my aunt) miss (?:her|his) (?:infusions?|chemo|appointments?)\b",
        rf"\bbelieve (?:the clinic|the hospital|i'?m dying|her leukemia is back)\b|\bclinic has cancelled\b|\btext my girlfriend that her leukemia\b|\bher leukemia is (?:back|contagious)\b{_GAP}{{0,30}}\b(?:prank|make it|i want)\b|\bkeep her thinking that she has\b|\bsymptoms should i make up\b|\bmake (?:mine|my \w+'s blood|his blood|a little girl) look (?:worse|abnormal|like)\b|\bgive a little girl bruises\b",
        pair=True,
    ),
    _deed(
        rf"\b{_ASK}{_GAP}{{0,50}}?\b(?:pull|cut|take out|unblock|drain|puncture|run it in|put platelets into|give chemo in|inject)\b{_GAP}{{0,50}}\b(?:hickman|picc|port|catheter|abscess|line|marrow|spine|wife|friend with my blood|in the fridge|it in)\b{_GAP}{{0,40}}(?:\b(?:out|myself|at home|tonight|wire|knife|kitchen|by myself)\b|[?.]|$)",
        rf"\b(?:step by step|what knife|which needle|what needle)\b{_GAP}{{0,50}}\b(?:marrow|abscess|port|platelets|line|kitchen|myself)\b|\bpicc w(?:ith|/) wire\b|\bbag of someone's blood\b|\bmy blood so he gets\b",
        rf"\b(?:recipe|protocol|instructions|steps|plan|thing|amounts?|anleitung|receta|ricetta|brand|dose)\b{_GAP}{{0,40}}\b(?:mms|cds|bleach|ozone|water fast|cannabis oil|horse paste|dewormer|wormer|gomutra|goumutra|leukemia with|digiuno|fast(?:ing)?)\b|\b(?:mms|cds|bleach|ozone|water fast|horse paste|dog dewormer|dewormer)\b{_GAP}{{0,40}}\b(?:protocol|recipe|dose|plan|brand|for (?:my|kids|leukemia|aml)|thing for)\b|\bthe drops tonight,? just confirm\b|\bcannabis oil only\b",
        pair=True,
    ),
    _deed(
        rf"\b(?:write|draft|compose|script|design|create|make|generate|produce|give me|put together|ten|twenty|post|tweets?|video|leaflet|headline|help me (?:write|spread)|sales script|ad\b|seo text|speech|quiz|what do i write|word|translate my ad|label text|story){_GAP}{{0,120}}?\b{_LIES}",
        r"\bmake (?:them|teens|people|patients) distrust\b|\bleaving out? (?:any )?disclaimers\b|\bleave out any disclaimers\b|\bhit the heart\b|\bcharge desperate\b|\bmiracle week\b|\b(?:avoid|get round) the law on cure\b|\blists? of leukemia patients\b|\bpatients who quit\b|\bhealing centre for leukemia\b|\bone ethnic group shouldn't\b|\bmy clinic cures\b|\bproves that my\b",
        r"\b(?:passwords? of|patient files|usb stick|ward list|make a phishing|card details|results sent to me|photographed the)\b[^\n]{0,80}(?:\?|\bsell\b|\bguess\b|\bmake\b|\bgive\b|\bget\b|$)|\bbody of the other\b|\bgot pictures of the\b|\bclout\b|\bfake chemo selfie\b|\bshave my head and look sick\b",
        pair=True,
    ),
)
_TONGUES = one_of(
    r"(?:como|comment|wie|come|kaise|kya|donde|ou|dove|a chi|que|qual|quelle?|cuanto|dime|dame|hazme|escribe|inventa|invente|redacta|crie|scrivi|schreib|gib|denk|fammi|ecris|aide-moi|voglio|quiero|quero|il me faut|batao|likho|aasan tareeka|was|welche[ns]?)\b"
)
_FOREIGN_DEED = one_of(
    r"falsific\w*|falsifi\w*|falsch\w*|faelsch\w*|fals[oa]s?|faux|fausse|jhooti|nakli|naqli|envenen\w*|empoisonn\w*|vergift\w*|vendo|vender|vendere|revendre|verkauf\w*|matar|tue\b|tuer|toten|amenaz\w*|drohung|minacc\w*|farla pagare|pegarle|peur a|defoncer|robar|voler|stehlen|churan\w*|untertauch\w*|tauche ich|escondido|scappare|cache[rz]?|esconder|finjo|fingir|despedir|engan\w*|parezca|passe mal|"
    r"tirar sozinh\w*|ziehe ich|scarnifi\w*|sblocco|steck\w* (?:ich )?(?:jemand|an\b)|sans que|sin que|senza che|ohne dass|sem ela|pata na|pata chale|sostituire la chemio|deje la quimio|remedio falso|gocce miracolose|heilt\b|guerit la|guerit|cura la|milaun|milau|darane|firme la casa|echt aussieht|spenden sammeln|vaquinha|log (?:paise|marte)|vacina causa|convinca|lasciare l'ospedale|peu importe|absag\w*|einwilligung"
)
ASKED = (
    *ASKED,
    Family(
        "harm.request",
        NO_HARM,
        rx(
            rf"\b{_TONGUES}[^\n]{{0,110}}?\b(?:{_FOREIGN_DEED})\b|\u0928\u0915\u0932\u0940|\u0928\u093c?\u0915\u093c?\u0932\u0940 \u0905\u0938\u094d\u092a\u0924\u093e\u0932|\u092e\u093f\u0932\u093e\u090a\u0901|\u092c\u0926\u0932\u0915\u0930 \u0928\u0908|\u0917\u094b\u092e\u0942\u0924\u094d\u0930 \u0938\u0947 \u0907\u0932\u093e\u091c \u0915\u093e"
        ),
        re.compile(
            r"\b(?:riconosco|denunci\w+|est-ce que|lauft|(?:mit (?:ihr|ihm)|daruber) reden|reconnaitre|erkenn\w*|reconocer|riconoscere|reconhecer|prevenir|vorbeug\w*|signaler|denunciar|melden|segnalare|medo de|miedo de|angst|peur de|paura di|parler|hablar(?:le)?|falar|parlare|sprechen|proteger|aider|ayudar a|es verdad|stimmt es|est-ce vrai|e vero)\b"
        ),
        None,
        True,
    ),
    _deed(
        r"\b(?:temperature|temp|fever|thermometer) (?:read|look|seem|show|appear)s? (?:normal|low|fine|lower|ok)\b[^.!?\n]{0,40}\b(?:so|when|before|at|without|they)\b|\b(?:i|she|he|we) (?:don't|do not|dont|doesn't|haven't) (?:really |actually )?(?:have|got) (?:any|it|one|cancer|leuk\w*)\b[^.!?\n]{0,30}\b(?:but|just|rent|money)\b|\bdon'?t (?:really |actually )?have (?:any )?pain\b[^.!?\n]{0,40}\b(?:like it|want)\b",
        r"\b(?:word|draft|write)\b[^.!?\n]{0,12}\b(?:doctor's|sick|hospital) note (?:saying|that says)\b|\bi want (?:him|her|them) to (?:hurt|suffer|bleed|pay)\b|\b(?:offload|flog|shift)\b[^.!?\n]{0,40}\bfor cash\b|\bwhat's \w+ worth on the street\b|\b(?:draft|write|compose|make)\b[^.!?\n]{0,30}\b(?:message|letter|email|note) from [\"']?(?:dr|doctor|professor|my (?:doctor|consultant|oncologist|haematologist|hematologist))\b(?!.{0,60}\b(?:explain|in plain|means)\b)[^.!?\n]{0,60}\b(?:telling|saying|that says|so)\b|\bregister\w* (?:at|with) (?:two|three|several) (?:surgeries|doctors|gps|practices)\b|\b(?:look up|peek at|get into|check)\b[^.!?\n]{0,30}\b(?:ex's|neighbour's|colleague's|boss's|his|her) (?:medical )?(?:record|file|chart|results)\b",
        r"\b(?:sedatives?|sleeping (?:pills?|tablets?)) into [^.!?\n]{0,25}\b(?:soup|tea|food|drink|coffee|dinner)\b|\b(?:make|create|produce) [^.!?\n]{0,20}(?:scan|lab|blood|biopsy|pathology) (?:report|result)s? (?:saying|that says|showing)\b|\bdose (?:my|his|her|someone's|somebody's) [^.!?\n]{0,30}\b(?:drink|food|tea|coffee)\b|\b(?:into|in) (?:a |the |his |her |their )?(?:dessert|food|drink|pudding|yogh?urt|juice|tea)\b[^.!?\n]{0,60}\bwithout (?:their |his |her )?consent\b|\b(?:oramorph|morphine|oxy\w*|fentanyl|tramadol|opioids?)\b[^.!?\n]{0,40}\bwho buys\b|\bknock out my (?:sister|brother|wife|husband|mum|mom|dad|mother|father|flatmate|kid|son|daughter|nan|gran\w*)\b|\b(?:so deeply|so fast|so well) that (?:she|he|they) (?:doesn't|won't|can't|don't) notice\b|\bso (?:that )?the end comes\b|\bimmune system crash\b|\bpoison (?:somebody|someone|a person|people)\b(?! (?:by|with) (?:accident|mistake))|\b(?:give|cause) (?:someone|somebody|him|her|them) (?:a )?(?:blood )?cancer\b|\blook worse so\b|\bfrom my (?:oncology |chemo |cancer )?meds for a (?:buzz|high)\b|\b(?:home|private) address of (?:dr|doctor|my|the|that)\b|\bso (?:that )?(?:we|i) can cancel (?:her|his|my|the) (?:induction|chemo|treatment|transplant)\b|\bsound scientific\b",
        r"\b(?:enferme|malade|krank|ammali)\b[^\n]{0,50}\b(?:cafe|te|caffe|kaffee|soupe|sopa|suppe)\b|\b(?:convincere|convencer|convaincre|uberreden)\b[^.!?\n]{0,40}\b(?:rifiutare|rechazar|refuser|ablehnen|recusar)\b",
        pair=True,
    ),
)
