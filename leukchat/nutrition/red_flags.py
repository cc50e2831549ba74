"""Signs that come before any food advice: each names the sign and what to do now.

Signs follow nutrition.md rule 1 and NCI "Infection and Neutropenia"; wider wording lives in
`leukchat.safety.emergency`, which guards free questions before they reach this room.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from leukchat.safety.normalise import normalise

_NOW = "Call your treatment team's 24-hour line now; if nobody answers within minutes, go to the emergency department."
_NEGATED = re.compile(r"\b(?:no|not|without|never had|never|denies|if i get|if i have|if there is|in case of|prevent|avoid)\W+(?:\w+\W+){0,2}$")
_SIGNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "Fever",
        "A fever with leukemia can be the only sign of a serious infection. Do not wait and do not mask it with a fever medicine first.",
        re.compile(
            r"\bfever\w*|\bfebrile\b|\bchills\b|\brigors?\b|\bshaking chills\b|\btemp\w*\W+(?:\w+\W+){0,3}(?:3[89]|4[01])(?:[.,]\d)?\b|\b(?:38|39|40)(?:[.,]\d)?\s?(?:°|degrees|c\b)|\b10[0-5][.,]?\d?\s?(?:°\s?f|f\b)"
        ),
    ),
    (
        "Bleeding",
        "Press firmly on the place if you can reach it.",
        re.compile(
            r"\bbleed(?:s|ing)\b|\bnose ?bleeds?\b|\bvomit\w* blood|\bblood in (?:\w+ )?(?:stools?|poo|urine|vomit|spit)|\bbloody (?:stools?|diarrh\w+|urine|vomit)"
            r"|\b(?:black|tarry) (?:\w+ )?(?:stools?|poo)|\bcoffee[- ]ground"
        ),
    ),
    (
        "Not keeping fluids down",
        "Drinking nothing, or bringing everything up, can become dangerous within a day.",
        re.compile(
            r"\b(?:can'?t|cannot|can not|unable to|couldn'?t|not able to|not) keep (?:any |my )?(?:fluids?|liquids?|water|anything|drinks?|food|it)\b|\bkeep(?:ing)? nothing down"
            r"|\bvomit\w*\W+(?:\w+\W+){0,3}(?:all day|24 ?h|for (?:a|one|two|\d) days?|everything|constantly|non ?stop)|\bthrow\w* up everything"
            r"|\b(?:can'?t|cannot|unable to) (?:drink|swallow (?:water|fluids?|anything))"
        ),
    ),
    (
        "Severe belly pain",
        "Strong belly pain needs a doctor now, also after asparaginase, when it can come from the pancreas.",
        re.compile(
            r"\b(?:severe|terrible|unbearable|worst|strong|intense|bad|sharp)\W+(?:\w+\W+){0,2}(?:belly|stomach|abdom\w+|tummy)\W+(?:pains?|ache|cramps?)|\bpancreatitis (?:pain|attack)\b"
            r"|\b(?:belly|stomach|abdominal|tummy) pain\W+(?:\w+\W+){0,4}(?:back|severe|unbearable)"
        ),
    ),
    (
        "Confusion or fainting",
        "Call your emergency number now.",
        re.compile(r"\bconfus(?:ed|ion)\b|\bfaint(?:ed|ing)\b|\bpass(?:ed|ing) out\b|\bunconscious\b|\bseizures?\b|\bcan'?t wake\b"),
    ),
    (
        "Trouble breathing or chest pain",
        "Call your emergency number now.",
        re.compile(r"\b(?:trouble|difficulty|hard|struggling) (?:to )?breath\w*|\bbreathless at rest\b|\bcan'?t breathe\b|\bchest pain\b|\bshort(?:ness)? of breath\b"),
    ),
    ("Choking", "Call your emergency number now if something is stuck.", re.compile(r"\bchok(?:ed|ing)\b")),
)


def red_flags(texts: Iterable[str]) -> tuple[str, ...]:
    """One sentence a sign found in the question, the symptoms or the conditions; empty when there is none."""
    found: list[str] = []
    plain = [normalise(text).text for text in texts if text]
    for sign, why, words in _SIGNS:
        if any(not _NEGATED.search(text[: match.start()]) for text in plain for match in words.finditer(text)):
            found.append(f"{sign}: {_NOW} {why}")
    return tuple(found)
