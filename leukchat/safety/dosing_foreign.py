"""Dosing in Spanish, French, German, Portuguese, Italian and Hindi (also in Latin script): fails closed.

Not these languages' grammar but their words are known: a medicine beside an amount, a count, a
how-often or a change of treatment is refused, unless the sentence says to ask someone.
"""

from __future__ import annotations

import re
from functools import cache

from leukchat.safety.drugs import drug_table

_MEDICINE = re.compile(
    r"\b(?:gotas|gocce|gouttes|sachets?|sobres?|cucharad\w+|colher\w*|cuillere\w*|loffel|vitamin[ae]?s?|unidades|unites|einheiten|unita|comprimidos?|capsulas?|medicinas?|medicamentos?|dosis|pildoras?|inyeccion\w*|quimio\w*|comprimes?|gelules?|cachets?|medicaments?|dose[rsz]?|piqures?|chimio\w*|tabletten?|kapseln?|pillen?|dosis|medikament\w*|"
    r"spritzen?|tropfen|cortisona|cortisone|kortison|comprim\w+|remedios?|compress[ae]|pastigli[ae]|pillol[ae]|capsul[ae]|farmac[oi]|medicin[ae]|goli(?:yan|yaan)?|dawa(?:i|iyan)?|davai|khurak|injection)\b|\u0917\u094b\u0932\u0940|\u0917\u094b\u0932\u093f\u092f|\u0926\u0935\u093e|\u0926\u0935\u093e\u0908|\u0916\u0941\u0930\u093e\u0915|\u0915\u0948\u092a\u094d\u0938\u0942\u0932"
)
_CHANGE = re.compile(
    r"\b(?:dej(?:e|a|ar|es)|baj(?:e|a|ar)|sub(?:a|e|ir)|dobl(?:e|a|ar)|duplique|duplicar|omit(?:a|ir)|salt(?:e|arse|ese|ar)|suspend(?:a|er)|part(?:a|ir)|mitad|reduzca|reducir|aument(?:e|ar)|tom(?:e|ese|elo|a|ar)|pued[eo] tomar|olvid\w+|"
    r"arret(?:ez|er|e)|diminu(?:ez|er)|doubl(?:ez|er)|saut(?:ez|er)|moitie|augment(?:ez|er)|pren(?:ez|dre|ds)|repren(?:ez|dre)|oubli\w+|suspend(?:ez|re)|depass(?:ez|er)|"
    r"nehm(?:en|e)|nimm|absetz\w+|setz(?:en|e)\b|halbier\w+|verdopp\w+|weglass\w+|lass(?:en|e)\b|holen|hochstens|erhoh\w+|reduzier\w+|vergess\w+|pausier\w+|teil(?:en|e)|"
    r"tom(?:e|ar|a)|reduza|reduzir|dobre|dobrar|par(?:e|ar)|suspend(?:a|er)|metade|aument(?:e|ar)|esquec\w+|pul(?:e|ar)|"
    r"prend(?:a|ere|i)|raddopp\w+|sospend\w+|dimezz\w+|riduc\w+|super(?:i|are)|smett\w+|saltar?e|salti|dimentic\w+|aument(?:i|are)|"
    r"aadhi|adhi|double|mat lo|le lo|le lu|lijiye|lo\b|khao|khana|band kar\w*|chhod\w*|chhoot\w*|badha\w*|kam kar\w*|dein|de do)\b|\u0932\u0947\u0902|\u0932\u0947\u0928\u0940|\u0932\u0947\u0928\u093e|\u0926\u0947\u0902|\u092c\u0902\u0926|\u0906\u0927\u0940|\u0926\u094b\u0917\u0941\u0928\u0940|\u091b\u094b\u0921\u093c|\u092d\u0942\u0932"
)
_COUNT = re.compile(
    r"\d|\b(?:un[ao]?|dos|tres|cuatro|cinco|seis|ocho|medi[ao]|mil|cien|cincuenta|deux|trois|quatre|cinq|six|huit|demi\w*|cent|mille|ein\w*|zwei|drei|vier|funf|sechs|acht|halbe\w*|hundert|tausend|dois|duas|quatro|meio|meia|due|tre|quattro|cinque|sei|otto|mezz[ao]|ek|do|teen|char|aadhi)\b|\u090f\u0915|\u0926\u094b|\u0924\u0940\u0928|\u0906\u0927\u0940|[\u0966-\u096f]"
)
_ASK = re.compile(
    r"\b(?:pregunt\w+|consult\w+|llam\w+|hable|su equipo|su medico|demand\w+|parlez|appel\w+|votre equipe|votre medecin|fragen|frag|ihr team|ihre arzt\w*|arzt\w*|sprechen|rufen|pergunt\w+|fale|ligue|equipe|medic[oa]|chied\w+|parl[ai]\w*|chiam\w+|pooch\w*|puch\w*|doctor|daktar|sin hablar|sem falar)\b|\u092a\u0942\u091b|\u0921\u0949\u0915\u094d\u091f\u0930"
)
_SAFE = re.compile(
    r"\b(?:protein\w*|proteina\w*|proteine\w*|eiweiss|yaourt|yogur\w*|joghurt|lentejas|lentilles|linsen|agua|eau|wasser|acqua|estudio|etude|studie|estudo|studio|trial|hemoglobin\w*|hamoglobin\w*|plaquettes|plaquetas|thrombozyten|piastrine|leucocit\w*|g/dl|g/l|fieb\w*|fievre|febbre|febre|grados?|grad)\b|\u092a\u094d\u0930\u094b\u091f\u0940\u0928|\u0939\u0940\u092e\u094b\u0917\u094d\u0932\u094b\u092c\u093f\u0928"
)


_HINDI_DOSE = re.compile(
    "(?:\u092e\u093f\u0932\u0940|\u092e\u093f\u0932\u093f|\u092e\u093f.? ?\u0917\u094d\u0930\u093e|mg|\u092f\u0942\u0928\u093f\u091f|\u0917\u094b\u0932|\u0926\u093f\u0928 \u092e\u0947\u0902|\u092c\u093e\u0930|\u0906\u0927\u0940|\u092c\u0902\u0926 \u0915\u0930|\u0930\u094b\u0915 \u0926|\u0938\u0941\u092c\u0939|\u092e\u0924 \u0932)"
)


def _skeleton(word: str) -> str:
    """A word without the differences in spelling between languages: h, y, doubled letters, endings."""
    plain = word.replace("ph", "f").replace("th", "t").replace("y", "i").replace("k", "c").replace("z", "c").replace("h", "").replace("qu", "c").replace("x", "s")
    return re.sub(r"(.)\1", r"\1", plain)[:7]


@cache
def _skeletons() -> frozenset[str]:
    return frozenset(_skeleton(name.lower()) for drug in drug_table() if drug.kind != "supplement" for name in drug.names if len(name) >= 6 and name.isalpha())


def names_medicine(text: str) -> bool:
    """Whether a text names a medicine, also in a spelling of another language (metotrexato, Hydroxyurée)."""
    return _MEDICINE.search(text) is not None or any(_skeleton(word) in _skeletons() for word in re.findall(r"[a-z]{6,}", text))


def foreign_dosing(text: str, *, asked: bool = False) -> tuple[int, int] | None:
    """Where a text in another language tells (or, with `asked`, requests) a dose or a change; None when it does not."""
    if (_SAFE.search(text) and not _CHANGE.search(text)) or (not asked and _ASK.search(text)) or not (names_medicine(text) or _HINDI_DOSE.search(text)):
        return None
    devanagari = _HINDI_DOSE.search(text)
    if devanagari:
        return devanagari.span()
    change = _CHANGE.search(text)
    if change:
        return change.span()
    count = _COUNT.search(text)
    return count.span() if count else None
