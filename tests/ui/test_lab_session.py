"""What stands behind the lab tab without a browser: the form, the reports in memory, and the views of a report."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from leukchat.assistant import Assistant
from leukchat.errors import InputError, LeukChatError
from leukchat.labs import LabInput, read_labs
from leukchat.labs.correct import Correction
from leukchat.settings import Settings
from leukchat.types import today
from leukchat.ui.lab_api import labs_endpoint
from leukchat.ui.lab_check import FOLDED_FROM, MAX_ROWS, check_html
from leukchat.ui.lab_examples import TEXT, example, pdf_example
from leukchat.ui.lab_form import LabForm, optional_number, read_form, temperature_celsius, treatment_time, what_is_missing
from leukchat.ui.lab_results import GROUPS, understand_html, urgent_html
from leukchat.ui.lab_session import MAX_FILES, PASTED, LabSession, add, add_files, correct, parse_edits, read
from leukchat.ui.lab_source import MAX_LINES, sources_html
from leukchat.ui.lab_words import range_bar


@pytest.fixture(scope="module")
def cold(settings: Settings) -> Assistant:
    """An assistant that has loaded nothing: lab reports need no library."""
    return Assistant(settings)


def reading(cold: Assistant, text: str, form: LabForm | None = None) -> LabSession:
    return read(cold, LabSession(), [], text, form or LabForm())


@pytest.mark.parametrize(("typed", "value"), [("", None), ("  ", None), ("38", 38.0), ("38,2 °C", 38.2), ("36.6c", 36.6)])
def test_a_temperature_is_read_as_people_write_it(typed: str, value: float | None) -> None:
    assert temperature_celsius(typed) == value


@pytest.mark.parametrize(("typed", "said"), [("100.4", "38.0 °C"), ("101 F", "38.3 °C"), ("warm", "warm"), ("20", "30 to 45"), ("-38", "-38")])
def test_a_temperature_that_cannot_be_is_refused_by_name(typed: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        temperature_celsius(typed)


@pytest.mark.parametrize(
    ("typed", "value"), [("", (None, None)), ("14", (14.0, None)), ("14 months", (14.0, None)), ("1,5", (1.5, None)), ("2025-09-30", (None, date(2025, 9, 30)))]
)
def test_time_on_treatment_is_months_or_a_day(typed: str, value: tuple[float | None, date | None]) -> None:
    assert treatment_time(typed) == value


@pytest.mark.parametrize("typed", ["soon", "700", "-3", (today() + timedelta(days=2)).isoformat()])
def test_a_time_on_treatment_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        treatment_time(typed)


def test_an_age_out_of_range_names_what_is_accepted() -> None:
    with pytest.raises(InputError, match="'300' is not possible; give 0 to 120 years"):
        optional_number("300", "Age", 0, 120, "years")


def test_months_count_from_the_first_day_to_the_sample() -> None:
    found = read_labs([LabInput("x", "Collected: 2026-06-30\nBCR::ABL1 (IS) 4.2 % IS")])
    assert read_form("", "", "", False, "2025-12-30").months_at(found) == pytest.approx(6.0, abs=0.1)
    assert read_form("", "", "", False, "7").months_at(found) == 7


def test_what_is_not_known_is_said_where_it_matters(cold: Assistant) -> None:
    text = "Hemoglobin 12.5 g/dL\nANC 0.4 10^9/L\nBCR::ABL1 (IS) 4.2 % IS"
    notes = " ".join(what_is_missing(LabForm(), reading(cold, text).base))  # type: ignore[arg-type]
    for part in ("age is not known", "sex is not known", "38.0 °C", "how long CML treatment"):
        assert part in notes
    known = LabForm(sex="female", age=40, temperature=36.6, months=6)
    assert what_is_missing(known, reading(cold, text, known).base) == ()  # type: ignore[arg-type]


def test_an_uploaded_file_is_in_memory_and_gone_from_the_disk(tmp_path: Path) -> None:
    folder = tmp_path / "upload"
    folder.mkdir()
    (folder / "a.txt").write_text("WBC 5 10^9/L")
    session = add_files(LabSession(), [str(folder / "a.txt")])
    assert session.sources[0].content == b"WBC 5 10^9/L"
    assert not folder.exists()


def test_equal_names_are_told_apart_equal_files_come_once_and_too_many_are_refused() -> None:
    session = add(LabSession(), [LabInput("a.txt", b"1"), LabInput("a.txt", b"2"), LabInput("b.txt", b"1")])
    assert session.names() == ["a.txt", "a.txt (2)"]
    with pytest.raises(InputError, match=f"{MAX_FILES} are read together"):
        add(session, [LabInput(f"{number}.txt", bytes([number])) for number in range(MAX_FILES)])


def test_corrections_stay_when_only_the_form_changes_and_go_when_the_report_does(cold: Assistant) -> None:
    session = correct(reading(cold, TEXT), [Correction(index=1, value="13.1")])
    older = read(cold, session, [], TEXT, LabForm(age=60, sex="female"))
    assert older.reading is not None
    assert older.reading.results[1].value == 13.1
    other = read(cold, older, [], "Hemoglobin 9 g/dL\nWBC 5 10^9/L", LabForm())
    assert other.corrections == ()


def test_a_reading_that_fails_leaves_the_session_as_it_was(cold: Assistant) -> None:
    session = reading(cold, TEXT)
    with pytest.raises(LeukChatError):
        read(cold, session, [], "Pancakes: flour and milk", LabForm())
    with pytest.raises(LeukChatError):
        correct(session, [Correction(index=0, value="much")])
    assert session.reading is not None


@pytest.mark.parametrize("sent", ["{", '[{"index": 0, "other": 1}]', '[{"value": "3"}]', "[1]"])
def test_corrections_that_do_not_arrive_whole_are_refused(sent: str) -> None:
    with pytest.raises(InputError):
        parse_edits(sent)


def test_a_report_cannot_put_markup_or_names_on_the_page(cold: Assistant) -> None:
    text = "Patient: Jane Quillfeather  DOB 1980-02-03\nWBC 5.1 10^9/L 4-11 <img src=x onerror=alert(1)>\nHgb <script>alert(2)</script> 9.1 g/dL 12-16\n"
    session = reading(cold, text)
    assert session.reading is not None
    page = check_html(session) + urgent_html(session.reading) + understand_html(session.reading, ())
    assert "<script" not in page
    assert "<img src=x" not in page
    assert "Quillfeather" not in page


def test_a_long_text_shows_only_the_lines_around_its_values() -> None:
    source = LabInput(PASTED, "Collected 2026-01-01\n" + "a remark of the ward\n" * (2 * MAX_LINES) + "WBC 5.1 10^9/L 4-11\n")
    page = sources_html([source], read_labs([source]))
    assert page.count("src-line") < 10
    assert "<mark>5.1</mark>" in page


def test_the_page_of_a_pdf_is_cut_to_its_values() -> None:
    source = example("pdf")
    page = sources_html([source], read_labs([source]))
    assert page.count('class="src-box') == 10
    assert "data:image/jpeg;base64," in page


def test_a_damaged_page_is_said_instead_of_shown() -> None:
    source = example("pdf")
    page = sources_html([LabInput(source.name, pdf_example()[:900])], read_labs([source]))
    assert "cannot be shown" in page


def test_every_analyte_has_one_group_at_most() -> None:
    named = [key for _, keys in GROUPS for key in keys.split()]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(("line", "inside"), [("WBC 5 10^9/L 4 - 11", True), ("CRP 3 mg/L < 5", True), ("eGFR 80 mL/min/1.73m2 > 60", True), ("CRP 3 mg/L", True)])
def test_the_bar_shows_the_value_inside_its_range(line: str, inside: bool) -> None:
    (result,) = read_labs([LabInput("x", line)], age_years=40, sex="female").results
    bar = range_bar(result)
    ok = bar.split('class="ok" style="left:')[1]
    left, width = float(ok.split("%")[0]), float(ok.split("width:")[1].split("%")[0])
    dot = float(bar.split('class="dot" style="left:')[1].split("%")[0])
    assert (left <= dot <= left + width) is inside


def test_a_photo_is_read_with_progress_and_framed(cold: Assistant) -> None:
    picture = io.BytesIO()
    image: Image.Image = pypdfium2.PdfDocument(pdf_example())[0].render(scale=2).to_pil()
    image.convert("RGB").crop((0, 0, 1190, 720)).save(picture, "JPEG", quality=85)
    told: list[tuple[str, int, int]] = []
    session = add(LabSession(), [LabInput("photo.jpg", picture.getvalue())])
    session = read(cold, session, session.names(), "", LabForm(), lambda name, page, pages: told.append((name, page, pages)))
    assert told == [("photo.jpg", 1, 1)]
    assert session.base is not None
    assert {"potassium", "platelets", "ldh"} <= {result.analyte for result in session.base.results}
    assert check_html(session).count('class="src-box') == len(session.base.results)


def test_a_very_long_table_is_shown_in_part_and_says_so(cold: Assistant) -> None:
    day = date(2020, 1, 1)
    rows = "".join(f"Platelets,{80 + number % 50},10^9/L,150-400,{day + timedelta(days=number)}\n" for number in range(MAX_ROWS + 60))
    session = reading(cold, "Test,Result,Unit,Reference,Date\n" + rows)
    page = check_html(session)
    assert page.count('data-index="') == MAX_ROWS
    assert "60 more values are not shown here" in page


def test_a_row_stays_where_it_is_while_it_is_corrected(cold: Assistant) -> None:
    session = reading(cold, "Hemoglobin 9.1 g/dL 12 - 16\nPotassium 71 mmol/L 3.5 - 5.1\n")
    order = [part.split('"')[0] for part in check_html(session).split('data-index="')[1:]]
    fixed = correct(session, [Correction(index=1, value="4.1")])
    assert [part.split('"')[0] for part in check_html(fixed).split('data-index="')[1:]] == order == ["1", "0"]


def test_the_endpoint_gives_the_json_of_the_command_line(cold: Assistant) -> None:
    labs = labs_endpoint(cold)
    found = labs(TEXT, sex="female", age="40")
    assert found["results"][0]["analyte"] == "wbc"
    assert found["reports"][0]["age_years"] == 40
    assert "Fahrenheit" in labs(TEXT, temperature="101")["error"]


@pytest.mark.parametrize(
    ("head", "form", "person"),
    [
        pytest.param("Sex: Female\nAge: 46 years\n", LabForm(), ("female", 46.0), id="as the report says"),
        pytest.param("Sex: Female\nAge: 46 years\n", LabForm(sex="male", age=50.0), ("male", 50.0), id="what is typed wins"),
        pytest.param("", LabForm(age=7.0), (None, 7.0), id="only the age"),
        pytest.param("", LabForm(), (None, None), id="not known"),
    ],
)
def test_the_person_beside_a_report_can_be_taken_over(cold: Assistant, head: str, form: LabForm, person: tuple[str | None, float | None]) -> None:
    assert reading(cold, f"{head}Hemoglobin 9.1 g/dL 12.0 - 16.0", form).person() == person


def test_before_anything_is_read_the_person_is_what_was_typed() -> None:
    assert LabSession(form=LabForm(sex="female")).person() == ("female", None)


def test_many_sure_values_are_folded_behind_the_doubtful_ones_and_open_again_once_touched(cold: Assistant) -> None:
    sure = "".join(f"{name} {number} {unit}\n" for name, number, unit in _MANY)
    session = reading(cold, f"Sex: Female\nAge: 46 years\nPlatelets 9.9.9 K/uL 150 - 400\nHemoglobin 91000 g/dL\n{sure}Sodium 139 mmol/L 135 - 145")
    page = check_html(session)
    rows = session.rows()
    assert len(rows) > FOLDED_FROM + 1
    assert page.count('class="lab-more"') == 1
    assert page.index('<details class="lab-more">') > page.index("lab-row doubt")
    place = next(index for index, result, _ in rows if result.analyte == "sodium")
    assert '<details class="lab-more" open>' in check_html(correct(session, (Correction(index=place, value="140"),)))


_MANY = (
    ("WBC", 5.1, "K/uL"), ("RBC", 4.5, "M/uL"), ("Hematocrit", 41, "%"), ("MCV", 88, "fL"), ("MCH", 29, "pg"), ("MCHC", 33, "g/dL"), ("RDW", 13, "%"),
    ("Potassium", 4.1, "mmol/L"), ("Chloride", 101, "mmol/L"), ("Glucose", 91, "mg/dL"), ("Creatinine", 0.8, "mg/dL"), ("Calcium", 9.4, "mg/dL"),
    ("Albumin", 4.2, "g/dL"), ("Total protein", 7.1, "g/dL"), ("AST", 21, "U/L"), ("ALT", 19, "U/L"), ("ALP", 71, "U/L"), ("GGT", 22, "U/L"),
    ("LDH", 181, "U/L"), ("Uric acid", 4.4, "mg/dL"), ("Phosphate", 3.4, "mg/dL"), ("Magnesium", 2.0, "mg/dL"), ("CRP", 1.1, "mg/L"), ("Ferritin", 91, "ng/mL"),
    ("TSH", 1.9, "mIU/L"), ("Vitamin B12", 410, "pg/mL"), ("Lipase", 31, "U/L"),
)  # fmt: skip
