"""Slips of recognition are mended only where one reading is left, and are always marked; doubts keep a value out."""

from __future__ import annotations

import math

import pytest

from leukchat.labs.readers import RawRange, RawRow
from leukchat.labs.readers.image_words import mended
from leukchat.labs.readers.layout import PageWords, Turn, Word, box_of
from leukchat.labs.readers.layout_doubts import doubtful
from leukchat.labs.readers.layout_report import read_pages


def word(text: str, x: float = 100, y: float = 100, sure: float = 0.99) -> Word:
    return Word(text, x, y, x + 8 * len(text), y + 14, sure)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("1O.5", "10.5"), ("l4.2", "14.2"), ("13.S", "13.5"), ("<1O0", "<100"), ("mg'dl", "mg/dl"), ("TIL", "T/L"), ("10°9/L", "10^9/L"), ("mmoV/L", "mmol/L"), ("µmoliL", "µmol/L")],
)
def test_a_slip_with_one_reading_is_mended_and_marked(seen: str, meant: str) -> None:
    (found,) = mended([word(seen)])
    assert (found.text, found.printed) == (meant, seen)


@pytest.mark.parametrize("text", ["Hb", "IgG", "Sodium", "SO", "lO", "10.5", "mmol/L", "B12", "T4", "10^9/L", "II", "OS.l"])
def test_other_words_stay_as_they_are(text: str) -> None:
    (found,) = mended([word(text)])
    assert (found.text, found.printed) == (text, None)


def test_dots_that_lead_to_a_number_are_not_its_decimal_sign() -> None:
    found = list(mended([word("Ferritin....", 10), word(".141", 300), word("..76", 300, 200)]))
    assert [one.text for one in found] == ["Ferritin....", "141", "76"]


def test_a_dot_before_a_number_that_may_be_its_decimal_sign_is_doubted() -> None:
    (_, found) = mended([word("CRP", 10), word(".76", 300)])
    assert (found.text, found.confidence) == (".76", 0.0)


def row(number: str, low: str, high: str, unit: str = "mmol/L", analyte: str = "potassium") -> RawRow:
    return RawRow("Potassium", (analyte,), "", number=number, unit=unit, ranges=(RawRange(f"{low} - {high}", low, high),))


@pytest.mark.parametrize(
    ("found", "sure", "doubt", "warning"),
    [
        pytest.param(row("4.1", "3.5", "5.1"), 0.99, None, None, id="clear"),
        pytest.param(row("4.1", "3.5", "5.1"), 0.7, None, "low certainty", id="unsure"),
        pytest.param(row("4.1", "3.5", "5.1"), 0.2, "too unclear", None, id="unreadable"),
        pytest.param(row("41", "3.5", "5.1"), 0.99, "decimal sign", None, id="decimal sign lost"),
        pytest.param(row("165", "4.0", "11.0", "10^9/L", "wbc"), 0.99, None, "no decimal sign", id="decimal sign perhaps lost"),
        pytest.param(row("700", "4.0", "11.0", "10^9/L", "wbc"), 0.99, "decimal sign", None, id="a hundred times too much"),
        pytest.param(row("5.2", "40", "110", "10^9/L", "wbc"), 0.99, None, "range is far", id="range misread"),
        pytest.param(row("11.9", "3.5", "5.1"), 0.99, "unusual", None, id="implausible"),
    ],
)
def test_what_a_picture_leaves_open_is_said(found: RawRow, sure: float, doubt: str | None, warning: str | None) -> None:
    judged = doubtful(found, [word("Potassium"), word(found.number or "", 300, sure=sure)], None)
    assert judged.confidence == pytest.approx(sure)
    assert (doubt in (judged.doubt or "")) if doubt else judged.doubt is None
    assert any(warning in said for said in judged.warnings) if warning else not judged.warnings


def test_words_of_a_file_are_not_doubted_unless_a_character_is_lost() -> None:
    sure = [Word("Potassium", 10, 10, 60, 20), Word("4.1", 100, 10, 120, 20)]
    assert doubtful(row("4.1", "3.5", "5.1"), sure, None) == row("4.1", "3.5", "5.1")
    lost = [sure[0], Word("4.\ufffd1", 100, 10, 120, 20)]
    assert "cannot be read" in (doubtful(row("4", "3.5", "5.1"), lost, None).doubt or "")


def test_a_doubted_value_is_shown_but_not_judged() -> None:
    words = (word("Potassium", 40), word("41", 300), word("mmol/L", 360), word("3.5", 450), word("-", 490), word("5.1", 510))
    (report,) = read_pages([PageWords(1, 800, 1000, words)])
    assert report.rows[0].number == "41"
    assert report.rows[0].doubt


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("slant", [0.0, math.radians(4)])
def test_a_place_on_the_level_page_is_found_again_on_the_page_as_given(quarters: int, slant: float) -> None:
    given = (0.3, 0.8)
    width, height = (1000.0, 1400.0) if quarters % 2 == 0 else (1400.0, 1000.0)
    x, y = {0: given, 1: (given[1], 1 - given[0]), 2: (1 - given[0], 1 - given[1]), 3: (1 - given[1], given[0])}[quarters]
    dx, dy = (x - 0.5) * width, (y - 0.5) * height
    level = (dx * math.cos(-slant) - dy * math.sin(-slant), dx * math.sin(-slant) + dy * math.cos(-slant))
    page = PageWords(1, width + 80, height + 60, (), Turn(quarters, slant, width, height))
    place = (level[0] + page.width / 2, level[1] + page.height / 2)
    box = box_of([Word("7", place[0] - 1, place[1] - 1, place[0] + 1, place[1] + 1)], page)
    assert box is not None
    assert (box[0] + box[2]) / 2 == pytest.approx(given[0], abs=0.002)
    assert (box[1] + box[3]) / 2 == pytest.approx(given[1], abs=0.002)


def test_only_the_part_of_a_page_with_ink_is_searched() -> None:
    import numpy as np

    from leukchat.labs.readers.image_page import inked

    page = np.full((2000, 1400, 3), 235, dtype=np.uint8)
    assert inked(page) == (0, 2000)
    page[700:712, 300:700:3] = 40
    top, bottom = inked(page)
    assert top <= 700 - 20
    assert bottom >= 712 + 20
    assert 736 <= bottom - top < 900
    page[60:70, 300:700:3] = page[1950:1960, 300:700:3] = 40
    assert inked(page) == (0, 2000)
