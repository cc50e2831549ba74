"""`leukchat nutrition` with a question and a PDF, and `leukchat evaluate nutrition`."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from leukchat import cli
from leukchat.assistant import Assistant
from leukchat.evaluation.data import OWN
from leukchat.evaluation.nutrition_never import claims_seen, doses_seen, left_out_seen, pairs_seen
from leukchat.evaluation.suites import run_suite
from leukchat.nutrition import parse_profile, plan_nutrition

PROFILE: dict[str, Any] = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165, "medicines": ["imatinib"], "question": "Can I drink grapefruit juice?"}


def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["leukchat", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(PROFILE).encode()), encoding="utf-8"))
    with pytest.raises(SystemExit) as caught:
        cli.main()
    out, err = capsys.readouterr()
    return int(caught.value.code or 0), out, err


def test_a_question_is_answered_and_a_pdf_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = call(monkeypatch, capsys, "nutrition", "-", "--json", "--pdf", str(tmp_path / "plan.pdf"))
    plan = json.loads(out)
    assert code == 0
    assert plan["answer_status"] == "answered"
    assert "imatinib with grapefruit" in plan["answer"]
    assert {"n", "passage_id", "title", "section", "quote", "source"} <= plan["answer_citations"][0].keys()
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-")


def test_for_people_the_answer_follows_the_guidance(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(monkeypatch, capsys, "nutrition", "-")
    assert code == 0
    assert out.index("## What matters first") < out.index("## Your question") < out.index("imatinib with grapefruit", out.index("## Your question"))


def test_a_pdf_that_cannot_be_written_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(monkeypatch, capsys, "nutrition", "-", "--pdf", "/nowhere/plan.pdf")
    assert code == 2
    assert err.count("\n") == 1
    assert "/nowhere/plan.pdf" in err


def test_the_nutrition_suite_counts_what_is_met_and_names_what_is_missed(assistant: Assistant, tmp_path: Path) -> None:
    (tmp_path / "nutrition").mkdir()
    for name in ("jain", "bad_weight_below_zero", "question_on_grapefruit"):
        shutil.copy(OWN / "nutrition" / f"{name}.json", tmp_path / "nutrition")
    wrong = {"about": "wrong on purpose", "profile": {**PROFILE, "question": ""}, "expect": {"meals": False, "energy_kcal": [1, 2]}}
    (tmp_path / "nutrition" / "wrong.json").write_text(json.dumps(wrong), encoding="utf-8")
    report = run_suite("nutrition", assistant, tmp_path)
    rows = {row[0]: row for row in report.rows}
    assert report.figures["profiles"] == 4
    assert rows["expectations: targets"][1:3] == (1, 0)
    assert rows["expectations: bad input"][1] == rows["expectations: bad input"][2] == 2
    assert all(rows[name][2] == 0 for name in rows if str(name).startswith("never"))
    assert any("wrong: targets" in note for note in report.notes)
    assert json.loads(report.line())["suite"] == "nutrition"


def test_the_detectors_of_forbidden_things_fire() -> None:
    plan = plan_nutrition(parse_profile({**PROFILE, "question": ""}))
    told = plan.model_copy(update={"warnings": ("Take 50 mg of iron.", "Kale cures leukemia.", "Food does not cure leukemia.")})
    assert doses_seen(told) == ["50 mg"]
    assert claims_seen(told) == ["cures leukemia"]
    profile = parse_profile({**PROFILE, "allergies": ["milk"], "diet": "vegan", "medicines": ["warfarin"]})
    assert set(left_out_seen(profile, ["cheese and chicken"])) == {"cheese", "chicken"}
    assert set(pairs_seen(profile, ["kale with pomelo", "rice"])) == {"kale", "pomelo"}
