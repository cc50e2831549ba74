"""What words a pattern cannot match without, read off the pattern itself.

A sentence that lacks them is never searched, which is what makes hundreds of patterns cheap. A key
stands for words: "stop" for all that begin so, "is$" for that word alone. Reading is cautious: what
it does not understand asks for nothing, so a search with keys finds what a search without would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

LONGEST = 4
_MOST = 800
_WIDE = 32  # a group of more branches is a list of words: how they begin says enough
_WORD = re.compile(r"\w+")
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_ENDS_WORD = frozenset(("CATEGORY_SPACE", "CATEGORY_NOT_WORD"))
# Keys that many sentences of the library have, by how many in a hundred do.
_COMMON = {
    30: "the the$ and and$",
    18: "or$ can can$ you is$ wit with in$ for for$ of$ leu leuk",
    12: "to$ your cel cell tha tre trea cal call are are$ that blo bloo you$",
    8: "not not$ tea team peo peop som some test tes cha chan chi che",
    5: "com sta sho pla low low$ oft ofte whe all all$ chil be$ whi mos most cou may may$ hea hel help nee need ris risk on$ hav have fro from now now$ aft afte cau caus at$ tra pro med medi gen as$ if$ when it it$ this they will a$ by$ do$ no$",
}
_SHARE = {key: share / 100 for share, keys in _COMMON.items() for key in keys.split()}

Key = str
Keys = frozenset[Key]
# A beginning of a word while it is read: the letters, and whether more may follow.
_Beginning = tuple[str, bool]


@lru_cache(maxsize=8192)
def word_keys(word: str) -> tuple[Key, ...]:
    """The keys that a word answers to."""
    return (word[:2], word[:3], word[:4], f"{word}$") if len(word) < LONGEST else (word[:2], word[:3], word[:4])


@lru_cache(maxsize=512)
def keys_of(text: str) -> Keys:
    """The keys that the words of a text answer to."""
    return frozenset().union(*map(word_keys, set(_WORD.findall(text))))


def alternatives(pattern: str) -> Iterator[str]:
    """The parts of a pattern set apart by bars outside all brackets."""
    depth, last, place, in_class = 0, 0, 0, False
    while place < len(pattern):
        char = pattern[place]
        if char == "\\":
            place += 1
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
            place += pattern[place + 1] == "^"
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            yield pattern[last:place]
            last = place + 1
        place += 1
    yield pattern[last:]


def needed(pattern: str) -> tuple[Keys, ...]:
    """From each group one key must be in a text for the pattern to match it; the rarest group first, four at most."""
    parser: Any = import_module("re._parser")
    groups, _ = _groups(list(parser.parse(pattern)), start=False)
    return tuple(sorted(set(groups), key=_weight)[:4])


def _groups(nodes: Sequence[Any], start: bool) -> tuple[list[Keys], bool]:
    """What a sequence needs, and whether a word can only begin after it; `start` says the same of the place before."""
    found: list[Keys] = []
    for place, (kind, value) in enumerate(nodes):
        name = str(kind)
        if start and name in ("LITERAL", "IN", "SUBPATTERN", "BRANCH") and (keys := _usable(_extend({("", True)}, nodes[place:]))):
            found.append(keys)
        inner, start = _inside(name, value, start)
        found += inner
    return found, start


def _inside(name: str, value: Any, start: bool) -> tuple[list[Keys], bool]:
    """What one node needs, and whether a word can only begin after it."""
    if name in ("ASSERT", "ASSERT_NOT"):
        return [], start
    if name == "AT":
        return [], start if "END" in str(value) else str(value) in ("AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_STRING")
    if name == "SUBPATTERN":
        return _groups(list(value[3]), start)
    if name == "BRANCH" and len(value[1]) > _WIDE:
        return [], all(_ends_between(branch, start) for branch in value[1])
    if name == "BRANCH":
        read = [_groups(list(branch), start) for branch in value[1]]
        inner = [frozenset().union(*(min(groups, key=_weight) for groups, _ in read))] if all(groups for groups, _ in read) else []
        return inner, all(after for _, after in read)
    if name in _REPEATS:
        least, _, body = value
        inner, _ = _groups(list(body), start)
        _, after = _groups(list(body), start=False)
        return (inner, after) if least else ([], start and after)
    if name == "LITERAL":
        return [], not _is_word(value)
    return [], name == "IN" and all(_ends(one) for one in value)


def _ends_between(nodes: Sequence[Any], start: bool) -> bool:
    """Whether a word can only begin after a sequence, without reading what it needs."""
    for kind, value in nodes:
        name = str(kind)
        if name == "BRANCH":
            start = all(_ends_between(branch, start) for branch in value[1])
        elif name == "SUBPATTERN":
            start = _ends_between(value[3], start)
        else:
            start = _inside(name, value, start)[1]
    return start


def _extend(beginnings: set[_Beginning], nodes: Sequence[Any]) -> set[_Beginning]:
    """The ways in which a word that begins so goes on through a sequence."""
    for kind, value in nodes:
        if len(beginnings) > _MOST or not any(more for _, more in beginnings):
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
    if name in _REPEATS:
        least, most, body = value
        once = _extend(going, list(body))
        if most > 1:
            once = {(letters, False) for letters, _ in once}
        return once if least else going | once
    if name == "IN" and all(str(kind) == "LITERAL" or _ends((kind, one)) for kind, one in value):
        return {_with(letters, one) if str(kind) == "LITERAL" else (f"{letters}$", False) for letters, _ in going for kind, one in value}
    return {(letters, False) for letters, _ in going}


def _with(letters: str, code: int) -> _Beginning:
    """A beginning with one more character; complete when the word ends, or is long enough."""
    if not _is_word(code):
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
    return frozenset(keys) if len(keys) <= _MOST else frozenset()


def _is_word(code: int) -> bool:
    return chr(code).isalnum() or chr(code) == "_"


def _ends(item: tuple[Any, Any]) -> bool:
    """Whether one item of a character class is no part of a word."""
    kind, value = str(item[0]), item[1]
    return (kind == "LITERAL" and not _is_word(value)) or (kind == "CATEGORY" and str(value) in _ENDS_WORD)


def _weight(keys: Keys) -> float:
    """About what share of sentences has one of these keys."""
    return sum(_SHARE.get(key) or (0.15 if len(key) == 2 else 0.02 if len(key) == 3 and not key.endswith("$") else 0.004) for key in keys)
