"""Whether an answer's sentence is carried by the passages it cites: numbers, drugs, genes, negation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.drugs import find_drugs
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

UNSUPPORTED = "I left out a sentence because the sources I found do not carry it."
_MARK = re.compile(r"\s*\[(\d+)\]")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*")
_GENE = re.compile(r"\b(?:BCR::?-?ABL1?|PML::?RARA|[A-Z]{2,6}\d{0,2}(?:::[A-Z0-9]{2,8})?|FLT3(?:-ITD|-TKD)?|del\(\d+[pq]\)|t\(\d+;\d+\))(?![a-z])")
_SPELLED = {w: str(n) for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])}


def marks(text: str) -> tuple[int, ...]:
    """The citation numbers in a text, in order."""
    return tuple(int(match[1]) for match in _MARK.finditer(text))


def numbers(text: str) -> set[str]:
    """Numbers of a text as plain digits; spelled-out numbers to twelve included, citation marks not."""
    plain = _MARK.sub("", text)
    found = {match[0].replace(",", "").rstrip(".") for match in _NUMBER.finditer(plain)}
    return found | {_SPELLED[word] for word in re.findall(r"[a-z]+", plain.lower()) if word in _SPELLED}


class GroundingOutput:
    """Blocks a sentence whose digits, drugs or genes do not stand in the cited passages, or which cites nothing that exists."""

    name = "grounding"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """At most one finding. Without passages (a greeting, a refusal) there is nothing to check."""
        if not context.passages:
            return ()
        cited = [n for n in marks(text) if 1 <= n <= len(context.passages)]
        if len(cited) < len(marks(text)):
            return (self._finding("grounding.citation", text),)
        if not cited:
            return ()
        evidence = " ".join(f"{p.title} {p.section} {p.text} {p.ask}" for p in (context.passages[n - 1] for n in cited))
        digits = {number for number in numbers(text) if (number.isdigit() and len(number) > 1) or "." in number}
        if digits - numbers(evidence):
            return (self._finding("grounding.number", text),)
        known = {mention.drug.id for mention in find_drugs(normalise(evidence).text)}
        if {mention.drug.id for mention in find_drugs(normalise(_MARK.sub("", text)).text)} - known:
            return (self._finding("grounding.drug", text),)
        genes = {gene for gene in _GENE.findall(_MARK.sub("", text)) if re.search(r"\d|::", gene)}
        if genes - set(_GENE.findall(evidence)):
            return (self._finding("grounding.gene", text),)
        return ()

    @staticmethod
    def _finding(rule: str, text: str) -> Finding:
        return Finding(rule=rule, action=Action.block, start=0, end=len(text), message=UNSUPPORTED)
