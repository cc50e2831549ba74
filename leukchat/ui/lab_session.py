"""What one visitor of the lab tab has given and read. It lives in memory only; uploaded files leave the disk at once."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from leukchat.assistant import Assistant
from leukchat.errors import InputError
from leukchat.labs import LabInput, LabReading
from leukchat.labs.correct import Correction, apply_corrections
from leukchat.labs.model import LabResult
from leukchat.labs.ranges import Person
from leukchat.ui.lab_form import LabForm

MAX_FILES = 12
PASTED = "pasted text"


@dataclass(frozen=True, slots=True)
class LabSession:
    """`sources` were added; `read` of them gave `base` under `form`; `corrections` made `reading` of it. `country` is an ISO code."""

    sources: tuple[LabInput, ...] = ()
    read: tuple[LabInput, ...] = ()
    form: LabForm = field(default_factory=LabForm)
    base: LabReading | None = None
    corrections: tuple[Correction, ...] = ()
    reading: LabReading | None = None
    country: str = ""

    def names(self) -> list[str]:
        """The names of what was added."""
        return [source.name for source in self.sources]

    def person(self) -> tuple[Literal["female", "male"] | None, float | None]:
        """Sex and age in years as typed, or as all reports say that were read; None for what is not known or differs."""
        infos = self.base.reports if self.base else ()
        sexes, ages = {info.sex for info in infos if info.sex}, {info.age_years for info in infos if info.age_years is not None}
        sex = self.form.sex or (next(iter(sexes)) if len(sexes) == 1 else None)
        age = self.form.age if self.form.age is not None else max(ages, default=None) if ages and max(ages) - min(ages) < 1 else None
        return sex, age

    def rows(self) -> list[tuple[int, LabResult, LabResult | None]]:
        """Each result as read with its number, and as it stands now; None where it was left out."""
        if self.base is None or self.reading is None:
            return []
        gone = {correction.index for correction in self.corrections if correction.remove}
        now = iter(self.reading.results)
        return [(index, result, None if index in gone else next(now)) for index, result in enumerate(self.base.results)]


def add_files(session: LabSession, paths: Sequence[str]) -> LabSession:
    """The session with these files in memory; the uploaded copies are deleted. Raises InputError beyond MAX_FILES."""
    found = []
    for path in map(Path, paths):
        try:
            found.append(LabInput(path.name, path.read_bytes()))
        except OSError as error:
            raise InputError(f"{path.name} did not arrive ({error.strerror}); choose the file again.") from error
        finally:
            _forget(path)
    return add(session, found)


def _forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
        path.parent.rmdir()


def add(session: LabSession, found: Sequence[LabInput]) -> LabSession:
    """The session with more reports; a name that is there already gets a number."""
    sources = list(session.sources)
    for source in found:
        if any(source.content == one.content for one in sources):
            continue
        names = {one.name for one in sources}
        name = next(name for number in range(1, MAX_FILES + 2) if (name := source.name if number == 1 else f"{source.name} ({number})") not in names)
        sources.append(LabInput(name, source.content))
    if len(sources) > MAX_FILES:
        raise InputError(f"{len(sources)} reports are too many at once; {MAX_FILES} are read together. Take some out first.")
    return replace(session, sources=tuple(sources))


def read(assistant: Assistant, session: LabSession, chosen: Sequence[str], pasted: str, form: LabForm, on_page: Callable[[str, int, int], None] | None = None) -> LabSession:
    """The session with its chosen reports and the pasted text read.

    Corrections stay where the same reports are read again, for instance with another age. Raises ReportError.
    """
    sources = tuple(source for source in session.sources if source.name in chosen)
    if pasted.strip():
        sources += (LabInput(PASTED, pasted),)
    if session.base is None or sources != session.read or form != session.form:
        base = assistant.explain_labs(sources, sex=form.sex, age_years=form.age, pregnant=form.pregnant, temperature_c=form.temperature, on_page=on_page)
        kept = session.corrections if sources == session.read else ()
        session = replace(session, read=sources, form=form, base=base, corrections=kept)
    return correct(session, session.corrections)


def correct(session: LabSession, corrections: Sequence[Correction]) -> LabSession:
    """The session with exactly these corrections. Raises ReportError, and then nothing has changed."""
    if session.base is None:
        raise InputError("No report has been read yet; add one and read it first.")
    form = session.form
    person = Person(form.sex, form.age, form.pregnant)
    reading = apply_corrections(session.base, corrections, person, temperature_c=form.temperature, treatment_months=form.months_at(session.base))
    return replace(session, corrections=tuple(corrections), reading=reading)


def parse_edits(edits: str) -> tuple[Correction, ...]:
    """The corrections that the check step sends. Raises InputError for anything else."""
    try:
        return tuple(Correction(**row) for row in json.loads(edits or "[]"))
    except (ValueError, TypeError) as error:
        raise InputError("The corrections did not arrive whole; load the page again.") from error
