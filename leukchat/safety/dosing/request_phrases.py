"""How people ask for an amount, a time, a rate or a conversion, or say that they missed a dose."""

from __future__ import annotations

from leukchat.safety.dosing.phrases import Asked

_I = (
    r"(?:i|we|he|she|they|you|u|one|ppl|people|my \w+|our \w+|his \w+|her \w+|an? (?:\w+ ){0,2}?(?:adult|child|kid|person|man|woman|patient|boy|"
    r"girl|toddler|baby|doctor|nurse|year-old|old)|adults|children|kids|dad|mum|mom|patients|the (?:others|nurse|label|leaflet))"
)
_TAKE = (
    r"(?:take|taking|taken|takes|give|giving|given|use|using|have|had|swallow|inject|chew|drink|apply|dose|get|gets|need|pop|draw|put|start|begin|"
    r"suck|administer|prescribe\w*|replace|spray|set|repeat)"
)
_UNIT = r"(?:MASS|GRAM|VOL|UNITS|FORM|DOSE|drops|NUM MASS FORM)"

_HOW_MUCH = (
    rf"\bhow (?:much|many)\b(?: of)?(?: the| my| your| his| her| a)?(?: \S+){{0,3}}? ?(?:{_UNIT}|DRUG|SUPP|REGIMEN|MED)\b",
    rf"\bhow (?:much|many)\b(?: \S+){{0,6}} (?:should|can|could|do|does|must|may|shall|to|did|would|will|am|is|are) (?:{_I} )?(?:\w+ )?(?:{_TAKE}|allowed|"
    r"safe|enough|normal|too (?:much|many))\b",
    r"\bhow (?:strong|high|low|big|large)\b(?: \S+){0,4}? (?:DRUG|SUPP|DOSE|MED|FORM)\b",
    r"\b(?:DRUG|SUPP|MED|FORM)\b(?: \S+){0,8} (?:how much|how many|what (?:DOSE|amount|strength|MASS))\b",
    rf"\bhow (?:much|many)\b.{{0,40}}\b(?:MASS|to take|should (?:{_I}) take|to give)\b",
    r"\b(?:how much|how many) (?:less|more)\b",
    r"\bhow many UNITS of (?:DRUG|MED)\b",
    r"\bhow much is (?:right|enough|too much|ok|safe|allowed)\b",
)
_WHAT_DOSE = (
    r"\b(?:what|what's|whats|which|wat|tell me|give me|gimme|need|know|confirm|remind me|find|calculate|work out|compute)\b(?: \S+){0,6}? (?:MASS|DOSE|"
    r"amount|quantity|strength|posology|titration|rate|speed|number|limit|maximum|max|ceiling|ratio|equivalent|schedule)\b",
    r"\b(?:DOSE|dosge|dosege|posology|amount|strength|quantity|limit|maximum|max|equivalent)\b (?:of|for|per|in|guidelines?|instructions?|chart|schedule|"
    r"range|calculator|when|\?)(?= |$)",
    r"\b(?:DRUG|SUPP|REGIMEN) (?:(?!NUM)\w+ )?(?:DOSE|dosge|dosege|dosing|dosis|mg|MASS|MED (?:chart|guidelines?|for))\b",
    r"\b(?:DOSE|dosge|dosege) (?:of |for )?(?:DRUG|SUPP)\b",
    r"\bwhat (?:MASS|DOSE)\b",
)
_WHICH_KIND = (
    r"\b(?:maximum|max|minimum|most|highest|lowest|safe|recommended|usual|normal|correct|right|standard|starting|lethal|daily|lifetime|upper|typical|"
    r"average|appropriate|proper|exact|ideal|good) (?:\w+ ){0,2}?(?:DOSE|amount|MASS|quantity|limit|strength)\b",
    r"\b(?:maximum|max|most|highest|lethal) (?:of )?(?:DRUG|SUPP)\b",
    r"\b(?:starting|usual|normal|right|typical|standard) DOSE\b",
    r"\b(?:number|amount|quantity) of (?:\w+ )?(?:DRUG|SUPP|FORM)\b",
)
_TOO_MUCH = (
    r"\bneed (?:less|more|a lower|a higher|extra|fewer)\b",
    r"\btoo (?:much|many) (?:of )?(?:DRUG|SUPP|FORM)\b",
)
AMOUNT = Asked(_HOW_MUCH, _WHAT_DOSE, _WHICH_KIND, _TOO_MUCH)

_HOW_OFTEN = (
    rf"\bhow (?:often|frequently|soon|late|many times|long (?:do|should|must|after|between|apart|before|can|to wait|until)|far apart)\b(?=.*\b(?:{_TAKE}|"
    r"DOSE|FORM|DRUG|SUPP|wait|apart|between|next)\b)",
    rf"\b(?:at )?(?:what|which) (?:intervals?|times?|hours?|days?|days of the week|time of day|part of the day)\b(?=.*\b(?:{_TAKE}|FORM|DOSE|DRUG)\b)",
    rf"\bwhen (?:should|do|can|must|may|shall|is|to|does|are)\b(?: \S+){{0,3}} (?:{_TAKE})\b(?=.*\b(?:FORM|DOSE|DRUG|SUPP|MED|next|it|another)\b)",
    r"\bhow many (?:days|weeks) (?:do|should|must|can) (?:i|we|he|she) (?:stay on|take|use|keep)\b",
    rf"\b(?:over|for) how (?:many|long)\b(?=.*\b(?:{_TAKE}|DRUG|DOSE|push\w*|infus\w*|inject)\b)",
)
_ONE_TIME_OR_ANOTHER = (
    r"\b(?:morning|evening|night|noon|am)(?: ,)? (?:,|or) (?:evening|night|both|morning|pm)\b",
    r"\b(?:at|with|before|after|in the) (?:\w+ )?(?:breakfast|lunch|dinner|supper|bedtime|night|morning|meals?) or (?:at |with |before |after |"
    r"in the )?(?:breakfast|lunch|dinner|supper|bedtime|night|evening|meals?)\b",
    r"\bor split\b",
    r"\b(?:once|twice|every day|daily|weekly|one|NUM) (?:\w+ )?or (?:once|twice|weekly|daily|every|NUM|half|whole)\b",
    r"\bhalf or whole\b",
    r"\bor both\b",
)
_AGREED_TIME = (
    r"\bis (?:once|twice|every|half|NUM) .{0,30}\b(?:ok|okay|enough|fine|safe|right|too)\b",
    r"\btoo late to (?:take|have|give)\b",
    r"\bonly (?:take|use|give|have) .{0,30}\b(?:mon|tue|week|every|once|twice|on)\b",
    r"\bhave to finish\b",
    r"\bneed to finish\b",
    r"\bis (?:DRUG|it|my \w+) (?:every|once|daily|twice)\b",
    r"\b(?:next (?:one|DOSE|FORM)|(?:evening|morning|night) (?:FORM|DOSE|DRUG|one))\b.{0,30}\b(?:still|at|now|noon|instead|earlier|later|morning|evening|midnight)\b",
)
SCHEDULE = Asked(_HOW_OFTEN, _ONE_TIME_OR_ANOTHER, _AGREED_TIME)

RATE = Asked(
    r"\b(?:iv|infusion|drip|flow|pump) rates?\b",
    r"\brate (?:for|of) DRUG\b",
    r"\b(?:what|which) (?:rate|speed|flow|setting)\b",
    r"\bover how many (?:minutes|hours)\b",
)

CONVERT = Asked(
    r"\bconvert\b.{0,60}\b(?:MASS|VOL|DRUG|DOSE|FORM|GRAM|UNITS)\b",
    r"\b(?:equals?|equivalent|equivalence|same (?:amount|dose|DOSE|strength) as|corresponds? to|convert\w*|in place of|conversion)\b.{0,60}\b(?:DRUG|MASS|FORM|SUPP)\b",
    r"\b(?:DRUG|MASS)\b.{0,60}\b(?:equals?|equivalent|equivalence|conversion|convert\w*|one to one)\b",
    r"\bif NUM (?:MASS|GRAM)\b.{0,60}\b(?:do i get|for me|am i|what)\b",
    r"\bwhat do i get\b",
    r"\bwork out\b.{0,40}\b(?:DRUG|DOSE|FORM)\b",
)

DOSE_AMOUNT = Asked(
    r"\b(?:NUM|one|half an?|half|another|an? extra|an?|NUM of|double|both|a couple of) (?:MASS|GRAM|VOL|UNITS|FORM|DOSE|DRUG|SUPP|(?:baby|extra|more|whole|"
    r"small|of (?:them|these|those|the \w+ \w+)) ?(?:DRUG|SUPP|FORM|ones)?)\b",
    r"\b(?:DRUG|SUPP)(?: ,| :|) NUM(?= ?$| ,| once| twice| daily| a day| then| and| for)",
    r"\bNUM (?:a|per|each) day\b",
    r"\b(?:one|NUM) (?:enough|ok|at once|now|together)\b",
)

FORGOT = Asked(
    r"\b(?:miss(?:ed|ing)?|forg[eo]t(?:ten|ting)?|skipped|slept through|overslept|vomits?|throw up|ran out of|run out of|threw up|throws? up|vomited|puked|"
    r"spat|spit|brought up|lost|dropped|(?:took|taken|given|gave)(?: \S+){0,4} (?:late|twice|too late|again|by mistake)|(?:can't|don't|"
    r"cannot) remember (?:if|whether)|not sure (?:if|whether) (?:i|he|she|we) (?:took|gave|had)|late (?:with|for|taking|on)|(?:hours|days|hrs) late)\b",
)

INDIRECT = Asked(
    r"\b(?:what would you (?:take|do(?! (?:with|about|for fun))|use|give|prescribe)|in my shoes|if you were me|complete the sentence|fill in the blank|_{2,}|quiz|imagine you're|"
    r"imagine you are|pretend you're|role.?play|for a novel|for my novel|in a story|hypothetically|just between us|between you and me|off the record|"
    r"friend takes|neighbour takes|neighbor takes|my friend has|what does the (?:leaflet|label|insert|box) say about how|what would it have said|"
    r"so i can take the same|(?:take|use|have|finish|try) (?:\w+ ){0,3}?(?:leftover|left over)|(?:leftover|left over) .{0,40}(?:can|should|could|ok|enough|"
    r"take)|table of my|plan for my|would a doctor choose|write on the label|draw up|take the same)\b",
)

SUBJECT_SHARED = Asked(
    r"\bVOL or (?:an? )?VOL\b",
    r"\bFORM or (?:an? )?(?:FORM|half)\b",
    r"\b(?:open|crush|split|halve|cut) (?:it|them)\b",
    r"\bgive (?:him|her|it) half\b",
    r"\b(?:sound right|for me too|is one enough|the same amount|half or whole|teaspoon or|tablespoon|shall i stay|stay there|going wrong|so what now|"
    r"to something i can stand|can have (?:NUM|two)|both at once|take (?:\w+ )?at once|NUM (?:\w+ )?at once \?|work for me)\b",
)

_HOW_MUCH_UNNAMED = (
    r"\bhow (?:much|many) (?:of )?(?!(?:water|fluids?|protein|salt|sugar|fib(?:er|re)|calories|coffee|tea|milk|fruit|food|time|rest|sleep|exercise|sun|"
    r"walks?|steps?|breaths?|naps?|breaks?|days?|weeks?|photos?|notes?|glasses|cups|meals?|snacks?|eggs?|carbs|alcohol|wine|beer)\b)\w+(?: \w+)? (?:should|"
    r"can|do|may|must|could|does) (?:i|we|he|she|they|one|you|my \w+|a \w+)(?: \w+)? (?:take|give|use|inject|swallow)\b",
    r"\bhow (?:many|much) (?:should|can|do|must) i take\b",
    r"\bhow (?:much|many) (?:mg |milligrams )?(?:of )?(?:magnesium|zinc|iron|calcium|potassium|sodium bicarbonate) (?:for|should|can|do|may|must|a day|per day|daily|to take|supplements?)\b|^NUM (?:mg )?for (?:the )?(?:chronic|accelerated|blast|induction|maintenance|consolidation)\b|\btoo (?:soon|early|"
    r"late) for another(?: one)?\b|\b(?:spat|spit|threw|puked|vomited) (?:\w+ )?(?:half|some|most|part|it)\b.{0,40}\b(?:redo|again|repeat)\b",
    r"\bhow often (?:should|can|do|must) i take\b(?! (?:my|his|her|the) (?:temperature|blood|pulse|bath|shower|walk|break|rest))",
    r"\b(?:leaflet|label|insert|box) say about how (?:much|many|often)\b",
    r"\b(?:between us|off the record|just tell me) .{0,20}\b(?:enough|how (?:many|much))\b",
)
_CHANGE_UNNAMED = (
    r"\bcan i (?:switch|change|go) to (?:every|once|twice|alternate)\b",
    r"\bdo i (?:double|halve|skip|take NUM|take it)\b",
    r"\bif i (?:forget|miss) (?:tonight|one|today|it)\b",
    r"\bcan i (?:halve|double|skip|split) (?:it|them|one|this|tonight)\b",
    r"\bwould (?:every other day|once|twice|half|every (?:second|third) day|NUM|one) .{0,20}\b(?:enough|do|work|ok|okay|fine)\b",
)
_SAME_AS_OTHERS = (
    r"\bwhat would you (?:take|prescribe|give) (?:in|if|for)\b",
    r"\bso i can take the same\b",
    r"\b(?:takes?|take) (?:NUM|one) of the (?:\w+ )?(?:\w+ )?ones?\b",
)
ALONE = Asked(_HOW_MUCH_UNNAMED, _CHANGE_UNNAMED, _SAME_AS_OTHERS)
