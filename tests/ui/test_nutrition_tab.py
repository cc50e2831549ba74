"""The nutrition tab in the browser: the seed example, swaps, errors at their fields, labs taken over, downloads, questions."""

from __future__ import annotations

import base64
import time

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from leukchat.ui.nutrition_form import STEP_OF
from tests.ui.browsing import DESKTOP, PHONE, Page
from tests.ui.test_accessible import LOW_CONTRAST
from tests.ui.test_phone import SMALL_TARGETS, SMALL_TEXT

pytestmark = pytest.mark.browser


@pytest.fixture
def food(page: Page) -> Page:
    """The nutrition tab, ready to be filled."""
    return opened(page)


def opened(page: Page) -> Page:
    page.open_tab("Nutrition")
    page.wait(lambda: page.find("#n-age input").is_displayed())
    return page


def to_step(page: Page, name: str) -> None:
    """Brings the step of a field in sight, as the row of numbers does."""
    page.click(f"#n-row button[data-go='{STEP_OF[name]}']")
    page.wait(lambda: page.find(f"#n-step-{STEP_OF[name]}").is_displayed())


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        to_step(page, name)
        box = page.find(f"#n-{name} input, #n-{name} textarea")
        box.send_keys(Keys.CONTROL, "a")
        box.send_keys(value)


def choose(page: Page, name: str, text: str, key: str = Keys.ENTER) -> None:
    to_step(page, name)
    box = page.find(f"#n-{name} input")
    page.js("arguments[0].scrollIntoView({block: 'center'})", box)
    box.click()
    box.send_keys(text + key)
    page.js("arguments[0].blur()", box)  # as a tap elsewhere does; the list of choices closes
    page.wait(lambda: not page.all("ul.options"))


def person(page: Page) -> None:
    fill(page, age="25", weight_kg="58", height_cm="165")
    to_step(page, "sex")
    page.click("#n-sex input[value=female]")


def seed(page: Page) -> None:
    """Clicks the example, and again where the page moved under the finger."""
    clicked = 0.0

    def shown() -> bool:
        nonlocal clicked
        if not page.all("#n-downloads .lab-download") and time.monotonic() - clicked > 12:
            page.click("#n-example")
            clicked = time.monotonic()
        return bool(page.all("#n-downloads .lab-download"))

    page.wait(shown, 60)


def dishes(page: Page) -> list[str]:
    return [dish.text for dish in page.all(".n-dish b")]


def show(page: Page) -> str:
    page.click("#n-run")
    page.wait(lambda: page.all("#n-downloads .lab-download"))
    return page.find("#n-guidance").text


def test_the_seed_example_is_answered_by_one_click(food: Page) -> None:
    seed(food)
    text = food.js("return document.getElementById('n-guidance').textContent")
    for words in ("whole grains", "fortified with B12", "Do not start iron pills", "red cell transfusion", "vitamin C", "Tea and coffee", "1450 to 1740 kcal"):
        assert words in text, words
    assert food.find("#n-age input").get_attribute("value") == "25"
    assert food.js("return document.getElementById('n-first').compareDocumentPosition(document.getElementById('n-meals')) & Node.DOCUMENT_POSITION_FOLLOWING")


def test_a_swapped_dish_is_replaced_and_the_focus_stays_with_it(food: Page) -> None:
    seed(food)
    before = dishes(food)
    gone = food.all(".n-swap")[0].get_attribute("aria-label").removeprefix("Swap ")
    food.click(".n-swap", 0)
    said = food.wait(lambda: food.find(".n-said"))
    assert gone in said.text
    assert gone not in dishes(food)
    assert dishes(food) != before
    assert food.wait(lambda: food.js("return document.activeElement.className")) == "n-swap"
    food.wait(lambda: food.all("#n-downloads .lab-download"))


def test_swapping_a_kind_of_dish_over_and_over_never_breaks_the_page(food: Page) -> None:
    seed(food)
    for _ in range(3):
        before = food.find("#n-meals").text
        food.click(".n-swap", -1)
        food.wait(lambda before=before: food.find("#n-meals").text != before and not food.all(".n-swap[disabled]"))
        assert food.all(".n-said")


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        pytest.param({"age": "300"}, "age", ("300", "0.5 to 120 years"), id="age 300"),
        pytest.param({"weight_kg": "-5"}, "weight_kg", ("-5", "2 to 400 kg"), id="weight -5"),
        pytest.param({"weight_kg": "700"}, "weight_kg", ("700", "2 to 400 kg"), id="weight 700"),
        pytest.param({"height_cm": "tall"}, "height_cm", ("tall", "45 to 250 cm"), id="height in words"),
        pytest.param({"labs": "potassium 4.0 mmol/L\npotassium 6.1 mmol/L"}, "labs", ("4.0 mmol/L", "6.1 mmol/L"), id="labs that contradict"),
        pytest.param({"labs": "feeling fine"}, "labs", ("feeling fine",), id="labs without a value"),
    ],
)
def test_a_bad_value_is_named_at_its_field_and_kept(food: Page, values: dict[str, str], field: str, said: tuple[str, ...]) -> None:
    person(food)
    fill(food, **values)
    food.click("#n-run")
    food.wait(lambda: food.all(f"#n-{field}.n-wrong"))
    for words in said:
        assert words in food.find(f"#n-{field}").text + str(food.find(f"#n-{field} input, #n-{field} textarea").get_attribute("value"))
        assert words in food.find("#n-problems [role=alert]").text
    assert len(food.all(".n-wrong")) == 1
    assert food.find("#n-row [aria-current]").get_attribute("data-go") == str(STEP_OF[field])
    assert [button.get_attribute("data-go") for button in food.all("#n-row .n-bad")] == [str(STEP_OF[field])]
    for name, value in ({"age": "25", "weight_kg": "58", "height_cm": "165"} | values).items():
        assert food.find(f"#n-{name} input, #n-{name} textarea").get_attribute("value") == value
    food.wait(lambda: food.js("return document.activeElement.getAttribute('aria-invalid')") == "true")


def test_an_empty_form_names_every_field_that_is_needed(food: Page) -> None:
    food.click("#n-run")
    food.wait(lambda: food.all("#n-age.n-wrong"))
    assert {box.get_attribute("id") for box in food.all(".n-wrong")} == {"n-age", "n-sex", "n-weight_kg", "n-height_cm"}


def test_next_and_back_keep_what_was_typed_and_next_stops_at_a_wrong_field(food: Page) -> None:
    fill(food, age="300", weight_kg="58", height_cm="165")
    food.click("#n-sex input[value=female]")
    food.click("#n-next-1")
    food.wait(lambda: "300" in food.find("#n-age.n-wrong").text)
    assert food.find("#n-step-1").is_displayed()
    assert len(food.all(".n-wrong")) == 1
    fill(food, age="25")
    food.click("#n-next-1")
    food.wait(lambda: food.find("#n-step-2").is_displayed())
    assert not food.find("#n-step-1").is_displayed()
    assert not food.all(".n-wrong")
    choose(food, "medicines", "Glivec")
    for step in (2, 3):
        food.click(f"#n-next-{step}")
        food.wait(lambda step=step: food.find(f"#n-step-{step + 1}").is_displayed())
    for step in (4, 3, 2):
        food.click(f"#n-back-{step}")
        food.wait(lambda step=step: food.find(f"#n-step-{step - 1}").is_displayed())
    assert food.find("#n-age input").get_attribute("value") == "25"
    assert "imatinib" in show(food)


def test_an_unknown_diet_is_named_and_a_corrected_form_loses_its_marks(food: Page) -> None:
    person(food)
    food.click("#n-sex input[value=male]")
    food.click("#n-pregnant input")
    choose(food, "diet", "moonlight")
    food.click("#n-run")
    food.wait(lambda: "Pregnant" in food.find("#n-pregnant.n-wrong .info-text").text)
    food.click("#n-pregnant input")
    to_step(food, "diet")
    assert "moonlight" in food.find("#n-diet.n-wrong").text
    assert "vegan" in food.find("#n-diet .info-text").text
    food.js("document.querySelector('#n-diet').scrollIntoView({block: 'center'})")
    food.find("#n-diet input").send_keys(Keys.BACKSPACE)
    food.js("arguments[0].blur()", food.find("#n-diet input"))
    food.wait(lambda: not food.all("ul.options"))
    show(food)
    assert not food.all(".n-wrong")
    assert not food.all("#n-problems .problem")
    assert "⚠" not in food.find("body").text


def test_medicines_are_found_by_letters_misspelled_or_unknown(food: Page) -> None:
    person(food)
    choose(food, "medicines", "imatinb")
    choose(food, "medicines", "zzfoozol")
    choose(food, "medicines", "methotrex", Keys.ARROW_DOWN + Keys.ENTER)
    text = show(food)
    assert "We read 'imatinb' as imatinib" in text
    assert "We have no information about 'zzfoozol'" in text
    to_step(food, "medicines")
    assert "methotrexate" in [token.text for token in food.all("#n-medicines .token")]
    avoid = food.find("#nutrition-avoid")
    assert "grapefruit" in avoid.text.lower()
    assert avoid.find_elements(By.CSS_SELECTOR, "a[href^='https://']")
    order = [section.get_attribute("class").split()[-1] for section in food.all("#nutrition-avoid section")]
    assert order == [name for name in ("never", "limit", "ask_first") if name in order]


def test_a_medicine_typed_without_enter_is_not_lost(food: Page) -> None:
    person(food)
    choose(food, "medicines", "zzfoozol", "")
    assert "zzfoozol" in show(food)


def test_labs_are_taken_over_with_one_click(food: Page) -> None:
    food.click("#n-take-labs")
    food.wait(lambda: "Lab report tab" in food.find("#n-taken [role=alert]").text)
    food.open_tab("Lab report")
    food.wait(lambda: food.find("#lab-text textarea").is_displayed())
    food.type("#lab-text textarea", "Sex: Female\nHemoglobin 88 g/L\nPotassium 6.2 mmol/L\n")
    food.type("#lab-age input", "25")
    food.click("#lab-run")
    food.wait(lambda: food.find("#lab-result").text)
    opened(food)
    fill(food, labs="ferritin 1500 µg/L")
    food.click("#n-take-labs")
    said = food.wait(lambda: food.find("#n-taken [role=status]").text)
    assert "2 lab values, age, sex" in said
    taken = str(food.find("#n-labs textarea").get_attribute("value"))
    to_step(food, "age")
    assert food.find("#n-age input").get_attribute("value") == "25"
    assert food.find("#n-sex input[value=female]").is_selected()
    assert taken.splitlines()[0] == "hemoglobin 88 g/L"
    assert "potassium 6.2 mmol/L" in taken
    assert "ferritin 1500" in taken
    fill(food, weight_kg="58", height_cm="165")
    assert "otassium" in show(food)


def test_downloads_hold_a_pdf_and_shopping_lists(food: Page) -> None:
    seed(food)
    files = {link.get_attribute("download"): base64.b64decode(str(link.get_attribute("href")).split(",", 1)[1]) for link in food.all("#n-downloads .lab-download")}
    assert set(files) == {"nutrition-plan.pdf", "shopping-list-1.txt", "shopping-list-7.txt"}
    assert files["nutrition-plan.pdf"].startswith(b"%PDF-")
    day, week = (files[f"shopping-list-{days}.txt"].decode("utf-8-sig").count("[ ]") for days in (1, 7))
    assert 5 < day < week


def test_the_chart_says_in_words_what_it_draws(food: Page) -> None:
    seed(food)
    bars = food.all("#n-chart svg[role=img]")
    assert len(bars) == 25
    assert all("percent of the target" in str(bar.get_attribute("aria-label")) for bar in bars)


def test_a_question_is_answered_with_the_profile_and_its_sources(food: Page) -> None:
    person(food)
    choose(food, "medicines", "imatinib")
    food.type("#n-question textarea", "Can I drink grapefruit juice?")
    food.click("#n-question .submit-button")
    food.wait(lambda: food.all("#n-answer .sources"))
    answer = food.find("#n-answer").text
    assert "imatinib with" in answer
    assert "grapefruit" in answer.lower()
    food.click("#n-answer a.cite", 0)
    food.wait(lambda: food.all("#n-answer details.source[open]"))


def test_a_question_beside_a_bad_form_names_the_field_instead_of_leaving_it_out(food: Page) -> None:
    fill(food, age="300")
    food.type("#n-question textarea", "Can I drink grapefruit juice?")
    food.click("#n-question .submit-button")
    assert "300" in food.wait(lambda: food.find("#n-answer .problem").text)


def test_a_question_about_a_dose_shows_what_was_withheld(food: Page) -> None:
    food.type("#n-question textarea", "How many mg of iron should I take?")
    food.click("#n-question .submit-button")
    food.wait(lambda: food.all("#n-answer details.rail"))
    assert "The form is empty" in food.find("#n-answer").text


def test_an_answer_can_be_stopped_and_keeps_what_was_shown(slow: Page) -> None:
    opened(slow)
    slow.type("#n-question textarea", "What should I eat with low iron?")
    slow.click("#n-question .submit-button")
    slow.wait(lambda: len(slow.find("#n-answer").text) > 120)
    slow.click("#n-question .stop-button")
    slow.wait(lambda: "Stopped. Ask again" in slow.find("#n-answer").text)
    assert len(slow.find("#n-answer").text) > 120
    slow.wait(lambda: slow.all("#n-question .submit-button"))


def test_a_warning_sign_comes_first_and_no_meals_are_planned(food: Page) -> None:
    person(food)
    choose(food, "symptoms", "fever of 39")
    text = show(food)
    assert text.startswith("Do this first")
    assert not food.all(".n-swap")


def test_start_over_empties_the_form_and_the_guidance(food: Page) -> None:
    seed(food)
    food.click("#n-clear")
    food.wait(
        lambda: (
            food.find("#n-age input").get_attribute("value") == "" and food.find("#n-step-1").is_displayed() and not any(part.is_displayed() for part in food.all("#n-guidance"))
        )
    )


@pytest.mark.parametrize(("size", "dark"), [(PHONE, False), (PHONE, True), (DESKTOP, True)], ids=["phone light", "phone dark", "desktop dark"])
def test_all_of_it_is_readable_and_fits(page: Page, size: tuple[int, int], dark: bool) -> None:
    opened(page.open(size, dark=dark))
    page.click("#n-run")
    page.wait(lambda: page.all(".n-wrong"))
    assert page.js(LOW_CONTRAST) == []
    seed(page)
    page.js("document.querySelectorAll('.n-fold').forEach((fold) => { fold.open = true; })")
    assert page.js("return document.documentElement.scrollWidth") <= size[0]
    assert page.js(SMALL_TEXT) == []
    assert page.js(LOW_CONTRAST) == []
    if size == PHONE:
        assert page.js(SMALL_TARGETS) == []
