"""Nutrition guidance that is computed, safe beside treatment, and cited. Food supports; it treats nothing."""

from leukchat.nutrition.engine import plan_nutrition
from leukchat.nutrition.model import NutritionPlan, NutritionProfile
from leukchat.nutrition.profile import parse_profile
from leukchat.nutrition.swapping import swap

__all__ = ["NutritionPlan", "NutritionProfile", "parse_profile", "plan_nutrition", "swap"]
