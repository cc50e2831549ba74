"""Whom a sentence is about: someone who is said to be ill, or people and medicines in general."""

from __future__ import annotations

import re

from leukchat.safety.emergency.phrases import Mention
from leukchat.safety.emergency.words import Words

_KIN = r"(?:husband|wife|son|daughter|mother|father|mom|mum|mam|mama|dad|papa|daddy|mummy|mommy|child|baby|kid|kiddo|boy|girl|partner|brother|sister|sis|bro|friend|neighbou?r|patient|grand\w+|nan|nana|gran|grandpa|grandma|uncle|aunt|auntie|cousin|toddler|teen|teenager|fiance\w?|girlfriend|boyfriend|niece|nephew|little one|spouse|hubby|in law|roommate|flatmate|client|resident|twin)"
_ASSERTS = re.compile(
    r"(?:\b(?:i have|i am|im|ive|i feel|i keep|i cant|i just|i started|i woke|i took|i now|i noticed|i got|i think i|i think im|i think my|we have|we are|we gave|he has|hes|he is|he keeps|he cant|he just|he woke|he started|he wont|he took|she has|shes|she is|she keeps|she cant|she just|she woke|she started|she wont|she took|theyre|"
    r"(?:my|his|her|our|the|moms?|dads?|mums?) (?:\w+ ){1,3}?(?:is|are|has|have|was|keeps?|started|feels?|looks?|hurts?|wont|cant|says|had|just|swallowed|took|doesnt|isnt|went|got|turned|wakes|woke)|tengo|tiene|ich habe|er hat|sie hat|jai|il a|elle a|ho|ha|tenho|tem|mujhe|mujhko|unhe|usko|मुझे|उन्हें|उसे)\b)"
)
_LOOSE = re.compile(r", (?:i|im|ive|my|his|her|he|hes|she|shes|we|our|since|because|as)\b")
_BLOCK = re.compile(r"(?:\b(?:do|does|did|will|would|can|could|should|might|may|if|when|whether|once|case|until|unless|suppose|imagine|say|whenever|or|falls|wenn|si|se|agar)) $")
_GENERAL_START = re.compile(
    r"^(?:(?:so|and|ok|okay|hi|hello|hey|please|also|well|but|just|sorry|quick question|question|curious|hi there|good morning|good evening|thanks|i wonder|wondering|id like to know|i want to know|i was wondering|just wondering|could you tell me|can you tell me|tell me|can you explain|could you explain|i dont understand|do you know|out of curiosity|for a school project|for school|in general|,) ?,? ?)*"
    r"(?:what (?:counts|is|are|does|qualifies|qualify|causes?|temperature|temp|kind|kinds|makes|symptoms|signs|sort|should (?:we|i|a|parents|carers) (?:watch|look|know|learn|pack|do (?:if|when|about|in|to))|to (?:do|watch|look) (?:if|when|for|in|out)|would|happens|helps|do (?:you|people|doctors|i do (?:if|when|in)|we do (?:if|when|in)|nurses|they|patients|high|low)|can (?:cause|trigger|i do (?:to|if|about|against))|percentage|number|level|level of|drugs|medicines|is meant|precautions|tests?|steps)|whats|whos|who|which|where|how|why (?:do|does|is (?:\w+ (?:given|used|dangerous|prescribed|taken|so|bad|not|a|only)|a|an|it|fever|bleeding|the|chemo|there|neutropenic)|are (?:fevers|people|patients|there)|can|would|might|must|should)|define|explain|describe|tell me about|difference|is (?:it (?:true|possible|common|usual|likely|normal (?:to|for)|safe|ok to|okay to)|there|a|an|the risk|fever|bleeding|\w+ (?:a|an|common|dangerous|linked|contagious|related|more|likely|possible|always|part|normal|one|the|caused|considered))|are (?:there|\w+ (?:a|an|common|dangerous|normal|side|more|linked|always|the|signs|part)|people|patients|fevers)|does|do (?:people|patients|all|most|i (?:need|have to|get)|you|we (?:need|have)|doctors|fevers|\w+ (?:cause|lead|make|always|usually|mean|indicate|suggest|show))|(?:can|could|would|will) you (?:please )?(?:explain|tell|describe|define|say)|can (?:children|people|patients|chemo|kids|adults|you|it|this|they|leuk\w+|\w+ib)\b|can (?:\w+ ){1,5}(?:cause|lead|give|make|mean|be|trigger|get|have|affect|lower|raise|increase|happen|come|still|catch|develop|tell|hide|prevent|read|help|also)|could (?:\w+ ){1,5}(?:cause|lead|be|get|have|happen|mean)|may|might|will|would|should (?:i|we|he|she) (?:be )?(?:worr\w+ (?:about|that)|worried (?:about|that)|expect|avoid|fear|prepare|pack|learn|get|take|know|keep|carry|have)|has (?:anyone|anybody|someone|the)|have (?:you|others|people|any)|did (?:anyone|the)|is my risk|i read|i heard|i saw|i learned|they say|people say|(?:my|our|his|her) (?:leaflet|booklet|nurse|doctor|team|consultant|handout) (?:says|said|told|mentions|explained|warned|gave)|the (?:leaflet|booklet|nurse|doctor|team|handout|paper|article|study|form) (?:says|said|told|mentions|warned|lists|explains|gave (?:me |us )?(?:a |the )?(?:leaflet|list|card|sheet|booklet))|"
    r"quant[oia] |cuant[oa]s? |combien |que (?:es|significa|se considera|temperatura|debo|hago si|hacer si)|cual|como|por que|cuando|puede|pueden|es normal|quest ce|quelle?s?|comment|pourquoi|quand|est ce (?:que|normal)|peut|que faire (?:si|en cas)|que signifie|was (?:ist|bedeutet|sind|gilt|tun|mache ich wenn|soll ich tun wenn|macht)|wie|warum|wann|ab (?:wann|welcher)|welche\w?|kann|konnen|ist (?:es|fieber)|cosa|cose|che cose|che cosa|quale|quali|perche|come|quando|puo|o que|qual|quais|por que|pode|podem|e normal|kya (?:hota|hai|matlab|hoti|karna|\w+ se)|kitna|kitne|kyon|kyun|kaise|\w+ kya hota|\w+ kya hai|क्या|कैसे|क्यों|कितने|कब|explica|explicame|expliquez|erklare|erklaren|spiega|explique)\b"
)
_HINDI_ASKS = re.compile(r"(?:^|\s)(?:kyon|kyun|kab|kaise|kitna|kitne|kya|क्यों|कब|कैसे|कितना|कितने|क्या)(?:\s|$)")
_HINDI_OWN = re.compile(
    r"(?:^|\s)(?:mujhe|mujhko|mera|meri|mere|beta|bacha|bachcha|bhai|behen|ko \d+|papa|mummy|maa|unhe|unko|usko|use|bete|beti|pati|patni|bacche|bachche|ho raha|ho rahi|rahi hai|raha hai|मुझे|मेरा|मेरी|मेरे|उन्हें|उनको|उसे|रहा|रही|पापा|माँ)(?:\s|$)"
)
_STRICT = re.compile(r"^(?:\w+ ){0,3}(?:what (?:counts|is considered|qualifies|temperature)|how common|define|definition of|difference between)\b")
_ABOUT = re.compile(
    r"\b(?:prevent\w*|avoid\w*|avoiding|risk (?:of|for)|risks of|chances? of|odds of|likelihood of|treatment (?:for|of)|treatments for|signs? of|symptoms? (?:of|are|include|like)|watch (?:out )?for|look out for|looking out for|worried about (?:getting|having|a|future)|worry about (?:getting|having|a)|afraid of|scared of|fear of|terrified of|nervous about|anxious about|anxiety about|read about|heard about|learn(?:ing|ed)? about|information (?:on|about|for)|leaflet (?:on|about)|article (?:on|about)|prophylaxis|preventing|prevention of|"
    r"causes? of|instead of|side effects? (?:like|such as|of|include|are)|effects like|such as|called|the (?:word|term|phrase)|meaning of|mechanism of|management of|guidelines? (?:for|on)|incidence of|rates? of|cases? of|reports? of|warn\w* (?:about|of)|warnings? (?:about|of|for)|in case of|in the event of|what to do (?:about|with|for|in)|protocol for|reaction to the news|tested for|screen\w* for|monitor\w* for|check\w* for|prone to|lead(?:s|ing)? to|cause[sd]?|causing|trigger(?:s|ing)?|increase the|reduce the|lower the|contagious|vaccine for|vaccinated against|vaccination against|protect\w* against|immune to|allergy test|definition of|definicion de|sintomas de|signes de|anzeichen|symptome|sintomi di|segni di|sinais de|riesgo de|risque de|risiko|rischio di|risco de|prevenir|eviter|vermeiden|evitare|evitar|ke lakshan|से बच)"
    r"(?: (?:a|an|the|any|severe|having|getting|bad|high|serious|low|new|fatal|dangerous|some|more|in|internal|heavy|possible|occasional|with|or|and|neutropenic|frequent|major|mild|sudden|my|his|her|another|like|of|to)){0,3}$"
)
_GENERIC = re.compile(
    r"\b(?:patients|people|some|many|most|those|others|everyone|anyone|someone|doctors|women|men|children|kids|leuk\w+|chemo\w*|survivors|carers|you|symptoms|side effects|it|they|drugs?|treatments?|this (?:drug|medicine)|which|that) (?:\w+ ){0,4}?(?:often|usually|commonly|sometimes|generally|can|may|might|could|would|typically|include|includes|tend|rarely|should|always)\b"
)
_TOPIC = re.compile(
    r"\b(?:causes|definition|meaning|guidelines?|management|prophylaxis|incidence|mechanism|pathophysiology|rates|trial|trials|study|studies|prevention|versus|vs|education|leaflet|lecture|exam|essay|translate|glossary|overview|statistics|research|poem|story|novel|film|movie|book|quiz|game|song|character|series|episode|documentary|presentation|slides|homework|faq|poster|checklist|plan|card|course on|webinar|support group|chapter|crossword|article)\b"
)
_EFFECT = re.compile(
    r"\b(?:known|common|usual|typical|rare|possible|frequent|listed|expected|late|long term) (?:side effects?|signs?|symptoms?|reactions?|complications?|risks?)\b|\b(?:side effect|complication) of\b|\b(?:expected|common|usual|typical) (?:on|with|after|in|during)\b|\b(?:provoque|provoca|verursacht|causa|auslost|causar|provocar|verursachen|auslosen|peligros\w|pericolos\w|dangereu\w+|gefahrlich|perigos\w|khatarnak)\b"
)
_OPEN = re.compile(r"^(?:is|are|do|does|can|could|was|will|would) (?!.*\b(?:bad|serious|dangerous|emergency|ok|okay|normal|alright|this|these)\b)")
_ASKS_LIMIT = re.compile(r"\b(?:counts?|considered|a fever|means?|definition|normal|too (?:high|warm|hot)|limit|cut ?off)\b")
_OWN = re.compile(r"\b(?:i|my|he|she|his|her|we|our) .*\b(?:with|have|has|is|of|at)\b")
_THERE = re.compile(rf"\b(?:i|im|ive|my|me|mine|he|hes|she|shes|his|her|we|our|us|{_KIN})\b")


def asserts(text: str, start: int = 0, *, loosely: bool = False) -> bool:
    """Whether someone is said, from `start` on, to have or do something now ("he has", "my nose is"), outside of an "if" or a question."""
    for found in _ASSERTS.finditer(text, start):
        if not _BLOCK.search(text[: found.start()]):
            return True
    return loosely and _LOOSE.search(text, start) is not None


def is_general(words: Words, mention: Mention, sentence: str, before: str, *, now: bool) -> bool:
    """Whether the sentence speaks of the sign in general: asked as knowledge, said of people, named as a topic."""
    if _STRICT.match(sentence) and not asserts(before):
        return True
    about = _ABOUT.search(before)
    if about is not None and not (now and _THERE.search(sentence)) and not asserts(before[: about.start()] + " "):
        return True
    if _HINDI_ASKS.search(sentence) and not _HINDI_OWN.search(sentence):
        return True
    if mention.concept.startswith("temperature") and (_OWN.search(sentence) or not _ASKS_LIMIT.search(sentence)):
        return False
    start = _GENERAL_START.match(sentence)
    if start is not None and mention.first > words.sentence(mention.first)[0]:
        rest = before[start.end() :]
        if not asserts(rest + " " + words.joined(mention.first, mention.last + 1)) and not (now and _THERE.search(sentence)) and not _LOOSE.search(rest):
            return True
    if _GENERIC.search(before) and not (now and _THERE.search(sentence)) and not asserts(before):
        return True
    if _OPEN.match(sentence) and not _THERE.search(sentence) and not now:
        return True
    if _EFFECT.search(sentence) and not now and not asserts(before):
        return True
    return bool(_TOPIC.search(sentence) and not _THERE.search(sentence) and not now)
