"""The latest value of each analyte, with comparisons that stay true for `<5` and `>60`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from leukchat.labs.catalogue import ADULT, catalogue
from leukchat.labs.model import LabResult
from leukchat.labs.ranges import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """What the patterns look at. `values` are the latest usable results by analyte; `temperature` is in °C.

    `treatment_months` is how long CML treatment had lasted when the latest BCR::ABL1 was taken; `series` are the dated
    results of each analyte, oldest first.
    """

    values: dict[str, LabResult]
    person: Person
    temperature: float | None = None
    treatment_months: float | None = None
    series: dict[str, tuple[LabResult, ...]] = field(default_factory=dict)

    @property
    def adult(self) -> bool:
        """Whether adult limits hold; true if no age is known."""
        return self.person.age is None or self.person.age >= ADULT

    @property
    def fever(self) -> bool:
        """38.0 °C (100.4 °F) or more once: the lowest limit of the guidelines, as patient leaflets use it."""
        return self.temperature is not None and self.temperature >= 38.0

    def has(self, *keys: str) -> bool:
        """Whether all these analytes have a usable number."""
        return all(key in self.values and self.values[key].value_si is not None for key in keys)

    def si(self, key: str) -> float:
        """The number of an analyte in SI; use after `has`."""
        value = self.values[key].value_si
        assert value is not None
        return value

    def below(self, key: str, limit: float) -> bool:
        """Whether the value is surely below `limit`."""
        if not self.has(key) or self.values[key].comparator == ">":
            return False
        return self.si(key) <= limit if self.values[key].comparator == "<" else self.si(key) < limit

    def above(self, key: str, limit: float) -> bool:
        """Whether the value is surely above `limit`."""
        if not self.has(key) or self.values[key].comparator == "<":
            return False
        return self.si(key) >= limit if self.values[key].comparator == ">" else self.si(key) > limit

    def at_least(self, key: str, limit: float) -> bool:
        """Whether the value is surely `limit` or more."""
        return self.has(key) and self.values[key].comparator != "<" and self.si(key) >= limit

    def at_most(self, key: str, limit: float) -> bool:
        """Whether the value is surely `limit` or less."""
        return self.has(key) and self.values[key].comparator != ">" and self.si(key) <= limit

    def times_upper(self, key: str) -> float:
        """How many times its upper limit a value is; 0 if either is not known or the value has a `<`."""
        result = self.values.get(key)
        if result is None or not isinstance(result.value, float) or result.comparator == "<":
            return 0.0
        high = result.reference.high if result.reference else None
        if high:
            return result.value / high
        return self._times_table(key)

    def _times_table(self, key: str) -> float:
        analyte = catalogue().analytes[key]
        age = ADULT if self.person.age is None else self.person.age
        highs = [band.high for band in analyte.bands if band.high and band.start <= age < band.end]
        rule = next((rule for rule in analyte.units.values() if rule.name == analyte.range_unit), None)
        return self.si(key) / (max(highs) * rule.factor) if highs and rule and self.has(key) else 0.0

    def together(self, *keys: str) -> bool:
        """Whether these values are of one day (unknown days count as one)."""
        days = {self.values[key].collected for key in keys if key in self.values} - {None}
        return len(days) <= 1

    def text(self, key: str) -> str:
        """A value as printed, with its sign and unit."""
        result = self.values[key]
        number = f"{result.value:g}" if isinstance(result.value, float) else str(result.value)
        unit = result.unit or ""
        return f"{result.comparator or ''}{number}{'' if unit == '%' or not unit else ' '}{unit}".replace("%", " %").strip()


def latest(results: Sequence[LabResult], person: Person, temperature: float | None, treatment_months: float | None = None) -> Facts:
    """The latest result of each analyte; on one day printed before computed, an earlier line before a later."""
    chosen: dict[str, LabResult] = {}
    series: dict[str, list[LabResult]] = {}
    for result in results:
        if result.value_si is None and not isinstance(result.value, str):
            continue
        if result.collected:
            series.setdefault(result.analyte, []).append(result)
        before = chosen.get(result.analyte)
        if before is None or (result.collected or "") > (before.collected or ""):
            chosen[result.analyte] = result
    ordered = {key: tuple(sorted(found, key=lambda one: one.collected or "")) for key, found in series.items()}
    return Facts(chosen, person, temperature, treatment_months, ordered)
