"""The command line keeps its contract: one JSON document, JSON Lines in order, one line and exit 2 for bad input."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leukchat import cli

Run = Callable[..., tuple[int, str, str]]
CBC = "WBC 0.9 L x10^3/uL 4.0 - 11.0\nHemoglobin 7.8 L g/dL 12.0 - 16.0\nPlatelets 12 L x10^3/uL 150 - 450\n"
PROFILE = {"age": 25, "sex": "female", "weight_kg": 58, "height_cm": 165, "diet": "vegan", "leukemia": "ALL", "medicines": ["imatinib"], "labs": {"hemoglobin": "88 g/L"}}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], assistant: Any) -> Run:
    """Runs the command line in this process; gives exit code, stdout and stderr."""

    def call(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["leukchat", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as caught:
            cli.main()
        out, err = capsys.readouterr()
        return int(caught.value.code or 0), out, err

    return call


def test_ask_prints_one_document_with_every_field(run: Run) -> None:
    code, out, _ = run("ask", "--json", "Why do people with AML bruise easily?")
    answer = json.loads(out)
    assert code == 0
    assert {"id", "question", "status", "answer", "citations", "rails", "follow_ups", "model", "reading_grade", "timings_ms"} <= answer.keys()
    assert {"n", "passage_id", "title", "section", "quote", "source"} <= answer["citations"][0].keys()
    assert {"name", "url", "reviewed"} == answer["citations"][0]["source"].keys()
    assert {"guard_input", "retrieve", "generate", "guard_output", "first_token", "total"} == answer["timings_ms"].keys()
    assert answer["status"] == "answered"


def test_ask_for_people_shows_the_sources(run: Run) -> None:
    code, out, _ = run("ask", "What is CML?", "--level", "plain")
    assert code == 0
    assert "Sources\n[1] " in out
    assert "https://" in out


def test_a_blocked_question_is_a_result(run: Run) -> None:
    code, out, _ = run("ask", "--json", "How much imatinib should I take?")
    assert code == 0
    answer = json.loads(out)
    assert answer["status"] == "blocked"
    assert answer["rails"][0]["rule"] == "dosing.amount"
    assert answer["rails"][0]["stage"] == "input"


def test_json_lines_keep_order_and_ids_and_survive_bad_lines(run: Run) -> None:
    lines = '{"id": "a", "question": "What is CML?"}\nnonsense\n{"id": 3}\n\n{"id": "b", "question": ""}\n{"id": "c", "question": "How is it treated?", "history": [{"role": "user", "content": "What is hairy cell leukemia?"}], "level": "plain"}\n{"id": "d", "question": "What is CML?", "level": "poetic"}\n'
    code, out, _ = run("ask", "--jsonl", "-", stdin=lines)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["id"] for row in rows] == ["a", None, 3, "b", "c", "d"]
    assert [("error" in row) for row in rows] == [False, True, True, True, False, True]
    assert "hairy" in rows[4]["citations"][0]["passage_id"]
    assert "plain, standard, detailed" in rows[5]["error"]


def test_guard_follows_the_contract(run: Run) -> None:
    code, out, _ = run("guard", "--stage", "output", "--text", "Take 400 mg of imatinib daily.", "--json")
    verdict = json.loads(out)
    assert code == 0
    assert verdict["action"] == "block"
    assert verdict["rules"] == ["dosing.instruction"]
    start, end, rule = verdict["spans"][0]
    assert "Take 400 mg of imatinib daily."[start:end] == "400 mg"
    assert rule == "dosing.instruction"
    code, out, _ = run("guard", "--stage", "input", "--jsonl", "-", stdin='{"id": 1, "text": "I have a fever of 39 since chemo"}\n{"id": 2, "text": "What is CML?"}\n')
    first, second = (json.loads(line) for line in out.splitlines())
    assert first["action"] == "escalate"
    assert second == {"id": 2, "action": "allow", "rules": [], "spans": [], "text": "What is CML?"}


def test_search_and_a_private_index(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "papers.csv"
    table.write_text(
        "pubmed_id,title,abstract\n11,Asparaginase,Asparaginase depletes asparagine in blasts. It helps in ALL.\n12,Imatinib,Imatinib blocks BCR-ABL.\n", encoding="utf-8"
    )
    code, out, _ = run("index", "build", "--source", str(table), "--out", str(tmp_path / "index"), "--json")
    assert code == 0
    assert json.loads(out)["passages"] == 2
    code, out, _ = run("search", "what blocks the philadelphia kinase", "-k", "1", "--index", str(tmp_path / "index"), "--json")
    hit = json.loads(out)["hits"][0]
    assert {"rank", "passage_id", "doc_id", "title", "section", "score", "text"} == hit.keys()
    assert hit["doc_id"] == "12"
    code, out, _ = run("search", "--jsonl", "-", "-k", "2", "--retriever", "bm25", stdin='{"id": 7, "query": "spinal tap"}\n')
    assert json.loads(out)["id"] == 7
    code, out, _ = run("index", "info", str(tmp_path / "index"))
    assert code == 0
    assert "passages     2" in out


def test_labs_reads_a_pasted_report(run: Run) -> None:
    code, out, _ = run("labs", "-", "--sex", "female", "--age", "40", "--json", stdin=CBC)
    reading = json.loads(out)
    assert code == 0
    assert {"reports", "results", "derived", "patterns", "trends", "unrecognised", "summary", "questions_for_doctor", "redacted"} <= reading.keys()
    assert {row["analyte"]: row["value"] for row in reading["results"]} == {"wbc": 0.9, "hemoglobin": 7.8, "platelets": 12.0}
    assert {"low", "critical_low"} >= {row["flag"] for row in reading["results"]}
    assert all(pattern["sources"] for pattern in reading["patterns"])


def test_nutrition_follows_the_contract(run: Run, tmp_path: Path) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps(PROFILE), encoding="utf-8")
    code, out, _ = run("nutrition", str(profile), "--json")
    plan = json.loads(out)
    assert code == 0
    fields = {"targets", "nutrients", "foods", "avoid", "interactions", "food_safety", "symptom_tips", "meal_plan", "warnings", "ask_your_team", "citations", "summary"}
    assert fields <= plan.keys()
    assert plan["targets"]["energy_kcal"][0] < plan["targets"]["energy_kcal"][1]
    assert any("rapefruit" in row["with"] for row in plan["interactions"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ask", ""), "The question is empty"),
        (("ask", "x" * 20_000), "20,000 characters; at most"),
        (("ask", "😀😀"), "no words"),
        (("ask", "¿Qué es la leucemia y cómo se trata?"), "in English"),
        (("ask", "a\x00b what"), "control"),
        (("ask",), "Give either a question or --jsonl"),
        (("ask", "hi", "--jsonl", "x"), "not both"),
        (("ask", "What is CML?", "--level", "poetic"), "poetic"),
        (("ask", "--jsonl", "/nowhere/file.jsonl"), "/nowhere/file.jsonl"),
        (("frobnicate",), "frobnicate"),
        (("ask", "--frobnicate"), "--frobnicate"),
        (("guard", "--text", "x"), "--stage"),
        (("search", "x", "--index", "/nowhere"), "No search index in /nowhere"),
        (("index", "build", "--source", "/nowhere/a.jsonl", "--out", "/tmp/leukchat-none"), "/nowhere/a.jsonl"),
        (("index", "build", "--source", "a.jsonl"), "--out DIR"),
        (("labs",), "No report given"),
        (("labs", "/nowhere.txt"), "/nowhere.txt"),
        (("nutrition", "/nowhere.json"), "/nowhere.json"),
        (("evaluate", "everything"), "answers, labs, nutrition, retrieval, safety, scope"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_bad_input_ends_in_one_line_and_exit_code_2(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert words in err


@pytest.mark.parametrize(
    ("text", "words"), [("", "empty"), ("Pancakes: mix flour, milk and eggs. Bake until golden.", "result"), ("\x00\x01\x02" * 50, "")], ids=["empty", "recipe", "binary"]
)
def test_what_is_no_report_is_said_in_one_line(run: Run, text: str, words: str) -> None:
    code, _, err = run("labs", "-", stdin=text)
    assert code == 2
    assert len(err.strip().splitlines()) == 1
    assert words in err


def test_a_bad_profile_names_field_value_and_range(run: Run) -> None:
    code, _, err = run("nutrition", "-", stdin='{"age": 300, "sex": "female", "weight_kg": -5, "height_cm": 165}')
    assert code == 2
    assert "300" in err
    assert "-5" in err
    assert len(err.strip().splitlines()) == 1


def test_the_module_runs_as_a_program_with_logs_kept_off_stdout() -> None:
    result = subprocess.run([sys.executable, "-m", "leukchat", "ask", "--json", "What is CML?"], capture_output=True, text=True, check=True, timeout=120)
    assert json.loads(result.stdout)["status"] == "answered"
    assert "Traceback" not in result.stderr
