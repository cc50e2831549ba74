"""The first seconds of the page: `python app.py` as a person starts it, and an honest word while it warms up."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from selenium import webdriver

from leukchat.assistant import Assistant
from leukchat.models.factory import register_answerer
from leukchat.settings import ModelSettings, Settings
from tests.ui.browsing import Page, SlowAnswerer, free_port, serve

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.usefixtures("assistant")
def test_app_py_serves_the_page_and_answers(browser: webdriver.Chrome) -> None:
    port = free_port()
    environment = {**os.environ, "GRADIO_SERVER_PORT": str(port), "GRADIO_SERVER_NAME": "127.0.0.1"}
    process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        wait_for_server(process, port)
        page = Page(browser, f"http://127.0.0.1:{port}").open(ready=False)
        assert "[1]" in page.ask_and_wait("What is CML?")
        page.wait(lambda: "Ready." in page.find("#status").text)
    finally:
        process.terminate()
        process.communicate(timeout=10)


def wait_for_server(process: subprocess.Popen[str], port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    process.kill()
    pytest.fail(f"the app did not start: {process.communicate()[1][-2000:]}")


def test_the_page_says_that_it_is_warming_up_until_it_is_ready(browser: webdriver.Chrome, settings: Settings) -> None:
    register_answerer("slow", lambda _settings, _index: SlowAnswerer())
    SlowAnswerer.may_load.clear()
    address, blocks = serve(Assistant(settings.model_copy(update={"model": ModelSettings(name="slow")})))
    try:
        page = Page(browser, address).open(ready=False)
        assert page.find("#status [role=status]").text.startswith("Warming up")
        page.type("#question textarea", "What is CML?")
        assert page.find("#question textarea").get_attribute("value") == "What is CML?"
        SlowAnswerer.PAUSE = 0.0
        SlowAnswerer.may_load.set()
        page.wait(lambda: page.find("#status").text.startswith("Ready."), 60)
        assert page.find("#question textarea").get_attribute("value") == "What is CML?"
    finally:
        SlowAnswerer.may_load.set()
        blocks.close(verbose=False)


def test_a_failed_start_is_said_on_the_page(browser: webdriver.Chrome, settings: Settings) -> None:
    address, blocks = serve(Assistant(settings.model_copy(update={"model": ModelSettings(name="nosuch")})))
    try:
        page = Page(browser, address).open(ready=False)
        page.wait(lambda: "nosuch" in page.find("#status .trouble").text)
        assert "Ready" not in page.find("#status").text
    finally:
        blocks.close(verbose=False)
