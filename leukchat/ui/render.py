"""Answers as Markdown and HTML. Everything that comes from a text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import escape

from leukchat.safety.helplines import helpline
from leukchat.types import Answer, Citation
from leukchat.ui.verdicts import rails_html

_MARK = re.compile(r"\s?\[(\d+)\]")
_LINK = re.compile(r'<a class="cite"[^>]*>(\[\d+\])</a>')
_WRITING = '<span class="writing" aria-hidden="true"></span>'
STOPPED = "Stopped. Press Retry for the whole answer with its sources."


def marks_as_links(text: str, key: str) -> str:
    """Citation marks as links that open the passage of the same answer (`key` tells answers apart)."""
    return _MARK.sub(lambda match: f'&nbsp;<a class="cite" href="#{key}-{match[1]}" title="Open source {match[1]}">[{match[1]}]</a>', text)


def answer_markdown(answer: Answer, key: str, urgent: str = "", country: str = "") -> str:
    """A finished answer: text, what was withheld, and every cited passage behind a fold.

    `urgent` is the part of the answer, at its beginning, that says what to do now.
    """
    notice = f'<p class="dim">{escape(answer.notice)}</p>' if answer.notice else ""
    parts = [_body(answer.answer, key, urgent, country), notice, rails_html(answer.rails), sources_html(answer.citations, key)]
    return "\n\n".join(part for part in parts if part)


def draft_markdown(text: str, key: str, urgent: str = "", country: str = "") -> str:
    """An answer that is still being written."""
    return _body(text, key, urgent, country) + _WRITING


def state_markdown(text: str) -> str:
    """What is going on before the first sentence."""
    return f"*{text}…*{_WRITING}"


def is_draft(content: str) -> bool:
    """Whether a message was still being written."""
    return _WRITING in content


def settled_markdown(content: str) -> str:
    """A draft that was stopped; its marks lead nowhere, so they are no links."""
    text = _LINK.sub(r"\1", content.replace(_WRITING, ""))
    kept = "" if re.fullmatch(r"\*[^*]*…\*", text.strip()) else text.rstrip() + "\n\n"
    return f'{kept}<p class="dim stopped">{STOPPED}</p>'


def _body(text: str, key: str, urgent: str, country: str) -> str:
    first = urgent.strip()
    if not first or not text.startswith(first):
        return marks_as_links(text, key)
    return f'<div class="first">\n\n{_with_calls(first, country)}\n\n</div>\n\n{marks_as_links(text[len(first) :], key)}'


def _with_calls(text: str, country: str) -> str:
    """The emergency numbers of a country as links that a phone can call."""
    numbers = re.findall(r"\b\d{2,4}\b", helpline(country).emergency)
    pattern = rf"(?<![\w.])({'|'.join(numbers)})(?![\w°]|\.\d)"
    return re.sub(pattern, r'<a href="tel:\1">\1</a>', text) if numbers else text


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
    based = f'<p class="based">Based on</p><ul>{links}</ul>' if links else ""
    reviewed = f'<p class="dim">Last reviewed {_day(citation.source.reviewed)}. Written for LeukChat; no clinician has reviewed it yet.</p>' if citation.source.reviewed else ""
    passage = "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", text.strip())).replace("\n", "<br>")
    return (
        f'<details class="source" id="{key}-{citation.n}"><summary><span class="n">[{citation.n}]</span> <b>{escape(citation.section)}</b> '
        f'<span class="dim">{escape(citation.title)}</span></summary><blockquote>{passage}</blockquote>{based}{reviewed}</details>'
    )


def _day(text: str) -> str:
    """A date such as `2026-11-21` as people write it; other texts as they are."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return escape(text)
    return f"{day.day} {day:%B %Y}"


def problem_markdown(message: str) -> str:
    """A problem with what was typed, in words."""
    return f'<div class="problem" role="alert">{escape(message)}</div>'
