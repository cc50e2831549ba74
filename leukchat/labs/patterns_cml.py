"""What BCR::ABL1 says in CML: against the milestone of its time, and against earlier values. A rise is never called a failure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from leukchat.labs.facts import Facts
from leukchat.labs.model import LabResult

Found = tuple[str, tuple[str, ...], str]

BCR_ABL1 = "bcr_abl1_is_percent"
LOST_MMR, LOST_RESPONSE, RISING = "bcr_abl1.lost_mmr", "bcr_abl1.lost_response", "bcr_abl1.rising"
# European LeukemiaNet 2020, at any time: 0.1 % or less is the aim; above 0.1 % up to 1 %, or the loss of 0.1 %, a warning; above 1 %
# too much (https://doi.org/10.1038/s41375-020-0776-2). The 2025 edition leaves more to the single person
# (https://doi.org/10.1038/s41375-025-02664-w); its own table of milestones could not be read when this was written.
_MMR, _MOST = 0.1, 1.0
_FOLD = 5.0  # a smaller rise between two tests is not spoken of: it may be noise of the method
_SCALE = re.compile(r"\(IS\)|% ?IS\b|\bIS ?%|\b[Ii]nternational [Ss]cale\b|\bINTERNATIONAL SCALE\b")


@dataclass(frozen=True, slots=True)
class Milestone:
    """From `months` of treatment on: BCR::ABL1 (% IS) up to `goal` is what doctors aim for, above `limit` too much."""

    months: int
    goal: float
    limit: float


# European LeukemiaNet 2020, first-line treatment of CML in chronic phase (https://doi.org/10.1038/s41375-020-0776-2). At three
# months a value above 10 % counts as too much only once a repeat within one to three months confirms it.
_MILESTONES = (Milestone(3, 10.0, 10.0), Milestone(6, 1.0, 10.0), Milestone(12, 0.1, 1.0))


def cml_patterns(facts: Facts) -> Iterator[Found]:
    """Steps of the European LeukemiaNet 2020, only for values on the International Scale."""
    key = BCR_ABL1
    result = facts.values.get(key)
    if result is None:
        return
    value = facts.text(key)
    moved = _moved(facts)
    if moved:
        yield moved, (key,), value
    if result.value == "negative":
        yield "bcr_abl1.low" if facts.treatment_months is None else "bcr_abl1.at_goal", (key,), "not found"
        return
    if not facts.has(key):
        return
    if not _on_scale(result):
        yield "bcr_abl1.no_is", (key,), value
    elif facts.treatment_months is not None:
        yield _at_months(facts, facts.treatment_months), (key,), value
    elif moved in (LOST_MMR, LOST_RESPONSE):
        return  # a sentence on first goals would only confuse
    elif facts.above(key, 10):
        yield "bcr_abl1.above_10", (key,), value
    elif facts.above(key, 1):
        yield "bcr_abl1.1_to_10", (key,), value
    elif facts.above(key, 0.1):
        yield "bcr_abl1.01_to_1", (key,), value
    else:
        yield "bcr_abl1.low", (key,), value


def _on_scale(result: LabResult) -> bool:
    """Whether the report says that the value is on the International Scale: in unit, name or the rest of the line."""
    name = result.name_as_printed.lower()
    return "is" in (result.unit or "").lower() or "(is" in name or name.endswith((" is", "scale")) or bool(_SCALE.search(result.source_text))


def milestone(months: float) -> Milestone:
    """The latest milestone that `months` of treatment have reached; before the first one, the first."""
    reached = [step for step in _MILESTONES if months >= step.months]
    return reached[-1] if reached else _MILESTONES[0]


def _at_months(facts: Facts, months: float) -> str:
    """Where BCR::ABL1 stands against the milestone of its time; a value above it is never called a failure."""
    key = BCR_ABL1
    step = milestone(months)
    if months < step.months:
        return "bcr_abl1.early"
    if facts.at_most(key, step.goal):
        return "bcr_abl1.at_goal"
    return "bcr_abl1.above_limit" if facts.above(key, step.limit) else "bcr_abl1.above_goal"


def _moved(facts: Facts) -> str | None:
    """Which line the latest value has crossed upwards since an earlier day, or that it keeps rising; None for neither."""
    series = [one for one in facts.series.get(BCR_ABL1, ()) if one.value == "negative" or (one.value_si is not None and _on_scale(one))]
    days = {one.collected: one for one in series}
    tests = [days[day] for day in sorted(days, key=lambda day: day or "")]
    if len(tests) < 2 or facts.values[BCR_ABL1].collected != tests[-1].collected or tests[-1].comparator == "<" or tests[-1].value_si is None:
        return None
    now, before = tests[-1].value_si, tests[:-1]
    if now > _MOST and any(_at_most(one, _MOST) for one in before):
        return LOST_RESPONSE
    if now > _MMR and any(_at_most(one, _MMR) for one in before):
        return LOST_MMR
    numbers = [one.value_si for one in tests if one.value_si is not None and one.comparator is None]
    if len(numbers) != len(tests):
        return None
    twice = len(numbers) > 2 and all(one < two for one, two in pairwise(numbers[-3:])) and now >= 2 * numbers[-3]
    return RISING if twice or now >= _FOLD * min(numbers[:-1]) else None


def _at_most(result: LabResult, limit: float) -> bool:
    return result.value == "negative" or (result.value_si is not None and result.comparator != ">" and result.value_si <= limit)
