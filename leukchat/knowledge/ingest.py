"""Reads documents to be indexed: JSON Lines, the PubMed table, Markdown and plain text.

Accepted: `.jsonl` with `{"id","title","text","url"?}` or `{"pubmed_id","title","abstract"}`;
`.csv`, `.tsv` and `.parquet` with `pubmed_id,title,abstract`; `.md` and `.txt`. `.gz` may follow.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from leukchat.errors import SourceError
from leukchat.knowledge.chunking import chunks
from leukchat.safety.injection_outside import without_orders
from leukchat.types import Passage, SourceRef

KINDS = (".jsonl", ".csv", ".tsv", ".parquet", ".md", ".txt")
_log = logging.getLogger(__name__)
PUBMED_URL = "https://pubmed.ncbi.nlm.nih.gov/{}/"


@dataclass(frozen=True)
class Document:
    """One document before it is cut into passages."""

    id: str
    title: str
    section: str
    text: str
    url: str
    publisher: str


def kind_of(path: Path) -> str:
    """The suffix that says how a file is read; raises SourceError naming what is accepted."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    suffix = suffixes[-2] if suffixes[-1:] == [".gz"] and len(suffixes) > 1 else (suffixes[-1] if suffixes else "")
    if suffix == ".markdown":
        suffix = ".md"
    if suffix not in KINDS:
        raise SourceError(f"{path}: files ending in {suffix or 'nothing'!r} cannot be read; accepted are {', '.join(KINDS)}, also with .gz.")
    return suffix


def sources_hash(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of the files; raises SourceError for one that is missing."""
    digest = hashlib.sha256()
    for path in paths:
        kind_of(path)
        digest.update(path.name.encode() + b"\0")
        try:
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
        except OSError as error:
            raise SourceError(f"{path}: {error.strerror or 'cannot be read'}; give the path of an existing file.") from error
    return digest.hexdigest()


def read_passages(paths: Iterable[Path]) -> Iterator[Passage]:
    """Passages of all files, in order; raises SourceError naming file, row and what is wrong."""
    for path in paths:
        for document in _documents(path):
            text, orders = without_orders(document.text)
            if orders:
                _log.warning("%s: left out %d sentence%s of %s that gave the assistant orders", path, len(orders), "s" if len(orders) > 1 else "", document.id)
            pieces = list(chunks(text))
            source = SourceRef(name=f"{document.publisher}: {document.title}", url=document.url)
            for number, piece in enumerate(pieces, start=1):
                part = f"/{number}" if len(pieces) > 1 else ""
                anchor = f"#{re.sub(r'[^a-z0-9]+', '-', document.section.lower()).strip('-')}" if document.section else ""
                yield Passage(id=f"{document.id}{anchor}{part}", doc_id=document.id, title=document.title, section=document.section, text=piece, sources=(source,))


def _documents(path: Path) -> Iterator[Document]:
    kind = kind_of(path)
    if kind == ".parquet":
        yield from _table(path, _parquet_rows(path))
        return
    try:
        with _open(path) as file:
            if kind == ".jsonl":
                yield from _table(path, _json_rows(path, file))
            elif kind in (".csv", ".tsv"):
                yield from _table(path, _csv_rows(path, file, kind))
            else:
                yield from _prose(path, file.read(), kind)
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError) as error:
        raise SourceError(f"{path}: not readable as UTF-8 text ({type(error).__name__}); save it as UTF-8 and try again.") from error


def _open(path: Path) -> TextIO:
    if path.suffix.lower() == ".gz":
        return io.TextIOWrapper(gzip.open(path), encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _json_rows(path: Path, file: TextIO) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise SourceError(f"{path}, line {number}: not valid JSON ({error}).") from error
        if not isinstance(row, dict):
            raise SourceError(f"{path}, line {number}: must be a JSON object with id, title and text.")
        yield row


def _csv_rows(path: Path, file: TextIO, kind: str) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(10 * 2**20)
    try:
        yield from csv.DictReader(file, delimiter="\t" if kind == ".tsv" else ",", strict=False)
    except csv.Error as error:
        raise SourceError(f"{path}: not a readable table ({error}).") from error


def _parquet_rows(path: Path) -> Iterator[dict[str, Any]]:
    import pyarrow
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=1024):
                yield from batch.to_pylist()
    except (OSError, pyarrow.ArrowException) as error:
        raise SourceError(f"{path}: not a readable Parquet table ({str(error).splitlines()[0]}).") from error


def _table(path: Path, rows: Iterable[dict[str, Any]]) -> Iterator[Document]:
    for number, row in enumerate(rows, start=1):
        fields = {str(key).strip().lower(): "" if value is None else str(value).strip() for key, value in row.items() if not isinstance(value, list)}
        pubmed = fields.get("pubmed_id") or fields.get("pmid")
        text = fields.get("abstract", fields.get("text"))
        identifier = pubmed or fields.get("id")
        if text is None or not identifier:
            raise SourceError(f"{path}, row {number}: has the columns {', '.join(sorted(fields)) or 'none'}; needed are pubmed_id,title,abstract or id,title,text.")
        if not text:
            continue
        url = fields.get("url") or (PUBMED_URL.format(pubmed) if pubmed else "")
        yield Document(identifier, fields.get("title", ""), fields.get("section", ""), text, url, "PubMed" if pubmed else path.name)


def _prose(path: Path, text: str, kind: str) -> Iterator[Document]:
    """Markdown is cut at its headings; the first one is the title."""
    name = path.name.removesuffix(".gz").rsplit(".", 1)[0]
    if kind == ".txt":
        yield Document(name, name, "", text, "", path.name)
        return
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    title = next(iter(re.findall(r"(?m)^#\s+(.+)$", body)), name).strip()
    for block in re.split(r"(?m)^(?=#{1,6}\s)", body):
        head, _, rest = block.partition("\n")
        match = re.match(r"#{1,6}\s+(.+)", head)
        content = (rest if match else block).strip()
        if content:
            section = match[1].strip() if match and match[1].strip() != title else ""
            yield Document(name, title, section, content, "", path.name)
