"""`leukchat labs` and `nutrition`: what is computed from a person's own figures."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leukchat.assistant import Assistant
from leukchat.cli.common import JsonFlag, app, print_json, say, settings_for
from leukchat.errors import InputError


class SexChoice(StrEnum):
    """Values of `--sex`."""

    female = "female"
    male = "male"


@app.command()
def labs(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...",
            help="Report files (text, CSV, TSV, Excel, PDF, pictures, FHIR (JSON or XML), HL7 v2, C-CDA, Apple Health), or - for a report pasted on standard input.",
        ),
    ] = None,
    sex: Annotated[SexChoice | None, typer.Option(help="Chooses the reference range.")] = None,
    age: Annotated[float | None, typer.Option(min=0, max=120, help="Age in years; fractions for children.")] = None,
    pregnant: Annotated[bool, typer.Option("--pregnant", help="Chooses the reference range.")] = False,
    temperature: Annotated[float | None, typer.Option(min=30, max=45, help="Body temperature in °C, if measured.")] = None,
    treatment_months: Annotated[float | None, typer.Option(min=0, max=600, help="Months of CML treatment when the latest BCR::ABL1 was taken.")] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="OUT", help="Also write one page for the visit.")] = None,
    name: Annotated[str, typer.Option(help="A name to print on that page; without it the page names nobody.")] = "",
    as_json: JsonFlag = False,
) -> None:
    """Read lab reports: values, flags, what is urgent, in plain words."""
    from leukchat.labs import LabInput

    if not files:
        raise InputError("No report given; name a file, or - to read a pasted report from standard input.")
    inputs = [LabInput(name=name if name != "-" else "pasted text", content=_report_bytes(name)) for name in files]
    reading = Assistant(settings_for()).explain_labs(
        inputs, sex=sex.value if sex else None, age_years=age, pregnant=pregnant, temperature_c=temperature, treatment_months=treatment_months
    )
    if pdf is not None:
        from leukchat.labs.visit_pdf import visit_pdf

        _write(pdf, visit_pdf(reading, name=name))
    if as_json:
        print_json(reading.model_dump(mode="json"))
        return
    say(reading.summary)
    if reading.questions_for_doctor:
        say("\nQuestions for your doctor\n" + "\n".join(f"- {question}" for question in reading.questions_for_doctor))


def _report_bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or 'cannot be read'}; give the path of a report file, or - for standard input.") from error


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or 'cannot be written'}; give the path of a file that can be written, such as plan.pdf.") from error


@app.command()
def nutrition(
    profile: Annotated[str, typer.Argument(metavar="PROFILE.json", help="The person's profile; - for standard input.")],
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="OUT", help="Also write one or two pages to print.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Nutrition guidance for a profile: targets, foods, what to avoid and why. Computed, cited, never a dose."""
    try:
        content = json.loads(_report_bytes(profile).decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"{profile}: not valid JSON ({error}); give an object with age, sex, weight_kg, height_cm and so on.") from error
    if not isinstance(content, dict):
        raise InputError(f"{profile}: must be a JSON object with age, sex, weight_kg, height_cm and so on.")
    plan = Assistant(settings_for()).plan_nutrition(content, answer=True)
    if pdf is not None:
        from leukchat.nutrition.print import print_pdf

        _write(pdf, print_pdf(plan))
    if as_json:
        print_json(plan.model_dump(mode="json"))
        return
    say(plan.summary)
    if plan.answer:
        say(f"## Your question\n{plan.answer}")
        for citation in plan.answer_citations:
            say(f"[{citation.n}] {citation.title}: {citation.source.name}. {citation.source.url}")
