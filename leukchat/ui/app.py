"""Serves the page first and loads the rest behind it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.models.zero_gpu import on_zero_gpu
from leukchat.ui.page import build_page

HERE = Path(__file__).resolve().parent
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")
MONO = ("ui-monospace", "Menlo", "Consolas", "monospace")


def make_theme() -> gr.themes.Base:
    """Calm and readable: text of at least 15 px, colours with a contrast of at least 4.5 to 1, the system's own fonts."""
    sizes = gr.themes.sizes.Size(name="text_readable", xxs="15px", xs="15px", sm="15px", md="16px", lg="18px", xl="22px", xxl="26px")
    return gr.themes.Default(font=FONTS, font_mono=MONO, primary_hue="teal", neutral_hue="zinc", text_size=sizes, radius_size="lg").set(
        body_background_fill="#fcfbf9",
        color_accent="*primary_700",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_300",
        input_placeholder_color="*neutral_500",
        input_placeholder_color_dark="*neutral_400",
        block_info_text_color="*neutral_600",
        block_info_text_color_dark="*neutral_300",
        link_text_color="*primary_700",
        link_text_color_dark="*primary_300",
        link_text_color_hover="*primary_800",
        link_text_color_visited="*primary_800",
        link_text_color_visited_dark="*primary_200",
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
        button_primary_text_color="white",
    )


def launch(assistant: Assistant, host: str | None = None, port: int | None = None, *, block: bool = True) -> gr.Blocks:
    """Opens the page at once, then warms the assistant in a thread. Blocks until stopped unless told not to.

    `host` and `port` default to Gradio's own settings (GRADIO_SERVER_NAME, GRADIO_SERVER_PORT).
    """
    page = build_page(assistant)
    page.queue(default_concurrency_limit=8, max_size=64)
    if on_zero_gpu():
        assistant.answerer  # noqa: B018 - such a Space has to show the function that borrows its GPU when the page opens
    page.launch(
        server_name=host,
        server_port=port,
        prevent_thread_lock=True,
        quiet=False,
        share=False,
        ssr_mode=False,
        footer_links=[],
        run_history=False,
        theme=make_theme(),
        css_paths=[HERE / "style.css"],
        js=(HERE / "page.js").read_text(encoding="utf-8"),
        max_file_size="20mb",
    )
    threading.Thread(target=assistant.warm_safely, name="warm", daemon=True).start()
    if block:
        page.block_thread()
    return page
