"""Heavy packages stay out until they are needed."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("torch", "transformers", "sentence_transformers", "guardrails", "peft", "bitsandbytes", "onnxruntime", "faiss", "scipy", "langchain_core")


def test_building_the_page_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from leukchat.assistant import Assistant\nfrom leukchat.settings import load_settings\nfrom leukchat.ui.app import build_page\n"
        "build_page(Assistant(load_settings()))\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert result.stdout.strip().splitlines()[-1] == "[]"


def test_an_answer_never_imports_torch() -> None:
    code = (
        "import sys\nfrom leukchat.assistant import Assistant\nfrom leukchat.settings import load_settings\n"
        "Assistant(load_settings()).ask('What is CML?')\n"
        "print([name for name in ('torch', 'transformers', 'sentence_transformers', 'pandas') if name in sys.modules])\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert result.stdout.strip().splitlines()[-1] == "[]"
