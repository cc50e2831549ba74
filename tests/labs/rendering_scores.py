"""How well rendered reports are read back: recall, values that are wrong, and wrong ones without a mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rendering import ReportSpec

from leukchat.labs import LabReading
from leukchat.labs.model import LabResult
from leukchat.labs.units import canonical_unit


@dataclass(slots=True)
class Score:
    """Counts over reports. `wrong` are values that differ from the gold; `unmarked` those of them without a warning."""

    gold: int = 0
    read: int = 0
    right: int = 0
    wrong: int = 0
    unmarked: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    leaked: int = 0
    marked_right: int = 0
    wrong_units: int = 0
    without_box: int = 0
    wrong_flags: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the gold values read right."""
        return self.right / max(self.gold, 1)


def score(specs: Iterable[tuple[ReportSpec, LabReading]]) -> Score:
    """The score of readings against the reports they were made from."""
    total = Score()
    for spec, reading in specs:
        gold = {(one.analyte, one.collected): one for one in spec.gold}
        total.gold += len(gold)
        total.read += len(reading.results)
        total.leaked += sum(secret.lower() in reading.model_dump_json().lower() for secret in spec.secrets)
        seen: set[tuple[str, str | None]] = set()
        for result in reading.results:
            key = (result.analyte, result.collected)
            wanted = gold.get(key)
            if wanted is not None and result.value == wanted.value and key not in seen:
                seen.add(key)
                total.right += result.flag != "indeterminate"
                total.marked_right += bool(result.warnings)
                total.wrong_units += result.unit is None or canonical_unit(result.unit) != canonical_unit(wanted.unit)
                total.without_box += result.box is None
                expected = _flag(spec, result)
                if not _marked(result) and result.flag.removeprefix("critical_") != expected:
                    total.wrong_flags.append(f"{result.analyte} {result.flag} instead of {expected}: {result.source_text}")
                if result.flag == "indeterminate":
                    total.missed.append(f"indeterminate {result.source_text} {result.warnings}")
            else:
                total.wrong += 1
                if not _marked(result):
                    total.unmarked.append(f"{result.analyte} {result.collected} {result.value} instead of {wanted.value if wanted else 'nothing'}: {result.source_text}")
        total.missed += [f"{key} {gold[key].value}" for key in gold if key not in seen]
    return total


def _flag(spec: ReportSpec, result: LabResult) -> str:
    """What the printed range says of a value."""
    row = next(line.row for line in spec.rows if line.row.analyte == result.analyte)
    value = float(result.value or 0)
    return "low" if value < row.ref_low else "high" if value > row.ref_high else "normal"


def _marked(result: LabResult) -> bool:
    return result.flag == "indeterminate" or bool(result.warnings)
