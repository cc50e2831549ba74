"""Example reports, made up for this page: a pasted text, a FHIR file over several days, and a PDF."""

from __future__ import annotations

import io
import json
from typing import Any

from leukchat.labs import LabInput
from leukchat.labs.catalogue import catalogue

TEXT = """Complete blood count   Collected 03 Nov 2026
WBC          1.2   L   x10^3/uL    4.0 - 11.0
Hemoglobin   8.1   L   g/dL        12.0 - 16.0
Platelets    18    L   x10^3/uL    150 - 450
Neutrophils  0.3   L   x10^3/uL    1.8 - 7.7
Lymphocytes  0.8   L   x10^3/uL    1.0 - 4.0
Potassium    3.9       mmol/L      3.5 - 5.1
Creatinine   0.8       mg/dL       0.6 - 1.1"""
_LOINC = "http://loinc.org"
_DAYS = ("2026-09-01", "2026-09-15", "2026-10-01", "2026-10-20")
# analyte, unit, range, value of each day: counts fall after treatment and come back
_COURSE: tuple[tuple[str, str, tuple[float, float], tuple[float, ...]], ...] = (
    ("wbc", "10*9/L", (4.0, 11.0), (3.8, 0.9, 1.9, 4.6)),
    ("anc", "10*9/L", (1.8, 7.7), (2.1, 0.2, 0.7, 2.4)),
    ("hemoglobin", "g/L", (120.0, 160.0), (104.0, 84.0, 88.0, 101.0)),
    ("platelets", "10*9/L", (150.0, 400.0), (140.0, 22.0, 61.0, 168.0)),
)
_ROWS = (
    ("White blood cells", "62.4", "10^9/L", "4.0 - 11.0", "H"),
    ("Hemoglobin", "92", "g/L", "120 - 160", "L"),
    ("Platelets", "48", "10^9/L", "150 - 400", "L"),
    ("Blasts", "31", "%", "0", "H"),
    ("Potassium", "6.1", "mmol/L", "3.5 - 5.1", "H"),
    ("Uric acid", "540", "umol/L", "150 - 350", "H"),
    ("Phosphate", "1.61", "mmol/L", "0.80 - 1.45", "H"),
    ("Calcium", "2.15", "mmol/L", "2.15 - 2.55", ""),
    ("Creatinine", "88", "umol/L", "45 - 90", ""),
    ("LDH", "1240", "U/L", "120 - 250", "H"),
)


def example(kind: str) -> LabInput:
    """The example `text`, `fhir` or `pdf` as a file."""
    if kind == "text":
        return LabInput("example-report.txt", TEXT)
    return LabInput("example-fhir.json", fhir_example()) if kind == "fhir" else LabInput("example-report.pdf", pdf_example())


def fhir_example() -> bytes:
    """A FHIR R4 Bundle with blood counts of four days."""
    entries = [{"resource": _observation(analyte, unit, span, values[place], day)} for place, day in enumerate(_DAYS) for analyte, unit, span, values in _COURSE]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}, indent=1).encode("utf-8")


def _observation(key: str, unit: str, span: tuple[float, float], value: float, day: str) -> dict[str, Any]:
    analyte = catalogue().analytes[key]
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": _LOINC, "code": analyte.loinc}] if analyte.loinc else [], "text": analyte.name},
        "effectiveDateTime": day,
        "valueQuantity": {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit},
        "referenceRange": [{"low": {"value": span[0], "unit": unit}, "high": {"value": span[1], "unit": unit}}],
    }


def pdf_example() -> bytes:
    """A report of one page as laboratories print it."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    columns = (50, 210, 270, 340, 450)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(50, 780, "Example laboratory (made up)")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 758, "Collected: 2026-11-03    Sex: Female    Age: 46 years")
    for place, cells in enumerate((("Test", "Result", "Unit", "Reference range", "Flag"), *_ROWS)):
        canvas.setFont("Helvetica" if place else "Helvetica-Bold", 10)
        for x, cell in zip(columns, cells, strict=True):
            canvas.drawString(x, 725 - 20 * place, cell)
    canvas.save()
    return buffer.getvalue()
