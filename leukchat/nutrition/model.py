"""The values of the nutrition room: what `leukchat nutrition` reads and prints.

Field names follow CONTRACT.md and are never renamed. Weights are kilograms, heights centimetres,
energy kilocalories, fluid millilitres, all a day; an empty target list means that no number is given.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field, PrivateAttr

from leukchat.types import Citation, Value

Severity = Literal["never", "limit", "ask_first"]
Sex = Literal["female", "male"]
SEVERITIES: tuple[Severity, ...] = ("never", "limit", "ask_first")


class NutritionProfile(Value):
    """What a person tells about themselves; unknown keys are refused.

    `age` in years (fractions allowed), `labs` maps a lab's name to its value with unit ("88 g/L").
    Build it with `profile.parse_profile`, which checks every range and names what is wrong.
    """

    age: float
    sex: Sex
    weight_kg: float
    height_cm: float
    pregnant: bool = False
    diet: str = "omnivore"
    allergies: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    leukemia: str = ""
    treatment_phase: str = ""
    medicines: tuple[str, ...] = ()
    supplements: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    labs: dict[str, str] = Field(default_factory=dict)
    conditions: tuple[str, ...] = ()
    question: str = ""


class NamedSource(Value):
    """A primary source by name and address."""

    name: str
    url: str


class Targets(Value):
    """Ranges [low, high] a day; [] where no number may be given. `basis` says how each was found."""

    energy_kcal: tuple[int, ...] = ()
    protein_g: tuple[int, ...] = ()
    fluid_ml: tuple[int, ...] = ()
    basis: dict[str, str] = Field(default_factory=dict)
    sources: tuple[NamedSource, ...] = ()


class NutrientRow(Value):
    """A reference intake beside what the plan provides; null where there is no plan or no figure."""

    nutrient: str
    target: float
    unit: str
    basis: str
    plan_provides: float | None = None
    percent: float | None = None
    upper_limit: float | None = None
    note: str = ""
    source: NamedSource


class FoodGroup(Value):
    """Foods worth choosing, and why."""

    group: str
    items: tuple[str, ...]
    why: str
    nutrients: tuple[str, ...]
    source: NamedSource


class Avoid(Value):
    """Something to leave out, to limit or to ask about first."""

    item: str
    because: str
    rule: str
    severity: Severity
    source: NamedSource


class Interaction(Value):
    """A medicine with a food, a meal or a supplement; never a dose."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    medicine: str
    with_: str = Field(alias="with", serialization_alias="with")
    effect: str
    advice: str
    severity: Severity
    source: NamedSource
    rule: str = ""


class SymptomTips(Value):
    """What helps with one symptom, what to leave, and when to call."""

    symptom: str
    tips: tuple[str, ...]
    call: str = ""
    source: NamedSource


class MealRow(Value):
    """One dish of the day: `portions` in words with grams, `nutrients` of that portion."""

    meal: str
    dish: str
    portions: str
    nutrients: dict[str, float]
    food_id: str
    role: str
    grams: float
    source: str = ""


class Menu(Value):
    """One day of several: its dishes, totals and the limits it could not meet."""

    day: int
    meals: tuple[MealRow, ...]
    totals: dict[str, float]
    limits: tuple[str, ...] = ()


class ShoppingItem(Value):
    """One thing to buy: grams as eaten (cooked where the dish is cooked), and the same rounded in words."""

    aisle: str
    item: str
    grams: float
    amount: str


class ChartBar(Value):
    """One bar of targets against the plan.

    `percent` is of the target, `shown` the same capped for drawing (`capped` says so), `limit_percent` the upper limit in
    percent of the target. `kind`: a goal to reach, a limit to stay under, or a figure that the team sets.
    """

    label: str
    unit: str
    target: str
    provides: float
    percent: float
    shown: float
    capped: bool
    limit_percent: float | None = None
    kind: Literal["goal", "limit", "team"] = "goal"
    mark: Literal["low", "near", "met", "over", "team"] = "met"


class NutritionPlan(Value):
    """Everything the person sees; ordered so that red flags and warnings come first in `summary`."""

    targets: Targets
    nutrients: tuple[NutrientRow, ...]
    foods: tuple[FoodGroup, ...]
    avoid: tuple[Avoid, ...]
    interactions: tuple[Interaction, ...]
    food_safety: tuple[str, ...]
    symptom_tips: tuple[SymptomTips, ...]
    meal_plan: tuple[MealRow, ...]
    warnings: tuple[str, ...]
    ask_your_team: tuple[str, ...]
    citations: tuple[Citation, ...]
    summary: str
    red_flags: tuple[str, ...] = ()
    referral: tuple[str, ...] = ()
    plan_totals: dict[str, float] = Field(default_factory=dict)
    plan_limits: tuple[str, ...] = ()
    shopping_list: tuple[str, ...] = ()
    answer: str = ""
    answer_status: str = ""
    answer_citations: tuple[Citation, ...] = ()
    _profile: NutritionProfile | None = PrivateAttr(default=None)
    _tried: frozenset[str] = PrivateAttr(default=frozenset())
