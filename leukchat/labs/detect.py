"""Which format a file has, found from its content and not from its name, and the reader for it."""

from __future__ import annotations

import html
import importlib
import io
import re
import unicodedata
import zipfile

from leukchat.errors import ReportError
from leukchat.labs.readers import Reader
from leukchat.labs.readers.separators import separator

# Module and class of each format's reader; imported when first needed.
READERS: dict[str, str] = {
    "text": "leukchat.labs.readers.text:TextReader",
    "csv": "leukchat.labs.readers.table:TableReader",
    "tsv": "leukchat.labs.readers.table:TableReader",
    "pdf": "leukchat.labs.readers.pdf:PdfReader",
    "image": "leukchat.labs.readers.image:ImageReader",
    "fhir": "leukchat.labs.readers.fhir:FhirReader",
    "hl7": "leukchat.labs.readers.hl7:Hl7Reader",
    "xlsx": "leukchat.labs.readers.xlsx:XlsxReader",
    "cda": "leukchat.labs.readers.cda:CdaReader",
    "apple_health": "leukchat.labs.readers.apple:AppleHealthReader",
}
ACCEPTED = "Accepted are text, CSV, TSV, PDF, PNG, JPEG, HEIC, AVIF, TIFF or WEBP pictures, Excel (.xlsx), FHIR (JSON or XML), HL7 v2, C-CDA and Apple Health exports"
MAX_BYTES = 50_000_000
MAX_TEXT = 5_000_000
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "is a GIF picture. Save it as PNG or JPEG"),
    (b"BM", "is a bitmap picture. Save it as PNG or JPEG"),
    (b"\xd0\xcf\x11\xe0", "is a file of an old Office version. Save it as .xlsx or PDF"),
    (b"\x1f\x8b", "is a compressed file. Unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is a compressed file. Unpack it first"),
    (b"Rar!", "is a compressed file. Unpack it first"),
    (b"{\\rtf", "is a rich text file. Save it as PDF or plain text"),
    (b"\x7fELF", "is a program, not a report"),
    (b"MZ", "is a program, not a report"),
    (b"RIFF", "is a sound or video file, not a report"),
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\xff]")
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"heif", b"mif1", b"msf1", b"avif", b"avis")
_CLOSING = re.compile(r"</[A-Za-z][\w:-]*>")
_ROW_END = re.compile(r"</(?:tr|li|p|div|h\d|dd)>\s*|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_LEAST_TAGS = 3
_MANGLED = re.compile(r"Ã[\u00a0-\u00bf\u0152\u0153\u0160\u0161\u0178\u2013-\u203a\u20ac\u2122]|Â[µ³²°·¹]|Î¼")
_LOST_MICRO = re.compile(r"(?:\ufffd|(?<=[/;,\s\t])\?)(?=(?:mol|kat|g|[lL])(?:/|\b))")
_TEXT_SHARE = 0.02
_HEAD = 4096


def recognise(name: str, content: str | bytes) -> tuple[str, str | bytes]:
    """The format of an input, and its content as that format's reader takes it: text, or bytes for documents.

    Raises ReportError with one line for what is empty, too big or of a kind that is not read.
    """
    raw = content.encode("utf-8", errors="replace") if isinstance(content, str) else content
    if len(raw) > MAX_BYTES:
        raise ReportError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB. Give only the pages with results, or a smaller picture.")
    form = (_binary(name, raw) if isinstance(content, bytes) else None) or _structured(name, raw)
    if form:
        return form, raw
    text = decode(name, content)
    return detect_format(text), text


def detect_format(text: str) -> str:
    """`csv`, `tsv` or `text`. A table has the same number of separated cells on most of its lines."""
    sign = separator(text)
    return "text" if sign is None else "tsv" if sign == "\t" else "csv"


def reader_for(format: str) -> Reader:
    """The reader of a format. Raises ReportError for one that none reads, ModuleNotFoundError without its package."""
    if format not in READERS:
        raise ReportError(f"The format {format!r} cannot be read. Accepted: {', '.join(READERS)}.")
    module, _, name = READERS[format].partition(":")
    reader: Reader = getattr(importlib.import_module(module), name)()
    return reader


def decode(name: str, content: str | bytes) -> str:
    """Text of a file or a paste, in composed Unicode. Raises ReportError for what is empty, too big or not text."""
    if len(content) > MAX_TEXT:
        raise ReportError(f"{name} is larger than {MAX_TEXT // 1_000_000} MB of text. Give only the part with results.")
    if isinstance(content, bytes):
        content = _decode(content)
    content = _unmangled(content)
    text = _untagged(unicodedata.normalize("NFC", content.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")))
    if not text.strip():
        raise ReportError(f"{name} is empty. Paste the lines of the report, or choose the file again.")
    head = text[:20_000]
    strange = sum(head.count(char) for char in set(head) if unicodedata.category(char) in ("Cc", "Co", "Cn") and char not in "\n\t\f\x0b")
    if strange > _TEXT_SHARE * len(head):
        raise ReportError(f"{name} is not readable text. {ACCEPTED}.")
    return text.replace("\x00", "")


def _unmangled(text: str) -> str:
    """A text whose letters were decoded wrongly on its way (`HÃ¤moglobin`, `Âµmol/L`) put right, and a lost micro sign in a unit (`?mol/L`)."""
    if not text.isascii() and _MANGLED.search(text):
        text = "\n".join(_decoded_again(line) if _MANGLED.search(line) else line for line in text.split("\n"))
    return _LOST_MICRO.sub("µ", text)


def _decoded_again(line: str) -> str:
    try:
        return line.encode("cp1252").decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return line


def _untagged(text: str) -> str:
    """A text without the tags of a piece of a web page: cells parted by tabs, rows by lines."""
    if len(_CLOSING.findall(text)) < _LEAST_TAGS:
        return text
    return html.unescape(_TAG.sub("\t", _ROW_END.sub("\n", text)))


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return content.decode("utf-32", errors="replace")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if wide := _wide(content[:_HEAD]):
        return content.decode(wide, errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _wide(head: bytes) -> str | None:
    """The encoding of text in two bytes a character that does not say so: nearly every second byte is zero."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    most = 0.4 * len(head)  # of all bytes; half of them would be every second one
    if min(even, odd) > len(head) // 50 or max(even, odd) < most:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _binary(name: str, content: bytes) -> str | None:
    """The format of a file that is not text, from its first bytes."""
    head = content[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF:
        return "image"
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    if head.startswith(b"PK\x03\x04"):
        return _zipped(name, content)
    for magic, what in _REFUSED:
        # Two letters may also begin a plain text; a program or bitmap has bytes that no text has.
        if head.startswith(magic) and (len(magic) > 2 or magic == b"\x1f\x8b" or len(_BINARY.findall(head)) > 0.1 * len(head)):
            raise ReportError(f"{name} {what}. {ACCEPTED}.")
    return None


def _zipped(name: str, content: bytes) -> str:
    """What a ZIP container holds: a workbook or an Apple Health export. Nothing is unpacked here."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {part.lower() for part in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ReportError(f"{name} is a ZIP or Excel file that is damaged or cut off. Send or export it again.") from error
    if any(part.endswith("vbaproject.bin") for part in parts):
        raise ReportError(f"{name} is a spreadsheet with macros, which is not opened. Save it as .xlsx without macros, or as CSV.")
    if "xl/workbook.xml" in parts:
        return "xlsx"
    if any(part.rpartition("/")[2] == "export.xml" for part in parts):
        return "apple_health"
    if "word/document.xml" in parts:
        raise ReportError(f"{name} is a Word file. Save it as PDF, or copy its text and paste it.")
    raise ReportError(f"{name} is a ZIP file. Unpack it and give the reports inside. {ACCEPTED}.")


def _structured(name: str, content: bytes) -> str | None:
    """FHIR, HL7 v2, C-CDA or Apple Health, from the first characters."""
    head = _decode(content[:_HEAD] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else content[:_HEAD].replace(b"\x00", b"")).lstrip("\ufeff \t\r\n\x0b")
    if re.match(r"(?:MSH|FHS|BHS)[|^~&#]", head):
        return "hl7"
    if head.startswith(("{", "[")) and re.search(rb'"resourceType"\s*:', content):
        return "fhir"
    if not head.startswith("<"):
        return None
    if re.search(r"<(?:\w+:)?ClinicalDocument\b", head):
        return "cda"
    if re.search(r"<HealthData\b|<!DOCTYPE HealthData\b", head):
        return "apple_health"
    if re.search(r"<[A-Z]\w+\b[^>]*xmlns=[\"']http://hl7\.org/fhir[\"']", head) or re.search(r"<\w+:[A-Z]\w+\b[^>]*=[\"']http://hl7\.org/fhir[\"']", head):
        return "fhir"
    if re.match(r"(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)", head, re.IGNORECASE):
        raise ReportError(f"{name} is a web page. Print it to PDF, or copy its text and paste it.")
    return None
