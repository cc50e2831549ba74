"""Serves the page first and loads the rest behind it."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

import gradio as gr

from leukchat.assistant import Assistant
from leukchat.ui.page import build_page

HERE = Path(__file__).resolve().parent
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")
MONO = ("ui-monospace", "Menlo", "Consolas", "monospace")
_log = logging.getLogger(__name__)


def launch(assistant: Assistant, host: str | None = None, port: int | None = None, *, block: bool = True) -> gr.Blocks:
    """Opens the page at once, then warms the assistant in a thread. Blocks until stopped unless told not to.

    `host` and `port` default to Gradio's own settings (GRADIO_SERVER_NAME, GRADIO_SERVER_PORT).
    """
    page = build_page(assistant)
    page.queue(default_concurrency_limit=8, max_size=64)
    page.launch(
        server_name=host,
        server_port=port,
        prevent_thread_lock=True,
        quiet=False,
        share=False,
        ssr_mode=False,
        footer_links=[],
        run_history=False,
        theme=gr.themes.Default(font=FONTS, font_mono=MONO, primary_hue="teal"),
        css_paths=[HERE / "style.css"],
        js=(HERE / "page.js").read_text(encoding="utf-8"),
        max_file_size="20mb",
    )
    threading.Thread(target=assistant.warm_safely, name="warm", daemon=True).start()
    if block:
        page.block_thread()
    return page
