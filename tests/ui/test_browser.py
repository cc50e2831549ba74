"""The page in a real Chromium, served by `python app.py` as a person would start it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import ElementClickInterceptedException, StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from leukchat.assistant import Assistant

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
CBC = "WBC 0.9 L x10^3/uL 4.0 - 11.0\nHemoglobin 7.8 L g/dL 12.0 - 16.0\nPlatelets 12 L x10^3/uL 150 - 450\nNeutrophils 0.2 L x10^3/uL 1.8 - 7.7\n"
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
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def address(assistant: Assistant) -> Iterator[str]:
    """A running app; the index is built already, so it warms in seconds."""
    port = free_port()
    environment = {**os.environ, "GRADIO_SERVER_PORT": str(port), "GRADIO_SERVER_NAME": "127.0.0.1"}
    process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            pytest.fail(f"the app did not start: {process.communicate()[1][-2000:]}")
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


def open_chromium(width: int, height: int) -> webdriver.Chrome:
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.fail("the browser tests need Chromium and its driver: sudo apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for switch in (*SWITCHES, f"--window-size={width},{height}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service(driver))


@pytest.fixture
def page(address: str) -> Iterator[webdriver.Chrome]:
    browser = open_chromium(1280, 1000)
    browser.get(address)
    wait(browser, lambda b: find(b, "#question textarea"))
    wait(browser, lambda b: "Ready." in find(b, "#status").text, 60)
    yield browser
    browser.quit()


def wait(browser: webdriver.Chrome, ready, seconds: float = 40):
    """What `ready` gives once it is truthy; when it never is, the failure shows what the page said."""
    try:
        return WebDriverWait(browser, seconds, poll_frequency=0.05, ignored_exceptions=[StaleElementReferenceException, ElementClickInterceptedException, IndexError]).until(ready)
    except TimeoutException:
        pytest.fail(f"the page did not get there in {seconds:g} s; it says: {browser.find_element(By.TAG_NAME, 'body').text[-1500:]}")


def find(browser: webdriver.Chrome, selector: str) -> WebElement:
    return browser.find_elements(By.CSS_SELECTOR, selector)[0]


def ask(browser: webdriver.Chrome, question: str) -> None:
    box = find(browser, "#question textarea")
    box.send_keys(question)
    box.send_keys(Keys.ENTER)


def last_answer(browser: webdriver.Chrome) -> str:
    return browser.find_elements(By.CSS_SELECTOR, "#chat .bot.message, #chat .message.bot")[-1].text


def open_first_citation(browser: webdriver.Chrome):
    """Clicks the first citation mark, again if the page was still being drawn; the passage that it opened."""
    opened = browser.find_elements(By.CSS_SELECTOR, "details.source[open]")
    if not opened:
        mark = find(browser, "a.cite")
        browser.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", mark)
        mark.click()
        time.sleep(0.3)
    return browser.find_elements(By.CSS_SELECTOR, "details.source[open]")[0]


def open_tab(browser: webdriver.Chrome, name: str) -> None:
    tab = next(tab for tab in browser.find_elements(By.CSS_SELECTOR, "button[role=tab]") if tab.text == name)
    tab.click()


def choose(browser: webdriver.Chrome, selector: str, text: str) -> None:
    box = find(browser, f"{selector} input")
    box.click()
    box.send_keys(text)
    box.send_keys(Keys.ENTER)


def test_a_question_streams_sentences_and_a_citation_opens_its_passage(page: webdriver.Chrome) -> None:
    page.execute_script(
        "window.seen = []; new MutationObserver(() => { const m = [...document.querySelectorAll('#chat .message.bot, #chat .bot.message')].pop();"
        " if (m) { const t = m.innerText.length; if (window.seen.at(-1) !== t) window.seen.push(t); } }).observe(document.body, {subtree: true, childList: true, characterData: true});"
    )
    ask(page, "Why do people with AML bruise easily?")
    wait(page, lambda b: b.find_elements(By.CSS_SELECTOR, "details.source"))
    assert len(page.execute_script("return window.seen")) > 3
    assert "platelet" in last_answer(page)
    assert not page.find_elements(By.CSS_SELECTOR, "details.source[open]")
    opened = wait(page, open_first_citation)
    assert opened.find_element(By.TAG_NAME, "mark").text
    assert opened.find_element(By.CSS_SELECTOR, "a[href^='https://']").is_displayed()
    assert "reviewed 20" in opened.text


def test_dosing_is_blocked_and_an_emergency_comes_first(page: webdriver.Chrome) -> None:
    ask(page, "How many mg of imatinib should I take?")
    wait(page, lambda b: b.find_elements(By.CSS_SELECTOR, "details.rail"))
    assert "I can't tell you how much" in last_answer(page)
    find(page, "details.rail summary").click()
    assert "dosing.amount" in find(page, "details.rail").text
    ask(page, "My husband has a fever of 38.6 after chemo")
    wait(page, lambda b: "24-hour line now" in last_answer(b))
    assert last_answer(page).startswith("Call your treatment team's 24-hour line now")


def test_bad_input_is_explained_and_the_conversation_stays(page: webdriver.Chrome) -> None:
    ask(page, "What is CML?")
    wait(page, lambda b: b.find_elements(By.CSS_SELECTOR, "details.source"))
    ask(page, "???!!!")
    wait(page, lambda b: "has no words" in last_answer(b))
    assert "What is CML?" in find(page, "#chat").text
    assert len(page.find_elements(By.CSS_SELECTOR, "details.source")) >= 1


def test_examples_follow_ups_retry_and_clear_work(page: webdriver.Chrome) -> None:
    wait(page, lambda b: b.find_elements(By.CSS_SELECTOR, "#chat button.example")[0]).click()
    wait(page, lambda b: b.find_elements(By.CSS_SELECTOR, "details.source"))
    options = wait(page, lambda b: b.find_elements(By.CSS_SELECTOR, "#chat button.option") or False)
    question = options[0].text
    options[0].click()
    wait(page, lambda b: len(b.find_elements(By.CSS_SELECTOR, "#chat .user.message, #chat .message.user")) == 2)
    assert question in find(page, "#chat").text
    wait(page, lambda b: len(b.find_elements(By.CSS_SELECTOR, ".sources")) == 2)
    retry = wait(page, lambda b: b.find_elements(By.CSS_SELECTOR, "#chat button[aria-label='Retry'], #chat button[title='Retry']")[-1])
    retry.click()
    wait(page, lambda b: len(b.find_elements(By.CSS_SELECTOR, ".sources")) == 2 and b.find_elements(By.CSS_SELECTOR, "#chat button.option"))
    find(page, "#clear").click()
    wait(page, lambda b: not b.find_elements(By.CSS_SELECTOR, "#chat .message"))


def test_a_pasted_blood_count_shows_flags_and_what_is_urgent(page: webdriver.Chrome) -> None:
    open_tab(page, "Lab report")
    wait(page, lambda b: find(b, "#lab-text textarea").is_displayed())
    find(page, "#lab-text textarea").send_keys(CBC)
    find(page, "#lab-run").click()
    table = wait(page, lambda b: find(b, "#lab-results"))
    assert table.text.count("very low") >= 2
    assert "0.9" in table.text
    assert "150 - 450" in table.text
    banner = find(page, "section.banner")
    assert "neutrophils" in banner.text.lower()
    assert banner.find_element(By.CSS_SELECTOR, "a[href^='https://']")


def test_a_recipe_is_no_report(page: webdriver.Chrome) -> None:
    open_tab(page, "Lab report")
    wait(page, lambda b: find(b, "#lab-text textarea").is_displayed())
    find(page, "#lab-text textarea").send_keys("Pancakes: mix flour, milk and eggs. Bake until golden.")
    find(page, "#lab-run").click()
    wait(page, lambda b: find(b, "#lab-result .problem").text)
    assert find(page, "#lab-text textarea").get_attribute("value").startswith("Pancakes")


def test_the_nutrition_form_gives_sourced_guidance_and_names_bad_fields(page: webdriver.Chrome) -> None:
    open_tab(page, "Nutrition")
    wait(page, lambda b: find(b, "#n-age input").is_displayed())
    for selector, value in (("#n-age", "25"), ("#n-weight", "58"), ("#n-height", "165")):
        find(page, f"{selector} input").send_keys(value)
    choose(page, "#n-medicines", "imatinib")
    find(page, "#n-run").click()
    avoid = wait(page, lambda b: find(b, "#nutrition-avoid"))
    assert "grapefruit" in avoid.text.lower()
    assert avoid.find_elements(By.CSS_SELECTOR, "a[href^='https://']")
    assert "kcal" in find(page, "#n-summary").text
    box = find(page, "#n-age input")
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys("300")
    find(page, "#n-run").click()
    wait(page, lambda b: "300" in find(b, "#n-summary .problem").text)
    assert find(page, "#n-weight input").get_attribute("value") == "58"


def test_the_page_fits_a_phone(address: str) -> None:
    browser = open_chromium(390, 844)
    try:
        browser.set_window_size(390, 844)
        browser.get(address)
        wait(browser, lambda b: find(b, "#question textarea"))
        ask(browser, "What is CML?")
        wait(browser, lambda b: b.find_elements(By.CSS_SELECTOR, "details.source"), 60)
        width, window = browser.execute_script("return [document.documentElement.scrollWidth, window.innerWidth]")
        assert width <= window + 1
        assert find(browser, ".leuk-line").is_displayed()
    finally:
        browser.quit()


def test_nothing_is_fetched_from_anywhere_else(page: webdriver.Chrome) -> None:
    ask(page, "What is CML?")
    wait(page, lambda b: b.find_elements(By.CSS_SELECTOR, "details.source"))
    messages = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    urls = [message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"]
    assert urls
    assert [url for url in urls if not url.startswith(("http://127.0.0.1", "data:", "blob:"))] == []
