"""Which emergency and crisis numbers hold where the person is."""

from __future__ import annotations

from html import escape

import gradio as gr

from leukchat.safety.helplines import helpline, helplines

NAMES = {
    "AT": "Austria",
    "AU": "Australia",
    "BE": "Belgium",
    "BR": "Brazil",
    "CA": "Canada",
    "CH": "Switzerland",
    "CN": "China",
    "DE": "Germany",
    "DK": "Denmark",
    "ES": "Spain",
    "FI": "Finland",
    "FR": "France",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IN": "India",
    "IT": "Italy",
    "KR": "South Korea",
    "MX": "Mexico",
    "MY": "Malaysia",
    "NL": "Netherlands",
    "NZ": "New Zealand",
    "PL": "Poland",
    "PT": "Portugal",
    "SE": "Sweden",
    "US": "United States",
}


def make_country() -> gr.Dropdown:
    """The choice of a country, to be rendered where it belongs."""
    choices = sorted((NAMES.get(code, code), code) for code in helplines())
    return gr.Dropdown([("Somewhere else", ""), *choices], value="", label="Country", elem_id="country", render=False)


def build_country(country: gr.Dropdown) -> gr.HTML:
    """Adds the choice and the numbers that follow from it."""
    with gr.Accordion("Emergency numbers", open=False, elem_id="emergency-numbers"):
        country.render()
        numbers = gr.HTML(numbers_html(""), elem_id="numbers")
    country.change(numbers_html, [country], [numbers], queue=False, show_progress="hidden", api_visibility="private")
    return numbers


def numbers_html(code: str | None) -> str:
    """The numbers of a country, or those that hold anywhere, and where they were read."""
    line = helpline(code or "")
    return (
        f'<p aria-live="polite"><b>Emergency:</b> {escape(line.emergency)}<br><b>Crisis line:</b> {escape(line.crisis)}<br>'
        f'<a class="dim" href="{escape(line.source)}" target="_blank" rel="noopener noreferrer">Where the crisis line is published</a></p>'
    )
