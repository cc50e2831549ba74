"""Values told in sentences, as letters and notes tell them: `Hb ist auf 8,9 g/dl gefallen`, `risen from 61 to 164`.

A sentence is read by a short list of words that may stand between a name and its value; any other word there means no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from leukchat.labs.folding import fold
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.not_values import not_a_value
from leukchat.labs.readers.other_times import THEN
from leukchat.labs.readers.segments import Segment, before_allows
from leukchat.labs.readers.vocabulary import LINKS, MARROW, NEUTRAL

SAID = "This was read from a sentence; please check it."
# Words after which the value comes: it lies, is, came to.
_VERBS = LINKS | frozenset(
    """
    has have had been be remains remained stays stayed measured lies lay stands stood shows showed came comes now currently today still only just again
    liegt lag liegen lagen betragt betragen betrug betrugen zeigt zeigte hat haben hatte sich aktuell jetzt nun heute weiterhin noch nur etwa erneut wieder wurde wurden
    etait etaient s'eleve s'elevent reste restent mesuree mesure actuellement aujourd'hui encore seulement
    esta estan estaba estaban fueron eran hoy ahora actualmente todavia solo se situa
    esta estao estava estavam foi foram agora hoje atualmente ainda apenas
    risultato risultata pari uguale igual egal gleich equal sind waren ergab ergaben kam kamen sits sitting read reads returned running
    salio salieron resulto resultaron vino vinieron dio dieron marco marca quedo tiene tenia tengo sale arrojo fue
    ficou ficaram deu deram veio vieram saiu sairam tem tinha ressort ressortait s'affiche s'etablit risultava
    e sono erano stata stato stati oggi adesso ancora risulta risultano
    """.split()
)
# Words that say that a value changed; the number after them is the value only behind `to`.
_CHANGES = frozenset(
    """
    risen rose rising fallen fell falling dropped climbed crept gone went come came up down back increased decreased improved recovered worsened increase decrease
    stieg stiegen sank sanken fiel fielen gefallen gestiegen angestiegen abgefallen gesunken erhoht verbessert zuruckgegangen
    monte montee montes remonte remontee descendu descendue baisse augmente diminue passe passee
    bajaron bajo subieron cayeron subido bajado caido aumentado disminuido descendido ha han subio bajo cayo
    subiu baixou caiu aumentou diminuiu desceu subiram cairam
    salito salita sceso scesa aumentato aumentata diminuito diminuita calato calata
    """.split()
)
_STATES = frozenset(
    """
    through roof sky floor touch tad normal low lower high higher stable steady fine good better worse elevated raised reduced unchanged slightly very a bit little well quite
    nella norma normbereich normalbereich norme dans dentro lo limiti im
    niedrig hoch erhoht erniedrigt stabil unverandert leicht deutlich vermindert
    normale normales normaux basse bas elevee eleve stables
    normales baja bajo alta alto estable elevada elevado baixa baixo elevata elevato bassa basso stabile
    """.split()
)
_TO = frozenset("to at auf bei mit a de en para hasta with of em di um".split())
_TIMED = frozenset(("mrd_percent", "bcr_abl1_is_percent"))
# When residual disease or a transcript was measured: stands between its name and its value.
_WHEN_TAKEN = frozenset(
    """
    quotient ratio level levels verhaltnis cociente relacao rapporto rapport
    one two three four five six nine twelve eighteen months weeks days years monate monaten wochen mois meses mesi settimane semanas
    at the end of after post induction consolidation maintenance reinduction course block cycle first second third day week month transplant eoi eoc
    am ende der des nach induktion konsolidierung erhaltung therapie zyklus kurs
    a la fin de d'induction l'induction post-induction consolidation entretien apres greffe
    al final fin del tras despues induccion consolidacion mantenimiento ciclo trasplante
    por by par per mediante mittels using via pcr rq-pcr rt-pcr rq qpcr rt-qpcr cuantitativa quantitative quantitativa quantitativ tiempo real ngs flow flujo citometria
    ao fim final da do apos inducao consolidacao manutencao
    alla fine dell'induzione induzione consolidamento dopo post-induzione trapianto
    """.split()
)
_KNOWN = _VERBS | _CHANGES | _STATES | _TO | (NEUTRAL - {"by"})
_FROM = frozenset("from von desde da del".split())
_UP_TO = re.compile(r"\b((?:come|came|gone|go|going|went|rise|risen|rose|crept|climbed|back|recovered)(?: back| right)?) up to\b")
_ARROW = re.compile(r"(?<=[\w%/])(?<!=)(?:(?<=\d)=>|-{1,2}>|(?<=\s)-{1,2}>)|(?<=\d\s)=>|(?<=[\w%]\s)-{1,2}>")
_BLASTS = re.compile(
    r"(?<![<>≤≥\d.,])(?P<number>\d{1,3}(?:[.,]\d{1,2})?)\s?%\s(?:(?:of\s)?(?:circulating|abnormal|leuk[ae]+mic|myeloid|lymphoid|residual|peripheral|zirkulierende|leukamische|circulants|circulantes|circolanti|de|di)\s){0,2}"
    r"(?P<name>blasts?|blast cells|blasten|blastes|blastos|blasti|lymphoblasts?|myeloblasts?|lymphoblasten|myeloblasten)\b(?!\s(?:or more|threshold|cut|needed|required|define|and above|oder mehr))"
)
_NOT_HERE = re.compile(
    r"(?:<|>|≤|≥|\b(?:than|over|under|below|above|least|if|when|unless|until|up to|mehr als|weniger als|uber|unter|wenn|plus de|moins de|mas de|menos de|mais de|previous\w*|previously|before|earlier|was|were|from|von|fruher|zuvor|normal\w*|usually|must|should))\W*(?:\w+\W+){0,2}$"
)
_PERIPHERAL = re.compile(
    r"\b(?:peripheral blood|in (?:the )?blood|on (?:the )?(?:blood )?(?:film|smear)|peripheres blut|peripheren blut|ausstrich|sang peripherique|sangre periferica|sangue perif\w+)\b"
)


# A range drawn with the value as a star in it: `|--*------|`; its star is no flag.
_SCALE = re.compile(r"\|(?=[-*]{4,}\|)-*\*-*\|")


def prepared(line: str) -> str:
    """A line without drawn ranges, in which `come up to` is no upper limit and `33 -> 12` has one arrow. Every character keeps its place."""
    if "|" in line:
        line = _SCALE.sub(lambda match: " " * len(match[0]), line)
    if ">" in line:
        line = _ARROW.sub(lambda match: "→".ljust(len(match[0])), line)
    lower = line.lower()
    found = _UP_TO.search(lower) if " up to" in lower else None
    return line if found is None else _UP_TO.sub(lambda match: match[0].replace("up to", "up-to"), line) if line.islower() else _cased(line)


def _cased(line: str) -> str:
    text = list(line)
    for match in _UP_TO.finditer(line.lower()):
        text[match.end() - 3] = "-"
    return "".join(text)


def told(segment: Segment) -> bool:
    """Whether the words from a name to its number tell a present value; cuts off `from 45.1` in `from 45.1 to 1.9`."""
    if not before_allows(segment):
        return False
    segment.tokens = _without_clause(segment.tokens)
    words: list[str] = []
    timed = _TIMED.issuperset(segment.ids)
    for index, token in enumerate(segment.tokens):
        if timed and token.kind == "word" and token.word in _WHEN_TAKEN and token.word not in _TO:
            continue  # `MRD at the end of induction 0.02 %`
        if (
            timed
            and _TO.issuperset(words)
            and token.kind == "bound"
            and token.word in ("<", "<=", "≤")
            and index
            and any(part.kind == "unit" for part in segment.tokens[index : index + 2])
        ):
            return True
        if token.kind == "word" or (token.kind == "flag" and token.text in ("a", "à")):
            words.append(token.word)
        elif token.kind == "number":
            if not_a_value(segment.tokens, index):
                return False
            if words and words[-1] in _FROM and not (present := _moved_to(segment.tokens, index)):
                return False
            if words and words[-1] in _FROM:
                words[-1] = _TO_WORD
                segment.tokens = segment.tokens[present:]
            return _allowed(words)
        elif token.kind == "range" and token.range and token.range.high and words and words[-1] in _FROM:
            # `went from 0.8 to 1.6` looks like a range
            end = Token("number", token.start, token.end, token.range.high, word=token.range.high)
            words[-1] = _TO_WORD
            segment.tokens = [end, *segment.tokens[index + 1 :]]
            return _allowed(words)
        elif token.kind not in ("gap", "flag") and not (token.kind == "sign" and token.word in (":", "=", "-", ",")):
            return False
    return False


def _without_clause(tokens: list[Token]) -> list[Token]:
    """The tokens behind a clause between a name and its verb: `ratio, taken nine months into treatment, was 0.06 %`."""
    commas = [index for index, token in enumerate(tokens) if token.word == ","][:2]
    if len(commas) < 2 or commas[0] > 1 or commas[1] + 1 >= len(tokens):
        return tokens
    inside = tokens[commas[0] + 1 : commas[1]]
    return tokens[commas[1] + 1 :] if tokens[commas[1] + 1].word in LINKS and all(token.kind in ("word", "sign") for token in inside) else tokens


def moves(segment: Segment) -> bool:
    """Whether words say that a value went from one number to another: `went from 1.4 to 0.8`."""
    first = next((index for index, token in enumerate(segment.tokens) if token.kind in ("number", "range")), None)
    if not first or not any(token.kind == "word" and token.word in _FROM for token in segment.tokens[:first]):
        return False
    return segment.tokens[first].kind == "range" or bool(_moved_to(segment.tokens, first))


_TO_WORD = "to"


def _moved_to(tokens: list[Token], first: int) -> int:
    """Where the number behind `to` stands, after `from` and a first number; 0 without one."""
    seen = False
    for index in range(first + 1, len(tokens)):
        token = tokens[index]
        if token.kind == "word" or (token.kind == "flag" and token.text in ("a", "à")):
            seen = token.word in _TO
            if not seen:
                return 0
        elif token.kind == "number":
            return index if seen else 0
        elif token.kind not in ("unit", "gap"):
            return 0
    return 0


def _allowed(words: list[str]) -> bool:
    """Whether these words may lead from a name to its value."""
    if not all(word in _KNOWN for word in words):
        return False
    turned = any(word in _CHANGES or word in _STATES for word in words)
    return not turned or words[-1] in _TO


def blasts_told(line: str, where: str) -> Iterator[RawRow]:
    """`71 % blasts`, the number before its name: of the marrow or the blood, as the sentence says."""
    folded = fold(line)
    for match in _BLASTS.finditer(folded):
        start = max(folded.rfind(". ", 0, match.start()), folded.rfind("; ", 0, match.start())) + 1
        end = folded.find(". ", match.end())
        before, after = folded[start : match.start()], folded[match.end() : end if end > 0 else len(folded)]
        if _NOT_HERE.search(before) or THEN.search(before):
            continue
        ids = ("marrow_blasts_percent",) if _in_marrow(before, after, where) else ("blasts_percent",)
        yield RawRow(line[match.start("name") : match.end("name")], ids, line.strip(), number=match["number"], unit="%", warnings=(SAID,))


def _in_marrow(before: str, after: str, where: str) -> bool:
    """What a sentence speaks of: what was named last before the value, else next after it, else where the line stands."""
    marrow = max((match.start() for match in MARROW.finditer(before)), default=-1)
    blood = max((match.start() for match in _PERIPHERAL.finditer(before)), default=-1)
    if marrow != blood:
        return marrow > blood
    later, other = MARROW.search(after), _PERIPHERAL.search(after)
    if later or other:
        return other is None or (later is not None and later.start() < other.start())
    return where == "marrow"


def place_before(folded: str, where: str) -> str:
    """The part of the report that a text before a name puts it in: blood or marrow, else `where`."""
    marrow = max((match.start() for match in MARROW.finditer(folded)), default=-1)
    blood = max((match.start() for match in _PERIPHERAL.finditer(folded)), default=-1)
    if marrow == blood:
        return where
    return "marrow" if marrow > blood else "blood"


def before_number(word: str) -> bool:
    """Whether a word may lead to a number in a sentence."""
    return word in _KNOWN


def warned(row: RawRow) -> RawRow:
    """A row that was read from a sentence, with that said."""
    return replace(row, warnings=(*row.warnings, SAID))
