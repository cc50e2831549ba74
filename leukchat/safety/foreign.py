"""Whether a text is in a language that the dosing rules do not speak in full, so that they fail closed."""

from __future__ import annotations

import re

_ENGLISH = frozenset(("the of and to is are you your with for that this not can may if it in on by or be have has was were will from as at a an my do does what how i").split())
_OTHER = frozenset(
    (
        # Spanish, Portuguese, French, Italian, German, Hindi in Latin script: frequent function words
        "el los las una unos de del por para con que como cada dia dias veces tome toma tomar puede usted su sus cuanto cuanta cuantos "
        "os uma da nos nas ao por vez vezes voce seu sua tomar tome comprimidos quanto "
        "les des une et ou avec jour jours fois prenez prendre vous votre est sont chaque combien deux trois "
        "uno del della con che giorno giorni volte prenda prendere lei mio quanto ogni "
        "der dem ein eine einen und oder mit taglich nehmen ihr ihre meine sind zweimal dreimal wie viel morgens abends "
        "leucemia leucemie leukamie cosa qual quale quali quelle quel ist kann ich wir nicht leucemias tratamiento sintomas quimioterapia chimio enfants kinder "
        "ke ka hai hain aur baar lijiye kitni kitna khana dava dawai goli "
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
