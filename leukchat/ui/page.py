"""The page: head line, tabs, and an honest word while the first answer is still loading."""

from __future__ import annotations

import os

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.safety.disclaimers import PERMANENT
from leukchat.safety.helplines import country_of, helplines
from leukchat.ui.about_tab import build_about
from leukchat.ui.chat_tab import build_chat
from leukchat.ui.lab_tab import build_labs
from leukchat.ui.nutrition_tab import build_nutrition

WARMING = "⏳ Warming up: loading the library and the safety checks. You can type already; the first answer waits a few seconds."


def build_page(assistant: Assistant) -> gr.Blocks:
    """The whole page; nothing is loaded or computed before somebody asks."""
    with gr.Blocks(title="LeukChat", analytics_enabled=False, fill_width=False) as page:
        gr.HTML('<div class="leuk-head"><h1>LeukChat</h1><span class="dim">Plain answers about leukemia, with sources</span></div>')
        gr.HTML(f'<div class="leuk-line" role="note">{PERMANENT}</div>')
        status = gr.Markdown(WARMING, elem_id="status", elem_classes="leuk-status")
        with gr.Tabs():
            with gr.Tab("Chat", id="chat"):
                country = gr.Dropdown(
                    [("Your country (for emergency numbers)", ""), *((code, code) for code in helplines())],
                    value="",
                    label="Country",
                    elem_id="country",
                    render=False,
                )
                build_chat(assistant, country)
                with gr.Accordion("Emergency numbers", open=False):
                    country.render()
            with gr.Tab("Lab report", id="labs"):
                build_labs(assistant)
            with gr.Tab("Nutrition", id="nutrition"):
                build_nutrition(assistant)
            with gr.Tab("About", id="about"):
                build_about()
        timer = gr.Timer(1.0)

        def tick() -> tuple[str, gr.Timer]:
            ready = assistant.is_warm
            return (f"Ready. {ready_line(assistant)}" if ready else assistant.trouble or WARMING), gr.Timer(active=not ready)

        def arrived(request: gr.Request) -> str:
            return country_of(request.headers.get("accept-language", "")) if request else ""

        timer.tick(tick, None, [status, timer], show_progress="hidden", queue=False, api_visibility="private")
        page.load(arrived, None, [country], show_progress="hidden", queue=False, api_visibility="private")
    return page


def ready_line(assistant: Assistant) -> str:
    """What answers, and where it runs."""
    name = assistant.settings.model.name
    if name == "embedded":
        return "Answers are put together from the library on this machine; nothing you type leaves it."
    return f"Answers are phrased by the model “{name}” from the library's passages."
