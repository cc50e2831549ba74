"""The reports beside what was read from them: lines with the values marked, pages with the values framed. Everything is escaped here."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from leukchat.errors import ReportError
from leukchat.labs import LabInput
from leukchat.labs.catalogue import catalogue
from leukchat.labs.correct import as_read, doubt_about
from leukchat.labs.detect import decode
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.model import Box, LabReading, LabResult
from leukchat.labs.numbers import readings

MAX_LINES = 400
MAX_PAGES = 8
_WIDTH = 1000
_ROOM = 0.03
_NARROW = 0.2
_NUMBER = re.compile(r"\d{1,3}(?:[ \u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
Rows = Sequence[tuple[int, LabResult]]


def sources_html(sources: Sequence[LabInput], reading: LabReading, shown: Collection[int] | None = None) -> str:
    """Each report with links from the places of its values to the rows of the check step; `shown` are the rows that are there."""
    parts = []
    for number, source in enumerate(sources):
        formats = [info.format for info in reading.reports if info.file == source.name]
        rows = [(index, result) for index, result in enumerate(reading.results) if reading.reports[result.report].file == source.name and (shown is None or index in shown)]
        if not formats:
            continue
        body = _body(source, formats[0], rows, number)
        parts.append(f'<details class="lab-source" open><summary>{escape(source.name)}</summary>{body}</details>')
    return "".join(parts)


def _body(source: LabInput, form: str, rows: Rows, number: int) -> str:
    if form in ("text", "csv", "tsv"):
        return _text_html(source, rows)
    if form in ("pdf", "image"):
        return _pages_html(source, form, rows, number)
    return '<p class="dim">This file is data, not a page. Each row shows the part that it was read from.</p>'


def _text_html(source: LabInput, rows: Rows) -> str:
    """The lines of a text without identifiers, each value a link to its row."""
    lines = mask_identifiers(decode(source.name, source.content)).text.splitlines()
    places = _places(lines, rows)
    shown = range(len(lines)) if len(lines) <= MAX_LINES else sorted({near for place in places for near in range(max(0, place - 1), min(len(lines), place + 2))})
    out, before = [], -1
    for place in shown:
        if place != before + 1:
            out.append('<div class="dim">…</div>')
        out.append(f'<div class="src-line{" hit" if place in places else ""}">{_line_html(lines[place], places.get(place, ()))}</div>')
        before = place
    return f'<div class="src-text">{"".join(out)}</div>'


def _places(lines: Sequence[str], rows: Rows) -> dict[int, list[tuple[int, LabResult]]]:
    """Which rows each line holds: the line itself, or its first and following cells."""
    found: dict[int, list[tuple[int, LabResult]]] = {}
    bare = [line.strip() for line in lines]
    whole = {line: at for at, line in reversed(list(enumerate(bare)))}
    for index, result in rows:
        parts = [part.strip() for part in result.source_text.split(" | ")]
        place = whole.get(result.source_text.strip())
        if place is None:
            place = next((at for at, line in enumerate(bare) if len(parts) > 1 and all(part in line for part in parts)), None)
        if place is not None:
            found.setdefault(place, []).append((index, result))
            continue
        start = next((at for at, line in enumerate(bare) if len(parts) > 1 and line == parts[0] and parts[1] in bare[at + 1 : at + 4]), None)
        if start is not None:
            at = next((at for at in range(start, min(len(bare), start + len(parts) + 3)) if _spans(bare[at], result)), start)
            found.setdefault(at, []).append((index, result))
    return found


def _spans(line: str, result: LabResult) -> list[tuple[int, int]]:
    """Where the value of a result stands in a line."""
    if isinstance(result.value, str):
        at = line.casefold().find(result.value.casefold())
        return [(at, at + len(result.value))] if at >= 0 else []
    value = result.value
    return [match.span() for match in _NUMBER.finditer(line) if value is not None and any(abs(one - value) <= 1e-9 * max(1.0, abs(value)) for one in readings(match[0], None))]


def _line_html(line: str, rows: Rows) -> str:
    marks: dict[tuple[int, int], tuple[int, LabResult]] = {}
    rest = []
    for index, result in rows:
        start = max(0, line.find(result.name_as_printed))
        spans = [span for span in _spans(line, result) if span not in marks and not any(span[0] < end and begin < span[1] for begin, end in marks)]
        after = [span for span in spans if span[0] >= start] or spans
        if after:
            marks[after[0]] = (index, result)
        else:
            rest.append((index, result))
    out, at = [], 0
    for (start, end), (index, result) in sorted(marks.items()):
        out += [escape(line[at:start]), _link(index, result, f"<mark>{escape(line[start:end])}</mark>")]
        at = end
    return "".join([*out, escape(line[at:]), *(" " + _link(index, result, "↦") for index, result in rest)]) or "&nbsp;"


def _link(index: int, result: LabResult, inside: str) -> str:
    name = catalogue().analytes[result.analyte].name
    return f'<a id="lab-src-{index}" href="#lab-row-{index}" title="{escape(name)}: {escape(as_read(result))}"{_doubt_class(result)}>{inside}</a>'


def _doubt_class(result: LabResult) -> str:
    return ' class="doubt"' if doubt_about(result) else ""


def _pages_html(source: LabInput, form: str, rows: Rows, number: int) -> str:
    """The pages that hold values, as pictures with a frame around each value."""
    by_page: dict[int, list[tuple[int, LabResult]]] = {}
    for index, result in rows:
        if result.box is not None:
            by_page.setdefault(result.page or 1, []).append((index, result))
    wanted = sorted(by_page)[:MAX_PAGES]
    data = source.content if isinstance(source.content, bytes) else source.content.encode()
    try:
        parts = {page: _part(by_page[page]) for page in wanted}
        pictures = _pdf_pages(data, parts) if form == "pdf" else _image_pages(data, parts)
    except (ReportError, OSError, ValueError):
        return '<p class="dim">The page cannot be shown here; please compare the values with the report in your hand.</p>'
    out = [_page_html(f"{source.name}, page {page}", pictures[page], parts[page], by_page[page], f"{number}-{page}") for page in wanted if page in pictures]
    if len(by_page) > MAX_PAGES:
        out.append(f'<p class="dim">{len(by_page) - MAX_PAGES} more pages are not shown.</p>')
    return "".join(out)


def _page_html(title: str, jpeg: bytes, part: Box, rows: Rows, key: str) -> str:
    frames = "".join(_frame(index, result, part) for index, result in rows)
    uri = base64.b64encode(jpeg).decode("ascii")
    return f'<div class="src-page" id="lab-page-{key}"><img alt="{escape(title)}" src="data:image/jpeg;base64,{uri}">{frames}</div>'


def _frame(index: int, result: LabResult, part: Box) -> str:
    assert result.box is not None
    wide, high = part[2] - part[0], part[3] - part[1]
    x0, y0, x1, y1 = ((end - part[side % 2]) / (wide, high)[side % 2] for side, end in enumerate(result.box))
    name = f"{catalogue().analytes[result.analyte].name}: {as_read(result)}"
    place = f"left:{100 * x0:.2f}%;top:{100 * y0:.2f}%;width:{100 * (x1 - x0):.2f}%;height:{100 * (y1 - y0):.2f}%"
    doubt = " doubt" if doubt_about(result) else ""
    return f'<a class="src-box{doubt}" id="lab-src-{index}" href="#lab-row-{index}" style="{place}" title="{escape(name)}" aria-label="{escape(name)}"></a>'


def _pdf_pages(data: bytes, parts: Mapping[int, Box]) -> Mapping[int, bytes]:
    from leukchat.labs.readers.pdf import PDFIUM, open_pdf

    out: dict[int, bytes] = {}
    with open_pdf(data) as document:
        for number, part in parts.items():
            with PDFIUM:
                page = document[number - 1]
                picture = page.render(scale=_WIDTH / max(1.0, page.get_width() * (part[2] - part[0]))).to_pil()
                page.close()
            out[number] = _jpeg(picture, part)
    return out


def _image_pages(data: bytes, parts: Mapping[int, Box]) -> Mapping[int, bytes]:
    """The pages of a picture that the reader has read already, so that its size is known to be harmless."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as image:
        return {number: _jpeg(ImageOps.exif_transpose(frame), parts[number]) for number, frame in _frames(image, list(parts))}


def _frames(image: Any, wanted: Sequence[int]) -> Iterator[tuple[int, Any]]:
    for number in wanted:
        if number > 1:
            image.seek(number - 1)
        yield number, image


def _part(rows: Rows) -> Box:
    """The part of a page that holds its values, with a little room around; what identifies a person mostly stands outside."""
    boxes = [result.box for _, result in rows if result.box is not None]
    x0, y0 = (min(box[side] for box in boxes) for side in (0, 1))
    x1, y1 = (max(box[side] for box in boxes) for side in (2, 3))
    if any(box[2] - box[0] < _NARROW for box in boxes):
        x0, x1 = 0.0, 1.0  # frames around numbers alone: their names stand beside them
    return max(0.0, x0 - _ROOM), max(0.0, y0 - _ROOM), min(1.0, x1 + _ROOM), min(1.0, y1 + _ROOM)


def _jpeg(picture: Any, part: Box) -> bytes:
    wide, high = picture.size
    picture = picture.crop((round(part[0] * wide), round(part[1] * high), round(part[2] * wide), round(part[3] * high))).convert("RGB")
    picture.thumbnail((_WIDTH, 3 * _WIDTH))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=72)
    return out.getvalue()
