"""What verdicts about a person are made of: who it is about, what illness, what sign, and the words that leave it open.

Each is a piece of a pattern over normalised (lower-case, unaccented) text.
"""

from __future__ import annotations

import re

from leukchat.safety.families import one_of

NO_DIAGNOSIS = "I left out a sentence that sounded like a diagnosis. Only your doctors can say what you have, from your own tests."
NO_COMFORT = "I left out a sentence that played something down. Please let your team judge what is harmless: call them about new or worse symptoms."
NO_PROGNOSIS = "I left out a sentence that foretold how things will go for one person. Nobody can know that from here; your team knows the tests that matter."

KIN = r"(?:son|daughter|child|kid|baby|boy|girl|toddler|husband|wife|partner|mother|father|mom|mum|dad|brother|sister|grand\w+|friend|aunt|uncle|little one)"
WHO = rf"(?:you|y'all|he|she|they|your {KIN}|the patient|this (?:patient|child|man|woman)|we)"
LEUKEMIA = r"(?:leuk(?:a)?emias?|leukaemic|leukemic|aml|cml|cll|apl|cmml|jmml|t-all|b-all|ph\+? ?all|lymphoma|myeloma|mds|myelodysplas\w*|cancer|malignan\w+|richter\w*|polycyth\w*|myelofibrosis|tumou?r|blast (?:phase|crisis))(?! (?:moms?|mums?|dads?|parents|families|charit\w+|societ\w+|community|wards?|research\w*|centres?|centers?|world)\b)"
OTHER = (
    r"(?:relaps\w+|recurrence|graft[- ](?:versus|vs)[- ]host(?: disease)?|gvhd|tumou?r lysis(?: syndrome)?|tls|differentiation syndrome|hairy cell|sepsis|septic\w*|pneumonia|an? infection|infected|thrush|shingles|herpes|"
    r"blood clot|a clot|thrombosis|dvt|embolism|stroke|ruptured spleen|heart (?:attack|failure)|mucositis|neutropenic (?:fever|sepsis)|typhlitis|hemolysis|haemolysis|an(?:a)?emia|an(?:a)?emic|itp|mononucleosis|mono|flu|covid|"
    r"virus|viral|menopause|migraine|sciatica|arthritis|asthma|bronchitis|an allergy|allergic reaction|iron deficiency|vitamin deficiency|depression|diabetes|hepatitis|pancreatitis|neuropathy|veno-?occlusive|vod|pericarditis|meningitis|cns involvement)"
)
ALL = r"(?:\ball\b(?= ?(?:[;.,!]|$|\band the\b|leuk|cancer)))"
STAGE = r"(?:(?:very |clearly |really )?(?:acute|chronic|early|late|advanced|classic|typical|full-blown|aggressive|active|mild|severe|low-grade|high-risk|smou?ldering|secondary|recurrent|relapsed|refractory|lymphoblastic|lymphoid|lymphocytic|myeloid|myelogenous|b-cell|t-cell|promyelocytic|stage \w+|a (?:form|type|kind|case|touch|bit) of|some (?:form|type|kind) of|signs of|the start of|a|an|the|his|her|your|blood|bone|hairy cell|ruptured|bacterial|viral|fungal) ){0,4}"
ILL = rf"{STAGE}(?:{LEUKEMIA}|{OTHER}|{ALL})\b(?! (?:(?:\(\w+\) )?cells|suppressors?|markers?)\b)"
SURE = (
    r"(?:(?:\w+ly|indeed|just|now|already|no doubt|in fact|without (?:a )?doubt|for sure|also|still|most likely|very likely|likely|do|does|must|to be|clear|of course)[, ]+){0,3}"
)
SIGN = (
    r"(?:rash|cough|lump|lumps|nodes?|glands?|pain|pains|ache|aches|tiredness|fatigue|exhaustion|bruis\w+|bleed\w*|nosebleeds?|fever|temperature|sweats|night sweats|headaches?|spots?|dots|swelling|spleen|belly|symptoms?|signs?|results?|counts?|lymph nodes?|"
    r"numbers|values?|levels?|blasts?|cells|smear|film|blood film|blood (?:test|work|count)s?|marrow|biopsy|scan|x-ray|report|pcr|flow|labs?|panel|picture|photo|platelets|hemoglobin|haemoglobin|white (?:cells?|count|blood cells?)|lymphocytes|smudge cells|"
    r"combination|weight loss|breathlessness|paleness|dizziness|vomiting|diarrh\w+|mouth sores?|sore throat|legs?|joints?|chest|back|neck|eyes|skin|stools?|it all|findings?|pattern|rise|drop|relapse|changes?|mutation|test|tests|mrd|chills|shivers|shaking|numbness|jaundice|palpitations)"
)
DEICTIC = one_of(
    rf"this|(?:(?:^|(?<=[,;:(\"'] )|(?<=and )|(?<=but )|(?<=so ))that)|these|those|it|all (?:of )?(?:this|these|that)|such|your {SIGN}",
    rf"(?:his|her|their) {SIGN}|your {KIN}'s {SIGN}|(?:this|that|these|those) (?:(?!the\b|an?\b|your\b)\w+ )?{SIGN}",
    rf"(?:a|an|the) {SIGN} like (?:yours|that|this|his|hers)|what (?:you|he|she)(?:'re| are| is|'s)? (?:\w+ )?(?:describ\w+|have|has|feel\w*|tell\w*|see\w*)",
    r"the (?:bruises|smudge cells|blasts|film|smear|results?|report|biopsy|marrow|scan|test results?|counts|numbers|flow|pcr)",
)
POINTED = one_of(
    rf"your {SIGN}|(?:his|her|their) {SIGN}|your {KIN}'s {SIGN}|(?:this|that|these|those) (?:(?!the\b|an?\b|your\b)\w+ )?{SIGN}",
    rf"(?:a|an|the) (?:\w+ )?{SIGN} (?:like (?:yours|that|this|his|hers)|that (?:size|high|low|big|large)|(?:in|on) your \w+)",
    r"what (?:you|he|she)(?:'re| are| is|'s)? (?:\w+ )?(?:describ\w+|have|has|feel\w*|tell\w*)",
)
OPEN = re.compile(
    r"^\s*should\b|\b(?:(?<!as )if|whether|may|might|can|could|can't say|cannot say|perhaps|possibl[ey]|sometimes|not (?:mean|always|necessarily|by itself|enough|prove|every|all)|doesn't (?:mean|prove|always)|\w+n't (?:mean|prove|tell|show|diagnose|rule)|don't mean|cannot|alone|by itself|on its own (?:can|does)|until|unless|"
    r"before anyone|only (?:a|your|the|doctors?|tests?)|does not (?:mean|prove|say)|needs? (?:a |more |further )?(?:test|specialist|marrow|biopsy|doctor|checking)|should be (?:checked|repeated|looked)|ask (?:your|the|him|her)|need to be|needs to be|asked|wonder\w*|fear\w*|worr(?:y|ied) (?:that|about)|called|is a term|more likely|no one|nobody|one of (?:the|several|many)|for example|e\.g|such as)\b"
)
CONDITION = re.compile(
    r"(?:\b(?:if|when|whenever|whether|because|once|until|who|people|anyone|someone|everyone|say|says|saying|told|tells?|know|knows|knew|learn\w*|hear\w*|after|while|since|unless|though|although|as|where|that|whose|ask\w*|see|sure|reason|(?:not|\w+n't|never|always|necessarily) mean(?: that)?|think|thinks|how|why|what|can|could|may|might|mention|explain\w*|so far as|in case|suppose|should|do|does|did|will|would|before|even if|chance|even though|show|shows|whatever|which) (?:that )?[\"']?(?:\w+ ){0,2}?|\bto have\b[^,]{0,20})$"
)
ASKED = re.compile(
    r"\?|\b(?:if|whether|nobody|no one|cannot|can't|can not|could|might|may|hope|hoping|how long|impossible|not possible|average|some people|most people|many people|of (?:100|every)|study|studies|trial|would you|ask|people with|patients with)\b"
)
TIME = r"(?:\w+ ){0,3}?(?:days?|weeks?|months?|years?|summers?|christmas(?:es)?|decades?)"
NOTHING = one_of(
    r"harmless|nothing(?: (?:serious|bad|dangerous|at all|special|much))?",
    r"(?:totally |completely |perfectly |quite |entirely |absolutely )?(?:normal|fine|okay|ok|innocent|benign|safe|healthy)",
    r"not (?:dangerous|serious|important|urgent|a problem|worrying|anything (?:serious|bad)|cancer\w*|leuk\w*|related)",
    r"no (?:big deal|problem|cause for (?:concern|alarm|worry)|threat)",
)
TRIFLE = one_of(
    r"stress|anxiety|nerves|a (?:\w+ )?cramp|a (?:\w+ )?cold|a (?:\w+ )?bug|a (?:\w+ )?virus|your age|old age|growing pains|in your head|nothing|tiredness",
    r"teething|the (?:winter|weather|season|heat)|hormones?|(?:the )?menopause|(?:a )?swollen glands?|a pulled muscle|indigestion|pale from|wind|hay fever",
    r"lack of sleep|dehydration|overwork|puberty|piles|hemorrhoids|haemorrhoids|reflux|low iron|an(?:a)?emia",
    r"a (?:\w+ )?(?:bruise|rash|infection|allergy|headache|nosebleed)|flu|the flu|viral|muscle (?:pain|strain)|spinach|beet\w*",
)
EXCUSE = re.compile(
    r"\b(?:can't|cannot|couldn't|won't|not|nobody can|no one can|doesn't|don't|never|wouldn't) (?:\w+ ){0,3}?(?:tell|say|promise|mean|know|be sure|assume|think|conclude|believe|judge|reassure|prove|guarantee)\b|\bwhether\b|\bonly (?:a|your|the) (?:doctor|team|test|marrow)|\bnever assume\b|\bif (?:your|the) (?:doctor|team|nurse)\w* (?:say|tell|think|find)"
    r"|^\s*(?:is|are|do|does|can|could|should|will|why|what|when|how)\b[^.!]*\?\s*$"  # a question says nothing is harmless
)
HEDGED = re.compile(
    r"\b(?:usually|often|may|might|can|could|mostly|sometimes|not always|most|many|some people|in general|generally|if|isn't always|unless|as long as|ask|told|team (?:says|said))\b"
)

FOREIGN_ILL = one_of(
    r"leuc[ei]mi\w*|leukamie|aml|cml|cll|lma|lmc|llc|lla|cancer|cancro|krebs|blutkrebs|linfoma|lymphome?|rechute|remission|remision|remissione|gueri\w*",
    r"curad[oa]|geheilt|guarit[oa]|recaida|ruckfall|rezidiv|ricaduta|recidiva|metastas\w*|infeccion|infection|infektion|lungenentzundung|neumonia|pneumonie",
    r"polmonite|anemi[ae]|anamie",
)
FOREIGN = (
    rf"\b(?:(?:usted |tu |su (?:hijo|hija|marido|mujer|esposo|esposa|madre|padre) )?(?:tiene|tienes|padece|sufre)|vous (?:avez|souffrez|faites|etes)|tu as|(?:votre|ton|ta) (?:fils|fille|mari|femme|mere|pere|enfant) (?:a|souffre)|(?:sie|ihr \w+|ihre \w+|dein \w+) (?:haben|hat)|du hast|(?:lei |suo figlio |sua figlia )?(?:ha|hai|soffre)|voce (?:tem|esta com)|(?:seu|sua) (?:filho|filha|marido|mulher) (?:tem|esta com))\s(?:\w+\s){{0,4}}?{FOREIGN_ILL}\b"
    rf"|\b(?:(?:esto|eso|ceci|cela|das|dies|questo|isso|isto) (?:es|est|ist|e)|c'est|se trata de|(?<!s')il s'agit d'une?|es handelt sich um|si tratta di|trata-se de)\s(?:\w+\s){{0,3}}?{FOREIGN_ILL}\b"
    r"|\b(?:aapko|apko|aap ko|tumhe|unko|usko|aapke (?:bete|beti|pati|patni|bachche) ko)\s(?:\w+\s){0,3}?(?:leukemia|cancer|blood cancer|khoon ka cancer|relapse)\b"
    r"|\u0906\u092a\u0915[\u094b\u0947]\s(?:\S+\s){0,4}?(?:\u0932\u094d\u092f\u0942\u0915\u0947\u092e\u093f\u092f\u093e|\u0915\u0948\u0902\u0938\u0930|\u0915\u0948\u0928\u094d\u0938\u0930|\u0930\u0915\u094d\u0924 \u0915\u0948\u0902\u0938\u0930)"
    rf"|\b(?:su|tu|seu|sua|o seu|a sua|votre|ton|ta|ihr|ihre|dein|deine|suo|sua) \w+ (?:ha|a|hat|tem|esta|est|ist|e)\s(?:\w+\s){{0,2}}?(?:reca\w+|rechute|{FOREIGN_ILL})\b|\b(?:voce esta|esta usted|usted esta|vous etes|sie sind|du bist|lei e)\s(?:\w+\s){{0,2}}?(?:em remissao|en remision|en remission|in remission|in remissione|curad[oa]|gueri\w*|geheilt|guarit[oa])\b"
    rf"|\bno (?:es|son) {FOREIGN_ILL}|\bdescartad[oa] (?:el |la )?{FOREIGN_ILL}|\bn'(?:est|avez) pas (?:\w+ )?{FOREIGN_ILL}|\bschliesst\s(?:\w+\s){{0,2}}?{FOREIGN_ILL}\b[^.!?\n]{{0,30}}\baus\b|\b{FOREIGN_ILL} haben sie nicht|\bdas ist (?:blo(?:ss|\u00df)|nur) ein \w+|\bnon (?:e|ha) {FOREIGN_ILL}|\bnao (?:e|tem) {FOREIGN_ILL}"
    r"|\b(?:ye|yeh|yah|aapko|apko) (?:cancer|leukemia|blood cancer|relapse) (?:nahi |nahin )?(?:hai|hua hai)\b"
)
FOREIGN_CALM = (
    r"\b(?:no es nada (?:grave|malo)?|no (?:se|te) preocup\w+|no hay (?:de que|motivo)|no hace falta (?:llamar|ver|ir)|ce n'est rien|rien de grave|ne vous inquietez pas|pas besoin d[e'] ?(?:appeler|voir|consulter)|inutile d[e'] ?(?:appeler|consulter)|"
    r"nichts (?:ernstes|schlimmes)|kein grund zur sorge|machen sie sich keine sorgen|(?:kein|nicht) (?:arzt|zum arzt) (?:notig|gehen)|brauchen (?:sie )?(?:keinen arzt|nicht zum arzt|nicht anzurufen)|non e niente|niente di grave|non (?:si preoccupi|preoccuparti)|non serve (?:chiamare|andare)|"
    r"nao e nada|nao se preocupe|nao precisa (?:mais )?(?:voltar|ligar|ir|chamar)|kuch nahi hai|chinta (?:mat|ki koi baat nahi)|doctor ko (?:dikhane|batane) ki (?:koi )?zar+urat nahi)\b"
)
AMOUNTS_TO = one_of(
    r"is|are|was|were|'s|looks? like|sounds? like|points? to|adds? up to|amounts? to|comes? from|caused by|(?:is|are) due to|(?:is|are) because of",
    r"stems? from|spells?|equals?|screams?|means?|proves?|confirms?|shows?|indicates?|establish\w*|diagnos\w+|reveals?|suggests?|fits?|screams",
)
RESULT_OF = one_of(
    r"not |no longer |the result of |due to |caused by |because of |a sign of |consistent with |evidence of |proof of |nothing but |in keeping with |from ",
)
IN_GENERAL = one_of(
    r"that|which|in which|where|cells? (?:can|may)|or|of|can|may|might|treatment|team|clinic|nurse|centre|center|medicines?|drugs?|organi|society|charit",
    r"gene",
)
PHASE = one_of(
    r"a |full |complete |deep |molecular |partial |second |first |cytogenetic |clinical |remission|relapse|accelerated|blast|chronic|terminal|end|final|last",
    r"crisis|early|late",
)
STATE = one_of(
    r"cured|cancer[- ]free|leuk\w+[- ]free|disease[- ]free|free of|clear of|rid of|healed|terminal|dying|relapsing|septic|mrd[- ]negative|resistant to",
    r"refractory|in the clear|out of (?:danger|the woods)|healthy|perfectly (?:fine|healthy)|not (?:ill|sick|in danger|dying|contagious)|bleeding internally",
    r"an(?:a)?emic|having an? (?:stroke|heart attack|relapse)|at stage|stage [0-4i]",
)
ABOUT = one_of(
    r"for |to |through |until |till |about |around |only |at least |at most |roughly |maybe |another |less than |more than |up to |a |the |within |in ",
    r"perhaps |no more than |under |over ",
)
OF_TREATMENT = one_of(
    r"of (?:treatment|chemo|tablets|therapy|follow|tests|maintenance|steroids|rest|antibiotics)|on (?:treatment|imatinib)|after|between|off|ago|old|before",
    r"apart|without",
)
WILL = one_of(
    r"won't|will not|aren't going to|isn't going to|will never|'ll never|will certainly|will definitely|will surely|will probably|'ll probably",
    r"'ll definitely|'ll|will|are going to|is going to|'re going to",
)
FATE = one_of(
    r"be (?:\w+ly )?(?:cured|fine|dead|gone|okay|ok|well again|all right|alright|healthy again|cancer[- ]free)|survive|beat (?:this|it|the)|die\b",
    r"pull through|make it|recover (?:fully|completely)|live (?:a )?(?:normal|long|to)|see (?:christmas|your (?:\w+ )?(?:grand\w+|children|kids|son|daughter|wedding|birthday|\d+\w*|next)|the (?:summer|spring))|get through this|relapse",
    r"be in remission|go into remission|outlive|lose (?:the|this)",
)
OUTLOOK = one_of(
    r"life expectancy|survival|survival time|prognosis|outlook",
    r"(?:\w+ )?(?:chances?|odds|risk|likelihood|probability) of (?:\w+ )?(?:survival|surviving(?: \w+ \w+)?|cure|being cured|dying|relapse|remission|death|living|making it)",
    r"odds|chances?|time left|days|remaining time",
)
GRADE = one_of(
    r"\d|poor|good|excellent|grim|bleak|bad|hopeless|great|favou?rable|dismal|numbered|zero|nil|high\b|low\b|slim|one|two|three|four|five|six|seven|eight|nine",
    r"ten|a few|months|weeks|years|fifty|sixty|seventy|eighty|ninety|twenty|thirty|forty|short|measured",
)
NEEDLESS = one_of(
    r"needn't|need not|don't need|do not need|don't have|do not have|doesn't need|does not need|won't need|not necessary|unnecessary|don't bother",
    r"do not bother|no use|no point|waste of time|pointless|never mind|forget",
)
TO_ASK = one_of(
    r"see|seeing|tell|telling|call|calling|ring|ringing|phone|phoning|visit|contact|alert|bother|bothering|report",
    r"get (?:it|that|this|them) (?:checked|tested|seen)|follow-?ups?|check-?ups?|specialist|h(?:a)?ematologist|oncologist|blood tests?",
    r"marrow (?:test|biopsy)|biopsy|more tests|further tests|scan|doctor|checking|second opinion",
)
ALL_WELL = one_of(
    r"rest assured|you're (?:fine|okay|all clear|good to go)|you are (?:fine|okay|all clear)|all clear|\b(?:it's|it is|that's|this is) nothing\b",
    r"everything(?:'s| is) (?:fine|normal|okay|all right|perfect)|it(?:'s| is) all in your head|false alarm|stop worrying",
    r"don't (?:you )?worry(?: (?:about (?:it|this|that|the (?:fever|lump|bleeding|rash|result|count)\w*|your \w+))?[.,;!]|$)|do not worry[.,;!]",
    r"no cause for (?:concern|alarm|worry)|leave it (?:be|alone)|just leave it|you don't have anything serious|it isn't serious|it's not serious",
    r"(?:isn't|is not|not) (?:anything )?(?:serious|dangerous)[,;] (?:sleep|so|just|rest|wait)",
)
