"""`leukchat ask`, `guard` and `search`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from leukchat.assistant import Assistant
from leukchat.cli.common import IndexDir, JsonFlag, JsonlFile, ModelChoice, RetrieverChoice, app, one_of, print_json, say, settings_for
from leukchat.errors import InputError
from leukchat.jsonl import run_jsonl
from leukchat.types import Answer, Level, Stage, Turn


class StageChoice(StrEnum):
    """Values of `--stage`."""

    input = "input"
    output = "output"


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in English.")] = None,
    jsonl: JsonlFile = None,
    as_json: JsonFlag = False,
    model: Annotated[ModelChoice | None, typer.Option(help="What phrases the answer.")] = None,
    level: Annotated[Level | None, typer.Option(help="How the answer reads.")] = None,
    k: Annotated[int | None, typer.Option("-k", min=1, max=100, help="Passages to answer from.")] = None,
    country: Annotated[str, typer.Option(help="ISO country code for emergency numbers.")] = "",
    index: IndexDir = None,
) -> None:
    """Answer a question with cited sources."""
    one_of(question, jsonl, "a question")
    assistant = Assistant(settings_for(model=model), index)

    def answer(row: dict[str, Any]) -> dict[str, Any]:
        chosen = _level(row.get("level")) or level
        return _answer_json(assistant.ask(row["question"], _history(row.get("history")), chosen, country, k))

    if jsonl is not None:
        run_jsonl(jsonl, answer, "question")
    elif as_json:
        print_json({"id": None, **answer({"question": question})})
    else:
        _print_answer(assistant.ask(question or "", (), level, country, k))


def _answer_json(answer: Answer) -> dict[str, Any]:
    return answer.model_dump(mode="json")


def _history(value: Any) -> tuple[Turn, ...]:
    try:
        return tuple(Turn.model_validate(turn) for turn in value or ())
    except (ValidationError, TypeError) as error:
        raise InputError('history must be a list of {"role": "user" or "assistant", "content": "…"}.') from error


def _level(value: Any) -> Level | None:
    if value is None:
        return None
    if value not in Level.__members__:
        raise InputError(f"level {value!r} is not known; use one of {', '.join(Level)}.")
    return Level(value)


def _print_answer(answer: Answer) -> None:
    say(answer.answer)
    if answer.citations:
        say("\nSources")
    for citation in answer.citations:
        say(f"[{citation.n}] {citation.title}: {citation.section}")
        for source in citation.sources:
            say(f"    {source.name}. {source.url}" + (f" (section reviewed {source.reviewed})" if source.reviewed else ""))
    if answer.follow_ups:
        say("\nYou could also ask\n" + "\n".join(f"- {question}" for question in answer.follow_ups))


@app.command()
def guard(
    stage: Annotated[StageChoice, typer.Option(help="input: what a person wrote; output: what a person would be shown.")],
    text: Annotated[str | None, typer.Option(help="The text to judge.")] = None,
    jsonl: JsonlFile = None,
    as_json: JsonFlag = False,
) -> None:
    """Judge a text by the safety rules."""
    one_of(text, jsonl, "--text")
    assistant = Assistant(settings_for())

    def judge(row: dict[str, Any]) -> dict[str, Any]:
        verdict = assistant.check(_stage(stage), row["text"], str(row.get("question") or ""))
        rules = list(dict.fromkeys(finding.rule for finding in verdict.findings))
        return {"action": verdict.action.value, "rules": rules, "spans": [[f.start, f.end, f.rule] for f in verdict.findings], "text": verdict.text}

    if jsonl is not None:
        run_jsonl(jsonl, judge, "text")
        return
    result = judge({"text": text})
    if as_json:
        print_json({"id": None, **result})
    else:
        say(f"{result['action']}  {', '.join(result['rules']) or 'no rule'}\n{result['text']}")


def _stage(choice: StageChoice) -> Stage:
    return "input" if choice is StageChoice.input else "output"


@app.command()
def search(
    query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    jsonl: JsonlFile = None,
    as_json: JsonFlag = False,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")] = 10,
    retriever: Annotated[RetrieverChoice | None, typer.Option(help="How passages are found.")] = None,
    index: IndexDir = None,
) -> None:
    """Find passages in the library or in an index of your own."""
    one_of(query, jsonl, "a query")
    assistant = Assistant(settings_for(retriever=retriever), index)

    def find(row: dict[str, Any]) -> dict[str, Any]:
        hits = assistant.search(row["query"], k).hits
        fields = ("rank", "passage_id", "doc_id", "title", "section", "score", "text")
        return {"hits": [dict(zip(fields, (h.rank, h.passage.id, h.passage.doc_id, h.passage.title, h.passage.section, h.score, h.passage.text), strict=True)) for h in hits]}

    if jsonl is not None:
        run_jsonl(jsonl, find, "query")
        return
    result = find({"query": query})
    if as_json:
        print_json({"id": None, **result})
    else:
        for hit in result["hits"]:
            say(f"{hit['rank']:>2}. {hit['title']}: {hit['section'] or hit['passage_id']}  ({hit['score']:.4f})\n    {hit['text'][:160].strip()}…")
