"""Values of another time or of other people: at diagnosis, last week, in a trial, in the bracket of an older result."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"\b(?:previous\w*|prior|last|vorbefund\w*|vorwert\w*|vergleich|zuletzt|anterior\w*|anterieur\w*|precedent\w*|previo\w*|compar\w*|earlier|before|baseline|frueher|fruher)\b[^.;()]{0,30}$"
)
_MONTH = re.compile(
    r"\s?(?:(?:in|im|en|em|a|au|du|vom|von|of|de|del|di|le|on|am)\s)?(?:\d{1,2}\.?\s)?(?:jan|ene|gen|feb|fev|mar|mae|apr|abr|avr|may|mai|mag|jun|jui|giu|jul|lug|aug|ago|aou|sep|set|oct|okt|ott|out|nov|dec|dez|dic)[a-z]*\.?(?:\s\d{2,4})?\s?[:,]"
)
THEN = re.compile(
    r"\b(?:at (?:the time of )?(?:diagnosis|presentation|relapse|transplant)|initially|originally|bei (?:erst)?diagnose\w*|initial\w*|ursprunglich|au (?:moment du )?diagnostic|initialement|al diagnostico|inicialmente|ao diagnostico|alla diagnosi|"
    r"inizialmente|(?:on|at) admission|bei aufnahme|a l'admission|al ingreso|na admissao|all'ingresso|in (?:the|this|our|a) (?:trial|study|cohort)|(?:trial|study) (?:entry|patients)|median|patients (?:with|had|whose)|patienten mit|"
    r"last (?:week|month|year|time|visit)|(?:letzte[nrs]?|vorige[nrs]?) (?:woche|monat|mal|jahr)|(?:la )?semaine derniere|(?:le )?mois dernier|(?:la )?semana pasada|(?:el )?mes pasado|(?:na )?semana passada|(?:no )?mes passado|"
    r"(?:la )?settimana scorsa|(?:il )?mese scorso|gecen (?:hafta|ay)|vorige week|a l'entree|bij opname)\b"
)


def of_another_time(folded: str, *, label: bool = False) -> bool:
    """Whether the sentence that ends this text speaks of the time of diagnosis, or of other people; with `label`, its label."""
    start = max(folded.rfind(sign) for sign in (". ", "; ", "! ", "? ")) + 1
    bracket = folded.rfind("(")
    if bracket > folded.rfind(")") and (_MONTH.match(folded, bracket + 1) or _BEFORE.search(folded[start:bracket]) or _BEFORE.search(folded[bracket:])):
        return True  # `Vorbefund (August: Leukozyten 61,0 G/l, Hb 11,4 g/dl)`
    if label:
        return folded.find(":", start) > 0 and THEN.search(folded[: folded.find(":", start)], start) is not None
    return THEN.search(folded, start) is not None
