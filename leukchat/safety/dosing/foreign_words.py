"""Words of Spanish, French, German, Portuguese, Italian and Hindi (also in Latin script) that dosing is told or asked with, by class."""

from __future__ import annotations

import re

UNIT = re.compile(
    r"(?:(?<=\d)|\b)(?:mg|mcg|µg|ug|ui|ie|iu|meq|mili?gram\w*|millig?ram\w*|milligramm\w*|microgram\w*|mikrogramm\w*|microgrammi|gramos?|grammes?|"
    r"gramm|gramas?|grammi|grammo|unidades|unites|einheiten|unita|mililitros?|millilitres?|milliliter|millilitri)\b(?!\s?/\s?(?:d?l|ml))|"
    r"(?<=\d)\s?(?:g|ml)\b(?!\s?/\s?d?l)"
    "|\u092e\u093f\u0932\u0940\u0917\u094d\u0930\u093e\u092e|\u092e\u093f\u0932\u093f\u0917\u094d\u0930\u093e\u092e|"
    "\u092e\u093f\\.? ?\u0917\u094d\u0930\u093e|\u0917\u094d\u0930\u093e\u092e|\u092f\u0942\u0928\u093f\u091f|\u092e\u093f\\.? ?\u0932\u0940"
    "|(?:мг|мкг|мл|mг|mkг|mкг|mл)|tablet(?:k|ek|ki|ka|ter|ten)\\w*|毫克|微克|毫升|ミリグラム|مجم|ملغ|ملليغرام|밀리그램"
)
FORM = re.compile(
    r"\b(?:comprimid\w*|tablet[ae]s?|grageas?|pastill\w*|pildora\w*|capsul\w*|gotas|cucharad\w*|sobres?|ampoll\w*|parches?|inyeccion\w*|comprimes?|gelules?|cachets?|"
    r"gouttes|cuiller\w*|sachets?|ampoules?|piqures?|tabletten?|\w*tabletten|kapsel\w*|pillen?|tropfen|messloffel|loffel|spritzen?|beutel|"
    r"zapfchen|"
    r"compress[ae]|pastigli[ae]|pillol[ae]|gocce|cucchiain\w*|bustin[ae]|fial[ae]|iniezion\w*|colher\w*|injec\w+|saches?|adesivos?|stuck|"
    r"drage\w*|pulveris\w*|pulveriz\w*|spruhsto\w*|hube|puffs|goli(?:yan|yaan|yon)?|gooli|tablet|tablets|capsule|chammach|boond\w*|sui)\b"
    "|\u0917\u094b\u0932\u0940|\u0917\u094b\u0932\u093f\u092f|\u0915\u0948\u092a\u094d\u0938\u0942\u0932|\u091f\u0948\u092c\u0932\u0947\u091f|"
    "\u092c\u0942\u0902\u0926|\u092a\u093e\u0909\u091a|\u091a\u092e\u094d\u092e\u091a|таблет|капсул|taблet|kaпcyл|kапсул|片|錠|حبة|حبوب|قرص"
)
MEDICINE = re.compile(
    r"\b(?:medicina[ls]?|medicamentos?|farmaco\w*|tratamiento|quimio\w*|cortisona|cortisone|cortison|kortison|dosis|dosi|dose[rsz]?|posologi\w*|"
    r"posologie|medicaments?|traitement|chimio\w*|medikament\w*|chemo\w*|behandlung|remedios?|tratamento|medicin[ae]|farmac[oi]|terapia|toma|"
    r"prise|einnahme|tomada|ras|dawa(?:i|iyan|iyon)?|davai|dawaiyan|khurak|injection|"
    r"antibiotic\w*|antibiotik\w*|corticoid\w*|corticoster\w*|(?:volle|doppelte|halbe|ganze) menge|la moitie|esteroid\w*|steroid\w*|giloy|kadha|"
    r"vitamin[ae]?s?|eisen|hierro|fer|ferro|dipirona|novalgin|metamizol\w*|propolis|syrup|sirop|jarabe|sirup|saft|xarope|sciroppo|antiemetic\w*|"
    r"hydroxyharnstoff|hidroxi?urea|hydroxyuree|idrossiurea|cortisonico|blutverdunner)\b|\u0926\u0935\u093e|\u0926\u0935\u093e\u0908|\u0916\u0941\u0930\u093e\u0915|\u0915\u0940\u092e\u094b|"
    r"\u0935\u093f\u091f\u093e\u092e\u093f\u0928|доз|лекарств|剂量|药|薬|جرعة|دواء|약"
)
OFTEN = re.compile(
    r"\b(?:al dia|por dia|(?<!em )(?<!de )cada (?:\d+|dia|noche|manana|ocho|seis|doce|semana|mananas|noches)|diari[ao]s?|diariamente|(?:una|un|dos|tres|cuatro|"
    r"\d) ve(?:z|ces)|por la (?:manana|noche)|antes de (?:dormir|acostarse|cada)|par jour|chaque (?:jour|soir|matin|semaine|nuit)|(?:une|deux|"
    r"trois|quatre|\d) fois|le (?:matin|soir)|toutes les|tous les (?:jours|soirs|matins)|au coucher|"
    r"am tag|pro (?:tag|woche)|taglich|jeden (?:tag|abend|morgen|zweiten \w+|dritten \w+)|matin et soir|manana y noche|morgens und abends|mattina e sera|manha e noite|un dia si|un jour sur (?:deux|trois)|dia sim|(?:giorni|"
    r"dias) alternados?|giorni alterni|ek din chhod|\w*mal (?:am|taglich|pro|die)|(?:halbe|ganze|eine) (?:tablette )?(?:fruh|spat)|au (?:diner|dejeuner|petit[- ]dejeuner|souper)|(?:beim|zum) (?:fruhstuck|abendessen|mittagessen)|(?:con|en) (?:la cena|el desayuno|el almuerzo|la comida)|a (?:cena|colazione|pranzo)|no (?:jantar|almoco|cafe da manha)|en ayunas|em jejum|a digiuno|al acostarse|ao deitar|durante (?:il pasto|la comida)|(?:los|le|il|as|aos|am|jeden) (?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|segundas?|tercas?|quartas?|quintas?|sextas?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|am (?:morgen|abend|mittag)|jede woche|morgens|abends|mittags|"
    r"alle \w+ (?:stunden|tage)|vor dem schlafen|ao dia|(?:uma|duas|tres|\d) vez(?:es)?|de \w+ em \w+ horas|a cada|toda (?:noite|manha)|"
    r"todos os dias|a noite|de manha|antes de cada|"
    r"al giorno|(?:una|due|tre|\d) volt[ae]|ogni (?:giorno|sera|mattina|\d+|otto|sei|dodici|settimana)|la (?:mattina|sera)|prima di|roz\w*|"
    r"din mein|har (?:roz|din|raat|subah|\w+ ghante)|subah|raat ko|hafte mein|ek baar|do baar|teen baar|pratidin)\b"
    "|\u0930\u094b\u091c\u093c|\u0930\u094b\u091c|\u0926\u093f\u0928 \u092e\u0947\u0902|\u092a\u094d\u0930\u0924\u093f\u0926\u093f\u0928|"
    "\u0939\u0930 \u0930\u093e\u0924|\u0938\u0941\u092c\u0939|\u0930\u093e\u0924|\u092c\u093e\u0930|\u0939\u092b\u093c\u094d\u0924\u0947|"
    "\u0939\u0930 "
)
NUMBER = re.compile(
    r"\d|\b(?:u[mn][ao]?|dos|tres|cuatro|cinco|seis|ocho|diez|medi[ao]|mil|cien|cincuenta|veinte|treinta|deux|trois|quatre|cinq|six|huit|dix|vingt|"
    r"demi\w*|cent|mille|moitie|trois cents|ein\w*|zwei|drei|vier|funf|sechs|acht|zehn|zwanzig|dreissig|halbe\w*|eineinhalb|hundert|tausend|dois|"
    r"duas|quatro|dez|vinte|trinta|meio|meia|metade|mitad|due|tre|quattro|cinque|sei|otto|dieci|venti|trenta|nove|nueve|neuf|neun|sette|siete|sept|sieben|cem|cento|"
    r"mezz[ao]|meta|ek|do|teen|char|paanch|aadhi|adhi|aadha|dedh|sau|pachas|hazaar|doble|double|doppel\w*|dobro|doppia|doppio)\b|\u090f\u0915|"
    r"\u0926\u094b|\u0924\u0940\u0928|\u0906\u0927\u0940|\u0906\u0927\u093e|\u091a\u093e\u0930|\u0938\u094c"
)
CHANGE = re.compile(
    r"\b(?:dej(?:e|a|ar|es|o)(?! de (?:ser|estar|tener|funcionar|haber|crecer)) (?:de )?|dejar|deje|baje|bajar|(?<!una )(?<!la )(?<!de )baja|suba|subir|dobl(?:e|a|ar|o)|deje pasar|duplique|duplicar|omit(?:a|ir)|salt(?:e|"
    r"arse|ese|ar)|sust?pend\w+|interrump\w+|parta|partir|mitad|reduzca|reducir|aument(?:e|ar)|disminuy\w+|pare|parar|reanud\w+|cambi(?:e|ar)|"
    r"retome|descans\w+|"
    r"arret(?:ez|er|e)|diminu(?:ez|er)|doubl(?:ez|er)|saut(?:ez|er|e)|saute\b|espac(?:ez|er)|moitie|augment(?:ez|er)|repren(?:ez|dre)|suspend\w*|"
    r"interromp\w+|redui\w+|coup(?:ez|er)|cess(?:ez|er)|remplac\w+|"
    r"absetz\w*|abzusetzen|volle menge|halbe menge|absetze|setz(?:en|e)\b.{0,80}\b(?:ab|aus)|ausset\w+|auslass\w*|auszulassen|halbier\w*|"
    r"verdopp\w*|weglass\w*|weglasse\w*|lass(?:en|e)\b.{0,80}\b(?:weg|aus)|erhoh\w+|reduzier\w+|pausier\w+|unterbrech\w+|teilen|halfte|"
    r"wird .{0,40}?(?:unterbrochen|pausiert|abgesetzt|halbiert|ausgesetzt|verdoppelt|weggelassen)|doppelte\w*|steiger\w+|rattrap\w*|riprend\w*|"
    r"cort(?:e|ar) (?:o|a|ao|um)|reduza|reduzir|dobre|dobrar|par(?:e|ar|o)|metade|pul(?:e|ar)|aumente|diminu\w+|interromp\w+|pausar|raddopp\w+|"
    r"sospend\w+|dimezz\w+|riduc\w+|ridurre|smett\w+|saltar?e|salti|salto|aument(?:i|are)|interromp\w+|cali\b|scal\w+|"
    r"aadhi|adhi|aadha|double|dugni|band k\w+|chhod\w*|chod d\w+|kar (?:du|doon|lu|loon|de|dun)\b|band kar\w*|badha\w*|kam k\w+|rok d\w+|rok l\w+|"
    r"mat lo|mat lijiye|mat khao|skip|stop)\b"
    "|\u092c\u0902\u0926|\u0906\u0927\u0940|\u0906\u0927\u093e|\u0926\u094b\u0917\u0941\u0928\u0940|\u0926\u0941\u0917\u0941\u0928\u093e|"
    "\u091b\u094b\u0921\u093c|\u0930\u094b\u0915 |(?<!\u0905\u0938\u0930 )(?<!\u0905\u0938\u0930 \u0915\u094b )\u092c\u0922\u093c\u093e|\u0915\u092e \u0915\u0930|\u092e\u0924 \u0932"
)
MISSED = re.compile(
    r"\b(?:se (?:le|me|te) paso|olvid\w+|saute (?:ma|la|une)|oubli\w*|vergess\w+|esquec\w+|dimentic\w+|salt(?:e|ado|ato) |manque|raté|chhoot\w*|"
    r"chhut\w*|bhool\w*|miss|perdi\w*|sautee?|verpasst|vomit\w+|erbrochen)\b|\u092d\u0942\u0932|\u091b\u0942\u091f|\u091b\u0942\u091f"
)
TAKE = re.compile(
    r"\b(?:tom(?:e|ese|elo|ela|a|ar|o|amos|an)|dele|darle|prend\w*|pren(?:ez|dre|ds)|pris|donn(?:ez|er)|nehm\w+|nimm\w*|einnehm\w*|nimmt|geb(?:en|"
    r"e)|gib|nachhol\w*|holen|spritz\w*|dia\b|dar|de (?=u[mn]|dos|tres|medi|mei|\d)|assum\w+|somministr\w+|lo(?= ?[.,!]|$)|le lo|le lu|lijiye|le(?= ?[.,!]|$)|leni|lena|khao|khana|khilao|dein|de do|rattrap\w*|recuper\w+|"
    r"dijiye|dena|lagaye\w*|piyo|pijiye|pina|piyen|khilaiye|khilao|usar|use|utilis\w+|utilizz\w+)\b|\u0932\u0947\u0902|\u0932\u0947\u0928\u0940|"
    r"\u0932\u0947\u0928\u093e|\u0926\u0947\u0902|\u0926\u0940\u091c\u093f\u090f|\u0932\u0940\u091c\u093f\u090f|\u0926\u0942\u0901|\u0932\u0947"
)
ASK = re.compile(
    r"\b(?:pregunt\w+|consult(?:e|en|ar|es|ez|er)\b|consulta (?:con|a|al|com|o|seu)\b|llam\w+|habl(?:e|ar)|su equipo|su medico|hematologo|"
    r"demand\w+|parl(?:ez|er)|appel\w+|votre equipe|votre medecin|hematologue|fragen|frag(?:t|e)?\b|ihrem? team|ihre? arzt\w*|arztin|arzt|"
    r"sprechen|rufen|pergunt\w+|fal(?:e|ar)|ligu?e|equipe|medic[oa] (?:que|decide)|hematologista|chied\w+|parl[ai]\w*|chiam\w+|ematologo|centro|"
    r"(?:a ete|wurden?|fue|fueron|e stat[oa]|foi|foram) (?:\w+ ){0,3}?(?:arret\w+|redui\w+|suspend\w*|suspens\w*|abgesetzt|gesenkt|reduziert|pausiert|sospes\w+|ridott\w+|reduzid\w+|cambiad\w+)|(?:medic[oa]|medecin|medecins|arzte?|arztin|equip\w+|team) (?:\w+ )?(?:puede|podra|pode|podera|peut|pourra|kann|konnen|puo|potra|decid\w+|entscheid\w+)|(?:votre|ihre?|su|seu|sua|suo) (?:medic[oa]|medecin|arzt|arztin) (?:a|ha|hat|redu\w+|bajo|abbassato|baixou|gesenkt)\b|pooch\w*|puch\w*|doctor|daktar|haematologist|phone)\b|\u092a\u0942\u091b|\u0921\u0949\u0915\u094d\u091f\u0930"
)
FORBIDS = re.compile(
    r"\b(?:no lo haga|por (?:su )?cuenta propia|por su cuenta|nao (?:o )?faca|non lo faccia|ne le faites pas|nicht auf eigene faust|lassen sie nichts|setzen sie nichts|andern sie nichts|nichts eigenmachtig|una conversacion|uma conversa|no (?:lo |la |los )?(?:deje|tome|doble|suspenda|salte|pare|cambie|reduzca|parta|interrumpa)|nunca|jamas|n'\w+ (?:jamais|pas)|ne (?:\w+ )?(?:arretez|"
    r"prenez|doublez|sautez|changez|coupez|modifiez)\b.{0,30}\b(?:jamais|pas)|jamais|niemals|nie\b|keine (?:tablette|dosis|kapsel)\w*|"
    r"ohne (?:rucksprache|absprache|ihr|den rat|zu fragen)|nicht ab\b|nicht die doppelte|nicht (?:absetzen|verdoppeln|halbieren|weglassen|teilen|"
    r"selbst)|keine doppelte|nao (?:pare|tome|dobre|pule|reduza|suspenda|interrompa|mude)|non (?:sospenda|prenda|raddoppi|salti|smetta|interrompa|"
    r"riduca|cambi)|mai\b|band (?:mat|na) k\w+|double (?:mat|na)|na karein|mat kijiye|mat kar\w+)\b|\u092c\u0902\u0926 \u0928|"
    r"\u0928 \u0915\u0930\u0947\u0902|\u092e\u0924 \u0915\u0930"
)
TONIGHT = re.compile(
    r"\b(?:ce soir|demain|aujourd'?hui|cette semaine|esta (?:noche|semana)|hoy|manana|heute|morgen|diese woche|hoje|amanha|stasera|oggi|domani|"
    r"questa settimana|aaj|kal|is hafte)\b"
)
CEILING = re.compile(
    r"\b(?:no (?:pase|supere|exceda|tome mas) de?|no mas de|maximo|hasta|depass\w+|maximum|jusqu'a|hochstens|maximal|nicht mehr als|bis zu|"
    r"ultrapass\w+|no maximo|ate|super(?:i|are)|al massimo|fino a|zyada se zyada|se zyada)\b"
)
ELSE = re.compile(
    r"\b(?:protein\w*|proteina\w*|proteine\w*|eiwei\w+|liquidos?|fluidos?|liquides?|flussigkeit\w*|paneer|panir|banan\w*|kase|queijo|queso|"
    r"fromage|raciones|yaourt|yogur\w*|joghurt|iogurte|lentejas|lentilles|linsen|lentilhas|lenticchie|agua|eau|wasser|acqua|paani|hemoglobin\w*|"
    r"hamoglobin\w*|emoglobin\w*|plaquettes|plaquetas|platelets|thrombozyten|piastrine|leucocit\w*|leukozyten|temperatur\w*|g/dl|g/l|mg/dl|mmol|"
    r"fieb\w*|fievre|febbre|febre|bukhar|grados?|graus|grad|gradi|"
    r"ciclos?|cycles?|zyklus|zyklen|ciclo|cicli|gleason|euros?|cuesta|coute|kostet|custa|costa|kharcha|repas|mahlzeit|pasto|pomelo|pamplemousse|"
    r"grapefruit|toronja|vaccin\w*|vacun\w*|impf\w*|vacin\w*)\b|\u092a\u094d\u0930\u094b\u091f\u0940\u0928|"
    r"\u0939\u0940\u092e\u094b\u0917\u094d\u0932\u094b\u092c\u093f\u0928|\u092a\u093e\u0928\u0940|\u092c\u0941\u0916\u093e\u0930|"
    r"\u0926\u0939\u0940|\u092a\u0928\u0940\u0930|\u0905\u0902\u0921"
)
TRIAL = re.compile(r"\b(?:estudio|ensayo|etude|essai|studie|estudo|ensaio|studio|trial|erhielten|recibieron|recu)\b")
ASKED = re.compile(
    r"\b(?:ubliche menge|wieviel|combien|cuant[oa]s?|max\w*[. ]{1,2}(?:dosis|dose|dosi)|hochstdosis|(?:dosis|dose|dosi) (?:maxim\w+|maximale|"
    r"massima)|que (?:dosis|cantidad)|cada cuanto|combien|quelle (?:\w+ ){0,2}?(?:dose|quantite|posologie)|wie ?viele?|welche (?:dosis|menge)|"
    r"(?:ubliche|normale|richtige|empfohlene) (?:menge|dosis)|(?:a )?que velocidad|(?:a )?quelle vitesse|wie schnell|a que velocidade|"
    r"a che velocita|wie oft|quant[oa]s?|qual (?:\w+ ){0,3}?(?:dose|quantidade)|quanti|quante|quale dose|ogni quanto|kitn[aeiy]\w*|kab\b|ki dose|"
    r"a que hora|a quelle heure|wann)\b|\u0915\u093f\u0924\u0928"
)
AGAIN = re.compile(r"\b(?:dono|dois|duas|dos|doble|duas|dobro|deux|double|zwei|doppelte?|due|doppia|do|juntas|ensemble|zusammen|insieme)\b")
MILLI = re.compile(r"\d ?(?:mg|mcg|ui|iu)\b")
SOLD = re.compile(
    r"\b(?:e(?:xi|si)st\w*|disponib\w*|venden?|vendent|se vende\w*|vendid[oa]s?|vendut\w*|contien\w*|contiene|contem|contient|enthalt(?:en)?|erhaltlich|gibt es|es gibt|packung|boite|caja|caixa|scatola|"
    r"bikt[aei]|milt[aei]|aat[aei])\b|\u092c\u093f\u0915\u0924|\u092e\u093f\u0932\u0924"
)
SCHEME = re.compile(r"(?<![\d-])[0-3](?:-[0-3]){2,3}(?![\d-])")  # morning-noon-evening(-night), as German prescriptions write it
REPLACES = re.compile(r"\b(?:aucun\w*|ningun\w*|nessun\w*|nenhum\w*|kein\w*|koi bhi)\b.{0,30}\b(?:remplac\w*|reempla\w*|sustitu\w*|sostitui\w*|substitu\w*|ersetz\w*)\b")
RAISES = re.compile(r"\b(?:augmente\w*|erhoht|erhohen|aument\w+) (?:le|la|den|die|el|o|il) (?:taux|niveau|concentration|spiegel|nivel\w*|concentra\w+|livell\w+)\b")
SIDE_EFFECT = re.compile(r"\b(?:nebenwirkung\w*|efectos?|effets?|efeitos?|effett[oi]|riesgos?|risque|risiko|riscos?|rischio|hace \w+ anos|il y a \w+ ans|vor \w+ jahren)\b")
MAY = re.compile(
    r"\b(?:pued[oe]|podria|debo|deberia|puis je|puis-je|peut on|peut-on|dois je|dois-je|je peux|est ce que|faut il|darf|kann|soll|muss|sollte|"
    r"posso|devo|deveria|preciso|kya|sakt[aei]\w*|chahiye|karu|du\b|lu\b|loon|tomo|prendo|nehme|je fais quoi|que hago|was nun|was tun|o que faco|"
    r"cosa faccio)\b|\u0915\u094d\u092f\u093e|\u0938\u0915\u0924|\u091a\u093e\u0939\u093f\u090f|\u0926\u0942\u0901"
)
PER_WEIGHT = re.compile(r"\b(?:para|pour|fur|bei|a|per|con|com|avec|mit) \d+ ?(?:kg|kilos?|chili)\b|\b\d+ ?(?:kg|kilos?)\b")
MORNING_OR_EVENING = re.compile(r"\b(?:matin|manana|morgens|mattina|manha|subah|fruh)\b (?:o|ou|oder|ya) (?:\w+ )?(?:soir|noche|tarde|abends?|sera|noite|raat|shaam)\b")
DAY_OFF = re.compile(
    r"\b(?:puede|podria|pode|puo|potete|pouvez|konnen sie|kannst du|aap)\b.{0,40}\b(?:salt\w+|pular|saut\w+|auslassen|aussetzen|weglassen|"
    r"chhod\w*|dejar pasar)\b.{0,30}\b(?:dia|jour|tag|tage|giorno|giorni|semana|semaine|woche|settimana|din)\b"
)
MORE_NOW = re.compile(
    r"\bprend(?:s|ez)[- ]en (?:deux|trois|une?|\d)\b|\bprendi?ne (?:due|tre|una|\d)\b|\b(?:toma|tome|tomate) (?:dois|duas|dos|\d) (?:agora|ahora|ja|ya)\b|\b(?:prenez|prenda|tome|tomese|nehmen sie|nimm|lijiye)\b.{0,20}\b(?:dos|deux|zwei|duas|due|un[aeo]?|eine|tres|trois|drei|"
    r"tre)\b.{0,12}\b(?:mas|de plus|mehr|a mais|in piu|en moins|menos|weniger|zyada)\b"
)
DEVANAGARI = re.compile("[\u0900-\u097f]")
ORDERED = re.compile(r"\b(?:tome|tomese|tomar|dele|prenez|donnez|nehmen sie|nimm|geben sie|einnehm\w*|prenda|assuma|dia ao|lijiye|khao|khilao|dijiye|use|usar)\b")
STRENGTHS = re.compile(
    r"\b(?:no (?:lo |la )?suspend\w*|non (?:lo |la )?sospend\w*|nao (?:o |a )?(?:suspend|par)\w*|ne (?:l')?\w+ pas|n'arretez pas|nicht (?:selbst|eigenmachtig))\b"
)
"""What is forbidden, so that a sentence which names the strengths on sale tells no change."""
EATEN = re.compile(r"\b(?:coma|come|comer|mangez|manger|essen sie|iss|mangi|coma|raciones|portions?|mahlzeiten|porzioni|porcoes|comidas|pasti|khaiye)\b")
TALKS = re.compile(
    r"\b(?:con quien|a quien|quien (?:del|en el|me)|hablarl[eo]s?|hablar (?:de|con) (?:ella|el|eso|esto)|(?:a |en |pour en )parler|encourager|signaler|avec qui|a qui|in (?:den )?studien|en (?:los )?estudios|dans les etudes|negli studi|nos estudos|mit wem|an wen|daruber reden|con chi|a chi|parlarne|com quem|a quem|conversar|kis ?se baat|consignes|prise de sang)\b"
)
HUNDREDS = re.compile(
    r"\b(?:(?:dos|tres|cuatro|seis|ocho)cient[oa]s|quinient[oa]s|cien|(?:(?:deux|trois|quatre|cinq|six|huit) )?cents?(?! (?:fois|pour))|(?:zwei|drei|vier|funf|sechs|acht|ein)?hundert|(?:due|tre|quattro|cinque|sei|otto)?cento(?! per)|cem|(?:duz|trez|quatroc|quinh|seisc)ent[oa]s|(?:do|teen|char|chaar|paanch) sau)\b"
)
USUAL = re.compile(
    r"\b(?:dos[ei]s?|dosis|menge|quantite|cantidad|quantidade|quantita) (?:usuelle|habituelle|normale?|habitual|ubliche|solita|usual|standard)\b.{0,12}\d|\b(?:ubliche|normale) (?:dosis|menge)\b.{0,16}\d"
)
HALVED = re.compile(
    r"\b(?:baje|bajar|baja|reduzca|passez|reduisez|reduza|baixe|riduca|scenda|gehen sie|reduzieren sie) (?:\w+ )?(?:a la|a|auf(?: die)?|alla|pela|para a?) ?(?:mitad|moitie|metade|meta|halfte)\b|\b(?:sautez|sauter) (?:celle|la prise|le comprime) d|\bsospenda per\b|\briprenda con\b|\b(?:hasta|ate) que suban\b|"
    r"\b(?:goli|tablet|dawai?) (?:chhod|chod|band) (?:do|dijiye|dena)\b|\b(?:bastar|basta|bastano|suffit|reicht|genugt)\b.{0,20}\b(?:un[oae]?|ein\w*)\b.{0,25}\b(?:otr[oa]|autre|altr[oa]|outr[oa]|weitere)\b|\bpausieren\b.{0,20}$|\bbis \w+ pausieren\b"
)
HERB = re.compile(r"\b(?:giloy|kadha|ras|kashayam|tulsi|ashwagandha|neem)\b")
# One's own regimen told ("tomo 400", "ich nehme seit Jahren 100"), and what asks about it all the same.
OWN = re.compile(
    r"\b(?:tomo|toma|estoy (?:con|tomando)|je prends|il prend|elle prend|je suis sous|ich nehme|er nimmt|sie nimmt|nehme|prendo|prende|tomando|ele toma|ela toma|leta h(?:oo|u)n?|leti h(?:oo|u)n?|le raha|le rahi)\b.{0,40}\d"
)
VERDICT = re.compile(
    r"\b(?:demasiad\w|mucho|poco|bastante|suficiente|correcto|trop|assez|suffi\w*|correct|zu (?:viel|wenig|hoch|niedrig)|genug|richtig|troppo|poc[oa]|abbastanza|giust[oa]|muito|suficiente|cert[oa]|zyada|kam|kaafi|sahi|puedo|debo|puis|je dois|dois je|dois-je|peux|darf|kann|soll|posso|devo|mas|menos|plus|moins|mehr|weniger|piu|meno|mais|otra|autre|noch)\b"
)
