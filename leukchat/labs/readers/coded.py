"""One coded observation of a structured report as a row: what it is, where it was measured, which number it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from leukchat.labs.analytes import fuzzy_name
from leukchat.labs.catalogue import Analyte, catalogue
from leukchat.labs.coding import analyte_of, dimer_kind, fitting_unit, is_another
from leukchat.labs.folding import fold
from leukchat.labs.readers import RawRange, RawRow
from leukchat.labs.readers.coded_names import name_ids
from leukchat.labs.readers.loose_names import is_of_other_sample
from leukchat.labs.readers.rows import TWINS, read_segment
from leukchat.labs.readers.segments import Segment, accepted
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.vocabulary import BLOOD, ELSEWHERE, MARROW
from leukchat.labs.units import canonical_unit, find_unit

# HL7 table 0078 and the FHIR value set of the same codes; what says nothing of high or low is left out.
MARKS = {
    "H": "high",
    "HU": "high",
    "HH": "critical_high",
    "L": "low",
    "LU": "low",
    "LL": "critical_low",
    "A": "abnormal",
    "AA": "critical",
    "N": "normal",
    "H*": "high",
    "L*": "low",
}
_FLUID = re.compile(r"\b(?:ur|urn\w*|csf|csv|plr|prt|snv|semn?|sal|stl|\w*vocht|drain\w*|sputum|swab|pus|dialysate|body fld|milk|bile)\b")
_BLOOD = re.compile(
    r"\b(?:bld\w*|blood|wb|ser|serum|serpl\w*|plas|plasma|plt ?poor ?plas|ppp|edta|citrat\w*|heparin\w*|rbc|sang|sangre|sangue|blut|bloed|suero|siero|soro|"
    r"vollblut|hemogram|h[ae]?emat\w*|cbc|fbc|complete blood count|blutbild|metabolic panel|coagulation|h[ae]mosta\w*)\b"
)
_COUNTS = re.compile(r"\b(?:cbc\w*|fbc|(?:complete|full) blood count|blutbild|h[ae]?emogram\w*)\b")
_MARROW_CODES = re.compile(r"\b(?:mar|bon|bmk|beenmerg\w*|bone mar\w*)\b")
_NUMBER = re.compile(
    r"(?P<sign><=|>=|=<|=>|[<>≤≥])?\s*\+?(?P<number>[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]*)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+,[0-9]+|[.,][0-9]+)(?P<rest>(?:\s|[^\s0-9.,]).*)?"
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_FLAG_BEHIND = re.compile(r"(?:^|\s+|\s*[(\[]\s*)(?:HH?|LL?|A|N|high|low)\s*[)\]]?$|\s*\*{1,2}$")
_WORDED = re.compile(
    r"^(?:(less than|below|under|weniger als|kleiner(?: als)?|unter|inf[eé]rieur [aà]|moins de|menor (?:que|de|a)|inferior a|menos de|inferiore a|minore di|minder dan)"
    r"|(?:greater than|more than|above|over|mehr als|gr[oö](?:ß|ss)er(?: als)?|[uü]ber|sup[eé]rieur [aà]|plus de|mayor (?:que|de|a)|superior a|maior que|superiore a|maggiore di|meer dan))\s+(?=[\d.,])",
    re.IGNORECASE,
)
_SIGNS = {"<": "<", "<=": "<", "=<": "<", "≤": "<", ">": ">", ">=": ">", "=>": ">", "≥": ">"}
_BLASTS = ("blasts_percent", "blasts", "marrow_blasts_percent")
_LARGEST = Decimal(10) ** 12
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Coded:
    """An observation before it is understood. `number` has a point for decimals; `words` is any other value.

    `where` are the headings it stands under, `sample` words on what was examined; `mark` one of the codes of `MARKS`; `comments` the laboratory's own;
    `commas` says that its report prints decimals with commas.
    """

    names: tuple[str, ...]
    loincs: tuple[str, ...] = ()
    number: Decimal | None = None
    words: str | None = None
    comparator: str | None = None
    unit: str | None = None
    unit_code: str | None = None
    ranges: tuple[RawRange, ...] = ()
    mark: str | None = None
    collected: str | None = None
    where: tuple[str, ...] = ()
    sample: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    commas: bool = False

    @property
    def name(self) -> str:
        """The name to show: the first that is given, else the analyte's or the code."""
        known = next((key for code in self.loincs if (key := analyte_of(code))), None)
        return next((name for name in self.names if name), catalogue().analytes[known].name if known else "LOINC " + self.loincs[0] if self.loincs else "")

    @property
    def line(self) -> str:
        """The observation in one line, as text reports print it."""
        value = f"{self.number:.12g}" if self.number is not None else self.words or ""
        parts = (f"{self.name}:", f"{self.comparator or ''}{value}", self.unit or self.unit_code or "", *(f"({part.text})" for part in self.ranges), self.mark or "")
        said = " ".join(" ".join(parts).split())
        comment = " ".join(" ".join(self.comments).split())
        return f"{said} — {comment}"[:_LONGEST] if comment else said


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of an observation: a row, a line that was not understood, or nothing (`elsewhere`: not blood)."""

    row: RawRow | None = None
    unknown: str | None = None
    elsewhere: bool = False


def exact_number(number: Decimal) -> str:
    """A decimal number in a spelling with one reading only: never three digits behind the point."""
    text = f"{number:f}"
    return text + "0" if "." in text and len(text.partition(".")[2]) == 3 else text


def place(item: Coded) -> Placed:
    """The row of an observation. What is unsure gets a `doubt`, so that its value is shown and never compared."""
    ids, doubt, warnings = _identify(item)
    around = [fold(text) for text in (*item.names, *item.where, *item.sample)]
    marrow = any(MARROW.search(text) or _MARROW_CODES.search(text) for text in around)
    coded = any(analyte_of(code) for code in item.loincs)
    elsewhere = _is_elsewhere(item)
    if not coded and elsewhere:
        return Placed(elsewhere=True)
    if marrow and not coded:
        ids = ("marrow_blasts_percent",) if set(ids) & set(_BLASTS) else ()
        if not ids:
            return Placed(elsewhere=True)
    if not ids:
        return Placed(unknown=item.line) if _looks_like_result(item) else Placed()
    if coded and (marrow or elsewhere):
        doubt = doubt or "The code is that of a blood test, but the report speaks of another sample. Please check."
    row = _row(item, ids, RawRow(item.name, ids, item.line, warnings=(*item.warnings, *warnings), doubt=doubt, collected=item.collected))
    if row is None:
        return Placed(unknown=item.line) if _looks_like_result(item) else Placed()
    if item.loincs and not coded and not _fits(row, ids):
        return Placed(unknown=item.line)
    return Placed(row)


def _is_elsewhere(item: Coded) -> bool:
    """Whether a name, heading or sample says urine or another fluid; a heading that also says blood decides nothing."""
    names = [fold(name) for name in item.names]
    around = [text for text in map(fold, (*item.where, *item.sample)) if not _BLOOD.search(text)]
    return any(ELSEWHERE.search(text) or _FLUID.search(text) for text in (*names, *around)) or any(is_of_other_sample(name) for name in item.names)


def _looks_like_result(item: Coded) -> bool:
    return bool(item.name) and (item.number is not None or any(char.isdigit() for char in item.words or "")) and len(item.name) <= 120


def _identify(item: Coded) -> tuple[tuple[str, ...], str | None, tuple[str, ...]]:
    """The analytes an observation can mean, the reason not to trust that, and what to tell."""
    keys = tuple(dict.fromkeys(key for code in item.loincs if (key := analyte_of(code))))
    named = next((found for name in item.names if (found := name_ids(name, whole=bool(keys))) is not None), None)
    table = catalogue().analytes
    if len(keys) > 1:
        return keys[:1], f"Its codes mean two tests: {' and '.join(table[key].name for key in keys)}. Please check which is right.", ()
    if keys:
        if named is not None and not _agree(keys[0], named):
            said = table[named[0]].name if named else "another test"
            return keys, f"The code of this result means {table[keys[0]].name}, but its name says {said}. Please check which is right.", ()
        return keys, None, ()
    if any(is_another(code) for code in item.loincs):
        return (), None, ()
    if named is None and not item.loincs and (guess := fuzzy_name(item.name)):
        return guess, None, (f"The name “{item.name}” was misspelt; please check that it is the right test.",)
    if not named:
        return (), None, ()
    doubt = None
    told = [fold(text) for text in ((*item.names, *item.where, *item.sample) if item.loincs else item.sample)]
    counted = any(_COUNTS.search(fold(text)) for text in item.where)
    if (item.loincs or told) and not counted and not any(_BLOOD.search(text) or BLOOD.search(text) for text in told):
        doubt = "The report does not say that this was measured in blood. Please check."
    warning = (f"The code {item.loincs[0]} is not one that LeukChat knows; the result was read by its name.",) if item.loincs else ()
    return named, doubt, warning


def _agree(key: str, named: tuple[str, ...]) -> bool:
    """Whether a name can mean the analyte of a code; a share and a count of the same cells share their names."""
    twin = TWINS.get(key) or next((count for count, share in TWINS.items() if share == key), key)
    return key in named or twin in named


def _row(item: Coded, ids: tuple[str, ...], base: RawRow) -> RawRow | None:
    """The row with its value; None where the value is not one number or one known word."""
    table = [catalogue().analytes[key] for key in ids]
    if item.number is not None:
        if not item.number.is_finite() or not 0 <= item.number <= _LARGEST:
            return None
        return _measured(replace(base, number=exact_number(item.number), comparator=item.comparator), item, table)
    words = _WORDED.sub(lambda found: "<" if found[1] else ">", (item.words or "").strip())
    match = _NUMBER.fullmatch(words)
    rest = _FLAG_BEHIND.sub("", match["rest"] or "").strip() if match else ""
    if match and (not rest or find_unit(fold(rest), 0) == len(rest)):
        told = replace(item, unit=rest or item.unit, unit_code=(item.unit if rest and item.unit else item.unit_code))
        row = replace(base, number=_spelled(match["number"], item.commas), comparator=_SIGNS.get(match["sign"] or "") or item.comparator)
        return _measured(row, told, table)
    segment = Segment(base.name, ids, tokens(words))
    rows = read_segment(segment, base.source_text) if words and accepted(segment) else []
    return replace(base, quality=rows[0].quality) if len(rows) == 1 and rows[0].number is None else None


def _spelled(printed: str, commas: bool) -> str:
    """A printed number; one with a point and no comma is taken as it stands, unless the report writes decimals with commas."""
    if "," in printed or printed.count(".") > 1 or (commas and _THOUSANDS.fullmatch(printed)):
        return printed
    return exact_number(Decimal(printed))


def _measured(row: RawRow, item: Coded, table: list[Analyte]) -> RawRow:
    """The row with its unit, ranges and mark."""
    unit, clash = fitting_unit(item.unit, item.unit_code, table)
    kind = next((found for code in item.loincs if (found := dimer_kind(code))), None)
    if kind and unit and not re.search(r"feu|d-?du", unit, re.IGNORECASE):
        unit = f"{unit} {kind}"
    doubt = row.doubt or (f"The report gives two units for this value, {item.unit} and {item.unit_code}. Please check which is right." if clash else None)
    comparator = row.comparator or (item.mark if item.mark in ("<", ">") else None)
    return replace(row, unit=unit, ranges=item.ranges, flag=MARKS.get(item.mark or ""), comparator=comparator, doubt=doubt)


def _fits(row: RawRow, ids: tuple[str, ...]) -> bool:
    """Whether the unit of a row is one of its analytes' own; a word needs none."""
    return row.number is None or any(canonical_unit(row.unit or "") in catalogue().analytes[key].units for key in ids)
