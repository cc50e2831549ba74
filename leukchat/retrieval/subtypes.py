"""Which kinds of leukemia a question names, as the codes that articles carry (`subtypes` in their front matter)."""

from __future__ import annotations

import re

_NAMES: tuple[tuple[str, str], ...] = (
    ("APL", r"\bapl\b|\bapml\b|promyelocytic"),
    ("CMML", r"\bcmml\b|myelomonocytic"),
    ("JMML", r"\bjmml\b|juvenile myelomono\w+"),
    ("AML", r"\baml\b|acute (?:myeloid|myelogenous|myelocytic|nonlymphocytic|non-lymphocytic|granulocytic|monocytic|monoblastic)"),
    ("ALL", r"acute (?:lymphoblastic|lymphocytic|lymphoid|lymphatic)|\b[bt][ -]?(?:cell )?all\b|\bph\+? ?all\b|\bph[- ]positive\b|\bph[- ]like\b"),
    ("CML", r"\bcml\b|chronic (?:myeloid|myelogenous|myelocytic|granulocytic)"),
    ("CLL", r"\bcll\b|\bsll\b|chronic lymph(?:ocytic|oid|atic)|small lymphocytic"),
    ("HCL", r"\bhcl\b|hairy[- ]cell"),
    ("LGL", r"\blgl\b|large granular"),
    ("PLL", r"\b[bt]?-?pll\b|prolymphocytic"),
    ("MDS", r"\bmds\b|myelodysplas\w+"),
    ("ATLL", r"\batll?\b|adult t[- ]cell|htlv"),
    ("MPAL", r"\bmpal\b|mixed phenotype|bilineal|biphenotypic"),
)
_PATTERNS = tuple((code, re.compile(pattern)) for code, pattern in _NAMES)
_ALL = re.compile(r"\bALL\b")


def named_subtypes(question: str) -> frozenset[str]:
    """Codes of the leukemias that a question names; empty for a general question.

    The abbreviation ALL counts only in capitals, because "all" is a word.
    """
    plain = question.lower()
    codes = {code for code, pattern in _PATTERNS if pattern.search(plain)}
    if _ALL.search(question) and not question.isupper():
        codes.add("ALL")
    if "CMML" in codes and "JMML" in codes and "juvenile" in plain:
        codes.discard("CMML")
    return frozenset(codes)
