"""The data tables of this room, each read once and only when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from leukchat.errors import LibraryError
from leukchat.nutrition.model import NamedSource

DATA_DIR = Path(__file__).resolve().parent.parent / "data"


@cache
def table(name: str) -> Any:
    """The parsed YAML file `leukchat/data/NAME.yaml`. Raises LibraryError when it is missing or broken."""
    path = DATA_DIR / f"{name}.yaml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise LibraryError(f"The table {path.name} cannot be read ({type(error).__name__}); reinstall the package.") from error


@cache
def source(source_id: str) -> NamedSource:
    """The primary source with this id. Raises LibraryError for an unknown id."""
    row = table("nutrition_sources").get(source_id)
    if row is None:
        raise LibraryError(f"The source {source_id!r} is not listed in nutrition_sources.yaml; add its name and address there.")
    return NamedSource(name=row["name"], url=row["url"])
