"""Builds leukchat/data/foods.csv from the USDA SR table and the recipes beside this script.

    python scripts/build_foods.py --usda usda_sr_abbrev.csv [--check]

Figures per 100 g come from the USDA National Nutrient Database for Standard Reference (public domain) by NDB number;
a dish is the sum of its ingredients as eaten. A nutrient is left blank when it was not measured for ingredients that
make up more than a quarter of the dish; blank is "not measured", not zero. `--check` compares instead of writing.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from leukchat.nutrition.diets import DIETS
from leukchat.nutrition.reference import NUTRIENTS

FOLDER = ROOT / "scripts" / "foods"
TARGET = ROOT / "leukchat" / "data" / "foods.csv"
MACROS = {"energy_kcal": "energ_kcal", "protein_g": "protein_g", "fat_g": "lipid_tot_g", "carbohydrate_g": "carbohydrt_g", "sugar_g": "sugar_tot_g", "water_g": "water_g"}
COLUMN = {
    "fibre_g": "fiber_td_g",
    "vitamin_c_mg": "vit_c_mg",
    "vitamin_b6_mg": "vit_b6_mg",
    "folate_ug": "folate_dfe_ug",
    "vitamin_b12_ug": "vit_b12_ug",
    "choline_mg": "choline_tot_mg",
    "vitamin_a_ug": "vit_a_rae_ug",
    "vitamin_e_mg": "vit_e_mg",
    "vitamin_d_ug": "vit_d_ug",
    "vitamin_k_ug": "vit_k_ug",
}
FIGURES = {**MACROS, **{name: COLUMN.get(name, name) for name in NUTRIENTS}}
SLOTS = {"B": "breakfast", "L": "lunch", "D": "dinner", "S": "snack"}
MISSING_SHARE = 0.25
HIGH_VITAMIN_K_UG = 100.0
HEAD = ["id", "name", "cuisine", "slots", "role", "portion_g", "portion", *FIGURES, "kinds", "diets", "ingredients", "safety", "traits", "source"]


def amounts(parts: list[tuple[str, float]], usda: dict[str, dict[str, str]], numbers: dict[str, str]) -> dict[str, str]:
    """Each figure of a portion, or "" where too much of it was not measured."""
    total = sum(grams for _, grams in parts)
    out = {}
    for name, column in FIGURES.items():
        known, missing = 0.0, 0.0
        for key, grams in parts:
            text = usda[numbers[key]][column]
            if text == "":
                missing += grams
            else:
                known += float(text) * grams / 100
        out[name] = "" if missing > MISSING_SHARE * total else f"{known:.4g}" if known < 1000 else f"{known:.0f}"
    return out


def diets_of(kinds: set[str]) -> list[str]:
    """Diets that allow these kinds; kosher also keeps meat and milk apart."""
    fits = [diet for diet, out in DIETS.items() if not kinds & set(out)]
    if kinds & {"meat", "poultry"} and "milk" in kinds and "kosher" in fits:
        fits.remove("kosher")
    return fits


def build(usda_path: Path) -> str:
    """The text of foods.csv."""
    usda = {row["ndb_no"]: row for row in csv.DictReader(usda_path.open(encoding="utf-8", newline=""))}
    ingredients = {row["key"]: row for row in csv.DictReader((FOLDER / "ingredients.csv").open(encoding="utf-8", newline=""))}
    numbers = {key: row["ndb_no"] for key, row in ingredients.items()}
    text = io.StringIO()
    writer = csv.DictWriter(text, HEAD, lineterminator="\n")
    writer.writeheader()
    for line in (FOLDER / "dishes.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        food_id, name, cuisine, slots, role, portion, recipe, safety, traits = line.split("|")
        parts = [(part.split(":")[0], float(part.split(":")[1])) for part in recipe.split()]
        figures = amounts(parts, usda, numbers)
        kinds = {kind for key, _ in parts for kind in ingredients[key]["kinds"].split("|") if kind}
        marks = set(traits.split())
        if figures["vitamin_k_ug"] and float(figures["vitamin_k_ug"]) >= HIGH_VITAMIN_K_UG:
            marks.add("high_vitamin_k")
        writer.writerow(
            {
                "id": food_id,
                "name": name,
                "cuisine": cuisine,
                "slots": "|".join(SLOTS[slot] for slot in slots.split()),
                "role": role,
                "portion_g": f"{sum(grams for _, grams in parts):g}",
                "portion": portion,
                **figures,
                "kinds": "|".join(sorted(kinds)),
                "diets": "|".join(diets_of(kinds)),
                "ingredients": ", ".join(dict.fromkeys(ingredients[key]["name"] for key, _ in parts)),
                "safety": safety,
                "traits": "|".join(sorted(marks)),
                "source": "USDA SR " + " + ".join(f"{numbers[key]}:{grams:g}g" for key, grams in parts),
            }
        )
    return text.getvalue()


def main() -> int:
    """Writes or checks foods.csv; 0 when written or equal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--usda", type=Path, required=True, help="usda_sr_abbrev.csv (USDA SR, per 100 g)")
    parser.add_argument("--check", action="store_true", help="compare with the committed file, write nothing")
    options = parser.parse_args()
    text = build(options.usda)
    if options.check:
        same = TARGET.read_text(encoding="utf-8") == text
        print("foods.csv is up to date" if same else "foods.csv differs; run without --check")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET}: {text.count(chr(10)) - 1} foods")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
