"""The index of the built-in library: built when it is missing, stale or damaged."""

from __future__ import annotations

import hashlib
from pathlib import Path

from leukchat.knowledge.library import LIBRARY_DIR, library_passages
from leukchat.retrieval.build import build_index, is_fresh
from leukchat.retrieval.embedder import Embedder


def library_hash(folder: Path = LIBRARY_DIR) -> str:
    """SHA-256 over the names and bytes of all library files."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in (".md", ".yaml"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def ensure_library_index(folder: Path, embedder: Embedder) -> Path:
    """Builds the library's index into `folder` unless a fresh one is there; returns `folder`."""
    current = library_hash()
    if not is_fresh(folder, current, embedder.id):
        build_index(library_passages(), folder, embedder, current)
    return folder
