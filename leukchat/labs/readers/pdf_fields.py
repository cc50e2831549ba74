"""What was typed into the fields of a PDF form, as words at the places of the fields."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from leukchat.labs.readers.layout import Word

_LINE = 0.75  # of the field's height
_LARGEST = 11.0  # points; higher fields are of several lines
_LETTER = 0.5  # of the height: how wide a letter is taken to be
_MAX_LETTERS = 500


def field_words(forms: Any, page: Any, place: Callable[[float, float], tuple[float, float]]) -> Iterator[Word]:
    """The words in the text fields and lists of a page. `forms` is the form environment of the document, None without one.

    `place` turns the file's coordinates into points from the upper left corner.
    """
    import pypdfium2.raw as pdfium

    if forms is None:
        return
    kinds = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
        try:
            if pdfium.FPDFAnnot_GetSubtype(mark) != pdfium.FPDF_ANNOT_WIDGET or pdfium.FPDFAnnot_GetFormFieldType(forms.raw, mark) not in kinds:
                continue
            frame = pdfium.FS_RECTF()
            if pdfium.FPDFAnnot_GetFlags(mark) & pdfium.FPDF_ANNOT_FLAG_HIDDEN or not pdfium.FPDFAnnot_GetRect(mark, frame):
                continue
            text = _value(pdfium, forms.raw, mark)
        finally:
            pdfium.FPDFPage_CloseAnnot(mark)
        yield from _words(text, place(frame.left, frame.top), place(frame.right, frame.bottom))


def _value(pdfium: Any, forms: Any, mark: Any) -> str:
    size = pdfium.FPDFAnnot_GetFormFieldValue(forms, mark, None, 0)
    if size <= 2:
        return ""
    held = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetFormFieldValue(forms, mark, ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return held.raw[: size - 2].decode("utf-16-le", errors="replace")[:_MAX_LETTERS]


def _words(text: str, one: tuple[float, float], other: tuple[float, float]) -> Iterator[Word]:
    """Words one behind the other in the first line of a field."""
    (x, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    height = min(_LARGEST, _LINE * (bottom - top))
    middle = (top + bottom) / 2 if bottom - top < 2 * _LARGEST else top + height
    letters = max(len(text), 1)
    wide = min(_LETTER * height, (right - x) / letters)
    for word in text.split():
        end = x + wide * len(word)
        yield Word(word, x, middle - height / 2, end, middle + height / 2)
        x = end + max(wide, 0.3 * height)
