"""A line cut at its names: which tokens belong to which name, and whether they may be this person's present value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from leukchat.labs.analytes import exact_name
from leukchat.labs.catalogue import catalogue
from leukchat.labs.folding import fold
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.loose_names import loose_ids
from leukchat.labs.readers.next_name import begins_another, is_of_next
from leukchat.labs.readers.not_values import not_a_value
from leukchat.labs.readers.vocabulary import BLOCKERS, GOOD_LABELS, INTRODUCTIONS, LINKS, NEUTRAL, PLACES, QUALITIES

_WITH_WORDS = frozenset({"mrd_percent", "bcr_abl1_is_percent"})
_MRD = ("mrd_percent",)
_BY = frozenset("by via using mittels per par por tramite".split())
_LEAST_NAME = 2
_NEAR_WORDS = 5
_ABBREVIATED = 4  # `conc.` is no end of a sentence
_AMOUNTS = frozenset(("mg", "mcg", "ml", "kg", "iv", "po", "l", "g"))  # a full stop behind one ends a sentence
_EXCEPT = frozenset("apart except besides ausser hormis sauf salvo excepto exceto tranne eccetto".split())
_RATIO_WORDS = re.compile(r"\b(?:ratio|quotient|rapport|cociente|relacao|rapporto|verhaltnis|index)\b")
_COMPARISON = re.compile(r"\b(?:for comparison|zum vergleich|pour comparaison|para comparacion|para comparacao|per confronto|ter vergelijking)\b")
_LIMIT_LABELS = frozenset(
    "threshold thresholds trigger triggers target targets goal goals criteria cutoff cutoffs transfuse zielwert zielwerte ziel schwelle schwellenwerte seuil seuils umbral umbrales soglia soglie meta metas objetivo objetivos".split()
)
_ELSEWHERE = BLOCKERS | PLACES
_LONGEST_NAME = 90
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_DIRECT = frozenset("direct directa direta diretta directe direkt conjugated conj conjugada conjuguee konjugiert coniugata".split())
_INDIRECT = frozenset("indirect indirecta indireta indiretta indirecte indirekt unconjugated unkonjugiert".split())
_VALUE_KINDS = frozenset({"number", "bound", "range", "unit", "flag", "gap", "sign", "date"})


@dataclass(slots=True)
class Segment:
    """A name, the place where it begins, and the tokens up to the next name; `before` are those in front of it."""

    name: str
    ids: tuple[str, ...]
    tokens: list[Token]
    before: list[Token] = field(default_factory=list)
    warnings: tuple[str, ...] = ()
    start: int = 0

    @property
    def has_value(self) -> bool:
        """Whether a number stands among the tokens."""
        return any(token.kind == "number" or (token.kind == "bound" and not token.bracketed) for token in self.tokens)


def split_segments(line: str, tokens: list[Token]) -> list[Segment]:
    """One segment a name; names that only repeat the one before (`Hemoglobin (HGB)`) are joined to it."""
    if lead := _lead(line, tokens):
        return [lead]
    segments: list[Segment] = []
    before: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind != "name" or token.hit is None:
            if segments and token.kind == "word" and segments[-1].has_value and begins_another(tokens, index):
                segments.append(Segment(token.text, (), [], start=token.start))
            (segments[-1].tokens if segments else before).append(token)
            continue
        last = segments[-1] if segments else None
        if last and last.tokens and last.tokens[-1].kind == "flag" and last.tokens[-1].text == "-":
            last.tokens.pop()  # `Hb 7,4 - K 3,3`: it parts two tests
        if last and last.ids == _MRD and last.tokens and last.tokens[-1].word in _BY and not last.has_value:
            continue  # `MRD by NPM1 RT-qPCR`: how it was measured
        if last and not any(part.kind in ("number", "bound", "range") for part in last.tokens) and _repeats(last, token):
            start = line.find(last.name)
            last.name = line[start : token.end] if start >= 0 else last.name
            if ")" in token.text and "(" not in token.text:  # `(RBC) count` closed the bracket
                last.tokens = [part for part in last.tokens if part.word != "("]
            # `MCH concentration (MCHC)`: two tests, of which the unit will fit one.
            both = (*last.ids, *token.hit.ids) if last.ids else ()
            last.ids = tuple(key for key in last.ids if key in token.hit.ids) or both
            continue
        if last and not last.has_value and token.text.upper() == "PCR" and last.ids and all(key in _WITH_WORDS or catalogue().analytes[key].qualitative for key in last.ids):
            continue  # `BCR-ABL1 quantitative PCR`: no C-reactive protein
        segments.append(Segment(token.text, token.hit.ids, [], _since_break(last.tokens) if last else before, start=token.start))
    _settle(segments)
    return segments


def _settle(segments: list[Segment]) -> None:
    """Gives each name the values and the kind that its neighbours and the words behind it say."""
    for one, two in pairwise(segments):
        _share_out(one, two)
        if is_of_next(one.tokens):
            one.tokens.clear()  # `54% neutrophils, 11% myelocytes`: the second number is that of the second name
    for segment in segments:
        _told_kind(segment)


def _lead(line: str, tokens: list[Token]) -> Segment | None:
    """The segment of a row whose first cell is a name only with the words that qualify it: `Band cells, % of leucocytes`."""
    cut = next((index for index, token in enumerate(tokens) if token.kind == "gap" and index), 0)
    behind = next((token for token in tokens[cut + 1 :] if token.kind != "flag"), None)
    if not cut or behind is None or behind.kind not in ("number", "bound") or any(token.kind in ("bound", "range", "date") for token in tokens[:cut]):
        return None
    if any(token.kind == "number" for token in tokens[:cut]) and any(token.word in ("(", "[", ":") for token in tokens[:cut]):
        return None
    name = line[tokens[0].start : tokens[cut].start].strip(" .:|\t*-_=")
    if not 0 < len(name) <= _LONGEST_NAME or sum(token.kind == "name" for token in tokens[cut:]) or exact_name(name) is not None:
        return None
    units = [token for token in tokens[:cut] if token.kind == "unit" and token.text != "%"]
    if units and exact_name(_BRACKETS.sub(" ", name)):
        return None  # `Urea (mmol/L)`
    ids = loose_ids(name)
    return None if ids is None else Segment(name, ids, [*units, *tokens[cut:]], start=tokens[0].start)


def _told_kind(segment: Segment) -> None:
    """Bilirubin of which a word behind the name says that it is not the total."""
    if segment.ids != ("bilirubin_total",):
        return
    first = next((index for index, token in enumerate(segment.tokens) if token.kind in ("number", "bound")), len(segment.tokens))
    said = {token.word for token in segment.tokens[:first]}
    if said & _DIRECT:
        segment.ids = ("bilirubin_direct",)
    elif said & _INDIRECT:
        segment.ids = ()


def _share_out(one: Segment, two: Segment) -> None:
    """Gives each of two names with a stroke between them its number of two with a stroke between: `AST/ALT 34/41`."""
    if [part.word for part in one.tokens] != ["/"]:
        return
    kept = [part for part in two.tokens if part.kind != "gap" and part.word not in (":", "=")][:3]
    if [part.kind for part in kept] == ["number", "sign", "number"] and kept[1].word == "/":
        rest = two.tokens[two.tokens.index(kept[2]) :]
        unit = [part for part in rest[1:2] if part.kind == "unit"]
        one.tokens, two.tokens, two.before = [kept[0], *unit], rest, []


def _since_break(tokens: list[Token]) -> list[Token]:
    """The tokens after the last comma, bracket, gap or value: what stands directly before the next name."""
    cut = max(
        (index for index, token in enumerate(tokens) if token.kind in ("gap", "number", "range", "unit", "bound", "flag") or token.word in (",", ";", ")", "]", "/")),
        default=-1,
    )
    return tokens[cut + 1 :]


def _repeats(last: Segment, token: Token) -> bool:
    """Whether a second name in a row only says the first again, or stands in its brackets."""
    ids = token.hit.ids if token.hit else ()
    inside = sum({"(": 1, "[": 1, ")": -1, "]": -1}.get(part.word, 0) for part in last.tokens) > 0
    gap = any(part.kind == "gap" for part in last.tokens)
    return bool(set(ids) & set(last.ids)) or (inside and not gap) or (last.ids == () and not gap)


def only_values(tokens: list[Token]) -> bool:
    """Whether a line holds values, units, ranges and flags and nothing else, so that it can continue the one above."""
    return bool(tokens) and all(token.kind in _VALUE_KINDS or (token.kind == "word" and token.word in ("not", "estab", "n/a")) for token in tokens)


def in_ratio(segments: list[Segment], index: int, folded: str) -> bool:
    """Whether a name is one of two in a ratio, whose number is neither's: `Ratio AST:ALT >2`."""
    if not _RATIO_WORDS.search(folded):
        return False

    def joined(at: int) -> bool:
        return 0 <= at < len(segments) - 1 and [part.word for part in segments[at].tokens if part.kind != "gap"] in ([":"], ["/"])

    return joined(index) or joined(index - 1)


def only_compared(folded: str, tokens: list[Token]) -> bool:
    """Whether a line gives no present values: limits for treatment behind a label, or older results `for comparison`."""
    if _COMPARISON.search(folded):
        return True
    label: list[str] = []
    for token in tokens:
        if token.word == ":":
            return bool(_LIMIT_LABELS & set(label))
        if token.kind not in ("word", "gap"):
            return False
        label.append(token.word)
    return False


def before_allows(segment: Segment) -> bool:
    """Whether the words in front of a name leave it the name of this person's present blood value."""
    if not segment.before:
        return True
    near = segment.before[_sentence_start(segment.before) :]
    near = near[max((index + 1 for index, token in enumerate(near) if token.word in _EXCEPT), default=0) :]  # `normal apart from an ALT of 71`
    words = [token.word for token in near if token.kind == "word"]
    words = words[-_NEAR_WORDS:]
    words = [word for word, after in zip(words, [*words[1:], ""], strict=False) if (word, after) != ("most", "recent")]
    end = next((token for token in reversed(near) if token.kind != "flag" and token.word != "."), None)
    return not (_ELSEWHERE & set(words) or (end and end.kind == "word" and end.word not in NEUTRAL and end.word not in INTRODUCTIONS))


def _sentence_start(tokens: list[Token]) -> int:
    """The index behind the last token that ends a sentence; a full stop behind a short word (`conc.`) does not."""
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.word in ("!", "?") or (
            token.word == "." and index and (len(tokens[index - 1].word) > _ABBREVIATED or tokens[index - 1].kind in ("unit", "number") or tokens[index - 1].word in _AMOUNTS)
        ):
            return index + 1
    return 0


def accepted(segment: Segment) -> bool:
    """Whether the words around a name allow its number to be this person's present blood value."""
    if not before_allows(segment):
        return False
    told = quality_of(segment) is not None
    depth = 0
    for index, token in enumerate(segment.tokens):
        if token.kind == "sign":
            depth = max(0, depth + {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.word, 0))
        elif token.kind == "word" and not told:
            if (token.word in BLOCKERS and not (depth and token.word in GOOD_LABELS)) or (not depth and token.word not in NEUTRAL and token.word not in LINKS):
                return False
        elif token.kind in ("number", "bound") and not depth and not token.bracketed:
            return not not_a_value(segment.tokens, index)
        elif token.kind == "date":
            continue
    return True


@cache
def _told_in_words() -> frozenset[str]:
    """The analytes whose result can be a word."""
    return _WITH_WORDS | {key for key, analyte in catalogue().analytes.items() if analyte.qualitative or analyte.zero_is_normal}


def quality_of(segment: Segment) -> str | None:
    """A word such as `negative` or `mutated`, for analytes that are told in words."""
    if _told_in_words().isdisjoint(segment.ids):
        return None
    text = fold(" ".join(token.text for token in segment.tokens if token.kind != "gap"))
    return next((word for word, pattern in QUALITIES if pattern.search(text)), None)
