"""Whether a text is in a language that the dosing rules do not speak in full, so that they fail closed."""

from __future__ import annotations

import re
from itertools import repeat

_ENGLISH = frozenset(
    (
        "the of and to is are you your with for that this not can may if it in on by or be have has was were will from as at a an my do does what how i need during should when why take more who would could could often about they there then than them he she it's we been has had into after before over"
    ).split()
)
_OTHER = frozenset(
    (
        # Spanish, Portuguese, French, Italian, German, Hindi in Latin script: frequent function words
        "el los las una unos de del por para con que como cada dia dias veces tome toma tomar puede usted su sus cuanto cuanta cuantos "
        "os uma da nos nas ao por vez vezes voce seu sua tomar tome comprimidos quanto "
        "les des une et ou avec jour jours fois prenez prendre vous votre est sont chaque combien deux trois "
        "uno del della con che giorno giorni volte prenda prendere lei mio quanto ogni "
        "der dem ein eine einen und oder mit taglich nehmen ihr ihre meine sind zweimal dreimal wie viel morgens abends "
        "je tu peux peut mon mes moi dois nous avons suis faut est-ce cette notre votre quoi pourquoi combien arreter pendant encore trop chez aussi mais tres sans "
        "tus nuestro puede esta este pero porque tambien anoche ayer hoy usted cual cuando cuantas sobre entre hasta desde donde "
        "nimm nimmst tablette wieviel wie darf soll muss mein meinem meiner dein kein keine noch schon auch aber weil wenn dann heute gestern wegen ihnen wurde wurden waren konnte konnten ware denn "
        "minha meu meus minhas pra quem pesa dois duas ontem muito porque tambem nao sao isso ele ela foi "
        "posso devo mia suo sua miei anche perche quando questo questa ieri molto dopo prima senza gli tranquillamente "
        "mujhe mera meri unko isko kitna kitne kabhi abhi lekin agar toh phir bhi nahin ho raha rahi sakta sakti sakte loon khao khana leni lena liya bacche wazan "
        "leucemia leucemie leukamie cosa qual quale quali quelle quel ist kann ich wir nicht leucemias tratamiento sintomas quimioterapia chimio enfants kinder "
        "quantas quantos gotas dipirona quantas posso lena leni lein chahiye karein kijiye dijiye toutes heures pouvez pourrait puo puoi sospendere qualche giorni sera mattina prendere smettere compressa compresse medico puis vous nous arreter avant apres oublie hier prends fais quoi gelule faire medecin darf weglassen wochenende absetzen vergessen habe jetzt soll muss nehme tabletten arzt kya main mein karu karun kar du lu aadhi band chhod kab pode posso parar tomo esqueci hoje dejar olvide puedo debo tomo medico "
        "ke ka hai hain aur baar lijiye kitni kitna khana dava dawai goli "
    ).split()
)
# Words of those languages that are also English words, names or abbreviations: they count only where little English stands.
_SHARED = frozenset(
    (
        "la le il lo di du des der das den dem es se su al un o y e sur si mas ya mi tu te ne pas ce qui que da na em os um sie er ist im zu auf von bis ab bei "
        "normal sin tras hoy manana noche dia semana mes matin soir nuit semaine mois morgen abend nacht woche monat manha noite tarde mattina sera notte settimana mese oggi domani hoje amanha "
        "kal aap ko se mat din raat subah shaam hafte agle thoda wala wali nahi dosis posologie dosi dose lassen setzen konnen pode pueda puede peut potete deve devi debe tropfen dreimal "
        "einfach hochdosiert gibt bei schmerzen ore ora horas horas heures stunden uhr volta volte fois veces vez vezes mal jour jours giorno giorni dias tage tag "
    ).split()
)
_WEAK = frozenset(("a", "i", "an", "on", "in", "do", "as", "me", "my", "no"))
_STRONG_ENGLISH = _ENGLISH - _WEAK
_ONLY_OTHER = _OTHER - _ENGLISH
_ONLY_SHARED = _SHARED - _OTHER
_WORD = re.compile(r"[a-z]+|[^\W\d_a-z]+")
_ASCII_WORD = re.compile(r"[a-z]+")
_PLACE = 1 << 20
"""Four counts in one number, each below this: English words, those that only English has, words of another language, words it shares with English."""
_COUNTED = {
    word: (word in _ENGLISH) + (word in _STRONG_ENGLISH) * _PLACE + (word in _ONLY_OTHER) * _PLACE**2 + (word in _ONLY_SHARED) * _PLACE**3 for word in _ENGLISH | _OTHER | _SHARED
}


def looks_foreign(text: str, *, generous: bool = False) -> bool:
    """True for a lower-case text with few English function words and some of another language, or in another script.

    `generous` also counts words that English shares: for rules that must rather see too much.
    """
    words = (_ASCII_WORD if text.isascii() and text.islower() else _WORD).findall(text)
    if not words:
        return False
    other_script = 0 if text.isascii() else sum(1 for word in words if not word.isascii())
    if other_script * 3 > len(words):
        return True
    counts = sum(map(_COUNTED.get, words, repeat(0)))
    english, strong, other, shared = counts % _PLACE, counts // _PLACE % _PLACE, counts // _PLACE**2 % _PLACE, counts // _PLACE**3
    if not generous:
        return other > english and other >= 2
    return other + shared > 2 * strong and other + shared >= 2


def mostly_not_english(text: str) -> bool:
    """True where hardly a word of a text of four or more is an English function word: any other language, or shorthand."""
    words = _WORD.findall(text)
    return len(words) >= 4 and 10 * sum(1 for word in words if word in _ENGLISH and word not in _WEAK) < len(words) and sum(1 for word in words if word.isascii()) < 400
