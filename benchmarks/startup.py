"""How soon does the page stand, beside a bare Gradio echo app in the same run?

Starts each app as a process of its own, in turn, and takes the time from its start to the first
page (HTML of /), to the first whole answer through the same HTTP API that the page uses, and the
peak resident memory by then. Target: first page within 1.3 times the bare app's.

    python benchmarks/startup.py [--runs 3]
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gradio_client import Client

from benchmarks.report import finish, table

BARE = "import gradio as gr\ngr.ChatInterface(lambda message, history: message, api_name='chat').launch()\n"
QUESTION = "What is leukemia?"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str) -> str:
    """The text of a local address."""
    with urllib.request.urlopen(url, timeout=120) as response:
        return str(response.read().decode())


def until(url: str, process: subprocess.Popen[bytes], seconds: float = 120) -> None:
    """Waits until an address answers."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            fetch(url)
            return
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def peak_mb(pid: int) -> float:
    """Peak resident memory of a process in MB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    match = re.search(r"VmHWM:\s+(\d+) kB", status)
    return round(int(match[1]) / 1024, 1) if match else float("nan")


def measure(command: list[str], name: str) -> tuple[float, float, float]:
    """Seconds to the first page and to the first answer, and the peak memory by then."""
    port = free_port()
    environment = {**os.environ, "GRADIO_SERVER_PORT": str(port), "GRADIO_SERVER_NAME": "127.0.0.1", "GRADIO_ANALYTICS_ENABLED": "False"}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(f"http://127.0.0.1:{port}/", process)
        page = time.perf_counter() - started
        answer = Client(f"http://127.0.0.1:{port}", verbose=False, analytics_enabled=False).predict(QUESTION, api_name=name)
        if "eukemia" not in str(answer):
            raise RuntimeError(f"no answer: {str(answer)[:300]}")
        return page, time.perf_counter() - started, peak_mb(process.pid)
    finally:
        process.terminate()
        process.wait(15)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    subprocess.run([sys.executable, "-m", "leukchat", "index", "build"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    with tempfile.NamedTemporaryFile("w", suffix=".py") as bare:
        bare.write(BARE)
        bare.flush()
        apps: dict[str, tuple[list[str], str]] = {
            "bare gr.ChatInterface": ([sys.executable, bare.name], "/chat"),
            "LeukChat": ([sys.executable, "app.py"], "/ask"),
        }
        for command, name in apps.values():
            measure(command, name)  # fills the file cache
        runs = {label: [measure(command, name) for _ in range(options.runs)] for label, (command, name) in apps.items()}
    medians = {name: tuple(round(statistics.median(run[i] for run in values), 2) for i in range(3)) for name, values in runs.items()}
    base = medians["bare gr.ChatInterface"]
    table(
        ("app", "first page s", "first answer s", "peak MB", "first page, of bare"),
        [(name, *values, f"{values[0] / base[0]:.2f}x") for name, values in medians.items()],
    )
    ratio = round(medians["LeukChat"][0] / base[0], 3)
    finish("startup", {"runs": options.runs, "first_page_ratio": ratio, "target_met": ratio <= 1.3, "medians": medians})


if __name__ == "__main__":
    main()
