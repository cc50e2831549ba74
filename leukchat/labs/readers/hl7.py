"""HL7 v2 messages with results (ORU and the like): one or several, framed or not, with any encoding characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import hl7

from leukchat.errors import ReportError
from leukchat.labs.readers import RawReport
from leukchat.labs.readers.coded import Coded
from leukchat.labs.readers.coded_report import Subject, gather, iso_day, sex_of
from leukchat.labs.readers.coded_texts import Words, with_attached, with_texts
from leukchat.labs.readers.hl7_segments import Order, Result, lines_of, read_result, specimen_words, text_of

MAX_SEGMENTS = 100_000
_START = re.compile(r"^MSH(?=\W)", re.MULTILINE)
_FRAMES = str.maketrans({"\x0b": "\n", "\x1c": "\n", "\r": "\n", "\x85": " ", "\u2028": " "})
_ENVELOPE = ("FHS", "BHS", "BTS", "FTS")
_LATIN = ("8859/1", "8859/15", "ISO IR100")


@dataclass(slots=True)
class _State:
    """What has been read: results by what they replace, and whom they are about."""

    results: dict[tuple[str, ...], Result] = field(default_factory=dict)
    people: list[Subject] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    left: dict[str, int] = field(default_factory=dict)
    texts: list[Words] = field(default_factory=list)
    attached: list[tuple[str, bytes]] = field(default_factory=list)


class Hl7Reader:
    """Reads OBX segments with their orders, samples and comments; a corrected result replaces the earlier one."""

    formats: tuple[str, ...] = ("hl7",)

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """One report for each day. Raises ReportError for what is no message or tells of several people."""
        state = _State()
        for text in _messages(_text(content)):
            _read_message(state, text)
        person = _one_person(state.people)
        results = [result for result in state.results.values() if result.item is not None]
        if not results and not state.texts and not any(kind.startswith(("ORU", "OUL")) for kind in state.kinds):
            raise ReportError(
                f"This HL7 message is of type {', '.join(sorted(state.kinds)) or 'unknown'} and holds no results. Accepted are messages of type ORU, as laboratories send them."
            )
        reports = gather(_items(results), person, _notes(state, results))
        return with_attached(with_texts(reports, state.texts, person), state.attached, person)


def _items(results: list[Result]) -> Iterator[Coded]:
    yield from (result.item for result in results if result.item)


def _notes(state: _State, results: list[Result]) -> list[str]:
    notes = [f"Results {said}: {count}." for said, count in state.left.items() if count]
    if any(result.day_of_report for result in results):
        notes.append("The message does not say when the sample was taken; the day of the report is shown.")
    return notes


def _text(content: str | bytes) -> str:
    """The text of a message: UTF-8 unless it is not, or the message names a Latin set."""
    if isinstance(content, str):
        return content.lstrip("\ufeff")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1" if any(name.encode() in content[:600] for name in _LATIN) else "cp1252", errors="replace")


def _messages(text: str) -> Iterator[str]:
    """Each message of a file, its segments parted by carriage returns. Lines that are no segments continue the one above."""
    plain = text.translate(_FRAMES)
    starts = [match.start() for match in _START.finditer(plain)]
    if not starts:
        raise ReportError("No HL7 message was found: a message begins with MSH. Send the whole file.")
    if plain.count("\n") > MAX_SEGMENTS:
        raise ReportError(f"The HL7 file has more than {MAX_SEGMENTS:,} segments. Give only the messages with lab results.")
    for start, end in zip(starts, [*starts[1:], len(plain)], strict=True):
        segments: list[str] = []
        escape = plain[start + 6 : start + 7]
        for line in plain[start:end].split("\n"):
            if re.match(r"[A-Z][A-Z0-9]{2}(?:\W|$)", line):
                segments.append(line)
            elif line.strip() and segments:
                segments[-1] += f"{escape}.br{escape}" + line.strip()
        yield "\r".join(one for one in segments if not one.startswith(_ENVELOPE)) + "\r"


def _read_message(state: _State, text: str) -> None:
    try:
        message = hl7.parse(text)
    except (hl7.HL7Exception, IndexError, KeyError, ValueError) as error:
        raise ReportError(f"The HL7 message is damaged ({str(error)[:80]}). Export it again.") from error
    person = Subject()
    order = Order()
    found: list[Result] = []
    ahead: Order | None = None  # the sample before its orders, as messages of type OUL have it
    sample_first = False
    for segment in message:
        kind = str(segment[0])
        if kind == "MSH":
            state.kinds.add(text_of(message, segment, 9).replace(str(message.separators[3]) if len(message.separators) > 3 else "^", "^")[:12])
            sample_first = any(kind.startswith("OUL") for kind in state.kinds)
        elif kind == "PID":
            person = _person(message, segment)
            state.people.append(person)
        elif kind == "OBR":
            _close(state, found, order)
            order, found = Order.read(message, segment), []
            order = order if ahead is None else replace(order, sample=ahead.sample, taken=order.taken or ahead.taken)
        elif kind == "SPM" and (sample_first or ahead is not None or not (found or order != Order())):
            _close(state, found, order)
            ahead, order, found = Order(sample=specimen_words(message, segment), taken=iso_day(text_of(message, segment, 17))), Order(), []
        elif kind == "SPM":
            order = replace(order, sample=specimen_words(message, segment), taken=order.taken or iso_day(text_of(message, segment, 17)))
        elif kind == "OBX":
            found.append(read_result(message, segment))
        elif kind == "NTE" and found:
            found[-1] = found[-1].commented(text_of(message, segment, 3, whole=True), lines_of(message, segment, 3))
        elif kind == "NTE":
            order = replace(order, notes=(*order.notes, *lines_of(message, segment, 3)))
    _close(state, found, order)


def _close(state: _State, found: list[Result], order: Order) -> None:
    """Takes over the results of an order, now that its sample (which follows them) is known."""
    _take_texts(state, found, order)
    for number, result in enumerate(found):
        full = result.within(order)
        if full.fate:
            state.left[full.fate] = state.left.get(full.fate, 0) + (full.fate != "")
            if full.withdraws:
                state.results.pop(full.key, None)
            continue
        key = full.key if full.key in state.results and full.replaces(state.results[full.key]) else (*full.key, str(number), str(len(state.results)))
        if full.key not in state.results:
            key = full.key
        elif key == full.key:
            state.left["replaced by a corrected or final one"] = state.left.get("replaced by a corrected or final one", 0) + 1
        state.results[key] = full


def _take_texts(state: _State, found: list[Result], order: Order) -> None:
    """Takes over the lines of an order's texts, and its attached documents."""
    day = order.taken or order.reported
    lines = (*(() if found else order.notes), *(line for result in found for line in result.text))
    if any(any(char.isdigit() for char in line) for line in lines):
        state.texts.append(Words(tuple(lines), day))
    state.attached += [(day or "", result.attached) for result in found if result.attached]


def _person(message: hl7.Message, segment: hl7.Segment) -> Subject:
    """Sex and date of birth of PID, and what must not leave the reader."""
    names = tuple(part for part in re.split(r"[^\w'-]+", text_of(message, segment, 5, whole=True)) if part)
    day = iso_day(text_of(message, segment, 7))
    present = {"name": 5, "date_of_birth": 7, "record_number": 3, "address": 11, "phone": 13}
    kinds = tuple(kind for kind, index in present.items() if re.search(r"\w", text_of(message, segment, index, whole=True)))
    return Subject(sex_of(text_of(message, segment, 8)), date.fromisoformat(day) if day else None, names, kinds)


def _one_person(people: list[Subject]) -> Subject:
    """The person of all messages. Raises ReportError if they are of several."""
    known = [one for one in people if one.names or one.born]
    if not known:
        return people[0] if people else Subject()
    first = known[0]
    for one in known[1:]:
        other_born = bool(first.born and one.born and first.born != one.born)
        other_name = bool(first.names and one.names and not {name.lower() for name in first.names[:2]} & {name.lower() for name in one.names[:2]})
        if other_born or other_name:
            raise ReportError("These HL7 messages are about more than one person. Give the messages of one person.")
    born = next((one.born for one in known if one.born), None)
    sexes = {one.sex for one in known if one.sex}
    names = tuple(dict.fromkeys(name for one in known for name in one.names))
    return Subject(sexes.pop() if len(sexes) == 1 else None, born, names, tuple(dict.fromkeys(kind for one in known for kind in one.kinds)))
