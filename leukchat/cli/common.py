"""What every command shares: the app, its options, settings from flags, and how things are printed."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from leukchat.errors import InputError
from leukchat.settings import RetrievalSettings, Settings, load_settings

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="Cited, guarded answers about leukemia; lab reports and nutrition explained. Never a dose."
)

JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
JsonlFile = Annotated[str | None, typer.Option("--jsonl", metavar="FILE", help="Read JSON Lines from FILE (- for standard input), print one object a line.")]
IndexDir = Annotated[Path | None, typer.Option("--index", metavar="DIR", help="An index made by `leukchat index build`; default: the built-in library.")]


class ModelChoice(StrEnum):
    """Back ends of `--model`."""

    embedded = "embedded"
    llama = "llama"
    endpoint = "endpoint"


class RetrieverChoice(StrEnum):
    """Values of `--retriever`."""

    hybrid = "hybrid"
    dense = "dense"
    bm25 = "bm25"


def settings_for(model: str | None = None, retriever: str | None = None) -> Settings:
    """The settings people get, with a model or a retriever named by a flag."""
    settings = load_settings()
    if model:
        settings = settings.model_copy(update={"model": settings.model.model_copy(update={"name": model})})
    if retriever:
        settings = settings.model_copy(update={"retrieval": RetrievalSettings(**{**settings.retrieval.model_dump(), "retriever": retriever})})
    return settings


def print_json(value: dict[str, Any]) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def say(text: str) -> None:
    """A line for a person on standard output."""
    sys.stdout.write(text + "\n")


def one_of(value: Any, jsonl: str | None, what: str) -> None:
    """Raises InputError unless exactly one of a value and --jsonl was given."""
    if (value is None) == (jsonl is None):
        raise InputError(f"Give either {what} or --jsonl FILE, not {'both' if jsonl else 'neither'}.")
