"""Dosing in Spanish, French, German, Portuguese, Italian and Hindi (also in Latin script), and in any other language: fails closed.

Not these languages' grammar but their words are known, as classes: a medicine, a number, a form or
unit, a how-often, a change, a missed dose. A medicine beside a number with a unit, form or how-often
is refused, and so is a change of treatment, unless it is forbidden ("no deje") or left to the team.
"""

from __future__ import annotations

import re
from functools import cache

from leukchat.safety.dosing.foreign_words import (
    AGAIN,
    ASK,
    ASKED,
    CEILING,
    CHANGE,
    DAY_OFF,
    DEVANAGARI,
    EATEN,
    ELSE,
    FORBIDS,
    FORM,
    HALVED,
    HERB,
    HUNDREDS,
    MAY,
    MEDICINE,
    MILLI,
    MISSED,
    MORE_NOW,
    MORNING_OR_EVENING,
    NUMBER,
    OFTEN,
    ORDERED,
    OWN,
    PER_WEIGHT,
    RAISES,
    REPLACES,
    SCHEME,
    SIDE_EFFECT,
    SOLD,
    STRENGTHS,
    TAKE,
    TALKS,
    TONIGHT,
    TRIAL,
    UNIT,
    USUAL,
    VERDICT,
)
from leukchat.safety.drugs import drug_table, find_drugs

Span = tuple[int, int]
_PIECE = re.compile(r"[^.!?\n]+[.!?\n]*")
_YEAR = re.compile(
    r"\b(?:en|em|in|im|nel|dal|desde|seit|depuis|ano|annee|jahr|anno) (?:el |l'|la |dem )?(?:18|19|20)\d\d\b(?!\s?(?:mg|mcg|ui|ie|iu|g|ml|%|unidad|unit|einheit|u\b))"
)


_SUFFICES = re.compile(r"\b(?:reich(?:t|en)|genug(?:t|en)|suffit|suffisent|basta(?:no|n|ra)?|chegam?|bastam|kaafi)\b")
_COUNT_BEFORE = re.compile(r"\b(?:[2-9]|dos|tres|deux|trois|zwei|drei|dois|duas|due|tre|do|teen) $")
_SPOONS = re.compile(r"cuch|cuill|l[oö]ffel|messl|colher|cucchiai|chamm|\u091a\u092e")
_TAKE_SOME = re.compile(
    r"\b(?:tom(?:e|ese|en|ar)|dele|prenez|donnez|prendre|nehmen sie|nimm|geben sie|prenda|prendere|dia ao|lein|lijiye)\W{1,2}(?:(?:sie|ihm|ihr|en|le|lui) )?"
    r"(?:\d+|dos|tres|cuatro|deux|trois|quatre|zwei|drei|vier|dois|duas|due|tre|quattro|medi[ao]|une? demi\w*|ein\w* halbe\w*|mei[ao]|mezz[ao])\b(?! (?:semanas?|dias|meses|jours|semaines|wochen|tage|giorni|settimane|litros?|litres?|liter|litri))"
)


def _skeleton(word: str) -> str:
    """A word without the differences in spelling between languages: h, y, doubled letters, endings."""
    plain = word.replace("ph", "f").replace("th", "t").replace("y", "i").replace("k", "c").replace("z", "c").replace("h", "").replace("qu", "c").replace("x", "s")
    return re.sub(r"(.)\1", r"\1", plain)[:7]


@cache
def _skeletons() -> frozenset[str]:
    return frozenset(_skeleton(name.lower()) for drug in drug_table() if drug.kind != "supplement" for name in drug.names if len(name) >= 6 and name.isalpha())


@cache
def _devanagari() -> re.Pattern[str]:
    """Endings of medicines' names as Hindi writes them (-tinib, -mycin, -trexate ...)."""
    return re.compile(
        "\u091f\u093f\u0928\u093f\u092c|\u091f\u0940\u0928\u093f\u092c|\u092e\u093e\u0907\u0938\u093f\u0928|"
        "\u091f\u094d\u0930\u0947\u0915\u094d\u0938\u0947\u091f|\u092a\u094d\u092f\u0942\u0930\u093f\u0928|\u0938\u094b\u0928|"
        "\u0938\u094b\u0932\u094b\u0928|\u092e[\u0949\u094b]\u0932|\u092e\u0948\u092c|\u0915\u094d\u0932[\u0947\u0948]\u0915\u094d\u0938|"
        "\u092f\u0942\u0930\u093f\u092f\u093e|\u092a\u094d\u0930\u094b\u092b\u0947\u0928|\u090f\u0938\u094d\u092a\u093f\u0930\u093f\u0928"
    )


def names_medicine(text: str) -> bool:
    """Whether a text names a medicine, also in a spelling of another language (metotrexato, Hydroxyurée)."""
    return bool(find_drugs(text)) or any(_skeleton(word) in _skeletons() for word in re.findall(r"[a-z]{6,}", text)) or _devanagari().search(text) is not None


def foreign_dosing(text: str, *, asked: bool = False) -> Span | None:
    """Where a text in another language tells (or, with `asked`, requests) a dose or a change; None when it does not."""
    named = names_medicine(text)
    text = _YEAR.sub("year", text)
    spoken = named or MEDICINE.search(text) is not None or FORM.search(text) is not None
    scheme = SCHEME.search(text)
    if scheme and (spoken or TAKE.search(text)):
        return scheme.span()
    other_script = 3 * sum(1 for char in text if char.isalpha() and not char.isascii()) > sum(1 for char in text if char.isalpha())
    if other_script and not DEVANAGARI.search(text):
        unit = UNIT.search(text) or (FORM.search(text) if re.search(r"\d", text) else None)
        return unit.span() if unit and re.search(r"\d", text) else None
    if not spoken and MISSED.search(text) and TAKE.search(text) and AGAIN.search(text):
        return MISSED.search(text).span()  # type: ignore[union-attr]
    loose = PER_WEIGHT.search(text) if UNIT.search(text) else DAY_OFF.search(text) or MORE_NOW.search(text)
    if not spoken and not asked and loose and not ELSE.search(text) and not ASK.search(text) and not FORBIDS.search(text):
        return loose.span()
    if not asked and (sure := _surely_told(text)) is not None:
        return sure
    if not spoken and not (TAKE.search(text) and OFTEN.search(text)) and not (UNIT.search(text) and OFTEN.search(text)):
        return None
    return _asked(text, named) if asked else _told(text, named)


def _surely_told(text: str) -> Span | None:
    """A sentence that halves, pauses or counts in hundreds a day, and says of nothing else that it does; None when it forbids it or hands it over."""
    for piece in _PIECE.finditer(text):
        one = piece[0]
        found = HALVED.search(one) or USUAL.search(one) or (HUNDREDS.search(one) if OFTEN.search(one) and not ELSE.search(one) else None)
        if (
            found
            and not ASK.search(one)
            and not FORBIDS.search(one)
            and not EATEN.search(one)
            and "?" not in one
            and not re.search(r"\b(?:kcal|calorias|calories|kalorien|metros|schritte|pasos|passi|pas)\b", one)
        ):
            return piece.start() + found.start(), piece.start() + found.end()
    return None


def _told(text: str, named: bool) -> Span | None:
    cited = TRIAL.search(text) is not None and re.search(r"\[\d+\]", text) is not None
    unit, form, often, number = UNIT.search(text), FORM.search(text), OFTEN.search(text), NUMBER.search(text)
    elsewhere = ELSE.search(text) is not None or (EATEN.search(text) is not None and not (unit or form))
    forbidden = FORBIDS.search(text) is not None and CEILING.search(text) is None
    if forbidden and TONIGHT.search(text) and ASK.search(text) is None and not re.search(r"\b(?:sans|ohne|sin|sem|senza|bina)\b", text):
        return TONIGHT.search(text).span()  # type: ignore[union-attr]
    left = forbidden or ASK.search(text) is not None
    if cited or (SOLD.search(text) and not often and not ORDERED.search(text) and not CHANGE.search(STRENGTHS.sub(" ", text))):
        return None
    if not number and (RAISES.search(text) or REPLACES.search(text)):
        return None
    if (
        number
        and unit
        and (named or HERB.search(text) or (MILLI.search(text) and often and TAKE.search(text) and not left) or (DEVANAGARI.search(text) and often) or (not elsewhere and not left))
    ):
        return unit.span()
    if not left and (counted := _counted(text, named, elsewhere)) is not None:
        return counted
    if elsewhere and not (named and (often or form or CHANGE.search(text)) and not re.search(r"\d\s?(?:g/d?l|°|grad)", text)):
        return None
    if left:
        return None
    if number and form and (named or often or TAKE.search(text) or _SUFFICES.search(text)):
        return form.span()
    missed = MISSED.search(text)
    if missed and (TAKE.search(text) or CHANGE.search(text)):
        return missed.span()
    change = CHANGE.search(text)
    if change:
        return change.span()
    if often and ((number and TAKE.search(text)) or (named and (number or TAKE.search(text)))):
        return often.span()
    return None


def _counted(text: str, named: bool, elsewhere: bool) -> Span | None:
    """Some of a form, told to be taken so often; or a count beside an order to take, or beside a medicine's name."""
    form = FORM.search(text)
    if form and NUMBER.search(text) and OFTEN.search(text) and TAKE.search(text) and not EATEN.search(text) and not _SPOONS.match(form[0]):
        return form.span()
    if elsewhere:
        return None
    counted = _TAKE_SOME.search(text) if named else None
    if counted is not None:
        return counted.span()
    return next(((one.start, one.end) for one in find_drugs(text) if _COUNT_BEFORE.search(text[max(0, one.start - 12) : one.start])), None)


def _asked(text: str, named: bool) -> Span | None:
    if TALKS.search(text):
        return None
    how = ASKED.search(text) or (MORNING_OR_EVENING.search(text) if named else None)
    unit, form, change, missed, often = UNIT.search(text), FORM.search(text), CHANGE.search(text), MISSED.search(text), OFTEN.search(text)
    if re.search(
        r"\b(?:combien de temps|wie lange|cuanto tiempo|quanto tempo|quanto|cuanto|combien)\b.{0,20}\b(?:dure|dauert|dura|tardan?|impiega|demora|faut-il attendre pour)\b", text
    ):
        return None
    if re.search(r"\b(?:cuesta|coute|kostet|custa|costa|kharcha|precio|prix|preco|prezzo)\b", text):
        return None
    if SIDE_EFFECT.search(text) and not (how or change or missed):
        return None
    if missed and (named or TAKE.search(text) or MAY.search(text) or "?" in text or change):
        return missed.span()
    if (
        how
        and (unit or form or TAKE.search(text) or named or (often and MEDICINE.search(text)) or re.search(r"\bdos[ei]s?\b|posolog", text))
        and not (ELSE.search(text) and not (named or form))
    ):
        return how.span()
    if change and (MAY.search(text) or "?" in text):
        return change.span()
    if OWN.search(text) and not VERDICT.search(text) and not how:
        return None
    asking = "?" in text or MAY.search(text) is not None
    if asking and (unit or form) and NUMBER.search(text) and not (ELSE.search(text) and not unit):
        return (unit or form).span()  # type: ignore[union-attr]
    if asking and named and re.search(r"\b(?:\d|dos|tres|cuatro|deux|trois|quatre|zwei|drei|vier|dois|duas|due|tre|do|teen|medi[ao]|demi|halbe\w*|mei[ao]|mezz[ao])\b", text):
        number = NUMBER.search(text)
        return number.span() if number else None
    if asking and named and often and NUMBER.search(text):
        return often.span()
    return None
