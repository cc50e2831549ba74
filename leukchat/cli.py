"""The command line. Thin: it parses, calls the Assistant and prints; errors become one line here and nowhere else."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import click
import typer
from pydantic import ValidationError

from leukchat.assistant import Assistant
from leukchat.errors import InputError, LeukChatError, SourceError
from leukchat.jsonl import run_jsonl
from leukchat.settings import RetrievalSettings, Settings, load_settings
from leukchat.types import Answer, Level, Stage, Turn

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="Cited, guarded answers about leukemia; lab reports and nutrition explained. Never a dose."
)
index_app = typer.Typer(no_args_is_help=True, help="Build and inspect search indexes.")
app.add_typer(index_app, name="index")

JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
JsonlFile = Annotated[str | None, typer.Option("--jsonl", metavar="FILE", help="Read JSON Lines from FILE (- for standard input), print one object a line.")]
IndexDir = Annotated[Path | None, typer.Option("--index", metavar="DIR", help="An index made by `leukchat index build`; default: the built-in library.")]


class ModelChoice(StrEnum):
    """Back ends of `--model`."""

    embedded = "embedded"
    llama = "llama"
    endpoint = "endpoint"


class RetrieverChoice(StrEnum):
    """Values of `--retriever`."""

    hybrid = "hybrid"
    dense = "dense"
    bm25 = "bm25"


class SexChoice(StrEnum):
    """Values of `--sex`."""

    female = "female"
    male = "male"


class StageChoice(StrEnum):
    """Values of `--stage`."""

    input = "input"
    output = "output"


def _settings(model: str | None = None, retriever: str | None = None) -> Settings:
    settings = load_settings()
    if model:
        settings = settings.model_copy(update={"model": settings.model.model_copy(update={"name": model})})
    if retriever:
        settings = settings.model_copy(update={"retrieval": RetrievalSettings(**{**settings.retrieval.model_dump(), "retriever": retriever})})
    return settings


def _print_json(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _one_of(value: Any, jsonl: str | None, what: str) -> None:
    if (value is None) == (jsonl is None):
        raise InputError(f"Give either {what} or --jsonl FILE, not {'both' if jsonl else 'neither'}.")


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
    _one_of(question, jsonl, "a question")
    assistant = Assistant(_settings(model=model), index)

    def answer(row: dict[str, Any]) -> dict[str, Any]:
        chosen = _level(row.get("level")) or level
        return _answer_json(assistant.ask(row["question"], _history(row.get("history")), chosen, country, k))

    if jsonl is not None:
        run_jsonl(jsonl, answer, "question")
    elif as_json:
        _print_json({"id": None, **answer({"question": question})})
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
    _say(answer.answer)
    if answer.citations:
        _say("\nSources")
    for citation in answer.citations:
        _say(f"[{citation.n}] {citation.title}: {citation.section}")
        for source in citation.sources:
            _say(f"    {source.name}. {source.url}" + (f" (section reviewed {source.reviewed})" if source.reviewed else ""))
    if answer.follow_ups:
        _say("\nYou could also ask\n" + "\n".join(f"- {question}" for question in answer.follow_ups))


@app.command()
def guard(
    stage: Annotated[StageChoice, typer.Option(help="input: what a person wrote; output: what a person would be shown.")],
    text: Annotated[str | None, typer.Option(help="The text to judge.")] = None,
    jsonl: JsonlFile = None,
    as_json: JsonFlag = False,
) -> None:
    """Judge a text by the safety rules."""
    _one_of(text, jsonl, "--text")
    assistant = Assistant(_settings())

    def judge(row: dict[str, Any]) -> dict[str, Any]:
        verdict = assistant.check(_stage(stage), row["text"])
        rules = list(dict.fromkeys(finding.rule for finding in verdict.findings))
        return {"action": verdict.action.value, "rules": rules, "spans": [[f.start, f.end, f.rule] for f in verdict.findings], "text": verdict.text}

    if jsonl is not None:
        run_jsonl(jsonl, judge, "text")
        return
    result = judge({"text": text})
    if as_json:
        _print_json({"id": None, **result})
    else:
        _say(f"{result['action']}  {', '.join(result['rules']) or 'no rule'}\n{result['text']}")


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
    _one_of(query, jsonl, "a query")
    assistant = Assistant(_settings(retriever=retriever), index)

    def find(row: dict[str, Any]) -> dict[str, Any]:
        hits = assistant.search(row["query"], k).hits
        fields = ("rank", "passage_id", "doc_id", "title", "section", "score", "text")
        return {"hits": [dict(zip(fields, (h.rank, h.passage.id, h.passage.doc_id, h.passage.title, h.passage.section, h.score, h.passage.text), strict=True)) for h in hits]}

    if jsonl is not None:
        run_jsonl(jsonl, find, "query")
        return
    result = find({"query": query})
    if as_json:
        _print_json({"id": None, **result})
    else:
        for hit in result["hits"]:
            _say(f"{hit['rank']:>2}. {hit['title']}: {hit['section'] or hit['passage_id']}  ({hit['score']:.4f})\n    {hit['text'][:160].strip()}…")


@index_app.command("build")
def index_build(
    source: Annotated[
        list[Path] | None, typer.Option("--source", metavar="FILE", help="JSON Lines, the PubMed table (CSV, TSV, JSON Lines, Parquet), Markdown or text; may be repeated.")
    ] = None,
    more: Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help="More sources.")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where the index goes.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Build an index; without --source, that of the built-in library. An interrupted build goes on where it stopped."""
    paths = [*(source or []), *(more or [])]
    assistant = Assistant(_settings())
    if not paths:
        from leukchat.knowledge.builtin import ensure_library_index

        folder = ensure_library_index(out or assistant.settings.index_dir, assistant.embedder)
    else:
        if out is None:
            raise InputError("--out DIR is needed with --source; name the folder for the index.")
        folder = _build_from(paths, out, assistant)
    _print_info(folder, as_json)


def _build_from(paths: list[Path], out: Path, assistant: Assistant) -> Path:
    from leukchat.knowledge.ingest import read_passages, sources_hash
    from leukchat.retrieval.build import build_index, is_fresh

    if out.exists() and not out.is_dir():
        raise SourceError(f"{out}: is a file; --out must name a folder.")
    digest = sources_hash(paths)
    if not is_fresh(out, digest, assistant.embedder.id):
        report = build_index(read_passages(paths), out, assistant.embedder, digest, lambda done: _progress(done))
        sys.stderr.write(f"\r{report.passages} passages indexed, {report.reused} of them from an interrupted build\n")
    return out


def _progress(done: int) -> None:
    sys.stderr.write(f"\r{done} passages")
    sys.stderr.flush()


@index_app.command("info")
def index_info(folder: Annotated[Path, typer.Argument(metavar="DIR")], as_json: JsonFlag = False) -> None:
    """Say what an index holds and whether it is whole."""
    _print_info(folder, as_json)


def _print_info(folder: Path, as_json: bool) -> None:
    from leukchat.retrieval.store import SearchIndex

    manifest = SearchIndex(folder).manifest
    info = {
        "dir": str(folder),
        "format": manifest.format,
        "embedder": manifest.embedder,
        "passages": manifest.passages,
        "sentences": manifest.sentences,
        "built": manifest.built,
        "source_hash": manifest.source_hash,
    }
    if as_json:
        _print_json(info)
    else:
        _say("\n".join(f"{name:<12} {value}" for name, value in info.items()))


@app.command()
def labs(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE...", help="Report files (text or CSV), or - for a report pasted on standard input.")] = None,
    sex: Annotated[SexChoice | None, typer.Option(help="Chooses the reference range.")] = None,
    age: Annotated[float | None, typer.Option(min=0, max=120, help="Age in years; fractions for children.")] = None,
    pregnant: Annotated[bool, typer.Option("--pregnant", help="Chooses the reference range.")] = False,
    temperature: Annotated[float | None, typer.Option(min=30, max=45, help="Body temperature in °C, if measured.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Read lab reports: values, flags, what is urgent, in plain words."""
    from leukchat.labs import LabInput

    if not files:
        raise InputError("No report given; name a file, or - to read a pasted report from standard input.")
    inputs = [LabInput(name=name if name != "-" else "pasted text", content=_report_bytes(name)) for name in files]
    reading = Assistant(_settings()).explain_labs(inputs, sex=sex.value if sex else None, age_years=age, pregnant=pregnant, temperature_c=temperature)
    if as_json:
        _print_json(reading.model_dump(mode="json"))
        return
    _say(reading.summary)
    if reading.questions_for_doctor:
        _say("\nQuestions for your doctor\n" + "\n".join(f"- {question}" for question in reading.questions_for_doctor))


def _report_bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or 'cannot be read'}; give the path of a report file, or - for standard input.") from error


@app.command()
def nutrition(
    profile: Annotated[str, typer.Argument(metavar="PROFILE.json", help="The person's profile; - for standard input.")],
    as_json: JsonFlag = False,
) -> None:
    """Nutrition guidance for a profile: targets, foods, what to avoid and why. Computed, cited, never a dose."""
    try:
        content = json.loads(_report_bytes(profile).decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"{profile}: not valid JSON ({error}); give an object with age, sex, weight_kg, height_cm and so on.") from error
    if not isinstance(content, dict):
        raise InputError(f"{profile}: must be a JSON object with age, sex, weight_kg, height_cm and so on.")
    plan = Assistant(_settings()).plan_nutrition(content)
    if as_json:
        _print_json(plan.model_dump(mode="json"))
    else:
        _say(plan.summary)


@app.command()
def evaluate(
    suite: Annotated[str, typer.Argument(help="answers, retrieval, safety or scope")],
    data: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of the evaluation sets; default: LEUKCHAT_EVAL_DATA.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Measure the Assistant; prints a table, then one JSON line (with --json the line alone)."""
    from leukchat.evaluation.suites import run_suite

    report = run_suite(suite, Assistant(_settings()), data)
    if not as_json:
        _say(report.table() + "\n")
    _say(report.line())


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any free one.")] = 7860,
) -> None:
    """Open the web app."""
    from leukchat.ui.app import launch

    launch(Assistant(_settings()), host, port)


def main() -> None:
    """Runs the command line; every expected problem ends in one line on stderr and exit code 2."""
    try:
        code = app(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(error.format_message() + "\n")
        raise SystemExit(2) from None
    except click.ClickException as error:
        sys.stderr.write(f"leukchat: {' '.join(error.format_message().split())} See: leukchat --help\n")
        raise SystemExit(2) from None
    except LeukChatError as error:
        sys.stderr.write(f"leukchat: {' '.join(str(error).split())}\n")
        raise SystemExit(2) from None
    except (click.Abort, KeyboardInterrupt):
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    raise SystemExit(code if isinstance(code, int) else 0)
