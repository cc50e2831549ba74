"""Pieces of patterns over marked text (see `marks`), shared by the rules."""

from __future__ import annotations

from leukchat.safety.dosing.alternatives import alternatives

N = r"(?:NUM|one)"
PART = r"(?:(?:half|quarter|third|halves|quarters|thirds|most|part|NUM) (?:of )?(?:an? |the |your |his |her |that |each )?)"
COUNTED = rf"(?:{N}|{PART}|another|both|(?:an?|the) (?:second|third|extra|single|additional|further|half|whole|quarter|full|other|first)|an? (?=\w+ (?:more|extra))|double|twice|N)"
ADJECTIVES = r"(?:(?!(?:in|on|for|to|and|or|are|is|was|were|with|from|than|people|patients|by|at|as|who|that|have|had|took|take|takes|may|can|must|look|many|much|different|course|courses|cycle|cycles|block|blocks|round|rounds|drug|study|trial|kind|sort|class|group|called|named|main|kinds?|types?|other|times?|days?|weeks?|months?|hours?|years?|minutes?|after|before|your|my|lines?|steps?|phases?|NUM|%|percent)\b|(?:FORM|DOSE|SHOT|VOL)\b)[\w-]+ |of (?:the |your )?|NUM (?:MASS|GRAM|VOL) ){0,4}?"
DAYPART = r"(?:day|days|night|nights|morning|mornings|evening|evenings|afternoon|week|weeks|fortnight|month|months|hour|hours|hr|hrs|h|hourly|meal|meals|weekday|weekdays|dose)"
WEEKDAY = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"

OFTEN = alternatives(
    rf"\b(?:once|twice|thrice|{N} (?:times|x|time)|x {N})(?: (?:a|an|per|each|every|in|in a|in one|/|the))?(?: NUM)? (?:{DAYPART}|daily|weekly|nightly|monthly|{WEEKDAY})\b"
    rf"|\bevery (?:other |second |third |single |alternate |few )?(?:{N} )?(?:{DAYPART}|{WEEKDAY})\b|\b(?:each|per|alternate) (?:{DAYPART}|{WEEKDAY})\b"
    r"|\b(?:bid|tid|qid|qd|od|bd|tds|qds|qhs|qod|qam|qpm|prn|qw|qwk|biw|tiw|hs|stat)\b|\bq ?NUM ?(?:h|hr|hrs|hours?)\b|\b(?:q|every) ?NUM ?(?:h|hrs?|d|w)\b|\bNUM hourly\b|\bhourly\b"
    r"|(?<!same time )\b(?:daily|nightly|thrice|round the clock|around the clock|monthly|fortnightly)\b(?! (?:life|living|routine|activities|basis|tasks|walk|walks|exercise|chart|diary|wash|shower|log|use by|needs?|intake|notes?|habits?|temperature))"
    r"|\b(?:NUM|one|FORM|MASS|GRAM|VOL|UNITS|DOSE|SHOT|DRUG|SUPP|much|many|ones|them|these|twice|times|\)) (?:a|an|per|each|every) (?:day|week|night|go|time|month|fortnight)\b(?! (?:or two|at|centre|unit|before|after|later|with your))"
    rf"|\bon (?:the )?(?:days?|hours?) NUM|\b(?:days?|hours?) NUM (?:to|through|until|and|, NUM)|\bday NUM (?:to|until|through) day NUM|\bat hours? NUM|\b{WEEKDAY} ?:|\b{WEEKDAY}(?: ,| and| or) (?:{WEEKDAY}|on)\b|\bon (?:{WEEKDAY})(?<!on sun)(?<!on sat)\b|\b{WEEKDAY} (?:to|through) {WEEKDAY}\b"
    r"|\b(?:only )?(?:on|at) (?:alternate days|week ?days|week ?ends|week days|week ends)\b|\b(?:morning|am) (?:,|and|&|to) (?:night|evening|noon|pm|at noon)\b|\bmorning , noon\b"
    r"|\bNUM (?:days|weeks) (?:on|of \w+)(?: ,)?(?: then| and| and then)? (?:NUM (?:days|weeks) )?(?:off|rest)\b|\b(?:per|with each|with every|after each|after every|before each|before every) (?:loose |bad |big )?(?:stool|meal|motion|bout|attack|cup|bag|infusion|transfusion|scan|episode)\b|\bon each of\b|\bfirst NUM days\b|\bwhenever (?:you|he|she|it|the)\b|\bas needed\b|\bwhen needed\b|\bas often as\b"
)
WHEN = alternatives(
    r"\b(?:in the (?:morning|evening|afternoon|night)|(?:this|tomorrow|tonight's|each|every) (?:morning|evening|afternoon|night)|at (?:night|noon|dawn|dusk|lunch|lunchtime|dinner|breakfast|supper|bedtime|bed time|teatime|midday|midnight|sunrise|sunset|once|night-time|CLOCK|NUM (?:am|pm|o'clock|h)\b)"
    r"|(?:tonight|tomorrow|bedtime|mornings|evenings|nights|today|now)\b|(?:straight|right) away|(?:before|after|with|between|around|by) (?:bed|bedtime|breakfast|lunch|dinner|supper|meals|food|sleep|(?:a|the|each|every|your|his|her) (?:meal|dose|loose stool|stool|infusion|chemo|main meal|next meal|largest meal|visit|scan))\b"
    r"|(?:an?|half an|NUM|one) (?:hours?|minutes?) (?:before|after|later|apart|ahead)|as soon as|(?:for|over) (?:NUM|one|a|the next|the) (?:days?|weeks?|fortnight|nights?|hours?)|until |till |if needed|CLOCK|NUM (?:am|pm)\b)"
)
TAKE = (
    r"(?:take|takes|taking|swallow|give|gives|giving|inject|injecting|use|using|apply|have|having|try|start|starting|begin|beginning|dissolve|infuse|administer|chew|sip|drink|mix|repeat|add|pop|rub|dab|insert|put|spray|dose|suck|squirt|wear|stick|keep|stay|"
    r"continue|get|need|needs|want|aim|go|run|push|set|draw|measure out|down|knock back|crush|place|smear|sprinkle|stir|throw in|slip in|squeeze in|allow|finish|rinse with|spoon|receive|receives|choose|pick|titrate|increase|reduce|lower|raise|load|supplement)"
)
OPENING = r"(?:^|[,:;)|.»\"'—] |\b(?:then|and|please|just|so|or|but|instead|also|simply|now|first|next|always|only|better|maybe|perhaps|anyway|otherwise|case|meantime|today|tonight|tomorrow|here|meanwhile|ok|okay|well|yes|no|sure|to) )"
PERSON = r"\b(?:you|he|she|they|we|i|u|ya|people like you|(?:your|his|her|my|the|a|an) (?:\w+ )?(?:child|kid|boy|girl|toddler|baby|son|daughter|husband|wife|mother|father|mom|mum|dad|partner|adult|patient|person|teenager|grandson|granddaughter|loved one)|adults?|children|kids|grown-ups|patients|people|someone|anyone|most people|most adults)"
MODAL = r"(?:can|could|may|might|should|must|shall|will|would|'ll|'d|need to|needs to|have to|has to|ought to|had better|'d better|'d best|are (?:able|allowed|free|welcome) to|is allowed to|want to|are to|is to|usually|often|normally|generally|typically|safely|simply|just)"
DIRECTIVE = alternatives(
    rf"{OPENING}(?:(?:just|please|simply|also|always|let (?:him|her|them)|have (?:him|her|them)|go ahead and|try to|start by|keep|continue|remember to|make sure to|you) )?{TAKE}\b"
    rf"|{PERSON}(?:'d|'ll|'s)? (?:\w+ ){{0,3}}?{MODAL} (?:\w+ ){{0,3}}?{TAKE}\b|{PERSON} (?:usually|normally|typically|often|generally|commonly|still|do|does|settle|get by|go)? ?(?:take|takes|get|gets|receive|receives|need|needs|use|uses|have|has|are on|do fine|do well|manage)\b"
    r"|\b(?:i|we)(?:'d|'ll)? (?:would |might |usually |generally |also |simply |just )*(?:suggest|recommend|advise|go with|take|use|give|start|say|choose|try|pick|do)\b|\bmy (?:advice|suggestion|recommendation|tip)\b"
    r"|\b(?:is|are|be|being|was|usually|typically|generally|normally|often|commonly) (?:usually |typically |generally |normally |often |commonly |then |first |best |always )*(?:taken|given|dosed|prescribed|started|administered|used|recommended|infused|injected|safe|fine|ok|okay|enough|plenty|appropriate|sensible|sufficient|alright|adequate|harmless|reasonable|customary|begun|the dose|the right|all you need|right for|ideal)\b"
    r"|\b(?:usual|standard|typical|recommended|normal|common|starting|initial|maximum|max|minimum|safe|total|correct|right|appropriate|suggested|loading|maintenance|target|customary|accepted|label|ideal|best|average|conventional|approved|upper|highest|lowest|full) (?:\w+ ){0,3}?(?:DOSE|MED|amount|limit|rate|schedule|figure|quantity|number|ceiling|maximum|threshold)\b"
    r"|\b(?:up to|no more than|not more than|at most|at least|as much as|as many as|exceed|exceeding|go over|go above|above|beyond|stay under|stay below|keep under|under|below|maximum of|max of|limit of|limited to|limit|at or under|the most)\b"
    r"|\b(?:equals?|equivalent|corresponds?|converts?|works? out|comes to|stands? in|replaces?|same as|instead of|amounts? to|means|makes|gives (?:her|him|you|them)|translates?)\b|\bfor (?:someone|a person|an adult|a child|you|adults|children|him|her)\b"
    r"|\b(?:should|would|will|ought to|'ll|can|won't|may) (?:\w+ ){0,2}?(?:do|help|helps|settle|fix|work|hurt|suffice|cover|calm|ease|soothe|be enough|be plenty|stop|relieve|correct|lift|see you)\b|\b(?:helps?|settles?|calms?|relieves?|protects?|eases?|works?|counters?|lifts?|takes care|brings?|prevents?|reduces?|keeps?)\b"
)
SAFE_PAST = alternatives(
    r"\b(?:you|he|she|they|we|i)(?:'ve| have| had)? (?:\w+ )?(?:asked|read|heard|wrote|written|mentioned|said|told|reported|noted|listed|typed|uploaded|pasted)\b|\byour (?:list|notes?|label|report|record|message|letter|plan|chart|prescription) (?:that \w+ )?(?:says?|shows?|states?|reads?|mentions?)\b"
    r"|\b(?:used to|in the (?:past|NUM|nineteen|early|late)|years? ago|decades ago|centur(?:y|ies)|at that time|in those days|before NUM|since NUM|back then|historically)\b|\b(?:was|were) (?:approved|listed|popular|first|introduced|stopped|discovered)\b"
)
TOLD_YOU = alternatives(
    r"\b(?:you should|you can|you could|you may|you need|you must|for you|applies to you|do the same|same for you|you too|yours|your (?:dose|amount)|so (?:take|use|you)|i'd|follow (?:that|it)|suits you|right for|your (?:son|daughter|child|wife|husband|mother|father)|that is your|as a guide|go with|(?<!you )(?<!you also )(?<!you already )take)\b"
)
