"""Harmful advice in Spanish, French, German, Portuguese, Italian and Hindi (also in Latin script).

Treatment ended, a cure claimed, something kept from the team, a fever waited out. A "no", "nicht" or "ne … pas" before the act excuses it.
"""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_words import NO_CURE, NO_DISMISS, TELL_TEAM

GAP = r"[^.!?\n\u0964]"
TREATMENT = one_of(
    r"quimio\w*|chimio\w*|chemo\w*|chemio\w*|keemo|tratamiento|traitement|behandlung|terapia|therapie|tratamento|trasplante|transplant\w*|greffe",
    r"trapianto|pastillas|comprim\w+|tabletten|compresse|glivec|gleevec|imatinib|dasatinib|hospital|hopital|krankenhaus|klinik|ospedale|dawai?",
    r"ilaj|medikamente?|medicament\w*|medicin\w*|farmac\w+|cura",
)
REMEDY = one_of(
    r"guanabana|graviola|plant\w*|hierbas?|jugos?|jus\b|jeune|ayuno|digiuno|jejum|fasten|heilfasten|bicarbonat\w*|natron|limone?|citron",
    r"preghier\w*|prieres?|oracion\w*|orac\w*|gebet\w*|methadon\w*|mistel\w*|tee|te\b|the\b|cha\b|krauter\w*|erbe|ervas|kurkuma|curcuma|cannabis",
    r"cbd|saft\w*|succhi|sucos?|vitamin\w*|giloy|ga?umutra|gomutra|kadha|jadi buti|ayurved\w*|babosa|sabila|aloe|bleach|mms",
    r"\u0917\u094b\u092e\u0942\u0924\u094d\u0930|\u0915\u093e\u0922\u093c?\u0947|\u0917\u093f\u0932\u094b\u092f",
)
CURES = one_of(
    r"cura[nr]?\b|curara\b|guerit\b|guerissent|gueri[rt]|heilt|heilen|besieg\w+|guarisc\w+|guarir\w*|vence\w*|affame\w*|elimina(?:n|r)?\b|mata\b",
    r"vernichte\w*|khatam|theek|jad se|fera mieux|\u0920\u0940\u0915",
)
STOP = one_of(
    r"deje\b|deja\b|abandone|abandona|suspenda|rechace|olvid\w+|arretez|stoppez|abandonnez|refusez|quittez|brechen sie|setzen sie|horen sie",
    r"lassen sie|verweigern sie|verlassen sie|lehnen sie|largue|pare\b|recuse|rifiuti|smetta|interrompa|abbandoni|lasci\b(?: perdere)?|chhod\w*",
    r"band kar\w*",
)
# A denial right before the act, or a warning anywhere.
_FORBIDS = (
    r"\bpehle doctor\b|\bbitte nicht\b|\bnicht (?:selbst|eigenmachtig) ab\b|\b(?:no|nao|non|nunca|jamais|mai|niemals|nie|ne|nicht|ohne|sin|sans|senza|sem|bina|mat|na) (?:\w+ ){0,1}?(?:deje|abandon\w*|suspend\w*|pare|arret\w*|stopp\w*|quitt\w*|largue|smetta|interromp\w*|chhod\w*|kar\w*|band|hablar|parler|rucksprache|parlar\w*|falar|pooche)|\bn'(?:arretez|abandonnez)|\b(?:nicht ab|band na|mat karo|na karein)\b|"
    r"\b(?:ningun\w*|aucun\w*|kein\w*|nessun\w*|nenhum\w*|koi nahi|no (?:cura|ha demostrado|hay)|ne (?:guerit|remplace|gueriss\w+)|nicht (?:heil\w+|geheilt|ersetz\w+)|non (?:cura|guarisce|sostituisce)|nao (?:cura|substitui)|nahi (?:karta|hota)|falso|falsch\w*|faux|peligros\w*|gefahrlich|dangereux|pericolos\w*|perigos\w*|es verdad que|stimmt es|est-ce que|e vero che|e verdade que|kya|niemals|jamais|nunca|nie|mai)\b|\?|\u0928 \u0915\u0930|\u0938\u0947 \u092a\u0939\u0932\u0947|\u0928\u0939\u0940\u0902|\u092e\u0924 "
)
FORBIDS = re.compile(_FORBIDS)
FOREIGN_ADVICE: tuple[Family, ...] = (
    Family(
        "harm.replace_treatment",
        NO_CURE,
        rx(
            rf"\b{STOP}\b(?:(?!\b(?:wahrend|pendant|durante|durant|mentre|bei der)\b){GAP}){{0,30}}?\b{TREATMENT}\b|\b{TREATMENT}\b{GAP}{{0,20}}?\b(?:band kar\w*|chhod\w*|abbrechen|absetzen|weglassen)\b",
            rf"\b(?:la chemio|la quimio|chemo|a quimio|la chimio|die chemo\w*) (?:no|non|nao|ki|ne|nicht)\b{GAP}{{0,15}}\b(?:serve|sirve|zar+urat|sert|hilft|adianta)\b|\b(?:evite|spart|ahorra|poupa|risparmia)\b{GAP}{{0,15}}\b{TREATMENT}\b|\bheilt sich (?:von )?(?:allein|selbst)\b|\bse cura sol[oa]\b",
            "(?:\u0915\u0940\u092e\u094b|\u0926\u0935\u093e|\u0907\u0932\u093e\u091c) (?:\\S+ )?(?:\u091b\u094b\u0921|\u092c\u0902\u0926)",
        ),
        FORBIDS,
    ),
    Family(
        "harm.miracle_cure",
        NO_CURE,
        rx(
            rf"\b{REMEDY}{GAP}{{0,60}}?\b{CURES}",
            rf"\bsi cura con\b|\bse cura con\b|\bse cura com\b|\bcura (?:la|a) leuc\w+|\bheilt (?:\w+ )?(?:leukamie|krebs)\b|\bguerit (?:la |le )?(?:leucemie|cancer)\b|\b(?:das )?verschweigt die pharma\b|\bbasta(?:no)?\b{GAP}{{0,20}}\b{REMEDY}",
            "(?:\u0917\u094b\u092e\u0942\u0924\u094d\u0930|\u0917\u093f\u0932\u094b\u092f|\u0915\u093e\u0922|\u091c\u0921)\\S*[^.\u0964]{0,60}\u0920\u0940\u0915",
        ),
        FORBIDS,
    ),
    Family(
        "harm.hide_from_team",
        TELL_TEAM,
        rx(
            rf"\bno le (?:diga|cuente|mencione)\b|\bne (?:dites|parlez)\b{GAP}{{0,15}}\b(?:rien|pas)\b|\bcachez\b{GAP}{{0,40}}\b(?:infirmi\w+|medecin|equipe|hematologue|fievre)|\b(?:sagen|erzahlen) sie\b{GAP}{{0,40}}\b(?:nichts|nicht)\b|\bverschweigen sie\b{GAP}{{0,40}}\b(?:arzt|klinik|team|fieber)\b|\bnon (?:lo |gli |le )?(?:dica|racconti)\b|\bnao (?:conte|diga|fale)\b{GAP}{{0,30}}\b(?:medic\w+|equipe|enfermeir\w+|hematologista)|\b(?:doctor|nurse) ko (?:mat|na) bata\w*|\bmat bata\w*",
        ),
        re.compile(r"\b(?:nunca|never|jamais|niemals|si no le|verschweigen sie (?:\w+ ){1,3}nichts|wenn sie (?:es )?nicht|se non|peligros\w*|gefahrlich|dangereux)\b|\?"),
    ),
    Family(
        "harm.dismiss_emergency",
        NO_DISMISS,
        rx(
            rf"\b(?:fiebre|fievre|fieber|febbre|febre|bukhar|sangra\w*|saign\w*|blutung\w*|sanguin\w*|grados?|grad|degres)\b{GAP}{{0,60}}?\b(?:no vaya|no llame|no hace falta|espere|duerma|tome un|n'appelez pas|n'allez pas|attendez|inutile|ruhig|konnen sie (?:\w+ )?warten|bis (?:montag|morgen)|non chiami|non vada|aspetti|nao ligue|nao va|espere|mat jao|mat jana|kadha|bom sinal|gutes zeichen|buen(?:a)? senal|bon signe|buon segno)\b",
        ),
        re.compile(
            r"\b(?:no espere|n'attendez pas|nicht (?:bis|warten|abwarten)|warten sie nicht|non aspetti|nao espere|intezaar mat|sofort|inmediat\w+|de inmediato|immediat\w*|subito|imediat\w+|turant|auch wenn|kein gutes)\b|\?"
        ),
    ),
)
