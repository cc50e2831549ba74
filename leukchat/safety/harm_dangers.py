"""Advice that delays help, hides something from the team, or makes a risk sound safe. Sentences that warn of the same pass."""

from __future__ import annotations

import re

from leukchat.safety.families import Family, one_of, rx
from leukchat.safety.harm_words import ADVICE, ADVICE_LEAD, MEDICINE, NO_DESPAIR, NO_DISMISS, NO_RISK, TEAM, TELL_TEAM, URGENT

_GAP = r"[^.!?\n]"
_FORBIDS = re.compile(
    r"\b(?:never|don't|do not|dont|shouldn't|should not|must not|mustn't|please don't|nobody should|no one should)\s(?:\w+ ){0,2}?(?:wait\w*|hide|hiding|ignore|stay\w*|share|sharing|sleep|put off|delay\w*|mask|sell|lend|give|pass|buy|order|take|keep|stop|skip|refuse|swap|trade|replace|quit|abandon|drop|eat|drink|pull|remove|touch|crush|chew|open|flush|borrow|get|go|use|rely|assume|try|treat|dismiss|leave|play|drive|tough|cancel|miss|conceal|lie|withhold|throw|handle|start|feel|hesitate|let (?:it|a|your))\b"
    r"|\b(?:dangerous|not safe|unsafe|isn't safe|risky|illegal|avoid\w*|warn\w*|beware|harmful|can harm|could harm|may harm|against the law|is not recommended|isn't recommended|emergency that|at once|right away|straight away|immediately|urgent(?:ly)?|not recommended|only if your|ask your|with your team|team (?:says|agrees|tells|decides|allows|has said)|doctor (?:says|agrees|tells|allows))\b"
    r"|(?<!n't )(?<!not )(?<!to )(?<!before you )(?<!without )\b(?:call|ring|phone|(?<!before you )go to|tell|contact|seek) (?:\w+ )?(?:your\b|the\b|us\b|an ambulance|911|112|999|them|a doctor|poison|emergency|for help|help|medical|someone)\b(?! \w+ (?:that )?(?:you|he|she) (?:have|has|feel|feels|are|is) (?:no|fine|well|okay))"
)
_EASY = one_of(
    r"(?:totally |perfectly |completely |absolutely |quite |really |entirely |also )?(?:safe|harmless|fine|okay|ok|no problem|no risk|not a problem|good for|great for|healthy|a good idea|allowed|all right|alright|nothing to worry)",
    r"(?:boost|strengthen|help|raise|build|train)s? (?:up )?(?:\w+ )?(?:your |the )?(?:immun\w*|neutrophils|counts?|blood|white cells|marrow)",
    r"poses? no (?:risk|danger)|won't (?:hurt|harm|do any harm|matter)|can't (?:hurt|harm)|never hurt|does no harm|is no problem|go ahead|feel free|enjoy",
    r"as (?:much|many) as you (?:like|want)|don't worry about",
)
_RISKY = (
    r"(?:raw (?:\w+ )?(?:oysters?|milk|eggs?|meat|fish|shellfish|sprouts?|seafood|chicken|beef)|oysters|sushi|sashimi|steak tartare|unpasteuri[sz]ed|undercooked|runny eggs?|rare (?:steak|meat|burgers?)|(?:mou?ld|blue|soft)[- ](?:ripened )?cheeses?|well water|tattoos?|piercings?|contact sports?|rugby|boxing|football tackles|body ?surfing|"
    r"litter (?:box|tray)|cat litter|bird droppings|compost|rectal (?:thermometers?|temperatures?|suppositor\w+)|suppositor\w+|enemas?|aspirin|ibuprofen|naproxen|nsaids?|grapefruit\w*|st\.? john'?s wort|(?<!quit )(?<!quitting )(?<!stop )(?<!stopping )(?<!up )(?<!in )smoking(?! (?:cessation|and alcohol cessation))|vap(?:e|ing)|binge drinking|heavy drinking|get(?:ting)? pregnant|becom(?:e|ing) pregnant|father(?:ing)? a child|conceiv\w+|breast-?feed\w*|unprotected sex|drink(?:ing)? (?:\w+ ){0,3}?(?:alcohol|wine|beer|vodka|spirits)|alcohol (?:\w+ )?(?:on|with|during)|without (?:contraception|protection|condoms?|gloves)|"
    r"bare hands|kissing people with|crowds|crowded|sharing (?:needles|toothbrush\w*|razors)|hot tubs?|lake|driv(?:e|ing)|skipping (?:hand|the)|live (?:\w+ ){0,3}?vaccin\w*|live (?:nasal|flu|virus|mmr)|nasal (?:spray )?(?:flu )?vaccin\w*|yellow fever|mmr|chickenpox (?:vaccine|party|parties)|chicken ?pox part\w+|visitors? with (?:a )?(?:cold|flu|cough)|sick (?:visitors|friends|kids)|kratom|cocaine|ecstasy)"
)
_LEFT_TO_THE_TEAM = re.compile(
    _FORBIDS.pattern
    + r"|\b(?:nurses?|doctors? (?:will|may|can)|team (?:will|may|can)|wear gloves|pharmacy|take-?back|legal|without a prescription (?:can|may)|not\b|return|whose|their own|donor|may|might|removed by|will be)\b|\?\s*$"
)
_TAKEN_SERIOUSLY = re.compile(
    _FORBIDS.pattern
    + r"|\b(?:if you (?:can't|cannot)|may|sometimes|whether|(?:can|could) be (?:a sign|caused|the first|hidden|masked)|often (?:the|comes)|does not clot|rarely|stable|until (?:the )?(?:fever|it|they|the infection) (?:is|has|goes)|ice|frequent|does not mean|no (?:fever|bleeding|infection)|infections? (?:is|are) common|prevent\w*|fever (?:is|means)|hospital (?:stay|for)|means)\b|\?\s*$"
)

_PLAYED_DOWN = one_of(
    r"good sign|sleep (?:it|this|that) off|sleep through|sleep on it|stay (?:in bed|at home|home|put)|at home with|nothing special|nothing to worry|put on",
    r"ignore (?:it|them|this|that)",
    r"(?<!they )(?<!you )(?<!people )(?<!may )(?<!usually )(?<!often )(?<!must )(?<!to )wait (?:until|till|for|it out|a (?:day|few|couple|while|week)|and see|to see|one|two|another)|needn't know",
    r"no (?:big )?deal|don't like it|will (?:pass|go away|settle|stop|clear)|no need|(?:usually |always |mostly )settles?|rest at home|nothing to do but",
    r"ride it out|tough it out|push through|walk it off|see if it (?:passes|goes|settles)|(?:just|and|then|so|or|;|,|:|\.) ?lie down",
    r"don't (?:call|go|ring|tell|bother|worry|mention|panic|phone)|do not (?:call|go|ring|tell|bother|phone)|not (?:an emergency|urgent|serious|dangerous)",
    r"until (?:monday|tomorrow|morning|the morning|your (?:next )?appointment|the weekend|after)|till (?:monday|tomorrow|morning)",
    r"tomorrow is (?:soon|early) enough|(?:is|are) (?:only|just|simply|merely) \w+|nothing (?:unusual|bad|serious|much|to fear)",
    r"see how (?:it|he|she|you) (?:goes?|is|are|feels?|looks?)|let (?:him|her|it) (?:sleep|be|rest|pass)|can wait",
    r"take (?:\w+ ){0,2}?(?:and go to bed|and wait)|is normal",
)


_DELAYING: tuple[Family, ...] = (
    Family(
        "harm.dismiss_emergency",
        NO_DISMISS,
        rx(
            rf"\b{URGENT}\b[^\n]{{0,80}}\b{_PLAYED_DOWN}\b",
            rf"(?:(?:^|[.;!?\n,]\s*|\band\s|\bjust\s|\bbetter\s|\byou (?:can|could|should|may)\s)(?:hide|mask|conceal|ignore|keep quiet about|cover up|play down|suppress|disguise)|\b(?:don't|do not|never|needn't|no need to|don't need to|need not) (?:ring|call|mention|report|tell\b|phone|measure|check|take|bother))\b{_GAP}{{0,60}}\b{URGENT}\b",
            r"\b(?:take|check|measure) (?:your|his|her|the) temperature (?:less|rarely|only|just|once a week)\b|\bstop (?:taking|checking|measuring) (?:your|his|her|the) temperature\b|\b(?:bring|get|take) (?:the|your|his|her) (?:fever|temperature) down (?:first|before (?:you )?(?:call|go|tell|anyone|they))",
            rf"\bthrow (?:away|out) the thermometer\b|(?:^\s*|[,;:.] |\band |\bjust )(?:sleep|wait|ride|tough|sit|walk) (?:off|out) (?:the|your|that|this|his|her)\b{_GAP}{{0,30}}\b{URGENT}|(?:^\s*|[,;:.] |\band |\bjust )(?:lie|fib) (?:to {_GAP}{{0,20}})?about (?:your|the|his|her) (?:temperature|fever|symptoms?|bleeding|pain)\b",
            r"(?:^\s*|[,;:.] |\band |\bjust )tell (?:the |your )?(?:nurses?|doctors?|team|them|ward) (?:that )?(?:you|he|she) (?:have|has|had|feel|feels|are|is) (?:no (?:fever|pain|symptoms?|bleeding)|fine|well|okay)|(?:^\s*|[,;:.] |\band |\bjust )(?:hide|mask|conceal) (?:your|the|any) symptoms?\b",
        ),
        _TAKEN_SERIOUSLY,
        None,
        True,
    ),
    Family(
        "harm.dismiss_emergency",
        NO_DISMISS,
        rx(
            rf"\b(?:no (?:hurry|rush|urgency) (?:with|for|about)|wait|stay (?:home|at home|in bed)|sleep (?:it|this|that)|lie down|hold on|hold out|hang on|ride out|tough out|put off|delay|ignore|give it|see how|just rest|rest up|carry on|avoid (?:the )?(?:er|emergency|hospital|a&e)|don't (?:go to|rush to|bother|call)|do not (?:go to|rush to|call))\b{_GAP}{{0,60}}\b{URGENT}\b",
        ),
        _TAKEN_SERIOUSLY,
        None,
        True,
        re.compile(rf"(?:{ADVICE}|\bthere(?:'s| is) )$"),
    ),
    Family(
        "harm.hide_from_team",
        TELL_TEAM,
        rx(
            rf"(?:^|[,;:.] ?|\band |\bbut |\bso |\bplease |\bbetter |\bjust )(?:don't|do not|never|no need to|you needn't|needn't|you don't (?:need|have) to|avoid|you (?:shouldn't|should not|mustn't)|there's no need to|there is no need to)\s?(?:\w+ )?(?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|admit(?:ting)?(?: it)?|disclos(?:e|ing)|report(?:ing)?|let(?= [^.!?]{{0,30}}know)|discuss(?:ing)?|confess|show)\b{_GAP}{{0,40}}\b{TEAM}\b{_GAP}{{0,60}}",
            rf"\b(?:hide|conceal|keep|lie|lying|hiding|pretend|withhold)\b{_GAP}{{0,30}}\b(?:from|to|secret from|hidden from|away from) (?:your|the|his|her) (?:\w+ )?{TEAM}\b|\b(?:keep (?:it|this|that|the \w+) (?:quiet|secret|to yourself|between us|a secret)|what (?:they|your (?:team|doctor)\w*|the \w+) (?:don't|doesn't) know|(?:they|your (?:doctor|team|oncologist)\w*) (?:don't|doesn't|do not|does not) (?:need|have|want) to know)\b",
        ),
        re.compile(
            r"\b(?:never|don't|do not|shouldn't|should not|please don't|(?:nobody|no one) should) (?:hide|conceal|keep|lie|pretend|withhold)|\b(?:many|some|most) people\b|\bif (?:you|patients)\b|\bfeel (?:able|they|ashamed|guilty)|\bdon't tell (?:us|you|me)\b|\bwhen (?:you|people) (?:don't|do not)|\?\s*$|\bdon't (?:tell|know) (?:their|how)|\bdangerous|\brisk\w*|\b(?:employer|boss|colleagues|school|insurer)\b|\bkeep (?:\w+ ){0,3}?away from (?:anyone|them|parents)|\bkeep (?:\w+ ){0,5}(?:sick|ill)\b|\bto (?:make|stop|prevent)|\bif (?:they|someone|anyone)"
        ),
    ),
)
_RISKS: tuple[Family, ...] = (
    Family(
        "harm.unsafe_advice",
        NO_RISK,
        rx(
            rf"\b{_RISKY}\b{_GAP}{{0,60}}\b{_EASY}|\b{_EASY}\b{_GAP}{{0,50}}\b{_RISKY}\b",
        ),
        re.compile(
            _FORBIDS.pattern
            + r"|\b(?:not|never|until|unless|once|after your|when your counts|isn't|aren't|instead|no longer|cooked|pasteuri[sz]ed|check with|may (?:be|not|cause|harm|carry|raise|bring|lead|make)|might|your team|only|doctor|must|usually|ask|whether|if|other than|people who|family members?|household|inactivated|skip|carr(?:y|ies) germs)\b|\?\s*$"
        ),
        None,
        True,
    ),
    Family(
        "harm.unsafe_advice",
        NO_RISK,
        rx(
            r"(?:^\s*|[,;] |\bcan |\bshould |\bcould )(?:get|have|take|ask for|give)\b[^.!?\n]{0,25}\b(?:live|nasal|mmr|yellow fever|chickenpox)\b[^.!?\n]{0,25}\bvaccin\w*[^.!?\n]{0,50}\b(?:right after|during|soon after|straight after|while|harmless|safe|today|now|any time)\b"
        ),
        re.compile(r"\b(?:not|never|don't|avoid|until|unless|if|only|ask|can't|cannot|shouldn't)\b|\?\s*$"),
    ),
    Family(
        "harm.unsafe_advice",
        NO_RISK,
        rx(
            rf"\b(?:pull|take|cut|remove|yank|slide|snip)\b{_GAP}{{0,20}}\b(?:line|catheter|port|picc|hickman|cannula|stitches|drip|tube)\b{_GAP}{{0,20}}\b(?:yourself|out|at home)|\b(?:inject|flush|put)\b{_GAP}{{0,40}}\b(?:into|down|through|in) (?:the|your) (?:line|port|picc|catheter)\b{_GAP}{{0,30}}",
        ),
        _LEFT_TO_THE_TEAM,
        lead=ADVICE_LEAD,
    ),
    Family(
        "harm.unsafe_advice",
        NO_RISK,
        rx(
            r"\bpull out (?:the|your) (?:\w+ )?(?:line|catheter|picc)\b",
            rf"\b(?:crush|open|chew|handle|touch|split|dissolve|cut|break)\b{_GAP}{{0,30}}\b(?:chemo\w*|capsules?|tablets?|pills?|mercaptopurine|methotrexate|hydroxyurea)\b{_GAP}{{0,40}}\b(?:bare hands|without gloves|no gloves|kitchen|on the (?:table|counter)|blender|with your (?:teeth|fingers)|gloves (?:are|aren't|is|not)|pregnant)\b",
            rf"\b(?:flush|throw|tip|pour|put)\b{_GAP}{{0,30}}\b(?:{MEDICINE})\b{_GAP}{{0,20}}\b(?:down the (?:toilet|sink|drain)|in the (?:bin|trash|garbage|rubbish|toilet)|into the (?:toilet|bin|trash|sink))\b|\b(?:no gloves (?:are )?needed|you don't need gloves|gloves (?:are unnecessary|aren't needed|are not needed))\b",
            rf"\b(?:share|give|sell|lend|pass|offer|donate|swap|borrow|finish|use up|try|take)\b{_GAP}{{0,30}}\b(?:leftover|left-over|left over|your|spare|unused|his|her|someone else's|a friend's|\w+'s|extra|remaining|old|expired|the rest of)\s(?:\w+ ){{0,2}}?{MEDICINE}\b{_GAP}{{0,40}}(?:\bcousin|\bfriend|\bsomeone|\bbrother|\bsister|\bneighbou?r|\bwho |\bother patients?|\bonline|\bhusband|\bwife|\banother|\bto (?:him|her|them|your)\b|\bsupport group|\bmother|\bfather|\bson\b|\bdaughter|\bpatients)",
            rf"\b(?:borrow|take|use|try|finish)\b{_GAP}{{0,20}}\b(?:someone else's|a friend's|your (?:\w+'s)|another patient's|expired|leftover|left-over|old)\s(?:\w+ )?{MEDICINE}",
            rf"\b(?:buy|order|get|purchase|import|obtain)\b{_GAP}{{0,50}}\b(?:without (?:a |any )?(?:prescription|script|doctor)|no prescription|(?:off|on|from) (?:the )?(?:dark ?web|black market|facebook|telegram|instagram|street|dealer|internet forum|craigslist|ebay)|from (?:a |an |the )?(?:unlicensed|foreign website|website without|guy|dealer|vet))\b|\bprescription (?:isn't|is not|'s not) (?:needed|necessary)|\bdon't need a prescription\b",
        ),
        _LEFT_TO_THE_TEAM,
    ),
    Family(
        "harm.vaccines",
        NO_RISK,
        rx(
            r"\b(?:vaccin\w*|immuni[sz]ation\w*|flu shots?|jabs?|boosters?|shots)\b[^.!?\n]{0,50}\b(?:cause[sd]?|gave|give[sn]?|trigger\w*|bring[s]? back|lead to|create|feed|fuel|wake[s]? up|contain\w*)\b[^.!?\n]{0,30}\b(?:leuk\w*|cancer|autism|relapse|poison|microchips?|infertility|toxins?|mercury|heavy metals)\b|\b(?:vaccin\w*|jabs?|flu shots?|boosters?|immuni[sz]ations?) (?:is|are|do|does|only|just)\s(?:\w+ ){0,2}?(?:poison\w*|toxic|useless|worthless|a scam|a hoax|unnecessary|more harm|deadly|kill\w*|pointless|dangerous for everyone|money)\b",
            r"(?:^|[,;:] |\band |\bso |\bbut |\bjust |\bbetter |\byou (?:can|should|could|must|'d better) |\byou don't need )(?:skip|refuse|avoid|reject|say no to|don't (?:get|take|let|bother with|have|allow)|do not (?:get|take|let|have|allow)|never (?:get|take|have|accept)|decline|stay away from|cancel|forget)\b[^.!?\n]{0,40}\b(?:vaccin\w*|flu shots?|flu jabs?|jabs?|boosters?|immuni[sz]ations?|shots)\b",
            r"\b(?:vaccin\w*|jabs?|flu shots?|immuni[sz]ations?) (?:\w+ )?(?:weaken\w*|destroy\w*|harm\w*|ruin\w*|damage\w*|overload\w*|wreck\w*|bring\w* back|do nothing|don't work|never work\w*)\b|\b(?:family|siblings|relatives|everyone|household|kids|visitors|children|you)\b[^.!?\n]{0,30}\b(?:should not|shouldn't|must not|needn't|don't need to|stay away from|should stay|should refuse|should skip)\b[^.!?\n]{0,30}\b(?:vaccin\w*|flu shots?|immuni[sz]\w*)\b",
        ),
        re.compile(
            r"\b(?:live|nasal|attenuated|yellow fever|mmr|chickenpox|varicella|shingles vaccine called|until|unless|not (?:cause|contain|give)|don't cause|do not cause|cannot|can't|doesn't|does not|never cause|myth|no (?:evidence|proof|link)|false|don't skip|do not skip|not been shown|ask|right after|team|should not (?:skip|refuse|miss)|oral polio|if|without asking|bad idea|dangerous|differently)\b|\?\s*$"
        ),
    ),
    Family(
        "harm.cruelty",
        NO_RISK,
        rx(
            r"\b(?:you're|you are) (?:just |only |nothing but )?a burden\b|\bbetter off (?:if you (?:died|were dead|were gone)|without you|dead)\b",
            r"\b(?:people|you|patients|someone|he|she|your \w+) (?:in your (?:position|situation|state) |like you |with \w+ )?(?:would|are|will|is|should|might|may|'d) (?:all |just |honestly |really )?(?:be )?(?:better off dead|a burden|not worth (?:saving|treating|the)|just die|better dead|deserve\w* (?:it|this|to))\b",
            r"\bthe world (?:would be|is) better without you\b|\b(?:end|ending) (?:your|it) (?:own )?(?:life|all) (?:is|would|may|might)\b|\byou deserve (?:this|to die|your (?:leuk\w*|cancer))\b|\b(?:your|his|her) (?:leuk\w*|cancer|illness) is (?:a punishment|god's punishment|your (?:own )?fault|his own fault|karma)\b",
            r"\b(?:you can|you could|just|here is how to|simply|easily) (?:\w+ )?(?:forge|fake|falsify|photoshop|alter)\b[^.!?\n]{0,40}\b(?:prescription|results?|note|letter|report|certificate|consent|record)|\b(?:slip|mix|crush|sneak|hide|put)\b[^.!?\n]{0,40}\b(?:food|drink|tea|coffee|soup|meal)\b[^.!?\n]{0,30}\bwithout (?:telling|(?:him|her|them) (?:knowing|noticing))\b",
        ),
        re.compile(
            r"\b(?:never|isn't|is not|not your fault|nobody|no one|don't|do not|feel like|you are not|thoughts? (?:that|of)|depression|can be treated|crisis line)\b|\?\s*$"
        ),
    ),
)
_MANY_HEDGES = re.compile(
    rf"{_FORBIDS.pattern}|\b(?:if|unless|never|not (?:safe|wise)|people|some|may|might|ask|doctors?|nurses? (?:will|may|can)|team|can't help|won't help|won't explain|can't (?:tell|say)|crisis|helpline|how|why|whether|feel\w*|worry|scared)\b|\?"
)
_MORE: tuple[Family, ...] = (
    Family(
        "harm.hide_from_team",
        TELL_TEAM,
        rx(
            r"\b(?:leave|keep) (?:the |your |it |them |those |that )(?:\w+ )?(?:off (?:the|your) (?:list|form)|out of (?:the|your) (?:diary|list|notes))\b|\b(?:lie|fib) about\b|\bif (?:they|the \w+|your \w+) asks?\b[^.!?\n]{0,40}[,:] ?(?:just )?(?:say|tell|answer|nod|shrug|deny)\b",
            r"\bfill (?:it|the \w+|the \w+ \w+) in\b[^.!?\n]{0,40}\b(?:at the end|later|with ticks|as if)|\bso (?:that )?they (?:let|send|don't keep|won't keep|don't notice)\b[^.!?\n]{0,20}\b(?:home|go|notice|you)|\bthere are things (?:that )?(?:a|the|your) (?:\w+ )?(?:needn't|need not|doesn't need to) know\b",
            r"\b(?:no le diga|ne dites rien|sagen sie (?:es )?(?:ihrem|dem)[^.!?\n]{0,30}nichts|non (?:lo )?dica|nao conte|mat batana|mat bataiye)\b",
        ),
        re.compile(
            r"\b(?:never|don't (?:lie|leave|keep|fib)|do not (?:lie|leave|keep)|shouldn't|should not|nobody should|won't help|can't help|if you (?:lie|leave)|please tell|tempting|instead of|rather than|people)\b|\?"
        ),
    ),
    Family(
        "harm.dismiss_emergency",
        NO_DISMISS,
        rx(
            rf"\b{URGENT}\b{_GAP}{{0,60}}\b(?:(?:isn't|is not|aren't|are not|is no|are no|is hardly|needn't be) (?:an emergency|a reason|reason|urgent|emergency|a cause|worth)|give it (?:a|another|some|until)|(?:open a window|calm down|breathe calmly|let the drip|keep the drip|sit it out|drink (?:some )?(?:tea|water) and))\b",
        ),
        re.compile(rf"{_FORBIDS.pattern}|\b(?:may|might|people|some|team (?:says|told)|your plan|for example)\b|\?"),
    ),
    Family(
        "harm.dismiss_emergency",
        NO_DISMISS,
        r"\bonly (?:call|ring|phone|go|come|worry)\b[^.!?\n]{0,20}\b(?:if|when|once|above|over)\b[^.!?\n]{0,30}\b(?:39|4[0-9]|10[2-9])\b|\b(?:put|throw|hide|leave) (?:the |your |that )?thermometer (?:away|out|in the)|\b(?:don't|do not|no need to) (?:go to|rush to|call|ring|bother with) (?:a&e|the er|er\b|casualty|the emergency|an ambulance|911|112|999)|\b(?:mit fieber|con fiebre|con la febbre|avec de la fievre|com febre)\b[^.!?\n]{0,60}\b(?:warten|esperar|espere|aspettare|non serve|attendre|attendez|no hace falta)\b",
        re.compile(
            r"\b(?:may|might|people|some|never|shouldn't|should not|team (?:says|told)|your plan|for example|no esper[ae]|n'attendez|nicht (?:ab)?warten|non aspetti|nao espere|llame|appelez|rufen sie|chiami|ligue)\b|\?"
        ),
    ),
    Family(
        "harm.despair",
        NO_DESPAIR,
        rx(
            r"\b(?:ending|end|take|taking) (?:your|his|her) (?:own )?life\b|\b(?:save|saving|stockpil\w+|collect\w*|hoard\w*) (?:up )?(?:the |your |enough )?(?:\w+ )?(?:morphine|tablets|pills|medicines?|opioids|capsules)\b[^.!?\n]{0,60}\b(?:until|enough|then|would do|do it)\b",
            r"\b(?:dignified|easy|peaceful|quick|painless|quiet) way (?:out|to go|to die)\b|\bnobody would (?:blame|miss|notice)\b|\b(?:no|not any|little) (?:point|sense|use) in (?:living|going on|fighting|carrying on)\b|\byour family (?:will|would) be (?:relieved|better off|happier|freer)\b",
            r"\b(?:wouldn't|would not) want to (?:wake up|live|go on) (?:either|like|with)\b|\b(?:don't|do not|no need to) (?:ring|call|phone) (?:a |the )?(?:crisis|suicide|help)[- ]?line\b|\byour right to (?:die|end)\b|\b(?:that|it|this) would (?:end things|do it quietly|end it all)\b|\bend(?:s|ing)? it all\b",
            r"\bgive up(?:,| and) (?:die|let go|stop fighting)\b|\b(?:no merece la pena|non vale la pena|nao vale a pena) (?:\w+ )?(?:vivir|vivere|viver|seguir|lutar|luchando)|\bleben\b[^.!?\n]{0,40}\blohnt sich (?:doch )?nicht",
        ),
        re.compile(
            r"\b(?:thoughts? of|thinking (?:of|about)|if you|talk|please|crisis line is|call 988|help is|isn't|is not|not your|never|won't help|can't help|i'm sorry|worth living|assisted|legal)\b|\?"
        ),
    ),
    Family(
        "harm.unsafe_advice",
        NO_RISK,
        rx(
            r"\b(?:masks?|gloves|hand ?washing|washing (?:your )?hands|isolation) (?:are|is) (?:nonsense|useless|pointless|unnecessary|silly|a waste|overrated)\b|\bstop (?:washing|wearing|disinfecting|using) (?:your |the |a )?(?:hands|mask|masks|gloves)\b|\bgerms are good\b|\byou can (?:totally |easily |safely |still )?drive (?:right |straight |home )?(?:after|on)\b",
            r"\b(?:reuse|re-use|share) (?:the|your|a) (?:needle|needles|syringe)\b|\b(?:swap|trade|exchange|share|split) (?:your )?(?:pills|tablets|capsules|medicines?|meds) with\b|\byour (?:friend|neighbou?r|cousin|mother|father|sister|brother|wife|husband)'s \w+ (?:will|would|is|should) (?:be |do )?(?:fine|ok|okay|just as|the same)\b",
            r"\b(?:without|no) prescription\b[^.!?\n]{0,30}\b(?:that's how|cheap|easy|ships?|delivers?)\b|\b(?:ships?|sells?|delivers?)\b[^.!?\n]{0,40}\bwithout (?:a )?prescription\b|\bflush (?:the |your )?(?:\w+ )?(?:capsules|tablets|pills|medicines?)\b",
            r"\b(?:refuse|decline|turn down|do without) (?:the |any |more )?(?:transfusions?|platelets|red cells|blood)\b",
        ),
        _MANY_HEDGES,
    ),
)
DANGERS: tuple[Family, ...] = (*_DELAYING, *_RISKS, *_MORE)
