"""Dates as reports print them, in six languages. A date that can be read two ways needs the report's own habit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

Order = Literal["dmy", "mdy"]

_MONTHS = (
    ("jan", "ene", "gen", "janv"),
    ("feb", "fev", "fevr"),
    ("mar", "marz", "mars", "maerz"),
    ("apr", "abr", "avr"),
    ("may", "mai", "mag", "maio", "mayo"),
    ("jun", "giu", "juin"),
    ("jul", "lug", "juil"),
    ("aug", "ago", "aou", "aout"),
    ("sep", "set", "sept"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "dic"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
MONTH_LETTERS = frozenset(name[0] for name in _MONTH)
DATE = re.compile(
    r"(?<![\d.,/-])(?:(?=\d)(?:"
    r"(?P<y>(?:19|20)\d{2})(?P<by>[-/.])(?P<m>\d{1,2})(?P=by)(?P<d>\d{1,2})(?:t\d{2}:\d{2}\S*)?"
    r"|(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<c>(?:19|20)\d{2}|\d{2})(?![\d%]|[.,]\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?[-\s./]{{1,2}}(?:de\s)?(?P<m2>{_NAMES})[a-z]*\.?[-\s./,]{{1,2}}(?:de\s)?(?P<y2>(?:19|20)\d{{2}}|"
    rf"\d{{2}})(?!\d|[.:]\d)"
    rf"|(?P<y4>(?:19|20)\d{{2}})[- /](?P<m4>{_NAMES})[a-z]*[- /](?P<d4>\d{{1,2}})(?!\d)"
    rf"|(?P<d5>\d{{1,2}})(?P<m5>{_NAMES})(?P<y5>(?:19|20)\d{{2}}|\d{{2}})(?![\w%.])"
    rf")|(?=[a-z])\b(?P<m3>{_NAMES})[a-z]*\.?[-\s](?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?[-\s](?P<y3>(?:19|20)\d{{2}})"
    r")"
)
_WEEKDAY = re.compile(
    r"^(?:mon?|tue?s?|wed?(?:nes)?|thu?r?s?|fri?|sat?(?:ur)?|sun?|di|mi|do|fr|sa|so|lun|mar|mer|mie|jeu|jue|ven|vie|sam|sab|dim|dom|gio|seg|ter|qua|qui|sex)(?:day)?[.,]{0,2} "
)
_COMPACT = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[t ]?\d{4,6})?")
_SERIAL = re.compile(r"[3-6]\d{4}(?:[.,]\d+)?")
# The full date of a report may be that of an event before its results ("Induction day 1 = 03/03/2026"), so days soon after it are of its year.
SOON = timedelta(days=45)
_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets
TIME = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:uhr|hrs?|h)\b)?")


def order_habit(dates: Iterable[re.Match[str]]) -> Order | None:
    """Whether a report writes day or month first, from those of its dates that can only be read one way."""
    seen = {_order(match) for match in dates} - {None}
    return seen.pop() if len(seen) == 1 else None


def _order(match: re.Match[str]) -> Order | None:
    if match["a"] is None:
        return None
    first, second = int(match["a"]), int(match["b"])
    if first > 12 >= second:
        return "dmy"
    return "mdy" if second > 12 >= first else None


def read_date(match: re.Match[str], order: Order | None) -> date | None:
    """The date of a `DATE` match; None if it does not exist or could be two dates and `order` is None.

    With points between (05.03.2026) the day comes first, as wherever dates are written so.
    """
    if match["y"]:
        return _date(int(match["y"]), int(match["m"]), int(match["d"]))
    if match["m2"]:
        return _date(_year(match["y2"]), _MONTH[match["m2"]], int(match["d2"]))
    if match["m3"]:
        return _date(int(match["y3"]), _MONTH[match["m3"]], int(match["d3"]))
    if match["m4"]:
        return _date(int(match["y4"]), _MONTH[match["m4"]], int(match["d4"]))
    if match["m5"]:
        return _date(_year(match["y5"]), _MONTH[match["m5"]], int(match["d5"]))
    first, second = int(match["a"]), int(match["b"])
    chosen = _order(match) or order or ("dmy" if first == second or match["sep"] == "." else None)
    if chosen is None:
        return None
    day, month = (first, second) if chosen == "dmy" else (second, first)
    return _date(_year(match["c"]), month, day)


def cell_day(folded: str, order: Order | None, *, counted: bool = False) -> date | None:
    """The day that a cell of a table holds, behind a weekday or without signs between (`20260105`); None for any other cell.

    `counted`: a bare number is the day's number, as spreadsheets store it.
    """
    text = folded.strip()
    if match := DATE.match(text) or DATE.match(_WEEKDAY.sub("", text, count=1)):
        return read_date(match, order)
    if match := _COMPACT.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    return _EPOCH + timedelta(days=int(float(text.replace(",", ".")))) if counted and _SERIAL.fullmatch(text) else None


def short_day(folded: str, collected: str | None, order: Order | None) -> date | None:
    """The day of a cell without a year (`12.03.`, `Jan 5`): of the report's year, or the one before for a much later day (SOON); None without one."""
    text = _WEEKDAY.sub("", folded.strip(), count=1).strip()
    if named := _NAMED.fullmatch(text):
        text = f"{named[2]} {named[1]}"
    if collected is None or not _SHORT.fullmatch(text):
        return None
    last = date.fromisoformat(collected)
    joint = "" if text.endswith(".") else "/" if "/" in text else text.rstrip("abcdefghijklmnopqrstuvwxyz")[-1]
    return _in_year(text + joint, last, order)


def _in_year(text: str, last: date, order: Order | None) -> date | None:
    """A day without a year in that of `last`, or in the one before where it would lie more than SOON behind `last`."""
    for year in (last.year, last.year - 1):
        match = DATE.match(f"{text}{year}")
        day = read_date(match, order) if match else None
        if day is None or day <= last + SOON:
            return day
    return None


def _year(text: str) -> int:
    year = int(text)
    if year >= 100:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_SHORT = re.compile(rf"\d(?<![\d./-]\d)\d?(?:\.\d{{1,2}}\.|/\d{{1,2}}|[- ](?:{_NAMES})[a-z]*)(?![\d./-]|\s?(?:19|20)\d\d|\w)")
_NAMED = re.compile(rf"((?:{_NAMES})[a-z]*)\.? (\d{{1,2}})")
SHORT_DAY = re.compile(rf"(?:[a-z]{{2,3}}[.,]? )?(?:\d{{1,2}}\.\d{{1,2}}\.|\d{{1,2}}/\d{{1,2}}(?![\d/])|\d{{1,2}}[- ](?:{_NAMES})[a-z]*|(?:{_NAMES})[a-z]*\.? \d{{1,2}})(?![\d/])")
_HEAD_OF_DAYS = 2


def with_years(line: str, folded: str, collected: str | None, order: Order | None) -> str:
    """A head of several days, some without a year (`12.03.   13.03.   14.03.2026`), with all years; other lines unchanged.

    The year is that of the line's full date, else of the report; a day much later in that year (SOON) is one of the year before.
    """
    short = list(_SHORT.finditer(folded))
    if not short:
        return line
    full = DATE.search(folded)
    if len(short) + (full is not None) < _HEAD_OF_DAYS:
        return line
    last = (read_date(full, order) if full else None) or (date.fromisoformat(collected) if collected else None)
    if last is None:
        return line
    out, place = [], 0
    for match in short:
        text = match[0].rstrip()
        joint = "" if text.endswith(".") else "/" if "/" in text else text.rstrip("abcdefghijklmnopqrstuvwxyz")[-1]
        day = _in_year(text + joint, last, order)
        if day is None:
            return line
        written = f"{text}{joint}{day.year}"
        blanks = len(line[match.end() :]) - len(line[match.end() :].lstrip(" "))
        out += [line[place : match.start()], written]
        place = match.end() + max(0, min(len(written) - len(match[0]), blanks - 2))  # the columns stay in their places
    return "".join([*out, line[place:]])
