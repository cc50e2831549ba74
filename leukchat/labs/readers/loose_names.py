"""Names that fill a field or a cell alone: known but for qualifying words, abbreviations and prefixes."""

from __future__ import annotations

import re
from functools import lru_cache

from leukchat.labs.analytes import exact_name
from leukchat.labs.folding import fold, words
from leukchat.labs.readers.vocabulary import BLOCKERS

# Say how, where or in which blood something was measured.
_QUALIFIERS = frozenset(
    """
    serum plasma blood venous capillary whole peripheral sang sanguin sanguine sangre sangue sanguinea sanguineo periferica perifericas blut vollblut kapillar suero soro siero
    serique plasmatique serico serica sericos plasmatico plasmatica sierico sierica level levels lvl conc concentration concentracion concentracao concentrazione konzentration concentratie
    activity aktivitat activite actividad atividade attivita catalytic activiteit count counts quantity quantitative quantitativ quantitatif cuantitativo cuantitativa quantitativo quantitativa quant assay measurement measured
    test result value determination determinacion determinacao dosage dosagem bestimmung anzahl zahl nombre nb number numero aantal recuento contagem conteggio numeration taux tasa taxa nivel niveles valor valeur wert
    absolute abs absolut absolu absolue absolus absoluto absoluta absolutos absolutas assoluto assoluta assoluti assolute absoluut rel relative relativ relativo relativa relativos relativi relatif relatifs percent percentage pct
    prozent prozentual pourcentage porcentaje percentual percentuale auto automated automatic automatizado automatico automatisch automatise machine analyzer manual manuell manuel differential diff differenzierung
    calculated calc calculado calculada berechnet calcule estimated est enzymatic enzymatisch enzymatique enzimatico enzimatica kinetic jaffe idms traceable colorimetric hexokinase ifcc clia eclia third generation gen
    ultrasensitive ultrasensible ultrasensivel ultra sensitive sensible hypersensitive random aleatoire aleatorio azar fasting nuchtern jeun ayunas basal method methode metodo screen by in of the per de del della du des la le el il lo do da en em im aus
    inorganic inorganico inorganica inorganique anorganisch anorganisches cuantificacion quantificacao quantification quantifizierung transcript transkript cells ib is ip mediante pesquisa compensado compensada modified modificado compensated fresh edta citrate citrated heparin adult derived derivado automatique cell cells poor international scale escala internacional internationale echelle scala internazionale reaction polymerase chain rt pcr qpcr
    """.split()
)
# Which of a count and a share a word leaves.
_SHARES = frozenset(
    "% percent percentage pct prozent prozentual pourcentage porcentaje percentual percentuale rel relative relativ relativo relativa relativos relativi relatif relatifs".split()
)
_COUNTS = frozenset("# abs absolute absolut absolu absolue absolus absoluto absoluta absolutos absolutas assoluto assoluta assoluti assolute absoluut".split())
_SHORT = {
    "tot": "total",
    "bili": "bilirubin",
    "vit": "vitamin",
    "alk": "alkaline",
    "phosphat": "phosphate",
    "phosphatas": "phosphatase",
    "ptase": "phosphatase",
    "creat": "creatinine",
    "neu": "neutrophils",
    "neutr": "neutrophils",
    "neuts": "neutrophils",
    "lym": "lymphocytes",
    "lymp": "lymphocytes",
    "lin": "lymphocytes",
    "linf": "lymphocytes",
    "mon": "monocytes",
    "bas": "basophils",
    "segm": "segmented",
    "neutro": "neutrophils",
    "neutros": "neutrophils",
    "lymph": "lymphocytes",
    "lymphs": "lymphocytes",
    "lymphos": "lymphocytes",
    "mono": "monocytes",
    "monos": "monocytes",
    "eos": "eosinophils",
    "eosin": "eosinophils",
    "eosins": "eosinophils",
    "eosinos": "eosinophils",
    "baso": "basophils",
    "basos": "basophils",
    "retic": "reticulocytes",
    "retics": "reticulocytes",
    "plt": "platelets",
    "plts": "platelets",
    "plat": "platelets",
    "ct": "count",
    "cnt": "count",
    "alb": "albumin",
    "prot": "protein",
    "trigs": "triglycerides",
    "chol": "cholesterol",
    "hb": "hemoglobin",
    "hgb": "hemoglobin",
    "wcc": "wbc",
    "ges": "gesamt",
    "dir": "direkt",
    "ser": "serum",
    "plas": "plasma",
    "bld": "blood",
    "lvl": "level",
    "fibrin": "fibrinogen",
    "phos": "phosphate",
    "calc": "calculated",
    "inorg": "inorganic",
}
_OF_ANALYSERS = {"ne": "neutrophils", "ly": "lymphocytes", "mo": "monocytes", "eo": "eosinophils", "ba": "basophils"}
# The sample in front of a name, as Nordic and Indian laboratories print it: `P-Creatinine`, `S. Sodium`; that of urine is another test.
_PREFIX = re.compile(r"^\s*(?:(?:f?[spb]|[ab]?b|erc|lkc|trc|pt)(?:\([a-z]{1,2}\))?-\s?|[spb]\.\s?)(?=[a-z])")
_OTHER_PREFIX = re.compile(r"^\s*(?:d?u|csf|csv|pus|f|sal|mar|bm)(?:\([a-z]{1,2}\))?-\s?(?=[a-z])", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_OF_CELLS = re.compile(r"(?:%|\bpercent(?:age)?)\s*(?:of|der|des|de|dei)\s*(?:the\s*)?(?:leu[ck]oc\w*|leuko\w*|wbcs?|white (?:blood )?cells)|/\s?100 (?:leu[ck]oc\w*|wbcs?)")
# In brackets behind a name these make it another test, or not the present value: `(raw)`, `(bone marrow)`.
_BLOCKED = BLOCKERS | frozenset("raw marrow bone knochenmark km medula medular midollo moelle beenmerg free frei libre libero ionized ionised p190 pending".split())
_PARTS = re.compile(r"\s*[:;,]\s*|\s+[-–/]\s+|[()\[\]]")
_LONG = 5


def is_of_other_sample(name: str) -> bool:
    """Whether the prefix of a name says urine or another fluid: `U-Protein`."""
    return _OTHER_PREFIX.match(fold(name)) is not None


@lru_cache(maxsize=4096)
def loose_ids(name: str) -> tuple[str, ...] | None:
    """The analytes of a name that is known but for words that only qualify it; None if more is strange in it."""
    text = _PREFIX.sub("", fold(name))
    bare = _OF_CELLS.sub(" % ", text)
    kinds = {*words(text), *("%" for _ in range(bare != text))}
    ids = _stripped(bare)
    ids = _both(bare) if ids is None else ids
    if ids is None and not _BLOCKED & {word for part in _BRACKETS.findall(bare) for word in words(part)}:
        ids = _stripped(_BRACKETS.sub(" ", bare))
    return None if ids is None else _of_kind(ids, kinds)


def _stripped(text: str) -> tuple[str, ...] | None:
    """The analytes of a folded name as it stands, without qualifying words, or with its short words spelt out."""
    parts = list(words(text))
    longer = [_letters(part, parts) for part in parts]
    single = [part[:-1] if len(part) > _LONG and part.endswith("s") else part for part in longer]
    for found in (parts, longer, single):
        bare = [part for part in found if part not in _QUALIFIERS and part not in ("%", "#")]
        for path in (found, bare, [part for part in bare if part not in ("total", "totales", "totais", "totali", "totaux", "gesamt")]):
            ids = exact_name(" ".join(path)) if path else None
            if ids is not None:
                return ids
    return None


def _letters(part: str, parts: list[str]) -> str:
    """A short word spelt out: `NE%` and `LY#` of analysers, `Bilirubin T`, else by the table."""
    if len(part) == 2 and {"%", "#"} & set(parts):
        return _OF_ANALYSERS.get(part, part)
    if len(part) == 1 and any(one.startswith("bili") for one in parts):
        return {"t": "total", "d": "direct"}.get(part, part)
    return _SHORT.get(part, part)


def _both(text: str) -> tuple[str, ...] | None:
    """The analytes of a name of two parts that each are one: those of both, else what their unit tells (`Prothrombin time - INR`)."""
    parts = [part for part in _PARTS.split(text) if part and not all(word in _QUALIFIERS or word in ("%", "#") for word in words(part))]
    found = [_stripped(part) for part in parts]
    if len(found) < 2 or any(not ids for ids in found):
        return None
    common = tuple(key for key in found[0] or () if all(key in (ids or ()) for ids in found))
    return common or (tuple(dict.fromkeys(key for ids in found for key in ids or ())) if len(found) == 2 else None)


def _of_kind(ids: tuple[str, ...], kinds: set[str]) -> tuple[str, ...]:
    """The analytes of a name as far as `abs` or `%` in it leaves them; prothrombin measured as an activity is another test."""
    if "pt" in ids and kinds & {"activity", "attivita", "activite", "actividad", "atividade", "aktivitat", "%"}:
        return ()
    if kinds & _SHARES:
        return tuple(key for key in ids if key.endswith("_percent") or key == "nrbc") or ids
    if kinds & _COUNTS:
        return tuple(key for key in ids if not key.endswith("_percent")) or ids
    return ids
