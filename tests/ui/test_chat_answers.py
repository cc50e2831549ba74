"""What an answer looks like in the browser: sentences, citations, verdicts, emergencies, follow-ups."""

from __future__ import annotations

import json

import pytest
from selenium.webdriver.common.by import By

from tests.ui.browsing import Page

pytestmark = pytest.mark.browser
BRUISES = "Why do people with AML bruise easily?"


def test_a_question_streams_sentences_and_a_citation_opens_its_passage(page: Page) -> None:
    page.js(
        "window.seen = []; new MutationObserver(() => { const m = [...document.querySelectorAll('#chat .bot-row')].pop();"
        " if (m) { const t = m.innerText.length; if (window.seen.at(-1) !== t) window.seen.push(t); } }).observe(document.body, {subtree: true, childList: true, characterData: true});"
    )
    assert "platelet" in page.ask_and_wait(BRUISES)
    assert len(page.js("return window.seen")) > 3
    assert not page.all("details.source[open]")
    page.click("a.cite", 0)
    opened = page.wait(lambda: page.find("details.source[open]"))
    assert opened.find_element(By.TAG_NAME, "mark").text
    assert opened.find_element(By.CSS_SELECTOR, "a[href^='https://']").is_displayed()
    assert "Last reviewed" in opened.text
    assert page.js("return document.activeElement.closest('details').id") == opened.get_attribute("id")


def test_every_citation_of_an_answer_leads_to_its_own_passage(page: Page) -> None:
    page.ask_and_wait("What is CML?")
    page.ask_and_wait(BRUISES)
    targets = page.js("return [...document.querySelectorAll('a.cite')].map(a => a.getAttribute('href').slice(1))")
    sources = page.js("return [...document.querySelectorAll('details.source')].map(d => d.id)")
    assert set(targets) == set(sources)
    assert len(sources) == len(set(sources))


def test_a_withheld_dose_says_what_why_and_what_to_ask_instead(page: Page) -> None:
    page.ask("How many mg of imatinib should I take?")
    page.wait(lambda: page.all("details.rail") and page.is_idle())
    page.click("details.rail summary")
    rail = page.wait(lambda: page.find("details.rail[open]"))
    assert "I can't tell you how much" in page.last_answer()
    assert rail.text.startswith("Withheld: an amount, a timing or a change of a medicine")
    assert "Why: The right dose depends on your blood counts" in rail.text
    assert "Ask your team instead: Which dose is right for me" in rail.text
    assert "Rule: dosing.amount in the question" in " ".join(rail.text.split())


def test_the_verdict_line_is_closed_until_somebody_is_curious(page: Page) -> None:
    page.ask("How many mg of imatinib should I take?")
    page.wait(lambda: page.all("details.rail") and page.is_idle())
    assert "dosing.amount" not in page.last_answer()


def test_a_name_is_left_out_and_the_person_sees_that_it_was(page: Page) -> None:
    page.ask_and_wait("My name is John Smith, MRN 4432211. What is CML?")
    rail = page.find("details.rail")
    assert rail.text.startswith("I left out what looks like a name")
    page.click("details.rail summary")
    assert "privacy.name" in page.wait(lambda: page.find("details.rail[open]")).text
    assert "Smith" not in page.last_answer()


def test_an_emergency_stands_first_and_in_view(page: Page) -> None:
    page.ask("My husband has a fever of 38.6 after chemo")
    page.wait(lambda: page.is_idle() and page.answers())
    assert page.last_answer().startswith("Call your treatment team's 24-hour line now")
    card = page.find("#chat .first")
    top, log_top, log_bottom = page.js(
        "const log = document.querySelector('#chat [role=log]').getBoundingClientRect(); return [arguments[0].getBoundingClientRect().top, log.top, log.bottom]", card
    )
    assert log_top <= top < log_bottom


@pytest.mark.parametrize(("country", "number"), [("United Kingdom", "999"), ("Australia", "000")], ids=["gb", "au"])
def test_the_chosen_country_decides_which_number_to_call(page: Page, country: str, number: str) -> None:
    page.click("#emergency-numbers button")
    page.wait(lambda: page.find("#country input").is_displayed())
    page.js("arguments[0].select()", page.find("#country input"))
    page.type("#country input", country + "\n")
    page.wait(lambda: f"Emergency: {number}" in page.find("#numbers").text)
    page.ask("My husband has a fever of 38.6 after chemo")
    link = page.wait(lambda: page.find("#chat .first a[href^='tel:']"))
    assert link.get_attribute("href") == f"tel:{number}"
    assert number in page.last_answer()


def test_a_finished_answer_stays_where_the_reader_scrolled_it(page: Page) -> None:
    page.ask_and_wait("What is CML?")
    log = "document.querySelector('#chat [role=log]')"
    page.js(f"{log}.scrollTop = {log}.scrollHeight")
    bottom = page.js(f"return {log}.scrollTop")
    assert bottom > 0
    page.js("document.body.appendChild(document.createElement('i'))")
    page.wait(lambda: page.js("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"))
    assert page.js(f"return {log}.scrollTop") == bottom


def test_bad_input_is_explained_and_the_conversation_stays(page: Page) -> None:
    page.ask_and_wait("What is CML?")
    page.ask("???!!!")
    page.wait(lambda: "has no words" in page.last_answer())
    assert page.questions()[0] == "What is CML?"
    assert page.all("details.source")
    assert page.wait(page.is_idle)


def test_examples_and_follow_ups_ask_their_question(page: Page) -> None:
    page.click("#chat button.example", 0)
    page.wait(lambda: page.all("details.source") and page.is_idle())
    follow = page.wait(lambda: page.find("#chat button.option"))
    question = follow.text
    page.click("#chat button.option", 0)
    page.wait(lambda: len(page.all(".sources")) == 2)
    assert page.questions() == [BRUISES, question]


def test_nothing_is_fetched_from_anywhere_else(page: Page) -> None:
    page.ask_and_wait("What is CML?")
    messages = [json.loads(entry["message"])["message"] for entry in page.browser.get_log("performance")]
    urls = [message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"]
    assert any(url.startswith(page.address) for url in urls)
    assert [url for url in urls if not url.startswith(("http://127.0.0.1", "data:", "blob:"))] == []
