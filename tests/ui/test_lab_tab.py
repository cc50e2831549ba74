"""The lab report tab in the browser: a pasted blood count, and a text that is none."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.by import By

from tests.ui.browsing import Page

pytestmark = pytest.mark.browser
CBC = "WBC 0.9 L x10^3/uL 4.0 - 11.0\nHemoglobin 7.8 L g/dL 12.0 - 16.0\nPlatelets 12 L x10^3/uL 150 - 450\nNeutrophils 0.2 L x10^3/uL 1.8 - 7.7\n"


def paste(page: Page, text: str) -> None:
    page.open_tab("Lab report")
    page.wait(lambda: page.find("#lab-text textarea").is_displayed())
    page.type("#lab-text textarea", text)
    page.click("#lab-run")


def test_a_pasted_blood_count_shows_flags_and_what_is_urgent(page: Page) -> None:
    paste(page, CBC)
    table = page.wait(lambda: page.find("#lab-results"))
    assert table.text.count("very low") >= 2
    assert "0.9" in table.text
    assert "150 - 450" in table.text
    banner = page.find("section.banner")
    assert "neutrophils" in banner.text.lower()
    assert banner.find_element(By.CSS_SELECTOR, "a[href^='https://']")


def test_a_recipe_is_no_report(page: Page) -> None:
    paste(page, "Pancakes: mix flour, milk and eggs. Bake until golden.")
    page.wait(lambda: page.find("#lab-result .problem").text)
    assert page.find("#lab-text textarea").get_attribute("value").startswith("Pancakes")
