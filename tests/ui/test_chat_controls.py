"""What a person can do with a conversation: stop, retry, edit, undo, copy, clear, choose a reading level."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from tests.ui.browsing import Page, SlowAnswerer

pytestmark = pytest.mark.browser
QUESTION = "What is CML?"


def clipboard(page: Page) -> str:
    """What was copied, as a paste into the question box gives it."""
    box = page.find("#question textarea")
    box.click()
    box.send_keys(Keys.CONTROL, "v")
    page.wait(lambda: box.get_attribute("value"))
    return str(box.get_attribute("value"))


def allow_clipboard(page: Page) -> None:
    page.browser.execute_cdp_cmd("Browser.grantPermissions", {"origin": page.address, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})


def test_stop_ends_the_answer_on_the_page_and_on_the_server(slow: Page) -> None:
    slow.ask(QUESTION)
    slow.wait(lambda: len(slow.all("#chat a.cite")) >= 2)
    slow.click("#question .stop-button")
    slow.wait(lambda: slow.is_idle() and slow.all("#chat .stopped"))
    kept = slow.last_answer()
    assert SlowAnswerer.ended.wait(10)
    written = SlowAnswerer.written
    assert "[1]" in kept
    assert kept.endswith("Press Retry for the whole answer with its sources.")
    SlowAnswerer.PAUSE = 0.0
    slow.ask_and_wait("Why do people with AML bruise easily?")
    assert slow.answers()[0] == kept
    assert written < SlowAnswerer.written, "the stopped answer had been written to its end"


def test_a_stopped_answer_has_no_links_that_lead_nowhere(slow: Page) -> None:
    slow.ask(QUESTION)
    slow.wait(lambda: slow.all("#chat a.cite"))
    slow.click("#question .stop-button")
    slow.wait(lambda: slow.all("#chat .stopped"))
    assert not slow.all("#chat a.cite")


def test_stop_is_offered_only_while_an_answer_is_written(slow: Page) -> None:
    assert not slow.all("#question .stop-button")
    slow.ask(QUESTION)
    slow.wait(lambda: slow.all("#question .stop-button") and not slow.all("#question .submit-button"))
    SlowAnswerer.PAUSE = 0.0
    slow.wait(lambda: slow.all("#chat .sources") and slow.is_idle())


def test_a_stopped_answer_can_be_had_whole_by_retry(slow: Page) -> None:
    slow.ask(QUESTION)
    slow.wait(lambda: slow.all("#chat a.cite"))
    slow.click("#question .stop-button")
    slow.wait(lambda: slow.all("#chat .stopped"))
    SlowAnswerer.PAUSE = 0.0
    slow.click("#chat button[aria-label='Retry']")
    slow.wait(lambda: slow.all("#chat .sources") and slow.is_idle())
    assert not slow.all("#chat .stopped")
    assert slow.questions() == [QUESTION]


def test_a_question_typed_during_an_answer_waits_in_the_box(slow: Page) -> None:
    slow.ask(QUESTION)
    slow.wait(lambda: slow.all("#chat a.cite"))
    slow.ask("What is CLL?")
    SlowAnswerer.PAUSE = 0.0
    slow.wait(lambda: slow.all("#chat .sources") and slow.is_idle())
    assert slow.questions() == [QUESTION]
    box = slow.find("#question textarea")
    assert box.get_attribute("value") == "What is CLL?"
    box.send_keys(Keys.ENTER)
    slow.wait(lambda: len(slow.all("#chat .sources")) == 2 and slow.is_idle())
    assert slow.questions() == [QUESTION, "What is CLL?"]


def test_clear_during_an_answer_leaves_an_empty_page(slow: Page) -> None:
    slow.ask(QUESTION)
    slow.wait(lambda: slow.all("#chat a.cite"))
    slow.click("#clear")
    slow.wait(lambda: not slow.all("#chat .message-row") and slow.is_idle())
    assert SlowAnswerer.ended.wait(10)
    assert slow.wait(lambda: slow.all("#chat button.example"))
    assert not slow.all("#chat .message-row")


def test_retry_answers_the_last_question_again(page: Page) -> None:
    first = page.ask_and_wait(QUESTION)
    key = page.find("details.source").get_attribute("id")
    page.click("#chat button[aria-label='Retry']")
    page.wait(lambda: page.find("details.source").get_attribute("id") != key and page.is_idle())
    assert page.answers() == [first]


def test_an_edited_question_is_answered_afresh_from_there(page: Page) -> None:
    page.ask_and_wait("Why do people with AML bruise easily?")
    page.ask_and_wait("What happens during a bone marrow test?")
    page.click("#chat button[aria-label='Edit']", 0)
    field = page.wait(lambda: page.find("#chat .user-row textarea"))
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys(QUESTION)
    page.click("#chat button[aria-label='Submit']")
    page.wait(lambda: page.questions() == [QUESTION] and page.all(".sources") and page.is_idle())
    assert len(page.answers()) == 1
    assert "CML" in page.last_answer()


def test_undo_takes_the_last_question_back_into_the_box(page: Page) -> None:
    page.ask_and_wait("Why do people with AML bruise easily?")
    page.ask_and_wait(QUESTION)
    page.click("#chat button[aria-label='Undo']")
    page.wait(lambda: len(page.answers()) == 1)
    assert page.questions() == ["Why do people with AML bruise easily?"]
    assert page.find("#question textarea").get_attribute("value") == QUESTION


def test_the_copied_answer_is_plain_text_with_its_sources(page: Page) -> None:
    allow_clipboard(page)
    page.ask_and_wait("Why do people with AML bruise easily?")
    page.click("#chat .bot-row button[aria-label='Copy message'], #chat .message-buttons-left button[aria-label='Copy message']")
    copied = clipboard(page)
    assert copied.startswith("Leukemia causes bleeding and bruising mostly because platelets run low. [1]")
    assert "\nSources\n[1] Why does leukemia cause bleeding and bruising?" in copied
    assert "https://" in copied
    assert "<" not in copied
    assert "**" not in copied


def test_a_copied_question_is_as_it_was_typed(page: Page) -> None:
    allow_clipboard(page)
    typed = "What is 2 < 3 * ANC, and <b>why</b>?"
    page.ask(typed)
    page.wait(lambda: page.answers() and page.is_idle())
    page.click("#chat button[aria-label='Copy message']", 0)
    assert clipboard(page) == typed


def test_clear_empties_the_conversation_and_forgets_it(page: Page) -> None:
    page.ask_and_wait(QUESTION)
    page.click("#clear")
    page.wait(lambda: not page.all("#chat .message-row") and page.all("#chat button.example"))
    page.ask_and_wait("Why do people with AML bruise easily?")
    assert page.questions() == ["Why do people with AML bruise easily?"]


def test_reading_levels_give_different_answers_and_stay_for_the_next_question(page: Page) -> None:
    answers = {}
    for level in ("plain", "standard", "detailed"):
        page.click(f"#level input[value='{level}']")
        answers[level] = page.ask_and_wait(QUESTION).split("\nSources")[0]
    assert len(set(answers.values())) == 3
    assert len(answers["plain"]) < len(answers["detailed"])
    page.ask_and_wait("Why do people with AML bruise easily?")
    assert page.find("#level input:checked").get_attribute("value") == "detailed"
    page.click("#level input[value='plain']")
    assert page.ask_and_wait(QUESTION).split("\nSources")[0] == answers["plain"]
