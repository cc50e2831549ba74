"""Which format a file has, found from its content and not from its name, and the reader for it."""

from __future__ import annotations

import unicodedata

from leukchat.errors import ReportError
from leukchat.labs.readers import Reader
from leukchat.labs.readers.separators import separator
from leukchat.labs.readers.table import TableReader
from leukchat.labs.readers.text import TextReader

_MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
    (b"PK\x03\x04", "ZIP or Excel file"),
    (b"\xd0\xcf\x11\xe0", "old Office file"),
    (b"\x1f\x8b", "compressed file"),
    (b"RIFF", "media file"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
_ACCEPTED = "Text and CSV or TSV tables are accepted here"
_TEXT_SHARE = 0.02
MAX_BYTES = 5_000_000


def decode(name: str, content: str | bytes) -> str:
    """Text of a file or a paste, in composed Unicode. Raises ReportError for what is empty, too big or not text."""
    if isinstance(content, bytes):
        if len(content) > MAX_BYTES:
            raise ReportError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB. {_ACCEPTED}; give only the pages with results.")
        content = _decode(name, content)
    if len(content) > MAX_BYTES:
        raise ReportError(f"{name} is too long. Give only the part with results.")
    text = unicodedata.normalize("NFC", content.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff"))
    if not text.strip():
        raise ReportError(f"{name} is empty. Paste the lines of the report, or choose the file again.")
    strange = sum(unicodedata.category(char) in ("Cc", "Co", "Cn") and char not in "\n\t\f\x0b" for char in text[:20_000])
    if strange > _TEXT_SHARE * min(len(text), 20_000):
        raise ReportError(f"{name} is not readable text. {_ACCEPTED}.")
    return text.replace("\x00", "")


def _decode(name: str, content: bytes) -> str:
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise ReportError(f"{name} is a {kind}. {_ACCEPTED}; copy the text of the report and paste it.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def detect_format(text: str) -> str:
    """`csv`, `tsv` or `text`. A table has the same number of separated cells on most of its lines."""
    sign = separator(text)
    return "text" if sign is None else "tsv" if sign == "\t" else "csv"


def reader_for(format: str) -> Reader:
    """The reader of a format. Raises ReportError for one that none reads."""
    readers: tuple[Reader, ...] = (TextReader(), TableReader())
    for reader in readers:
        if format in reader.formats:
            return reader
    accepted = ", ".join(name for reader in readers for name in reader.formats)
    raise ReportError(f"The format {format!r} cannot be read. Accepted: {accepted}.")
