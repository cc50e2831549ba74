"""The fonts of printed pages: Bitstream Vera, which reportlab ships and embeds, so that a page looks the same everywhere."""

from __future__ import annotations

import unicodedata
from pathlib import Path

REGULAR, BOLD = "Vera", "VeraBd"


def register_fonts() -> None:
    """Makes both fonts known to reportlab; more than once does nothing."""
    import reportlab
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = Path(reportlab.__file__).parent / "fonts"
    known = pdfmetrics.getRegisteredFontNames()
    for name in (REGULAR, BOLD):
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def printable(text: str) -> str:
    """The text with characters that the font lacks in a form that it has, `?` where there is none."""
    from reportlab.pdfbase import pdfmetrics

    register_fonts()
    glyphs = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return "".join(char if ord(char) in glyphs else "".join(part for part in unicodedata.normalize("NFKD", char) if ord(part) in glyphs) or "?" for char in text)
