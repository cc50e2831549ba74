"""Numbers that are no value of today: what is counted, past, or true of anybody, by the words behind the number."""

from __future__ import annotations

import re

from leukchat.labs.folding import fold
from leukchat.labs.readers.grammar import Token

_COUNTED = re.compile(
    r"(?:colou?rs?\b|farben|couleurs|colores|cores|colori|weeks?|days?|months?|hours?|units? (?:of|given|transf\w*|on|today|yesterday)|bags?|pools?|times|cycles?|tablets?|capsules?|mg(?! ?[/%d])|m(?:eq|mol) (?:tablets?|capsules?|daily|twice|po|oral|iv|tabletten|comprim\w*)|mcg(?! ?/)|kcal|kg\b|wochen?|tagen?|monaten?|stunden|einheiten|konserven|beutel|"
    r"semaines?|jours|mois|culots|poches|semanas|dias|meses|unidades (?:de|transf)|settimane|giorni|mesi|sacche)\b"
)
_PAST = re.compile(
    r"(?:[a-z%0-9^*/µ.]{1,12} )?(?:(?:or|and) (?:more|above|higher|less|below|over|under|lower|greater)|oder (?:mehr|weniger|hoher|niedriger)|ou (?:plus|moins|mais|menos)|o (?:mas|menos|piu|meno)|(?:the )?last (?:week|month|year|time|visit|tuesday|monday|wednesday|thursday|friday)|(?:\w+ )?(?:days?|weeks?|months?|years?) ago|previously|beforehand|at (?:diagnosis|presentation|the last)|"
    r"bei (?:diagnose|erstdiagnose)|letzte[nrs]? (?:woche|monat|mal|jahr)|vor \w+ (?:tagen|wochen|monaten)|la semaine derniere|le mois dernier|il y a \w+ (?:jours|semaines|mois)|la semana pasada|el mes pasado|hace \w+ (?:dias|semanas|meses)|"
    r"na semana passada|no mes passado|ha \w+ (?:dias|semanas|meses)|la settimana scorsa|il mese scorso|\w+ (?:giorni|settimane|mesi) fa|al diagnostico|au diagnostic|alla diagnosi)\b"
)
# What follows speaks of anybody's value: `a white cell count of 100 x10^9/L can make the blood thick`.
_IN_GENERAL = re.compile(
    r"(?:[a-z%0-9^*/µ.]{1,12} )?(?:can|may|might|could|should|must|would|needs?|means|requires?|is (?:considered|called|regarded|dangerous|an emergency)|kann|konnen|soll\w*|muss|bedeutet\w*|gilt|peut|peuvent|doit|signifie|"
    r"puede\w*|debe\w*|significa|pode\w*|deve\w*|puo|possono|richiede)\b"
)


def not_a_value(tokens: list[Token], at: int) -> bool:
    """Whether the words behind a number make it something else: `2 units` given, `390 mg per portion`, `9.4 last week`."""
    if any(token.word == "." for token in tokens[at + 1 : at + 3]):
        return False  # what follows is another sentence
    behind = fold(" ".join(token.text for token in tokens[at + 1 : at + 7] if token.kind != "gap"))
    return bool(_COUNTED.match(behind) or _PAST.match(behind) or _IN_GENERAL.match(behind))
