"""Nutrition guidance that is computed, safe beside treatment, and cited. Food supports; it treats nothing."""

from leukchat.nutrition.chart import chart
from leukchat.nutrition.engine import plan_nutrition
from leukchat.nutrition.model import NutritionPlan, NutritionProfile
from leukchat.nutrition.profile import parse_profile
from leukchat.nutrition.shopping import shopping
from leukchat.nutrition.swapping import swap
from leukchat.nutrition.week import week

__all__ = ["NutritionPlan", "NutritionProfile", "chart", "parse_profile", "plan_nutrition", "shopping", "swap", "week"]
