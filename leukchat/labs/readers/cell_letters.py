"""A differential in letters, as ward notes give it: `GB 1800 (N 11%, L 70%, blastos 15%)`, `DLC: N 70 L 24 M 4 E 2`."""

from __future__ import annotations

import re
from itertools import pairwise

from leukchat.labs.folding import fold
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.sentences import SAID

_CELL = re.compile(r"(?<![a-z0-9/.,])(?<!\d-)(?P<cell>[nplmeb])\s?[:=-]?\s?(?P<share>\d{1,2}(?:[.,]\d)?)\s?%?(?![\d/]|[.,]\d|\s?[a-z]{2,}/)")
_HINT = re.compile(r"(?<![\w/.,-])[Ll]\s?[:=-]?\s?\d")
_IDS = {"n": "neutrophils_percent", "p": "neutrophils_percent", "l": "lymphocytes_percent", "m": "monocytes_percent", "e": "eosinophils_percent", "b": "basophils_percent"}
_BETWEEN = re.compile(r"[\s,;/+-]*(?:[a-z]{4,14}\.?\s?[:=]?\s?\d{1,2}(?:[.,]\d)?\s?%?[\s,;/+-]*)?")
_MOST = 101.5
_LEAST_SHARE = 75  # of all cells, so that the letters can be nothing else


def lettered_cells(line: str) -> tuple[str, list[RawRow]]:
    """The line without such a differential, and its rows; the line itself and none where the letters don't make one up.

    Neutrophils (N or P for polymorphs) and lymphocytes must be there, each letter once, and the shares must make up most of 100 %.
    """
    if not _HINT.search(line):
        return line, []
    folded = fold(line)
    found = list(_CELL.finditer(folded))
    cells = [match["cell"] for match in found]
    if len(set(cells)) != len(cells) or "l" not in cells or ("n" in cells) == ("p" in cells):
        return line, []
    if any(_BETWEEN.fullmatch(folded, one.end(), two.start()) is None for one, two in pairwise(found)):
        return line, []
    shares = [float(match["share"].replace(",", ".")) for match in found]
    bare = not any("%" in match[0] for match in found)
    if sum(shares) > _MOST or sum(shares) < (_LEAST_SHARE if bare or len(found) < 3 else 2):
        return line, []
    rows = [RawRow(line[match.start() : match.end()].strip(), (_IDS[match["cell"]],), line.strip(), number=match["share"], unit="%", warnings=(SAID,)) for match in found]
    out = line
    for match in found:
        out = out[: match.start()] + "\x1f" * (match.end() - match.start()) + out[match.end() :]
    return out, rows
