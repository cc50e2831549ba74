"""Run by `benchmarks/guard.py --peers PYTHON` in an interpreter that has llm-guard and presidio-analyzer: times their rule-based scanners.

Only what needs no model: presidio's pattern recognisers over a blank language engine, and those scanners of llm-guard that are rules.
Reads a JSON list of texts on stdin and prints one JSON line: {"times": {name: [ms, …]}, "import_ms": {…}, "skipped": {name: why}}.
"""

from __future__ import annotations

import inspect
import json
import logging
import os
import socket
import sys
import time
from collections.abc import Callable
from typing import Any


def presidio() -> Callable[[str], object]:
    """All pattern recognisers of presidio, without a language model."""
    import presidio_analyzer.predefined_recognizers as predefined
    from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

    class Blank(NlpEngine):
        def load(self) -> None: ...
        def is_loaded(self) -> bool:
            return True

        def process_text(self, text: str, language: str) -> Any:
            return NlpArtifacts([], [], [], [], self, language)

        def process_batch(self, texts: Any, language: str, **rest: Any) -> Any:
            return ((text, self.process_text(text, language)) for text in texts)

        def is_stopword(self, word: str, language: str) -> bool:
            return False

        def is_punct(self, word: str, language: str) -> bool:
            return False

        def get_supported_entities(self) -> list[str]:
            return []

        def get_supported_languages(self) -> list[str]:
            return ["en"]

    found = []
    for made in vars(predefined).values():
        if inspect.isclass(made) and (issubclass(made, PatternRecognizer) or made.__name__ == "PhoneRecognizer"):
            try:
                found.append(made(supported_language="en"))
            except TypeError:
                continue
    engine = AnalyzerEngine(registry=RecognizerRegistry(recognizers=found, supported_languages=["en"]), nlp_engine=Blank(), supported_languages=["en"])
    return lambda text: engine.analyze(text=text, language="en")


def llm_guard() -> Callable[[str], object]:
    """The scanners of llm-guard that are rules: substrings, a regular expression, invisible characters, secrets."""
    from llm_guard.input_scanners import BanSubstrings, InvisibleText, Regex, Secrets

    scanners = [BanSubstrings(substrings=["take 400 mg", "double the dose"]), Regex(patterns=[r"\b\d+\s?mg\b"], is_blocked=True), InvisibleText(), Secrets()]
    return lambda text: [scanner.scan(text) for scanner in scanners]


def main() -> None:
    """Times each peer on the texts given."""
    logging.disable(logging.CRITICAL)
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError("no network")

    socket.getaddrinfo = refuse
    texts = json.load(sys.stdin)
    times: dict[str, list[float]] = {}
    imports: dict[str, float] = {}
    skipped: dict[str, str] = {}
    for name, make in (("presidio patterns", presidio), ("llm-guard rule scanners", llm_guard)):
        started = time.perf_counter()
        try:
            way = make()
            way(texts[0])
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is why it could not run
            skipped[name] = f"{type(error).__name__}: {error}"[:200]
            continue
        imports[name] = round((time.perf_counter() - started) * 1000)
        times[name] = []
        for text in texts:
            since = time.process_time()
            way(text)
            times[name].append((time.process_time() - since) * 1000)
    print(json.dumps({"times": times, "import_ms": imports, "skipped": skipped}))


if __name__ == "__main__":
    main()
