"""Units as laboratories print them, found in a line and brought to one spelling.

`find_unit` works on folded text. A canonical unit is lower case without blanks: `10^9/l`, `g/dl`, `ug/l feu`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from leukchat.labs.folding import fold

_VOLUME = r"(?:u?l|mcl|micro\s?l(?:it(?:er|re)s?)?|mm\s?\^?3|mmc|cu\.?\s?mm\.?|c\.?\s?mm\.?|cumm|ml|nl|pl|dl)"
_CELLS = r"(?:\{?cells?\}?|cel(?:ulas?|s)?\.?|zellen|cellules|elements?|elem)?"
_POWER = (
    rf"(?:[x*]\s?)?10\s?(?:\^|\*\*|\*|x|_|\.?e\+?|\.?exp\.?|\()?\s?(?:1[0-2]|0?[3569])\)?\s?{_CELLS}\s?(?:/|"
    rf"per\s)\s?{_VOLUME}|(?:x\s?)?e\s?(?:9|12)\s?/\s?l|[x*]\s?10\s?(?:\^|\*\*|\*|e)?\s?(?:12|[369])|[x*]\s?10-(?:12|[369])\s?/\s?{_VOLUME}|[x*]\s?1[.,']?000\s?/\s?{_VOLUME}"
)
_WORDED = (
    r"(?:k|m|[gt]pt|g|t|thou?(?:sands?)?|thsd|thds?|tsd\.?|tausend|mill?\.?|mills?|millions?|mio\.?|mln\.?|milyon|milj\.?|mrd\.?|milliarden|bil|billions?|bin|adet|hucre|millones|"
    r"milhoes|milioni|mila|mille|miles|"
    rf"lakhs?|lacs?|giga|tera|cells?|cel(?:ulas?|s)?\.?|zellen|cellules|elements?|elem)\s?(?:/|per\s)\s?{_VOLUME}"
)
_BARE_VOLUME = r"(?:/\s?|(?:x|por|par|pro)\s(?=mm|ul))(?:ul|mcl|mmc|mm\s?\^?3|cumm|cu\.?\s?mm\.?|c\.?\s?mm\.?|nl|pl|micro\s?l(?:itre|iter)?)"
_AMOUNT = (
    r"(?:gms?|gr|g|mgr|mg|ug|mcg|ng|pg|fg|mmol|umol|mcmol|micromol|nmol|pmol|meq|mval|[mu]?iu|[mu]?ui|[mu]?ie|u\.i\.|[mu]u|ku|u|e|ukat|"
    r"nkat|units?)"
)
_FEU = r"\s?\(?(?:feu|ddu|d-du)\)?"
_MASS = rf"{_AMOUNT}(?:{_FEU})?\s?/\s?(?:dl|l|ml|ul|100\s?ml)\b(?:{_FEU})?"
_FILTRATION = r"ml\s?/\s?(?:min(?:ute)?|dk)(?:\s?[/*x]?\s?\(?\{?1[.,]73[\s_]?m?(?:q|\^?2|2)?\}?\)?)?(?:\s?sq\.?\s?m)?"
_SHARE = (
    r"%\s?\(?is\)?(?![a-z])|(?:gms?|gr|mg|vol\.?)\s?%|g\s?%|%|mmol\s?/\s?mol|/\s?100\s?(?:wbcs?|leuk\w*|leuc\w*|"
    r"w\.b\.c)|per\s100\swbcs?"
)
_TIME = (
    r"mm\s(?:at|in)\s(?:the\s)?end\sof\s(?:the\s)?(?:1\s?(?:st)?|first|one)?\s?(?:hour|hrs?|h)\b\.?|mm\s?(?:/|in\s(?:the\s)?|at\s)\s?(?:1\s?(?:st)?\s?)?(?:hour|hrs?|h|std)\b\.?|mm\s?1?st\s?(?:hr|hour)|mm\s?1\s?h\b|mm\sn\.?\s?w\b\.?|mm\s?/\s?(?:saat|uur|ora|1\s?a\s?h)\b|"
    r"sec(?:onds?|onde?s|s|ondi)?\b\.?|sek(?:unden)?\b\.?|seg(?:undos?)?\b\.?|saniye\b|sn\b\.?|ml/s\b"
)
_OTHER = (
    r"l\s?/\s?l\b|fl\b|femtolit(?:er|re)s?|mmol\s?/\s?l\s?\(fe\)|um\s?\^?3|u\^?3\b|pg(?:\s?/\s?cell)?\b|picograms?|fmol\b|lakhs?\b|"
    r"lacs?\b|mm\b|ratio\b"
)
UNIT = re.compile(rf"(?:{_POWER}|{_FILTRATION}|{_MASS}|{_WORDED}|{_BARE_VOLUME}|{_SHARE}|{_TIME}|{_OTHER})(?![a-z0-9^])")
SECONDS = re.compile(r"s(?![a-z0-9'/])")
_POWER_FORM = re.compile(
    r"^x?\*?10(?:\^|\*\*|\*|e\+?|exp\.?|x|_|\.e|\.exp|\()?0?(1[0-2]|[3569])\)?(?:\{?cells?\}?|cel\w*\.?|zellen|cellules|"
    r"elem\w*)?(?:/|per)?(.*)$"
)
_CUBIC = re.compile(r"(?:mm\^?3|mmc|cu\.?mm\.?|c\.?mm\.?|cumm|mcl|micro\.?l(?:it(?:er|re)s?)?)")
_THOUSAND = re.compile(r"^(?:k|tho?u?(?:sands?)?|thsd|thds?|tsd\.?|tausend|mila|mille|miles|bin|[x*]1[.,']?000)(?:/|per)ul$")
_MILLION = re.compile(r"^(?:m|mill\.?|mills|millions?|mio\.?|mln\.?|milyon|milj\.?|millones|milhoes|milioni)(?:/|per)ul$")
_SPELLINGS = {
    "g/100ml": "g/dl",
    "gm/dl": "g/dl",
    "gms/dl": "g/dl",
    "g%": "g/dl",
    "gm%": "g/dl",
    "gms%": "g/dl",
    "mg%": "mg/dl",
    "mg/100ml": "mg/dl",
    "/nl": "10^3/ul",
    "mrd/l": "10^9/l",
    "mrd./l": "10^9/l",
    "milliarden/l": "10^9/l",
    "bil/l": "10^9/l",
    "billion/l": "10^9/l",
    "billions/l": "10^9/l",
    "adet/ul": "/ul",
    "hucre/ul": "/ul",
    "{cells}/ul": "/ul",
    "gr/dl": "g/dl",
    "gr/l": "g/l",
    "gr%": "g/dl",
    "gr/100ml": "g/dl",
    "mgr/dl": "mg/dl",
    "mmol/l(fe)": "mmol/l",
    "ie/l": "iu/l",
    "e/l": "u/l",
    "u.i./l": "iu/l",
    "mie/l": "miu/l",
    "uie/ml": "uiu/ml",
    "mm1h": "mm/h",
    "%normal": "%",
    "%{normal}": "%",
    "%ofnormal": "%",
    "[u]/l": "u/l",
    "{%is}": "%is",
    "vol.%": "%",
    "sn": "s",
    "saniye": "s",
    "g/l": "g/l",
    "giga/l": "10^9/l",
    "gpt/l": "10^9/l",  # gigaparticles, as laboratories in eastern Germany print
    "tpt/l": "10^12/l",
    "tera/l": "10^12/l",
    "/pl": "10^6/ul",
    "lakh": "lakh/ul",
    "lakhs": "lakh/ul",
    "lac": "lakh/ul",
    "lacs": "lakh/ul",
    "10^6/ml": "10^6/ml",
    "um^3": "fl",
    "um3": "fl",
    "u3": "fl",
    "u^3": "fl",
    "pg/cell": "pg",
    "vol%": "%",
    "mval/l": "meq/l",
    "ui/l": "iu/l",
    "unit/l": "u/l",
    "units/l": "u/l",
    "mui/l": "miu/l",
    "uui/ml": "uiu/ml",
    "ui/ml": "iu/ml",
    "ui/dl": "iu/dl",
    "mcmol/l": "umol/l",
    "micromol/l": "umol/l",
    "%(is)": "%is",
    "mui/ml": "miu/ml",
    "x10^9": "10^9/l",
    "10^9/": "10^9/l",
    "/dl": "/dl",
    "mm": "mm",
    "ku/l": "u/ml",
    "k": "10^3/ul",
}


@lru_cache(maxsize=2048)
def canonical_unit(printed: str) -> str:
    """The one spelling of a unit that was printed (folded or not). Unknown spellings come back without blanks."""
    text = fold(printed).replace("\x1f", " ")
    feu = next((kind for kind in ("feu", "ddu") if kind in text.replace("d-du", "ddu")), "")
    text = re.sub(r"\(?(?:feu|ddu|d-du)\)?", "", text) if feu else text
    text = re.sub(r"^(?:x|por|par|pro)\s(?=mm|ul)", "/", text)
    text = re.sub(r"\s+", "", text).rstrip(".")
    if text.startswith("ml/min"):
        return "ml/min" if text in ("ml/min", "ml/minute") else "ml/min/1.73m2"
    text = _CUBIC.sub("ul", text) if text != "mm" and not text.startswith("mm/") and not text.startswith(("mm1", "mmn", "mmol")) else text
    text = text.replace("mcg", "ug")
    text = _SPELLINGS.get(text, _by_rule(text))
    return f"{text} {feu}" if feu else text


def _by_rule(text: str) -> str:
    """Spellings too many to list: powers of ten, worded thousands and millions, times, shares."""
    power = _POWER_FORM.match(text)
    if power:
        exponent, volume = power[1], power[2] or {"3": "ul", "5": "ul", "6": "ul"}.get(power[1], "l")
        return f"10^{exponent}/{volume}"
    if exponent := re.fullmatch(r"x?e(9|12)/l", text):
        return f"10^{exponent[1]}/l"
    if _THOUSAND.match(text):
        return "10^3/ul"
    if _MILLION.match(text):
        return "10^6/ul"
    if re.match(r"^(?:lakhs?|lacs?)(?:/|per)ul$", text):
        return "lakh/ul"
    if re.match(r"^(?:cells?|cel\w*\.?|zellen|cellules|elem\w*)(?:/|per)", text):
        return "/" + re.split(r"/|per", text, maxsplit=1)[1]
    if re.match(r"^(?:sec|sek|seg)", text):
        return "s"
    if re.match(r"^mm(?:/|in|at|1st|1h|n\.?w)", text):
        return "mm/h"
    if re.match(r"^(?:/|per)100", text):
        return "/100wbc"
    if text.startswith(("femtolit", "picogram")):
        return "fl" if text.startswith("f") else "pg"
    return text


def find_unit(folded: str, start: int) -> int:
    """The end of the unit that begins at `start`, or -1."""
    match = UNIT.match(folded, start)
    return match.end() if match else -1
