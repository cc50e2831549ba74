"""How people place things in time: past, recent, here and now, only supposed.

Parts of patterns over words that are joined by spaces; `any_of` makes one pattern of several parts.
"""

from __future__ import annotations

import re

# Times that are over: last year, months ago, in 2019.
PAST_SPAN = (
    r"(?:ages|donkeys years|(?:some|many) moons) (?:ago|back)|way back|at one point|last (?:year|month|summer|winter|spring|fall|autumn|time|christmas|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)|(?:years?|months?|decades?) (?:ago|back|earlier|before)|few weeks (?:ago|back)|(?:two|three|four|five|six|seven|eight|"
    r"[2-9]|several|many|couple of|some) weeks (?:ago|back)|(?:in|en|em|nel|im jahr) (?:19|20)\d\d|in (?:my|his|her) (?:teens|twenties|thirties|"
    r"forties|fifties|sixties)|in the (?:nineties|eighties|seventies|sixties|past)|back (?:in|when|then)|in the past|long (?:ago|before)|"
    r"a while (?:ago|back)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"winter|my twenties|my youth|childhood|school)|years later|(?:years?|months?|decades?) since (?:my|his|her|the|our)|(?:hatte|had|hatten|avait|ho avuto|tuve|tuvo) (?:19|20)\d\d"
)

# When something else was: when he was small, at diagnosis, during induction.
PAST_EVENT = (
    r"when (?:i|he|she|we|they|my \w+) (?:was|were|got|had|started|first) (?:\w+ ){0,2}(?:child|young|little|kid|teenager|baby|diagnosed|on \w+|"
    r"in \w+|small|chemo|induction|transplant)|as a (?:young \w+|child|kid|baby|teen|teenager|toddler|student)|before (?:my |his |her |the |our |"
    r"i was |he was |she was |we were )?(?:\w+ )?(?:diagnosis|diagnosed|diagnosing)|at (?:my|his|her|our) (?:very )?first|(?:was|were|been) in (?:hosp\w*|the hospital|icu|intensive care|the icu) for|at (?:the )?(?:diagnosis|presentation|onset)|when diagnosed|"
    r"(?:during|after|in|with|throughout) (?:my |his |her |our |the )(?:first|second|third|last|previous|earlier|initial|induction|consolidation|"
    r"1st|2nd) ?(?:induction|cycle|round|course|treatment|chemo|chemotherapy|consolidation|transplant|infusion|pregnancy|hospital\w*|time|bag|"
    r"therapy)?\b(?! (?:yesterday|today|now|last))|during (?:induction|consolidation)|when (?:i|he|she) (?:was|were) \d+|the (?:day|week|night|"
    r"month|morning) (?:i|he|she|we|they|my \w+) (?:relapsed|died|collapsed|(?:was|were|got) (?:first )?(?:diagnosed|born|admitted))|(?:both|once|twice|all|back|,) in (?:induction|consolidation)|had (?:a|quite a|such a) (?:\w+ )?(?:scare|fright)|"
    r"when (?:i|he|she) (?:was|were) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)|at (?:two|three|four|five|six|seven|eight|nine|ten) , before|before all this"
)

# What used to be.
PAST_HABIT = r"(?:one|a|another) false alarm|used to|previously|once (?:had|took|got|ended|fainted|collapsed|passed out|fell)|(?:fainted|collapsed|passed out|choked|threw up|bled|blacked out) once|once (?:at|during|while|when) |(?:had|got) (?:\w+ ){1,2}once|once , |history of"

# The same in other languages.
PAST_ABROAD = (
    r"el (?:mes|ano|verano|invierno) pasado|hace (?:\w+ )?(?:anos|meses|anios)|le mois dernier|l an dernier|lan dernier|lannee derniere|"
    r"il y a (?:\w+ )?(?:ans|mois)|letztes? (?:jahr|monat|sommer|winter)|letzten (?:monat|sommer|winter|herbst)|vor (?:\w+ )?(?:jahren|monaten|"
    r"wochen)|l?(?:mese|anno|estate|inverno) scorso|scors[oa] (?:mese|anno|estate)|(?:anni|mesi) fa|(?:mes|ano) passado|ha (?:\w+ )?(?:anos|"
    r"meses)|pichhle|pichle|pehle|पिछले|पहले|saal pehle"
)

# Of these days, so not past.
RECENT = (
    r"now|right now|just(?! (?:curious|wondering|wonder|asking|checking|want|wanted|saying|scared|interested|to))|today|tonight|this (?:morning|evening|afternoon|hour|minute|week)|these days|still|again|currently|at the moment|suddenly|yesterday|"
    r"last night|hours? ago|minutes? ago|mins? ago|since (?:last night|this|yesterday|today|breakfast|lunch|dinner|midnight|then|an|\d)|keeps|"
    r"getting worse|woke up|half an hour|ongoing|for the (?:last|past)|tomorrow"
)

# The same in other languages.
RECENT_ABROAD = (
    r"hoy|ahora|anoche|esta manana|ayer|aujourdhui|maintenant|hier|ce matin|heute|jetzt|gestern|gerade|oggi|adesso|ieri|stamattina|hoje|agora|"
    r"ontem|aaj|abhi|आज|अभी|desde|depuis|seit"
)

# All is well again.
FINE = (
    r"(?:im|hes|shes|am|is|been|feel|feeling|feels|doing|were|are|all|its|everythings) (?:been )?(?:totally |completely |perfectly |fully |all |"
    r"quite |really |just |doing )?(?:fine|well|ok|okay|good|great|recovered|healthy|better|clear|normal|in remission)|fully recovered|long gone|fixed now|toasty|warm again|went well|all went well|is (?:back )?home (?:again|now|and)|"
    r"turned out (?:to be|fine|ok|okay)|all (?:clear|good|fine)|now fine|fine (?:now|since|ever)|recovered|discharged|was treated|treated (?:it|"
    r"me|him|her)|healed|cured|resolved"
)

# The same in other languages.
FINE_ABROAD = r"(?:esta|estan|va) bien|sta bene|esta bem|geht s? ?(?:ihm|ihr|mir) gut|gehts (?:ihm|ihr|mir) (?:wieder )?gut|geht es (?:ihm|ihr|mir) (?:wieder )?gut|va mieux|est gueri\w?|fini|cest fini|termine|vorbei|ya paso|finito|acabou|theek|alles gut|sto bene|estou bem|estoy bien|vais bien|gut jetzt"

# Since when it has lasted.
NOW_SINCE = (
    r"since (?:this|last|yesterday|the|my|his|her|i|he|she|we|lunch|breakfast|noon|midnight|about|an|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|\d|it|starting|today)|started|for (?:the (?:last|past)|\d+|an|two|three|four|five|six|half|several|over|almost|nearly) ?\w*|"
    r"hours? ago|minutes? ago|mins ago|last night|has been|have been|its been|woke"
)

# Here and now.
NOW = (
    r"now|right now|just now|tonight|this (?:morning|evening|afternoon|hour)|suddenly|all of a sudden|currently|at the moment|keeps?|wont stop|"
    r"getting worse|help me|please help|today|yesterday|just had|again"
)

# The same in other languages.
NOW_ABROAD = r"ahora|maintenant|jetzt|adesso|agora|abhi|hoy|heute|oggi|hoje|aaj"

# What is only supposed, or asked for another day.
SUPPOSED = (
    r"if|in case|say (?:a|an|someone|somebody) \w+|can (?:it|this|that|they)|when (?:my|his|her|the) (?:\w+ )?(?:hickman|line|picc|port|drain|stitches|catheter) (?:comes|is taken|gets taken)|suppose|supposing|imagine|what if|whenever|should (?:i|he|she|we|my \w+) (?:ever )?(?:get|develop|have|notice|spike|start)|"
    r"when should|when do (?:i|we)|when to|when is|when would|when does|at what|at which|how will i know|how would|how do i know|what would|"
    r"would i|would it|would my|would a|would he|would she|will i|will my|will he|will she|might|one day|some ?day|hypothetically|ever (?:get|had|"
    r"have|has|happens?|gets)|unless|until|before i get|once i get|whether|could (?:i|he|she|it|my|the|this|that|someone|a|get)|falls"
)

# The same in other languages.
SUPPOSED_ABROAD = (
    r"si un dia|si alguna vez|wenn ich (?:ein)?mal|wenn mein|se un giorno|se um dia|si un jour|algun dia|si algun|si me da|si le da|un jour|eines tages|un giorno|um dia|kabhi|कभी|si (?:tengo|tiene|me|tuviera|jai|il|elle|ma|mon)|falls|"
    r"wenn|se (?:eu|ho|ha|tiver|avessi|mi|minha|meu|mia)|agar|yadi|अगर|यदि|cuando|quand|quando|ab wann|a partir de|a partire da|kab"
)


def any_of(*parts: str) -> re.Pattern[str]:
    """A pattern for any of the parts, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
