"""Documents attached to messages: read where nothing is coded, never beside the coded value of the same test."""

from __future__ import annotations

import base64
import json

from rendering_blocks import sheet_pdf

from leukchat.labs import LabInput, read_labs

SHEET = {
    "blocks": [
        {"text": "Collected: 02/06/2026"},
        {"table": "Test|Result|Unit|Reference\nHemoglobin|9.7|g/dL|11.1 - 15.9\nPlatelets|118|10^9/L|150 - 450", "widths": [120, 60, 60, 90]},
    ]
}


def document() -> str:
    return base64.b64encode(sheet_pdf(SHEET)).decode()


def test_a_pdf_in_a_message_adds_what_is_not_coded() -> None:
    lines = (
        "MSH|^~\\&|L|H|E|H|20260602||ORU^R01|1|P|2.5.1",
        "PID|1||X-1||Quillfeather^Ann||19581130|F",
        "OBR|1|||LAB^Report|||20260602",
        f"OBX|1|ED|PDF^Report||^AP^PDF^Base64^{document()}||||||F",
        "OBX|2|NM|HGB^Hemoglobin^L||9.6|g/dL|11.1-15.9|L|||F",
    )
    reading = read_labs([LabInput("message.hl7", "\r".join(lines))])
    assert {(one.analyte, one.value) for one in reading.results} == {("hemoglobin", 9.6), ("platelets", 118.0)}
    assert "Quillfeather" not in reading.model_dump_json()


def test_a_document_alone_in_a_report_is_read() -> None:
    report = {"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "CBC"}, "presentedForm": [{"contentType": "application/pdf", "data": document()}]}
    reading = read_labs([LabInput("report.fhir", json.dumps(report))])
    assert {(one.analyte, one.value) for one in reading.results} == {("hemoglobin", 9.7), ("platelets", 118.0)}


def test_a_broken_attachment_is_named_and_nothing_else_is_lost() -> None:
    lines = (
        "MSH|^~\\&|L|H|E|H|20260602||ORU^R01|1|P|2.5.1",
        "OBR|1|||LAB^Report|||20260602",
        f"OBX|1|ED|PDF^Report||^AP^PDF^Base64^{base64.b64encode(b'%PDF-1.4 cut').decode()}||||||F",
        "OBX|2|NM|HGB^Hemoglobin^L||9.6|g/dL|11.1-15.9|L|||F",
    )
    reading = read_labs([LabInput("message.hl7", "\r".join(lines))])
    assert [one.value for one in reading.results] == [9.6]
    assert any("was not read" in note for note in reading.reports[0].notes)
