"""The reading in words at three reading levels: the most urgent first, then what is out of range, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leukchat.labs.catalogue import catalogue
from leukchat.labs.model import DerivedResult, LabReading, LabResult, Pattern, Urgency
from leukchat.labs.trends import latest_results
from leukchat.reading.readability import reading_grade
from leukchat.safety.injection_outside import TOLD
from leukchat.types import Level

URGENCY_HEADS: dict[Urgency, str] = {
    "emergency": "Get help now",
    "urgent": "Call your team today",
    "soon": "Contact your team within one to three days",
    "routine": "For your next visit",
}
FLAG_WORDS = {
    "critical_low": "very low",
    "low": "low",
    "normal": "in range",
    "high": "high",
    "critical_high": "very high",
    "abnormal": "not as usual",
    "indeterminate": "cannot be judged",
}
PLAIN_GRADE = 7.0
_OUT = ("critical_low", "critical_high", "low", "high", "abnormal")
_MAX_QUESTIONS = 8
_CLOSING = (
    "This explains numbers; it is not a diagnosis. Your own lab's ranges and your team's advice come first. "
    "With fever of 38.0 °C (100.4 °F) or more, bleeding, trouble breathing or confusion, call now, whatever "
    "the numbers say."
)
_CLOSING_PLAIN = "These are only numbers. They do not name an illness. Your team knows you best. Call now if you have a fever of 38.0 °C (100.4 °F) or more, if you bleed, or if it is hard to breathe."


def summarise(reading: LabReading, level: Level = Level.standard) -> str:
    """A Markdown summary without identifiers. `plain` stays at or below school grade 7; `detailed` adds what the others leave out."""
    parts: list[str] = []
    for urgency, head in URGENCY_HEADS.items():
        found = [pattern for pattern in reading.patterns if pattern.urgency == urgency]
        if found:
            parts.append("\n\n".join([f"## {head}", *(_pattern(pattern, level) for pattern in found)]))
    results = latest_results(reading)
    parts += _plain(results) if level is Level.plain else _full(results, level)
    if level is not Level.plain and reading.trends:
        names = catalogue().analytes
        parts.append("\n".join(["## Over time", *(f"- {names[trend.analyte].name}: {trend.change}." for trend in reading.trends)]))
    if reading.unrecognised:
        count = len(reading.unrecognised)
        parts.append(f"{count} more line{'' if count == 1 else 's'} looked like {'a result' if count == 1 else 'results'} but could not be read; please check them on the report.")
    parts += dict.fromkeys(note for report in reading.reports for note in report.notes)
    parts.append(_CLOSING_PLAIN if level is Level.plain else _CLOSING)
    if "instructions" in reading.redacted:
        parts.append(f"*{TOLD['report']}*")
    return "\n\n".join(parts)


def _pattern(pattern: Pattern, level: Level) -> str:
    text = f"**{pattern.title}.** {pattern.explanation} {pattern.must_not_conclude}".strip()
    if level is not Level.detailed:
        return text
    links = ", ".join(f"[{source.name}]({source.url})" for source in pattern.sources)
    return f"{text} Sources: {links}."


def _plain(results: Sequence[LabResult]) -> list[str]:
    """Few words: what is out of range and what it does in the body; how many are in range."""
    out = [result for flag in _OUT for result in results if result.flag == flag]
    parts = []
    if out:
        parts.append("\n".join(["## Out of range", *(f"- {_value(result)}: {FLAG_WORDS[result.flag]}.{_simple(result)}" for result in out)]))
    fine = sum(result.flag == "normal" for result in results)
    if fine:
        parts.append(f"## In range\n{fine} value{' is' if fine == 1 else 's are'} in range.")
    unsure = [result for result in results if result.flag == "indeterminate"]
    if unsure:
        parts.append("\n".join(["## Not clear", *(f"- {_value(result)}. Please ask your team." for result in unsure)]))
    return parts


def _simple(result: LabResult) -> str:
    sentence = catalogue().analytes[result.analyte].about[0]
    return f" {sentence}" if reading_grade(sentence) <= PLAIN_GRADE else ""


def _full(results: Sequence[LabResult], level: Level) -> Iterator[str]:
    yield from _group("## Out of range", results, _OUT, level, about=True)
    yield from _group("## In range", results, ("normal",), level, about=level is Level.detailed)
    unsure = [result for result in results if result.flag == "indeterminate"]
    if unsure:
        yield "\n".join(["## Could not be judged", *(f"- {_value(result)}: {_why(result)}" for result in unsure)])


def _group(head: str, results: Sequence[LabResult], flags: tuple[str, ...], level: Level, about: bool) -> list[str]:
    chosen = [result for flag in flags for result in results if result.flag == flag]
    if not chosen:
        return []
    lines = [head]
    for result in chosen:
        sentences = catalogue().analytes[result.analyte].about
        meaning = f" {' '.join(sentences if level is Level.detailed else sentences[:1])}" if about else ""
        more = _more(result) if level is Level.detailed else ""
        lines.append(f"- {_value(result)}: {FLAG_WORDS[result.flag]}{_range(result)}.{meaning}{more}")
    return ["\n".join(lines)]


def _more(result: LabResult) -> str:
    """How a value was computed, what it is in SI, and what to know about it."""
    parts = [f" Calculated: {result.formula}." if isinstance(result, DerivedResult) else ""]
    if result.value_si is not None and result.unit_si and result.unit != result.unit_si:
        parts.append(f" In SI units {result.value_si:.4g} {result.unit_si}.")
    return "".join([*parts, *(f" {note}" for note in result.warnings)])


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
    odd = [result for result in latest_results(reading) if not isinstance(result, DerivedResult) and result.flag not in ("normal", "indeterminate") and result.analyte not in named]
    asked += [f"My result for {_inside(table[result.analyte].name)} is {FLAG_WORDS[result.flag]}: what does that mean for me?" for result in odd]
    asked += [
        f"My result for {_inside(table[trend.analyte].name)} went {trend.change.partition(';')[0]}: how should I read that?"
        for trend in reading.trends
        if trend.direction != "steady"
    ]
    asked.append("Which of these values will you check again, and when?")
    return tuple(dict.fromkeys(asked))[:_MAX_QUESTIONS]


def _inside(name: str) -> str:
    """A test's name inside a sentence: `red blood cells`, but `LDH` and `D-dimer` as they are."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
