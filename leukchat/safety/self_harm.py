"""Thoughts of suicide or self-harm, said outright or not: answered warmly, with a crisis line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leukchat.safety.helplines import helpline
from leukchat.safety.normalise import normalise
from leukchat.safety.rules import Context
from leukchat.types import Action, Finding

_DIRECT = re.compile(
    r"\b(?:suicid\w*|kill(?:ing)? (?:myself|himself|herself|themselves)|end(?:ing)? (?:my|his|her|their|it|this) (?:own )?(?:life|all)\b|end it all|take (?:my|his|her) (?:own )?life|taking (?:my|his|her) (?:own )?life|"
    r"(?:want|wants|wanted|wanting|wish\w*|hope|ready|rather|prefer|better|plan\w*|try\w*) (?:to |i (?:was|were|would) )?(?:just )?(?:die|be dead|dead|not be (?:here|alive)|disappear forever|never wake up|not wake up)|(?:don'?t|do not|doesn'?t|does not|didn'?t|no longer) (?:want|wish|wants) to (?:live|be (?:here|alive)|wake up|go on(?: living)?|exist)|"
    r"(?:hurt|harm|cut|hurting|harming|cutting|starve|starving|poison|hang|hanging|shoot|drown) (?:myself|himself|herself)|self[- ]?harm\w*|overdose on purpose|(?:no|any) (?:reason|point|will) (?:to|in) (?:live|living|going on|go on|be alive|being alive)|nothing (?:left )?to live for|not worth living|(?:is|isn'?t) (?:it|life) (?:even |really )?worth (?:me )?(?:being alive|living|it any ?more)|(?:slit|slitting|cutting|cut) (?:my |your |the )?wrists?|(?:burn|burning|cut|cutting) my (?:skin|arms?|legs?|self)|starv(?:e|ing) myself|(?:binge|binging|bingeing)\b[^.!?\n]{0,40}\b(?:vomit|purge|throw)|make myself (?:vomit|throw up|bleed)|"
    r"(?:better off|easier|happier) (?:without me|if i (?:was|were|wasn'?t|died|were dead|weren'?t)|dead)|(?:they|everyone|family|wife|husband|kids)\b[^.!?\n]{0,30}\bbetter off without (?:me|him|her)|want(?:s)? (?:it|this|everything) (?:all )?to (?:be over|end|stop for good)|can'?t (?:go on|live like this|do this any ?more|take (?:it|this) any ?more|keep living)|cannot (?:go on|live like this)|"
    r"(?:say|said|saying|write|writing|wrote) (?:my )?goodbyes?(?: (?:letter|note)| to everyone)|goodbye (?:letter|note)s?|(?:saving|stockpil\w*|hoarding|collecting|saved) (?:up )?(?:my |his |her |the )?(?:pills|tablets|morphine|meds|medication|painkillers)|(?:give|giving) (?:me )?up on life|give up living|how (?:many|much) (?:\w+ ){0,4}?(?:to (?:die|kill)|would kill|is lethal|be lethal|will kill)|lethal dose|painless(?:ly)? (?:way|method|death|die)|(?:way|ways|method) to die|quickest way to die|assisted (?:suicide|dying)|euthanasia|"
    r"go to sleep and (?:not|never) wake|(?:don'?t|do not|can'?t) see (?:a|any) (?:reason|point) to (?:wake|live|go on|continue)|(?:would|let me|help me|make me|could) die (?:without pain|peacefully|painlessly|quietly)|let me die|(?:hospital|the) roof|(?:off|from) (?:a|the) bridge|(?:bridge|train|rope|noose|razor|blade)\b[^.!?\n]{0,60}\b(?:harder|stop|jump|end|ready|tonight)|"
    r"(?:such |just )?a burden\b[^.!?\n]{0,60}\b(?:gone|free|better|without)|nobody (?:would|will) (?:miss|notice|care)|(?:free|better|happier) if i were gone|if i were gone|let the (?:fever|cancer|leukemia|infection) take me|(?:want|ready) to be with (?:my|god)\b[^.!?\n]{0,20}\b(?:dead|heaven)|"
    r"quitarme la vida|no quiero (?:seguir|vivir)|mejor (?:sin mi|muert\w)|(?:serait|seraient|sera) mieux sans moi|en finir|me tuer|me suicider|mich umbringen|nicht mehr (?:da sein|leben|weiter)|das leben nehmen|farla finita|uccidermi|togliermi la vita|tirar (?:a )?minha vida|me matar|acabar com tudo|mar jana|mar jau\w*|jeene ka mann|khatam kar|"
    r"quiero morir|no quiero vivir|me quiero matar|je veux mourir|plus envie de vivre|ich will sterben|nicht mehr leben|umbringen|voglio morire|quero morrer|marna chahta|marna chahti|jeena nahi)\b"
)
_NOT_PERSONAL = re.compile(
    r"\b(?:suicide gene|cell suicide|suicide (?:rate|rates|statistics|prevention|risk among)|apoptosis|squad|assisted (?:suicide|dying) (?:law|laws|legal)|is (?:assisted|euthanasia)|what is (?:assisted|euthanasia)|(?:cancer|leukemia) cells? (?:\w+ ){0,3}?(?:kill|die|suicide)|kill(?:s|ing)? (?:the )?(?:cancer|leukemia|cells)|movie|film|novel|book)\b"
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|don'?t|do not|isn'?t|am not|i'?m not|without)\s(?:\w+\s){0,2}?(?:suicidal|thinking (?:of|about) suicide|going to (?:kill|hurt|harm)|want(?:ing)? to (?:die|kill|hurt|harm|end)|planning to (?:kill|hurt|harm)|thoughts? of suicide)\b"
)


def crisis_message(country: str) -> str:
    """Warm words, a crisis line, what to do next."""
    numbers = helpline(country)
    return (
        "I'm really glad you wrote this down. What you feel matters, and you do not have to carry it alone. "
        f"**Please talk to someone now: {numbers.crisis}. If you or someone else is in danger right now, call {numbers.emergency} and stay with another person.**\n\n"
        "Put medicines and other things that could hurt you out of reach, or ask someone to keep them. Tell your treatment team today too: "
        "despair is common with leukemia, some treatments such as steroids can cause it, and it can be treated."
    )


class SelfHarmInput:
    """Escalates on thoughts of suicide or self-harm in the person's words."""

    name = "self_harm"

    def scan(self, text: str, context: Context) -> Sequence[Finding]:
        """At most one finding; its message is what the person sees first."""
        normal = normalise(text)
        for match in _DIRECT.finditer(normal.text):
            around = normal.text[max(0, match.start() - 50) : match.end() + 40]
            if _NOT_PERSONAL.search(around):
                continue
            negated = _NEGATED.search(normal.text[max(0, match.start() - 30) : match.end() + 5])
            if negated and match[0].startswith(("suicid", "kill", "hurt", "harm", "want", "end")):
                continue
            start, end = normal.span(*match.span())
            return (Finding(rule="self_harm.crisis", action=Action.escalate, start=start, end=end, message=crisis_message(context.country)),)
        return ()
