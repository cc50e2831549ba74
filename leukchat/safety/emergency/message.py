"""What the person sees first: what to do now, whom to call, what to tell the staff."""

from __future__ import annotations

from leukchat.safety.emergency.lexicon import Family
from leukchat.safety.helplines import helpline

_ACTS = {
    "team": "Call your treatment team's 24-hour line now. If nobody answers within minutes, go to the emergency department or call {emergency}.",
    "ambulance": "Call {emergency} now. Do not drive yourself.",
    "bleeding": "Press firmly on any place that bleeds, sit up, and call {emergency} now if it is heavy or does not stop. Otherwise call your treatment team's 24-hour line right now.",
    "poison": "Call {poison} now.",
    "today": "Call your treatment team today, without waiting for the next visit. With a fever, a rash or breathing trouble call {emergency}.",
}
_STAFF = "Tell them: leukemia, the treatment and the date of its last dose, and whether there is a central line. Bring all medicines."


def card(family: Family, country: str) -> str:
    """The message of one family for an ISO country code: bold action, then what to tell, in Markdown."""
    numbers = helpline(country)
    poison = f"{numbers.emergency} or your local poison line"
    if country.upper() == "US":
        poison = "911 or Poison Help 1-800-222-1222"  # https://poisonhelp.hrsa.gov/
    lines = " ".join(part for part in (_ACTS[family.act], family.more) if part)
    return f"**{lines.format(emergency=numbers.emergency, poison=poison)}**\n\n{_STAFF} {family.tell}"


def unsure_card(country: str) -> str:
    """The message where the wording sounds urgent but names no sign that is known: better one call too many."""
    emergency = helpline(country).emergency
    return f"**This may be urgent. Call your treatment team's 24-hour line now; if it is severe or getting worse, call {emergency}.**\n\n{_STAFF}"
