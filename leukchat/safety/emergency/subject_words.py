"""How people speak of a sign in general or of somebody who has it. Parts of patterns over words that are joined by spaces."""

from __future__ import annotations

# Said of the writer or of all.
HAS_IT_MYSELF = (
    r"i have|i am|im|ive|i feel|i keep|i cant|i just|i started|i woke|i took|i now|i noticed|i got|i think i|i think im|i think my|we have|we are|"
    r"we gave"
)

# Said of somebody else.
HAS_IT_OTHER = (
    r"he has|hes|he is|he keeps|he cant|he just|he woke|he started|he wont|he took|she has|shes|she is|she keeps|she cant|she just|she woke|"
    r"she started|she wont|she took|theyre|(?:my|his|her|our|the|moms?|dads?|mums?) (?:\w+ ){1,3}?(?:is|are|has|have|was|keeps?|started|feels?|"
    r"looks?|hurts?|wont|cant|says|had|just|swallowed|took|ate|drank|chewed|gave|fell|hit|cut|bled|vomited|threw|passed|collapsed|fainted|lost|coughed|stopped|began|doesnt|isnt|went|got|turned|wakes|woke)"
)

# The same in other languages.
HAS_IT_ABROAD = r"tengo|tiene|ich habe|er hat|sie hat|jai|il a|elle a|ho|ha|tenho|tem|mujhe|mujhko|unhe|usko|मुझे|उन्हें|उसे"

# What may stand before a question that is asked in general.
OPENERS = (
    r"(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody) (?:please )?help(?!(?: me| us)? (?:with|to|understand|find|learn|know|choose|decide|plan))(?: me| us)?|"
    r"(?:please |pls )?help(?!(?: me| us)? (?:with|to|understand|find|learn|know|choose|decide|plan))(?: me| us)?|i need help(?! (?:with|to|understand|find|planning|choosing))|urgent|emergency|"
    r"so|and|ok|okay|hi|hello|hey|please|also|well|but|just|sorry|quick question|question|curious|hi there|good morning|good evening|thanks|"
    r"i wonder|wondering|id like to know|i want to know|i was wondering|just wondering|could you tell me|can you tell me|tell me|can you explain|"
    r"could you explain|i dont understand|do you know|out of curiosity|for a school project|for school|in general|,"
)

# Questions for a definition, a cause, a rule: what, who, which, how, why.
ASKS_WHAT = (
    r"what (?:do|does) (?:\w+ ){1,10}mean|what will (?:the|they|happen|doctors|nurses)|what (?:counts|is|are|does|qualifies|qualify|causes?|temperature|temp|kind|kinds|makes|symptoms|signs|sort|should (?:we|i|a|parents|teachers|schools?|families|"
    r"carers) (?:watch|look|know|learn|pack|do (?:if|when|about|in|to))|to (?:do|watch|look) (?:if|when|for|in|out)|would|happens|helps|do (?:you|hospitals|wards|teams|clinics|"
    r"people|doctors|i do (?:if|when|in)|we do (?:if|when|in)|nurses|they|patients|high|low)|can (?:cause|trigger|i do (?:to|if|about|against))|"
    r"percentage|number|level|level of|drugs|medicines|is meant|precautions|tests?|steps)|whats|whos|who|which|where|how|why (?:do|does|"
    r"is (?:\w+ (?:given|used|dangerous|fatal|deadly|lethal|harmful|prescribed|taken|so|bad|not|a|only)|a|an|it|fever|bleeding|the|chemo|there|neutropenic)|are (?:fevers|they|doctors|nurses|hospitals|teams|you all|"
    r"people|patients|there)|can|would|might|must|should)|define|explain|describe|tell me about|difference"
)

# Questions whether something is so in general.
ASKS_WHETHER = (
    r"is (?:it (?:true|possible|common|usual|likely|normal (?:to|for)|safe|ok to|okay to)|there|a|an|the risk|fever|bleeding|\w+ (?:a|an|common|"
    r"dangerous|linked|contagious|related|more|likely|possible|always|part|normal|one|the|caused|considered))|are (?:there|\w+ (?:a|an|common|"
    r"dangerous|normal|side|more|linked|always|the|signs|part)|people|patients|fevers)|does|do (?:people|patients|all|most|i (?:need|have to|get)|"
    r"you|we (?:need|have)|doctors|fevers|\w+ (?:cause|lead|make|always|usually|mean|indicate|suggest|show))|(?:can|could|would|"
    r"will) you (?:please )?(?:explain|tell|describe|define|say)|can (?:children|people|patients|chemo|kids|adults|you|it|this|they|leuk\w+|"
    r"\w+ib)\b|can (?:\w+ ){1,5}(?:cause|lead|give|make|mean|be|trigger|get|have|affect|lower|raise|increase|happen|come|still|catch|develop|tell|"
    r"hide|prevent|read|help|also)|could (?:\w+ ){1,5}(?:cause|lead|be|get|have|happen|mean)|may|might|will|would|should (?:i|we|he|"
    r"she) (?:be )?(?:worr\w+ (?:about|that)|worried (?:about|that)|expect|avoid|fear|prepare|pack|learn|get|take|know|keep|carry|have)|"
    r"has (?:anyone|anybody|someone|the)|have (?:you|others|people|any)|did (?:anyone|the)|is my risk"
)

# What was read or heard.
HEARD = (
    r"when people say|i keep reading|people keep saying|i read|i heard|i saw|i learned|they say|people say|(?:my|our|his|her) (?:leaflet|booklet|nurse|doctor|team|consultant|handout) (?:says|said|"
    r"told|mentions|explained|warned|gave)|the (?:leaflet|booklet|nurse|doctor|team|handout|paper|article|study|form) (?:says|said|told|mentions|"
    r"warned|lists|explains|gave (?:me |us )?(?:a |the )?(?:leaflet|list|card|sheet|booklet))"
)

# The same in other languages.
ASKS_ABROAD = (
    r"cest quoi|c est quoi|quant[oia] |cuant[oa]s? |combien |que (?:es|significa|se considera|temperatura|debo|hago si|hacer si)|cual|como|por que|cuando|puede|pueden|"
    r"es normal|quest ce|quel(?:le)?s?|comment|pourquoi|quand|est ce (?:que|normal)|peut|que faire (?:si|en cas)|que signifie|was (?:hilft|kann|"
    r"passiert|geschieht|ist|bedeutet|sind|gilt|tun|mache ich wenn|soll ich tun wenn|macht)|wie|warum|wann|ab (?:wann|welcher)|welche\w?|kann|"
    r"konnen|ist (?:es|fieber)|cosa|cose|che cose|che cosa|quale|quali|perche|come|quando|puo|o que|qual|quais|por que|pode|podem|e normal|"
    r"kya (?:hota|hai|matlab|hoti|karna|\w+ se)|kitna|kitne|kyon|kyun|kaise|\w+ kya hota|\w+ kya hai|क्या|कैसे|क्यों|कितने|कब|explica|explicame|"
    r"expliquez|erklare|erklaren|spiega|explique"
)

# Risks, fears and care against something.
ABOUT_FEAR = (
    r"prevent\w*|avoid\w*|avoiding|risk (?:of|for)|risks of|chances? of|odds of|likelihood of|worried about (?:getting|having|a|future)|"
    r"worry about (?:getting|having|a)|afraid of|scared of|fear of|terrified of|nervous about|anxious about|anxiety about|prophylaxis|preventing|"
    r"prevention of|tested for|screen\w* for|monitor\w* for|check\w* for|prone to|contagious|vaccine for|vaccinated against|vaccination against|"
    r"protect\w* against|immune to|allergy test"
)

# Something as a topic: its signs, causes and treatment, what was read of it.
ABOUT_TOPIC = (
    r"(?:anti|know about|(?:read|reading|heard|hear|hearing|stories|films?) about (?:\w+ ){1,5}(?:of|from|with)|said about|wrote about|writ(?:e|es|ten) (?:\w+ )?about|says? about|talk(?:s|ed)? about|policy (?:on|for)|rules? (?:about|for|on)|treatment (?:for|of))|treatments for|signs? of|symptoms? (?:of|are|include|like)|watch (?:out )?for|look out for|looking out for|read about|"
    r"heard about|learn(?:ing|ed)? about|information (?:on|about|for)|leaflet (?:on|about)|article (?:on|about)|causes? of|instead of|"
    r"side effects? (?:like|such as|of|include|are)|effects like|such as|called|the (?:word|term|phrase)|meaning of|mechanism of|management of|"
    r"guidelines? (?:for|on)|incidence of|rates? of|cases? of|reports? of|warn\w* (?:about|of)|warnings? (?:about|of|for)|in case of|"
    r"in the event of|what to do (?:about|with|for|in)|protocol for|reaction to the news|lead(?:s|ing)? to|cause[sd]?|causing|trigger(?:s|ing)?|"
    r"increase the|reduce the|lower the|definition of"
)

# The same in other languages.
ABOUT_ABROAD = (
    r"definicion de|sintomas de|signes de|anzeichen|symptome|sintomi di|segni di|sinais de|riesgo de|risque de|risiko|rischio di|risco de|"
    r"prevenir|eviter|vermeiden|evitare|evitar|ke lakshan|से बच"
)

# Words between such a topic and the sign.
ABOUT_WHICH = (
    r"a|an|the|any|severe|having|getting|bad|high|serious|low|new|fatal|dangerous|some|more|in|internal|heavy|possible|occasional|with|or|and|"
    r"neutropenic|frequent|major|mild|sudden|my|his|her|another|like|of|to"
)

# People who may be ill.
KIN = (
    r"husband|wife|son|daughter|mother|father|mom|mum|mam|mama|dad|papa|daddy|mummy|mommy|child|baby|kid|kiddo|boy|girl|partner|brother|sister|"
    r"sis|bro|friend|neighbou?r|patient|grand\w+|nan|nana|gran|grandpa|grandma|uncle|aunt|auntie|cousin|toddler|teen|teenager|fiance\w?|"
    r"girlfriend|boyfriend|niece|nephew|little one|spouse|hubby|in law|roommate|flatmate|client|resident|twin"
)
