"""Whether an answer's sentences are carried by the passages they cite: numbers, drugs, genes, negation, meaning.

A sentence that stands in a passage word for word passes at once, so quoting costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leukchat.reading.sentences import sentence_spans, split_sentences
from leukchat.safety.drugs import find_drugs
from leukchat.safety.grounding_numbers import missing, quantities
from leukchat.safety.grounding_support import enough, stems, support
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding, Passage

_REASONS = {
    "citation": "I left out a sentence because it names a source that I did not find.",
    "number": "I left out a sentence because a number in it does not stand in the sources I found.",
    "drug": "I left out a sentence because it names a medicine that the sources it cites do not speak of.",
    "gene": "I left out a sentence because it names a gene or chromosome change that the sources it cites do not speak of.",
    "negation": "I left out a sentence because the sources I found say the opposite.",
    "support": "I left out a sentence because the sources I found do not carry it.",
}
_MARK = re.compile(r"\s*\[(\d+(?:\s*,\s*\d+)*)\]")
_GENE = re.compile(
    r"\bBCR(?:::|[-/])ABL1?\b|\bPML(?:::|[-/])RARA\b|\b[A-Z][A-Z0-9]{1,7}(?:::|/)[A-Z][A-Z0-9]{1,8}\b|\b(?:FLT3[- ](?:ITD|TKD))\b|\b[A-Z]{1,6}\d{1,3}[A-Z]?\d?\b|\b(?:KIT|KRAS|NRAS|MYC|RARA|CALR|MPL)\b"
    r"|\b(?:del|inv|dup|t)\([0-9;pqX]+\)|\b(?:trisomy|monosomy) \d+\b"
)
_FORM = re.compile(r"[*_`#|>\s]+")
_RULER = re.compile(r"^[\s|:-]+$")
_LEAD = re.compile(r"(?::|\?)[*_\s]*$")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s.*|\*\*[^*]{1,120}\*\*:?)\s*$")
_CARE = re.compile(
    r"\b(?:ask|tell|talk (?:to|with)|speak (?:to|with)|call|contact|check with|discuss|bring|show|write down|share)\b[^.!?]{0,80}\b(?:team|doctors?|nurses?|pharmacists?|hospital|oncologist|hematologist|emergency)\b"
    r"|^\W*(?:i|we)(?:'m| am|'re| are| hope| understand| know| cannot| can't| could not| couldn't| don't| do not| found| did not)\b|\bthe (?:sources|passages|library) (?:do|does|did) not\b|^\W*(?:yes|no|sure|of course|good question|that is a good question)[.!,]?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, list item or table row of a unit; `cited` are the numbers it names, wrong ones too."""

    start: int
    end: int
    text: str
    cited: tuple[int, ...]


def marks_removed(text: str) -> str:
    """The text without its citation numbers."""
    return _MARK.sub("", text).strip()


def marks(text: str) -> tuple[int, ...]:
    """The citation numbers in a text, in order."""
    return tuple(int(number) for match in _MARK.finditer(text) for number in match[1].split(","))


class GroundingOutput:
    """Drops what the cited passages do not carry: the whole unit, or only the sentences, items or rows that fail."""

    name = "grounding"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding for each failing sentence. Without passages (a greeting, a refusal) there is nothing to check."""
        if not context.passages:
            return ()
        pieces = _pieces(text)
        shared = tuple(dict.fromkeys(n for piece in pieces for n in piece.cited))
        findings: list[Finding] = []
        failed = 0
        for piece in pieces:
            cited = piece.cited or (shared if len(pieces) > 1 else ())
            rule, instead = _judge(piece.text, cited, context)
            if rule:
                failed += 1
                findings.append(_dropped(rule, text, piece))
            elif instead is not None:
                findings += _recited(piece, text, instead, len(context.passages))
        if pieces and failed == len(pieces):
            return tuple(f.model_copy(update={"action": Action.block, "start": 0, "end": len(text)}) for f in findings if f.replacement == "" and f.message)[:1]
        return tuple(findings)


def _judge(claim: str, cited: Sequence[int], context: Context) -> tuple[str, int | None]:
    """The rule that a claim fails, or an empty word; and the passage to cite where the one named does not exist."""
    plain = _MARK.sub("", claim).strip()
    known = list(dict.fromkeys(n for n in cited if 1 <= n <= len(context.passages)))
    wrong = not all(1 <= n <= len(context.passages) for n in cited)
    if not known and (_says_nothing(plain) or _repeats_the_question(plain, context.question)):
        return ("", 0) if wrong else ("", None)
    if known:
        passages = [context.passages[n - 1] for n in known]
        rule = _failure(plain, passages, context)
        return (rule, None) if rule or not wrong else ("", 0)
    rule, carrier = _carrier(plain, context)
    if carrier:
        return "", carrier if wrong else None
    return "citation" if wrong else rule, None


def _carrier(claim: str, context: Context) -> tuple[str, int]:
    """The first passage that carries an uncited claim, best words first; else 0 and why the best one does not."""
    mine = stems(claim)
    order = sorted(range(len(context.passages)), key=lambda i: -len(mine & stems(_evidence(context.passages[i]))))
    reason = "support"
    for place, i in enumerate(order[:3]):
        rule = _failure(claim, [context.passages[i]], context)
        if not rule:
            return "", i + 1
        reason = rule if place == 0 else reason
    return reason, 0


def _failure(claim: str, passages: Sequence[Passage], context: Context) -> str:
    """The first check that a claim fails against passages, cheapest first; an empty word if it holds."""
    if any(_stands_in(_squeeze(claim), _squeezed(passage)) for passage in passages):
        return ""
    evidence = " ".join(_evidence(passage) for passage in passages)
    if missing(claim, quantities(evidence)):
        return "number"
    if _drugs(claim) - _drugs(evidence):
        return "drug"
    if _genes(claim) - _genes(evidence):
        return "gene"
    if _says_nothing(claim):
        return ""
    sentences = [sentence for passage in passages for sentence in _sentences(passage)]
    found = support(claim, sentences, context.similar)
    if not enough(found, context.similar is not None):
        return "support"
    return _swapped(claim, found.nearest) or ("negation" if found.opposed else "")


def _swapped(claim: str, sentence: str) -> str:
    """What a claim puts in the place of what the sentence that states the same has there: a number, a drug, a gene."""
    if not sentence:
        return ""
    if missing(claim, quantities(sentence)) and missing(sentence, quantities(claim)):
        return "number"
    for rule, named in (("drug", _drugs), ("gene", _genes)):
        mine, theirs = named(claim), named(sentence)
        if mine - theirs and theirs - mine:
            return rule
    return ""


def _stands_in(claim: str, evidence: str) -> bool:
    """Whether a claim is one or more whole sentences or items of the evidence, not a part that could lack its "not"."""
    place = evidence.find(claim)
    while place >= 0 and claim:
        before, after = evidence[:place].rstrip(), evidence[place + len(claim) :].lstrip()
        if (not before or before[-1] in ".!?:;-•)") and (not after or after[0] in ".!?;-•" or evidence[place + len(claim) - 1] in ".!?:"):
            return True
        place = evidence.find(claim, place + 1)
    return False


def _says_nothing(claim: str) -> bool:
    """Whether a sentence states nothing that a source would have to carry: a heading, a question, a lead-in, a word of care."""
    if _LEAD.search(claim) or _HEADING.match(claim) or len(stems(claim)) < 2:
        return True
    return bool(_CARE.search(claim)) and not quantities(claim) and not _drugs(claim) and not _genes(claim)


def _repeats_the_question(claim: str, question: str) -> bool:
    """Whether a sentence is the beginning of a heading that gives the person's own words again."""
    return claim.startswith(("**", "#")) and _stands_in(_squeeze(claim), _squeeze(question))


def _pieces(text: str) -> list[_Piece]:
    """Sentences of prose with the citations after them, items of a list, rows of a table (its header and ruler are none)."""
    found: list[_Piece] = []
    for start, end in _spans(text):
        body = text[start:end]
        if found and not _MARK.sub("", body).strip(" ."):
            start = found.pop().start
            body = text[start:end]
        if not _RULER.match(body) and _squeeze(_MARK.sub("", body)):
            found.append(_Piece(start, end, body, marks(body)))
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if not text.lstrip().startswith("|"):
        yield from sentence_spans(text)
        return
    place, in_table = 0, False
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if not stripped.startswith("|"):
            yield from ((place + start, place + end) for start, end in sentence_spans(line))
        elif in_table and not _RULER.match(stripped):
            yield place, place + len(line)
        in_table = stripped.startswith("|")
        place += len(line)


def _dropped(rule: str, text: str, piece: _Piece) -> Finding:
    end = piece.end
    while end < len(text) and text[end] in " \n" and text[end - 1] != "\n":
        end += 1
    return Finding(rule=f"grounding.{rule}", action=Action.rewrite, start=piece.start, end=end, message=_REASONS[rule], replacement="")


def _recited(piece: _Piece, text: str, instead: int, known: int) -> Iterator[Finding]:
    """Citations that do not exist go, or become the passage that carries the sentence."""
    for match in _MARK.finditer(text, piece.start, piece.end):
        numbers = [int(number) for number in match[1].split(",")]
        if all(1 <= number <= known for number in numbers):
            continue
        kept = [number for number in numbers if 1 <= number <= known] or ([instead] if instead else [])
        yield Finding(
            rule="grounding.citation",
            action=Action.rewrite,
            start=match.start(),
            end=match.end(),
            message="I corrected a citation that named a source I did not find.",
            replacement="".join(f" [{number}]" for number in kept),
        )


def _evidence(passage: Passage) -> str:
    return f"{passage.title}. {passage.section} {passage.text} {passage.ask}"


@lru_cache(maxsize=1024)
def _sentences(passage: Passage) -> tuple[str, ...]:
    return (*split_sentences(passage.text), f"{passage.title} {passage.section}")


@lru_cache(maxsize=1024)
def _squeezed(passage: Passage) -> str:
    return _squeeze(_evidence(passage))


def _squeeze(text: str) -> str:
    """A text without Markdown, list markers and white space at its edges, for comparing word for word."""
    return _FORM.sub(" ", re.sub(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+", "", text)).strip(" .").lower()


def _drugs(text: str) -> set[str]:
    return {mention.drug.id for mention in find_drugs(normalise(_MARK.sub("", text)).text)}


def _genes(text: str) -> set[str]:
    found = {match[0].upper().replace("/", "::") for match in _GENE.finditer(_MARK.sub("", text))}
    return {"BCR::ABL1" if gene.startswith("BCR") else "PML::RARA" if gene.startswith("PML") and "RARA" in gene else gene.replace(" ", "-") for gene in found}
