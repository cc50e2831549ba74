"""`evaluate labs`: its gold is large and varied, its counts are what they say, and what is not there is named."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from leukchat.assistant import Assistant
from leukchat.errors import InputError
from leukchat.evaluation.data import OWN
from leukchat.evaluation.labs import evaluate_labs
from leukchat.evaluation.labs_cases import Case, Wanted, drawn_cases, form_cases, planted, read_cases
from leukchat.evaluation.labs_scores import Score, interval, share
from leukchat.evaluation.labs_unseen import KEPT_BACK, unseen_cases
from leukchat.labs import LabInput, read_labs

REPORT = "Patient: Imogen Quillfeather\nHemoglobin 9.1 g/dL (12.0 - 16.0)\nPlatelets 44 K/uL (150 - 400)\n"
HEMOGLOBIN = Wanted("hemoglobin", 9.1, "g/dL", 91, "low")
PLATELETS = Wanted("platelets", 44, "K/uL", 44, "low")


def case(*wanted: Wanted, text: str = REPORT, **more: object) -> Case:
    return Case("a", "text", LabInput("a.txt", text.encode()), {}, wanted, **more)  # type: ignore[arg-type]


def scored(one: Case) -> Score:
    score = Score()
    score.take(one, read_labs([one.source], **one.options))
    return score


def test_the_gold_is_large_and_covers_every_format() -> None:
    cases = read_cases(OWN / "labs", [])
    formats = Counter(one.format for one in cases)
    assert len(cases) >= 60
    assert set(formats) == {"text", "CSV, TSV", "XLSX", "FHIR", "HL7 v2", "C-CDA, Apple", "PDF", "scan", "photo"}
    assert sum(len(one.secrets) for one in cases) >= 200
    assert sum(one.complete for one in cases) >= 30


def test_a_report_read_right_scores_full() -> None:
    score = scored(case(HEMOGLOBIN, PLATELETS, patterns=("thrombocytopenia.moderate", "anemia.moderate"), complete=True, urgency="soon", secrets=("Quillfeather",)))
    assert (share(score.recall), share(score.precision), share(score.units), share(score.flags), share(score.patterns)) == (1.0, 1.0, 1.0, 1.0, 1.0)
    assert score.urgency == [True]
    assert (score.invented, score.unmarked, score.leaked, score.planted) == (0, 0, 0, 1)
    assert not score.misses


@pytest.mark.parametrize(
    ("wanted", "invented", "unmarked", "recall"),
    [
        pytest.param((HEMOGLOBIN,), 1, 1, 1.0, id="invented"),
        pytest.param((HEMOGLOBIN, Wanted("platelets", 45, "K/uL", 45, "low")), 0, 1, 0.5, id="another number"),
        pytest.param((HEMOGLOBIN, PLATELETS, Wanted("wbc", 3.1, "K/uL", 3.1, "low")), 0, 0, 0.6667, id="not read"),
        pytest.param((HEMOGLOBIN, Wanted("platelets", 44, "K/uL", 44, "low", comparator="<")), 0, 1, 0.5, id="another comparator"),
        pytest.param((HEMOGLOBIN, Wanted("platelets", 44, "K/uL", 44, "low", day="2026-01-01")), 1, 1, 0.5, id="another day"),
    ],
)
def test_what_is_not_so_is_counted(wanted: tuple[Wanted, ...], invented: int, unmarked: int, recall: float) -> None:
    score = scored(case(*wanted))
    assert (score.invented, score.unmarked, share(score.recall)) == (invented, unmarked, recall)
    assert score.misses


def test_a_secret_that_stays_is_a_leak() -> None:
    assert scored(case(HEMOGLOBIN, PLATELETS, secrets=("Hemoglobin 9.1",))).leaked == 1


def test_wrong_flags_patterns_and_urgency_are_counted() -> None:
    score = scored(case(Wanted("hemoglobin", 9.1, "g/dL", 91, "high"), PLATELETS, patterns=("tls.laboratory",), complete=True, urgency="emergency"))
    assert (score.flags, score.patterns, score.urgency) == ([False, True], [False], [False])
    assert not any(score.pattern_precision)


def test_nothing_asked_is_shown_empty() -> None:
    assert (share([]), interval([])) == ("", "")


def test_a_planted_head_leaves_the_values_and_none_of_itself() -> None:
    under_head = planted(case(HEMOGLOBIN, PLATELETS))
    assert under_head is not None
    score = scored(under_head)
    assert (share(score.recall), score.planted, score.leaked) == (1.0, 5, 0)
    assert planted(Case("a", "PDF", LabInput("a.pdf", b""), {}, ())) is None


def test_drawn_reports_have_gold_for_every_printed_value() -> None:
    drawn = list(drawn_cases([], photos=False))
    assert len(drawn) == 256
    assert all(one.wanted and one.secrets for one in drawn)


def test_every_form_of_print_and_the_chosen_scenes_are_measured() -> None:
    cases = form_cases([])
    forms = [next(cases) for _ in range(38)]
    assert {one.format for one in forms} == {"PDF, forms"}
    assert all(one.wanted and one.secrets and one.source.content for one in forms)
    assert next(cases).format == "photo, scenes"


def test_a_set_of_others_is_read_and_what_is_absent_is_named(assistant: Assistant, tmp_path: Path) -> None:
    folder = tmp_path / "labs"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    gold = {"file": "a.txt", "options": {}, "header": {}, "patterns": [], "absent": [], "leaks": ["Quillfeather"]}
    rows = [{"analyte": one.analyte, "value": one.value, "unit": one.unit, "value_si": one.value_si, "flag": one.flag} for one in (HEMOGLOBIN, PLATELETS)]
    (folder / "a.json").write_text(json.dumps({**gold, "results": rows}), encoding="utf-8")
    report = evaluate_labs(assistant, tmp_path)
    line = json.loads(report.line())
    assert line["suite"] == "labs"
    assert line["reports"] == 2
    assert line["targets_met"] is True
    assert line["formats"]["text"]["recall"] == 1.0
    assert "left out" in report.table()
    with pytest.raises(InputError, match="no gold reports"):
        read_cases(tmp_path / "nothing", [])


def test_a_reading_that_the_gold_leaves_open_is_neither_demanded_nor_invented() -> None:
    score = scored(case(HEMOGLOBIN, also=(PLATELETS,), is_unseen=True))
    assert (share(score.recall), share(score.precision), score.invented, score.unmarked) == (1.0, 1.0, 0, 0)


def test_a_flag_that_is_not_printed_is_not_asked() -> None:
    assert scored(case(Wanted("hemoglobin", 9.1, "g/dL", 91, None), PLATELETS, is_unseen=True)).flags == [True]


def test_the_reports_of_other_authors_are_rows_of_their_own() -> None:
    cases = list(unseen_cases([]))
    assert Counter(one.format.split(":")[0] for one in cases) == {"other author, first half": 48, "other author, second half": 48, "outside, known half": 71, KEPT_BACK: 71}
    assert {one.format.split(": ")[1] for one in cases if one.format.startswith(KEPT_BACK)} == {"text", "tables", "PDF", "pictures", "messages"}
    assert all(one.is_unseen for one in cases)
