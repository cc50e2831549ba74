"""Each profile in tests/data/nutrition with what its plan must and must not say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leukchat.evaluation.nutrition_cases import bad_input_checks, plan_checks, read_cases
from leukchat.nutrition import parse_profile, plan_nutrition

CASES = read_cases(Path(__file__).parent.parent / "data" / "nutrition")
GOOD = {name: case for name, case in CASES.items() if "expect" in case}
BAD = {name: case for name, case in CASES.items() if "error" in case}


def test_there_are_enough_profiles_and_each_expects_something() -> None:
    assert len(GOOD) >= 70
    assert len(BAD) >= 6
    assert all(case["expect"] for case in GOOD.values())


@pytest.mark.parametrize("case", GOOD.values(), ids=GOOD)
def test_plan_meets_the_expectations_written_for_the_profile(case: dict[str, Any]) -> None:
    expect = {name: wanted for name, wanted in case["expect"].items() if not name.startswith("answer")}
    missed = [check for check in plan_checks(expect, plan_nutrition(parse_profile(case["profile"]))) if not check.met]
    assert missed == []


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_a_bad_profile_is_refused_field_by_field(case: dict[str, Any]) -> None:
    assert [check for check in bad_input_checks(case) if not check.met] == []
