"""What can be taken along: the plan to print and shopping lists, made in memory and handed over without touching the disk."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from itertools import groupby

from leukchat.nutrition import NutritionPlan, shopping, week
from leukchat.nutrition.model import ShoppingItem
from leukchat.nutrition.print import print_pdf

DAYS = (1, 7)


def downloads_html(plan: NutritionPlan) -> str:
    """Links that hold their files: the PDF, and a shopping list for one and for seven days where there are meals."""
    links = [_link("nutrition-plan.pdf", "PDF to print", "application/pdf", print_pdf(plan))]
    folds = ""
    menus = week(plan, max(DAYS)) if plan.meal_plan else ()
    for days in DAYS if menus else ():
        items = shopping(menus[:days])
        name = "1 day" if days == 1 else f"{days} days"
        links.append(_link(f"shopping-list-{days}.txt", f"Shopping list, {name}", "text/plain;charset=utf-8", shopping_text(items, name).encode("utf-8-sig")))
        folds += f'<details class="n-fold"><summary>Shopping list for {name}</summary>{_list(items)}</details>'
    note = '<p class="n-small">Amounts are of the food as eaten. Nothing in these files says who they are for.</p>'
    return f'<h3>Take along</h3><div class="lab-downloads">{"".join(links)}</div>{note}{folds}'


def shopping_text(items: Sequence[ShoppingItem], days: str) -> str:
    """The list as plain text with boxes to tick, grouped by aisle."""
    parts = [f"Shopping list for {days} (amounts as eaten)\n"]
    for aisle, rows in groupby(items, key=lambda item: item.aisle):
        parts.append(f"\n{aisle}\n" + "".join(f"[ ] {row.item}, {row.amount}\n" for row in rows))
    return "".join(parts)


def _list(items: Sequence[ShoppingItem]) -> str:
    groups = ((aisle, "".join(f"<li>{escape(row.item)}, {escape(row.amount)}</li>" for row in rows)) for aisle, rows in groupby(items, key=lambda item: item.aisle))
    return "".join(f"<h4>{escape(aisle)}</h4><ul>{rows}</ul>" for aisle, rows in groups)


def _link(file: str, label: str, kind: str, content: bytes) -> str:
    data = base64.b64encode(content).decode("ascii")
    return f'<a class="lab-download" download="{file}" href="data:{kind};base64,{data}">{label}</a>'
