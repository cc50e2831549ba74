"""How often and when: pieces of patterns over marked text, shared by the rules."""

from __future__ import annotations

from leukchat.safety.dosing.phrases import Phrases

N = r"(?:NUM|one)"
DAYPART = r"(?:day|days|night|nights|morning|mornings|evening|evenings|afternoon|week|weeks|fortnight|month|months|hour|hours|hr|hrs|h|hourly|meal|meals|weekday|weekdays|dose)"
WEEKDAY = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"

_TIMES_A_DAY = (
    rf"\b(?:once|twice|thrice|{N} (?:times|x|time)|x {N})(?: (?:a|an|per|each|every|in|in a|in one|/|the))?(?: NUM)? (?:{DAYPART}|daily|weekly|nightly|monthly|{WEEKDAY})\b",
    rf"\bevery (?:other |second |third |single |alternate |few )?(?:{N} )?(?:{DAYPART}|{WEEKDAY})\b",
    rf"\b(?:each|per|alternate) (?:{DAYPART}|{WEEKDAY})\b",
    r"\b(?:NUM|one|FORM|MASS|GRAM|VOL|UNITS|DOSE|SHOT|DRUG|SUPP|much|many|ones|them|these|twice|times|\)) (?:a|an|per|each|every) (?:day|week|night|go|time|"
    r"month|fortnight)\b(?! (?:or two|at|centre|unit|before|after|later|with your))",
)
_ABBREVIATED = (
    r"\b(?:bid|tid|qid|qd|od|bd|tds|qds|qhs|qod|qam|qpm|prn|qw|qwk|biw|tiw|hs|stat)\b",
    r"\bq ?NUM ?(?:h|hr|hrs|hours?)\b",
    r"\b(?:q|every) ?NUM ?(?:h|hrs?|d|w)\b",
    r"\bNUM hourly\b",
    r"\bhourly\b",
)
_ADVERBS = (
    r"(?<!same time )\b(?:daily|nightly|thrice|round the clock|around the clock|monthly|fortnightly)\b(?! (?:life|living|routine|activities|basis|tasks|"
    r"walk|walks|exercise|chart|diary|wash|shower|log|use by|needs?|(?:\w+ )?(?:intake|allowance|value)|notes?|habits?|temperature))",
    r"\b(?:only )?(?:on|at) (?:alternate days|week ?days|week ?ends|week days|week ends)\b",
    r"\b(?:morning|am) (?:,|and|&|to) (?:night|evening|noon|pm|at noon)\b",
    r"\bmorning , noon\b",
    r"\bNUM (?:days|weeks) (?:on|of \w+)(?: ,)?(?: then| and| and then)? (?:NUM (?:days|weeks) )?(?:off|rest)\b",
)
_ON_DAYS = (
    r"\bon (?:the )?(?:days?|hours?) NUM",
    r"\b(?:days?|hours?) NUM (?:to|through|until|and|, NUM)",
    r"\bday NUM (?:to|until|through) day NUM",
    r"\bat hours? NUM",
    rf"\b{WEEKDAY} ?:",
    rf"\b{WEEKDAY}(?: ,| and| or) (?:{WEEKDAY}|on)\b",
    rf"\bon (?:{WEEKDAY})(?<!on sun)(?<!on sat)\b",
    rf"\b{WEEKDAY} (?:to|through) {WEEKDAY}\b",
    r"\bfirst NUM days\b",
)
_ON_OCCASION = (
    r"\b(?:per|with each|with every|after each|after every|before each|before every) (?:loose |bad |big )?(?:stool|meal|motion|bout|attack|cup|bag|infusion|"
    r"transfusion|scan|episode)\b",
    r"\bon each of\b",
    r"\bwhenever (?:you|he|she|it|the)\b",
    r"\bas needed\b",
    r"\bwhen needed\b",
    r"\bas often as\b",
)
OFTEN = Phrases(_TIMES_A_DAY, _ABBREVIATED, _ADVERBS, _ON_DAYS, _ON_OCCASION)

WHEN = Phrases(
    r"\b(?:in the (?:morning|evening|afternoon|night)|(?:this|tomorrow|tonight's|each|every) (?:morning|evening|afternoon|night)|at (?:night|noon|dawn|dusk|"
    r"lunch|lunchtime|dinner|breakfast|supper|bedtime|bed time|teatime|midday|midnight|sunrise|sunset|once|night-time|CLOCK|NUM (?:am|pm|o'clock|h)\b)|"
    r"(?:tonight|tomorrow|bedtime|mornings|evenings|nights|today|now(?! and then\b))\b|(?:straight|right) away|(?:before|after|with|between|around|by) (?:bed|bedtime|"
    r"breakfast|lunch|dinner|supper|meals|food|sleep|(?:a|the|each|every|your|his|her) (?:meal|dose|loose stool|stool|infusion|chemo|main meal|next meal|"
    r"largest meal|visit|scan))\b|(?:an?|half an|NUM|one) (?:hours?|minutes?) (?:before|after|later|apart|ahead)|as soon as|(?:for|over) (?:NUM|one|a|"
    r"the next|the) (?:days?|weeks?|fortnight|nights?|hours?)|until |till |if needed|CLOCK|NUM (?:am|pm)\b)",
)
