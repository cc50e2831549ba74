"""Pictures of printed reports as scanners and telephones take them: `pictured(name, seed)` gives the report and the file.

Every scene takes a page as a picture and gives another; lengths are in pixels of a page at 150 dpi, about 1240 x 1750.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import rendering_optics as optics
from PIL import Image
from rendering import ReportSpec, page_image
from rendering_forms import FORMS
from rendering_regions import drawn

Picture = Image.Image


@dataclass(frozen=True, slots=True)
class Scene:
    """Which report is pictured, how finely, what is done to it, and how it is kept."""

    region: str
    form: str
    how: Callable[[Picture, np.random.Generator], Picture]
    dpi: int = 150
    quality: int = 85
    ending: str = "jpg"
    days: int = 1
    rows: int = 12
    whole: bool = False


def _same(picture: Picture, _: np.random.Generator) -> Picture:
    return picture


def _chain(*steps: Callable[[Picture, np.random.Generator], Picture]) -> Callable[[Picture, np.random.Generator], Picture]:
    def run(picture: Picture, dice: np.random.Generator) -> Picture:
        for step in steps:
            picture = step(picture, dice)
        return picture

    return run


SCENES: dict[str, Scene] = {
    "scan 100 dpi": Scene("us_chain", "current and previous", optics.grain(3), 100, days=2),
    "scan 150 dpi": Scene("fr_ville", "wrapped names", optics.grain(3), whole=True),
    "scan 200 dpi": Scene("es_hospital", "boxed", optics.grain(3), 200),
    "scan 300 dpi": Scene("it_ospedale", "range before value", optics.grain(2), 300),
    "fax in black and white": Scene("uk_ward", "typewriter", optics.black_and_white, 200, ending="png"),
    "phone, from aside": Scene("de_klinik", "bars", _chain(optics.desk(235), optics.aside(0.08), optics.grain(4))),
    "phone, strongly from aside": Scene("us_chain", "in and out of range", _chain(optics.desk(90), optics.aside(0.2), optics.grain(4)), 170),
    "phone, shadow with an edge": Scene("pt_brasil", "repeated heads", _chain(optics.shadow_edge(0.5), optics.grain(4)), rows=6),
    "phone, warm light": Scene("in_chain", "coloured", _chain(optics.tint(1.0, 0.86, 0.62), optics.vignette(0.4), optics.grain(5))),
    "phone, out of focus": Scene("uk_ward", "unit before value", _chain(optics.soft(1.3), optics.grain(3))),
    "phone, moved": Scene("es_hospital", "method and range below", _chain(optics.moved(5), optics.grain(3)), rows=9),
    "JPEG quality 40": Scene("de_klinik", "previous with day", _same, quality=40, days=2),
    "turned by 90": Scene("fr_ville", "two units", optics.quarter(90)),
    "turned by 180": Scene("it_ospedale", "boxed", optics.quarter(180)),
    "turned by 270": Scene("us_chain", "sections and comments", optics.quarter(270)),
    "skewed by 3 degrees": Scene("uk_ward", "days oldest first", optics.skew(3), days=3),
    "skewed by 8 degrees": Scene("pt_brasil", "dotted capitals", optics.skew(-8)),
    "moire": Scene("es_hospital", "ranges by sex", optics.moire, rows=9),
    "crumpled": Scene("in_chain", "footnotes", _chain(optics.crumpled(4.0), optics.grain(3))),
    "bent like a book": Scene("de_klinik", "boxed", _chain(optics.bent(26), optics.shade(0.35))),
    "glossy": Scene("it_ospedale", "coloured", _chain(optics.glare, optics.grain(3))),
    "cut at the right": Scene("us_chain", "boxed", optics.cut(right=0.24)),
    "on a dark desk": Scene("uk_ward", "two blocks", _chain(optics.desk(40), optics.skew(4, 40), optics.aside(0.05)), 170, rows=14),
    "photo of a screen": Scene("in_chain", "ligatures", _chain(optics.screen, optics.aside(0.05), optics.soft(0.6))),
    "sent by messenger": Scene("de_klinik", "turned page", optics.shrunk(1280), 200, quality=55, whole=True),
    "other side shines through": Scene("fr_ville", "printed twice", _chain(optics.shine_through, optics.grain(3))),
    "dim": Scene("pt_brasil", "column by column", _chain(optics.dim(0.3), optics.grain(7))),
    "columns of days, photo": Scene("es_hospital", "days in landscape", _chain(optics.aside(0.06), optics.shade(0.4), optics.grain(4)), days=3),
}


def pictured(name: str, seed: int, region: str = "", form: str = "") -> tuple[ReportSpec, bytes, str]:
    """The report, its picture and the name of the file; `region` and `form` print it as another laboratory would."""
    scene = SCENES[name]
    spec = drawn(region or scene.region, seed, scene.rows, FORMS[form].days if form else scene.days)
    page = page_image(FORMS[form or scene.form].draw(spec), dpi=scene.dpi)
    page = page if scene.whole else optics.to_the_print(page)
    dice = np.random.default_rng(seed)
    buffer = io.BytesIO()
    scene.how(page.convert("RGB"), dice).save(buffer, "JPEG" if scene.ending == "jpg" else scene.ending.upper(), quality=scene.quality)
    return spec, buffer.getvalue(), f"photo.{scene.ending}"
