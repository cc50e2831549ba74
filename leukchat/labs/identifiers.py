"""Identifiers on lab reports: found and replaced by what they are, before anything is read, kept or returned.

Lines keep their number and their results; only the identifying part is replaced, by `[name]` and the like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from leukchat.labs.analytes import match_name
from leukchat.labs.dates import DATE
from leukchat.labs.folding import fold, word_spans

_NEXT_WORD = (
    r"dob|d\.o\.b|sex|age|mrn|gender|date|geb|born|id|nee|ne le|birth|f\.? ?nac|geschlecht|sexe|sexo|sesso|alter|"
    r"edad|idade|eta|tel|phone"
)
_NAME_WORDS = (
    r"(?:patient(?:'?s)?(?: full)?(?: name)?|pt\.? name|full name|first name|last name|surname|given name|"
    r"family name|name(?: of patient)?|name, vorname|nachname|vorname|patientenname|patient/in|patientin|"
    r"nom(?: de naissance)?|prenom|nom et prenom|nom/prenom|nombre(?: y apellidos)?|paciente|apellidos?|"
    r"nome(?: do paciente)?|cognome(?: e nome)?|paziente|utente|beneficiario|"
    r"doctor|dr|physician(?: copy for)?|ordering (?:dr|doctor|physician|provider)|referr?(?:ed|ing)(?: by| "
    r"doctor| physician| dr)?|ref\.? by|requested by|consultant|arzt|einsender|"
    r"medecin(?: prescripteur)?|medico(?: solicitante)?|prescripteur|provider|attending|verified by|technician)"
)
_NAME = re.compile(
    rf"(?:^|(?<=[|;,\t(])|(?<=\s\s))[\s*]*{_NAME_WORDS}\.?\s*+[:=|\t]\s*(?P<who>[^|"
    rf"\t;\n:]{{2,60}}?)(?=\s{{2,}}|[|\t;(\n]|$|[\s,]+(?:{_NEXT_WORD})\b)"
)
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof|herr|frau|sra?|srta|sig|m|mme|dott|"
    r"dra)\.?\s+(?P<who>(?:[a-z]\.\s?)*[a-z][a-z'-]+(?:\s+[a-z][a-z'-]+){0,2}|[a-z]{1,4}\d{1,4}\b)"
)
_SAID = re.compile(
    r"\b(?:my name is|i am called|mein name ist|ich heisse|je m'appelle|me llamo|meu nome e|mi chiamo|my "
    r"(?:son|daughter|husband|wife|mother|father|mom|mum|dad|child)(?: is called| is named|"
    r",)?)\s+(?P<who>[a-z][a-z'-]+(?:\s+[a-z][a-z'-]+){0,2})"
)
_BIRTH = re.compile(
    r"\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|birth|born(?: on)?|geb(?:oren|urtsdatum|\.)?(?: am)?|"
    r"date de naissance|nee?(?:\(e\))? le|naissance|"
    r"fecha de nacimiento|f\.? ?nac(?:imiento)?\.?|nacimiento|data de nascimento|nascimento|data di nascita|"
    r"nat[oa] il|nascita)[\s:.=|()-]*"
)
_RECORD_WORDS = (
    r"(?:mrn|m\.r\.n|medical record|hospital|uhid|patient|pat|account|accession|acc|specimen|sample|order|"
    r"request|requisition|visit|encounter|case|file|folio|chart|lab|barcode|policy|insurance|member|ssn|"
    r"social security|aadhaar|abha|nif|nss|nir|dni|nie|cpf|cns|sns|codice fiscale|versicherten|versicherung|"
    r"fallnummer|fall|auftrag|auftragsnummer|probennummer|patientennummer|patienten|dossier|"
    r"historia(?: clinica)?|nhc|numero|processo|pedido|protocollo|spec|reg|registration|bill|invoice|npi|"
    r"clia|physician id|control id|p\.? ?id|client|alternate patient|id|nhs|muestra|amostra|campione)"
)
_RECORD = re.compile(
    rf"\b{_RECORD_WORDS}\b\.?[ ]?(?:(?:record|numbe?r|numero|nummer|num|no|nr|id|n[o°]|code|#)\.?[ "
    rf"]?){{0,2}}[\s:.=#|-]*+"
    r"(?P<who>(?![\d.,]+\s*(?:/|[x*]?\s?10\^|"
    r"[kmg]/))(?!\d{1,4}(?:[.,]\d+)?(?:\s?-\s?\d{1,4}(?:[.,]\d+)?)?(?![\w-]))[a-z]{0,6}[-/.]?\d[\w/.-]{3,24}|"
    r"\d{5,20}(?![\d.,]*\s*(?:/|-\s?\d))|\d{3}\s\d{3}\s\d{4})(?![\w%^])"
)
_EMAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE = re.compile(
    r"\b(?:phone|tel(?:ephone|efon|efono|\.)?|fax|mobile|cell|handy|telf|tfno|movil|"
    r"contact)\b[\s.:#()no-]*(?P<who>\+?[\d(][\d\s().\x1f/-]{5,20}\d)"
    r"|(?<![\w.,/-])(?P<bare>(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)[\s.-]?|\d{3}[.-])\d{3}[.-]?\d{4})(?![\w.%])|"
    r"(?<!\w)(?P<plus>\+\d{2}[\s\d().-]{7,16}\d)"
)
_SSN = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_ADDRESS = re.compile(
    r"\b(?:address|adresse|anschrift|direccion|domicilio|endereco|morada|indirizzo|residence)\b\s*[:=|"
    r"]\s*(?P<who>[^|\t\n]{4,90})"
    r"|\b\d{1,5}[a-z]?,?\s+(?:[a-z][\w'.-]+\s){0,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|"
    r"blvd|court|way|place|terrace|close)\b\.?(?:,[^|\t\n]{2,50})?"
    r"|\b(?:rue|avenue|boulevard|calle|avenida|rua|via|piazza|plaza)\s+(?:[a-z][\w'.-]*,?\s){1,5}\d{1,5}\b[^|"
    r"\t\n]{0,40}"
    r"|\b[a-z-]{3,}(?:strase|strasse|str\.|weg|platz|allee|"
    r"gasse)\s*\d{1,4}[a-z]?\b(?:,?\s*\d{5}\s+[a-z]{2,30})?|\b\d{1,4},?\s+(?:bis\s)?(?:rue|avenue|boulevard|"
    r"place|chemin)\s+[^|\t\n]{3,50}"
)
_LAST_FIRST = re.compile(r"^\s*(?P<who>[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-Z]\.?)?)\s*$")
_LONE_LABEL = re.compile(
    rf"^\s*(?:(?P<name>{_NAME_WORDS})|(?P<birth>dob|date of birth|geburtsdatum|geb\.?|date de naissance|"
    rf"fecha de nacimiento|data de nascimento|data di nascita)|(?P<record>{_RECORD_WORDS}(?: (?:id|no|number|"
    rf"nr|#))?))\.?\s*[:#]\s*$"
)
_NO_NAME = re.compile(
    r"\b(?:reports?|results?|blood|complete|count|panel|laborator\w*|test|unknown|self|female|male|years?|"
    r"copy|signature|pathology|medicine|oncology|value|units?|reference|sample|specimen)\b"
)
_PARTICLES = frozenset("de da do dos das del della di von van der den zu el la le y e bin ibn al".split())
_HEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without identifiers; `kinds` says what was taken out."""

    text: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class _Masker:
    """Goes through a text line by line; remembers names and a label whose value stands on the next line."""

    kinds: dict[str, None] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    open: str | None = None

    def line(self, text: str, number: int) -> str:
        """One line with its identifiers replaced."""
        folded = fold(text)
        spans = list(self._below(text, folded))
        for kind, pattern in (
            ("email", _EMAIL),
            ("date_of_birth", _BIRTH),
            ("record_number", _SSN),
            ("address", _ADDRESS),
            ("phone", _PHONE),
            ("record_number", _RECORD),
        ):
            for match in pattern.finditer(folded):
                self._add(spans, *self._span(kind, match, folded), kind)
        for pattern in (_NAME, _TITLED, _SAID):
            for match in pattern.finditer(folded):
                self._name(spans, text, folded, match.start("who"), match.end("who"))
        first = _LAST_FIRST.match(text) if number < _HEAD_LINES else None
        if first:
            self._name(spans, text, folded, first.start("who"), first.end("who"))
        label = _LONE_LABEL.match(folded)
        self.open = next(
            (kind for kind, group in (("name", "name"), ("date_of_birth", "birth"), ("record_number", "record")) if label and label[group]),
            None,
        ) or (self.open if not folded.strip() else None)
        return self._replace(text, spans)

    def _below(self, text: str, folded: str) -> list[tuple[int, int, str]]:
        """What the label on the line above announced."""
        spans: list[tuple[int, int, str]] = []
        stripped = folded.strip()
        start = folded.find(stripped)
        if not self.open or not stripped:
            return spans
        if self.open == "name" and len(stripped) <= 50 and not any(char.isdigit() for char in stripped):
            self._name(spans, text, folded, start, start + len(stripped))
        elif self.open == "date_of_birth" and (match := DATE.match(folded, start)):
            spans.append((match.start(), match.end(), self.open))
        elif self.open == "record_number" and " " not in stripped and sum(char.isdigit() for char in stripped) >= 4 and not DATE.match(folded, start):
            spans.append((start, start + len(stripped), self.open))
        return spans

    def _span(self, kind: str, match: re.Match[str], folded: str) -> tuple[int, int]:
        """Where the identifying part of a match lies; an empty span if there is none."""
        if kind == "date_of_birth":
            day = DATE.match(folded, match.end())
            return (day.start(), day.end()) if day else (0, 0)
        group = next((name for name in ("who", "bare", "plus") if match.groupdict().get(name)), None)
        if kind == "record_number" and group and DATE.match(folded, match.start(group)):
            return 0, 0
        return match.span(group) if group else match.span()

    def _name(self, spans: list[tuple[int, int, str]], text: str, folded: str, start: int, end: int) -> None:
        """Adds a name unless the words are a test's or a heading's, or begin without a capital."""
        end = _capital_end(text, start, end)
        who = text[start:end].strip(" .,:-")
        words = word_spans(folded[start:end])
        known = any(match_name(text[start:end], folded[start:end], words, index) for index in range(len(words)))
        if len(who) < 2 or not who[0].isupper() or known or _NO_NAME.search(folded[start:end]):
            return
        if " " in who or len(who) >= 5:
            self.names.add(who)
        self._add(spans, start, start + len(text[start:end].rstrip()), "name")

    def _add(self, spans: list[tuple[int, int, str]], start: int, end: int, kind: str) -> None:
        if end > start and not any(one < end and start < two for one, two, _ in spans):
            spans.append((start, end, kind))

    def _replace(self, text: str, spans: list[tuple[int, int, str]]) -> str:
        for start, end, kind in sorted(spans, reverse=True):
            self.kinds.setdefault(kind)
            text = f"{text[:start]}[{kind.replace('_', ' ')}]{text[end:]}"
        return text


def _capital_end(text: str, start: int, end: int) -> int:
    """Where the run of capitalised words from `start` ends; small words such as `de` and `von` may stand inside."""
    last = start
    for match in re.finditer(r"\S+", text[start:end]):
        word = match[0].strip(".,")
        if word[:1].isupper():
            last = start + match.end()
        elif word.lower() not in _PARTICLES:
            break
    return last


def mask_identifiers(text: str) -> Masked:
    """`text` with names, dates of birth, record numbers, phones, e-mails and addresses replaced by `[kind]`."""
    masker = _Masker()
    masked = "\n".join(masker.line(line, number) for number, line in enumerate(text.split("\n")))
    for who in sorted(masker.names, key=len, reverse=True):
        masked = re.sub(rf"(?<!\w){re.escape(who)}(?!\w)", "[name]", masked, flags=re.IGNORECASE)
    return Masked(masked, tuple(masker.kinds))
