"""C-CDA: values by type, ranges by unit, other sections left alone, hostile and broken XML refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukchat.errors import ReportError
from leukchat.labs import LabInput, read_labs
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.cda import CdaReader

XMLNS = 'xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def document(*sections: str, person: str = "") -> str:
    parts = "".join(f"<component>{section}</component>" for section in sections)
    return f"<ClinicalDocument {XMLNS}>{person}<component><structuredBody>{parts}</structuredBody></component></ClinicalDocument>"


def results(*observations: str) -> str:
    inner = "".join(f"<entry>{one}</entry>" for one in observations)
    return f'<section><templateId root="2.16.840.1.113883.10.20.22.2.3.1"/><title>Results</title>{inner}</section>'


def observation(value: str, code: str = "6690-2", name: str = "Leukocytes", more: str = "", status: str = "completed") -> str:
    return (
        f'<observation classCode="OBS" moodCode="EVN"><code code="{code}" codeSystem="2.16.840.1.113883.6.1" displayName="{name}"/>'
        f'<statusCode code="{status}"/><effectiveTime value="20260215081500-0500"/>{value}{more}</observation>'
    )


def rows(*observations: str) -> list[RawRow]:
    return [row for report in CdaReader().read(document(results(*observations)), "cda") for row in report.rows]


VALUES = [
    pytest.param('<value xsi:type="PQ" value="4.125" unit="10*3/uL"/>', ("4.1250", None, "10*3/uL"), id="quantity"),
    pytest.param('<value xsi:type="PQ" value="4.1"><translation><originalText>10*9/L</originalText></translation></value>', ("4.1", None, "10*9/L"), id="unit in words"),
    pytest.param('<value xsi:type="IVL_PQ"><high value="0.1" unit="10*9/L"/></value>', ("0.1", "<", "10*9/L"), id="below"),
    pytest.param('<value xsi:type="IVL_PQ"><low value="400" unit="10*9/L"/></value>', ("400", ">", "10*9/L"), id="above"),
    pytest.param('<value xsi:type="ST">5.2 10*9/L</value>', ("5.2", None, "10*9/L"), id="text"),
    pytest.param('<value xsi:type="INT" value="5"/>', ("5", None, None), id="whole number"),
]


@pytest.mark.parametrize(("value", "read"), VALUES)
def test_values_by_type(value: str, read: tuple[str, str | None, str | None]) -> None:
    row = rows(observation(value))[0]
    assert (row.number, row.comparator, row.unit) == read
    assert (row.ids, row.collected) == (("wbc",), "2026-02-15")


NONE = [
    pytest.param(observation('<value xsi:type="PQ" nullFlavor="UNK"/>'), id="unknown"),
    pytest.param(observation('<value xsi:type="IVL_PQ"><low value="2"/><high value="4"/></value>'), id="span"),
    pytest.param(observation('<value xsi:type="PQ" value="NaN" unit="10*9/L"/>'), id="no number"),
    pytest.param(observation('<value xsi:type="PQ" value="5" unit="10*9/L"/>', status="aborted"), id="aborted"),
    pytest.param(observation(""), id="missing"),
    pytest.param(observation('<value xsi:type="PQ" value="250" unit="mg/dL"/>', "5792-7", "Glucose in Urine"), id="urine"),
]


@pytest.mark.parametrize("written", NONE)
def test_what_is_no_single_result_of_blood_gives_no_row(written: str) -> None:
    assert rows(written) == []


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 900_000), st.integers(0, 4), st.integers(1, 500), st.integers(0, 500))
def test_quantities_and_ranges_come_back_exactly(whole: int, places: int, low: int, width: int) -> None:
    printed = f"{whole / 10**places:.{places}f}"
    span = f'<referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="{low}" unit="10*9/L"/><high value="{low + width}" unit="10*9/L"/></value></observationRange></referenceRange>'
    row = rows(observation(f'<value xsi:type="PQ" value="{printed}" unit="10*9/L"/>', "777-3", "Platelets", span))[0]
    assert float(row.number or "nan") == float(printed)
    assert [(part.low, part.high) for part in row.ranges] == [(str(low), str(low + width))]


def test_values_in_words() -> None:
    found = read_labs([LabInput("a.xml", document(results(observation('<value xsi:type="CD" displayName="Detected" code="260373001"/>', "", "NPM1 mutation"))))])
    assert (found.results[0].analyte, found.results[0].value) == ("npm1", "positive")


def test_other_sections_are_left_alone() -> None:
    plan = '<section><code code="18776-5" codeSystem="2.16.840.1.113883.6.1"/><title>Plan</title><text>Hemoglobin 50 g/L</text></section>'
    found = CdaReader().read(document(plan, results(observation('<value xsi:type="PQ" value="5" unit="10*9/L"/>'))), "cda")
    assert [row.ids for report in found for row in report.rows] == [("wbc",)]


REFUSED = [
    pytest.param("<ClinicalDocument", "broken", id="cut off"),
    pytest.param('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><ClinicalDocument>&b;</ClinicalDocument>', "entities", id="entities"),
    pytest.param('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><ClinicalDocument>&a;</ClinicalDocument>', "entities", id="external entity"),
    pytest.param("<Invoice/>", "no clinical document", id="other XML"),
    pytest.param(document("<section><title>Plan</title></section>"), "no section", id="no results"),
]


@pytest.mark.parametrize(("content", "said"), REFUSED)
def test_what_cannot_be_read_is_said_in_one_line(content: str, said: str) -> None:
    with pytest.raises(ReportError, match=said) as caught:
        CdaReader().read(content, "cda")
    assert "\n" not in str(caught.value)
