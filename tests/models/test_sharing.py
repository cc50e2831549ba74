"""One model among several browsers: a place in line that is seen, and places that are free again when a browser goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from leukchat.assistant import Assistant
from leukchat.errors import ModelError
from leukchat.models.answerer import Notice
from leukchat.models.batching import Batcher
from leukchat.models.llama import LlamaAnswerer
from leukchat.models.slots import REMINDER, Slots
from leukchat.models.written import PULSE, until_repeating
from leukchat.settings import Settings
from tests.models.conftest import QUESTION, with_model
from tests.ui.browsing import Page, open_chromium, serve

STEP = 0.4  # seconds that a token takes here: an answer of the small model takes about ten


def within(seconds: float, ready: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while not ready() and time.monotonic() < until:
        time.sleep(0.02)
    return ready()


@pytest.fixture
def slow_llama(settings: Settings, tiny_llama: Path) -> Iterator[tuple[LlamaAnswerer, Batcher, str]]:
    """The page over a real model that takes one question at a time, and long for each token."""
    made = Assistant(with_model(settings, name="llama", small=str(tiny_llama), max_new_tokens=96, at_once=1))
    address, blocks = serve(made)
    assert within(120, lambda: made.is_warm)
    assert isinstance(made.answerer, LlamaAnswerer)
    batcher = made.answerer._parts()[1]
    assert isinstance(batcher, Batcher)
    forward = batcher._manager.model.forward

    def slowly(*inputs: Any, **more: Any) -> Any:
        time.sleep(STEP)
        return forward(*inputs, **more)

    batcher._manager.model.forward = slowly
    yield made.answerer, batcher, address
    batcher._manager.model.forward = forward
    made.answerer.close()
    blocks.close()


@pytest.mark.browser
def test_closed_browsers_free_their_places(slow_llama: tuple[LlamaAnswerer, Batcher, str]) -> None:
    answerer, batcher, address = slow_llama
    first, second = open_chromium(), open_chromium()
    try:
        Page(first, address).open().ask(QUESTION)
        assert within(20, lambda: batcher.running() == 1)
        waiting = Page(second, address).open()
        waiting.ask(QUESTION)
        waiting.wait(lambda: "you are number 1 in line" in waiting.last_answer(), 15)
        assert answerer._slots.busy() == (0, 1)
        second.quit()
        assert within(REMINDER + 3, lambda: answerer._slots.busy() == (0, 0)), "the one who left is still in line"
        assert batcher.running() == 1, "the first answer should still be written"
        steps = batcher._manager.current_batch
        first.quit()
        assert within(PULSE + 3, lambda: answerer._slots.busy() == (1, 0)), "the place of the browser that was closed is still taken"
        assert within(3, lambda: batcher.running() == 0)
        assert batcher._manager.current_batch - steps < 12, "the model wrote the answer to its end for nobody"
    finally:
        first.quit()
        second.quit()


def test_who_waits_is_reminded_and_called() -> None:
    slots = Slots(1, 5, 30)
    assert list(slots.queue()) == []
    line = slots.queue()
    started = time.monotonic()
    assert [next(line), next(line)] == [Notice("Waiting for the model: you are number 1 in line")] * 2
    assert REMINDER * 0.9 < time.monotonic() - started < REMINDER + 2
    slots.leave()
    assert next(line).text.startswith("Your turn")
    assert slots.busy() == (0, 0)
    line.close()
    assert slots.busy() == (1, 0), "who leaves when called does not take the place along"


def test_the_line_is_fair_and_its_numbers_go_down() -> None:
    slots = Slots(1, 5, 30)
    list(slots.queue())
    first, second = slots.queue(), slots.queue()
    assert "number 1" in next(first).text
    assert "number 2" in next(second).text
    first.close()
    assert "number 1" in next(second).text


def test_waiting_has_an_end() -> None:
    slots = Slots(1, 5, 0.5)
    list(slots.queue())
    started = time.monotonic()
    with pytest.raises(ModelError, match="stayed busy"):
        list(slots.queue())
    assert time.monotonic() - started < REMINDER
    assert slots.busy() == (0, 0)


def test_a_long_sentence_gives_signs_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr("leukchat.models.written.time.monotonic", lambda: next(clock) * PULSE / 2)
    said = list(until_repeating(["Blood", " is", " made", " in", " the", " marrow", ". ", "It", " is red."]))
    assert Notice("Writing the answer") in said
    assert "".join(piece for piece in said if isinstance(piece, str)) == "Blood is made in the marrow. It is red."
