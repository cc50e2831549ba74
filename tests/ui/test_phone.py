"""The page on a phone 360 px wide."""

from __future__ import annotations

import pytest

from tests.ui.browsing import PHONE, Page

pytestmark = pytest.mark.browser

SMALL_TARGETS = """
return [...document.querySelectorAll('button, summary, #question textarea, #level label, input:not([type=radio])')].filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .map(e => [e, (e.closest('#question') && e.tagName === 'TEXTAREA' ? e.closest('label') : e).getBoundingClientRect()]).filter(([e, box]) => box.width > 1 && box.height > 1)
  .filter(([e, box]) => box.height < 39.5 || box.width < 39.5).filter(([e]) => !e.closest('.visually-hidden'))
  .map(([e, box]) => `${e.getAttribute('aria-label') || e.innerText} ${Math.round(box.width)}x${Math.round(box.height)}`);
"""
SMALL_TEXT = """
const small = new Set(); const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement, box = e.getBoundingClientRect();
  if (!walker.currentNode.textContent.trim() || !e.checkVisibility({opacityProperty: true, visibilityProperty: true}) || box.width < 2 || box.height < 2) continue;
  if (parseFloat(getComputedStyle(e).fontSize) < 14.9) small.add(`${getComputedStyle(e).fontSize} ${walker.currentNode.textContent.trim().slice(0, 30)} <${e.tagName} ${e.className}>`);
}
return [...small];
"""


@pytest.fixture
def phone(page: Page) -> Page:
    """The page at phone width."""
    return page.open(PHONE)


def with_everything(phone: Page) -> None:
    phone.ask_and_wait("My name is John Smith, MRN 4432211. Why do people with AML bruise easily?")
    phone.ask("How many mg of imatinib should I take?")
    phone.wait(lambda: len(phone.answers()) == 2 and phone.is_idle())
    phone.js("document.querySelectorAll('#chat details').forEach(d => d.open = true)")


def test_nothing_is_wider_than_the_screen(phone: Page) -> None:
    with_everything(phone)
    assert phone.js("return document.documentElement.scrollWidth") <= 360
    log = "document.querySelector('#chat [role=log]')"
    assert phone.js(f"return {log}.scrollWidth - {log}.clientWidth") <= 0


def test_the_page_begins_with_what_it_is_not(phone: Page) -> None:
    top, bottom = phone.js("const box = document.querySelector('.leuk-line').getBoundingClientRect(); return [box.top, box.bottom]")
    assert top >= 0
    assert bottom <= PHONE[1]


def test_everything_that_is_tapped_is_large_enough(phone: Page) -> None:
    assert phone.js(SMALL_TARGETS) == []
    with_everything(phone)
    assert phone.js(SMALL_TARGETS) == []


def test_a_citation_mark_can_be_hit_with_a_thumb(phone: Page) -> None:
    phone.ask_and_wait("What is CML?")
    mark = phone.find("a.cite")
    phone.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", mark)
    hits = phone.js(
        "const b = arguments[0].getBoundingClientRect(); return [-6, b.height + 6].map(y => document.elementFromPoint(b.left + b.width / 2, b.top + y) === arguments[0])", mark
    )
    assert hits == [True, True]


def test_all_text_is_at_least_15_px(phone: Page) -> None:
    assert phone.js(SMALL_TEXT) == []
    with_everything(phone)
    assert phone.js(SMALL_TEXT) == []


def test_all_tabs_are_in_sight(phone: Page) -> None:
    assert phone.wait(lambda: [tab.text for tab in phone.all("button[role=tab]")] == ["Chat", "Lab report", "Nutrition", "About"])
    assert all(tab.is_displayed() for tab in phone.all("button[role=tab]"))


def test_an_emergency_is_in_view_without_scrolling(phone: Page) -> None:
    phone.ask("My husband has a fever of 38.6 after chemo")
    card = phone.wait(lambda: phone.is_idle() and phone.find("#chat .first"))
    assert 0 <= phone.js("return arguments[0].getBoundingClientRect().top", card) < PHONE[1] / 2
