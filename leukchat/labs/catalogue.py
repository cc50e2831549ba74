"""The table of analytes, `data/analytes.yaml`, as values. Loaded once, when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from leukchat.errors import LibraryError
from leukchat.labs.model import NamedSource, Sex
from leukchat.labs.units import canonical_unit

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # libyaml is not there: slower, the same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DATA_DIR = Path(__file__).resolve().parent.parent / "data"
ADULT = 18.0


@dataclass(frozen=True, slots=True)
class UnitRule:
    """How a printed unit becomes SI: `value * factor + offset`.

    `only`: `printed` units are never inferred; `decimal` ones need a decimal sign.
    """

    name: str
    factor: float
    offset: float = 0.0
    only: Literal["", "printed", "decimal"] = ""
    si: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A reference range in the analyte's `range_unit`, for ages `[start, end)` in years."""

    start: float
    end: float
    low: float | None
    high: float | None
    source: str
    sex: Sex | None = None
    pregnant: bool = False
    exclusive: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Critical:
    """Limits that laboratories phone, in SI; `above`: anything beyond it. `child_*` hold under 16 years."""

    low: float | None = None
    high: float | None = None
    above: float | None = None
    child_low: float | None = None
    child_high: float | None = None


@dataclass(frozen=True, slots=True)
class Analyte:
    """One row of the table. `units` is keyed by canonical unit; limits are in `si`; `whole`: not printed in thousandths of `si`."""

    id: str
    name: str
    loinc: str | None
    si: str
    units: Mapping[str, UnitRule]
    aliases: tuple[str, ...]
    bands: tuple[Band, ...]
    range_unit: str
    critical: Critical
    physical: tuple[float, float]
    usual: tuple[float, float]
    about: tuple[str, ...]
    sources: tuple[NamedSource, ...]
    qualitative: bool
    abnormal: tuple[str, ...]
    normal: tuple[str, ...]
    zero_is_normal: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All analytes in the order of the table, the names of other tests, and the sources by key.

    `homonyms`: by printed name (folded) the units under which it is another test (`PCT 0.2 %` is the plateletcrit).
    """

    analytes: Mapping[str, Analyte]
    others: tuple[str, ...]
    homonyms: Mapping[str, frozenset[str]]
    sources: Mapping[str, NamedSource]


def load_yaml(name: str) -> dict[str, Any]:
    """A table of `data/` as a mapping. Raises LibraryError if it is missing or broken."""
    try:
        loaded = yaml.load((DATA_DIR / name).read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise LibraryError(f"data/{name} cannot be read ({error}). Install LeukChat again.") from error
    if not isinstance(loaded, dict):
        raise LibraryError(f"data/{name} must hold a mapping. Install LeukChat again.")
    return loaded


@cache
def catalogue() -> Catalogue:
    """The table of analytes. Raises LibraryError where a row breaks its own rules."""
    raw = load_yaml("analytes.yaml")
    sources = {key: NamedSource(name=row["name"], url=row["url"]) for key, row in raw["sources"].items()}
    try:
        analytes = {key: _analyte(key, row, raw["unit_groups"], sources) for key, row in raw["analytes"].items()}
    except (KeyError, TypeError, ValueError) as error:
        raise LibraryError(f"data/analytes.yaml: a row breaks the table's rules ({error!r}).") from error
    others = tuple(name for group in raw["others"] for name in group)
    homonyms = {str(name): frozenset(canonical_unit(unit) for unit in units) for name, units in raw["homonyms"].items()}
    return Catalogue(analytes, others, homonyms, sources)


def _analyte(key: str, row: dict[str, Any], groups: dict[str, Any], sources: dict[str, NamedSource]) -> Analyte:
    units = row.get("units", {})
    table = groups[units] if isinstance(units, str) else units
    critical = row.get("critical", {})
    child = critical.get("child", {})
    return Analyte(
        id=key,
        name=row["name"],
        loinc=row["loinc"],
        si=row["si"],
        units={canonical_unit(name): _unit(name, rule) for name, rule in table.items()},
        aliases=tuple(alias for names in row["aliases"].values() for alias in names),
        bands=tuple(_band(band) for band in row.get("ranges", ())),
        range_unit=row.get("range_unit", ""),
        critical=Critical(critical.get("low"), critical.get("high"), critical.get("above"), child.get("low"), child.get("high")),
        physical=_pair(row.get("physical", (0, 0))),
        usual=_pair(row.get("usual", (0, 0))),
        about=tuple(row["about"]),
        sources=tuple(sources[name] for name in row["sources"]),
        qualitative=row.get("qualitative", False),
        abnormal=tuple(row.get("abnormal", ())),
        normal=tuple(row.get("normal", ())),
        zero_is_normal=row.get("zero_is_normal", False),
        whole=row.get("whole", False),
    )


def _pair(values: Any) -> tuple[float, float]:
    low, high = values
    return float(low), float(high)


def _unit(name: str, rule: Any) -> UnitRule:
    if isinstance(rule, dict):
        return UnitRule(name, float(rule["factor"]), float(rule.get("offset", 0)), rule.get("only", ""), rule.get("si", ""))
    return UnitRule(name, float(rule))


def _band(row: dict[str, Any]) -> Band:
    start, end = row["age"]
    fields = {key: row[key] for key in ("sex", "pregnant", "exclusive", "note") if key in row}
    return Band(float(start), float(end), row.get("low"), row.get("high"), row["source"], **fields)
