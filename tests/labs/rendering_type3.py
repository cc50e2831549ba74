"""A report in a Type 3 font: every letter is a small picture with a number for a name, so that nothing can be copied as text."""

from __future__ import annotations

import zlib

from PIL import Image, ImageDraw, ImageFont
from rendering import _FONTS, ReportSpec
from rendering_forms_pages import WIDE
from rendering_sheet import Sheet

EM = 64  # pixels a letter is drawn with


class _Pictures(Sheet):
    """Keeps what is written and prints it with its own font."""

    def __init__(self, spec: ReportSpec, size: float = 9.5) -> None:
        super().__init__(spec, size=size)
        self.codes: dict[str, int] = {}
        self.written: list[str] = []

    def text(self, x: float, text: str, align: str = "l", size: float = 0.0, font: str = "", colour: object = "black", y: float | None = None) -> float:
        size = size or self.size
        width = sum(_width(letter) for letter in text) / EM * size
        start = x - {"l": 0, "r": 1, "c": 0.5}[align] * width
        codes = "".join(f"{self.codes.setdefault(letter, len(self.codes) + 1):02x}" for letter in text)
        self.written.append(f"BT /T {size} Tf 1 0 0 1 {start:.2f} {self.height - (self.y if y is None else y):.2f} Tm <{codes}> Tj ET")
        return start + width

    def done(self) -> bytes:
        widths = " ".join(str(_width(letter)) for letter in self.codes)
        glyphs = [_glyph(letter) for letter in self.codes]
        names = " ".join(f"/g{code} {7 + number} 0 R" for number, code in enumerate(self.codes.values()))
        order = " ".join(f"/g{code}" for code in self.codes.values())
        last = len(self.codes)
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {self.width} {self.height}]/Contents 4 0 R/Resources<</Font<</T 5 0 R>>>>>>".encode(),
            _stream("\n".join(self.written).encode()),
            f"<</Type/Font/Subtype/Type3/FontBBox[0 0 {EM} {EM}]/FontMatrix[{1 / EM} 0 0 {1 / EM} 0 0]/CharProcs 6 0 R/Encoding<</Type/Encoding/Differences[1 {order}]>>/FirstChar 1/LastChar {last}/Widths[{widths}]>>".encode(),
            f"<<{names}>>".encode(),
            *map(_stream, glyphs),
        ]
        return _file(objects)


def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS["Liberation"], EM * 3 // 4)


def _width(letter: str) -> int:
    return round(_font().getlength(letter))


def _glyph(letter: str) -> bytes:
    """A stencil of the letter with its foot a quarter above the lower edge."""
    wide = max(_width(letter), 1)
    picture = Image.new("1", (wide, EM), 1)
    ImageDraw.Draw(picture).text((0, EM * 3 // 4), letter, fill=0, font=_font(), anchor="ls")
    head = f"{wide} 0 0 {-EM // 4} {wide} {EM} d1 q {wide} 0 0 {EM} 0 {-EM // 4} cm BI /W {wide} /H {EM} /IM true /BPC 1 ID "
    return head.encode() + picture.tobytes() + b" EI Q"


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, len(out))


def letters_as_pictures(spec: ReportSpec) -> bytes:
    """The usual table in a Type 3 font."""
    sheet = _Pictures(spec)
    sheet.head()
    sheet.titles(WIDE)
    sheet.table(WIDE, spec.rows)
    return sheet.done()
