"""What the head of a report says: when the sample was taken, and the person's sex and age."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leukchat.labs.dates import DATE, Order, order_habit, read_date
from leukchat.labs.folding import fold
from leukchat.labs.model import Sex
from leukchat.labs.numbers import decimal_habit

_TAKEN = re.compile(
    r"\b(?:collect(?:ed|ion)|coll|drawn|tomad[oa]s?|extraid[oa]s?|abgenommen|entnommen|prelevat\w*|colhid[oa]s?|coletad[oa]s?|afname\w*|afgenomen|sample (?:date|taken)|date taken|taken|sampling|specimen date|date of (?:collection|sample|test)|"
    r"sampled|entnahme\w*|abnahme\w*|probenentnahme|prelev\w*|fecha de (?:toma|extraccion|muestra|recogida)|"
    r"toma de muestra|extraccion|data d[ae] (?:coleta|colheita|recolha)|coleta(?:do)?|colheita|data (?:del "
    r")?prelievo|prelievo)\b"
)
_OTHER = re.compile(
    r"\b(?:report(?:ed)?|date|datum|fecha|data|received|result(?:s)?|eingang|befund|du|del|le|test date|"
    r"registered|registration|tarihi?|istem|numune)\b"
)
_BIRTH = re.compile(
    r"\b(?:dob|d\.o\.b|birth|born|geb(?:oren|urtsdatum|\.)?|geboren|nee?(?: le)?|naissance|nacimiento|"
    r"nascimento|nascita|nato|nata|dogum|nasc|geboortedatum|f\.? ?nac|d\.? ?n)\b"
)
# Before a date that is not the day of this report.
_ANOTHER_DAY = re.compile(
    r"\b(?:prev\w*|prior|last|past|since|until|next|due|appointment|follow|control|repeat|expir\w*|valid|vor(?:wert|befund|her)\w*|letzte\w*|seit|termin|naechste\w*|nachste\w*|anterior\w*|anteri?eur\w*|depuis|prochain\w*|rendez|proxim\w*|desde|cita|"
    r"precedent\w*|prossim\w*|diagnos\w*|transplant\w*|started|begun|copyright|revised|version|effective from)\b"
)
_ADMITTED = re.compile(r"\b(?:admi(?:ssion|tted)|aufnahme|aufgenommen|ingreso|entree|internacao|internamento|admissao|ricovero)\b[^\d]{0,12}$")
_PREVIOUS = re.compile(r"\b(?:prev\w*|prior|vorwert\w*|vorbefund\w*|anterior\w*|anterieur\w*|precedent\w*)\W{1,3}$")
_SEX = re.compile(
    r"\b(?:sex|gender|geschlecht|sexe|sexo|sesso|genero|genre|age\s*/\s*sex|sex\s*/\s*age|age\s*/\s*gender|"
    r"gender\s*/\s*age|age\s*/\s*sx|sx|cinsiyet\w*|geslacht|लिंग)\b[^a-z\d\n]{0,40}?(?:\d{1,3}\s*(?:y\w*|m\w*)\s+){0,2}(?:\d{1,3}(?:[.,]\d)?\s*(?:y\w*|m\w{2,}|d\w{2,}|d(?=\s*[/,|-]))?\s*[/,|-]?\s*)?"
    r"((?:female|male|weiblich|mannlich|feminin|masculin|femme|homme|mujer|hombre|varon|femenino|masculino|"
    r"feminino|femmina|maschio|femminile|maschile|kadin|erkek|vrouw|man|frau|mann|f|m|w|h|k|e|v)\b|महिला|स्त्री|पुरुष)"
)
_AGED_SEX = re.compile(
    r"\b(\d{1,3})\s*(?:-?\s?(?:y(?:ea)?rs?|y|yo|y/o|jahre|ans|anos|anni)(?:[- ]old)?)(?:\s?\d{1,2}\s?m(?:ths?|onths?)?\b)?\s*[/,| -]\s*(female|"
    r"male|woman|man|girl|boy|f|m)\b"
)
_AGE = re.compile(
    r"\b(?:age|alter|idade|edad|eta|age at collection)\b(?:\s*/\s*\w+)?[ \t]*[:=.-]*\s*(?:(?:female|male|"
    r"[mf])\s*/\s*)?(\d{1,3}(?:[.,]\d)?)\s*(y(?:ea)?rs?|y|ans?|anos?|anni|jahre?|months?|mois|mesi|meses|"
    r"monate?|mths?|mo|m|days?|jours?|tage?|dias|giorni|weeks?|w|d)?\b"
)
_AGE_BARE = re.compile(r"\b(\d{1,3})[- ]?(?:year|month|day|week)s?[- ]old\b|\b(\d{1,3})\s?(?:yo|y/o)\b")
# What only laboratories of the United States print; `K/uL` and `MRN` alone are met elsewhere, too.
_AMERICAN = re.compile(
    r"\bssn\b|labcorp|\bquest\b|thousand/ul|x10e3/ul|\bclia\b|\bnpi\b|fahrenheit|\d\s?°\s?f\b|"
    r",\s(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy])\.?\s\d{5}(?:-\d{4})?\b"
)
# `D/O` and `S/O`, daughter and son of, beside a name; `34F` behind one.
_DAUGHTER = re.compile(r"\b(?:d/o|w/o)\b\.?\s[a-z]|,\s?\d{1,2}\s?f\b(?=[,;)\s])|\bbaby girl\b|\bfemale,?\s\d{1,3}\s?(?:y|yrs?|years?)\b|\b\d{1,2}\s?/\s?f\b")
_SON = re.compile(r"\bs/o\b\.?\s[a-z]|,\s?\d{1,2}\s?m\b(?=[,;)\s])|\bbaby boy\b|\bmale,?\s\d{1,3}\s?(?:y|yrs?|years?)\b|\b\d{1,2}\s?/\s?m\b")
_SEX_ALONE = re.compile(r"\s{1,8}\(?(female|male|weiblich|mannlich|f|m|w)\)?(?=\s{2}|\s*$|\s*[,;|])")
_NEAR = 6  # signs between the word for birth and its date
_FEMALE = frozenset("female weiblich feminin femme mujer femenino feminino femmina femminile frau f w k v kadin vrouw woman girl महिला स्त्री".split())


_Dated = tuple[str, list[re.Match[str]]]  # a line, and the dates in it


@dataclass(frozen=True, slots=True)
class Header:
    """Facts from the head of a report; what is unknown or can be read two ways is None.

    `sampled` is the day of collection if the report calls it that; `collected` may be another day of the report;
    `lone` says that it is only the one day that is written anywhere.
    """

    collected: str | None
    sex: Sex | None
    age_years: float | None
    order: Order | None
    sampled: str | None = None
    lone: bool = False


def read_header(text: str) -> Header:
    """The header of a whole report. Read before identifiers are masked; the date of birth itself is not kept."""
    folded = fold(text)
    lines = [(line, list(DATE.finditer(line))) for line in folded.splitlines()]
    order = order_habit(match for _, dates in lines for match in dates) or _likely_order(folded)
    taken, other, birth, lone = _dates(lines, order)
    day = taken or other or lone
    return Header(day.isoformat() if day else None, _sex(folded, lines), _age(folded, birth, day), order, taken.isoformat() if taken else None, day is not None and day is lone)


def _likely_order(folded: str) -> Order | None:
    """Day first for signs of Europe, India and Latin America; month first for signs of the United States."""
    if re.search(
        (
            r"\bha[e]mo|\bhaemat|leukaemia|cumm\b|lakh|\bleuko?zyten|\bhematies|\bleuco?cyt(?:es|os)|\bleucociti|\bplaquet|"
            r"\bpiastrine|\bplaquettes|thrombozyten|\bnhs\b|hemoglobina|emoglobina|\btumour|\bfbc\b|\bwcc\b|\bu&es?\b|\burate\b|"
            # words of languages in whose countries the day comes first
            r"\b(?:hemoglobine|trombocyt\w*|leukocyt\w*|trombosit|lokosit|eritrosit|notrofil|leukos|thrombos|einheit|ergebnis|messwert|datum|unidad(?:es)?|resultado|fecha|risultato|esito|valeur|resultat|unite|uitslag|eenheid|birim\w*|sonuc\w*|tarih\w*)\b"
        ),
        folded,
    ):
        return "dmy"
    if _AMERICAN.search(folded) or (re.search(r"k/u?l|k/mcl", folded) and re.search(r"\bm\.?d\.?(?=\s|$|,)|\bmrn\b", folded)):
        return "mdy"
    return "dmy" if decimal_habit(folded) == "," else None  # no country with a decimal comma writes the month first


def _dates(lines: Sequence[_Dated], order: Order | None) -> tuple[date | None, date | None, date | None, date | None]:
    """The date of collection, another date of the report, the date of birth, and the only date that has no label."""
    taken = other = birth = None
    unlabelled: set[date] = set()
    for line, dates in lines:
        for place, match in enumerate(dates):
            start = dates[place - 1].end() if place and line[dates[place - 1].end() : match.start()].strip(" -/|,;") else 0
            before = line[start : match.start()][-48:]  # what stands before another date labels that one
            day = read_date(match, order)
            if _BIRTH.search(before):
                birth = birth or day
            elif _TAKEN.search(before):
                taken = taken or day
            elif _PREVIOUS.search(before):
                continue
            elif (_OTHER.search(before) and not _ADMITTED.search(before)) or not before.strip(" :|-"):
                other = other or day
            elif day and not _ANOTHER_DAY.search(before):
                unlabelled.add(day)
    taken = taken or _below(lines, order)
    return taken, other, birth, unlabelled.pop() if len(unlabelled) == 1 else None


def _below(lines: Sequence[_Dated], order: Order | None) -> date | None:
    """A date that stands on the line under its title (`Collected On` / `21-Jan-25`)."""
    for index, (line, dates) in enumerate(lines[:-1]):
        if len(line) < 48 and not dates and _TAKEN.search(line) and not _BIRTH.search(line):
            for _, following in lines[index + 1 : index + 3]:
                if following:
                    return read_date(following[0], order)
    return None


def _sex(folded: str, lines: Sequence[_Dated]) -> Sex | None:
    match = _SEX.search(folded)
    word = match[1] if match else (aged[2] if (aged := _AGED_SEX.search(folded)) else _behind_birth(lines))
    word = word or ("f" if _DAUGHTER.search(folded) else "m" if _SON.search(folded) else None)
    if word is None:
        return None
    if word == "m" and re.search(r"\bsexo\s*:?\s*m\b", folded) and re.search(r"\bmujer\b", folded):
        return None
    return "female" if word in _FEMALE else "male"


def _behind_birth(lines: Sequence[_Dated]) -> str | None:
    """The letter or word for the sex behind a date of birth: `DoB 11/12/1979  M`."""
    for line, dates in lines:
        born = _BIRTH.search(line) if dates else None
        day = DATE.search(line, born.end()) if born else None
        if born and day and day.start() - born.end() <= _NEAR and (sex := _SEX_ALONE.match(line, day.end())):
            return sex[1]
    return None


def _age(folded: str, birth: date | None, day: date | None) -> float | None:
    """Age in years as printed, or from date of birth to collection."""
    if birth and day and birth <= day:
        return round((day - birth).days / 365.25, 2)
    match = _AGE.search(folded)
    if match and folded[match.end() :].lstrip()[:1] != "-":
        return _years(float(match[1].replace(",", ".")), match[2] or "y")
    aged = _AGED_SEX.search(folded)
    if aged:
        return _years(float(aged[1]), "y")
    bare = _AGE_BARE.search(folded)
    if bare:
        return _years(
            float(bare[1] or bare[2]),
            bare[0].split("-")[1] if "-" in bare[0] else bare[0].split()[-1] if " " in bare[0] else "y",
        )
    return None


def _years(number: float, unit: str) -> float | None:
    if unit.startswith(("d", "j", "t", "gi")) and not unit.startswith("jahr"):
        return round(number / 365.25, 3)
    if unit.startswith("w"):
        return round(number / 52.18, 3)
    if unit.startswith("m"):
        return round(number / 12, 3)
    return number if number <= 120 else None
