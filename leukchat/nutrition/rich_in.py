"""Words of foods that no plan or tip pushes: while potassium or blood sugar may run high, or beside a vitamin K blocker."""

from __future__ import annotations

import re

POTASSIUM_RICH = re.compile(
    r"\b(?:bananas?|plantain|potato\w*|tomato\w*|oranges?|avocado|dates?|raisins|dried|coconut water|spinach|chard|beans?|lentils?|chickpeas|yam|prunes|papaya|mango|kiwi|smoothies?)\b"
)
VITAMIN_K_RICH = re.compile(r"\b(?:kale|spinach|chard|collards?|greens|pak choi|bok choy|brussels sprouts|broccoli|parsley)\b")  # rule 7: no new greens jump
SUGARY = re.compile(r"\b(?:juices?|smoothies?|pudding|soft drinks?|sweets|syrup|jam)\b")
