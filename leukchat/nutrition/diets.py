"""Ways of eating: accepted names, and which foods each leaves out."""

from __future__ import annotations

import re

# Each diet -> the food kinds it leaves out (see `food_words.yaml` for the words of each kind).
DIETS: dict[str, tuple[str, ...]] = {
    "omnivore": (),
    "vegetarian": ("meat", "poultry", "pork", "fish", "shellfish", "gelatin", "offal"),
    "vegan": ("meat", "poultry", "pork", "fish", "shellfish", "gelatin", "offal", "milk", "egg", "honey"),
    "lacto_vegetarian": ("meat", "poultry", "pork", "fish", "shellfish", "gelatin", "offal", "egg"),
    "pescatarian": ("meat", "poultry", "pork", "gelatin", "offal"),
    "halal": ("pork", "alcohol", "gelatin"),
    "kosher": ("pork", "shellfish", "gelatin", "nonkosher"),
    "jain": ("meat", "poultry", "pork", "fish", "shellfish", "gelatin", "offal", "egg", "honey", "alcohol", "root", "mushroom"),
    "hindu": ("meat", "pork", "offal", "gelatin"),
    "no_pork": ("pork",),
    "no_beef": ("beef",),
    "gluten_free": ("gluten",),
    "lactose_free": ("lactose",),
    "dairy_free": ("milk",),
    "egg_free": ("egg",),
    "nut_free": ("tree_nut", "peanut"),
    "mediterranean": (),
}
_SYNONYMS = {
    "": "omnivore",
    "none": "omnivore",
    "no restrictions": "omnivore",
    "no restriction": "omnivore",
    "any": "omnivore",
    "normal": "omnivore",
    "everything": "omnivore",
    "mixed": "omnivore",
    "plant based": "vegan",
    "strict vegetarian": "vegan",
    "veggie": "vegetarian",
    "lacto ovo vegetarian": "vegetarian",
    "ovo lacto vegetarian": "vegetarian",
    "lacto": "lacto_vegetarian",
    "hindu vegetarian": "lacto_vegetarian",
    "indian vegetarian": "lacto_vegetarian",
    "pesco vegetarian": "pescatarian",
    "pescetarian": "pescatarian",
    "coeliac": "gluten_free",
    "celiac": "gluten_free",
    "no gluten": "gluten_free",
    "no lactose": "lactose_free",
    "lactose intolerant": "lactose_free",
    "no dairy": "dairy_free",
    "muslim": "halal",
    "jewish": "kosher",
    "pork free": "no_pork",
    "beef free": "no_beef",
}
_JOINERS = re.compile(r"[,;+/&]|\band\b")


def read_diet(text: str) -> tuple[str, ...] | None:
    """The diets named in a text ("vegan, gluten-free"), or None when one is not known."""
    found: list[str] = []
    for part in _JOINERS.split(text.lower()):
        name = " ".join(re.sub(r"[-_]", " ", part).split()).removesuffix(" diet").strip()
        names = [name] if _known(name) else name.split(" ")
        for word in _pairs(names):
            diet = _known(word)
            if diet is None:
                return None
            found.append(diet)
    limits = tuple(dict.fromkeys(diet for diet in found if diet != "omnivore"))
    return limits or ("omnivore",)


def _known(name: str) -> str | None:
    key = name.replace(" ", "_")
    return key if key in DIETS else _SYNONYMS.get(name)


def _pairs(words: list[str]) -> list[str]:
    """Joins neighbours that form a known name ("vegan gluten free" -> vegan, gluten free)."""
    out: list[str] = []
    index = 0
    while index < len(words):
        pair = " ".join(words[index : index + 2])
        if index + 1 < len(words) and _known(pair):
            out.append(pair)
            index += 2
        else:
            out.append(words[index])
            index += 1
    return out


def excluded_kinds(diets: tuple[str, ...]) -> frozenset[str]:
    """All food kinds that the diets leave out."""
    return frozenset(kind for diet in diets for kind in DIETS[diet])
