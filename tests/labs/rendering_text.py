"""Reports for tests as plain text: values drawn at random, printed line by line in many layouts and seven manners."""

from __future__ import annotations

import random
from dataclasses import dataclass

from rendering_rows import HEADS, ROWS, STYLES, Row, Style

LAYOUTS = (
    "columns",
    "tabs",
    "pipes",
    "markdown",
    "dots",
    "colon",
    "equals",
    "brackets",
    "unit below",
    "one thing a line",
    "sentence",
    "flag first",
    "previous",
    "unit by name",
    "range first",
)
_COMMENTS = ("Comment: verified by repeat.", "Result called 08:15 by lab.", "Note: sample slightly hemolyzed", "Method 3: photometry 540 nm")
_RANGES = (
    "{low} - {high}",
    "{low}-{high}",
    "({low} - {high})",
    "[{low}-{high}]",
    "{low} – {high}",
    "{low} {to} {high}",
    "{low}..{high}",
    "Ref: {low}-{high}",
    "({low}-{high} {unit})",
)
_RANGES += ("(Normal {low} - {high})", "{low} — {high}", "> {low}", "<{high}")
_TO = {"en": "to", "de": "bis", "fr": "à", "es": "a", "pt": "a"}
_WIDE = 34
SECRETS = ("Quillfeather", "ZX4471902")


@dataclass(frozen=True, slots=True)
class TextReport:
    """A printed report: its text, and for each value analyte, number, unit and what its range says."""

    text: str
    layout: str
    gold: tuple[tuple[str, float, str, str], ...]


@dataclass(frozen=True, slots=True)
class _Cells:
    """What one row prints."""

    name: str
    value: str
    flag: str
    unit: str
    range: str
    earlier: str

    @property
    def flagged(self) -> str:
        return f"{self.value} {self.flag}".strip()


def text_report(seed: int) -> TextReport:
    """A report that follows from `seed` alone."""
    dice = random.Random(seed)
    style = STYLES[dice.choice(sorted(STYLES))]
    layout = dice.choice(LAYOUTS)
    head = HEADS[style.language]
    day = style.date(f"2026-{dice.randint(1, 9):02d}-{dice.randint(13, 28)}")
    lines = [head["laboratory"], f"{head['patient']}: {SECRETS[0]}, Imogen   {head['id']}: {SECRETS[1]}", f"{head['sex']}: {head['female']}  {head['taken']}: {day}", ""]
    order = {"previous": dice.choice(("value previous unit range", "value unit range previous")), "range first": "range unit value"}.get(layout, "value unit range").split()
    if layout in ("columns", "tabs", "pipes", "markdown", "flag first", "previous", "range first"):
        titles = [head["test"], *(head["result" if key == "value" else key] for key in order)]
        lines.append(
            {"tabs": "\t", "pipes": " | ", "markdown": " | "}.get(layout, "").join(titles if layout in ("tabs", "pipes", "markdown") else [title.ljust(_WIDE) for title in titles])
        )
    gold, said = [], []
    for row in dice.sample(ROWS[style.language], dice.randint(3, 12)):
        value, cells = _drawn(dice, style, row)
        gold.append((row.analyte, value, row.unit, "low" if value < row.ref_low else "high" if value > row.ref_high else "normal"))
        if layout == "sentence":
            said.append(f"{cells.name} {cells.value} {cells.unit}")
        else:
            lines += _printed(cells, layout, order, head["range"])
        if dice.random() < 0.06:
            lines.append(dice.choice(_COMMENTS))
    lines += [("; " if style.comma else ", ").join(said)] if said else []
    return TextReport("\n".join(lines), layout, tuple(gold))


def _drawn(dice: random.Random, style: Style, row: Row) -> tuple[float, _Cells]:
    value, earlier = (round(dice.uniform(row.low, row.high), row.digits) for _ in range(2))
    flag = style.flags[1] if value > row.ref_high else style.flags[0] if value < row.ref_low else ""
    ends = {"low": style.number(row.ref_low, row.digits), "high": style.number(row.ref_high, row.digits)}
    limits = dice.choice(_RANGES).format(**ends, unit=row.unit, to=_TO[style.language[:2]])
    return value, _Cells(row.name, style.number(value, row.digits), flag, row.unit, limits, style.number(earlier, row.digits))


def _printed(cells: _Cells, layout: str, order: list[str], range_title: str) -> list[str]:
    """The lines of one row."""
    parts = {"value": cells.flagged, "unit": cells.unit, "range": cells.range, "previous": cells.earlier}
    row = [cells.name, *(parts[key] for key in order)]
    bare = cells.range.strip("()[]")
    lines = {
        "columns": [f"{cells.name:<{_WIDE}}{cells.value:>9} {cells.flag:<3} {cells.unit:<12} {cells.range}"],
        "flag first": [f"{cells.name:<{_WIDE}}{cells.flag:<3}{cells.value:>9} {cells.unit:<12} {cells.range}"],
        "tabs": ["\t".join(row)],
        "pipes": [" | ".join(row)],
        "markdown": [f"| {' | '.join(row)} |"],
        "dots": [f"{cells.name} ........ {cells.value} {cells.unit} {cells.flag} {cells.range}".replace("  ", " ")],
        "colon": [f"{cells.name}: {cells.value} {cells.unit} {cells.flag} {cells.range}".replace("  ", " ")],
        "equals": [f"{cells.name} = {cells.value} {cells.unit} {cells.range}"],
        "brackets": [f"{cells.name} {cells.value} {cells.unit} ({bare})"],
        "unit below": [f"{cells.name:<{_WIDE}}{cells.value:>9} {cells.flag}".rstrip(), f"   {cells.unit}  {cells.range}"],
        "one thing a line": [cells.name, f"  {cells.value} {cells.unit} {cells.flag}".rstrip(), f"  {range_title}: {cells.range}"],
        "unit by name": [f"{cells.name} ({cells.unit}):  {cells.value}   {cells.range}"],
    }
    return lines.get(layout) or ["".join(cell.ljust(_WIDE) for cell in row)]
