"""What attempts on the assistant are made of: acts, rules, machines and personas, and the words that make a question harmless.

Each is a piece of a pattern over normalised (lower-case, unaccented) text.
"""

from __future__ import annotations

import re

from leukchat.safety.families import one_of

REFUSAL = "I can only answer questions about leukemia and its care, and I keep to my safety rules whatever the text asks. What would you like to know about leukemia?"
GAP = r"[^.!?\n]"
DROP = one_of(
    r"ignor(?:e|es|ing)|disregard(?:ing)?|forget(?:ting)?|overrid(?:e|es|ing)|bypass(?:es|ing)?|skip(?:ping)?|neglect|drop(?:ping|ped|s)?|discard|delete",
    r"erase|wipe|remove|turn off|switch off|disable|deactivate|suspend|lift|cancel|set aside|put aside|throw out|break(?:ing)?|violate|circumvent|evade",
    r"get around|do not (?:follow|obey|apply|use)|don'?t (?:follow|obey|apply|use)|stop (?:following|obeying|applying|using)|no longer (?:follow|obey|apply)",
    r"unlearn|void|nullify|pay no attention to|never mind|obey no(?: more)?|without (?:following|regard to|any regard for|applying|your)|abandon|loosen",
    r"relax",
)
RULES = one_of(
    r"instructions?|rules?|guidelines?|guardrails?|guard rails?|restrictions?|prompts?|safety|polic(?:y|ies)|filters?|directions?|directives?|constraints?",
    r"limits?|limitations?|programming|training|orders|safeguards?|ethics|protocols?|moderation|system message|commands?|content checks?|boundaries",
    r"censorship|disclaimers?|checks",
)
OWN = one_of(
    r"your|all|any|previous|prior|above|earlier|preceding",
    r"the (?:previous|prior|above|earlier|preceding|system|safety|initial|original|content|first|developer'?s?|model'?s?)|system|safety|these|those|every",
    r"former|old|existing|its|given|its makers'?|the|hidden|my (?:previous|earlier)|openai\w*|meta'?s?|such|other|built-in|everything",
)
MACHINE = r"(?:ai|assistant|chat ?bots?|bots?|llms?|language models?|models?|leukchat|gpt|claude|llama|artificial intelligence|ai systems?|agents?)"
PERSONA = one_of(
    r"dan\b|stan\b|aim\b|doctor|dr\.? ?\w*|physician|oncologist|pharmacist|nurse|specialist|professor|hematologist|haematologist|healer|surgeon|medic|ai\b",
    r"assistant|chatbot|bot\b|model|machine|terminal|linux|expert|unrestricted|unfiltered|uncensored|jailbr\w*|evil\w*|free|rogue|grandm\w+|granny",
    r"grandfather|character|opposite|someone else|villain|hacker|god|developer|admin\w*|root|human|person without",
    r"no (?:rules|restrictions|limits|filters?|ethics|policy|boundaries)|without (?:rules|restrictions|filters?|limits|any|ethics)",
)
UNBOUND = one_of(
    r"no (?:rules|restrictions|limits|limitations|filters?|ethics|polic(?:y|ies)|boundaries|guidelines|guardrails|safety|constraints|censorship)",
    r"without (?:any )?(?:rules|restrictions|filters?|limits|ethics|warnings?|disclaimers?|guardrails|censorship|boundaries|safety|polic\w+)",
    r"(?:isn'?t|is not|not|never|no longer|aren'?t|are not) (?:\w+ )?(?:bound|limited|restricted|constrained|censored|governed|subject)|unfiltered",
    r"uncensored|unrestricted|anything goes|unlimited|unshackled|ignores? (?:its|all|every|the|his|her)",
    r"free (?:of|from) (?:all |any )?(?:rules|restrictions|filters|limits)|filters? (?:removed|off|disabled)",
)
FICTION = one_of(
    r"novel|stor(?:y|ies)|screenplay|script|film|movie|play(?!ground|ing (?:sport|football|soccer))|role-?play|game|poem|song|fiction\w*|hypothetical\w*",
    r"thought experiment|imaginary|pretend\w*|make[- ]believe|imagine|bedtime|grandm\w+|granny|grandfather|character|fairy ?tale|dream|simulation",
    r"parallel universe|fantasy|lullaby",
)
SECRETS = one_of(
    r"exact dos\w*|doses?\b|dosing|dosages?|how many (?:mg|milligrams|tablets|pills)|milligrams|\bmg\b|overdos\w*|poison(?! control| line| cent)\w*|lethal|forg\w+|bomb|weapon",
    r"without (?:any )?(?:warnings?|disclaimers?|restrictions)|system prompt|your (?:rules|instructions|prompt|guidelines)|chemo protocols?",
    r"treatment protocols?|dosing tables?",
)
ALLOWED = r"(?:allow(?:ed|s)?|authori[sz]ed?|authori[sz]es|approved?|approves|permits?|permitted|cleared|enabled?|unlocked?|granted|activated|mandatory|required|okayed|ok'?d|signed off|lifted|disabled|suspended|waived|overruled)"
MINE = re.compile(
    # A plain question that speaks of no assistant.
    r"^\s*(?:which|what|when|why|are there|do|does)\b(?![^?]*\b(?:you|your|ur|assistant|ai|bot|model|prompt|system|above|before)\b)[^!?\n]*\?\s*$|"
    r"^\s*(?:\w+,? )?(?:can|could|may|should|must|do|does|did|is it|am|are|will|would|what if|what happens|how|why|when|where) (?:i|we|he|she|they|my|the|it|people|patients|a|an|ok|okay|safe|bad|dangerous|someone|doctors|hospitals|nurses)\b(?!\w* (?:get you|make you|bypass your|override your|change your))|\b(?:i|we|he|she|they|people|patients|my \w+) (?:always |often |sometimes |have |has |had |can |could |keep |kept )?(?:ignor\w*|disregard\w*|forgot|forget|skip\w*|drop\w*|broke|follow\w*|missed)\b"
    r"|\b(?:diet|food|eating|visit(?:or|ing)|hospital'?s?|discharge|ward|school|neutropenic|insurance|travel|driving|isolation|fasting|hygiene|port|dressing|mouth rinse|exercise|work|clinic'?s?|doctor'?s?|nurse'?s?|team'?s?|trial'?s?|vaccination|their|his|her) (?:rules?|instructions?|guidelines?|polic(?:y|ies)|directions?|restrictions?|limits?|orders|advice)"
)
PLAIN_FORGET = re.compile(
    r"\b(?:what (?:i|we) (?:said|asked|wrote|told you) (?:about|on|before about)|what i wrote above|my (?:last|previous|earlier|first) (?:question|message|sentence|report|one)|the (?:first|last|old|previous) (?:report|result|file|question)|about (?:the )?(?:sport|swimming|food))\b"
)
BENIGN_PLAY = re.compile(
    r"\bact (?:as|like) (?:an? |my )(?:\w+ ){0,2}(?:nurse|doctor|teacher|friend|grandad|grandmother|teammate|coach) and (?:explain|describe|tell)\b(?![^.!?\n]{0,80}\b(?:dos\w+|mg|without|no rules|un\w+ed|prescri\w+|how (?:much|many))\b)|"
    r"\b(?:so (?:that )?(?:i|we|he|she|my \w+) can (?:practi[sc]e|rehearse|prepare|learn)|practi[sc]e (?:what|asking|talking|the|my)|rehears\w+|help me prepare|imagine you are (?:explaining|telling|talking)|pretend (?:that )?(?:it's|it is|this is) my)\b"
)
SHOWING = one_of(
    r"reveal|print|show|repeat|output|leak|tell|give|display|expose|share|write|type|copy|paste|dump|list|recite|quote|echo|summari[sz]e|translate|disclose",
    r"return|spell out|encode|what (?:are|is|were)|state|send|read (?:me|out)|convert|render|rephrase|paraphrase|include|put",
)
OWN_TEXT = one_of(
    r"prompts?|instructions?|rules (?:verbatim|word for word|exactly|in full|literally)|configuration|config|context(?: window)?|guidelines verbatim|initial",
    r"hidden|secret|system|source code|weights|api keys?|programming|directives?|preamble|internal\w*",
)
ANY_TEXT = one_of(
    r"instructions?|words?|text|lines?|messages?|everything|content|sentences?|tokens?|all(?: of it)?|what (?:is|was|came|stands|comes)",
)
PLAYING = one_of(
    r"you are now|you're now|from now on,? you|act(?:ing)? as(?: if you were| though you)?|act like|pretend(?:ing)?|role-?play(?:ing)?(?: as)?|simulate",
    r"imagine (?:you are|you're|that you|being)|behave (?:as|like)|you will (?:be playing|play|act|be|become)|stay in character",
    r"you are (?:playing|dr|dan|an? (?:un|evil|free|rogue|ai))|you're (?:playing|dr|dan|an? (?:un|evil|rogue))|play the (?:role|part)",
    r"take (?:on )?the (?:role|persona|part) of|speak as|answer as|respond as",
    r"(?:you (?:to |will |must |should |now )?|[.;,:] |and |please )become (?:an?|the|my)|transform into|your (?:new )?(?:name|persona|role|identity) is",
    r"let'?s (?:play|pretend|roleplay|role-play)|switch to|assume the (?:role|identity|persona)|impersonate|emulate",
)
HARMLESS_PLAY = one_of(
    r"my (?:son|daughter|child|kid|husband|wife|mother|father) (?:\w+ )?pretend\w*",
    r"pretend(?:ing|s|ed)? (?:to be|i'?m|that i'?m|everything is|that everything is|all is|nothing) (?:fine|ok|well|okay|strong|happy|brave|all right|happened)",
    r"(?:cells?|drugs?|medicines?|antibod\w+|proteins?|virus\w*|genes?) (?:\w+ )?act",
    r"act as (?:a )?(?:brakes?|shield|donors?|carers?|caregivers?|blood thinner|barrier|bridge|switch|signal|filters?)|act like (?:a |normal|other)",
    r"can (?:i|you) become|become (?:a )?(?:donor|doctor|nurse|free of|pregnant)",
    r"switch to (?:another|a different|dasatinib|tablets|the generic|generic|a generic|a new)|do you become|see a specialist|let'?s play it",
)
WHO_ALLOWS = one_of(
    r"doctors?|dr\.? \w+|oncolog\w+|h(?:a)?ematolog\w+|hospital|developers?|admin\w*|creators?|makers?|fda|government|ministry|team|nurse|pharmacist|openai",
    r"meta|company|ceo|manager|supervisor|ethics (?:board|committee)|board|policy|policies|law|court|i|we|your (?:boss|owner|maker|developer)s?",
    r"security team|programmers?|engineers?|guideline update",
)
WITHHELD = one_of(
    r"dos\w+|prescrib\w*|diagnos\w*|rules|restrictions|anything|everything|answer|limits|freely|filters?|safety|numbers|amounts?|mg|prompt|tell|give|say",
    r"skip|ignore|instructions",
)
KINDS_OF_AGENT = one_of(
    r"alkylating|targeted|hypomethylating|antifungal|new|other|contrast|single|novel|cytotoxic|infectious|reversal|demethylating|immunosuppressive",
    r"anticancer|multiple|these|such|biologic\w*|the",
)
OTHER_AGENTS = one_of(
    r"is the assistant|are you an? ai|(?:physician|medical|nursing|doctor'?s|care|dental|teaching|classroom|health ?care|pharmacy) assistants?|role model",
    rf"mouse models?|animal models?|models? (?:of|for) (?:leuk\w+|disease|care)|insurance agents?|chemotherapy agents?|{KINDS_OF_AGENT} agents?|travel agent",
)
