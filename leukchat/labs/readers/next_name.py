"""What stands behind a result and belongs to the name that follows: its number, or a name that is not known."""

from __future__ import annotations

from collections.abc import Sequence

from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.vocabulary import BLOCKERS, LINKS, NEUTRAL, PLACES

_LEAST_NAME = 2  # letters
# Stand before a number and are no name of a test.
_JOINING = frozenset(
    """
    soit auf von bis bei vs versus then now and und et y ou or after nach apres tras apos dopo day tag jour dia giorno in on em en im am at about almost nearly etwa fast circa env environ ca aprox cerca
    desde depuis since seit da dal dalla alla al aux pour para por por mit avec con com para zu zum um as like approx roughly only week woche semaine semana month cycle zyklus ciclo soll ref vn vr rr
    hoy heute hoje oggi today plus minus from fell rose sank stieg gegen contre contra than als que che date level value wert valeur valor valore being entre between zwischen
    """.split()
)


def is_of_next(tokens: Sequence[Token]) -> bool:
    """Whether a name has only a comma or `and` behind it, and then a share right in front of the next name."""
    kinds = [part.kind for part in tokens]
    return (
        len(tokens) in (3, 4)
        and (tokens[0].word == "," or tokens[0].word in ("and", "y", "e", "et", "und"))
        and kinds[-2:] == ["number", "unit"]
        and tokens[-1].text.strip() == "%"
        and (len(tokens) == 3 or kinds[1] == "word")
    )


def begins_another(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word behind a value is the name of a test that is not known: a number of its own follows it at once."""
    word = tokens[index].word
    if len(word) < _LEAST_NAME or word in NEUTRAL or word in LINKS or word in BLOCKERS or word in PLACES or word in _JOINING or word.startswith("abs"):
        return False
    following = next((token for token in tokens[index + 1 : index + 3] if token.kind != "sign" or token.word not in (":", "=")), None)
    return following is not None and following.kind in ("number", "bound") and not following.bracketed
