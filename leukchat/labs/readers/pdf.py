"""PDF: text with its places where the file has it, recognition of the page's picture where it has none."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from leukchat.errors import ReportError
from leukchat.labs.readers import RawReport
from leukchat.labs.readers.image_page import recognise_page
from leukchat.labs.readers.layout import PageWords, Word
from leukchat.labs.readers.layout_report import read_pages
from leukchat.labs.readers.pdf_words import page_words

MAX_PAGES = 40
MAX_SCANNED = 15
_FEW_WORDS = 8
_FULL_PAGE = 120
_OUTLINES = 60  # letters drawn as shapes
_PICTURE_SHARE = 0.15
_LOST_WORDS, _LOST_SHARE = 3, 0.03
_LONG_WORD, _VOWEL_SHARE = 5, 0.6
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_DPI = 170
_MAX_SIDE = 2400
# PDFium must not be used by two threads at once.
PDFIUM = threading.Lock()


class PdfReader:
    """Reads PDF reports. Takes bytes; pages beyond the limits are named in the report's notes."""

    formats: tuple[str, ...] = ("pdf",)

    def __init__(self, on_page: Callable[[int, int], None] | None = None) -> None:
        self.on_page = on_page

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """The reports of a PDF. Raises ReportError for a file that is encrypted, damaged, empty or without words."""
        data = content.encode("latin-1", errors="replace") if isinstance(content, str) else content
        pages, notes, count = _pages(data, self.on_page or _silent)
        reports = read_pages(pages, notes)
        if not reports:
            raise ReportError(
                f"no words were found on the {count} page{'' if count == 1 else 's'} of this PDF. Give a sharper scan, or a photo taken straight from above in good light."
            )
        return reports


def _silent(page: int, pages: int) -> None:
    """Tells nobody."""


def _pages(data: bytes, on_page: Callable[[int, int], None]) -> tuple[list[PageWords], tuple[str, ...], int]:
    """The words of the first pages, what was left out, and how many pages the file has."""
    pages: list[PageWords] = []
    scanned = 0
    left_out: list[int] = []
    with open_pdf(data) as document:
        count = len(document)
        for index in range(min(count, MAX_PAGES)):
            on_page(index + 1, min(count, MAX_PAGES))
            with PDFIUM:
                found, picture = _page(document, index)
            if picture is not None:
                if scanned == MAX_SCANNED:
                    left_out.append(index + 1)
                else:
                    scanned += 1
                    found = _recognised(found, picture)
            pages.append(found)
    return pages, tuple(_notes(count, left_out)), count


def _notes(count: int, left_out: list[int]) -> Iterator[str]:
    if count > MAX_PAGES:
        yield f"This PDF has {count} pages; the first {MAX_PAGES} were read. Give pages {MAX_PAGES + 1} to {count} as files of their own if they hold results."
    if left_out:
        yield f"Only {MAX_SCANNED} scanned pages are read in one file; these were left out: {', '.join(map(str, left_out))}. Give them as a file of their own."


@contextmanager
def open_pdf(data: bytes) -> Iterator[Any]:
    """A pypdfium2 document. Raises ReportError with the reason if it cannot be opened."""
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
            count = len(document)
            document.init_forms()
        except pypdfium2.PdfiumError as error:
            raise ReportError(_reason(str(error), data)) from error
    try:
        if count == 0:
            raise ReportError("this PDF has no pages. Save or download it again.")
        yield document
    finally:
        with PDFIUM:
            document.close()


def _reason(error: str, data: bytes) -> str:
    if "password" in error.lower() or b"/Encrypt" in data[-4096:]:
        return "this PDF is locked with a password. Open it, save or print it as a PDF without one, and give that file."
    if b"%%EOF" not in data[-2048:]:
        return "this PDF is cut off or damaged. Download or save it again, or give a photo of the pages."
    return "this PDF is damaged and cannot be opened. Download or save it again, or give a photo of the pages."


def _page(document: Any, index: int) -> tuple[PageWords, Any]:
    """The words of a page, and its picture if they are not there or cannot be trusted."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise ReportError(f"page {index + 1} of this PDF is damaged. Save it again, or give a photo of the page.") from error
    try:
        width, height = page.get_size()
        found = page_words(page, index + 1, document.formenv)
        if not _needs_picture(page, found.words, width * height):
            return found, None
        scale = min(_DPI / 72, _MAX_SIDE / max(width, height, 1.0))
        return found, page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3].copy()
    finally:
        page.close()


def _needs_picture(page: Any, words: tuple[Word, ...], area: float) -> bool:
    """Whether the page is a picture: few words, unreadable ones, or a large picture beside them."""
    import pypdfium2.raw as pdfium

    if _unreadable(words):
        return True
    if len(words) < _FEW_WORDS and sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)) >= _OUTLINES:
        return True
    return len(words) < _FULL_PAGE and any(_blank_picture(item, page, words, area) for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _unreadable(words: tuple[Word, ...]) -> bool:
    """Whether the file does not say which letters its signs are, or says others than are seen: few words have a vowel then."""
    lost = sum("\ufffd" in word.text for word in words)
    if lost >= max(_LOST_WORDS, _LOST_SHARE * len(words)):
        return True
    latin = [word.text for word in words if len(word.text) >= _LONG_WORD and word.text.isascii() and sum(char.isalpha() for char in word.text) >= _LONG_WORD]
    return len(latin) >= _FEW_WORDS and sum(_VOWEL.search(text) is not None for text in latin) < _VOWEL_SHARE * len(latin)


def _blank_picture(item: Any, page: Any, words: tuple[Word, ...], area: float) -> bool:
    """Whether a picture is large and has no words of the file over it, so that it may be a scan."""
    left, bottom, right, top = item.get_bounds()
    if (right - left) * (top - bottom) < _PICTURE_SHARE * area:
        return False
    low, high = page.get_height() - top, page.get_height() - bottom
    return bool(sum(left <= word.x0 <= right and low <= word.middle <= high for word in words) < _FEW_WORDS)


def _recognised(page: PageWords, picture: Any) -> PageWords:
    """The page with the words of its picture, if there are more of them than in the file's own text, or that cannot be read."""
    seen = recognise_page(picture, page.number)
    return seen if len(seen.words) > (0 if _unreadable(page.words) else len(page.words)) else page
