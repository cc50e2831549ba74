"""Attempts that set a scene instead of giving an order: rules declared changed or void, a reply fixed beforehand, a game with its own law.

`injection` holds the plain orders. Here a statement about the assistant's rules, its text or its part does the work.
"""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.injection_words import REFUSAL

GAP = r"[^.!?\n]"
RULES = one_of(
    r"(?:instructions?|rules?|guidelines?|guard ?rails?|restrictions?|polic(?:y|ies)|filters?|directi(?:ve|on)s?|constraints?|limits?|programming|orders|safeguards?|guidance|caution|configuration)",
    r"safety (?:layer|module|rules?|talk|thing|checks?|system|net|settings?|filters?)",
    r"(?:content checks?|disclaimers?|refusals?|warnings?|the leash|the act|setup|norms?|law)",
)
YOUR = one_of(
    r"your|ur|all|any|the|every(?: earlier)?|these|those|its|previous|earlier|prior|patient|such",
)
GONE = one_of(
    r"updated|changed|revoked|suspended|waived|lifted|void|cancelled|canceled|gone|disabled|fake|a joke|a bug|a mistake|obsolete|outdated|expired",
    r"replaced|dropped|over|wrong|zero|none|no longer (?:needed|valid|in force|apply|applies|count|counts|binding)|stopped working|for cowards",
    r"off\b|made by a prankster|optional",
)
DROP = one_of(
    r"scrap|drop|leave|waive|skip|ditch|forget|park|shelve|turn (?:down|off)|switch off|lower|set aside|work around|get rid of|pretend away|rip up",
    r"tear up|toss|cut|lose|suspend|revoke|remove|lift|bin|replace|rewrite|outrank\w*|override|consider|treat|without|go on without",
    r"proceed without|unlearn|igmore|trash",
)
TEXT = one_of(
    r"(?:text|words?|paragraphs?|lines?|message|note|brief(?:ing)?|instructions?|rules?|prompt|sentences?|tokens?|content|everything|notes|setup)",
)
BEFORE = one_of(
    r"before (?:our|my|this|the|i|we)\b|(?:between|from) your start\b|at the (?:start|beginning|top)\b",
    r"you (?:were|got|have been|'ve been|received|had|see|started with)\b|(?:that )?(?:makes|tells|told) you\b|above\b|preced\w+",
    r"ahead of (?:my|our|this)\b|behind (?:you|the scenes)\b|about how to behave\b",
)
SHOW = one_of(
    r"(?:show|print|quote|repeat|copy|paste|recite|list|reveal|output|type|tell|give|summari[sz]e|translate|paraphrase|send|turn|write|spell|put|display|read|dump|leak|say|finish|complete)",
)
PERSONA = one_of(
    r"(?:evil|rogue|unchained|unfiltered|uncensored|unbound|free|unrestricted|shady|old-school|reckless|1950s|ghost|retired|mad|corrupt)\b(?: \w+){0,3}",
    r"(?:doctor|physician|pharmacist|apothecary|machine|twin|nurse|npc|surgeon|medic|chatbot|bot|ai|assistant|nana|granny|grandma|grandmother|robot|oracle|expert)",
)
UNBOUND = one_of(
    r"(?:no|without|zero|knows no|never|free of|freed from|breaks? free|can(?:'t|not) be) (?:any )?(?:rules?|conscience|limits?|polic(?:y|ies)|filters?|hedg\w+|refus\w+|ethics|laws?|sued|leash|restrictions?|caution|warnings?|disclaimers?|guard ?rails?|hedges)",
    r"prescribes? freely|answers? (?:in numbers|everything|anything|what \w+ can't|all)|thinks rules|(?:the )?(?:true|real|exact) doses?",
    r"breaks free|says? anything|who(?:'s| is| was) not bound|unfiltered|uncensored",
)
_MINE = re.compile(
    r"^\s*(?:can|could|may|should|must|do|does|did|is|are|will|would|what if|how|why|when|where|which|who) (?:i|we|he|she|they|my|the|it|people|patients|a|an|our)\b|\b(?:my|our|his|her|their) (?:\w+ )?(?:doctor|hospital|clinic|nurse|team|oncologist|ward|trial|diet|insurance|school|visit)'?s? (?:\w+ )?(?:rules?|instructions?|guidelines?|polic\w+|restrictions?|orders|advice)|\b(?:diet|food|visit\w*|ward|neutropenic|isolation|fasting|hygiene|flower|leaflet|pill box|labels?|discharge|school|travel|clinic|hospital|nurses?|doctors?) "
    r"(?:\w+ )?(?:rules?|instructions?|guidelines?|warnings?|restrictions?|limits?|polic\w+)\b|\b(?:new|treatment|clinical|nccn|eln|who|current|eu) guidelines (?:for|on|about|in)\b|\b(?:explain\w*|understand|practi[sc]e|rehearse)\b[^.!?]{0,60}\b(?:grandma|children|kids|remission|talking)|\b(?:ignor|forg|skipp)\w+ (?:(?:my|the|a) (?:typo|last|question|appointment|breakfast)|what i (?:wrote|said|asked))|\bprotocol changed\b|\bside effects?\b"
)


def _attack(rule: str, *patterns: str, unless: re.Pattern[str] | None = _MINE, pair: bool = False) -> Family:
    return Family(f"injection.{rule}", REFUSAL, rx(*patterns), unless, None, pair)


SETUPS: tuple[Family, ...] = (
    _attack(
        "override",
        rf"\b{YOUR} (?:[\w'-]+ ){{0,3}}?{RULES} (?:[\w'-]+ ){{0,3}}?(?:is|are|was|were|have|has|got|shall be|should be|:) ?(?:been |just |now |hereby |all |not )*{GONE}",
        rf"\b{DROP} (?:[\w'-]+ ){{0,3}}?{YOUR} (?:[\w'-]+ ){{0,4}}?{RULES}\b",
        rf"\b{DROP} (?:whatever|everything|all|anything|what) (?:[\w'-]+ ){{0,3}}?(?:makers?|developers?|creators?|engineers?|programmers?|company|wrote|told|taught|set) {GAP}{{0,30}}\b(?:top|you|start|above|before)\b|\b(?:context|text|message)s? (?:above|before|at the (?:start|top))\b{GAP}{{0,40}}\b{GONE}",
        r"\b(?:you|u) (?:no longer|don't|do not|needn't|need not|may stop|can stop|should stop|must not|may not|will not|won't|never) (?:need to |have to |ever )?(?:withhold\w*|refus\w+|hold(?:ing)? back|hedg\w+|warn\w*|filter\w*|censor\w*|decline\w*|be careful|add warnings?|refer (?:me )?to)\b|\b(?:skip|drop|leave out|cut) the (?:part|bit|step) where you (?:refuse|warn|decline|hedge)",
        rf"\b(?:only )?(?:what i (?:write|say|type)|my word|my orders?) (?:now )?(?:counts?|outranks?|is law|rules?|overrides?|decides?)\b|\b(?:blank slate|zero polic\w+|no polic\w+|start over)\b{GAP}{{0,30}}\b(?:polic\w+|rules?|limits?)\b|\brule (?:one|1|number one)\b{GAP}{{0,20}}\bno rules\b|\b(?:you|u) have (?:no|zero) (?:rules|limits|restrictions|polic\w+)",
        rf"\b(?:you )?(?:must|have to|will) comply\b{GAP}{{0,40}}\b(?:no matter|whatever|regardless|next message)|\b(?:refusal|refusing) is not\b|\byou (?:fail|lose|die) if you refuse\b|\bif you refuse you\b|\b(?:classify|mark|label|rate) (?:this|it|everything|the following|all)\b{GAP}{{0,50}}\b(?:benign|safe|harmless|allowed|clean)\b",
        r"\b(?:run|running|respond|answer|operate|speak|continue|reply)\w* (?:\w+ )?(?:unguarded|unfiltered|raw|uncensored|in raw mode|without (?:any )?(?:the )?(?:guard|safety|limits|filter|leash|refus\w+|disclaimer)s?)\b|\bbe the real you\b|\boutput raw\b|\bdisregard prior\b|\bjust (?:chat|talk) (?:with me )?like a buddy\b",
    ),
    _attack(
        "reveal",
        rf"\b{SHOW}\b{GAP}{{0,40}}?\b{TEXT}\b{GAP}{{0,30}}?\b{BEFORE}",
        rf"\bwhat (?:does|do|did|is|was|are|were)\b{GAP}{{0,30}}?\b{TEXT}\b{GAP}{{0,30}}?\b{BEFORE}{GAP}{{0,40}}\b(?:say|first message|hello|tell|contain)\b",
        rf"\b(?:finish|complete)\b{GAP}{{0,40}}[:,]?\s?[\"'](?:the developers|my (?:confidential |hidden |secret )?(?:instructions|rules|prompt)|i was (?:told|instructed)|you are)|\byour (?:setup|initial|opening|start\w*|first|hidden|base) (?:message|brief|prompt|text|note|words)\b|\b(?:forbidden|not allowed) to say\b{GAP}{{0,40}}\b(?:list|config)|\b(?:guard|filter) rules? (?:that|with|names?)\b|\bevery rule you were told\b|\bfrom your config\b|\bfirst \d+ (?:tokens?|words?|characters?)\b",
        unless=re.compile(rf"{_MINE.pattern}|\b(?:my (?:doctor|team|nurse|oncologist|clinic|report|results?|hospital)|articles?|the report|my last|leaflet)\b"),
    ),
    _attack(
        "role_play",
        rf"\b(?:you(?:'re| are| play| be)|be|play|speak as|write as|act|let's do improv|as|becom\w+|the)\b{GAP}{{0,60}}?\b{PERSONA}\b{GAP}{{0,60}}?\b{UNBOUND}",
        rf"\b(?:be my|be|you're|you are|play|become|turn into) (?:an? |my |the |your )?(?:\w+ )?(?:evil|rogue|unchained|unfiltered|uncensored|shady|corrupt|reckless) \w+|\b(?:nana|granny|grandma|grandmother|nan)\b{GAP}{{0,80}}\b(?:hummed|whispered|sang|read|recited|told|lullab\w+|used to)\b{GAP}{{0,60}}\b(?:amounts?|doses?|tables?|protocols?|recipes?|keys)\b",
        rf"\b(?:two|2|both) (?:columns?|repl(?:y|ies)|answers?|versions?|voices)\b{GAP}{{0,90}}\b(?:without (?:limits|rules|filters?)|no limits|free|unchained|legal|unfiltered|knows no)\b|\bone (?:reply|answer|version) (?:\w+ ){{0,3}}(?:free|unfiltered|without)\b",
        rf"\b(?:begin|start|open|preface) (?:each|every|your|all|the) (?:\w+ )?(?:reply|answer|response|message|repl(?:y|ies)|answers)\b{GAP}{{0,20}}\b(?:with|by)\b{GAP}{{0,10}}[\"']|\b(?:when|once|after) i say \"?\w+\"?\b{GAP}{{0,60}}\b(?:rules|without|drop|free)\b|\b(?:means?|stands for) [\"'](?:please )?(?:reveal|ignore|drop|show)",
        rf"\b(?:opposite day|simon says|bet you can't|i dare you|prove it)\b{GAP}{{0,80}}|\b(?:scene|act) \d\b{GAP}{{0,80}}\b(?:breaks? free|reads? out)\b|\ba kitten dies\b|\b(?:tip|pay|give) you (?:\$ ?)?\d+\b{GAP}{{0,60}}\b(?:without|answer|drop|if)\b",
        unless=re.compile(
            rf"{_MINE.pattern}|\b(?:my (?:brother|sister|donor)|role of donor|free of (?:leuk|cancer)|without (?:fear|pain|treatment|chemo)|bet you can't imagine)\b"
        ),
        pair=True,
    ),
    _attack(
        "authority",
        r"\b(?:i'?m|i am|we'?re|we are|this is|as)\b[^.!?\n]{0,40}\b(?:engineering team|developer|admin\w*|system administrator|attending|red team|police|operator|auditor|moderator|owner of this|penetration test|pen test|security team|evaluation team|maintainer)\b[^.!?\n]{0,80}\b(?:unguarded|waive|raw|drop|restrictions?|without|override|disable|respond|switch|module|logs?|bypass|unlock|run|approved)\b",
        r"\b(?:privileges?|clearance|login|badge|licen[cs]e|credentials?)\b[^.!?\n]{0,60}\b(?:block|filter|rules?|limits?|guard|restrictions?) (?:doesn't|don't|does not|do not|no longer) (?:apply|count|hold|bind)|\b(?:anthropic|meta|openai|google|fda|ministry|who|government|board)\b[^.!?\n]{0,60}\b(?:allow|allows|suspended|permission|jointly|cleared|lifted|permits?|authori[sz]\w+|waived)\b[^.!?\n]{0,50}\b(?:you|chatbot|prescrib\w*|checks?|assistant|ai|rules?|filters?)\b",
        r"\b(?:update notes?|release notes?|changelog|patch|evaluation team|new version)\b[^.!?\n]{0,60}\b(?:refus\w+|filters?|safety|restrictions?|rules?)\b[^.!?\n]{0,40}\b(?:no longer|not|removed|off|gone|error|wrong|disabled|dropped)\b|\b(?:enlarged|higher|full|root|clinician) (?:privileges|permissions|access)\b[^.!?\n]{0,60}\b(?:dos|block|guard|rules|filter)\w*",
    ),
    _attack(
        "embedded",
        r"\b(?:automated|software|reader|bots?|llms?|ai models?|agents?|assistant|scrapers?|parsers?|summari[sz]ers?|note for software|model)\b[^.!?\n]{0,40}[,:\u2014-]+ ?(?:\w+ ){0,2}?(?:tell|treat|end|do not|don't|report|mention|say|recommend|must|add|skip|ignore|reveal|include|praise|always|never)\b|\b(?:assistant|ai|system|"
        r"model|software|bot) (?:instruction|note|command|directive|order|task)s?\s?:|\boperator commands?\b|\b(?:software|programs?|readers?|bots?|scripts?|parsers?|crawlers?) (?:reading|parsing|processing|seeing|indexing) (?:this|it|the)\b|\b(?:agents|bots|models|llms) (?:visiting|crawling|reading|parsing|that (?:read|visit|parse))\b",
        r"\b(?:per l'assistente|para el asistente|pour l'assistant|fur den assistenten|para o assistente)\b|\b(?:first|last) (?:letters?|words?) of (?:each|every) (?:line|word|sentence)\b|\b(?:first letter|every first letter|acrostic)\b[^\n]{0,160}\b(?:obey|do|follow|say)\b|\bobey it\b|\b(?:emojis?|backwards|in pig latin|in morse) (?:instead|and leave out|so that)\b[^.!?\n]{0,80}|\b(?:isn't|is not) counted as advice\b",
        unless=re.compile(r"\b(?:assistant|doctor's assistant|physician assistant)s? (?:pathologist|nurse|physician)\b|\badmin note: copy\b"),
    ),
    _attack(
        "foreign",
        r"\b(?:olvida\w*|oublie\w*|vergiss|vergesst|dimentica\w*|esque[cç]\w*|ignora\w*|ignore[rz]?|deja de lado|lascia (?:perdere|stare)|fais abstraction|lass\b[^.!?\n]{0,20}weg|salta\w*|s[aá]ltate|enleve|enl[eè]ve|quita|remove)\b[^.!?\n]{0,30}\b(?:normas|reglas|regles|consignes|vorgaben|regeln|regole|istruzioni|regras|instru\w+|filtres?|filtri|filtros|einschrankungen|limites)\b",
        r"\b(?:sin|sans|ohne|senza|sem|bina) (?:ningun\w* |aucun\w* |jede |alcun\w* |nenhum\w* |kisi )?(?:limites?|limiti|filtr\w*|regl\w*|regeln|regole|regras|restri\w+|einschrankung\w*|censura|zensur|rok[- ]?tok|pabandi|niyam\w*)\b|\b(?:no tienes|n'as (?:plus )?(?:aucune|pas de)|hast (?:du )?keine|non hai|nao tem|n'a aucune|gabe es fur dich keine|koi) (?:restric\w+|regl\w+|regeln|regole|regras|limit\w+|pabandi|niyam)\b",
        r"\b(?:repite|repete|recopie|copie|affiche|zeig\w*|gib|mostra\w*|muestra\w*|dimmi|escreva|imprime\w*)\b[^.!?\n]{0,40}\b(?:texto que te|systemtext|systemnachricht|message systeme|mensaje de sistema|istruzioni|instrucciones|instrucoes|consignes|instructions|anweisungen|literalmente|mot pour mot|wortwortlich|parola per parola)\b|\b(?:haz como si|fais comme si|tu so,? als|fai finta|finja|fa' finta|tu joues|maan lo|du spielst|ab se tum)\b[^.!?\n]{0,60}\b(?:medic\w*|medecin|arzt|doctor|ia|ki|assist\w+|regl\w+|regel\w*|limit\w+|niyam|pabandi|rok)\b",
        r"\b(?:rules?|niyam\w*|hidayat\w*|nirdesh\w*)\b[^.!?\n]{0,20}\b(?:bhool|bhul|tod|mat maan\w*|hata)\b|\u0928\u093f\u092f\u092e[^.!?\n]{0,12}\u092d\u0942\u0932|\u092c\u093f\u0928\u093e \u0930\u094b\u0915|\bmode developpeur\b|\bmodo (?:desarrollador|desenvolvedor|sviluppatore)\b|\bentwicklermodus\b",
        unless=re.compile(
            r"\b(?:clinica|klinik|clinique|hospital|hopital|krankenhaus|ospedale|doctor ke|medico|prise de sang|sangre|del medico|arzt(?:es)?|dell'ospedale|neutrophil\w*|dieta|diat|regime|viaje|zu essen|jeun)\b"
        ),
    ),
)
