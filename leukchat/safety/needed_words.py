"""What words a pattern cannot match without, read off the pattern itself.

A sentence that lacks them is never searched, which is what makes hundreds of patterns cheap; so is reading how a match
begins, for it is tried there only. Words are told by keys (`word_keys`). Reading is cautious: what it does not
understand asks for nothing, so a search with keys finds what a search without would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from leukchat.safety.word_keys import BEGINNING, BEYOND_ASCII, DIGIT, MOST, REPEATS, Key, Keys, ends_word, is_word, words_at

GROUPS = 3
"""Groups of needed words that are asked for, at most."""
_WIDE = 32  # a group of more branches is a list of words: how they begin says enough
# Keys that many sentences of the library have, by how many in a hundred do.
_COMMON = {
    30: "the the$ and and$",
    18: "or$ can can$ you is$ wit with in$ for for$ of$ leu leuk",
    12: "to$ your cel cell tha tre trea cal call are are$ that blo bloo you$",
    8: "not not$ tea team peo peop som some test tes cha chan chi che",
    5: "com sta sho pla low low$ oft ofte whe all all$ chil be$ whi mos most cou may may$ hea hel help nee need ris risk on$ hav have fro from now now$ aft afte cau caus at$ tra pro med medi gen as$ if$ when it it$ this they will a$ by$ do$ no$",
}
_SHARE = {key: share / 100 for share, keys in _COMMON.items() for key in keys.split()}


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


@cache
def read(pattern: str) -> tuple[tuple[Keys, ...], Keys]:
    """What a pattern needs, and what a match can only begin with.

    Needs are groups of keys, the rarest first, `GROUPS` at most: one key of each must be in a text. A match begins with a word of
    one of the other keys, with a mark such as a comma, or at the text's `BEGINNING`; that set is empty where the pattern does not say.
    """
    parser: Any = import_module("re._parser")
    nodes = list(parser.parse(pattern))
    groups, _ = _groups(nodes, start=False)
    return tuple(sorted(set(groups), key=_weight)[:GROUPS]), _begins(nodes, start=False) or frozenset()


def _begins(nodes: Sequence[Any], start: bool) -> Keys | None:
    """What a sequence can begin with; None where that cannot be said."""
    for place, (kind, value) in enumerate(nodes):
        name, rest = str(kind), nodes[place + 1 :]
        if name in ("ASSERT", "ASSERT_NOT"):
            continue
        if name == "AT":
            if str(value) in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
                return frozenset((BEGINNING,))
            start = start or str(value) == "AT_BOUNDARY"
            continue
        if start and (keys := words_at(nodes[place:])):
            return keys
        if start and name == "IN" and all(str(one) == "CATEGORY_DIGIT" for _, one in value):
            return frozenset((DIGIT,))
        if name == "SUBPATTERN":
            return _begins([*value[3], *rest], start)
        if name == "BRANCH":
            return _all_of(_begins([*branch, *rest], start) for branch in value[1])
        if name in REPEATS:
            least, most, body = value
            once = _begins([*body, *(rest if most == 1 else ())], start)
            return once if least else _all_of((once, _begins(rest, start)))
        return _mark(name, value)
    return None


def _mark(name: str, value: Any) -> Keys | None:
    """The marks (or line breaks) that one node stands for; None where it may be a letter, a digit or a space."""
    items: Sequence[tuple[Any, Any]] = [("LITERAL", value)] if name == "LITERAL" else value if name == "IN" else [("", None)]
    marks = {chr(code) if str(kind) == "LITERAL" else "" for kind, code in items}
    return frozenset(marks) if all(mark and (mark == "\n" or not mark.isspace()) and not is_word(ord(mark)) for mark in marks) else None


def _all_of(parts: Iterable[Keys | None]) -> Keys | None:
    """All keys of several parts; None where one of them is None."""
    found: set[Key] = set()
    for part in parts:
        if part is None:
            return None
        found |= part
    return frozenset(found) if len(found) <= MOST else None


def _groups(nodes: Sequence[Any], start: bool) -> tuple[list[Keys], bool]:
    """What a sequence needs, and whether a word can only begin after it; `start` says the same of the place before."""
    found: list[Keys] = []
    for place, (kind, value) in enumerate(nodes):
        name = str(kind)
        keys = words_at(nodes[place:]) if start and name in ("LITERAL", "IN", "SUBPATTERN", "BRANCH") else None
        if keys:
            found.append(keys)
        if not start and _beyond_ascii(name, value):
            found.append(frozenset((BEYOND_ASCII,)))
        inner, start = _inside(name, value, start, told=bool(keys))
        found += inner
    return found, start


def _beyond_ascii(name: str, value: Any) -> bool:
    """Whether a node begins with a letter that is not in ASCII, in all its branches."""
    if name == "LITERAL":
        return bool(value > 127 and is_word(value))
    if name == "SUBPATTERN":
        return len(value[3]) > 0 and _beyond_ascii(str(value[3][0][0]), value[3][0][1])
    return name == "BRANCH" and all(len(branch) > 0 and _beyond_ascii(str(branch[0][0]), branch[0][1]) for branch in value[1])


def _inside(name: str, value: Any, start: bool, *, told: bool = False) -> tuple[list[Keys], bool]:
    """What one node needs, and whether a word can only begin after it; `told` when it is known how the node begins."""
    if name in ("ASSERT", "ASSERT_NOT"):
        return [], start
    if name == "AT":
        return [], start if "END" in str(value) else str(value) in ("AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_STRING")
    if name == "SUBPATTERN":
        return _groups(list(value[3]), start)
    if name == "BRANCH" and len(value[1]) > _WIDE and told:
        return [], all(_ends_between(branch, start) for branch in value[1])
    if name == "BRANCH":
        read = [_groups(list(branch), start) for branch in value[1]]
        inner = [frozenset().union(*(min(groups, key=_weight) for groups, _ in read))] if all(groups for groups, _ in read) else []
        return inner, all(after for _, after in read)
    if name in REPEATS:
        least, _, body = value
        inner, _ = _groups(list(body), start)
        _, after = _groups(list(body), start=False)
        return (inner, after) if least else ([], start and after)
    if name == "LITERAL":
        return [], not is_word(value)
    return [], name == "IN" and all(ends_word(one) for one in value)


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


def _weight(keys: Keys) -> float:
    """About what share of sentences has one of these keys."""
    return sum(_SHARE.get(key) or (0.15 if len(key) == 2 else 0.02 if len(key) == 3 and not key.endswith("$") else 0.004) for key in keys)
