"""Reports by authors who had not read the readers: tests/data/labs_unseen, read since, and tests/data/labs_outside, of which one half is kept back."""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from leukchat.evaluation.data import OWN
from leukchat.evaluation.labs_cases import Case, gold_case, wanted_rows
from leukchat.labs import LabInput

KEPT_BACK = "outside, kept back"  # begins the names of rows of which only totals are ever told
_KINDS = {
    ".txt": "text",
    ".csv": "tables",
    ".tsv": "tables",
    ".xlsx": "tables",
    ".pdf": "PDF",
    ".jpg": "pictures",
    ".png": "pictures",
    ".fhir": "messages",
    ".hl7": "messages",
    ".xml": "messages",
}


@dataclass(frozen=True)
class _Set:
    """One folder of reports with gold: the script that prints what is kept as a source, the name of each half, and what is to be known of it."""

    folder: Path
    script: str
    halves: Mapping[str, str]
    by_kind: bool
    note: str


SETS = (
    _Set(
        OWN / "labs_unseen",
        "make_pdfs.py",
        {"dev": "other author, first half", "final": "other author, second half"},
        False,
        "Other author: synthetic reports by somebody who had not read the readers and ran them only when all reports were finished. Both halves were read later and are development data. At first "
        "sight, before any of it was read: first half recall 0.918, precision 0.938; second half recall 0.837, precision 0.970, and 0.842 after work on the first half alone.",
    ),
    _Set(
        OWN / "labs_outside",
        "make_files.py",
        {"dev": "outside, known half", "final": KEPT_BACK},
        True,
        "Outside: synthetic reports by two further authors who had not read the readers. The known half is development data since its first measurement. Of the half that is kept back, whose misses are "
        "not listed, five reports were opened after the second measurement (tests/data/labs_outside/README.md); nobody who changes a reader has read the others.",
    ),
)


def unseen_cases(notes: list[str]) -> Iterator[Case]:
    """The reports of all sets as cases, what has to be printed made in a folder that is removed again; says in `notes` what could not be made."""
    for one in SETS:
        if not one.folder.is_dir():
            notes.append(f"The reports by other authors are part of the source checkout (tests/data/{one.folder.name}), which is not here.")
            continue
        notes.append(one.note)
        with tempfile.TemporaryDirectory() as made:
            printed = Path(made) if _print_sources(one, Path(made), notes) else None
            for half, name in one.halves.items():
                for folder in (one.folder / half, *((printed / half,) if printed else ())):
                    yield from _cases(folder, name, one.by_kind)


def _cases(folder: Path, name: str, by_kind: bool) -> Iterator[Case]:
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        file = folder / gold["file"]
        case = gold_case(path.stem, gold, LabInput(file.name, file.read_bytes()))
        row = f"{name}: {_KINDS[file.suffix]}" if by_kind else name
        yield replace(case, format=row, also=wanted_rows(gold.get("also", ())), is_unseen=True)


def _print_sources(one: _Set, out: Path, notes: list[str]) -> bool:
    """Makes the printed reports by the script beside them; false, said in the notes, without what that needs."""
    spec = importlib.util.spec_from_file_location(f"{one.folder.name}_{one.script.removesuffix('.py')}", one.folder / one.script)
    if spec is None or spec.loader is None:
        return False
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        module.main(out)
    except ModuleNotFoundError as error:
        notes.append(f"Printing tests/data/{one.folder.name} needs {error.name}: pip install -r requirements-dev.txt")
        return False
    return True
