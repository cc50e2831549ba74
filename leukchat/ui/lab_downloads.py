"""What can be taken along: a page for the visit, a table and FHIR, made in memory and handed over without touching the disk."""

from __future__ import annotations

import base64

from leukchat.labs.export_csv import to_csv
from leukchat.labs.export_fhir import to_fhir
from leukchat.labs.model import LabReading
from leukchat.labs.visit_pdf import visit_pdf


def downloads_html(reading: LabReading, name: str = "") -> str:
    """Three links that hold their files. Only the PDF names somebody, and only if `name` is given."""
    files = (
        ("lab-visit.pdf", "PDF for the visit", "application/pdf", visit_pdf(reading, name=name)),
        ("lab-values.csv", "Table (CSV)", "text/csv", to_csv(reading, derived=True).encode("utf-8-sig")),
        ("lab-values.fhir.json", "FHIR", "application/fhir+json", to_fhir(reading, derived=True).encode("utf-8")),
    )
    return '<div class="lab-downloads">' + "".join(_link(*file) for file in files) + "</div>"


def _link(file: str, label: str, kind: str, content: bytes) -> str:
    data = base64.b64encode(content).decode("ascii")
    return f'<a class="lab-download" download="{file}" href="data:{kind};base64,{data}">{label}</a>'
