"""Emergency and crisis numbers by country (`data/emergency_numbers.yaml`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from leukchat.types import Value

DATA_FILE = Path(__file__).resolve().parent.parent / "data" / "emergency_numbers.yaml"


class Helpline(Value):
    """The numbers of one country and where they were read; `poison` is empty where no national line is known."""

    country: str
    emergency: str
    crisis: str
    source: str
    checked: str
    poison: str = ""


ANYWHERE = Helpline(
    country="",
    emergency="112 or 911, or your local emergency number",
    crisis="988 in the US and Canada, 116 123 in the UK and Ireland, and findahelpline.com anywhere else",
    source="https://findahelpline.com",
    checked="2026-11",
)


@cache
def helplines() -> dict[str, Helpline]:
    """All countries, by ISO code."""
    rows = yaml.safe_load(DATA_FILE.read_text(encoding="utf-8"))
    return {row["country"]: Helpline(**row) for row in rows}


def helpline(country: str) -> Helpline:
    """Numbers for an ISO country code, or those that hold anywhere."""
    return helplines().get(country.upper(), ANYWHERE)


def country_of(locale: str) -> str:
    """The country in a locale such as `en-GB,en;q=0.9`; empty when it names none that is listed."""
    for part in locale.replace("_", "-").split(","):
        pieces = part.split(";")[0].strip().split("-")
        if len(pieces) > 1 and pieces[-1].upper() in helplines():
            return pieces[-1].upper()
    return ""
