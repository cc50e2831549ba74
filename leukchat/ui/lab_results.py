"""The understand step: what is urgent, what is missing, values by group with ranges and explanations, and trends."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from leukchat.labs.catalogue import catalogue
from leukchat.labs.model import DerivedResult, LabReading, LabResult, Pattern
from leukchat.labs.plots import trend_svg
from leukchat.labs.trends import latest_results
from leukchat.safety.helplines import helpline
from leukchat.ui.lab_words import URGENCY, flag_html, link, name_of, range_bar, range_words, value_words

GROUPS: tuple[tuple[str, str], ...] = (
    (
        "White cells",
        "wbc anc neutrophils_percent bands_percent alc lymphocytes_percent monocytes monocytes_percent eosinophils eosinophils_percent basophils basophils_percent "
        "atypical_lymphocytes_percent metamyelocytes_percent myelocytes_percent promyelocytes_percent blasts_percent blasts marrow_blasts_percent",
    ),
    ("Red cells", "hemoglobin hematocrit rbc mcv mch mchc rdw reticulocytes_percent reticulocytes nrbc"),
    ("Platelets", "platelets mpv"),
    ("Clotting", "pt inr aptt fibrinogen d_dimer antithrombin"),
    ("Salts and sugar", "sodium potassium chloride bicarbonate calcium corrected_calcium phosphate magnesium glucose hba1c"),
    ("Kidneys and cell breakdown", "urea bun creatinine egfr uric_acid ldh"),
    ("Liver and pancreas", "alt ast alp ggt bilirubin_total bilirubin_direct albumin total_protein lipase amylase"),
    ("Iron and vitamins", "ferritin iron tibc transferrin_saturation vitamin_b12 folate vitamin_d"),
    ("Inflammation", "crp esr procalcitonin"),
    ("Antibodies", "igg iga igm"),
    ("Leukemia markers and genes", "bcr_abl1_is_percent mrd_percent flt3_itd npm1 tp53 idh1 idh2 del17p ighv philadelphia_chromosome beta2_microglobulin"),
)
OTHERS = "Other tests"


def urgent_html(reading: LabReading, country: str = "") -> str:
    """What cannot wait, before anything else; the first one speaks up to screen readers. `country` (ISO code) chooses the emergency number."""
    urgent = [pattern for pattern in reading.patterns if pattern.urgency in ("emergency", "urgent")]
    return "".join(_banner(pattern, alert=place == 0, number=_number(country) if place == 0 and pattern.urgency == "emergency" else "") for place, pattern in enumerate(urgent))


def _number(country: str) -> str:
    """The emergency number, large enough to dial."""
    return f'<p class="lab-call">Emergency number: <b>{escape(helpline(country).emergency)}</b></p>'


def understand_html(reading: LabReading, missing: Sequence[str]) -> str:
    """Everything that follows from the values, after what is urgent."""
    calm = [pattern for pattern in reading.patterns if pattern.urgency not in ("emergency", "urgent")]
    parts = ['<h3 id="lab-step-understand">3. Understand</h3>']
    parts += [f'<p class="lab-missing">{escape(note)}</p>' for note in missing]
    parts += [_banner(pattern, alert=False) for pattern in calm]
    parts += [_table(reading), _trends(reading), _leftovers(reading)]
    return "".join(parts)


def _banner(pattern: Pattern, *, alert: bool, number: str = "") -> str:
    sign, words = URGENCY[pattern.urgency]
    role = ' role="alert"' if alert else ""
    caution = f"<p><i>{escape(pattern.must_not_conclude)}</i></p>" if pattern.must_not_conclude else ""
    sources = ", ".join(link(source.name, source.url) for source in pattern.sources)
    return (
        f'<section class="banner {pattern.urgency}"{role}><h4><span aria-hidden="true">{sign}</span> {words}: {escape(pattern.title)}</h4>'
        f'<p>{escape(pattern.explanation)}</p>{number}{caution}<p class="lab-sourced">Sources: {sources}</p></section>'
    )


def _table(reading: LabReading) -> str:
    """The latest values in groups; each row opens its explanation."""
    place = {key: group for group, keys in GROUPS for key in keys.split()}
    order = list(catalogue().analytes)
    latest = sorted(latest_results(reading), key=lambda result: order.index(result.analyte))
    several = len({result.collected for result in latest}) > 1
    head = '<tr><th scope="col">Test</th><th scope="col">Value</th><th scope="col">Flag</th><th scope="col" class="hide-narrow">Range</th></tr>'
    bodies = []
    for group in (*(name for name, _ in GROUPS), OTHERS):
        results = [result for result in latest if place.get(result.analyte, OTHERS) == group]
        if results:
            rows = "".join(_row(result, several) for result in results)
            bodies.append(f'<tbody><tr class="group"><th colspan="4" scope="rowgroup">{group}</th></tr>{rows}</tbody>')
    return f'<h4>Your values</h4><table class="leuk" id="lab-results"><thead>{head}</thead>{"".join(bodies)}</table>'


def _row(result: LabResult, several: bool) -> str:
    marks = " <span class='dim'>calculated</span>" if isinstance(result, DerivedResult) else ""
    marks += " <span class='lab-mark'>✎ corrected by you</span>" if result.corrected_from else ""
    day = f" <span class='dim'>{escape(result.collected)}</span>" if several and result.collected else ""
    return (
        f"<tr><td><details class='lab-about'><summary>{escape(name_of(result))}</summary>{_about(result)}</details>{marks}{day}</td>"
        f"<td class='num'>{escape(value_words(result))}</td><td>{flag_html(result)}</td>"
        f"<td class='hide-narrow'>{escape(range_words(result))}{range_bar(result)}</td></tr>"
    )


def _about(result: LabResult) -> str:
    """What the test is, how the value was judged, and who says so."""
    analyte = catalogue().analytes[result.analyte]
    notes = [*analyte.about, f"Range: {range_words(result)}."]
    notes += [f"Calculated: {result.formula}."] if isinstance(result, DerivedResult) else []
    items = "".join(f"<li>{escape(note)}</li>" for note in (*notes, *result.warnings))
    sources = ", ".join(link(source.name, source.url) for source in analyte.sources)
    return f"<ul>{items}</ul>{range_bar(result)}<p class='lab-sourced'>Sources: {sources}</p>"


def _trends(reading: LabReading) -> str:
    if not reading.trends:
        return ""
    table = catalogue().analytes
    cards = "".join(
        f'<figure class="card">{trend_svg(trend, reading, f"lab-trend-{place}")}<figcaption><b>{escape(table[trend.analyte].name)}</b> '
        f"{escape(_DIRECTION[trend.direction])}: {escape(trend.change)}.</figcaption></figure>"
        for place, trend in enumerate(reading.trends)
    )
    return f'<h4>Over time</h4><p class="dim">The shaded band is the range of the latest value.</p><div class="cards" id="lab-trends">{cards}</div>'


_DIRECTION = {"rising": "↗ rising", "falling": "↘ falling", "steady": "→ steady", "up_and_down": "↕ up and down"}


def _leftovers(reading: LabReading) -> str:
    """What was not understood, what was left out, and what was masked."""
    parts = []
    if reading.unrecognised:
        lines = "".join(f"<li><code>{escape(line)}</code></li>" for line in reading.unrecognised)
        count = len(reading.unrecognised)
        parts.append(f"<details><summary>{count} line{'' if count == 1 else 's'} looked like results but could not be read</summary><ul>{lines}</ul></details>")
    parts += [f'<p class="lab-missing">{escape(note)}</p>' for note in dict.fromkeys(note for info in reading.reports for note in info.notes)]
    if reading.set_aside:
        parts.append(f"<p class='dim'>Left out by you: {escape(', '.join(f'{name_of(one)} {value_words(one)}' for one in reading.set_aside))}.</p>")
    masked = [kind.replace("_", " ") for kind in reading.redacted if kind != "instructions"]
    if masked:
        parts.append(f"<p class='dim'>Not kept, because it is personal: {escape(', '.join(masked))}.</p>")
    if "instructions" in reading.redacted:
        parts.append("<p class='lab-missing'>The report held an order to this program instead of a result. It was not followed.</p>")
    return "".join(parts)
