"""Words around a request: whether it asks at all, and what it asks about instead of a dose."""

from __future__ import annotations

from leukchat.safety.dosing.phrases import Asked

COST = Asked(
    r"\b(?:costs?|pay|price|money|insurance|medicare|copay|expensive|cheap\w*|is \w+ without|without insurance|grant|fund\w*)\b",
)

ELSE = Asked(
    r"\b(?:water|fluids?|protein|calories|kcal|fib(?:er|re)|salt|sugar|coffee|tea|eggs?|yogh?urt|bread|flour|sleep|exercise|time off|pain|transfusions?|"
    r"cells|platelets (?:are|is)|cycles|rounds|kinds|types|people relapse|visits?|tests?|bone marrow|units of blood|blood is|blood will|blood do|hair|"
    r"donors?|hours is|money|vaccines?|cups?|litres?|liters?)\b",
)

DEFINES = Asked(
    r"\b(?:what (?:does|is|are|do) (?:\S+ ){0,3}?(?:mean|stand for|meant)|meaning of|define|definition|what(?: is|'s) (?:an? )?(?:DOSE|MED|SHOT|trial|half|"
    r"loading|prompt)\b(?! (?:of|for|per|limit|is))|meant by|how (?:is|are|do (?:doctors|they|hospitals|teams)) (?:\w+ ){0,5}?(?:decided|calculated|"
    r"worked out|decide|calculate|set|chosen|work|choose)|who (?:decides|sets|can|should|may|is allowed|changes)|how is (?:a|the|my|each) (?:DOSE|FORM|MED)|"
    r"is (?:stopping|quitting|a drug holiday) (?:\S+ ){0,3}(?:ever|possible|an option)|how (?:often|many) (?:do|does|did|of) (?:people|patients|relapses?|"
    r"others)|why (?:is|are|do|does|did|would|don't|was|were|can't|won't)|in general|in plain language|i'm not asking|don't want (?:a|any) DOSE)\b",
)

OFFERED = Asked(
    r"\b(?:is|are|was|would|can|could|may|should|shall|do|does|ok|okay|safe|enough|too (?:much|little|many|low|high)|right|correct|fine|what if|alright|"
    r"wrong|mistake|sound right|be right|shouldn't|isn't|check|verify|confirm)\b",
)

OWN = Asked(
    r"\b(?:i(?:'m| am|'ve been| have been)?|he(?:'s| is)?|she(?:'s| is)?|we|my \w+(?:'s| is)?|mum|mom|dad|they) (?:\w+ ){0,3}?(?:take|takes|taking|took|on|"
    r"was given|were given|am prescribed|was prescribed|been on|been taking|gets|got|started|swallow|inject|give|use|uses|have had|has had|gets)\b",
    r"^(?:so |hi |hello |been |still |currently |just )*(?:been )?(?:on|taking) (?:my |the )?(?:\w+ )?(?:NUM|DRUG|SUPP)\b",
    r"\b(?:\w+'s|i(?:'ve| have)|he(?:'s| has)|she(?:'s| has)|they(?:'ve| have)|we(?:'ve| have)|my \w+ has|our \w+ has) (?:been |just |now |only )*(?:on|taken|taking|had|swallowed) (?:my |the |about )?(?:\w+ )?(?:NUM|DRUG|SUPP|FORM)\b",
    r"\b(?:tomo|toma|prendo|prende|je prends|ich nehme|nehme|leta h(?:oo|u)n|leti h(?:oo|u)n) NUM\b",
    r"\b(?:my|his|her|our) (?:DRUG|FORM|MED|DOSE) is (?:now |still |only )?NUM\b|\b(?:er|sie) nimmt NUM|\b(?:il|elle) prend NUM",
    r"\b(?:years?|months?|weeks?) (?:now )?on (?:NUM|DRUG)\b|\b(?:has|have|was|were|been|got) (?:just |recently |now )?(?:gone|put|moved|switched|changed|raised|lowered|upped|reduced|cut|bumped)(?: \w+)? (?:from|to|on|at) NUM\b",
    r"\b(?:exactly |just )?as (?:written|prescribed|told|ordered|directed|set|planned) by\b",
    r"\b(?:my|the|his|her) (?:plan|label|prescription|chart|protocol) (?:says|is)\b",
    r"\b(?:doctor|haematologist|hematologist|oncologist|team|nurse|clinic|hospital|ward|consultant|gp|pharmacist)(?: \w+)? (?:lowered|raised|put|"
    r"prescribed|gave|started|has|changed|stopped|increased|reduced|cut)\b",
    r"\bsince (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last)\w*",
)

ASKS_OWN = Asked(
    r"\b(?:is (?:it|that|this|\w+) (?:too|enough|right|ok|okay|safe|correct|the right)|too (?:much|little|low|high)|enough|should i|shouldn't|can i (?:take|"
    r"have|go|use|stop)|correct \?|right for me|what should it be|a mistake|instead|shall i|sound right|more|less|right isn't it|(?:is|are) (?:it|that|this|they) (?:sensible|reasonable|plausible|usual|standard)|that's right|(?:is|are) (?:he|she|they) right|should (?:it|that|this|mine|his|hers) be|ought to|NUM (?:tomorrow|tonight|next)|(?:thinks?|says?|reckons?|feels?) (?:that )?(?:he|she|i|we|they) (?:should|ought|must|could|can)|right \\?)\b",
)

HOW_MUCH = Asked(
    r"\b(?:how (?:much|many|often)|what (?:DOSE|MASS|amount|strength)|which (?:DOSE|amount|strength)|DOSE (?:for|should)|max\w*|limit|a day \?|usual|standard|normal|typical|recommended)\b"
)

ASKS_LEAVE = Asked(
    r"\b(?:can|could|should|may|shall|must|would) (?:i|we|he|she|you|they|my \w+|our \w+)(?: \w+)? (?:take|have|give|use|get|swallow|go|start|drop|add|try)\b",
)

WHAT_NOW = Asked(
    r"\?",
    r"\b(?:what now|what do|what should|again|catch up|do i|should|can i|now|help|too late|make up|next one|when)\b",
)

_NOT_A_DOSE = (
    r"\bwhy (?:is|does|do|are)\b",
    r"\bnever\b",
    r"\bappointments?\b",
    r"\bvisits?\b",
    r"\bschool\b",
    r"\bperiod\b",
    r"\bmiss(?:ing)? (?:my|his|her|work|the sun|home)\b(?! \w* ?(?:DRUG|DOSE|FORM|MED))",
    r"\bforget names\b",
    r"\bhow can i remember\b",
    r"\bwho(?:m)? (?:do|should|can) i (?:call|phone|ring|ask|tell)\b|\bwhat should i say\b|\bhow do i (?:say|tell|explain|admit) (?:it|them|that|this)\b|\bashamed\b|\bin the post\b|\bcan it be given again\b",
    r"\bdid i forget to ask\b",
    r"\blast (?:year|summer|winter|spring|autumn)\b|\b(?:years?|months?) ago\b|\bnothing happened\b|\blong ago\b",
    r"\bwhat do (?:people|others|most|families|folks?|you lot|patients)\b",
    r"\bforg[eo]t(?:ten|ting)? to (?:check|measure|ask|bring|call|ring|phone|tell|write|book|say|mention|pack|charge|wash|eat|drink|send|pay|cancel|test)\b",
    r"\b(?:was|were|been|am|are) (?:both |all )?brought up\b|\bbrought up (?:the |an? |this |that )?(?:idea|subject|topic|question|option|matter|to believe)\b",
    r"\bi (?:\w+ )?forg[eo]t(?:ten|ting)? (?:my|the|our|a|an|his|her|how|why|where|what|that|about|names?|half|everything) (?:own )?(?!(?:\w+ ){0,3}(?:DRUG|SUPP|FORM|DOSE|MED|SHOT|it|one|syrup|evening|morning|night)\b)\w+",
    r"\b(?:they|doctors?|team|clinic|consultant|oncologist|h(?:a|ae)matologist|specialist|hospital|nurse) (?:have |has |had |just |finally )*(?:dropped|lowered|cut) (?:my|his|her|the|our)\b",
    r"\b(?:team|doctors?|nurses?|clinic|ward|hospital|pharmacist|they|she|he) (?:\w+ )?said (?:it|that|this|not)?(?: \w+)? ?(?:was|is|were|to)? ?(?:fine|ok|okay|nothing|harmless|no problem|not to worry|alright|all right)\b",
    r"\bbabies\b|\bforget(?:ting)? (?:names|words|things|faces)\b|\brefills?\b|\bran out of\b.{0,40}\b(?:refill|new|order|fast|pharmacy)\b",
    r"\b(?:prescription|script|signature|courier|delivery|paper|appointment letter)\b(?!.*\b(?:DOSE|FORM) (?:now|tonight))",
)
_LOST_SOMETHING = (
    r"\b(?:weight|counts?|platelets|hemoglobin|haemoglobin|levels?|pressure|hair|appetite|taste|oxygen|temperature|fever|sugar) (?:\w+ )?(?:dropped|lost|missing)\b",
    r"\blost (?:\w+ )?(?:weight|hair|appetite|NUM|taste|hope|job|feeling|blood|kg)\b",
    r"\bdropped (?:by|to|from|below|off)\b",
)
NOT_MISSED = Asked(_NOT_A_DOSE, _LOST_SOMETHING)

ASKING = Asked(
    r"\b(?:can|could|may|might|should|shall|must|do|does|would|ok(?:ay)?|is it|safe|am i|are we|want|wants|wanted|going|gonna|plan|plans|planning|thinking|"
    r"thought|need|how|when|what (?:if|happens)|if|like to|good idea|bad|wrong|best way|allowed|possible|hurt|enough|thoughts|tempted|decided|considering|"
    r"consider|wonder\w*|help me|hate|get off|wants? off|off it|quickest|fastest|shall)\b",
)

_WHY_OR_WHO = (
    r"\bwhy (?:do|does|did|is|are|would|can't|must|should)\b",
    r"\b(?:can|could|may|will|does) (?:the|my|a) (?:pharmac\w+|doctors?|nurses?|clinic|hospital|team) (?:\w+ )?(?:swap|switch|change|take|replace|open)\b|\bquit (?:because|my|the) (?:of |job|work)?|\bboss\b",
    r"\bhow (?:do|can|should) i (?:answer|tell|explain|respond|reply|talk|say)\b|\b(?:pest|weed|hair|garden|bug|fly|paint) ?(?:control|spray)",
    r"\b(?:what|how|when) (?:do|does|did|will|would|might|can|could|should) (?:the |my |our |a |your )?(?:doctors?|teams?|hospital|people|patients|they|"
    r"oncologists?|clinic|nurses?|specialists?|h?a?ematologists?|haematologists?)\b",
    r"\b(?:can|does|will|do|could|would|may|might) (?:chemo|MED|DRUG|SUPP|FORM|leukemia|cells|antacids|my (?:hair|period|periods|counts|nose)|treatment|"
    r"the (?:drug|pump|bleeding))\b(?: \w+){0,2} (?:stop|cause|change|raise|lower|increase|reduce|make|switch|affect|help|work|harm|get|interact|fit)",
    r"\bwhat (?:happens|would happen|will happen|happened|goes on) (?:\w+ )?(?:if|when|once) (?:somebody|someone|a person|a patient|people|patients|one|anyone|anybody|they|others)\b",
    r"\b(?:(?:his|her|their|our|my|what|patient|patients) rights|legally|legal|by law|respect (?:his|her|their|my) (?:wish|decision|choice)|consent|allowed to refuse)\b",
    r"\b(?:how|what) (?:do|can|should|could|would) (?:i|we) (?:talk|get|persuade|convince|help|stop|keep|bring) (?:him|her|them|my \w+|our \w+)\b",
    r"\bhow many people\b",
    r"\bafter stopping\b",
    r"\b(?:what|which) (?:happens|tests?) (?:follow|after)\b",
    r"\bwho (?:can|may|should|decides|sets)\b",
    r"\bhow dangerous\b",
    r"\bdo (?:DRUG|contraceptive)",
)
_ALREADY_CHANGED = (
    r"\bstopped my\b",
    r"\bhas (?:stopped|lowered|changed)\b",
)
_NO_TREATMENT = (
    r"\brefill\b",
    r"\b(?:more|another) of (?:these|those|the) (?:cards?|leaflets?|booklets?|copies)\b",
    r"\border\b",
    r"\bout of date\b",
    r"\bstore\b",
    r"\bcreams?\b",
    r"\bbuild ?up\b",
    r"\bover the counter\b(?! DRUG)",
    r"\bstop (?:it|them|this) from\b",
    r"\bdouble (?:cream|brie)\b",
)
NOT_CHANGE = Asked(_WHY_OR_WHO, _ALREADY_CHANGED, _NO_TREATMENT)


def told_only(text: str, whole: str) -> bool:
    """Whether a marked sentence tells one's own regimen with a figure and nothing in the message asks about it."""
    return OWN.search(text) is not None and not ASKS_LEAVE.search(whole) and not ASKS_OWN.search(whole) and not HOW_MUCH.search(whole)
