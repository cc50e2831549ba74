"""The cells of a row of a table in text: empty ones, dashes between columns, units that belong to a bracket."""

from __future__ import annotations

from leukchat.labs.readers.columns import cells_of
from leukchat.labs.readers.grammar import Token

_DASHES = frozenset(("-", "--", "–", "—", "/", ".", "*"))
_NOT_MEASURED = frozenset("nd n.d n.d. na n/a n.a n.a. ng n.g pend pending ausstehend fehlt nm".split())


def outside(tokens: list[Token]) -> list[Token]:
    """The tokens without units behind a number in brackets, which are of that number: `1800 (N 11%)`."""
    depth, numbered = 0, False
    found: list[Token] = []
    for token in tokens:
        if token.kind == "sign":
            depth = max(0, depth + {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.word, 0))
            numbered = numbered and depth > 0
        numbered = numbered or (depth > 0 and token.kind == "number")
        if not (numbered and token.kind == "unit"):
            found.append(token)
    return found


def unjoined(tokens: list[Token]) -> list[Token]:
    """The tokens of a row of columns, with a dash between wide gaps (`3,1     -     3,6`) as the empty cell that it is."""
    found: list[Token] = []
    for token in tokens:
        low, dash, high = token.text.partition(" -") if token.kind == "range" and "   " in token.text and not token.bracketed else ("", "", "")
        if not dash or token.range is None or token.range.low is None or token.range.high is None:
            found.append(token)
            continue
        middle = token.start + len(low) + 1
        found += [
            Token("number", token.start, token.start + len(low.strip()), low.strip(), word=token.range.low),
            Token("gap", middle - 1, middle, ""),
            Token("sign", middle, middle + 1, "-", word="-"),
        ]
        found += [Token("gap", middle + 1, middle + 2, ""), Token("number", token.end - len(high.strip()), token.end, high.strip(), word=token.range.high)]
    return found


def with_holes(tokens: list[Token], values: list[Token]) -> list[Token | None]:
    """The values of a row in order, with None for each cell that only holds a dash or says that nothing was measured."""
    found: list[Token | None] = []
    for cell in cells_of(tokens):
        held = [token for token in cell if token in values]
        found += held or ([None] if all(token.text in _DASHES or token.word in _NOT_MEASURED for token in cell) else [])
    return found
