"""A free question beside a profile: what steers the search, and the computed points that come before the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leukchat.nutrition.interactions import active_rules, avoided, interactions
from leukchat.nutrition.medicines import resolve
from leukchat.nutrition.model import NamedSource, NutritionProfile
from leukchat.nutrition.rich_in import POTASSIUM_RICH
from leukchat.nutrition.rules import avoid_rows, food_groups, holds
from leukchat.nutrition.situation import Situation, situation
from leukchat.nutrition.tables import source, table
from leukchat.nutrition.wording import Wording
from leukchat.safety.drugs import Drug, find_drugs
from leukchat.safety.normalise import normalise

MOST_POINTS = 5
_MOST_GROUPS = 3
_BROAD = re.compile(
    r"\bwhat (?:else )?(?:should|can|could|do|may|must) (?:i|we|my \w+|she|he|they) (?:eat|have for|cook)\b|\bwhat to eat\b|\b(?:which|what) (?:foods?|meals?|diet)\b|\bmeal ideas?\b"
)
_WORD = re.compile(r"[a-z][a-z'-]{2,}")
_LONG_WORD = re.compile(r"[a-z]{7,}")
_KINDS = re.compile(r"\b(?:ALL|AML|APL|CML|CLL|HCL|CMML|JMML|LGL|PLL|MDS)\b")
# words that say nothing about which food is meant
_COMMON = frozenset(
    """a about after all and any are be before can could diet do does drink drinks drinking eat eating every food foods for from have having how i in is it juice leukemia
    leukaemia make may me meal meals medicine medicines much my not of on or other pill pills powder powders safe should so some supplement supplements take taking tell than that the
    them these they this to treatment unless until used very was what when which while will with without you your during low high raw more good bad best help helps capsule tablet would could
    start daily day week time same""".split()
)
# a word of a question -> the word our tables use for it
_SAME: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("wine", "beer", "whisky", "whiskey", "vodka", "gin", "rum", "cider", "spirit", "liquor", "cocktail", "champagne", "booze", "prosecco"), ("alcohol",)),
    **dict.fromkeys(("yogurt", "yoghurt", "cheese", "dairy", "cream", "kefir"), ("milk", "dairy")),
    **dict.fromkeys(("sashimi", "ceviche", "poke"), ("sushi",)),
    **dict.fromkeys(("marmalade",), ("seville",)),
    **dict.fromkeys(("curcumin",), ("turmeric",)),
    **dict.fromkeys(("kombucha", "sauerkraut", "kimchi"), ("ferment",)),
    **dict.fromkeys(("kale", "spinach", "chard"), ("green",)),
    **dict.fromkeys(("licorice",), ("liquorice",)),
}
# subject of a question -> ids of warnings (nutrition_rules.yaml) that answer it, where they hold for the person
_SUBJECTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\biron\b|\banemi|\banaemi|\bferritin"), ("iron_careful", "iron_pills", "transfusion_iron")),
    (re.compile(r"\bvegan\b|\bvegetarian\b"), ("vegan_b12",)),
    (re.compile(r"\bb-?12\b|\bcobalamin|\bwhole ?grains?"), ("vegan_b12", "b12_low")),
    (re.compile(r"\bpotassium|\bphosph|\bprotein|\bkidney|\bsalt\b|\bfluids?\b|\bhow much water"), ("high_potassium", "high_phosphate", "tls", "kidney")),
    (re.compile(r"\bprobiotic|\bferment|\bkombucha|\bkefir"), ("probiotics",)),
    (re.compile(r"\bsalad|\braw\b|\bneutropenic|\bfresh fruit|\bsushi"), ("neutropenic_diet", "neutropenic_evidence")),
    (re.compile(r"\bsugar|\bsweets?\b|\bdiabet"), ("sugar",)),
    (re.compile(r"\bgreens?\b|\bspinach|\bkale|\bvitamin k\b"), ("warfarin",)),
    (re.compile(r"\bfat|\bfried|\bbutter|\btriglycerid"), ("triglycerides", "asparaginase", "pancreatitis")),
    (re.compile(r"\bfolic|\bfolate"), ("methotrexate_folate",)),
    (re.compile(r"\bweight\b|\bcalorie|\bslim"), ("eating_disorder", "refeeding")),
    (re.compile(r"\bfast(?:s|ed|ing)?\b|\bramadan|\byom kippur|\blent\b|\bekadashi"), ("fasting",)),
    (re.compile(r"\b(?:start|begin) (?:to )?eat|\beat(?:ing)? again"), ("refeeding",)),
)


@dataclass(frozen=True)
class Asking:
    """`subject` names the leukemia, `terms` steer the search, `points` come first (Markdown, sourced, no left-out food)."""

    subject: str
    terms: tuple[str, ...]
    points: tuple[str, ...]
    wording: Wording


def asking(profile: NutritionProfile, question: str) -> Asking:
    """What a profile means for a question; pure. Medicines and supplements named in the question count as taken here."""
    state = situation(_with_named(profile, question))
    found = (*_cures(state), *_pairs(state, question), *_avoided(state, question), *_subjects(state, question), *_good_choices(state, question), *_rich_foods(state, question))
    # A question that names a medicine or supplement is about that one: the kind of leukemia would only draw the search away from it.
    return Asking("leukemia" if _drugs_in(question) else _subject(profile.leukemia), _terms(state), tuple(dict.fromkeys(found))[:MOST_POINTS], state.wording)


def _subject(leukemia: str) -> str:
    """The leukemia by its abbreviation; anything else a person wrote is just "leukemia"."""
    named = _KINDS.search(leukemia.upper())
    return named[0] if named else "leukemia"


def _drugs_in(question: str) -> tuple[Drug, ...]:
    """Medicines and supplements that a question names; a supplement also by a slip of the pen ("turmerik")."""
    plain = normalise(question).text
    found = [mention.drug for mention in find_drugs(plain)]
    slips = [drug for word in _LONG_WORD.findall(plain) for drug in resolve((word,)).drugs if drug.kind == "supplement"]
    return tuple(dict.fromkeys((*found, *slips)))


def _with_named(profile: NutritionProfile, question: str) -> NutritionProfile:
    named = _drugs_in(question)
    medicines = tuple(drug.name for drug in named if drug.kind != "supplement")
    supplements = tuple(drug.name for drug in named if drug.kind == "supplement")
    return profile.model_copy(update={"question": question, "medicines": (*profile.medicines, *medicines), "supplements": (*profile.supplements, *supplements)})


def _terms(state: Situation) -> tuple[str, ...]:
    """Facts that steer the search: never a person's own free text, only names we know."""
    facts = [diet.replace("_", " ") for diet in state.diets if diet != "omnivore"]
    facts += [drug.name for drug in state.medicines.drugs[:3]]
    facts += [row["symptom"] for row in table("food_rules")["symptoms"] if any(word in normalise(text).text for text in state.profile.symptoms for word in row["words"])][:2]
    facts += [
        words
        for flag, words in (("child", "child"), ("pregnant", "pregnancy"), ("transplant", "transplant"), ("infection_risk", "neutropenia"), ("off_treatment", "watch and wait"))
        if state.has(flag)
    ][:2]
    return tuple(dict.fromkeys(word for word in facts if state.wording.allows(word)))


def _words(text: str) -> frozenset[str]:
    plain = normalise(text).text.replace("green tea", "greentea")  # a drink of its own, no greens
    words = {word.removesuffix("s") for word in _WORD.findall(plain) if word not in _COMMON and word.removesuffix("s") not in _COMMON}
    return frozenset(words.union(*(_SAME.get(word, ()) for word in words)))


def _asked(question: str) -> frozenset[str]:
    """The telling words of a question, with the right name of what it names wrongly."""
    return _words(f"{question} {' '.join(drug.name for drug in _drugs_in(question))}")


def _point(text: str, one: NamedSource) -> str:
    return f"{text[:1].upper()}{text[1:]} ([{one.name}]({one.url}))"


def _pairs(state: Situation, question: str) -> Iterable[str]:
    """Interaction rows whose food is named in the question, or all of a medicine that is named without a food or supplement."""
    asked = _asked(question)
    drugs = _drugs_in(question)
    named = {drug.id for drug in drugs}
    by_rule = {rule.id: rule for rule in active_rules(state)}
    direct, general = [], []
    for row in interactions(state):
        rule = by_rule[row.rule]
        text = _point(f"**{row.medicine} with {row.with_}:** {row.effect} {row.advice}", row.source)
        if asked & _words(row.with_) or (rule.supplement & named and rule.drugs & state.drug_ids()):
            direct.append(text)
        elif rule.drugs & named:
            general.append(text)
    return direct or ([] if any(drug.kind == "supplement" for drug in drugs) else general)


def _avoided(state: Situation, question: str) -> Iterable[str]:
    asked = _asked(question)
    covered = {row.item for row in avoided(state)}
    for row in avoid_rows(state):
        if row.item not in covered and (asked & _words(row.item) and not row.rule.startswith("supplement.other")):
            yield _point(f"**{row.item}:** {row.because}", row.source)


def _cures(state: Situation) -> Iterable[str]:
    return _warnings(state, ("asks_cure", "starve")) if state.has("asks_cure") else ()


def _subjects(state: Situation, question: str) -> Iterable[str]:
    plain = normalise(question).text
    wanted = [rule_id for words, ids in _SUBJECTS if words.search(plain) for rule_id in ids]
    if state.has("minerals_careful") and POTASSIUM_RICH.search(plain):
        wanted += ["high_potassium", "tls", "kidney"]
    return _warnings(state, tuple(wanted))


def _good_choices(state: Situation, question: str) -> Iterable[str]:
    """The first groups of foods chosen for this person, where somebody asks what to eat."""
    if _BROAD.search(normalise(question).text):
        for_all = {row["group"] for row in table("nutrition_rules")["groups"] if not (row.get("when") or row.get("all"))}
        for row in [row for row in food_groups(state) if row.group not in for_all][:_MOST_GROUPS]:
            yield _point(f"**{row.group}:** {'; '.join(row.items)}. {row.why}", row.source)


def _rich_foods(state: Situation, question: str) -> Iterable[str]:
    """Foods that hold the nutrient a question names, where a group chosen for this person is known for it."""
    plain = normalise(question).text
    for row in food_groups(state):
        if any(re.search(rf"\b{re.escape(nutrient.lower())}\b", plain) for nutrient in row.nutrients if nutrient != "energy"):
            yield _point(f"**{row.group}:** {'; '.join(row.items)}. {row.why}", row.source)


def _warnings(state: Situation, ids: tuple[str, ...]) -> Iterable[str]:
    for row in table("nutrition_rules")["warnings"]:
        if row["id"] in ids and holds(row, state) and (text := state.wording.clean(row["text"])):
            yield _point(text, state.wording.source(source(row["source"])))
