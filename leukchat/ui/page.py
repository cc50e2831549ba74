"""The page: head line, tabs, and an honest word while the first answer is still loading."""

from __future__ import annotations

import os
from html import escape

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.safety.disclaimers import PERMANENT
from leukchat.safety.helplines import country_of
from leukchat.ui.about_tab import build_about
from leukchat.ui.chat_tab import build_chat
from leukchat.ui.country import build_country, make_country
from leukchat.ui.lab_tab import build_labs
from leukchat.ui.nutrition_tab import build_nutrition

WARMING = "Warming up: loading the library and the safety checks. You can type already; the first answer takes a few seconds longer."
HEAD = (
    '<header class="leuk-head"><h1>LeukChat</h1><span class="dim">Plain answers about leukemia, with sources</span></header>'
    f'<div class="leuk-line" role="note">{escape(PERMANENT, quote=False)}</div>'
)


def build_page(assistant: Assistant) -> gr.Blocks:
    """The whole page; nothing is loaded or computed before somebody asks."""
    with gr.Blocks(title="LeukChat", analytics_enabled=False, fill_width=False, delete_cache=(3600, 3600)) as page:
        gr.HTML(HEAD, elem_id="head")
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab("Chat", id="chat"):
                country = make_country()
                build_chat(assistant, country)
                build_country(country)
            with gr.Tab("Lab report", id="labs"):
                labs = build_labs(assistant)
            with gr.Tab("Nutrition", id="nutrition"):
                build_nutrition(assistant, labs)
            with gr.Tab("About", id="about"):
                build_about()
        status = gr.HTML(status_html(assistant), elem_id="status")
        timer = gr.Timer(1.0)

        def tick() -> tuple[str, gr.Timer]:
            return status_html(assistant), gr.Timer(active=not assistant.is_warm)

        def arrived(request: gr.Request) -> str:
            return country_of(request.headers.get("accept-language", "")) if request else ""

        timer.tick(tick, None, [status, timer], show_progress="hidden", queue=False, api_visibility="private")
        page.load(arrived, None, [country], show_progress="hidden", queue=False, api_visibility="private")
    return page


def status_html(assistant: Assistant) -> str:
    """How things stand: loading, ready, or what is wrong."""
    state = "ready" if assistant.is_warm else "trouble" if assistant.trouble else "warming"
    text = f"Ready. {ready_line(assistant)}" if state == "ready" else assistant.trouble if state == "trouble" else WARMING
    return f'<p class="leuk-status {state}" role="status">{escape(text, quote=False)}</p>'


def ready_line(assistant: Assistant) -> str:
    """What answers, and where it runs."""
    name = assistant.settings.model.name
    if assistant.model_trouble:
        return f"{assistant.model_trouble} Answers are put together from the library instead."
    if name == "embedded":
        return "Answers are put together from the library on this machine; nothing you type leaves it."
    about = getattr(assistant.answerer, "about", "") or name
    leaves = " What you type is sent there, without names and other identifiers." if name == "endpoint" else " Nothing you type leaves this machine."
    return f"Answers are phrased by {about}, from the library's passages.{leaves}"
