"""How long does reading a lab report take, and how much of it is the plain extraction of the same file?

For each format two things are timed in turn, in the same run and process, after warm-up: the plain extraction of the text by the
library that opens the file (csv, openpyxl, pypdfium2, RapidOCR, json with fhir.resources, hl7), and the whole of `read_labs`
(reading, masking, conversion, ranges, patterns, words). The best of the runs is shown. Peak memory is that of a fresh process for
each. Targets: a text report of 60 lines in under 20 ms; a scanned page and a photo within 1.15 times the engine's own time; both in
processor time, which depends far less on what else the machine does.

    python benchmarks/labs.py [--repeats 5]
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "labs")]

from benchmarks.report import finish, table
from leukchat.labs import LabInput, read_labs

DATA = ROOT / "tests" / "data" / "labs"
LINES = 60
TEXT_MS, OCR_RATIO = 20.0, 1.15
FORMATS = ("text", "csv", "xlsx", "pdf", "scan", "photo", "fhir", "hl7")
NAMES = {
    "text": f"text, {LINES} lines",
    "csv": "CSV, 60 rows",
    "xlsx": "XLSX, 60 rows",
    "pdf": "PDF, 3 pages",
    "scan": "scanned page",
    "photo": "photo of a page",
    "fhir": "FHIR bundle",
    "hl7": "HL7 v2 message",
}


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--peak", nargs=2, metavar=("FORMAT", "WHAT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak:
        print(peak(*options.peak))
        return
    rows, figures = [], {}
    for form in FORMATS:
        (floor_ms, floor_cpu), (whole_ms, whole_cpu) = timed(form, options.repeats if form in ("scan", "photo") else 4 * options.repeats)
        memory = [int(subprocess.run([sys.executable, __file__, "--peak", form, what], check=True, capture_output=True, text=True).stdout) for what in ("floor", "whole")]
        figures[form] = {
            "floor_ms": round(floor_ms, 3),
            "read_ms": round(whole_ms, 2),
            "read_processor_ms": round(whole_cpu, 2),
            "ratio": round(whole_ms / floor_ms, 2),
            "processor_ratio": round(whole_cpu / floor_cpu, 2),
            "floor_mb": memory[0],
            "read_mb": memory[1],
        }
        rows.append((NAMES[form], f"{floor_ms:.3f}", f"{whole_ms:.2f}", f"{whole_cpu:.2f}", f"{whole_ms / floor_ms:.2f}x", f"{whole_cpu / floor_cpu:.2f}x", *memory))
    for kept in Path(tempfile.gettempdir()).glob(f"leukchat-benchmark-{os.getpid()}-*"):
        kept.unlink()
    table(("format", "plain ms", "read ms", "read ms, processor", "of plain", "of plain, processor", "plain MB", "read MB"), rows)
    met = figures["text"]["read_processor_ms"] < TEXT_MS and all(figures[form]["processor_ratio"] <= OCR_RATIO for form in ("scan", "photo"))
    finish("labs", {"targets_met": met, **figures})


def timed(form: str, repeats: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Best milliseconds on the clock and of the processor, of the plain extraction and of the reading, taken in turn."""
    name, content = report(form)
    works: tuple[Callable[[], object], ...] = (lambda: FLOORS[form](content), lambda: read_labs([LabInput(name, content)]))
    best = [(float("inf"), float("inf"))] * 2
    for turn in range(repeats + 1):
        for number, work in enumerate(works):
            since, spent = time.perf_counter(), time.process_time()
            work()
            if turn:
                wall, cpu = (time.perf_counter() - since) * 1000, (time.process_time() - spent) * 1000
                best[number] = min(best[number][0], wall), min(best[number][1], max(cpu, 1e-3))
    return best[0], best[1]


def peak(form: str, what: str) -> int:
    """Megabytes at the most of this process after one extraction or one reading."""
    name, content = report(form, fresh=True)
    if what == "floor":
        FLOORS[form](content)
    else:
        read_labs([LabInput(name, content)])
    status = Path("/proc/self/status")
    if status.is_file():  # `ru_maxrss` would count what the parent held when this process was started
        return int(next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))) // 1024
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def report(form: str, fresh: bool = False) -> tuple[str, bytes]:
    """Name and content of the report of a format. Printed ones are made once and kept for the processes whose memory is measured."""
    if form == "text":
        lines = [line for path in sorted(DATA.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return "report.txt", "\n".join(lines[:LINES]).encode()
    if form in ("csv", "xlsx"):
        cells = [["Test", "Result", "Unit", "Reference Range"], *(list(_row(number)) for number in range(LINES))]
        return f"report.{form}", ("\n".join(",".join(map(str, row)) for row in cells).encode() if form == "csv" else _workbook(cells))
    if form == "fhir":
        return "report.json", (DATA / "fhir_bundle_new_leukemia.fhir").read_bytes()
    if form == "hl7":
        return "report.hl7", (DATA / "hl7_new_leukemia.hl7").read_bytes()
    return _printed(form, fresh)


def _row(number: int) -> tuple[Any, ...]:
    tests = (
        ("WBC", "K/uL", "4.0-11.0"),
        ("Hemoglobin", "g/dL", "12.0-16.0"),
        ("Platelets", "K/uL", "150-400"),
        ("Potassium", "mmol/L", "3.5-5.1"),
        ("Creatinine", "mg/dL", "0.6-1.2"),
    )
    name, unit, limits = tests[number % len(tests)]
    return name, round(3.1 + number * 0.1, 1), unit, limits


def _workbook(cells: list[list[Any]]) -> bytes:
    from rendering_gold import workbook

    return workbook({"Results": cells})


def _printed(form: str, fresh: bool) -> tuple[str, bytes]:
    """A PDF, scan or photo. A fresh process takes what the first one made, so that making it does not count as memory."""
    name = {"pdf": "report.pdf", "scan": "scan.pdf", "photo": "photo.jpg"}[form]
    kept = Path(tempfile.gettempdir()) / f"leukchat-benchmark-{os.getppid() if fresh else os.getpid()}-{name}"
    if fresh:
        return name, kept.read_bytes()
    from rendering import degrade, page_image, render_pdf, report_spec, scanned_pdf

    pdf = render_pdf(report_spec("us", 5, 20), "many_pages" if form == "pdf" else "table")
    page = page_image(pdf)
    made = {"pdf": lambda: pdf, "scan": lambda: scanned_pdf([page]), "photo": lambda: degrade(page, angle=2, blur=0.5, noise=4, shadow=0.3)}[form]()
    kept.write_bytes(made)
    return name, made


def _plain_csv(content: bytes) -> object:
    import csv

    return list(csv.reader(io.StringIO(content.decode())))


def _plain_xlsx(content: bytes) -> object:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def _plain_pdf(content: bytes) -> object:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def _plain_scan(content: bytes) -> object:
    import pypdfium2

    from leukchat.labs.readers.pdf import _DPI

    document = pypdfium2.PdfDocument(content)
    try:
        return _engine()(document[0].render(scale=_DPI / 72).to_numpy()[:, :, :3].copy())
    finally:
        document.close()


def _plain_photo(content: bytes) -> object:
    import numpy as np
    from PIL import Image

    return _engine()(np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))[:, :, ::-1].copy())


def _engine() -> Any:
    from leukchat.labs.readers.image_ocr import _engine as engine

    return engine()


def _plain_fhir(content: bytes) -> object:
    from fhir.resources.R4B.bundle import Bundle

    return Bundle.model_validate(json.loads(content))


def _plain_hl7(content: bytes) -> object:
    import hl7

    return hl7.parse(content.decode())


FLOORS: dict[str, Callable[[bytes], object]] = {
    "text": lambda content: content.decode().splitlines(),
    "csv": _plain_csv,
    "xlsx": _plain_xlsx,
    "pdf": _plain_pdf,
    "scan": _plain_scan,
    "photo": _plain_photo,
    "fhir": _plain_fhir,
    "hl7": _plain_hl7,
}


if __name__ == "__main__":
    main()
