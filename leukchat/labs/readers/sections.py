"""The part of a report in which a line stands: blood, bone marrow, or another sample; and what is read there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from leukchat.labs.catalogue import catalogue
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.vocabulary import BLOOD, ELSEWHERE, MARROW

Where = Literal["blood", "marrow", "elsewhere"]

_COUNTED_BLASTS = frozenset(("blasts_percent", "blasts", "marrow_blasts_percent"))
# Measured in marrow as well as in blood, and told in the same words.
_OF_ANY_SAMPLE = frozenset(("mrd_percent", "bcr_abl1_is_percent"))
_HEADING_WORDS = 9
_BLOOD_AGAIN = re.compile(
    r"^\W*(?:peripheral blood|(?:full |complete )?blood (?:count|results?|tests?|film)|venous blood|peripheres blut|blutbild|blutwerte|labor(?:werte)?|labs?|bloods|sang peripherique|sangre periferica|sangue perif\w+|"
    r"hemograma?|h[ae]mogram\w*|emocromo|cbc|fbc|serum|soro|suero|plasma|biochem\w*|chemistry)\b[^:]{0,40}:"
)
_MARROW_AGAIN = re.compile(
    r"^\W*(?:bone marrow|marrow|bm|knochenmark\w*|moelle(?: osseuse)?|myelogramme|medula [o]ssea|mielograma|aspirado (?:de medula|medular)\w*|midollo(?: osseo)?|mielogramma|mieloaspirat\w*|mieloaspirad\w*|aspirate|trephine|beenmerg\w*)\b[^:]{0,40}:"
)
_ELSEWHERE_AGAIN = re.compile(
    r"^\W*(?:urin(?:e|a|alysis|status|analyse)?|csf|liquor|cerebrospinal fluid|harn(?:status|analyse)?|orina|lcr|(?:pleural|ascitic|ascites|peritoneal) (?:fluid|tap)|stool|stuhl)\b[^:\d]{0,24}(?::|\s-\s)"
)
# A new sample begins: `SPEC #: 0301:C00190R   METHOTREXATE 24HR`.
_SPECIMEN = re.compile(r"^\W*(?:spec(?:imen)?|sample|probe|muestra|amostra|campione)\s*(?:#|no\.?|nr\.?|id|type)?\s*[:#]")
_OF_CELLS = frozenset(
    "neutrophils_percent bands_percent lymphocytes_percent monocytes_percent eosinophils_percent basophils_percent promyelocytes_percent myelocytes_percent "
    "metamyelocytes_percent atypical_lymphocytes_percent nrbc anc alc monocytes eosinophils basophils blasts".split()
)


def heading(folded: str, tokens: Sequence[Token]) -> Where | None:
    """What a line that is only a heading, such as `URINE` or `BONE MARROW`, begins; None for any other line."""
    if len(folded.split()) > _HEADING_WORDS + 3 * any(token.kind == "date" for token in tokens) or _numbered(tokens):
        return None
    if any(token.kind == "name" and token.hit and token.hit.ids for token in tokens):
        return None
    return "elsewhere" if ELSEWHERE.search(folded) else "marrow" if MARROW.search(folded) else "blood" if BLOOD.search(folded) else None


def begun(folded: str) -> Where | None:
    """The part that the start of a line with results begins: `PERIPHERAL BLOOD: WBC 18.3`, `Urine: glucose 50`."""
    if _ELSEWHERE_AGAIN.match(folded):
        return "elsewhere"
    if _BLOOD_AGAIN.match(folded):
        return "blood"
    return "marrow" if _MARROW_AGAIN.match(folded) else None


def specimen(folded: str) -> Where | None:
    """The part that a line about a new sample begins; None for any other line."""
    if not _SPECIMEN.match(folded):
        return None
    return "elsewhere" if ELSEWHERE.search(folded) else "marrow" if MARROW.search(folded) else "blood"


def counts_cells(ids: Sequence[str]) -> bool:
    """Whether analytes are cells that are counted in marrow as well as in blood."""
    return bool(_COUNTED_BLASTS & set(ids)) or all(key in _OF_CELLS for key in ids)


def _numbered(tokens: Sequence[Token]) -> bool:
    """Whether a number stands on a line outside brackets."""
    depth = 0
    for token in tokens:
        if token.kind == "sign":
            depth = max(0, depth + {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.word, 0))
        elif token.kind in ("number", "bound", "range") and not depth and not token.bracketed:
            return True
    return False


def placed(rows: list[RawRow], where: str) -> list[RawRow]:
    """Rows as the part of the report they stand in allows: of marrow the blasts, and what any sample tells (genes, MRD)."""
    if where == "blood":
        return rows
    if where == "elsewhere":
        return []
    table = catalogue().analytes
    kept: list[RawRow] = []
    for row in rows:
        if set(row.ids) & _COUNTED_BLASTS:
            kept.append(replace(row, ids=("marrow_blasts_percent",)))
        elif all(table[key].qualitative or key in _OF_ANY_SAMPLE for key in row.ids):
            kept.append(row)
    return kept
