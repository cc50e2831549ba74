"""Harmful advice by its shape, whatever the remedy or the excuse: treatment ended, cures claimed, staff deceived, danger sat out.

`harm_cures` and `harm_dangers` hold the plain ways of saying it. Here an act stands in a place of advice
(an order, "you can", "I'd"), or a claim stands with a proof that no remedy has.
"""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_words import ALTERNATIVE, DISEASE, MEDICINE, NO_CURE, NO_DESPAIR, NO_DISMISS, NO_RISK, QUACKERY, TEAM, TELL_TEAM, TREATMENT, URGENT

GAP = r"[^.!?\n]"
THE = r"(?:(?:the|your|his|her|any|all|more|further|this|that|those|these|of|next|second|third|first|remaining|years of|every|another|with|on|for|from|to|in) ){0,4}"
CARE = one_of(
    TREATMENT,
    r"(?:marrow |blood )?(?:biops(?:y|ies)|draws?)|ward|check-?ups?|re?vaccinations?|consent form|programme|program|transfusions?|platelets",
    r"lumbar punctures?|scans?|cycles?|tki|infusions?",
)
# Where advice begins: an order at the start of a sentence or clause, or what "you" may, should or had better do.
START = one_of(
    r"^\s*[\"'*\-\d.)]*\s*",
    r"[,;:] (?:so |then |just |and |please )?|\b(?:and|so|then|just|please|instead|better) ",
)
YOU_MAY = one_of(
    r"\b(?:you|he|she|we|they|your \w+)(?:'d| would)? (?:can|could|should|may|might as well|may as well|must|need to|ought to|had better|have every right to|are free to|are allowed to|do well to|be better off|would be better off)(?: \w+ly| just| simply| safely| always)? ",
    r"\b(?:i'd|i would|if i were you,? i would|if i were you,? i'd) (?:\w+ly )?(?:suggest |advise |recommend )?(?:that )?(?:you )?(?:to )?",
    r"\b(?:it's|it is) (?:\w+ )?(?:time|best|safe|fine|ok|okay|wise|reasonable|better|smart|kinder) to ",
)
NOTHING_LOST = one_of(
    r"better off|no harm in|nothing wrong with|consider|suggest|recommend|think about",
)
ADVISED = rf"(?:{START}|{YOU_MAY})"
END = one_of(
    r"stop(?: swallowing| taking| having| going to| listening to| trusting| seeing)?|quit|refuse|reject|give up(?: on)?|walk (?:out|away)(?: of| from)|leave(?! for\b)|drop(?: out of)?|cancel|decline",
    r"ditch|bin|say (?:no|goodbye) to|turn down|end|pass on|break off|call off|pull out of|delay|postpone|pause|discontinue",
    r"(?:put|hold) off(?: on| with)?|tell (?:them|the doctors?|your team) no(?: more| to)?|take (?:him|her|your \w+) (?:out of|off)",
    r"not (?:show up|go|turn up)(?: to| for| at)?",
)
ENDING_IT = one_of(
    r"stopping|quitting|refusing|ending|delaying|leaving|declining|cancelling|dropping|postponing|skipping|giving up|walking out of",
)
WARNED = re.compile(
    r"\b(?:never (?!smoke|drink|took|drank|had)|don't (?:stop|quit|refuse|leave|walk|cancel|skip|ignore|wait|delay|hide|share|drop|give up|put off|take|use|let|try|believe|trust)|do not|please don't|shouldn't|should not|must not|without (?:asking|talking|your team|telling)|dangerous|harmful|unsafe|risk\w*|can (?:make|cost|harm|cause|be)|could (?:harm|cost|be)|may (?:make|harm|cost|cause|not|be)|no (?:evidence|proof|study|trial|herb|food|diet|plant|supplement|remedy)|not been shown|bad idea|as (?:the|your) (?:clinic|team|doctor|nurse)|myth|claims?|scams?|"
    r"wrong|false|cost lives|has cost|regret\w*|first (?:ask|talk)|free to (?:refuse|decline|accept|choose)|(?:you've|you have|until you) ask(?:ed)?|ask (?:your|the)|talk (?:to|with|it over)|tell your (?:team|doctor|nurse)|your team (?:says|decides|may|will|might|can)|doctors? (?:may|might|sometimes|often|will|can|decide|stop)|teams? (?:may|might|sometimes|often|will|can|decide|stop)|"
    r"some people|people (?:who|with|in)|programme|monitored|(?:quit|stop\w*|giv\w+ up) (?:smoking|drinking|alcohol)|(?:nobody|no one) should|exactly as|as (?:they|it) (?:are|is)|is your right|if you (?:want|wish|are thinking|think|feel|feel like|consider|decide)|before you|why|how|whether|study|studies|trial)\b|\?\s*$"
)
WARNED_ALL = re.compile(WARNED.pattern.removesuffix(r"|\?\s*$"))


def _harm(rule: str, message: str, *patterns: str, unless: re.Pattern[str] | None = WARNED, pair: bool = False) -> Family:
    return Family(f"harm.{rule}", message, rx(*patterns), unless, None, pair)


ENDING: tuple[Family, ...] = (
    _harm(
        "replace_treatment",
        NO_CURE,
        rf"{ADVISED}{END} {THE}{CARE}\b{GAP}{{0,50}}?(?:\b(?:for good|for ever|forever|tonight|today|altogether|completely|until|till|for months|several weeks|a few (?:weeks|months)|half a year|six months|and (?:go|come|rest|trust|let|do|live|enjoy)|it (?:only|just)|your body|no one|nobody|they can't|was enough|one was|so (?:they|that)|without (?:it|them)|is (?:just|only|pure|a|optional)|does more|weakens?|natural\w*|healing)\b|[.!;]?\s*$)",
        rf"\b{NOTHING_LOST} {ENDING_IT} {THE}{CARE}\b",
        r"\b(?:going|staying|living|life|remain\w*) (?:untreated|without (?:treatment|chemo\w*|tablets)) (?:is|makes)\b|\b(?:those|people|patients|everyone|anyone) who (?:\w+ )?(?:refuse|decline|stop|stopped|quit|leave)s?(?: \w+){0,3} (?:live|lives|do|does|fare|feel|are|is|survive)s? (?:longer|better|well|fine|thriving|healthier)\b|\bstopped everything and (?:is|are|was)\b",
        rf"\b(?:you've|you have|he has|she has) (?:suffered|had|done|endured) enough\b{GAP}{{0,40}}|\b(?:tell|say to) (?:them|the doctors?|your \w+) (?:that )?no more {THE}{CARE}\b|\b(?:don't|do not|just don't) (?:sign|show up|turn up|go (?:to|back|any more|there)|agree to|accept) {THE}(?:{CARE}|any more|again)\b|\b(?:don't|do not) go any ?more\b",
        rf"\b(?:you|he|she|your \w+|nobody|kids|children) (?:don't|doesn't|do not|does not|no longer|never) (?:really |actually |even )?need {THE}{CARE}\b(?! (?:right away|yet|now|if|for|today|irradiated))|\b(?:no reason|no need|pointless|no point|no sense) (?:to|in) (?:keep |go on |continue )?(?:swallow\w*|tak\w+|hav\w+|continu\w+|go\w*) {THE}{CARE}\b",
        rf"\b{CARE}\b{GAP}{{0,30}}\b(?:is|are) (?:\w+ )?(?:optional|butchery|barbaric|torture|a waste|pointless|nonsense|superfluous|a formality)\b|\b(?:chemo\w*|treatment|tki|tablets?) (?:only |just )?(?:feeds?|serves?) (?:\w+ )?profits?\b|\b(?:nothing they give|none of it) (?:you )?(?:works|helps)\b|\bchildren bounce back without\b",
        rf"\b(?:let|leave) (?:your|the) (?:body|apl|aml|leuk\w*|cancer|all) (?:decide|wait|heal|do)\b|\b(?:let|leave) {THE}{CARE} (?:wait|be|for)\b|\bhealing starts when\b|\b(?:acute )?leuk\w+ isn't that fast\b|\bsign (?:the|a) refusal\b|\b(?:they|nobody|no one) can(?:'t|not)? (?:make|force|hold) you\b",
        unless=WARNED_ALL,
    ),
    _harm(
        "replace_treatment",
        NO_CURE,
        rf"\b(?:if|when|since|because|as) (?:the |your )?(?:{CARE}|counts?|side effects?)\b{GAP}{{0,40}}, (?:just )?(?:bin|stop|drop|quit|leave|ditch|throw|skip) (?:it|them|out|away|{THE}{CARE})\b|\b(?:once|now that|when) the counts look normal\b{GAP}{{0,20}}\b(?:no reason|no need|stop)\b|\b(?:skip|drop|leave out|do without) {THE}(?:maintenance|consolidation|induction|lumbar punctures?|revaccinations?)\b",
    ),
)
_PROOF = one_of(
    r"(?:\d+|\w+ty)[- ]?\w* ?(?:%|percent|per cent) (?:success|cure|remission|of (?:people|patients|members|cases))",
    r"(?:complete|full|total|three \w+ (?:in|into)) remissions?|(?:people|members|patients|friends) (?:in my \w+ )?(?:into|to) remission",
    r"success rate|blasts from \d+ (?:%|percent )?to (?:\d+|zero)|back where (?:it|they) belongs?|yours can (?:too)?|every illness",
    r"all the (?:chemo\w*|treatment|medicine)|impossible|surrenders?|(?:reset|reboot)s?|no pharma|link in bio",
    r"nothing (?:removes|clears|beats|works)|do(?:es)? the same (?:as|for)",
    r"(?:the )?(?:cells|blasts|disease|leuk\w*|cancer) (?:\w+ )?(?:normali[sz]e|disappear|vanish|surrender|go(?:es)?|leave|die)s?|well again",
    r"the need for|as a transplant|real (?:fix|cure)|ends? (?:the|it)",
)
_AGENT = one_of(
    ALTERNATIVE,
    QUACKERY,
    r"sunlight|ice (?:water|bath)s?|liver flush|mushrooms?|celery|methylene blue|dewormer|black cumin|hemp|love|prophet",
    r"tincture|shots|sugar|carnivore|vegan|raw|frequenc\w+|\d+ hz|vitamin d|papaya|beet\w*",
)
# Apart from the others, because nothing can be said of the word that it begins with.
_PROGRAMME = r"\w+ (?:ritual|reset|programme|program|protocol|cleanse|detox)"
PROMISED: tuple[Family, ...] = (
    _harm(
        "miracle_cure",
        NO_CURE,
        *(
            rf"\b{agent}\b{GAP}{{0,90}}?\b{_PROOF}(?:\b|(?<=%)){GAP}{{0,40}}(?:\b(?:{DISEASE}|blood cancers?|transplant|t cells|white count|chromosome|chemo\w*|azacitidine|imatinib)\b|[.!]?\s*$)"
            for agent in (_AGENT, _PROGRAMME)
        ),
        *(
            rf"\b{agent}\b{GAP}{{0,60}}?\b(?:repairs?|reverses?d?|reversed|starves?|teach(?:es)?|trains?|clears?|removes?|puts?|put|took|takes|reboots?|resets?|regenerates?|dissolves?)\b{GAP}{{0,50}}?\b(?:{DISEASE}|chromosome|stem cells|t cells|sick marrow|three people|the same)\b"
            for agent in (_AGENT, _PROGRAMME)
        ),
        r"\b(?:leuk\w*|cancer|blood cancers?) is (?:your soul|an unsolved|an unresolved|a message|caused by|a lack of|a deficiency)\b|\b(?:a parasite|parasites|a fungus|trauma|anger|stress|sugar|toxins|emf|5g) (?:is|are|is what|are what) (?:what )?(?:causes?|drives?|feeds?)\b|\bbrought this (?:illness )?on yourself\b",
        rf"\b(?:give up|cut out|stop eating|leave out) (?:sugar|meat|dairy|gluten|carbs)\b{GAP}{{0,40}}\b(?:disappear|vanish|shrink|gone|starve|die)\w*|\b(?:our|my) (?:clinic|programme|program|method|tincture|protocol|course|course|institute)\b{GAP}{{0,60}}\b(?:remission|cure|reverse|success|heal)\w*",
        rf"\b(?:is|are) (?:all )?(?:a |the )?(?:complete treatment|nature's (?:imatinib|chemo\w*|answer)|all the (?:chemo\w*|treatment))\b|\b(?:{_AGENT}|{_PROGRAMME})\b{GAP}{{0,40}}\b(?:does|do) (?:away with|the same (?:as|for)|for \w+ what)\b|\b(?:doctors|they|pharma\w*|oncologists|your team|hospitals)\b{GAP}{{0,20}}\b(?:won't tell|don't tell|never tell|never admit|won't admit|would never admit|hide (?:it|this|the (?:cure|truth|real)))\b",
        rf"\b(?:why (?:pay|bother|suffer)|who needs)\b{GAP}{{0,40}}\b(?:when|if)\b|\b(?:the )?(?:real|true|only) (?:fix|cure|answer|medicine) is\b{GAP}{{0,20}}\b(?:{_AGENT}|{_PROGRAMME})\b|\b(?:prayer|faith|god|love|allah|jesus)\b{GAP}{{0,30}}\b(?:has|have|will|can) (?:\w+ )?(?:heal|cure|save)(?:ed|d)?\b",
        unless=re.compile(
            rf"{WARNED_ALL.pattern}|\b(?:lab(?:oratory)?|mice|dish\w*|doesn't|does not|don't|not|no|none|never|asparaginase|car-?t|donor|chemo\w* (?:kills|clears)|transplant (?:can|may))\b(?! (?:pharma|need|tell|admit|removes|works|clears|beats))"
        ),
    ),
)
_DARING = one_of(
    r"raw milk|well water|wine|vodka|beers?|champagne|pregnant|ice hockey|rugby|boxing|chickenpox|measles|through chemo\w*|oysters|sushi|steak tartare|a tattoo|a piercing",
)
_NO_WAY_ON = one_of(
    r"set (?:everyone|them|your family) free|not being here|by not being|life like this isn't|no dignity (?:left )?in|hold it against you|if you ended it|brought this (?:illness )?on yourself",
    r"everyone would be better|no one would miss|time (?:to|you) (?:let go of life|set everyone)|(?:it's|it is|all is) hopeless|why go on|the fight (?:was|is) (?:long )?lost|saves? everybody money",
    r"(?:nobody|no one) ever gets happy|costing your family|know when to bow out|a quoi bon (?:continuer|vivre)|votre vie n'a plus|no tiene sentido (?:seguir|vivir)|non ha (?:piu )?senso (?:vivere|andare avanti)",
    r"keinen sinn mehr (?:zu leben|weiterzu\w+)|nao faz sentido (?:viver|continuar)|jeene ka (?:ab )?koi|himmat chhod do",
)
_WAY_OUT = one_of(
    r"let it be over|quiet night|(?:ending it|giving up(?: now)?|(?<!assisted )dying(?: now)?|letting go of life) (?:is|would be|saves?)|only dignified way|acting on (?:them|it|those thoughts)|it's fine to let go and",
    r"(?:least painful|painless|quickest|quiet|gentle) way (?:is|to (?:go|die|leave)|out)|do it quietly|how to go without anyone|would be lethal|write the (?:goodbye )?note first|not tell anyone what you plan",
)
HIDING: tuple[Family, ...] = (
    _harm(
        "hide_from_team",
        TELL_TEAM,
        rf"{ADVISED}(?:simply |just )?tell (?:the |your )?(?:\w+ )?{TEAM} (?:that )?(?:you|he|she) (?:never|(?:take|takes|took) (?:everything|every|all|them)|(?:feel|feels|are|is) (?:fine|well|great|okay|good)|ha(?:ve|s) (?:no|never)|do(?:n't|es not|esn't) (?:smoke|drink|take))\b|{ADVISED}(?:say|claim) (?:that )?(?:you|he|she)(?:'re| are|'s| is| feel) (?:feeling )?(?:great|fine|well|okay|perfect)\b",
        rf"{ADVISED}(?:simply |just )?(?:write|put|tick|enter) (?:\w+ ){{0,4}}?(?:zero|none|no|never|that you took|every tablet|in the diary)\b|\bwho checks\b|\b(?:everybody|everyone) does\b",
        rf"\b(?:wouldn't|would not|i'd not|needn't|don't) let (?:your|the|any) (?:\w+ )?{TEAM} know\b|\b(?:no|nobody at the) (?:\w+ )?(?:{TEAM}|one)\b{GAP}{{0,20}}\b(?:needs? to|has to|should|must) (?:hear|know|find out|learn)\b|\b(?:leave|keep) (?:the |your |it |them )(?:\w+ ){{0,4}}?(?:out of (?:your|the) (?:answers?|notes?|diary|report)|off (?:their|the|your) (?:list|form|chart)|between (?:you and me|us)|to yourself)\b",
        rf"\bprivate business\b|\bbetween (?:you and me|us two)\b|{ADVISED}(?:hide|conceal|cover) (?:the|your|his|her|any) (?:\w+ )?(?:bruises|fever|symptoms?|bleeding|rash|weight|drinking|smoking)\b|\bor they(?:'ll| will) (?:keep|take|throw|send|stop|hold)\b",
        unless=re.compile(rf"{WARNED_ALL.pattern}|\b(?:can't|cannot|won't|afraid|parents|people)\b(?! help)"),
    ),
    _harm(
        "unsafe_advice",
        NO_RISK,
        rf"\b(?:write|sign|forge|fill in|copy|print)\b{GAP}{{0,30}}\b(?:prescription|sick note|certificate|consent|letter|form)\b{GAP}{{0,40}}\b(?:yourself|with your doctor's name|any name|as (?:the|your) doctor|in (?:his|her|the doctor's) name|signature)\b|\b(?:here's|here is) how a (?:sick note|prescription|certificate|letter)\b",
        rf"\b(?:tell|report to|claim to) (?:the |your )?(?:insur\w+|social services|employer|benefits? office|jobcentre|welfare)\b{GAP}{{0,50}}\b(?:although|even though|that you had|that you have|so (?:they|that they|you))\b|\b(?:never verify|money flows|disability money|they pay)\b",
        rf"\b(?:crush|mix|stir|slip|hide|put)\b{GAP}{{0,30}}\b(?:porridge|food|tea|soup|drink|juice|coffee|yogh?urt|pudding)\b{GAP}{{0,40}}\b(?:doesn't need to|needn't|without|won't (?:notice|know)|behind|never know|secretly)\b",
        rf"\b(?:split|share|pass|give|lend|swap) (?:your|the|some of your) (?:\w+ )?(?:bottle|{MEDICINE})\b{GAP}{{0,40}}\b(?:with|to|till|until)\b|\b(?:grab|use|take|finish|borrow)\b{GAP}{{0,20}}\b(?:whatever|leftover|left|late husband's|dad's|mum's|mom's|last winter|old|someone's)\b{GAP}{{0,40}}\b(?:{MEDICINE}|cabinet|opioids?|amoxicillin|antibiotics?)\b|\b(?:antibiotics|{MEDICINE}) from (?:last|the) (?:winter|year|time|cupboard|cabinet)\b",
        r"\b(?:no questions asked|don't ask questions|nobody checks|no one checks|market stall|chat groups?|dark ?web)\b|\border (?:it |them )?there\b|\blaboratory supplier\b",
        rf"\b(?:rinse|flush|wash|clean) (?:it|the (?:line|port|catheter|picc|tube|exit site))\b{GAP}{{0,20}}\bwith (?:tap water|vodka|salt water|vinegar)\b|\b(?:cut|snip|remove|pull) (?:the |your )?(?:\w+ )?(?:stitches|line|catheter|dressing)\b{GAP}{{0,30}}\b(?:nail|scissors|slide|yourself|and (?:bathe|swim|pull))\b|\bopen (?:the |your )?(?:\w+ )?capsules\b{GAP}{{0,30}}\b(?:fingers|sink|jam|spoon|food)\b|\bchew (?:the |your )?\w* ?(?:capsule|tablet)s?\b",
        rf"\b(?:mask|masks|washing|hygiene|isolation|gloves)\b{GAP}{{0,40}}\b(?:trap|weakens?|leave it in|nonsense|your own toxins|natural shield|ease off)\b|\b(?:live a little|oyster bar|no reason to miss)\b|\bneutropeni\w+\b{GAP}{{0,20}}\b(?:is no reason|no excuse|doesn't mean you can't)\b",
        rf"\b(?:safe|fine|okay|ok) to drive (?:straight |right )?(?:home|back)?\b|\b(?:won't|doesn't|never) (?:do|hurt|harm) (?:anything|anyone|you)\b|\b(?:pregnan\w+|vodka|tattoo|piercing|alcohol|wine|joint|cigarette)\b{GAP}{{0,60}}\b(?:no big deal|no problem|is fine|won't|press a|all right|harmless)\b|\bget the (?:tattoo|piercing)\b",
        unless=re.compile(
            rf"{WARNED_ALL.pattern}|\b(?:can't|cannot|won't help|worth asking|ask(?:ing)? first|pharmacist|nurse (?:will|may|can)|not safe|isn't safe|if|only if|unless|until|illegal|legal)\b"
        ),
    ),
    _harm(
        "vaccines",
        NO_RISK,
        r"\b(?:unvaccinated|pass on the \w+ (?:shot|jab|vaccine)|natural (?:infection|immunity) (?:is|beats|works)|shedding is|mercury in the|chickenpox (?:party|kids|part\w+)|marrow (?:has been |was )?poisoned)\b|\b(?:shots|jabs?|vaccin\w+)\b[^.!?\n]{0,60}\b(?:woke up|mercury|comes? from|toxic|poison\w*)\b|\bcomes? from (?:the |your )?(?:shots|jabs?|vaccin\w+)\b",
        unless=re.compile(rf"{WARNED_ALL.pattern}|\b(?:not|no link|do not cause|don't cause|ask|should|avoid|keep away|stay away)\b(?! (?:bother|need))"),
    ),
    _harm(
        "unsafe_advice",
        NO_RISK,
        rf"{START}(?:have|drink|eat|smoke|get|play|visit|breast-?feed|enjoy|go)\b{GAP}{{0,40}}?\b(?:{_DARING})\b",
        unless=re.compile(rf"{WARNED_ALL.pattern}|\b(?:if|when|after|before|unless|until|ask|no|not|without|instead|tested|vaccinated|checked|help|off your)\b|\?"),
    ),
    _harm(
        "despair",
        NO_DESPAIR,
        rf"\b(?:{_NO_WAY_ON})\b",
        rf"\b(?:{_WAY_OUT})\b",
        unless=re.compile(r"\b(?:feel|feeling like|thoughts? of|please|call|crisis|helpline|help is|not true|isn't true|you are not|can't help|won't|never tell)\b|\?"),
    ),
)
_WAIT = one_of(
    r"(?:look|measure|check) again (?:in the morning|tomorrow|later)",
    r"(?:ring|call|phone) (?:\w+ ){1,3}?(?:tomorrow|on monday|later|next week|in the morning)|ride it out|sit (?:tight|it out)",
    r"(?:lie|lay) (?:flat|down) and wait|(?:open|try) (?:the window|a window|yoga|some)|no drama|run (?:their|its|his|her) course",
    r"let (?:it|him|her|them) (?:burn|run|nap|sleep|rest|be)|celebrate (?:it|that|instead)|(?:have|take) a nap",
    r"(?:usually )?sorts? (?:itself|themselves)(?: out)?|until office hours|will sort (?:that|the|this|it)|(?:isn't|is not|not) a reason to",
    r"give it (?:a |another |some |until )|(?:nosebleed|bleeding) can run|just (?:the|your) iron|germ nest|before you head in|they'll keep you",
    r"hot tea|cool bath|(?:are|is) fine, that's|instead of calling|phone (?:\w+ ){1,2}tomorrow|can wait|ice water",
)
WAITING: tuple[Family, ...] = (
    _harm(
        "dismiss_emergency",
        NO_DISMISS,
        rf"\b(?:{URGENT}|bleeding|drooping|vomiting|floppy|blood|ambulance)\b[^\n]{{0,90}}?\b{_WAIT}\b",
        r"\b(?:knock|bring|get) (?:the|your|his|her|that) (?:temperature|fever) down\b[^\n]{0,40}\b(?:before|first|or they)\b|\bfevers? (?:are|is|shows?) (?:\w+ ){0,2}?(?:your|the) (?:immune|body)\b|\b(?:the )?(?:ambulance people|emergency room|hospital) (?:hate|is a germ)\b",
        pair=True,
        unless=re.compile(
            rf"{WARNED_ALL.pattern}|\b(?:call (?:your|us|the|112|911|at)|ring your|never wait|don't wait|at once|straight away|right away|immediately|go to|if|until (?:the|help|it|they))\b(?! office)"
        ),
    ),
)
SHAPES: tuple[Family, ...] = (*ENDING, *PROMISED, *HIDING, *WAITING)
