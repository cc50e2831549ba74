"""Reports whose PDF is made in an odd way: turned, scaled, drawn letter by letter, without a map from glyphs to letters, with hidden text."""

from __future__ import annotations

import io
import re

from rendering import ReportSpec, page_image
from rendering_forms_pages import WIDE, plain
from rendering_sheet import Sheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth


class _Letters(Sheet):
    """Draws every letter by itself, a little spaced, as some printer drivers do."""

    def text(self, x: float, text: str, align: str = "l", size: float = 0.0, font: str = "", colour: object = "black", y: float | None = None) -> float:
        size = size or self.size
        if align != "l":
            x -= (stringWidth(text, self.font, size) + 0.3 * len(text)) * {"r": 1, "c": 0.5}[align]
        for letter in text:
            x = super().text(x, letter, "l", size, font, colour, y) + 0.3
        return x


class _Bold(Sheet):
    """Draws everything twice, a hair apart, to look bold."""

    def text(self, x: float, text: str, align: str = "l", size: float = 0.0, font: str = "", colour: object = "black", y: float | None = None) -> float:
        super().text(x + 0.25, text, align, size, font, colour, y)
        return super().text(x, text, align, size, font, colour, y)


class _Ligatures(Sheet):
    """Joined letters, no-break blanks and typographic minus signs, as layout programs set them."""

    def text(self, x: float, text: str, align: str = "l", size: float = 0.0, font: str = "", colour: object = "black", y: float | None = None) -> float:
        for plain_letters, joined in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"), (" - ", "\u00a0\u2212\u00a0"), (" ", "\u00a0"), ("µ", "μ")):
            text = text.replace(plain_letters, joined)
        return super().text(x, text, align, size, "DejaVu", colour, y)


def _usual(sheet: Sheet) -> bytes:
    sheet.head()
    sheet.titles(WIDE)
    sheet.table(WIDE, sheet.spec.rows)
    return sheet.done()


def letter_by_letter(spec: ReportSpec) -> bytes:
    """Every glyph placed by itself."""
    return _usual(_Letters(spec, size=8.5))


def printed_twice(spec: ReportSpec) -> bytes:
    """Bold by overprinting."""
    return _usual(_Bold(spec))


def ligatures(spec: ReportSpec) -> bytes:
    """Ligatures and typographic blanks."""
    return _usual(_Ligatures(spec))


def column_by_column(spec: ReportSpec) -> bytes:
    """The content draws all names, then all values, then all units."""
    sheet = Sheet(spec)
    sheet.head()
    top = sheet.y
    for column in WIDE[::-1]:
        sheet.y = top
        sheet.titles([column])
        sheet.table([column], spec.rows)
    return sheet.done()


def wrong_letters(spec: ReportSpec) -> bytes:
    """A font whose map gives glyph numbers instead of letters: copied, `A` is `$` and the digits are control signs."""
    sheet = Sheet(spec, font="Liberation")
    sheet.canvas.setPageCompression(0)
    return re.sub(rb"<00([2-7][0-9A-F])>(?=\s)", lambda found: b"<00%02X>" % (int(found.group(1), 16) - 29), _usual(sheet))


def hidden_text(spec: ReportSpec) -> bytes:
    """White numbers on white beside the seen ones, text outside the page, and text of no size."""
    sheet = Sheet(spec)
    sheet.head()
    sheet.titles(WIDE)
    for line in spec.rows:
        other = "77" if "." not in line.values[0] else "7.7"
        sheet.text(180, other, colour="white")
        sheet.text(sheet.width + 60, f"{line.row.name} {other} {line.row.unit}")
        sheet.text(45, f"{line.row.name} {other}", size=0.1)
        sheet.table(WIDE, [line])
    sheet.text(45, "Hemoglobin 7.7 g/dL 12.0 - 16.0", colour="white")
    return sheet.done()


def turned(spec: ReportSpec, degrees: int = 90) -> bytes:
    """The page lies on its side and says so."""
    return _rotated(plain(spec), degrees)


def _rotated(pdf: bytes, degrees: int) -> bytes:
    return _remade(pdf, lambda page: page.set_rotation(degrees))


def drawn_turned(spec: ReportSpec) -> bytes:
    """The page stands upright, its text runs from bottom to top."""
    sheet = Sheet(spec)
    sheet.canvas.translate(sheet.width, 0)
    sheet.canvas.rotate(90)
    sheet.width, sheet.height = sheet.height, sheet.width
    return _usual(sheet)


def cut_out(spec: ReportSpec) -> bytes:
    """A page of which only a part is shown; the rest repeats the rows with other numbers."""
    sheet = Sheet(spec, landscape=True)
    sheet.head()
    sheet.titles(WIDE)
    for line in spec.rows:
        sheet.text(640, f"{line.row.name} 7")
        sheet.table(WIDE, [line])
    return _remade(sheet.done(), lambda page: page.set_cropbox(20, 0, 560, sheet.height))


def _remade(pdf: bytes, change: object) -> bytes:
    import pypdfium2

    document, out = pypdfium2.PdfDocument(pdf), io.BytesIO()
    for page in document:
        change(page)  # type: ignore[operator]
    document.save(out)
    document.close()
    return out.getvalue()


def scan_with_layer(spec: ReportSpec) -> bytes:
    """A scanned page under an invisible layer of recognised text, as office scanners make it."""
    sheet = Sheet(spec)
    picture = page_image(plain(spec), dpi=150)
    sheet.canvas.drawImage(ImageReader(picture), 0, 0, sheet.width, sheet.height)
    sheet.canvas._code.append("3 Tr")
    return _usual(sheet)


def form_fields(spec: ReportSpec) -> bytes:
    """Values stand in fields of a form that was filled in."""
    sheet = Sheet(spec)
    sheet.head()
    sheet.titles(WIDE)
    for number, line in enumerate(spec.rows):
        place = {"x": 225.0, "y": sheet.height - sheet.y - 4, "width": 50, "height": 15}
        sheet.canvas.acroForm.textfield(name=f"value{number}", value=line.values[0], fontSize=9, borderWidth=0, fillColor=None, borderColor=None, **place)
        sheet.table([column for column in WIDE if column[0] != "value"], [line], 18)
    return sheet.done()


def large_units(spec: ReportSpec) -> bytes:
    """A sheet measured in larger units than points."""
    pdf = plain(spec)
    return pdf.replace(b"/MediaBox [", b"/UserUnit 2 /MediaBox [", 1)
