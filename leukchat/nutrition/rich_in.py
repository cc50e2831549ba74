"""Words of foods that no plan or tip pushes while potassium (nutrition.md §7) or blood sugar (rule 8) may run high."""

from __future__ import annotations

import re

POTASSIUM_RICH = re.compile(
    r"\b(?:bananas?|plantain|potato\w*|tomato\w*|oranges?|avocado|dates?|raisins|dried|coconut water|spinach|chard|beans?|lentils?|chickpeas|yam|prunes|papaya|mango|kiwi|smoothies?)\b"
)
SUGARY = re.compile(r"\b(?:juices?|smoothies?|pudding|soft drinks?|sweets|syrup|jam)\b")
