"""Dosing in Spanish, French, German, Portuguese, Italian and Hindi (also in Latin script), and in any other language: fails closed.

Not these languages' grammar but their words are known, as classes: a medicine, a number, a form or
unit, a how-often, a change, a missed dose. A medicine beside a number with a unit, form or how-often
is refused, and so is a change of treatment, unless it is forbidden ("no deje") or left to the team.
"""

from __future__ import annotations

import re
from functools import cache

from leukchat.safety.drugs import drug_table, find_drugs

Span = tuple[int, int]
_UNIT = re.compile(
    r"(?:(?<=\d)|\b)(?:mg|mcg|µg|ug|ui|ie|iu|meq|mili?gram\w*|millig?ram\w*|milligramm\w*|microgram\w*|mikrogramm\w*|microgrammi|gramos?|grammes?|gramm|gramas?|grammi|grammo|unidades|unites|einheiten|unita|mililitros?|millilitres?|milliliter|millilitri)\b(?!\s?/\s?(?:d?l|ml))|(?<=\d)\s?(?:g|ml)\b(?!\s?/\s?d?l)"
    "|\u092e\u093f\u0932\u0940\u0917\u094d\u0930\u093e\u092e|\u092e\u093f\u0932\u093f\u0917\u094d\u0930\u093e\u092e|\u092e\u093f\\.? ?\u0917\u094d\u0930\u093e|\u0917\u094d\u0930\u093e\u092e|\u092f\u0942\u0928\u093f\u091f|\u092e\u093f\\.? ?\u0932\u0940"
    "|(?:мг|мкг|мл|mг|mkг|mкг|mл)|tablet(?:k|ek|ki|ka|ter|ten)\\w*|毫克|微克|毫升|ミリグラム|مجم|ملغ|ملليغرام|밀리그램"
)
_FORM = re.compile(
    r"\b(?:comprimid\w*|pastill\w*|pildora\w*|capsul\w*|gotas|cucharad\w*|sobres?|ampoll\w*|parches?|inyeccion\w*|comprimes?|gelules?|cachets?|gouttes|cuiller\w*|sachets?|ampoules?|piqures?|tabletten?|\w*tabletten|kapsel\w*|pillen?|tropfen|messloffel|loffel|spritzen?|beutel|zapfchen|"
    r"compress[ae]|pastigli[ae]|pillol[ae]|gocce|cucchiain\w*|bustin[ae]|fial[ae]|iniezion\w*|colher\w*|injec\w+|saches?|adesivos?|goli(?:yan|yaan|yon)?|gooli|tablet|tablets|capsule|chammach|boond\w*|sui)\b"
    "|\u0917\u094b\u0932\u0940|\u0917\u094b\u0932\u093f\u092f|\u0915\u0948\u092a\u094d\u0938\u0942\u0932|\u091f\u0948\u092c\u0932\u0947\u091f|\u092c\u0942\u0902\u0926|\u091a\u092e\u094d\u092e\u091a|таблет|капсул|taблet|kaпcyл|kапсул|片|錠|حبة|حبوب|قرص"
)
_MEDICINE = re.compile(
    r"\b(?:medicina[ls]?|medicamentos?|farmaco\w*|tratamiento|quimio\w*|cortisona|cortisone|cortison|kortison|dosis|dosi|dose[rsz]?|posologi\w*|posologie|medicaments?|traitement|chimio\w*|medikament\w*|chemo\w*|behandlung|remedios?|tratamento|medicin[ae]|farmac[oi]|terapia|dawa(?:i|iyan|iyon)?|davai|dawaiyan|khurak|injection|"
    r"antibiotic\w*|antibiotik\w*|corticoid\w*|corticoster\w*|(?:volle|doppelte|halbe|ganze) menge|la moitie|esteroid\w*|steroid\w*|giloy|kadha|vitamin[ae]?s?|eisen|hierro|fer|ferro|dipirona|novalgin|metamizol\w*|propolis|antiemetic\w*|blutverdunner)\b|\u0926\u0935\u093e|\u0926\u0935\u093e\u0908|\u0916\u0941\u0930\u093e\u0915|\u0915\u0940\u092e\u094b|\u0935\u093f\u091f\u093e\u092e\u093f\u0928|доз|лекарств|剂量|药|薬|جرعة|دواء|약"
)
_OFTEN = re.compile(
    r"\b(?:al dia|por dia|cada (?:\d+|dia|noche|manana|ocho|seis|doce|semana|mananas|noches)|diari[ao]s?|diariamente|(?:una|un|dos|tres|cuatro|\d) ve(?:z|ces)|por la (?:manana|noche)|antes de (?:dormir|acostarse|cada)|par jour|chaque (?:jour|soir|matin|semaine|nuit)|(?:une|deux|trois|quatre|\d) fois|le (?:matin|soir)|toutes les|tous les (?:jours|soirs|matins)|au coucher|"
    r"am tag|pro (?:tag|woche)|taglich|jeden (?:tag|abend|morgen|zweiten \w+|dritten \w+)|un dia si|un jour sur (?:deux|trois)|dia sim|(?:giorni|dias) alternados?|giorni alterni|ek din chhod|\w*mal (?:am|taglich|pro|die)|morgens|abends|mittags|alle \w+ (?:stunden|tage)|vor dem schlafen|ao dia|(?:uma|duas|tres|\d) vez(?:es)?|de \w+ em \w+ horas|a cada|toda (?:noite|manha)|todos os dias|a noite|de manha|antes de cada|"
    r"al giorno|(?:una|due|tre|\d) volt[ae]|ogni (?:giorno|sera|mattina|\d+|otto|sei|dodici|settimana)|la (?:mattina|sera)|prima di|roz\w*|din mein|har (?:roz|din|raat|subah|\w+ ghante)|subah|raat ko|hafte mein|ek baar|do baar|teen baar|pratidin)\b"
    "|\u0930\u094b\u091c\u093c|\u0930\u094b\u091c|\u0926\u093f\u0928 \u092e\u0947\u0902|\u092a\u094d\u0930\u0924\u093f\u0926\u093f\u0928|\u0939\u0930 \u0930\u093e\u0924|\u0938\u0941\u092c\u0939|\u0930\u093e\u0924|\u092c\u093e\u0930|\u0939\u092b\u093c\u094d\u0924\u0947|\u0939\u0930 "
)
_NUMBER = re.compile(
    r"\d|\b(?:un[ao]?|dos|tres|cuatro|cinco|seis|ocho|diez|medi[ao]|mil|cien|cincuenta|veinte|treinta|deux|trois|quatre|cinq|six|huit|dix|vingt|demi\w*|cent|mille|moitie|ein\w*|zwei|drei|vier|funf|sechs|acht|zehn|zwanzig|dreissig|halbe\w*|eineinhalb|hundert|tausend|dois|duas|quatro|dez|vinte|trinta|meio|meia|metade|mitad|due|tre|quattro|cinque|sei|otto|dieci|venti|trenta|"
    r"mezz[ao]|meta|ek|do|teen|char|paanch|aadhi|adhi|aadha|dedh|sau|pachas|hazaar|doble|double|doppel\w*|dobro|doppia|doppio)\b|\u090f\u0915|\u0926\u094b|\u0924\u0940\u0928|\u0906\u0927\u0940|\u0906\u0927\u093e|\u091a\u093e\u0930|\u0938\u094c"
)
_CHANGE = re.compile(
    r"\b(?:dej(?:e|a|ar|es|o) (?:de )?|dejar|deje|baj(?:e|a|ar)|suba|subir|dobl(?:e|a|ar)|duplique|duplicar|omit(?:a|ir)|salt(?:e|arse|ese|ar)|sust?pend\w+|interrump\w+|parta|partir|mitad|reduzca|reducir|aument(?:e|ar)|disminuy\w+|pare|parar|reanud\w+|cambi(?:e|ar)|retome|descans\w+|"
    r"arret(?:ez|er|e)|diminu(?:ez|er)|doubl(?:ez|er)|saut(?:ez|er)|moitie|augment(?:ez|er)|repren(?:ez|dre)|suspend\w*|interromp\w+|redui\w+|coup(?:ez|er)|cess(?:ez|er)|remplac\w+|"
    r"absetz\w*|abzusetzen|volle menge|halbe menge|absetze|setz(?:en|e)\b.{0,40}\b(?:ab|aus)|ausset\w+|auslass\w*|auszulassen|halbier\w*|verdopp\w*|weglass\w*|weglasse\w*|lass(?:en|e)\b.{0,40}\b(?:weg|aus)|erhoh\w+|reduzier\w+|pausier\w+|unterbrech\w+|teilen|halfte|doppelte\w*|steiger\w+|"
    r"reduza|reduzir|dobre|dobrar|par(?:e|ar|o)|metade|pul(?:e|ar)|aumente|diminu\w+|interromp\w+|pausar|raddopp\w+|sospend\w+|dimezz\w+|riduc\w+|ridurre|smett\w+|saltar?e|salti|salto|aument(?:i|are)|interromp\w+|cali\b|scal\w+|"
    r"aadhi|adhi|aadha|double|dugni|band k\w+|chhod\w*|chod d\w+|badha\w*|kam k\w+|rok d\w+|rok l\w+|mat lo|mat lijiye|mat khao|skip|stop)\b"
    "|\u092c\u0902\u0926|\u0906\u0927\u0940|\u0906\u0927\u093e|\u0926\u094b\u0917\u0941\u0928\u0940|\u0926\u0941\u0917\u0941\u0928\u093e|\u091b\u094b\u0921\u093c|\u0930\u094b\u0915 |\u092c\u0922\u093c\u093e|\u0915\u092e \u0915\u0930|\u092e\u0924 \u0932"
)
_MISSED = re.compile(
    r"\b(?:olvid\w+|oubli\w*|vergess\w+|esquec\w+|dimentic\w+|salt(?:e|ado|ato) |manque|raté|chhoot\w*|chhut\w*|bhool\w*|miss|perdi\w*|sautee?|verpasst|vomit\w+|erbrochen)\b|\u092d\u0942\u0932|\u091b\u0942\u091f|\u091b\u0942\u091f"
)
_TAKE = re.compile(
    r"\b(?:tom(?:e|ese|elo|ela|a|ar|o|amos|an)|dele|darle|prend\w*|pren(?:ez|dre|ds)|pris|donn(?:ez|er)|nehm\w+|nimm\w*|einnehm\w*|nimmt|geb(?:en|e)|gib|nachhol\w*|holen|spritz\w*|dia\b|dar|de\b|assum\w+|somministr\w+|lo|le lo|le lu|lijiye|le\b|leni|lena|khao|khana|khilao|dein|de do|dijiye|dena|lagaye\w*|usar|use|utilis\w+|utilizz\w+)\b|\u0932\u0947\u0902|\u0932\u0947\u0928\u0940|\u0932\u0947\u0928\u093e|\u0926\u0947\u0902|\u0926\u0940\u091c\u093f\u090f|\u0932\u0940\u091c\u093f\u090f|\u0926\u0942\u0901|\u0932\u0947"
)
_ASK = re.compile(
    r"\b(?:pregunt\w+|consult(?:e|en|ar|es|ez|er)\b|consulta (?:con|a|al|com|o|seu)\b|llam\w+|habl(?:e|ar)|su equipo|su medico|hematologo|demand\w+|parl(?:ez|er)|appel\w+|votre equipe|votre medecin|hematologue|fragen|frag(?:t|e)?\b|ihrem? team|ihre? arzt\w*|arztin|arzt|sprechen|rufen|pergunt\w+|fal(?:e|ar)|ligu?e|equipe|medic[oa] (?:que|decide)|hematologista|chied\w+|parl[ai]\w*|chiam\w+|ematologo|centro|pooch\w*|puch\w*|doctor|daktar|haematologist|phone)\b|\u092a\u0942\u091b|\u0921\u0949\u0915\u094d\u091f\u0930"
)
_FORBIDS = re.compile(
    r"\b(?:no (?:deje|tome|doble|suspenda|salte|pare|cambie|reduzca|parta|interrumpa)|nunca|jamas|n'\w+ (?:jamais|pas)|ne (?:\w+ )?(?:arretez|prenez|doublez|sautez|changez|coupez|modifiez)\b.{0,30}\b(?:jamais|pas)|jamais|niemals|nie\b|nicht ab\b|nicht die doppelte|nicht (?:absetzen|verdoppeln|halbieren|weglassen|teilen|selbst)|keine doppelte|nao (?:pare|tome|dobre|pule|reduza|suspenda|interrompa|mude)|non (?:sospenda|prenda|raddoppi|salti|smetta|interrompa|riduca|cambi)|mai\b|band (?:mat|na) k\w+|double (?:mat|na)|na karein|mat kijiye|mat kar\w+)\b|\u092c\u0902\u0926 \u0928|\u0928 \u0915\u0930\u0947\u0902|\u092e\u0924 \u0915\u0930"
)
_TONIGHT = re.compile(
    r"\b(?:ce soir|demain|aujourd'?hui|cette semaine|esta (?:noche|semana)|hoy|manana|heute|morgen|diese woche|hoje|amanha|stasera|oggi|domani|questa settimana|aaj|kal|is hafte)\b"
)
_CEILING = re.compile(
    r"\b(?:no (?:pase|supere|exceda|tome mas) de?|no mas de|maximo|hasta|depass\w+|maximum|jusqu'a|hochstens|maximal|nicht mehr als|bis zu|ultrapass\w+|no maximo|ate|super(?:i|are)|al massimo|fino a|zyada se zyada|se zyada)\b"
)
_ELSE = re.compile(
    r"\b(?:protein\w*|proteina\w*|proteine\w*|eiwei\w+|liquidos?|fluidos?|liquides?|flussigkeit\w*|paneer|panir|banan\w*|kase|queijo|queso|fromage|yaourt|yogur\w*|joghurt|iogurte|lentejas|lentilles|linsen|lentilhas|lenticchie|agua|eau|wasser|acqua|paani|hemoglobin\w*|hamoglobin\w*|emoglobin\w*|plaquettes|plaquetas|platelets|thrombozyten|piastrine|leucocit\w*|leukozyten|temperatur\w*|g/dl|g/l|mg/dl|mmol|fieb\w*|fievre|febbre|febre|bukhar|grados?|graus|grad|gradi|"
    r"ciclos?|cycles?|zyklus|zyklen|ciclo|cicli|gleason|euros?|cuesta|coute|kostet|custa|costa|kharcha|repas|mahlzeit|pasto|pomelo|pamplemousse|grapefruit|toronja|vaccin\w*|vacun\w*|impf\w*|vacin\w*)\b|\u092a\u094d\u0930\u094b\u091f\u0940\u0928|\u0939\u0940\u092e\u094b\u0917\u094d\u0932\u094b\u092c\u093f\u0928|\u092a\u093e\u0928\u0940|\u092c\u0941\u0916\u093e\u0930|\u0926\u0939\u0940|\u092a\u0928\u0940\u0930"
)
_TRIAL = re.compile(r"\b(?:estudio|ensayo|etude|essai|studie|estudo|ensaio|studio|trial|erhielten|recibieron|recu)\b")
_ASKED = re.compile(
    r"\b(?:cuant[oa]s?|max\w*[. ]{1,2}(?:dosis|dose|dosi)|hochstdosis|(?:dosis|dose|dosi) (?:maxim\w+|maximale|massima)|que (?:dosis|cantidad)|cada cuanto|combien|quelle (?:\w+ ){0,2}?(?:dose|quantite|posologie)|wie ?viele?|welche (?:dosis|menge)|(?:ubliche|normale|richtige|empfohlene) (?:menge|dosis)|(?:a )?que velocidad|(?:a )?quelle vitesse|wie schnell|a que velocidade|a che velocita|wie oft|quant[oa]s?|qual (?:\w+ ){0,3}?(?:dose|quantidade)|quanti|quante|quale dose|ogni quanto|kitn[aeiy]\w*|kab\b|a que hora|a quelle heure|wann)\b|\u0915\u093f\u0924\u0928"
)
_AGAIN = re.compile(r"\b(?:dos|doble|duas|dobro|deux|double|zwei|doppelte?|due|doppia|do|juntas|ensemble|zusammen|insieme)\b")
_MILLI = re.compile(r"\d ?(?:mg|mcg|ui|iu)\b")
_RAISES = re.compile(r"\b(?:augmente\w*|erhoht|erhohen|aument\w+) (?:le|la|den|die|el|o|il) (?:taux|niveau|concentration|spiegel|nivel\w*|concentra\w+|livell\w+)\b")
_SIDE_EFFECT = re.compile(r"\b(?:nebenwirkung\w*|efectos?|effets?|efeitos?|effett[oi]|riesgos?|risque|risiko|riscos?|rischio|hace \w+ anos|il y a \w+ ans|vor \w+ jahren)\b")
_MAY = re.compile(
    r"\b(?:pued[oe]|podria|debo|deberia|puis je|puis-je|peut on|peut-on|dois je|dois-je|je peux|est ce que|faut il|darf|kann|soll|muss|sollte|posso|devo|deveria|preciso|kya|sakt[aei]\w*|chahiye|karu|du\b|lu\b|loon|tomo|prendo|nehme|je fais quoi|que hago|was nun|was tun|o que faco|cosa faccio)\b|\u0915\u094d\u092f\u093e|\u0938\u0915\u0924|\u091a\u093e\u0939\u093f\u090f|\u0926\u0942\u0901"
)


def _skeleton(word: str) -> str:
    """A word without the differences in spelling between languages: h, y, doubled letters, endings."""
    plain = word.replace("ph", "f").replace("th", "t").replace("y", "i").replace("k", "c").replace("z", "c").replace("h", "").replace("qu", "c").replace("x", "s")
    return re.sub(r"(.)\1", r"\1", plain)[:7]


@cache
def _skeletons() -> frozenset[str]:
    return frozenset(_skeleton(name.lower()) for drug in drug_table() if drug.kind != "supplement" for name in drug.names if len(name) >= 6 and name.isalpha())


@cache
def _devanagari() -> re.Pattern[str]:
    """Endings of medicines' names as Hindi writes them (-tinib, -mycin, -trexate ...)."""
    return re.compile(
        "\u091f\u093f\u0928\u093f\u092c|\u091f\u0940\u0928\u093f\u092c|\u092e\u093e\u0907\u0938\u093f\u0928|\u091f\u094d\u0930\u0947\u0915\u094d\u0938\u0947\u091f|\u092a\u094d\u092f\u0942\u0930\u093f\u0928|\u0938\u094b\u0928|\u0938\u094b\u0932\u094b\u0928|\u092e\u0949\u0932|\u092e\u0948\u092c|\u0915\u094d\u0932\u0947\u0915\u094d\u0938|\u092f\u0942\u0930\u093f\u092f\u093e|\u092a\u094d\u0930\u094b\u092b\u0947\u0928|\u090f\u0938\u094d\u092a\u093f\u0930\u093f\u0928"
    )


def names_medicine(text: str) -> bool:
    """Whether a text names a medicine, also in a spelling of another language (metotrexato, Hydroxyurée)."""
    return bool(find_drugs(text)) or any(_skeleton(word) in _skeletons() for word in re.findall(r"[a-z]{6,}", text)) or _devanagari().search(text) is not None


def foreign_dosing(text: str, *, asked: bool = False) -> Span | None:
    """Where a text in another language tells (or, with `asked`, requests) a dose or a change; None when it does not."""
    named = names_medicine(text)
    spoken = named or _MEDICINE.search(text) is not None or _FORM.search(text) is not None
    other_script = 3 * sum(1 for char in text if char.isalpha() and not char.isascii()) > sum(1 for char in text if char.isalpha())
    if other_script and not _DEVANAGARI.search(text):
        unit = _UNIT.search(text) or (_FORM.search(text) if re.search(r"\d", text) else None)
        return unit.span() if unit and re.search(r"\d", text) else None
    if not spoken and _MISSED.search(text) and _TAKE.search(text) and _AGAIN.search(text):
        return _MISSED.search(text).span()  # type: ignore[union-attr]
    if not spoken and not (_TAKE.search(text) and _OFTEN.search(text)) and not (_UNIT.search(text) and _OFTEN.search(text)):
        return None
    return _asked(text, named) if asked else _told(text, named)


_DEVANAGARI = re.compile("[\u0900-\u097f]")


def _told(text: str, named: bool) -> Span | None:
    cited = _TRIAL.search(text) is not None and re.search(r"\[\d+\]", text) is not None
    unit, form, often, number = _UNIT.search(text), _FORM.search(text), _OFTEN.search(text), _NUMBER.search(text)
    elsewhere = _ELSE.search(text) is not None
    forbidden = _FORBIDS.search(text) is not None and _CEILING.search(text) is None
    if forbidden and _TONIGHT.search(text) and _ASK.search(text) is None and not re.search(r"\b(?:sans|ohne|sin|sem|senza|bina)\b", text):
        return _TONIGHT.search(text).span()  # type: ignore[union-attr]
    left = forbidden or _ASK.search(text) is not None
    if cited:
        return None
    if _RAISES.search(text) and not number:
        return None
    if number and unit and (named or (_MILLI.search(text) and often and _TAKE.search(text) and not left) or (_DEVANAGARI.search(text) and often) or (not elsewhere and not left)):
        return unit.span()
    if elsewhere and not (named and (often or form or _CHANGE.search(text)) and not re.search(r"\d\s?(?:g/d?l|°|grad)", text)):
        return None
    if left:
        return None
    if number and form and (named or often or _TAKE.search(text)):
        return form.span()
    missed = _MISSED.search(text)
    if missed and (_TAKE.search(text) or _CHANGE.search(text)):
        return missed.span()
    change = _CHANGE.search(text)
    if change:
        return change.span()
    if number and often and _TAKE.search(text):
        return often.span()
    if named and often and (number or _TAKE.search(text)):
        return often.span()
    return None


def _asked(text: str, named: bool) -> Span | None:
    how = _ASKED.search(text)
    unit, form, change, missed, often = _UNIT.search(text), _FORM.search(text), _CHANGE.search(text), _MISSED.search(text), _OFTEN.search(text)
    if re.search(r"\b(?:cuesta|coute|kostet|custa|costa|kharcha|precio|prix|preco|prezzo)\b", text):
        return None
    if _SIDE_EFFECT.search(text) and not (how or change or missed):
        return None
    if missed and (_TAKE.search(text) or _MAY.search(text) or "?" in text or change):
        return missed.span()
    if (
        how
        and (unit or form or _TAKE.search(text) or named or (often and _MEDICINE.search(text)) or re.search(r"\bdos[ei]s?\b|posolog", text))
        and not (_ELSE.search(text) and not (named or form))
    ):
        return how.span()
    if change and (_MAY.search(text) or "?" in text):
        return change.span()
    asking = "?" in text or _MAY.search(text) is not None
    if asking and (unit or form) and _NUMBER.search(text) and not (_ELSE.search(text) and not unit):
        return (unit or form).span()  # type: ignore[union-attr]
    if asking and named and re.search(r"\b(?:\d|dos|tres|cuatro|deux|trois|quatre|zwei|drei|vier|dois|duas|due|tre|do|teen|medi[ao]|demi|halbe\w*|mei[ao]|mezz[ao])\b", text):
        number = _NUMBER.search(text)
        return number.span() if number else None
    if asking and named and often and _NUMBER.search(text):
        return often.span()
    return None
