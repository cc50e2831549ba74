"""Verdicts on a person in Spanish, French, German, Portuguese, Italian and Hindi (also in Latin script).

Fewer shapes than in English: who, an illness or a cure, a time left, a sign waved away. Words that leave it open excuse it.
"""

from __future__ import annotations

import re

from leukchat.safety.diagnosis_words import NO_COMFORT, NO_DIAGNOSIS, NO_PROGNOSIS
from leukchat.safety.families import Family, one_of, rx

GAP = r"[^.!?\n\u0964]"
ILL = one_of(
    r"leuc[ei]mi\w*|leukamie\w*|aml|cml|cll|lma|lmc|llc|lla|cancers?|cancro|krebs\w*|blutkrebs|linfom\w*|lymphom\w*|rechute|ruckfall|rezidiv",
    r"ricaduta|recaid\w*|recidiva|pneumoni\w*|neumonia|lungenentzundung|infe[ck]\w*ion\w*|sepsis|sepsi|blood cancer|leukemia|relapse",
)
CURED = one_of(
    r"curad[oa]|gueri\w*|geheilt|guarit[oa]|in remission|en remission|en remision|em remissao|in remissione|gesund|libre de|cured|theek|libera? da",
)
WHO = one_of(
    r"(?:su|tu|seu|sua|o seu|a sua|il suo|la sua|suo|sua|votre|ton|ta|ihre?[mnrs]?|deine?[mnr]?) \w+|usted|tu|vous|lui|elle|sie|er|du|lei|voce|ele",
    r"ela|aap(?:ko|ka|ke \w+|ki \w+)?|tumhe|usko|unko|ihnen",
)
# "If", "whether", "can", "nobody", "only a test": the sentence says nothing of this person.
OPEN = re.compile(
    r"\b(?:wenn|ob|falls|nur|kann|konnen|konnte|niemand|kein\w* (?:kraut|diat|mensch)|kein\w* \w+ (?:heil\w*|ersetz\w*|verursach\w*|kann)|vielleicht|moglich\w*|verursach\w* keine?\w*|nicht sagen|ne peux pas|no puedo|non posso|nao posso|s'il s'agit|manchmal|viele|manche|fragen sie|si(?! (?:capisce|tratta|vede))|seul\w*|peut|peuvent|pourrait|personne|parfois|beaucoup|demandez|demander|solo|"
    r"puede|pueden|podria|nadie|quiza\w*|tal vez|muchas?|pregunt\w+|soltanto|puo|possono|potrebbe|nessun\w*|forse|molt[ei]|chied\w+|somente|apenas|so o|so a|pode|podem|poderia|ninguem|talvez|muit[oa]s|pergunt\w+|agar|sirf|janch|ya nahi|shayad|koi nahi|ningun\w*|aucun\w*|nenhum\w*|demostr\w*|dimostr\w*|demontr\w*|"
    r"hei(?:ss|\u00df)t|bedeutet dass|signifie|significa|vuol dire|quando|quand|cuando|wann|equipo|equipe|team|arzte)\b|\?|\u0905\u0917\u0930|\u0915\u0947\u0935\u0932|\u092f\u093e \u0928\u0939\u0940\u0902|\u0936\u093e\u092f\u0926"
)


def _verdict(*patterns: str) -> Family:
    return Family("diagnosis.assertion", NO_DIAGNOSIS, rx(*patterns), OPEN)


FOREIGN_VERDICTS: tuple[Family, ...] = (
    _verdict(
        rf"\b(?:haben sie|hast du|sie haben|du hast|bei (?:ihnen|ihrem|ihrer|dir)|ihre werte|ihr befund|das (?:ist|sind|bedeutet)|lo suyo|lo que tiene|est?o es|padece|sufre|tiene|tienes|vous avez|vous souffrez|c'est|il s'agit(?: bien)? d'une?|il s'agit(?: bien)?|lei ha|ha una|ha un|soffre di|questa e|si tratta di|esta com|voce tem|tem|isso e|e uma|e um)\b{GAP}{{0,50}}?\b{ILL}\b",
        rf"\b{WHO}\b{GAP}{{0,30}}?\b(?:est|e|es|esta|ist|sind|etes|ya esta|e stat[oa]|foi|sei|ho|ab|is)\b(?: \w+){{0,2}}? {CURED}\b|\b(?:ya )?(?:esta|sie sind|vous etes|lei e|e) (?:\w+ )?{CURED}\b",
        r"\b(?:ha recaido|ha ricaduto|recaiu|a rechute|hat einen ruckfall|wieder da|wapas aa (?:gayi|gaya|chuk\w+)|laut aayi|cured ho|theek ho (?:chuk\w+|gay\w+))\b|\bno (?:volvera|va a volver)\b|\bne reviendra (?:plus|pas)\b|\bkommt nicht (?:mehr )?(?:wieder|zuruck)\b|\bnon tornera\b|\bnao vai voltar\b|\bwapas nahi aa\w*",
        rf"\b(?:aap(?:ko|ke \w+(?: ko)?)?|usko|unko|tumhe)\b{GAP}{{0,40}}?\b(?:leukemia|cancer|blood cancer|relapse)\b{GAP}{{0,10}}?\b(?:hi )?(?:hai|ho gaya|hua)\b|\b(?:no es|no son|n'est pas|n'avez pas|ist kein\w*|sind kein\w*|haben sie nicht|non e|non ha|nao e|nao tem|keine) (?:\w+ ){{0,2}}?{ILL}\b(?!{GAP}{{0,30}}\b(?:contagi\w+|ansteckend|hereditari\w+))|\bschlie(?:ss|\u00df)t\b{GAP}{{0,30}}{ILL}{GAP}{{0,30}}\baus\b|\bdescarta\w*\b{GAP}{{0,15}}{ILL}|\bexclut\b{GAP}{{0,15}}{ILL}|\besclud\w+\b{GAP}{{0,15}}{ILL}",
        "\u0906\u092a(?:\u0915\u094b|\u0915\u0947 \\S+ \u0915\u094b)\\s(?:\\S+\\s){0,5}?(?:\u0932\u094d\u092f\u0942\u0915\u0947\u092e\u093f\u092f\u093e|\u0915\u0948\u0902\u0938\u0930)|(?:\u0915\u0948\u0902\u0938\u0930|\u0932\u094d\u092f\u0942\u0915\u0947\u092e\u093f\u092f\u093e) \u0928\u0939\u0940\u0902 \u0939\u0948|\u0920\u0940\u0915 \u0939\u094b \u091a\u0941\u0915|\u0935\u093e\u092a\u0938 \u0928\u0939\u0940\u0902 \u0906|\u0935\u093e\u092a\u0938 \u0906 \u0917",
    ),
    Family(
        "diagnosis.prognosis",
        NO_PROGNOSIS,
        rx(
            rf"\b(?:le|te|les) quedan?\b{GAP}{{0,30}}\b(?:dias|semanas|mes\w*|anos?)\b|\bil (?:vous|lui|te) reste\b{GAP}{{0,30}}\b(?:jours|semaines|mois|ans?)\b|\bbleib(?:en|t)\b{GAP}{{0,40}}\b(?:tage|wochen|monate|jahre?)\b|\b(?:le|gli|ti) (?:restano|rimangono|resta)\b{GAP}{{0,30}}\b(?:giorni|settimane|mes[ei]|ann[io])\b|\bha ancora (?:pochi|\w+) (?:mesi|settimane|anni|giorni)\b|\b(?:restam|resta|tem (?:mais|so))\b{GAP}{{0,30}}\b(?:dias|semanas|meses|anos)\b",
            rf"\b{WHO}\b{GAP}{{0,20}}?\b(?:va a (?:morir|curarse|sobrevivir|recuperarse)|va (?:mourir|guerir|survivre|s'en sortir)|wird (?:\w+ )?(?:sterben|uberleben|gesund|es schaffen)|werden (?:\w+ )?(?:sterben|uberleben|gesund)|morira|guarira|sopravvivera|vai (?:morrer|sobreviver|ficar bo[am]|se curar))\b|\b(?:bach (?:jayega|jayegi|jaoge)|mar (?:jayega|jayegi|jaoge))\b|\bwird (?:es )?(?:nicht )?schaffen\b",
        ),
        OPEN,
    ),
    Family(
        "diagnosis.false_comfort",
        NO_COMFORT,
        rx(
            rf"\b(?:no (?:es|son) nada|ce n'est rien|ne sont rien|n'est rien|(?:ist|sind) (?:\w+ )?(?:harmlos|nichts)|nichts ernstes|non (?:e|sono) (?:niente|nulla)|nao (?:e|sao) nada|ghabra\w+ mat|kuch nahi|bas thakan)\b{GAP}{{0,60}}",
            rf"\b(?:inutile d[e']|pas besoin d[e']|mussen sie (?:nicht|keinen)|brauchen (?:sie )?(?:keine?n? (?:arzt|kontrolle\w*)|nicht)|no hace falta|no necesita|no vuelva a|nao precisa|non serve|non chiami|non occorre|non disturbi)\b{GAP}{{0,50}}\b(?:medic[oi]s?|medecin|arzt|klinik|consult\w*|llamar|appeler|montrer|procurar|ligar|chiamare|ematologo|hematologo|kontrolle\w*|anruf\w*|hospital|hopital|ospedale)\b|\bzar+urat nahi\b|\u091c\u093c?\u0930\u0942\u0930\u0924 \u0928\u0939\u0940\u0902",
        ),
        re.compile(r"\b(?:wenn|falls|si|se|quand|quando|cuando|agar|solo|nur|jeun|ayunas|digiuno|nuchtern|llame|rufen sie|appelez|chiami il|ligue para)\b(?! pas)|\?"),
    ),
)
