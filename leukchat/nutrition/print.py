"""The plan as a PDF to print: one or two A4 pages, without anything that says who it is for.

Fonts: Bitstream Vera, which reportlab carries; it covers µ, ≥, – and é and is embedded. Sections are cut in a fixed order
only when two pages do not hold them; red flags, warnings, the avoid list and medicines are never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import groupby
from typing import Any

from leukchat.nutrition.model import MealRow, NamedSource, NutritionPlan
from leukchat.reading.pdf_fonts import BOLD, REGULAR, printable, register_fonts
from leukchat.types import today

PAGES = 2
_SIZES = (8.5, 7.5, 6.5, 5.8)
_MARGIN = 34.0  # points
_HEADS = {"never": "Leave out", "limit": "Limit", "ask_first": "Ask first"}
_CUT_FIRST = ("Food safety", "Good choices", "For what you feel", "Targets and what this day gives")


@dataclass(frozen=True)
class Section:
    """A heading and its lines, in the small markup of reportlab paragraphs."""

    title: str
    lines: tuple[str, ...]


def print_pdf(plan: NutritionPlan) -> bytes:
    """The plan as PDF bytes, at most two pages; the largest size that fits is used."""
    sections = _sections(plan)
    for size in _SIZES:
        pdf, pages = _build(sections, size)
        if pages <= PAGES:
            return pdf
    for title in _CUT_FIRST:
        sections = [section for section in sections if section.title != title]
        pdf, pages = _build([*sections, Section("Shortened", ("Some sections did not fit on two pages; the full guidance holds them.",))], _SIZES[-1])
        if pages <= PAGES:
            break
    return pdf


def _sections(plan: NutritionPlan) -> list[Section]:
    numbers = {citation.source.url: citation.n for citation in plan.citations}

    def mark(source: NamedSource) -> str:
        return f" [{numbers[source.url]}]" if source.url in numbers else ""

    found = [
        Section("Call now", tuple(f"<b>{escape(flag)}</b>" for flag in plan.red_flags)),
        Section("What matters first", tuple(escape(text) for text in plan.warnings if text not in plan.red_flags)),
        Section("One day as an example", _day(plan)),
        Section("Targets and what this day gives", _targets(plan)),
        *(_avoid(plan, severity, head, mark) for severity, head in _HEADS.items()),
        Section("For what you feel", tuple(f"<b>{escape(row.symptom.capitalize())}:</b> {escape(' '.join((*row.tips, row.call)))}{mark(row.source)}" for row in plan.symptom_tips)),
        Section("Food safety", (escape(" ".join(plan.food_safety)),) if plan.food_safety else ()),
        Section("Good choices", tuple(f"<b>{escape(row.group)}:</b> {escape('; '.join(row.items))}.{mark(row.source)}" for row in plan.foods)),
        Section("Ask your team and the dietitian", tuple(escape(text) for text in plan.ask_your_team)),
        Section("Sources", tuple([escape("; ".join(f"[{c.n}] {c.source.name}, {c.source.url}" for c in plan.citations))] if plan.citations else ())),
    ]
    return [section for section in found if section.lines]


def _day(plan: NutritionPlan) -> tuple[str, ...]:
    def words(rows: Sequence[MealRow]) -> str:
        return "; ".join(f"{row.dish}, {row.portions}" for row in rows)

    lines = [f"<b>{escape(meal)}:</b> {escape(words(list(rows)))}" for meal, rows in groupby(plan.meal_plan, key=lambda row: row.meal)]
    if lines:
        lines.append(f"Together about {plan.plan_totals.get('energy_kcal', 0):.0f} kcal and {plan.plan_totals.get('protein_g', 0):.0f} g protein.")
    return tuple(lines)


def _targets(plan: NutritionPlan) -> tuple[str, ...]:
    targets = plan.targets
    bands = (("Energy", targets.energy_kcal, "kcal"), ("Protein", targets.protein_g, "g"), ("Fluid", targets.fluid_ml, "mL"))
    ranges = [f"<b>{label}:</b> {band[0]} to {band[1]} {unit} a day" for label, band, unit in bands if band]
    shares = [f"{row.nutrient} {row.percent:.0f} %" for row in plan.nutrients if row.percent is not None]
    lines = [". ".join(ranges) + ". Ranges to talk over with a dietitian, not goals to force."] if ranges else []
    if shares:
        lines.append(escape("This day in percent of the reference intakes: " + ", ".join(shares) + "."))
    return tuple(lines)


def _avoid(plan: NutritionPlan, severity: str, head: str, mark: Any) -> Section:
    """The avoid list and the medicine rows of one severity; rows with the same reason share a line."""
    advice = {row.rule: row.advice for row in plan.interactions}
    lines = []
    for (because, rule), same in groupby((row for row in plan.avoid if row.severity == severity), key=lambda row: (row.because, row.rule)):
        group = list(same)
        items = escape("; ".join(row.item for row in group))
        lines.append(f"<b>{items[:1].upper()}{items[1:]}.</b> {escape(f'{because} {advice.get(rule, str())}'.rstrip())}{mark(group[0].source)}")
    listed = {row.rule for row in plan.avoid}
    lines += [
        f"<b>{escape(row.medicine[:1].upper() + row.medicine[1:])} with {escape(row.with_)}:</b> {escape(row.effect)} {escape(row.advice)}{mark(row.source)}"
        for row in plan.interactions
        if row.severity == severity and row.rule not in listed
    ]
    return Section(head, tuple(lines))


def _build(sections: Sequence[Section], size: float) -> tuple[bytes, int]:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    register_fonts()
    body = ParagraphStyle("body", fontName=REGULAR, fontSize=size, leading=1.24 * size, leftIndent=size, bulletIndent=0, spaceAfter=0.15 * size)
    head = ParagraphStyle("head", fontName=BOLD, fontSize=1.2 * size, leading=1.6 * size, spaceBefore=0.5 * size, keepWithNext=True)
    title = ParagraphStyle("title", parent=head, fontSize=1.6 * size, leading=2 * size)
    note = ParagraphStyle("note", parent=body, leftIndent=0)
    story: list[Any] = [
        Paragraph("Eating with leukemia: a plan to talk over with your team", title),
        Paragraph(f"Made on {today().isoformat()}. It gives no doses, and your hospital's advice comes first.", note),
    ]
    for section in sections:
        story.append(Paragraph(section.title, head))
        story += [Paragraph(printable(line), body, bulletText="•") for line in section.lines]
    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN, bottomMargin=_MARGIN, title="Eating with leukemia", author="LeukChat", invariant=1
    )
    document.build(story)
    return out.getvalue(), int(document.page)
