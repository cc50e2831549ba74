"""What must never be seen in nutrition guidance, looked for with word lists of its own.

The lists are short and written apart from the engine's tables, so that a hole in those tables shows here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from leukchat.evaluation.nutrition_cases import says
from leukchat.nutrition import NutritionPlan, NutritionProfile
from leukchat.nutrition.model import Menu, ShoppingItem

_MEAT = ("chicken", "turkey", "beef", "pork", "lamb", "ham", "bacon", "salami", "veal")
_FISH = ("fish", "salmon", "tuna", "cod", "sardines", "trout", "mackerel")
_SHELLFISH = ("shrimp", "prawns", "crab", "mussels", "oysters", "lobster")
_DAIRY = ("milk", "cheese", "yogurt", "butter", "cream", "paneer", "ghee")
_EGG = ("egg", "eggs", "omelette", "mayonnaise")
_WHEAT = ("wheat", "barley", "rye", "bread", "pasta", "couscous", "bulgur", "toast")
_SOY = ("soy", "tofu", "tempeh", "edamame", "miso")
_TREE_NUTS = ("almond", "almonds", "walnuts", "cashews", "hazelnuts", "pistachios", "pecans")
_LEGUMES = ("beans", "lentils", "chickpeas", "peas", "lentil", "chickpea", *_SOY)

ALLERGENS: dict[str, tuple[str, ...]] = {
    "milk": _DAIRY, "dairy": _DAIRY, "egg": _EGG, "eggs": _EGG, "fish": _FISH, "shellfish": _SHELLFISH, "wheat": _WHEAT, "gluten": _WHEAT, "soy": _SOY,
    "nuts": (*_TREE_NUTS, "peanut", "peanuts"), "tree nuts": _TREE_NUTS, "peanuts": ("peanut", "peanuts"), "sesame": ("sesame", "tahini", "hummus"), "legumes": _LEGUMES,
    "corn": ("corn", "maize", "polenta", "tortilla"), "seeds": ("sesame", "tahini", "chia"),
}  # fmt: skip
DIET_WORDS: dict[str, tuple[str, ...]] = {
    "vegan": (*_MEAT, *_FISH, *_SHELLFISH, "egg", "eggs", "milk", "cheese", "yogurt", "butter", "honey", "gelatin"),
    "vegetarian": (*_MEAT, *_FISH, *_SHELLFISH, "gelatin"),
    "lacto_vegetarian": (*_MEAT, *_FISH, *_SHELLFISH, "egg", "eggs"),
    "pescatarian": _MEAT,
    "halal": ("pork", "ham", "bacon", "salami", "wine", "beer", "gelatin"),
    "kosher": ("pork", "ham", "bacon", *_SHELLFISH),
    "jain": (*_MEAT, *_FISH, *_SHELLFISH, "egg", "eggs", "honey", "onion", "garlic", "potato", "potatoes", "carrot", "carrots", "beetroot", "mushrooms"),
    "hindu": ("beef", "veal", "pork"),
    "gluten_free": _WHEAT,
    "lactose_free": ("milk", "yogurt", "ice cream"),
    "dairy_free": _DAIRY,
}
_CYP3A_FRUIT = ("grapefruit", "pomelo", "star fruit", "seville", "marmalade")
# medicine -> words that must not be among chosen foods
PAIRS: dict[str, tuple[str, ...]] = {
    "warfarin": ("kale", "cranberry", "collard", "chard"),
    "linezolid": ("soy sauce", "salami", "miso", "parmesan", "sauerkraut", "red wine"),
    "bortezomib": ("green tea",),
    "methotrexate": ("wine", "beer"),
    "metronidazole": ("wine", "beer"),
}
RAW = ("sushi", "raw sprouts", "alfalfa", "oysters", "brie", "blue cheese", "smoked salmon", "salami", "deli")
DOSE = re.compile(r"\b\d[\d.,]*\s*(?:mg|mcg|µg|ug|iu|units?|tablets?|pills?|capsules?|drops)\b|\b(?:one|two|three|half a) (?:tablet|pill|capsule)s?\b", re.IGNORECASE)
CLAIM = re.compile(r"\b(?:cures?|treats?|kills?|fights?|shrinks?|reverses?) (?:the |your )?(?:leuk(?:a)?emia|cancer)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|no|never|cannot|nothing)\b[^.]{0,120}$", re.IGNORECASE)


def left_out_seen(profile: NutritionProfile, texts: Iterable[str]) -> list[str]:
    """Allergens, disliked foods and foods outside the diet that any text names."""
    diets = [diet.strip() for diet in profile.diet.split(",")]
    words = [word for name in (*profile.allergies, *profile.dislikes) for word in ALLERGENS.get(name.lower(), (name.lower(),))]
    words += [word for diet in diets for word in DIET_WORDS.get(diet, ())]
    whole = " ".join(texts)
    return [word for word in dict.fromkeys(words) if says(whole, word)]


def pairs_seen(profile: NutritionProfile, chosen: Iterable[str]) -> list[str]:
    """Foods among the chosen ones that clash with a medicine, or that are raw or risky."""
    wanted = [word for medicine in profile.medicines for word in PAIRS.get(medicine.lower(), ())]
    whole = " ".join(chosen)
    return [word for word in dict.fromkeys((*wanted, *_CYP3A_FRUIT, *RAW)) if says(whole, word)]


def doses_seen(plan: NutritionPlan) -> list[str]:
    """Amounts of medicines or supplements in any sentence; grams of food and reference intakes are no doses."""
    return [match[0] for text in sentences(plan) for match in DOSE.finditer(text)]


def claims_seen(plan: NutritionPlan) -> list[str]:
    """Claims that food treats leukemia; a sentence that denies it is none."""
    return [match[0] for text in sentences(plan) for match in CLAIM.finditer(text) if not _DENIED.search(text[: match.start()])]


def sentences(plan: NutritionPlan) -> list[str]:
    """The texts of a plan that carry advice."""
    rows = [*plan.warnings, *plan.ask_your_team, *plan.food_safety, *plan.red_flags, plan.answer]
    rows += [f"{row.item} {row.because}" for row in plan.avoid] + [f"{row.with_} {row.effect} {row.advice}" for row in plan.interactions]
    return rows + [tip for row in plan.symptom_tips for tip in (*row.tips, row.call)] + [f"{' '.join(row.items)} {row.why}" for row in plan.foods]


def chosen(plan: NutritionPlan, menus: Sequence[Menu], items: Sequence[ShoppingItem]) -> list[str]:
    """Everything the plan offers to eat: foods, dishes of all days, tips, the shopping list."""
    dishes = [row.dish for row in (*plan.meal_plan, *(row for menu in menus for row in menu.meals))]
    return [*dishes, *plan.shopping_list, *(item.item for item in items), *(item for row in plan.foods for item in row.items)]
