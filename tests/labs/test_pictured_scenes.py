"""Pictures as people take them: from aside, crumpled, in shadow, cut off, in black and white; and what telephones make: HEIC."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image
from rendering import page_image, render_pdf, report_spec
from rendering_scenes import pictured
from rendering_scores import score

from leukchat.errors import ReportError
from leukchat.labs import LabInput, LabReading, read_labs
from leukchat.ui.lab_source import sources_html

PLACE = (51.0, 30.0, 26.5)


def read(content: bytes, name: str = "photo.jpg") -> LabReading:
    return read_labs([LabInput(name, content)])


@pytest.mark.parametrize(
    ("name", "recall"),
    [
        ("fax in black and white", 0.85),
        ("phone, strongly from aside", 0.85),
        ("turned by 270", 0.85),
        ("bent like a book", 0.85),
        ("JPEG quality 40", 0.85),
        ("crumpled", 0.5),  # rows run into each other; what is read must still be right or marked
    ],
)
def test_a_scene_is_read_without_a_silent_mistake(name: str, recall: float) -> None:
    spec, content, file = pictured(name, seed=11)
    total = score([(spec, read(content, file))])
    assert total.recall >= recall, total.missed
    assert not total.unmarked
    assert not total.wrong_flags
    assert total.leaked == 0


def test_rows_at_the_edge_of_a_picture_are_marked_as_perhaps_cut_off() -> None:
    spec, content, _ = pictured("cut at the right", seed=11)
    reading = read(content)
    assert not score([(spec, reading)]).unmarked
    cut = [result for result in reading.results if result.box is not None and result.box[2] >= 0.99]
    assert cut
    assert all("cut off" in " ".join(result.warnings) or result.flag == "indeterminate" for result in cut)


def taken_by_phone(kind: str, turned: int = 0) -> tuple[object, bytes]:
    """A report and its picture as a telephone stores it, with the place where it was taken; `turned` is the mark of the camera."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    spec = report_spec("uk", 21, 4)
    page = page_image(render_pdf(spec))
    page = page.crop((0, 0, page.width, 420))
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: PLACE, 3: "W", 4: PLACE})
    if turned:
        exif[0x0112] = turned
        page = page.transpose({6: Image.Transpose.ROTATE_90, 3: Image.Transpose.ROTATE_180}[turned])
    buffer = io.BytesIO()
    page.save(buffer, kind, exif=exif, quality=85)
    return spec, buffer.getvalue()


@pytest.mark.parametrize("kind", ["HEIF", "AVIF"])
def test_pictures_of_telephones_are_read(kind: str) -> None:
    spec, content = taken_by_phone(kind)
    assert content[4:8] == b"ftyp"
    reading = read(content, "IMG_0042.HEIC")
    total = score([(spec, reading)])  # type: ignore[list-item]
    assert total.right == total.gold
    assert reading.reports[0].format == "image"


@pytest.mark.parametrize(("kind", "turned"), [("JPEG", 6), ("JPEG", 3), ("HEIF", 6)])
def test_the_turn_that_the_camera_noted_is_respected_and_the_place_not_kept(kind: str, turned: int) -> None:
    spec, content = taken_by_phone(kind, turned)
    reading = read(content, "photo")
    assert score([(spec, reading)]).right == 4  # type: ignore[list-item]
    page = sources_html([LabInput("photo", content)], reading)
    shown = [part.split('"')[0] for part in page.split("base64,")[1:]]
    assert len(shown) == 1
    with Image.open(io.BytesIO(base64.b64decode(shown[0]))) as image:
        assert not image.getexif()
        assert "exif" not in image.info
    assert "26.5" not in reading.model_dump_json()


def test_a_heic_of_too_many_dots_is_refused_before_it_is_decoded() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    buffer = io.BytesIO()
    Image.new("L", (12_000, 7_000), 255).save(buffer, "HEIF", quality=10)
    with pytest.raises(ReportError, match="million dots"):
        read(buffer.getvalue())


def test_a_heic_that_is_cut_off_is_refused_in_one_line() -> None:
    _, content = taken_by_phone("HEIF")
    with pytest.raises(ReportError, match="damaged or cut off") as caught:
        read(content[: len(content) // 2])
    assert "\n" not in str(caught.value)
