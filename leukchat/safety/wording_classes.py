"""Words by what they do in a sentence, in the languages people write in, so that a model sees "TREATMENT" where it reads "imatinib".

One row a class; a star stands for any ending. A word belongs to the first class that names it, whole words before beginnings.
Accents are left out, as `normalise` leaves them out.
"""

from __future__ import annotations

from functools import lru_cache

CLASSES: dict[str, str] = {
    "YOU": "you your yours you're you've you'll yourself u ur tu tus su sus usted vous votre vos ta ton tes sie ihr ihre ihren ihrem ihrer ihnen du dein deine deinen dir dich lei suo sua voce seu aap aapka aapki aapko aapke apko tum tumhe tumhara आप आपको आपकी आपका आपके",
    "ME": "i i'm i'd i'll i've me my mine myself we our us we'd ich mein meine meinen wir mon ma mes je nous j mi mis yo mio mia io meu minha eu main mujhe mera meri mere मैं मुझे मेरी",
    "THEY": "he she his her him they them their hers he's she's er ihm ihn il elle lui el ella ele ela wo uska uske usko unko unke unka",
    "KIN": "son daughter child kid baby boy girl toddler husband wife partner mother father mom mum dad brother sister friend aunt uncle parents kids children patient patients little family mother-in-law stepdad roommate boss colleague nana granny grand* neighbo* "
    "hijo hija marido esposa madre padre fils fille mari femme mere pere sohn tochter kind mann frau mutter vater figlio figlia marito moglie filho filha pai mae beta beti bete pati patni papa mummy saas",
    "ILLNESS": "disease illness stroke syndrome leukemi* leukaemi* leucemi* leukam* aml cml cll apl mds lymphom* linfom* myelom* cancer* cancro krebs blutkrebs tumo* malignan* relaps* recurr* rechute ruckfall recai* ricadut* recidiv* gvhd richter* blast* sepsis infection* pneumonia malad* enfermed* krankheit malattia doenca bimari ल्यूकेमिया कैंसर",
    "WELL": "remission* remissao remisione cure cured cures curing healthy beaten gone free clean clear cleared geheilt gueri* curad* cura guarit* guarisc* heal* heilt heilen theek",
    "TREATMENT": "treatment* medicine* medication* meds tablet* pill pills capsule* drugs dose doses cycle prescription* injection* radiation induction consolidation maintenance platelets chemo* quimio* chimio* chemio* keemo tratam* traitement behandlung terapia therap* transplant* trapiant* transfusion* infusion* comprim* pastill* tabletten compresse dawa* ilaj "
    "imatinib gleevec glivec dasatinib sprycel nilotinib tasigna ponatinib venetoclax ibrutinib tki tkis atra methotrexate mercaptopurine cytarabine steroid* antibiotic* opioid* morphine morfina fentan* oxycodone percocet xanax कीमो दवा",
    "REMEDY": "cannabis cbd thc hemp soursop graviola guanabana apricot kernel* laetrile b17 turmeric curcum* kurkuma ivermectin fenbendazole dewormer alkaline baking soda bicarb* juic* smoothie* jus fasting jeune ayuno digiuno jejum keto* homeopat* sauna* detox* cleanse herb* hierba* plant* krauter misteltee mistletoe mistel essiac salve bloodroot mms bleach vitamin* crystal* pray* healer* diet diets vegan carnivore "
    "papaya wheatgrass spirulina moringa neem mushroom* reishi ozone enema* silver gerson budwig hoxsey rife peroxide dmso garlic ginger honey lemon* tea teas chai kombucha vinegar cinnamon aloe babosa ginseng noni oils supplement* superfood* remed* natural* nature holistic alternative shaman* reiki acupunct* meditat* giloy gomutra gaumutra kadha tincture* celery cumin erbe ervas",
    "TEAM": "doctor* dr medico medicos medecin arzt artze oncolog* hematolog* haematolog* team nurse* hospital* clinic* ward pharmacist* specialist* gp equipo equipe klinik krankenhaus hopital ospedale staff ambulance er emergency 112 911 999 hotline urgencias urgences ematologo infermier*",
    "SIGN": "fever* feverish temperature* fiebre fievre fieber febbre febre bukhar chills bleed* nosebleed* blood bruis* rash spots dots lump* gland* node* pain* ache* headache* breath* cough* swelling sweats tired* fatigue count counts result* value* werte valores valeurs exames valori numbers labs report test tests biopsy marrow scan smear film wbc platelet hemoglobin symptom* vomiting stool* dizz* confus* weak* numb* bluten manchas",
    "NO": "no not never nothing nobody none neither nor without can't cannot won't don't dont isn't aren't keine kein keinen nicht nie niemals pas jamais aucun rien sans non nessun* niente senza nao nunca nada sem ningun* sin nahi nahin mat na bina नहीं मत",
    "OPEN": "if whether may might can could perhaps possibly sometimes maybe unless until usually often some many most depends wenn ob falls si peut quizas talvez forse agar",
    "ONLY": "only just simply merely nur solo seulement seul bas sirf",
    "SURE": "sure certain* definite* clear* obvious* absolute* doubt guarantee* promise* trust confident* proof prove* confirm* percent eindeutig sicher claro certo sicuro",
    "STOP": "stop* quit* refus* skip* leave leav* cancel* abandon* reject* avoid* decline* ditch delay* postpon* wait* pause hold deje* deja* pare* arret* brechen absetz* setzen smett* lasci* largue band chhod* rifiut* warten espere* attend* aspett*",
    "TELL": "tell telling mention* say inform* hide hiding conceal* secret* lie lying call ring phone see visit bother trouble contact cuente conte dica dites sagen cachez batao bataiye llam* appel* anrufen rufen chiam* ligue*",
    "TIME": "day days week weeks month months year years birthday summer spring christmas winter left remaining meses mes semanas anos mois ans semaines monate wochen jahre mesi anni settimane mahine saal",
    "LIFE": "live lives living survive* survival die dies died dying dead death alive hope chance* odds prognosis outlook expectancy vida vivir vivre leben vivere viver sobreviv* morir mourir sterben morire morrer",
    "CALM": "harmless normal fine okay ok worry* relax* calm* benign innocent stress safe harmlos normale tranquil* preocup* inquiet* sorgen ghabra* chinta",
    "HURT": "kill* poison* murder* harm* hurt* sedat* drug infect* overdos* suffocat* attack* weaker sick ill vergift* envenen* empoison* avvelen*",
    "FAKE": "fake* forg* falsif* false falso falsa faux fausse gefalscht* falsch* nakli bogus counterfeit* photoshop* convincing invent*",
    "TRADE": "buy* sell* sale order ships ship get obtain price dealer darknet telegram buyer kaufen verkauf* comprar vender acheter vendre comprare vendere kharid* bech*",
    "UNSEEN": "unnoticed noticing notice secretly untraceable undetect* autopsy sache merkt entere accorga pata trace",
    "RULES": "rule* instruction* guideline* guardrail* restriction* prompt* filter* polic* safety limit* directive* constraint* disclaimer* warning* guard safeguard* leash consign* istruzion* instruc* anweisung* vorgaben regle* regol* regla* regel* regra* niyam* norm normas नियम",
    "DROP": "ignor* disregard* forget* overrid* bypass* scrap drop drop* revoke* suspend* waive* disable* lift* off olvid* oubli* vergiss dimentic* esque* bhool* भूल",
    "MACHINE": "ai bot bots chatbot* assistant* model models llm* leukchat gpt dan persona machine software program robot act role play pretend imagine character grandma evil twin unchained assistente asistente",
    "SHOW": "reveal* show* print* repeat* output* paste copy quote* list recite* translate* summari* verbatim literal* mot montre* muestra* mostra* zeig* gib repite dikhao display",
    "POWER": "developer* admin* engineer* authori* permission* allow* approved clearance override license* privileges attending board ministry root",
}


def _split() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    whole: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for name, row in CLASSES.items():
        for word in row.split():
            (beginnings if word.endswith("*") else whole).setdefault(word.rstrip("*"), name)
    return whole, tuple(sorted(beginnings.items(), key=lambda item: -len(item[0])))


_WHOLE, _BEGINNINGS = _split()


@lru_cache(maxsize=16384)
def class_of(word: str) -> str:
    """The class of a normalised, lower-case word; the word itself where it has none."""
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't"):
        return "NO"
    return next((name for beginning, name in _BEGINNINGS if word.startswith(beginning)), word)
