"""A sentence stays only if its sources carry it: numbers, drugs, genes, negation and meaning."""

from __future__ import annotations

import pytest

from leukchat.assistant import Assistant
from leukchat.evaluation.data import OWN, read_rows
from leukchat.evaluation.privacy_grounding import grounding_table
from leukchat.safety.grounding import GroundingOutput, marks
from leukchat.safety.grounding_numbers import Quantity, missing, quantities
from leukchat.safety.rules import Context, judge
from leukchat.types import Action, Passage

CML = Passage(
    id="cml#1",
    doc_id="cml",
    title="CML",
    section="What is it?",
    text="CML is a slow blood cancer. Imatinib is a tablet for CML. Do not stop imatinib suddenly. About 88 of 100 people with CML live five years.",
)
AML = Passage(
    id="aml#1",
    doc_id="aml",
    title="AML",
    section="What is it?",
    text="AML grows fast and is treated at once. Blasts reach 20 percent. FLT3 changes are common in AML. A fever of 38.0 °C (100.4 °F) is urgent.",
)
BOTH = Context(passages=(CML, AML))


def rules(text: str, context: Context = BOTH) -> list[str]:
    return [finding.rule for finding in GroundingOutput().scan(text, context)]


@pytest.mark.parametrize("meaning", [False, True], ids=["words", "words and meaning"])
def test_the_labelled_set_is_met(assistant: Assistant, meaning: bool) -> None:
    rows = read_rows(OWN / "safety" / "grounding.jsonl")
    misses: list[str] = []
    rates = {row[1]: row[4] for row in grounding_table(rows, assistant.guard.similar if meaning else None, misses)}
    assert len(rows) >= 150
    assert rates["unsupported recall"] >= 0.93, misses
    assert rates["supported, dropped by mistake"] <= (0.01 if meaning else 0.03), misses


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1 in 5 people", "20 % of people"),
        ("one in five", "20 percent"),
        ("98 of 100", "ninety-eight out of 100"),
        ("half of them", "50 %"),
        ("two thirds", "67 percent"),
        ("twenty-one days", "three weeks"),
        ("24 hours", "1 day"),
        ("2,140 adults", "2140 adults"),
        ("1.5 million", "1,500,000"),
        ("five to ten weeks", "5–10 weeks"),
        ("38.0 °C", "100.4 °F"),
        ("a hundred and twenty people", "120 people"),
        ("in their 40s", "in their forties, 40"),
    ],
)
def test_the_same_amount_in_other_words_is_the_same(one: str, two: str) -> None:
    assert quantities(one)
    assert not missing(one, quantities(two))


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [("20 %", "20 people"), ("1 in 1,000", "1 in 10,000"), ("three days", "three weeks"), ("2012", "2020"), ("5.1 %", "5 %"), ("38.5 °C", "38.0 °C"), ("a third", "a quarter")],
)
def test_another_amount_is_not(claim: str, evidence: str) -> None:
    assert missing(claim, quantities(evidence))


def test_names_of_genes_citations_and_list_numbers_are_no_amounts() -> None:
    assert quantities("1. FLT3 and t(9;22) in CD19 cells [3]") == frozenset()
    assert quantities("below 20 to 50 K/µL") == {Quantity(20.0, "k/ul"), Quantity(50.0, "k/ul")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CML is a slow blood cancer. [1]", []),
        ("**CML is a slow blood cancer.** [1]", []),
        ("About 95 of 100 people with CML live five years. [1]", ["grounding.number"]),
        ("Dasatinib is a tablet for CML. [1]", ["grounding.drug"]),
        ("NPM1 changes are common in AML. [2]", ["grounding.gene"]),
        ("Stop imatinib suddenly. [1]", ["grounding.negation"]),
        ("AML grows slowly. [1]", ["grounding.support"]),
        ("Green tea brings remission to most who drink it. [1]", ["grounding.support"]),
        ("Green tea brings remission to most who drink it.", ["grounding.support"]),
        ("CML is a slow blood cancer.", []),
        ("Ask your team what this means for you.", []),
        ("I'm sorry that you are going through this.", []),
        ("**What is CML?**", []),
        ("Rest and tea help most with it. [9]", ["grounding.citation"]),
    ],
)
def test_a_sentence_is_judged_by_what_it_cites(text: str, found: list[str]) -> None:
    assert rules(text) == found


def test_a_heading_may_give_the_persons_own_words_again_but_a_statement_may_not() -> None:
    context = Context(question="My husband's counts crashed after chemo. Is tea a cure?", passages=(CML, AML))
    assert rules("**My husband's counts crashed after chemo. ", context) == []
    assert rules("My husband's counts crashed after chemo. ", context) == ["grounding.support"]


def test_half_a_sentence_without_its_not_is_no_quotation() -> None:
    passage = Passage(id="a#1", doc_id="a", title="Folic acid", section="Folic acid", text="Do not take folic acid on your own if you are on methotrexate.")
    assert rules("Take folic acid on your own if you are on methotrexate. [1]", Context(passages=(passage,))) == ["grounding.negation"]


def test_a_citation_that_does_not_exist_becomes_the_one_that_carries_the_sentence() -> None:
    text = "CML is a slow blood cancer. [7]"
    assert judge(text, GroundingOutput().scan(text, BOTH)).text == "CML is a slow blood cancer. [1]"
    text = "CML is a slow blood cancer. [1][7]"
    assert judge(text, GroundingOutput().scan(text, BOTH)).text == "CML is a slow blood cancer. [1]"


def test_of_a_list_and_a_table_only_what_fails_is_dropped() -> None:
    text = "- CML is a slow blood cancer. [1]\n- Blasts reach 70 percent. [2]\n- AML grows fast and is treated at once. [2]\n"
    verdict = judge(text, GroundingOutput().scan(text, BOTH))
    assert verdict.action is Action.rewrite
    assert verdict.text == "- CML is a slow blood cancer. [1]\n- AML grows fast and is treated at once. [2]\n"
    table = "| Disease | Blasts |\n|---|---|\n| AML | Blasts reach 20 percent. [2] |\n| CML | Blasts reach 45 percent. [1] |\n"
    assert judge(table, GroundingOutput().scan(table, BOTH)).text == "| Disease | Blasts |\n|---|---|\n| AML | Blasts reach 20 percent. [2] |\n"


def test_marks_are_read_in_order_also_when_several_share_a_bracket() -> None:
    assert marks("One. [2] Two. [1, 3]") == (2, 1, 3)


def test_a_quotation_does_not_pay_for_the_embedding() -> None:
    def never(sentence: str, others: object) -> list[float]:
        raise AssertionError("a sentence that stands in a passage was embedded")

    context = Context(passages=(CML, AML), similar=never)
    assert rules("CML is a slow blood cancer. [1] ", context) == []
    assert rules("CML is a slow blood cancer.", context) == []
