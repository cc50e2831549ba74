"""Number-like identifiers: national, insurance, bank and card numbers by format and check digit, telephones by phonenumbers.

Without a cue word only what a check digit, an unmistakable format or a valid telephone grouping carries is taken,
so that counts, ranges and dates stay. `phonenumbers` is imported only when a text holds a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from leukchat.safety import privacy_checks as check

Span = tuple[int, int, str]
_UNIT = r"(?!\s*(?:[x×*]\s?10|/|%|(?:mg|g|ng|ug|pg|ml|dl|fl|l|u|iu|mmol|umol|cells?|k|copies|cumm|mm|platelets|wbc|thrombo\w*)\b))"
# By format alone, or format and check digit; matched on the folded text. What may not stand before is looked at behind the first
# digit, as a search for a digit is several times as fast as one that looks behind at every place.
_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool] | None], ...] = (
    ("national_id", re.compile(r"\d(?<![\d-]\d)\d{2}-\d{2}-\d{4}(?![\d-])"), check.ssn),
    ("national_id", re.compile(r"[12](?<![\d.][12])\s?\d{2}\s?\d{2}\s?(?:\d{2}|2[ab])\s?\d{3}\s?\d{3}\s?\d{2}(?!\d)"), check.nir),
    ("national_id", re.compile(r"\d(?<![\d.,-]\d)\d{3}([ -]?)\d{4}\1\d{4}(?![\d.,]*\d)"), check.aadhaar),
    ("national_id", re.compile(r"\d(?<![\d.,+-]\d)(?<!\+\d \d)(?<!\+\d\d \d)\d{2}([ -]?)\d{3}\1\d{4}(?![\d.,-]*\d)" + _UNIT), check.nhs),
    ("national_id", re.compile(r"(?<![\w])[xyz]?-?\d{7,8}-?[a-z](?!\w)"), check.dni),
    ("national_id", re.compile(r"\d(?<![\d.]\d)\d{2}\.?\d{3}\.?\d{3}-?\d{2}(?![\d.,]*\d)" + _UNIT), check.cpf),
    ("national_id", re.compile(r"\b[a-z]{6}\d{2}[abcdehlmprst]\d{2}[a-z]\d{3}[a-z]\b"), None),
    ("national_id", re.compile(r"\b[a-ceghj-prstw-z][a-ceghj-npr-tw-z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b"), None),
    ("national_id", re.compile(r"\b[a-z]{3}[abcfghjlpt][a-z]\d{4}[a-z]\b"), None),
    ("insurance_number", re.compile(r"\b[a-z]\s?\d{3}\s?\d{3}\s?\d{3}\b"), check.kvnr),
    ("insurance_number", re.compile(r"\d(?<!\d\d)\d{2}\s?\d{4}\s?\d{4}\s?\d{4}(?![\d.,]*\d)"), check.cns),
    ("insurance_number", re.compile(r"\b[1-9][a-hj-km-np-rt-y][0-9a-hj-km-np-rt-y]\d-?[a-hj-km-np-rt-y][0-9a-hj-km-np-rt-y]\d-?[a-hj-km-np-rt-y]{2}\d{2}\b"), None),
    ("bank_account", re.compile(r"\b[a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){2,7}(?:\s?[a-z0-9]{1,4})?\b"), check.iban),
    ("bank_account", re.compile(r"\d(?<![\d.,-]\d)\d{3}([ -]?)\d{4}\1\d{4}\1\d{1,7}(?![\d.,]*\d)"), check.luhn),
)
_VALUE = r"(?P<who>(?=[a-z0-9 ./-]{0,30}\d)[a-z0-9](?:[a-z0-9./-]|[ ](?=[a-z]?\d)){4,24}[a-z0-9](?:[ ][a-d](?!\w))?)"
_IS = r"(?:\s?(?:numbers?|numero|nummer|no|nr|num|id|code)\b\.?|\s?n°|\s?#)*\s*(?:is|ist|est|es|e|:|=|#|-|\.)*\s*"
_CUED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "national_id",
        re.compile(
            r"\b(?:ssn|social security|nhs|nino|ni number|national insurance|aadha+r|uidai|pan card|pan|passport|steuer-?id|steueridentifikationsnummer|personalausweis\w*|reisepass|"
            r"nir|numero de securite sociale|securite sociale|n[o°] secu|dni|nie|nif|cpf|rg|codice fiscale|c\.f|carta d'identita|passeport|pasaporte|passaporto|passaporte|driving licen[cs]e|driver'?s licen[cs]e)\b"
            + _IS
            + _VALUE
        ),
    ),
    (
        "insurance_number",
        re.compile(
            r"\b(?:(?:health )?insurance|policy|member|subscriber|group|medicare|medicaid|mbi|abha|versicherten\w*|versicherungs\w*|krankenkasse\w*|kvnr|mutuelle|poliza|tarjeta sanitaria|cip|"
            r"seguridad social|nuss|cns|cartao (?:nacional de saude|sus)|carteirinha|convenio|tessera sanitaria|polizza)\b" + _IS + _VALUE
        ),
    ),
)
# What every form holds: six digits close together, or letters and digits in one word.
_LONG = re.compile(r"(?:\d[\s./()-]{0,2}){6}|[a-z]\d{2}[a-z0-9]{3}|\d[a-z]{2}\d|[a-z]{5}\d{2}|\b[1-9][a-z][a-z0-9]\d")
_PHONE_CUE = re.compile(
    r"\b(?:phone|tel(?:ephone|efon\w*)?|fax|mobile|cell|cellphone|handy\w*|telf|tfno|tlf|movil|celular|cellulare|portable|whats ?app|contact|call|text|ring|reach|rufen sie|anrufen|appele[rz]|llam\w+|lig\w+|chiam\w+)\b"
    r"(?:[\s.:#()]|no|me|us|on|at|under|is|number|nr|num|al|ao|il|le|au|unter|es|e|est|ist|numero|my|mi|him|her){0,12}$"
)
_PHONE = re.compile(r"(?<![\w.,/^-])(?:\+|00)?(?:\(0?\d{1,5}\)|\d)(?:[ ().\x1f/-]{0,2}\d){6,14}(?![\d%^]|[.,]\d|-\d)" + _UNIT)
_US_SHAPE = re.compile(r"(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}$")
# Help lines, not a person's own number.
_TOLL_FREE = re.compile(r"\(?(?:\+?1[\s.-])?\(?8(?:00|33|44|55|66|77|88)\)?[\s.-]\d{3}")
_DATE_LIKE = re.compile(r"\s*(?:\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4})(?:[\s.(]|$)")
_RANGE = re.compile(r"\d+(?:[ .]\d{3})*\s?-\s?\d+(?:[ .]\d{3})*$")
# What results hold and telephones do not: a number with decimals, or a value of three digits and more with its range.
_RESULT = re.compile(
    r"(?<![\d.])\d+\.\d{1,2}(?![\d.])|^(?!\d{3}\s\d{3}-\d{4}$)\d{3,}\s{1,2}\d{2,}\s?-\s?\d{2,}$|^[1-9]\d*/\d+-\d+$|\.\.|^\d+\.\d+ {1,2}\d+\.\d+ ?- ?\d+\.\d+$|\s\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d{2}$"
)
# A value and its flag before two numbers: these are the ends of its range.
_AFTER_VALUE = re.compile(r"\d\s+(?:hh?|ll?|\*{1,2}|[+-])\s+$")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .\x1f]\d{3})+$")
_REGIONS = ("US", "GB", "IN", "DE", "FR", "ES", "BR", "IT")


def find_numbers(folded: str) -> Iterator[Span]:
    """Identifiers in a folded text (see `privacy.fold`), cued ones first; spans may overlap, the earlier yielded counts."""
    for kind, cued in _CUED:
        for match in cued.finditer(folded):
            if len(check.digits(match["who"])) >= 4 and not _DATE_LIKE.match(match["who"]):
                yield *match.span("who"), kind
    if not _LONG.search(folded):
        return
    phones = list(_phones(folded))
    yield from (span for span, cued_phone in phones if cued_phone)
    for kind, form, fits in _FORMS:
        for match in form.finditer(folded):
            if fits is None or fits(match[0]):
                yield *match.span(), kind
    yield from (span for span, cued_phone in phones if not cued_phone)


def _phones(folded: str) -> Iterator[tuple[Span, bool]]:
    """Telephone numbers, each with whether a cue word stands before it."""
    for match in _PHONE.finditer(folded):
        text = match[0]
        cue = _PHONE_CUE.search(folded, max(0, match.start() - 60), match.start()) is not None
        bare = _RANGE.fullmatch(text) or _THOUSANDS.fullmatch(text) or text.isdigit()
        if not cue and ("  " in text or _RESULT.search(text) or text.count("(") != text.count(")") or _AFTER_VALUE.search(folded, max(0, match.start() - 12), match.start())):
            continue  # a value with its range, such as `139 (135-145)`, or numbers of two columns
        if _DATE_LIKE.match(text) or _TOLL_FREE.match(text) or (bare and not cue and not text.startswith(("0", "+"))):
            continue
        if cue or _US_SHAPE.match(text) or _valid(text):
            yield (*match.span(), "phone"), cue


def _valid(text: str) -> bool:
    """Whether it is a telephone number of one of the regions, or any with a country code."""
    from phonenumbers import NumberParseException, is_valid_number, parse

    if len(check.digits(text)) < 9:
        return False
    for region in _REGIONS if not text.startswith(("+", "00")) else ("GB",):
        try:
            if is_valid_number(parse(text, region)):
                return True
        except NumberParseException:
            continue
    return False
