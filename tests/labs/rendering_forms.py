"""Thirty-eight ways in which laboratories print a report as PDF, each with its gold values: `printed_form(name, seed)`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import rendering_forms_odd as odd
import rendering_forms_pages as pages
import rendering_forms_tables as tables
from rendering import ReportSpec
from rendering_regions import drawn
from rendering_type3 import letters_as_pictures


@dataclass(frozen=True, slots=True)
class Form:
    """A region, a way to print, and how many days and rows."""

    region: str
    draw: Callable[[ReportSpec], bytes]
    days: int = 1
    rows: int = 16


FORMS: dict[str, Form] = {
    "in and out of range": Form("us_chain", tables.in_and_out_of_range),
    "current and previous": Form("us_chain", tables.current_and_previous, days=2),
    "portal cards": Form("us_chain", tables.cards),
    "sections and comments": Form("us_chain", pages.sections),
    "days oldest first": Form("uk_ward", tables.days_oldest_first, days=4),
    "typewriter": Form("uk_ward", tables.typewriter),
    "unit before value": Form("uk_ward", tables.unit_before_value),
    "two blocks": Form("uk_ward", tables.two_blocks, rows=18),
    "turned page": Form("de_klinik", odd.turned),
    "previous with day": Form("de_klinik", pages.with_dated_previous, days=2),
    "bars": Form("de_klinik", tables.bars),
    "letter by letter": Form("de_klinik", odd.letter_by_letter),
    "two units": Form("fr_ville", pages.two_units, rows=20),
    "wrapped names": Form("fr_ville", tables.wrapped_names),
    "large units": Form("fr_ville", odd.large_units),
    "printed twice": Form("fr_ville", odd.printed_twice),
    "days in landscape": Form("es_hospital", tables.days_landscape, days=3),
    "method and range below": Form("es_hospital", tables.unit_and_range_below),
    "boxed": Form("es_hospital", tables.boxed),
    "ranges by sex": Form("es_hospital", pages.by_sex),
    "dotted capitals": Form("pt_brasil", tables.dotted_caps),
    "repeated heads": Form("pt_brasil", pages.repeated_heads),
    "coloured": Form("pt_brasil", pages.coloured),
    "column by column": Form("pt_brasil", odd.column_by_column),
    "range before value": Form("it_ospedale", tables.range_before_value),
    "stamped": Form("it_ospedale", pages.stamped),
    "footnotes": Form("it_ospedale", pages.footnotes),
    "a day a page": Form("it_ospedale", pages.a_day_a_page, days=2),
    "ligatures": Form("in_chain", odd.ligatures),
    "tiny print": Form("in_chain", pages.tiny),
    "form fields": Form("in_chain", odd.form_fields),
    "hidden text": Form("in_chain", odd.hidden_text),
    "cut out": Form("us_chain", odd.cut_out),
    "drawn turned": Form("it_ospedale", odd.drawn_turned),
    "without letters": Form("uk_ward", letters_as_pictures, rows=8),
    "wrong letters": Form("uk_ward", odd.wrong_letters, rows=8),
    "picture and text": Form("es_hospital", pages.picture_and_text),
    "scan with layer": Form("de_klinik", odd.scan_with_layer, rows=10),
}


def printed_form(name: str, seed: int, region: str = "") -> tuple[ReportSpec, bytes]:
    """The report and its PDF; `region` prints it as another laboratory would."""
    form = FORMS[name]
    spec = drawn(region or form.region, seed, form.rows, form.days)
    return spec, form.draw(spec)
