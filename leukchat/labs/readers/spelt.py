"""Numbers in words, as dictated letters and telephone notes give them: `one hundred and one (101)`, `ninety-four g/L`."""

from __future__ import annotations

import re

from leukchat.labs.folding import fold

_UNITS: dict[str, int] = {
    word: value
    for value, words in enumerate(
        (
            "zero cero zéro null nil",
            "one uno una un une um uma eins",
            "two dos deux dois duas due zwei",
            "three tres trois tre drei",
            "four cuatro quatre quatro quattro vier",
            "five cinco cinq cinque funf",
            "six seis sei sechs",
            "seven siete sept sete sette sieben",
            "eight ocho huit oito otto acht",
            "nine nueve neuf nove neun",
            "ten diez dix dez dieci zehn",
            "eleven once onze undici elf",
            "twelve doce douze doze dodici zwolf",
            "thirteen trece treize treze tredici dreizehn",
            "fourteen catorce quatorze quattordici vierzehn",
            "fifteen quince quinze quindici funfzehn",
            "sixteen dieciseis seize dezesseis sedici sechzehn",
            "seventeen diecisiete dezessete diciassette siebzehn",
            "eighteen dieciocho dezoito diciotto achtzehn",
            "nineteen diecinueve dezenove diciannove neunzehn",
        )
    )
    for word in fold(words).split()
}
_TENS: dict[str, int] = {
    word: value
    for value, words in zip(
        range(20, 100, 10),
        (
            "twenty veinte vingt vinte venti zwanzig",
            "thirty treinta trente trinta trenta",
            "forty fourty cuarenta quarante quarenta quaranta",
            "fifty cincuenta cinquante cinquenta cinquanta",
            "sixty sesenta soixante sessenta sessanta",
            "seventy setenta settanta",
            "eighty ochenta oitenta ottanta",
            "ninety noventa novanta",
        ),
        strict=True,
    )
    for word in words.split()
}
_HUNDREDS: dict[str, int] = {
    word: value
    for value, words in zip(
        range(200, 1000, 100),
        (
            "doscientos doscientas duzentos duzentas",
            "trescientos trescientas trezentos trezentas",
            "cuatrocientos cuatrocientas quatrocentos quatrocentas",
            "quinientos quinientas quinhentos quinhentas",
            "seiscientos seiscientas seiscentos seiscentas",
            "setecientos setecientas setecentos setecentas",
            "ochocientos ochocientas oitocentos oitocentas",
            "novecientos novecientas novecentos novecentas",
        ),
        strict=True,
    )
    for word in words.split()
}
_HUNDRED = frozenset("hundred cien ciento cent cents cem cento hundert".split())
_THOUSAND = frozenset("thousand mil mille mila tausend".split())
_POINT = frozenset("point coma virgule virgula virgola komma punto".split())
_AND = frozenset("and y et e und".split())
_KNOWN = {*_UNITS, *_TENS, *_HUNDREDS, *_HUNDRED, *_THOUSAND}
# Words that are also articles or begin sentences, so that alone they are no sign of a number.
_WEAK = frozenset("one uno una un une um uma due sei once nil null mil".split())
_SIGNS = frozenset(word for word in _KNOWN if word not in _WEAK)
_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\s*\(\s*(\d[\d.,]*)\s*\)")
_LIKE_A_NUMBER = re.compile(r"(?:cientos|centos|cento|cent|hundert|tausend|mila|zig|ssig|enta|anta|ante)$")
_LEAST = 2
_ENDED = re.compile(r"\s*(?:$|[.,;)!?](?!\d))")
# `< 1 x 10^-4`, `3·10⁻³`, `2e-5`; without a sign of a power (`10-4`) only beside the name of what is told so.
_POWER = re.compile(
    r"(?<![\d.,x*])(?:(?:(?P<times>\d+(?:[.,]\d+)?)\s?[x×*·]\s?)?10\s?(?:(?P<raised>\^\s?(?P<open>\()?\s?[-−–]|\*\*\s?-|⁻|−(?=[2-6²³⁴⁵⁶]))|[-–])\s?(?P<power>[2-6²³⁴⁵⁶])(?(open)\))|(?P<mantissa>\d(?:[.,]\d+)?)e[-−]0?(?P<exponent>[2-6]))(?![\d.,/a-z-])"
)
_RESIDUAL = re.compile(r"mrd|emr|drm|\berm\b|resid|restkrank|bcr|transcri|mmr")


def figured(line: str) -> str:
    """The line with numbers in words and small powers of ten as plain figures, each in its place."""
    if "10" in line or "e-" in line.lower():
        line = _shares(line)
    return _spelt(line)


def _shares(line: str) -> str:
    """The line with `10^-4` as the percentage that it is: `0.01 %`."""
    folded = fold(line)
    out, place = [], 0
    for match in _POWER.finditer(folded):
        if not (match["raised"] or _RESIDUAL.search(folded)):
            continue
        times = float((match["times"] or match["mantissa"] or "1").replace(",", "."))
        power = int(match["power"] or match["exponent"])
        text = f"{times * 10.0 ** (2 - power):.10f}".rstrip("0").rstrip(".") + "%"
        start, stop = match.span()
        text = text if len(text) <= stop - start else text[1:] if text.startswith("0.") and len(text) - 1 <= stop - start else ""
        if not text:
            continue
        out += [line[place:start], text.ljust(stop - start, "\x1f")]
        place = stop
    return "".join([*out, line[place:]]) if out else line


def _spelt(line: str) -> str:
    """The line with numbers of two words or more, or of one that ends its clause, as figures; a figure in brackets behind is the number."""
    folded = fold(line)
    if _SIGNS.isdisjoint(_WORD.findall(folded)):
        return line
    out, place = [], 0
    for start, end, words in _runs(folded):
        bracket = _BRACKET.match(folded, end)
        text = bracket[1] if bracket else _figure(words) if len(words) >= _LEAST or _ENDED.match(folded, end) else None
        stop = bracket.end() if bracket else end
        if text is None or len(text) > stop - start:
            continue
        out += [line[place:start], text.ljust(stop - start, "\x1f")]
        place = stop
    return "".join([*out, line[place:]]) if out else line


def _runs(folded: str) -> list[tuple[int, int, list[str]]]:
    """The runs of words that spell a number: where they stand, and the words."""
    runs: list[tuple[int, int, list[str]]] = []
    held: list[re.Match[str]] = []
    for match in (*_WORD.finditer(folded), None):
        joined = match is not None and (not held or folded[held[-1].end() : match.start()] in (" ", "-"))
        if match is not None and joined and (match[0] in _KNOWN or (held and match[0] in _AND | _POINT)):
            held.append(match)
            continue
        while held and held[-1][0] not in _KNOWN:
            held.pop()
        if held and not _SIGNS.isdisjoint(one[0] for one in held) and not (match is not None and _LIKE_A_NUMBER.search(match[0]) and match[0] not in _KNOWN):
            runs.append((held[0].start(), held[-1].end(), [one[0] for one in held]))
        held = [match] if match is not None and match[0] in _KNOWN else []
    return runs


def _figure(words: list[str]) -> str | None:
    """The number that words spell, in figures; None where they don't follow each other as in one number."""
    point = next((index for index, word in enumerate(words) if word in _POINT), None)
    whole = _whole(words[:point])
    if whole is None or point is None:
        return None if whole is None else str(whole)
    digits = [_UNITS.get(word) for word in words[point + 1 :]]
    if not digits or any(digit is None or digit > 9 for digit in digits):
        return None
    return f"{whole}.{''.join(map(str, digits))}"


def _whole(words: list[str]) -> int | None:
    total = part = 0
    last = 1000
    for word in words:
        if word in _AND:
            continue
        if word in _THOUSAND:
            total, part, last = total + max(part, 1) * 1000, 0, 1000
        elif word in _HUNDRED:
            part, last = max(part, 1) * 100 if part < 10 else part + 100, 100
        elif word in _HUNDREDS and last > 100:
            part, last = part + _HUNDREDS[word], 100
        elif word in _TENS and last > 10:
            part, last = part + _TENS[word], 10
        elif word in _UNITS and (last > 10 or (last == 10 and _UNITS[word] < 10)):
            part, last = part + _UNITS[word], 1
        else:
            return None
    return total + part
