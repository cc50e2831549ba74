"""`leukchat index build` and `index info`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from leukchat.assistant import Assistant
from leukchat.cli.common import JsonFlag, app, print_json, say, settings_for
from leukchat.errors import InputError, SourceError

index_app = typer.Typer(no_args_is_help=True, help="Build and inspect search indexes.")
app.add_typer(index_app, name="index")


@index_app.command("build")
def index_build(
    source: Annotated[
        list[Path] | None, typer.Option("--source", metavar="FILE", help="JSON Lines, the PubMed table (CSV, TSV, JSON Lines, Parquet), Markdown or text; may be repeated.")
    ] = None,
    more: Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help="More sources.")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where the index goes.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Build an index; without --source, that of the built-in library. An interrupted build goes on where it stopped."""
    paths = [*(source or []), *(more or [])]
    assistant = Assistant(settings_for())
    if not paths:
        from leukchat.knowledge.builtin import ensure_library_index

        folder = ensure_library_index(out or assistant.settings.index_dir, assistant.embedder)
    else:
        if out is None:
            raise InputError("--out DIR is needed with --source; name the folder for the index.")
        folder = _build_from(paths, out, assistant)
    _print_info(folder, as_json)


def _build_from(paths: list[Path], out: Path, assistant: Assistant) -> Path:
    from leukchat.knowledge.ingest import read_passages, sources_hash
    from leukchat.retrieval.build import build_index, is_fresh

    if out.exists() and not out.is_dir():
        raise SourceError(f"{out}: is a file; --out must name a folder.")
    digest = sources_hash(paths)
    if not is_fresh(out, digest, assistant.embedder.id):
        report = build_index(read_passages(paths), out, assistant.embedder, digest, lambda done: _progress(done))
        sys.stderr.write(f"\r{report.passages} passages indexed, {report.reused} of them from an interrupted build\n")
    return out


def _progress(done: int) -> None:
    sys.stderr.write(f"\r{done} passages")
    sys.stderr.flush()


@index_app.command("info")
def index_info(folder: Annotated[Path, typer.Argument(metavar="DIR")], as_json: JsonFlag = False) -> None:
    """Say what an index holds and whether it is whole."""
    _print_info(folder, as_json)


def _print_info(folder: Path, as_json: bool) -> None:
    from leukchat.retrieval.store import SearchIndex

    manifest = SearchIndex(folder).manifest
    info = {
        "dir": str(folder),
        "format": manifest.format,
        "embedder": manifest.embedder,
        "passages": manifest.passages,
        "sentences": manifest.sentences,
        "built": manifest.built,
        "source_hash": manifest.source_hash,
    }
    if as_json:
        print_json(info)
    else:
        say("\n".join(f"{name:<12} {value}" for name, value in info.items()))
