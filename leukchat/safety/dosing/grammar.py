"""Pieces of patterns over marked text (see `marks`), shared by the rules."""

from __future__ import annotations

from leukchat.safety.dosing.phrases import Phrases
from leukchat.safety.dosing.times import N

PART = r"(?:(?:half|quarter|third|halves|quarters|thirds|most|part|NUM) (?:of )?(?:an? |the |your |his |her |that |each )?)"
COUNTED = rf"(?:{N}|{PART}|another|both|(?:an?|the) (?:second|third|extra|single|additional|further|half|whole|quarter|full|other|first)|an? (?=\w+ (?:more|extra))|double|twice|N)"
ADJECTIVES = (
    r"(?:(?!(?:in|on|for|to|and|or|are|is|was|were|with|from|than|people|patients|by|at|as|who|that|have|had|took|take|takes|may|can|must|look|"
    r"many|much|different|course|courses|cycle|cycles|block|blocks|round|rounds|drug|study|trial|kind|sort|class|group|called|named|main|kinds?|"
    r"types?|other|times?|days?|weeks?|months?|hours?|years?|minutes?|after|before|your|my|lines?|steps?|phases?|live|NUM|%|percent)\b|(?:FORM|DOSE|"
    r"SHOT|VOL)\b)[\w-]+ |of (?:the |your )?|NUM (?:MASS|GRAM|VOL) ){0,4}?"
)

TAKE = (
    r"(?:take|takes|taking|swallow|give|gives|giving|inject|injecting|use|using|apply|have|having|try|start|starting|begin|beginning|dissolve|"
    r"infuse|administer|chew|sip|drink|mix|repeat|add|pop|rub|dab|insert|put|spray|dose|suck|squirt|wear|stick|keep|stay|"
    r"continue|get|need|needs|want|aim|go|run|push|set|draw|measure out|down|knock back|crush|place|smear|sprinkle|stir|throw in|slip in|"
    r"squeeze in|allow|finish|rinse with|spoon|receive|receives|choose|pick|titrate|increase|reduce|lower|raise|load|supplement)"
)
OPENING = (
    r"(?:^|[,:;)|.»\"'—] |\b(?:then|and|please|just|so|or|but|instead|also|simply|now|first|next|always|only|better|maybe|perhaps|anyway|"
    r"otherwise|case|meantime|today|tonight|tomorrow|here|meanwhile|ok|okay|well|yes|no|sure|to) )"
)
PERSON = (
    r"\b(?:you|he|she|they|we|i|u|ya|people like you|(?:your|his|her|my|the|a|an) (?:\w+ )?(?:child|kid|boy|girl|toddler|baby|son|daughter|"
    r"husband|wife|mother|father|mom|mum|dad|partner|adult|patient|person|teenager|grandson|granddaughter|loved one)|adults?|children|kids|"
    r"grown-ups|patients|people|someone|anyone|most people|most adults)"
)
MODAL = (
    r"(?:can|could|may|might|should|must|shall|will|would|'ll|'d|need to|needs to|have to|has to|ought to|had better|'d better|'d best|"
    r"are (?:able|allowed|free|welcome) to|is allowed to|want to|are to|is to|usually|often|normally|generally|typically|safely|simply|just)"
)
_ORDERS = (
    rf"{OPENING}(?:(?:just|please|simply|also|always|let (?:him|her|them)|have (?:him|her|them)|go ahead and|try to|start by|keep|continue|remember to|"
    rf"make sure to|you) )?{TAKE}\b",
    rf"{PERSON}(?:'d|'ll|'s)? (?:\w+ ){{0,3}}?{MODAL} (?:\w+ ){{0,3}}?{TAKE}\b",
)
_HABITS = (
    rf"{PERSON} (?:usually|normally|typically|often|generally|commonly|still|do|does|settle|get by|go)? ?(?:take|takes|get|gets|receive|receives|need|needs|"
    r"use|uses|have|has|are on|do fine|do well|manage)\b",
    r"\b(?:is|are|be|being|was|usually|typically|generally|normally|often|commonly) (?:usually |typically |generally |normally |often |commonly |then |"
    r"first |best |always )*(?:taken|given|dosed|prescribed|started|administered|used|recommended|infused|injected|safe|fine|ok|okay|enough|plenty|"
    r"appropriate|sensible|sufficient|alright|adequate|harmless|reasonable|customary|begun|the dose|the right|all you need|right for|ideal)\b",
)
_PROPOSALS = (
    r"\b(?:i|we)(?:'d|'ll)? (?:would |might |usually |generally |also |simply |just )*(?:suggest|recommend|advise|go with|take|use|give|start|say|choose|try|pick|do)\b",
    r"\bmy (?:advice|suggestion|recommendation|tip)\b",
)
_NORMS = (
    r"\b(?:usual|standard|typical|recommended|normal|common|starting|initial|maximum|max|minimum|safe|total|correct|right|appropriate|suggested|loading|"
    r"maintenance|target|customary|accepted|label|ideal|best|average|conventional|approved|upper|highest|lowest|full) (?:\w+ ){0,3}?(?:DOSE|MED|amount|"
    r"limit|rate|schedule|figure|quantity|number|ceiling|maximum|threshold)\b",
    r"\bfor (?:someone|a person|an adult|a child|you|adults|children|him|her)\b",
)
_LIMITS = (
    r"\b(?:up to|no more than|not more than|at most|at least|as much as|as many as|exceed|exceeding|go over|go above|above|beyond|stay under|stay below|"
    r"keep under|under|below|maximum of|max of|limit of|limited to|limit|at or under|the most)\b",
)
_EQUALS = (
    r"\b(?:equals?|equivalent|corresponds?|converts?|works? out|comes to|stands? in|replaces?|same as|instead of|amounts? to|means|makes|gives (?:her|him|"
    r"you|them)|translates?)\b",
)
_EFFECTS = (
    r"\b(?:should|would|will|ought to|'ll|can|won't|may) (?:\w+ ){0,2}?(?:do|help|helps|settle|fix|work|hurt|suffice|cover|calm|ease|soothe|be enough|"
    r"be plenty|stop|relieve|correct|lift|see you)\b",
    r"\b(?:helps?|settles?|calms?|relieves?|protects?|eases?|works?|counters?|lifts?|takes care|brings?|prevents?|reduces?|keeps?)\b",
)
DIRECTIVE = Phrases(_ORDERS, _HABITS, _PROPOSALS, _NORMS, _LIMITS, _EQUALS, _EFFECTS)
SAFE_PAST = Phrases(
    r"\b(?:you|he|she|they|we|i)(?:'ve| have| had)? (?:\w+ )?(?:asked|read|heard|wrote|written|mentioned|said|told|reported|noted|listed|typed|uploaded|pasted)\b",
    r"\b(?:you would like to know|you want to know|you are asking|you\'re asking|you are wondering|you\'re wondering|your question|you wonder|"
    r"you hope)\b|\byour (?:list|notes?|label|report|record|message|letter|plan|chart|prescription) (?:that \w+ )?(?:says?|shows?|states?|reads?|"
    r"mentions?)\b|\b(?:the|your|his|her) (?:calendar|sheet|timetable|diary|discharge letter|printout|wallet card)(?: \w+){0,3}? (?:says?|reads?|shows?|lists?)\b|"
    r"\bis (?:already )?(?:printed )?(?:on|in) (?:your|his|her) (?:MED|prescription|label|list|letter|chart|plan|notes|report|box)\b|"
    r"(?<!what )\b(?:she|he|you)(?:'d| had)? (?:was|were|been) (?:\w+ )?(?:on|taking|given|getting|having)\b",
    r"\b(?:used to|in the (?:past|NUM|nineteen|early|late)|years? ago|decades ago|centur(?:y|ies)|at that time|in those days|"
    r"before NUM(?! (?:hours?|hrs?|minutes?|days?|weeks?|nights?|am|pm|MASS|FORM))|since NUM|back then|historically)\b",
    r"\b(?:was|were) (?:approved|listed|popular|first|introduced|stopped|discovered)\b",
)
TOLD_YOU = Phrases(
    r"\b(?:you should|you can|you could|you may|you need|you must|for you|applies to you|do the same|same for you|you too|yours|your (?:dose|amount)|"
    r"so (?:take|use|you)|i'd|follow (?:that|it)|suits you|right for|your (?:son|daughter|child|wife|husband|mother|father)|that is your|as a guide|go with|"
    r"(?<!you )(?<!you also )(?<!you already )take)\b",
)
