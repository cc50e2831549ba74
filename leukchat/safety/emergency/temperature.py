"""Body temperatures in a person's words: °C and °F, digits and number words.

Limits: a fever is 38.0 °C (100.4 °F) once (https://www.cancer.gov/about-cancer/treatment/side-effects/infection);
below 36.0 °C with feeling unwell (https://www.christie.nhs.uk/patients-and-visitors/services/acute-oncology/infection-and-fever-advice)
or below 35.0 °C at all (https://www.nhs.uk/conditions/hypothermia/) counts as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leukchat.safety.emergency.phrases import Mention
from leukchat.safety.emergency.words import Word, Words

FEVER_C, LOW_C, VERY_LOW_C = 38.0, 36.0, 35.0
BARE = 5  # words of a message that may be little more than a number ("kiddo 103.2!!!")
_NAMED = re.compile(r"\b(?:temp\w*|fever\w*|thermom\w*|fiebre|fieber|fievre|febbre|febre|bukhar|बुखार)\b")
_TAKEN_AGAIN = frozenset(("twice", "again", "already"))
_HAS = frozenset("has hit at hes shes now with".split())
_BEFORE = frozenset("has is its at had a hes shes im was of now then to about around nearly with have ho habe tengo ai jai tenho hit still up".split()) | {""}
_SINCE = frozenset("this tonight since depuis seit desde da now heute hoy oggi hoje ce yesterday subah".split())
_AGED = frozenset("im am is aged turned turn age only were was are be".split())
MOST, MOST_LOOKED = 60, 400  # temperatures of one text that are kept, and numbers in their range that are looked at
_TOLD = re.compile(
    r"\b(?:temp\w*|t|fever\w*|feaver|therm\w*|term\w*|fieberthermom\w*|strip|marca\w*|segna\w*|zeigt|affiche|indique|registr\w*|subi\w*|brought|on the dot|tonight|feeling|tylenol|paracetamol|acetaminophen|ibuprofen|calpol|panadol|nurofen|advil|reading|reads?|degrees?|deg|grad\w*|grados?|degres?|gradi|graus|celsius|fahrenheit|centigrade|oral|orally|ear|forehead|armpit|under (?:the|his|her|my) arm|axillar\w*|tympanic|febrile|febre|febbre|fievre|fiebre|fieber|bukhar|bukhaar|temperatura|"
    r"stiff neck|spinal|ears?|hot|cold|shiver\w*|chill\w*|feels?|hands|pulse|got|running|spiked|spiking|hit|hitting|reached|measured|measuring|measures|showed|shows?|says|said|clocked|tested|बुखार|तापमान|डिग्री)\b"
)
# Words that speak of a temperature; those that tell any figure ("says", "got", "hit") are not among them.
_PLAIN = re.compile(
    r"\b(?:temp\w*|fever\w*|feaver|therm\w*|term\w*|fieberthermom\w*|degrees?|deg|grad\w*|grados?|degres?|celsius|fahrenheit|ear|forehead|armpit|arm|febri\w*|feb\w+|fie\w+|bukha+r|hot|cold|shiver\w*|chill\w*|feels?|feeling|tonight|spik\w*|running|clocked|tylenol|paracetamol|acetaminophen|ibuprofen|calpol|brought|reading|since|this|chemo\w*|unwell|ill|\u092c\u0941\u0916\u093e\u0930|\u0924\u093e\u092a\u092e\u093e\u0928|\u0921\u093f\u0917\u094d\u0930\u0940)\b"
)
_MEASURED = re.compile(
    r"\b(?:temp\w*|thermom\w*|fever\w*|reading|degrees?|celsius|oral|orally|ear|forehead|armpit|cold|shiver\w*|chill\w*|clammy|unwell|hypotherm\w*|temperatura|fiebre|fieber|fievre|febbre|febre|bukhar|बुखार|तापमान)\b"
)
_OTHER = re.compile(
    r"\b(?:alt|ast|alp|ggt|lipase|ferritin|inr|esr|igg|albumin|protein|urea|uric|lactate|hct|mcv|mch|bmi|waist|euros?|dollars?|cm|inch\w*|page|percent|score|platelets?|plt|wbc|wcc|anc|hb|hgb|h(?:a?)emoglobin|hematocrit|counts?|glucose|sugar|weigh\w*|weight|lbs?|pounds|kg|kilos|sodium|potassium|creatinine|bilirubin|crp|ldh|rate|bpm|pressure|bp|percent|percentage|blasts?|mmol|mg|ml|"
    r"weeks?|years?|months?|age|aged|old|(?<!, )day|km|miles|size|oven|fridge|weather|outside|room|phone|battery|laptop|water|bath|sauna|pool|shower|car|engine|wash|laundry|cook\w*|bake\w*|chicken|meat|soup|rice|milk|store|stored|storage|vaccine|summer|desert|hot tub)\b"
)
_TENS = {"thirty": 30, "forty": 40, "ninety": 90}
_UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "zero": 0, "oh": 0, "o": 0}
_NUMBER_STARTS = frozenset((*_TENS, "hundred", "one", "a"))
_ROUGHLY = frozenset(("something", "odd", "ish", "somethin"))  # "38 something under the arm"
_AGES = re.compile(r"\b(?:\w+ )?(?:years?|yrs?|yr|months?|weeks?) old\b|\baged? \w+\b|\bday \d+\b")
_SCALE_C = frozenset("c celsius centigrade".split())
_SCALE_F = frozenset("f fahrenheit".split())
_TOLD_TO = re.compile(r"\b(?:if|when|whenever|told|ring|call|any|should|must|until|counts?|considered)\b")
# "the card says ring at 38", "why so strict about 38": a rule is told, nobody measured.
_RULE = re.compile(r"\b(?:rings?|calls?|phone|come in|go in|strict about|limit|threshold|cut ?off|rule|magic number)(?: (?:at|from|is|of|about|be|it|them|us|the|are|as|in))* ?$")
_PAPER = re.compile(r"\b(?:gp|hospital|ward|clinic|card|leaflet|booklet) (?:says?|said|uses|goes by|wants) ?$")
_TOLD_BY = re.compile(r"\b(?:card|leaflet|booklet|handout|says?|said|told|rules?|they|strict|limit|threshold|magic|why)\b")
_ABOVE = re.compile(r"\b(?:above|over|exceeds?|reach\w*|beyond|higher than|more than|goes|hits|gets? to|below|under|between|rises?|climbs?|than)\b")


def temperature_c(value: float, unit: str) -> float | None:
    """A body temperature in °C; the unit may be missing when only one is plausible. None when not one."""
    fahrenheit = unit.lower().startswith("f") or (not unit and 93.0 <= value <= 110.0)
    celsius = (value - 32.0) / 1.8 if fahrenheit else value
    return celsius if 33.0 <= celsius <= 43.5 else None


def temperatures(words: Words) -> Iterator[tuple[int, int, float]]:
    """Each body temperature told: first word, last word, °C."""
    place, told, looked, all_words = 0, 0, 0, words.words
    while place < len(all_words) and told < MOST and looked < MOST_LOOKED:
        number = None if _glued(all_words, place) else _number(all_words, place)
        if number is None:
            place += 1
            continue
        value, after, exact = number
        unit, end = _unit(all_words, after)
        celsius = temperature_c(value, unit)
        looked += celsius is not None
        if celsius is not None and _is_told(words, place, end, celsius, scaled=bool(unit), exact=exact):
            told += 1
            yield place, end - 1, celsius
        place = max(end, place + 1)


def _glued(words: Sequence[Word], place: int) -> bool:
    """Whether a number is the end of a name: CD38, DDX41. "temp38.5" is only typed in haste."""
    before = words[place - 1] if place else None
    return (
        before is not None
        and words[place].text[0].isdigit()
        and before.end == words[place].start
        and not before.text.startswith(("t", "fever", "fieb", "fiev", "feb"))
        and before.number is None
    )


def temperature_mentions(words: Words) -> list[Mention]:
    """Temperatures as meanings for the signs: high, low, very low."""
    found: list[Mention] = []
    for first, last, celsius in temperatures(words):
        rounded = round(celsius, 2)
        if rounded >= FEVER_C:
            found.append(Mention("temperature_high", first, last))
        elif rounded < VERY_LOW_C:
            found.append(Mention("temperature_very_low", first, last))
        elif rounded < LOW_C:
            found.append(Mention("temperature_low", first, last))
    return found


def answered_sentences(words: Words) -> frozenset[int]:
    """The sentences that tell temperatures of which none is a fever, and the questions beside them."""
    highest: dict[int, float] = {}
    for first, _, celsius in temperatures(words):
        sentence = words.words[first].sentence
        highest[sentence] = max(highest.get(sentence, 0.0), round(celsius, 2))
    normal = {sentence for sentence, celsius in highest.items() if celsius < FEVER_C}
    return frozenset(normal | {beside for sentence in normal for beside in (sentence - 1, sentence + 1) if beside in words.questions and beside not in highest})


def _number(words: Sequence[Word], place: int) -> tuple[float, int, bool] | None:
    """Value, the word after it, and whether it has a decimal."""
    word = words[place]
    if word.text[0].isdigit():
        if word.number is None:
            return None
        if word.number in (37, 38, 39, 40, 41) and place + 2 < len(words) and words[place + 1].text in ("point", "comma", "punto", "virgule", "komma"):
            tenth = words[place + 2].number
            if tenth is not None and tenth < 10:
                return word.number + tenth / 10, place + 3, True
        after = words[place + 1].text if place + 1 < len(words) else ""
        if word.number in (37, 38, 39, 40, 41) and after in _ROUGHLY:
            return word.number, place + 2, True
        return word.number, place + 1, "." in word.text or "," in word.text
    return _spoken(words, place)


def _spoken(words: Sequence[Word], place: int) -> tuple[float, int, bool] | None:
    """ "thirty eight point five", "thirty eight five", "a hundred and one", "one oh two", "ninety nine"."""
    if words[place].text not in _NUMBER_STARTS:
        return None
    texts = [word.text for word in words[place : place + 8]]
    base: float
    if texts[0] in _TENS:
        base, used = float(_TENS[texts[0]]), 1
        if len(texts) > 1 and _UNITS.get(texts[1], 0) > 0:
            base, used = base + _UNITS[texts[1]], 2
    elif texts[0] == "hundred" or (texts[0] in ("one", "a") and texts[1:2] == ["hundred"]):
        base, used = 100.0, 1 if texts[0] == "hundred" else 2
        used += texts[used : used + 1] == ["and"]
        if texts[used : used + 1] and _UNITS.get(texts[used], 0) and not (texts[used + 1 : used + 2] == ["point"] and texts[used - 1] == "point"):
            base, used = base + _UNITS[texts[used]], used + 1
    elif texts[0] == "one" and texts[1:2] and texts[1] in ("oh", "o", "zero") and len(texts) > 2 and texts[2] in _UNITS:
        base, used = 100.0 + _UNITS[texts[2]], 3
    else:
        return None
    return _fraction(texts, base, used, place)


def _fraction(texts: Sequence[str], base: float, used: int, place: int) -> tuple[float, int, bool]:
    if texts[used : used + 1] in (["point"], ["comma"], ["dot"]) and texts[used + 1 : used + 2] and texts[used + 1] in _UNITS:
        return base + _UNITS[texts[used + 1]] / 10, place + used + 2, True
    if texts[used : used + 3] == ["and", "a", "half"]:
        return base + 0.5, place + used + 3, True
    if texts[used : used + 1] and texts[used] in _UNITS and texts[used] not in ("oh", "o") and base in (37, 38, 39, 40, 41):
        return base + _UNITS[texts[used]] / 10, place + used + 1, True
    return base, place + used, False


def _unit(words: Sequence[Word], place: int) -> tuple[str, int]:
    """The scale that follows a number, and the word after it ("degrees" alone says no scale)."""
    end = place
    if place < len(words) and words[place].text in ("degrees", "degree", "deg", "grad", "grados", "gradi", "graus", "degres"):
        end = place + 1
    if end < len(words) and words[end].text in _SCALE_C:
        return "c", end + 1
    if end < len(words) and words[end].text in _SCALE_F:
        return "f", end + 1
    return "", end


def _is_told(words: Words, place: int, end: int, celsius: float, *, scaled: bool, exact: bool) -> bool:
    """Whether the number is put as a body temperature rather than a count, an age or the weather."""
    first, last = words.sentence(place)
    after = words.words[end].text if end < last else ""
    before = words.words[place - 1].text if place > first else ""
    if exact and celsius >= FEVER_C and (after in _TAKEN_AGAIN or before in ("f", "t", "temp")):
        return True
    near = words.joined(max(first, place - 12), min(last, end + 8))
    start, stop = max(first, place - 4), min(last, end + 2)
    if exact and celsius >= FEVER_C:  # "39.1, three years old"
        part = words.words[place].part
        start = next((index + 1 for index in range(place - 1, start - 1, -1) if words.words[index].part != part), start)
        stop = next((index for index in range(end, stop) if words.words[index].part != part), stop)
    if _OTHER.search(words.joined(start, stop)) and not _NAMED.search(near):
        return False
    if not scaled and not exact and _PLAIN.search(near) is None and (before in ("at", "aged") or _OTHER.search(words.joined(first, last))):
        return False  # "MDS at 38", "mine says 104" of a blood count
    if scaled or (_TOLD if celsius >= LOW_C else _MEASURED).search(near):
        return True
    return celsius >= LOW_C and _is_bare(words, place, end, celsius, exact=exact)


def _is_bare(words: Words, place: int, end: int, celsius: float, *, exact: bool) -> bool:
    """Whether a number that nothing names is a temperature all the same: "kiddo 103.2!!!", "he has 39 since lunch"."""
    first, last = words.sentence(place)
    before = words.words[place - 1].text if place > first else ""
    ends = end >= last or words.words[end].part != words.words[place].part
    counts = _OTHER.search(_AGES.sub("", words.joined(first, last))) is not None
    if exact and ((ends and last - first <= BARE) or not counts):
        return True
    if ends:
        return before in _HAS or (exact and _leads(before, counts))
    lasts = celsius >= FEVER_C and before not in _AGED and words.words[end].text in _SINCE and not counts
    return lasts or (exact and _leads(before, counts))


def _leads(before: str, counts: bool) -> bool:
    """Whether a temperature may follow the word; at the beginning of a sentence only where nothing else is counted."""
    return before in _BEFORE and not (counts and not before)


def is_limit(words: Words, first: int) -> bool:
    """Whether the number is put as a limit ("ring above 38", "if it reaches 38.3?"), not as a measurement."""
    start, last = words.sentence(first)
    before = words.joined(start, first)
    if (_RULE.search(before) and _TOLD_BY.search(before)) or (words.words[first].text == "38" and _PAPER.search(before)):
        return True
    if _ABOVE.search(words.joined(max(start, first - 3), first)) is None:
        return False
    return words.words[first].sentence in words.questions or _TOLD_TO.search(words.joined(start, last)) is not None
