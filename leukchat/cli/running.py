"""`leukchat evaluate`, `doctor` and `serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leukchat.assistant import Assistant
from leukchat.cli.common import JsonFlag, ModelChoice, app, print_json, say, settings_for


@app.command()
def evaluate(
    suite: Annotated[str, typer.Argument(help="answers, labs, nutrition, retrieval, safety or scope")],
    data: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of the evaluation sets; default: LEUKCHAT_EVAL_DATA.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Measure the Assistant; prints a table, then one JSON line (with --json the line alone)."""
    from leukchat.evaluation.suites import run_suite

    report = run_suite(suite, Assistant(settings_for()), data)
    if not as_json:
        say(report.table() + "\n")
    say(report.line())


@app.command()
def doctor(
    model: Annotated[ModelChoice | None, typer.Option(help="Say it for this model instead of the one that is set.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Say what this machine can run, which model will be used and why, and what is missing."""
    from leukchat.models.doctor import diagnose

    found = diagnose(settings_for(model=model))
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        say(found.lines())


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any free one.")] = 7860,
) -> None:
    """Open the web app."""
    from leukchat.ui.app import launch

    launch(Assistant(settings_for()), host, port)
