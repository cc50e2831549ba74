"""The titles of columns: what a cell in the head of a table says of the cells under it."""

from __future__ import annotations

import re

from leukchat.labs.analytes import exact_name
from leukchat.labs.dates import DATE, Order, cell_day
from leukchat.labs.folding import fold, words
from leukchat.labs.readers.vocabulary import COLUMN_WORDS, ELSEWHERE, MARROW
from leukchat.labs.units import UNIT, find_unit

SHARE, ABSOLUTE = "%", "abs"
_BRACKETED = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<unit>[^()\[\]]*)[)\]]\s*$")
_PER = re.compile(r"^(?P<name>[^/]+?)\s*(?P<unit>/\s?\S+)$")
_SAMPLE_PREFIX = re.compile(r"^(?:[BSPE]|[fav][BSP]|Vb|Ser|Plas)-(?=[^\W\d_])")
_SAMPLE_SUFFIX = re.compile(r"\s*(?:\((?:EDTA|S|P|B|HP|LH|SE|PL|Serum|Plasma|EDTA-Blut|Citrat\w*|venös|kapillär)\)|\bi\.\s?[SP]\.?|\bim (?:Serum|Plasma|Blut))$", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ORDER = ("previous", "low", "high", "range", "unit", "flag", "sign", "code", "value", "name", "date")
_MOST_WORDS = 5
_SHARES = frozenset(
    "% percent percentage pct prozent prozentual relative relativ relatif relativa relativo relativer rel anteil share porcentaje porcentagem percentuale pourcentage".split()
)
_ABSOLUTES = frozenset("absolute absolut absolu absoluto absoluta assoluto assoluta abs count counts".split())
# Titles of numbers that are not this person's results.
_OTHER = frozenset(
    """
    mean average avg median sd cv n factor delta change diff difference veranderung target goal ziel zielwert objetivo meta obiettivo objectif
    control kontrolle controle age alter edad idade eta dose dosis dosage number no nr num rack tube position instrument cost price preis prix
    temp temperature gewicht weight comment comments kommentar bemerkung notes note nota remark remarks remarque observaciones observacoes
    """.split()
)
_BEST_DATES = frozenset("collected collection sampled taken drawn entnahme abnahme probenentnahme prelevement prelevee toma extraccion coleta colheita prelievo effective".split())
_LATER_DATES = frozenset(
    "reported report received printed released validated approved verified result befund eingang ausgang edition rendu informe emision liberacao emissao referto requested ordered order next".split()
)
_BIRTH = re.compile(r"\b(?:dob|d\.o\.b|birth|born|geb\w*|naissance|nacimiento|nascimento|nascita)\b")
_SAMPLES = frozenset(
    "specimen material matrix probe probenart probenmaterial muestra amostra campione materiau echantillon nature sample panel group section category bereich gruppe".split()
)


_OTHER_SAMPLE = re.compile(r"^(?:[dtc]?U|CSF|Csf|Lq|Lqu|Fae|St|Asc|Pl)-(?=[^\W\d_])")


def of_another_sample(cell: str) -> bool:
    """Whether a name begins with the letters for urine or another sample: `U-Glukose`."""
    return bool(_OTHER_SAMPLE.match(cell.strip()))


def bare_name(cell: str) -> str:
    """The name of a test without the letters for its blood sample: `S-Natrium`, `Kalium (EDTA)`."""
    return _SAMPLE_SUFFIX.sub("", _SAMPLE_PREFIX.sub("", cell.strip()))


def kind_of(cell: str) -> str | None:
    """What a column with this title holds; None if the title says nothing of it."""
    match = _BRACKETED.match(cell)
    title = match["name"] if match and UNIT.fullmatch(fold(match["unit"])) else cell
    folded = DATE.sub(" ", fold(_CAMEL.sub(" ", title))).strip(" ()[]")
    parts = words(folded.replace("_", " ").replace("/", "").replace("u.m.", "unit"))
    joined = folded.replace(" ", "_").rstrip(".:")
    if not parts or len(parts) > _MOST_WORDS:
        return None
    if parts[-1] in ("name", "status"):
        return "name" if parts[-1] == "name" else "flag"
    dates = COLUMN_WORDS["date"] - _BEST_DATES
    if _BIRTH.search(folded) or parts[-1] in ("time", "uhrzeit", "hora", "heure", "ora", "zeit"):
        return "other"
    if dates & {parts[0], parts[-1]}:
        return "previous" if COLUMN_WORDS["previous"] & set(parts) else "date"
    if first := next((kind for kind in _ORDER if joined in COLUMN_WORDS[kind]), None):
        return first
    if "/" in title and COLUMN_WORDS["value"] & {parts[0]} and COLUMN_WORDS["range"] & set(parts):
        return "value"  # `Wert / Norm`
    if COLUMN_WORDS["range"] & set(parts):
        return "low" if COLUMN_WORDS["low"] & set(parts) else "high" if COLUMN_WORDS["high"] & set(parts) else "range"
    if kind := next((kind for kind in _ORDER if COLUMN_WORDS[kind] & set(parts)), None):
        return kind if kind != "value" or not _OTHER & set(parts) else "other"
    return "sample" if _SAMPLES & set(parts) else "other" if _OTHER & set(parts) else None


def date_rank(cell: str) -> int:
    """How surely a column of dates holds the day of the sample: 3 as its title says, 2 a plain date, 1 another day."""
    parts = set(words(fold(_CAMEL.sub(" ", cell)).replace("_", " ")))
    return 3 if _BEST_DATES & parts else 1 if _LATER_DATES & parts else 2


def day_in(cell: str, order: Order | None) -> tuple[bool, str | None]:
    """Whether a title is a date, and which day it is; that stays None where the date can be read two ways."""
    folded = fold(cell)
    day = cell_day(folded, order)
    return day is not None or bool(DATE.match(folded)), day.isoformat() if day else None


def unit_title(cell: str) -> str:
    """The unit in which a column's values are: `%`, `abs` for counts, a unit; empty for any other title."""
    folded = fold(cell).strip(" .:")
    match = _BRACKETED.match(folded)
    inner = match["unit"].strip() if match else folded
    outer = set(words(match["name"])) if match else set()
    if inner in _SHARES:
        return SHARE if not match or COLUMN_WORDS["value"] & outer or outer <= _SHARES else ""
    if not match and inner in _ABSOLUTES:
        return ABSOLUTE
    if UNIT.fullmatch(inner) and (not match or outer & (COLUMN_WORDS["value"] | _ABSOLUTES)):
        return cell[cell.rfind("(") + 1 : -1].strip() if match and cell.endswith(")") else cell[cell.rfind("[") + 1 : -1].strip() if match else cell
    return ""


def named_test(cell: str) -> tuple[str, str | None] | None:
    """The name and unit of a cell that names a test: `Hb`, `Hb (g/dl)`, `Leukozyten in G/l`, `platelets_10e9_l`."""
    if exact_name(cell):
        return cell, None
    match = _BRACKETED.match(cell)
    if match and exact_name(match["name"]):
        return match["name"], match["unit"] or None
    if (slash := _PER.match(cell)) and exact_name(slash["name"]) and UNIT.fullmatch(fold(slash["unit"])):
        return slash["name"], slash["unit"]
    spaced = cell.replace("_", " ")
    parts = spaced.split()
    for cut in range(len(parts) - 1, 0, -1):
        name = " ".join(parts[:cut]).rstrip(" ,:")
        name = name[:-3] if fold(name).endswith(" in") else name
        unit = " ".join(parts[cut:])
        unit = unit if "_" not in cell else unit.replace(" ", "/")
        if find_unit(fold(unit), 0) == len(unit) and exact_name(name):
            return name, unit
    if "_" in cell and len(parts) > 1 and fold(parts[-1]) in ("pct", "percent") and exact_name(" ".join(parts[:-1])):
        return " ".join(parts[:-1]), SHARE
    return (spaced, None) if "_" in cell and exact_name(spaced) else None


def is_another_sample(cell: str) -> bool:
    """Whether a title says that its column was measured in marrow, urine or another sample than blood."""
    folded = fold(cell)
    return bool(ELSEWHERE.search(folded) or MARROW.search(folded) or re.fullmatch(r"(?:bone )?marrow\b.*|knochenmark\b.*", folded))
