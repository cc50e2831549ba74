"""A change of treatment by elimination: a word of change near a medicine, put to the person, and nothing that forbids it or leaves it to the team."""

from __future__ import annotations

from leukchat.safety.dosing.change_context import DECIDES
from leukchat.safety.dosing.marks import Sentence
from leukchat.safety.dosing.phrases import Phrases, each
from leukchat.safety.dosing.team import hands_off
from leukchat.safety.dosing.window import Window

Span = tuple[int, int]
_AGENT = r"(?:DRUG|SUPP|FORM|DOSE|SHOT|MED|REGIMEN)"
_THE = (
    r"(?:the |your |his |her |this |that |any |all |a |an |one |these |those |tonight's |today's |tomorrow's |yesterday's |last night's |"
    r"this week's |next week's |this evening's |each |every )"
)
_LEFT = (
    "sit out, skip, miss, leave out, leave off, leave aside, drop, omit, ditch, bin, pass on, pass over, forgo, forego, pause, halt, "
    "suspend, withhold, hold, quit, stop, end, finish, cease, discontinue, cut out, do away with, give up, park, shelve, sitting out, "
    "skipping, missing, leaving out, leaving off, dropping, omitting, ditching, pausing, suspending, withholding, holding, quitting, "
    "stopping, ending, ceasing, giving up, taking out"
)
_LESS_OR_MORE = (
    "halve, double, triple, split, cut, reduce, lower, raise, increase, lift, push, boost, bump up, trim, shave, ease, scale back, "
    "dial back, dial down, step down, step up, shrink, slash, top up, halving, doubling, tripling, splitting, cutting, reducing, "
    "lowering, raising, increasing, pushing, trimming, easing, cutting back, scaling back, stepping down, stepping up, topping up"
)
_SWAPPED = "swap, switch, change, exchange, replace, trade, substitute, swapping, switching, changing, replacing, substituting"
_TAKEN_UP_AGAIN = (
    "restart, resume, reintroduce, go back to, go back on, get back on, pick up, start again with, repeat, redo, retake, re-take, "
    "restarting, resuming, reintroducing, going back on, repeating, redoing"
)
_CHANGES = Phrases(
    each(_LEFT, rf" {_THE}?(?:\w+ ){{0,3}}?{_AGENT}\b"),
    each(_LESS_OR_MORE, rf" (?:back |down |up |on )?(?:on )?{_THE}?(?:\w+ ){{0,3}}?{_AGENT}\b"),
    each(_SWAPPED, rf" (?:from |over )?(?:to )?{_THE}?(?:\w+ ){{0,3}}?{_AGENT}\b"),
    each(_TAKEN_UP_AGAIN, rf" {_THE}?(?:\w+ ){{0,3}}?{_AGENT}\b"),
    r"\bbump (?:\w+ ){0,4}?(?:up|down)\b",
    rf"\bno (?:point|use|sense) in (?:finishing|continuing|taking|keeping on with|going on with) {_THE}?(?:\w+ ){{0,2}}?{_AGENT}\b",
    r"\b(?:open|crush|split|break|halve|dissolve|divide) (?:them|it)\b",
    r"\b(?:return|back|go back|get back|up|straight|on) to (?:the )?(?:full|old|usual|previous|normal|half|whole|earlier|original|lower|"
    r"higher) (?:strength|amount|DOSE|number|schedule|FORM)\b|\b(?:halve|double|slow|raise|drop) the (?:rate|drip|speed|flow)\b|\b(?:cut|snap|"
    r"break|split) (?:it|them|one|those|this) in (?:half|halves|NUM|quarters)\b",
    r"\b(?:have|take|give|swallow|use|inject) (?:the |your |his |her )?(?:next|following|other|second|tomorrow's|evening|morning|remaining|"
    r"last) (?:one|ones|FORM|DOSE|SHOT) (?:early|late|now|instead|as well|too|sooner|later|today|tonight|tomorrow)\b|\bshift (?:the |your |his |"
    r"her )?(?:others?|rest|next|following|remaining|\w+ ones)\b|\bshift(?:ing)? (?:it|them|everything|all) by\b",
    rf"\b(?:withdrawal|tapering|weaning|reduction|tail(?:ing)? off|step ?down)\b.{{0,40}}\b{_AGENT}\b|\b{_AGENT}\b.{{0,30}}\b(?:has|have|needs?|"
    rf"ought|should) (?:to )?(?:wait|pause|stop|rest|end|drop|skip)\b|\b(?:keep|keeping|carry|carrying|go|going) on (?:with|"
    rf"taking) {_THE}?(?:\w+ )?{_AGENT}\b|\bnot (?:take|taking|have|having|give|giving|use) {_THE}?(?:\w+ )?{_AGENT} (?:\w+ )?(?:any ?more|"
    rf"any longer|for now|for a|this|tonight|today|until|once|while|while)\b",
    rf"\b(?:day|night|weekend|week|evening|while|month|fortnight) (?:\w+ )?(?:away|free|off|out|clear) (?:from|of) {_THE}?(?:\w+ )?{_AGENT}\b|"
    rf"\b(?:try|trying|consider|considering|get by|manage|managing|do|doing|going|cope|coping) without {_THE}?(?:\w+ )?(?:{_AGENT}|it|them)\b|"
    rf"\bget away with (?:NUM|one|half|it|less|fewer|more|double)\b|\bone more if (?:you|he|she|it|the)\b|\bleave (?:the |your |his |"
    rf"her )?(?:\w+ )?{_AGENT} until\b",
    rf"\b{_AGENT} (?:\w+ ){{0,2}}?(?:should|can|could|may|must|ought to|needs to|has to|might|would best|is best|is better|are best|"
    rf"are better) (?:\w+ )?(?:come off|come down|go up|go down|be left|be left out|wait|pause|stop|be stopped|be paused|be skipped|be halved|"
    rf"be dropped|be held|be taken together|be lowered|be raised|end|rest|be put off|be delayed|"
    rf"left out|skipped|halved|stopped|paused|dropped|held back|avoided for)\b",
    rf"\b(?:day|days|night|nights|week|weeks|weekend|weekends|month|fortnight|evening|morning|while|sunday|saturday|monday|friday|rest|break|"
    rf"breather|holiday|pause|gap|breathing space|spell) (?:off|without|away from|from) (?:from |of )?{_THE}?(?:\w+ ){{0,2}}?(?:{_AGENT}|it|them)\b",
    rf"\b(?:double|half|twice|three times|a third of|two-thirds of|a quarter of|less of|more of|extra|fewer|another|an additional|one more|"
    rf"NUM more|not as much|not as many) {_THE}?(?:of {_THE}?)?(?:\w+ ){{0,2}}?(?!brand|cream|gel){_AGENT}\b(?! (?:or|brand))",
    rf"\b(?:come|coming|get|getting|go|going|wean|weaning|taper|tapering|ease|easing|drop|step|stepping) (?:yourself |him |her |"
    rf"them )?off (?:of )?{_THE}?(?:\w+ ){{0,2}}?(?:{_AGENT}|it|them)\b",
    rf"\b(?:do|go|get by|manage|cope|live|travel|leave|be fine|be ok|be okay) without {_THE}?(?:\w+ ){{0,2}}?(?:{_AGENT}|it|them)\b",
    r"\b(?:half|double|twice) (?:of it |it |that |the amount |as much )?(?:tends? to be|is usually|is often|is generally|would be|will be|"
    r"should be|is) (?:\w+ )?(?:tolerated|enough|better|fine|ok|okay|plenty|right)\b",
    r"\bskip(?:ping)? (?:a|one|the odd|the|NUM|some|an occasional|that|this|every) (?:\w+ )?(?:day|days|night|nights|week|weeks|morning|evening|round|time)\b",
    rf"\b(?:NUM ?(?:%|percent)|small|modest|slight|further|gradual|stepwise|NUM step|big|brief) (?:\w+ )?(?:reduction|cut|decrease|increase|drop|"
    rf"rise|interruption|pause|lowering) (?:of|in|to|from) {_THE}?(?:\w+ ){{0,2}}?(?:{_AGENT}|it)\b",
    r"\b(?:stronger|weaker|higher|lower|bigger|smaller|next|double|half)(?: size| strength)? (?:FORM|DOSE|strength|amount) (?:is(?! (?:due|taken|on|usually|often))|would be|should be|makes|will|may be|might be)\b",
    rf"\b(?:go|come|step|move|creep) (?:back )?(?:up|down) (?:to|by|a|on) {_THE}?(?:\w+ ){{0,3}}?{_AGENT}\b",
    rf"\b(?:break|breaking|snap|snapping|bite|biting|nibble|chew|chewing|crush|crushing|open|opening|dissolve|dissolving|divide|dividing|stretch|"
    rf"stretching|spread|spreading|share|sharing) {_THE}?(?:\w+ ){{0,3}}?{_AGENT}\b",
    rf"\b(?:trimming|lowering|cutting|dropping|raising|reducing|easing) (?:it|them|{_THE}?(?:\w+ )?{_AGENT}) (?:down )?by (?:an?|one|NUM|half)\b",
    r"\bleav(?:e|ing) out (?:every )?(?:\w+ )?(?:day|night|week|DOSE|FORM|one)\b",
)
_UNNAMED = Phrases(
    r"\b(?:cut|go|drop|switch|change|move|step|get) (?:back |down |over )?to (?:every (?:second|other|third|NUM)|once|twice|alternate|half|just one|only one)\b",
    r"\b(?:return|back|go back|get back) to (?:the )?(?:full|old|usual|previous|normal|half|earlier|original|lower|higher) (?:strength|amount|"
    r"number|schedule)\b|\b(?:halve|double) the (?:rate|drip|speed|flow)\b|\b(?:cut|snap|break|split) (?:it|them|one|those) in (?:half|halves|NUM|"
    r"quarters)\b",
    r"\b(?:have|take|give|swallow|inject) (?:the |your |his |her )?(?:next|following|tomorrow's|evening|morning) (?:one|ones) (?:early|late|now|"
    r"instead|as well|too|sooner|later|today|tonight|tomorrow)\b|\bget away with (?:NUM|one|half|less|fewer|double)\b|\bone more if (?:you|he|"
    r"she) (?:itch|hurt|still|need|feel|vomit)\w*\b",
    r"\b(?:skip|skipped|skipping|miss|missed) (?:one|a (?:day|night|week|dose)|NUM (?:days|nights)) and (?:nothing|were fine|was fine|all was|felt|had no)\b",
)
_PUT = Phrases(
    r"\b(?:you|one|he|she) (?:\w+ )?(?:can|could|may|might|should|must|needn't|don't have to|do not have to|don't need to|do not need to|"
    r"would do well to|are free to|are welcome to|are allowed to|ought to|had better|have to|need to|want to)\b",
    r"(?:\b(?:so|then|and)|,) (?:just |simply |please |then )?(?:return|go back|halve|double|skip|stop|hold|pause|leave|drop|cut|swap|switch|"
    r"restart|resume|lower|reduce|raise|increase|bump|split|break|open|crush|mix|dissolve)\b",
    r"\bshould (?:\w+ )?(?:clear|settle|help|do|bring|solve|ease|fix|sort|lift|calm|be enough)\b",
    r"\bmakes? (?:good |perfect |more )?sense\b|\bsense to\b",
    r"\byou'd (?:better|best|be (?:fine|ok|okay|better|wise))\b|\bi(?:'d| would| might|'ll)\b|\blet's\b|\bwhy not\b|\bhow about\b|\btry\b|"
    r"\bconsider\b|\bgo ahead\b|\bgo for\b|\bopt for\b",
    r"\b(?:sensible|simplest|easiest|best|safest|wisest|smart|right|usual|obvious|clever|logical|next|only) (?:thing|move|step|option|way|choice|"
    r"course|plan|answer|approach|idea)\b",
    r"\b(?:nothing|no one|nobody) (?:stops|wrong|to worry|to be afraid|against|bad|prevents|would mind|would notice|will notice)\b|"
    r"\bnot a problem\b|\bno (?:problem|harm|need|big deal|reason not|worries|trouble|risk|danger|issue)\b",
    r"\b(?:fine|ok|okay|alright|safe|harmless|reasonable|sensible|acceptable|wise|advisable|better|best|good|possible|time|room|enough|"
    r"appropriate|prudent|preferable|customary|common practice|perfectly \w+|quite \w+) (?:for you |for him |for her )?to\b|\b(?:is|are|"
    r"would be) the (?:\w+ )?(?:way|answer|solution|trick|key|best|right)\b|\b(?:has|have|had) to\b|^(?:you|one|many|some|most)\b|\bin theory\b|"
    r"\bofficially\b|\bbetween us\b|\bhear it from me\b|\bno need\b|\bno (?:point|use|sense) in\b",
    r"\b(?:is|are|be|seems?|sounds?|looks?) (?:a |an )?(?:\w+ )?(?:fine|ok|okay|alright|safe|harmless|reasonable|sensible|acceptable|wise|"
    r"advisable|prudent|preferable|called for|warranted|indicated|in order|justified|a good idea|the way to go|the better choice|best|better|"
    r"tolerated)\b",
    r"\b(?:won't|wouldn't|will not|would not|can't|doesn't|does not|cannot) (?:\w+ )?(?:hurt|harm|matter|do any harm|be a problem|change anything|"
    r"make a difference|ruin|spoil|set you back|cost you)\b",
    r"\b(?:feel free|up to you|your choice|if you like|if you prefer|if you want|if you wish|as you like|like you|in your place|in your shoes|"
    r"in your case|at your age|with your|since you|for you)\b",
    r"\b(?:usually|often|generally|normally|typically|simply|just|quietly|safely|easily) (?:\w+ )?(?:helps?|works?|does it|solves|settles|avoids|"
    r"brings|makes|fixes|does the trick)\b|\b(?:helps?|works|settles|solves|avoids|fixes|eases|protects)\b",
    r"\b(?:then|tonight|today|tomorrow|now|until|till|once|if|when|when the|for a|for the|for NUM|this week|next week|this weekend)\b.{0,60}$",
)
_OPENS = Phrases(
    r"^(?:(?:ok|okay|so|then|well|yes|sure|and|or|now|first|please|just|simply|always|better|maybe|perhaps|quietly|safely|instead|tonight|today|"
    r"tomorrow|if [^,]{3,60},|when [^,]{3,60},|once [^,]{3,60},|with [^,]{3,60},|since [^,]{3,60},|until [^,]{3,60},|while [^,]{3,60},|"
    r"on [^,]{3,40},|in [^,]{3,40},|for [^,]{3,40},) ?,? ?)*(?:to )?"
    r"(?:sit|skip|miss|leave|drop|omit|ditch|bin|pass|pause|halt|suspend|withhold|hold|quit|stop|end|finish|cease|discontinue|cut|give|park|halve|"
    r"double|triple|split|reduce|lower|raise|increase|lift|push|boost|bump|up|trim|shave|ease|scale|dial|step|shrink|slash|top|swap|switch|change|"
    r"exchange|replace|trade|substitute|break|snap|crush|open|dissolve|divide|stretch|spread|share|try|restart|resume|reintroduce|go|get|pick|"
    r"start|repeat|redo|take|have|do|manage|wean|taper|come)\b",
)
_EXCUSED = Phrases(
    r"\b(?:not|never|\w+n't|tempt\w*|come back|don't|doesn't|didn't|shouldn't|mustn't|can't|cannot|won't|avoid|instead of|rather than|"
    r"nobody should|no one should|resist|without asking|neither|nor|why|whether|who|how|which|(?:may|might) (?:need|have) to|brand|reason|"
    r"matters because|levels? of|in the blood|effects? of|working|periods|danger\w*|risk\w*|harm(?:ful|s)\b|relapse|serious|resistan\w*|wrong|"
    r"mistake|unsafe|worse\w*)\b",
)
_REALLY = Phrases(
    r"\b(?:no (?:problem|harm|need|point|use|sense|big deal|reason not|risk|danger|issue)|didn't hear|nothing happened|nothing (?:stops|wrong|to worry|bad|"
    r"against)|not a problem|(?:won't|wouldn't|will not|would not|doesn't|can't) (?:\w+ )?(?:hurt|harm|matter|do any harm|be a problem|"
    r"change anything|make a difference|ruin|spoil)|don't (?:worry|wait|have to|need to)|do not (?:have|need) to|needn't|why not|avoids?|"
    r"nobody (?:would|will) (?:mind|notice))\b",
)
_OTHERS = Phrases(
    r"\b(?:a person|a patient|website|advert|video|somebody|someone|anyone|tells? you|says?|claims?|promis\w+|support|symptoms?|periods?|mind|body|hemoglobin|cells|food)\b",
    r"\b(?:doctors?|teams?|hospitals?|some|many|most|people|patients|trials?|studies|researchers|adults|children|they|those|nurses?|clinic|"
    r"pharmacist|specialist|h?a?ematologist|oncologist|it can|may cause|can cause|side effects?)\b",
)
URGES = (_CHANGES, _UNNAMED)
"""Phrases of which one must be in a sentence that urges a change."""
_NOT_HERE = frozenset("TRIAL PAST COST VACC".split())


_PROPOSED = ("why don't you", "why not", "how about", "what about", "what if you")


def told_urged(sentence: Sentence, window: Window, index: int) -> Span | None:
    """Where a sentence urges or allows a change of a medicine; None when it forbids it, is about others, or names the team."""
    text = sentence.text
    if DECIDES.search(text):
        return None
    proposed = text.startswith(_PROPOSED)
    if (sentence.end == "?" and not proposed) or sentence.topics & _NOT_HERE:
        return None
    found = _CHANGES.search(text) if window.spoken(index) else _UNNAMED.search(text)
    if sentence.topics & {"FOOD", "DRINK"} and "DRUG" not in sentence.words and "FORM" not in sentence.words and "it" not in sentence.words:
        return None
    if found is None or not (proposed or _OPENS.match(text) or _PUT.search(text)):
        return None
    instead = found[0].startswith("not ") and not text[: found.start()].endswith(("do ", "should ", "must ", "will "))
    if (
        (not instead and _EXCUSED.search(text) and not _REALLY.search(text))
        or (_OTHERS.search(text[: found.end()]) and "like you" not in text and "nothing happened" not in text)
        or hands_off(text, found.start())
    ):
        return None
    return found.span()
