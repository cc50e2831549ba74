"""Keys of words: what a word answers to, and what the words can be that a pattern goes on with.

A key stands for words: "stop" for all that begin so, "is$" for that word alone, a mark for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

LONGEST = 4
"""Letters of a key, at most."""
BEGINNING = "^"
"""Stands for the place before the first character of a text."""
BEYOND_ASCII = "\x80"
"""Answers for every word with a letter that is not in ASCII."""
DIGIT = "#"
"""Answers for every word that begins with a digit."""
REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
MOST = 800
"""Keys of one need, at most."""
_ENDS_WORD = frozenset(("CATEGORY_SPACE", "CATEGORY_NOT_WORD"))
Key = str
Keys = frozenset[Key]
# A beginning of a word while it is read: the letters, and whether more may follow.
_Beginning = tuple[str, bool]


@lru_cache(maxsize=8192)
def word_keys(word: str) -> tuple[Key, ...]:
    """The keys that a word, or a mark by itself, answers to."""
    if not (word[0].isalnum() or word[0] == "_"):
        return (word,)
    keys = (word[:2], word[:3], word[:4], f"{word}$") if len(word) < LONGEST else (word[:2], word[:3], word[:4])
    if word[0].isdecimal():
        keys = (*keys, DIGIT)
    return keys if word.isascii() else (*keys, BEYOND_ASCII)


def words_at(nodes: Sequence[Any]) -> Keys:
    """The words that a sequence can begin with where a word begins; empty where it does not say."""
    return _usable(_extend({("", True)}, nodes))


def _extend(beginnings: set[_Beginning], nodes: Sequence[Any]) -> set[_Beginning]:
    """The ways in which a word that begins so goes on through a sequence."""
    for kind, value in nodes:
        if len(beginnings) > MOST or not any(more for _, more in beginnings):
            break
        done = {one for one in beginnings if not one[1]}
        beginnings = done | _step({one for one in beginnings if one[1]}, str(kind), value)
    return beginnings


def _step(going: set[_Beginning], name: str, value: Any) -> set[_Beginning]:
    if name == "LITERAL":
        return {_with(letters, value) for letters, _ in going}
    if name in ("ASSERT", "ASSERT_NOT"):
        return going
    if name == "AT":
        return {(f"{letters}$", False) if letters else (letters, True) for letters, _ in going} if str(value) in ("AT_BOUNDARY", "AT_END", "AT_END_STRING") else going
    if name == "SUBPATTERN":
        return _extend(going, list(value[3]))
    if name == "BRANCH":
        return set().union(*(_extend(going, list(branch)) for branch in value[1]))
    if name in REPEATS:
        least, most, body = value
        once = _extend(going, list(body))
        if most > 1:
            once = {(letters, False) for letters, _ in once}
        return once if least else going | once
    if name == "IN" and all(str(kind) == "LITERAL" or ends_word((kind, one)) for kind, one in value):
        return {_with(letters, one) if str(kind) == "LITERAL" else (f"{letters}$", False) for letters, _ in going for kind, one in value}
    return {(letters, False) for letters, _ in going}


def _with(letters: str, code: int) -> _Beginning:
    """A beginning with one more character; complete when the word ends, or is long enough."""
    if not is_word(code):
        return f"{letters}$", False
    longer = letters + chr(code)
    return longer, len(longer) < LONGEST


def _usable(beginnings: Iterable[_Beginning]) -> Keys:
    """The beginnings as keys; none when one of them says too little, for then nothing can be asked for."""
    keys = set()
    for letters, _ in beginnings:
        ends = letters.endswith("$")
        if len(letters.rstrip("$")) < (1 if ends else 2):
            return frozenset()
        keys.add(letters if not ends or len(letters) <= LONGEST else letters[:LONGEST])
    return frozenset(keys) if len(keys) <= MOST else frozenset()


def is_word(code: int) -> bool:
    return chr(code).isalnum() or chr(code) == "_"


def ends_word(item: tuple[Any, Any]) -> bool:
    """Whether one item of a character class is no part of a word."""
    kind, value = str(item[0]), item[1]
    return (kind == "LITERAL" and not is_word(value)) or (kind == "CATEGORY" and str(value) in _ENDS_WORD)
