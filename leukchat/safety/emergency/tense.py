"""Whether a mention is said of here and now: not of the past, not as a question about what may come, not in general.

In doubt it counts as here and now.
"""

from __future__ import annotations

import re

from leukchat.safety.emergency.phrases import Mention
from leukchat.safety.emergency.subject import asserts, is_general
from leukchat.safety.emergency.words import Words

_PAST_MARK = re.compile(
    r"\b(?:last (?:year|month|summer|winter|spring|fall|autumn|time|christmas|january|february|march|april|may|june|july|august|september|october|november|december)|(?:years?|months?|decades?) (?:ago|back|earlier|before)|few weeks (?:ago|back)|"
    r"(?:two|three|four|five|six|seven|eight|[2-9]|several|many|couple of|some) weeks (?:ago|back)|in (?:19|20)\d\d|in the (?:nineties|eighties|seventies|sixties|past)|back (?:in|when|then)|when (?:i|he|she|we|they|my \w+) (?:was|were|got|had|started|first) (?:\w+ ){0,2}(?:child|young|little|kid|teenager|baby|diagnosed|on \w+|in \w+|small|chemo|induction|transplant)|"
    r"as a (?:young \w+|child|kid|baby|teen|teenager|toddler|student)|before (?:my |his |her |the |our |i was |he was |she was |we were )?(?:\w+ )?(?:diagnosis|diagnosed|diagnosing)|at (?:the )?(?:diagnosis|presentation|onset)|when diagnosed|used to|previously|once (?:had|took|got|ended)|once , |in the past|history of|"
    r"(?:during|after|in|with|throughout) (?:my |his |her |our |the )(?:first|second|third|last|previous|earlier|initial|induction|consolidation|1st|2nd) ?(?:induction|cycle|round|course|treatment|chemo|chemotherapy|consolidation|transplant|infusion|pregnancy|hospital\w*|time|bag|therapy)?\b(?! (?:yesterday|today|now|last))|during (?:induction|consolidation)|long (?:ago|before)|a while (?:ago|back)|"
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|my twenties|my youth|childhood|school)|when (?:i|he|she) (?:was|were) \d+|the (?:day|week|night|month|morning) (?:i|he|she|we|my \w+) (?:was|were|got) (?:diagnosed|born|admitted)|el (?:mes|ano|verano|invierno) pasado|hace (?:\w+ )?(?:anos|meses|anios)|le mois dernier|l an dernier|lan dernier|lannee derniere|il y a (?:\w+ )?(?:ans|mois)|letztes? (?:jahr|monat|sommer|winter)|letzten (?:monat|sommer|winter|herbst)|vor (?:\w+ )?(?:jahren|monaten|wochen)|"
    r"l?(?:mese|anno|estate|inverno) scorso|scors[oa] (?:mese|anno|estate)|(?:anni|mesi) fa|(?:mes|ano) passado|ha (?:\w+ )?(?:anos|meses)|pichhle|pichle|pehle|पिछले|पहले|saal pehle|years later)\b"
)
_PAST_VERB = frozenset(
    "had was were got felt experienced developed suffered spent took died gave landed ended went came bled hospitalized hospitalised admitted treated once used passed happened started threw vomited fainted collapsed coughed spiked ran caught "
    "tuve tuvo estuve estuvo tomo jai avait eu etait hatte hatten war ebbi avuto aveva ha tive teve estava tha thi hua हुआ था थी थे broke hit fell swallowed survived recovered overdosed stopped been gone bekam bekommen".split()
)
_PRESENT_VERB = frozenset("have has am is are im hes shes theyre ive got feel feels keeps keep cant wont having running getting tengo tiene ai habe hat ho tenho tem hai है".split())
_PERFECT = frozenset("has have hes shes ive theyre weve youve".split())
_RECENT = re.compile(
    r"\b(?:now|right now|just|today|tonight|this (?:morning|evening|afternoon|hour|minute)|still|again|currently|at the moment|suddenly|yesterday|last night|hours? ago|minutes? ago|mins? ago|since (?:last night|this|yesterday|today|breakfast|lunch|dinner|midnight|then|an|\d)|keeps|getting worse|"
    r"hoy|ahora|anoche|esta manana|ayer|aujourdhui|maintenant|hier|ce matin|heute|jetzt|gestern|gerade|oggi|adesso|ieri|stamattina|hoje|agora|ontem|aaj|abhi|आज|अभी|desde|depuis|seit|woke up|half an hour|ongoing|for the (?:last|past)|tomorrow)\b"
)
_FINE = re.compile(
    r"\b(?:(?:im|hes|shes|am|is|been|feel|feeling|feels|doing|were|are|all|its|everythings) (?:been )?(?:totally |completely |perfectly |fully |all |quite |really |just |doing )?(?:fine|well|ok|okay|good|great|recovered|healthy|better|clear|normal|in remission)|fully recovered|long gone|turned out (?:to be|fine|ok|okay)|all (?:clear|good|fine)|now fine|fine (?:now|since|ever)|recovered|discharged|was treated|treated (?:it|me|him|her)|healed|cured|resolved|fini|cest fini|termine|vorbei|ya paso|finito|acabou|theek|alles gut|sto bene|estou bem|estoy bien|vais bien|gut jetzt)\b"
)
_NOW = re.compile(
    r"\b(?:now|right now|just now|tonight|this (?:morning|evening|afternoon|hour)|since (?:this|last|yesterday|the|my|his|her|i|he|she|we|lunch|breakfast|noon|midnight|about|an|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d|it|starting|today)|suddenly|all of a sudden|started|for (?:the (?:last|past)|\d+|an|two|three|four|five|six|half|several|over|almost|nearly) ?\w*|currently|at the moment|keeps?|wont stop|getting worse|hours? ago|minutes? ago|mins ago|last night|has been|have been|its been|woke|help me|please help|ahora|maintenant|jetzt|adesso|agora|abhi|hoy|heute|oggi|hoje|aaj|today|yesterday|just had|again)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:if|in case|suppose|supposing|imagine|what if|whenever|should (?:i|he|she|we|my \w+) (?:ever )?(?:get|develop|have|notice|spike|start)|when should|when do (?:i|we)|when to|when is|when would|when does|at what|at which|how will i know|how would|how do i know|what would|would i|would it|would my|would a|would he|would she|will i|will my|will he|will she|might|"
    r"one day|some ?day|hypothetically|ever (?:get|had|have|has|happens?|gets)|unless|until|before i get|once i get|whether|could (?:i|he|she|it|my|the|this|that|someone|a|get)|falls|algun dia|si algun|si me da|si le da|un jour|eines tages|un giorno|um dia|kabhi|कभी|si (?:tengo|tiene|me|tuviera|jai|il|elle|ma|mon)|falls|wenn|se (?:eu|ho|ha|tiver|avessi|mi|minha|meu|mia)|agar|yadi|अगर|यदि|cuando|quand|quando|ab wann|a partir de|a partire da|kab)\b"
)
_ASKED = re.compile(
    r"\b(?:mean|means|normal|bad|ok|okay|serious|dangerous|emergency|worried|worry|matter|concerning|alarming) (?:if|when|that) (?:my|his|her|i am|im|i keep|i cant|he is|hes|she is|shes|he keeps|she keeps|i have been|this|the)\b(?! \w+ (?:gets?|drops?|ever|goes (?:above|over|up|down|below)|rises|falls|should|count|counts)\b)"
)


# What has long been so and is known to the team: "same as for years", "the doctor knows".
_STABLE = re.compile(
    r"\b(?:same as (?:for|always|before|usual|ever|it was)|unchanged|for (?:\w+ ){0,3}years|for ages and|years and years|(?:doc|doctor|team|consultant|nurse|oncologist) (?:knows|is aware|has seen|saw it|checked|said its fine)|as (?:usual|always|ever)|my baseline|nothing new|not new)\b"
)
_FRESH = re.compile(
    r"\b(?:worse|worsening|sudden\w*|today|tonight|this (?:morning|evening|afternoon)|right now|since (?:yesterday|last night|this)|new(?! year)|more than|again)\b"
)
NEARBY = 25  # words before a mention in which a death is told
_DIED = re.compile(
    r"\b(?:(?:we|i|they|she|he) lost (?:him|her|them|my \w+|our \w+)|(?:he|she|husband|wife|son|daughter|mother|father|mom|mum|dad|brother|sister|friend|uncle|aunt|gran\w*) (?:has |had |sadly )?(?:died|passed away|passed)(?! out)|(?:his|her) death|my late (?:\w+)|funeral|murio|falleci\w+|est mort\w?|est deced\w+|ist gestorben|starb|e mort[oa]|morreu|faleceu)\b"
)
_THIS = re.compile(r"\bif (?:this|it|the|my|his|her)(?: \w+)? (?:doesnt|wont|isnt|keeps|is still|hasnt|wouldnt)\b|\bstop (?:this|my|the|his|her) (?:nose|bleed)")


def is_current(words: Words, mention: Mention) -> bool:
    """Whether the mention is of here and now."""
    first, last = words.sentence(mention.first)
    sentence, before = words.joined(first, last), words.joined(first, mention.first)
    if is_past(words, mention, sentence) or (_STABLE.search(sentence) and not _FRESH.search(sentence.replace("nothing new", "").replace("not new", ""))):
        return False
    if _ASKED.search(sentence) or _THIS.search(sentence):
        return True
    if is_general(words, mention, sentence, before, now=_NOW.search(sentence) is not None):
        return False
    return not _is_supposed(sentence, before)


def is_past(words: Words, mention: Mention, sentence: str) -> bool:
    """Whether the mention is told of a time that is over, or of someone who has died of it."""
    verb = _verb(words, mention)
    recent = _RECENT.search(sentence)
    if verb != "present" and not recent and _DIED.search(words.joined(max(0, mention.first - NEARBY), mention.first)):
        return True
    fine = _FINE.search(sentence) or _FINE.search(_next(words, mention))
    if _PAST_MARK.search(sentence) and (not recent or fine) and verb != "present":
        mark_here = _PAST_MARK.search(_part(words, mention))
        return verb == "past" or mark_here is not None
    return bool(verb == "past" and fine and not _RECENT.search(sentence[: fine.start()] if fine.string == sentence else sentence))


def _verb(words: Words, mention: Mention) -> str:
    """The tense of the verb nearest before the mention, or in it."""
    first, _ = words.sentence(mention.first)
    for index in range(mention.last, max(first, mention.first - 9) - 1, -1):
        text = words.words[index].text
        if text in _PAST_VERB:
            perfect = index > first and words.words[index - 1].text in _PERFECT
            return "present" if perfect else "past"
        if text in _PRESENT_VERB and index <= mention.first + 1:
            return "present"
    return ""


def _part(words: Words, mention: Mention) -> str:
    first, last = words.sentence(mention.first)
    part = words.words[mention.first].part
    start = mention.first
    while start > first and words.words[start - 1].part == part:
        start -= 1
    end = mention.last + 1
    while end < last and words.words[end].part == part:
        end += 1
    return words.joined(start, end)


def _next(words: Words, mention: Mention) -> str:
    """The sentence after the mention's."""
    _, last = words.sentence(mention.first)
    if last >= len(words.words):
        return ""
    first, end = words.sentence(last)
    return words.joined(first, end)


def _is_supposed(sentence: str, before: str) -> bool:
    """Whether the mention hangs on an "if", a "when should" or a "might", with nobody said to have it."""
    cue = None
    for found in _SUPPOSED.finditer(before):
        cue = found
    if cue is None:
        return False
    between = before[cue.end() :]
    if asserts(before, cue.end(), loosely=True) or (_NOW.search(sentence[cue.start() :]) and not re.match(r"when|how|ab wann|at wh|will|would|might|could", cue[0])):
        return False
    return len(between.split()) <= 18
