"""Reports by an author who had not read the readers (tests/data/labs_unseen); both halves have been read since and are development data."""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from leukchat.evaluation.data import OWN
from leukchat.evaluation.labs_cases import Case, gold_case, wanted_rows
from leukchat.labs import LabInput

FOLDER = OWN / "labs_unseen"
# Folder of each half, and the name of its row.
HALVES = {"dev": "other author, first half", "final": "other author, second half"}
NOTE = (
    "Other author: synthetic reports by somebody who had not read the readers and ran them only when all reports were finished. Both halves were read later and are development data. At first sight, "
    "before any of it was read: first half recall 0.918, precision 0.938; second half recall 0.837, precision 0.970, and 0.842 after work on the first half alone."
)


def unseen_cases(notes: list[str]) -> Iterator[Case]:
    """The reports of both halves as cases, PDFs printed into a folder that is removed again; says in `notes` what could not be made."""
    if not FOLDER.is_dir():
        notes.append("The reports by another author are part of the source checkout (tests/data/labs_unseen), which is not here.")
        return
    notes.append(NOTE)
    with tempfile.TemporaryDirectory() as made:
        printed = Path(made) if _print_pdfs(Path(made), notes) else None
        for half, name in HALVES.items():
            for folder in (FOLDER / half, *((printed / half,) if printed else ())):
                for path in sorted(folder.glob("*.json")):
                    gold = json.loads(path.read_text(encoding="utf-8"))
                    case = gold_case(path.stem, gold, LabInput(gold["file"], (folder / gold["file"]).read_bytes()))
                    yield replace(case, format=name, also=wanted_rows(gold.get("also", ())), is_unseen=True)


def _print_pdfs(out: Path, notes: list[str]) -> bool:
    """Prints the PDF reports by the script beside them; false, said in the notes, without what that needs."""
    spec = importlib.util.spec_from_file_location("unseen_make_pdfs", FOLDER / "make_pdfs.py")
    if spec is None or spec.loader is None:
        return False
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except ModuleNotFoundError as error:
        notes.append(f"The other author's PDFs need {error.name}: pip install -r requirements-dev.txt")
        return False
    module.main(out)
    return True
