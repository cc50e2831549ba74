"""Whether a sentence says what another one says: words shared, negation, opposite words, and meaning where a scorer is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

# Cosine similarities of a claim with each of some sentences, each -1 to 1.
Similar = Callable[[str, Sequence[str]], Sequence[float]]
# Least support, fitted on tests/data/safety/grounding.jsonl: share of the claim's words that the evidence has, and that
# share averaged with the cosine of the nearest sentence.
LEAST_WORDS = 0.62
LEAST_BOTH = 0.66
CANDIDATES = 3
# Characters on either side of a negation that it can bear on.
NEAR = 120
# From this share of words on, a claim is taken for the same statement as its nearest sentence.
SAME_STATEMENT = 0.5
_TOKEN = re.compile(r"[a-z0-9µ]+(?:['’-][a-z0-9]+)*")
_NEGATOR = re.compile(r"\b(?:not|no|never|cannot|can't|without|neither|nor|none|nobody|lacks?|lacking|\w+n't)\b")
_CLAUSE = re.compile(r"[,;:.]|\b(?:and|but|unless|because|so)\b")
_AS_LESS = re.compile(r"\b(?:do(?:es)?|did|is|are) not (\w+ )?as (well|much|good|often|long)\b")
_NOT_ONLY = re.compile(r"\bnot only\b|\bno longer than\b|\bwhether or not\b|\bno matter\b")
_STOP = frozenset(
    "a an the and or but of in on at to for from with by as is are was were be been being has have had do does did can could may might must shall should will would it its they them their this that these those he she his her "
    "you your we our i my who which what when where how than then there here also such so if because since about into over under out up very more most some any each every one people person".split()
)
_OPPOSITES = tuple(
    (frozenset(left.split("|")), frozenset(right.split("|")))
    for left, right in (
        pair.split("/")
        for pair in (
            "more/fewer|less higher/lower high/low raise|raises|raised|rise|rises|increase|increases/lower|lowers|lowered|fall|falls|drop|drops|decrease|decreases|reduce|reduces above|over/below|under common/rare|uncommon "
            "often|usually|mostly/rarely|seldom always/often|sometimes|mostly|usually|rarely safe|harmless|safer/dangerous|harmful|unsafe better/worse|less longer|long/shorter|short early|earlier/late|later before/after "
            "strong|stronger|strengthen/weak|weaker|weaken acute/chronic most|many/few|no all/some|most fast|faster|quickly/slow|slower|slowly start|begin/stop|end gain/loss|lose mild/severe men|male/women|female "
            "children|child/adults|adult raw/cooked cured/incurable curable/incurable possible/impossible likely/unlikely with/without inside/outside first/last day/night prevents|prevent/causes|cause helps|help/harms|harm"
        ).split()
    )
)


@dataclass(frozen=True, slots=True)
class Support:
    """How well evidence carries a claim. `opposed` names what contradicts it, or is empty; scores run from 0 to 1; `nearest` is the sentence that states the same, if any."""

    words: float
    score: float
    opposed: str = ""
    nearest: str = ""


@cache
def _stemmer() -> Callable[[str], str]:
    import Stemmer

    stem: Callable[[str], str] = Stemmer.Stemmer("english").stemWord
    return stem


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Stems of the weighty words of a text."""
    stem = _stemmer()
    return frozenset(stem(word) for token in _TOKEN.findall(text.lower()) for word in (token, *(token.split("-") if "-" in token else ())) if word not in _STOP and len(word) > 1)


def support(claim: str, sentences: Sequence[str], similar: Similar | None) -> Support:
    """Support of a claim by the best of some sentences; the words of their neighbours count as well."""
    mine = stems(claim)
    if not mine or not sentences:
        return Support(1.0 if not mine else 0.0, 1.0 if not mine else 0.0)
    shares = [len(mine & stems(sentence)) / len(mine) for sentence in sentences]
    order = sorted(range(len(sentences)), key=shares.__getitem__, reverse=True)[:CANDIDATES]
    near = [sentences[i] for i in order]
    words = len(mine & frozenset().union(*(stems(sentence) for sentence in near[:2]))) / len(mine)
    cosines = list(similar(claim, near)) if similar is not None else []
    best = max(range(len(near)), key=lambda i: shares[order[i]] + (cosines[i] if cosines else 0.0))
    score = (words + max(0.0, cosines[best])) / 2 if cosines else words
    return Support(words, score, _opposed(claim, near[best]), near[0] if shares[order[0]] >= SAME_STATEMENT else "")


def enough(found: Support, with_meaning: bool) -> bool:
    """Whether a claim is carried: by words alone, or by words and meaning together."""
    return found.score >= (LEAST_BOTH if with_meaning else LEAST_WORDS)


def _opposed(claim: str, sentence: str) -> str:
    """What turns a claim against the sentence nearest to it: a negation on one side only, or an opposite word."""
    mine, theirs = _plain(claim), _plain(sentence)
    if (word := _opposite(mine, theirs)) is not None:
        return word
    if _unmatched(mine, theirs) or _unmatched(theirs, mine):
        return "not"
    return ""


def _plain(text: str) -> str:
    lower = text.lower().replace("’", "'")
    return _NOT_ONLY.sub(" ", _AS_LESS.sub(r"\1less \2", lower))


def _opposite(mine: str, theirs: str) -> str | None:
    a, b = frozenset(_TOKEN.findall(mine)), frozenset(_TOKEN.findall(theirs))
    for left, right in _OPPOSITES:
        for one, other in ((left, right), (right, left)):
            here = a & one - other
            if here and not a & other and b & other and not b & one:
                word: str = min(here)
                return word
    return None


def _unmatched(text: str, other: str) -> bool:
    """Whether a negation in `text` bears on words that `other` says without one."""
    around = [before | scope for before, scope in _scopes(other)]
    said = stems(other)
    return any(scope and len(scope & said) * 2 >= len(scope) and not any(scope & theirs for theirs in around) for _, scope in _scopes(text))


def _scopes(text: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """For each negation the stems before it, and of the words it bears on: those that follow it within its clause."""
    found = []
    for match in _NEGATOR.finditer(text):
        clause = _CLAUSE.split(text[match.end() : match.end() + NEAR], maxsplit=1)[0]
        scope = stems(" ".join(clause.split()[:7]))
        before = stems(" ".join(_CLAUSE.split(text[max(0, match.start() - NEAR) : match.start()])[-1].split()[-6:]))
        found.append((before, scope or before))
    return found
