"""Reports in the further forms of laboratories are read whole, with the day, unit and flag that are printed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rendering_forms import FORMS, printed_form
from rendering_regions import REGIONS
from rendering_scores import score

from leukchat.labs import LabInput, LabReading, read_labs

SEEN = [name for name in FORMS if name not in ("without letters", "wrong letters", "picture and text", "scan with layer")]


def read(pdf: bytes) -> LabReading:
    return read_labs([LabInput("report.pdf", pdf)])


@pytest.mark.parametrize("name", SEEN)
def test_a_form_is_read_without_a_silent_mistake(name: str) -> None:
    spec, pdf = printed_form(name, seed=11)
    total = score([(spec, read(pdf))])
    assert total.recall >= 0.93, total.missed
    assert not total.unmarked
    assert not total.wrong_flags
    assert (total.wrong, total.leaked) == (0, 0)


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_is_read_in_the_forms_of_the_others(region: str) -> None:
    forms = ("current and previous", "days oldest first", "previous with day", "wrapped names", "range before value", "method and range below")
    total = score([(spec, read(pdf)) for spec, pdf in (printed_form(name, 12, region) for name in forms)])
    assert total.recall >= 0.97, total.missed
    assert not total.unmarked
    assert not total.wrong_flags
    assert total.leaked == 0


@pytest.mark.parametrize("name", ["without letters", "wrong letters"])
def test_text_that_is_seen_but_cannot_be_copied_is_recognised(name: str) -> None:
    spec, pdf = printed_form(name, seed=11)
    reading = read(pdf)
    total = score([(spec, reading)])
    assert total.recall >= 0.93, total.missed
    assert not total.unmarked
    assert all(result.confidence is not None for result in reading.results)


def test_text_that_cannot_be_seen_is_not_read() -> None:
    spec, pdf = printed_form("hidden text", seed=11)
    assert not {7.7, 77.0} & ({result.value for result in read(pdf).results} - {one.value for one in spec.gold})


def test_what_was_typed_into_a_form_is_read_at_its_place() -> None:
    _, pdf = printed_form("form fields", seed=11)
    boxes = [result.box for result in read(pdf).results]
    assert all(box is not None and box[0] < 0.2 and box[2] > 0.6 for box in boxes)


def test_each_day_of_a_row_has_a_frame_around_its_own_number() -> None:
    _, pdf = printed_form("days oldest first", seed=11)
    results = read(pdf).results
    for analyte in {result.analyte for result in results}:
        days = sorted((result for result in results if result.analyte == analyte), key=lambda result: str(result.collected))
        frames = [result.box for result in days if result.box is not None]
        assert len(frames) == 4
        assert all(one[2] <= other[0] for one, other in pairwise(frames))
