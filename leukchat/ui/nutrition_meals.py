"""The day as meal cards; every dish has a button that swaps it for another that fits."""

from __future__ import annotations

from html import escape
from itertools import count, groupby

from leukchat.errors import ProfileError
from leukchat.nutrition import NutritionPlan, swap
from leukchat.nutrition.model import MealRow

WATER = "d_water"
_turns = count(1)  # makes each day a new value, so that the page draws it anew even if nothing else changed
# One listener for all buttons, also those of a later day; the focus returns to the button of the new dish.
SWAP_JS = """
let place = null;
element.addEventListener('click', (event) => {
  const button = event.target.closest && event.target.closest('button.n-swap');
  if (!button || element.querySelector('button.n-swap[disabled]')) return;
  place = [...element.querySelectorAll('button.n-swap')].indexOf(button);
  button.textContent = 'Swapping…';
  element.querySelectorAll('button.n-swap').forEach((one) => { one.disabled = true; });
  trigger('select', { meal: button.dataset.meal, dish: button.dataset.dish });
});
watch('value', () => {
  if (place === null) return;
  const said = element.querySelector('.n-said');
  const button = (said && said.closest('.n-meal') && said.parentElement.querySelector('button.n-swap')) || element.querySelectorAll('button.n-swap')[place];
  place = null;
  if (button) button.focus({ preventScroll: true });
});
"""


def swapped(plan: NutritionPlan, meal: str, dish: str) -> tuple[NutritionPlan, str, str]:
    """The plan with the dish (food id) swapped, the food id that the message belongs to, and the message.

    Where nothing else fits, the plan stays as it is and the message says so.
    """
    before = next((row.dish for row in plan.meal_plan if row.food_id == dish), dish)
    try:
        changed = swap(plan, meal, dish=dish)
    except ProfileError as error:
        return plan, dish, str(error)
    old = {row.food_id for row in plan.meal_plan}
    new = next((row for row in changed.meal_plan if row.food_id not in old), None)
    if new is None:
        return changed, "", f"“{before}” was taken out and the portions of the day were worked out again."
    return changed, new.food_id, f"Instead of “{before}”. The portions of the day were worked out again."


def meals_html(plan: NutritionPlan, dish: str = "", message: str = "") -> str:
    """Meal cards of the day with `message` at `dish`; without meals the reason why there are none."""
    limits = "".join(f"<li>{escape(limit)}</li>" for limit in plan.plan_limits)
    why = f'<div class="lab-missing"><ul>{limits}</ul></div>' if limits else ""
    if not plan.meal_plan:
        return f"<h3>Day plan</h3>{why}" if why else ""
    cards = "".join(_card(meal, list(rows), dish, message) for meal, rows in groupby(plan.meal_plan, key=lambda row: row.meal))
    totals = plan.plan_totals
    total = f"About {totals['energy_kcal']:.0f} kcal and {totals['protein_g']:.0f} g of protein over the day." if {"energy_kcal", "protein_g"} <= totals.keys() else ""
    loose = f'<p class="n-said" role="status">{escape(message)}</p>' if message and not dish else ""
    return f'<h3>One day, as an example</h3><p>{total} Don\'t like a dish? Swap it: the day is worked out again within your limits.</p>{loose}{why}<div class="cards n-meals" data-turn="{next(_turns)}">{cards}</div>'


def _card(meal: str, rows: list[MealRow], dish: str, message: str) -> str:
    return f'<section class="card n-meal"><h4>{escape(meal)}</h4><ul>{"".join(_dish(row, message if row.food_id == dish else "") for row in rows)}</ul></section>'


def _dish(row: MealRow, message: str) -> str:
    said = f'<p class="n-said" role="status">{escape(message)}</p>' if message else ""
    button = (
        ""
        if row.food_id == WATER
        else f'<button type="button" class="n-swap" data-meal="{escape(row.meal)}" data-dish="{escape(row.food_id)}" aria-label="Swap {escape(row.dish)}">Swap</button>'
    )
    return f'<li><div class="n-dish"><span><b>{escape(row.dish)}</b><br><span class="n-small">{escape(row.portions)}</span></span>{button}</div>{said}</li>'
