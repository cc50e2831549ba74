"""OBR, OBX and SPM of an HL7 v2 message (chapters 4 and 7) as coded observations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

import hl7

from leukchat.labs.folding import fold
from leukchat.labs.readers import RawRange
from leukchat.labs.readers.coded import MARKS, Coded, place
from leukchat.labs.readers.coded_report import iso_day
from leukchat.labs.readers.coded_texts import decoded
from leukchat.labs.readers.fhir_ranges import text_ranges
from leukchat.labs.readers.vocabulary import COMMENT

_LOINC_NAMES = frozenset(("LN", "LOINC", "LNC"))
# OBX-11 (table 0085): what is not a result, or no longer one.
_LEFT = {
    "D": "withdrawn by the laboratory",
    "W": "withdrawn by the laboratory",
    "X": "that could not be obtained",
    "I": "still pending",
    "O": "without a value",
    "N": "without a value",
}
_EARLY = frozenset("PRSB")
_RANK = {"P": 0, "R": 0, "S": 0, "B": 0, "": 1, "U": 2, "F": 2, "V": 2, "A": 3, "C": 4}
_UNREAD_TYPES = frozenset(("ED", "RP", "DT", "TM", "TS", "DTM", "DR", "XAD", "XCN", "XPN", "XTN", "CX", "EI"))
_TEXT_TYPES = frozenset(("TX", "FT", "ST", ""))
_POWER = re.compile(r"^(x?10)[^\w\s*+^-](\d{1,2}/)", re.IGNORECASE)  # `x10:9/L`, its `^` written as the sign that parts components
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")  # what the habit of the message decides, though the standard has no thousands
_PLAIN = re.compile(r"\s*(?P<sign><=|>=|[<>])?\s*\+?(?P<number>\d+(?:\.\d*)?|\.\d+)\s*")


@dataclass(frozen=True, slots=True)
class Order:
    """An OBR with its SPM: heading, number, words on the sample, days."""

    heading: tuple[str, ...] = ()
    number: str = ""
    sample: tuple[str, ...] = ()
    taken: str | None = None
    reported: str | None = None
    notes: tuple[str, ...] = ()

    @classmethod
    def read(cls, message: hl7.Message, segment: hl7.Segment) -> Order:
        """The order of an OBR segment."""
        heading = tuple(text for part in (2, 1, 5) if (text := text_of(message, segment, 4, part)))[:1]
        sample = tuple(text for part in (1, 2) if (text := text_of(message, segment, 15, part)))
        number = text_of(message, segment, 3) or text_of(message, segment, 2)
        taken = iso_day(text_of(message, segment, 7)) or iso_day(text_of(message, segment, 14))
        return cls(heading, number, sample, taken, iso_day(text_of(message, segment, 22)))


@dataclass(frozen=True, slots=True)
class Result:
    """An OBX: `item` is what it says, `fate` why it is left out (empty if it is not), `key` what it would replace."""

    key: tuple[str, ...]
    item: Coded | None
    status: str
    fate: str = ""
    day_of_report: bool = False
    lines: tuple[str, ...] = ()
    attached: bytes = b""

    @property
    def withdraws(self) -> bool:
        """Whether it takes back an earlier result."""
        return self.status in ("D", "W")

    def replaces(self, earlier: Result) -> bool:
        """Whether this is a later state of an earlier result: a correction, or final after preliminary."""
        return self.status == "C" or _RANK.get(self.status, 1) > _RANK.get(earlier.status, 1)

    def commented(self, text: str, lines: tuple[str, ...] = ()) -> Result:
        """The result with a comment (NTE) of the laboratory, which may hold the result itself where there is no value."""
        item = self.item and replace(self.item, comments=(*self.item.comments, text))
        return replace(self, item=item, lines=(*self.lines, *lines) if self.item is None or place(self.item).row is None else ())

    @property
    def text(self) -> tuple[str, ...]:
        """Its lines where they are all that tells a value."""
        return self.lines if self.status not in _LEFT and (self.item is None or place(self.item).row is None) else ()

    def within(self, order: Order) -> Result:
        """The result with the sample and the day of its order."""
        day = self.item.collected if self.item else None
        later = day is None and order.taken is None and order.reported is not None
        item = self.item and replace(self.item, collected=day or order.taken or order.reported, where=order.heading, sample=order.sample)
        return replace(self, item=item, day_of_report=later and self.item is not None, key=(*self.key, order.number, (item.collected if item else None) or order.taken or ""))


def text_of(message: hl7.Message, segment: hl7.Segment, index: int, part: int = 1, *, whole: bool = False) -> str:
    """A component of a field's first repetition, escapes resolved; the field in one piece with `whole`. Empty if absent."""
    try:
        field = segment[index]
    except IndexError:
        return ""
    if whole or str(segment[0]) == "MSH":
        return _unescaped(message, str(field))
    repetition = field[0] if len(field) else ""
    if isinstance(repetition, str):
        return _unescaped(message, repetition) if part == 1 else ""
    if part > len(repetition):
        return ""
    component = repetition[part - 1]
    return _unescaped(message, str(component[0]) if not isinstance(component, str) and len(component) else str(component))


def _unescaped(message: hl7.Message, text: str) -> str:
    return str(message.unescape(text)).strip()


def lines_of(message: hl7.Message, segment: hl7.Segment, index: int) -> tuple[str, ...]:
    """A field of text as lines: its repetitions, and what line breaks part in them; blanks in front are kept."""
    try:
        parts = str(segment[index]).split(str(message.separators[2]))
    except IndexError:
        return ()
    return tuple(line.rstrip() for part in parts for line in re.split(r"[\r\n]", str(message.unescape(part))))


def specimen_words(message: hl7.Message, segment: hl7.Segment) -> tuple[str, ...]:
    """Code and name of an SPM's sample."""
    return tuple(text for part in (1, 2, 5) if (text := text_of(message, segment, 4, part)))


def read_result(message: hl7.Message, segment: hl7.Segment) -> Result:
    """The result of an OBX segment, not yet with its order's sample and day."""
    kind = text_of(message, segment, 2).upper()
    status = text_of(message, segment, 11).upper()[:1]
    names = tuple(dict.fromkeys(text for part in (2, 5, 9) if (text := text_of(message, segment, 3, part))))
    codes = [(text_of(message, segment, 3, part), text_of(message, segment, 3, part + 2).upper()) for part in (1, 4)]
    loincs = tuple(code for code, system in codes if system in _LOINC_NAMES or (not system and re.fullmatch(r"\d{1,5}-\d", code)))
    key = (codes[0][0] or (names[0] if names else ""), text_of(message, segment, 4))
    if status in _LEFT:
        return Result(key, None, status, _LEFT[status])
    several = len(segment) > 5 and len(segment[5]) > 1
    if several and kind in _TEXT_TYPES:
        return Result(key, None, status, "", lines=lines_of(message, segment, 5))
    if kind == "ED" and (data := decoded(text_of(message, segment, 5, 5), text_of(message, segment, 5, 4))):
        return Result(key, None, status, "", attached=data)
    if kind in _UNREAD_TYPES or several:
        return Result(key, None, status, "of a kind that is not read (a document, a picture, a date or several values at once)")
    mark = _mark(message, segment)
    base = Coded(names or tuple(code for code, _ in codes[:1] if code and not loincs), loincs, mark=mark, collected=iso_day(text_of(message, segment, 14)))
    unit, code = _units(message, segment)
    base = replace(base, unit=unit, unit_code=code, ranges=_ranges(text_of(message, segment, 7, whole=True)))
    item = _valued(message, segment, kind, base)
    if status in _EARLY:
        item = replace(item, warnings=("This result is preliminary and may change.",))
    lines = lines_of(message, segment, 5) if kind in _TEXT_TYPES and not any(COMMENT.match(fold(name)) for name in names) else ()
    return Result(key, item, status, "" if item.number is not None or item.words else "without a value", lines=lines)


def _units(message: hl7.Message, segment: hl7.Segment) -> tuple[str | None, str | None]:
    """OBX-6: the unit as printed, and its UCUM code if the field says that it is one."""
    code, text = text_of(message, segment, 6), text_of(message, segment, 6, 2)
    if code.lower() in ("10", "x10") and re.match(r"\d{1,2}/", text):
        return f"{code}^{text}", None  # `10^3/µL` written without escaping the `^` that parts components
    code = _POWER.sub(r"\1^\2", code)
    ucum = code if text_of(message, segment, 6, 3).upper() in ("UCUM", "ISO+", "") else None
    return code or text or None, ucum or None


def _mark(message: hl7.Message, segment: hl7.Segment) -> str | None:
    """OBX-8: the first mark that says high, low, normal or out of the instrument's scale."""
    text = text_of(message, segment, 8, whole=True).upper()
    marks = [part.strip() for part in re.split(r"[~^&,; ]", text) if part.strip()]
    return next((mark for mark in marks if mark in MARKS or mark in ("<", ">", "POS", "NEG")), None)


def _ranges(text: str) -> tuple[RawRange, ...]:
    return text_ranges(text.replace("^", " - ", 1) if text.count("^") == 1 else text) if text else ()


def _valued(message: hl7.Message, segment: hl7.Segment, kind: str, item: Coded) -> Coded:
    """OBX-5 by its type: NM, SN, coded or text."""
    first = text_of(message, segment, 5)
    if kind == "SN":
        return _structured(message, segment, item)
    if kind in ("CE", "CWE", "CNE", "CF"):
        said = text_of(message, segment, 5, 2) or text_of(message, segment, 5, 9) or first
        return replace(item, words=said or None)
    match = _PLAIN.fullmatch(first)
    if kind == "NM" and match and not _GROUPED.fullmatch(first):
        return replace(item, number=_number(match["number"]), comparator=(match["sign"] or "")[:1] or None)
    text = text_of(message, segment, 5, whole=True) if kind in ("FT", "TX") else first
    return replace(item, words=text or None)


def _structured(message: hl7.Message, segment: hl7.Segment, item: Coded) -> Coded:
    """SN: comparator, number, separator, number. A titre or a span of values is no single number."""
    sign, one, between, two = (text_of(message, segment, 5, part) for part in (1, 2, 3, 4))
    number = _number(one)
    if two or between not in ("", "+") or number is None:
        return replace(item, words="".join((sign, one, between, two)) or None)
    return replace(item, number=number, comparator=sign[:1] if sign[:1] in ("<", ">") and sign != "<>" else None)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
