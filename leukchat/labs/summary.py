"""The reading in plain words: the most urgent first, then what is out of range, what is in range, and what to ask."""

from __future__ import annotations

from leukchat.labs.catalogue import catalogue
from leukchat.labs.model import LabReading, LabResult, Pattern, Urgency

_HEADS: dict[Urgency, str] = {
    "emergency": "Get help now",
    "urgent": "Call your team today",
    "soon": "Contact your team within one to three days",
    "routine": "For your next visit",
}
_FLAG_WORDS = {
    "critical_low": "very low",
    "low": "low",
    "normal": "in range",
    "high": "high",
    "critical_high": "very high",
    "abnormal": "not as usual",
    "indeterminate": "cannot be judged",
}
_MAX_QUESTIONS = 8
_CLOSING = (
    "This explains numbers; it is not a diagnosis. Your own lab's ranges and your team's advice come first. "
    "With fever of 38.0 °C (100.4 °F) or more, bleeding, trouble breathing or confusion, call now, whatever "
    "the numbers say."
)


def summarise(reading: LabReading) -> str:
    """A Markdown summary without identifiers."""
    parts: list[str] = []
    for urgency, head in _HEADS.items():
        found = [pattern for pattern in reading.patterns if pattern.urgency == urgency]
        if found:
            parts.append("\n\n".join([f"## {head}", *(_pattern(pattern) for pattern in found)]))
    results = [*reading.results, *reading.derived]
    parts += _group("## Out of range", results, ("critical_low", "critical_high", "low", "high", "abnormal"), about=True)
    parts += _group("## In range", results, ("normal",), about=False)
    unsure = [result for result in results if result.flag == "indeterminate"]
    if unsure:
        parts.append("\n".join(["## Could not be judged", *(f"- {_value(result)}: {_why(result)}" for result in unsure)]))
    if reading.unrecognised:
        count = len(reading.unrecognised)
        parts.append(f"{count} more line{'' if count == 1 else 's'} looked like {'a result' if count == 1 else 'results'} but could not be read; please check them on the report.")
    parts += dict.fromkeys(note for report in reading.reports for note in report.notes)
    parts.append(_CLOSING)
    return "\n\n".join(parts)


def _pattern(pattern: Pattern) -> str:
    return f"**{pattern.title}.** {pattern.explanation} {pattern.must_not_conclude}".strip()


def _group(head: str, results: list[LabResult], flags: tuple[str, ...], about: bool) -> list[str]:
    chosen = [result for flag in flags for result in results if result.flag == flag]
    if not chosen:
        return []
    lines = [head]
    for result in chosen:
        meaning = f" {catalogue().analytes[result.analyte].about[0]}" if about else ""
        lines.append(f"- {_value(result)}: {_FLAG_WORDS[result.flag]}{_range(result)}.{meaning}")
    return ["\n".join(lines)]


def _value(result: LabResult) -> str:
    number = f"{result.value:g}" if isinstance(result.value, float) else str(result.value)
    return f"{catalogue().analytes[result.analyte].name} {result.comparator or ''}{number}{f' {result.unit}' if result.unit else ''}"


def _range(result: LabResult) -> str:
    return f" (range {result.reference.text})" if result.reference and result.reference.text else ""


def _why(result: LabResult) -> str:
    return result.warnings[0] if result.warnings else "the report prints no range, and none is known for it."


def questions(reading: LabReading) -> tuple[str, ...]:
    """Questions for the doctor, the most urgent first, at most eight."""
    asked = [pattern.ask for pattern in reading.patterns if pattern.ask]
    named = {key for pattern in reading.patterns for key in pattern.based_on}
    table = catalogue().analytes
    odd = [result for result in reading.results if result.flag not in ("normal", "indeterminate") and result.analyte not in named]
    asked += [f"My {table[result.analyte].name} is {_FLAG_WORDS[result.flag]}: what does that mean for me?" for result in odd]
    asked += [f"How should I read the change in my {table[trend.analyte].name}, {trend.change}?" for trend in reading.trends if trend.direction != "steady"]
    asked.append("Which of these values will you check again, and when?")
    return tuple(dict.fromkeys(asked))[:_MAX_QUESTIONS]
