"""Gold reports printed as PDF: every value, flag, pattern and head as decided beforehand, and no identifier."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rendering_gold import report_file

from leukchat.labs import LabInput, read_labs

FOLDER = Path(__file__).resolve().parent.parent / "data" / "labs" / "printed"
PRINTED = [path for path in sorted(FOLDER.glob("*.json")) if json.loads(path.read_text(encoding="utf-8"))["as"] == "pdf"]


def test_pdfs_are_there_in_five_languages() -> None:
    assert len(PRINTED) >= 5


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_a_printed_report_is_read_as_its_gold_says(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    reading = read_labs([LabInput(*report_file(gold, path.parent))], **gold["options"])
    found = {(one.analyte, one.value, one.unit, one.flag, one.comparator) for one in reading.results}
    assert found == {(row["analyte"], row["value"], row["unit"], row["flag"], row.get("comparator")) for row in gold["results"]}
    assert set(gold["patterns"]) <= {pattern.id for pattern in reading.patterns}
    info = reading.reports[0].model_dump()
    assert {key: info[key] for key in gold["header"]} == gold["header"]
    printed = reading.model_dump_json()
    assert not [secret for secret in gold["leaks"] if secret in printed]
