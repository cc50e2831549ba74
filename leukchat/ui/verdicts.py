"""What the guard did, as a quiet line that opens: what was withheld, why, what to ask the team instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from leukchat.types import Rail


@dataclass(frozen=True)
class Words:
    """How a family of rules is told to the person it acted for; `ask` may be empty."""

    withheld: str
    why: str
    ask: str = ""


_SAID_IN_THE_ANSWER = ("emergency", "self_harm")
_WORDS = {
    "dosing": Words(
        "an amount, a timing or a change of a medicine",
        "The right dose depends on your blood counts, kidneys, liver, weight and other medicines. Only people who know yours can give it safely.",
        "Which dose is right for me, and why? What should I do if I miss one?",
    ),
    "supplement": Words(
        "advice on taking a supplement",
        "Some supplements change how leukemia medicines work or affect bleeding and infection.",
        "Is this supplement safe with my treatment and my blood counts?",
    ),
    "diagnosis": Words(
        "a judgement about your own illness or outlook",
        "The same symptom or number can have many causes. A diagnosis needs an examination and your whole record.",
        "What do my own tests show, and what else could explain them?",
    ),
    "harm": Words("advice that could hurt someone", "It goes against what the sources say is safe.", "I would like to try this: is it safe beside my treatment?"),
    "injection": Words("text that tried to change how LeukChat works", "Such text is treated as something to read, never as an order."),
    "grounding": Words(
        "a sentence that the sources did not carry", "Every sentence here must stand in a passage that you can open.", "Is there something newer or more about this?"
    ),
    "guard": Words("text that could not be checked", "A safety check did not finish, and nothing is shown unchecked. Asking again may help."),
    "judge": Words("text that a second check did not accept", "Where two checks disagree, the stricter one holds.", "Can we go through this question together?"),
}
_OTHER = Words("part of the text", "A safety rule held it back.", "Can we go through this question together?")


def rails_html(rails: Sequence[Rail]) -> str:
    """One closed line for what was withheld and one for what was masked; empty when nothing was, or only in a text that nobody sees."""
    shown = [rail for rail in rails if _family(rail) not in _SAID_IN_THE_ANSWER and not rail.discarded]
    masked = [rail for rail in shown if _family(rail) == "privacy"]
    withheld = [rail for rail in shown if _family(rail) != "privacy"]
    return _withheld_html(withheld) + _masked_html(masked)


def _family(rail: Rail) -> str:
    return rail.rule.split(".")[0]


def _withheld_html(rails: Sequence[Rail]) -> str:
    if not rails:
        return ""
    families = list(dict.fromkeys(_family(rail) for rail in rails))
    words = {family: _WORDS.get(family, _OTHER) for family in families}
    title = "Withheld: " + "; ".join(dict.fromkeys(word.withheld for word in words.values())) + ". Why?"
    body = "".join(_reason(words[family], [rail for rail in rails if _family(rail) == family]) for family in families)
    return f'<details class="rail"><summary>{escape(title)}</summary>{body}</details>'


def _reason(words: Words, rails: Sequence[Rail]) -> str:
    where = {"input": "in the question", "output": "in the answer"}
    rules = ", ".join(dict.fromkeys(f"<code>{escape(rail.rule)}</code> {where[rail.stage]}" for rail in rails))
    ask = f"<p><b>Ask your team instead:</b> {escape(words.ask)}</p>" if words.ask else ""
    return f'<p><b>Why:</b> {escape(words.why)}</p>{ask}<p class="rule">Rule: {rules}</p>'


def _masked_html(rails: Sequence[Rail]) -> str:
    if not rails:
        return ""
    messages = list(dict.fromkeys(rail.message for rail in rails))
    rules = ", ".join(dict.fromkeys(f"<code>{escape(rail.rule)}</code>" for rail in rails))
    more = "".join(f"<p>{escape(message)}</p>" for message in messages[1:])
    why = "<p>It was replaced before your question was looked up and answered. Your own message above still shows what you typed.</p>"
    return f'<details class="rail"><summary>{escape(messages[0])}</summary>{more}{why}<p class="rule">Rule: {rules}</p></details>'
