"""The page for people who use a keyboard, a screen reader, a dark screen, or who want no motion."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.ui.browsing import DESKTOP, Page

pytestmark = pytest.mark.browser

# Contrast by WCAG 2.2 (relative luminance of the text over the first opaque background behind it); large text may have 3 to 1.
LOW_CONTRAST = """
const parse = (text) => { const n = (text.match(/[\\d.]+/g) || []).map(Number); return text.startsWith('color(srgb') ? [n[0]*255, n[1]*255, n[2]*255, n[3] ?? 1] : [n[0], n[1], n[2], n[3] ?? 1]; };
const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
const light = ([r, g, b]) => { const f = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
const behind = (element) => {
  const layers = []; let opacity = 1;
  for (let e = element; e; e = e.parentElement) { const s = getComputedStyle(e); const c = parse(s.backgroundColor); layers.push(c); opacity *= Number(s.opacity); if (c[3] === 1) break; }
  let colour = document.documentElement.classList.contains('dark') ? [0, 0, 0, 1] : [255, 255, 255, 1];
  for (const layer of layers.reverse()) colour = over(layer, colour);
  return [colour, opacity];
};
const bad = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
  if (!text || !element.checkVisibility({opacityProperty: true, visibilityProperty: true}) || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
  const box = element.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) continue;
  const [back, opacity] = behind(element); const colour = parse(getComputedStyle(element).color); colour[3] *= opacity;
  const a = light(over(colour, back)), b = light(back), ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const style = getComputedStyle(element), large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
  if (ratio < (large ? 3 : 4.5)) bad.push(`${ratio.toFixed(2)} ${text.slice(0, 40)} <${element.tagName} ${element.className}>`);
}
return bad;
"""


def conversation(page: Page) -> None:
    """Every kind of answer, with everything opened that opens."""
    page.ask_and_wait("My name is John Smith, MRN 4432211. Why do people with AML bruise easily?")
    for question in ("How many mg of imatinib should I take?", "My husband has a fever of 38.6 after chemo", "???!!!"):
        before = len(page.answers())
        page.ask(question)
        page.wait(lambda before=before: len(page.answers()) > before and page.is_idle())
    page.js("document.querySelectorAll('#chat details').forEach(d => d.open = true)")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_all_text_of_the_chat_has_enough_contrast(page: Page, dark: bool) -> None:
    page.open(DESKTOP, dark=dark)
    assert page.js(LOW_CONTRAST) == []
    conversation(page)
    page.click("#emergency-numbers button")
    assert page.js(LOW_CONTRAST) == []


def test_tab_reaches_everything_in_the_order_in_which_it_is_read(page: Page) -> None:
    page.js("document.querySelector('#tabs button[role=tab]').focus()")
    seen: list[str] = []
    for _ in range(25):
        ActionChains(page.browser).send_keys(Keys.TAB).perform()
        seen.append(
            page.js(
                "const e = document.activeElement; return e.closest('#question') ? 'question' : e.closest('#level') ? 'level' : e.id === 'clear' ? 'clear'"
                " : e.classList.contains('example') ? 'example' : e.closest('#emergency-numbers') ? 'numbers' : e.tagName"
            )
        )
        if "numbers" in seen:
            break
    wanted = [name for name in dict.fromkeys(seen) if name in ("example", "question", "level", "clear", "numbers")]
    assert wanted == ["example", "question", "level", "clear", "numbers"]


@pytest.mark.parametrize("selector", ["#chat button.example", "#clear", "#level input", "#emergency-numbers button", "button[role=tab]"])
def test_what_has_the_focus_shows_it(page: Page, selector: str) -> None:
    page.js("document.querySelector('#question textarea').focus()")
    for key in (Keys.TAB, Keys.SHIFT + Keys.TAB):
        ActionChains(page.browser).send_keys(key).perform()
    style, width = page.js(
        "const e = document.querySelector(arguments[0]); e.focus(); const s = getComputedStyle(e); return [s.outlineStyle, parseFloat(s.outlineWidth)]", selector
    )
    assert style == "solid"
    assert width >= 2


def test_the_question_box_shows_the_focus_and_is_ready_for_typing(page: Page) -> None:
    page.wait(lambda: page.js("return document.activeElement === document.querySelector('#question textarea')"))
    page.wait(lambda: page.js("return getComputedStyle(document.querySelector('#question')).outlineStyle") == "solid")


def test_a_citation_opens_by_keyboard_and_the_focus_goes_with_it(page: Page) -> None:
    page.ask_and_wait("What is CML?")
    page.js("document.querySelector('a.cite').focus()")
    ActionChains(page.browser).send_keys(Keys.ENTER).perform()
    page.wait(lambda: page.all("details.source[open]"))
    assert page.js("return document.activeElement.tagName") == "SUMMARY"
    ActionChains(page.browser).send_keys(Keys.ENTER).perform()
    page.wait(lambda: not page.all("details.source[open]"))


def test_shift_and_enter_begin_a_new_line_instead_of_sending(page: Page) -> None:
    page.type("#question textarea", "What is CML?")
    page.find("#question textarea").send_keys(Keys.SHIFT, Keys.ENTER)
    page.type("#question textarea", "And what is CLL?")
    assert page.find("#question textarea").get_attribute("value") == "What is CML?\nAnd what is CLL?"
    assert page.questions() == []


def test_answers_and_the_state_of_the_page_are_announced(page: Page) -> None:
    page.ask_and_wait("What is CML?")
    assert page.js("return document.querySelector('#chat .bot-row').closest('[aria-live]').getAttribute('aria-live')") == "polite"
    assert page.find("#status [role=status]").is_displayed()


def test_everything_that_can_be_used_has_a_name(page: Page) -> None:
    conversation(page)
    used = "#chat button, #chat a, #chat summary, #question textarea, #question button, #level input, #clear, button[role=tab]"
    names = page.wait(lambda: [(e.accessible_name.strip(), e.tag_name, e.get_attribute("class")) for e in page.all(used) if e.is_displayed()])
    assert len(names) > 20
    assert [name for name in names if not name[0]] == []


def test_nothing_moves_for_people_who_want_no_motion(page: Page) -> None:
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    try:
        page.ask_and_wait("What is CML?")
        moving = page.js(
            "return [...document.querySelectorAll('.gradio-container *')].filter(e => { const s = getComputedStyle(e);"
            " return s.animationName !== 'none' || s.transitionDuration.split(',').some(d => parseFloat(d) > 0); }).map(e => e.className.toString())"
        )
        assert moving == []
    finally:
        page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
