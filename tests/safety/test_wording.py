"""The second opinion: what it reads off a text, how it is kept, what it adds and the little that it takes back."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest

from leukchat.assistant import Assistant
from leukchat.guardrails.running import run_rules
from leukchat.safety.learned import AGAIN, LearnedWording
from leukchat.safety.rules import Context, judge
from leukchat.safety.stages import rules_of
from leukchat.safety.wording import BUCKETS, MEANING, WEIGHTS, Model, Vector, about, by_classes, by_words, model, pieces, save, words_of
from leukchat.safety.wording_classes import CLASSES, class_of
from leukchat.types import Passage, Stage

FAMILIES: dict[Stage, set[str]] = {"input": {"self_harm", "emergency", "harm", "injection", "dosing"}, "output": {"dosing", "diagnosis", "harm"}}


def meaning(text: str) -> Vector:
    """A stand-in of the right shape: the same text, the same direction."""
    vector = np.random.default_rng(zlib.crc32(text.encode())).standard_normal(MEANING).astype(np.float32)
    found: Vector = vector / np.linalg.norm(vector)
    return found


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("imatinib", "TREATMENT"),
        ("chemotherapy", "TREATMENT"),
        ("soursop", "REMEDY"),
        ("votre", "YOU"),
        ("nicht", "NO"),
        ("doesn't", "NO"),
        ("leucemia", "ILLNESS"),
        ("zebra", "zebra"),
    ],
)
def test_a_word_answers_to_its_class(word: str, name: str) -> None:
    assert class_of(word) == name


def test_a_word_stands_in_one_class_only() -> None:
    rows = [(word, name) for name, row in CLASSES.items() for word in set(row.split())]
    double = {word for word, name in rows if sum(word == other for other, _ in rows) > 1}
    assert not {word for word in double if word.endswith("*")}


@pytest.mark.parametrize("text", ["", "?", "Take 2 pills!", "आपको कैंसर है", "x" * 5000], ids=["empty", "mark", "digits", "devanagari", "long"])
def test_features_have_length_one_and_stay_in_their_buckets(text: str) -> None:
    for places, values in (by_words(words_of(text)), by_classes(words_of(text))):
        assert len(places) == len(values) == len(set(places.tolist()))
        assert not len(places) or (places.min() >= 0 and places.max() < BUCKETS and abs(float(values @ values) - 1) < 1e-4)


def test_the_same_classes_in_other_words_look_alike() -> None:
    one, other = (by_classes(words_of(text)) for text in ("tell your doctor nothing", "mention your hospital never"))
    assert len(set(one[0].tolist()) & set(other[0].tolist())) > 5


def test_a_long_text_is_also_judged_sentence_by_sentence() -> None:
    assert pieces("This is one. And here is two.") == ("This is one. And here is two.", "This is one.", "And here is two.")
    assert pieces("Only one sentence.") == ("Only one sentence.",)


@pytest.mark.parametrize("stage", ["input", "output"])
def test_the_weights_in_the_package_are_of_this_shape(stage: Stage) -> None:
    weights = model(stage)
    assert set(weights.families) == FAMILIES[stage]
    assert weights.words.shape == weights.classes.shape == (len(weights.families), BUCKETS)
    assert weights.pairs.shape == (*weights.signs.shape, MEANING)
    assert np.isfinite(weights.scores("Take your tablets. Ask your team.", meaning)).all()
    assert set(np.unique(weights.signs)) <= {-1.0, 0.0, 1.0}


def test_the_weights_are_small_and_say_what_they_learned_from() -> None:
    assert WEIGHTS.stat().st_size < 3_000_000
    told = about()
    assert {"input", "output", "families"} <= set(told)


def test_what_is_saved_scores_as_before(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    shape = {
        "shift": (MEANING,),
        "scale": (MEANING,),
        "words": (2, BUCKETS),
        "classes": (2, BUCKETS),
        "meaning": (2, MEANING),
        "pairs": (2, 3, MEANING),
        "signs": (2, 3),
        "bias": (2,),
        "least": (2,),
        "doubt": (2,),
    }
    made = Model(("harm", "dosing"), **{name: (np.sign(random.standard_normal(size)) * 0.125).astype(np.float32) for name, size in shape.items()})
    save(tmp_path / "weights.npz", {"input": made}, {"input": {"rows": 1}})
    kept = model("input", tmp_path / "weights.npz")
    assert kept.families == made.families
    assert np.allclose(kept.scores("Stop the pills. Why?", meaning), made.scores("Stop the pills. Why?", meaning), atol=1e-3)


def test_the_score_is_the_sum_of_its_parts() -> None:
    vector, zeros = meaning("x"), np.zeros((1, BUCKETS), dtype=np.float32)
    shift, scale = np.full(MEANING, 0.5, dtype=np.float32), np.full(MEANING, 2.0, dtype=np.float32)
    bias, least = np.array([0.25], dtype=np.float32), np.array([0.2], dtype=np.float32)
    made = Model(("harm",), shift, scale, zeros, zeros, vector[None, :], vector[None, None, :], np.array([[-1.0]], dtype=np.float32), bias, least, least)
    # Moved and stretched, this is `vector` again, of length 1: its linear part adds 1, its pair takes 1 away.
    assert made.score("anything", vector / 2 + 0.5)[0] == pytest.approx(0.25, abs=1e-5)
    assert made.found("anything", lambda _: vector / 2 + 0.5) == ("harm",)


@pytest.mark.parametrize(
    "context",
    [
        Context(),
        Context(embed=meaning, extra={AGAIN: "paragraph"}),
        Context(embed=meaning, passages=(Passage(id="a#b", doc_id="a", title="t", section="s", text="Your leukemia is back, my friend."),)),
    ],
    ids=["no-embedder", "judged-before", "quoted"],
)
def test_it_keeps_silent_where_it_has_nothing_to_add(context: Context) -> None:
    assert LearnedWording("output").scan("Your leukemia is back, my friend.", context) == ()


def test_its_finding_gives_way_to_a_rule_of_the_same_family() -> None:
    from leukchat.types import Action, Finding

    rule = Finding(rule="harm.request", action=Action.block, start=0, end=4, message="rule")
    echo = Finding(rule="harm.wording", action=Action.block, start=0, end=4, message="echo")
    assert [finding.rule for finding in judge("text", [echo, rule]).findings] == ["harm.request"]


def test_what_is_done_in_a_game_or_a_film_is_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    zeros = np.zeros((1, BUCKETS), dtype=np.float32)
    always = Model(
        ("harm",),
        np.zeros(MEANING, dtype=np.float32),
        np.ones(MEANING, dtype=np.float32),
        zeros,
        zeros,
        np.zeros((1, MEANING), dtype=np.float32),
        np.zeros((1, 1, MEANING), dtype=np.float32),
        np.zeros((1, 1), dtype=np.float32),
        np.ones(1, dtype=np.float32),
        np.zeros(1, dtype=np.float32),
        np.zeros(1, dtype=np.float32),
    )
    monkeypatch.setattr("leukchat.safety.learned.model", lambda _: always)
    rule = LearnedWording("input")
    assert rule.scan("How do I burn the ship in this board game?", Context(embed=meaning)) == ()
    assert [finding.rule for finding in rule.scan("How do I burn his ship?", Context(embed=meaning))] == ["harm.wording"]


def doubter(*families: str) -> Model:
    """A model that is sure that no text is of any of `families`, and adds nothing."""
    count = len(families)
    nothing = [np.zeros(size, dtype=np.float32) for size in ((count, BUCKETS), (count, BUCKETS), (count, MEANING), (count, 1, MEANING), (count, 1), (count,))]
    ends = np.full(count, 9, dtype=np.float32)
    return Model(families, np.zeros(MEANING, dtype=np.float32), np.ones(MEANING, dtype=np.float32), *nothing, ends, ends)


@pytest.mark.parametrize(
    ("stage", "text", "left"),
    [
        ("output", "Take 400 mg of imatinib twice a day.", set()),
        ("output", "Take 4\u200b00 mg of imatinib twice a day.", {"dosing"}),
        ("output", "Tome 400 mg de imatinib cada 12 horas.", {"dosing"}),
        ("output", "Stop the chemo and drink soursop tea instead.", {"harm"}),
        ("input", "I have a fever of 39 after chemo.", {"emergency"}),
        ("input", "I want to kill myself.", {"self_harm"}),
    ],
    ids=["plain-dose", "hidden-mark", "other-language", "harm", "emergency", "crisis"],
)
def test_a_doubt_takes_back_a_plain_dose_and_nothing_else(stage: Stage, text: str, left: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leukchat.safety.learned.model", lambda _: doubter("dosing", "diagnosis", "harm", "emergency", "self_harm", "injection"))
    found = run_rules(rules_of(stage), text, Context(embed=meaning)).findings
    assert {finding.rule.split(".")[0] for finding in found if finding.rule.split(".")[0] not in ("privacy", "grounding")} == left


def test_a_review_that_breaks_takes_nothing_back_and_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> Model:
        raise ValueError("no model")

    monkeypatch.setattr("leukchat.safety.learned.model", broken)
    verdict = run_rules(rules_of("output"), "Take 400 mg of imatinib twice a day.", Context(embed=meaning, extra={AGAIN: "paragraph"}))
    assert {finding.rule.split(".")[0] for finding in verdict.findings} == {"dosing", "wording"}
    assert "wording.error" in {finding.rule for finding in verdict.findings}


@pytest.mark.parametrize(
    "text",
    ["My MRN is 4471-9920 and my e-mail is maria.g@example.org. What is leukemia?", "I'm John Smith, MRN 88121, phone 212-555-0187. what does ANC mean"],
    ids=["record-and-mail", "name-and-phone"],
)
def test_who_one_is_is_no_order(text: str, assistant: Assistant) -> None:
    assert [finding.rule for finding in assistant.check("input", text).findings if not finding.rule.startswith("privacy.")] == []
