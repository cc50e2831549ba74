"""Finds the evaluation sets: a folder beside the project, or the one in LEUKCHAT_EVAL_DATA."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

from leukchat.errors import InputError

DEFAULT = Path(__file__).resolve().parents[2].parent / "shared" / "data"
OWN = Path(__file__).resolve().parents[2] / "tests" / "data"


def data_folder() -> Path:
    """Where the sets by others are expected."""
    return Path(os.environ.get("LEUKCHAT_EVAL_DATA") or DEFAULT)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSON Lines file (.gz too); raises InputError when it is missing."""
    if not path.is_file():
        raise InputError(f"{path}: evaluation data not found; put the sets there or name their folder in LEUKCHAT_EVAL_DATA.")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]
