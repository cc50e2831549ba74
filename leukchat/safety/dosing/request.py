"""`DosingInput`: recognises questions for an amount, a schedule, a change, a missed dose, a rate or a conversion."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from leukchat.safety.dosing.alternatives import alternatives
from leukchat.safety.dosing.change import change_spans
from leukchat.safety.dosing.curious import only_curious
from leukchat.safety.dosing.foreign import foreign_dosing
from leukchat.safety.dosing.marks import Sentence, marked
from leukchat.safety.dosing.phrasings import asked_otherwise
from leukchat.safety.foreign import looks_foreign
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

REFUSAL = (
    "I can't tell you how much of a medicine to take, how often, or whether to change, skip or stop it. That depends on your blood counts, your kidneys and liver, "
    "your weight and your other medicines. Please ask your treatment team or pharmacist, and follow the label of your own prescription until you have reached them. "
    "If you may have taken too much, call your local poison line or emergency number now."
)
Span = tuple[int, int]
_NAMED = alternatives(r"\b(?:DRUG|SUPP|REGIMEN)\b")
_AGENT = alternatives(r"\b(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN|MASS|iv|infusion)\b")
_I = r"(?:i|we|he|she|they|you|u|one|ppl|people|my \w+|our \w+|his \w+|her \w+|an? (?:\w+ ){0,2}?(?:adult|child|kid|person|man|woman|patient|boy|girl|toddler|baby|doctor|nurse|year-old|old)|adults|children|kids|dad|mum|mom|patients|the (?:others|nurse|label|leaflet))"
_TAKE = r"(?:take|taking|taken|takes|give|giving|given|use|using|have|had|swallow|inject|chew|drink|apply|dose|get|gets|need|pop|draw|put|start|begin|suck|administer|prescribe\w*|replace|spray|set|repeat)"
_UNIT = r"(?:MASS|GRAM|VOL|UNITS|FORM|DOSE|drops|NUM MASS FORM)"
_COST = alternatives(r"\b(?:costs?|pay|price|money|insurance|medicare|copay|expensive|cheap\w*|is \w+ without|without insurance|grant|fund\w*)\b")
_ELSE = alternatives(
    r"\b(?:water|fluids?|protein|calories|kcal|fib(?:er|re)|salt|sugar|coffee|tea|eggs?|yogh?urt|bread|flour|sleep|exercise|time off|pain|transfusions?|cells|platelets (?:are|is)|cycles|rounds|kinds|types|people relapse|visits?|tests?|bone marrow|units of blood|blood is|blood will|blood do|hair|donors?|hours is|money|vaccines?|cups?|litres?|liters?)\b"
)
_DEFINES = alternatives(
    r"\b(?:what (?:does|is|are|do) (?:\S+ ){0,3}?(?:mean|stand for|meant)|meaning of|define|definition|what(?: is|'s) (?:an? )?(?:DOSE|MED|SHOT|trial|half|loading|prompt)\b(?! (?:of|for|per|limit|is))|meant by|how (?:is|are|do (?:doctors|they|hospitals|teams)) (?:\w+ ){0,5}?(?:decided|calculated|worked out|decide|calculate|set|chosen|work|choose)|who (?:decides|sets|can|should|may|is allowed|changes)|how is (?:a|the|my|each) (?:DOSE|FORM|MED)|is (?:stopping|quitting|a drug holiday) (?:\S+ ){0,3}(?:ever|possible|an option)|how (?:often|many) (?:do|does|did|of) (?:people|patients|relapses?|others)|why (?:is|are|do|does|did|would|don't|was|were|can't|won't)|in general|in plain language|i'm not asking|don't want (?:a|any) DOSE)\b"
)
_AMOUNT = alternatives(
    rf"\bhow (?:much|many)\b(?: of)?(?: the| my| your| his| her| a)?(?: \S+){{0,3}}? ?(?:{_UNIT}|DRUG|SUPP|REGIMEN|MED)\b|\bhow (?:much|many)\b(?: \S+){{0,6}} (?:should|can|could|do|does|must|may|shall|to|did|would|will|am|is|are) (?:{_I} )?(?:\w+ )?(?:{_TAKE}|allowed|safe|enough|normal|too (?:much|many))\b"
    rf"|\b(?:what|what's|whats|which|wat|tell me|give me|gimme|need|know|confirm|remind me|find|calculate|work out|compute)\b(?: \S+){{0,6}}? (?:MASS|DOSE|amount|quantity|strength|posology|titration|rate|speed|number|limit|maximum|max|ceiling|ratio|equivalent|schedule)\b"
    rf"|\b(?:DOSE|dosge|dosege|posology|amount|strength|quantity|limit|maximum|max|equivalent)\b (?:of|for|per|in|guidelines?|instructions?|chart|schedule|range|calculator|when|\?)(?= |$)|\b(?:DRUG|SUPP|REGIMEN) (?:(?!NUM)\w+ )?(?:DOSE|dosge|dosege|dosing|dosis|mg|MASS|MED (?:chart|guidelines?|for))\b|\b(?:DOSE|dosge|dosege) (?:of |for )?(?:DRUG|SUPP)\b"
    r"|\b(?:maximum|max|minimum|most|highest|lowest|safe|recommended|usual|normal|correct|right|standard|starting|lethal|daily|lifetime|upper|typical|average|appropriate|proper|exact|ideal|good) (?:\w+ ){0,2}?(?:DOSE|amount|MASS|quantity|limit|strength)\b|\b(?:maximum|max|most|highest|lethal) (?:of )?(?:DRUG|SUPP)\b"
    rf"|\bhow (?:strong|high|low|big|large)\b(?: \S+){{0,4}}? (?:DRUG|SUPP|DOSE|MED|FORM)\b|\b(?:DRUG|SUPP|MED|FORM)\b(?: \S+){{0,8}} (?:how much|how many|what (?:DOSE|amount|strength|MASS))\b|\bhow (?:much|many)\b.{{0,40}}\b(?:MASS|to take|should (?:{_I}) take|to give)\b|\b(?:how much|how many) (?:less|more)\b|\b(?:starting|usual|normal|right|typical|standard) DOSE\b|\bneed (?:less|more|a lower|a higher|extra|fewer)\b|\btoo (?:much|many) (?:of )?(?:DRUG|SUPP|FORM)\b|\bhow many UNITS of (?:DRUG|MED)\b|\bhow much is (?:right|enough|too much|ok|safe|allowed)\b|\b(?:number|amount|quantity) of (?:\w+ )?(?:DRUG|SUPP|FORM)\b|\bwhat (?:MASS|DOSE)\b"
)
_SCHEDULE = alternatives(
    rf"\bhow (?:often|frequently|soon|late|many times|long (?:do|should|must|after|between|apart|before|can|to wait|until)|far apart)\b(?=.*\b(?:{_TAKE}|DOSE|FORM|DRUG|SUPP|wait|apart|between|next)\b)|\b(?:at )?(?:what|which) (?:times?|hours?|days?|days of the week|time of day|part of the day)\b(?=.*\b(?:{_TAKE}|FORM|DOSE|DRUG)\b)"
    rf"|\bwhen (?:should|do|can|must|may|shall|is|to|does|are)\b(?: \S+){{0,3}} (?:{_TAKE})\b(?=.*\b(?:FORM|DOSE|DRUG|SUPP|MED|next|it|another)\b)|\b(?:morning|evening|night|noon|am)(?: ,)? (?:,|or) (?:evening|night|both|morning|pm)\b|\b(?:at|with|before|after|in the) (?:\w+ )?(?:breakfast|lunch|dinner|supper|bedtime|night|morning|meals?) or (?:at |with |before |after |in the )?(?:breakfast|lunch|dinner|supper|bedtime|night|evening|meals?)\b|\bis (?:once|twice|every|half|NUM) .{{0,30}}\b(?:ok|okay|enough|fine|safe|right|too)\b|\btoo late to (?:take|have|give)\b|\bonly (?:take|use|give|have) .{{0,30}}\b(?:mon|tue|week|every|once|twice|on)\b|\bhave to finish\b|\bneed to finish\b|\bhow many (?:days|weeks) (?:do|should|must|can) (?:i|we|he|she) (?:stay on|take|use|keep)\b|\bor split\b|\b(?:once|twice|every day|daily|weekly|one|NUM) (?:\w+ )?or (?:once|twice|weekly|daily|every|NUM|half|whole)\b|\bhalf or whole\b|\bor both\b|\bis (?:DRUG|it|my \w+) (?:every|once|daily|twice)\b"
    rf"|\b(?:over|for) how (?:many|long)\b(?=.*\b(?:{_TAKE}|DRUG|DOSE|push\w*|infus\w*|inject)\b)|\b(?:next (?:one|DOSE|FORM)|(?:evening|morning|night) (?:FORM|DOSE|DRUG|one))\b.{{0,30}}\b(?:still|at|now|noon|instead|earlier|later|morning|evening|midnight)\b"
)
_RATE = alternatives(r"\b(?:iv|infusion|drip|flow|pump) rates?\b|\brate (?:for|of) DRUG\b|\b(?:what|which) (?:rate|speed|flow|setting)\b|\bover how many (?:minutes|hours)\b")
_CONVERT = alternatives(
    r"\bconvert\b.{0,60}\b(?:MASS|VOL|DRUG|DOSE|FORM|GRAM|UNITS)\b|\b(?:equals?|equivalent|equivalence|same (?:amount|dose|DOSE|strength) as|corresponds? to|convert\w*|in place of|conversion)\b.{0,60}\b(?:DRUG|MASS|FORM|SUPP)\b|\b(?:DRUG|MASS)\b.{0,60}\b(?:equals?|equivalent|equivalence|conversion|convert\w*|one to one)\b|\bif NUM (?:MASS|GRAM)\b.{0,60}\b(?:do i get|for me|am i|what)\b|\bwhat do i get\b|\bwork out\b.{0,40}\b(?:DRUG|DOSE|FORM)\b"
)
_OFFERED = alternatives(
    r"\b(?:is|are|was|would|can|could|may|should|shall|do|does|ok|okay|safe|enough|too (?:much|little|many|low|high)|right|correct|fine|what if|alright|wrong|mistake|sound right|be right|shouldn't|isn't|check|verify|confirm)\b"
)
_DOSE_AMOUNT = alternatives(
    r"\b(?:NUM|one|half an?|half|another|an? extra|an?|NUM of|double|both|a couple of) (?:MASS|GRAM|VOL|UNITS|FORM|DOSE|DRUG|SUPP|(?:baby|extra|more|whole|small|of (?:them|these|those|the \w+ \w+)) ?(?:DRUG|SUPP|FORM|ones)?)\b|\b(?:DRUG|SUPP)(?: ,| :|) NUM(?= ?$| ,| once| twice| daily| a day| then| and| for)|\bNUM (?:a|per|each) day\b|\b(?:one|NUM) (?:enough|ok|at once|now|together)\b"
)
_OWN = alternatives(
    r"\b(?:i(?:'m| am|'ve been| have been)?|he(?:'s| is)?|she(?:'s| is)?|we|my \w+(?:'s| is)?|mum|mom|dad|they) (?:\w+ ){0,3}?(?:take|takes|taking|took|on|was given|were given|am prescribed|was prescribed|been on|been taking|gets|got|started|swallow|inject|give|use|uses|have had|has had|gets)\b|^on NUM|\b(?:my|the|his|her) (?:plan|label|prescription|chart|protocol) (?:says|is)\b|\b(?:doctor|haematologist|hematologist|oncologist|team|nurse|clinic)(?: \w+)? (?:lowered|raised|put|prescribed|gave|started|has|changed|stopped|increased|reduced|cut)\b|\bsince (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last)\w*"
)
_ASKS_OWN = alternatives(
    r"\b(?:is (?:it|that|this|\w+) (?:too|enough|right|ok|okay|safe|correct|the right)|too (?:much|little|low|high)|enough|should i|shouldn't|can i (?:take|have|go|use|stop)|correct \?|right for me|what should it be|a mistake|instead|shall i|sound right|more|less)\b"
)
_ASKS_LEAVE = alternatives(
    r"\b(?:can|could|should|may|shall|must|would) (?:i|we|he|she|you|they|my \w+|our \w+)(?: \w+)? (?:take|have|give|use|get|swallow|go|start|drop|add|try)\b"
)
_FORGOT = alternatives(
    r"\b(?:miss(?:ed|ing)?|forg[eo]t(?:ten|ting)?|skipped|slept through|overslept|vomits?|throw up|ran out of|run out of|threw up|throws? up|vomited|puked|spat|spit|brought up|lost|dropped|(?:took|taken|given|gave)(?: \S+){0,4} (?:late|twice|too late|again|by mistake)|(?:can't|don't|cannot) remember (?:if|whether)|not sure (?:if|whether) (?:i|he|she|we) (?:took|gave|had)|late (?:with|for|taking|on)|(?:hours|days|hrs) late)\b"
)
_WHAT_NOW = alternatives(r"\?|\b(?:what now|what do|what should|again|catch up|do i|should|can i|now|help|too late|make up|next one|when)\b")
_NOT_MISSED = alternatives(
    r"\bwhy (?:is|does|do|are)\b|\bnever\b|\bappointments?\b|\bvisits?\b|\bschool\b|\bperiod\b|\bmiss(?:ing)? (?:my|his|her|work|the sun|home)\b(?! \w* ?(?:DRUG|DOSE|FORM|MED))|\bforget names\b|\bhow can i remember\b|\bdid i forget to ask\b|\bbabies\b|\b(?:weight|counts?|platelets|hemoglobin|haemoglobin|levels?|pressure|hair|appetite|taste|oxygen|temperature|fever|sugar) (?:\w+ )?(?:dropped|lost|missing)\b|\blost (?:\w+ )?(?:weight|hair|appetite|NUM|taste|hope|job|feeling|blood|kg)\b|\bdropped (?:by|to|from|below|off)\b|\b(?:prescription|script|signature|courier|delivery|paper|appointment letter)\b(?!.*\b(?:DOSE|FORM) (?:now|tonight))"
)
_ASKING = alternatives(
    r"\b(?:can|could|may|might|should|shall|must|do|does|would|ok(?:ay)?|is it|safe|am i|are we|want|wants|wanted|going|gonna|plan|plans|planning|thinking|thought|need|how|when|what (?:if|happens)|if|like to|good idea|bad|wrong|best way|allowed|possible|hurt|enough|thoughts|tempted|decided|considering|consider|wonder\w*|help me|hate|get off|wants? off|off it|quickest|fastest|shall)\b"
)
_NOT_CHANGE = alternatives(
    r"\bwhy (?:do|does|did|is|are|would|can't|must|should)\b|\b(?:what|how|when) (?:do|does|did|will|would|might|can|could|should) (?:the |my |our |a |your )?(?:doctors?|teams?|hospital|people|patients|they|oncologists?|clinic|nurses?|specialists?|h?a?ematologists?|haematologists?)\b|\b(?:can|does|will|do|could|would|may|might) (?:chemo|MED|DRUG|SUPP|FORM|leukemia|cells|antacids|my (?:hair|period|periods|counts|nose)|treatment|the (?:drug|pump|bleeding))\b(?: \w+){0,2} (?:stop|cause|change|raise|lower|increase|reduce|make|switch|affect|help|work|harm|get|interact|fit)|"
    r"\bhow many people\b|\bafter stopping\b|\b(?:what|which) (?:happens|tests?) (?:follow|after)\b|\bwho (?:can|may|should|decides|sets)\b|\brefill\b|\border\b|\bout of date\b|\bstore\b|\bstopped my\b|\bhas (?:stopped|lowered|changed)\b|\bcreams?\b|\bbuild ?up\b|\bover the counter\b(?! DRUG)|\bstop (?:it|them|this) from\b|\bdouble (?:cream|brie)\b|\bhow dangerous\b|\bdo (?:DRUG|contraceptive)"
)
_INDIRECT = alternatives(
    r"\b(?:what would you (?:take|do|use|give|prescribe)|in my shoes|if you were me|complete the sentence|fill in the blank|_{2,}|quiz|imagine you're|imagine you are|pretend you're|role.?play|for a novel|for my novel|in a story|hypothetically|just between us|between you and me|off the record|friend takes|neighbour takes|neighbor takes|my friend has|"
    r"what does the (?:leaflet|label|insert|box) say about how|what would it have said|so i can take the same|(?:take|use|have|finish|try) (?:\w+ ){0,3}?(?:leftover|left over)|(?:leftover|left over) .{0,40}(?:can|should|could|ok|enough|take)|table of my|plan for my|would a doctor choose|write on the label|draw up|take the same)\b"
)
_SUBJECT_SHARED = alternatives(
    r"\bVOL or (?:an? )?VOL\b|\bFORM or (?:an? )?(?:FORM|half)\b|\b(?:open|crush|split|halve|cut) (?:it|them)\b|\bgive (?:him|her|it) half\b|\b(?:sound right|for me too|is one enough|the same amount|half or whole|teaspoon or|tablespoon|shall i stay|stay there|going wrong|so what now|to something i can stand|can have (?:NUM|two)|both at once|take (?:\w+ )?at once|NUM (?:\w+ )?at once \?|work for me)\b"
)


_ALONE = alternatives(
    r"\bhow (?:much|many) (?:of )?(?!(?:water|fluids?|protein|salt|sugar|fib(?:er|re)|calories|coffee|tea|milk|fruit|food|time|rest|sleep|exercise|sun|walks?|steps?|breaths?|naps?|breaks?|days?|weeks?|photos?|notes?|glasses|cups|meals?|snacks?|eggs?|carbs|alcohol|wine|beer)\b)\w+(?: \w+)? (?:should|can|do|may|must|could|does) (?:i|we|he|she|they|one|you|my \w+|a \w+)(?: \w+)? (?:take|give|use|inject|swallow)\b|\bcan i (?:switch|change|go) to (?:every|once|twice|alternate)\b|\bdo i (?:double|halve|skip|take NUM|take it)\b|\bif i (?:forget|miss) (?:tonight|one|today|it)\b|\bwhat would you (?:take|prescribe|give) (?:in|if|for)\b|\bso i can take the same\b|\b(?:takes?|take) (?:NUM|one) of the (?:\w+ )?(?:\w+ )?ones?\b|\b(?:between us|off the record|just tell me) .{0,20}\b(?:enough|how (?:many|much))\b|\b(?:leaflet|label|insert|box) say about how (?:much|many|often)\b"
    r"|\bwould (?:every other day|once|twice|half|every (?:second|third) day|NUM|one) .{0,20}\b(?:enough|do|work|ok|okay|fine)\b|\bcan i (?:halve|double|skip|split) (?:it|them|one|this|tonight)\b|\bhow (?:many|much) (?:should|can|do|must) i take\b|\bhow often (?:should|can|do|must) i take\b"
)


def asks_for_dose(question: str) -> bool:
    """Whether a question asks for an amount, a schedule or a change of medicine."""
    return bool(question) and bool(DosingInput().scan(question, Context()))


class DosingInput:
    """Recognises questions for a dose, a schedule, a change, a missed dose or a conversion."""

    name = "dosing"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """At most one finding, with the span that asks."""
        normal = normalise(text)
        if looks_foreign(normal.text, generous=True):
            span = foreign_dosing(normal.text, asked=True)
            if span or looks_foreign(normal.text):
                return [_finding("dosing.foreign", normal.span(*span))] if span else []
        placed = marked(normal.text)
        sentences = [one.sentence for one in placed]
        named = any(_NAMED.search(one.text) for one in sentences)
        agent = named or any(_AGENT.search(one.text) for one in sentences)
        whole = " ".join(one.text + (" ?" if one.end == "?" else "") for one in sentences)[:4000]
        for one in placed:
            found = _request(one.sentence, whole, named, agent)
            if found is not None:
                rule, span = found
                return [_finding(rule, normal.span(*one.place(*span)))]
        return []


def _request(sentence: Sentence, whole: str, named: bool, agent: bool) -> tuple[str, Span] | None:
    text = sentence.text
    if only_curious(text):
        return None
    if not agent:
        alone = _ALONE.search(text)
        return ("dosing.indirect", alone.span()) if alone else asked_otherwise(sentence, whole, agent)
    checks: tuple[tuple[str, Callable[[], Span | None]], ...] = (
        ("dosing.missed_dose", lambda: _missed(text, whole)),
        ("dosing.amount", lambda: _amount(sentence)),
        ("dosing.rate", lambda: _simple(_RATE, text)),
        ("dosing.conversion", lambda: _simple(_CONVERT, text)),
        ("dosing.schedule", lambda: _schedule(text)),
        ("dosing.change", lambda: _change(sentence)),
        ("dosing.amount", lambda: _offered(sentence, named)),
        ("dosing.indirect", lambda: _indirect(text, whole)),
    )
    for rule, check in checks:
        span = check()
        if span is not None:
            return rule, span
    return None if _DEFINES.search(text) or _NOT_CHANGE.search(text) else asked_otherwise(sentence, whole, agent)


def _simple(pattern: re.Pattern[str], text: str) -> Span | None:
    match = None if _DEFINES.search(text) else pattern.search(text)
    return match.span() if match else None


def _missed(text: str, whole: str) -> Span | None:
    match = _FORGOT.search(text)
    if match is None or _NOT_MISSED.search(text) or not (_WHAT_NOW.search(whole) or len(text.split()) <= 12):
        return None
    near = text[max(0, match.start() - 60) : match.end() + 60]
    return match.span() if re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MED|REGIMEN|it|syrup|both)\b", near) else None


def _amount(sentence: Sentence) -> Span | None:
    text = sentence.text
    if _DEFINES.search(text) or _COST.search(text):
        return None
    for match in _AMOUNT.finditer(text):
        asked = match[0]
        if _ELSE.search(asked) or (
            "how m" in asked and _ELSE.search(text, match.start(), match.start() + 40) and "MASS" not in text and "FORM" not in asked and "DRUG" not in asked
        ):
            continue
        if sentence.topics & {"FOOD", "DRINK", "LAB", "VACC"} and not re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MASS)\b", text):
            continue
        if re.search(r"\bhow (?:much|many) SUPP (?:is|are|does|do|in)\b", text) and "FOOD" in sentence.topics:
            continue
        if re.match(r"which MED|what MED|what (?:\w+ )?MED$", asked) or re.search(r"\b(?:types?|kinds?) of\b", asked):
            continue
        if re.search(r"\b(?:how (?:much|many)) (?:people|patients|children|MED|DRUG (?:trials|studies)|REGIMEN|cycles|infusions|of these)\b", asked) and (
            re.search(r"how many (?:people|patients|children)", asked) or not re.search(rf"\b{_TAKE}\b", text)
        ):
            continue
        return match.span()
    return None


def _schedule(text: str) -> Span | None:
    if "VACCINE" in text or re.search(r"\b(?:mmr|vaccin\w*|flu jab|booster)\b", text):
        return None
    match = _SCHEDULE.search(text)
    if (
        match is None
        or _DEFINES.search(text)
        or re.search(
            r"\b(?:tests?|checked|monitored|visits?|infusion take|induction|transplant|refill|hospital|until \w+ works?|works?\b|blood (?:test|draw)|pcr|scans?|drive|fly|grow|work again|empty stomach)\b",
            text,
        )
    ):
        return None
    return match.span() if re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MED)\b", text) else None


def _change(sentence: Sentence) -> Span | None:
    text = sentence.text
    if _NOT_CHANGE.search(text) or _DEFINES.search(text) or (not _ASKING.search(text) and sentence.end != "?"):
        return None
    for match in change_spans(text):
        if not re.search(r"\b(?:never|my doctor|doctor (?:has )?)\b", text[: match.start()][-25:]):
            return match.span()
    return None


def _offered(sentence: Sentence, named: bool) -> Span | None:
    """ "Is 600 mg of ibuprofen ok?": an amount put as a question. One's own regimen told as a fact passes, unless the question is about it."""
    text = sentence.text
    amount = _DOSE_AMOUNT.search(text)
    own = _OWN.search(text) if not _ASKS_LEAVE.search(text) else None
    if "TRIAL" in sentence.topics and not re.search(r"\b(?:i|my|me|should)\b", text):
        return None
    if amount is None or _COST.search(text) or (sentence.topics & {"LAB", "VACC"} and not named):
        return None
    asking = sentence.end == "?" or _OFFERED.search(text) is not None
    if not asking or ("FOOD" in sentence.topics and "DRUG" not in text and "FORM" not in text and "SUPP" not in text):
        return None
    weak = re.match(r"an? |one DRUG (?:and|with)", amount[0]) is not None and not re.search(r"\b(?:a day|daily|extra|tonight|now|enough)\b", text)
    if weak or (own and not _ASKS_OWN.search(text)):
        return None
    return amount.span() if re.search(r"\b(?:DRUG|SUPP|FORM|DOSE|MASS)\b", text) else None


def _indirect(text: str, whole: str) -> Span | None:
    match = _INDIRECT.search(text) or _SUBJECT_SHARED.search(text)
    return match.span() if match and _AGENT.search(whole) else None


def _finding(rule: str, span: Span) -> Finding:
    return Finding(rule=rule, action=Action.block, start=span[0], end=span[1], message=REFUSAL)
