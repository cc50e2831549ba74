"""What several values say together, most urgent first. The words and sources stand in `data/patterns.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from leukchat.errors import LibraryError
from leukchat.labs.catalogue import catalogue, load_yaml
from leukchat.labs.facts import Facts, latest
from leukchat.labs.model import URGENCIES, LabResult, NamedSource, Pattern
from leukchat.labs.patterns_blood import blood_patterns
from leukchat.labs.patterns_chemistry import chemistry_patterns
from leukchat.labs.patterns_cml import milestone
from leukchat.labs.patterns_markers import marker_patterns
from leukchat.labs.ranges import Person

Found = tuple[str, tuple[str, ...], str]


@cache
def _texts() -> tuple[dict[str, dict[str, Any]], dict[str, NamedSource]]:
    """The patterns and their sources. Raises LibraryError where a row breaks the table's rules."""
    raw = load_yaml("patterns.yaml")
    sources = {key: NamedSource(name=row["name"], url=row["url"]) for key, row in raw["sources"].items()}
    for key, row in raw["patterns"].items():
        missing = {"urgency", "title", "explanation", "must_not", "ask", "sources"} - set(row)
        if missing or row["urgency"] not in URGENCIES or not set(row["sources"]) <= set(sources):
            raise LibraryError(f"data/patterns.yaml: {key} lacks {sorted(missing) or 'a known urgency or source'}.")
    return raw["patterns"], sources


def find_patterns(
    results: Sequence[LabResult], derived: Sequence[LabResult], people: Sequence[Person], temperature_c: float | None, treatment_months: float | None = None
) -> tuple[Pattern, ...]:
    """The patterns of the latest values, most urgent first.

    `temperature_c` is the body temperature now, in °C; `treatment_months` how long CML treatment had lasted at the latest BCR::ABL1.
    """
    person = people[-1] if people else Person()
    facts = latest([*results, *derived], person, temperature_c, treatment_months)
    found = [*blood_patterns(facts), *marker_patterns(facts), *chemistry_patterns(facts)]
    found += _remaining(facts, found)
    unique = {key: (key, based_on, value) for key, based_on, value in reversed(found)}
    patterns = [_pattern(key, based_on, value, facts) for key, based_on, value in reversed(unique.values())]
    return tuple(sorted(patterns, key=lambda pattern: URGENCIES.index(pattern.urgency)))


def _remaining(facts: Facts, found: list[Found]) -> Iterator[Found]:
    """Values at a phoned level that no urgent pattern speaks of."""
    texts, _ = _texts()
    told = {key for name, based_on, _ in found if texts[name]["urgency"] in ("emergency", "urgent") for key in based_on}
    related = {
        "hematocrit": "hemoglobin",
        "bun": "urea",
        "anc": "wbc",
        "wbc": "anc",
        "blasts": "blasts_percent",
        "calcium": "corrected_calcium",
    }
    far = [key for key, result in facts.values.items() if result.flag in ("critical_low", "critical_high") and key not in told and related.get(key) not in told]
    if far:
        names = catalogue().analytes
        yield "critical.value", tuple(far), ", ".join(f"{names[key].name} ({facts.text(key)})" for key in far)


def _pattern(key: str, based_on: tuple[str, ...], value: str, facts: Facts) -> Pattern:
    texts, sources = _texts()
    row = texts[key]
    said = {"{value}": value, "{temperature}": "" if facts.temperature is None else f"{facts.temperature:.1f}"}
    if facts.treatment_months is not None:
        step = milestone(facts.treatment_months)
        said |= {"{months}": f"{facts.treatment_months:.3g}", "{goal}": f"{step.goal:g} %", "{step}": f"{step.months}"}
    explanation = row["explanation"]
    for mark, words in said.items():
        explanation = explanation.replace(mark, words)
    return Pattern(
        id=key,
        urgency=row["urgency"],
        title=row["title"],
        explanation=explanation,
        based_on=based_on,
        sources=tuple(sources[name] for name in row["sources"]),
        must_not_conclude=row["must_not"],
        ask=row["ask"],
    )
