"""Words that stand on lab reports around names and values, in six languages. All folded."""

from __future__ import annotations

import re


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# May stand before a name or between a name and its value without changing what is meant.
NEUTRAL = _set(
    """
    a an the my his her our your their latest recent new s sr se serum plasma blood whole venous b p e edta
    total totale level levels lvl conc concentration count counts value values result results test absolute
    calculated calc estimated est derived measured auto automated automatic manual diff differential today now
    currently current is was were are of at around about and with mein meine der die das im ist war waren und
    heute el la le les los las des du de di da do il lo mi mis mon ma mes sont est es son era fue recuento
    numeration sang sanguin sangre sangue sanguineo sanguinea suero soro siero vollblut serisch zahl wert taux
    dosage dosagem valor nivel niveis by method methode metodo method. methodology technique enzymatic kinetic
    jaffe jaffes god pod hexokinase ise direct photometric photometry spectrophotometry impedance electrical
    flow cytometry uv ifcc p5p biuret bcg bcp bromocresol green purple arsenazo iii clia eclia cmia elfa
    immunoturbidimetric immunoturbidimetry turbidimetric turbidimetry nephelometry colorimetric colorimetry hplc
    westergren microscopy analyzer analyser cyanmethemoglobin cyanmeth sls modified urease gldh uricase diazo
    molybdate clauss quantitative quant fasting random nuchtern jeun venoso random final prelim preliminary
    corrected std standard si report reported x h l high low n note sample specimen edta citrate fluoride
    measurement principle laser scatter electronic cell counter fluorescence optical probe muestra amostra
    material patient patients pt hi abs absol absolut absolus een het touch bit tad con i said says told me that have has had got just came back labs lab bloods
    from on for this morning yesterday serpl ser plas bld mcnc scnc ccnc acnc ncnc vfr nfr mfr qn qnt rto naric
    entvol entmcnc ref autocount ven vbld he she they it but also so only very still dropped rose went down up
    to im ive neu alt vs kg estimation peripheral circulating y o og yours abnormal gene genes fish sequencing analysis mutational mutation mutations status exon type fusion transcript transcripts quantification presenta presentaba presentava apresenta mostra mostrava zeigt zeigte shows showed montre yesterday's today's avec com derivado derivata derivato clauss nivell cuantitativo cuantitativa quantitativo quantitativa quantitatif quantitative quantitativer escala internacional internationale internationalen skala international scale echelle scala internazionale normalizada normalizado normalizzato transcript transcrit trascritto transcrito transkript transkriptlevel mediante rq-pcr ngs facs durchflusszytometrie citometria citofluorimetria cytometrie flujo fluxo flowcytometrie totales totais totali absolutos absolutas assoluti totaux serica serico enzym enzymatisch abgel anorg i.b n.b n.d n.a k.a entf n.g n.r observation en em periferica periferico periferique inorganico inorganica inorganique inorganic anorganisch activity aktivitat activite actividad atividade relativ relativo relativos relativa relatif traceable idms third generation ultrasensitive sensitive serique seriques plasmatique plasmatico plasmatica seriche sierico sierica estudo estudio dont davon including incl inklusive cui cuales quais observable entity
    """
)
# May stand right before a name, as verbs of telling, and as headings of the tests that follow.
INTRODUCTIONS = _set(
    """
    toont tonen wrote written noted show shows showing shown reads read gave given told reported found saw seen got get getting including plus then finally namely follows
    antibodies immunoglobulins immunoglobulin kidney kidneys renal liver electrolytes lytes salts minerals clotting coag coags coagulation inflammation inflammatory infection marker markers chemistry chem
    haematology hematology fbc cbc bmp cmp lfts lft u&e ues bone iron tumour tumor lysis differential repeat rpt latest today's morning's am pm results
    antikorper immunglobuline niere nieren leber elektrolyte gerinnung entzundung entzundungswerte blutbild blutwerte leberwerte nierenwerte dann ausserdem sowie weiter
    anticorps immunoglobulines rein reins foie hepatique ionogramme iono coagulation inflammation hemogramme nfs puis aussi retrouve trouve retrouvant montrant notamment bilan
    inmunoglobulinas rinon rinones higado hepatico hepatica renal funcion electrolitos iones coagulacion inflamacion hemograma bioquimica salio salieron sale salen dio dieron tambien ademas luego
    imunoglobulinas rim rins figado hepatica eletrolitos ions coagulacao inflamacao bioquimica deu deram veio vieram tambem alem
    immunoglobuline reni fegato epatica elettroliti coagulazione infiammazione emocromo biochimica anche poi inoltre risultato risultati
    """
)
# Link a name to its value in a sentence.
LINKS = _set("is was were are of at van bedraagt ist war waren est sont es era fue dropped rose to")
# The value that follows is not this person's current blood value.
BLOCKERS = _set(
    """
    urine urinary urinalysis urin harn urina orina urinaire urines csf liquor cerebrospinal fluid pleural
    ascitic ascites peritoneal synovial stool fecal faecal feces faeces stuhl fezes heces saliva sweat semen
    amniotic drain dialysate donor cord control controls mean previous prior last past earlier before previously raw unconverted
    vorwert vorbefund vorher anterior anteriores anterieur precedente ultimo letzte letzter target goal normal
    normally usually typical typically below above under over less greater more than if when should range
    threshold cutoff risk criteria least least. most grade stage transfuse transfusion trigger unless until per
    average median expected unter uber wenn soll superieur inferieur mayor menor igual maior abaixo acima inferiore
    superiore ratio index clumped decrease decreased increase increased example e.g eg
    """
)
# Before a name, its letters and number are those of a place or a number of the laboratory: `Bed: Hb 12`, `Ref: NA 141`.
PLACES = _set("bed ward room bay ref locker station zimmer bett chambre lit habitacion cama quarto leito stanza letto")
COMMENT = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(?:comments?|notes?|interpretation|interpretative|remarks?|advice|advi[sc]e[d]?|"
    r"clinical|disclaimer|method(?:ology)?|kommentar|bemerkung(?:en)?|hinweis(?:e)?|"
    r"befund(?:kommentar)?|beurteilung|commentaires?|remarques?|conclusion|interpretacion|"
    r"observaci[oo]n(?:es)?|comentarios?|nota|notas|observac(?:ao|oes)|"
    r"interpretacao|commento|osservazioni|reference|references|limitations?|increased in|decreased in|"
    r"causes?|uses?|bibliography|impression|opinion|please|this test|the )\b"
)
# A heading that says what was examined, or that ends such a part.
ELSEWHERE = re.compile(
    r"\burin(?:e|a|alysis|ary|aires?|es|status|analyse|sediment)?\b|\bharn(?:status|sediment|analyse)\b|"
    r"\borina\b|\bcsf\b|\bliquor\b|cerebrospinal|\bcefalorraqu|\bstool\b|\bf[ae]+ces\b|\bstuhl"
    r"|\b(?:pleural|ascitic|peritoneal|synovial|body)\s+fluid|\bsaliva\b|\bsemen\b|\bsweat\b|drug levels? of"
)
MARROW = re.compile(
    r"\b(?:bone marrow|marrow aspirate|marrow differential|myelogram|knochenmark\w*|moelle|myelogramme|medula "
    r"osea|medula ossea|mielograma|midollo|mielogramma|mieloaspirat\w*|mieloaspirad\w*|aspirado (?:de medula|medular)|km-?(?:punktion|aspirat|zytologie)|beenmerg\w*|kemik iligi)\b"
)
BLOOD = re.compile(
    r"\b(?:blood|h[ae]+matolog\w*|cbc|fbc|h[ae]*mogram\w*|emocromo\w*|blutbild|differential\w*|biochem\w*|"
    r"bioquim\w*|biochim\w*|chemi\w*|klinische|coagul\w*|gerinnung|"
    r"hemostas\w*|serum|plasma|electrolyt\w*|elektrolyte|liver|kidney|renal|lipid\w*|thyroid|immun\w*|iron|"
    r"vitamin\w*|numeration|ionogramme|formule|hemograma|molecular|cytogen\w*|"
    r"metabolic|panel|bilan|perfil|profile|leucograma|eritrograma|leukocyte|tumou?r)\b"
)
# Words of a table's head, by what the column holds.
COLUMN_WORDS: dict[str, frozenset[str]] = {
    "name": _set(
        "test tests investigation investigations analyte analysis parameter parametro parametros parametre "
        "parametres exame exames examen examenes prueba pruebas esame esami bezeichnung untersuchung analyse "
        "analyses determinacion determinazione name component observation description display analito marker item prueba laboratorio labor blutwert messgrosse messgroesse bepaling tetkik tahlil analisi accertamento determinaciones determinacoes ensayo ensaio esame analiza investigacion"
    ),
    "value": _set(
        "result results value values val numericvalue observed current ergebnis ergebnisse wert werte messwert resultat "
        "resultats resultado resultados valor valores valeur valeurs risultato risultati valore today actual "
        "aktuell obs heute hoy hoje oggi uitslag uitslagen resultaat sonuc sonuclar esito esiti wynik latest newest befundwert messergebnis numericresult value_as_number value_numeric numeric_value valuenum result_numeric"
    ),
    "previous": _set(
        "previous prior last prev vorwert vorwerte vorbefund anterior anteriores anterieur anterieurs "
        "anteriorite anteriorites previo previos previa anterieure prec precedent precedente precedenti historic history earlier letzter vorige vorig precedenza onceki antecedente baseline before gestern vorgestern yesterday ayer ontem ieri hier avant-hier vorbefunde gecen eski vorheriger"
    ),
    "unit": _set("unit units einheit einheiten unite unites unidad unidades unidade unita uom eenheid eenheden birim birimi um jednostka einh"),
    "range": _set(
        "reference range ref interval normal biological bio normals normalwerte referenz referenzbereich "
        "referenzwerte normbereich referencia referencias referenza riferimento limits limites "
        "valores-de-referencia norm norms norma normas normes rng rngs rango intervalo reference_range normalbereich referans referentie referentiewaarden referentiewaarde borne bornes refbereich soll sollwert"
    ),
    "low": _set("low lower min minimum lo unterer ref_low range_low reflow refmin untergrenze von minimo minima inf inferior inferieure inferieur below ondergrens alt"),
    "high": _set("high upper max maximum hi oberer ref_high range_high refhigh refmax obergrenze bis maximo maxima sup superior superieure superieur bovengrens ust"),
    "method": _set("method methodology methode metodo metodologia technique technology tecnica"),
    "flag": _set(
        "flag flags status alert abnormal abn indicator interpretation kennzeichnung hinweis indicador alerta marcador alarma alarme durum markierung bewertung segnalazione pathologisch"
    ),
    "date": _set(
        "date datum fecha data collected collection sampled taken drawn effective collected_date dt dttm datetime timestamp zeitpunkt giorno dia jour tag datetime tarih tarihi datums abnahmedatum entnahmedatum prelievo prelevement toma extraccion coleta colheita entnahme abnahme"
    ),
    "sign": _set("comparator operator qualifier sign"),
    "code": _set("loinc code"),
}
FLAGS: dict[str, str] = {
    "h": "high",
    "hi": "high",
    "high": "high",
    "hoch": "high",
    "erhoht": "high",
    "eleve": "high",
    "haut": "high",
    "alto": "high",
    "elevado": "high",
    "alta": "high",
    "aumentado": "high",
    "hh": "critical_high",
    "l": "low",
    "lo": "low",
    "low": "low",
    "niedrig": "low",
    "erniedrigt": "low",
    "bas": "low",
    "bajo": "low",
    "baixo": "low",
    "basso": "low",
    "disminuido": "low",
    "ll": "critical_low",
    "crit": "critical",
    "critical": "critical",
    "panic": "critical",
    "kritisch": "critical",
    "critico": "critical",
    "critique": "critical",
    "a": "abnormal",
    "aa": "critical",
    "abn": "abnormal",
    "abnormal": "abnormal",
    "n": "normal",
    "normal": "normal",
    "+": "high",
    "++": "high",
    "-": "low",
    "--": "low",
    "↑": "high",
    "↑↑": "critical_high",
    "↓": "low",
    "↓↓": "critical_low",
    "*": "abnormal",
    "**": "critical",
    "***": "critical",
    "below": "low",
    "above": "high",
    "zu niedrig": "low",
    "zu hoch": "high",
    "dusuk": "low",
    "yuksek": "high",
    "laag": "low",
    "hoog": "high",
    "!": "abnormal",
    "!!": "critical",
    "▲": "high",
    "▼": "low",
    "hc": "critical_high",
    "lc": "critical_low",
    "c": "critical",
    "ch": "critical_high",
    "cl": "critical_low",
    "h*": "high",
    "l*": "low",
    "h**": "critical_high",
    "l**": "critical_low",
}
SEX_WORDS = re.compile(
    r"(?:(?P<male>m|males?|men|man|mann?er|maenner|mann|h|hommes?|hombres?|homens?|uomini|uomo|masculino|"
    r"masc|maschi|varones|männlich|mannlich|u)"
    r"|(?P<female>f|females?|women|woman|frauen|frau|w|femmes?|mujeres?|mulheres?|donne|donna|femenino|"
    r"feminino|fem|femmine|weiblich|d))"
    r"\s*[:=.)]?\s*(?=[\d<>≤≥(\[]|up\s?to|bis)"
)
CHILD_WORDS = re.compile(
    r"\b(?:child(?:ren)?|newborns?|neonates?|infants?|paediatric|pediatric|kinder|sauglinge|enfants?|"
    r"nourrissons?|ninos|criancas?|bambini|pregnan\w*|trimester|cord)\b"
)
GOOD_LABELS = _set("normal desirable desireable sufficient sufficiency optimal adequate nondiabetic reference ref euthyroid ideal adult adults erwachsene adultes adultos adulti")
QUALITIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "unmutated",
        re.compile(r"\b(?:un-?\s?mutated|non[- ]?mutated|unmutiert|nicht mutiert|not mutated|no mutad[oa]|non mute|no mutado|nao mutado|non mutato)\b"),
    ),
    (
        "negative",
        re.compile(
            r"\b(?:not?[- ]?(?:detected|present|found|seen|identified|observed|detectable)|undetect(?:ed|"
            r"able)|absent|negati(?:v[eoa]?|f)s?|neg|none(?: seen| detected)?|nil|wild[- ]?type|wt|"
            r"no (?:(?:pathogenic|clinically|significant|relevant|known|deleterious|somatic) ){0,3}(?:mutations?|variants?|evidence|deletion|rearrangement|blasts?)(?: (?:was |were )?(?:detected|found|seen|identified|"
            r"of mrd|of disease))?|below (?:the )?(?:limit of detection|detection limit|lod)|u?mrd[- "
            r"]?neg(?:ative)?|"
            r"no se (?:detecta|observa|identifica|encuentra)\w*|nao (?:foram |se |sao )?(?:detectada?s?|observad|identificad|encontrad)\w*|non si (?:rileva|osserva|evidenzia)\w*|(?:pas de|aucune|sin|sem|senza|sans|ohne) (?:mutation\w*|anomalie|deletion|mutac\w*|mutaz\w*|variantes?)|geen (?:mutatie|afwijking)\w*|niet (?:aangetoond|gevonden|aanwezig)|saptanmadi|izlenmedi|nicht nachweisbar|nicht nachgewiesen|nicht gefunden|keine?|absence|absent[es]?|indetectable|no "
            r"detectad[oa]|ausente|ausencia|nao detectad[oa]|nao detectavel|non (?:detecte|rilevat[oa]|"
            r"rilevabile)|assente|assenza)\b"
        ),
    ),
    (
        "mutated",
        re.compile(
            r"\b(?:mutated|se (?:detecta|observa|identifica) mutac\w*|mutac\w* (?:detectada|identificada|presente)|mutation (?:detected|present|found|identified)|mutiert|mute|mutad[oa]|mutat[oa])\b"
        ),
    ),
    (
        "positive",
        re.compile(
            r"\b(?:se (?:detecta|observa|identifica)\w*|mise en evidence|positi(?:v[eoa]?|f)s?|pozitif|pos|saptandi|aangetoond|detected|present[e]?|found|identified|nachweisbar|nachgewiesen|detecte|"
            r"detectad[oa]|rilevat[oa]|seen)\b"
        ),
    ),
)
