"""Words of foods rich in potassium, which no plan or tip pushes while potassium may run high (nutrition.md §7)."""

from __future__ import annotations

import re

POTASSIUM_RICH = re.compile(
    r"\b(?:bananas?|plantain|potato\w*|tomato\w*|oranges?|avocado|dates?|raisins|dried|coconut water|spinach|chard|beans?|lentils?|chickpeas|yam|prunes|papaya|mango|kiwi|smoothies?)\b"
)
