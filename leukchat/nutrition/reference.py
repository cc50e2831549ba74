"""Reference intakes for 22 nutrients by age and sex (`data/dri.csv`, National Academies)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from leukchat.nutrition.tables import DATA_DIR

# Column of foods.csv and row order of every nutrient table.
NUTRIENTS: tuple[str, ...] = (
    "fibre_g", "calcium_mg", "iron_mg", "magnesium_mg", "phosphorus_mg", "potassium_mg", "sodium_mg", "zinc_mg", "copper_mg", "selenium_ug", "vitamin_c_mg",
    "thiamin_mg", "riboflavin_mg", "niacin_mg", "vitamin_b6_mg", "folate_ug", "vitamin_b12_ug", "choline_mg", "vitamin_a_ug", "vitamin_e_mg", "vitamin_d_ug", "vitamin_k_ug",
)  # fmt: skip
VEGETARIAN_IRON = 1.8  # IOM 2001: absorption 10 % from vegetarian against 18 % from mixed diets


@dataclass(frozen=True)
class Intake:
    """One reference intake a day: RDA or AI, and the upper limit where one applies to food."""

    id: str
    nutrient: str
    unit: str
    kind: str
    amount: float
    upper: float | None
    source: str
    note: str


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with (DATA_DIR / "dri.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _band(age: float) -> str:
    for last, band in ((3, "1-3"), (8, "4-8"), (13, "9-13"), (18, "14-18"), (50, "19-50"), (70, "51-70")):
        if int(age) <= last:
            return band
    return "71+"


def intakes(age: float, sex: str) -> tuple[Intake, ...]:
    """The 22 reference intakes for healthy people of this age (from 1 year) and sex; empty below one year."""
    if age < 1:
        return ()
    band = _band(age)
    rows = {row["id"]: row for row in _rows() if row["age"] == band}
    found = []
    for name in NUTRIENTS:
        row = rows[name]
        amount = float(row[sex])
        if name == "magnesium_mg" and 31 <= int(age) <= 50:
            amount = 420.0 if sex == "male" else 320.0
        upper = float(row["upper_limit"]) if row["upper_limit"] else None
        found.append(Intake(name, row["nutrient"], row["unit"], row["kind"], amount, upper, row["source"], row["note"]))
    return tuple(found)
