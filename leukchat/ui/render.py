"""Values as Markdown and HTML. Everything that comes from a text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from leukchat.types import Answer, Citation, Rail

_MARK = re.compile(r"\[(\d+)\]")
_RULE_WORDS = {
    "dosing": "It told or asked for an amount or a change of medicine. Doses depend on your counts, kidneys, liver and weight, so they must come from your team. Ask them: what is right for me, and what if I miss one?",
    "diagnosis": "It sounded like a diagnosis. Ask your team: what do my own tests show?",
    "harm": "It could lead to harm. Ask your team about anything you would like to try beside treatment.",
    "injection": "It tried to change my rules, so I left it aside.",
    "grounding": "The sources did not carry the sentence, so it was dropped.",
    "privacy": "It looked like a personal detail, which no answer needs.",
    "emergency": "It may be urgent, so what to do stands first.",
    "self_harm": "You matter. What to do now stands first.",
    "guard": "A safety check could not finish, and then nothing is shown.",
}


def marks_as_links(text: str, key: str) -> str:
    """Citation marks as links that open the passage of the same answer (`key` tells answers apart)."""
    return _MARK.sub(lambda match: f'<a class="cite" href="#{key}-{match[1]}" title="Open source {match[1]}">[{match[1]}]</a>', text)


def answer_markdown(answer: Answer, key: str) -> str:
    """A finished answer: text, what was withheld, and every cited passage behind a fold."""
    parts = [marks_as_links(answer.answer, key), rails_html(answer.rails), sources_html(answer.citations, key)]
    return "\n\n".join(part for part in parts if part)


def sources_html(citations: Sequence[Citation], key: str) -> str:
    """The cited passages, whole, with the quoted sentences marked, source links and dates."""
    if not citations:
        return ""
    return '<div class="sources"><p class="sources-title">Sources</p>' + "".join(_source(citation, key) for citation in citations) + "</div>"


def _source(citation: Citation, key: str) -> str:
    text = escape(citation.text or citation.quote)
    quote = escape(citation.quote)
    if quote and quote in text:
        text = text.replace(quote, f"<mark>{quote}</mark>", 1)
    links = "".join(f'<li><a href="{escape(s.url)}" target="_blank" rel="noopener noreferrer">{escape(s.name)}</a></li>' for s in citation.sources if s.url.startswith("https://"))
    reviewed = (
        f"<p class='dim'>Section last reviewed {escape(citation.source.reviewed)}. Written for LeukChat from these sources; no clinician has reviewed it yet.</p>"
        if citation.source.reviewed
        else ""
    )
    body = text.replace("\n", "<br>")
    return (
        f'<details class="source" id="{key}-{citation.n}"><summary><b>[{citation.n}]</b> {escape(citation.title)}: {escape(citation.section)}</summary>'
        f"<blockquote>{body}</blockquote><ul>{links}</ul>{reviewed}</details>"
    )


def rails_html(rails: Sequence[Rail]) -> str:
    """What the guard did, as one quiet line that opens."""
    shown = [rail for rail in rails if not rail.rule.startswith(("emergency", "self_harm"))]
    if not shown:
        return ""
    rows = "".join(
        f"<li><code>{escape(rule)}</code>: {escape(_RULE_WORDS.get(rule.split('.')[0], message))}</li>"
        for rule, message in dict((rail.rule, rail.message) for rail in shown).items()
    )
    masked = all(rail.rule.startswith("privacy") for rail in shown)
    title = "Personal details were left out" if masked else "Something was withheld, and why"
    return f'<details class="rail"><summary>{title}</summary><ul>{rows}</ul></details>'


def problem_markdown(message: str) -> str:
    """A problem with what was typed, in words."""
    return f'<div class="problem" role="alert">{escape(message)}</div>'
