"""Whether a text is in a language that the dosing rules do not speak in full, so that they fail closed."""

from __future__ import annotations

import re

_ENGLISH = frozenset(("the of and to is are you your with for that this not can may if it in on by or be have has was were will from as at a an my do does what how i").split())
_OTHER = frozenset(
    (
        # Spanish, Portuguese, French, Italian, German, Hindi in Latin script: frequent function words
        "el la los las un una unos de del por para con que como cada dia dias veces al tome toma tomar puede usted su mi sus es son y o cuanto cuanta cuantos "
        "os as um uma do da dos das em no na nos nas ao por vez vezes voce seu sua tomar tome comprimidos quanto "
        "le les des du une et ou pour avec par jour jours fois prenez prendre vous votre mon ma mes est sont chaque combien deux trois "
        "il lo gli i uno di del della per con che al giorno giorni volte prenda prendere lei suo mio quanto ogni e "
        "der die das den dem ein eine einen und oder fur mit pro tag taglich mal nehmen sie ihr ihre mein meine ist sind zweimal dreimal wie viel morgens abends "
        "ki ke ka ko hai hain aur din mein baar roz lo lijiye kitni kitna khana dava dawai goli se bad"
    ).split()
)
_WORD = re.compile(r"[a-z]+|[^\W\d_a-z]+")


def looks_foreign(text: str) -> bool:
    """True for a lower-case text with few English function words and some of another language, or in another script."""
    words = _WORD.findall(text)
    if not words:
        return False
    other_script = sum(1 for word in words if not word.isascii())
    if other_script * 3 > len(words):
        return True
    english = sum(1 for word in words if word in _ENGLISH)
    other = sum(1 for word in words if word in _OTHER and word not in _ENGLISH)
    return other > english and other >= 2
