"""HL7 v2: random messages come back exactly; corrections, framing, delimiters and broken messages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.errors import ReportError
from leukchat.labs import LabInput, read_labs
from leukchat.labs.catalogue import Analyte, UnitRule, catalogue
from leukchat.labs.coding import ucum_of
from leukchat.labs.convert import from_si
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.hl7 import Hl7Reader

CODED = [(analyte, rule) for analyte in catalogue().analytes.values() if analyte.loinc for rule in analyte.units.values() if ucum_of(rule.name, analyte) and rule.name]
HEAD = ("MSH|^~\\&|L|X|A|C|20260301||ORU^R01|1|P|2.5.1", "PID|1||7^^^X||||19800101|F", "OBR|1|||CBC^Complete blood count^L|||20260301")


def message(*segments: str, head: tuple[str, ...] = HEAD) -> bytes:
    return ("\r".join((*head, *segments)) + "\r").encode()


def rows(*segments: str) -> tuple[RawRow, ...]:
    return tuple(row for report in Hl7Reader().read(message(*segments), "hl7") for row in report.rows)


@st.composite
def measured(draw: st.DrawFn) -> tuple[Analyte, UnitRule, str, str, str]:
    """An analyte in one of its units with a possible value and range as printed."""
    analyte, rule = draw(st.sampled_from(CODED))
    places = draw(st.integers(0, 4))
    low, high = (int(end * 10**places) for end in sorted(from_si(limit, rule) for limit in analyte.physical))
    number = st.integers(max(low + 1, 1), max(min(high - 1, 10**6), low + 1, 1))
    value, *ends = draw(number), *sorted((draw(number), draw(number)))
    return analyte, rule, *(f"{whole / 10**places:.{places}f}" for whole in (value, *ends))  # type: ignore[return-value]


@settings(max_examples=150, deadline=None)
@given(
    measured(),
    st.dates(date(1950, 1, 1), date(2035, 12, 31)),
    st.sampled_from(["", "<", ">"]),
    st.sampled_from(["NM", "SN", "ST"]),
    st.sampled_from(["|^~\\&", "|$%\\&", "#^~\\&", "|*~/&"]),
)
def test_any_result_comes_back_exactly(made: tuple[Analyte, UnitRule, str, str, str], day: date, sign: str, kind: str, signs: str) -> None:
    analyte, rule, value, low, high = made
    unit = ucum_of(rule.name, analyte) or ""
    if any(char in unit or char in analyte.name for char in signs) or (kind == "SN" and len(signs) < 5):
        signs = "|^~\\&"
    bar, hat = signs[0], signs[1]
    said = f"{sign}{hat}{value}" if kind == "SN" else f"{sign}{value}"
    obx = (
        "OBX",
        "1",
        kind,
        hat.join((analyte.loinc or "", analyte.name.replace("&", "and"), "LN")),
        "",
        said,
        unit,
        f"{low}-{high}",
        "",
        "",
        "",
        "F",
        "",
        "",
        day.strftime("%Y%m%d"),
    )
    head = (f"MSH{signs}{bar}L{bar}X{bar}A{bar}C{bar}20260301{bar}{bar}ORU{hat}R01{bar}1{bar}P{bar}2.5.1",)
    row = Hl7Reader().read(message(bar.join(obx), head=head), "hl7")[0].rows[0]
    assert (row.ids, float(row.number or "nan"), row.comparator, row.collected, row.doubt) == ((analyte.id,), float(value), sign or None, day.isoformat(), None)
    assert [(float(part.low or "nan"), float(part.high or "nan")) for part in row.ranges] == [(float(low), float(high))]
    result = read_labs([LabInput("a", message(bar.join(obx), head=head))]).results[0]
    assert (result.value, result.comparator) == (float(value), sign or None)
    assert result.reference is not None
    assert (result.reference.low, result.reference.high) == (float(low), float(high))


STATES = [
    (("P", "118"), ("C", "138"), ["138"]),
    (("P", "118"), ("F", "119"), ["119"]),
    (("F", "138"), ("P", "118"), ["138", "118"]),
    (("F", "138"), ("C", "139"), ["139"]),
    (("F", "138"), ("D", ""), []),
    (("F", "138"), ("W", "138"), []),
    (("F", "138"), ("X", ""), ["138"]),
    (("F", "138"), ("F", "139"), ["138", "139"]),
]


@pytest.mark.parametrize(("first", "second", "left"), STATES, ids=[f"{first[0]}{first[1]} then {second[0]}{second[1]}" for first, second, _ in STATES])
def test_a_later_state_replaces_an_earlier_one(first: tuple[str, str], second: tuple[str, str], left: list[str]) -> None:
    segments = [f"OBX|{number}|NM|2951-2^Sodium^LN||{value}|mmol/L|136-145||||{state}" for number, (state, value) in enumerate((first, second), 1)]
    assert [row.number for row in rows(*segments)] == left


def test_results_with_different_sub_ids_stay_apart() -> None:
    segments = [f"OBX|{number}|NM|6690-2^WBC^LN|{number}|{number}.5|10*9/L|||||F" for number in (1, 2)]
    assert [row.number for row in rows(*segments)] == ["1.5", "2.5"]


FRAMES = [
    pytest.param(lambda raw: b"\x0b" + raw + b"\x1c\r", id="MLLP"),
    pytest.param(lambda raw: raw.replace(b"\r", b"\n"), id="line feeds"),
    pytest.param(lambda raw: raw.replace(b"\r", b"\r\n"), id="both"),
    pytest.param(lambda raw: b"\xef\xbb\xbf" + raw, id="byte order mark"),
    pytest.param(lambda raw: raw.decode().encode("utf-16"), id="UTF-16"),
    pytest.param(lambda raw: raw.rstrip(b"\r"), id="no end"),
    pytest.param(lambda raw: b"FHS|^~\\&\rBHS|^~\\&\r" + raw + b"BTS|1\rFTS|1\r", id="batch"),
]


@pytest.mark.parametrize("frame", FRAMES)
def test_framing_does_not_matter(frame) -> None:  # type: ignore[no-untyped-def]
    raw = message("OBX|1|NM|718-7^Hemoglobin^LN||9.1|g/dL|12.0-16.0|L|||F")
    assert [row.number for report in Hl7Reader().read(frame(raw), "hl7") for row in report.rows] == ["9.1"]


MARKS = [("H", "high"), ("LL", "critical_low"), ("HH~A", "critical_high"), ("A", "abnormal"), ("N", "normal"), ("B", None), ("", None)]


@pytest.mark.parametrize(("printed", "mark"), MARKS, ids=[printed or "none" for printed, _ in MARKS])
def test_marks_of_the_laboratory(printed: str, mark: str | None) -> None:
    assert rows(f"OBX|1|NM|718-7^Hemoglobin^LN||9.1|g/dL||{printed}|||F")[0].flag == mark


RANGES = [("4.0-11.0", ("4.0", "11.0")), ("<5", (None, "5")), (">60", ("60", None)), ("4,0 - 11,0", ("4,0", "11,0")), ("<20 / <30", None), ("see text", None), ("", None)]


@pytest.mark.parametrize(("printed", "ends"), RANGES, ids=[printed or "none" for printed, _ in RANGES])
def test_printed_ranges(printed: str, ends: tuple[str | None, str | None] | None) -> None:
    found = rows(f"OBX|1|NM|718-7^Hemoglobin^LN||9.1|g/dL|{printed}||||F")[0].ranges
    assert [(part.low, part.high) for part in found] == ([ends] if ends else [])


UNREAD = [
    ("SN", "^1^:^64", "titre"),
    ("SN", "^0^-^5", "span"),
    ("NM", "5~6", "two values"),
    ("ED", "^application^pdf^Base64^JVBERi0", "document"),
    ("TX", "see the comment of 12.3.", "sentence"),
    ("NM", "", "empty"),
    ("NM", "-4", "negative"),
    ("DT", "20260301", "date"),
]


@pytest.mark.parametrize(("kind", "value"), [pytest.param(kind, value, id=name) for kind, value, name in UNREAD])
def test_what_is_not_one_number_gives_no_value(kind: str, value: str) -> None:
    assert rows(f"OBX|1|{kind}|6690-2^WBC^LN||{value}|10*9/L|||||F") == ()


def test_escapes_are_resolved_and_comments_kept_without_names() -> None:
    head = (HEAD[0], "PID|1||7^^^X||Quellmann^Ottilie||19800101|F", HEAD[2])
    raw = message("OBX|1|NM|718-7^Hemoglobin \\T\\ more^LN||9.1|g/dL|||||F", "NTE|1||phoned to Ottilie Quellmann\\.br\\repeat", head=head)
    row = Hl7Reader().read(raw, "hl7")[0].rows[0]
    assert "&" in row.source_text
    assert "repeat" in row.source_text
    assert "Quellmann" not in row.source_text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="MSHOBXPIDNTE|^~\\&0123456789.<>-ABC\r\n µ", max_size=200))
def test_no_text_after_a_header_makes_the_reader_fail(junk: str) -> None:
    raw = message("OBX|1|NM|777-3^Platelets^LN||45|10*9/L|||||F") + junk.replace("MSH", "").encode()
    try:
        found = [row for report in Hl7Reader().read(raw, "hl7") for row in report.rows]
    except ReportError:  # the text made it a message about a second person
        found = []
        assert "PID" in junk
    assert "PID" in junk or any(row.number == "45" for row in found)


REFUSED = [
    (b"PID|1||7\rOBX|1|NM|777-3", "begins with MSH"),
    (message(head=("MSH|^~\\&|L|X|A|C|20260301||ADT^A01|1|P|2.5",)), "type ADT"),
    (
        message("OBX|1|NM|777-3^Plt^LN||45|10*9/L|||||F") + message("OBX|1|NM|777-3^Plt^LN||50|10*9/L|||||F", head=(HEAD[0], "PID|1||9^^^X||||19990101|M", HEAD[2])),
        "more than one person",
    ),
]


@pytest.mark.parametrize(("content", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_what_cannot_be_read_is_said_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(ReportError, match=said) as caught:
        Hl7Reader().read(content, "hl7")
    assert "\n" not in str(caught.value)


def test_a_power_of_ten_written_with_a_bare_caret_is_one_unit() -> None:
    (row,) = rows("OBX|1|NM|777-3^Platelets^LN||41|10^3/uL|150-400|L|||F")
    assert (row.number, row.unit) == ("41", "10^3/uL")


@pytest.mark.parametrize(("order", "is_doubted"), [pytest.param("CBCD^CBC WITH DIFF^L", False, id="blood count"), pytest.param("SPEC^Special tests^L", True, id="any other")])
def test_a_blood_count_is_of_blood_whatever_the_field_of_its_sample_holds(order: str, is_doubted: bool) -> None:
    head = (*HEAD[:2], f"OBR|1|||{order}|||20260301||||||||^ROE^DOC")
    (report,) = Hl7Reader().read(message("OBX|1|NM|PLTS^Platelets^L||52|K/uL|150-400|L|||F", head=head), "hl7")
    assert [(row.ids, row.number, row.doubt is not None) for row in report.rows] == [(("platelets",), "52", is_doubted)]
