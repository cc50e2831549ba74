"""What belongs together although it stands on two lines: wrapped names, ranges for two sexes, labels above values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leukchat.labs.analytes import exact_name
from leukchat.labs.folding import fold
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.readers.layout import Cell, Row, rewritten
from leukchat.labs.readers.loose_names import loose_ids
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.vocabulary import COLUMN_WORDS, NEUTRAL

_LABEL = re.compile(
    r"\b(?:name|nom|nome|nombre|patient|paciente|paziente|dob|birth|born|geb\w*|naissance|nacimiento|nascimento|nascita|"
    r"mrn|id|no|nr|uhid|accession|account|phone|tel|address|adresse|doctor|physician|provider|arzt|medecin|medico|"
    r"collect\w*|drawn|sampled|taken|entnahme\w*|abnahme\w*|prelev\w*|extraccion|colheita|coleta|prelievo|"
    r"age|sex|gender|alter|geschlecht|sexe|sexo|sesso|edad|idade|eta)\b"
)
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
_RANGE_CELL = re.compile(r"\d\s*[-–]\s*\d|[<>≤≥]\s*\d")
_ONLY_RANGE = frozenset({"range", "bound", "gap", "sign", "unit", "word"})
_RANGE_WORDS = frozenset(
    "male males men man female females women woman adult adults m f w h and or years year yrs y of de di des del les la le values valeurs valores valori intervalle usuelles".split()
)
_RANGE_WORDS |= COLUMN_WORDS["range"]


def joined(rows: Sequence[Row]) -> list[Row]:
    """Rows with wrapped names made whole and further ranges put behind the first."""
    found: list[Row] = []
    tail = False  # whether the last row is the rest of a name over it
    for index, row in enumerate(rows):
        last = found[-1] if found else None
        if last and row and _close(last, row):
            whole = None if tail else _wrapped(last, row) or _continued(last, row, rows[index + 1] if index + 1 < len(rows) else None)
            if whole:
                found[-1] = whole
                continue
            ranges = _more_ranges(last, row)
            if ranges:
                found[-1] = (*last, *ranges)
                continue
        tail = bool(last) and _is_tail(last, row, rows[index + 1] if index + 1 < len(rows) else None)
        found.append(row)
    return found


def _close(above: Row, below: Row) -> bool:
    """Whether two rows are as near as lines of one cell."""
    return 0 < below[0].y0 - above[0].y1 + above[0].height <= 1.75 * max(above[0].height, below[0].height)


def _is_tail(above: Row | None, row: Row, after: Row | None) -> bool:
    """Whether a lone cell stands nearer to the name over it, at its left edge, than to the row below."""
    if above is None or len(row) != 1 or len(above) < 2 or abs(row[0].x0 - above[0].x0) > 2 * above[0].height or not _close(above, row):
        return False
    return after is None or after[0].y0 - row[0].y1 > row[0].y0 - above[0].y1 + 0.1 * row[0].height


def _continued(above: Row, below: Row, after: Row | None) -> Row | None:
    """A row whose name goes on in the lone cell under it: it is known only with that, or not known without."""
    if not _is_tail(above, below, after) or not above[0].text[:1].isalpha():
        return None
    name, rest = above[0].text, below[0].text
    whole = f"{name} {rest}"
    is_open = name.count("(") > name.count(")") and rest.count(")") >= name.count("(") - name.count(")")
    known, longer = loose_ids(name), loose_ids(whole)
    small = rest[:1].islower() or rest[:1] in "("
    if longer and (is_open or longer != known) and (small or not known) and loose_ids(rest) in (None, longer):
        return (Cell((*above[0].words, *below[0].words)), *above[1:])
    return None


def _wrapped(above: Row, below: Row) -> Row | None:
    """One row out of two whose first cells are one name: `Mean corpuscular` / `haemoglobin`."""
    one, two = above[0], below[0]
    if abs(one.x0 - two.x0) > 2 * one.height or (len(above) > 1 and len(below) > 1):
        return None
    if not (one.text[:1].isalpha() and (two.text[:1].isalpha() or two.text[:1] == "(")):
        return None
    name = _named_whole(f"{one.text} {two.text}")
    if not name or name == _named(one.text) or (_named(two.text) and _named(one.text) is not None):
        return None
    rest = above[1:] or below[1:]
    return (Cell((*one.words, *two.words)), *rest) if rest else None


def _named(text: str) -> tuple[str, ...] | None:
    """The analytes of a name, an abbreviation in brackets aside."""
    return exact_name(text) or exact_name(_BRACKETED.sub("", text))


def _named_whole(text: str) -> tuple[str, ...] | None:
    """The same, words such as `Serum` in front of the name aside."""
    parts = text.split()
    while len(parts) > 1 and not _named(" ".join(parts)) and fold(parts[0]) in NEUTRAL:
        parts = parts[1:]
    return _named(" ".join(parts))


def _more_ranges(above: Row, below: Row) -> Row:
    """The ranges of a row that holds nothing else, but for a method under the name, and stands under a value; else empty."""
    if len(above) < 2:
        return ()
    ranges = below
    if below[0].x0 < above[1].x0:
        method = fold(below[0].text)
        if any(char.isdigit() for char in method) or any(part.kind == "name" for part in tokens(method)):
            return ()
        ranges = below[1:]
    parts = tokens("  ".join(cell.text for cell in ranges))
    ranged = any(part.kind in ("range", "bound") for part in parts)
    return ranges if ranged and all(part.kind in _ONLY_RANGE and (part.kind != "word" or part.word in _RANGE_WORDS) for part in parts) else ()


def with_flags(rows: Sequence[Row]) -> list[Row]:
    """Rows in which a `-` that stands alone as a mark for “low” is an arrow, so that it is not read as “to”.

    It is a mark if a `+` stands in the same place on another row, or if the row has a range besides.
    """
    marks = [cell.words[-1].x0 for row in rows for cell in row if cell.words[-1].text in ("+", "++")]
    return [tuple(_marked(cell, place, row, marks) for place, cell in enumerate(row)) for row in rows]


def _marked(cell: Cell, place: int, row: Row, marks: Sequence[float]) -> Cell:
    last = cell.words[-1]
    if last.text not in ("-", "--") or place == 0 or not (len(cell.words) == 1 or cell.words[0].text[:1].isdigit()):
        return cell
    beside = any(abs(x - last.x0) <= cell.height for x in marks)
    ranged = any(_RANGE_CELL.search(other.text) for other in row[place + 1 :])
    if not beside and not ranged:
        return cell
    return replace(cell, words=(*cell.words[:-1], replace(last, text="↓" * len(last.text))))


def label_pairs(rows: Sequence[Row]) -> Iterator[tuple[int, int, str]]:
    """Cells that stand under a label: the row, the place in it, and the label. `Date of birth` over `12/03/1961`."""
    for index, row in enumerate(rows[1:], 1):
        above = rows[index - 1]
        for place, cell in enumerate(row):
            over = [one for one in above if one.x0 < cell.x1 and cell.x0 < one.x1 + one.height]
            if len(over) != 1 or not 0 < cell.y0 - over[0].y0 <= 3 * over[0].height:
                continue
            label = over[0].text.rstrip(" :.")
            if len(label) <= 40 and not any(char.isdigit() for char in label) and _LABEL.search(fold(label)):
                yield index, place, label


def mask_below_labels(rows: Sequence[Row]) -> tuple[list[Row], tuple[str, ...], list[str]]:
    """Rows without the identifiers that stand under their labels; what was masked; and `label: value` lines.

    The lines are for reading the header and hold the identifiers; they go no further.
    """
    masked_rows = list(rows)
    kinds: dict[str, None] = {}
    lines: list[str] = []
    for index, place, label in label_pairs(rows):
        cell = rows[index][place]
        line = f"{label}: {cell.text}"
        lines.append(line)
        masked = mask_identifiers(line)
        if masked.kinds and masked.text.startswith(f"{label}: "):
            kinds |= dict.fromkeys(masked.kinds)
            row = list(masked_rows[index])
            row[place] = rewritten(cell, masked.text[len(label) + 2 :])
            masked_rows[index] = tuple(row)
    return masked_rows, tuple(kinds), lines
