"""Identifiers that stand after a cue or have a shape of their own: e-mail, date of birth, record number, address. Six languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int, str]
_MONTHS = r"(?:jan|feb|fev|mar|apr|abr|avr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|ago|aou|sep|set|oct|okt|ott|out|nov|dec|dez|dic|ene|gen)[a-z]{0,8}\.?"
DATE = re.compile(
    r"(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|o|\.)?[\s./-]{{1,2}}(?:of\s|de\s|di\s)?{_MONTHS}[\s./,-]{{1,2}}(?:de\s|del\s)?(?:(?:19|20)\d{{2}}|\d{{2}}(?!\d))"
    rf"|{_MONTHS}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d{{2}})"
)
_BIRTH = re.compile(
    r"(?:\b(?:d\.?o\.?b\b\.?|date of birth|birth ?da(?:te|y)|birth|born(?: on)?|geb(?:oren|urtsdatum|urtstag|\b\.?)(?: am)?|date de naissance|nee?(?:\(e\))? le|naissance|ddn|"
    r"fecha de nac(?:imiento|\.)?|f\.? ?nac(?:imiento)?\b\.?|f\.?n\.?(?=:)|nacid[oa] el|naci el|nacimiento|data de nasc(?:imento|\.)?|nascid[oa] (?:em|a)|nasci em|nascimento|"
    r"data di nascita|nat[oa] (?:il|a [a-z]+ il)|(?<=\()n\.(?=\s?\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)|(?<!\d)[°](?=\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)|sono nat[oa] il|nascita|janm(?: tithi| ki tarikh)?|जन्म(?:तिथि| तिथि)?)|(?<!\S)\*)[\s:.=|()-]*(?:is|ist|est|es|e|am|on|il|el|le|em)?\s*"
)
# After a mere star, which laboratories print beside what is out of range: `* (4.0 - 10.0)` is no date.
_STAR_DAY = re.compile(r"(?:(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}-\d{2}-\d{2})(?![\d.,]*\d)")
# "Ingrid Halvorsen (11/04/1952)" or "... *11.04.1952" at the head of a line: the date beside a name.
_HEADED = re.compile(r"^[^\S\n]*[A-ZÀ-Þ][\w'’-]+,? (?:[A-ZÀ-Þ][\w'’.-]*,? ?){1,3}\((?:\*|DOB:? ?|b\. ?)?(?P<day>\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2})\)", re.MULTILINE)
_RECORD_WORDS = (
    r"(?:mrn|m\.r\.n|medical record|hosp|req|hospital|uhid|patient|pat|account|accession|acc|specimen|sample|order|request|requisition|visit|encounter|case|file|folio|chart|lab|barcode|"
    r"abha|sns|fallnummer|fall|auftrag|auftragsnummer|probennummer|patientennummer|patienten|dossier|historia(?: clinica)?|nhc|numero|processo|prontuario|pedido|protocollo|cartella(?: clinica)?|"
    r"spec|reg|registration|bill|invoice|npi|clia|physician id|control id|p\.? ?id|client|alternate patient|id|muestra|amostra|campione|rechnung|facture|factura|fattura|ipp|nip|iep|folder|hc|h\.c|hist clin|ficha|registro|pront|matricula|expediente|exp|cr|ip|opd)"
)
_RECORD = re.compile(
    rf"\b{_RECORD_WORDS}\b\.?[ ]?(?:(?:record|numbe?r|numero|nummer|num|no|nr|id|n[o°]|code|#)\.?[ ]?){{0,2}}(?:is\s|ist\s|est\s|es\s|e\s)?[\s:.=#|-]*+"
    r"(?P<who>(?![\d.,]+\s*(?:/|[x*]?\s?10\^|[kmg]/))(?!\d{1,4}(?:[.,]\d+)?(?:\s?-\s?\d{1,4}(?:[.,]\d+)?)?(?![\w-]))[a-z]{0,6}[-/.]?\d[\w/.-]{3,24}|"
    r"\d{5,20}(?![\d.,]*\s*(?:/|-\s?\d))|\d{3}\s\d{3}\s\d{4})(?![\w%^])"
)
_PERSON_RECORD = re.compile(
    r"\b(?:mrn|medical record(?: (?:no|number))?|(?:patient|hosp|hospital|chart) (?:id|no|nr|number))\b\.?(?:\sis\b)?[\s:.=#]*(?P<who>[a-z]{0,4}\d[\d./-]{3,18}\d)(?![\w%])"
)
_ANY_DIGIT = re.compile(r"\d")
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+")
_EMAIL_SPELLED = re.compile(r"\b[\w.+-]{1,64}\s?[(\[]at[)\]]\s?[\w-]{1,63}\s?[(\[]dot[)\]]\s?[a-z]{2,10}\b")
_STREET_EN = r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl|terrace|close|crescent|gardens|square|sq|nagar|marg|colony|sector|layout|parkway|pkwy|highway|hwy)"
_STATES = ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC").replace(
    " ", "|"
)
_ADDRESS = re.compile(
    r"\b(?:(?=\d)(?:"
    rf"(?P<street>\d{{1,5}}[a-z]?,?\s+)(?:[a-z][\w'.-]*\s){{1,3}}{_STREET_EN}\b\.?(?:,?\s(?:apt|unit|flat|suite)\.?\s?\w+)?(?:,\s(?=[a-z])[^|\t\n,.;\"]{{2,30}}){{0,2}}"
    r"|\d{1,4},?\s+(?:bis\s|ter\s)?(?:rue|avenue|boulevard|bd|place|chemin|allee|impasse|quai)\s+[^|\t\n.;]{3,50}"
    r")|(?=[a-z-])(?:"
    r"(?:(?:home |postal |mailing )?address|adresse|anschrift|wohnhaft|direccion|domicilio|endereco|morada|indirizzo|residence|pata)\b\s*(?:is|ist|est|es|e)?[^\S\n]*[:=|\t][^\S\n]*\"?(?P<who>[^|\t\n\"]{4,90})"
    r"|(?:(?:calle|avda|avenida|plaza|paseo|rua|travessa|alameda|praca|via|viale|piazza|corso|vicolo)\b|c/|avda\.|av\.)\s?(?:[a-z][\w'.-]*,?\s){1,5}(?:n[o°.]?\s?)?\d{1,5}[a-z]?\b[^|\t\n.;]{0,40}"
    r"|[a-z-]{3,}(?:strase|strasse|straße|str\.|weg|platz|allee|gasse|ring|damm|ufer)\s*\d{1,4}\s?[a-z]?\b(?:,?\s*\d{5}\s+[a-z]{2,30})?"
    r"|(?:flat|apartment|house|plot|door|h\.|h(?=\s?no\b))\s?(?:no\.?\s?)?\d{1,5}[a-z]?[,/]\s?(?=[^|\t\n.;]{0,30}[a-z]{3})[^|\t\n.;]{5,60}"
    r"))"
)
_POSTCODE = re.compile(
    rf"\b(?:[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{{2}}|[A-Z][a-zA-Z.]+(?: [A-Z][a-zA-Z]+)?,? (?:{_STATES}) \d{{5}}(?:-\d{{4}})?|[A-Z][a-z]+(?: [A-Z][a-z]+)?\s?[-–]\s?[1-8]\d{{2}} ?\d{{3}})(?![\w/])"
)
_ZIP_CUED = re.compile(
    r"\b(?:zip(?: ?code)?|post ?code|pin ?code|plz|code postal|codigo postal|c\.?p\.?|cep|cap)\b\s*(?:is|ist|est|es|e)?\s*[:.]?\s*(?P<who>\d{5}-\d{3,4}|\d{5,6})\b"
)
_LIVE = re.compile(
    r"\b(?:i live|we live|ich wohne|wir wohnen|j'habite|nous habitons|vivo|vivimos|moro|moramos|abito|abitiamo)\b\s(?:at|in|on|a|am|an der|au|en|na|no|em)\s(?P<who>\d{1,5},?\s[a-z][^\n.;?!]{3,60}|\d{5}\s[a-z]{3,30})"
)


def find_places(text: str, folded: str) -> Iterator[Span]:
    """E-mails, dates of birth, record numbers and addresses; spans may overlap, the earlier yielded counts."""
    if "@" in text or "dot" in folded:
        for pattern in (EMAIL, _EMAIL_SPELLED):
            for match in pattern.finditer(folded):
                yield *match.span(), "email"
    if not _ANY_DIGIT.search(folded):
        return
    for match in _BIRTH.finditer(folded):
        day = (_STAR_DAY if match[0].startswith("*") else DATE).match(folded, match.end())
        if day:
            yield *day.span(), "date_of_birth"
    for match in _HEADED.finditer(text):
        yield *match.span("day"), "date_of_birth"
    for pattern in (_LIVE, _ADDRESS, _ZIP_CUED):
        for match in pattern.finditer(folded):
            if (number := match.groupdict().get("street")) and not text[match.start() + len(number)].isupper():
                continue
            yield *(match.span("who") if match.groupdict().get("who") else match.span()), "address"
    for match in _POSTCODE.finditer(text):
        yield *match.span(), "address"


def find_records(folded: str) -> Iterator[Span]:
    """Record, sample and visit numbers after their label; a date after the label is none."""
    for match in _PERSON_RECORD.finditer(folded):
        if sum(char.isdigit() for char in match["who"]) >= 5 and not DATE.match(match["who"]):
            yield *match.span("who"), "record_number"
    for match in _RECORD.finditer(folded):
        if not DATE.match(folded, match.start("who")):
            yield *match.span("who"), "record_number"


_LONE = re.compile(
    rf"^\s*(?:(?P<date_of_birth>dob|date of birth|geburtsdatum|geb\.?|date de naissance|fecha de nacimiento|data de nascimento|data di nascita)|"
    rf"(?P<record_number>{_RECORD_WORDS}(?: (?:id|no|number|nr|#))?))\.?\s*[:#]\s*$"
)


def announced(line: str) -> str | None:
    """The kind that a label alone on a folded line announces for the next line."""
    label = _LONE.match(line)
    return next((kind for kind, value in label.groupdict().items() if value), None) if label else None


def below(line: str, kind: str) -> tuple[int, int] | None:
    """Where the value announced by the line above stands in a folded line."""
    stripped = line.strip()
    start = line.find(stripped)
    day = DATE.match(line, start)
    if kind == "date_of_birth":
        return day.span() if day else None
    is_record = " " not in stripped and sum(char.isdigit() for char in stripped) >= 4 and not day
    return (start, start + len(stripped)) if is_record else None
