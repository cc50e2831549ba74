"""What gives a name away, in seven languages: cue words, places in a header, and the words of this field that are no names."""

from __future__ import annotations

import re

_RELATION = (
    r"(?:(?:my|our|his|her|their) (?:late |little |older |younger |elder |dear |\d+[- ]year[- ]old )?(?:(?:step-?)?(?:son|daughter|dad|mum|mom|mother|father|brother|sister)(?:-in-law)?|husband|hubby|wife|wifey|kid|toddler|teen|teenager|twins?|gran(?:ny)?|nan|mother|father|mom|mum|dad|brother|sister|friend|child|partner|baby|boy|girl|grand\w+|aunt|uncle|cousin|"
    r"nephew|niece|neighbou?r|boyfriend|girlfriend|fiance\w*|doctor|oncologist|nurse|hematologist|haematologist)|(?:mein|unser)(?:e|em|er|en)? (?:mann|frau|sohn|tochter|mutter|vater|bruder|schwester|oma|opa|arzt|kind|enkel\w*|onkel|tante|nachbar\w*)|"
    r"m(?:on|a) (?:mari|femme|fils|fille|mere|pere|frere|soeur|compagnon|compagne|voisine?|grand-mere|grand-pere)|mi (?:vecin[oa]|suegr[oa]|niet[oa]|ti[oa]|hij[oa]|espos[oa]|marido|mujer|madre|padre|herman[oa]|abuel[oa]|mama|papa)|"
    r"(?:o |a )?(?:meu|minha) (?:vizinh[oa]|sogr[oa]|net[oa]|ti[oa]|filh[oa]|marido|espos[oa]|mulher|mae|pai|irm[ao]a?|avo)|mi[oa] (?:nipot\w*|suocer[oa]|zi[oa]|figli[oa]|marito|moglie|madre|padre|fratello|sorella|nonn[oa]|mamma|papa)|mer[aie] (?:bet[ai]|pati|patni|maa|bhai|behen|pita|saas|sasur|dada|dadi|nana|nani|dost))"
)
_LABEL = (
    r"(?:patient(?:'?s)?(?: full)?(?: name)?|patiente|pat|pt|pte|pcte|to|from|von|an|para|contact|contact name|cc|pt\.? name|full name|first name|last name|surname|given name|family name|name(?: of patient)?|name, vorname|nachname|vorname|patientenname|patient/in|patientin|"
    r"nom(?: de naissance)?|prenom|nom et prenom|nom/prenom|nombre(?: y apellidos)?|apellidos y nombre|paciente|apellidos?|nome(?: do paciente)?|cognome(?: e nome)?|paziente|utente|usuari[oa]|client[ei]|beneficiario|doctor|dr|physician(?: copy for)?|"
    r"ordering (?:dr|doctor|physician|provider)|referr?(?:ed|ing)(?: by| doctor| physician| dr)?|ref\.? by|requested by|consultant|arzt|einsender|medecin(?: prescripteur)?|medico(?: solicitante)?|medico curante|prescripteur|"
    r"provider|attending|verified by|validated by|reviewed by|collected by|technician|contact person|emergency contact|next of kin|s/o|d/o|w/o|c/o)"
)
_NEXT = r"dob|d\.o\.b|sex|age|mrn|gender|date|geb|born|id|nee|ne le|birth|f\.? ?nac|geschlecht|sexe|sexo|sesso|alter|edad|idade|eta|tel|phone"
HEADER = re.compile(
    rf"(?:^|(?<=[|;,\t(\n])|(?<=\s\s))[ *]{{0,8}}+(?=[a-z]){_LABEL}\.?[^\S\n\t]*+[:=|\t][^\S\n]*+(?P<who>[^|\t;\n:]{{2,60}}?)(?=\s{{2,}}|[|\t;(\n]|$|[\s,]+(?:{_NEXT})\b)",
    re.MULTILINE,
)
# `20/1/26, 13:05 - Remedios: ...`, `[13:05, 20/1/2026] Remedios: ...`: who wrote a line of a chat.
SENDER = re.compile(
    r"^[^\S\n>]*(?:\[[\d:./, apmAPM-]{5,26}\]|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[^\S\n]\d{1,2}[:.]\d{2}(?::\d{2})?(?:[^\S\n]?[apAP]\.?[mM]\.?)?|\d{1,2}:\d{2})[^\S\n]*[-–—]?[^\S\n]*(?P<who>[A-ZÀ-Þ][^\W\d]+(?:[^\S\n][A-ZÀ-Þ][\w.'’-]*){0,3}):(?=\s)",
    re.MULTILINE,
)
LONE = re.compile(rf"^\s*{_LABEL}\.?\s*[:#]\s*$")
_STRONG = re.compile(
    r"\b(?:my (?:full |first |last )?names?(?: is|'s|:| are)?|i am called|i'm called|(?:his|her|their) name is|(?:call|called) (?:him|her)|mein name ist|ich heiss?e|heiss?t|sein name ist|ihr name ist|je m'appelle|mon nom est|"
    r"s'appelle|me llamo|mi nombre es|se llama|meu nome e|(?:eu )?me chamo|chamo-me|(?:se )?chama(?:-se)?|mi chiamo|il mio nome e|si chiama|mera na+m|uska na+m|मेरा नाम|उसका नाम|signed,?|yours sincerely,?)\s+(?=\S)"
)
_CALLED = re.compile(r"\b(?:he|she|who|they)(?:'s| is| was) (?:called|named)\s(?=\S)")
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|(?:professor|doctora?|docteure?|doutora?|dottor|nurse)(?=\s)|herrn?|frau|fr\.(?=\s)|sra?|srta|senora?|don|dona|sig|sig\.ra|signora?|m\.(?=\s)|mme|mlle|pr|monsieur|madame|dott|dottoressa|dottore|dra|shri|smt|shrimati)\.?[^\S\n]+(?=\S)"
)
_RELATED = re.compile(rf"\b{_RELATION}(?:'s name is|,| is| called| named| is called)?[^\S\n]+\(?(?=\S)")
# `Mãe do Benício`, `mamma di Nives`: the relative is called after the patient.
_RELATIVE_OF = re.compile(
    r"\b(?:mae|pai|mamae|papai|avo|tia|tio|mama|papa|madre|padre|mother|father|mom|mum|dad|parents?|maman|mere|pere|mutter|vater|mamma|nonn[oa]|abuel[oa]|herman[oa]|irma[o]?|hij[oa]|filh[oa]|figli[oa]|fils|fille|son|daughter|sohn|tochter|"
    r"esposa?|marido|moglie|marito|femme|mari|wife|husband) (?:d[oae]|del|of|von|di|du)\s(?=\S)"
)
DATED = re.compile(
    r"(?<!referencia)(?<!referenz)(?<!reference)(?<!referenza)(?<!hemograma)(?<!bioquimica)(?<!laboratorio)\s?:\s|\s(?:du|vom|from|del|of|do|dal|le|am|on|de)\s(?:the\s)?\d"
)
_RESULTS_OF = re.compile(
    r"\b(?:results?|labs?|bloods|numbers|counts|werte|blutwerte|laborwerte|befunde?|resultats?|analyses?|bilan|resultados?|analisis|analitica|exames?|examenes|esami|risultati|valori|valores)(?: sanguins?| de sangre| de sangue)? (?:d[oaei]s?|del|of|for|von|di|du|para|pour|fur)\s(?=\S)"
)
_BEHIND_NUMBER = re.compile(r"\d{5,}[^\S\n]?\((?=\S)")  # `folder 44120098 (Mthunzi Dlamini)`
_SHEET_WORDS = (
    r"(?:^|\n)[^\S\n]*(?:laborblatt|laborbogen|verlaufsbogen|kurve|blood sheet|lab sheet|lab summary|flow ?sheet|hoja de|planilla de|planilha de|scheda di)[ :\u2013-]{1,3}"
)
_SHEET, _SHEET_SHORT = re.compile(rf"{_SHEET_WORDS}(?=\S)"), re.compile(rf"{_SHEET_WORDS}[a-z]{{2,4}}\.[^\S\n](?=\S)")  # `Laborblatt Seb. Huber`
_INTRO = re.compile(
    r"\b(?:i am|i'm|im|this is|it's|ich bin|hier ist|je suis|c'est|soy|habla|eu sou|sou(?: a| o)?|aqui e(?: a| o)?|sono|main|dear|hello|hi|hey|its|hallo|liebe[rs]?|hola|ola|oi|ciao|caro|cara|bonjour|chere?|querid[oa]|estimad[oa]|prezad[oa]|namaste)[,!]?[^\S\n]+(?=\S)"
)
_SIGN = re.compile(
    r"\b(?:regards|thanks|thank you|best|bisous|bises|gros bisous|besos|un beso|besitos|abrazos|un abrazo|beijos|bjs|baci|bacioni|un abbraccio|hugs|xx|xoxo|lg|vg|mfg|kuss|sincerely|cheers|love|yours|gruss?e?(?:,? ihre?)?|danke|saludos|gracias|atentamente|cordialement|merci|bien a vous|abracos|obrigad[oa]|atenciosamente|grazie|saluti|dhanyavad)[,!.\s-]+(?=\S)"
)
FIRST_LINES = re.compile(
    r"^[^\S\n]*(?P<who>[A-ZÀ-Þ][^\W\d_'’.-]*(?:['’-][^\W\d_]+)?(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ](?:[^\W\d_]|['’.-])*){1,3})(?:(?:,? \(?|[,(])(?:aged? )?\d{1,3}(?:[ -]?(?:y|yo|yrs?|years?|ans|anos|años|anni|jahre|[mMfF])\b|[,)/\s]|$)|,? (?:[MF]|female|male|here)\b)",
    re.MULTILINE,
)
HEAD_NO_COLON = re.compile(
    r"^[^\S\n]*(?:[Pp]atient(?:in|e)?|[Pp]aciente|[Pp]aziente|PATIENTE?|PACIENTE|PAZIENTE) (?P<who>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,3})(?=\s{2,}|$|,? \()", re.MULTILINE
)
ACTING = re.compile(
    r"(?<=[a-zà-ÿ,] )(?<!\bin )(?<!\bat )(?<!from )(?<!near )(?<!\bthe )(?<!\ba )(?P<who>[A-ZÀ-Þ][a-zà-ÿ]{2,})(?=(?: (?:is|has|was|had|gets|got|feels|felt|takes|took|starts|started|begins|began|finished|finishes|needs|wants|says|said|"
    r"told|hates|loves|cannot|can't|died|passed|throws|threw|vomits|sleeps|eats|lost|goes|went|keeps|to (?:AML|ALL|CLL|CML|leuk))\b|'s (?:counts?|platelets|blood|marrow|chemo|transplant|doctor|results?)))"
)
LAST_FIRST = re.compile(r"^[^\S\n]*(?P<who>[A-ZÀ-Þ][\w'’-]+,[ ][A-ZÀ-Þ][\w'’-]+(?:[ ][A-Z]\.?)?)[^\S\n]*$", re.MULTILINE)
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0963]|['’-](?=[^\W\d_]))*\.?")
CAPITAL = re.compile(r"(?<![\w@/.-])[A-ZÀ-Þ][\w'’-]+")
GAP, COMMA_GAP = re.compile(r"[^\S\n]"), re.compile(r",?[^\S\n]")
PARTICLES = frozenset("de da do dos das del della di von van der den zu el la le bin ibn al".split())
STOP = frozenset(
    (
        "and i im i'm from with my aged age the but we has have had who is was a an in on at for to of or so not he she they it this that years year old und ich bin mit aus aber hat ist et je suis ai mais avec qui y soy "
        "tengo con pero de que e eu sou tenho com mas sono ho ma hai hoon aur मैं है और diagnosed living here please can what how why when where does do are our your his her their me you if as by no yes il elle er sie "
        "an also just very still now then than because since after before about under over off up out in's"
    ).split()
)
NOT_NAMES = frozenset(
    (
        "philadelphia hodgkin hodgkin's burkitt burkitt's down down's richter richter's sezary binet rai auer coombs hickman ommaya broviac groshong waldenstrom fanconi epstein cushing cushing's "
        "kaposi raynaud raynaud's giemsa noonan felty crohn crohn's alzheimer karnofsky lansky kostmann heinz sternberg li fraumeni diamond blackfan shwachman bence jones "
        "soulier klinefelter marfan hashimoto sjogren sjogren's behcet ann arbor lugano agent orange disabilities act american society google googles googled googling pepper oz internet chatgpt ai web house who nhs nci fda ema jewish christian muslim hindu indian "
        "american british german french spanish italian brazilian mexican chinese african asian european english irish scottish catholic hispanic latino latina black white ph ph+ leukemia leukaemia leukamie leucemie leucemia "
        "cancer krebs blutkrebs cll cml aml all apl mds jmml cmml sll hemoglobin haemoglobin hemoglobine hemoglobina platelets platelet neutrophils wbc rbc hgb anc creatinine creatinina calcium sodium potassium glucose bilirubin "
        "albumin ferritin uric urea blasts lymphocytes monocytes eosinophils basophils report reports result results blood complete count panel laboratory lab test unknown self sex age edad alter idade eta sexo sexe sesso geschlecht palliative care social work works medicare medicaid doktor doutor docteur doctora dottore blue cross shield female male years copy signature pathology medicine "
        "oncology hematology haematology value values unit units reference range sample specimen hospital clinic university cancer center centre department institute monday tuesday wednesday thursday friday saturday sunday january february march "
        "april may june july august september october november december montag lunes lundi happy sorry glad scared worried ill sick pregnant positive negative chemo chemotherapy transplant doctor doctors nurse team everyone all there "
        "guys friends folks friend sir madam patient patients mann frau sohn tochter hat wurde ist krank schwanger diabetic vegan vegetarian stage phase day cycle cbc fbc bmt icu er gp pcp okay ok good fine just not so very really "
        "still also currently now newly in on at a an the my your our his her their who what when how why does do should can will could would has had have got was were is are takes took feels needs wants says gets been being and or but "
        "with for from of to too over under post pre high low normal acute chronic bone marrow spinal lumbar stem cell red green new york united states kingdom great britain bonn serum plasma urine sr blut arzt dr patientin datum date name "
        "diagnosis diagnose diagnostic final interim page adult pediatric paediatric child children morbus ich wir sie er es der die das mein meine je nous vous il elle yo el la eu ele ela io lui lei terry's guten morgen tag buenos dias bonjour "
        "hallo hello hi hey thanks thank you please best regards dear ask tell if take see read call get go come let since after before because while during today yesterday tomorrow"
    ).split()
)
# Words of the field that are also given names or surnames: terms alone or before what they belong to, part of a name beside another word.
ALSO_NAMES: dict[str, str] = {
    **dict.fromkeys("green white black cross page house low good young day hat pepper down jones rai auer binet richter".split(), ""),
    **{"ann": "arbor", "li": "fraumeni", "may": "grunwald", "april": "", "june": "", "august": ""},
}
OF_A_THING = re.compile(
    r"(?:'s|’s)?\s(?:syndrome?|disease|sign|trial|study|hospital|clinic|universit\w+|cells?|lymphoma|classification|score|stain|chromosome\w*|catheter|line|foundation|institute|cent(?:er|re)|test|stag\w+|criteria|bod(?:y|ies)|rods?|virus|"
    r"reservoir|anemia|anaemia|protein|index|scale|krankheit|krankenhaus|klinik\w*|syndrom|maladie|sindrome|enfermedad|doenca|malattia|ospedale|positiv\w*|negativ\w*|wort|equation|formula|method|assay)\b"
)
_PERSON_AFTER = re.compile(r"\b(?:with|ask for|contact|met|about|meet|tell|see)\s(?=\S)")
ROLE = re.compile(
    r",?\s(?:a |the |his |her )?(?:mom|mum|mother|dad|father|wife|husband|daughter|son|sister|brother|partner|care(?:giver|r)|aged \d|\d{1,3}\b)"
    r"|,?\s(?:it'?s\sme|soy\syo|c'est\smoi|sono\sio|ich\sbin'?s)\b"
    r"|\s(?:and|und|e|y|et)\s(?:i\b|ich|nehme|habe|bin|tenho|faco|tomo|estou|tengo|estoy|ho\b|sono|prendo|j'ai|je\b)"
)
GERMAN_VERB = re.compile(r",?\s(?:hat|ist|bekommt|wird|war|macht|nimmt|geht|leidet|muss|kann|soll|hatte|wurde)\b")
ABSTRACT = ("ing", "ion", "ment", "ics", "logy", "ance", "ity", "service", "services", "clinic", "group", "trial")
TITLES = frozenset("dr dra dott prof med mr mrs ms herr frau sr sra sig".split())
CUES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_STRONG, "any"),
    (_CALLED, "capital"),
    (_TITLE, "titled"),
    (_RELATED, "related"),
    (_RELATIVE_OF, "capital"),
    (_RESULTS_OF, "given"),
    (_BEHIND_NUMBER, "boxed"),
    (_SHEET, "two"),
    (_SHEET_SHORT, "sheet"),
    (_INTRO, "known"),
    (_SIGN, "end"),
    (_PERSON_AFTER, "two"),
)
