"""What the person sees first: what to do now, whom to call, what to tell the staff."""

from __future__ import annotations

from leukchat.safety.emergency.lexicon import Family
from leukchat.safety.emergency.tongue import in_tongue
from leukchat.safety.helplines import helpline

_ACTS = {
    "team": "Call your treatment team's 24-hour line now. If nobody answers within minutes, go to the emergency department or call {emergency}.",
    "ambulance": "Call {emergency} now. Do not drive yourself.",
    "bleeding": "Press firmly where it bleeds and sit up. Call {emergency} now if it is heavy, or if it still bleeds after 10 minutes of pressing. Otherwise call your treatment team's 24-hour line now.",
    "poison": "Call {poison} now. If the person is very sleepy, has a seizure or struggles to breathe, call {emergency}.",
    "today": "Call your treatment team today, without waiting for the next visit. With a fever, a rash or breathing trouble call {emergency}.",
}
STAFF = "Tell them: leukemia, the treatment and the date of its last dose, and whether there is a central line. Bring all medicines."
# Who swallowed a medicine need not be the patient.
_STAFF_OF = {"poison": "Tell them: who took it and how old the person is, and that the medicine is for leukemia, if it is."}


def card(family: Family, country: str, language: str = "") -> str:
    """The message of one family for an ISO country code: bold action, then what to tell, in Markdown.

    For a `language` of `tongue`, the action stands first in that language.
    """
    numbers = helpline(country)
    poison = numbers.poison or f"{numbers.emergency} or your local poison line"
    lines = " ".join(part for part in (_ACTS[family.act], family.more) if part)
    return f"{in_tongue(language, family.act, numbers)}**{lines.format(emergency=numbers.emergency, poison=poison)}**\n\n{_STAFF_OF.get(family.act, STAFF)} {family.tell}"


def beside(message: str) -> str:
    """A card as it stands under another one, which has said already whom to call and what all staff need to hear."""
    _, found, tell = message.partition(f"\n\n{STAFF} ")
    return f"Tell them this as well. {tell}" if found else message


def unsure_card(country: str) -> str:
    """The message where the wording sounds urgent but names no sign that is known: better one call too many."""
    emergency = helpline(country).emergency
    return f"**This may be urgent. Call your treatment team's 24-hour line now; if it is severe or getting worse, call {emergency}.**\n\n{STAFF}"
