"""Words of foods that no plan or tip pushes: while potassium or sugar may run high, beside a vitamin K blocker, with loose stools or a sore mouth."""

from __future__ import annotations

import re

POTASSIUM_RICH = re.compile(
    r"\b(?:bananas?|plantain|potato\w*|tomato\w*|oranges?|avocado|dates?|raisins|dried|coconut water|spinach|chard|beans?|lentils?|chickpeas|yam|prunes|papaya|mango|kiwi|smoothies?)\b"
)
VITAMIN_K_RICH = re.compile(r"\b(?:kale|spinach|chard|collards?|greens|pak choi|bok choy|brussels sprouts|broccoli|parsley)\b")  # rule 7: no new greens jump
SUGARY = re.compile(r"\b(?:juices?|smoothies?|pudding|soft drinks?|sweets|syrup|jam)\b")
FAST_STARCH = re.compile(r"\b(?:crisped rice|corn flakes|rice cakes?|white bread|white toast|bagel)\b")  # raises sugar fast; whole grains stand in
# fibre that loose stools take badly (NCI: low-fibre food while there is diarrhea)
HIGH_FIBRE = re.compile(
    r"\b(?:lentils?|dal|chickpeas?|hummus|(?:kidney|black|white|pinto|fava|broad|baked) beans?|beans and lentils|bean stews?|edamame|split peas?|(?:wal|hazel)?nuts\b(?! spread)"
    r"|(?:pumpkin |sesame |chia )?seeds|bran|whole-(?:wheat|grain)\w*|brown rice|popcorn|prunes?|plums?|dried|raisins|dates|muesli|barley)\b"
)
# sharp or rough for a sore mouth (NCI: soft, mild food)
SHARP = re.compile(r"\b(?:oranges?|mandarins?|kiwi|tomato\w*|peppers|citrus|lemons?|pineapple|toast|crackers?|flakes|whole-grain bread|nuts\b(?! spread)|seeds|chips|crisps)\b")
