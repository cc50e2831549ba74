"""From a printed name to analytes: the longest known name wins; a misspelt word only where one reading is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from leukchat.labs.catalogue import catalogue
from leukchat.labs.folding import SUPERSCRIPTS, THOUSANDS_SPACE, fold, words

_GAP = frozenset(f" -/().,:[]_+'*&\"={THOUSANDS_SPACE}")
# Names that are also common words of one of the languages: a name only in capitals.
_COMMON_WORDS = frozenset(("ist", "ran", "gran", "stab", "eta", "neu", "meta", "bac"))
_MAX_GAP = 3
# `IgG 1` is IgG with the value 1, `CD 4  530` is CD4:
# a digit after a blank belongs to a name only if a number of its own follows.
_VALUE_FOLLOWS = re.compile(
    r"(?![.,]\d)(?:\s*(?!(?:m|u|n|p|mc|mmo|umo|nmo|pmo)?[gl]\b|[ui]u?/|fl|sec)[a-z]{2}|\s*[:=|"
    r"]?\s*[<>]?\s*\d+(?:[.,]\d+)*(?!\s*(?:-|to\b)\s*\d)(?![\d.,]|\^))"
)
_SHORT = 2
_FUZZY_LETTERS = 5
_LONG_WORD = 9


@dataclass(slots=True)
class _Node:
    """A step of the tree of names, one word a step."""

    next: dict[str, _Node] = field(default_factory=dict)
    ids: tuple[str, ...] | None = None
    surfaces: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name in a line. `ids` are the analytes it can mean; empty for a known test that is not read."""

    start: int
    end: int
    ids: tuple[str, ...]


@cache
def _tree() -> _Node:
    root = _Node()
    table = catalogue()
    for name in table.others:
        node = _walk(root, words(fold(name)))
        node.ids = ()
        node.surfaces |= {name}
    for analyte in table.analytes.values():
        for alias in analyte.aliases:
            node = _walk(root, words(fold(alias)))
            node.surfaces |= {alias}
            if node.ids != () and analyte.id not in (node.ids or ()):
                node.ids = (*(node.ids or ()), analyte.id)
    return root


def _walk(node: _Node, path: tuple[str, ...]) -> _Node:
    for word in path:
        node = node.next.setdefault(word, _Node())
    return node


def match_name(line: str, folded: str, spans: list[tuple[str, int, int]], index: int) -> NameHit | None:
    """The longest known name that begins with the word `index` of `spans` (see `word_spans`), or None."""
    start = spans[index][1]
    if start and folded[start - 1].isalnum():
        return None
    node, position = _tree(), index
    end, best = start, 0
    ids: tuple[str, ...] = ()
    while position < len(spans):
        word, begin, stop = spans[position]
        if position > index and not _close(folded, end, begin):
            break
        following = node.next.get(word)
        if following is None:
            break
        parted = position > index and word.isdigit() and begin > end and folded[begin - 1] not in "-("
        node, end = following, stop
        if parted and not _VALUE_FOLLOWS.match(folded, stop):
            position += 1
            continue
        if node.ids is not None and _ends(line, folded, stop) and _case_fits(line[start:stop], node):
            best, ids = stop, node.ids
        position += 1
    return NameHit(start, best, ids) if best else None


def _close(folded: str, end: int, begin: int) -> bool:
    """Whether only the signs that stand inside names lie between two words, and no column gap."""
    between = folded[end:begin]
    return between == " " or (len(between) <= _MAX_GAP and "  " not in between and all(char in _GAP for char in between))


def _ends(line: str, folded: str, stop: int) -> bool:
    return stop >= len(folded) or not folded[stop].isalnum() or line[stop] in SUPERSCRIPTS


def _case_fits(printed: str, node: _Node) -> bool:
    """Names of one or two letters must stand as the table has them or in capitals: `K` is not `k` in a sentence."""
    if sum(char.isalnum() for char in printed) > _SHORT and printed.lower() not in _COMMON_WORDS:
        return True
    return printed in node.surfaces or printed.upper() == printed


@cache
def _vocabulary() -> frozenset[str]:
    table = catalogue()
    names = (*table.others, *(alias for analyte in table.analytes.values() for alias in analyte.aliases))
    return frozenset(word for name in names for word in words(fold(name)))


def is_test_words(folded: str) -> bool:
    """Whether all words of a folded text stand in names of tests, one of five letters or more among them: `vitamin b`."""
    found = words(folded)
    return bool(found) and any(len(word) >= _FUZZY_LETTERS for word in found) and all(word in _vocabulary() for word in found)


@lru_cache(maxsize=4096)
def fuzzy_name(printed: str) -> tuple[str, ...]:
    """Analytes meant by a name in which one word is misspelt; empty unless exactly one reading is left.

    A word of five letters may be one edit off, one of nine letters two; its first letter must be right.
    """
    parts = words(fold(printed))
    unknown = [index for index, word in enumerate(parts) if word not in _vocabulary()]
    if len(unknown) != 1 or len(parts[unknown[0]]) < _FUZZY_LETTERS:
        return ()
    bad = parts[unknown[0]]
    allowed = 2 if len(bad) >= _LONG_WORD else 1
    found: set[tuple[str, ...]] = set()
    for word in _vocabulary():
        if word[0] == bad[0] and abs(len(word) - len(bad)) <= allowed and _edits(word, bad, allowed) <= allowed:
            node = _exact((*parts[: unknown[0]], word, *parts[unknown[0] + 1 :]))
            if node is not None:
                found.add(node)
    return found.pop() if len(found) == 1 else ()


def exact_name(printed: str) -> tuple[str, ...] | None:
    """Analytes that the whole of `printed` names; () for a known test that is not read; None if unknown."""
    return _exact(words(fold(printed)))


def _exact(path: tuple[str, ...]) -> tuple[str, ...] | None:
    node: _Node | None = _tree()
    for word in path:
        node = node.next.get(word) if node else None
    return node.ids if node else None


def _edits(one: str, two: str, limit: int) -> int:
    """Edit distance with swaps of neighbours counting one; stops above `limit`."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == two[j - 2] and one[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
