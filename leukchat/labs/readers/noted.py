"""Lines that look like results and were not understood: kept, so that the person sees what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.labs.folding import fold
from leukchat.labs.readers.grammar import Token

_HEAD_LINE = re.compile(
    r"\b(?:patient|name|dob|birth|geb|mrn|phone|tel|fax|address|adresse|page|seite|pagina|collect\w*|"
    r"received|reported|printed|approved|registr\w*|doctor|dr|physician|accession|sample id|lab no|uhid|"
    r"sex|gender|geschlecht|sexe|sexo|sesso|age|alter|edad|idade|eta|ref\.? by|referred|account|specimen id|"
    r"date|datum|fecha|data|time|uhrzeit|hora|barcode|npi|clia|license|copyright|version|www)\b"
)
_LONGEST = 160


def note(unrecognised: list[str], line: str, parts: Sequence[Token]) -> None:
    """Adds a line that looks like a result: a name, a number, and a unit or range; not one of the head of a report."""
    kinds = {part.kind for part in parts}
    worded = bool(kinds & {"word", "name"})
    numbered = bool(kinds & {"number", "bound"}) and bool(kinds & {"unit", "range"})
    if worded and numbered and not _HEAD_LINE.search(fold(line)) and len(line) <= _LONGEST:
        unrecognised.append(line.strip())
