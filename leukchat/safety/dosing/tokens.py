"""Tokens of a normalised text: words, numbers, units, forms and medicines, each with its place; and a quicker way where places aren't needed yet."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from leukchat.safety.dosing.numbers import Mark, join_number, value_of
from leukchat.safety.dosing.words import NUMBER_WORDS, word_classes
from leukchat.safety.drugs import Drug, DrugMention, find_drugs, may_begin_name, single_names

_TOKEN = re.compile(
    r"[^\W\d_]++(?!\d)(?:['’][a-z]+)?|(?<! ) {3,40}(?=\S)|g6pd\b|(?!(?:mg|mcg|ml|every|take|at|of|to|day|days|x|each|week)\d)[a-z]{2,}+\d+[a-z0-9]*(?:\.\d+)?|\d+[pq]\d+(?:\.\d+)?|"
    r"[^\W\d_]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|\n|\t|[^\s\w]|_"
)
_AFTER_NUMBER = frozenset("drop cap film strip pen pump wafer".split())
"""Words that are a form only after a number: "drop the tablets" is none."""
END = frozenset(".!?;\n")
_CURRENCY = frozenset("$€£")
_INNER_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_PLAIN = re.compile(r"[a-zA-Z,'\"():/%& ]*[.!?]?\s*\Z")
"""Letters, single spaces and marks that stand for themselves, up to the end of one sentence."""
_BARE = re.compile(r"[a-z,'\"():% ]*[.!?]?\s*\Z")
"""The same without the marks that join words."""
_PLAIN_TOKEN = re.compile(r"[a-zA-Z]+(?:'[a-z]+)?|[^\sa-zA-Z]|[\n\t]")
"""What `_TOKEN` finds in such a text."""


def tokenised(text: str) -> list[Mark]:
    """The tokens of a text, numbers and split names joined."""
    return _merge(_tokens(text, find_drugs(text)))


_CAREFUL = frozenset(NUMBER_WORDS) | _AFTER_NUMBER | {"re"}
"""Words that may join with what stands beside them."""


def plain_words(text: str) -> tuple[list[str], str] | None:
    """The marks of one sentence without their places, and its end; None where a text needs more care: numbers, lists, several sentences."""
    words = _without_names(text)
    if words is not None:
        return _ended(words)
    for mention in reversed(find_drugs(text)):
        text = f"{text[: mention.start]}{_drug_mark(mention)}{text[mention.end :]}"
    if "-" in text:
        text = _INNER_HYPHEN.sub(" ", text)
    if "   " in text or not _PLAIN.match(text):
        return None
    classes = word_classes()
    return _ended([classes.get(word, word) for word in _PLAIN_TOKEN.findall(text)])


def _without_names(text: str) -> list[str] | None:
    """The marks of a sentence in which no word can begin a medicine's name: most sentences. None for others, and where a mark may join two words."""
    if "   " in text or not _BARE.match(text):
        return None
    words = [_bare_mark(word) for word in _PLAIN_TOKEN.findall(text)]
    return None if "" in words else words


@lru_cache(maxsize=20_000)
def _bare_mark(word: str) -> str:
    """The mark of a word; empty where a medicine's name may begin with it."""
    return "" if may_begin_name(word) else word_classes().get(word, word)


def _ended(words: list[str]) -> tuple[list[str], str] | None:
    """The marks without the end, and the end; None where numbers or names in parts are among them."""
    end = words.pop() if words and words[-1] in END else ""
    if not words or not _CAREFUL.isdisjoint(words) or _name_in_parts(words):
        return None
    return words, end


def _name_in_parts(words: list[str]) -> bool:
    """Whether two or three words beside each other are a name with gaps in it."""
    heads, names = _name_heads(), single_names()
    for at in [place for place, word in enumerate(words[:-1]) if word in heads]:
        both = words[at] + words[at + 1]
        if both in names or (both in heads and "".join(words[at : at + 3]) in names):
            return True
    return False


def _drug_mark(mention: DrugMention) -> str:
    drug = mention.drug
    if drug.drug_class == "regimen":
        return "REGIMEN"
    if "vaccine" in drug.name or "vaccine" in drug.drug_class:
        return "VACCINE"
    if drug.kind == "supplement":
        return "SUPP"
    return "DRUG"


_new = tuple.__new__  # a mark without the cost of its signature: there are hundreds in an answer


def _tokens(text: str, mentions: list[DrugMention]) -> list[Mark]:
    """Tokens of a text; a medicine's name is one token."""
    classes = word_classes()
    out: list[Mark] = []
    ahead = iter(mentions)
    mention = next(ahead, None)
    here = mention.start if mention is not None else len(text)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start >= here or end > here:
            while mention is not None and start >= mention.end:
                mention = next(ahead, None)
            here = mention.start if mention is not None else len(text)
            if mention is not None and start >= here:
                if start == here or (out and out[-1].start < here):
                    out.append(Mark(_drug_mark(mention), here, mention.end))
                continue
        word = match[0]
        known = classes.get(word)
        if known is not None:
            out.append(_new(Mark, (known, start, end, 0.0)))
        elif word.isalpha() and word not in _AFTER_NUMBER:
            out.append(_new(Mark, (word, start, end, 0.0)))
        else:
            _other(out, text, word, start, end)
    return out


def _other(out: list[Mark], text: str, word: str, start: int, end: int) -> None:
    """Appends what is no plain word: numbers, forms that need a number before them, columns, dashes, bullets."""
    if word[0].isdecimal() and word.replace(".", "").replace(",", "").isdecimal():
        out.append(Mark("NUM", start, end, value_of(word)))
    elif word in _AFTER_NUMBER and out and (out[-1].mark == "NUM" or out[-1].mark in NUMBER_WORDS or out[-1].mark in ("half", "another")):
        out.append(Mark("FORM", start, end))
    elif word[0] == " ":
        if out and out[-1].mark not in ("\n", "|"):
            out.append(Mark("|", start, end))
    elif word == "-":
        _dash(out, text, start, end)
    elif (word == ";" and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()) or word == "→":
        out.append(Mark("|", start, end))
    elif word == ">" and text[start - 1 : start] in ("-", "="):
        out[-1:] = [Mark("|", out[-1].start if out else start, end)]
    elif word in "*•|\t—–" and word not in ("|", "\t"):
        out.append(Mark(",", start, end))
    else:
        out.append(Mark("|" if word == "\t" else word, start, end))


def _dash(out: list[Mark], text: str, start: int, end: int) -> None:
    """A hyphen within a word vanishes, one between digits is a range, one set apart is a comma, one at a line's start a bullet."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdigit() and after.isdigit():
        out.append(Mark("-", start, end))
    elif not (before.isalnum() and after.isalnum()) and out and out[-1].mark != "\n":
        out.append(Mark(",", start, end))


@cache
def _name_heads() -> frozenset[str]:
    """The beginnings of all names: a name split in two begins with one of them."""
    return frozenset(name[:size] for name in single_names() for size in range(2, len(name)))


_AGAIN = frozenset("start starting started take taking do dose dosing introduce introducing".split())


def _split_name(tokens: list[Mark], index: int, names: dict[str, Drug]) -> int:
    """How many tokens, two or three, are a name split by a character each; 0 when they are none."""
    name = tokens[index].mark
    for size in (2, 3):
        if index + size > len(tokens) or tokens[index + size - 1].start - tokens[index + size - 2].end != 1:
            return 0
        name += tokens[index + size - 1].mark
        if name in names:
            return size
    return 0


@cache
def _joinable() -> frozenset[str]:
    """Marks that may join with what follows them."""
    return frozenset(("NUM", "re", "d", "k", "[")) | frozenset(NUMBER_WORDS) | _CURRENCY | _name_heads()


def _merge(tokens: list[Mark]) -> list[Mark]:
    """Joins the parts of a number ("two and a half", "1/2", "50 to 75"), names split in two, and clock times."""
    out: list[Mark] = []
    names, heads = single_names(), _name_heads()
    index, count = 0, len(tokens)
    joinable = _joinable()
    while index < count:
        token = tokens[index]
        if token.mark not in joinable:
            out.append(token)
            index += 1
            continue
        if token.mark == "NUM" or token.mark in NUMBER_WORDS:
            index = join_number(tokens, index, out)
            continue
        if token.mark in heads and (size := _split_name(tokens, index, names)):
            out.append(Mark("DRUG", token.start, tokens[index + size - 1].end))
            index += size
            continue
        if token.mark == "re" and index + 1 < count and tokens[index + 1].mark in _AGAIN and tokens[index + 1].start - token.end == 1:
            out.append(Mark("re" + tokens[index + 1].mark, token.start, tokens[index + 1].end))
            index += 2
            continue
        if token.mark in ("d", "k") and index + 1 < count and tokens[index + 1].mark == "NUM" and tokens[index + 1].start == token.end and tokens[index + 1].value in (2, 3):
            out.append(Mark("SUPP", token.start, tokens[index + 1].end))
            index += 2
            continue
        if token.mark in _CURRENCY and index + 1 < len(tokens) and tokens[index + 1].mark == "NUM" and not (index + 2 < len(tokens) and tokens[index + 2].mark in ("MASS", "GRAM")):
            out.append(Mark("PRICE", token.start, tokens[index + 1].end))
            index += 2
            continue
        if token.mark == "[" and index + 2 < len(tokens) and tokens[index + 1].mark == "NUM" and tokens[index + 2].mark == "]":
            out.append(Mark("CITE", token.start, tokens[index + 2].end))
            index += 3
            continue
        out.append(token)
        index += 1
    return out
