"""The served pages and the Chromium that the browser tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium import webdriver

from leukchat.assistant import Assistant
from leukchat.models.factory import register_answerer
from leukchat.settings import ModelSettings, Settings
from tests.ui.browsing import Page, SlowAnswerer, open_chromium, serve


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """One Chromium for all tests; each test loads the page afresh."""
    opened = open_chromium()
    yield opened
    opened.quit()


@pytest.fixture(scope="session")
def address(assistant: Assistant) -> Iterator[str]:
    """Where the page with the embedded answerer is."""
    where, blocks = serve(assistant)
    yield where
    blocks.close(verbose=False)


@pytest.fixture
def page(browser: webdriver.Chrome, address: str) -> Page:
    """The page at desktop width, ready to answer."""
    return Page(browser, address).open()


@pytest.fixture(scope="session")
def slow_assistant(settings: Settings) -> Assistant:
    """An assistant with a slow model, made by the factory that people use."""
    register_answerer("slow", lambda _settings, _index: SlowAnswerer())
    return Assistant(settings.model_copy(update={"model": ModelSettings(name="slow")}))


@pytest.fixture(scope="session")
def slow_address(slow_assistant: Assistant) -> Iterator[str]:
    """Where the page with the slow model is; it is still warming up until `SlowAnswerer.may_load` is set."""
    where, blocks = serve(slow_assistant)
    yield where
    SlowAnswerer.may_load.set()
    blocks.close(verbose=False)


@pytest.fixture
def slow(browser: webdriver.Chrome, slow_address: str) -> Page:
    """The page over the slow model, ready to answer."""
    SlowAnswerer.PAUSE = 0.0
    SlowAnswerer.may_load.set()
    page = Page(browser, slow_address).open()
    SlowAnswerer.PAUSE = 0.15
    return page
