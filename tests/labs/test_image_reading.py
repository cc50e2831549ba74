"""Photos and scans of rendered reports: values with their certainty and place, and no wrong one without a mark."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from PIL import Image
from rendering import degrade, page_image, render_pdf, report_spec, scanned_pdf
from rendering_scores import score

from leukchat.labs import LabInput, LabReading, read_labs


def picture(style: str, layout: str = "table", rows: int = 8, days: int = 1) -> tuple[object, Image.Image]:
    """A report and the upper part of its page at 150 dpi."""
    spec = report_spec(style, seed=21, rows=rows, days=days)
    page = page_image(render_pdf(spec, layout))
    return spec, page.crop((0, 0, page.width, 260 + 40 * rows))


def read(content: bytes, name: str = "photo.jpg") -> LabReading:
    return read_labs([LabInput(name, content)])


@pytest.mark.parametrize(
    ("style", "layout", "days", "how"),
    [
        pytest.param("us", "table", 1, {"angle": 5, "blur": 0.6, "noise": 6, "shadow": 0.5, "quality": 70}, id="US photo, turned five degrees"),
        pytest.param("de", "cumulative", 3, {"angle": -3, "blur": 0.5, "noise": 4, "quality": 80}, id="German columns of days"),
        pytest.param("in", "ruled", 1, {"shadow": 0.6, "noise": 8, "quality": 60}, id="Indian table with rules, in shadow"),
        pytest.param("fr", "table", 1, {"angle": 2, "blur": 0.8, "quality": 55}, id="French, blurred"),
    ],
)
def test_a_photo_is_read_without_a_silent_mistake(style: str, layout: str, days: int, how: dict[str, float]) -> None:
    spec, page = picture(style, layout, days=days)
    reading = read(degrade(page, **how))  # type: ignore[arg-type]
    total = score([(spec, reading)])  # type: ignore[list-item]
    assert total.recall >= 0.93, total.missed
    assert not total.unmarked
    assert not total.wrong_flags
    assert total.leaked == 0
    assert all(result.confidence is not None and result.box is not None and result.page == 1 for result in reading.results)


@pytest.mark.parametrize("quarter", [90, 180])
def test_a_photo_lying_on_its_side_or_head_is_read_and_places_fit_it(quarter: int) -> None:
    spec, page = picture("uk", rows=5)
    reading = read(degrade(page.rotate(quarter, expand=True)))
    total = score([(spec, reading)])  # type: ignore[list-item]
    assert total.right == total.gold
    box = reading.results[0].box
    assert box is not None
    tall = (box[3] - box[1]) * page.width > (box[2] - box[0]) * page.height
    assert tall == (quarter == 90)


def test_a_scanned_pdf_is_read_page_by_page() -> None:
    spec, page = picture("es", rows=5)
    reading = read(scanned_pdf([page, Image.new("RGB", (400, 300), "white")]), "scan.pdf")
    total = score([(spec, reading)])  # type: ignore[list-item]
    assert total.right == total.gold
    assert reading.reports[0].format == "pdf"
    assert all(result.confidence is not None for result in reading.results)


def test_a_picture_with_transparency_and_camera_rotation_is_read() -> None:
    spec, page = picture("pt", rows=4)
    clear = page.convert("RGBA")
    clear.putalpha(page.convert("L").point(lambda level: 255 if level < 128 else 0))
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 3  # taken upside down, as the camera noted
    clear.rotate(180).save(buffer, "PNG", exif=exif)
    assert score([(spec, read(buffer.getvalue()))]).right == 4  # type: ignore[list-item]


def test_nothing_is_loaded_before_the_first_picture() -> None:
    code = (
        "import sys, leukchat.labs.readers.image, leukchat.labs.readers.pdf; sys.exit(any(name in sys.modules for name in ('rapidocr', 'cv2', 'onnxruntime', 'pypdfium2', 'PIL')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
