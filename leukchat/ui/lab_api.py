"""The lab tab for programs: one pasted report in, the same JSON as the command line out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from leukchat.assistant import Assistant
from leukchat.errors import LeukChatError
from leukchat.labs import LabInput
from leukchat.ui.lab_form import read_form


def labs_endpoint(assistant: Assistant) -> Callable[..., dict[str, Any]]:
    """The function behind `/labs`."""

    def labs(report: str, sex: str = "", age: str = "", temperature: str = "", pregnant: bool = False, treatment: str = "") -> dict[str, Any]:
        """Reads one pasted report; the same JSON as `leukchat labs --json`, or {"error": …}."""
        try:
            form = read_form(sex, age, temperature, pregnant, treatment)
            reading = assistant.explain_labs(
                [LabInput("pasted text", report)], sex=form.sex, age_years=form.age, pregnant=form.pregnant, temperature_c=form.temperature, treatment_months=form.months
            )
        except LeukChatError as error:
            return {"error": str(error)}
        return reading.model_dump(mode="json")

    return labs
