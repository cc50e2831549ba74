"""JSON Lines in and out: one object a line, each with an id, in the same order; a bad line spoils only itself."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from leukchat.errors import InputError, LeukChatError

Handle = Callable[[dict[str, Any]], dict[str, Any]]


@contextmanager
def _lines(source: str) -> Iterator[TextIO]:
    if source == "-":
        yield sys.stdin
        return
    try:
        file = Path(source).open(encoding="utf-8", errors="replace")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError(f"{source}: {error.strerror or 'cannot be read'}; give a JSON Lines file, or - for standard input.") from error
    with file:
        yield file


def run_jsonl(source: str, handle: Handle, required: str) -> None:
    """Answers each line of `source` on stdout; `required` names the field that every line must have."""
    with _lines(source) as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                sys.stdout.write(json.dumps(_answer(line, number, handle, required), ensure_ascii=False) + "\n")
                sys.stdout.flush()


def _answer(line: str, number: int, handle: Handle, required: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        return {"id": None, "error": f"Line {number} is not valid JSON; each line must be an object with id and {required}."}
    if not isinstance(row, dict):
        return {"id": None, "error": f"Line {number} is not a JSON object; each line must be an object with id and {required}."}
    identifier = row.get("id")
    if not isinstance(row.get(required), str):
        return {"id": identifier, "error": f"Line {number} has no text in {required!r}; each line must have id and {required}."}
    try:
        return {"id": identifier, **handle(row)}
    except LeukChatError as error:
        return {"id": identifier, "error": str(error)}
