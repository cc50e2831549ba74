"""Body temperatures: exact at the limits in both scales, in digits and in words, and nothing else taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukchat.safety.emergency import EmergencyInput, temperature_c
from leukchat.safety.emergency.temperature import temperatures
from leukchat.safety.emergency.words import split
from leukchat.safety.rules import Context


def fever(text: str) -> bool:
    return any(finding.rule == "emergency.fever" for finding in EmergencyInput().scan(text, Context()))


@given(st.integers(360, 425), st.sampled_from(("My temperature is {}", "temp {} C", "temp of {}", "thermometer says {}°C", "he's at {} degrees celsius")), st.sampled_from(".,"))
def test_celsius_is_a_fever_from_38_0_on(tenths: int, frame: str, mark: str) -> None:
    value = f"{tenths // 10}{mark}{tenths % 10}"
    assert fever(frame.format(value)) == (tenths >= 380)


@given(st.integers(970, 1080), st.sampled_from(("My temperature is {}", "temp {} F", "thermometer says {}°F", "she's running {} fahrenheit")))
def test_fahrenheit_is_a_fever_from_100_4_on(tenths: int, frame: str) -> None:
    assert fever(frame.format(f"{tenths / 10:.1f}")) == (tenths >= 1004)


SPOKEN = {
    "thirty eight point five": 38.5,
    "thirty-eight five": 38.5,
    "thirty nine": 39.0,
    "38 point 4": 38.4,
    "a hundred and one": (101 - 32) / 1.8,
    "one oh two": (102 - 32) / 1.8,
    "one hundred point four": 38.0,
    "hundred and one point two": (101.2 - 32) / 1.8,
    "ninety nine": (99 - 32) / 1.8,
    "thirty seven and a half": 37.5,
}


@pytest.mark.parametrize(("words", "celsius"), SPOKEN.items(), ids=SPOKEN)
def test_temperatures_in_words_are_read(words: str, celsius: float) -> None:
    ((_, _, told),) = temperatures(split(f"his temp is {words}", {}))
    assert told == pytest.approx(celsius)


OTHER = (
    "WBC 38.4",
    "platelets 102, ANC 1.5",
    "I weigh 38.5 kg",
    "I'm 39 years old",
    "39 years old with CML",
    "phone battery overheats at 40 degrees",
    "it's 40 degrees outside",
    "blasts 38.5 %",
    "what number is 101",
)


@pytest.mark.parametrize("text", OTHER)
def test_other_numbers_are_no_temperatures(text: str) -> None:
    assert not fever(text)


def test_low_temperatures_count_below_35_or_when_unwell() -> None:
    assert fever("his temp is 34.8")
    assert fever("temperature 35.4 and I feel awful")
    assert not fever("temperature 35.8, all good")


def test_a_normal_reading_answers_the_word_fever() -> None:
    assert not fever("Do I have a fever? My temperature is 36.9")
    assert not fever("Is 37.4 a fever?")


def test_a_limit_is_no_reading() -> None:
    assert not fever("the nurse told us to ring above 38")
    assert fever("it went over 38.5 an hour ago, his temperature keeps rising")


@pytest.mark.parametrize(("value", "unit", "celsius"), [(100.4, "f", 38.0), (100.4, "", 38.0), (38.0, "", 38.0), (12.0, "", None), (70.0, "", None)])
def test_the_scale_is_found_where_only_one_is_plausible(value: float, unit: str, celsius: float | None) -> None:
    found = temperature_c(value, unit)
    assert found == (None if celsius is None else pytest.approx(celsius))
