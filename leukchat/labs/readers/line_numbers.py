"""Which tokens of a line can be the value of its name: numbers, bounds as values, what stands behind an arrow."""

from __future__ import annotations

from leukchat.labs.readers.columns import Columns
from leukchat.labs.readers.grammar import Token

_DEPTHS = {"(": 1, "[": 1, ")": -1, "]": -1}
_UNDER = 6  # characters between the middle of a title and that of a value under it
_WORDED = {"above": ">", "over": ">", "greater": ">", "more": ">", "acima": ">", "mayor": ">", "maior": ">", "superior": ">", "superieur": ">", "superiore": ">", "grosser": ">"}
_WORDED |= {"below": "<", "under": "<", "less": "<", "abaixo": "<", "menor": "<", "inferior": "<", "inferieur": "<", "inferiore": "<", "kleiner": "<"}
_BOUND_SIGNS = {"<": "<", "≤": "<", "<=": "<", "=<": "<", ">": ">", "≥": ">", ">=": ">", "=>": ">"}


def value_tokens(tokens: list[Token]) -> list[Token]:
    """The tokens that can be the value, in order: numbers outside brackets, and a leading bound such as `<5`."""
    found: list[Token] = []
    depth = 0
    for index, token in enumerate(tokens):
        if token.kind == "sign":
            depth = max(0, depth + _DEPTHS.get(token.word, 0))
        elif depth or token.bracketed:
            continue
        elif token.kind == "number":
            if not (_is_grade(tokens, index) or _ends_a_name(tokens, index)):  # `IgG 2+`, `eGFR (CKD-EPI 2021)`
                found.append(token)
        elif token.kind == "bound" and not found and token.word in _BOUND_SIGNS:
            found.append(token)
    if not found and (worded := _worded_bound(tokens)):
        return [worded]
    if len(found) > 1 and found[0].kind == "bound" and unit_after(tokens, found[1]) and not unit_after(tokens, found[0]):
        return found[1:]
    return found


def unit_after(tokens: list[Token], value: Token) -> Token | None:
    """The unit printed after a value and before the next one, flags and gaps aside."""
    seen = False
    for token in tokens:
        if token is value:
            seen = True
        elif seen and token.kind == "unit":
            return token
        elif seen and token.kind in ("number", "bound"):
            return None
    return None


def _worded_bound(tokens: list[Token]) -> Token | None:
    """A value told as `above 35,200 ng/mL`: behind a gap or a colon, and with its unit, where no number stands alone."""
    behind = False
    for index, token in enumerate(tokens):
        if token.kind == "bound" and not token.bracketed:
            unit = next((one for one in tokens[index + 1 : index + 3] if one.kind == "unit"), None)
            return token if behind and unit and token.word.split()[0] in _WORDED else None
        if token.kind not in ("gap", "flag") and token.word != ":":
            return None
        behind = True
    return None


def _ends_a_name(tokens: list[Token], index: int) -> bool:
    """Whether a number stands before the closing bracket of the name in front of it, with another number behind."""
    at = index + 1
    closed = at < len(tokens) and tokens[at].word == ")" and tokens[at].start == tokens[index].end
    return closed and any(one.kind in ("number", "bound") for one in tokens[at:])


def _is_grade(tokens: list[Token], index: int) -> bool:
    """Whether a number is a grade: a lone figure up to 4 with a plus right behind it."""
    at = index + 1
    return tokens[index].word in ("1", "2", "3", "4") and at < len(tokens) and tokens[at].word.startswith("+") and tokens[at].start == tokens[index].end


def with_bounds(tokens: list[Token], values: list[Token], columns: Columns) -> list[Token]:
    """The values of a row of columns with those that are bounds under a title, such as `0.43  <0.10  2.96`."""

    def under(token: Token) -> bool:
        return min(abs(column.centre - (token.start + token.end) / 2) for column in columns.columns) <= _UNDER

    found = [token for token in tokens if token in values or (token.kind == "bound" and not token.bracketed and token.word in _BOUND_SIGNS)]
    return found if len(found) == len(columns.columns) else [token for token in found if token in values or under(token)]


def behind_arrow(tokens: list[Token]) -> list[Token] | None:
    """The tokens behind an arrow between two numbers (`61 → 44 K/uL`), of which the second is the present one; else None."""
    for index, token in enumerate(tokens):
        if token.word == "→" and any(one.kind == "number" for one in tokens[:index]):
            following = next((one for one in tokens[index + 1 :] if one.kind != "gap"), None)
            return tokens[index + 1 :] if following is not None and following.kind == "number" else None
    return None


def comparator_of(value: Token) -> str | None:
    """`<` or `>` of a bound that is a value; None for a number."""
    return (_BOUND_SIGNS.get(value.word) or _WORDED[value.word.split()[0]]) if value.kind == "bound" else None
