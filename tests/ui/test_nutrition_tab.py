"""The nutrition tab in the browser: a filled form, and one with a bad field."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.ui.browsing import Page

pytestmark = pytest.mark.browser


def choose(page: Page, selector: str, text: str) -> None:
    box = page.find(f"{selector} input")
    box.click()
    box.send_keys(text)
    box.send_keys(Keys.ENTER)


def test_the_nutrition_form_gives_sourced_guidance_and_names_bad_fields(page: Page) -> None:
    page.open_tab("Nutrition")
    page.wait(lambda: page.find("#n-age input").is_displayed())
    for selector, value in (("#n-age", "25"), ("#n-weight", "58"), ("#n-height", "165")):
        page.type(f"{selector} input", value)
    choose(page, "#n-medicines", "imatinib")
    page.click("#n-run")
    avoid = page.wait(lambda: page.find("#nutrition-avoid"))
    assert "grapefruit" in avoid.text.lower()
    assert avoid.find_elements(By.CSS_SELECTOR, "a[href^='https://']")
    assert "kcal" in page.find("#n-summary").text
    page.find("#n-age input").send_keys(Keys.CONTROL, "a")
    page.type("#n-age input", "300")
    page.click("#n-run")
    page.wait(lambda: "300" in page.find("#n-summary .problem").text)
    assert page.find("#n-weight input").get_attribute("value") == "58"
