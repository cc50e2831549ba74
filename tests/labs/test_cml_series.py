"""BCR::ABL1 over several days: what crossing a line upwards, or rising on, says, and what it must not say."""

from __future__ import annotations

import re

import pytest

from leukchat.labs import LabInput, LabReading, read_labs


def read(values: list[tuple[str, str]], **options: object) -> LabReading:
    """A table with a row for each day."""
    lines = ["Date of sample      BCR::ABL1 (IS)", *(f"{day}          {value} % IS" for day, value in values)]
    return read_labs([LabInput("cml.txt", "\n".join(lines))], **options)  # type: ignore[arg-type]


def moved(reading: LabReading) -> set[str]:
    return {one.id for one in reading.patterns} & {"bcr_abl1.lost_mmr", "bcr_abl1.lost_response", "bcr_abl1.rising"}


@pytest.mark.parametrize(
    ("values", "pattern"),
    [
        ([("2025-09-18", "0.09"), ("2026-03-17", "0.34")], "bcr_abl1.lost_mmr"),
        ([("2025-03-20", "<0.0032"), ("2025-09-18", "0.05"), ("2026-03-17", "0.12")], "bcr_abl1.lost_mmr"),
        ([("2026-03-17", "0.34"), ("2025-09-18", "0.09")], "bcr_abl1.lost_mmr"),
        ([("2025-09-18", "0.6"), ("2026-03-17", "2.1")], "bcr_abl1.lost_response"),
        ([("2025-09-18", "0.01"), ("2026-03-17", "12")], "bcr_abl1.lost_response"),
        ([("2025-06-01", "0.2"), ("2025-09-18", "0.35"), ("2026-03-17", "0.7")], "bcr_abl1.rising"),
        ([("2025-09-18", "0.004"), ("2026-03-17", "0.06")], "bcr_abl1.rising"),
        ([("2025-09-18", "0.02"), ("2026-03-17", "0.04")], None),
        ([("2025-09-18", "0.4"), ("2026-03-17", "0.09")], None),
        ([("2025-03-20", "0.09"), ("2025-09-18", "0.3"), ("2026-03-17", "0.05")], None),
        ([("2025-09-18", "68"), ("2026-03-17", "6.4")], None),
        ([("2025-09-18", "0.09"), ("2026-03-17", "<0.5")], None),
        ([("2026-03-17", "0.34")], None),
    ],
)
def test_a_line_crossed_upwards_is_told(values: list[tuple[str, str]], pattern: str | None) -> None:
    assert moved(read(values)) == ({pattern} if pattern else set())


def test_a_lost_response_is_soon_and_never_called_a_failure() -> None:
    for values in ([("2025-09-18", "0.09"), ("2026-03-17", "0.34")], [("2025-09-18", "0.6"), ("2026-03-17", "2.1")]):
        (pattern,) = read(values).patterns
        assert pattern.urgency == "soon"
        assert pattern.sources
        assert "repeat test" in pattern.explanation
        assert "does not mean that treatment has failed" in pattern.must_not_conclude
        assert not re.search(r"\bfail|resistan|\d+ ?mg", pattern.explanation)


def test_the_milestone_of_the_time_on_treatment_stands_beside_it() -> None:
    found = {one.id for one in read([("2025-09-18", "0.09"), ("2026-03-17", "0.34")], treatment_months=30).patterns}
    assert found == {"bcr_abl1.lost_mmr", "bcr_abl1.above_goal"}


def test_values_that_are_not_on_the_scale_are_not_compared() -> None:
    text = "Date          BCR-ABL1\n2025-09-18    0.09 %\n2026-03-17    0.34 %"
    assert not moved(read_labs([LabInput("cml.txt", text)]))
