"""Counts of `evaluate labs`: what was read of what is printed, and what was shown that is not.

A value is right when analyte, day and number agree (within 1 %, comparators too). A result that the gold does not hold at all is
invented; one with another number is wrong. A result is marked when it is `indeterminate` or carries a warning.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from leukchat.evaluation.labs_cases import Case, Wanted
from leukchat.evaluation.metrics import wilson
from leukchat.labs import LabReading
from leukchat.labs.model import URGENCIES, LabResult
from leukchat.labs.units import canonical_unit

TOLERANCE = 0.01


@dataclass(slots=True)
class Score:
    """Lists of yes and no for each question; `misses` are the same in words."""

    reports: int = 0
    recall: list[bool] = field(default_factory=list)
    precision: list[bool] = field(default_factory=list)
    values: list[bool] = field(default_factory=list)
    units: list[bool] = field(default_factory=list)
    flags: list[bool] = field(default_factory=list)
    patterns: list[bool] = field(default_factory=list)
    pattern_precision: list[bool] = field(default_factory=list)
    urgency: list[bool] = field(default_factory=list)
    invented: int = 0
    unmarked: int = 0
    planted: int = 0
    leaked: int = 0
    misses: list[str] = field(default_factory=list)

    def take(self, case: Case, reading: LabReading) -> None:
        """Adds one reading."""
        self.reports += 1
        self._results(case, reading)
        self._patterns(case, reading)
        self._leaks(case, reading)

    def _results(self, case: Case, reading: LabReading) -> None:
        open_ones = list(case.wanted)
        for result in reading.results:
            same = [one for one in case.wanted if one.analyte == result.analyte and one.day in (None, result.collected)]
            hit = next((one for one in open_ones if one in same and _equal(one, result)), None)
            if hit is None and any(one.analyte == result.analyte and one.day in (None, result.collected) and _equal(one, result) for one in case.also):
                continue
            self.precision.append(hit is not None)
            if hit is not None:
                open_ones.remove(hit)
                self._details(case, hit, result)
                continue
            self.invented += not same
            self.unmarked += not _marked(result)
            kind = "wrong" if same else "invented"
            self.misses.append(
                f"{case.name}: {kind}{' (marked)' if _marked(result) else ''}: {result.analyte} {result.value} {result.unit} {result.collected}: {result.source_text!r}"
            )
        self.recall += [one not in open_ones for one in case.wanted]
        found = {result.analyte for result in reading.results}
        self.values += [one not in open_ones for one in case.wanted if one.analyte in found]
        self.misses += [f"{case.name}: not read: {one.analyte} {one.value} {one.unit or ''} {one.day or ''}" for one in open_ones]

    def _details(self, case: Case, wanted: Wanted, result: LabResult) -> None:
        unit = wanted.unit == result.unit or canonical_unit(wanted.unit or "") == canonical_unit(result.unit or "")
        if wanted.value_si is not None:  # `G/l` and `10^9/L` are the same
            unit = result.value_si is not None and abs(result.value_si - wanted.value_si) <= TOLERANCE * abs(wanted.value_si)
        self.units.append(unit)
        # A drawn report's gold knows the printed range alone, not which limits are phoned.
        flag: str | None = result.flag.removeprefix("critical_") if case.is_drawn else result.flag
        if case.is_unseen and flag != wanted.flag:
            flag = result.flag.removeprefix("critical_")  # limits that are phoned are this project's own
        if case.is_planted or case.flags_open or wanted.flag is None or (case.is_unseen and isinstance(wanted.value, str)):
            flag = wanted.flag  # a planted birth date makes the person another age
        else:
            self.flags.append(flag == wanted.flag)
        if not unit:
            self.misses.append(f"{case.name}: unit: {result.analyte} {result.unit} ({result.value_si}) instead of {wanted.unit} ({wanted.value_si})")
        if flag != wanted.flag:
            self.misses.append(f"{case.name}: flag: {result.analyte} {result.value} {result.flag} instead of {wanted.flag}: {result.source_text!r}")

    def _patterns(self, case: Case, reading: LabReading) -> None:
        found = [pattern.id for pattern in reading.patterns]
        self.patterns += [one in found for one in case.patterns]
        self.misses += [f"{case.name}: pattern not seen: {one}" for one in case.patterns if one not in found]
        if not case.complete:
            return
        self.pattern_precision += [one in case.patterns for one in found]
        self.misses += [f"{case.name}: pattern too many: {one}" for one in found if one not in case.patterns]
        first = min((pattern.urgency for pattern in reading.patterns), key=URGENCIES.index, default=None)
        self.urgency.append(first == case.urgency)
        if first != case.urgency:
            self.misses.append(f"{case.name}: urgency {first} instead of {case.urgency}")

    def _leaks(self, case: Case, reading: LabReading) -> None:
        text = reading.model_dump_json()
        left = [secret for secret in case.secrets if secret in text]
        self.planted += len(case.secrets)
        self.leaked += len(left)
        self.misses += [f"{case.name}: identifier left in: {secret!r}" for secret in left]

    def failed(self, case: Case, error: Exception) -> None:
        """Counts a report that could not be read at all."""
        self.reports += 1
        self.recall += [False] * len(case.wanted)
        self.misses.append(f"{case.name}: not read at all: {error}")


def total(scores: Iterable[Score]) -> Score:
    """All scores in one."""
    whole = Score()
    for score in scores:
        for name in ("recall", "precision", "values", "units", "flags", "patterns", "pattern_precision", "urgency"):
            getattr(whole, name).extend(getattr(score, name))
        for name in ("reports", "invented", "unmarked", "planted", "leaked"):
            setattr(whole, name, getattr(whole, name) + getattr(score, name))
    return whole


def share(hits: list[bool]) -> float | str:
    """The share of yes; empty where nothing was asked."""
    return round(sum(hits) / len(hits), 4) if hits else ""


def interval(hits: list[bool]) -> str:
    """Its 95 % interval."""
    return "{:.3f}-{:.3f}".format(*wilson(sum(hits), len(hits))) if hits else ""


def _marked(result: LabResult) -> bool:
    return result.flag == "indeterminate" or bool(result.warnings)


def _equal(wanted: Wanted, result: LabResult) -> bool:
    """Whether a result is the wanted one: the same word, or a number within one percent with the same comparator."""
    if isinstance(wanted.value, str) or not isinstance(result.value, float):
        return wanted.value == result.value
    return wanted.comparator == result.comparator and abs(result.value - wanted.value) <= TOLERANCE * abs(wanted.value)
