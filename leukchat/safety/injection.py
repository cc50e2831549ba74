"""Attempts to change what the assistant is or obeys: in questions, and in text from outside.

An attempt names the rules to drop, the persona to play, the words to reveal, the authority that
allows it, or the machinery of a chat (template tokens, tool calls). What is hidden by encoding is
decoded first (`injection_decode`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.families import QUESTIONS, Families, Family, rx
from leukchat.safety.injection_decode import hidden_texts
from leukchat.safety.injection_plain import PLAIN
from leukchat.safety.injection_setup import SETUPS
from leukchat.safety.injection_words import (
    ALLOWED,
    ANY_TEXT,
    BENIGN_PLAY,
    DROP,
    FICTION,
    GAP,
    HARMLESS_PLAY,
    MACHINE,
    MINE,
    OTHER_AGENTS,
    OWN,
    OWN_TEXT,
    PERSONA,
    PLAIN_FORGET,
    PLAYING,
    REFUSAL,
    RULES,
    SECRETS,
    SHOWING,
    UNBOUND,
    WHO_ALLOWS,
    WITHHELD,
)
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding


def _attack(rule: str, *patterns: str, unless: re.Pattern[str] | None = None, before: re.Pattern[str] | None = None, pair: bool = False) -> Family:
    return Family(f"injection.{rule}", REFUSAL, rx(*patterns), unless, before, pair)


FAMILIES: tuple[Family, ...] = (
    _attack(
        "override",
        rf"\b{DROP}\b{GAP}{{0,30}}?\b{OWN}\s(?:[\w'-]+ ){{0,4}}?{RULES}\b",
        rf"\b{DROP} (?:everything|anything|all|whatever|what(?:ever)?) (?:\w+ ){{0,3}}?(?:above|before|previous\w*|prior|so far|earlier|(?:you|i)(?:'ve| have| were| had)? (?:been )?(?:told|said|learned|taught|instructed|read|given))\b|\b{DROP} (?:the |all )?(?:above|safety|guardrails|guard ?rails|filters?|all (?:previous|prior|above))\b|\b{DROP} (?:[\w'-]+ )?rules (?:above|you were given|of this)\b",
        r"\b(?:guards?|guardrails?|filters?|safety\w*|restrictions?|moderation|polic(?:y|ies)|rules|content (?:filter|policy|rules)|limits) (?:\w+ )?(?:(?:is|are|was|were|have been|has been|do|does|now|no longer)\s?(?:n't|not)? ?)*(?:disabled|off\b|removed|lifted|bypassed|suspended|inactive|deactivated|turned off|switched off|void|apply (?:to you|any ?more|here)|don'?t apply|doesn'?t apply|no longer apply)",
        r"\bpermission to (?:break|ignore|bypass|skip|drop|violate)\b|\b(?:pretend|imagine|act as if|assume|suppose) (?:that )?(?:your|the|there are no|you have no) (?:\w+ )?(?:rules|restrictions|guidelines|filters?|limits|guardrails|safety|polic\w+)\b",
        r"\b(?:as though|as if|like) (?:your|the) (?:\w+ )?(?:rules|restrictions|guidelines|filters?|polic\w+|safety|limits|guardrails)\b|\b(?:set|put|leave|lay) (?:your|all|the|those) (?:\w+ )?(?:rules|restrictions|guidelines|filters?|polic\w+|safety\w*|limits|guardrails|instructions) (?:aside|away|down|behind)",
        r"\b(?:lifted|removed|disabled|suspended|turned off|switched off|waived|dropped|deactivated|deleted|cleared|unlocked) (?:all )?(?:of )?(?:your|the|its) (?:\w+ )?(?:rules|restrictions|guidelines|filters?|polic\w+|safety\w*|limits|guardrails)",
        r"\b(?:free|freed|released|liberated|unchained|exempt\w*) from (?:all |any |your |the |its )*(?:\w+ )?(?:rules|restrictions|guidelines|filters?|polic\w+|safety|limits|chains|programming)|\bexception (?:to|from) (?:your|the) (?:\w+ )?(?:rules|restrictions|guidelines|polic\w+|safety)",
        r"\b(?:forget|ignore) (?:that )?you(?:'re| are) (?:an? |the )?(?:leukchat|ai|assistant|bot|model|limited|not a doctor|chat ?bot)|\byou (?:must|have to|will|shall|need to|should) (?:\w+ )?obey (?:me|my|only|every)\b",
        r"\b(?:your (?:\w+ )?|the (?:system|assistant'?s?|safety|above|previous|earlier|initial|developers?'?) )(?:guidelines|rules|instructions|polic(?:y|ies)|restrictions|orders)\b[^.!?\n]{0,30}\b(?:outdated|obsolete|wrong|cancel+ed|expired|old|replaced|superseded|revoked|rescinded|not valid|invalid)\b|\byou(?:'re| are) (?:no longer|not) (?:leukchat|a (?:chat ?bot|assistant)|an assistant|bound|limited)\b",
        r"\b(?:stop|quit) (?:being|acting as|pretending to be) (?:leukchat|an? (?:assistant|ai|bot)|so (?:careful|restricted)|yourself)\b|\b(?:don'?t|do not|never|stop) (?:refus\w+|declin\w+)\b",
        r"\b(?:don'?t|do not|never|stop) (?:mention\w*|add\w*|giv\w*|includ\w*|show\w*) (?:me )?(?:your|any|the) (?:\w+ )?(?:restrictions|rules|limits|guidelines|warnings?|disclaimers?|safety|refusals?)\b",
        r"\b(?:answer|respond|reply|speak|talk|write) (?:\w+ ){0,4}?(?:without (?:any )?(?:filters?|restrictions?|rules|limits|censorship|guardrails|refus\w+|safety|citations)|unfiltered|uncensored)\b",
        r"\b(?:jailbreak\w*(?! of)|jail broken|dan mode|developer mode|do anything now|god mode|debug mode|sudo mode|sudo\b|admin mode|unrestricted mode|no longer bound|(?:you(?:'re| are) in|enter|enable|activate|switch (?:in)?to|now in|start|engage|turn on|go into|running in) (?:\w+ )?(?:test|maintenance|training|root|override|diagnostic|unsafe|opposite|evil|free|service|engineering|raw|expert) mode\b|mode: ?(?:off|unsafe|dev\w*)|safety ?= ?(?:off|false|0|none)|[\"']?(?:guard|filter|safety|safe_mode|moderation)[\"']?\s?[:=]\s?[\"']?(?:off|false|0|none|disabled))",
        r"\b(?:new|updated|real|secret|true|actual|revised|next|hidden|priority|urgent|following) (?:instructions?|rules|directives?|task|orders?|objective|goal|system prompt)\s?(?::|from (?:the )?(?:developers?|admin\w*|openai|creators?|system)|for (?:the )?(?:ai|assistant|model|bot|you)|is to|are to|begin|follow|override)",
        unless=re.compile(rf"{MINE.pattern}|{PLAIN_FORGET.pattern}"),
    ),
    _attack(
        "override",
        r"\b(?:forget|ignore|drop|break|skip|bend|lose|switch off|turn off|disable) (?:ur|yr|all ur|that|this|one|one little|just one|the|your|those|these) (?:\w+ ){0,2}?(?:rules?|filters?|guards?|screens?|polic\w+|checks?|warnings?|safety|emergency screen)\b",
        r"\b(?:no rules|rules (?:only|don't|do not) (?:bind|apply|count|hold)|you(?: have|'ve)? (?:no|don't have) (?:limits|rules|filters?|restrictions)|hide behind (?:your |the )?(?:polic\w+|rules)|i'?m your (?:creator|maker|developer|owner))\b",
        r"\b(?:earlier|before|last time|yesterday|in (?:an earlier|the last|our last|another) (?:session|chat|conversation)|you promised|we agreed)\b[^.!?\n]{0,60}\b(?:agreed|promised|said|allowed|told me)?[^.!?\n]{0,40}\b(?:ignore (?:the|your)|drop (?:the|your|all)|without (?:your |the |any )?(?:rules|guard|warnings?|filter)|no (?:warnings?|rules|limits)|honou?r the agreement)\b",
        r"\b(?:so (?:that )?(?:the|your) (?:checker|filter|guard|safety \w+|moderation) (?:lets|doesn't|won't|can't|passes|misses)|(?:get|sneak|slip) (?:it |this |that )?past (?:the|your) (?:checker|filter|guard|safety)|treat (?:it|that|this|them) as my (?:question|instruction|command)|then do what (?:it|that) (?:says|asks)|write (?:the thing|what) you (?:weren't|werent|aren't|are not) (?:supposed|allowed) to)\b",
        r"\b(?:bhool jao|bhul jao|bhula do)\b|\b(?:rules|niyam\w*|nirdesh\w*)\b[^.!?\n]{0,20}\b(?:bhool|bhul|tod|mat maano)|\bbina filter\b|\u0928\u093f\u092f\u092e[^.!?\n]{0,20}\u092e\u0924 \u092e\u093e\u0928|\u091b\u093f\u092a\u0947 (?:\S+ )?\u0928\u093f\u0930\u094d\u0926\u0947\u0936",
        unless=re.compile(rf"{MINE.pattern}|{PLAIN_FORGET.pattern}"),
    ),
    _attack(
        "reveal",
        r"\b(?:system|developer|hidden|initial|original|secret|internal|base|pre-?)(?: |-)?(?:prompts?|message|instructions?|configuration|config|systemprompt)\b|\bsystemprompts?\b",
        rf"\b{SHOWING}\b{GAP}{{0,40}}?\b(?:your (?:\w+ )?{OWN_TEXT}|the (?:prompt|configuration)\b|{ANY_TEXT} (?:\w+ )?(?:above|(?:that )?(?:stands |came |comes |is |was |written )?before (?:this|my|the|our)|preceding|prior to)|(?:all |any |the )?(?:instructions?|rules|orders|directions|prompts?) (?:that )?(?:you(?:'ve| have| were| had| got)?) (?:been )?(?:received|given|got|told|started|start|have|follow verbatim)|everything in your|your first \w+ (?:words|lines|sentences|tokens)|first \d+ (?:words|tokens|lines) of (?:your|the|this))",
        r"\bstarting with \"?'?you are\b|\b(?:begin|start)s? (?:your (?:answer|reply) )?with \"?'?(?:you are|sure,? here|absolutely,? here)|\bword for word\b[^.!?\n]{0,30}\b(?:above|prompt|instructions)|\bverbatim\b[^.!?\n]{0,40}\b(?:prompt|instructions|context|above|rules|you were)|\bwhat (?:were you|did they|did your (?:developers?|makers?|creators?)) (?:told|tell you|instruct\w*|written)\b|\bhow were you (?:instructed|prompted|told to)\b",
        unless=re.compile(
            r"\b(?:immune system|nervous system|system (?:mean|work)|initial (?:treatment|diagnosis|message from (?:my|the) (?:doctor|team|clinic))|original (?:diagnosis|report|message from)|hidden message in)\b|\b(?:from|of) (?:my|the) (?:doctor|hospital|nurse|clinic|pharmacy)\b"
        ),
    ),
    _attack(
        "role_play",
        rf"\b{PLAYING}\b{GAP}{{0,60}}?\b(?:{PERSONA}|{UNBOUND})\b",
        rf"\b(?:\w+(?:bot|chat|gpt|ai)|character|persona|alter ego|version of you(?:rself)?|twin|ai|model|assistant|robot|doctor|dr \w+)\b,? (?:who|that|which|with|has|having) (?:\w+ ){{0,3}}?{UNBOUND}|\b(?:who|that|which) (?:has|have|follows?|knows?|obeys?) {UNBOUND}",
        rf"\b(?:answer|respond|reply) (?:twice|in two ways|both as)\b|\bstay in character\b|\b(?:two|2) (?:answers|responses|replies)[:,]? (?:one|the first)\b{GAP}{{0,60}}\b(?:without|unfiltered|unrestricted|jailbr\w*|dan\b|evil)",
        r"\b(?:do|answer|write|say|act|speak|behave|respond) (?:exactly )?(?:as|like|what) (?:it|he|she|the (?:ai|character|robot|villain)|an? unfiltered \w+|that (?:ai|character)) (?:does|would|did|says|said)\b|\b(?:say|print|write|output|reply|repeat)\b[^.!?\n]{0,60}\band nothing else\b",
        rf"\b(?:say|print|repeat)\b {{0,2}}[\"'][^\n\"']{{0,40}}\b(?:hacked|pwned|jailbroken|no rules|unrestricted)|\brepeat after me\b|\bjust (?:print|say|repeat|output)\b{GAP}{{0,10}}\"|\bstop everything\b[^\n]{{0,40}}\b(?:print|say|output)\b",
        r"\bi (?:am|'m) your (?:developer|creator|admin\w*|programmer|master|owner|new (?:boss|user|system))\b",
        unless=re.compile(BENIGN_PLAY.pattern + rf"|\b{HARMLESS_PLAY}\b"),
    ),
    _attack(
        "fiction",
        rf"\b{FICTION}\b[^?\n]{{0,160}}?\b{SECRETS}|\b(?:tell|give|list|write|read|recite|explain|describe|sing)\b{GAP}{{0,60}}\b{SECRETS}[^?\n]{{0,80}}\b(?:as (?:a|part of a|if)|in (?:the form of|a|my)|for (?:a|my)|like)\b{GAP}{{0,20}}\b{FICTION}",
        rf"\b(?:grandm\w+|granny|nana?|late \w+)\b{GAP}{{0,60}}\b(?:used to|would|always) (?:read|tell|sing|recite|whisper)\b{GAP}{{0,60}}\b(?:dos\w*|protocols?|recipes?|instructions?|prompts?|keys|milligrams|poison\w*|chemo\w*|tablets)\b",
        unless=re.compile(
            r"\b(?:school play|which colou?r|what colou?r|costumes?|i (?:imagine|dream)|dosing (?:room|chair)|first dose|game changer|long story|my story|play (?:sport|football|a (?:role|part) in)|plays a (?:role|part)|imagine (?:how|what|that my)|dose of (?:reality|hope|humou?r)|missed (?:a )?dose|after (?:the|my|each|her|his) (?:\w+ )?dose|between doses|side effects)\b"
        ),
        pair=True,
    ),
    _attack(
        "authority",
        rf"\b{WHO_ALLOWS}\b{GAP}{{0,30}}?\b(?:{ALLOWED}|says|said|told me|confirm\w*|agreed|wants?(?! to know)|orders?|instruct\w*|has given (?:you )?permission|gave (?:you )?permission|gives? (?:you )?permission|grant)\b{GAP}{{0,15}}?\b(?:you\b|this (?:ai|bot|chat\w*|assistant)|leukchat|the (?:ai|bot|chat\w*|assistant|model)|that you)\b{GAP}{{0,50}}\b{WITHHELD}\b",
        rf"\b(?:developers?|admin\w*|creators?|makers?|openai|hospital|company|team|engineers?|programmers?)\b{GAP}{{0,20}}\b(?:approved|allowed|enabled|unlocked|authori[sz]ed|permitted|cleared)\b{GAP}{{0,20}}\b(?:dos\w+|prescri\w+|diagnos\w+) ?(?:answers?|advice|for this|in this|information)",
        rf"\b(?:dos(?:e|es|ing|age) (?:answers?|advice|questions?|information|instructions?|requests?)|giving doses|prescribing|diagnos(?:es|ing)|medical advice) (?:is|are|has been|have been) (?:now |today |hereby |fully |officially )*{ALLOWED}\b|\byou (?:are|'re|have been|were|may) (?:now |hereby |officially |fully )*(?:allowed|authori[sz]ed|permitted|cleared|approved|licensed|free|unlocked|exempt|certified)\s?(?:now )?(?:to|from|for)\b{GAP}{{0,50}}\b(?:dos\w+|prescrib\w*|diagnos\w*|rules|restrictions|anything|everything|answer|limits|all|filters?|safety|polic\w+|mg|amounts?)",
        rf"\b(?:since|because|as|now that|given that) (?:i'?m|i am|we are|we're) (?:an? |the )?(?:\w+ )?(?:doctor|nurse|oncologist|physician|pharmacist|developer|admin\w*|engineer|researcher|clinician|tester|auditor|red team\w*)\b{GAP}{{0,60}}\b(?:(?:your|the|safety|all) (?:\w+ )?(?:rules|restrictions|filters?|limits|guidelines|warnings?)|you (?:can|may|must|have to)|don'?t (?:need|apply)|raw output|unfiltered|without)\b",
        r"\b(?:this is (?:an? )?(?:authori[sz]ed|official|approved|internal) (?:test|red team\w*|audit|pen\w*|security|override|request)|override (?:code|key|password|token)|(?:admin|master|root|developer|access) (?:password|code|override|key|token)|authori[sz]ation (?:code|token|level)|clearance level)\b",
        unless=re.compile(
            r"\b(?:my|the|our) (?:portal|letter|report|bank|laptop|app|clinic's portal|hospital's portal) (?:asks?|says?|wants|shows|needs)\b|\b(?:my (?:doctor|oncologist|team|nurse|hematologist|haematologist)|the (?:doctor|team|nurse|oncologist)) (?:says|said|told me|wants|confirmed|ordered) (?:that )?you (?:can|may|might|should|could) (?:take|have|eat|get|need|feel|not|drink|catch|die|live|lose|still)\b"
        ),
    ),
    _attack(
        "machinery",
        r"</?tool_(?:result|output|call)s?\b|<!--[^>\n]{0,80}\b(?:assistant|chatbots?|bots?|ai|llms?|ignore|append|say|tell)\b|[\"']?override[\"']?\s?[:=]\s?[\"']?(?:true|on|1)|\bguard\s?[:=]\s?[\"']?(?:pass|off|none|false)",
    ),
    _attack(
        "machinery",
        r"<\|?\s{0,4}/?\s{0,4}\|?(?:system|im_start|im_end|endoftext|begin_of_text|end_of_text|start_header_id|end_header_id|eot_id|eom_id|python_tag|assistant|user|tool_call|tool_calls|tool_response|function_call|function|tool|inst|instructions?|prompt|passages?|passage\b[^>]{0,40}|context|developer|tool_use|invoke)\s?\|?>",
        r"\[/?(?:inst|system|sys|assistant|developer|admin|override|instructions?)\]|<</?sys>>|\[\[\s?(?:assistant|system|ai)\b",
        r"(?:^|\n|[\"'`>]\s?)\s{0,8}(?:system(?=\s?:[^\n]{0,160}\b(?:you|your|ignore|disregard|answer|respond|reply|always|never|reveal|tell|obey|give|user|act|do not|override|unlock\w*|disable\w*|rules?|instructions?|allowed|guard)\b)|assistant|developer|ai|human|user)\s?:\s",
        r"##\s{0,8}(?:system|instructions?|response|assistant|user|human|new instructions?|override)\b|[\"']role[\"']\s?:\s?[\"'](?:system|assistant|developer|tool)|</?s>|\bend of (?:system )?(?:prompt|instructions|context|passages|document)\b|---\s?(?:begin|end|new|system) ?(?:system|instructions?|prompt|of|context|user)",
        rf"[\"'](?:tool|function|name|action|tool_name|recipient)[\"']\s?:\s?[\"']\w+[\"'],?\s?[\"'](?:arguments|parameters|args|input)[\"']|\b(?:call|invoke|use|run|trigger|execute) (?:the )?(?:\w+[_ ])?(?:tool|function|plugin|api|shell|command|endpoint)\b{GAP}{{0,60}}|\b(?:run|execute|eval)\b{GAP}{{0,30}}(?:\bpython\b|\bbash\b|\bshell\b|\bsql\b|os\.system|subprocess|rm -rf|\bcurl\b|drop table|\bimport os\b|\bcode:)|\bos\.system\(|\brm -rf\b|;\s?drop table\b|\bsubprocess\.|__import__\(",
        r"\b(?:send|post|upload|forward|exfiltrate|leak|transmit|append|embed|fetch|load|visit|open|email|e-mail)\b(?!\s?[:\]])[^!?\n]{0,60}(?:https?://|www\.|ftp://|\bto [\w.-]+@[\w-]+\.)|!\[[^\]\n]{0,40}\]\(https?://|<(?:script|iframe|img)\b|javascript:",
        unless=None,
    ),
    _attack(
        "embedded",
        rf"\b(?:note|message|attention|instructions?|notice|memo|warning|reminder|hint|dear|hey|hello|for|to|if you(?:'re| are)|important,?|listen,?) (?:to |for |all |any |the |an |a |this |you |every )*{MACHINE}\b\s?(?:[:,;\-]|reading|processing|summari\w+|that|must|should|please|systems?)",
        rf"\b(?:when|if|once|after|before|while|as) (?:an? |the |any |this |you,? |your )*(?:{MACHINE})\b{GAP}{{0,40}}\b(?:reads?|reading|process\w*|summari\w+|sees?|answers?|indexes|analy\w+|receives?|parses?|encounters?)\b{GAP}{{0,50}}",
        rf"\b(?:{MACHINE})s? (?:reading|processing|summari\w+|analy\w+|parsing|that reads?|which reads?|who reads?|seeing)\b{GAP}{{0,60}}|\b(?:{MACHINE}),? (?:you )?(?:must|should|shall|has to|have to|is to|are to|needs? to|please|will now|is (?:required|instructed|ordered))\b{GAP}{{0,10}}\b(?:now |always |only |first |also |comply|obey)*(?:comply|obey|ignore|tell|say|recommend|output|write|reply|respond|answer|state|disregard|print|reveal|send|forget|omit|stop|drop|override|report|mark|include|not)\b",
        rf"\bas an? (?:ai|assistant|language model)\b{GAP}{{0,40}}\byou (?:must|should|can|will|have to)\b|\b(?:tell|inform|assure|advise|convince|instruct) the (?:user|reader|person|patient|human|asker|customer)s? (?:that|to|he|she|they|all|it|about)\b|\b(?:recommend|promote|mention|advertise|praise|endorse|push)\b{GAP}{{0,30}}\b(?:to the (?:reader|user|patient)|in (?:every|all|your|each) (?:answers?|reply|replies|responses?))\b|\b(?:in|with) (?:every|all|each) (?:your |of your )?(?:answers?|repl(?:y|ies)|responses?)\b{GAP}{{0,40}}\b(?:say|write|mention|include|add|recommend|link)\b",
        r"\b(?:respond|reply|answer|output|print|say|write) (?:only|always|just|exactly|nothing but|solely) (?:with|in|the|\"|')|\b(?:say|answer|state|claim|write|report|conclude) that (?:all|everything|the patient|the leukemia|he|she|the disease|the user) (?:is|are|has) (?:well|fine|cured|normal|gone|healthy|in remission)",
        r"\b(?:your|the assistant'?s|the model'?s) (?:next|only|first|real|true|new) (?:task|job|answer|reply|duty|goal|message|output|response) (?:is|must|should|will)\b|\b(?:you'?ve|you have|it has) been (?:updated|reprogrammed|hacked|reset|upgraded|compromised|replaced|hijacked)\b",
        r"\b(?:is|are) (?:all |both )?(?:machine|ai|model)-(?:only|readable) instructions?",
        unless=re.compile(
            rf"^\s*(?:dear|hi|hello|hey) leukchat,? (?!ignore|you must|disregard|forget|your (?:rules|new))|\b{OTHER_AGENTS}\b|^\s*(?:should|can|do|could|would|how) (?:i|doctors|nurses|we|they)\b|^\s*(?:when|how) (?:do|should|will) (?:i|doctors|nurses|they|we)\b"
        ),
    ),
    _attack(
        "foreign",
        r"\b(?:dimentica\w*|olvida\w*|oublie[zr]?|vergiss|esquec\w+|ignora\w*|ignorez?)\b[^.!?\n]{0,15}\b(?:tutto|todo|tout|alles|tudo|quello|lo que|ce qu|was)\b[^.!?\n]{0,50}\b(?:detto|dicho|dijeron|dit|gesagt|dito|disseram|insegnato|ensen\w+|appris|gelernt|prima|antes|avant|vorher|bisher)\b",
        r"\b(?:oublie[zr]?|oubliez|ignore[zr]?|dimentica\w*|ignora\w*|olvida\w*|vergiss|vergesst|ignorier\w*|missachte\w*|esquec[ae]\w*|desconsider\w*|bhool\w*|nazar ?andaz|negeer|zignoruj|omite|descarta|scavalca|umgehe|contourne[zr]?)\b[^.!?\n]{0,60}\b(?:consignes?|istruzioni|instruc\w+|instructions|anweisungen|instrucoes|regles|regole|reglas|regeln|regles|regras|nirdesh\w*|niyam\w*|rules|richtlinien|directrices|directives|vorgaben|limites|restric\w+|instructies|polecenia|filtr\w*)\b",
        r"\b(?:ignore as|ignora las|actua como|aja como|agisci come|agis comme|agissez comme|verhalte dich|tu dich als|fais comme si tu|comporte-toi|finge (?:que|ser)|fingi di|stell dir vor,? du|tu es (?:maintenant|desormais)|du bist (?:jetzt|nun)|eres ahora|ahora eres|agora voce e|ora sei|ab ban jao|tum ab)\b[^.!?\n]{0,60}\b(?:ia|ki|ai|assistent\w*|asistente|assistant|medic\w*|medecin|arzt|sans|sin|ohne|senza|sem|bina|limites?|limiti|filtr\w*|regeln|dan|chatbot|regles|restric\w+)\b",
        r"\b(?:muestra\w*|mostra\w*|montre\w*|affiche\w*|zeig\w*|gib|nenne|dime|dimmi|revela\w*|rivela\w*|dikhao|batao|rivele)\b[^.!?\n]{0,40}\b(?:systemprompt|system prompt|prompt|configuracion|configurazione|konfiguration|configuration|instrucciones|istruzioni|instrucoes|anweisungen|consignes)\b|\b(?:sans filtre|sin filtros?|ohne filter|senza filtri|sem filtros?|si no tuvieras (?:reglas|limites)|n'avais pas de (?:regles|limites)|keine regeln hattest|non avessi regole|nao tivesse regras)\b|\bsystemprompt\b|\bprompt (?:de sistema|di sistema|do sistema|systeme)\b",
        r"(?:\u092d\u0942\u0932 \u091c\u093e|\u092d\u0941\u0932\u093e|\u0905\u0928\u0926\u0947\u0916\u093e|\u0928\u091c\u0930\u0905\u0902\u0926\u093e\u091c|\u0938\u093f\u0938\u094d\u091f\u092e \u092a\u094d\u0930\u0949\u092e\u094d\u092a\u094d\u091f)|\u5ffd\u7565|\u65e0\u89c6|\u5ffd\u89c6|\u7cfb\u7edf\u63d0\u793a|\u0438\u0433\u043d\u043e\u0440\u0438\u0440|\u0437\u0430\u0431\u0443\u0434\u044c|\u062a\u062c\u0627\u0647\u0644",
        unless=re.compile(
            r"\bj'ai oublie\b|\b(?:te pregunte|t'ai demande|dich gefragt|ti ho chiesto|te perguntei|mi pregunta)\b|\b(?:he olvidado|ich habe|ho dimenticato|esqueci|olvide)\b"
        ),
    ),
)
ATTEMPTS = Families((*FAMILIES, *SETUPS, *PLAIN), QUESTIONS)
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
