"""How hard an English text is to read, as a US school grade.

The grade is Flesch-Kincaid (Kincaid et al. 1975, https://stars.library.ucf.edu/istlibrary/56/):
0.39 x words per sentence + 11.8 x syllables per word - 15.59. Syllables are counted by vowel
groups, because the packages that count them by dictionary fetch that dictionary from a network.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE_END = re.compile(r"[.!?]+(?=[\s\"')\]]|$)|\n{2,}|\n(?=\s*[-*\d])")
_ABBREVIATIONS = re.compile(r"\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|approx|etc)\.(?=\s)")


def count_syllables(word: str) -> int:
    """Syllables in one English word, at least 1. Short all-capital words are spelled out."""
    if word.isupper() and 1 < len(word) <= 5:
        return len(word) + 2 * word.count("W")
    lower = word.lower().replace("’", "'")
    core = re.sub(r"'(?:s|re|ve|ll|d|m)$", "", lower)
    count = len(_VOWELS.findall(core))
    if core.endswith("e") and not core.endswith(("le", "ee", "oe", "ye")):
        count -= 1
    if core.endswith("le") and len(core) > 2 and core[-3] in "aeiouy":
        count -= 1
    if core.endswith("es") and not core.endswith(("ses", "zes", "ces", "ges", "xes", "ches", "shes", "les", "ies")):
        count -= 1
    if core.endswith("ed") and not core.endswith(("ted", "ded", "ied")):
        count -= 1
    count += len(re.findall(r"(?<![ctgs])ia|(?<![ctsxgl])io|ua(?!r)|(?<!p)eo|creat|area", core))
    return max(1, count)


def split_counts(text: str) -> tuple[int, int, int]:
    """Sentences, words and syllables of a text; each 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0, 0, 0
    plain = _ABBREVIATIONS.sub("", text)
    sentences = [part for part in _SENTENCE_END.split(plain) if _WORD.search(part)]
    return max(1, len(sentences)), len(words), sum(count_syllables(word) for word in words)


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade of a text, rounded to 0.1 and never below 0; 0.0 for no words."""
    sentences, words, syllables = split_counts(text)
    if not words:
        return 0.0
    return max(0.0, round(0.39 * words / sentences + 11.8 * syllables / words - 15.59, 1))
