"""Photos and scans: PNG, JPEG, HEIC, AVIF, TIFF (several pages) and WEBP, checked before they are decoded."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from leukchat.errors import ReportError
from leukchat.labs.readers import RawReport
from leukchat.labs.readers.image_page import MAX_SIDE, recognise_page
from leukchat.labs.readers.layout import PageWords
from leukchat.labs.readers.layout_report import read_pages

MAX_PIXELS = 80_000_000
MAX_FRAMES = 15
_MIN_SIDE = 40
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "AVIF")


class ImageReader:
    """Reads pictures of reports by recognition. Takes bytes."""

    formats: tuple[str, ...] = ("image",)

    def __init__(self, on_page: Callable[[int, int], None] | None = None) -> None:
        self.on_page = on_page

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """The reports in a picture. Raises ReportError for one that is damaged, too large or without words."""
        data = content.encode("latin-1", errors="replace") if isinstance(content, str) else content
        notes: list[str] = []
        pages: list[PageWords] = []
        for number, (picture, count) in enumerate(_pictures(data, notes), 1):
            if self.on_page is not None:
                self.on_page(number, count)
            pages.append(recognise_page(picture, number))
        reports = read_pages(pages, tuple(notes))
        if not reports:
            raise ReportError("no words were found in this picture. Take it straight from above, in good light, with the page filling the frame.")
        return reports


def _pictures(data: bytes, notes: list[str]) -> Iterator[tuple[Any, int]]:
    """Each page of a picture file as RGB array, turned as the camera noted, and how many pages are read."""
    from PIL import Image, UnidentifiedImageError

    formats = _FORMATS if not _is_heif(data) else ("HEIF",)
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=formats) as image:
                frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
                if frames > MAX_FRAMES:
                    notes.append(f"This file has {frames} pages; the first {MAX_FRAMES} were read. Give the others as a file of their own.")
                for frame in range(min(frames, MAX_FRAMES)):
                    if frame:
                        image.seek(frame)
                    _check(image.size)
                    image.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a JPEG is decoded no larger than needed
                    yield _array(image), min(frames, MAX_FRAMES)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise ReportError(_too_large()) from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, RuntimeError) as error:
            raise ReportError("this picture is damaged or cut off and cannot be opened. Take or send it again as JPEG or PNG.") from error


def _is_heif(data: bytes) -> bool:
    """Whether this is a picture of a telephone (HEIC, HEIF), which Pillow is then taught to open; it knows AVIF itself."""
    if data[4:8] != b"ftyp" or data[8:11] == b"avi":
        return False
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False)
    return True


def _check(size: tuple[int, int]) -> None:
    """Refuses by the size in the header, before anything is decoded."""
    if size[0] * size[1] > MAX_PIXELS:
        raise ReportError(_too_large(size))
    if min(size) < _MIN_SIDE:
        raise ReportError(f"this picture is only {size[0]} by {size[1]} dots, too small to read. Take one in which the page fills the frame.")


def _too_large(size: tuple[int, int] | None = None) -> str:
    said = f"has {size[0]} by {size[1]} dots" if size else "is too large"
    return f"this picture {said}; up to {MAX_PIXELS // 1_000_000} million dots are read. Save it smaller, as JPEG."


def _array(image: Any) -> Any:
    import numpy as np
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        layer = upright.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        upright = Image.alpha_composite(paper, layer)
    elif upright.mode.startswith("I") or upright.mode == "F":
        return np.repeat(_eight_bits(np.asarray(upright, dtype=np.float32))[:, :, None], 3, axis=2)
    return np.asarray(upright.convert("RGB"))


def _eight_bits(levels: Any) -> Any:
    """A picture of 16 bits or of real numbers, spread over the range of 8 bits."""
    import numpy as np

    low, high = float(levels.min()), float(levels.max())
    return ((levels - low) * (255.0 / max(high - low, 1e-6))).astype(np.uint8)
