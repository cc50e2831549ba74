"""Names of people: by cue words in seven languages, by their place in a header, and by a list of given names. No model.

What names have in common with the words of this field is kept: eponyms (Philadelphia chromosome, Down syndrome), drugs, tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from leukchat.safety.drugs import find_drugs
from leukchat.safety.privacy_cues import (
    ABSTRACT,
    ACTING,
    ALSO_NAMES,
    CAPITAL,
    COMMA_GAP,
    CUES,
    DATED,
    FIRST_LINES,
    GAP,
    GERMAN_VERB,
    HEAD_NO_COLON,
    HEADER,
    LAST_FIRST,
    LONE,
    NOT_NAMES,
    OF_A_THING,
    PARTICLES,
    ROLE,
    SENDER,
    STOP,
    TITLES,
    WORD,
)

NAMES_FILE = Path(__file__).resolve().parent.parent / "data" / "given_names.txt"
Keep = Callable[[str], bool]


@cache
def given_names() -> frozenset[str]:
    """The list of given names, lower-case, with and without accents."""
    lines = [line for line in NAMES_FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return frozenset(word.lower() for line in lines for word in line.split())


def is_term(words: str) -> bool:
    """Whether a word of this field stands among the words: an eponym, a test, a heading, a drug."""
    lower = words.lower()
    parts = [word.strip(".,'’") for word in lower.split()]
    return any(word in NOT_NAMES and not _part_of_a_name(parts, index) for index, word in enumerate(parts)) or bool(find_drugs(lower))


def _part_of_a_name(parts: list[str], index: int) -> bool:
    """Whether a word of the field stands as a name beside another word: `Ann` in `Ann Smith`, not in `Ann Arbor`."""
    follows = ALSO_NAMES.get(parts[index])
    return follows is not None and len(parts) > 1 and not (follows and parts[index + 1 : index + 2] == [follows])


def find_names(text: str, folded: str, keep: Keep = is_term) -> Iterator[tuple[int, int]]:
    """Spans of names; `keep` says of words that look like a name whether they are something else."""
    for match in HEADER.finditer(folded):
        end = _run(text, match.start("who"), match.end("who"), any_case=False, stop_at_comma=False)
        yield from _checked(text, match.start("who"), end, keep, labelled=True)
    yield from _cued(text, folded, keep)
    for match in ACTING.finditer(text):
        before = text[: match.start()].rsplit(maxsplit=1)[-1:] if match.start() < 80 else text[match.start() - 40 : match.start()].rsplit(maxsplit=1)[-1:]
        if not _all_titles(text, match.start()) and before and before[0].islower():
            yield from _checked(text, *match.span("who"), keep)
    for match in HEAD_NO_COLON.finditer(text):
        yield from _checked(text, *match.span("who"), keep)
    for pattern in (FIRST_LINES, LAST_FIRST):
        for match in pattern.finditer(text):
            if not is_term(match["who"]) and (_known(match["who"]) or _plain_header(text, match)):
                yield from _checked(text, *match.span("who"), keep)
    yield from _listed(text, keep)


def _cued(text: str, folded: str, keep: Keep) -> Iterator[tuple[int, int]]:
    """Names behind a cue word, and those of who wrote a line of a chat."""
    for match in SENDER.finditer(text):
        yield from _checked(text, *match.span("who"), keep, labelled=True)
    for pattern, mode in CUES:
        for match in pattern.finditer(folded):
            start = match.end()
            end = _run(text, start, min(len(text), start + 60), any_case=mode == "any")
            if mode == "known" and end == start and (word := WORD.match(text, start)) and word[0] in given_names():
                end = word.end()
            if end > start and _fits(text, folded, start, end, mode):
                yield from _checked(text, start, end, keep)


def label_alone(line: str) -> bool:
    """Whether a folded line is nothing but a label that announces a name on the next line."""
    return bool(LONE.match(line))


def _plain_header(text: str, match: re.Match[str]) -> bool:
    """A name at the head of a text, not in the middle of prose: among the first lines."""
    return text.count("\n", 0, match.start()) < 8


def _all_titles(text: str, place: int) -> bool:
    """Whether the line around a place is written With Capitals Throughout, so that a capital says nothing."""
    line = text[text.rfind("\n", 0, place) + 1 : place + 60].partition("\n")[0]
    words = [word for word in line.split() if word[0].isalpha()]
    return len(words) >= 5 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def _known(words: str) -> bool:
    return any(word.strip(".,").lower() in given_names() for word in words.split())


def _fits(text: str, folded: str, start: int, end: int, mode: str) -> bool:
    """Whether a cue of this mode is followed by a name rather than by any capitalised word."""
    words = text[start:end].split()
    if mode in ("related", "two", "capital") and _all_titles(text, start):
        return False
    if mode == "known":
        return (
            _known(words[0])
            or (len(words) >= 2 and not is_term(text[start:end]) and text[start].isupper())
            or (len(words) >= 2 and _known(" ".join(words[1:])) and not is_term(words[0]))
            or bool(ROLE.match(folded, end))
        )
    if mode == "given":
        several = len(words) >= 2 and folded[end : end + 2] == " (" and not is_term(text[start:end])
        return several or _known(words[0]) or bool(DATED.match(folded, end))
    if mode == "boxed":
        return len(words) >= 2 and not is_term(text[start:end])
    if mode == "two":
        return len(words) >= 2 and not is_term(text[start:end]) and not words[-1].lower().endswith(ABSTRACT)
    if mode == "related":
        german = re.search(r"\bmein\w*\s\w+[\s,(]*$", folded[max(0, start - 30) : start])
        return _known(words[0]) or bool(GERMAN_VERB.match(folded, end)) if german else True
    if mode == "end":
        return not folded[end:].strip(" .!\n,") and len(words) <= 3
    return True


def _run(text: str, start: int, limit: int, *, any_case: bool, stop_at_comma: bool = True) -> int:
    """Where the name that begins at `start` ends: up to four words, particles and initials inside."""
    last, count, place = start, 0, start
    while count < 4 and (match := WORD.match(text, place, limit)):
        word = match[0]
        bare = word.strip(".").lower()
        is_initial = word.endswith(".") and len(word) <= 2
        end = match.end() if is_initial or not word.endswith(".") else match.end() - 1
        if bare in TITLES and word.endswith("."):
            end = match.end()
        if bare in PARTICLES and count:
            pass
        elif word[0].isupper() or (any_case and bare not in STOP and count < 2) or not (word[0].isupper() or word[0].islower()):
            if bare in STOP:
                break
            last, count = end, count + 1
        else:
            break
        if word.endswith(".") and not is_initial and bare not in TITLES:
            break
        gap = (GAP if stop_at_comma else COMMA_GAP).match(text, match.end(), limit)
        if not gap:
            break
        place = gap.end()
    return last


def _checked(text: str, start: int, end: int, keep: Keep, labelled: bool = False) -> Iterator[tuple[int, int]]:
    """The span without trailing words of the field, unless nothing of a name is left. After a label, `Green` may end a name."""
    words = text[start:end]
    pieces = list(re.finditer(r"\S+", words))
    while pieces and is_term(pieces[-1][0]) and not (labelled and len(pieces) > 1 and pieces[-1][0].lower() in ALSO_NAMES):
        pieces.pop()
    if not pieces or (pieces[0][0].rstrip(".").lower() in TITLES and len(pieces) == 1):
        return
    end = start + pieces[-1].end()
    while len(pieces) > 1 and pieces[0][0].rstrip(".").lower() in TITLES:
        pieces.pop(0)
    start += pieces[0].start()
    who = text[start:end].rstrip(" .,:-")
    if len(who) < 2 or keep(who) or OF_A_THING.match(text[end : end + 30].lower()):
        return
    yield start, start + len(who)


def _listed(text: str, keep: Keep) -> Iterator[tuple[int, int]]:
    """Given names of the list wherever they stand with a capital, with the surname that follows."""
    names = given_names()
    for match in CAPITAL.finditer(text):
        word = re.sub(r"['’]s$", "", match[0])
        if word.lower() not in names or (word.isupper() and len(word) < 3):
            continue
        end = match.start() + len(word)
        if end == match.end():
            end = _run(text, match.start(), min(len(text), match.start() + 60), any_case=False)
        if word.isupper() and " " not in text[match.start() : end]:
            continue
        before = text[max(0, match.start() - 12) : match.start()].split()
        if not before or not ((is_term(before[-1]) and before[-1][0].isupper()) or before[-1] in ("St", "St.", "Saint", "San", "Santa")):
            yield from _checked(text, match.start(), max(end, match.start() + len(word)), keep)
