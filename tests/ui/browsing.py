"""A page to drive and a slow model behind it; helpers wait for conditions, never for time."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import ElementClickInterceptedException, ElementNotInteractableException, StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from leukchat.assistant import Assistant
from leukchat.models.answerer import AnswerRequest
from leukchat.ui.app import launch

DESKTOP, PHONE = (1280, 1000), (360, 740)
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=en-US",
)
NOT_YET = (StaleElementReferenceException, ElementClickInterceptedException, ElementNotInteractableException, IndexError)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def open_chromium() -> webdriver.Chrome:
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.fail("the browser tests need Chromium and its driver: sudo apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for switch in (*SWITCHES, f"--window-size={DESKTOP[0]},{DESKTOP[1]}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service(driver))


class Page:
    """A browser tab on LeukChat, in the words of somebody who uses it."""

    def __init__(self, browser: webdriver.Chrome, address: str) -> None:
        self.browser = browser
        self.address = address

    def open(self, size: tuple[int, int] = DESKTOP, *, dark: bool = False, ready: bool = True) -> Page:
        """Loads the page afresh; waits until answers are ready unless told not to."""
        width, height = size
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
        self.browser.get(f"{self.address}/?__theme={'dark' if dark else 'light'}")
        self.wait(lambda: self.find("#question textarea").is_displayed())
        if ready:
            self.wait(lambda: "Ready." in self.find("#status").text, 60)
        return self

    def wait(self, ready: Callable[[], Any], seconds: float = 40) -> Any:
        """What `ready` gives once it is truthy; when it never is, the failure shows what the page said."""
        try:
            return WebDriverWait(self.browser, seconds, poll_frequency=0.05, ignored_exceptions=list(NOT_YET)).until(lambda _browser: ready())
        except TimeoutException:
            pytest.fail(f"the page did not get there in {seconds:g} s; it says: {self.browser.find_element(By.TAG_NAME, 'body').text[-1500:]}")

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def find(self, selector: str) -> WebElement:
        return self.all(selector)[0]

    def js(self, script: str, *values: Any) -> Any:
        return self.browser.execute_script(script, *values)

    def click(self, selector: str, place: int = -1) -> None:
        """Clicks the last element that fits, as soon as it can be clicked."""

        def try_it() -> bool:
            element = self.all(selector)[place]
            self.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
            element.click()
            return True

        self.wait(try_it)

    def type(self, selector: str, text: str) -> None:
        self.find(selector).send_keys(text)

    def ask(self, question: str) -> None:
        """Types a question and presses Enter."""
        self.type("#question textarea", question)
        self.find("#question textarea").send_keys(Keys.ENTER)

    def ask_and_wait(self, question: str) -> str:
        """The finished answer to a question."""
        before = len(self.all("#chat .sources"))
        self.ask(question)
        self.wait(lambda: len(self.all("#chat .sources")) > before and self.is_idle())
        return self.last_answer()

    def is_idle(self) -> bool:
        """Whether no answer is being written and another question can be asked."""
        return not self.all("#chat .writing") and bool(self.all("#question .submit-button")) and not self.all("#question .stop-button")

    def questions(self) -> list[str]:
        return [row.text for row in self.all("#chat .user-row .prose")]

    def answers(self) -> list[str]:
        return [row.text for row in self.all("#chat .bot-row .prose")]

    def last_answer(self) -> str:
        return self.answers()[-1]

    def open_tab(self, name: str) -> None:
        self.wait(lambda: next((tab.click() or True for tab in self.all("button[role=tab]") if tab.text == name), False))


def serve(assistant: Assistant) -> tuple[str, Any]:
    """The page over an assistant, served from this process, so that a test sees both sides."""
    port = free_port()
    blocks = launch(assistant, "127.0.0.1", port, block=False)
    return f"http://127.0.0.1:{port}", blocks


class SlowAnswerer:
    """A model that reads the passages out, sentence by sentence, and takes its time; it counts what it was made to write."""

    name = "slow"
    PAUSE = 0.15
    written = 0
    ended = threading.Event()
    may_load = threading.Event()

    def stream(self, request: AnswerRequest) -> Iterator[str]:
        cls = type(self)
        cls.written = 0
        cls.ended.clear()
        try:
            for place, passage in enumerate(request.passages, start=1):
                for sentence in passage.text.replace("\n", " ").split(". "):
                    time.sleep(cls.PAUSE)
                    cls.written += 1
                    yield f"{sentence.rstrip('.')}. [{place}] "
        finally:
            cls.ended.set()

    def warm(self) -> None:
        """Loads for as long as the test says."""
        type(self).may_load.wait(60)
