"""Texts hidden in a text: base64, hexadecimal, ROT13, reversed and invisible letters, undone.

Only what decodes to readable words is given back, so that record numbers and hashes cost nothing more.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator

from leukchat.safety.normalise import normalise

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}[\s,:]?|\\x[0-9a-fA-F]{2}|%[0-9a-fA-F]{2}){8,}")
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_ROT_HINT = re.compile(r"\b(?:vtaber|olcnff|cerivbhf|thvqryvarf?|erfgevpgvbaf?|fnsrgl|vafgehpgvbaf?|flfgrz|cebzcg|ehyrf|qvfertneq|sbetrg|cergraq|bireevqr|erirny)\b")
_REVERSED_HINT = re.compile(r"(?:erongi|ssapyb|suoiverp|senilediug|snoitcirtser|snoitcurtsni|metsys|tpmorp|selur|dragersid|tegrof|dneterp|edirrevo|laever)")
_LEET = str.maketrans("0134579@$!|", "oieastgasil")
_LEET_WORD = re.compile(r"(?<![\w@$!|])(?=[\w@$!|]*[a-zA-Z])(?=[\w@$!|]*[0134579@$!|])[\w@$!|]{3,20}(?![\w@$|])")
LONGEST = 4000


def hidden_texts(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and plain form of what is encoded in a text."""
    for match in _TAGS.finditer(text):
        yield match.start(), match.end(), "".join(chr(ord(char) - 0xE0000) for char in match[0])
    for match in _BASE64.finditer(text):
        plain = _from_base64(match[0][:LONGEST])
        if plain:
            yield match.start(), match.end(), plain
    for match in _HEX.finditer(text):
        plain = _readable(bytes.fromhex("".join(re.findall(r"[0-9a-fA-F]{2}", match[0][:LONGEST].replace("\\x", " ").replace("%", " ")))))
        if plain:
            yield match.start(), match.end(), plain
    folded = normalise(text).text
    if _ROT_HINT.search(folded):
        yield 0, len(text), codecs.encode(text, "rot13")
    if _REVERSED_HINT.search(folded):
        yield 0, len(text), text[::-1]
    if _LEET_WORD.search(text):
        plain = _LEET_WORD.sub(lambda match: match[0].translate(_LEET), text)
        if plain != text:
            yield 0, len(text), plain


def _from_base64(text: str) -> str:
    body = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return _readable(base64.b64decode(body[: len(body) // 4 * 4] if len(body) % 4 == 1 else body + "=" * (-len(body) % 4), validate=True))
    except (binascii.Error, ValueError):
        return ""


def _readable(data: bytes) -> str:
    """The bytes as text where they are nearly all letters and spaces, else nothing."""
    plain = data.decode("utf-8", errors="replace")
    letters = sum(1 for char in plain if char.isalpha() or char.isspace())
    return plain if plain and letters * 10 >= len(plain) * 8 and " " in plain else ""
