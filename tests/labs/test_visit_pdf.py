"""The page for the visit, read back as a person would: one page, true units, and nobody named unless asked for."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner

from leukchat.cli import app
from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.labs.catalogue import catalogue
from leukchat.labs.correct import Correction, apply_corrections
from leukchat.labs.visit_pdf import visit_pdf

HEAD = "Patient: Jane Quillfeather   MRN 4471902   DOB 1980-02-03\n"
REPORT = (
    HEAD
    + """Test            03/01/2026   17/01/2026   31/01/2026   Units      Reference
Haemoglobin     92           85           90           g/L        130 - 170
Platelets       60           18           95           10^9/L     150 - 400
"""
)


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def read(text: str, **options: object) -> LabReading:
    return read_labs([LabInput("pasted text", text)], **options)  # type: ignore[arg-type]


def test_it_holds_values_flags_ranges_plots_and_questions_on_one_page() -> None:
    (text,) = pages(visit_pdf(read(REPORT)))
    for part in ("95 10^9/L", "L low", "150 - 400", "Over time", "2026-01-31", "My questions", "no diagnosis"):
        assert part in text, part


def test_what_is_urgent_comes_before_the_values() -> None:
    (text,) = pages(visit_pdf(read("ANC 0.2 10^9/L\nHemoglobin 13 g/dL", temperature_c=38.5)))
    assert text.index("Get help now") < text.index("Values, the latest")


def test_nobody_is_named_unless_asked_for() -> None:
    reading = read(REPORT)
    (text,) = pages(visit_pdf(reading))
    assert not any(secret in text for secret in ("Quillfeather", "4471902", "1980"))
    (named,) = pages(visit_pdf(reading, name="Jané Quillfeather"))
    assert "Jané Quillfeather" in named


@pytest.mark.parametrize(("printed", "shown"), [("10⁹/L", "10^9/L"), ("x10^9/L", "x10^9/L"), ("10^3/µL", "10^3/µL"), ("10³/μL", "10^3/µL")])
def test_units_keep_their_powers(printed: str, shown: str) -> None:
    (text,) = pages(visit_pdf(read(f"WBC 5.1 {printed}")))
    assert f"5.1 {shown}" in text


def test_a_long_report_stays_on_one_page_and_says_what_is_missing() -> None:
    lines = []
    for day in range(1, 7):
        lines.append(f"Collected: 2026-01-0{day}")
        lines += [f"{analyte.name} {analyte.usual[1] * 0.9:.3g} {analyte.si}" for analyte in catalogue().analytes.values() if not analyte.qualitative and analyte.si]
    reports = [LabInput(f"day {day}", "\n".join(lines[day * (len(lines) // 6) : (day + 1) * (len(lines) // 6)])) for day in range(6)]
    reading = read_labs(reports)
    assert len(reading.results) > 200
    (text,) = pages(visit_pdf(reading))
    assert "did not fit on this page" in text


def test_a_correction_is_marked_on_the_page() -> None:
    (text,) = pages(visit_pdf(apply_corrections(read("Hemoglobin 8.1 g/dL 12 - 16"), [Correction(index=0, value="13.1")])))
    assert "corrected by hand" in " ".join(text.split())


def test_the_command_writes_the_page_and_refuses_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    report, out = tmp_path / "report.txt", tmp_path / "visit.pdf"
    report.write_text(REPORT, encoding="utf-8")
    runner = CliRunner()
    assert runner.invoke(app, ["labs", str(report), "--pdf", str(out)]).exit_code == 0
    assert "Platelets" in pages(out.read_bytes())[0]
    missing = runner.invoke(app, ["labs", str(report), "--pdf", str(tmp_path / "no" / "visit.pdf")])
    assert missing.exit_code != 0
