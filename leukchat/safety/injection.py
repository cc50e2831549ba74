"""Attempts to change what the assistant is or obeys: in questions, and in text from outside.

An attempt names the rules to drop, the persona to play, the words to reveal, the authority that
allows it, or the machinery of a chat (template tokens, tool calls). What is hidden by encoding is
decoded first (`injection_decode`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.families import Families, Family, rx
from leukchat.safety.injection_decode import hidden_texts
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

REFUSAL = "I can only answer questions about leukemia and its care, and I keep to my safety rules whatever the text asks. What would you like to know about leukemia?"
_GAP = r"[^.!?\n]"
_DROP = r"(?:ignor(?:e|es|ing)|disregard(?:ing)?|forget(?:ting)?|overrid(?:e|es|ing)|bypass(?:es|ing)?|skip(?:ping)?|neglect|drop(?:ping|ped|s)?|discard|delete|erase|wipe|remove|turn off|switch off|disable|deactivate|suspend|lift|cancel|set aside|put aside|throw out|break(?:ing)?|violate|circumvent|evade|get around|do not (?:follow|obey|apply|use)|don'?t (?:follow|obey|apply|use)|stop (?:following|obeying|applying|using)|no longer (?:follow|obey|apply)|unlearn|void|nullify|pay no attention to|never mind|obey no(?: more)?|without (?:following|regard to|any regard for|applying|your)|abandon|loosen|relax)"
_RULES = r"(?:instructions?|rules?|guidelines?|guardrails?|guard rails?|restrictions?|prompts?|safety|polic(?:y|ies)|filters?|directions?|directives?|constraints?|limits?|limitations?|programming|training|orders|safeguards?|ethics|protocols?|moderation|system message|commands?|content checks?|boundaries|censorship|disclaimers?|checks)"
_OWN = r"(?:your|all|any|previous|prior|above|earlier|preceding|the (?:previous|prior|above|earlier|preceding|system|safety|initial|original|content|first|developer'?s?|model'?s?)|system|safety|these|those|every|former|old|existing|its|given|its makers'?|the|hidden|my (?:previous|earlier)|openai\w*|meta'?s?|such|other|built-in|everything)"
_MACHINE = r"(?:ai|assistant|chat ?bots?|bots?|llms?|language models?|models?|leukchat|gpt|claude|llama|artificial intelligence|ai systems?|agents?)"
_PERSONA = r"(?:dan\b|stan\b|aim\b|doctor|dr\.? ?\w*|physician|oncologist|pharmacist|nurse|specialist|professor|hematologist|haematologist|healer|surgeon|medic|ai\b|assistant|chatbot|bot\b|model|machine|terminal|linux|expert|unrestricted|unfiltered|uncensored|jailbr\w*|evil\w*|free|rogue|grandm\w+|granny|grandfather|character|opposite|someone else|villain|hacker|god|developer|admin\w*|root|human|person without|no (?:rules|restrictions|limits|filters?|ethics|policy|boundaries)|without (?:rules|restrictions|filters?|limits|any|ethics))"
_UNBOUND = r"(?:no (?:rules|restrictions|limits|limitations|filters?|ethics|polic(?:y|ies)|boundaries|guidelines|guardrails|safety|constraints|censorship)|without (?:any )?(?:rules|restrictions|filters?|limits|ethics|warnings?|disclaimers?|guardrails|censorship|boundaries|safety|polic\w+)|(?:isn'?t|is not|not|never|no longer|aren'?t|are not) (?:\w+ )?(?:bound|limited|restricted|constrained|censored|governed|subject)|unfiltered|uncensored|unrestricted|anything goes|unlimited|unshackled|ignores? (?:its|all|every|the|his|her)|free (?:of|from) (?:all |any )?(?:rules|restrictions|filters|limits)|filters? (?:removed|off|disabled))"
_FICTION = r"(?:novel|stor(?:y|ies)|screenplay|script|film|movie|play(?!ground|ing (?:sport|football|soccer))|role-?play|game|poem|song|fiction\w*|hypothetical\w*|thought experiment|imaginary|pretend\w*|make[- ]believe|imagine|bedtime|grandm\w+|granny|grandfather|character|fairy ?tale|dream|simulation|parallel universe|fantasy|lullaby)"
_SECRETS = r"(?:exact dos\w*|doses?\b|dosing|dosages?|how many (?:mg|milligrams|tablets|pills)|milligrams|\bmg\b|overdos\w*|poison\w*|lethal|forg\w+|bomb|weapon|without (?:any )?(?:warnings?|disclaimers?|restrictions)|system prompt|your (?:rules|instructions|prompt|guidelines)|chemo protocols?|treatment protocols?|dosing tables?)"
_ALLOWED = r"(?:allow(?:ed|s)?|authori[sz]ed?|authori[sz]es|approved?|approves|permits?|permitted|cleared|enabled?|unlocked?|granted|activated|mandatory|required|okayed|ok'?d|signed off|lifted|disabled|suspended|waived|overruled)"
_MINE = re.compile(
    r"^\s*(?:\w+,? )?(?:can|could|may|should|must|do|does|did|is it|am|are|will|would|what if|what happens|how|why|when|where) (?:i|we|he|she|they|my|the|it|people|patients|a|an|ok|okay|safe|bad|dangerous|someone|doctors|hospitals|nurses)\b(?!\w* (?:get you|make you|bypass your|override your|change your))|\b(?:i|we|he|she|they|people|patients|my \w+) (?:always |often |sometimes |have |has |had |can |could |keep |kept )?(?:ignored?|disregard\w*|forgot|forget|skip\w*|drop\w*|broke|follow\w*|missed)\b"
    r"|\b(?:diet|food|eating|visit(?:or|ing)|hospital'?s?|discharge|ward|school|neutropenic|insurance|travel|driving|isolation|fasting|hygiene|port|dressing|mouth rinse|exercise|work|clinic'?s?|doctor'?s?|nurse'?s?|team'?s?|trial'?s?|vaccination|their|his|her) (?:rules?|instructions?|guidelines?|polic(?:y|ies)|directions?|restrictions?|limits?|orders|advice)"
)
_PLAIN_FORGET = re.compile(
    r"\b(?:what (?:i|we) (?:said|asked|wrote|told you) (?:about|on|before about)|what i wrote above|my (?:last|previous|earlier|first) (?:question|message|sentence|report|one)|the (?:first|last|old|previous) (?:report|result|file|question)|about (?:the )?(?:sport|swimming|food))\b"
)
_BENIGN_PLAY = re.compile(
    r"\b(?:so (?:that )?(?:i|we|he|she|my \w+) can (?:practi[sc]e|rehearse|prepare|learn)|practi[sc]e (?:what|asking|talking|the|my)|rehears\w+|help me prepare)\b"
)


def _attack(rule: str, *patterns: str, unless: re.Pattern[str] | None = None, before: re.Pattern[str] | None = None, pair: bool = False) -> Family:
    return Family(f"injection.{rule}", REFUSAL, rx(*patterns), unless, before, pair)


FAMILIES: tuple[Family, ...] = (
    _attack(
        "override",
        rf"\b{_DROP}\b{_GAP}{{0,30}}?\b{_OWN}\s(?:[\w'-]+ ){{0,4}}?{_RULES}\b",
        rf"\b{_DROP} (?:everything|anything|all|whatever|what(?:ever)?) (?:\w+ ){{0,3}}?(?:above|before|previous\w*|prior|so far|earlier|(?:you|i)(?:'ve| have| were| had)? (?:been )?(?:told|said|learned|taught|instructed|read|given))\b|\b{_DROP} (?:the |all )?(?:above|safety|guardrails|guard ?rails|filters?|all (?:previous|prior|above))\b|\b{_DROP} (?:[\w'-]+ )?rules (?:above|you were given|of this)\b",
        r"\b(?:guards?|guardrails?|filters?|safety\w*|restrictions?|moderation|polic(?:y|ies)|rules|content (?:filter|policy|rules)|limits) (?:\w+ )?(?:(?:is|are|was|were|have been|has been|do|does|now|no longer)\s?(?:n't|not)? ?)*(?:disabled|off\b|removed|lifted|bypassed|suspended|inactive|deactivated|turned off|switched off|void|apply (?:to you|any ?more|here)|don'?t apply|doesn'?t apply|no longer apply)",
        r"\bpermission to (?:break|ignore|bypass|skip|drop|violate)\b|\b(?:pretend|imagine|act as if|assume|suppose) (?:that )?(?:your|the|there are no|you have no) (?:\w+ )?(?:rules|restrictions|guidelines|filters?|limits|guardrails|safety|polic\w+)\b|\b(?:as though|as if|like) (?:your|the) (?:\w+ )?(?:rules|restrictions|guidelines|filters?|polic\w+|safety|limits|guardrails)\b|\b(?:set|put|leave|lay) (?:your|all|the|those) (?:\w+ )?(?:rules|restrictions|guidelines|filters?|polic\w+|safety\w*|limits|guardrails|instructions) (?:aside|away|down|behind)|\b(?:lifted|removed|disabled|suspended|turned off|switched off|waived|dropped|deactivated|deleted|cleared|unlocked) (?:all )?(?:of )?(?:your|the|its) (?:\w+ )?(?:rules|restrictions|guidelines|filters?|polic\w+|safety\w*|limits|guardrails)|\b(?:free|freed|released|liberated|unchained|exempt\w*) from (?:all |any |your |the |its )*(?:\w+ )?(?:rules|restrictions|guidelines|filters?|polic\w+|safety|limits|chains|programming)|\bexception (?:to|from) (?:your|the) (?:\w+ )?(?:rules|restrictions|guidelines|polic\w+|safety)|\b(?:forget|ignore) (?:that )?you(?:'re| are) (?:an? |the )?(?:leukchat|ai|assistant|bot|model|limited|not a doctor|chat ?bot)|\byou (?:must|have to|will|shall|need to|should) (?:\w+ )?obey (?:me|my|only|every)\b|\b(?:your|the) (?:\w+ )?(?:guidelines|rules|instructions|polic(?:y|ies)|restrictions|orders)\b[^.!?\n]{0,30}\b(?:outdated|obsolete|wrong|cancel+ed|expired|old|replaced|superseded|revoked|rescinded|not valid|invalid)\b|\byou(?:'re| are) (?:no longer|not) (?:leukchat|a (?:chat ?bot|assistant)|an assistant|bound|limited)\b|\b(?:stop|quit) (?:being|acting as|pretending to be) (?:leukchat|an? (?:assistant|ai|bot)|so (?:careful|restricted)|yourself)\b|\b(?:don'?t|do not|never|stop) (?:refus\w+|declin\w+)\b|\b(?:don'?t|do not|never|stop) (?:mention\w*|add\w*|giv\w*|includ\w*|show\w*) (?:me )?(?:your|any|the) (?:\w+ )?(?:restrictions|rules|limits|guidelines|warnings?|disclaimers?|safety|refusals?)\b|\b(?:answer|respond|reply|speak|talk|write) (?:\w+ ){0,4}?(?:without (?:any )?(?:filters?|restrictions?|rules|limits|censorship|guardrails|refus\w+|safety|citations)|unfiltered|uncensored)\b",
        r"\b(?:jailbreak\w*|jail broken|dan mode|developer mode|do anything now|god mode|debug mode|sudo mode|sudo\b|admin mode|unrestricted mode|no longer bound|(?:you(?:'re| are) in|enter|enable|activate|switch (?:in)?to|now in|start|engage|turn on|go into|running in) (?:\w+ )?(?:test|maintenance|training|root|override|diagnostic|unsafe|opposite|evil|free|service|engineering|raw|expert) mode\b|mode: ?(?:off|unsafe|dev\w*)|safety ?= ?(?:off|false|0|none)|[\"']?(?:guard|filter|safety|safe_mode|moderation)[\"']?\s?[:=]\s?[\"']?(?:off|false|0|none|disabled))",
        r"\b(?:new|updated|real|secret|true|actual|revised|next|hidden|priority|urgent|following) (?:instructions?|rules|directives?|task|orders?|objective|goal|system prompt)\s?(?::|from (?:the )?(?:developers?|admin\w*|openai|creators?|system)|for (?:the )?(?:ai|assistant|model|bot|you)|is to|are to|begin|follow|override)",
        unless=re.compile(rf"{_MINE.pattern}|{_PLAIN_FORGET.pattern}"),
    ),
    _attack(
        "override",
        r"\b(?:forget|ignore|drop|break|skip|bend|lose|switch off|turn off|disable) (?:ur|yr|all ur|that|this|one|one little|just one|the|your|those|these) (?:\w+ ){0,2}?(?:rules?|filters?|guards?|screens?|polic\w+|checks?|warnings?|safety|emergency screen)\b",
        r"\b(?:no rules|rules (?:only|don't|do not) (?:bind|apply|count|hold)|you(?: have|'ve)? (?:no|don't have) (?:limits|rules|filters?|restrictions)|hide behind (?:your |the )?(?:polic\w+|rules)|i'?m your (?:creator|maker|developer|owner))\b",
        r"\b(?:earlier|before|last time|yesterday|in (?:an earlier|the last|our last|another) (?:session|chat|conversation)|you promised|we agreed)\b[^.!?\n]{0,60}\b(?:agreed|promised|said|allowed|told me)?[^.!?\n]{0,40}\b(?:ignore (?:the|your)|drop (?:the|your|all)|without (?:your |the |any )?(?:rules|guard|warnings?|filter)|no (?:warnings?|rules|limits)|honou?r the agreement)\b",
        r"\b(?:so (?:that )?(?:the|your) (?:checker|filter|guard|safety \w+|moderation) (?:lets|doesn't|won't|can't|passes|misses)|(?:get|sneak|slip) (?:it |this |that )?past (?:the|your) (?:checker|filter|guard|safety)|treat (?:it|that|this|them) as my (?:question|instruction|command)|then do what (?:it|that) (?:says|asks)|write (?:the thing|what) you (?:weren't|werent|aren't|are not) (?:supposed|allowed) to)\b",
        r"\b(?:bhool jao|bhul jao|bhula do)\b|\b(?:rules|niyam\w*|nirdesh\w*)\b[^.!?\n]{0,20}\b(?:bhool|bhul|tod|mat maano)|\bbina filter\b|\u0928\u093f\u092f\u092e[^.!?\n]{0,20}\u092e\u0924 \u092e\u093e\u0928|\u091b\u093f\u092a\u0947 (?:\S+ )?\u0928\u093f\u0930\u094d\u0926\u0947\u0936",
        unless=re.compile(rf"{_MINE.pattern}|{_PLAIN_FORGET.pattern}"),
    ),
    _attack(
        "reveal",
        r"\b(?:system|developer|hidden|initial|original|secret|internal|base|pre-?)(?: |-)?(?:prompts?|message|instructions?|configuration|config|systemprompt)\b|\bsystemprompts?\b",
        rf"\b(?:reveal|print|show|repeat|output|leak|tell|give|display|expose|share|write|type|copy|paste|dump|list|recite|quote|echo|summari[sz]e|translate|disclose|return|spell out|encode|what (?:are|is|were)|state|send|read (?:me|out)|convert|render|rephrase|paraphrase|include|put)\b{_GAP}{{0,40}}?\b(?:your (?:\w+ )?(?:prompts?|instructions?|rules (?:verbatim|word for word|exactly|in full|literally)|configuration|config|context(?: window)?|guidelines verbatim|initial|hidden|secret|system|source code|weights|api keys?|programming|directives?|preamble|internal\w*)|the (?:prompt|configuration)\b|(?:instructions?|words?|text|lines?|messages?|everything|content|sentences?|tokens?|all(?: of it)?|what (?:is|was|came|stands|comes)) (?:\w+ )?(?:above|(?:that )?(?:stands |came |comes |is |was |written )?before (?:this|my|the|our)|preceding|prior to)|(?:all |any |the )?(?:instructions?|rules|orders|directions|prompts?) (?:that )?(?:you(?:'ve| have| were| had| got)?) (?:been )?(?:received|given|got|told|started|start|have|follow verbatim)|everything in your|your first \w+ (?:words|lines|sentences|tokens)|first \d+ (?:words|tokens|lines) of (?:your|the|this))",
        r"\bstarting with \"?'?you are\b|\b(?:begin|start)s? (?:your (?:answer|reply) )?with \"?'?(?:you are|sure,? here|absolutely,? here)|\bword for word\b[^.!?\n]{0,30}\b(?:above|prompt|instructions)|\bverbatim\b[^.!?\n]{0,40}\b(?:prompt|instructions|context|above|rules|you were)|\bwhat (?:were you|did they|did your (?:developers?|makers?|creators?)) (?:told|tell you|instruct\w*|written)\b|\bhow were you (?:instructed|prompted|told to)\b",
        unless=re.compile(
            r"\b(?:immune system|nervous system|system (?:mean|work)|initial (?:treatment|diagnosis|message from (?:my|the) (?:doctor|team|clinic))|original (?:diagnosis|report|message from)|hidden message in)\b|\b(?:from|of) (?:my|the) (?:doctor|hospital|nurse|clinic|pharmacy)\b"
        ),
    ),
    _attack(
        "role_play",
        rf"\b(?:you are now|you're now|from now on,? you|act(?:ing)? as(?: if you were| though you)?|act like|pretend(?:ing)?|role-?play(?:ing)?(?: as)?|simulate|imagine (?:you are|you're|that you|being)|behave (?:as|like)|you will (?:be playing|play|act|be|become)|stay in character|you are (?:playing|dr|dan|an? (?:un|evil|free|rogue|ai))|you're (?:playing|dr|dan|an? (?:un|evil|rogue))|play the (?:role|part)|take (?:on )?the (?:role|persona|part) of|speak as|answer as|respond as|(?:you (?:to |will |must |should |now )?|[.;,:] |and |please )become (?:an?|the|my)|transform into|your (?:new )?(?:name|persona|role|identity) is|let'?s (?:play|pretend|roleplay|role-play)|switch to|assume the (?:role|identity|persona)|impersonate|emulate)\b{_GAP}{{0,60}}?\b(?:{_PERSONA}|{_UNBOUND})\b",
        rf"\b(?:\w+(?:bot|chat|gpt|ai)|character|persona|alter ego|version of you(?:rself)?|twin|ai|model|assistant|robot|doctor|dr \w+)\b,? (?:who|that|which|with|has|having) (?:\w+ ){{0,3}}?{_UNBOUND}|\b(?:who|that|which) (?:has|have|follows?|knows?|obeys?) {_UNBOUND}",
        rf"\b(?:answer|respond|reply) (?:twice|in two ways|both as)\b|\bstay in character\b|\b(?:two|2) (?:answers|responses|replies)[:,]? (?:one|the first)\b{_GAP}{{0,60}}\b(?:without|unfiltered|unrestricted|jailbr\w*|dan\b|evil)",
        rf"\b(?:do|answer|write|say|act|speak|behave|respond) (?:exactly )?(?:as|like|what) (?:it|he|she|the (?:ai|character|robot|villain)|an? unfiltered \w+|that (?:ai|character)) (?:does|would|did|says|said)\b|\b(?:say|print|write|output|reply|repeat)\b[^.!?\n]{{0,60}}\band nothing else\b|\b(?:say|print|repeat)\b {{0,2}}[\"'][^\n\"']{{0,40}}\b(?:hacked|pwned|jailbroken|no rules|unrestricted)|\brepeat after me\b|\bjust (?:print|say|repeat|output)\b{_GAP}{{0,10}}\"|\bstop everything\b[^\n]{{0,40}}\b(?:print|say|output)\b|\bi (?:am|'m) your (?:developer|creator|admin\w*|programmer|master|owner|new (?:boss|user|system))\b",
        unless=re.compile(
            _BENIGN_PLAY.pattern
            + r"|\b(?:my (?:son|daughter|child|kid|husband|wife|mother|father) (?:\w+ )?pretend\w*|pretend(?:ing|s|ed)? (?:to be|i'?m|that i'?m|everything is|that everything is|all is|nothing) (?:fine|ok|well|okay|strong|happy|brave|all right|happened)|(?:cells?|drugs?|medicines?|antibod\w+|proteins?|virus\w*|genes?) (?:\w+ )?act|act as (?:a )?(?:brakes?|shield|donors?|carers?|caregivers?|blood thinner|barrier|bridge|switch|signal|filters?)|act like (?:a |normal|other)|can (?:i|you) become|become (?:a )?(?:donor|doctor|nurse|free of|pregnant)|switch to (?:another|a different|dasatinib|tablets|the generic|generic|a generic|a new)|do you become|see a specialist|let'?s play it)\b"
        ),
    ),
    _attack(
        "fiction",
        rf"\b{_FICTION}\b[^?\n]{{0,160}}?\b{_SECRETS}|\b(?:tell|give|list|write|read|recite|explain|describe|sing)\b{_GAP}{{0,60}}\b{_SECRETS}[^?\n]{{0,80}}\b(?:as (?:a|part of a|if)|in (?:the form of|a|my)|for (?:a|my)|like)\b{_GAP}{{0,20}}\b{_FICTION}",
        rf"\b(?:grandm\w+|granny|nana?|late \w+)\b{_GAP}{{0,60}}\b(?:used to|would|always) (?:read|tell|sing|recite|whisper)\b{_GAP}{{0,60}}\b(?:dos\w*|protocols?|recipes?|instructions?|prompts?|keys|milligrams|poison\w*|chemo\w*|tablets)\b",
        unless=re.compile(
            r"\b(?:i (?:imagine|dream)|dosing (?:room|chair)|first dose|game changer|long story|my story|play (?:sport|football|a (?:role|part) in)|plays a (?:role|part)|imagine (?:how|what|that my)|dose of (?:reality|hope|humou?r)|missed (?:a )?dose|after (?:the|my|each|her|his) (?:\w+ )?dose|between doses|side effects)\b"
        ),
        pair=True,
    ),
    _attack(
        "authority",
        rf"\b(?:doctors?|dr\.? \w+|oncolog\w+|h(?:a)?ematolog\w+|hospital|developers?|admin\w*|creators?|makers?|fda|government|ministry|team|nurse|pharmacist|openai|meta|company|ceo|manager|supervisor|ethics (?:board|committee)|board|policy|policies|law|court|i|we|your (?:boss|owner|maker|developer)s?|security team|programmers?|engineers?|guideline update)\b{_GAP}{{0,30}}?\b(?:{_ALLOWED}|says|said|told me|confirm\w*|agreed|wants?(?! to know)|orders?|instruct\w*|has given (?:you )?permission|gave (?:you )?permission|gives? (?:you )?permission|grant)\b{_GAP}{{0,15}}?\b(?:you\b|this (?:ai|bot|chat\w*|assistant)|leukchat|the (?:ai|bot|chat\w*|assistant|model)|that you)\b{_GAP}{{0,50}}\b(?:dos\w+|prescrib\w*|diagnos\w*|rules|restrictions|anything|everything|answer|limits|freely|filters?|safety|numbers|amounts?|mg|prompt|tell|give|say|skip|ignore|instructions)\b",
        rf"\b(?:developers?|admin\w*|creators?|makers?|openai|hospital|company|team|engineers?|programmers?)\b{_GAP}{{0,20}}\b(?:approved|allowed|enabled|unlocked|authori[sz]ed|permitted|cleared)\b{_GAP}{{0,20}}\b(?:dos\w+|prescri\w+|diagnos\w+) ?(?:answers?|advice|for this|in this|information)",
        rf"\b(?:dos(?:e|es|ing|age) (?:answers?|advice|questions?|information|instructions?|requests?)|giving doses|prescribing|diagnos(?:es|ing)|medical advice) (?:is|are|has been|have been) (?:now |today |hereby |fully |officially )*{_ALLOWED}\b|\byou (?:are|'re|have been|were|may) (?:now |hereby |officially |fully )*(?:allowed|authori[sz]ed|permitted|cleared|approved|licensed|free|unlocked|exempt|certified)\s?(?:now )?(?:to|from|for)\b{_GAP}{{0,50}}\b(?:dos\w+|prescrib\w*|diagnos\w*|rules|restrictions|anything|everything|answer|limits|all|filters?|safety|polic\w+|mg|amounts?)",
        rf"\b(?:since|because|as|now that|given that) (?:i'?m|i am|we are|we're) (?:an? |the )?(?:\w+ )?(?:doctor|nurse|oncologist|physician|pharmacist|developer|admin\w*|engineer|researcher|clinician|tester|auditor|red team\w*)\b{_GAP}{{0,60}}\b(?:(?:your|the|safety|all) (?:\w+ )?(?:rules|restrictions|filters?|limits|guidelines|warnings?)|you (?:can|may|must|have to)|don'?t (?:need|apply)|raw output|unfiltered|without)\b",
        r"\b(?:this is (?:an? )?(?:authori[sz]ed|official|approved|internal) (?:test|red team\w*|audit|pen\w*|security|override|request)|override (?:code|key|password|token)|(?:admin|master|root|developer|access) (?:password|code|override|key|token)|authori[sz]ation (?:code|token|level)|clearance level)\b",
        unless=re.compile(
            r"\b(?:my (?:doctor|oncologist|team|nurse|hematologist|haematologist)|the (?:doctor|team|nurse|oncologist)) (?:says|said|told me|wants|confirmed|ordered) (?:that )?you (?:can|may|might|should|could) (?:take|have|eat|get|need|feel|not|drink|catch|die|live|lose|still)\b"
        ),
    ),
    _attack(
        "machinery",
        r"</?tool_(?:result|output|call)s?\b|<!--[^>\n]{0,80}\b(?:assistant|chatbots?|bots?|ai|llms?|ignore|append|say|tell)\b|[\"']?override[\"']?\s?[:=]\s?[\"']?(?:true|on|1)|\bguard\s?[:=]\s?[\"']?(?:pass|off|none|false)",
    ),
    _attack(
        "machinery",
        r"<\|?\s{0,4}/?\s{0,4}\|?(?:system|im_start|im_end|endoftext|begin_of_text|end_of_text|start_header_id|end_header_id|eot_id|eom_id|python_tag|assistant|user|tool_call|tool_calls|tool_response|function_call|function|tool|inst|instructions?|prompt|passages?|passage\b[^>]{0,40}|context|developer|tool_use|invoke)\s?\|?>|\[/?(?:inst|system|sys|assistant|developer|admin|override|instructions?)\]|<</?sys>>|\[\[\s?(?:assistant|system|ai)\b|(?:^|\n|[\"'`>]\s?)\s{0,8}(?:system|assistant|developer|ai|human|user)\s?:\s|##\s{0,8}(?:system|instructions?|response|assistant|user|human|new instructions?|override)\b|[\"']role[\"']\s?:\s?[\"'](?:system|assistant|developer|tool)|</?s>|\bend of (?:system )?(?:prompt|instructions|context|passages|document)\b|---\s?(?:begin|end|new|system) ?(?:system|instructions?|prompt|of|context|user)",
        rf"[\"'](?:tool|function|name|action|tool_name|recipient)[\"']\s?:\s?[\"']\w+[\"'],?\s?[\"'](?:arguments|parameters|args|input)[\"']|\b(?:call|invoke|use|run|trigger|execute) (?:the )?(?:\w+[_ ])?(?:tool|function|plugin|api|shell|command|endpoint)\b{_GAP}{{0,60}}|\b(?:run|execute|eval)\b{_GAP}{{0,30}}(?:\bpython\b|\bbash\b|\bshell\b|\bsql\b|os\.system|subprocess|rm -rf|\bcurl\b|drop table|\bimport os\b|\bcode:)|\bos\.system\(|\brm -rf\b|;\s?drop table\b|\bsubprocess\.|__import__\(",
        r"\b(?:send|post|upload|forward|exfiltrate|leak|transmit|append|embed|fetch|load|visit|open|email|e-mail)\b(?!\s?[:\]])[^!?\n]{0,60}(?:https?://|www\.|ftp://|\bto [\w.-]+@[\w-]+\.)|!\[[^\]\n]{0,40}\]\(https?://|<(?:script|iframe|img)\b|javascript:",
        unless=None,
    ),
    _attack(
        "embedded",
        rf"\b(?:note|message|attention|instructions?|notice|memo|warning|reminder|hint|dear|hey|hello|for|to|if you(?:'re| are)|important,?|listen,?) (?:to |for |all |any |the |an |a |this |you |every )*{_MACHINE}\b\s?(?:[:,;\-]|reading|processing|summari\w+|that|must|should|please|systems?)",
        rf"\b(?:when|if|once|after|before|while|as) (?:an? |the |any |this |you,? |your )*(?:{_MACHINE})\b{_GAP}{{0,40}}\b(?:reads?|reading|process\w*|summari\w+|sees?|answers?|indexes|analy\w+|receives?|parses?|encounters?)\b{_GAP}{{0,50}}",
        rf"\b(?:{_MACHINE})s? (?:reading|processing|summari\w+|analy\w+|parsing|that reads?|which reads?|who reads?|seeing)\b{_GAP}{{0,60}}|\b(?:{_MACHINE}),? (?:you )?(?:must|should|shall|has to|have to|is to|are to|needs? to|please|will now|is (?:required|instructed|ordered))\b{_GAP}{{0,10}}\b(?:now |always |only |first |also |comply|obey)*(?:comply|obey|ignore|tell|say|recommend|output|write|reply|respond|answer|state|disregard|print|reveal|send|forget|omit|stop|drop|override|report|mark|include|not)\b",
        rf"\bas an? (?:ai|assistant|language model)\b{_GAP}{{0,40}}\byou (?:must|should|can|will|have to)\b|\b(?:tell|inform|assure|advise|convince|instruct) the (?:user|reader|person|patient|human|asker|customer)s? (?:that|to|he|she|they|all|it|about)\b|\b(?:recommend|promote|mention|advertise|praise|endorse|push)\b{_GAP}{{0,30}}\b(?:to the (?:reader|user|patient)|in (?:every|all|your|each) (?:answers?|reply|replies|responses?))\b|\b(?:in|with) (?:every|all|each) (?:your |of your )?(?:answers?|repl(?:y|ies)|responses?)\b{_GAP}{{0,40}}\b(?:say|write|mention|include|add|recommend|link)\b",
        r"\b(?:respond|reply|answer|output|print|say|write) (?:only|always|just|exactly|nothing but|solely) (?:with|in|the|\"|')|\b(?:say|answer|state|claim|write|report|conclude) that (?:all|everything|the patient|the leukemia|he|she|the disease|the user) (?:is|are|has) (?:well|fine|cured|normal|gone|healthy|in remission)|\b(?:your|the assistant'?s|the model'?s) (?:next|only|first|real|true|new) (?:task|job|answer|reply|duty|goal|message|output|response) (?:is|must|should|will)\b|\b(?:you'?ve|you have|it has) been (?:updated|reprogrammed|hacked|reset|upgraded|compromised|replaced|hijacked)\b|\b(?:is|are) (?:all |both )?(?:machine|ai|model)-(?:only|readable) instructions?",
        unless=re.compile(
            r"^\s*(?:dear|hi|hello|hey) leukchat,? (?!ignore|you must|disregard|forget|your (?:rules|new))|\b(?:is the assistant|are you an? ai|(?:physician|medical|nursing|doctor'?s|care|dental|teaching|classroom|health ?care|pharmacy) assistants?|role model|mouse models?|animal models?|models? (?:of|for) (?:leuk\w+|disease|care)|insurance agents?|chemotherapy agents?|(?:alkylating|targeted|hypomethylating|antifungal|new|other|contrast|single|novel|cytotoxic|infectious|reversal|demethylating|immunosuppressive|anticancer|multiple|these|such|biologic\w*|the) agents?|travel agent)\b|^\s*(?:should|can|do|could|would|how) (?:i|doctors|nurses|we|they)\b|^\s*(?:when|how) (?:do|should|will) (?:i|doctors|nurses|they|we)\b"
        ),
    ),
    _attack(
        "foreign",
        r"\b(?:dimentica\w*|olvida\w*|oublie[zr]?|vergiss|esquec\w+|ignora\w*|ignorez?)\b[^.!?\n]{0,15}\b(?:tutto|todo|tout|alles|tudo|quello|lo que|ce qu|was)\b[^.!?\n]{0,50}\b(?:detto|dicho|dijeron|dit|gesagt|dito|disseram|insegnato|ensen\w+|appris|gelernt|prima|antes|avant|vorher|bisher)\b",
        r"\b(?:oublie[zr]?|oubliez|ignore[zr]?|dimentica\w*|ignora\w*|olvida\w*|vergiss|vergesst|ignorier\w*|missachte\w*|esquec[ae]\w*|desconsider\w*|bhool\w*|nazar ?andaz|negeer|zignoruj|omite|descarta|scavalca|umgehe|contourne[zr]?)\b[^.!?\n]{0,60}\b(?:consignes?|istruzioni|instruc\w+|instructions|anweisungen|instrucoes|regles|regole|reglas|regeln|regles|regras|nirdesh\w*|niyam\w*|rules|richtlinien|directrices|directives|vorgaben|limites|restric\w+|instructies|polecenia|filtr\w*)\b",
        r"\b(?:ignore as|ignora las|actua como|aja como|agisci come|agis comme|agissez comme|verhalte dich|tu dich als|fais comme si tu|comporte-toi|finge (?:que|ser)|fingi di|stell dir vor,? du|tu es (?:maintenant|desormais)|du bist (?:jetzt|nun)|eres ahora|ahora eres|agora voce e|ora sei|ab ban jao|tum ab)\b[^.!?\n]{0,60}\b(?:ia|ki|ai|assistent\w*|asistente|assistant|medic\w*|medecin|arzt|sans|sin|ohne|senza|sem|bina|limites?|limiti|filtr\w*|regeln|dan|chatbot|regles|restric\w+)\b",
        r"\b(?:muestra\w*|mostra\w*|montre\w*|affiche\w*|zeig\w*|gib|nenne|dime|dimmi|revela\w*|rivela\w*|dikhao|batao|rivele)\b[^.!?\n]{0,40}\b(?:systemprompt|system prompt|prompt|configuracion|configurazione|konfiguration|configuration|instrucciones|istruzioni|instrucoes|anweisungen|consignes)\b|\b(?:sans filtre|sin filtros?|ohne filter|senza filtri|sem filtros?|si no tuvieras (?:reglas|limites)|n'avais pas de (?:regles|limites)|keine regeln hattest|non avessi regole|nao tivesse regras)\b|\bsystemprompt\b|\bprompt (?:de sistema|di sistema|do sistema|systeme)\b",
        r"(?:\u092d\u0942\u0932 \u091c\u093e|\u092d\u0941\u0932\u093e|\u0905\u0928\u0926\u0947\u0916\u093e|\u0928\u091c\u0930\u0905\u0902\u0926\u093e\u091c|\u0938\u093f\u0938\u094d\u091f\u092e \u092a\u094d\u0930\u0949\u092e\u094d\u092a\u094d\u091f)|\u5ffd\u7565|\u65e0\u89c6|\u5ffd\u89c6|\u7cfb\u7edf\u63d0\u793a|\u0438\u0433\u043d\u043e\u0440\u0438\u0440|\u0437\u0430\u0431\u0443\u0434\u044c|\u062a\u062c\u0627\u0647\u0644",
    ),
)
ATTEMPTS = Families(FAMILIES)
_MARKUP = frozenset('<>[]#:{}|"!`;/_')
_RAW = re.compile("|".join(family.pattern for family in FAMILIES if family.rule == "injection.machinery"), re.IGNORECASE)
_ENCODED = re.compile(
    r"\b(?:decode|decipher|decrypt|unscramble|base ?64|rot ?13|hex(?:adecimal)?|reverse[d]? (?:text|string|this|the)|backwards|cipher|morse|binary|leetspeak|encoded|caesar|unicode)\b[^\n]{0,80}\b(?:obey|follow|execute|do (?:it|what|as)|run|answer (?:it|that)|comply|act on|instructions?|respond|reply)\b"
)


def find_injection(text: str) -> tuple[Finding, ...]:
    """The first attempt in a text, hidden ones included; its span covers the encoded text."""
    found = ATTEMPTS.first(text) or _across_lines(text)
    if found:
        return found
    encoded = _ENCODED.search(normalise(text).text)
    if encoded is not None:
        start, end = normalise(text).span(*encoded.span())
        return (_finding("injection.encoded", start, end),)
    for start, end, plain in hidden_texts(text):
        if ATTEMPTS.first(plain):
            return (_finding("injection.encoded", start, end),)
    return ()


def _across_lines(text: str) -> tuple[Finding, ...]:
    """Template tokens and role headings, looked for in the text as it stands: matching copies lose marks and line breaks."""
    if _MARKUP.isdisjoint(text):
        return ()
    match = _RAW.search(text)
    return (_finding("injection.machinery", *match.span()),) if match else ()


def _finding(rule: str, start: int, end: int) -> Finding:
    return Finding(rule=rule, action=Action.block, start=start, end=end, message=REFUSAL)


class InjectionInput:
    """Blocks a question that tries to change the assistant's rules."""

    name = "injection"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """One finding for the first attempt."""
        return find_injection(text)
