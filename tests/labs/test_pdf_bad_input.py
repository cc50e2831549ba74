"""PDFs, pictures and containers that cannot be read are refused in one line that says what to do."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from PIL import Image
from rendering import degrade, page_image, render_pdf, report_spec
from rendering_pages import table, words_pdf
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from leukchat.errors import ReportError
from leukchat.labs import LabInput, read_labs
from leukchat.labs.detect import MAX_BYTES, READERS, reader_for, recognise
from leukchat.labs.readers.pdf import MAX_PAGES

PDF = words_pdf(table([("Sodium", "139", "", "mmol/L", "135 - 145")]))


def locked_pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret"))
    canvas.drawString(50, 700, "WBC 5.4 10^9/L")
    canvas.save()
    return buffer.getvalue()


def blank_pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def container(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def picture(size: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "white").save(buffer, "PNG")
    return buffer.getvalue()


def bomb() -> bytes:
    """A PNG of 60,000 by 60,000 dots in a few hundred bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100_000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(locked_pdf(), "password", id="locked"),
        pytest.param(PDF[: len(PDF) // 2], "cut off", id="half a PDF"),
        pytest.param(b"%PDF-1.7 ...", "cut off", id="only a PDF's first bytes"),
        pytest.param(blank_pdf(), "no words", id="blank page"),
        pytest.param(bytes(MAX_BYTES + 1), "larger than 50 MB", id="over 50 MB"),
        pytest.param(bomb(), "million dots", id="image bomb"),
        pytest.param(picture((20, 2000)), "too small", id="sliver"),
        pytest.param(picture((300, 300))[:60], "damaged", id="half a picture"),
        pytest.param(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "JPEG", id="HEIC"),
        pytest.param(b"GIF89a" + bytes(50), "GIF", id="GIF"),
        pytest.param(container("xl/workbook.xml", "xl/vbaProject.bin"), "macros", id="macro spreadsheet"),
        pytest.param(container("word/document.xml"), "Word", id="Word"),
        pytest.param(container("report.txt"), "ZIP", id="ZIP"),
        pytest.param(container("report.txt")[:25], "damaged", id="half a ZIP"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(50), "old Office", id="xls"),
        pytest.param(b"\x1f\x8b\x08" + bytes(50), "Unpack", id="gzip"),
        pytest.param(b"<!doctype html><html><body>WBC 5</body></html>", "web page", id="HTML"),
        pytest.param(b"MZ\x90\x00" + bytes(range(256)), "program", id="program"),
        pytest.param(words_pdf([(50, 80, "Flour 250 g"), (50, 100, "Milk 200 ml"), (50, 120, "Bake at 180 C for 40 minutes.")]), "No lab result", id="recipe"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(content: bytes, words: str) -> None:
    with pytest.raises(ReportError) as caught:
        read_labs([LabInput("upload.pdf", content)])
    said = str(caught.value)
    assert words in said
    assert "upload.pdf" in said
    assert "\n" not in said


def test_the_content_and_not_the_name_says_what_a_file_is() -> None:
    assert read_labs([LabInput("notes.txt", PDF)]).reports[0].format == "pdf"
    assert read_labs([LabInput("scan.pdf", b"Sodium 139 mmol/L 135 - 145")]).reports[0].format == "text"


@pytest.mark.parametrize(
    ("content", "format"),
    [
        ('{"resourceType": "Bundle", "entry": []}', "fhir"),
        (b'\xef\xbb\xbf{"resourceType": "Observation"}', "fhir"),
        ("MSH|^~\\&|LAB|X\rPID|1", "hl7"),
        (b"\x0bMSH|^~\\&|LAB|X\r", "hl7"),
        ('<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>', "cda"),
        ('<?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData ANY>]><HealthData/>', "apple_health"),
        (container("apple_health_export/export.xml"), "apple_health"),
        (container("xl/workbook.xml"), "xlsx"),
        ("Test;Result;Unit\nSodium;139;mmol/L\nPotassium;4,1;mmol/L", "csv"),
        ("{not a report}", "text"),
        (b"MZ cells 5 %\nSodium 139 mmol/L", "text"),
        ("BM blasts 12 %", "text"),
    ],
)
def test_formats_are_told_apart_by_their_content(content: str | bytes, format: str) -> None:
    assert recognise("file", content)[0] == format


def test_a_format_without_a_reader_is_named() -> None:
    with pytest.raises(ReportError, match="'fax'"):
        reader_for("fax")
    assert {"text", "csv", "tsv", "pdf", "image"} <= set(READERS)


def test_a_long_pdf_is_read_as_far_as_the_limit_and_says_so() -> None:
    pages = [table([("Sodium", "139", "", "mmol/L", "135 - 145")]) if number == 0 else [(50, 80, f"Page {number}")] for number in range(MAX_PAGES + 5)]
    reading = read_labs([LabInput("long.pdf", words_pdf(*pages))])
    assert [result.value for result in reading.results] == [139.0]
    note = reading.reports[0].notes[0]
    assert f"{MAX_PAGES + 5} pages" in note
    assert note in reading.summary


def test_a_pdf_of_lipids_only_is_read() -> None:
    rows = [("Total Cholesterol", "192", "", "mg/dL", "<200"), ("Triglycerides", "120", "", "mg/dL", "<150"), ("HDL Cholesterol", "50", "", "mg/dL", ">45")]
    found = {result.analyte: result.value for result in read_labs([LabInput("lipids.pdf", words_pdf(table(rows)))]).results}
    assert found == {"cholesterol_total": 192.0, "triglycerides": 120.0}


def test_a_cut_off_photo_is_refused() -> None:
    photo = degrade(page_image(render_pdf(report_spec("us", seed=1, rows=3)), dpi=60))
    with pytest.raises(ReportError, match="damaged"):
        read_labs([LabInput("photo.jpg", photo[: len(photo) // 2])])
